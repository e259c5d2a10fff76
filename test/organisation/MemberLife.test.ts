import { readFileSync } from "node:fs"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import type * as Finding from "../../src/foundation/Finding.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Member from "../../src/organisation/Member.js"
import * as MemberLife from "../../src/organisation/MemberLife.js"
import * as MemberRecord from "../../src/organisation/MemberRecord.js"
import { rules } from "../../src/presets/MemberRules.js"
import * as Decider from "../../src/process/Decider.js"
import {
  admit,
  branch,
  command,
  day,
  life,
  live,
  patron,
  type Taken,
  temporary,
  township,
  ways,
} from "./memberBooks.js"
import { cells, matrix, type StateName } from "./memberMatrix.js"

type Step = Taken<MemberRecord.Step>

interface Told {
  readonly case: number
  readonly says: string
  readonly way: keyof typeof ways
  readonly steps: ReadonlyArray<Step>
  readonly state?: Partial<MemberRecord.Life>
  readonly restriction?: string
  readonly exit?: string
  readonly found?: ReadonlyArray<string>
  readonly coveredBy?: string
  readonly refused?: ReadonlyArray<string>
}

const { steps: told } = JSON.parse(readFileSync(new URL("./cases/members.json", import.meta.url), "utf8")) as {
  readonly steps: ReadonlyArray<Told>
}

describe("the cases of the notes", () => {
  test.each(told.map((each) => [`${each.case} ${each.says}`, each] as const))("%s", (_, each) => {
    const came = live(...ways[each.way], ...each.steps)
    expect(came.refused).toEqual(each.refused ?? [])
    if (each.state !== undefined) expect(came.state).toMatchObject(each.state)
    if (each.found !== undefined) expect(came.found).toEqual(each.found)
    if (each.coveredBy !== undefined) expect(came.findings[0]?.coveredBy).toBe(each.coveredBy)
    if (each.restriction !== undefined) expect(MemberLife.restriction(came.state)).toBe(each.restriction)
    if (each.exit !== undefined) expect(came.state.ended.at(-1)?.exit).toBe(each.exit)
  })
})

const resolve = (on: string, matter: MemberRecord.Matter, carried = true): Step => ({
  on,
  step: { is: "resolve", by: branch, carried, matter },
})
const approve = (on: string, reportedOn?: string): Step => ({
  on,
  step: { is: "approve", by: township, ...(reportedOn === undefined ? {} : { reportedOn: day(reportedOn) }) },
})
const penalty = (on: string, name: "warning" | "disciplinaryProbation" | "expelled", years?: number, affair = "a1") =>
  resolve(on, { is: "penalty", penalty: name, affair, ...(years === undefined ? {} : { years }) })

