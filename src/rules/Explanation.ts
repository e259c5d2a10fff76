/**
 * Explanations (说明): what an outcome says, in words, with the clause of each line. Everything shown is read from the
 * outcome and the rulebook; nothing is computed beside them but the sum of what is shown.
 *
 * @since 0.1.0
 */
import * as AbsenceOf from "../foundation/Absence.js"
import * as Citation from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Fault from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"
import * as Period from "../foundation/Period.js"
import type { Does } from "./Clause.js"
import type { Cite, Expression, Sum } from "./Expression.js"
import type { Outcome, Standing, Value } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import { forms, texts } from "./RulesTexts.js"
import * as Span from "./Span.js"
import { type Clause, clausesOf, nodesOf, nodesOfBook } from "./Structure.js"

// ---------------------------------------------------------------- models

/**
 * One row of a statement (对账单): the day where it is about a single fact, the clause, what it is, what it asked for,
 * what was granted and of which kind that is, and what took the difference. A row that is a `detail` explains the last
 * one before it that is none, and is contained in it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly on?: CivilDate.CivilDate
  readonly clause: string
  readonly what: string
  readonly requested: string
  readonly granted: string
  readonly state: Value["is"]
  readonly remark: string
  readonly detail: boolean
}

/**
 * A statement: rows in the order of the text, the effects that hold, the score and the level with their clauses.
 *
 * @category models
 * @since 0.1.0
 */
export interface Statement {
  readonly title: string
  readonly period: string
  readonly rows: ReadonlyArray<Row>
  readonly verdict: ReadonlyArray<string>
  readonly score: string
  readonly level: string
}

// ---------------------------------------------------------------- getters

/**
 * A value in words: a number as it is, an interval with its ends, an absence or a conflict by name.
 *
 * @example
 * ```ts
 * import { Explanation } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Explanation.valueText({ is: "known", q: "1020.1" }, "zh"), "1020.1")
 * assert.equal(Explanation.valueText({ is: "between", from: "3", to: "5", because: ["测评"] }, "zh"), "3至5（待定：测评）")
 * assert.equal(Explanation.valueText({ is: "between", from: "3", because: ["党课"] }, "en"), "at least 3 (open: 党课)")
 * assert.equal(Explanation.valueText({ is: "absent", why: "notApplicable" }, "en"), "not applicable")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const valueText = (value: Value, language: Label.Language): string => {
  switch (value.is) {
    case "known":
      return value.q
    case "absent":
      return AbsenceOf.text(value.why, language)
    case "conflict":
      return Fault.sentence(texts, Fault.make(value.code, value.params), language)
    case "between": {
      const why = value.because.join(language === "zh" ? "、" : ", ")
      const open = language === "zh" ? `（待定：${why}）` : ` (open: ${why})`
      return `${endsText(value, language)}${why === "" ? "" : open}`
    }
  }
}

const endsText = ({ from, to }: Extract<Value, { is: "between" }>, language: Label.Language): string => {
  const zh = language === "zh"
  if (from !== undefined && to !== undefined) return zh ? `${from}至${to}` : `${from} to ${to}`
  if (from !== undefined) return zh ? `至少${from}` : `at least ${from}`
  if (to !== undefined) return zh ? `至多${to}` : `at most ${to}`
  return zh ? "不定" : "anything"
}

/**
 * A level in words: its label, the levels still possible, or why there is none.
 *
 * @example
 * ```ts
 * import { Explanation } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Explanation.levelText(WendengVillage.rulebook, { is: "level", level: "二星" }, "zh"), "二星")
 * assert.equal(Explanation.levelText(WendengVillage.rulebook, { is: "none" }, "en"), "not graded")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const levelText = (book: Rulebook, level: Standing, language: Label.Language): string => {
  const named = (id: string) => nameIn(book.levels, id, language)
  switch (level.is) {
    case "level":
      return named(level.level)
    case "among":
      return language === "zh"
        ? `${level.levels.map(named).join("或")}（待定）`
        : `${level.levels.map(named).join(" or ")} (open)`
    case "none":
      return language === "zh" ? "不评等次" : "not graded"
    case "conflict":
      return Fault.sentence(texts, Fault.make(level.code, level.params), language)
  }
}

/** The name of a clause among others of its kind; ids of one kind may stand for something else in another. */
const nameIn = (clauses: ReadonlyArray<Clause>, id: string, language: Label.Language): string => {
  const label = clauses.find((clause) => clause.id === id)?.label
  return label === undefined ? id : Label.text(label, language)
}

