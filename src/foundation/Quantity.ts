/**
 * Quantities (数量): an exact amount of one unit, exactly known or "at least" (余).
 *
 * Matters, dispatches and persons served are different things: quantities of different units do not add up, in the types
 * where the unit is known and at run time everywhere.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Exact from "./Exact.js"
import { type Fault, make as fault, getOrThrow } from "./Fault.js"
import type { Language } from "./Label.js"
import * as Unit from "./Unit.js"

// ---------------------------------------------------------------- models

/**
 * An amount of a unit (数量). The amount is the canonical text of an exact number, the unit an id; `atLeast` stands where
 * the source says 余: 20余项 is at least 20 items.
 *
 * @category models
 * @since 0.1.0
 */
export interface Quantity<U extends string = string> {
  readonly amount: string
  readonly unit: U
  readonly atLeast?: true
}

/**
 * How two quantities compare; `uncertain` where an "at least" leaves it open.
 *
 * @category models
 * @since 0.1.0
 */
export type Comparison = "less" | "equal" | "greater" | "uncertain"

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with quantities: two units that differ, or a count that is no whole number of nought or more.
 *
 * @category errors
 * @since 0.1.0
 */
export type QuantityFault = Fault<"quantity.unitMismatch" | "quantity.count">

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Quantity} in any unit.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Quantity: Schema.Codec<Quantity> = /* @__PURE__ */ Schema.Struct({
  amount: Exact.Text,
  unit: Unit.Id,
  atLeast: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Literal(true)),
})

/**
 * The schema of quantities in one unit; another unit is refused.
 *
 * **Gotchas** Make it once, at module level: a schema made on every call is slow.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import * as Schema from "effect/Schema"
 * import assert from "node:assert/strict"
 *
 * const Households = Quantity.schema(Unit.known.household)
 * assert.equal(Schema.is(Households)({ amount: "252", unit: "household" }), true)
 * assert.equal(Schema.is(Households)({ amount: "252", unit: "person" }), false)
 * ```
 *
 * @category schemas
 * @since 0.1.0
 */
export const schema = <U extends string>(unit: Unit.Unit<U>): Schema.Codec<Quantity<U>> =>
  Schema.Struct({
    amount: Exact.Text,
    unit: Schema.Literal(unit.id),
    atLeast: Schema.optionalKey(Schema.Literal(true)),
  })

// ---------------------------------------------------------------- constructors

