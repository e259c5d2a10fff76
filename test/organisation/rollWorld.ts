/**
 * A small world of persons and branches in which members enter, are transferred, leave, and branches are merged and
 * split, kept twice: by the library in journals, and by a ledger of plain lines that is read out from the beginning for
 * every question. Everything is made up.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as MemberLife from "../../src/organisation/MemberLife.js"
import type * as MemberRecord from "../../src/organisation/MemberRecord.js"
import type * as Roll from "../../src/organisation/Roll.js"
import type * as Transfer from "../../src/organisation/Transfer.js"
import * as Decider from "../../src/process/Decider.js"
import type * as Journal from "../../src/process/Journal.js"
import { at, command, life, moving, township } from "./memberBooks.js"

export const PERSONS = ["p1", "p2", "p3", "p4"]
export const BRANCHES = ["b1", "b2", "b3", "b4", "b5"]
export const START = CivilDate.dayNumber(CivilDate.parseUnsafe("2024-01-01"))

type Sending = Transfer.TransferStep["is"]

type LivingStep = "arrest" | "release" | "away" | "back" | "resign" | "suspend" | "restore"

export type Action =
  | { readonly do: "enter"; readonly person: string; readonly branch: string; readonly full: boolean }
  | { readonly do: "live"; readonly person: string; readonly step: LivingStep }
  | {
      readonly do: "send"
      readonly person: string
      readonly step: Sending
      readonly to: string
      readonly beyond: boolean
      readonly astray: boolean
    }
  | {
      readonly do: "succeed"
      readonly from: string
      readonly to: string
      readonly other: string
      readonly way: "merge" | "split" | "part" | "dissolve"
    }
  | { readonly do: "again"; readonly place: number }

export interface Act {
  readonly jump: number
  readonly action: Action
}

const persons = fc.constantFrom(...PERSONS)
const branches = fc.constantFrom(...BRANCHES)
const sendings: fc.Arbitrary<Sending> = fc.constantFrom(
  "propose",
  "issue",
  "issue",
  "issue",
  "receive",
  "receive",
  "receive",
  "redirect",
  "refuse",
  "expire",
  "withdraw",
)

/** An action and by how many days the clock moves before it; now and then backwards. */
export const acts: fc.Arbitrary<Act> = fc.record({
  jump: fc.oneof(
    { weight: 7, arbitrary: fc.integer({ min: 0, max: 12 }) },
    { weight: 1, arbitrary: fc.constantFrom(89, 90, 91) },
    { weight: 1, arbitrary: fc.integer({ min: -15, max: -1 }) },
  ),
  action: fc.oneof(
    {
      weight: 3,
      arbitrary: fc.record({
        do: fc.constant("enter" as const),
        person: persons,
        branch: branches,
        full: fc.boolean(),
      }),
    },
    {
      weight: 2,
      arbitrary: fc.record({
        do: fc.constant("live" as const),
        person: persons,
        step: fc.constantFrom("arrest", "release", "away", "back", "resign", "suspend", "suspend", "restore"),
      }),
    },
    {
      weight: 9,
      arbitrary: fc.record({
        do: fc.constant("send" as const),
        person: persons,
        step: sendings,
        to: branches,
        beyond: fc.nat(5).map((pick) => pick === 0),
        astray: fc.nat(7).map((pick) => pick === 0),
      }),
    },
    {
      weight: 1,
      arbitrary: fc.record({
        do: fc.constant("succeed" as const),
        from: branches,
        to: branches,
        other: branches,
        way: fc.constantFrom("merge", "merge", "split", "part", "dissolve"),
      }),
    },
    { weight: 1, arbitrary: fc.record({ do: fc.constant("again" as const), place: fc.nat(100) }) },
  ),
})

/** One line of the ledger. Lines are read in the order of their days, and of a day in that of writing. */
export interface Line {
  readonly day: string
  readonly number: number
  readonly says:
    | { readonly is: "in"; readonly person: string; readonly branch: string; readonly full: boolean }
    | { readonly is: "out" | "suspended" | "restored"; readonly person: string }
    | { readonly is: "letter"; readonly person: string; readonly to: string; readonly id: string }
    | { readonly is: "redirected"; readonly person: string; readonly to: string }
    | { readonly is: "received"; readonly person: string; readonly branch: string }
    | { readonly is: "back"; readonly person: string }
    | {
        readonly is: "gone"
        readonly from: string
        readonly ends: boolean
        readonly goes: (person: string) => string | undefined
      }
}

