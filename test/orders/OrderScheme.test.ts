/** The check of schemes: every code at its place, alone and all at once. The schemes are the five orders, spoilt by hand. */
import * as Result from "effect/Result"
import { describe, expect, it, test } from "vitest"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import type * as OrderTerm from "../../src/orders/OrderTerm.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Limit } from "../../src/process/Limit.js"
import type * as Workflow from "../../src/process/Workflow.js"
import { schemes } from "./orderArbitrary.js"

const { scheme } = FiveOrders
type Side = "order" | "dispatch"
type Scheme = OrderScheme.OrderScheme

const at = (side: Side, list: "moves" | "fields" | "stages", id: string): number =>
  scheme[side][list].findIndex((each) => each.id === id)

/** A scheme with some moves changed on one side. */
const moved = (
  side: Side,
  change: Readonly<Record<string, Partial<Workflow.Move>>>,
  from: Scheme = scheme,
): Scheme => ({
  ...from,
  [side]: { ...from[side], moves: from[side].moves.map((move) => ({ ...move, ...change[move.id] })) },
})
const withField = (side: Side, id: string, change: Partial<Workflow.Field>): Scheme => ({
  ...scheme,
  [side]: {
    ...scheme[side],
    fields: scheme[side].fields.map((field) => (field.id === id ? { ...field, ...change } : field)),
  },
})
const added = (side: Side, move: Workflow.Move, deed?: OrderTerm.Deed): Scheme => ({
  ...scheme,
  [side]: { ...scheme[side], moves: [...scheme[side].moves, move] },
  deeds: { ...scheme.deeds, ...(deed === undefined ? {} : { [move.id]: deed }) },
})
const without = (move: string): Scheme => {
  const { [move]: _, ...deeds } = scheme.deeds
  return { ...scheme, deeds }
}
const label = { zh: "示例" }
const plain = (id: string, rest: Partial<Workflow.Move> = {}): Workflow.Move => ({
  id,
  label,
  from: ["inHand"],
  to: { way: "stay" },
  by: ["branch"],
  needs: [],
  ...rest,
})
const last = (side: Side): number => scheme[side].moves.length

const SPOILT: Readonly<
  Record<Exclude<OrderScheme.OrderSchemeFault["code"], `workflow.${string}` | `guard.${string}`>, ReadonlyArray<Spoilt>>
