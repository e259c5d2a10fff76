/**
 * Laws of counting ballots, against a count that looks at one vote at a time, and against the rulebook that scores them.
 * All polls are made up.
 *
 * Of 5,000 polls: every base in a quarter; a score in 40 %, none for want of a vote in 6 %, too few slips in 38 % and
 * too few valid votes in 33 %; abstentions in 53 %; votes spoiled by several grades in 34 %, as on oneself in 28 %, with
 * their slip in 24 %, by a limit in 10 %, by a mark that is no grade in 4 %; a breach reported in 10 %; a subject on whom
 * one group alone votes in 50 %; no slips in 13 %.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Ballot from "../../src/rules/Ballot.js"
import * as Poll from "../../src/rules/Poll.js"
import * as Scoring from "../../src/rules/Scoring.js"
import { grades, group, scheme } from "./polls.js"
import { instant, rate, subject } from "./rating.js"
import { partial } from "./schemes/drafting.js"

// ---------------------------------------------------------------- generators

const GRADES = ["好", "一般", "差"]
const SUBJECTS = ["甲", "乙", "丙", "丁"]
const GROUPS = ["班子", "群众"]

const size = fc.oneof(
  fc.record({
    share: fc.constantFrom("0", "1/3", "0.5", "1"),
    round: fc.constantFrom("floor" as const, "ceiling" as const),
    base: fc.constantFrom("asked" as const, "graded" as const),
  }),
  fc.record({ count: fc.integer({ min: 0, max: 3 }) }),
)
const limit = fc.record({
  id: fc.constant("限"),
  grades: fc.subarray(GRADES, { minLength: 1 }),
  sense: fc.constantFrom("most" as const, "least" as const),
  of: size,
  consequence: fc.constantFrom("spoiled" as const, "reported" as const),
})
const quorum = fc.record(
  {
    per: fc.constantFrom("poll" as const, "group" as const),
    share: fc.oneof(fc.constantFrom({ ge: "0.5" }, { ge: "2/3" }), fc.constantFrom({ gt: "0.5" }, { gt: "0" })),
    least: fc.integer({ min: 0, max: 3 }),
  },
  { requiredKeys: ["per"] },
)

const schemes: fc.Arbitrary<Poll.Scheme> = fc
  .record(
    {
      weights: fc.constantFrom(["0.5", "0.5"], ["0.7", "0.3"], ["1", "0"], ["1/3", "2/3"]),
      on: fc.option(fc.subarray(SUBJECTS.slice(0, 2), { minLength: 1 }), { nil: undefined, freq: 2 }),
      spoils: fc.constantFrom("vote" as const, "slip" as const),
      self: fc.constantFrom("allowed" as const, "spoiled" as const),
      base: fc.constantFrom("valid" as const, "validAndAbstained" as const, "handedIn" as const, "due" as const),
      emptyGroup: fc.constantFrom("apart" as const, "reweight" as const),
      limits: fc.array(limit, { maxLength: 1 }),
      received: quorum,
      valid: quorum,
    },
    { requiredKeys: ["weights", "on", "spoils", "self", "base", "emptyGroup", "limits"] },
  )
  .map(({ weights, on, ...rest }) =>
    scheme({
      grades: grades({ 好: "1", 一般: "0.8", 差: "0" }),
      groups: GROUPS.map((id, index) => group(id, weights[index], index === 1 ? on : undefined)),
      ...rest,
    }),
  )

const marked = fc.oneof(
  { weight: 12, arbitrary: fc.constantFrom(...GRADES).map((grade) => [grade]) },
  { weight: 2, arbitrary: fc.constant([]) },
  { weight: 1, arbitrary: fc.subarray([...GRADES, "优"], { minLength: 1 }) },
)

const polls: fc.Arbitrary<Poll.Poll> = schemes.chain((rules) =>
  fc
    .record({
      subjects: fc.subarray(SUBJECTS, { minLength: 2 }).map((some) => [...new Set(["甲", "乙", ...some])]),
      more: fc.tuple(fc.nat(2), fc.nat(2)),
      drafts: fc.array(
        fc.record({
          group: fc.nat(1),
          marks: fc.oneof(
            { weight: 7, arbitrary: fc.tuple(marked, marked, marked, marked) },
            { weight: 1, arbitrary: fc.constant([[], [], [], []]) },
          ),
          rater: fc.nat(9),
        }),
        { maxLength: 7 },
      ),
    })
    .map(({ subjects, more, drafts }) => {
      const raters = new Set<string>()
      const slips = drafts.map(({ group: at, marks, rater }, index): Poll.Slip => {
        const own = SUBJECTS[rater]
        const isNew = own !== undefined && !raters.has(own)
        if (isNew) raters.add(own)
        const id = GROUPS[at] ?? ""
        const due = Poll.asked({ scheme: rules, subjects }, id)
        return {
          id: `第${index}号`,
          group: id,
          ...(isNew ? { rater: own } : {}),
          marks: due.map((one) => ({ subject: one, grades: marks[SUBJECTS.indexOf(one)] ?? [] })),
        }
      })
      const handed = (id: string) => slips.filter((one) => one.group === id).length
      return {
        format: 1,
        id: "试",
        scheme: rules,
        subjects,
        due: GROUPS.map((id, index) => ({ group: id, slips: handed(id) + (more[index] ?? 0) })),
        slips,
      }
    }),
)

// ---------------------------------------------------------------- reference

/** What one vote is, read aloud from the rules; nothing where there is no vote. */
const readVote = (slip: Poll.Slip, of: string, poll: Poll.Poll): string | undefined => {
  const single = (id: string): string | undefined => {
    const given = [...new Set(slip.marks.find((mark) => mark.subject === id)?.grades ?? [])]
    const isOwn = slip.rater === id && poll.scheme.self !== "allowed"
    if (isOwn) return given.length === 0 ? undefined : "self"
    if (given.length === 0) return "abstained"
    if (given.length > 1) return "several"
    return GRADES.includes(given[0] ?? "") ? given[0] : "unknownGrade"
  }
  const asked = Poll.asked(poll, slip.group)
  const isBad = (vote: string | undefined) => vote === "self" || vote === "several" || vote === "unknownGrade"
  const [own, all] = [single(of), asked.map(single)]
  if (own === undefined || isBad(own)) return own
  if (poll.scheme.spoils === "slip" && all.some(isBad)) return "slip"
  return poll.scheme.limits.some((one) => one.consequence === "spoiled" && isBroken(one, slip, poll, all))
    ? "limit"
    : own
}

