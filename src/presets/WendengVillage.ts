/**
 * The village ledger of the credit rules for rural residents of Wendeng, Weihai (威海市文登区农村居民信用积分评价办法), for
 * Party members and village cadres, in force since 2020-01-01.
 *
 * Every printed line is carried over with its id, slips included; what a careful reader doubts stands in the notes of the
 * rulebook, and nothing is corrected. Lines that deduct from ordinary residents or reward informing on others are left
 * out on purpose, so the book is partial.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import type { Label } from "../foundation/Label.js"
import * as Builder from "../rules/Builder.js"
import type { Class, Effect, Level, Note, Ranking, Slot } from "../rules/Clause.js"
import type { Code } from "../rules/Defect.js"
import type { Act, Acts, Cap, Cite, Expression, FieldLeaf, When } from "../rules/Expression.js"
import type { Rulebook, Source } from "../rules/Rulebook.js"
import * as Scoring from "../rules/Scoring.js"
import * as Veto from "../rules/Veto.js"
import * as Table from "./WendengVillageLines.js"

// ---------------------------------------------------------------- models

/**
 * One printed line: its sheet, ledger, label, worth, and what a reader noted on it.
 *
 * @category models
 * @since 0.1.0
 */
export type Line = Table.Line

/**
 * Which ledger a line enters: the village's (村级) or the district's (区级); a line printed 区村级 enters both.
 *
 * @category models
 * @since 0.1.0
 */
export type Ledger = "village" | "district"

// ---------------------------------------------------------------- constructors

const MEMBER = "党员"
const SECRETARY = "村党组织书记"
const DIRECTOR = "村委会主任"
const COMMITTEE = "村两委成员"

const printed = (art: string): Cite => ({ doc: "办法", art })
const general = (art: string): Cite => ({ doc: "总则", art })

const isMember: When = /* @__PURE__ */ Scoring.is("身份", MEMBER)
const isCadre: When = /* @__PURE__ */ Scoring.is("职务", SECRETARY, DIRECTOR)

/** Lines that fit facts of one kind; every other line has a kind of its own, named by its id. */
const SHARED: ReadonlyArray<readonly [kind: string, lines: ReadonlyArray<string>]> = [
  ["支部星级", ["P-005", "P-114"]],
  ["建廉政文化街", ["P-011", "P-012"]],
  ["开办信用超市", ["P-013", "P-014"]],
  ["引进项目", ["P-017", "P-018", "P-019", "P-020"]],
  ["拾金", ["P-061", "P-062", "P-063", "P-064", "P-065"]],
  ["集体增收", ["P-071", "P-077", "P-078"]],
  ["任信息采集员", ["P-081", "P-082", "P-083", "P-084"]],
  ["两委违纪", ["P-108", "P-109"]],
  ["缺席廉政教育", ["P-115", "P-137"]],
  ["缺席议事会", ["P-118", "P-138"]],
  ["缺席述廉评议", ["P-119", "P-139"]],
  ["述廉满意度", ["P-120", "P-140"]],
  ["请假未补课", ["P-130", "P-136"]],
]

const TAGGED: Readonly<Record<string, readonly [tag: string, is: string]>> = {
  "P-005": ["星级", "五星"],
  "P-018": ["行业", "农业"],
  "P-019": ["行业", "农业"],
  "P-020": ["行业", "农业"],
  "P-082": ["星级", "三星"],
  "P-083": ["星级", "四星"],
  "P-084": ["星级", "五星"],
  "P-114": ["星级", "一星"],
}

const DIRECT: Readonly<Record<"B" | "C" | "D", string>> = { B: "-50", C: "-80", D: "-100" }

/** A grading by the district on lines that are not carried over, by the tag 级别. */
const gradings = (): ReadonlyArray<Act> =>
  Scoring.severityLadder(
    "区级降级",
    "级别",
    (["B", "C", "D"] as const).map((is) => ({
      id: `第二十四条/${is}`,
      label: { zh: `区级降为${is}级`, en: `graded ${is} by the district` },
      value: DIRECT[is],
      is,
      cite: printed("24"),
    })),
  )

