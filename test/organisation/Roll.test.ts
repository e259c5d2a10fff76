import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Member from "../../src/organisation/Member.js"
import type * as MemberLife from "../../src/organisation/MemberLife.js"
import * as Roll from "../../src/organisation/Roll.js"
import type * as Transfer from "../../src/organisation/Transfer.js"
import { rules } from "../../src/presets/MemberRules.js"
import * as Decider from "../../src/process/Decider.js"
import * as Journal from "../../src/process/Journal.js"
import { admit, at, branch, day, life, live, move, type Taken, township, ways } from "./memberBooks.js"

// Everything here is made up.
const ever = at(Number.MAX_SAFE_INTEGER)
const member = live(...ways.full).entries
const row: Transfer.Standing = { person: "p1", affiliation: { in: "branch", branch: "branch" } }
const letter = (on: string, from = "branch") =>
  ({
    on,
    step: {
      is: "issue",
      transfer: "t1",
      row: { ...row, affiliation: { in: "branch", branch: from } },
      to: "b2",
      by: township,
      beyond: false,
    },
  }) as const
const receipt = (on: string, at_ = "b2") =>
  ({ on, step: { is: "receive", at: { branch: at_, holdsMembers: true } } }) as const

const book = (
  transfers: ReadonlyArray<Journal.Entry<Transfer.Turn>> = [],
  life: ReadonlyArray<Journal.Entry<MemberLife.Turn>> = member,
  person = "p1",
): Roll.Book => ({ person, life, transfers })

const succession = (on: string, more: Partial<Roll.Succession>): Roll.Succession => ({
  id: `x-${on}`,
  on: day(on),
  recordedAt: at(1000),
  from: "branch",
  ends: true,
  ...more,
})

const sources = (books: ReadonlyArray<Roll.Book>, ...successions: ReadonlyArray<Roll.Succession>): Roll.Sources => ({
  books,
  successions,
})

const places = (given: Roll.Sources, knownAt = ever) =>
  Roll.spans(given, knownAt).persons.map(({ spans }) =>
    spans.map(({ from, affiliation }) => [
      from,
      affiliation.in === "branch" ? affiliation.branch : `${affiliation.from}→${affiliation.to}`,
    ]),
  )

const faults = (given: Roll.Sources) => Roll.spans(given, ever).faults.map(({ code, path }) => [code, ...path])

