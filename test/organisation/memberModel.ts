/**
 * The life of a member once more, as plainly as it can be said and with the national figures written out: what a step
 * comes to, and how the person stands after it. It shares nothing with the library but the shape of the steps.
 */
import type * as MemberRecord from "../../src/organisation/MemberRecord.js"

interface Standing {
  stage: string
  last: string
  born: string
  cultivatedOn: string
  admittedOn: string
  until: string
  fullFrom: string
  extensions: number
  waits: { on: string; by: string; matter: MemberRecord.Matter } | null
  lost: string
  suspended: { on: string; cause: string } | null
  arrested: boolean
  watched: { until: string; years: number } | null
  mending: { affair: string; until: string } | null
  advised: string
  met: Set<string>
  away: boolean
  exits: Array<{ how: string; on: string }>
}

export const person = (): Standing => ({
  stage: "none",
  last: "",
  born: "",
  cultivatedOn: "",
  admittedOn: "",
  until: "",
  fullFrom: "",
  extensions: 0,
  waits: null,
  lost: "",
  suspended: null,
  arrested: false,
  watched: null,
  mending: null,
  advised: "",
  met: new Set(),
  away: false,
  exits: [],
})

/** So many months later by the calendar on the wall. */
export const later = (date: string, months: number): string => {
  const [year, month, day] = date.split("-").map(Number) as [number, number, number]
  const first = new Date(Date.UTC(year, month - 1 + months, 1))
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate()
  first.setUTCDate(Math.min(day, last))
  return first.toISOString().slice(0, 10)
}

const member = ({ stage }: Standing) => stage === "probationary" || stage === "full"
const developing = ({ stage }: Standing) => ["applicant", "activist", "candidate"].includes(stage)

const ANYBODY: Readonly<Record<string, (who: Standing) => boolean>> = {
  register: ({ stage }) => stage === "none",
  apply: ({ stage, exits }) => stage === "none" || (stage === "left" && exits.at(-1)?.how !== "died"),
  cultivate: ({ stage }) => stage === "applicant",
  select: ({ stage }) => stage === "activist",
  discontinue: developing,
  approve: (who) => who.stage === "candidate" || member(who),
  reject: (who) => who.stage === "candidate" || member(who),
  die: (who) => developing(who) || member(who),
  admit: ({ stage }) => stage === "candidate",
  confirm: ({ stage }) => stage === "probationary",
  extend: ({ stage }) => stage === "probationary",
  cancel: ({ stage }) => stage === "probationary",
}

export interface Answer {
  readonly no: ReadonlyArray<string>
  readonly but: ReadonlyArray<string>
}

const under18 = (born: string, on: string): "yes" | "no" | "maybe" =>
  born === "" ? "maybe" : later(born, 18 * 12) > on ? "yes" : "no"

/** What a step comes to: why not, or what is found beside it; the person is changed where it goes through. */
export const attempt = (who: Standing, on: string, step: MemberRecord.Step, special: boolean): Answer => {
  const no: Array<string> = []
  const but: Array<string> = []
  const name = step.is === "resolve" ? step.matter.is : step.is
  if (on < who.last) no.push("outOfOrder")
  if (!(ANYBODY[name] ?? member)(who)) no.push("stage")
  if (no.length > 0) return { no, but }
  const change = consider(who, on, step, special, no, but)
  if (no.length > 0) return { no, but: [] }
  change()
  who.last = on
  return { no: [], but }
}

type Change = () => void

const leave =
  (who: Standing, how: string, on: string): Change =>
  () => {
    const { exits, met, born } = who
    Object.assign(who, person(), { exits: [...exits, { how, on }], met, born, stage: "left" })
  }

