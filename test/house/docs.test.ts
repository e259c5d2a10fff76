import { describe, expect, test } from "vitest"
import { run, typeFaults, write } from "./docExamples.js"
import { announced, docExamples, docFaults, type Example, exampleFaults, pageExamples, typedCode } from "./docs.js"
import { readTree, type Tree, treeOf } from "./tree.js"

const tree = readTree()

describe("the doc comments", () => {
  test("every export has one, in the grammar", () => expect(docFaults(tree)).toEqual([]))
  test("the pages of docs hold no code of their own", () => expect(typedCode(tree)).toEqual([]))
})

describe("the examples", () => {
  const examples = docExamples(tree)
  const all = [...examples, ...pageExamples(tree)]
  const written = write(all, "house")

  test("every announced example is found", () => {
    expect(examples.length).toBeGreaterThan(0)
    expect(examples.length).toBe(announced(tree))
    expect(pageExamples(tree).length).toBeGreaterThan(0)
  })

  test("they assert, and import by the published name", () => expect(exampleFaults(all)).toEqual([]))

  test("they are well typed", () => expect(typeFaults(written)).toEqual([]))

  test("executed = found", async () => {
    const { failed, ran } = await run(written)
    expect(failed).toEqual([])
    expect(ran).toEqual(all.map(({ at }) => at))
  })
})

const HEAD = "/**\n * A module.\n *\n * @since 0.1.0\n */\n"

const withModule = (text: string): Tree =>
  treeOf({ "src/index.ts": 'export * as One from "./rules/One.js"\n', "src/rules/One.ts": text })

const comment = (...lines: ReadonlyArray<string>): string =>
  `/**\n${lines.map((line) => ` * ${line}`).join("\n")}\n */\n`

const EXAMPLE = ["@example", "```ts", "assert.equal(1, 1)", "```"]

describe("a bad comment is found", () => {
  const faultsOf = (text: string): ReadonlyArray<string> =>
    docFaults(withModule(HEAD + text)).map((fault) => fault.replace(/^src\/rules\/One\.ts:\d+: /, ""))
  const good = ["One (一).", "", ...EXAMPLE, "", "@category getters", "@since 0.1.0"]
  const drop = (start: string): string => comment(...good.filter((line) => !line.startsWith(start)))

  test("the sample has no fault", () => expect(faultsOf(`${comment(...good)}export const one = () => 1`)).toEqual([]))

  test.each([
    ["none at all", "export const one = 1", "no doc comment"],
    ["a comment of another kind", "// One.\nexport const one = 1", "no doc comment"],
    ["no first paragraph", `${drop("One")}export const one = () => 1`, "no first paragraph"],
    [
      "a first paragraph that is cut off",
      `${comment("One", "", "@category models", "@since 0.1.0")}export type A = 1`,
      "the first paragraph is no sentence",
    ],
    ["no category", `${drop("@category")}export const one = () => 1`, "no @category"],
    [
      "a category named utils",
      `${comment("One.", "", "@category utils", "@since 0.1.0")}export type A = 1`,
      "the category utils is no section",
    ],
    ["no version", `${drop("@since")}export const one = () => 1`, "no @since"],
    [
      "a function without an example",
      `${comment("One.", "", "@category getters", "@since 0.1.0")}export const one = () => 1`,
      "no @example",
    ],
    [
      "an example without code",
      `${comment("One.", "", "@example one()", "", "@category getters", "@since 0.1.0")}export const one = () => 1`,
      "no @example",
    ],
    [
      "parts in another order",
      `${comment("One.", "", "**Gotchas**", "", "**Details**", "", "@category models", "@since 0.1.0")}export type A = 1`,
      "the parts are When to use, Details, Gotchas, in this order",
    ],
    [
      "an export of something declared elsewhere",
      'export { one } from "./Two.js"',
      "an export stands where it is declared",
    ],
  ])("%s", (_, text, fault) => expect(faultsOf(text)).toEqual([fault]))

  test("a module without a comment at its head", () => {
    expect(docFaults(withModule("const one = 1\n"))).toEqual(["src/rules/One.ts: no comment at its head"])
    expect(docFaults(withModule("/** A module. */\nconst one = 1\n"))).toEqual([
      "src/rules/One.ts: no @since at its head",
    ])
  })

  test("a constant and a type need no example", () => {
    expect(faultsOf(`${comment("One.", "", "@category getters", "@since 0.1.0")}export const one = 1`)).toEqual([])
  })
})

describe("a bad example is found", () => {
  const sample: Example = {
    at: "src/foundation/Exact.ts:1",
    code: 'import { Exact } from "dangjian/foundation"\nimport assert from "node:assert/strict"\n\nassert.equal(Exact.text(Exact.one), "1")',
  }
  const bad = (from: string, to: string): ReadonlyArray<Example> => [{ ...sample, code: sample.code.replace(from, to) }]

  test("the sample passes", async () => {
    const written = write([sample], "sample")
    expect(exampleFaults([sample])).toEqual([])
    expect(typeFaults(written)).toEqual([])
    expect(await run(written)).toEqual({ ran: [sample.at], failed: [] })
  })

  test("an announced example without a block is not counted as found", () => {
    const announcedOnly = withModule(`${HEAD}${comment("One.", "", "@example", "one()")}export const one = 1`)
    expect([announced(announcedOnly), docExamples(announcedOnly).length]).toEqual([1, 0])
    const whole = withModule(`${HEAD}${comment("One.", "", ...EXAMPLE)}export const one = 1`)
    expect([announced(whole), docExamples(whole)]).toEqual([
      1,
      [{ at: "src/rules/One.ts:9", code: "assert.equal(1, 1)" }],
    ])
  })

  test("a wrong type", () => {
    expect(typeFaults(write(bad("Exact.one)", '"1")'), "types"))).toEqual([expect.stringContaining("not assignable")])
  })

  test("an unused import", () => {
    expect(typeFaults(write(bad("{ Exact }", "{ Exact, Fault }"), "unused"))).toHaveLength(1)
  })

  test("a wrong result", async () => {
    const { failed, ran } = await run(write(bad('"1")', '"2")'), "result"))
    expect(ran).toEqual([])
    expect(failed).toEqual([expect.stringContaining("src/foundation/Exact.ts:1: ")])
  })

  test.each([
    ["an import by path", 'from "dangjian/foundation"', 'from "../../src/foundation/index.js"', 2],
    ["no assertion", "assert.equal(", "console.log(", 1],
    ["an assertion that cannot fail", "assert.equal(", "assert(true); assert.equal(", 1],
  ])("%s", (_, from, to, count) => expect(exampleFaults(bad(from, to))).toHaveLength(count))
})

test("code typed into a page of docs is found; code taken from an example is not", () => {
  const page = (code: string): Tree =>
    treeOf({
      "docs/guide.md": `# Guide\n\n\`\`\`ts\n${code}\n\`\`\`\n`,
      "examples/01-one.ts": "const one = 1\nconst two = 2\n",
    })
  expect(typedCode(page("const two = 2"))).toEqual([])
  expect(typedCode(page("const two = 3"))).toEqual(["docs/guide.md:3: code that stands in no example or test"])
})
