/**
 * The sentences of least changes (达标方案用语): the faults of a question, plans and reasons, in Chinese and English.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Texts } from "../foundation/Fault.js"
import type { Language } from "../foundation/Label.js"
import * as Label from "../foundation/Label.js"
import type { Cite } from "./Expression.js"
import type { LeastChange, LeastChangeFault, Plan, Possible, Reason, Step } from "./LeastChange.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOfBook } from "./Structure.js"
import * as Wording from "./Wording.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- getters

/**
 * What was found, in sentences: each plan with what, how many, by when and the clause, or each reason; last the remark that
 * everybody else is taken as they are.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { ChangeTexts, Interpreter, LeastChange } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const book = WendengVillage.rulebook
 * const input = {
 *   book,
 *   period: Period.yearUnsafe(2023),
 *   at: Coordinate.of(CivilDate.parseUnsafe("2023-09-30"), Coordinate.instantUnsafe(0)),
 *   subjects: [{ id: "m1", labels: { 身份: ["党员"] } }], // made up
 *   facts: [],
 * }
 * const [outcome] = Interpreter.evaluate(input).outcomes
 * const blood = { id: "献血", kind: "P-058", on: CivilDate.parseUnsafe("2023-11-01") }
 * const possible = [{ fact: blood, times: 4, by: CivilDate.parseUnsafe("2023-12-20") }]
 * const found = LeastChange.findUnsafe(input, outcome!, { level: "三星" }, possible)
 * assert.equal(
 *   ChangeTexts.sentences(book, possible, found, "zh")[0],
 *   "方案1：无偿献血，按次3次（不迟于2023年12月20日，P-058）；得分1030，等次三星。",
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sentences = (
  book: Rulebook,
  stillPossible: ReadonlyArray<Possible>,
  self: LeastChange,
  language: Language,
): ReadonlyArray<string> => [...heads(book, stillPossible, self, language), Label.text(PEERS, language)]

const heads = (
  book: Rulebook,
  stillPossible: ReadonlyArray<Possible>,
  self: LeastChange,
  language: Language,
): ReadonlyArray<string> => {
  const zh = language === "zh"
  switch (self.is) {
    case "already": {
      const now = resultText(book, self.base, language)
      return [zh ? `已经达到目标：${now}。` : `Already there: ${now}.`]
    }
    case "plans": {
      const plans = self.plans.map((plan, index) => planText(book, stillPossible, plan, index + 1, language))
      return self.least ? plans : [...plans, Label.text(NOT_LEAST, language)]
    }
    case "unreachable":
      return self.reasons.map(
        (reason) => `${Label.text(UNREACHABLE, language)}${reasonText(book, stillPossible, reason, language)}`,
      )
    case "undecided":
      return [
        zh
          ? `在${self.evaluations}次试算内未得出结论，不能断定是否可以达到。`
          : `Not decided within ${self.evaluations} evaluations: whether it can be reached is open.`,
      ]
  }
}

const resultText = (book: Rulebook, { score, level }: Pick<Plan, "score" | "level">, language: Language): string => {
  const points = `${language === "zh" ? "得分" : "score "}${Wording.headText(score, language)}`
  if (book.levels.length === 0) return points
  const name = Wording.levelText(book, level, language)
  return language === "zh" ? `${points}，等次${name}` : `${points}, level ${name}`
}

const planText = (
  book: Rulebook,
  stillPossible: ReadonlyArray<Possible>,
  plan: Plan,
  number: number,
  language: Language,
): string => {
  const isSpread = ({ fact }: Step) => plan.steps.filter((step) => step.fact === fact).length > 1
  const steps = plan.steps.map((step) => stepText(book, stillPossible, step, isSpread(step), language))
  const result = resultText(book, plan, language)
  return language === "zh"
    ? `方案${number}：${steps.join("；")}；${result}。`
    : `Plan ${number}: ${steps.join("; ")}; ${result}.`
}

const stepText = (
  book: Rulebook,
  stillPossible: ReadonlyArray<Possible>,
  { fact, times, by, on }: Step,
  /** Whether it makes a difference in which month it happens, so that the day is said besides the last one. */
  isSpread: boolean,
  language: Language,
): string => {
  const zh = language === "zh"
  const kind = stillPossible.find((one) => one.fact.id === fact)?.fact.kind ?? fact
  const reckoned = zh ? `按${dayText(on, language)}计` : `reckoned on ${on}`
  const due = by === undefined ? [] : [zh ? `不迟于${dayText(by, language)}` : `by ${by}`]
  const when = by === undefined || isSpread ? [reckoned, ...due] : due
  const cites = Wording.clauseTexts(book, citesOf(book, kind), language)
  const details = [...when, ...cites].join(zh ? "，" : ", ")
  const name = nameOf(book, stillPossible, fact, language)
  return `${name}${zh ? `${times}次` : ` ${times} ×`}${Wording.bracketed(details, language)}`
}

