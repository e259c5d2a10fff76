/**
 * Evaluation (求值) of expressions, slow and obvious: each operator as its definition says, over numbers and intervals.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Period from "../foundation/Period.js"
import * as Rounding from "../foundation/Rounding.js"
import { because, decide } from "./Condition.js"
import type {
  AbsentPolicy,
  AbsentRule,
  Case,
  Curve,
  Domain,
  Expression,
  FactLeaf,
  FieldLeaf,
  Over,
  Peers,
  Ratio,
  ResultLeaf,
  Sum,
} from "./Expression.js"
import type { Fact } from "./Fact.js"
import { countOf, heldOf, turnsOf } from "./Holding.js"
import * as Lines from "./Lines.js"
import { curveAt, curveOver } from "./Pieces.js"
import * as Placing from "./Placing.js"
import * as Value from "./Value.js"
import {
  factsOf,
  frozen,
  groupOf,
  ifAtAll,
  isClosed,
  keyOf,
  ofPeer,
  own,
  type Path,
  type Peer,
  peerScope,
  peersOf,
  placeOf,
  type Scope,
  touches,
  type Verdict,
} from "./World.js"

// ---------------------------------------------------------------- operations

/** The value of an expression in a scope; what it found on the way goes to the scope's trace. @internal */
export const read = (e: Expression, scope: Scope, path: Path): Value.Value => {
  const found = valueOf(e, scope, path)
  const value = found.is === "between" ? supposed(e, scope, found) : found
  scope.trace?.value(path, scope, e, value)
  return value
}

const supposed = (e: Expression, scope: Scope, open: Value.Between): Value.Value => {
  const { supposed: told } = scope.world
  const q = told?.subject === scope.subject.id ? told.value(e, scope, open) : undefined
  return q === undefined ? open : Value.known(q)
}

const valueOf = (e: Expression, scope: Scope, path: Path): Value.Value => {
  switch (e.op) {
    case "const":
      return Value.known(Exact.parseUnsafe(e.q))
    case "fact":
      return factLeaf(e, scope, path)
    case "param":
      return stated(own(scope.subject.parameters, e.name), e.domain, e.name)
    case "result":
      return resultLeaf(e, scope)
    case "field":
      return fieldLeaf(e, scope)
    case "requested":
      return scope.requested ?? Value.conflict("rules.outsideLines", {})
    case "badges":
      return badgeCount(scope)
    case "ref":
      return reference(e.to, scope)
    case "sum":
      return sum(e, scope, path)
    case "min":
    case "max": {
      const parts = e.of.map((part, index) => read(part, scope, [...path, "of", index]))
      return Value.obstacle(parts) ?? Value.numbers(parts).reduce(e.op === "min" ? Value.least : Value.greatest)
    }
    case "times": {
      const parts = [read(e.by, scope, [...path, "by"]), read(e.e, scope, [...path, "e"])]
      return Value.obstacle(parts) ?? Value.numbers(parts).reduce(Value.multiply)
    }
    case "ratio":
      return ratio(e, scope, path)
    case "curve":
      return curve(e, scope, path)
    case "acts": {
      const [value, lines] = Lines.evaluate(e, scope, path, read)
      scope.trace?.lines(path, scope, lines)
      return value
    }
    case "over":
      return over(e, scope, path)
    case "peers":
      return peers(e, scope, path)
    case "case":
      return decisionTable(e, scope, path)
    case "round": {
      const value = read(e.e, scope, [...path, "e"])
      const step = Exact.parseUnsafe(e.step)
      return Value.isNumeric(value) ? Value.rising(value, (q) => Rounding.round(q, e.mode, step), step) : value
    }
  }
}

const badgeCount = (scope: Scope): Value.Value => {
  const { badges } = scope.world
  const earned = earnedBy(scope)
  const held = heldOf(badges, earned)
  const open = badges.flatMap(({ id, when }, index) =>
    held.get(id) === "unknown" ? because(when, scope, ["badges", index, "when"], read) : [],
  )
  const counts = turnsOf(earned).map((turn) => countOf(heldOf(badges, turn), "yes"))
  const ends = [countOf(held, "yes"), countOf(held, "yes", "unknown")] as const
  return counts.length === 0 ? Value.between(...ends, open, Exact.one) : Value.oneOf(counts, open)
}

