/**
 * Members' points of Hongtong county, Shanxi (洪洞县党员积分管理办法，试行), of 2024: the year, and the quarterly review.
 *
 * Known from a report: the base of 100 that only falls, two of the ten kinds of bonus, two of the ten kinds of penalty,
 * the grounds that set the score to nought, and the shares of the quarterly review. The other kinds and the marks of the
 * tested item (测评项) are not known and left out, so both books are partial.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Label } from "../foundation/Label.js"
import * as Builder from "../rules/Builder.js"
import type { Effect, Level, Note, Quota } from "../rules/Clause.js"
import type { Act, Cite } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import * as Veto from "../rules/Veto.js"

// ---------------------------------------------------------------- constructors

const report = (art: string): Cite => ({ doc: "报道", art })

const line = (kind: string, en: string, value: string, art: string): Act =>
  Scoring.fixed({ id: kind, kind, label: { zh: kind, en }, value, cite: report(art) })

const ZEROED: ReadonlyArray<readonly [kind: string, en: string]> = [
  ["违纪违法", "a breach of discipline or law"],
  ["失信", "bad faith"],
  ["恶习", "vice"],
]

const effects = (): ReadonlyArray<Effect> =>
  ZEROED.map(([kind, en]) =>
    Veto.zero({
      id: `${kind}清零`,
      label: { zh: `${kind}，积分清零`, en: `${en}: points set to nought` },
      when: Scoring.happened(kind),
      cite: report("清零"),
    }),
  )

const TITLE: Label = { zh: "洪洞县党员积分管理办法（试行）", en: "Members' points, Hongtong county (trial)" }

const yearNotes = (): ReadonlyArray<Note> => [
  {
    on: "基础分",
    kind: "remark",
    text: {
      zh: "减分清单十类，已知两类；其余八类未列入",
      en: "ten kinds of penalty, of which two are known; the other eight are left out",
    },
  },
  {
    on: "加分项",
    kind: "remark",
    text: {
      zh: "加分清单十类，已知两类；其余八类未列入",
      en: "ten kinds of bonus, of which two are known; the other eight are left out",
    },
  },
  {
    on: "得分",
    kind: "remark",
    text: {
      zh: "测评项的分值未见，未列入；上年积分年末清零",
      en: "the marks of the tested item are not known and left out; last year's points are cleared",
    },
  },
  {
    on: "得分",
    kind: "doubt",
    text: {
      zh: "减分列入基础分只减不增、扣完为止，系据“基础分满分起、只减不增”理解",
      en: "that penalties come off the base, which can be lost entirely and no more, is a reading of “starts full and only falls”",
    },
  },
]

const year = (): Builder.Draft => ({
  id: "hongtong-points",
  version: "2024",
  title: TITLE,
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2024-06-10") },
  total: Scoring.parts(
    [
      Scoring.deductFromFull({
        id: "基础分",
        label: { zh: "基础分", en: "base" },
        full: "100",
        acts: [
          line("缺席三会一课", "a meeting of the organised life missed", "-5", "减分项"),
          line("缺席主题党日", "a theme day missed", "-3", "减分项"),
        ],
        cite: report("基础分"),
      }),
      Scoring.earnFromZero({
        id: "加分项",
        label: { zh: "加分项", en: "bonuses" },
        acts: [
          line("志愿服务", "volunteering, each time", "1", "加分项"),
          line("公益捐助", "a gift to charity, each time", "1", "加分项"),
        ],
        cite: report("加分项"),
      }),
    ],
    { id: "得分", label: { zh: "年度积分", en: "points of the year" } },
  ),
  effects: effects(),
  notes: yearNotes(),
})

const GRADES: ReadonlyArray<readonly [id: string, en: string, grade: string]> = [
  ["优秀", "excellent", "4"],
  ["合格", "qualified", "3"],
  ["基本合格", "basically qualified", "2"],
  ["不合格", "not qualified", "1"],
]

const grades = (): ReadonlyArray<Level> =>
  GRADES.map(([id, en, grade]) => ({
    id,
    label: { zh: id, en },
    on: { ge: grade, le: grade },
    cite: report("季度互评"),
  }))

const shares = (): ReadonlyArray<Quota> => [
  {
    id: "优秀不超过三分之一",
    levels: ["优秀"],
    sense: "noMore",
    of: { share: "1/3", round: "floor" },
    group: null,
    cite: report("季度互评"),
  },
  {
    id: "基本合格和不合格不少于十分之一",
    levels: ["基本合格", "不合格"],
    sense: "least",
    of: { share: "0.1", round: "ceiling" },
    group: null,
    cite: report("季度互评"),
  },
]

const quarter = (): Builder.Draft => ({
  id: "hongtong-review",
  version: "2024",
  title: { zh: `${TITLE.zh}：季度互评`, en: `${TITLE.en}: the quarterly review` },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2024-06-10") },
  total: Scoring.decided({ kind: "互评等次", domain: Scoring.domain("等", "1", "4", "1") }, "党员互评", {
    id: "互评等次",
    label: {
      zh: "互评等次（四至一：优秀、合格、基本合格、不合格）",
      en: "grade by mutual review (four to one: excellent to not qualified)",
    },
    cite: report("季度互评"),
  }),
  levels: grades(),
  quotas: shares(),
  notes: [
    {
      on: "优秀不超过三分之一",
      kind: "doubt",
      text: {
        zh: "三分之一、十分之一不为整数时怎样取舍未写；此处前者舍、后者进，使比例成立；只报告，不调整等次",
        en: "how a third or a tenth that is no whole number is rounded is not said; here so that the share is kept; it is reported and moves nobody",
      },
    },
  ],
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "报道",
    citation: {
      title: TITLE.zh,
      issuer: "洪洞县",
      date: "2024-06-10",
      standing: "report",
      note: "据报道转述，原文未见；题名为概称，条款号未见，以事项名代；以报道日期为起日；月积分、季小结、年总评；加分由个人申报并认定，减分由组织提出",
    },
  },
]

/**
 * The rulebook of the year: 100 that only fall, bonuses beside them, nought on a breach of discipline or law, bad faith
 * or vice. No grades of the year are known.
 *
 * **Details** Every item is a fact of the kind that it is named by; the grounds are facts 违纪违法, 失信 and 恶习.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ year())

/**
 * The rulebook of the quarterly mutual review: people decide each grade (a fact 互评等次, `value` 4 to 1), and the shares
 * of a third at most and a tenth at least are reported when missed.
 *
 * @category instances
 * @since 0.1.0
 */
export const review: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ quarter())