const dayText = (on: CivilDate.CivilDate, language: Language): string =>
  language === "zh" ? `${CivilDate.year(on)}年${CivilDate.month(on)}月${CivilDate.day(on)}日` : on

const nameOf = (book: Rulebook, stillPossible: ReadonlyArray<Possible>, id: string, language: Language): string => {
  const possible = stillPossible.find((one) => one.fact.id === id)
  if (possible?.label !== undefined) return Label.text(possible.label, language)
  const kind = possible?.fact.kind ?? id
  const nodes = nodesOfBook(book).map(({ e }) => e)
  const acts = nodes.flatMap((e) => (e.op === "acts" ? e.acts.filter((act) => act.kind === kind) : []))
  const leaves = nodes.filter((e) => e.op === "fact" && e.kind === kind)
  const label = [...acts, ...leaves].find((one) => one.label !== undefined)?.label
  return label === undefined ? kind : Label.text(label, language)
}

/** Where the text says what a kind of fact is worth: the line, or the innermost cited part that reads it. */
const citesOf = (book: Rulebook, kind: string): ReadonlyArray<Cite> => {
  const nodes = nodesOfBook(book)
  return nodes.flatMap(({ e, path }) => {
    if (e.op === "acts") return e.acts.flatMap((act) => (act.kind === kind ? [act.cite] : []))
    if (e.op !== "fact" || e.kind !== kind) return []
    const around = nodes.filter(
      ({ e: outer, path: at }) => outer.cite !== undefined && at.every((key, index) => path[index] === key),
    )
    const cite = around.at(-1)?.e.cite ?? clauseAt(book, path)
    return cite === undefined ? [] : [cite]
  })
}

/** The clause of an effect or award whose condition a path leads into. */
const clauseAt = (book: Rulebook, [list, index]: Path): Cite | undefined => {
  if (typeof index !== "number") return undefined
  if (list === "effects") return book.effects[index]?.cite
  if (list === "awards") return book.awards[index]?.cite
  return list === "levels" ? book.levels[index]?.cite : undefined
}

const reasonText = (
  book: Rulebook,
  stillPossible: ReadonlyArray<Possible>,
  reason: Reason,
  language: Language,
): string => {
  const zh = language === "zh"
  const cited = "cite" in reason ? Wording.bracketed(Wording.clauseText(book, reason.cite, language), language) : ""
  const name = (clauses: Parameters<typeof Wording.nameIn>[0], id: string) => Wording.nameIn(clauses, id, language)
  switch (reason.is) {
    case "standing":
      return zh ? "该对象不评定等次。" : "it is not graded."
    case "effect": {
      const effect = name(book.effects, reason.effect)
      return zh
        ? `“${effect}”成立，${doesText(book, reason, language)}${cited}。`
        : `"${effect}" holds, ${doesText(book, reason, language)}${cited}.`
    }
    case "climb": {
      const last = name(book.levels, reason.last)
      return zh
        ? `上期等次为${last}，一次最多晋升${reason.steps}级${cited}。`
        : `the last level was ${last}, and at most ${reason.steps} can be climbed at once${cited}.`
    }
    case "quota": {
      const quota = name(book.quotas, reason.quota)
      return zh ? `名额已由他人占满：${quota}${cited}。` : `others hold the places of ${quota}${cited}.`
    }
    case "short":
      return shortText(book, reason, language)
    case "condition": {
      const level = name(book.levels, reason.level)
      return zh ? `不具备${level}的附加条件${cited}。` : `a further condition of ${level} is missing${cited}.`
    }
    case "award": {
      const level = name(book.levels, reason.level)
      return zh ? `${level}不凭得分评定${cited}。` : `no score gives ${level}${cited}.`
    }
    case "unread":
      return zh ? "所列事项均不在办法计分之列。" : "the rules read nothing of what is possible."
    case "late": {
      const fact = nameOf(book, stillPossible, reason.fact, language)
      const why = Label.text(LATE[reason.why], language)
      return zh
        ? `“${fact}”来不及：${why}（${dayText(reason.last, language)}）。`
        : `"${fact}" comes too late: ${why} (${reason.last}).`
    }
    case "open":
      return zh
        ? `尚有未知：${openText(reason.because, language)}。`
        : `not known yet: ${openText(reason.because, language)}.`
    case "combination":
      return zh ? "所列事项的任何组合都达不到。" : "no combination of what is possible does."
  }
}

