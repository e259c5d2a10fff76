import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Canonical from "../../src/foundation/Canonical.js"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Exact from "../../src/foundation/Exact.js"
import type { Order } from "../../src/orders/Duplicates.js"
import * as Duplicates from "../../src/orders/Duplicates.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as OrderView from "../../src/orders/OrderView.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import { inDays } from "./twins.js"

type Said = readonly [move: string, actor: Actor, fields?: ServiceOrder.Taken["fields"], dispatch?: string]

const START = CivilDate.dayNumber(CivilDate.parseUnsafe("2023-11-01"))

/** Steps of one day each. */
const order = (steps: ReadonlyArray<Said>, scheme: OrderScheme = FiveOrders.scheme): Order => {
  const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
  const state = steps.reduce<ServiceOrder.State>((before, [move, actor, fields = {}, dispatch], number) => {
    const on = CivilDate.ofDayNumberUnsafe(START + number)
    const recordedAt = Coordinate.instantUnsafe(1_698_800_000_000 + number * 1000)
    const payload = { order: "甲村-张某-3", move, fields, ...(dispatch === undefined ? {} : { dispatch }) }
    return evolve(before, { id: `e${String(number).padStart(3, "0")}`, on, recordedAt, actor, payload })
  }, initial)
  expect(ServiceOrder.asides(state)).toEqual([])
  return { scheme, state }
}

const NAMES: Readonly<Record<string, OrderView.Body>> = {
  v1: { label: { zh: "甲村" } },
  g1: { label: { zh: "甲村第三网格" }, isGrid: true },
  b1: { label: { zh: "甲村党支部" } },
  u1: { label: { zh: "镇民政办" } },
  u2: { label: { zh: "供电所" } },
}
const shown: OrderView.Shown = { number: "2023-17", bodies: (id) => NAMES[id] }

const resident = { post: "resident", person: "p-resident" }
const grid = { post: "grid", person: "p-grid", body: "g1" }
const branch = { post: "branch", person: "p-branch", body: "b1" }
const member = { post: "member", person: "p-member", body: "u1" }
const what = "独居老人张某（低保户）家屋顶漏雨" // made up after the examples of the talk, S2
const asked: Said = [
  "request",
  resident,
  {
    what,
    place: "西街7号",
    contact: "c-81",
    kind: "request",
    category: "housing",
    village: "v1",
    grid: "g1",
    branch: "b1",
  },
]
const done: ReadonlyArray<Said> = [
  asked,
  ["claim", grid],
  ["dispatch", branch, { doer: "p-other", unit: "u2" }, "d1"],
  ["disown", { ...member, body: "u2" }, { reason: "非供电职责", belongsTo: "u1" }, "d1"],
  ["dispatch", branch, { doer: "p-member", unit: "u1" }, "d2"],
  ["takeOn", member, {}, "d2"],
  ["serve", member, { persons: 3, result: "为张某换瓦" }, "d2"],
  ["report", member, { evidence: "photo-9", result: "已为张某换瓦" }, "d2"],
  ["accept", branch, {}, "d2"],
  ["publish", branch],
  ["complain", resident, { complaint: "来得太晚" }],
  ["answer", { post: "committee", body: "c1" }, { reason: "已致歉" }],
  ["rate", resident, { rating: "unsatisfied", solved: "unsolved", opinion: "还在漏" }],
  ["rework", branch],
]

