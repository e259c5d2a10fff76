/**
 * Bearing (作用方向): which way the score moves when a node of the book rises, by all the ways that lead from it to the
 * score.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import { after, joined, type Rise } from "./Dependence.js"
import type { Curve, Expression, When } from "./Expression.js"
import * as Ladder from "./Ladder.js"
import * as Span from "./Span.js"
import type { Ground } from "./Unknowns.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- operations

/** How the score moves with every node that it reads, by pointer; a node that it does not read is not named. @internal */
export const of = (from: Ground): ReadonlyMap<string, Rise> => {
  const found = new Map<string, Rise>()
  const paths = new Map(from.context.nodes.map(({ e, path }) => [e, path]))
  const pass = (e: Expression, path: Path, rise: Rise): void => {
    const name = pointer(path)
    const before = found.get(name)
    const next = before === undefined ? rise : joined([before, rise])
    if (before === next) return
    found.set(name, next)
    for (const [part, keys, own] of below(from, e, path)) pass(part, [...path, ...keys], after(own, next))
    if (e.op === "case")
      for (const [index, { when }] of e.rows.entries()) hold(when, [...path, "rows", index, "when"], "both")
    if (e.op === "badges") {
      for (const [index, { when }] of from.book.badges.entries()) hold(when, ["badges", index, "when"], next)
    }
    if (e.op === "acts") {
      for (const [index, act] of e.acts.entries()) {
        pass(act.worth, [...path, "acts", index, "worth"], "both")
        if (act.when !== undefined) hold(act.when, [...path, "acts", index, "when"], "both")
      }
      for (const [index, { when }] of e.validity.entries()) hold(when, [...path, "validity", index, "when"], "both")
    }
    if (e.op === "fact" && e.where !== undefined) hold(e.where, [...path, "where"], "both")
    const node = e.op === "ref" ? from.context.reading.node(e.to) : undefined
    const to = node === undefined ? undefined : paths.get(node)
    if (node !== undefined && to !== undefined) pass(node, to, next)
  }
  /** `rise`: how the score moves when the condition comes to hold. */
  const hold = (when: When, path: Path, rise: Rise): void => {
    switch (when.test) {
      case "value":
        pass(when.e, [...path, "e"], after(rise, truthOf(when.on)))
        break
      case "not":
        hold(when.of, [...path, "of"], after("down", rise))
        break
      case "all":
      case "any":
      case "atLeast":
        for (const [index, part] of when.of.entries()) hold(part, [...path, "of", index], rise)
    }
  }
  pass(from.book.total, ["total"], "up")
  for (const [index, { when, does, repair }] of from.book.effects.entries()) {
    const isOnScore = [does, repair?.does].some((one) => one === "zero" || (typeof one === "object" && "deduct" in one))
    if (!isOnScore) continue
    hold(when, ["effects", index, "when"], repair === undefined ? "down" : "both")
    if (repair !== undefined) hold(repair.when, ["effects", index, "repair", "when"], "both")
  }
  return found
}

/** How a condition on a span moves with its number. */
const truthOf = (on: Span.Span): Rise => {
  const [low, high] = [Span.lower(on), Span.upper(on)]
  if (low !== undefined && high !== undefined) return "both"
  return low !== undefined ? "up" : high !== undefined ? "down" : "never"
}

type Below = ReadonlyArray<readonly [Expression, Path, Rise]>

/** How a node moves with each of its parts. */
const below = (from: Ground, e: Expression, path: Path): Below => {
  const isFromNought = (...keys: Path): boolean => {
    const extent = from.extents.get(pointer([...path, ...keys]))
    return extent?.numeric === true && extent.min !== null && Exact.sign(extent.min) >= 0
  }
  switch (e.op) {
    case "sum": {
      const isSplit =
        Object.values(e.absent ?? {}).includes("reweight") && e.of.some(({ w }) => Exact.sign(Exact.parseUnsafe(w)) < 0)
      return e.of.map((part, index) => [part.e, ["of", index, "e"], isSplit ? "both" : signed(part.w)])
    }
    case "min":
    case "max":
      return e.of.map((part, index) => [part, ["of", index], "up"])
    case "times":
      return [[e.e, ["e"], isFromNought("by") ? "up" : "both"]]
    case "ratio":
      return [
        [e.num, ["num"], isFromNought("den") ? "up" : "both"],
        [e.den, ["den"], isFromNought("num") && typeof e.empty === "string" ? "down" : "both"],
      ]
    case "round":
    case "over":
      return [[e.e, ["e"], "up"]]
    case "curve":
      return [[e.of, ["of"], trendOf(from, e, path)]]
    case "peers":
      return [
        [e.e, ["e"], placed(e)],
        ...e.ties.keys.map((key, index) => [key.e, ["ties", "keys", index, "e"], "both"] as const),
      ]
    case "case":
      return [
        ...e.rows.map((row, index) => [row.gives, ["rows", index, "gives"], "up"] as const),
        ...(e.otherwise === null ? [] : [[e.otherwise, ["otherwise"], "up"] as const]),
      ]
    default:
      return []
  }
}

const signed = (w: string): Rise => {
  const sign = Exact.sign(Exact.parseUnsafe(w))
  return sign > 0 ? "up" : sign < 0 ? "down" : "never"
}

const placed = ({ fold, best }: Extract<Expression, { op: "peers" }>): Rise =>
  fold === "count" ? "never" : fold !== "rank" ? "up" : best === "high" ? "down" : "up"

const trendOf = ({ extents }: Ground, e: Curve, path: Path): Rise => {
  const extent = extents.get(pointer([...path, "of"]))
  return extent?.numeric === true ? Ladder.trend(Ladder.treads(e.pieces, extent)) : "never"
}
