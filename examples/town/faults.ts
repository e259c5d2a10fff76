/** What is wrong in several steps at once. */
import type { Fault } from "dangjian/foundation"
import * as Result from "effect/Result"

export type Checked<A> = Result.Result<A, ReadonlyArray<Fault.Fault>>

export const faultsIn = (...steps: ReadonlyArray<Checked<unknown>>): ReadonlyArray<Fault.Fault> =>
  steps.flatMap((step) => (Result.isFailure(step) ? step.failure : []))
