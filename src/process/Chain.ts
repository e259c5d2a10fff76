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
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { type CanonicalFault, text as canonicalText, type Limits } from "../foundation/Canonical.js"
import { Citation } from "../foundation/Citation.js"
import { CivilDate } from "../foundation/CivilDate.js"
import { contentText } from "../foundation/ContentText.js"
import * as Coordinate from "../foundation/Coordinate.js"
import { Digest, type DigestFault, of as digestOf, ofUnsafe, salted } from "../foundation/Digest.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { byText } from "../foundation/TextOrder.js"
import type { Actor } from "./Actor.js"
import * as Journal from "./Journal.js"

// ---------------------------------------------------------------- models

/**
 * What a recorded deletion (删除记录) names: the line whose person and payload were deleted, by origin, number and digest,
 * and the ground of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Erasure {
  readonly origin: string
  readonly number: number
  readonly digest: Digest
  readonly ground: Citation
}

/**
 * One line of a chain (一行): its origin and its number there, counted from 1; what an entry says besides the person and
 * the payload; for a recorded deletion what it deleted; `secret`, the salted digest of person and payload; `previous`,
 * the digest of the line before; and `digest`, that of the line itself.
 *
 * @category models
 * @since 0.1.0
 */
export interface Line {
  readonly origin: string
  readonly number: number
  readonly id: string
  readonly on: CivilDate
  readonly recordedAt: Coordinate.Instant
  readonly post: string
  readonly body?: string
  readonly supersedes?: string
  readonly erases?: Erasure
  readonly secret: Digest
  readonly previous: Digest
  readonly digest: Digest
}

/**
 * What stands apart from a line and can be deleted: the salt, the person where one is named, and the payload. A recorded
 * deletion has no payload.
 *
 * @category models
 * @since 0.1.0
 */
export interface Open<P> {
  readonly salt: string
  readonly person?: string
  readonly payload?: P
}

/**
 * A line with what stands apart from it, as long as that was not deleted.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sealed<P> {
  readonly line: Line
  readonly open?: Open<P>
}

/**
 * The chains of one or more origins as a stored document: each line once, by origin, number and digest.
 *
 * @category models
 * @since 0.1.0
 */
export interface Chain<P> {
  readonly format: 1
  readonly lines: ReadonlyArray<Sealed<P>>
}

/**
 * How far the chain of an origin reaches: its number of lines, and digest and instant of recording of the last. A head that is deposited
 * elsewhere shows later whether lines were cut off at the end.
 *
 * @category models
 * @since 0.1.0
 */
export interface Head {
  readonly origin: string
  readonly count: number
  readonly digest: Digest
  readonly recordedAt?: Coordinate.Instant
}

/**
 * A chain that was verified: how many lines, and the head of each origin.
 *
 * @category models
 * @since 0.1.0
 */
export interface Verified {
  readonly count: number
  readonly heads: ReadonlyArray<Head>
}

/**
 * A new line, and the head that the next one follows.
 *
 * @category models
 * @since 0.1.0
 */
export interface Appended<P> {
  readonly sealed: Sealed<P>
  readonly head: Head
}

/**
 * The wish to delete the payload of a line: which line, on what ground, by whom, when, and under which id it is recorded.
 *
 * @category models
 * @since 0.1.0
 */
export interface Deletion {
  readonly id: string
  readonly on: CivilDate
  readonly recordedAt: Coordinate.Instant
  readonly actor: Actor
  readonly origin: string
  readonly number: number
  readonly ground: Citation
}

// ---------------------------------------------------------------- errors

