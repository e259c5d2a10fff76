/**
 * Impact (影响面): whose value, level, place or quota place moves when a rulebook or the records change, and which clause
 * did it.
 *
 * What moves is the difference of two evaluations. Which clause did it is found by the interpreter as well: taking back
 * exactly that clause undoes the move, or making it alone on the old text makes it.
 *
 * @since 0.1.0
 */
import * as Label from "../foundation/Label.js"
import * as Attribution from "./Attribution.js"
import type * as Difference from "./Difference.js"
import type { Cite } from "./Expression.js"
import * as GroupTable from "./GroupTable.js"
import { type Compared, compare, withOrder } from "./InputDifference.js"
import { evaluate, type Input, type Rating } from "./Interpreter.js"
import type * as Outcome from "./Outcome.js"
import * as Rulebook from "./Rulebook.js"
import { nodesOfBook } from "./Structure.js"
import * as Wording from "./Wording.js"
import { own } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * What kind of clause or record changed: of the text (`class`, `node`, `weight`, `piece` of a curve, `row` of a table, `act`,
 * `cap`, `sameAct`, `validity`, `suspension`, `rounding`, `effect`, `level`, `badge`, `award`, `climb`, `quota`, `ties`,
 * `ranking`, `slot`, the `order` of a list where it says something, the `force` of the version), of the records (`fact`,
 * `subject`, `closure`, `result`, `seed`), or of the question (`period`, `coordinate`, another `book`).
 *
 * @category models
 * @since 0.1.0
 */
export type Part = Difference.Part

/**
 * A clause or record that changed: a key to name it by, its id and path in the new text (in the old one where it was
 * removed), where both texts say so, and how many moves it did. A clause with `moves: 0` moves nobody.
 *
 * @category models
 * @since 0.1.0
 */
export interface Change {
  readonly key: string
  readonly part: Part
  readonly is: "added" | "removed" | "changed" | "renamed"
  readonly id?: string
  readonly path: string
  readonly label?: Label.Label
  readonly before?: Cite
  readonly after?: Cite
  readonly moves: number
}

/**
 * What did a move: `each` of these changes by itself, these `together` and no fewer, or `all` that can have to do with it,
 * where the budget was spent before fewer were found or ruled out.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cause {
  readonly is: "each" | "together" | "all"
  readonly by: ReadonlyArray<string>
}

/**
 * A place in a ranking, without who else is in it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Place {
  readonly place: Outcome.Value
  readonly open: boolean
}

/**
 * What is seen of one subject's result: the class it falls in, the total, the rounded score, the level, the places by
 * ranking, and the quotas whose places were full for it (`behind`). The reasons of an interval are left out; one conflict in
 * the place of another is a move like any other.
 *
 * @category models
 * @since 0.1.0
 */
export interface Seen {
  readonly subject: string
  readonly standing: Outcome.Outcome["standing"]
  readonly total?: Outcome.Value
  readonly score?: Outcome.Value
  readonly level: Outcome.Standing
  readonly places: Readonly<Record<string, Place>>
  readonly behind: ReadonlyArray<string>
}

/**
 * One thing about one subject that is not as it was. `before` or `after` is absent where there was or is nothing of the
 * kind: no score of one who is exempt, nothing at all of a subject that joined or left.
 *
 * @category models
 * @since 0.1.0
 */
export type Move = { readonly subject: string; readonly cause: Cause } & (
  | { readonly what: "standing"; readonly before?: Seen["standing"]; readonly after?: Seen["standing"] }
  | { readonly what: "total" | "score"; readonly before?: Outcome.Value; readonly after?: Outcome.Value }
  | { readonly what: "level"; readonly before?: Outcome.Standing; readonly after?: Outcome.Standing }
  | { readonly what: "place"; readonly ranking: string; readonly before?: Place; readonly after?: Place }
  | { readonly what: "quota"; readonly before?: ReadonlyArray<string>; readonly after?: ReadonlyArray<string> }
)

