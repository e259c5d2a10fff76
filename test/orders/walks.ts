/**
 * Random ways of orders through a scheme, driven through the real decider by people who know no shame: whatever is let
 * through happens, in jumps of days. Everything is made up. Beside them a plain timing with limits in days and hours,
 * of the order and of the dispatch, with an extension and a clock that rework starts again.
 */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as OrderScheme from "../../src/orders/OrderScheme.js"
import { openings } from "../../src/orders/OrderTerm.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Entry } from "../../src/process/Journal.js"
import type { Limit } from "../../src/process/Limit.js"
import type { Move, Value } from "../../src/process/Workflow.js"

/** The numbers of a linear congruential generator; its high bits. */
export const randomOf = (seed: number): ((below: number) => number) => {
  let state = (Math.imul(seed, 2_654_435_761) + 98_765) >>> 0
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 4_294_967_296) * below)
  }
}

const limit = (
  id: string,
  more: Omit<Limit, "id" | "countsFirstDay" | "holds"> & { holds?: ReadonlyArray<string> },
): Limit => ({
  id,
  countsFirstDay: false,
  holds: [],
  ...more,
})

const extend: Move = {
  id: "extend",
  label: { zh: "延期" },
  from: ["inHand"],
  to: { way: "stay" },
  by: ["branch"],
  needs: ["days"],
  extends: { limit: "办结", by: "days" },
}

/** Made up: 15 days to close, held while shelved, again after rework; 5 days to claim; 48 hours to take on. */
export const timing: OrderScheme.Timing = {
  order: [
    limit("办结", {
      amount: 15,
      unit: "calendarDay",
      starts: "claimed",
      ends: ["publish"],
      holds: ["shelved"],
      extension: { most: 10 },
    }),
    limit("响应", { amount: 5, unit: "calendarDay", starts: "requested", ends: ["verify", "claim", "refuse"] }),
  ],
  dispatch: [
    limit("接单", { amount: 48, unit: "clockHour", starts: "dispatch", ends: ["takeOn", "giveBack", "disown"] }),
  ],
  extensions: { order: [extend], dispatch: [] },
  due: "办结",
}

const DAY = 86_400_000

export interface Walk {
  readonly state: ServiceOrder.State
  readonly entries: ReadonlyArray<Entry<ServiceOrder.Taken>>
  readonly on: CivilDate.CivilDate
  readonly recordedAt: Coordinate.Instant
}

/** Some orders, each walked so many tries from a day in 2024 on. */
export const walks = (
  scheme: OrderScheme.OrderScheme,
  seed: number,
  { orders, tries }: { readonly orders: number; readonly tries: number },
): ReadonlyArray<Walk> => {
  const random = randomOf(seed)
  const decider = ServiceOrder.decider(
    scheme,
    (role, { actor }) => actor.post === role,
    (fact) => (fact === "评价期满" || fact === "主单已办结" || fact === "未超时限" ? random(3) > 0 : undefined),
  )
  const [own, parts] = [
    new Map(scheme.order.moves.map((each) => [each.id, each])),
    new Map(scheme.dispatch.moves.map((each) => [each.id, each])),
  ]
  const ids = [...new Set([...own.keys(), ...parts.keys()])].sort()
  const openers = openings.flatMap((deed) => (deed === undefined ? [] : OrderScheme.movesOf(scheme, deed))).sort()
  const start = CivilDate.dayNumber(CivilDate.ofUnsafe(2024, 1, 1))
  return Array.from({ length: orders }, (_, index) => {
    const entries: Array<Entry<ServiceOrder.Taken>> = []
    let state = decider.initial
    let day = start + random(150)
    let [on, recordedAt] = [CivilDate.ofDayNumberUnsafe(day), Coordinate.instantUnsafe(day * DAY)]
    for (let count = 0; count < tries; count++) {
      const stage = state.course.stage ?? ""
      const leading = ids.filter(
        (id) => own.get(id)?.from?.includes(stage) ?? (own.get(id) === undefined && scheme.inHand.includes(stage)),
      )
      if (count > 0 && leading.length === 0) break
      const move = count === 0 ? openers[random(openers.length)]! : leading[random(leading.length)]!
      const [mine, part] = [own.get(move), parts.get(move)]
      const dispatches = ServiceOrder.dispatches(state)
      const dispatch =
        part?.from === undefined ? `d${index}/${dispatches.length + 1}` : dispatches[random(dispatches.length || 1)]?.id
      const role = (part ?? mine)!.by[random((part ?? mine)!.by.length)]!
      const entry = {
        id: `e${index}/${String(count).padStart(4, "0")}`,
        on: CivilDate.ofDayNumberUnsafe(day),
        recordedAt: Coordinate.instantUnsafe(day * DAY + count * 1000),
        actor: actorOf(role, String(dispatches.find(({ id }) => id === dispatch)?.fields.doer ?? ""), random),
      }
      const content = {
        order: `o${index}`,
        ...(part === undefined || dispatch === undefined ? {} : { dispatch }),
        move,
        fields: fieldsOf(scheme, [mine, part], index, random),
      }
      if (count > 0 && random(rarity(scheme.deeds[move], state.open)) > 0) continue
      if (Result.isFailure(decider.decide(state, { ...entry, content }))) continue
      entries.push({ ...entry, payload: content })
      state = decider.evolve(state, { ...entry, payload: content })
      ;[on, recordedAt] = [entry.on, entry.recordedAt]
      day += random(3) === 0 ? random(9) : 0
    }
    return { state, entries, on, recordedAt }
  })
}

