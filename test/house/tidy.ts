/** The tidiness of the house: dead files, sizes, suppressions, sections and what the prose names. */
import { dirname, join } from "node:path/posix"
import ts from "typescript"
import { everyNode, modules, ordered, parse, place, sources, type Tree, textOf } from "./tree.js"

export const FUNCTION_LINES = 60
export const MODULE_LINES = 400

/** The sections of a module, in order. */
export const SECTIONS: ReadonlyArray<string> = [
  "models",
  "errors",
  "schemas",
  "constructors",
  "guards",
  "getters",
  "operations",
  "decisions",
  "instances",
]

const BANNED_NAMES = /^(utils?|misc|common|helpers?|shared|stuff|lib|types|constants)$/i

/** Files of `src` that `src/index.ts` does not list, lines of it without a file, and tests of nothing. */
export const deadFiles = (tree: Tree): ReadonlyArray<string> => {
  const listed = new Set(ordered(tree).map(({ path }) => path))
  return [
    ...sources(tree)
      .filter((path) => !listed.has(path))
      .map((path) => `${path}: not listed in src/index.ts`),
    ...[...listed].filter((path) => !tree.has(path)).map((path) => `src/index.ts: ${path} does not exist`),
    ...[...tree.keys()]
      .filter((path) => /^(src|test|examples)\//.test(path))
      .filter((path) =>
        path
          .replace(/\.\w+(\.\w+)*$/, "")
          .split("/")
          .slice(1)
          .some((part) => BANNED_NAMES.test(part)),
      )
      .map((path) => `${path}: a file is named after its noun`),
  ]
}

/** Lines that hold code: not blank and not only a comment. */
export const codeLines = (file: ts.SourceFile): ReadonlySet<number> => {
  const lines = new Set<number>()
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line
  const visit = (node: ts.Node): void => {
    const children = node.getChildren(file).filter((child) => !ts.isJSDoc(child))
    if (children.length > 0) for (const child of children) visit(child)
    else if (node.end > node.getStart(file)) {
      for (let line = lineOf(node.getStart(file)); line <= lineOf(node.end); line++) lines.add(line)
    }
  }
  for (const statement of file.statements) visit(statement)
  return lines
}

const holdsFunction = (node: ts.Node): boolean => {
  let found = false
  everyNode(node, (each) => {
    found ||= ts.isFunctionLike(each)
  })
  return found
}

/** The lines between the brackets of tables at the top of a module: data, such as a published rulebook or sentences. */
const tableLines = (file: ts.SourceFile): ReadonlySet<number> => {
  const lines = new Set<number>()
  const lineOf = (position: number): number => file.getLineAndCharacterOfPosition(position).line
  const visit = (node: ts.Node): void => {
    const table = ts.isArrayLiteralExpression(node) || ts.isObjectLiteralExpression(node)
    if (table && !holdsFunction(node)) {
      for (let line = lineOf(node.getStart(file)) + 1; line < lineOf(node.end); line++) lines.add(line)
    } else if (!ts.isFunctionLike(node)) ts.forEachChild(node, visit)
  }
  for (const statement of file.statements) if (ts.isVariableStatement(statement)) visit(statement)
  return lines
}

const nameOf = (node: ts.SignatureDeclaration): string => {
  if (node.name !== undefined) return node.name.getText()
  return ts.isVariableDeclaration(node.parent) ? node.parent.name.getText() : "a function"
}

/** Functions and modules over the limits. Rows of a table are data and do not count. */
export const sizeFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults: Array<string> = []
  const checked = [...tree.keys()].filter((path) => /^(src|examples|test\/house)\/.*(?<!\.test)\.ts$/.test(path))
  for (const path of checked) {
    const file = parse(path, textOf(tree, path))
    const code = codeLines(file)
    const tables = tableLines(file)
    const size = [...code].filter((line) => !tables.has(line)).length
    if (size > MODULE_LINES) faults.push(`${path}: ${size} lines of code, more than ${MODULE_LINES}`)
    everyNode(file, (node) => {
      if (!ts.isFunctionLike(node) || !("body" in node) || node.body === undefined) return
      const lines = file.text.slice(node.getStart(file), node.end).split("\n").length
      if (lines > FUNCTION_LINES) faults.push(`${place(file, node)}: ${nameOf(node)} has ${lines} lines`)
    })
  }
  return faults
}

