/** Changes over a small township with few ids, so that they meet: places taken, bodies ended, rings about to close. */
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type { Organisation } from "../../src/organisation/Organisation.js"
import { type Change, endings, type Placement, type Turn } from "../../src/organisation/OrganisationChange.js"
import type * as Journal from "../../src/process/Journal.js"
import { at, establish, organisation } from "./smallTown.js"
import { attempt, COUNTS, empty, HOLDING, PAIRS, resolve, type Town } from "./townModel.js"

const IDS = ["a", "b", "c", "d", "e", "f", "g", "h", "i", "j"]
export const ids = fc.constantFrom("town", ...IDS)
const bodies = fc.constantFrom(...IDS)
const kinds = fc.constantFrom(
  "branch",
  "branch",
  "branch",
  "generalBranch",
  "generalBranch",
  "committee",
  "jointBranch",
  "group",
  "sect",
)
const persons = fc.constantFrom(...IDS.flatMap((id) => [`${id}1`, `${id}2`]))

const draft: fc.Arbitrary<Organisation> = fc
  .record({
    id: bodies,
    kind: kinds,
    under: fc.option(fc.oneof({ weight: 2, arbitrary: fc.constant("town") }, ids), { freq: 20 }),
  })
  .map(({ id, kind, under }) => organisation(id, kind, under ?? undefined))

const placement = (things: fc.Arbitrary<string>): fc.Arbitrary<Placement> =>
  fc.record({ to: ids, except: fc.array(fc.record({ id: things, to: ids }), { maxLength: 2 }) }, { requiredKeys: [] })

const moves = fc.record(
  {
    members: fc.oneof({ weight: 3, arbitrary: ids.map((to) => ({ to })) }, placement(persons)),
    children: placement(ids),
  },
  { requiredKeys: [] },
)

const reasons = fc.constantFrom(...endings.map(({ reason }) => reason))

export const changes: fc.Arbitrary<Change> = fc.oneof(
  { weight: 8, arbitrary: draft.map((body) => establish(body.id, body.kind, body.supervisedBy)) },
  {
    weight: 1,
    arbitrary: fc.record({ change: fc.constant("rename" as const), id: ids, name: fc.constantFrom("甲", "乙") }),
  },
  {
    weight: 3,
    arbitrary: fc.record(
      { change: fc.constant("reparent" as const), id: ids, supervisedBy: ids },
      { requiredKeys: ["change", "id"] },
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .record({ id: ids, kind: kinds, below: fc.array(draft, { maxLength: 2 }), moves, inside: fc.boolean() })
      .map(({ id, kind, below, moves: more, inside }): Change => {
        const under = inside ? below.map((body) => ({ ...body, supervisedBy: id })) : below
        return { change: "rekind", id, kind, ...(below.length === 0 ? {} : { below: under }), ...more }
      }),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({
        from: fc.array(ids, { maxLength: 2 }),
        into: fc.oneof<fc.Arbitrary<string | Organisation>[]>(ids, draft),
        moves,
        home: fc.boolean(),
      })
      .map(({ from, into, moves: more, home }): Change => {
        const to = typeof into === "string" ? into : into.id
        return { change: "merge", ids: from, into, ...more, ...(home ? { members: { to } } : {}) }
      }),
  },
  {
    weight: 4,
    arbitrary: fc
      .record({ id: ids, keeps: fc.boolean(), into: fc.array(draft, { maxLength: 2 }), moves, home: fc.boolean() })
      .map(({ id, keeps, into, moves: more, home }): Change => {
        const [first] = into
        const members = home && !keeps && first !== undefined ? { members: { to: first.id } } : {}
        return { change: "split", id, keeps, into, ...more, ...members }
      }),
  },
  {
    weight: 2,
    arbitrary: fc
      .record({ id: ids, reason: reasons, successors: fc.array(ids, { maxLength: 2 }), moves })
      .map(({ moves: more, ...rest }): Change => ({ change: "dissolve", ...rest, ...more })),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      change: fc.constant("alias" as const),
      id: fc.oneof(ids, fc.constantFrom("old", "paper")),
      of: fc.oneof(ids, fc.constant("old")),
    }),
  },
)

/**
 * The change asked of bodies that stand, half the time under an old id, and of ids that are free, so that most of it can
 * be; `n` picks among them.
 */
export const aimed = (change: Change, town: Town, n: number): Change => {
  const asked = aimedAt(change, town, n)
  const old = (id: string): string =>
    n % 2 === 0 ? id : ([...town.aliases.keys()].find((alias) => resolve(town, alias) === id) ?? id)
  if (asked.change === "merge") return { ...asked, ids: asked.ids.map(old) }
  if (asked.change === "establish" || asked.change === "alias") return asked
  return { ...asked, id: old(asked.id) }
}

