/** The repository as the house checks see it: a map from path to text, so that a test can hand in a broken one. */
import { readdirSync, readFileSync } from "node:fs"
import { join, relative, sep } from "node:path"
import { fileURLToPath } from "node:url"
import ts from "typescript"

export type Tree = ReadonlyMap<string, string>

/**
 * One line of `src/index.ts`: the namespace, the area it stands under, and the path of its file. A line
 * `// inside ./<area>/<Noun>.js` gives a module its place in the order without publishing it.
 */
export interface HouseModule {
  readonly area: string
  readonly name: string
  readonly path: string
  /** The banner above the line. */
  readonly banner: string
  readonly isPublic: boolean
}

export const ROOT = fileURLToPath(new URL("../..", import.meta.url))

/** The areas, earliest first; an area imports only from areas before it. */
export const AREAS: ReadonlyArray<string> = [
  "foundation",
  "process",
  "rules",
  "organisation",
  "orders",
  "points",
  "stars",
  "assessment",
  "registers",
  "life",
  "town",
  "publication",
  "presets",
  "interop",
  "testing",
]

/** The six domains: they meet as facts and events in `town` and never import one another. */
export const DOMAINS: ReadonlyArray<string> = ["orders", "points", "stars", "assessment", "registers", "life"]

const SKIPPED = new Set(["node_modules", "dist", ".git", ".cache", ".examples", "site", "coverage"])
const KEPT = /\.(ts|cts|mts|md|json|txt|js|yml|csv)$|(^|\/)(LICENSE|\.gitignore|run)$/

/** The text files of the repository by path with forward slashes. */
export const readTree = (root: string = ROOT): Tree => {
  const tree = new Map<string, string>()
  const walk = (folder: string): void => {
    for (const entry of readdirSync(folder, { withFileTypes: true })) {
      if (SKIPPED.has(entry.name)) continue
      const path = join(folder, entry.name)
      if (entry.isDirectory()) walk(path)
      else if (KEPT.test(entry.name)) tree.set(relative(root, path).split(sep).join("/"), readFileSync(path, "utf8"))
    }
  }
  walk(root)
  return new Map([...tree].sort(([a], [b]) => (a < b ? -1 : 1)))
}

/** A tree written in a test; `changed` takes a tree and lays files over it. */
export const treeOf = (files: Readonly<Record<string, string>>): Tree => new Map(Object.entries(files))

/** The same tree with some files written anew, or taken away where the text is `undefined`. */
export const changed = (tree: Tree, files: Readonly<Record<string, string | undefined>>): Tree => {
  const next = new Map(tree)
  for (const [path, text] of Object.entries(files)) {
    if (text === undefined) next.delete(path)
    else next.set(path, text)
  }
  return next
}

const LINE = /^export \* as (\w+) from "\.\/([\w/]+)\.js"$/
const INSIDE = /^\/\/ inside \.\/([\w/]+)\.js$/
const BANNER = /^\/\/ -{10,} (.+)$/

/** Every module of the house in order, published or not. */
export const ordered = (tree: Tree): ReadonlyArray<HouseModule> => {
  const found: Array<HouseModule> = []
  let banner = ""
  for (const line of textOf(tree, "src/index.ts").split("\n")) {
    banner = BANNER.exec(line)?.[1] ?? banner
    const inside = INSIDE.exec(line)?.[1]
    const [, name = inside?.split("/").at(-1), file = inside] = LINE.exec(line) ?? []
    if (name === undefined || file === undefined) continue
    const area = file.split("/")[0] ?? ""
    found.push({ area, name, path: `src/${file}.ts`, banner, isPublic: inside === undefined })
  }
  return found
}

/** The published modules in order. */
export const modules = (tree: Tree): ReadonlyArray<HouseModule> => ordered(tree).filter(({ isPublic }) => isPublic)

/** The areas that hold modules, in the order of the house. */
export const areas = (tree: Tree): ReadonlyArray<string> => [...new Set(modules(tree).map((module) => module.area))]

export const textOf = (tree: Tree, path: string): string => {
  const text = tree.get(path)
  if (text === undefined) throw new Error(`no file ${path}`)
  return text
}

/** The files of `src` that people write: everything but the generated lists. */
export const sources = (tree: Tree): ReadonlyArray<string> =>
  [...tree.keys()]
    .filter((path) => path.startsWith("src/") && path.endsWith(".ts") && !path.endsWith("/index.ts"))
    .sort()

const parsed = new Map<string, ts.SourceFile>()

/** The syntax tree of a file, parsed once for each text. */
export const parse = (path: string, text: string): ts.SourceFile => {
  const key = `${path}\n${text}`
  const known = parsed.get(key)
  if (known !== undefined) return known
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2022, true)
  parsed.set(key, file)
  return file
}

/** `path:line`, where a finding stands. */
export const place = (file: ts.SourceFile, node: ts.Node): string =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart(file)).line + 1}`

/** Every node of a file, outermost first. */
export const everyNode = (node: ts.Node, visit: (node: ts.Node) => void): void => {
  visit(node)
  ts.forEachChild(node, (child) => everyNode(child, visit))
}

/** Whether the file that imports this one is the program, not a test. */
export const isMain = (url: string): boolean => process.argv[1] !== undefined && fileURLToPath(url) === process.argv[1]