/**
 * A clause in words: the article of the source, named in full where it is not the book's first. `23` is an article by its
 * number, `29（一）` one of its paragraphs; anything else stands as it is.
 *
 * @example
 * ```ts
 * import { Explanation } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const cite = { doc: "办法", art: "23" }
 * assert.equal(Explanation.clauseText(WendengVillage.rulebook, cite, "zh"), "第二十三条")
 * assert.equal(Explanation.clauseText(WendengVillage.rulebook, cite, "en"), "art. 23")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const clauseText = (book: Rulebook, cite: Cite, language: Label.Language): string => {
  const source = book.sources.find(({ id }) => id === cite.doc)
  const article = articleText(cite.art, language)
  return source === undefined || source === book.sources[0]
    ? article
    : Citation.text({ ...source.citation, article }, language)
}

/** An article by its number, with the paragraphs behind it; everything else, such as the id of a line, as it stands. */
const articleText = (art: string, language: Label.Language): string => {
  const [, number, paragraphs] = /^([1-9]\d{0,3})((?:（[^（）]+）)*)$/.exec(art) ?? []
  if (number === undefined) return art
  return `${language === "zh" ? Citation.articleText(Number(number)) : `art. ${number}`}${paragraphs}`
}

// ---------------------------------------------------------------- operations

interface Telling {
  readonly book: Rulebook
  readonly outcome: Outcome
  readonly language: Label.Language
}

