/**
 * Facts (事实): what happened, as registers hold it, and all that a rulebook is evaluated on.
 *
 * A fact says that something of a kind happened to a subject on a day; a continuing one says when it ended. It carries
 * when it was recorded, so that every result can be given as it was known on a day. Whatever people decide (a value in a
 * range, a judgement) is a fact as well, with its decider and reason.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Absence } from "../foundation/Absence.js"
import { CivilDate } from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { Text } from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Period } from "../foundation/Period.js"
import { Id } from "./Expression.js"

// ---------------------------------------------------------------- models

/**
 * One fact. `until` is the day a continuing one ended (that day no longer counts), or `open` while it runs. `act` names
 * the deed, where several facts are about the same one. `values` are exact numbers by field, `tags` are texts by name.
 * `absent` says that for this subject nothing of the kind can be told, and why. `supersedes` names the earlier fact
 * that this one takes the place of; `void` says that it stands for nothing itself.
 *
 * @category models
 * @since 0.1.0
 */
export interface Fact {
  readonly id: string
  readonly subject: string
  readonly kind: string
  readonly on: CivilDate
  readonly until?: CivilDate | "open"
  readonly recordedAt: Coordinate.Instant
  readonly act?: string
  readonly values?: Readonly<Record<string, string>>
  readonly tags?: Readonly<Record<string, string>>
  readonly decidedBy?: string
  readonly reason?: string
  readonly absent?: Absence
  readonly supersedes?: string
  readonly void?: true
  readonly source?: string
}

/**
 * The declaration that a register is complete: all facts of a kind up to and including a day are recorded (`subject`:
 * for that subject alone).
 *
 * @category models
 * @since 0.1.0
 */
export interface Closure {
  readonly kind: string
  readonly through: CivilDate
  readonly recordedAt: Coordinate.Instant
  readonly subject?: string
}

/**
 * A result of a closed period, frozen: the values of named nodes, the score and the level.
 *
 * @category models
 * @since 0.1.0
 */
export interface FrozenResult {
  readonly book: string
  readonly subject: string
  readonly period: Period
  readonly values: Readonly<Record<string, string>>
  readonly level?: string
  readonly recordedAt: Coordinate.Instant
}

/**
 * Who or what is rated: an opaque id, labels by name (class, post, group: several values each), and parameters.
 *
 * @category models
 * @since 0.1.0
 */
export interface Subject {
  readonly id: string
  readonly labels: Readonly<Record<string, ReadonlyArray<string>>>
  readonly parameters?: Readonly<Record<string, string>>
}

/**
 * A register (事实登记) as one stored document: whom it is about, what happened, what is declared complete, and the frozen
 * results of earlier periods.
 *
 * @category models
 * @since 0.1.0
 */
export interface Register {
  readonly format: 1
  readonly subjects: ReadonlyArray<Subject>
  readonly facts: ReadonlyArray<Fact>
  readonly closures: ReadonlyArray<Closure>
  readonly results: ReadonlyArray<FrozenResult>
}

// ---------------------------------------------------------------- errors

/**
 * What a set of facts can have wrong besides the faults of records (`Coordinate.check`): a subject that nobody knows, or
 * an end before the beginning.
 *
 * @category errors
 * @since 0.1.0
 */
export type FactFault = Fault<"fact.unknownSubject" | "fact.endsBeforeStart"> | Coordinate.CoordinateFault

// ---------------------------------------------------------------- schemas

const id = Id
const byName = /* @__PURE__ */ Schema.Record(Schema.String, Text)

/**
 * The schema of {@link Fact}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Fact: Schema.Codec<Fact> = /* @__PURE__ */ Schema.Struct({
  id,
  subject: id,
  kind: id,
  on: CivilDate,
  until: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Union([/* @__PURE__ */ Schema.Literal("open"), CivilDate]),
  ),
  recordedAt: Coordinate.Instant,
  act: /* @__PURE__ */ Schema.optionalKey(id),
  values: /* @__PURE__ */ Schema.optionalKey(byName),
  tags: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Record(Schema.String, Schema.String)),
  decidedBy: /* @__PURE__ */ Schema.optionalKey(id),
  reason: /* @__PURE__ */ Schema.optionalKey(id),
  absent: /* @__PURE__ */ Schema.optionalKey(Absence),
  supersedes: /* @__PURE__ */ Schema.optionalKey(id),
  void: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Literal(true)),
  source: /* @__PURE__ */ Schema.optionalKey(id),
})

/**
 * The schema of {@link Closure}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Closure: Schema.Codec<Closure> = /* @__PURE__ */ Schema.Struct({
  kind: id,
  through: CivilDate,
  recordedAt: Coordinate.Instant,
  subject: /* @__PURE__ */ Schema.optionalKey(id),
})

/**
 * The schema of {@link FrozenResult}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const FrozenResult: Schema.Codec<FrozenResult> = /* @__PURE__ */ Schema.Struct({
  book: id,
  subject: id,
  period: Period,
  values: byName,
  level: /* @__PURE__ */ Schema.optionalKey(id),
  recordedAt: Coordinate.Instant,
})

/**
 * The schema of {@link Subject}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Subject: Schema.Codec<Subject> = /* @__PURE__ */ Schema.Struct({
  id,
  labels: /* @__PURE__ */ Schema.Record(Schema.String, /* @__PURE__ */ Schema.Array(Schema.String)),
  parameters: /* @__PURE__ */ Schema.optionalKey(byName),
})

/**
 * The schema of {@link Register}; {@link document} reads one from unknown input and checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Register: Schema.Codec<Register> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  subjects: /* @__PURE__ */ Schema.Array(Subject),
  facts: /* @__PURE__ */ Schema.Array(Fact),
  closures: /* @__PURE__ */ Schema.Array(Closure),
  results: /* @__PURE__ */ Schema.Array(FrozenResult),
})

/**
 * The register as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Register> = /* @__PURE__ */ Document.make<Register>({
  name: "Register",
  format: 1,
  schema: () => Register,
  check: ({ subjects, facts }) => check(subjects, facts),
})

// ---------------------------------------------------------------- decisions

/**
 * Everything that a set of facts has wrong, all at once: ids that stand for two different things, successors of what is
 * not there, subjects that nobody knows, ends before the beginning.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Fact } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2023-03-05")
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const faults = Fact.check([{ id: "m1", labels: {} }], [{ id: "f1", subject: "m2", kind: "P-058", on, recordedAt }])
 * assert.deepEqual(faults.map(({ code, path }) => [code, path]), [["fact.unknownSubject", [0, "subject"]]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (subjects: ReadonlyArray<Subject>, facts: ReadonlyArray<Fact>): ReadonlyArray<FactFault> => {
  const known = new Set(subjects.map(({ id }) => id))
  return [
    ...Coordinate.check(facts),
    ...facts.flatMap(({ subject, on, until }, index) => [
      ...(known.has(subject) ? [] : [fault("fact.unknownSubject", { subject }, [index, "subject"])]),
      ...(until === undefined || until === "open" || until >= on
        ? []
        : [fault("fact.endsBeforeStart", { on, until }, [index, "until"])]),
    ]),
  ]
}
