/** Every call that runs when a module of `src` loads is annotated, so that a bundler may drop what nobody uses. */
import ts from "typescript"
import { parse, place, sources, type Tree, textOf } from "./tree.js"

const PURE = /\/\*\s*[@#]__PURE__\s*\*\/\s*$/

const isAnnotated = (file: ts.SourceFile, node: ts.Node): boolean =>
  PURE.test(file.text.slice(node.getFullStart(), node.getStart(file)))

const unwrapped = (node: ts.Expression): ts.Expression =>
  ts.isAsExpression(node) || ts.isSatisfiesExpression(node) || ts.isNonNullExpression(node)
    ? unwrapped(node.expression)
    : node

/**
 * The calls that a load runs and no annotation frees. An annotation covers the whole chain `a.b().c()` that it leads,
 * but not what stands in the brackets. A computed key counts as a call: making a key of a value may run its methods.
 */
const loose = (file: ts.SourceFile, node: ts.Node, found: Array<ts.Node>): void => {
  if (ts.isFunctionLike(node)) return
  if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return
  if (ts.isTaggedTemplateExpression(node)) found.push(node)
  if (ts.isComputedPropertyName(node) && !ts.isStringLiteralLike(node.expression)) found.push(node)
  if (ts.isCallExpression(node) || ts.isNewExpression(node)) {
    if (!isAnnotated(file, node)) found.push(node)
    const inside = (expression: ts.Expression): void => {
      const callee = unwrapped(expression)
      if (ts.isPropertyAccessExpression(callee)) inside(callee.expression)
      else if (ts.isElementAccessExpression(callee)) {
        inside(callee.expression)
        loose(file, callee.argumentExpression, found)
      } else if (ts.isCallExpression(callee) || ts.isNewExpression(callee)) {
        inside(callee.expression)
        for (const argument of callee.arguments ?? []) loose(file, argument, found)
      } else if (!ts.isParenthesizedExpression(callee)) loose(file, callee, found)
    }
    inside(node.expression)
    for (const argument of node.arguments ?? []) loose(file, argument, found)
    return
  }
  ts.forEachChild(node, (child) => loose(file, child, found))
}

const isDeclaration = (statement: ts.Statement): boolean =>
  ts.isImportDeclaration(statement) ||
  ts.isExportDeclaration(statement) ||
  ts.isInterfaceDeclaration(statement) ||
  ts.isTypeAliasDeclaration(statement) ||
  ts.isFunctionDeclaration(statement) ||
  ts.isVariableStatement(statement) ||
  ts.isClassDeclaration(statement) ||
  ts.isModuleDeclaration(statement)

/** Calls without an annotation, and statements at the top of a module that are no declaration. */
export const annotationFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults: Array<string> = []
  for (const path of sources(tree)) {
    const file = parse(path, textOf(tree, path))
    for (const statement of file.statements) {
      if (!isDeclaration(statement)) faults.push(`${place(file, statement)}: a statement that runs on load`)
      const found: Array<ts.Node> = []
      if (ts.isVariableStatement(statement) || ts.isClassDeclaration(statement)) loose(file, statement, found)
      for (const node of found) faults.push(`${place(file, node)}: ${node.getText(file).slice(0, 40).split("\n")[0]}`)
    }
  }
  return faults
}
