import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import { FaultError, sentence } from "../../src/foundation/Fault.js"
import { texts } from "../../src/foundation/FoundationTexts.js"

const on = CivilDate.parseUnsafe
const at = Coordinate.instantUnsafe
const code = (result: Result.Result<unknown, { readonly code: string }>): string =>
  Result.isFailure(result) ? result.failure.code : "none"

interface Award extends Coordinate.Recorded {
  readonly points: number
}

// Made-up awards: one declared with the wrong points, corrected, and the correction corrected again.
const award = (id: string, day: string, recordedAt: number, points: number, supersedes?: string): Award =>
  supersedes === undefined
    ? { id, on: on(day), recordedAt: at(recordedAt), points }
    : { id, on: on(day), recordedAt: at(recordedAt), points, supersedes }
const awards = [
  award("declared", "2023-05-04", 1000, 5),
  award("other", "2023-05-20", 1500, 2),
  award("corrected", "2023-05-04", 2000, 3, "declared"),
  award("final", "2023-06-01", 3000, 4, "corrected"),
]

const points = (validAt: string, knownAt: number): ReadonlyArray<number> =>
  Coordinate.asOf(awards, Coordinate.of(on(validAt), at(knownAt))).map(({ points }) => points)

describe("asking at a coordinate", () => {
  it.each([
    ["2023-12-31", 999, []],
    ["2023-05-03", 1000, []],
    ["2023-05-04", 1000, [5]],
    ["2023-05-20", 1499, [5]],
    ["2023-05-20", 1500, [5, 2]],
    ["2023-05-19", 1999, [5]],
    ["2023-05-19", 2000, [3]],
    ["2023-05-31", 2999, [3, 2]],
    ["2023-05-31", 3000, [2]],
    ["2023-06-01", 3000, [2, 4]],
  ])("%s with the knowledge of %d", (validAt, knownAt, expected) => {
    expect(points(validAt, knownAt)).toEqual(expected)
  })

  it("a correction of a correction leaves the first record superseded", () => {
    expect(Coordinate.known(awards, at(9999)).map(({ id }) => id)).toEqual(["other", "final"])
  })

  it("a change that supersedes nothing leaves what was before in its place", () => {
    const records = [award("old", "2023-01-01", 1, 1), award("new", "2023-07-01", 2, 2)]
    const ids = (day: string) => Coordinate.asOf(records, Coordinate.of(on(day), at(9))).map(({ id }) => id)
    expect([ids("2023-06-30"), ids("2023-07-01")]).toEqual([["old"], ["old", "new"]])
  })

  it("a record twice counts once, even written with its fields in another order", () => {
    const first = { id: "a", on: on("2023-05-01"), recordedAt: at(1), points: { value: 3, unit: "分" } }
    const again = { points: { unit: "分", value: 3 }, recordedAt: at(1), on: on("2023-05-01"), id: "a" }
    expect(Coordinate.known([first, again, first], at(1))).toHaveLength(1)
    expect(Coordinate.check([first, again, first])).toEqual([])
  })

  it("leaves its input as it was", () => {
    const records = Object.freeze([...awards].reverse())
    Coordinate.asOf(records, Coordinate.of(on("2023-12-31"), at(9999)))
    expect(records[0]?.id).toBe("final")
  })
})

describe("records that are wrong", () => {
  const faults = (...records: ReadonlyArray<Coordinate.Recorded>) =>
    Coordinate.check(records).map(({ code, params }) => [code, ...Object.values(params)].join(" "))

  it("an id with two contents", () => {
    expect(faults(award("a", "2023-05-01", 1, 3), award("a", "2023-05-01", 1, 4))).toEqual(["coordinate.idTwice a"])
    expect(faults(award("a", "2023-05-01", 1, 3), award("a", "2023-05-02", 1, 3))).toEqual(["coordinate.idTwice a"])
  })

  it("a record that supersedes an id nobody knows", () => {
    expect(faults(award("a", "2023-05-01", 1, 3, "z"))).toEqual(["coordinate.supersedesUnknown a z"])
  })

  it("a record that supersedes one recorded later, but not one recorded in the same instant", () => {
    const later = award("b", "2023-05-01", 2, 3)
    expect(faults(award("a", "2023-05-01", 1, 3, "b"), later)).toEqual(["coordinate.supersedesLater a b"])
    expect(faults(award("a", "2023-05-01", 2, 3, "b"), later)).toEqual([])
  })

  it("rings, each told once from its least id, with what leads into them left out", () => {
    const ring = (id: string, supersedes: string) => award(id, "2023-05-01", 1, 3, supersedes)
    expect(faults(ring("a", "a"))).toEqual(["coordinate.supersedesRing a → a"])
    expect(
      faults(ring("c", "b"), ring("b", "d"), ring("d", "c"), ring("a", "c"), ring("z", "y"), ring("y", "z")),
    ).toEqual(["coordinate.supersedesRing b → d → c → b", "coordinate.supersedesRing y → z → y"])
  })

  it("everything at once", () => {
    expect(
      faults(
        award("x", "2023-05-01", 5, 1, "nobody"),
        award("x", "2023-05-01", 5, 2, "nobody"),
        award("e", "2023-05-01", 1, 1, "x"),
        award("s", "2023-05-01", 1, 1, "s"),
      ),
    ).toEqual([
      "coordinate.idTwice x",
      "coordinate.supersedesLater e x",
      "coordinate.supersedesRing s → s",
      "coordinate.supersedesUnknown x nobody",
    ])
  })

  it("still give one answer, whichever comes first", () => {
    const [a, b] = [award("a", "2023-05-01", 1, 3), award("a", "2023-05-01", 1, 4)]
    expect(Coordinate.known([a, b], at(1))).toEqual(Coordinate.known([b, a], at(1)))
    expect(Coordinate.known([b, a], at(1)).map(({ points }) => points)).toEqual([3, 4])
  })

  it("of a hundred thousand in one chain are checked without running out of stack", () => {
    const chain = Array.from({ length: 100_000 }, (_, index) =>
      award(`r${index}`, "2023-05-01", index, 1, index === 0 ? undefined : `r${index - 1}`),
    )
    expect(Coordinate.check(chain)).toEqual([])
    expect(Coordinate.known(chain, at(99_999)).map(({ id }) => id)).toEqual(["r99999"])
  })
})

