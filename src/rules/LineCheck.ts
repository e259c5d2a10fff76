/**
 * The check of lines (记分条目检查): lines that stand twice or contradict each other, that one person in two posts meets
 * together, whose measured spans overlap or leave something out, and classes of repetition that do not agree.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { type Box, boxesOf, fieldKey, meet, type Numbers, ordered } from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Act, Domain } from "./Expression.js"
import { fieldsOf, isMeasured, leavesOf, type Meeting, meetings, otherValues, testsOf } from "./LinePairs.js"
import { type LineCode, type Node, type Placed, repairOf, trimmed } from "./LineRepair.js"
import type { Line } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOf, nodesOfWhen } from "./Structure.js"
import * as Trial from "./Trial.js"
import { grouped } from "./World.js"

// ---------------------------------------------------------------- models

/** What the check found in one node of acts, and of which codes it could not look at everything. */
interface Found {
  readonly defects: ReadonlyArray<Defect.Defect>
  readonly undecided: ReadonlySet<LineCode>
}

const CODES: ReadonlyArray<LineCode> = [
  "lint.lineTwice",
  "lint.lineContradiction",
  "lint.linePosts",
  "lint.lineOverlap",
  "lint.lineGap",
]

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (book: Rulebook, context: Trial.Context): Defect.Checked => {
  const found = context.nodes.flatMap(({ e, path }) =>
    e.op === "acts" ? [checkNode({ book, context, node: e, path })] : [],
  )
  return { answers: found.flatMap(({ answers }) => answers), defects: found.flatMap(({ defects }) => defects) }
}

const checkNode = (at: Node): Defect.Checked => {
  const placed = at.node.acts.map(
    (act, index): Placed => ({ act, index, boxes: boxesOf(act.when, at.context.reading) }),
  )
  const kinds = [...grouped(placed, ({ act }) => act.kind).values()].map((lines) => checkKind(at, lines))
  const defects = [...kinds.flatMap((one) => one.defects), ...repetitions(at)]
  const answers = CODES.map((code) => {
    const isRefuted = defects.some((defect) => defect.code === code)
    const isOpen = kinds.some(({ undecided }) => undecided.has(code))
    return Trial.answer(code, at.path, isRefuted ? "refuted" : isOpen ? "undecided" : "proven")
  })
  return { answers, defects }
}

const checkKind = (at: Node, lines: ReadonlyArray<Placed>): Found => {
  if (lines.length < 2) return { defects: [], undecided: new Set() }
  const pairs = checkPairs(at, lines)
  const gaps = checkGaps(at, lines)
  return { defects: [...pairs.defects, ...gaps.defects], undecided: new Set([...pairs.undecided, ...gaps.undecided]) }
}

const checkPairs = (at: Node, lines: ReadonlyArray<Placed>): Found => {
  const { pairs, isWhole } = meetings(
    lines.map(({ act, boxes }) => ({ id: act.id, boxes, same: JSON.stringify([act.when ?? null]) })),
  )
  const undecided = new Set<LineCode>(isWhole ? [] : CODES.filter((code) => code !== "lint.lineGap"))
  const byId = new Map(lines.map((line) => [line.act.id, line]))
  const defects = pairs.flatMap((meeting) => {
    const [first, second] = [byId.get(meeting.first), byId.get(meeting.second)]
    if (first === undefined || second === undefined || !mayClash(first.act, second.act)) return []
    const shown = showPair(at, first, second, meeting)
    if (shown === undefined) for (const code of codesOf(first.act, second.act)) undecided.add(code)
    return shown ?? []
  })
  return { defects, undecided }
}

/** What is told apart on purpose is no clash: rungs of a tag, lines under a level or value that the others do not ask for. */
const mayClash = (a: Act, b: Act): boolean => {
  if (testsOf(a, "level") !== testsOf(b, "level") || otherValues(a) !== otherValues(b)) return false
  return isMeasured(a) || isMeasured(b) || testsOf(a, "tag") === testsOf(b, "tag")
}

