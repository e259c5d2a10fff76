/**
 * Writes the public lists of the areas, the `exports` of package.json and the module maps of the READMEs from
 * `src/index.ts`: `npm run exports`.
 */
import { mkdirSync, writeFileSync } from "node:fs"
import { dirname, join } from "node:path"
import { firstSentence, moduleMap } from "./names.js"
import { areas, isMain, modules, ROOT, readTree, type Tree, textOf } from "./tree.js"

interface Target {
  readonly types: string
  readonly default: string
}

const target = (file: string): Target => ({ types: `./dist/${file}.d.ts`, default: `./dist/${file}.js` })

const fileOf = (path: string): string => path.split("/").slice(2).join("/").replace(/\.ts$/, ".js")

/** The list of an area: its part of `src/index.ts`, each line under the comment that stands at the head of its file. */
export const areaIndex = (tree: Tree, area: string): string => {
  const lines = modules(tree)
    .filter((module) => module.area === area)
    .map(({ name, path }) => `${headComment(tree.get(path) ?? "")}export * as ${name} from "./${fileOf(path)}"`)
  const contents = modules(tree)
    .filter((module) => module.area === area)
    .map(({ name, path }) => ` * - {@link ${name}}: ${firstSentence(path, tree.get(path) ?? "")}`)
  return [
    "/**",
    ` * The modules of \`dangjian/${area}\`, earliest first. Written by \`npm run exports\` from \`src/index.ts\`.`,
    " *",
    ...contents,
    " *",
    ` * @module ${area}`,
    " * @since 0.1.0",
    " */",
    "",
    lines.join("\n\n"),
    "",
  ].join("\n")
}

const headComment = (text: string): string => {
  const comment = /^\/\*\*[\s\S]*?\*\//.exec(text)?.[0]
  return comment === undefined ? "" : `${comment}\n`
}

const MAP = /(<!-- modules -->\n)[\s\S]*?(\n<!-- \/modules -->)/

/** A README with its module map written anew: the English from the comments, the Chinese as it stands there. */
export const withMap = (tree: Tree, page: string): string => {
  const text = textOf(tree, page)
  const chinese = page.includes("zh-CN")
  const known = new Map(moduleMap(text).map(({ about, area, name }) => [`${area}/${name}`, about]))
  const rows = modules(tree).map(({ area, name, path }) => {
    const about = chinese ? known.get(`${area}/${name}`) : firstSentence(path, tree.get(path) ?? "")
    return `| \`${area}\` | \`${name}\` | ${about ?? ""} |`
  })
  const head = chinese ? "| 领域 | 模块 | 内容 |" : "| area | module | what it is about |"
  return text.replace(
    MAP,
    (_, open: string, close: string) => `${open}${[head, "|---|---|---|", ...rows].join("\n")}${close}`,
  )
}

/** One explicit key an area; no wildcard, so that file paths stay private. */
export const packageExports = (tree: Tree): Record<string, Target | string> => ({
  ".": target("index"),
  ...Object.fromEntries(areas(tree).map((area) => [`./${area}`, target(`${area}/index`)])),
  "./package.json": "./package.json",
})

/** The generated files by path, as they should stand. */
export const generated = (tree: Tree): ReadonlyMap<string, string> => {
  const manifest = JSON.parse(textOf(tree, "package.json")) as Record<string, unknown>
  const files = new Map(areas(tree).map((area) => [`src/${area}/index.ts`, areaIndex(tree, area)]))
  for (const page of ["README.md", "README.zh-CN.md"]) files.set(page, withMap(tree, page))
  return files.set("package.json", `${JSON.stringify({ ...manifest, exports: packageExports(tree) }, null, 2)}\n`)
}

/** Generated files that differ from what stands in the tree, and lists of areas that hold no module. */
export const staleFiles = (tree: Tree): ReadonlyArray<string> => {
  const wanted = generated(tree)
  const stale = [...wanted].filter(([path, text]) => tree.get(path) !== text).map(([path]) => path)
  const orphans = [...tree.keys()].filter((path) => /^src\/.+\/index\.ts$/.test(path) && !wanted.has(path))
  return [...stale, ...orphans].map((path) => `${path}: not what npm run exports writes`)
}

if (isMain(import.meta.url)) {
  const tree = readTree()
  for (const [path, text] of generated(tree)) {
    if (tree.get(path) === text) continue
    mkdirSync(dirname(join(ROOT, path)), { recursive: true })
    writeFileSync(join(ROOT, path), text)
    console.log(`wrote ${path}`)
  }
}
