/**
 * Random small worlds of posts, branches, cells and members, kept twice: as the books of the library, and as plain rows that
 * are gone through one by one for every question. Everything is made up.
 */
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as OrderRoles from "../../src/orders/OrderRoles.js"
import type { Books } from "../../src/orders/OrderWorld.js"
import * as Grid from "../../src/organisation/Grid.js"
import type * as Post from "../../src/organisation/Post.js"
import type * as Roll from "../../src/organisation/Roll.js"
import type { Actor } from "../../src/process/Actor.js"
import { establish, journalOf, law } from "../organisation/smallTown.js"

const FIRST = CivilDate.dayNumber(CivilDate.parseUnsafe("2023-01-01"))
export const LAST = 30
export const dayAt = (day: number): CivilDate.CivilDate => CivilDate.ofDayNumberUnsafe(FIRST + day)
export const numberOf = (on: CivilDate.CivilDate): number => CivilDate.dayNumber(on) - FIRST

/** What is recorded on a day is recorded in one of 1,000 instants of its morning; questions are asked in the last. */
export const instantAt = (day: number, place = 999): Coordinate.Instant =>
  Coordinate.instantUnsafe((FIRST + day) * 86_400_000 + place)

export const PEOPLE = ["x1", "x2", "x3", "x4"]
const POSTS = [
  { id: "sb1", kind: "secretary", body: "b1" },
  { id: "sb2", kind: "secretary", body: "b2" },
  { id: "st", kind: "secretary", body: "town" },
  { id: "rt", kind: "reviewer", body: "town" },
]

/** That something lasts from a day on, recorded on a day, and ended on a day, which was recorded on another. */
export interface Lasting {
  readonly from: number
  readonly recorded: number
  readonly length: number | undefined
  readonly endRecorded: number
}

const lasting: fc.Arbitrary<Lasting> = fc.record({
  from: fc.integer({ min: -5, max: LAST }),
  recorded: fc.integer({ min: -10, max: LAST }),
  length: fc.option(fc.integer({ min: 1, max: 15 }), { nil: undefined }),
  endRecorded: fc.integer({ min: -5, max: LAST + 5 }),
})

export interface Rows {
  readonly posts: ReadonlyArray<Lasting & { readonly post: (typeof POSTS)[number]; readonly person: string }>
  readonly members: ReadonlyArray<{
    readonly person: string
    readonly branch: string
    readonly from: number
    readonly recorded: number
  }>
  readonly merger: { readonly on: number; readonly recorded: number; readonly inRoll: boolean } | undefined
  readonly duties: ReadonlyArray<{
    readonly person: string
    readonly cell: string
    readonly from: number
    readonly to: number
  }>
  readonly cellEnds: number
  readonly listed: { readonly person: string; readonly from: number; readonly to: number }
}

const person = fc.constantFrom(...PEOPLE)
const span = fc
  .integer({ min: -5, max: LAST })
  .chain((from) => fc.record({ from: fc.constant(from), to: fc.integer({ min: from + 1, max: LAST + 10 }) }))

export const rows: fc.Arbitrary<Rows> = fc.record({
  posts: fc.array(
    fc.record({ post: fc.constantFrom(...POSTS), person, is: lasting }).map(({ is, ...rest }) => ({ ...is, ...rest })),
    { minLength: 3, maxLength: 8 },
  ),
  members: fc.uniqueArray(
    fc.record({
      person,
      branch: fc.constantFrom("b1", "b2"),
      from: fc.integer({ min: -5, max: LAST }),
      recorded: fc.integer({ min: -10, max: LAST }),
    }),
    { selector: (row) => row.person, maxLength: 4 },
  ),
  merger: fc.option(
    fc.record({
      on: fc.integer({ min: 0, max: LAST }),
      recorded: fc.integer({ min: 0, max: LAST }),
      inRoll: fc.boolean(),
    }),
    { nil: undefined, freq: 3 },
  ),
  duties: fc.array(
    fc.record({ person, cell: fc.constantFrom("g1", "g2"), is: span }).map(({ is, ...rest }) => ({ ...is, ...rest })),
    { maxLength: 4 },
  ),
  cellEnds: fc.integer({ min: 5, max: LAST + 10 }),
  listed: fc.record({ person, is: span }).map(({ is, ...rest }) => ({ ...is, ...rest })),
})

