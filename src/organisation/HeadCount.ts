/**
 * Head-counts (人数): full members and all members are two counts that rules never mix, so they are two types.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- models

declare const full: unique symbol
declare const all: unique symbol

/**
 * A count of full members (正式党员): what the minimum of a branch, the joint branch and the branch committee go by.
 *
 * @category models
 * @since 0.1.0
 */
export type FullMembers = number & { readonly [full]: "full" }

/**
 * A count of all members, probationary ones included (党员): what upper sizes, general branches and committees go by.
 *
 * @category models
 * @since 0.1.0
 */
export type AllMembers = number & { readonly [all]: "all" }

/**
 * Both counts of one organisation or unit.
 *
 * @category models
 * @since 0.1.0
 */
export interface HeadCount {
  readonly full: FullMembers
  readonly all: AllMembers
}