const consider = (
  who: Standing,
  on: string,
  step: MemberRecord.Step,
  special: boolean,
  no: Array<string>,
  but: Array<string>,
): Change => {
  switch (step.is) {
    case "register": {
      if (step.admittedOn > on) no.push("date")
      if (step.fullFrom !== undefined && (step.fullFrom < step.admittedOn || step.fullFrom > on)) no.push("date")
      const young = under18(step.born ?? "", step.admittedOn)
      if (young === "yes") no.push("underAge")
      if (young === "maybe") but.push("ageUncertain")
      return () => {
        Object.assign(who, {
          stage: step.fullFrom === undefined ? "probationary" : "full",
          admittedOn: step.admittedOn,
        })
        who.fullFrom = step.fullFrom ?? ""
        who.until = step.fullFrom === undefined ? later(step.admittedOn, 12) : ""
        who.born = step.born ?? who.born
      }
    }
    case "apply": {
      const young = under18(step.born ?? "", on)
      if (young === "yes") no.push("underAge")
      if (young === "maybe") but.push("ageUncertain")
      return () => {
        who.stage = "applicant"
        who.born = step.born ?? who.born
      }
    }
    case "cultivate": {
      const people = new Set(step.mentors.map((each) => each.person)).size
      if (people < 1 || people > 2) no.push("mentors")
      for (const each of step.mentors)
        if (each.stage !== "full" || each.restriction !== "none") no.push("patronNotFull")
      return () => {
        who.stage = "activist"
        who.cultivatedOn = on
      }
    }
    case "select":
      if (on < later(who.cultivatedOn, 12)) no.push("cultivation")
      return () => {
        who.stage = "candidate"
      }
    case "discontinue":
      return () => {
        const { exits, met, born } = who
        Object.assign(who, person(), { exits, met, born, stage: exits.length === 0 ? "none" : "left" })
      }
    case "resolve":
      return vote(who, on, step, no, but)
    case "approve":
      return approval(who, on, step, special, no, but)
    case "reject":
      if (who.waits === null) no.push("nothingPending")
      else if (who.waits.by === step.by.id) no.push("ownApproval")
      return () => {
        who.waits = null
      }
    case "withdraw":
      if (step.filedOn === undefined) but.push("notFiled")
      else if (step.filedOn < on) no.push("date")
      return leave(who, who.advised === "" ? "resigned" : "advisedToWithdraw", on)
    case "die":
      return leave(who, "died", on)
    default:
      return befall(who, on, step, no, but)
  }
}

const months = (defaults: ReadonlyArray<MemberRecord.Default>, on: string): number => {
  let most = 0
  for (const kind of ["life", "dues", "work"]) {
    let run = 0
    for (let year = 2020; year <= Number(on.slice(0, 4)); year++) {
      for (let month = 1; month <= 12; month++) {
        const text = `${year}-${String(month).padStart(2, "0")}`
        const missed = text < on.slice(0, 7) && defaults.some((each) => each.kind === kind && each.month === text)
        run = missed ? run + 1 : 0
        most = Math.max(most, run)
      }
    }
  }
  return most
}

const againstStriking = (
  who: Standing,
  on: string,
  { ground }: Extract<MemberRecord.Matter, { readonly is: "strikeOff" }>,
  no: Array<string>,
  but: Array<string>,
): void => {
  if (ground.why === "default" && months(ground.defaults, on) < 6) no.push("noDefault")
  if (ground.why === "lostContact") {
    if (who.suspended?.cause !== "lostContact") no.push("notSuspended")
    if (who.suspended !== null && on < later(who.suspended.on, 24)) no.push("strikeOffTooSoon")
  }
  if (ground.why === "disposal") {
    if (on >= "2024-06-16" && who.advised !== ground.affair) but.push("outOfTurn")
    if (on >= "2024-06-16" && who.met.has(`penalty ${ground.affair}`)) no.push("metAlready")
  }
}

const againstPenalty = (
  who: Standing,
  on: string,
  { penalty, affair, years }: Extract<MemberRecord.Matter, { readonly is: "penalty" }>,
  no: Array<string>,
): void => {
  if (who.stage !== "full") no.push("penaltyStage")
  if (on >= "2024-06-16" && who.met.has(`disposal ${affair}`)) no.push("metAlready")
  const fits =
    penalty === "disciplinaryProbation"
      ? (years === 1 || years === 2) && (who.watched?.years ?? 0) + years <= 2
      : years === undefined
  if (!fits) no.push("penaltyYears")
}