const earnedBy = (scope: Scope): ReadonlyArray<Verdict> =>
  scope.world.badges.map(({ when }, index) => decide(when, scope, ["badges", index, "when"], read))

/** Which badges a subject holds: each by itself, once those it needs are held. @internal */
export const badgesOf = (scope: Scope): ReadonlyArray<{ readonly badge: string; readonly held: Verdict }> =>
  [...heldOf(scope.world.badges, earnedBy(scope))].map(([badge, held]) => ({ badge, held }))

const unknown = (domain: Domain, what: string): Value.Value =>
  Value.between(bound(domain.min), bound(domain.max), [what], Exact.parseUnsafe(domain.step))

const bound = (q: string | null): Exact.Exact | null => (q === null ? null : Exact.parseUnsafe(q))

const stated = (text: string | undefined, domain: Domain, what: string): Value.Value =>
  text === undefined ? unknown(domain, what) : within(Exact.parseUnsafe(text), domain, what)

/** A number off the leaf's lattice or bounds is a conflict: the rule was not written for it. */
const within = (q: Exact.Exact, domain: Domain, what: string): Value.Value => {
  const [min, max] = [bound(domain.min), bound(domain.max)]
  const inside = (min === null || Exact.compare(q, min) >= 0) && (max === null || Exact.compare(q, max) <= 0)
  if (!inside) return Value.conflict("rules.outOfDomain", { what, value: Exact.text(q) })
  return Rounding.isMultiple(q, Exact.parseUnsafe(domain.step))
    ? Value.known(q)
    : Value.conflict("rules.offLattice", { what, value: Exact.text(q), step: domain.step })
}

const resultLeaf = (e: ResultLeaf, scope: Scope): Value.Value => {
  const result = frozen(scope, e.book, e.at)
  if (result === undefined) return Value.absent("new")
  return stated(own(result.values, e.node), e.domain, `${e.book}.${e.node}`)
}

const fieldLeaf = (e: FieldLeaf, scope: Scope): Value.Value =>
  scope.fact === undefined
    ? Value.conflict("rules.outsideLines", {})
    : valueIn(scope.fact, e.field, e.domain, e.decidedBy)

const valueIn = (fact: Fact, field: string, domain: Domain, decidedBy: string | undefined): Value.Value => {
  if (decidedBy !== undefined && (fact.decidedBy === undefined || fact.reason === undefined)) {
    return Value.conflict("rules.undecided", { fact: fact.id, by: decidedBy })
  }
  return stated(own(fact.values, field), domain, `${fact.kind}.${field}`)
}

const factLeaf = (e: FactLeaf, scope: Scope, path: Path): Value.Value => {
  const all = factsOf(scope, e.kind).filter((fact) => touches(fact, scope))
  const fits = all.map((fact) => {
    const where = e.where === undefined ? "yes" : decide(e.where, { ...scope, fact }, [...path, "where"], read)
    return ifAtAll(where, fact, scope)
  })
  scope.trace?.facts(all.flatMap(({ id }, index) => (fits[index] === "no" ? [] : [id])))
  const none = all.flatMap(({ absent }, index) => (fits[index] === "no" ? [] : (absent ?? []))).sort()
  const [why] = none.filter((absent) => absent !== "unknown")
  if (why !== undefined) return Value.absent(why)
  if (none.length > 0) return unknown(e.domain, e.kind)
  const facts = all.filter((_, index) => fits[index] !== "no")
  const open = all.filter((_, index) => fits[index] === "unknown")
  if (e.take === "count" || e.take === "sum") return total(e, scope, facts, open)
  const field = e.field ?? "value"
  const last = facts.at(-1)
  if (last === undefined) return unknown(e.domain, e.kind)
  if (open.length > 0) return anyOf(e, facts, open)
  if (e.take === "latest") return valueIn(last, field, e.domain, e.decidedBy)
  const told = new Set(facts.flatMap((fact) => own(fact.values, field) ?? []))
  if (told.size > 1) return Value.conflict("rules.severalFacts", { kind: e.kind, count: facts.length })
  const values = facts.map((fact) => valueIn(fact, field, e.domain, e.decidedBy))
  return Value.obstacle(values) ?? Value.hull(Value.numbers(values))
}

