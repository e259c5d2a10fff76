import * as Schema from "effect/Schema"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Canonical from "../../src/foundation/Canonical.js"

// A shape is a schema in the plain: what the laws know about schemas they know from it.
type Mark = {
  readonly to: ReadonlyArray<Audience.Audience> | undefined
  readonly how: Audience.Sensitivity | undefined
}
type Field = { readonly mark: Mark; readonly optional: boolean; readonly of: Shape }
type Fields = Readonly<Record<string, Field>>
type Shape =
  | { readonly is: "text" }
  | { readonly is: "record"; readonly fields: Fields }
  | { readonly is: "list"; readonly of: Shape }
  | { readonly is: "table"; readonly of: Shape }
  | { readonly is: "variants"; readonly tags: ReadonlyArray<Mark>; readonly branches: ReadonlyArray<Fields> }

const audiences = fc.constantFrom(...Audience.all)
const marks: fc.Arbitrary<Mark> = fc.record({
  to: fc.oneof({ weight: 5, arbitrary: fc.uniqueArray(audiences, { maxLength: 3 }) }, fc.constant(undefined)),
  how: fc.constantFrom(undefined, undefined, undefined, "open", "personal", "internal", "protected"),
})
const openTag: fc.Arbitrary<Mark> = fc.constant({ to: ["public"], how: undefined })

const { record: records } = fc.letrec<{ shape: Shape; record: Shape; fields: Fields }>((tie) => ({
  shape: fc.oneof(
    { depthSize: "small" },
    fc.constant<Shape>({ is: "text" }),
    tie("record"),
    fc.record({ is: fc.constant("list" as const), of: tie("shape") }),
    fc.record({ is: fc.constant("table" as const), of: tie("shape") }),
    fc.record({
      is: fc.constant("variants" as const),
      tags: fc.tuple(fc.oneof(openTag, marks), fc.oneof(openTag, marks)),
      branches: fc.tuple(tie("fields"), tie("fields")),
    }),
  ),
  record: fc.record({ is: fc.constant("record" as const), fields: tie("fields") }),
  fields: fc.dictionary(
    fc.constantFrom("a", "b", "c"),
    fc.record({ mark: marks, optional: fc.boolean(), of: tie("shape") }),
    { minKeys: 1, maxKeys: 3, noNullPrototype: true },
  ),
}))

const TAGS = ["one", "two"]

const marked = ({ how, to }: Mark, schema: Schema.Top): Schema.Top => {
  const sensitive = how === undefined ? schema : Audience.sensitive(how)(schema)
  return to === undefined ? sensitive : Audience.visibleTo(...to)(sensitive)
}

const structOf = (fields: Fields, tag?: { readonly literal: string; readonly mark: Mark }): Schema.Top => {
  const parts = Object.entries(fields).map(([key, { mark, of, optional }]) => {
    const schema = marked(mark, schemaOf(of))
    return [key, optional ? Schema.optionalKey(schema) : schema] as const
  })
  const lead = tag === undefined ? [] : [["kind", marked(tag.mark, Schema.Literal(tag.literal))] as const]
  return Schema.Struct(Object.fromEntries([...lead, ...parts]))
}

const schemaOf = (shape: Shape): Schema.Top => {
  switch (shape.is) {
    case "text":
      return Schema.String
    case "record":
      return structOf(shape.fields)
    case "list":
      return Schema.Array(schemaOf(shape.of))
    case "table":
      return Schema.Record(Schema.String, schemaOf(shape.of))
    case "variants":
      return Schema.Union(
        shape.branches.map((fields, at) => structOf(fields, { literal: TAGS[at]!, mark: shape.tags[at]! })),
      )
  }
}

const LETS: Record<Audience.Sensitivity, ReadonlyArray<Audience.Audience>> = {
  open: ["public", "villagers", "staff", "requester"],
  personal: ["public", "villagers", "staff", "requester"],
  internal: ["villagers", "staff", "requester"],
  protected: ["staff", "requester"],
}

