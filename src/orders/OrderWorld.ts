/**
 * What is known of bodies, posts and persons at a day and an instant (岗位与组织状况), as far as it decides who may act in
 * an order: which bodies stand and what they lie below, who holds which post, and who is a member where.
 *
 * A place that keeps its own registers answers these questions itself; {@link of} answers them from the books of the
 * organisation area.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import type * as Coordinate from "../foundation/Coordinate.js"
import { byText } from "../foundation/TextOrder.js"
import type { AdministrativeUnit } from "../organisation/AdministrativeUnit.js"
import * as Forest from "../organisation/Forest.js"
import * as Grid from "../organisation/Grid.js"
import * as Lineage from "../organisation/Lineage.js"
import * as Member from "../organisation/Member.js"
import * as OrganisationBodies from "../organisation/OrganisationBodies.js"
import type { Law, Turn } from "../organisation/OrganisationChange.js"
import * as OrganisationRegister from "../organisation/OrganisationRegister.js"
import * as Post from "../organisation/Post.js"
import * as PostRoll from "../organisation/PostRoll.js"
import * as Roll from "../organisation/Roll.js"
import type { Journal } from "../process/Journal.js"

// ---------------------------------------------------------------- models

/**
 * A body on a day: the id that it goes by, whether it stands (存续), and all bodies above it in its tree, the nearest
 * first, by the ids that they go by; for one that has ended those above it in the end. `heirs` are the bodies that stand
 * on that day and have what it had (承继): for one that was merged the one that it went into.
 *
 * @category models
 * @since 0.1.0
 */
export interface Standing {
  readonly id: string
  readonly stands: boolean
  readonly above: ReadonlyArray<string>
  readonly heirs?: ReadonlyArray<string>
}

/**
 * A post that a person holds on a day (任职): the post itself, its kind, and the body it is of. A duty in a grid
 * (网格长、网格员) is held like a post of its cell, and its role is the kind.
 *
 * @category models
 * @since 0.1.0
 */
export interface Held {
  readonly person: string
  readonly post: string
  readonly kind: string
  readonly body: string
}

/**
 * What is known at one day and instant: of a body by any id it ever had, `undefined` where nobody has heard of it;
 * what a person holds; what is held at a body; in which branch a person is a member, on the way from one still in
 * that; and whether a person is known at all.
 *
 * @category models
 * @since 0.1.0
 */
export interface View {
  readonly body: (id: string) => Standing | undefined
  readonly heldBy: (person: string) => ReadonlyArray<Held>
  readonly heldAt: (body: string) => ReadonlyArray<Held>
  readonly branchOf: (person: string) => string | undefined
  readonly knows: (person: string) => boolean
}

/**
 * What is known at any day and instant.
 *
 * **Gotchas** The same day and instant must give the same answers for ever, since an order that is settled anew asks
 * again about every move in it: what is recorded later changes nothing of what was known. A world of one's own has to
 * see to that; of {@link Books} it holds as long as nothing is done to them but to record more, at later instants.
 *
 * @category models
 * @since 0.1.0
 */
export type World = (on: CivilDate.CivilDate, recordedAt: Coordinate.Instant) => View

/**
 * A body that stands in no other book (其他单位), such as a department or an enterprise: from a day on and up to, but
 * without, another.
 *
 * @category models
 * @since 0.1.0
 */