/**
 * The impact: what changed, what moves, the levels that are only called otherwise, and the quotas whose report is another.
 *
 * @category models
 * @since 0.1.0
 */
export interface Impact {
  readonly changes: ReadonlyArray<Change>
  readonly moves: ReadonlyArray<Move>
  readonly renamed: Readonly<Record<string, string>>
  readonly quotas: ReadonlyArray<{
    readonly quota: string
    readonly group: string
    readonly before?: Outcome.QuotaReport
    readonly after?: Outcome.QuotaReport
  }>
}

/**
 * Both sides, and how many evaluations of one subject may be spent on finding causes (20,000 unless said otherwise).
 *
 * @category models
 * @since 0.1.0
 */
export interface Question {
  readonly before: Input
  readonly after: Input
  readonly budget?: number
}

// ---------------------------------------------------------------- guards

/**
 * Whether nothing changed: equal versions, whatever they are called and in whatever order lists stand whose order says
 * nothing.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Impact } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const book = WendengVillage.rulebook
 * const rest = {
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * }
 * assert.equal(Impact.isEmpty(Impact.ofBooks(book, { ...book, version: "又一版" }, rest)), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isEmpty = (self: Impact): boolean => self.changes.length === 0 && self.moves.length === 0

// ---------------------------------------------------------------- getters

/**
 * What is seen of every subject of a rating, by id.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Impact, Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const rating = Interpreter.evaluate({
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * })
 * assert.deepEqual(Impact.seen(rating).map(({ subject, score }) => [subject, score]), [
 *   ["m1", { is: "known", q: "1000" }],
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const seen = (rating: Rating): ReadonlyArray<Seen> => rating.outcomes.map(seenOf)

const seenOf = ({ subject, standing, scores, level, places, stages }: Outcome.Outcome): Seen => ({
  subject,
  standing,
  ...(scores === undefined ? {} : { total: bare(scores.total), score: bare(scores.rounded) }),
  level,
  places: Object.fromEntries(places.map(({ ranking, place, open }) => [ranking, { place: bare(place), open }])),
  behind: stages.flatMap(({ stage, by }) => (stage === "quota" && by !== undefined ? [by] : [])).sort(),
})

const bare = (value: Outcome.Value): Outcome.Value => (value.is === "between" ? { ...value, because: [] } : value)

/**
 * The impact in sentences: each change with what it did, then each move with what did it.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Impact } from "dangjian/rules"
 * import { XiqingStars } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const book = XiqingStars.rulebook
 * const levels = book.levels.map((one) => (one.id === "五星" ? { ...one, on: { gt: "94" } } : one)) // made up
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const day = CivilDate.parseUnsafe("2023-12-31")
 * const marks = ["94.5", "70", "70", "70", "70", "70", "70", "70", "70", "70"] // made up
 * const rest = {
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(day, recordedAt),
 *   subjects: marks.map((_, index) => ({ id: `b${index}`, labels: {} })),
 *   facts: marks.map((value, index) => {
 *     return { id: `f${index}`, subject: `b${index}`, kind: "考评总分", on: day, recordedAt, values: { value } }
 *   }),
 * }
 * const question = { before: { ...rest, book }, after: { ...rest, book: { ...book, levels } } }
 * const [change] = Impact.sentences(Impact.of(question), question, "zh")
 * assert.equal(change, "修改等次“五星（五好党支部）”（星级）：涉及变动1处。")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sentences = (
  self: Impact,
  { before, after }: Question,
  language: Label.Language,
): ReadonlyArray<string> => {
  const changes = new Map(self.changes.map((change) => [change.key, change]))
  return [
    ...self.changes.map((change) => changeText(change, before, after, language)),
    ...self.moves.map((move) => moveText(move, changes, before, after, language)),
  ]
}

const changeText = (change: Change, before: Input, after: Input, language: Label.Language): string => {
  const zh = language === "zh"
  const cites = [
    ...(change.before === undefined ? [] : [Wording.clauseText(before.book, change.before, language)]),
    ...(change.after === undefined ? [] : [Wording.clauseText(after.book, change.after, language)]),
  ]
  const where = Wording.bracketed([...new Set(cites)].join(zh ? "→" : " → "), language)
  const what = `${Label.text(VERBS[change.is], language)}${zh ? "" : " "}${nameOf(change, language)}${where}`
  if (change.moves === 0) return zh ? `${what}：没有人的结果因此变动。` : `${what}: moves nobody.`
  return zh
    ? `${what}：涉及变动${change.moves}处。`
    : `${what}: ${change.moves} ${change.moves === 1 ? "move" : "moves"}.`
}

const nameOf = ({ part, id, path, label }: Change, language: Label.Language): string => {
  const kind = Label.text(PARTS[part], language)
  const name = label === undefined ? (id ?? path) : Label.text(label, language)
  if (name === "" || part === "order") return kind
  return language === "zh" ? `${kind}“${name}”` : `${kind} "${name}"`
}

const moveText = (
  move: Move,
  changes: ReadonlyMap<string, Change>,
  before: Input,
  after: Input,
  language: Label.Language,
): string => {
  const zh = language === "zh"
  const names = move.cause.by.flatMap((key) => {
    const change = changes.get(key)
    return change === undefined ? [] : [nameOf(change, language)]
  })
  const list = Wording.listText(names, language)
  const cause = {
    each: zh ? `因${list}` : `because of ${list}`,
    together: zh ? `因${list}共同所致` : `because of ${list} together`,
    all: zh ? "因各项变动共同所致" : "because of all changes together",
  }[move.cause.is]
  const what = whatText(move, before, after, language)
  return zh ? `${move.subject}：${what}，${cause}。` : `${move.subject}: ${what}, ${cause}.`
}

const whatText = (move: Move, before: Input, after: Input, language: Label.Language): string => {
  const zh = language === "zh"
  if (move.what === "quota") return quotaText(move.before ?? [], move.after ?? [], language)
  const rankings = [...after.book.rankings, ...before.book.rankings]
  const name =
    move.what === "place" ? Wording.nameIn(rankings, move.ranking, language) : Label.text(ASPECTS[move.what], language)
  const [old, now] = [sideText(move, "before", before, language), sideText(move, "after", after, language)]
  return zh ? `${name}由${old}变为${now}` : `${name} from ${old} to ${now}`
}

/** The quotas that hold somebody back no longer, and those that do now. */
const quotaText = (old: ReadonlyArray<string>, now: ReadonlyArray<string>, language: Label.Language): string => {
  const zh = language === "zh"
  const listOf = (ids: ReadonlyArray<string>) =>
    Wording.listText(
      ids.map((id) => (zh ? `“${id}”` : `"${id}"`)),
      language,
    )
  const [gone, come] = [old.filter((id) => !now.includes(id)), now.filter((id) => !old.includes(id))]
  const parts = [
    ...(gone.length === 0 ? [] : [zh ? `不再受${listOf(gone)}所限` : `no longer held back by ${listOf(gone)}`]),
    ...(come.length === 0 ? [] : [zh ? `受${listOf(come)}所限` : `held back by ${listOf(come)}`]),
  ]
  return parts.join(zh ? "，改" : ", now ")
}

