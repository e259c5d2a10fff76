/**
 * Trials (试算): made-up facts that meet a condition, and whether the interpreter shows on them what a finding says.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Exact from "../foundation/Exact.js"
import { pointer } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Period from "../foundation/Period.js"
import { type Box, type Boxes, boxesOf, type Numbers, ordered, type Reading, type Texts } from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Cite, Expression, FactLeaf, When } from "./Expression.js"
import type { Closure, Fact, FrozenResult, Subject } from "./Fact.js"
import { evaluate } from "./Interpreter.js"
import type { Outcome, Value } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import { type Located, nodesOfBook } from "./Structure.js"
import { grouped, type Path } from "./World.js"

// ---------------------------------------------------------------- models

/** What every check of a book reads beside it, found once. @internal */
export interface Context {
  readonly nodes: ReadonlyArray<Located>
  readonly reading: Reading
  /** The alternatives under which somebody is scored: of a class that is, and of none that is exempt. */
  readonly scored: Boxes
  /** The kinds of fact whose registers have to be closed for counts and sums to be known. */
  readonly closing: ReadonlyArray<string>
}

/** Facts, labels and results that meet a box; `fact` is what the single fact under consideration says. @internal */
export interface Sample {
  readonly labels: Subject["labels"]
  readonly parameters: Readonly<Record<string, string>>
  readonly fact: { readonly tags: Readonly<Record<string, string>>; readonly values: Readonly<Record<string, string>> }
  readonly facts: ReadonlyArray<Fact>
  readonly results: ReadonlyArray<FrozenResult>
}

// ---------------------------------------------------------------- constructors

/** @internal */
export const context = (book: Rulebook, range?: Reading["range"]): Context => {
  const nodes = nodesOfBook(book)
  const named = new Map(nodes.flatMap(({ e }) => (e.id === undefined ? [] : [[e.id, e]])))
  const closing = nodes.flatMap(({ e }) =>
    e.op === "fact" && (e.take === "count" || e.take === "sum") ? [e.kind] : [],
  )
  const reading: Reading = { node: (id) => named.get(id), ...(range === undefined ? {} : { range }) }
  return { nodes, reading, scored: scoredBoxes(book, reading), closing: [...new Set(closing)].sort() }
}

const scoredBoxes = ({ classes }: Rulebook, reading: Reading): Boxes => {
  if (classes.length === 0) return boxesOf(undefined, reading)
  const whens = (isExempt: boolean) =>
    classes.filter(({ standing }) => (standing === "exempt") === isExempt).map(({ when }) => when)
  const isScored: When = {
    test: "all",
    of: [
      { test: "any", of: whens(false) },
      { test: "not", of: { test: "any", of: whens(true) } },
    ],
  }
  const boxes = boxesOf(isScored, reading)
  return boxes === undefined ? undefined : ordered(boxes)
}

const now = /* @__PURE__ */ Coordinate.instantUnsafe(0)

/** Who a trial is about, and the fact it looks at. @internal */
export const SUBJECT = "trial"

/** @internal */
export const FACT = "fact"

const decided = { decidedBy: "trial", reason: "trial" }

/** A day on which the book is in force: the middle of its first year where it can be. */
const dayOf = ({ inForce: { from, to } }: Rulebook): CivilDate.CivilDate => {
  const middle = CivilDate.ofUnsafe(CivilDate.year(from), 6, 15)
  return middle >= from && (to === undefined || middle < to) ? middle : from
}

/** The year that a trial is about. @internal */
export const periodOf = (book: Rulebook): Period.Period => Period.yearUnsafe(CivilDate.year(dayOf(book)))

/** A fact of a trial. @internal */
export const factOf = (
  book: Rulebook,
  kind: string,
  { tags, values }: Partial<Sample["fact"]> = {},
  id: string = FACT,
): Fact => ({
  id,
  subject: SUBJECT,
  kind,
  on: dayOf(book),
  recordedAt: now,
  ...(values === undefined ? {} : { values }),
  ...(tags === undefined ? {} : { tags }),
  ...decided,
})

/** All that a trial is evaluated on: one subject, the rated year over, every register closed. @internal */
export const inputOf = (
  book: Rulebook,
  { closing }: Pick<Context, "closing">,
  sample: Pick<Sample, "labels" | "parameters" | "facts" | "results">,
  more: ReadonlyArray<Fact> = [],
): Defect.Witness["input"] => {
  const period = periodOf(book)
  const day = Period.lastDay(period)
  const facts = [...sample.facts, ...more]
  const closures = closing.map((kind): Closure => ({ kind, through: day, recordedAt: now }))
  return {
    period,
    at: Coordinate.of(day, now),
    subjects: [{ id: SUBJECT, labels: sample.labels, parameters: sample.parameters }],
    facts,
    ...(closures.length === 0 ? {} : { closures }),
    ...(sample.results.length === 0 ? {} : { results: sample.results }),
  }
}

