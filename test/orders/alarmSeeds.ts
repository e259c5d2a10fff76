/** Faults put into a clean year, one of each kind, with the alarm that each has to raise. Everything made up. */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Evidence } from "../../src/orders/AlarmRule.js"
import { deedOf } from "../../src/orders/OrderScheme.js"
import type { Deed } from "../../src/orders/OrderTerm.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { folded } from "./alarmOrders.js"
import { OFFSET_MINUTES, type Turned, type Year } from "./year.js"

/** A year with a fault in it: which rule of the preset finds it, on whom, and which events it must cite. */
export interface Seeded {
  readonly evidence: Evidence
  readonly rule: string
  readonly subject: string
  readonly entries: ReadonlyArray<string>
}

type Journal = ReadonlyArray<Turned>

/** A number below another one, chosen by whoever tests. */
export type Pick = (below: number) => number

const MINUTE = 60_000

const deedIn = (year: Year, entry: Turned): Deed | undefined => deedOf(year.scheme, entry.payload.content.move)
const entriesWith = (year: Year, journal: Journal, deed: Deed): Journal =>
  journal.filter((entry) => deedIn(year, entry) === deed)
const orderIn = (journal: Journal): string => journal[0]!.payload.content.order
const idsOf = (entries: Journal): ReadonlyArray<string> => entries.toSorted(Coordinate.order).map(({ id }) => id)

const at = (entry: Turned, milliseconds: number): Turned => {
  const recordedAt = Coordinate.instantUnsafe(milliseconds)
  return { ...entry, recordedAt, on: Coordinate.dayOfUnsafe(recordedAt, OFFSET_MINUTES) }
}

const filled = (entry: Turned, fields: Readonly<Record<string, string | number>>): Turned => {
  const content = { ...entry.payload.content, fields: { ...entry.payload.content.fields, ...fields } }
  return { ...entry, payload: { ...entry.payload, content, events: [content] } }
}

/** The year with some journals in the place of others; those that are `undefined` are left out. */
const replaced = (year: Year, journals: ReadonlyMap<string, Journal | undefined>): Evidence => {
  const states = year.states.flatMap((state) => {
    if (!journals.has(state.id ?? "")) return [state]
    const journal = journals.get(state.id ?? "")
    return journal === undefined ? [] : [folded(journal, year.scheme)]
  })
  return { scheme: year.scheme, states, contacts: year.contacts }
}

/** One of the things that serve, from a place on that was picked. */
const oneOf = <A>(pick: Pick, things: ReadonlyArray<A>): A => {
  if (things.length === 0) throw new Error("the year holds nothing of the kind")
  return things[pick(things.length)]!
}

const isOnce = (year: Year, journal: Journal, ...deeds: ReadonlyArray<Deed>): boolean =>
  deeds.every((deed) => entriesWith(year, journal, deed).length === 1)

const isNever = (year: Year, journal: Journal, ...deeds: ReadonlyArray<Deed>): boolean =>
  deeds.every((deed) => entriesWith(year, journal, deed).length === 0)

/** Orders that were dispatched once, reported once and closed. */
const single = (year: Year): ReadonlyArray<Journal> =>
  year.journals.filter(
    (journal) =>
      isOnce(year, journal, "dispatch", "takeOn", "report", "close") &&
      isNever(year, journal, "merge", "complain", "lift", "shelve"),
  )

/** Orders that were dispatched, reported, published and rated once, by somebody who rates no other. */
export const plain = (year: Year): ReadonlyArray<Journal> => {
  const rated = new Map<string, number>()
  for (const entry of year.entries) {
    const person = entry.actor.person ?? ""
    if (deedIn(year, entry) === "rate") rated.set(person, (rated.get(person) ?? 0) + 1)
  }
  return single(year).filter(
    (journal) => isOnce(year, journal, "publish", "rate") && rated.get(raterOf(year, journal).actor.person ?? "") === 1,
  )
}

const raterOf = (year: Year, journal: Journal): Turned => entriesWith(year, journal, "rate")[0]!
/** What shows who did the work: their steps, and the dispatch that names them. */
const worksOf = (year: Year, journal: Journal): Journal =>
  journal.filter((entry) => ["dispatch", "takeOn", "serve", "report"].includes(deedIn(year, entry) ?? ""))
const branchOf = (journal: Journal): string => String(journal[0]!.payload.content.fields.branch)
const villageOf = (journal: Journal): string => String(journal[0]!.payload.content.fields.village)