/** The only or latest value while it is not known of some facts whether they are meant. */
const anyOf = (e: FactLeaf, facts: ReadonlyArray<Fact>, open: ReadonlyArray<Fact>): Value.Value => {
  const certain = facts.findLastIndex((fact) => !open.includes(fact))
  const meant = e.take === "latest" ? facts.slice(Math.max(certain, 0)) : facts
  const values = meant.map((fact) => valueIn(fact, e.field ?? "value", e.domain, e.decidedBy))
  const none = certain < 0 ? [unknown(e.domain, e.kind)] : []
  return Value.obstacle(values) ?? Value.blame(Value.hull(Value.numbers([...values, ...none])), [e.kind])
}

/** How many facts, or the sum of a field; open to above until the register is closed. */
const total = (e: FactLeaf, scope: Scope, facts: ReadonlyArray<Fact>, open: ReadonlyArray<Fact>): Value.Value => {
  const parts = facts.map((fact): Value.Value => {
    const part = e.take === "count" ? Value.known(Exact.one) : summand(own(fact.values, e.field ?? "value"), e)
    return open.includes(fact) && Value.isNumeric(part) ? Value.blame(Value.hull([part, Value.zero]), [e.kind]) : part
  })
  const obstacle = Value.obstacle(parts)
  if (obstacle !== undefined) return obstacle
  const sum = Value.numbers(parts).reduce(Value.add, Value.zero)
  const [min, max] = [bound(e.domain.min), bound(e.domain.max)]
  if (isClosed(scope, e.kind, e.closedBy)) {
    return sum.is === "known" ? within(sum.q, e.domain, e.kind) : Value.inside(sum, min, max)
  }
  const least = min === null || Exact.sign(min) < 0 ? min : Value.low(sum)
  if (least !== null && max !== null && Exact.compare(least, max) > 0) {
    return Value.conflict("rules.outOfDomain", { what: e.kind, value: Exact.text(least) })
  }
  const step = e.take === "count" ? Exact.one : Exact.parseUnsafe(e.domain.step)
  return Value.between(least, max, [...Value.because(sum), e.kind], step)
}

/** A part of a sum lies on its lattice; the bounds are for the whole, but parts of a sum from nought up are no less. */
const summand = (text: string | undefined, { domain, kind }: FactLeaf): Value.Value => {
  const mayFall = domain.min === null || Exact.sign(Exact.parseUnsafe(domain.min)) < 0
  const step = Exact.parseUnsafe(domain.step)
  if (text === undefined) return Value.between(mayFall ? null : Exact.zero, null, [kind], step)
  const q = Exact.parseUnsafe(text)
  if (Exact.sign(q) < 0 && !mayFall) return Value.conflict("rules.outOfDomain", { what: kind, value: text })
  return Rounding.isMultiple(q, step)
    ? Value.known(q)
    : Value.conflict("rules.offLattice", { what: kind, value: text, step: domain.step })
}

const reference = (to: string, scope: Scope): Value.Value => {
  const node = scope.world.nodes.get(to)
  if (node === undefined) return Value.conflict("rules.noSuchNode", { id: to })
  const key = JSON.stringify([to, scope.subject.id, scope.rests !== undefined, ...placeOf(scope)])
  const memo = scope.world.memo.get(key)
  if (memo !== undefined) return memo
  const { trace: _, ...bare } = scope
  const value = read(node.e, bare, node.path)
  scope.world.memo.set(key, value)
  return value
}

const sum = (e: Sum, scope: Scope, path: Path): Value.Value => {
  const parts = e.of.map(({ w, e: part }, index) => {
    const weight = Exact.parseUnsafe(w)
    const value = read(part, scope, [...path, "of", index, "e"])
    return { weight, value: standIn(value, e.absent ?? {}, part, scope, [...path, "of", index, "e"]) }
  })
  const present = parts.filter((part) => part.value !== "reweight")
  const values = present.map(({ value }) => value as Value.Value)
  const obstacle = Value.obstacle(values)
  if (obstacle !== undefined) return obstacle
  const whole = Exact.sum(parts.map(({ weight }) => weight))
  const left = Exact.sum(present.map(({ weight }) => weight))
  if (present.length < parts.length && Exact.sign(left) === 0) return Value.absent("notApplicable")
  const factor = present.length === parts.length ? Exact.one : Exact.divideUnsafe(whole, left)
  return present.reduce<Value.Numeric>((total, { weight, value }) => {
    const part = value as Value.Value
    return Value.isNumeric(part) ? Value.add(total, Value.scale(Exact.multiply(weight, factor), part)) : total
  }, Value.zero)
}