/** What hides an error from a tool. */
const SUPPRESSION =
  /(?:\/\/|\/\*)\s*(biome-ignore(?:-\w+)?|@ts-expect-error|@ts-ignore|@ts-nocheck|eslint-disable\S*|prettier-ignore|[cv]8 ignore)(.*)/

/**
 * Suppressions without a rule and a reason, and in `src` any of the compiler's. A type test may expect an error: there
 * the error is what the test is about.
 */
export const suppressionFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults: Array<string> = []
  for (const [path, text] of tree) {
    if (
      !/^(src|test|examples)\/.*\.[cm]?ts$/.test(path) ||
      path === "test/house/tidy.ts" ||
      path === "test/house/tidy.test.ts"
    )
      continue
    for (const [index, line] of text.split("\n").entries()) {
      const [, kind = "", rest = ""] = SUPPRESSION.exec(line) ?? []
      if (kind === "") continue
      const reasoned = kind.startsWith("biome-ignore")
        ? /^ (format|\w+(\/\w+)+): \S+ \S.{2,}/.test(rest)
        : /^:? +\S.{9,}/.test(rest)
      const barred =
        kind === "@ts-ignore" || kind === "@ts-nocheck" || (path.startsWith("src/") && kind.startsWith("@ts"))
      if (barred) faults.push(`${path}:${index + 1}: ${kind} has no place here`)
      else if (!reasoned) faults.push(`${path}:${index + 1}: ${kind} without a rule and a reason`)
    }
  }
  return faults
}

/** Banners out of order, unknown, repeated or above nothing, and code above the first banner. */
export const sectionFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults: Array<string> = []
  for (const path of sources(tree)) {
    const lines = textOf(tree, path).split("\n")
    let last = -1
    for (const [index, line] of lines.entries()) {
      const name = /^\/\/ -{3,}\s*(.*)$/.exec(line)?.[1]
      if (name === undefined) continue
      const rank = SECTIONS.indexOf(name)
      if (rank === -1) faults.push(`${path}:${index + 1}: ${name} is no section`)
      else if (rank <= last) faults.push(`${path}:${index + 1}: ${name} stands too late`)
      if (!line.startsWith(`// ${"-".repeat(64)} `)) faults.push(`${path}:${index + 1}: a banner has 64 dashes`)
      const next = lines.slice(index + 1).find((each) => each.trim() !== "")
      if (next === undefined || /^\/\/ -{3,}/.test(next)) faults.push(`${path}:${index + 1}: ${name} is empty`)
      last = Math.max(last, rank)
    }
    const file = parse(path, textOf(tree, path))
    const first = file.statements.find((statement) => !ts.isImportDeclaration(statement))
    const banner = lines.findIndex((line) => /^\/\/ -{3,}/.test(line))
    if (
      first !== undefined &&
      (banner === -1 || file.getLineAndCharacterOfPosition(first.getStart(file)).line < banner)
    )
      faults.push(`${place(file, first)}: stands above the first banner`)
  }
  return faults
}

const resolvedIn = (tree: Tree, path: string): boolean =>
  path === "" || tree.has(path) || [...tree.keys()].some((each) => each.startsWith(`${path.replace(/\/$/, "")}/`))

const PLACE = /^(?:\.ci|src|test|docs|examples)\/[\w./@-]*$/
const TOP_FILE = /^(?:[A-Z]{4,}[\w.-]*\.md|LICENSE|[a-z.]+\.json|[a-z]+\.config\.ts)$/
/** Places that a command makes and git ignores. */
const MADE = /^docs\/site|^test\/\.examples/

