/**
 * The check of amounts (分值检查): full marks that are passed or never reached, weights and full marks of parts that do not
 * add up, caps that never bind or always do, and bonuses without any bound.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import { boxesOf } from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Acts, Cap, Expression, Sum } from "./Expression.js"
import type { Extent } from "./Extent.js"
import * as LineRange from "./LineRange.js"
import type { Outcome } from "./Outcome.js"
import type * as Range from "./Range.js"
import type { Located } from "./Structure.js"
import * as Trial from "./Trial.js"
import type { Ground } from "./Unknowns.js"
import * as Windows from "./Windows.js"
import { seek } from "./WitnessSearch.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const all = from.context.nodes.flatMap((located): ReadonlyArray<Defect.Checked> => {
    const { e } = located
    const own = e.full === undefined ? [] : full(from, located, e.full)
    if (e.op === "sum") return [...own, weights(from, located, e), parts(from, located, e)]
    if (e.op !== "acts") return own
    const lines = linesOf(from, located.path, e)
    return [...own, ...caps(from, located, e, lines), unbounded(from, located, e, lines)]
  })
  return { answers: all.flatMap(({ answers }) => answers), defects: all.flatMap(({ defects }) => defects) }
}

const nameOf = ({ e, path }: Located): string => e.label?.zh ?? e.id ?? pointer(path)

const answered = (code: Defect.Code, at: Path, given: Defect.Answer["answer"]): Defect.Checked => ({
  answers: [Trial.answer(code, at, given)],
  defects: [],
})

const refuted = (defect: Defect.Defect): Defect.Checked => ({
  answers: [Trial.answer(defect.code, defect.at, "refuted")],
  defects: [defect],
})

const none: Defect.Checked = { answers: [], defects: [] }

const full = (from: Ground, located: Located, printed: string): ReadonlyArray<Defect.Checked> => {
  const extent = from.extents.get(pointer(located.path))
  const mark = Exact.parseUnsafe(printed)
  if (extent?.numeric !== true) return []
  return [beyond(from, located, extent, mark), below(from, located, extent, mark)]
}

/** Facts on which a node comes to a number on a span, and the number. */
const reaching = (
  from: Ground,
  { e, path, inside }: Located,
  on: { readonly gt: string } | { readonly ge: string },
) => {
  if (inside !== "book") return { is: "undecided" as const }
  const shows = (outcome: Outcome): Defect.Shows | undefined => {
    const value = outcome.nodes.find((node) => node.path === pointer(path) && node.value.is === "known")?.value
    const isOver =
      value?.is === "known" &&
      Exact.compare(Exact.parseUnsafe(value.q), Exact.parseUnsafe("gt" in on ? on.gt : on.ge)) >= ("gt" in on ? 1 : 0)
    return value?.is === "known" && isOver ? { value: value.q, path: pointer(path) } : undefined
  }
  return seek(from, { wants: [{ of: e, on }], boxes: boxesOf(undefined, from.context.reading), shows })
}

const beyond = (from: Ground, located: Located, extent: Extent, mark: Exact.Exact): Defect.Checked => {
  const code = "lint.beyondFull"
  if (extent.max !== null && Exact.compare(extent.max, mark) <= 0) return answered(code, located.path, "proven")
  const found = reaching(from, located, { gt: Exact.text(mark) })
  if (found.is === "impossible") return answered(code, located.path, "proven")
  if (found.is === "undecided" && !extent.reached.max) return answered(code, located.path, "undecided")
  const shown = found.is === "found" && "value" in found.witness.shows ? found.witness.shows.value : undefined
  const most = extent.max === null ? undefined : Exact.text(extent.max)
  return refuted(
    Trial.defect(from.book, "must", {
      code,
      at: located.path,
      params: { where: nameOf(located), found: shown ?? most ?? "∞", full: Exact.text(mark) },
      cite: located.e.cite,
      evidence: found.is === "found" ? found.witness : bound(most, mark),
      repair: {
        text: { zh: `写明最高计至${Exact.text(mark)}分`, en: `say that ${Exact.text(mark)} is the most` },
        ...(located.inside === "book" && located.e.op !== "acts"
          ? { patch: [{ path: located.path, value: held(located.e, Exact.text(mark)) }] }
          : {}),
      },
    }),
  )
}

