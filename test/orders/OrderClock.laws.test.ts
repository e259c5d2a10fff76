/**
 * How often the interesting region is reached, in 1,000 ways: claimed by the grid in 97 %, dispatched in 88 %, given back in
 * 55 %, done in 56 %, shelved in 46 %, a dispatch held in 41 % and re-assigned in 34 %, published in 23 %, the order
 * extended in 22 % and a dispatch in 6 %, done anew in 8 %, ended in 20 %; a third of them with 20 steps and more.
 * Of 400 asked for the acceptance of all results: 229 with several dispatches, 120 runs that ended, 12 of them by a return,
 * 18 opened again, 29 orders with a further run for rework.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as OrderClock from "../../src/orders/OrderClock.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as Decider from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import {
  accepting,
  basis,
  decider,
  type Jump,
  jumps,
  markAt,
  OFF,
  START,
  scheme,
  type Told,
  walk,
} from "./orderClocks.js"

const ways = fc.array(jumps, { minLength: 8, maxLength: 60, size: "max" }).filter((way) => walk(way).length > 0)

/** A way through an order, and one of its steps after which it is asked how things stand, so many days later. */
const asks = fc.record({ way: ways, part: fc.nat({ max: 999 }), later: fc.integer({ min: 0, max: 12 }) })

interface Asked {
  readonly told: ReadonlyArray<Told>
  readonly state: ServiceOrder.State
  readonly now: number
}

const numberOf = (on: CivilDate.CivilDate): number => CivilDate.dayNumber(on) - START
const lastDay = (told: ReadonlyArray<Told>): number => numberOf(told.at(-1)!.on)

const askedOf = ({ later, part, way }: { way: ReadonlyArray<Jump>; part: number; later: number }): Asked => {
  const steps = walk(way)
  const place = (part + steps.length) % steps.length
  const told = steps.slice(0, place + 1).map(({ entry }) => entry)
  return { told, state: steps[place]!.state, now: lastDay(told) + later }
}

const read = (state: ServiceOrder.State, day: number, of = scheme) =>
  Result.getOrThrow(OrderClock.read(of, state, basis, markAt(day, 1439)))

// ---------------------------------------------------------------- a clerk with a wall calendar

const textOf = (day: number): string => CivilDate.ofDayNumberUnsafe(START + day)

/** 1 January 2023 is a Sunday. */
const isWorked = (day: number): boolean =>
  textOf(day) === "2023-01-29" || (day % 7 !== 0 && day % 7 !== 6 && !OFF.includes(textOf(day)))

/** Where an order or dispatch is at the end of each day, as the moves say that lead there. */
const STAGE: Readonly<Record<string, string>> = {
  shelve: "rests",
  unshelve: "goes on",
  hold: "rests",
  resume: "goes on",
}
const restsAt = (told: ReadonlyArray<Told>, day: number): boolean => {
  const moved = told.filter(({ on, payload: { move } }) => numberOf(on) <= day && STAGE[move] !== undefined)
  return STAGE[moved.at(-1)?.payload.move ?? ""] === "rests"
}

interface Counting {
  readonly start: number
  readonly amount: number
  readonly end: number | undefined
  readonly now: number
  readonly rests: (day: number) => boolean
  readonly extensions: ReadonlyArray<{ readonly day: number; readonly by: number }>
  readonly most: number
  readonly times: number
}

/** Day by day from the start: which day is the last, and how many have counted until now. */
const counted = ({ amount, end, extensions, most, now, rests, start, times }: Counting) => {
  const known = end !== undefined && end <= now ? end : now
  // An order that stands still for good has no last day.
  const horizon = known + 200
  const lastOf = (days: number): number | undefined => {
    for (let day = start + 1, left = days; day < horizon; day++) {
      if (isWorked(day) && !rests(day)) left--
      if (left === 0) return day
    }
    return undefined
  }
  let [days, left, again] = [amount, most, times]
  for (const { by, day } of extensions) {
    const last = lastOf(days)
    if (day > now || (last !== undefined && day > last) || by > left || again === 0) continue
    days += by
    left -= by
    again--
  }
  const last = lastOf(days)
  let elapsed = 0
  for (let day = start + 1; day <= known; day++) if (isWorked(day) && !rests(day)) elapsed++
  return { last: last === undefined ? undefined : textOf(last), elapsed, late: last !== undefined && known > last }
}

