/**
 * Certificates (评定凭证): an outcome expanded so that somebody else can check it: each node with what the text says there,
 * its clause and the facts by digest, what was asked for and what was granted, what a cap, floor, veto or quota took, and
 * at which stage it was rounded.
 *
 * A certificate is a pure expansion: every number in it is one of the outcome or the difference of two. It names the
 * rulebook, the records and the table of the group by digest, so that it can be handed on without them; `Verifier` finds
 * it again from them. It is an outcome itself, with more said of each part, so that whatever reads outcomes reads it.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import type { CanonicalFault } from "../foundation/Canonical.js"
import { Citation } from "../foundation/Citation.js"
import type { Coordinate } from "../foundation/Coordinate.js"
import * as Digest from "../foundation/Digest.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault, pointer } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import type { Period } from "../foundation/Period.js"
import { Mode } from "../foundation/Rounding.js"
import { Does } from "./Clause.js"
import * as Evidence from "./Evidence.js"
import { Cite, type Expression } from "./Expression.js"
import * as GroupTable from "./GroupTable.js"
import { evaluate } from "./Interpreter.js"
import type * as Outcome from "./Outcome.js"
import * as Parts from "./OutcomeParts.js"
import type { Rulebook } from "./Rulebook.js"
import { type Clause, clausesOf, nodesOfBook } from "./Structure.js"

// ---------------------------------------------------------------- models

/**
 * What a part of a certificate is called in the text, and where it stands there.
 *
 * @category models
 * @since 0.1.0
 */
export interface Named {
  readonly label?: Label
  readonly cite?: Cite
}

/**
 * What took from a node, by the id of the clause where it has one, and how much; what a floor gave is below nought.
 *
 * @category models
 * @since 0.1.0
 */
export interface Took {
  readonly by: "cap" | "floor" | "sameAct" | "suspension" | "rounding"
  readonly id?: string
  readonly cite?: Cite
  readonly took: Outcome.Value
}

/**
 * A stage of rounding: how, and to multiples of what. `exact` rounds nothing.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stage {
  readonly mode: Mode | "exact"
  readonly step: string
  readonly cite?: Cite
}

/**
 * The value of one node: the operator and the kind of the field it was built as, what it asked for before it was held or
 * rounded, and what was granted (`value`). `facts` are digests.
 *
 * @category models
 * @since 0.1.0
 */
export interface Node extends Outcome.NodeValue, Named {
  readonly op: Expression["op"]
  readonly form?: string
  readonly full?: string
  readonly requested?: Outcome.Value
  readonly took?: ReadonlyArray<Took>
  readonly rounding?: Stage
}

/**
 * One line of a statement; `fact` is a digest.
 *
 * @category models
 * @since 0.1.0
 */
export interface Line extends Outcome.Line, Named {
  readonly cuts: ReadonlyArray<Outcome.Cut & { readonly cite?: Cite }>
}

/**
 * The total, what score effects left of it and what rounding did, and what each of the two took.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scores {
  readonly total: Outcome.Value
  readonly effective: Outcome.Value
  readonly rounded: Outcome.Value
  readonly tookByEffects?: Outcome.Value
  readonly tookByRounding?: Outcome.Value
  readonly rounding: Stage
}

/**
 * A certificate. `number` is the digest of all the rest, by which it is named; `rulebook` is the digest of the book, `evidence` the root of the subject's records as they were known,
 * `table` the digest of the group's table where the result depends on others. `lines`, `unread` and the facts of nodes
 * name facts by their salted digests.
 *
 * @category models
 * @since 0.1.0
 */
export interface Certificate extends Outcome.Outcome {
  readonly number: Digest.Digest
  readonly rulebook: Digest.Digest
  readonly title: Label
  readonly sources: ReadonlyArray<{ readonly id: string; readonly citation: Citation }>
  readonly evidence: Digest.Root
  readonly table?: Digest.Digest
  readonly seeds?: Readonly<Record<string, string>>
  readonly nodes: ReadonlyArray<Node>
  readonly lines: ReadonlyArray<Line>
  readonly adjustments: ReadonlyArray<Outcome.Adjustment & { readonly cite?: Cite }>
  readonly effects: ReadonlyArray<Outcome.Applied & Named & { readonly does: Does | "nothing" }>
  readonly scores?: Scores
  readonly stages: ReadonlyArray<Outcome.Stage & Named>
  readonly badges: ReadonlyArray<Outcome.Outcome["badges"][number] & Named>
  readonly places: ReadonlyArray<Outcome.Place & Named>
}

