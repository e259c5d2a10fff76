/**
 * Group tables (同组数据表): everything that a rating reads of a subject on behalf of the others: values that are compared or
 * averaged, scores and levels that compete for places.
 *
 * With the table of its group, one subject's result can be found again from its own facts alone, so that a member can
 * recheck a place without seeing what the others' registers hold. A table holds numbers, levels and the labels that make
 * the groups, under opaque ids, and no fact.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Canonical from "../foundation/Canonical.js"
import { Coordinate } from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, pointer } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import { decide } from "./Condition.js"
import { read } from "./Evaluation.js"
import { Id } from "./Expression.js"
import type { Subject } from "./Fact.js"
import type { Input } from "./Interpreter.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import * as Parts from "./OutcomeParts.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOfBook, whensOf } from "./Structure.js"
import * as Value from "./Value.js"
import { type Candidate, stored } from "./Verdict.js"
import { asTold, type Others, type Scope, type Verdict } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * What competes for places: the rounded score, the levels possible before quotas, the level of an award that takes no
 * place of a quota, and whether it is open if such an award is held.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry {
  readonly score: Outcome.Value
  readonly level: Outcome.Standing
  readonly overQuota?: string
  readonly maybeOverQuota?: true
}

/**
 * What is read of one subject. `labels` are those that make the groups; an entry is there where the subject is rated.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly subject: string
  readonly standing: "rated" | "unrated"
  readonly labels: Readonly<Record<string, ReadonlyArray<string>>>
  readonly values: ReadonlyArray<Outcome.Reading & { readonly value: Outcome.Value }>
  readonly conditions: ReadonlyArray<Outcome.Reading & { readonly holds: Verdict }>
  readonly entry?: Entry
}

/**
 * The table of all who are scored, by id.
 *
 * @category models
 * @since 0.1.0
 */
export interface GroupTable {
  readonly format: 1
  readonly semantics: 1
  readonly book: string
  readonly version: string
  readonly period: Period.Period
  readonly at: Coordinate
  readonly rows: ReadonlyArray<Row>
}

/**
 * One subject's outcome found with a table, and the places where the subject's own row says something else than its
 * facts do.
 *
 * @category models
 * @since 0.1.0
 */
export interface Found {
  readonly outcome: Outcome.Outcome
  readonly differs: ReadonlyArray<string>
}

// ---------------------------------------------------------------- errors

/**
 * Somebody has two rows.
 *
 * @category errors
 * @since 0.1.0
 */
export type GroupTableFault = Fault<"groupTable.twice">

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link GroupTable}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const GroupTable: Schema.Codec<GroupTable> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  semantics: /* @__PURE__ */ Schema.Literal(1),
  book: Id,
  version: Id,
  period: Period.Period,
  at: Coordinate,
  rows: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      subject: Id,
      standing: /* @__PURE__ */ Schema.Literals(["rated", "unrated"]),
      labels: /* @__PURE__ */ Schema.Record(Schema.String, /* @__PURE__ */ Schema.Array(Schema.String)),
      values: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Parts.struct(Parts.reading, { value: Parts.value })),
      conditions: /* @__PURE__ */ Schema.Array(
        /* @__PURE__ */ Parts.struct(Parts.reading, {
          holds: /* @__PURE__ */ Schema.Literals(["yes", "no", "unknown"]),
        }),
      ),
      entry: /* @__PURE__ */ Schema.optionalKey(
        /* @__PURE__ */ Schema.Struct({
          score: Parts.value,
          level: Parts.standing,
          overQuota: /* @__PURE__ */ Schema.optionalKey(Id),
          maybeOverQuota: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Literal(true)),
        }),
      ),
    }),
  ),
})

/**
 * The table as a stored document: decode, encode, is, standard, jsonSchema. Somebody with two rows is refused.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<GroupTable> = /* @__PURE__ */ Document.make<GroupTable>({
  name: "GroupTable",
  format: 1,
  schema: () => GroupTable,
  check: (table) => check(table),
})

// ---------------------------------------------------------------- constructors

