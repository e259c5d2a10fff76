/**
 * Told cases of proceedings: the orders of several localities and other matters, and the state × command matrix of each.
 * The traces are made up; the rules they keep are those of incentives §§5 and 6.2.
 */
import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Limit from "../../src/process/Limit.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import * as Workflow from "../../src/process/Workflow.js"
import { matrix } from "./matrix.js"
import { byPost, entryOf } from "./walks.js"
import { all, lingling, linyou, listItem, pointsEntry, seed, starReview, ziyun } from "./workflows.js"

interface Act {
  readonly move: string
  readonly post: string
  readonly person?: string
  readonly body?: string
  readonly day?: number
  readonly fields?: Proceeding.Taken["fields"]
}

const START = CivilDate.parseUnsafe("2024-03-01")

/** Acts one after another, one a day where no day is said; each with the stage it leads to or the codes it is refused with. */
const tell = (workflow: Workflow.Workflow, acts: ReadonlyArray<Act>, told: ReadonlyArray<string> = []) => {
  const { decide, evolve, initial } = Proceeding.decider(workflow, byPost, (name) => told.includes(name) || undefined)
  const said: Array<string> = []
  let state = initial
  for (const [index, { body, day = index, fields = {}, move, person, post }] of acts.entries()) {
    const command = {
      id: `a${String(index).padStart(3, "0")}`,
      on: CivilDate.addDaysUnsafe(START, day),
      recordedAt: Coordinate.instantUnsafe(1709251200000 + index * 3_600_000),
      actor: { post, ...(person === undefined ? {} : { person }), ...(body === undefined ? {} : { body }) },
      content: { move, fields },
    }
    const answer = decide(state, command)
    if (Result.isSuccess(answer)) state = evolve(state, entryOf(command))
    said.push(
      Result.isSuccess(answer)
        ? state.stage!
        : answer.failure.map(({ code }) => code.replace("proceeding.", "!")).join(" "),
    )
  }
  return { state, said }
}

const resident = { post: "resident", person: "王" }
const grid = { post: "grid", person: "网" }
const branch = { post: "branch", person: "支" }
const member = { post: "member", person: "李" }
const committee = { post: "committee", person: "委" }

const toDone: ReadonlyArray<Act> = [
  { ...resident, move: "order", fields: { what: "路灯不亮" } },
  { ...grid, move: "claim" },
  { ...branch, move: "dispatch", fields: { doer: "李" } },
  { ...member, move: "takeOn" },
  { ...member, move: "report", fields: { evidence: "照片一" } },
  { ...branch, move: "accept" },
]