/**
 * What a certificate is made from besides the outcome. `evidence` may hold more than one subject's records; the table, or
 * its digest, is needed where results depend on others.
 *
 * @category models
 * @since 0.1.0
 */
export interface Grounds {
  readonly book: Rulebook
  readonly evidence: Evidence.Evidence
  readonly table?: GroupTable.GroupTable | Digest.Digest
  readonly seeds?: Readonly<Record<string, string>>
}

/**
 * What a rating with certificates is made from: the interpreter's input, its records sealed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Order {
  readonly book: Rulebook
  readonly period: Period
  readonly at: Coordinate
  readonly evidence: Evidence.Evidence
  readonly seeds?: Readonly<Record<string, string>>
}

/**
 * The certificates of a rating, by subject, and the table of the group that they share.
 *
 * @category models
 * @since 0.1.0
 */
export interface Issued {
  readonly certificates: ReadonlyArray<Certificate>
  readonly table?: GroupTable.GroupTable
}

// ---------------------------------------------------------------- errors

/**
 * A subject or fact of the outcome that no seal of the evidence is about, a table of the group that is missing where results
 * depend on others, or a document that cannot be digested.
 *
 * @category errors
 * @since 0.1.0
 */
export type CertificateFault = Fault<"certificate.notSealed" | "certificate.noTable"> | CanonicalFault

// ---------------------------------------------------------------- schemas

const optional = Schema.optionalKey
const OPERATORS = [
  "const",
  "fact",
  "param",
  "result",
  "field",
  "requested",
  "ref",
  "badges",
  "sum",
  "min",
  "max",
  "times",
  "ratio",
  "curve",
  "acts",
  "over",
  "peers",
  "case",
  "round",
] as const satisfies ReadonlyArray<Expression["op"]>
const label = /* @__PURE__ */ optional(Label)
const cite = /* @__PURE__ */ optional(Cite)
const named = { label, cite }
const cited = { cite }
const text = Schema.NonEmptyString
const stage: Schema.Codec<Stage> = /* @__PURE__ */ Parts.struct(cited, {
  mode: /* @__PURE__ */ Schema.Union([Mode, /* @__PURE__ */ Schema.Literal("exact")]),
  step: Exact.Text,
})

const Node = /* @__PURE__ */ Parts.struct(Parts.node, {
  label,
  cite,
  op: /* @__PURE__ */ Schema.Literals(OPERATORS),
  form: /* @__PURE__ */ optional(text),
  full: /* @__PURE__ */ optional(Exact.Text),
  requested: /* @__PURE__ */ optional(Parts.value),
  took: /* @__PURE__ */ optional(
    /* @__PURE__ */ Schema.Array(
      /* @__PURE__ */ Parts.struct(cited, {
        by: /* @__PURE__ */ Schema.Literals(["cap", "floor", "sameAct", "suspension", "rounding"]),
        id: /* @__PURE__ */ optional(text),
        took: Parts.value,
      }),
    ),
  ),
  rounding: /* @__PURE__ */ optional(stage),
})

/**
 * The schema of {@link Certificate}: that of an outcome, with more in each part.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Certificate: Schema.Codec<Certificate> = /* @__PURE__ */ Parts.struct(Parts.head, {
  number: Digest.Digest,
  rulebook: Digest.Digest,
  title: Label,
  sources: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ id: text, citation: Citation })),
  evidence: Digest.Root,
  table: /* @__PURE__ */ optional(Digest.Digest),
  seeds: /* @__PURE__ */ optional(/* @__PURE__ */ Schema.Record(Schema.String, Schema.String)),
  nodes: /* @__PURE__ */ Schema.Array(Node),
  lines: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Parts.struct(Parts.line, {
      label,
      cite,
      cuts: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Parts.struct(Parts.cut, cited)),
    }),
  ),
  adjustments: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Parts.struct(Parts.adjustment, cited)),
  effects: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Parts.struct(Parts.effect, {
      label,
      cite,
      does: /* @__PURE__ */ Schema.Union([/* @__PURE__ */ Schema.Literal("nothing"), Does]),
    }),
  ),
  scores: /* @__PURE__ */ optional(
    /* @__PURE__ */ Parts.struct(Parts.scores, {
      tookByEffects: /* @__PURE__ */ optional(Parts.value),
      tookByRounding: /* @__PURE__ */ optional(Parts.value),
      rounding: stage,
    }),
  ),
  stages: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Parts.struct(Parts.stage, named)),
  badges: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Parts.struct(Parts.badge, named)),
  places: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Parts.struct(Parts.place, named)),
})