describe("an order that was returned, done, complained about, rated badly and opened anew, made up after S2", () => {
  const whole = order(done)
  const view = (audience: Audience.Audience) => OrderView.view(whole, shown, audience) as Record<string, unknown>

  it("is shown to the public by a number, a stage, days and counts", () => {
    const { timeline, ...rest } = view("public")
    expect(rest).toEqual({
      number: "2023-17",
      stage: { id: "claimed", label: { zh: "已领单", en: "claimed" }, kind: "open" },
      kind: { id: "request", label: { zh: "群众诉求", en: "request" } },
      village: { zh: "甲村" },
      branch: { zh: "甲村党支部" },
      units: [],
      requestedOn: "2023-11-01",
      dispatchedOn: "2023-11-03",
      counts: { dispatches: 2, services: 1, persons: 3, returns: 1, attempts: 2 },
    })
    expect(timeline).toHaveLength(11)
  })

  it("names who said that it is not theirs, and whose it is, so that it does not read as a brush-off (peers 5.4)", () => {
    const line = OrderView.timeline(whole, shown, "public") as ReadonlyArray<OrderView.Event>
    expect(line.find(({ deed }) => deed === "disown")).toEqual({
      on: "2023-11-04",
      deed: "disown",
      label: { zh: "不属本单位退回", en: "disowning" },
      dispatch: 1,
      attempt: 1,
      by: { zh: "供电所" },
      belongsTo: { zh: "镇民政办" },
    })
  })

  it("shows every further attempt and what it was opened for (fixmystreet issue 2357)", () => {
    const line = OrderView.timeline(whole, shown, "public") as ReadonlyArray<OrderView.Event>
    expect(line.slice(-2).map(({ attempt, deed, on, rating }) => [on, deed, attempt, rating?.id])).toEqual([
      ["2023-11-13", "rate", 1, "unsatisfied"],
      ["2023-11-14", "rework", 2, undefined],
    ])
  })

  it("was reported and published in an attempt: after rework the timeline alone tells of that", () => {
    const days = (steps: ReadonlyArray<Said>) => {
      const { publishedOn, reportedOn } = OrderView.view(order(steps), shown, "staff") as OrderView.OrderView
      return [reportedOn, publishedOn]
    }
    expect(days(done.slice(0, -1))).toEqual(["2023-11-08", "2023-11-10"])
    expect(days(done)).toEqual([undefined, undefined])
    const line = OrderView.timeline(whole, shown, "public") as ReadonlyArray<OrderView.Event>
    expect(
      line.filter(({ deed }) => deed === "report" || deed === "publish").map(({ attempt, on }) => [on, attempt]),
    ).toEqual([
      ["2023-11-08", 1],
      ["2023-11-10", 1],
    ])
  })

  it("shows a rating while the attempt it is of stands, and not after", () => {
    expect(view("public").rating).toBeUndefined()
    expect(OrderView.view(order(done.slice(0, -1)), shown, "public")).toMatchObject({
      rating: { id: "unsatisfied" },
      solved: { id: "unsolved" },
    })
  })

  it("tells nobody of the complaint but staff and the requester", () => {
    expect([view("public").complaints, view("villagers").complaints]).toEqual([undefined, undefined])
    expect([view("staff").complaints, view("requester").complaints]).toEqual([1, 1])
    const deeds = (audience: Audience.Audience) =>
      (OrderView.timeline(whole, shown, audience) as ReadonlyArray<OrderView.Event>).map(({ deed }) => deed)
    expect(deeds("villagers")).not.toContain("complain")
    expect(deeds("requester")).toContain("complain")
    expect(deeds("villagers")).not.toContain("serve")
  })

  it("shows the grid to the village and not to the public, and who did it to staff and the requester", () => {
    expect([view("public").grid, view("villagers").grid, view("requester").grid]).toEqual([
      undefined,
      { zh: "甲村第三网格" },
      { zh: "甲村第三网格" },
    ])
    expect(Audience.all.map((audience) => view(audience).doers)).toEqual([
      undefined,
      undefined,
      ["p-member"],
      ["p-member"],
    ])
  })

  it("shows the category that the five orders protect to staff and the requester alone", () => {
    expect(Audience.all.map((audience) => view(audience).category !== undefined)).toEqual([false, false, true, true])
  })

  it("shows the requester their own words, and nobody a text of anybody", () => {
    expect(view("requester").own).toEqual({ what, opinion: "还在漏" })
    const hidden = [
      "西街7号",
      "c-81",
      "p-resident",
      "photo-9",
      "张某换瓦",
      "非供电职责",
      "已致歉",
      "来得太晚",
      "甲村-张某-3",
      "p-grid",
    ]
    for (const audience of Audience.all) {
      const text = Canonical.textUnsafe([view(audience), OrderView.timeline(whole, shown, audience)])
      for (const secret of hidden) expect(text).not.toContain(secret)
      if (audience !== "requester") for (const own of ["低保", "还在漏"]) expect(text).not.toContain(own)
    }
  })

  it("shows how it stands with its limit, as it is given", () => {
    const due = {
      state: "late",
      light: "red",
      isOver: true,
      measure: "day",
      total: 5,
      elapsed: 6,
      remaining: 0,
      overdue: 1,
      share: Exact.parseUnsafe("1.2"),
      deadline: CivilDate.parseUnsafe("2023-11-08"),
    } as const
    const dueFor = (audience: Audience.Audience, more: Partial<OrderView.Shown>) =>
      (OrderView.view(whole, { ...shown, ...more }, audience) as OrderView.OrderView).due
    const byDay = { light: "red", state: "late", deadline: "2023-11-08" }
    for (const audience of Audience.all) expect(dueFor(audience, { due })).toEqual(byDay)
    // 2023-11-08 07:30 in the place, the day before at Greenwich
    const deadline = Coordinate.instantUnsafe(1_699_399_800_000)
    const hours = { due: { ...due, deadline }, offsetMinutes: 480 }
    for (const audience of ["public", "villagers"] as const) {
      expect(dueFor(audience, hours)).toEqual(byDay)
      expect(dueFor(audience, { due: hours.due })).toEqual({ light: "red", state: "late" })
    }
    expect(dueFor("staff", hours)).toEqual({ ...byDay, deadlineAt: deadline })
    expect(dueFor("requester", hours)).toEqual({ ...byDay, deadlineAt: deadline })
    for (const sensitivity of ["internal", "protected"] as const) {
      const guarded = guarding(inDays, "days", sensitivity)
      const seen = Audience.all.map(
        (audience) =>
          (OrderView.view(order([asked], guarded), { ...shown, due }, audience) as OrderView.OrderView).due !==
          undefined,
      )
      expect(seen).toEqual([false, false, true, sensitivity === "protected"])
    }
  })
})