const kindOf = ({ id }: Table.Row): string => SHARED.find(([, ids]) => ids.includes(id))?.[0] ?? id

const field = (name: string, unit: string, min: string, max: string | null, step: string): FieldLeaf => ({
  op: "field",
  field: name,
  domain: Scoring.domain(unit, min, max, step),
})

/** The field that a line printed for certain amounts reads. */
const measured = (kind: string): FieldLeaf => {
  switch (kind) {
    case "引进项目":
      return field("投资额", "万元", "0", null, "0.0001")
    case "述廉满意度":
      return field("满意度", "%", "0", "100", "0.1")
    default:
      return field("金额", "元", "1", null, "1")
  }
}

/** Who a line of a sheet is for; lines of the sheet of residents are for everybody. */
const whom = ({ sheet, role, id }: Table.Row): ReadonlyArray<When> => {
  if (sheet === "农村居民") return []
  if (sheet === "村书记村主任") return [role === undefined ? isCadre : Scoring.is("职务", role)]
  if (role === COMMITTEE) return [isMember, Scoring.is("职务", COMMITTEE, SECRETARY, DIRECTOR)]
  return [OFFICE.includes(id) ? { test: "any", of: [isMember, Scoring.is("职务", DIRECTOR)] } : isMember]
}

/** Lines of administrative discipline: printed among those of members, for a director who is none as well. */
const OFFICE: ReadonlyArray<string> = ["P-150", "P-151", "P-152", "P-153"]

const conditions = (line: Table.Row): { readonly when?: When } => {
  const tag = TAGGED[line.id]
  const of: ReadonlyArray<When> = [
    ...whom(line),
    ...(tag === undefined ? [] : [Scoring.tagged(...tag)]),
    ...(line.tier === undefined ? [] : [Scoring.on(measured(kindOf(line)), line.tier.on)]),
  ]
  const [only] = of
  return only === undefined ? {} : { when: of.length === 1 ? only : { test: "all", of } }
}

const GIFTS = "捐款"

/** Where a band of gifts begins to count and where the last one fills; its other end is the printed one. */
const BANDS: Readonly<
  Record<string, { readonly from: string; readonly end?: string; readonly beyond: "full" | "none" }>
> = {
  "P-053": { from: "0", beyond: "full" },
  "P-054": { from: "1000", beyond: "full" },
  "P-055": { from: "5000", beyond: "full" },
  "P-056": { from: "10000", end: "20000", beyond: "full" },
  "P-057": { from: "0", beyond: "none" },
}

const giftId = (ledger: Ledger): string => (ledger === "village" ? "P-053…P-057" : "P-053…P-056")

const gifts = (ledger: Ledger): Act => ({
  id: giftId(ledger),
  kind: GIFTS,
  label: { zh: "捐款，分段累计", en: "gifts of money, by marginal bands" },
  worth: Scoring.parts(Table.rows.filter((line) => enters(line, ledger)).flatMap(band)),
  cite: printed(giftId(ledger)),
})

const band = ({ id, value, tier, label }: Table.Row): ReadonlyArray<Expression> => {
  const terms = BANDS[id]
  if (terms === undefined || tier === undefined || typeof value === "string" || !("perUnit" in value)) return []
  const { from, beyond } = terms
  const scale = {
    from,
    start: tier.on.ge ?? from,
    end: tier.on.le ?? terms.end ?? null,
    size: value.size ?? "1",
    value: value.perUnit,
    beyond,
  }
  return [Scoring.tier(measured(GIFTS), scale, { id, label, cite: printed(id) })]
}

const enters = ({ level }: Table.Row, ledger: Ledger): boolean => level === "both" || level === ledger

