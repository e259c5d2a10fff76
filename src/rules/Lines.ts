/**
 * Lines (记分条目): the only place where single facts are scored. What each asks for, which one counts when several fit
 * one act, what a suspension holds back and what the caps take, in that order.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Period from "../foundation/Period.js"
import { because, decide, type Read } from "./Condition.js"
import type { Act, Acts, Cap } from "./Expression.js"
import type { Fact } from "./Fact.js"
import { SPANS } from "./Structure.js"
import * as Value from "./Value.js"
import {
  type Cut,
  factsOf,
  grouped,
  ifAtAll,
  isToCome,
  type Line,
  type Lines,
  livesOn,
  type Path,
  runsOn,
  type Scope,
  today,
  touches,
} from "./World.js"

// ---------------------------------------------------------------- models

/**
 * What a line asks for. `months`: for how long it counts, by the validity rows that may hold; `null` is the rated period.
 * `day` is the day it falls on among the spans of caps, absent where the rows disagree about it.
 */
interface Claim {
  readonly act: Act
  readonly fact: Fact
  readonly requested: Value.Numeric
  readonly parts: Line["parts"]
  readonly months: ReadonlyArray<number | null>
  readonly certain: boolean
  readonly repeated: boolean
  readonly day?: CivilDate.CivilDate
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
  if (isToCome(scope)) return [extent(node), { lines: [], adjustments: [] }]
  const claims: Array<Claim> = []
  for (const [index, act] of node.acts.entries()) {
    for (const fact of factsOf(scope, act.kind)) {
      if (isOutside(node, fact, scope)) continue
      const made = claim(node, act, { ...scope, fact }, path, index, read)
      if (made === undefined) continue
      if (!("is" in made)) claims.push(made)
      else if (mayCount(node, fact, scope)) return [made, { lines: [], adjustments: [] }]
    }
  }
  const list = repetitions(claims.sort(byDay), scope).flatMap((one) => counted(one, scope))
  const held = suspended(node, scope)
  const deeds = grouped(list, ({ fact }) => deed(fact))
  const ends = list.map((one) =>
    node.sameAct === "sum" ? undefined : contested(node, deeds.get(deed(one.fact)) ?? [], one),
  )
  const low = settle(node, list, held, Value.low, (index) => ends[index]?.[0])
  const high = settle(node, list, held, Value.high, (index) => ends[index]?.[1])
  const why = list.flatMap(({ requested }) => Value.because(requested))
  const entangled = entanglement(
    node,
    list,
    list.filter((one, index) => one.requested.is === "between" || ends[index] !== undefined),
  )
  const lines = list.map((one, index) => line(one, low, high, index, entangled.has(one) ? why : undefined))
  const whole = everyTurn(node, list, held, why) ?? Value.between(low.total, high.total, why)
  return [whole, { lines, adjustments: adjustments(low, high, why) }]
}

/** How many ways in which lines may turn out are settled one by one. */
const MOST_TURNS = 256

/**
 * What the lines come to in every way they may turn out, each settled by itself; nothing where that is too much, where all
 * is known, or where it is not known which span of a cap a line falls into.
 */
const everyTurn = (
  node: Acts,
  list: ReadonlyArray<Claim>,
  held: ReturnType<typeof suspended>,
  why: ReadonlyArray<string>,
): Value.Numeric | undefined => {
  if (list.every(({ requested }) => requested.is === "known") || list.some(({ day }) => day === undefined)) return
  const turns = list.reduce<ReadonlyArray<ReadonlyArray<Claim>> | undefined>(
    (before, one) => {
      const points = Value.pointsOf(one.requested)
      if (before === undefined || points === undefined || before.length * points.length > MOST_TURNS) return undefined
      return before.flatMap((turn) => points.map((q) => [...turn, { ...one, requested: Value.known(q) }]))
    },
    [[]],
  )
  const totals = turns?.flatMap((turn) => settle(node, turn, held, Value.low, () => undefined).total ?? [])
  return totals === undefined ? undefined : Value.oneOf(totals, why)
}

/** What gives no line: facts to come, absences, and without a validity table whatever is outside the rated period. */
const isOutside = (node: Acts, fact: Fact, scope: Scope): boolean =>
  fact.absent !== undefined ||
  CivilDate.compare(fact.on, today(scope)) > 0 ||
  (node.validity.length === 0 && !touches(fact, wide(scope)))

/** The rated period: a repetition may be of a line in an earlier part of it. */
const wide = (scope: Scope): Scope => ({ ...scope, window: scope.world.period })

const mayCount = (node: Acts, fact: Fact, scope: Scope): boolean =>
  touches(fact, scope) || node.validity.some(({ months }) => livesOn(fact, months, today(scope)))

