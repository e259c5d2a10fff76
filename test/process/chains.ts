/** Chains for the tests of the area; all made up. */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as fc from "fast-check"
import * as Chain from "../../src/process/Chain.js"
import type { Entry } from "../../src/process/Journal.js"
import { entry, type Note } from "./entries.js"
import { at, day } from "./lamp.js"

export const NoteSchema: Schema.Codec<Note> = Schema.Struct({
  text: Schema.String,
  worth: Schema.optionalKey(Schema.Int),
})

export const Notes = Chain.document("Notes", NoteSchema)

export const ground = { title: "示例办法", article: 9, standing: "transcription" } as const

/** Salts for tests are counted; real ones come from a source of randomness. */
export const salt = (count: number): string => `salt-${String(count).padStart(16, "0")}`

export const appended = (
  chain: Chain.Chain<Note>,
  origin: string,
  each: Entry<Note>,
  count: number,
): Chain.Chain<Note> => {
  // An office whose clock goes back records with the instant of its last line.
  const head = Chain.head(chain, origin)
  const recordedAt = at(Math.max(each.recordedAt, head.recordedAt ?? 0))
  const { sealed } = Result.getOrThrow(Chain.append(head, { ...each, recordedAt }, salt(count)))
  return Chain.of([...chain.lines, sealed])
}

export const deletion = (origin: string, number: number, count: number): Chain.Deletion => ({
  ...{ id: `d${count}`, on: day(9), recordedAt: at(1000 + count), actor: { post: "档案员", person: "p9" } },
  ...{ origin, number, ground },
})

export const erased = (
  chain: Chain.Chain<Note>,
  by: string,
  origin: string,
  number: number,
  count: number,
): Chain.Chain<Note> => Result.getOrThrow(Chain.erase(chain, by, deletion(origin, number, count), salt(1000 + count)))

export const origins = ["hall-1", "station-3"] as const

/** Up to eight lines of two origins, and up to three deletions by either, the third perhaps of a deletion. */
export const chains: fc.Arbitrary<Chain.Chain<Note>> = fc
  .tuple(
    fc.array(fc.tuple(entry(20), fc.constantFrom(...origins)), { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(fc.nat(20), fc.constantFrom(...origins)), { maxLength: 3 }),
  )
  .map(([drafts, deletions]) => {
    let chain: Chain.Chain<Note> = Chain.of([])
    for (const [index, [each, origin]] of drafts.entries()) chain = appended(chain, origin, each, index)
    for (const [index, [place, by]] of deletions.entries()) {
      const open = chain.lines.filter((each) => each.open !== undefined)
      const { line } = open[place % open.length]!
      chain = erased(chain, by, line.origin, line.number, index)
    }
    return chain
  })

/** What a verification says: the code with origin and number, or `whole`. */
export const said = (verified: Result.Result<Chain.Verified, Chain.ChainFault>): string =>
  Result.isSuccess(verified)
    ? "whole"
    : `${verified.failure.code} ${verified.failure.params.origin} ${verified.failure.params.number}`