const guarding = (scheme: OrderScheme, id: string, sensitivity: Audience.Sensitivity): OrderScheme => ({
  ...scheme,
  order: {
    ...scheme.order,
    fields: scheme.order.fields.map((field) => (field.id === id ? { ...field, sensitivity } : field)),
  },
})

it("a place that declares the kind protected does not tell an errand from a request", () => {
  const kept = guarding(FiveOrders.scheme, "kind", "protected")
  const view = (kind: string, scheme: OrderScheme, audience: Audience.Audience) =>
    OrderView.view(order([["request", resident, { what, kind }]], scheme), shown, audience)
  for (const audience of ["public", "villagers"] as const) {
    expect(view("errand", kept, audience)).toEqual(view("request", kept, audience))
    expect(view("errand", FiveOrders.scheme, audience)).not.toEqual(view("request", FiveOrders.scheme, audience))
  }
  expect(view("errand", kept, "requester")).toMatchObject({ kind: { id: "errand" } })
})

it("a single order's rating shows to everybody where it is declared open, and else to whom its sensitivity lets", () => {
  const rated = done.slice(0, -1)
  const seen = (scheme: OrderScheme) =>
    Audience.all.map(
      (audience) => (OrderView.view(order(rated, scheme), shown, audience) as OrderView.OrderView).rating !== undefined,
    )
  expect(seen(FiveOrders.scheme)).toEqual([true, true, true, true])
  expect(seen(guarding(FiveOrders.scheme, "rating", "personal"))).toEqual([false, false, true, true])
})

describe("who refuses in the name of no body", () => {
  const by = (steps: ReadonlyArray<Said>) =>
    (OrderView.timeline(order(steps), shown, "public") as ReadonlyArray<OrderView.Event>).at(-1)?.by
  const nobody = (post: string) => ({ post, person: "p-x" })
  const dispatched: ReadonlyArray<Said> = [
    asked,
    ["claim", grid],
    ["dispatch", branch, { doer: "p-x", unit: "u2" }, "d1"],
  ]
  const reason = "不便办理"

  it("is named by the unit of the dispatch", () => {
    expect(by([...dispatched, ["disown", nobody("member"), { reason, belongsTo: "u1" }, "d1"]])).toEqual({
      zh: "供电所",
    })
    expect(by([...dispatched, ["giveBack", nobody("member"), { reason }, "d1"]])).toEqual({ zh: "供电所" })
  })

  it("or else by the branch of the order", () => {
    const plain: ReadonlyArray<Said> = [asked, ["claim", grid], ["dispatch", branch, { doer: "p-x" }, "d1"]]
    expect(by([...plain, ["giveBack", nobody("member"), { reason }, "d1"]])).toEqual({ zh: "甲村党支部" })
    expect(by([asked, ["refuse", nobody("grid"), { reason }]])).toEqual({ zh: "甲村党支部" })
    expect(by([asked, ["refer", nobody("grid"), { reason, belongsTo: "u2" }]])).toEqual({ zh: "甲村党支部" })
  })

  it("by the body that they do name, and by none where neither is known", () => {
    expect(by([asked, ["refuse", { ...nobody("committee"), body: "u1" }, { reason }]])).toEqual({ zh: "镇民政办" })
    expect(
      by([
        ["request", resident, { what }],
        ["refuse", nobody("grid"), { reason }],
      ]),
    ).toBeUndefined()
  })

  it("a reviewer who excludes is not the branch", () => {
    expect(by([asked, ["exclude", nobody("reviewer"), { reason }]])).toBeUndefined()
  })

  it("a grid that the place protects is named to nobody but staff and the requester", () => {
    const kept = guarding(FiveOrders.scheme, "grid", "protected")
    const referred = order([asked, ["refer", grid, { reason, belongsTo: "u2" }]], kept)
    const seen = Audience.all.map((audience) =>
      Object.hasOwn(OrderView.timeline(referred, shown, audience).at(-1) as object, "byGrid"),
    )
    expect(seen).toEqual([false, false, true, true])
  })
})

