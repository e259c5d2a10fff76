/**
 * What the tests of FixMyStreet say that an update does (facts only; the tests are t/open311/getservicerequestupdates.t,
 * t/app/controller/report_updates.t and t/app/controller/questionnaire.t), each as one row.
 */
import type { Answer, Sender } from "../../src/orders/ForeignStates.js"

export interface Pair {
  readonly start: string
  readonly status: string
  readonly end: string
  readonly variant?: string
  readonly isReopened?: true
}

/** Updates by the body, through Open311. */
export const updates: ReadonlyArray<Pair> = [
  { start: "confirmed", status: "OPEN", end: "confirmed" },
  { start: "confirmed", status: "INVALID_STATE", end: "confirmed" },
  { start: "confirmed", status: "INVESTIGATING", end: "investigating" },
  { start: "confirmed", status: "IN_PROGRESS", end: "in progress" },
  { start: "confirmed", status: "ACTION_SCHEDULED", end: "action scheduled" },
  { start: "confirmed", status: "NOT_COUNCILS_RESPONSIBILITY", end: "not responsible" },
  { start: "confirmed", status: "INTERNAL_REFERRAL", end: "internal referral" },
  { start: "confirmed", status: "DUPLICATE", end: "duplicate" },
  { start: "confirmed", status: "FIXED", end: "fixed - council" },
  { start: "confirmed", status: "CLOSED", end: "fixed - council" },
  { start: "confirmed", status: "CLOSED", end: "closed", variant: "extended statuses" },
  { start: "confirmed", status: "NO_FURTHER_ACTION", end: "unable to fix" },
  { start: "in progress", status: "UNCHANGED", end: "in progress" },
  { start: "action scheduled", status: "OPEN", end: "confirmed" },
  { start: "fixed - user", status: "OPEN", end: "confirmed", isReopened: true },
  { start: "fixed - user", status: "ACTION_SCHEDULED", end: "action scheduled", isReopened: true },
  { start: "fixed - user", status: "FIXED", end: "fixed - user" },
  { start: "fixed - user", status: "NO_FURTHER_ACTION", end: "unable to fix" },
  { start: "not responsible", status: "OPEN", end: "confirmed", isReopened: true },
  { start: "unable to fix", status: "FIXED", end: "fixed - council" },
  { start: "hidden", status: "OPEN", end: "hidden" },
  { start: "fixed - council", status: "INVESTIGATING", end: "investigating", isReopened: true },
  { start: "investigating", status: "INVESTIGATING", end: "investigating" },
  { start: "fixed - council", status: "ACTION_SCHEDULED", end: "action scheduled", isReopened: true },
]

/** The nine states that a comment without a tick leaves as they are. */
export const nine: ReadonlyArray<string> = [
  "confirmed",
  "investigating",
  "in progress",
  "action scheduled",
  "fixed - user",
  "unable to fix",
  "internal referral",
  "not responsible",
  "duplicate",
]

/** Ticks of whoever reported. */
export const ticks: ReadonlyArray<Pair> = [
  { start: "confirmed", status: "mark fixed", end: "fixed - user" },
  { start: "investigating", status: "mark fixed", end: "fixed - user" },
  { start: "in progress", status: "mark fixed", end: "fixed - user" },
  { start: "action scheduled", status: "mark fixed", end: "fixed - user" },
  { start: "fixed - user", status: "reopen", end: "confirmed", isReopened: true },
  { start: "unable to fix", status: "reopen", end: "confirmed", isReopened: true },
  { start: "internal referral", status: "reopen", end: "confirmed", isReopened: true },
  { start: "not responsible", status: "reopen", end: "confirmed", isReopened: true },
  { start: "duplicate", status: "reopen", end: "confirmed", isReopened: true },
]

/** What staff of the body set in the page of a report. */
export const staff: ReadonlyArray<Pair> = [
  { start: "confirmed", status: "investigating", end: "investigating" },
  { start: "confirmed", status: "in progress", end: "in progress" },
  { start: "confirmed", status: "fixed - council", end: "fixed - council" },
  { start: "confirmed", status: "action scheduled", end: "action scheduled" },
  { start: "confirmed", status: "no further action", end: "unable to fix" },
  { start: "confirmed", status: "internal referral", end: "internal referral" },
  { start: "confirmed", status: "not responsible", end: "not responsible" },
  { start: "confirmed", status: "duplicate", end: "duplicate" },
]

/** The ten cases of the questionnaire. */
export const questionnaire: ReadonlyArray<{
  readonly told: string
  readonly start: string
  readonly answer: Answer
  readonly isExplained: boolean
  readonly end: string
  readonly isReopened?: true
}> = [
  { told: "open, fixed, no words", start: "confirmed", answer: "yes", isExplained: false, end: "fixed - user" },
  { told: "open, fixed, with words", start: "confirmed", answer: "yes", isExplained: true, end: "fixed - user" },
  { told: "open, not fixed", start: "confirmed", answer: "no", isExplained: false, end: "confirmed" },
  { told: "open, not known, with words", start: "confirmed", answer: "unknown", isExplained: true, end: "confirmed" },
  { told: "fixed, fixed", start: "fixed", answer: "yes", isExplained: false, end: "fixed" },
  { told: "fixed, not known", start: "fixed", answer: "unknown", isExplained: false, end: "fixed" },
  { told: "fixed, not fixed", start: "fixed", answer: "no", isExplained: true, end: "confirmed", isReopened: true },
  { told: "fixed, not fixed, blank words", start: "fixed", answer: "no", isExplained: false, end: "fixed" },
  { told: "closed, said fixed", start: "closed", answer: "yes", isExplained: false, end: "fixed - user" },
  { told: "closed, said not fixed", start: "closed", answer: "no", isExplained: false, end: "closed" },
]

/** Who says it besides the body. */
export const outsiders: ReadonlyArray<Sender> = ["reporter", "others"]
