/**
 * Terms of office (任期、届期): how long elected bodies serve, when the superior reminds them, and which election is early or
 * late. Lengths, limits and leads are dated, cited data.
 *
 * A term ends on the anniversary of the day of election. That is the convention of this library: the texts give years
 * and do not say whether the last day is the anniversary or the day before.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What a rule of terms says of bodies of some kinds in some sectors (所有领域, where `sectors` is absent).
 *
 * **Details**
 *
 * `length`: a term has so many years; `none`: there is no term, since the body is appointed (派出机关). `shift`: an election
 * may be so many months early or late at most; the provision names whose approval it needs. An election in the last
 * `onTime` months of a term counts as on time, where a rule says so. `reminder`: the superior reminds so many months
 * before the end.
 *
 * @category models
 * @since 0.1.0
 */
export interface TenureRule extends Provision.Provision {
  readonly kinds: ReadonlyArray<string>
  readonly sectors?: ReadonlyArray<string>
  readonly says:
    | { readonly is: "length"; readonly years: number }
    | { readonly is: "none" }
    | { readonly is: "shift"; readonly sense: "early" | "late"; readonly months: number; readonly onTime?: number }
    | { readonly is: "reminder"; readonly months: number }
}

/**
 * A rule that gives a term so many years.
 *
 * @category models
 * @since 0.1.0
 */
export interface LengthRule extends TenureRule {
  readonly says: { readonly is: "length"; readonly years: number }
}

/**
 * The body that a term is of.
 *
 * @category models
 * @since 0.1.0
 */
export interface Body {
  readonly id: string
  readonly kind: string
  readonly sector: string
}

/**
 * An approval of an early or a late election (批准提前或延期换届): up to which day, by whom, when.
 *
 * @category models
 * @since 0.1.0
 */
export interface Shift {
  readonly id: string
  readonly sense: "early" | "late"
  readonly until: CivilDate.CivilDate
  readonly approvedOn: CivilDate.CivilDate
  readonly by: string
}

/**
 * A term as it is recorded: of which body, elected on which day, when the superior reminded it, what was approved, and
 * when the next body was elected.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tenure {
  readonly body: Body
  readonly electedOn: CivilDate.CivilDate
  readonly remindedOn?: CivilDate.CivilDate
  readonly shifts?: ReadonlyArray<Shift>
  readonly nextElectedOn?: CivilDate.CivilDate
}

/**
 * Where a term stands on a day: when it ends, when its reminder is due, until when it is extended, and in which state it
 * is: running, due (应换届: from the day of the reminder to the end), extended, overdue, or followed by the next.
 *
 * @category models
 * @since 0.1.0
 */
export interface Standing {
  readonly endsOn: CivilDate.CivilDate
  readonly reminderOn?: CivilDate.CivilDate
  readonly extendedTo?: CivilDate.CivilDate
  readonly state: "running" | "due" | "extended" | "overdue" | "followed"
}

// ---------------------------------------------------------------- errors

/**
 * What keeps a term from being told: no rule for the body, several that fit equally well, no term since the body is
 * appointed, a day past the calendar; a by-election on a day that lies outside the term; and, in what was entered, a next
 * election that is not after this one, a reminder before the election, an approval that stands twice, or that makes
 * nothing later or earlier.
 *
 * @category errors
 * @since 0.1.0
 */
export type TenureFault =
  | Fault<
      | "tenure.noRule"
      | "tenure.severalRules"
      | "tenure.none"
      | "tenure.outsideTerm"
      | "tenure.nextBefore"
      | "tenure.remindedBefore"
      | "tenure.shiftNone"
      | "tenure.shiftTwice"
    >
  | CivilDate.CivilDateFault

/**
 * What can be found about a term (应换届): it is due; it has ended without an election; the election was early or late;
 * the approval reaches further than the limit; the superior has not reminded, or reminded late.
 *
 * @category errors
 * @since 0.1.0
 */
