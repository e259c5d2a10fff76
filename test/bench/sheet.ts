/**
 * A book of forty items with caps, absences, vetoes and levels, facts for it, and a program written out by hand for this
 * one book. The book is drawn up from kinds of line that published rules have; all facts are made up, the same each time.
 */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import type { Act, Cap, Expression, When } from "../../src/rules/Expression.js"
import type { Fact, Subject } from "../../src/rules/Fact.js"
import type { Input } from "../../src/rules/Interpreter.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"

const cite = { doc: "办法", art: "1" }
const label = { zh: "虚构" }

// ---------------------------------------------------------------- the book

const SHEET = 12
const LINES: ReadonlyArray<number> = [5, 3, 2, 1, 10, 4, 2, 3, 6, 1, 2, 5, 0, 0, -2, -5, -3, -1, -10, -4, -2, 0]
const COUNTS = 6

const sheetItem = (index: number): Expression => ({
  op: "fact",
  kind: `评${index}`,
  take: "only",
  domain: { unit: "分", min: "0", max: "10", step: "0.5" },
  closedBy: "periodEnd",
})

const lineOf = (points: number, index: number): Act => ({
  id: `条${index}`,
  kind: `事${index}`,
  label,
  worth:
    points === 0
      ? { op: "field", field: "分值", domain: { unit: "分", min: "-5", max: "5", step: "0.5" } }
      : { op: "const", q: String(points) },
  cite,
})

const cap = (id: string, of: ReadonlyArray<number>, more: Pick<Cap, "per" | "on"> & Partial<Cap>): Cap => ({
  id,
  of: of.map((index) => `条${index}`),
  cite,
  ...more,
})

const countItem = (index: number): Expression => ({
  op: "curve",
  of: {
    op: "fact",
    kind: `会${index}`,
    take: "count",
    domain: { unit: "次", min: "0", max: null, step: "1" },
    closedBy: "periodEnd",
  },
  pieces: [
    { on: { lt: "2" }, at: "0" },
    { on: { ge: "2", lt: "6" }, at: "3", slope: "0.5", from: "2" },
    { on: { ge: "6" }, at: "5" },
  ],
})

const happened = (kind: string): When => ({
  test: "value",
  e: { op: "fact", kind, take: "count", domain: { unit: "次", min: "0", max: null, step: "1" }, closedBy: "periodEnd" },
  on: { ge: "1" },
})

export const book: Rulebook = {
  format: 1,
  semantics: 1,
  id: "四十项",
  version: "1",
  title: label,
  completeness: "complete",
  sources: [{ id: "办法", citation: { title: "虚构", standing: "transcription" } }],
  inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
  factsUnder: "periodEnd",
  classes: [
    { id: "免", label, when: { test: "is", label: "类", in: ["免"] }, standing: "exempt", cite },
    { id: "正", label, when: { test: "is", label: "类", in: ["正"] }, standing: "rated", cite },
  ],
  total: {
    op: "sum",
    weights: "one",
    of: [
      {
        w: "0.4",
        e: {
          op: "sum",
          weights: "free",
          of: Array.from({ length: SHEET }, (_, index) => ({ w: "1", e: sheetItem(index) })),
          absent: { notApplicable: "reweight", exempt: { value: "5" } },
        },
      },
      {
        w: "0.4",
        e: {
          op: "min",
          of: [
            { op: "const", q: "120" },
            {
              op: "sum",
              weights: "free",
              of: [
                { w: "1", e: { op: "const", q: "60" } },
                {
                  w: "1",
                  e: {
                    op: "acts",
                    acts: LINES.map(lineOf),
                    caps: [
                      cap("月一", [0, 1], { per: "month", on: "bonus", max: "6" }),
                      cap("月二", [2, 3], { per: "month", on: "bonus", max: "3" }),
                      cap("年一", [4, 5, 6], { per: "year", on: "bonus", max: "20" }),
                      cap("年二", [7, 8, 9, 10], { per: "year", on: "bonus", max: "15" }),
                      cap("扣", [14, 15, 16], { per: "year", on: "malus", min: "-12" }),
                      cap("净", [12, 13, 21], { per: "period", on: "net", min: "-6", max: "8" }),
                    ],
                    sameAct: "sum",
                    validity: [],
                    suspensions: [],
                  },
                },
              ],
            },
          ],
        },
      },
      {
        w: "0.2",
        e: {
          op: "sum",
          weights: "free",
          of: Array.from({ length: COUNTS }, (_, index) => ({ w: "1", e: countItem(index) })),
        },
      },
    ],
  },
  score: { quantum: "0.1", round: "halfUp" },
  effects: [
    { id: "否一", label, when: happened("否一"), does: "zero", lasts: "period", cite },
    { id: "否二", label, when: happened("否二"), does: { deduct: "5" }, lasts: "period", cite },
    { id: "否三", label, when: happened("否三"), does: { atMost: "三星" }, lasts: "period", cite },
  ],
  levels: [
    { id: "五星", label, on: { ge: "66" }, cite },
    { id: "四星", label, on: { ge: "60", lt: "66" }, cite },
    { id: "三星", label, on: { ge: "54", lt: "60" }, cite },
    { id: "二星", label, on: { ge: "45", lt: "54" }, cite },
    { id: "一星", label, on: { lt: "45" }, cite },
  ],
  badges: [],
  awards: [],
  climb: null,
  quotas: [],
  ties: { keys: [], last: "share", method: "min" },
  rankings: [],
  slots: [],
  notes: [],
}

