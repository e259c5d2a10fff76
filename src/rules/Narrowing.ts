/**
 * Narrowing (缩小范围): what a result that is still open rests on, and which of it, once known, would leave least open.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Language } from "../foundation/Label.js"
import * as Label from "../foundation/Label.js"
import * as Rounding from "../foundation/Rounding.js"
import { decide } from "./Condition.js"
import { read } from "./Evaluation.js"
import type { Expression } from "./Expression.js"
import type { Input } from "./Interpreter.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import { quotas, reports } from "./Population.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOfBook } from "./Structure.js"
import * as Value from "./Value.js"
import { among, type Candidate, judge, stored } from "./Verdict.js"
import * as Wording from "./Wording.js"
import { type Path, peerScope, type Scope, type Supposed, type Trace } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * What is left of a result: the rounded score and the level, as far as they are known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Left {
  readonly score: Outcome.Value
  readonly level: Outcome.Standing
}

/**
 * Something not yet known that a result rests on, by the name it has among the reasons of an interval (`because`): a kind
 * of fact, a parameter of the subject, a value of a frozen result (`book.node`), a value that recorded facts leave out
 * (`kind.field`). With `of`, it is not the subject's own but that of others in the group, whom its result reads.
 *
 * @category models
 * @since 0.1.0
 */
export interface Thing {
  readonly name: string
  readonly is: "fact" | "parameter" | "result" | "field"
  readonly of?: "peers"
}

/**
 * What keeps a level open at a quota besides what is not known of the subject: others whose results are open themselves
 * (`others`), equals across the cut whom a meeting or a draw without a published seed has to tell apart (`tie`), or a text
 * that does not say whether who has an award takes a place (`silent`).
 *
 * @category models
 * @since 0.1.0
 */
export type Wait =
  | { readonly is: "others"; readonly quota: string; readonly of: ReadonlyArray<string> }
  | {
      readonly is: "tie"
      readonly quota: string
      readonly of: ReadonlyArray<string>
      readonly by: "meeting" | "draw"
    }
  | { readonly is: "silent"; readonly quota: string; readonly awards: ReadonlyArray<string> }

/**
 * What would be left if a thing were known, at worst and at best: where most stays open and where least does, whether the
 * score is high or low. `tried` says whether every value it can have was tried, or the ends of its domain and some values
 * between them; what is not the subject's own is not told, and leaves what there is.
 *
 * @category models
 * @since 0.1.0
 */
export interface Told {
  readonly thing: Thing
  readonly atWorst: Left
  readonly atBest: Left
  readonly tried: "every" | "some"
}

/**
 * What is left of a subject's result now, what would be left if one more thing were known, the thing that narrows most
 * first, and what a level waits for at a quota.
 *
 * @category models
 * @since 0.1.0
 */
export interface Narrowing {
  readonly subject: string
  readonly now: Left
  readonly things: ReadonlyArray<Told>
  readonly waits: ReadonlyArray<Wait>
}

// ---------------------------------------------------------------- getters