/**
 * The certificate as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Certificate> = /* @__PURE__ */ Document.make<Certificate>({
  name: "Certificate",
  format: 1,
  schema: () => Certificate,
})

// ---------------------------------------------------------------- constructors

/**
 * The certificates of everybody in a set of evidence: the interpreter's outcomes, expanded. Refused with every subject
 * and fact that has no seal.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Certificate, Evidence } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const register = {
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * }
 * const { certificates } = Result.getOrThrow(
 *   Certificate.issue({
 *     book: WendengVillage.rulebook,
 *     period: Period.yearUnsafe(2023),
 *     at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt),
 *     evidence: Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office")),
 *   }),
 * )
 * const [line] = certificates[0]?.lines ?? []
 * assert.deepEqual([line?.label?.zh, line?.cite?.art, line?.requested], ["无偿献血，按次", "P-058", { is: "known", q: "10" }])
 * assert.match(line?.fact ?? "", /^sha256:/) // the fact itself is not told
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const issue = (order: Order): Result.Result<Issued, ReadonlyArray<CertificateFault>> => {
  const { evidence, seeds, ...rest } = order
  const input = { ...rest, ...Evidence.records(evidence), ...(seeds === undefined ? {} : { seeds }) }
  const table = GroupTable.isNeeded(order.book) ? { table: GroupTable.of(input) } : {}
  return Result.map(all(evaluate(input).outcomes, { ...order, ...table }), (certificates) => ({
    certificates,
    ...table,
  }))
}

/**
 * Outcomes as certificates. Refused with every subject and fact that has no seal.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Certificate, Evidence, Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const book = { ...WendengVillage.rulebook, rankings: [] } // nobody depends on others
 * const register = { subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], facts: [] } // made up
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const { outcomes } = Interpreter.evaluate({ book, period: Period.yearUnsafe(2023), at, ...register })
 * const evidence = Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office"))
 * const [certificate] = Result.getOrThrow(Certificate.all(outcomes, { book, evidence }))
 * assert.deepEqual(certificate?.level, outcomes[0]?.level)
 * assert.deepEqual(certificate?.evidence.count, 1)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const all = (
  outcomes: ReadonlyArray<Outcome.Outcome>,
  { evidence, ...grounds }: Grounds,
): Result.Result<ReadonlyArray<Certificate>, ReadonlyArray<CertificateFault>> => {
  const prepared = issuer(grounds)
  if (Result.isFailure(prepared)) return Result.fail(prepared.failure)
  const known = new Map<number, ReadonlyMap<string, Evidence.Evidence>>()
  const aboutAt = (at: Coordinate) => {
    const found = known.get(at.knownAt) ?? Evidence.about(evidence, at)
    known.set(at.knownAt, found)
    return found
  }
  const faults: Array<CertificateFault> = []
  const made = outcomes.flatMap((outcome): ReadonlyArray<Certificate> => {
    const own = aboutAt(outcome.at).get(outcome.subject)
    const one =
      own === undefined ? Result.fail([notSealed(outcome.subject, ["subject"])]) : prepared.success(outcome, own)
    if (Result.isSuccess(one)) return [one.success]
    faults.push(...one.failure)
    return []
  })
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(made)
}

/**
 * Makes one outcome a certificate, from the evidence about its subject (`Evidence.about`).
 *
 * @category models
 * @since 0.1.0
 */
export type Issuer = (
  outcome: Outcome.Outcome,
  own: Evidence.Evidence,
) => Result.Result<Certificate, ReadonlyArray<CertificateFault>>