describe("the roll", () => {
  test("in transit from the letter to the receipt, then of the receiving branch", () => {
    const { entries } = move(letter("2024-03-10"), receipt("2024-04-01"))
    expect(places(sources([book(entries)]))).toEqual([
      [
        ["2024-01-01", "branch"],
        ["2024-03-10", "branch→b2"],
        ["2024-04-01", "b2"],
      ],
    ])
    const roll = Roll.of(sources([book(entries)]), Coordinate.of(day("2024-03-10"), ever))
    expect(roll.members.map(Member.responsible)).toEqual(["branch"])
    expect(Roll.counts(roll.members)).toEqual([
      { branch: "branch", here: { full: 0, all: 0 }, inTransit: { full: 1, all: 1 }, suspended: 0, mobile: 0, rows: 1 },
    ])
  })

  test("a letter that was refused leaves the member where they were", () => {
    const { entries } = move(letter("2024-03-10"), {
      on: "2024-04-01",
      step: { is: "refuse", branch: "b2", reason: "r" },
    })
    expect(places(sources([book(entries)]))[0]?.at(-1)).toEqual(["2024-04-01", "branch"])
  })

  test("a merger takes everybody, a split each to the branch that was named for them", () => {
    const others = ["p1", "p2", "p3"].map((person) => book([], member, person))
    expect(places(sources(others, succession("2025-01-01", { to: "new" }))).map((list) => list.at(-1))).toEqual([
      ["2025-01-01", "new"],
      ["2025-01-01", "new"],
      ["2025-01-01", "new"],
    ])
    const split = succession("2025-01-01", { to: "left", members: [{ person: "p2", to: "right" }] })
    expect(places(sources(others, split)).map((list) => list.at(-1)?.[1])).toEqual(["left", "right", "left"])
    const part = succession("2025-01-01", { ends: false, members: [{ person: "p2", to: "right" }] })
    expect(places(sources(others, part)).map((list) => list.at(-1)?.[1])).toEqual(["branch", "right", "branch"])
  })

  test("mergers follow one another, on one day too, and reach whoever is in transit on either side", () => {
    const two = [
      succession("2025-01-01", { id: "a", to: "mid" }),
      succession("2025-01-01", { id: "b", from: "mid", to: "end" }),
    ]
    expect(places(sources([book()], ...two))[0]?.at(-1)).toEqual(["2025-01-01", "end"])
    const { entries } = move(letter("2024-12-10"))
    const both = [...two, succession("2025-02-01", { from: "b2", to: "b3" })]
    expect(places(sources([book(entries)], ...both))[0]).toEqual([
      ["2024-01-01", "branch"],
      ["2024-12-10", "branch→b2"],
      ["2025-01-01", "end→b2"],
      ["2025-02-01", "end→b3"],
    ])
  })

  test("where both branches of a letter become one, the member is simply in it, and what comes of the letter later fits", () => {
    const whole = (merger: Partial<Roll.Succession>, ...later: ReadonlyArray<Taken<Transfer.TransferStep>>) => {
      const { entries } = move(letter("2024-03-10"), ...later)
      const given = sources([book(entries)], succession("2024-03-20", merger))
      return [places(given)[0]!.slice(2), faults(given)]
    }
    const [into, from] = [{ from: "b2", to: "branch" }, { to: "b2" }]
    expect(whole(into)).toEqual([[["2024-03-20", "branch"]], []])
    expect(whole(from)).toEqual([[["2024-03-20", "b2"]], []])
    expect(whole(from, receipt("2024-04-01"))).toEqual([[["2024-03-20", "b2"]], []])
    const refused = { on: "2024-04-01", step: { is: "refuse", branch: "b2", reason: "r" } } as const
    for (const last of [refused, { on: "2024-07-01", step: { is: "expire" } } as const]) {
      expect(whole(into, last)).toEqual([[["2024-03-20", "branch"]], []])
    }
    expect(whole(into, receipt("2024-04-01"))).toEqual([
      [["2024-03-20", "branch"]],
      [["roll.goneBranch", "books", 0, "transfers", 1]],
    ])
    const astray = { on: "2024-04-01", step: { is: "redirect", to: "b9" } } as const
    expect(whole(into, astray, receipt("2024-04-02", "b9"))).toEqual([
      [["2024-03-20", "branch"]],
      [
        ["roll.noTransfer", "books", 0, "transfers", 1],
        ["roll.noTransfer", "books", 0, "transfers", 2],
      ],
    ])
    const { entries } = move(letter("2024-03-10"))
    const [one, other] = ["branch", "b2"].map((id) => succession("2024-03-20", { id: "m", from: id, to: "new" }))
    expect(places(sources([book(entries)], other!, one!))[0]?.at(-1)).toEqual(["2024-03-20", "new"])
    const members = [{ person: "p1", to: "own" }]
    const [named, else_] = [one!, other!].map((each) => ({ ...each, members }))
    expect(places(sources([book(entries)], named!, else_!))[0]?.at(-1)).toEqual(["2024-03-20", "own→new"])
  })

  test("a letter to a branch dissolved without a successor is told at once, until it is redirected or ended", () => {
    const dissolved = { ...succession("2024-03-20", { from: "b2" }), recordedAt: at(10) }
    const told = ["roll.destinationGone", "successions", 0]
    const asked = (...later: ReadonlyArray<Taken<Transfer.TransferStep>>) =>
      faults(sources([book(move(letter("2024-03-10"), ...later).entries)], dissolved))
    expect(asked()).toEqual([told])
    const given = sources([book(move(letter("2024-03-10")).entries)], dissolved)
    expect([at(9), at(10)].map((knownAt) => Roll.spans(given, knownAt).faults.length)).toEqual([0, 1])
    const redirect = { on: "2024-04-01", step: { is: "redirect", to: "b3" } } as const
    expect(asked(redirect)).toEqual([])
    expect(asked(redirect, receipt("2024-04-02", "b3"))).toEqual([])
    expect(asked({ on: "2024-04-01", step: { is: "withdraw" } })).toEqual([])
    const reopened = succession("2024-05-01", { from: "b2", ends: false, reopens: true })
    expect(faults(sources([book(move(letter("2024-03-10")).entries)], dissolved, reopened))).toEqual([])
  })

  test("an admission approved later holds from the meeting, as soon as it is known", () => {
    const { entries } = live(
      ...ways.candidate,
      { on: "2024-01-10", step: { is: "resolve", by: branch, carried: true, matter: admit } },
      { on: "2024-03-01", step: { is: "approve", by: township } },
    )
    const given = sources([book([], entries)])
    const members = (knownAt: number) => Roll.of(given, Coordinate.of(day("2024-02-01"), at(knownAt))).members.length
    expect(entries.at(-1)?.recordedAt).toBe(4)
    expect([members(3), members(4)]).toEqual([0, 1])
    expect(places(given)[0]?.[0]?.[0]).toBe("2024-01-10")
  })

  test("a correction is as if the record had never been, and the answer of the day before stays as it was", () => {
    const wrong = member[0]!
    const asked = { ...ways.full[0]!.step, branch: "b7" } as const
    const right: Journal.Entry<MemberLife.Turn> = {
      ...wrong,
      id: "c9",
      recordedAt: at(50),
      supersedes: wrong.id,
      payload: { content: { step: asked }, events: [{ event: { is: "registered", asked: asked as never } }] },
    }
    const given = sources([book([], [wrong, right])])
    expect([places(given, at(49)), places(given, at(50))]).toEqual([
      [[["2024-01-01", "branch"]]],
      [[["2024-01-01", "b7"]]],
    ])
  })

  test("a receipt corrected into a refusal leaves the member where they were, and the answer of before as it was", () => {
    const { entries } = move(letter("2024-03-10"), receipt("2024-04-01"))
    const refusal: Journal.Entry<Transfer.Turn> = {
      ...entries[1]!,
      id: "c9",
      recordedAt: at(60),
      supersedes: entries[1]!.id,
      payload: {
        content: { step: { is: "refuse", branch: "b2", reason: "r" } },
        events: [{ event: { is: "refused", transfer: "t1" } }],
      },
    }
    const given = sources([book([...entries, refusal])])
    expect([at(59), at(60)].map((knownAt) => places(given, knownAt)[0]?.at(-1))).toEqual([
      ["2024-04-01", "b2"],
      ["2024-04-01", "branch"],
    ])
  })

  test("journals of one life kept apart and merged are decided anew, and the member is out from the day of leaving", () => {
    const left = live(...ways.full, { on: "2024-05-01", step: { is: "withdraw", filedOn: day("2024-05-01") } }).entries
    const away = live(...ways.full, { on: "2024-06-01", step: { is: "suspendRights", cause: "arrested" } }).entries
    const other = away.map((entry, index) => (index === 0 ? entry : { ...entry, id: `b${index}` }))
    const merged = Journal.merge(left, other)
    expect(Journal.merge(other, left)).toEqual(merged)
    const { journal, refused } = Decider.settle(life, merged)
    expect(refused.map(({ entry, reasons }) => [entry.id, reasons[0]?.code])).toEqual([["b1", "memberLife.stage"]])
    expect(Roll.spans(sources([book([], journal)]), ever)).toMatchObject({
      persons: [{ spans: [{ from: "2024-01-01", to: "2024-05-01", restriction: "none" }] }],
      faults: [],
    })
    expect(faults(sources([book([], merged)]))).toEqual([["roll.noMembership", "books", 0, "life", 2]])
  })

  test("three things at once: who, with which rights, and where", () => {
    const { entries } = live(
      ...ways.full,
      { on: "2024-02-01", step: { is: "registerMobile", since: day("2023-07-01"), fixedPlace: true, cause: "work" } },
      { on: "2024-03-01", step: { is: "suspendRights", cause: "arrested" } },
      { on: "2024-05-01", step: { is: "restoreRights", after: "suspension" } },
    )
    const rows = Roll.spans(sources([book([], entries)]), ever).persons[0]!.spans.map(
      ({ from, to, restriction, mobile }) => [from, to, restriction, mobile],
    )
    expect(rows).toEqual([
      ["2024-01-01", "2024-02-01", "none", false],
      ["2024-02-01", "2024-03-01", "none", true],
      ["2024-03-01", "2024-05-01", "suspendedByOrganisation", true],
      ["2024-05-01", undefined, "none", true],
    ])
  })

  test("whoever left and came back has a gap", () => {
    const { entries } = live(...ways.full, { on: "2025-01-01", step: { is: "withdraw", filedOn: day("2025-01-02") } })
    const spans = Roll.spans(sources([book([], entries)]), ever).persons[0]!.spans
    expect(spans.map(({ from, to }) => [from, to])).toEqual([["2024-01-01", "2025-01-01"]])
    expect(Roll.onDay({ persons: [{ person: "p1", spans }], faults: [] }, day("2025-01-01")).members).toEqual([])
    expect(Roll.onDay({ persons: [{ person: "p1", spans }], faults: [] }, day("2024-12-31")).members).toHaveLength(1)
  })
})

