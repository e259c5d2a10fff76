/**
 * Lines (记分条目): the only place where single facts are scored. What each asks for, which one counts when several fit
 * one act, what a suspension holds back and what the caps take, in that order.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Period from "../foundation/Period.js"
import { because, decide, type Read } from "./Condition.js"
import type { Act, Acts, Cap } from "./Expression.js"
import type { Fact } from "./Fact.js"
import { SPANS } from "./Structure.js"
import * as Value from "./Value.js"
import { type Cut, factsOf, type Line, type Lines, type Path, runsOn, type Scope, today, touches } from "./World.js"

// ---------------------------------------------------------------- models

/** What a line asks for. `months`: how long it counts where a row of the validity table says so. */
interface Claim {
  readonly act: Act
  readonly fact: Fact
  readonly requested: Value.Numeric
  readonly parts: Line["parts"]
  readonly months?: number
  readonly repeated: boolean
}

interface Settled {
  readonly claim: Claim
  readonly requested: Exact.Exact
  readonly granted: Exact.Exact
  readonly cuts: ReadonlyArray<{ readonly by: Cut["by"]; readonly id: string; readonly took: Exact.Exact }>
}

interface Adjustment {
  readonly cap: Cap
  readonly bucket: string
  readonly by: Exact.Exact
  /** The index of a line inside, which says where it lies among wider spans. */
  readonly like: number
}

// ---------------------------------------------------------------- operations

/** The value of a node of acts, and its lines. @internal */
export const evaluate = (node: Acts, scope: Scope, path: Path, read: Read): readonly [Value.Value, Lines] => {
  const claims: Array<Claim> = []
  for (const [index, act] of node.acts.entries()) {
    for (const fact of factsOf(scope, act.kind)) {
      if (isOutside(node, fact, scope)) continue
      const made = claim(node, act, { ...scope, fact }, [...path, "acts", index], read)
      if (made === undefined) continue
      if ("is" in made) return [made, { lines: [], adjustments: [] }]
      claims.push(made)
    }
  }
  const list = repetitions(claims.sort(byDay), scope).filter((one) => counts(one, scope))
  const held = suspended(node, scope)
  const low = settle(node, scope, list, held, Value.low)
  const high = settle(node, scope, list, held, Value.high)
  const why = list.flatMap(({ requested }) => Value.because(requested))
  return [
    Value.between(low.total, high.total, why),
    { lines: list.map((one, index) => line(one, low, high, index)), adjustments: adjustments(low, high, why) },
  ]
}

/** What gives no line: facts to come, absences, and without a validity table whatever is outside the window. */
const isOutside = (node: Acts, fact: Fact, scope: Scope): boolean =>
  fact.absent !== undefined ||
  CivilDate.compare(fact.on, today(scope)) > 0 ||
  (node.validity.length === 0 && !touches(fact, scope))

/** The claim of a fact under an act; nothing where it does not fit, the obstacle where its worth is no number. */
const claim = (
  node: Acts,
  act: Act,
  scope: Scope & { readonly fact: Fact },
  path: Path,
  read: Read,
): Claim | Value.Absent | Value.Conflict | undefined => {
  const fits = act.when === undefined ? "yes" : decide(act.when, scope, [...path, "when"], read)
  if (fits === "no") return undefined
  const parts: Array<{ readonly id: string; readonly value: Value.Value }> = []
  const worth = read(act.worth, { ...scope, trace: noting(parts) }, [...path, "worth"])
  if (!Value.isNumeric(worth)) return worth
  const whenOpen = act.when === undefined || fits === "yes" ? [] : because(act.when, scope, [...path, "when"], read)
  const asked = fits === "yes" ? worth : Value.blame(Value.hull([worth, Value.zero]), whenOpen)
  const rows = node.validity.map((row) => decide(row.when, { ...scope, requested: asked }, [...path, "validity"], read))
  const certain = node.validity.filter((_, index) => rows[index] === "yes")
  if (certain.length > 1) return Value.conflict("rules.twoValidities", { act: act.id, fact: scope.fact.id })
  const open = node.validity.filter((_, index) => rows[index] !== "no").map(({ months }) => months)
  const requested = rows.includes("unknown") ? Value.hull([asked, Value.zero]) : asked
  const base = { act, fact: scope.fact, requested, parts, repeated: false }
  return open.length === 0 ? base : { ...base, months: Math.max(...open) }
}

const byDay = (a: Claim, b: Claim): number => CivilDate.compare(a.fact.on, b.fact.on) || text(a.fact.id, b.fact.id)

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const noting = (parts: Array<{ readonly id: string; readonly value: Value.Value }>) => ({
  value: (_: Path, __: Scope, e: { readonly id?: string }, value: Value.Value) => {
    if (e.id !== undefined) parts.push({ id: e.id, value })
  },
  lines: () => {},
})