/** What stands in for a part that is absent, or unknown where the policy names the unknown. */
const standIn = (
  value: Value.Value,
  policy: AbsentPolicy,
  part: Expression,
  scope: Scope,
  path: Path,
): Value.Value | "reweight" => {
  const rule: AbsentRule | undefined =
    value.is === "absent" ? policy[value.why] : value.is === "between" ? policy.unknown : undefined
  if (rule === undefined || rule === "interval") return value
  if (rule === "apart") return Value.absent(value.is === "absent" ? value.why : "unknown")
  if (rule === "reweight") return "reweight"
  if ("value" in rule) return Value.known(Exact.parseUnsafe(rule.value))
  const { peersMean } = rule
  return together([...path, "absent"], scope, () => meanOf(others(part, scope, peersMean, path)))
}

/** What a subject takes from its peers as a whole, noted for whoever has to recheck it without their facts. */
const together = (path: Path, scope: Scope, find: () => Value.Value): Value.Value => {
  const key = keyOf(path, scope)
  const value = Value.ends(scope.world.others?.together(scope.subject.id, key) ?? find())
  scope.rests?.set(key, value)
  return value
}

const others = (e: Expression, scope: Scope, group: string | null, path: Path): ReadonlyArray<Value.Value> =>
  valuesOfPeers(e, scope, group, path).flatMap(({ subject, value }) => (subject.id === scope.subject.id ? [] : [value]))

/** What all who share the label have of a node; the same for each of them, so it is read once. */
const valuesOfPeers = (e: Expression, own: Scope, group: string | null, path: Path): ReadonlyArray<Peer> => {
  const key = keyOfPeers(own, group, path)
  const memo = own.world.peers.get(key)
  if (memo !== undefined) return memo
  const found = peersOf(own, group).map((subject) => {
    const scope = peerScope(own, subject)
    return { subject, value: ofPeer(path, scope, () => read(e, scope, path)) }
  })
  own.world.peers.set(key, found)
  return found
}

const keyOfPeers = (scope: Scope, group: string | null, path: Path): string =>
  JSON.stringify([path, ...placeOf(scope), group, groupOf(scope.subject, group)])

/** The mean of the numbers among them; a conflict stays one, and of no numbers there is no mean. */
const meanOf = (values: ReadonlyArray<Value.Value>): Value.Value => {
  const conflict = values.find(({ is }) => is === "conflict")
  if (conflict !== undefined) return conflict
  const numbers = Value.numbers(values)
  if (numbers.length === 0) return Value.absent("notApplicable")
  const share = Exact.divideUnsafe(Exact.one, Exact.integerUnsafe(numbers.length))
  return Value.scale(share, numbers.reduce(Value.add))
}

const over = (e: Over, scope: Scope, path: Path): Value.Value => {
  const parts = Period.split(scope.window, e.each).map((window) => {
    const inside = { ...scope, window }
    return standIn(read(e.e, inside, [...path, "e"]), e.absent, e.e, inside, [...path, "e"])
  })
  const present = parts.filter((part): part is Value.Value => part !== "reweight")
  const obstacle = Value.obstacle(present)
  if (obstacle !== undefined) return obstacle
  if (present.length === 0) return Value.absent("notApplicable")
  const whole = Value.numbers(present).reduce(Value.add, Value.zero)
  const count = Exact.integerUnsafe(present.length)
  if (e.fold === "mean") return Value.scale(Exact.divideUnsafe(Exact.one, count), whole)
  return present.length === parts.length
    ? whole
    : Value.scale(Exact.divideUnsafe(Exact.integerUnsafe(parts.length), count), whole)
}

const ratio = (e: Ratio, scope: Scope, path: Path): Value.Value => {
  const parts = [read(e.num, scope, [...path, "num"]), read(e.den, scope, [...path, "den"])]
  const obstacle = Value.obstacle(parts)
  if (obstacle !== undefined) return obstacle
  const [num, den] = Value.numbers(parts)
  if (num === undefined || den === undefined) return Value.absent("unknown")
  const empty = typeof e.empty === "string" ? Value.absent(e.empty) : Value.known(Exact.parseUnsafe(e.empty.value))
  const value = Value.divide(num, den)
  if (value === undefined) return empty
  if (!Value.mayBeZero(den)) return value
  const why = [...Value.because(num), ...Value.because(den)]
  return empty.is === "absent" ? Value.between(null, null, why) : Value.blame(Value.hull([value, empty]), why)
}

