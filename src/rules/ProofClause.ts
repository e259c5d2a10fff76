/**
 * The clauses of the verdict in a proof table (评定条款的核对): classes, rounding, effects, levels, badges, awards, climb,
 * quotas, ties, rankings and slots, each as rows in words.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import type { Award, Badge, Class, Does, Effect, Level, Quota, Ranking, Slot } from "./Clause.js"
import * as ConditionText from "./ConditionText.js"
import type { Ties, When } from "./Expression.js"
import {
  clauseName,
  clauseText,
  nodeRow,
  nodeRows,
  type Row,
  type Sheet,
  say,
  type Telling,
  whenRows,
} from "./ProofRow.js"
import * as SpanText from "./SpanText.js"
import { type Located, nodesOf, nodesOfTies, nodesOfWhen } from "./Structure.js"
import * as Wording from "./Wording.js"

// ---------------------------------------------------------------- models

/** A table of a section, and the nodes whose own tables follow it. @internal */
export interface Section {
  readonly sheet: Sheet
  readonly nodes: ReadonlyArray<Located>
}

// ---------------------------------------------------------------- operations

/** The sections of a book in the order in which they are applied. @internal */
export const sections = (telling: Telling): ReadonlyArray<Section> =>
  [...scoring(telling), ...verdict(telling), ...comparison(telling)].filter(({ sheet }) => sheet.rows.length > 0)

type Pair = readonly [zh: string, en: string]

const section = (
  telling: Telling,
  title: Pair,
  worth: Pair,
  rows: ReadonlyArray<Row>,
  nodes: ReadonlyArray<Located>,
): Section => ({ sheet: { title: say(telling, ...title), level: 2, worth: say(telling, ...worth), rows }, nodes })

/** A section of clauses of one kind, with the nodes that their conditions hold. */
const clauses = <A>(
  telling: Telling,
  title: Pair,
  worth: Pair,
  all: ReadonlyArray<A>,
  rows: (telling: Telling, one: A) => ReadonlyArray<Row>,
  whens: (one: A) => ReadonlyArray<When | undefined>,
): Section =>
  section(
    telling,
    title,
    worth,
    all.flatMap((one) => rows(telling, one)),
    all.flatMap((one, index) =>
      whens(one).flatMap((when, at) => (when === undefined ? [] : nodesOfWhen(when, [title[1], index, at]))),
    ),
  )

const scoring = (telling: Telling): ReadonlyArray<Section> => {
  const { book } = telling
  return [
    clauses(telling, ["参评类别", "Classes"], ["怎样对待", "treated as"], book.classes, classRows, ({ when }) => [
      when,
    ]),
    section(
      telling,
      ["计分", "Score"],
      ["怎样计", "how it is counted"],
      totalRows(telling),
      nodesOf(book.total, ["total"]),
    ),
    section(telling, ["得分取舍", "Rounding of the score"], ["取舍", "rounding"], [roundingRow(telling)], []),
  ]
}

const verdict = (telling: Telling): ReadonlyArray<Section> => {
  const { book } = telling
  return [
    clauses(telling, ["否决及处理情形", "Effects"], ["处理", "what it does"], book.effects, effectRows, (one) => [
      one.when,
      one.repair?.when,
    ]),
    clauses(telling, ["等次", "Levels"], ["得分", "score"], book.levels, levelRows, ({ and }) => [and]),
    clauses(telling, ["单项星", "Badges"], ["先决", "needs"], book.badges, badgeRows, ({ when }) => [when]),
    clauses(telling, ["直接晋级", "Direct awards"], ["晋至", "level"], book.awards, awardRows, ({ when }) => [when]),
    section(telling, ["晋级幅度", "Climb limit"], ["幅度", "limit"], climbRows(telling), []),
  ]
}

const comparison = (telling: Telling): ReadonlyArray<Section> => {
  const { book } = telling
  const rankings = clauses(telling, ["排名", "Rankings"], ["排法", "how"], book.rankings, rankingRows, (one) => [
    one.among,
  ])
  const keys = book.rankings.flatMap(({ ties }, index) => nodesOfTies(ties, ["rankings", index, "ties"]))
  return [
    clauses(telling, ["名额与比例", "Quotas"], ["名额", "size"], book.quotas, quotaRows, ({ among }) => [among]),
    section(
      telling,
      ["名额上同分的处理", "Ties at the quotas"],
      ["处理", "rule"],
      tiesRows(telling, book.ties),
      nodesOfTies(book.ties, ["ties"]),
    ),
    { ...rankings, nodes: [...rankings.nodes, ...keys] },
    section(
      telling,
      ["自设条目", "Lines made locally"],
      ["限度", "limits"],
      book.slots.map((one) => slotRow(telling, one)),
      [],
    ),
  ]
}