// ---------------------------------------------------------------- the facts

/** The same numbers each time, from whole numbers alone. */
const dice = (seed: number): ((sides: number) => number) => {
  let state = seed
  return (sides) => {
    state = (Math.imul(state, 1103515245) + 12345) >>> 0
    return (state >>> 8) % sides
  }
}

const dayOf = (roll: (sides: number) => number): CivilDate.CivilDate =>
  CivilDate.ofUnsafe(2023, 1 + roll(12), 1 + roll(28))

/** About fifty facts of each subject, in the order of their recording, as a register holds them. */
export const input = (count: number): Omit<Input, "book"> => {
  const roll = dice(20230101)
  const subjects: ReadonlyArray<Subject> = Array.from({ length: count }, (_, index) => ({
    id: `组织${String(index).padStart(7, "0")}`,
    labels: { 类: [roll(50) === 0 ? "免" : "正"] },
  }))
  type Told = Omit<Fact, "id" | "recordedAt">
  const told: Array<Told> = []
  for (const { id: subject } of subjects) {
    for (let index = 0; index < SHEET; index++) {
      const isAbsent = roll(40)
      told.push({
        subject,
        kind: `评${index}`,
        on: dayOf(roll),
        ...(isAbsent < 2
          ? { absent: isAbsent === 0 ? ("notApplicable" as const) : ("exempt" as const) }
          : { values: { value: String((6 + roll(15)) / 2) } }),
      })
    }
    for (let at = 0; at < 20; at++) {
      const line = roll(LINES.length)
      const values = LINES[line] === 0 ? { values: { 分值: String((roll(21) - 10) / 2) } } : {}
      told.push({ subject, kind: `事${line}`, on: dayOf(roll), ...values })
    }
    for (let at = 0; at < 20; at++) told.push({ subject, kind: `会${roll(COUNTS)}`, on: dayOf(roll) })
    if (roll(100) < 3) told.push({ subject, kind: `否${"一二三"[roll(3)]}`, on: dayOf(roll) })
  }
  told.sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const facts = told.map(
    (fact, index): Fact => ({
      id: `f${String(index).padStart(8, "0")}`,
      recordedAt: Coordinate.instantUnsafe(index),
      ...fact,
    }),
  )
  const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(1_000_000_000))
  return { period: Period.yearUnsafe(2023), at, subjects, facts }
}

// ---------------------------------------------------------------- by hand

export interface ByHand {
  /** Twelve hundredths of the score where the sheet is not whole, so that every quotient is one of whole numbers. */
  readonly score: Float64Array
  readonly level: Int8Array
}

/** The kinds as small numbers: sheet, lines, counts, vetoes. */
const KINDS = new Map<string, number>([
  ...Array.from({ length: SHEET }, (_, index) => [`评${index}`, index] as const),
  ...LINES.map((_, index) => [`事${index}`, 100 + index] as const),
  ...Array.from({ length: COUNTS }, (_, index) => [`会${index}`, 200 + index] as const),
  ["否一", 300],
  ["否二", 301],
  ["否三", 302],
])

