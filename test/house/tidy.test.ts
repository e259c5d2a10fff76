import { describe, expect, test } from "vitest"
import {
  deadFiles,
  machineFaults,
  proseFaults,
  SECTIONS,
  sectionFaults,
  sizeFaults,
  suppressionFaults,
} from "./tidy.js"
import { changed, readTree, type Tree, treeOf } from "./tree.js"

const tree = readTree()

describe("the house is tidy", () => {
  test("every file of src is listed", () => expect(deadFiles(tree)).toEqual([]))
  test("functions and modules keep to their sizes", () => expect(sizeFaults(tree)).toEqual([]))
  test("suppressions have a rule and a reason", () => expect(suppressionFaults(tree)).toEqual([]))
  test("sections stand in order", () => expect(sectionFaults(tree)).toEqual([]))
  test("what the prose names exists", () => expect(proseFaults(tree)).toEqual([]))
  test("no file names a place of one machine", () => expect(machineFaults(tree)).toEqual([]))
})

const house = treeOf({
  "package.json": '{ "scripts": { "demo": "" } }',
  "src/index.ts": 'export * as One from "./rules/One.js"\n',
  "src/rules/One.ts": "export const one = 1\n",
})

describe("a dead file is found", () => {
  test("the sample has none", () => expect(deadFiles(house)).toEqual([]))
  test("a file that is not listed", () =>
    expect(deadFiles(changed(house, { "src/rules/Two.ts": "" }))).toEqual([
      "src/rules/Two.ts: not listed in src/index.ts",
    ]))
  test("a line without its file", () =>
    expect(deadFiles(changed(house, { "src/rules/One.ts": undefined }))).toHaveLength(1))
  test.each(["src/rules/Utils.ts", "src/helpers/One.ts", "test/common/x.ts", "test/house/misc.test.ts"])(
    "the name of %s",
    (path) => {
      expect(deadFiles(changed(house, { [path]: "" })).at(-1)).toBe(`${path}: a file is named after its noun`)
    },
  )
})

describe("a size over the limit is found", () => {
  const sizes = (text: string): ReadonlyArray<string> => sizeFaults(treeOf({ "src/rules/One.ts": text }))
  const lines = (count: number, line: (index: number) => string): string =>
    Array.from({ length: count }, (_, index) => line(index)).join("\n")
  const body = (count: number): string =>
    `export const f = () => {\n${lines(count - 2, (index) => `  g(${index})`)}\n}\n`

  test("a function of 60 lines passes, one of 61 does not", () => {
    expect(sizes(body(60))).toEqual([])
    expect(sizes(body(61))).toEqual(["src/rules/One.ts:1: f has 61 lines"])
  })

  test("a module of 400 lines passes, one of 401 does not; comments and blank lines do not count", () => {
    const code = (count: number): string =>
      lines(count, (index) => `/**\n * A comment.\n */\n\nconst v${index} = ${index} // more`)
    expect(sizes(code(400))).toEqual([])
    expect(sizes(code(401))).toEqual(["src/rules/One.ts: 401 lines of code, more than 400"])
  })

  test("the rows of a table do not count, unless they hold functions", () => {
    const table = (row: string): string => `export const table = [\n${lines(401, () => `  ${row},`)}\n]\n`
    expect(sizes(table('{ id: "P-001", value: make("5") }'))).toEqual([])
    expect(sizes(table("() => 1"))).toHaveLength(1)
  })
})

describe("a suppression is found", () => {
  const faultsIn = (path: string, line: string): ReadonlyArray<string> => suppressionFaults(treeOf({ [path]: line }))
  const reason = "the rule is wrong about generated code"

  test.each([
    ["without a rule", "src/rules/One.ts", "// biome-ignore: no reason given"],
    ["without a reason", "src/rules/One.ts", "// biome-ignore lint/style/useConst"],
    ["with an empty reason", "src/rules/One.ts", "// biome-ignore lint/style/useConst: x"],
    ["of the compiler in src", "src/rules/One.ts", `// @ts-expect-error ${reason}`],
    ["of the compiler without a reason", "test/rules/One.test.ts", "// @ts-expect-error"],
    ["that hides what is not there", "test/rules/One.test.ts", `// @ts-ignore ${reason}`],
    ["of a whole file", "examples/01-one.ts", `// @ts-nocheck ${reason}`],
    ["in a block comment", "src/rules/One.ts", "/* biome-ignore lint/style/useConst: x */"],
  ])("%s", (_, path, line) => expect(faultsIn(path, line)).toHaveLength(1))

  test("one with a rule and a reason passes", () => {
    expect(faultsIn("src/rules/One.ts", `// biome-ignore lint/style/useConst: ${reason}`)).toEqual([])
    expect(faultsIn("src/rules/One.ts", "x() // biome-ignore format: one line")).toEqual([])
    expect(faultsIn("test/rules/One.test.ts", "// @ts-expect-error two literal units cannot be added")).toEqual([])
  })
})