/**
 * The statement of one outcome: an article per line, and what caps, the same act or a suspension took.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Explanation, Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const recordedAt = Coordinate.instantUnsafe(1_704_000_000_000)
 * const book = WendengVillage.rulebook
 * const { outcomes } = Interpreter.evaluate({
 *   book,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * })
 * const statement = Explanation.statement(book, outcomes[0]!, "zh")
 * assert.deepEqual(statement.rows.map(({ clause, what, granted }) => [clause, what, granted])[1], [
 *   "P-058",
 *   "无偿献血，按次",
 *   "+10",
 * ])
 * assert.equal(statement.score, "1010")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const statement = (book: Rulebook, outcome: Outcome, language: Label.Language): Statement => {
  const telling: Telling = { book, outcome, language }
  return {
    title: Label.text(book.title, language),
    period: Period.text(outcome.period),
    rows: outcome.scores === undefined ? [] : rowsOf(telling, book.total, "total", Exact.one),
    verdict: verdictOf(telling),
    score: outcome.scores === undefined ? "" : valueText(outcome.scores.rounded, language),
    level: levelText(book, outcome.level, language),
  }
}

/**
 * The statement as sentences in the manner of official documents, one a line.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Explanation, Interpreter } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const recordedAt = Coordinate.instantUnsafe(1_704_000_000_000)
 * const book = WendengVillage.rulebook
 * const { outcomes } = Interpreter.evaluate({
 *   book,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"], 类别: ["党员"] } }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * })
 * assert.equal(Explanation.sentences(book, outcomes[0]!, "zh")[1], "2023年3月5日，无偿献血，按次，计+10分（P-058）。")
 * assert.equal(Explanation.sentences(book, outcomes[0]!, "en").at(-1), "Score 1010; level: two stars.")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sentences = (book: Rulebook, outcome: Outcome, language: Label.Language): ReadonlyArray<string> => {
  const told = statement(book, outcome, language)
  if (outcome.scores === undefined) return told.verdict
  return [
    ...told.rows.map((row) => rowSentence(row, language)),
    ...told.verdict,
    lastSentence(told, outcome.scores.rounded, outcome.level, language),
  ]
}

const lastSentence = ({ score, level }: Statement, value: Value, standing: Standing, language: Label.Language) => {
  const zh = language === "zh"
  const scored = {
    known: zh ? `得分${score}` : `Score ${score}`,
    between: zh ? `得分${score}` : `Score ${score}`,
    absent: zh ? `不计得分（${score}）` : `No score (${score})`,
    conflict: zh ? `得分未定：${score}` : `Score open: ${score}`,
  }[value.is]
  if (standing.is === "none") return zh ? `${scored}，${level}。` : `${scored}; ${level}.`
  if (standing.is !== "conflict") return zh ? `${scored}，等次：${level}。` : `${scored}; level: ${level}.`
  if (level === score) return zh ? `${scored}，等次未定。` : `${scored}; level open.`
  return zh ? `${scored}，等次未定：${level}。` : `${scored}; level open: ${level}.`
}

const rowSentence = (row: Row, language: Label.Language): string => {
  const { on, clause, what } = row
  if (language === "zh") {
    const day = on === undefined ? "" : `${dayText(on, language)}，`
    return `${row.detail ? "其中，" : ""}${day}${what}${grantedText(row, language)}${clause === "" ? "" : `（${clause}）`}。`
  }
  const day = on === undefined ? "" : `${dayText(on, language)}: `
  return `${row.detail ? "Of which, " : ""}${day}${what}${grantedText(row, language)}${clause === "" ? "" : ` [${clause}]`}.`
}

const grantedText = ({ requested, granted, state, remark }: Row, language: Label.Language): string => {
  const differs = requested !== "" && requested !== granted
  if (language === "zh") {
    if (state === "absent") return `：${granted}，不计分`
    if (state === "conflict") return `：${granted}，未能计分`
    const said = remark === "" ? "" : differs ? `${remark}，` : `（${remark}）`
    return differs ? `，应计${points(requested)}，${said}实计${points(granted)}` : `，计${points(granted)}${said}`
  }
  if (state === "absent" || state === "conflict") return `: ${granted}, no points`
  const said = remark === "" ? "" : differs ? `${remark}, ` : ` (${remark})`
  return differs ? ` asks ${requested}, ${said}gets ${granted}` : ` gets ${granted}${said}`
}

/** An amount with its unit, which stands before what the amount still depends on. */
const points = (text: string, unit = "分"): string => text.replace(/(?=（待定：)|$/, unit)

const dayText = (on: CivilDate.CivilDate, language: Label.Language): string =>
  language === "zh" ? `${CivilDate.year(on)}年${CivilDate.month(on)}月${CivilDate.day(on)}日` : on

/**
 * The rows of an expression that counts `weight` times. What only adds up is opened; everything else is one row, followed
 * by the lines it was made from.
 */
const rowsOf = (telling: Telling, e: Expression, path: string, weight: Exact.Exact): ReadonlyArray<Row> => {
  if (e.op === "sum" && isOpened(e, path)) {
    return e.of.flatMap((part, index) =>
      rowsOf(telling, part.e, `${path}.of[${index}].e`, Exact.multiply(weight, Exact.parseUnsafe(part.w))),
    )
  }
  const { book, outcome, language } = telling
  const isOnce = Exact.equals(weight, Exact.one)
  if (e.op === "acts" && isOnce)
    return lineRows(telling, (node, window) => node === path && window === undefined, false)
  const value = weigh(valueAt(outcome, path), weight)
  const piece = pieceOf(telling, e, path)
  const cite = piece?.cite ?? e.cite
  const own: Row = {
    clause: cite === undefined ? "" : clauseText(book, cite, language),
    what: nameOfNode(telling, e, piece?.label) + (isOnce ? "" : ` × ${Exact.text(weight)}`),
    requested: "",
    granted: signed(value, language, e.op === "const"),
    state: value.is,
    remark: "",
    detail: false,
  }
  return [own, ...lineRows(telling, (node) => node === path || node.startsWith(`${path}.`), true)]
}