/**
 * What makes certificates under a rulebook one at a time: the book is read and digested once.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Certificate, Evidence, Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const book = { ...WendengVillage.rulebook, rankings: [] } // nobody depends on others
 * const issueOne = Result.getOrThrow(Certificate.issuer({ book }))
 * const register = { subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], facts: [] } // made up
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const { outcomes } = Interpreter.evaluate({ book, period: Period.yearUnsafe(2023), at, ...register })
 * const evidence = Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office"))
 * const certificate = Result.getOrThrow(issueOne(outcomes[0]!, Evidence.about(evidence, at).get("m1")!))
 * assert.equal(certificate.subject, "m1")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const issuer = ({
  book,
  table,
  seeds,
}: Omit<Grounds, "evidence">): Result.Result<Issuer, ReadonlyArray<CertificateFault>> => {
  if (table === undefined && GroupTable.isNeeded(book)) return Result.fail([fault("certificate.noTable")])
  const digests = Result.all([
    digestOf(book),
    table === undefined || typeof table === "string" ? Result.succeed(table) : digestOf(table),
  ])
  if (Result.isFailure(digests)) return Result.fail(digests.failure)
  const [rulebook, sealed] = digests.success
  const index = indexOf(book)
  return Result.succeed((raw, own) => {
    const seals = new Map(own.facts.map(({ record, digest }) => [record.id, digest]))
    const missing = [...factsIn(raw)].filter((id) => !seals.has(id))
    if (missing.length > 0) return Result.fail(missing.map((id) => notSealed(id, [raw.subject])))
    const sealOf = (id: string) => seals.get(id) ?? id
    const outcome = sealedConflicts(raw, sealOf) as Outcome.Outcome
    const rest: Omit<Certificate, "number"> = {
      ...head(outcome, sealOf),
      rulebook,
      title: book.title,
      sources: book.sources,
      evidence: Evidence.root(own),
      ...(sealed === undefined ? {} : { table: sealed }),
      ...(seeds === undefined ? {} : { seeds }),
      ...bodyOf(outcome, index, sealOf),
      ...verdictOf(outcome, index),
    }
    return Result.map(digestOf(rest), (number) => ({ ...rest, number }))
  })
}

const notSealed = (id: string, path: Fault["path"]): CertificateFault => fault("certificate.notSealed", { id }, path)

/** A part of an outcome whose conflicts name facts by their digests. */
const sealedConflicts = (part: unknown, sealOf: (id: string) => string): unknown => {
  if (Array.isArray(part)) return part.map((item) => sealedConflicts(item, sealOf))
  if (typeof part !== "object" || part === null) return part
  const entries = Object.entries(part)
  if ("is" in part && part.is === "conflict") {
    const params = Object.entries("params" in part ? (part.params as Fault["params"]) : {})
    const sealed = params.map(([key, value]) => [key, key === "fact" ? sealOf(String(value)) : value])
    return { ...part, params: Object.fromEntries(sealed) }
  }
  return Object.fromEntries(entries.map(([key, item]) => [key, sealedConflicts(item, sealOf)]))
}

const factsIn = ({ nodes, lines, unread }: Outcome.Outcome): ReadonlySet<string> =>
  new Set([...nodes.flatMap(({ facts = [] }) => facts), ...lines.map(({ fact }) => fact), ...unread])

type Head = Omit<
  Outcome.Outcome,
  "nodes" | "lines" | "adjustments" | "effects" | "scores" | "stages" | "badges" | "places"
>

const head = (outcome: Outcome.Outcome, digestOf: (id: string) => string): Head => {
  const { nodes: _, lines: __, adjustments, effects, scores, stages, badges, places, ...rest } = outcome
  return { ...rest, unread: rest.unread.map(digestOf).sort() }
}

// ---------------------------------------------------------------- getters

/**
 * The digest of a rulebook or a table of the group, as certificates name them; however long the document is.
 *
 * @example
 * ```ts
 * import { Certificate } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.match(Result.getOrThrow(Certificate.digestOf(WendengVillage.rulebook)), /^sha256:/)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const digestOf = (
  document: Rulebook | GroupTable.GroupTable | Omit<Certificate, "number">,
): Result.Result<Digest.Digest, ReadonlyArray<CanonicalFault>> => Digest.of(document, UNLIMITED)

const UNLIMITED = { depth: 1000, nodes: Number.MAX_SAFE_INTEGER, total: Number.MAX_SAFE_INTEGER }

// ---------------------------------------------------------------- operations

/** A book by what parts of an outcome name: nodes by path, clauses of the trees by id, the rest by list and id. */
interface Index {
  readonly book: Rulebook
  readonly nodes: ReadonlyMap<string, Expression>
  readonly clauses: ReadonlyMap<string, Clause>
  readonly lists: (name: List, id: string | undefined) => Clause | undefined
}

type List = "effects" | "awards" | "levels" | "quotas" | "badges" | "rankings"

