import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Canonical from "../../src/foundation/Canonical.js"
import * as Document from "../../src/foundation/Document.js"
import * as Exact from "../../src/foundation/Exact.js"
import { type Fault, FaultError, make as fault } from "../../src/foundation/Fault.js"
import { texts } from "../../src/foundation/FoundationTexts.js"

// Made up: a small rulebook with a tree that contains itself.
type Rule =
  | { readonly op: "const"; readonly q: string }
  | { readonly op: "sum"; readonly of: ReadonlyArray<Rule> }
  | { readonly leaf: "fact"; readonly kind: string; readonly field?: string }

const Rule: Schema.Codec<Rule> = Schema.Union([
  Schema.Struct({ op: Schema.Literal("const"), q: Exact.Text }),
  Schema.Struct({ op: Schema.Literal("sum"), of: Schema.Array(Schema.suspend((): Schema.Codec<Rule> => Rule)) }),
  Schema.Struct({
    leaf: Schema.Literal("fact"),
    kind: Schema.NonEmptyString,
    field: Schema.optionalKey(Schema.String.check(Schema.isPattern(/^[a-z]+$/u, { message: "demo.field" }))),
  }),
]).annotate({ identifier: "Rule" })

interface Book {
  readonly format: 1
  readonly name: string
  readonly mode?: "up" | "down"
  readonly max: string | null
  readonly rules: ReadonlyArray<Rule>
  readonly marks: { readonly [name: string]: number }
}

const Book = Document.make<Book>({
  name: "Book",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Schema.Literal(1),
      name: Schema.String,
      mode: Schema.optionalKey(Schema.Literals(["up", "down"])),
      max: Schema.Union([Exact.Text, Schema.Null]),
      rules: Schema.Array(Rule),
      marks: Schema.Record(Schema.String, Schema.Int),
    }),
})

const book: Book = {
  format: 1,
  name: "积分",
  max: null,
  rules: [
    {
      op: "sum",
      of: [
        { op: "const", q: "0.5" },
        { leaf: "fact", kind: "值班" },
      ],
    },
  ],
  marks: { full: 100 },
}

const refused = (result: Result.Result<unknown, ReadonlyArray<Fault>>) =>
  Result.isFailure(result) ? result.failure.map(({ code, params, path }) => [code, path, params]) : "accepted"

describe("a document that is right", () => {
  test("decodes to an equal value that shares nothing with the input", () => {
    const decoded = Result.getOrThrow(Book.decode(book))
    expect(decoded).toStrictEqual(book)
    expect(decoded.rules).not.toBe(book.rules)
    expect(Object.getPrototypeOf(decoded.marks)).toBe(Object.prototype)
  })

  test("encodes to the same, and is", () => {
    expect(Result.getOrThrow(Book.encode(book))).toStrictEqual(book)
    expect(Book.is(book)).toBe(true)
    expect(Book.is({ ...book, name: 1 })).toBe(false)
    expect([Book.name, Book.format]).toEqual(["Book", 1])
  })

  test("a typed value that breaks a rule is refused when it is encoded", () => {
    expect(refused(Book.encode({ ...book, max: "0.50" }))).toEqual([
      ["exact.notCanonical", ["max"], { value: "0.50", text: "0.50" }],
    ])
  })
})

