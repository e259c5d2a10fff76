/**
 * The check of bands (分段检查): scores that no level holds or several do, and levels that nothing leads to, on the lattice
 * of the scores that can be reached.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { type Boxes, boxesAgainst, boxesOf, meet } from "./Box.js"
import type { Does, Level } from "./Clause.js"
import * as Coverage from "./Coverage.js"
import type * as Defect from "./Defect.js"
import type { When } from "./Expression.js"
import * as Range from "./Range.js"
import * as Span from "./Span.js"
import * as SpanRepair from "./SpanRepair.js"
import * as Trial from "./Trial.js"
import { type Ground, scoreRange } from "./Unknowns.js"
import { type Question, seek } from "./WitnessSearch.js"

// ---------------------------------------------------------------- models

/** A level that scores reach, with its index in the book. */
interface Band {
  readonly level: Level
  readonly index: number
  readonly on: Span.Span
}

/** A run of scores in which something is wrong, or may be. */
interface Hit {
  readonly run: Coverage.Run
  readonly witness: Defect.Witness | undefined
}

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const { levels } = from.book
  if (levels.length === 0) return { answers: [], defects: [] }
  const range = scoreRange(from)
  const bands = levels.flatMap(
    (level, index): ReadonlyArray<Band> => (level.on === null ? [] : [{ level, index, on: level.on }]),
  )
  const spans = bands.map(({ on }) => on)
  const runs = range === undefined ? [] : Coverage.runs(spans, { ...range, step: latticeOf(from, range) })
  const all = [
    gaps(from, bands, runs, range),
    overlaps(from, bands, runs, range),
    ...levels.map((level, index) => unreachable(from, level, index, bands, runs, range)),
  ]
  return { answers: all.flatMap(({ answers }) => answers), defects: all.flatMap(({ defects }) => defects) }
}

/** The lattice of the score; of one without a known step, that of the quantum. */
const latticeOf = ({ book }: Ground, { step }: Range.Range): Exact.Exact =>
  step ?? Exact.parseUnsafe(book.score.quantum)

/**
 * What is asked of a run of scores, the plainest first. Without rounding, scores off the quantum are none yet: on the
 * quantum the conflict is shown, and beside it that the score has to be rounded before it can be held by any level.
 */
const questions = (
  { book }: Ground,
  { span }: Coverage.Run,
  range: Range.Range | undefined,
  boxes: Boxes,
  conflict: string,
): ReadonlyArray<Question> => {
  const quantum = Exact.parseUnsafe(book.score.quantum)
  const ask = (on: Span.Span, code: string): Question => ({
    wants: [{ of: "score", on }],
    boxes,
    shows: { conflict: code },
  })
  if (book.score.round !== "exact" || (range?.step != null && Range.isOn(range.step, quantum))) {
    return [ask(span, conflict)]
  }
  const near = Span.least(span, quantum) ?? Span.greatest(span, quantum)
  const point = near !== undefined && Span.contains(span, near) ? [Exact.text(near)] : []
  return [...point.map((q) => ask({ ge: q, le: q }, conflict)), ask(span, conflict), ask(span, "rules.unrounded")]
}

const hitsIn = (
  from: Ground,
  run: Coverage.Run,
  range: Range.Range | undefined,
  boxes: Boxes,
  conflict: string,
): ReadonlyArray<Hit> => {
  if (boxes?.length === 0) return []
  let isOpen = false
  for (const question of questions(from, run, range, boxes, conflict)) {
    const found = seek(from, question)
    if (found.is === "found") return [{ run, witness: found.witness }]
    if (found.is === "undecided") isOpen = true
  }
  return isOpen ? [{ run, witness: undefined }] : []
}

const checked = (
  code: Defect.Code,
  hits: ReadonlyArray<Hit>,
  defects: ReadonlyArray<Defect.Defect>,
): Defect.Checked => {
  const isOpen = hits.some(({ witness }) => witness === undefined)
  const rest = isOpen ? "undecided" : defects.length > 0 ? undefined : "proven"
  return {
    answers: [
      ...defects.map(({ at }) => Trial.answer(code, at, "refuted")),
      ...(rest === undefined ? [] : [Trial.answer(code, ["levels"], rest)]),
    ],
    defects,
  }
}

