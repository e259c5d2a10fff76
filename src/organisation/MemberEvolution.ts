/**
 * How a person stands after what happened.
 *
 * @internal
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import * as MemberDeparture from "./MemberDeparture.js"
import type * as MemberRecord from "./MemberRecord.js"

// ---------------------------------------------------------------- constructors

export const nobody: MemberRecord.Life = { stage: "none", extensions: 0, penalties: [], affairs: [], ended: [] }

// ---------------------------------------------------------------- operations

export const evolve = (
  life: MemberRecord.Life,
  on: CivilDate.CivilDate,
  event: MemberRecord.Happening,
): MemberRecord.Life => {
  switch (event.is) {
    case "registered":
      return registered(life, event)
    case "applied":
      return {
        ...fresh(life),
        stage: "applicant",
        branch: event.branch,
        ...(event.born === undefined ? {} : { born: event.born }),
      }
    case "cultivated":
      return { ...life, stage: "activist", activistFrom: on }
    case "selected":
      return { ...life, stage: "candidate" }
    case "discontinued":
      return { ...fresh(life), stage: life.ended.length === 0 ? "none" : "left" }
    case "resolved":
      return { ...life, pending: { on, by: event.by, matter: event.matter } }
    case "rejected":
      return without(life, "pending")
    case "admitted": {
      const { branch, admittedOn, probationUntil } = event
      return { ...without(life, "pending"), stage: "probationary", branch, admittedOn, probationUntil }
    }
    case "confirmed":
      return { ...without(life, "pending"), stage: "full", fullFrom: event.fullFrom }
    case "extended":
      return { ...without(life, "pending"), probationUntil: event.until, extensions: life.extensions + 1 }
    case "penalised":
      return penalised(life, on, event)
    case "left":
      return left(life, on, event)
    default:
      return befallen(life, on, event)
  }
}

type Of<Is extends MemberRecord.Happening["is"]> = Extract<MemberRecord.Happening, { readonly is: Is }>

const befallen = (
  life: MemberRecord.Life,
  on: CivilDate.CivilDate,
  event: Exclude<
    MemberRecord.Happening,
    Of<
      | "registered"
      | "applied"
      | "cultivated"
      | "selected"
      | "discontinued"
      | "resolved"
      | "rejected"
      | "admitted"
      | "confirmed"
      | "extended"
      | "penalised"
      | "left"
    >
  >,
): MemberRecord.Life => {
  switch (event.is) {
    case "lostReported":
      return { ...life, lost: { lastContact: event.lastContact, on } }
    case "foundAgain":
      return without(life, "lost")
    case "membershipSuspended":
      return { ...life, suspended: { cause: event.cause, on } }
    case "membershipRestored":
      return without(without(life, "suspended"), "lost")
    case "rightsSuspended":
      return { ...life, rightsSuspended: { cause: event.cause, on } }
    case "rightsRestored":
      return event.after === "suspension" ? without(life, "rightsSuspended") : afterProbation(life, on)
    case "correctionDemanded":
      return met({ ...life, correction: { affair: event.affair, on, until: event.until } }, event.affair, "disposal")
    case "correctionClosed":
      return without(without(life, "correction"), "advised")
    case "advised":
      return met({ ...life, advised: { affair: event.affair, on } }, event.affair, "disposal")
    case "mobileRegistered":
      return { ...life, away: event.away }
    case "contacted":
      return life.away === undefined ? life : { ...life, away: { ...life.away, contact: on } }
    case "mobileEnded":
      return without(life, "away")
  }
}

type Passing = "pending" | "lost" | "suspended" | "rightsSuspended" | "correction" | "advised" | "away"

const without = (life: MemberRecord.Life, key: Passing): MemberRecord.Life => {
  const rest: { -readonly [Key in keyof MemberRecord.Life]: MemberRecord.Life[Key] } = { ...life }
  delete rest[key]
  return rest
}

/** Whoever begins anew keeps what ended, the matters that were met, and the date of birth. */
const fresh = ({ born, ended, affairs }: MemberRecord.Life): MemberRecord.Life => ({
  ...nobody,
  ended,
  affairs,
  ...(born === undefined ? {} : { born }),
})

const registered = (life: MemberRecord.Life, { asked, probationUntil }: Of<"registered">): MemberRecord.Life => {
  const { branch, admittedOn, fullFrom, born } = asked
  const known = { ...life, branch, admittedOn, ...(born === undefined ? {} : { born }) }
  if (fullFrom !== undefined) return { ...known, stage: "full", fullFrom }
  return { ...known, stage: "probationary", ...(probationUntil === undefined ? {} : { probationUntil }) }
}

const penalised = (life: MemberRecord.Life, on: CivilDate.CivilDate, event: Of<"penalised">): MemberRecord.Life => {
  const { penalty, affair, until, years } = event
  const term = { ...(until === undefined ? {} : { until }), ...(years === undefined ? {} : { years }) }
  const penalties = [...life.penalties, { penalty, affair, on, ...term }]
  return met({ ...without(life, "pending"), penalties }, affair, "penalty")
}

const afterProbation = (life: MemberRecord.Life, on: CivilDate.CivilDate): MemberRecord.Life => {
  const penalties = life.penalties.map((each) => (MemberDeparture.runs(each) ? { ...each, restoredOn: on } : each))
  return { ...life, penalties }
}

const met = (life: MemberRecord.Life, affair: string, by: "penalty" | "disposal"): MemberRecord.Life =>
  life.affairs.some((each) => each.affair === affair && each.met === by)
    ? life
    : { ...life, affairs: [...life.affairs, { affair, met: by }] }

const left = (life: MemberRecord.Life, on: CivilDate.CivilDate, event: Of<"left">): MemberRecord.Life => {
  const { exit, filedOn, affair } = event
  const { admittedOn, fullFrom } = life
  const ended: MemberRecord.Ended = {
    exit,
    on,
    ...(admittedOn === undefined ? {} : { admittedOn }),
    ...(fullFrom === undefined ? {} : { fullFrom }),
    ...(filedOn === undefined ? {} : { filedOn }),
  }
  const gone: MemberRecord.Life = { ...fresh(life), stage: "left", ended: [...life.ended, ended] }
  return affair === undefined ? gone : met(gone, affair, "penalty")
}
