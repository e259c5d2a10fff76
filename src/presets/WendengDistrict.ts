/**
 * The district ledger of the credit rules of Wendeng, Weihai (威海市文登区信用评价规则，区级), for Party members and village
 * cadres, in force since 2020-01-01.
 *
 * Known are the general articles (base, grades, validity, doubling, direct grading, what counts of one act) and those lines
 * of the village sheets that enter the district ledger; the district's other lines, about two hundred in all, are not. The
 * text is a public transcription, so the book is partial. One register feeds this book and `WendengVillage`.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Label } from "../foundation/Label.js"
import * as Builder from "../rules/Builder.js"
import type { Effect, Level, Note } from "../rules/Clause.js"
import type { Act, Cite, Expression, Validity, When } from "../rules/Expression.js"
import type { Rulebook, Source } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import type { Span } from "../rules/Span.js"
import * as Veto from "../rules/Veto.js"
import * as WendengVillage from "./WendengVillage.js"

// ---------------------------------------------------------------- constructors

const district = (art: string): Cite => ({ doc: "区级", art })
const sheet = (art: string): Cite => ({ doc: "办法", art })

/**
 * Cumulated hours are lines here, because the text holds every bonus back while a breach runs: each entry states the
 * running total of the year, and entries of one year are about one act, of which the highest mark counts.
 */
const hours = (): Act => {
  const marks = WendengVillage.lines.flatMap(({ id, level, milestone, value, label }) =>
    level !== "district" || milestone === undefined || typeof value !== "string"
      ? []
      : [{ at: milestone.at, gives: value, label, cite: sheet(id) }],
  )
  const running = { op: "field", field: "累计时长", domain: Scoring.domain("小时", "0", null, "0.5") } as const
  return {
    id: "P-024…P-032",
    kind: "志愿服务",
    label: { zh: "文明实践志愿服务累计", en: "civilisation-practice volunteering in all" },
    worth: Scoring.milestones(running, marks),
    cite: sheet("P-024…P-032"),
  }
}

/** Lines that grade one fact are one class of breach; every other line is a class of its own. */
const classOf = (id: string, kind: string): string =>
  WendengVillage.lines.find((line) => line.id === id)?.ladder?.key ?? kind

const isDeduction = (id: string): boolean =>
  WendengVillage.lines.some((line) => line.id === id && line.polarity === "deduction")

const doubled = (act: Act): Act =>
  isDeduction(act.id) ? { ...act, repeat: { class: classOf(act.id, act.kind), times: "2" } } : act

const requested = (on: Span): When => Scoring.on({ op: "requested" }, on)

const bonusFrom = (months: number, ...bodies: ReadonlyArray<string>): Validity => ({
  when: { test: "all", of: [requested({ gt: "0" }), Scoring.tagged("授予机关", ...bodies)] },
  months,
  cite: district("有效期"),
})

const validity = (): ReadonlyArray<Validity> => [
  { when: requested({ ge: "-40", lt: "0" }), months: 12, cite: district("有效期") },
  { when: requested({ lt: "-40" }), months: 24, cite: district("有效期") },
  bonusFrom(12, "县", "市级部门"),
  bonusFrom(24, "市", "省级部门"),
  bonusFrom(36, "省"),
  bonusFrom(60, "国家"),
]

const GRADED: Readonly<Record<"B" | "C" | "D", ReadonlyArray<string>>> = {
  B: ["P-107", "P-123", "P-129"],
  C: ["P-149"],
  D: [],
}

const account = (): Expression => {
  const { acts, caps, sameAct, label, cite } = WendengVillage.acts("district")
  return Scoring.lines({
    id: "记分",
    ...(label === undefined ? {} : { label }),
    ...(cite === undefined ? {} : { cite }),
    acts: [...acts.map(doubled), hours()],
    caps,
    sameAct,
    validity: validity(),
    suspensions: [
      { id: "失信未整改", kinds: ["区级降级", ...GRADED.B, ...GRADED.C, ...GRADED.D], cite: district("直接判级") },
    ],
  })
}

const recorded = (kind: string, where?: When): When =>
  Scoring.on(
    Scoring.count({
      kind,
      domain: Scoring.domain("次", "0", null, "1"),
      closedBy: "periodEnd",
      ...(where === undefined ? {} : { where }),
    }),
    { ge: "1" },
  )

const directly = (grade: "B" | "C" | "D", months: number): Effect =>
  Veto.holdAt(
    {
      id: `直接判${grade}`,
      label: { zh: `直接判为${grade}级`, en: `graded ${grade} directly` },
      when: {
        test: "any",
        of: [recorded("区级降级", Scoring.tagged("级别", grade)), ...GRADED[grade].map((line) => recorded(line))],
      },
      lasts: { months },
      cite: district("直接判级"),
    },
    grade,
  )

