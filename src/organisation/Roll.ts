/**
 * The roll of members (党员名册): who is a member where, on every day, as known at any instant, and how many there are in each
 * branch and below each organisation.
 *
 * **Details**
 *
 * The roll is computed from the journals of lives and transfers and from what became of branches. On every day each
 * member is in exactly one branch or in transit between two. Entries are taken as decided: where journals were merged or
 * corrected, let `Decider.settle` decide them anew first. What does not fit is told with its place and changes nobody's
 * affiliation: whoever is received by a branch that is no more stays in transit. Only a membership that begins in such a
 * branch is shown there, since that it began is not in doubt.
 *
 * A letter follows what becomes of its two branches. Where they become one, the member is simply in it. Where the branch
 * that it goes to ends without a successor, that is told for as long as the letter is not redirected or ended.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Journal from "../process/Journal.js"
import * as Affiliations from "./Affiliations.js"
import * as Forest from "./Forest.js"
import * as HeadCount from "./HeadCount.js"
import * as Member from "./Member.js"
import * as MemberLife from "./MemberLife.js"
import * as MemberRule from "./MemberRule.js"
import type { PartyTree } from "./PartyTree.js"
import * as Person from "./Person.js"
import type * as Transfer from "./Transfer.js"

// ---------------------------------------------------------------- models

/**
 * What is recorded of one person: the journal of the life and that of the transfers.
 *
 * @category models
 * @since 0.1.0
 */
export interface Book {
  readonly person: string
  readonly life: Journal.Journal<MemberLife.Turn>
  readonly transfers: Journal.Journal<Transfer.Turn>
}

/**
 * Where the members of a branch go when it is merged, split or dissolved: those named each to a branch, all others to
 * `to`. With `ends` the branch is no more afterwards, so that everybody has to go somewhere; without, those who are not
 * named stay where `to` is absent. `reopens` says that a body which had ended as a branch is one again.
 *
 * Successions of several branches with one id are parts of one change: who is named in them need be in one of the branches.
 *
 * @category models
 * @since 0.1.0
 */
export interface Succession extends Coordinate.Recorded {
  readonly from: string
  readonly to?: string
  readonly members?: ReadonlyArray<{ readonly person: string; readonly to: string }>
  readonly ends: boolean
  readonly reopens?: boolean
}

/**
 * All that the roll is computed from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sources {
  readonly books: ReadonlyArray<Book>
  readonly successions: ReadonlyArray<Succession>
}

/**
 * A row of the roll over the days on which nothing of it changes: from a day on, up to but without another.
 *
 * @category models
 * @since 0.1.0
 */
