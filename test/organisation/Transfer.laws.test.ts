/**
 * Transfers of several members between several branches against a ledger of plain lines. In 150 runs of up to 80 acts
 * about 470 letters are issued and 145 received, half of those late; 2,000 steps are refused for eleven reasons, 300 commands
 * come twice, and 170 branches are merged, split, dissolved or parted from on the way, after which 30 letters are to nowhere.
 *
 * Of 300 sets of two or three journals written apart 290 have something of each office; 800 commands are refused when they
 * are decided anew, about 130 receipts stand, and 100 letters are from where the member had left.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Roll from "../../src/organisation/Roll.js"
import * as Transfer from "../../src/organisation/Transfer.js"
import { live, moving, township, ways } from "./memberBooks.js"
import * as Offices from "./offices.js"
import * as World from "./rollWorld.js"

const seen = new Map<string, number>()
const count = (kind: string) => seen.set(kind, (seen.get(kind) ?? 0) + 1)

class Do implements fc.Command<Record<string, never>, World.World> {
  readonly one: World.Act

  constructor(one: World.Act) {
    this.one = one
  }

  check = () => true

  run(_: Record<string, never>, world: World.World): void {
    const { kind, said, expected } = World.act(world, this.one)
    expect(said).toEqual(expected)
    count(kind)
    for (const code of said) count(`${kind} ${code}`)
    const { action } = this.one
    if (action.do !== "send") return
    const { phase } = world.moves[action.person]!.state
    expect(phase).toBe(world.open[action.person]!.phase)
  }

  toString = () => JSON.stringify(this.one)
}

const ever = Coordinate.instantUnsafe(Number.MAX_SAFE_INTEGER)

/** Where a member is by their own letters, who began in b1. */
const here = ({ phase, from, to }: Transfer.Transfer): string =>
  phase === "none" ? "b1" : phase === "received" ? to! : from!

/** A step that may go through as the transfers stand with the office. */
const steps: fc.Arbitrary<(on: CivilDate.CivilDate, state: Transfer.Transfer) => Transfer.TransferStep> = fc
  .record({
    is: fc.constantFrom("new", "new", "end", "end", "redirect"),
    to: fc.constantFrom(...World.BRANCHES),
    id: fc.nat(9999),
  })
  .map(({ is, to, id }) => (on, state) => {
    const row = { person: "p1", affiliation: { in: "branch", branch: here(state) } } as const
    if (is === "new" || !Transfer.isInTransit(state)) {
      return { is: "issue", transfer: `t${id}`, row, to, by: township, beyond: false }
    }
    if (is === "redirect") return { is: "redirect", to }
    if (state.validUntil !== undefined && on > state.validUntil) return { is: "expire" }
    return id % 3 === 0 ? { is: "withdraw" } : { is: "receive", at: { branch: state.to!, holdsMembers: true } }
  })

const shown = (affiliation: Roll.Span["affiliation"]): string =>
  affiliation.in === "branch" ? affiliation.branch : `${affiliation.from} → ${affiliation.to} (${affiliation.transfer})`

describe("transfers", () => {
  it("go as the ledger says, and on every day each member is where it says, once", () => {
    fc.assert(
      fc.property(fc.commands([World.acts.map((one) => new Do(one))], { maxCommands: 80, size: "max" }), (commands) => {
        const world = World.begin()
        fc.modelRun(() => ({ model: {}, real: world }), commands)
        const spans = Roll.spans(World.sourcesOf(world), ever)
        const misfits = World.misfits(world)
        expect(World.said(spans.faults)).toEqual(misfits)
        for (const misfit of misfits) count(misfit.split(" ")[0]!)
        for (const day of World.days(world)) {
          const roll = Roll.onDay(spans, day)
          const told = roll.members.map(({ person, affiliation }) => [person, shown(affiliation)])
          const wanted = World.PERSONS.map((person) => [person, World.where(world.lines, person, day)])
          expect(told).toEqual(wanted.filter(([, place]) => place !== ""))
        }
      }),
      { numRuns: 150 },
    )
    for (const kind of ["propose", "issue", "redirect", "receive", "refuse", "expire", "withdraw", "again"]) {
      expect([kind, (seen.get(kind) ?? 0) > 10]).toEqual([kind, true])
    }
    for (const kind of ["merge", "split", "part", "dissolve", "resign", "roll.destinationGone"])
      expect([kind, (seen.get(kind) ?? 0) > 3]).toEqual([kind, true])
  })

  it("written by offices apart, merged and decided anew, leave the member in one place on every day", () => {
    const acts = fc.array(fc.record({ jump: fc.oneof(fc.nat(20), fc.constant(91)), make: steps }), {
      minLength: 2,
      maxLength: 8,
    })
    const registered = live({ ...ways.full[0]!, step: { ...ways.full[0]!.step, branch: "b1" } as never }).entries
    const counted = { both: 0, refused: 0, received: 0, notThere: 0 }
    fc.assert(
      fc.property(fc.array(acts, { minLength: 2, maxLength: 3 }), (offices) => {
        const journals = Offices.apart(moving, [], offices)
        const { journal, refused, stream } = Offices.settled(moving, journals)
        if (journals.every(({ length }) => length > 0)) counted.both++
        counted.refused += refused.length
        const book = { person: "p1", life: registered, transfers: journal }
        const { faults, persons } = Roll.spans({ books: [book], successions: [] }, ever)
        // An office that knew nothing of the other's receipt may have written a letter from where the member had left.
        expect(faults.filter(({ code }) => code !== "roll.notThere")).toEqual([])
        counted.notThere += faults.length
        for (const { payload } of journal)
          for (const { event } of payload.events) if (event.is === "received") counted.received++
        const { spans } = persons[0]!
        for (const [index, { to }] of spans.entries()) expect(to).toBe(spans[index + 1]?.from)
        if (faults.length > 0) return
        const last = spans.at(-1)!.affiliation
        expect(last.in).toBe(Transfer.isInTransit(stream.state) ? "transit" : "branch")
        if (last.in === "branch") expect(last.branch).toBe(here(stream.state))
      }),
      { numRuns: 300 },
    )
    expect(Math.min(counted.both, counted.refused, counted.received, counted.notThere)).toBeGreaterThan(20)
  })
})