describe("faults of the schema, all at once, with their places", () => {
  test("types, missing and unknown keys, literals and filters", () => {
    const input = { format: 1, nmae: "", mode: "sideways", max: "1,5", rules: "none", marks: { a: "1", b: 2 } }
    expect(refused(Book.decode(input))).toEqual([
      ["document.unexpected", ["nmae"], { key: "nmae" }],
      ["document.missing", ["name"], { key: "name" }],
      ["document.noVariant", ["mode"], { expected: '"up" | "down"', actual: "sideways" }],
      ["exact.malformed", ["max"], { value: "1,5", text: "1,5" }],
      ["document.type", ["rules"], { expected: "array", actual: "string" }],
      ["document.type", ["marks", "a"], { expected: "number", actual: "string" }],
    ])
  })

  test.each([null, undefined, 1, "x", [], true])("the whole is %j", (input) => {
    const kind = input === null ? "null" : Array.isArray(input) ? "array" : typeof input
    expect(refused(Book.decode(input))).toEqual(
      input === undefined
        ? [["canonical.notData", [], { kind: "undefined" }]]
        : [["document.type", [], { expected: "object", actual: kind }]],
    )
  })

  test("a filter without a code of its own", () => {
    const kind = { ...book, rules: [{ leaf: "fact", kind: "" }] }
    expect(refused(Book.decode(kind))).toEqual([
      ["document.value", ["rules", 0, "kind"], { expected: "a value with a length of at least 1", actual: "" }],
    ])
  })

  test("a filter whose code stands in its annotation, and a long value cut short between two characters", () => {
    const field = `${"A".repeat(79)}𠮷`
    expect(refused(Book.decode({ ...book, rules: [{ leaf: "fact", kind: "k", field }] }))).toEqual([
      ["demo.field", ["rules", 0, "field"], { value: `${"A".repeat(79)}…`, text: `${"A".repeat(79)}…` }],
    ])
  })

  test("a filter over a record that names places inside it", () => {
    const Range = Document.make({
      name: "Range",
      schema: () =>
        Schema.Struct({ from: Schema.Int, to: Schema.Int }).check(
          Schema.makeFilter(({ from, to }) =>
            from <= to
              ? true
              : [
                  { path: ["from"], issue: "range.late" },
                  { path: ["to"], issue: "range.early" },
                ],
          ),
        ),
    })
    expect(refused(Range.decode({ from: 2, to: 1 }))).toEqual([
      ["range.late", ["from"], { value: "2" }],
      ["range.early", ["to"], { value: "1" }],
    ])
  })
})

describe("unions", () => {
  const rule = (value: unknown) => refused(Book.decode({ ...book, rules: [value] }))

  test("the faults are those of the branch whose tag fits, at every depth", () => {
    expect(rule({ op: "sum", of: [{ op: "const", q: 1, note: "" }, { leaf: "fact" }] })).toEqual([
      ["document.unexpected", ["rules", 0, "of", 0, "note"], { key: "note" }],
      ["document.type", ["rules", 0, "of", 0, "q"], { expected: "string", actual: "number" }],
      ["document.missing", ["rules", 0, "of", 1, "kind"], { key: "kind" }],
    ])
  })

  test("no tag, a tag of no branch, and no record, where branches have different tags", () => {
    const expected = '{ op: "const" } | { op: "sum" } | { leaf: "fact" }'
    for (const value of [{}, { op: "product" }]) {
      expect(rule(value)).toEqual([["document.noVariant", ["rules", 0], { expected, actual: "object" }]])
    }
    expect(rule(3)).toEqual([["document.noVariant", ["rules", 0], { expected, actual: "3" }]])
  })

  const Shapes = Document.make({
    name: "Shapes",
    schema: () =>
      Schema.Union([
        Schema.Struct({ is: Schema.Literal("a"), n: Schema.Int }),
        Schema.Union([
          Schema.Struct({ is: Schema.Literal("b"), n: Schema.String }),
          Schema.Struct({ is: Schema.Literal("c") }),
        ]),
        Schema.String.check(Schema.makeFilter((text: string) => text === "x" || "shapes.text")),
      ]),
  })

  test("where all branches share a tag the fault stands at the tag", () => {
    expect(refused(Shapes.decode({ is: "z", n: 1 }))).toEqual([
      ["document.noVariant", ["is"], { expected: '"a" | "b" | "c"', actual: "z" }],
    ])
    expect(refused(Shapes.decode({ n: 1 }))).toEqual([["document.missing", ["is"], { key: "is" }]])
    expect(refused(Shapes.decode({ is: { a: 1 } }))).toEqual([
      ["document.noVariant", ["is"], { expected: '"a" | "b" | "c"', actual: "object" }],
    ])
  })

  test("the branch is found through nested unions, and by type where there is no tag", () => {
    expect(refused(Shapes.decode({ is: "b", n: 1 }))).toEqual([
      ["document.type", ["n"], { expected: "string", actual: "number" }],
    ])
    expect(refused(Shapes.decode("y"))).toEqual([["shapes.text", [], { value: "y", text: "y" }]])
    expect(refused(Shapes.decode(1))).toEqual([
      ["document.noVariant", [], { expected: '{ is: "a" } | { is: "b" } | { is: "c" } | string', actual: "1" }],
    ])
  })

  test("where branches have no tag and none fits, the fault is one, at the union", () => {
    const Either = Document.make({
      name: "Either",
      schema: () => Schema.Union([Schema.Struct({ a: Schema.Int }), Schema.Struct({ b: Schema.Int })]),
    })
    expect(refused(Either.decode({ a: "1" }))).toEqual([
      ["document.noVariant", [], { expected: "object", actual: "object" }],
    ])
    expect(refused(Either.decode({ b: 1 }))).toBe("accepted")
  })
})

