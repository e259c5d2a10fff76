import * as HashMap from "effect/HashMap"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Lineage from "../../src/organisation/Lineage.js"
import * as OrganisationBodies from "../../src/organisation/OrganisationBodies.js"
import * as OrganisationRegister from "../../src/organisation/OrganisationRegister.js"
import { days, journals } from "./changeArbitrary.js"
import { at, law } from "./smallTown.js"

const END = CivilDate.parseUnsafe("2030-01-01")
const lineages = journals.map((journal) =>
  Lineage.of(OrganisationRegister.on(OrganisationRegister.of(law, journal, at(1000)), END)),
)
const idsOf = ({ bodies }: Lineage.Lineage) => [...HashMap.keys(bodies.bodies)].sort()
const ownIdsOf = (lineage: Lineage.Lineage) =>
  idsOf(lineage).filter((id) => OrganisationBodies.resolve(lineage.bodies, id) === id)

const stands = ({ bodies }: Lineage.Lineage, id: string, on: CivilDate.CivilDate) => {
  const body = OrganisationBodies.find(bodies, id)
  return body !== undefined && body.from <= on && (body.is === "standing" || body.on > on)
}

/** By the definition: from the first passage after a moment on, each part goes its own way. */
const slowHeirs = (
  lineage: Lineage.Lineage,
  id: string,
  { since, on }: Lineage.Stretch,
  after = -1,
): ReadonlyArray<string> => {
  const next = Lineage.successors(lineage, id).find(
    (passage) => passage.place > after && passage.on <= on && (since === undefined || passage.on > since),
  )
  if (next === undefined) return stands(lineage, id, on) ? [id] : []
  const parts = next.stays ? [id, ...next.to] : next.to
  return [
    ...new Set(
      parts.flatMap((part) => slowHeirs(lineage, part, { ...(since === undefined ? {} : { since }), on }, next.place)),
    ),
  ].sort()
}

const terminals = (lineage: Lineage.Lineage, id: string, after = -1): ReadonlyArray<string> => {
  const next = Lineage.successors(lineage, id).find((passage) => passage.place > after)
  if (next === undefined) return [id]
  return (next.stays ? [id, ...next.to] : next.to).flatMap((part) => terminals(lineage, part, next.place))
}

const stretches = fc.record({ since: days, on: days }, { requiredKeys: ["on"] })

