import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Order } from "../../src/orders/Duplicates.js"
import * as OrderRelease from "../../src/orders/OrderRelease.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Entry } from "../../src/process/Journal.js"

type Release = Entry<OrderRelease.Content>
type Said = readonly [
  on: string,
  move: string,
  actor: Actor,
  fields?: ServiceOrder.Taken["fields"] | undefined,
  dispatch?: string | undefined,
]

const { scheme } = FiveOrders
const day = CivilDate.parseUnsafe
const MADE = Coordinate.instantUnsafe(1_677_628_800_000)

const orderOf = (id: string, steps: ReadonlyArray<Said>): Order => {
  const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
  const state = steps.reduce<ServiceOrder.State>((before, [on, move, actor, fields = {}, dispatch], number) => {
    const payload = { order: id, move, fields, ...(dispatch === undefined ? {} : { dispatch }) }
    return evolve(before, { id: `e${number}`, on: day(on), recordedAt: MADE, actor, payload })
  }, initial)
  expect(ServiceOrder.asides(state)).toEqual([])
  return { scheme, state }
}

const resident = { post: "resident", person: "p1" }
const member = { post: "member", person: "p2", body: "b1" }
const branch = { post: "branch", person: "p3", body: "b1" }
const releaser = { post: "监委会主任", person: "p9" }

const steps: ReadonlyArray<Said> = [
  ["2023-03-01", "request", resident, { what: "低保户张某家屋顶漏雨", place: "西街7号", contact: "c-81" }],
  ["2023-03-02", "claim", { post: "grid", person: "p4" }],
  ["2023-03-03", "dispatch", branch, { doer: "p2", unit: "u1" }, "d1"],
  ["2023-03-04", "takeOn", member, {}, "d1"],
  ["2023-03-05", "report", member, { evidence: "e9", result: "已换瓦" }, "d1"],
  ["2023-03-06", "accept", branch, {}, "d1"],
]
const made: Readonly<Record<string, Order>> = { o1: orderOf("o1", steps), o2: orderOf("o2", steps.slice(0, 1)) }
const orders: OrderRelease.Orders = (id) => made[id]

const entry = (
  id: string,
  on: string,
  at: number,
  content: Partial<OrderRelease.Content>,
  actor: Actor = releaser,
): Release => ({
  id,
  on: day(on),
  recordedAt: Coordinate.instantUnsafe(MADE + at),
  actor,
  payload: { kind: "release", order: "o1", to: "public", ...content } as OrderRelease.Content,
})
const at = (on: string, known = 999): Coordinate.Coordinate =>
  Coordinate.of(day(on), Coordinate.instantUnsafe(MADE + known))
const codes = (journal: ReadonlyArray<Release>) =>
  OrderRelease.check(orders, journal).map(({ code }) => code.split(".")[1])

describe("what is released at a coordinate", () => {
  const journal = [
    entry("r1", "2023-03-02", 1, { request: "一户屋顶漏雨" }),
    entry("r2", "2023-03-10", 2, { request: "一户屋顶漏雨", result: "已修好" }),
    entry("r3", "2023-03-12", 3, { to: "villagers", result: "两名党员已修好" }),
    entry("w1", "2023-03-20", 4, { kind: "withdraw", reason: "可识别到户" } as never, member),
    entry("r4", "2024-01-05", 5, { result: "已修好一处屋顶" }),
  ]
  const textOf = (on: string, known?: number) => {
    const released = OrderRelease.asOf(orders, journal, at(on, known)).released.get("o1")
    return [released?.public?.request, released?.public?.result, released?.villagers?.result]
  }

  it("is the last text of the day, and nothing after it was taken back, though an earlier one is there", () => {
    expect(OrderRelease.check(orders, journal)).toEqual([])
    expect(textOf("2023-03-01")).toEqual([undefined, undefined, undefined])
    expect(textOf("2023-03-02")).toEqual(["一户屋顶漏雨", undefined, undefined])
    expect(textOf("2023-03-12")).toEqual(["一户屋顶漏雨", "已修好", "两名党员已修好"])
    expect(textOf("2023-03-20")).toEqual([undefined, undefined, "两名党员已修好"])
    expect(textOf("2024-02-01")).toEqual([undefined, "已修好一处屋顶", "两名党员已修好"])
  })

  it("is what was known at the instant", () => {
    expect(textOf("2024-02-01", 2)).toEqual(["一户屋顶漏雨", "已修好", undefined])
  })

  it("does not depend on the order of the entries", () => {
    expect(OrderRelease.asOf(orders, journal.toReversed(), at("2024-02-01"))).toEqual(
      OrderRelease.asOf(orders, journal, at("2024-02-01")),
    )
  })

  it("is without what a correction replaced, also where the correction is refused: it was found wanting", () => {
    const corrected = { ...entry("r5", "2023-03-02", 9, { request: "一处漏雨" }), supersedes: "r1" }
    const [first] = journal
    const shown = (by: Actor, on = "2023-03-02") =>
      OrderRelease.asOf(orders, [first!, { ...corrected, actor: by }], at(on)).released.get("o1")?.public?.request
    expect(shown(releaser)).toBe("一处漏雨")
    expect(shown({ post: "监委会主任" })).toBeUndefined()
  })
})

