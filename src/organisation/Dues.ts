/**
 * Membership dues (党费): what a member owes for a month. Brackets, tariffs, bases and the rounding are dated, cited data;
 * amounts are whole fen, and the rate of a bracket applies to the whole base, not to the part above its edge.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Rounding from "../foundation/Rounding.js"
import * as Span from "../rules/Span.js"
import * as Member from "./Member.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

declare const brand: unique symbol

/**
 * A month of a year, as `YYYY-MM`: dues are owed by the month.
 *
 * @category models
 * @since 0.1.0
 */
export type Month = string & { readonly [brand]: "Month" }

/**
 * What a rule of dues says.
 *
 * **Details**
 *
 * `rate`: a base on the span, in yuan, owes this share of all of it. `fixed`: so many fen. `range`: an amount that another
 * body sets, within these fen; a `fixed` rule of the table then names it. `base`: from what the base is taken: the wage in
 * force (`wage`: a new one from the month in which it is first paid), what was paid in the month (`paid`, 年薪制), or the
 * monthly average of the quarter before (`previousQuarter`). `round`: to whole multiples of so many fen. `start`: which stages owe dues, and
 * whether from the month of admission or the next. `central`: a one-off extra on the span, in yuan, goes to the level named, whole.
 * `reduction`: bodies of which kinds propose and approve one. `remit`: the share of what a branch collects, of dues or of
 * extras, that goes up to a level (上缴).
 *
 * @category models
 * @since 0.1.0
 */
export type DuesDemand =
  | { readonly is: "rate"; readonly on: Span.Span; readonly rate: string }
  | { readonly is: "fixed"; readonly fen: number }
  | { readonly is: "range"; readonly least: number; readonly most: number }
  | { readonly is: "base"; readonly from: "wage" | "paid" | "previousQuarter" }
  | { readonly is: "round"; readonly mode: Rounding.Mode; readonly fen: number }
  | { readonly is: "start"; readonly stages: ReadonlyArray<Member.Stage>; readonly month: "same" | "next" }
  | { readonly is: "central"; readonly on: Span.Span; readonly level: string }
  | { readonly is: "reduction"; readonly propose: ReadonlyArray<string>; readonly approve: ReadonlyArray<string> }
  | {
      readonly is: "remit"
      readonly level: string
      readonly share: string
      readonly of: ReadonlyArray<"dues" | "extra">
    }

/**
 * A rule of dues, for some categories of members (工资收入, 离退休, 农民, 学生) or, where they are absent, for all.
 *
 * @category models
 * @since 0.1.0
 */
export interface DuesRule extends Provision.Provision {
  readonly categories?: ReadonlyArray<string>
  readonly says: DuesDemand
}

/**
 * Whose dues are asked for: how far membership has come, which rights rest, where any do, the category, and the base in
 * fen, an exact number as text, where the category has one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Payer {
  readonly stage: Member.Stage
  readonly restriction?: Member.Restriction
  readonly category: string
  readonly baseFen?: string
}

/**
 * Income of a month in fen: a wage in force from that month on, or what was paid or earned in it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Income {
  readonly month: Month
  readonly fen: number
}

/**
 * What is owed for a month: whole fen, the exact amount before rounding, the rule that gave it, and the rule of rounding
 * where one was used. Under a restriction of which no text says whether dues are owed, nothing is assessed, and `notSaid`
 * names it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Owed {
  readonly month: Month
  readonly fen: number
  readonly exactFen: string
  readonly rule: string
  readonly rounding?: string
  readonly notSaid?: Member.Restriction
}

// ---------------------------------------------------------------- errors

/**
 * What keeps dues from being told: no month, no base or one that is none, no rule or several for a category, no rounding
 * declared, an amount that nobody has set within its range or that lies outside, income that is not known for a month or
 * stands twice, an amount past what whole numbers hold.
 *
 * @category errors
 * @since 0.1.0
 */
export type DuesFault = Fault<
  | "dues.month"
  | "dues.noBase"
  | "dues.base"
  | "dues.noRule"
  | "dues.severalRules"
  | "dues.notSet"
  | "dues.outOfRange"
  | "dues.incomeMissing"
  | "dues.incomeTwice"
  | "dues.tooLarge"
>

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)

/**
 * An amount of money in whole fen, nought or more.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Fen: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(
  /* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 9_007_199_254_740_991 }),
)

/**
 * The schema of {@link Month}; refuses with `dues.month`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Month: Schema.Codec<Month> = /* @__PURE__ */ Schema.String.check(
  /* @__PURE__ */ Schema.makeFilter((value: string) => isMonth(value) || "dues.month"),
) as Schema.Codec<Month>