/** The score of a witness, before rounding where it is off its quantum. */
const scoreOf = (from: Ground, witness: Defect.Witness): string => {
  const scores = Trial.outcomeOf(from.book, witness).outcome?.scores
  const value = scores?.rounded.is === "known" ? scores.rounded : scores?.effective
  return value?.is === "known" ? value.q : "?"
}

/** Under which conditions no level of a run holds, and under which two do. */
const noneOf = (from: Ground, bands: ReadonlyArray<Band>, { rows }: Coverage.Run): Boxes =>
  rows
    .map((row) => boxesAgainst(bands[row]?.level.and, from.context.reading))
    .reduce(meet, boxesOf(undefined, from.context.reading))

const gaps = (
  from: Ground,
  bands: ReadonlyArray<Band>,
  runs: ReadonlyArray<Coverage.Run>,
  range: Range.Range | undefined,
): Defect.Checked => {
  const hits = runs.map((run) => hitsIn(from, run, range, noneOf(from, bands, run), "rules.levelGap"))
  const merged: Array<Hit> = []
  for (const [index, [hit]] of hits.entries()) {
    const before = merged.at(-1)
    if (hit?.witness === undefined) continue
    const isNext = hits[index - 1]?.[0]?.witness !== undefined && before !== undefined
    if (isNext) merged[merged.length - 1] = { ...before, run: joined(before.run, hit.run) }
    else merged.push(hit)
  }
  const defects = merged.flatMap((hit) => (hit.witness === undefined ? [] : [gap(from, bands, hit.run, hit.witness)]))
  return checked("lint.levelGap", hits.flat(), defects)
}

/** Two runs side by side as one, held by whatever holds both. */
const joined = (a: Coverage.Run, b: Coverage.Run): Coverage.Run => ({
  ...a,
  rows: a.rows.filter((row) => b.rows.includes(row)),
  span: SpanRepair.between(Span.lower(a.span), Span.upper(b.span)),
})

const gap = (from: Ground, bands: ReadonlyArray<Band>, run: Coverage.Run, witness: Defect.Witness): Defect.Defect => {
  const { below, above } = SpanRepair.neighbours(
    bands.map(({ on }) => on),
    run.span,
  )
  const held = run.rows.flatMap((row) => bands[row] ?? [])
  const place = held[0] ?? bands[below ?? above ?? 0]
  return Trial.defect(from.book, "must", {
    code: "lint.levelGap",
    at: place === undefined ? ["levels"] : ["levels", place.index],
    params: {
      witness: scoreOf(from, witness),
      span: Span.text(run.span),
      step: from.book.score.quantum,
      ...(held.length === 0 ? {} : { where: held.map(({ level }) => level.id).join("、") }),
    },
    cite: place?.level.cite,
    evidence: witness,
    ...(held.length === 0 ? gapRepair(bands, run, below, above) : conditionRepair(from, bands, held)),
  })
}

type Mended = { readonly repair?: Defect.Repair }

const gapRepair = (
  bands: ReadonlyArray<Band>,
  { span }: Coverage.Run,
  below: number | undefined,
  above: number | undefined,
): Mended => {
  const grown = SpanRepair.closed(
    bands.map(({ on }) => on),
    span,
    below,
    above,
  )
  const band = grown === undefined ? undefined : bands[grown.row]
  if (band === undefined || grown === undefined) return {}
  return {
    repair: {
      text: {
        zh: `把“${band.level.label.zh}”改为${Span.text(grown.on)}`,
        en: `let "${band.level.label.en ?? band.level.label.zh}" be ${Span.text(grown.on)}`,
      },
      patch: [{ path: ["levels", band.index, "on"], value: grown.on }],
    },
  }
}

