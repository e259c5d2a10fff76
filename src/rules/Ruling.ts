/**
 * The sentences of the verdict (评定说明): standing, effects, stages, badges and places, each with its clause.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { type Fault, pointer } from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"
import type { Does } from "./Clause.js"
import { on } from "./Condition.js"
import type { Cite, When } from "./Expression.js"
import type { Outcome, Standing, Value } from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import type { Clause } from "./Structure.js"
import * as Values from "./Value.js"
import * as Wording from "./Wording.js"

// ---------------------------------------------------------------- models

/** Whose result is told, by which text, and in which language. @internal */
export interface Telling {
  readonly book: Rulebook
  readonly outcome: Outcome
  readonly language: Label.Language
}

/** A stage of the verdict with the level before it. */
interface Move {
  readonly stage: Outcome["stages"][number]["stage"]
  readonly by: string
  readonly from: Standing
  readonly to: Standing
}

// ---------------------------------------------------------------- getters

/** The level of an outcome in words; who is exempt is not rated. @internal */
export const levelText = ({ book, outcome, language }: Telling): string => {
  if (outcome.standing !== "exempt") return Wording.levelText(book, outcome.level, language)
  return language === "zh" ? "不参评" : "not rated"
}

// ---------------------------------------------------------------- operations

/** The sentences of the verdict. @internal */
export const sentences = (telling: Telling): ReadonlyArray<string> => {
  const { book, outcome, language } = telling
  if (outcome.standing === "exempt") return standingSentences(telling)
  const moves = outcome.stages.flatMap(({ stage, by = "", to }, index): ReadonlyArray<Move> => {
    const from = outcome.stages[index - 1]?.to
    return from === undefined ? [] : [{ stage, by, from, to }]
  })
  const isOf = (effect: string) => (move: Move) => move.stage === "effect" && move.by === effect
  const effects = outcome.effects.map((applied) => effectSentence(telling, applied, moves.find(isOf(applied.effect))))
  const others = moves.filter((move) => !outcome.effects.some(({ effect }) => isOf(effect)(move)))
  const badges = (["yes", "unknown"] as const).flatMap((held) => {
    const names = outcome.badges
      .filter((one) => one.held === held)
      .map((one) => Wording.nameIn(book.badges, one.badge, language))
    return names.length === 0 ? [] : [badgesSentence(names, held, language)]
  })
  const places = outcome.places.map((place) => placeSentence(telling, place))
  const stages = others.map((move) => stageSentence(telling, move))
  return [...standingSentences(telling), ...effects, ...stages, ...badges, ...places].map((sentence) =>
    Wording.capitalised(sentence, language),
  )
}

const bracketed = ({ book, language }: Telling, cite: Cite | undefined): string =>
  cite === undefined ? "" : Wording.bracketed(Wording.clauseText(book, cite, language), language)

const citeIn = (telling: Telling, clauses: ReadonlyArray<Clause>, id: string): string =>
  bracketed(telling, clauses.find((clause) => clause.id === id)?.cite)