describe("the format", () => {
  test("another format is the only fault, since nothing else is known about it", () => {
    expect(refused(Book.decode({ format: 2, everything: "else" }))).toEqual([
      ["document.format", ["format"], { expected: 1, actual: 2 }],
    ])
  })

  test("a format that is missing or no number is like any other field", () => {
    const { format, ...rest } = book
    expect(refused(Book.decode(rest))).toEqual([["document.missing", ["format"], { key: "format" }]])
    expect(refused(Book.decode({ ...rest, format: String(format) }))).toEqual([
      ["document.type", ["format"], { expected: "1", actual: "string" }],
    ])
  })
})

describe("the check over the whole", () => {
  const seen: Array<unknown> = []
  const Pair = Document.make<{ readonly a: number; readonly b: number }>({
    name: "Pair",
    schema: () => Schema.Struct({ a: Schema.Int, b: Schema.Int }),
    check: (value) => {
      seen.push(value)
      return value.a <= value.b ? [] : [fault("pair.order", { a: value.a }, ["a"])]
    },
  })

  test("runs over a value whose parts are right, and only then", () => {
    expect(refused(Pair.decode({ a: 2, b: 1 }))).toEqual([["pair.order", ["a"], { a: 2 }]])
    expect(refused(Pair.encode({ a: 2, b: 1 }))).toEqual([["pair.order", ["a"], { a: 2 }]])
    expect(refused(Pair.decode({ a: 1, b: 1 }))).toBe("accepted")
    seen.length = 0
    expect(refused(Pair.decode({ a: "2", b: 1 }))).toHaveLength(1)
    expect(seen).toEqual([])
  })
})