describe("an order of the seed's five", () => {
  it("goes from 点单 to 评单", () => {
    const { said, state } = tell(seed, [
      ...toDone,
      { ...member, move: "publish" },
      { ...resident, move: "rateGood", fields: { rating: "good" } },
    ])
    expect(said).toEqual([
      "requested",
      "claimed",
      "dispatched",
      "taken",
      "reported",
      "accepted",
      "published",
      "satisfied",
    ])
    expect(Proceeding.outcome(seed, state)).toBe("satisfied")
    expect(Proceeding.fields(state)).toEqual({ what: "路灯不亮", doer: "李", evidence: "照片一", rating: "good" })
  })

  it("is neither rated nor accepted by the doer, whatever posts the doer holds", () => {
    const done = toDone.slice(0, 5)
    expect(tell(seed, [...done, { post: "branch", person: "李", move: "accept" }]).said.at(-1)).toBe("!apart")
    const own: ReadonlyArray<Act> = [
      { post: "resident", person: "李", move: "order", fields: { what: "自家门前路灯" } },
      ...toDone.slice(1),
      { ...member, move: "publish" },
    ]
    expect(
      tell(seed, [...own, { post: "resident", person: "李", move: "rateGood", fields: { rating: "good" } }]).said.at(
        -1,
      ),
    ).toBe("!apart")
  })

  it("is rated by the requester or the person acted for, and by nobody else", () => {
    const published: ReadonlyArray<Act> = [...toDone, { ...member, move: "publish" }]
    const rate = { move: "rateGood", fields: { rating: "good" } }
    expect(tell(seed, [...published, { post: "resident", person: "赵", ...rate }]).said.at(-1)).toBe("!only")
    const forOther: ReadonlyArray<Act> = [
      { ...grid, move: "orderFor", fields: { what: "送药", actedFor: "周" } },
      ...published.slice(1),
    ]
    expect(tell(seed, [...forOther, { post: "resident", person: "周", ...rate }]).said.at(-1)).toBe("satisfied")
    expect(tell(seed, [...forOther, { post: "resident", person: "王", ...rate }]).said.at(-1)).toBe("!only")
    expect(tell(seed, [...forOther, { post: "grid", person: "网", ...rate }]).said.at(-1)).toBe("!role !only")
  })

  it("that nobody rates lapses only when it is told that the time is up; no answer is never good", () => {
    const published: ReadonlyArray<Act> = [...toDone, { ...member, move: "publish" }, { ...grid, move: "lapse" }]
    expect(tell(seed, published).said.at(-1)).toBe("!untold")
    const { state } = tell(seed, published, ["评价期满"])
    expect(Proceeding.outcome(seed, state)).toBe("unanswered")
  })

  it("is returned twice at most; then the committee names the doer, and the returns stay counted", () => {
    const giveBack: Act = { ...member, move: "giveBack", fields: { reason: "不在本组" } }
    const again: Act = { ...branch, move: "dispatch", fields: { doer: "李" } }
    const { said, state } = tell(seed, [
      ...toDone.slice(0, 3),
      giveBack,
      { ...committee, move: "rule", fields: { doer: "李" } },
      again,
      giveBack,
      again,
      { ...committee, move: "rule", fields: { doer: "李" } },
      giveBack,
      { ...member, move: "takeOn" },
    ])
    expect(said.slice(3)).toEqual([
      "claimed",
      "!guard",
      "dispatched",
      "claimed",
      "!guard",
      "dispatched",
      "!guard",
      "taken",
    ])
    expect(Proceeding.counts(seed, state).get("giveBack")).toBe(2)
    expect(state.attempt).toBe(1)
  })

  it("done anew after a bad rating opens a second attempt; a second bad rating is final", () => {
    const bad = (move: string): Act => ({ ...resident, move, fields: { rating: "bad" } })
    const redo = [toDone[4]!, toDone[5]!, { ...member, move: "publish" }]
    const extend: Act = { ...branch, move: "extend", fields: { days: 2 } }
    const { said, state } = tell(
      seed,
      [
        ...toDone.slice(0, 4),
        extend,
        extend,
        ...redo,
        bad("rateBadAgain"),
        bad("rateBad"),
        extend,
        ...redo,
        bad("rateBad"),
        bad("rateBadAgain"),
      ],
      ["未超时限"],
    )
    expect(said.slice(4)).toEqual([
      ...["taken", "!guard", "reported", "accepted", "published", "!guard", "taken"],
      ...["taken", "reported", "accepted", "published", "!guard", "unsatisfied"],
    ])
    expect(state.attempt).toBe(2)
    expect(Proceeding.counts(seed, state, 1).get("extend")).toBe(1)
    expect(Proceeding.counts(seed, state, 2).get("extend")).toBe(1)
  })

  it("on hold goes back to where it came from, and the clock of its limit stands meanwhile", () => {
    const { said, state } = tell(
      seed,
      [
        ...toDone.slice(0, 4),
        { ...member, move: "hold", fields: { reason: "等配件" }, day: 5 },
        { ...member, move: "report", fields: { evidence: "照片" }, day: 6 },
        { ...member, move: "resume", day: 9 },
        { ...branch, move: "extend", fields: { days: 3 }, day: 9 },
        { ...member, move: "report", fields: { evidence: "照片" }, day: 10 },
        { ...branch, move: "accept", day: 11 },
      ],
      ["未超时限"],
    )
    expect(said.slice(4)).toEqual(["held", "!notFrom", "taken", "taken", "reported", "accepted"])
    const limit = seed.limits.find(({ id }) => id === "办理")!
    const [run, ...others] = Proceeding.clock(seed, limit, state)
    expect(others).toEqual([])
    const now = { on: CivilDate.addDaysUnsafe(START, 20), recordedAt: Coordinate.instantUnsafe(1709300000000) }
    expect(Proceeding.course(limit, run!, now)).toEqual({
      started: "2024-03-03",
      ended: "2024-03-12",
      holds: [{ from: "2024-03-06", to: "2024-03-10" }],
      extensions: [{ at: "2024-03-10", by: 3 }],
      now: "2024-03-21",
    })
    const reading = Limit.read({ ...limit, unit: "calendarDay" }, Proceeding.course(limit, run!, now), {
      offsetMinutes: 480,
    })
    expect(Result.map(reading, ({ state }) => state)).toEqual(Result.succeed("met"))
  })

  it("extended by more than its limit allows, by nothing or too late keeps its clock, which tells why", () => {
    const limit = { ...seed.limits.find(({ id }) => id === "办理")!, unit: "calendarDay" } as const
    for (const [days, day, code] of [
      [999, 5, "limit.extendedTooFar"],
      [0, 5, "limit.notAmount"],
      [3, 90, "limit.extendedLate"],
    ] as const) {
      const acts = [...toDone.slice(0, 4), { ...branch, move: "extend", fields: { days }, day }]
      const { said, state } = tell(seed, acts, ["未超时限"])
      expect(said.at(-1)).toBe("taken")
      const now = { on: CivilDate.addDaysUnsafe(START, 100), recordedAt: Coordinate.instantUnsafe(1709300000000) }
      const [run] = Proceeding.clock(seed, limit, state)
      const reading = Result.getOrThrow(Limit.read(limit, Proceeding.course(limit, run!, now), { offsetMinutes: 480 }))
      const plain = Result.getOrThrow(
        Limit.read(limit, { ...Proceeding.course(limit, run!, now), extensions: [] }, { offsetMinutes: 480 }),
      )
      expect(reading.leftOut?.map((each) => each.code)).toEqual([code])
      expect({ ...reading, leftOut: undefined }).toEqual({ ...plain, leftOut: undefined })
    }
  })

  it("that comes back from a hold has entered nothing: a clock that was stopped is not started again", () => {
    const [limit] = seed.limits
    const { state } = tell(
      seed,
      [
        ...toDone.slice(0, 4),
        { ...branch, move: "extend", fields: { days: 3 } },
        { ...member, move: "hold", fields: { reason: "等配件" } },
        { ...member, move: "resume" },
      ],
      ["未超时限"],
    )
    const runs = (starts: string, ...ends: ReadonlyArray<string>) =>
      Proceeding.clock(seed, { ...limit!, starts, ends, holds: ["held"] }, state).map(({ by, ended, started }) => [
        started.on,
        ended?.on,
        by,
      ])
    expect(runs("taken", "extend")).toEqual([["2024-03-04", "2024-03-05", "extend"]])
    expect(runs("resume", "report")).toEqual([["2024-03-07", undefined, undefined]])
    expect(runs("held", "resume")).toEqual([["2024-03-06", "2024-03-07", "resume"]])
    expect(runs("held", "taken")).toEqual([["2024-03-06", undefined, undefined]])
  })

  it("knows since when it is in its stage, which acts that stay do not change", () => {
    const extend: Act = { ...branch, move: "extend", fields: { days: 2 } }
    const acts = [...toDone.slice(0, 4), extend]
    const enteredBy = (more: ReadonlyArray<Act>) =>
      tell(seed, [...acts, ...more], ["未超时限"]).state.entered?.payload.move
    const hold: Act = { ...member, move: "hold", fields: { reason: "缺料" } }
    expect(enteredBy([])).toBe("takeOn")
    expect(enteredBy([hold])).toBe("hold")
    expect(enteredBy([hold, { ...member, move: "resume" }])).toBe("resume")
  })

  it("withdrawn by the requester ends, and its running clocks with it", () => {
    const { state } = tell(seed, [...toDone.slice(0, 4), { ...resident, move: "withdraw" }])
    const runs = Proceeding.clock(seed, seed.limits.find(({ id }) => id === "办理")!, state)
    expect(runs.map(({ by }) => by)).toEqual(["withdrawn"])
  })

  it("of 10,000 events, most of them late or twice, stays what it is", () => {
    const { state } = tell(seed, toDone)
    const { evolve } = Proceeding.decider(seed, byPost)
    const entries = Proceeding.history(state).map(({ entry }) => entry)
    let after = state
    for (let index = 0; index < 10_000; index++) after = evolve(after, entries[index % entries.length]!)
    expect({ ...after, aside: undefined }).toEqual(state)
    expect(Proceeding.asides(after)).toHaveLength(10_000)
  })
})