const indexOf = (book: Rulebook): Index => {
  const byId = (clauses: ReadonlyArray<Clause>) => new Map(clauses.map((clause) => [clause.id ?? "", clause]))
  const lists: Readonly<Record<List, ReadonlyMap<string, Clause>>> = {
    effects: byId(book.effects),
    awards: byId(book.awards),
    levels: byId(book.levels),
    quotas: byId(book.quotas),
    badges: byId(book.badges),
    rankings: byId(book.rankings),
  }
  return {
    book,
    nodes: new Map(nodesOfBook(book).map(({ e, path }) => [pointer(path), e])),
    clauses: byId(clausesOf(book)),
    lists: (name, id) => (id === undefined ? undefined : lists[name].get(id)),
  }
}

const namedBy = (clause: Clause | undefined): Named => ({ ...labelled(clause?.label), ...citedBy(clause) })

const labelled = (label: Label | undefined): Named => (label === undefined ? {} : { label })

const citedBy = (clause: Clause | undefined): { readonly cite?: Cite } =>
  clause?.cite === undefined ? {} : { cite: clause.cite }

const bodyOf = (
  outcome: Outcome.Outcome,
  index: Index,
  digestOf: (id: string) => string,
): Pick<Certificate, "nodes" | "lines" | "adjustments"> => {
  const values = new Map(outcome.nodes.map((node) => [placeOf(node.path, node.window), node.value]))
  const amounts = amountsOf(outcome)
  return {
    nodes: outcome.nodes.flatMap((node): ReadonlyArray<Node> => {
      const e = index.nodes.get(node.path)
      if (e === undefined) return []
      const { value, facts, ...rest } = node
      return [
        {
          ...rest,
          op: e.op,
          ...(e.form === undefined ? {} : { form: e.form }),
          ...(e.full === undefined ? {} : { full: e.full }),
          ...namedBy(e),
          ...(facts === undefined ? {} : { facts: facts.map(digestOf) }),
          value,
          ...stagedOf(e, node, (part) => values.get(placeOf(`${node.path}${part}`, node.window)), index, amounts),
        },
      ]
    }),
    lines: outcome.lines.map((line) => ({
      ...line,
      ...namedBy(index.clauses.get(line.act)),
      fact: digestOf(line.fact),
      cuts: line.cuts.map((cut) => ({ ...cut, ...citedBy(index.clauses.get(cut.id)) })),
    })),
    adjustments: outcome.adjustments.map((one) => ({ ...one, ...citedBy(index.clauses.get(one.cap)) })),
  }
}

const placeOf = (path: string, window: string | undefined): string => `${window ?? ""} ${path}`

/** What the lines of each node of acts ask for together, and what was taken from them, by node and clause. */
interface Amounts {
  readonly requested: ReadonlyMap<string, Exact.Exact | undefined>
  readonly took: ReadonlyMap<string, ReadonlyArray<readonly [by: Took["by"], id: string, took: Exact.Exact]>>
}

const amountsOf = ({ lines, adjustments }: Outcome.Outcome): Amounts => {
  const requested = new Map<string, Exact.Exact | undefined>()
  const took = new Map<string, Array<readonly [Took["by"], string, Exact.Exact]>>()
  const take = (place: string, by: Took["by"], id: string, value: Outcome.Value) => {
    const all = took.get(place) ?? []
    if (value.is === "known") all.push([by, id, Exact.parseUnsafe(value.q)])
    took.set(place, all)
  }
  for (const line of lines) {
    const place = placeOf(line.node, line.window)
    const before = requested.has(place) ? requested.get(place) : Exact.zero
    const asked = line.requested.is === "known" ? Exact.parseUnsafe(line.requested.q) : undefined
    requested.set(place, before === undefined || asked === undefined ? undefined : Exact.add(before, asked))
    for (const { by, id, took: value } of line.cuts) if (by !== "repeat") take(place, by, id, value)
  }
  for (const { node, window, cap, by } of adjustments) {
    const value =
      by.is === "known" ? ({ is: "known", q: Exact.text(Exact.negate(Exact.parseUnsafe(by.q))) } as const) : by
    take(placeOf(node, window), "cap", cap, value)
  }
  return { requested, took }
}

type Staged = Pick<Node, "requested" | "took" | "rounding">

