/**
 * The states of FixMyStreet (FixMyStreet各状态对照): confirmed and its like, fixed by the body or by whoever reported, closed in several ways, and
 * three that nobody sees.
 *
 * From the source and the tests of the software, in copies: what an update by Open311 does in each state, with and without
 * extended statuses; what whoever reported may do in the page of a report; and the questionnaire some weeks later. What each state stands for
 * with us, and what each update proposes, is in none of them and is set here. Where the tests leave open who may mark a report as fixed, an older version
 * of them lets everybody who is signed in do so.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import type { ForeignState, ForeignStates, Questionnaire, Status, Suggestion } from "../orders/ForeignStates.js"
import { as, first, leading, state, status, still } from "./ForeignRows.js"

// ---------------------------------------------------------------- instances

const source = (title: string): Citation => ({ issuer: "mySociety", title, standing: "transcription" })

const STATES: ReadonlyArray<ForeignState> = [
  /* @__PURE__ */ state("confirmed", "待处理", "open", "open", "requested"),
  /* @__PURE__ */ state("investigating", "调查中", "investigating", "open", "claimed", ["stage"]),
  /* @__PURE__ */ state("planned", "已列入计划", "planned", "open", "dispatched", ["stage"]),
  /* @__PURE__ */ state("action scheduled", "已安排办理", "action scheduled", "open", "dispatched", ["stage"]),
  /* @__PURE__ */ state("in progress", "办理中", "in progress", "open", "inHand"),
  /* @__PURE__ */ state("fixed", "已修复", "fixed", "fixed", "published", ["who"]),
  /* @__PURE__ */ state("fixed - council", "承办单位称已修复", "fixed (council)", "fixed", "published", ["accepted"]),
  /* @__PURE__ */ state("fixed - user", "群众称已修复", "fixed (user)", "fixed", "rated", ["satisfaction"]),
  /* @__PURE__ */ state("unable to fix", "无法修复", "no further action", "closed", "notFeasible"),
  /* @__PURE__ */ state("not responsible", "不属本单位职责", "not responsible", "closed", "notOurs"),
  /* @__PURE__ */ state("duplicate", "重复报告", "duplicate", "closed", "merged"),
  /* @__PURE__ */ state("internal referral", "内部转办", "internal referral", "closed", "lifted", ["stage", "final"]),
  /* @__PURE__ */ state("closed", "已关闭", "closed", "closed", "ended", ["how"]),
  /* @__PURE__ */ state("hidden", "已隐藏", "hidden", "hidden", undefined, ["withheld"]),
  /* @__PURE__ */ state("partial", "未填完", "partial", "hidden", undefined, ["withheld"]),
  /* @__PURE__ */ state("unconfirmed", "未确认", "unconfirmed", "hidden", undefined, ["withheld"]),
]

const isPublic = ({ kind }: ForeignState): boolean => kind !== "hidden"

/** The body says so: every public state gives way. */
const said = (
  id: string,
  zh: string,
  to: string,
  proposes?: ReadonlyArray<Suggestion>,
  also?: ReadonlyArray<string>,
): Status =>
  status(id, zh, id.toLowerCase().replaceAll("_", " "), ["body"], leading(STATES, to, isPublic), {
    ...(also === undefined ? {} : { also }),
    ...(proposes === undefined ? {} : { proposes }),
  })

/** What is fixed already stays as it is, whoever said so. */
const fixed = (to: string): Status["in"] => leading(STATES, to, (each) => isPublic(each) && each.kind !== "fixed")

const closedIs = (cells: Status["in"], proposes: ReadonlyArray<Suggestion>): Status =>
  status("CLOSED", "已关闭", "closed", ["body"], cells, { proposes })

/** What is planned begins: with a dispatch, or of what is disputed with a rework. */
const PLANS: ReadonlyArray<Suggestion> = [
  { deed: "dispatch", in: ["confirmed", "investigating"] },
  { deed: "rework", in: ["confirmed"] },
]

/** Whoever reported rates; others tell, and nobody of ours acts on their word alone. */
const RATES: ReadonlyArray<Suggestion> = [{ deed: "rate", by: ["reporter"] }]

