/**
 * Holding (单项星持有): which badges are held, and how many may be while it is not known of some whether they are earned.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Badge } from "./Clause.js"
import type { Verdict } from "./World.js"

// ---------------------------------------------------------------- operations

/** How many badges have one of the verdicts. @internal */
export const countOf = (held: ReadonlyMap<string, Verdict>, ...verdicts: ReadonlyArray<Verdict>): Exact.Exact =>
  Exact.integerUnsafe([...held.values()].filter((verdict) => verdicts.includes(verdict)).length)

/** What may turn out of what is not known; nothing where that is too much to tell. @internal */
export const turnsOf = (verdicts: ReadonlyArray<Verdict>): ReadonlyArray<ReadonlyArray<Verdict>> =>
  verdicts.filter((verdict) => verdict === "unknown").length > 8
    ? []
    : verdicts.reduce<ReadonlyArray<ReadonlyArray<Verdict>>>(
        (turns, verdict) =>
          (verdict === "unknown" ? (["yes", "no"] as const) : [verdict]).flatMap((one) =>
            turns.map((turn) => [...turn, one]),
          ),
        [[]],
      )

/** Which badges are held: each that is earned by itself, once those it needs are held. @internal */
export const heldOf = (badges: ReadonlyArray<Badge>, earned: ReadonlyArray<Verdict>): ReadonlyMap<string, Verdict> => {
  const held = new Map<string, Verdict>()
  for (const [index, badge] of badges.entries()) {
    const all = [earned[index], ...badge.needs.map((id) => held.get(id) ?? "no")]
    held.set(badge.id, all.includes("no") ? "no" : all.includes("unknown") ? "unknown" : "yes")
  }
  return held
}