const vote = (
  who: Standing,
  on: string,
  { by, carried, matter }: Extract<MemberRecord.Step, { readonly is: "resolve" }>,
  no: Array<string>,
  but: Array<string>,
): Change => {
  const may = (what: string) => by.capabilities.some((each) => each === what)
  const same = (other: MemberRecord.Matter) => {
    if (other.is === "penalty" && matter.is === "penalty") return other.affair === matter.affair
    if (other.is === "strikeOff" && matter.is === "strikeOff") {
      const [a, b] = [other.ground, matter.ground]
      return a.why === b.why && (a.why !== "disposal" || b.why !== "disposal" || a.affair === b.affair)
    }
    return other.is === matter.is
  }
  if (who.waits !== null && !same(who.waits.matter)) no.push("pending")
  if (!carried) no.push("notCarried")
  switch (matter.is) {
    case "admit": {
      if (!may("admit")) no.push("mayNotResolve")
      const people = new Set(matter.sponsors.map((each) => each.person)).size
      if (people !== 2) no.push("sponsors")
      for (const each of matter.sponsors)
        if (each.stage !== "full" || each.restriction !== "none") no.push("patronNotFull")
      if ((matter.training.days ?? 0) < 3 && (matter.training.hours ?? 0) < 24) no.push("training")
      if (!matter.vetted) no.push("notVetted")
      if (matter.preReviewedOn === undefined) no.push("notPreReviewed")
      else if (on > later(matter.preReviewedOn, 1)) but.push("lateVote")
      if (matter.leavesUnitOn !== undefined && matter.leavesUnitOn < later(on, 3)) but.push("leavesUnit")
      const expelled = who.exits.filter(({ how }) => how === "expelled").at(-1)
      if (expelled !== undefined && on < later(expelled.on, 60)) no.push("readmission")
      break
    }
    case "confirm":
      if (!may("admit")) no.push("mayNotResolve")
      if (on < who.until) no.push("probation")
      break
    case "extend":
      if (!may("admit")) no.push("mayNotResolve")
      if (matter.months < 6 || matter.months > 12) no.push("extensionLength")
      if (who.extensions > 0) no.push("extendedAlready")
      break
    case "cancel":
      if (!may("admit")) no.push("mayNotResolve")
      break
    case "strikeOff":
      if (!may("disposeOfMembers")) but.push("mayNotResolve")
      againstStriking(who, on, matter, no, but)
      break
    case "penalty":
      if (!may("discipline")) but.push("mayNotResolve")
      againstPenalty(who, on, matter, no)
  }
  return () => {
    who.waits = { on, by: by.id, matter }
  }
}

const approval = (
  who: Standing,
  on: string,
  step: Extract<MemberRecord.Step, { readonly is: "approve" }>,
  special: boolean,
  no: Array<string>,
  but: Array<string>,
): Change => {
  const waits = who.waits
  if (waits === null) {
    no.push("nothingPending")
    return () => undefined
  }
  if (waits.by === step.by.id) {
    no.push("ownApproval")
    return () => undefined
  }
  const { matter } = waits
  const may = step.by.capabilities.includes("approveProbationary")
  if (!may && matter.is !== "strikeOff" && matter.is !== "penalty") no.push("mayNotApprove")
  switch (matter.is) {
    case "admit": {
      const reported = step.reportedOn
      if (reported !== undefined && (reported < waits.on || reported > on)) no.push("date")
      if (on > later(waits.on, 6)) no.push("lapsed")
      else if (on > later(waits.on, 3)) (special ? but : no).push("lateApproval")
      if (reported !== undefined && reported > later(waits.on, 6)) no.push("redo")
      else if (reported !== undefined && reported > later(waits.on, 3)) no.push("lateReport")
      return () => {
        Object.assign(who, { stage: "probationary", admittedOn: waits.on, until: later(waits.on, 12), waits: null })
      }
    }
    case "confirm":
      return () => {
        Object.assign(who, { stage: "full", fullFrom: who.until, waits: null })
      }
    case "extend":
      return () => {
        Object.assign(who, { until: later(who.until, matter.months), extensions: who.extensions + 1, waits: null })
      }
    case "cancel":
      return leave(who, "probationCancelled", on)
    case "strikeOff":
      againstStriking(who, on, matter, no, but)
      return leave(who, matter.ground.why === "disposal" ? "struckOff" : "deemedWithdrawal", on)
    case "penalty":
      againstPenalty(who, on, matter, no)
      if (matter.penalty === "expelled") {
        return () => {
          leave(who, "expelled", on)()
          who.met.add(`penalty ${matter.affair}`)
        }
      }
      return () => {
        who.waits = null
        who.met.add(`penalty ${matter.affair}`)
        if (matter.penalty !== "disciplinaryProbation") return
        const before = who.watched?.years ?? 0
        const from = who.watched !== null && who.watched.until > on ? who.watched.until : on
        who.watched = { until: later(from, 12 * matter.years!), years: before + matter.years! }
      }
  }
}