const aimedAt = (change: Change, town: Town, n: number): Change => {
  const standing = [...town.bodies].filter(([, { stands }]) => stands).map(([id]) => id)
  const free = IDS.flatMap((id) => [id, `${id}x`, `${id}y`]).filter(
    (id) => !town.bodies.has(id) && !town.aliases.has(id),
  )
  const pick = (list: ReadonlyArray<string>, more = 0): string => list[(n + more) % list.length] ?? "town"
  const ofKind = (...few: ReadonlyArray<string>) => standing.filter((id) => few.includes(town.bodies.get(id)!.kind))
  const over = (kind: string) => ofKind(...PAIRS.filter(([, child]) => child === kind).map(([parent]) => parent!))
  const holders = ofKind(...HOLDING)
  switch (change.change) {
    case "establish": {
      const { kind } = change.organisation
      return establish(pick(free), kind, pick(over(kind)))
    }
    case "rename":
      return { ...change, id: pick(standing) }
    case "reparent": {
      const id = pick(standing)
      return { ...change, id, supervisedBy: pick(over(town.bodies.get(id)?.kind ?? ""), n >> 3) }
    }
    case "rekind": {
      if (n % 3 === 0) return { change: "rekind", id: pick(ofKind("generalBranch")), kind: "committee" }
      const id = pick(ofKind("branch"))
      const below = [organisation(pick(free), "branch", id), organisation(pick(free, 1), "branch", id)]
      return { change: "rekind", id, kind: "generalBranch", below, members: { to: pick(free) } }
    }
    case "merge": {
      const [from, other] = [pick(holders), pick(holders, 1 + (n >> 3))]
      if (n % 2 === 0) return { change: "merge", ids: [from], into: other, members: { to: other } }
      const into = organisation(pick(free), "branch", "town")
      return { change: "merge", ids: [from, other], into, members: { to: pick([into.id, other], n >> 2) } }
    }
    case "split": {
      const id = pick(holders)
      const into = [organisation(pick(free), "branch", "town"), organisation(pick(free, 1), "branch", "town")]
      if (change.keeps)
        return {
          change: "split",
          id,
          keeps: true,
          into: into.slice(n % 2),
          ...(n % 3 === 0 ? { members: { to: pick(free) } } : {}),
        }
      const except = town.persons.get(`${id}1`) === id ? [{ id: `${id}1`, to: pick(free, 1) }] : []
      return {
        change: "split",
        id,
        keeps: false,
        into,
        members: { to: pick(free), except },
        children: { to: pick(free) },
      }
    }
    case "dissolve": {
      const id = pick(standing)
      const others = standing.filter((each) => each !== id)
      const successors = others.slice(0, COUNTS[change.reason]![0])
      const to = pick(holders.filter((each) => each !== id))
      const members = holders.includes(id) ? { members: { to } } : {}
      return {
        change: "dissolve",
        id,
        reason: change.reason,
        successors,
        ...members,
        children: { to: pick(others, n >> 3) },
      }
    }
    case "alias":
      return { ...change, of: pick(standing), ...(n % 3 === 0 ? { id: pick(standing, 1 + (n >> 3)) } : {}) }
    default:
      return change
  }
}

export const days = fc.integer({ min: 0, max: 9 }).map((offset) => CivilDate.ofDayNumberUnsafe(19_700 + offset))
export const instants = fc.integer({ min: 1, max: 12 }).map(at)

const entryOf = (id: string, day: number, recordedAt: number, content: Change): Journal.Entry<Turn> => ({
  id,
  on: CivilDate.ofDayNumberUnsafe(19_700 + day),
  recordedAt: at(recordedAt),
  actor: { post: "组织委员" },
  payload: { content, events: [] },
})

const OPENED = [
  establish("town", "township"),
  establish("a", "branch", "town"),
  establish("b", "branch", "town"),
  establish("c", "generalBranch", "town"),
  establish("d", "branch", "c"),
]

const step = fc.record({
  change: changes,
  aim: fc.integer({ min: 0, max: 5 }),
  n: fc.nat(63),
  later: fc.integer({ min: 0, max: 2 }),
  delay: fc.integer({ min: 0, max: 7 }),
  corrects: fc.integer({ min: 0, max: 8 }),
})

/**
 * What an office wrote about the township in ten days: mostly what can be, told by the model as it goes; some of it
 * recorded late, some of it a correction, and some of it impossible, so that it has to be refused in its place.
 */
export const journals: fc.Arbitrary<Journal.Journal<Turn>> = fc
  .array(step, { maxLength: 40, size: "max" })
  .map((steps) => {
    const entries = OPENED.map((content, index) => entryOf(`opened${index}`, -1, 0, content))
    let town = OPENED.reduce((before, content) => attempt(before, content)!, empty())
    let day = 0
    for (const [index, { change, aim, n, later, delay, corrects }] of steps.entries()) {
      day = Math.min(9, day + (later === 0 ? 1 : 0))
      const content = aim === 0 ? change : aimed(change, town, n)
      town = attempt(town, content) ?? town
      const entry = entryOf(
        `n${index}`,
        day,
        Math.min(12, 1 + Math.floor(index / 4) + (delay > 5 ? delay : 0)),
        content,
      )
      entries.push(corrects === 0 && index > 0 ? { ...entry, supersedes: `n${n % index}` } : entry)
    }
    return entries
  })
