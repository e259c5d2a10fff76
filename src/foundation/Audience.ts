/**
 * Audiences (公开范围): who may see which field of a document, and how sensitive the field is (敏感程度).
 *
 * Both stand as annotations on the fields of a schema. A view is made by whitelist: a field shows only to the audiences
 * that it names, a field that names none shows to nobody, and two documents that differ only in what an audience does
 * not see have the same view for it. Of texts it knows only the field: a name written into a visible remark is visible.
 *
 * Source: 《中华人民共和国个人信息保护法》第二十八条 (sensitive personal information), 《中国共产党党务公开条例（试行）》
 * (to whom Party affairs are open).
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type * as SchemaAST from "effect/SchemaAST"
import { annotation as digestAnnotation } from "./Digest.js"
import { type Fault, make as fault } from "./Fault.js"

// ---------------------------------------------------------------- models

/**
 * Whom a view is for: `public` everybody (社会公众), `villagers` the people of the village or community (村民、居民),
 * `staff` those whose duty it is (工作人员), `requester` the person the document is about or who asked (本人、申请人).
 *
 * @category models
 * @since 0.1.0
 */
export type Audience = "public" | "villagers" | "staff" | "requester"

/**
 * How sensitive a field is, least first: `open`; `personal`, a person can be told by it (个人信息); `internal`, for work
 * only (内部资料); `protected`, its leak hurts a person (敏感个人信息、举报人信息).
 *
 * @category models
 * @since 0.1.0
 */
export type Sensitivity = "open" | "personal" | "internal" | "protected"

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with the annotations of a schema: a field names an audience that its sensitivity keeps out, or a
 * union shows to an audience that does not see the tag by which its branches are told apart.
 *
 * @category errors
 * @since 0.1.0
 */
export type AudienceFault = Fault<"audience.beyondCeiling" | "audience.hiddenTag">

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Audience}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Audience: Schema.Codec<Audience> = /* @__PURE__ */ Schema.Literals([
  "public",
  "villagers",
  "staff",
  "requester",
])

/**
 * The schema of {@link Sensitivity}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Sensitivity: Schema.Codec<Sensitivity> = /* @__PURE__ */ Schema.Literals([
  "open",
  "personal",
  "internal",
  "protected",
])

// ---------------------------------------------------------------- constructors

const VISIBLE = "dangjian/visibleTo"
const SENSITIVE = "dangjian/sensitivity"

/**
 * Every audience.
 *
 * @category constructors
 * @since 0.1.0
 */
export const all: ReadonlyArray<Audience> = ["public", "villagers", "staff", "requester"]

const IMPLIED: Readonly<Record<Audience, ReadonlyArray<Audience>>> = {
  public: all,
  villagers: ["villagers", "staff"],
  staff: ["staff"],
  requester: ["requester"],
}

const CEILING: Readonly<Record<Sensitivity, ReadonlyArray<Audience>>> = {
  open: all,
  personal: all,
  internal: ["villagers", "staff", "requester"],
  protected: ["staff", "requester"],
}

const ORDER: ReadonlyArray<Sensitivity> = ["open", "personal", "internal", "protected"]