/** Who is in the band of a level and does not meet its condition gets the next level, where the score has a name. */
const conditionRepair = (from: Ground, bands: ReadonlyArray<Band>, held: ReadonlyArray<Band>): Mended => {
  const [level] = held
  const next = level === undefined ? undefined : bands[bands.indexOf(level) + 1]
  const { id } = from.book.total
  const and = level?.level.and
  const text = {
    zh: `写明在“${level?.level.label.zh ?? ""}”分数段而不具备所列条件的定为哪一等次，如定为下一等次`,
    en: `say which level those get who are in the band of "${level?.level.label.en ?? level?.level.label.zh ?? ""}" and do not meet its condition, such as the next one`,
  }
  const top = next === undefined ? undefined : Span.upper(next.on)
  if (held.length !== 1 || next === undefined || and === undefined || id === undefined || top === undefined) {
    return { repair: { text } }
  }
  const { lt: _, le: __, ...open } = next.on
  const within = SpanRepair.between(undefined, top)
  const also: When = {
    test: "any",
    of: [
      { test: "value", e: { op: "ref", to: id }, on: within },
      { test: "not", of: Trial.unnamed(and) },
    ],
  }
  const both: When = next.level.and === undefined ? also : { test: "all", of: [next.level.and, also] }
  const path = ["levels", next.index]
  return {
    repair: {
      text,
      patch: [
        { path: [...path, "on"], value: open },
        { path: [...path, "and"], value: both },
      ],
    },
  }
}

const overlaps = (
  from: Ground,
  bands: ReadonlyArray<Band>,
  runs: ReadonlyArray<Coverage.Run>,
  range: Range.Range | undefined,
): Defect.Checked => {
  const hits: Array<Hit> = []
  const found = new Map<
    string,
    { readonly pair: readonly [Band, Band]; readonly run: Coverage.Run; readonly witness: Defect.Witness }
  >()
  for (const run of runs) {
    for (const [a, b] of pairs(run.rows.flatMap((row) => bands[row] ?? []))) {
      const boxes = [a, b].map(({ level }) => boxesOf(level.and, from.context.reading)).reduce(meet)
      const [hit] = hitsIn(from, run, range, boxes, "rules.levelOverlap")
      if (hit === undefined) continue
      hits.push(hit)
      const key = `${a.index} ${b.index}`
      const before = found.get(key)
      if (hit.witness !== undefined) {
        found.set(
          key,
          before === undefined
            ? { pair: [a, b], run, witness: hit.witness }
            : { ...before, run: joined(before.run, run) },
        )
      }
    }
  }
  const defects = [...found.values()].map(({ pair, run, witness }) => overlap(from, pair, run, witness))
  return checked("lint.levelOverlap", hits, defects)
}

const pairs = <A>(all: ReadonlyArray<A>): ReadonlyArray<readonly [A, A]> =>
  all.flatMap((a, index) => all.slice(index + 1).map((b) => [a, b] as const))

const overlap = (
  from: Ground,
  [a, b]: readonly [Band, Band],
  run: Coverage.Run,
  witness: Defect.Witness,
): Defect.Defect => {
  const opened = SpanRepair.parted(a.on, b.on)
  const band = opened?.of === "first" ? a : b
  return Trial.defect(from.book, "must", {
    code: "lint.levelOverlap",
    at: ["levels", b.index],
    params: {
      witness: scoreOf(from, witness),
      span: Span.text(run.span),
      where: [a, b].map(({ level }) => level.id).join("、"),
    },
    cite: b.level.cite,
    evidence: witness,
    ...(opened === undefined
      ? {}
      : {
          repair: {
            text: {
              zh: `写明边界属于哪一等次；如属较高等次，把“${band.level.label.zh}”改为${Span.text(opened.on)}`,
              en: `say to which level the boundary belongs; if to the better one, let "${band.level.label.en ?? band.level.label.zh}" be ${Span.text(opened.on)}`,
            },
            patch: [{ path: ["levels", band.index, "on"], value: opened.on }],
          },
        }),
  })
}

const unreachable = (
  from: Ground,
  level: Level,
  index: number,
  bands: ReadonlyArray<Band>,
  runs: ReadonlyArray<Coverage.Run>,
  range: Range.Range | undefined,
): Defect.Checked => {
  const code = "lint.levelUnreachable"
  const at = ["levels", index]
  const found = isLedTo(from, level, index) ? "proven" : reachOf(from, level, index, bands, runs, range)
  if (typeof found === "string") return { answers: [Trial.answer(code, at, found)], defects: [] }
  const defect = Trial.defect(from.book, "must", {
    code,
    at,
    params: { where: level.id },
    cite: level.cite,
    evidence: found,
    repair: UNREACHED,
  })
  return { answers: [Trial.answer(code, at, "refuted")], defects: [defect] }
}

