/**
 * Guards (前提条件): what must have happened before a move may be taken, as a small closed tree of data.
 *
 * A guard speaks of how often moves were taken, of what fields hold, and of facts that whoever asks knows and names (公示期满,
 * 到会人数符合规定). It never reads a clock: that time is up is a fact that is told.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { type Fault, make as fault } from "../foundation/Fault.js"

// ---------------------------------------------------------------- models

/**
 * How often any of some moves were taken: at least, at most, or both. With `since` only what came after the last of those
 * moves counts, so that one guard can count within an attempt (`since` the moves that open a further one) and another in
 * the whole matter.
 *
 * @category models
 * @since 0.1.0
 */
export interface Count {
  readonly count: ReadonlyArray<string>
  readonly since?: ReadonlyArray<string>
  readonly least?: number
  readonly most?: number
}

/**
 * Whether the value that a choice field was last given is one of some.
 *
 * @category models
 * @since 0.1.0
 */
export interface Within {
  readonly field: string
  readonly in: ReadonlyArray<string>
  readonly since?: ReadonlyArray<string>
}

/**
 * Whether a field was given a value at all.
 *
 * @category models
 * @since 0.1.0
 */
export interface Has {
  readonly has: string
  readonly since?: ReadonlyArray<string>
}

/**
 * A fact that whoever asks knows, by its name.
 *
 * @category models
 * @since 0.1.0
 */
export interface Told {
  readonly told: string
}

/**
 * What a guard reads of the world.
 *
 * @category models
 * @since 0.1.0
 */
export type Leaf = Count | Within | Has | Told

/**
 * A condition of a move: a leaf, or all of some, any of some, or not one.
 *
 * @category models
 * @since 0.1.0
 */
export type Guard =
  | Leaf
  | { readonly all: ReadonlyArray<Guard> }
  | { readonly any: ReadonlyArray<Guard> }
  | { readonly not: Guard }

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a guard: an id that is empty or holds a control character, and a count that bounds nothing.
 *
 * @category errors
 * @since 0.1.0
 */
export type GuardFault = Fault<"guard.badId" | "guard.noBound">

// ---------------------------------------------------------------- schemas

/**
 * An id that a workflow gives to one of its parts: not empty and without control characters (`guard.badId`).
 *
 * @category schemas
 * @since 0.1.0
 */
export const Id: Schema.Codec<string> = /* @__PURE__ */ Schema.NonEmptyString.check(
  /* @__PURE__ */ Schema.makeFilter((id: string) => !hasControl(id) || "guard.badId"),
)

const hasControl = (id: string): boolean =>
  Array.from(id).some((sign) => sign < " " || (sign >= "\u007f" && sign <= "\u009f"))

const Ids = /* @__PURE__ */ Schema.Array(Id)
const times = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 1_000_000 }))

/**
 * The schema of {@link Guard}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Guard: Schema.Codec<Guard> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    count: Ids,
    since: /* @__PURE__ */ Schema.optionalKey(Ids),
    least: /* @__PURE__ */ Schema.optionalKey(times),
    most: /* @__PURE__ */ Schema.optionalKey(times),
  }),
  /* @__PURE__ */ Schema.Struct({ field: Id, in: Ids, since: /* @__PURE__ */ Schema.optionalKey(Ids) }),
  /* @__PURE__ */ Schema.Struct({ has: Id, since: /* @__PURE__ */ Schema.optionalKey(Ids) }),
  /* @__PURE__ */ Schema.Struct({ told: Id }),
  /* @__PURE__ */ Schema.Struct({
    all: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.suspend((): Schema.Codec<Guard> => Guard)),
  }),
  /* @__PURE__ */ Schema.Struct({
    any: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.suspend((): Schema.Codec<Guard> => Guard)),
  }),
  /* @__PURE__ */ Schema.Struct({ not: /* @__PURE__ */ Schema.suspend((): Schema.Codec<Guard> => Guard) }),
])

