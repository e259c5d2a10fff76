/**
 * The ranges of nodes (各节点的取值范围), found from the declared domains from the leaves up.
 *
 * @since 0.1.0
 */
import type { Absence } from "../foundation/Absence.js"
import * as Exact from "../foundation/Exact.js"
import type * as Period from "../foundation/Period.js"
import * as Coverage from "./Coverage.js"
import * as CurveRange from "./CurveRange.js"
import { after, EVERYTHING, isApart, joined, merged, type Reads, type Rise } from "./Dependence.js"
import type { Acts, Case, Domain, Expression, FactLeaf, FieldLeaf, Over, Ratio, Ties, When } from "./Expression.js"
import { type Found, moved, nothing, several } from "./Found.js"
import * as LineRange from "./LineRange.js"
import * as PeersRange from "./PeersRange.js"
import * as Range from "./Range.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOf, nodesOfBook, whensOf } from "./Structure.js"
import * as SumRange from "./SumRange.js"
import * as Windows from "./Windows.js"
import { grouped, type Path } from "./World.js"

// ---------------------------------------------------------------- models

/** What is taken for given. @internal */
export interface Given {
  readonly period: Period.Period
  readonly population: number | null
  readonly facts: number | null
}

interface Context {
  readonly book: Rulebook
  readonly given: Given
  readonly nodes: ReadonlyMap<string, { readonly e: Expression; readonly path: Path }>
  /** The labels that classes ask for: who is scored at all hangs on them. */
  readonly classed: ReadonlySet<string>
  /** Windows that differ in how many spans lie in them, and a name for the set. */
  readonly windows: { readonly name: string; readonly all: ReadonlyArray<Period.Period> }
  readonly memo: Map<string, Found>
  /** Where what is found is told; nowhere behind a reference. */
  readonly note?: (path: Path, found: Found) => void
  /** What lines are worth before repetition, inside a validity row. */
  readonly requested?: Found
}

// ---------------------------------------------------------------- operations

/** Every node of a rulebook, told with its path. @internal */
export const everything = (book: Rulebook, given: Given, note: (path: Path, found: Found) => void): void => {
  const context: Context = {
    book,
    given,
    nodes: new Map(nodesOfBook(book).flatMap(({ e, path }) => (e.id === undefined ? [] : [[e.id, { e, path }]]))),
    classed: new Set(book.classes.flatMap(({ when }) => labelsOf(when))),
    windows: { name: "", all: [given.period] },
    memo: new Map(),
    note,
  }
  find(book.total, ["total"], context)
  for (const { when, path } of whensOf(book)) look(when, path, context)
  keysOf(book.ties, ["ties"], context)
  for (const [index, { ties }] of book.rankings.entries()) keysOf(ties, ["rankings", index, "ties"], context)
}

const labelsOf = (when: When): ReadonlyArray<string> => {
  if (when.test === "is") return [when.label]
  if (when.test === "not") return labelsOf(when.of)
  return "of" in when ? when.of.flatMap(labelsOf) : []
}

/** What an expression comes to in the windows of the context; it and what is below it is told. */
const find = (e: Expression, path: Path, context: Context): Found => {
  const found = foundOf(e, path, context)
  context.note?.(path, found)
  return found
}

const foundOf = (e: Expression, path: Path, context: Context): Found => {
  switch (e.op) {
    case "const":
      return { ...nothing, range: Range.point(Exact.parseUnsafe(e.q)) }
    case "fact":
      return factLeaf(e, path, context)
    case "param":
      return leaf(e.domain, `parameter ${e.name}`, null)
    case "result":
      return { ...leaf(e.domain, `result ${e.book} ${e.at}`, e.node), absences: new Set(["new"]) }
    case "field":
      return fieldLeaf(e)
    case "requested":
      return context.requested ?? { ...nothing, conflicts: new Set(["rules.outsideLines"]) }
    case "badges":
      return badgeCount(context)
    case "ref":
      return reference(e.to, context)
    case "sum":
      return SumRange.sum(
        e,
        e.of.map((part, index) => find(part.e, [...path, "of", index, "e"], context)),
      )
    case "min":
    case "max":
      return several(
        e.of.map((part, index) => find(part, [...path, "of", index], context)),
        (ranges) => ranges.reduce(e.op === "min" ? Range.lesser : Range.greater),
      )
    case "times":
      return times([find(e.by, [...path, "by"], context), find(e.e, [...path, "e"], context)])
    case "ratio":
      return ratio(e, path, context)
    case "curve":
      return CurveRange.of(e, find(e.of, [...path, "of"], context))
    case "acts":
      return acts(e, path, context)
    case "over":
      return over(e, path, context)
    case "peers":
      return PeersRange.of(
        e,
        find(e.e, [...path, "e"], context),
        keysOf(e.ties, [...path, "ties"], context),
        context.given.population,
      )
    case "case":
      return decisionTable(e, path, context)
    case "round":
      return moved(find(e.e, [...path, "e"], context), (range) => Range.round(range, e.mode, Exact.parseUnsafe(e.step)))
  }
}