/**
 * The table of a group: everybody is evaluated, and what is read of them on behalf of others is written down.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { GroupTable } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const table = GroupTable.of({
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }], // made up
 *   facts: [],
 * })
 * assert.deepEqual(table.rows.map(({ subject, labels, entry }) => [subject, labels, entry?.level]), [
 *   ["m1", { 类别: ["党员"] }, { is: "level", level: "二星" }],
 * ])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (input: Input): GroupTable => {
  const { book, period, at } = input
  const written = notes()
  const judging = Judging.open(input, { others: written.others })
  const judged = judging.called.map((one) => Judging.judged(judging, one))
  Judging.settle(
    book,
    judged.flatMap(({ candidate }) => candidate ?? []),
  )
  const groups = groupsOf(book)
  const rows = judged.flatMap(({ subject, candidate }): ReadonlyArray<Row> => {
    if (candidate === undefined || (candidate.standing !== "rated" && candidate.standing !== "unrated")) return []
    return [
      {
        subject: subject.id,
        standing: candidate.standing,
        labels: labelsOf(subject, groups),
        values: entries(written.values, subject.id).map(([key, value]) => ({
          ...Judging.readingOf(key, period),
          value: stored(value),
        })),
        conditions: entries(written.conditions, subject.id).map(([key, holds]) => ({
          ...Judging.readingOf(key, period),
          holds,
        })),
        ...(candidate.standing === "rated" ? { entry: entryOf(book, candidate) } : {}),
      },
    ]
  })
  return { format: 1, semantics: 1, book: book.id, version: book.version, period, at, rows }
}

type Notes<A> = Map<string, Map<string, A>>

const notes = () => {
  const [values, conditions]: [Notes<Value.Value>, Notes<Verdict>] = [new Map(), new Map()]
  const note = <A>(all: Notes<A>, subject: string, key: string, found: A): A => {
    const of = all.get(subject) ?? new Map<string, A>()
    all.set(subject, of.set(key, found))
    return found
  }
  const others: Others = {
    value: (subject, key, find) => note(values, subject, key, find()),
    verdict: (subject, key, find) => note(conditions, subject, key, find()),
    together: () => undefined,
  }
  return { values, conditions, others }
}

const order = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)

const entries = <A>(all: Notes<A>, subject: string): ReadonlyArray<readonly [string, A]> =>
  [...(all.get(subject) ?? [])].sort(order)

/** The labels by which subjects are compared within groups. */
const groupsOf = (book: Rulebook): ReadonlySet<string> => {
  const found = new Set<string | null>([...book.quotas, ...book.rankings].map(({ group }) => group))
  for (const { e } of nodesOfBook(book)) {
    if (e.op === "peers") found.add(e.group)
    const policy = e.op === "sum" || e.op === "over" ? e.absent : undefined
    for (const rule of Object.values(policy ?? {})) {
      if (typeof rule === "object" && "peersMean" in rule) found.add(rule.peersMean)
    }
  }
  return new Set([...found].filter((label) => label !== null))
}

const labelsOf = ({ labels }: Subject, groups: ReadonlySet<string>): Subject["labels"] =>
  Object.fromEntries(Object.entries(labels).filter(([name]) => groups.has(name)))

const entryOf = (book: Rulebook, { score, levels, overQuota, maybeOverQuota }: Candidate): Entry => {
  const over = overQuota === undefined ? undefined : book.levels[overQuota]?.id
  return {
    score: stored(asTold(score)),
    level: Judging.standing(book, levels.is === "conflict" ? (asTold(levels) as Value.Conflict) : levels),
    ...(over === undefined ? {} : { overQuota: over }),
    ...(maybeOverQuota ? { maybeOverQuota: true } : {}),
  }
}

// ---------------------------------------------------------------- guards

