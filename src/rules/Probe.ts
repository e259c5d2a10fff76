/**
 * The probe (试算查漏): runs the interpreter at the edges of a rulebook's own tables and reports what it meets there:
 * values on no row or on several, lines that contradict one another. Every finding carries the witness that shows it.
 *
 * The probe tries edges and their neighbours on the declared lattice, so what it reports is there; that it reports
 * nothing proves nothing about the places it did not try.
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
import * as Rounding from "../foundation/Rounding.js"
import type { Act, Acts, Cite, Curve, Domain, Expression, FieldLeaf, When } from "./Expression.js"
import type { Fact, Subject } from "./Fact.js"
import { evaluate } from "./Interpreter.js"
import type { Line, Value as Stored } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import type { ProbeCode } from "./RulesTexts.js"
import * as Span from "./Span.js"
import { nodesOf, nodesOfBook, nodesOfWhen } from "./Structure.js"
import * as Value from "./Value.js"

// ---------------------------------------------------------------- decisions

/**
 * What the interpreter meets at the edges of a rulebook, by code and place. `params.witness` is the value that shows it;
 * `params.where` the clauses it concerns.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Builder, Probe, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // "80–89 four stars, 90 and above five": made up after many printed texts
 * const cite = { doc: "text", art: "1" }
 * const book = Builder.bookUnsafe({
 *   id: "stars",
 *   version: "1",
 *   title: { zh: "评星办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "text", citation: { title: "评星办法", standing: "transcription" } }],
 *   score: { quantum: "0.5", round: "exact" },
 *   total: Scoring.only({ kind: "得分", domain: Scoring.domain("分", "0", "100", "0.5") }),
 *   levels: [
 *     { id: "五星", label: { zh: "五星" }, on: { ge: "90" }, cite },
 *     { id: "四星", label: { zh: "四星" }, on: { le: "89" }, cite },
 *   ],
 * })
 * const [finding] = Probe.probe(book)
 * assert.equal(finding?.code, "probe.levelGap")
 * assert.equal(finding?.params["witness"], "89.5")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const probe = (book: Rulebook): ReadonlyArray<Finding.Finding<ProbeCode>> => {
  const found = [
    ...probeLevels(book),
    ...nodesOfBook(book).flatMap(({ e, path }) => {
      if (e.op === "curve") return probeCurve(book, e, pointer(path))
      return e.op === "acts" ? probeActs(book, e) : []
    }),
  ]
  return Finding.sort(found)
}

const finding = (
  book: Rulebook,
  strength: "must" | "should",
  code: ProbeCode,
  params: Readonly<Record<string, string | number>>,
  cite: Cite | undefined,
): ReadonlyArray<Finding.Finding<ProbeCode>> => {
  const citation = cite === undefined ? undefined : citationOf(book, cite)
  const made = Finding.of(strength, { code, params, ...(citation === undefined ? {} : { cite: citation }) })
  return made === undefined ? [] : [made]
}

const citationOf = (book: Rulebook, { doc, art }: Cite): Citation | undefined => {
  const source = book.sources.find(({ id }) => id === doc)?.citation
  return source === undefined ? undefined : { ...source, article: /^[1-9]\d{0,3}$/.test(art) ? Number(art) : art }
}

/** The lattice points at and beside every end of some spans, within a domain where there is one. */
const edges = (spans: ReadonlyArray<Span.Span>, step: Exact.Exact, domain?: Domain): ReadonlyArray<Exact.Exact> => {
  const around = spans.flatMap((span) =>
    [Span.least(span, step), Span.greatest(span, step)].flatMap((q) =>
      q === undefined ? [] : [Exact.subtract(q, step), q, Exact.add(q, step)],
    ),
  )
  const inside = (q: Exact.Exact) =>
    domain === undefined ||
    ((domain.min === null || Exact.compare(q, Exact.parseUnsafe(domain.min)) >= 0) &&
      (domain.max === null || Exact.compare(q, Exact.parseUnsafe(domain.max)) <= 0))
  const ends =
    domain === undefined ? [] : [domain.min, domain.max].flatMap((q) => (q === null ? [] : [Exact.parseUnsafe(q)]))
  const unique = new Map([...around, ...ends].filter(inside).map((q) => [Exact.text(q), q]))
  return [...unique.values()].sort(Exact.compare)
}