const reportedAtOnce = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(pick, plain(year))
  const [first, last] = [entriesWith(year, journal, "dispatch")[0]!, entriesWith(year, journal, "report")[0]!]
  const [from, to] = [journal.indexOf(first), journal.indexOf(last)]
  const step = Math.floor((10 * MINUTE - 1) / (to - from))
  const hurried = journal.map((entry, index) =>
    index > from && index <= to ? at(entry, first.recordedAt + (index - from) * step) : entry,
  )
  const subject = orderIn(journal)
  const evidence = replaced(year, new Map([[subject, hurried]]))
  return { evidence, rule: "派单后秒报", subject, entries: [first.id, last.id] }
}

const closedAtOnce = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(
    pick,
    plain(year).filter(({ length }) => length < 16),
  )
  const [first, last] = [journal[0]!, entriesWith(year, journal, "close")[0]!]
  const reported = entriesWith(year, journal, "report")[0]!
  // A minute a step, and ten more for the work: done in half an hour, and yet not within ten minutes of the dispatch.
  const hurried = journal.map((entry, index) =>
    at(entry, first.recordedAt + (index + (index >= journal.indexOf(reported) ? 10 : 0)) * MINUTE),
  )
  const subject = orderIn(journal)
  return {
    evidence: replaced(year, new Map([[subject, hurried]])),
    rule: "点单后秒结",
    subject,
    entries: [first.id, last.id],
  }
}

const ratedByContact = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(pick, plain(year))
  const [rating, works] = [raterOf(year, journal), worksOf(year, journal)]
  const contacts = { ...year.contacts, [rating.actor.person!]: year.contacts[works[1]!.actor.person!]! }
  const { scheme, states } = year
  return {
    evidence: { scheme, states, contacts },
    rule: "代评",
    subject: orderIn(journal),
    entries: idsOf([...works, rating]),
  }
}

const ratedByDevice = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(pick, plain(year))
  const [rating, report] = [raterOf(year, journal), entriesWith(year, journal, "report")[0]!]
  const devices = { [rating.id]: "device", [report.id]: "device" }
  const { contacts, scheme, states } = year
  return {
    evidence: { scheme, states, contacts, devices },
    rule: "代评",
    subject: orderIn(journal),
    entries: idsOf([report, rating]),
  }
}

const ratedByRelative = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(pick, plain(year))
  const [rating, works] = [raterOf(year, journal), worksOf(year, journal)]
  const relations = [{ one: rating.actor.person!, other: works[1]!.actor.person!, relation: "spouse" }]
  const { contacts, scheme, states } = year
  return {
    evidence: { scheme, states, contacts, relations },
    rule: "亲属评单",
    subject: orderIn(journal),
    entries: idsOf([...works, rating]),
  }
}

/** Reports in a window of ninety days, so many orders of one writer, of one doer at most so many. */
const alike = (year: Year, pick: Pick, by: "doer" | "branch", count: number): Seeded => {
  const reports = single(year).map((journal) => ({ journal, report: entriesWith(year, journal, "report")[0]! }))
  const writerOf = ({ journal, report }: (typeof reports)[number]): string =>
    by === "doer" ? report.actor.person! : branchOf(journal)
  const first = pick(reports.length)
  for (let step = 0; step < reports.length; step++) {
    const one = reports[(first + step) % reports.length]!
    const doers = new Map<string, number>()
    const same = reports
      .filter((other) => {
        const days = CivilDate.daysBetween(one.report.on, other.report.on)
        return writerOf(other) === writerOf(one) && days >= 0 && days < 90
      })
      .filter(({ report }) => {
        const times = (doers.get(report.actor.person!) ?? 0) + 1
        doers.set(report.actor.person!, times)
        return by === "doer" || times < 3
      })
      .slice(0, count)
    if (same.length < count) continue
    const journals = new Map(
      same.map(({ journal, report }, index) => [
        orderIn(journal),
        journal.map((entry) =>
          entry === report ? filled(entry, { result: `已按要求办结 ${index} 件，群众表示满意。` }) : entry,
        ),
      ]),
    )
    const entries = idsOf(same.map(({ report }) => report))
    return {
      evidence: replaced(year, journals),
      rule: by === "doer" ? "承办人套话" : "支部套话",
      subject: writerOf(one),
      entries,
    }
  }
  throw new Error("nobody wrote so much")
}

/** An order as it would have been so much later. */
const later = (journal: Journal, milliseconds: number): Journal =>
  journal.map((entry) => at(entry, entry.recordedAt + milliseconds))

const DAY = 24 * 60 * MINUTE