const Stages = /* @__PURE__ */ Schema.Array(
  /* @__PURE__ */ Schema.Literals(["applicant", "activist", "candidate", "probationary", "full", "left"]),
)

/**
 * The schema of {@link DuesDemand}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const DuesDemand: Schema.Codec<DuesDemand> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("rate"), on: Span.Span, rate: Exact.Text }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("fixed"), fen: Fen }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("range"), least: Fen, most: Fen }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("base"),
    from: /* @__PURE__ */ Schema.Literals(["wage", "paid", "previousQuarter"]),
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("round"),
    mode: Rounding.Mode,
    fen: /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 1_000_000 })),
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("start"),
    stages: Stages,
    month: /* @__PURE__ */ Schema.Literals(["same", "next"]),
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("central"), on: Span.Span, level: text }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("reduction"),
    propose: texts,
    approve: texts,
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("remit"),
    level: text,
    share: Exact.Text,
    of: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Literals(["dues", "extra"])),
  }),
])

/**
 * The schema of {@link DuesRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const DuesRule: Schema.Codec<DuesRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  categories: Schema.optionalKey(texts),
  says: DuesDemand,
}))

// ---------------------------------------------------------------- constructors

/**
 * Reads a month, `YYYY-MM`. Fails with `dues.month`.
 *
 * @example
 * ```ts
 * import { Dues } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * assert.equal(Result.getOrThrow(Dues.month("2024-03")), "2024-03")
 * assert.equal(Result.isFailure(Dues.month("2024-13")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const month = (value: string): Result.Result<Month, DuesFault> =>
  isMonth(value) ? Result.succeed(value) : Result.fail(fault("dues.month", { text: value.slice(0, 80) }))

// ---------------------------------------------------------------- guards

/**
 * Whether a value is a month, `YYYY-MM`.
 *
 * @example
 * ```ts
 * import { Dues } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(["2024-03", "2024-3", "2024-03-01"].map(Dues.isMonth), [true, false, false])
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isMonth = (value: unknown): value is Month =>
  typeof value === "string" && value.length === 7 && CivilDate.is(`${value}-01`)

// ---------------------------------------------------------------- getters

/**
 * The rules that say one sort of thing of a category in a month, those in force on its first day. Rules that name the
 * category go before rules for all.
 *
 * @example
 * ```ts
 * import { Dues } from "dangjian/organisation"
 * import { DuesRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const march = Result.getOrThrow(Dues.month("2024-03"))
 * const rates = Dues.saying(DuesRules.rules, "rate", march, "retired").map(({ says }) => says.rate)
 * assert.deepEqual(rates, ["0.005", "0.01"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const saying = <Is extends DuesDemand["is"]>(
  rules: ReadonlyArray<DuesRule>,
  is: Is,
  month: Month,
  category?: string,
): ReadonlyArray<Saying<Is>> => {
  const about = rules.filter(
    (rule): rule is Saying<Is> =>
      rule.says.is === is &&
      (rule.categories === undefined || (category !== undefined && rule.categories.includes(category))),
  )
  const all = about.length === 0 ? about : Provision.inForce(about, firstDay(month))
  const special = all.filter(({ categories }) => categories !== undefined)
  return special.length > 0 ? special : all
}

/**
 * A rule of dues that says one sort of thing.
 *
 * @category models
 * @since 0.1.0
 */
export type Saying<Is extends DuesDemand["is"]> = DuesRule & { readonly says: Extract<DuesDemand, { readonly is: Is }> }

const firstDay = (month: Month): CivilDate.CivilDate => CivilDate.parseUnsafe(`${month}-01`)

/**
 * The month that a day lies in.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Dues } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Dues.monthOf(CivilDate.parseUnsafe("2024-03-15")), "2024-03")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const monthOf = (day: CivilDate.CivilDate): Month => day.slice(0, 7) as Month

/**
 * An amount of fen in yuan.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Dues } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.text(Dues.yuanOf(Exact.parseUnsafe("300001"))), "3000.01")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const yuanOf = (fen: Exact.Exact): Exact.Exact => Exact.divideUnsafe(fen, FEN_A_YUAN)

/** How many fen a yuan has: a unit, no threshold. */
const FEN_A_YUAN = /* @__PURE__ */ Exact.integerUnsafe(100)

