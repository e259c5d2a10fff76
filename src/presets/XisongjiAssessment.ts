/**
 * The assessment of villages and village cadres of Xisongji town (西宋集镇村级工作考核办法), of 2017: the month, the year, and
 * the pay of a month.
 *
 * Known from a transcription: how month and year are put together, the prizes with their seats and floors, and the bases
 * of pay. The items of key and daily work are not known by name, so that each is one account here and the books are
 * partial. That daily work starts full is a reading: otherwise nobody would reach the floor of the first prize.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Label } from "../foundation/Label.js"
import * as Builder from "../rules/Builder.js"
import type { Level, Note, Quota } from "../rules/Clause.js"
import type { Act, Cite, Domain, Expression } from "../rules/Expression.js"
import type { Rulebook } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import type { Span } from "../rules/Span.js"

// ---------------------------------------------------------------- constructors

const printed = (art: string): Cite => ({ doc: "办法", art })

const MONTH = "xisongji-month"

const points = (min: string | null, max: string | null, step = "1"): Domain => Scoring.domain("分", min, max, step)

/** A line whose points stand in the field `value` of its facts. */
const entered = (kind: string, label: Label, values: Domain, art: string): Act => ({
  id: kind,
  kind,
  label,
  worth: { op: "field", field: "value", domain: values },
  cite: printed(art),
})

/** The month: one account of the year, and a book of its own. */
const monthly = (): Expression =>
  Scoring.parts(
    [
      Scoring.only(
        { kind: "重点工作", domain: points("0", "40") },
        { id: "重点工作", label: { zh: "重点工作", en: "key work" }, full: "40", cite: printed("重点工作") },
      ),
      Scoring.deductFromFull({
        id: "日常工作",
        label: { zh: "日常工作", en: "daily work" },
        full: "60",
        acts: [
          entered(
            "日常扣分",
            { zh: "日常工作某项的扣分，每项一条", en: "what an item of daily work loses, one entry an item" },
            points(null, "0"),
            "日常工作",
          ),
        ],
        caps: [
          { id: "日常每项扣分", of: ["日常扣分"], per: "line", on: "malus", min: "-20", cite: printed("日常工作") },
        ],
        cite: printed("日常工作"),
      }),
      Scoring.earnFromZero({
        id: "阶段性工作",
        label: { zh: "阶段性工作", en: "work of a stage" },
        acts: [
          entered(
            "阶段加分",
            { zh: "阶段性工作加分", en: "points for work of a stage" },
            points("0", null),
            "阶段性工作",
          ),
        ],
        most: "10",
        cite: printed("阶段性工作"),
      }),
      Scoring.earnFromZero({
        id: "交办工作",
        label: { zh: "交办工作", en: "assigned work" },
        acts: [
          entered("交办加分", { zh: "交办工作加分", en: "points for assigned work" }, points("0", null), "交办工作"),
        ],
        most: "10",
        cite: printed("交办工作"),
      }),
    ],
    { id: "月考核", label: { zh: "月考核得分", en: "score of the month" }, cite: printed("月考核") },
  )

const yearly = (): Expression =>
  Scoring.parts(
    [
      Scoring.weighted(
        [
          {
            w: "0.4",
            e: Scoring.only(
              { kind: "年终考核", domain: points("0", "100") },
              { id: "年终考核", label: { zh: "年终考核", en: "assessment of the year" }, cite: printed("年度考核") },
            ),
          },
          {
            w: "0.6",
            e: Scoring.subPeriods(
              "month",
              monthly(),
              "mean",
              {},
              {
                id: "月均分",
                label: { zh: "十二个月平均分", en: "mean of the twelve months" },
                cite: printed("年度考核"),
              },
            ),
          },
        ],
        { id: "加权分", label: { zh: "年终与月均加权", en: "year and months by weight" }, cite: printed("年度考核") },
      ),
      Scoring.lines({
        id: "奖惩",
        label: { zh: "奖惩加减分", en: "points given and taken besides" },
        acts: [entered("加减分", { zh: "奖惩加减分", en: "an adjustment" }, points(null, null, "0.5"), "奖惩")],
        cite: printed("奖惩"),
      }),
    ],
    { id: "得分", label: { zh: "年度得分", en: "score of the year" }, cite: printed("年度考核") },
  )

const PRIZES: ReadonlyArray<readonly [id: string, en: string, on: Span, seats?: number]> = [
  ["一等奖", "first prize", { ge: "90" }, 2],
  ["二等奖", "second prize", { ge: "80", lt: "90" }, 4],
  ["三等奖", "third prize", { ge: "70", lt: "80" }, 6],
  ["合格", "passed", { ge: "60", lt: "70" }],
  ["不合格", "not passed", { lt: "60" }],
]

const levels = (): ReadonlyArray<Level> =>
  PRIZES.map(([id, en, on]) => ({ id, label: { zh: id, en }, on, cite: printed("奖项") }))

const seats = (): ReadonlyArray<Quota> =>
  PRIZES.flatMap(
    ([id, , , seats]): ReadonlyArray<Quota> =>
      seats === undefined
        ? []
        : [{ id: `${id}席位`, levels: [id], sense: "most", of: { seats }, group: null, cite: printed("奖项") }],
  )

