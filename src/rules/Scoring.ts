/**
 * Scoring kinds (计分方式): constructors that carry the words of the field and emit the small closed tree.
 *
 * Each constructor leaves its name in `form`, so that a page can say how a node was meant. Numbers are exact, as text;
 * clauses are cited by document and article.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Label } from "../foundation/Label.js"
import type { Per } from "../foundation/Period.js"
import type { Mode } from "../foundation/Rounding.js"
import type {
  AbsentPolicy,
  Act,
  Acts,
  Cap,
  Cite,
  Domain,
  Expression,
  FactLeaf,
  Parameter,
  Piece,
  Printed,
  Suspension,
  Ties,
  Validity,
  When,
} from "./Expression.js"
import type { Span } from "./Span.js"

// ---------------------------------------------------------------- models

/**
 * What every scoring node may be given: its id, label, clause and full mark.
 *
 * @category models
 * @since 0.1.0
 */
export type Named = Omit<Printed, "form">

/**
 * Which facts a number is taken from: their kind, the field, and the values it can have.
 *
 * @category models
 * @since 0.1.0
 */
export interface Measure {
  readonly kind: string
  readonly field?: string
  readonly domain: Domain
  readonly closedBy?: "register" | "periodEnd"
  readonly where?: When
}

/**
 * One row of a table over a measure: the span, what it gives, and its clause.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly on: Span
  readonly gives: string
  readonly label?: Label
  readonly cite?: Cite
}

/**
 * The lines of an account and what limits them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Account extends Named {
  readonly acts: ReadonlyArray<Act>
  readonly caps?: ReadonlyArray<Cap>
  readonly sameAct?: Acts["sameAct"]
  readonly validity?: ReadonlyArray<Validity>
  readonly suspensions?: ReadonlyArray<Suspension>
}

// ---------------------------------------------------------------- constructors

const leaf = (take: FactLeaf["take"], { field, where, closedBy = "register", ...rest }: Measure): FactLeaf => ({
  op: "fact",
  take,
  closedBy,
  ...rest,
  ...optional({ field, where }),
})

/**
 * The values of a leaf: a unit, the least and the greatest (`null`: no bound), the step.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const halfHours = Scoring.domain("小时", "0", null, "0.5")
 * assert.deepEqual(halfHours, { unit: "小时", min: "0", max: null, step: "0.5" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const domain = (unit: string, min: string | null, max: string | null, step: string): Domain => ({
  unit,
  min,
  max,
  step,
})

/**
 * A base account (基础分): what everybody starts with.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // 基础分1000分 of the Wendeng rules, article 23
 * assert.deepEqual(Scoring.base("1000"), { op: "const", q: "1000", form: "base" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const base = (q: string, named: Named = {}): Expression => ({ op: "const", q, form: "base", ...named })

/**
 * The only value that a register holds of the subject in the period.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const turnout = Scoring.only({ kind: "到会率", domain: Scoring.domain("%", "0", "100", "0.1") })
 * assert.equal("take" in turnout && turnout.take, "only")
 * assert.equal("closedBy" in turnout && turnout.closedBy, "register")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const only = (measure: Measure, named: Named = {}): Expression => ({ ...leaf("only", measure), ...named })

/**
 * The value of the latest day; of several on one day the one recorded last.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const income = Scoring.latest({ kind: "集体收入", field: "金额", domain: Scoring.domain("万元", "0", null, "0.01") })
 * assert.equal("take" in income && income.take, "latest")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const latest = (measure: Measure, named: Named = {}): Expression => ({ ...leaf("latest", measure), ...named })

/**
 * How many facts of a kind there are.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const lessons = Scoring.count({ kind: "上党课", domain: Scoring.domain("次", "0", null, "1"), closedBy: "periodEnd" })
 * assert.deepEqual(lessons, {
 *   op: "fact",
 *   kind: "上党课",
 *   take: "count",
 *   domain: { unit: "次", min: "0", max: null, step: "1" },
 *   closedBy: "periodEnd",
 * })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const count = (measure: Measure, named: Named = {}): Expression => ({ ...leaf("count", measure), ...named })

/**
 * The sum of a field over the facts of a kind.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const hours = Scoring.total({ kind: "志愿服务", field: "时长", domain: Scoring.domain("小时", "0", null, "0.5") })
 * assert.equal("take" in hours && hours.take, "sum")
 * assert.equal("field" in hours && hours.field, "时长")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const total = (measure: Measure, named: Named = {}): Expression => ({
  ...leaf("sum", { field: "value", ...measure }),
  ...named,
})

/**
 * A value that people decide within a range (区间分): it needs its decider and reason.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const review = Scoring.decided({ kind: "民主评议", domain: Scoring.domain("分", "0", "10", "1") }, "支部大会")
 * assert.equal("decidedBy" in review && review.decidedBy, "支部大会")
 * assert.equal(review.form, "decided")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decided = (measure: Measure, by: string, named: Named = {}): Expression => ({
  ...leaf("only", measure),
  decidedBy: by,
  form: "decided",
  ...named,
})

/**
 * A number given per subject.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const full = Scoring.parameter("满分", Scoring.domain("分", "80", "120", "1"))
 * assert.deepEqual(full, { op: "param", name: "满分", domain: { unit: "分", min: "80", max: "120", step: "1" } })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parameter = (name: string, values: Domain, named: Named = {}): Parameter => ({
  op: "param",
  name,
  domain: values,
  ...named,
})

/**
 * A frozen result of a book: another book's of the same period (外部得分), or the subject's own of the one before.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // the score of the branch, carried to its secretary
 * const branch = Scoring.imported("支部考核", "score", "same", Scoring.domain("分", "0", "100", "0.1"))
 * assert.equal(branch.op, "result")
 * assert.equal(branch.form, "imported")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const imported = (
  book: string,
  node: string,
  at: "same" | "previous",
  values: Domain,
  named: Named = {},
): Expression => ({ op: "result", book, node, at, domain: values, form: "imported", ...named })

/**
 * The value of a named node of the book.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Scoring.reference("基础分"), { op: "ref", to: "基础分" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const reference = (to: string): Expression => ({ op: "ref", to })

/**
 * How many badges of the book the subject holds: the stars of a book of badge stars (单项星合计).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Scoring.badgeCount(), { op: "badges" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const badgeCount = (named: Named = {}): Expression => ({ op: "badges", ...named })

/**
 * A line worth a fixed value each time (每次固定分).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const cite = { doc: "办法", art: "P-058" }
 * const donor = Scoring.fixed({ id: "P-058", kind: "P-058", label: { zh: "无偿献血，按次" }, value: "10", cite })
 * assert.deepEqual(donor.worth, { op: "const", q: "10", form: "fixed" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const fixed = (act: Omit<Act, "worth"> & { readonly value: string }): Act => {
  const { value, ...rest } = act
  return { ...rest, worth: { op: "const", q: value, form: "fixed" } }
}

/**
 * A line worth so much for each full unit of a field of the fact (每满若干计若干分): `size` units make one step.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // 每满100元加1分: made up
 * const gift = Scoring.perUnit({
 *   id: "捐款",
 *   kind: "捐款",
 *   label: { zh: "捐款，每满100元" },
 *   value: "1",
 *   field: "金额",
 *   values: Scoring.domain("元", "0", null, "1"),
 *   size: "100",
 *   cite: { doc: "办法", art: "8" },
 * })
 * assert.deepEqual(gift.worth.op === "sum" && gift.worth.of.map(({ w, e }) => [w, e.op]), [["1", "round"]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const perUnit = (
  act: Omit<Act, "worth"> & {
    readonly value: string
    readonly field: string
    readonly values: Domain
    readonly size?: string
  },
): Act => {
  const { value, field, values, size, ...rest } = act
  return { ...rest, worth: steps(value, { op: "field", field, domain: values }, size ?? values.step, "perUnit") }
}

/** So much for each full `size` of an argument. */
const steps = (value: string, of: Expression, size: string, form: string): Expression => ({
  op: "sum",
  of: [{ w: value, e: { op: "round", e: scaled(share(size), of), mode: "floor", step: "1" } }],
  weights: "free",
  form,
})