describe("a matter of many steps", () => {
  const wide: Workflow.Workflow = {
    ...ziyun,
    moves: [
      ...ziyun.moves.map((move) => (move.id === "takeOn" ? { ...move, only: ["sign"] } : move)),
      {
        id: "sign",
        label: { zh: "联署" },
        from: ["dispatched"],
        to: { way: "stay" },
        by: ["resident"],
        needs: [],
        apart: ["sign"],
      },
    ],
  }
  const signing = (index: number) => ({
    id: `s${String(index).padStart(6, "0")}`,
    on: CivilDate.addDaysUnsafe(START, 2),
    recordedAt: Coordinate.instantUnsafe(1710000000000 + index),
    actor: { post: "resident", person: `p${index}` },
    content: { move: "sign", fields: {} },
  })
  const { state: dispatched } = tell(
    wide,
    toDone.slice(0, 3).filter(({ move }) => move !== "claim"),
  )

  it("takes its time in step with them: twenty thousand different hands, each kept apart from all the others", () => {
    const { decide, evolve } = Proceeding.decider(wide, byPost)
    let state = dispatched
    for (let index = 0; index < 20_000; index++) {
      const command = signing(index)
      expect(Result.isSuccess(decide(state, command))).toBe(true)
      state = evolve(state, entryOf(command))
    }
    const again = decide(state, { ...signing(20_000), actor: { post: "resident", person: "p77" } })
    expect(Result.isFailure(again) && again.failure.map(({ code }) => code)).toEqual(["proceeding.apart"])
    // An older state stays what it was.
    expect(Result.isSuccess(decide(dispatched, signing(77)))).toBe(true)
  })

  it("refuses what comes late without looking at any step but the last", () => {
    const { decide } = Proceeding.decider(wide, byPost)
    const { last } = dispatched
    const blind: Proceeding.State = {
      ...dispatched,
      last: {
        ...last!,
        get before(): Proceeding.Link {
          throw new Error("the steps were walked")
        },
      },
    }
    const codes = (on: string) => {
      const answer = decide(blind, { ...signing(1), on: CivilDate.parseUnsafe(on) })
      return Result.isFailure(answer) && answer.failure.map(({ code, params }) => [code, params])
    }
    expect(codes("2024-02-29")).toEqual([["proceeding.before", { on: "2024-02-29", began: "2024-03-01" }]])
    expect(codes("2024-03-01")).toEqual([
      ["proceeding.older", { on: "2024-03-01", last: "2024-03-02", step: blind.last?.entry.id }],
    ])
  })
})

