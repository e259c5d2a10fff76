/**
 * Conditions (条件) decided in three values: yes, no, or not yet known.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Expression, When } from "./Expression.js"
import * as Span from "./Span.js"
import * as Value from "./Value.js"
import { frozen, own, type Path, type Scope, type Verdict } from "./World.js"

// ---------------------------------------------------------------- models

/** How an expression inside a condition is read. @internal */
export type Read = (e: Expression, scope: Scope, path: Path) => Value.Value

// ---------------------------------------------------------------- decisions

/** @internal */
export const decide = (when: When, scope: Scope, path: Path, read: Read): Verdict => {
  switch (when.test) {
    case "is":
      return truth((own(scope.subject.labels, when.label) ?? []).some((value) => when.in.includes(value)))
    case "tag": {
      const tag = own(scope.fact?.tags, when.tag)
      return tag === undefined ? "no" : truth(when.in.includes(tag))
    }
    case "level": {
      const level = frozen(scope, when.book, when.at)?.level
      return truth(level !== undefined && when.in.includes(level))
    }
    case "value":
      return on(read(when.e, scope, [...path, "e"]), when.on)
    case "not":
      return opposite[decide(when.of, scope, [...path, "of"], read)]
    case "all":
    case "any":
    case "atLeast": {
      const parts = when.of.map((part, index) => decide(part, scope, [...path, "of", index], read))
      const needed = when.test === "all" ? parts.length : when.test === "any" ? 1 : when.n
      const yes = parts.filter((part) => part === "yes").length
      const open = parts.filter((part) => part === "unknown").length
      return yes >= needed ? "yes" : yes + open >= needed ? "unknown" : "no"
    }
  }
}

/** Whether a condition may hold, whatever is measured: whether it is about this subject and fact at all. @internal */
export const mayHold = (when: When, scope: Scope): boolean => decide(when, scope, [], anything) !== "no"

const anything: Read = () => Value.between(null, null, [])

const truth = (value: boolean): Verdict => (value ? "yes" : "no")

const opposite: Readonly<Record<Verdict, Verdict>> = { yes: "no", no: "yes", unknown: "unknown" }

/** The kinds of fact not yet known that a condition reads. @internal */
export const because = (when: When, scope: Scope, path: Path, read: Read): ReadonlyArray<string> => {
  switch (when.test) {
    case "value": {
      const { trace: _, ...bare } = scope
      const value = read(when.e, bare, [...path, "e"])
      return Value.isNumeric(value) ? Value.because(value) : []
    }
    case "not":
      return because(when.of, scope, [...path, "of"], read)
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap((part, index) => because(part, scope, [...path, "of", index], read))
    default:
      return []
  }
}

/**
 * Whether a value is on a span. What is absent is on none; a conflict leaves the question open. @internal
 */
export const on = (value: Value.Value, span: Span.Span): Verdict => {
  if (value.is === "absent") return "no"
  if (value.is === "conflict") return "unknown"
  if (value.is === "known") return truth(Span.contains(span, value.q))
  if (value.points !== undefined) {
    const within = value.points.filter((q) => Span.contains(span, q)).length
    return within === value.points.length ? "yes" : within === 0 ? "no" : "unknown"
  }
  if (isWithin(value, span)) return "yes"
  return isApart(value, span) ? "no" : "unknown"
}

const isWithin = ({ from, to }: Value.Between, span: Span.Span): boolean =>
  (from === null ? Span.lower(span) === undefined : Span.contains(lowerOnly(span), from)) &&
  (to === null ? Span.upper(span) === undefined : Span.contains(upperOnly(span), to))

/** Between two neighbours of its lattice a value is not, so that a span there holds none. */
const isApart = ({ from, to, step }: Value.Between, span: Span.Span): boolean => {
  if (step !== undefined) {
    const [first, last] = [Span.least(span, step), Span.greatest(span, step)]
    const [least, most] = [highest(from, first), lowest(to, last)]
    return least !== undefined && most !== undefined && Exact.compare(least, most) > 0
  }
  const [low, high] = [Span.lower(span), Span.upper(span)]
  if (to !== null && low !== undefined) {
    const order = Exact.compare(to, low.at)
    if (order < 0 || (order === 0 && !low.closed)) return true
  }
  if (from === null || high === undefined) return false
  const order = Exact.compare(from, high.at)
  return order > 0 || (order === 0 && !high.closed)
}

const highest = (end: Exact.Exact | null, other: Exact.Exact | undefined): Exact.Exact | undefined =>
  end === null ? other : other === undefined ? end : Exact.max(end, other)

const lowest = (end: Exact.Exact | null, other: Exact.Exact | undefined): Exact.Exact | undefined =>
  end === null ? other : other === undefined ? end : Exact.min(end, other)

const lowerOnly = ({ gt, ge }: Span.Span): Span.Span => (ge !== undefined ? { ge } : gt !== undefined ? { gt } : {})

const upperOnly = ({ lt, le }: Span.Span): Span.Span => (le !== undefined ? { le } : lt !== undefined ? { lt } : {})
