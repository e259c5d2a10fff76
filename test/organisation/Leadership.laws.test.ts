/**
 * Figures of the generator (5,000 bodies): a committee where none is due in 25 %, none where one is due in 25 %, a post missing
 * in 61 %, a post held by too many in 37 %.
 */
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as Leadership from "../../src/organisation/Leadership.js"
import * as PrimaryThresholds from "../../src/presets/PrimaryThresholds.js"

const on = CivilDate.parseUnsafe("2024-06-30")
const POSTS = ["secretary", "deputySecretary", "organisationMember", "publicityMember", "disciplineMember"]

const body: fc.Arbitrary<Leadership.Leadership> = fc
  .record({
    full: fc.integer({ min: 0, max: 14 }),
    probationary: fc.nat(5),
    committee: fc.option(fc.integer({ min: 1, max: 9 }), { freq: 2 }),
    holders: fc.array(fc.record({ post: fc.constantFrom(...POSTS), person: fc.constantFrom("m1", "m2", "m3", "m4") }), {
      maxLength: 10,
    }),
  })
  .map(({ full, probationary, committee, holders }) => ({
    ...{ id: "b1", kind: "branch", sector: "village", holders },
    head: HeadCount.ofUnsafe({ full, probationary }),
    ...(committee === null ? {} : { committee }),
  }))

// The regulations on branches, chapter 6, read aloud.
const slowly = ({ head, committee, holders }: Leadership.Leadership): ReadonlyArray<string> => {
  const found: Array<string> = []
  const count = (post: string) => new Set(holders.filter((each) => each.post === post).map(({ person }) => person)).size
  if (head.full >= 7 && committee === undefined) found.push("committeeMissing")
  if (head.full < 7 && committee !== undefined) found.push("committeeNotDue")
  if (head.full >= 7 && committee !== undefined && (committee < 3 || committee > 7)) found.push("size")
  if (count("secretary") < 1) found.push("tooFewHolders secretary")
  if (count("secretary") > 1) found.push("tooManyHolders secretary")
  if (count("deputySecretary") > 1) found.push("tooManyHolders deputySecretary")
  if (head.full >= 7) {
    for (const post of POSTS.slice(2)) if (count(post) < 1) found.push(`tooFewHolders ${post}`)
  }
  return found.sort()
}

it("what is found of a branch is what the chapter says, read aloud", () => {
  fc.assert(
    fc.property(body, (each) => {
      const found = Leadership.findings(PrimaryThresholds.leadership, each, on).map(({ code, params }) =>
        [code.slice("leadership.".length), params.post].filter((part) => part !== undefined).join(" "),
      )
      expect([...found].sort()).toEqual(slowly(each))
    }),
    { numRuns: 2000 },
  )
})

it("the order of holders and rules changes nothing", () => {
  fc.assert(
    fc.property(body, (each) => {
      const turned = { ...each, holders: [...each.holders].reverse() }
      expect(Leadership.findings([...PrimaryThresholds.leadership].reverse(), turned, on)).toEqual(
        Leadership.findings(PrimaryThresholds.leadership, each, on),
      )
    }),
  )
})

it("a branch owes committee meetings exactly where it shall have a committee", () => {
  fc.assert(
    fc.property(body, fc.nat(4), (each, groups) => {
      const shape = Leadership.has(PrimaryThresholds.leadership, { ...each, groups }, on)
      const owed = Leadership.meetings(PrimaryThresholds.meetings, shape, on).map(({ meeting }) => meeting)
      expect(owed.includes("committeeMeeting")).toBe(each.head.full >= 7)
      expect(owed.includes("groupMeeting")).toBe(groups > 0)
    }),
  )
})
