/**
 * How often the interesting region is reached: each law counts it, and fails where a run reaches it too seldom.
 */
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderWorld from "../../src/orders/OrderWorld.js"
import * as Grid from "../../src/organisation/Grid.js"
import * as Member from "../../src/organisation/Member.js"
import * as Post from "../../src/organisation/Post.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import * as Roll from "../../src/organisation/Roll.js"
import { booksOf, dayAt, instantAt, LAST, PEOPLE, rows } from "./orderWorlds.js"

const moments = fc.array(
  fc.record({ day: fc.integer({ min: -5, max: LAST }), known: fc.integer({ min: -12, max: LAST + 5 }) }),
  { minLength: 20, maxLength: 40 },
)

const POSTS: ReadonlyArray<Post.Post> = [
  { id: "p1", kind: "secretary", body: "b1" },
  { id: "p1", kind: "secretary", body: "b2", from: dayAt(10) },
  { id: "p2", kind: "secretary", body: "b2", to: dayAt(20) },
  { id: "p3", kind: "reviewer", body: "b1" },
]

const appointment = fc.constantFrom("t1", "t2", "t3", "t4")
const payload: fc.Arbitrary<Post.PostEvent> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      is: fc.constant("appointed" as const),
      appointment,
      post: fc.constantFrom("p1", "p2", "p3", "p4"),
      person: fc.constantFrom(...PEOPLE),
      manner: fc.constant("elected" as const),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ is: fc.constant("ended" as const), appointment, reason: fc.constant("retired" as const) }),
  },
  { weight: 1, arbitrary: fc.constant({ is: "withdrawn" as const, why: "误录" }) },
)

/** Records of few appointments, some with one id, and many that supersede another. */
const records: fc.Arbitrary<ReadonlyArray<Post.PostRecord>> = fc.array(
  fc
    .record({
      id: fc.constantFrom("r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8", "r9"),
      on: fc.integer({ min: -5, max: LAST }),
      recorded: fc.integer({ min: -10, max: LAST }),
      supersedes: fc.option(fc.constantFrom("r1", "r2", "r3", "r4", "r5"), { nil: undefined, freq: 1 }),
      payload,
    })
    .map(({ on, recorded, supersedes, ...rest }) => ({
      ...rest,
      on: dayAt(on),
      recordedAt: instantAt(recorded, 0),
      ...(supersedes === undefined ? {} : { supersedes }),
    })),
  { maxLength: 12 },
)

it("what is held is what is held by all records together, however few of them are read for it", () => {
  const seen = { held: 0, nothing: 0 }
  fc.assert(
    fc.property(records, moments, (all, asked) => {
      const world = OrderWorld.of({ posts: { format: 1, kinds: [], posts: POSTS, records: all } })
      for (const { day, known } of asked) {
        const { appointments } = Post.appointments(all, instantAt(known))
        const { holdings } = PostRoll.at({ kinds: [], posts: POSTS, appointments }, dayAt(day))
        seen[holdings.length === 0 ? "nothing" : "held"]++
        const rowsOf = (of: (one: PostRoll.Holding) => boolean) =>
          holdings.filter(of).map(({ person, post }) => [person, post.id, post.body])
        const view = world(dayAt(day), instantAt(known))
        const told = (held: ReadonlyArray<OrderWorld.Held>) =>
          held.map(({ body, person, post }) => [person, post, body])
        for (const person of PEOPLE) {
          expect(told(view.heldBy(person))).toEqual(rowsOf((one) => one.person === person))
        }
        for (const body of ["b1", "b2"])
          expect(told(view.heldAt(body))).toEqual(rowsOf(({ post }) => post.body === body))
      }
    }),
    { numRuns: 200 },
  )
  expect(Math.min(seen.held, seen.nothing)).toBeGreaterThan(500)
})

it("the branch of a person is that of the roll of all persons", () => {
  let found = 0
  fc.assert(
    fc.property(rows, moments, (self, asked) => {
      const { roll = { books: [], successions: [] } } = booksOf(self)
      const world = OrderWorld.of({ roll })
      for (const { day, known } of asked) {
        const { members } = Roll.of(roll, Coordinate.of(dayAt(day), instantAt(known)))
        for (const person of PEOPLE) {
          const row = members.find((each) => each.person === person)
          const branch = row !== undefined && Member.rights(row).counts ? Member.responsible(row) : undefined
          if (branch !== undefined) found++
          expect(world(dayAt(day), instantAt(known)).branchOf(person)).toBe(branch)
        }
      }
    }),
    { numRuns: 60 },
  )
  expect(found).toBeGreaterThan(500)
})

