/**
 * Where one member belongs from day to day: what the journals of a life and of transfers say, and what became of the
 * branches meanwhile, walked through in the order of the days.
 *
 * @internal
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import type * as Coordinate from "../foundation/Coordinate.js"
import type { Affiliation, Member } from "./Member.js"
import type * as MemberLife from "./MemberLife.js"
import type * as Transfer from "./Transfer.js"

// ---------------------------------------------------------------- models

/** What a change is ordered by: the day it holds from, then the instant of recording, then the id. */
export interface Key {
  readonly from: CivilDate.CivilDate
  readonly recordedAt: Coordinate.Instant
  readonly id: string
}

/** A change in one person's membership or transfers, from an entry of the journal `of`. */
export interface Point extends Key {
  readonly of: "life" | "transfers"
  readonly change: MemberLife.Change | Transfer.TransferHappening
}

/** A succession, indexed. */
export interface Step extends Key {
  readonly ends: boolean
  readonly reopens: boolean
  readonly place: number
  readonly to: string | undefined
  readonly members: ReadonlyMap<string, string>
}

export type Row = Omit<Member, "person">

/** Something that does not fit, with the point at which it came up, or the succession. */
export interface Misfit {
  readonly code:
    | "stray"
    | "again"
    | "twoBranches"
    | "notThere"
    | "noTransfer"
    | "goneBranch"
    | "leftBehind"
    | "leftInTransit"
    | "destinationGone"
  readonly at: Point | Step
  readonly params: Readonly<Record<string, string | number>>
}

export interface Walk {
  readonly rows: ReadonlyArray<{ readonly from: CivilDate.CivilDate; readonly row: Row | undefined }>
  readonly misfits: ReadonlyArray<Misfit>
  readonly moved: ReadonlyArray<Step>
}

interface State {
  row: Row | undefined
  skipped: string | undefined
  open: string | undefined
  joined: string | undefined
  readonly rows: Array<{ from: CivilDate.CivilDate; row: Row | undefined }>
  readonly misfits: Array<Misfit>
  readonly moved: Array<Step>
}

// ---------------------------------------------------------------- operations

