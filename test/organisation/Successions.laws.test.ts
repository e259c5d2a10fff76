/**
 * A township whose bodies are set up, merged, split, dissolved and made other kinds while members enter, go away with a
 * letter, arrive and come back, several of it on one day. The changes are decided with the roll at hand, and the roll is
 * computed from what was decided; the township of plain lists says where everybody is.
 *
 * Measured over 150 runs of 20 to 70 acts: 2,300 changes accepted and 1,000 refused, 570 bodies ended, 165 made other
 * kinds, 59 ids led to another body, 1,800 rows moved; 1,260 letters, of whose members 320 were moved while away and 100
 * came to be in the one branch that both theirs had become; 30,000 rows were compared.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Member from "../../src/organisation/Member.js"
import type * as MemberLife from "../../src/organisation/MemberLife.js"
import type * as MemberRecord from "../../src/organisation/MemberRecord.js"
import type { Change, Turn } from "../../src/organisation/OrganisationChange.js"
import * as OrganisationLife from "../../src/organisation/OrganisationLife.js"
import * as Roll from "../../src/organisation/Roll.js"
import * as Successions from "../../src/organisation/Successions.js"
import type * as Transfer from "../../src/organisation/Transfer.js"
import * as Decider from "../../src/process/Decider.js"
import type * as Journal from "../../src/process/Journal.js"
import { aimed, changes } from "./changeArbitrary.js"
import * as Books from "./memberBooks.js"
import { at, command, establish, kinds, law } from "./smallTown.js"
import * as Model from "./townModel.js"

type Act = { readonly later: boolean; readonly n: number } & (
  | { readonly do: "change"; readonly change: Change; readonly aims: boolean }
  | { readonly do: "enter" | "send" | "receive" | "back" }
)

const ever = at(Number.MAX_SAFE_INTEGER)
const seen = {
  accepted: 0,
  refused: 0,
  ended: 0,
  closed: 0,
  aliased: 0,
  moved: 0,
  sent: 0,
  away: 0,
  joined: 0,
  astray: 0,
  rows: 0,
}

interface Person {
  readonly life: Array<Journal.Entry<MemberLife.Turn>>
  readonly transfers: Array<Journal.Entry<Transfer.Turn>>
  lived: Decider.Stream<MemberRecord.Life, MemberRecord.Content>
  moved: Decider.Stream<Transfer.Transfer, Transfer.TransferContent>
}

interface World {
  town: Model.Town
  readonly letters: Map<string, string>
  readonly persons: Map<string, Person>
  readonly turns: Array<Journal.Entry<Turn>>
  stream: ReturnType<typeof Decider.start<OrganisationLife.OrganisationLife["initial"], Change, never, never>>
  day: number
  number: number
}

const sources = ({ persons, turns }: World): Roll.Sources => ({
  books: [...persons].map(([person, { life, transfers }]) => ({ person, life, transfers })),
  successions: Successions.of(turns, kinds),
})

const holders = ({ bodies }: Model.Town) =>
  [...bodies].filter(([, { stands, kind }]) => stands && Model.HOLDING.includes(kind)).map(([id]) => id)

const enter = (world: World, person: string, branch: string): void => {
  const on = CivilDate.ofDayNumberUnsafe(world.day)
  const admittedOn = CivilDate.addDaysUnsafe(on, -500)
  const step: MemberRecord.Step = { is: "register", branch, admittedOn, fullFrom: CivilDate.addDaysUnsafe(on, -100) }
  const one: Person = { life: [], transfers: [], lived: Decider.start(Books.life), moved: Decider.start(Books.moving) }
  const asked = Books.command(`l${world.number}${person}`, { on, step }, world.number)
  const { entry, stream } = Result.getOrThrow(Decider.handle(Books.life, one.lived, asked))
  world.persons.set(person, { ...one, life: [entry!], lived: stream })
  world.town.persons.set(person, branch)
}

const takes = (world: World, person: string, step: Transfer.TransferStep): boolean => {
  const one = world.persons.get(person)!
  world.number++
  const asked = Books.command(`t${world.number}`, { on: CivilDate.ofDayNumberUnsafe(world.day), step }, world.number)
  const handled = Decider.handle(Books.moving, one.moved, asked)
  if (Result.isFailure(handled)) return false
  one.moved = handled.success.stream
  one.transfers.push(handled.success.entry!)
  return true
}

const travel = (world: World, way: "send" | "receive" | "back", n: number): void => {
  const { letters, town } = world
  const away = [...letters.keys()]
  const all = holders(town)
  const to = all[n % Math.max(1, all.length)]
  if (to === undefined) return
  if (way === "send") {
    const here = [...town.persons].filter(([person, branch]) => !letters.has(person) && branch !== to)
    const [person, branch] = here[(n >> 3) % Math.max(1, here.length)] ?? []
    if (person === undefined || branch === undefined) return
    const row = { person, affiliation: { in: "branch", branch } } as const
    const transfer = `letter${world.number}`
    const sent = takes(world, person, { is: "issue", transfer, row, to, by: Books.township, beyond: false })
    expect(sent).toBe(true)
    letters.set(person, to)
    seen.sent++
    return
  }
  const person = away[n % Math.max(1, away.length)]
  if (person === undefined) return
  if (way === "back") {
    if (takes(world, person, { is: "withdraw" })) letters.delete(person)
    return
  }
  const aim = letters.get(person)!
  const goal = all.includes(aim) ? aim : to
  const written = world.persons.get(person)!.moved.state.to
  if (goal !== written && !takes(world, person, { is: "redirect", to: goal })) return
  letters.set(person, goal)
  expect(takes(world, person, { is: "receive", at: { branch: goal, holdsMembers: true } })).toBe(true)
  letters.delete(person)
  town.persons.set(person, goal)
}

const counted = (world: World, day: CivilDate.CivilDate) =>
  new Map(
    Roll.counts(Roll.of(sources(world), Coordinate.of(day, ever)).members).map(({ branch, rows }) => [branch, rows]),
  )

const change = (world: World, content: Change): void => {
  const on = CivilDate.ofDayNumberUnsafe(world.day)
  const before = Roll.spans(sources(world), ever)
  const decider = OrganisationLife.decider({ ...law, personsIn: Successions.personsIn(before) })
  const expected = Model.attempt(world.town, content)
  const asked = { ...command(`c${world.number}`, "2024-01-01", content), on, recordedAt: at(world.number) }
  const handled = Decider.handle(decider, world.stream, asked)
  expect(Result.isSuccess(handled), JSON.stringify(handled)).toBe(expected !== undefined)
  if (Result.isFailure(handled) || expected === undefined) {
    seen.refused++
    return
  }
  const [rows, standing] = [counted(world, on), new Set(holders(world.town))]
  const { entry, stream } = handled.success
  world.turns.push(entry!)
  world.stream = stream
  seen.accepted++
  for (const { happened } of entry!.payload.events) {
    if (happened === "ended") seen.ended++
    if (happened === "rekinded") seen.closed++
    if (happened === "aliased") seen.aliased++
  }
  for (const [person, branch] of expected.persons) {
    if (world.town.persons.get(person) === branch) continue
    seen.moved++
    if (world.letters.has(person)) seen.away++
  }
  world.town = expected
  conserved(expected, rows, counted(world, on), content)
  followed(world, standing, content)
}

/** A letter goes on to what its branch became; where that is the member's own, it has nothing left to do. */
const followed = (world: World, standing: ReadonlySet<string>, content: Change): void => {
  const { letters, town } = world
  const still = holders(town)
  const heir = content.change === "alias" ? content.of : "members" in content ? content.members?.to : undefined
  for (const [person, aim] of letters) {
    const isOver = standing.has(aim) && !still.includes(aim)
    const goal = isOver && heir !== undefined ? Model.resolve(town, heir) : aim
    letters.set(person, goal)
    if (goal !== town.persons.get(person)) continue
    const { persons } = Roll.spans(sources(world), ever)
    const last = persons.find((each) => each.person === person)?.spans.at(-1)
    expect(last?.affiliation).toEqual({ in: "branch", branch: goal })
    expect(takes(world, person, { is: "withdraw" })).toBe(true)
    letters.delete(person)
    seen.joined++
  }
}