/** The act of a line in a ledger; nothing for milestones, which read a total, and room for lines of the village's own. */
const toAct = (line: Table.Row, ledger: Ledger): ReadonlyArray<Act> => {
  const { id, label, value } = line
  const act = { id, kind: kindOf(line), label, ...conditions(line), cite: printed(id) }
  if (typeof value === "object" && "direct" in value) {
    return ledger === "village" ? [Scoring.fixed({ ...act, value: DIRECT[value.direct] })] : []
  }
  if (!enters(line, ledger) || line.milestone !== undefined) return []
  if (id in BANDS) return id === "P-053" ? [gifts(ledger)] : []
  if (typeof value === "string") return [Scoring.fixed({ ...act, value })]
  if ("local" in value) return []
  if (value.unit === "次") return [Scoring.fixed({ ...act, value: value.perUnit })]
  return [
    Scoring.perUnit({ ...act, value: value.perUnit, field: "人数", values: Scoring.domain("人", "1", null, "1") }),
  ]
}

/** Caps as printed: a line's own, and those printed over several lines, each once. */
const caps = (ledger: Ledger): ReadonlyArray<Cap> => {
  const found = new Map<string, Cap>()
  for (const { id, value, cap } of Table.rows.filter((line) => enters(line, ledger))) {
    if (typeof value === "object" && "cap" in value && value.cap !== undefined) {
      found.set(id, Scoring.atMost(`${id}/封顶`, [id], value.capPeriod ?? "year", value.cap, printed(id)))
    }
    if (cap === undefined || (cap.scope ?? ledger) !== ledger) continue
    const key = cap.over.join("、")
    const of = cap.over.some((each) => each in BANDS) ? [giftId(ledger)] : cap.over
    found.set(key, Scoring.atMost(`${key}/封顶`, of, cap.period, cap.max, printed(key)))
  }
  return [...found.values()]
}