> = {
  "orderScheme.inHand": [
    [{ ...scheme, inHand: ["inHand", "nowhere"] }, ["inHand", 1]],
    [{ ...scheme, inHand: ["shelved", "inHand"] }, ["inHand", 0]],
    [{ ...scheme, inHand: ["toString"] }, ["inHand", 0]],
  ],
  "orderScheme.noSuchMove": [[{ ...scheme, deeds: { ...scheme.deeds, fly: "claim" } }, ["deeds", "fly"]]],
  "orderScheme.wrongWorkflow": [[{ ...scheme, deeds: { ...scheme.deeds, verify: "hold" } }, ["deeds", "verify"]]],
  "orderScheme.noDeed": [[without("takeOn"), ["deeds"], ["orderScheme.skips", ["dispatch", "moves"]]]],
  "orderScheme.skips": [
    // Opened in the stage in which it can be accepted, or accepted from the stage in which it waits.
    [moved("dispatch", { rule: { to: "reported" } }), ["dispatch", "moves"]],
    [moved("dispatch", { accept: { from: ["reported", "dispatched"] } }), ["dispatch", "moves"]],
    // Sent back and accepted without another report.
    [moved("dispatch", { sendBack: { to: { way: "stay" } } }), ["dispatch", "moves"]],
  ],
  "orderScheme.opening": [
    [without("patrol"), ["order", "moves", at("order", "moves", "patrol")]],
    [
      { ...scheme, deeds: { ...scheme.deeds, verify: "request" } },
      ["order", "moves", at("order", "moves", "verify")],
      // A request says what is asked for.
      ["orderScheme.needs", ["order", "moves", at("order", "moves", "verify"), "needs"]],
    ],
    [
      moved("dispatch", { takeOn: { from: undefined! } }),
      ["dispatch", "moves", at("dispatch", "moves", "takeOn")],
      OPENS_ALONE(),
    ],
  ],
  "orderScheme.opensAlone": [
    [
      added("dispatch", { ...plain("call", { to: "taken" }), from: undefined! }, "dispatch"),
      ["dispatch", "moves", last("dispatch")],
    ],
  ],
  "orderScheme.outcome": [
    [
      {
        ...scheme,
        order: {
          ...scheme.order,
          outcomes: [...scheme.order.outcomes, { id: "toString", label }],
          stages: [...scheme.order.stages, { id: "gone", label, kind: "end", outcome: "toString" }],
        },
      },
      ["order", "stages", scheme.order.stages.length],
    ],
    [
      {
        ...scheme,
        dispatch: { ...scheme.dispatch, stages: [...scheme.dispatch.stages, { id: "gone", label, kind: "end" }] },
      },
      ["dispatch", "stages", scheme.dispatch.stages.length],
    ],
  ],
  "orderScheme.endsBy": [
    [moved("order", { direct: { to: "satisfied" } }), ["order", "moves", at("order", "moves", "direct"), "to"]],
    [without("lapse"), ["order", "moves", at("order", "moves", "lapse"), "to"]],
    // Done is what was accepted, and not what its doer says is done.
    [moved("dispatch", { report: { to: "accepted" } }), ["dispatch", "moves", at("dispatch", "moves", "report"), "to"]],
    [moved("dispatch", { hold: { to: "givenBack" } }), ["dispatch", "moves", at("dispatch", "moves", "hold"), "to"]],
  ],
  "orderScheme.attempt": [
    [{ ...scheme, order: { ...scheme.order, attempts: [] } }, ["order", "moves", at("order", "moves", "rework")]],
  ],
  "orderScheme.field": [
    [
      withField("dispatch", "doer", { of: "text" }),
      ["dispatch", "fields", at("dispatch", "fields", "doer"), "of"],
      NOT_WHO(),
    ],
    [
      withField("order", "complaint", { of: "reference" }),
      ["order", "fields", at("order", "fields", "complaint"), "of"],
    ],
  ],
  "orderScheme.sensitivity": [
    [
      withField("order", "what", { sensitivity: "internal" }),
      ["order", "fields", at("order", "fields", "what"), "sensitivity"],
    ],
    [
      withField("order", "contact", { sensitivity: "open" }),
      ["order", "fields", at("order", "fields", "contact"), "sensitivity"],
    ],
  ],
  "orderScheme.needs": [
    [moved("order", { refer: { needs: ["reason"] } }), ["order", "moves", at("order", "moves", "refer"), "needs"]],
    [
      moved("dispatch", { giveBack: { needs: [], takes: ["reason"] } }),
      ["dispatch", "moves", at("dispatch", "moves", "giveBack"), "needs"],
    ],
    [
      moved("order", { rate: { needs: [], takes: ["rating"] } }),
      ["order", "moves", at("order", "moves", "rate"), "needs"],
    ],
  ],
  "orderScheme.fills": [
    [
      moved("order", { verify: { takes: ["kind", "rating"] } }),
      ["order", "moves", at("order", "moves", "verify"), "takes", 1],
    ],
    // Whoever enters the order later cannot make themselves the one who rates.
    [
      moved("order", { direct: { needs: ["branch", "actedFor"] } }),
      ["order", "moves", at("order", "moves", "direct"), "needs", 1],
    ],
    [added("order", plain("score", { takes: ["solved"] })), ["order", "moves", last("order"), "takes", 0]],
  ],
  "orderScheme.rater": [
    [moved("order", { rate: { only: undefined! } }), ["order", "moves", at("order", "moves", "rate"), "only"]],
    [moved("order", { rate: { only: [] } }), ["order", "moves", at("order", "moves", "rate"), "only"]],
    [
      moved("order", { rateJoined: { only: ["request", "verify"] } }),
      ["order", "moves", at("order", "moves", "rateJoined"), "only"],
    ],
  ],
  "orderScheme.grade": [
    [
      withField("order", "rating", {
        choices: [...scheme.order.fields[at("order", "fields", "rating")]!.choices!, { id: "toString", label }],
      }),
      ["order", "fields", at("order", "fields", "rating"), "choices", 4],
    ],
    [{ ...scheme, ratings: { ...scheme.ratings, 好: "satisfied" } }, ["ratings", "好"]],
  ],
  "orderScheme.kind": [
    [{ ...scheme, kinds: [...scheme.kinds, { id: "other", label, unit: "case" }] }, ["kinds", scheme.kinds.length]],
    [{ ...scheme, kinds: scheme.kinds.slice(1) }, ["order", "fields", at("order", "fields", "kind"), "choices", 0]],
  ],
  "orderScheme.kindTwice": [
    [{ ...scheme, kinds: [...scheme.kinds, scheme.kinds[0]!] }, ["kinds", scheme.kinds.length, "id"]],
  ],
  "orderScheme.due": [[{ ...scheme, due: "办结" }, ["due"]]],
}

type Place = ReadonlyArray<string | number>
/** A scheme, the place of its fault, and what else follows from the same mistake. */
type Spoilt = readonly [Scheme, Place, ...ReadonlyArray<readonly [string, Place]>]

function OPENS_ALONE(): readonly [string, Place] {
  return ["orderScheme.opensAlone", ["dispatch", "moves", at("dispatch", "moves", "takeOn")]]
}
function NOT_WHO(): readonly [string, Place] {
  return ["workflow.notWho", []]
}

const faultsOf = (any: Scheme) => OrderScheme.check(any).map(({ code, path }) => [code, path] as const)