/** The same with somebody in every post and cell and members in both branches from the beginning, some of them not for long. */
export const peopled = (self: Rows): Rows => {
  const whole = { from: -5, to: LAST + 10 }
  return {
    ...self,
    posts: [
      ...POSTS.map((post, index) => {
        const { endRecorded = 0, length } = self.posts[index] ?? {}
        const ends = length === undefined || length < 8 ? undefined : length + 10
        return { post, person: PEOPLE[index]!, from: -5, recorded: -10, length: ends, endRecorded }
      }),
      ...self.posts,
    ],
    duties: [{ person: "x3", cell: "g1", ...whole }, { person: "x4", cell: "g2", ...whole }, ...self.duties],
    members: [
      ...self.members.filter(({ person: of }) => of !== "x2" && of !== "x4"),
      { person: "x2", branch: "b1", from: -5, recorded: -10 },
      { person: "x4", branch: "b2", from: -5, recorded: -10 },
    ],
  }
}

/** The books; those recorded by an instant only, where one is given, so that nothing later is in them. */
export const booksOf = (self: Rows, until = Number.POSITIVE_INFINITY): Books => {
  const known = <R extends Coordinate.Recorded>(list: ReadonlyArray<R>) =>
    list.filter(({ recordedAt }) => recordedAt <= until)
  const cell = {
    kind: "组",
    name: "示例",
    use: "comprehensive",
    organisations: [],
    covers: [],
    from: dayAt(-50),
  } as const
  const { merger } = self
  return {
    organisations: { law, journal: known(journalFor(merger)) },
    grid: {
      ...Grid.empty,
      cells: [
        { ...cell, id: "g1" },
        { ...cell, id: "g2", to: dayAt(self.cellEnds) },
      ],
      duties: self.duties.map(({ cell: id, from, person: by, to }, index) => ({
        id: `d${index}`,
        role: "worker",
        by: { person: by },
        at: { cell: id },
        from: dayAt(from),
        to: dayAt(to),
      })),
    },
    posts: { format: 1, kinds: [], posts: POSTS, records: known(self.posts.flatMap(recordsOf)) },
    roll: {
      books: self.members.map((row, index) => {
        const { life, ...rest } = memberBook(row, index)
        return { ...rest, life: known(life) }
      }),
      successions:
        merger?.inRoll === true
          ? known([
              {
                id: "merger",
                on: dayAt(merger.on),
                recordedAt: instantAt(merger.recorded, 500),
                from: "b2",
                to: "b1",
                ends: true,
              },
            ])
          : [],
    },
    persons: new Set([...PEOPLE, "p1"]),
  }
}

const journalFor = (merger: Rows["merger"]) =>
  journalOf([
    ["2020-01-01", establish("town", "township"), 0],
    ["2020-01-01", establish("b1", "branch", "town"), 1],
    ["2020-01-01", establish("b2", "branch", "town"), 2],
    ...(merger === undefined
      ? []
      : [
          [
            dayAt(merger.on),
            { change: "merge", ids: ["b2"], into: "b1", members: { to: "b1" } },
            instantAt(merger.recorded, 500),
          ] as const,
        ]),
  ])

const recordsOf = (
  { endRecorded, from, length, person: of, post, recorded }: Rows["posts"][number],
  index: number,
): ReadonlyArray<Post.PostRecord> => [
  {
    id: `a${index}`,
    on: dayAt(from),
    recordedAt: instantAt(recorded, index),
    payload: { is: "appointed", appointment: `t${index}`, post: post.id, person: of, manner: "elected" },
  },
  ...(length === undefined
    ? []
    : [
        {
          id: `z${index}`,
          on: dayAt(from + length),
          recordedAt: instantAt(Math.max(recorded, endRecorded), index + 100),
          payload: { is: "ended", appointment: `t${index}`, reason: "retired" } as const,
        },
      ]),
]

const memberBook = ({ branch, from, person: of, recorded }: Rows["members"][number], index: number): Roll.Book => {
  const asked = { is: "register", branch, admittedOn: dayAt(-900), fullFrom: dayAt(-500) } as const
  const payload = { content: { step: asked }, events: [{ event: { is: "registered", asked } }] } as const
  const entry = {
    id: `m${index}`,
    on: dayAt(from),
    recordedAt: instantAt(recorded, 200 + index),
    actor: { post: "组织委员" },
    payload,
  }
  return { person: of, life: [entry], transfers: [] }
}