const bound = (q: string | null): Exact.Exact | null => (q === null ? null : Exact.parseUnsafe(q))

const leaf = ({ min, max, step }: Domain, source: string, detail: string | null): Found => ({
  range: Range.lattice(bound(min), bound(max), Exact.parseUnsafe(step)),
  absences: new Set(),
  conflicts: new Set(["rules.outOfDomain", "rules.offLattice"]),
  open: true,
  rises: "up",
  reads: new Map([[source, detail === null ? null : new Set([detail])]]),
})

const TOLD: ReadonlyArray<Absence> = ["notApplicable", "exempt", "new"]

const factLeaf = (e: FactLeaf, path: Path, context: Context): Found => {
  const where = e.where === undefined ? undefined : look(e.where, [...path, "where"], context)
  const isOne = e.take === "only" || e.take === "latest"
  const source = `kind ${e.kind}`
  const found = leaf(e.domain, source, isOne && e.where === undefined ? (e.field ?? "value") : null)
  const codes = [
    ...found.conflicts,
    ...(e.take === "only" ? ["rules.severalFacts"] : []),
    ...(isOne && e.decidedBy !== undefined ? ["rules.undecided"] : []),
  ]
  const range = e.take === "count" ? counted(e, found.range, context.given.facts) : found.range
  const isFree = e.where === undefined || (free(e.where, context, new Set()) !== undefined && !isOne)
  return {
    ...found,
    range: range === undefined || isFree ? range : Range.unsure(range),
    absences: new Set(TOLD),
    conflicts: new Set(codes),
    reads: where === undefined ? found.reads : outside(merged([found.reads, where.reads])),
  }
}

/** How many facts: whole numbers from nought, as far as the domain has any. */
const counted = (
  { domain }: FactLeaf,
  range: Range.Range | undefined,
  facts: number | null,
): Range.Range | undefined => {
  if (range === undefined || (range.max !== null && Exact.sign(range.max) < 0)) return range
  const whole = Range.lcm(Exact.one, Exact.parseUnsafe(domain.step))
  const most =
    facts === null ? range.max : Exact.min(range.max ?? Exact.integerUnsafe(facts), Exact.integerUnsafe(facts))
  const [min, max] = [range.min === null ? Exact.zero : Exact.max(Exact.zero, range.min), most]
  return max !== null && Exact.compare(min, max) > 0 ? range : Range.lattice(min, max, whole)
}

const fieldLeaf = ({ domain, field, decidedBy }: FieldLeaf): Found => {
  const found = leaf(domain, "field", field)
  return decidedBy === undefined ? found : { ...found, conflicts: new Set([...found.conflicts, "rules.undecided"]) }
}

const badgeCount = ({ book }: Context): Found => {
  const range = Range.lattice(Exact.zero, Exact.integerUnsafe(book.badges.length), Exact.one)
  return { ...nothing, range: Range.unsure(range), open: true, rises: "both", reads: EVERYTHING }
}

const reference = (to: string, context: Context): Found => {
  const target = context.nodes.get(to)
  if (target === undefined) return { ...nothing, conflicts: new Set(["rules.noSuchNode"]) }
  const key = JSON.stringify([context.windows.name, to])
  const memo = context.memo.get(key)
  if (memo !== undefined) return memo
  const { note: _, ...quiet } = context
  const found = find(target.e, target.path, quiet)
  context.memo.set(key, found)
  return found
}

