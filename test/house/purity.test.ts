import { describe, expect, test } from "vitest"
import { purityFaults } from "./purity.js"
import { readTree, sources, treeOf } from "./tree.js"

test("src reaches for nothing outside it", () => {
  expect(sources(readTree()).length).toBeGreaterThan(0)
  expect(purityFaults(readTree())).toEqual([])
})

const faultsOf = (text: string): ReadonlyArray<string> =>
  purityFaults(treeOf({ "src/rules/Bad.ts": text }), {}).map((fault) => fault.replace("src/rules/Bad.ts:", ""))

describe("on a bad input", () => {
  test.each([
    ["the clock", "export const now = () => Date.now()", "1: Date"],
    ["a date of now", "export const today = () => new Date()", "1: Date"],
    ["a high-resolution clock", "export const t = () => performance.now()", "1: performance"],
    ["chance", "export const die = () => Math.random()", "1: .random"],
    ["chance by another spelling", 'export const die = () => Math["random"]()', "1: .random"],
    ["cryptographic chance", "export const id = () => crypto.randomUUID()", "1: crypto"],
    ["the process", "export const home = () => process.env.HOME", "1: process"],
    ["a Node built-in", 'import { readFileSync } from "node:fs"\nexport const read = readFileSync', "1: node:fs"],
    ["a bare built-in", 'import { readFileSync } from "fs"\nexport const read = readFileSync', "1: fs"],
    ["a package", 'import lodash from "lodash"\nexport const read = lodash', "1: lodash"],
    ["a timer", "export const later = (f: () => void) => setTimeout(f, 1)", "1: setTimeout"],
    ["the network", 'export const get = () => fetch("x")', "1: fetch"],
    ["the console", 'export const say = () => console.log("x")', "1: console"],
    ["a locale", "export const sort = (a: string, b: string) => a.localeCompare(b)", "1: .localeCompare"],
    ["a locale's number", "export const show = (a: number) => a.toLocaleString()", "1: .toLocaleString"],
    ["a locale's format", "export const show = new Intl.NumberFormat()", "1: Intl"],
    ["require", 'export const fs = require("fs")', "1: require"],
    ["eval", 'export const two = () => eval("1 + 1")', "1: eval"],
    ["made functions", 'export const two = new Function("return 2")', "1: Function"],
    ["the global object", "export const all = globalThis", "1: globalThis"],
    ["the address of the module", "export const here = import.meta.url", "1: import.meta"],
    ["a dynamic import", 'export const x = () => import("./Other.js")', "1: a dynamic import"],
    ["waiting", "export const x = async (p: Promise<1>) => await p", "1: await"],
  ])("%s is found", (_, text, fault) => expect(faultsOf(text)).toEqual([fault]))

  test.each([
    ["comments and texts", '// Date.now() and console.log\nexport const text = "Math.random()"'],
    ["a parameter of that name", "export const at = (process: { step: number }) => process.step"],
    [
      "a member of that name",
      "export const at = (self: { process: number; document: 1 }) => self.process + self.document",
    ],
    ["a key of that name", "export const at = { process: 1, Date: 2 }"],
    ["a refusal of dates", "export const is = (value: unknown) => value instanceof Date"],
    ["the allowed package", 'import { sha256 } from "@noble/hashes/sha2.js"\nexport const hash = sha256'],
  ])("%s pass", (_, text) => expect(faultsOf(text)).toEqual([]))
})

describe("what a file is allowed", () => {
  const tree = treeOf({ "src/interop/Wide.ts": "export const wide = () => new TextDecoder()" })
  const reason = "the bytes of a spreadsheet come in the encoding of its program"

  test("passes with a reason", () =>
    expect(purityFaults(tree, { "src/interop/Wide.ts": { TextDecoder: reason } })).toEqual([]))

  test("is refused without a reason, and when nothing needs it", () => {
    expect(purityFaults(tree, { "src/interop/Wide.ts": { TextDecoder: "" } })).toHaveLength(1)
    expect(purityFaults(tree, { "src/interop/Wide.ts": { TextDecoder: reason, Intl: reason } })).toHaveLength(1)
  })
})
