/** `src` knows no clock, randomness, I/O, Node built-in or locale. */
import ts from "typescript"
import { importsOf } from "./order.js"
import { everyNode, parse, place, sources, type Tree, textOf } from "./tree.js"

/** Globals of a host, a clock or a locale. A file that binds one of these names itself means its own. */
const GLOBALS = new Set([
  "Buffer",
  "Date",
  "EventSource",
  "Function",
  "Intl",
  "Temporal",
  "TextDecoder",
  "TextEncoder",
  "WeakRef",
  "WebSocket",
  "Worker",
  "XMLHttpRequest",
  "__dirname",
  "__filename",
  "console",
  "crypto",
  "document",
  "eval",
  "fetch",
  "globalThis",
  "localStorage",
  "location",
  "module",
  "navigator",
  "performance",
  "process",
  "queueMicrotask",
  "require",
  "requestAnimationFrame",
  "setImmediate",
  "setInterval",
  "setTimeout",
  "window",
])

/** Members that answer differently by machine, moment or locale. */
const MEMBERS = /^(toLocale\w*|localeCompare|random|getTimezoneOffset|now)$/

/** Packages that `src` may import besides `effect`. */
const PACKAGES = /^@noble\/hashes\//

/**
 * What single files may name in spite of the rule, each with its reason. An entry that no file needs is a fault, so that
 * the list cannot outlive its reasons.
 */
export const ALLOWED: Readonly<Record<string, Readonly<Record<string, string>>>> = {}

type Allowed = typeof ALLOWED

const bound = (file: ts.SourceFile): ReadonlySet<string> => {
  const names = new Set<string>()
  const add = (name: ts.Node | undefined): void => {
    if (name !== undefined && ts.isIdentifier(name)) names.add(name.text)
  }
  everyNode(file, (node) => {
    if (ts.isVariableDeclaration(node) || ts.isParameter(node) || ts.isBindingElement(node)) add(node.name)
    else if (ts.isFunctionDeclaration(node) || ts.isClassDeclaration(node)) add(node.name)
    else if (ts.isImportSpecifier(node) || ts.isNamespaceImport(node) || ts.isImportClause(node)) add(node.name)
  })
  return names
}

/** Whether an identifier is a value read here, not the name of a member, a key, a type or a declaration. */
const isRead = (node: ts.Identifier): boolean => {
  const { parent } = node
  if (ts.isPropertyAccessExpression(parent)) return parent.expression === node
  if (ts.isPropertyAssignment(parent)) return parent.initializer === node
  if (ts.isTypeReferenceNode(parent) || ts.isQualifiedName(parent) || ts.isTypeQueryNode(parent)) return false
  if (ts.isTypeParameterDeclaration(parent) || ts.isTypeAliasDeclaration(parent)) return false
  if (ts.isInterfaceDeclaration(parent) || ts.isPropertySignature(parent) || ts.isPropertyDeclaration(parent))
    return false
  if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent) || ts.isLiteralTypeNode(parent)) return false
  return !(ts.isBinaryExpression(parent) && parent.operatorToken.kind === ts.SyntaxKind.InstanceOfKeyword)
}

const named = (file: ts.SourceFile): ReadonlyArray<readonly [name: string, node: ts.Node]> => {
  const own = bound(file)
  const found: Array<readonly [string, ts.Node]> = []
  everyNode(file, (node) => {
    if (ts.isIdentifier(node) && GLOBALS.has(node.text) && !own.has(node.text) && isRead(node))
      found.push([node.text, node])
    if (ts.isPropertyAccessExpression(node) && MEMBERS.test(node.name.text)) {
      const global = ts.isIdentifier(node.expression) && GLOBALS.has(node.expression.text)
      if (!global) found.push([`.${node.name.text}`, node])
    }
    if (ts.isElementAccessExpression(node) && ts.isStringLiteralLike(node.argumentExpression)) {
      if (MEMBERS.test(node.argumentExpression.text)) found.push([`.${node.argumentExpression.text}`, node])
    }
    if (ts.isMetaProperty(node)) found.push(["import.meta", node])
    if (ts.isAwaitExpression(node)) found.push(["await", node])
  })
  for (const { specifier, node } of importsOf(file)) {
    if (!specifier.startsWith(".") && !/^effect(\/|$)/.test(specifier) && !PACKAGES.test(specifier))
      found.push([specifier, node])
    else if (ts.isCallExpression(node)) found.push(["a dynamic import", node])
  }
  return found
}

/** Everything in `src` that reaches outside it. */
export const purityFaults = (tree: Tree, allowed: Allowed = ALLOWED): ReadonlyArray<string> => {
  const faults: Array<string> = []
  const used = new Set<string>()
  for (const path of sources(tree)) {
    const file = parse(path, textOf(tree, path))
    for (const [name, node] of named(file)) {
      if (allowed[path]?.[name] === undefined) faults.push(`${place(file, node)}: ${name}`)
      else used.add(`${path} ${name}`)
    }
  }
  for (const [path, names] of Object.entries(allowed)) {
    for (const [name, reason] of Object.entries(names)) {
      if (!used.has(`${path} ${name}`)) faults.push(`${path}: may name ${name} and does not`)
      if (reason.length < 20) faults.push(`${path}: ${name} is allowed without a reason`)
    }
  }
  return faults
}
