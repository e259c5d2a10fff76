import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Organisation from "../../src/organisation/Organisation.js"

// Made-up bodies throughout.

const body = (id: string, over: Partial<Organisation.Organisation> = {}): Organisation.Organisation => ({
  ...{ id, kind: "branch", name: `示例${id}`, units: [], capabilities: [] },
  established: PartialDate.parseUnsafe("1958"),
  ...over,
})
const list = (...organisations: ReadonlyArray<unknown>) => ({ format: 1, organisations })
const said = (input: unknown) => {
  const result = Organisation.document.decode(input)
  return Result.isSuccess(result) ? [] : result.failure.map(({ code, path }) => [code, ...path])
}

describe("a list of organisations as a document", () => {
  test("everything that may be there comes back as it was", () => {
    const input = list(
      body("town", { kind: "townshipCommittee", capabilities: ["approveProbationary", "transferNationwide"] }),
      body("b1", {
        supervisedBy: "town",
        units: ["v1", "v2"],
        capabilities: ["admit", "collectDues"],
        established: PartialDate.parseUnsafe("1996-07"),
        code: "001004",
      }),
    )
    const read = Result.getOrThrow(Organisation.document.decode(input))
    expect(read).toEqual(input)
    expect(Result.getOrThrow(Organisation.document.encode(read))).toEqual(input)
    expect(Organisation.document.is(input)).toBe(true)
  })

  test("all that is wrong is told at once, each at its place", () => {
    expect(
      said(
        list(
          { ...body("b1"), established: "1958-13", name: "" },
          { ...body("b2"), capabilities: ["fly"], colour: "red" },
        ),
      ),
    ).toEqual(
      expect.arrayContaining([
        expect.arrayContaining(["organisations", 0, "established"]),
        expect.arrayContaining(["organisations", 0, "name"]),
        expect.arrayContaining(["organisations", 1, "capabilities", 0]),
        ["document.unexpected", "organisations", 1, "colour"],
      ]),
    )
  })

  test("what stands twice is told: an id, a unit, a capability", () => {
    const twice = body("b1", { units: ["v1", "v2", "v1"], capabilities: ["admit", "admit"] })
    expect(said(list(body("b0"), twice, body("b0")))).toEqual([
      ["organisation.unitTwice", "organisations", 1, "units", 2],
      ["organisation.capabilityTwice", "organisations", 1, "capabilities", 1],
      ["organisation.idTwice", "organisations", 2, "id"],
    ])
  })

  test("another format is refused before anything else", () => {
    expect(said({ format: 2, organisations: [{}] })).toEqual([["document.format", "format"]])
  })

  test("its JSON schema names what must be there", () => {
    expect(JSON.stringify(Organisation.document.jsonSchema())).toContain('"established"')
  })
})

test("a supervising organisation that comes later or is not there is no fault of the list", () => {
  expect(Organisation.check([body("b1", { supervisedBy: "nowhere" })])).toEqual([])
})

test("100,000 rows of which each tenth repeats an id are all told", () => {
  const rows = Array.from({ length: 100_000 }, (_, index) => body(`b${index % 10 === 9 ? index - 1 : index}`))
  const faults = Organisation.check(rows)
  expect(faults).toHaveLength(10_000)
  expect(faults.every(({ code, path }) => code === "organisation.idTwice" && Number(path[0]) % 10 === 9)).toBe(true)
})