describe("a command", () => {
  it("is refused for every reason at once", () => {
    const wrong: Act = { post: "member", person: "李", move: "accept", fields: { rating: "good", days: "三" }, day: -1 }
    expect(tell(seed, [...toDone.slice(0, 5), wrong]).said.at(-1)).toBe("!before !role !apart !notAsked !notAsked")
    const early: Act = { post: "branch", person: "支", move: "dispatch", fields: { doer: " " }, day: 0 }
    expect(tell(seed, [...toDone.slice(0, 2), early]).said.at(-1)).toBe("!older !needs")
    expect(tell(seed, [{ ...resident, move: "rateGood", fields: { rating: "五星" } }]).said).toEqual([
      "!notBegun !only !value",
    ])
    expect(tell(seed, [{ ...resident, move: "飞" }]).said).toEqual(["!noSuchMove"])
  })

  it("with a blank text takes nothing back", () => {
    const noted: Workflow.Workflow = {
      ...ziyun,
      moves: ziyun.moves.map((move) => (move.id === "dispatch" ? { ...move, takes: ["what"] } : move)),
    }
    const { said, state } = tell(noted, [
      { ...resident, move: "order", fields: { what: "灯" } },
      { ...branch, move: "dispatch", fields: { doer: "李", what: " " } },
    ])
    expect(said).toEqual(["requested", "dispatched"])
    expect(Proceeding.fields(state)).toEqual({ what: "灯", doer: "李" })
  })

  it("with a blank text does not fill what a guard asks for", () => {
    const guarded: Workflow.Workflow = {
      ...ziyun,
      moves: ziyun.moves.map((move) =>
        move.id === "takeOn"
          ? { ...move, takes: ["what", "evidence"], when: { all: [{ has: "what" }, { not: { has: "evidence" } }] } }
          : move,
      ),
    }
    const ordered: ReadonlyArray<Act> = [
      { ...resident, move: "order", fields: { what: "灯" } },
      { ...branch, move: "dispatch", fields: { doer: "李" } },
    ]
    const takeOn = (fields: Proceeding.Taken["fields"]) =>
      tell(guarded, [...ordered, { ...member, move: "takeOn", fields }]).said[2]
    expect([takeOn({ what: " ", evidence: "" }), takeOn({ evidence: "照片" })]).toEqual(["taken", "!guard"])
  })

  it("with a field named as what every object has does not take that for a value", () => {
    const odd: Workflow.Workflow = {
      ...ziyun,
      fields: [...ziyun.fields, { id: "constructor", label: { zh: "怪" }, of: "text", sensitivity: "open" }],
      moves: ziyun.moves.map((move) => (move.id === "order" ? { ...move, needs: ["what", "constructor"] } : move)),
    }
    expect(tell(odd, [{ ...resident, move: "order", fields: { what: "灯" } }]).said).toEqual(["!needs"])
  })

  it("holds a value of the kind of its field", () => {
    const propose = (points: string | number) =>
      tell(pointsEntry, [
        { post: "person", person: "甲", move: "apply", fields: { item: "P-1", points, kind: "bonus" } },
      ]).said[0]
    expect([propose("2.5"), propose("1/3"), propose("-4")]).toEqual(["proposed", "proposed", "proposed"])
    expect([propose("2.50"), propose("二"), propose(2)]).toEqual(["!value", "!value", "!value"])
    const found: Act = { post: "inspector", move: "find", fields: { problem: "台账缺失" } }
    const register = (deadline: string): Act => ({
      post: "acceptor",
      move: "register",
      fields: { owner: "owner", deadline },
    })
    expect(tell(listItem, [found, register("2024-02-30")]).said[1]).toBe("!value")
    expect(tell(listItem, [found, register("2024-02-29")]).said[1]).toBe("registered")
  })
})

describe("separation", () => {
  const propose: Act = {
    post: "scorer",
    person: "甲",
    move: "apply",
    fields: { item: "P-1", points: "2", kind: "bonus" },
  }
  const entry: Workflow.Workflow = {
    ...pointsEntry,
    moves: pointsEntry.moves.map((move) => (move.id === "apply" ? { ...move, by: ["scorer"] } : move)),
  }
  const verify = (who: Partial<Act>): string | undefined => {
    const { body, person } = who
    const act: Act = { post: "scorer", move: "verify", ...(person ? { person } : {}), ...(body ? { body } : {}) }
    return tell(entry, [{ ...propose, body: "一组" }, act]).said[1]
  }

  it("takes two persons of one post for two, and one person for one", () => {
    expect(verify({ person: "乙", body: "一组" })).toBe("verified")
    expect(verify({ person: "甲", body: "二组" })).toBe("!apart")
  })

  it("where only one is named cannot tell, whatever post and body, and says that both must be named", () => {
    expect(verify({ body: "一组" })).toBe("!unnamed")
    expect(verify({ body: "二组" })).toBe("!unnamed")
  })

  it("where neither is named takes the same post for the same hand, unless both name a body and not the same", () => {
    const { person: _, ...unnamed } = propose
    const by = (first: string | undefined, second: string | undefined) =>
      tell(entry, [
        { ...unnamed, ...(first ? { body: first } : {}) },
        { post: "scorer", move: "verify", ...(second ? { body: second } : {}) },
      ]).said[1]
    expect([by("一组", "一组"), by("一组", undefined), by(undefined, "一组")]).toEqual(["!apart", "!apart", "!apart"])
    expect(by("一组", "二组")).toBe("verified")
  })

  it("from a person whom a field names is not shown by an actor whose person is not known", () => {
    const reported = toDone.slice(0, 5)
    expect(tell(seed, [...reported, { post: "branch", move: "accept" }]).said.at(-1)).toBe("!unnamed")
  })

  it("keeps an item's owner from accepting it, also when somebody else reported it done", () => {
    const acts: ReadonlyArray<Act> = [
      { post: "inspector", person: "检", move: "find", fields: { problem: "台账缺失" } },
      { post: "acceptor", person: "验", move: "register", fields: { owner: "owner", deadline: "2024-04-01" } },
      { post: "owner", person: "甲", move: "begin", fields: { measure: "补齐" } },
      { post: "owner", person: "乙", move: "done", fields: { proof: "照片" } },
    ]
    expect(tell(listItem, [...acts, { post: "owner", person: "丙", move: "settle" }]).said.at(-1)).toBe("!role !apart")
    expect(tell(listItem, [...acts, { post: "acceptor", person: "验", move: "settle" }]).said.at(-1)).toBe("settled")
  })
})

