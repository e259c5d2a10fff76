import { describe, expect, test } from "vitest"
import * as OrderWorld from "../../src/orders/OrderWorld.js"
import { at, book, books, day, world } from "./orderTown.js"

const view = (on: string, recorded = on) => world(day(on), at(recorded))

describe("a body", () => {
  test("stands until the day on which it ends, as far as that was known", () => {
    const stands = (id: string, on: string, recorded?: string) => view(on, recorded).body(id)?.stands
    expect([stands("b3", "2023-05-31"), stands("b3", "2023-06-01"), stands("b3", "2023-06-01", "2023-05-31")]).toEqual([
      true,
      false,
      true,
    ])
    expect([stands("g9", "2022-12-31"), stands("g9", "2023-01-01")]).toEqual([true, false])
    expect([stands("firm", "2022-12-31"), stands("firm", "2023-06-30"), stands("firm", "2023-07-01")]).toEqual([
      false,
      true,
      false,
    ])
    expect([stands("u1", "2023-01-01"), stands("nowhere", "2023-01-01"), stands("b1", "2019-12-31")]).toEqual([
      true,
      undefined,
      undefined,
    ])
  })

  test("goes by one id, and lies below those above it in its own tree", () => {
    expect(view("2023-04-03").body("old1")).toEqual({ id: "b1", stands: true, above: ["town"] })
    expect(view("2023-06-01").body("b3")).toEqual({ id: "b3", stands: false, above: ["town"], heirs: ["b2"] })
    expect(view("2023-06-01").body("b4")).toEqual({ id: "b4", stands: false, above: ["town"] })
    expect(view("2023-01-01").body("g9")).toEqual({ id: "g9", stands: false, above: ["v1"] })
    expect(view("2023-04-03").body("g1")).toEqual({ id: "g1", stands: true, above: ["v1"] })
  })

  test("in several books is one, and stands as long as it does in all of them", () => {
    const unit = { kind: "村", sector: "农村", name: "示例", operating: true }
    const both = OrderWorld.of({
      ...books,
      units: [
        { ...unit, id: "county" },
        { ...unit, id: "b3", within: "county" },
      ],
    })
    const body = (on: string) => both(day(on), at(on)).body("b3")
    expect(body("2023-05-31")).toEqual({ id: "b3", stands: true, above: ["town", "county"] })
    expect(body("2023-06-01")).toEqual({ id: "b3", stands: false, above: ["town", "county"], heirs: ["b2"] })
  })
})

describe("posts", () => {
  test("are held by persons, and so are duties in the grid, by way of a post too", () => {
    const held = (person: string, on = "2023-04-03") =>
      view(on)
        .heldBy(person)
        .map(({ body, kind, post }) => [kind, post, body])
    expect(held("s1")).toEqual([
      ["secretary", "sb1", "old1"],
      ["chief", "sb1", "g1"],
    ])
    expect(held("w1")).toEqual([["worker", "d1", "g1"]])
    expect(held("c1")).toEqual([
      ["secretary", "st", "town"],
      ["liaison", "d4", "u1"],
    ])
    expect([held("c1", "2023-02-28"), held("c0", "2023-02-28")]).toEqual([
      [["liaison", "d4", "u1"]],
      [["secretary", "st", "town"]],
    ])
  })

  test("are found at the body, too", () => {
    const held = (body: string) =>
      view("2023-04-03")
        .heldAt(body)
        .map(({ kind, person }) => [kind, person])
    expect(held("g1")).toEqual([
      ["worker", "w1"],
      ["chief", "s1"],
    ])
    expect([held("town"), held("u1"), held("nowhere")]).toEqual([
      [
        ["reviewer", "v1"],
        ["secretary", "c1"],
      ],
      [["liaison", "c1"]],
      [],
    ])
  })
})

describe("members", () => {
  test("are in their branch, and in the one that it became", () => {
    const branch = (person: string, on: string, recorded?: string) => view(on, recorded).branchOf(person)
    expect([branch("m3", "2023-05-31"), branch("m3", "2023-06-01"), branch("m3", "2023-06-01", "2023-05-31")]).toEqual([
      "b3",
      "b2",
      "b3",
    ])
    expect([branch("m4", "2023-06-01"), branch("p1", "2023-06-01"), branch("m1", "2020-12-31")]).toEqual([
      "b4",
      undefined,
      undefined,
    ])
  })

  test("whose membership is suspended are in none", () => {
    const { life, ...rest } = book("m1", "b1")
    const step = { is: "suspendMembership", cause: "settledAbroad" } as const
    const suspended = {
      id: "x",
      on: day("2023-05-01"),
      recordedAt: at("2023-05-01"),
      actor: { post: "组织委员" },
      payload: { content: { step }, events: [{ event: { is: "membershipSuspended", cause: "settledAbroad" } }] },
    } as const
    const only = OrderWorld.of({ roll: { books: [{ ...rest, life: [...life, suspended] }], successions: [] } })
    const branch = (on: string) => only(day(on), at(on)).branchOf("m1")
    expect([branch("2023-04-30"), branch("2023-05-01")]).toEqual(["b1", undefined])
  })

  test("and others are known, where persons are listed", () => {
    expect([view("2023-04-03").knows("p1"), view("2023-04-03").knows("x")]).toEqual([true, false])
  })
})

test("books that are not given answer nothing, and everybody is known", () => {
  const none = OrderWorld.of({})(day("2023-04-03"), at("2023-04-03"))
  expect([none.body("b1"), none.heldBy("s1"), none.heldAt("b1"), none.branchOf("m1"), none.knows("x")]).toEqual([
    undefined,
    [],
    [],
    undefined,
    true,
  ])
})
