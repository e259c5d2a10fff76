import { describe, expect, test } from "vitest"
import { lockFaults } from "./lock.js"
import { readTree, type Tree, treeOf } from "./tree.js"

test("the lockfiles are complete and name no registry", () => {
  expect([...readTree().keys()].filter((path) => path.endsWith("package-lock.json"))).toEqual([
    "package-lock.json",
    "test/consumer/package-lock.json",
  ])
  expect(lockFaults(readTree())).toEqual([])
})

describe("on a bad input", () => {
  const lock = (packages: object): Tree => treeOf({ "package-lock.json": JSON.stringify({ packages }) })
  const root = { dependencies: { one: "1" } }

  test("a complete lock passes, nested packages too", () => {
    const nested = {
      "node_modules/one": { version: "1", dependencies: { two: "1" } },
      "node_modules/one/node_modules/two": { version: "1" },
    }
    expect(lockFaults(lock({ "": root, ...nested }))).toEqual([])
    const above = { "node_modules/one/node_modules/two": { version: "1", dependencies: { one: "1" } } }
    expect(lockFaults(lock({ "": root, "node_modules/one": { version: "1" }, ...above }))).toEqual([])
  })

  test("an address is found", () => {
    const resolved = "somewhere/one-1.tgz"
    expect(lockFaults(lock({ "": root, "node_modules/one": { version: "1", resolved } }))).toEqual([
      "package-lock.json: node_modules/one has an address",
    ])
  })

  test("a package for another platform without an entry is found", () => {
    const one = { version: "1", optionalDependencies: { "@one/other-platform": "1" } }
    expect(lockFaults(lock({ "": root, "node_modules/one": one }))).toEqual([
      "package-lock.json: @one/other-platform, which node_modules/one needs, is missing",
    ])
  })

  test("an entry without a version, and a dependency nobody locked, are found", () => {
    expect(lockFaults(lock({ "": root, "node_modules/one": {} }))).toHaveLength(1)
    expect(lockFaults(lock({ "": root }))).toEqual(["package-lock.json: one, which the root needs, is missing"])
  })
})
