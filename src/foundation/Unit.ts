/**
 * Units of counting (计量单位): 件, 件次, 人次, 户次 and the rest. The set is open; a unit is its id, its label is for
 * people.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"
import * as Label from "./Label.js"

// ---------------------------------------------------------------- models

/**
 * A unit of counting (计量单位): an id that documents hold and a label that people read. Two units are the same when
 * their ids are; 分 as a point and 分 as a hundredth of a yuan share a label and are two units.
 *
 * @category models
 * @since 0.1.0
 */
export interface Unit<Id extends string = string> {
  readonly id: Id
  readonly label: Label.Label
}

/**
 * The id of a unit that {@link known} holds.
 *
 * @category models
 * @since 0.1.0
 */
export type Known = keyof typeof known

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a unit: an id that is empty, longer than 40 characters or holds white space.
 *
 * @category errors
 * @since 0.1.0
 */
export type UnitFault = Fault<"unit.malformed">

// ---------------------------------------------------------------- schemas

/**
 * A unit as documents hold it: its id, 1 to 40 characters without white space. Refused with `unit.malformed`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Id: Schema.Codec<string> = /* @__PURE__ */ Schema.String.check(
  /* @__PURE__ */ Schema.makeFilter((id: string) => isId(id) || "unit.malformed", {
    toJsonSchema: () => ({ pattern: ID.source }),
  }),
)

/**
 * The schema of {@link Unit}: for lists of units that a place declares for itself.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Unit: Schema.Codec<Unit> = /* @__PURE__ */ Schema.Struct({ id: Id, label: Label.Label })

// ---------------------------------------------------------------- constructors

/**
 * A unit of one's own. Fails with `unit.malformed`.
 *
 * @example
 * ```ts
 * import { Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const mu = Result.getOrThrow(Unit.make("mu", { zh: "亩", en: "mu" }))
 * assert.equal(mu.id, "mu")
 * assert.equal(Result.isFailure(Unit.make("two words", { zh: "亩" })), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const make = <const Id extends string>(id: Id, label: Label.Label): Result.Result<Unit<Id>, UnitFault> =>
  isId(id) ? Result.succeed({ id, label }) : Result.fail(fault("unit.malformed", { text: id.slice(0, 80) }))

/**
 * {@link make}, throwing a `FaultError`: for units written in code.
 *
 * @example
 * ```ts
 * import { Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Unit.makeUnsafe("courtyard", { zh: "个院落", en: "courtyards" }).id, "courtyard")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const makeUnsafe = <const Id extends string>(id: Id, label: Label.Label): Unit<Id> => getOrThrow(make(id, label))

// ---------------------------------------------------------------- guards

const ID = /^\S{1,40}$/

/**
 * Whether a text can be the id of a unit.
 *
 * @example
 * ```ts
 * import { Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Unit.isId("personTime"), true)
 * assert.equal(Unit.isId(""), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isId = (text: string): boolean => ID.test(text)

/**
 * Whether a text is the id of a unit that {@link known} holds.
 *
 * @example
 * ```ts
 * import { Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Unit.isKnown("household"), true)
 * assert.equal(Unit.isKnown("toString"), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isKnown = (id: string): id is Known => Object.hasOwn(known, id)

// ---------------------------------------------------------------- getters

/**
 * The name of a unit from its id: among one's own units first, then the well-known ones; an unknown id is shown as it is.
 *
 * @example
 * ```ts
 * import { Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Unit.text("personTime", "zh"), "人次")
 * assert.equal(Unit.text("mu", "zh", [Unit.makeUnsafe("mu", { zh: "亩" })]), "亩")
 * assert.equal(Unit.text("mu", "zh"), "mu")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (id: string, language: Label.Language, own: ReadonlyArray<Unit> = []): string => {
  const label = own.find((unit) => unit.id === id)?.label ?? (isKnown(id) ? known[id].label : undefined)
  return label === undefined ? id : Label.text(label, language)
}

// ---------------------------------------------------------------- instances

const plain = <const Id extends string>(id: Id, zh: string, en: string): Unit<Id> => ({ id, label: { zh, en } })

/**
 * The well-known units by their ids. A 件 (a matter) may be dispatched several times and serve several people: matters,
 * 件次 and 人次 are three units and never add up. English labels are plural.
 *
 * @category instances
 * @since 0.1.0
 */
export const known = {
  case: /* @__PURE__ */ plain("case", "件", "cases"),
  caseTime: /* @__PURE__ */ plain("caseTime", "件次", "case-times"),
  incident: /* @__PURE__ */ plain("incident", "起", "incidents"),
  entry: /* @__PURE__ */ plain("entry", "条", "entries"),
  item: /* @__PURE__ */ plain("item", "项", "items"),
  piece: /* @__PURE__ */ plain("piece", "个", "pieces"),
  time: /* @__PURE__ */ plain("time", "次", "times"),
  vote: /* @__PURE__ */ plain("vote", "票", "votes"),
  person: /* @__PURE__ */ plain("person", "人", "persons"),
  personTime: /* @__PURE__ */ plain("personTime", "人次", "person-times"),
  household: /* @__PURE__ */ plain("household", "户", "households"),
  householdTime: /* @__PURE__ */ plain("householdTime", "户次", "household-times"),
  village: /* @__PURE__ */ plain("village", "个村", "villages"),
  firm: /* @__PURE__ */ plain("firm", "家", "firms"),
  organisation: /* @__PURE__ */ plain("organisation", "个党组织", "Party organisations"),
  studyHour: /* @__PURE__ */ plain("studyHour", "学时", "study hours"),
  hour: /* @__PURE__ */ plain("hour", "小时", "hours"),
  calendarDay: /* @__PURE__ */ plain("calendarDay", "天", "calendar days"),
  workingDay: /* @__PURE__ */ plain("workingDay", "个工作日", "working days"),
  month: /* @__PURE__ */ plain("month", "个月", "months"),
  yuan: /* @__PURE__ */ plain("yuan", "元", "yuan"),
  fen: /* @__PURE__ */ plain("fen", "分", "fen"),
  point: /* @__PURE__ */ plain("point", "分", "points"),
} as const