const share = (size: string): string => Exact.text(Exact.divideUnsafe(Exact.one, Exact.parseUnsafe(size)))

const scaled = (w: string, e: Expression): Expression => ({ op: "sum", of: [{ w, e }], weights: "free" })

/**
 * A line whose value people decide within a range each time (如加5至10分): the fact needs its decider and reason.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const deed = Scoring.inRange({
 *   id: "好人好事",
 *   kind: "好人好事",
 *   label: { zh: "好人好事，加5至10分" },
 *   field: "分值",
 *   values: Scoring.domain("分", "5", "10", "1"),
 *   by: "支部委员会",
 *   cite: { doc: "办法", art: "9" },
 * })
 * assert.equal("decidedBy" in deed.worth && deed.worth.decidedBy, "支部委员会")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const inRange = (
  act: Omit<Act, "worth"> & { readonly field: string; readonly values: Domain; readonly by: string },
): Act => {
  const { field, values, by, ...rest } = act
  return { ...rest, worth: { op: "field", field, domain: values, decidedBy: by, form: "inRange" } }
}

/**
 * A ladder of gravity (按情节轻重分档): one line a step for facts of one kind, told apart by a tag.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const cite = { doc: "办法", art: "12" }
 * const rungs = Scoring.severityLadder("违纪", "处分", [
 *   { id: "警告", label: { zh: "警告" }, is: "警告", value: "-5", cite },
 *   { id: "严重警告", label: { zh: "严重警告" }, is: "严重警告", value: "-10", cite },
 * ])
 * assert.deepEqual(
 *   rungs.map(({ kind, when }) => [kind, when]),
 *   [
 *     ["违纪", { test: "tag", tag: "处分", in: ["警告"] }],
 *     ["违纪", { test: "tag", tag: "处分", in: ["严重警告"] }],
 *   ],
 * )
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const severityLadder = (
  kind: string,
  tag: string,
  rungs: ReadonlyArray<Omit<Act, "worth" | "kind" | "when"> & { readonly value: string; readonly is: string }>,
): ReadonlyArray<Act> => rungs.map(({ is, ...rung }) => fixed({ ...rung, kind, when: { test: "tag", tag, in: [is] } }))

/**
 * Deduct only, from a full mark (满分起扣，扣完为止): the account starts full and loses at most all of it. `each` is the
 * limit a single line can take in the period.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const cite = { doc: "办法", art: "3" }
 * const absent = Scoring.fixed({ id: "缺席", kind: "缺席", label: { zh: "无故缺席" }, value: "-2", cite })
 * const meetings = Scoring.deductFromFull({ id: "三会一课", full: "20", each: "10", acts: [absent], cite })
 * const [full, losses] = meetings.op === "sum" ? meetings.of.map(({ e }) => e) : []
 * assert.equal(full?.op === "const" && full.q, "20")
 * assert.deepEqual(losses?.op === "acts" && losses.caps.map(({ id, min }) => [id, min]), [
 *   ["三会一课/缺席", "-10"],
 *   ["三会一课/full", "-20"],
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const deductFromFull = (
  account: Account & { readonly id: string; readonly full: string; readonly each?: string; readonly cite: Cite },
): Expression => {
  const { full, each, acts, caps, sameAct, validity, suspensions, ...named } = account
  const ids = idsOf(account)
  const limits: ReadonlyArray<Cap> = [
    ...(caps ?? []),
    ...(each === undefined ? [] : ids.map((id) => malus(`${named.id}/${id}`, [id], each, named.cite))),
    malus(`${named.id}/full`, ids, full, named.cite),
  ]
  return {
    op: "sum",
    of: [
      { w: "1", e: { op: "const", q: full, form: "fullMark" } },
      { w: "1", e: lines({ acts, caps: limits, ...optional({ sameAct, validity, suspensions }) }) },
    ],
    weights: "free",
    form: "deductFromFull",
    full,
    ...named,
  }
}

const idsOf = ({ acts }: Account): ReadonlyArray<string> => acts.map(({ id }) => id)

const malus = (id: string, of: ReadonlyArray<string>, most: string, cite: Cite): Cap => ({
  id,
  of,
  per: "period",
  on: "malus",
  min: Exact.text(Exact.negate(Exact.parseUnsafe(most))),
  cite,
})

type Present<A> = { [K in keyof A]?: Exclude<A[K], undefined> }

const optional = <A extends object>(fields: A): Present<A> =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as Present<A>

/**
 * Earn only, from nought (从零起记), at most `most` where there is a limit.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const cite = { doc: "办法", art: "6" }
 * const article = Scoring.fixed({ id: "稿件", kind: "稿件", label: { zh: "信息稿件采用" }, value: "1", cite })
 * const news = Scoring.earnFromZero({ id: "宣传", most: "5", acts: [article], cite })
 * assert.deepEqual(news.op === "acts" && news.caps.map(({ on, max }) => [on, max]), [["bonus", "5"]])
 * assert.equal(news.full, "5")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const earnFromZero = (
  account: Account & { readonly id: string; readonly most?: string; readonly cite: Cite },
): Expression => {
  const { most, caps, ...rest } = account
  const limit = most === undefined ? [] : [atMost(`${rest.id}/most`, idsOf(rest), "period", most, rest.cite)]
  return { ...lines({ ...rest, caps: [...(caps ?? []), ...limit] }), form: "earnFromZero", ...optional({ full: most }) }
}

/**
 * Signed lines on a base (加减分): what they give and take as it comes, within the caps given.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const account = Scoring.lines({ id: "记分", acts: [], sameAct: "largestRequested" })
 * assert.deepEqual(account, {
 *   op: "acts",
 *   acts: [],
 *   caps: [],
 *   sameAct: "largestRequested",
 *   validity: [],
 *   suspensions: [],
 *   form: "lines",
 *   id: "记分",
 * })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const lines = (account: Account): Acts => {
  const { acts, caps, sameAct, validity, suspensions, ...named } = account
  return {
    op: "acts",
    acts,
    caps: caps ?? [],
    sameAct: sameAct ?? "sum",
    validity: validity ?? [],
    suspensions: suspensions ?? [],
    form: "lines",
    ...named,
  }
}

/**
 * A limit on what lines give in a calendar span or the period (每月、每年最多).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // 每月最多加1分 of the Wendeng lines P-044 and P-045 together
 * const cite = { doc: "办法", art: "P-044、P-045" }
 * const cap = Scoring.atMost("邻里互助/封顶", ["P-044", "P-045"], "month", "1", cite)
 * assert.deepEqual([cap.on, cap.per, cap.max], ["bonus", "month", "1"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const atMost = (
  id: string,
  of: ReadonlyArray<string>,
  per: "line" | "period" | Per,
  max: string,
  cite: Cite,
): Cap => ({ id, of, per, on: "bonus", max, cite })

/**
 * A table of steps (分档): each row gives its value on its span of the argument.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const rate = Scoring.only({ kind: "到会率", domain: Scoring.domain("%", "0", "100", "0.1") })
 * const table = Scoring.stepTable(rate, [
 *   { on: { ge: "90" }, gives: "10" },
 *   { on: { ge: "80", lt: "90" }, gives: "6" },
 *   { on: { lt: "80" }, gives: "0" },
 * ])
 * assert.deepEqual(table.op === "curve" && table.pieces.map(({ at }) => at), ["10", "6", "0"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const stepTable = (of: Expression, rows: ReadonlyArray<Row>, named: Named = {}): Expression => ({
  op: "curve",
  of,
  pieces: rows.map(piece),
  form: "stepTable",
  ...named,
})

const piece = ({ on, gives, label, cite }: Row): Piece => ({ on, at: gives, ...optional({ label, cite }) })

/**
 * Milestones (累计里程碑): a running total reaches a mark and earns what the mark is worth; only the highest reached
 * counts, and below the first there is nothing.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const hours = Scoring.total({ kind: "志愿服务", field: "时长", domain: Scoring.domain("小时", "0", null, "0.5") })
 * const marks = Scoring.milestones(hours, [
 *   { at: "4", gives: "5" },
 *   { at: "8", gives: "10" },
 * ])
 * assert.deepEqual(marks.op === "curve" && marks.pieces, [
 *   { on: { lt: "4" }, at: "0" },
 *   { on: { ge: "4", lt: "8" }, at: "5" },
 *   { on: { ge: "8" }, at: "10" },
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const milestones = (
  of: Expression,
  marks: ReadonlyArray<{ readonly at: string; readonly gives: string; readonly label?: Label; readonly cite?: Cite }>,
  named: Named = {},
): Expression => {
  const first = marks[0]
  const pieces = marks.map(({ at, ...mark }, index) =>
    piece({ on: { ge: at, ...optional({ lt: marks[index + 1]?.at }) }, ...mark }),
  )
  return {
    op: "curve",
    of,
    pieces: [...(first === undefined ? [] : [{ on: { lt: first.at }, at: "0" }]), ...pieces],
    form: "milestones",
    ...named,
  }
}

/**
 * One tier of a marginal scale (分段累进的一段): within its span each full `size` above `from` is worth `value`; an
 * argument beyond the span keeps the whole tier (`full`), or leaves it for another (`none`).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // P-054 of the Wendeng lines: gifts of 1001 to 5000 yuan, one point for each full 400 above the band before
 * const amount = { op: "field", field: "金额", domain: Scoring.domain("元", "0", null, "1") } as const
 * const band = Scoring.tier(amount, {
 *   from: "1000",
 *   start: "1001",
 *   end: "5000",
 *   size: "400",
 *   value: "1",
 *   beyond: "full",
 * })
 * const rounded = band.op === "sum" ? band.of[0]?.e : undefined
 * const curve = rounded?.op === "round" ? rounded.e : undefined
 * assert.deepEqual(curve?.op === "curve" && curve.pieces, [
 *   { on: { lt: "1001" }, at: "0" },
 *   { on: { ge: "1001", le: "5000" }, at: "0", slope: "0.0025", from: "1000" },
 *   { on: { gt: "5000" }, at: "10" },
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const tier = (
  of: Expression,
  scale: {
    readonly from: string
    readonly start: string
    readonly end: string | null
    readonly size: string
    readonly value: string
    readonly beyond: "full" | "none"
  },
  named: Named = {},
): Expression => {
  const { from, start, end, size, value, beyond } = scale
  const slope = share(size)
  const width = Exact.subtract(Exact.parseUnsafe(end ?? from), Exact.parseUnsafe(from))
  const full = Exact.text(Exact.multiply(width, Exact.parseUnsafe(slope)))
  const pieces: ReadonlyArray<Piece> = [
    { on: { lt: start }, at: "0" },
    { on: end === null ? { ge: start } : { ge: start, le: end }, at: "0", slope, from },
    ...(end === null ? [] : [{ on: { gt: end }, at: beyond === "full" ? full : "0" }]),
  ]
  return {
    op: "sum",
    of: [{ w: value, e: { op: "round", e: { op: "curve", of, pieces }, mode: "floor", step: "1" } }],
    weights: "free",
    form: "tier",
    ...named,
  }
}

/**
 * A target with a slope (达标计分): full marks from the target on, so much less for each unit below it, never under the
 * floor.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // 满分10分，目标90%，每低1个百分点扣0.5分，扣完为止: made up
 * const rate = Scoring.only({ kind: "到会率", domain: Scoring.domain("%", "0", "100", "0.1") })
 * const score = Scoring.target(rate, { full: "10", at: "90", lossPerUnit: "0.5", floor: "0" })
 * assert.deepEqual(score.op === "max" && score.of.map(({ op }) => op), ["curve", "const"])
 * assert.equal(score.full, "10")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const target = (
  of: Expression,
  terms: { readonly full: string; readonly at: string; readonly lossPerUnit: string; readonly floor: string },
  named: Named = {},
): Expression => ({
  op: "max",
  of: [
    {
      op: "curve",
      of,
      pieces: [
        { on: { ge: terms.at }, at: terms.full },
        { on: { lt: terms.at }, at: terms.full, slope: terms.lossPerUnit, from: terms.at },
      ],
    },
    { op: "const", q: terms.floor },
  ],
  form: "target",
  full: terms.full,
  ...named,
})

/**
 * All or nothing (达到即得分，否则为零).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const dues = Scoring.only({ kind: "党费收缴率", domain: Scoring.domain("%", "0", "100", "0.1") })
 * const score = Scoring.allOrNothing(dues, "5", "100")
 * assert.deepEqual(score.op === "curve" && score.pieces, [
 *   { on: { ge: "100" }, at: "5" },
 *   { on: { lt: "100" }, at: "0" },
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const allOrNothing = (of: Expression, full: string, at: string, named: Named = {}): Expression => ({
  op: "curve",
  of,
  pieces: [
    { on: { ge: at }, at: full },
    { on: { lt: at }, at: "0" },
  ],
  form: "allOrNothing",
  full,
  ...named,
})

const sharing: Ties = { keys: [], last: "share", method: "min" }

/** The same node read a second time: an id stands for one node only, so one that has an id is referred to. */
const again = (e: Expression): Expression => (e.id === undefined ? e : { op: "ref", to: e.id })