/** A place as it is spoken of, and that it is not settled where equals wait for a meeting or a draw. */
const placeText = ({ place, open }: Place, language: Label.Language): string => {
  const head = Wording.headText(place, language)
  const isPlace = place.is === "known" || place.is === "between"
  const words = isPlace ? (language === "zh" ? `第${head}名` : `place ${head}`) : head
  return open ? `${words}${language === "zh" ? "（并列待定）" : " (a tie, open)"}` : words
}

const sideText = (
  move: Exclude<Move, { readonly what: "quota" }>,
  side: "before" | "after",
  { book }: Input,
  language: Label.Language,
): string => {
  const none = language === "zh" ? "无" : "none"
  switch (move.what) {
    case "standing": {
      const standing = move[side]
      return standing === undefined ? none : Label.text(STANDINGS[standing], language)
    }
    case "total":
    case "score": {
      const value = move[side]
      return value === undefined ? none : Wording.headText(value, language)
    }
    case "level": {
      const level = move[side]
      return level === undefined ? none : Wording.levelText(book, level, language)
    }
    case "place": {
      const place = move[side]
      return place === undefined ? none : placeText(place, language)
    }
  }
}

// ---------------------------------------------------------------- operations

/**
 * What is seen of the rating after, as a move-by-move reading of an impact makes it of the one before: always equal to it.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Impact, Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const before = {
 *   book: WendengVillage.rulebook,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * }
 * const given = { id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }
 * const after = { ...before, facts: [given] }
 * const [old, now] = [before, after].map((input) => Impact.seen(Interpreter.evaluate(input)))
 * assert.deepEqual(Impact.apply(Impact.of({ before, after }), old ?? []), now)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const apply = (self: Impact, before: ReadonlyArray<Seen>): ReadonlyArray<Seen> => {
  const made = new Map(before.map((one) => [one.subject, renamedIn(one, new Map(Object.entries(self.renamed)))]))
  for (const move of self.moves) {
    if (move.what === "standing" && move.after === undefined) made.delete(move.subject)
    else if (move.what === "standing" || made.has(move.subject)) {
      made.set(move.subject, moved(made.get(move.subject) ?? blank(move.subject), move))
    }
  }
  return [...made.values()].sort((a, b) => (a.subject < b.subject ? -1 : 1))
}

const blank = (subject: string): Seen => ({
  subject,
  standing: "unclassed",
  level: { is: "none" },
  places: {},
  behind: [],
})

const moved = (one: Seen, move: Move): Seen => {
  const { total, score, ...rest } = one
  const kept = { ...(total === undefined ? {} : { total }), ...(score === undefined ? {} : { score }) }
  switch (move.what) {
    case "standing":
      return { ...one, standing: move.after ?? one.standing }
    case "total":
      return {
        ...rest,
        ...(score === undefined ? {} : { score }),
        ...(move.after === undefined ? {} : { total: move.after }),
      }
    case "score":
      return {
        ...rest,
        ...(total === undefined ? {} : { total }),
        ...(move.after === undefined ? {} : { score: move.after }),
      }
    case "level":
      return { ...one, level: move.after ?? { is: "none" } }
    case "quota":
      return { ...one, behind: move.after ?? [] }
    case "place": {
      const places = Object.entries(one.places).filter(([ranking]) => ranking !== move.ranking)
      const now = move.after === undefined ? [] : [[move.ranking, move.after] as const]
      return { ...rest, ...kept, places: Object.fromEntries([...places, ...now]) }
    }
  }
}

const renamedIn = (one: Seen, names: ReadonlyMap<string, string>): Seen =>
  names.size === 0 ? one : { ...one, level: levelUnder(one.level, names) }

const levelUnder = (level: Outcome.Standing, names: ReadonlyMap<string, string>): Outcome.Standing => {
  const name = (id: string) => names.get(id) ?? id
  if (level.is === "level") return { is: "level", level: name(level.level) }
  if (level.is === "among") return { is: "among", levels: level.levels.map(name) }
  const both = level.is === "conflict" ? own(level.params, "levels") : undefined
  if (level.is !== "conflict" || typeof both !== "string") return level
  return { ...level, params: { ...level.params, levels: both.split("、").map(name).join("、") } }
}

// ---------------------------------------------------------------- decisions

/**
 * What moves between two evaluations, and which clause or record did it.
 *
 * **Details**
 *
 * Each change is taken back alone in the new version, and made alone in the old one; where the result is then as it was, or
 * as it is, the change did it. Where no change does it alone, the fewest that do it together are looked for as far as the
 * budget goes. Versions between the two in which references run in circles are not tried.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Impact } from "dangjian/rules"
 * import { XiqingStars } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const book = XiqingStars.rulebook
 * const levels = book.levels.map((one) => (one.id === "五星" ? { ...one, on: { gt: "94" } } : one)) // made up
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const day = CivilDate.parseUnsafe("2023-12-31")
 * const marks = ["94.5", "70", "70", "70", "70", "70", "70", "70", "70", "70"] // made up
 * const rest = {
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(day, recordedAt),
 *   subjects: marks.map((_, index) => ({ id: `b${index}`, labels: {} })),
 *   facts: marks.map((value, index) => {
 *     return { id: `f${index}`, subject: `b${index}`, kind: "考评总分", on: day, recordedAt, values: { value } }
 *   }),
 * }
 * const { moves } = Impact.of({ before: { ...rest, book }, after: { ...rest, book: { ...book, levels } } })
 * assert.deepEqual(moves.map(({ subject, what, cause }) => [subject, what, cause.by]), [["b0", "level", ["level 五星"]]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const of = ({ before, after, budget = 20_000 }: Question): Impact => {
  const compared = withOrder(before, compare(before, after), (input) => JSON.stringify(seen(evaluate(input))))
  if (compared.differences.length === 0) return { changes: [], moves: [], renamed: {}, quotas: [] }
  const [old, now] = [evaluate(before), evaluate(after)]
  const isLocal = localityOf([before, after])
  const moves = movesOf(seen(old), seen(now), isLocal, compared)
  const trials = trialsOf(compared, isLocal, Math.max(old.outcomes.length, now.outcomes.length))
  const causes = Attribution.causes(
    moves.map(({ moving }) => moving),
    trials,
    budget,
  )
  const caused = moves.flatMap(({ move }, index): ReadonlyArray<Move> => {
    const cause = causes[index]
    return cause === undefined ? [] : [{ ...move, cause }]
  })
  const counts = new Map<string, number>()
  for (const { cause } of caused) for (const key of cause.by) counts.set(key, (counts.get(key) ?? 0) + 1)
  return {
    changes: compared.differences.map(({ of: _, ...rest }) => ({ ...rest, moves: counts.get(rest.key) ?? 0 })),
    moves: caused,
    renamed: Object.fromEntries(compared.renamed),
    quotas: reportsOf(old, now),
  }
}

/**
 * The impact of a new version of a rulebook on the same people, facts and day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Impact } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const book = WendengVillage.rulebook
 * const { changes, moves } = Impact.ofBooks(book, { ...book, rankings: [] }, {
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * })
 * assert.deepEqual(changes.map(({ part, is }) => [part, is]), [["ranking", "removed"]])
 * assert.deepEqual(moves.map(({ what }) => what), ["place"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const ofBooks = (
  oldBook: Rulebook.Rulebook,
  newBook: Rulebook.Rulebook,
  rest: Omit<Input, "book">,
  budget?: number,
): Impact =>
  of({
    before: { ...rest, book: oldBook },
    after: { ...rest, book: newBook },
    ...(budget === undefined ? {} : { budget }),
  })

type Unexplained = Move extends infer M ? (M extends Move ? Omit<M, "cause"> : never) : never

interface Found {
  readonly move: Unexplained
  readonly moving: Attribution.Moving
}

const movesOf = (
  old: ReadonlyArray<Seen>,
  now: ReadonlyArray<Seen>,
  isLocal: IsLocal,
  compared: Compared,
): ReadonlyArray<Found> => {
  const [before, after] = [old, now].map((all) => new Map(all.map((one) => [one.subject, one])))
  const subjects = [...new Set([...old, ...now].map(({ subject }) => subject))].sort()
  return subjects.flatMap((subject) => {
    const [a, b] = [before?.get(subject), after?.get(subject)]
    const rankings = [...new Set([...Object.keys(a?.places ?? {}), ...Object.keys(b?.places ?? {})])].sort()
    const moves: ReadonlyArray<Unexplained> = [
      { subject, what: "standing", ...sides(a?.standing, b?.standing) },
      { subject, what: "total", ...sides(a?.total, b?.total) },
      { subject, what: "score", ...sides(a?.score, b?.score) },
      { subject, what: "level", ...sides(a?.level, b?.level) },
      { subject, what: "quota", ...sides(a?.behind, b?.behind) },
      ...rankings.map((ranking) => ({
        subject,
        what: "place" as const,
        ranking,
        ...sides(own(a?.places, ranking), own(b?.places, ranking)),
      })),
    ]
    return moves.flatMap((move) => {
      const aspect = aspectOf(move)
      const [was, is] = [a, b].map((one) => textOf(one, aspect, compared.renamed))
      if (was === undefined || is === undefined || was === is) return []
      const keys = compared.differences.flatMap(({ key, of: about }) =>
        about === undefined || about === subject || !isLocal(aspect) ? [key] : [],
      )
      return [{ move, moving: { subject, aspect, before: was, after: is, among: keys } }]
    })
  })
}

const sides = <A>(before: A | undefined, after: A | undefined): { readonly before?: A; readonly after?: A } => ({
  ...(before === undefined ? {} : { before }),
  ...(after === undefined ? {} : { after }),
})

const aspectOf = (move: Unexplained): string => (move.what === "place" ? `place ${move.ranking}` : move.what)

/** One aspect of what is seen, as a text to compare by, with levels under their new names. */
const textOf = (one: Seen | undefined, aspect: string, names: ReadonlyMap<string, string>): string => {
  if (one === undefined) return ""
  if (aspect.startsWith("place ")) return JSON.stringify(own(one.places, aspect.slice("place ".length)) ?? null)
  switch (aspect) {
    case "standing":
      return one.standing
    case "total":
      return JSON.stringify(one.total ?? null)
    case "score":
      return JSON.stringify(one.score ?? null)
    case "level":
      return JSON.stringify(levelUnder(one.level, names))
    default:
      return JSON.stringify(one.behind)
  }
}