/**
 * What lines can come to in a span that has not begun: as much as the caps over all of them allow, and nothing of a sign
 * that none of them has. @internal
 */
export const extent = (node: Acts): Value.Numeric => {
  const signs = node.acts.flatMap(({ worth }) =>
    worth.op === "const" ? [Exact.sign(Exact.parseUnsafe(worth.q))] : [-1, 1],
  )
  const whole = node.caps.filter(({ of, per }) => per === "period" && node.acts.every(({ id }) => of.includes(id)))
  const least = whole.flatMap(({ on, min }) => (on !== "bonus" && min !== undefined ? [Exact.parseUnsafe(min)] : []))
  const most = whole.flatMap(({ on, max }) => (on !== "malus" && max !== undefined ? [Exact.parseUnsafe(max)] : []))
  return Value.between(
    signs.includes(-1) ? (least.length === 0 ? null : least.reduce(Exact.max)) : Exact.zero,
    signs.includes(1) ? (most.length === 0 ? null : most.reduce(Exact.min)) : Exact.zero,
    node.acts.map(({ kind }) => kind),
  )
}

/** The claim of a fact under an act; nothing where it does not fit, the obstacle where its worth is no number. */
const claim = (
  node: Acts,
  act: Act,
  scope: Scope & { readonly fact: Fact },
  path: Path,
  index: number,
  read: Read,
): Claim | Value.Absent | Value.Conflict | undefined => {
  const here = [...path, "acts", index]
  const when = act.when === undefined ? "yes" : decide(act.when, scope, [...here, "when"], read)
  const fits = ifAtAll(when, scope.fact, scope)
  if (fits === "no") return undefined
  const parts: Array<{ readonly id: string; readonly value: Value.Value }> = []
  const worth = read(act.worth, { ...scope, trace: noting(parts) }, [...here, "worth"])
  if (!Value.isNumeric(worth)) return worth
  const whenOpen = act.when === undefined || when === "yes" ? [] : because(act.when, scope, [...here, "when"], read)
  const asked =
    fits === "yes" ? worth : Value.blame(Value.hull([worth, Value.zero]), when === fits ? whenOpen : [scope.fact.kind])
  const asking = { ...scope, requested: worth }
  const rows = node.validity.map((row, at) => ({
    months: row.months,
    fits: decide(row.when, asking, [...path, "validity", at, "when"], read),
  }))
  const sure = rows.filter((row) => row.fits === "yes")
  if (sure.length > 1) return Value.conflict("rules.twoValidities", { act: act.id, fact: scope.fact.id })
  const open = rows.filter((row) => row.fits === "unknown")
  const months = sure.length > 0 ? sure.map((row) => row.months) : [...open.map((row) => row.months), null]
  return { act, fact: scope.fact, requested: asked, parts, months, certain: fits === "yes", repeated: false }
}

const byDay = (a: Claim, b: Claim): number => CivilDate.compare(a.fact.on, b.fact.on) || text(a.fact.id, b.fact.id)

const text = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

const noting = (parts: Array<{ readonly id: string; readonly value: Value.Value }>) => ({
  value: (_: Path, __: Scope, e: { readonly id?: string }, value: Value.Value) => {
    if (e.id !== undefined) parts.push({ id: e.id, value })
  },
  lines: () => {},
  facts: () => {},
})

/** The claim if it counts today, its day among the spans of caps found; a claim that may count may give nothing. */
const counted = (one: Claim, scope: Scope): ReadonlyArray<Claim> => {
  const alive = one.months.filter((months) => counts(one.fact, months, today(scope), scope))
  if (alive.length === 0) return []
  const days = new Set(
    alive.map((months) => (months === null ? CivilDate.max(one.fact.on, scope.window.from) : one.fact.on)),
  )
  const [day] = days
  const requested =
    alive.length < one.months.length || days.size > 1 ? Value.hull([one.requested, Value.zero]) : one.requested
  return [{ ...one, requested, ...(days.size === 1 && day !== undefined ? { day } : {}) }]
}

/** For so many months, or in the rated period. A continuing fact that began before the period counts on its first day. */
const counts = (fact: Fact, months: number | null, day: CivilDate.CivilDate, scope: Scope): boolean =>
  months === null ? touches(fact, scope) : livesOn(fact, months, day)

/**
 * A line is worth so many times as much when one of its class, about another act, still counted on its day: by its row of
 * the validity table, else in the rated period. Whether that line was cut does not matter.
 */
const repetitions = (list: ReadonlyArray<Claim>, scope: Scope): ReadonlyArray<Claim> => {
  const before = new Map<string, Array<Claim>>()
  return list.map((one) => {
    const { repeat } = one.act
    if (repeat === undefined) return one
    const earlier = before.get(repeat.class) ?? []
    const found = repeats(one, earlier, scope)
    before.set(repeat.class, earlier)
    earlier.push(one)
    if (found === "no") return one
    const requested = Value.scale(Exact.parseUnsafe(repeat.times), one.requested)
    return found === "yes"
      ? { ...one, repeated: true, requested }
      : { ...one, requested: Value.hull([one.requested, requested]) }
  })
}

