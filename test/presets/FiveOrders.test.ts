/** The order schemes of the five localities: sound, without a finding of the lint, and saying what their texts say. */
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as StateDiagram from "../../src/process/StateDiagram.js"
import * as Workflow from "../../src/process/Workflow.js"
import * as WorkflowLint from "../../src/process/WorkflowLint.js"
import { SCHEMES, walk } from "../orders/scripts.js"

describe.each(SCHEMES)("the scheme $name", ({ scheme }) => {
  it("is sound, and a document that reads back the same", () => {
    expect(OrderScheme.check(scheme)).toEqual([])
    const stored = JSON.stringify(Result.getOrThrow(OrderScheme.document.encode(scheme)))
    expect(Result.getOrThrow(OrderScheme.document.decode(JSON.parse(stored)))).toEqual(scheme)
  })

  it("has two workflows in which the lint finds nothing, nothing left undecided", () => {
    expect(WorkflowLint.lint(scheme.order)).toEqual([])
    expect(WorkflowLint.lint(scheme.dispatch)).toEqual([])
  })

  it("cites its text and says what that does not say", () => {
    expect(scheme.cite?.title).toBeTruthy()
    expect(["transcription", "report"]).toContain(scheme.cite?.standing)
    expect(scheme.note).toContain("由使用单位按本地规定替换")
  })

  it("names in its note whatever is set here and told by no source", () => {
    const set = [
      "代为点单",
      "党员均可代",
      "匿名点单",
      "巡查发现",
      "不予受理",
      "转办",
      "并单",
      "撤销并单",
      "挂账",
      "撤单",
      "投诉",
    ]
    const more = [
      "暂不具备条件办结",
      "复核人",
      "剔除",
      "验收",
      "裁定",
      "改派不计入退单次数",
      "由哪些岗位办结",
      "时限未设",
    ]
    const own = scheme === FiveOrders.scheme ? ["核实", "提级", "回访"] : []
    const rated = OrderScheme.movesOf(scheme, "rework").length > 0 ? ["返工1次", "逾期未评|未评终结", "无人可评"] : []
    for (const each of [...set, ...more, ...own, ...rated]) expect(scheme.note).toMatch(new RegExp(each))
  })

  it("binds no step to whoever took the one before, but the work to the doer and the rating to whoever asked", () => {
    const only = [...scheme.order.moves, ...scheme.dispatch.moves].flatMap((each) => each.only ?? [])
    const people = ["request", "actedFor", "doer", "unit", "answerCall"]
    expect([...new Set(only)].filter((each) => !people.includes(each))).toEqual([])
  })

  it("ends nothing while a complaint waits, but for whoever complained", () => {
    const begun = scheme === FiveOrders.scheme ? "request claim" : "request"
    const waiting = {
      refuse: "request complain",
      refer: "request complain",
      exclude: "request complain",
      settle: "request complain merge",
      abandon: `${begun} dispatch@d1 complain giveBack@d1`,
    }
    for (const [move, text] of Object.entries(waiting)) {
      expect([move, walk(scheme, `${text} ${move}`).refused?.codes]).toEqual([move, ["proceeding.guard"]])
      expect([move, walk(scheme, `${text} answer ${move}`).refused]).toEqual([move, undefined])
    }
    const guards = scheme.order.moves.filter(({ to }) => Workflow.stageOf(scheme.order, String(to))?.kind === "end")
    for (const { id, when } of guards)
      expect([id, JSON.stringify(when)?.includes('"complain"') ?? false]).toEqual([id, id !== "withdraw"])
    expect(walk(scheme, "request complain withdraw").refused).toBeUndefined()
  })

  it("is closed by more than one post, so that who did the work holds nothing up", () => {
    const closes = OrderScheme.movesOf(scheme, "close").map((id) => Workflow.moveOf(scheme.order, id)!)
    expect(closes.length).toBeGreaterThan(1)
    for (const { by, id } of closes) expect([id, by.length > 1]).toEqual([id, true])
  })

  it("counts a re-assignment as no return", () => {
    const begun = scheme === FiveOrders.scheme ? "request claim" : "request"
    const thrice = "dispatch@d1 reassign@d1 dispatch@d2 reassign@d2 dispatch@d3 reassign@d3"
    expect(walk(scheme, `${begun} ${thrice} dispatch@d4 giveBack@d4 dispatch@d5`).refused).toBeUndefined()
    expect(walk(scheme, `${begun} ${thrice} rule@d4`).refused?.codes).toEqual(["proceeding.guard"])
  })

  it("sets no limit of its own", () => {
    expect([scheme.due, scheme.order.limits, scheme.dispatch.limits]).toEqual([undefined, [], []])
  })

  it("has taking on, doing and accepting as states, named or not", () => {
    const of = (id: string) => Workflow.stageOf(scheme.dispatch, id)
    expect([of("dispatched")?.kind, of("taken")?.kind, of("reported")?.kind]).toEqual(["open", "open", "open"])
    expect(of("accepted")).toMatchObject({ kind: "end", outcome: "accepted" })
    const done = walk(
      scheme,
      scheme === FiveOrders.scheme ? "request claim dispatch@d1 takeOn@d1" : "request dispatch@d1 takeOn@d1",
    )
    const [dispatch] = ServiceOrder.dispatches(done.states[done.states.length - 1]!)
    expect(dispatch?.course.stage).toBe("taken")
  })

  it("is the business of a named body after two returns", () => {
    const begun = scheme === FiveOrders.scheme ? "request claim" : "request"
    const twice = `${begun} dispatch@d1 disown@d1 dispatch@d2 giveBack@d2`
    expect(walk(scheme, `${twice} dispatch@d3`).refused?.codes).toEqual(["proceeding.guard"])
    expect(walk(scheme, `${twice} rule@d3 giveBack@d3`).refused?.codes).toContain("proceeding.guard")
    expect(walk(scheme, `${twice} rule@d3 disown@d3`).refused?.codes).toContain("proceeding.notFrom")
    expect(walk(scheme, `${twice} rule@d3 takeOn@d3 report@d3 accept@d3`).refused).toBeUndefined()
  })

  it("draws two diagrams with Chinese labels, one line a stage and a way", () => {
    for (const workflow of [scheme.order, scheme.dispatch]) {
      const lines = StateDiagram.mermaid(workflow, "zh").trimEnd().split("\n")
      const ends = workflow.stages.filter(({ kind }) => kind === "end")
      expect(lines).toHaveLength(1 + workflow.stages.length + Workflow.transitions(workflow).length + ends.length)
      expect(lines.slice(1).filter((line) => !/\p{Script=Han}/u.test(line) && !line.endsWith("--> [*]"))).toEqual([])
    }
  })
})

