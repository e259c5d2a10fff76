/** Offices that write on from one journal without a connection, each with a clock of its own. Everything is made up. */
import * as Result from "effect/Result"
import { expect } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type { Fault } from "../../src/foundation/Fault.js"
import * as Decider from "../../src/process/Decider.js"
import * as Journal from "../../src/process/Journal.js"
import { command } from "./memberBooks.js"

/** A step from the day and the state, and by how many days the clock moves before it. */
export interface Act<S, St> {
  readonly jump: number
  readonly make: (on: CivilDate.CivilDate, state: St) => S
}

interface Content<S> {
  readonly step: S
}

type Entries<S, E> = Journal.Journal<Decider.Turn<Content<S>, E>>

const START = CivilDate.dayNumber(CivilDate.parseUnsafe("2024-07-01"))

/** The journals of the offices, each with all that was written before they parted. */
export const apart = <S, St, E>(
  decider: Decider.Decider<St, Content<S>, E, Fault>,
  before: Entries<S, E>,
  offices: ReadonlyArray<ReadonlyArray<Act<S, St>>>,
): ReadonlyArray<Entries<S, E>> =>
  offices.map((acts, office) => {
    let stream = Decider.replay(decider, before)
    let clock = START
    const written = [...before]
    for (const [place, { jump, make }] of acts.entries()) {
      clock += jump
      const on = CivilDate.ofDayNumberUnsafe(clock)
      const asked = command(`o${office}-${place}`, { on, step: make(on, stream.state) }, 1000 + 10 * place + office)
      const handled = Decider.handle(decider, stream, asked)
      if (Result.isFailure(handled) || handled.success.entry === undefined) continue
      stream = handled.success.stream
      written.push(handled.success.entry)
    }
    return Journal.of(written)
  })

/**
 * What holds of journals merged and decided anew, whatever is in them: the order of merging does not matter, every
 * command stands or is refused, and what is kept settles to itself and is read back as it was decided.
 */
export const settled = <S, St, E>(
  decider: Decider.Decider<St, Content<S>, E, Fault>,
  journals: ReadonlyArray<Entries<S, E>>,
): Decider.Settled<St, Content<S>, E, Fault> => {
  const merged = journals.reduce((one, other) => Journal.merge(one, other), [])
  expect(journals.reduceRight((one, other) => Journal.merge(one, other), [] as Entries<S, E>)).toEqual(merged)
  const whole = Decider.settle(decider, merged)
  const kept = [...whole.journal, ...whole.refused.map(({ entry }) => entry)].map(({ id }) => id)
  expect(kept.sort()).toEqual(merged.map(({ id }) => id).sort())
  const again = Decider.settle(decider, whole.journal)
  expect([again.journal, again.refused, again.stream.state]).toEqual([whole.journal, [], whole.stream.state])
  expect(Decider.replay(decider, whole.journal).state).toEqual(whole.stream.state)
  return whole
}
