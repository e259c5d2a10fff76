/**
 * Laws of telling orders to foreign systems and back, on every told way through the five shipped schemes and on a made-up year of each.
 * What is proposed was asked of the real decider: 2,052 moves proposed and all taken, 36,001 not proposed and all refused.
 */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as ForeignStates from "../../src/orders/ForeignStates.js"
import { movesOf } from "../../src/orders/OrderScheme.js"
import * as OrderStanding from "../../src/orders/OrderStanding.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as DigitStates from "../../src/presets/DigitStates.js"
import * as FixMyStreetStates from "../../src/presets/FixMyStreetStates.js"
import * as Open311States from "../../src/presets/Open311States.js"
import { commandOf, SCHEMES, walk } from "./scripts.js"
import { yearOfOrders } from "./year.js"

const extended = Result.getOrThrow(ForeignStates.inVariant(FixMyStreetStates.table, "extended statuses"))
const TABLES = [FixMyStreetStates.table, extended, Open311States.table, DigitStates.table]
/** Those who act on the told ways, and one who never does. */
const PERSONS = ["resident", "villager", "member", "responder", "unit", "committee", "stranger"]
const standings = Object.keys(OrderStanding.standings) as ReadonlyArray<OrderStanding.Standing>

describe("telling there and back", () => {
  test("what is exact comes back the same, from us and from outside", () => {
    let exact = 0
    for (const table of TABLES) {
      for (const standing of standings) {
        const { losses, state } = ForeignStates.fromOrder(table, standing)
        const read = Result.getOrThrow(ForeignStates.toOrder(table, state))
        if (losses.length > 0) continue
        expect(read.standing).toBe(standing)
        exact++
      }
      for (const { id, losses, stands } of table.states) {
        if (losses.length > 0 || stands === undefined || stands === "ended") continue
        expect(ForeignStates.fromOrder(table, stands).state).toBe(id)
        exact++
      }
    }
    expect(exact).toBeGreaterThan(20)
  })
  test("what comes back as another standing was told with a loss, on one side at least", () => {
    for (const table of TABLES)
      for (const standing of standings) {
        const told = ForeignStates.fromOrder(table, standing)
        const read = Result.getOrThrow(ForeignStates.toOrder(table, told.state))
        if (read.standing !== standing) expect(told.losses.length).toBeGreaterThan(0)
      }
  })
  test("nothing that is not accepted, or that whoever asked disputes, is told as fixed", () => {
    for (const table of TABLES)
      for (const standing of ["requested", "inHand", "reported", "disputed", "notFeasible", "notOurs"] as const) {
        const { state } = ForeignStates.fromOrder(table, standing)
        expect([standing, ForeignStates.stateOf(table, state)?.kind]).not.toEqual([standing, "fixed"])
      }
  })
  test.each(SCHEMES)("every reachable state of $name is told in every table, and nobody sees a hidden one", (each) => {
    const states = Object.values(each.scripts).flatMap((text) => walk(each.scheme, text).states.slice(1))
    for (const table of TABLES)
      for (const state of states) {
        const telling = ForeignStates.tell(table, each.scheme, state)!
        const kind = ForeignStates.stateOf(table, telling.state)?.kind
        expect(["open", "closed", "fixed"]).toContain(kind)
        if (ServiceOrder.outcome(each.scheme, state) === undefined) continue
        expect([telling.standing, kind]).not.toEqual([telling.standing, "open"])
      }
  })
  test.each(SCHEMES)("a year of orders under $name is told, and the typed reason brings it back", ({ scheme }) => {
    for (const state of yearOfOrders(7, { orders: 60, villages: 2, scheme }).states) {
      const telling = ForeignStates.tell(Open311States.table, scheme, state)!
      expect(ForeignStates.toOrder(Open311States.table, telling.state, telling.reason)).toEqual(
        Result.succeed({ standing: telling.standing, losses: telling.losses }),
      )
    }
  })
})

const SENDERS: ReadonlyArray<ForeignStates.Sender> = ["body", "reporter", "others"]

/** Everything that can be said in a table, with what the table proposes for it. */
const sayingsOf = ({ questionnaire, statuses }: ForeignStates.ForeignStates) => [
  ...statuses.map(({ id, proposes = [] }) => ({ row: id, said: { status: id } as ForeignStates.Said, proposes })),
  ...(["yes", "no", "unknown"] as const).map((answer) => ({
    row: answer,
    said: { answer, isExplained: true } as ForeignStates.Said,
    proposes: questionnaire?.proposes[answer] ?? [],
  })),
]