const bound = (found: string | undefined, asked: Exact.Exact): Defect.Bound => ({
  is: "bound",
  ...(found === undefined ? {} : { found }),
  asked: Exact.text(asked),
})

/** The same, at most so much; what it is called stays with the whole. */
const held = (e: Expression, q: string): Expression => {
  const { id, label, cite, full: mark, ...rest } = e
  const named = Object.fromEntries(
    Object.entries({ id, label, cite, full: mark }).filter(([, value]) => value !== undefined),
  )
  return { op: "min", of: [rest as Expression, { op: "const", q }], ...named }
}

const below = (from: Ground, located: Located, extent: Extent, mark: Exact.Exact): Defect.Checked => {
  const code = "lint.belowFull"
  if (extent.max === null || Exact.compare(extent.max, mark) >= 0) {
    const isReached = extent.max !== null && Exact.equals(extent.max, mark) && extent.reached.max
    if (isReached) return answered(code, located.path, "proven")
    const found = reaching(from, located, { ge: Exact.text(mark) })
    return answered(code, located.path, found.is === "found" ? "proven" : "undecided")
  }
  return refuted(
    Trial.defect(from.book, "must", {
      code,
      at: located.path,
      params: { where: nameOf(located), found: Exact.text(extent.max), full: Exact.text(mark) },
      cite: located.e.cite,
      evidence: bound(Exact.text(extent.max), mark),
      repair: {
        text: {
          zh: `核对满分：各项相加最高只有${Exact.text(extent.max)}`,
          en: `check the full mark: no more than ${Exact.text(extent.max)} can be had`,
        },
        patch: [{ path: [...located.path, "full"], value: Exact.text(extent.max) }],
      },
    }),
  )
}

const weights = (from: Ground, located: Located, e: Sum): Defect.Checked => {
  const code = "lint.weightsNotOne"
  if (e.weights !== "one") return none
  const whole = Exact.sum(e.of.map(({ w }) => Exact.parseUnsafe(w)))
  if (Exact.equals(whole, Exact.one)) return answered(code, located.path, "proven")
  return refuted(
    Trial.defect(from.book, "must", {
      code,
      at: located.path,
      params: { where: nameOf(located), found: Exact.text(whole) },
      cite: e.cite,
      evidence: bound(Exact.text(whole), Exact.one),
      repair: {
        text: { zh: "核对各项权重，使其相加等于1", en: "check the weights so that they come to one" },
      },
    }),
  )
}

/** The full mark a part is printed with, behind references. */
const printedOf = (from: Ground, e: Expression): string | undefined => {
  if (e.full !== undefined) return e.full
  const node = e.op === "ref" ? from.context.reading.node(e.to) : undefined
  return node?.full
}

const parts = (from: Ground, located: Located, e: Sum): Defect.Checked => {
  const code = "lint.partsNotFull"
  const marks = e.of.map((part) => printedOf(from, part.e))
  if (e.full === undefined || e.of.length === 0 || marks.includes(undefined)) return none
  const whole = Exact.sum(
    e.of.map(({ w }, index) => Exact.multiply(Exact.parseUnsafe(w), Exact.parseUnsafe(marks[index] ?? "0"))),
  )
  const mark = Exact.parseUnsafe(e.full)
  if (Exact.equals(whole, mark)) return answered(code, located.path, "proven")
  return refuted(
    Trial.defect(from.book, "must", {
      code,
      at: located.path,
      params: { where: nameOf(located), found: Exact.text(whole), full: e.full },
      cite: e.cite,
      evidence: bound(Exact.text(whole), mark),
      repair: {
        text: {
          zh: `核对各部分满分：相加是${Exact.text(whole)}，印的是${e.full}`,
          en: `check the full marks: the parts come to ${Exact.text(whole)}, the whole is printed as ${e.full}`,
        },
        patch: [{ path: [...located.path, "full"], value: Exact.text(whole) }],
      },
    }),
  )
}