it("a field that a place declares personal shows to staff and the requester, an internal one to staff", () => {
  const of = (id: string): { readonly sensitivity?: "personal" | "internal" } =>
    id === "branch" ? { sensitivity: "personal" } : id === "village" ? { sensitivity: "internal" } : {}
  const { order: workflow } = FiveOrders.scheme
  const guarded = { ...workflow, fields: workflow.fields.map((field) => ({ ...field, ...of(field.id) })) }
  const view = (audience: Audience.Audience) =>
    OrderView.view(order([asked], { ...FiveOrders.scheme, order: guarded }), shown, audience) as OrderView.OrderView
  expect(Audience.all.map((audience) => view(audience).branch !== undefined)).toEqual([false, false, true, true])
  expect(Audience.all.map((audience) => view(audience).village !== undefined)).toEqual([false, false, true, false])
})

it("how a request came in is told to staff and the requester, to others it is a request", () => {
  const unnamed = order([["requestUnnamed", { post: "unnamed" }, { what }]])
  const [event] = OrderView.timeline(unnamed, shown, "public") as ReadonlyArray<OrderView.Event>
  expect(event).toEqual({ on: "2023-11-01", deed: "request", label: { zh: "点单", en: "request" }, attempt: 1 })
  const [own] = OrderView.timeline(unnamed, shown, "requester") as ReadonlyArray<OrderView.Event>
  expect(own?.way).toEqual({ zh: "匿名点单", en: "unnamed request" })
})

it("a grid that referred an order is named to the village and not to the public; a body that the directory does not know to nobody", () => {
  const referred = order([asked, ["refer", grid, { reason: "x", belongsTo: "u2" }]])
  const last = (audience: Audience.Audience, of = shown) => OrderView.timeline(referred, of, audience).at(-1)
  expect(last("public")).not.toHaveProperty("by")
  expect(last("public")).not.toHaveProperty("byGrid")
  expect(last("public")).toMatchObject({ belongsTo: { zh: "供电所" } })
  expect(last("villagers")).toMatchObject({ byGrid: { zh: "甲村第三网格" }, belongsTo: { zh: "供电所" } })
  for (const audience of Audience.all)
    expect(last(audience, { ...shown, bodies: () => undefined })).not.toHaveProperty("belongsTo")
  expect(OrderView.view(referred, shown, "public")).toMatchObject({ outcome: { id: "notOurs" }, endedOn: "2023-11-02" })
})

it("an order that is merged shows to staff and the requester how its root ended, and to nobody the root or its requester", () => {
  const merged = order([asked, ["merge", grid, { root: "root-of-李某" }]])
  const { evolve, initial } = ServiceOrder.decider(FiveOrders.scheme, () => true)
  const at = { on: CivilDate.parseUnsafe("2023-11-01"), recordedAt: Coordinate.instantUnsafe(1) }
  const ended = [
    ["request", { what }],
    ["refer", { reason: "x", belongsTo: "u2" }],
  ] as const
  const root = ended.reduce<ServiceOrder.State>(
    (state, [move, fields], number) =>
      evolve(state, { ...at, id: `r${number}`, actor: grid, payload: { order: "root-of-李某", move, fields } }),
    initial,
  )
  const duplicates = Duplicates.of([merged, { scheme: FiveOrders.scheme, state: root }])
  const came = Duplicates.outcomeOf(duplicates, "甲村-张某-3")
  expect(came).toEqual({ root: "root-of-李某", outcome: "notOurs" })
  for (const audience of Audience.all) {
    const view = OrderView.view(merged, { ...shown, root: came! }, audience) as OrderView.OrderView
    expect(view.stage.label.zh).toBe("并单待结")
    expect(view.rootOutcome?.id).toBe(audience === "staff" || audience === "requester" ? "notOurs" : undefined)
    expect(Canonical.textUnsafe(view)).not.toContain("李某")
  }
  const apart = order([asked, ["merge", grid, { root: "r" }], ["separate", grid, { reason: "另一处" }]])
  expect(OrderView.view(apart, { ...shown, root: { outcome: "done" } }, "staff")).not.toHaveProperty("rootOutcome")
})

