/** Told cases and the full state × command matrix of approval. The procedure is made up. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it, test } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Approval from "../../src/process/Approval.js"
import * as Decider from "../../src/process/Decider.js"
import { ask, county, decide, decider, office, petition, procedure, town, village } from "./approvals.js"
import { codesOf, dayAt, limit } from "./clocks.js"

type Stream = Decider.Stream<Approval.State, Approval.Content>
type Move = readonly [day: number, by: Actor, content: Approval.Content]

const having = (...moves: ReadonlyArray<Move>): Stream =>
  moves.reduce(
    (stream, [day, by, content]) =>
      Result.getOrThrow(Decider.handle(decider, stream, ask(`c${stream.version}`, day, by, content))).stream,
    Decider.start(decider),
  )
const next = (stream: Stream, [day, by, content]: Move) =>
  Decider.handle(decider, stream, ask("next", day, by, content))
const outcome = (stream: Stream, move: Move): string => {
  const handled = next(stream, move)
  return Result.isFailure(handled) ? codesOf(handled).join(" ") : handled.success.stream.state.state
}

const requested: Move = [0, village, { kind: "request", petition }]
const agreed: Move = [1, town, decide("审议", "approved")]
const granted: Move = [2, county, decide("批准", "approved", { conditions: [{ id: "k1", text: "半年内配齐" }] })]

const STATES: Readonly<Record<Approval.State["state"], Stream>> = {
  none: having(),
  requested: having(requested, agreed),
  returned: having(requested, [1, town, decide("审议", "returned")]),
  approved: having(requested, agreed, granted),
  refused: having(requested, [1, town, decide("审议", "refused")]),
  withdrawn: having(requested, [1, village, { kind: "withdraw" }]),
  lapsed: having(requested, agreed, [7, village, { kind: "lapse" }]),
}

const COMMANDS = {
  request: [20, village, { kind: "request", petition }],
  approve: [20, county, decide("批准", "approved")],
  refuse: [20, county, decide("批准", "refused")],
  return: [20, county, decide("批准", "returned")],
  file: [20, office, decide("备案", "filed")],
  meet: [20, county, { kind: "meet", condition: "k1" }],
  resubmit: [20, village, { kind: "resubmit", petition }],
  withdraw: [20, village, { kind: "withdraw", reason: "不再需要" }],
  lapse: [20, village, { kind: "lapse" }],
} satisfies Record<string, Move>

// Every kind of command stands in the table above; a new one does not compile here.
const KINDS: Readonly<Record<Approval.Content["kind"], true>> = {
  request: true,
  decide: true,
  meet: true,
  resubmit: true,
  withdraw: true,
  lapse: true,
}

type Row = Readonly<Record<keyof typeof COMMANDS, string>>
const NO = "approval.notPossible"
const over: Row = {
  request: NO,
  approve: NO,
  refuse: NO,
  return: NO,
  file: NO,
  meet: NO,
  resubmit: NO,
  withdraw: NO,
  lapse: NO,
}

// Each cell: the state that the command leads to, or why it is refused.
const MATRIX: Readonly<Record<Approval.State["state"], Row>> = {
  none: { ...over, request: "requested" },
  requested: {
    ...over,
    approve: "approved",
    refuse: "refused",
    return: "returned",
    file: "approval.tooEarly",
    withdraw: "withdrawn",
    lapse: "lapsed",
  },
  returned: { ...over, resubmit: "requested", withdraw: "withdrawn", lapse: "lapsed" },
  approved: {
    ...over,
    approve: "approval.takenBefore approval.outcome",
    refuse: "approval.takenBefore approval.outcome",
    return: "approval.takenBefore approval.outcome",
    file: "approved",
    meet: "approved",
  },
  refused: over,
  withdrawn: over,
  lapsed: over,
}

describe("every state and every command", () => {
  test("every kind of command is tried", () => {
    const tried = new Set(Object.values(COMMANDS).map(([, , { kind }]) => kind as string))
    expect([...tried].sort()).toEqual(Object.keys(KINDS).sort())
  })

  for (const state of Object.keys(MATRIX) as ReadonlyArray<Approval.State["state"]>) {
    test(`${state} is what it is called`, () => expect(STATES[state].state.state).toBe(state))
    for (const command of Object.keys(COMMANDS) as ReadonlyArray<keyof typeof COMMANDS>) {
      test(`${state} × ${command}`, () =>
        expect(outcome(STATES[state], COMMANDS[command])).toBe(MATRIX[state][command]))
    }
  }
})

describe("an approval", () => {
  const finding = Finding.of("must", { code: "demo.size", subject: "branch-1", params: {} })!
  const covered = (stream: Stream, day: number) => {
    const record = Approval.record(stream.state, dayAt(day))
    return record === undefined ? undefined : Finding.cover(finding, [record]).coveredBy
  }

  it("covers the deviation on its days, from the day it was given and its conditions were met", () => {
    const met = Result.getOrThrow(next(STATES.approved, [10, county, { kind: "meet", condition: "k1" }])).stream
    expect(covered(STATES.approved, 30)).toBeUndefined()
    expect([9, 10, 399, 400].map((day) => covered(met, day))).toEqual([undefined, "a1", "a1", undefined])
    const plain = having(requested, agreed, [2, county, decide("批准", "approved")])
    expect([1, 2].map((day) => covered(plain, day))).toEqual([undefined, "a1"])
  })

  it("for narrower days than were asked for covers those only; days beyond them are refused", () => {
    const narrow = having(requested, agreed, [2, county, decide("批准", "approved", { from: dayAt(5), to: dayAt(9) })])
    expect([4, 5, 8, 9].map((day) => covered(narrow, day))).toEqual([undefined, "a1", "a1", undefined])
    const waiting = having(requested, agreed)
    const grant = (fields: object) => outcome(waiting, [2, county, decide("批准", "approved", fields)])
    expect(grant({ from: dayAt(-1) })).toBe("approval.beyondAsked")
    expect(grant({ to: dayAt(401) })).toBe("approval.beyondAsked")
    expect(grant({ from: dayAt(9), to: dayAt(9) })).toBe("approval.emptySpan")
    const closer = having(requested, [1, town, decide("审议", "approved", { to: dayAt(100) })])
    expect(outcome(closer, [2, county, decide("批准", "approved", { to: dayAt(200) })])).toBe("approval.beyondAsked")
  })

  it("is not held up by a filing that comes after it, which is still open", () => {
    const open = (stream: Stream) =>
      Result.getOrThrow(Approval.openSteps(procedure, stream.state, {}, dayAt(20))).map(({ step: { id } }) => id)
    expect(open(STATES.approved)).toEqual(["备案"])
    expect(open(Result.getOrThrow(next(STATES.approved, COMMANDS.file)).stream)).toEqual([])
    expect(outcome(STATES.approved, [20, office, decide("备案", "returned")])).toBe("approval.outcome")
  })
})

describe("what is refused", () => {
  it("who asked does not decide, not even in another post, and where only one of the two is named nobody can tell", () => {
    const same: Actor = { ...town, person: "p0" }
    expect(outcome(having(requested), [1, same, decide("审议", "approved")])).toBe("approval.ownRequest")
    const own = having([0, town, { kind: "request", petition }])
    const { person: _, ...unnamed } = town
    expect(outcome(own, [1, unnamed, decide("审议", "approved")])).toBe("approval.unnamed")
    expect(outcome(own, [1, { ...town, person: "p9" }, decide("审议", "approved")])).toBe("requested")
  })

  it("where nobody is named, the same post decides, and leaving out the body helps nobody", () => {
    const head: Actor = { post: "镇书记" }
    const own = having([0, head, { kind: "request", petition }])
    expect(outcome(own, [1, { ...head, body: "镇党委" }, decide("审议", "approved")])).toBe("approval.ownRequest")
    expect(outcome(own, [1, { post: "镇长", body: "镇党委" }, decide("审议", "approved")])).toBe("requested")
    // To take back a request it has to be certain that it is who asked.
    expect(outcome(own, [1, head, { kind: "withdraw" }])).toBe("withdrawn")
    expect(outcome(own, [1, { ...head, body: "镇党委" }, { kind: "withdraw" }])).toBe("approval.notRequester")
    expect(outcome(own, [1, { ...head, person: "p1" }, { kind: "withdraw" }])).toBe("approval.unnamed")
    expect(outcome(own, [1, { ...town, body: "镇党委" }, decide("审议", "approved")])).toBe("approval.unnamed")
  })

  it("that a condition was met says the body that set it, and never who asked", () => {
    const meet = { kind: "meet", condition: "k1" } as const
    expect(outcome(STATES.approved, [10, village, meet])).toBe("approval.notForCondition approval.ownCondition")
    expect(outcome(STATES.approved, [10, { ...county, person: "p0" }, meet])).toBe("approval.ownCondition")
    expect(outcome(STATES.approved, [10, { post: "路人" }, meet])).toBe("approval.notForCondition approval.unnamed")
    expect(outcome(STATES.approved, [10, { ...county, post: "副书记", person: "p8" }, meet])).toBe("approved")
  })

  it("that a condition was met says whom the step named for it", () => {
    const by = { post: "科员", body: "组织部" }
    const conditions = [{ id: "k1", text: "半年内配齐", by }]
    const granted = having(requested, agreed, [2, county, decide("批准", "approved", { conditions })])
    const meet = { kind: "meet", condition: "k1" } as const
    expect(outcome(granted, [10, county, meet])).toBe("approval.notForCondition")
    expect(outcome(granted, [10, office, meet])).toBe("approved")
    const content = decide("批准", "approved", { conditions })
    expect(Schema.is(Approval.Content)(content)).toBe(true)
  })

  it("all at once: the wrong body, out of turn, without a reason, dated back", () => {
    const { reason: _, ...silent } = decide("批准", "refused") as Extract<Approval.Content, { readonly kind: "decide" }>
    expect(codesOf(next(having([5, village, { kind: "request", petition }]), [4, town, silent]))).toEqual([
      "approval.backdated",
      "approval.tooEarly",
      "approval.noReason",
      "approval.notBy",
    ])
  })

  it("steps and conditions that there are not, or that stand twice; conditions without an approval", () => {
    const waiting = having(requested, agreed)
    expect(outcome(waiting, [2, county, decide("会签", "approved")])).toBe("approval.noSuchStep")
    expect(outcome(waiting, [2, town, decide("审议", "approved")])).toBe("approval.takenBefore")
    const conditions = [
      { id: "k1", text: "一" },
      { id: "k1", text: "二" },
    ]
    expect(outcome(waiting, [2, county, decide("批准", "approved", { conditions })])).toBe("approval.conditionTwice")
    expect(outcome(waiting, [2, county, decide("批准", "refused", { conditions })])).toBe("approval.notGranting")
    expect(outcome(STATES.approved, [20, village, { kind: "meet", condition: "k2" }])).toBe("approval.noSuchCondition")
    const met = Result.getOrThrow(next(STATES.approved, COMMANDS.meet)).stream
    expect(codesOf(Decider.handle(decider, met, ask("again", 21, county, { kind: "meet", condition: "k1" })))).toEqual([
      "approval.metBefore",
    ])
  })

  it("a request for no day, another record handed in again, and what another than who asked takes back", () => {
    const none = { ...petition, to: petition.from }
    expect(outcome(having(), [0, village, { kind: "request", petition: none }])).toBe("approval.emptySpan")
    expect(codesOf(next(STATES.returned, [2, town, { kind: "resubmit", petition: { ...none, id: "a2" } }]))).toEqual([
      "approval.notRequester",
      "approval.otherRecord",
      "approval.emptySpan",
    ])
    expect(outcome(STATES.requested, [2, town, { kind: "withdraw" }])).toBe("approval.notRequester")
  })
})

describe("limits", () => {
  it("let a request lapse once a step that lapses is late, and not before", () => {
    const waiting = having(requested, agreed)
    expect(outcome(waiting, [6, village, { kind: "lapse" }])).toBe("approval.notExpired")
    expect(outcome(waiting, [7, village, { kind: "lapse" }])).toBe("lapsed")
    expect(outcome(having(requested), [300, village, { kind: "lapse" }])).toBe("approval.notExpired")
  })

  it("let a request that was sent back lapse where it does not come again in time", () => {
    expect(outcome(STATES.returned, [11, village, { kind: "lapse" }])).toBe("approval.notExpired")
    expect(outcome(STATES.returned, [12, village, { kind: "lapse" }])).toBe("lapsed")
  })

  it("run from the last of the steps before", () => {
    const open = Approval.openSteps(procedure, STATES.requested.state, {}, dayAt(3))
    expect(Result.getOrThrow(open).map(({ step, since, reading }) => [step.id, since, reading?.remaining])).toEqual([
      ["批准", dayAt(1), 3],
    ])
  })

  it("that cannot be counted are told, not guessed", () => {
    const counted = limit({ id: "批准", amount: 5, unit: "workingDay" })
    const steps = procedure.steps.map((step) => (step.id === "批准" ? { ...step, limit: counted } : step))
    const other = Approval.decider({ ...procedure, steps }, {})
    expect(codesOf(Decider.handle(other, STATES.requested, ask("next", 20, village, { kind: "lapse" })))).toEqual([
      "limit.noCalendar",
    ])
  })
})

describe("a request that comes again", () => {
  it("is decided anew from the first step, and remembers how often it was sent back", () => {
    const again = having(
      requested,
      agreed,
      [2, county, decide("批准", "returned")],
      [3, village, { kind: "resubmit", petition }],
    )
    expect(again.state).toMatchObject({ state: "requested", request: { taken: [], returns: 1 } })
    expect(outcome(again, [4, county, decide("批准", "approved")])).toBe("approval.tooEarly")
  })
})

test("contents and events have schemas that take each of them", () => {
  const isContent = Schema.is(Approval.Content)
  for (const [, , content] of Object.values<Move>(COMMANDS)) expect(isContent(content)).toBe(true)
  expect(isContent({ kind: "decide", step: "批准", outcome: "ignored" })).toBe(false)
  expect(Schema.is(Approval.Event)({ kind: "approve" })).toBe(true)
})