/** Nobody is lost by a change, and a body takes in all the members of those that are merged into it. */
const conserved = (
  town: Model.Town,
  before: ReadonlyMap<string, number>,
  after: ReadonlyMap<string, number>,
  content: Change,
): void => {
  const sum = (rows: Iterable<number>) => [...rows].reduce((one, other) => one + other, 0)
  expect(sum(after.values())).toBe(sum(before.values()))
  if (content.change === "split" || content.change === "merge") {
    const into = typeof content.into === "string" ? [content.into] : [content.into].flat().map(({ id }) => id)
    const from = content.change === "split" ? [content.id] : content.ids
    const goals = [content.members?.to ?? [], content.members?.except?.map(({ to }) => to) ?? []].flat()
    const touched = [...new Set([...from, ...into, ...goals].map((id) => Model.resolve(town, id)))]
    const rows = (of: ReadonlyMap<string, number>) => sum(touched.map((id) => of.get(id) ?? 0))
    expect(rows(after)).toBe(rows(before))
  }
}

const act = (world: World, one: Act): void => {
  if (one.later) world.day++
  world.number++
  switch (one.do) {
    case "change": {
      const content = one.aims ? aimed(one.change, world.town, one.n) : one.change
      change(world, content)
      if (content.change !== "establish" || content.organisation.kind !== "branch") return
      const { id } = content.organisation
      if (world.turns.at(-1)?.payload.content !== content) return
      for (const person of [`${id}1`, `${id}2`]) enter(world, person, id)
      return
    }
    case "enter": {
      const all = holders(world.town)
      if (all.length > 0) enter(world, `p${world.number}`, all[one.n % all.length]!)
      return
    }
    default:
      travel(world, one.do, one.n)
  }
}