/**
 * Whether results under a book depend on others at all: on their values, or on places that they compete for.
 *
 * @example
 * ```ts
 * import { GroupTable } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(GroupTable.isNeeded(WendengVillage.rulebook), true) // it ranks within classes
 * assert.equal(GroupTable.isNeeded({ ...WendengVillage.rulebook, rankings: [] }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isNeeded = (book: Rulebook): boolean =>
  book.rankings.length > 0 ||
  book.quotas.some(({ sense }) => sense === "most") ||
  nodesOfBook(book).some(({ e }) => {
    const policy = e.op === "sum" || e.op === "over" ? e.absent : undefined
    return (
      e.op === "peers" || Object.values(policy ?? {}).some((rule) => typeof rule === "object" && "peersMean" in rule)
    )
  })

// ---------------------------------------------------------------- operations

/**
 * The outcome of one subject from its own facts and a table that stands for everybody else. Where the table is that of
 * the same book, period and coordinate, it is the outcome that the interpreter gives with everybody's facts.
 *
 * **Details**
 *
 * Facts of others in the input are not looked at. What the table does not hold and the result needs is the conflict
 * `rules.notInTable`. A subject that is not among the input's subjects has no outcome.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { GroupTable, Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const labels = { 身份: ["党员"], 类别: ["党员"] }
 * const input = {
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt),
 *   subjects: [{ id: "m1", labels }, { id: "m2", labels }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * }
 * const table = GroupTable.of(input)
 * const alone = { ...input, subjects: [{ id: "m2", labels }], facts: [] }
 * assert.deepEqual(GroupTable.outcome(table, alone, "m2")?.outcome, Interpreter.evaluate(input).outcomes[1])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const outcome = (table: GroupTable, input: Input, subject: string): Found | undefined => {
  const { book } = input
  const rows = new Map(table.rows.map((row) => [row.subject, row]))
  const differs: Array<string> = []
  const others = told(rows, table.period, subject, differs)
  const peers = table.rows.filter((row) => row.subject !== subject)
  const judging = Judging.open(
    {
      ...input,
      subjects: [
        ...input.subjects.filter(({ id }) => id === subject),
        ...peers.map(({ subject: id, labels }) => ({ id, labels })),
      ],
      facts: input.facts.filter((fact) => fact.subject === subject || fact.supersedes !== undefined),
    },
    { others, standings: new Map(peers.map((row) => [row.subject, row.standing])) },
  )
  const called = judging.called.find((one) => one.subject.id === subject)
  if (called === undefined) return undefined
  const mine = Judging.judged(judging, called)
  const { candidate } = mine
  const rivals = peers.flatMap(({ subject: id, labels, entry }) =>
    entry === undefined ? [] : [rival(judging, { id, labels }, entry)],
  )
  const all = candidate === undefined ? rivals : [...rivals, candidate].sort(bySubject)
  differs.push(...headDiffers(table, input), ...rowDiffers(judging, mine, rows.get(subject), table))
  return { outcome: Judging.outcomeOf(judging, mine, Judging.settle(book, all)), differs: [...new Set(differs)].sort() }
}

/** Where the table is of another book, period or coordinate, or holds somebody twice. */
const headDiffers = (table: GroupTable, { book, period, at }: Input): ReadonlyArray<string> => [
  ...(table.book === book.id && table.version === book.version ? [] : ["book"]),
  ...(table.period.from === period.from && table.period.to === period.to ? [] : ["period"]),
  ...(table.at.validAt === at.validAt && table.at.knownAt === at.knownAt ? [] : ["at"]),
  ...(new Set(table.rows.map((row) => row.subject)).size === table.rows.length ? [] : ["rows"]),
]

/** Where the subject's own row says something else than is found of it. */
const rowDiffers = (
  { given: { book }, world }: Judging.Judging,
  { subject, candidate }: Judging.Judged,
  row: Row | undefined,
  table: GroupTable,
): ReadonlyArray<string> => {
  const standing = candidate === undefined ? undefined : standingOf(candidate)
  if (row === undefined || standing === undefined)
    return row === undefined && standing === undefined ? [] : ["standing"]
  const nodes = new Map(nodesOfBook(book).map(({ e, path }) => [pointer(path), { e, path }]))
  const whens = new Map(whensOf(book).map(({ when, path }) => [pointer(path), { when, path }]))
  const scopeAt = (reading: Outcome.Reading): Scope => ({ world, subject, ...Judging.sightOf(reading, table.period) })
  const isFound = (one: Row["values"][number]): boolean => {
    const node = nodes.get(one.path)
    return node !== undefined && isSame(one.value, stored(asTold(read(node.e, scopeAt(one), node.path))))
  }
  const isDecided = (one: Row["conditions"][number]): boolean => {
    const condition = whens.get(one.path)
    return condition !== undefined && one.holds === decide(condition.when, scopeAt(one), condition.path, read)
  }
  const entry = candidate?.standing === "rated" ? entryOf(book, candidate) : undefined
  return [
    ...(row.standing === standing ? [] : ["standing"]),
    ...(isSame(row.labels, labelsOf(subject, groupsOf(book))) ? [] : ["labels"]),
    ...(row.values.every(isFound) ? [] : ["values"]),
    ...(row.conditions.every(isDecided) ? [] : ["conditions"]),
    ...(isSame(row.entry, entry) ? [] : ["entry"]),
  ]
}