interface Read {
  readonly here: string
  readonly to: string
  readonly id: string
  readonly full: boolean
  readonly suspended: boolean
  readonly wrong: ReadonlyArray<string>
}

/** What the ledger says of a person when it is read up to a day, and what in it cannot be. */
export const read = (lines: ReadonlyArray<Line>, person: string, day: string): Read => {
  let [here, to, id, full, suspended] = ["", "", "", false, false]
  const wrong: Array<string> = []
  const gone = new Set<string>()
  /** A letter whose branches have become one is at an end; what comes of it later must lead nowhere else. */
  const elsewhere = (branch: string) => {
    if (branch !== here && gone.has(branch)) wrong.push(`roll.goneBranch ${person} ${branch}`)
    else if (branch !== here) wrong.push(`roll.noTransfer ${person} undefined`)
  }
  const until = lines.filter((line) => line.day <= day)
  for (const { says } of until.toSorted((a, b) => (a.day === b.day ? a.number - b.number : a.day < b.day ? -1 : 1))) {
    if (says.is === "gone") {
      if (says.ends) gone.add(says.from)
      const goal = says.goes(person)
      if (here === says.from && says.ends && goal === undefined) wrong.push(`roll.leftBehind ${person} ${here}`)
      if (here === says.from) here = goal ?? here
      else if (to === says.from) to = goal ?? to
    } else if (says.person !== person) continue
    else if (says.is === "in") [here, full, suspended] = [says.branch, says.full, false]
    else if (says.is === "out") [here, to, id] = ["", "", ""]
    else if (says.is === "suspended") suspended = true
    else if (says.is === "restored") suspended = false
    else if (says.is === "letter") [to, id] = [says.to, says.id]
    else if (says.is === "back") [to, id] = ["", ""]
    else if (says.is === "redirected" && to === "") elsewhere(says.to)
    else if (says.is === "received" && to === "") elsewhere(says.branch)
    else if (says.is === "redirected") to = says.to
    else if (says.is === "received") [here, to, id] = [says.branch, "", ""]
    if (to === here) [to, id] = ["", ""]
  }
  if (gone.has(to)) wrong.push(`roll.destinationGone ${person} ${to}`)
  return { here, to, id, full, suspended, wrong }
}

/** Where a person is on a day: nowhere, in a branch, or between two. */
export const where = (lines: ReadonlyArray<Line>, person: string, day: string): string => {
  const { here, to, id } = read(lines, person, day)
  return here === "" ? "" : to === "" ? here : `${here} → ${to} (${id})`
}

interface Open {
  phase: Transfer.Phase
  id: string
  to: string
  until: string
  last: string
  readonly used: Set<string>
}

export interface World {
  readonly lives: Record<string, Decider.Stream<MemberRecord.Life, MemberRecord.Content>>
  readonly moves: Record<string, Decider.Stream<Transfer.Transfer, Transfer.TransferContent>>
  readonly lifeBooks: Record<string, Array<Journal.Entry<MemberLife.Turn>>>
  readonly moveBooks: Record<string, Array<Journal.Entry<Transfer.Turn>>>
  readonly successions: Array<Roll.Succession>
  readonly lines: Array<Line>
  readonly open: Record<string, Open>
  readonly ended: Map<string, string>
  readonly sent: Array<{ readonly person: string; readonly asked: Decider.Command<Transfer.TransferContent> }>
  clock: number
  number: number
}

const each = <A>(make: () => A): Record<string, A> => Object.fromEntries(PERSONS.map((id) => [id, make()]))

/** The world in which everybody has just been registered in one of two branches. */
export const begin = (): World => {
  const world: World = {
    lives: each(() => Decider.start(life)),
    moves: each(() => Decider.start(moving)),
    lifeBooks: each(() => []),
    moveBooks: each(() => []),
    successions: [],
    lines: [],
    open: each(() => ({ phase: "none", id: "", to: "", until: "", last: "", used: new Set<string>() })),
    ended: new Map(),
    sent: [],
    clock: START,
    number: 0,
  }
  for (const [index, person] of PERSONS.entries()) {
    act(world, { jump: 0, action: { do: "enter", person, branch: BRANCHES[index % 2]!, full: index > 0 } })
  }
  return world
}

