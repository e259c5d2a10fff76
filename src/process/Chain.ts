/**
 * Hash chains (哈希链): what an office wrote, line after line, so that nothing can be changed, left out or slipped in
 * without its being found, while a payload can still be deleted where the law demands it.
 *
 * @since 0.1.0
 */
import type { Fault } from "../foundation/Fault.js"

// ---------------------------------------------------------------- errors

/**
 * @category errors
 * @since 0.1.0
 */
export type ChainFault = Fault<
  | "chain.notJson"
  | "chain.notCanonical"
  | "chain.digest"
  | "chain.fork"
  | "chain.gap"
  | "chain.previous"
  | "chain.secret"
  | "chain.missing"
  | "chain.kept"
  | "chain.erases"
  | "chain.head"
  | "chain.noLine"
  | "chain.erasedBefore"
>
