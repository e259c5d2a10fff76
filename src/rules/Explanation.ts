/**
 * Explanations (说明): what an outcome says, in words, with the clause of each line. Everything shown is read from the
 * outcome and the rulebook; nothing is computed beside them but the sum of what is shown.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Label from "../foundation/Label.js"
import * as Period from "../foundation/Period.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Cite, Expression, Piece, Sum } from "./Expression.js"
import type { Adjustment, Cut, Line, Outcome, Standing, Value } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import { forms } from "./RulesTexts.js"
import * as Ruling from "./Ruling.js"
import * as Span from "./Span.js"
import { type Clause, clausesOf, nodesOf, nodesOfBook } from "./Structure.js"
import * as Wording from "./Wording.js"

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
 * A value in words: a number, an interval with its ends, an absence or a conflict by name.
 *
 * **Details** A decimal of at most four places stands as it is. Any other number is said to be about so much (约), half
 * up to two places; the exact number stays in the outcome.
 *
 * @example
 * ```ts
 * import { Explanation } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Explanation.valueText({ is: "known", q: "1020.1" }, "zh"), "1020.1")
 * assert.equal(Explanation.valueText({ is: "known", q: "271/30" }, "zh"), "约9.03")
 * assert.equal(Explanation.valueText({ is: "between", from: "3", to: "5", because: ["测评"] }, "zh"), "3至5（待定：测评）")
 * assert.equal(Explanation.valueText({ is: "between", because: ["测评"] }, "zh"), "暂不能计分（尚缺：测评）")
 * assert.equal(Explanation.valueText({ is: "between", from: "3", because: ["党课"] }, "en"), "at least 3 (open: 党课)")
 * assert.equal(Explanation.valueText({ is: "absent", why: "notApplicable" }, "en"), "not applicable")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const valueText = (value: Value, language: Label.Language): string => Wording.valueText(value, language)

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
export const levelText = (book: Rulebook, level: Standing, language: Label.Language): string =>
  Wording.levelText(book, level, language)

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
 * assert.equal(Explanation.clauseText(WendengVillage.rulebook, cite, "en"), "article 23")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const clauseText = (book: Rulebook, cite: Cite, language: Label.Language): string =>
  Wording.clauseText(book, cite, language)

// ---------------------------------------------------------------- operations

type Telling = Ruling.Telling

/** A row with the values that its texts were made from. */
interface Entry {
  readonly row: Row
  readonly asked: Value
  readonly got: Value
  /** What everybody starts with, and what is measured beside no base, bears no sign; a full mark is called one. */
  readonly manner: "given" | "measured" | "fullMark" | "earned"
}

/** The labelled account that a row stands in, and its clause. */
type Heading = Pick<Sum, "label" | "cite">

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
    rows: entriesOf(telling).map(({ row }) => row),
    verdict: Ruling.sentences(telling),
    score: outcome.scores === undefined ? "" : valueText(outcome.scores.rounded, language),
    level: Ruling.levelText(telling),
  }
}

const entriesOf = (telling: Telling): ReadonlyArray<Entry> =>
  telling.outcome.scores === undefined ? [] : rowsOf(telling, telling.book.total, "total", Exact.one)

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
  const telling: Telling = { book, outcome, language }
  if (outcome.scores === undefined) return Ruling.sentences(telling)
  const entries = entriesOf(telling)
  return [
    ...entries.map((entry) => Wording.capitalised(entrySentence(entry, language), language)),
    ...Ruling.sentences(telling),
    ...roundingSentences(telling),
    lastSentence(telling, outcome.scores.rounded, new Set(entries.flatMap(({ got }) => becauseOf(got)))),
  ]
}

/** What the declared stage of rounding did, where it did something. */
const roundingSentences = ({ book, outcome: { scores }, language }: Telling): ReadonlyArray<string> => {
  const { round, quantum, cite } = book.score
  if (scores?.effective.is !== "known" || scores.rounded.is !== "known" || round === "exact") return []
  if (scores.effective.q === scores.rounded.q) return []
  const clause = cite === undefined ? "" : Wording.bracketed(clauseText(book, cite, language), language)
  const [mode, step] = [Label.text(Rounding.labels[round], language), Wording.numberText(quantum, language)]
  const before = valueText(scores.effective, language)
  return [
    language === "zh"
      ? `取舍前${before}分，按${step}分为单位${mode}${clause}。`
      : `${before} before rounding, ${mode} to steps of ${step}${clause}.`,
  ].map((sentence) => Wording.capitalised(sentence, language))
}

const becauseOf = (value: Value): ReadonlyArray<string> => (value.is === "between" ? value.because : [])