/** The total, sums without a label and those that hold lines; not a sum that stands for something else. */
const isOpened = (e: Sum, path: string): boolean =>
  e.absent === undefined &&
  ["parts", "weighted", "deductFromFull", undefined].includes(e.form) &&
  (path === "total" || e.label === undefined || nodesOf(e, []).some(({ e: part }) => part.op === "acts"))

const nameOfNode = ({ book, language }: Telling, e: Expression, label: Label.Label | undefined): string => {
  const known = label ?? e.label
  if (known !== undefined) return Label.text(known, language)
  if (e.op === "ref") return nameIn(clausesOf(book), e.to, language)
  if (e.id !== undefined) return e.id
  if (e.op === "fact") return e.kind
  if (e.op === "param") return e.name
  const form = e.form !== undefined && Object.hasOwn(forms, e.form) ? e.form : e.op
  return Label.text(forms[form] ?? { zh: form }, language)
}

const valueAt = ({ nodes }: Outcome, path: string): Value =>
  nodes.find((node) => node.path === path && node.window === undefined)?.value ?? { is: "absent", why: "unknown" }

/** The piece of a curve that its argument is on, so that a milestone is cited by the one that was reached. */
const pieceOf = ({ outcome }: Telling, e: Expression, path: string) => {
  if (e.op !== "curve") return undefined
  const of = valueAt(outcome, `${path}.of`)
  return of.is === "known" ? e.pieces.find(({ on }) => Span.contains(on, Exact.parseUnsafe(of.q))) : undefined
}

const weigh = (value: Value, weight: Exact.Exact): Value => {
  const times = (q: string) => Exact.text(Exact.multiply(weight, Exact.parseUnsafe(q)))
  if (value.is === "known") return { is: "known", q: times(value.q) }
  if (value.is !== "between") return value
  const [low, high] = Exact.sign(weight) < 0 ? [value.to, value.from] : [value.from, value.to]
  return {
    is: "between",
    ...(low === undefined ? {} : { from: times(low) }),
    ...(high === undefined ? {} : { to: times(high) }),
    because: value.because,
  }
}

const signed = (value: Value, language: Label.Language, plain = false): string => {
  const text = valueText(value, language)
  return !plain && value.is === "known" && Exact.sign(Exact.parseUnsafe(value.q)) > 0 ? `+${text}` : text
}

/** The lines of the nodes asked for, and what caps on a whole gave or took. */
const lineRows = (
  telling: Telling,
  isAsked: (node: string, window: string | undefined) => boolean,
  detail: boolean,
): ReadonlyArray<Row> => {
  const { book, outcome, language } = telling
  const tree = clausesOf(book)
  const asked = <A extends { readonly node: string; readonly window?: string }>(all: ReadonlyArray<A>) =>
    all.filter(({ node, window }) => isAsked(node, window))
  return [
    ...asked(outcome.lines).map((line): Row => {
      const parts = line.parts.filter(({ value }) => value.is !== "known" || value.q !== "0").map(({ id }) => id)
      const clauses = citesOf(tree, parts)
      return {
        on: line.on,
        clause: (clauses.length > 0 ? clauses : citesOf(tree, [line.act]))
          .map((one) => clauseText(book, one, language))
          .join(language === "zh" ? "、" : ", "),
        what: nameIn(tree, line.act, language),
        requested: signed(line.requested, language),
        granted: signed(line.granted, language),
        state: line.granted.is,
        remark: line.cuts.map((cut) => cutText(telling, tree, line.act, cut)).join(language === "zh" ? "；" : "; "),
        detail,
      }
    }),
    ...asked(outcome.adjustments).map(({ cap, bucket, by }): Row => {
      const [cite] = citesOf(tree, [cap])
      const isRaised = by.is === "known" && !by.q.startsWith("-")
      const [whole, floor] = language === "zh" ? ["合计封顶", "合计保底"] : ["limit on the whole", "floor of the whole"]
      return {
        clause: cite === undefined ? "" : clauseText(book, cite, language),
        what: (isRaised ? floor : whole) ?? "",
        requested: "",
        granted: signed(by, language),
        state: by.is,
        remark: /^\d{4}/.test(bucket) ? bucket : "",
        detail,
      }
    }),
  ]
}