/** What lines can ask for, by the extents of their worths. */
const linesOf = (from: Ground, path: Path, e: Acts): ReadonlyArray<Range.Range> => {
  const worths = e.acts.map((_, index): Range.Range | undefined => {
    const extent = from.extents.get(pointer([...path, "acts", index, "worth"]))
    return extent?.numeric === true ? extent : undefined
  })
  return LineRange.requested(e, worths)
}

/** A side of a cap: the bound on what lines give or take, as a distance from nought. */
interface Side {
  readonly side: "gives" | "takes"
  readonly most: Exact.Exact
}

const sidesOf = ({ on, min, max }: Cap): ReadonlyArray<Side> => [
  ...(on !== "malus" && max !== undefined && isFromNought(max, 1)
    ? [{ side: "gives" as const, most: Exact.parseUnsafe(max) }]
    : []),
  ...(on !== "bonus" && min !== undefined && isFromNought(min, -1)
    ? [{ side: "takes" as const, most: Exact.negate(Exact.parseUnsafe(min)) }]
    : []),
]

/** A bound on the near side of nought lifts lines as well as holding them. */
const isFromNought = (q: string, sign: 1 | -1): boolean => Exact.sign(Exact.parseUnsafe(q)) * sign >= 0

const caps = (
  from: Ground,
  located: Located,
  e: Acts,
  lines: ReadonlyArray<Range.Range>,
): ReadonlyArray<Defect.Checked> => {
  const places = new Map(e.acts.map(({ id }, index) => [id, index]))
  const holders = new Map<string, Array<Cap>>()
  for (const cap of e.caps) for (const id of cap.of) holders.set(id, [...(holders.get(id) ?? []), cap])
  return e.caps.map((cap, index) => {
    const own = cap.of.flatMap((id) => places.get(id) ?? [])
    const around = new Set(cap.of.flatMap((id) => holders.get(id) ?? []))
    const node: Acts = {
      ...e,
      acts: own.flatMap((at) => e.acts[at] ?? []),
      caps: e.caps.length === around.size ? e.caps : [...around],
    }
    const held = own.flatMap((at) => lines[at] ?? [])
    const path = [...located.path, "caps", index]
    return joined(idling(from, node, held, cap, path), always(from, cap, path, held))
  })
}

/** Whether a cap can hold anything back: what it holds, and the caps inside it, against its bound. */
const idling = (from: Ground, node: Acts, lines: ReadonlyArray<Range.Range>, cap: Cap, path: Path): Defect.Checked => {
  const spans = Windows.spansOf(Trial.periodOf(from.book))
  const given: LineRange.Given = { node, lines, spans, facts: null, isFree: () => true }
  const sides = sidesOf(cap)
  const inside = sides.map(({ side, most }) => ({ side, bound: most, ...LineRange.inside(given, cap, side) }))
  const isIdle = ({ most, bound: limit }: (typeof inside)[number]) => most !== null && Exact.compare(most, limit) <= 0
  const isFull = sides.length === [cap.min, cap.max].filter((q) => q !== undefined).length
  const [first] = inside
  if (isFull && first !== undefined && inside.every(isIdle))
    return refuted(idle(from, cap, path, first.most, first.bound))
  const isSure = inside.some(({ most, reached }) => most === null || reached)
  return answered("lint.capNeverBinds", path, isSure ? "proven" : "undecided")
}

const joined = (a: Defect.Checked, b: Defect.Checked): Defect.Checked => ({
  answers: [...a.answers, ...b.answers],
  defects: [...a.defects, ...b.defects],
})