/**
 * What is wrong with the first bad line (`chain.digest`, `chain.fork`, `chain.gap`, `chain.previous`, `chain.clock`,
 * `chain.secret`, `chain.missing`, `chain.kept`, `chain.erases`, `chain.head`, each told at {@link verify}); a text that is no JSON, or
 * not the canonical text; a deletion of a line that there is not, or that was deleted before.
 *
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
  | "chain.clock"
  | "chain.secret"
  | "chain.missing"
  | "chain.kept"
  | "chain.erases"
  | "chain.head"
  | "chain.noLine"
  | "chain.erasedBefore"
>

// ---------------------------------------------------------------- schemas

const Count: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isGreaterThanOrEqualTo(0))

const Place: Schema.Codec<number> = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isGreaterThanOrEqualTo(1))

/**
 * The schema of {@link Erasure}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Erasure: Schema.Codec<Erasure> = /* @__PURE__ */ Schema.Struct({
  origin: Schema.NonEmptyString,
  number: Place,
  digest: Digest,
  ground: Citation,
})

/**
 * The schema of {@link Line}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Line: Schema.Codec<Line> = /* @__PURE__ */ Schema.Struct({
  origin: Schema.NonEmptyString,
  number: Place,
  id: Schema.NonEmptyString,
  on: CivilDate,
  recordedAt: Coordinate.Instant,
  post: Schema.NonEmptyString,
  body: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  supersedes: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  erases: /* @__PURE__ */ Schema.optionalKey(Erasure),
  secret: Digest,
  previous: Digest,
  digest: Digest,
})

/**
 * The schema of {@link Head}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Head: Schema.Codec<Head> = /* @__PURE__ */ Schema.Struct({
  origin: Schema.NonEmptyString,
  count: Count,
  digest: Digest,
  recordedAt: /* @__PURE__ */ Schema.optionalKey(Coordinate.Instant),
})

// ---------------------------------------------------------------- constructors

