/**
 * Deciders (决定规则): what may happen to a matter and what becomes of it, as three pure parts.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { contentText } from "../foundation/ContentText.js"
import * as Coordinate from "../foundation/Coordinate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { Actor } from "./Actor.js"
import * as Journal from "./Journal.js"

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
  readonly evolve: (state: S, event: Journal.Entry<E>) => S
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
 * What an accepted command left behind: what was asked, the events it came to, and its version, which is its number among
 * the turns of the matter, counted from 1. Turns that were not written here, such as imported ones, may have none.
 *
 * **Details**
 *
 * Days and instants do not tell in which order commands were accepted: several are of one day and instant, and clocks are
 * put back. The version does, as long as one office writes the matter.
 *
 * @category models
 * @since 0.1.0
 */
export interface Turn<C, E> {
  readonly content: C
  readonly events: ReadonlyArray<E>
  readonly version?: number
}

/**
 * What was asked under an id: the day, who asked, and the content. The instant of recording is no part of it, since a
 * command that is sent again arrives later.
 *
 * @category models
 * @since 0.1.0
 */
export type Asked<C> = Pick<Command<C>, "on" | "actor" | "content">

/**
 * A matter as it stands: its state, its version, which is the number of commands accepted, and what was asked under each
 * id, or that it was deleted since. One more command costs the same however many came before.
 *
 * @category models
 * @since 0.1.0
 */
export interface Stream<S, C> {
  readonly state: S
  readonly version: number
  readonly answered: HashMap.HashMap<string, Asked<C> | undefined>
}

/**
 * What a command came to: the matter after it, and the entry for the journal; none where the same command came before,
 * so that nothing happened.
 *
 * @category models
 * @since 0.1.0
 */
export interface Handled<S, C, E> {
  readonly stream: Stream<S, C>
  readonly entry?: Journal.Entry<Turn<C, E>>
}

/**
 * A command that no longer stands, with every reason.
 *
 * @category models
 * @since 0.1.0
 */
export interface Refused<C, E, R extends Fault = Fault> {
  readonly entry: Journal.Entry<Turn<C, E>>
  readonly reasons: ReadonlyArray<R | DeciderFault>
}

/**
 * A matter decided anew: how it stands, the journal of the commands that stand with the events they come to now, and the
 * commands that do not.
 *
 * @category models
 * @since 0.1.0
 */
export interface Settled<S, C, E, R extends Fault = Fault> {
  readonly stream: Stream<S, C>
  readonly journal: Journal.Journal<Turn<C, E>>
  readonly refused: ReadonlyArray<Refused<C, E, R>>
}

// ---------------------------------------------------------------- errors

/**
 * What every decider refuses: an id that was used for a command with another content, or for one whose content was deleted,
 * and a command made for another
 * version than the one that the matter is at.
 *
 * @category errors
 * @since 0.1.0
 */
export type DeciderFault = Fault<"decider.idTwice" | "decider.erased" | "decider.version">

/**
 * What is found when everything is decided anew: a command that no longer stands.
 *
 * @category errors
 * @since 0.1.0
 */
export type DeciderCode = "decider.refused"

// ---------------------------------------------------------------- schemas

/**
 * The schema of the version of a {@link Turn}: a whole number of at least one.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Version: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(
  /* @__PURE__ */ Schema.isGreaterThanOrEqualTo(1),
)

// ---------------------------------------------------------------- constructors