describe("the way in", () => {
  const apply = (on: string, born?: string): Step => ({
    on,
    step: { is: "apply", branch: "b", ...(born === undefined ? {} : { born: PartialDate.parseUnsafe(born) }) },
  })

  test("nobody applies before the eighteenth birthday; an unknown day of birth is noted", () => {
    expect(live(apply("2024-05-09", "2006-05-10")).refused).toEqual(["memberLife.underAge"])
    expect(live(apply("2024-05-10", "2006-05-10"))).toMatchObject({ refused: [], found: [] })
    expect(live(apply("2024-05-10", "2006")).found).toEqual(["memberLife.ageUncertain"])
    expect(live(apply("2024-05-10")).found).toEqual(["memberLife.ageUncertain"])
  })

  test("everything that stands against an admission is told at once", () => {
    const { preReviewedOn: _, ...bare } = admit
    const matter = { ...bare, vetted: false, training: { days: 2, hours: 23 }, sponsors: [patron("s1"), patron("s1")] }
    expect(live(...ways.candidate, resolve("2024-01-10", matter, false)).refused).toEqual([
      "memberLife.notCarried",
      "memberLife.notPreReviewed",
      "memberLife.notVetted",
      "memberLife.sponsors",
      "memberLife.training",
    ])
  })

  test("three days or twenty-four hours of training will do", () => {
    const trained = (training: { readonly days?: number; readonly hours?: number }) =>
      live(...ways.candidate, resolve("2024-01-10", { ...admit, training })).refused
    expect([trained({ days: 3 }), trained({ hours: 24 }), trained({ days: 2 }), trained({})]).toEqual([
      [],
      [],
      ["memberLife.training"],
      ["memberLife.training"],
    ])
  })

  test("a sponsor or mentor is a full member with all rights", () => {
    const weak = { ...patron("s2"), restriction: "disciplinaryProbation" } as const
    expect(
      live(...ways.candidate, resolve("2024-01-10", { ...admit, sponsors: [patron("s1"), weak] })).refused,
    ).toEqual(["memberLife.patronNotFull"])
    const young = { ...patron("m"), stage: "probationary" } as const
    const mentors = (list: ReadonlyArray<MemberRecord.Patron>) =>
      live(...ways.applicant, { on: "2022-08-01", step: { is: "cultivate", mentors: list } }).refused
    expect([mentors([young]), mentors([]), mentors(["a", "b", "c"].map(patron)), mentors([patron("a")])]).toEqual([
      ["memberLife.patronNotFull"],
      ["memberLife.mentors"],
      ["memberLife.mentors"],
      [],
    ])
  })

  test("a late vote after pre-review and a candidate about to leave are found, not refused", () => {
    const matter = { ...admit, preReviewedOn: day("2023-12-09"), leavesUnitOn: day("2024-04-09") }
    expect(live(...ways.candidate, resolve("2024-01-10", matter))).toMatchObject({
      refused: [],
      found: ["memberLife.lateVote", "memberLife.leavesUnit"],
    })
    const fine = { ...admit, preReviewedOn: day("2023-12-10"), leavesUnitOn: day("2024-04-10") }
    expect(live(...ways.candidate, resolve("2024-01-10", fine)).found).toEqual([])
  })

  test("a vote reported after three months is discussed again, after six gone through anew", () => {
    const voted = resolve("2024-01-10", admit)
    expect(live(...ways.candidate, voted, approve("2024-04-11", "2024-04-11")).refused).toEqual([
      "memberLife.lateApproval",
      "memberLife.lateReport",
    ])
    expect(live(...ways.candidate, voted, approve("2024-07-11", "2024-07-11")).refused).toEqual([
      "memberLife.lapsed",
      "memberLife.redo",
    ])
    const again = { ...admit, preReviewedOn: day("2024-05-01") }
    const came = live(...ways.candidate, voted, resolve("2024-05-10", again), approve("2024-06-01", "2024-05-20"))
    expect(came.state).toMatchObject({ stage: "probationary", admittedOn: "2024-05-10", probationUntil: "2025-05-10" })
    expect(live(...ways.candidate, voted, approve("2024-02-01", "2024-02-02")).refused).toEqual(["memberLife.date"])
  })

  test("while one matter waits another has to wait, and nobody approves their own", () => {
    const pending = [...ways.probationary, resolve("2025-04-01", { is: "confirm" })]
    expect(live(...pending, resolve("2025-04-02", { is: "cancel" })).refused).toEqual(["memberLife.pending"])
    const own = { on: "2025-04-02", step: { is: "approve", by: { ...township, id: "branch" } } } as const
    expect(live(...pending, own).refused).toEqual(["memberLife.ownApproval"])
    const rejected = live(...pending, { on: "2025-04-02", step: { is: "reject", by: township } })
    expect([rejected.state.stage, rejected.state.pending]).toEqual(["probationary", undefined])
  })

  test("standing runs from the end of probation although the meeting came later", () => {
    const came = live(...ways.probationary, resolve("2025-05-20", { is: "confirm" }), approve("2025-06-30"))
    expect(came.state.fullFrom).toBe("2025-03-15")
  })

  test("a penalty for another affair is another matter, and has to wait", () => {
    const pending = [...ways.full, penalty("2024-02-01", "warning")]
    expect(live(...pending, penalty("2024-02-02", "warning", undefined, "a2")).refused).toEqual(["memberLife.pending"])
    expect(live(...pending, penalty("2024-02-02", "expelled")).refused).toEqual([])
  })

  test("cancelled probation is a way out of its own", () => {
    const came = live(...ways.probationary, resolve("2025-03-20", { is: "cancel" }), approve("2025-04-01"))
    expect(came.state.ended.map(({ exit }) => exit)).toEqual(["probationCancelled"])
  })

  test("a record that is opened has sound dates and an age", () => {
    const open = (admittedOn: string, fullFrom: string | undefined, born: string) =>
      live({
        on: "2024-01-01",
        step: {
          is: "register",
          branch: "b",
          admittedOn: day(admittedOn),
          ...(fullFrom === undefined ? {} : { fullFrom: day(fullFrom) }),
          born: PartialDate.parseUnsafe(born),
        },
      }).refused
    expect(open("2010-07-01", "2009-07-01", "1985")).toEqual(["memberLife.date"])
    expect(open("2024-07-01", "2025-07-01", "1985")).toEqual(["memberLife.date", "memberLife.date"])
    expect(open("2010-07-01", undefined, "1993-01-01")).toEqual(["memberLife.underAge"])
    expect(open("2010-07-01", "2011-07-01", "1985")).toEqual([])
  })
})