/** What a condition reads; the nodes in it are written down. */
const look = (when: When, path: Path, context: Context): Pick<Found, "reads"> => {
  switch (when.test) {
    case "is":
      return { reads: new Map([[`label ${when.label}`, null]]) }
    case "tag":
      return { reads: new Map([["tag", new Set([when.tag])]]) }
    case "level":
      return { reads: new Map([[`level ${when.book} ${when.at}`, null]]) }
    case "value":
      return find(when.e, [...path, "e"], context)
    case "not":
      return look(when.of, [...path, "of"], context)
    default:
      return { reads: merged(when.of.map((part, index) => look(part, [...path, "of", index], context).reads)) }
  }
}

const keysOf = (ties: Ties, path: Path, context: Context): ReadonlyArray<Found> =>
  ties.keys.map(({ e }, index) => find(e, [...path, "keys", index, "e"], context))

/**
 * The names that a condition takes a value of, where it can be met at will: each tag, field and label is asked for once,
 * and none of what is taken already. Nothing where that is not certain.
 */
const free = (when: When, context: Context, taken: ReadonlySet<string>): ReadonlySet<string> | undefined => {
  const take = (name: string, isPossible: boolean) =>
    isPossible && !taken.has(name) ? new Set([...taken, name]) : undefined
  switch (when.test) {
    case "is":
      return take(`label ${when.label}`, when.in.length > 0 && !context.classed.has(when.label))
    case "tag":
      return take(`tag ${when.tag}`, when.in.length > 0)
    case "value": {
      if (when.e.op !== "field") return undefined
      const { domain, field } = when.e
      const reach = { min: bound(domain.min), max: bound(domain.max), step: Exact.parseUnsafe(domain.step) }
      return take(
        `field ${field}`,
        Coverage.runs([when.on], reach).some(({ rows }) => rows.length > 0),
      )
    }
    case "all":
      return when.of.reduce<ReadonlySet<string> | undefined>(
        (all, part) => (all === undefined ? undefined : free(part, context, all)),
        taken,
      )
    default:
      return undefined
  }
}

const over = (e: Over, path: Path, context: Context): Found => {
  const { windows } = context
  const inner = { ...context, windows: { name: `${windows.name}/${e.each}`, all: Windows.parts(windows.all, e.each) } }
  const counts = windows.all.map((window) => Windows.spansIn(window, e.each))
  return SumRange.over(e, find(e.e, [...path, "e"], inner), counts, context.given.facts)
}

const times = (parts: readonly [Found, Found]): Found => {
  const [by, e] = parts
  const isSigned = [by, e].some(({ range }) => range?.min == null || Exact.sign(range.min) < 0)
  const rises = isSigned ? joined(["both", by.rises, e.rises]) : joined([by.rises, e.rises])
  return several(parts, ([a, b]) => Range.multiply(a ?? Range.zero, b ?? Range.zero), rises)
}

const ratio = (e: Ratio, path: Path, context: Context): Found => {
  const num = find(e.num, [...path, "num"], context)
  const den = find(e.den, [...path, "den"], context)
  const isNought = den.range !== undefined && Range.isPoint(den.range) && Range.holds(den.range, Exact.zero)
  const parts = isNought ? [num, { ...den, range: undefined }] : [num, den]
  const known = shareOf(e, num.range, context)
  const found = several(
    parts,
    ([a, b]) => known ?? Range.divide(a ?? Range.zero, b ?? Range.zero),
    ratioRises(num, den),
  )
  const quotient = known !== undefined && found.range !== undefined ? known : found.range
  const isEmpty = den.range !== undefined && Range.holds(den.range, Exact.zero)
  if (!isEmpty || num.range === undefined) return { ...found, range: quotient }
  if (typeof e.empty === "string") {
    return { ...found, range: quotient, absences: new Set([...found.absences, e.empty]) }
  }
  const empty = SumRange.valued(e.empty.value)
  const instead = den.range?.fills === true && isApart([num.reads, den.reads]) ? empty : Range.unsure(empty)
  return { ...found, range: Range.hull([...(quotient === undefined ? [] : [quotient]), instead]) }
}

