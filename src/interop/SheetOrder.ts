/**
 * The order (次序) in which a reader mends a file: from the top down, each row from left to right.
 *
 * @since 0.1.0
 */
import type { Fault, Place } from "../foundation/Fault.js"
import { byText } from "../foundation/TextOrder.js"

// ---------------------------------------------------------------- getters

/** Faults by file, line, column and code. @internal */
export const sorted = <F extends Fault>(
  faults: ReadonlyArray<F>,
  orders: ReadonlyMap<string, ReadonlyArray<string>>,
): ReadonlyArray<F> =>
  faults
    .map((one) => ({
      one,
      place: placeIn(one.at, orders),
      key: JSON.stringify([one.at?.column ?? "", one.code, one.path, one.params]),
    }))
    .sort(
      (a, b) =>
        byText(a.one.at?.file ?? "", b.one.at?.file ?? "") ||
        (a.one.at?.line ?? 0) - (b.one.at?.line ?? 0) ||
        a.place - b.place ||
        byText(a.key, b.key),
    )
    .map(({ one }) => one)

/** How far to the right a place is; a column that the header row does not have comes after all that it has. */
const placeIn = (at: Place | undefined, orders: ReadonlyMap<string, ReadonlyArray<string>>): number => {
  if (at?.column === undefined) return 0
  if (typeof at.column === "number") return at.column
  const order = orders.get(at.file) ?? []
  const index = order.indexOf(at.column)
  return 1 + (index === -1 ? order.length : index)
}
