/**
 * One election from call to confirmation: told cases, among them case 17, and the full matrix of states and commands. All
 * bodies and members are made up; the rules are the national ones.
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Election from "../../src/organisation/Election.js"
import * as ElectionDecider from "../../src/organisation/ElectionDecider.js"
import * as Tenure from "../../src/organisation/Tenure.js"
import * as PrimaryTerms from "../../src/presets/PrimaryTerms.js"
import * as Decider from "../../src/process/Decider.js"
import * as Journal from "../../src/process/Journal.js"
import cases from "./cases/elections.json" with { type: "json" }
import {
  BODY,
  call,
  command,
  committee,
  hold,
  members,
  names,
  nominate,
  ON,
  run,
  SUPERIOR,
  schemeOf,
  secretary,
  step,
  tally,
} from "./elections.js"

const day = CivilDate.parseUnsafe
const approve = { is: "approveCandidates" } as const
const file = { is: "confirm", as: "file" } as const
const annul = { is: "annul", reason: "程序不合" } as const
const designate = {
  is: "designate",
  body: BODY,
  superior: SUPERIOR,
  seats: 1,
  roll: members(10),
  persons: ["m9"],
  reason: "必要时指定",
} as const
const withdraw = (person: string, reason: Election.Withdrawal = "died"): Election.ElectionCommand => ({
  is: "withdraw",
  candidates: [{ person, reason }],
})
const leave = {
  is: "leaveEmpty",
  count: { due: 10, present: 9, ayes: 9, noes: 0, abstentions: 0 },
} as const

const CANDIDATES = ["m0", "m1", "m2", "m3"]
const toReady = [call(3), nominate(...CANDIDATES), approve] as const

describe("an election of three committee members", () => {
  test("four candidates, three elected, filed", () => {
    const state = run(committee, ...toReady, hold({ m0: 9, m1: 8, m2: 5, m3: 4 }), file)
    expect(state).toMatchObject({ is: "filed", elected: ["m0", "m1", "m2"], empty: 0, ballots: 1 })
  })

  test("a tie at the cut is voted on again among those who tied, until one has more", () => {
    const tied = run(committee, ...toReady, hold({ m0: 9, m1: 8, m2: 5, m3: 5 }))
    expect(tied).toMatchObject({ is: "tied", elected: ["m0", "m1"], candidates: ["m2", "m3"], left: 1 })
    const again = step(committee, tied, hold({ m2: 4, m3: 4 })).state
    expect(again).toMatchObject({ is: "tied", elected: ["m0", "m1"], candidates: ["m2", "m3"], left: 1, ballots: 2 })
    const decided = step(committee, again, hold({ m2: 4, m3: 3 })).state
    expect(decided).toMatchObject({ is: "decided", elected: ["m0", "m1", "m2"], ballots: 3 })
  })

  test("a tie that persists goes to a further ballot or to an empty seat, and who was elected stays so", () => {
    const tied = run(committee, ...toReady, hold({ m0: 9, m1: 8, m2: 5, m3: 5 }))
    expect(step(committee, tied, leave).refused).toEqual(["election.notNow"])
    expect(step(committee, tied, nominate("m5")).refused).toEqual(["election.notNow"])
    const again = step(committee, tied, hold({ m2: 4, m3: 4 })).state
    expect(again).toMatchObject({ is: "tied", persists: true })
    expect(step(committee, again, leave).state).toMatchObject({ is: "decided", elected: ["m0", "m1"], empty: 1 })
    const ready = step(committee, step(committee, again, nominate("m5")).state, approve).state
    expect(step(committee, ready, hold({ m5: 5 })).state).toMatchObject({
      is: "decided",
      elected: ["m0", "m1", "m5"],
      empty: 0,
    })
  })

  test("where the vote among those who tied elects some, the tie of the others is a new one", () => {
    const tied = run(committee, ...toReady, hold({ m0: 9, m1: 5, m2: 5, m3: 5 }))
    const next = step(committee, tied, hold({ m1: 6, m2: 4, m3: 4 })).state
    expect(next).toMatchObject({ is: "tied", persists: false, elected: ["m0", "m1"], candidates: ["m2", "m3"] })
  })

  test("one of those who tied dies: the other is voted on with the majority again, for the seat may be left empty", () => {
    const tied = run(committee, ...toReady, hold({ m0: 9, m1: 8, m2: 5, m3: 5 }))
    const dead = members(10).filter(({ person }) => person !== "m3")
    const there = { roll: dead, present: dead.map(({ person }) => person) }
    expect(step(committee, tied, hold({ m2: 5, m3: 3 }, there)).refused).toEqual(["election.notEligible"])
    const short = step(committee, tied, withdraw("m3")).state
    expect(short).toMatchObject({ is: "short", elected: ["m0", "m1"], left: 1, candidates: ["m2"] })
    const further = (ayes: number) =>
      step(committee, short, hold({ m2: ayes }, { ...there, candidates: ["m2"] })).state.is
    expect([further(5), further(4)]).toEqual(["decided", "short"])
    expect(step(committee, short, leave).state.is).toBe("decided")
  })

  test("of three who tied for one seat two go on, and are voted on again", () => {
    const scheme = schemeOf("committeeMember")
    const least = { of: "present", share: "1/5", op: "gt" } as const // made up, so that three may have it for one seat
    const lenient = ElectionDecider.decider({ ...scheme, vote: { ...scheme.vote, majority: least } })
    const tied = run(lenient, call(1), nominate("m0", "m1", "m2"), approve, hold({ m0: 3, m1: 3, m2: 3 }))
    expect(tied).toMatchObject({ is: "tied", candidates: ["m0", "m1", "m2"], left: 1 })
    const two = step(lenient, tied, withdraw("m2", "declined")).state
    expect(two).toMatchObject({ is: "tied", candidates: ["m0", "m1"], left: 1 })
    expect(step(lenient, two, hold({ m0: 4, m1: 5 })).state).toMatchObject({ is: "decided", elected: ["m1"] })
  })

  test("after a void ballot a candidate loses the right: enough go on, too few are nominated anew", () => {
    const five = [...CANDIDATES, "m4"]
    const voided = hold({}, { tally: { issued: 9, returned: 10, valid: 0, votes: [] } })
    const many = run(committee, call(3), nominate(...five), approve, voided)
    expect(step(committee, many, withdraw("m4", "rightsLost")).state).toMatchObject({
      is: "ready",
      candidates: CANDIDATES,
      ballots: 1,
    })
    const called = step(committee, run(committee, ...toReady, voided), withdraw("m3", "rightsLost")).state
    expect(called).toMatchObject({ is: "called", ballots: 1 })
    const ready = step(committee, step(committee, called, nominate("m0", "m1", "m2", "m4")).state, approve).state
    expect(step(committee, ready, hold({ m0: 9, m1: 8, m2: 6, m4: 4 })).state).toMatchObject({
      is: "decided",
      ballots: 2,
    })
  })

  test("only candidates withdraw, each once, and somebody has to", () => {
    const ready = run(committee, ...toReady)
    const of = (...persons: ReadonlyArray<string>) =>
      step(committee, ready, {
        is: "withdraw",
        candidates: persons.map((person) => ({ person, reason: "declined" })),
      }).refused
    expect(of()).toEqual(["election.noCandidates"])
    expect(of("m9")).toEqual(["election.notCandidate"])
    expect(of("m0", "m0")).toEqual(["election.candidateTwice"])
  })

  test("in a vote among those who tied nobody is written in and nobody else votes on others", () => {
    const tied = run(committee, ...toReady, hold({ m0: 9, m1: 8, m2: 5, m3: 5 }))
    const votes = [
      ...tally(9, { m2: 4, m3: 3 }).votes,
      { person: "m7", ayes: 1, noes: 0, abstentions: 0, writtenIn: true },
    ]
    expect(step(committee, tied, hold({}, { tally: tally(9, {}, { votes }) })).refused).toEqual(["tally.writtenIn"])
    expect(step(committee, tied, hold({ m2: 4, m3: 3 }, { candidates: ["m4"] })).refused).toEqual([
      "election.candidatesGiven",
    ])
  })

  test("too few: a further ballot, with the majority again", () => {
    const short = run(committee, ...toReady, hold({ m0: 9, m1: 4, m2: 4, m3: 4 }))
    expect(short).toMatchObject({ is: "short", elected: ["m0"], left: 2, candidates: ["m1", "m2", "m3"] })
    expect(step(committee, short, hold({ m1: 6, m2: 6 })).refused).toContain("election.noCandidates")
    expect(step(committee, short, hold({ m0: 6, m2: 6 }, { candidates: ["m0", "m2"] })).refused).toEqual([
      "election.electedBefore",
    ])
    const next = step(committee, short, hold({ m1: 6, m2: 4 }, { candidates: ["m1", "m2"] })).state
    expect(next).toMatchObject({ is: "short", elected: ["m0", "m1"], left: 1, candidates: ["m2", "m3"] })
    expect(step(committee, next, hold({ m3: 5 }, { candidates: ["m3"] })).state).toMatchObject({
      is: "decided",
      elected: ["m0", "m1", "m3"],
      empty: 0,
    })
  })

  test("whoever is new in a further ballot is nominated and approved first, and who was elected stays so", () => {
    const short = run(committee, ...toReady, hold({ m0: 9, m1: 4, m2: 4, m3: 4 }))
    expect(step(committee, short, hold({ m1: 6, m5: 6 }, { candidates: ["m1", "m5"] })).refused).toEqual([
      "election.notApproved",
    ])
    expect(step(committee, short, nominate("m0", "m5")).refused).toEqual(["election.electedBefore"])
    const listed = step(committee, short, nominate("m1", "m5")).state
    expect(listed).toMatchObject({ is: "nominated", candidates: ["m1", "m5"], elected: ["m0"], left: 2, ballots: 1 })
    expect(step(committee, listed, hold({ m1: 6, m5: 6 })).refused).toEqual(["election.notNow"])
    const ready = step(committee, listed, approve).state
    expect(step(committee, ready, hold({ m1: 6, m5: 6 })).state).toMatchObject({
      is: "decided",
      elected: ["m0", "m1", "m5"],
      ballots: 2,
    })
  })

  test("whom a rule kept from standing in the first round it keeps out of the further one", () => {
    const barred = [{ person: "m7", rule: "first-secretary-no-election" }]
    const first = { is: "nominate", candidates: CANDIDATES, roll: members(10), barred } as const
    const short = run(committee, call(3), first, approve, hold({ m0: 9, m1: 4, m2: 4, m3: 4 }))
    expect(step(committee, short, nominate("m1", "m7")).refused).toEqual(["election.barred"])
  })

  test("too few: the rest stays empty if those present agree by majority, and somebody was elected", () => {
    const short = run(committee, ...toReady, hold({ m0: 9, m1: 8, m2: 4, m3: 4 }))
    expect(step(committee, short, { ...leave, count: { ...leave.count, ayes: 4, noes: 5 } }).refused).toEqual([
      "election.notCarried",
    ])
    expect(step(committee, short, { ...leave, count: { ...leave.count, ayes: 10 } }).refused).toEqual([
      "voteRule.votesOverPresent",
    ])
    const { due, present, ...voices } = leave.count
    const counts = [
      { due: 1, present: 1, ayes: 1, noes: 0, abstentions: 0 },
      { ...voices, due: 9, present },
    ]
    for (const count of [...counts, { ...voices, due, present: 10 }]) {
      expect(step(committee, short, { is: "leaveEmpty", count }).refused).toEqual(["election.otherMeeting"])
    }
    expect(step(committee, short, leave).state).toMatchObject({ is: "decided", elected: ["m0", "m1"], empty: 1 })
    const nobody = run(committee, ...toReady, hold({ m0: 4, m1: 4, m2: 4, m3: 4 }))
    expect(step(committee, nobody, leave).refused).toEqual(["election.mayNotLeaveEmpty"])
  })

  test("seats are left empty only once the share that a text names is filled", () => {
    const rule = { ...schemeOf("committeeMember").rule, empty: { vote: "leaveEmpty", filled: "0.8" } }
    const strict = ElectionDecider.decider({ ...schemeOf("committeeMember"), rule })
    const of = (seats: number, elected: number) => {
      const candidates = names(seats + 1)
      const ayes = Object.fromEntries(candidates.map((person, index) => [person, index < elected ? 9 : 0]))
      const short = run(strict, call(seats), nominate(...candidates), approve, hold(ayes))
      return step(strict, short, leave).refused
    }
    expect(of(5, 4)).toEqual([])
    expect(of(5, 3)).toEqual(["election.mayNotLeaveEmpty"])
    expect(of(4, 3)).toEqual(["election.mayNotLeaveEmpty"])
  })

  test("more papers than were issued: void, and the ballot is held again", () => {
    const ready = run(committee, ...toReady, hold({}, { tally: { issued: 9, returned: 10, valid: 0, votes: [] } }))
    expect(ready).toMatchObject({ is: "ready", ballots: 1 })
    expect(step(committee, ready, hold({ m0: 9, m1: 8, m2: 6, m3: 4 })).state).toMatchObject({
      is: "decided",
      ballots: 2,
    })
    expect(step(committee, ready, nominate(...CANDIDATES)).refused).toEqual(["election.notNow"])
  })

  test("somebody written in is elected like anybody else", () => {
    const votes = [
      ...tally(9, { m0: 9, m1: 5, m2: 4, m3: 0 }).votes,
      { person: "m7", ayes: 6, noes: 0, abstentions: 0, writtenIn: true },
    ]
    expect(run(committee, ...toReady, hold({}, { tally: tally(9, {}, { votes }) }))).toMatchObject({
      is: "decided",
      elected: ["m0", "m7", "m1"],
    })
  })
})

test(`case 17: ${cases.probationary.says}`, () => {
  const roll = [...members(cases.probationary.full), { person: "p0", stage: "probationary", restriction: "none" }]
  const called = run(committee, call(3))
  const refused = step(committee, called, { is: "nominate", candidates: ["m0", "m1", "m2", "p0"], roll })
  expect(refused.refused).toEqual([cases.probationary.refusal])
  const ready = run(committee, call(3), { is: "nominate", candidates: CANDIDATES, roll }, approve)
  const result = committee.decide(
    ready,
    command(hold({}, { roll, present: ["p0", ...names(5)], tally: tally(5, { m0: 5, m1: 4, m2: 3, m3: 1 }) }), BODY),
  )
  expect(Result.getOrThrow(result)).toMatchObject([{ is: "counted", due: cases.probationary.due, present: 5 }])
})

describe("who may stand", () => {
  const nominating = (candidates: ReadonlyArray<string>, more: object = {}) =>
    step(committee, run(committee, call(3)), { is: "nominate", candidates, roll: members(10), ...more }).refused

  test.each<[string, ReadonlyArray<string>, object, ReadonlyArray<string>]>([
    ["four full members", CANDIDATES, {}, []],
    ["five", [...CANDIDATES, "m4"], {}, []],
    ["three for three seats", CANDIDATES.slice(1), {}, ["election.tooFewCandidates"]],
    ["one twice", ["m0", "m0", "m1", "m2"], {}, ["election.candidateTwice"]],
    ["one of elsewhere", ["m0", "m1", "m2", "x"], {}, ["election.notEligible"]],
    [
      "a first secretary",
      CANDIDATES,
      { barred: [{ person: "m3", rule: "first-secretary-no-election" }] },
      ["election.barred"],
    ],
    ["a roll with a member twice", CANDIDATES, { roll: [...members(10), ...members(1)] }, ["franchise.twice"]],
  ])("%s", (_, candidates, more, wanted) => expect(nominating(candidates, more)).toEqual(wanted))

  test.each(["disciplinaryProbation", "suspendedByOrganisation", "membershipSuspended"])(
    "not under %s",
    (restriction) =>
      expect(nominating(CANDIDATES, { roll: [...members(3), { person: "m3", stage: "full", restriction }] })).toEqual([
        "election.notEligible",
      ]),
  )

  test("who is barred is not written in either", () => {
    const barred = [{ person: "m7", rule: "first-secretary-no-election" }]
    const ready = run(
      committee,
      call(3),
      { is: "nominate", candidates: CANDIDATES, roll: members(10), barred },
      approve,
    )
    const votes = [
      ...tally(9, { m0: 9, m1: 8, m2: 0, m3: 0 }).votes,
      { person: "m7", ayes: 6, noes: 0, abstentions: 0, writtenIn: true },
    ]
    expect(step(committee, ready, hold({}, { tally: tally(9, {}, { votes }) })).refused).toEqual(["tally.notEligible"])
  })
})

describe("the meeting", () => {
  const ready = run(committee, ...toReady)
  const full = { m0: 9, m1: 8, m2: 6, m3: 4 }

  test("has a quorum at four fifths of those due", () => {
    const of = (present: number) =>
      step(
        committee,
        ready,
        hold({}, { present: names(present), tally: tally(present, { m0: present, m1: 0, m2: 0, m3: 0 }) }),
      )
    expect(of(8).refused).toEqual([])
    expect(of(7).refused).toEqual(["election.notQuorate"])
  })

  test("whoever is left out lowers it, and may not come", () => {
    const out = ["m8", "m9"].map((person) => ({ person, category: "bedridden", agreed: "批复", adopted: "决议" }))
    const of = (present: number, exclusions = out) =>
      step(
        committee,
        ready,
        hold({}, { exclusions, present: names(present), tally: tally(present, { m0: present, m1: 0, m2: 0, m3: 0 }) }),
      ).refused
    expect(of(7)).toEqual([])
    expect(
      of(
        7,
        out.map(({ adopted: _, ...rest }) => rest as (typeof out)[number]),
      ),
    ).toEqual(["election.notQuorate"])
    expect(of(9)).toEqual(["election.presentExcluded", "election.issuedOverPresent"])
  })

  test("everything wrong with it comes at once", () =>
    expect(
      step(
        committee,
        ready,
        hold(full, { present: ["m0", "m0", "x"], tally: tally(9, { m0: 9, m1: 9, m2: 9, m3: 9 }) }),
        SUPERIOR,
      ).refused,
    ).toEqual([
      "election.notBody",
      "election.presentTwice",
      "election.presentUnknown",
      "tally.tooManyNames",
      "election.notQuorate",
      "election.issuedOverPresent",
    ]))

  test("says by how much it falls short", () => {
    const result = committee.decide(
      ready,
      command(hold({}, { present: names(7), tally: tally(7, { m0: 7, m1: 0, m2: 0, m3: 0 }) }), BODY),
    )
    expect(Result.isFailure(result) && result.failure).toMatchObject([
      { code: "election.notQuorate", params: { present: 7, due: 10, left: "35", right: "40", needed: 8 } },
    ])
  })
})

describe("a secretary", () => {
  const one = [call(1), nominate("m0"), approve] as const

  test("is elected with one candidate and approved by the superior", () => {
    expect(run(secretary, ...one, hold({ m0: 5 }), { is: "confirm", as: "approve" })).toMatchObject({
      is: "approved",
      elected: ["m0"],
    })
    expect(step(secretary, run(secretary, ...one, hold({ m0: 5 })), file).refused).toEqual([
      "election.wrongConfirmation",
    ])
    expect(step(secretary, run(secretary, call(1)), nominate("m0", "m1")).refused).toEqual(["election.notEqualNumber"])
  })

  test("by the plenary of the committee is one of the committee", () => {
    const plenary = ElectionDecider.decider(schemeOf("secretary", "committeePlenary"))
    const among: Election.ElectionCommand = { is: "call", body: BODY, superior: SUPERIOR, seats: 1, among: names(5) }
    const called = run(plenary, among)
    expect(step(plenary, called, { is: "nominate", candidates: ["m7"], roll: members(10) }).refused).toEqual([
      "election.notEligible",
    ])
    const meeting = { roll: members(5), present: names(4), tally: tally(4, { m0: 3 }) }
    expect(
      run(plenary, among, { is: "nominate", candidates: ["m0"], roll: members(5) }, approve, hold({}, meeting)),
    ).toMatchObject({ is: "decided", elected: ["m0"] })
  })

  test("by the plenary is not elected where nobody says who the committee is", () => {
    const plenary = ElectionDecider.decider(schemeOf("secretary", "committeePlenary"))
    expect(step(plenary, plenary.initial, call(1)).refused).toEqual(["election.noCommittee"])
    const nobody: Election.ElectionCommand = { is: "call", body: BODY, superior: SUPERIOR, seats: 1, among: [] }
    expect(step(plenary, plenary.initial, nobody).refused).toEqual(["election.noCommittee"])
  })

  test("who misses the majority is followed by one other, whom the superior approves, not by two", () => {
    const short = run(secretary, ...one, hold({ m0: 4 }))
    expect(short).toMatchObject({ is: "short", left: 1 })
    expect(step(secretary, short, nominate("m0", "m1")).refused).toEqual(["election.notEqualNumber"])
    expect(step(secretary, short, hold({ m0: 5 }, { candidates: ["m0"] })).state.is).toBe("decided")
    const ready = run(secretary, ...one, hold({ m0: 4 }), nominate("m1"), approve)
    expect(step(secretary, ready, hold({ m1: 5 })).state).toMatchObject({ is: "decided", elected: ["m1"] })
  })

  test("by the plenary is elected by the committee alone, whoever else is on the roll", () => {
    const plenary = ElectionDecider.decider(schemeOf("secretary", "committeePlenary"))
    const among: Election.ElectionCommand = { is: "call", body: BODY, superior: SUPERIOR, seats: 1, among: names(5) }
    const ready = run(plenary, among, nominate("m0"), approve)
    expect(step(plenary, ready, hold({ m0: 9 })).refused).toEqual(["election.issuedOverPresent"])
    const result = plenary.decide(ready, command(hold({}, { tally: tally(5, { m0: 3 }) }), BODY))
    expect(Result.getOrThrow(result)).toMatchObject([{ is: "counted", due: 5, present: 5, elected: ["m0"] }])
  })

  test("may be designated by the superior, a committee member may not", () => {
    expect(run(secretary, designate)).toMatchObject({ is: "designated", persons: ["m9"] })
    expect(step(secretary, secretary.initial, { ...designate, persons: [] }).refused).toEqual(["election.noCandidates"])
    expect(step(secretary, secretary.initial, designate, BODY).refused).toEqual(["election.notSuperior"])
    for (const state of [secretary.initial, run(secretary, call(1)), run(secretary, call(1), annul)]) {
      expect(step(secretary, state, { ...designate, body: "b2" }).refused).toEqual(["election.notBody"])
      expect(step(secretary, state, { ...designate, superior: "t2" }, "t2").refused).toEqual([
        "election.notSuperior",
        "election.notSuperior",
      ])
      expect(step(secretary, state, { ...designate, persons: ["m8", "m9"] }).refused).toEqual(["election.overSeats"])
      expect(step(secretary, state, { ...designate, persons: ["x"] }).refused).toEqual(["election.notEligible"])
      expect(step(secretary, state, { ...designate, seats: 0, persons: [] }).refused).toContain("election.seats")
    }
    expect(step(secretary, run(secretary, call(1)), { ...designate, seats: 2 }).refused).toEqual(["election.seats"])
    expect(step(committee, committee.initial, designate).refused).toEqual(["election.notDesignable"])
    expect(step(secretary, secretary.initial, { ...designate, seats: 2, persons: ["m9", "m9"] }).refused).toEqual([
      "election.candidateTwice",
    ])
  })

  test("is not designated by whoever calls itself the superior, where nothing says who that is", () => {
    const alone = ElectionDecider.decider(schemeOf("secretary"))
    expect(step(alone, alone.initial, designate).refused).toEqual(["election.superiorUnknown"])
    expect(step(alone, alone.initial, { ...designate, superior: "b9" }, "b9").refused).toEqual([
      "election.superiorUnknown",
    ])
    expect(step(alone, run(alone, call(1)), designate).refused).toEqual([])
  })

  test("is called for under the superior that the body has", () => {
    const other: Election.ElectionCommand = { is: "call", body: BODY, superior: "t2", seats: 1 }
    expect(step(secretary, secretary.initial, other).refused).toEqual(["election.notSuperior"])
  })

  test("nobody is their own superior, who would approve and confirm what they did themselves", () => {
    const own: Election.ElectionCommand = { is: "call", body: BODY, superior: BODY, seats: 1 }
    const alone = ElectionDecider.decider(schemeOf("secretary"))
    expect(step(alone, alone.initial, own).refused).toEqual(["election.ownSuperior"])
    expect(step(alone, alone.initial, { ...designate, superior: BODY }, BODY).refused).toEqual([
      "election.superiorUnknown",
      "election.ownSuperior",
    ])
  })
})

describe("a by-election", () => {
  const byElection = (cause: string, consent?: string) =>
    step(committee, committee.initial, {
      is: "call",
      body: BODY,
      superior: SUPERIOR,
      seats: 1,
      byElection: { cause, ...(consent === undefined ? {} : { consent }) },
    }).refused

  test.each(["transferred", "resigned", "retired", "illness", "removed", "died"])("after %s, with consent", (cause) =>
    expect(byElection(cause, "批复7号")).toEqual([]),
  )
  test("carried to its end: called with consent, voted, filed; who is elected serves out the current term", () => {
    const asked = {
      is: "call",
      body: BODY,
      superior: SUPERIOR,
      seats: 1,
      byElection: { cause: "transferred", consent: "批复7号" },
    }
    const state = run(
      committee,
      asked as Election.ElectionCommand,
      nominate("m0", "m1"),
      approve,
      hold({ m0: 3, m1: 6 }),
      file,
    )
    expect(state).toMatchObject({ is: "filed", elected: ["m1"], empty: 0 })
    const term = { body: { id: BODY, kind: "branch", sector: "village" }, electedOn: day("2023-04-01") }
    const until = (on: string) => Tenure.servesUntil(PrimaryTerms.rules, term, day(on))
    expect(Result.getOrThrow(until("2024-09-01"))).toBe("2028-04-01")
    expect(Result.isFailure(until("2028-04-02"))).toBe(true)
  })
  test("not without consent, and not for another cause", () => {
    expect(byElection("transferred")).toEqual(["election.consent"])
    expect(byElection("termEnded", "批复7号")).toEqual(["election.cause"])
    expect(byElection("bored")).toEqual(["election.cause", "election.consent"])
  })
})

test("no seats, half a seat, more than there ever are", () => {
  for (const seats of [0, -1, 1.5, Election.MOST_SEATS + 1, Number.MAX_VALUE]) {
    expect(step(committee, committee.initial, call(seats)).refused).toEqual(["election.seats"])
  }
})

describe("every state and every command", () => {
  const short = [...toReady, hold({ m0: 9, m1: 8, m2: 4, m3: 4 })] as const
  const states: Readonly<Record<Election.Election["is"], Election.Election>> = {
    none: committee.initial,
    called: run(committee, call(3)),
    nominated: run(committee, call(3), nominate(...CANDIDATES)),
    ready: run(committee, ...toReady),
    tied: run(committee, ...toReady, hold({ m0: 9, m1: 8, m2: 5, m3: 5 })),
    short: run(committee, ...short),
    decided: run(committee, ...short, leave),
    filed: run(committee, ...short, leave, file),
    approved: { ...run(committee, ...short, leave, file), is: "approved" } as Election.Election,
    designated: run(secretary, designate),
    void: run(committee, call(3), annul),
  }
  const holdIn: Partial<Record<Election.Election["is"], Election.ElectionCommand>> = {
    tied: hold({ m2: 6, m3: 3 }),
    short: hold({ m2: 6 }, { candidates: ["m2"] }),
  }
  const nominateIn: Partial<Record<Election.Election["is"], Election.ElectionCommand>> = { short: nominate("m5") }
  const commands: Readonly<
    Record<Election.ElectionCommand["is"], (state: Election.Election) => Election.ElectionCommand>
  > = {
    call: () => call(3),
    nominate: ({ is }) => nominateIn[is] ?? nominate(...CANDIDATES),
    withdraw: (state) => withdraw(("candidates" in state ? state.candidates.at(-1) : undefined) ?? "m3"),
    approveCandidates: () => approve,
    hold: ({ is }) => holdIn[is] ?? hold({ m0: 9, m1: 8, m2: 6, m3: 4 }),
    leaveEmpty: () => leave,
    confirm: () => file,
    annul: () => annul,
    designate: () => ({ ...designate, seats: 3 }),
  }
  const no = "election.notNow"
  const noOne = "election.notDesignable"
  const cells: Readonly<Record<Election.Election["is"], Readonly<Record<Election.ElectionCommand["is"], string>>>> = {
    none: {
      call: "called",
      nominate: no,
      withdraw: no,
      approveCandidates: no,
      hold: no,
      leaveEmpty: no,
      confirm: no,
      annul: no,
      designate: noOne,
    },
    called: {
      call: no,
      nominate: "nominated",
      withdraw: no,
      approveCandidates: no,
      hold: no,
      leaveEmpty: no,
      confirm: no,
      annul: "void",
      designate: noOne,
    },
    nominated: {
      call: no,
      nominate: "nominated",
      withdraw: "called",
      approveCandidates: "ready",
      hold: no,
      leaveEmpty: no,
      confirm: no,
      annul: "void",
      designate: noOne,
    },
    ready: {
      call: no,
      nominate: "nominated",
      withdraw: "called",
      approveCandidates: no,
      hold: "decided",
      leaveEmpty: no,
      confirm: no,
      annul: "void",
      designate: noOne,
    },
    tied: {
      call: no,
      nominate: no,
      withdraw: "short",
      approveCandidates: no,
      hold: "decided",
      leaveEmpty: no,
      confirm: no,
      annul: "void",
      designate: noOne,
    },
    short: {
      call: no,
      nominate: "nominated",
      withdraw: "short",
      approveCandidates: no,
      hold: "decided",
      leaveEmpty: "decided",
      confirm: no,
      annul: "void",
      designate: noOne,
    },
    decided: {
      call: no,
      nominate: no,
      withdraw: no,
      approveCandidates: no,
      hold: no,
      leaveEmpty: no,
      confirm: "filed",
      annul: "void",
      designate: noOne,
    },
    filed: {
      call: no,
      nominate: no,
      withdraw: no,
      approveCandidates: no,
      hold: no,
      leaveEmpty: no,
      confirm: no,
      annul: no,
      designate: no,
    },
    approved: {
      call: no,
      nominate: no,
      withdraw: no,
      approveCandidates: no,
      hold: no,
      leaveEmpty: no,
      confirm: no,
      annul: no,
      designate: no,
    },
    designated: {
      call: no,
      nominate: no,
      withdraw: no,
      approveCandidates: no,
      hold: no,
      leaveEmpty: no,
      confirm: no,
      annul: no,
      designate: no,
    },
    void: {
      call: no,
      nominate: no,
      withdraw: no,
      approveCandidates: no,
      hold: no,
      leaveEmpty: no,
      confirm: no,
      annul: no,
      designate: noOne,
    },
  }
  const rows = Object.entries(cells).flatMap(([state, row]) =>
    Object.entries(row).map(([asked, wanted]) => [state, asked, wanted] as const),
  )

  test("all cells are there", () =>
    expect(rows).toHaveLength(Object.keys(states).length * Object.keys(commands).length))

  test.each(rows)("%s × %s: %s", (name, asked, wanted) => {
    const state = states[name as Election.Election["is"]]
    expect(state.is).toBe(name)
    const { refused, state: next } = step(committee, state, commands[asked as Election.ElectionCommand["is"]](state))
    expect(refused.length > 0 ? refused.join(" ") : next.is).toBe(wanted)
    const alien = step(committee, state, commands[asked as Election.ElectionCommand["is"]](state), "b9").refused
    expect(alien.length).toBeGreaterThan(0)
  })

  test("where designation is allowed it is so until the result is confirmed", () => {
    const designated = Object.values(states).filter(
      (state) => step(secretary, state, { ...designate, seats: 3 }).refused.length === 0,
    )
    expect(designated.map(({ is }) => is)).toEqual([
      "none",
      "called",
      "nominated",
      "ready",
      "tied",
      "short",
      "decided",
      "void",
    ])
  })

  test("an event that does not fit leaves the state as it is, and every event can be stored", () => {
    const { decide } = committee
    const events = rows.flatMap(([name, asked]) => {
      const state = states[name as Election.Election["is"]]
      const content = commands[asked as Election.ElectionCommand["is"]](state)
      const body = ["approveCandidates", "confirm", "annul", "designate"].includes(content.is) ? SUPERIOR : BODY
      const result = decide(state, command(content, body))
      return Result.isSuccess(result) ? result.success : []
    })
    const { id, on, recordedAt, actor } = command(approve, SUPERIOR)
    for (const payload of events) {
      expect(Schema.decodeUnknownResult(Election.ElectionEvent)(payload)).toMatchObject({ success: payload })
      for (const name of ["filed", "approved", "void", "designated"] as const) {
        expect(Election.evolve(states[name], { id, on, recordedAt, actor, payload })).toEqual(states[name])
      }
    }
    expect(new Set(events.map(({ is }) => is)).size).toBe(8)
  })
})

test("an election kept as a journal is read back, replayed, and the same command twice changes nothing", () => {
  const commands = [...toReady, hold({ m0: 9, m1: 8, m2: 5, m3: 4 }), file].map((content, index) => ({
    ...command(content, content.is === "approveCandidates" || content.is === "confirm" ? SUPERIOR : BODY, `c${index}`),
    recordedAt: Coordinate.instantUnsafe(1_709_251_200_000 + index),
  }))
  const entries: Array<Journal.Entry<Decider.Turn<Election.ElectionCommand, Election.ElectionEvent>>> = []
  let stream = Decider.start(committee)
  for (const each of commands) {
    const handled = Result.getOrThrow(Decider.handle(committee, stream, each))
    stream = handled.stream
    if (handled.entry !== undefined) entries.push(handled.entry)
    expect(Result.getOrThrow(Decider.handle(committee, stream, each)).stream).toBe(stream)
  }
  expect(stream.state).toMatchObject({ is: "filed", elected: ["m0", "m1", "m2"] })
  const turn = Schema.Struct({
    content: Election.ElectionCommand,
    events: Schema.Array(Election.ElectionEvent),
    version: Schema.optionalKey(Decider.Version),
  })
  const document = Journal.document("Election", turn)
  const stored = Result.getOrThrow(document.decode(JSON.parse(JSON.stringify({ format: 1, entries }))))
  expect(Decider.replay(committee, stored.entries).state).toEqual(stream.state)
  const knownAt = Coordinate.instantUnsafe(1_709_251_200_002)
  expect(Decider.asOf(committee, stored.entries, { validAt: ON, knownAt }).state.is).toBe("ready")
})
