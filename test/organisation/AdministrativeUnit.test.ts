import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as AdministrativeUnit from "../../src/organisation/AdministrativeUnit.js"

// Made-up units throughout.

const unit = (id: string, over: Partial<AdministrativeUnit.AdministrativeUnit> = {}) => ({
  ...{ id, kind: "村", sector: "village", name: `示例${id}`, operating: true },
  ...over,
})
const said = (...units: ReadonlyArray<unknown>) => {
  const result = AdministrativeUnit.document.decode({ format: 1, units })
  return Result.isSuccess(result) ? [] : result.failure.map(({ code, path }) => [code, ...path])
}

describe("a list of units as a document", () => {
  test("everything that may be there comes back as it was, counts of nought included", () => {
    const units = [
      unit("v1", { within: "town", code: "999901001200", households: 0 }),
      unit("f1", { kind: "非公有制企业", sector: "twoNew", operating: false, staff: 12, within: "v1" }),
    ]
    const input = { format: 1, units }
    const read = Result.getOrThrow(AdministrativeUnit.document.decode(input))
    expect(read).toEqual(input)
    expect(Result.getOrThrow(AdministrativeUnit.document.encode(read))).toEqual(input)
  })

  test("counts below nought and counts that are not whole are refused at their places, together", () => {
    expect(said(unit("v1", { households: -1 }), unit("v2", { staff: 1.5 }))).toEqual([
      ["canonical.notSafeInteger", "units", 1, "staff"],
      ["administrativeUnit.count", "units", 0, "households"],
    ])
  })

  test("each repetition of an id is told, not only the first", () => {
    expect(said(unit("v1"), unit("v1"), unit("v2"), unit("v1"))).toEqual([
      ["administrativeUnit.idTwice", "units", 1, "id"],
      ["administrativeUnit.idTwice", "units", 3, "id"],
    ])
  })

  test("kinds and sectors are open sets; a kind that is missing or empty is refused", () => {
    expect(said(unit("x1", { kind: "村民小组活动点", sector: "other" }))).toEqual([])
    expect(said(unit("x1", { kind: "" }))).toHaveLength(1)
    const { sector: _, ...rest } = unit("x2")
    expect(said(rest)).toEqual([["document.missing", "units", 0, "sector"]])
  })
})