/**
 * Which thing would narrow a result most, in a sentence; what it rests on besides, where nothing of the subject's own
 * narrows it: others of the group, a tie, a conflict; that nothing is open, where nothing is.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Builder, Narrowing, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // made up: two parts of fifty points, of which the second is not known
 * const book = Builder.bookUnsafe({
 *   id: "样例",
 *   version: "1",
 *   title: { zh: "样例办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "办法", citation: { title: "样例办法", standing: "transcription" } }],
 *   total: Scoring.only({ kind: "测评", domain: Scoring.domain("分", "0", "50", "1") }),
 * })
 * const found = Narrowing.of(
 *   {
 *     book,
 *     period: Period.yearUnsafe(2023),
 *     at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *     subjects: [{ id: "甲", labels: {} }],
 *     facts: [],
 *   },
 *   "甲",
 * )
 * assert.ok(found)
 * assert.equal(
 *   Narrowing.text(book, found, "zh"),
 *   "最能缩小范围的是“测评”：知道后，得分和等次即可确定。",
 * )
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (book: Rulebook, self: Narrowing, language: Language): string => {
  const zh = language === "zh"
  const { now, things } = self
  if (isSettled(now)) return zh ? "得分与等次均无待定之处。" : "Nothing about the score or the level is open."
  const first = things.find(({ thing, atBest }) => thing.of === undefined && byOpenness(atBest, now) < 0)
  if (first === undefined) return restText(book, self, language)
  const name = nameOf(book, first.thing, language)
  const [worst, best] = [first.atWorst, first.atBest].map((left) =>
    isSettled(left) ? undefined : leftText(book, left, language),
  )
  const lead = zh ? `最能缩小范围的是${name}：知道后，` : `What narrows most is ${name}: once it is known, `
  if (worst === undefined) return lead + (zh ? "得分和等次即可确定。" : "the score and the level are settled.")
  const atWorst = zh ? `最不利时仍余：${worst}` : `this is left at worst: ${worst}`
  if (worst === best) return `${lead}${atWorst}${zh ? "。" : "."}`
  if (best === undefined) return `${lead}${atWorst}${zh ? "；最有利时即可确定。" : "; at best nothing is."}`
  return `${lead}${atWorst}${zh ? `；最有利时仍余：${best}。` : `; at best: ${best}.`}`
}

const isSettled = ({ score, level }: Left): boolean =>
  score.is !== "between" && level.is !== "among" && !isUnfit({ score, level })

/** Whether no fact that may come makes a number or level of it as it is: a conflict, or an absence that is not explained. */
const isUnfit = ({ score, level }: Left): boolean =>
  score.is === "conflict" || level.is === "conflict" || (score.is === "absent" && score.why === "unknown")

const leftText = (book: Rulebook, { score, level }: Left, language: Language): string => {
  const zh = language === "zh"
  const points = aspectText(zh ? "得分" : "score", Wording.headText(score, language), score.is === "conflict", language)
  if (book.levels.length === 0 || score.is === "conflict") return points
  const held = Wording.levelText(book, level, language)
  return `${points}${zh ? "，" : ", "}${aspectText(zh ? "等次" : "level", held, level.is === "conflict", language)}`
}

const aspectText = (name: string, words: string, isOpen: boolean, language: Language): string => {
  if (isOpen) return language === "zh" ? `${name}未定（${words}）` : `${name} open (${words})`
  return language === "zh" ? `${name}${words}` : `${name} ${words}`
}

/** What a result rests on that nothing of the subject's own narrows by itself. */
const restText = (book: Rulebook, { now, things, waits }: Narrowing, language: Language): string => {
  const zh = language === "zh"
  const listOf = (some: ReadonlyArray<Told>) =>
    Wording.listText(
      some.map(({ thing }) => nameOf(book, thing, language)),
      language,
    )
  const own = things.filter(({ thing }) => thing.of === undefined)
  const others = things.filter(({ thing }) => thing.of !== undefined)
  const parts = [
    ...(own.length === 0
      ? []
      : [zh ? `尚缺${listOf(own)}，单知道一项不能缩小范围` : `${listOf(own)} missing, none of which narrows it alone`]),
    ...(others.length === 0 ? [] : [zh ? `尚待${listOf(others)}` : `${listOf(others)} to come`]),
    ...waits.map((wait) => waitText(book, wait, language)),
  ]
  const head = Wording.capitalised(leftText(book, now, language), language)
  if (parts.length === 0) return head + (zh ? "。" : ".")
  return zh ? `${head}：${parts.join("；")}。` : `${head}: ${parts.join("; ")}.`
}

const waitText = (book: Rulebook, wait: Wait, language: Language): string => {
  const zh = language === "zh"
  const quota = Wording.nameIn(book.quotas, wait.quota, language)
  switch (wait.is) {
    case "others": {
      const who = Wording.listText(wait.of, language)
      return zh ? `名额“${quota}”尚待他人（${who}）的结果` : `the places of "${quota}" wait for the results of ${who}`
    }
    case "tie": {
      const who = Wording.listText(wait.of, language)
      const how = {
        meeting: zh ? "待研究决定" : "a meeting has to decide",
        draw: zh ? "待抽签，种子尚未公布" : "a draw has to decide, and its seed is not published",
      }[wait.by]
      return zh ? `与${who}并列在名额“${quota}”的线上，${how}` : `equal with ${who} at the cut of "${quota}", ${how}`
    }
    case "silent": {
      const awards = Wording.listText(
        wait.awards.map((id) => Wording.nameIn(book.awards, id, language)),
        language,
      )
      return zh
        ? `办法未写明“${awards}”是否占用名额“${quota}”`
        : `the text does not say whether ${awards} takes a place of "${quota}"`
    }
  }
}

