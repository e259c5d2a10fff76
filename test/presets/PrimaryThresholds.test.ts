import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as Threshold from "../../src/organisation/Threshold.js"
import * as PrimaryThresholds from "../../src/presets/PrimaryThresholds.js"
import * as Span from "../../src/rules/Span.js"

const on = CivilDate.parseUnsafe("2024-06-30")

// The table of §1.3 as it stands in the notes: sector, kind, the spans of all members at which the kind is settled or open.
describe("every row of the notes", () => {
  test.each([
    ["village", "generalBranch", ["51", "600"], ["1", "50"]],
    ["village", "primaryCommittee", [], ["100", "600"]],
    ["organ", "generalBranch", ["50", "100"], ["1", "49"]],
    ["organ", "primaryCommittee", ["100", "600"], ["1", "99"]],
    ["stateEnterprise", "generalBranch", ["50", "100"], []],
    ["stateEnterprise", "primaryCommittee", ["100", "600"], []],
    ["twoNew", "generalBranch", ["50", "100"], ["1", "49"]],
    ["twoNew", "primaryCommittee", ["100", "600"], ["1", "99"]],
    ["community", "generalBranch", [], []],
    ["community", "primaryCommittee", [], []],
  ])("%s: %s is settled on %j and open on %j", (sector, kind, settled, open) => {
    const within = ([low, high]: ReadonlyArray<string>, all: number) =>
      low !== undefined && high !== undefined && all >= Number(low) && all <= Number(high)
    for (let all = 0; all <= 600; all++) {
      const head = HeadCount.ofUnsafe({ full: all, probationary: 0 })
      const found = Threshold.permittedKinds(PrimaryThresholds.rules, { sector, head, on }).find(
        (each) => each.kind === kind,
      )
      const is = found === undefined ? "not" : Threshold.isSettled(found) ? "settled" : "open"
      expect(is, `${all}`).toBe(within(settled, all) ? "settled" : within(open, all) ? "open" : "not")
    }
  })
})

test("every span of the tables holds some number, and every row has a source", () => {
  const { rules, leadership, upkeep, meetings } = PrimaryThresholds
  const spans = [...rules, ...leadership].flatMap(({ needs }) => needs.map(({ on: span }) => span))
  for (const span of spans) expect(Span.isEmpty(span), Span.text(span)).toBe(false)
  for (const { id, cite } of [...rules, ...leadership, ...upkeep, ...meetings]) expect(cite.title, id).not.toBe("")
})