const ENDS = ["withdraw", "refuse", "refer", "exclude", "abandon", "close", "closeUnsatisfied", "lapse", "settle"]
const endOf = (told: ReadonlyArray<Told>, moves: ReadonlyArray<string>): number | undefined => {
  const found = told.find(({ payload: { move } }) => moves.includes(move))
  return found === undefined ? undefined : numberOf(found.on)
}
/** Of several on one day the lesser first, as limits read them whose days do not tell which came before. */
const extensionsIn = (told: ReadonlyArray<Told>, of: string) =>
  told
    .filter(({ payload: { move } }) => move === of)
    .map(({ on, payload: { fields } }) => ({ day: numberOf(on), by: Number(fields.days) }))
    .toSorted((a, b) => a.day - b.day || a.by - b.by)

const ofOrder = (told: ReadonlyArray<Told>): ReadonlyArray<Told> =>
  told.filter(({ payload: { dispatch } }) => dispatch === undefined)

/** A day on which the order ended is one on which it no longer is where it was. */
const until = (end: number | undefined, rests: (day: number) => boolean) => (day: number) =>
  (end === undefined || day < end) && rests(day)

const orderByHand = ({ now, told }: Asked) => {
  const own = ofOrder(told)
  const end = endOf(own, ["publish", ...ENDS])
  return counted({
    start: numberOf(told[0]!.on),
    amount: 5,
    end,
    now,
    rests: until(end, (day) => restsAt(own, day)),
    extensions: extensionsIn(own, "extend"),
    most: 10,
    times: 1,
  })
}

const dispatchByHand = ({ now, told }: Asked, dispatch: string) => {
  const [own, parts] = [ofOrder(told), told.filter(({ payload }) => payload.dispatch === dispatch)]
  const over = endOf(own, ENDS)
  const end = endOf(parts, ["report", "giveBack", "disown", "reassign"]) ?? over
  return counted({
    start: numberOf(parts[0]!.on),
    amount: 3,
    end,
    now,
    rests: until(end, (day) => restsAt(own, day) || restsAt(parts, day)),
    extensions: extensionsIn(parts, "extendWork"),
    most: 5,
    times: Number.POSITIVE_INFINITY,
  })
}

describe("law 12: a deadline is the start and the limit in the declared calendar", () => {
  it("of the order, through holds, extensions, returns and rework", () => {
    fc.assert(
      fc.property(asks, (ask) => {
        const asked = askedOf(ask)
        const { last, elapsed, late } = orderByHand(asked)
        const own = read(asked.state, asked.now).filter(({ limit }) => limit === "办结")
        const [{ reading, run }] = own as [OrderClock.OrderReading]
        expect(run.started).toEqual(markOf(asked.told[0]!))
        expect([reading.deadline, reading.elapsed, reading.state === "late"]).toEqual([last, elapsed, late])
        const due = Result.getOrThrow(OrderClock.due(scheme, asked.state, basis, markAt(asked.now, 1439)))
        expect(due).toEqual(late ? own[0] : (own.find((each) => each.reading.state === "late") ?? own.at(-1)))
      }),
      { numRuns: 150 },
    )
  })

  it("of each dispatch, whose clock starts with it", () => {
    fc.assert(
      fc.property(asks, (ask) => {
        const asked = askedOf(ask)
        const sent = asked.told.filter(({ payload: { move } }) => move === "dispatch")
        const found = read(asked.state, asked.now).filter(({ limit }) => limit === "承办")
        expect(found.map(({ dispatch, run }) => [dispatch, run.started])).toEqual(
          sent.map((entry) => [entry.payload.dispatch, markOf(entry)]),
        )
        for (const { dispatch, reading } of found) {
          const { last, elapsed, late } = dispatchByHand(asked, dispatch!)
          expect([dispatch, reading.deadline, reading.elapsed, reading.state === "late"]).toEqual([
            dispatch,
            last,
            elapsed,
            late,
          ])
        }
      }),
      { numRuns: 150 },
    )
  })
})