/** The score and the level; what the score depends on is not said again where a row has said it. */
const lastSentence = (telling: Telling, value: Value, told: ReadonlySet<string>): string => {
  const { outcome, language } = telling
  const zh = language === "zh"
  const isTold = becauseOf(value).length > 0 && becauseOf(value).every((one) => told.has(one))
  const scored = scoredText(value, isTold, language)
  const level = Ruling.levelText(telling)
  if (outcome.level.is === "none") return zh ? `${scored}，${level}。` : `${scored}; ${level}.`
  if (outcome.level.is !== "conflict") return zh ? `${scored}，等次：${level}。` : `${scored}; level: ${level}.`
  if (level === valueText(value, language)) return zh ? `${scored}，等次未定。` : `${scored}; level open.`
  return zh ? `${scored}，等次未定：${level}。` : `${scored}; level open: ${level}.`
}

const scoredText = (value: Value, isTold: boolean, language: Label.Language): string => {
  const zh = language === "zh"
  const score = valueText(value, language)
  if (value.is === "conflict") return zh ? `得分未定：${score}` : `Score open: ${score}`
  if (value.is === "absent" && value.why === "unknown")
    return zh ? `暂不能计分（${score}）` : `Not yet scored (${score})`
  if (value.is === "absent") return zh ? `不计得分（${score}）` : `No score (${score})`
  const head = Wording.headText(value, language)
  if (Wording.isBoundless(value)) return Wording.capitalised(isTold ? head : score, language)
  const shown = isTold ? head + Wording.bracketed(zh ? "待定" : "open", language) : score
  return zh ? `得分${shown}` : `Score ${shown}`
}

const entrySentence = (entry: Entry, language: Label.Language): string => {
  const { on, clause, what, detail } = entry.row
  const zh = language === "zh"
  const day = on === undefined ? "" : `${dayText(on, language)}${zh ? "，" : ": "}`
  const lead = detail ? (zh ? "其中，" : "Of which, ") : ""
  const end = Wording.bracketed(clause, language) + (zh ? "。" : ".")
  return `${lead}${day}${what}${zh ? grantedZh(entry) : grantedEn(entry)}${end}`
}

const grantedZh = ({ row: { granted, remark }, asked, got, manner }: Entry): string => {
  if (got.is === "absent") return got.why === "unknown" ? `：${granted}，暂不能计分` : `：${granted}，不计分`
  if (got.is === "conflict") return `：${granted}，未能计分`
  if (Wording.isBoundless(got)) return `：${granted}${Wording.bracketed(remark, "zh")}`
  if (manner === "fullMark") return amount(got, manner)
  if (isSame(asked, got)) return `，计${amount(got, manner)}${Wording.bracketed(remark, "zh")}`
  return `，${askedZh(asked, got)}，${remark === "" ? "" : `${remark}，`}实计${amount(got, manner)}`
}

const askedZh = (asked: Value, got: Value): string => {
  if (Wording.isBoundless(asked)) return "应计分数未定"
  return `应计${isSameOpen(asked, got) ? `${Wording.headText(asked, "zh", "signed")}分` : amount(asked, "earned")}`
}

const grantedEn = ({ row: { granted, remark }, asked, got, manner }: Entry): string => {
  if (got.is === "absent" && got.why === "unknown") return `: ${granted}, not yet scored`
  if (got.is === "absent" || got.is === "conflict") return `: ${granted}, no points`
  if (Wording.isBoundless(got)) return `: ${granted}${Wording.bracketed(remark, "en")}`
  if (manner === "fullMark") return ` ${granted}`
  if (isSame(asked, got)) return ` gets ${granted}${Wording.bracketed(remark, "en")}`
  const open = Wording.isBoundless(asked) || isSameOpen(asked, got)
  const sought = Wording.isBoundless(asked) ? "an open number" : Wording.headText(asked, "en", "signed")
  return ` asks ${sought}${open ? "" : Wording.openText(asked, "en")}, ${remark === "" ? "" : `${remark}, `}gets ${granted}`
}

const isSame = (a: Value, b: Value): boolean => valueText(a, "en") === valueText(b, "en")

const isSameOpen = (a: Value, b: Value): boolean => Wording.openText(a, "en") === Wording.openText(b, "en")
const dayText = (on: CivilDate.CivilDate, language: Label.Language): string =>
  language === "zh" ? `${CivilDate.year(on)}年${CivilDate.month(on)}月${CivilDate.day(on)}日` : on

/**
 * The rows of an expression that counts `weight` times. What only adds up is opened; everything else is one row, followed
 * by the lines it was made from.
 */
