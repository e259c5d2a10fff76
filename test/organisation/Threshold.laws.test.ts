/**
 * Figures of the generators (5,000 made-up tables and questions): nothing is permitted in 43 %, one kind in 36 %, several in
 * 21 %; something is open in 50 %; in 12 % a rule for the sector displaces one for all.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as Threshold from "../../src/organisation/Threshold.js"
import * as PrimaryThresholds from "../../src/presets/PrimaryThresholds.js"

const day = CivilDate.parseUnsafe
const on = day("2024-06-30")
const SECTORS = ["village", "community", "organ", "stateEnterprise", "twoNew", "school"]

const end = fc.integer({ min: 0, max: 12 }).map(String)
const span = fc.oneof(
  fc.record({ ge: end }),
  fc.record({ gt: end }),
  fc.record({ le: end }),
  fc.record({ lt: end }),
  fc.tuple(fc.nat(6), fc.nat(6)).map(([low, wide]) => ({ ge: String(low), le: String(low + wide) })),
)
const need = fc.record({ of: fc.constantFrom("full", "all", "months") as fc.Arbitrary<Threshold.Measure>, on: span })
const cite = { title: "示例条例", standing: "transcription" } as const // made up

const rule: fc.Arbitrary<Omit<Threshold.ThresholdRule, "id">> = fc.record(
  {
    strength: fc.constantFrom("must", "should", "may"),
    from: fc.constantFrom(...Array<string>(6).fill("2020-01-01").map(day), on, day("2024-07-01")),
    to: fc.constantFrom(...Array<string>(6).fill("2030-01-01").map(day), on),
    cite: fc.constant(cite),
    approvedBy: fc.constantFrom("county", "superior"),
    kind: fc.constantFrom("a", "b", "c"),
    says: fc.constantFrom("forms", "forms", "forms", "forms", "limits"),
    setting: fc.constantFrom("unit", "unit", "unit", "unit", "project"),
    sectors: fc.constantFrom(["village"], ["village"], ["organ"], ["village", "organ"]),
    needs: fc.oneof({ weight: 3, arbitrary: fc.array(need, { maxLength: 1 }) }, fc.array(need, { maxLength: 2 })),
    ground: fc.constant("work"),
  },
  { requiredKeys: ["strength", "from", "cite", "kind", "says", "setting", "needs"] },
)
const table = fc
  .array(rule, { minLength: 3, maxLength: 10 })
  .map((rules): ReadonlyArray<Threshold.ThresholdRule> => rules.map((each, index) => ({ ...each, id: `r${index}` })))
const question: fc.Arbitrary<Threshold.Question> = fc.record(
  {
    sector: fc.constantFrom("village", "village", "organ", "school"),
    head: fc
      .record({ full: fc.nat(12), probationary: fc.nat(3) })
      .map(({ full, probationary }) => HeadCount.ofUnsafe({ full, probationary })),
    on: fc.constant(on),
    setting: fc.constantFrom("unit", "unit", "unit", "project"),
    months: fc.nat(12),
    grounds: fc.constantFrom([], ["work"]),
    approvals: fc.array(
      fc.record({
        id: fc.constantFrom("x1", "x2"),
        kind: fc.constantFrom("a", "b"),
        by: fc.constantFrom("county", "superior"),
        on: fc.constantFrom(day("2024-06-30"), day("2024-07-01")),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ["sector", "head", "on"] },
)

// The definition, read aloud, with numbers in place of exact ones.
const fits = (value: number | undefined, { gt, ge, lt, le }: Threshold.Need["on"]): boolean =>
  value !== undefined &&
  (gt === undefined || value > Number(gt)) &&
  (ge === undefined || value >= Number(ge)) &&
  (lt === undefined || value < Number(lt)) &&
  (le === undefined || value <= Number(le))

const speaks = (
  each: Threshold.ThresholdRule,
  all: ReadonlyArray<Threshold.ThresholdRule>,
  asked: Threshold.Question,
) => {
  const inForce = (one: Threshold.ThresholdRule) => one.from <= on && (one.to === undefined || on < one.to)
  const about = (one: Threshold.ThresholdRule) =>
    inForce(one) && one.says === "forms" && one.setting === (asked.setting ?? "unit") && one.kind === each.kind
  if (!about(each)) return false
  if (each.sectors !== undefined) return each.sectors.includes(asked.sector)
  return !all.some((one) => about(one) && one.sectors?.includes(asked.sector))
}

const slowly = (rules: ReadonlyArray<Threshold.ThresholdRule>, asked: Threshold.Question) => {
  const rows = rules
    .filter((each) => speaks(each, rules, asked))
    .filter(({ needs }) =>
      needs.every((each) =>
        fits(each.of === "full" ? asked.head.full : each.of === "all" ? asked.head.all : asked.months, each.on),
      ),
    )
    .map(({ id, kind, strength, ground, approvedBy }) => {
      const given = (asked.approvals ?? []).filter(
        (approval) => approval.kind === kind && approval.by === approvedBy && approval.on <= on,
      )
      const open =
        Number(approvedBy !== undefined && given.length === 0) +
        Number(ground !== undefined && given.length === 0 && !(asked.grounds ?? []).includes(ground))
      return { id, kind, strength, open }
    })
  const order = ["must", "should", "may"]
  return ["a", "b", "c"].flatMap((kind) => {
    const [first] = rows
      .filter((row) => row.kind === kind)
      .sort(
        (x, y) => x.open - y.open || order.indexOf(x.strength) - order.indexOf(y.strength) || (x.id < y.id ? -1 : 1),
      )
    return first === undefined ? [] : [[kind, first.id, first.strength, first.open]]
  })
}

const short = (kinds: ReadonlyArray<Threshold.Permitted>) =>
  kinds.map(({ kind, because, duty, ground, needsApproval }) => [
    kind,
    because.id,
    duty,
    Number(ground !== undefined) + Number(needsApproval !== undefined),
  ])

describe("permitted kinds", () => {
  it("are those of a slow walk over the table, each by the rule that leaves least open", () => {
    fc.assert(
      fc.property(table, question, (rules, asked) => {
        expect(short(Threshold.permittedKinds(rules, asked))).toEqual(slowly(rules, asked))
      }),
      { numRuns: 2000 },
    )
  })

  it("do not depend on the order of rules and approvals", () => {
    fc.assert(
      fc.property(table, question, fc.infiniteStream(fc.nat()), (rules, asked, random) => {
        const shuffled = [...rules].sort(() => (Number(random.next().value) % 2 === 0 ? 1 : -1))
        const turned = { ...asked, approvals: [...(asked.approvals ?? [])].reverse() }
        expect(Threshold.permittedKinds(shuffled, turned)).toEqual(Threshold.permittedKinds(rules, asked))
      }),
      { numRuns: 500 },
    )
  })

  it("hold all needs of their rule, and what lacks is held by none", () => {
    fc.assert(
      fc.property(table, question, (rules, asked) => {
        const lacking = Threshold.lacking(rules, asked)
        for (const { because } of Threshold.permittedKinds(rules, asked)) {
          expect(lacking.some((lack) => lack.rule === because.id)).toBe(false)
        }
        for (const lack of lacking) expect(Threshold.holds(lack, asked)).not.toBe(true)
      }),
      { numRuns: 500 },
    )
  })
})

describe("the national table", () => {
  const ask = (sector: string, full: number, all: number) => ({
    sector,
    on,
    head: HeadCount.ofUnsafe({ full, probationary: all - full }),
  })
  const kinds = (sector: string, full: number, all: number) =>
    Threshold.permittedKinds(PrimaryThresholds.rules, ask(sector, full, all)).map(({ kind }) => kind)

  // What the texts leave open: a unit without any member. Everything else has a kind.
  it("permits some kind for every count from 0 to 600 in every sector, but for units without a member", () => {
    for (const sector of SECTORS) {
      for (let all = 0; all <= 600; all++) {
        for (const full of new Set([0, 1, 2, 3, all - 1, all])) {
          if (full < 0 || full > all) continue
          const found = kinds(sector, full, all)
          expect(found.length > 0, `${sector} ${full}/${all}`).toBe(all > 0)
          if (all === 0) expect(Threshold.lacking(PrimaryThresholds.rules, ask(sector, 0, 0)).length).toBeGreaterThan(0)
        }
      }
    }
  })

  it("demands exactly one kind of a unit with members: a branch from three full members, below that a joint one", () => {
    for (const sector of SECTORS) {
      for (let full = 0; full <= 10; full++) {
        const must = Threshold.permittedKinds(PrimaryThresholds.rules, ask(sector, full, full + 1))
          .filter(({ kind }) => kind === "branch" || kind === "jointBranch")
          .map(({ kind }) => kind)
        expect(must, `${sector} ${full}`).toEqual([full >= 3 ? "branch" : "jointBranch"])
      }
    }
  })

  it("keeps branch and committee permitted as members come, and no more than warns of the size", () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECTORS), fc.nat(300), fc.nat(50), fc.nat(50), (sector, full, more, others) => {
        const before = kinds(sector, full, full + others)
        const after = kinds(sector, full + more, full + more + others)
        for (const kind of ["branch", "primaryCommittee"]) {
          if (before.includes(kind)) expect(after).toContain(kind)
        }
        const warned = Threshold.permittedKinds(PrimaryThresholds.rules, ask(sector, full + more, full + more + others))
        for (const { severity } of warned.flatMap(({ warnings }) => warnings)) expect(severity).toBe("warning")
      }),
      { numRuns: 300 },
    )
  })

  it("does not keep the general branch of an organ as members come: it ends at one hundred", () => {
    expect(kinds("organ", 100, 100)).toContain("generalBranch")
    expect(kinds("organ", 101, 101)).not.toContain("generalBranch")
  })
})
