/** The order of the house: imports, type imports too, go only to earlier lines of `src/index.ts`. */
import { dirname, join } from "node:path/posix"
import ts from "typescript"
import { AREAS, DOMAINS, everyNode, ordered, parse, place, sources, type Tree, textOf } from "./tree.js"

export interface Import {
  readonly specifier: string
  readonly node: ts.Node
}

/** Every specifier a file names: imports, exports from, import types and dynamic imports. */
export const importsOf = (file: ts.SourceFile): ReadonlyArray<Import> => {
  const found: Array<Import> = []
  const add = (literal: ts.Node | undefined, node: ts.Node): void => {
    if (literal !== undefined && ts.isStringLiteralLike(literal)) found.push({ specifier: literal.text, node })
  }
  everyNode(file, (node) => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) add(node.moduleSpecifier, node)
    else if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) add(node.argument.literal, node)
    else if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword)
      add(node.arguments[0], node)
  })
  return found
}

/** What a relative specifier points at, as a path of the tree. */
export const resolved = (from: string, specifier: string): string =>
  join(dirname(from), specifier).replace(/\.js$/, ".ts")

const areaOf = (path: string): string => path.split("/")[1] ?? ""

const areaFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults: Array<string> = []
  let last = -1
  for (const { area, banner, path } of ordered(tree)) {
    const rank = AREAS.indexOf(area)
    if (rank === -1) faults.push(`src/index.ts: ${area} is no area of the house`)
    else if (rank < last) faults.push(`src/index.ts: ${path} stands below a later area`)
    if (banner !== area) faults.push(`src/index.ts: ${path} stands under the banner "${banner}"`)
    last = Math.max(last, rank)
  }
  return faults
}

const importFault = (rank: ReadonlyMap<string, number>, from: string, to: string): string | undefined => {
  if (to.endsWith("/index.ts")) return `imports the list ${to}`
  const [own = Number.POSITIVE_INFINITY, other] = [rank.get(from), rank.get(to)]
  if (other === undefined) return `imports ${to}, which src/index.ts does not list`
  const [area, otherArea] = [areaOf(from), areaOf(to)]
  if (area !== otherArea && DOMAINS.includes(area) && DOMAINS.includes(otherArea))
    return `the domain ${area} imports the domain ${otherArea}`
  if (AREAS.indexOf(otherArea) > AREAS.indexOf(area)) return `imports ${to} of the later area ${otherArea}`
  return other >= own ? `imports ${to}, which is not on an earlier line` : undefined
}

/** Everything out of order. A cycle always shows as an import that does not go to an earlier line. */
export const orderFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults = [...areaFaults(tree)]
  const rank = new Map(ordered(tree).map(({ path }, index) => [path, index]))
  for (const path of sources(tree)) {
    const file = parse(path, textOf(tree, path))
    for (const { specifier, node } of importsOf(file)) {
      if (!specifier.startsWith(".")) continue
      const fault = specifier.endsWith(".js")
        ? importFault(rank, path, resolved(path, specifier))
        : `imports ${specifier} without the ending .js`
      if (fault !== undefined) faults.push(`${place(file, node)}: ${fault}`)
    }
  }
  return faults
}