const sees = ({ how, to }: Mark, audience: Audience.Audience): boolean =>
  to !== undefined &&
  (to.includes(audience) || to.includes("public") || (audience === "staff" && to.includes("villagers"))) &&
  LETS[how ?? "open"].includes(audience)

/** Two values of a shape that differ only in what an audience does not see. */
type Pair = fc.Arbitrary<readonly [unknown, unknown]>
const both = (values: fc.Arbitrary<unknown>): Pair => values.map((value) => [value, value])
const apart = (shape: Shape): Pair => fc.tuple(valuesOf(shape), valuesOf(shape))
const NONE = Symbol("none")

const pairsOfFields = (fields: Fields, audience: Audience.Audience, lead: object = {}): Pair => {
  const parts = Object.entries(fields).map(
    ([key, { mark, of, optional }]): fc.Arbitrary<readonly [string, readonly [unknown, unknown]]> => {
      const gone = fc.constant(NONE)
      const shown = optional ? fc.oneof(pairsOf(of, audience), both(gone)) : pairsOf(of, audience)
      const values = optional ? fc.oneof(valuesOf(of), gone) : valuesOf(of)
      return fc.tuple(fc.constant(key), sees(mark, audience) ? shown : fc.tuple(values, values))
    },
  )
  const side = (entries: ReadonlyArray<readonly [string, readonly [unknown, unknown]]>, at: 0 | 1) =>
    Object.fromEntries([
      ...Object.entries(lead),
      ...entries.map(([key, pair]) => [key, pair[at]] as const).filter(([, value]) => value !== NONE),
    ])
  return fc.tuple(...parts).map((entries) => [side(entries, 0), side(entries, 1)])
}

const pairsOf = (shape: Shape, audience: Audience.Audience): Pair => {
  switch (shape.is) {
    case "text":
      return both(fc.string({ maxLength: 3 }))
    case "record":
      return pairsOfFields(shape.fields, audience)
    case "list":
      return fc
        .array(pairsOf(shape.of, audience), { maxLength: 2 })
        .map((pairs) => [pairs.map(([a]) => a), pairs.map(([, b]) => b)])
    case "table":
      return fc
        .dictionary(fc.constantFrom("k", "l"), pairsOf(shape.of, audience), { noNullPrototype: true })
        .map(
          (pairs) =>
            [0, 1].map((at) => Object.fromEntries(Object.entries(pairs).map(([key, pair]) => [key, pair[at]]))) as [
              unknown,
              unknown,
            ],
        )
    case "variants":
      return shape.tags.every((mark) => sees(mark, audience))
        ? fc.oneof(...shape.branches.map((fields, at) => pairsOfFields(fields, audience, { kind: TAGS[at] })))
        : apart(shape)
  }
}

const NOBODY = "nobody" as Audience.Audience

const valuesOf = (shape: Shape): fc.Arbitrary<unknown> =>
  shape.is === "variants"
    ? fc.oneof(...shape.branches.map((fields, at) => pairsOfFields(fields, NOBODY, { kind: TAGS[at] }).map(([a]) => a)))
    : shape.is === "list"
      ? fc.array(valuesOf(shape.of), { maxLength: 2 })
      : shape.is === "table"
        ? fc.dictionary(fc.constantFrom("k", "l"), valuesOf(shape.of), { noNullPrototype: true })
        : pairsOf(shape, NOBODY).map(([a]) => a)

/** The slow, obvious view: undefined stands for what is withheld. */
const viewOfFields = (fields: Fields, value: Readonly<Record<string, unknown>>, audience: Audience.Audience): object =>
  Object.fromEntries(
    Object.entries(fields)
      .filter(([key, { mark }]) => key in value && sees(mark, audience))
      .map(([key, { of }]) => [key, viewOf(of, value[key], audience)] as const)
      .filter(([, part]) => part !== undefined),
  )