const rowsOf = (
  telling: Telling,
  e: Expression,
  path: string,
  weight: Exact.Exact,
  heading?: Heading,
): ReadonlyArray<Entry> => {
  if (e.op === "sum" && isOpened(e, path)) {
    const inner = e.label !== undefined && (path !== "total" || e.form === "deductFromFull") ? e : heading
    const outer = e.form === "deductFromFull" ? { ...heading, ...e } : inner
    return e.of.flatMap((part, index) =>
      rowsOf(telling, part.e, `${path}.of[${index}].e`, Exact.multiply(weight, Exact.parseUnsafe(part.w)), outer),
    )
  }
  const isOnce = Exact.equals(weight, Exact.one)
  if (e.op === "acts" && isOnce) {
    const account = e.form !== "earnFromZero" || e.label === undefined ? "" : Label.text(e.label, telling.language)
    return lineRows(telling, (node, window) => node === path && window === undefined, false, account)
  }
  return [
    ownRow(telling, e, path, weight, heading),
    ...lineRows(telling, (node) => node === path || node.startsWith(`${path}.`), true, ""),
  ]
}

const ownRow = (telling: Telling, e: Expression, path: string, weight: Exact.Exact, heading?: Heading): Entry => {
  const { book, outcome, language } = telling
  const value = weigh(valueAt(outcome, path), weight)
  const piece = pieceOf(telling, e, path)
  const isFullMark = e.op === "const" && e.form === "fullMark" && value.is === "known"
  const cite = piece?.cite ?? e.cite ?? (isFullMark ? heading?.cite : undefined)
  const name = nameOfNode(telling, e, piece?.label) + unreachedText(e, piece, language)
  const times = Exact.equals(weight, Exact.one) ? "" : ` × ${Wording.numberText(Exact.text(weight), language)}`
  const manner = isFullMark ? "fullMark" : e.op === "const" ? "given" : isMeasured(book, e) ? "measured" : "earned"
  const granted = Wording.valueText(value, language, manner === "earned" ? "signed" : "plain")
  return {
    row: {
      clause: cite === undefined ? "" : clauseText(book, cite, language),
      what: under(heading?.label === undefined ? "" : Label.text(heading.label, language), name + times, language),
      requested: value.is === "known" || value.is === "between" ? granted : "",
      granted,
      state: value.is,
      remark: "",
      detail: false,
    },
    asked: value,
    got: value,
    manner,
  }
}

/** A value read as it is, which is added to nothing that everybody starts with. */
const isMeasured = ({ total }: Rulebook, e: Expression): boolean =>
  ["fact", "param", "result"].includes(e.op) && !hasBase(total, "total")

const hasBase = (e: Expression, path: string): boolean =>
  e.op === "const" ||
  (e.op === "sum" && isOpened(e, path) && e.of.some((part, index) => hasBase(part.e, `${path}.of[${index}].e`)))

const under = (account: string, name: string, language: Label.Language): string =>
  account === "" ? name : `${account}${language === "zh" ? "：" : ": "}${name}`

/** That a mark was not reached, where the row would otherwise bear the words of the mark alone. */
const unreachedText = (e: Expression, piece: Piece | undefined, language: Label.Language): string => {
  if (e.op !== "curve" || piece === undefined || !["milestones", "allOrNothing"].includes(e.form ?? "")) return ""
  if (piece.label !== undefined || piece.at !== "0" || piece.on.ge !== undefined || piece.on.gt !== undefined) return ""
  return Wording.bracketed(language === "zh" ? "未达计分标准" : "mark not reached", language)
}

/** The total, sums without a label and those that hold lines; not a sum that stands for something else. */
const isOpened = (e: Sum, path: string): boolean =>
  e.absent === undefined &&
  ["parts", "weighted", "deductFromFull", undefined].includes(e.form) &&
  (path === "total" || e.label === undefined || nodesOf(e, []).some(({ e: part }) => part.op === "acts"))

const nameOfNode = ({ book, language }: Telling, e: Expression, label: Label.Label | undefined): string => {
  const known = label ?? e.label
  if (known !== undefined) return Label.text(known, language)
  if (e.op === "ref") return Wording.nameIn(clausesOf(book), e.to, language)
  if (e.id !== undefined) return e.id
  if (e.op === "fact") return e.kind
  if (e.op === "param") return e.name
  const form = e.form !== undefined && Object.hasOwn(forms, e.form) ? e.form : e.op
  return Label.text(forms[form] ?? { zh: form }, language)
}

const valueAt = ({ nodes }: Outcome, path: string): Value =>
  nodes.find((node) => node.path === path && node.window === undefined)?.value ?? { is: "absent", why: "unknown" }

