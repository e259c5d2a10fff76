import { describe, expect, test } from "vitest"
import { commands, firstSentence, moduleMap, nameFaults, quickStart, readmeFaults } from "./names.js"
import { changed, readTree, type Tree, treeOf } from "./tree.js"

const tree = readTree()

describe("one name in five places", () => {
  test("file, namespace, test file and module map agree", () => expect(nameFaults(tree)).toEqual([]))
  test("the two READMEs keep the same commands and code", () => expect(readmeFaults(tree)).toEqual([]))
})

const map = (...rows: ReadonlyArray<string>): string => `| area | module | about |\n|---|---|---|\n${rows.join("\n")}\n`

const START = "```sh\nnpm ci && npm run demo\nnpm ci && npm test\n```\n"

const house = treeOf({
  "README.md": START + map("| `rules` | `One` | The first (一). |", "| `rules` | `Two` | The second (二). |"),
  "README.zh-CN.md": START + map("| `rules` | `One` | 一。 |", "| `rules` | `Two` | 二。 |"),
  "src/index.ts":
    '// ---------------------------------------------------------------- rules\nexport * as One from "./rules/One.js"\nexport * as Two from "./rules/Two.js"\n',
  "src/rules/index.ts": 'export * as One from "./One.js"\nexport * as Two from "./Two.js"\n',
  "src/rules/One.ts": "/**\n * The first (一). And more of it.\n */\nexport const one = 1\n",
  "src/rules/Two.ts": "/**\n * The\n * second (二).\n *\n * Apart.\n */\nexport const two = 2\n",
  "test/rules/One.test.ts": "",
  "test/rules/Two.laws.test.ts": "",
})

const faultsWith = (files: Readonly<Record<string, string | undefined>>): ReadonlyArray<string> =>
  nameFaults(changed(house, files))

describe("on a bad input", () => {
  test("the sample has no fault", () => {
    expect(nameFaults(house)).toEqual([])
    expect(readmeFaults(house)).toEqual([])
  })

  const swap = (path: string, from: string, to: string): Readonly<Record<string, string>> => ({
    [path]: (house.get(path) ?? "").replace(from, to),
  })

  test.each([
    ["a module without a test", { "test/rules/One.test.ts": undefined }, "test/rules/One.test.ts: is missing"],
    ["a test of nothing", { "test/rules/Three.test.ts": "" }, "test/rules/Three.test.ts: tests no module"],
    ["a type test of nothing", { "test/rules/Three.test-d.ts": "" }, "test/rules/Three.test-d.ts: tests no module"],
    ["two files of one name", { "src/points/One.ts": "" }, "src/rules/One.ts: src/points/One.ts has the same name"],
    [
      "two names that differ in a capital",
      { "src/points/ONE.ts": "" },
      "src/rules/One.ts: src/points/ONE.ts has the same name",
    ],
    ["a small letter", { "src/rules/three.ts": "" }, "src/rules/three.ts: a file is one capitalised noun"],
    [
      "a folder in an area",
      { "src/rules/deep/Three.ts": "" },
      "src/rules/deep/Three.ts: a module stands in the folder of its area",
    ],
    [
      "a renamed namespace",
      swap("src/index.ts", "as Two", "as Three"),
      "src/index.ts: the namespace Three comes from src/rules/Two.ts",
    ],
    [
      "a list that lacks one",
      { "src/rules/index.ts": 'export * as One from "./One.js"\n' },
      "the lists of the areas: rules/Two is missing",
    ],
    [
      "a row that is missing",
      swap("README.md", "| `rules` | `Two` | The second (二). |", ""),
      "README.md: rules/Two is missing",
    ],
    [
      "a row too many",
      swap("README.zh-CN.md", "| `rules` | `One`", "| `rules` | `Zero` | 零。 |\n| `rules` | `One`"),
      "README.zh-CN.md: rules/Zero is no module",
    ],
    [
      "a row that says something else",
      swap("README.md", "The first", "The last"),
      "README.md: rules/One should read: The first (一).",
    ],
    [
      "a Chinese row in English",
      swap("README.zh-CN.md", "| 一。 |", "| one. |"),
      "README.zh-CN.md: One is not told in Chinese",
    ],
  ])("%s is found", (_, files, fault) => expect(faultsWith(files)).toContain(fault))

  test("rows in another order are found", () => {
    const turned = START + map("| `rules` | `Two` | The second (二). |", "| `rules` | `One` | The first (一). |")
    expect(faultsWith({ "README.md": turned })).toEqual(["README.md: not in the order of the house"])
  })

  test("a third line in the quick start, and another command in Chinese, are found", () => {
    const longer = (house.get("README.md") ?? "").replace("npm test\n", "npm test\nnpm run build\n")
    expect(readmeFaults(changed(house, { "README.md": longer }))).toHaveLength(2)
    expect(
      readmeFaults(changed(house, { "README.zh-CN.md": `${house.get("README.zh-CN.md")}\n\`\`\`sh\nnpm i\n\`\`\`\n` })),
    ).toHaveLength(1)
  })

  test("other code in Chinese is found", () => {
    const code: Tree = changed(house, { "README.zh-CN.md": `${house.get("README.zh-CN.md")}\n\`\`\`ts\n1\n\`\`\`\n` })
    expect(readmeFaults(code)).toEqual(["README.zh-CN.md: other code"])
  })
})

test("the readers of a README read what stands there", () => {
  const text = house.get("README.md") ?? ""
  expect(quickStart(text)).toEqual(["npm ci && npm run demo", "npm ci && npm test"])
  expect(commands(`${text}\n\`\`\`sh\nnpm i\n\`\`\`\n`)).toHaveLength(3)
  expect(moduleMap(text).map(({ area, name }) => `${area}/${name}`)).toEqual(["rules/One", "rules/Two"])
  expect(firstSentence("src/rules/Two.ts", house.get("src/rules/Two.ts") ?? "")).toBe("The second (二).")
})
