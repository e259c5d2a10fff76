/**
 * Laws of following a report. How often the interesting region is reached, in 2,000 lots of updates: 11,805 turns, of which 4,082 change
 * the state and 1,368 reopen a report; 997 older than one before, 3,529 that the table leaves as they are, 1,028 from somebody they are
 * not taken from, 146 of an unknown status, 808 answers where nobody is asked, 25 reopenings without words, 1,190 of hidden
 * reports; 1,337 refused, dated before the report or with an id that said something else.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, test } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as ForeignReport from "../../src/orders/ForeignReport.js"
import * as ForeignStates from "../../src/orders/ForeignStates.js"
import * as DigitStates from "../../src/presets/DigitStates.js"
import * as FixMyStreetStates from "../../src/presets/FixMyStreetStates.js"
import * as Open311States from "../../src/presets/Open311States.js"

const extended = Result.getOrThrow(ForeignStates.inVariant(FixMyStreetStates.table, "extended statuses"))
const NAMED = {
  fixMyStreet: FixMyStreetStates.table,
  extended,
  open311: Open311States.table,
  digit: DigitStates.table,
} as const

type Update = ForeignReport.Update
interface Lot {
  readonly name: keyof typeof NAMED
  readonly report: ForeignReport.ForeignReport
  readonly updates: ReadonlyArray<Update>
}

const instant = (least: number, most: number) =>
  fc.noBias(fc.integer({ min: least, max: most })).map((time) => Coordinate.instantUnsafe(time))
const sender = fc.constantFrom<ForeignStates.Sender>("body", "reporter", "others")

type Spoken = readonly [said: ForeignStates.Said, by: ForeignStates.Sender]

/** Mostly a status from somebody it is taken from. */
const spokenOf = ({ statuses }: ForeignStates.ForeignStates): fc.Arbitrary<Spoken> =>
  fc.oneof(
    {
      weight: 12,
      arbitrary: fc
        .constantFrom(...statuses)
        .chain(({ by, id }) => fc.constantFrom(...by).map((from): Spoken => [{ status: id }, from])),
    },
    {
      weight: 2,
      arbitrary: fc
        .tuple(fc.constantFrom("SOMETHING_ELSE", ...statuses.map(({ id }) => id)), sender)
        .map(([status, by]): Spoken => [{ status }, by]),
    },
    {
      weight: 3,
      arbitrary: fc
        .tuple(fc.constantFrom<ForeignStates.Answer>("yes", "no", "no", "unknown"), fc.boolean(), fc.boolean())
        .map(([answer, isExplained, isOther]): Spoken => [{ answer, isExplained }, isOther ? "others" : "reporter"]),
    },
  )

const updateOf = (table: ForeignStates.ForeignStates): fc.Arbitrary<Update> =>
  fc
    .tuple(
      fc.noBias(fc.integer({ min: 0, max: 60 })),
      spokenOf(table),
      instant(8, 60),
      fc.option(fc.integer({ min: 0, max: 12 }), { freq: 1 }),
    )
    .map(([id, [said, by], at, later]) => ({
      id: `u${id}`,
      by,
      said,
      at,
      ...(later === null ? {} : { receivedAt: Coordinate.instantUnsafe(at + later) }),
    }))

const lot: fc.Arbitrary<Lot> = fc
  .constantFrom("fixMyStreet", "fixMyStreet", "extended", "open311", "digit")
  .chain((name) => {
    const table = NAMED[name]
    return fc.record({
      name: fc.constant(name),
      report: fc.record(
        {
          at: fc.constant(Coordinate.instantUnsafe(10)),
          state: fc.constantFrom(...table.states.map(({ id }) => id)),
          updatedAt: instant(10, 20),
        },
        { requiredKeys: ["at", "state"] },
      ),
      updates: fc.array(updateOf(table), { maxLength: 14, size: "max" }),
    })
  })

const follow = ({ name, report, updates }: Lot): ForeignReport.Following =>
  Result.getOrThrow(ForeignReport.follow(NAMED[name], report, updates))

const shuffled = (given: Lot) =>
  fc.shuffledSubarray([...given.updates], { minLength: given.updates.length, maxLength: given.updates.length })