/**
 * The matter before anything happened.
 *
 * @example
 * ```ts
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const visits: Decider.Decider<number, "visit", "visited"> = { // 走访，示例
 *   initial: 0,
 *   decide: () => Result.succeed(["visited"]),
 *   evolve: (count) => count + 1,
 * }
 * const stream = Decider.start(visits)
 * assert.deepEqual([stream.state, stream.version], [0, 0])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const start = <S, C, E, R extends Fault>({ initial }: Decider<S, C, E, R>): Stream<S, C> => ({
  state: initial,
  version: 0,
  answered: HashMap.empty(),
})

// ---------------------------------------------------------------- getters

/**
 * The commands that no longer stand as findings, one a command, with the codes of all its reasons.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider, Journal } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const lamp: Decider.Decider<boolean, "mend", "mended"> = { // 修灯，示例：只能修一次
 *   initial: false,
 *   decide: (mended) =>
 *     mended ? Result.fail([{ code: "lamp.mended", path: [], params: {} }]) : Result.succeed(["mended"]),
 *   evolve: () => true,
 * }
 * const turn = (id: string, at: number): Journal.Entry<Decider.Turn<"mend", "mended">> => ({
 *   id,
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(at),
 *   actor: { post: "电工" },
 *   payload: { content: "mend", events: ["mended"] },
 * })
 * const merged = Journal.merge([turn("hall-1", 200)], [turn("station-1", 100)])
 * const [finding] = Decider.findings(Decider.settle(lamp, merged))
 * assert.deepEqual([finding?.subject, finding?.params], ["hall-1", { id: "hall-1", codes: "lamp.mended" }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const findings = <S, C, E, R extends Fault>(
  settled: Settled<S, C, E, R>,
): ReadonlyArray<Finding.Finding<DeciderCode>> =>
  settled.refused.map(({ entry, reasons }) => {
    const codes = [...new Set(reasons.map(({ code }) => code))].sort().join("、")
    return Finding.of("must", { code: "decider.refused", subject: entry.id, params: { id: entry.id, codes } })!
  })

// ---------------------------------------------------------------- operations

/**
 * The state after events, without ids and versions: for statistics over many matters.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const visits: Decider.Decider<number, "visit", "visited"> = { // 走访，示例
 *   initial: 0,
 *   decide: () => Result.succeed(["visited"]),
 *   evolve: (count) => count + 1,
 * }
 * const event = {
 *   id: "v1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "网格员" },
 *   payload: "visited",
 * } as const
 * assert.equal(Decider.fold(visits, [event, event]), 2)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const fold = <S, C, E, R extends Fault>(
  decider: Decider<S, C, E, R>,
  events: Iterable<Journal.Entry<E>>,
  from: S = decider.initial,
): S => {
  let state = from
  for (const event of events) state = decider.evolve(state, event)
  return state
}

/**
 * The matter after entries that were recorded. The events are trusted, and nothing is decided: this is how a matter is
 * read from its journal, and a state of an earlier day from a part of it. An id counts once.
 *
 * **Details**
 *
 * The entries are taken in the order in which they were accepted, by their versions, where all of them have one. Where one
 * has none, where two have the same, or where one is missing in between, they are not of one stream, and are taken in the
 * order in which they are given.
 *
 * **When to use** With the entries of one office, or with what `Journal.known` or `Journal.asOf` gives of them. After a
 * merge, or where an entry is dated before others, see {@link settle}: its `journal` is what is kept from then on, in the
 * place of the journals it was made of. With those a later command was not decided on the state that they replay to.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const visits: Decider.Decider<number, "visit", "visited"> = { // 走访，示例
 *   initial: 0,
 *   decide: () => Result.succeed(["visited"]),
 *   evolve: (count) => count + 1,
 * }
 * const entry = {
 *   id: "v1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "网格员" },
 *   payload: { content: "visit", events: ["visited"] },
 * } as const
 * const stream = Decider.replay(visits, [entry, { ...entry, id: "v2" }])
 * assert.deepEqual([stream.state, stream.version], [2, 2])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const replay = <S, C, E, R extends Fault>(
  decider: Decider<S, C, E, R>,
  entries: Iterable<Journal.Entry<Turn<C, E>>>,
  from: Stream<S, C> = start(decider),
): Stream<S, C> => {
  let { state, version } = from
  const fresh: Array<Journal.Entry<Turn<C, E>>> = []
  const answered = HashMap.mutate(from.answered, (known) => {
    for (const entry of entries) {
      if (HashMap.has(known, entry.id)) continue
      HashMap.set(known, entry.id, asked(entry, entry.payload.content))
      fresh.push(entry)
    }
  })
  for (const entry of asAccepted(fresh, from)) {
    state = evolved(decider, state, entry)
    version++
  }
  return { state, version, answered }
}

// Entries of one stream by their versions; entries of several as they are given. What was deleted leaves gaps.
const asAccepted = <S, C, E>(
  entries: Journal.Journal<Turn<C, E>>,
  { answered }: Stream<S, C>,
): Journal.Journal<Turn<C, E>> => {
  const inOrder = entries.toSorted((a, b) => versionOf(a) - versionOf(b))
  const [first, last] = [inOrder[0], inOrder.at(-1)]
  if (first === undefined || last === undefined || versionOf(first) === 0) return entries
  const isTwice = inOrder.some((entry, place) => place > 0 && versionOf(entry) === versionOf(inOrder[place - 1]!))
  const missing = versionOf(last) - versionOf(first) + 1 - entries.length
  if (isTwice || missing < 0) return entries
  return missing === 0 || missing <= erasedIn(answered) ? inOrder : entries
}

const erasedIn = <C>(answered: Stream<unknown, C>["answered"]): number => {
  let count = 0
  for (const asked of HashMap.values(answered)) if (asked === undefined) count++
  return count
}

const versionOf = <C, E>({ payload: { version } }: Journal.Entry<Turn<C, E>>): number => version ?? 0

const asked = <C>({ on, actor }: Pick<Command<C>, "on" | "actor">, content: C): Asked<C> => ({ on, actor, content })

const evolved = <S, C, E, R extends Fault>(
  { evolve }: Decider<S, C, E, R>,
  from: S,
  { payload, supersedes: _, ...envelope }: Journal.Entry<Turn<C, E>>,
): S => payload.events.reduce((state, event) => evolve(state, { ...envelope, payload: event }), from)

/**
 * A matter in which commands were accepted whose content has been deleted since (删除), by their ids: they count, and their
 * ids stay used. Nobody can tell any more whether what is sent again under such an id is the same, so it is refused.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const visits: Decider.Decider<number, "visit", "visited"> = { // 走访，示例
 *   initial: 0,
 *   decide: () => Result.succeed(["visited"]),
 *   evolve: (count) => count + 1,
 * }
 * const stream = Decider.erased(Decider.start(visits), ["v1"])
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const again = { id: "v1", on, recordedAt: Coordinate.instantUnsafe(100), actor: { post: "网格员" }, content: "visit" } as const
 * assert.deepEqual([stream.state, stream.version], [0, 1])
 * assert.equal(Result.isFailure(Decider.handle(visits, stream, again)), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const erased = <S, C>(stream: Stream<S, C>, ids: Iterable<string>): Stream<S, C> => {
  let { version } = stream
  const answered = HashMap.mutate(stream.answered, (known) => {
    for (const id of ids) {
      if (HashMap.has(known, id)) continue
      HashMap.set(known, id, undefined)
      version++
    }
  })
  return { state: stream.state, version, answered }
}

// ---------------------------------------------------------------- decisions

/**
 * What a command comes to. The same command again, told by its id, changes nothing, whatever became of the matter
 * meanwhile; another command under a known id fails with `decider.idTwice`; one made for another version than the one
 * that the matter is at with `decider.version`; all else is for the decider to accept or to refuse. A refused command
 * leaves the matter as it was, and its id free.
 *
 * **Gotchas**
 *
 * Commands are applied as they come. One dated before others already accepted acts on the matter as it stands now;
 * {@link settle} decides all of them again in the order of their days. A command corrects nothing: what was entered wrongly
 * is put right by an entry of the journal that supersedes it, after which the matter is settled, and the stream and the
 * journal that come of that are those to go on with.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const lamp: Decider.Decider<boolean, "mend", "mended"> = { // 修灯，示例：只能修一次
 *   initial: false,
 *   decide: (mended) =>
 *     mended ? Result.fail([{ code: "lamp.mended", path: [], params: {} }]) : Result.succeed(["mended"]),
 *   evolve: () => true,
 * }
 * const command: Decider.Command<"mend"> = {
 *   id: "c1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "电工" },
 *   content: "mend",
 * }
 * const { stream, entry } = Result.getOrThrow(Decider.handle(lamp, Decider.start(lamp), command))
 * assert.deepEqual([stream.state, stream.version, entry?.payload.events], [true, 1, ["mended"]])
 * assert.equal(Result.getOrThrow(Decider.handle(lamp, stream, command)).entry, undefined)
 *
 * const codes = (other: Decider.Command<"mend">) => {
 *   const handled = Decider.handle(lamp, stream, other)
 *   return Result.isFailure(handled) ? handled.failure.map(({ code }) => code) : []
 * }
 * assert.deepEqual(codes({ ...command, actor: { post: "村民" } }), ["decider.idTwice"])
 * assert.deepEqual(codes({ ...command, id: "c2", expects: 0 }), ["decider.version"])
 * assert.deepEqual(codes({ ...command, id: "c2" }), ["lamp.mended"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const handle = <S, C, E, R extends Fault>(
  decider: Decider<S, C, E, R>,
  stream: Stream<S, C>,
  command: Command<C>,
): Result.Result<Handled<S, C, E>, ReadonlyArray<R | DeciderFault>> => {
  const { actor, content, expects, id, on, recordedAt } = command
  if (HashMap.has(stream.answered, id)) {
    const before = HashMap.getUnsafe(stream.answered, id)
    if (before === undefined) return Result.fail([fault("decider.erased", { id }, ["id"])])
    const same = isSame(before, command)
    return same ? Result.succeed({ stream }) : Result.fail([fault("decider.idTwice", { id }, ["id"])])
  }
  if (expects !== undefined && expects !== stream.version) {
    return Result.fail([fault("decider.version", { expected: expects, actual: stream.version }, ["expects"])])
  }
  return Result.map(decider.decide(stream.state, command), (events) => {
    const payload = { content, events, version: stream.version + 1 }
    const entry: Journal.Entry<Turn<C, E>> = { id, on, recordedAt, actor, payload }
    const state = evolved(decider, stream.state, entry)
    const answered = HashMap.set(stream.answered, id, asked(command, content))
    return { stream: { state, version: stream.version + 1, answered }, entry }
  })
}

const isSame = <C>(one: Asked<C>, other: Asked<C>): boolean =>
  contentText(asked(one, one.content)) === contentText(asked(other, other.content))

/**
 * Everything in a journal decided anew, by day, instant, version and id, as after a merge of journals written without a connection, or where
 * an entry came in that is dated before others. A command that is not lawful at its place is left out and told with its
 * reasons. The answer depends on the set of entries alone and not on the order in which they arrived.
 *
 * **Details**
 *
 * Of an id with several contents the one recorded first stands, see `Journal.standing`, and the others are refused with
 * `decider.idTwice`. What a correction supersedes is left out as if it had never been; where the correction itself is
 * refused, it is the correction that is as if it had never been, and everything is decided once more with what it
 * would have replaced. Versions are not compared again: what was expected held when the command was accepted.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider, Journal } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const lamp: Decider.Decider<boolean, "mend", "mended"> = { // 修灯，示例：只能修一次
 *   initial: false,
 *   decide: (mended) =>
 *     mended ? Result.fail([{ code: "lamp.mended", path: [], params: {} }]) : Result.succeed(["mended"]),
 *   evolve: () => true,
 * }
 * const turn = (id: string, at: number): Journal.Entry<Decider.Turn<"mend", "mended">> => ({
 *   id,
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(at),
 *   actor: { post: "电工" },
 *   payload: { content: "mend", events: ["mended"] },
 * })
 * const settled = Decider.settle(lamp, Journal.merge([turn("hall-1", 200)], [turn("station-1", 100)]))
 * assert.deepEqual(settled.journal.map(({ id }) => id), ["station-1"])
 * assert.deepEqual(settled.refused.map(({ entry }) => entry.id), ["hall-1"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const settle = <S, C, E, R extends Fault>(
  decider: Decider<S, C, E, R>,
  journal: Journal.Journal<Turn<C, E>>,
): Settled<S, C, E, R> => {
  const first = Journal.standing(journal)
  const lost: Array<Refused<C, E, R>> = []
  const without = new Set<Journal.Entry<Turn<C, E>>>()
  for (;;) {
    const kept = without.size === 0 ? first : first.filter((entry) => !without.has(entry))
    const settled = decided(decider, Journal.known(kept, EVER).toSorted(byTurn))
    const correction = settled.refused.find(({ entry }) => entry.supersedes !== undefined)
    if (correction !== undefined) {
      without.add(correction.entry)
      lost.push(correction)
      continue
    }
    const refused = [...lost, ...settled.refused, ...usedUp(Journal.of(journal), first)]
    const order = new Map(Journal.of(refused.map(({ entry }) => entry)).map((entry, place) => [entry, place]))
    return { ...settled, refused: refused.sort((a, b) => order.get(a.entry)! - order.get(b.entry)!) }
  }
}

/** The order of a journal, and of what was recorded at one instant for one day the order of acceptance before the ids. */
const byTurn = <C, E>(a: Journal.Entry<Turn<C, E>>, b: Journal.Entry<Turn<C, E>>): number =>
  a.on === b.on && a.recordedAt === b.recordedAt ? versionOf(a) - versionOf(b) : Coordinate.order(a, b)

