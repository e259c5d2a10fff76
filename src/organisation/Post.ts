/**
 * Posts (职务) apart from persons, and the appointments (任职) that join them for a time: a post may be vacant, held by one
 * who acts, or held beside another.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"

// ---------------------------------------------------------------- models

/**
 * A kind of post (职务类别), as data: what body it is of (`party`, `village`, `grid`, `unit`: an open set); how many may hold
 * one post of the kind at a time, any number where it is absent; whether whoever holds it comes first (书记, the first
 * responsible 第一责任人), second (副职) or neither in the body; and whether it is a seat of the two committees (两委职数).
 *
 * @category models
 * @since 0.1.0
 */
export interface PostKind {
  readonly id: string
  readonly label: Label.Label
  readonly of: string
  readonly seats?: number
  readonly leading?: "first" | "deputy"
  readonly committee: boolean
}

/**
 * A post: an opaque id, its kind (书记, 副书记, 组织委员, 第一书记, 村民委员会主任, 网格长: an open set) and the body it belongs to: a
 * Party organisation, a unit or a grid. `seats` is said where it differs from the kind's; `from` and `to` are the days on
 * which it was set up and done away with, where they are known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Post {
  readonly id: string
  readonly kind: string
  readonly body: string
  readonly seats?: number
  readonly from?: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * How somebody comes to a post: elected (选举), appointed (委派), designated by the superior (指定), dispatched (选派), or
 * acting (代理, 主持工作).
 *
 * @category models
 * @since 0.1.0
 */
export type Manner = "elected" | "appointed" | "designated" | "dispatched" | "acting"

/**
 * Why somebody leaves a post: the term ended, another unit, resignation, retirement, serious illness, removal from the
 * post or a heavier penalty, death, the dispatch ended, the post was done away with.
 *
 * @category models
 * @since 0.1.0
 */
export type EndReason =
  | "termEnded"
  | "transferred"
  | "resigned"
  | "retired"
  | "illness"
  | "removed"
  | "died"
  | "dispatchEnded"
  | "postAbolished"

/**
 * An appointment: who holds which post from a day on and, where it has ended, up to but without another; and how:
 * elected, appointed (委派), designated by the superior (指定), dispatched (选派), or acting (代理, 主持工作). `until` is the end
 * that was planned for one who is dispatched; it ends nothing.
 *
 * @category models
 * @since 0.1.0
 */
export interface Appointment {
  readonly id: string
  readonly post: string
  readonly person: string
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
  readonly manner: Manner
  readonly until?: CivilDate.CivilDate
  readonly ended?: EndReason
}

/**
 * What is recorded about posts: that somebody took one, and that an appointment ended. The day of the record is the day
 * from which the post is held, or is no longer held. What was recorded in error is withdrawn by a record that supersedes
 * it and says why: a withdrawn end leaves the appointment running, a withdrawn appointment never was.
 *
 * @category models
 * @since 0.1.0
 */
export type PostEvent =
  | {
      readonly is: "appointed"
      readonly appointment: string
      readonly post: string
      readonly person: string
      readonly manner: Manner
      readonly until?: CivilDate.CivilDate
    }
  | { readonly is: "ended"; readonly appointment: string; readonly reason: EndReason }
  | { readonly is: "withdrawn"; readonly why: string }

/**
 * One record of the appointments. A correction or a withdrawal supersedes the record it is about, another withdrawal
 * among them; an end is a further record and supersedes nothing. An entry of a journal is one.
 *
 * @category models
 * @since 0.1.0
 */
export interface PostRecord extends Coordinate.Recorded {
  readonly payload: PostEvent
}

/**
 * Posts and the records of who held them as one stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface PostBook {
  readonly format: 1
  readonly kinds: ReadonlyArray<PostKind>
  readonly posts: ReadonlyArray<Post>
  readonly records: ReadonlyArray<PostRecord>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with the records of appointments: an end of an appointment that nobody recorded, a second record
 * that begins or ends one appointment, a withdrawal that supersedes no record. What `Coordinate.check` finds is found by it.
 *
 * @category errors
 * @since 0.1.0
 */
export type PostFault = Fault<"post.endsUnknown" | "post.appointedTwice" | "post.endedTwice" | "post.withdrawsNothing">

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const seatCount = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 1_000 }))
const optionalDay = /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate)
const optionalSeats = /* @__PURE__ */ Schema.optionalKey(seatCount)

/**
 * The schema of {@link PostKind}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const PostKind: Schema.Codec<PostKind> = /* @__PURE__ */ Schema.Struct({
  id: text,
  label: Label.Label,
  of: text,
  seats: optionalSeats,
  leading: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Literals(["first", "deputy"])),
  committee: Schema.Boolean,
})

/**
 * The schema of {@link Post}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Post: Schema.Codec<Post> = /* @__PURE__ */ Schema.Struct({
  id: text,
  kind: text,
  body: text,
  seats: optionalSeats,
  from: optionalDay,
  to: optionalDay,
})

/**
 * The schema of {@link Manner}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Manner: Schema.Codec<Manner> = /* @__PURE__ */ Schema.Literals([
  "elected",
  "appointed",
  "designated",
  "dispatched",
  "acting",
])

/**
 * The schema of {@link EndReason}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const EndReason: Schema.Codec<EndReason> = /* @__PURE__ */ Schema.Literals([
  "termEnded",
  "transferred",
  "resigned",
  "retired",
  "illness",
  "removed",
  "died",
  "dispatchEnded",
  "postAbolished",
])

/**
 * The schema of {@link Appointment}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Appointment: Schema.Codec<Appointment> = /* @__PURE__ */ Schema.Struct({
  id: text,
  post: text,
  person: text,
  from: CivilDate.CivilDate,
  to: optionalDay,
  manner: Manner,
  until: optionalDay,
  ended: /* @__PURE__ */ Schema.optionalKey(EndReason),
})

