import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Canonical from "../../src/foundation/Canonical.js"
import * as Document from "../../src/foundation/Document.js"
import { make as fault } from "../../src/foundation/Fault.js"

type Node =
  | { readonly op: "leaf"; readonly name: string; readonly weight?: number }
  | { readonly op: "sum"; readonly of: ReadonlyArray<Node> }

const Node: Schema.Codec<Node> = Schema.Union([
  Schema.Struct({
    op: Schema.Literal("leaf"),
    name: Schema.NonEmptyString,
    weight: Schema.optionalKey(Schema.Int.check(Schema.makeFilter((value: number) => value > 0 || "node.weight"))),
  }),
  Schema.Struct({ op: Schema.Literal("sum"), of: Schema.Array(Schema.suspend((): Schema.Codec<Node> => Node)) }),
])

interface Book {
  readonly format: 1
  readonly title: string
  readonly open: boolean
  readonly root: Node
  readonly levels: { readonly [name: string]: { readonly at: number } }
}

const Book = Document.make<Book>({
  name: "Book",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Schema.Literal(1),
      title: Schema.String,
      open: Schema.Boolean,
      root: Node,
      levels: Schema.Record(Schema.String, Schema.Struct({ at: Schema.Int })),
    }),
  check: ({ open, title }) => (open && title === "" ? [fault("book.untitled", {}, ["title"])] : []),
})

const texts = fc.string({ unit: "grapheme", maxLength: 4 })
const { node } = fc.letrec<{ node: Node }>((tie) => ({
  node: fc.oneof(
    { depthSize: "small" },
    fc.record(
      { op: fc.constant("leaf" as const), name: texts.filter((text) => text !== ""), weight: fc.integer({ min: 1 }) },
      { requiredKeys: ["op", "name"], noNullPrototype: true },
    ),
    fc.record(
      { op: fc.constant("sum" as const), of: fc.array(tie("node"), { maxLength: 3 }) },
      { noNullPrototype: true },
    ),
  ),
}))
const books: fc.Arbitrary<Book> = fc
  .record(
    {
      format: fc.constant(1 as const),
      title: texts,
      open: fc.boolean(),
      root: node,
      levels: fc.dictionary(
        texts.filter((key) => key !== "__proto__"),
        fc.record({ at: fc.integer() }, { noNullPrototype: true }),
        { maxKeys: 3, noNullPrototype: true },
      ),
    },
    { noNullPrototype: true },
  )
  .map((book) => (book.title === "" ? { ...book, open: false } : book))

type Path = ReadonlyArray<string | number>
type Parts = Record<string | number, unknown>

const keysOf = (value: unknown): Path =>
  Array.isArray(value)
    ? value.map((_, index) => index)
    : typeof value === "object" && value !== null
      ? Object.keys(value)
      : []

const places = (value: unknown): ReadonlyArray<Path> =>
  keysOf(value).flatMap((key) => [[key], ...places((value as Parts)[key]).map((path) => [key, ...path])])

const at = (value: unknown, path: Path): unknown => path.reduce<unknown>((part, key) => (part as Parts)[key], value)

/** A copy of a document with one damage at one place. */
const damaged = (value: unknown, path: Path, damage: (parts: Parts, key: string | number) => void): unknown => {
  const copy: unknown = structuredClone(value)
  damage(at(copy, path.slice(0, -1)) as Parts, path.at(-1)!)
  return copy
}

const pathsOf = (input: unknown): ReadonlyArray<readonly [string, string]> => {
  const result = Book.decode(input)
  return Result.isFailure(result) ? result.failure.map(({ code, path }) => [code, JSON.stringify(path)]) : []
}

const placed = books.chain((book) => fc.tuple(fc.constant(book), fc.constantFrom(...places(book))))

test("decode after encode gives the same value, and encode after decode the same data", () => {
  fc.assert(
    fc.property(books, (book) => {
      const data = Result.getOrThrow(Book.encode(book))
      expect(data).toStrictEqual(book)
      expect(Result.getOrThrow(Book.decode(JSON.parse(JSON.stringify(data))))).toStrictEqual(book)
      expect(Canonical.textUnsafe(data)).toBe(Canonical.textUnsafe(book))
      expect(Book.is(book)).toBe(true)
    }),
  )
})

