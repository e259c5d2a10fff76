/** Entries for the laws of journals and chains; all made up. */
import * as fc from "fast-check"
import type { Entry } from "../../src/process/Journal.js"
import { actors, at, day } from "./lamp.js"

export interface Note {
  readonly text: string
  readonly worth?: number
}

export const days = fc.integer({ min: 0, max: 5 }).map(day)
export const instants = fc.integer({ min: 0, max: 8 }).map(at)
const idsOf = (size: number) => fc.integer({ min: 0, max: size - 1 }).map((index) => `e${index}`)
const notes: fc.Arbitrary<Note> = fc.record(
  { text: fc.constantFrom("灯", "井盖", '𠮷\u000b"\\'), worth: fc.integer({ min: -1, max: 1 }) },
  { requiredKeys: ["text"] },
)

export const entry = (ids: number): fc.Arbitrary<Entry<Note>> =>
  fc.record(
    { id: idsOf(ids), on: days, recordedAt: instants, actor: actors, payload: notes, supersedes: idsOf(ids + 1) },
    { requiredKeys: ["id", "on", "recordedAt", "actor", "payload"] },
  )

/** Five ids for up to twelve entries: ids collide, rings close, targets are missing. */
export const wild = fc.array(entry(5), { maxLength: 12 })

/** Every entry under an id of its own; each supersedes, if any, one before it that nothing else supersedes. */
export const clean = fc
  .array(
    fc.record({ on: days, later: fc.integer({ min: 0, max: 3 }), actor: actors, payload: notes, target: fc.nat(9) }),
    {
      maxLength: 10,
    },
  )
  .map((drafts) => {
    const taken = new Set<number>()
    let clock = 0
    return drafts.map(({ later, target, ...rest }, index): Entry<Note> => {
      clock += later
      const free = target < index && !taken.has(target)
      if (free) taken.add(target)
      return { id: `e${index}`, recordedAt: at(clock), ...rest, ...(free ? { supersedes: `e${target}` } : {}) }
    })
  })

export const shuffled = <A>(list: ReadonlyArray<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.shuffledSubarray([...list], { minLength: list.length })
