/**
 * Post rolls (职务名册): who holds which post on a day, which posts are vacant and since when, who acts, and who holds
 * several.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { byText } from "../foundation/TextOrder.js"
import * as Post from "./Post.js"

// ---------------------------------------------------------------- models

/**
 * Who holds a post, since when, by which appointment and how.
 *
 * @category models
 * @since 0.1.0
 */
export interface Holding {
  readonly post: Post.Post
  readonly person: string
  readonly appointment: string
  readonly manner: Post.Manner
  readonly since: CivilDate.CivilDate
}

/**
 * A post with seats that nobody fills who does not merely act: how many, since which day fewer than all were filled
 * (absent where the records do not say), and who acts meanwhile.
 *
 * @category models
 * @since 0.1.0
 */
export interface Vacancy {
  readonly post: Post.Post
  readonly open: number
  readonly since?: CivilDate.CivilDate
  readonly acting: ReadonlyArray<string>
}

/**
 * All posts there are on a day: by whom they are held, and which are vacant. Holdings go by body, kind, post and person.
 *
 * @category models
 * @since 0.1.0
 */
export interface PostRoll {
  readonly on: CivilDate.CivilDate
  readonly kinds: ReadonlyArray<Post.PostKind>
  readonly posts: ReadonlyArray<Post.Post>
  readonly holdings: ReadonlyArray<Holding>
  readonly vacancies: ReadonlyArray<Vacancy>
}

/**
 * What a roll is made from.
 *
 * @category models
 * @since 0.1.0
 */
