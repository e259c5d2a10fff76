import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Digest from "../../src/foundation/Digest.js"

const open = Audience.visibleTo("public")
const villagers = Audience.visibleTo("villagers")
const staff = Audience.visibleTo("staff")
const own = Audience.visibleTo("staff", "requester")
const secret = Audience.sensitive("protected")

// Made up: a request of a resident as a village handles it.
const Person = Schema.Struct({
  name: villagers(Audience.sensitive("personal")(Schema.String)),
  telephone: own(secret(Schema.String)),
  note: Schema.optionalKey(staff(Schema.String)),
})
const Request = Schema.Struct({
  format: open(Schema.Literal(1)),
  matter: open(Schema.NonEmptyString),
  by: villagers(Person),
  helpers: Audience.visibleTo("public")(Schema.optionalKey(Schema.Array(Person))),
  hours: staff(Schema.Record(Schema.String, Schema.Int)),
  memo: Schema.String,
})
const request = {
  format: 1,
  matter: "路灯不亮",
  by: { name: "某甲", telephone: "1", note: "独居" },
  helpers: [
    { name: "某乙", telephone: "2" },
    { name: "某丙", telephone: "3", note: "志愿者" },
  ],
  hours: { m1: 2 },
  memo: "x",
} as const

describe("views of one document", () => {
  test("the public: no person, and a list of persons only as many empty records", () => {
    expect(Audience.project(Request, "public")(request)).toEqual({ format: 1, matter: "路灯不亮", helpers: [{}, {}] })
  })

  test("villagers: names besides", () => {
    expect(Audience.project(Request, "villagers")(request)).toEqual({
      format: 1,
      matter: "路灯不亮",
      by: { name: "某甲" },
      helpers: [{ name: "某乙" }, { name: "某丙" }],
    })
  })

  test("staff: all but what names nobody", () => {
    const { memo, ...rest } = request
    expect(memo).toBe("x")
    expect(Audience.project(Request, "staff")(request)).toEqual(rest)
  })

  test("the requester: what names the requester, inside fields that name them", () => {
    expect(Audience.project(Request, "requester")(request)).toEqual({
      format: 1,
      matter: "路灯不亮",
      helpers: [{ telephone: "2" }, { telephone: "3" }],
    })
  })

  test("an optional field that is absent is absent from the view", () => {
    const { helpers, ...without } = request
    expect(helpers).toHaveLength(2)
    expect(Audience.project(Request, "public")(without)).toEqual({ format: 1, matter: "路灯不亮" })
  })
})

describe("the whitelist", () => {
  test("what names no audience shows to nobody, whatever it is", () => {
    const bare = Schema.Struct({
      a: Schema.String,
      b: Schema.Array(Schema.Int),
      c: Schema.Struct({ d: open(Schema.Int) }),
    })
    for (const audience of Audience.all) {
      expect(Audience.project(bare, audience)({ a: "", b: [1], c: { d: 1 } })).toEqual({})
      expect(Audience.project(Schema.String, audience)("x")).toBe(undefined)
      expect(Audience.project(Schema.Array(Schema.String), audience)(["x"])).toBe(undefined)
      expect(Audience.project(Schema.Record(Schema.String, Schema.Int), audience)({ a: 1 })).toBe(undefined)
    }
  })

  test("a field that names nobody shows to nobody", () => {
    const field = Audience.visibleTo()(Schema.String)
    expect(Audience.audiencesOf(field)).toEqual([])
    expect(Audience.project(Schema.Struct({ field }), "staff")({ field: "x" })).toEqual({})
  })

  test("values of an unknown shape are withheld", () => {
    const Loose = Schema.Struct({ any: open(Schema.Unknown), json: open(Schema.Json), day: open(Schema.Date) })
    expect(
      Audience.project(Loose, "public")({ any: { a: 1 }, json: { secret: 1 }, day: new Date(0) } as never),
    ).toEqual({})
  })

  test("a value that does not fit its schema is withheld rather than passed on", () => {
    const One = Schema.Struct({
      name: open(Schema.String),
      part: open(Schema.Struct({})),
      list: open(Schema.Array(Schema.Int)),
    })
    expect(Audience.project(One, "public")({ name: { secret: 1 }, part: 1, list: { 0: 1 } } as never)).toEqual({})
  })

  test("the field comes from the record itself, not from its prototype", () => {
    const One = Schema.Struct({ name: Schema.optionalKey(open(Schema.String)) })
    expect(Audience.project(One, "public")(Object.create({ name: "x" }) as object)).toEqual({})
  })

  test("a mark on elements narrows what the field opens", () => {
    const One = Schema.Struct({
      names: open(Schema.Array(staff(Schema.String))),
      table: open(Schema.Record(Schema.String, staff(Schema.Int))),
    })
    const value = { names: ["某甲"], table: { a: 1 } }
    expect(Audience.project(One, "public")(value)).toEqual({ names: [], table: {} })
    expect(Audience.project(One, "staff")(value)).toEqual(value)
  })

  test("tuples go by their elements", () => {
    const One = Schema.Struct({ pair: open(Schema.Tuple([Schema.String, staff(Schema.Int)])) })
    expect(Audience.project(One, "public")({ pair: ["a", 1] })).toEqual({ pair: ["a"] })
  })
})