/**
 * The month so many months later, or earlier where the number is below nought. Fails outside the years 1 to 9999.
 *
 * @example
 * ```ts
 * import { Dues } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const march = Result.getOrThrow(Dues.month("2024-03"))
 * assert.equal(Result.getOrThrow(Dues.later(march, -3)), "2023-12")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const later = (self: Month, months: number): Result.Result<Month, CivilDate.CivilDateFault> =>
  Result.map(CivilDate.addMonths(firstDay(self), months), monthOf)

/**
 * The first month for which somebody admitted on a day owes dues. Fails with `dues.noRule` or `dues.severalRules`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Dues } from "dangjian/organisation"
 * import { DuesRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const admittedOn = CivilDate.parseUnsafe("2024-03-15")
 * assert.equal(Result.getOrThrow(Dues.firstMonth(DuesRules.rules, admittedOn)), "2024-03")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const firstMonth = (
  rules: ReadonlyArray<DuesRule>,
  admittedOn: CivilDate.CivilDate,
): Result.Result<Month, DuesFault | CivilDate.CivilDateFault> =>
  Result.flatMap(only(saying(rules, "start", monthOf(admittedOn)), "start", ""), ({ says }) =>
    says.month === "same" ? Result.succeed(monthOf(admittedOn)) : later(monthOf(admittedOn), 1),
  )

const only = <R extends Provision.Provision>(
  found: ReadonlyArray<R>,
  is: string,
  category: string,
): Result.Result<R, DuesFault> => {
  const [first, second] = found
  if (first === undefined) return Result.fail(fault("dues.noRule", { is, category }))
  return second === undefined
    ? Result.succeed(first)
    : Result.fail(fault("dues.severalRules", { is, category, rules: found.map(({ id }) => id).join(" ") }))
}

// ---------------------------------------------------------------- operations

/**
 * The base of a month in fen, as exact text, from what is known of income, by the rule of the category: the wage in
 * force, what was paid in the month, or the monthly average of the quarter before. Fails with `dues.noRule`, and with all of
 * `dues.incomeMissing` and `dues.incomeTwice`.
 *
 * @example
 * ```ts
 * import { Dues } from "dangjian/organisation"
 * import { DuesRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const month = (value: string) => Result.getOrThrow(Dues.month(value))
 * const wages = [{ month: month("2023-07"), fen: 480_000 }, { month: month("2024-03"), fen: 520_000 }] // made up
 * const base = (at: string) => Result.getOrThrow(Dues.baseOf(DuesRules.rules, "wage", wages, month(at)))
 * assert.deepEqual(["2024-02", "2024-03"].map(base), ["480000", "520000"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const baseOf = (
  rules: ReadonlyArray<DuesRule>,
  category: string,
  incomes: ReadonlyArray<Income>,
  at: Month,
): Result.Result<string, ReadonlyArray<DuesFault>> => {
  const rule = only(saying(rules, "base", at, category), "base", category)
  if (Result.isFailure(rule)) return Result.fail([rule.failure])
  switch (rule.success.says.from) {
    case "wage":
      return wageOf(incomes, at)
    case "paid":
      return Result.map(paidIn(incomes, [at]), Exact.text)
    case "previousQuarter": {
      const months = previousQuarter(at)
      const count = Exact.integerUnsafe(months.length)
      return Result.map(paidIn(incomes, months), (sum) => Exact.text(Exact.divideUnsafe(sum, count)))
    }
  }
}

const wageOf = (incomes: ReadonlyArray<Income>, at: Month): Result.Result<string, ReadonlyArray<DuesFault>> => {
  const known = incomes.filter((income) => income.month <= at)
  const from = known.reduce<Month | undefined>(
    (latest, income) => (latest === undefined || income.month > latest ? income.month : latest),
    undefined,
  )
  const [wage, second] = known.filter((income) => income.month === from)
  if (wage === undefined) return Result.fail([fault("dues.incomeMissing", { month: at })])
  if (second !== undefined) return Result.fail([fault("dues.incomeTwice", { month: wage.month })])
  return Result.succeed(String(wage.fen))
}

const paidIn = (
  incomes: ReadonlyArray<Income>,
  months: ReadonlyArray<Month>,
): Result.Result<Exact.Exact, ReadonlyArray<DuesFault>> => {
  const missing = months.filter((each) => !incomes.some((income) => income.month === each))
  return missing.length > 0
    ? Result.fail(missing.map((each) => fault("dues.incomeMissing", { month: each })))
    : Result.succeed(
        Exact.sum(incomes.filter((income) => months.includes(income.month)).map(({ fen }) => Exact.integerUnsafe(fen))),
      )
}

/** The months of the quarter before that of a month. */
const previousQuarter = (at: Month): ReadonlyArray<Month> => {
  const into = (Number(at.slice(5)) - 1) % 3
  return [3, 2, 1]
    .map((back) => later(at, -into - back))
    .flatMap((each) => (Result.isSuccess(each) ? [each.success] : []))
}

