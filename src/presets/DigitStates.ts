/**
 * The states of DIGIT public grievance redressal (DIGIT投诉处理状态对照): a router assigns, somebody in the field resolves, whoever complained
 * rates or reopens.
 *
 * From the configuration of its workflow and pages about it, in copies. The statuses that come in are its actions. Escalation to supervisors moves
 * only who has it and is left out; that staff may reopen and rate for whoever complained is not taken over. What each state stands for
 * with us, and what each action proposes, is in none of them and is set here.
 *
 * @since 0.1.0
 */
import type { ForeignState, ForeignStates, Status, Suggestion } from "../orders/ForeignStates.js"
import { as, first, state, status, still } from "./ForeignRows.js"

// ---------------------------------------------------------------- instances

const STATES: ReadonlyArray<ForeignState> = [
  /* @__PURE__ */ state("PENDINGFORASSIGNMENT", "待分派", "pending for assignment", "open", "requested"),
  /* @__PURE__ */ state("PENDINGFORREASSIGNMENT", "待重新分派", "pending for re-assignment", "open", "returned", [
    "why",
  ]),
  /* @__PURE__ */ state("PENDINGATLME", "待现场办理", "pending at the field employee", "open", "dispatched", ["stage"]),
  /* @__PURE__ */ state("RESOLVED", "已办理", "resolved", "fixed", "published", ["accepted"]),
  /* @__PURE__ */ state("REJECTED", "已拒绝", "rejected", "closed", "refused", ["how", "final"]),
  /* @__PURE__ */ state("CLOSEDAFTERRESOLUTION", "办理后办结", "closed after resolution", "fixed", "done", [
    "satisfaction",
  ]),
  /* @__PURE__ */ state("CLOSEDAFTERREJECTION", "拒绝后办结", "closed after rejection", "closed", "refused", ["how"]),
]

/** An action leads from the states that have it, and changes nothing elsewhere. */
const action = (
  id: string,
  zh: string,
  by: Status["by"],
  moves: Readonly<Record<string, string>>,
  proposes?: ReadonlyArray<Suggestion>,
): Status =>
  status(id, zh, id.toLowerCase(), by, { ...still(STATES), ...moves }, proposes === undefined ? {} : { proposes })

const actions = (): ReadonlyArray<Status> => [
  action("ASSIGN", "分派", ["body"], { PENDINGFORASSIGNMENT: "PENDINGATLME" }, first("dispatch", "rework")),
  action(
    "REASSIGN",
    "退回重新分派、重新分派",
    ["body"],
    { PENDINGATLME: "PENDINGFORREASSIGNMENT", PENDINGFORREASSIGNMENT: "PENDINGATLME" },
    [
      { deed: "giveBack", in: ["PENDINGATLME"] },
      { deed: "reassign", in: ["PENDINGATLME"] },
      { deed: "dispatch", in: ["PENDINGFORREASSIGNMENT"] },
    ],
  ),
  action("REJECT", "拒绝", ["body"], { PENDINGFORASSIGNMENT: "REJECTED", PENDINGFORREASSIGNMENT: "REJECTED" }, [
    { deed: "refuse", in: ["PENDINGFORASSIGNMENT"] },
  ]),
  action("RESOLVE", "办理", ["body"], { PENDINGATLME: "RESOLVED" }, first("report")),
  action("REOPEN", "重开", ["reporter"], { RESOLVED: "PENDINGFORASSIGNMENT", REJECTED: "PENDINGFORASSIGNMENT" }),
  action(
    "RATE",
    "评价",
    ["reporter"],
    { RESOLVED: "CLOSEDAFTERRESOLUTION", REJECTED: "CLOSEDAFTERREJECTION" },
    first("rate"),
  ),
  action("COMMENT", "留言", ["body", "reporter", "others"], {}),
]

const digit = (): ForeignStates => ({
  format: 1,
  id: "DIGIT PGR",
  version: "1",
  label: { zh: "DIGIT投诉处理", en: "DIGIT public grievance redressal" },
  cite: { issuer: "eGovernments Foundation", title: "DIGIT PGR workflow configuration", standing: "transcription" },
  note: "每个状态相当于本库的什么位置、每个操作建议什么办理，原软件没有规定，由本表设定",
  isFolded: false,
  hasNotes: false,
  states: STATES,
  told: {
    requested: as("PENDINGFORASSIGNMENT"),
    claimed: as("PENDINGFORASSIGNMENT", "stage"),
    dispatched: as("PENDINGATLME", "stage"),
    inHand: as("PENDINGATLME", "stage"),
    held: as("PENDINGATLME", "stage", "why"),
    returned: as("PENDINGFORREASSIGNMENT"),
    lifted: as("PENDINGFORASSIGNMENT", "stage"),
    reported: as("PENDINGATLME", "stage"),
    accepted: as("PENDINGATLME", "stage", "accepted"),
    published: as("RESOLVED", "accepted"),
    rated: as("RESOLVED", "stage", "satisfaction"),
    disputed: as("PENDINGFORASSIGNMENT", "stage", "satisfaction"),
    joined: as("PENDINGFORASSIGNMENT", "stage"),
    satisfied: as("CLOSEDAFTERRESOLUTION", "satisfaction"),
    unsatisfied: as("CLOSEDAFTERRESOLUTION", "satisfaction"),
    unanswered: as("CLOSEDAFTERRESOLUTION", "satisfaction", "who"),
    done: as("CLOSEDAFTERRESOLUTION", "who"),
    notFeasible: as("CLOSEDAFTERREJECTION", "how"),
    notOurs: as("CLOSEDAFTERREJECTION", "how", "whose"),
    refused: as("CLOSEDAFTERREJECTION", "how"),
    withdrawn: as("CLOSEDAFTERREJECTION", "how", "who"),
    merged: as("CLOSEDAFTERREJECTION", "how"),
    excluded: as("CLOSEDAFTERREJECTION", "how"),
  },
  statuses: actions(),
  reopening: [{ deed: "rate", rating: "unsatisfied" }, { deed: "complain" }],
  variants: [],
})

/**
 * The table of DIGIT public grievance redressal.
 *
 * @category instances
 * @since 0.1.0
 */
export const table: ForeignStates = /* @__PURE__ */ digit()
