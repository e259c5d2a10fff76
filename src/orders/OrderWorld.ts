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
import type { AdministrativeUnit } from "../organisation/AdministrativeUnit.js"
import * as Forest from "../organisation/Forest.js"
import * as Grid from "../organisation/Grid.js"
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
 * A body on a day: the id that it goes by, whether it stands (存续), and all bodies above it in its tree, by the ids that
 * they go by.
 *
 * @category models
 * @since 0.1.0
 */
export interface Standing {
  readonly id: string
  readonly stands: boolean
  readonly above: ReadonlyArray<string>
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
 * again about every move in it: what is recorded later changes nothing of what was known.
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
 * The books to answer from, as far as a place keeps them. Where no persons are listed, everybody is known. An id that
 * is in several of the books is one body, and stands as long as it does in all of them.
 *
 * **Gotchas** Units have no days, and grids no instants of recording: those books are given as they are known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Books {
  readonly organisations?: { readonly law: Law; readonly journal: Journal<Turn> }
  readonly units?: ReadonlyArray<AdministrativeUnit>
  readonly grid?: Grid.Grid
  readonly posts?: Post.PostBook
  readonly roll?: Roll.Sources
  readonly others?: ReadonlyArray<OtherBody>
  readonly persons?: ReadonlySet<string>
}

// ---------------------------------------------------------------- constructors

/**
 * The world as the books tell it. What was read once for a day and an instant is kept for all days and instants between
 * which the books tell nothing new.
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
  const [organisations, units] = [organisationsOf(books.organisations), unitsOf(books.units ?? [])]
  const [grid, others] = [cellsOf(books.grid ?? Grid.empty), othersOf(books.others ?? [])]
  const [posts, branches] = [postsOf(books.posts), branchesOf(books.roll)]
  return (on, recordedAt) => {
    const [offices, cells] = [(): Offices => posts(recordedAt)(on), (): Cells => grid(on)]
    return {
      body: (id) => whole([organisations(recordedAt)(on)(id), units(id), cells().body(id), others(on, id)]),
      heldBy: (person) => {
        const held = offices().byPerson.get(person) ?? []
        const holders = [keyOf({ person }), ...new Set(held.map(({ post }) => keyOf({ post })))]
        const duties = holders.flatMap((holder) => cells().dutiesBy.get(holder) ?? [])
        return [...held, ...duties.map((duty) => dutyOf(duty, person))]
      },
      heldAt: (body) => [
        ...(offices().byBody.get(body) ?? []),
        ...(cells().dutiesAt.get(body) ?? []).flatMap((duty) => dutyHolders(duty, offices())),
      ],
      branchOf: (person) => branches(recordedAt)(on, person),
      knows: (person) => books.persons?.has(person) ?? true,
    }
  }
}

/** One body of what several books say of an id: it stands where all say so, and goes by the id that the first gives it. */
const whole = (found: ReadonlyArray<Standing | undefined>): Standing | undefined => {
  const all = found.flatMap((each) => each ?? [])
  const [first] = all
  if (first === undefined || all.length === 1) return first
  return { id: first.id, stands: all.every(({ stands }) => stands), above: all.flatMap(({ above }) => above) }
}

/**
 * What is made of a moment, made once for all moments between two marks: what it is made of changes at those alone.
 */
const between = <K extends string | number, A>(marks: Iterable<K>, make: (at: K) => A): ((at: K) => A) => {
  const steps = [...new Set(marks)].sort((a, b) => (a < b ? -1 : 1))
  const known = new Map<number, A>()
  return (at) => {
    let [low, high] = [0, steps.length]
    while (low < high) {
      const middle = (low + high) >>> 1
      if (steps[middle]! <= at) low = middle + 1
      else high = middle
    }
    const before = known.get(low)
    if (before !== undefined) return before
    const made = make(at)
    known.set(low, made)
    return made
  }
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
      const register = OrganisationRegister.of(law, journal, recordedAt)
      return between(
        register.turns.map(({ on }) => on),
        (on) => {
          const bodies = OrganisationRegister.on(register, on)
          return (id) => organisationOf(bodies, id)
        },
      )
    },
  )
}