describe("hostile input", () => {
  test("faults of data and of the schema come together, each place once", () => {
    const input = { ...book, name: "\ud800", max: 0.5, mode: 1, rules: [new Date(0), { op: "const", q: Number.NaN }] }
    expect(refused(Book.decode(input))).toEqual([
      ["canonical.loneSurrogate", ["name"], {}],
      ["canonical.notSafeInteger", ["max"], { value: "0.5" }],
      ["canonical.notData", ["rules", 0], { kind: "instance" }],
      ["canonical.notSafeInteger", ["rules", 1, "q"], { value: "NaN" }],
      ["document.noVariant", ["mode"], { expected: '"up" | "down"', actual: "1" }],
    ])
  })

  test("an accessor is refused and not run", () => {
    let ran = false
    const input = Object.defineProperty({ ...book }, "name", {
      enumerable: true,
      get: () => {
        ran = true
        return "x"
      },
    })
    expect(refused(Book.decode(input))).toEqual([["canonical.accessor", ["name"], {}]])
    expect(ran).toBe(false)
  })

  test("a proxy that answers otherwise the second time is decoded as it answered the first time", () => {
    let looks = 0
    const proxy = new Proxy(
      { ...book },
      {
        getOwnPropertyDescriptor: (target, key) => {
          const property = Reflect.getOwnPropertyDescriptor(target, key)
          return key === "name" && property !== undefined
            ? { ...property, value: ++looks === 1 ? "first" : 7 }
            : property
        },
        get: () => {
          throw new Error("read")
        },
      },
    )
    expect(Result.getOrThrow(Book.decode(proxy)).name).toBe("first")
  })

  test("a key __proto__ is refused and no prototype is touched", () => {
    const input: unknown = JSON.parse(JSON.stringify(book).replace('"full"', '"__proto__"'))
    expect(refused(Book.decode(input))).toEqual([["canonical.protoKey", ["marks", "__proto__"], {}]])
    expect(Object.getPrototypeOf({})).toBe(Object.prototype)
  })

  test("a field comes from the record itself, not from a prototype", () => {
    const { name, ...rest } = book
    expect(refused(Book.decode(Object.assign(Object.create({ name }) as object, rest)))).toEqual([
      ["canonical.notData", [], { kind: "instance" }],
    ])
    const Named = Document.make({
      name: "Named",
      schema: () => Schema.Struct({ constructor: Schema.optionalKey(Schema.String) }),
    })
    expect(refused(Named.decode({}))).toBe("accepted")
    expect(Object.hasOwn(Result.getOrThrow(Named.decode({})), "constructor")).toBe(false)
  })

  test("cycles, proxies that throw, class instances", () => {
    const cycle: Record<string, unknown> = { ...book }
    cycle.marks = cycle
    const { proxy, revoke } = Proxy.revocable({}, {})
    revoke()
    expect(refused(Book.decode(cycle))).toEqual([["canonical.cycle", ["marks"], {}]])
    expect(refused(Book.decode(proxy))).toEqual([["canonical.unreadable", [], {}]])
    expect(refused(Book.decode(new (class extends Map {})()))).toEqual([
      ["canonical.notData", [], { kind: "instance" }],
    ])
  })

  const deep = (levels: number): Rule => {
    let rule: Rule = { op: "const", q: "1" }
    for (let level = 0; level < levels; level++) rule = { op: "sum", of: [rule] }
    return rule
  }

  test("depth: 64 levels decode, one more does not, and neither do 200,000 nor 256 overflow", () => {
    const at = (levels: number) => ({ ...book, rules: [deep(levels)] })
    expect(refused(Book.decode(at(30)))).toBe("accepted")
    expect(refused(Book.decode(at(31)))).toMatchObject([["document.tooDeep", { length: 64 }, { limit: 64 }]])
    expect(refused(Book.decode(at(126), { depth: 1000 }))).toBe("accepted")
    expect(refused(Book.decode(at(100_000), { depth: 1e9 }))).toMatchObject([
      ["document.tooDeep", { length: 256 }, { limit: 256 }],
    ])
  })

  test("size and text", () => {
    expect(refused(Book.decode(book, { nodes: 5 }))).toEqual([["document.tooLarge", [], { limit: 5 }]])
    expect(refused(Book.decode(book, { total: 9 }))).toEqual([["document.tooLarge", [], { limit: 9 }]])
    expect(refused(Book.decode({ ...book, name: "x".repeat(Canonical.limits.text + 1) }))).toEqual([
      ["document.textTooLong", ["name"], { length: 100_001, limit: 100_000 }],
    ])
    expect(refused(Book.decode({ ...book, name: "x".repeat(Canonical.limits.text) }))).toBe("accepted")
    expect(refused(Book.encode(book, { nodes: 5 }))).toEqual([["document.tooLarge", [], { limit: 5 }]])
  })
})

describe("Standard Schema", () => {
  test("version, vendor, value and issues", async () => {
    const { validate, vendor, version } = Book.standard["~standard"]
    expect([version, vendor]).toEqual([1, "dangjian"])
    expect(await validate(book)).toEqual({ value: book })
    expect(await validate({ ...book, name: 1 })).toEqual({
      issues: [{ message: 'document.type {"expected":"string","actual":"number"}', path: ["name"] }],
    })
    expect(await validate({ get name() { throw new Error("ran") } })).toHaveProperty("issues") // biome-ignore format: one line
  })

  test("with sentences", () => {
    const said = Document.spoken(Book, ({ code, path }) => `${path.join("/")}: ${code}`)
    expect(said["~standard"].validate({ ...book, max: 1 })).toEqual({
      issues: [{ message: "max: document.noVariant", path: ["max"] }],
    })
  })
})

