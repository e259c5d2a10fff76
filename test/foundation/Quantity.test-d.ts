import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"

const matters = Quantity.countUnsafe(6, Unit.known.case)
const dispatches = Quantity.countUnsafe(15, Unit.known.caseTime)
const read: Quantity.Quantity = { amount: "15", unit: "caseTime" }

export const unitIsKnown: Quantity.Quantity<"case"> = Quantity.addUnsafe(matters, matters)
export const ownUnitIsKnown: Unit.Unit<"mu"> = Unit.makeUnsafe("mu", { zh: "亩" })
export const readFirst: Quantity.Quantity = Quantity.addUnsafe(read, matters)
export const narrowed = Quantity.isOf(read, Unit.known.caseTime) ? Quantity.add(dispatches, read) : undefined

// @ts-expect-error 件 and 件次 do not add up
export const mixed = Quantity.add(matters, dispatches)
// @ts-expect-error nor does the throwing twin add them
export const mixedUnsafe = Quantity.addUnsafe(matters, dispatches)
// @ts-expect-error a unit known only as a text does not pass for 件
export const unread = Quantity.add(matters, read)
// @ts-expect-error nor do they compare
export const compared = Quantity.compare(matters, dispatches)
// @ts-expect-error nor stand in one sum
export const summed = Quantity.sum([matters, dispatches], Unit.known.case)
// @ts-expect-error a quantity of 件次 is no quantity of 件
export const assigned: Quantity.Quantity<"case"> = dispatches
// @ts-expect-error a share is of one unit
export const share = Rate.share(matters, dispatches, { zh: "应办结件" })
// @ts-expect-error growth is of one unit
export const growth = Rate.growth(matters, dispatches)
// @ts-expect-error a plain number is no amount
export const amount = Quantity.of(6, Unit.known.case)
