/**
 * Repairs of lines (条目修改建议): what a text could say instead where two lines fit one fact, or none does.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Boxes } from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Act, Acts, When } from "./Expression.js"
import { fieldsOf, spanOf, testsOf } from "./LinePairs.js"
import type { Line } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import * as Span from "./Span.js"
import * as Trial from "./Trial.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

/** @internal */
export type LineCode =
  | "lint.lineTwice"
  | "lint.lineContradiction"
  | "lint.linePosts"
  | "lint.lineOverlap"
  | "lint.lineGap"

/** A line with its place in the node and the alternatives of its condition. @internal */
export interface Placed {
  readonly act: Act
  readonly index: number
  readonly boxes: Boxes
}

/** A node of acts in its book. @internal */
export interface Node {
  readonly book: Rulebook
  readonly context: Trial.Context
  readonly node: Acts
  readonly path: Path
}

// ---------------------------------------------------------------- operations

/** What could be done about two lines that fit one fact. @internal */
export const repairOf = (
  at: Node,
  code: LineCode,
  [first, second]: readonly [Placed, Placed],
  lines: readonly [Line, Line],
): Defect.Repair | undefined => {
  const [a, b] = [first.act.id, second.act.id]
  switch (code) {
    case "lint.lineTwice":
      return twiceRepair(at, first, second)
    case "lint.lineContradiction":
      return {
        text: {
          zh: `由制定机关定下${a}与${b}以何者为准，删去另一条`,
          en: `settle which of ${a} and ${b} stands, and strike out the other`,
        },
      }
    case "lint.linePosts": {
      const [kept, lesser] = sizeOf(lines[0]) >= sizeOf(lines[1]) ? [first, second] : [second, first]
      return postRepair(at, kept, lesser)
    }
    default: {
      const field = [...fieldsOf(first.act), ...fieldsOf(second.act)][0]?.field
      const settled = {
        text: { zh: `写明同时适用${a}与${b}的按哪一条计`, en: `say which of ${a} and ${b} counts where both fit` },
      }
      return (field === undefined ? undefined : overlapRepair(at, field, first, second)) ?? settled
    }
  }
}

/** One line for all whom either is for. */
const twiceRepair = (at: Node, first: Placed, second: Placed): Defect.Repair => {
  const [a, b] = [first.act, second.act]
  const struck = removal(at, second)
  if (testsOf(a, "is") === testsOf(b, "is")) {
    return { text: { zh: `删去${b.id}，只留${a.id}`, en: `strike out ${b.id} and keep ${a.id}` }, patch: struck }
  }
  const path = [...at.path, "acts", first.index, "when"]
  const joined =
    a.when === undefined
      ? []
      : [b.when === undefined ? { path } : { path, value: { test: "any", of: [a.when, b.when] } }]
  return {
    text: {
      zh: `${b.id}并入${a.id}，两种身份同用一条`,
      en: `merge ${b.id} into ${a.id}, one line for both posts`,
    },
    patch: [...joined, ...struck],
  }
}

const sizeOf = ({ requested }: Line): number => (requested.is === "known" ? Math.abs(Number(requested.q)) : 0)

/** A line taken out, of the caps over it as well; a cap over it alone goes with it. @internal */
export const removal = (
  { node, path }: Pick<Node, "node" | "path">,
  { act, index }: Pick<Placed, "act" | "index">,
): NonNullable<Defect.Repair["patch"]> => [
  ...[...node.caps.keys()].reverse().flatMap((at) => {
    const cap = node.caps[at]
    if (cap === undefined || !cap.of.includes(act.id)) return []
    const rest = cap.of.filter((id) => id !== act.id)
    return rest.length === 0 ? [{ path: [...path, "caps", at] }] : [{ path: [...path, "caps", at, "of"], value: rest }]
  }),
  { path: [...path, "acts", index] },
]

/** Who holds both posts is asked by the weightier line alone. */
const postRepair = ({ path }: Node, kept: Placed, lesser: Placed): Defect.Repair => {
  const text = {
    zh: `写明兼任的只按${kept.act.id}计，不再按${lesser.act.id}计`,
    en: `say that who holds both is counted by ${kept.act.id} alone, not by ${lesser.act.id} as well`,
  }
  if (kept.act.when === undefined) return { text }
  const apart: When = { test: "not", of: Trial.unnamed(kept.act.when) }
  const value: When = lesser.act.when === undefined ? apart : { test: "all", of: [lesser.act.when, apart] }
  return { text, patch: [{ path: [...path, "acts", lesser.index, "when"], value }] }
}

const overlapRepair = (at: Node, field: string, first: Placed, second: Placed): Defect.Repair | undefined => {
  const [one, other] = [spanOf(first.act, field), spanOf(second.act, field)]
  if (one === undefined || other === undefined) return undefined
  const [low, high] = [Span.lower(one.on), Span.lower(other.on)]
  const isFirst = low === undefined || (high !== undefined && Exact.compare(low.at, high.at) <= 0)
  return isFirst ? trimmed(at, first, field, { gap: second }) : trimmed(at, second, field, { gap: first })
}

/** The lower line made to end just where the upper one begins. @internal */
export const trimmed = (
  { path }: Node,
  line: Placed,
  field: string,
  { gap: above }: { readonly gap: Placed },
): Defect.Repair | undefined => {
  const [own, next] = [spanOf(line.act, field), spanOf(above.act, field)]
  const begins = next === undefined ? undefined : Span.lower(next.on)
  if (own === undefined || begins === undefined) return undefined
  const { lt: _, le: __, ...low } = own.on
  const at = Exact.text(begins.at)
  const on = { ...low, ...(begins.closed ? { lt: at } : { le: at }) }
  if (Span.isEmpty(on) || JSON.stringify(on) === JSON.stringify(own.on)) return undefined
  return {
    text: {
      zh: `${line.act.id}改为${Span.text(on)}，与${above.act.id}首尾相接`,
      en: `let ${line.act.id} hold ${Span.text(on)}, so that it ends where ${above.act.id} begins`,
    },
    patch: [{ path: [...path, "acts", line.index, "when", ...own.path, "on"], value: on }],
  }
}