const isBroken = (
  { grades: of, sense, of: room }: Poll.Limit,
  slip: Poll.Slip,
  poll: Poll.Poll,
  votes: ReadonlyArray<string | undefined>,
): boolean => {
  if (votes.every((vote) => vote === undefined || vote === "abstained")) return false
  const graded = votes.filter((vote) => vote !== undefined && GRADES.includes(vote))
  const found = graded.filter((vote) => of.includes(vote ?? "")).length
  const asked = Poll.asked(poll, slip.group).filter((id) => poll.scheme.self === "allowed" || id !== slip.rater).length
  const part = (base: number, share: string) => base * ({ "0": 0, "1/3": 2, "0.5": 3, "1": 6 }[share] ?? 0) // in sixths
  const allowed =
    "count" in room
      ? room.count
      : room.round === "floor"
        ? Math.floor(part(room.base === "asked" ? asked : graded.length, room.share) / 6)
        : Math.ceil(part(room.base === "asked" ? asked : graded.length, room.share) / 6)
  return sense === "most" ? found > allowed : found < allowed
}

const REASONS = ["several", "unknownGrade", "self", "limit", "slip"] as const

test("every tally is what one finds vote by vote, and its parts come to the whole", () => {
  fc.assert(
    fc.property(polls, (poll) => {
      expect(Poll.check(poll)).toEqual([])
      const count = Ballot.countUnsafe(poll)
      expect(count.subjects.map(({ subject: id }) => id)).toEqual([...poll.subjects].sort())
      for (const { subject: of, groups, all } of count.subjects) {
        for (const tally of groups) {
          const slips = poll.slips.filter((slip) => slip.group === tally.group)
          const votes = slips.map((slip) => readVote(slip, of, poll))
          const counted = (what: string | undefined) => votes.filter((vote) => vote === what).length
          expect(tally.grades.map(({ grade, votes: many }) => [grade, many])).toEqual(
            GRADES.map((grade) => [grade, counted(grade)]),
          )
          expect(tally.abstained).toBe(counted("abstained"))
          expect(tally.spoiled).toEqual(Object.fromEntries(REASONS.map((why) => [why, counted(why)])))
          const due = poll.due.find((one) => one.group === tally.group)?.slips ?? 0
          expect([tally.due, tally.handedIn]).toEqual([due - counted(undefined), slips.length - counted(undefined)])
        }
        for (const tally of [...groups, all]) {
          const spoiled = REASONS.reduce((sum, why) => sum + tally.spoiled[why], 0)
          expect(tally.handedIn).toBe(tally.valid + tally.abstained + spoiled)
          expect(tally.valid).toBe(tally.grades.reduce((sum, { votes }) => sum + votes, 0))
          expect(tally.due).toBeGreaterThanOrEqual(tally.handedIn)
        }
        for (const key of ["due", "handedIn", "valid", "abstained"] as const) {
          expect(all[key]).toBe(groups.reduce((sum, tally) => sum + tally[key], 0))
        }
      }
    }),
    { numRuns: 500 },
  )
})

test("a poll survives JSON and counts as before", () => {
  fc.assert(
    fc.property(polls, (poll) => {
      const text = JSON.stringify(Result.getOrThrow(Poll.document.encode(poll)))
      const read = Result.getOrThrow(Poll.document.decode(JSON.parse(text)))
      expect(Ballot.countUnsafe(read)).toEqual(Ballot.countUnsafe(poll))
    }),
    { numRuns: 100 },
  )
})