describe("the check of a scheme", () => {
  test.each(schemes.map((any) => [any.label.zh, any] as const))("finds nothing wrong with %s", (_, any) => {
    expect(OrderScheme.check(any)).toEqual([])
    expect(OrderScheme.document.decode(JSON.parse(JSON.stringify(any)))).toEqual(Result.succeed(any))
  })

  for (const [code, list] of Object.entries(SPOILT))
    test.each(list.map((spoilt, index) => [index + 1, spoilt] as const))(
      `finds ${code} (%i) at its place`,
      (_, spoilt) => {
        const [any, place, ...others] = spoilt
        const found = faultsOf(any)
        expect(found).toContainEqual([code, place])
        const rest = found.filter(([each, path]) => each !== code || JSON.stringify(path) !== JSON.stringify(place))
        for (const [each, path] of rest)
          expect(
            others.some(([other, where]) => other === each && (where.length === 0 || `${where}` === `${path}`)),
            each,
          ).toBe(true)
      },
    )

  it("tells everything at once, the faults of either workflow under its name", () => {
    const spoilt = moved(
      "dispatch",
      { giveBack: { needs: [] }, takeOn: { by: ["nobody"] } },
      {
        ...moved("order", { rate: { only: [] }, verify: { to: "excluded" } }),
        inHand: ["nowhere"],
        due: "办结",
      },
    )
    expect(faultsOf(spoilt)).toEqual([
      ["workflow.noSuchId", ["dispatch", "moves", at("dispatch", "moves", "takeOn"), "by", 0]],
      ["orderScheme.inHand", ["inHand", 0]],
      ["orderScheme.endsBy", ["order", "moves", at("order", "moves", "verify"), "to"]],
      ["orderScheme.needs", ["dispatch", "moves", at("dispatch", "moves", "giveBack"), "needs"]],
      ["orderScheme.rater", ["order", "moves", at("order", "moves", "rate"), "only"]],
      ["orderScheme.due", ["due"]],
    ])
  })

  it("knows the person acted for as a field, and no move that happens to be called so", () => {
    const renamed = JSON.parse(
      JSON.stringify(scheme).replaceAll('"actedFor"', '"onBehalfOf"').replaceAll('"id":"verify"', '"id":"actedFor"'),
    ) as Scheme
    const tricked = moved("order", { rate: { only: ["request", "actedFor"] } }, renamed)
    expect(faultsOf(tricked)).toContainEqual([
      "orderScheme.rater",
      ["order", "moves", at("order", "moves", "rate"), "only"],
    ])
  })
})

describe("the getters", () => {
  it("tell deeds, moves and grades by their own names and not by those of the language", () => {
    for (const name of ["toString", "__proto__", "constructor"]) {
      expect(OrderScheme.deedOf(scheme, name)).toBe(undefined)
      expect(OrderScheme.ratingOf(scheme, name)).toBe(undefined)
      expect(OrderScheme.isJoint(scheme, name)).toBe(false)
    }
    expect(OrderScheme.movesOf(scheme, "dispatch")).toEqual(["answerCall", "dispatch", "rule"])
    expect(OrderScheme.movesOf(scheme, "supervise")).toEqual([])
    const joint = Object.keys(scheme.deeds).filter((move) => OrderScheme.isJoint(scheme, move))
    expect(joint.sort()).toEqual(["accept", "answerCall", "disown", "dispatch", "giveBack", "report", "rule"])
  })
})

describe("a scheme under a text on time limits", () => {
  const limit: Limit = {
    id: "办结", // made up
    amount: 5,
    unit: "workingDay",
    countsFirstDay: false,
    starts: "requested",
    ends: ["publish"],
    holds: ["shelved"],
    extension: { times: 1, most: 10 },
  } as Limit
  const extend = plain("extendOrder", { needs: ["reason", "days"], extends: { limit: "办结", by: "days" } })
  const timing: OrderScheme.Timing = {
    order: [limit],
    dispatch: [],
    extensions: { order: [extend], dispatch: [] },
    due: "办结",
  }
  const whole = OrderScheme.timed(scheme, timing)

  it("has its limits, the moves that extend them with their deed, and the field of days", () => {
    expect(OrderScheme.check(whole)).toEqual([])
    expect([whole.due, OrderScheme.deedOf(whole, "extendOrder")]).toEqual(["办结", "extend"])
    expect(whole.order.fields.at(-1)).toMatchObject({ id: "days", of: "count" })
    expect(whole.dispatch).toEqual(scheme.dispatch)
  })

  it("is the same when timed twice, and without any when timed by nothing", () => {
    expect(OrderScheme.timed(whole, timing)).toEqual(whole)
    const bare = OrderScheme.timed(whole, { order: [], dispatch: [], extensions: { order: [], dispatch: [] } })
    expect(bare.order).toEqual({ ...scheme.order, fields: [...scheme.order.fields, whole.order.fields.at(-1)] })
    expect(bare.deeds).toEqual(scheme.deeds)
    expect("due" in bare).toBe(false)
  })

  it("has no move left that extends, though the old one named no limit", () => {
    const own = added("order", plain("延期", { needs: [] }), "extend")
    expect(OrderScheme.timed(own, timing)).toEqual(whole)
  })
})