/** The last instant there is: everything recorded is known. */
const EVER = Number.MAX_SAFE_INTEGER as Coordinate.Instant

const decided = <S, C, E, R extends Fault>(
  decider: Decider<S, C, E, R>,
  entries: Journal.Journal<Turn<C, E>>,
): Settled<S, C, E, R> => {
  const journal: Array<Journal.Entry<Turn<C, E>>> = []
  const refused: Array<Refused<C, E, R>> = []
  let stream = start(decider)
  for (const entry of entries) {
    const { payload, supersedes, ...envelope } = entry
    const handled = handle(decider, stream, { ...envelope, content: payload.content })
    if (Result.isFailure(handled)) {
      refused.push({ entry, reasons: handled.failure })
      continue
    }
    stream = handled.success.stream
    const turn = handled.success.entry!
    journal.push(supersedes === undefined ? turn : { ...turn, supersedes })
  }
  return { stream, journal, refused }
}

/** Entries under an id that another entry uses; those that only repeat it are no matter. */
const usedUp = <C, E>(
  journal: Journal.Journal<Turn<C, E>>,
  first: Journal.Journal<Turn<C, E>>,
): ReadonlyArray<Refused<C, E, never>> => {
  if (journal.length === first.length) return []
  const byId = new Map(first.map((entry) => [entry.id, entry]))
  return journal.flatMap((entry) => {
    const { id } = entry
    const user = byId.get(id)
    if (user === undefined || user === entry) return []
    const same = isSame(asked(user, user.payload.content), asked(entry, entry.payload.content))
    return same ? [] : [{ entry, reasons: [fault("decider.idTwice", { id }, ["id"])] }]
  })
}

