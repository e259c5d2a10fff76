import { build } from "esbuild"
import { describe, expect, test } from "vitest"
import { neutralFaults, type Verb, verbs, weigh, weightFaults } from "./bundles.js"
import { modules, ROOT, readTree, treeOf } from "./tree.js"

const tree = readTree()

/** Bytes, minified, of the heaviest verb without a schema: the plan, which holds two ways to every result. `Result` of effect alone takes 14 kB of it. */
const LIMIT = 125_000

/** The linter is for whoever drafts a text, not for pages: it holds every check, with the interpreter that shows its witnesses. The sentences are those of every area, in two languages. */
const HEAVIER = { "rules/Lint": 240_000, "interop/Sentence": 180_000 }

const presets = [...tree.keys()].flatMap((path) => /^src\/presets\/(\w+)\.ts$/.exec(path)?.[1] ?? [])

/** The presets that a bundle of a text keeps something of. */
const presetsIn = async (contents: string): Promise<ReadonlyArray<string>> => {
  const { metafile } = await build({
    stdin: { contents, resolveDir: ROOT, loader: "ts" },
    bundle: true,
    format: "esm",
    minify: true,
    write: false,
    metafile: true,
    outdir: "out",
    logLevel: "silent",
  })
  return Object.values(metafile.outputs)
    .flatMap(({ inputs }) => Object.entries(inputs))
    .flatMap(([input, { bytesInOutput }]) => {
      const name = /src\/presets\/([A-Z]\w*)\.ts$/.exec(input)?.[1]
      return name === undefined || bytesInOutput === 0 ? [] : [name]
    })
    .sort()
}

/** Verbs and modules whose work is to decode or to read a schema. */
const USES_SCHEMAS: Readonly<Record<string, string>> = {
  "foundation/Quantity.schema": "makes a schema for one unit",
  "foundation/Dated.schema": "makes a schema from the schema of a value",
  "foundation/Document.make": "decodes with the schema it is given",
  "process/Journal.entry": "makes a schema from the schema of a payload",
  "process/Journal.document": "makes a document from the schema of a payload",
  "process/Journal.reader": "decodes with the schema it is given",
  "process/Chain.document": "makes a document from the schema of a payload",
  "process/Posting.view": "shows what the annotations of the schema let an audience see",
  "orders/OrderView.view": "shows what the annotations of the schema let an audience see",
  "orders/OrderView.timeline": "shows what the annotations of the schema let an audience see",
  "orders/OrderView.sheet": "shows what the annotations of the schema let an audience see",
  "orders/OrderLog.decode": "reads lines with the schemas of what they hold",
  "rules/Builder.book": "checks what was built with the schema of a rulebook",
  "rules/Builder.bookUnsafe": "checks what was built with the schema of a rulebook",
  "rules/Builder.fill": "checks the filled book with the schema of a rulebook",
  "rules/Lint.repair": "reads the mended document with the schema of a rulebook",
}

test("a pure verb costs its user no schema code", async () => {
  const list = verbs(tree)
  const weights = await weigh(list)
  expect(weights).toHaveLength(list.length)
  expect(new Set(weights.map(({ verb }) => verb.replace(/\.\w+$/, ""))).size).toBeGreaterThan(modules(tree).length / 2)
  expect(weightFaults(weights, LIMIT, USES_SCHEMAS, HEAVIER)).toEqual([])
})

test("adding two numbers costs less than a kilobyte and nothing of effect", async () => {
  const [weight] = await weigh([{ path: "src/foundation/Exact.ts", name: "add" }])
  expect(weight?.bytes).toBeGreaterThan(100)
  expect(weight?.bytes).toBeLessThan(1000)
})

test("the whole library bundles for a browser", async () => {
  expect(await neutralFaults('export * from "./src/index.ts"')).toEqual([])
})

test("of the presets a bundler keeps the one that is used", async () => {
  const others = presets.filter((name) => !["HuaningStars", "index", "WendengVillageLines"].includes(name))
  expect(others.length).toBeGreaterThan(9)
  const kept = await presetsIn(
    'import { HuaningStars } from "./src/presets/index.js"; export default HuaningStars.rulebook',
  )
  expect(kept).toEqual(["HuaningStars"])
  expect(await presetsIn('import * as presets from "./src/presets/index.js"; export default presets')).toHaveLength(
    others.length + 2,
  )
})

describe("on a bad input", () => {
  test("a Node built-in does not bundle for a browser", async () => {
    expect(await neutralFaults('export { readFileSync } from "node:fs"')).toHaveLength(1)
  })

  const verb: Verb = { path: "src/foundation/Exact.ts", name: "add" }
  const bad = (schema: string): Readonly<Record<string, string>> => ({
    [verb.path]: `import * as Schema from "effect/Schema"\nexport const Two = ${schema}\nexport const add = (a: number) => a + 1\n`,
  })

  test("one call without its annotation beside a pure verb is found", async () => {
    const weights = await weigh([verb], bad("Schema.Struct({ a: Schema.String })"))
    expect(weightFaults(weights, LIMIT, {})).toEqual([
      expect.stringMatching(/^foundation\/Exact\.add: \d{4,} bytes of/),
    ])
  })

  test("the same with its annotation passes", async () => {
    const weights = await weigh([verb], bad("/* @__PURE__ */ Schema.Struct({ a: Schema.String })"))
    expect(weightFaults(weights, LIMIT, {})).toEqual([])
    expect(weights[0]?.bytes).toBeLessThan(100)
  })

  const weight = { verb: "rules/Plan.run", bytes: 900, schemaBytes: 0 }

  test("an over-long verb is found", () => expect(weightFaults([weight], 899, {})).toHaveLength(1))

  test("a module with a limit of its own is held to that one", () => {
    expect(weightFaults([weight], 100, {}, { "rules/Plan": 900 })).toEqual([])
    expect(weightFaults([weight], 1000, {}, { "rules/Plan": 899 })).toHaveLength(1)
  })

  test("a listed verb that holds no schema, and one listed without a reason, are found", () => {
    expect(weightFaults([weight], 900, { "rules/Plan": "reads documents with their schema" })).toHaveLength(1)
    expect(weightFaults([{ ...weight, schemaBytes: 9 }], 900, { "rules/Plan.run": "" })).toHaveLength(1)
    expect(weightFaults([{ ...weight, schemaBytes: 9 }], 900, { "rules/Plan": "reads documents" })).toEqual([])
  })
})

test("the verbs are the exported functions of the listed modules", () => {
  const small = treeOf({
    "src/index.ts": 'export * as One from "./foundation/One.js"\n',
    "src/foundation/One.ts":
      "export const a = () => 1\nexport function b() { return 2 }\nexport const c = 3\nconst d = () => 4\nexport type E = typeof d\n",
  })
  expect(verbs(small).map(({ name }) => name)).toEqual(["a", "b"])
})