export interface OtherBody {
  readonly id: string
  readonly from?: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * A book as it was known from an instant on (版本).
 *
 * @category models
 * @since 0.1.0
 */
export interface Edition<A> {
  readonly from: Coordinate.Instant
  readonly is: A
}

/**
 * A book whose rows do not say when they were recorded: as it is, for good, or in editions. At an instant the last
 * edition counts that was known by then, of two of one instant the later in the list, and before the first nothing.
 *
 * **Details** A book that was given for good and turns out to change becomes the first edition, from the instant 0, and
 * what it has become the second, from the instant at which the change was recorded. To put another in its place without
 * that would change what was known before.
 *
 * @category models
 * @since 0.1.0
 */
export type Kept<A extends object> = A | { readonly editions: ReadonlyArray<Edition<A>> }

/**
 * The books to answer from, as far as a place keeps them. Where no persons are listed, everybody is known. An id that
 * is in several of the books is one body, and stands as long as it does in all of them.
 *
 * **Details** Changes of organisations, appointments, lives and transfers of members and successions are recorded each at
 * an instant of its own, and what is recorded later is not known before. Units, cells, duties, posts, other bodies and
 * the list of persons have no such instants: whoever changes them gives them in editions, see {@link Kept}.
 *
 * **Gotchas** Units have no days. One that begins or ends on a day is listed among the other bodies, too. The law of the
 * organisations is given for good, and says by the days of its rules what holds when.
 *
 * @category models
 * @since 0.1.0
 */
export interface Books {
  readonly organisations?: { readonly law: Law; readonly journal: Journal<Turn> }
  readonly units?: Kept<ReadonlyArray<AdministrativeUnit>>
  readonly grid?: Kept<Grid.Grid>
  readonly posts?: Kept<Post.PostBook>
  readonly roll?: Roll.Sources
  readonly others?: Kept<ReadonlyArray<OtherBody>>
  readonly persons?: Kept<ReadonlySet<string>>
}

// ---------------------------------------------------------------- constructors

/**
 * The world as the books tell it. Of a person and of a body only what concerns them is read. What was read last is kept
 * for all days and instants between which the books tell nothing new, and only so much of it.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderWorld } from "dangjian/orders"
 * import type { Post } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const [day, at] = [CivilDate.parseUnsafe, Coordinate.instantUnsafe]
 * const posts: Post.PostBook = { // 示例：书记六月一日离任，六月二日登记
 *   format: 1,
 *   kinds: [{ id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, committee: true }],
 *   posts: [{ id: "p1", kind: "secretary", body: "b1" }],
 *   records: [
 *     {
 *       id: "r1", on: day("2021-03-01"), recordedAt: at(100),
 *       payload: { is: "appointed", appointment: "a1", post: "p1", person: "m1", manner: "elected" },
 *     },
 *     { id: "r2", on: day("2023-06-01"), recordedAt: at(200), payload: { is: "ended", appointment: "a1", reason: "retired" } },
 *   ],
 * }
 * const world = OrderWorld.of({ posts })
 * const held = (recordedAt: number) => world(day("2023-06-01"), at(recordedAt)).heldBy("m1").map(({ kind }) => kind)
 * assert.deepEqual([held(199), held(200)], [["secretary"], []])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (books: Books): World => {
  const organisations = organisationsOf(books.organisations)
  const units = reading(books.units, [], unitsOf)
  const grid = reading(books.grid, Grid.empty, cellsOf)
  const others = reading(books.others, [], othersOf)
  const posts = reading(books.posts, NO_POSTS, officesOf)
  const persons = reading(books.persons ?? EVERYBODY, NOBODY, (known) => known)
  const branchOf = branchesOf(books.roll)
  return (on, recordedAt) => {
    const [offices, cells] = [posts(recordedAt), (): Cells => grid(recordedAt)(on)]
    const known = persons(recordedAt)
    return {
      body: (id) =>
        whole([organisations(recordedAt)(on)(id), units(recordedAt)(id), cells().body(id), others(recordedAt)(on, id)]),
      heldBy: (person) => {
        const held = offices.heldBy(person, on, recordedAt)
        const holders = [keyOf({ person }), ...new Set(held.map(({ post }) => keyOf({ post })))]
        const duties = holders.flatMap((holder) => cells().dutiesBy.get(holder) ?? [])
        return [...held, ...duties.map((duty) => dutyOf(duty, person))]
      },
      heldAt: (body) => [
        ...offices.heldAt(body, on, recordedAt),
        ...(cells().dutiesAt.get(body) ?? []).flatMap((duty) =>
          "person" in duty.by
            ? [dutyOf(duty, duty.by.person)]
            : offices.holdersOf(duty.by.post, on, recordedAt).map(({ person }) => dutyOf(duty, person)),
        ),
      ],
      branchOf: (person) => branchOf(person, on, recordedAt),
      knows: (person) => known === EVERYBODY || known.has(person),
    }
  }
}

const EVERYBODY: ReadonlySet<string> = /* @__PURE__ */ new Set()
const NOBODY: ReadonlySet<string> = /* @__PURE__ */ new Set()
const NO_POSTS: Post.PostBook = { format: 1, kinds: [], posts: [], records: [] }

/** What is made of a book as it was known at an instant. */
const reading = <A extends object, B>(
  kept: Kept<A> | undefined,
  none: A,
  make: (book: A) => B,
): ((recordedAt: Coordinate.Instant) => B) => {
  if (kept === undefined || !isInEditions(kept)) {
    const made = make(kept ?? none)
    return () => made
  }
  const editions = kept.editions.toSorted((a, b) => a.from - b.from)
  const before = (recordedAt: Coordinate.Instant) => editions.findLast(({ from }) => from <= recordedAt)
  return between(
    editions.map(({ from }) => from),
    (recordedAt) => make(before(recordedAt)?.is ?? none),
  )
}

const isInEditions = <A extends object>(
  kept: Kept<A>,
): kept is Extract<Kept<A>, { readonly editions: ReadonlyArray<Edition<A>> }> => "editions" in kept

/** One body of what several books say of an id: it stands where all say so, and goes by the id that the first gives it. */
const whole = (found: ReadonlyArray<Standing | undefined>): Standing | undefined => {
  const all = found.flatMap((each) => each ?? [])
  const [first] = all
  if (first === undefined || all.length === 1) return first
  const stands = all.every((each) => each.stands)
  const heirs = stands ? [] : all.flatMap((each) => each.heirs ?? [])
  return { id: first.id, stands, above: all.flatMap(({ above }) => above), ...(heirs.length === 0 ? {} : { heirs }) }
}

/** So much is kept of what was made for moments, the last that was asked for. */
const KEPT = 32

/**
 * What is made of a moment, made once for all moments between two marks: what it is made of changes at those alone.
 */
const between = <K extends string | number, A>(marks: Iterable<K>, make: (at: K) => A, most = KEPT): ((at: K) => A) => {
  const steps = [...new Set(marks)].sort((a, b) => (a < b ? -1 : 1))
  const known = new Map<number, A>()
  return (at) => {
    const place = placeIn(steps, at)
    const before = known.get(place)
    if (before !== undefined || known.has(place)) {
      known.delete(place)
      known.set(place, before!)
      return before!
    }
    const made = make(at)
    known.set(place, made)
    const [oldest] = known.keys()
    if (known.size > most) known.delete(oldest!)
    return made
  }
}

/** How many of the steps lie at or before a moment. */
const placeIn = <K extends string | number>(steps: ReadonlyArray<K>, at: K): number => {
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (steps[middle]! <= at) low = middle + 1
    else high = middle
  }
  return low
}