/** Runs of neighbouring edges that give the same answer are one finding, shown by its first witness. */
const runs = <A>(
  points: ReadonlyArray<Exact.Exact>,
  answer: (q: Exact.Exact) => A | undefined,
  key: (a: A) => string,
) => {
  const found: Array<{ readonly q: Exact.Exact; readonly a: A }> = []
  let last = ""
  for (const q of points) {
    const a = answer(q)
    const now = a === undefined ? "" : key(a)
    if (a !== undefined && now !== last) found.push({ q, a })
    last = now
  }
  return found
}

const day = /* @__PURE__ */ CivilDate.parseUnsafe("2023-06-15")
const now = /* @__PURE__ */ Coordinate.instantUnsafe(0)
const nobody: Subject = { id: "trial", labels: {} }

const trial = (book: Rulebook, subject: Subject, facts: ReadonlyArray<Fact>) =>
  evaluate({ book, period: Period.yearUnsafe(2023), at: Coordinate.of(day, now), subjects: [subject], facts })
    .outcomes[0]

/** The book with nothing but a total, so that a trial shows one table alone. */
const bare = (book: Rulebook, total: Expression): Rulebook => ({
  ...book,
  inForce: { from: day },
  factsUnder: "periodEnd",
  classes: [],
  total,
  effects: [],
  badges: [],
  awards: [],
  climb: null,
  quotas: [],
  rankings: [],
  slots: [],
})

const constant = (q: Exact.Exact): Expression => ({ op: "const", q: Exact.text(q) })

/**
 * A gap is one whatever the further conditions of levels say, so it is looked for without them; an overlap is certain only
 * among levels that have none. Beyond the outermost levels a score counts as a gap only where the total can reach it.
 */
const probeLevels = (book: Rulebook): ReadonlyArray<Finding.Finding<ProbeCode>> => {
  const step = Exact.parseUnsafe(book.score.quantum)
  const banded = bandsOf(book)
  const points = edges(
    banded.map(({ on }) => on),
    step,
  )
  const conflicts = (levels: Rulebook["levels"], code: string) => (q: Exact.Exact) => {
    const level = trial({ ...bare(book, constant(q)), levels }, nobody, [])?.level
    return level?.is === "conflict" && level.code === code ? level : undefined
  }
  const gaps = conflicts(
    banded.map(({ and: _, ...level }) => level),
    "rules.levelGap",
  )
  const overlaps = conflicts(
    banded.filter(({ and }) => and === undefined),
    "rules.levelOverlap",
  )
  const cite = book.levels[0]?.cite
  return [
    ...runs(points, (q) => (isReached(book, q) ? gaps(q) : undefined), String).flatMap(({ q }) =>
      finding(book, "must", "probe.levelGap", { witness: Exact.text(q), step: book.score.quantum }, cite),
    ),
    ...runs(points, overlaps, ({ params }) => String(params.levels)).flatMap(({ q, a }) =>
      finding(book, "must", "probe.levelOverlap", { witness: Exact.text(q), where: String(a.params.levels) }, cite),
    ),
  ]
}

/** The levels that a score can reach, with their spans. */
const bandsOf = (book: Rulebook) => book.levels.flatMap(({ on, ...level }) => (on === null ? [] : [{ ...level, on }]))

/** Whether a score lies between levels, or can be reached where it lies beyond them all. */
const isReached = (book: Rulebook, q: Exact.Exact): boolean => {
  const banded = bandsOf(book)
  const isBelow = banded.every(({ on }) => {
    const low = Span.lower(on)
    return low !== undefined && (Exact.compare(q, low.at) < 0 || (Exact.equals(q, low.at) && !low.closed))
  })
  const isAbove = banded.every(({ on }) => {
    const high = Span.upper(on)
    return high !== undefined && (Exact.compare(q, high.at) > 0 || (Exact.equals(q, high.at) && !high.closed))
  })
  if (!isBelow && !isAbove) return true
  const range = rangeOf(book.total)
  if (range === undefined) return false
  const [low, high] = [Value.low(range), Value.high(range)]
  return (low === null || Exact.compare(q, low) >= 0) && (high === null || Exact.compare(q, high) <= 0)
}