const counts = (one: Claim, scope: Scope): boolean =>
  one.months === undefined ? touches(one.fact, scope) : livesOn(one.fact, one.months, today(scope))

const livesOn = (fact: Fact, months: number, day: CivilDate.CivilDate): boolean => {
  if (runsOn(fact, day)) return true
  const from = fact.until === undefined || fact.until === "open" ? fact.on : fact.until
  const expiry = CivilDate.addMonths(from, months)
  return Result.isFailure(expiry) || CivilDate.compare(day, expiry.success) < 0
}

/**
 * A line is worth so many times as much when one of its class, about another act, still counted on its day.
 */
const repetitions = (list: ReadonlyArray<Claim>, scope: Scope): ReadonlyArray<Claim> =>
  list.map((one, index) => {
    const { repeat } = one.act
    if (repeat === undefined) return one
    const earlier = list
      .slice(0, index)
      .filter(({ act, fact }) => act.repeat?.class === repeat.class && deed(fact) !== deed(one.fact))
      .some(({ fact, months }) => (months === undefined ? touches(fact, scope) : livesOn(fact, months, one.fact.on)))
    if (!earlier) return one
    return { ...one, repeated: true, requested: Value.scale(Exact.parseUnsafe(repeat.times), one.requested) }
  })

const deed = (fact: Fact): string => (fact.act === undefined ? `fact ${fact.id}` : `act ${fact.act}`)

/** The first day since which bonuses are held back, with what holds them. */
const suspended = (
  node: Acts,
  scope: Scope,
): ReadonlyArray<{ readonly id: string; readonly since: CivilDate.CivilDate }> =>
  node.suspensions.flatMap(({ id, kinds }) => {
    const day = today(scope)
    const running = kinds
      .flatMap((kind) => factsOf(scope, kind))
      .filter((fact) => CivilDate.compare(fact.on, day) <= 0 && runsOn(fact, day))
    const first = running[0]
    return first === undefined
      ? []
      : [{ id, since: running.reduce((since, { on }) => CivilDate.min(since, on), first.on) }]
  })

// ---------------------------------------------------------------- decisions

interface Settlement {
  readonly total: Exact.Exact | null
  readonly lines: ReadonlyArray<Settled>
  readonly adjustments: ReadonlyArray<Adjustment>
}

/**
 * One settlement with every claim at one end of its interval. Each step never falls when a claim rises, so the two ends
 * bound what is possible.
 */
const settle = (
  node: Acts,
  scope: Scope,
  list: ReadonlyArray<Claim>,
  held: ReturnType<typeof suspended>,
  bound: (value: Value.Numeric) => Exact.Exact | null,
): Settlement => {
  const asked = list.map((one) => bound(one.requested))
  let lines: ReadonlyArray<Settled> = list.map((claim, index) => {
    const requested = asked[index] ?? Exact.zero
    return { claim, requested, granted: requested, cuts: [] }
  })
  if (node.sameAct === "largestRequested") lines = largestOnly(lines)
  lines = lines.map((one) => {
    const hold = held.find(({ since }) => CivilDate.compare(one.claim.fact.on, since) >= 0)
    return hold === undefined || Exact.sign(one.granted) <= 0 ? one : cut(one, "suspension", hold.id, Exact.zero)
  })
  const made: Array<Adjustment> = []
  for (const cap of innerFirst(node.caps)) lines = capped(cap, lines, made, scope)
  const total = Exact.sum([...lines.map(({ granted }) => granted), ...made.map(({ by }) => by)])
  return { total: asked.includes(null) ? null : total, lines, adjustments: made }
}

const cut = (one: Settled, by: Cut["by"], id: string, granted: Exact.Exact): Settled =>
  Exact.equals(granted, one.granted)
    ? one
    : { ...one, granted, cuts: [...one.cuts, { by, id, took: Exact.subtract(one.granted, granted) }] }

const size = (q: Exact.Exact): Exact.Exact => (Exact.sign(q) < 0 ? Exact.negate(q) : q)

const largestOnly = (lines: ReadonlyArray<Settled>): ReadonlyArray<Settled> => {
  const best = new Map<string, Settled>()
  const keyOf = (one: Settled) => `${Exact.sign(one.requested)} ${deed(one.claim.fact)}`
  for (const one of lines) {
    const rival = best.get(keyOf(one))
    if (rival === undefined || Exact.compare(size(one.requested), size(rival.requested)) > 0) best.set(keyOf(one), one)
  }
  return lines.map((one) => {
    const winner = best.get(keyOf(one))
    return winner === undefined || winner === one ? one : cut(one, "sameAct", winner.claim.act.id, Exact.zero)
  })
}