const curve = (e: Curve, scope: Scope, path: Path): Value.Value => {
  const of = read(e.of, scope, [...path, "of"])
  if (!Value.isNumeric(of)) return of
  return of.is === "known" ? curveAt(e, of.q) : curveOver(e, of)
}

const decisionTable = (e: Case, scope: Scope, path: Path): Value.Value => {
  const rows = e.rows.flatMap(({ when, gives }, index) => {
    const at: Path = [...path, "rows", index]
    const fits = decide(when, scope, [...at, "when"], read)
    if (fits === "no") return []
    const why = fits === "yes" ? [] : because(when, scope, [...at, "when"], read)
    return [{ certain: fits === "yes", why, value: read(gives, scope, [...at, "gives"]) }]
  })
  const certain = rows.filter((row) => row.certain).map(({ value }) => value)
  const possible = rows.map(({ value }) => value)
  if (certain.length === 0) {
    if (e.otherwise !== null) possible.push(read(e.otherwise, scope, [...path, "otherwise"]))
    else if (possible.length === 0) return Value.conflict("rules.noRow", {})
  }
  const obstacle = Value.obstacle(possible)
  if (obstacle !== undefined) return obstacle
  const exact = certain.flatMap((value) => (value.is === "known" ? [value.q] : []))
  if (exact.some((q) => !Exact.equals(q, exact[0] ?? q))) {
    return Value.conflict("rules.severalRows", { count: certain.length })
  }
  return Value.blame(
    Value.hull(Value.numbers(possible)),
    rows.flatMap(({ why }) => why),
  )
}

const peers = (e: Peers, scope: Scope, path: Path): Value.Value => {
  const value = read(e.e, scope, [...path, "e"])
  if (e.fold === "rank" && !Value.isNumeric(value)) return value
  return together(path, scope, () => amongPeers(e, scope, path))
}

const amongPeers = (e: Peers, scope: Scope, path: Path): Value.Value => {
  const key = keyOfPeers(scope, e.group, path)
  if (e.fold === "rank") {
    const places = scope.world.places.get(key) ?? placesOfPeers(e, scope, path)
    scope.world.places.set(key, places)
    return places.get(scope.subject.id) ?? Value.absent("notApplicable")
  }
  const memo = scope.world.memo.get(key)
  if (memo !== undefined) return memo
  const values = valuesOfPeers(e.e, scope, e.group, [...path, "e"]).map((peer) => peer.value)
  const found = folded(e, values)
  scope.world.memo.set(key, found)
  return found
}

const folded = ({ fold, best }: Peers, values: ReadonlyArray<Value.Value>): Value.Value => {
  if (fold === "mean") return meanOf(values)
  if (fold === "best") return bestOf(values, best)
  const conflict = values.find(({ is }) => is === "conflict")
  if (conflict !== undefined) return conflict
  const numbers = Value.numbers(values)
  return fold === "count" ? Value.known(Exact.integerUnsafe(numbers.length)) : numbers.reduce(Value.add, Value.zero)
}

const bestOf = (values: ReadonlyArray<Value.Value>, best: Peers["best"]): Value.Value => {
  const conflict = values.find(({ is }) => is === "conflict")
  if (conflict !== undefined) return conflict
  const numbers = Value.numbers(values)
  return numbers.length === 0
    ? Value.absent("notApplicable")
    : numbers.reduce(best === "high" ? Value.greatest : Value.least)
}

const placesOfPeers = (e: Peers, own: Scope, path: Path): ReadonlyMap<string, Value.Value> => {
  const all = valuesOfPeers(e.e, own, e.group, [...path, "e"])
  const conflict = all.find(({ value }) => value.is === "conflict")
  if (conflict !== undefined) return new Map(all.map(({ subject }) => [subject.id, conflict.value]))
  const entrants = all.flatMap(({ subject, value }) =>
    Value.isNumeric(value) ? [{ id: subject.id, value, scope: peerScope(own, subject) }] : [],
  )
  return new Map(
    Placing.places(entrants, e.best, e.ties, path, read).map(({ id, value, open, tied }) => [
      id,
      open ? Value.conflict("rules.tieOpen", { tied }) : value,
    ]),
  )
}
