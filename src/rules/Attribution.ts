/**
 * Attribution (归因): which of several differences makes something move, found by trying versions that have some of them.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- models

/** Something that moves: how it is before and after, and the differences that can have to do with it. @internal */
export interface Moving {
  readonly subject: string
  readonly aspect: string
  readonly before: string
  readonly after: string
  readonly among: ReadonlyArray<string>
}

/**
 * How it would be in the version with these differences made; nothing where that version is none. `cost` is what a trial
 * that was not made before would take of the budget. @internal
 */
export interface Trials {
  readonly cost: (chosen: ReadonlyArray<string>, moving: Moving) => number
  readonly find: (chosen: ReadonlyArray<string>, moving: Moving) => string | undefined
}

/** @internal */
export interface Cause {
  readonly is: "each" | "together" | "all"
  readonly by: ReadonlyArray<string>
}

// ---------------------------------------------------------------- operations

/** A budget that is drawn on; once it would be overdrawn, nothing more is had of it. */
interface Purse {
  left: number
}

const spend = (purse: Purse, cost: number): boolean => {
  if (cost > purse.left) return false
  purse.left -= cost
  return true
}

/** Whether taking back these differences undoes the move, or making them alone makes it; nothing once the budget is spent. */
const does = (set: ReadonlyArray<string>, moving: Moving, trials: Trials, purse: Purse): boolean | undefined => {
  const rest = moving.among.filter((key) => !set.includes(key))
  if (!spend(purse, trials.cost(rest, moving))) return undefined
  if (trials.find(rest, moving) === moving.before) return true
  if (!spend(purse, trials.cost(set, moving))) return undefined
  return trials.find(set, moving) === moving.after
}

/** Sets of so many of some keys, in their order. */
function* setsOf(keys: ReadonlyArray<string>, size: number, from = 0): Generator<ReadonlyArray<string>> {
  if (size === 0) yield []
  else {
    for (let index = from; index <= keys.length - size; index++) {
      const key = keys[index]
      if (key === undefined) continue
      for (const rest of setsOf(keys, size - 1, index + 1)) yield [key, ...rest]
    }
  }
}

// ---------------------------------------------------------------- decisions

/** The cause of every move, in order: each alone, else the fewest together, else all. @internal */
export const causes = (moves: ReadonlyArray<Moving>, trials: Trials, budget: number): ReadonlyArray<Cause> => {
  const purse: Purse = { left: budget }
  const alone = moves.map((moving) => singles(moving, trials, purse))
  return moves.map((moving, index) => {
    const found = alone[index]
    if (found === undefined) return { is: "all", by: moving.among }
    if (found.length > 0) return { is: "each", by: found }
    const share = { left: Math.floor(purse.left / (moves.length - index)) }
    const before = share.left
    const together = fewest(moving, trials, share)
    purse.left -= before - share.left
    return together === undefined ? { is: "all", by: moving.among } : { is: "together", by: together }
  })
}

/** Those that do it alone; nothing where the budget does not allow to know. */
const singles = (moving: Moving, trials: Trials, purse: Purse): ReadonlyArray<string> | undefined => {
  if (moving.among.length === 1) return moving.among
  const found: Array<string> = []
  for (const key of moving.among) {
    const answer = does([key], moving, trials, purse)
    if (answer === undefined) return undefined
    if (answer) found.push(key)
  }
  return found
}

/** The fewest that do it, at most all of them; nothing where the budget does not allow to know. */
const fewest = (moving: Moving, trials: Trials, purse: Purse): ReadonlyArray<string> | undefined => {
  for (let size = 2; size < moving.among.length; size++) {
    for (const set of setsOf(moving.among, size)) {
      const answer = does(set, moving, trials, purse)
      if (answer === undefined) return undefined
      if (answer) return set
    }
  }
  return moving.among
}