describe("reading the marks back", () => {
  test.each([
    ["inside optionalKey", Schema.optionalKey(villagers(Schema.String))],
    ["around optionalKey", villagers(Schema.optionalKey(Schema.String))],
    ["below a check", villagers(Schema.String).check(Schema.isMinLength(1))],
    ["above a check", villagers(Schema.String.check(Schema.isMinLength(1)))],
    ["below annotations", villagers(Schema.String).annotate({ title: "t" })],
    ["as a field of a struct", Schema.Struct({ a: villagers(Schema.String) }).fields.a],
    ["on a suspended schema", villagers(Schema.suspend(() => Schema.String))],
  ])("%s", (_, schema) => {
    expect(Audience.audiencesOf(schema)).toEqual(["villagers", "staff"])
  })

  test("the later mark holds; sensitivity and audiences keep one another", () => {
    const field = open(secret(staff(Schema.String)))
    expect([Audience.sensitivityOf(field), Audience.audiencesOf(field)]).toEqual(["protected", ["staff", "requester"]])
    expect(Audience.sensitivityOf(Audience.sensitive("open")(field))).toBe("open")
  })

  test("a mark on one field does not reach another with the same schema", () => {
    const shared = Schema.Struct({ a: Schema.String })
    expect(Audience.audiencesOf(open(shared))).toEqual(Audience.all)
    expect(Audience.audiencesOf(shared)).toEqual([])
  })

  test.each([
    ["open", ["public", "villagers", "staff", "requester"]],
    ["personal", ["public", "villagers", "staff", "requester"]],
    ["internal", ["villagers", "staff", "requester"]],
    ["protected", ["staff", "requester"]],
  ] as const)("the most that %s lets through", (sensitivity, audiences) => {
    expect(Audience.audiencesOf(open(Audience.sensitive(sensitivity)(Schema.String)))).toEqual(audiences)
  })
})

describe("digests", () => {
  const over = (schema: Schema.Top) => Schema.Struct({ digest: Audience.digestOver(schema)(open(Digest.Digest)) })
  const digest = Digest.ofUnsafe(1)

  test("no public view carries a digest that does not say what it is over, however it is wrapped", () => {
    const One = Schema.Struct({
      bare: open(Digest.Digest),
      checked: open(Digest.Digest.pipe(Schema.check(Schema.isMinLength(1)))),
      list: open(Schema.Array(Digest.Digest)),
      root: open(Schema.Struct({ digest: open(Digest.Digest), count: open(Schema.Int) })),
    })
    const value = { bare: digest, checked: digest, list: [digest], root: { digest, count: 1 } }
    expect(Audience.project(One, "public")(value)).toEqual({ list: [], root: { count: 1 } })
    expect(Audience.project(One, "staff")(value)).toEqual(value)
  })

  test("a digest over open and personal fields may show, one over an internal or protected field may not", () => {
    const Internal = Schema.Struct({ a: open(Schema.String), b: Audience.sensitive("internal")(Schema.String) })
    expect(Audience.project(over(Schema.Struct({ a: open(Schema.String) })), "public")({ digest })).toEqual({ digest })
    expect(Audience.project(over(Internal), "public")({ digest })).toEqual({})
    expect(Audience.project(over(Internal), "villagers")({ digest })).toEqual({ digest })
    expect(Audience.project(over(Request), "villagers")({ digest })).toEqual({})
  })
})

describe("the greatest sensitivity", () => {
  test.each([
    ["a field that names nobody counts as protected", Schema.Struct({ a: Schema.String }), "protected"],
    ["also inside one that is open", Schema.Struct({ a: open(Schema.Struct({ b: Schema.String })) }), "protected"],
    ["and so does a field opened to nobody", Schema.Struct({ a: Audience.visibleTo()(Schema.String) }), "protected"],
    ["elements take that of their list", Schema.Struct({ a: open(Schema.Array(Schema.String)) }), "open"],
    [
      "fields take that of the field around",
      Schema.Struct({ a: Audience.sensitive("personal")(Schema.Struct({ b: Schema.String })) }),
      "personal",
    ],
    ["the greatest of all", Request, "protected"],
    ["a record without fields is open", Schema.Struct({}), "open"],
  ] as const)("%s", (_, schema, sensitivity) => {
    expect(Audience.greatest(schema)).toBe(sensitivity)
  })

  test("a schema that contains itself", () => {
    interface Tree {
      readonly name: string
      readonly parts: ReadonlyArray<Tree>
    }
    const Tree: Schema.Codec<Tree> = Schema.Struct({
      name: Audience.sensitive("internal")(Schema.String),
      parts: open(Schema.Array(Schema.suspend(() => Tree))),
    })
    expect(Audience.greatest(Tree)).toBe("internal")
    expect(Audience.lint(Tree)).toEqual([])
    const Node = Schema.Struct({
      name: open(Schema.String),
      parts: open(Schema.Array(Schema.suspend((): Schema.Codec<Tree> => Node))),
    })
    const tree = { name: "a", parts: [{ name: "b", parts: [] }] }
    expect(Audience.project(Node, "public")(tree)).toEqual(tree)
  })
})

