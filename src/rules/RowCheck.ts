/**
 * The check of rows (情形检查): tables of cases and of terms of validity whose rows hold together, or of which none does.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import {
  axisOf,
  type Box,
  type Boxes,
  boxesAgainst,
  boxesOf,
  intersected,
  meet,
  type Numbers,
  onAxis,
  ordered,
  type Reading,
  requestedKey,
  text,
} from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Act, Acts, Case, Expression, Validity, When } from "./Expression.js"
import type { Fact } from "./Fact.js"
import type { Rulebook } from "./Rulebook.js"
import { type Located, nodesOf } from "./Structure.js"
import * as Trial from "./Trial.js"
import type { Ground } from "./Unknowns.js"
import { seek } from "./WitnessSearch.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

/** Where a table stands: the conditions around it, and the line whose facts it is read for. */
interface Setting {
  readonly boxes: Boxes
  readonly act?: Act
  /** Whether facts reach the table in a way that is not followed, so that no witness can be made up for it. */
  readonly isDeep: boolean
}

/** What is looked for in a table, and what the interpreter calls it. */
interface Wanted {
  readonly code: Defect.Code
  readonly conflict: string
}

const NO_ROW: Wanted = { code: "lint.caseGap", conflict: "rules.noRow" }
const SEVERAL: Wanted = { code: "lint.caseOverlap", conflict: "rules.severalRows" }
const TWO_TERMS: Wanted = { code: "lint.validityOverlap", conflict: "rules.twoValidities" }

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (from: Ground): Defect.Checked => {
  const { book, context } = from
  const found = context.nodes.flatMap((located): ReadonlyArray<Defect.Checked> => {
    const { e } = located
    if (e.op === "case") return [gaps(from, located, e), overlaps(from, located, e)]
    return e.op === "acts" && e.validity.length > 1 ? [terms(book, context, located, e)] : []
  })
  return { answers: found.flatMap(({ answers }) => answers), defects: found.flatMap(({ defects }) => defects) }
}

/** The conditions that hold wherever a node is read: rows of tables around it, the line it stands in, that somebody is scored. */
const settingOf = (book: Rulebook, context: Trial.Context, { path, inside }: Located): Setting => {
  let boxes = context.scored
  let act: Act | undefined
  let isDeep = inside === "validity"
  let part: unknown = book
  for (const [index, key] of path.entries()) {
    if (isNode(part, "case") && key === "rows") {
      const at = path[index + 1]
      if (path[index + 2] === "gives") boxes = meet(boxes, boxesOf(part.rows[Number(at)]?.when, context.reading))
    } else if (isNode(part, "case") && key === "otherwise") {
      const none = part.rows.map(({ when }) => boxesAgainst(when, context.reading))
      boxes = none.reduce(meet, boxes)
    } else if (isNode(part, "acts") && key === "acts") {
      act = part.acts[Number(path[index + 1])]
      if (path[index + 2] === "worth") boxes = meet(boxes, boxesOf(act?.when, context.reading))
    } else if (isNode(part, "fact") && key === "where") isDeep = true
    part =
      typeof part === "object" && part !== null ? (part as Readonly<Record<string | number, unknown>>)[key] : undefined
  }
  return { boxes, isDeep, ...(act === undefined ? {} : { act }) }
}

const isNode = <Op extends Expression["op"]>(part: unknown, op: Op): part is Extract<Expression, { op: Op }> =>
  typeof part === "object" && part !== null && "op" in part && part.op === op

const gaps = (from: Ground, located: Located, e: Case): Defect.Checked => {
  const { book, context } = from
  const here = (answer: Defect.Answer["answer"]) => Trial.answer(NO_ROW.code, located.path, answer)
  if (e.otherwise !== null) return { answers: [here("proven")], defects: [] }
  const setting = settingOf(book, context, located)
  const none: When = { test: "not", of: { test: "any", of: e.rows.map(({ when }) => when) } }
  const boxes = meet(setting.boxes, boxesOf(none, context.reading))
  if (boxes?.length === 0) return { answers: [here("proven")], defects: [] }
  const witness = witnessOf(from, located, setting, boxes, NO_ROW, [])
  if (witness === undefined) return { answers: [here("undecided")], defects: [] }
  const defect = Trial.defect(book, "must", {
    code: NO_ROW.code,
    at: located.path,
    params: { where: nameOf(e, located.path), witness: Trial.words(witness) },
    cite: e.cite ?? e.rows.find(({ cite }) => cite !== undefined)?.cite ?? book.levels[0]?.cite,
    evidence: witness,
    repair: {
      text: {
        zh: "补写其余情形，或写明“其他情形”按多少计",
        en: "add the rows that are missing, or say what all other cases give",
      },
    },
  })
  return { answers: [here("refuted")], defects: [defect] }
}