/** The book with nothing but a total, so that a trial shows one node alone. @internal */
export const bare = (book: Rulebook, total: Expression): Rulebook => ({
  ...book,
  factsUnder: "periodEnd",
  classes: [],
  total,
  effects: [],
  levels: [],
  badges: [],
  awards: [],
  climb: null,
  quotas: [],
  rankings: [],
  slots: [],
  notes: [],
})

// ---------------------------------------------------------------- getters

/** A clause as a citation of its source. @internal */
export const citationOf = (book: Rulebook, { doc, art }: Cite): Citation | undefined => {
  const source = book.sources.find(({ id }) => id === doc)?.citation
  return source === undefined ? undefined : { ...source, article: /^[1-9]\d{0,3}$/.test(art) ? Number(art) : art }
}

/** A defect, with the clause cited from the book's sources. @internal */
export const defect = (
  book: Rulebook,
  strength: "must" | "should",
  { cite, ...rest }: Omit<Defect.Defect, "severity" | "strength" | "cite"> & { readonly cite?: Cite | undefined },
): Defect.Defect => {
  const citation = cite === undefined ? undefined : citationOf(book, cite)
  const { code, params, ...placed } = rest
  const made = Finding.of(strength, { code, params, ...(citation === undefined ? {} : { cite: citation }) })
  const severity = strength === "must" ? "error" : "warning"
  return { severity, strength, code, params, ...made, ...placed }
}

/** @internal */
export const answer = (code: Defect.Code, at: Path, given: Defect.Answer["answer"]): Defect.Answer => ({
  code,
  at,
  answer: given,
})

/** Places as evidence. @internal */
export const places = (...all: ReadonlyArray<Path>): Defect.Evidence => ({ is: "place", at: all.map(pointer) })

/** What a witness says, in the names that the book itself uses: labels, parameters, facts and results. @internal */
export const words = ({ input }: Defect.Witness): string => {
  const parts = [
    ...input.subjects.flatMap(({ labels, parameters }) => [
      ...Object.entries(labels)
        .map(([label, values]) => `${label}=${values.join("+")}`)
        .sort(),
      ...Object.entries(parameters ?? {})
        .map(([name, q]) => `${name}=${q}`)
        .sort(),
    ]),
    ...counted(input.facts.map(factWords).sort()),
    ...(input.results ?? []).map(resultWords).sort(),
  ]
  return parts.length === 0 ? "–" : parts.join("、")
}

const resultWords = ({ book, level, values }: FrozenResult): string =>
  `${book}=${[...(level === undefined ? [] : [level]), ...Object.values(values)].join("+")}`

const factWords = ({ kind, values, tags, absent }: Fact): string => {
  const said = [...(absent === undefined ? [] : [absent]), ...Object.values(tags ?? {}), ...Object.values(values ?? {})]
  return said.length === 0 ? kind : `${kind}=${said.join("+")}`
}

/** Equal parts once, with how many they are. */
const counted = (parts: ReadonlyArray<string>): ReadonlyArray<string> =>
  [...grouped(parts, (part) => part)].map(([part, all]) => (all.length === 1 ? part : `${part}×${all.length}`))

// ---------------------------------------------------------------- operations

/** A condition to be put in a second place: what it reads bears no id there, since ids stand once. @internal */
export const unnamed = (when: When): When => withoutIds(when) as When

const withoutIds = (part: unknown): unknown => {
  if (Array.isArray(part)) return part.map(withoutIds)
  if (typeof part !== "object" || part === null) return part
  const isNode = "op" in part
  return Object.fromEntries(
    Object.entries(part).flatMap(([key, item]) => (isNode && key === "id" ? [] : [[key, withoutIds(item)]])),
  )
}

