/** Told cases and the full state × command matrix of posting. The terms are made up. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Decider from "../../src/process/Decider.js"
import * as Posting from "../../src/process/Posting.js"
import { codesOf, dayAt, limit, on, year2020 } from "./clocks.js"
import { ask, clerk, decider, examine, examiner, object, post, repost, secretary, terms } from "./postings.js"

type Stream = Decider.Stream<Posting.State, Posting.Content>
type Move = readonly [day: number, by: Actor, content: Posting.Content]

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

const posted: Move = [0, secretary, post]
const objected: Move = [2, clerk, object("o1", { objector: "p7", text: "第三笔不实" })]
const upheld: Move = [3, examiner, examine("o1", "upheld")]
const dismissed: Move = [3, examiner, examine("o1", "dismissed")]

// The one state of the decider in which everything happens stands in the matrix as what it is like.
const SITUATIONS = {
  none: having(),
  running: having(posted),
  "with an open objection": having(posted, objected),
  "with an objection upheld": having(posted, objected, upheld),
  "with an objection dismissed": having(posted, objected, dismissed),
  "posted again": having(posted, objected, upheld, [4, secretary, repost]),
  passed: having(posted, [6, secretary, { kind: "pass" }]),
  failed: having(posted, objected, upheld, [4, secretary, { kind: "fail", reason: "不实" }]),
  withdrawn: having(posted, [1, secretary, { kind: "withdraw", reason: "重新核算" }]),
}

const STATE_OF: Readonly<Record<keyof typeof SITUATIONS, Posting.State["state"]>> = {
  none: "none",
  running: "posted",
  "with an open objection": "posted",
  "with an objection upheld": "posted",
  "with an objection dismissed": "posted",
  "posted again": "posted",
  passed: "passed",
  failed: "failed",
  withdrawn: "withdrawn",
}
// A new state does not compile here until it has a row.
const STATES: Readonly<Record<Posting.State["state"], true>> = {
  none: true,
  posted: true,
  passed: true,
  failed: true,
  withdrawn: true,
}

const COMMANDS = {
  post: [6, secretary, post],
  object: [6, clerk, object("o2")],
  examine: [6, examiner, examine("o1", "dismissed")],
  repost: [6, secretary, repost],
  "pass too soon": [5, secretary, { kind: "pass" }],
  pass: [6, secretary, { kind: "pass" }],
  "pass later": [10, secretary, { kind: "pass" }],
  fail: [6, secretary, { kind: "fail", reason: "不实" }],
  withdraw: [6, secretary, { kind: "withdraw", reason: "重新核算" }],
} satisfies Record<string, Move>
const KINDS: Readonly<Record<Posting.Content["kind"], true>> = {
  post: true,
  object: true,
  examine: true,
  repost: true,
  pass: true,
  fail: true,
  withdraw: true,
}

type Row = Readonly<Record<keyof typeof COMMANDS, string>>
const NO = "posting.notPossible"
const over: Row = {
  post: NO,
  object: NO,
  examine: NO,
  repost: NO,
  "pass too soon": NO,
  pass: NO,
  "pass later": NO,
  fail: NO,
  withdraw: NO,
}
const running: Row = {
  post: NO,
  object: "posted",
  examine: "posting.noSuchObjection",
  repost: "posted",
  "pass too soon": "posting.daysLeft",
  pass: "passed",
  "pass later": "passed",
  fail: "posting.noneUpheld",
  withdraw: "withdrawn",
}

// Each cell: the state that the command leads to, or why it is refused.
const MATRIX: Readonly<Record<keyof typeof SITUATIONS, Row>> = {
  none: { ...over, post: "posted" },
  running,
  "with an open objection": {
    ...running,
    examine: "posted",
    "pass too soon": "posting.daysLeft posting.objectionOpen",
    pass: "posting.objectionOpen",
    "pass later": "posting.objectionOpen",
  },
  "with an objection upheld": {
    ...running,
    examine: "posting.examinedBefore",
    "pass too soon": "posting.daysLeft posting.objectionUpheld",
    pass: "posting.objectionUpheld",
    "pass later": "posting.objectionUpheld",
    fail: "failed",
  },
  "with an objection dismissed": { ...running, examine: "posting.examinedBefore" },
  "posted again": { ...running, examine: "posting.examinedBefore", pass: "posting.daysLeft" },
  passed: over,
  failed: over,
  withdrawn: over,
}

describe("every state and every command", () => {
  test("every state and every kind of command is tried", () => {
    const tried = new Set(Object.values(COMMANDS).map(([, , { kind }]) => kind as string))
    expect([...tried].sort()).toEqual(Object.keys(KINDS).sort())
    expect([...new Set(Object.values(STATE_OF))].sort()).toEqual(Object.keys(STATES).sort())
  })

  for (const situation of Object.keys(MATRIX) as ReadonlyArray<keyof typeof SITUATIONS>) {
    test(`${situation}: the state`, () => expect(SITUATIONS[situation].state.state).toBe(STATE_OF[situation]))
    for (const command of Object.keys(COMMANDS) as ReadonlyArray<keyof typeof COMMANDS>) {
      test(`${situation} × ${command}`, () =>
        expect(outcome(SITUATIONS[situation], COMMANDS[command])).toBe(MATRIX[situation][command]))
    }
  }
})

describe("the days", () => {
  it("are counted by the calendar, and the last is over when it has passed", () => {
    const working = { ...terms, limit: limit({ id: "公示", amount: 5, unit: "workingDay" }) }
    const inWork = Posting.decider(working, { calendar: year2020 })
    const content = { ...ask("c1", 0, secretary, post), on: on("2020-09-28") }
    const { stream } = Result.getOrThrow(Decider.handle(inWork, Decider.start(inWork), content))
    const pass = (day: string) =>
      Result.isSuccess(Decider.handle(inWork, stream, { ...ask("c2", 0, secretary, { kind: "pass" }), on: on(day) }))
    expect(stream.state).toMatchObject({ sheet: { lastDay: "2020-10-12" } })
    expect([pass("2020-10-12"), pass("2020-10-13")]).toEqual([false, true])
  })

  it("that the calendar does not know are refused, not guessed", () => {
    const working = { ...terms, limit: limit({ id: "公示", amount: 5, unit: "workingDay" }) }
    const inWork = Posting.decider(working, { calendar: year2020 })
    const late = { ...ask("c1", 0, secretary, post), on: on("2020-12-30") }
    expect(codesOf(Decider.handle(inWork, Decider.start(inWork), late))).toEqual(["workCalendar.unknownDay"])
  })

  it("run again, all of them, when something changed", () => {
    const again = SITUATIONS["posted again"]
    expect(again.state).toMatchObject({ sheet: { round: 2, from: dayAt(4), lastDay: dayAt(9), change: "更正一笔" } })
    expect(outcome(again, [9, secretary, { kind: "pass" }])).toBe("posting.daysLeft")
    expect(outcome(again, [10, secretary, { kind: "pass" }])).toBe("passed")
  })

  it("stand as counted on a day", () => {
    const at = (day: number) => Result.getOrThrow(Posting.at(terms, SITUATIONS.running.state, {}, dayAt(day)))
    expect(at(0)).toMatchObject({ elapsed: 0, remaining: 5, isOver: false, mayPass: false })
    expect(at(5)).toMatchObject({ elapsed: 5, remaining: 0, isOver: false, mayPass: false })
    expect(at(6)).toMatchObject({ elapsed: 5, remaining: 0, isOver: true, mayPass: true })
    expect(at(60)).toMatchObject({ elapsed: 5, mayPass: true })
    const open = Posting.at(terms, SITUATIONS["with an open objection"].state, {}, dayAt(9))
    expect(Result.getOrThrow(open)).toMatchObject({ open: ["o1"], upheld: [], mayPass: false })
    expect(Posting.at(terms, SITUATIONS.none.state, {}, dayAt(9))).toEqual(Result.succeed(undefined))
  })
})

describe("objections", () => {
  it("come within the days, or late; late ones hold the posting up only where the terms hear them", () => {
    const late = having(posted, [6, clerk, object("o1")])
    expect(late.state).toMatchObject({ sheet: { objections: [{ isWithin: false }] } })
    expect(having(posted, [5, clerk, object("o1")]).state).toMatchObject({
      sheet: { objections: [{ isWithin: true }] },
    })
    expect(outcome(late, [7, secretary, { kind: "pass" }])).toBe("posting.objectionOpen")
    const deaf = Posting.decider({ ...terms, hearsLate: false }, {})
    const passing = Decider.handle(deaf, late, ask("next", 7, secretary, { kind: "pass" }))
    expect(Result.getOrThrow(passing).stream.state.state).toBe("passed")
    const held = Result.getOrThrow(Decider.handle(deaf, late, ask("up", 7, examiner, examine("o1", "upheld")))).stream
    expect(codesOf(Decider.handle(deaf, held, ask("next", 8, secretary, { kind: "pass" })))).toEqual([
      "posting.objectionUpheld",
    ])
  })

  it("still open when it is posted again are still open then; upheld then, they hold it up", () => {
    const again = having(posted, objected, [4, secretary, repost])
    expect(outcome(again, [10, secretary, { kind: "pass" }])).toBe("posting.objectionOpen")
    const held = Result.getOrThrow(next(again, [5, examiner, examine("o1", "upheld")])).stream
    expect(codesOf(Decider.handle(decider, held, ask("last", 10, secretary, { kind: "pass" })))).toEqual([
      "posting.objectionUpheld",
    ])
  })

  it("that came late for one round are in time for the next, also where the terms do not hear what is late", () => {
    const deaf = Posting.decider({ ...terms, hearsLate: false }, {})
    const late = having(posted, [6, clerk, object("o1")])
    const again = Result.getOrThrow(Decider.handle(deaf, late, ask("again", 7, secretary, repost))).stream
    expect(codesOf(Decider.handle(deaf, again, ask("next", 13, secretary, { kind: "pass" })))).toEqual([
      "posting.objectionOpen",
    ])
  })

  it("are examined by another than who proposed it, than who objected, and by the post that the terms name", () => {
    const open = SITUATIONS["with an open objection"]
    expect(outcome(open, [3, { ...examiner, person: "p0" }, examine("o1", "dismissed")])).toBe("posting.ownProposal")
    expect(outcome(open, [3, { ...examiner, person: "p7" }, examine("o1", "dismissed")])).toBe("posting.ownObjection")
    expect(outcome(open, [3, clerk, examine("o1", "dismissed")])).toBe("posting.notExaminer")
    expect(outcome(open, [1, secretary, examine("o1", "dismissed")])).toBe(
      "posting.backdated posting.ownProposal posting.notExaminer",
    )
  })

  it("examined by whom nobody can tell from who proposed or objected are refused until all are named", () => {
    const open = SITUATIONS["with an open objection"]
    const { person: _, ...unnamed } = examiner
    expect(outcome(open, [3, unnamed, examine("o1", "dismissed")])).toBe("posting.unnamed")
    const other: Actor = { post: "村书记" }
    const posting = having([0, other, post], objected)
    expect(outcome(posting, [3, examiner, examine("o1", "dismissed")])).toBe("posting.unnamed")
    const own = having([0, { ...other, post: "纪检委员", body: "甲村" }, post], [2, clerk, object("o1")])
    expect(outcome(own, [3, { post: "纪检委员" }, examine("o1", "dismissed")])).toBe("posting.ownProposal")
    // To take it back it has to be certain that it is who proposed it.
    expect(outcome(posting, [3, { ...other, body: "甲村" }, { kind: "withdraw", reason: "x" }])).toBe(
      "posting.notProposer",
    )
    expect(outcome(posting, [3, secretary, { kind: "withdraw", reason: "x" }])).toBe("posting.unnamed")
    expect(outcome(posting, [3, other, { kind: "withdraw", reason: "x" }])).toBe("withdrawn")
  })

  it("received in one round and recorded in the next belong to the first, in time as it was there", () => {
    const again = having(posted, [4, secretary, repost])
    const late = Result.getOrThrow(next(again, [3, clerk, object("o1")])).stream
    expect(late.state).toMatchObject({ sheet: { round: 2, objections: [{ round: 1, on: dayAt(3), isWithin: true }] } })
    expect(outcome(again, [-1, clerk, object("o1")])).toBe("posting.backdated")
    // So it is the same whether it was recorded before or after.
    const before = having(posted, [3, clerk, object("o1")], [4, secretary, repost])
    expect(late.state).toEqual(before.state)
    // After the last day of the first round and before the second it was late.
    const slow = having(posted, [9, secretary, repost])
    const between = Result.getOrThrow(next(slow, [7, clerk, object("o1")])).stream
    expect(between.state).toMatchObject({ sheet: { objections: [{ round: 1, isWithin: false }] } })
    expect(codesOf(Decider.handle(decider, late, ask("last", 10, secretary, { kind: "pass" })))).toEqual([
      "posting.objectionOpen",
    ])
  })

  it("come once, and not before the posting", () => {
    const open = SITUATIONS["with an open objection"]
    expect(outcome(open, [3, clerk, object("o1")])).toBe("posting.objectionTwice")
    expect(outcome(having([3, secretary, post]), [2, clerk, object("o1")])).toBe("posting.backdated")
  })
})

describe("what else is refused", () => {
  it("what another concludes than the body that posted it, or whom the terms name", () => {
    const stranger: Actor = { post: "路人", person: "p9" }
    const up = SITUATIONS["with an objection upheld"]
    expect(outcome(up, [4, stranger, { kind: "fail", reason: "x" }])).toBe("posting.notConcluder")
    expect(outcome(having(posted), [6, stranger, { kind: "pass" }])).toBe("posting.notConcluder")
    expect(outcome(having(posted), [6, clerk, { kind: "pass" }])).toBe("passed")
    const named = Posting.decider({ ...terms, concluder: { post: "组织委员", body: "镇党委" } }, {})
    const pass = (by: Actor) => codesOf(Decider.handle(named, having(posted), ask("next", 6, by, { kind: "pass" })))
    expect(pass(secretary)).toEqual(["posting.notConcluder"])
    expect(pass({ post: "组织委员", body: "镇党委", person: "p5" })).toEqual([])
    const written = { ...terms, concluder: { body: "镇党委" } }
    expect(Posting.document.decode(written)).toEqual(Result.succeed(written))
  })

  it("places that the terms name and the posting does not, each", () => {
    expect(outcome(having(), [0, secretary, { kind: "post", matter: "m", places: [] }])).toBe(
      "posting.placeMissing posting.placeMissing",
    )
    expect(outcome(having(posted), [4, secretary, { kind: "repost", change: "更正", places: ["党员群"] }])).toBe(
      "posting.placeMissing",
    )
  })

  it("what another than who proposed it takes back or changes, and what is dated before what came before", () => {
    expect(outcome(having(posted), [1, clerk, { kind: "withdraw", reason: "x" }])).toBe("posting.notProposer")
    expect(outcome(having(posted), [1, clerk, repost])).toBe("posting.notProposer")
    expect(outcome(SITUATIONS["with an objection upheld"], [2, secretary, repost])).toBe("posting.backdated")
    expect(outcome(SITUATIONS["with an objection upheld"], [2, secretary, { kind: "fail", reason: "x" }])).toBe(
      "posting.backdated",
    )
  })
})

describe("views", () => {
  const state = SITUATIONS["with an objection upheld"].state

  it("show the public the posting and how many objections came, and nothing of any of them", () => {
    expect(Posting.view(state, "public")).toEqual({
      state: "posted",
      matter: "积分-2020-01",
      places: ["村务公开栏", "党员群"],
      from: dayAt(0),
      lastDay: dayAt(5),
      round: 1,
      received: 1,
      examined: 1,
      upheld: 1,
    })
    expect(Posting.view(state, "requester")).toEqual(Posting.view(state, "public"))
    expect(Posting.view({ state: "none" }, "public")).toBeUndefined()
  })

  it("show staff that there is an objection and what came of it, and nobody who objected", () => {
    expect(Posting.view(state, "staff")).toMatchObject({
      objections: [{ id: "o1", on: dayAt(2), isWithin: true, examination: { outcome: "upheld" } }],
    })
    for (const audience of Audience.all) {
      expect(JSON.stringify(Posting.view(state, audience))).not.toMatch(/p7|p1|p2|第三笔|经核查/)
    }
    expect(Audience.lint(Posting.Notice)).toEqual([])
  })
})

describe("the documents", () => {
  it("of terms read what they write, and refuse hours and repeated places", () => {
    const written = Result.getOrThrow(Posting.document.encode(terms))
    expect(Posting.document.decode(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(terms))
    const bad = { ...terms, limit: limit({ amount: 24, unit: "clockHour" }), places: ["a", "a"] }
    expect(codesOf(Posting.document.decode(bad))).toEqual(["posting.unit", "posting.placeTwice"])
    const hourly = Posting.decider(bad, {})
    expect(
      codesOf(
        Decider.handle(
          hourly,
          Decider.start(hourly),
          ask("c1", 0, secretary, { ...post, places: ["a"] } as Posting.Content),
        ),
      ),
    ).toEqual(["limit.needsInstant", "limit.needsInstant"])
  })

  it("of contents and events take each of them", () => {
    const isContent = Schema.is(Posting.Content)
    for (const [, , content] of Object.values<Move>(COMMANDS)) expect(isContent(content)).toBe(true)
    expect(Schema.is(Posting.Event)({ ...post, lastDay: dayAt(5) })).toBe(true)
    expect(Schema.is(Posting.Event)(post)).toBe(false)
    expect(Schema.is(Posting.Event)({ ...object("o1"), isWithin: true })).toBe(true)
  })
})
