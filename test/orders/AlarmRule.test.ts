import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Document from "../../src/foundation/Document.js"
import * as AlarmRule from "../../src/orders/AlarmRule.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import { stated, tableOf } from "./alarmOrders.js"

const day = CivilDate.parseUnsafe

/** One rule of every kind; a new kind fails to compile until it stands here. */
const each: { readonly [K in AlarmRule.AlarmKind]: Extract<AlarmRule.AlarmRule, { readonly kind: K }> } = {
  instant: { ...stated, kind: "instant", id: "a", from: "dispatch", to: "report", minutes: 10 },
  ownRating: { ...stated, kind: "ownRating", id: "b", marks: ["contact"] },
  relativeRating: { ...stated, kind: "relativeRating", id: "c", relations: ["spouse"] },
  template: { ...stated, kind: "template", id: "d", by: "doer", counts: "order", least: 3, days: 30, letters: 6 },
  burst: {
    ...stated,
    kind: "burst",
    id: "e",
    deed: "report",
    body: "branch",
    per: "month",
    lastDays: 3,
    beyond: "0.5",
    least: 5,
  },
  defaultRating: { ...stated, kind: "defaultRating", id: "f", body: "branch", minutes: 10, from: "0.8", least: 10 },
  bulkRating: { ...stated, kind: "bulkRating", id: "g", body: "village", seconds: 0, least: 5 },
  oneAccount: { ...stated, kind: "oneAccount", id: "h", marks: ["contact", "device"], least: 3, days: 365 },
  dates: {
    ...stated,
    kind: "dates",
    id: "i",
    offsetMinutes: 480,
    earliest: day("2000-01-01"),
    latest: day("2099-12-31"),
    ahead: 0,
  },
  backwards: { ...stated, kind: "backwards", id: "j", sequences: [{ first: ["request"], later: ["rate"] }] },
  passing: { ...stated, kind: "passing", id: "k", least: 3 },
  comesBack: { ...stated, kind: "comesBack", id: "l", days: 30 },
}

const all = tableOf(...Object.values(each))
const codes = (...rules: ReadonlyArray<AlarmRule.AlarmRule>) =>
  AlarmRule.check(tableOf(...rules)).map(({ code, path }) => [code, ...path.slice(2)])

describe("the document", () => {
  it("holds a rule of every kind, comes back as it was, and is sound", () => {
    expect(Object.keys(each)).toEqual(Object.keys(AlarmRule.kinds))
    expect(AlarmRule.check(all)).toEqual([])
    const stored: unknown = JSON.parse(JSON.stringify(all))
    expect(Document.decodeUnsafe(AlarmRule.document, stored)).toEqual(all)
  })

  it.each([
    ["an unknown kind", { ...each.passing, kind: "gossip" }],
    ["half a time", { ...each.passing, least: 2.5 }],
    ["a share that is no number", { ...each.burst, beyond: "half" }],
    ["a mark of no kind", { ...each.ownRating, marks: ["nickname"] }],
    ["a deed that there is not", { ...each.backwards, sequences: [{ first: ["ask"], later: ["rate"] }] }],
    ["a crowd of one", { ...each.bulkRating, least: 1 }],
    ["no strength", { ...each.comesBack, strength: "perhaps" }],
  ])("refuses %s", (_, rule) => {
    expect(AlarmRule.document.is({ ...all, rules: [rule] })).toBe(false)
  })

  it("tells all faults of a stored document at once", () => {
    const wrong = { ...all, rules: [each.passing, each.passing, { ...each.ownRating, marks: [] }] }
    const decoded = AlarmRule.document.decode(wrong)
    const faults = Result.isFailure(decoded) ? decoded.failure : []
    expect(faults.map(({ code, path }) => [code, ...path])).toEqual([
      ["alarmRule.idTwice", "rules", 1, "id"],
      ["alarmRule.noBound", "rules", 2],
    ])
  })
})