const ratioRises = (num: Found, den: Found): Rise =>
  [num, den].every(({ range }) => range?.min != null && Exact.sign(range.min) >= 0)
    ? joined([num.rises, after("down", den.rises)])
    : joined(["both", num.rises, den.rises])

/** What a quotient comes to whose parts are read in both: at most one of the best, or a mean of the shares of ballots. */
const shareOf = ({ num, den }: Ratio, range: Range.Range | undefined, context: Context): Range.Range | undefined => {
  if (
    range?.min != null &&
    Exact.sign(range.min) >= 0 &&
    den.op === "peers" &&
    den.fold === "best" &&
    den.best === "high"
  ) {
    if (isSameNode(den.e, num)) {
      return {
        ...Range.lattice(Exact.zero, Exact.one, Exact.one),
        step: null,
        reached: { min: false, max: range.fills && !Range.isPoint(range) },
        fills: false,
      }
    }
  }
  const [above, below] = [termsOf(num), termsOf(den)]
  const { note: _, ...quiet } = context
  const found = below.map(({ e }) => find(e, [], quiet))
  const isBallot =
    below.every(({ w }, index) => Exact.sign(w) > 0 && isFromNought(found[index]?.range)) &&
    above.every(({ e }) => below.some((term) => isSameNode(term.e, e)))
  if (!isBallot || below.length === 0) return undefined
  const weightOf = (terms: ReturnType<typeof termsOf>, e: Expression) =>
    Exact.sum(terms.flatMap((term) => (isSameNode(e, term.e) ? [term.w] : [])))
  const shares = below.map(({ e }) => Exact.divideUnsafe(weightOf(above, e), weightOf(below, e)))
  const [min, max] = [shares.reduce(Exact.min), shares.reduce(Exact.max)]
  const isFree = isApart(found.map(({ reads }) => reads)) && found.every(({ range }) => isFromZero(range))
  return { min, max, step: null, reached: { min: isFree, max: isFree }, fills: false }
}

/** Whether it can be nought, and more. */
const isFromZero = (range: Range.Range | undefined): boolean =>
  range?.fills === true && range.min !== null && Exact.sign(range.min) === 0 && !Range.isPoint(range)

const isFromNought = (range: Range.Range | undefined): boolean => range?.min != null && Exact.sign(range.min) >= 0

const isSameNode = (a: Expression, b: Expression): boolean => {
  const name = (e: Expression) => (e.op === "ref" ? e.to : e.id)
  return name(a) === undefined && name(b) === undefined ? JSON.stringify(a) === JSON.stringify(b) : name(a) === name(b)
}

const termsOf = (e: Expression): ReadonlyArray<{ readonly w: Exact.Exact; readonly e: Expression }> =>
  e.op === "sum" && e.absent === undefined && e.id === undefined
    ? e.of.map((term) => ({ w: Exact.parseUnsafe(term.w), e: term.e }))
    : [{ w: Exact.one, e }]

const decisionTable = (e: Case, path: Path, context: Context): Found => {
  const whens = e.rows.map(({ when }, index) => look(when, [...path, "rows", index, "when"], context))
  const rows = e.rows.map(({ gives }, index) => find(gives, [...path, "rows", index, "gives"], context))
  const rest = e.otherwise === null ? [] : [find(e.otherwise, [...path, "otherwise"], context)]
  const all = [...rows, ...rest]
  const range = Range.hull(all.flatMap((one) => one.range ?? []))
  const reads = merged([...whens, ...all].map((one) => one.reads))
  const isSure = e.rows.length === 0
  const isOne = new Set(e.rows.map(({ gives }) => JSON.stringify(gives))).size < 2
  return {
    range: range === undefined || isSure ? range : Range.unsure(range),
    absences: new Set(all.flatMap(({ absences }) => [...absences])),
    conflicts: new Set([
      ...all.flatMap(({ conflicts }) => [...conflicts]),
      ...(e.otherwise === null ? ["rules.noRow"] : []),
      ...(isOne ? [] : ["rules.severalRows"]),
    ]),
    open: whens.length > 0 || all.some(({ open }) => open),
    rises: e.rows.length === 0 ? joined(all.map(({ rises }) => rises)) : "both",
    reads,
  }
}