const standingOf = ({ standing }: Candidate): Row["standing"] | undefined =>
  standing === "rated" || standing === "unrated" ? standing : undefined

const bySubject = (a: Candidate, b: Candidate): number => (a.subject.id < b.subject.id ? -1 : 1)

const isSame = (a: unknown, b: unknown): boolean =>
  a === b || Result.getOrElse(Canonical.text(a), () => "a") === Result.getOrElse(Canonical.text(b), () => "b")

/** What the rows tell of others; of the subject itself what is found is compared with its row. */
const told = (
  rows: ReadonlyMap<string, Row>,
  period: Period.Period,
  subject: string,
  differs: Array<string>,
): Others => {
  const values = (id: string) => new Map(rows.get(id)?.values.map((one) => [Judging.keyOf(one, period), one.value]))
  const conditions = (id: string) =>
    new Map(rows.get(id)?.conditions.map((one) => [Judging.keyOf(one, period), one.holds]))
  const [byValue, byCondition] = [remembered(values), remembered(conditions)]
  return {
    value: (id, key, find) => {
      const row = byValue(id).get(key)
      if (id !== subject) return row === undefined ? notInTable(id) : Judging.valueOf(row)
      const found = find()
      if (JSON.stringify(row) !== JSON.stringify(stored(found))) differs.push("values")
      return found
    },
    verdict: (id, key, find) => {
      if (id !== subject) return byCondition(id).get(key) ?? "unknown"
      const found = find()
      if (byCondition(id).get(key) !== found) differs.push("conditions")
      return found
    },
    together: () => undefined,
  }
}

const notInTable = (subject: string): Value.Value => Value.conflict("rules.notInTable", { subject })

const remembered = <A>(find: (id: string) => A): ((id: string) => A) => {
  const known = new Map<string, A>()
  return (id) => {
    const found = known.get(id) ?? find(id)
    known.set(id, found)
    return found
  }
}

const rival = ({ given, world }: Judging.Judging, subject: Subject, entry: Entry): Candidate => {
  const { levels } = given.book
  const score = Judging.valueOf(entry.score)
  const over = entry.overQuota === undefined ? -1 : levels.findIndex(({ id }) => id === entry.overQuota)
  return {
    subject,
    scope: { world, subject, window: given.period },
    classes: [],
    standing: "rated",
    total: score,
    effective: score,
    score,
    effects: [],
    badges: [],
    stages: [],
    levels: Judging.levelsOf(given.book, entry.level),
    maybeOverQuota: entry.maybeOverQuota ?? false,
    ...(over < 0 ? {} : { overQuota: over }),
  }
}

// ---------------------------------------------------------------- decisions

/**
 * Everybody who has two rows, all at once.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { GroupTable } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const table = GroupTable.of({
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * })
 * assert.deepEqual(GroupTable.check(table), [])
 * const twice = { ...table, rows: [...table.rows, ...table.rows] }
 * assert.deepEqual(GroupTable.check(twice).map(({ code, path }) => [code, path]), [["groupTable.twice", ["rows", 1]]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: GroupTable): ReadonlyArray<GroupTableFault> => {
  const seen = new Set<string>()
  return self.rows.flatMap(({ subject }, index) => {
    if (seen.has(subject)) return [fault("groupTable.twice", { id: subject }, ["rows", index])]
    seen.add(subject)
    return []
  })
}
