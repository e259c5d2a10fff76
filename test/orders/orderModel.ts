/**
 * The five orders as a clerk would keep them: one sheet for the order, a slip for each dispatch, and a list of all that was
 * entered, searched anew for every question. Written from what the scheme says in words; nothing of the library is run here.
 */
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import type { Value } from "../../src/process/Workflow.js"

export interface Asked {
  readonly order: string
  readonly dispatch?: string
  readonly move: string
  readonly fields: Readonly<Record<string, Value>>
}

/** A line of the list. `whole` was of the order as a whole, `both` of the order and one dispatch, `slip` of a dispatch. */
interface Line {
  readonly command: Command<Asked>
  readonly mark: string
  readonly of: "whole" | "both" | "slip"
}

export interface Slip {
  at: "dispatched" | "ruled" | "taken" | "held" | "reported" | "accepted" | "givenBack" | "disowned" | "reassigned"
  readonly attempt: number
  readonly ruled: boolean
  readonly doer: string | undefined
  readonly unit: string | undefined
  readonly responder: Actor | undefined
}

export interface Sheet {
  id: string | undefined
  at: string
  attempt: number
  accepted: number
  joined: boolean
  readonly slips: Map<string, Slip>
  readonly lines: Array<Line>
}

export const blank = (): Sheet => ({
  id: undefined,
  at: "",
  attempt: 0,
  accepted: 0,
  joined: false,
  slips: new Map(),
  lines: [],
})

const INTAKE = ["kind", "category", "place", "contact", "village", "grid", "branch"]
const DOERS = ["member", "responder"]
const CLOSERS = ["grid", "branch", "committee"]
const WORDS = ["solved", "opinion"]

/** Who may, what has to be filled in and what may be, move by move. */
export const MOVES: Readonly<
  Record<string, readonly [ReadonlyArray<string>, ReadonlyArray<string>, ReadonlyArray<string>]>
> = {
  request: [["resident"], ["what"], INTAKE],
  requestFor: [["grid", "member"], ["what", "actedFor"], INTAKE],
  requestUnnamed: [["unnamed"], ["what"], INTAKE],
  patrol: [["grid"], ["what"], INTAKE],
  verify: [["grid"], [], ["kind", "category", "branch"]],
  claim: [["grid"], [], ["branch"]],
  direct: [["committee"], ["branch"], []],
  merge: [["grid"], ["root"], []],
  separate: [["grid"], ["reason"], []],
  settle: [CLOSERS, [], []],
  refuse: [["grid"], ["reason"], []],
  refer: [["grid", "committee"], ["reason", "belongsTo"], []],
  dispatch: [["branch"], ["doer"], ["unit"]],
  rule: [["committee"], ["doer"], ["unit"]],
  whistle: [["branch"], ["call"], []],
  answerCall: [["responder"], [], []],
  takeOn: [DOERS, [], []],
  giveBack: [DOERS, ["reason"], []],
  disown: [DOERS, ["reason", "belongsTo"], []],
  reassign: [["branch"], ["reason"], []],
  hold: [DOERS, ["reason"], []],
  resume: [DOERS, [], []],
  serve: [DOERS, ["persons"], ["result"]],
  report: [DOERS, ["evidence"], ["result"]],
  accept: [["branch"], [], []],
  sendBack: [["branch"], ["reason"], []],
  lift: [["branch"], ["reason"], []],
  handDown: [["committee"], ["reason"], []],
  shelve: [["branch"], ["reason"], []],
  unshelve: [["branch"], [], []],
  abandon: [["committee"], ["reason"], []],
  publish: [["member", "responder", "branch"], [], []],
  rate: [["resident"], ["rating"], WORDS],
  revisit: [["committee"], ["rating"], WORDS],
  revisitUnanswered: [["committee"], ["rating"], []],
  rework: [["branch"], [], []],
  close: [CLOSERS, [], []],
  closeUnsatisfied: [["committee", "reviewer"], [], []],
  lapse: [CLOSERS, [], []],
  closeUnrated: [CLOSERS, [], []],
  rateJoined: [["resident"], ["rating"], WORDS],
  complain: [["resident"], ["complaint"], []],
  answer: [["committee"], ["reason"], []],
  withdraw: [["resident"], [], []],
  exclude: [["reviewer"], ["reason"], []],
}

