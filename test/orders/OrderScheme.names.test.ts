/** What the ids of schemes are called, and refusals of the five orders told by these names. All orders are made up. */
import * as Result from "effect/Result"
import { describe, expect, it, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as Fault from "../../src/foundation/Fault.js"
import * as Sentence from "../../src/interop/Sentence.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as Decider from "../../src/process/Decider.js"
import type { Value } from "../../src/process/Workflow.js"
import { byPost, NOON, schemes } from "./orderArbitrary.js"

const { scheme } = FiveOrders
const ON = CivilDate.parseUnsafe("2024-03-01")
const decider = ServiceOrder.decider(scheme, byPost)

type Step = readonly [post: string, move: string, fields?: Readonly<Record<string, Value>>, dispatch?: string]

const commandOf = ([post, move, fields = {}, dispatch]: Step, number: number) => ({
  id: `步${String(number).padStart(5, "0")}`,
  on: ON,
  recordedAt: Coordinate.instantUnsafe(NOON + number * 1000),
  actor: { post, person: `${post}的人` },
  content: { order: "单1", move, fields, ...(dispatch === undefined ? {} : { dispatch }) },
})

const WAY: ReadonlyArray<Step> = [
  ["resident", "request", { what: "路灯不亮" }],
  ["grid", "claim"],
  ["branch", "dispatch", { doer: "member的人" }, "派1"],
  ["member", "takeOn", {}, "派1"],
  ["member", "report", { evidence: "照片1" }, "派1"],
  ["branch", "accept", {}, "派1"],
  ["member", "publish"],
  ["resident", "rate", { rating: "satisfied" }],
  ["branch", "close"],
]

/** Every refusal of every move, by every role and at every step of the way, with too little filled in and with too much. */
const refusals = (): ReadonlyArray<Fault.Fault> => {
  const found: Array<Fault.Fault> = []
  let stream = Decider.start(decider)
  const { fields, moves, roles } = scheme.order
  const ids = new Set([...moves, ...scheme.dispatch.moves].map(({ id }) => id))
  const much = Object.fromEntries([...fields, ...scheme.dispatch.fields].map(({ id }) => [id, "乱填"]))
  const at = (step: Step): void => {
    const handled = Decider.handle(decider, stream, commandOf(step, stream.version))
    if (Result.isFailure(handled)) found.push(...handled.failure)
  }
  for (const step of [undefined, ...WAY]) {
    if (step !== undefined)
      stream = Result.getOrThrow(Decider.handle(decider, stream, commandOf(step, stream.version))).stream
    for (const move of ids)
      for (const { id: post } of roles) {
        at([post, move])
        at([post, move, much, "派1"])
        at([post, move, {}, "派2"])
      }
  }
  return found
}

describe("the refusals of the five orders, named", () => {
  const all = refusals()
  const ids = new Set(
    [scheme.order, scheme.dispatch].flatMap(({ fields, moves, outcomes, roles, stages }) =>
      [fields, moves, outcomes, roles, stages, scheme.kinds].flat().map(({ id }) => id),
    ),
  )
  const idsIn = (said: string): ReadonlyArray<string> => (said.match(/\w+/g) ?? []).filter((word) => ids.has(word))

  it("are of many codes, and full of ids before", () => {
    const codes = new Set(all.map(({ code }) => code))
    for (const code of ["notBegun", "notFrom", "ended", "role", "needs", "notAsked", "value", "only", "untold"])
      expect([...codes]).toContain(`proceeding.${code}`)
    expect(codes.size).toBeGreaterThan(14)
    expect(all.filter((one) => idsIn(Sentence.text(one, "zh")).length > 0).length).toBeGreaterThan(1000)
  })

  it("hold no id of the scheme", () => {
    const names = OrderScheme.names(scheme, "zh")
    const said = new Set(all.map((one) => Sentence.named(one, names, "zh")))
    expect([...said].filter((one) => idsIn(one).length > 0)).toEqual([])
    expect(said).toContain("“党员”无权“领单”，须由网格员办理")
    expect(said).toContain("未填写“承办人”")
    expect(said).toContain("“领单”不填“网格”")
  })

  it("hold no Chinese label in English but for what was filled in and what has no English", () => {
    const names = OrderScheme.names(scheme, "en")
    const role = all.find(({ code, params }) => code === "proceeding.role" && params.move === "claim")
    expect(role).toBeDefined()
    expect(Sentence.named(role!, names, "en")).toMatch(
      /^"[\w ]+" may not take "claim by the grid", which is for: grid worker$/,
    )
  })
})

test("the order's label goes before that of its dispatch, which tells those that the order has not", () => {
  const [label, other] = [{ zh: "甲" }, { zh: "乙" }]
  const { moves } = scheme.dispatch
  const own = {
    ...scheme,
    order: {
      ...scheme.order,
      moves: scheme.order.moves.map((move) => (move.id === "accept" ? { ...move, label } : move)),
    },
    dispatch: { ...scheme.dispatch, moves: moves.map((move) => ({ ...move, label: other })) },
  }
  const names = OrderScheme.names(own, "zh")
  expect([names.get("accept"), names.get("takeOn")]).toEqual(["甲", "乙"])
})

test.each(schemes.map((each) => [each.id, each] as const))(
  "%s: every id of a scheme has a name, and no other",
  (_, each) => {
    const names = OrderScheme.names(each, "zh")
    const ids = [each.order, each.dispatch].flatMap(({ fields, moves, outcomes, roles, stages }) =>
      [fields, moves, outcomes, roles, stages, each.kinds].flat().map(({ id }) => id),
    )
    expect([...names.keys()].filter((id) => !/^(kind|post|role|roles)\./.test(id)).sort()).toEqual(
      [...new Set(ids)].sort(),
    )
  },
)