describe("what befalls a member", () => {
  const on = (date: string, step: MemberRecord.Step): Step => ({ on: date, step })

  test("without rules of a matter nothing is asked, and what needs a length is refused", () => {
    const bare = MemberLife.decider([])
    const handled = Decider.handle(bare, Decider.start(bare), command("c", ways.probationary[0]!))
    expect(Result.isFailure(handled) && handled.failure.map(({ code }) => code)).toEqual(["memberLife.noRule"])
    expect(
      Result.isSuccess(
        Decider.handle(bare, Decider.start(bare), command("c", on("2024-01-01", { is: "apply", branch: "b" }))),
      ),
    ).toBe(true)
  })

  test("lost contact: without a search no suspension; found again ends it; restored after suspension", () => {
    const lost = [...ways.full, on("2024-03-01", { is: "reportLost", lastContact: day("2024-01-01") })]
    expect(live(...lost, on("2024-08-01", { is: "suspendMembership", cause: "lostContact" })).refused).toEqual([
      "memberLife.notSearched",
    ])
    const suspended = [...lost, on("2024-08-01", { is: "suspendMembership", cause: "lostContact", searched: true })]
    expect(live(...suspended, on("2024-09-01", { is: "reportFound" })).refused).toEqual(["memberLife.suspendedAlready"])
    const back = live(...suspended, on("2024-09-01", { is: "restoreMembership" })).state
    expect([back.lost, back.suspended, MemberLife.restriction(back)]).toEqual([undefined, undefined, "none"])
    expect(live(...lost, on("2024-04-01", { is: "reportFound" })).state.lost).toBeUndefined()
  })

  test("whoever was restored meanwhile is not struck off as lost", () => {
    const waits = [
      ...ways.full,
      on("2024-03-01", { is: "reportLost", lastContact: day("2024-01-01") }),
      on("2024-08-01", { is: "suspendMembership", cause: "lostContact", searched: true }),
      resolve("2026-08-01", { is: "strikeOff", ground: { why: "lostContact" } }),
    ]
    expect(live(...waits, approve("2026-09-01")).state.stage).toBe("left")
    const restored = on("2026-08-20", { is: "restoreMembership" })
    expect(live(...waits, restored, approve("2026-09-01")).refused).toEqual(["memberLife.notSuspended"])
  })

  test("study abroad: more than five years, not five", () => {
    const abroad = (date: string) =>
      live(...ways.full, on(date, { is: "suspendMembership", cause: "studyAbroad", since: day("2019-09-01") })).refused
    expect([abroad("2024-09-01"), abroad("2024-09-02")]).toEqual([["memberLife.abroadTooShort"], []])
    const settled = live(...ways.full, on("2024-02-01", { is: "suspendMembership", cause: "settledAbroad" }))
    expect(settled.refused).toEqual([])
    const struck = resolve("2027-02-01", { is: "strikeOff", ground: { why: "lostContact" } })
    expect(
      live(...ways.full, on("2024-02-01", { is: "suspendMembership", cause: "settledAbroad" }), struck).refused,
    ).toEqual(["memberLife.notSuspended"])
  })

  test("of several restrictions the heaviest shows, and each ends for itself", () => {
    const watched = [...ways.full, penalty("2024-02-01", "disciplinaryProbation", 1), approve("2024-03-01")]
    const arrested = [...watched, on("2024-04-01", { is: "suspendRights", cause: "arrested" })]
    const suspended = [...arrested, on("2024-05-01", { is: "suspendMembership", cause: "settledAbroad" })]
    const shown = (...steps: ReadonlyArray<Step>) => MemberLife.restriction(live(...steps).state)
    expect([shown(...watched), shown(...arrested), shown(...suspended)]).toEqual([
      "disciplinaryProbation",
      "suspendedByOrganisation",
      "membershipSuspended",
    ])
    const released = [...arrested, on("2024-06-01", { is: "restoreRights", after: "suspension" })]
    expect(shown(...released)).toBe("disciplinaryProbation")
    expect(
      live(...released, on("2025-02-28", { is: "restoreRights", after: "disciplinaryProbation" })).refused,
    ).toEqual(["memberLife.probationRuns"])
    expect(shown(...released, on("2025-03-01", { is: "restoreRights", after: "disciplinaryProbation" }))).toBe("none")
  })

  test("probation within the Party is of one or two years and of two in all", () => {
    const years = (count?: number) => live(...ways.full, penalty("2024-02-01", "disciplinaryProbation", count)).refused
    expect([years(1), years(2), years(3), years()]).toEqual([
      [],
      [],
      ["memberLife.penaltyYears"],
      ["memberLife.penaltyYears"],
    ])
    const one = [...ways.full, penalty("2024-02-01", "disciplinaryProbation", 1), approve("2024-03-01")]
    const two = [...one, penalty("2025-02-01", "disciplinaryProbation", 1), approve("2025-02-10")]
    expect(live(...two).state.penalties).toMatchObject([
      { on: "2024-03-01", until: "2025-03-01", years: 1 },
      { on: "2025-02-10", until: "2026-03-01", years: 1 },
    ])
    expect(live(...one, penalty("2025-02-01", "disciplinaryProbation", 2)).refused).toEqual(["memberLife.penaltyYears"])
    expect(live(...ways.full, penalty("2024-02-01", "warning", 1)).refused).toEqual(["memberLife.penaltyYears"])
  })

  test("imposed again after the first term, probation runs from the new imposition, and both affairs are kept", () => {
    const one = [...ways.full, penalty("2024-02-01", "disciplinaryProbation", 1), approve("2024-03-01")]
    const two = [...one, penalty("2025-05-01", "disciplinaryProbation", 1, "a2"), approve("2025-06-01")]
    const { state } = live(...two)
    expect(state.penalties.map(({ affair, on: from, until, years }) => [affair, from, until, years])).toEqual([
      ["a1", "2024-03-01", "2025-03-01", 1],
      ["a2", "2025-06-01", "2026-06-01", 1],
    ])
    expect(state.affairs.map(({ affair }) => affair)).toEqual(["a1", "a2"])
    const restore = (date: string) => live(...two, on(date, { is: "restoreRights", after: "disciplinaryProbation" }))
    expect(restore("2026-05-31").refused).toEqual(["memberLife.probationRuns"])
    const { state: restored } = restore("2026-06-01")
    expect(MemberLife.restriction(restored)).toBe("none")
    expect(MemberLife.bars(rules, restored).map(({ affair, until }) => [affair, until])).toEqual([
      ["a1", "2028-06-01"],
      ["a2", "2028-06-01"],
    ])
    expect(live(...two, penalty("2026-01-01", "disciplinaryProbation", 1, "a3")).refused).toEqual([
      "memberLife.penaltyYears",
    ])
  })

  test("whoever has mended after the vote is struck off with a finding, and not met twice for one affair", () => {
    const waits = [
      ...ways.full,
      on("2024-07-01", { is: "demandCorrection", affair: "a1", until: day("2025-01-01") }),
      on("2025-01-01", { is: "advise", affair: "a1" }),
      resolve("2025-02-01", { is: "strikeOff", ground: { why: "disposal", affair: "a1" } }),
    ]
    expect(live(...waits, approve("2025-02-20"))).toMatchObject({ refused: [], found: [] })
    const mended = [...waits, on("2025-02-10", { is: "closeCorrection" })]
    expect(live(...mended, approve("2025-02-20"))).toMatchObject({ refused: [], found: ["memberLife.outOfTurn"] })
    const strict = MemberLife.decider(
      rules.map((rule) => (rule.id === "disposal-order" ? { ...rule, breach: "refused" as const } : rule)),
    )
    const asked = command<MemberRecord.Step>("z", approve("2025-02-20"))
    expect(Result.isFailure(strict.decide(live(...mended).state, asked))).toBe(true)
    const both = [
      ...ways.full,
      penalty("2024-07-01", "warning"),
      on("2024-07-10", { is: "demandCorrection", affair: "a1", until: day("2025-01-01") }),
    ]
    expect(live(...both, approve("2024-08-01")).refused).toEqual(["memberLife.metAlready"])
  })

  test("each rung of the ladder bars promotion for its time", () => {
    const bars = (...steps: ReadonlyArray<Step>) => MemberLife.bars(rules, live(...steps).state)
    expect(bars(...ways.full, penalty("2024-02-01", "warning"), approve("2024-03-01"))).toMatchObject([
      { until: "2025-03-01" },
    ])
    const watched = [...ways.full, penalty("2024-02-01", "disciplinaryProbation", 1), approve("2024-03-01")]
    expect(bars(...watched)).toMatchObject([{ until: "notRestored" }])
    const restored = on("2025-03-01", { is: "restoreRights", after: "disciplinaryProbation" })
    expect(bars(...watched, restored)).toMatchObject([{ until: "2027-03-01" }])
  })

  test("expulsion bars another admission for five years, striking off does not", () => {
    const expelled = [...ways.full, penalty("2024-02-01", "expelled"), approve("2024-03-01")]
    const back = (exit: ReadonlyArray<Step>, votedOn: string) =>
      live(
        ...exit,
        on("2024-04-01", { is: "apply", branch: "branch", born: day("1985-01-01") }),
        on("2024-05-01", { is: "cultivate", mentors: [patron("m1")] }),
        on("2025-06-01", { is: "select" }),
        resolve(votedOn, { ...admit, preReviewedOn: day(votedOn) }),
      ).refused
    expect(back(expelled, "2029-02-28")).toEqual(["memberLife.readmission"])
    expect(back(expelled, "2029-03-01")).toEqual([])
    const resigned = [...ways.full, on("2024-03-01", { is: "withdraw", filedOn: day("2024-03-10") })]
    expect(back(resigned, "2025-07-01")).toEqual([])
  })

  test("a resignation that was not filed stands, with an error beside it", () => {
    expect(live(...ways.full, on("2024-03-01", { is: "withdraw" }))).toMatchObject({
      refused: [],
      found: ["memberLife.notFiled"],
    })
  })

  test("disposals go by steps; one skipped is found, and one matter is never met twice", () => {
    const mend = on("2024-07-01", { is: "demandCorrection", affair: "a1", until: day("2025-01-01") })
    const advise = (date: string, affair = "a1") => on(date, { is: "advise", affair })
    const strike = (affair: string) => resolve("2025-02-01", { is: "strikeOff", ground: { why: "disposal", affair } })
    const whole = live(...ways.full, mend, advise("2025-01-01"), strike("a1"), approve("2025-02-20"))
    expect([whole.refused, whole.found, whole.state.ended.at(-1)?.exit]).toEqual([[], [], "struckOff"])
    expect(live(...ways.full, mend, advise("2024-12-31")).found).toEqual(["memberLife.outOfTurn"])
    expect(live(...ways.full, mend, strike("a1")).found).toEqual(["memberLife.outOfTurn"])
    expect(live(...ways.full, mend, penalty("2024-08-01", "warning")).refused).toEqual(["memberLife.metAlready"])
    const punished = [...ways.full, penalty("2024-06-20", "warning"), approve("2024-06-25")]
    expect(live(...punished, mend).refused).toEqual(["memberLife.metAlready"])
    expect(live(...punished, { ...mend, step: { ...mend.step, affair: "a2" } as MemberRecord.Step }).refused).toEqual(
      [],
    )
    expect(
      live(...ways.full, { ...mend, step: { is: "demandCorrection", affair: "a1", until: day("2025-07-02") } }).found,
    ).toEqual(["memberLife.correctionTooLong"])
    const advised = [
      ...ways.full,
      mend,
      advise("2025-01-01"),
      on("2025-01-20", { is: "withdraw", filedOn: day("2025-01-21") }),
    ]
    expect(live(...advised).state.ended.at(-1)?.exit).toBe("advisedToWithdraw")
  })

  test("penalties are for full members, and advice to withdraw is found for others", () => {
    expect(live(...ways.probationary, penalty("2024-05-01", "warning")).refused).toEqual(["memberLife.penaltyStage"])
    const mend = on("2024-07-01", { is: "demandCorrection", affair: "a1", until: day("2024-07-20") })
    expect(live(...ways.probationary, mend, on("2024-08-01", { is: "advise", affair: "a1" })).found).toEqual([
      "memberLife.adviceStage",
    ])
  })

  test("steps come in the order of their days", () => {
    expect(live(...ways.full, on("2023-12-31", { is: "die" })).refused).toEqual(["memberLife.outOfOrder"])
  })

  test("a temporary branch that strikes off is found to be one that generally does not", () => {
    const defaults = [1, 2, 3, 4, 5, 6].map(
      (month) => ({ kind: "life", month: PartialDate.parseUnsafe(`2024-0${month}`) }) as const,
    )
    const matter = { is: "strikeOff", ground: { why: "default", defaults } } as const
    const step = on("2024-08-01", { is: "resolve", by: temporary, carried: true, matter })
    expect(live(...ways.full, step)).toMatchObject({ refused: [], found: ["memberLife.mayNotResolve"] })
  })
})

