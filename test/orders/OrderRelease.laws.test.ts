/**
 * How often the interesting region is reached. In one run of 300 journals of up to 12 entries for two orders: 141 texts hang at the coordinates asked about, 2,890 reasons to refuse.
 */
import * as fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Order } from "../../src/orders/Duplicates.js"
import * as OrderRelease from "../../src/orders/OrderRelease.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Entry } from "../../src/process/Journal.js"

const { scheme } = FiveOrders
const FIRST = CivilDate.dayNumber(CivilDate.parseUnsafe("2023-03-01"))
const dayAt = (day: number) => CivilDate.ofDayNumberUnsafe(FIRST + day)
const instant = (at: number) => Coordinate.instantUnsafe(1_000_000 + at)

const resident = { post: "resident", person: "p1" }
const member = { post: "member", person: "p2" }
const branch = { post: "branch", person: "p3" }
const orderOf = (id: string): Order => {
  const { evolve, initial } = ServiceOrder.decider(scheme, () => true)
  const steps: ReadonlyArray<readonly [number, string, Actor, ServiceOrder.Taken["fields"], string?]> = [
    [2, "request", resident, { what: "灯 不亮" }],
    [2, "claim", { post: "grid", person: "p4" }, {}],
    [3, "dispatch", branch, { doer: "p2" }, "d1"],
    [5, "takeOn", member, {}, "d1"],
    [5, "report", member, { evidence: "e" }, "d1"],
    [6, "accept", branch, {}, "d1"],
    [7, "publish", branch, {}],
    [8, "rate", resident, { rating: "unsatisfied" }],
    [9, "rework", branch, {}],
  ]
  const state = steps.reduce<ServiceOrder.State>((before, [day, move, actor, fields, dispatch], number) => {
    const payload = { order: id, move, fields, ...(dispatch === undefined ? {} : { dispatch }) }
    return evolve(before, { id: `e${number}`, on: dayAt(day), recordedAt: instant(0), actor, payload })
  }, initial)
  return { scheme, state }
}
const made: Readonly<Record<string, Order>> = { o1: orderOf("o1"), o2: orderOf("o2") }
/** Who has the post of a clerk does not release. */
const ground: OrderRelease.Ground = {
  orders: (id) => made[id],
  holds: (role, { actor }) => role === "reviewer" && actor.post !== "clerk",
  role: "reviewer",
}

type Release = Entry<OrderRelease.Content>

const texts = fc.constantFrom(undefined, "甲", "乙", "甲", "乙", "丙", "丁", " ", "灯不亮！", "致电１３８-0000 0000")
const contents: fc.Arbitrary<OrderRelease.Content> = fc
  .oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({ request: texts, result: fc.oneof(fc.constant(undefined), texts) })
        .map((both) => ({ kind: "release" as const, ...both })),
    },
    { weight: 1, arbitrary: fc.constant({ kind: "withdraw" as const, reason: "x" }) },
  )
  .chain((said) =>
    fc
      .record({
        order: fc.constantFrom("o1", "o1", "o1", "o2", "o9"),
        to: fc.constantFrom("public" as const, "villagers" as const),
      })
      .map((where) => JSON.parse(JSON.stringify({ ...said, ...where })) as OrderRelease.Content),
  )
const journals: fc.Arbitrary<ReadonlyArray<Release>> = fc
  .array(
    fc.record({
      day: fc.integer({ min: 1, max: 12 }),
      at: fc.nat(20),
      actor: fc.constantFrom<Actor>(
        { post: "x", person: "p9" },
        { post: "x", person: "p8" },
        { post: "x", person: "p9" },
        { post: "x", person: "p9" },
        branch,
        member,
        resident,
        { post: "clerk", person: "p7" },
        {
          post: "x",
        },
      ),
      content: contents,
      corrects: fc.oneof({ weight: 5, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.nat(11) }),
    }),
    { minLength: 3, maxLength: 12, size: "max" },
  )
  .map((drawn) =>
    drawn.map(({ actor, at, content, corrects, day }, index) => ({
      id: `r${String(index).padStart(2, "0")}`,
      on: dayAt(day),
      recordedAt: instant(at),
      actor,
      payload: content,
      ...(corrects === undefined || corrects >= index ? {} : { supersedes: `r${String(corrects).padStart(2, "0")}` }),
    })),
  )

