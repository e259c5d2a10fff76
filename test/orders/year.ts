/**
 * A made-up year of service orders in which nobody cheats: every entry went through the real decider, people act in office
 * hours, work takes hours and days, and every text, person and address is invented by a small generator of numbers.
 *
 * What a year holds. `yearOfOrders(7, { orders: 2000, villages: 5 })` under the five orders: 2,000 orders with 5,084 dispatches
 * and 9,247 services, in 40,402 entries, made in about a second:
 *
 * - asked: 1,624 by residents, 244 on behalf, 68 unnamed, 64 found on patrol; 141 merged into another order, 34 of them taken
 *   out again;
 * - ended: 1,307 satisfied, 19 unsatisfied after a rework, 228 not rated, 116 done where nobody rates, 107 merged, 77 withdrawn,
 *   41 not feasible, 60 refused, 33 not ours, 12 excluded;
 * - on the way: 1,259 ratings and 889 re-visits, 139 reworks, 298 given back, 94 disowned, 95 re-assigned, 125 sent back,
 *   119 held, 68 whistles, 113 complaints, 61 lifted, 47 shelved;
 * - an order is requested on any day from January to December, and what is asked in December may end in January.
 *
 * Nobody asks for the same twice, no order is passed on more than twice, no two people have one contact, and nobody who works rates.
 */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import type { Deed, Rating } from "../../src/orders/OrderTerm.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Decider from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import type { Field, Move, Value } from "../../src/process/Workflow.js"

export type Turned = Entry<Decider.Turn<ServiceOrder.Taken, ServiceOrder.Taken>>

export interface YearAsked {
  readonly orders: number
  readonly villages: number
  readonly scheme?: OrderScheme.OrderScheme
  readonly year?: number
}

/**
 * A year: `journals` are the entries of each order as they were accepted, `states` what each came to, `entries` all of them in
 * the order of journals. `contacts` tells the mark of the contact of everybody, no two the same. `holds` and `tells` are what the
 * entries were decided with.
 */
export interface Year {
  readonly scheme: OrderScheme.OrderScheme
  readonly entries: ReadonlyArray<Turned>
  readonly journals: ReadonlyArray<ReadonlyArray<Turned>>
  readonly states: ReadonlyArray<ServiceOrder.State>
  readonly contacts: Readonly<Record<string, string>>
  readonly holds: ServiceOrder.Holds
  readonly tells: ServiceOrder.Tells
}

/** Posts are the roles of the scheme; who may act where is another matter. */
export const holds: ServiceOrder.Holds = (role, { actor }) => actor.post === role

/** China's clocks. */
export const OFFSET_MINUTES = 480

/** After so many days without a rating an order may be closed. */
const RATING_DAYS = 10

const SECOND = 1000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR
const GRIDS = 3
const BRANCHES = 2
const MEMBERS = 9
const RESPONDERS = 4
const UNITS = 3
const TURNS = 12
/** An order is passed on so often at most. */
const PASSES = 2

type Random = (below: number) => number

