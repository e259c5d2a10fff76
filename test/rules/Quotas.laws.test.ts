/**
 * Laws of what is said of quotas, over generated rulebooks (`rulebookArbitrary`) and over small groups whose ends are
 * counted by hand. All is made up.
 *
 * Of 1,500 generated rulebooks 65 % have quotas and 7 % a limit on two levels together; places free are found in 12 %, a
 * quota missed in 8 %, an open one in 2 %, somebody behind or across a cut in 1 %. Of 2,000 small groups: crowded 19 %,
 * equals that drop 4 %, that wait 2 %, places free 24 %, about missed 15 %, exceeded 7 %, short 6 %, too small 6 %, more
 * than the group 3 %, nothing to say 27 %.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"
import type { Quota } from "../../src/rules/Clause.js"
import type { Ties } from "../../src/rules/Expression.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as PeersTexts from "../../src/rules/PeersTexts.js"
import * as Quotas from "../../src/rules/Quotas.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { fact, rate, stand, subject } from "./rating.js"
import { inputs } from "./rulebookArbitrary.js"
import { cite, level, partial, points } from "./schemes/drafting.js"

const NOT_KEPT: ReadonlySet<string> = new Set(["quotas.exceeded", "quotas.short", "quotas.aboutMissed"])
const UNSETTLED: ReadonlySet<string> = new Set(["quotas.open", "quotas.tieOpen"])

/** The findings of one report: its quota in its group. */
const ofReport = (
  findings: ReadonlyArray<Finding.Finding<Quotas.Code>>,
  { quota, group }: Interpreter.Rating["quotas"][number],
) => findings.filter((one) => one.params.quota === quota && (one.subject ?? "") === group).map(({ code }) => code)

test("a quota that is not met has exactly one finding that says so, one that is met has none, an open one says that", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      const rating = Interpreter.evaluate(input)
      const findings = Quotas.findings(input.book, rating)
      for (const report of rating.quotas) {
        const codes = ofReport(findings, report)
        expect(codes.filter((code) => NOT_KEPT.has(code))).toHaveLength(report.met === "no" ? 1 : 0)
        if (report.met === "unknown") expect(codes.some((code) => UNSETTLED.has(code))).toBe(true)
        expect(codes.includes("quotas.tieOpen") || codes.includes("quotas.tieDropped")).toBe(report.across.length > 0)
      }
    }),
    { numRuns: 150 },
  )
})

test("the order of subjects and facts changes nothing", () => {
  const shuffled = inputs().chain((input) =>
    fc
      .record({
        subjects: fc.shuffledSubarray([...input.subjects], { minLength: input.subjects.length }),
        facts: fc.shuffledSubarray([...input.facts], { minLength: input.facts.length }),
      })
      .map((other) => ({ input, other: { ...input, ...other } })),
  )
  fc.assert(
    fc.property(shuffled, ({ input, other }) => {
      const said = (one: Interpreter.Input) => Quotas.findings(one.book, Interpreter.evaluate(one))
      expect(said(other)).toEqual(said(input))
    }),
    { numRuns: 60 },
  )
})

// ---------------------------------------------------------------- small groups

interface Small {
  readonly scores: ReadonlyArray<number>
  readonly quota: Pick<Quota, "sense" | "of" | "slack">
  readonly levels: ReadonlyArray<string>
  readonly last: Ties["last"]
}

const small: fc.Arbitrary<Small> = fc.record({
  scores: fc.array(fc.constantFrom(8, 8, 9, 9, 10, 7, 5, 5, 6, 2), {
    minLength: 1,
    maxLength: 9,
  }),
  quota: fc.record(
    {
      sense: fc.constantFrom(
        "most" as const,
        "most" as const,
        "most" as const,
        "noMore" as const,
        "least" as const,
        "about" as const,
      ),
      of: fc.oneof(
        fc.record({
          share: fc.constantFrom("0", "0.1", "0.2", "1/3", "0.5", "1"),
          round: fc.constantFrom("floor" as const, "ceiling" as const, "halfUp" as const),
        }),
        fc.record({ seats: fc.integer({ min: 1, max: 9 }) }),
      ),
      slack: fc.constantFrom("0", "0.5", "1"),
    },
    { requiredKeys: ["sense", "of"] },
  ),
  levels: fc.constantFrom(["上"], ["中"], ["上", "中"]),
  last: fc.constantFrom<Ties["last"]>("share", "share", "meeting"),
})

const bookOf = ({ quota, levels, last }: Small, isLimited: boolean) =>
  partial({
    id: "试",
    title: "试用办法",
    since: "2020-01-01",
    citation: { standing: "report" },
    total: Scoring.only({ kind: "分", domain: points("0", "10") }),
    levels: [level("上", { ge: "7" }), level("中", { ge: "4", lt: "7" }), level("下", { lt: "4" })],
    ties: { keys: [], last, method: "min" },
    quotas: isLimited
      ? [{ ...quota, id: "名额", levels: levels as [string, ...Array<string>], group: null, cite: cite("名额") }]
      : [],
  })

