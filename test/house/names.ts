/** One name in five places: file, namespace in its area's list, typedoc module, test file, module map of the README. */
import { modules, ordered, parse, sources, type Tree, textOf } from "./tree.js"

/** A row of a module map: area, module and what the module is about. */
export interface MapRow {
  readonly area: string
  readonly name: string
  readonly about: string
}

/** The rows of the module map of a README: a table whose first column is the area and whose second is the module. */
export const moduleMap = (text: string): ReadonlyArray<MapRow> =>
  [...text.matchAll(/^\| `?([a-z]+)`? \| `([A-Z]\w*)` \| (.+) \|$/gm)].map(([, area = "", name = "", about = ""]) => ({
    area,
    name,
    about,
  }))

/** The first sentence of the comment at the head of a file, without its links. */
export const firstSentence = (path: string, text: string): string => {
  const comment = /^\/\*\*([\s\S]*?)\*\//.exec(parse(path, text).text)?.[1] ?? ""
  const paragraph = comment
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim()
    .split(/\n\s*\n/)[0]
  const prose = (paragraph ?? "").replace(/\n/g, " ").replace(/\{@link (\w+)\}/g, "`$1`")
  return /^.*?[.。](?=\s|$)/.exec(prose)?.[0] ?? prose
}

const same = (label: string, wanted: ReadonlyArray<string>, found: ReadonlyArray<string>): ReadonlyArray<string> => [
  ...wanted.filter((name) => !found.includes(name)).map((name) => `${label}: ${name} is missing`),
  ...found.filter((name) => !wanted.includes(name)).map((name) => `${label}: ${name} is no module`),
  ...(wanted.length === found.length && wanted.some((name, index) => found[index] !== name)
    ? [`${label}: not in the order of the house`]
    : []),
]

const LISTED = /export \* as (\w+) from "\.\/(\w+)\.js"/g

const listFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults: Array<string> = []
  const listed: Array<string> = []
  for (const [path, text] of tree) {
    const area = /^src\/(\w+)\/index\.ts$/.exec(path)?.[1]
    if (area === undefined) continue
    for (const [, name, file] of text.matchAll(LISTED)) {
      listed.push(`${area}/${name}`)
      if (name !== file) faults.push(`${path}: the namespace ${name} comes from the file ${file}`)
    }
  }
  const wanted = modules(tree).map(({ area, name }) => `${area}/${name}`)
  const byArea = [...wanted].sort()
  return [...faults, ...same("the lists of the areas", byArea, listed.sort())]
}

const fileFaults = (tree: Tree): ReadonlyArray<string> => {
  const faults: Array<string> = []
  const seen = new Map<string, string>()
  for (const path of sources(tree)) {
    const name = path.split("/").at(-1)?.replace(/\.ts$/, "") ?? ""
    const twin = seen.get(name.toLowerCase())
    if (twin !== undefined) faults.push(`${path}: ${twin} has the same name`)
    seen.set(name.toLowerCase(), path)
    if (!/^[A-Z][A-Za-z0-9]*$/.test(name)) faults.push(`${path}: a file is one capitalised noun`)
    if (path.split("/").length !== 3) faults.push(`${path}: a module stands in the folder of its area`)
  }
  for (const { name, path } of modules(tree)) {
    if (path.split("/").at(-1) !== `${name}.ts`) faults.push(`src/index.ts: the namespace ${name} comes from ${path}`)
  }
  return faults
}

const hasTest = (tree: Tree, area: string, name: string): boolean =>
  [`test/${area}/${name}.test.ts`, `test/${area}/${name}.laws.test.ts`].some((path) => tree.has(path))

/** Tests under the folder of an area whose name is no module. */
const strayTests = (tree: Tree): ReadonlyArray<string> => {
  const known = new Set(ordered(tree).map(({ area, name }) => `${area}/${name}`))
  const folders = new Set(modules(tree).map(({ area }) => area))
  return [...tree.keys()].flatMap((path) => {
    const parts = /^test\/(\w+)\/(\w+)(?:\.\w+)*\.test(?:-d)?\.ts$/.exec(path)
    if (parts === null || !folders.has(parts[1] ?? "")) return []
    return known.has(`${parts[1]}/${parts[2]}`) ? [] : [`${path}: tests no module`]
  })
}

const README_ABOUT_EN = "README.md"

const mapFaults = (tree: Tree): ReadonlyArray<string> => {
  const wanted = modules(tree).map(({ area, name }) => `${area}/${name}`)
  const rows = moduleMap(textOf(tree, README_ABOUT_EN))
  const chinese = moduleMap(textOf(tree, "README.zh-CN.md"))
  const about = modules(tree).flatMap(({ area, name, path }) => {
    const row = rows.find((each) => each.area === area && each.name === name)
    const text = tree.get(path)
    if (row === undefined || text === undefined) return []
    const sentence = firstSentence(path, text)
    return row.about === sentence ? [] : [`${README_ABOUT_EN}: ${area}/${name} should read: ${sentence}`]
  })
  const keys = (list: ReadonlyArray<MapRow>): ReadonlyArray<string> => list.map(({ area, name }) => `${area}/${name}`)
  return [
    ...same(README_ABOUT_EN, wanted, keys(rows)),
    ...same("README.zh-CN.md", wanted, keys(chinese)),
    ...about,
    ...chinese
      .filter(({ about }) => !/\p{Script=Han}/u.test(about))
      .map(({ name }) => `README.zh-CN.md: ${name} is not told in Chinese`),
  ]
}

/** Every place where a name differs. The typedoc modules are compared by `npm run docs`, which has them. */
export const nameFaults = (tree: Tree): ReadonlyArray<string> => [
  ...fileFaults(tree),
  ...listFaults(tree),
  ...modules(tree)
    .filter(({ area, name }) => !hasTest(tree, area, name))
    .map(({ area, name }) => `test/${area}/${name}.test.ts: is missing`),
  ...strayTests(tree),
  ...mapFaults(tree),
]

/** The commands of a README's quick start: the lines of its first `sh` block. */
export const quickStart = (text: string): ReadonlyArray<string> => {
  const block = /```sh\n([\s\S]*?)```/.exec(text)?.[1] ?? ""
  return block.split("\n").filter((line) => line.trim() !== "")
}

/** Every command in the `sh` blocks of a README. */
export const commands = (text: string): ReadonlyArray<string> =>
  [...text.matchAll(/```sh\n([\s\S]*?)```/g)].flatMap(([, block = ""]) =>
    block.split("\n").filter((line) => line !== ""),
  )

/** What keeps the two READMEs equal: two lines of quick start, the same commands, the same code. */
export const readmeFaults = (tree: Tree): ReadonlyArray<string> => {
  const [english, chinese] = [textOf(tree, "README.md"), textOf(tree, "README.zh-CN.md")]
  const code = (text: string): string =>
    [...text.matchAll(/```ts\n([\s\S]*?)```/g)].map(([, block]) => block).join("\n")
  const faults: Array<string> = []
  const start = quickStart(english)
  if (start.join("\n") !== "npm ci && npm run demo\nnpm ci && npm test")
    faults.push(`README.md: the quick start is not the two lines but ${JSON.stringify(start)}`)
  if (commands(english).join("\n") !== commands(chinese).join("\n")) faults.push("README.zh-CN.md: other commands")
  if (code(english) !== code(chinese)) faults.push("README.zh-CN.md: other code")
  return faults
}