/**
 * The head of a chain before its first line: what that line has as `previous`. Its digest is that of the document
 * `{ format: 1, origin }`.
 *
 * @example
 * ```ts
 * import { Chain } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const head = Chain.start("station-3")
 * assert.deepEqual([head.origin, head.count], ["station-3", 0])
 * assert.notEqual(head.digest, Chain.start("station-4").digest)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const start = (origin: string): Head => ({ origin, count: 0, digest: ofUnsafe({ format: 1, origin }) })

/**
 * The chain of lines in any order, those of several origins too: each line once, open where any copy of it is open, and
 * closed where its deletion is recorded.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const entry = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload: "巡查", // made up
 * }
 * const { sealed } = Result.getOrThrow(Chain.append(Chain.start("station-3"), entry, "6f1c0b7e52a94d38"))
 * assert.equal(Chain.of([sealed, { line: sealed.line }]).lines.length, 1)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = <P>(lines: Iterable<Sealed<P>>): Chain<P> => {
  const given = [...lines]
  const gone = deletions(given.map(({ line }) => line))
  const inOrder = given.map((each) => (gone.has(key(each.line)) ? { line: each.line } : each)).sort(byPlace)
  return { format: 1, lines: inOrder.filter((each, place) => !repeats(each, inOrder[place - 1])) }
}

const key = ({ origin, number, digest }: Pick<Line, "origin" | "number" | "digest">): string =>
  `${digest} ${number} ${origin}`

const deletions = (lines: ReadonlyArray<Line>): ReadonlySet<string> =>
  new Set(lines.flatMap(({ erases }) => (erases === undefined ? [] : [key(erases)])))

const byLine = (a: Line, b: Line): number =>
  byText(a.origin, b.origin) || a.number - b.number || byText(a.digest, b.digest)

// Whole texts are compared only at one place in the chain. There an open copy of a line stands before a closed one.
const byPlace = <P>(a: Sealed<P>, b: Sealed<P>): number =>
  byLine(a.line, b.line) || (a === b ? 0 : byText(contentText(a), contentText(b)))

const repeats = <P>(each: Sealed<P>, before: Sealed<P> | undefined): boolean => {
  if (before === undefined || byLine(before.line, each.line) !== 0) return false
  return each.open === undefined
    ? contentText(before.line) === contentText(each.line)
    : contentText(before) === contentText(each)
}

/**
 * The next line of an origin for an entry, sealed with a salt. The salt comes from the caller, out of a source of
 * randomness and for this line only. Fails with the faults of `Digest.salted` where the salt is too short or the entry
 * is no data, and with `chain.clock` where it says that it was recorded before the line that it follows: what was known
 * at an instant must not change afterwards. An office whose clock was put back records with the instant of its last line.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const entry = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长", person: "p7" },
 *   payload: "巡查", // made up
 * }
 * const first = Result.getOrThrow(Chain.append(Chain.start("station-3"), entry, "6f1c0b7e52a94d38"))
 * const next = Result.getOrThrow(Chain.append(first.head, { ...entry, id: "e2" }, "d07be43c98f1562a"))
 * assert.equal(next.sealed.line.previous, first.sealed.line.digest)
 * assert.equal(next.head.count, 2)
 * assert.equal("person" in next.sealed.line, false)
 * assert.equal(Result.isFailure(Chain.append(next.head, entry, "short")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const append = <P>(
  head: Head,
  { actor, payload, id, on, recordedAt, supersedes }: Journal.Entry<P>,
  salt: string,
): Result.Result<Appended<P>, ReadonlyArray<ChainFault | DigestFault | CanonicalFault>> => {
  const { person, post, body } = actor
  const open: Open<P> = { salt, ...(person === undefined ? {} : { person }), payload }
  return sealed(head, open, {
    ...{ id, on, recordedAt, post },
    ...(body === undefined ? {} : { body }),
    ...(supersedes === undefined ? {} : { supersedes }),
  })
}

type Said = Omit<Line, "origin" | "number" | "secret" | "previous" | "digest">

const sealed = <P>(
  { origin, count, digest: previous, recordedAt: last }: Head,
  open: Open<P>,
  said: Said,
): Result.Result<Appended<P>, ReadonlyArray<ChainFault | DigestFault | CanonicalFault>> => {
  const { recordedAt } = said
  const secret = secretOf(open)
  const wrong = last !== undefined && recordedAt < last ? [fault("chain.clock", { origin, number: count + 1 })] : []
  if (Result.isFailure(secret)) return Result.fail([...wrong, ...secret.failure])
  if (wrong.length > 0) return Result.fail(wrong)
  const bare = { ...said, origin, number: count + 1, secret: secret.success, previous }
  return Result.map(digestOf(bare), (digest) => ({
    sealed: { line: { ...bare, digest }, open },
    head: { origin, count: count + 1, digest, recordedAt },
  }))
}

const secretOf = <P>({ salt, ...hidden }: Open<P>) => salted(salt, hidden)

/**
 * A stored chain, with the five operations of a document, from the name of the document and the schema of a payload.
 *
 * @example
 * ```ts
 * import { Chain } from "dangjian/process"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Notes = Chain.document("Notes", Schema.String)
 * assert.equal(Notes.is({ format: 1, lines: [] }), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const document = <P>(name: string, payload: Schema.Codec<P>): Document.Document<Chain<P>> =>
  Document.make<Chain<P>>({
    name,
    format: 1,
    schema: () => {
      const text = Schema.NonEmptyString
      const open = Schema.Struct({
        salt: text,
        person: Schema.optionalKey(text),
        payload: Schema.optionalKey(payload),
      })
      const line = Schema.Struct({ line: Line, open: Schema.optionalKey(open) })
      return Schema.Struct({ format: Schema.Literal(1), lines: Schema.Array(line) })
    },
  })

/**
 * A chain read from its text: the canonical text of a stored chain and no other, so that a change of any one byte of it
 * is found, here or by {@link verify}. Fails with `chain.notJson`, with `chain.notCanonical`, or with every fault of the
 * document.
 *
 * @example
 * ```ts
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Notes = Chain.document("Notes", Schema.String)
 * assert.deepEqual(Result.getOrThrow(Chain.parse(Notes, '{"format":1,"lines":[]}')), Chain.of([]))
 * assert.equal(Result.isFailure(Chain.parse(Notes, '{"format":1, "lines":[]}')), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const parse = <P>(
  document: Document.Document<Chain<P>>,
  text: string,
  limits?: Partial<Limits>,
): Result.Result<Chain<P>, ReadonlyArray<Fault>> => {
  const value = json(text)
  if (value === undefined) return Result.fail([fault("chain.notJson")])
  const decoded = document.decode(value, limits)
  if (Result.isFailure(decoded)) return decoded
  const canonical = canonicalText(decoded.success, limits)
  if (Result.isFailure(canonical)) return Result.fail(canonical.failure)
  return canonical.success === text ? decoded : Result.fail([fault("chain.notCanonical")])
}

const json = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

// ---------------------------------------------------------------- getters

/**
 * The head of an origin in a chain: what its next line follows, and what can be deposited elsewhere.
 *
 * @example
 * ```ts
 * import { Chain } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Chain.head(Chain.of([]), "station-3"), Chain.start("station-3"))
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const head = <P>({ lines }: Chain<P>, origin: string): Head =>
  lines.reduce<Head>(
    (before, { line: { origin: its, number, digest, recordedAt } }) =>
      its === origin && number > before.count ? { origin, count: number, digest, recordedAt } : before,
    start(origin),
  )

/**
 * The canonical text of a chain, see {@link parse}.
 *
 * @example
 * ```ts
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Result.getOrThrow(Chain.text(Chain.of([]))), '{"format":1,"lines":[]}')
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = <P>(
  chain: Chain<P>,
  limits?: Partial<Limits>,
): Result.Result<string, ReadonlyArray<CanonicalFault>> => canonicalText(of(chain.lines), limits)

/**
 * The entries of a chain that are still open, as a journal. Recorded deletions are no entries.
 *
 * **Gotchas**
 *
 * A correction whose payload was deleted is not among them, and what it superseded is. For a view use {@link known} or
 * {@link asOf}, in which a deleted correction goes on superseding.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const entry = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长", person: "p7" },
 *   payload: "巡查", // made up
 * }
 * const { sealed } = Result.getOrThrow(Chain.append(Chain.start("station-3"), entry, "6f1c0b7e52a94d38"))
 * assert.deepEqual(Chain.entries(Chain.of([sealed])), [entry])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const entries = <P>(chain: Chain<P>): Journal.Journal<P> => opened(lineEntries(chain))

const lineEntries = <P>({ lines }: Chain<P>): Journal.Journal<Sealed<P>> =>
  Journal.of(lines.flatMap((each) => (each.line.erases === undefined ? [lineEntry(each)] : [])))

const lineEntry = <P>(sealed: Sealed<P>): Journal.Entry<Sealed<P>> => {
  const { id, on, recordedAt, supersedes, post, body } = sealed.line
  const person = sealed.open?.person
  const actor = { post, ...(body === undefined ? {} : { body }), ...(person === undefined ? {} : { person }) }
  return { id, on, recordedAt, ...(supersedes === undefined ? {} : { supersedes }), actor, payload: sealed }
}

const opened = <P>(journal: Journal.Journal<Sealed<P>>): Journal.Journal<P> =>
  Journal.of(
    journal.flatMap(({ payload: { open }, ...envelope }) =>
      open?.payload === undefined ? [] : [{ ...envelope, payload: open.payload }],
    ),
  )

/**
 * The ids of the entries that were deleted everywhere in a chain, in order. Their content is gone and the ids stay used:
 * give them to `Decider.erased` before the matter is read from {@link entries}, so that a command that was deleted is not
 * accepted a second time when it is sent again.
 *
 * @example
 * ```ts
 * import { Chain } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Chain.erasedIds(Chain.of([])), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const erasedIds = <P>(chain: Chain<P>): ReadonlyArray<string> => {
  const written = chain.lines.filter(({ line }) => line.erases === undefined)
  const there = new Set(written.flatMap(({ line, open }) => (open === undefined ? [] : [line.id])))
  return [...new Set(written.map(({ line }) => line.id).filter((id) => !there.has(id)))].sort(byText)
}

// ---------------------------------------------------------------- operations

/**
 * Several chains as one, such as those of offices that wrote without a connection: every line of any, each once. It is
 * the same in whichever order chains are merged and however often. A deletion that one of them records closes the line
 * in all.
 *
 * **Gotchas** Verify a chain that comes from outside before it is merged: a deletion that it records is carried out here.
 *
 * @example
 * ```ts
 * import { Chain } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Chain.merge(Chain.of([]), Chain.of([])), Chain.of([]))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const merge = <P>(one: Chain<P>, other: Chain<P>): Chain<P> => of([...one.lines, ...other.lines])

/**
 * A chain with the person and the payload of one line deleted, and a line of the origin that did it which records what
 * was deleted, on what ground and by whom. The chain verifies as before. Fails with `chain.noLine` where there is no such
 * line, with `chain.erasedBefore`, and with the faults of {@link append}.
 *
 * **Gotchas**
 *
 * The line itself stays, with its day, its post and its id, and the day of a rare act can tell who it was about. Where an
 * entry was written in several chains, each of these lines needs a deletion. A line that records a deletion can itself be
 * closed, which takes the person out of it; what was deleted and why stays.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const entry = {
 *   id: "e1",
 *   on,
 *   recordedAt: Coordinate.instantUnsafe(100),
 *   actor: { post: "站长" },
 *   payload: { phone: "示例" }, // made up
 * }
 * const { sealed } = Result.getOrThrow(Chain.append(Chain.start("station-3"), entry, "6f1c0b7e52a94d38"))
 * const deletion = {
 *   id: "d1",
 *   on,
 *   recordedAt: Coordinate.instantUnsafe(200),
 *   actor: { post: "档案员" },
 *   origin: "station-3",
 *   number: 1,
 *   ground: { title: "示例办法", article: 9, standing: "transcription" }, // made up
 * } as const
 * const erased = Result.getOrThrow(Chain.erase(Chain.of([sealed]), "hall-1", deletion, "d07be43c98f1562a"))
 * assert.deepEqual(Chain.entries(erased), [])
 * assert.equal(Result.isSuccess(Chain.verify(erased)), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const erase = <P>(
  chain: Chain<P>,
  by: string,
  { actor, origin, number, ground, id, on, recordedAt }: Deletion,
  salt: string,
): Result.Result<Chain<P>, ReadonlyArray<ChainFault | DigestFault | CanonicalFault>> => {
  const targets = chain.lines.filter(({ line }) => line.origin === origin && line.number === number)
  if (targets.length === 0) return Result.fail([fault("chain.noLine", { origin, number })])
  const gone = deletions(chain.lines.map(({ line }) => line))
  const target = targets.find(({ line }) => !gone.has(key(line)))
  if (target === undefined) return Result.fail([fault("chain.erasedBefore", { origin, number })])
  const { person, post, body } = actor
  const open: Open<P> = { salt, ...(person === undefined ? {} : { person }) }
  const erases = { origin, number, digest: target.line.digest, ground }
  const said = { id, on, recordedAt, post, ...(body === undefined ? {} : { body }), erases }
  return Result.map(sealed(head(chain, by), open, said), (appended) => of([...chain.lines, appended.sealed]))
}

/**
 * The open entries of a chain that count with the knowledge of an instant, as `Journal.known` has them. An entry whose
 * payload was deleted shows nothing and goes on superseding what it corrected.
 *
 * @example
 * ```ts
 * import { Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Chain.known(Chain.of([]), Coordinate.instantUnsafe(100)), [])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const known = <P>(chain: Chain<P>, knownAt: Coordinate.Instant): Journal.Journal<P> =>
  opened(Journal.known(lineEntries(chain), knownAt))

/**
 * The open entries of a chain that count at a coordinate: {@link known} at its instant, and in effect on or before its
 * day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const at = Coordinate.of(CivilDate.parseUnsafe("2024-03-01"), Coordinate.instantUnsafe(100))
 * assert.deepEqual(Chain.asOf(Chain.of([]), at), [])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const asOf = <P>(chain: Chain<P>, coordinate: Coordinate.Coordinate): Journal.Journal<P> =>
  known(chain, coordinate.knownAt).filter(({ on }) => on <= coordinate.validAt)

// ---------------------------------------------------------------- decisions

/**
 * Whether a chain is whole: how many lines and the head of each origin, or the first bad line, whatever is wrong with it
 * and with those after it. The path of the fault is
 * the place of the line in the document, its parameters name origin and number. Heads that were deposited earlier show
 * whether lines were cut off at the end, which a chain alone cannot.
 *
 * **Details**
 *
 * All that is needed to verify a chain in another language:
 *
 * 1. The *canonical text* of a value is its JSON without white space, the keys of each object in the order of their
 *    UTF-16 code units, with no escape that JSON does not demand (RFC 8785; all numbers are whole).
 * 2. The *digest* of a value is `sha256:` and the lower-case hexadecimal SHA-256 of the UTF-8 bytes of
 *    `dangjian:document:1`, a line feed (U+000A), and the canonical text.
 * 3. Lines are read in the order of their origin (by UTF-16 code units), number and digest. Copies of one line count as
 *    one line, which is open where a copy is.
 * 4. The first line in this order that is bad is told, with the first that is wrong with it, first by itself: its `digest` is that of the line without the member `digest`, or it is bad (`chain.digest`).
 *    Where it is open, its `secret` is `sha256:` and the SHA-256 of the UTF-8 bytes of `dangjian:salted:1`, a line feed,
 *    the number of bytes of the salt in decimal digits, a line feed, the salt, and the canonical text of `open` without
 *    the member `salt`; or it is bad (`chain.secret`). A salt has at least 16 bytes.
 * 5. Then as one of all the lines. No line before it has its origin and number (`chain.fork`). Its number is one more than that of the line before of the same origin, or 1
 *    (`chain.gap`). Its `previous` is the `digest` of the line before, or for the first the digest of
 *    `{"format":1,"origin":…}` (`chain.previous`). Its `recordedAt` is not less than that of the line before
 *    (`chain.clock`). Where a line's `erases` names a line that is there by origin and
 *    number, it names the digest of one such line (`chain.erases`). A line is closed exactly where another line, or a
 *    copy of it, erases it by origin, number and digest: closed without that is `chain.missing`, open in spite of it
 *    `chain.kept`.
 * 6. Each deposited head of at least one line is the number and digest of a line of its origin (`chain.head`).
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const entry = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload: { lamps: 3 }, // made up
 * }
 * const { sealed, head } = Result.getOrThrow(Chain.append(Chain.start("station-3"), entry, "6f1c0b7e52a94d38"))
 * assert.deepEqual(Chain.verify(Chain.of([sealed]), [head]), Result.succeed({ count: 1, heads: [head] }))
 *
 * const forged = { ...sealed, open: { salt: "6f1c0b7e52a94d38", payload: { lamps: 4 } } }
 * const verified = Chain.verify(Chain.of([forged]))
 * assert.deepEqual(Result.isFailure(verified) && verified.failure, {
 *   code: "chain.secret",
 *   path: ["lines", 0],
 *   params: { origin: "station-3", number: 1 },
 * })
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const verify = <P>({ lines }: Chain<P>, heads: ReadonlyArray<Head> = []): Result.Result<Verified, ChainFault> =>
  verified(lines, "lines", heads)

/**
 * {@link verify} for lines without what stands apart from them, as an office may show them to anyone: everything but the
 * payloads.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Chain } from "dangjian/process"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const entry = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(1709251200000),
 *   actor: { post: "站长" },
 *   payload: { lamps: 3 }, // made up
 * }
 * const { sealed } = Result.getOrThrow(Chain.append(Chain.start("station-3"), entry, "6f1c0b7e52a94d38"))
 * assert.equal(Result.isSuccess(Chain.verifyLines([sealed.line])), true)
 * assert.equal(Result.isFailure(Chain.verifyLines([{ ...sealed.line, post: "村民" }])), true)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const verifyLines = (
  lines: ReadonlyArray<Line>,
  heads: ReadonlyArray<Head> = [],
): Result.Result<Verified, ChainFault> =>
  verified(
    lines.map((line) => ({ line })),
    undefined,
    heads,
  )

interface Placed {
  readonly each: Sealed<unknown>
  readonly path: Fault["path"]
}

const verified = (
  lines: ReadonlyArray<Sealed<unknown>>,
  under: string | undefined,
  deposited: ReadonlyArray<Head>,
): Result.Result<Verified, ChainFault> => {
  const path = (index: number) => (under === undefined ? [index] : [under, index])
  const inOrder = lines
    .map((each, index): Placed => ({ each, path: path(index) }))
    .sort((a, b) => byPlace(a.each, b.each))
  const wrong = together(inOrder, under !== undefined)
  return wrong === undefined ? reached(inOrder, deposited) : Result.fail(wrong)
}

const bad = (
  code: ChainFault["code"],
  { origin, number }: Pick<Line, "origin" | "number">,
  path: Fault["path"],
  more: Fault["params"] = {},
): ChainFault => fault(code, { origin, number, ...more }, path)

const alone = ({ line: { digest, ...bare }, open }: Sealed<unknown>): "chain.digest" | "chain.secret" | undefined => {
  if (!gives(digestOf(bare), digest)) return "chain.digest"
  return open === undefined || gives(secretOf(open), bare.secret) ? undefined : "chain.secret"
}

const gives = (result: Result.Result<Digest, unknown>, digest: Digest): boolean =>
  Result.isSuccess(result) && result.success === digest

const together = (inOrder: ReadonlyArray<Placed>, withOpen: boolean): ChainFault | undefined => {
  const lines = inOrder.map(({ each }) => each.line)
  const gone = deletions(lines)
  const there = new Set(lines.map(({ number, origin }) => `${number} ${origin}`))
  const keys = new Set(lines.map(key))
  let before: Placed | undefined
  for (const placed of inOrder) {
    const { each, path } = placed
    const code = alone(each)
    if (code !== undefined) return bad(code, each.line, path)
    const copy = before !== undefined && byLine(before.each.line, each.line) === 0
    const wrong = (copy ? undefined : unlinked(placed, before)) ?? misnamed(placed, there, keys)
    if (wrong !== undefined) return wrong
    const erased = gone.has(key(each.line))
    if (withOpen && erased && each.open !== undefined) return bad("chain.kept", each.line, path)
    if (withOpen && !erased && !copy && each.open === undefined) return bad("chain.missing", each.line, path)
    before = placed
  }
  return undefined
}

const unlinked = ({ each: { line }, path }: Placed, last: Placed | undefined): ChainFault | undefined => {
  const before = last?.each.line.origin === line.origin ? last.each.line : undefined
  if (before?.number === line.number) return bad("chain.fork", line, path)
  const missing = (before?.number ?? 0) + 1
  if (line.number !== missing) return bad("chain.gap", line, path, { missing })
  const previous = before?.digest ?? start(line.origin).digest
  if (line.previous !== previous) return bad("chain.previous", line, path)
  return before !== undefined && line.recordedAt < before.recordedAt ? bad("chain.clock", line, path) : undefined
}

const misnamed = (
  { each: { line }, path }: Placed,
  there: ReadonlySet<string>,
  keys: ReadonlySet<string>,
): ChainFault | undefined => {
  const { erases } = line
  if (erases === undefined || keys.has(key(erases)) || !there.has(`${erases.number} ${erases.origin}`)) return undefined
  return bad("chain.erases", line, path, { target: erases.origin, place: erases.number })
}

const reached = (
  inOrder: ReadonlyArray<Placed>,
  deposited: ReadonlyArray<Head>,
): Result.Result<Verified, ChainFault> => {
  const keys = new Set(inOrder.map(({ each }) => key(each.line)))
  for (const { origin, count, digest } of deposited) {
    if (count > 0 && !keys.has(key({ origin, number: count, digest }))) {
      return Result.fail(fault("chain.head", { origin, number: count }))
    }
  }
  const heads = new Map<string, Head>()
  for (const { each } of inOrder) {
    const { origin, number, digest, recordedAt } = each.line
    heads.set(origin, { origin, count: number, digest, recordedAt })
  }
  return Result.succeed({ count: keys.size, heads: [...heads.values()] })
}