const receivedAt = ({ at, receivedAt: received }: Update): number => received ?? at

/** What an update says, whenever it was received. */
const content = ({ at, by, id, said }: Update): string => JSON.stringify([id, by, said, at])

test("how often the interesting region is reached", () => {
  const seen = { turns: 0, changed: 0, reopened: 0, refused: 0 }
  const why: Record<string, number> = {}
  for (const given of fc.sample(lot, { numRuns: 2000, seed: 7 })) {
    const { refused, turns } = follow(given)
    seen.refused += refused.length
    for (const turn of turns) {
      seen.turns++
      if (turn.isChanged) seen.changed++
      if (turn.isReopened) seen.reopened++
      if (turn.why !== undefined) why[turn.why] = (why[turn.why] ?? 0) + 1
    }
  }
  expect(seen.changed).toBeGreaterThan(3000)
  expect(seen.reopened).toBeGreaterThan(1000)
  expect(seen.refused).toBeGreaterThan(500)
  for (const reason of Object.keys(ForeignStates.unmoved)) expect([reason, why[reason]]).not.toContain(undefined)
})

describe("following a report", () => {
  test("is the same for every order of the updates", () => {
    fc.assert(
      fc.property(
        lot.chain((given) => fc.tuple(fc.constant(given), shuffled(given))),
        ([given, updates]) => {
          expect(follow({ ...given, updates })).toEqual(follow(given))
        },
      ),
      { numRuns: 300 },
    )
  })
  test("is the same when some updates come again", () => {
    fc.assert(
      fc.property(lot, fc.nat(), (given, place) => {
        const again = given.updates.slice(place % (given.updates.length + 1))
        expect(follow({ ...given, updates: [...again, ...given.updates, ...again] })).toEqual(follow(given))
      }),
      { numRuns: 300 },
    )
  })
  test("is the same when some updates are delivered again later", () => {
    fc.assert(
      fc.property(lot, fc.nat(), fc.integer({ min: 0, max: 40 }), (given, place, wait) => {
        const before = follow(given)
        const again = given.updates
          .slice(place % (given.updates.length + 1))
          .map((update) => ({ ...update, receivedAt: Coordinate.instantUnsafe(receivedAt(update) + wait) }))
        const after = follow({ ...given, updates: [...again, ...given.updates] })
        const told = ({ refused, state, turns }: ForeignReport.Following) => [
          state,
          turns.map(({ update, ...done }) => [content(update), done]),
          refused.map(({ fault, update }) => [content(update), fault]),
        ]
        expect(told(after)).toEqual(told(before))
        for (const [index, { update }] of after.turns.entries())
          expect(receivedAt(update)).toBe(receivedAt(before.turns[index]!.update))
      }),
      { numRuns: 300 },
    )
  })
  test("what was received until a time is a beginning of what was received until later", () => {
    fc.assert(
      fc.property(lot, fc.integer({ min: 0, max: 95 }), (given, until) => {
        const early = follow({ ...given, updates: given.updates.filter((update) => receivedAt(update) <= until) })
        const whole = follow(given)
        expect(whole.turns.slice(0, early.turns.length)).toEqual(early.turns)
        expect(whole.refused.slice(0, early.refused.length)).toEqual(early.refused)
      }),
      { numRuns: 300 },
    )
  })
  test("an update that is older than one before it never changes the state", () => {
    fc.assert(
      fc.property(lot, fc.nat(), (given, pick) => {
        const before = follow(given)
        const last = Math.max(10, given.report.updatedAt ?? 0, ...before.turns.map(({ update }) => update.at))
        const received = Math.max(last, ...given.updates.map(receivedAt))
        if (last === 10) return
        const at = Coordinate.instantUnsafe(10 + (pick % (last - 10)))
        const status = NAMED[given.name].statuses[pick % NAMED[given.name].statuses.length]!
        const late: Update = {
          id: "late",
          by: status.by[0]!,
          said: { status: status.id },
          at,
          receivedAt: Coordinate.instantUnsafe(received + 1),
        }
        const after = follow({ ...given, updates: [late, ...given.updates] })
        expect(after.state).toBe(before.state)
        expect(after.turns.at(-1)).toMatchObject({ update: late, isChanged: false, why: "older" })
      }),
      { numRuns: 300 },
    )
  })
  test("nothing is lost: every update is in the history or among those refused, once", () => {
    fc.assert(
      fc.property(lot, (given) => {
        const { refused, turns } = follow(given)
        const told = [...turns, ...refused].map(({ update }) => content(update)).sort()
        expect(told).toEqual([...new Set(given.updates.map(content))].sort())
        for (const { update } of turns) expect(update.at).toBeGreaterThanOrEqual(given.report.at)
      }),
      { numRuns: 300 },
    )
  })
  test("the history hangs together, and every reopening is in it", () => {
    fc.assert(
      fc.property(lot, (given) => {
        const { state, turns } = follow(given)
        const kinds = new Map(NAMED[given.name].states.map(({ id, kind }) => [id, kind]))
        let at = given.report.state
        for (const turn of turns) {
          expect([turn.from, turn.isChanged, turn.why === undefined]).toEqual([
            at,
            turn.state !== at,
            turn.state !== at,
          ])
          const opens = kinds.get(turn.state) === "open" && ["closed", "fixed"].includes(kinds.get(at)!)
          expect(turn.isReopened).toBe(opens)
          expect(kinds.get(turn.state) === "hidden").toBe(kinds.get(given.report.state) === "hidden")
          at = turn.state
        }
        expect(state).toBe(at)
      }),
      { numRuns: 300 },
    )
  })

  /** A clerk with a slip of paper: the state, the time of the newest letter, and the ids of letters put on file. */
  const clerk = ({ name, report, updates }: Lot): { readonly state: string; readonly changes: number } => {
    const table: ForeignStates.ForeignStates = NAMED[name]
    const slip = { state: report.state, newest: report.updatedAt ?? report.at, filed: new Map<string, string>() }
    let changes = 0
    const pile = [...updates]
    while (pile.length > 0) {
      const key = (update: Update) =>
        [receivedAt(update), update.at].map((time) => String(time).padStart(6, "0")).join() + update.id
      let next = pile[0]!
      for (const letter of pile) if (key(letter) < key(next)) next = letter
      const ties = pile.filter((letter) => key(letter) === key(next))
      if (new Set(ties.map((letter) => JSON.stringify(letter))).size > 1) return { state: "tie", changes: -1 }
      pile.splice(pile.indexOf(next), 1)
      if (next.at < report.at || slip.filed.has(next.id)) continue
      slip.filed.set(next.id, JSON.stringify(next))
      if (next.at < slip.newest) continue
      slip.newest = next.at
      const { said } = next
      const to =
        "status" in said
          ? table.statuses.find(({ by, id }) => id === said.status && by.includes(next.by))?.in[slip.state]
          : next.by === "reporter"
            ? table.questionnaire?.in[said.answer][slip.state]
            : undefined
      const reopens =
        table.states.find(({ id }) => id === slip.state)?.kind !== "open" &&
        table.states.find(({ id }) => id === to)?.kind === "open"
      if (to === undefined || to === slip.state || ("answer" in said && reopens && !said.isExplained)) continue
      slip.state = to
      changes++
    }
    return { state: slip.state, changes }
  }

  test("agrees with a clerk who keeps a slip of paper", () => {
    let compared = 0
    fc.assert(
      fc.property(lot, (given) => {
        const expected = clerk(given)
        if (expected.state === "tie") return
        const { state, turns } = follow(given)
        expect([state, turns.filter(({ isChanged }) => isChanged).length]).toEqual([expected.state, expected.changes])
        compared++
      }),
      { numRuns: 600 },
    )
    expect(compared).toBeGreaterThan(400)
  })
  test("takes ten thousand updates", () => {
    const updates = Array.from(
      { length: 10_000 },
      (_, index): Update => ({
        id: `u${index}`,
        by: "body",
        said: { status: index % 2 === 0 ? "FIXED" : "OPEN" },
        at: Coordinate.instantUnsafe(20 + ((index * 7919) % 10_000)),
      }),
    )
    const report = { at: Coordinate.instantUnsafe(10), state: "confirmed" }
    const { refused, turns } = follow({ name: "fixMyStreet", report, updates })
    expect([turns.length, refused.length]).toEqual([10_000, 0])
  })
})