/** What an expression can come to, where that follows from it simply; lines without a cap give and take without end. */
const rangeOf = (e: Expression): Value.Numeric | undefined => {
  switch (e.op) {
    case "const":
      return Value.known(Exact.parseUnsafe(e.q))
    case "fact":
    case "param":
    case "result":
      return Value.between(
        e.domain.min === null ? null : Exact.parseUnsafe(e.domain.min),
        e.domain.max === null ? null : Exact.parseUnsafe(e.domain.max),
        [],
      )
    case "sum": {
      const parts = e.of.map((part) => ({ w: Exact.parseUnsafe(part.w), range: rangeOf(part.e) }))
      if (e.absent !== undefined) return undefined
      return parts.reduce<Value.Numeric | undefined>(
        (all, { w, range }) =>
          all === undefined || range === undefined ? undefined : Value.add(all, Value.scale(w, range)),
        Value.zero,
      )
    }
    case "min":
    case "max": {
      const parts = e.of.map(rangeOf).flatMap((range) => (range === undefined ? [] : [range]))
      return parts.length < e.of.length ? undefined : parts.reduce(e.op === "min" ? Value.least : Value.greatest)
    }
    case "round": {
      const [range, step] = [rangeOf(e.e), Exact.parseUnsafe(e.step)]
      return range === undefined ? undefined : Value.rising(range, (q) => Rounding.round(q, e.mode, step))
    }
    case "acts":
      return rangeOfActs(e)
    default:
      return undefined
  }
}

const rangeOfActs = (e: Acts): Value.Numeric | undefined => {
  const worths = e.acts.map(({ worth, repeat }) =>
    worth.op === "const" && repeat === undefined ? Exact.parseUnsafe(worth.q) : undefined,
  )
  if (worths.includes(undefined)) return undefined
  const signs = worths.map((q) => (q === undefined ? 0 : Exact.sign(q)))
  const whole = e.caps.filter(({ of, per }) => per === "period" && e.acts.every(({ id }) => of.includes(id)))
  const most = whole.flatMap(({ on, max }) => (on !== "malus" && max !== undefined ? [Exact.parseUnsafe(max)] : []))
  const least = whole.flatMap(({ on, min }) => (on !== "bonus" && min !== undefined ? [Exact.parseUnsafe(min)] : []))
  const isFree = e.caps.every((cap) => whole.includes(cap))
  if (!isFree) return undefined
  return Value.between(
    signs.includes(-1) ? (least.length === 0 ? null : least.reduce(Exact.max)) : Exact.zero,
    signs.includes(1) ? (most.length === 0 ? null : most.reduce(Exact.min)) : Exact.zero,
    [],
  )
}

const probeCurve = (book: Rulebook, e: Curve, path: string): ReadonlyArray<Finding.Finding<ProbeCode>> => {
  const domain = "domain" in e.of ? e.of.domain : undefined
  if (domain === undefined) return []
  const total = (q: Exact.Exact): Stored | undefined =>
    trial(bare(book, { ...e, of: constant(q) }), nobody, [])?.scores?.total
  const conflict = (q: Exact.Exact) => {
    const value = total(q)
    return value?.is === "conflict" ? value : undefined
  }
  const where = e.id ?? e.label?.zh ?? path
  const points = edges(
    e.pieces.map(({ on }) => on),
    Exact.parseUnsafe(domain.step),
    domain,
  )
  return runs(points, conflict, ({ code, params }) => `${code} ${params.results}`).flatMap(({ q, a }) => {
    const witness = `${Exact.text(q)}${domain.unit}`
    const cite = e.cite ?? e.pieces.find(({ cite }) => cite !== undefined)?.cite
    return a.code === "rules.gap"
      ? finding(book, "must", "probe.curveGap", { witness, where }, cite)
      : finding(book, "must", "probe.curveOverlap", { witness, where, results: String(a.params.results) }, cite)
  })
}

const probeActs = (book: Rulebook, e: Acts): ReadonlyArray<Finding.Finding<ProbeCode>> => {
  const byKind = new Map<string, Array<Act>>()
  for (const act of e.acts) byKind.set(act.kind, [...(byKind.get(act.kind) ?? []), act])
  return [...byKind].flatMap(([kind, acts]) =>
    merged(probeKind(book, e, kind, acts)).flatMap(({ code, where, results, cite, first, last, isEndless }) => {
      const run = [first, last].flatMap((q) => (q === undefined ? [] : [Exact.text(q)]))
      const ends = isEndless ? `${run[0]}–∞` : [...new Set(run)].join("–")
      const witness = ends === "" ? kind : `${kind} ${ends}${last === undefined ? "" : unitOf(acts)}`
      const params = results === undefined ? { witness, where } : { witness, where, results }
      return finding(book, code === "probe.lineContradiction" ? "must" : "should", code, params, cite)
    }),
  )
}