export const rolesOf = ({ listed: { from, person: of, to } }: Rows): OrderRoles.OrderRoles => ({
  format: 1,
  id: "示例",
  offsetMinutes: 480,
  backdating: 3,
  roles: [
    { role: "resident", by: [{ is: "resident", posts: ["resident"] }] },
    { role: "unnamed", by: [{ is: "unnamed", posts: ["resident"] }] },
    { role: "grid", by: [{ is: "post", posts: ["worker"], at: { field: "grid" } }] },
    { role: "branch", by: [{ is: "post", posts: ["secretary"], at: { field: "branch" } }] },
    { role: "member", by: [{ is: "member", posts: ["member"], at: { field: "branch" } }] },
    {
      role: "responder",
      by: [{ is: "listed", posts: ["responder"], persons: [{ person: of, from: dayAt(from), to: dayAt(to) }] }],
    },
    { role: "committee", by: [{ is: "post", posts: ["secretary"], at: { body: "town" }, unnamed: true }] },
    { role: "reviewer", by: [{ is: "post", posts: ["reviewer"], at: { field: "branch", reach: "above" } }] },
  ],
})

// ---------------------------------------------------------------- the clerk with the rows

export interface Moment {
  readonly day: number
  readonly known: number
}

export const standsByHand = ({ cellEnds, merger }: Rows, body: string, { day, known }: Moment): boolean => {
  if (body === "b2") return merger === undefined || merger.recorded > known || merger.on > day
  return body === "town" || body === "b1" || body === "g1" || (body === "g2" && day < cellEnds)
}

/** Which body acts for one: the other, once it is known to have been merged into it. */
const answersByHand = (self: Rows, body: unknown, moment: Moment): unknown =>
  body === "b2" && !standsByHand(self, "b2", moment) ? "b1" : body

const holdsPost = (
  { posts }: Rows,
  kind: string,
  body: string,
  person_: string | undefined,
  { day, known }: Moment,
): boolean =>
  posts.some(({ endRecorded, from, length, person: of, post, recorded }) => {
    if (post.kind !== kind || post.body !== body || (person_ !== undefined && of !== person_)) return false
    if (recorded > known || from > day) return false
    return length === undefined || Math.max(recorded, endRecorded) > known || day < from + length
  })

const branchOf = ({ members, merger }: Rows, person_: string, { day, known }: Moment): string | undefined => {
  const row = members.find((each) => each.person === person_)
  if (row === undefined || row.recorded > known || row.from > day) return undefined
  if (row.branch !== "b2" || merger?.inRoll !== true || merger.recorded > known || merger.on > day) return row.branch
  // Whoever is entered in a branch that had ended already stays there.
  const before = row.from < merger.on || (row.from === merger.on && row.recorded <= merger.recorded)
  return before ? "b1" : row.branch
}

/** Whether somebody holds a role, by going through all rows. */
export const holdsByHand = (
  self: Rows,
  role: string,
  { body, person: of, post }: Actor,
  { day, known }: Moment,
  fields: Readonly<Record<string, unknown>>,
): boolean => {
  const moment = { day, known }
  if (body !== undefined && !standsByHand(self, body, moment)) return false
  if (of !== undefined && of !== "p1" && !PEOPLE.includes(of)) return false
  const isPost = (kind: string, where: unknown) => post === kind && body !== undefined && body === where
  switch (role) {
    case "resident":
      return post === "resident" && of !== undefined
    case "unnamed":
      return post === "resident" && of === undefined && body === undefined
    case "grid":
      return (
        isPost("worker", fields.grid) &&
        self.duties.some(({ cell, from, person: by, to }) => by === of && cell === body && from <= day && day < to)
      )
    case "branch":
      return (
        isPost("secretary", answersByHand(self, fields.branch, moment)) &&
        of !== undefined &&
        holdsPost(self, post, body!, of, moment)
      )
    case "member": {
      const branch = of === undefined ? undefined : branchOf(self, of, moment)
      if (post !== "member" || branch === undefined || !standsByHand(self, branch, moment)) return false
      return (body === undefined || body === branch) && branch === answersByHand(self, fields.branch, moment)
    }
    case "responder": {
      const { from, person: by, to } = self.listed
      return post === "responder" && by === of && from <= day && day < to
    }
    case "committee":
      return isPost("secretary", "town") && holdsPost(self, post, "town", of, moment)
    case "reviewer":
      return (
        isPost("reviewer", "town") &&
        (fields.branch === "b1" || fields.branch === "b2") &&
        of !== undefined &&
        holdsPost(self, post, "town", of, moment)
      )
    default:
      return false
  }
}