/** More rows than this are not held against one another, and more findings than this of one table tell nothing more. */
const MOST_ROWS = 64

const overlaps = (from: Ground, located: Located, e: Case): Defect.Checked => {
  const { book, context } = from
  const setting = settingOf(book, context, located)
  const rows = e.rows.map((row, index) => ({ ...row, index, boxes: boxesOf(row.when, context.reading) }))
  const defects: Array<Defect.Defect> = []
  let isOpen = rows.length > MOST_ROWS
  for (const [at, first] of rows.slice(0, MOST_ROWS).entries()) {
    for (const second of rows.slice(at + 1, MOST_ROWS)) {
      if (sameResult(first.gives, second.gives) || defects.length >= MOST_ROWS) continue
      const boxes = meet(setting.boxes, meet(first.boxes, second.boxes))
      if (boxes?.length === 0) continue
      const witness = witnessOf(from, located, setting, boxes, SEVERAL, [first.gives, second.gives])
      if (witness === undefined) isOpen = true
      else defects.push(caseOverlap(book, located, e, [first, second], witness))
    }
  }
  const answer = defects.length > 0 ? "refuted" : isOpen ? "undecided" : "proven"
  return { answers: [Trial.answer(SEVERAL.code, located.path, answer)], defects }
}

const sameResult = (a: Expression, b: Expression): boolean =>
  a.op === "const" && b.op === "const"
    ? Exact.equals(Exact.parseUnsafe(a.q), Exact.parseUnsafe(b.q))
    : a.op === "ref" && b.op === "ref" && a.to === b.to

const caseOverlap = (
  book: Rulebook,
  { path }: Located,
  e: Case,
  pair: ReadonlyArray<Case["rows"][number] & { readonly index: number }>,
  witness: Defect.Witness,
): Defect.Defect => {
  const key = ({ when, gives }: (typeof pair)[number]) => JSON.stringify([when, gives])
  const [first, second] = [...pair].sort((a, b) => (key(a) < key(b) ? -1 : 1))
  const results = [first, second].map((row) => (row === undefined ? "" : resultText(row.gives)))
  return Trial.defect(book, "must", {
    code: SEVERAL.code,
    at: [...path, "rows", first?.index ?? 0],
    params: {
      where: nameOf(e, path),
      witness: Trial.words(witness),
      results: results.join(" / "),
      rows: [first, second].map((row) => text(row?.when)).join("；"),
    },
    cite: first?.cite ?? e.cite ?? second?.cite ?? book.levels[0]?.cite,
    evidence: witness,
    ...(first === undefined || second === undefined
      ? {}
      : { repair: afterRepair(first.when, second, [...path, "rows", second.index, "when"]) }),
  })
}

const resultText = (e: Expression): string => (e.op === "const" ? e.q : (e.label?.zh ?? e.id ?? e.op))

/** The other row made to hold only where the first does not. */
const afterRepair = (
  before: When,
  row: { readonly when: When; readonly index: number },
  path: Path,
): Defect.Repair => ({
  text: {
    zh: "写明几种情形同时成立时以哪一种为准，例如排在前面的优先",
    en: "say which row goes first where several hold",
  },
  patch: [{ path, value: { test: "all", of: [row.when, { test: "not", of: Trial.unnamed(before) }] } }],
})