export interface Register {
  readonly kinds: ReadonlyArray<Post.PostKind>
  readonly posts: ReadonlyArray<Post.Post>
  readonly appointments: ReadonlyArray<Post.Appointment>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with posts and appointments: an id twice; a post of an unknown kind; an appointment to an unknown
 * post, or of a person nobody knows; one that ends before or on the day it begins, or lies outside the life of its post;
 * one person twice in one post at a time; more holders of a post at a time than it has seats.
 *
 * @category errors
 * @since 0.1.0
 */
export type PostRollFault = Fault<
  | "postRoll.twice"
  | "postRoll.unknownKind"
  | "postRoll.unknownPost"
  | "postRoll.unknownPerson"
  | "postRoll.endsBefore"
  | "postRoll.outsidePost"
  | "postRoll.overlap"
  | "postRoll.overSeats"
>

// ---------------------------------------------------------------- constructors

/**
 * The roll of a day. Appointments to posts that are not there on the day are left out; {@link check} names them.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const register: PostRoll.Register = {
 *   kinds: [{ id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, leading: "first", committee: true }],
 *   posts: [{ id: "p1", kind: "secretary", body: "b1" }],
 *   appointments: [
 *     { id: "a1", post: "p1", person: "m1", from: day("2021-03-01"), to: day("2023-06-01"), manner: "elected" },
 *     { id: "a2", post: "p1", person: "m2", from: day("2023-06-05"), manner: "acting" },
 *   ],
 * }
 * assert.equal(PostRoll.at(register, day("2023-05-31")).holdings[0]?.person, "m1")
 * const [vacancy] = PostRoll.at(register, day("2023-07-01")).vacancies
 * assert.deepEqual([vacancy?.open, vacancy?.since, vacancy?.acting], [1, "2023-06-01", ["m2"]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const at = ({ kinds, posts, appointments }: Register, on: CivilDate.CivilDate): PostRoll => {
  const byId = distinct(posts.filter(({ from, to }) => (from ?? on) <= on && (to === undefined || on < to)))
  const standing = [...byId.values()]
  const own = grouped(appointments)
  const holdings = appointments
    .filter(({ from, to }) => from <= on && (to === undefined || on < to))
    .flatMap(({ id, post, person, manner, from }) => {
      const held = byId.get(post)
      return held === undefined ? [] : [{ post: held, person, appointment: id, manner, since: from }]
    })
    .sort(byHolding)
  const actors = new Map<string, Array<string>>()
  for (const { post, person, manner } of holdings) {
    if (manner !== "acting") continue
    const all = actors.get(post.id)
    if (all === undefined) actors.set(post.id, [person])
    else all.push(person)
  }
  const vacancies = standing.flatMap((post) => {
    const seats = Post.seatsOf(kinds, post)
    if (seats === undefined) return []
    const { open, since } = openSeats(post, own.get(post.id) ?? [], seats, on)
    if (open === 0) return []
    return [{ post, open, ...(since === undefined ? {} : { since }), acting: actors.get(post.id) ?? [] }]
  })
  return { on, kinds, posts: standing, holdings, vacancies }
}

const grouped = (appointments: Register["appointments"]): ReadonlyMap<string, ReadonlyArray<Post.Appointment>> => {
  const groups = new Map<string, Array<Post.Appointment>>()
  for (const appointment of appointments) {
    const group = groups.get(appointment.post)
    if (group === undefined) groups.set(appointment.post, [appointment])
    else group.push(appointment)
  }
  return groups
}

const byPost = (a: Post.Post, b: Post.Post): number =>
  byText(a.body, b.body) || byText(a.kind, b.kind) || byText(a.id, b.id)

/** Of posts with one id, which {@link check} names, the first in their order. */
const distinct = (posts: ReadonlyArray<Post.Post>): ReadonlyMap<string, Post.Post> => {
  const byId = new Map<string, Post.Post>()
  for (const post of posts.toSorted((a, b) => byPost(a, b) || byText(detail(a), detail(b)))) {
    if (!byId.has(post.id)) byId.set(post.id, post)
  }
  return byId
}

const detail = ({ seats, from, to }: Post.Post): string => JSON.stringify([seats ?? 0, from ?? "", to ?? ""])

const byHolding = (a: Holding, b: Holding): number =>
  byPost(a.post, b.post) || byText(a.person, b.person) || byText(a.appointment, b.appointment)

/** How many hold the post on each day where the number changes, in order; those who act do not count. */
const changes = (
  appointments: ReadonlyArray<Post.Appointment>,
): ReadonlyArray<readonly [CivilDate.CivilDate, number]> => {
  const steps = new Map<CivilDate.CivilDate, number>()
  for (const { manner, from, to } of appointments) {
    if (manner === "acting" || (to !== undefined && to <= from)) continue
    steps.set(from, (steps.get(from) ?? 0) + 1)
    if (to !== undefined) steps.set(to, (steps.get(to) ?? 0) - 1)
  }
  let held = 0
  return [...steps]
    .sort(([a], [b]) => byText(a, b))
    .map(([day, step]) => {
      held += step
      return [day, held] as const
    })
}

const openSeats = (
  post: Post.Post,
  own: ReadonlyArray<Post.Appointment>,
  seats: number,
  on: CivilDate.CivilDate,
): { readonly open: number; readonly since: CivilDate.CivilDate | undefined } => {
  let [held, since] = [0, post.from]
  for (const [day, now] of changes(own)) {
    if (day > on) break
    if (now < seats && held >= seats) since = day
    held = now
  }
  return { open: Math.max(0, seats - held), since }
}

// ---------------------------------------------------------------- getters

/**
 * Who holds posts of a kind in a body, those who act included.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const roll = PostRoll.at(
 *   {
 *     kinds: [],
 *     posts: [{ id: "p1", kind: "instructor", body: "u1" }],
 *     appointments: [{ id: "a1", post: "p1", person: "m1", from: day("2024-01-01"), manner: "dispatched" }],
 *   },
 *   day("2024-06-30"),
 * )
 * assert.deepEqual(PostRoll.holdersOf(roll, "u1", "instructor").map(({ person }) => person), ["m1"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const holdersOf = (self: PostRoll, body: string, kind: string): ReadonlyArray<Holding> =>
  self.holdings.filter(({ post }) => post.body === body && post.kind === kind)

/**
 * All that a person holds on the day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const roll = PostRoll.at({ kinds: [], posts: [], appointments: [] }, CivilDate.parseUnsafe("2024-06-30"))
 * assert.deepEqual(PostRoll.postsOf(roll, "m1"), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const postsOf = (self: PostRoll, person: string): ReadonlyArray<Holding> =>
  self.holdings.filter((holding) => holding.person === person)

/**
 * Those who hold more than one post at a time (兼任), with what they hold, by person.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2024-01-01")
 * const posts = ["secretary", "villageDirector"].map((kind) => ({ id: kind, kind, body: "v1" }))
 * const appointments = posts.map(({ id }) => ({ id, post: id, person: "m1", from, manner: "elected" as const }))
 * const [both] = PostRoll.concurrent(PostRoll.at({ kinds: [], posts, appointments }, from))
 * assert.deepEqual(both?.holdings.map(({ post }) => post.kind), ["secretary", "villageDirector"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const concurrent = (
  self: PostRoll,
): ReadonlyArray<{ readonly person: string; readonly holdings: ReadonlyArray<Holding> }> => {
  const byPerson = new Map<string, Array<Holding>>()
  for (const holding of self.holdings) {
    const all = byPerson.get(holding.person)
    if (all === undefined) byPerson.set(holding.person, [holding])
    else all.push(holding)
  }
  return [...byPerson]
    .filter(([, holdings]) => new Set(holdings.map(({ post }) => post.id)).size > 1)
    .sort(([a], [b]) => byText(a, b))
    .map(([person, holdings]) => ({ person, holdings }))
}

/**
 * Who answers for a body on the day (第一责任人): whoever holds a post that comes first in it; where nobody does, whoever
 * acts in one; nobody where it is vacant.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2024-01-01")
 * const register: PostRoll.Register = {
 *   kinds: [{ id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, leading: "first", committee: true }],
 *   posts: [{ id: "p1", kind: "secretary", body: "b1" }],
 *   appointments: [{ id: "a1", post: "p1", person: "m1", from, manner: "acting" }],
 * }
 * assert.equal(PostRoll.responsible(PostRoll.at(register, from), "b1")[0]?.person, "m1")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const responsible = (self: PostRoll, body: string): ReadonlyArray<Holding> => {
  const first = new Set(self.kinds.filter(({ leading }) => leading === "first").map(({ id }) => id))
  const leaders = self.holdings.filter(({ post }) => post.body === body && first.has(post.kind))
  const regular = leaders.filter(({ manner }) => manner !== "acting")
  return regular.length > 0 ? regular : leaders
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with posts and appointments as they were entered, all at once, each with its place. `persons`
 * are the ids that are known. One who acts takes no seat: a post may be held and acted in at once, while its holder is
 * ill.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2024-01-01")
 * const faults = PostRoll.check(
 *   {
 *     kinds: [{ id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, committee: true }],
 *     posts: [{ id: "p1", kind: "secretary", body: "b1" }],
 *     appointments: [
 *       { id: "a1", post: "p1", person: "m1", from, manner: "elected" },
 *       { id: "a2", post: "p1", person: "m2", from, manner: "elected" },
 *       { id: "a3", post: "p9", person: "m1", from, manner: "elected" },
 *     ],
 *   },
 *   new Set(["m1", "m2"]),
 * )
 * assert.deepEqual(faults.map(({ code, path }) => [code, path]), [
 *   ["postRoll.unknownPost", ["appointments", 2, "post"]],
 *   ["postRoll.overSeats", ["appointments", 1]],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: Register, persons: ReadonlySet<string>): ReadonlyArray<PostRollFault> => {
  const posts = distinct(self.posts)
  const kinds = new Set(self.kinds.map(({ id }) => id))
  return [
    ...twice(self.kinds, "kinds"),
    ...twice(self.posts, "posts"),
    ...twice(self.appointments, "appointments"),
    ...self.posts.flatMap(({ kind, from, to }, index) => [
      ...(kinds.has(kind) ? [] : [fault("postRoll.unknownKind", { kind }, ["posts", index, "kind"])]),
      ...endsBefore(from, to, ["posts", index, "to"]),
    ]),
    ...self.appointments.flatMap((appointment, index) =>
      appointmentFaults(appointment, posts.get(appointment.post), persons, ["appointments", index]),
    ),
    ...overlaps(self.appointments),
    ...overSeats(self, posts),
  ]
}

type Path = Fault["path"]

const twice = (rows: ReadonlyArray<{ readonly id: string }>, list: string): ReadonlyArray<PostRollFault> => {
  const seen = new Set<string>()
  return rows.flatMap(({ id }, index) => {
    const known = seen.has(id)
    seen.add(id)
    return known ? [fault("postRoll.twice", { id }, [list, index, "id"])] : []
  })
}

const endsBefore = (
  from: CivilDate.CivilDate | undefined,
  to: CivilDate.CivilDate | undefined,
  path: Path,
): ReadonlyArray<PostRollFault> =>
  from !== undefined && to !== undefined && to <= from ? [fault("postRoll.endsBefore", { from, to }, path)] : []

const appointmentFaults = (
  { post: id, person, from, to }: Post.Appointment,
  post: Post.Post | undefined,
  persons: ReadonlySet<string>,
  path: Path,
): ReadonlyArray<PostRollFault> => {
  const early = post?.from !== undefined && from < post.from
  const late = post?.to !== undefined && (to === undefined || to > post.to)
  return [
    ...(post === undefined ? [fault("postRoll.unknownPost", { post: id }, [...path, "post"])] : []),
    ...(persons.has(person) ? [] : [fault("postRoll.unknownPerson", { person }, [...path, "person"])]),
    ...endsBefore(from, to, [...path, "to"]),
    ...(early ? [fault("postRoll.outsidePost", { post: id, day: from }, [...path, "from"])] : []),
    ...(late ? [fault("postRoll.outsidePost", { post: id, day: post.to }, [...path, "to"])] : []),
  ]
}

type Placed = readonly [appointment: Post.Appointment, index: number]

const placed = (
  appointments: ReadonlyArray<Post.Appointment>,
  key: (appointment: Post.Appointment) => string,
): ReadonlyArray<ReadonlyArray<Placed>> => {
  const groups = new Map<string, Array<Placed>>()
  for (const [index, appointment] of appointments.entries()) {
    const { from, to } = appointment
    if (to !== undefined && to <= from) continue
    const group = groups.get(key(appointment))
    if (group === undefined) groups.set(key(appointment), [[appointment, index]])
    else group.push([appointment, index])
  }
  return [...groups.values()].map((group) => group.sort(([a], [b]) => byText(a.from, b.from) || byText(a.id, b.id)))
}

/** In order of their first days, one that begins before the latest end so far overlaps what lasted until then. */
const overlaps = (appointments: ReadonlyArray<Post.Appointment>): ReadonlyArray<PostRollFault> =>
  placed(appointments, ({ post, person }) => JSON.stringify([post, person])).flatMap((group) => {
    let last: { readonly id: string; readonly to: string } | undefined
    return group.flatMap(([{ id, post, person, from, to }, index]) => {
      const before = last
      const end = to ?? "~"
      if (last === undefined || end > last.to) last = { id, to: end }
      return before !== undefined && from < before.to
        ? [fault("postRoll.overlap", { person, post, other: before.id }, ["appointments", index])]
        : []
    })
  })

const overSeats = (
  { kinds, appointments }: Register,
  posts: ReadonlyMap<string, Post.Post>,
): ReadonlyArray<PostRollFault> =>
  placed(appointments, ({ post }) => post).flatMap((group) => {
    const post = posts.get(group[0]?.[0].post ?? "")
    const seats = post === undefined ? undefined : Post.seatsOf(kinds, post)
    if (post === undefined || seats === undefined) return []
    const regular = group.filter(([{ manner }]) => manner !== "acting")
    const ends = regular.map(([{ to }]) => to ?? "~").sort()
    let ended = 0
    return regular.flatMap(([{ from }, index], before) => {
      while ((ends[ended] ?? "~") <= from) ended++
      const holders = before + 1 - ended
      const path = ["appointments", index]
      return holders > seats ? [fault("postRoll.overSeats", { post: post.id, seats, holders, on: from }, path)] : []
    })
  })
