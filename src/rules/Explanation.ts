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
import type { Cite, Expression } from "./Expression.js"
import type { Outcome, Standing, Value } from "./Outcome.js"
import { citeOf, labelOf, type Rulebook } from "./Rulebook.js"
import { texts } from "./RulesTexts.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/**
 * One row of a statement (对账单): the day where it is about a single fact, the clause, what it is, what it asked for,
 * what was granted, and what took the difference.
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
  readonly remark: string
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
      const why = value.because.join("、")
      const [from, to] = [value.from ?? "−∞", value.to ?? "∞"]
      return language === "zh"
        ? `${from}至${to}${why === "" ? "" : `（待定：${why}）`}`
        : `${from} to ${to}${why === "" ? "" : ` (open: ${why})`}`
    }
  }
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
  const named = (id: string) => nameOf(book, id, language)
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

const nameOf = (book: Rulebook, id: string, language: Label.Language): string => {
  const label = labelOf(book, id)
  return label === undefined ? id : Label.text(label, language)
}

/**
 * A clause in words: the article of the source, named in full where the book has several sources.
 *
 * @example
 * ```ts
 * import { Explanation } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const cite = { doc: "办法", art: "23" }
 * assert.match(Explanation.clauseText(WendengVillage.rulebook, cite, "zh"), /第二十三条$/)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const clauseText = (book: Rulebook, cite: Cite, language: Label.Language): string => {
  const source = book.sources.find(({ id }) => id === cite.doc)
  const article = /^[1-9]\d{0,3}$/.test(cite.art) ? Number(cite.art) : cite.art
  if (source === undefined || source === book.sources[0]) {
    if (typeof article === "string") return article
    return language === "zh" ? Citation.articleText(article) : `art. ${article}`
  }
  return Citation.text({ ...source.citation, article }, language)
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
  const last =
    language === "zh" ? `得分${told.score}，等次：${told.level}。` : `Score ${told.score}; level: ${told.level}.`
  return [...told.rows.map((row) => rowSentence(row, language)), ...told.verdict, last]
}

const rowSentence = ({ on, clause, what, requested, granted, remark }: Row, language: Label.Language): string => {
  const differs = requested !== "" && requested !== granted
  if (language === "zh") {
    const day = on === undefined ? "" : `${dayText(on, language)}，`
    const asked = differs
      ? `应计${requested}分，${remark}，实计${granted}分`
      : `计${granted}分${remark === "" ? "" : `（${remark}）`}`
    return `${day}${what}，${asked}${clause === "" ? "" : `（${clause}）`}。`
  }
  const day = on === undefined ? "" : `${dayText(on, language)}: `
  const asked = differs
    ? `asks ${requested}, ${remark}, gets ${granted}`
    : `gets ${granted}${remark === "" ? "" : ` (${remark})`}`
  return `${day}${what} ${asked}${clause === "" ? "" : ` [${clause}]`}.`
}

const dayText = (on: CivilDate.CivilDate, language: Label.Language): string =>
  language === "zh" ? `${CivilDate.year(on)}年${CivilDate.month(on)}月${CivilDate.day(on)}日` : on

/** The rows of an expression that counts `weight` times: sums are opened, everything else is one row. */
const rowsOf = (telling: Telling, e: Expression, path: string, weight: Exact.Exact): ReadonlyArray<Row> => {
  if (e.op === "sum" && e.absent === undefined && e.form !== "tier" && e.form !== "perUnit" && e.label === undefined) {
    return e.of.flatMap((part, index) =>
      rowsOf(telling, part.e, `${path}.of[${index}].e`, Exact.multiply(weight, Exact.parseUnsafe(part.w))),
    )
  }
  const isOnce = Exact.equals(weight, Exact.one)
  if (e.op === "acts" && isOnce) return lineRows(telling, path)
  const value = valueAt(telling.outcome, path)
  const piece = pieceOf(telling, e, path)
  const label = piece?.label ?? e.label
  const cite = piece?.cite ?? e.cite
  const times = isOnce ? "" : ` × ${Exact.text(weight)}`
  return [
    {
      clause: cite === undefined ? "" : clauseText(telling.book, cite, telling.language),
      what: (label === undefined ? (e.id ?? form(e, telling.language)) : Label.text(label, telling.language)) + times,
      requested: "",
      granted: signed(weigh(value, weight), telling.language, e.op === "const"),
      remark: "",
    },
  ]
}

const form = (e: Expression, language: Label.Language): string =>
  e.op === "const" ? (language === "zh" ? "基础分" : "base") : (e.form ?? e.op)

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