describe("JSON Schema", () => {
  test("draft 2020-12, closed, with the recursion by reference and the patterns", () => {
    const schema = Book.jsonSchema() as {
      readonly $defs: {
        readonly Rule: { readonly anyOf: ReadonlyArray<{ readonly properties: Record<string, object> }> }
      }
      readonly properties: Record<string, object>
    }
    expect(schema).toMatchObject({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Book",
      type: "object",
      required: ["format", "name", "max", "rules", "marks"],
      additionalProperties: false,
    })
    expect(schema.properties.rules).toEqual({ type: "array", items: { $ref: "#/$defs/Rule" } })
    expect(schema.$defs.Rule.anyOf[1]?.properties.of).toEqual({ type: "array", items: { $ref: "#/$defs/Rule" } })
    expect(schema.$defs.Rule.anyOf[2]?.properties.field).toEqual({ type: "string", pattern: "^[a-z]+$" })
    expect(Canonical.text(schema)._tag).toBe("Success")
  })

  test("a schema without references carries none", () => {
    const Note = Document.make({ name: "Note", schema: () => Schema.Struct({ text: Schema.String }) })
    expect(Note.jsonSchema()).toEqual({
      $schema: "https://json-schema.org/draft/2020-12/schema",
      title: "Note",
      type: "object",
      properties: { text: { type: "string" } },
      required: ["text"],
      additionalProperties: false,
    })
  })
})

test("the schema is asked for once, when the first input comes", () => {
  let asked = 0
  const Lazy = Document.make({
    name: "Lazy",
    schema: () => {
      asked++
      return Schema.String
    },
  })
  expect(asked).toBe(0)
  Lazy.decode(new Date(0))
  Lazy.is("x")
  Lazy.encode("x")
  expect(asked).toBe(1)
})

test("the unsafe twin throws the faults", () => {
  expect(Document.decodeUnsafe(Book, book)).toEqual(book)
  expect(() => Document.decodeUnsafe(Book, {})).toThrow(FaultError)
})

test("every fault of data and documents has its sentence, with no parameter left over", () => {
  const input = {
    ...book,
    name: 1,
    mode: "x",
    more: 1,
    max: "0.50",
    marks: { a: 0.5 },
    rules: [{ leaf: "fact", kind: "" }, {}],
  }
  const found = [
    ...Result.getOrThrow(Result.flip(Book.decode(input))),
    ...Result.getOrThrow(Result.flip(Book.decode({}))),
    ...Result.getOrThrow(Result.flip(Book.decode({ format: 2 }))),
    ...Result.getOrThrow(Result.flip(Book.decode([[]], { depth: 1 }))),
    ...Result.getOrThrow(Result.flip(Book.decode([[]], { nodes: 1 }))),
    ...Result.getOrThrow(Result.flip(Book.decode(["xx"], { text: 1 }))),
  ]
  expect(new Set(found.map(({ code }) => code)).size).toBeGreaterThan(9)
  for (const { code, params } of found) {
    const sentence = (texts as Record<string, { zh: string; en: string } | undefined>)[code]
    for (const text of [sentence?.zh, sentence?.en]) {
      expect([code, text?.match(/\{(\w+)\}/g)?.filter((name) => !(name.slice(1, -1) in params)) ?? []]).toEqual([
        code,
        [],
      ])
    }
  }
})

test("what a document conceals stands in no fault: not as a value, not as a key, not in a path", () => {
  const document = Document.make({
    name: "Concealing",
    schema: () => Schema.Struct({ colour: Schema.Literals(["red", "blue"]) }),
    conceal: (text) => text.replaceAll("secret", "*"),
  })
  const refused = document.decode({ colour: "secret red", "secret key": 1 })
  expect(Result.isFailure(refused) && refused.failure.map(({ path }) => path)).toEqual([["* key"], ["colour"]])
  expect(JSON.stringify(refused)).not.toContain("secret")
  expect(JSON.stringify(document.standard["~standard"].validate({ colour: "secret red" }))).not.toContain("secret")
})