describe("a move for one alone", () => {
  // 领单后放回，由另一人再领：made up after the first of the seed's five.
  const released: Workflow.Workflow = {
    ...seed,
    moves: [
      ...seed.moves.map((move) =>
        move.id === "dispatch" ? { ...move, by: ["grid", "branch"], only: ["claim"] } : move,
      ),
      { id: "release", label: { zh: "放回" }, from: ["claimed"], to: "requested", by: ["grid"], needs: [] },
    ],
  }
  const [g1, g2] = [
    { post: "grid", person: "g1" },
    { post: "grid", person: "g2" },
  ]
  const dispatch = { move: "dispatch", fields: { doer: "李" } }
  const claims: ReadonlyArray<Act> = [
    toDone[0]!,
    { ...g1, move: "claim" },
    { ...g1, move: "release" },
    { ...g2, move: "claim" },
  ]

  it("is for whoever took the other one last: who let the matter go has it no more", () => {
    expect(tell(released, [...claims, { ...g1, ...dispatch }]).said.at(-1)).toBe("!only")
    expect(tell(released, [...claims, { ...g2, ...dispatch }]).said.at(-1)).toBe("dispatched")
    expect(tell(released, [...claims.slice(0, 2), { ...g1, ...dispatch }]).said.at(-1)).toBe("dispatched")
  })

  it("is kept by who took the other one last, also in an attempt in which nobody did", () => {
    const again: Workflow.Workflow = { ...released, attempts: ["release"] }
    expect(tell(again, [...claims, { ...g1, ...dispatch }]).said.at(-1)).toBe("!only")
    const back: Workflow.Workflow = {
      ...released,
      attempts: ["giveBack"],
    }
    const returned: ReadonlyArray<Act> = [
      ...claims,
      { ...g2, ...dispatch },
      { ...member, move: "giveBack", fields: { reason: "不在本组" } },
    ]
    expect(tell(back, [...returned, { ...g1, ...dispatch }]).said.at(-1)).toBe("!only")
    const { said, state } = tell(back, [...returned, { ...g2, ...dispatch }])
    expect([said.at(-1), state.attempt]).toEqual(["dispatched", 2])
  })

  it("bars by separation everybody who ever took the other one", () => {
    const barring: Workflow.Workflow = {
      ...released,
      moves: released.moves.map((move) => {
        if (move.id !== "dispatch") return move
        const { only: _, ...rest } = move
        return { ...rest, apart: ["claim"] }
      }),
    }
    const by = (who: Pick<Act, "post" | "person">) => tell(barring, [...claims, { ...who, ...dispatch }]).said.at(-1)
    expect([by(g1), by(g2), by({ post: "grid", person: "g3" })]).toEqual(["!apart", "!apart", "dispatched"])
  })

  it("does not let a stranger withdraw what was ordered without a name", () => {
    const withdrawn = (asker: Omit<Act, "move">, later: Omit<Act, "move">) =>
      tell(seed, [
        { ...asker, move: "order", fields: { what: "路灯不亮" } },
        { ...later, move: "withdraw" },
      ]).said.at(-1)
    const nobody = { post: "resident" }
    expect(withdrawn(nobody, { post: "resident", person: "赵" })).toBe("!only")
    expect(withdrawn(nobody, nobody)).toBe("!only")
    expect(withdrawn(nobody, { post: "resident", body: "甲村", person: "赵" })).toBe("!only")
    expect(withdrawn(resident, nobody)).toBe("!only")
    expect(withdrawn(resident, { ...resident, body: "甲村" })).toBe("withdrawn")
  })

  it("is for anybody in the post of a body that acted without a name, and for that body alone", () => {
    const taken: Workflow.Workflow = {
      ...linyou,
      moves: linyou.moves.map((move) => (move.id === "report" ? { ...move, only: ["takeOn"] } : move)),
    }
    const reported = (taker: Partial<Act>, later: Partial<Act>) =>
      tell(taken, [
        { ...resident, move: "order", fields: { what: "停水" } },
        { post: "branch", move: "dispatch", fields: { unit: "水务局" } },
        { post: "unit", body: "水务局", ...taker, move: "takeOn" },
        { post: "unit", body: "水务局", ...later, move: "report", fields: { evidence: "已通水" } },
      ]).said.at(-1)
    expect(reported({}, {})).toBe("reported")
    expect(reported({}, { person: "钱" })).toBe("reported")
    expect(reported({}, { body: "电力局" })).toBe("!only")
    expect(reported({ person: "孙" }, { person: "钱" })).toBe("!only")
    expect(reported({ person: "孙" }, {})).toBe("!only")
  })
})

