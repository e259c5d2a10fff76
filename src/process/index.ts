/**
 * The modules of `dangjian/process`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Actor}: Actors (行为人): who does something, told by the post that lets them do it (职务), and not by name.
 * - {@link Journal}: Journals (流水账): what was recorded about a matter, by whom, for which day and when; nothing is ever changed in one.
 * - {@link Chain}: Hash chains (哈希链): what an office wrote, line after line, so that nothing can be changed, left out or slipped in without its being found, while a payload can still be deleted where the law demands it.
 * - {@link Decider}: Deciders (决定规则): what may happen to a matter and what becomes of it, as three pure parts.
 * - {@link ProcessTexts}: The sentences of every fault and finding that the process area raises, in Chinese and English.
 *
 * @module process
 * @since 0.1.0
 */

/**
 * Actors (行为人): who does something, told by the post that lets them do it (职务), and not by name.
 *
 * @since 0.1.0
 */
export * as Actor from "./Actor.js"

/**
 * Journals (流水账): what was recorded about a matter, by whom, for which day and when; nothing is ever changed in one.
 *
 * A journal is a set of entries. Its order is that of their effective days, then of the instants of recording, then of
 * the ids, so that neither the order of writing nor that of merging matters.
 *
 * @since 0.1.0
 */
export * as Journal from "./Journal.js"

/**
 * Hash chains (哈希链): what an office wrote, line after line, so that nothing can be changed, left out or slipped in
 * without its being found, while a payload can still be deleted where the law demands it.
 *
 * Every office, device or register that writes is an origin (来源) with a chain of its own, so that several can write
 * without a connection and be put together later. A line holds what must stay: when, by which post, and digests. The
 * person and the payload stand apart, behind a salt; what is deleted is that part, and the deletion is a line itself.
 *
 * @since 0.1.0
 */
export * as Chain from "./Chain.js"

/**
 * Deciders (决定规则): what may happen to a matter and what becomes of it, as three pure parts.
 *
 * @since 0.1.0
 */
export * as Decider from "./Decider.js"

/**
 * The sentences of every fault and finding that the process area raises, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as ProcessTexts from "./ProcessTexts.js"