/**
 * Lets audiences see a field. What the public sees everybody sees, and what villagers see staff see; the requester sees
 * only what names the requester or the public. To name nobody withholds the field from all.
 *
 * @example
 * ```ts
 * import { Audience } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const field = Audience.visibleTo("villagers", "requester")(Schema.String)
 * assert.deepEqual(Audience.audiencesOf(field), ["villagers", "staff", "requester"])
 * assert.deepEqual(Audience.audiencesOf(Schema.String), [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const visibleTo =
  (...audiences: ReadonlyArray<Audience>) =>
  <S extends Schema.Top>(schema: S): S["Rebuild"] =>
    schema.annotateKey({ [VISIBLE]: audiences })

/**
 * Declares how sensitive a field is. It bounds what {@link visibleTo} can open: an internal field never shows to the
 * public, a protected one neither to the public nor to villagers, whatever it names.
 *
 * @example
 * ```ts
 * import { Audience } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const field = Audience.visibleTo("public")(Audience.sensitive("protected")(Schema.String))
 * assert.deepEqual(Audience.audiencesOf(field), ["staff", "requester"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const sensitive =
  (sensitivity: Sensitivity) =>
  <S extends Schema.Top>(schema: S): S["Rebuild"] =>
    schema.annotateKey({ [SENSITIVE]: sensitivity })

/**
 * Declares what a digest is taken over: the field of the digest is as sensitive as the most sensitive field of that
 * schema. A digest that does not declare it counts as protected, so that no public view carries a digest by which a
 * protected field could be guessed.
 *
 * @example
 * ```ts
 * import { Audience, Digest } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Notice = Schema.Struct({ title: Audience.visibleTo("public")(Schema.String) })
 * const overNotice = Audience.digestOver(Notice)(Audience.visibleTo("public")(Digest.Digest))
 * assert.equal(Audience.audiencesOf(overNotice).includes("public"), true)
 * assert.equal(Audience.audiencesOf(Audience.visibleTo("public")(Digest.Digest)).includes("public"), false)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const digestOver =
  (over: Schema.Top) =>
  <S extends Schema.Top>(schema: S): S["Rebuild"] =>
    schema.annotateKey({ [SENSITIVE]: greatest(over) })

// ---------------------------------------------------------------- getters

const named = (ast: SchemaAST.AST): ReadonlyArray<Audience> | undefined =>
  ast.context?.annotations?.[VISIBLE] as ReadonlyArray<Audience> | undefined

const declared = (ast: SchemaAST.AST): Sensitivity | undefined =>
  (ast.context?.annotations?.[SENSITIVE] as Sensitivity | undefined) ?? (isDigest(ast) ? "protected" : undefined)

const isDigest = (ast: SchemaAST.AST): boolean =>
  ast.checks?.some((check) => check.annotations?.[digestAnnotation] === true) === true

const shows = (ast: SchemaAST.AST, audience: Audience): boolean =>
  named(ast)?.some((name) => IMPLIED[name].includes(audience)) === true && under(ast, audience)

const under = (ast: SchemaAST.AST, audience: Audience): boolean => CEILING[declared(ast) ?? "open"].includes(audience)

/**
 * The audiences that see a field, in the order of {@link all}.
 *
 * @example
 * ```ts
 * import { Audience } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const field = Schema.optionalKey(Audience.visibleTo("staff")(Schema.String))
 * assert.deepEqual(Audience.audiencesOf(field), ["staff"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const audiencesOf = (schema: Schema.Top): ReadonlyArray<Audience> =>
  all.filter((audience) => shows(schema.ast, audience))

/**
 * The sensitivity that a field declares, if any.
 *
 * @example
 * ```ts
 * import { Audience } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Audience.sensitivityOf(Audience.sensitive("personal")(Schema.String)), "personal")
 * assert.equal(Audience.sensitivityOf(Schema.String), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sensitivityOf = (schema: Schema.Top): Sensitivity | undefined => declared(schema.ast)

/**
 * The greatest sensitivity among all fields of a schema. A field that declares none takes that of the field around it;
 * where there is none either, it counts as open if it names an audience and as protected if it names none.
 *
 * @example
 * ```ts
 * import { Audience } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Visit = Schema.Struct({
 *   day: Audience.visibleTo("public")(Schema.String),
 *   household: Audience.sensitive("personal")(Schema.String),
 * })
 * assert.equal(Audience.greatest(Visit), "personal")
 * assert.equal(Audience.greatest(Schema.Struct({ day: Schema.String })), "protected")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const greatest = (schema: Schema.Top): Sensitivity => {
  let most = 0
  const once = visits()
  const visit = (ast: SchemaAST.AST, around: Sensitivity | undefined, opened: boolean): void => {
    const own = declared(ast) ?? around
    const open = opened || (named(ast)?.length ?? 0) > 0
    if (!once(ast, `${own} ${open}`)) return
    const within = children(ast)
    const leaf = within === undefined && own === undefined ? (open ? "open" : "protected") : own
    if (leaf !== undefined) most = Math.max(most, ORDER.indexOf(leaf))
    for (const child of within ?? []) visit(child.ast, own, open && !hasFields(ast))
  }
  visit(schema.ast, undefined, false)
  return ORDER[most]!
}

const visits = (): ((ast: SchemaAST.AST, state: string) => boolean) => {
  const seen = new Map<SchemaAST.AST, Set<string>>()
  return (ast, state) => {
    const states = seen.get(ast) ?? new Set()
    const fresh = !states.has(state)
    seen.set(ast, states.add(state))
    return fresh
  }
}

const hasFields = (ast: SchemaAST.AST): boolean => ast._tag === "Objects" && ast.propertySignatures.length > 0

interface Child {
  readonly key: string | undefined
  readonly ast: SchemaAST.AST
}

const children = (ast: SchemaAST.AST): ReadonlyArray<Child> | undefined => {
  switch (ast._tag) {
    case "Objects":
      return [
        ...ast.propertySignatures.map(({ name, type }) => ({ key: String(name), ast: type })),
        ...ast.indexSignatures.map(({ type }) => ({ key: "*", ast: type })),
      ]
    case "Arrays":
      return [...ast.elements, ...ast.rest].map((type) => ({ key: "*", ast: type }))
    case "Union":
      return ast.types.map((type) => ({ key: undefined, ast: type }))
    case "Suspend":
      return [{ key: undefined, ast: ast.thunk() }]
    default:
      return undefined
  }
}

// ---------------------------------------------------------------- operations

type Projector = (value: unknown) => unknown

const WITHHELD: unique symbol = /* @__PURE__ */ Symbol("withheld")

