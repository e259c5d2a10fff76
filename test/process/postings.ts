/** Made-up terms of a posting and its actors, for the tests. */
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import * as Posting from "../../src/process/Posting.js"
import { dayAt, limit } from "./clocks.js"

/** Five days on two boards; the discipline member examines; what comes late is heard as well. */
export const terms: Posting.Terms = {
  format: 1,
  id: "积分公示",
  limit: limit({ id: "公示", amount: 5, unit: "calendarDay" }),
  places: ["村务公开栏", "党员群"],
  examiner: { post: "纪检委员" },
  hearsLate: true,
}

export const decider = Posting.decider(terms, {})

const actor = (post: string, person: string): Actor => ({ post, body: "甲村", person })
export const secretary = actor("村书记", "p0")
export const clerk = actor("文书", "p1")
export const examiner = actor("纪检委员", "p2")

export const ask = (id: string, day: number, by: Actor, content: Posting.Content): Command<Posting.Content> => ({
  id,
  on: dayAt(day),
  recordedAt: Coordinate.instantUnsafe(1577836800000 + day),
  actor: by,
  content,
})

export const post: Posting.Content = { kind: "post", matter: "积分-2020-01", places: terms.places }
export const object = (
  objection: string,
  fields: { readonly objector?: string; readonly text?: string } = {},
): Posting.Content => ({
  kind: "object",
  objection,
  ...fields,
})
export const examine = (objection: string, outcome: Posting.Examination["outcome"]): Posting.Content => ({
  kind: "examine",
  objection,
  outcome,
  reason: "经核查",
})
export const repost: Posting.Content = { kind: "repost", change: "更正一笔", places: terms.places }