const rated = (one: Small, isLimited: boolean) =>
  rate(bookOf(one, isLimited), {
    subjects: one.scores.map((_, index) => subject(`支部${index}`)),
    facts: one.scores.map((value, index) => fact(`支部${index}`, "分", "2023-06-01", { value: String(value) })),
  })

const saidOf = (one: Small) => Quotas.findings(bookOf(one, true), rated(one, true))

const whoOf = (findings: ReturnType<typeof saidOf>, ...codes: ReadonlyArray<Quotas.Code>): ReadonlyArray<string> =>
  findings.flatMap(({ code, params: { who } }) =>
    codes.includes(code) && typeof who === "string" ? who.split("、") : [],
  )

test("who is said to fall is exactly who would stand higher without the quota; the others named at the cut are open", () => {
  fc.assert(
    fc.property(small, (one) => {
      const [free, limited] = [rated(one, false).outcomes.map(stand), rated(one, true).outcomes.map(stand)]
      const findings = saidOf(one)
      const changed = limited.flatMap((at, index) => (at === free[index] ? [] : [`支部${index}`]))
      const open = limited.flatMap((at, index) => (at.includes("|") ? [`支部${index}`] : []))
      expect(new Set([...whoOf(findings, "quotas.crowded"), ...whoOf(findings, "quotas.tieOpen")])).toEqual(
        new Set(changed),
      )
      expect(new Set(whoOf(findings, "quotas.tieOpen"))).toEqual(new Set(open))
    }),
    { numRuns: 500 },
  )
})

test("places that a tie leaves empty are those nobody holds; equals at the cut share level and score, and are too many for them", () => {
  fc.assert(
    fc.property(small, (one) => {
      const rating = rated(one, true)
      const [report] = rating.quotas
      const before = rated(one, false).outcomes.map(stand)
      for (const { code, params } of saidOf(one)) {
        if (code !== "quotas.tieDropped" && code !== "quotas.tieOpen") continue
        const who = String(params.who)
          .split("、")
          .map((id) => Number(id.slice("支部".length)))
        expect(new Set(who.map((index) => `${before[index]} ${one.scores[index]}`)).size).toBe(1)
        expect(params.free).toBeGreaterThan(0)
        expect(params.free).toBeLessThan(who.length)
        expect(params.free).toBe(Number(report?.places) - Number(report?.held))
      }
    }),
    { numRuns: 1200 },
  )
})

test("free places, short and exceeded quotas are what a plain count finds", () => {
  fc.assert(
    fc.property(small, (one) => {
      const before = rated(one, false).outcomes.map(stand)
      const after = rated(one, true).outcomes.map(stand)
      const count = (all: ReadonlyArray<string>) => all.filter((at) => one.levels.includes(at)).length
      const findings = saidOf(one)
      const has = (code: Quotas.Code) => findings.find((found) => found.code === code)?.params
      const [{ places = 0 } = {}] = rated(one, true).quotas
      const { sense, of } = one.quota
      const isCeiling = sense === "most" || sense === "noMore"
      const empty = "seats" in of ? count(before) < places : count(before) === 0 && places > 0
      expect(has("quotas.placesFree") !== undefined).toBe(isCeiling && empty)
      expect(has("quotas.tooSmall") !== undefined).toBe(isCeiling && "share" in of && of.share !== "0" && places === 0)
      expect(has("quotas.short")?.missing).toBe(
        sense === "least" && count(after) < places ? places - count(after) : undefined,
      )
      expect(has("quotas.exceeded")?.over).toBe(
        sense === "noMore" && count(after) > places ? count(after) - places : undefined,
      )
      expect(has("quotas.beyondGroup") !== undefined).toBe(sense === "least" && places > one.scores.length)
      if (sense !== "most") expect(after).toEqual(before)
    }),
    { numRuns: 500 },
  )
})

test("findings are read from the stored rating alone; each has a sentence in both languages, with nothing left to fill in, and errors are broken quotas alone", () => {
  const ERRORS = ["quotas.exceeded", "quotas.short", "quotas.beyondGroup", "quotas.againstQuota"]
  fc.assert(
    fc.property(inputs(), (input) => {
      const rating = Interpreter.evaluate(input)
      const findings = Quotas.findings(input.book, rating)
      expect(Quotas.findings(input.book, JSON.parse(JSON.stringify(rating)))).toEqual(findings)
      for (const finding of findings) {
        for (const language of ["zh", "en"] as const) {
          expect(Finding.sentence(PeersTexts.texts, finding, language)).not.toMatch(/\{\w+\}/)
        }
        expect(finding.severity === "error").toBe(ERRORS.includes(finding.code))
      }
    }),
    { numRuns: 80 },
  )
})