/** Whether some score gives a level; the evidence where none does. */
const reachOf = (
  from: Ground,
  level: Level,
  index: number,
  bands: ReadonlyArray<Band>,
  runs: ReadonlyArray<Coverage.Run>,
  range: Range.Range | undefined,
): Defect.Evidence | "proven" | "undecided" => {
  const { book, context } = from
  const place = Trial.places(["levels", index])
  if (level.on === null) return place
  if (range === undefined) return "undecided"
  const row = bands.findIndex((band) => band.index === index)
  const own = runs.filter(({ rows }) => rows.includes(row))
  if (own.length === 0) return bound(range, level.on)
  const boxes = boxesOf(level.and, context.reading)
  const rivals = (run: Coverage.Run) => run.rows.filter((one) => one !== row).flatMap((one) => bands[one] ?? [])
  const alone = own.flatMap((run): ReadonlyArray<readonly [Coverage.Run, Boxes]> => {
    const free = rivals(run)
      .map((band) => boxesAgainst(band.level.and, context.reading))
      .reduce(meet, boxes)
    return free?.length === 0 ? [] : [[run, free]]
  })
  if (alone.length === 0) {
    const others = new Set(own.flatMap(rivals).map((band) => band.index))
    return Trial.places(["levels", index], ...[...others].map((other) => ["levels", other]))
  }
  const quantum = Exact.parseUnsafe(book.score.quantum)
  const isFit = book.score.round !== "exact" || (range.step !== null && Range.isOn(range.step, quantum))
  const isFilled = range.fills || runs.length === 1
  if (isFit && isFilled && level.and === undefined && alone.some(([run]) => run.rows.length === 1)) return "proven"
  const answers = alone.map(([run, free]) =>
    seek(byScore(from), { wants: [{ of: "score", on: run.span }], boxes: free, shows: { level: level.id } }),
  )
  if (answers.some(({ is }) => is === "found")) return "proven"
  return answers.every(({ is }) => is === "impossible") ? place : "undecided"
}

/** The book as far as scores alone decide. */
const byScore = (from: Ground): Ground => ({
  ...from,
  book: {
    ...from.book,
    effects: from.book.effects.filter(({ does }) => does === "zero" || "deduct" in does),
    awards: [],
    climb: null,
    quotas: [],
  },
})

const UNREACHED: Defect.Repair = {
  text: {
    zh: "核对该等次的分数线与各项满分，或删去该等次",
    en: "check the band against the full marks, or leave the level out",
  },
}

/** Whether an effect, an award or a quota leads to a level, whatever the score. */
const isLedTo = ({ book }: Ground, { id }: Level, index: number): boolean => {
  const above = book.levels[index - 1]?.id
  const does = book.effects.flatMap(
    (effect): ReadonlyArray<Does | "nothing"> => [
      effect.does,
      ...(effect.repair === undefined ? [] : [effect.repair.does]),
    ],
  )
  return (
    does.some((one) => typeof one === "object" && "atMost" in one && one.atMost === id) ||
    book.awards.some(({ atLeast }) => atLeast === id) ||
    book.quotas.some(({ sense, levels }) => sense === "most" && above !== undefined && levels.includes(above)) ||
    (book.climb !== null && index > 0)
  )
}

/** The end of what can be reached that does not come up to a band, or down to it. */
const bound = (range: Range.Range, on: Span.Span): Defect.Bound => {
  const [low, high] = [Span.lower(on), Span.upper(on)]
  const isShort = low !== undefined && range.max !== null && Exact.compare(range.max, low.at) <= 0
  const [found, asked] = isShort ? [range.max, low.at] : [range.min, high?.at ?? low?.at]
  return {
    is: "bound",
    ...(found === null ? {} : { found: Exact.text(found) }),
    asked: asked === undefined ? Span.text(on) : Exact.text(asked),
  }
}