/** The piece of a curve that its argument is on, so that a milestone is cited by the one that was reached. */
const pieceOf = ({ outcome }: Telling, e: Expression, path: string): Piece | undefined => {
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

/** An amount of points; the unit stands before what the amount still depends on. */
const amount = (value: Value, manner: Entry["manner"]): string =>
  `${Wording.headText(value, "zh", manner === "earned" ? "signed" : "plain")}分${Wording.openText(value, "zh")}`

/** The lines of the nodes asked for, and what caps on a whole gave or took. */
const lineRows = (
  telling: Telling,
  isAsked: (node: string, window: string | undefined) => boolean,
  detail: boolean,
  account: string,
): ReadonlyArray<Entry> => {
  const { outcome } = telling
  const asked = <A extends { readonly node: string; readonly window?: string }>(all: ReadonlyArray<A>) =>
    all.filter(({ node, window }) => isAsked(node, window))
  return [
    ...asked(outcome.lines).map((line) => lineRow(telling, line, detail, account)),
    ...asked(outcome.adjustments).map((adjustment) => adjustmentRow(telling, adjustment, detail, account)),
  ]
}

const lineRow = (telling: Telling, line: Line, detail: boolean, account: string): Entry => {
  const { book, language } = telling
  const tree = clausesOf(book)
  const parts = line.parts.filter(({ value }) => value.is !== "known" || value.q !== "0").map(({ id }) => id)
  const cites = citesOf(tree, parts)
  const clauses = Wording.clauseTexts(book, cites.length > 0 ? cites : citesOf(tree, [line.act]), language)
  const said = new Set(clauses)
  return {
    row: {
      on: line.on,
      clause: Wording.listText(clauses, language),
      what: under(account, Wording.nameIn(tree, line.act, language), language),
      requested: Wording.valueText(line.requested, language, "signed"),
      granted: Wording.valueText(line.granted, language, "signed"),
      state: line.granted.is,
      remark: line.cuts.map((cut) => cutText(telling, line.act, cut, said)).join(language === "zh" ? "；" : "; "),
      detail,
    },
    asked: line.requested,
    got: line.granted,
    manner: "earned",
  }
}

const adjustmentRow = (
  { book, language }: Telling,
  { cap, bucket, by }: Adjustment,
  detail: boolean,
  account: string,
): Entry => {
  const [limit, floor] = language === "zh" ? ["合计封顶", "合计保底"] : ["limit on the whole", "floor of the whole"]
  return {
    row: {
      clause: Wording.listText(Wording.clauseTexts(book, citesOf(clausesOf(book), [cap]), language), language),
      what: under(account, (by.is === "known" && !Wording.isTaking(by) ? floor : limit) ?? "", language),
      requested: "",
      granted: Wording.valueText(by, language, "signed"),
      state: by.is,
      remark: /^\d{4}/.test(bucket) ? bucket : "",
      detail,
    },
    asked: by,
    got: by,
    manner: "earned",
  }
}

const citesOf = (clauses: ReadonlyArray<Clause>, ids: ReadonlyArray<string>): ReadonlyArray<Cite> =>
  ids.flatMap((id) => clauses.find((clause) => clause.id === id)?.cite ?? [])

/** What took from a line; a clause that `said` holds is not named again. */
const cutText = ({ book, language }: Telling, act: string, cut: Cut, said: Set<string>): string => {
  const zh = language === "zh"
  const tree = clausesOf(book)
  const size = Wording.headText(Wording.sizeOf(cut.took), language)
  const [cite] = citesOf(tree, [cut.id])
  const name = cite === undefined ? cut.id : clauseText(book, cite, language)
  const clause = said.has(name) ? "" : Wording.bracketed(name, language)
  if (cut.by === "cap" || cut.by === "suspension") said.add(name)
  switch (cut.by) {
    case "cap":
      if (Wording.isTaking(cut.took))
        return zh ? `超出扣分上限，少扣${size}分${clause}` : `${size} past the limit not taken${clause}`
      return zh ? `超出加分上限，少计${size}分${clause}` : `${size} past the limit${clause}`
    case "sameAct": {
      const other = said.has(name) ? Wording.nameIn(tree, cut.id, language) : name
      return zh ? `与${other}为同一事，不重复计` : `the same act counts under ${other}`
    }
    case "suspension":
      return zh ? `暂缓计入${size}分${clause}` : `${size} held back${clause}`
    case "repeat": {
      const times = Wording.numberText(timesOf(book, act), language)
      return zh ? `有效期内再次发生，按${times}倍计` : `counted ${times} times as a repetition`
    }
  }
}

const timesOf = (book: Rulebook, id: string): string =>
  nodesOfBook(book)
    .flatMap(({ e }) => (e.op === "acts" ? e.acts : []))
    .find((act) => act.id === id)?.repeat?.times ?? "1"
