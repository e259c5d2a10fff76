/** Every pair that the tests of FixMyStreet list, its rules of order and reopening, and the full table status × state. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as ForeignReport from "../../src/orders/ForeignReport.js"
import * as ForeignStates from "../../src/orders/ForeignStates.js"
import { table } from "../../src/presets/FixMyStreetStates.js"
import { nine, outsiders, type Pair, questionnaire, staff, ticks, updates } from "./fixMyStreetPairs.js"

const tableOf = (variant?: string) =>
  variant === undefined ? table : Result.getOrThrow(ForeignStates.inVariant(table, variant))

const done = ({ start, status, variant }: Pair, by: ForeignStates.Sender) =>
  Result.getOrThrow(ForeignStates.apply(tableOf(variant), start, { status }, by))

const title = ({ end, start, status, variant }: Pair) =>
  [`${start} + ${status} → ${end}`, ...(variant === undefined ? [] : [variant])].join(", ")

test("the table is sound, decodes, and is the same when it is read back", () => {
  expect(ForeignStates.check(table)).toEqual([])
  expect(ForeignStates.document.decode(JSON.parse(JSON.stringify(table)))).toEqual(Result.succeed(table))
})

describe("an update by the body (getservicerequestupdates.t)", () => {
  test.each(updates.map((pair) => [title(pair), pair] as const))("%s", (_, pair) => {
    const { isChanged, isReopened, state } = done(pair, "body")
    expect([state, isChanged, isReopened]).toEqual([pair.end, pair.end !== pair.start, pair.isReopened ?? false])
  })

  test("a status nobody knows leaves the state and is recorded, and so does UNCHANGED", () => {
    const report = { at: at(0), state: "in progress" }
    const following = follow(report, update("u1", 1, "INVALID_STATE"), update("u2", 2, "UNCHANGED"))
    expect(following.turns.map(({ state, update: { id }, why }) => [id, state, why])).toEqual([
      ["u1", "in progress", "unknown"],
      ["u2", "in progress", "stays"],
    ])
  })

  test("capitals and underscores make no difference, nor do the names of states that staff set", () => {
    expect(done({ start: "confirmed", status: "open", end: "" }, "body").why).toBe("stays")
    expect(done({ start: "confirmed", status: "In Progress", end: "" }, "body").state).toBe("in progress")
  })
})

describe("the page of a report (report_updates.t)", () => {
  test.each(ticks.map((pair) => [title(pair), pair] as const))("by whoever reported: %s", (_, pair) => {
    const { isReopened, state } = done(pair, "reporter")
    expect([state, isReopened]).toEqual([pair.end, pair.isReopened ?? false])
  })
  test.each(nine)("a plain comment leaves %s as it is, whoever makes it", (state) => {
    for (const by of ["body", "reporter", "others"] as const)
      expect(done({ start: state, status: "comment", end: state }, by)).toEqual({
        state,
        isChanged: false,
        isReopened: false,
        why: "stays",
      })
  })
  test.each(staff.map((pair) => [title(pair), pair] as const))("by staff: %s", (_, pair) => {
    expect(done(pair, "body").state).toBe(pair.end)
  })
  test.each(staff.map((pair) => [pair.status, pair] as const))("nobody but staff sets: %s", (_, pair) => {
    for (const by of outsiders)
      expect(done(pair, by)).toEqual({ state: pair.start, isChanged: false, isReopened: false, why: "notBy" })
  })
  test("only whoever reported reopens; others mark as fixed and no more", () => {
    expect(done({ start: "fixed - user", status: "reopen", end: "" }, "others").why).toBe("notBy")
    expect(done({ start: "fixed - user", status: "reopen", end: "" }, "body").why).toBe("notBy")
    expect(done({ start: "confirmed", status: "mark fixed", end: "" }, "others").state).toBe("fixed - user")
  })
  test("only what is open is marked as fixed; that a fifth open state is too stands on the row", () => {
    const row = ForeignStates.statusOf(table, "mark fixed")!
    const moved = table.states.filter(({ id }) => row.in[id] !== id).map(({ id }) => id)
    const listed = ticks.filter(({ status }) => status === "mark fixed").map(({ start }) => start)
    expect([...moved].sort()).toEqual([...listed, "planned"].sort())
    expect(row.note).toContain("已列入计划")
  })
  test.each(["unconfirmed", "hidden", "partial"])("no update sets the state to %s", (status) => {
    expect(done({ start: "confirmed", status, end: "" }, "body")).toMatchObject({ state: "confirmed", why: "unknown" })
  })
})

describe("the questionnaire (questionnaire.t)", () => {
  test("there are ten cases", () => expect(questionnaire).toHaveLength(10))
  test.each(questionnaire.map((each) => [each.told, each] as const))("%s", (_, asked) => {
    const { answer, end, isExplained, start } = asked
    const { isReopened, state } = Result.getOrThrow(
      ForeignStates.apply(table, start, { answer, isExplained }, "reporter"),
    )
    expect([state, isReopened]).toEqual([end, asked.isReopened ?? false])
  })
  test("reopening wants words; nobody else is asked; of a hidden report nobody is", () => {
    const apply = (state: string, by: ForeignStates.Sender) =>
      Result.getOrThrow(ForeignStates.apply(table, state, { answer: "no", isExplained: false }, by)).why
    expect([apply("fixed", "reporter"), apply("fixed", "others"), apply("hidden", "reporter")]).toEqual([
      "unexplained",
      "notBy",
      "hidden",
    ])
  })
  test("a reopening by an answer stands in the history", () => {
    const answer: ForeignReport.Update = {
      id: "q1",
      by: "reporter",
      said: { answer: "no", isExplained: true },
      at: at(5),
    }
    const { state, turns } = follow({ at: at(0), state: "confirmed" }, update("u1", 1, "FIXED"), answer)
    expect([state, turns.filter(({ isReopened }) => isReopened).map(({ update: { id } }) => id)]).toEqual([
      "confirmed",
      ["q1"],
    ])
  })
})

const at = Coordinate.instantUnsafe
const update = (id: string, time: number, status: string): ForeignReport.Update => ({
  id,
  by: "body",
  said: { status },
  at: at(time),
})
const follow = (report: ForeignReport.ForeignReport, ...all: ReadonlyArray<ForeignReport.Update>) =>
  Result.getOrThrow(ForeignReport.follow(table, report, all))

describe("order", () => {
  const report = { at: at(1000), state: "confirmed", updatedAt: at(1200) }
  const closed = update("638344", 2000, "closed")
  const open = update("638354", 3000, "open")

  test("closed and then open gives open, in whatever order they come", () => {
    for (const all of [
      [closed, open],
      [open, closed],
    ]) {
      const { state, turns } = follow(report, ...all)
      expect([state, turns.map((turn) => turn.state)]).toEqual(["confirmed", ["fixed - council", "confirmed"]])
      expect(turns.map(({ isReopened }) => isReopened)).toEqual([false, true])
    }
  })
  test("an older update that comes late is recorded and never changes the state", () => {
    const late = { ...closed, receivedAt: at(9000) }
    const { state, turns } = follow(report, update("u", 3000, "comment"), late)
    expect([state, turns.map(({ why }) => why)]).toEqual(["confirmed", ["stays", "older"]])
  })
  test("nor does one that is older than the state of the report", () => {
    const { state, turns } = follow(report, update("u", 1199, "FIXED"))
    expect([state, turns.map(({ why }) => why)]).toEqual(["confirmed", ["older"]])
    expect(follow(report, update("u", 1200, "FIXED")).state).toBe("fixed - council")
  })
  test("an update is never dated before its report", () => {
    const { refused, state, turns } = follow(report, update("u", 999, "FIXED"), open)
    expect([state, turns.map(({ update: { id } }) => id)]).toEqual(["confirmed", ["638354"]])
    expect(refused).toEqual([
      {
        update: update("u", 999, "FIXED"),
        fault: {
          code: "foreignReport.beforeReport",
          path: ["updates", "u", "at"],
          params: { id: "u", at: 999, report: 1000 },
        },
      },
    ])
    const same = follow({ at: at(1000), state: "confirmed" }, update("u", 1000, "FIXED"))
    expect([same.state, same.refused]).toEqual(["fixed - council", []])
  })
  test("what was fetched twice is there once, also where it was received at another time", () => {
    expect(follow(report, closed, open, closed, open)).toEqual(follow(report, closed, open))
    const again = { ...closed, receivedAt: at(9000) }
    for (const all of [
      [closed, open, again],
      [again, open, closed],
    ])
      expect(follow(report, ...all)).toEqual(follow(report, closed, open))
  })
  test("an id that says two things is taken once, and refused the second time", () => {
    const other = { ...closed, at: at(2500) }
    for (const all of [
      [closed, other, open],
      [open, other, closed],
    ]) {
      const { refused, turns } = follow(report, ...all)
      expect(turns.map(({ update: { at: time } }) => time)).toEqual([2000, 3000])
      expect(refused.map(({ fault, update: { at: time } }) => [fault.code, time])).toEqual([
        ["foreignReport.idTwice", 2500],
      ])
    }
  })
})

describe("the full table", () => {
  const kinds = new Map(table.states.map(({ id, kind }) => [id, kind]))
  /** What the software does, told independently of the rows: the state a status names, unless hidden or fixed already. */
  const NAMES: Readonly<Record<string, string>> = {
    OPEN: "confirmed",
    INVESTIGATING: "investigating",
    PLANNED: "planned",
    ACTION_SCHEDULED: "action scheduled",
    IN_PROGRESS: "in progress",
    FIXED: "fixed - council",
    NO_FURTHER_ACTION: "unable to fix",
    NOT_COUNCILS_RESPONSIBILITY: "not responsible",
    DUPLICATE: "duplicate",
    INTERNAL_REFERRAL: "internal referral",
    CLOSED: "fixed - council",
    "mark fixed": "fixed - user",
    reopen: "confirmed",
  }
  const expected = (state: string, status: string, names: Readonly<Record<string, string>>): string => {
    const to = names[status]
    if (to === undefined || kinds.get(state) === "hidden") return state
    if (kinds.get(state) === "fixed" && kinds.get(to) === "fixed") return state
    if (status === "mark fixed" && kinds.get(state) !== "open") return state
    return status === "reopen" && kinds.get(state) === "open" ? state : to
  }

  test.each([
    [undefined, NAMES],
    ["extended statuses", { ...NAMES, CLOSED: "closed" }],
  ] as const)("has no hole (%s) and is what the rule of the software gives", (variant, names) => {
    const { states, statuses } = tableOf(variant)
    const cells = statuses.flatMap((status) =>
      states.map((state) => [`${state.id} + ${status.id}`, status.in[state.id]] as const),
    )
    expect(cells).toHaveLength(16 * 15)
    expect(Object.fromEntries(cells)).toEqual(
      Object.fromEntries(
        statuses.flatMap(({ id }) => states.map((state) => [`${state.id} + ${id}`, expected(state.id, id, names)])),
      ),
    )
  })
  test("nobody sees three of the states, nothing leads there, and no order is told so", () => {
    const hidden = table.states.filter(({ kind }) => kind === "hidden").map(({ id }) => id)
    expect(hidden).toEqual(["hidden", "partial", "unconfirmed"])
    for (const id of hidden) {
      expect(Result.getOrThrow(ForeignStates.toOrder(table, id))).toEqual({ losses: ["withheld"] })
      for (const status of table.statuses) expect([id, status.id, status.in[id]]).toEqual([id, status.id, id])
    }
    expect(Object.values(table.told).filter(({ state }) => hidden.includes(state))).toEqual([])
  })
  test("fixed by the body and fixed by whoever reported are two things", () => {
    const read = (state: string) => Result.getOrThrow(ForeignStates.toOrder(table, state))
    expect(read("fixed - council")).toEqual({ standing: "published", losses: ["accepted"] })
    expect(read("fixed - user")).toEqual({ standing: "rated", losses: ["satisfaction"] })
    expect(read("fixed")).toEqual({ standing: "published", losses: ["who"] })
    expect(ForeignStates.fromOrder(table, "unsatisfied").state).toBe("closed")
    expect(ForeignStates.fromOrder(table, "disputed").state).toBe("confirmed")
  })
})