const statuses = (): ReadonlyArray<Status> => [
  said("OPEN", "待处理", "confirmed", undefined, ["confirmed"]),
  said("INVESTIGATING", "调查中", "investigating", first("claim")),
  said("PLANNED", "已列入计划", "planned", PLANS),
  said("ACTION_SCHEDULED", "已安排办理", "action scheduled", PLANS),
  said("IN_PROGRESS", "办理中", "in progress", first("takeOn", "resume", "unshelve")),
  status("FIXED", "已修复", "fixed", ["body"], fixed("fixed - council"), {
    also: ["fixed - council"],
    proposes: first("report"),
  }),
  said("NO_FURTHER_ACTION", "不再处理", "unable to fix", first("abandon"), ["unable to fix"]),
  said("NOT_COUNCILS_RESPONSIBILITY", "不属本单位职责", "not responsible", first("refer", "disown"), [
    "not responsible",
  ]),
  said("DUPLICATE", "重复报告", "duplicate", first("merge")),
  said("INTERNAL_REFERRAL", "内部转办", "internal referral", first("lift")),
  closedIs(fixed("fixed - council"), first("report")),
  status("UNCHANGED", "状态不变", "unchanged", ["body"], still(STATES)),
  status(
    "mark fixed",
    "群众称已修复",
    "marked as fixed",
    ["reporter", "others"],
    leading(STATES, "fixed - user", ({ kind }) => kind === "open"),
    {
      proposes: RATES,
      note: "测试列出报告人在待处理、调查中、办理中、已安排办理四种状态下称已修复，已列入计划同为未办结，比照办理；其他人称已修复见于旧版测试",
    },
  ),
  status(
    "reopen",
    "报告人重开",
    "reopened by the reporter",
    ["reporter"],
    leading(STATES, "confirmed", ({ kind }) => kind === "fixed" || kind === "closed"),
  ),
  status("comment", "留言", "comment", ["body", "reporter", "others"], still(STATES)),
]

const questionnaire = (): Questionnaire => ({
  in: {
    yes: fixed("fixed - user"),
    no: leading(STATES, "confirmed", ({ kind }) => kind === "fixed"),
    unknown: still(STATES),
  },
  proposes: { yes: RATES },
  explains: true,
  cite: source("FixMyStreet t/app/controller/questionnaire.t"),
})

const fixMyStreet = (): ForeignStates => ({
  format: 1,
  id: "FixMyStreet",
  version: "1",
  label: { zh: "FixMyStreet", en: "FixMyStreet" },
  cite: source("FixMyStreet t/open311/getservicerequestupdates.t, t/app/controller/report_updates.t"),
  note: "每个状态相当于本库的什么位置、每条更新建议什么办理，原软件没有规定，由本表设定；原软件把早于报告的更新改记在报告之后一秒，本表不改时间，予以退回；原软件对第一条更新不问先后，本表一律按先后",
  isFolded: true,
  hasNotes: false,
  states: STATES,
  told: {
    requested: as("confirmed"),
    claimed: as("investigating", "stage"),
    dispatched: as("action scheduled", "stage"),
    inHand: as("in progress"),
    held: as("confirmed", "stage", "why"),
    returned: as("confirmed", "stage", "why"),
    lifted: as("investigating", "stage"),
    reported: as("in progress", "stage"),
    accepted: as("in progress", "stage", "accepted"),
    published: as("fixed - council", "accepted"),
    rated: as("fixed - user", "satisfaction", "solved"),
    disputed: as("confirmed", "stage", "satisfaction"),
    joined: as("duplicate", "final"),
    satisfied: as("fixed - user", "satisfaction", "solved", "final"),
    unsatisfied: as("closed", "how", "satisfaction"),
    unanswered: as("fixed - council", "satisfaction", "final"),
    done: as("fixed - council", "final"),
    notFeasible: as("unable to fix"),
    notOurs: as("not responsible", "whose"),
    refused: as("closed", "how", "why"),
    withdrawn: as("closed", "how", "who"),
    merged: as("duplicate"),
    excluded: as("closed", "how", "why"),
  },
  statuses: statuses(),
  reopening: [
    { deed: "separate", in: ["duplicate"] },
    { deed: "rate", by: ["reporter"], rating: "unsatisfied" },
    { deed: "complain", by: ["reporter"] },
    { deed: "revisit", by: ["body"] },
  ],
  questionnaire: questionnaire(),
  variants: [
    {
      id: "extended statuses",
      label: { zh: "扩展状态", en: "extended statuses" },
      statuses: [closedIs(leading(STATES, "closed", isPublic), first("close"))],
    },
  ],
})

/**
 * The table of FixMyStreet, with extended statuses as a variant.
 *
 * @category instances
 * @since 0.1.0
 */
export const table: ForeignStates = /* @__PURE__ */ fixMyStreet()