const crowdedReports = (year: Year, pick: Pick): Seeded => {
  const branch = branchOf(oneOf(pick, single(year)))
  const period = `2023-0${4 + pick(5)}`
  const lastDay = CivilDate.ofUnsafe(
    2023,
    Number(period.slice(-1)),
    CivilDate.daysInMonth(2023, Number(period.slice(-1))),
  )
  const moved = single(year)
    .filter((journal) => branchOf(journal) === branch)
    .slice(0, 10)
  if (moved.length < 10) throw new Error("the branch did too little")
  const journals = new Map<string, Journal | undefined>()
  for (const journal of year.journals) {
    const reports = entriesWith(year, journal, "report")
    const isOfMonth = branchOf(journal) === branch && reports.some(({ on }) => on.startsWith(period))
    if (isOfMonth && !moved.includes(journal)) journals.set(orderIn(journal), undefined)
  }
  const cited = moved.map((journal, index) => {
    const report = entriesWith(year, journal, "report")[0]!
    const days = CivilDate.daysBetween(report.on, lastDay) - (index % 3)
    journals.set(orderIn(journal), later(journal, days * DAY))
    return at(report, report.recordedAt + days * DAY)
  })
  return { evidence: replaced(year, journals), rule: "月末突击报结", subject: branch, entries: idsOf(cited) }
}

const crowdedClosings = (year: Year, pick: Pick): Seeded => {
  const village = villageOf(oneOf(pick, single(year)))
  const ours = year.journals.filter((journal) => villageOf(journal) === village)
  const moved = single(year)
    .filter((journal) => villageOf(journal) === village)
    .slice(0, 20)
  if (moved.length < 20) throw new Error("the village asked too little")
  // Of all others forty are kept, none of them closed in the last days: twenty of sixty is more than a quarter.
  const kept = ours.filter((journal) => !moved.includes(journal) && journal.at(-1)!.on < "2023-12-01").slice(0, 40)
  const journals = new Map<string, Journal | undefined>(
    ours.filter((journal) => !kept.includes(journal)).map((journal) => [orderIn(journal), undefined]),
  )
  const lastDay = CivilDate.parseUnsafe("2023-12-31")
  const cited = moved.map((journal, index) => {
    const closing = entriesWith(year, journal, "close")[0]!
    const days = CivilDate.daysBetween(closing.on, lastDay) - (index % 10)
    journals.set(orderIn(journal), later(journal, days * DAY))
    return at(closing, closing.recordedAt + days * DAY)
  })
  return { evidence: replaced(year, journals), rule: "年末突击归档", subject: village, entries: idsOf(cited) }
}

const ratedByNobody = (year: Year, pick: Pick): Seeded => {
  const branch = branchOf(oneOf(pick, plain(year)))
  const journals = new Map<string, Journal | undefined>()
  const cited: Array<Turned> = []
  for (const journal of year.journals) {
    if (branchOf(journal) !== branch) continue
    if (!isNever(year, journal, "revisit")) {
      journals.set(orderIn(journal), undefined)
      continue
    }
    if (entriesWith(year, journal, "rate").length !== 1 || entriesWith(year, journal, "publish").length !== 1) {
      if (entriesWith(year, journal, "rate").length > 0) journals.set(orderIn(journal), undefined)
      continue
    }
    const published = entriesWith(year, journal, "publish")[0]!
    const [rating, place] = [raterOf(year, journal), journal.indexOf(published)]
    const rated = filled(at(rating, published.recordedAt + 3 * MINUTE), { rating: "satisfied" })
    const others = journal.filter((entry) => entry !== rating)
    journals.set(orderIn(journal), [...others.slice(0, place + 1), rated, ...others.slice(place + 1)])
    cited.push(published, rated)
  }
  return { evidence: replaced(year, journals), rule: "默认好评", subject: branch, entries: idsOf(cited) }
}

const ratedInBulk = (year: Year, pick: Pick): Seeded => {
  const village = villageOf(oneOf(pick, plain(year)))
  const five = plain(year)
    .filter((journal) => villageOf(journal) === village)
    .slice(0, 5)
  const start = raterOf(year, five[0]!).recordedAt
  const journals = new Map<string, Journal>()
  const cited = five.map((journal, index) => {
    const rating = raterOf(year, journal)
    const by = start + index * 15_000 - rating.recordedAt
    journals.set(orderIn(journal), later(journal, by))
    return at(rating, rating.recordedAt + by)
  })
  return { evidence: replaced(year, journals), rule: "批量评单", subject: village, entries: idsOf(cited) }
}

const ratedByOne = (year: Year, pick: Pick): Seeded => {
  const orders = plain(year).filter((journal) => raterOf(year, journal).on < "2023-12-25")
  const first = pick(orders.length)
  const three = [0, 1, 2].map((step) => raterOf(year, orders[(first + step * 7) % orders.length]!))
  const contacts = { ...year.contacts, ...Object.fromEntries(three.map(({ actor }) => [actor.person!, "one contact"])) }
  const { scheme, states } = year
  const [subject = ""] = three.map(({ payload }) => payload.content.order).sort()
  return { evidence: { scheme, states, contacts }, rule: "一号多评", subject, entries: idsOf(three) }
}

