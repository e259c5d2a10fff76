import { describe, expect, test } from "vitest"
import { numbered, numberFaults } from "./examples.js"
import { changed, readTree, treeOf } from "./tree.js"

test("the examples are numbered in reading order and import by the published name", () => {
  expect(numbered(readTree()).length).toBeGreaterThan(0)
  expect(numberFaults(readTree())).toEqual([])
})

describe("on a bad input", () => {
  const house = treeOf({
    "examples/01-one.ts": 'import { One } from "dangjian/rules"\n',
    "examples/02-two.ts": 'import "./01-one.js"\n',
    "examples/data/rows.ts": "",
  })

  test("the sample has no fault", () => {
    expect(numbered(house)).toEqual(["examples/01-one.ts", "examples/02-two.ts"])
    expect(numberFaults(house)).toEqual([])
  })

  test.each([
    ["a gap", { "examples/04-four.ts": "" }],
    ["a number twice", { "examples/02-three.ts": "" }],
    ["no number", { "examples/three.ts": "" }],
    ["an import by path", { "examples/03-three.ts": 'import { One } from "../src/rules/One.js"\n' }],
  ])("%s is found", (_, files) => expect(numberFaults(changed(house, files))).toHaveLength(1))
})