const terms = (book: Rulebook, context: Trial.Context, located: Located, e: Acts): Defect.Checked => {
  const setting = settingOf(book, context, located)
  const rows = e.validity.map((row, index) => ({ ...row, index, boxes: boxesOf(row.when, context.reading) }))
  const acts = e.acts
    .map((act) => ({ act, boxes: meet(setting.boxes, boxesOf(act.when, context.reading)) }))
    .sort((a, b) => (a.act.id < b.act.id ? -1 : 1))
  const defects: Array<Defect.Defect> = []
  let isOpen = rows.length > MOST_ROWS
  for (const [at, first] of rows.slice(0, MOST_ROWS).entries()) {
    for (const second of rows.slice(at + 1, MOST_ROWS)) {
      const both = meet(first.boxes, second.boxes)
      if (both?.length === 0) continue
      const shown = showTerms(book, context, e, acts, both)
      if (shown === "open") isOpen = true
      else if (shown !== "never") defects.push(termsDefect(book, located, [first, second], shown))
    }
  }
  const answer = defects.length > 0 ? "refuted" : isOpen ? "undecided" : "proven"
  return { answers: [Trial.answer(TWO_TERMS.code, located.path, answer)], defects }
}

/** A line that both rows hold for; `never` where no line can be one, `open` where that is not known. */
const showTerms = (
  book: Rulebook,
  context: Trial.Context,
  e: Acts,
  acts: ReadonlyArray<{ readonly act: Act; readonly boxes: Boxes }>,
  both: Boxes,
): { readonly act: Act; readonly witness: Defect.Witness } | "never" | "open" => {
  let isOpen = false
  for (const { act, boxes } of acts) {
    const fitting = asked(act, meet(boxes, both))
    if (fitting?.length === 0) continue
    const alone = Trial.bare(book, { ...e, acts: [act], caps: [], suspensions: [] })
    const shows = { conflict: TWO_TERMS.conflict, path: "total" }
    for (const box of ordered(fitting)) {
      const witness = factWitness(book, context, box, { act, shows, book: alone })
      if (witness !== undefined && Trial.shows(book, witness)) return { act, witness }
    }
    isOpen = true
  }
  return isOpen ? "open" : "never"
}

/** The alternatives under which what a line asks for fits as well. */
const asked = ({ worth }: Act, boxes: Boxes): Boxes =>
  meet(boxes, worthBoxes(worth))?.flatMap((box) => {
    const fitting = tied(box, worth)
    if (fitting === undefined) return []
    const isSettled = worth.op === "const" || worth.op === "field"
    return [
      isSettled
        ? { ...fitting, numbers: new Map([...fitting.numbers].filter(([key]) => key !== requestedKey)) }
        : fitting,
    ]
  })

/** The alternatives under which a line fits and what it asks for does too. @internal */
export const askedBy = (act: Act, boxes: Boxes, reading: Reading): Boxes =>
  asked(act, meet(boxes, boxesOf(act.when, reading)))

/** What a line asks for as a box of the axis that the rows read; any number where it is neither printed nor one field. */
const worthBoxes = (worth: Expression): Boxes =>
  worth.op === "const"
    ? onAxis(requestedKey, { op: "requested" }, { ge: worth.q, le: worth.q })
    : onAxis(requestedKey, { op: "requested" }, {})

/** The box with the field that a line asks for held to what the rows ask of it; nothing where they exclude each other. */
const tied = (box: Box, worth: Expression): Box | undefined => {
  const asked = box.numbers.get(requestedKey)
  if (worth.op !== "field" || asked?.is !== "between") return box
  const key = JSON.stringify(["field", worth.field])
  const whole = box.numbers.get(key) ?? onAxis(key, worth, {})?.[0]?.numbers.get(key)
  const both = whole === undefined ? undefined : intersected(whole, { ...asked, e: worth })
  return both === undefined ? undefined : { ...box, numbers: new Map([...box.numbers, [key, { ...both, e: worth }]]) }
}

const termsDefect = (
  book: Rulebook,
  { path }: Located,
  pair: ReadonlyArray<Validity & { readonly index: number }>,
  { act, witness }: { readonly act: Act; readonly witness: Defect.Witness },
): Defect.Defect => {
  const sorted = [...pair].sort(
    (a, b) => b.months - a.months || (JSON.stringify(a.when) < JSON.stringify(b.when) ? -1 : 1),
  )
  const [first, second] = sorted
  return Trial.defect(book, "must", {
    code: TWO_TERMS.code,
    at: [...path, "validity", first?.index ?? 0],
    params: {
      where: act.id,
      witness: Trial.words(witness),
      results: sorted.map(({ months }) => months).join(" / "),
      rows: sorted.map(({ when }) => text(when)).join("；"),
    },
    cite: first?.cite,
    evidence: witness,
    ...(first === undefined || second === undefined
      ? {}
      : { repair: afterRepair(first.when, second, [...path, "validity", second.index, "when"]) }),
  })
}