describe("what does not fit is told with its place", () => {
  test("a letter from a branch that the member is not in, once, and nothing of it is believed", () => {
    const { entries } = move(letter("2024-03-10", "elsewhere"), receipt("2024-04-01"))
    const given = sources([book([], member, "p0"), book(entries)])
    expect(faults(given)).toEqual([["roll.notThere", "books", 1, "transfers", 0]])
    expect(places(given)[1]).toEqual([["2024-01-01", "branch"]])
  })

  test("a receipt without its letter", () => {
    const { entries } = move(letter("2024-03-10"), receipt("2024-04-01"))
    expect(faults(sources([book(entries.slice(1))]))).toEqual([["roll.noTransfer", "books", 0, "transfers", 0]])
  })

  test("two books of one person, in two branches", () => {
    const asked = { ...ways.full[0]!.step, branch: "b7" }
    const other = live({ on: "2024-02-01", step: asked as never }).entries.map((entry) => ({ ...entry, id: "z" }))
    expect(faults(sources([book(), book([], other)]))).toEqual([
      ["roll.twice", "books", 1, "person"],
      ["roll.twoBranches", "books", 1, "life", 0],
    ])
    const same = member.map((entry) => ({ ...entry, id: "z", recordedAt: at(5) }))
    expect(faults(sources([book(), book([], same)])).at(-1)).toEqual(["roll.admittedTwice", "books", 1, "life", 0])
  })

  test("a branch that is no more, members whom a merger forgets or takes from elsewhere", () => {
    const dissolved = succession("2024-03-20", { from: "b2", to: "b3" })
    const { entries } = move(letter("2024-03-10"), receipt("2024-04-01"))
    expect(faults(sources([book(entries)], dissolved))).toEqual([["roll.goneBranch", "books", 0, "transfers", 1]])
    expect(places(sources([book(entries)], dissolved))[0]?.at(-1)).toEqual(["2024-03-20", "branch→b3"])
    expect(faults(sources([book()], succession("2024-03-20", {})))).toEqual([["roll.leftBehind", "successions", 0]])
    const strange = succession("2024-03-20", { to: "b3", members: [{ person: "p9", to: "b4" }] })
    expect(faults(sources([book()], strange))).toEqual([["roll.notInBranch", "successions", 0, "members"]])
    expect(faults(sources([book()], succession("2023-03-20", { to: "b3" })))).toEqual([
      ["roll.goneBranch", "books", 0, "life", 0],
    ])
  })

  test("an event without a membership, and a letter left open by whoever left", () => {
    const { entries } = live(...ways.probationary, {
      on: "2025-03-20",
      step: { is: "suspendRights", cause: "arrested" },
    })
    expect(faults(sources([book([], entries.slice(1))]))).toEqual([["roll.noMembership", "books", 0, "life", 0]])
    const died = live(...ways.full, { on: "2024-05-01", step: { is: "die" } }).entries
    expect(faults(sources([book(move(letter("2024-03-10")).entries, died)]))).toEqual([
      ["roll.leftInTransit", "books", 0, "life", 1],
    ])
  })

  test("a member named for two branches, told once and placed whatever the order of the names", () => {
    const [one, other] = [
      { person: "p1", to: "b4" },
      { person: "p1", to: "b3" },
    ]
    for (const members of [
      [one, other],
      [other, one],
    ]) {
      const given = sources([book()], succession("2025-01-01", { to: "b9", members }))
      expect(faults(given)).toEqual([["roll.namedTwice", "successions", 0, "members", 1]])
      expect(places(given)[0]?.at(-1)).toEqual(["2025-01-01", "b3"])
    }
  })

  test("two successions of one id, and one of a branch that had ended already", () => {
    const [merger, second] = [succession("2025-01-01", { to: "b3" }), succession("2025-02-01", { to: "b4" })]
    const twice = { ...second, id: merger.id, from: "b3" }
    expect(faults(sources([book()], twice, merger))).toEqual([["roll.successionTwice", "successions", 0]])
    expect(faults(sources([book()], second, merger))).toEqual([["roll.endedAlready", "successions", 0]])
    const corrected = { ...second, supersedes: merger.id, recordedAt: at(2000) }
    expect(faults(sources([book()], corrected, merger))).toEqual([])
  })

  test("a split names a member whose earlier receipt elsewhere was written down only afterwards", () => {
    const split = succession("2024-05-01", { recordedAt: at(1), to: "b3", members: [{ person: "p1", to: "b4" }] })
    const { entries } = move(letter("2024-03-10"), receipt("2024-04-30"))
    const given = sources([book(entries.map((entry, index) => ({ ...entry, recordedAt: at(2 * index) })))], split)
    expect(Roll.spans(given, at(1)).faults).toEqual([])
    expect(faults(given)).toEqual([["roll.notInBranch", "successions", 0, "members"]])
    expect(places(given)[0]?.at(-1)).toEqual(["2024-04-30", "b2"])
  })

  test("a letter of somebody who is no member yet is told once, with all that came of it", () => {
    const { entries } = move(letter("2023-12-10"), receipt("2024-02-01"))
    expect(faults(sources([book(entries)]))).toEqual([["roll.noMembership", "books", 0, "transfers", 0]])
    expect(places(sources([book(entries)]))[0]).toEqual([["2024-01-01", "branch"]])
  })

  test("the expiry of the letter of whoever died on the way is in order, a receipt is not", () => {
    const died = live(...ways.full, { on: "2024-05-01", step: { is: "die" } }).entries
    const open = ["roll.leftInTransit", "books", 0, "life", 1]
    const expired = move(letter("2024-03-10"), { on: "2024-07-01", step: { is: "expire" } }).entries
    expect(faults(sources([book(expired, died)]))).toEqual([open])
    const received = move(letter("2024-03-10"), receipt("2024-05-02")).entries
    expect(faults(sources([book(received, died)]))).toEqual([open, ["roll.noTransfer", "books", 0, "transfers", 1]])
  })

  test("all of them in one reading", () => {
    const bad = [
      book(move(letter("2024-03-10", "elsewhere")).entries, member, "p1"),
      book(move(letter("2024-03-10"), receipt("2024-04-01")).entries.slice(1), member, "p2"),
      book([], member, "p3"),
      book([], member, "p3"),
    ]
    expect(
      faults(sources(bad, succession("2025-01-01", {})))
        .map(([code]) => code)
        .sort(),
    ).toEqual([
      "roll.leftBehind",
      "roll.leftBehind",
      "roll.leftBehind",
      "roll.noTransfer",
      "roll.notThere",
      "roll.twice",
    ])
  })
})

