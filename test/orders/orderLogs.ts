/** Logs of made-up orders under the five orders, for tests of logs: whole lives, and what can go wrong with them. */
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as OrderLog from "../../src/orders/OrderLog.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type * as Decider from "../../src/process/Decider.js"

const START = CivilDate.dayNumber(CivilDate.parseUnsafe("2023-01-01"))

/** A post is the role of its name. */
export const holds: ServiceOrder.Holds = (role, { actor }) => actor.post === role

/** The deadline for ratings is over from July on: made up. */
const tells: ServiceOrder.Tells = (fact, { on }) => (fact === "评价期满" ? on >= "2023-07-01" : undefined)

export const decider = ServiceOrder.decider(FiveOrders.scheme, holds, tells)

export type Line = Decider.Command<ServiceOrder.Taken>

interface Step {
  readonly move: string
  readonly post: string
  readonly person?: string
  readonly dispatch?: string
  readonly fields?: ServiceOrder.Taken["fields"]
}

/** The steps of an order that is done and rated, with some services. */
export const life = (order: string, services: number): ReadonlyArray<Step> => {
  const dispatch = `${order}-1`
  const doer = { post: "member", person: `m-${order}`, dispatch }
  return [
    { move: "request", post: "resident", person: `r-${order}`, fields: { what: "路灯不亮", village: "U04" } },
    { move: "claim", post: "grid", person: "g1" },
    { move: "dispatch", post: "branch", person: "b1", dispatch, fields: { doer: `m-${order}` } },
    { move: "takeOn", ...doer },
    ...Array.from({ length: services }, (): Step => ({ move: "serve", ...doer, fields: { persons: 1 } })),
    { move: "report", ...doer, fields: { evidence: "e1" } },
    { move: "accept", post: "branch", person: "b1", dispatch },
    { move: "publish", post: "branch", person: "b1" },
    { move: "rate", post: "resident", person: `r-${order}`, fields: { rating: "satisfied", solved: "solved" } },
    { move: "close", post: "grid", person: "g1" },
  ]
}

/** Steps as lines, a minute apart, from a day of the year on. */
export const linesOf = (order: string, steps: ReadonlyArray<Step>, day = 0): ReadonlyArray<Line> =>
  steps.map(({ dispatch, fields = {}, move, person, post }, place) => {
    const at = (START + day) * 86_400_000 + place * 60_000
    return {
      id: `${order}/${String(place).padStart(5, "0")}`,
      on: CivilDate.ofDayNumberUnsafe(START + day + Math.floor((place * 60_000) / 86_400_000)),
      recordedAt: Coordinate.instantUnsafe(at),
      actor: { post, ...(person === undefined ? {} : { person }) },
      content: { order, move, fields, ...(dispatch === undefined ? {} : { dispatch }) },
    }
  })

type Damage =
  | { readonly is: "lose" | "again" | "resend"; readonly at: number }
  | { readonly is: "post"; readonly at: number; readonly post: string }
  | { readonly is: "move"; readonly at: number; readonly move: string }
  | { readonly is: "rating"; readonly at: number; readonly rating: string }
  | { readonly is: "dispatch"; readonly at: number; readonly dispatch: string }
  | { readonly is: "other"; readonly at: number; readonly what: string }
  | { readonly is: "correct" | "shift"; readonly at: number; readonly to: number; readonly order: string }

const at = fc.nat({ max: 200 })
const damage: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ is: fc.constantFrom("lose", "again", "resend"), at }),
  fc.record({ is: fc.constant("post"), at, post: fc.constantFrom("grid", "member", "nobody") }),
  fc.record({ is: fc.constant("move"), at, move: fc.constantFrom("claim", "publish", "noSuchMove") }),
  fc.record({ is: fc.constant("rating"), at, rating: fc.constantFrom("splendid", "unsatisfied") }),
  fc.record({ is: fc.constant("dispatch"), at, dispatch: fc.constantFrom("none", "o1-1") }),
  fc.record({ is: fc.constant("other"), at, what: fc.constantFrom("井盖坏了", "屋顶漏雨") }),
  fc.record({ is: fc.constantFrom("correct", "shift"), at, to: at, order: fc.constantFrom("o1", "o2", "o9") }),
)

const damaged = (lines: ReadonlyArray<Line>, { at: index, ...one }: Damage, number: number): ReadonlyArray<Line> => {
  const place = index % Math.max(1, lines.length)
  const line = lines[place]
  if (line === undefined) return lines
  const { content } = line
  const later = Coordinate.instantUnsafe(line.recordedAt + 30_000)
  const put = (content: Line["content"]) => lines.with(place, { ...line, content })
  switch (one.is) {
    case "lose":
      return lines.toSpliced(place, 1)
    case "again":
      return [...lines, { ...line }]
    case "resend":
      return [...lines, { ...line, recordedAt: later }]
    case "post":
      return lines.with(place, { ...line, actor: { post: one.post } })
    case "move":
      return put({ ...content, move: one.move })
    case "rating":
      return put({ ...content, fields: { ...content.fields, rating: one.rating } })
    case "dispatch":
      return put({ ...content, dispatch: one.dispatch })
    case "other":
      return [...lines, { ...line, recordedAt: later, content: { ...content, fields: { what: one.what } } }]
    default: {
      const order = one.is === "shift" ? one.order : content.order
      const supersedes = lines[one.to % lines.length]?.id ?? ""
      const corrected: OrderLog.Line = { ...line, id: `k${number}`, recordedAt: later, content: { ...content, order } }
      return [...lines, Object.assign(corrected, { supersedes: one.is === "correct" ? line.id : supersedes })]
    }
  }
}

/** Up to four orders, some broken off, with up to six things that went wrong, in any order. */
export const log: fc.Arbitrary<ReadonlyArray<Line>> = fc
  .record({
    orders: fc.array(fc.record({ day: fc.nat({ max: 3 }), services: fc.nat({ max: 2 }), steps: fc.nat({ max: 12 }) }), {
      minLength: 1,
      maxLength: 4,
    }),
    damages: fc.array(damage, { maxLength: 6 }),
  })
  .map(({ damages, orders }) => {
    const lives = orders.flatMap(({ day, services, steps }, place) => {
      const order = `o${place + 1}`
      return linesOf(order, life(order, services).slice(0, steps + 1), day)
    })
    return damages.reduce<ReadonlyArray<Line>>(damaged, lives)
  })
  .chain((lines) => fc.shuffledSubarray([...lines], { minLength: lines.length }))
