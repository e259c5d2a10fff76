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
const REVIEWERS: ReadonlyArray<string> = ["监委会主任", "branch", "member", "网格员", "主任", "resident"]
const END = day("2024-06-01")

/** Those who review do until a day, as far as was recorded. */
const groundOf = (of: OrderRelease.Orders): OrderRelease.Ground => ({
  orders: of,
  holds: (role, { actor, on }) => role === "reviewer" && REVIEWERS.includes(actor.post) && on < END,
  role: "reviewer",
})
const ground = groundOf(orders)

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
  OrderRelease.check(ground, journal).map(({ code }) => code.split(".")[1])

describe("what is released at a coordinate", () => {
  const journal = [
    entry("r1", "2023-03-02", 1, { request: "一户屋顶漏雨" }),
    entry("r2", "2023-03-10", 2, { request: "一户屋顶漏雨", result: "已修好" }),
    entry("r3", "2023-03-12", 3, { to: "villagers", result: "两名党员已修好" }),
    entry("w1", "2023-03-20", 4, { kind: "withdraw", reason: "可识别到户" } as never, member),
    entry("r4", "2024-01-05", 5, { result: "已修好一处屋顶" }),
  ]
  const textOf = (on: string, known?: number) => {
    const released = OrderRelease.asOf(ground, journal, at(on, known)).released.get("o1")
    return [released?.public?.request, released?.public?.result, released?.villagers?.result]
  }

  it("is the last text of the day, and nothing after it was taken back, though an earlier one is there", () => {
    expect(OrderRelease.check(ground, journal)).toEqual([])
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
    expect(OrderRelease.asOf(ground, journal.toReversed(), at("2024-02-01"))).toEqual(
      OrderRelease.asOf(ground, journal, at("2024-02-01")),
    )
  })

  it("is without what a correction replaced, also where the correction is refused: it was found wanting", () => {
    const corrected = { ...entry("r5", "2023-03-02", 9, { request: "一处漏雨" }), supersedes: "r1" }
    const [first] = journal
    const shown = (by: Actor, on = "2023-03-02") =>
      OrderRelease.asOf(ground, [first!, { ...corrected, actor: by }], at(on)).released.get("o1")?.public?.request
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
    ["whoever has not the role, named as they are", { post: "群众", person: "p8" }, ["noRole"]],
    ["whoever asked for it, though they have the role", { post: "监委会主任", person: "p1" }, ["ownRequest"]],
    ["the branch that accepted it may", branch, []],
  ] as const)("%s", (_, actor, expected) => {
    expect(codes([entry("r1", "2023-03-10", 1, result, actor)])).toEqual(expected)
  })

  it("whoever held the role on the day of the release did, and holds it no more after that", () => {
    expect(codes([entry("r1", "2024-05-31", 1, result)])).toEqual([])
    expect(codes([entry("r1", "2024-06-01", 1, result)])).toEqual(["noRole"])
  })

  it("whoever asked for another, and whom it was asked for; but who found it on patrol may", () => {
    const asked: Said = ["2023-03-01", "requestFor", member, { what: "路灯不亮", actedFor: "p5" }]
    const found: Said = ["2023-03-01", "patrol", { post: "grid", person: "p4" }, { what: "路灯不亮" }]
    const by = (person: string, first: Said) =>
      OrderRelease.check(
        groundOf(() => orderOf("o1", [first])),
        [entry("r1", "2023-03-02", 1, { request: "一处不亮" }, { post: "监委会主任", person })],
      ).map(({ code }) => code)
    expect([by("p2", asked), by("p5", asked), by("p4", found)]).toEqual([
      ["orderRelease.ownRequest"],
      ["orderRelease.ownRequest"],
      [],
    ])
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
    const found = OrderRelease.check(
      groundOf(() => unnamed),
      [entry("r1", "2023-03-10", 1, { ...result, order: "o3" })],
    )
    expect(found.map(({ code }) => code)).toEqual(["orderRelease.doerUnnamed"])
  })
})

