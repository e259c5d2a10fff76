/**
 * The verdict (评定) on one subject, up to the point where others matter: class, total, score effects, rounding, level,
 * level effects, direct awards, climb limit, in that order.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Does, Effect } from "./Clause.js"
import { decide, on } from "./Condition.js"
import { badgesOf, read } from "./Evaluation.js"
import type { Expression, When } from "./Expression.js"
import type { Subject } from "./Fact.js"
import type * as Outcome from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import { type Located, nodesOf, nodesOfWhen } from "./Structure.js"
import * as Value from "./Value.js"
import { factsOf, frozen, type Path, type Scope, touches, type Verdict, type World } from "./World.js"

// ---------------------------------------------------------------- models

/** Which levels are possible, by their index in the book, best first; or why there is none. @internal */
export type Levels =
  | { readonly is: "possible"; readonly at: ReadonlyArray<number> }
  | { readonly is: "none" }
  | Value.Conflict

/** A subject on its way through the pipeline. @internal */
export interface Candidate {
  readonly subject: Subject
  readonly scope: Scope
  readonly classes: ReadonlyArray<string>
  readonly standing: Outcome.Outcome["standing"]
  readonly total: Value.Value
  readonly effective: Value.Value
  readonly score: Value.Value
  readonly effects: ReadonlyArray<Outcome.Applied>
  readonly badges: Outcome.Outcome["badges"]
  readonly stages: ReadonlyArray<{ readonly stage: Outcome.Stage["stage"]; readonly by?: string; readonly to: Levels }>
  readonly levels: Levels
  /** The level of a direct award that takes no place of a quota. */
  readonly overQuota?: number
  /** Whether it is not yet known of a direct award that takes no place whether it is held. */
  readonly maybeOverQuota: boolean
}

interface Held {
  readonly effect: Effect
  readonly state: Outcome.Applied["state"]
  readonly does: ReadonlyArray<Does | "nothing">
}

// ---------------------------------------------------------------- getters

/** A value in its stored form. @internal */
export const stored = (value: Value.Value): Outcome.Value => {
  switch (value.is) {
    case "known": {
      const q = digits(value.q)
      return q === undefined ? { is: "conflict", code: "rules.tooLong", params: {} } : { is: "known", q }
    }
    case "between": {
      const [from, to] = [value.from, value.to].map((end) => (end === null ? undefined : digits(end)))
      return {
        is: "between",
        ...(from === undefined ? {} : { from }),
        ...(to === undefined ? {} : { to }),
        because: value.because,
      }
    }
    default:
      return value
  }
}

/** A number as text; nothing where a product of long numbers has more digits than a document may hold. */
const digits = (q: Exact.Exact): string | undefined => {
  const text = Exact.text(q)
  return text.length <= 400 || Result.isSuccess(Exact.parse(text)) ? text : undefined
}

// ---------------------------------------------------------------- decisions

/** The classes that a subject is of and what they mean for it. @internal */
export type Classed = Pick<Outcome.Outcome, "classes" | "standing">

/** The class of a subject, which decides who is a peer: it is found with everybody in view. @internal */
export const classify = (book: Rulebook, scope: Scope): Classed => {
  if (book.classes.length === 0) return { classes: [], standing: "rated" }
  const held = book.classes.filter(({ when }, index) => decide(when, scope, ["classes", index, "when"], read) === "yes")
  const standings = new Set(held.map(({ standing }) => standing))
  const [only] = standings
  return {
    classes: held.map(({ id }) => id),
    standing: standings.size === 1 && only !== undefined ? only : standings.has("exempt") ? "exempt" : "unclassed",
  }
}

/** One subject, scored and graded by itself; its total is read unless it is told. @internal */
export const judge = (book: Rulebook, scope: Scope, { classes, standing }: Classed, told?: Value.Value): Candidate => {
  const total = told ?? read(book.total, scope, ["total"])
  const held = book.effects.map((effect, index) => stateOf(effect, scope, ["effects", index]))
  const effective = scoreEffects(total, held)
  const score = written(rounded(effective, book.score))
  const first = standing === "rated" ? levelsOf(book, score, scope) : ({ is: "none" } as const)
  const graded = grade(book, first, held, scope)
  return {
    subject: scope.subject,
    scope,
    classes,
    standing,
    total,
    effective,
    score,
    badges: badgesOf(scope),
    ...graded,
  }
}

