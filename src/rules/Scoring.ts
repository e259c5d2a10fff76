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

const leaf = (take: FactLeaf["take"], { kind, field, domain, closedBy, where }: Measure): FactLeaf => ({
  op: "fact",
  kind,
  take,
  domain,
  closedBy: closedBy ?? "register",
  ...(field === undefined ? {} : { field }),
  ...(where === undefined ? {} : { where }),
})

/**
 * The values of a leaf: a unit, the least and the greatest (`null`: no bound), the step.
 *
 * @category constructors
 * @since 0.1.0
 */
export const domain = (unit: string, min: string, max: string | null, step: string): Domain => ({
  unit,
  min,
  max,
  step,
})

/**
 * A base account (基础分): what everybody starts with.
 *
 * @category constructors
 * @since 0.1.0
 */
export const base = (q: string, named: Named = {}): Expression => ({ op: "const", q, form: "base", ...named })

/**
 * The only value that a register holds of the subject in the period.
 *
 * @category constructors
 * @since 0.1.0
 */
export const only = (measure: Measure, named: Named = {}): Expression => ({ ...leaf("only", measure), ...named })

/**
 * The value recorded last.
 *
 * @category constructors
 * @since 0.1.0
 */
export const latest = (measure: Measure, named: Named = {}): Expression => ({ ...leaf("latest", measure), ...named })

/**
 * How many facts of a kind there are.
 *
 * @category constructors
 * @since 0.1.0
 */
export const count = (measure: Measure, named: Named = {}): Expression => ({ ...leaf("count", measure), ...named })

/**
 * The sum of a field over the facts of a kind.
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
 * @category constructors
 * @since 0.1.0
 */
export const reference = (to: string): Expression => ({ op: "ref", to })

/**
 * A line worth a fixed value each time (每次固定分).
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
 * @category constructors
 * @since 0.1.0
 */
export const deductFromFull = (
  account: Account & { readonly id: string; readonly full: string; readonly each?: string; readonly cite: Cite },
): Expression => {
  const { full, each, acts, caps, sameAct, validity, suspensions, ...named } = account
  const ids = acts.map(({ id }) => id)
  const limits: ReadonlyArray<Cap> = [
    ...(caps ?? []),
    ...(each === undefined ? [] : ids.map((id) => malus(`${named.id}/${id}`, [id], each, named.cite))),
    malus(`${named.id}/full`, ids, full, named.cite),
  ]
  return {
    op: "sum",
    of: [
      { w: "1", e: { op: "const", q: full } },
      { w: "1", e: lines({ acts, caps: limits, ...optional({ sameAct, validity, suspensions }) }) },
    ],
    weights: "free",
    form: "deductFromFull",
    full,
    ...named,
  }
}

const malus = (id: string, of: ReadonlyArray<string>, most: string, cite: Cite): Cap => ({
  id,
  of,
  per: "period",
  on: "malus",
  min: Exact.text(Exact.negate(Exact.parseUnsafe(most))),
  cite,
})

const optional = <A extends object>(fields: A): { [K in keyof A]?: Exclude<A[K], undefined> } =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)) as {
    [K in keyof A]?: Exclude<A[K], undefined>
  }

/**
 * Earn only, from nought (从零起记), at most `most` where there is a limit.
 *
 * @category constructors
 * @since 0.1.0
 */
export const earnFromZero = (
  account: Account & { readonly id: string; readonly most?: string; readonly cite: Cite },
): Expression => {
  const { most, caps, ...rest } = account
  const ids = rest.acts.map(({ id }) => id)
  const limit: ReadonlyArray<Cap> =
    most === undefined
      ? []
      : [{ id: `${rest.id}/most`, of: ids, per: "period", on: "bonus", max: most, cite: rest.cite }]
  return { ...lines({ ...rest, caps: [...(caps ?? []), ...limit] }), form: "earnFromZero", ...optional({ full: most }) }
}

/**
 * Signed lines on a base (加减分): what they give and take as it comes, within the caps given.
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
 * @category constructors
 * @since 0.1.0
 */
export const atMost = (
  id: string,
  of: ReadonlyArray<string>,
  per: "act" | "period" | Per,
  max: string,
  cite: Cite,
): Cap => ({
  id,
  of,
  per,
  on: "bonus",
  max,
  cite,
})

/**
 * A table of steps (分档): each row gives its value on its span of the argument.
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
 * @category constructors
 * @since 0.1.0
 */
export const milestones = (
  of: Expression,
  marks: ReadonlyArray<{ readonly at: string; readonly gives: string; readonly label?: Label; readonly cite?: Cite }>,
  named: Named = {},
): Expression => {
  const first = marks[0]
  const pieces: ReadonlyArray<Piece> = marks.map(({ at, gives, label, cite }, index) => {
    const next = marks[index + 1]?.at
    return { on: next === undefined ? { ge: at } : { ge: at, lt: next }, at: gives, ...optional({ label, cite }) }
  })
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
  const width = end === null ? "0" : Exact.subtract(Exact.parseUnsafe(end), Exact.parseUnsafe(from))
  const full = typeof width === "string" ? width : Exact.text(Exact.multiply(width, Exact.parseUnsafe(slope)))
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

/**
 * In proportion to the best (以最高者为满分按比例): the best of the group gets the full mark.
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
        den: { op: "peers", e: of, fold: "best", group, best: "high", ties: sharing },
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
        {
          on: { ge: "1" },
          at: terms.full,
          slope: Exact.text(Exact.negate(Exact.parseUnsafe(terms.loss))),
          from: "1",
        },
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
 * @category constructors
 * @since 0.1.0
 */
export const parts = (
  of: ReadonlyArray<Expression>,
  named: Named & { readonly absent?: AbsentPolicy } = {},
): Expression => ({
  op: "sum",
  of: of.map((e) => ({ w: "1", e })),
  weights: "free",
  form: "parts",
  ...named,
})

/**
 * Parts by weight (按权重合成): the weights are meant to come to one.
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
 * @category constructors
 * @since 0.1.0
 */
export const rounded = (
  e: Expression,
  mode: "halfUp" | "halfEven" | "up" | "down" | "floor" | "ceiling",
  step: string,
): Expression => ({
  op: "round",
  e,
  mode,
  step,
})

/**
 * At most so much (封顶) and at least so much (保底).
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
 * @category constructors
 * @since 0.1.0
 */
export const happened = (kind: string, atLeast = 1, where?: When): When => ({
  test: "value",
  e: count({ kind, domain: domain("次", "0", null, "1"), ...(where === undefined ? {} : { where }) }),
  on: { ge: String(atLeast) },
})

/**
 * The condition that a label of the subject has one of the values.
 *
 * @category constructors
 * @since 0.1.0
 */
export const is = (label: string, ...values: ReadonlyArray<string>): When => ({ test: "is", label, in: values })

/**
 * The condition that a tag of the fact has one of the values.
 *
 * @category constructors
 * @since 0.1.0
 */
export const tagged = (tag: string, ...values: ReadonlyArray<string>): When => ({ test: "tag", tag, in: values })

/**
 * The condition that a value is on a span.
 *
 * @category constructors
 * @since 0.1.0
 */
export const on = (e: Expression, span: Span): When => ({ test: "value", e, on: span })
