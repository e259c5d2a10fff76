/**
 * Documents (文档): what is stored or sent, with the same five operations for each: `decode`, `encode`, `is`,
 * `standard`, `jsonSchema`.
 *
 * A document is plain data with a `format` number. Input from outside is copied within limits before a schema sees it,
 * so that hostile input is refused like any other and never runs code. All faults come at once, each with its place.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import type * as SchemaIssue from "effect/SchemaIssue"
import type { StandardSchemaV1 } from "effect/StandardSchema"
import { type CanonicalFault, type Limits, type Reading, read } from "./Canonical.js"
import { type Fault, make as fault, getOrThrow, sentence } from "./Fault.js"

// ---------------------------------------------------------------- models

/**
 * The five operations of a document.
 *
 * **Details**
 *
 * `decode` reads unknown input within limits, those of `Canonical.limits` where none are given. `encode` checks a value
 * that is already typed, and gives data that shares nothing with it. `is` tells whether `decode` would succeed.
 * `standard` is a Standard Schema of version 1 whose messages are fault codes with their parameters. `jsonSchema` gives
 * a JSON Schema of draft 2020-12; it holds for every document that decodes, but cannot express every rule.
 *
 * @category models
 * @since 0.1.0
 */
export interface Document<A> {
  readonly name: string
  readonly format: number | undefined
  readonly decode: (input: unknown, limits?: Partial<Limits>) => Result.Result<A, ReadonlyArray<Fault>>
  readonly encode: (value: A, limits?: Partial<Limits>) => Result.Result<A, ReadonlyArray<Fault>>
  readonly is: (input: unknown) => input is A
  readonly standard: StandardSchemaV1<unknown, A>
  readonly jsonSchema: () => JsonSchema
}

/**
 * A JSON Schema as plain data.
 *
 * @category models
 * @since 0.1.0
 */
export type JsonSchema = { readonly [keyword: string]: unknown }

/**
 * What a document is made from: its name, its schema, the number of its format where it carries one, and a check over
 * the whole that runs when every part is right. `conceal` is given every text of the input that a fault would repeat, and
 * says what stands there instead: some documents hold what must not be printed, and it may stand in any field.
 *
 * @category models
 * @since 0.1.0
 */
