/**
 * The states of Open311 GeoReport v2 (Open311状态对照): open and closed and nothing else; how a request was closed stands in free words
 * beside it, where we send and read a typed reason.
 *
 * From the page of the specification, in a copy. It knows no returns, reworks and ratings, and says nothing of who may change
 * a status: it is the body that publishes it. Only what has ended is told as closed, so that what is opened again proposes nothing: it has
 * to be asked for anew.
 *
 * @since 0.1.0
 */
import type { ForeignState, ForeignStates } from "../orders/ForeignStates.js"
import { as, first, leading, state, status } from "./ForeignRows.js"

// ---------------------------------------------------------------- instances

const STATES: ReadonlyArray<ForeignState> = [
  /* @__PURE__ */ state("open", "未办结", "open", "open", "requested", ["stage"]),
  /* @__PURE__ */ state("closed", "已办结", "closed", "closed", "ended", ["how"]),
]

const open311 = (): ForeignStates => ({
  format: 1,
  id: "Open311 GeoReport v2",
  version: "1",
  label: { zh: "Open311 GeoReport v2", en: "Open311 GeoReport v2" },
  cite: { issuer: "Open311", title: "GeoReport v2", standing: "transcription" },
  note: "原规范只有两个状态，办结方式写在备注（status_notes）里；本表用统一的办理位置作备注，读回不失真；每个状态相当于本库的什么位置由本表设定",
  isFolded: true,
  hasNotes: true,
  states: STATES,
  told: {
    requested: as("open", "stage"),
    claimed: as("open", "stage"),
    dispatched: as("open", "stage"),
    inHand: as("open", "stage"),
    held: as("open", "stage", "why"),
    returned: as("open", "stage", "why"),
    lifted: as("open", "stage"),
    reported: as("open", "stage"),
    accepted: as("open", "stage", "accepted"),
    published: as("open", "stage", "accepted"),
    rated: as("open", "stage", "satisfaction"),
    disputed: as("open", "stage", "satisfaction"),
    joined: as("open", "stage"),
    satisfied: as("closed", "how", "satisfaction"),
    unsatisfied: as("closed", "how", "satisfaction"),
    unanswered: as("closed", "how", "satisfaction"),
    done: as("closed", "how"),
    notFeasible: as("closed", "how", "why"),
    notOurs: as("closed", "how"),
    refused: as("closed", "how", "why"),
    withdrawn: as("closed", "how", "who"),
    merged: as("closed", "how"),
    excluded: as("closed", "how", "why"),
  },
  statuses: [
    status(
      "open",
      "未办结",
      "open",
      ["body"],
      leading(STATES, "open", () => true),
    ),
    status(
      "closed",
      "已办结",
      "closed",
      ["body"],
      leading(STATES, "closed", () => true),
      { proposes: first("close") },
    ),
  ],
  variants: [],
})

/**
 * The table of Open311 GeoReport v2.
 *
 * @category instances
 * @since 0.1.0
 */
export const table: ForeignStates = /* @__PURE__ */ open311()