describe("what is wrong with a rule", () => {
  const { limit: _, minutes: __, ...unbound } = { limit: "", ...each.instant }
  const { ahead: ___, earliest: ____, latest: _____, ...undated } = each.dates

  it.each<readonly [string, AlarmRule.AlarmRule, ReadonlyArray<ReadonlyArray<string | number>>]>([
    ["neither minutes nor a share", unbound, [["alarmRule.noBound"]]],
    ["a share of no limit", { ...each.instant, share: "0.1" }, [["alarmRule.noBound"]]],
    ["a limit without a share", { ...each.instant, limit: "办结" }, [["alarmRule.noBound"]]],
    ["a share of a limit beside minutes", { ...each.instant, limit: "办结", share: "0.1" }, []],
    ["a share of a limit alone", { ...unbound, limit: "办结", share: "1" }, []],
    ["a share of nothing", { ...unbound, limit: "办结", share: "0" }, [["alarmRule.share", "share"]]],
    ["a closing counted from the dispatch", { ...each.instant, to: "close" }, [["alarmRule.span", "from"]]],
    ["a closing counted from the request", { ...each.instant, from: "request", to: "close" }, []],
    ["no marks", { ...each.ownRating, marks: [] }, [["alarmRule.noBound"]]],
    ["no marks of accounts", { ...each.oneAccount, marks: [] }, [["alarmRule.noBound"]]],
    ["beyond everything", { ...each.burst, beyond: "1" }, [["alarmRule.share", "beyond"]]],
    ["below nothing", { ...each.burst, beyond: "-0.5" }, [["alarmRule.share", "beyond"]]],
    ["beyond nothing", { ...each.burst, beyond: "0" }, []],
    ["from nothing", { ...each.defaultRating, from: "0" }, [["alarmRule.share", "from"]]],
    ["from everything", { ...each.defaultRating, from: "1" }, []],
    ["from more than everything", { ...each.defaultRating, from: "1.01" }, [["alarmRule.share", "from"]]],
    ["last days as long as a February", { ...each.burst, lastDays: 28 }, [["alarmRule.lastDays", "lastDays"]]],
    ["last days a day shorter", { ...each.burst, lastDays: 27 }, []],
    ["last days of a quarter", { ...each.burst, per: "quarter", lastDays: 89 }, []],
    ["no days at all", undated, [["alarmRule.noBound"]]],
    ["days the wrong way round", { ...each.dates, latest: day("1999-12-31") }, [["alarmRule.days", "latest"]]],
    ["one day", { ...each.dates, latest: day("2000-01-01") }, []],
    ["no relation of all", { ...each.relativeRating, relations: [] }, [["alarmRule.noBound"]]],
    ["all relations", { ...stated, kind: "relativeRating", id: "c" }, []],
    ["no sequence", { ...each.backwards, sequences: [] }, [["alarmRule.noBound"]]],
    [
      "an empty sequence beside another",
      { ...each.backwards, sequences: [...each.backwards.sequences, { first: [], later: [] }] },
      [["alarmRule.noBound"]],
    ],
    [
      "what has to come before itself",
      { ...each.backwards, sequences: [{ first: ["request", "rate"], later: ["rate"] }] },
      [["alarmRule.noBound"]],
    ],
    [
      "a sequence of nothing first",
      { ...each.backwards, sequences: [{ first: [], later: ["rate"] }] },
      [["alarmRule.noBound"]],
    ],
    [
      "a sequence of one",
      { ...each.backwards, sequences: [{ first: ["request"], later: [] }] },
      [["alarmRule.noBound"]],
    ],
  ])("%s", (_name, rule, found) => {
    expect(codes(rule)).toEqual(found)
  })
})

it("tells a limit that the scheme has not", () => {
  const rule = { ...each.instant, limit: "办结", share: "0.01" } as const
  const limit = {
    id: "办结",
    amount: 5,
    unit: "workingDay",
    countsFirstDay: false,
    starts: "dispatch",
    ends: ["report"],
    holds: [],
  } as const
  const { scheme } = FiveOrders
  expect(AlarmRule.unfit(tableOf(each.passing, rule), scheme).map(({ code, path }) => [code, ...path])).toEqual([
    ["alarmRule.noLimit", "rules", 1, "limit"],
  ])
  const timed = { ...scheme, dispatch: { ...scheme.dispatch, limits: [limit] } }
  expect(AlarmRule.unfit(tableOf(each.passing, rule), timed)).toEqual([])
})