/**
 * The lines of a ledger as one node of acts, `记分` (一事不重复计): of the lines of one sign that fit one deed only the largest
 * counts, then the printed caps apply.
 *
 * **Details**
 *
 * A line whose gravity a person judges reads facts of the kind that its id names; facts about one deed entered under two
 * lines share `act`. Lines that an amount, a number of people or a tag decides share a kind: 捐款, 拾金 and 集体增收 (金额, yuan),
 * 引进项目 (投资额, ten thousand yuan; tag 行业), 述廉满意度 (满意度, %), 两委违纪 (人数), 支部星级 and 任信息采集员 (tag 星级), 缺席廉政教育, 缺席议事会,
 * 缺席述廉评议 and 请假未补课. P-042 and P-043 read 人数, the members of the family, once a quarter.
 *
 * The bands of gifts are one act, `P-053…P-057` (in the district `P-053…P-056`, at most 40 a year), whose named parts are
 * the printed lines. In the village a direct grading B, C or D of the district takes 50, 80 or 100 points (article 24),
 * on a printed line or, for lines not carried over, as a fact 区级降级 (tag 级别); in the district ledger it is no matter of
 * points and left out. Milestones read a total: {@link volunteering}.
 *
 * @example
 * ```ts
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const worth = (ledger: WendengVillage.Ledger, kind: string) =>
 *   WendengVillage.acts(ledger).acts.find((act) => act.kind === kind)?.worth
 * assert.deepEqual(worth("village", "请假未补课"), { op: "const", q: "-2", form: "fixed" })
 * assert.deepEqual(worth("district", "请假未补课"), { op: "const", q: "-5", form: "fixed" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const acts = (ledger: Ledger): Acts =>
  Scoring.lines({
    id: "记分",
    label: { zh: "加分与扣分", en: "bonuses and deductions" },
    cite: general("18（二）（三）"),
    acts: [...Table.rows.flatMap((line) => toAct(line, ledger)), ...(ledger === "village" ? gradings() : [])],
    caps: caps(ledger),
    sameAct: "largestRequested",
  })

/**
 * The milestones of civilisation-practice volunteering (文明实践志愿服务累计) in a ledger, over the sum of the hours (field 时长)
 * of the facts 志愿服务 in the period; of the marks reached only the highest counts.
 *
 * **Gotchas** The sum is known once the period has ended: until then it may still grow, and the milestone is an interval.
 *
 * @example
 * ```ts
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.equal(WendengVillage.volunteering("village").id, "P-033")
 * assert.equal(WendengVillage.volunteering("district").id, "P-024…P-032")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const volunteering = (ledger: Ledger): Expression => {
  const hours = Scoring.total({
    kind: "志愿服务",
    field: "时长",
    domain: Scoring.domain("小时", "0", null, "0.5"),
    closedBy: "periodEnd",
  })
  const marks = Table.rows.flatMap(({ id, level, milestone, value, label }) =>
    milestone === undefined || level !== ledger || typeof value !== "string"
      ? []
      : [{ at: milestone.at, gives: value, label, cite: printed(id) }],
  )
  const id = ledger === "village" ? "P-033" : "P-024…P-032"
  const label: Label = { zh: "文明实践志愿服务累计", en: "civilisation-practice volunteering in all" }
  return Scoring.milestones(hours, marks, { id, label, cite: printed(id) })
}

/**
 * What the village grade of 31 December adds to the district score of the next year (article 41): 15 for 五星, 10 for 四星, 2
 * for 三星. It reads the frozen result of the village book for the year before; without one it adds nothing.
 *
 * @example
 * ```ts
 * import { WendengVillage } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const { op, id } = WendengVillage.yearEnd()
 * assert.deepEqual([op, id], ["case", "年末等次"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const yearEnd = (): Expression => {
  const cite = printed("41")
  const rows = (
    [
      ["五星", "15"],
      ["四星", "10"],
      ["三星", "2"],
    ] as const
  ).map(([level, q]) => ({
    when: { test: "level", book: BOOK, at: "previous", in: [level] } as const,
    gives: { op: "const", q } as const,
    cite,
  }))
  const label: Label = { zh: "上年末村级等次", en: "village grade at the end of last year" }
  return { op: "case", rows, otherwise: { op: "const", q: "0" }, id: "年末等次", label, cite }
}

const BOOK = "wendeng-village"

const known = (kind: string): When =>
  Scoring.on(Scoring.count({ kind, domain: Scoring.domain("次", "0", null, "1"), closedBy: "periodEnd" }), { ge: "1" })

/** Lines of discipline, which article 29 (1) makes a ground of direct judgement for Party members. */
const DISCIPLINE: ReadonlyArray<string> = ["P-145", "P-146", "P-147", "P-148", "P-149", ...OFFICE]

const GROUNDS: ReadonlyArray<readonly [id: string, clause: string, label: Label]> = [
  [
    "直判一",
    "（一）",
    { zh: "党员违纪违法受处分追责", en: "a Party member disciplined for a breach of discipline or law" },
  ],
  [
    "直判二",
    "（二）",
    { zh: "篡改虚构泄露窃取买卖信用信息", en: "credit data forged, invented, leaked, stolen or sold" },
  ],
  ["直判三", "（三）", { zh: "拒不改正违法违规", en: "refusal to correct a breach of law or rules" }],
  ["直判四", "（四）", { zh: "无故对抗阻挠中心工作", en: "central work opposed or obstructed without reason" }],
  ["直判五", "（五）", { zh: "其他严重违反村规民约", en: "another grave breach of the village rules" }],
]

const effects = (): ReadonlyArray<Effect> =>
  GROUNDS.map(([id, clause, label]) => {
    const disciplined: When = { test: "all", of: [isMember, { test: "any", of: DISCIPLINE.map(known) }] }
    const grounds = {
      id,
      label,
      when: id === "直判一" ? ({ test: "any", of: [known(id), disciplined] } as const) : known(id),
      cite: printed(`29${clause}`),
    }
    if (id !== "直判三") return Veto.zero(grounds)
    return Veto.zero({
      ...grounds,
      repair: { when: known("改正承诺"), does: { deduct: "60" }, cite: printed("33") },
    })
  })