/** What came of an action: what the library said, and what the ledger expected. */
export interface Outcome {
  readonly kind: string
  readonly said: ReadonlyArray<string>
  readonly expected: ReadonlyArray<string>
}

const NOTHING: Outcome = { kind: "nothing", said: [], expected: [] }

export const act = (world: World, { jump, action }: Act): Outcome => {
  world.clock = Math.max(START, world.clock + jump)
  world.number++
  const on = CivilDate.ofDayNumberUnsafe(world.clock)
  switch (action.do) {
    case "enter":
      return enter(world, on, action)
    case "live":
      return lives(world, on, action)
    case "send":
      return send(world, on, action)
    case "succeed":
      return succeed(world, on, action)
    case "again":
      return again(world, action.place)
  }
}

const isEnded = (world: World, branch: string, on: string): boolean => (world.ended.get(branch) ?? "9999") <= on

const takeLife = (world: World, person: string, on: CivilDate.CivilDate, step: MemberRecord.Step): boolean => {
  const asked = command(`l${world.number}`, { on, step }, world.number)
  const handled = Decider.handle(life, world.lives[person]!, asked)
  if (Result.isFailure(handled)) return false
  world.lives[person] = handled.success.stream
  world.lifeBooks[person]!.push(handled.success.entry!)
  return true
}

const write = (world: World, day: string, says: Line["says"]): void => {
  world.lines.push({ day, number: world.number, says })
}

/** Whoever is registered is one for whom nothing was written before, or nothing yet of a later day. */
const enter = (world: World, on: CivilDate.CivilDate, action: Extract<Action, { do: "enter" }>): Outcome => {
  const { person, branch, full } = action
  if (isEnded(world, branch, on)) return NOTHING
  const admittedOn = CivilDate.addDaysUnsafe(on, -500)
  const fullFrom = CivilDate.addDaysUnsafe(on, -100)
  const step: MemberRecord.Step = { is: "register", branch, admittedOn, ...(full ? { fullFrom } : {}) }
  if (!takeLife(world, person, on, step)) return NOTHING
  write(world, on, { is: "in", person, branch, full })
  return { ...NOTHING, kind: "entered" }
}

const STEPS: Readonly<Record<Extract<Action, { do: "live" }>["step"], (on: CivilDate.CivilDate) => MemberRecord.Step>> =
  {
    arrest: () => ({ is: "suspendRights", cause: "arrested" }),
    release: () => ({ is: "restoreRights", after: "suspension" }),
    away: (on) => ({ is: "registerMobile", since: CivilDate.addDaysUnsafe(on, -200), fixedPlace: true, cause: "work" }),
    back: () => ({ is: "endMobile" }),
    resign: (on) => ({ is: "withdraw", filedOn: on }),
    suspend: () => ({ is: "suspendMembership", cause: "settledAbroad" }),
    restore: () => ({ is: "restoreMembership" }),
  }

/** Nobody resigns before the last line about them. */
const lives = (world: World, on: CivilDate.CivilDate, action: Extract<Action, { do: "live" }>): Outcome => {
  const { person, step } = action
  const isLast = world.open[person]!.last <= on && world.open[person]!.phase !== "issued"
  if (step === "resign" && !isLast) return NOTHING
  if (!takeLife(world, person, on, STEPS[step](on))) return NOTHING
  if (step === "resign") write(world, on, { is: "out", person })
  if (step === "suspend") write(world, on, { is: "suspended", person })
  if (step === "restore") write(world, on, { is: "restored", person })
  return { ...NOTHING, kind: step }
}