const isNotReleased = (at: number, actor: Actor, payload: OrderRelease.Content): boolean => {
  if (payload.kind === "withdraw") return false
  const isKept = actor.post === "clerk" || actor.person === "p1" || (actor.person === "p2" && at >= 5)
  const isEarly = payload.result !== undefined && (at < 6 || at >= 9)
  const said = `${payload.request ?? ""}${payload.result ?? ""}`
  const isCopied = [payload.request, payload.result].includes("灯不亮！")
  return isKept || isEarly || isCopied || said.trim() === "" || said.includes("致电")
}

/** A caretaker who takes the slips in order, looks at each, and hangs up or takes down. */
const board = (journal: ReadonlyArray<Release>, day: number, known: number): Record<string, OrderRelease.Text> => {
  const hung: Record<string, OrderRelease.Text> = {}
  const read = journal.filter(({ recordedAt }) => recordedAt <= instant(known))
  const replaced = new Set(read.map(({ supersedes }) => supersedes))
  const byId = new Map(read.map((each) => [each.id, each]))
  for (const { actor, id, on, payload, supersedes } of read.toSorted(Coordinate.order)) {
    const at = CivilDate.dayNumber(on) - FIRST
    if (at > day || replaced.has(id)) continue
    const key = `${payload.order} ${payload.to}`
    const taken: Array<Release> = []
    for (let before = byId.get(supersedes ?? ""); before !== undefined; before = byId.get(before.supersedes ?? ""))
      taken.push(before)
    const withdrawn = taken.filter((each) => each.payload.kind === "withdraw")
    const isOther = taken.length > 0 && taken[0]?.payload.order !== payload.order
    const same = (each: Release): boolean => `${each.payload.order} ${each.payload.to}` === key && on <= each.on
    const restores = withdrawn.some((each) => payload.kind !== "withdraw" || !same(each))
    const isBad =
      payload.order === "o9" ||
      at < 2 ||
      isOther ||
      restores ||
      actor.person === undefined ||
      isNotReleased(at, actor, payload)
    if (isBad || payload.kind === "withdraw") {
      const down = isBad ? withdrawn.map((each) => `${each.payload.order} ${each.payload.to}`) : [key]
      for (const each of down) delete hung[each]
      continue
    }
    const { kind: _, order: __, to: ___, ...said } = payload
    hung[key] = { ...said, on, attempt: at < 9 ? 1 : 2, releaser: actor }
  }
  return hung
}

const hangs = (journal: ReadonlyArray<Release>, day: number, known: number): Record<string, OrderRelease.Text> => {
  const { released } = OrderRelease.asOf(ground, journal, Coordinate.of(dayAt(day), instant(known)))
  return Object.fromEntries(
    [...released].flatMap(([order, texts]) => Object.entries(texts).map(([to, text]) => [`${order} ${to}`, text])),
  )
}

test("what is released is what a caretaker with a board would have hung up, at every coordinate and in every order of the entries", () => {
  let [hung, refused] = [0, 0]
  fc.assert(
    fc.property(journals, fc.integer({ min: 6, max: 13 }), fc.integer({ min: 10, max: 20 }), (journal, day, known) => {
      const [expected, found] = [board(journal, day, known), hangs(journal, day, known)]
      expect(found).toEqual(expected)
      const at = Coordinate.of(dayAt(day), instant(known))
      expect(OrderRelease.asOf(ground, journal.toReversed(), at)).toEqual(OrderRelease.asOf(ground, journal, at))
      hung += Object.keys(expected).length
      refused += OrderRelease.check(ground, journal).length
    }),
    { numRuns: 300 },
  )
  expect(hung).toBeGreaterThan(60)
  expect(refused).toBeGreaterThan(200)
})

test("what is recorded later changes no answer given before", () => {
  fc.assert(
    fc.property(journals, fc.nat(13), fc.nat(20), (journal, day, known) => {
      const at = Coordinate.of(dayAt(day), instant(known))
      const then = journal.filter(({ recordedAt }) => recordedAt <= at.knownAt)
      expect(OrderRelease.asOf(ground, then, at)).toEqual(OrderRelease.asOf(ground, journal, at))
    }),
    { numRuns: 200 },
  )
})

test("every text that shows was written by somebody for it, and never stands in the order", () => {
  fc.assert(
    fc.property(journals, (journal) => {
      const { released } = OrderRelease.asOf(ground, journal, Coordinate.of(dayAt(99), instant(99)))
      const written = journal.map(({ payload }) => payload)
      for (const [order, texts] of released)
        for (const to of ["public", "villagers"] as const)
          if (texts[to] !== undefined)
            expect(
              written.some(
                (one) =>
                  one.kind === "release" &&
                  one.order === order &&
                  one.to === to &&
                  one.request === texts[to]?.request &&
                  one.result === texts[to]?.result,
              ),
            ).toBe(true)
    }),
  )
})
