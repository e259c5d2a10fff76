/**
 * Outcomes (评价结果): what an evaluation says of one subject, with a value for every node it passed, every line, and every
 * stage of the verdict. All that is shown of a result is read from here; nothing is computed beside it.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type { Absence } from "../foundation/Absence.js"
import type { CivilDate } from "../foundation/CivilDate.js"
import type { Coordinate } from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import type { Period } from "../foundation/Period.js"
import * as Parts from "./OutcomeParts.js"

// ---------------------------------------------------------------- models

/**
 * A value as it is stored: a number as canonical text; an interval, open where an end is absent, with the kinds of fact
 * not yet known that make it one; an absence; or a conflict of clauses or facts, with its code.
 *
 * @category models
 * @since 0.1.0
 */
export type Value =
  | { readonly is: "known"; readonly q: string }
  | { readonly is: "between"; readonly from?: string; readonly to?: string; readonly because: ReadonlyArray<string> }
  | { readonly is: "absent"; readonly why: Absence }
  | { readonly is: "conflict"; readonly code: string; readonly params: Readonly<Record<string, string | number>> }

/**
 * The value of one node: its path in the rulebook, its id where it has one, the calendar span where it was evaluated for a
 * part of the period, and for a leaf the facts it rests on.
 *
 * @category models
 * @since 0.1.0
 */
export interface NodeValue {
  readonly path: string
  readonly id?: string
  readonly window?: string
  readonly facts?: ReadonlyArray<string>
  readonly value: Value
}

/**
 * What took from a line, and how much: a cap, the largest line of the same act, a suspension. A repetition takes
 * nothing: it marks that the line asked for a multiple.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cut {
  readonly by: "cap" | "sameAct" | "suspension" | "repeat"
  readonly id: string
  readonly took: Value
}

/**
 * One line of a statement (记分明细): the act of the rulebook, the fact, what it asked for and what was granted. `parts`
 * are the named parts of its worth.
 *
 * @category models
 * @since 0.1.0
 */
export interface Line {
  readonly node: string
  readonly window?: string
  readonly act: string
  readonly fact: string
  readonly on: CivilDate
  readonly parts: ReadonlyArray<{ readonly id: string; readonly value: Value }>
  readonly requested: Value
  readonly granted: Value
  readonly cuts: ReadonlyArray<Cut>
}

/**
 * What a cap on the net of several lines gave or took as a whole.
 *
 * @category models
 * @since 0.1.0
 */
export interface Adjustment {
  readonly node: string
  readonly window?: string
  readonly cap: string
  readonly bucket: string
  readonly by: Value
}

/**
 * Where something is read: the path of the node or condition, the calendar span where it is no whole period, and inside an
 * effect the months or the day since which facts are looked at.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly path: string
  readonly window?: string
  readonly months?: number
  readonly since?: CivilDate
}

/**
 * What was taken from the peers as a whole, such as their mean or the place among them. Everything else rests on the
 * subject's own facts.
 *
 * @category models
 * @since 0.1.0
 */
export interface FromPeers extends Reading {
  readonly value: Value
}

/**
 * The standing of an effect: it holds, it held and is repaired, or it is not yet known whether it does. `from` is the
 * level before it was applied, so that one can see where a direct grade fell from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Applied {
  readonly effect: string
  readonly state: "holds" | "repaired" | "possible"
  readonly from?: ReadonlyArray<string>
}

/**
 * A level: one, several that are still possible, or none with the reason (no levels in the book, a gap, an overlap).
 *
 * @category models
 * @since 0.1.0
 */
export type Standing =
  | { readonly is: "level"; readonly level: string }
  | { readonly is: "among"; readonly levels: ReadonlyArray<string> }
  | { readonly is: "none" }
  | { readonly is: "conflict"; readonly code: string; readonly params: Readonly<Record<string, string | number>> }

/**
 * One stage of the fixed pipeline that changed something: the levels possible before and after, and the clause that did
 * it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stage {
  readonly stage: "score" | "effect" | "award" | "climb" | "quota"
  readonly by?: string
  readonly to: Standing
}

/**
 * A place in a ranking (名次): of how many in the group, shared with how many. `open`: equals that a meeting or a missing
 * seed has yet to settle.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly ranking: string
  readonly group: string
  readonly place: Value
  readonly of: number
  readonly tied: number
  readonly open: boolean
}

/**
 * What an evaluation says of one subject. `scores` holds the total, the total after score effects and the rounded score
 * in turn; an exempt subject has none. `peers` is absent where nothing was taken from them. `unread` names the facts of the period that the book does not ask this subject for:
 * entered under a kind it does not know, or under a line for somebody else.
 *
 * @category models
 * @since 0.1.0
 */
export interface Outcome {
  readonly format: 1
  readonly semantics: 1
  readonly book: string
  readonly version: string
  readonly subject: string
  readonly period: Period
  readonly at: Coordinate
  readonly classes: ReadonlyArray<string>
  readonly standing: "rated" | "unrated" | "exempt" | "unclassed"
  readonly nodes: ReadonlyArray<NodeValue>
  readonly lines: ReadonlyArray<Line>
  readonly adjustments: ReadonlyArray<Adjustment>
  readonly peers?: ReadonlyArray<FromPeers>
  readonly unread: ReadonlyArray<string>
  readonly effects: ReadonlyArray<Applied>
  readonly scores?: { readonly total: Value; readonly effective: Value; readonly rounded: Value }
  readonly stages: ReadonlyArray<Stage>
  readonly level: Standing
  readonly badges: ReadonlyArray<{ readonly badge: string; readonly held: "yes" | "no" | "unknown" }>
  readonly places: ReadonlyArray<Place>
}

/**
 * How a quota stands in one group: who its rated subjects are and of whom that is not yet sure (`unsure`), how many they
 * are, and how many places the quota gives. `reached` is how many may have come to its levels before it was applied,
 * `held` how many hold them for certain afterwards, `possible` how many at most. `across` names the equals at the cut of
 * whom some would have had a place. `met` is `unknown` while levels, or who is of the group, leave it open.
 *
 * @category models
 * @since 0.1.0
 */
export interface QuotaReport {
  readonly quota: string
  readonly group: string
  readonly members: ReadonlyArray<string>
  readonly unsure: ReadonlyArray<string>
  readonly size: number
  readonly places: number
  readonly reached: number
  readonly held: number
  readonly possible: number
  readonly across: ReadonlyArray<string>
  readonly met: "yes" | "no" | "unknown"
}

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Value}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Value: Schema.Codec<Value> = Parts.value

/**
 * The schema of {@link Standing}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Standing: Schema.Codec<Standing> = Parts.standing

/**
 * The schema of {@link Outcome}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Outcome: Schema.Codec<Outcome> = /* @__PURE__ */ Schema.Struct({
  ...Parts.head,
  nodes: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct(Parts.node)),
  lines: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      ...Parts.line,
      cuts: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct(Parts.cut)),
    }),
  ),
  adjustments: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct(Parts.adjustment)),
  effects: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct(Parts.effect)),
  scores: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct(Parts.scores)),
  stages: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct(Parts.stage)),
  badges: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct(Parts.badge)),
  places: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct(Parts.place)),
})

/**
 * The outcome as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Interpreter, Outcome } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { outcomes } = Interpreter.evaluate({
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * })
 * const text = JSON.stringify(outcomes[0])
 * assert.deepEqual(Result.getOrThrow(Outcome.document.decode(JSON.parse(text))), outcomes[0])
 * ```
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Outcome> = /* @__PURE__ */ Document.make<Outcome>({
  name: "Outcome",
  format: 1,
  schema: () => Outcome,
})