/**
 * Caps nest or stand apart: a cap over fewer lines is inside or beside one over more. Over the same lines gross comes
 * before net, and the narrower span before the wider.
 */
const innerFirst = (caps: ReadonlyArray<Cap>): ReadonlyArray<Cap> => {
  const rank = ({ on, per }: Cap) => (on === "net" ? SPANS.length : 0) + SPANS.indexOf(per)
  return [...caps].sort((a, b) => a.of.length - b.of.length || rank(a) - rank(b))
}

const capped = (
  cap: Cap,
  lines: ReadonlyArray<Settled>,
  made: Array<Adjustment>,
  scope: Scope,
): ReadonlyArray<Settled> => {
  const [floor, roof] = [cap.min, cap.max].map((q) => (q === undefined ? undefined : Exact.parseUnsafe(q)))
  const running = new Map<string, Exact.Exact>()
  const likes = new Map<string, number>()
  const next = lines.map((one, index) => {
    if (!cap.of.includes(one.claim.act.id) || !isOn(cap.on, one.granted)) return one
    const bucket = bucketOf(cap, one, index, scope)
    const before = running.get(bucket) ?? Exact.zero
    const after = Exact.add(before, one.granted)
    if (cap.on === "net") {
      running.set(bucket, after)
      likes.set(bucket, likes.get(bucket) ?? index)
      return one
    }
    const held = clamp(after, floor, roof)
    running.set(bucket, held)
    return cut(one, "cap", cap.id, Exact.subtract(held, before))
  })
  if (cap.on === "net") {
    for (const { cap: inner, like, by } of made) {
      const one = lines[like]
      if (one === undefined || !inner.of.every((id) => cap.of.includes(id))) continue
      const bucket = bucketOf(cap, one, like, scope)
      running.set(bucket, Exact.add(running.get(bucket) ?? Exact.zero, by))
    }
    for (const [bucket, sum] of running) {
      const by = Exact.subtract(clamp(sum, floor, roof), sum)
      if (Exact.sign(by) !== 0) made.push({ cap, bucket, by, like: likes.get(bucket) ?? 0 })
    }
  }
  return next
}

const isOn = (on: Cap["on"], granted: Exact.Exact): boolean =>
  on === "net" || (on === "bonus" ? Exact.sign(granted) > 0 : Exact.sign(granted) < 0)

const clamp = (q: Exact.Exact, floor: Exact.Exact | undefined, roof: Exact.Exact | undefined): Exact.Exact => {
  const raised = floor === undefined ? q : Exact.max(q, floor)
  return roof === undefined ? raised : Exact.min(raised, roof)
}

/** A continuing fact of the rated period that began before it counts on the period's first day. */
const bucketOf = (cap: Cap, one: Settled, index: number, scope: Scope): string => {
  if (cap.per === "act") return String(index)
  if (cap.per === "period") return "period"
  const { fact, months } = one.claim
  return Period.key(months === undefined ? CivilDate.max(fact.on, scope.window.from) : fact.on, cap.per)
}

// ---------------------------------------------------------------- getters

const line = (one: Claim, low: Settlement, high: Settlement, index: number): Line => {
  const [a, b] = [low.lines[index], high.lines[index]]
  const why = Value.because(one.requested)
  const took = a !== undefined && b !== undefined && Exact.equals(a.granted, b.granted) ? a.cuts : []
  const ends = [a?.granted ?? Exact.zero, b?.granted ?? Exact.zero] as const
  const from = Value.low(one.requested) === null ? null : Exact.min(...ends)
  const to = Value.high(one.requested) === null ? null : Exact.max(...ends)
  return {
    act: one.act.id,
    fact: one.fact.id,
    on: one.fact.on,
    parts: one.parts,
    requested: one.requested,
    granted: Value.between(from, to, why),
    cuts: [
      ...(one.repeated ? [{ by: "repeat" as const, id: one.act.repeat?.class ?? "", took: Value.zero }] : []),
      ...took.map(({ by, id, took: q }) => ({ by, id, took: Value.known(q) })),
    ],
  }
}

const adjustments = (low: Settlement, high: Settlement, why: ReadonlyArray<string>): Lines["adjustments"] => {
  const keys = [...new Set([...low.adjustments, ...high.adjustments].map(({ cap, bucket }) => `${cap.id} ${bucket}`))]
  const of = (from: Settlement, key: string) =>
    from.adjustments.find(({ cap, bucket }) => `${cap.id} ${bucket}` === key)?.by ?? Exact.zero
  return keys.sort().map((key) => {
    const [a, b] = [of(low, key), of(high, key)]
    const space = key.lastIndexOf(" ")
    return {
      cap: key.slice(0, space),
      bucket: key.slice(space + 1),
      by: Value.between(Exact.min(a, b), Exact.max(a, b), why),
    }
  })
}