const viewOf = (shape: Shape, value: unknown, audience: Audience.Audience): unknown => {
  const parts = value as Readonly<Record<string, unknown>>
  switch (shape.is) {
    case "text":
      return value
    case "record":
      return viewOfFields(shape.fields, parts, audience)
    case "list":
      return (value as ReadonlyArray<unknown>)
        .map((part) => viewOf(shape.of, part, audience))
        .filter((part) => part !== undefined)
    case "table":
      return Object.fromEntries(
        Object.entries(parts)
          .map(([key, part]) => [key, viewOf(shape.of, part, audience)] as const)
          .filter(([, part]) => part !== undefined),
      )
    case "variants":
      return shape.tags.every((mark) => sees(mark, audience))
        ? { kind: parts.kind, ...viewOfFields(shape.branches[TAGS.indexOf(String(parts.kind))]!, parts, audience) }
        : undefined
  }
}

const project = (shape: Shape, audience: Audience.Audience) =>
  Audience.project(schemaOf(shape) as Schema.Codec<unknown>, audience)

const cases = fc
  .tuple(records, audiences)
  .chain(([shape, audience]) => fc.tuple(fc.constant(shape), fc.constant(audience), pairsOf(shape, audience)))

test("non-interference: documents that differ only in what an audience does not see have the same view for it", () => {
  let different = 0
  fc.assert(
    fc.property(cases, ([shape, audience, [a, b]]) => {
      const view = project(shape, audience)
      if (Canonical.textUnsafe(a) !== Canonical.textUnsafe(b)) different++
      expect(view(a)).toEqual(view(b))
      expect(Canonical.textUnsafe(view(a))).toBe(Canonical.textUnsafe(view(b)))
    }),
    { numRuns: 300 },
  )
  expect(different).toBeGreaterThan(150)
})

test("a view is what the slow, obvious view is: it also shows all that it may", () => {
  let rich = 0
  fc.assert(
    fc.property(cases, ([shape, audience, [value]]) => {
      const view = project(shape, audience)(value)
      if (Object.keys(view as object).length > 0) rich++
      expect(view).toEqual(viewOf(shape, value, audience))
    }),
    { numRuns: 300 },
  )
  expect(rich).toBeGreaterThan(60)
})

test("whatever the public sees, everybody sees, and what villagers see, staff see", () => {
  const within = (part: unknown, whole: unknown): boolean => {
    if (typeof part !== "object" || part === null) return part === whole
    const parts = Object.entries(part)
    return parts.every(
      ([key, inner]) => Object.hasOwn(whole as object, key) && within(inner, (whole as Record<string, unknown>)[key]),
    )
  }
  fc.assert(
    fc.property(cases, ([shape, , [value]]) => {
      const view = (audience: Audience.Audience) => project(shape, audience)(value)
      for (const audience of Audience.all) expect(within(view("public"), view(audience))).toBe(true)
      expect(within(view("villagers"), view("staff"))).toBe(true)
    }),
  )
})

test("a view of a document is data and leaves the document as it was", () => {
  fc.assert(
    fc.property(cases, ([shape, audience, [value]]) => {
      const before = Canonical.textUnsafe(value)
      expect(Canonical.read(project(shape, audience)(value)).faults).toEqual([])
      expect(Canonical.textUnsafe(value)).toBe(before)
    }),
  )
})

test("no view shows a field to an audience beyond its sensitivity, and the lint names every field that tries", () => {
  fc.assert(
    fc.property(marks, audiences, (mark, audience) => {
      const schema = Schema.Struct({ field: marked(mark, Schema.String) })
      const shown = Object.hasOwn(
        project(
          { is: "record", fields: { field: { mark, optional: false, of: { is: "text" } } } },
          audience,
        )({ field: "x" }) as object,
        "field",
      )
      if (!LETS[mark.how ?? "open"].includes(audience)) expect(shown).toBe(false)
      const beyond = (mark.to ?? []).filter((name) => !LETS[mark.how ?? "open"].includes(name))
      expect(Audience.lint(schema).map(({ params }) => params.audience)).toEqual(beyond)
    }),
  )
})