describe("a section out of order is found", () => {
  const banner = (name: string): string => `// ${"-".repeat(64)} ${name}`
  const module = (...parts: ReadonlyArray<string>): ReadonlyArray<string> =>
    sectionFaults(treeOf({ "src/rules/One.ts": `/** One. */\nimport "./Two.js"\n\n${parts.join("\n\n")}\n` }))
  const one = "export const one = 1"

  test("the sections in order pass", () => {
    expect(module(...SECTIONS.flatMap((name) => [banner(name), one]))).toEqual([])
  })

  test.each([
    ["a later section above", [banner("guards"), one, banner("models"), one]],
    ["a section twice", [banner("guards"), one, banner("guards"), one]],
    ["an unknown section", [banner("utils"), one]],
    ["an empty section", [banner("models"), banner("guards"), one]],
    ["an empty section at the end", [banner("models"), one, banner("guards")]],
    ["a short banner", ["// ------ models", one]],
    ["code above the first banner", [one, banner("guards"), one]],
    ["no banner at all", [one]],
  ])("%s", (_, parts) => expect(module(...parts)).toHaveLength(1))
})

describe("prose about what does not exist is found", () => {
  const faultsOf = (text: string): ReadonlyArray<string> => proseFaults(changed(house, { "docs/guide.md": text }))

  test.each([
    ["a path", "see `src/rules/Two.ts`", "docs/guide.md:1: src/rules/Two.ts does not exist"],
    ["a folder", "see `test/rules/`", "docs/guide.md:1: test/rules/ does not exist"],
    ["a file at the top", "see `CHANGES.md`", "docs/guide.md:1: CHANGES.md does not exist"],
    ["a link", "[here](../examples/02-two.ts)", "docs/guide.md:1: links to examples/02-two.ts, which does not exist"],
    ["a script", "run `npm run dance`", "docs/guide.md: there is no script dance"],
    ["a script in a block", "```sh\nnpm run dance\n```", "docs/guide.md: there is no script dance"],
    ["a member of a module", "\n`One.two` is gone", "docs/guide.md:2: One.two is not exported"],
    ["an area", "`dangjian/attic`", "docs/guide.md:1: dangjian/attic is no area"],
  ])("%s", (_, text, fault) => expect(faultsOf(text)).toEqual([fault]))

  test("what exists passes", () => {
    const text =
      "`src/rules/One.ts` `src/rules/` `package.json` `npm run demo` `One.one` `dangjian/rules` `src/<area>/<Noun>.ts` [a](../src/index.ts) [b](#c)"
    expect(faultsOf(text)).toEqual([])
  })
})

describe("a place of one machine is found", () => {
  const faultsOf = (line: string): ReadonlyArray<string> => machineFaults(treeOf({ "docs/guide.md": line }))

  test.each([
    "cd /home/someone/dangjian",
    "`/tmp/out`",
    '"resolved": "https://registry.example.org/effect"',
    "C:\\Users",
  ])("%s", (line) => {
    expect(faultsOf(line)).toEqual(["docs/guide.md:1: names a place of one machine"])
  })

  test.each(["src/home/Work.ts", "`docs/site`", "the npm registry", "a/tmp/b"])("%s passes", (line) =>
    expect(faultsOf(line)).toEqual([]),
  )
})

test("a tree with a changed file is another tree", () => {
  const other: Tree = changed(house, { "src/rules/One.ts": "changed" })
  expect([house.get("src/rules/One.ts"), other.get("src/rules/One.ts")]).toEqual(["export const one = 1\n", "changed"])
})