// ---------------------------------------------------------------- a clerk who crosses off dispatches

interface HandRun {
  readonly start: number
  end: number | undefined
  by: string | undefined
}

const STARTING = ["claim", "handDown", "rework"]
const CLOSING = ["accept", "giveBack", "disown", "reassign"]
const seen = { runs: 0, several: 0, unended: 0, byReturn: 0, further: 0 }

/** Event by event: where each run began and, as far as it has, ended, by places in what was told. */
const runsByHand = (told: ReadonlyArray<Told>): ReadonlyArray<HandRun> => {
  const runs: Array<HandRun> = []
  const open = new Set<string>()
  let accepted = 0
  for (const [place, { payload }] of told.entries()) {
    const { dispatch, move } = payload
    if (move === "rework") accepted = 0
    if (STARTING.includes(move) && (runs.length === 0 || move === "rework"))
      runs.push({ start: place, end: undefined, by: undefined })
    if (dispatch !== undefined) open.add(dispatch)
    if (dispatch !== undefined && CLOSING.includes(move)) open.delete(dispatch)
    if (move === "accept") accepted++
    const run = runs.at(-1)
    if (run === undefined) continue
    const isDone = (accepted > 0 && open.size === 0) || ENDS.includes(move)
    if (isDone) {
      run.by ??= move
      run.end ??= place
    } else {
      if (run.end !== undefined) seen.unended++
      run.end = undefined
      run.by = undefined
    }
  }
  return runs
}

const closings = (state: ServiceOrder.State, day: number) =>
  read(state, day, accepting).filter(({ limit }) => limit === "办结")

it("a run ends exactly when the last open dispatch is gone and one was accepted, and the time is counted to then", () => {
  fc.assert(
    fc.property(asks, (ask) => {
      const { now, state, told } = askedOf(ask.part % 3 === 0 ? ask : { ...ask, part: -1 })
      const own = ofOrder(told)
      const byHand = runsByHand(told)
      const found = closings(state, now)
      expect(found.map(({ run: { ended, started } }) => [started, ended])).toEqual(
        byHand.map(({ end, start }) => [markOf(told[start]!), end === undefined ? undefined : markOf(told[end]!)]),
      )
      for (const [index, { end, start }] of byHand.entries()) {
        const within = told.slice(start, end === undefined ? undefined : end + 1)
        const last = end === undefined ? undefined : numberOf(told[end]!.on)
        const { deadline, elapsed, state: how } = found[index]!.reading
        const counts = counted({
          start: numberOf(told[start]!.on),
          amount: 5,
          end: last,
          now,
          rests: until(last, (day) => restsAt(own, day)),
          extensions: extensionsIn(within, "extend"),
          most: 10,
          times: Number.POSITIVE_INFINITY,
        })
        expect([deadline, elapsed, how === "late"]).toEqual([counts.last, counts.elapsed, counts.late])
      }
      seen.runs += byHand.filter(({ end }) => end !== undefined).length
      seen.several += new Set(told.flatMap(({ payload: { dispatch } }) => dispatch ?? [])).size > 1 ? 1 : 0
      seen.byReturn += byHand.filter(({ by }) => by !== undefined && by !== "accept" && CLOSING.includes(by)).length
      seen.further += byHand.length > 1 ? 1 : 0
    }),
    { numRuns: 250 },
  )
  expect(Math.min(...Object.values(seen))).toBeGreaterThan(0)
})

it("a return takes nothing from the time that was used: the run has begun when it began, and counts what it counted", () => {
  let returns = 0
  fc.assert(
    fc.property(ways, (way) => {
      const steps = walk(way)
      for (const [place, { entry, state }] of steps.entries()) {
        if (!["giveBack", "disown", "reassign", "sendBack"].includes(entry.payload.move)) continue
        returns++
        const day = numberOf(entry.on)
        const told = (of: ServiceOrder.State) =>
          closings(of, day).map(({ reading: { deadline, elapsed, state: how }, run: { started } }) => [
            started,
            deadline,
            elapsed,
            how === "late",
          ])
        expect(told(state)).toEqual(told(steps[place - 1]!.state))
      }
    }),
  )
  expect(returns).toBeGreaterThan(3)
})