const openText = (because: ReadonlyArray<string>, language: Language): string =>
  Wording.listText(because.map(Wording.thingText), language)

const shortText = (book: Rulebook, reason: Extract<Reason, { is: "short" }>, language: Language): string => {
  const zh = language === "zh"
  const cites = reason.caps.map(({ cite }) => cite)
  const caps = Wording.listText(Wording.clauseTexts(book, cites, language), language)
  const capped = caps === "" ? "" : zh ? `，封顶所限：${caps}` : `; capped by ${caps}`
  const [most, asked] = [reason.most, reason.asked].map((q) => Wording.numberText(q, language))
  return zh
    ? `得分至多${most}，须达到${asked}${capped}。`
    : `the score comes to ${most} at most, and ${asked} is due${capped}.`
}

const doesText = (book: Rulebook, { does }: Extract<Reason, { is: "effect" }>, language: Language): string => {
  const zh = language === "zh"
  if (does === "zero") return zh ? "得分计为零分" : "the score is nought"
  if ("deduct" in does) return zh ? `扣${does.deduct}分` : `${does.deduct} points are taken off`
  const level = Wording.nameIn(book.levels, does.atMost, language)
  return zh ? `等次最高为${level}` : `the level is ${level} at most`
}

// ---------------------------------------------------------------- instances

const PEERS: Label.Label = {
  zh: "以上均假定其他参评对象的事实不变。",
  en: "All this takes the facts of everybody else as they are.",
}

const UNREACHABLE: Label.Label = { zh: "达不到：", en: "Cannot be reached: " }

const NOT_LEAST: Label.Label = {
  zh: "未能逐一试算：方案中的事项缺一不可，但可能还有更省的方案。",
  en: "Not everything was tried: nothing can be left out of the plan, but there may be a lesser one.",
}

const LATE: Readonly<Record<Extract<Reason, { is: "late" }>["why"], Label.Label>> = {
  deadline: { zh: "已过截止日期", en: "past its last day" },
  assessed: { zh: "在评定之后", en: "after the day of the assessment" },
  force: { zh: "办法已失效", en: "the rules are no longer in force" },
}

/**
 * Code → sentence. `{name}` stands for a parameter.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<LeastChangeFault["code"]> = {
  "leastChange.otherBook": {
    zh: "结果出自“{book}”，不是“{asked}”",
    en: 'the outcome is of "{book}", not of "{asked}"',
  },
  "leastChange.otherPeriod": {
    zh: "结果是{period}的，不是{asked}的",
    en: "the outcome is of {period}, not of {asked}",
  },
  "leastChange.noSubject": { zh: "没有参评对象“{subject}”", en: 'there is no subject "{subject}"' },
  "leastChange.noLevel": { zh: "没有等次“{level}”", en: 'there is no level "{level}"' },
  "leastChange.badScore": { zh: "“{score}”不是准确数", en: '"{score}" is no exact number' },
  "leastChange.badTimes": {
    zh: "“{id}”的次数应为1至1000的整数，现为{times}",
    en: '"{id}" can happen a whole number of times from 1 to 1,000, not {times}',
  },
  "leastChange.badCost": {
    zh: "“{id}”的代价应为不小于零的准确数，现为{cost}",
    en: 'the cost of "{id}" is an exact number from nought up, not {cost}',
  },
  "leastChange.duplicateId": { zh: "可能事项“{id}”列了两次", en: 'the possible fact "{id}" stands twice' },
  "leastChange.takenId": { zh: "已有编号为“{id}”的事实", en: 'there is a fact "{id}" already' },
}