const acts: fc.Arbitrary<Act> = fc
  .record({
    later: fc.boolean(),
    n: fc.nat(63),
    change: changes,
    aims: fc.nat(4).map((pick) => pick > 0),
    do: fc.constantFrom("change", "change", "change", "change", "enter", "send", "send", "receive", "back"),
  })
  .map(
    ({ change: content, aims, do: way, ...rest }): Act =>
      way === "change" ? { ...rest, do: way, change: content, aims } : { ...rest, do: way },
  )

it("on every day each member is in exactly one standing branch, or in transit, as the township of plain lists has it", () => {
  fc.assert(
    fc.property(fc.array(acts, { minLength: 20, maxLength: 70, size: "max" }), (list) => {
      const world: World = {
        town: Model.empty(),
        letters: new Map(),
        persons: new Map(),
        turns: [],
        stream: Decider.start(OrganisationLife.decider(law)),
        day: 19_700,
        number: 0,
      }
      const days = new Map<number, { town: Model.Town; letters: ReadonlyMap<string, string> }>()
      const opened = [establish("town", "township"), establish("a", "branch", "town"), establish("b", "branch", "town")]
      const first = opened.map((content): Act => ({ do: "change", change: content, aims: false, later: false, n: 0 }))
      for (const one of [...first, ...list]) {
        act(world, one)
        const { aliases, bodies, log, persons } = world.town
        const town = { aliases: new Map(aliases), bodies: new Map(bodies), log, persons: new Map(persons) }
        days.set(world.day, { town, letters: new Map(world.letters) })
      }
      const spans = Roll.spans(sources(world), ever)
      const nowhere = [...world.letters].filter(([, aim]) => !holders(world.town).includes(aim))
      expect(spans.faults.map(({ code, params }) => `${code} ${params.person} ${params.branch}`).sort()).toEqual(
        nowhere.map(([person, aim]) => `roll.destinationGone ${person} ${aim}`).sort(),
      )
      for (const [day, { town, letters }] of days) {
        const { members } = Roll.onDay(spans, CivilDate.ofDayNumberUnsafe(day))
        const told = members.map((member) => [member.person, Member.responsible(member)])
        expect(told).toEqual([...town.persons].sort(([a], [b]) => (a < b ? -1 : 1)))
        const standing = holders(town)
        for (const { affiliation, person } of members) {
          seen.rows++
          expect(affiliation.in).toBe(letters.has(person) ? "transit" : "branch")
          expect(standing).toContain(affiliation.in === "branch" ? affiliation.branch : affiliation.from)
          const aim = letters.get(person)
          if (affiliation.in === "transit") expect(affiliation.to).toBe(aim)
        }
      }
    }),
    { numRuns: 150 },
  )
  expect(seen.accepted).toBeGreaterThan(800)
  expect(Math.min(seen.refused, seen.ended, seen.moved, seen.sent)).toBeGreaterThan(300)
  expect(Math.min(seen.closed, seen.aliased, seen.away, seen.joined)).toBeGreaterThan(15)
})