const codesOf = (a: Act, b: Act): ReadonlyArray<LineCode> =>
  testsOf(a, "is") !== testsOf(b, "is")
    ? ["lint.lineTwice", "lint.linePosts"]
    : isMeasured(a) || isMeasured(b)
      ? ["lint.lineOverlap"]
      : ["lint.lineTwice", "lint.lineContradiction"]

/** The first alternative on which the interpreter shows both lines with a number; nothing where it shows none. */
const showPair = (
  at: Node,
  first: Placed,
  second: Placed,
  { boxes }: Meeting,
): ReadonlyArray<Defect.Defect> | undefined => {
  for (const box of ordered(boxes)) {
    const witness = pairWitness(at, [first.act, second.act], box)
    const lines = witness === undefined ? [] : (Trial.outcomeOf(at.book, witness).outcome?.lines ?? [])
    const [a, b] = [first, second].map(({ act }) => lines.find((line) => line.act === act.id))
    if (witness === undefined || a?.requested.is !== "known" || b?.requested.is !== "known") continue
    return [pairDefect(at, [first, second], [a, b], box, witness)]
  }
  return undefined
}

/** The lines alone, without what would hold back or double what they ask for. */
const linesAlone = ({ book, node }: Node, acts: ReadonlyArray<Act>): Rulebook => {
  const once = acts.map(({ repeat: _, ...act }): Act => act)
  return Trial.bare(book, { ...node, acts: once, caps: [], validity: [], suspensions: [], sameAct: "sum" })
}

const pairWitness = (at: Node, acts: ReadonlyArray<Act>, box: Box): Defect.Witness | undefined => {
  const sample = Trial.sampleOf(at.book, box, at.context)
  if (sample === undefined) return undefined
  const read = acts.flatMap(({ worth, when }) => [
    ...nodesOf(worth, []),
    ...(when === undefined ? [] : nodesOfWhen(when, [])),
  ])
  const values = least(read.flatMap(({ e }) => (e.op === "field" ? [[e.field, e.domain]] : [])))
  const parameters = least(read.flatMap(({ e }) => (e.op === "param" ? [[e.name, e.domain]] : [])))
  const fact = { tags: sample.fact.tags, values: { ...values, ...sample.fact.values } }
  return {
    is: "witness",
    book: linesAlone(at, acts),
    subject: Trial.SUBJECT,
    input: Trial.inputOf(at.book, at.context, { ...sample, parameters: { ...parameters, ...sample.parameters } }, [
      Trial.factOf(at.book, acts[0]?.kind ?? "", fact),
    ]),
    shows: { lines: acts.map(({ id }) => id) },
  }
}

const least = (domains: ReadonlyArray<readonly [string, Domain]>): Readonly<Record<string, string>> =>
  Object.fromEntries(domains.map(([name, { min, max }]) => [name, min ?? max ?? "0"]))

const pairDefect = (
  at: Node,
  pair: readonly [Placed, Placed],
  lines: readonly [Line, Line],
  box: Box,
  witness: Defect.Witness,
): Defect.Defect => {
  const [first, second] = pair
  const results = lines.map(({ requested }) => (requested.is === "known" ? requested.q : "?")).join(" / ")
  const [a, b] = lines.map(({ requested }) => (requested.is === "known" ? requested.q : ""))
  const code = relation(first.act, second.act, a === b)
  const where = `${first.act.id}、${second.act.id}`
  const repair = repairOf(at, code, pair, lines)
  return Trial.defect(at.book, code === "lint.lineContradiction" ? "must" : "should", {
    code,
    at: [...at.path, "acts", first.index],
    params: {
      witness: situation(first.act, second.act, box),
      where,
      results,
      ...(code === "lint.lineTwice" && a !== undefined ? { each: a } : {}),
    },
    cite: first.act.cite,
    evidence: witness,
    ...(repair === undefined ? {} : { repair }),
  })
}

/** How two lines stand to each other that fit one fact. */
const relation = (a: Act, b: Act, isSame: boolean): LineCode => {
  if (testsOf(a, "is") !== testsOf(b, "is")) return isSame ? "lint.lineTwice" : "lint.linePosts"
  const differ = JSON.stringify(a.when ?? null) !== JSON.stringify(b.when ?? null)
  if (differ && (isMeasured(a) || isMeasured(b))) return "lint.lineOverlap"
  return isSame ? "lint.lineTwice" : "lint.lineContradiction"
}