describe("as a document", () => {
  test("the roll of a day is decoded with its faults, and the public sees nothing of it", () => {
    const roll = Roll.of(sources([book()]), Coordinate.of(day("2024-06-30"), ever))
    expect(Result.getOrThrow(Roll.document.decode(JSON.parse(JSON.stringify(roll))))).toEqual(roll)
    const twice = { ...roll, members: [...roll.members, ...roll.members] }
    const decoded = Roll.document.decode(twice)
    expect(Result.isFailure(decoded) && decoded.failure.map(({ code, path }) => [code, ...path])).toEqual([
      ["member.twice", "members", 1, "person"],
    ])
    expect(Audience.lint(Member.Member)).toEqual([])
    expect(JSON.stringify(Audience.project(Member.Member, "public")(roll.members[0]!) ?? {})).not.toMatch(/p1|branch/)
  })
})

describe("members admitted too young", () => {
  const roll = Roll.of(sources([book(), book([], member, "p2"), book([], member, "p3")]), {
    validAt: day("2024-06-30"),
    knownAt: ever,
  })
  const born = (id: string, text: string) => ({ id, name: id, born: PartialDate.parseUnsafe(text) })

  test("certainly, perhaps, and not at all", () => {
    const persons = [born("p1", "1992-07-02"), born("p2", "1992"), born("p3", "1992-07-01")]
    expect(
      Roll.underAge(rules, roll.members, persons).map(({ code, subject, severity }) => [code, subject, severity]),
    ).toEqual([
      ["roll.underAge", "p1", "error"],
      ["roll.ageUncertain", "p2", "warning"],
    ])
    expect(Roll.underAge(rules, roll.members, [])).toHaveLength(3)
  })
})