/** What the ledger expects of a step in a transfer, and what it writes where that goes through. */
const expects = (
  world: World,
  person: string,
  on: string,
  step: Transfer.TransferStep,
): { readonly no: ReadonlyArray<string>; readonly but: ReadonlyArray<string>; readonly go: () => void } => {
  const open = world.open[person]!
  const no: Array<string> = []
  const but: Array<string> = []
  const close = (phase: Transfer.Phase) => () => {
    if (open.phase === "issued") write(world, on, { is: "back", person })
    open.phase = phase
  }
  if (on < open.last) return { no: ["outOfOrder"], but, go: () => undefined }
  const isOpen = open.phase === "proposed" || open.phase === "issued"
  const needsLetter = () => {
    if (open.phase === "proposed") no.push("notIssued")
    else if (open.phase !== "issued") no.push("notOpen")
    return no.length === 0
  }
  switch (step.is) {
    case "propose":
    case "issue": {
      const here = where(world.lines, person, on)
      const issues = step.is === "issue"
      if (issues ? open.phase === "issued" : isOpen) return { no: ["open"], but, go: () => undefined }
      const onProposal = issues && open.phase === "proposed"
      if (onProposal && (open.id !== step.transfer || open.to !== step.to)) no.push("otherProposal")
      if (open.used.has(step.transfer) && !onProposal) no.push("idUsed")
      if (here.includes("→")) no.push("inTransit")
      if (here.split(" ")[0] === step.to) no.push("sameBranch")
      if (issues && step.beyond && !step.by.capabilities.includes("transferNationwide")) no.push("mayNotSend")
      return {
        no,
        but,
        go: () => {
          Object.assign(open, { phase: issues ? "issued" : "proposed", id: step.transfer, to: step.to })
          open.used.add(step.transfer)
          if (!issues) return
          const last = new Date(Date.parse(on) + 90 * 86_400_000).toISOString().slice(0, 10)
          open.until = last
          write(world, on, { is: "letter", person, to: step.to, id: step.transfer })
        },
      }
    }
    case "redirect": {
      if (needsLetter() && where(world.lines, person, on) !== "" && step.to === world.moves[person]!.state.from) {
        no.push("sameBranch")
      }
      return {
        no,
        but,
        go: () => {
          open.to = step.to
          write(world, on, { is: "redirected", person, to: step.to })
        },
      }
    }
    case "receive":
      if (needsLetter()) {
        if (step.at.branch !== open.to) no.push("otherBranch")
        if (isEnded(world, step.at.branch, on)) no.push("dissolved")
        if (on > open.until) but.push("letterPast")
      }
      return {
        no,
        but,
        go: () => {
          open.phase = "received"
          write(world, on, { is: "received", person, branch: step.at.branch })
        },
      }
    case "refuse":
      if (!isOpen) no.push("notOpen")
      else if (step.branch !== open.to) no.push("otherBranch")
      return { no, but, go: close("refused") }
    case "withdraw":
      if (!isOpen) no.push("notOpen")
      return { no, but, go: close("withdrawn") }
    case "expire":
      if (needsLetter() && on <= open.until) no.push("stillGood")
      return { no, but, go: close("expired") }
  }
}

const stepOf = (
  world: World,
  on: string,
  action: Extract<Action, { do: "send" }>,
): Transfer.TransferStep | undefined => {
  const { person, step, to, beyond, astray } = action
  const open = world.open[person]!
  const here = where(world.lines, person, on)
  const way = /^(\S+) → (\S+) \((\S+)\)$/.exec(here)
  const affiliation =
    way === null
      ? { in: "branch" as const, branch: here }
      : { in: "transit" as const, from: way[1]!, to: way[2]!, transfer: way[3]! }
  const transfer =
    open.phase === "proposed" && !astray ? open.id : astray && open.id !== "" ? open.id : `t${world.number}`
  const aim = astray ? to : open.to
  const by = { id: "town", capabilities: astray ? [] : (["transferNationwide"] as const) }
  switch (step) {
    case "propose":
      return here === "" ? undefined : { is: "propose", transfer, row: { person, affiliation }, to }
    case "issue": {
      const goal = open.phase === "proposed" && !astray ? open.to : to
      if (here === "") return undefined
      return {
        is: "issue",
        transfer,
        row: { person, affiliation },
        to: goal,
        by: beyond ? by : township,
        beyond: beyond,
      }
    }
    case "redirect":
      return { is: "redirect", to }
    case "receive": {
      const ended = world.ended.get(aim) as CivilDate.CivilDate | undefined
      const branch = aim === "" ? to : aim
      return {
        is: "receive",
        at: { branch, holdsMembers: true, ...(ended === undefined ? {} : { dissolvedOn: ended }) },
      }
    }
    case "refuse":
      return { is: "refuse", branch: aim === "" ? to : aim, reason: "r" }
    default:
      return { is: step }
  }
}