/**
 * The schema of {@link PostEvent}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const PostEvent: Schema.Codec<PostEvent> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("appointed"),
    appointment: text,
    post: text,
    person: text,
    manner: Manner,
    until: optionalDay,
  }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("ended"),
    appointment: text,
    reason: EndReason,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("withdrawn"), why: text }),
])

/**
 * The schema of {@link PostRecord}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const PostRecord: Schema.Codec<PostRecord> = /* @__PURE__ */ Schema.Struct({
  id: text,
  on: CivilDate.CivilDate,
  recordedAt: Coordinate.Instant,
  supersedes: /* @__PURE__ */ Schema.optionalKey(text),
  payload: PostEvent,
})

/**
 * Posts and records as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<PostBook> = /* @__PURE__ */ Document.make<PostBook>({
  name: "PostBook",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Schema.Literal(1),
      kinds: Schema.Array(PostKind),
      posts: Schema.Array(Post),
      records: Schema.Array(PostRecord),
    }),
  check: ({ records }) => Coordinate.check(records),
})

// ---------------------------------------------------------------- getters

/**
 * How many may hold a post at a time: what the post says, else its kind; `undefined` where any number may.
 *
 * @example
 * ```ts
 * import { Post } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const kinds = [{ id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, committee: true }]
 * assert.equal(Post.seatsOf(kinds, { id: "p1", kind: "secretary", body: "b1" }), 1)
 * assert.equal(Post.seatsOf(kinds, { id: "p2", kind: "instructor", body: "u1" }), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const seatsOf = (kinds: ReadonlyArray<PostKind>, post: Post): number | undefined =>
  post.seats ?? kinds.find(({ id }) => id === post.kind)?.seats

/**
 * The appointments that the records known at an instant come to, by day and id, with all that is wrong with the records.
 * Later corrections do not touch what was known earlier.
 *
 * **Details**
 *
 * Of two records that begin one appointment the first in the order of records counts, and so with ends; the others are
 * faults, with the id of the record in their path. An end that stays when its appointment is withdrawn ends nothing that
 * is known, and is withdrawn too.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Post } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const at = Coordinate.instantUnsafe
 * const payload = { is: "appointed", appointment: "a1", post: "p1", person: "m1", manner: "elected" } as const
 * const records: ReadonlyArray<Post.PostRecord> = [
 *   { id: "r1", on: day("2021-03-01"), recordedAt: at(100), payload },
 *   { id: "r2", on: day("2023-06-01"), recordedAt: at(200), payload: { is: "ended", appointment: "a1", reason: "retired" } },
 * ]
 * assert.equal(Post.appointments(records, at(150)).appointments[0]?.to, undefined)
 * assert.equal(Post.appointments(records, at(200)).appointments[0]?.to, "2023-06-01")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const appointments = (
  records: ReadonlyArray<PostRecord>,
  knownAt: Coordinate.Instant,
): { readonly appointments: ReadonlyArray<Appointment>; readonly faults: ReadonlyArray<PostFault> } => {
  const faults: Array<PostFault> = []
  const begun = new Map<string, Appointment>()
  const known = Coordinate.known(records, knownAt)
  for (const { id, on, supersedes, payload } of known) {
    if (payload.is === "withdrawn" && supersedes === undefined) faults.push(fault("post.withdrawsNothing", {}, [id]))
    if (payload.is !== "appointed") continue
    const { appointment, post, person, manner, until } = payload
    if (begun.has(appointment)) faults.push(fault("post.appointedTwice", { appointment }, [id]))
    else {
      const planned = until === undefined ? {} : { until }
      begun.set(appointment, { id: appointment, post, person, from: on, manner, ...planned })
    }
  }
  for (const { id, on, payload } of known) {
    if (payload.is !== "ended") continue
    const { appointment, reason } = payload
    const open = begun.get(appointment)
    if (open === undefined) faults.push(fault("post.endsUnknown", { appointment }, [id]))
    else if (open.to !== undefined) faults.push(fault("post.endedTwice", { appointment }, [id]))
    else begun.set(appointment, { ...open, to: on, ended: reason })
  }
  return { appointments: [...begun.values()].sort(order), faults }
}

const order = (a: Appointment, b: Appointment): number =>
  CivilDate.compare(a.from, b.from) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)

// ---------------------------------------------------------------- instances

/**
 * How posts are come by (任职方式).
 *
 * @category instances
 * @since 0.1.0
 */
export const manners: Readonly<Record<Manner, Label.Label>> = {
  elected: { zh: "选举", en: "elected" },
  appointed: { zh: "委派", en: "appointed" },
  designated: { zh: "上级指定", en: "designated by the superior" },
  dispatched: { zh: "选派", en: "dispatched" },
  acting: { zh: "代理", en: "acting" },
}

/**
 * Why posts are left (免职、离任原因).
 *
 * @category instances
 * @since 0.1.0
 */
export const endReasons: Readonly<Record<EndReason, Label.Label>> = {
  termEnded: { zh: "任期届满", en: "the term ended" },
  transferred: { zh: "调离", en: "transferred" },
  resigned: { zh: "辞职", en: "resigned" },
  retired: { zh: "退休", en: "retired" },
  illness: { zh: "因病不能履职", en: "serious illness" },
  removed: { zh: "撤职或受更重处分", en: "removed or penalised more heavily" },
  died: { zh: "去世", en: "died" },
  dispatchEnded: { zh: "选派期满", en: "the dispatch ended" },
  postAbolished: { zh: "职务撤销", en: "the post was done away with" },
}