const stateOf = (effect: Effect, scope: Scope, path: Path): Held => {
  const inside = effect.lasts === "period" ? scope : { ...scope, view: { months: effect.lasts.months } }
  const fits = decide(effect.when, inside, [...path, "when"], read)
  if (fits === "no") return { effect, state: "possible", does: [] }
  const { repair } = effect
  const grounds = groundsOf(effect.when, scope.world)
  const mended = repair === undefined ? "no" : mendedBy(repair.when, grounds, inside, [...path, "repair", "when"])
  const does: ReadonlyArray<Does | "nothing"> = [
    ...(fits === "unknown" ? (["nothing"] as const) : []),
    ...(mended === "yes" ? [] : [effect.does]),
    ...(mended === "no" || repair === undefined ? [] : [repair.does]),
  ]
  return { effect, state: does.length > 1 ? "possible" : mended === "yes" ? "repaired" : "holds", does }
}

/** Every leaf and every line that a condition rests on, behind references too. */
const groundsOf = (when: When, { nodes }: World): ReadonlyArray<Expression> => {
  const found: Array<Expression> = []
  const seen = new Set<string>()
  const look = (all: ReadonlyArray<Located>): void => {
    for (const { e } of all) {
      if (e.op === "fact" || e.op === "acts") found.push(e)
      const to = e.op === "ref" && !seen.has(e.to) ? nodes.get(e.to) : undefined
      if (e.op === "ref") seen.add(e.to)
      if (to !== undefined) look(nodesOf(to.e, to.path))
    }
  }
  look(nodesOfWhen(when, []))
  return found
}

/**
 * Whether an effect is repaired: only what happens from the day of the last fact that it rests on can repair it. While a
 * value that it rests on is not known, its day is not either, and the repair is not certain.
 */
const mendedBy = (when: When, grounds: ReadonlyArray<Expression>, scope: Scope, path: Path): Verdict => {
  const { trace: _, ...bare } = scope
  const isOpen = grounds.some(
    (e) => e.op === "fact" && (e.take === "only" || e.take === "latest") && read(e, bare, path).is === "between",
  )
  const since = grounds
    .flatMap((e) => (e.op === "fact" ? [e.kind] : e.op === "acts" ? e.acts.map(({ kind }) => kind) : []))
    .flatMap((kind) => factsOf(scope, kind))
    .filter((fact) => touches(fact, scope))
    .reduce<CivilDate.CivilDate | undefined>(
      (last, { on: day }) => (last === undefined ? day : CivilDate.max(last, day)),
      undefined,
    )
  const after = since === undefined ? scope : { ...scope, view: { ...scope.view, since } }
  if (!isOpen) return decide(when, after, path, read)
  const { trace: __, ...quiet } = after
  return decide(when, quiet, path, read) === "no" ? "no" : "unknown"
}

/** The deductions add up; where an effect sets it, the score is nought at most. */
const scoreEffects = (total: Value.Value, held: ReadonlyArray<Held>): Value.Value => {
  const zeroes = held.filter(({ does }) => does.includes("zero"))
  const isCleared = zeroes.some(({ does }) => does.length === 1)
  if (!Value.isNumeric(total)) return isCleared ? Value.zero : total
  const kept = lessened(
    total,
    held.map(({ does }) => does.filter((one) => one !== "zero")),
  )
  if (zeroes.length === 0) return kept
  const cleared = Value.least(
    Value.zero,
    lessened(
      total,
      held.map(({ does }) => does),
    ),
  )
  return isCleared ? cleared : Value.hull([cleared, kept])
}

/** The score less what each effect takes, of all that it may do. */
const lessened = (total: Value.Numeric, all: ReadonlyArray<Held["does"]>): Value.Numeric =>
  all.reduce<Value.Numeric>((score, does) => {
    const off = does.map((one) =>
      Value.known(typeof one === "object" && "deduct" in one ? Exact.parseUnsafe(one.deduct) : Exact.zero),
    )
    return off.length === 0 ? score : Value.add(score, Value.scale(minusOne, Value.hull(off)))
  }, total)

const minusOne = /* @__PURE__ */ Exact.negate(Exact.one)

/** A score that is too long to be written down settles no level. */
const written = (score: Value.Value): Value.Value => {
  const stands = stored(score)
  return stands.is === "conflict" && score.is !== "conflict" ? Value.conflict(stands.code) : score
}

const rounded = (value: Value.Value, { quantum, round }: Rulebook["score"]): Value.Value => {
  if (!Value.isNumeric(value)) return value
  const step = Exact.parseUnsafe(quantum)
  if (round !== "exact") return Value.rising(value, (q) => Rounding.round(q, round, step), step)
  if (value.is === "between") {
    const whole = Value.multiples(value, step)
    return whole?.is === "between" ? whole : value
  }
  return Rounding.isMultiple(value.q, step)
    ? value
    : Value.conflict("rules.unrounded", { value: Exact.text(value.q), step: quantum })
}