/** One in how many tries is meant: what ends an order early is done seldom, and so is what leads nowhere. */
const rarity = (deed: string | undefined, open: number): number => {
  if (deed === "exclude") return 60
  if (RASH.includes(deed)) return 25
  if (deed === "dispatch" && open > 1) return 20
  return IDLE.includes(deed) ? 12 : 1
}

const RASH: ReadonlyArray<string | undefined> = [
  "withdraw",
  "refuse",
  "refer",
  "abandon",
  "merge",
  "disown",
  "giveBack",
  "reassign",
]
const IDLE: ReadonlyArray<string | undefined> = [
  "whistle",
  "shelve",
  "extend",
  "direct",
  "complain",
  "lift",
  "hold",
  "supervise",
]

const NAMED: ReadonlyArray<string> = ["resident", "unnamed"]

/** Whoever judges is somebody else than whoever does: persons are of their roles. */
const actorOf = (role: string, doer: string, random: (below: number) => number): Actor => {
  if (role === "unnamed") return { post: role }
  const does = doer.startsWith(`${role}-`) && random(5) > 0
  const person = does ? doer : NAMED.includes(role) ? `${role}-1` : `${role}-${1 + random(2)}`
  return { post: role, person, body: `body of ${role}` }
}

const fieldsOf = (
  scheme: OrderScheme.OrderScheme,
  moves: ReadonlyArray<Move | undefined>,
  index: number,
  random: (below: number) => number,
): Readonly<Record<string, Value>> => {
  const needs = moves.flatMap((each) => each?.needs ?? [])
  const takes = moves.flatMap((each) => each?.takes ?? []).filter(() => random(4) > 0)
  const fields = [...scheme.order.fields, ...scheme.dispatch.fields]
  return Object.fromEntries(
    [...new Set([...needs, ...takes])].map((id) => {
      const field = fields.find((each) => each.id === id)
      const choices = field?.choices ?? []
      if (field?.of === "choice") return [id, choices[random(choices.length)]!.id]
      if (id === "doer") return [id, `member-${1 + random(2)}`]
      if (id === "actedFor") return [id, "resident-2"]
      if (field?.of === "count") return [id, 1 + random(5)]
      if (id === "village") return [id, `v${index % 3}`]
      if (id === "grid") return [id, `v${index % 3}/g${index % 2}`]
      return [id, `${id}-${random(3)}`]
    }),
  )
}

/** A moment after all of some walks. */
export const after = (
  all: ReadonlyArray<Walk>,
): { readonly on: CivilDate.CivilDate; readonly recordedAt: Coordinate.Instant } => ({
  on: all.map(({ on }) => on).reduce(CivilDate.max),
  recordedAt: Coordinate.instantUnsafe(Math.max(...all.map(({ recordedAt }) => recordedAt))),
})
