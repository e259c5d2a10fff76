import { describe, expect, test } from "vitest"
import { effectFaults, installed } from "./effectModules.js"
import { readTree, treeOf } from "./tree.js"

test("src imports only stable modules of effect, by subpath", () => expect(effectFaults(readTree())).toEqual([]))

describe("on a bad input", () => {
  const faultsOf = (text: string): ReadonlyArray<string> => effectFaults(treeOf({ "src/rules/Bad.ts": text }))

  test.each([
    ["the barrel", 'import { Schema } from "effect"', "imports effect without a subpath"],
    ["a type from the barrel", 'import type { Schema } from "effect"', "imports effect without a subpath"],
    ["an unstable module", 'import * as Arbitrary from "effect/Arbitrary"', "effect/Arbitrary is unstable"],
    ["an unknown module", 'import * as Nothing from "effect/Nothing"', "effect has no module Nothing"],
  ])("%s is found", (_, text, fault) => expect(faultsOf(text)).toEqual([`src/rules/Bad.ts:1: ${fault}`]))

  test("stable modules pass", () => {
    expect(faultsOf('import * as Schema from "effect/Schema"\nimport * as Result from "effect/Result"')).toEqual([])
  })
})

test("the head of a module is read, not a mark further down", () => {
  expect(installed("Schema")).toBe("stable")
  expect(installed("schema/SchemaJITCompiler")).not.toBe("stable")
})