describe("what is refused", () => {
  it("is told all at once, with its place", () => {
    const bad = entry("r1", "2023-02-01", 1, { request: " ", result: "" }, { post: "x" })
    expect(OrderRelease.check(ground, [bad]).map(({ code, path }) => [code, ...path])).toEqual([
      ["orderRelease.before", "r1", "on"],
      ["orderRelease.unnamed", "r1", "actor"],
      ["orderRelease.noRole", "r1", "actor"],
      ["orderRelease.empty", "r1", "payload"],
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
    const { faults, released } = OrderRelease.asOf(ground, journal, at("2023-12-31"))
    expect([released.get("o1")?.public?.request, faults.length]).toEqual(["甲", 1])
    expect(Result.isFailure(OrderRelease.record(ground, [journal[0]!], journal[1]!))).toBe(true)
    expect(Result.getOrThrow(OrderRelease.record(ground, [], journal[0]!))).toEqual([journal[0]])
  })
})

describe("what was taken back", () => {
  const taken = { kind: "withdraw", reason: "可识别到户" } as never
  const journal = [entry("r1", "2023-03-02", 1, { request: "一户漏雨" }), entry("w1", "2023-03-05", 2, taken, member)]
  const shownAfter = (corrected: Release) =>
    OrderRelease.asOf(ground, [...journal, { ...corrected, supersedes: "w1" }], at("2023-12-31")).released.get("o1")
      ?.public

  it.each([
    ["no release", entry("x", "2023-03-05", 3, { request: "一户屋漏" }), ["takenBack"]],
    [
      "no withdrawal from others",
      entry("x", "2023-03-05", 3, { kind: "withdraw", reason: "x", to: "villagers" }),
      ["takenBack", "nothing"],
    ],
    ["no later withdrawal", entry("x", "2099-03-05", 3, taken), ["takenBack"]],
    ["nobody unnamed", entry("x", "2023-03-05", 3, taken, { post: "监委会主任" }), ["unnamed"]],
  ] as const)("comes up again by %s that corrects it", (_, corrected, expected) => {
    expect(codes([...journal, { ...corrected, supersedes: "w1" }])).toEqual(expected)
    if (corrected.on < "2024") expect(shownAfter(corrected)).toBeUndefined()
  })

  it("comes up again by a release of its own", () => {
    expect(codes([...journal, entry("r2", "2023-03-06", 3, { request: "漏雨一处" })])).toEqual([])
    expect(codes([...journal, { ...entry("w2", "2023-03-04", 3, taken), supersedes: "w1" }])).toEqual([])
  })

  it("is taken back by name", () => {
    expect(codes([journal[0]!, entry("w1", "2023-03-05", 2, taken, { post: "监委会主任" })])).toEqual(["unnamed"])
  })
})

describe("a text that is no text of its own", () => {
  const refused = (text: OrderRelease.Text | object) =>
    OrderRelease.check(ground, [entry("r1", "2023-03-10", 0, text)]).map(({ code, params, path }) => [
      code.split(".")[1],
      params.field,
      path.at(-1),
    ])
  it.each([
    [
      "the request, spaced and pointed otherwise",
      { request: " 低保户张某家，屋顶漏雨。" },
      [["copied", "what", "request"]],
    ],
    ["the address with wide figures", { result: "西街７号" }, [["copied", "place", "result"]]],
    ["what the doer wrote", { result: "已换瓦！" }, [["copied", "result", "result"]]],
    ["a mark with capitals and without its stroke", { request: "C８１" }, [["copied", "contact", "request"]]],
    ["a telephone number", { request: "请致电１３８-0000 0000" }, [["number", undefined, "request"]]],
    ["one in characters", { result: "电话一三八〇〇〇〇" }, [["number", undefined, "result"]]],
    ["an identity number", { result: "证号 33010219491001003X" }, [["number", undefined, "result"]]],
    ["a day in words and a sum", { result: "2023年3月5日换瓦120片，2户" }, []],
    ["other words about it", { request: "一户屋顶漏雨" }, []],
  ] as const)("%s", (_, text, expected) => {
    expect(refused(text)).toEqual(expected)
  })

  it("what is written afterwards in the same words was not copied from", () => {
    const at = entry("r1", "2023-03-02", -1, { request: "已换瓦" })
    expect(codes([at])).toEqual([])
  })
})

describe("an order that was opened anew", () => {
  const anew: ReadonlyArray<Said> = [
    ...steps,
    ["2023-03-07", "publish", branch],
    ["2023-03-08", "rate", resident, { rating: "unsatisfied" }],
    ["2023-03-10", "rework", branch],
    ["2023-03-11", "dispatch", branch, { doer: "p2" }, "d2"],
    ["2023-03-12", "takeOn", member, {}, "d2"],
    ["2023-03-13", "report", member, { evidence: "e10", result: "已重铺" }, "d2"],
    ["2023-03-14", "accept", branch, {}, "d2"],
  ]
  const again = groundOf(() => orderOf("o1", anew))
  const result = (on: string) => entry("r1", on, 1, { result: "屋顶修好" })

  it("has no result to release until one of the present attempt was accepted", () => {
    const codesOn = (on: string) => OrderRelease.check(again, [result(on)]).map(({ code }) => code)
    expect(["2023-03-09", "2023-03-10", "2023-03-13", "2023-03-14"].map(codesOn)).toEqual([
      [],
      ["orderRelease.noResult"],
      ["orderRelease.noResult"],
      [],
    ])
  })

  it("has its texts with the attempt of which they are", () => {
    const attempt = (on: string) =>
      OrderRelease.asOf(again, [result(on)], at("2023-12-31")).released.get("o1")?.public?.attempt
    expect([attempt("2023-03-09"), attempt("2023-03-14")]).toEqual([1, 2])
  })
})

it("a text that repeats a field among other words is found, with the field", () => {
  const journal = [
    entry("r1", "2023-03-02", 0, { request: "西街 ７号：低保户张某家屋顶漏雨" }),
    entry("r2", "2023-03-09", 1, { to: "villagers", result: "党员已换瓦" }),
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