/** More alternatives than this are not tried out. */
const MOST_TRIALS = 16

/**
 * A witness that the interpreter shows, on the whole book or on the table alone, made up at once or searched for. The
 * search takes it that tables are sound, so that it is told of a book without this one.
 */
const witnessOf = (
  from: Ground,
  located: Located,
  setting: Setting,
  boxes: Boxes,
  { conflict }: Wanted,
  read: ReadonlyArray<Expression>,
): Defect.Witness | undefined => {
  if (setting.isDeep) return undefined
  const made = madeUp(from, located, setting, boxes, conflict, read)
  if (made !== undefined || setting.act !== undefined || located.inside !== "book") return made
  const { book } = from
  const apart: Ground = { ...from, book: { ...book, total: { op: "const", q: "0" } } }
  const found = seek(apart, { wants: [], boxes, shows: { conflict, path: pointer(located.path) }, on: book })
  return found.is === "found" ? wholeOf(found.witness) : undefined
}

/** The witness on the book itself. */
const wholeOf = ({ book: _, ...witness }: Defect.Witness): Defect.Witness => witness

const madeUp = (
  { book, context }: Ground,
  { e, path }: Located,
  { act }: Setting,
  boxes: Boxes,
  conflict: string,
  read: ReadonlyArray<Expression>,
): Defect.Witness | undefined => {
  const alone = Trial.bare(book, act === undefined ? e : lineAlone(act))
  for (const box of ordered(boxes).slice(0, MOST_TRIALS)) {
    const inside = act === undefined ? read : [...read, act.worth]
    for (const pick of ["low", "high"] as const) {
      const tries = [
        { shows: { conflict, ...(act === undefined ? { path: pointer(path) } : {}) } },
        { shows: { conflict }, book: alone },
      ]
      for (const one of tries) {
        const more = { ...one, pick, ...(act === undefined ? {} : { act }) }
        const witness = factWitness(book, context, filled(box, inside), more)
        if (witness !== undefined && Trial.shows(book, witness)) return witness
      }
    }
  }
  return undefined
}

const lineAlone = (act: Act): Acts => ({
  op: "acts",
  acts: [act],
  caps: [],
  sameAct: "sum",
  validity: [],
  suspensions: [],
})

/** The box with every leaf of some expressions given a number as well. */
const filled = (box: Box, read: ReadonlyArray<Expression>): Box => {
  const numbers = new Map<string, Numbers>(box.numbers)
  for (const { e } of read.flatMap((one) => nodesOf(one, []))) {
    if (e.op !== "fact" && e.op !== "param" && e.op !== "field" && e.op !== "result") continue
    const key = axisOf(e)
    const whole = onAxis(key, e, {})?.[0]?.numbers.get(key)
    if (!numbers.has(key) && whole !== undefined) numbers.set(key, whole)
  }
  return { ...box, numbers }
}

interface Making {
  readonly shows: Defect.Shows
  readonly act?: Act
  readonly book?: Rulebook
  readonly pick?: "low" | "high"
}

const factWitness = (
  book: Rulebook,
  context: Trial.Context,
  box: Box,
  { shows, act, book: part, pick }: Making,
): Defect.Witness | undefined => {
  const sample = Trial.sampleOf(book, box, context, pick)
  if (sample === undefined) return undefined
  const facts: ReadonlyArray<Fact> = act === undefined ? [] : [Trial.factOf(book, act.kind, sample.fact)]
  return {
    is: "witness",
    subject: Trial.SUBJECT,
    input: Trial.inputOf(book, context, sample, facts),
    ...(part === undefined ? {} : { book: part }),
    shows,
  }
}

const nameOf = (e: Case, path: Path): string => e.label?.zh ?? e.id ?? pointer(path)