const OPENS_SLIP = ["dispatch", "rule", "answerCall"]
const BOTH = [...OPENS_SLIP, "giveBack", "disown", "report", "accept"]
const SLIP_ONLY = ["takeOn", "reassign", "hold", "resume", "serve", "sendBack"]
const OVER = ["accepted", "givenBack", "disowned", "reassigned"]
export const ENDS = [
  "satisfied",
  "unsatisfied",
  "unanswered",
  "done",
  "notFeasible",
  "notOurs",
  "refused",
  "withdrawn",
  "merged",
  "excluded",
]
const GRADES = ["satisfied", "basically", "unsatisfied"]
const LISTED: Readonly<Record<string, ReadonlyArray<string>>> = {
  rating: [...GRADES, "unanswered"],
  solved: ["solved", "unsolved", "unanswered"],
  kind: ["request", "errand", "villageService", "townService", "countyService", "mediation", "opinion"],
  category: ["livelihood", "facilities", "housing", "other"],
}

export const isOfDispatch = (move: string): boolean => BOTH.includes(move) || SLIP_ONLY.includes(move)
export const opensDispatch = (move: string): boolean => OPENS_SLIP.includes(move)

const moveOf = ({ command }: Line): string => command.content.move
const times = (sheet: Sheet, moves: ReadonlyArray<string>): number =>
  sheet.lines.filter((line) => moves.includes(moveOf(line))).length
const since = (sheet: Sheet, moves: ReadonlyArray<string>): ReadonlyArray<Line> =>
  sheet.lines.slice(sheet.lines.findLastIndex((line) => moves.includes(moveOf(line))) + 1)
const opens = (sheet: Sheet): number => [...sheet.slips.values()].filter(({ at }) => !OVER.includes(at)).length
const returns = (sheet: Sheet): number => times(sheet, ["giveBack", "disown"])
const gradeOf = (sheet: Sheet): string | undefined =>
  since(sheet, ["publish", "rework", "separate"])
    .map(({ command }) => command.content.fields.rating)
    .findLast((rating) => rating !== undefined) as string | undefined
const isAnswered = (sheet: Sheet): boolean => !since(sheet, ["answer"]).some((line) => moveOf(line) === "complain")

const isSame = (earlier: Actor, later: Actor): boolean =>
  earlier.person !== undefined
    ? earlier.person === later.person
    : earlier.body !== undefined && earlier.body === later.body && earlier.post === later.post

const lastTaker = (sheet: Sheet, move: string): Actor | undefined =>
  sheet.lines.findLast((line) => moveOf(line) === move)?.command.actor

/** The one who asked, or for whom it was asked. */
const isRequester = (sheet: Sheet, actor: Actor): boolean => {
  const asker = lastTaker(sheet, "request")
  if (asker !== undefined && isSame(asker, actor)) return true
  const acted = sheet.lines[0]?.command.content.fields.actedFor
  return acted !== undefined && actor.person === acted
}

/** Whether nobody can say that the actor did any of the work. */
const isFree = (sheet: Sheet, actor: Actor, dispatch?: string): boolean =>
  sheet.lines.every(({ command: { actor: doer, content } }) => {
    if (!["takeOn", "serve", "report", "answerCall"].includes(content.move)) return true
    if (dispatch !== undefined && content.dispatch !== dispatch) return true
    const slip = sheet.slips.get(content.dispatch ?? "")
    if (slip?.unit !== undefined && slip.unit === actor.body) return false
    if (slip?.doer !== undefined && slip.doer === actor.person) return false
    if (doer.person !== undefined && actor.person !== undefined) return doer.person !== actor.person
    if (doer.person !== undefined || actor.person !== undefined) return false
    return doer.post !== actor.post || (doer.body !== undefined && actor.body !== undefined && doer.body !== actor.body)
  })