describe("what is found on a day", () => {
  const found = (state: MemberRecord.Life, on: string) =>
    MemberLife.findings(rules, "p1", state, day(on)).map(({ code, severity }) => [code.slice(11), severity])
  const away = (cause: MemberRecord.AwayCause, fixedPlace = true): Step => ({
    on: "2024-03-01",
    step: { is: "registerMobile", since: day("2024-02-01"), until: day("2026-02-01"), fixedPlace, cause },
  })

  test("an approval overdue the day after its time", () => {
    const { state } = live(...ways.candidate, resolve("2024-01-10", admit))
    expect([found(state, "2024-04-10"), found(state, "2024-04-11")]).toEqual([[], [["approvalOverdue", "warning"]]])
  })

  test("probation over and nothing decided", () => {
    const { state } = live(...ways.probationary)
    expect([found(state, "2025-03-15"), found(state, "2025-03-16")]).toEqual([[], [["probationOver", "error"]]])
    expect(found(live(...ways.probationary, resolve("2025-03-16", { is: "confirm" })).state, "2025-03-20")).toEqual([])
  })

  test("six months away at a fixed place call for a transfer, without a fixed place they do not", () => {
    const { state } = live(...ways.full, away("work"))
    expect([found(state, "2024-07-31"), found(state, "2024-08-01")]).toEqual([[], [["shouldTransfer", "error"]]])
    expect(found(live(...ways.full, away("work", false)).state, "2025-08-01")).toEqual([])
  })

  test("files of a graduate two years at the university; a contact abroad every six months", () => {
    const { state } = live(...ways.full, away("graduated"))
    expect([found(state, "2026-02-01"), found(state, "2026-02-02")]).toEqual([[], [["filesTooLong", "warning"]]])
    const abroad = live(...ways.full, away("studyAbroad")).state
    expect([found(abroad, "2024-09-01"), found(abroad, "2024-09-02")]).toEqual([[], [["contactDue", "error"]]])
    const called = live(...ways.full, away("studyAbroad"), { on: "2024-08-30", step: { is: "contact" } }).state
    expect(found(called, "2025-02-28")).toEqual([])
  })

  test("more than five years of study abroad are generally answered by suspension, after which no contact is due", () => {
    const abroad = live(...ways.full, away("studyAbroad"), { on: "2029-01-30", step: { is: "contact" } })
    expect([found(abroad.state, "2029-02-01"), found(abroad.state, "2029-02-02")]).toEqual([
      [],
      [["abroadTooLong", "warning"]],
    ])
    const suspend = { is: "suspendMembership", cause: "studyAbroad", since: day("2024-02-01") } as const
    const { state } = live(...ways.full, away("studyAbroad"), { on: "2029-02-02", step: suspend })
    expect(found(state, "2031-01-01")).toEqual([])
  })

  test("to suspend and to strike off become possible, and nobody finds fault with waiting: case 25", () => {
    const possible = (state: MemberRecord.Life, on: string) =>
      MemberLife.possible(rules, state, day(on)).map(({ step, from, rule }) => [step, from, rule.cite.article])
    const lost: Step = { on: "2024-03-01", step: { is: "reportLost", lastContact: day("2024-01-01") } }
    const state = live(...ways.full, lost).state
    const suspend = ["suspendMembership", "2024-07-01", 24]
    expect([possible(state, "2024-06-30"), possible(state, "2024-07-01"), possible(state, "2025-01-01")]).toEqual([
      [],
      [suspend],
      [suspend],
    ])
    const gone: Step = { on: "2024-08-01", step: { is: "suspendMembership", cause: "lostContact", searched: true } }
    const suspended = live(...ways.full, lost, gone).state
    expect([possible(suspended, "2026-07-31"), possible(suspended, "2026-08-01")]).toEqual([
      [],
      [["strikeOff", "2026-08-01", 24]],
    ])
    expect([found(state, "2030-01-01"), found(suspended, "2030-01-01")]).toEqual([[], []])
    const settled = live(...ways.full, { on: "2024-08-01", step: { is: "suspendMembership", cause: "settledAbroad" } })
    expect(possible(settled.state, "2030-01-01")).toEqual([])
    const out = live(...ways.full, lost, { on: "2024-07-01", step: { is: "withdraw", filedOn: day("2024-07-01") } })
    expect(possible(out.state, "2030-01-01")).toEqual([])
  })

  test("what is due: rights to restore, a correction that ran out", () => {
    const watched = live(...ways.full, penalty("2024-02-01", "disciplinaryProbation", 1), approve("2024-03-01")).state
    expect([found(watched, "2025-03-01"), found(watched, "2025-03-02")]).toEqual([[], [["disciplineOver", "error"]]])
    const mended = live(...ways.full, {
      on: "2024-07-01",
      step: { is: "demandCorrection", affair: "a1", until: day("2025-01-01") },
    }).state
    expect(found(mended, "2025-01-02")).toEqual([["correctionOver", "warning"]])
  })

  test("an approval that the rule does not provide for covers nothing", () => {
    const { state } = live(...ways.probationary)
    const approvals: ReadonlyArray<Finding.Approval> = [{ id: "x", code: "memberLife.probationOver", subject: "p1" }]
    expect(MemberLife.findings(rules, "p1", state, day("2025-03-16"), approvals)[0]?.coveredBy).toBeUndefined()
  })
})

