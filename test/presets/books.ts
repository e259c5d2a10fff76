/** What every preset has to hold: a sound document that survives its way through JSON, cited, and named in both languages. */
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as Period from "../../src/foundation/Period.js"
import * as presets from "../../src/presets/index.js"
import type { Fact, FrozenResult } from "../../src/rules/Fact.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import { fact, instant, one, stand } from "../rules/rating.js"

const isBook = (value: unknown): value is Rulebook.Rulebook =>
  typeof value === "object" && value !== null && "format" in value && "inForce" in value

/** Every rulebook that the presets export, by module and name. */
export const books: ReadonlyArray<readonly [name: string, book: Rulebook.Rulebook]> = Object.entries(presets).flatMap(
  ([module, exported]) =>
    Object.entries(exported).flatMap(([name, value]) => (isBook(value) ? [[`${module}.${name}`, value] as const] : [])),
)

/** The labels and notes of a document that have no English. */
const chineseOnly = (part: unknown, path: string): ReadonlyArray<string> => {
  if (Array.isArray(part)) return part.flatMap((item, index) => chineseOnly(item, `${path}/${index}`))
  if (typeof part !== "object" || part === null) return []
  if ("zh" in part) return "en" in part ? [] : [path]
  return Object.entries(part).flatMap(([key, value]) => chineseOnly(value, `${path}/${key}`))
}

/** The tests that every preset shares. */
export const soundBook = (book: Rulebook.Rulebook): void => {
  test("has no structural fault, is partial and says of every part of it in both languages", () => {
    expect(Rulebook.check(book)).toEqual([])
    expect(book.completeness).toBe("partial")
    expect(chineseOnly(book, "")).toEqual([])
  })

  test("survives a round trip through JSON", () => {
    const stored = Result.getOrThrow(Rulebook.document.encode(book))
    expect(Result.getOrThrow(Rulebook.document.decode(JSON.parse(JSON.stringify(stored))))).toEqual(book)
  })

  test("cites its sources by title, standing and what is not known of them", () => {
    for (const { citation } of book.sources) {
      expect(citation.standing).not.toBe("official")
      expect(citation.note).toMatch(/抄本|报道|通报/)
    }
  })
}

export const given = (kind: string, value: string, id = "甲", on = "2023-06-01"): Fact => fact(id, kind, on, { value })

export const standsAt = (
  book: Rulebook.Rulebook,
  kind: string,
  value: string,
  more: ReadonlyArray<Fact> = [],
): string => stand(one(book, { facts: [given(kind, value), ...more] }))

export const frozen = (book: string, period: string, more: Partial<FrozenResult> = {}): FrozenResult => ({
  book,
  subject: "甲",
  period: Period.parseUnsafe(period),
  values: {},
  recordedAt: instant(0),
  ...more,
})