const unitOf = (acts: ReadonlyArray<Act>): string => acts.flatMap(fieldsOf)[0]?.leaf.domain.unit ?? ""

/** What a sample fact shows; `at` is the sample's place among its neighbours. */
interface Hit {
  readonly code: ProbeCode
  readonly where: string
  readonly results?: string
  readonly cite: Cite | undefined
  readonly at: number
  readonly q: Exact.Exact | undefined
  /** Whether nothing changes any more above the number, which has no bound. */
  readonly isEndless: boolean
}

interface Run extends Omit<Hit, "at" | "q"> {
  readonly first: Exact.Exact | undefined
  readonly last: Exact.Exact | undefined
}

/** Neighbouring samples that show the same are one finding; the spans change at no other place than those tried. */
const merged = (hits: ReadonlyArray<Hit>): ReadonlyArray<Run> => {
  const open = new Map<string, { readonly run: Run; readonly at: number }>()
  const done: Array<Run> = []
  for (const { at, q, ...hit } of hits) {
    const key = `${hit.code} ${hit.where} ${hit.results}`
    const before = open.get(key)
    const goesOn = before !== undefined && (before.at >= at - 1 || q === undefined)
    if (before !== undefined && !goesOn) done.push(before.run)
    open.set(key, {
      run: goesOn ? { ...before.run, last: q, isEndless: hit.isEndless } : { ...hit, first: q, last: q },
      at,
    })
  }
  return [...done, ...[...open.values()].map(({ run }) => run)]
}

const probeKind = (book: Rulebook, e: Acts, kind: string, acts: ReadonlyArray<Act>): ReadonlyArray<Hit> => {
  const ids = new Set(acts.map(({ id }) => id))
  const node: Acts = { ...e, acts, caps: [], validity: [], suspensions: [], sameAct: "sum" }
  const alone = bare(book, { ...node, acts: acts.map(({ repeat: _, ...act }) => act) })
  const subject: Subject = { id: "trial", labels: labelsOf(acts) }
  const tried = samples(kind, acts).map((sample) => ({
    ...sample,
    lines: (trial(alone, subject, [sample.fact])?.lines ?? []).filter(({ act }) => ids.has(act)),
  }))
  return tried.flatMap(({ field, q, lines, fact }, at): ReadonlyArray<Hit> => {
    const cite = acts.find(({ id }) => id === lines[0]?.act)?.cite ?? acts[0]?.cite
    const isEndless = q !== undefined && field?.domain.max === null && tried[at + 1]?.field !== field
    if (lines.length === 0) {
      const alike = tried.filter((other) => isAlike(fact, other.fact, field) && other.lines.length > 0)
      const isBetween =
        q !== undefined &&
        [-1, 1].every((side) => alike.some((one) => one.q !== undefined && Exact.compare(one.q, q) === side))
      return isBetween ? [{ code: "probe.lineGap", where: kind, cite, at, q, isEndless }] : []
    }
    const certain = lines.filter(({ requested }) => requested.is === "known")
    return pairs(certain).flatMap(([a, b]) => {
      const results = [a, b].map(({ requested }) => (requested.is === "known" ? requested.q : "?")).join(" / ")
      const [first, second] = [a, b].map(({ act }) => acts.find(({ id }) => id === act))
      const code = relation(first, second, sameValue(a, b))
      return code === undefined ? [] : [{ code, where: `${a.act}、${b.act}`, results, cite, at, q, isEndless }]
    })
  })
}

/** Whether two sample facts differ in the measured field alone. */
const isAlike = (a: Fact, b: Fact, field: FieldLeaf | undefined): boolean => {
  const rest = ({ values, tags }: Fact) => JSON.stringify([tags, { ...values, [field?.field ?? ""]: "" }])
  return rest(a) === rest(b)
}

const pairs = (lines: ReadonlyArray<Line>): ReadonlyArray<readonly [Line, Line]> =>
  lines.flatMap((a, index) => lines.slice(index + 1).map((b) => [a, b] as const))

const sameValue = ({ requested: a }: Line, { requested: b }: Line): boolean =>
  a.is === "known" && b.is === "known" ? a.q === b.q : a.is === b.is

