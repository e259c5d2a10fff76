/**
 * Laws of service orders under the five orders, where a clerk with a sheet and slips judges every command beside the
 * library.
 *
 * Reach, of the first law over 250 walks of 30 to 60 commands: 3,530 accepted, every move among them, from 325 times taken
 * on, 313 reported, 215 accepted and 146 published to 4 closed unsatisfied after a second attempt; 220 orders ended, in each
 * of the ten ways. Refused as not from here or ended 6,542, as late 480, with a result that stands 282, as not the one meant
 * 441, at rest 809, with nothing accepted 302, with a dispatch open 233, against the rating 256, as own work 90 and as not to
 * be told apart 76 times. Of 120 walks with clocks put back some ten say in the order of days something else than in that of
 * writing.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as Decider from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import { byPost, calm, commandOf, entryOf, type Pick, picks, proper, shownOf } from "./orderArbitrary.js"
import { blank, ENDS, enter, enters, MOVES, type Sheet, shown } from "./orderModel.js"

type Turned = Entry<Decider.Turn<ServiceOrder.Taken, ServiceOrder.Taken>>

const { scheme } = FiveOrders
let told: boolean | undefined = true
const decider = ServiceOrder.decider(scheme, byPost, () => told)

/** Walks the five orders by picks, clerk and library side by side. */
const walk = (
  list: ReadonlyArray<Pick>,
  visit: (at: {
    readonly sheet: Sheet
    readonly stream: Decider.Stream<ServiceOrder.State, ServiceOrder.Taken>
    readonly command: ReturnType<typeof commandOf>
    readonly handled: ReturnType<
      typeof Decider.handle<ServiceOrder.State, ServiceOrder.Taken, ServiceOrder.Taken, ServiceOrder.ServiceOrderFault>
    >
    readonly isEntered: boolean
  }) => void = () => undefined,
) => {
  const sheet = blank()
  const entries: Array<Turned> = []
  let stream = Decider.start(decider)
  for (const [number, pick] of list.entries()) {
    told = pick.told ? true : pick.named ? undefined : false
    const command = commandOf(sheet, pick, number)
    const isEntered = enters(sheet, command, told === true)
    const handled = Decider.handle(decider, stream, command)
    visit({ sheet, stream, command, handled, isEntered })
    if (isEntered) enter(sheet, command)
    if (Result.isFailure(handled)) continue
    stream = handled.success.stream
    entries.push(handled.success.entry!)
  }
  told = true
  return { sheet, stream, entries }
}

/** All that a state says, in a form in which two states can be compared. */
const wholeOf = (state: ServiceOrder.State) => ({
  ...shownOf(state),
  fields: state.fields,
  rated: state.rated,
  steps: ServiceOrder.steps(scheme, state).map(({ deed, dispatch, entry, from, to }) => [
    entry,
    dispatch,
    deed,
    from,
    to,
  ]),
  doers: [...state.doers].map(([key, doer]) => [key, doer] as const).sort(([a], [b]) => (a < b ? -1 : 1)),
  marks: [...state.marks].sort(([a], [b]) => (a < b ? -1 : 1)),
  tallies: [state.course.tally, ...ServiceOrder.dispatches(state).map(({ course }) => course.tally)],
  latest: state.latest?.id,
  whole: state.whole?.id,
})