/** Who is not rated or not graded, and by which class; a clause that the next class shares is named behind that one. */
const standingSentences = (telling: Telling): ReadonlyArray<string> => {
  const { book, outcome, language } = telling
  const zh = language === "zh"
  const held = book.classes.filter(({ id }) => outcome.classes.includes(id))
  const named = held.map(({ label, cite }, index) => {
    const [own, next] = [bracketed(telling, cite), bracketed(telling, held[index + 1]?.cite)]
    return Label.text(label, language) + (own === next ? "" : own)
  })
  const classes = Wording.listText(named, language)
  switch (outcome.standing) {
    case "rated":
      return []
    case "exempt": {
      const cites = held.filter(({ standing }) => standing === "exempt").map(({ cite }) => cite)
      const ground = Wording.listText(Wording.clauseTexts(book, cites, language), language)
      if (ground === "") return [zh ? "本期不参评。" : "Not rated this period."]
      return [zh ? `本期不参评（依据${ground}）。` : `Not rated this period (${ground}).`]
    }
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

/** What an effect does and how the level moved by it; a ceiling is not named where the level moved to it. */
const effectSentence = (
  telling: Telling,
  { effect: id, state }: Outcome["effects"][number],
  move: Move | undefined,
): string => {
  const { book, language } = telling
  const zh = language === "zh"
  const effect = book.effects.find((one) => one.id === id)
  const does = state === "repaired" ? effect?.repair?.does : effect?.does
  const clause = bracketed(telling, state === "repaired" ? (effect?.repair?.cite ?? effect?.cite) : effect?.cite)
  const moved = move === undefined ? [] : [state === "possible" ? maybeText(telling, move) : levelMoved(telling, move)]
  const isSaid =
    typeof does === "object" && "atMost" in does && move?.to.is === "level" && move.to.level === does.atMost
  const done = does === undefined || isSaid ? [] : [doesText(telling, does)]
  const head = {
    holds: zh ? "成立" : "holds",
    repaired: zh ? "已改正" : "is repaired",
    possible: `${zh ? "是否成立待定" : "may hold"}${openText(telling, id)}${zh ? "；成立则" : "; then "}`,
  }[state]
  const rest = [...done, ...moved].join(zh ? "，" : ", ")
  const comma = state === "possible" || rest === "" ? "" : zh ? "，" : ", "
  const name = Wording.nameIn(book.effects, id, language)
  return zh ? `${name}：${head}${comma}${rest}${clause}。` : `${name}: ${head}${comma}${rest}${clause}.`
}

/** The facts not yet known, and the conflicts, that leave an effect open; nothing where the outcome holds none. */
const openText = ({ book, outcome, language }: Telling, id: string): string => {
  const index = book.effects.findIndex((effect) => effect.id === id)
  const effect = book.effects[index]
  if (effect === undefined) return ""
  const open = [
    ...openIn(effect.when, ["effects", index, "when"], outcome),
    ...(effect.repair === undefined ? [] : openIn(effect.repair.when, ["effects", index, "repair", "when"], outcome)),
  ]
  const missing = [
    ...new Set(open.flatMap((value) => (value.is === "between" ? value.because.map(Wording.thingText) : []))),
  ]
  const conflicts = open.filter(({ is }) => is === "conflict").map((value) => Wording.headText(value, language))
  const parts = [
    ...(missing.length === 0
      ? []
      : [`${language === "zh" ? "尚缺：" : "missing: "}${Wording.listText(missing, language)}`]),
    ...new Set(conflicts),
  ]
  return Wording.bracketed(parts.join(language === "zh" ? "；" : "; "), language)
}

/** The values that leave it open whether they are on the spans that a condition asks for. */
const openIn = (when: When, path: Fault["path"], outcome: Outcome): ReadonlyArray<Value> => {
  switch (when.test) {
    case "value": {
      const at = pointer([...path, "e"])
      return outcome.nodes
        .filter((node) => node.path === at && on(read(node.value), when.on) === "unknown")
        .map(({ value }) => value)
    }
    case "not":
      return openIn(when.of, [...path, "of"], outcome)
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap((part, index) => openIn(part, [...path, "of", index], outcome))
    default:
      return []
  }
}

const read = (value: Value): Values.Value => {
  if (value.is === "known") return Values.known(Exact.parseUnsafe(value.q))
  if (value.is !== "between") return value
  const [from, to] = [value.from, value.to].map((q) => (q === undefined ? null : Exact.parseUnsafe(q)))
  return Values.between(from ?? null, to ?? null, value.because)
}

const levelMoved = (telling: Telling, move: Move): string =>
  `${telling.language === "zh" ? "等次" : "level "}${movedText(telling, move)}`

/** Where an effect that may hold leads: to the levels that were not possible without it. */
const maybeText = (telling: Telling, move: Move): string => {
  const { book, language } = telling
  const [from, to] = [levelsIn(move.from), levelsIn(move.to)]
  const added = to.filter((level) => !from.includes(level))
  if (added.length === 0 || from.some((level) => !to.includes(level))) return levelMoved(telling, move)
  const [before, after] = [from, added].map((levels) =>
    levels.map((level) => Wording.nameIn(book.levels, level, language)).join(language === "zh" ? "或" : " or "),
  )
  return language === "zh" ? `等次可能由${before}降为${after}` : `the level may fall from ${before} to ${after}`
}

const levelsIn = (level: Standing): ReadonlyArray<string> =>
  level.is === "level" ? [level.level] : level.is === "among" ? level.levels : []

const movedText = ({ book, language }: Telling, { from, to }: Move): string => {
  const [before, now] = [from, to].map((level) => Wording.levelText(book, level, language))
  return language === "zh" ? `由${before}改为${now}` : `from ${before} to ${now}`
}

const doesText = ({ book, language }: Telling, does: Does | "nothing"): string => {
  const zh = language === "zh"
  if (does === "zero") return Wording.zeroText(language)
  if (does === "nothing") return zh ? "不再适用" : "no longer applied"
  if ("deduct" in does) {
    const points = Wording.numberText(does.deduct, language)
    return zh ? `扣${points}分` : `${points} points off`
  }
  const level = Wording.nameIn(book.levels, does.atMost, language)
  return zh ? `等次最高为${level}` : `${level} at most`
}

const stageSentence = (telling: Telling, move: Move): string => {
  const { book, language } = telling
  const clauses: ReadonlyArray<Clause> = {
    score: [],
    effect: book.effects,
    award: book.awards,
    climb: [],
    quota: book.quotas,
  }[move.stage]
  const label = clauses.find((clause) => clause.id === move.by)?.label
  const name = label === undefined ? STAGES[move.stage][language] : Label.text(label, language)
  const clause = move.stage === "climb" ? bracketed(telling, book.climb?.cite) : citeIn(telling, clauses, move.by)
  return `${name}${language === "zh" ? "：" : ": "}${movedText(telling, move)}${clause}${language === "zh" ? "。" : "."}`
}

const badgesSentence = (names: ReadonlyArray<string>, held: "yes" | "unknown", language: Label.Language): string => {
  if (language === "zh") return `${held === "yes" ? "获评" : "是否获评待定"}：${Wording.listText(names, language)}。`
  return `${held === "yes" ? "Badges" : "Badges still open"}: ${Wording.listText(names, language)}.`
}

const placeSentence = (
  telling: Telling,
  { ranking, group, place, of, tied, open }: Outcome["places"][number],
): string => {
  const { book, language } = telling
  const name = Wording.nameIn(book.rankings, ranking, language)
  const clause = citeIn(telling, book.rankings, ranking)
  const [head, why] = [Wording.headText(place, language), Wording.openText(place, language)]
  if (language === "zh") {
    const shared = tied > 1 ? `，${tied}名并列` : ""
    return `${name}${group === "" ? "" : `（${group}）`}：第${head}名${why}，共${of}名${shared}${open ? "，先后待定" : ""}${clause}。`
  }
  const shared = tied > 1 ? `, shared by ${tied}` : ""
  return `${name}${group === "" ? "" : ` (${group})`}: place ${head}${why} of ${of}${shared}${open ? ", still to be settled" : ""}${clause}.`
}

// ---------------------------------------------------------------- instances

const STAGES: Readonly<Record<Outcome["stages"][number]["stage"], { readonly zh: string; readonly en: string }>> = {
  score: { zh: "按得分", en: "by score" },
  effect: { zh: "按否决情形", en: "by an effect" },
  award: { zh: "直接晋级", en: "direct award" },
  climb: { zh: "晋级幅度所限", en: "climb limit" },
  quota: { zh: "名额所限", en: "quota" },
}