const hasResult = (sheet: Sheet): boolean => opens(sheet) === 0 && sheet.accepted > 0

const isFilledRight = ({ fields, move }: Asked): boolean => {
  const [, needs, takes] = MOVES[move]!
  const given = Object.entries(fields)
  return (
    needs.every((id) => fields[id] !== undefined && String(fields[id]).trim() !== "") &&
    given.every(([id, value]) => {
      if (![...needs, ...takes].includes(id)) return false
      if (id === "persons") return typeof value === "number" && value >= 0
      return id in LISTED ? LISTED[id]!.includes(String(value)) : typeof value === "string"
    })
  )
}

const mark = ({ id, on, recordedAt }: Command<Asked>): string =>
  [on, String(recordedAt).padStart(16, "0"), id].join(" ")

const kindOf = (sheet: Sheet, { move }: Asked): Line["of"] => {
  if (SLIP_ONLY.includes(move)) return "slip"
  return BOTH.includes(move) && sheet.at === "inHand" ? "both" : "whole"
}

/** Whether it comes after everything that it has to come after. */
const isInTime = (sheet: Sheet, command: Command<Asked>): boolean => {
  const kind = kindOf(sheet, command.content)
  const own = mark(command)
  return sheet.lines.every((line) => {
    const isEarlier = line.mark < own
    const isOwn = line.command.content.dispatch === command.content.dispatch && command.content.dispatch !== undefined
    if (kind === "whole" || line.of === "whole" || isOwn) return isEarlier
    return kind === "both" && line.of === "both" ? isEarlier : true
  })
}

const isFrom = (sheet: Sheet, ...stages: ReadonlyArray<string>): boolean => stages.includes(sheet.at)

/** Whether somebody asked who can be asked in turn. */
const isKnown = (sheet: Sheet): boolean => times(sheet, ["request", "requestFor"]) > 0

/** Whether nothing was accepted in any attempt, which cannot be made undone, and the actor did nothing of it. */
const isUndone = (sheet: Sheet, actor: Actor): boolean => times(sheet, ["accept"]) === 0 && isFree(sheet, actor)

const WHILE = ["requested", "claimed", "inHand", "shelved", "lifted", "published", "rated", "joined"]

const mayOpen = (sheet: Sheet, { move }: Asked): boolean => {
  if (move === "dispatch") return isFrom(sheet, "claimed", "inHand") && returns(sheet) < 2
  if (move === "answerCall") return isFrom(sheet, "claimed", "inHand") && times(sheet, ["whistle"]) > 0
  return isFrom(sheet, "claimed", "inHand", "lifted") && (returns(sheet) >= 2 || times(sheet, ["lift"]) > 0)
}

const mayInSlip = (sheet: Sheet, { actor, content: { dispatch, move } }: Command<Asked>): boolean => {
  const slip = sheet.slips.get(dispatch ?? "")
  if (sheet.at !== "inHand" || slip === undefined) return false
  const isTheirs =
    (slip.doer !== undefined && slip.doer === actor.person) ||
    (slip.responder !== undefined && isSame(slip.responder, actor))
  switch (move) {
    case "takeOn":
      return isTheirs && ["dispatched", "ruled"].includes(slip.at)
    case "giveBack":
      return isTheirs && ["dispatched", "taken"].includes(slip.at) && !slip.ruled && returns(sheet) < 2
    case "disown":
      return isTheirs && slip.at === "dispatched" && returns(sheet) < 2
    case "reassign":
      return ["dispatched", "ruled", "taken", "held"].includes(slip.at)
    case "resume":
      return isTheirs && slip.at === "held"
    case "accept":
    case "sendBack":
      return slip.at === "reported" && isFree(sheet, actor, dispatch)
    default:
      return isTheirs && slip.at === "taken"
  }
}