/** What meets a box: the least values it allows; nothing where an expression in it is not given by a fact alone. @internal */
export const sampleOf = (
  book: Rulebook,
  box: Box,
  { reading }: Pick<Context, "reading">,
  pick: "low" | "high" = "low",
): Sample | undefined => {
  const values: Record<string, string> = {}
  const parameters: Record<string, string> = {}
  const facts: Array<Fact> = []
  const results: Array<FrozenResult> = []
  for (const numbers of box.numbers.values()) {
    const { e } = numbers
    const q = pointOf(numbers, pick)
    if (e.op === "field" && q !== undefined) put(values, e.field, Exact.text(q))
    else if (e.op === "param" && q !== undefined) put(parameters, e.name, Exact.text(q))
    else if (e.op === "fact") {
      const made = factsFor(book, e, q, facts.length, reading)
      if (made === undefined) return undefined
      facts.push(...made)
    } else if (e.op === "result") {
      if (q !== undefined) results.push(resultOf(book, e.book, e.at, { [e.node]: Exact.text(q) }))
    } else if (e.op !== "requested") return undefined
  }
  const levels = [...box.levels].flatMap(([key, texts]): ReadonlyArray<FrozenResult> => {
    const [of, at] = JSON.parse(key) as [string, "same" | "previous"]
    return "among" in texts && texts.among[0] !== undefined ? [resultOf(book, of, at, {}, least(texts.among))] : []
  })
  return {
    labels: labelsOf(box),
    parameters,
    fact: { tags: textsOf(box.tags), values },
    facts,
    results: united([...results, ...levels]),
  }
}

const put = <A>(record: Record<string, A>, key: string, value: A): void => {
  Object.defineProperty(record, key, { value, enumerable: true, configurable: true, writable: true })
}

const least = (texts: ReadonlyArray<string>): string => texts.reduce((a, b) => (b < a ? b : a), texts[0] ?? "")

/** One number of a range, its lower end where it has one, or its upper. @internal */
export const pointOf = (numbers: Numbers, pick: "low" | "high" = "low"): Exact.Exact | undefined => {
  if (numbers.is === "absent") return undefined
  const [low, high] = [numbers.low?.at, numbers.high?.at]
  if (pick === "low" || low === undefined) return (pick === "low" ? (low ?? high) : (high ?? low)) ?? Exact.zero
  return high ?? Exact.add(low, numbers.step ?? Exact.one)
}

const labelsOf = ({ labels }: Box): Subject["labels"] => {
  const made: Record<string, ReadonlyArray<string>> = {}
  for (const [label, { meets, avoids }] of labels) {
    const values = meets.flatMap((some) => least(some.filter((one) => !avoids.includes(one))))
    if (values.length > 0) put(made, label, [...new Set(values)].sort())
  }
  return made
}

const textsOf = (all: Box["tags"]): Readonly<Record<string, string>> => {
  const made: Record<string, string> = {}
  for (const [name, texts] of all) {
    const value = chosen(texts)
    if (value !== undefined) put(made, name, value)
  }
  return made
}

const chosen = (texts: Texts): string | undefined =>
  "among" in texts && texts.among.length > 0 ? least(texts.among) : undefined

/** More facts than this are not made up for a count. */
const MOST_FACTS = 50

/** Facts that give a leaf its number, or that say it is absent. */
const factsFor = (
  book: Rulebook,
  e: FactLeaf,
  q: Exact.Exact | undefined,
  from: number,
  reading: Reading,
): ReadonlyArray<Fact> | undefined => {
  const made = fitting(book, e.where, reading)
  if (made === undefined) return undefined
  const id = (index: number) => `${FACT} ${from + index}`
  if (q === undefined) return [{ ...factOf(book, e.kind, made, id(0)), absent: "notApplicable" }]
  if (e.take === "count") {
    const count = Number(Exact.text(q))
    if (!Number.isInteger(count) || count < 0 || count > MOST_FACTS) return undefined
    return Array.from({ length: count }, (_, index) => factOf(book, e.kind, made, id(index)))
  }
  const values = { ...made.values }
  put(values, e.field ?? "value", Exact.text(q))
  return [factOf(book, e.kind, { ...made, values }, id(0))]
}

/** Tags and values of a single fact that meets a condition. */
const fitting = (book: Rulebook, where: When | undefined, reading: Reading): Sample["fact"] | undefined => {
  const box = boxesOf(where, reading)?.[0]
  const sample = box === undefined ? undefined : sampleOf(book, box, { reading })
  const isAlone = sample !== undefined && sample.facts.length === 0 && Object.keys(sample.labels).length === 0
  return isAlone ? sample.fact : undefined
}

const resultOf = (
  book: Rulebook,
  of: string,
  at: "same" | "previous",
  values: Readonly<Record<string, string>>,
  level?: string,
): FrozenResult => {
  const year = CivilDate.year(dayOf(book))
  const period = Period.yearUnsafe(at === "same" || year === 1 ? year : year - 1)
  return { book: of, subject: SUBJECT, period, values, recordedAt: now, ...(level === undefined ? {} : { level }) }
}

