/** Told cases of foreign states: what can be wrong with a table, what orders are told as, and what comes in proposes. All made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Fault from "../../src/foundation/Fault.js"
import * as ForeignStates from "../../src/orders/ForeignStates.js"
import { texts } from "../../src/orders/OrdersTexts.js"
import * as DigitStates from "../../src/presets/DigitStates.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as FixMyStreetStates from "../../src/presets/FixMyStreetStates.js"
import * as Open311States from "../../src/presets/Open311States.js"
import { SCHEMES, walk } from "./scripts.js"

const { scheme } = FiveOrders
const after = (text: string) => {
  const { refused, states } = walk(scheme, text)
  expect(refused).toBeUndefined()
  return states.at(-1)!
}

describe("a table that is not sound", () => {
  const good = FixMyStreetStates.table
  const [first, second, ...rest] = good.statuses
  const faults = (change: Partial<ForeignStates.ForeignStates>) =>
    ForeignStates.check({ ...good, ...change }).map(({ code, params, path }) => [code, params, Fault.pointer(path)])
  const cells = (changed: Readonly<Record<string, string>>) => [
    { ...first!, in: { ...first!.in, ...changed } },
    second!,
    ...rest,
  ]

  test.each<[string, Partial<ForeignStates.ForeignStates>, ReadonlyArray<unknown>]>([
    [
      "a hole",
      { statuses: [{ ...first!, in: Object.fromEntries(Object.entries(first!.in).slice(1)) }, second!, ...rest] },
      ["foreignStates.hole", { row: "OPEN", state: "confirmed" }, "statuses[0].in"],
    ],
    [
      "a cell that leads nowhere",
      { statuses: cells({ planned: "toString" }) },
      ["foreignStates.noSuchState", { state: "toString" }, "statuses[0].in.planned"],
    ],
    [
      "a cell of no state",
      { statuses: cells({ lost: "planned" }) },
      ["foreignStates.noSuchState", { state: "lost" }, "statuses[0].in.lost"],
    ],
    [
      "an update that shows what is hidden",
      { statuses: cells({ hidden: "confirmed" }) },
      ["foreignStates.hidden", { row: "OPEN", state: "hidden", to: "confirmed" }, "statuses[0].in.hidden"],
    ],
    [
      "an update that hides",
      { statuses: cells({ planned: "hidden" }) },
      ["foreignStates.hidden", { row: "OPEN", state: "planned", to: "hidden" }, "statuses[0].in.planned"],
    ],
    [
      "one hidden state for another",
      { statuses: cells({ partial: "hidden" }) },
      ["foreignStates.hidden", { row: "OPEN", state: "partial", to: "hidden" }, "statuses[0].in.partial"],
    ],
    [
      "a row from nobody",
      { statuses: [{ ...first!, by: [] }, second!, ...rest] },
      ["foreignStates.nobody", { status: "OPEN" }, "statuses[0].by"],
    ],
    [
      "two names that fall together",
      { statuses: [{ ...first!, also: ["in progress"] }, second!, ...rest] },
      ["foreignStates.twice", { id: "IN_PROGRESS" }, "statuses"],
    ],
    [
      "a public state that stands for nothing",
      { states: good.states.map((state) => (state.id === "planned" ? { ...state, stands: undefined! } : state)) },
      ["foreignStates.stands", { state: "planned" }, "states[2].stands"],
    ],
    [
      "a hidden state that stands for something",
      { states: good.states.map((state) => (state.id === "hidden" ? { ...state, stands: "withdrawn" } : state)) },
      ["foreignStates.stands", { state: "hidden" }, "states[13].stands"],
    ],
    [
      "an order told as hidden",
      { told: { ...good.told, excluded: { state: "hidden", losses: ["how"] } } },
      ["foreignStates.toldHidden", { standing: "excluded", state: "hidden" }, "told.excluded.state"],
    ],
    [
      "an order told as no state",
      { told: { ...good.told, excluded: { state: "void", losses: ["how"] } } },
      ["foreignStates.noSuchState", { state: "void" }, "told.excluded.state"],
    ],
    [
      "a standing said to be told exactly that is not",
      { told: { ...good.told, refused: { state: "closed", losses: [] } } },
      ["foreignStates.inexact", { standing: "refused", state: "closed" }, "told.refused.state"],
    ],
    [
      "a state said to stand exactly for what it does not",
      { states: good.states.map((state) => (state.id === "fixed" ? { ...state, losses: [] } : state)) },
      ["foreignStates.inexact", { standing: "published", state: "fixed" }, "states[5].stands"],
    ],
    [
      "a hole in the questionnaire",
      { questionnaire: { ...good.questionnaire!, in: { ...good.questionnaire!.in, no: first!.in, unknown: {} } } },
      ["foreignStates.hole", { row: "unknown", state: "confirmed" }, "questionnaire.in.unknown"],
    ],
    [
      "a proposal in a state that is none",
      { statuses: [{ ...first!, proposes: [{ deed: "claim", in: ["confirmed", "lost"] }] }, second!, ...rest] },
      ["foreignStates.noSuchState", { state: "lost" }, "statuses[0].proposes[0].in[1]"],
    ],
    [
      "a proposal from somebody of whom the row is not taken",
      { statuses: [{ ...first!, proposes: [{ deed: "claim", by: ["others"] }] }, second!, ...rest] },
      ["foreignStates.nobody", { status: "OPEN" }, "statuses[0].proposes[0].by"],
    ],
    [
      "a proposal of a reopening from nobody",
      { reopening: [{ deed: "complain", by: [] }] },
      ["foreignStates.nobody", { status: "reopening" }, "reopening[0].by"],
    ],
    [
      "a proposal of an answer from somebody who is not asked",
      { questionnaire: { ...good.questionnaire!, proposes: { no: [{ deed: "complain", by: ["body"] }] } } },
      ["foreignStates.nobody", { status: "no" }, "questionnaire.proposes.no[0].by"],
    ],
    [
      "a hole in a variant",
      { variants: [{ ...good.variants[0]!, statuses: [{ ...first!, in: {} }] }] },
      ["foreignStates.hole", { row: "OPEN", state: "confirmed" }, "variants[0].statuses[0].in"],
    ],
    [
      "a variant twice",
      { variants: [good.variants[0]!, good.variants[0]!] },
      ["foreignStates.twice", { id: "extended statuses" }, "variants[1]"],
    ],
    [
      "a state twice",
      { states: [...good.states, good.states[0]!] },
      ["foreignStates.twice", { id: "confirmed" }, "states[16]"],
    ],
  ])("%s", (_, change, fault) => {
    expect(faults(change)).toContainEqual(fault)
  })

  test("everything at once, each fault with its sentences", () => {
    const torn = { ...good, statuses: [{ ...first!, by: [], in: {} }], variants: [] }
    const found = ForeignStates.check(torn)
    expect(found).toHaveLength(1 + good.states.length)
    expect(ForeignStates.document.is(torn)).toBe(false)
    for (const fault of found) {
      expect(Fault.sentence(texts, fault, "zh")).not.toMatch(/[{}]|foreignStates/)
      expect(Fault.sentence(texts, fault, "en")).not.toMatch(/[{}]|foreignStates/)
    }
  })

  test("a standing that is not told does not decode", () => {
    const { refused: _, ...told } = good.told
    const decoded = ForeignStates.document.decode({ ...good, told })
    expect(Result.isFailure(decoded) && decoded.failure.map(({ code, path }) => [code, Fault.pointer(path)])).toEqual([
      ["document.missing", "told.refused"],
    ])
  })
})

describe("an unknown state, variant, sender or answer", () => {
  const { table } = Open311States
  const codes = (result: Result.Result<unknown, Fault.Fault>) => (Result.isFailure(result) ? result.failure.code : "")

  test("is refused by name", () => {
    expect(codes(ForeignStates.apply(table, "lost", { status: "open" }, "body"))).toBe("foreignStates.noSuchState")
    expect(codes(ForeignStates.toOrder(table, "lost"))).toBe("foreignStates.noSuchState")
    expect(codes(ForeignStates.inVariant(table, "lost"))).toBe("foreignStates.noSuchVariant")
  })
  test("nobody is asked where there is no questionnaire", () => {
    const asked = ForeignStates.apply(table, "open", { answer: "yes", isExplained: true }, "reporter")
    expect(Result.getOrThrow(asked).why).toBe("notAsked")
  })
  test("an answer that is none is unknown, and throws nothing", () => {
    const said: unknown = JSON.parse('{"answer":"toString","isExplained":true}')
    const apply = (given: unknown) =>
      ForeignStates.apply(FixMyStreetStates.table, "confirmed", given as ForeignStates.Said, "reporter")
    expect(Result.getOrThrow(apply(said)).why).toBe("notAsked")
  })
  test.each(["__proto__", "toString", "constructor", "hasOwnProperty", ""])(
    "names that objects have anyway: %s",
    (name) => {
      for (const each of [FixMyStreetStates.table, Open311States.table, DigitStates.table]) {
        const [{ id }] = each.states as readonly [ForeignStates.ForeignState]
        expect(Result.getOrThrow(ForeignStates.apply(each, id, { status: name }, "body")).why).toBe("unknown")
        expect(codes(ForeignStates.apply(each, name, { status: "open" }, "body"))).toBe("foreignStates.noSuchState")
        expect(codes(ForeignStates.toOrder(each, name))).toBe("foreignStates.noSuchState")
        expect(codes(ForeignStates.inVariant(each, name))).toBe("foreignStates.noSuchVariant")
        const text = JSON.stringify(each).replace(
          '"told":{',
          `"told":{${JSON.stringify(name)}:{"state":"x","losses":[]},`,
        )
        expect(() => ForeignStates.document.decode(JSON.parse(text))).not.toThrow()
        const celled = JSON.stringify(each).replaceAll('"in":{', `"in":{${JSON.stringify(name)}:"x",`)
        expect(() => ForeignStates.document.decode(JSON.parse(celled))).not.toThrow()
      }
    },
  )
  test("a reason where there is no place for one is refused", () => {
    expect(codes(ForeignStates.toOrder(FixMyStreetStates.table, "duplicate", "merged"))).toBe("foreignStates.reason")
  })
})

describe("an order of ours told outside", () => {
  const told = (table: ForeignStates.ForeignStates, text: string) => ForeignStates.tell(table, scheme, after(text))
  const done = "request claim dispatch@d1 takeOn@d1 report@d1 accept@d1 publish"

  test("says nothing before it was requested", () => {
    expect(ForeignStates.tell(Open311States.table, scheme, walk(scheme, []).states[0]!)).toBeUndefined()
  })
  test.each([
    ["request", "confirmed", "open", "PENDINGFORASSIGNMENT"],
    ["request claim", "investigating", "open", "PENDINGFORASSIGNMENT"],
    ["request claim dispatch@d1", "action scheduled", "open", "PENDINGATLME"],
    ["request claim dispatch@d1 takeOn@d1", "in progress", "open", "PENDINGATLME"],
    ["request claim dispatch@d1 disown@d1", "confirmed", "open", "PENDINGFORREASSIGNMENT"],
    ["request claim dispatch@d1 takeOn@d1 report@d1 accept@d1", "in progress", "open", "PENDINGATLME"],
    [done, "fixed - council", "open", "RESOLVED"],
    [`${done} rate=satisfied`, "fixed - user", "open", "RESOLVED"],
    [`${done} rate=unsatisfied`, "confirmed", "open", "PENDINGFORASSIGNMENT"],
    [`${done} rate=satisfied close`, "fixed - user", "closed", "CLOSEDAFTERRESOLUTION"],
    [`${done} lapse`, "fixed - council", "closed", "CLOSEDAFTERRESOLUTION"],
    ["request merge settle", "duplicate", "closed", "CLOSEDAFTERREJECTION"],
    ["request refuse", "closed", "closed", "CLOSEDAFTERREJECTION"],
    ["request withdraw", "closed", "closed", "CLOSEDAFTERREJECTION"],
  ])("%s", (text, fixMyStreet, open311, digit) => {
    expect([
      told(FixMyStreetStates.table, text)?.state,
      told(Open311States.table, text)?.state,
      told(DigitStates.table, text)?.state,
    ]).toEqual([fixMyStreet, open311, digit])
  })
  test("what is not solved after all attempts is never told as fixed", () => {
    const again = "rework dispatch@d9 takeOn@d9 report@d9 accept@d9 publish"
    const text = `${done} rate=unsatisfied ${again} rate=unsatisfied closeUnsatisfied`
    expect(told(FixMyStreetStates.table, text)).toMatchObject({ state: "closed", losses: ["how", "satisfaction"] })
  })
  test("with its typed reason and whose it is, and with none of its words", () => {
    const telling = told(Open311States.table, "request refer")
    expect(telling).toMatchObject({ state: "closed", reason: "notOurs", standing: "notOurs", losses: [] })
    expect(Object.keys(telling!).sort()).toEqual(["agency", "losses", "reason", "standing", "state"])
    const other = told(FixMyStreetStates.table, "request refer")
    expect([other?.reason, other?.agency, other?.losses]).toEqual([undefined, telling?.agency, []])
  })
  test("whose it is stays here where the scheme does not let everybody see it", () => {
    const fields = scheme.order.fields.map((field) =>
      field.id === "belongsTo" ? { ...field, sensitivity: "internal" as const } : field,
    )
    const closer = { ...scheme, order: { ...scheme.order, fields } }
    const { states } = walk(closer, "request refer")
    expect(ForeignStates.tell(Open311States.table, closer, states.at(-1)!)?.agency).toBeUndefined()
    expect(ForeignStates.tell(FixMyStreetStates.table, closer, states.at(-1)!)?.losses).toEqual(["whose"])
    expect(told(Open311States.table, "request refer")?.agency).toBeDefined()
  })
})

describe("what comes in proposes a deed, and moves nothing", () => {
  const proposed = (
    text: string,
    status: string,
    by: ForeignStates.Sender = "body",
    table: ForeignStates.ForeignStates = FixMyStreetStates.table,
  ) => {
    const { deed, from, moves, rating, state, unproposed, why } = ForeignStates.propose(
      table,
      scheme,
      after(text),
      { status },
      by,
    )!
    const places = moves.map(({ dispatch, move }) => (dispatch === undefined ? move : `${move}@${dispatch}`))
    return [from, state, rating === undefined ? (deed ?? unproposed ?? why) : `${deed} ${rating}`, ...places]
  }
  const published = "request claim dispatch@d1 takeOn@d1 report@d1 accept@d1 publish"

  test.each([
    ["request", "INVESTIGATING", ["confirmed", "investigating", "claim", "claim"]],
    ["request", "DUPLICATE", ["confirmed", "duplicate", "merge", "merge"]],
    ["request", "NOT_COUNCILS_RESPONSIBILITY", ["confirmed", "not responsible", "refer", "refer"]],
    ["request claim", "ACTION_SCHEDULED", ["investigating", "action scheduled", "dispatch", "dispatch"]],
    [
      "request claim dispatch@d1 dispatch@d2 takeOn@d2",
      "FIXED",
      ["in progress", "fixed - council", "report", "report@d2"],
    ],
    ["request claim dispatch@d1", "IN_PROGRESS", ["action scheduled", "in progress", "takeOn", "takeOn@d1"]],
    [
      "request claim dispatch@d1 giveBack@d1 dispatch@d2 takeOn@d2 giveBack@d2",
      "ACTION_SCHEDULED",
      ["confirmed", "action scheduled", "dispatch", "rule"],
    ],
    ["request claim whistle", "PLANNED", ["investigating", "planned", "dispatch", "answerCall", "dispatch"]],
    [
      "request claim dispatch@d1",
      "NOT_COUNCILS_RESPONSIBILITY",
      ["action scheduled", "not responsible", "disown", "disown@d1"],
    ],
    ["request claim dispatch@d1 takeOn@d1 hold@d1", "IN_PROGRESS", ["confirmed", "in progress", "resume", "resume@d1"]],
    ["request claim dispatch@d1 shelve", "IN_PROGRESS", ["confirmed", "in progress", "unshelve", "unshelve"]],
    ["request claim dispatch@d1 giveBack@d1", "INTERNAL_REFERRAL", ["confirmed", "internal referral", "lift", "lift"]],
    ["request claim dispatch@d1 takeOn@d1", "INTERNAL_REFERRAL", ["in progress", "internal referral", "noMove"]],
    ["request claim dispatch@d1 takeOn@d1", "ACTION_SCHEDULED", ["in progress", "action scheduled", "noDeed"]],
    [`${published} rate=unsatisfied`, "FIXED", ["confirmed", "fixed - council", "noMove"]],
    [`${published} rate=unsatisfied`, "ACTION_SCHEDULED", ["confirmed", "action scheduled", "rework", "rework"]],
    [`${published} rate=satisfied`, "OPEN", ["fixed - user", "confirmed", "noMove"]],
    [published, "OPEN", ["fixed - council", "confirmed", "revisit", "revisit", "revisitUnanswered"]],
    ["request merge", "OPEN", ["duplicate", "confirmed", "separate", "separate"]],
    ["request merge settle", "OPEN", ["duplicate", "confirmed", "ended"]],
    ["request refer", "FIXED", ["not responsible", "fixed - council", "ended"]],
    [published, "DUPLICATE", ["fixed - council", "duplicate", "noMove"]],
    [published, "FIXED", ["fixed - council", "fixed - council", "stays"]],
    [published, "SOMETHING", ["fixed - council", "fixed - council", "unknown"]],
  ])("%s + %s", (text, status, expected) => expect(proposed(text, status)).toEqual(expected))

  test("of whoever reported: their reopening is a bad rating, or where it is rated a complaint, and of what has ended nothing", () => {
    const reopened = (text: string, by: ForeignStates.Sender = "reporter") => proposed(text, "reopen", by).slice(2)
    expect(reopened(published)).toEqual(["rate unsatisfied", "rate"])
    expect(reopened(`${published} rate=satisfied`)).toEqual(["complain", "complain"])
    expect(reopened("request merge")).toEqual(["separate", "separate"])
    expect(reopened(`${published} rate=satisfied close`)).toEqual(["ended"])
    expect(reopened(published, "others")).toEqual(["notBy"])
  })
  test("that it is fixed is a rating of whoever reported, where one is open, and never one of others", () => {
    const lingling = SCHEMES.find(({ name }) => name === "LinglingOrders")!.scheme
    const fixed = (text: string, by: ForeignStates.Sender) => {
      const state = walk(lingling, text).states.at(-1)!
      const { deed, moves, unproposed } = ForeignStates.propose(
        FixMyStreetStates.table,
        lingling,
        state,
        { status: "mark fixed" },
        by,
      )!
      return [deed ?? unproposed, ...moves.map(({ move }) => move)]
    }
    const accepted = "request dispatch@d1 takeOn@d1 report@d1 accept@d1"
    expect(fixed(accepted, "reporter")).toEqual(["rate", "rate"])
    expect(fixed(accepted, "others")).toEqual(["noDeed"])
    expect(fixed("request dispatch@d1 takeOn@d1", "reporter")).toEqual(["noMove"])
  })
  test.each([
    ["request claim dispatch@d1", "REASSIGN", "giveBack", "giveBack@d1"],
    ["request claim dispatch@d1 takeOn@d1 hold@d1", "REASSIGN", "reassign", "reassign@d1"],
    ["request claim dispatch@d1 giveBack@d1", "REASSIGN", "dispatch", "dispatch"],
    ["request claim dispatch@d1 giveBack@d1", "REJECT", "noDeed"],
    ["request", "REJECT", "refuse", "refuse"],
    ["request claim", "ASSIGN", "dispatch", "dispatch"],
    [`${published} rate=unsatisfied`, "ASSIGN", "rework", "rework"],
    ["request claim dispatch@d1 takeOn@d1", "RESOLVE", "report", "report@d1"],
  ])("of DIGIT: %s + %s", (text, status, ...expected) => {
    expect(proposed(text, status, "body", DigitStates.table).slice(2)).toEqual(expected)
  })
  test("of DIGIT, whoever complained reopens with a bad rating or a complaint", () => {
    const told = (text: string, status: string) => proposed(text, status, "reporter", DigitStates.table).slice(2)
    expect(told(published, "REOPEN")).toEqual(["rate unsatisfied", "rate"])
    expect(told(`${published} rate=satisfied`, "REOPEN")).toEqual(["complain", "complain"])
    expect(told(published, "RATE")).toEqual(["rate", "rate"])
    expect(told(`${published} rate=satisfied`, "RATE")).toEqual(["noMove"])
  })
  test("of Open311, what is closed closes what can be, and what is opened again has ended here", () => {
    const told = (text: string, status: string) => proposed(text, status, "body", Open311States.table).slice(2)
    expect(told(`${published} rate=satisfied`, "closed")).toEqual(["close", "close"])
    expect(told("request", "closed")).toEqual(["noMove"])
    expect(told("request refuse", "open")).toEqual(["ended"])
  })
  test("nothing before there is an order", () => {
    const { states } = walk(scheme, [])
    const said = { status: "OPEN" }
    expect(ForeignStates.propose(FixMyStreetStates.table, scheme, states[0]!, said, "body")).toBeUndefined()
  })
})
