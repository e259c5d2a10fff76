/**
 * The range of sums (合计的取值范围), with whatever may stand in for an absent part: weighted sums, and sums and means over
 * the spans of a period.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import { after, joined, type Rise } from "./Dependence.js"
import type { AbsentPolicy, AbsentRule, Over, Sum } from "./Expression.js"
import { type Found, moved, several } from "./Found.js"
import * as Range from "./Range.js"

// ---------------------------------------------------------------- operations

/** @internal */
export const valued = (q: string): Range.Range => Range.point(Exact.parseUnsafe(q))

/** A part with all that may stand in for it; `isLeft`: it may be left out and the others weigh more. */
interface Part {
  readonly found: Found
  readonly isLeft: boolean
}

const standIn = (part: Found, policy: AbsentPolicy): Part => {
  const ruleOf = (why: Absence): AbsentRule | undefined => policy[why]
  const kinds: ReadonlyArray<Absence> = [...part.absences, ...(part.open ? (["unknown"] as const) : [])]
  const ranges: Array<Range.Range> = part.range === undefined ? [] : [part.range]
  const absences = new Set<Absence>()
  let isLeft = false
  for (const why of kinds) {
    const rule = ruleOf(why)
    const isOpen = why === "unknown" && !part.absences.has(why)
    if (rule === undefined || rule === "interval") {
      if (!isOpen) absences.add(why)
    } else if (rule === "apart") absences.add(why)
    else if (rule === "reweight") isLeft = true
    else if ("value" in rule) ranges.push(valued(rule.value))
    else {
      absences.add("notApplicable")
      if (part.range !== undefined) ranges.push({ ...Range.unsure(part.range), step: null })
    }
  }
  return { found: { ...part, range: Range.hull(ranges), absences }, isLeft }
}

/** A weighted sum of what its parts come to. @internal */
export const sum = (e: Sum, found: ReadonlyArray<Found>): Found => {
  const weights = e.of.map(({ w }) => Exact.parseUnsafe(w))
  const parts = found.map((part) => standIn(part, e.absent ?? {}))
  const rises = joined(parts.map(({ found }, index) => after(directionOf(weights[index] ?? Exact.one), found.rises)))
  const all = parts.map(({ found }) => found)
  const left = parts.map(({ isLeft }) => isLeft)
  if (!left.includes(true)) return several(all, (ranges) => weighted(weights, ranges), rises)
  const isSigned = weights.some((w) => Exact.sign(w) < 0)
  const value = several(
    all.map((one, index) => (left[index] === true ? { ...one, range: one.range ?? Range.zero } : one)),
    (ranges) => reweighted(weights, ranges, all, left),
    isSigned ? joined(["both", rises]) : rises,
  )
  return { ...value, absences: new Set([...value.absences, "notApplicable"]) }
}

const directionOf = (w: Exact.Exact): Rise => (Exact.sign(w) > 0 ? "up" : Exact.sign(w) < 0 ? "down" : "never")

const weighted = (weights: ReadonlyArray<Exact.Exact>, ranges: ReadonlyArray<Range.Range>): Range.Range =>
  ranges.reduce((all, range, index) => Range.add(all, Range.scale(weights[index] ?? Exact.one, range)), Range.zero)

/** More parts than this that may be left out are not taken set by set. */
const MOST_SETS = 6

/** All ways to leave parts out: what is left weighs as much as the whole. */
const reweighted = (
  weights: ReadonlyArray<Exact.Exact>,
  ranges: ReadonlyArray<Range.Range>,
  found: ReadonlyArray<Found>,
  left: ReadonlyArray<boolean>,
): Range.Range => {
  const whole = Exact.sum(weights)
  const open = left.flatMap((isLeft, index) => (isLeft ? [index] : []))
  if (open.length > MOST_SETS) return bulk(weights, ranges, whole)
  const sets = open.reduce<ReadonlyArray<ReadonlySet<number>>>(
    (all, index) => all.flatMap((set) => [set, new Set([...set, index])]),
    [new Set()],
  )
  const possible = sets.flatMap((out): ReadonlyArray<Range.Range> => {
    const kept = weights.flatMap((_, index) => (out.has(index) ? [] : [index]))
    const rest = Exact.sum(kept.map((index) => weights[index] ?? Exact.zero))
    if (out.size > 0 && Exact.sign(rest) === 0) return []
    if (kept.some((index) => found[index]?.range === undefined)) return []
    const value = weighted(
      kept.map((index) => weights[index] ?? Exact.zero),
      kept.map((index) => ranges[index] ?? Range.zero),
    )
    return [out.size === 0 ? value : Range.unsure(Range.scale(Exact.divideUnsafe(whole, rest), value))]
  })
  return Range.hull(possible) ?? Range.zero
}

const UNBOUNDED: Range.Range = { min: null, max: null, step: null, reached: { min: false, max: false }, fills: false }

/** A mean with weights that are not negative lies among its parts. */
const bulk = (
  weights: ReadonlyArray<Exact.Exact>,
  ranges: ReadonlyArray<Range.Range>,
  whole: Exact.Exact,
): Range.Range =>
  weights.some((w) => Exact.sign(w) < 0)
    ? UNBOUNDED
    : { ...Range.unsure(Range.scale(whole, Range.hull(ranges) ?? Range.zero)), step: null }

/** A part summed or averaged over so many spans, one count for each shape of the window. @internal */
export const over = (e: Over, part: Found, counts: ReadonlyArray<number>, facts: number | null): Found => {
  const { found, isLeft } = standIn(part, e.absent)
  const isFree = facts === null && counts.length === 1
  const folded = (range: Range.Range): Range.Range => {
    const all = counts.map((count): Range.Range => {
      const many = Exact.integerUnsafe(count)
      const value =
        e.fold === "sum"
          ? { ...Range.scale(many, range), step: range.step }
          : { ...range, step: shared(range.step, count) }
      return isLeft ? { ...value, step: isSmall(count) ? shared(range.step, leastCommon(count)) : null } : value
    })
    const hulled = Range.hull(all) ?? range
    return isFree ? { ...hulled, fills: false } : Range.unsure(hulled)
  }
  const whole = moved(found, folded)
  return isLeft ? { ...whole, absences: new Set([...found.absences, "notApplicable"]) } : whole
}

/** The greatest step for a share of so many of what is on a step. @internal */
export const shared = (step: Exact.Exact | null, count: number): Exact.Exact | null =>
  step === null ? null : Exact.divideUnsafe(step, Exact.integerUnsafe(Math.max(1, count)))

/** Shares of so few parts keep a step worth knowing. @internal */
export const isSmall = (count: number): boolean => count <= 12

/** @internal */
export const leastCommon = (count: number): number => {
  let found = 1
  for (let n = 2; n <= count; n++)
    found = (found * n) / Number(Exact.text(Range.gcd(Exact.integerUnsafe(found), Exact.integerUnsafe(n))))
  return found
}