/** A thing in quotation marks, with what it is where a kind of fact may have the same name, and whose it is. */
const nameOf = (book: Rulebook, { name, is, of: whose }: Thing, language: Language): string => {
  const zh = language === "zh"
  const dot = name.lastIndexOf(".")
  const [kind, field] = is === "field" && dot > 0 ? [name.slice(0, dot), name.slice(dot + 1)] : [name]
  const label = labelOf(book, kind, is, language)
  const words = field === undefined || field === "value" ? label : zh ? `${label}的${field}` : `${field} of ${label}`
  const quoted = zh ? `“${words}”` : `"${words}"`
  const named = is !== "parameter" ? quoted : zh ? `参数${quoted}` : `the parameter ${quoted}`
  if (whose === undefined) return named
  return zh ? `同组他人的${named}` : `${named} of others in the group`
}

/** The label of what reads a kind or parameter, where all that read it have one; else its own name. */
const labelOf = (book: Rulebook, name: string, is: Thing["is"], language: Language): string => {
  const labels = nodesOfBook(book).flatMap(({ e }) => {
    if (is === "parameter") return e.op === "param" && e.name === name ? [e.label] : []
    if (e.op === "acts") return e.acts.flatMap((act) => (act.kind === name ? [act.label] : []))
    return e.op === "fact" && e.kind === name ? [e.label] : []
  })
  const texts = new Set(labels.flatMap((label) => (label === undefined ? [] : [Label.text(label, language)])))
  const [only] = texts
  return texts.size === 1 && only !== undefined ? only : name
}

// ---------------------------------------------------------------- decisions

/**
 * What one subject's result rests on that is not yet known, and what would be left of the score and of the possible
 * levels if each of it were known; nothing where there is no such subject or it is exempt.
 *
 * **Details**
 *
 * Each thing is told alone and the result found again by the interpreter, at the ends of its domain and at values between
 * them (all of them where they are at most 101), while everybody else stays as they are. First comes what leaves the fewest
 * levels at worst, then the narrowest score (an open end is wider than any number), then what leaves least at best. A name may stand for several values,
 * such as those of twelve months: they are told alike, and `tried` is `some`.
 *
 * **Gotchas** Lines of a span that has not begun are not told: they stay open, whatever their kinds are said to bring.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Builder, Narrowing, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // made up: the appraisal decides between the levels, the extra point hardly does
 * const cite = { doc: "办法", art: "1" }
 * const book = Builder.bookUnsafe({
 *   id: "样例",
 *   version: "1",
 *   title: { zh: "样例办法" },
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "办法", citation: { title: "样例办法", standing: "transcription" } }],
 *   total: Scoring.parts([
 *     Scoring.only({ kind: "测评", domain: Scoring.domain("分", "0", "100", "1") }),
 *     Scoring.only({ kind: "附加", domain: Scoring.domain("分", "0", "1", "1") }),
 *   ]),
 *   levels: [
 *     { id: "合格", label: { zh: "合格" }, on: { ge: "60" }, cite },
 *     { id: "不合格", label: { zh: "不合格" }, on: { lt: "60" }, cite },
 *   ],
 * })
 * const found = Narrowing.of(
 *   {
 *     book,
 *     period: Period.yearUnsafe(2023),
 *     at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0)),
 *     subjects: [{ id: "甲", labels: {} }],
 *     facts: [],
 *   },
 *   "甲",
 * )
 * assert.deepEqual(found?.things.map(({ thing }) => thing.name), ["测评", "附加"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const of = (input: Input, subject: string): Narrowing | undefined => {
  const judging = Judging.open(input)
  const called = judging.called.find((one) => one.subject.id === subject)
  if (called === undefined || called.found.standing === "exempt") return undefined
  const others = othersOf(judging, subject)
  const judged = (supposed?: Supposed, trace?: Trace): Judged => {
    const world = among(judging.world, judging.world.subjects)
    const scope: Scope = {
      world: supposed === undefined ? world : { ...world, supposed },
      subject: called.subject,
      window: input.period,
      ...(trace === undefined ? {} : { trace }),
    }
    const alone = judge(input.book, scope, called.found)
    if (trace !== undefined && others.length > 0) compared(input.book, scope)
    if (alone.standing !== "rated" || others.length === 0) return { alone, settled: alone, all: [alone] }
    const all = quotas(input.book, [...others, alone].sort(bySubject))
    return { alone, settled: all.find((one) => one.subject.id === subject) ?? alone, all }
  }
  const noted = notebook()
  const now = judged(undefined, noted)
  const left = leftOf(input.book, now.settled)
  const things = [...noted.open].sort().flatMap((name) => thingsCalled(input, subject, name, now, noted.own, judged))
  return { subject, now: left, things: things.sort(byTold), waits: waitsOf(input.book, now, others) }
}

/** A result before quotas and after them, beside those of all others. */
interface Judged {
  readonly alone: Candidate
  readonly settled: Candidate
  readonly all: ReadonlyArray<Candidate>
}