const citesOf = (clauses: ReadonlyArray<Clause>, ids: ReadonlyArray<string>): ReadonlyArray<Cite> =>
  ids.flatMap((id) => clauses.find((clause) => clause.id === id)?.cite ?? [])

const cutText = (
  { book, language }: Telling,
  tree: ReadonlyArray<Clause>,
  act: string,
  cut: Outcome["lines"][number]["cuts"][number],
): string => {
  const took = valueText(cut.took, language)
  const size = took.replace(/^-/, "")
  const [cite] = citesOf(tree, [cut.id])
  const clause = cite === undefined ? cut.id : clauseText(book, cite, language)
  const zh = language === "zh"
  switch (cut.by) {
    case "cap":
      if (took !== size)
        return zh ? `超出扣分上限，少扣${size}分（${clause}）` : `${size} past the limit not taken (${clause})`
      return zh ? `超出加分上限，少计${size}分（${clause}）` : `${size} past the limit (${clause})`
    case "sameAct":
      return zh ? `与${clause}为同一事，不重复计` : `the same act counts under ${clause}`
    case "suspension":
      return zh ? `暂缓计入${size}分（${clause}）` : `${size} held back (${clause})`
    case "repeat": {
      const times = timesOf(book, act)
      return zh ? `有效期内再次发生，按${times}倍计` : `counted ${times} times as a repetition`
    }
  }
}

const timesOf = (book: Rulebook, id: string): string =>
  nodesOfBook(book)
    .flatMap(({ e }) => (e.op === "acts" ? e.acts : []))
    .find((act) => act.id === id)?.repeat?.times ?? "1"

const verdictOf = (telling: Telling): ReadonlyArray<string> => {
  const { book, outcome, language } = telling
  if (outcome.standing === "exempt") return standingSentences(telling)
  const effects = outcome.effects.map(({ effect, state }) => effectSentence(telling, effect, state))
  const stages = outcome.stages.flatMap((stage, index) => {
    const before = outcome.stages[index - 1]?.to
    return before === undefined ? [] : [stageSentence(telling, stage, before)]
  })
  const badges = (["yes", "unknown"] as const).flatMap((held) => {
    const names = outcome.badges
      .filter((one) => one.held === held)
      .map((one) => nameIn(book.badges, one.badge, language))
    return names.length === 0 ? [] : [badgesSentence(names, held, language)]
  })
  const places = outcome.places.map((place) => placeSentence(telling, place))
  const said = [...standingSentences(telling), ...effects, ...stages, ...badges, ...places]
  return language === "zh" ? said : said.map((sentence) => sentence.slice(0, 1).toUpperCase() + sentence.slice(1))
}

const bracketed = ({ book, language }: Telling, cite: Cite | undefined): string => {
  if (cite === undefined) return ""
  const clause = clauseText(book, cite, language)
  return language === "zh" ? `（${clause}）` : ` [${clause}]`
}

const citeIn = (telling: Telling, clauses: ReadonlyArray<Clause>, id: string): string =>
  bracketed(telling, clauses.find((clause) => clause.id === id)?.cite)

/** Who is not rated or not graded, and by which class. */
const standingSentences = (telling: Telling): ReadonlyArray<string> => {
  const { book, outcome, language } = telling
  const zh = language === "zh"
  const classes = outcome.classes
    .map((id) => nameIn(book.classes, id, language) + citeIn(telling, book.classes, id))
    .join(zh ? "、" : ", ")
  switch (outcome.standing) {
    case "rated":
      return []
    case "exempt":
      return [zh ? `本期不参评：${classes}。` : `Not rated this period: ${classes}.`]
    case "unrated":
      return [zh ? `只计分，不评等次：${classes}。` : `Scored without a grade: ${classes}.`]
    case "unclassed":
      if (classes === "") return [zh ? "不属于任何参评类别，不评等次。" : "Of no class of the text; not graded."]
      return [
        zh
          ? `兼属处理不同的类别：${classes}，不评等次。`
          : `Of classes that are treated differently: ${classes}; not graded.`,
      ]
  }
}