/**
 * What somebody owes for a month, and by which rule. Applicants, activists and candidates owe nothing; of members whose
 * membership or rights are suspended no text says whether they do. Fails with all that keeps the amount from being told.
 *
 * @example
 * ```ts
 * import { Dues } from "dangjian/organisation"
 * import { DuesRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const march = Result.getOrThrow(Dues.month("2024-03"))
 * const owed = (baseFen: string) =>
 *   Result.getOrThrow(Dues.owed(DuesRules.rules, { stage: "full", category: "wage", baseFen }, march)).fen
 * assert.deepEqual(["300000", "300001"].map(owed), [1500, 3000]) // the cliff at 3000 yuan
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const owed = (
  rules: ReadonlyArray<DuesRule>,
  payer: Payer,
  at: Month,
): Result.Result<Owed, ReadonlyArray<DuesFault>> => {
  const { stage, restriction = "none", category } = payer
  const start = only(saying(rules, "start", at, category), "start", category)
  if (Result.isFailure(start)) return Result.fail([start.failure])
  if (!start.success.says.stages.includes(stage)) {
    return Result.succeed({ month: at, fen: 0, exactFen: "0", rule: start.success.id })
  }
  if ((stage === "probationary" || stage === "full") && Member.rights({ stage, restriction }).dues === "notSaid") {
    return Result.succeed({ month: at, fen: 0, exactFen: "0", rule: start.success.id, notSaid: restriction })
  }
  const rates = saying(rules, "rate", at, category)
  return rates.length > 0 ? byRate(rules, rates, payer, at) : byTariff(rules, category, at)
}

const byTariff = (
  rules: ReadonlyArray<DuesRule>,
  category: string,
  at: Month,
): Result.Result<Owed, ReadonlyArray<DuesFault>> => {
  const fixed = saying(rules, "fixed", at, category)
  const [range] = saying(rules, "range", at, category)
  if (range !== undefined && fixed.length === 0) {
    const { least, most } = range.says
    return Result.fail([fault("dues.notSet", { category, least, most })])
  }
  const rule = only(fixed, "fixed", category)
  if (Result.isFailure(rule)) return Result.fail([rule.failure])
  const { id, says } = rule.success
  if (range !== undefined && (says.fen < range.says.least || says.fen > range.says.most)) {
    const { least, most } = range.says
    return Result.fail([fault("dues.outOfRange", { category, fen: says.fen, least, most })])
  }
  return Result.succeed({ month: at, fen: says.fen, exactFen: String(says.fen), rule: id })
}

const byRate = (
  rules: ReadonlyArray<DuesRule>,
  rates: ReadonlyArray<Saying<"rate">>,
  { category, baseFen }: Payer,
  at: Month,
): Result.Result<Owed, ReadonlyArray<DuesFault>> => {
  if (baseFen === undefined) return Result.fail([fault("dues.noBase", { category })])
  const base = Exact.parse(baseFen)
  if (Result.isFailure(base) || Exact.sign(base.success) < 0) {
    return Result.fail([fault("dues.base", { base: baseFen }, ["baseFen"])])
  }
  const yuan = yuanOf(base.success)
  const row = only(
    rates.filter(({ says }) => Span.contains(says.on, yuan)),
    "rate",
    category,
  )
  const rounding = only(saying(rules, "round", at, category), "round", category)
  if (Result.isFailure(row) || Result.isFailure(rounding)) {
    return Result.fail([
      ...(Result.isFailure(row) ? [row.failure] : []),
      ...(Result.isFailure(rounding) ? [rounding.failure] : []),
    ])
  }
  const exact = Exact.multiply(base.success, Exact.parseUnsafe(row.success.says.rate))
  const fen = wholeFen(exact, rounding.success.says)
  return fen === undefined
    ? Result.fail([fault("dues.tooLarge", { base: baseFen })])
    : Result.succeed({
        month: at,
        fen,
        exactFen: Exact.text(exact),
        rule: row.success.id,
        rounding: rounding.success.id,
      })
}

/**
 * An exact amount of fen settled by a rule of rounding; `undefined` where it is past what whole numbers hold.
 *
 * @example
 * ```ts
 * import { Exact } from "dangjian/foundation"
 * import { Dues } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Dues.wholeFen(Exact.parseUnsafe("1500.5"), { is: "round", mode: "halfUp", fen: 1 }), 1501)
 * assert.equal(Dues.wholeFen(Exact.parseUnsafe("1504"), { is: "round", mode: "down", fen: 10 }), 1500)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const wholeFen = (
  exact: Exact.Exact,
  { mode, fen }: Extract<DuesDemand, { readonly is: "round" }>,
): number | undefined => {
  const whole = Number(Exact.numerator(Rounding.round(exact, mode, Exact.integerUnsafe(fen))))
  return Number.isSafeInteger(whole) ? whole : undefined
}
