/** How an election stands after events, and how events are stored; what is allowed is tested with the decider. All are made up. */
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Election from "../../src/organisation/Election.js"
import { BODY, ON, SUPERIOR, tally } from "./elections.js"

const stateAfter = (...events: ReadonlyArray<Election.ElectionEvent>): Election.Election =>
  events.reduce<Election.Election>(
    (state, payload) =>
      Election.evolve(state, {
        id: "e",
        on: ON,
        recordedAt: Coordinate.instantUnsafe(1),
        actor: { post: "secretary", body: BODY },
        payload,
      }),
    { is: "none" },
  )

const called = { is: "called", call: { body: BODY, superior: SUPERIOR, seats: 2 } } as const
const nominated = { is: "nominated", candidates: ["m0", "m1", "m2"], barred: [] } as const
const counted = (elected: ReadonlyArray<string>, tied: ReadonlyArray<string>, left: number) =>
  ({ is: "counted", due: 10, present: 9, tally: tally(9, {}), elected, tied, left }) as const
const ready = [called, nominated, { is: "candidatesApproved" }] as const

describe("after a ballot", () => {
  test("with a tie those who tied stand for what is left", () =>
    expect(stateAfter(...ready, counted(["m0"], ["m1", "m2"], 1))).toMatchObject({
      is: "tied",
      elected: ["m0"],
      candidates: ["m1", "m2"],
      left: 1,
    }))
  test("with too few the others are still there", () =>
    expect(stateAfter(...ready, counted(["m2"], [], 1))).toMatchObject({ is: "short", candidates: ["m0", "m1"] }))
  test("those elected add up over ballots", () =>
    expect(stateAfter(...ready, counted(["m2"], [], 1), counted(["m1"], [], 0))).toMatchObject({
      is: "decided",
      elected: ["m2", "m1"],
      ballots: 2,
    }))
  test("a void one is counted and changes nothing else", () =>
    expect(stateAfter(...ready, { is: "ballotVoid", issued: 9, returned: 10 })).toEqual({
      is: "ready",
      call: called.call,
      candidates: ["m0", "m1", "m2"],
      barred: [],
      elected: [],
      left: 2,
      ballots: 1,
    }))
})

describe("withdrawals", () => {
  const gone = (person: string, enough: boolean) =>
    ({ is: "withdrawn", candidates: [{ person, reason: "died" }], enough }) as const
  test("leave the others standing where they are enough", () =>
    expect(stateAfter(...ready, gone("m2", true))).toMatchObject({ is: "ready", candidates: ["m0", "m1"] }))
  test("send the body back to nominate before a count, with the ballots that were held", () =>
    expect(stateAfter(...ready, { is: "ballotVoid", issued: 9, returned: 10 }, gone("m2", false))).toEqual({
      is: "called",
      call: called.call,
      ballots: 1,
    }))
  test("keep who was elected, and of the others those who were approved", () =>
    expect(stateAfter(...ready, counted(["m0"], ["m1", "m2"], 1), gone("m2", false))).toEqual({
      is: "short",
      call: called.call,
      candidates: ["m1"],
      barred: [],
      elected: ["m0"],
      left: 1,
      ballots: 1,
      meeting: { due: 10, present: 9 },
    }))
  test("of those nominated anew leave nobody, since the superior has seen none of them", () =>
    expect(
      stateAfter(
        ...ready,
        counted(["m0"], [], 1),
        { is: "nominated", candidates: ["m1", "m5"], barred: [] },
        gone("m5", false),
      ),
    ).toMatchObject({ is: "short", candidates: [], elected: ["m0"] }))
})

test("an event of another stage changes nothing", () => {
  const filed = [...ready, counted(["m0", "m1"], [], 0), { is: "confirmed", as: "file" }] as const
  const state = stateAfter(...filed)
  expect(state.is).toBe("filed")
  for (const event of [...filed, { is: "annulled", reason: "x" }] as const) {
    expect(stateAfter(...filed, event)).toEqual(state)
  }
  expect(stateAfter(nominated)).toEqual({ is: "none" })
})

test.each([
  [{ is: "none" }, true],
  [{ is: "called", call: called.call, ballots: 0 }, true],
  [{ is: "void", call: called.call, reason: "程序不合" }, false],
  [{ is: "designated", body: BODY, persons: ["m0"] }, false],
] as ReadonlyArray<readonly [Election.Election, boolean]>)("%j is open: %s", (state, open) =>
  expect(Election.isOpen(state)).toBe(open),
)

test("events are stored as they are, and nothing else is", () => {
  const decode = Schema.decodeUnknownResult(Election.ElectionEvent)
  expect(decode(counted(["m0"], [], 1))._tag).toBe("Success")
  expect(decode({ is: "counted", due: 10 })._tag).toBe("Failure")
  expect(decode({ is: "dreamt" })._tag).toBe("Failure")
})
