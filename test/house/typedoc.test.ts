import { expect, test } from "vitest"
import { modules, readTree, treeOf } from "./tree.js"
import { type Reflection, typedocFaults } from "./typedoc.js"

const comment = { summary: [{ kind: "text", text: "One." }] }

const project = (children: ReadonlyArray<Reflection>): Reflection => ({
  name: "dangjian",
  kind: 1,
  children: [{ name: "rules", kind: 2, children }],
})

const house = treeOf({
  "src/index.ts": 'export * as One from "./rules/One.js"\nexport * as Two from "./rules/Two.js"\n',
})
const both = [
  { name: "One", kind: 4, comment },
  { name: "Two", kind: 4, comment },
]

test("the modules that typedoc shows are those of the house", () => {
  expect(typedocFaults(house, project(both))).toEqual([])
  expect(modules(readTree()).length).toBeGreaterThan(0)
})

test("a missing module, one too many and one without words are found", () => {
  expect(typedocFaults(house, project(both.slice(1)))).toEqual(["typedoc shows no module rules/One"])
  expect(typedocFaults(house, project([...both, { name: "Three", kind: 4, comment }]))).toEqual([
    "typedoc shows rules/Three, which is no module",
  ])
  expect(typedocFaults(house, project([{ name: "One", kind: 4 }, ...both.slice(1)]))).toEqual([
    "typedoc shows rules/One without a word about it",
  ])
})
