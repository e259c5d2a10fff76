import { describe, expect, test } from "vitest"
import { annotationFaults } from "./annotations.js"
import { readTree, treeOf } from "./tree.js"

test("every call that runs on load is annotated", () => expect(annotationFaults(readTree())).toEqual([]))

const faultsOf = (text: string): ReadonlyArray<string> =>
  annotationFaults(treeOf({ "src/rules/Bad.ts": text })).map((fault) => fault.replace("src/rules/Bad.ts:", ""))

const PURE = "/* @__PURE__ */"

describe("on a bad input", () => {
  test.each([
    ["a call", "export const a = Schema.Struct({})", "1: Schema.Struct({})"],
    ["a call in an annotated call", `export const a = ${PURE} f(g())`, "1: g()"],
    ["a call in an object", `export const a = { b: f() }`, "1: f()"],
    ["a call in the brackets of a chain", `export const a = ${PURE} f(g()).h()`, "1: g()"],
    ["a call at the end of a chain", `export const a = ${PURE} f().check(g())`, "1: g()"],
    ["an annotation at the wrong end", `export const a = f(${PURE} g())`, "1: f(/* @__PURE__ */ g())"],
    ["a made object", "export const a = new Map()", "1: new Map()"],
    ["a cast call", "export const a = f() as number", "1: f()"],
    ["a call in a spread", `export const a = { ...f() }`, "1: f()"],
    ["a call of a static field", "export class A { static b = f() }", "1: f()"],
    ["a class made by a call", "export class A extends f() {}", "1: f()"],
    ["a computed key", `export const a = ${PURE} f({ [key]: 1 })`, "1: [key]"],
    ["a tagged text", "export const a = tag`x`", "1: tag`x`"],
    ["a bare call", "f()", "1: a statement that runs on load"],
    ["a loop", "for (const a of []) {}", "1: a statement that runs on load"],
  ])("%s is found", (_, text, fault) => expect(faultsOf(text)).toEqual([fault]))

  test.each([
    ["an annotated call", `export const a = ${PURE} Schema.Struct({ b: ${PURE} Schema.optionalKey(Schema.String) })`],
    ["an annotated chain", `export const a = ${PURE} Schema.String.check(${PURE} Schema.makeFilter((b) => f(b)))`],
    ["an annotated cast", `export const a = ${PURE} f() as number`],
    ["calls inside functions", "export const a = (b: number) => f(b)\nexport function c() { return f() }"],
    ["an older mark", "export const a = /* #__PURE__ */ f()"],
  ])("%s pass", (_, text) => expect(faultsOf(text)).toEqual([]))
})
