/** Told cases of who holds which post. All persons and bodies are made up. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as Post from "../../src/organisation/Post.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import { kinds } from "../../src/presets/PostRules.js"

const day = CivilDate.parseUnsafe

const row = (
  id: string,
  post: string,
  person: string,
  span: string,
  manner: Post.Manner = "elected",
): Post.Appointment => {
  const [from = "", to] = span.split("/")
  return { id, post, person, from: day(from), manner, ...(to === undefined ? {} : { to: day(to) }) }
}

const posts: ReadonlyArray<Post.Post> = [
  { id: "p1", kind: "secretary", body: "b1", from: day("2021-01-01") },
  { id: "p2", kind: "committeeMember", body: "b1", seats: 2, from: day("2021-01-01") },
  { id: "p3", kind: "firstSecretary", body: "b1" },
  { id: "p4", kind: "gridChief", body: "g1", from: day("2021-01-01"), to: day("2024-01-01") },
]

describe("a branch through the years", () => {
  const register = {
    kinds,
    posts,
    appointments: [
      row("a1", "p1", "m1", "2021-03-01/2023-06-01"),
      row("a2", "p1", "m2", "2023-06-10/2023-09-01", "acting"),
      row("a3", "p1", "m3", "2023-09-01"),
      row("a4", "p2", "m2", "2021-03-01"),
      row("a5", "p2", "m4", "2021-03-01/2024-05-01"),
      row("a6", "p4", "m3", "2021-02-01"),
    ],
  }
  const at = (on: string) => PostRoll.at(register, day(on))
  const vacancies = (on: string) =>
    at(on).vacancies.map(({ post, open, since, acting }) => [post.id, open, since, acting])

  test("before anybody was elected all seats are open from the day the posts were set up", () =>
    expect(vacancies("2021-02-28")).toEqual([
      ["p2", 2, "2021-01-01", []],
      ["p3", 1, undefined, []],
      ["p1", 1, "2021-01-01", []],
    ]))

  test("who acts leaves the post vacant, from the day the last holder left", () => {
    expect(vacancies("2023-06-01")).toEqual([
      ["p3", 1, undefined, []],
      ["p1", 1, "2023-06-01", []],
    ])
    expect(vacancies("2023-08-31")).toContainEqual(["p1", 1, "2023-06-01", ["m2"]])
    expect(vacancies("2023-09-01").map(([post]) => post)).toEqual(["p3"])
  })

  test("one seat of two is vacant from the day it was left", () =>
    expect(vacancies("2024-12-31")).toContainEqual(["p2", 1, "2024-05-01", []]))

  test("who answers for the body: its secretary, else whoever acts, else nobody", () => {
    const who = (on: string) => PostRoll.responsible(at(on), "b1").map(({ person }) => person)
    expect(["2023-05-31", "2023-06-05", "2023-07-01", "2023-09-01"].map(who)).toEqual([["m1"], [], ["m2"], ["m3"]])
  })

  test("several posts in one hand are seen together while they last", () => {
    const both = PostRoll.concurrent(at("2023-10-01"))
    expect(both.map(({ person, holdings }) => [person, holdings.map(({ post }) => post.id)])).toEqual([
      ["m3", ["p1", "p4"]],
    ])
    expect(PostRoll.concurrent(at("2024-01-01"))).toEqual([])
    expect(PostRoll.postsOf(at("2023-10-01"), "m3").map(({ post }) => post.id)).toEqual(["p1", "p4"])
    expect(PostRoll.holdersOf(at("2023-10-01"), "b1", "committeeMember").map(({ person }) => person)).toEqual([
      "m2",
      "m4",
    ])
  })
})

describe("what is wrong with posts and appointments", () => {
  const check = (appointments: ReadonlyArray<Post.Appointment>, all = posts) =>
    PostRoll.check({ kinds, posts: all, appointments }, new Set(["m1", "m2"])).map(({ code, path }) => [code, path])

  test("everything at once, each with its place", () => {
    const rows = [
      row("a1", "p1", "m1", "2021-03-01/2021-03-01"),
      row("a1", "p9", "m9", "2021-03-01"),
      row("a2", "p1", "m1", "2021-03-01/2022-03-01"),
      row("a3", "p1", "m2", "2022-02-01"),
      row("a4", "p4", "m1", "2020-12-31"),
    ]
    const bad = [...posts, { id: "p1", kind: "unheard", body: "b1", from: day("2022-01-01"), to: day("2022-01-01") }]
    expect(check(rows, bad)).toEqual([
      ["postRoll.twice", ["posts", 4, "id"]],
      ["postRoll.twice", ["appointments", 1, "id"]],
      ["postRoll.unknownKind", ["posts", 4, "kind"]],
      ["postRoll.endsBefore", ["posts", 4, "to"]],
      ["postRoll.endsBefore", ["appointments", 0, "to"]],
      ["postRoll.unknownPost", ["appointments", 1, "post"]],
      ["postRoll.unknownPerson", ["appointments", 1, "person"]],
      ["postRoll.outsidePost", ["appointments", 4, "from"]],
      ["postRoll.outsidePost", ["appointments", 4, "to"]],
      ["postRoll.overSeats", ["appointments", 3]],
    ])
  })

  test("one person twice in a post overlaps, though the post has seats", () =>
    expect(
      check([
        row("a1", "p2", "m1", "2021-03-01/2021-12-31"),
        row("a2", "p2", "m1", "2021-04-01/2021-05-01"),
        row("a3", "p2", "m1", "2021-12-30"),
        row("a4", "p2", "m1", "2022-01-01/2022-02-01"),
      ]),
    ).toEqual([
      ["postRoll.overlap", ["appointments", 1]],
      ["postRoll.overlap", ["appointments", 2]],
      ["postRoll.overlap", ["appointments", 3]],
    ]))

  test("one follows on another on the same day without a fault, and one may act beside the holder", () =>
    expect(
      check([
        row("a1", "p1", "m1", "2021-03-01/2022-03-01"),
        row("a2", "p1", "m2", "2022-03-01"),
        row("a3", "p1", "m1", "2022-06-01/2022-09-01", "acting"),
      ]),
    ).toEqual([]))

  test("fifty thousand holders of one post, and as many who act in it, are told in good time", () => {
    const crowd = Array.from({ length: 50_000 }, (_, index) => row(`a${index}`, "p1", `m${index}`, "2021-03-01"))
    const [post] = posts
    const register = { kinds, posts: [post!], appointments: crowd }
    const persons = new Set(crowd.map(({ person }) => person))
    const faults = PostRoll.check(register, persons)
    expect(faults).toHaveLength(49_999)
    expect(faults.at(-1)?.params.holders).toBe(50_000)
    const acting = crowd.map((each) => ({ ...each, manner: "acting" as const }))
    expect(PostRoll.at({ ...register, appointments: acting }, day("2022-01-01")).vacancies[0]?.acting).toHaveLength(
      50_000,
    )
  })

  test("a hundred thousand appointments are checked and rolled up", () => {
    const many = Array.from({ length: 100_000 }, (_, index) => row(`a${index}`, `q${index}`, "m1", "2021-03-01"))
    const all = many.map(({ post }, index) => ({ id: post, kind: "secretary", body: `b${index}` }))
    expect(check([...many, row("a7", "q7", "m2", "2021-03-01")], all)).toEqual([
      ["postRoll.twice", ["appointments", 100_000, "id"]],
      ["postRoll.overSeats", ["appointments", 100_000]],
    ])
    expect(PostRoll.at({ kinds, posts: all, appointments: many }, day("2022-01-01")).holdings).toHaveLength(100_000)
  })
})