const BANDS: ReadonlyArray<readonly [id: string, on: Span]> = [
  ["AAA", { ge: "1050" }],
  ["AA", { ge: "1030", le: "1049" }],
  ["A", { ge: "960", le: "1029" }],
  ["B", { ge: "850", le: "959" }],
  ["C", { ge: "600", le: "849" }],
  ["D", { le: "599" }],
]

const levels = (): ReadonlyArray<Level> =>
  BANDS.map(([id, on]) => ({ id, label: { zh: `${id}级`, en: `grade ${id}` }, on, cite: district("等级") }))

/** Whole-number bands: the known lines give whole points, so that no score falls between them yet. */
const gap = (on: string, low: string, high: string): Note => ({
  on,
  kind: "doubt",
  text: {
    zh: `等级按整数分段；已知条目都是整数分，若另有0.1分的条目，${low}与${high}之间不属任何等级`,
    en: `grades are printed in whole numbers; the known lines give whole points, but with lines of 0.1 there is no grade between ${low} and ${high}`,
  },
})

const remark = (on: string, kind: "doubt" | "remark", text: Label): Note => ({ on, kind, text })

/** What readers doubted of the lines of the sheets that enter this ledger; of the village's own lines nothing. */
const noted = (): ReadonlyArray<Note> => {
  const { acts } = WendengVillage.acts("district")
  const here = new Set([...acts.map(({ id }) => id), "P-053", "P-054", "P-055", "P-056"])
  return WendengVillage.rulebook.notes.filter(
    (note) => note.kind !== "remark" && here.has(note.on) && (note.with === undefined || here.has(note.with)),
  )
}

const notes = (): ReadonlyArray<Note> => [
  ...noted(),
  gap("AA", "1049", "1050"),
  gap("A", "1029", "1030"),
  gap("B", "959", "960"),
  gap("C", "849", "850"),
  gap("D", "599", "600"),
  remark("记分", "remark", {
    zh: "只含村级评价表中进入区级的条目；区级其余条目未见，未列入",
    en: "holds the lines of the village sheets that enter the district ledger; the district's other lines are not known and left out",
  }),
  remark("记分", "doubt", {
    zh: "何为“同类”失信行为未写；此处同一条目或同一轻重阶梯为同类",
    en: "what a class of breach is, is not said; here it is one line, or the lines that grade one fact",
  }),
  remark("记分", "doubt", {
    zh: "翻倍后的分值是否改变有效期未写；有效期按翻倍前的分值定",
    en: "whether doubling changes the term is not said; the term goes by what a line is worth before",
  }),
  remark("失信未整改", "doubt", {
    zh: "失信状态持续期间加分只记不计；哪些情形算持续，原文只就直接判级写明",
    en: "bonuses are held back while a breach lasts; which breaches last is said of direct grading alone",
  }),
]

const draft = (): Builder.Draft => ({
  id: "wendeng-district",
  version: "2020-01-01",
  title: {
    zh: "威海市文登区信用评价规则（区级，党员和村干部）",
    en: "Credit points of Party members and village cadres, Wendeng, Weihai: the district ledger",
  },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2020-01-01") },
  classes: WendengVillage.rulebook.classes,
  total: Scoring.parts(
    [
      Scoring.base("1000", { id: "基础分", label: { zh: "默认分", en: "default score" }, cite: district("千分制") }),
      account(),
      WendengVillage.yearEnd(),
    ],
    { id: "得分", label: { zh: "区级得分", en: "score of the district ledger" }, cite: district("千分制") },
  ),
  score: { quantum: "0.1", round: "exact", cite: district("千分制") },
  effects: [directly("B", 24), directly("C", 36), directly("D", 60)],
  levels: levels(),
  notes: notes(),
})

// ---------------------------------------------------------------- instances

/**
 * Where the clauses are cited from: the sheets of the village rules (`办法`), their general part (`总则`), and the rules of
 * the district (`区级`), whose own title and article numbers are not in the transcription.
 *
 * @category instances
 * @since 0.1.0
 */
export const sources: ReadonlyArray<Source> = [
  ...WendengVillage.sources,
  {
    id: "区级",
    citation: {
      title: "威海市文登区信用评价规则",
      issuer: "威海市文登区",
      standing: "transcription",
      note: "抄本，题名为概称；2020年1月1日起施行；条款号未见，以事项名代；有效期、翻倍、直接判级等据内容概述",
    },
  },
]

/**
 * The rulebook of the district ledger: a default of 1000, the lines that enter it, the village grade of the year before,
 * direct grading for 24, 36 and 60 months, six grades AAA to D.
 *
 * **Details**
 *
 * Facts are those of `WendengVillage`. Besides, a bonus bears the tag 授予机关 (县, 市级部门, 市, 省级部门, 省, 国家) where its
 * term goes by the rank of the awarding body; a fact 志愿服务 states the running total of hours in the field 累计时长 and
 * shares `act` with the others of its year; a direct grading on lines that are not known is a fact 区级降级 with the tag 级别
 * (B, C, D), continuing until it is put right.
 *
 * **Gotchas** Grades are printed in whole numbers: with a line of less than a point a score of 1029.5 would belong to none.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
