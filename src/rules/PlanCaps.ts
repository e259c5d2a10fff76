/**
 * Caps in a plan (列中上限): running sums of what lines of a subject were granted in each span of a cap.
 *
 * @since 0.1.0
 */
import { scaled } from "./PlanColumn.js"
import type { CapRule } from "./PlanTree.js"

// ---------------------------------------------------------------- models

/** One line of one subject while it is settled; the day is the one it falls on among the spans of caps. @internal */
export interface Row {
  fact: number
  act: number
  asked: number
  granted: number
  day: number
}

/** Caps over the lines of one subject after another, and what was granted in each span of each of them. @internal */
export interface Capping {
  readonly caps: ReadonlyArray<Cap>
  /** The first month, and how many there are; each cap has as many running sums. */
  readonly first: number
  readonly width: number
  readonly running: Float64Array
  /** For a cap on the net: the line that first counted to a span, and one; nought where none did. */
  readonly likes: Int32Array
  /** The spans of gross caps and of caps on the net that anything has counted to. */
  readonly gross: Array<number>
  readonly net: Array<number>
  /** What caps on the net of single lines gave or took. */
  readonly apart: Array<Made>
}

/** A cap with its bounds as whole numbers. */
interface Cap {
  readonly months: number
  readonly on: CapRule["on"]
  readonly min: number
  readonly max: number
  readonly inner: ReadonlyArray<number>
}

interface Made {
  readonly cap: number
  readonly by: number
  readonly like: number
}

// ---------------------------------------------------------------- constructors

/** The months of a span; nought for a line, more than there are for the whole period. */
const MONTHS: Readonly<Record<CapRule["per"], number>> = {
  line: 0,
  month: 1,
  quarter: 3,
  half: 6,
  year: 12,
  period: Number.POSITIVE_INFINITY,
}

/** More running sums than this are not held at once. */
const MOST = 4_000_000

/**
 * Caps at a denominator, over lines of the months from one day to another; nothing where these are too many to hold.
 * @internal
 */
export const capping = (
  rules: ReadonlyArray<CapRule>,
  d: number,
  days: readonly [number, number],
): Capping | undefined => {
  const caps = rules.map(
    ({ per, on, min, max, inner }): Cap => ({
      months: MONTHS[per],
      on,
      min: min === null ? Number.NEGATIVE_INFINITY : scaled(min, d),
      max: max === null ? Number.POSITIVE_INFINITY : scaled(max, d),
      inner,
    }),
  )
  const [first, last] = [Math.floor(monthOf(days[0]) / 12) * 12, monthOf(days[1])]
  const width = last - first + 1
  const count = caps.length * width
  if (count > MOST) return undefined
  const [running, likes] = [new Float64Array(count), new Int32Array(count)]
  return { caps, first, width, running, likes, gross: [], net: [], apart: [] }
}

const monthOf = (day: number): number => Math.floor(day / 10_000) * 12 + (Math.floor(day / 100) % 100) - 1

const clamp = (x: number, { min, max }: Cap): number => Math.min(Math.max(x, min), max)

const isOn = (on: CapRule["on"], granted: number): boolean => (on === "bonus" ? granted > 0 : granted < 0)

const bucketOf = ({ first, width }: Capping, cap: number, { months }: Cap, day: number): number =>
  cap * width + (months > 12 ? 0 : Math.floor((monthOf(day) - first) / months))

// ---------------------------------------------------------------- operations

/** What a cap leaves of a line after those before it; a cap on the net only takes note. @internal */
export const grant = (self: Capping, cap: number, row: Row, index: number): number => {
  const of = self.caps[cap]!
  const { granted } = row
  if (of.on === "net") {
    note(self, cap, row, index)
    return granted
  }
  if (!isOn(of.on, granted)) return granted
  if (of.months === 0) return clamp(granted, of)
  const { running, likes, gross } = self
  const bucket = bucketOf(self, cap, of, row.day)
  if (likes[bucket] === 0) {
    likes[bucket] = 1
    gross.push(bucket)
  }
  const before = running[bucket]!
  const held = clamp(before + granted, of)
  running[bucket] = held
  return held - before
}

const note = (self: Capping, cap: number, { granted, day }: Row, index: number): void => {
  const { caps, running, likes, net, apart } = self
  const of = caps[cap]!
  if (of.months === 0) {
    const sum = apart.reduce(
      (sum, one) => (one.like === index && of.inner.includes(one.cap) ? sum + one.by : sum),
      granted,
    )
    const by = clamp(sum, of) - sum
    if (by !== 0) apart.push({ cap, by, like: index })
    return
  }
  const bucket = bucketOf(self, cap, of, day)
  running[bucket]! += granted
  if (likes[bucket] !== 0) return
  likes[bucket] = index + 1
  net.push(bucket)
}

/**
 * What the caps on the net give or take as a whole, from the innermost out; what caps inside have made of the lines of a
 * span counts to it as well. Afterwards everything is empty for the next subject. @internal
 */
export const settle = (self: Capping, list: ReadonlyArray<Row>): number => {
  const { caps, width, running, likes, net, apart } = self
  if (net.length === 0 && apart.length === 0) return emptied(self)
  const made = apart.slice()
  for (const bucket of net.sort((a, b) => a - b)) {
    const cap = Math.floor(bucket / width)
    const of = caps[cap]!
    const sum = made.reduce(
      (sum, { cap: inner, by, like }) =>
        of.inner.includes(inner) && bucketOf(self, cap, of, list[like]!.day) === bucket ? sum + by : sum,
      running[bucket]!,
    )
    const by = clamp(sum, of) - sum
    if (by !== 0) made.push({ cap, by, like: likes[bucket]! - 1 })
  }
  return emptied(self) + made.reduce((sum, { by }) => sum + by, 0)
}

const emptied = ({ running, likes, gross, net, apart }: Capping): 0 => {
  for (const bucket of gross) likes[bucket] = running[bucket] = 0
  for (const bucket of net) likes[bucket] = running[bucket] = 0
  gross.length = net.length = apart.length = 0
  return 0
}
