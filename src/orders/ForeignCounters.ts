/**
 * Foreign counters (外部统计口径对照): what the counters of other platforms count, and which of ours counts the same, as data.
 *
 * Platforms store counters and we count what happened, so that few are equal in every case. A counter is equal to one of ours,
 * near to one with what differs said, or has no equal, which is said as well: a number is never carried over on its name alone.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import { Id } from "../process/Guard.js"
import * as OrderCounts from "./OrderCounts.js"

// ---------------------------------------------------------------- models

/**
 * A foreign counter: its name there and other names it goes by, what it counts, the key of ours in `OrderCounts.Counts` that counts
 * the same or nearly the same (`closedInTime`, `dispatches.disowned`), and what differs. Without a key there is no equal, and
 * `differs` says why.
 *
 * @category models
 * @since 0.1.0
 */
export interface ForeignCounter {
  readonly id: string
  readonly label: Label
  readonly also?: ReadonlyArray<string>
  readonly counts: Label
  readonly ours?: string
  readonly differs?: Label
  readonly cite?: Citation
}

/**
 * The counters of a platform as a stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface ForeignCounters {
  readonly format: 1
  readonly id: string
  readonly version: string
  readonly label: Label
  readonly cite?: Citation
  readonly note?: string
  readonly counters: ReadonlyArray<ForeignCounter>
}

/**
 * How a foreign counter relates to ours.
 *
 * @category models
 * @since 0.1.0
 */
export type Relation = "equal" | "near" | "none"

/**
 * A foreign counter told from our counts: the number, unless none of ours counts so, and what differs.
 *
 * @category models
 * @since 0.1.0
 */
export interface Told {
  readonly id: string
  readonly relation: Relation
  readonly count?: number
  readonly differs?: Label
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a list of counters, a name twice, a key that none of ours has, or one without an
 * equal that does not say why (`silent`); and with a question: no such counter.
 *
 * @category errors
 * @since 0.1.0
 */
export type ForeignCountersFault = Fault<
  "foreignCounters.twice" | "foreignCounters.noSuchKey" | "foreignCounters.silent" | "foreignCounters.noSuchCounter"
>

// ---------------------------------------------------------------- schemas

const cite = /* @__PURE__ */ Schema.optionalKey(Citation)

const Counter = /* @__PURE__ */ Schema.Struct({
  id: Id,
  label: Label,
  also: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(Id)),
  counts: Label,
  ours: /* @__PURE__ */ Schema.optionalKey(Id),
  differs: /* @__PURE__ */ Schema.optionalKey(Label),
  cite,
})

/**
 * The schema of {@link ForeignCounters}; {@link document} reads one from unknown input and checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ForeignCounters: Schema.Codec<ForeignCounters> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  version: Id,
  label: Label,
  cite,
  note: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  counters: /* @__PURE__ */ Schema.Array(Counter),
})

/**
 * The counters as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<ForeignCounters> = /* @__PURE__ */ Document.make<ForeignCounters>({
  name: "ForeignCounters",
  format: 1,
  schema: () => ForeignCounters,
  check: (counters) => check(counters),
})

// ---------------------------------------------------------------- getters

/**
 * The counter of a name. Fails with `foreignCounters.noSuchCounter`.
 *
 * @example
 * ```ts
 * import { ForeignCounters } from "dangjian/orders"
 * import { HotlineCounters } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const counter = ForeignCounters.counterOf(HotlineCounters.counters, "按时结案")
 * assert.equal(Result.getOrThrow(counter).ours, "closedInTime")
 * assert.equal(Result.isFailure(ForeignCounters.counterOf(HotlineCounters.counters, "热度")), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const counterOf = (
  { counters }: ForeignCounters,
  name: string,
): Result.Result<ForeignCounter, ForeignCountersFault> => {
  const found = counters.find((counter) => namesOf(counter).includes(name))
  return found === undefined ? Result.fail(fault("foreignCounters.noSuchCounter", { name })) : Result.succeed(found)
}

const namesOf = ({ also = [], id }: ForeignCounter): ReadonlyArray<string> => [id, ...also]

/**
 * Whether one of ours counts the same, nearly the same, or none does.
 *
 * @example
 * ```ts
 * import { ForeignCounters } from "dangjian/orders"
 * import assert from "node:assert/strict"
 *
 * const label = { zh: "立案" }
 * const counts = { zh: "值班长批准立案的件数" }
 * assert.equal(ForeignCounters.relationOf({ id: "立案", label, counts, differs: { zh: "工单没有立案环节" } }), "none")
 * assert.equal(ForeignCounters.relationOf({ id: "结案", label, counts, ours: "closed" }), "equal")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const relationOf = ({ differs, ours }: ForeignCounter): Relation => {
  if (ours === undefined) return "none"
  return differs === undefined ? "equal" : "near"
}

/**
 * The counters of a platform told from our counts of a period, in their order. A number stands there only where one of ours
 * counts the same or nearly the same, and what differs goes with it.
 *
 * @example
 * ```ts
 * import { ForeignCounters, OrderCounts } from "dangjian/orders"
 * import { HotlineCounters } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const counts = { ...OrderCounts.none, due: 4, closed: 3, closedInTime: 2 } // made up
 * const told = ForeignCounters.tell(HotlineCounters.counters, counts)
 * const of = (id: string) => told.find((each) => each.id === id)
 * assert.deepEqual(of("按期结案"), { id: "按期结案", relation: "equal", count: 2 })
 * assert.deepEqual([of("立案")?.relation, of("立案")?.count], ["none", undefined])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const tell = ({ counters }: ForeignCounters, counts: OrderCounts.Counts): ReadonlyArray<Told> =>
  counters.map((counter) => {
    const { differs, id, ours } = counter
    const count = ours === undefined ? undefined : countAt(counts, ours)
    return {
      id,
      relation: relationOf(counter),
      ...(count === undefined ? {} : { count }),
      ...(differs === undefined ? {} : { differs }),
    }
  })

const countAt = (counts: OrderCounts.Counts, key: string): number | undefined => {
  const [first = "", second, ...deeper] = key.split(".")
  if (deeper.length > 0) return undefined
  const found = new Map<string, unknown>(Object.entries(counts)).get(first)
  if (typeof found === "number") return second === undefined ? found : undefined
  if (typeof found !== "object" || found === null || second === undefined) return undefined
  const inner = new Map<string, unknown>(Object.entries(found)).get(second)
  return typeof inner === "number" ? inner : undefined
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a list of counters, all at once, each with its place; none for a sound one.
 *
 * @example
 * ```ts
 * import { ForeignCounters } from "dangjian/orders"
 * import { HotlineCounters } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(ForeignCounters.check(HotlineCounters.counters), [])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = ({ counters }: ForeignCounters): ReadonlyArray<ForeignCountersFault> => {
  const seen = new Set<string>()
  return counters.flatMap((counter, place) => {
    const repeated = namesOf(counter).filter((name) => seen.has(name) || !seen.add(name))
    const { differs, id, ours } = counter
    return [
      ...repeated.map((name) => fault("foreignCounters.twice", { name }, ["counters", place])),
      ...(ours !== undefined && countAt(OrderCounts.none, ours) === undefined
        ? [fault("foreignCounters.noSuchKey", { id, key: ours }, ["counters", place, "ours"])]
        : []),
      ...(ours === undefined && differs === undefined
        ? [fault("foreignCounters.silent", { id }, ["counters", place, "differs"])]
        : []),
    ]
  })
}