/** What a node asked for before it was held or rounded, and what that took. */
const stagedOf = (
  e: Expression,
  { path, window, value }: Outcome.NodeValue,
  part: (path: string) => Outcome.Value | undefined,
  index: Index,
  amounts: Amounts,
): Staged => {
  switch (e.op) {
    case "round": {
      const requested = part(".e")
      const rounding: Stage = { mode: e.mode, step: e.step, ...citedBy(e) }
      return { ...askedFor(requested), ...taken("rounding", requested, value, citedBy(e)), rounding }
    }
    case "min":
    case "max": {
      const open = e.of.flatMap((one, at) => (one.op === "const" ? [] : [`.of[${at}]`]))
      const [only] = open
      if (only === undefined || open.length > 1) return {}
      const requested = part(only)
      return { ...askedFor(requested), ...taken(e.op === "min" ? "cap" : "floor", requested, value, citedBy(e)) }
    }
    case "acts": {
      const place = placeOf(path, window)
      const asked = amounts.requested.get(place)
      const took = summed(amounts.took.get(place) ?? []).map(([by, id, q]): Took => {
        return { by, id, ...citedBy(index.clauses.get(id)), took: { is: "known", q: Exact.text(q) } }
      })
      return {
        ...(asked === undefined ? {} : askedFor({ is: "known", q: Exact.text(asked) })),
        ...(took.length === 0 ? {} : { took }),
      }
    }
    default:
      return {}
  }
}

const askedFor = (requested: Outcome.Value | undefined): Staged => (requested === undefined ? {} : { requested })

/** The difference of two known values where there is one. */
const difference = (before: Outcome.Value | undefined, after: Outcome.Value): Outcome.Value | undefined => {
  if (before?.is !== "known" || after.is !== "known" || before.q === after.q) return undefined
  return { is: "known", q: Exact.text(Exact.subtract(Exact.parseUnsafe(before.q), Exact.parseUnsafe(after.q))) }
}

const taken = (
  by: Took["by"],
  before: Outcome.Value | undefined,
  after: Outcome.Value,
  cite: { readonly cite?: Cite },
): Staged => {
  const took = difference(before, after)
  return took === undefined ? {} : { took: [{ by, ...cite, took }] }
}

const summed = (
  all: ReadonlyArray<readonly [by: Took["by"], id: string, took: Exact.Exact]>,
): ReadonlyArray<readonly [Took["by"], string, Exact.Exact]> => {
  const found = new Map<string, readonly [Took["by"], string, Exact.Exact]>()
  for (const [by, id, q] of all) {
    const key = `${by} ${id}`
    found.set(key, [by, id, Exact.add(found.get(key)?.[2] ?? Exact.zero, q)])
  }
  return [...found.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, one]) => one)
}

const verdictOf = (
  { effects, scores, stages, badges, places }: Outcome.Outcome,
  index: Index,
): Pick<Certificate, "effects" | "scores" | "stages" | "badges" | "places"> => ({
  effects: effects.map((one) => {
    const effect = index.book.effects.find(({ id }) => id === one.effect)
    const repaired = one.state === "repaired" ? effect?.repair : undefined
    return { ...one, ...namedBy(effect), ...citedBy(repaired), does: repaired?.does ?? effect?.does ?? "nothing" }
  }),
  ...(scores === undefined ? {} : { scores: scoresOf(scores, index.book) }),
  stages: stages.map((stage) => ({ ...stage, ...namedBy(stageClause(stage, index)) })),
  badges: badges.map((badge) => ({ ...badge, ...namedBy(index.lists("badges", badge.badge)) })),
  places: places.map((place) => ({ ...place, ...namedBy(index.lists("rankings", place.ranking)) })),
})

const scoresOf = (scores: NonNullable<Outcome.Outcome["scores"]>, { score }: Rulebook): Scores => {
  const tookByEffects = difference(scores.total, scores.effective)
  const tookByRounding = difference(scores.effective, scores.rounded)
  return {
    ...scores,
    ...(tookByEffects === undefined ? {} : { tookByEffects }),
    ...(tookByRounding === undefined ? {} : { tookByRounding }),
    rounding: { mode: score.round, step: score.quantum, ...(score.cite === undefined ? {} : { cite: score.cite }) },
  }
}

/** The clause that made a stage: the level itself for the score, the climb limit's for the climb. */
const stageClause = ({ stage, by, to }: Outcome.Stage, { book, lists }: Index): Clause | undefined => {
  switch (stage) {
    case "score":
      return to.is === "level" ? lists("levels", to.level) : undefined
    case "effect":
      return lists("effects", by)
    case "award":
      return lists("awards", by)
    case "climb":
      return book.climb ?? undefined
    case "quota":
      return lists("quotas", by)
  }
}