/** Results of one book and period are one. */
const united = (results: ReadonlyArray<FrozenResult>): ReadonlyArray<FrozenResult> => {
  const all = new Map<string, FrozenResult>()
  for (const result of results) {
    const key = JSON.stringify([result.book, result.period.from])
    const before = all.get(key)
    all.set(
      key,
      before === undefined ? result : { ...before, ...result, values: { ...before.values, ...result.values } },
    )
  }
  return [...all.values()]
}

type Patch = NonNullable<Defect.Repair["patch"]>

/** A document with values put at paths, in order; without a value the key or item is taken out. @internal */
export const patched = <A>(document: A, patch: Patch): A =>
  patch.reduce<unknown>((part, { path, value }) => set(part, path, value), document) as A

const set = (part: unknown, [key, ...rest]: Path, value: unknown): unknown => {
  if (key === undefined) return value
  if (Array.isArray(part)) {
    const at = Number(key)
    if (rest.length === 0 && value === undefined) return part.filter((_, index) => index !== at)
    const next = set(part[at], rest, value)
    return at < part.length ? part.map((item, index) => (index === at ? next : item)) : [...part, next]
  }
  const record = typeof part === "object" && part !== null ? part : {}
  const own = Object.entries(record)
  const before = own.find(([name]) => name === String(key))?.[1]
  const others = own.filter(([name]) => name !== String(key))
  if (rest.length === 0 && value === undefined) return Object.fromEntries(others)
  const next: readonly [string, unknown] = [String(key), set(before, rest, value)]
  return Object.fromEntries(
    before === undefined ? [...others, next] : own.map((one) => (one[0] === next[0] ? next : one)),
  )
}

// ---------------------------------------------------------------- decisions

/** The outcome of a witness for its subject. @internal */
export const outcomeOf = (book: Rulebook, witness: Defect.Witness) => {
  const rating = evaluate({ ...witness.input, book: witness.book ?? book })
  return { rating, outcome: rating.outcomes.find(({ subject }) => subject === witness.subject) }
}

/** Whether the interpreter shows on a witness what it is said to show. @internal */
export const shows = (book: Rulebook, witness: Defect.Witness): boolean => {
  const { rating, outcome } = outcomeOf(book, witness)
  const { shows: what } = witness
  if ("quota" in what) return rating.quotas.some(({ quota, met }) => quota === what.quota && met === "no")
  if (outcome === undefined) return false
  if ("score" in what) {
    const facts = witness.input.facts.filter(({ id }) => id !== what.without)
    const less = outcomeOf(book, { ...witness, input: { ...witness.input, facts } }).outcome
    return [outcome, less].every((one, index) => isScore(one, index === 0 ? what.score : what.otherwise))
  }
  if ("level" in what) return outcome.level.is === "level" && outcome.level.level === what.level
  if ("standing" in what) return outcome.standing === what.standing
  if ("lines" in what) return showsLines(outcome, witness.input.facts, what.lines)
  if ("unread" in what) return outcome.unread.includes(what.unread)
  if ("absent" in what) {
    return valuesAt(outcome, what.path).some((value) => value.is === "absent" && value.why === what.absent)
  }
  if ("value" in what) {
    return valuesAt(outcome, what.path).some((value) => value.is === "known" && value.q === what.value)
  }
  const { level } = outcome
  const isOf = (found: { readonly is: string; readonly code?: string }) =>
    found.is === "conflict" && found.code === what.conflict
  return what.path === undefined
    ? isOf(level) || everyValue(outcome).some(isOf)
    : valuesAt(outcome, what.path).some(isOf)
}

const isScore = (outcome: Outcome | undefined, q: string): boolean =>
  outcome?.scores?.effective.is === "known" && outcome.scores.effective.q === q

/** The values of a node; `score` is the rounded score. */
const valuesAt = ({ nodes, scores }: Outcome, path: string): ReadonlyArray<Value> => [
  ...nodes.filter((node) => node.path === path).map(({ value }) => value),
  ...(path === "score" && scores !== undefined ? [scores.rounded] : []),
]

const everyValue = ({ nodes, scores }: Outcome): ReadonlyArray<Value> => [
  ...nodes.map(({ value }) => value),
  ...(scores === undefined ? [] : Object.values(scores)),
]

/** Whether these lines ask for points for one fact; of no lines, whether none does for any. */
const showsLines = ({ lines }: Outcome, facts: ReadonlyArray<Fact>, wanted: ReadonlyArray<string>): boolean => {
  if (wanted.length === 0) return lines.length === 0
  return facts.some(({ id }) => {
    const found = new Set(lines.filter(({ fact }) => fact === id).map(({ act }) => act))
    return wanted.every((act) => found.has(act))
  })
}