/** The total has a row of its own, whether it has a name or none. */
const totalRows = (telling: Telling): ReadonlyArray<Row> => {
  const { total } = telling.book
  const rows = nodeRows(telling, total, 0)
  const isNamed = telling.told(total)?.startsWith("“") === true
  return isNamed
    ? rows
    : [{ ...nodeRow(telling, total, 0), what: say(telling, "总分", "total") }, ...nodeRows(telling, total, 1)]
}

const named = (telling: Telling, clause: Parameters<typeof clauseName>[1]): Row => ({
  id: clause.id,
  clause: clauseText(telling, clause.cite),
  what: clauseName(telling, clause),
})

const asked = (telling: Telling, when: When | undefined): { readonly condition?: string } =>
  when === undefined ? {} : { condition: ConditionText.conditionText(when, telling) }

const classRows = (telling: Telling, one: Class): ReadonlyArray<Row> => {
  const standing = {
    rated: say(telling, "计分并评等次", "scored and graded"),
    unrated: say(telling, "只计分，不评等次", "scored without a grade"),
    exempt: say(telling, "本期不参评", "not evaluated this period"),
  }[one.standing]
  return [{ ...named(telling, one), ...asked(telling, one.when), worth: standing }, ...whenRows(telling, one.when, 1)]
}

const roundingRow = (telling: Telling): Row => {
  const { quantum, round, cite } = telling.book.score
  return {
    clause: clauseText(telling, cite),
    what: say(telling, "得分", "score"),
    worth:
      round === "exact"
        ? say(telling, `以${quantum}为单位，不取舍`, `in steps of ${quantum}, not rounded`)
        : say(
            telling,
            `${SpanText.modeText(round, "zh")}到${quantum}`,
            `${SpanText.modeText(round, "en")} to ${quantum}`,
          ),
  }
}

const levelName = ({ book, language }: Telling, id: string): string => Wording.nameIn(book.levels, id, language)

const doesText = (telling: Telling, does: Does | "nothing"): string => {
  if (does === "zero") return say(telling, "得分计为零", "the score is nought")
  if (does === "nothing") return say(telling, "不再适用", "no longer applied")
  if ("deduct" in does) return say(telling, `扣${does.deduct}`, `${does.deduct} taken off`)
  const level = levelName(telling, does.atMost)
  return say(telling, `等次最高为${level}`, `${level} at most`)
}

const effectRows = (telling: Telling, one: Effect): ReadonlyArray<Row> => {
  const { when, does, lasts, repair } = one
  return [
    {
      ...named(telling, one),
      ...asked(telling, when),
      worth: doesText(telling, does),
      repeats:
        lasts === "period"
          ? say(telling, "本期", "the period")
          : say(telling, `${lasts.months}个月`, `${lasts.months} months`),
    },
    ...whenRows(telling, when, 1),
    ...(repair === undefined
      ? []
      : [
          {
            depth: 1,
            clause: clauseText(telling, repair.cite),
            what: say(telling, "修复", "repair"),
            ...asked(telling, repair.when),
            worth: doesText(telling, repair.does),
          },
          ...whenRows(telling, repair.when, 2),
        ]),
  ]
}

const levelRows = (telling: Telling, one: Level): ReadonlyArray<Row> => [
  {
    ...named(telling, one),
    worth: one.on === null ? say(telling, "不由得分定", "not by score") : SpanText.spanBoth(one.on, telling.language),
    ...asked(telling, one.and),
  },
  ...whenRows(telling, one.and, 1),
]

const badgeRows = (telling: Telling, one: Badge): ReadonlyArray<Row> => {
  const needs = one.needs.map((id) => Wording.nameIn(telling.book.badges, id, telling.language))
  return [
    {
      ...named(telling, one),
      ...asked(telling, one.when),
      worth: needs.length === 0 ? "" : Wording.listText(needs, telling.language),
    },
    ...whenRows(telling, one.when, 1),
  ]
}

const awardRows = (telling: Telling, one: Award): ReadonlyArray<Row> => {
  const level = levelName(telling, one.atLeast)
  const places =
    one.overQuota === undefined
      ? say(telling, "占不占名额未写", "whether it takes a place is not said")
      : one.overQuota
        ? say(telling, "不占名额", "takes no place of a quota")
        : say(telling, "占名额", "takes a place of the quota")
  return [
    {
      ...named(telling, one),
      ...asked(telling, one.when),
      worth: say(telling, `至少${level}，${places}`, `${level} at least, ${places}`),
    },
    ...whenRows(telling, one.when, 1),
  ]
}

