import { describe, expect, test } from "vitest"
import { areaIndex, generated, packageExports, staleFiles, withMap } from "./exports.js"
import { areas, changed, readTree, treeOf } from "./tree.js"

const tree = readTree()

describe("the public lists are written from src/index.ts", () => {
  test("the generated files stand as the script writes them", () => expect(staleFiles(tree)).toEqual([]))

  test("package.json has one explicit key an area and no wildcard", () => {
    const keys = Object.keys((JSON.parse(tree.get("package.json") ?? "") as { exports: object }).exports)
    expect(keys).toEqual([".", ...areas(tree).map((area) => `./${area}`), "./package.json"])
    expect(areas(tree).length).toBeGreaterThan(0)
  })
})

describe("on a bad input", () => {
  const fresh = changed(tree, Object.fromEntries(generated(tree)))

  test("a module missing from the list of its area is found", () => {
    const list = fresh.get("src/foundation/index.ts") ?? ""
    const short = list.replace('export * as Exact from "./Exact.js"', "")
    expect(staleFiles(changed(fresh, { "src/foundation/index.ts": short }))).toEqual([
      "src/foundation/index.ts: not what npm run exports writes",
    ])
  })

  test("a list of an area that holds no module is found", () => {
    expect(staleFiles(changed(fresh, { "src/attic/index.ts": "" }))).toHaveLength(1)
  })

  test("a wildcard in package.json is found", () => {
    const wild = (fresh.get("package.json") ?? "").replace('"./package.json": "./package.json"', '"./*": "./dist/*.js"')
    expect(staleFiles(changed(fresh, { "package.json": wild }))).toHaveLength(1)
  })
})

const small = treeOf({
  "src/index.ts": ["Zebra", "Apple", "Pear"]
    .map((name) => `export * as ${name} from "./${name === "Pear" ? "two" : "one"}/${name}.js"`)
    .join("\n"),
  "src/one/Zebra.ts": "/**\n * Stripes (斑马).\n *\n * @since 0.1.0\n */\nexport const zebra = 1\n",
  "src/one/Apple.ts": "export const apple = 1\n",
  "README.zh-CN.md":
    "甲\n<!-- modules -->\n| `one` | `Zebra` | 斑马。 |\n| `one` | `Gone` | 旧。 |\n<!-- /modules -->\n乙\n",
  "README.md": "a\n<!-- modules -->\n\n<!-- /modules -->\nb\n",
})

test("a list holds the lines of its area alone, in order, each under the comment of its file", () => {
  expect(areaIndex(small, "one").split("\n").slice(3)).toEqual([
    " * - {@link Zebra}: Stripes (斑马).",
    " * - {@link Apple}: ",
    " *",
    " * @module one",
    " * @since 0.1.0",
    " */",
    "",
    "/**",
    " * Stripes (斑马).",
    " *",
    " * @since 0.1.0",
    " */",
    'export * as Zebra from "./Zebra.js"',
    "",
    'export * as Apple from "./Apple.js"',
    "",
  ])
  expect(Object.keys(packageExports(small))).toEqual([".", "./one", "./two", "./package.json"])
})

test("a module map takes its English from the comments and keeps its Chinese", () => {
  expect(withMap(small, "README.md").split("\n").slice(4, 6)).toEqual([
    "| `one` | `Zebra` | Stripes (斑马). |",
    "| `one` | `Apple` |  |",
  ])
  const chinese = withMap(small, "README.zh-CN.md")
  expect(chinese.split("\n").slice(4, 7)).toEqual([
    "| `one` | `Zebra` | 斑马。 |",
    "| `one` | `Apple` |  |",
    "| `two` | `Pear` |  |",
  ])
  expect(chinese.startsWith("甲\n")).toBe(true)
  expect(chinese.endsWith("<!-- /modules -->\n乙\n")).toBe(true)
})
