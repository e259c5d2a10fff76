/**
 * Deciders (决定规则): what may happen to a matter and what becomes of it, as three pure parts.
 *
 * @since 0.1.0
 */
import type * as Result from "effect/Result"
import type { Fault } from "../foundation/Fault.js"
import type * as Coordinate from "../foundation/Coordinate.js"
import type { Actor } from "./Actor.js"
import type { Entry } from "./Journal.js"

// ---------------------------------------------------------------- models

/**
 * A life-cycle: the state before anything happened, what a command comes to in a state (events, or every reason why not),
 * and the state after an event. `decide` refuses; `evolve` never does.
 *
 * @category models
 * @since 0.1.0
 */
export interface Decider<S, C, E, R extends Fault = Fault> {
  readonly initial: S
  readonly decide: (state: S, command: Command<C>) => Result.Result<ReadonlyArray<E>, ReadonlyArray<R>>
  readonly evolve: (state: S, event: Entry<E>) => S
}

/**
 * What somebody asks for: the id, which comes from whoever asks and makes a repetition harmless; the day it takes effect;
 * the instant it was recorded; who asks by which post; which version of the matter was seen, where that must not have
 * changed; and what is asked.
 *
 * @category models
 * @since 0.1.0
 */
export interface Command<C> {
  readonly id: string
  readonly on: Coordinate.Recorded["on"]
  readonly recordedAt: Coordinate.Instant
  readonly actor: Actor
  readonly expects?: number
  readonly content: C
}

/**
 * What an accepted command left behind: what was asked, and the events it came to.
 *
 * @category models
 * @since 0.1.0
 */
export interface Turn<C, E> {
  readonly content: C
  readonly events: ReadonlyArray<E>
}

// ---------------------------------------------------------------- errors

/**
 * What every decider refuses: an id that was used for a command with another content, and a command made for another
 * version than the one that the matter is at.
 *
 * @category errors
 * @since 0.1.0
 */
export type DeciderFault = Fault<"decider.idTwice" | "decider.version">

/**
 * What is found when everything is decided anew: a command that no longer stands.
 *
 * @category errors
 * @since 0.1.0
 */
export type DeciderCode = "decider.refused"