const acts = (e: Acts, path: Path, context: Context): Found => {
  const parts = e.acts.map((act, index) => {
    const here = [...path, "acts", index]
    const when = act.when === undefined ? undefined : look(act.when, [...here, "when"], context)
    return { worth: find(act.worth, [...here, "worth"], context), when: when?.reads ?? new Map() }
  })
  const worths = parts.map(({ worth }) => worth.range)
  const asked = Range.hull(worths.flatMap((range) => range ?? []))
  const requested: Found = {
    ...nothing,
    range: asked === undefined ? undefined : Range.unsure(asked),
    open: true,
    rises: "up",
  }
  const rows = e.validity.map(({ when }, index) =>
    look(when, [...path, "validity", index, "when"], { ...context, requested }),
  )
  const lines = LineRange.requested(e, worths)
  const isFree = freeActs(e, lines, context)
  const ranges = context.windows.all.map((window) =>
    LineRange.of({ node: e, lines, spans: Windows.spansOf(window), facts: context.given.facts, isFree }),
  )
  const kinds: Reads = new Map(e.acts.map(({ kind }) => [`kind ${kind}`, null]))
  const held: Reads = new Map(e.suspensions.flatMap((one) => one.kinds.map((kind) => [`kind ${kind}`, null] as const)))
  const inside = parts.flatMap(({ worth, when }) => [worth.reads, when])
  return {
    range: Range.hull(ranges),
    absences: new Set(parts.flatMap(({ worth }) => [...worth.absences])),
    conflicts: new Set([
      ...parts.flatMap(({ worth }) => [...worth.conflicts]),
      ...(e.validity.length > 1 ? ["rules.twoValidities"] : []),
    ]),
    open: true,
    rises:
      e.sameAct === "sum" && e.validity.length === 0
        ? joined(["up", ...parts.map(({ worth }) => worth.rises)])
        : "both",
    reads: outside(merged([kinds, held, ...inside, ...rows.map(({ reads }) => reads)])),
  }
}

/** What a node of acts reads of the world: the fields and tags of a line are its own. */
const outside = (reads: Reads): Reads =>
  new Map([...reads].filter(([source]) => source !== "field" && source !== "tag"))

/**
 * Of which acts a line can be had at will: its condition can be met, and what else fits the same fact does not take the
 * other way or from it.
 */
const freeActs = (e: Acts, lines: ReadonlyArray<Range.Range>, context: Context): ((index: number) => boolean) => {
  const byKind = grouped(e.acts.keys(), (index) => e.acts[index]?.kind ?? "")
  const alone = new Set([...byKind.values()].filter((all) => all.length === 1 || areApart(e, lines, all)).flat())
  return (index) => {
    const act = e.acts[index]
    if (act === undefined || !alone.has(index)) return false
    const taken = new Set(
      nodesOf(act.worth, []).flatMap(({ e: node }) => (node.op === "field" ? [`field ${node.field}`] : [])),
    )
    return act.when === undefined || free(act.when, context, taken) !== undefined
  }
}

/** Whether facts of one kind meet one line at a time by a tag, or lines that all give or all take and add up. */
const areApart = (e: Acts, lines: ReadonlyArray<Range.Range>, all: ReadonlyArray<number>): boolean => {
  const tags = all.map((index) => tagOf(e.acts[index]?.when))
  const values = tags.flatMap((tag) => tag?.in ?? [])
  if (tags.every((tag) => tag !== undefined && tag.tag === tags[0]?.tag) && new Set(values).size === values.length)
    return true
  const signs = new Set(
    all.flatMap((index) => {
      const { min = null, max = null } = lines[index] ?? {}
      return [min === null ? -1 : Exact.sign(min), max === null ? 1 : Exact.sign(max)]
    }),
  )
  return e.sameAct === "sum" && !(signs.has(1) && signs.has(-1))
}

const tagOf = (when: When | undefined): Extract<When, { test: "tag" }> | undefined => {
  if (when === undefined || when.test === "tag") return when
  return when.test === "all" ? when.of.map(tagOf).find((tag) => tag !== undefined) : undefined
}