/**
 * Of every scheme in which somebody rates: the way from the request to where it is rated, and the asking that is done
 * then.
 */
const RATED: Readonly<Record<string, readonly [begun: string, done: string, asks: string]>> = {
  FiveOrders: ["claim", "publish", "revisit/committee"],
  LinglingOrders: ["", "", "rate/resident"],
  GaopingOrders: ["", "supervise publish", "rate/resident"],
  LinyouOrders: ["", "", "revisit/department"],
}

describe.each(SCHEMES.filter(({ name }) => Object.hasOwn(RATED, name)))(
  "nobody to ask, in $name",
  ({ name, scheme }) => {
    const [begun, done, asks] = RATED[name]!
    const way = (opening: string) => `${opening} ${begun} dispatch@d1 takeOn@d1 report@d1 accept@d1 ${done}`
    const end = (text: string) => {
      const { refused, states } = walk(scheme, text)
      return refused?.codes ?? ServiceOrder.outcome(scheme, states[states.length - 1]!)
    }

    it("or nothing to undo: what was done and is to be done anew is never refused, merged, or not ours or feasible", () => {
      const asked = name === "LinyouOrders" || name === "FiveOrders" ? asks : "rate"
      const again = `${way("request")} ${asked}=unsatisfied rework`
      expect(walk(scheme, again).refused).toBeUndefined()
      for (const move of ["refuse", "refer", "merge", "abandon"])
        expect([move, walk(scheme, `${again} ${move}`).refused?.codes]).toEqual([
          move,
          expect.arrayContaining(["serviceOrder.resultStands"]),
        ])
    })

    it.each(["patrol", "requestUnnamed"])("of an order by %s, which ends as done and as nothing else", (opening) => {
      expect(end(`${way(opening)} closeUnrated`)).toBe("done")
      expect(end(`${way(opening)} lapse`)).toEqual(["proceeding.guard"])
      const codes = end(`${way(opening)} ${asks}=satisfied`)
      expect(codes).toContain(asks.startsWith("rate") ? "proceeding.only" : "proceeding.guard")
    })

    it.each(["request", "requestFor"])(
      "is not so of an order by %s, which is asked about or ends as not rated",
      (opening) => {
        expect(end(`${way(opening)} closeUnrated`)).toEqual(["proceeding.guard"])
        expect(end(`${way(opening)} lapse`)).toBe("unanswered")
        const asked = asks.startsWith("rate") && opening === "requestFor" ? "rate/resident~villager" : asks
        expect(end(`${way(opening)} ${asked}=satisfied`)).toBeUndefined()
      },
    )

    it("of a merged order found on patrol, which ends with its root", () => {
      if (name === "LinyouOrders") expect(end("patrol merge revisitJoined=satisfied")).toEqual(["proceeding.guard"])
      expect(end("patrol merge settle")).toBe("merged")
    })
  },
)

