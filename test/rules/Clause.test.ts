import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Clause from "../../src/rules/Clause.js"
import type { When } from "../../src/rules/Expression.js"
import { cite } from "./sample.js"

// One clause of each kind with every field, made up.

const when: When = { test: "is", label: "身份", in: ["党员"] }
const named = { id: "条", label: { zh: "条款", en: "clause" }, cite: cite("1") }

const clauses = {
  Class: { ...named, when, standing: "unrated" } satisfies Clause.Class,
  Effect: {
    ...named,
    when,
    does: { deduct: "5" },
    lasts: { months: 6 },
    repair: { when, does: "nothing", cite: cite("2") },
  } satisfies Clause.Effect,
  Level: { ...named, on: { ge: "90" }, and: when } satisfies Clause.Level,
  Badge: { ...named, when, needs: ["先"] } satisfies Clause.Badge,
  Award: { ...named, when, atLeast: "优秀", overQuota: false } satisfies Clause.Award,
  Climb: { steps: 1, cite: cite("1") } satisfies Clause.Climb,
  Quota: {
    id: "名额",
    levels: ["优秀"],
    sense: "about",
    of: { share: "0.3", round: "down" },
    slack: "1",
    among: when,
    group: null,
    cite: cite("1"),
  } satisfies Clause.Quota,
  Ranking: {
    ...named,
    among: when,
    group: "镇",
    ties: { keys: [], last: "share", method: "min" },
  } satisfies Clause.Ranking,
  Slot: { id: "自设", into: "记分", sign: "malus", items: 5, each: "2", cite: cite("1") } satisfies Clause.Slot,
  Note: { on: "P-044", kind: "defect", code: "duplicate", with: "P-045", text: { zh: "重复" } } satisfies Clause.Note,
}

type Kind = keyof typeof clauses

const OPTIONAL: Readonly<Record<Kind, ReadonlyArray<string>>> = {
  Class: [],
  Effect: ["repair"],
  Level: ["and"],
  Badge: [],
  Award: ["overQuota"],
  Climb: [],
  Quota: ["slack", "among"],
  Ranking: ["among"],
  Slot: [],
  Note: ["code", "with"],
}

const reads = (kind: Kind, value: unknown): boolean =>
  Result.isSuccess(
    Schema.decodeUnknownResult(Clause[kind] as Schema.Codec<unknown>, { onExcessProperty: "error" })(value),
  )

describe.each(Object.keys(clauses) as ReadonlyArray<Kind>)("%s", (kind) => {
  const clause = clauses[kind]
  test("is read with every field it has, and with no other", () => {
    expect(reads(kind, JSON.parse(JSON.stringify(clause)))).toBe(true)
    expect(reads(kind, { ...clause, weight: "1" })).toBe(false)
  })
  test("needs every field but those that a text may leave out", () => {
    const needed = Object.keys(clause).filter((key) => {
      const { [key as keyof typeof clause]: _, ...rest } = clause
      return !reads(kind, rest)
    })
    expect(needed).toEqual(Object.keys(clause).filter((key) => !OPTIONAL[kind].includes(key)))
  })
})

test.each<[Kind, object]>([
  ["Class", { standing: "retired" }],
  ["Effect", { does: "halve" }],
  ["Effect", { does: "nothing" }],
  ["Effect", { does: { deduct: 5 } }],
  ["Effect", { does: { atMost: "" } }],
  ["Effect", { lasts: { months: 0 } }],
  ["Effect", { lasts: { months: 10_001 } }],
  ["Climb", { steps: 0.5 }],
  ["Quota", { levels: [] }],
  ["Quota", { of: { seats: 0 } }],
  ["Quota", { of: { share: "0.30", round: "down" } }],
  ["Quota", { sense: "exactly" }],
  ["Slot", { items: 0 }],
  ["Slot", { sign: "net" }],
  ["Note", { kind: "error" }],
])("%s is refused with %j", (kind, change) => {
  expect(reads(kind, { ...clauses[kind], ...change })).toBe(false)
})

test("a repair may lift an effect or put another in its place", () => {
  for (const does of ["nothing", "zero", { deduct: "1" }, { atMost: "合格" }]) {
    expect(reads("Effect", { ...clauses.Effect, repair: { when, does, cite: cite("2") } })).toBe(true)
  }
})