describe("a deviation approved in advance", () => {
  const byCounty = rules.map((rule) => (rule.id === "cultivation" ? { ...rule, approvedBy: "县委组织部" } : rule))
  const approvals = [{ id: "county-1", code: "memberLife.cultivation" }]
  const select = (on: string) => command<MemberRecord.Step>("z", { on, step: { is: "select" }, approvals })

  test("is accepted with a covered finding where the rule provides for it, and refused where it does not", () => {
    const { state } = live(...ways.activist)
    expect(Result.isFailure(life.decide(state, select("2023-01-01")))).toBe(true)
    const decided = MemberLife.decider(byCounty).decide(state, select("2023-01-01"))
    expect(Result.isSuccess(decided) && decided.success[0]?.findings?.[0]).toMatchObject({
      code: "memberLife.cultivation",
      severity: "error",
      coveredBy: "county-1",
    })
  })
})

test("an approval for a person covers the steps of that person's life, and of nobody else's", () => {
  const byCounty = rules.map((rule) => (rule.id === "cultivation" ? { ...rule, approvedBy: "县委组织部" } : rule))
  const { state } = live(...ways.activist)
  const select = (subject?: string) => {
    const approval = { id: "county-1", code: "memberLife.cultivation", ...(subject === undefined ? {} : { subject }) }
    const step: MemberRecord.Step = { is: "select" }
    const asked = command("z", { on: "2023-01-01", step, approvals: [approval] })
    return MemberLife.decider(byCounty, "p1").decide(state, asked)
  }
  const covered = { code: "memberLife.cultivation", subject: "p1", coveredBy: "county-1" }
  for (const subject of ["p1", undefined]) {
    const decided = select(subject)
    expect(Result.isSuccess(decided) && decided.success[0]?.findings?.[0]).toMatchObject(covered)
  }
  expect(Result.isFailure(select("p2"))).toBe(true)
})

