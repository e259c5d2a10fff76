import { describe, expect, test } from "vitest"
import { flowFaults, termFaults } from "./pages.js"
import { changed, readTree, type Tree, treeOf } from "./tree.js"

const tree = readTree()

test("the river names modules in the order of the house", () => expect(flowFaults(tree)).toEqual([]))
test("the glossary names what the code exports", () => expect(termFaults(tree)).toEqual([]))

const FLOW = "| stage | input | output | module | law |\n|---|---|---|---|---|\n"
const TERMS = "| Chinese | English | by | identifier |\n|---|---|---|---|\n"

const house = treeOf({
  "src/index.ts": 'export * as One from "./rules/One.js"\nexport * as Two from "./rules/Two.js"\n',
  "src/rules/One.ts": "export const one = 1\n",
  "src/rules/Two.ts": "export type Second = 2\n",
  "docs/flow.md": `${FLOW}| start | a | b | \`One\` | c |\n| end | a | b | \`Two\` | c |\n`,
  "docs/terms.md": `${TERMS}| 一 | one | P | \`One.one\` |\n| 二 | second | O | \`Two.Second\` |\n`,
})

const withText = (path: string, from: string, to: string): Tree =>
  changed(house, { [path]: (house.get(path) ?? "").replace(from, to) })

describe("on a bad input", () => {
  test("the sample has no fault", () => expect([...flowFaults(house), ...termFaults(house)]).toEqual([]))

  test.each([
    ["a module that is gone", "`One`", "`Three`", "start: Three is no module"],
    ["a stage without a module", "`One`", "one", "start: names no module"],
    ["a stage without a law", "| c |", "|  |", "start: not the five columns"],
    ["stages out of order", "`Two`", "`Two` `One`", "end: One stands before the module above it"],
  ])("%s is found", (_, from, to, fault) => expect(flowFaults(withText("docs/flow.md", from, to))).toContain(fault))

  test("an area without a stage is found", () => {
    const more = `${house.get("src/index.ts")}export * as Third from "./interop/Third.js"\n`
    expect(flowFaults(changed(house, { "src/index.ts": more }))).toEqual(["no stage of the river is in interop"])
  })

  test.each([
    ["an identifier that is gone", "`One.one`", "`One.two`", "一: One.two is not exported"],
    ["a module that is gone", "`One.one`", "`Three`", "一: Three is not exported"],
    ["a term without an identifier", "`One.one`", "", "一: names nothing in the code"],
    ["a term without its English", "| one |", "|  |", "一: incomplete"],
    ["a term without its source", "| P |", "| X |", "一: incomplete"],
    ["a term told twice", "| 二 |", "| 一 |", "一: told twice"],
  ])("%s is found", (_, from, to, fault) => expect(termFaults(withText("docs/terms.md", from, to))).toEqual([fault]))
})