const GRADES: ReadonlyArray<readonly [id: string, en: string, on: Level["on"]]> = [
  ["五星", "five stars", { gt: "1060" }],
  ["四星", "four stars", { gt: "1040", le: "1060" }],
  ["三星", "three stars", { gt: "1020", le: "1040" }],
  ["二星", "two stars", { gt: "990", le: "1020" }],
  ["一星", "one star", { gt: "800", le: "990" }],
  ["零星", "no star", { le: "800" }],
]

const levels = (): ReadonlyArray<Level> =>
  GRADES.map(([id, en, on]) => ({ id, label: { zh: id, en }, on, cite: printed("26") }))

const classes = (): ReadonlyArray<Class> => [
  {
    id: "不参评",
    label: { zh: "不参评", en: "not rated this year" },
    when: Scoring.is("状态", "在校就读", "迁出", "立案未结", "死亡", "其他不参评"),
    standing: "exempt",
    cite: printed("28"),
  },
  {
    id: "村干部",
    label: { zh: "村干部", en: "village cadres" },
    when: { test: "any", of: [Scoring.is("类别", "村干部"), Scoring.is("职务", SECRETARY, DIRECTOR, COMMITTEE)] },
    standing: "rated",
    cite: printed("12"),
  },
  {
    id: MEMBER,
    label: { zh: "党员", en: "Party members" },
    when: { test: "any", of: [Scoring.is("类别", MEMBER), isMember] },
    standing: "rated",
    cite: printed("12"),
  },
]

const rankings = (): ReadonlyArray<Ranking> => [
  {
    id: "村内排名",
    label: { zh: "村内分类排名", en: "place within the village, by class" },
    group: "类别",
    ties: { keys: [], last: "share", method: "min" },
    cite: printed("21"),
  },
]

const slots = (): ReadonlyArray<Slot> => [
  { id: "P-100", into: "记分", sign: "bonus", items: 5, each: "2", cite: printed("P-100") },
  { id: "自设扣分", into: "记分", sign: "malus", items: 5, each: "2", cite: printed("23") },
]

/** What a reader noted on articles rather than lines. */
const ARTICLES: ReadonlyArray<Note> = [
  {
    on: "记分",
    kind: "remark",
    text: {
      zh: "村级文本未写一事多行怎样取；一事不重复计、未写明者按次、以上以下含本数，均取自同一办法的总则",
      en: "the village text does not say what counts when one act fits several lines; that it counts once, that lines are per occurrence unless stated, and that bounds are inclusive come from the general part of the same rules",
    },
  },
  {
    on: "第十三条",
    kind: "doubt",
    text: {
      zh: "列名次序与分项次序不同（整改、社会互换）",
      en: "the kinds are named in one order and set out in another",
    },
  },
  {
    on: "第二十一条",
    kind: "doubt",
    text: {
      zh: "同分怎样排未写；此处并列，取靠前名次",
      en: "the text is silent on equals; here they share the place, the better one",
    },
  },
  {
    on: "第二十九条",
    kind: "doubt",
    text: {
      zh: "（一）受处分与被追责以逗号相连，须兼有还是任一，未写；（二）（五）与若干扣分行相撞，见各行",
      en: "in (1) disciplined and held to account are joined by a comma, whether both or either is not said; (2) and (5) collide with some deduction lines",
    },
  },
  {
    on: "第三十条",
    kind: "doubt",
    text: {
      zh: "只说评价有效期到年底，没有按条目轻重分年限",
      en: "validity ends with the year; no terms by gravity are given",
    },
  },
  {
    on: "第三十三条",
    kind: "doubt",
    text: {
      zh: "只说拒不改正一类可修复，其余四类直接判级能否修复未写",
      en: "only refusal to correct is said to be repairable; whether the other four grounds are is not said",
    },
  },
]

/** What the linter calls the defects that the transcription's readers noted. */
const CODES: Readonly<Record<string, Code>> = {
  contradiction: "lint.lineContradiction",
  overlap: "lint.lineOverlap",
  "cross-sheet": "lint.lineTwice",
}

const coded = (kind: string): { readonly code?: Code } => {
  const code = CODES[kind]
  return code === undefined ? {} : { code }
}