test("a value of another type is refused at its place, and the fault names nothing else", () => {
  let deep = 0
  fc.assert(
    fc.property(placed, fc.constantFrom<unknown>(null, "text", 7, true, [], {}), ([book, path], other) => {
      const was = at(book, path)
      const kind = (value: unknown) => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value)
      fc.pre(kind(was) !== kind(other))
      if (path.length > 3) deep++
      const found = pathsOf(damaged(book, path, (parts, key) => Object.assign(parts, { [key]: other })))
      expect(found.length).toBeGreaterThan(0)
      const place = JSON.stringify(path)
      for (const [, foundAt] of found) expect(foundAt.startsWith(place.slice(0, -1))).toBe(true)
    }),
    { numRuns: 300 },
  )
  expect(deep).toBeGreaterThan(10)
})

test("a key that is left out is refused by its name, unless it may be", () => {
  fc.assert(
    fc.property(placed, ([book, path]) => {
      const key = path.at(-1)!
      fc.pre(typeof key === "string" && key !== "weight" && !(path.length === 2 && path[0] === "levels"))
      const found = pathsOf(damaged(book, path, (parts) => delete parts[key]))
      expect(found).toEqual([["document.missing", JSON.stringify(path)]])
    }),
    { numRuns: 300 },
  )
})

test("a key too many is refused by its name, in every record with named fields", () => {
  const extra = fc.constantFrom("extra", "Title", "constructor", "toString", "then", "")
  fc.assert(
    fc.property(placed, extra, ([book, path], name) => {
      fc.pre(!(path.length === 2 && path[0] === "levels") && typeof path.at(-1) === "string")
      const found = pathsOf(damaged(book, path, (parts) => Object.assign(parts, { [name]: 1 })))
      expect(found).toEqual([["document.unexpected", JSON.stringify([...path.slice(0, -1), name])]])
    }),
    { numRuns: 300 },
  )
})

test("what is no data is refused at its place, and only there", () => {
  const strange = fc.constantFrom<() => unknown>(
    () => undefined,
    () => 0.5,
    () => 1n,
    () => new Date(0),
    () => "\udead",
    () => ({ ...new (class Name {})(), __proto__: Map.prototype }),
  )
  fc.assert(
    fc.property(placed, strange, ([book, path], part) => {
      const found = pathsOf(damaged(book, path, (parts, key) => Object.assign(parts, { [key]: part() })))
      const codes = ["canonical.notData", "canonical.notSafeInteger", "canonical.loneSurrogate"]
      expect(found).toHaveLength(1)
      expect(codes).toContain(found[0]?.[0])
      expect(found[0]?.[1]).toBe(JSON.stringify(path))
    }),
    { numRuns: 300 },
  )
})

test("two damages in two fields are both named", () => {
  fc.assert(
    fc.property(books, (book) => {
      const found = pathsOf({ ...book, title: 1, open: "yes", levels: { ...book.levels, x: { at: "1" } } })
      expect(found).toEqual([
        ["document.type", '["title"]'],
        ["document.type", '["open"]'],
        ["document.type", '["levels","x","at"]'],
      ])
    }),
  )
})

const anything = fc.anything({
  withBigInt: true,
  withBoxedValues: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSet: true,
  withSparseArray: true,
  withTypedArray: true,
  withUnicodeString: true,
})

test("decoding never throws: anything at all is a value or at least one fault", () => {
  fc.assert(
    fc.property(anything, (input) => {
      const result = Book.decode(input)
      expect(Result.isFailure(result) && result.failure.length > 0).toBe(true)
      expect(Book.is(input)).toBe(false)
    }),
    { numRuns: 500 },
  )
})

test("decoding never throws on a document with anything at any place either, and keeps what it accepts", () => {
  let accepted = 0
  fc.assert(
    fc.property(placed, anything, ([book, path], part) => {
      const input = damaged(book, path, (parts, key) => Object.assign(parts, { [key]: part }))
      const result = Book.decode(input)
      if (Result.isFailure(result)) return void expect(result.failure.length).toBeGreaterThan(0)
      accepted++
      expect(Canonical.textUnsafe(result.success)).toBe(Canonical.textUnsafe(input))
    }),
    { numRuns: 500 },
  )
  expect(accepted).toBeGreaterThan(0)
})

test("Standard Schema, `is` and `decode` agree", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        books,
        anything,
        placed.map(([book, path]) => damaged(book, path, (parts, key) => delete parts[key])),
      ),
      async (input) => {
        const result = Book.decode(input)
        const standard = await Book.standard["~standard"].validate(input)
        expect(Book.is(input)).toBe(Result.isSuccess(result))
        if (Result.isSuccess(result)) expect(standard).toEqual({ value: result.success })
        else expect(standard.issues?.map(({ path }) => path)).toEqual(result.failure.map(({ path }) => path))
      },
    ),
  )
})