describe("lineage", () => {
  // Measured over 300 runs: 970 passages, and 340 heirs other than the body itself within stretches of up to ten days.
  it("gives the heirs that the definition gives, all of which stand", () => {
    let [passages, others] = [0, 0]
    fc.assert(
      fc.property(lineages, stretches, (lineage, stretch) => {
        passages += lineage.passages.length
        for (const id of ownIdsOf(lineage)) {
          const heirs = Lineage.heirs(lineage, id, stretch)
          expect(heirs).toEqual(slowHeirs(lineage, id, stretch))
          for (const heir of heirs) expect(stands(lineage, heir, stretch.on)).toBe(true)
          others += heirs.filter((heir) => heir !== id).length
        }
      }),
      { numRuns: 300 },
    )
    expect(Math.min(passages, others)).toBeGreaterThan(200)
  })

  it("is the same both ways", () => {
    fc.assert(
      fc.property(lineages, stretches, (lineage, stretch) => {
        const ids = ownIdsOf(lineage)
        for (const id of ids) {
          const origins = ids.filter((other) => Lineage.heirs(lineage, other, stretch).includes(id))
          expect(Lineage.origins(lineage, id, stretch)).toEqual(origins)
          for (const passage of Lineage.successors(lineage, id)) {
            for (const heir of passage.to) expect(Lineage.ancestors(lineage, heir)).toContain(passage)
          }
          for (const passage of Lineage.ancestors(lineage, id)) {
            expect(Lineage.successors(lineage, passage.from)).toContain(passage)
          }
        }
      }),
      { numRuns: 200 },
    )
  })

  it("may be followed in stages: the heirs of the heirs of a day are the heirs", () => {
    fc.assert(
      fc.property(lineages, fc.tuple(days, days, days), (lineage, few) => {
        const [since, between, on] = few.toSorted() as typeof few
        for (const id of idsOf(lineage)) {
          // What had not been set up by then is followed from its own beginning.
          const body = OrganisationBodies.find(lineage.bodies, id)
          if (body === undefined || body.from > between) continue
          const halfway = Lineage.heirs(lineage, id, { since, on: between })
          const staged = halfway.flatMap((heir) => Lineage.heirs(lineage, heir, { since: between, on }))
          expect([...new Set(staged)].sort()).toEqual(Lineage.heirs(lineage, id, { since, on }))
        }
      }),
      { numRuns: 300 },
    )
  })

  it("ends in bodies that stand, or in such as ended for a reason that asks for no successor", () => {
    let dead = 0
    fc.assert(
      fc.property(lineages, (lineage) => {
        for (const id of ownIdsOf(lineage)) {
          const ends = terminals(lineage, id).map((end) => OrganisationBodies.find(lineage.bodies, end)!)
          const standing = ends.flatMap((body) => (body.is === "standing" ? [body.organisation.id] : []))
          expect(Lineage.heirs(lineage, id, { on: END })).toEqual([...new Set(standing)].sort())
          for (const body of ends) {
            if (body.is === "standing") continue
            expect(body.successors).toEqual([])
            dead++
          }
        }
      }),
      { numRuns: 200 },
    )
    expect(dead).toBeGreaterThan(50)
  })

  it("is the same by any id that a body ever had", () => {
    let aliases = 0
    fc.assert(
      fc.property(lineages, stretches, (lineage, stretch) => {
        for (const id of idsOf(lineage)) {
          const own = OrganisationBodies.resolve(lineage.bodies, id)
          if (own !== id) aliases++
          expect(Lineage.heirs(lineage, id, stretch)).toEqual(Lineage.heirs(lineage, own, stretch))
          expect(Lineage.origins(lineage, id, stretch)).toEqual(Lineage.origins(lineage, own, stretch))
          expect(Lineage.successors(lineage, id)).toEqual(Lineage.successors(lineage, own))
        }
      }),
      { numRuns: 200 },
    )
    expect(aliases).toBeGreaterThan(50)
  })

  it("carries holdings without loss, to heirs and only to them, and leaves in sight what nobody took over", () => {
    let divided = 0
    fc.assert(
      fc.property(
        lineages,
        stretches,
        fc.array(fc.nat(99), { minLength: 12, maxLength: 12 }),
        (lineage, stretch, amounts) => {
          const ids = idsOf(lineage)
          const before = new Map(ids.map((id, index) => [id, amounts[index % amounts.length]!]))
          const after = Lineage.carry(lineage, before, stretch, {
            join: (one, other) => one + other,
            divide: (holding, heirs) => {
              divided++
              const part = Math.floor(holding / heirs.length)
              return heirs.map((to, index) => ({ to, part: index === 0 ? holding - part * (heirs.length - 1) : part }))
            },
          })
          const sum = (holdings: ReadonlyMap<string, number>) => [...holdings.values()].reduce((a, b) => a + b, 0)
          expect(sum(after)).toBe(sum(before))
          expect([...after.keys()]).toEqual([...after.keys()].sort())
          const [id] = ids
          if (id === undefined) return
          const trace = Lineage.carry(lineage, new Map([[id, 1]]), stretch, {
            join: (one, other) => one + other,
            divide: (_, heirs) => heirs.map((to) => ({ to, part: 1 })),
          })
          expect([...trace.keys()].filter((holder) => stands(lineage, holder, stretch.on))).toEqual(
            Lineage.heirs(lineage, id, stretch),
          )
        },
      ),
      { numRuns: 200 },
    )
    expect(divided).toBeGreaterThan(50)
  })
})