describe("instants", () => {
  it.each([0, 1, 1688140800000, Number.MAX_SAFE_INTEGER])("takes %d", (value) => {
    expect(Result.getOrThrow(Coordinate.instant(value))).toBe(value)
    expect(Schema.is(Coordinate.Instant)(value)).toBe(true)
  })

  it.each([-1, -0, 0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])("refuses %d", (value) => {
    expect(code(Coordinate.instant(value))).toBe("coordinate.notInstant")
    expect(Coordinate.isInstant(value)).toBe(false)
    const decoded = Schema.decodeUnknownResult(Coordinate.Instant)(value)
    expect(Result.isFailure(decoded) && decoded.failure.message).toContain("coordinate.notInstant")
    expect(() => Coordinate.instantUnsafe(value)).toThrow(FaultError)
  })

  it("refuses what is no number", () => {
    expect(Schema.is(Coordinate.Instant)("1688140800000")).toBe(false)
    expect(Coordinate.isInstant("1688140800000")).toBe(false)
  })

  it.each([
    [0, 0, "1970-01-01"],
    [0, -1, "1969-12-31"],
    [57_599_999, 480, "1970-01-01"],
    [57_600_000, 480, "1970-01-02"],
    [1688140799999, 480, "2023-06-30"],
    [1688140800000, 480, "2023-07-01"],
    [1688140800000, 330, "2023-06-30"],
    [253402300799999, 0, "9999-12-31"],
  ])("%d at %d minutes is %s", (value, offset, day) => {
    expect(Result.getOrThrow(Coordinate.dayOf(at(value), offset))).toBe(day)
  })

  it("refuses offsets that no place has and days past the calendar", () => {
    for (const offset of [1081, -1081, 0.5, Number.NaN]) {
      expect(code(Coordinate.dayOf(at(0), offset))).toBe("coordinate.notOffset")
    }
    expect(code(Coordinate.dayOf(at(253402300799999), 480))).toBe("civilDate.outOfRange")
    expect(code(Coordinate.dayOf(at(Number.MAX_SAFE_INTEGER), 1080))).toBe("civilDate.outOfRange")
    expect(() => Coordinate.dayOfUnsafe(at(0), 1081)).toThrow(FaultError)
  })
})

describe("the schemas", () => {
  it("take a coordinate and a record as they are", () => {
    const coordinate = { validAt: "2023-06-30", knownAt: 1688140800000 }
    expect(Schema.decodeUnknownSync(Coordinate.Coordinate)(coordinate)).toEqual(coordinate)
    expect(Schema.is(Coordinate.Coordinate)({ ...coordinate, validAt: "2023-06-31" })).toBe(false)
    const record = { id: "a", on: "2023-06-30", recordedAt: 1 }
    expect(Schema.decodeUnknownSync(Coordinate.Recorded)(record)).toEqual(record)
    expect(Schema.is(Coordinate.Recorded)({ ...record, supersedes: "b" })).toBe(true)
    expect(Schema.is(Coordinate.Recorded)({ ...record, supersedes: "" })).toBe(false)
    expect(Schema.is(Coordinate.Recorded)({ ...record, id: "" })).toBe(false)
  })
})

describe("the sentences", () => {
  it("of all faults are filled in, in both languages", () => {
    const results: ReadonlyArray<Result.Result<unknown, Coordinate.CoordinateFault | CivilDate.CivilDateFault>> = [
      Coordinate.instant(-1),
      Coordinate.dayOf(at(0), 9999),
      ...Coordinate.check([
        award("x", "2023-05-01", 5, 1),
        award("x", "2023-05-01", 5, 2, "nobody"),
        award("e", "2023-05-01", 1, 1, "x"),
        award("s", "2023-05-01", 1, 1, "s"),
      ]).map((found) => Result.fail(found)),
    ]
    const codes = new Set<string>()
    for (const result of results) {
      if (Result.isSuccess(result)) throw new Error("a fault was expected")
      codes.add(result.failure.code)
      for (const language of ["zh", "en"] as const) {
        const said = sentence(texts, result.failure, language)
        expect(said).not.toMatch(/[{}]/)
        for (const value of Object.values(result.failure.params)) expect(said).toContain(String(value))
      }
    }
    expect(codes.size).toBe(results.length)
  })
})