type Judge = (supposed: Supposed) => Judged

/**
 * The things that go by a name: those of the subject's own that narrow anything or that its score reads, or else what others
 * have by that name, where the score or the level rests on it.
 */
const thingsCalled = (
  { book }: Input,
  subject: string,
  name: string,
  now: Judged,
  own: ReadonlySet<string>,
  judged: Judge,
): ReadonlyArray<Told> => {
  const { score, levels } = now.alone
  const left = leftOf(book, now.settled)
  const isRead = Value.isNumeric(now.settled.score) && Value.because(now.settled.score).includes(name)
  const all = thingsOf(book, name).map((thing) => toldOf(book, subject, thing, judged))
  const told = all.filter(({ thing, count }) => count > 0 || own.has(keyOf(thing)))
  if (told.length > 0) {
    return told.flatMap(({ count: _, ...one }) => {
      const isIdle = byOpenness(one.atWorst, left) === 0 && byOpenness(one.atBest, left) === 0
      return isRead || !isIdle ? [one] : []
    })
  }
  const isOpenLevel = score.is !== "between" && levels.is === "possible" && levels.at.length > 1
  if (!isRead && !isOpenLevel) return []
  return all.map(({ thing }) => ({ thing: { ...thing, of: "peers" }, atWorst: left, atBest: left, tried: "some" }))
}

/** Reads what places of a quota go by besides the score, so that what of it is not known is noted. */
const compared = (book: Rulebook, scope: Scope): void => {
  for (const [index, { e }] of book.ties.keys.entries()) read(e, scope, ["ties", "keys", index, "e"])
  for (const [index, { among: when, sense }] of book.quotas.entries()) {
    if (when !== undefined && sense === "most") decide(when, scope, ["quotas", index, "among"], read)
  }
}

/** What keeps a level open at the quotas that it came to. */
const waitsOf = (book: Rulebook, { settled, all }: Judged, others: ReadonlyArray<Candidate>): ReadonlyArray<Wait> => {
  const { subject, stages, levels } = settled
  if (levels.is !== "possible" || levels.at.length < 2) return []
  const reached = new Set(stages.flatMap(({ stage, by }) => (stage === "quota" && by !== undefined ? [by] : [])))
  const silent = book.awards.flatMap(({ id, overQuota }) => (overQuota === undefined ? [id] : []))
  return reports(book, all).flatMap(({ quota, members, unsure, across }): ReadonlyArray<Wait> => {
    if (!reached.has(quota) || !members.includes(subject.id)) return []
    if (across.includes(subject.id)) {
      const by = typeof book.ties.last === "object" ? "draw" : "meeting"
      return [{ is: "tie", quota, of: across.filter((id) => id !== subject.id), by }]
    }
    const rivals = others.filter((one) => members.includes(one.subject.id))
    const open = rivals.filter((one) => unsure.includes(one.subject.id) || isOpen(book, one))
    const isSilent = silent.length > 0 && [...rivals, settled].some(({ maybeOverQuota }) => maybeOverQuota)
    return [
      ...(open.length === 0 ? [] : [{ is: "others" as const, quota, of: open.map((one) => one.subject.id) }]),
      ...(isSilent ? [{ is: "silent" as const, quota, awards: silent }] : []),
    ]
  })
}

