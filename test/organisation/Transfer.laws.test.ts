/**
 * Transfers of several members between several branches against a ledger of plain lines. In 150 runs of up to 80 acts
 * about 470 letters are issued and 145 received, half of those late; 2,000 steps are refused for eleven reasons, 300 commands
 * come twice, and 170 branches are merged, split or parted from on the way.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Roll from "../../src/organisation/Roll.js"
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

const shown = (affiliation: Roll.Span["affiliation"]): string =>
  affiliation.in === "branch" ? affiliation.branch : `${affiliation.from} → ${affiliation.to} (${affiliation.transfer})`

describe("transfers", () => {
  it("go as the ledger says, and on every day each member is where it says, once", () => {
    fc.assert(
      fc.property(fc.commands([World.acts.map((one) => new Do(one))], { maxCommands: 80, size: "max" }), (commands) => {
        const world = World.begin()
        fc.modelRun(() => ({ model: {}, real: world }), commands)
        const spans = Roll.spans(World.sourcesOf(world), ever)
        expect(World.said(spans.faults)).toEqual(World.misnamed(world))
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
    for (const kind of ["merge", "split", "part", "resign"])
      expect([kind, (seen.get(kind) ?? 0) > 3]).toEqual([kind, true])
  })
})