test("the order of slips, marks, subjects and groups changes nothing", () => {
  const shuffled = polls.chain((poll) =>
    fc
      .record({
        slips: fc.shuffledSubarray([...poll.slips], { minLength: poll.slips.length }),
        subjects: fc.shuffledSubarray([...poll.subjects], { minLength: poll.subjects.length }),
        due: fc.shuffledSubarray([...poll.due], { minLength: poll.due.length }),
        groups: fc.shuffledSubarray([...poll.scheme.groups], { minLength: poll.scheme.groups.length }),
      })
      .map(({ groups, ...other }) => ({
        poll,
        other: {
          ...poll,
          ...other,
          scheme: { ...poll.scheme, groups },
          slips: other.slips.map((slip) => ({ ...slip, marks: [...slip.marks].reverse() })),
        },
      })),
  )
  fc.assert(
    fc.property(shuffled, ({ poll, other }) => {
      expect(Ballot.countUnsafe(other)).toEqual(Ballot.countUnsafe(poll))
      expect(Ballot.findings(Ballot.countUnsafe(other))).toEqual(Ballot.findings(Ballot.countUnsafe(poll)))
    }),
    { numRuns: 300 },
  )
})

test("the facts of a group, scored by Scoring.ballots, give the group's score, whatever the base", () => {
  fc.assert(
    fc.property(polls, (poll) => {
      const count = Ballot.countUnsafe(poll)
      const fields = { abstained: "弃权", spoiled: "废票", notHandedIn: "未收回" }
      const facts = Result.getOrThrow(
        Ballot.facts(count, {
          kind: { 班子: "班子票", 群众: "群众票" },
          on: CivilDate.parseUnsafe("2023-12-20"),
          recordedAt: instant(0),
          fields,
        }),
      )
      const extra = {
        valid: [],
        validAndAbstained: ["弃权"],
        handedIn: ["弃权", "废票"],
        due: ["弃权", "废票", "未收回"],
      }[count.base]
      const shares = poll.scheme.grades.map(({ id, share }) => ({ field: id, share }))
      for (const name of GROUPS) {
        const book = partial({
          id: "试",
          title: "试用办法",
          since: "2020-01-01",
          citation: { standing: "report" },
          total: Scoring.ballots(`${name}票`, [...shares, ...extra.map((field) => ({ field, share: "0" }))], "100"),
        })
        const { outcomes } = rate(book, { subjects: poll.subjects.map((id) => subject(id)), facts })
        for (const { subject: of, scores } of outcomes) {
          const own = count.subjects.find((one) => one.subject === of)?.groups.find((one) => one.group === name)
          if (own === undefined || own.score === "unknown") expect(scores?.total.is).toBe("between")
          else {
            expect(scores?.total).toEqual(
              typeof own.score === "string"
                ? { is: "absent", why: own.score }
                : { is: "known", q: Exact.text(own.score) },
            )
          }
        }
      }
    }),
    { numRuns: 150 },
  )
})

test("the score lies between the least and the greatest of the groups' scores", () => {
  fc.assert(
    fc.property(polls, (poll) => {
      for (const { score, groups } of Ballot.countUnsafe(poll).subjects) {
        if (typeof score === "string") continue
        const parts = groups.flatMap((one) => (typeof one.score === "string" ? [] : [one.score]))
        expect(Exact.compare(parts.reduce(Exact.min), score)).toBeLessThanOrEqual(0)
        expect(Exact.compare(parts.reduce(Exact.max), score)).toBeGreaterThanOrEqual(0)
      }
    }),
    { numRuns: 300 },
  )
})

test("one more vote for the best grade never lowers a score; one more abstention moves it only where it is in the base", () => {
  const plain = polls.map((poll) => {
    const { received: _, valid: __, ...rules } = poll.scheme
    return { ...poll, scheme: { ...rules, limits: [], spoils: "vote" as const } }
  })
  fc.assert(
    fc.property(plain, fc.constantFrom(...GROUPS), (poll, name) => {
      const scoreOf = (one: Poll.Poll) => Ballot.countUnsafe(one).subjects.find(({ subject: id }) => id === "甲")?.score
      const due = poll.due.map((one) => (one.group === name ? { ...one, slips: one.slips + 1 } : one))
      fc.pre(Poll.asked(poll, name).includes("甲"))
      const given = (grade: ReadonlyArray<string>) => ({
        ...poll,
        due,
        slips: [...poll.slips, { id: "加", group: name, marks: [{ subject: "甲", grades: grade }] }],
      })
      const [before, better, blank] = [scoreOf({ ...poll, due }), scoreOf(given(["好"])), scoreOf(given([]))]
      const isEmpty = poll.slips.every((one) => one.group !== name)
      if (typeof before === "object" || typeof before === "number") {
        if (typeof better === "object" || typeof better === "number") {
          if (!isEmpty) expect(Exact.compare(better, before)).toBeGreaterThanOrEqual(0)
        }
        if (poll.scheme.base === "valid") expect(blank).toEqual(before)
        else if (!isEmpty && typeof blank !== "string" && blank !== undefined) {
          expect(Exact.compare(blank, before)).toBeLessThanOrEqual(0)
        }
      }
    }),
    { numRuns: 300 },
  )
})