describe("unions", () => {
  const Visit = Schema.Struct({
    kind: open(Schema.Literal("visit")),
    day: open(Schema.String),
    to: staff(Schema.String),
  })
  const Call = Schema.Struct({ kind: open(Schema.Literal("call")), day: staff(Schema.String) })
  const values = [
    { kind: "visit", day: "2024-05-01", to: "某甲" },
    { kind: "call", day: "2024-05-02" },
  ] as const

  test("each branch by its tag, also through nested and suspended unions", () => {
    const unions = [Schema.Union([Visit, Call]), Schema.Union([Schema.Union([Visit]), Schema.suspend(() => Call)])]
    for (const union of unions) {
      expect(values.map(Audience.project(union, "public"))).toEqual([
        { kind: "visit", day: "2024-05-01" },
        { kind: "call" },
      ])
      expect(values.map(Audience.project(union, "staff"))).toEqual(values)
      expect(Audience.lint(union)).toEqual([])
    }
  })

  test("where one branch hides its tag the union shows nothing, since the fields would give the tag away", () => {
    const Hidden = Schema.Struct({ kind: staff(Schema.Literal("call")), day: open(Schema.String) })
    const One = Schema.Struct({ act: open(Schema.Union([Visit, Hidden])) })
    expect(values.map((act) => Audience.project(One, "public")({ act }))).toEqual([{}, {}])
    expect(values.map((act) => Audience.project(One, "staff")({ act }))).toEqual(values.map((act) => ({ act })))
    expect(Audience.lint(One).map(({ code, params, path }) => [code, path, params])).toEqual(
      ["public", "villagers", "requester"].map((audience) => ["audience.hiddenTag", ["act"], { audience }]),
    )
  })

  test("an optional tag, a shared literal or different tags do not tell branches apart", () => {
    const pairs = [
      [Visit, Schema.Struct({ kind: open(Schema.optionalKey(Schema.Literal("call"))) })],
      [Visit, Schema.Struct({ kind: open(Schema.Literal("visit")), day: open(Schema.String) })],
      [Visit, Schema.Struct({ leaf: open(Schema.Literal("call")) })],
    ]
    for (const pair of pairs) {
      const union = Schema.Union(pair)
      expect(Audience.project(union as unknown as Schema.Codec<unknown>, "public")(values[0])).toBe(undefined)
      expect(Audience.lint(union).map(({ params }) => params.audience)).toEqual(Audience.all)
    }
  })

  test("texts, numbers, one list and one record in one union go by what they are", () => {
    const One = Schema.Struct({
      of: open(Schema.Union([Schema.String, Schema.Int, Schema.Null, Schema.Array(Schema.String), Visit])),
    })
    const view = Audience.project(One, "public")
    for (const of of ["a", 1, null, ["b"]]) expect(view({ of })).toEqual({ of })
    expect(view({ of: values[0] })).toEqual({ of: { kind: "visit", day: "2024-05-01" } })
    const narrowed = Schema.Struct({ of: open(Schema.Union([Schema.Literal("a"), staff(Schema.String)])) })
    expect(Audience.project(narrowed, "public")({ of: "a" })).toEqual({})
  })

  test("two lists cannot be told apart", () => {
    const One = Schema.Struct({
      of: open(Schema.Union([Schema.Array(Schema.String), Schema.Array(staff(Schema.Int))])),
    })
    expect(Audience.project(One, "public")({ of: [1] })).toEqual({})
  })
})

test("the lint names each audience beyond the sensitivity of a field, at every depth", () => {
  const Bad = Schema.Struct({
    list: open(Schema.Array(Schema.Struct({ id: Audience.visibleTo("public", "staff")(secret(Schema.String)) }))),
    table: villagers(Audience.sensitive("internal")(Schema.Record(Schema.String, villagers(secret(Schema.Int))))),
    digest: open(Digest.Digest),
  })
  expect(Audience.lint(Bad).map(({ path, params }) => [path, params])).toEqual([
    [["list", "*", "id"], { audience: "public", sensitivity: "protected" }],
    [["table", "*"], { audience: "villagers", sensitivity: "protected" }],
    [["digest"], { audience: "public", sensitivity: "protected" }],
  ])
  expect(Audience.lint(Request)).toEqual([])
})

test("the schemas hold the words", () => {
  expect(Audience.all.every(Schema.is(Audience.Audience))).toBe(true)
  expect(Schema.is(Audience.Audience)("everybody")).toBe(false)
  expect(Schema.is(Audience.Sensitivity)("protected")).toBe(true)
})
