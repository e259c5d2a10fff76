/**
 * Coverage of new economic and social organisations (两新组织党的组织覆盖和工作覆盖): which units are the base, as what an organisation
 * counts, and what counts as work coverage.
 *
 * From the yearly statistics of the Party (党内统计年报) as its layout stands in a copy, one city's explanation of the two
 * coverages, and reports on screening. Weak: the layout is taken to be exhaustive and its classes exclusive, which it
 * does not say; the three haves are one place's screening; that the rate of work coverage includes what an organisation
 * covers is inferred.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { BaseRule, ClassRule, MeansRule, Tables } from "../organisation/PartyCoverage.js"
import { rules as thresholds } from "./PrimaryThresholds.js"

// ---------------------------------------------------------------- instances

const layout: Citation = { title: "党内统计年报表式", standing: "transcription" }
const explained: Citation = { title: "两新组织党的组织覆盖和工作覆盖的说明", standing: "report" }
const screening: Citation = { title: "两新组织摸排情况的报道", date: "2016-11-22", standing: "report" }

const from = /* @__PURE__ */ CivilDate.parseUnsafe("2018-01-01")
const UNDATED = "出处没有日期，起始日为本册所定"

/**
 * The base of units in operation (实际运营的单位): shell, dormant and twice registered ones are not of it.
 *
 * @category instances
 * @since 0.1.0
 */
export const operating: BaseRule = {
  id: "operating",
  strength: "must",
  from,
  cite: explained,
  note: UNDATED,
  label: { zh: "实际运营的单位", en: "units in operation" },
  unit: "firm",
  marks: ["operating"],
  without: ["shell", "dormant", "twiceRegistered"],
  counts: [],
}

/**
 * The base of units with the three haves (三有): fixed premises, ten staff or more, in operation.
 *
 * @category instances
 * @since 0.1.0
 */
export const threeHaves: BaseRule = {
  id: "three-haves",
  strength: "must",
  from,
  cite: screening,
  note: "一地的摸排口径",
  label: {
    zh: "三有单位（有固定场所、有10名以上从业人员、正常运营）",
    en: "units with premises, ten staff or more, in operation",
  },
  unit: "firm",
  marks: ["operating", "premises"],
  without: ["shell", "dormant", "twiceRegistered"],
  counts: [{ of: "staff", on: { ge: "10" } }],
}

const as = (kind: string, counts: ClassRule["as"]): ClassRule => ({
  id: `class-${kind}`,
  strength: "must",
  from,
  cite: layout,
  note: UNDATED,
  kind,
  as: counts,
})

/**
 * As what each kind of organisation counts.
 *
 * @category instances
 * @since 0.1.0
 */
export const classes: ReadonlyArray<ClassRule> = [
  /* @__PURE__ */ as("primaryCommittee", "committee"),
  /* @__PURE__ */ as("generalBranch", "generalBranch"),
  /* @__PURE__ */ as("branch", "branch"),
  /* @__PURE__ */ as("projectBranch", "branch"),
  /* @__PURE__ */ as("jointBranch", "joint"),
  /* @__PURE__ */ as("partyGroup", "group"),
]

const by = (id: string, zh: string, en: string): MeansRule => ({
  id: `means-${id}`,
  strength: "may",
  from,
  cite: explained,
  note: UNDATED,
  means: id,
  label: { zh, en },
})

/**
 * The means of work coverage.
 *
 * @category instances
 * @since 0.1.0
 */
export const means: ReadonlyArray<MeansRule> = [
  /* @__PURE__ */ by("instructor", "党建指导员", "Party-building instructor"),
  /* @__PURE__ */ by("liaison", "联络员", "liaison"),
  /* @__PURE__ */ by("union", "工会", "trade union"),
  /* @__PURE__ */ by("youthLeague", "共青团", "Youth League"),
]

/**
 * The tables together.
 *
 * @category instances
 * @since 0.1.0
 */
export const tables: Tables = { thresholds, classes, means }