describe("who does not release", () => {
  const result = { result: "已修好" }
  it.each([
    ["whoever did the work", member, ["ownWork"]],
    ["the person in charge, by whichever post", { post: "网格员", person: "p2" }, ["ownWork"]],
    ["anybody of the unit in charge", { post: "主任", person: "p7", body: "u1" }, ["ownWork"]],
    ["who is not named", { post: "监委会主任" }, ["unnamed"]],
    ["the branch that accepted it may", branch, []],
  ] as const)("%s", (_, actor, expected) => {
    expect(codes([entry("r1", "2023-03-10", 1, result, actor)])).toEqual(expected)
  })

  it("whoever takes it on afterwards did release what they released before", () => {
    expect(codes([entry("r1", "2023-03-02", -1, { request: "一户漏雨" }, member)])).toEqual([])
  })

  it("a named releaser cannot be told from a doer who is not", () => {
    const unnamed = orderOf(
      "o3",
      steps.map(
        ([on, move, { person: _, ...actor }, fields, dispatch]): Said =>
          dispatch === undefined ? [on, move, actor, fields] : [on, move, actor, fields, dispatch],
      ),
    )
    const found = OrderRelease.check(() => unnamed, [entry("r1", "2023-03-10", 1, { ...result, order: "o3" })])
    expect(found.map(({ code }) => code)).toEqual(["orderRelease.doerUnnamed"])
  })
})

describe("what is refused", () => {
  it("is told all at once, with its place", () => {
    const bad = entry("r1", "2023-02-01", 1, { request: " ", result: "" }, { post: "x" })
    expect(OrderRelease.check(orders, [bad]).map(({ code, path }) => [code, ...path])).toEqual([
      ["orderRelease.before", "r1", "on"],
      ["orderRelease.empty", "r1", "payload"],
      ["orderRelease.unnamed", "r1", "actor"],
      ["orderRelease.noResult", "r1", "payload", "result"],
    ])
  })

  it("a result before one was accepted", () => {
    expect(codes([entry("r1", "2023-03-05", 0, { result: "已修好" })])).toEqual(["noResult"])
    expect(codes([entry("r1", "2023-03-02", 0, { request: "漏雨", order: "o2" })])).toEqual([])
  })

  it("an order that there is not, a correction of another order, nothing to take back", () => {
    const taken = { kind: "withdraw", reason: "x" } as never
    expect(codes([entry("r1", "2023-03-05", 0, { request: "x", order: "o9" })])).toEqual(["noSuchOrder"])
    const other = { ...entry("r2", "2023-03-05", 1, { request: "x", order: "o2" }), supersedes: "r1" }
    expect(codes([entry("r1", "2023-03-05", 0, { request: "x" }), other])).toEqual(["otherOrder"])
    expect(codes([entry("w1", "2023-03-05", 0, taken)])).toEqual(["nothing"])
    expect(
      codes([entry("r1", "2023-03-05", 0, { request: "x", to: "villagers" }), entry("w1", "2023-03-06", 0, taken)]),
    ).toEqual(["nothing"])
  })

  it("counts as nothing: the text before it stands", () => {
    const journal = [
      entry("r1", "2023-03-02", 0, { request: "甲" }),
      entry("r2", "2023-03-09", 1, { request: "乙" }, member),
    ]
    const { faults, released } = OrderRelease.asOf(orders, journal, at("2023-12-31"))
    expect([released.get("o1")?.public?.request, faults.length]).toEqual(["甲", 1])
    expect(Result.isFailure(OrderRelease.record(orders, [journal[0]!], journal[1]!))).toBe(true)
    expect(Result.getOrThrow(OrderRelease.record(orders, [], journal[0]!))).toEqual([journal[0]])
  })
})

it("a text that repeats a field word for word is found, with the field", () => {
  const journal = [
    entry("r1", "2023-03-02", 0, { request: "西街7号：低保户张某家屋顶漏雨" }),
    entry("r2", "2023-03-09", 1, { to: "villagers", result: "已换瓦" }),
    entry("r3", "2023-03-10", 2, { result: "换好了瓦" }),
  ]
  expect(OrderRelease.findings(orders, journal).map(({ params }) => [params.entry, params.field])).toEqual([
    ["r1", "place"],
    ["r1", "what"],
    ["r2", "result"],
  ])
})

it("the journal is a stored document", () => {
  const stored = { format: 1, entries: [entry("r1", "2023-03-02", 0, { request: "漏雨" })] }
  expect(Result.isSuccess(OrderRelease.document.decode(stored))).toBe(true)
  expect(
    OrderRelease.document.is({ ...stored, entries: [{ ...stored.entries[0], payload: { kind: "release" } }] }),
  ).toBe(false)
})
