/**
 * Laws of service orders under all shipped schemes: random people who hold every role try what is possible to them.
 *
 * Reach, of 150 walks each: put aside as not from here 572, at rest 228, late 256, of another order 260, of no dispatch 69;
 * judged 191 times and barred 218 times; nine of the ten ends; 440 moves offered; some 100 orders returned, re-assigned,
 * separated or done anew.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import type { Limit } from "../../src/process/Limit.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import { hands } from "../../src/process/Separation.js"
import { fieldsFor, NOON, picks, START, schemes, walkOf } from "./orderArbitrary.js"

const start = { on: START, recordedAt: Coordinate.instantUnsafe(NOON) }
const anyScheme = fc.constantFrom(...schemes)

describe("an order under any scheme", () => {
  it("is harmed by no order of events: what does not fit or is late is put aside and changes nothing, and an end is final", () => {
    const why = new Map<string, number>()
    fc.assert(
      fc.property(
        anyScheme,
        picks(40),
        fc.array(fc.nat(60), { maxLength: 60 }),
        picks(8),
        (any, list, places, strange) => {
          const { entries } = walkOf(any, list)
          const { evolve, initial } = ServiceOrder.decider(any, () => false)
          // In between comes what nobody could have told: of no dispatch, of another order, by no move.
          const all = [...entries]
          for (const [index, pick] of strange.entries()) {
            const place = pick.which % Math.max(1, all.length)
            const { on, recordedAt } = all[place] ?? start
            const payload = {
              order: ["o1", "o1", "o2", "__proto__"][pick.slip % 4]!,
              move: ["__proto__", "takeOn", "takeOn", "withdraw", "accept"][pick.which % 5]!,
              fields: { toString: "一" },
              ...(pick.blind ? {} : { dispatch: "__proto__" }),
            }
            all.splice(place + 1, 0, { id: `odd${index}`, on, recordedAt, actor: { post: "nobody" }, payload })
          }
          let state = initial
          for (const place of [...places.slice(0, 5), ...all.keys(), ...places.slice(5)]) {
            const entry = all[place % Math.max(1, all.length)]
            if (entry === undefined) return
            const next = evolve(state, entry)
            const ended = ServiceOrder.outcome(any, state)
            if (ended !== undefined) expect(ServiceOrder.outcome(any, next)).toBe(ended)
            const isLate =
              state.latest !== undefined && first(state) !== undefined && Coordinate.order(entry, first(state)!) <= 0
            if (isLate || ended !== undefined) expect(next.aside).not.toBe(state.aside)
            if (next.aside !== state.aside) {
              expect({ ...next, aside: state.aside }).toEqual(state)
              why.set(next.aside!.why, (why.get(next.aside!.why) ?? 0) + 1)
            }
            state = next
          }
          const steps = ServiceOrder.steps(any, state)
          const ids = new Set(steps.map(({ entry }) => entry.id))
          expect(steps.filter(({ dispatch }) => dispatch === undefined).length).toBe(
            Proceeding.history(state.course).length,
          )
          expect(ids.size + ServiceOrder.asides(state).length).toBe(places.length + all.length)
          expect(steps.map(({ entry }) => entry)).toEqual(steps.map(({ entry }) => entry).toSorted(Coordinate.order))
        },
      ),
      { numRuns: 150 },
    )
    if (process.env.STATISTICS !== undefined) console.log(why)
    for (const each of ["older", "notFrom", "noDispatch", "resting", "otherOrder"])
      expect([each, (why.get(each) ?? 0) > 3]).toEqual([each, true])
  })

  it("is judged by nobody who did the work, nor by the unit or person in charge", () => {
    let judged = 0
    let barred = 0
    fc.assert(
      fc.property(anyScheme, picks(60, 20), (any, list) => {
        walkOf(any, list, ({ command, isAccepted, state }) => {
          const deed = OrderScheme.deedOf(any, command.content.move)
          if (deed === undefined || !JUDGEMENTS.includes(deed)) return
          const one = ["accept", "sendBack", "extend"].includes(deed) ? command.content.dispatch : undefined
          const isBarred = ServiceOrder.dispatches(state).some(({ course, id }) => {
            if (one !== undefined && one !== id) return false
            let [unit, named]: Array<unknown> = []
            return Proceeding.history(course).some(({ entry, from, to }) => {
              unit = entry.payload.fields.unit ?? unit
              named = entry.payload.fields.doer ?? named
              // Whoever answers a call has taken the work on with it.
              const takes = from === undefined && to === "taken"
              if (!takes && !WORKS.includes(OrderScheme.deedOf(any, entry.payload.move) ?? "close")) return false
              const { body, person } = command.actor
              if ((unit !== undefined && unit === body) || (named !== undefined && named === person)) return true
              return hands(entry.actor, command.actor) !== "two"
            })
          })
          if (isBarred) expect(isAccepted).toBe(false)
          if (isAccepted) judged++
          if (isBarred) barred++
        })
      }),
      { numRuns: 150 },
    )
    if (process.env.STATISTICS !== undefined) console.log({ judged, barred })
    expect(judged).toBeGreaterThan(50)
    expect(barred).toBeGreaterThan(50)
  })

  it("is published, rated and closed only after a result of the present attempt, and ends as its rating says", () => {
    const ends = new Map<string, number>()
    fc.assert(
      fc.property(anyScheme, picks(80, 40), (any, list) => {
        const { state } = walkOf(any, list)
        const steps = ServiceOrder.steps(any, state)
        let results = 0
        let [isJoined, rating]: [boolean, string | undefined] = [false, undefined]
        for (const { deed, dispatch, entry } of steps) {
          if (dispatch !== undefined) continue
          if (deed === "rework") results = 0
          if (deed === "merge" || deed === "separate") isJoined = deed === "merge"
          if (deed === "merge" || deed === "separate" || deed === "rework") rating = undefined
          if (deed === "accept") results++
          if (deed === "rate" || deed === "revisit") {
            const level = OrderScheme.ratingOf(any, String(entry.payload.fields.rating))
            if (level !== "unanswered" || rating === undefined) rating = level
          }
          if (["publish", "rate", "revisit", "close"].includes(deed ?? "") && !isJoined)
            expect([deed, results > 0]).toEqual([deed, true])
        }
        const ended = ServiceOrder.outcome(any, state)
        if (ended === undefined) return
        ends.set(ended, (ends.get(ended) ?? 0) + 1)
        if (ended === "satisfied") expect(["satisfied", "basically"]).toContain(rating)
        if (ended === "unsatisfied") expect(rating).toBe("unsatisfied")
        if (ended === "unanswered") expect([undefined, "unanswered"]).toContain(rating)
        expect(ended === "merged").toBe(isJoined && ended === "merged")
        expect(isJoined && ["satisfied", "unsatisfied", "unanswered", "done"].includes(ended)).toBe(false)
      }),
      { numRuns: 150 },
    )
    if (process.env.STATISTICS !== undefined) console.log(ends)
    expect(ends.size).toBeGreaterThan(7)
  })

  it("offers what would be accepted with the right fields, and nothing that would be refused whatever is filled in", () => {
    let offered = 0
    let certain = 0
    fc.assert(
      fc.property(anyScheme, picks(25), picks(1, 1), fc.boolean(), (any, list, [pick], isTold) => {
        const { state } = walkOf(any, list)
        // Some hold roles by what the order or the dispatch says of itself.
        const holds: ServiceOrder.Holds = (role, { actor }, { fields }) =>
          actor.post === role &&
          (pick!.named || role === "resident" || fields.unit === undefined || actor.body === fields.unit)
        const tells: ServiceOrder.Tells = () => (isTold ? true : undefined)
        const { decide } = ServiceOrder.decider(any, holds, tells)
        const possible = ServiceOrder.possible(any, holds, tells)
        const moves = new Map([...any.order.moves, ...any.dispatch.moves].map((move) => [move.id, move]))
        for (const [move, { by }] of moves) {
          const actor = {
            post: by[pick!.which % by.length]!,
            ...(pick!.person === "nobody" ? {} : { person: ["r1", "m1", "m2", "b1"][pick!.which % 4]! }),
            ...(pick!.body === undefined ? {} : { body: pick!.body }),
          }
          const on = state.latest?.on ?? start.on
          const at = {
            id: "d0",
            on,
            recordedAt: Coordinate.instantUnsafe(start.recordedAt + (pick!.days + 1) * 1_000_000),
            actor,
          }
          const places = any.dispatch.moves.some(({ id }) => id === move)
            ? any.dispatch.moves.some(({ from, id }) => id === move && from === undefined)
              ? ["fresh"]
              : ServiceOrder.dispatches(state).map(({ id }) => id)
            : [undefined]
          const found = possible(state, at).filter((each) => each.move === move)
          for (const dispatch of places) {
            const here = found.find((each) => each.dispatch === (dispatch === "fresh" ? undefined : dispatch))
            const grades = Object.keys(any.ratings)
            const answers = (grades.length === 0 ? ["satisfied"] : grades).map((rating) => {
              const filled = fieldsFor(any, move, { ...pick!, rating })
              const fields = "days" in filled ? { ...filled, days: 1 } : filled
              const content = { order: "o1", move, fields, ...(dispatch === undefined ? {} : { dispatch }) }
              return decide(state, { ...at, content })
            })
            const isAccepted = answers.some(Result.isSuccess)
            if (here === undefined)
              expect([any.id, move, dispatch, isAccepted]).toEqual([any.id, move, dispatch, false])
            else if (here.certain)
              expect([move, ...answers.map(Result.isSuccess)]).toEqual([move, ...answers.map(() => true)])
            else
              for (const answer of answers)
                if (Result.isFailure(answer))
                  for (const { code } of answer.failure)
                    expect(["proceeding.guard", "proceeding.untold", "serviceOrder.rating"]).toContain(code)
            if (here !== undefined) offered++
            if (here?.certain) certain++
          }
        }
      }),
      { numRuns: 150 },
    )
    if (process.env.STATISTICS !== undefined) console.log({ offered, certain })
    expect(offered).toBeGreaterThan(300)
    expect(certain).toBeGreaterThan(200)
  })

  it("keeps its total age: what is due of an order runs from the request to the end, whatever is returned or done anew", () => {
    const limit: Limit = {
      id: "办结", // made up
      amount: 10,
      unit: "calendarDay",
      countsFirstDay: false,
      starts: "requested",
      ends: [],
      holds: [],
    }
    let returned = 0
    fc.assert(
      fc.property(anyScheme, picks(60, 20), (any, list) => {
        const starts = any.order.moves.find(({ from }) => from === undefined)!.to as string
        const whole = OrderScheme.timed(any, {
          order: [{ ...limit, starts }],
          dispatch: [],
          extensions: { order: [], dispatch: [] },
          due: limit.id,
        })
        expect(OrderScheme.check(whole)).toEqual([])
        const { state } = walkOf(whole, list)
        const steps = ServiceOrder.steps(whole, state)
        if (steps.length === 0) return
        const runs = Proceeding.clock(whole.order, whole.order.limits[0]!, state.course)
        const { on, recordedAt } = steps[0]!.entry
        expect(runs.map(({ started }) => started)).toEqual([{ on, recordedAt }])
        expect(runs[0]!.ended !== undefined).toBe(ServiceOrder.outcome(whole, state) !== undefined)
        if (steps.some(({ deed }) => ["giveBack", "disown", "rework", "separate", "reassign"].includes(deed ?? "")))
          returned++
      }),
      { numRuns: 150 },
    )
    if (process.env.STATISTICS !== undefined) console.log({ returned })
    expect(returned).toBeGreaterThan(50)
  })
})

const WORKS: ReadonlyArray<string> = ["takeOn", "serve", "report"]
const JUDGEMENTS: ReadonlyArray<string> = [
  "accept",
  "sendBack",
  "rate",
  "revisit",
  "close",
  "exclude",
  "answer",
  "abandon",
  "refer",
  "refuse",
  "merge",
  "extend",
]

/** The step before which nothing can be told any more. */
const first = (state: ServiceOrder.State) => Proceeding.history(state.course)[0]?.entry