const namesOf = (tree: Tree): ReadonlyMap<string, ReadonlySet<string>> =>
  new Map(
    modules(tree)
      .filter(({ path }) => tree.has(path))
      .map(({ name, path }) => [name, new Set(exportedNames(parse(path, textOf(tree, path))))]),
  )

/** The names that a file exports, values and types. */
export const exportedNames = (file: ts.SourceFile): ReadonlyArray<string> =>
  file.statements.flatMap((statement) => {
    const modifiers = ts.canHaveModifiers(statement) ? (ts.getModifiers(statement) ?? []) : []
    if (!modifiers.some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)) return []
    if (ts.isVariableStatement(statement))
      return statement.declarationList.declarations.map(({ name }) => name.getText())
    const named = statement as ts.Statement & { readonly name?: ts.Node }
    return named.name === undefined ? [] : [named.name.getText()]
  })

const spansOf = (text: string): ReadonlyArray<readonly [line: number, span: string]> => {
  let fenced = false
  return text.split("\n").flatMap((line, index): Array<readonly [number, string]> => {
    if (line.startsWith("```")) fenced = !fenced
    if (fenced) return []
    const spans = [...line.matchAll(/`([^`]+)`/g)].map(([, span = ""]): readonly [number, string] => [index + 1, span])
    const links = [...line.matchAll(/\]\((?!https?:|#)([^)\s#]+)[^)]*\)/g)]
    return [...spans, ...links.map(([, link = ""]): readonly [number, string] => [index + 1, `](${link}`])]
  })
}

const spanFault = (
  tree: Tree,
  page: string,
  span: string,
  exported: ReadonlyMap<string, ReadonlySet<string>>,
): string | undefined => {
  if (span.startsWith("](")) {
    const target = join(dirname(page), span.slice(2))
    return resolvedIn(tree, target) ? undefined : `links to ${target}, which does not exist`
  }
  if (PLACE.test(span)) return MADE.test(span) || resolvedIn(tree, span) ? undefined : `${span} does not exist`
  if (TOP_FILE.test(span)) return tree.has(span) ? undefined : `${span} does not exist`
  const [, module = "", member = ""] = /^([A-Z]\w*)\.([a-zA-Z]\w*)(?:\(\))?$/.exec(span) ?? []
  if (module !== "" && exported.has(module) && !exported.get(module)?.has(member)) return `${span} is not exported`
  const [, subpath] = /^dangjian\/(\w+)$/.exec(span) ?? []
  if (subpath !== undefined && !modules(tree).some(({ area }) => area === subpath)) return `${span} is no area`
  return undefined
}

/** Paths, npm scripts, areas and names that the prose speaks of and the repository does not have. */
export const proseFaults = (tree: Tree): ReadonlyArray<string> => {
  const scripts = Object.keys((JSON.parse(textOf(tree, "package.json")) as { scripts?: object }).scripts ?? {})
  const exported = namesOf(tree)
  const faults: Array<string> = []
  for (const [page, text] of tree) {
    if (!page.endsWith(".md")) continue
    for (const [line, span] of spansOf(text)) {
      const fault = spanFault(tree, page, span, exported)
      if (fault !== undefined) faults.push(`${page}:${line}: ${fault}`)
    }
    for (const [, script = ""] of text.matchAll(/npm run ([\w:-]+)/g)) {
      if (!scripts.includes(script)) faults.push(`${page}: there is no script ${script}`)
    }
  }
  return faults
}

/** Paths of somebody's machine, and addresses of registries, in anything that is committed. */
const MACHINE = /(?:^|[\s"'`(=])(?:\/(?:home|root|Users|work|tmp|var|opt|mnt)\/[\w.-]+|[A-Z]:\\\w+)|registry\.\w+\.\w+/

export const machineFaults = (tree: Tree): ReadonlyArray<string> =>
  [...tree].flatMap(([path, text]) => {
    if (/^test\/house\/tidy(\.test)?\.ts$/.test(path)) return []
    return text
      .split("\n")
      .flatMap((line, index) => (MACHINE.test(line) ? [`${path}:${index + 1}: names a place of one machine`] : []))
  })