const befall = (who: Standing, on: string, step: MemberRecord.Step, no: Array<string>, but: Array<string>): Change => {
  switch (step.is) {
    case "reportLost":
      if (who.lost !== "") no.push("lostAlready")
      else if (step.lastContact > on) no.push("date")
      return () => {
        who.lost = step.lastContact
      }
    case "reportFound":
      if (who.lost === "") no.push("notLost")
      else if (who.suspended !== null) no.push("suspendedAlready")
      return () => {
        who.lost = ""
      }
    case "suspendMembership":
      if (who.suspended !== null) no.push("suspendedAlready")
      else if (step.cause === "lostContact") {
        if (who.lost === "") no.push("notLost")
        else {
          if (on < later(who.lost, 6)) no.push("lostTooShort")
          if (step.searched !== true) no.push("notSearched")
        }
      } else if (step.cause === "studyAbroad") {
        if (step.since === undefined || step.since > on) no.push("date")
        if (step.since !== undefined && on <= later(step.since, 60)) no.push("abroadTooShort")
      }
      return () => {
        who.suspended = { on, cause: step.cause }
      }
    case "restoreMembership":
      if (who.suspended === null) no.push("notSuspended")
      return () => {
        who.suspended = null
        who.lost = ""
      }
    case "suspendRights":
      if (who.arrested) no.push("rightsRestAlready")
      return () => {
        who.arrested = true
      }
    case "restoreRights":
      if (step.after === "suspension" ? !who.arrested : who.watched === null) no.push("rightsDoNotRest")
      else if (step.after === "disciplinaryProbation" && on < who.watched!.until) no.push("probationRuns")
      return () => {
        if (step.after === "suspension") who.arrested = false
        else who.watched = null
      }
    case "demandCorrection":
      if (who.mending !== null) no.push("correctionRuns")
      else {
        if (step.until < on) no.push("date")
        if (on >= "2024-06-16" && step.until > later(on, 12)) but.push("correctionTooLong")
        if (on >= "2024-06-16" && who.met.has(`penalty ${step.affair}`)) no.push("metAlready")
      }
      return () => {
        who.mending = { affair: step.affair, until: step.until }
        who.met.add(`disposal ${step.affair}`)
      }
    case "closeCorrection":
      if (who.mending === null && who.advised === "") no.push("noCorrection")
      return () => {
        who.mending = null
        who.advised = ""
      }
    case "advise":
      if (who.advised !== "") no.push("advisedAlready")
      else if (on >= "2024-06-16") {
        if (who.stage !== "full") but.push("adviceStage")
        if (who.mending?.affair !== step.affair || who.mending.until > on) but.push("outOfTurn")
        if (who.met.has(`penalty ${step.affair}`)) no.push("metAlready")
      }
      return () => {
        who.advised = step.affair
        who.met.add(`disposal ${step.affair}`)
      }
    case "registerMobile":
      if (who.away) no.push("awayAlready")
      else {
        if (step.since > on) no.push("date")
        if (step.until !== undefined && step.until < step.since) no.push("date")
        if ((step.until ?? on) < later(step.since, 6)) but.push("mobileTooShort")
      }
      return () => {
        who.away = true
      }
    default:
      if (!who.away) no.push("notAway")
      return () => {
        if (step.is === "endMobile") who.away = false
      }
  }
}

/** Which rights rest, the heaviest first. */
export const rests = (who: Standing): string =>
  who.suspended !== null
    ? "membershipSuspended"
    : who.arrested
      ? "suspendedByOrganisation"
      : who.watched !== null
        ? "disciplinaryProbation"
        : "none"