const mayWhole = (sheet: Sheet, { actor, content: { fields, move } }: Command<Asked>, told: boolean): boolean => {
  const isAsker = isRequester(sheet, actor)
  const mayRate =
    isAsker && actor.person !== undefined && GRADES.includes(String(fields.rating)) && isFree(sheet, actor)
  const grade = gradeOf(sheet)
  switch (move) {
    case "request":
    case "requestFor":
    case "requestUnnamed":
    case "patrol":
      return sheet.at === ""
    case "verify":
    case "claim":
      return isFrom(sheet, "requested")
    case "refuse":
      return isFrom(sheet, "requested") && isAnswered(sheet) && isUndone(sheet, actor)
    case "direct":
    case "whistle":
      return isFrom(sheet, "claimed", "inHand")
    case "merge":
      return isFrom(sheet, "requested", "claimed") && isUndone(sheet, actor) && fields.root !== sheet.id
    case "separate":
      return isFrom(sheet, "joined")
    case "settle":
      return isFrom(sheet, "joined") && told && isAnswered(sheet) && isFree(sheet, actor)
    case "refer":
      return isFrom(sheet, "requested", "claimed", "lifted") && isAnswered(sheet) && isUndone(sheet, actor)
    case "lift":
      return isFrom(sheet, "claimed", "inHand") && opens(sheet) === 0
    case "handDown":
      return isFrom(sheet, "lifted")
    case "shelve":
      return isFrom(sheet, "inHand")
    case "unshelve":
      return isFrom(sheet, "shelved")
    case "abandon":
      return isFrom(sheet, "inHand", "lifted") && opens(sheet) === 0 && isAnswered(sheet) && isUndone(sheet, actor)
    case "publish":
      return isFrom(sheet, "inHand") && hasResult(sheet)
    case "rate":
      return isFrom(sheet, "published") && mayRate
    case "revisit":
      return (
        isFrom(sheet, "published") && isKnown(sheet) && GRADES.includes(String(fields.rating)) && isFree(sheet, actor)
      )
    case "revisitUnanswered":
      return isFrom(sheet, "published") && isKnown(sheet) && fields.rating === "unanswered" && isFree(sheet, actor)
    case "rework":
      return isFrom(sheet, "rated") && grade === "unsatisfied" && times(sheet, ["rework"]) === 0
    case "close":
      return (
        isFrom(sheet, "rated") &&
        grade !== "unsatisfied" &&
        isAnswered(sheet) &&
        isFree(sheet, actor) &&
        grade !== undefined
      )
    case "closeUnsatisfied":
      return (
        isFrom(sheet, "rated") &&
        grade === "unsatisfied" &&
        times(sheet, ["rework"]) > 0 &&
        isAnswered(sheet) &&
        isFree(sheet, actor)
      )
    case "lapse":
      return isFrom(sheet, "published") && isKnown(sheet) && told && isAnswered(sheet) && isFree(sheet, actor)
    case "closeUnrated":
      return isFrom(sheet, "published") && !isKnown(sheet) && isAnswered(sheet) && isFree(sheet, actor)
    case "rateJoined":
      return isFrom(sheet, "joined") && told && mayRate
    case "complain":
      return isFrom(sheet, ...WHILE) && isAsker
    case "answer":
      return isFrom(sheet, ...WHILE) && !isAnswered(sheet) && isFree(sheet, actor)
    case "withdraw":
      return isFrom(sheet, "requested", "claimed", "inHand", "lifted", "shelved", "joined") && isAsker
    default:
      return (
        isFrom(sheet, "requested", "claimed", "inHand", "published", "rated") &&
        isAnswered(sheet) &&
        isFree(sheet, actor)
      )
  }
}