test("a hundred thousand members with a fault in every tenth are read in about linear time, and every fault is told", () => {
  const [astray, alone] = [
    move(letter("2024-03-10", "elsewhere")).entries,
    move(letter("2024-03-10"), receipt("2024-04-01")).entries.slice(1),
  ]
  const open = move(letter("2024-03-10")).entries
  const read = (size: number) => {
    const books: Array<Roll.Book> = []
    const strangers: Array<{ readonly person: string; readonly to: string }> = []
    for (let index = 0; index < size; index++) {
      const kind = index % 50
      const letters = kind === 0 ? astray : kind === 10 ? alone : kind === 20 ? open : []
      books.push({ person: `p${index}`, life: member, transfers: letters })
      if (kind === 30) books.push({ person: `p${index}`, life: [], transfers: [] })
      if (kind === 40) strangers.push({ person: `q${index}`, to: "new" })
    }
    const given = [
      succession("2024-05-01", { from: "b2" }),
      succession("2025-01-01", { to: "new", members: strangers }),
    ]
    const spans = Roll.spans({ books, successions: given }, ever)
    const counts = Roll.counts(Roll.onDay(spans, day("2025-06-30")).members)
    return { spans, counts }
  }
  const { spans, counts } = read(100_000)
  const told = new Map<string, number>()
  for (const { code } of spans.faults) told.set(code, (told.get(code) ?? 0) + 1)
  const kinds = ["notThere", "noTransfer", "destinationGone", "twice", "notInBranch"]
  expect([...told].sort()).toEqual(kinds.map((kind) => [`roll.${kind}`, 2000]).sort())
  expect(counts.map(({ branch: id, rows }) => [id, rows])).toEqual([["new", 100_000]])
  const rows = Roll.onDay(spans, day("2024-06-30")).members
  const twice = rows.flatMap((one, index) => (index % 10 === 0 ? [one, one] : [one]))
  expect(Member.check(twice, day("2024-06-30")).length).toBe(10_000)
})

test("a hundred thousand members are read in one pass", () => {
  const books: Array<Roll.Book> = []
  for (let index = 0; index < 100_000; index++) books.push({ person: `p${index}`, life: member, transfers: [] })
  const spans = Roll.spans({ books, successions: [succession("2025-01-01", { to: "new" })] }, ever)
  const counts = Roll.counts(Roll.onDay(spans, day("2025-06-30")).members)
  expect(counts.map(({ branch: id, rows }) => [id, rows])).toEqual([["new", 100_000]])
})
