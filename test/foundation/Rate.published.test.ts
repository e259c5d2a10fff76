/** Published figures about members and organisations, held against themselves. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Apportionment from "../../src/foundation/Apportionment.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Unit from "../../src/foundation/Unit.js"
import cases from "../organisation/cases/rates.json" with { type: "json" }

const tenThousand = Unit.makeUnsafe("tenThousandOrganisations", { zh: "万个" })
const of = (text: string) => Quantity.of(Exact.parseUnsafe(text), tenThousand)
const named = <C extends { readonly case: number; readonly says: string }>(list: ReadonlyArray<C>) =>
  list.map((one) => [`${one.case}: ${one.says}`, one] as const)

describe("shares", () => {
  test.each(named(cases.shares))("%s", (_, { shares }) => {
    for (const { part, percent, whole } of shares) {
      const share = Rate.shareUnsafe(of(part), of(whole), { zh: "全部党支部" })
      expect(Rate.percent(share, 1, "halfUp")).toBe(percent)
    }
  })
})

describe("sums of what was rounded", () => {
  test.each(named(cases.sums))("%s", (_, { exact, parts, sum, tolerance, total, within }) => {
    const held = Result.getOrThrow(Apportionment.reconcile(parts.map(of), of(total), Exact.parseUnsafe(tolerance)))
    expect([held.sum.amount, held.exact, held.within]).toEqual([sum, exact, within])
  })
})

describe("a base that nobody stated", () => {
  test.each(named(cases.bases))("%s", (_, { bases, limit, published, stated = [] }) => {
    const found = Result.getOrThrow(Rate.basesConsistentWith(published, limit, "halfUp"))
    expect(found).toEqual(bases)
    for (const other of stated) expect(found).not.toContain(other)
  })
})