type Find = (id: string) => Standing | undefined

const organisationsOf = (
  book: Books["organisations"],
): ((recordedAt: Coordinate.Instant) => (on: CivilDate.CivilDate) => Find) => {
  if (book === undefined) return () => () => () => undefined
  const { journal, law } = book
  return between(
    journal.map(({ recordedAt }) => recordedAt),
    (recordedAt) => {
      const { turns } = OrganisationRegister.of(law, journal, recordedAt)
      const days = [...new Set(turns.map(({ on }) => on))].sort(byText)
      const ends = endsOfDays(turns)
      return between(days, (on) => {
        const bodies = ends.get(days[placeIn(days, on) - 1] ?? "") ?? OrganisationBodies.none()
        let lineage: Lineage.Lineage | undefined
        return (id) => {
          const found = organisationOf(bodies, id)
          if (found === undefined || found.stands) return found
          lineage ??= Lineage.of(bodies)
          const heirs = Lineage.heirs(lineage, id, { on })
          return heirs.length === 0 ? found : { ...found, heirs }
        }
      })
    },
  )
}

/** The bodies at the end of each day on which something happened. */
const endsOfDays = (turns: Journal<Turn>): ReadonlyMap<string, OrganisationBodies.OrganisationBodies> => {
  const ends = new Map<string, OrganisationBodies.OrganisationBodies>()
  let bodies = OrganisationBodies.none()
  for (const turn of turns.toSorted((a, b) => byText(a.on, b.on))) {
    for (const payload of turn.payload.events) bodies = OrganisationBodies.evolve(bodies, { ...turn, payload })
    ends.set(turn.on, bodies)
  }
  return ends
}