/** Whether something is not known of another that places go by. */
const isOpen = (book: Rulebook, { score, levels, scope }: Candidate): boolean =>
  score.is === "between" ||
  (levels.is === "possible" && levels.at.length > 1) ||
  book.ties.keys.some(
    ({ e }, index) => read(e, peerScope(scope, scope.subject), ["ties", "keys", index, "e"]).is === "between",
  )

const bySubject = (a: Candidate, b: Candidate): number => (a.subject.id < b.subject.id ? -1 : 1)

/** Everybody else, where quotas make their levels matter. */
const othersOf = (judging: Judging.Judging, subject: string): ReadonlyArray<Candidate> => {
  if (!judging.given.book.quotas.some(({ sense }) => sense === "most")) return []
  const rest = judging.called.filter((one) => one.subject.id !== subject && one.found.standing === "rated")
  return rest.flatMap((one) => Judging.judged(judging, one).candidate ?? [])
}

/** The reasons of everything that is open, and which of them are surely the subject's own. */
interface Notebook extends Trace {
  readonly open: Set<string>
  readonly own: Set<string>
}

const notebook = (): Notebook => {
  const [open, own] = [new Set<string>(), new Set<string>()]
  return {
    open,
    own,
    facts: () => {},
    lines: () => {},
    value: (_: Path, __: Scope, e: Expression, value: Value.Value) => {
      if (value.is !== "between") return
      for (const name of value.because) {
        open.add(name)
        for (const is of KINDS) if (isAbout(e, { name, is })) own.add(keyOf({ name, is }))
        if (e.op === "acts" && e.acts.some(({ kind }) => kind === name)) own.add(keyOf({ name, is: "fact" }))
      }
    },
  }
}

const KINDS: ReadonlyArray<Thing["is"]> = ["fact", "parameter", "result", "field"]

const keyOf = ({ name, is }: Thing): string => `${is} ${name}`

/** Whether a leaf may read a thing. */
const isAbout = (e: Expression, { name, is }: Thing): boolean => {
  if (e.op === "fact")
    return is === "fact" ? e.kind === name : is === "field" && name === `${e.kind}.${e.field ?? "value"}`
  if (e.op === "field") return is === "field"
  if (e.op === "param") return is === "parameter" && e.name === name
  return e.op === "result" && is === "result" && `${e.book}.${e.node}` === name
}

const leftOf = (book: Rulebook, { score, levels }: Candidate): Left => ({
  score: stored(score),
  level: Judging.standing(book, levels),
})

/** Whatever goes by a name: a kind of fact and a parameter may have the same. */
const thingsOf = (book: Rulebook, name: string): ReadonlyArray<Thing> => {
  const nodes = nodesOfBook(book).map(({ e }) => e)
  const isKind = nodes.some(
    (e) => (e.op === "fact" && e.kind === name) || (e.op === "acts" && e.acts.some(({ kind }) => kind === name)),
  )
  const found = KINDS.filter((is) =>
    is === "fact" ? isKind : is !== "field" && nodes.some((e) => isAbout(e, { name, is })),
  )
  return (found.length === 0 ? (["field"] as const) : found).map((is) => ({ name, is }))
}

/** What is left when a thing is told each of the values tried; `count`: how many values of the subject it stands for. */
const toldOf = (book: Rulebook, subject: string, thing: Thing, judged: Judge): Told & { readonly count: number } => {
  const seen = new Map<string, Choice>()
  const value =
    (index: number): Supposed["value"] =>
    (e, scope, open) => {
      if (!isAbout(e, thing) || open.because.length !== 1 || open.because[0] !== thing.name) return undefined
      const choice = choiceOf(open)
      seen.set(readingOf(e, scope, choice), choice)
      return choice.values[Math.min(index, choice.values.length - 1)]
    }
  const lefts = [judged({ subject, value: value(0) })]
  const longest = () => Math.max(1, ...[...seen.values()].map(({ values }) => values.length))
  for (let index = 1; index < longest(); index++) lefts.push(judged({ subject, value: value(index) }))
  const sorted = lefts.map(({ settled }) => leftOf(book, settled)).sort(byOpenness)
  const best = sorted[0] ?? NOTHING
  const worst = sorted.find((one) => byOpenness(one, sorted.at(-1) ?? one) === 0) ?? best
  const [only, ...more] = seen.values()
  const tried = more.length === 0 && only?.isWhole === true ? "every" : "some"
  return { thing, atWorst: worst, atBest: best, tried, count: seen.size }
}