const levelsOf = (book: Rulebook, score: Value.Value, scope: Scope): Levels => {
  if (book.levels.length === 0) return { is: "none" }
  if (score.is === "conflict") return score
  if (score.is === "absent") return { is: "none" }
  const fits = book.levels.map((level, index) =>
    both(level.on === null ? "no" : on(score, level.on), level.and, scope, ["levels", index, "and"]),
  )
  const yes = indices(fits, "yes")
  if (yes.length > 1) {
    const levels = yes.map((index) => book.levels[index]?.id ?? "").join("、")
    return Value.conflict("rules.levelOverlap", { value: shown(score), levels })
  }
  const at = [...yes, ...indices(fits, "unknown")].sort((a, b) => a - b)
  return at.length === 0 ? Value.conflict("rules.levelGap", { value: shown(score) }) : { is: "possible", at }
}

const both = (span: Verdict, and: When | undefined, scope: Scope, path: Path): Verdict => {
  if (span === "no" || and === undefined) return span
  const further = decide(and, scope, path, read)
  return further === "no" ? "no" : span === "unknown" ? "unknown" : further
}

const indices = (fits: ReadonlyArray<Verdict>, verdict: Verdict): ReadonlyArray<number> =>
  fits.flatMap((fit, index) => (fit === verdict ? [index] : []))

const shown = (value: Value.Numeric): string => (value.is === "known" ? Exact.text(value.q) : "?")

const move = (levels: Levels, to: (index: number) => ReadonlyArray<number>): Levels =>
  levels.is === "possible" ? { is: "possible", at: [...new Set(levels.at.flatMap(to))].sort((a, b) => a - b) } : levels

/** A level that is possible, and the best level that a direct award gives where it is. */
interface Reached {
  readonly at: number
  readonly floor?: number
}

const reached = (levels: Levels, rows: ReadonlyArray<Reached>): Levels =>
  levels.is === "possible"
    ? { is: "possible", at: [...new Set(rows.map(({ at }) => at))].sort((a, b) => a - b) }
    : levels

/** Level effects, direct awards, climb limit. A level reached by a direct award is not held back by the climb limit. */
const grade = (book: Rulebook, first: Levels, held: ReadonlyArray<Held>, scope: Scope) => {
  const index = (id: string) => book.levels.findIndex((level) => level.id === id)
  const stages: Array<Candidate["stages"][number]> = [{ stage: "score", to: first }]
  let levels = first
  const step = (stage: Outcome.Stage["stage"], by: string, to: Levels) => {
    if (JSON.stringify(to) !== JSON.stringify(levels)) stages.push({ stage, by, to })
    levels = to
  }
  const effects: Array<Outcome.Applied> = []
  for (const { effect, state, does } of held.filter((one) => one.does.length > 0)) {
    const from = levels.is === "possible" ? levels.at.map((at) => book.levels[at]?.id ?? "") : undefined
    effects.push({ effect: effect.id, state, ...(from === undefined ? {} : { from }) })
    step(
      "effect",
      effect.id,
      move(levels, (at) => does.map((one) => (isCeiling(one) ? Math.max(at, index(one.atMost)) : at))),
    )
  }
  let rows: ReadonlyArray<Reached> = levels.is === "possible" ? levels.at.map((at) => ({ at })) : []
  let maybeOverQuota = false
  let overQuota: number | undefined
  for (const [at, award] of book.awards.entries()) {
    const fits = decide(award.when, scope, ["awards", at, "when"], read)
    if (fits === "no") continue
    const to = index(award.atLeast)
    if (fits === "yes" && award.overQuota === true) overQuota = Math.min(overQuota ?? to, to)
    if (award.overQuota === undefined || (fits === "unknown" && award.overQuota)) maybeOverQuota = true
    const lifted = rows.map((row) => ({ at: Math.min(row.at, to), floor: Math.min(row.floor ?? to, to) }))
    const all = fits === "yes" ? lifted : [...rows, ...lifted]
    rows = [...new Map(all.map((row) => [`${row.at} ${row.floor}`, row])).values()]
    step("award", award.id, reached(levels, rows))
  }
  const last = frozen(scope, book.id, "previous")?.level
  if (book.climb !== null && last !== undefined && index(last) < 0) {
    step("climb", "climb", Value.conflict("rules.noSuchLevel", { level: last }))
  } else if (book.climb !== null && last !== undefined) {
    const limit = index(last) - book.climb.steps
    rows = rows.map(({ at, floor = limit }) => ({ at: Math.max(at, Math.min(limit, floor)) }))
    step("climb", "climb", reached(levels, rows))
  }
  return { stages, levels, effects, maybeOverQuota, ...(overQuota === undefined ? {} : { overQuota }) }
}

const isCeiling = (does: Does | "nothing"): does is { readonly atMost: string } =>
  typeof does === "object" && "atMost" in does

/** A world in which only these are peers. @internal */
export const among = (world: World, subjects: ReadonlyArray<Subject>): World => ({
  ...world,
  memo: new Map(),
  groups: new Map(),
  peers: new Map(),
  places: new Map(),
  subjects,
})