/**
 * In proportion to the best (以最高者为满分按比例): the best of the group gets the full mark.
 *
 * **Gotchas**
 *
 * The measure is read twice, of oneself and of the best: where parts of it carry ids, it needs an id of its own.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const income = Scoring.only({ kind: "集体收入", domain: Scoring.domain("万元", "0", null, "0.01") }, { id: "收入" })
 * const score = Scoring.shareOfBest(income, "10", "乡镇")
 * const ratio = score.op === "sum" ? score.of[0]?.e : undefined
 * assert.deepEqual(ratio?.op === "ratio" && ratio.den.op === "peers" && ratio.den.e, { op: "ref", to: "收入" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const shareOfBest = (of: Expression, full: string, group: string | null, named: Named = {}): Expression => ({
  op: "sum",
  of: [
    {
      w: full,
      e: {
        op: "ratio",
        num: of,
        den: { op: "peers", e: again(of), fold: "best", group, best: "high", ties: sharing },
        empty: { value: "0" },
      },
    },
  ],
  weights: "free",
  form: "shareOfBest",
  full,
  ...named,
})

/**
 * The place among peers (名次).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const share = { keys: [], last: "share", method: "min" } as const
 * const rank = Scoring.place(Scoring.reference("得分"), "村", "high", share, { id: "名次" })
 * assert.deepEqual([rank.op, rank.id], ["peers", "名次"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const place = (
  of: Expression,
  group: string | null,
  best: "high" | "low",
  ties: Ties,
  named: Named = {},
): Expression => ({ op: "peers", e: of, fold: "rank", group, best, ties, ...named })

/**
 * A list of points by place (按名次给分): the first gets the first, and so on; `rest` is what further places get, where the
 * text says so.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // 第一名10分，第二名8分，其余5分: made up
 * const score = Scoring.rankList(Scoring.reference("名次"), ["10", "8"], "5")
 * assert.deepEqual(score.op === "curve" && score.pieces, [
 *   { on: { ge: "1", lt: "2" }, at: "10" },
 *   { on: { ge: "2", lt: "3" }, at: "8" },
 *   { on: { ge: "3" }, at: "5" },
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rankList = (
  rank: Expression,
  points: ReadonlyArray<string>,
  rest: string | undefined,
  named: Named = {},
): Expression => ({
  op: "curve",
  of: rank,
  pieces: [
    ...points.map((at, index): Piece => ({ on: { ge: `${index + 1}`, lt: `${index + 2}` }, at })),
    ...(rest === undefined ? [] : [{ on: { ge: `${points.length + 1}` }, at: rest }]),
  ],
  form: "rankList",
  ...named,
})

/**
 * So much less for each place lower (名次递减): the first gets the full mark, never under the floor.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const score = Scoring.rankDecrement(Scoring.reference("名次"), { full: "10", loss: "0.5", floor: "5" })
 * const [curve] = score.op === "max" ? score.of : []
 * assert.deepEqual(curve?.op === "curve" && curve.pieces, [{ on: { ge: "1" }, at: "10", slope: "-0.5", from: "1" }])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rankDecrement = (
  rank: Expression,
  terms: { readonly full: string; readonly loss: string; readonly floor: string },
  named: Named = {},
): Expression => ({
  op: "max",
  of: [
    {
      op: "curve",
      of: rank,
      pieces: [
        { on: { ge: "1" }, at: terms.full, slope: Exact.text(Exact.negate(Exact.parseUnsafe(terms.loss))), from: "1" },
      ],
    },
    { op: "const", q: terms.floor },
  ],
  form: "rankDecrement",
  full: terms.full,
  ...named,
})

/**
 * Ballots to a score (测评计分): the votes of each grade times the grade's share, over the valid votes, times the full mark.
 * Without a valid vote it is absent.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const score = Scoring.ballots(
 *   "民主测评",
 *   [
 *     { field: "好", share: "1" },
 *     { field: "较好", share: "0.8" },
 *     { field: "差", share: "0" },
 *   ],
 *   "20",
 * )
 * assert.equal(score.full, "20")
 * const ratio = score.op === "sum" ? score.of[0]?.e : undefined
 * assert.equal(ratio?.op === "ratio" && ratio.empty, "notApplicable")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const ballots = (
  kind: string,
  grades: ReadonlyArray<{ readonly field: string; readonly share: string }>,
  full: string,
  named: Named = {},
): Expression => {
  const votes = (field: string): Expression => only({ kind, field, domain: domain("票", "0", null, "1") })
  return {
    op: "sum",
    of: [
      {
        w: full,
        e: {
          op: "ratio",
          num: { op: "sum", of: grades.map(({ field, share: w }) => ({ w, e: votes(field) })), weights: "free" },
          den: { op: "sum", of: grades.map(({ field }) => ({ w: "1", e: votes(field) })), weights: "free" },
          empty: "notApplicable",
        },
      },
    ],
    weights: "free",
    form: "ballots",
    full,
    ...named,
  }
}

/**
 * Parts added up (各部分相加).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const score = Scoring.parts([Scoring.base("100"), Scoring.reference("加减分")], { id: "总分" })
 * assert.deepEqual(score.op === "sum" && score.of.map(({ w }) => w), ["1", "1"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parts = (
  of: ReadonlyArray<Expression>,
  named: Named & { readonly absent?: AbsentPolicy } = {},
): Expression => ({ op: "sum", of: of.map((e) => ({ w: "1", e })), weights: "free", form: "parts", ...named })

/**
 * Parts by weight (按权重合成): the weights are meant to come to one.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const score = Scoring.weighted([
 *   { w: "0.7", e: Scoring.reference("日常积分") },
 *   { w: "0.3", e: Scoring.reference("民主测评") },
 * ])
 * assert.equal(score.op === "sum" && score.weights, "one")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const weighted = (
  of: ReadonlyArray<{ readonly w: string; readonly e: Expression }>,
  named: Named & { readonly absent?: AbsentPolicy } = {},
): Expression => ({ op: "sum", of, weights: "one", form: "weighted", ...named })

/**
 * The mean or the sum of a score taken once per calendar span (月考、季考合成).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const monthly = Scoring.subPeriods("month", Scoring.reference("月度得分"), "mean", { unknown: "reweight" })
 * assert.deepEqual(monthly.op === "over" && [monthly.each, monthly.fold], ["month", "mean"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const subPeriods = (
  each: Per,
  e: Expression,
  fold: "sum" | "mean",
  absent: AbsentPolicy = {},
  named: Named = {},
): Expression => ({ op: "over", each, e, fold, absent, form: "subPeriods", ...named })

/**
 * What an earlier period leaves (结转): a share of the frozen score of the one before; a new subject has the value given.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // 上年得分的一成结转，新参评者记10分: made up
 * const carried = Scoring.carriedOver("积分办法", "0.1", Scoring.domain("分", "0", null, "0.1"), "10")
 * assert.deepEqual(carried.op === "sum" && carried.absent, { new: { value: "10" } })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const carriedOver = (
  book: string,
  part: string,
  values: Domain,
  first: string,
  named: Named = {},
): Expression => ({
  op: "sum",
  of: [{ w: "1", e: scaled(part, { op: "result", book, node: "score", at: "previous", domain: values }) }],
  weights: "free",
  absent: { new: { value: first } },
  form: "carriedOver",
  ...named,
})

/**
 * Rounding at a stage that the text declares.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Scoring.rounded(Scoring.reference("得分"), "halfUp", "0.1"), {
 *   op: "round",
 *   e: { op: "ref", to: "得分" },
 *   mode: "halfUp",
 *   step: "0.1",
 * })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const rounded = (e: Expression, mode: Mode, step: string): Expression => ({ op: "round", e, mode, step })

/**
 * At most so much (封顶) and at least so much (保底).
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const score = Scoring.within(Scoring.reference("加分"), "0", "20")
 * assert.deepEqual(score.op === "max" && score.of.map(({ op }) => op), ["min", "const"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const within = (e: Expression, least: string, most: string, named: Named = {}): Expression => ({
  op: "max",
  of: [
    { op: "min", of: [e, { op: "const", q: most }] },
    { op: "const", q: least },
  ],
  form: "within",
  ...named,
})

/**
 * The condition that at least so many facts of a kind are on record.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const twice = Scoring.happened("警示谈话", 2)
 * assert.deepEqual(twice.test === "value" && twice.on, { ge: "2" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const happened = (kind: string, atLeast = 1, where?: When): When =>
  on(count({ kind, domain: domain("次", "0", null, "1"), ...optional({ where }) }), { ge: String(atLeast) })

/**
 * The condition that a label of the subject has one of the values.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Scoring.is("职务", "村党组织书记", "村委会主任"), {
 *   test: "is",
 *   label: "职务",
 *   in: ["村党组织书记", "村委会主任"],
 * })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const is = (label: string, ...values: ReadonlyArray<string>): When => ({ test: "is", label, in: values })

/**
 * The condition that a tag of the fact has one of the values.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Scoring.tagged("星级", "五星"), { test: "tag", tag: "星级", in: ["五星"] })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const tagged = (tag: string, ...values: ReadonlyArray<string>): When => ({ test: "tag", tag, in: values })

/**
 * The condition that a value is on a span.
 *
 * @example
 * ```ts
 * import { Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Scoring.on(Scoring.reference("得分"), { lt: "60" }), {
 *   test: "value",
 *   e: { op: "ref", to: "得分" },
 *   on: { lt: "60" },
 * })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const on = (e: Expression, span: Span): When => ({ test: "value", e, on: span })