describe("what is known outside", () => {
  const asking = (workflow: Workflow.Workflow, holds: Proceeding.Holds, tells: Proceeding.Tells) => {
    const { decide, evolve, initial } = Proceeding.decider(workflow, holds, tells)
    let state = initial
    return (move: string, post: string, day: string, fields: Proceeding.Taken["fields"] = {}) => {
      const on = CivilDate.parseUnsafe(day)
      const recordedAt = Coordinate.instantUnsafe(1709251200000 + CivilDate.dayNumber(on) * 1000)
      const command = { id: move, on, recordedAt, actor: { post }, content: { move, fields } }
      const answer = decide(state, command)
      if (Result.isSuccess(answer)) state = evolve(state, entryOf(command))
      return Result.isSuccess(answer) ? state.stage : answer.failure.map(({ code }) => code)
    }
  }

  it("may be about what is being filled in: a deadline before the finding", () => {
    const dated: Workflow.Workflow = {
      ...listItem,
      moves: listItem.moves.map((move) =>
        move.id === "register" ? { ...move, when: { told: "期限不早于发现" } } : move,
      ),
    }
    const seen: Array<Proceeding.Question> = []
    const ask = asking(dated, byPost, (_, question, { began }) => {
      seen.push(question)
      const deadline = question.fields?.deadline
      return deadline === undefined || began === undefined ? undefined : deadline >= began.on
    })
    expect(ask("find", "inspector", "2024-03-04", { problem: "台账缺失" })).toBe("found")
    const register = (deadline: string) =>
      ask("register", "acceptor", "2024-03-05", { owner: "owner", deadline, stray: "一" })
    expect(register("2024-03-01")).toEqual(["proceeding.notAsked", "proceeding.guard"])
    // A value that is none of its kind is not shown to whoever tells.
    expect(register("明天")).toEqual(["proceeding.value", "proceeding.notAsked", "proceeding.untold"])
    expect(seen.map(({ move, fields }) => [move, fields]).slice(0, 2)).toEqual([
      ["register", { owner: "owner", deadline: "2024-03-01" }],
      ["register", { owner: "owner" }],
    ])
    expect(ask("register", "acceptor", "2024-03-05", { owner: "owner", deadline: "2024-03-04" })).toBe("registered")
  })

  it("may be about what is being filled in: a branch that was dissolved", () => {
    const toBranch: Workflow.Workflow = {
      ...linyou,
      moves: linyou.moves.map((move) => (move.id === "dispatch" ? { ...move, when: { told: "单位存续" } } : move)),
    }
    const dissolved = new Map([["二支部", "2024-03-03"]])
    const tells: Proceeding.Tells = (_, { fields, on }) => {
      const end = dissolved.get(String(fields?.unit))
      return fields === undefined ? undefined : end === undefined || on < end
    }
    const dispatched = (unit: string, day: string) => {
      const ask = asking(toBranch, byPost, tells)
      ask("order", "resident", "2024-03-01", { what: "停水" })
      return ask("dispatch", "branch", day, { unit })
    }
    expect(dispatched("一支部", "2024-03-04")).toBe("dispatched")
    expect(dispatched("二支部", "2024-03-02")).toBe("dispatched")
    expect(dispatched("二支部", "2024-03-04")).toEqual(["proceeding.guard"])
    const { state } = tell(toBranch, [{ ...resident, move: "order", fields: { what: "停水" } }])
    const asked = { on: CivilDate.addDaysUnsafe(START, 1), recordedAt: Coordinate.instantUnsafe(1709400000000) }
    expect(
      Proceeding.possible(
        toBranch,
        byPost,
        tells,
      )(state, { ...asked, actor: { post: "branch" } }).map(({ awaits, certain, move }) => [move, certain, awaits]),
    ).toEqual([["dispatch", false, ["单位存续"]]])
  })

  it("may depend on when it was recorded: an appointment that was entered later", () => {
    const entered = Coordinate.instantUnsafe(1709300000000)
    const late: Proceeding.Holds = (role, { actor, recordedAt }) => actor.post === role && recordedAt >= entered
    const { decide, initial } = Proceeding.decider(ziyun, late)
    const ask = (recordedAt: number) =>
      Result.isSuccess(
        decide(initial, {
          id: "a",
          on: START,
          recordedAt: Coordinate.instantUnsafe(recordedAt),
          actor: resident,
          content: { move: "order", fields: { what: "灯" } },
        }),
      )
    expect([ask(1709299999999), ask(1709300000000)]).toEqual([false, true])
  })
})