export interface Definition<A> {
  readonly name: string
  readonly format?: number
  readonly schema: () => Schema.Codec<A>
  readonly check?: (value: A) => ReadonlyArray<Fault>
  readonly conceal?: (text: string) => string
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a document besides the codes that filters of its schema give: another format than the one it
 * should have, a value of another type, a value that a filter without a code of its own refuses, a key that is missing
 * or that nothing is known about, a value that fits no variant, and input past the limits. The faults of data itself
 * are those of `Canonical`.
 *
 * @category errors
 * @since 0.1.0
 */
export type DocumentFault = Fault<
  | "document.format"
  | "document.type"
  | "document.value"
  | "document.missing"
  | "document.unexpected"
  | "document.noVariant"
  | "document.tooDeep"
  | "document.tooLarge"
  | "document.textTooLong"
>

// ---------------------------------------------------------------- constructors

/**
 * A document from its definition. The schema is asked for and its decoder built when the first input comes; both are
 * kept.
 *
 * **Details**
 *
 * Type and encoded form of the schema are the same: data, with keys absent rather than `undefined`. A key that the
 * schema does not name is refused. A filter whose message looks like a fault code gives a fault of that code, with the
 * refused value as `value` and, where it is a text, as `text`.
 *
 * @example
 * ```ts
 * import { Document } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Roster = Document.make({
 *   name: "Roster",
 *   format: 1,
 *   schema: () => Schema.Struct({ format: Schema.Literal(1), branch: Schema.String, members: Schema.Array(Schema.String) }),
 * })
 * const roster = { format: 1, branch: "第一党支部", members: ["m1"] } as const
 * assert.deepEqual(Result.getOrThrow(Roster.decode(roster)), roster)
 *
 * const refused = Roster.decode({ format: 1, members: [7], note: "" })
 * assert.deepEqual(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path]), [
 *   ["document.unexpected", ["note"]],
 *   ["document.missing", ["branch"]],
 *   ["document.type", ["members", 0]],
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = <A>(definition: Definition<A>): Document<A> => {
  let built: { readonly decoder: Parser<A>; readonly encoder: Parser<A> } | undefined
  const parsers = () => {
    built ??= build(definition.schema())
    return built
  }
  const decode: Document<A>["decode"] = (input, limits) => parse(definition, () => parsers().decoder, input, limits)
  const encode: Document<A>["encode"] = (value, limits) => parse(definition, () => parsers().encoder, value, limits)
  return {
    name: definition.name,
    format: definition.format,
    decode,
    encode,
    is: (input): input is A => Result.isSuccess(decode(input)),
    standard: standard(decode, (found) => sentence({}, found, "en")),
    jsonSchema: () => jsonSchema(definition),
  }
}

type Parser<A> = (input: unknown) => Result.Result<A, { readonly issue: SchemaIssue.Issue }>

const build = <A>(schema: Schema.Codec<A>): { readonly decoder: Parser<A>; readonly encoder: Parser<A> } => {
  const options = { errors: "all", onExcessProperty: "error" } as const
  return {
    decoder: Schema.decodeUnknownResult(schema, options),
    encoder: Schema.encodeUnknownResult(schema, options),
  }
}

// ---------------------------------------------------------------- getters

const jsonSchema = <A>({ name, schema }: Definition<A>): JsonSchema => {
  const { schema: root, definitions } = Schema.toJsonSchemaDocument(schema(), { onExcessProperty: "error" })
  const shared = Object.keys(definitions).length === 0 ? {} : { $defs: definitions }
  return { $schema: "https://json-schema.org/draft/2020-12/schema", title: name, ...root, ...shared }
}

// ---------------------------------------------------------------- operations

/**
 * `decode` of a document, throwing a `FaultError`: for documents written in code.
 *
 * @example
 * ```ts
 * import { Document } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Note = Document.make({ name: "Note", schema: () => Schema.Struct({ text: Schema.String }) })
 * assert.deepEqual(Document.decodeUnsafe(Note, { text: "已办结" }), { text: "已办结" })
 * assert.throws(() => Document.decodeUnsafe(Note, { text: 1 }))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const decodeUnsafe = <A>(document: Document<A>, input: unknown, limits?: Partial<Limits>): A =>
  getOrThrow(document.decode(input, limits))

/**
 * A Standard Schema of a document whose messages are sentences: give it the function that says a fault.
 *
 * @example
 * ```ts
 * import { Document, Fault } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Note = Document.make({ name: "Note", schema: () => Schema.Struct({ text: Schema.String }) })
 * const texts = { "document.missing": { zh: "缺少“{key}”", en: '"{key}" is missing' } }
 * const spoken = Document.spoken(Note, (fault) => Fault.sentence(texts, fault, "zh"))
 * assert.deepEqual(spoken["~standard"].validate({}), { issues: [{ message: "缺少“text”", path: ["text"] }] })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const spoken = <A>(document: Document<A>, say: (fault: Fault) => string): StandardSchemaV1<unknown, A> =>
  standard(document.decode, say)

const standard = <A>(decode: Document<A>["decode"], say: (fault: Fault) => string): StandardSchemaV1<unknown, A> => ({
  "~standard": {
    version: 1,
    vendor: "dangjian",
    validate: (value) => {
      const result = decode(value)
      return Result.isSuccess(result)
        ? { value: result.success }
        : { issues: result.failure.map((found) => ({ message: say(found), path: found.path })) }
    },
  },
})

const parse = <A>(
  definition: Definition<A>,
  parser: () => Parser<A>,
  input: unknown,
  limits: Partial<Limits> | undefined,
): Result.Result<A, ReadonlyArray<Fault>> => {
  const result = parsed(definition, parser, input, limits)
  const { conceal } = definition
  return conceal === undefined ? result : Result.mapError(result, (found) => found.map(concealed(conceal)))
}

const concealed =
  (conceal: (text: string) => string) =>
  (found: Fault): Fault => {
    const hidden = (value: string | number) => (typeof value === "string" ? conceal(value) : value)
    const params = Object.fromEntries(Object.entries(found.params).map(([key, value]) => [key, hidden(value)]))
    return { ...found, params, path: found.path.map(hidden) }
  }

const parsed = <A>(
  { check, format }: Definition<A>,
  parser: () => Parser<A>,
  input: unknown,
  limits: Partial<Limits> | undefined,
): Result.Result<A, ReadonlyArray<Fault>> => {
  const reading = read(input, limits)
  const ofData = reading.faults.map(renamed)
  if (reading.cut) return Result.fail(ofData)
  const other = otherFormat(reading.value, format)
  if (other !== undefined) return Result.fail([other, ...ofData])
  const result = parser()(reading.value)
  if (Result.isFailure(result)) {
    const ofSchema = faults(result.failure.issue, [], reading.value)
    return Result.fail([...ofData, ...ofSchema.filter(({ path }) => !reading.faults.some(touches(path)))])
  }
  if (ofData.length > 0) return Result.fail(ofData)
  const ofWhole = check?.(result.success) ?? []
  return ofWhole.length > 0 ? Result.fail(ofWhole) : Result.succeed(result.success)
}

const RENAMED: Partial<Record<CanonicalFault["code"], DocumentFault["code"]>> = {
  "canonical.tooDeep": "document.tooDeep",
  "canonical.tooLarge": "document.tooLarge",
  "canonical.tooMuchText": "document.tooLarge",
  "canonical.textTooLong": "document.textTooLong",
}

const renamed = (found: Reading["faults"][number]): Fault => ({ ...found, code: RENAMED[found.code] ?? found.code })

const touches =
  (path: Fault["path"]) =>
  (found: Fault): boolean => {
    const shared = Math.min(path.length, found.path.length)
    return path.slice(0, shared).every((key, index) => key === found.path[index])
  }

const otherFormat = (value: unknown, format: number | undefined): Fault | undefined => {
  if (format === undefined || !isRecord(value) || typeof value.format !== "number") return undefined
  return value.format === format
    ? undefined
    : fault("document.format", { expected: format, actual: value.format }, ["format"])
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const faults = (issue: SchemaIssue.Issue, path: Fault["path"], value: unknown): ReadonlyArray<Fault> => {
  switch (issue._tag) {
    case "Pointer":
      return faults(issue.issue, [...path, ...keysOf(issue.path)], at(value, issue.path))
    case "Composite":
      return issue.issues.flatMap((inner) => faults(inner, path, value))
    case "Encoding":
      return faults(issue.issue, path, value)
    case "Filter":
      return ofFilter(issue, path, value)
    case "AnyOf":
      return ofUnion(issue, path, value)
    case "InvalidType":
      return [ofType(issue.ast, path, value)]
    case "InvalidValue":
      return [ofValue(issue.annotations?.message, issue.annotations?.expected, path, value)]
    case "MissingKey":
      return [fault("document.missing", { key: lastOf(path) }, path)]
    case "UnexpectedKey":
      return [fault("document.unexpected", { key: lastOf(path) }, path)]
    case "OneOf":
      return [fault("document.noVariant", { expected: expected(issue.ast), actual: shown(value) }, path)]
    case "Forbidden":
      return [ofValue(issue.annotations?.message, undefined, path, value)]
  }
}

const keysOf = (path: ReadonlyArray<PropertyKey>): Fault["path"] =>
  path.map((key) => (typeof key === "symbol" ? String(key) : key))

const lastOf = (path: Fault["path"]): string => shown(path.at(-1) ?? "")

const at = (value: unknown, path: ReadonlyArray<PropertyKey>): unknown =>
  path.reduce<unknown>(
    (part, key) =>
      typeof part === "object" && part !== null && Object.hasOwn(part, key)
        ? (part as Record<PropertyKey, unknown>)[key]
        : undefined,
    value,
  )

const CODE = /^[a-z]\w*(\.\w+)+$/

const ofValue = (message: unknown, wanted: unknown, path: Fault["path"], value: unknown): Fault => {
  if (typeof message === "string" && CODE.test(message)) {
    const text = typeof value === "string" ? { text: shown(value) } : {}
    return fault(message, { value: shown(value), ...text }, path)
  }
  const said = typeof message === "string" ? message : typeof wanted === "string" ? wanted : "another value"
  return fault("document.value", { expected: said, actual: shown(value) }, path)
}

const ofFilter = ({ filter, issue }: SchemaIssue.Filter, path: Fault["path"], value: unknown): ReadonlyArray<Fault> => {
  const { message, expected: wanted } = filter.annotations ?? {}
  if (issue._tag !== "InvalidValue") return faults(issue, path, value)
  return [ofValue(message ?? issue.annotations?.message, wanted, path, value)]
}

const ofType = (ast: SchemaAST.AST, path: Fault["path"], value: unknown): Fault =>
  ast._tag === "Literal" && typeof ast.literal === typeof value
    ? fault("document.value", { expected: expected(ast), actual: shown(value) }, path)
    : fault("document.type", { expected: expected(ast), actual: kindOf(value) }, path)

const ofUnion = ({ ast, issues }: SchemaIssue.AnyOf, path: Fault["path"], value: unknown): ReadonlyArray<Fault> => {
  const single = issues.length === 1 && issues[0]!._tag !== "AnyOf"
  const fitting = single ? issues : issues.filter((issue) => !isOtherVariant(issue, value))
  if (fitting.length === 1) return faults(fitting[0]!, path, value)
  const key = isRecord(value) ? tagOf(ast) : undefined
  if (key === undefined) {
    return [fault("document.noVariant", { expected: expected(ast), actual: shown(value) }, path)]
  }
  const tag = at(value, [key])
  return tag === undefined
    ? [fault("document.missing", { key }, [...path, key])]
    : [fault("document.noVariant", { expected: tagsOf(ast, key), actual: shown(tag) }, [...path, key])]
}

const isOtherVariant = (issue: SchemaIssue.Issue, value: unknown): boolean => {
  switch (issue._tag) {
    case "InvalidType":
      return true
    case "AnyOf":
      return issue.issues.length === 0 || issue.issues.every((inner) => isOtherVariant(inner, value))
    case "Composite":
      return issue.issues.some(
        (inner) =>
          inner._tag === "Pointer" &&
          inner.path.length === 1 &&
          inner.issue._tag === "InvalidType" &&
          inner.issue.ast._tag === "Literal" &&
          at(value, inner.path) !== undefined,
      )
    default:
      return false
  }
}

const membersOf = (ast: SchemaAST.AST, around: ReadonlyArray<SchemaAST.AST> = []): ReadonlyArray<SchemaAST.AST> => {
  if (around.includes(ast)) return []
  if (ast._tag === "Suspend") return membersOf(ast.thunk(), [...around, ast])
  return ast._tag === "Union" ? ast.types.flatMap((type) => membersOf(type, [...around, ast])) : [ast]
}

const literalAt = (ast: SchemaAST.AST, key: string): string | undefined => {
  if (ast._tag !== "Objects") return undefined
  const type = ast.propertySignatures.find(({ name }) => name === key)?.type
  return type?._tag === "Literal" && type.context?.isOptional !== true ? expected(type) : undefined
}

const tagOf = (ast: SchemaAST.AST): string | undefined => {
  const members = membersOf(ast).filter((member) => member._tag === "Objects")
  return members[0]?.propertySignatures
    .map(({ name }) => String(name))
    .find((key) => members.every((member) => literalAt(member, key) !== undefined))
}

const tagsOf = (ast: SchemaAST.AST, key: string): string =>
  brief([...new Set(membersOf(ast).flatMap((member) => literalAt(member, key) ?? []))].join(" | "))

const NAMES: Partial<Record<SchemaAST.AST["_tag"], string>> = {
  String: "string",
  TemplateLiteral: "string",
  Number: "number",
  Boolean: "boolean",
  Null: "null",
  Objects: "object",
  Arrays: "array",
  Never: "nothing",
}

const expected = (ast: SchemaAST.AST): string => {
  if (ast._tag === "Literal") return typeof ast.literal === "bigint" ? `${ast.literal}n` : JSON.stringify(ast.literal)
  if (ast._tag !== "Union" && ast._tag !== "Suspend") return NAMES[ast._tag] ?? "another value"
  return brief([...new Set(membersOf(ast).map(variant))].join(" | "))
}

const variant = (ast: SchemaAST.AST): string => {
  const names = ast._tag === "Objects" ? ast.propertySignatures.map(({ name }) => String(name)) : []
  const key = names.find((name) => literalAt(ast, name) !== undefined)
  return key === undefined ? expected(ast) : `{ ${key}: ${literalAt(ast, key)} }`
}

const kindOf = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : typeof value)

const shown = (value: unknown): string => {
  if (typeof value === "string") return brief(value)
  return typeof value === "object" && value !== null ? kindOf(value) : String(value)
}

const brief = (text: string): string => {
  if (text.length <= 80) return text
  const end = text.charCodeAt(79) >= 0xd800 && text.charCodeAt(79) <= 0xdbff ? 79 : 80
  return `${text.slice(0, end)}…`
}