type IsLocal = (aspect: string) => boolean

/** Whether an aspect of a subject's result depends on nobody else's records, in either text and whatever stands between. */
const localityOf = (inputs: ReadonlyArray<Input>): IsLocal => {
  const facts = inputs.flatMap((input) => input.facts)
  const about = new Map(facts.map(({ id, subject }) => [id, subject]))
  const isMixed = facts.some(
    ({ id, supersedes, subject }) =>
      about.get(id) !== subject || (supersedes !== undefined && (about.get(supersedes) ?? subject) !== subject),
  )
  const books = inputs.map(({ book }) => book)
  const readsPeers = books.some((book) => GroupTable.isNeeded({ ...book, rankings: [], quotas: [] }))
  const competes = books.some(({ quotas }) => quotas.some(({ sense }) => sense === "most"))
  return (aspect) => {
    if (isMixed || readsPeers || aspect.startsWith("place ")) return false
    return !competes || (aspect !== "level" && aspect !== "quota")
  }
}

/** Versions between the two, evaluated for one subject where that is enough, and each only once. */
const trialsOf = (compared: Compared, isLocal: IsLocal, size: number): Attribution.Trials => {
  const whole = new Map<string, ReadonlyMap<string, Seen> | undefined>()
  const single = new Map<string, Seen | undefined>()
  const keyOf = (chosen: ReadonlyArray<string>, subject: string, local: boolean) =>
    JSON.stringify([local ? subject : null, ...[...chosen].sort()])
  const rated = (input: Input): ReadonlyArray<Seen> => (isCircular(input.book) ? [] : seen(evaluate(input)))
  return {
    cost: (chosen, { subject, aspect }) => {
      const local = isLocal(aspect)
      const key = keyOf(chosen, subject, local)
      return (local ? single.has(key) : whole.has(key)) ? 0 : local ? 1 : size
    },
    find: (chosen, { subject, aspect }) => {
      const local = isLocal(aspect)
      const key = keyOf(chosen, subject, local)
      if (local && !single.has(key)) {
        single.set(
          key,
          rated(compared.mix(new Set(chosen), subject)).find((one) => one.subject === subject),
        )
      }
      if (!local && !whole.has(key)) {
        whole.set(key, new Map(rated(compared.mix(new Set(chosen))).map((one) => [one.subject, one])))
      }
      return textOf(local ? single.get(key) : whole.get(key)?.get(subject), aspect, compared.renamed)
    },
  }
}