/** The kind with the numbers on which both lines fit. */
const situation = (a: Act, b: Act, box: Box): string => {
  const field = [...fieldsOf(a), ...fieldsOf(b)][0]
  const numbers = field === undefined ? undefined : box.numbers.get(fieldKey(field.field))
  return field === undefined || numbers === undefined ? a.kind : `${a.kind} ${rangeText(numbers)}${field.unit}`
}

const rangeText = (numbers: Numbers): string => {
  if (numbers.is === "absent") return ""
  const [low, high] = [numbers.low, numbers.high].map((end) => (end === undefined ? undefined : Exact.text(end.at)))
  if (low === high && low !== undefined) return low
  return `${low ?? "−∞"}–${high ?? "∞"}`
}

/** More holes of one kind are not shown one by one. */
const MOST_GAPS = 64

const checkGaps = (at: Node, lines: ReadonlyArray<Placed>): Found => {
  const fields = new Map(lines.flatMap(({ act }) => fieldsOf(act).map((field) => [field.field, field] as const)))
  const defects: Array<Defect.Defect> = []
  const undecided = new Set<LineCode>()
  for (const { field, unit } of fields.values()) {
    const parts = lines.flatMap((line) => (line.boxes ?? []).map((box) => ({ line, box })))
    const contexts = [
      ...grouped(
        parts.filter(({ box }) => box.numbers.has(fieldKey(field))),
        contextKey(field),
      ).values(),
    ]
    if (lines.some(({ boxes }) => boxes === undefined) || contexts.length > MOST_GAPS) undecided.add("lint.lineGap")
    for (const [one] of contexts.slice(0, MOST_GAPS)) {
      if (one === undefined) continue
      const holes = holesAt(field, one.box, parts)
      if (holes.length > MOST_GAPS) undecided.add("lint.lineGap")
      for (const hole of holes.slice(0, MOST_GAPS)) {
        const made = gapDefect(at, lines, { ...hole, field, unit, box: one.box })
        if (made !== undefined) defects.push(made)
      }
    }
  }
  const unique = new Map(defects.map((defect) => [JSON.stringify(defect.params), defect]))
  return { defects: [...unique.values()], undecided }
}

interface Part {
  readonly line: Placed
  readonly box: Box
}

/** What a box asks besides one field and the labels: lines for different people fill each other's holes. */
const contextKey =
  (field: string) =>
  ({ box }: Part): string =>
    JSON.stringify([
      [...box.tags],
      [...box.levels],
      [...box.numbers].filter(([key]) => key !== fieldKey(field)).map(([key, numbers]) => [key, rangeText(numbers)]),
    ])

interface Hole {
  readonly from: Exact.Exact
  readonly to: Exact.Exact
  readonly below: Placed
  readonly above: Placed
}

type Range = Extract<Numbers, { is: "between" }>

/** The runs of lattice points between two covered ones that no line covers while everything else is as in a box. */
const holesAt = (field: string, context: Box, parts: ReadonlyArray<Part>): ReadonlyArray<Hole> => {
  const key = fieldKey(field)
  const free = { ...context, labels: new Map(), numbers: without(context.numbers, key) }
  const covering = parts.flatMap(({ line, box }): ReadonlyArray<{ line: Placed; range: Range | undefined }> => {
    const rest = { ...box, labels: new Map(), numbers: without(box.numbers, key) }
    const range = box.numbers.get(key)
    if (meet([free], [rest])?.length === 0 || range?.is === "absent") return []
    return [{ line, range }]
  })
  if (covering.some(({ range }) => range === undefined || range.step === undefined)) return []
  const ranges = covering.flatMap(({ line, range }) => (range === undefined ? [] : [{ line, range }])).sort(byLow)
  const holes: Array<Hole> = []
  let reach = ranges[0]
  for (const next of ranges) {
    const [top, low, step] = [reach?.range.high?.at, next.range.low?.at, next.range.step]
    if (reach !== undefined && top !== undefined && low !== undefined && step !== undefined) {
      const [from, to] = [Exact.add(top, step), Exact.subtract(low, step)]
      if (Exact.compare(from, to) <= 0) holes.push({ from, to, below: reach.line, above: next.line })
    }
    if (top !== undefined && (next.range.high === undefined || Exact.compare(next.range.high.at, top) > 0)) reach = next
  }
  return holes
}

