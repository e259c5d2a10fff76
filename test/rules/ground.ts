/** A book with all that the checks of numbers ask about it. */
import { pointer } from "../../src/foundation/Fault.js"
import type * as Defect from "../../src/rules/Defect.js"
import type { Expression } from "../../src/rules/Expression.js"
import * as Extent from "../../src/rules/Extent.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Trial from "../../src/rules/Trial.js"
import * as Unknowns from "../../src/rules/Unknowns.js"

export const groundOf = (book: Rulebook): Unknowns.Ground => {
  const extents = Extent.of(book, { period: Trial.periodOf(book), population: null, facts: null })
  const paths = new Map<Expression, string>()
  const context = Trial.context(book, (e) => {
    const extent = extents.get(paths.get(e) ?? "")
    return extent?.numeric === true ? { low: extent.min, high: extent.max } : undefined
  })
  for (const { e, path } of context.nodes) paths.set(e, pointer(path))
  return Unknowns.ground(book, context, extents)
}

/** Defects in short: code, place, parameters, and the evidence. */
export const shortly = (defects: ReadonlyArray<Defect.Defect>): ReadonlyArray<string> =>
  defects.map(
    ({ code, at, params, evidence }) =>
      `${code} ${pointer(at)} ${Object.entries(params)
        .map(([key, value]) => `${key}=${value}`)
        .join(
          " ",
        )} <${evidence.is === "witness" ? Trial.words(evidence) : evidence.is === "bound" ? `${evidence.found ?? "∞"} ${evidence.asked}` : evidence.at.join(", ")}>`,
  )