const withheld: Projector = () => WITHHELD

/**
 * The view of documents for one audience: a function from a decoded document to a copy with what that audience sees, or
 * `undefined` where it sees nothing at all.
 *
 * **Details**
 *
 * The fields of a record each have to name the audience, at every level. The elements of a list or table go by the
 * field that holds it, and the fields of records inside it again by themselves. The branches of a union of records are
 * told apart by a tag, a field with a different literal in each; where the audience does not see the tag in every
 * branch, it sees nothing of the union, because which fields show would give the tag away. An element that is withheld
 * leaves no gap. Values of an unknown shape are withheld.
 *
 * **Gotchas**
 *
 * The function trusts the document to be decoded. That an optional field is there, and how long a list is, shows to
 * whoever sees the field.
 *
 * @example
 * ```ts
 * import { Audience } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Request = Schema.Struct({
 *   matter: Audience.visibleTo("public")(Schema.String),
 *   telephone: Audience.visibleTo("staff", "requester")(Audience.sensitive("protected")(Schema.String)),
 *   remark: Schema.String,
 * })
 * const request = { matter: "路灯不亮", telephone: "000", remark: "夜间无人" }
 * assert.deepEqual(Audience.project(Request, "public")(request), { matter: "路灯不亮" })
 * assert.deepEqual(Audience.project(Request, "staff")(request), { matter: "路灯不亮", telephone: "000" })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const project = <A>(schema: Schema.Codec<A>, audience: Audience): ((value: A) => unknown) => {
  const view = projector(schema.ast, false, { audience, granted: new Map(), bare: new Map() })
  return (value) => {
    const seen = view(value)
    return seen === WITHHELD ? undefined : seen
  }
}

interface Viewer {
  readonly audience: Audience
  readonly granted: Map<SchemaAST.AST, Projector>
  readonly bare: Map<SchemaAST.AST, Projector>
}

const projector = (ast: SchemaAST.AST, granted: boolean, viewer: Viewer): Projector => {
  const memo = granted ? viewer.granted : viewer.bare
  const known = memo.get(ast)
  if (known !== undefined) return known
  let built: Projector | undefined
  const late: Projector = (value) => {
    built ??= build(ast, granted, viewer)
    return built(value)
  }
  memo.set(ast, late)
  return late
}

const build = (ast: SchemaAST.AST, around: boolean, viewer: Viewer): Projector => {
  const mark = named(ast)
  if (mark !== undefined ? !shows(ast, viewer.audience) : !under(ast, viewer.audience)) return withheld
  const granted = around || mark !== undefined
  switch (ast._tag) {
    case "Objects":
      return hasFields(ast) ? record(ast, viewer) : granted ? table(ast, viewer) : withheld
    case "Arrays":
      return granted ? list(ast, viewer) : withheld
    case "Union":
      return union(ast, granted, viewer)
    case "Suspend":
      return projector(ast.thunk(), granted, viewer)
    default:
      return granted && isLeaf(ast) ? leaf : withheld
  }
}

const LEAVES: ReadonlyArray<string> = ["String", "Number", "Boolean", "Null", "Literal", "TemplateLiteral", "Enum"]

const isLeaf = (ast: SchemaAST.AST): boolean => LEAVES.includes(ast._tag)

const leaf: Projector = (value) =>
  value === null || typeof value === "string" || typeof value === "number" || typeof value === "boolean"
    ? value
    : WITHHELD

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

const record = (ast: SchemaAST.Objects, viewer: Viewer): Projector => {
  const fields = ast.propertySignatures
    .filter(({ type }) => shows(type, viewer.audience))
    .map(({ name, type }) => [String(name), projector(type, true, viewer)] as const)
  return (value) => {
    if (!isObject(value)) return WITHHELD
    const view: Record<string, unknown> = {}
    for (const [key, see] of fields) {
      const seen = Object.hasOwn(value, key) ? see(value[key]) : WITHHELD
      if (seen !== WITHHELD) view[key] = seen
    }
    return view
  }
}

const table = (ast: SchemaAST.Objects, viewer: Viewer): Projector => {
  const only = ast.indexSignatures.length === 1 ? ast.indexSignatures[0] : undefined
  if (only === undefined) return withheld
  const see = projector(only.type, true, viewer)
  return (value) => {
    if (!isObject(value)) return WITHHELD
    const seen = Object.keys(value).map((key) => [key, see(value[key])] as const)
    return Object.fromEntries(seen.filter(([, part]) => part !== WITHHELD))
  }
}

const list = (ast: SchemaAST.Arrays, viewer: Viewer): Projector => {
  const elements = ast.elements.map((type) => projector(type, true, viewer))
  const rest = ast.rest.length === 1 ? projector(ast.rest[0]!, true, viewer) : withheld
  return (value) =>
    Array.isArray(value)
      ? value.map((part, index) => (elements[index] ?? rest)(part)).filter((part) => part !== WITHHELD)
      : WITHHELD
}

const union = (ast: SchemaAST.Union, granted: boolean, viewer: Viewer): Projector => {
  const members = branches(ast)
  if (members === undefined) return withheld
  const see = (type: SchemaAST.AST): Projector => projector(type, granted, viewer)
  const plain = members.filter(({ _tag }) => _tag !== "Objects" && _tag !== "Arrays")
  const lists = members.filter(({ _tag }) => _tag === "Arrays").map(see)
  const records = members.filter((type) => type._tag === "Objects")
  const ofPlain = plain.every((type) => isLeaf(type) && granted && visible(type, viewer.audience)) ? leaf : withheld
  const ofList = lists.length === 1 ? lists[0]! : withheld
  const ofRecord = records.length === 1 ? see(records[0]!) : tagged(records, see, viewer)
  return (value) => (Array.isArray(value) ? ofList : isObject(value) ? ofRecord : ofPlain)(value)
}

const visible = (ast: SchemaAST.AST, audience: Audience): boolean =>
  named(ast) === undefined ? under(ast, audience) : shows(ast, audience)

const branches = (ast: SchemaAST.AST, around: ReadonlyArray<SchemaAST.AST> = []): SchemaAST.AST[] | undefined => {
  if (ast._tag !== "Union" && ast._tag !== "Suspend") return [ast]
  if (around.includes(ast) || (around.length > 0 && ast.context?.annotations !== undefined)) return undefined
  const parts = ast._tag === "Union" ? ast.types : [ast.thunk()]
  const found = parts.map((part) => branches(part, [...around, ast]))
  return found.some((part) => part === undefined) ? undefined : found.flatMap((part) => part ?? [])
}

const tagged = (
  members: ReadonlyArray<SchemaAST.Objects>,
  see: (ast: SchemaAST.AST) => Projector,
  viewer: Viewer,
): Projector => {
  const key = tagOf(members, viewer.audience)
  if (key === undefined) return withheld
  const byTag = new Map(members.map((member) => [literalAt(member, key), see(member)]))
  return (value) =>
    isObject(value) && Object.hasOwn(value, key) ? (byTag.get(value[key]) ?? withheld)(value) : WITHHELD
}

const literalAt = (ast: SchemaAST.Objects, key: string): unknown => {
  const type = ast.propertySignatures.find(({ name }) => name === key)?.type
  return type?._tag === "Literal" && type.context?.isOptional !== true ? type.literal : undefined
}

const tagOf = (members: ReadonlyArray<SchemaAST.Objects>, audience: Audience): string | undefined =>
  members[0]?.propertySignatures
    .map(({ name }) => String(name))
    .find((key) => {
      const literals = members.map((member) => literalAt(member, key))
      const open = members.every(({ propertySignatures }) =>
        propertySignatures.some(({ name, type }) => name === key && shows(type, audience)),
      )
      return open && !literals.includes(undefined) && new Set(literals).size === members.length
    })

// ---------------------------------------------------------------- decisions

/**
 * What the annotations of a schema say that no view will do: each audience that a field names beyond its sensitivity,
 * and each audience that a union of records names while its branches cannot be told apart by what that audience sees.
 * The path is that of the schema; `*` stands for any element.
 *
 * @example
 * ```ts
 * import { Audience } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Bad = Schema.Struct({ telephone: Audience.visibleTo("public")(Audience.sensitive("protected")(Schema.String)) })
 * assert.deepEqual(Audience.lint(Bad), [
 *   {
 *     code: "audience.beyondCeiling",
 *     path: ["telephone"],
 *     params: { audience: "public", sensitivity: "protected" },
 *   },
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const lint = (schema: Schema.Top): ReadonlyArray<AudienceFault> => {
  const faults: Array<AudienceFault> = []
  const once = visits()
  const visit = (ast: SchemaAST.AST, path: Fault["path"], around: ReadonlyArray<Audience>, branch: boolean): void => {
    const granted = named(ast) === undefined ? around : all.filter((audience) => shows(ast, audience))
    if (once(ast, "")) faults.push(...beyondCeiling(ast, path))
    if (!once(ast, `${granted} ${branch}`)) return
    if (ast._tag === "Union" && !branch) faults.push(...granted.flatMap((audience) => hiddenTag(ast, audience, path)))
    const nested = ast._tag === "Union" || (branch && ast._tag === "Suspend")
    for (const child of children(ast) ?? []) {
      visit(child.ast, child.key === undefined ? path : [...path, child.key], hasFields(ast) ? [] : granted, nested)
    }
  }
  visit(schema.ast, [], all, false)
  return faults
}

const beyondCeiling = (ast: SchemaAST.AST, path: Fault["path"]): ReadonlyArray<AudienceFault> =>
  (named(ast) ?? [])
    .filter((audience) => !under(ast, audience))
    .map((audience) => fault("audience.beyondCeiling", { audience, sensitivity: declared(ast) ?? "open" }, path))

const hiddenTag = (ast: SchemaAST.Union, audience: Audience, path: Fault["path"]): ReadonlyArray<AudienceFault> => {
  const records = branches(ast)?.filter((type) => type._tag === "Objects")
  const fields = records?.flatMap(({ propertySignatures }) => propertySignatures)
  const apart =
    records !== undefined &&
    (records.length < 2 || !fields?.some(({ type }) => shows(type, audience)) || tagOf(records, audience) !== undefined)
  return apart ? [] : [fault("audience.hiddenTag", { audience }, path)]
}
