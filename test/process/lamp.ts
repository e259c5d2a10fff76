/** A made-up matter for the tests of the area: a street lamp that is reported, given to a worker, mended and checked. */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import { type Fault, make as fault } from "../../src/foundation/Fault.js"
import type { Command, Decider, Turn } from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"

export type Ask =
  | { readonly does: "report"; readonly lamps: number }
  | { readonly does: "assign"; readonly worker: string }
  | { readonly does: "mend" }
  | { readonly does: "check"; readonly good: boolean }

export type Happened =
  | { readonly is: "reported"; readonly lamps: number }
  | { readonly is: "assigned"; readonly worker: string }
  | { readonly is: "mended" }
  | { readonly is: "closed" }
  | { readonly is: "reopened" }

export interface Lamp {
  readonly stage: "lit" | "reported" | "assigned" | "mended"
  readonly lamps: number
  readonly worker?: string
  readonly mends: number
  /** The days on which something happened, so that the order of the events shows. */
  readonly days: string
}

export type LampRefusal = Fault<
  "lamp.notLit" | "lamp.notReported" | "lamp.notAssigned" | "lamp.notMended" | "lamp.none"
>

export const initial: Lamp = { stage: "lit", lamps: 0, mends: 0, days: "" }

const refusals = (state: Lamp, ask: Ask): ReadonlyArray<LampRefusal> => {
  switch (ask.does) {
    case "report":
      return [
        ...(state.stage === "lit" ? [] : [fault("lamp.notLit")]),
        ...(ask.lamps > 0 ? [] : [fault("lamp.none", {}, ["content", "lamps"])]),
      ]
    case "assign":
      return state.stage === "reported" ? [] : [fault("lamp.notReported")]
    case "mend":
      return state.stage === "assigned" ? [] : [fault("lamp.notAssigned")]
    case "check":
      return state.stage === "mended" ? [] : [fault("lamp.notMended")]
  }
}

const happened = (ask: Ask): ReadonlyArray<Happened> => {
  switch (ask.does) {
    case "report":
      return [{ is: "reported", lamps: ask.lamps }]
    case "assign":
      return [{ is: "assigned", worker: ask.worker }]
    case "mend":
      return [{ is: "mended" }]
    case "check":
      return ask.good ? [{ is: "closed" }] : [{ is: "reopened" }, { is: "reported", lamps: 1 }]
  }
}

const evolve = (state: Lamp, { on, payload }: Entry<Happened>): Lamp => {
  const days = `${state.days}${on.slice(8)} `
  switch (payload.is) {
    case "reported":
      return { ...state, stage: "reported", lamps: state.lamps + payload.lamps, days }
    case "assigned":
      return { ...state, stage: "assigned", worker: payload.worker, days }
    case "mended":
      return { ...state, stage: "mended", mends: state.mends + 1, days }
    case "closed":
      return { stage: "lit", lamps: 0, mends: state.mends, days }
    case "reopened":
      return { ...state, stage: "lit", lamps: 0, days }
  }
}

export const lamp: Decider<Lamp, Ask, Happened, LampRefusal> = {
  initial,
  decide: (state, { content }) => {
    const reasons = refusals(state, content)
    return reasons.length > 0 ? Result.fail(reasons) : Result.succeed(happened(content))
  },
  evolve,
}

export const day = (offset: number): CivilDate.CivilDate => CivilDate.ofDayNumberUnsafe(19_800 + offset)

export const at = Coordinate.instantUnsafe

/** What an accepted command would have left, whatever the state. */
export const turn = (
  { id, on, recordedAt, actor, content }: Command<Ask>,
  supersedes?: string,
): Entry<Turn<Ask, Happened>> => ({
  ...{ id, on, recordedAt, actor },
  ...(supersedes === undefined ? {} : { supersedes }),
  payload: { content, events: happened(content) },
})

export const asks: fc.Arbitrary<Ask> = fc.oneof(
  fc.record({ does: fc.constant("report" as const), lamps: fc.integer({ min: 0, max: 3 }) }),
  fc.record({ does: fc.constant("assign" as const), worker: fc.constantFrom("w1", "w2") }),
  fc.constant({ does: "mend" as const }),
  fc.record({ does: fc.constant("check" as const), good: fc.boolean() }),
)

/** Commands such as follow one another: the next step of a repair, four times in five. */
export const rounds = (count: number): fc.Arbitrary<ReadonlyArray<Ask>> =>
  fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), asks), { minLength: 1, maxLength: count }).map((drafts) => {
    const next: ReadonlyArray<Ask> = [
      { does: "report", lamps: 2 },
      { does: "assign", worker: "w1" },
      { does: "mend" },
      { does: "check", good: true },
    ]
    let step = 0
    return drafts.map(([chance, ask]) => (chance === 0 ? ask : next[step++ % next.length]!))
  })

export const actors = fc.constantFrom(
  { post: "网格员" },
  { post: "站长", body: "station-3" },
  { post: "电工", person: "p7" },
)
