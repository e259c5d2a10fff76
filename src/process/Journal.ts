/**
 * Journals (流水账): what was recorded about a matter, by whom, for which day and when; nothing is ever changed in one.
 *
 * A journal is a set of entries. Its order is that of their effective days, then of the instants of recording, then of
 * the ids, so that neither the order of writing nor that of merging matters.
 *
 * @since 0.1.0
 */
import type * as Coordinate from "../foundation/Coordinate.js"
import type { Actor } from "./Actor.js"

// ---------------------------------------------------------------- models

/**
 * One entry (一笔记录): its id, the day it takes effect, the instant it was recorded, who did it by which post, and what it
 * says. One that supersedes another corrects it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Entry<P> extends Coordinate.Recorded {
  readonly actor: Actor
  readonly payload: P
}

/**
 * Entries in their order, each once.
 *
 * @category models
 * @since 0.1.0
 */
export type Journal<P> = ReadonlyArray<Entry<P>>

// ---------------------------------------------------------------- errors

/**
 * What can be found in a journal: an id with two contents; an entry that several others supersede. What `Coordinate.check`
 * finds is found as well, under its own codes.
 *
 * @category errors
 * @since 0.1.0
 */
export type JournalCode = "journal.idTwice" | "journal.supersededTwice"