export type TenureCode =
  | "tenure.due"
  | "tenure.overdue"
  | "tenure.early"
  | "tenure.late"
  | "tenure.shiftTooLong"
  | "tenure.notReminded"
  | "tenure.remindedLate"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const months = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 1_200 }))
const someMonths = /* @__PURE__ */ Schema.optionalKey(months)
const someDay = /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate)
const sense = /* @__PURE__ */ Schema.Literals(["early", "late"])

const Saying = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("length"),
    years: /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 100 })),
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("none") }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("shift"),
    sense,
    months,
    onTime: someMonths,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("reminder"), months }),
])

/**
 * The schema of {@link TenureRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const TenureRule: Schema.Codec<TenureRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kinds: texts,
  sectors: Schema.optionalKey(texts),
  says: Saying,
}))

/**
 * The schema of {@link Shift}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Shift: Schema.Codec<Shift> = /* @__PURE__ */ Schema.Struct({
  id: text,
  sense,
  until: CivilDate.CivilDate,
  approvedOn: CivilDate.CivilDate,
  by: text,
})

/**
 * The schema of {@link Tenure}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Tenure: Schema.Codec<Tenure> = /* @__PURE__ */ Schema.Struct({
  body: /* @__PURE__ */ Schema.Struct({ id: text, kind: text, sector: text }),
  electedOn: CivilDate.CivilDate,
  remindedOn: someDay,
  shifts: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Shift)),
  nextElectedOn: someDay,
})

// ---------------------------------------------------------------- getters

type Saying = TenureRule["says"]
type Of<Is extends Saying["is"]> = TenureRule & { readonly says: Extract<Saying, { readonly is: Is }> }

/** Rules that name the sector go before rules for all sectors. */
const fitting = <Is extends Saying["is"]>(
  rules: ReadonlyArray<TenureRule>,
  { kind, sector }: Body,
  on: CivilDate.CivilDate,
  is: (rule: TenureRule) => rule is Of<Is>,
): ReadonlyArray<Of<Is>> => {
  const all = Provision.inForce(rules, on)
    .filter(({ kinds, sectors }) => kinds.includes(kind) && (sectors === undefined || sectors.includes(sector)))
    .filter(is)
  const special = all.filter(({ sectors }) => sectors !== undefined)
  return special.length > 0 ? special : all
}

const isLength = (rule: TenureRule): rule is Of<"length" | "none"> =>
  rule.says.is === "length" || rule.says.is === "none"
const isReminder = (rule: TenureRule): rule is Of<"reminder"> => rule.says.is === "reminder"
const isShift =
  (sense: "early" | "late") =>
  (rule: TenureRule): rule is Of<"shift"> =>
    rule.says.is === "shift" && rule.says.sense === sense