/** Whether the clerk would enter it if it were not late. */
export const fits = (sheet: Sheet, command: Command<Asked>, told: boolean): boolean => {
  const { actor, content } = command
  const { dispatch, move, order } = content
  if (!Object.hasOwn(MOVES, move) || (sheet.id !== undefined && order !== sheet.id)) return false
  if (!MOVES[move]![0].includes(actor.post) || !isFilledRight(content)) return false
  if (!isOfDispatch(move)) return dispatch === undefined && mayWhole(sheet, command, told)
  if (dispatch === undefined) return false
  if (opensDispatch(move)) return !sheet.slips.has(dispatch) && mayOpen(sheet, content)
  return mayInSlip(sheet, command)
}

/** Whether the clerk enters it. `told` says that the root is done and the time for a rating is over. */
export const enters = (sheet: Sheet, command: Command<Asked>, told: boolean): boolean =>
  fits(sheet, command, told) && isInTime(sheet, command)

const WHERE: Readonly<Record<string, string>> = {
  claim: "claimed",
  merge: "joined",
  separate: "requested",
  settle: "merged",
  refuse: "refused",
  refer: "notOurs",
  dispatch: "inHand",
  rule: "inHand",
  answerCall: "inHand",
  lift: "lifted",
  handDown: "claimed",
  shelve: "shelved",
  unshelve: "inHand",
  abandon: "notFeasible",
  publish: "published",
  rate: "rated",
  revisit: "rated",
  rework: "claimed",
  close: "satisfied",
  closeUnsatisfied: "unsatisfied",
  lapse: "unanswered",
  closeUnrated: "done",
  withdraw: "withdrawn",
  exclude: "excluded",
}

const SLIP_WHERE: Readonly<Record<string, Slip["at"]>> = {
  takeOn: "taken",
  giveBack: "givenBack",
  disown: "disowned",
  reassign: "reassigned",
  hold: "held",
  resume: "taken",
  report: "reported",
  accept: "accepted",
  sendBack: "taken",
}

/** The clerk enters it. */
export const enter = (sheet: Sheet, command: Command<Asked>): void => {
  const { actor, content } = command
  const { dispatch, fields, move, order } = content
  const of = kindOf(sheet, content)
  sheet.id ??= order
  if (sheet.at === "") Object.assign(sheet, { at: "requested", attempt: 1 })
  if (move === "rework") Object.assign(sheet, { attempt: sheet.attempt + 1, accepted: 0 })
  if (move === "merge" || move === "separate") sheet.joined = move === "merge"
  sheet.at = WHERE[move] ?? sheet.at
  sheet.lines.push({ command, mark: mark(command), of })
  if (dispatch === undefined) return
  if (opensDispatch(move)) {
    sheet.slips.set(dispatch, {
      at: move === "dispatch" ? "dispatched" : move === "rule" ? "ruled" : "taken",
      attempt: sheet.attempt,
      ruled: move === "rule",
      doer: fields.doer as string | undefined,
      unit: fields.unit as string | undefined,
      responder: move === "answerCall" ? actor : undefined,
    })
    return
  }
  const slip = sheet.slips.get(dispatch)!
  slip.at = SLIP_WHERE[move] ?? slip.at
  if (move === "accept" && slip.attempt === sheet.attempt) sheet.accepted++
}

/** What the sheet shows, in the words in which a state can be shown too. */
export const shown = (sheet: Sheet) => ({
  id: sheet.id,
  at: sheet.at === "" ? undefined : sheet.at,
  attempt: sheet.attempt,
  open: opens(sheet),
  accepted: sheet.accepted,
  joined: sheet.joined,
  slips: [...sheet.slips].map(([id, { at, attempt }], index) => ({ id, number: index + 1, at, attempt })),
  steps: sheet.lines.length,
})