describe("what a table proposes", () => {
  /** Every state on the told ways that differs in what may follow. */
  const states = [
    ...new Map(
      SCHEMES.flatMap(({ name, scheme, scripts }) =>
        Object.values(scripts).flatMap((text) =>
          walk(scheme, text)
            .states.slice(1)
            .map((state) => {
              const dispatches = ServiceOrder.dispatches(state).map(({ course: { stage, tally } }) => [stage, tally])
              const { course, rated } = state
              const key = [name, course.stage, course.tally, rated, OrderStanding.of(scheme, state), dispatches]
              return [JSON.stringify(key), { name, scheme, state }] as const
            }),
        ),
      ),
    ).values(),
  ]

  test.each(TABLES.map((table, index) => [index === 1 ? "extended statuses" : table.id, table] as const))(
    "leads on or is not made, and each of it is made somewhere: %s",
    (_, table) => {
      const made = new Set<string>()
      const why = new Set<string>()
      for (const { scheme, state } of states)
        for (const { proposes, row, said } of sayingsOf(table))
          for (const by of SENDERS) {
            const proposal = ForeignStates.propose(table, scheme, state, said, by)!
            const { deed, from, isChanged, isReopened, moves, rating, unproposed } = proposal
            expect([row, deed === undefined, unproposed !== undefined]).toEqual([
              row,
              moves.length === 0,
              isChanged && moves.length === 0,
            ])
            if (unproposed !== undefined) why.add(unproposed)
            if (ServiceOrder.outcome(scheme, state) !== undefined) expect([row, deed]).toEqual([row, undefined])
            if (deed === undefined) continue
            const list = isReopened ? (table.reopening ?? []) : proposes
            const place = list.findIndex(
              (each) =>
                each.deed === deed &&
                each.rating === rating &&
                each.in?.includes(from) !== false &&
                each.by?.includes(by) !== false,
            )
            expect([row, place]).not.toEqual([row, -1])
            made.add(`${isReopened ? "reopening" : row} ${place}`)
            for (const { move } of moves) expect(scheme.deeds[move]).toBe(deed)
          }
      const declared = [
        ...sayingsOf(table).flatMap(({ proposes, row }) => proposes.map((_each, place) => `${row} ${place}`)),
        ...(table.reopening ?? []).map((_each, place) => `reopening ${place}`),
      ]
      expect([...made].sort()).toEqual(declared.sort())
      expect(why).toContain("noMove")
    },
  )
  test("is taken by the decider where somebody who may asks for it, and where nothing leads on nobody is let", () => {
    const seen = { taken: 0, refused: 0 }
    const wrong = new Set<string>()
    for (const { name, scheme, state } of states) {
      const { decide } = ServiceOrder.decider(
        scheme,
        () => true,
        () => true,
      )
      const isTaken = (move: string, dispatch: string | undefined, rating: string | undefined): boolean =>
        PERSONS.some((person) =>
          (rating === undefined ? ["satisfied", "unanswered"] : [rating]).some((choice) => {
            const step = { move, person, choice, ...(dispatch === undefined ? {} : { dispatch }) }
            return Result.isSuccess(decide(state, commandOf(scheme, step, 500)))
          }),
        )
      const ids = ServiceOrder.dispatches(state).map(({ id }) => id)
      for (const table of TABLES)
        for (const { proposes, said } of sayingsOf(table))
          for (const by of ["body", "reporter"] as const) {
            const proposal = ForeignStates.propose(table, scheme, state, said, by)!
            const { from, isReopened, moves, rating, unproposed } = proposal
            for (const { dispatch, move } of moves) {
              const opens = dispatch === undefined && scheme.dispatch.moves.some(({ id }) => id === move)
              if (isTaken(move, opens ? "new" : dispatch, rating)) seen.taken++
              else wrong.add(`refused: ${name} ${move} ${state.course.stage}`)
            }
            if (unproposed !== "noMove") continue
            for (const each of isReopened ? (table.reopening ?? []) : proposes) {
              if (each.in?.includes(from) === false || each.by?.includes(by) === false) continue
              for (const move of movesOf(scheme, each.deed))
                for (const dispatch of [undefined, "new", ...ids])
                  if (isTaken(move, dispatch, each.rating)) wrong.add(`left out: ${name} ${move} ${state.course.stage}`)
                  else seen.refused++
            }
          }
    }
    expect([...wrong]).toEqual([])
    expect(seen.taken).toBeGreaterThan(300)
    expect(seen.refused).toBeGreaterThan(300)
  })
})