const notes = (): ReadonlyArray<Note> => [
  ...lines.flatMap(
    ({ id, defect, doubt, remark }): ReadonlyArray<Note> => [
      ...(defect === undefined
        ? []
        : [{ on: id, kind: "defect" as const, ...coded(defect.kind), with: defect.with, text: defect.note }]),
      ...(doubt === undefined ? [] : [{ on: id, kind: "doubt" as const, text: doubt }]),
      ...(remark === undefined ? [] : [{ on: id, kind: "remark" as const, text: remark }]),
    ],
  ),
  ...ARTICLES,
]

const noted = (): ReadonlyArray<Line> => Table.rows.map((row) => ({ ...row, ...Table.readings[row.id] }))

const draft = (): Builder.Draft => ({
  id: BOOK,
  version: "2020-01-01",
  title: {
    zh: "威海市文登区农村居民信用积分评价办法（村级）",
    en: "Credit points of rural residents, Wendeng, Weihai: the village ledger",
  },
  completeness: "partial",
  sources,
  inForce: { from: CivilDate.parseUnsafe("2020-01-01") },
  classes: classes(),
  total: Scoring.parts(
    [
      Scoring.base("1000", {
        id: "基础分",
        label: { zh: "年度基础分", en: "base of the year" },
        cite: printed("23"),
      }),
      acts("village"),
      volunteering("village"),
    ],
    { id: "得分", label: { zh: "年度得分", en: "score of the year" }, cite: printed("23") },
  ),
  score: { quantum: "0.1", round: "exact", cite: printed("P-057") },
  effects: effects(),
  levels: levels(),
  rankings: rankings(),
  slots: slots(),
  notes: notes(),
})

// ---------------------------------------------------------------- instances

/**
 * The 149 printed lines, in printed order; ids keep the gaps of what is left out.
 *
 * @category instances
 * @since 0.1.0
 */
export const lines: ReadonlyArray<Line> = /* @__PURE__ */ noted()

/**
 * Where the lines and articles are cited from: the rules of the village (`办法`), and their general part (`总则`) for what
 * the village text does not say itself.
 *
 * @category instances
 * @since 0.1.0
 */
export const sources: ReadonlyArray<Source> = [
  {
    id: "办法",
    citation: {
      title: "威海市文登区农村居民信用积分评价办法",
      standing: "transcription",
      note: "抄本，有抄写错漏；未载发文机关，第五条由区社会信用中心指导协调；2020年1月1日起施行；条目文字为转述，分值、次序、层级照印",
    },
  },
  {
    id: "总则",
    citation: {
      title: "威海市文登区农村居民信用积分评价办法",
      article: "一般规定",
      standing: "transcription",
      note: "同一套规则的一般规定，据抄本；所属文件的题名未载；一事不重复计、未写明者按次见第十八条（二）（三），以上以下含本数见第十八条（七）",
    },
  },
]

/**
 * The rulebook of the village ledger: base 1000, the lines of {@link acts}, the milestone of {@link volunteering}, five
 * grounds of direct judgement, six grades.
 *
 * **Details**
 *
 * Subjects carry the labels 身份 (党员), 职务 (村党组织书记, 村委会主任, 村两委成员), 类别 (村干部, 党员: the ranking) and 状态 where they are not
 * rated. Direct judgement is a fact 直判一 … 直判五; a Party member's discipline (P-145 … P-153) is ground one by itself. Of
 * these only 直判三, refusal to correct, is repaired by a fact 改正承诺 of the same year. An uncorrected breach is a fact with
 * `until: "open"` and counts in every year it runs (article 30).
 *
 * **Gotchas** Until the period has ended, hours may grow and a direct judgement may yet come: the score is an interval. For
 * the live score rate the year to date, a period that ends with the day.
 *
 * @category instances
 * @since 0.1.0
 */
export const rulebook: Rulebook = /* @__PURE__ */ Builder.bookUnsafe(/* @__PURE__ */ draft())