export const byKey = (a: Key, b: Key): number => {
  if (a.from !== b.from) return a.from < b.from ? -1 : 1
  if (a.recordedAt !== b.recordedAt) return a.recordedAt < b.recordedAt ? -1 : 1
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** The first step of a branch after one key and before another. */
const nextStep = (steps: ReadonlyArray<Step> | undefined, after: Key, before: Key | undefined): Step | undefined => {
  if (steps === undefined) return undefined
  let [low, high] = [0, steps.length]
  while (low < high) {
    const middle = (low + high) >>> 1
    if (byKey(steps[middle]!, after) <= 0) low = middle + 1
    else high = middle
  }
  const step = steps[low]
  return step !== undefined && (before === undefined || byKey(step, before) < 0) ? step : undefined
}

/** The walk through the changes of one person, which are in order, and the successions of branches, by branch. */
export const walk = (
  person: string,
  points: ReadonlyArray<Point>,
  successions: ReadonlyMap<string, ReadonlyArray<Step>>,
): Walk => {
  const none = { row: undefined, skipped: undefined, open: undefined, joined: undefined }
  const state: State = { ...none, rows: [], misfits: [], moved: [] }
  for (const [index, point] of points.entries()) {
    const row = after(state, point, successions)
    if (row !== state.row) set(state, point.from, row)
    if (successions.size > 0) follow(state, person, point, points[index + 1], successions)
  }
  noteAstray(state, person, successions)
  return state
}

/** A letter that is open to a branch that is no more, once all that is known was read: nobody can answer it. */
const noteAstray = (state: State, person: string, successions: ReadonlyMap<string, ReadonlyArray<Step>>): void => {
  if (state.row?.affiliation.in !== "transit") return
  const { to, transfer } = state.row.affiliation
  const gone = lastEnd(successions.get(to), undefined)
  if (gone === undefined) return
  state.misfits.push({ code: "destinationGone", at: gone, params: { person, transfer, branch: to, on: gone.from } })
}

/** The step with which a branch ended, where none before the key reopened it since. */
const lastEnd = (steps: ReadonlyArray<Step> | undefined, before: Key | undefined): Step | undefined => {
  const last = steps?.findLast(
    (step) => (step.ends || step.reopens) && (before === undefined || byKey(step, before) < 0),
  )
  return last?.ends === true ? last : undefined
}

const follow = (
  state: State,
  person: string,
  from: Key,
  before: Key | undefined,
  successions: ReadonlyMap<string, ReadonlyArray<Step>>,
): void => {
  let cursor = from
  while (state.row !== undefined) {
    const { affiliation } = state.row
    const here = affiliation.in === "branch" ? affiliation.branch : affiliation.from
    const own = nextStep(successions.get(here), cursor, before)
    const ahead = affiliation.in === "transit" ? nextStep(successions.get(affiliation.to), cursor, before) : undefined
    const order = own === undefined ? 1 : ahead === undefined ? -1 : byKey(own, ahead)
    const step = order <= 0 ? own : ahead
    if (step === undefined) return
    if (own !== undefined && order <= 0) move(state, person, here, own)
    // Both branches may be parts of one change. Whoever is named in it is named as a member of their own branch.
    if (ahead !== undefined && order >= 0) redirect(state, order === 0 ? undefined : person, ahead)
    cursor = step
  }
}

const move = (state: State, person: string, here: string, step: Step): void => {
  const to = step.members.get(person) ?? step.to
  if (to === undefined) {
    if (step.ends) state.misfits.push({ code: "leftBehind", at: step, params: { person, branch: here } })
    return
  }
  if (step.members.has(person)) state.moved.push(step)
  if (to === here) return
  const { affiliation } = state.row!
  if (affiliation.in === "branch") place(state, step.from, { in: "branch", branch: to })
  else goOn(state, step.from, { ...affiliation, from: to })
}

/** A member whose two branches have become one is simply in it, and the letter has nothing left to do. */
const goOn = (state: State, from: CivilDate.CivilDate, way: Extract<Affiliation, { readonly in: "transit" }>): void => {
  const joined = way.from === way.to
  if (joined) state.joined = way.transfer
  place(state, from, joined ? { in: "branch", branch: way.to } : way)
}

/** A letter to a branch that came to an end goes to what that branch became, where everybody of it went to one. */
const redirect = (state: State, person: string | undefined, step: Step): void => {
  const { affiliation } = state.row!
  const named = person === undefined ? undefined : step.members.get(person)
  const to = named ?? (step.ends ? step.to : undefined)
  if (to === undefined || affiliation.in === "branch") return
  if (named !== undefined) state.moved.push(step)
  goOn(state, step.from, { ...affiliation, to })
}

const place = (state: State, from: CivilDate.CivilDate, affiliation: Affiliation): void =>
  set(state, from, { ...state.row!, affiliation })

const set = (state: State, from: CivilDate.CivilDate, row: Row | undefined): void => {
  state.row = row
  const last = state.rows.at(-1)
  if (last !== undefined && last.from === from) last.row = row
  else state.rows.push({ from, row })
}

/** Tells what does not fit; the row stays as it is. */
const misfit = (state: State, at: Point, code: Misfit["code"], params: Misfit["params"] = {}): Row | undefined => {
  state.misfits.push({ code, at, params })
  return state.row
}

const noteGone = (
  state: State,
  successions: ReadonlyMap<string, ReadonlyArray<Step>>,
  branch: string,
  at: Point,
): boolean => {
  const gone = lastEnd(successions.get(branch), at)
  if (gone !== undefined) misfit(state, at, "goneBranch", { branch, on: gone.from })
  return gone !== undefined
}

const responsible = ({ affiliation }: Row): string =>
  affiliation.in === "branch" ? affiliation.branch : affiliation.from

/** The row after a point. */
const after = (state: State, point: Point, successions: ReadonlyMap<string, ReadonlyArray<Step>>): Row | undefined => {
  const { row } = state
  const { change } = point
  switch (change.is) {
    case "begins":
    case "again": {
      const { branch } = change
      if (row !== undefined) {
        const one = responsible(row)
        if (one === branch) return misfit(state, point, "again", { branch })
        return misfit(state, point, "twoBranches", { one, other: branch })
      }
      if (change.is === "again") return misfit(state, point, "again", { branch })
      noteGone(state, successions, branch, point)
      const affiliation = { in: "branch", branch } as const
      return { stage: "probationary", affiliation, restriction: "none", mobile: false, admittedOn: change.admittedOn }
    }
    case "stray":
      return misfit(state, point, "stray", { event: change.event })
    case "ends":
      if (row === undefined) return misfit(state, point, "stray", { event: "left" })
      if (row.affiliation.in === "transit") {
        misfit(state, point, "leftInTransit", { transfer: row.affiliation.transfer })
        state.open = row.affiliation.transfer
      }
      return undefined
    case "full":
    case "restriction":
    case "mobile":
      return row === undefined ? misfit(state, point, "stray", { event: change.is }) : changed(row, change)
    case "proposed":
      return row
    case "issued":
      return sent(state, point, change)
    default:
      return ended(state, point, change, successions)
  }
}

const changed = (
  row: Row,
  change: Extract<MemberLife.Change, { readonly is: "full" | "restriction" | "mobile" }>,
): Row => {
  switch (change.is) {
    case "full":
      return { ...row, stage: "full", fullFrom: change.fullFrom }
    case "restriction":
      return { ...row, restriction: change.restriction }
    case "mobile":
      return { ...row, mobile: change.mobile }
  }
}

/** A letter from a branch that the member is not in is left out as a whole, and told once. */
const sent = (
  state: State,
  point: Point,
  { transfer, from, to }: Extract<Transfer.TransferHappening, { readonly is: "issued" }>,
): Row | undefined => {
  const { row } = state
  if (row?.affiliation.in === "branch" && row.affiliation.branch === from) {
    return { ...row, affiliation: { in: "transit", from, to, transfer } }
  }
  state.skipped = transfer
  if (row === undefined) return misfit(state, point, "stray", { event: "issued" })
  return misfit(state, point, "notThere", { transfer, branch: from, in: responsible(row) })
}

const ended = (
  state: State,
  point: Point,
  change: Exclude<Transfer.TransferHappening, { readonly is: "proposed" | "issued" }>,
  successions: ReadonlyMap<string, ReadonlyArray<Step>>,
): Row | undefined => {
  const { row } = state
  const { transfer } = change
  if (row?.affiliation.in !== "transit" || row.affiliation.transfer !== transfer) {
    if (row !== undefined && state.joined === transfer) return afterJoining(state, row, point, change, successions)
    const closes = change.is === "refused" || change.is === "withdrawn"
    const isKnown = state.skipped === transfer || closes || (change.is === "expired" && state.open === transfer)
    return isKnown ? row : misfit(state, point, "noTransfer", { transfer, event: change.is })
  }
  const { affiliation } = row
  switch (change.is) {
    case "redirected":
      if (change.to !== affiliation.from) return { ...row, affiliation: { ...affiliation, to: change.to } }
      state.joined = transfer
      return { ...row, affiliation: { in: "branch", branch: change.to } }
    case "received": {
      const { branch, group } = change
      if (noteGone(state, successions, branch, point)) return row
      return { ...row, affiliation: { in: "branch", branch, ...(group === undefined ? {} : { group }) } }
    }
    default:
      return { ...row, affiliation: { in: "branch", branch: affiliation.from } }
  }
}

/** What still comes of a letter whose branches became one fits where it leaves the member there. */
const afterJoining = (
  state: State,
  row: Row,
  point: Point,
  change: Exclude<Transfer.TransferHappening, { readonly is: "proposed" | "issued" }>,
  successions: ReadonlyMap<string, ReadonlyArray<Step>>,
): Row | undefined => {
  const here = responsible(row)
  switch (change.is) {
    case "received":
    case "redirected": {
      const to = change.is === "received" ? change.branch : change.to
      if (to === here || noteGone(state, successions, to, point)) return row
      return misfit(state, point, "noTransfer", { transfer: change.transfer, event: change.is })
    }
    default:
      return row
  }
}