const isCircular = (book: Rulebook.Rulebook): boolean =>
  nodesOfBook(book).some(({ e }) => e.op === "ref" || e.op === "badges") &&
  Rulebook.check(book).some(({ code }) => code === "rulebook.cycle" || code === "rulebook.longChain")

const reportsOf = (old: Rating, now: Rating): Impact["quotas"] => {
  const key = ({ quota, group }: Outcome.QuotaReport) => JSON.stringify([quota, group])
  const [before, after] = [old, now].map(({ quotas }) => new Map(quotas.map((one) => [key(one), one])))
  return [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])].sort().flatMap((one) => {
    const [a, b] = [before?.get(one), after?.get(one)]
    const { quota, group } = b ?? a ?? { quota: "", group: "" }
    return JSON.stringify(a) === JSON.stringify(b) ? [] : [{ quota, group, ...sides(a, b) }]
  })
}

// ---------------------------------------------------------------- instances

const VERBS: Readonly<Record<Change["is"], Label.Label>> = {
  added: { zh: "新增", en: "Added" },
  removed: { zh: "删去", en: "Removed" },
  changed: { zh: "修改", en: "Changed" },
  renamed: { zh: "更名为", en: "Renamed to" },
}

const PARTS: Readonly<Record<Part, Label.Label>> = {
  book: { zh: "办法", en: "rulebook" },
  force: { zh: "施行期限", en: "time in force" },
  class: { zh: "类别", en: "class" },
  node: { zh: "计分项", en: "account" },
  weight: { zh: "权重", en: "weight of" },
  piece: { zh: "分段", en: "band" },
  row: { zh: "情形", en: "case" },
  act: { zh: "条目", en: "line" },
  cap: { zh: "上下限", en: "cap" },
  sameAct: { zh: "一事不重复计", en: "rule for one act" },
  validity: { zh: "有效期", en: "validity" },
  suspension: { zh: "中止", en: "suspension" },
  rounding: { zh: "取舍", en: "rounding" },
  effect: { zh: "否决情形", en: "effect" },
  level: { zh: "等次", en: "level" },
  badge: { zh: "单项星", en: "badge" },
  award: { zh: "直接晋级", en: "direct award" },
  climb: { zh: "晋级幅度", en: "climb limit" },
  quota: { zh: "名额", en: "quota" },
  ties: { zh: "并列规则", en: "tie rule" },
  ranking: { zh: "排名", en: "ranking" },
  slot: { zh: "自定条目", en: "room for local lines" },
  order: { zh: "次序", en: "order" },
  fact: { zh: "事实", en: "fact" },
  subject: { zh: "参评对象", en: "subject" },
  closure: { zh: "登记截止", en: "closed register" },
  result: { zh: "已定结果", en: "frozen result" },
  seed: { zh: "摇号种子", en: "seed of a draw" },
  period: { zh: "评价期", en: "period" },
  coordinate: { zh: "评价时点", en: "day of the evaluation" },
}

const ASPECTS: Readonly<Record<Exclude<Move["what"], "place" | "quota">, Label.Label>> = {
  standing: { zh: "参评身份", en: "standing" },
  total: { zh: "总分", en: "total" },
  score: { zh: "得分", en: "score" },
  level: { zh: "等次", en: "level" },
}

const STANDINGS: Readonly<Record<Seen["standing"], Label.Label>> = {
  rated: { zh: "参评", en: "rated" },
  unrated: { zh: "计分不评等次", en: "scored without a level" },
  exempt: { zh: "不参评", en: "exempt" },
  unclassed: { zh: "类别未定", en: "of no class" },
}