it("what was accepted in time is never late for want of a rating, until more is dispatched", () => {
  let met = 0
  fc.assert(
    fc.property(ways, fc.integer({ min: 1, max: 300 }), (way, later) => {
      for (const { entry, state } of walk(way)) {
        if (state.open > 0 || state.accepted === 0) continue
        const [now, after] = [numberOf(entry.on), numberOf(entry.on) + later]
        const due = (day: number) => Result.getOrThrow(OrderClock.due(accepting, state, basis, markAt(day, 1439)))
        expect(due(after)?.reading).toEqual(due(now)?.reading)
        expect(due(now)?.reading.isOver).toBe(true)
        if (due(now)?.reading.state === "met") met++
      }
    }),
    { numRuns: 150 },
  )
  expect(met).toBeGreaterThan(3)
})

const markOf = ({ on, recordedAt }: Told) => ({ on, recordedAt })

it("the total age grows with every day and is never reset, and the order has one clock of its own", () => {
  fc.assert(
    fc.property(ways, fc.integer({ min: 0, max: 30 }), (way, later) => {
      const steps = walk(way)
      const first = steps[0]!.entry
      const end = steps.find(({ state }) => ServiceOrder.outcome(scheme, state) !== undefined)?.entry
      for (const { entry, state } of steps) {
        const now = lastDay([entry]) + later
        const until = end !== undefined && end.id <= entry.id ? numberOf(end.on) : now
        expect(OrderClock.age(scheme, state, markAt(now))).toBe(until - numberOf(first.on))
        // Only what was published, done anew, merged and taken out again is asked for a second time.
        const again = steps.filter((step) => step.entry.id <= entry.id && step.entry.payload.move === "separate")
        const own = read(state, now).filter(({ limit }) => limit === "办结")
        expect(own[0]?.run.started).toEqual(markOf(first))
        expect(own.length - 1).toBeLessThanOrEqual(again.length)
      }
    }),
  )
})

it("what has ended stays as it ended, however late it is asked", () => {
  let over = 0
  fc.assert(
    fc.property(asks, fc.integer({ min: 1, max: 300 }), (ask, more) => {
      const { now, state } = askedOf({ ...ask, part: more % 2 === 0 ? ask.part : -1 })
      const later = read(state, now + more)
      const before = read(state, now)
      expect(later.map(({ run }) => run)).toEqual(before.map(({ run }) => run))
      for (const [index, { reading }] of before.entries()) {
        if (reading.isOver) expect(later[index]!.reading).toEqual(reading)
        if (reading.state === "late") expect(later[index]!.reading.state).toBe("late")
      }
      if (ServiceOrder.outcome(scheme, state) === undefined) return
      over++
      expect(before.every(({ reading }) => reading.isOver)).toBe(true)
    }),
    { numRuns: 150 },
  )
  expect(over).toBeGreaterThan(0)
})

it("the hold of a dispatch changes nothing for the order", () => {
  let held = 0
  fc.assert(
    fc.property(asks, (ask) => {
      const { now, state, told } = askedOf(ask)
      const without = told.filter(({ payload: { move } }) => move !== "hold" && move !== "resume")
      if (without.length < told.length) held++
      const free = without.reduce(decider.evolve, decider.initial)
      const own = (of: ServiceOrder.State) => read(of, now).filter(({ dispatch }) => dispatch === undefined)
      expect(own(free)).toEqual(own(state))
    }),
  )
  expect(held).toBeGreaterThan(0)
})

it.each([
  ["as it is published", scheme],
  ["as all is accepted", accepting],
])("a later step of the order changes nothing that was read of an earlier day, %s", (_, of) => {
  fc.assert(
    fc.property(ways, fc.nat({ max: 999 }), (way, part) => {
      const steps = walk(way)
      const place = part % steps.length
      const now = lastDay([steps[place]!.entry]) - 1
      const known = steps.filter(({ entry }) => numberOf(entry.on) <= now).at(-1)
      if (known === undefined) return
      const days = (state: ServiceOrder.State) =>
        read(state, now, of)
          .filter(({ reading }) => reading.measure === "day")
          .map(({ dispatch, limit, reading: { elapsed, state: how } }) => [dispatch, limit, elapsed, how])
      expect(days(steps[place]!.state)).toEqual(days(known.state))
    }),
  )
})