/**
 * The matter as it stood at a coordinate: everything recorded by its instant decided in order, as {@link settle} does,
 * and of what stands all that is in effect on its day. What is recorded later never changes the answer.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Decider, Journal } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const visits: Decider.Decider<number, "visit", "visited"> = { // 走访，示例
 *   initial: 0,
 *   decide: () => Result.succeed(["visited"]),
 *   evolve: (count) => count + 1,
 * }
 * const turn = (id: string, on: string, at: number): Journal.Entry<Decider.Turn<"visit", "visited">> => ({
 *   id,
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(at),
 *   actor: { post: "网格员" },
 *   payload: { content: "visit", events: ["visited"] },
 * })
 * const journal = Journal.of([turn("a", "2024-03-01", 100), turn("b", "2024-03-02", 200), turn("c", "2024-03-01", 300)])
 * const visited = (on: string, at: number) =>
 *   Decider.asOf(visits, journal, Coordinate.of(CivilDate.parseUnsafe(on), Coordinate.instantUnsafe(at))).state
 * assert.deepEqual([visited("2024-03-01", 200), visited("2024-03-02", 200), visited("2024-03-02", 300)], [1, 2, 3])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const asOf = <S, C, E, R extends Fault>(
  decider: Decider<S, C, E, R>,
  journal: Journal.Journal<Turn<C, E>>,
  { knownAt, validAt }: Coordinate.Coordinate,
): Stream<S, C> => {
  const recorded = journal.filter(({ recordedAt }) => recordedAt <= knownAt)
  return replay(
    decider,
    settle(decider, recorded).journal.filter(({ on }) => on <= validAt),
  )
}