/** No step in a transfer comes before the last line of the member's life. */
const send = (world: World, on: CivilDate.CivilDate, action: Extract<Action, { do: "send" }>): Outcome => {
  const { person } = action
  const lastOfLife = world.lives[person]!.state.last
  if (lastOfLife === undefined || on < lastOfLife || world.lives[person]!.state.stage === "left") return NOTHING
  const step = stepOf(world, on, action)
  if (step === undefined) return NOTHING
  const { no, but, go } = expects(world, person, on, step)
  const asked = command(`s${world.number}`, { on, step }, world.number)
  const handled = Decider.handle(moving, world.moves[person]!, asked)
  if (Result.isFailure(handled)) {
    return { kind: "refused", said: handled.failure.map(({ code }) => code.slice(9)).sort(), expected: [...no].sort() }
  }
  if (no.length > 0) return { kind: step.is, said: [], expected: no }
  const found = handled.success.entry!.payload.events.flatMap(({ findings = [] }) =>
    findings.map(({ code }) => code.slice(9)),
  )
  go()
  world.open[person]!.last = on
  world.moves[person] = handled.success.stream
  world.moveBooks[person]!.push(handled.success.entry!)
  world.sent.push({ person, asked })
  return { kind: step.is, said: found.sort(), expected: but.toSorted() }
}

const again = (world: World, place: number): Outcome => {
  const before = world.sent[place % Math.max(1, world.sent.length)]
  if (before === undefined) return NOTHING
  const handled = Decider.handle(moving, world.moves[before.person]!, before.asked)
  const silent = Result.isSuccess(handled) && handled.success.entry === undefined
  return { kind: "again", said: [silent ? "silent" : "heard"], expected: ["silent"] }
}

const succeed = (world: World, on: CivilDate.CivilDate, action: Extract<Action, { do: "succeed" }>): Outcome => {
  const { from, to, other, way } = action
  const later_ = world.lines.some(({ day }) => day > on)
  if (from === to || from === other || [from, to, other].some((branch) => isEnded(world, branch, on)) || later_) {
    return NOTHING
  }
  const names = way === "merge" ? [] : PERSONS.filter((person) => where(world.lines, person, on).split(" ")[0] === from)
  const all = way === "dissolve"
  const members = names.filter((_, index) => all || index % 2 === 0).map((person) => ({ person, to: other }))
  const named = new Map(members.map((member) => [member.person, member.to]))
  const ends = way !== "part"
  const heir = way === "merge" || way === "split" ? to : undefined
  world.successions.push({
    id: `x${world.number}`,
    on,
    recordedAt: at(world.number),
    from,
    ...(heir === undefined ? {} : { to: heir }),
    ...(way === "merge" ? {} : { members }),
    ends,
  })
  if (ends) world.ended.set(from, on)
  write(world, on, { is: "gone", from, ends, goes: (person) => named.get(person) ?? heir })
  return { ...NOTHING, kind: way }
}

export const sourcesOf = (world: World): Roll.Sources => ({
  books: PERSONS.map((person) => ({
    person,
    life: world.lifeBooks[person]!,
    transfers: world.moveBooks[person]!,
  })),
  successions: world.successions,
})

/**
 * Members whom a succession names although they were not in the branch by then, read out of the ledger: it happens where
 * something of an earlier day is written down only after the succession. Each with the code of the fault.
 */