describe("an order under the five orders", () => {
  it("goes as a clerk with a sheet and slips would let it go, whoever tries what, whenever it is told", () => {
    const seen = new Map<string, number>()
    const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
    fc.assert(
      fc.property(picks(60, 30), fc.boolean(), (list, isCalm) => {
        const { sheet, stream } = walk(isCalm ? calm(list) : list, ({ command, handled, isEntered }) => {
          if (Result.isFailure(handled)) {
            expect([isEntered, command.content.move, handled.failure]).toEqual([
              false,
              command.content.move,
              handled.failure,
            ])
            for (const { code } of handled.failure) count(code)
          } else {
            expect([isEntered, command]).toEqual([true, command])
            count(command.content.move)
          }
        })
        const { steps, ...board } = shown(sheet)
        expect(shownOf(stream.state)).toEqual(board)
        expect(stream.version).toBe(steps)
        const ended = ServiceOrder.outcome(scheme, stream.state)
        expect(ended).toBe(ENDS.includes(sheet.at) ? sheet.at : undefined)
        if (ended !== undefined) count(`ended ${ended}`)
      }),
      { numRuns: 250, seed: 5 },
    )
    if (process.env.STATISTICS !== undefined)
      console.log(
        [...seen]
          .sort()
          .map((each) => each.join(" "))
          .join("\n"),
      )
    for (const move of Object.keys(MOVES)) expect([move, (seen.get(move) ?? 0) > 1]).toEqual([move, true])
    for (const code of ["older", "before", "role", "only", "guard", "untold", "needs", "notAsked", "value", "notFrom"])
      expect([code, (seen.get(`proceeding.${code}`) ?? 0) > 2]).toEqual([code, true])
    for (const code of [
      "otherOrder",
      "noDispatch",
      "ofOrder",
      "resting",
      "ownWork",
      "unnamed",
      "noResult",
      "dispatchOpen",
      "resultStands",
      "rating",
      "joined",
    ])
      expect([code, (seen.get(`serviceOrder.${code}`) ?? 0) > 4]).toEqual([code, true])
  })

  it("has a clerk who knows every move of the scheme, by whom and with what it is taken", () => {
    const of = (move: string) => {
      const sides = [scheme.order, scheme.dispatch].flatMap(({ moves }) => moves.filter(({ id }) => id === move))
      const all = (lists: ReadonlyArray<ReadonlyArray<string>>) => [...new Set(lists.flat())].sort()
      return [
        sides.map(({ by }) => by),
        all(sides.map(({ needs }) => needs)),
        all(sides.map(({ takes = [] }) => takes)),
      ]
    }
    const ids = new Set([...scheme.order.moves, ...scheme.dispatch.moves].map(({ id }) => id))
    expect(Object.keys(MOVES).sort()).toEqual([...ids].sort())
    for (const [move, [by, needs, takes]] of Object.entries(MOVES)) {
      const [sides, ...rest] = of(move)
      expect([move, ...rest]).toEqual([move, needs.toSorted(), takes.toSorted()])
      for (const side of sides!) expect([move, side]).toEqual([move, by])
    }
  })

  it("says the same in the order of its days as in that in which it was written, in whatever order it arrives", () => {
    let late = 0
    fc.assert(
      fc.property(picks(40, 10, 16), fc.infiniteStream(fc.nat()), (list, random) => {
        const { entries, stream } = walk(proper(list))
        const shuffled = entries
          .map((entry) => [random.next().value, entry] as const)
          .sort(([a], [b]) => a - b)
          .map(([, entry]) => entry)
        const settled = Decider.settle(decider, [...shuffled, ...shuffled.slice(0, 3)])
        expect(settled.refused).toEqual([])
        expect(wholeOf(settled.stream.state)).toEqual(wholeOf(stream.state))
        expect(wholeOf(Decider.replay(decider, shuffled).state)).toEqual(wholeOf(stream.state))
        const inOrder = entries.toSorted(Coordinate.order)
        if (inOrder.some((entry, index) => entry !== entries[index])) late++
      }),
      { numRuns: 120 },
    )
    if (process.env.STATISTICS !== undefined) console.log({ late })
    expect(late).toBeGreaterThan(2)
  })

  it("goes on after an interruption as if there had been none, and takes what comes twice once", () => {
    fc.assert(
      fc.property(picks(40), fc.nat(40), (list, cut) => {
        const { entries, stream } = walk(list)
        const before = Decider.replay(decider, entries.slice(0, cut))
        const after = Decider.replay(decider, entries, before)
        expect(wholeOf(after.state)).toEqual(wholeOf(stream.state))
        const again = entries.reduce((known, { payload, ...entry }) => {
          const handled = Decider.handle(decider, known, { ...entry, content: payload.content })
          return Result.getOrThrow(handled).stream
        }, stream)
        expect(again).toBe(stream)
        // Told twice, each event is put aside the second time.
        const twice = entries.map((entry) => entryOf({ ...entry, content: entry.payload.content }))
        const doubled = twice.flatMap((entry) => [entry, entry]).reduce(decider.evolve, decider.initial)
        expect(wholeOf(doubled)).toEqual(wholeOf(stream.state))
        expect(ServiceOrder.asides(doubled).map(({ entry }) => entry.id)).toEqual(entries.map(({ id }) => id))
      }),
      { numRuns: 80 },
    )
  })
})
