/**
 * Differences of trees (计分式差异): what two expressions have node by node that is not the same.
 *
 * @since 0.1.0
 */
import { pointer } from "../foundation/Fault.js"
import {
  clauses,
  type Difference,
  either,
  isSame,
  listed,
  type Mix,
  type Note,
  ordered,
  type Part,
  pairs,
} from "./Difference.js"
import type { Acts, Case, Curve, Expression, Sum } from "./Expression.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- getters

/** The parts of a node that are trees themselves, or lists of clauses. */
const BELOW: ReadonlySet<string> = /* @__PURE__ */ new Set([
  "e",
  "by",
  "num",
  "den",
  "of",
  "pieces",
  "rows",
  "otherwise",
  "acts",
  "caps",
  "validity",
  "suspensions",
])

const ownOf = (e: Expression): Record<string, unknown> =>
  Object.fromEntries(Object.entries(e).filter(([name]) => !BELOW.has(name)))

const named = (e: Expression, path: Path): Omit<Difference, "key" | "is" | "part"> => ({
  path: pointer(path),
  ...(e.id === undefined ? {} : { id: e.id }),
  ...(e.label === undefined ? {} : { label: e.label }),
})

/** A tree node by node; where the operators differ, the whole of what is below. @internal */
export const tree = (note: Note, a: Expression, b: Expression, path: Path): Mix<Expression> => {
  if (isSame(a, b)) return () => b
  if (a.op !== b.op) {
    const key = note({ part: "node", ...named(b, path) }, { a, b })
    return (chosen) => (chosen.has(key) ? b : a)
  }
  const isAlike = isSame(ownOf(a), ownOf(b))
  const own = isAlike ? undefined : note({ part: "node", ...named(b, path) }, { a, b })
  const below = Object.entries(partsOf(note, a, b, path))
  return (chosen) =>
    Object.assign(
      {},
      own !== undefined && !chosen.has(own) ? a : b,
      Object.fromEntries(below.map(([name, mix]) => [name, mix(chosen)])),
    )
}

const partsOf = (note: Note, a: Expression, b: Expression, path: Path): Record<string, Mix<unknown>> => {
  const child = (name: string, x: Expression, y: Expression) => ({ [name]: tree(note, x, y, [...path, name]) })
  if (a.op === "sum" && b.op === "sum") return { of: terms(note, a, b, path) }
  if ((a.op === "min" || a.op === "max") && a.op === b.op) {
    return { of: operands(note, a.of, b.of, [...path, "of"]) }
  }
  if (a.op === "times" && b.op === "times") return { ...child("by", a.by, b.by), ...child("e", a.e, b.e) }
  if (a.op === "ratio" && b.op === "ratio") return { ...child("num", a.num, b.num), ...child("den", a.den, b.den) }
  if (a.op === "curve" && b.op === "curve") {
    return { ...child("of", a.of, b.of), pieces: pieces(note, "piece", a.pieces, b.pieces, [...path, "pieces"]) }
  }
  if ((a.op === "over" && b.op === "over") || (a.op === "peers" && b.op === "peers")) return child("e", a.e, b.e)
  if (a.op === "round" && b.op === "round") return child("e", a.e, b.e)
  if (a.op === "case" && b.op === "case") return cases(note, a, b, path)
  return a.op === "acts" && b.op === "acts" ? lines(note, a, b, path) : {}
}

const terms = (note: Note, a: Sum, b: Sum, path: Path): Mix<unknown> =>
  listed(
    pairs(a.of, b.of, ({ e }) => e.id),
    (pair) => {
      const { e } = pair.b ?? pair.a ?? { e: b }
      const at: Path = [
        ...path,
        "of",
        pair.b === undefined ? a.of.indexOf(pair.a ?? { w: "", e }) : b.of.indexOf(pair.b),
      ]
      const { a: before, b: after } = pair
      if (before === undefined || after === undefined) {
        const cited = {
          ...(before === undefined ? {} : { a: before.e }),
          ...(after === undefined ? {} : { b: after.e }),
        }
        return either(pair, note({ part: "node", ...named(e, [...at, "e"]) }, cited))
      }
      const key =
        before.w === after.w ? undefined : note({ part: "weight", ...named(e, at) }, { a: before.e, b: after.e })
      const inner = tree(note, before.e, after.e, [...at, "e"])
      return (chosen) => ({ w: key !== undefined && !chosen.has(key) ? before.w : after.w, e: inner(chosen) })
    },
  )

const operands = (note: Note, a: ReadonlyArray<Expression>, b: ReadonlyArray<Expression>, path: Path): Mix<unknown> =>
  listed(pairs(a, b), (pair) => {
    const { a: before, b: after } = pair
    const at: Path = [...path, after === undefined ? a.indexOf(before as Expression) : b.indexOf(after)]
    if (before !== undefined && after !== undefined) return tree(note, before, after, at)
    return either(pair, note({ part: "node", ...named((after ?? before) as Expression, at) }, pair))
  })

/** Rows of a table, which have no ids. */
const pieces = <A extends Curve["pieces"][number] | Case["rows"][number] | Acts["validity"][number]>(
  note: Note,
  part: Part,
  a: ReadonlyArray<A>,
  b: ReadonlyArray<A>,
  path: Path,
): Mix<unknown> =>
  listed(pairs(a, b), (pair) => {
    const at: Path = [...path, pair.b === undefined ? a.indexOf(pair.a as A) : b.indexOf(pair.b)]
    return either(pair, note({ part, path: pointer(at) }, pair))
  })

const cases = (note: Note, a: Case, b: Case, path: Path): Record<string, Mix<unknown>> => {
  const rows = pieces(note, "row", a.rows, b.rows, [...path, "rows"])
  const at: Path = [...path, "otherwise"]
  if (a.otherwise !== null && b.otherwise !== null) return { rows, otherwise: tree(note, a.otherwise, b.otherwise, at) }
  if (a.otherwise === b.otherwise) return { rows, otherwise: () => null }
  const key = note({ part: "row", path: pointer(at) }, { a: a.otherwise ?? undefined, b: b.otherwise ?? undefined })
  return { rows, otherwise: (chosen) => (chosen.has(key) ? b.otherwise : a.otherwise) }
}

const lines = (note: Note, a: Acts, b: Acts, path: Path): Record<string, Mix<unknown>> => {
  const largest = a.sameAct === "largestRequested" || b.sameAct === "largestRequested"
  return {
    acts: (largest ? ordered : clauses)(note, "act", [...path, "acts"], a.acts, b.acts),
    caps: clauses(note, "cap", [...path, "caps"], a.caps, b.caps),
    validity: pieces(note, "validity", a.validity, b.validity, [...path, "validity"]),
    suspensions: clauses(note, "suspension", [...path, "suspensions"], a.suspensions, b.suspensions),
  }
}
