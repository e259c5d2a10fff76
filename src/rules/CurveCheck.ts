/**
 * The check of tables (分段计分检查): arguments that no row holds or several do with different results, on the lattice of
 * what the argument can come to.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import { boxesOf } from "./Box.js"
import * as Coverage from "./Coverage.js"
import * as Crowd from "./Crowd.js"
import type * as Defect from "./Defect.js"
import type { Act, Curve } from "./Expression.js"
import * as Ladder from "./Ladder.js"
import * as Span from "./Span.js"
import * as SpanRepair from "./SpanRepair.js"
import type { Located } from "./Structure.js"
import * as Trial from "./Trial.js"
import { type Ground, placeIn } from "./Unknowns.js"
import { type Answer, inLine, seek } from "./WitnessSearch.js"

// ---------------------------------------------------------------- models

type Table = Located & { readonly e: Curve }

interface Hit {
  readonly run: Coverage.Run
  readonly found: Answer
}

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const tables = from.context.nodes.flatMap((located) => (isTable(located) ? [located] : []))
  const all = tables.flatMap((table) => holes(from, table))
  return { answers: all.flatMap(({ answers }) => answers), defects: all.flatMap(({ defects }) => defects) }
}

const isTable = (located: Located): located is Table => located.e.op === "curve"

const holes = (from: Ground, table: Table): ReadonlyArray<Defect.Checked> => {
  const { e, path } = table
  const extent = from.extents.get(pointer([...path, "of"]))
  if (extent?.numeric !== true) {
    return [
      {
        answers: (["lint.curveGap", "lint.curveOverlap"] as const).map((code) => Trial.answer(code, path, "proven")),
        defects: [],
      },
    ]
  }
  const runs = Coverage.runs(
    e.pieces.map(({ on }) => on),
    extent,
  )
  const gaps = runs.filter(({ rows }) => rows.length === 0).map((run, at) => hit(from, table, run, "rules.gap", at))
  const overlaps = runs
    .flatMap((run) => pairs(run.rows).map((rows) => ({ ...run, rows })))
    .filter((run) => !isOneValue(e, run, extent.step))
    .map((run, at) => hit(from, table, run, "rules.overlap", at))
  return [
    checked("lint.curveGap", table, gaps, (run, witness) => gap(from, table, run, witness)),
    checked("lint.curveOverlap", table, overlaps, (run, witness) => overlap(from, table, run, witness)),
  ]
}

const pairs = (rows: ReadonlyArray<number>): ReadonlyArray<ReadonlyArray<number>> =>
  rows.flatMap((a, index) => rows.slice(index + 1).map((b) => [a, b]))

/** Whether the rows of a run give the same: lines that agree in two places agree in all. */
const isOneValue = ({ pieces }: Curve, { rows, first, span }: Coverage.Run, step: Exact.Exact | null): boolean => {
  const next = Exact.add(first, step ?? Exact.one)
  const last = step === null ? Span.upper(span)?.at : Span.greatest(span, step)
  return [first, last ?? next].every((q) => {
    const values = rows.flatMap((row) => (pieces[row] === undefined ? [] : [Ladder.valueAt(pieces[row], q)]))
    return values.every((value) => Exact.equals(value, values[0] ?? value))
  })
}

/** Of more than this many of a table no witness is looked for. */
const MOST_HITS = 64

const hit = (from: Ground, table: Table, run: Coverage.Run, conflict: string, at: number): Hit => ({
  run,
  found: at < MOST_HITS ? foundIn(from, table, run, conflict) : { is: "undecided" },
})

const foundIn = (from: Ground, { e, path, inside }: Table, run: Coverage.Run, conflict: string): Answer => {
  const shows = { conflict, path: pointer(path) }
  const free = boxesOf(undefined, from.context.reading)
  if (inside === "fact") {
    const line = lineOf(from, path)
    if (line === undefined) return { is: "undecided" }
    return inLine(from, line.act, {
      wants: [{ of: e.of, on: run.span }],
      boxes: free,
      shows: { conflict, path: pointer(line.path) },
    })
  }
  if (inside === "validity") return { is: "undecided" }
  const found = seek(from, { wants: [{ of: e.of, on: run.span }], boxes: free, shows })
  return found.is === "found" ? found : (placed(from, e, run, shows) ?? found)
}

/** The line in whose worth a node stands, with the place of its node of acts. */
const lineOf = (
  from: Ground,
  path: Located["path"],
): { readonly act: Act; readonly path: Located["path"] } | undefined => {
  const at = path.lastIndexOf("acts")
  const holder = pointer(path.slice(0, at))
  const node = from.nodeAt(holder)?.e
  const act = node?.op === "acts" ? node.acts[Number(path[at + 1])] : undefined
  return act === undefined || path[at + 2] !== "worth" ? undefined : { act, path: path.slice(0, at) }
}