const effectSentence = (telling: Telling, id: string, state: Outcome["effects"][number]["state"]): string => {
  const { book, language } = telling
  const zh = language === "zh"
  const effect = book.effects.find((one) => one.id === id)
  const name = nameIn(book.effects, id, language)
  const does = effect === undefined ? "" : doesText(telling, effect.does)
  const instead = effect?.repair === undefined ? "" : doesText(telling, effect.repair.does)
  const clause = bracketed(telling, state === "repaired" ? (effect?.repair?.cite ?? effect?.cite) : effect?.cite)
  const said = {
    holds: zh ? `成立，${does}` : `holds, ${does}`,
    repaired: zh ? `已改正，${instead}` : `is repaired, ${instead}`,
    possible: zh ? `是否成立待定；成立则${does}` : `may hold; then ${does}`,
  }[state]
  return zh ? `${name}：${said}${clause}。` : `${name}: ${said}${clause}.`
}

const doesText = ({ book, language }: Telling, does: Does | "nothing"): string => {
  const zh = language === "zh"
  if (does === "zero") return zh ? "得分计为零分" : "the score is 0"
  if (does === "nothing") return zh ? "不再适用" : "no longer applied"
  if ("deduct" in does) return zh ? `扣${does.deduct}分` : `${does.deduct} points off`
  const level = nameIn(book.levels, does.atMost, language)
  return zh ? `等次最高为${level}` : `${level} at most`
}

const stageSentence = (
  telling: Telling,
  { stage, by = "", to }: Outcome["stages"][number],
  before: Standing,
): string => {
  const { book, language } = telling
  const clauses: ReadonlyArray<Clause> = {
    score: [],
    effect: book.effects,
    award: book.awards,
    climb: [],
    quota: book.quotas,
  }[stage]
  const label = clauses.find((clause) => clause.id === by)?.label
  const name = label === undefined ? STAGES[stage][language] : Label.text(label, language)
  const clause = stage === "climb" ? bracketed(telling, book.climb?.cite) : citeIn(telling, clauses, by)
  const [from, now] = [before, to].map((level) => levelText(book, level, language))
  return language === "zh" ? `${name}：由${from}改为${now}${clause}。` : `${name}: from ${from} to ${now}${clause}.`
}

const badgesSentence = (names: ReadonlyArray<string>, held: "yes" | "unknown", language: Label.Language): string => {
  if (language === "zh") return `${held === "yes" ? "获评" : "是否获评待定"}：${names.join("、")}。`
  return `${held === "yes" ? "Badges" : "Badges still open"}: ${names.join(", ")}.`
}

const placeSentence = (
  telling: Telling,
  { ranking, group, place, of, tied, open }: Outcome["places"][number],
): string => {
  const { book, language } = telling
  const name = nameIn(book.rankings, ranking, language)
  const clause = citeIn(telling, book.rankings, ranking)
  const text = valueText(place, language)
  if (language === "zh") {
    const shared = tied > 1 ? `，${tied}名并列` : ""
    return `${name}${group === "" ? "" : `（${group}）`}：第${points(text, "名")}，共${of}名${shared}${open ? "，先后待定" : ""}${clause}。`
  }
  const shared = tied > 1 ? `, shared by ${tied}` : ""
  return `${name}${group === "" ? "" : ` (${group})`}: place ${text} of ${of}${shared}${open ? ", still to be settled" : ""}${clause}.`
}

const STAGES: Readonly<Record<Outcome["stages"][number]["stage"], { readonly zh: string; readonly en: string }>> = {
  score: { zh: "按得分", en: "by score" },
  effect: { zh: "按否决情形", en: "by an effect" },
  award: { zh: "直接晋级", en: "direct award" },
  climb: { zh: "晋级幅度所限", en: "climb limit" },
  quota: { zh: "名额所限", en: "quota" },
}