/** What one edition has of each of the books: which ids of four there are, and who works in the cell. */
interface Drawn {
  readonly from: number
  readonly ids: ReadonlyArray<string>
  readonly worker: string
}

const drawn: fc.Arbitrary<Drawn> = fc.record({
  from: fc.integer({ min: -5, max: LAST }),
  ids: fc.subarray(["a1", "a2", "a3", "a4"]),
  worker: fc.constantFrom(...PEOPLE),
})

const gridOf = ({ ids, worker }: Drawn): Grid.Grid => {
  const cell = { kind: "组", name: "示例", use: "comprehensive", organisations: [], covers: [] } as const
  const from = dayAt(-50)
  return {
    ...Grid.empty,
    cells: ids.map((id) => ({ ...cell, id: `c${id}`, from })),
    duties: ids.map((id) => ({ id: `d${id}`, role: "worker", by: { person: worker }, at: { cell: `c${id}` }, from })),
  }
}

const plainOf = (one: Drawn): OrderWorld.Books => ({
  grid: gridOf(one),
  units: one.ids.map((id) => ({ id: `u${id}`, kind: "村", sector: "农村", name: "示例", operating: true })),
  others: one.ids.map((id) => ({ id: `o${id}` })),
  persons: new Set([...one.ids, one.worker]),
  posts: {
    format: 1,
    kinds: [],
    posts: one.ids.map((id) => ({ id: `p${id}`, kind: "secretary", body: "b1" })),
    records: one.ids.map((id) => ({
      id,
      on: dayAt(-5),
      recordedAt: instantAt(-10),
      payload: { is: "appointed", appointment: id, post: `p${id}`, person: one.worker, manner: "elected" } as const,
    })),
  },
})

const NONE: Drawn = { from: 0, ids: [], worker: "" }

const inEditions = (all: ReadonlyArray<Drawn>): OrderWorld.Books => {
  const kept = <A>(of: (one: Drawn) => A) => ({
    editions: all.map((one) => ({ from: instantAt(one.from, 0), is: of(one) })),
  })
  return {
    grid: kept(gridOf),
    units: kept((one) => plainOf(one).units as ReadonlyArray<never>),
    others: kept((one) => plainOf(one).others as ReadonlyArray<never>),
    persons: kept((one) => plainOf(one).persons as ReadonlySet<string>),
    posts: kept((one) => plainOf(one).posts as Post.PostBook),
  }
}

const answers = (world: OrderWorld.World, day: number, known: number) => {
  const view = world(dayAt(day), instantAt(known))
  const ids = ["a1", "a2", "a3", "a4"]
  return {
    bodies: ids.flatMap((id) => [`c${id}`, `u${id}`, `o${id}`]).map((id) => view.body(id)?.stands),
    held: PEOPLE.map((person) => view.heldBy(person).map(({ post }) => post)),
    at: ["b1", ...ids.map((id) => `c${id}`)].map((id) => view.heldAt(id).map(({ person }) => person)),
    known: [...ids, ...PEOPLE].filter((id) => view.knows(id)),
  }
}

it("of a book in editions the last counts that was known by then, and a later one changes nothing of what was known", () => {
  const distinct = fc.uniqueArray(drawn, { selector: ({ from }) => from, minLength: 1, maxLength: 5 })
  fc.assert(
    fc.property(distinct, moments, (all, asked) => {
      const world = OrderWorld.of(inEditions(all))
      for (const { day, known } of asked.slice(0, 10)) {
        const before = all.filter(({ from }) => from <= known).sort((a, b) => a.from - b.from)
        const told = answers(world, day, known)
        const last = before.at(-1)
        const plain = last === undefined ? { ...plainOf(NONE), persons: new Set<string>() } : plainOf(last)
        expect(told).toEqual(answers(OrderWorld.of(plain), day, known))
        expect(answers(OrderWorld.of(inEditions(before)), day, known)).toEqual(told)
      }
    }),
    { numRuns: 60 },
  )
})