describe("the localities", () => {
  const middle = [toDone[0]!, { ...branch, move: "dispatch", fields: { doer: "李" } }, ...toDone.slice(3)]
  const rate: Act = { ...resident, move: "rateGood", fields: { rating: "fair" } }
  const publish: Act = { ...member, move: "publish" }

  it("differ in the order of 晒 and 评: a trace that is lawful in one is refused by the other", () => {
    expect(tell(seed, [...toDone, publish, rate]).said.at(-1)).toBe("satisfied")
    expect(tell(seed, [...toDone, rate]).said.at(-1)).toBe("!notFrom")
    expect(tell(lingling, [...middle, rate, publish]).said.at(-1)).toBe("satisfied")
    expect(tell(lingling, [...middle, publish]).said.at(-1)).toBe("!notFrom")
  })

  it("have the organisation department rate by telephone in 麟游, and nobody in 紫云", () => {
    const unit = { post: "unit", body: "水务局" }
    const acts: ReadonlyArray<Act> = [
      { ...resident, move: "order", fields: { what: "停水" } },
      { post: "branch", move: "dispatch", fields: { unit: "水务局" } },
      { post: "unit", body: "电力局", move: "takeOn" },
      { ...unit, move: "takeOn" },
      { ...unit, move: "report", fields: { evidence: "已通水" } },
      { ...resident, move: "survey", fields: { rating: "good" } },
      { post: "department", body: "组织部", move: "survey", fields: { rating: "bad" } },
      { post: "department", body: "组织部", move: "strike" },
      { post: "department", body: "组织部", move: "redo" },
    ]
    const { said, state } = tell(linyou, acts)
    expect(said).toEqual([
      "requested",
      "dispatched",
      "!only",
      "taken",
      "reported",
      "!role !apart",
      "surveyed",
      "!guard",
      "taken",
    ])
    const [total, own] = linyou.limits.map((limit) => Proceeding.clock(linyou, limit, state))
    expect(total?.map(({ ended, started }) => [started.on, ended?.on])).toEqual([["2024-03-01", undefined]])
    expect(own?.map(({ ended, started }) => [started.on, ended?.on])).toEqual([
      ["2024-03-04", "2024-03-05"],
      ["2024-03-09", undefined],
    ])
    expect(
      tell(
        ziyun,
        middle.filter(({ move }) => move !== "claim"),
      ).said.at(-1),
    ).toBe("done")
  })

  it("review stars with rectification inside the year, and go back to the re-check on an objection", () => {
    const committee = { post: "committee", person: "委" }
    const superior = { post: "superior", person: "组" }
    const acts: ReadonlyArray<Act> = [
      { ...committee, move: "start" },
      { post: "branch", person: "支", move: "rateSelf", fields: { own: "92" } },
      { ...committee, move: "grade", fields: { score: "88", star: "s4" } },
      { ...committee, move: "visit" },
      { post: "members", move: "appraise" },
      { ...committee, move: "target", fields: { targets: 2 } },
      { post: "branch", person: "支", move: "rectify" },
      { ...committee, move: "grade", fields: { score: "91", star: "s5" } },
      { ...superior, move: "lower", fields: { star: "s5", reason: "无" } },
      { ...superior, move: "lower", fields: { star: "s4", reason: "台账不全" } },
      { ...superior, move: "object", fields: { reason: "举报属实" } },
      { ...superior, move: "confirm" },
      { ...committee, move: "decide" },
    ]
    const { said, state } = tell(starReview, acts, ["到会人数符合规定", "公示期满无异议"])
    expect(said).toEqual([
      ...["rating", "review", "!guard", "review", "review", "rectifying", "review", "recheck"],
      ...["!guard", "posted", "recheck", "posted", "rated"],
    ])
    expect(Proceeding.fields(state).star).toBe("s4")
    expect(state.attempt).toBe(2)
  })
})

describe("what may be done next", () => {
  it("is told for a screen: the move, where it leads, the role, the fields, and what is not known yet", () => {
    const { state } = tell(seed, toDone.slice(0, 4))
    const asked = { on: CivilDate.addDaysUnsafe(START, 9), recordedAt: Coordinate.instantUnsafe(1710000000000) }
    const possible = Proceeding.possible(seed, byPost)
    expect(possible(state, { ...asked, actor: branch })).toEqual([
      { move: "extend", to: "taken", by: ["branch"], needs: ["days"], takes: [], certain: false, awaits: ["未超时限"] },
    ])
    expect(possible(state, { ...asked, actor: member }).map(({ certain, move }) => [move, certain])).toEqual([
      ["giveBack", true],
      ["hold", true],
      ["report", true],
    ])
    expect(possible(state, { ...asked, actor: { post: "member", person: "张" } })).toEqual([])
    expect(possible(state, { ...asked, on: START, actor: member })).toEqual([])
    expect(Proceeding.next(seed, state).map(({ by, move }) => [move, ...by])).toEqual([
      ["withdraw", "resident"],
      ["giveBack", "member"],
      ["hold", "member"],
      ["extend", "branch"],
      ["report", "member"],
    ])
  })
})