/** Whether an earlier line about another act still counted; the latest is the likeliest, so it is asked first. */
const repeats = (one: Claim, earlier: ReadonlyArray<Claim>, scope: Scope): "yes" | "no" | "unknown" => {
  let found: "no" | "unknown" = "no"
  for (let index = earlier.length - 1; index >= 0; index--) {
    const other = earlier[index]
    if (other === undefined || deed(other.fact) === deed(one.fact)) continue
    const alive = other.months.filter((months) => counts(other.fact, months, one.fact.on, wide(scope))).length
    if (alive > 0 && other.certain && alive === other.months.length) return "yes"
    if (alive > 0) found = "unknown"
  }
  return found
}

const deed = (fact: Fact): string => (fact.act === undefined ? `fact ${fact.id}` : `act ${fact.act}`)

/** The first day since which bonuses are held back, with what holds them on the last day of the rated period so far. */
const suspended = (
  node: Acts,
  scope: Scope,
): ReadonlyArray<{ readonly id: string; readonly since: CivilDate.CivilDate }> =>
  node.suspensions.flatMap(({ id, kinds }) => {
    const day = today(wide(scope))
    const running = kinds
      .flatMap((kind) => factsOf(scope, kind))
      .filter((fact) => fact.absent === undefined && CivilDate.compare(fact.on, day) <= 0 && runsOn(fact, day))
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
  list: ReadonlyArray<Claim>,
  held: ReturnType<typeof suspended>,
  bound: (value: Value.Numeric) => Exact.Exact | null,
  /** What is left of a claim at this end where it is not known which line of its act counts. */
  leftOf: (index: number) => Exact.Exact | null | undefined,
): Settlement => {
  const asked = list.map((one, index) => {
    const left = leftOf(index)
    return left === undefined ? bound(one.requested) : left
  })
  let lines: ReadonlyArray<Settled> = list.map((claim, index) => {
    const requested = asked[index] ?? Exact.zero
    return { claim, requested, granted: requested, cuts: [] }
  })
  if (node.sameAct === "largestRequested") lines = largestOnly(lines, (index) => leftOf(index) !== undefined)
  lines = lines.map((one) => {
    const hold = held.find(({ since }) => CivilDate.compare(one.claim.fact.on, since) >= 0)
    return hold === undefined || Exact.sign(one.granted) <= 0 ? one : cut(one, "suspension", hold.id, Exact.zero)
  })
  const made: Array<Adjustment> = []
  const there = new Set(list.map(({ act }) => act.id))
  const caps = node.caps.filter(({ of }) => of.some((id) => there.has(id)))
  for (const cap of innerFirst(caps)) lines = capped(cap, lines, made)
  const total = Exact.sum([...lines.map(({ granted }) => granted), ...made.map(({ by }) => by)])
  return { total: asked.includes(null) ? null : total, lines, adjustments: made }
}

const cut = (one: Settled, by: Cut["by"], id: string, granted: Exact.Exact): Settled =>
  Exact.equals(granted, one.granted)
    ? one
    : { ...one, granted, cuts: [...one.cuts, { by, id, took: Exact.subtract(one.granted, granted) }] }

const size = (q: Exact.Exact): Exact.Exact => (Exact.sign(q) < 0 ? Exact.negate(q) : q)

const largestOnly = (lines: ReadonlyArray<Settled>, isLeft: (index: number) => boolean): ReadonlyArray<Settled> => {
  const best = new Map<string, Settled>()
  const indices = new Map(lines.map((one, index) => [one, index]))
  const keyOf = (one: Settled) => {
    const index = indices.get(one) ?? 0
    return isLeft(index) ? `left ${index}` : `${Exact.sign(one.requested)} ${deed(one.claim.fact)}`
  }
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

const capped = (cap: Cap, lines: ReadonlyArray<Settled>, made: Array<Adjustment>): ReadonlyArray<Settled> => {
  const [floor, roof] = [cap.min, cap.max].map((q) => (q === undefined ? undefined : Exact.parseUnsafe(q)))
  const of = new Set(cap.of)
  const running = new Map<string, Exact.Exact>()
  const likes = new Map<string, number>()
  const next = lines.map((one, index) => {
    if (!of.has(one.claim.act.id) || !isOn(cap.on, one.granted)) return one
    const bucket = bucketOf(cap, one, index)
    if (bucket === undefined) return one
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
      if (one === undefined || !inner.of.every((id) => of.has(id))) continue
      const bucket = bucketOf(cap, one, like) ?? ""
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

/** The span a line is capped in; none where its day is not known, so that the line is held back by nothing. */
const bucketOf = (cap: Cap, one: Settled, index: number): string | undefined => {
  if (cap.per === "line") return String(index)
  if (cap.per === "period") return "period"
  return one.claim.day === undefined ? undefined : Period.key(one.claim.day, cap.per)
}

/** The lines among which several that are not known, or one without bound, take from one another and from whom they do. */
const entanglement = (node: Acts, list: ReadonlyArray<Claim>, open: ReadonlyArray<Claim>): ReadonlySet<Claim> => {
  const isBounded = ({ requested }: Claim) => Value.low(requested) !== null && Value.high(requested) !== null
  if (open.length < 2 && open.every(isBounded)) return new Set()
  const found = new Set(open)
  for (const one of found) for (const other of list) if (!found.has(other) && meet(node, one, other)) found.add(other)
  const all = [...found]
  return new Set(all.filter((one) => all.some((other) => other !== one && meet(node, one, other))))
}

/** Whether one line may take from another: they are about one act, or share a cap on what lines give or take. */
const meet = (node: Acts, one: Claim, other: Claim): boolean =>
  (node.sameAct === "largestRequested" && deed(one.fact) === deed(other.fact)) ||
  node.caps.some(({ on, of }) => on !== "net" && of.includes(one.act.id) && of.includes(other.act.id))

/**
 * What is left of a line, at least and at most, where it is not known which line of its act counts and the lines fare
 * differently afterwards; elsewhere the two ends of what they ask for decide.
 */
const contested = (
  node: Acts,
  same: ReadonlyArray<Claim>,
  one: Claim,
): readonly [Exact.Exact | null, Exact.Exact | null] | undefined => {
  const rivals = same.filter((other) => other !== one)
  const all = [one, ...rivals]
  if (rivals.length === 0 || all.every(({ requested }) => requested.is === "known")) return undefined
  if (rivals.every((other) => fareAlike(node, one, other))) return undefined
  const sided = (sign: 1 | -1): readonly [Exact.Exact | null, Exact.Exact | null] => {
    const ends = (claim: Claim) => {
      const turned = Value.scale(Exact.integerUnsafe(sign), claim.requested)
      return [Value.low(turned), Value.high(turned)] as const
    }
    const [least, most] = ends(one)
    const beats = (a: Exact.Exact | null, b: Exact.Exact | null) => a !== null && b !== null && Exact.compare(a, b) > 0
    const mayCount = !rivals.some((other) => beats(ends(other)[0], most))
    const mustCount = rivals.every((other) => beats(least, ends(other)[1]))
    const floor = (q: Exact.Exact | null) => (q === null ? null : Exact.max(q, Exact.zero))
    return [mustCount ? floor(least ?? Exact.zero) : Exact.zero, mayCount ? floor(most) : Exact.zero]
  }
  const [gives, takes] = [sided(1), sided(-1)]
  const less = (q: Exact.Exact | null) => (q === null ? null : Exact.negate(q))
  const net = (plus: Exact.Exact | null, minus: Exact.Exact | null) =>
    plus === null || minus === null ? null : Exact.add(plus, minus)
  return [net(gives[0], less(takes[1])), net(gives[1], less(takes[0]))]
}

/** Whether what follows the choice within an act treats two lines in the same way: same day, same caps. */
const fareAlike = (node: Acts, one: Claim, other: Claim): boolean =>
  one.fact.on === other.fact.on &&
  one.day === other.day &&
  node.caps.every(({ of }) => of.includes(one.act.id) === of.includes(other.act.id))

/** One line; `why` where others that are not known may take from it, so that it gives anything up to what it asks for. */
const line = (
  one: Claim,
  low: Settlement,
  high: Settlement,
  index: number,
  why: ReadonlyArray<string> | undefined,
): Line => {
  const [a, b] = [low.lines[index], high.lines[index]]
  const isOpen = why !== undefined
  const asked = isOpen ? Value.hull([one.requested, Value.zero]) : one.requested
  const [least, most] = [a?.granted ?? Exact.zero, b?.granted ?? Exact.zero]
  const ends = [Value.low(asked) === null ? most : least, Value.high(asked) === null ? least : most] as const
  const from = isOpen || Value.low(asked) === null ? Value.low(asked) : Exact.min(...ends)
  const to = isOpen || Value.high(asked) === null ? Value.high(asked) : Exact.max(...ends)
  const granted = Value.between(from, to, why ?? Value.because(asked))
  const took = granted.is === "known" && one.requested.is === "known" ? (a?.cuts ?? []) : []
  return {
    act: one.act.id,
    fact: one.fact.id,
    on: one.fact.on,
    parts: one.parts,
    requested: one.requested,
    granted,
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