/** The numbers of a linear congruential generator; its high bits. */
const randomOf = (seed: number): Random => {
  let state = (Math.imul(seed, 2_654_435_761) + 12_345) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

interface Town {
  readonly scheme: OrderScheme.OrderScheme
  readonly decider: Decider.Decider<
    ServiceOrder.State,
    ServiceOrder.Taken,
    ServiceOrder.Taken,
    ServiceOrder.ServiceOrderFault
  >
  readonly moves: ReadonlyMap<string, ReadonlyArray<Move>>
  readonly fields: ReadonlyMap<string, Field>
  readonly byDeed: ReadonlyMap<string, ReadonlyArray<string>>
  readonly random: Random
  readonly firstDay: number
  readonly residents: number
  readonly lastAsked: Map<string, number>
  readonly roots: Map<number, Array<Root>>
  readonly endedOn: Map<string, CivilDate.CivilDate>
  readonly tells: ServiceOrder.Tells
  readonly toUnits: boolean
}

interface Root {
  readonly id: string
  readonly requested: number
  readonly ended: number
  readonly category: Value | undefined
  readonly place: Value | undefined
}

/** An order while it is lived through. `now` is milliseconds since the first day of the year began at the place. */
interface Life {
  readonly town: Town
  readonly id: string
  readonly village: number
  readonly grid: number
  readonly branch: number
  readonly asker: Actor
  readonly actedFor: string | undefined
  readonly known: Readonly<Record<string, Value>>
  readonly isSilent: boolean
  stream: Decider.Stream<ServiceOrder.State, ServiceOrder.Taken>
  readonly journal: Array<Turned>
  now: number
  dispatches: number
  passes: number
}

interface Act {
  readonly wait: readonly [number, number]
  readonly hours?: "office" | "waking"
  readonly actor?: Actor
  readonly moves?: ReadonlyArray<string>
  readonly dispatch?: string
  readonly fields?: Readonly<Record<string, Value>>
}

/**
 * A year under a scheme, the five orders where none is given. The same numbers give the same year, here and everywhere.
 */
export const yearOfOrders = (seed: number, asked: YearAsked): Year => {
  const { orders, scheme = FiveOrders.scheme, villages, year = 2023 } = asked
  const town = townOf(seed, scheme, year, Math.max(40, Math.ceil(orders / villages)))
  const lives = Array.from({ length: orders }, (_, index) => {
    const requested = Math.floor(((index + town.random(1000) / 1000) / orders) * 365 * DAY)
    return live(town, `order-${year}-${String(index + 1).padStart(5, "0")}`, town.random(villages) + 1, requested)
  })
  return {
    scheme,
    entries: lives.flatMap(({ journal }) => journal).sort(Coordinate.order),
    journals: lives.map(({ journal }) => journal),
    states: lives.map(({ stream }) => stream.state),
    contacts: contactsOf(villages, town.residents),
    holds,
    tells: town.tells,
  }
}

/** The same year where a village wrote on paper, and somebody typed it all on one day after the year, a second for each line. */
export const typedLate = (year: Year, village: number): Year => {
  const decider = ServiceOrder.decider(year.scheme, year.holds, year.tells)
  const isTheirs = (journal: ReadonlyArray<Turned>): boolean =>
    journal[0]!.payload.content.fields.village === villageOf(village)
  const theirs = year.journals.filter(isTheirs).flat().sort(Coordinate.order)
  const last = CivilDate.addDaysUnsafe(theirs.at(-1)!.on, 10)
  const start = CivilDate.dayNumber(last) * DAY + 9 * HOUR - OFFSET_MINUTES * MINUTE
  const typed = new Map(
    theirs.map((entry, line) => [entry.id, { ...entry, recordedAt: Coordinate.instantUnsafe(start + line * SECOND) }]),
  )
  const journals = year.journals.map((journal) => journal.map((entry) => typed.get(entry.id) ?? entry))
  return {
    ...year,
    entries: journals.flat().sort(Coordinate.order),
    journals,
    states: journals.map((journal) =>
      Decider.fold(
        decider,
        journal.flatMap((entry) => entry.payload.events.map((payload) => ({ ...entry, payload }))),
      ),
    ),
  }
}

const townOf = (seed: number, scheme: OrderScheme.OrderScheme, year: number, residents: number): Town => {
  const endedOn = new Map<string, CivilDate.CivilDate>()
  const tells: ServiceOrder.Tells = (fact, { on }, { order }) => {
    if (fact === "评价期满") {
      const since = order.course.entered?.on
      return since !== undefined && CivilDate.daysBetween(since, on) >= RATING_DAYS
    }
    if (fact !== "主单已办结") return undefined
    const ended = endedOn.get(String(order.fields.root))
    return ended !== undefined && ended <= on
  }
  const byDeed = new Map<string, Array<string>>()
  for (const [move, deed] of Object.entries(scheme.deeds)) byDeed.set(deed, [...(byDeed.get(deed) ?? []), move])
  const moves = new Map<string, ReadonlyArray<Move>>()
  for (const move of [...scheme.order.moves, ...scheme.dispatch.moves])
    moves.set(move.id, [...(moves.get(move.id) ?? []), move])
  return {
    scheme,
    decider: ServiceOrder.decider(scheme, holds, tells),
    moves,
    fields: new Map([...scheme.order.fields, ...scheme.dispatch.fields].map((field) => [field.id, field])),
    byDeed,
    random: randomOf(seed),
    firstDay: CivilDate.dayNumber(CivilDate.ofUnsafe(year, 1, 1)),
    residents,
    lastAsked: new Map(),
    roots: new Map(),
    endedOn,
    tells,
    toUnits: scheme.dispatch.moves.some(
      ({ by, from, needs }) => from === undefined && needs.includes("unit") && !by.includes("responder"),
    ),
  }
}

const contactsOf = (villages: number, residents: number): Year["contacts"] => {
  const people = Array.from({ length: villages }, (_, index) => index + 1).flatMap((village) => [
    ...Array.from({ length: residents }, (_, place) => residentOf(village, place + 1)),
    ...Array.from({ length: GRIDS }, (_, place) => `grid-worker-${village}-${place + 1}`),
    ...Array.from({ length: BRANCHES * MEMBERS }, (_, place) =>
      memberOf(village, Math.floor(place / MEMBERS) + 1, (place % MEMBERS) + 1),
    ),
    ...Array.from({ length: RESPONDERS }, (_, place) => `responder-${village}-${place + 1}`),
  ])
  return Object.fromEntries(people.map((person) => [person, contactOf(person)]))
}

const contactOf = (person: string): string => `contact of ${person}`
const residentOf = (village: number, number: number): string => `resident-${village}-${number}`
const memberOf = (village: number, branch: number, number: number): string => `member-${village}-${branch}-${number}`
const villageOf = (village: number): string => `village-${village}`
const branchOf = (village: number, branch: number): string => `village-${village}/branch-${branch}`

// ---- words

const CATEGORIES: ReadonlyArray<readonly [string, string]> = [
  ["livelihood", "家里有困难，想请人帮忙"],
  ["facilities", "路灯不亮，晚上走路不便"],
  ["housing", "屋顶漏雨，想修一修"],
  ["other", "想问一件事怎么办"],
]
const WHEN = ["上午", "下午", "一早", "午后", "傍晚前", "雨停后", "赶集后", "农闲时", "会后", "按约"]
const WITH = ["同网格员", "同邻居", "同电工", "同村医", "同木工", "独自", "同家属", "同两名党员", "带工具", "带材料"]
const DID = [
  "上门查看",
  "更换零件",
  "清理现场",
  "丈量登记",
  "联系厂家",
  "送去物品",
  "陪同办理",
  "修补破损",
  "讲清政策",
  "核对材料",
]
const WHERE = ["在门口", "在院内", "在村道旁", "在田头", "在村部", "在屋后", "在桥边", "在井台", "在晒场", "在厨房"]
const THEN = [
  "已试用正常",
  "约好再看",
  "本人在场",
  "家属签了字",
  "留下电话",
  "交代了用法",
  "拍照存档",
  "旧件带回",
  "材料收齐",
  "当面说明",
]
const MORE = [
  "没有花钱",
  "用时不长",
  "路上耽搁",
  "顺带看了邻家",
  "天冷路滑",
  "来回三趟",
  "请了师傅",
  "找齐配件",
  "先垫了钱",
  "等了一会",
]

const some = <A>(random: Random, of: ReadonlyArray<A>): A => of[random(of.length)]!

/** What was done: one of a hundred thousand sentences, or now and then a word that everybody writes. */
const resultOf = ({ random }: Town): string =>
  random(20) === 0
    ? some(random, ["已办", "办好了", "已上门"])
    : `${some(random, WHEN)}${some(random, WITH)}${some(random, WHERE)}${some(random, DID)}，${some(random, THEN)}，${some(random, MORE)}。`

// ---- an order

const NEVER = -1

const live = (town: Town, id: string, village: number, requested: number): Life => {
  const { random } = town
  const grid = random(GRIDS) + 1
  const way = random(100)
  const merges = way < 80 && random(100) < 9 ? rootFor(town, village, requested) : undefined
  const category = merges === undefined ? random(CATEGORIES.length) : NEVER
  const resident = residentFor(town, village, merges?.category ?? CATEGORIES[category]?.[0] ?? "", requested)
  const person = residentOf(village, resident)
  const worker: Actor = {
    post: "grid",
    person: `grid-worker-${village}-${grid}`,
    body: `village-${village}/grid-${grid}`,
  }
  const [asker, opening] = openingOf(way, person, worker)
  const life: Life = {
    town,
    id,
    village,
    grid,
    branch: random(BRANCHES) + 1,
    asker,
    actedFor: opening === "requestFor" ? person : undefined,
    known: {
      ...(merges === undefined
        ? { category: CATEGORIES[category]![0], place: `${village} 村 ${resident} 号` }
        : { category: merges.category ?? "", place: merges.place ?? "" }),
      ...(opening === "patrol" ? { place: `路灯 ${id}` } : {}),
      ...(way < 93 ? { contact: contactOf(person) } : {}),
      what: category === NEVER ? "邻居说过的那件事也请办一办" : CATEGORIES[category]![1],
    },
    isSilent: opening === "patrol" || opening === "requestUnnamed" || random(8) === 0,
    stream: Decider.start(town.decider),
    journal: [],
    now: requested,
    dispatches: 0,
    passes: 0,
  }
  open(life, { wait: [0, 1], hours: "waking", actor: asker, moves: [opening] })
  tell(life, merges)
  remember(life, requested)
  return life
}

/** Asked, asked on behalf or found, as the place knows it; where it does not, it is asked by whoever asks. */
const open = (life: Life, how: Act): void => {
  for (const deed of OPENINGS) if (act(life, deed, how)) return
  for (const deed of OPENINGS) if (act(life, deed, { wait: how.wait, actor: life.asker })) return
}

const OPENINGS: ReadonlyArray<Deed> = ["request", "requestFor", "find"]

const openingOf = (way: number, person: string, worker: Actor): readonly [Actor, string] => {
  if (way < 80) return [{ post: "resident", person }, "request"]
  if (way < 93) return [worker, "requestFor"]
  return way < 96 ? [{ post: "unnamed" }, "requestUnnamed"] : [worker, "patrol"]
}

/** A resident who has not asked for the like in the year. */
const residentFor = (town: Town, village: number, category: Value, requested: number): number => {
  const first = town.random(town.residents)
  for (let step = 0; step < town.residents; step++) {
    const resident = ((first + step) % town.residents) + 1
    const key = `${village}/${resident}/${category}`
    if (requested - (town.lastAsked.get(key) ?? -DAY * 400) < 400 * DAY) continue
    town.lastAsked.set(key, requested)
    return resident
  }
  return first + 1
}

const rootFor = ({ roots }: Town, village: number, requested: number): Root | undefined =>
  roots.get(village)?.find((root) => root.requested < requested - DAY && root.ended > requested + 3 * DAY)

const remember = (life: Life, requested: number): void => {
  const { journal, known, town, village } = life
  const { state } = life.stream
  const outcome = ServiceOrder.outcome(town.scheme, state)
  if (outcome === undefined) return
  town.endedOn.set(life.id, journal.at(-1)!.on)
  if (!["satisfied", "unsatisfied", "unanswered", "done"].includes(outcome)) return
  const { category, place } = known
  const kept = (town.roots.get(village) ?? []).filter(({ ended }) => ended > requested)
  town.roots.set(village, [...kept, { id: life.id, requested, ended: life.now, category, place }])
}

const tell = (life: Life, merges: Root | undefined): void => {
  const { random } = life.town
  if (merges !== undefined && joins(life, merges)) return
  const fate = random(100)
  if (fate < 4 && act(life, "withdraw", { wait: [HOUR, 6 * HOUR], hours: "waking", actor: life.asker })) return
  if (fate === 5 && act(life, "exclude", { wait: [DAY, 3 * DAY] })) return
  if (fate > 5 && fate < 9 && act(life, "refuse", { wait: [2 * HOUR, DAY] })) return
  if (fate === 9 || fate === 10) if (act(life, "refer", { wait: [2 * HOUR, DAY] })) return
  if (random(2) === 0) act(life, "verify", { wait: [HOUR, 8 * HOUR] })
  act(life, "claim", { wait: [HOUR, DAY] })
  if (random(40) === 0) act(life, "direct", { wait: [HOUR, DAY] })
  if (fate === 11 && act(life, "withdraw", { wait: [HOUR, 6 * HOUR], hours: "waking", actor: life.asker })) return
  if (fate > 96 && failed(life) && act(life, "abandon", { wait: [DAY, 2 * DAY] })) return
  attempt(life)
  finish(life)
}

/**
 * Merged into an order that is on its way already, and closed with it; some rate it on their own. Some turn out to be another
 * matter, are taken out again, rated or not, and go their own way.
 */
const joins = (life: Life, root: Root): boolean => {
  if (!act(life, "merge", { wait: [HOUR, DAY], fields: { root: root.id } })) return false
  if (life.town.random(5) === 0) {
    if (life.town.random(2) === 0) rates(life)
    if (act(life, "separate", { wait: [HOUR, DAY] })) return false
  }
  if (life.town.endedOn.has(root.id)) life.now = Math.max(life.now, root.ended + HOUR)
  if (life.town.random(3) > 0) rates(life)
  return act(life, "close", { wait: [DAY, 3 * DAY] })
}

// ---- an attempt

const attempt = (life: Life): void => {
  const { random } = life.town
  if (random(25) === 0 && act(life, "whistle", { wait: [HOUR, DAY] }))
    dispatched(life, { moves: ["answerCall"], actor: responderOf(life) })
  if (random(30) === 0 && act(life, "lift", { wait: [HOUR, DAY] })) {
    if (random(2) === 0) act(life, "handDown", { wait: [DAY, 2 * DAY] })
  }
  const wanted = 1 + random(2) + random(3)
  for (let count = 0; count < wanted; count++) {
    if (count > 0 && random(60) === 0 && act(life, "shelve", { wait: [HOUR, DAY] }))
      act(life, "unshelve", { wait: [5 * DAY, 15 * DAY] })
    if (random(60) === 0) complains(life)
    for (let turn = 0; turn < 5 && !dispatched(life, {}); turn++);
  }
}

const complains = (life: Life): void => {
  if (!act(life, "complain", { wait: [HOUR, DAY], hours: "waking", actor: rater(life) })) return
  act(life, "answer", { wait: [HOUR, DAY] })
}

/** A dispatch to its end; whether its result was accepted, or none could be made. */
const dispatched = (life: Life, how: Pick<Act, "moves" | "actor">): boolean => {
  const dispatch = `${life.id}/${++life.dispatches}`
  const doer = doerOf(life)
  const opened = act(life, "dispatch", {
    wait: [2 * HOUR, 2 * DAY],
    dispatch,
    moves: ["dispatch", "rule"],
    fields: { doer: doer.person! },
    ...how,
  })
  if (!opened) return true
  const by = how.actor ?? doer
  const at = { dispatch, actor: by }
  if (life.passes < PASSES && passed(life, dispatch, how.actor === undefined ? doer : undefined)) {
    life.passes++
    return false
  }
  act(life, "takeOn", { ...at, wait: [HOUR, DAY] })
  works(life, dispatch, by)
  return true
}

/** Dispatched and given back, since nobody can do it. */
const failed = (life: Life): boolean => {
  const dispatch = `${life.id}/${++life.dispatches}`
  const doer = doerOf(life)
  const fields = { doer: doer.person! }
  if (!act(life, "dispatch", { dispatch, fields, wait: [2 * HOUR, 2 * DAY], moves: ["dispatch"] })) return false
  life.passes++
  return act(life, "giveBack", { dispatch, actor: doer, wait: [3 * HOUR, DAY] })
}

/** Given back, disowned or re-assigned before anybody worked on it. */
const passed = (life: Life, dispatch: string, doer: Actor | undefined): boolean => {
  const fate = life.town.random(100)
  if (fate < 7 && doer !== undefined) {
    const deed = fate < 2 ? "disown" : "giveBack"
    return act(life, deed, { dispatch, actor: doer, wait: [3 * HOUR, DAY] })
  }
  return fate >= 7 && fate < 9 && act(life, "reassign", { dispatch, wait: [DAY, 2 * DAY] })
}

const works = (life: Life, dispatch: string, actor: Actor): void => {
  const { random } = life.town
  const services = 1 + random(3)
  for (let count = 0; count < services; count++)
    act(life, "serve", { dispatch, actor, wait: [3 * HOUR, 2 * DAY], fields: { result: resultOf(life.town) } })
  if (random(40) === 0 && act(life, "hold", { dispatch, actor, wait: [HOUR, DAY] }))
    act(life, "resume", { dispatch, actor, wait: [DAY, 5 * DAY] })
  for (let turn = 0; turn < 3; turn++) {
    act(life, "report", { dispatch, actor, wait: [HOUR, DAY], fields: { result: resultOf(life.town) } })
    if (random(33) > 0 || !act(life, "sendBack", { dispatch, wait: [HOUR, DAY] })) break
    act(life, "serve", { dispatch, actor, wait: [3 * HOUR, DAY], fields: { result: resultOf(life.town) } })
  }
  act(life, "accept", { dispatch, wait: [HOUR, DAY] })
}

// ---- what comes after

/** Published and rated in the order of the place, made anew where whoever asked is not satisfied, and closed. */
const finish = (life: Life): void => {
  for (let turn = 0; turn < TURNS; turn++) {
    act(life, "supervise", { wait: [HOUR, DAY] })
    act(life, "publish", { wait: [HOUR, DAY] })
    if (life.town.random(80) === 0) complains(life)
    if (rates(life)) act(life, "publish", { wait: [HOUR, DAY] })
    if (act(life, "close", { wait: [HOUR, 2 * DAY] })) return
    if (ServiceOrder.outcome(life.town.scheme, life.stream.state) !== undefined) return
    if (act(life, "rework", { wait: [HOUR, DAY] })) attempt(life)
    else life.now += RATING_DAYS * DAY
  }
}

const rates = (life: Life): boolean => {
  const { random } = life.town
  const way = random(20)
  const grade = random(100)
  const level: Rating = grade < 73 ? "satisfied" : grade < 87 ? "basically" : "unsatisfied"
  if (way < 14 && !life.isSilent) {
    const solved = level === "unsatisfied" ? "unsolved" : "solved"
    const rated = { rating: choiceOf(life.town, level), ...(random(3) > 0 ? { solved } : {}) }
    const fields = random(4) === 0 ? { ...rated, opinion: "说给你们听：办得怎样" } : rated
    if (act(life, "rate", { wait: [2 * HOUR, 5 * DAY], hours: "waking", actor: rater(life), fields })) return true
  }
  const answer = way < 17 && !life.isSilent ? level : "unanswered"
  return act(life, "revisit", { wait: [2 * DAY, 6 * DAY], fields: { rating: choiceOf(life.town, answer) } })
}

const choiceOf = ({ scheme }: Town, level: Rating): string =>
  Object.keys(scheme.ratings)
    .sort()
    .find((choice) => scheme.ratings[choice] === level) ?? ""

const rater = ({ actedFor, asker }: Life): Actor =>
  actedFor === undefined ? { ...asker, post: "resident" } : { post: "resident", person: actedFor }

/** A member of the branch, or somebody of the unit in charge where the place dispatches to units. */
const doerOf = (life: Life): Actor => {
  const { branch, town, village } = life
  const number = town.random(MEMBERS) + 1
  return town.toUnits
    ? { post: "unit", person: `${unitOf(life)}/worker-${number}`, body: unitOf(life) }
    : { post: "member", person: memberOf(village, branch, number), body: branchOf(village, branch) }
}

const unitOf = ({ dispatches }: Life): string => `town/unit-${(dispatches % UNITS) + 1}`

const responderOf = ({ town, village }: Life): Actor => ({
  post: "responder",
  person: `responder-${village}-${town.random(RESPONDERS) + 1}`,
})

// ---- an act

/** Does what a deed asks for, by whichever move and role the scheme lets; whether it was accepted. */
const act = (life: Life, deed: Deed, how: Act): boolean => {
  const { town } = life
  const known = town.byDeed.get(deed) ?? []
  const preferred = (how.moves ?? known).filter((move) => known.includes(move))
  const moves = preferred.length === 0 && how.moves === undefined ? known : preferred
  if (moves.length === 0) return false
  const stage = life.stream.state.course.stage
  const leading = moves.filter((id) =>
    town.moves.get(id)?.some(({ from }) => stage === undefined || leads(life, from, how)),
  )
  if (leading.length === 0) return false
  const [least, most] = how.wait
  const moment = opened(life.now + least + town.random(most - least), how.hours ?? "office", town)
  for (const move of leading)
    for (const actor of actorsOf(life, move, how)) if (tryOut(life, move, actor, how, moment)) return true
  return false
}

const leads = ({ stream }: Life, from: Move["from"], { dispatch }: Act): boolean => {
  if (from === undefined || from.includes(stream.state.course.stage ?? "")) return true
  return dispatch !== undefined
}

const tryOut = (life: Life, move: string, actor: Actor, how: Act, moment: number): boolean => {
  const { id, journal, town } = life
  const { dispatch } = how
  const [day, recordedAt] = markOf(town, moment)
  const result = Decider.handle(town.decider, life.stream, {
    id: `${id}#${String(journal.length + 1).padStart(3, "0")}`,
    on: day,
    recordedAt,
    actor,
    content: {
      order: id,
      ...(dispatch === undefined ? {} : { dispatch }),
      move,
      fields: fieldsOf(life, move, how),
    },
  })
  if (Result.isFailure(result) || result.success.entry === undefined) return false
  journal.push(result.success.entry)
  life.stream = result.success.stream
  life.now = moment
  return true
}

const markOf = ({ firstDay }: Town, moment: number): readonly [CivilDate.CivilDate, Coordinate.Instant] => [
  CivilDate.ofDayNumberUnsafe(firstDay + Math.floor(moment / DAY)),
  Coordinate.instantUnsafe(firstDay * DAY + moment - OFFSET_MINUTES * MINUTE),
]

/** The next moment at which people are there: the office on working days from nine to half past five, others from seven to nine. */
const opened = (moment: number, hours: "office" | "waking", { firstDay, random }: Town): number => {
  const [from, to] = hours === "office" ? [9 * HOUR, 17.5 * HOUR] : [7 * HOUR, 21 * HOUR]
  let day = Math.floor(moment / DAY)
  let within = moment - day * DAY
  const isShut = (): boolean => hours === "office" && CivilDate.weekday(CivilDate.ofDayNumberUnsafe(firstDay + day)) > 5
  if (within >= to || isShut()) {
    day++
    within = 0
  }
  while (isShut()) day++
  return day * DAY + (within < from ? from + random(to - from) : within)
}

const actorsOf = (life: Life, move: string, { actor }: Act): ReadonlyArray<Actor> => {
  const roles = [...new Set(life.town.moves.get(move)?.flatMap(({ by }) => by) ?? [])]
  if (actor === undefined) return roles.map((role) => actorOf(life, role))
  return roles.includes(actor.post) ? [actor] : roles.map((role) => ({ ...actor, post: role }))
}

const actorOf = (life: Life, role: string): Actor => {
  const { branch, grid, village } = life
  switch (role) {
    case "grid":
      return { post: role, person: `grid-worker-${village}-${grid}`, body: `village-${village}/grid-${grid}` }
    case "branch":
      return { post: role, person: `secretary-${village}-${branch}`, body: branchOf(village, branch) }
    case "member":
      return doerOf(life)
    case "responder":
      return responderOf(life)
    case "resident":
      return rater(life)
    case "unnamed":
      return { post: role }
    default:
      return { post: role, person: `${role}-1`, body: `town/${role}` }
  }
}

const OPTIONAL: ReadonlyArray<string> = ["kind", "category", "place", "contact", "village", "grid", "branch"]

const fieldsOf = (life: Life, move: string, { fields = {} }: Act): Readonly<Record<string, Value>> => {
  const parts = life.town.moves.get(move) ?? []
  const needs = parts.flatMap((part) => part.needs)
  const takes = parts.flatMap((part) => part.takes ?? [])
  const opens = parts.some(({ from, id }) => from === undefined && OPENINGS.includes(life.town.scheme.deeds[id]!))
  const told = [...needs, ...takes].filter((id) => fields[id] !== undefined)
  const asked = new Set([...needs, ...told, ...(opens ? takes.filter((id) => OPTIONAL.includes(id)) : [])])
  return Object.fromEntries(
    [...asked].flatMap((id) => {
      const value = fields[id] ?? valueOf(life, id)
      return value === undefined ? [] : [[id, value] as const]
    }),
  )
}

const valueOf = (life: Life, id: string): Value | undefined => {
  const { branch, grid, known, town, village } = life
  const field = town.fields.get(id)
  if (id === "contact" || id === "place") return known[id]
  if (field?.of === "choice") {
    const choices = field.choices ?? []
    return choices.find((choice) => choice.id === known[id])?.id ?? some(town.random, choices)?.id
  }
  if (known[id] !== undefined) return known[id]
  switch (id) {
    case "village":
      return villageOf(village)
    case "grid":
      return `village-${village}/grid-${grid}`
    case "branch":
      return branchOf(village, branch)
    case "actedFor":
      return life.actedFor
    case "unit":
      return unitOf(life)
    case "doer":
      return memberOf(village, branch, 1)
    case "belongsTo":
      return "county/bureau-1"
    case "persons":
      return 1 + town.random(4)
    case "evidence":
      return `photo of ${life.id}#${life.journal.length + 1}`
    case "days":
      return 1 + town.random(3)
    default:
      return otherwise(field, life)
  }
}

const otherwise = (field: Field | undefined, { id, now, town, village }: Life): Value => {
  switch (field?.of) {
    case "count":
      return 1
    case "exact":
      return "1"
    case "day":
      return markOf(town, now)[0]
    case "person":
      return memberOf(village, 1, 1)
    case "post":
      return "member"
    case "body":
      return villageOf(village)
    case "reference":
      return `${id}/reference`
    default:
      return "说明"
  }
}

/** How often each deed was done, and how orders ended, for the comments of tests. */
export const counted = ({ journals, scheme, states }: Year): Readonly<Record<string, number>> => {
  const counts: Record<string, number> = {}
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1
  }
  for (const state of states) count(`outcome ${ServiceOrder.outcome(scheme, state) ?? "none"}`)
  for (const { payload } of journals.flat()) {
    const { move } = payload.content
    const deed = OrderScheme.deedOf(scheme, move)
    count(deed ?? move)
    if (OPENINGS.includes(deed!)) count(`by ${move}`)
  }
  return counts
}