const organisationOf = (bodies: OrganisationBodies.OrganisationBodies, id: string): Standing | undefined => {
  const found = OrganisationBodies.find(bodies, id)
  if (found === undefined) return undefined
  const above: Array<string> = []
  let next = found.organisation.supervisedBy
  while (next !== undefined) {
    const body = OrganisationBodies.find(bodies, next)
    const own = body?.organisation.id ?? next
    if (above.includes(own)) break
    above.push(own)
    next = body?.organisation.supervisedBy
  }
  return { id: found.organisation.id, stands: found.is === "standing", above }
}

const unitsOf = (units: ReadonlyArray<AdministrativeUnit>): Find => {
  const { forest } = Forest.build(units, { id: ({ id }) => id, parent: ({ within }) => within })
  return (id) => placeOf(forest, id)
}

const placeOf = (forest: Forest.Forest<{ readonly id: string }>, id: string): Standing | undefined =>
  forest.places.has(id) ? { id, stands: true, above: Forest.ancestors(forest, id).map((one) => one.id) } : undefined

/** The cells of a day, and the duties by who has them and by where they are. */
interface Cells {
  readonly body: Find
  readonly dutiesBy: ReadonlyMap<string, ReadonlyArray<Grid.Duty>>
  readonly dutiesAt: ReadonlyMap<string, ReadonlyArray<Grid.Duty>>
}

const cellsOf = ({ cells, duties }: Grid.Grid): ((on: CivilDate.CivilDate) => Cells) => {
  const days = [...cells, ...duties].flatMap(({ from, to }) => (to === undefined ? [from] : [from, to]))
  const rows = grouped(cells, ({ id }) => id)
  return between(days, (on) => {
    const { view } = Grid.of({ ...Grid.empty, cells, duties }, on)
    return {
      body: (id) => placeOf(view.forest, id) ?? goneCell(rows, id, on),
      dutiesBy: grouped(view.duties, ({ by }) => keyOf(by)),
      dutiesAt: grouped(view.duties, placeOfDuty),
    }
  })
}

/** A cell that is in the book and does not stand, below whatever it lay in last. */
const goneCell = (
  rows: ReadonlyMap<string, ReadonlyArray<Grid.Cell>>,
  id: string,
  on: CivilDate.CivilDate,
): Standing | undefined => {
  if (!rows.has(id)) return undefined
  const above: Array<string> = []
  let next = lastWithin(rows.get(id), on)
  while (next !== undefined && !above.includes(next)) {
    above.push(next)
    next = lastWithin(rows.get(next), on)
  }
  return { id, stands: false, above }
}

const lastWithin = (rows: ReadonlyArray<Grid.Cell> | undefined, on: CivilDate.CivilDate): string | undefined =>
  rows
    ?.filter(({ from }) => from <= on)
    .sort((a, b) => byText(a.from, b.from) || byText(a.within ?? "", b.within ?? ""))
    .at(-1)?.within

const keyOf = (by: Grid.Holder): string => JSON.stringify("post" in by ? ["post", by.post] : ["person", by.person])

const placeOfDuty = ({ at }: Grid.Duty): string => ("cell" in at ? at.cell : at.unit)

/** A duty as somebody has it; that of a post is had by way of the post. */
const dutyOf = (duty: Grid.Duty, person: string): Held => ({
  person,
  post: "post" in duty.by ? duty.by.post : duty.id,
  kind: duty.role,
  body: placeOfDuty(duty),
})

const othersOf = (
  others: ReadonlyArray<OtherBody>,
): ((on: CivilDate.CivilDate, id: string) => Standing | undefined) => {
  const byId = grouped(others, ({ id }) => id)
  return (on, id) => {
    const rows = byId.get(id)
    return rows && { id, stands: rows.some((row) => lasts(row, on)), above: [] }
  }
}

const lasts = ({ from, to }: Omit<OtherBody, "id">, on: CivilDate.CivilDate): boolean =>
  (from === undefined || from <= on) && (to === undefined || on < to)

const grouped = <A>(list: ReadonlyArray<A>, key: (one: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const one of list) {
    const group = groups.get(key(one))
    if (group === undefined) groups.set(key(one), [one])
    else group.push(one)
  }
  return groups
}

type Offices = Readonly<
  Record<
    "heldBy" | "heldAt" | "holdersOf",
    (id: string, on: CivilDate.CivilDate, recordedAt: Coordinate.Instant) => ReadonlyArray<Held>
  >
>

