/**
 * The verdict of a plan (列评定): for all subjects at once the score effects, rounding, level, level effects, direct awards
 * and climb limit. Whoever has anything open or contradictory is judged by the interpreter.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { CompiledBook } from "./PlanBook.js"
import { ASK, NO, type Verdicts, YES } from "./PlanChoice.js"
import {
  boundsOf,
  type Column,
  common,
  type Draft,
  denominator,
  done,
  draft,
  exactAt,
  isAbsent,
  KNOWN,
  LARGEST,
  LAZY,
  put,
  SIDE,
  valueAt,
} from "./PlanColumn.js"
import { type Frame, frame, frozen } from "./PlanGround.js"
import { round } from "./PlanOperators.js"
import { badges, decide, everywhere, type Reader, read } from "./PlanReading.js"
import type * as Value from "./Value.js"
import type { Candidate } from "./Verdict.js"

// ---------------------------------------------------------------- models

/** What is said of subjects who have no single level: no level at all, a conflict, or several that are possible. @internal */
export const [NONE, CONFLICT, SEVERAL] = [-1, -2, -3] as const

/** All subjects on their way through the pipeline, by their rows. @internal */
export interface Verdict {
  readonly total: Column
  readonly effective: Column
  readonly score: Column
  readonly effects: ReadonlyArray<Verdicts>
  readonly badges: ReadonlyArray<Verdicts>
  /** The level by score alone. */
  readonly first: Int16Array
  readonly level: Int16Array
  /** The levels of those with {@link SEVERAL}. */
  readonly several: Map<number, ReadonlyArray<number>>
  /** The level of a direct award beside the quota, {@link NONE} for none. */
  readonly overQuota: Int16Array
  readonly maybeOver: Uint8Array
  /** Those whom the interpreter has judged. */
  readonly odd: ReadonlyMap<number, Candidate>
}

// ---------------------------------------------------------------- decisions

/** @internal */
export const verdict = (
  compiled: CompiledBook,
  reader: Reader,
  isRated: Uint8Array,
  judge: (row: number, total: Value.Value | undefined) => Candidate,
): Verdict => {
  const n = reader.ground.subjects.length
  const own = frame(reader.ground, reader.ground.given.period)
  const total = read(compiled.total, everywhere(reader, own), reader)
  const isOdd = new Uint8Array(n)
  for (let i = 0; i < n; i++) if (total.tag[i]! > SIDE && !isAbsent(total.tag[i]!)) isOdd[i] = 1
  const effects = effectsOf(compiled, reader, isOdd)
  const effective = scoreEffects(compiled, total, effects)
  const score = rounded(compiled, effective, isOdd)
  const held = badges(own, reader)
  for (const one of held) mark(one, isOdd)
  const level = new Int16Array(n).fill(NONE)
  levelsOf(compiled, reader, own, score, isRated, level, isOdd)
  const first = level.slice()
  const [overQuota, maybeOver] = [new Int16Array(n).fill(NONE), new Uint8Array(n)]
  grade(compiled, reader, own, effects, { level, overQuota, maybeOver }, isOdd)
  const [odd, several] = [new Map<number, Candidate>(), new Map<number, ReadonlyArray<number>>()]
  for (let row = 0; row < n; row++) {
    if (isOdd[row] === 0) continue
    const one = judge(row, valueAt(total, row))
    odd.set(row, one)
    level[row] =
      one.levels.is === "possible" ? settled(one.levels.at, row, several) : one.levels.is === "none" ? NONE : CONFLICT
    overQuota[row] = one.overQuota ?? NONE
    maybeOver[row] = one.maybeOverQuota ? 1 : 0
  }
  return { total, effective, score, effects, badges: held, first, level, several, overQuota, maybeOver, odd }
}

/** One level as itself, several beside the column. @internal */
export const settled = (
  at: ReadonlyArray<number>,
  row: number,
  several: Map<number, ReadonlyArray<number>>,
): number => {
  const [only] = at
  if (at.length === 1 && only !== undefined) {
    several.delete(row)
    return only
  }
  several.set(row, at)
  return SEVERAL
}

const mark = (verdicts: Verdicts, isOdd: Uint8Array): void => {
  for (let i = 0; i < isOdd.length; i++) if (verdicts[i] === ASK) isOdd[i] = 1
}

/** Which effects hold; whether one is repaired is left to the interpreter. */
const effectsOf = ({ effects }: CompiledBook, reader: Reader, isOdd: Uint8Array): ReadonlyArray<Verdicts> =>
  effects.map(({ when, months, hasRepair }) => {
    const own = frame(reader.ground, reader.ground.given.period, months)
    const fits = decide(when, everywhere(reader, own), reader)
    mark(fits, isOdd)
    if (hasRepair) for (let i = 0; i < isOdd.length; i++) if (fits[i] === YES) isOdd[i] = 1
    return fits
  })