describe("as records", () => {
  test("a journal goes through JSON and back, and its view for the public is empty", () => {
    const { entries } = live(...ways.candidate, resolve("2024-01-10", admit), approve("2024-02-01"))
    const stored = { format: 1, entries } as const
    expect(Result.getOrThrow(MemberLife.document.decode(JSON.parse(JSON.stringify(stored))))).toEqual(stored)
    for (const schema of [MemberRecord.Content, MemberRecord.Happened, MemberLife.Turn]) {
      expect(Audience.lint(schema)).toEqual([])
    }
    const turn = live(...ways.full, penalty("2024-02-01", "warning")).entries.at(-1)!.payload
    expect(JSON.stringify(Audience.project(MemberLife.Turn, "public")(turn) ?? {})).not.toMatch(/warning|a1/)
    expect(JSON.stringify(Audience.project(MemberLife.Turn, "villagers")(turn) ?? {})).not.toMatch(/warning|a1/)
    expect(JSON.stringify(Audience.project(MemberLife.Turn, "staff")(turn))).toMatch(/warning/)
  })

  test("the changes of a life hold from the meeting, the end of probation and the day of each act", () => {
    const { entries } = live(
      ...ways.candidate,
      resolve("2024-01-10", admit),
      approve("2024-02-01"),
      { on: "2025-01-20", step: { is: "suspendRights", cause: "detained" } },
      resolve("2025-02-10", { is: "confirm" }),
      approve("2025-03-01"),
      { on: "2025-04-01", step: { is: "die" } },
    )
    expect(MemberLife.changes(entries).map(({ from, change }) => [from, change.is])).toEqual([
      ["2024-01-10", "begins"],
      ["2025-01-10", "full"],
      ["2025-01-20", "restriction"],
      ["2025-04-01", "ends"],
    ])
  })

  test("an event without its membership is told as stray", () => {
    const { entries } = live(...ways.probationary, resolve("2025-03-20", { is: "confirm" }), approve("2025-04-01"))
    expect(MemberLife.changes(entries.slice(1)).map(({ change }) => change.is)).toEqual(["stray"])
  })

  test("a row for whoever is a member, none for others", () => {
    expect(MemberLife.row(live(...ways.candidate).state)).toBeUndefined()
    const row = MemberLife.row(live(...ways.full).state)
    expect(row).toEqual({
      stage: "full",
      restriction: "none",
      mobile: false,
      admittedOn: "2010-07-01",
      fullFrom: "2011-07-01",
    })
    expect(Member.standingFrom(row!)).toBe("2011-07-01")
  })
})

describe("every step in every state", () => {
  test.each(Object.entries(matrix))("%s", (state, row) => expect(cells(state as StateName)).toEqual(row))
})