/**
 * Two lines fit one fact. Printed twice with one value, for two posts that one person may hold, in conflict where nothing
 * tells them apart, overlapping where the spans of a measure do. Lines that a tag tells apart are a ladder, and meant to
 * fit together.
 */
const relation = (a: Act | undefined, b: Act | undefined, same: boolean): ProbeCode | undefined => {
  const measured = [a, b].some((act) => fieldsOf(act).length > 0)
  const tagged = [a, b].some((act) => act?.when !== undefined && tagsOf(act.when).length > 0)
  if (tagged && !measured) return undefined
  const [here, there] = [a, b].map((act) => JSON.stringify(act?.when === undefined ? [] : isOf(act.when)))
  if (here !== there) return same ? "probe.lineTwice" : "probe.linePosts"
  if (measured) return "probe.lineOverlap"
  return same ? "probe.lineTwice" : "probe.lineContradiction"
}

interface Sample {
  readonly fact: Fact
  readonly field?: FieldLeaf
  readonly q?: Exact.Exact
}

/** Facts of a kind that stand at the edges of what its lines ask about. */
const samples = (kind: string, acts: ReadonlyArray<Act>): ReadonlyArray<Sample> => {
  const tests = acts.flatMap((act) => fieldsOf(act))
  const tags = acts.flatMap(({ when }) => (when === undefined ? [] : tagsOf(when)))
  const names = [...new Set(tags.map(({ tag }) => tag))]
  const choices = names.reduce<ReadonlyArray<Readonly<Record<string, string>>>>(
    (all, tag) => {
      const values = [...new Set(tags.filter((one) => one.tag === tag).flatMap((one) => one.in))]
      return all.flatMap((one) => values.map((value) => ({ ...one, [tag]: value })))
    },
    [{}],
  )
  const base = { id: "trial", subject: "trial", kind, on: day, recordedAt: now, decidedBy: "trial", reason: "trial" }
  const read = acts.flatMap(({ worth, when }) => [
    ...nodesOf(worth, []),
    ...(when === undefined ? [] : nodesOfWhen(when, [])),
  ])
  const least = Object.fromEntries(
    read.flatMap(({ e }) => (e.op === "field" ? [[e.field, e.domain.min ?? e.domain.max ?? "0"]] : [])),
  )
  const measured = [...new Map(tests.map(({ leaf }) => [leaf.field, leaf])).values()]
  return choices.slice(0, MOST_CHOICES).flatMap((tags): ReadonlyArray<Sample> => {
    if (measured.length === 0) return [{ fact: { ...base, tags, values: least } }]
    return measured.flatMap((field) => {
      const spans = tests.filter(({ leaf }) => leaf.field === field.field).map(({ on }) => on)
      return edges(spans, Exact.parseUnsafe(field.domain.step), field.domain).map((q) => ({
        fact: { ...base, tags, values: { ...least, [field.field]: Exact.text(q) } },
        field,
        q,
      }))
    })
  })
}

const MOST_CHOICES = 64

const fieldsOf = (act: Act | undefined): ReadonlyArray<{ readonly leaf: FieldLeaf; readonly on: Span.Span }> =>
  act?.when === undefined ? [] : valuesOf(act.when).flatMap(({ e, on }) => (e.op === "field" ? [{ leaf: e, on }] : []))

const valuesOf = (when: When): ReadonlyArray<Extract<When, { test: "value" }>> =>
  when.test === "value" ? [when] : within(when).flatMap(valuesOf)

const tagsOf = (when: When): ReadonlyArray<Extract<When, { test: "tag" }>> =>
  when.test === "tag" ? [when] : within(when).flatMap(tagsOf)

const isOf = (when: When): ReadonlyArray<Extract<When, { test: "is" }>> =>
  when.test === "is" ? [when] : within(when).flatMap(isOf)

const within = (when: When): ReadonlyArray<When> =>
  when.test === "not" ? [when.of] : when.test === "all" || when.test === "any" || when.test === "atLeast" ? when.of : []

/** Somebody whom every line asks for, so that lines for different people meet. */
const labelsOf = (acts: ReadonlyArray<Act>): Subject["labels"] => {
  const asked = acts.flatMap(({ when }) => (when === undefined ? [] : isOf(when)))
  const names = [...new Set(asked.map(({ label }) => label))]
  return Object.fromEntries(
    names.map((name) => [name, [...new Set(asked.filter(({ label }) => label === name).flatMap((one) => one.in))]]),
  )
}