/** What is held, by the person, at the body, and in the post: of the records only those that have to do with it. */
const officesOf = ({ posts, records }: Post.PostBook): Offices => {
  const threads = threadsOf(records)
  const rows = grouped(posts, ({ id }) => id)
  const [ofPerson, ofPost] = [new Map<string, Set<Thread>>(), new Map<string, Set<Thread>>()]
  for (const thread of threads) {
    for (const { payload } of thread) {
      if (payload.is !== "appointed") continue
      ofPerson.set(payload.person, (ofPerson.get(payload.person) ?? new Set()).add(thread))
      ofPost.set(payload.post, (ofPost.get(payload.post) ?? new Set()).add(thread))
    }
  }
  const atBody = grouped(posts, ({ body }) => body)
  const held = (
    own: Iterable<Thread>,
    on: CivilDate.CivilDate,
    recordedAt: Coordinate.Instant,
  ): ReadonlyArray<Held> => {
    const appointments = [...own].flatMap((thread) => Post.appointments(thread, recordedAt).appointments)
    if (appointments.length === 0) return []
    const named = [...new Set(appointments.map(({ post }) => post))].flatMap((id) => rows.get(id) ?? [])
    return PostRoll.at({ kinds: [], posts: named, appointments }, on).holdings.map(heldOf)
  }
  const holdersOf: Offices["holdersOf"] = (post, on, recordedAt) =>
    held(ofPost.get(post) ?? [], on, recordedAt).filter((one) => one.post === post)
  return {
    holdersOf,
    heldBy: (person, on, recordedAt) =>
      held(ofPerson.get(person) ?? [], on, recordedAt).filter((one) => one.person === person),
    heldAt: (body, on, recordedAt) => {
      const own = new Set((atBody.get(body) ?? []).flatMap(({ id }) => [...(ofPost.get(id) ?? [])]))
      return held(own, on, recordedAt).filter((one) => one.body === body)
    },
  }
}

const heldOf = ({ person, post: { body, id, kind } }: PostRoll.Holding): Held => ({ person, post: id, kind, body })

/** Records that have to do with one another: of one appointment, or correcting one another. */
type Thread = ReadonlyArray<Post.PostRecord>

const threadsOf = (records: ReadonlyArray<Post.PostRecord>): ReadonlyArray<Thread> => {
  const over = new Map<string, string>()
  const top = (of: string): string => {
    let [last, next] = [of, over.get(of)]
    while (next !== undefined && next !== last) [last, next] = [next, over.get(next)]
    over.set(of, last)
    return last
  }
  const own = (id: string): string => JSON.stringify(["record", id])
  for (const { id, payload, supersedes } of records) {
    if (supersedes !== undefined) over.set(top(own(id)), top(own(supersedes)))
    if (payload.is !== "withdrawn") over.set(top(own(id)), top(JSON.stringify(["appointment", payload.appointment])))
  }
  return [...grouped(records, ({ id }) => top(own(id))).values()]
}

type BranchOf = (person: string, on: CivilDate.CivilDate, recordedAt: Coordinate.Instant) => string | undefined

/** So many steps of one person's membership are kept at a time. */
const STEPS = 4

/** A membership that is suspended gives nobody a branch. Of the books only those of the person are read. */
const branchesOf = (sources: Roll.Sources | undefined): BranchOf => {
  const { books = [], successions = [] } = sources ?? {}
  const own = grouped(books, ({ person }) => person)
  const changes = successions.map(({ recordedAt }) => recordedAt)
  const known = new Map<string, (recordedAt: Coordinate.Instant) => ReadonlyArray<Roll.Span>>()
  const read = (person: string, of: ReadonlyArray<Roll.Book>) => {
    const before = known.get(person)
    if (before !== undefined) return before
    const marks = of.flatMap(({ life, transfers }) => [...life, ...transfers]).map(({ recordedAt }) => recordedAt)
    const spans = between(
      [...marks, ...changes],
      (recordedAt) => Roll.spans({ books: of, successions }, recordedAt).persons[0]?.spans ?? [],
      STEPS,
    )
    known.set(person, spans)
    return spans
  }
  return (person, on, recordedAt) => {
    const of = own.get(person)
    if (of === undefined) return undefined
    const span = read(person, of)(recordedAt).find((each) => lasts(each, on))
    return span !== undefined && Member.rights(span).counts ? Member.responsible(span) : undefined
  }
}
