/**
 * Books of posts (任职台账): which posts there are, who holds them since when, and which are vacant.
 *
 * @since 0.1.0
 */
import type { Fault } from "../foundation/Fault.js"
import * as Post from "../organisation/Post.js"
import * as PostRoll from "../organisation/PostRoll.js"
import * as Rows from "./BookRows.js"
import * as Layouts from "./OrganisationSheets.js"
import { type Tell, teller } from "./RegisterCheck.js"
import type * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- errors

/** A post or a manner that the tables do not have, a body that no list has, an appointment that is half told. @internal */
export type PostBooksFault = Fault<
  | "organisationBooks.noLabel"
  | "organisationBooks.noBody"
  | "organisationBooks.noAppointment"
  | "organisationBooks.noHolder"
>

// ---------------------------------------------------------------- decisions

const tellOf = ({ at: { opened, line } }: Rows.Row<unknown>): Tell<PostBooksFault["code"]> => teller(opened, line)

/** The appointment that a row tells, if it tells one and tells it whole. */
const appointmentOf = (
  row: Rows.Row<Sheet.Values<typeof Layouts.posts.columns>>,
  post: string,
  manners: ReadonlyMap<string, Post.Manner>,
  { faults }: Rows.Desk,
): Post.Appointment | undefined => {
  const tell = tellOf(row)
  const { id, person, from, to, manner: word } = row.values
  const manner = manners.get(word ?? "")
  if (word !== undefined && manner === undefined) {
    faults.push(tell("organisationBooks.noLabel", "manner", { label: word }))
  }
  if (person === undefined) {
    const isVacant = from === undefined && to === undefined && word === undefined
    if (!isVacant) faults.push(tell("organisationBooks.noHolder", "person", { id }))
    return undefined
  }
  if (from === undefined || word === undefined) {
    faults.push(tell("organisationBooks.noAppointment", from === undefined ? "from" : "manner", { id }))
  }
  if (from === undefined || manner === undefined) return undefined
  return { id, post, person, from, manner, ...(to === undefined ? {} : { to }) }
}

const KEYS = {
  "postRoll.overSeats": "post",
  "postRoll.overlap": "person",
  post: "post",
  person: "person",
  to: "to",
  from: "from",
}

/** Posts and who holds them; what is wrong with them goes to the faults of the desk. @internal */
export const read = (
  desk: Rows.Desk,
  postKinds: ReadonlyArray<Post.PostKind>,
  bodies: Rows.Known,
  persons: Rows.Known,
): { readonly posts: ReadonlyArray<Post.Post>; readonly appointments: ReadonlyArray<Post.Appointment> } => {
  const [kinds, manners] = [Rows.byLabel(postKinds), Rows.words(Post.manners)]
  const posts = new Map<string, Post.Post>()
  const held: Array<Rows.Row<unknown>> = []
  const appointments: Array<Post.Appointment> = []
  for (const row of Rows.rowsOf(desk, "任职台账", Layouts.posts).rows) {
    const tell = tellOf(row)
    const { body, post: label } = row.values
    const kind = kinds.get(label)
    if (kind === undefined) desk.faults.push(tell("organisationBooks.noLabel", "post", { label }))
    if (!Rows.has(bodies, body)) desk.faults.push(tell("organisationBooks.noBody", "body", { id: body }))
    const post = `${body}/${kind ?? label}`
    const appointment = appointmentOf(row, post, manners, desk)
    if (kind === undefined) continue
    if (!posts.has(post)) posts.set(post, { id: post, kind, body })
    if (appointment === undefined) continue
    held.push(row)
    appointments.push(appointment)
  }
  const register = { kinds: postKinds, posts: [...posts.values()], appointments }
  const labels = new Map(postKinds.map(({ id, label }) => [id, label.zh]))
  const titles = new Map(register.posts.map(({ id, body, kind }) => [id, `${body}${labels.get(kind) ?? kind}`]))
  const inWords = (one: Fault): Fault => {
    const title = titles.get(String(one.params.post))
    return title === undefined ? one : { ...one, params: { ...one.params, post: title } }
  }
  const found = PostRoll.check(register, persons ?? new Set(appointments.map(({ person }) => person)))
  desk.faults.push(...Rows.atCells(found.map(inWords), held, KEYS))
  return { posts: register.posts, appointments }
}