describe("the five orders of the seed", () => {
  const ways = (id: string) =>
    Workflow.transitions(FiveOrders.scheme.order)
      .filter(({ move }) => move === id)
      .map(({ from, to }) => [from, to])

  it("go through the five stages in the order in which they are named", () => {
    expect(ways("request")).toEqual([[undefined, "requested"]])
    expect(ways("claim")).toEqual([["requested", "claimed"]])
    expect(ways("dispatch")).toEqual([
      ["claimed", "inHand"],
      ["inHand", "inHand"],
    ])
    expect(ways("publish")).toEqual([["inHand", "published"]])
    expect(ways("rate")).toEqual([["published", "rated"]])
  })

  it("are directed, whistled for and answered by responders, no member needed", () => {
    const whistled = "request claim direct whistle answerCall@d1"
    expect(walk(FiveOrders.scheme, whistled).refused).toBeUndefined()
    expect(walk(FiveOrders.scheme, "request claim answerCall@d1").refused?.codes).toEqual(["proceeding.guard"])
    expect(walk(FiveOrders.scheme, `${whistled} report@d1/member`).refused?.codes).toContain("proceeding.only")
  })

  it("are lifted only when no dispatch is open, and come down again or end there", () => {
    expect(walk(FiveOrders.scheme, "request claim dispatch@d1 lift").refused?.codes).toEqual(["proceeding.guard"])
    expect(ways("handDown")).toEqual([["lifted", "claimed"]])
    expect(ways("refer").map(([from]) => from)).toContain("lifted")
    expect(ways("abandon").map(([from]) => from)).toContain("lifted")
  })

  it("count requests, errands and service in cases, disputes in incidents, opinions in entries", () => {
    const units = Object.fromEntries(FiveOrders.kinds.map(({ id, unit }) => [id, unit]))
    expect(units).toEqual({
      request: "case",
      errand: "case",
      villageService: "case",
      townService: "case",
      countyService: "case",
      mediation: "incident",
      opinion: "entry",
    })
    expect(FiveOrders.kinds.flatMap(({ level }) => level ?? [])).toEqual(["village", "town", "county"])
    expect(FiveOrders.kinds.filter(({ cite, note }) => cite === undefined && note === undefined)).toEqual([])
  })

  it("are drawn like this", () => {
    const lines = StateDiagram.mermaid(FiveOrders.scheme.order, "zh").split("\n")
    expect(lines.slice(0, 4)).toEqual([
      "stateDiagram-v2",
      '  state "已点单" as s0',
      '  state "已领单" as s1',
      '  state "办理中" as s2',
    ])
    expect(lines).toContain("  s0 --> s1 : 领单")
    expect(lines).toContain("  s1 --> s2 : 派单")
    expect(lines).toContain("  s2 --> s5 : 晒单")
    expect(lines).toContain("  s5 --> s6 : 评单")
    expect(lines).toContain("  s7 --> s16 : 随主单办结")
  })
})