const TITLE: Label = { zh: "西宋集镇村级工作考核办法", en: "Assessment of villages, Xisongji town" }

const common = () => ({
  version: "2017",
  completeness: "partial" as const,
  sources,
  inForce: { from: CivilDate.parseUnsafe("2017-01-01") },
})

const note = (on: string, kind: Note["kind"], zh: string, en: string): Note => ({ on, kind, text: { zh, en } })

const monthNotes = (): ReadonlyArray<Note> => [
  note(
    "日常工作",
    "doubt",
    "60分满分起扣是此处的理解，否则无人够一等奖的90分；每项最多扣20、合计最多扣60照印",
    "that the 60 start full is a reading, as nobody would reach 90 otherwise; at most 20 lost an item and 60 in all is as printed",
  ),
  note(
    "日常扣分",
    "remark",
    "日常工作各项的名目和数目未见：每项的扣分记一条，每条最多扣20",
    "the items of daily work are known neither by name nor by number: what an item loses in a month is one entry, of 20 at most",
  ),
  note(
    "重点工作",
    "remark",
    "重点工作各项的名目和分值未见，合为一个得分",
    "the items of key work are not known; they are one score here",
  ),
]

const yearBook = (): Builder.Draft => ({
  ...common(),
  id: "xisongji-year",
  title: TITLE,
  total: yearly(),
  score: { quantum: "0.01", round: "exact" },
  levels: levels(),
  quotas: seats(),
  notes: [
    ...monthNotes(),
    note(
      "一等奖席位",
      "doubt",
      "末席同分如何取舍未写；此处同分并列，席位不够时都不取",
      "who takes the last seat among equals is not said; here equals share the place, and none of them has it",
    ),
    note(
      "得分",
      "doubt",
      "月均分是否取舍未写；此处不取舍，不足0.01的得分会被指出",
      "whether the mean is rounded is not said; here it is not, and a score finer than 0.01 is reported",
    ),
    note("加减分", "remark", "加减分的名目和上下限未见", "what is adjusted, and within which limits, is not known"),
  ],
})

const monthBook = (): Builder.Draft => ({
  ...common(),
  id: MONTH,
  title: { zh: `${TITLE.zh}：月考核`, en: `${TITLE.en}: the month` },
  total: monthly(),
  notes: monthNotes(),
})

const payBook = (): Builder.Draft => ({
  ...common(),
  id: "xisongji-pay",
  title: { zh: `${TITLE.zh}：月绩效报酬（元）`, en: `${TITLE.en}: the pay of a month (yuan)` },
  total: {
    op: "times",
    by: Scoring.parameter("基数", Scoring.domain("元", "400", "800", "200"), {
      label: { zh: "本人基数（800、600、400元）", en: "own base (800, 600 or 400 yuan)" },
      cite: printed("报酬"),
    }),
    e: {
      op: "sum",
      of: [
        {
          w: "0.01",
          e: Scoring.imported(MONTH, "score", "same", points("0", "120"), {
            id: "月考核得分",
            label: { zh: "月考核得分", en: "score of the month" },
            cite: printed("月考核"),
          }),
        },
      ],
      weights: "free",
      id: "得分率",
      label: { zh: "得分率", en: "score rate" },
      cite: printed("报酬"),
    },
    id: "月报酬",
    label: { zh: "月绩效报酬", en: "pay of the month" },
    cite: printed("报酬"),
  },
  score: { quantum: "0.01", round: "exact" },
  notes: [
    note(
      "得分率",
      "doubt",
      "得分超过100时得分率是否仍按实计未写；此处按实计",
      "whether a score above 100 makes a rate above one is not said; here it does",
    ),
    note("月报酬", "remark", "次月15日前发放", "paid by the 15th"),
  ],
})

// ---------------------------------------------------------------- instances

const sources: Rulebook["sources"] = [
  {
    id: "办法",
    citation: {
      title: TITLE.zh,
      issuer: "西宋集镇",
      number: "宋委发〔2017〕4号",
      date: "2017",
      standing: "transcription",
      note: "抄本，题名为概称；条款号未见，以事项名代；以文号年份首日为起日；全镇14个村",
    },
  },
]

/**
 * The rulebook of the year: the assessment of the year at four tenths, the mean of the months at six, adjustments beside
 * them; prizes by seats and floor together.
 *
 * **Details** Facts are 年终考核 (one value), 加减分 as many as there are, and those of {@link month}.
 *
 * @category instances
 * @since 0.1.0
 */
export const year: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ yearBook())

/**
 * The rulebook of a month, as it is scored by itself: key work up to 40, daily work from 60 downwards, up to 10 for work
 * of a stage and up to 10 for assigned work.
 *
 * **Details** 重点工作 is a fact with one value. A fact 日常扣分 holds what one item of daily work loses in the month; the
 * limit of 20 an item holds for each entry, so that an item has one entry a month. 阶段加分 and 交办加分 hold what they give.
 *
 * @category instances
 * @since 0.1.0
 */
export const month: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ monthBook())

/**
 * The rulebook of the pay of a month in yuan: the score rate times the base of the post.
 *
 * **Details** The parameter 基数 of a subject is 800, 600 or 400 yuan; the score is the frozen result of {@link month}.
 *
 * @category instances
 * @since 0.1.0
 */
export const pay: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ payBook())