/** The deductions add up; where an effect sets it, the score is nought at most. */
const scoreEffects = ({ effects }: CompiledBook, total: Column, held: ReadonlyArray<Verdicts>): Column => {
  const moves = effects.flatMap(({ does }, index) =>
    does === "zero" || "deduct" in does ? [{ does, fits: held[index]! }] : [],
  )
  if (moves.every(({ fits }) => !fits.includes(YES))) return total
  const d = moves.reduce((d, { does }) => (does === "zero" ? d : common(d, denominator(does.deduct))), total.d)
  const n = total.tag.length
  const fits = (total.max * d) / total.d <= LARGEST
  const made: Draft = draft(n, fits ? d : total.d)
  const by = made.d / total.d
  for (let i = 0; i < n; i++) {
    const tag = total.tag[i]!
    let [off, isZero]: [Exact.Exact, boolean] = [Exact.zero, false]
    for (const { does, fits } of moves) {
      if (fits[i] !== YES) continue
      if (does === "zero") isZero = true
      else off = Exact.add(off, does.deduct)
    }
    if (tag > SIDE) {
      if (!isZero) made.tag[i] = tag
    } else if (tag === KNOWN && off === Exact.zero) {
      made.x[i] = isZero ? Math.min(0, total.x[i]! * by) : total.x[i]! * by
    } else {
      const left = Exact.subtract(exactAt(total, i), off)
      put(made, i, isZero ? Exact.min(Exact.zero, left) : left)
    }
  }
  return done(made)
}

/** The score at its quantum; one that is off it, or too long to be told here, is left to the interpreter. */
const rounded = ({ book, quantum }: CompiledBook, effective: Column, isOdd: Uint8Array): Column => {
  const n = isOdd.length
  const mode = book.score.round
  const score = mode === "exact" ? effective : round(n, effective, mode, quantum)
  for (let i = 0; i < n; i++) {
    if (score.tag[i] === SIDE) isOdd[i] = 1
    if (mode === "exact" && score.tag[i] === KNOWN && !Rounding.isMultiple(exactAt(score, i), quantum)) isOdd[i] = 1
    if (score.tag[i] === LAZY) isOdd[i] = 1
  }
  return score
}

/** The level by score; a gap or an overlap is left to the interpreter. */
const levelsOf = (
  { levels }: CompiledBook,
  reader: Reader,
  own: Frame,
  score: Column,
  isRated: Uint8Array,
  level: Int16Array,
  isOdd: Uint8Array,
): void => {
  if (levels.length === 0) return
  const rows = levels.flatMap(({ on, and }, index) =>
    on === null
      ? []
      : [
          {
            index,
            ...boundsOf(on, score.d),
            and: and === null ? undefined : decide(and, everywhere(reader, own), reader),
          },
        ],
  )
  for (let i = 0; i < level.length; i++) {
    if (isRated[i] !== 1 || score.tag[i] !== KNOWN || isOdd[i] === 1) continue
    const x = score.x[i]!
    let found: number = NONE
    for (const { index, first, last, and } of rows) {
      if (x < first || x > last) continue
      const fits = and === undefined ? YES : and[i]
      if (fits === NO) continue
      if (fits === ASK || found !== NONE) isOdd[i] = 1
      found = index
    }
    if (found === NONE) isOdd[i] = 1
    else level[i] = found
  }
}

type Grades = Pick<Verdict, "level" | "overQuota" | "maybeOver">

/** Level effects, direct awards, climb limit. */
const grade = (
  { book, effects, awards, levelOf }: CompiledBook,
  reader: Reader,
  own: Frame,
  held: ReadonlyArray<Verdicts>,
  { level, overQuota, maybeOver }: Grades,
  isOdd: Uint8Array,
): void => {
  const n = level.length
  for (const [index, { does }] of effects.entries()) {
    if (does === "zero" || !("atMost" in does)) continue
    const fits = held[index]!
    for (let i = 0; i < n; i++) if (fits[i] === YES && level[i]! >= 0) level[i] = Math.max(level[i]!, does.atMost)
  }
  const floor = new Int16Array(n).fill(book.levels.length)
  for (const award of awards) {
    const fits = decide(award.when, everywhere(reader, own), reader)
    mark(fits, isOdd)
    for (let i = 0; i < n; i++) {
      if (fits[i] !== YES) continue
      floor[i] = Math.min(floor[i]!, award.to)
      if (level[i]! >= 0) level[i] = Math.min(level[i]!, award.to)
      if (award.overQuota === true) overQuota[i] = overQuota[i] === NONE ? award.to : Math.min(overQuota[i]!, award.to)
      if (award.overQuota === undefined) maybeOver[i] = 1
    }
  }
  if (book.climb === null) return
  const { ground } = reader
  for (const [i, last] of frozen(ground, ground.subjects, book.id, "previous", own.window).entries()) {
    if (last?.level === undefined) continue
    const from = levelOf.get(last.level)
    if (from === undefined) isOdd[i] = 1
    else if (level[i]! >= 0) level[i] = Math.max(level[i]!, Math.min(from - book.climb.steps, floor[i]!))
  }
}