const climbRows = (telling: Telling): ReadonlyArray<Row> => {
  const { climb } = telling.book
  if (climb === null) return []
  return [
    {
      clause: clauseText(telling, climb.cite),
      what: say(telling, "比上期等次", "above the last level"),
      worth: say(telling, `最多升${climb.steps}级，降不限`, `at most ${climb.steps} up, down without limit`),
    },
  ]
}

type Share = Extract<Quota["of"], { share: string }>

type Named = { readonly zh: string; readonly en: string }

const quotaRows = (telling: Telling, one: Quota): ReadonlyArray<Row> => {
  const { levels, sense, of, slack, among, group } = one
  const names = Wording.listText(
    levels.map((level) => levelName(telling, level)),
    telling.language,
  )
  const size = "seats" in of ? seatsText(telling, of.seats, group) : shareText(telling, of, group)
  const allowed = slack === undefined ? "" : say(telling, `，容许出入${slack}`, `, ${slack} more or fewer allowed`)
  const reported = sense === "most" ? "" : say(telling, "（只报告）", " (reported only)")
  const worth = say(
    telling,
    `${names}：${SENSES[sense].zh}${size.zh}${size.round}${allowed}${reported}`,
    `${names}: ${SENSES[sense].en} ${size.en}${size.round}${allowed}${reported}`,
  )
  return [{ ...named(telling, one), ...asked(telling, among), worth }, ...whenRows(telling, among, 1)]
}

const SENSES: Readonly<Record<Quota["sense"], Named>> = {
  most: { zh: "最多", en: "at most" },
  noMore: { zh: "不超过", en: "no more than" },
  least: { zh: "不少于", en: "no fewer than" },
  about: { zh: "约", en: "about" },
}

const seatsText = (telling: Telling, seats: number, group: string | null) => {
  const within = group === null ? "" : SpanText.groupText(group, telling.language)
  return { zh: `${within}${within === "" ? "" : "内"}${seats}个`, en: `${seats} ${within}`.trim(), round: "" }
}

const shareText = (telling: Telling, { share, round }: Share, group: string | null) => {
  const percent = Exact.text(Exact.multiply(Exact.parseUnsafe(share), Exact.parseUnsafe("100")))
  const isShort = !percent.includes("/")
  const all = SpanText.groupText(group, telling.language)
  const how = SpanText.modeText(round, telling.language)
  return {
    zh: `${all}的${share}${isShort ? `（${percent}%）` : ""}`,
    en: `${share} ${isShort ? `(${percent} %) ` : ""}${all}`,
    round: say(telling, `，${how}`, `, ${how}`),
  }
}

/** Nothing where the text has no quota and no rule on ties. */
const tiesRows = (telling: Telling, ties: Ties): ReadonlyArray<Row> => {
  if (telling.book.quotas.length === 0 && ties.keys.length === 0 && ties.cite === undefined) return []
  const unsaid =
    ties.cite === undefined ? say(telling, "同分（文本未写）", "ties (not in the text)") : say(telling, "同分", "ties")
  return [
    { clause: clauseText(telling, ties.cite), what: unsaid, worth: ConditionText.tiesText(ties, telling) },
    ...ties.keys.flatMap(({ e }) => nodeRows(telling, e, 1)),
  ]
}

const rankingRows = (telling: Telling, one: Ranking): ReadonlyArray<Row> => {
  const group = SpanText.groupText(one.group, telling.language)
  const ties = ConditionText.tiesText(one.ties, telling)
  const cite = clauseText(telling, one.ties.cite)
  const where = cite === "" ? "" : Wording.bracketed(cite, telling.language)
  return [
    {
      ...named(telling, one),
      ...asked(telling, one.among),
      worth: say(telling, `${group}中按得分排；${ties}${where}`, `by score ${group}; ${ties}${where}`),
    },
    ...whenRows(telling, one.among, 1),
    ...one.ties.keys.flatMap(({ e }) => nodeRows(telling, e, 1)),
  ]
}

const slotRow = (telling: Telling, { id, into, sign, items, each, cite }: Slot): Row => ({
  ...named(telling, { id, cite }),
  worth:
    sign === "bonus"
      ? say(
          telling,
          `“${into}”内加分条目最多${items}条，每条最多${each}`,
          `at most ${items} bonuses of at most ${each} each in “${into}”`,
        )
      : say(
          telling,
          `“${into}”内扣分条目最多${items}条，每条最多扣${each}`,
          `at most ${items} deductions of at most ${each} each in “${into}”`,
        ),
})
