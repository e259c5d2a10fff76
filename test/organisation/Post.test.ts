/** Told cases of posts and the records of who held them. All are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Post from "../../src/organisation/Post.js"

const day = CivilDate.parseUnsafe
const at = Coordinate.instantUnsafe

const begins = (id: string, appointment: string, on: string, recordedAt: number, person = "m1"): Post.PostRecord => ({
  id,
  on: day(on),
  recordedAt: at(recordedAt),
  payload: { is: "appointed", appointment, post: "p1", person, manner: "elected" },
})
const ends = (id: string, appointment: string, on: string, recordedAt: number): Post.PostRecord => ({
  id,
  on: day(on),
  recordedAt: at(recordedAt),
  payload: { is: "ended", appointment, reason: "transferred" },
})

describe("records of appointments", () => {
  test("an end is known from the instant of its recording, and reaches back to its day", () => {
    const records = [begins("r1", "a1", "2021-03-01", 100), ends("r2", "a1", "2023-06-01", 300)]
    expect(Post.appointments(records, at(99)).appointments).toEqual([])
    expect(Post.appointments(records, at(299)).appointments).toMatchObject([{ id: "a1", from: "2021-03-01" }])
    expect(Post.appointments(records, at(299)).appointments[0]).not.toHaveProperty("to")
    expect(Post.appointments(records, at(300)).appointments).toMatchObject([
      { id: "a1", from: "2021-03-01", to: "2023-06-01", ended: "transferred" },
    ])
  })

  test("a correction replaces what it supersedes and leaves what was known before", () => {
    const records = [
      begins("r1", "a1", "2021-03-01", 100, "m1"),
      { ...begins("r2", "a1", "2021-03-08", 200, "m2"), supersedes: "r1" },
    ]
    expect(Post.appointments(records, at(150)).appointments).toMatchObject([{ person: "m1", from: "2021-03-01" }])
    expect(Post.appointments(records, at(200)).appointments).toMatchObject([{ person: "m2", from: "2021-03-08" }])
    expect(Post.appointments(records, at(200)).faults).toEqual([])
  })

  const takenBack = (id: string, supersedes: string, recordedAt: number): Post.PostRecord => ({
    id,
    on: day("2023-07-01"),
    recordedAt: at(recordedAt),
    supersedes,
    payload: { is: "withdrawn", why: "误登" },
  })

  test("an end recorded by mistake is withdrawn, and the appointment runs on", () => {
    const records = [
      begins("r1", "a1", "2021-03-01", 100),
      ends("r2", "a1", "2023-06-01", 200),
      takenBack("r3", "r2", 300),
      ends("r4", "a1", "2024-06-01", 400),
    ]
    expect(Post.appointments(records, at(200)).appointments).toMatchObject([{ to: "2023-06-01" }])
    const back = Post.appointments(records, at(300))
    expect(back.faults).toEqual([])
    expect(back.appointments).toMatchObject([{ id: "a1", from: "2021-03-01" }])
    expect(back.appointments[0]).not.toHaveProperty("to")
    expect(Post.appointments(records, at(400))).toMatchObject({ appointments: [{ to: "2024-06-01" }], faults: [] })
  })

  test("an appointment recorded in error is withdrawn, its withdrawal too, and neither stands twice", () => {
    const records = [
      begins("r1", "a1", "2021-03-01", 100),
      takenBack("r2", "r1", 200),
      { ...begins("r3", "a1", "2021-03-02", 300), supersedes: "r2" },
    ]
    expect(Post.appointments(records, at(200))).toEqual({ appointments: [], faults: [] })
    expect(Post.appointments(records, at(300))).toMatchObject({ appointments: [{ from: "2021-03-02" }], faults: [] })
    expect(Post.appointments(records, at(199)).appointments).toMatchObject([{ from: "2021-03-01" }])
  })

  test("the end of an appointment that was withdrawn ends nothing until it is withdrawn too", () => {
    const records = [
      begins("r1", "a1", "2021-03-01", 100),
      ends("r2", "a1", "2023-06-01", 100),
      takenBack("r3", "r1", 200),
      takenBack("r4", "r2", 300),
    ]
    expect(Post.appointments(records, at(200)).faults).toMatchObject([{ code: "post.endsUnknown", path: ["r2"] }])
    expect(Post.appointments(records, at(300))).toEqual({ appointments: [], faults: [] })
  })

  test("a withdrawal that supersedes nothing is told", () => {
    const { supersedes: _, ...loose } = takenBack("r2", "r1", 200)
    expect(Post.appointments([begins("r1", "a1", "2021-03-01", 100), loose], at(200))).toMatchObject({
      appointments: [{ id: "a1" }],
      faults: [{ code: "post.withdrawsNothing", path: ["r2"] }],
    })
  })

  test("ends without a beginning, and beginnings and ends that stand twice, are all told", () => {
    const records = [
      begins("r1", "a1", "2021-03-01", 100),
      begins("r2", "a1", "2021-04-01", 100),
      ends("r3", "a1", "2022-01-01", 100),
      ends("r4", "a1", "2022-02-01", 100),
      ends("r5", "a9", "2022-03-01", 100),
    ]
    const { appointments, faults } = Post.appointments(records.toReversed(), at(100))
    expect(faults.map(({ code, path }) => [code, path])).toEqual([
      ["post.appointedTwice", ["r2"]],
      ["post.endedTwice", ["r4"]],
      ["post.endsUnknown", ["r5"]],
    ])
    expect(appointments).toMatchObject([{ id: "a1", from: "2021-03-01", to: "2022-01-01" }])
  })

  test("the document keeps kinds, posts and records, and refuses records that contradict each other", () => {
    const book = {
      format: 1,
      kinds: [{ id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, leading: "first", committee: true }],
      posts: [{ id: "p1", kind: "secretary", body: "b1", from: "2021-01-01" }],
      records: [begins("r1", "a1", "2021-03-01", 100)],
    }
    expect(Result.getOrThrow(Post.document.decode(book))).toEqual(book)
    const refused = Post.document.decode({
      ...book,
      records: [...book.records, { ...ends("r2", "a1", "2021-05-01", 200), supersedes: "r9" }],
    })
    expect(Result.isFailure(refused) && refused.failure.map(({ code }) => code)).toEqual([
      "coordinate.supersedesUnknown",
    ])
    const wrong = Post.document.decode({ ...book, posts: [{ id: "p1", kind: "secretary", body: "b1", seats: 0 }] })
    expect(Result.isFailure(wrong) && wrong.failure.map(({ path }) => path)).toEqual([["posts", 0, "seats"]])
  })
})