// ---------------------------------------------------------------- guards

/**
 * Whether a text can be the id of a part of a workflow, or of a matter that goes through one.
 *
 * @example
 * ```ts
 * import { Guard } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Guard.isId("派单"), true)
 * assert.equal(Guard.isId(""), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isId = (text: string): boolean => text !== "" && !hasControl(text)

/**
 * Whether a number of times lies within the bounds of a count.
 *
 * @example
 * ```ts
 * import { Guard } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Guard.counts({ count: ["退回"], least: 2 }, 2), true)
 * assert.equal(Guard.counts({ count: ["退回"], most: 1 }, 2), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const counts = ({ least, most }: Count, times: number): boolean =>
  (least === undefined || times >= least) && (most === undefined || times <= most)

// ---------------------------------------------------------------- getters

/**
 * The leaves of a guard, in order, each with the path that leads to it.
 *
 * @example
 * ```ts
 * import { Guard } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const guard: Guard.Guard = { all: [{ told: "公示期满" }, { not: { has: "异议" } }] }
 * assert.deepEqual(Guard.leaves(guard), [
 *   { leaf: { told: "公示期满" }, path: ["all", 0] },
 *   { leaf: { has: "异议" }, path: ["all", 1, "not"] },
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const leaves = (self: Guard): ReadonlyArray<{ readonly leaf: Leaf; readonly path: Fault["path"] }> =>
  leavesAt(self, [])

const leavesAt = (self: Guard, path: Fault["path"]): ReturnType<typeof leaves> => {
  if ("all" in self) return self.all.flatMap((part, index) => leavesAt(part, [...path, "all", index]))
  if ("any" in self) return self.any.flatMap((part, index) => leavesAt(part, [...path, "any", index]))
  return "not" in self ? leavesAt(self.not, [...path, "not"]) : [{ leaf: self, path }]
}

// ---------------------------------------------------------------- decisions

/**
 * Whether a guard holds, from what each leaf comes to: `undefined` is not known. What is not known stays so unless the
 * rest decides: of all one that fails is enough, of any one that holds.
 *
 * @example
 * ```ts
 * import { Guard } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const guard: Guard.Guard = { any: [{ told: "公示期满" }, { told: "上级批准" }] }
 * const knowing = (facts: Record<string, boolean>) => (leaf: Guard.Leaf) => ("told" in leaf ? facts[leaf.told] : false)
 * assert.equal(Guard.holds(guard, knowing({ 上级批准: true })), true)
 * assert.equal(Guard.holds(guard, knowing({ 上级批准: false })), undefined)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const holds = (self: Guard, read: (leaf: Leaf) => boolean | undefined): boolean | undefined => {
  if ("all" in self) return together(self.all, read, false)
  if ("any" in self) return together(self.any, read, true)
  if (!("not" in self)) return read(self)
  const inner = holds(self.not, read)
  return inner === undefined ? undefined : !inner
}

/** `decisive` is the answer that one part gives for the whole. */
const together = (
  parts: ReadonlyArray<Guard>,
  read: (leaf: Leaf) => boolean | undefined,
  decisive: boolean,
): boolean | undefined => {
  let answer: boolean | undefined = !decisive
  for (const part of parts) {
    const found = holds(part, read)
    if (found === decisive) return decisive
    if (found === undefined) answer = undefined
  }
  return answer
}

/**
 * What is wrong with a guard that its schema cannot say: a count that bounds nothing.
 *
 * @example
 * ```ts
 * import { Guard } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Guard.check({ not: { count: ["退回"] } }).map(({ code, path }) => [code, ...path]), [
 *   ["guard.noBound", "not"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: Guard): ReadonlyArray<GuardFault> =>
  leaves(self).flatMap(({ leaf, path }) =>
    "count" in leaf && leaf.least === undefined && leaf.most === undefined
      ? [fault("guard.noBound", { moves: leaf.count.join("、") }, path)]
      : [],
  )