it("the order of input changes nothing", () => {
  fc.assert(
    fc.property(asks, fc.infiniteStream(fc.nat({ max: 999 })), (ask, numbers) => {
      const { now, state, told } = askedOf(ask)
      const turns = told.map(
        (entry): Entry<Decider.Turn<ServiceOrder.Taken, ServiceOrder.Taken>> => ({
          ...entry,
          payload: { content: entry.payload, events: [entry.payload] },
        }),
      )
      const mixed = turns
        .map((turn) => [numbers.next().value!, turn] as const)
        .toSorted(([a], [b]) => a - b)
        .map(([, turn]) => turn)
      const reversed = (of: typeof scheme) => ({
        ...of,
        order: { ...of.order, limits: of.order.limits.toReversed() },
        dispatch: { ...of.dispatch, limits: of.dispatch.limits.toReversed() },
      })
      const settled = Decider.settle(decider, mixed)
      expect(settled.refused).toEqual([])
      for (const of of [scheme, accepting])
        expect(read(settled.stream.state, now, reversed(of))).toEqual(read(state, now, of))
    }),
    { numRuns: 60 },
  )
})

it("an extension is accepted up to the last day and as far as the text allows, as the clerk counts, and then counts", () => {
  const found = { accepted: 0, late: 0, beyond: 0 }
  fc.assert(
    fc.property(asks, fc.integer({ min: 1, max: 12 }), fc.boolean(), (ask, days, isOfDispatch) => {
      const asked = askedOf(ask)
      const { now, state, told } = asked
      const { stage } = state.course
      const work = isOfDispatch
        ? ServiceOrder.dispatches(state).find(({ course }) => course.stage === "taken")
        : undefined
      // What was published once has no clock that runs.
      const isOpen = !told.some(({ payload: { move } }) => move === "publish")
      if (
        isOfDispatch ? work === undefined || stage !== "inHand" : (stage !== "claimed" && stage !== "inHand") || !isOpen
      )
        return
      const move = isOfDispatch ? "extendWork" : "extend"
      const at = work === undefined ? {} : { dispatch: work.id }
      const { last } = work === undefined ? orderByHand(asked) : dispatchByHand(asked, work.id)
      const before = extensionsIn(
        told.filter(({ payload }) => payload.dispatch === work?.id),
        move,
      )
      // Where no clock runs there is nothing to extend: that of the work starts with a dispatch by the branch alone.
      const runs =
        work === undefined || told.some(({ payload: at }) => at.dispatch === work.id && at.move === "dispatch")
      const isInTime = runs && (last === undefined || now <= numberOf(CivilDate.parseUnsafe(last)))
      const sum = before.reduce((all, { by }) => all + by, days)
      const isAllowed = isOfDispatch ? sum <= 5 : sum <= 10 && before.length === 0
      const content = { order: "o1", ...at, move, fields: { days } }
      const command = { ...markAt(now, 1439), id: "z", actor: { post: "branch", person: "p3" }, content }
      const isAccepted = Result.isSuccess(decider.decide(state, command))
      expect(isAccepted).toBe(isInTime && isAllowed)
      found[isAccepted ? "accepted" : isInTime ? "beyond" : "late"]++
      const question = { ...markAt(now, 1439), actor: command.actor, move, fields: { days } }
      const place = { order: state, ...(work === undefined ? {} : { dispatch: work }), fields: {} }
      expect(OrderClock.tells(scheme, basis)("未超时限", question, place)).toBe(isAccepted)
      if (!isAccepted) return
      const { content: payload, ...envelope } = command
      const longer = read(decider.evolve(state, { ...envelope, payload }), now)
      const of = longer.filter(({ dispatch, limit }) => limit === (work ? "承办" : "办结") && dispatch === work?.id)
      expect(of.map(({ reading }) => [reading.leftOut, reading.total])).toEqual([[undefined, (work ? 3 : 5) + sum]])
    }),
    { numRuns: 250 },
  )
  expect(Math.min(...Object.values(found))).toBeGreaterThan(0)
})