const lineRows = ({ book, outcome, language }: Telling, node: string): ReadonlyArray<Row> => {
  const own = <A extends { readonly node: string; readonly window?: string }>(all: ReadonlyArray<A>) =>
    all.filter((one) => one.node === node && one.window === undefined)
  return [
    ...own(outcome.lines).map((line): Row => {
      const cite = citeOf(book, line.act)
      const parts = line.parts.filter(({ value }) => value.is !== "known" || value.q !== "0")
      const clauses = parts.flatMap(({ id }) => citeOf(book, id) ?? [])
      return {
        on: line.on,
        clause: (clauses.length > 0 ? clauses : cite === undefined ? [] : [cite])
          .map((one) => clauseText(book, one, language))
          .join(language === "zh" ? "、" : ", "),
        what: nameOf(book, line.act, language),
        requested: signed(line.requested, language),
        granted: signed(line.granted, language),
        remark: line.cuts.map((cut) => cutText(book, cut, language)).join(language === "zh" ? "；" : "; "),
      }
    }),
    ...own(outcome.adjustments).map(({ cap, by }): Row => {
      const cite = citeOf(book, cap)
      return {
        clause: cite === undefined ? "" : clauseText(book, cite, language),
        what: language === "zh" ? "合计封顶" : "limit on the whole",
        requested: "",
        granted: signed(by, language),
        remark: cap,
      }
    }),
  ]
}

const cutText = (book: Rulebook, cut: Outcome["lines"][number]["cuts"][number], language: Label.Language): string => {
  const took = valueText(cut.took, language).replace(/^-/, "")
  const cite = citeOf(book, cut.id)
  const clause = cite === undefined ? cut.id : clauseText(book, cite, language)
  const said: Readonly<Record<typeof cut.by, { readonly zh: string; readonly en: string }>> = {
    cap: { zh: `封顶去${took}分（${clause}）`, en: `the cap takes ${took} (${clause})` },
    sameAct: { zh: `与${clause}为同一事，不重复计`, en: `the same act counts under ${clause}` },
    suspension: { zh: `暂缓计入${took}分（${clause}）`, en: `${took} held back (${clause})` },
    repeat: { zh: "同类再犯加倍", en: "multiplied as a repetition" },
  }
  return said[cut.by][language]
}

const verdictOf = ({ book, outcome, language }: Telling): ReadonlyArray<string> => {
  const zh = language === "zh"
  const classes = outcome.classes.map((id) => nameOf(book, id, language)).join("、")
  const clause = (id: string) => {
    const cite = citeOf(book, id)
    return cite === undefined
      ? ""
      : zh
        ? `（${clauseText(book, cite, language)}）`
        : ` [${clauseText(book, cite, language)}]`
  }
  const first = outcome.classes[0]
  if (outcome.standing === "exempt") {
    return [
      zh
        ? `本期不参评：${classes}${first === undefined ? "" : clause(first)}。`
        : `Not rated this period: ${classes}${first === undefined ? "" : clause(first)}.`,
    ]
  }
  const effects = outcome.effects.map(({ effect, state }) => {
    const name = nameOf(book, effect, language)
    const states = {
      holds: zh ? "成立" : "holds",
      repaired: zh ? "已修复" : "is repaired",
      possible: zh ? "是否成立待定" : "may hold",
    }
    return zh ? `${name}：${states[state]}${clause(effect)}。` : `${name}: ${states[state]}${clause(effect)}.`
  })
  const stages = outcome.stages
    .filter(({ stage, by }) => stage !== "score" && by !== undefined)
    .map(({ stage, by, to }) => {
      const level = levelText(book, to, language)
      const name = by === undefined || by === "climb" ? STAGES[stage][language] : nameOf(book, by, language)
      return zh ? `${name}：改为${level}${clause(by ?? "")}。` : `${name}: now ${level}${clause(by ?? "")}.`
    })
  const unclassed =
    outcome.standing === "unclassed"
      ? [zh ? "没有或有几个类别适用，未评等次。" : "No class applies, or several do; not graded."]
      : []
  return [...unclassed, ...effects, ...stages]
}

const STAGES: Readonly<Record<Outcome["stages"][number]["stage"], { readonly zh: string; readonly en: string }>> = {
  score: { zh: "按得分", en: "by score" },
  effect: { zh: "按否决情形", en: "by an effect" },
  award: { zh: "直接晋级", en: "direct award" },
  climb: { zh: "升级限制", en: "climb limit" },
  quota: { zh: "名额", en: "quota" },
}