/**
 * The rule that gives a body elected on a day its length of term: one that names its sector goes before one for all
 * sectors. Fails with `tenure.noRule`, with `tenure.severalRules` where two say different things, and with `tenure.none`
 * where the body has no term.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Tenure } from "dangjian/organisation"
 * import { PrimaryTerms } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const on = CivilDate.parseUnsafe("2023-04-01")
 * const body = { id: "b1", kind: "branch", sector: "village" }
 * assert.equal(Result.getOrThrow(Tenure.lengthOf(PrimaryTerms.rules, body, on)).says.years, 5)
 * const organ = { ...body, sector: "organ" }
 * assert.equal(Result.getOrThrow(Tenure.lengthOf(PrimaryTerms.rules, organ, on)).says.years, 3)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const lengthOf = (
  rules: ReadonlyArray<TenureRule>,
  body: Body,
  on: CivilDate.CivilDate,
): Result.Result<LengthRule, TenureFault> => {
  const found = fitting(rules, body, on, isLength)
  const [first] = found
  const params = { kind: body.kind, sector: body.sector }
  if (first === undefined) return Result.fail(fault("tenure.noRule", params))
  const lengths = new Set(found.map(({ says }) => (says.is === "length" ? says.years : 0)))
  if (lengths.size > 1) {
    return Result.fail(fault("tenure.severalRules", { ...params, rules: found.map(({ id }) => id).join(" ") }))
  }
  return ofLength(first) ? Result.succeed(first) : Result.fail(fault("tenure.none", params))
}

const ofLength = (rule: TenureRule): rule is LengthRule => rule.says.is === "length"

/**
 * The last day of a term of so many years, the anniversary of the election; of an election on the 29th of February the
 * 28th in a common year. Fails past the year 9999.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Tenure } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const electedOn = CivilDate.parseUnsafe("2023-04-01")
 * assert.equal(Result.getOrThrow(Tenure.ending({ years: 5 }, electedOn)), "2028-04-01")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ending = (
  { years }: { readonly years: number },
  electedOn: CivilDate.CivilDate,
): Result.Result<CivilDate.CivilDate, TenureFault> => CivilDate.addYears(electedOn, years)

/**
 * The day on which the reminder of a term is due, so many months before its end. Fails before the year 1.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Tenure } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const endsOn = CivilDate.parseUnsafe("2028-04-01")
 * assert.equal(Result.getOrThrow(Tenure.reminderOn({ months: 6 }, endsOn)), "2027-10-01")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const reminderOn = (
  rule: { readonly months: number },
  endsOn: CivilDate.CivilDate,
): Result.Result<CivilDate.CivilDate, TenureFault> => CivilDate.addMonths(endsOn, -rule.months)

/**
 * Where a term stands on a day. Extensions count that were approved by that day; of several the longest.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Tenure } from "dangjian/organisation"
 * import { PrimaryTerms } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const day = CivilDate.parseUnsafe
 * const term = { body: { id: "b1", kind: "branch", sector: "village" }, electedOn: day("2023-04-01") }
 * const state = (on: string) => Result.getOrThrow(Tenure.standing(PrimaryTerms.rules, term, day(on))).state
 * assert.deepEqual(["2027-09-30", "2027-10-01", "2028-04-02"].map(state), ["running", "due", "overdue"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const standing = (
  rules: ReadonlyArray<TenureRule>,
  tenure: Tenure,
  on: CivilDate.CivilDate,
): Result.Result<Standing, TenureFault> =>
  Result.gen(function* () {
    const { body, electedOn, nextElectedOn } = tenure
    const { says } = yield* lengthOf(rules, body, electedOn)
    const endsOn = yield* ending(says, electedOn)
    const [reminder] = fitting(rules, body, on, isReminder)
    const remind = reminder === undefined ? undefined : yield* reminderOn(reminder.says, endsOn)
    const extended = extendedTo(tenure, endsOn, on)
    const state =
      nextElectedOn !== undefined && nextElectedOn <= on
        ? "followed"
        : on > endsOn
          ? extended !== undefined && on <= extended
            ? "extended"
            : "overdue"
          : remind !== undefined && remind <= on
            ? "due"
            : "running"
    return {
      endsOn,
      ...(remind === undefined ? {} : { reminderOn: remind }),
      ...(extended === undefined ? {} : { extendedTo: extended }),
      state,
    } as const
  })

const extendedTo = (
  { shifts = [] }: Tenure,
  endsOn: CivilDate.CivilDate,
  on: CivilDate.CivilDate,
): CivilDate.CivilDate | undefined =>
  shifts
    .filter(({ sense, until, approvedOn }) => sense === "late" && until > endsOn && approvedOn <= on)
    .map(({ until }) => until)
    .sort()
    .at(-1)

/**
 * Until when somebody serves who was elected to a body during its term (届中补选): to the end of that term. Fails with
 * `tenure.outsideTerm` on a day before the term or after its end.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Tenure } from "dangjian/organisation"
 * import { PrimaryTerms } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const day = CivilDate.parseUnsafe
 * const term = { body: { id: "b1", kind: "branch", sector: "village" }, electedOn: day("2023-04-01") }
 * assert.equal(Result.getOrThrow(Tenure.servesUntil(PrimaryTerms.rules, term, day("2026-09-01"))), "2028-04-01")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const servesUntil = (
  rules: ReadonlyArray<TenureRule>,
  tenure: Tenure,
  byElectedOn: CivilDate.CivilDate,
): Result.Result<CivilDate.CivilDate, TenureFault> =>
  Result.flatMap(standing(rules, tenure, byElectedOn), ({ endsOn, extendedTo: extended = endsOn, state }) =>
    byElectedOn < tenure.electedOn || byElectedOn > extended || state === "followed"
      ? Result.fail(fault("tenure.outsideTerm", { body: tenure.body.id, on: byElectedOn, endsOn: extended }))
      : Result.succeed(extended),
  )

// ---------------------------------------------------------------- decisions

/**
 * What is wrong with a term as it was entered, each with its place. Where the rules do not say when the term ends, nothing
 * is said about what was approved.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Tenure } from "dangjian/organisation"
 * import { PrimaryTerms } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const body = { id: "b1", kind: "branch", sector: "village" }
 * const shift = { id: "s1", sense: "late", until: day("2028-03-31"), approvedOn: day("2028-01-01"), by: "t1" } as const
 * const term = { body, electedOn: day("2023-04-01"), nextElectedOn: day("2023-04-01"), shifts: [shift] }
 * const faults = Tenure.check(PrimaryTerms.rules, term)
 * assert.deepEqual(faults.map(({ code }) => code), ["tenure.nextBefore", "tenure.shiftNone"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (rules: ReadonlyArray<TenureRule>, tenure: Tenure): ReadonlyArray<TenureFault> => {
  const { body, electedOn, remindedOn, nextElectedOn, shifts = [] } = tenure
  const end = Result.flatMap(lengthOf(rules, body, electedOn), ({ says }) => ending(says, electedOn))
  const seen = new Set<string>()
  return [
    ...(nextElectedOn !== undefined && nextElectedOn <= electedOn
      ? [fault("tenure.nextBefore", { electedOn, nextElectedOn }, ["nextElectedOn"])]
      : []),
    ...(remindedOn !== undefined && remindedOn < electedOn
      ? [fault("tenure.remindedBefore", { electedOn, remindedOn }, ["remindedOn"])]
      : []),
    ...shifts.flatMap((shift, index) => {
      const again = seen.has(shift.id)
      seen.add(shift.id)
      return [
        ...(again ? [fault("tenure.shiftTwice", { id: shift.id }, ["shifts", index, "id"])] : []),
        ...(Result.isSuccess(end) ? noShift(shift, end.success, ["shifts", index, "until"]) : []),
      ]
    }),
  ]
}

const noShift = (
  { id, sense, until }: Shift,
  endsOn: CivilDate.CivilDate,
  path: Fault["path"],
): ReadonlyArray<TenureFault> =>
  (sense === "late" ? until > endsOn : until < endsOn) ? [] : [fault("tenure.shiftNone", { id, until, endsOn }, path)]

type Found = Omit<Finding.Deviation<TenureCode>, "cite">

/**
 * What the rules find about a term on a day, open errors first: that it is due or overdue, that the election was early or
 * late, that an approval reaches too far, that the superior did not remind or reminded late. An approval that was given
 * by that day and reaches it covers an overdue term, and so with an early or late election; the subject is the body.
 *
 * **Details**
 *
 * Whether an approval reaches too far is asked whether or not the election has taken place. What is due is found with the
 * strength of the reminder, what is overdue with that of the length.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Tenure } from "dangjian/organisation"
 * import { PrimaryTerms } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const day = CivilDate.parseUnsafe
 * const term = {
 *   body: { id: "b1", kind: "branch", sector: "village" },
 *   electedOn: day("2023-04-01"),
 *   remindedOn: day("2027-10-01"),
 *   shifts: [{ id: "s1", sense: "late", until: day("2029-04-01"), approvedOn: day("2028-03-01"), by: "t1" }],
 * } as const
 * const [overdue] = Result.getOrThrow(Tenure.findings(PrimaryTerms.rules, term, day("2029-04-01")))
 * assert.deepEqual([overdue?.code, overdue?.coveredBy], ["tenure.overdue", "s1"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<TenureRule>,
  tenure: Tenure,
  on: CivilDate.CivilDate,
): Result.Result<ReadonlyArray<Finding.Finding<TenureCode>>, TenureFault> =>
  Result.flatMap(lengthOf(rules, tenure.body, tenure.electedOn), (length) =>
    Result.map(standing(rules, tenure, on), (now) =>
      Finding.sort(
        [
          ...reminders(fitting(rules, tenure.body, on, isReminder), tenure, now, on),
          ...endings(length, fitting(rules, tenure.body, on, isShift("early")), tenure, now, on),
          ...tooLong(rules, tenure, now, on),
        ].filter((finding) => finding !== undefined),
      ),
    ),
  )

type Maybe = Finding.Finding<TenureCode> | undefined

const reminders = (
  rules: ReadonlyArray<Of<"reminder">>,
  { body, remindedOn }: Tenure,
  { endsOn, reminderOn: due, state }: Standing,
  on: CivilDate.CivilDate,
): ReadonlyArray<Maybe> => {
  const [rule] = rules
  if (rule === undefined || due === undefined) return []
  const find = (found: Omit<Found, "subject">) => Provision.deviation(rule, { ...found, subject: body.id })
  const isDue = state === "due" ? [find({ code: "tenure.due", params: { endsOn } })] : []
  if (remindedOn !== undefined && remindedOn <= on) {
    return remindedOn > due ? [...isDue, find({ code: "tenure.remindedLate", params: { remindedOn, due } })] : isDue
  }
  return on > due && state !== "followed" ? [...isDue, find({ code: "tenure.notReminded", params: { due } })] : isDue
}

const endings = (
  length: LengthRule,
  early: ReadonlyArray<Of<"shift">>,
  { body, shifts = [], nextElectedOn }: Tenure,
  { endsOn, state }: Standing,
  on: CivilDate.CivilDate,
): ReadonlyArray<Maybe> => {
  const find = (
    rule: Provision.Provision,
    code: TenureCode,
    day: CivilDate.CivilDate,
    sense: Shift["sense"],
  ): Maybe => {
    const found = Provision.deviation(rule, { code, subject: body.id, params: { endsOn, on: day } })
    const approvals = shifts
      .filter((shift) => shift.sense === sense && shift.approvedOn <= day)
      .filter(({ until }) => (sense === "late" ? day <= until : until <= day))
      .map(({ id }) => ({ id, code, subject: body.id }))
    return found === undefined ? undefined : Finding.cover(found, approvals)
  }
  if (state === "overdue" || state === "extended") return [find(length, "tenure.overdue", on, "late")]
  if (state !== "followed" || nextElectedOn === undefined) return []
  if (nextElectedOn > endsOn) return [find(length, "tenure.late", nextElectedOn, "late")]
  const [rule] = early
  const from = CivilDate.addMonths(endsOn, -(rule?.says.onTime ?? 0))
  return rule !== undefined && Result.isSuccess(from) && nextElectedOn < from.success
    ? [find(rule, "tenure.early", nextElectedOn, "early")]
    : []
}

/** What an approval allows, against the limit of its sense. */
const tooLong = (
  rules: ReadonlyArray<TenureRule>,
  { body, shifts = [] }: Tenure,
  { endsOn }: Standing,
  on: CivilDate.CivilDate,
): ReadonlyArray<Maybe> =>
  shifts
    .filter(({ approvedOn }) => approvedOn <= on)
    .flatMap(({ id, sense, until }) =>
      fitting(rules, body, on, isShift(sense)).map((rule) => {
        const limit = CivilDate.addMonths(endsOn, sense === "late" ? rule.says.months : -rule.says.months)
        if (Result.isFailure(limit)) return undefined
        const beyond = sense === "late" ? until > limit.success : until < limit.success
        return beyond
          ? Provision.deviation(rule, {
              code: "tenure.shiftTooLong" as const,
              subject: body.id,
              params: { shift: id, until, limit: limit.success },
            })
          : undefined
      }),
    )
