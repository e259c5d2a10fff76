/** Made-up levels and answers in short, for the checks of numbers. */
import { pointer } from "../../src/foundation/Fault.js"
import type { Level } from "../../src/rules/Clause.js"
import type * as Defect from "../../src/rules/Defect.js"
import type { When } from "../../src/rules/Expression.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import type { Span } from "../../src/rules/Span.js"
import * as Trial from "../../src/rules/Trial.js"
import type { Ground } from "../../src/rules/Unknowns.js"
import { groundOf } from "./ground.js"
import { cite } from "./sample.js"

type Check = (from: Ground) => Defect.Checked

export const banded = (id: string, on: Span | null, and?: When): Level => ({
  id,
  label: { zh: id },
  on,
  cite: cite("20"),
  ...(and === undefined ? {} : { and }),
})

/** The answers of a code, as `place answer`. */
export const answers = (check: Check, book: Rulebook, code: Defect.Code): ReadonlyArray<string> =>
  check(groundOf(book))
    .answers.filter((answer) => answer.code === code)
    .map(({ at, answer }) => `${pointer(at)} ${answer}`)

/** The defects of a code; each witness is run first. */
export const defects = (check: Check, book: Rulebook, code: Defect.Code): ReadonlyArray<Defect.Defect> => {
  const all = check(groundOf(book)).defects.filter((defect) => defect.code === code)
  for (const { evidence } of all) {
    if (evidence.is === "witness" && !Trial.shows(book, evidence)) throw new Error(`${code} is not shown`)
  }
  return all
}

/** What is left of a code once the proposed repair of its first defect is made. */
export const repaired = (check: Check, book: Rulebook, code: Defect.Code): ReadonlyArray<Defect.Defect> => {
  const patch = defects(check, book, code)[0]?.repair?.patch
  if (patch === undefined) throw new Error(`${code} has no patch`)
  return defects(check, Trial.patched(book, patch), code)
}