export const misnamed = ({ successions, lines }: World): ReadonlyArray<string> =>
  successions
    .flatMap(({ on, recordedAt, from, members = [] }) => {
      const before = lines.filter(({ day, number }) => day < on || (day === on && number < recordedAt))
      return members
        .filter(
          ({ person }) =>
            !where(before, person, on)
              .split(/ → | \(/)
              .slice(0, 2)
              .includes(from),
        )
        .map(({ person }) => `roll.notInBranch ${person} ${from}`)
    })
    .sort()

/** All that does not fit in a world: whom successions misname, and what the ledger finds wrong of each person. */
export const misfits = (world: World): ReadonlyArray<string> =>
  [...misnamed(world), ...PERSONS.flatMap((person) => read(world.lines, person, "9999").wrong)].sort()

/** The codes of faults of a roll, with who and where. */
export const said = (faults: ReadonlyArray<Roll.RollFault>): ReadonlyArray<string> =>
  faults.map(({ code, params }) => `${code} ${params.person} ${params.branch}`).sort()

/** Every day on which something is written, and the days before and after. */
export const days = (world: World): ReadonlyArray<CivilDate.CivilDate> => {
  const numbers = world.lines.map(({ day }) => CivilDate.dayNumber(CivilDate.parseUnsafe(day)))
  const around = new Set(numbers.flatMap((number) => [number - 1, number, number + 1]))
  return [...around].sort((a, b) => a - b).map(CivilDate.ofDayNumberUnsafe)
}

export const play = (list: ReadonlyArray<Act>): World => {
  const world = begin()
  for (const one of list) act(world, one)
  return world
}

/** A record that was wrong: which of a book, how much later that was noticed, and whether it never was or was otherwise. */
export interface Wrong {
  readonly book: number
  readonly of: "life" | "transfers"
  readonly place: number
  readonly later: number
  readonly to: string | undefined
}

export const corrections: fc.Arbitrary<Wrong> = fc.record({
  book: fc.nat(PERSONS.length - 1),
  of: fc.constantFrom("life", "transfers", "transfers"),
  place: fc.nat(100),
  later: fc.integer({ min: 1, max: 30 }),
  to: fc.option(branches, { nil: undefined, freq: 2 }),
})

/** Sources with corrections: each supersedes an entry that nothing superseded before, the corrections among them. */
export const corrected = (sources: Roll.Sources, wrong: ReadonlyArray<Wrong>): Roll.Sources => {
  const books = sources.books.map(({ person, life: lived, transfers }) => ({
    person,
    life: [...lived],
    transfers: [...transfers],
  }))
  for (const [number, { book, of, place, later, to }] of wrong.entries()) {
    const { life: lived, transfers } = books[book]!
    if (of === "life") correct(lived, place, later, number, (turn) => reentered(turn, to))
    else correct(transfers, place, later, number, (turn) => readdressed(turn, to))
  }
  return { ...sources, books }
}

const correct = <P>(
  entries: Array<Journal.Entry<P>>,
  place: number,
  later: number,
  number: number,
  right: (payload: P) => P,
): void => {
  const gone = new Set(entries.flatMap(({ supersedes = [] }) => supersedes))
  const open = entries.filter(({ id }) => !gone.has(id))
  const entry = open[place % Math.max(1, open.length)]
  if (entry === undefined) return
  const recordedAt = at(entry.recordedAt + later)
  entries.push({ ...entry, id: `z${number}`, recordedAt, supersedes: entry.id, payload: right(entry.payload) })
}

const reentered = (turn: MemberLife.Turn, branch: string | undefined): MemberLife.Turn => ({
  ...turn,
  events: turn.events.flatMap((each) => {
    if (branch === undefined) return []
    const { event } = each
    return [event.is === "registered" ? { event: { ...event, asked: { ...event.asked, branch } } } : each]
  }),
})

const readdressed = (turn: Transfer.Turn, to: string | undefined): Transfer.Turn => ({
  ...turn,
  events: turn.events.flatMap((each) => {
    if (to === undefined) return []
    const { event } = each
    if (event.is === "received") return [{ event: { ...event, branch: to } }]
    return [event.is === "issued" || event.is === "redirected" ? { event: { ...event, to } } : each]
  }),
})

/** The entries that nothing supersedes, as if they had been written at once. */
export const struck = <P>(entries: Journal.Journal<P>): Journal.Journal<P> => {
  const gone = new Set(entries.flatMap(({ supersedes = [] }) => supersedes))
  return entries.filter(({ id }) => !gone.has(id)).map(({ supersedes: _, ...entry }) => entry)
}