/**
 * An exactly known quantity.
 *
 * @example
 * ```ts
 * import { Exact, Quantity, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const pay = Quantity.of(Exact.parseUnsafe("712.50"), Unit.known.yuan)
 * assert.deepEqual(pay, { amount: "712.5", unit: "yuan" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = <U extends string>(amount: Exact.Exact, unit: Unit.Unit<U>): Quantity<U> => ({
  amount: Exact.text(amount),
  unit: unit.id,
})

/**
 * A count: a whole number of nought or more. Fails with `quantity.count`.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Result.getOrThrow(Quantity.count(6, Unit.known.case)), { amount: "6", unit: "case" })
 * assert.equal(Result.isFailure(Quantity.count(-1, Unit.known.case)), true)
 * assert.equal(Result.isFailure(Quantity.count(0.5, Unit.known.case)), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const count = <U extends string>(
  amount: number,
  unit: Unit.Unit<U>,
): Result.Result<Quantity<U>, QuantityFault> =>
  Number.isSafeInteger(amount) && amount >= 0
    ? Result.succeed(of(Exact.integerUnsafe(amount), unit))
    : Result.fail(fault("quantity.count", { amount: String(amount), unit: unit.id }))

/**
 * {@link count}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.deepEqual(Quantity.countUnsafe(178, Unit.known.personTime), { amount: "178", unit: "personTime" })
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const countUnsafe = <U extends string>(amount: number, unit: Unit.Unit<U>): Quantity<U> =>
  getOrThrow(count(amount, unit))

/**
 * The same amount as a lower bound: 余 in the source.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const projects = Quantity.atLeast(Quantity.countUnsafe(20, Unit.known.item))
 * assert.deepEqual(projects, { amount: "20", unit: "item", atLeast: true })
 * assert.equal(Quantity.text(projects, "zh"), "20余项")
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const atLeast = <U extends string>(self: Quantity<U>): Quantity<U> => ({ ...self, atLeast: true })

// ---------------------------------------------------------------- guards

/**
 * Whether a quantity is in a unit; narrows a quantity read from a document.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const read: Quantity.Quantity = { amount: "15", unit: "caseTime" }
 * assert.equal(Quantity.isOf(read, Unit.known.caseTime), true)
 * assert.equal(Quantity.isOf(read, Unit.known.case), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isOf = <U extends string>(self: Quantity, unit: Unit.Unit<U>): self is Quantity<U> => self.unit === unit.id

// ---------------------------------------------------------------- getters

/**
 * The exact amount of a quantity, a lower bound where it is "at least".
 *
 * @example
 * ```ts
 * import { Exact, Quantity } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Exact.equals(Quantity.value({ amount: "0.5", unit: "yuan" }), Exact.parseUnsafe("1/2")), true)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const value = (self: Quantity): Exact.Exact => Exact.parseUnsafe(self.amount)

/**
 * A quantity as people read it: `178人次`, `20余项`; in English `178 person-times`, `at least 20 items`. Units of one's
 * own are named by the list given.
 *
 * @example
 * ```ts
 * import { Quantity } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Quantity.text({ amount: "178", unit: "personTime" }, "zh"), "178人次")
 * assert.equal(Quantity.text({ amount: "20", unit: "item", atLeast: true }, "en"), "at least 20 items")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Quantity, language: Language, own: ReadonlyArray<Unit.Unit> = []): string => {
  const unit = Unit.text(self.unit, language, own)
  return language === "zh"
    ? `${self.amount}${self.atLeast ? "余" : ""}${unit}`
    : `${self.atLeast ? "at least " : ""}${self.amount} ${unit}`
}

// ---------------------------------------------------------------- operations

/**
 * The sum of two quantities of one unit; "at least" where either is. Different units do not compile where the types know
 * them, and fail with `quantity.unitMismatch`.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const exact = Quantity.countUnsafe(6, Unit.known.case)
 * const open = Quantity.atLeast(Quantity.countUnsafe(20, Unit.known.case))
 * assert.deepEqual(Result.getOrThrow(Quantity.add(exact, open)), { amount: "26", unit: "case", atLeast: true })
 *
 * const read: Quantity.Quantity = { amount: "178", unit: "personTime" }
 * const mixed = Quantity.add(read, exact)
 * assert.equal(Result.isFailure(mixed) && mixed.failure.code, "quantity.unitMismatch")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const add = <U extends string>(
  a: Quantity<U>,
  b: Quantity<NoInfer<U>>,
): Result.Result<Quantity<U>, QuantityFault> =>
  a.unit === b.unit
    ? Result.succeed({
        amount: Exact.text(Exact.add(value(a), value(b))),
        unit: a.unit,
        ...(a.atLeast || b.atLeast ? { atLeast: true as const } : {}),
      })
    : Result.fail(mismatch(a.unit, b.unit))

const mismatch = (first: string, second: string, path: Fault["path"] = []): QuantityFault =>
  fault("quantity.unitMismatch", { first, second }, path)

/**
 * {@link add}, throwing a `FaultError`: for units that the types know.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const [a, b] = [Quantity.countUnsafe(6, Unit.known.case), Quantity.countUnsafe(9, Unit.known.case)]
 * assert.deepEqual(Quantity.addUnsafe(a, b), { amount: "15", unit: "case" })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const addUnsafe = <U extends string>(a: Quantity<U>, b: Quantity<NoInfer<U>>): Quantity<U> =>
  getOrThrow(add(a, b))

/**
 * The sum of many quantities of a unit; of none it is nought of that unit. Fails with one `quantity.unitMismatch` for
 * each quantity of another unit, its path the index.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const { case: matter, personTime } = Unit.known
 * const total = Quantity.sum([Quantity.countUnsafe(6, matter), Quantity.countUnsafe(3, matter)], matter)
 * assert.deepEqual(Result.getOrThrow(total), { amount: "9", unit: "case" })
 * assert.deepEqual(Result.getOrThrow(Quantity.sum([], personTime)), { amount: "0", unit: "personTime" })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sum = <U extends string>(
  quantities: ReadonlyArray<Quantity<NoInfer<U>>>,
  unit: Unit.Unit<U>,
): Result.Result<Quantity<U>, ReadonlyArray<QuantityFault>> => {
  const faults = quantities.flatMap((quantity, index) =>
    quantity.unit === unit.id ? [] : [mismatch(unit.id, quantity.unit, [index])],
  )
  if (faults.length > 0) return Result.fail(faults)
  const total = of(Exact.sum(quantities.map(value)), unit)
  return Result.succeed(quantities.some((quantity) => quantity.atLeast) ? atLeast(total) : total)
}

/**
 * Compares two quantities of one unit in three values and `uncertain`: 20余 against 15 is greater, against 20 or 30 nobody
 * can tell. Fails with `quantity.unitMismatch`.
 *
 * @example
 * ```ts
 * import { Quantity, Unit } from "dangjian/foundation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const open = Quantity.atLeast(Quantity.countUnsafe(20, Unit.known.item))
 * const of = (amount: number) => Quantity.countUnsafe(amount, Unit.known.item)
 * assert.equal(Result.getOrThrow(Quantity.compare(open, of(15))), "greater")
 * assert.equal(Result.getOrThrow(Quantity.compare(open, of(20))), "uncertain")
 * assert.equal(Result.getOrThrow(Quantity.compare(of(15), of(20))), "less")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const compare = <U extends string>(
  a: Quantity<U>,
  b: Quantity<NoInfer<U>>,
): Result.Result<Comparison, QuantityFault> => {
  if (a.unit !== b.unit) return Result.fail(mismatch(a.unit, b.unit))
  const order = Exact.compare(value(a), value(b))
  if (a.atLeast) return Result.succeed(!b.atLeast && order > 0 ? "greater" : "uncertain")
  if (b.atLeast) return Result.succeed(order < 0 ? "less" : "uncertain")
  return Result.succeed(order < 0 ? "less" : order > 0 ? "greater" : "equal")
}