const organisationOf = (bodies: OrganisationBodies.OrganisationBodies, id: string): Standing | undefined => {
  const found = OrganisationBodies.find(bodies, id)
  if (found === undefined) return undefined
  const above: Array<string> = []
  let next = found.organisation.supervisedBy
  while (next !== undefined && !above.includes(next)) {
    above.push(next)
    next = OrganisationBodies.find(bodies, next)?.organisation.supervisedBy
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
  const known = new Set(cells.map(({ id }) => id))
  return between(days, (on) => {
    const { view } = Grid.of({ ...Grid.empty, cells, duties }, on)
    return {
      body: (id) => placeOf(view.forest, id) ?? (known.has(id) ? { id, stands: false, above: [] } : undefined),
      dutiesBy: grouped(view.duties, ({ by }) => keyOf(by)),
      dutiesAt: grouped(view.duties, placeOfDuty),
    }
  })
}

const keyOf = (by: Grid.Holder): string => JSON.stringify("post" in by ? ["post", by.post] : ["person", by.person])

const placeOfDuty = ({ at }: Grid.Duty): string => ("cell" in at ? at.cell : at.unit)

/** A duty as somebody has it; that of a post is had by way of the post. */
const dutyOf = (duty: Grid.Duty, person: string): Held => ({
  person,
  post: "post" in duty.by ? duty.by.post : duty.id,
  kind: duty.role,
  body: placeOfDuty(duty),
})

const dutyHolders = (duty: Grid.Duty, { byPost }: Offices): ReadonlyArray<Held> =>
  "person" in duty.by
    ? [dutyOf(duty, duty.by.person)]
    : (byPost.get(duty.by.post) ?? []).map(({ person }) => dutyOf(duty, person))

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

/** What is held, by the person, by the body, and by the post. */
interface Offices {
  readonly byPerson: ReadonlyMap<string, ReadonlyArray<Held>>
  readonly byBody: ReadonlyMap<string, ReadonlyArray<Held>>
  readonly byPost: ReadonlyMap<string, ReadonlyArray<Held>>
}

const officesOf = (held: ReadonlyArray<Held>): Offices => ({
  byPerson: grouped(held, ({ person }) => person),
  byBody: grouped(held, ({ body }) => body),
  byPost: grouped(held, ({ post }) => post),
})

const grouped = <A>(list: ReadonlyArray<A>, key: (one: A) => string): ReadonlyMap<string, ReadonlyArray<A>> => {
  const groups = new Map<string, Array<A>>()
  for (const one of list) {
    const group = groups.get(key(one))
    if (group === undefined) groups.set(key(one), [one])
    else group.push(one)
  }
  return groups
}

const postsOf = (
  book: Post.PostBook | undefined,
): ((recordedAt: Coordinate.Instant) => (on: CivilDate.CivilDate) => Offices) => {
  const { kinds = [], posts = [], records = [] } = book ?? {}
  return between(
    records.map(({ recordedAt }) => recordedAt),
    (recordedAt) => {
      const { appointments } = Post.appointments(records, recordedAt)
      const days = [...posts, ...appointments].flatMap(({ from, to }) => [from ?? [], to ?? []].flat())
      return between(days, (on) => officesOf(PostRoll.at({ kinds, posts, appointments }, on).holdings.map(heldOf)))
    },
  )
}

const heldOf = ({ person, post: { body, id, kind } }: PostRoll.Holding): Held => ({ person, post: id, kind, body })

type BranchOf = (on: CivilDate.CivilDate, person: string) => string | undefined

/** A membership that is suspended gives nobody a branch. */
const branchesOf = (sources: Roll.Sources | undefined): ((recordedAt: Coordinate.Instant) => BranchOf) => {
  const { books = [], successions = [] } = sources ?? {}
  const marks = [...books.flatMap(({ life, transfers }) => [...life, ...transfers]), ...successions]
  return between(
    marks.map(({ recordedAt }) => recordedAt),
    (recordedAt) => {
      const { persons } = Roll.spans({ books, successions }, recordedAt)
      const spansOf = new Map(persons.map(({ person, spans }) => [person, spans]))
      return (on, person) => {
        const span = spansOf.get(person)?.find((each) => lasts(each, on))
        return span !== undefined && Member.rights(span).counts ? Member.responsible(span) : undefined
      }
    },
  )
}