const halves = (text: string): number => {
  const dot = text.indexOf(".")
  if (dot < 0) return 2 * Number(text)
  const whole = 2 * Number(text.slice(0, dot))
  return text.charCodeAt(0) === 45 ? whole - 1 : whole + 1
}

/** This one book as a straight program over the same facts: half points throughout, no tree, no table of rules. */
export const byHand = ({ subjects, facts, at }: Omit<Input, "book">): ByHand => {
  const rated = subjects.filter(({ labels }) => !(labels.类 ?? []).includes("免"))
  rated.sort((a, b) => (a.id < b.id ? -1 : 1))
  const rows = new Map(rated.map(({ id }, row) => [id, row]))
  const n = rated.length
  const [sheet, gone] = [new Int32Array(n), new Int32Array(n)]
  const [monthOne, monthTwo] = [new Int32Array(n * 12), new Int32Array(n * 12)]
  const [yearOne, yearTwo, less, net, rest] = [
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
    new Int32Array(n),
  ]
  const counts = new Int32Array(n * COUNTS)
  const vetoes = new Uint8Array(n)
  const superseded = new Set<string>()
  let last = ""
  for (const { id, supersedes } of facts) {
    if (id <= last) throw new Error("ids do not rise")
    last = id
    if (supersedes !== undefined) superseded.add(supersedes)
  }
  for (const fact of facts) {
    if (fact.recordedAt > at.knownAt || fact.on > at.validAt || fact.void === true) continue
    if (fact.on < "2023-01-01" || (superseded.size > 0 && superseded.has(fact.id))) continue
    const row = rows.get(fact.subject)
    const kind = KINDS.get(fact.kind)
    if (row === undefined || kind === undefined) continue
    if (kind < 100) {
      if (fact.absent === "notApplicable") gone[row]! += 1
      else sheet[row]! += fact.absent === "exempt" ? 10 : halves(fact.values?.value ?? "")
    } else if (kind < 200) {
      const line = kind - 100
      const points = LINES[line]! === 0 ? halves(fact.values?.分值 ?? "") : 2 * LINES[line]!
      const month = fact.on.charCodeAt(5) * 10 + fact.on.charCodeAt(6) - 529
      if (line < 2) monthOne[row * 12 + month]! += points
      else if (line < 4) monthTwo[row * 12 + month]! += points
      else if (line < 7) yearOne[row]! += points
      else if (line < 11) yearTwo[row]! += points
      else if (line >= 14 && line < 17) less[row]! += points
      else if (line === 12 || line === 13 || line === 21) net[row]! += points
      else rest[row]! += points
    } else if (kind < 300) counts[row * COUNTS + kind - 200]! += 1
    else vetoes[row]! |= 1 << (kind - 300)
  }
  const [score, level] = [new Float64Array(n), new Int8Array(n)]
  for (let row = 0; row < n; row++) {
    let lines = 120 + Math.min(yearOne[row]!, 40) + Math.min(yearTwo[row]!, 30) + Math.max(less[row]!, -24)
    lines += Math.min(Math.max(net[row]!, -12), 16) + rest[row]!
    for (let month = row * 12; month < row * 12 + 12; month++) {
      lines += Math.min(monthOne[month]!, 12) + Math.min(monthTwo[month]!, 6)
    }
    lines = Math.min(lines, 240)
    let met = 0
    for (let at = row * COUNTS; at < row * COUNTS + COUNTS; at++) {
      const count = counts[at]!
      met += count < 2 ? 0 : count < 6 ? 6 + count - 2 : 10
    }
    // (0.4 · sheet · 12 / left + 0.4 · lines + 0.2 · met) / 2, in tenths: over `left`.
    const left = SHEET - gone[row]!
    let above = 2 * sheet[row]! * SHEET + (2 * lines + met) * left
    if ((vetoes[row]! & 2) !== 0) above -= 50 * left
    if ((vetoes[row]! & 1) !== 0) above = Math.min(above, 0)
    const tenths = Math.floor((2 * above + left) / (2 * left))
    score[row] = tenths
    let at = tenths >= 660 ? 0 : tenths >= 600 ? 1 : tenths >= 540 ? 2 : tenths >= 450 ? 3 : 4
    if ((vetoes[row]! & 4) !== 0) at = Math.max(at, 2)
    level[row] = at
  }
  return { score, level }
}