/** The values that are tried for something unknown; `isWhole` where they are all that it can be. */
interface Choice {
  readonly values: ReadonlyArray<Exact.Exact>
  readonly isWhole: boolean
}

/** How many values are tried one by one, and how many where they are more. */
const [MOST_TRIED, SOME_TRIED] = [101, 41]

const choiceOf = (open: Value.Between): Choice => {
  const points = Value.pointsOf(open)
  if (points !== undefined && points.length <= MOST_TRIED) return { values: points, isWhole: true }
  const step = open.step ?? Exact.one
  const { from, to } = open
  if (from !== null && to !== null) return { values: spread(from, to, step), isWhole: false }
  const ahead = RUNS.map((run) => Exact.multiply(Exact.integerUnsafe(run), step))
  if (from !== null) return { values: ahead.map((run) => Exact.add(from, run)), isWhole: false }
  if (to !== null) return { values: ahead.map((run) => Exact.subtract(to, run)), isWhole: false }
  return { values: [...ahead.map(Exact.negate).reverse(), ...ahead.slice(1)], isWhole: false }
}

/** How many steps from an end values are tried where there is no other end. */
const RUNS = [0, 1, 2, 5, 10, 20, 50, 100, 200, 500, 1000]

/** Both ends, their neighbours, and values of the lattice at equal distances between them. */
const spread = (from: Exact.Exact, to: Exact.Exact, step: Exact.Exact): ReadonlyArray<Exact.Exact> => {
  const parts = SOME_TRIED - 3
  const run = Exact.divideUnsafe(Exact.subtract(to, from), Exact.integerUnsafe(parts))
  const between = Array.from({ length: parts - 1 }, (_, index) =>
    Rounding.round(Exact.add(from, Exact.multiply(run, Exact.integerUnsafe(index + 1))), "floor", step),
  )
  const all = [from, Exact.add(from, step), ...between, Exact.subtract(to, step), to]
  return [...new Map(all.sort(Exact.compare).map((q) => [Exact.text(q), q])).values()]
}

/** What is read where: two readings that differ are two values that a thing stands for. */
const readingOf = (e: Expression, { fact, window, view }: Scope, { values }: Choice): string => {
  const what = e.op === "fact" ? [e.take, e.field ?? "value", e.where ?? null] : []
  return JSON.stringify([e.op, ...what, window, view ?? null, fact?.id ?? null, values.map(Exact.text)])
}

const NOTHING: Left = { score: { is: "absent", why: "unknown" }, level: { is: "none" } }

/** How wide a score still is: how many of its ends are open, then how far apart they are. */
const widthOf = (score: Outcome.Value): readonly [open: number, width: Exact.Exact] => {
  if (score.is !== "between") return [0, Exact.zero]
  const { from, to } = score
  if (from === undefined || to === undefined) return [from === to ? 2 : 1, Exact.zero]
  return [0, Exact.subtract(Exact.parseUnsafe(to), Exact.parseUnsafe(from))]
}

/** Fewer levels first, then the narrower score; what is in conflict behind what is settled. */
const byOpenness = (a: Left, b: Left): number => {
  const levels = ({ level }: Left) => (level.is === "among" ? level.levels.length : 1)
  const [[open, width], [otherOpen, otherWidth]] = [widthOf(a.score), widthOf(b.score)]
  return (
    levels(a) - levels(b) ||
    open - otherOpen ||
    Exact.compare(width, otherWidth) ||
    Number(isUnfit(a)) - Number(isUnfit(b))
  )
}

const byTold = (a: Told, b: Told): number =>
  byOpenness(a.atWorst, b.atWorst) || byOpenness(a.atBest, b.atBest) || (nameIn(a.thing) < nameIn(b.thing) ? -1 : 1)

/** Others' things behind the subject's own. */
const nameIn = (thing: Thing): string => `${thing.of === undefined ? 0 : 1} ${thing.name} ${thing.is}`
