/** Told cases of evidence; all records are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import * as Evidence from "../../src/rules/Evidence.js"
import type { FrozenResult } from "../../src/rules/Fact.js"
import { fact, instant, subject } from "./rating.js"

const saltOf = Evidence.saltsFrom("made up, for tests alone")
const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), instant(5))
const result = (of: string): FrozenResult => ({
  book: "b",
  subject: of,
  period: Period.yearUnsafe(2022),
  values: {},
  recordedAt: instant(0),
})
const register = {
  subjects: [subject("甲"), subject("乙")],
  facts: [
    fact("甲", "献血", "2023-03-05", { id: "f1" }),
    fact("乙", "献血", "2023-03-05", { id: "f2" }),
    fact("乙", "献血", "2023-03-06", { id: "f3", supersedes: "f1" }),
    fact("甲", "献血", "2023-03-07", { id: "f4", recordedAt: instant(6) }),
  ],
  closures: [
    { kind: "献血", through: at.validAt, recordedAt: instant(0) },
    { kind: "捐款", through: at.validAt, recordedAt: instant(0), subject: "乙" },
    { kind: "捐款", through: at.validAt, recordedAt: instant(9) },
  ],
  results: [result("甲"), result("乙")],
}
const evidence = Evidence.sealUnsafe(register, saltOf)

describe("the evidence about one", () => {
  const own = Evidence.records(Evidence.about(evidence, at).get("甲") ?? evidence)

  test("holds its own facts known at the coordinate, and whatever takes the place of one of them", () => {
    expect(own.facts.map(({ id }) => id)).toEqual(["f1", "f3"])
  })

  test("holds the closures about it or about everybody, and its own results and record", () => {
    expect(own.closures.map(({ kind, subject: about }) => [kind, about])).toEqual([["献血", undefined]])
    expect([own.results.map(({ subject: of }) => of), own.subjects.map(({ id }) => id)]).toEqual([["甲"], ["甲"]])
  })

  test("does not change with what is recorded later", () => {
    const later = {
      ...register,
      facts: [...register.facts, fact("甲", "捐款", "2023-04-01", { recordedAt: instant(7) })],
    }
    const again = Evidence.about(Evidence.sealUnsafe(later, saltOf), at).get("甲")
    expect(again === undefined ? undefined : Evidence.root(again)).toEqual(
      Evidence.root(Evidence.about(evidence, at).get("甲") ?? evidence),
    )
  })
})

describe("seals", () => {
  test("of two registers with other salts have nothing in common", () => {
    const other = Evidence.sealUnsafe(register, Evidence.saltsFrom("another secret, made up"))
    const digests = new Set(evidence.facts.map(({ digest }) => digest))
    expect(other.facts.some(({ digest }) => digests.has(digest))).toBe(false)
  })

  test("of the same record as another kind differ", () => {
    const record = { id: "甲", labels: {} }
    const one = Evidence.sealUnsafe({ subjects: [record], facts: [] }, () => "0123456789abcdef")
    const kinds = [...one.subjects, ...Evidence.sealUnsafe({ subjects: [], facts: [] }, saltOf).facts]
    expect(kinds).toHaveLength(1)
  })

  test("every broken one is named, and a document with one is refused", () => {
    const [first, ...rest] = evidence.facts
    const forged = { ...evidence, facts: [{ ...first!, salt: "another salt, long enough" }, ...rest] }
    const found = [["evidence.broken", ["facts", 0, "digest"]]]
    expect(Evidence.check(forged).map(({ code, path }) => [code, path])).toEqual(found)
    const decoded = Evidence.document.decode(forged)
    expect(Result.isFailure(decoded) && decoded.failure.map(({ code, path }) => [code, path])).toEqual(found)
    expect(Result.getOrThrow(Evidence.document.decode(JSON.parse(JSON.stringify(evidence))))).toEqual(evidence)
  })

  test("with salts too short are refused, all at once", () => {
    const refused = Evidence.seal(register, () => "short")
    expect(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path[0], path[1]])).toEqual([
      ...[0, 1].map((index) => ["digest.saltTooShort", "subjects", index]),
      ...[0, 1, 2, 3].map((index) => ["digest.saltTooShort", "facts", index]),
      ...[0, 1, 2].map((index) => ["digest.saltTooShort", "closures", index]),
      ...[0, 1].map((index) => ["digest.saltTooShort", "results", index]),
    ])
  })

  test("a record that has no canonical form is refused with its place", () => {
    const refused = Evidence.seal({ subjects: [subject("\ud800")], facts: [] }, () => "0123456789abcdef")
    expect(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path])).toEqual([
      ["canonical.loneSurrogate", ["subjects", 0, "record", "id"]],
    ])
  })
})