const imported = (year: Year, wrong: Turned): Evidence => ({
  scheme: year.scheme,
  states: [],
  journal: year.entries.map((entry) => (entry.id === wrong.id ? wrong : entry)),
  contacts: year.contacts,
})

const farAhead = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(pick, year.journals)
  const wrong = { ...journal.at(-1)!, on: CivilDate.parseUnsafe(`3020${journal.at(-1)!.on.slice(4)}`) }
  return { evidence: imported(year, wrong), rule: "不可能的日期", subject: orderIn(journal), entries: [wrong.id] }
}

const ratedBefore = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(pick, plain(year))
  const [request, report, rating] = [journal[0]!, entriesWith(year, journal, "report")[0]!, raterOf(year, journal)]
  const wrong = { ...rating, on: CivilDate.addDaysUnsafe(request.on, -1 - pick(30)) }
  return {
    evidence: imported(year, wrong),
    rule: "时间倒置",
    subject: orderIn(journal),
    entries: [wrong.id, request.id, report.id],
  }
}

const passedOn = (year: Year, pick: Pick): Seeded => {
  const journal = oneOf(
    pick,
    year.journals.filter(
      (each) =>
        each.filter((entry) => entry.payload.content.move === "dispatch").length === 3 &&
        entriesWith(year, each, "takeOn").length === 3 &&
        ["giveBack", "disown", "reassign", "rework"].every(
          (deed) => entriesWith(year, each, deed as Deed).length === 0,
        ),
    ),
  )
  const takings = entriesWith(year, journal, "takeOn")
  const cited: Array<Turned> = []
  const passed = journal.flatMap((entry) => {
    const { dispatch, order } = entry.payload.content
    if (dispatch === undefined || entry.payload.content.move === "dispatch") return [entry]
    if (!takings.includes(entry)) return []
    const content = { order, dispatch, move: "reassign", fields: { reason: "另派他人" } }
    const actor = entriesWith(year, journal, "dispatch")[0]!.actor
    const pass: Turned = { ...entry, actor, payload: { content, events: [content] } }
    cited.push(pass)
    return [pass]
  })
  const subject = orderIn(journal)
  return { evidence: replaced(year, new Map([[subject, passed]])), rule: "推诿", subject, entries: idsOf(cited) }
}

const askedAgain = (year: Year, pick: Pick): Seeded => {
  const orders = plain(year)
  const first = pick(orders.length)
  for (let step = 0; step < orders.length; step++) {
    const before = orders[(first + step) % orders.length]!
    const closing = entriesWith(year, before, "close")[0]!
    const again = orders.find((journal) => {
      const days = CivilDate.daysBetween(closing.on, journal[0]!.on)
      return days > 0 && days <= 30
    })
    if (again === undefined) continue
    const { category = "", contact = "", place = "" } = before[0]!.payload.content.fields
    const [subject, request] = [orderIn(again), again[0]!]
    const same = again.map((entry) => (entry === request ? filled(entry, { category, contact, place }) : entry))
    return {
      evidence: replaced(year, new Map([[subject, same]])),
      rule: "反复诉求",
      subject,
      entries: [closing.id, request.id],
    }
  }
  throw new Error("nothing was closed in time")
}

/** What is done to a year, by its name. */
export const seeds: Readonly<Record<string, (year: Year, pick: Pick) => Seeded>> = {
  "reported within ten minutes of the dispatch": reportedAtOnce,
  "closed within half an hour of the request": closedAtOnce,
  "rated with the doer's contact": ratedByContact,
  "rated with the doer's device": ratedByDevice,
  "rated by the doer's spouse": ratedByRelative,
  "three results of one doer in the same words": (year, pick) => alike(year, pick, "doer", 3),
  "five results of one branch in the same words": (year, pick) => alike(year, pick, "branch", 5),
  "reports crowded into the end of a month": crowdedReports,
  "closings crowded into the end of the year": crowdedClosings,
  "ratings that nobody gave": ratedByNobody,
  "five ratings within a minute": ratedInBulk,
  "one contact rates for three": ratedByOne,
  "an event in the year 3020": farAhead,
  "a rating before the request": ratedBefore,
  "passed on three times": passedOn,
  "asked again within thirty days": askedAgain,
}

/** The states of a year, for evidence that is to be given in another order. */
export const shuffled = <A>(things: ReadonlyArray<A>, pick: Pick): ReadonlyArray<A> => {
  const left = [...things]
  return things.map(() => left.splice(pick(left.length), 1)[0]!)
}

/** How many steps the states hold. */
export const stepsIn = ({
  scheme,
  states,
}: {
  readonly scheme: Year["scheme"]
  readonly states: Year["states"]
}): number => states.reduce((sum, state) => sum + ServiceOrder.steps(scheme, state).length, 0)