it("a result that was released of an earlier attempt shows no more, until one of the present attempt is", () => {
  const on = CivilDate.parseUnsafe("2023-11-11")
  const text = { result: "屋顶修好", on, attempt: 1, releaser: { post: "监委会主任", person: "p-releaser" } }
  const released = { public: { ...text, request: "一户屋顶漏雨" }, villagers: text }
  const seen = (steps: ReadonlyArray<Said>, of: OrderView.Shown["released"], audience: Audience.Audience) => {
    const whole = OrderView.view(order(steps), { ...shown, released: of! }, audience) as OrderView.OrderView
    return [whole.released?.request, whole.released?.result, whole.releasedToVillagers?.result]
  }
  expect(seen(done.slice(0, -1), released, "villagers")).toEqual(["一户屋顶漏雨", "屋顶修好", "屋顶修好"])
  for (const audience of Audience.all)
    expect(seen(done, released, audience)).toEqual(["一户屋顶漏雨", undefined, undefined])
  expect(seen(done, { public: { ...text, attempt: 2 } }, "public")).toEqual([undefined, "屋顶修好", undefined])
})

it("released texts stand as they were written, those for the village not for the public, and who released them for staff", () => {
  const on = CivilDate.parseUnsafe("2023-12-01")
  const releaser = { post: "监委会主任", person: "p-releaser" }
  const released = {
    public: { request: "一户屋顶漏雨", on, attempt: 2, releaser },
    villagers: { result: "王某等两名党员换瓦", on, attempt: 2, releaser },
  }
  const view = (audience: Audience.Audience) => OrderView.view(order(done), { ...shown, released }, audience) as object
  expect(view("public")).toMatchObject({ released: { request: "一户屋顶漏雨", on } })
  expect(view("public")).not.toHaveProperty("releasedToVillagers")
  expect(view("villagers")).toMatchObject({ releasedToVillagers: { result: "王某等两名党员换瓦", on } })
  expect(view("requester")).toMatchObject({ releasedToVillagers: { result: "王某等两名党员换瓦" } })
  expect(view("staff")).toMatchObject({ released: { releaser } })
  for (const audience of ["public", "villagers", "requester"] as const)
    expect(Canonical.textUnsafe(view(audience))).not.toContain("p-releaser")
})

it("nothing is shown of an order that has not been asked for, and of a value that is no choice", () => {
  expect(OrderView.view(order([]), shown, "staff")).toBeUndefined()
  expect(OrderView.timeline(order([]), shown, "staff")).toEqual([])
  const odd = order([["request", resident, { what, kind: "张某家的事" }]])
  expect(Canonical.textUnsafe(OrderView.view(odd, shown, "staff"))).not.toContain("张某")
})

describe("a list", () => {
  const listed = (number: string): OrderView.Listed => ({ ...order([asked]), shown: { ...shown, number } })

  it("stands in the order of the numbers, whatever that of the orders, and leaves out timelines and texts", () => {
    const numbers = (of: ReadonlyArray<string>) =>
      Result.getOrThrow(OrderView.sheet(of.map(listed), "requester")).map(({ number }) => number)
    expect(numbers(["3", "1", "2"])).toEqual(["1", "2", "3"])
    const [row] = Result.getOrThrow(OrderView.sheet([listed("1")], "requester"))
    for (const key of ["timeline", "further", "own", "doers"]) expect(row).not.toHaveProperty(key)
  })

  it("is refused with every number that is missing or stands twice", () => {
    const found = Result.getOrThrow(Result.flip(OrderView.sheet(["2", "1", "2", " ", "1"].map(listed), "public")))
    expect(found.map(({ code, params }) => [code, params.number])).toEqual([
      ["orderView.noNumber", undefined],
      ["orderView.numberTwice", "1"],
      ["orderView.numberTwice", "2"],
    ])
  })
})

it("the annotations of the view do what they say", () => {
  expect(Audience.lint(OrderView.OrderView as never)).toEqual([])
  expect(Audience.lint(OrderView.Event as never)).toEqual([])
})