/** So many people that somebody stands on the place that no row holds. */
const placed = (from: Ground, e: Curve, { first }: Coverage.Run, shows: Defect.Shows): Answer | undefined => {
  const peers = placeIn(e.of, from)
  if (peers === undefined || !Exact.isWhole(first)) return undefined
  const count = Number(Exact.text(first))
  const input = count < 1 ? undefined : Crowd.ranked(from, peers.e, count)
  if (input === undefined) return { is: "undecided" }
  const subject = Crowd.nameOf(peers.best === "high" ? 0 : count - 1)
  const witness: Defect.Witness = { is: "witness", input, subject, shows }
  return Trial.shows(from.book, witness) ? { is: "found", witness } : { is: "undecided" }
}

const checked = (
  code: Defect.Code,
  { path }: Table,
  hits: ReadonlyArray<Hit>,
  made: (run: Coverage.Run, witness: Defect.Witness) => Defect.Defect,
): Defect.Checked => {
  const defects = hits.flatMap(({ run, found }) => (found.is === "found" ? [made(run, found.witness)] : []))
  const isOpen = hits.some(({ found }) => found.is === "undecided")
  return {
    answers: [Trial.answer(code, path, defects.length > 0 ? "refuted" : isOpen ? "undecided" : "proven")],
    defects,
  }
}

const nameOf = ({ e, path }: Table): string => e.label?.zh ?? e.id ?? pointer(path)

const citeOf = ({ e }: Table) => e.cite ?? e.pieces.find(({ cite }) => cite !== undefined)?.cite

/** An argument of a run that the witness shows, with its unit. */
const argument = (from: Ground, { e, path }: Table, run: Coverage.Run, witness: Defect.Witness): string => {
  const { outcome } = Trial.outcomeOf(from.book, witness)
  const value = outcome?.nodes.find(
    (node) => node.path === pointer([...path, "of"]) && node.value.is === "known",
  )?.value
  const q = value?.is === "known" ? value.q : Exact.text(run.first)
  return `${q}${"domain" in e.of ? e.of.domain.unit : ""}`
}

const gap = (from: Ground, table: Table, run: Coverage.Run, witness: Defect.Witness): Defect.Defect => {
  const { e, path } = table
  const spans = e.pieces.map(({ on }) => on)
  const { below, above } = SpanRepair.neighbours(spans, run.span)
  const grown = SpanRepair.closed(spans, run.span, below, above)
  const piece = grown === undefined ? undefined : e.pieces[grown.row]
  return Trial.defect(from.book, "must", {
    code: "lint.curveGap",
    at: path,
    params: { where: nameOf(table), witness: argument(from, table, run, witness), span: Span.text(run.span) },
    cite: citeOf(table),
    evidence: witness,
    ...(grown === undefined || piece === undefined
      ? {}
      : {
          repair: {
            text: {
              zh: `把${Span.text(piece.on)}一档改为${Span.text(grown.on)}`,
              en: `let the row ${Span.text(piece.on)} be ${Span.text(grown.on)}`,
            },
            patch: [{ path: [...path, "pieces", grown.row, "on"], value: grown.on }],
          },
        }),
  })
}

const overlap = (from: Ground, table: Table, run: Coverage.Run, witness: Defect.Witness): Defect.Defect => {
  const { e, path } = table
  const [a = 0, b = 0] = run.rows
  const parted = SpanRepair.parted(e.pieces[a]?.on ?? {}, e.pieces[b]?.on ?? {})
  const row = parted?.of === "first" ? a : b
  const results = run.rows.flatMap((at) =>
    e.pieces[at] === undefined ? [] : [Exact.text(Ladder.valueAt(e.pieces[at], run.first))],
  )
  return Trial.defect(from.book, "must", {
    code: "lint.curveOverlap",
    at: path,
    params: {
      where: nameOf(table),
      witness: argument(from, table, run, witness),
      span: Span.text(run.span),
      results: results.join(" / "),
      rows: `${a + 1}、${b + 1}`,
    },
    cite: citeOf(table),
    evidence: witness,
    ...(parted === undefined
      ? {}
      : {
          repair: {
            text: {
              zh: `写明边界属于哪一档；如属较高的一档，把${Span.text(e.pieces[row]?.on ?? {})}改为${Span.text(parted.on)}`,
              en: `say to which row the boundary belongs; if to the higher one, let ${Span.text(e.pieces[row]?.on ?? {})} be ${Span.text(parted.on)}`,
            },
            patch: [{ path: [...path, "pieces", row, "on"], value: parted.on }],
          },
        }),
  })
}