const without = (numbers: Box["numbers"], key: string): Box["numbers"] =>
  new Map([...numbers].filter(([other]) => other !== key))

const byLow = (a: { readonly range: Range }, b: { readonly range: Range }): number => {
  const [left, right] = [a.range.low, b.range.low]
  if (left === undefined || right === undefined) return left === right ? 0 : left === undefined ? -1 : 1
  return Exact.compare(left.at, right.at)
}

const gapDefect = (
  at: Node,
  lines: ReadonlyArray<Placed>,
  {
    from,
    to,
    below,
    above,
    field,
    unit,
    box,
  }: Hole & { readonly field: string; readonly unit: string; readonly box: Box },
): Defect.Defect | undefined => {
  const acts = lines.map(({ act }) => act)
  const numbers = box.numbers.get(fieldKey(field))
  if (numbers?.is !== "between") return undefined
  const end = { at: from, closed: true }
  const inside = { ...box, numbers: new Map([...box.numbers, [fieldKey(field), { ...numbers, low: end, high: end }]]) }
  const witness = pairWitness(at, acts, inside)
  if (witness === undefined) return undefined
  const labels = everyLabel(acts)
  const input = { ...witness.input, subjects: witness.input.subjects.map((one) => ({ ...one, labels })) }
  const shown: Defect.Witness = { ...witness, input, shows: { lines: [] } }
  if (!Trial.shows(at.book, shown)) return undefined
  const { kind } = below.act
  const range = [...new Set([from, to].map(Exact.text))].join("–")
  const repair = trimmed(at, below, field, { gap: above })
  return Trial.defect(at.book, "should", {
    code: "lint.lineGap",
    at: [...at.path, "acts", below.index],
    params: { witness: `${kind} ${range}${unit}`, where: kind },
    cite: below.act.cite,
    evidence: shown,
    ...(repair === undefined ? {} : { repair }),
  })
}

/** Somebody whom every line asks for, so that lines for different people meet. */
const everyLabel = (acts: ReadonlyArray<Act>): Readonly<Record<string, ReadonlyArray<string>>> => {
  const asked = acts.flatMap(({ when }) => (when === undefined ? [] : leavesOf(when, "is")))
  const byLabel = grouped(asked, ({ label }) => label)
  return Object.fromEntries(
    [...byLabel].map(([label, all]) => [label, [...new Set(all.flatMap((one) => one.in))].sort()]),
  )
}

/** Lines of one class that multiply differently: what a repetition is worth depends on which of them came again. */
const repetitions = (at: Node): ReadonlyArray<Defect.Defect> => {
  const repeating = at.node.acts.flatMap((act, index) =>
    act.repeat === undefined ? [] : [{ act, index, ...act.repeat }],
  )
  return [...grouped(repeating, (one) => one.class)].flatMap(([name, lines]) => {
    const sorted = [...lines].sort((a, b) => (a.act.id < b.act.id ? -1 : 1))
    const first = sorted[0]
    const other = sorted.find(({ times }) => first !== undefined && times !== first.times)
    if (first === undefined || other === undefined) return []
    return [
      Trial.defect(at.book, "should", {
        code: "lint.lineContradiction",
        at: [...at.path, "acts", first.index, "repeat"],
        params: {
          witness: name,
          where: `${first.act.id}、${other.act.id}`,
          results: `×${first.times} / ×${other.times}`,
        },
        cite: first.act.cite,
        evidence: Trial.places(
          [...at.path, "acts", first.index, "repeat"],
          [...at.path, "acts", other.index, "repeat"],
        ),
        repair: {
          text: {
            zh: `“${name}”一类再次发生统一按×${first.times}计`,
            en: `count every repetition of "${name}" ×${first.times}`,
          },
          patch: sorted
            .filter(({ times }) => times !== first.times)
            .map(({ index }) => ({ path: [...at.path, "acts", index, "repeat", "times"], value: first.times })),
        },
      }),
    ]
  })
}