export interface Span extends Omit<Member.Member, "person"> {
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * The spans of one person in their order, none overlapping another. Between two memberships there is a gap.
 *
 * @category models
 * @since 0.1.0
 */
export interface PersonSpans {
  readonly person: string
  readonly spans: ReadonlyArray<Span>
}

/**
 * The roll of every day as known at one instant, by person, and what did not fit.
 *
 * @category models
 * @since 0.1.0
 */
export interface Spans {
  readonly persons: ReadonlyArray<PersonSpans>
  readonly faults: ReadonlyArray<RollFault>
}

/**
 * The roll of a day, by person, as a stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface Roll {
  readonly format: 1
  readonly on: CivilDate.CivilDate
  readonly members: ReadonlyArray<Member.Member>
}

/**
 * The members for whom a body is responsible: those in it, those in transit from it, and, counted in neither, those whose
 * membership is suspended. `rows` is how many rows of the roll these are together.
 *
 * @category models
 * @since 0.1.0
 */
export interface Count {
  readonly here: HeadCount.HeadCount
  readonly inTransit: HeadCount.HeadCount
  readonly suspended: number
  readonly mobile: number
  readonly rows: number
}

/**
 * The counts of one branch.
 *
 * @category models
 * @since 0.1.0
 */
export interface BranchCount extends Count {
  readonly branch: string
}

// ---------------------------------------------------------------- errors

/**
 * What does not fit: a person with two books; somebody admitted who is a member already, in the same or in another branch;
 * an event that needs a membership; a letter from a branch that the member is not in; a receipt without a letter; a branch
 * that is no more; members whom a succession forgets, names twice, or names without their being in the branch; a second
 * succession of the branch with the same id, or of a branch that an earlier one ended; whoever left with a letter open; a
 * letter that is open to a branch that is no more; a branch that the tree does not know.
 *
 * @category errors
 * @since 0.1.0
 */
export type RollFault = Fault<
  | "roll.twice"
  | "roll.twoBranches"
  | "roll.admittedTwice"
  | "roll.noMembership"
  | "roll.notThere"
  | "roll.noTransfer"
  | "roll.goneBranch"
  | "roll.leftBehind"
  | "roll.notInBranch"
  | "roll.leftInTransit"
  | "roll.destinationGone"
  | "roll.namedTwice"
  | "roll.successionTwice"
  | "roll.endedAlready"
  | "roll.unknownBranch"
>

/**
 * What is found about a roll: members admitted before the age that a rule asks for, or perhaps before it.
 *
 * @category errors
 * @since 0.1.0
 */
export type RollCode = "roll.underAge" | "roll.ageUncertain"

// ---------------------------------------------------------------- schemas

/**
 * The roll of a day as a stored document: decode, encode, is, standard, jsonSchema. Staff see it, and nobody else.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Roll> = /* @__PURE__ */ Document.make<Roll>({
  name: "Roll",
  format: 1,
  schema: () => {
    const staff = Audience.visibleTo("staff")
    return Schema.Struct({
      format: staff(Schema.Literal(1)),
      on: staff(CivilDate.CivilDate),
      members: staff(Schema.Array(Member.Member)),
    })
  },
  check: ({ members, on }) => Member.check(members, on).map((one) => ({ ...one, path: ["members", ...one.path] })),
})

// ---------------------------------------------------------------- constructors

/**
 * The roll of every day with the knowledge of an instant. Persons come in the order of their ids; the order of books,
 * entries and successions does not matter.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Roll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const asked = { is: "register", branch: "branch-1", admittedOn: day("2019-07-01"), fullFrom: day("2020-07-01") } as const
 * const entry = {
 *   id: "e1", // made up
 *   on: day("2021-01-01"),
 *   recordedAt: Coordinate.instantUnsafe(100),
 *   actor: { post: "组织委员" },
 *   payload: { content: { step: asked }, events: [{ event: { is: "registered", asked } }] },
 * } as const
 * const merger = {
 *   id: "m1",
 *   on: day("2023-01-01"),
 *   recordedAt: Coordinate.instantUnsafe(200),
 *   from: "branch-1",
 *   to: "branch-2",
 *   ends: true,
 * }
 * const sources = { books: [{ person: "p1", life: [entry], transfers: [] }], successions: [merger] }
 * const [known] = Roll.spans(sources, Coordinate.instantUnsafe(200)).persons
 * assert.deepEqual(known?.spans.map(({ from, to }) => [from, to]), [["2021-01-01", "2023-01-01"], ["2023-01-01", undefined]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const spans = (sources: Sources, knownAt: Coordinate.Instant): Spans => {
  const faults: Array<RollFault> = []
  const steps = indexed(sources.successions, knownAt, faults)
  const persons: Array<PersonSpans> = []
  const moved = new Map<Affiliations.Step, Set<string>>()
  for (const { person, places } of gathered(sources.books, faults)) {
    const own = places.map((place) => sources.books[place]!)
    const points = pointsOf(own, knownAt)
    const inOrder = isInOrder(points) ? points : points.toSorted(Affiliations.byKey)
    const { rows, misfits, moved: went } = Affiliations.walk(person, inOrder, steps)
    for (const step of went) moved.set(step, (moved.get(step) ?? new Set()).add(person))
    for (const misfit of misfits) faults.push(told(person, misfit, own, places))
    if (rows.length > 0) persons.push({ person, spans: closed(rows) })
  }
  faults.push(...notMoved(steps, moved))
  return { persons, faults }
}

const isInOrder = (points: ReadonlyArray<Affiliations.Point>): boolean =>
  points.every((point, place) => place === 0 || Affiliations.byKey(points[place - 1]!, point) <= 0)

const gathered = (
  books: ReadonlyArray<Book>,
  faults: Array<RollFault>,
): ReadonlyArray<{ readonly person: string; readonly places: ReadonlyArray<number> }> => {
  const byPerson = new Map<string, Array<number>>()
  for (const [place, { person }] of books.entries()) {
    const before = byPerson.get(person)
    if (before === undefined) byPerson.set(person, [place])
    else {
      before.push(place)
      faults.push(fault("roll.twice", { person }, ["books", place, "person"]))
    }
  }
  const persons = [...byPerson].map(([person, places]) => ({ person, places }))
  return persons.sort((a, b) => (a.person < b.person ? -1 : 1))
}

const pointsOf = (books: ReadonlyArray<Book>, knownAt: Coordinate.Instant): ReadonlyArray<Affiliations.Point> => {
  const life = known(merged(books.map((book) => book.life)), knownAt)
  const points: Array<Affiliations.Point> = MemberLife.changes(life).map(
    ({ from, entry: { recordedAt, id }, change }) => ({ from, recordedAt, id, of: "life", change }),
  )
  const transfers = known(merged(books.map((book) => book.transfers)), knownAt)
  for (const { on, recordedAt, id, payload } of transfers) {
    for (const { event } of payload.events) {
      points.push({ from: on, recordedAt, id, of: "transfers", change: event })
    }
  }
  return points
}

const merged = <P>(journals: ReadonlyArray<Journal.Journal<P>>): Journal.Journal<P> =>
  journals.length === 1 ? journals[0]! : journals.reduce((one, other) => Journal.merge(one, other), [])

const known = <P>(journal: Journal.Journal<P>, knownAt: Coordinate.Instant): Journal.Journal<P> => {
  const [only] = journal
  if (journal.length === 1 && only !== undefined) return only.recordedAt <= knownAt ? journal : []
  return journal.length === 0 ? journal : Journal.known(journal, knownAt)
}

const indexed = (
  successions: ReadonlyArray<Succession>,
  knownAt: Coordinate.Instant,
  faults: Array<RollFault>,
): ReadonlyMap<string, ReadonlyArray<Affiliations.Step>> => {
  const byBranch = new Map<string, Array<Affiliations.Step>>()
  const places = new Map(successions.map((succession, place) => [succession, place] as const).reverse())
  const ids = new Map<string, Coordinate.Recorded & { readonly of: Set<string> }>()
  const gone = new Map<string, CivilDate.CivilDate>()
  for (const succession of Coordinate.known(successions, knownAt)) {
    const { on, recordedAt, id, from, to, members = [], ends, reopens = false } = succession
    const place = places.get(succession)!
    const path = ["successions", place]
    const parts = ids.get(id) ?? { id, on, recordedAt, of: new Set<string>() }
    const isPart = parts.on === on && parts.recordedAt === recordedAt && !parts.of.has(from)
    if (!isPart) faults.push(fault("roll.successionTwice", { id }, path))
    ids.set(id, { ...parts, of: parts.of.add(from) })
    const step = { from: on, recordedAt, id, ends, reopens, place, to, members: named(members, path, faults) }
    if (reopens) gone.delete(from)
    const before = byBranch.get(from)
    const ended = gone.get(from)
    if (ended !== undefined) faults.push(fault("roll.endedAlready", { branch: from, on: ended }, path))
    else if (ends) gone.set(from, on)
    if (before === undefined) byBranch.set(from, [step])
    else before.push(step)
  }
  return byBranch
}

/** Where each named member goes; whoever is named for two branches is told, and goes to the first by its id. */
const named = (
  members: NonNullable<Succession["members"]>,
  path: Fault["path"],
  faults: Array<RollFault>,
): ReadonlyMap<string, string> => {
  const goes = new Map<string, string>()
  for (const [index, { person, to }] of members.entries()) {
    const before = goes.get(person)
    if (before !== undefined) faults.push(fault("roll.namedTwice", { person }, [...path, "members", index]))
    if (before === undefined || to < before) goes.set(person, to)
  }
  return goes
}

/** Who is named in a change and was in none of its branches, told with the first of them that names the person. */
const notMoved = (
  steps: ReadonlyMap<string, ReadonlyArray<Affiliations.Step>>,
  moved: ReadonlyMap<Affiliations.Step, ReadonlySet<string>>,
): ReadonlyArray<RollFault> => {
  const went = new Map<string, Set<string>>()
  for (const [{ id }, persons] of moved) {
    const others = went.get(id)
    if (others === undefined) went.set(id, new Set(persons))
    else for (const person of persons) others.add(person)
  }
  const faults: Array<RollFault> = []
  for (const [branch, list] of steps) {
    for (const { id, place, members } of list) {
      const told = went.get(id) ?? new Set()
      went.set(id, told)
      for (const person of members.keys()) {
        if (told.has(person)) continue
        told.add(person)
        faults.push(fault("roll.notInBranch", { person, branch }, ["successions", place, "members"]))
      }
    }
  }
  return faults
}

const CODES = {
  stray: "roll.noMembership",
  again: "roll.admittedTwice",
  twoBranches: "roll.twoBranches",
  notThere: "roll.notThere",
  noTransfer: "roll.noTransfer",
  goneBranch: "roll.goneBranch",
  leftBehind: "roll.leftBehind",
  leftInTransit: "roll.leftInTransit",
  destinationGone: "roll.destinationGone",
} as const

/** The misfit as a fault, with the first place at which its entry stands. */
const told = (
  person: string,
  { code, at, params }: Affiliations.Misfit,
  books: ReadonlyArray<Book>,
  places: ReadonlyArray<number>,
): RollFault => {
  if (!("of" in at)) return fault(CODES[code], { person, ...params }, ["successions", at.place])
  const found = books.map((book) =>
    book[at.of].findIndex(({ id, recordedAt }) => id === at.id && recordedAt === at.recordedAt),
  )
  const first = found.findIndex((place) => place >= 0)
  return fault(CODES[code], { person, ...params }, ["books", places[first]!, at.of, found[first]!])
}

/** Rows as spans; days on which a row only seemed to change are one span. */
const closed = (rows: Affiliations.Walk["rows"]): ReadonlyArray<Span> => {
  const changes = rows.filter(({ row }, index) => index === 0 || !isSame(row, rows[index - 1]!.row))
  return changes.flatMap(({ from, row }, index): ReadonlyArray<Span> => {
    if (row === undefined) return []
    const to = changes[index + 1]?.from
    return [to === undefined ? { from, ...row } : { from, to, ...row }]
  })
}

const isSame = (a: Affiliations.Row | undefined, b: Affiliations.Row | undefined): boolean => {
  if (a === undefined || b === undefined) return a === b
  return (
    a.stage === b.stage &&
    a.restriction === b.restriction &&
    a.mobile === b.mobile &&
    a.admittedOn === b.admittedOn &&
    a.fullFrom === b.fullFrom &&
    isSamePlace(a.affiliation, b.affiliation)
  )
}

const isSamePlace = (a: Member.Affiliation, b: Member.Affiliation): boolean => {
  if (a.in === "branch") return b.in === "branch" && a.branch === b.branch && a.group === b.group
  return b.in === "transit" && a.from === b.from && a.to === b.to && a.transfer === b.transfer
}

/**
 * The roll of a day from the roll of every day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Roll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Roll.onDay({ persons: [], faults: [] }, CivilDate.parseUnsafe("2024-06-30")).members, [])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const onDay = ({ persons }: Spans, on: CivilDate.CivilDate): Roll => {
  const members: Array<Member.Member> = []
  for (const { person, spans: own } of persons) {
    const span = own.find(({ from, to }) => from <= on && (to === undefined || on < to))
    if (span === undefined) continue
    const { from: _, to: __, ...row } = span
    members.push({ person, ...row })
  }
  return { format: 1, on, members }
}

/**
 * The roll at a coordinate: of its day, with the knowledge of its instant.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Roll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2024-06-30"), Coordinate.instantUnsafe(0))
 * assert.deepEqual(Roll.of({ books: [], successions: [] }, at), { format: 1, on: "2024-06-30", members: [] })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (sources: Sources, { validAt, knownAt }: Coordinate.Coordinate): Roll =>
  onDay(spans(sources, knownAt), validAt)

// ---------------------------------------------------------------- getters

/**
 * The counts of every branch that is responsible for somebody, in the order of the ids. Each row of the roll is counted
 * in exactly one branch.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { type Member, Roll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const row: Member.Member = {
 *   person: "p1", // made up
 *   stage: "probationary",
 *   affiliation: { in: "transit", from: "branch-1", to: "branch-2", transfer: "t1" },
 *   restriction: "none",
 *   mobile: false,
 *   admittedOn: CivilDate.parseUnsafe("2024-03-15"),
 * }
 * const [count] = Roll.counts([row])
 * assert.deepEqual([count?.branch, count?.here.all, count?.inTransit], ["branch-1", 0, { full: 0, all: 1 }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const counts = (members: Iterable<Member.Member>): ReadonlyArray<BranchCount> => {
  const byBranch = new Map<string, Tally>()
  for (const member of members) {
    const branch = Member.responsible(member)
    const tally = byBranch.get(branch) ?? blank()
    if (tally.rows === 0) byBranch.set(branch, tally)
    const { counts: counted, countsAsFull } = Member.rights(member)
    const away = member.affiliation.in === "transit"
    if (countsAsFull) tally[away ? "fullAway" : "full"]++
    if (counted) tally[away ? "allAway" : "all"]++
    else tally.suspended++
    if (member.mobile) tally.mobile++
    tally.rows++
  }
  return [...byBranch].sort(([a], [b]) => (a < b ? -1 : 1)).map(([branch, tally]) => ({ branch, ...countOf(tally) }))
}

interface Tally {
  full: number
  all: number
  fullAway: number
  allAway: number
  suspended: number
  mobile: number
  rows: number
}

const blank = (): Tally => ({ full: 0, all: 0, fullAway: 0, allAway: 0, suspended: 0, mobile: 0, rows: 0 })

const heads = (full: number, all: number): HeadCount.HeadCount => HeadCount.ofUnsafe({ full, probationary: all - full })

const countOf = ({ full, all, fullAway, allAway, suspended, mobile, rows }: Tally): Count => ({
  here: heads(full, all),
  inTransit: heads(fullAway, allAway),
  suspended,
  mobile,
  rows,
})

/**
 * The counts of every organisation with all that stand below it in the tree of the day, in one pass however deep the tree
 * is. Branches that the tree does not know are told, and counted nowhere above.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { type Member, PartyTree, Roll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const established = PartialDate.parseUnsafe("2019")
 * const town = { id: "t", kind: "townshipCommittee", name: "镇党委", units: [], capabilities: [], established } // made up
 * const branch = { ...town, id: "b", kind: "branch", name: "支部", supervisedBy: "t" }
 * const { tree } = PartyTree.of([town, branch], on, { kinds: [], edges: [] })
 * const row: Member.Member = {
 *   person: "p1",
 *   stage: "full",
 *   affiliation: { in: "branch", branch: "b" },
 *   restriction: "none",
 *   mobile: false,
 *   admittedOn: CivilDate.parseUnsafe("2019-07-01"),
 *   fullFrom: CivilDate.parseUnsafe("2020-07-01"),
 * }
 * assert.equal(Roll.rollUp(Roll.counts([row]), tree).totals.get("t")?.here.all, 1)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const rollUp = (
  branches: ReadonlyArray<BranchCount>,
  { forest }: PartyTree,
): { readonly totals: ReadonlyMap<string, Count>; readonly faults: ReadonlyArray<RollFault> } => {
  const own = new Map(branches.map((count) => [count.branch, count]))
  const faults = branches.flatMap(({ branch }, index) =>
    forest.places.has(branch) ? [] : [fault("roll.unknownBranch", { branch }, ["branches", index])],
  )
  return { totals: Forest.rollUp(forest, (_, id): Count => plain(own.get(id)), together), faults }
}

const plain = (count: BranchCount | undefined): Count => {
  if (count === undefined) return NOBODY
  const { branch: _, ...rest } = count
  return rest
}

const NONE = { full: 0, all: 0 } as HeadCount.HeadCount
const NOBODY: Count = { here: NONE, inTransit: NONE, suspended: 0, mobile: 0, rows: 0 }

const together = (a: Count, b: Count): Count => ({
  here: HeadCount.sum([a.here, b.here]),
  inTransit: HeadCount.sum([a.inTransit, b.inTransit]),
  suspended: a.suspended + b.suspended,
  mobile: a.mobile + b.mobile,
  rows: a.rows + b.rows,
})

// ---------------------------------------------------------------- decisions

/**
 * Members who were admitted before the age that the rules in force on the day of admission ask for; a warning where the
 * date of birth leaves it open or nothing is known of the person.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { type Member, Roll } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const member: Member.Member = {
 *   person: "p1", // made up
 *   stage: "probationary",
 *   affiliation: { in: "branch", branch: "branch-1" },
 *   restriction: "none",
 *   mobile: false,
 *   admittedOn: CivilDate.parseUnsafe("2024-03-15"),
 * }
 * const persons = [{ id: "p1", name: "张三", born: PartialDate.parseUnsafe("2006-03-16") }]
 * assert.equal(Roll.underAge(MemberRules.rules, [member], persons)[0]?.code, "roll.underAge")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const underAge = (
  rules: ReadonlyArray<MemberRule.MemberRule>,
  members: ReadonlyArray<Member.Member>,
  persons: ReadonlyArray<Person.Person>,
): ReadonlyArray<Finding.Finding<RollCode>> => {
  const byId = new Map(persons.map((person) => [person.id, person]))
  const found = members.flatMap(({ person, admittedOn }): ReadonlyArray<Finding.Finding<RollCode>> => {
    const [rule] = MemberRule.saying(rules, "minimumAge", admittedOn)
    if (rule === undefined) return []
    const { years } = rule.says
    const isOf = Person.isOfAge(byId.get(person) ?? {}, years, admittedOn)
    if (isOf === "yes") return []
    const told = { subject: person, params: { years, on: admittedOn }, cite: rule.cite }
    const finding =
      isOf === "no"
        ? Finding.of(rule.strength, { code: "roll.underAge", ...told })
        : Finding.of("should", { code: "roll.ageUncertain", ...told })
    return finding === undefined ? [] : [finding]
  })
  return Finding.sort(found)
}