const idle = (from: Ground, cap: Cap, at: Path, found: Exact.Exact | null, asked: Exact.Exact): Defect.Defect =>
  Trial.defect(from.book, "should", {
    code: "lint.capNeverBinds",
    at,
    params: { where: cap.id },
    cite: cap.cite,
    evidence: bound(found === null ? undefined : Exact.text(found), asked),
    repair: {
      text: { zh: "核对限额，或删去这一限额", en: "check the bound, or leave the cap out" },
      patch: [{ path: at }],
    },
  })

/** A cap always binds where each line that it holds asks for more by itself. */
const always = (from: Ground, cap: Cap, at: Path, own: ReadonlyArray<Range.Range>): Defect.Checked => {
  const code = "lint.capAlwaysBinds"
  for (const { side, most } of sidesOf(cap)) {
    const ends = own.map(({ min, max }) => (side === "gives" ? min : max === null ? null : Exact.negate(max)))
    const least = ends.every((q) => q !== null && Exact.compare(q, most) > 0) ? ends.flatMap((q) => q ?? []) : []
    if (least.length === 0) continue
    return refuted(
      Trial.defect(from.book, "should", {
        code,
        at,
        params: { where: cap.id },
        cite: cap.cite,
        evidence: bound(Exact.text(least.reduce(Exact.min)), most),
        repair: {
          text: {
            zh: "核对限额与分值：任何一条都已超过限额，印的分值从未算数",
            en: "check the bound against the points: every line asks for more, so that what is printed never counts",
          },
        },
      }),
    )
  }
  return answered(code, at, "proven")
}

/** Bonus lines that no cap holds, where nothing above them holds the score. */
const unbounded = (from: Ground, located: Located, e: Acts, lines: ReadonlyArray<Range.Range>): Defect.Checked => {
  const code = "lint.unbounded"
  const extents = located.path.map((_, index) => from.extents.get(pointer(located.path.slice(0, index + 1))))
  const isHeld = extents.some((extent) => extent?.numeric === true && extent.max !== null)
  if (located.path[0] !== "total" || isHeld) return answered(code, located.path, "proven")
  const bounded = new Set(e.caps.filter(({ max, per }) => max !== undefined && per !== "line").flatMap(({ of }) => of))
  const free = e.acts.flatMap(({ id }, index) => {
    const most = lines[index]?.max ?? null
    return !bounded.has(id) && (most === null || Exact.sign(most) > 0) ? [{ id, index }] : []
  })
  free.sort((a, b) => (a.id < b.id ? -1 : 1))
  if (free.length === 0) return answered(code, located.path, "proven")
  const mark = e.full ?? from.book.total.full
  const text = {
    zh: `写明${free.length === 1 ? "该项" : "这些项目"}加分的上限`,
    en: `say how much ${free.length === 1 ? "this line" : "these lines"} can give at most`,
  }
  return refuted(
    Trial.defect(from.book, "should", {
      code,
      at: located.path,
      params: { where: listed(free.map(({ id }) => id)) },
      cite: e.cite ?? e.acts[free[0]?.index ?? 0]?.cite,
      evidence:
        mark === undefined
          ? Trial.places(...free.map(({ index }) => [...located.path, "acts", index]))
          : { is: "bound", asked: mark },
      repair: {
        text,
        ...(mark === undefined
          ? {}
          : { patch: [{ path: [...located.path, "caps", e.caps.length], value: capOf(e, free, mark) }] }),
      },
    }),
  )
}

/** Names in a row; of many the first, and how many there are. */
const listed = (ids: ReadonlyArray<string>): string =>
  ids.length <= 5 ? ids.join("、") : `${ids.slice(0, 3).join("、")}…（${ids.length}）`

const capOf = (e: Acts, free: ReadonlyArray<{ readonly id: string; readonly index: number }>, max: string): Cap => {
  const cite = e.cite ?? e.acts[free[0]?.index ?? 0]?.cite ?? { doc: "", art: "" }
  const ids = free.map(({ id }) => id)
  return { id: `${ids[0] ?? ""}上限`, of: ids, per: "period", on: "bonus", max, cite }
}