it("a move whose guard asks for a field that must be filled with it is offered for certain", () => {
  const guarded: Workflow.Workflow = {
    ...ziyun,
    moves: ziyun.moves.map((move) => (move.id === "order" ? { ...move, when: { has: "what" } } : move)),
  }
  const { initial } = Proceeding.decider(guarded, byPost)
  const asked = { on: START, recordedAt: Coordinate.instantUnsafe(1709251200000), actor: resident }
  expect(Proceeding.possible(guarded, byPost)(initial, asked).map(({ certain, move }) => [move, certain])).toEqual([
    ["order", true],
  ])
})

// ---- state × command

/** What is accepted in each stage ("" before the matter begins), by move, and where it leads. All else is refused. */
const ACCEPTED: Record<string, Record<string, Record<string, string>>> = {
  五单: {
    "": { order: "requested", orderFor: "requested", patrol: "requested" },
    requested: { withdraw: "withdrawn", merge: "merged", reject: "rejected", claim: "claimed" },
    claimed: { withdraw: "withdrawn", dispatch: "dispatched", rule: "dispatched" },
    dispatched: { withdraw: "withdrawn", giveBack: "claimed", takeOn: "taken" },
    taken: { withdraw: "withdrawn", giveBack: "claimed", hold: "held", extend: "taken", report: "reported" },
    held: { resume: "taken" },
    reported: { sendBack: "taken", accept: "accepted" },
    accepted: { publish: "published" },
    published: { rateGood: "satisfied", rateBad: "taken", rateBadAgain: "unsatisfied", lapse: "unanswered" },
  },
  零陵五单: {
    "": { order: "requested", orderFor: "requested", patrol: "requested" },
    requested: {
      withdraw: "withdrawn",
      merge: "merged",
      reject: "rejected",
      dispatch: "dispatched",
      rule: "dispatched",
    },
    dispatched: { withdraw: "withdrawn", giveBack: "requested", takeOn: "taken" },
    taken: { withdraw: "withdrawn", giveBack: "requested", hold: "held", extend: "taken", report: "reported" },
    held: { resume: "taken" },
    reported: { sendBack: "taken", accept: "accepted" },
    accepted: { rateGood: "liked", rateBad: "disliked" },
    liked: { publish: "satisfied" },
    disliked: { publishBad: "unsatisfied" },
  },
  麟游四单: {
    "": { order: "requested" },
    requested: { withdraw: "withdrawn", dispatch: "dispatched" },
    dispatched: { withdraw: "withdrawn", takeOn: "taken", giveBack: "requested" },
    taken: { report: "reported" },
    reported: { survey: "surveyed", noAnswer: "unanswered" },
    surveyed: { strike: "satisfied", redo: "taken", giveUp: "unsatisfied" },
  },
  紫云三单: {
    "": { order: "requested" },
    requested: { withdraw: "withdrawn", dispatch: "dispatched" },
    dispatched: { withdraw: "withdrawn", takeOn: "taken" },
    taken: { report: "reported" },
    reported: { accept: "done" },
  },
  问题清单: {
    "": { find: "found" },
    found: { dismiss: "invalid", register: "registered" },
    registered: { begin: "inHand", urge: "registered", criticise: "registered" },
    inHand: { addMeasure: "inHand", urge: "inHand", criticise: "inHand", done: "reported" },
    reported: { sendBack: "inHand", settle: "settled" },
  },
  积分登记: {
    "": { apply: "proposed", recognise: "proposed" },
    proposed: { withdraw: "withdrawn", verify: "verified", reject: "rejected" },
    verified: { withdraw: "withdrawn", reject: "rejected", post: "posted" },
    posted: { object: "disputed", effect: "effective" },
    disputed: { reject: "rejected", objectToo: "disputed", settle: "posted", correct: "verified" },
  },
  评星定级: {
    "": { start: "rating" },
    rating: { rateSelf: "review" },
    review: { stayOut: "unrated", visit: "review", appraise: "review", target: "rectifying", grade: "recheck" },
    rectifying: { rectify: "review" },
    recheck: { confirm: "posted", lower: "posted" },
    posted: { object: "recheck", decide: "rated" },
  },
}

describe.each(all)("the state × command matrix of $id", (workflow) => {
  const { cells, met } = matrix(workflow)

  it("has a row for the matter not begun and for every stage, and is filled", () => {
    expect([...cells.keys()].sort()).toEqual(["", ...workflow.stages.map(({ id }) => id)].sort())
    for (const [stage, row] of cells) {
      const kind = workflow.stages.find(({ id }) => id === stage)?.kind
      const refusal = stage === "" ? "!notBegun" : kind === "end" ? "!ended" : "!notFrom"
      const accepted = ACCEPTED[workflow.id]?.[stage] ?? {}
      expect([...row.keys()]).toEqual(workflow.moves.map(({ id }) => id))
      for (const [move, cell] of row) {
        const stages = [...cell].filter((each) => !each.startsWith("!"))
        const expected = move in accepted ? [accepted[move]] : []
        expect([stage, move, stages, cell.has(refusal)]).toEqual([stage, move, expected, expected.length === 0])
      }
    }
  })

  it("exercises every transition", () => {
    const exercised = Proceeding.exercised(Workflow.transitions(workflow), met)
    expect(exercised.filter(({ times }) => times === 0)).toEqual([])
    expect(exercised.length).toBe(Workflow.transitions(workflow).length)
  })
})
