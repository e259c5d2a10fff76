import ts from "typescript"
import { describe, expect, test } from "vitest"
import { housePicture, PICTURE, picture, surfaceFaults } from "./surface.js"
import { modules, readTree, textOf, treeOf } from "./tree.js"

test("the public surface is the committed picture", () => {
  const tree = readTree()
  expect(surfaceFaults(textOf(tree, PICTURE), housePicture(tree))).toEqual([])
})

const pictureOf = (text: string): string => {
  const tree = treeOf({ "src/index.ts": 'export * as One from "./rules/One.js"\n', "src/rules/One.ts": text })
  const host: ts.CompilerHost = {
    ...ts.createCompilerHost({}),
    getSourceFile: (path, version) => {
      const source = tree.get(path)
      return source === undefined ? undefined : ts.createSourceFile(path, source, version, true)
    },
    fileExists: (path) => tree.has(path),
    readFile: (path) => tree.get(path),
    getCurrentDirectory: () => "",
  }
  const program = ts.createProgram(["src/rules/One.ts"], { noLib: true, types: [], strict: true }, host)
  return picture(program, modules(tree), (path) => path)
}

const sample = [
  "/** Words do not belong to the surface. */",
  "export interface Pair { readonly left: string; right?: number }",
  "export type Side = keyof Pair",
  "export const side = (pair: Pair, at: Side): string => pair.left + at",
  "export const least = 1",
  "export function swap(pair: Pair): Pair { return pair }",
  "export class Held { readonly pair: Pair; constructor(pair: Pair) { this.pair = pair } }",
  "const hidden = 2",
].join("\n")

test("a picture holds kinds, names and types, in order of name, and nothing that is not exported", () => {
  expect(pictureOf(sample)).toBe(
    [
      "rules/One",
      "  class Held { new (pair: Pair): Held; pair: Pair }",
      "  interface Pair { readonly left: string; right?: number; }",
      "  type Side = keyof Pair",
      "  const least: 1",
      "  const side: (pair: Pair, at: Side) => string",
      "  function swap: (pair: Pair) => Pair",
      "",
    ].join("\n"),
  )
})

describe("on a bad input", () => {
  const diff = (from: string, to: string): ReadonlyArray<string> =>
    surfaceFaults(pictureOf(sample), pictureOf(sample.replace(from, to)))

  test("nothing differs where only words and hidden things do", () => {
    expect(diff("Words", "Sentences")).toEqual([])
    expect(diff("const hidden = 2", "const hidden = 3")).toEqual([])
  })

  test.each([
    ["an export that is gone", "export const least = 1", "", 1],
    ["an export that is new", "const hidden", "export const hidden", 1],
    ["another value of a constant type", "least = 1", "least = 2", 2],
    ["an argument that is no longer needed", "at: Side)", "at?: Side)", 2],
    ["another result, which nobody wrote down", "Side): string => pair.left + at", "Side) => pair.right", 2],
    ["a field that became optional", "left: string", "left?: string", 2],
    ["a field that may be written", "readonly left", "left", 2],
    ["a member of a class", "readonly pair: Pair;", "readonly pair: Pair; readonly more = 1;", 2],
  ])("%s is found", (_, from, to, count) => expect(diff(from, to)).toHaveLength(count))

  test("a module that is gone, and another order, are found", () => {
    expect(surfaceFaults("a/One\n  const one: 1\n\nb/Two\n  const two: 2\n", "a/One\n  const one: 1\n")).toHaveLength(2)
    expect(surfaceFaults("a/One\n\nb/Two\n", "b/Two\n\na/One\n")).toEqual(["the picture is in another order"])
  })

  test("a long type is cut, and its digest tells two apart", () => {
    const long = (last: string): string => `export type Long = "${"x".repeat(700)}${last}"`
    expect(pictureOf(long("a")).length).toBeLessThan(700)
    expect(surfaceFaults(pictureOf(long("a")), pictureOf(long("b")))).toHaveLength(2)
  })
})
