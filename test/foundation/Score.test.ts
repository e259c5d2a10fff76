import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Exact from "../../src/foundation/Exact.js"
import { FaultError } from "../../src/foundation/Fault.js"
import * as Score from "../../src/foundation/Score.js"

const of = Exact.parseUnsafe
const faultOf = <A>(result: Result.Result<A, Score.ScoreFault>): Score.ScoreFault | undefined =>
  Result.isFailure(result) ? result.failure : undefined

describe("on the lattice and off it", () => {
  test("Huaning's bands are checked at half points: 89.5 is a score there, and none in whole points (case C9)", () => {
    expect(Score.ofUnsafe(of("89.5"), of("0.5"))).toEqual({ quantum: "0.5", count: 179 })
    expect(faultOf(Score.of(of("89.5"), Exact.one))).toEqual({
      code: "score.offLattice",
      path: [],
      params: { value: "89.5", quantum: "1" },
    })
  })
  test("the Wendeng village score of 1000 − 0.1 + 20 in tenths", () => {
    const base = Score.ofUnsafe(of("1000"), of("0.1"))
    const after = Score.addUnsafe(Score.addUnsafe(base, Score.ofUnsafe(of("-0.1"), of("0.1"))), {
      quantum: "0.1",
      count: 200,
    })
    expect(Score.text(after)).toBe("1019.9")
  })
  test("a quantum of a third works, since it is exact", () => {
    expect(Score.ofUnsafe(of("5/3"), of("1/3"))).toEqual({ quantum: "1/3", count: 5 })
    expect(Score.text({ quantum: "1/3", count: 6 })).toBe("2")
  })
  test("a quantum of nought or less is refused", () => {
    expect(faultOf(Score.of(Exact.one, Exact.zero))?.code).toBe("score.quantum")
    expect(faultOf(Score.of(Exact.one, of("-0.1")))?.code).toBe("score.quantum")
    expect(faultOf(Score.rounded(of("1.05"), "halfUp", Exact.zero))?.code).toBe("score.quantum")
  })
  test("more steps than a safe integer holds are refused", () => {
    expect(Score.ofUnsafe(of("9007199254740991"), Exact.one).count).toBe(Number.MAX_SAFE_INTEGER)
    expect(faultOf(Score.of(of("9007199254740992"), Exact.one))?.code).toBe("score.count")
    expect(faultOf(Score.of(of("900719925474099.2"), of("0.1")))?.code).toBe("score.count")
    const most = { quantum: "1", count: Number.MAX_SAFE_INTEGER }
    expect(faultOf(Score.add(most, { quantum: "1", count: 1 }))?.code).toBe("score.count")
  })
  test("the unsafe twins throw the fault", () => {
    expect(() => Score.ofUnsafe(of("0.5"), Exact.one)).toThrow(FaultError)
    expect(() => Score.addUnsafe({ quantum: "1", count: 1 }, { quantum: "0.1", count: 1 })).toThrow(
      /score\.quantumMismatch/,
    )
  })
})

test("scores on different quanta do not add up, though they compare", () => {
  const [tenths, points] = [
    { quantum: "0.1", count: 900 },
    { quantum: "1", count: 90 },
  ]
  expect(faultOf(Score.add(tenths, points))?.params).toEqual({ first: "0.1", second: "1" })
  expect(Score.compare(tenths, points)).toBe(0)
})

test("rounding names its mode (C14: 93.0 of daily and vote shares, in tenths)", () => {
  const round = (mode: "halfUp" | "down") => Result.getOrThrow(Score.rounded(of("92.65"), mode, of("0.1")))
  expect(round("halfUp").count).toBe(927)
  expect(round("down").count).toBe(926)
})

describe("the document form", () => {
  const messageOf = (value: unknown): string => {
    const decoded = Schema.decodeUnknownResult(Score.Score)(value, { errors: "all" })
    return Result.isFailure(decoded) ? String(decoded.failure.message) : "accepted"
  }
  test.each([
    [{ quantum: "0", count: 1 }, "score.quantum"],
    [{ quantum: "-0.1", count: 1 }, "score.quantum"],
    [{ quantum: "0.10", count: 1 }, "exact.notCanonical"],
    [{ quantum: "tenth", count: 1 }, "exact.malformed"],
    [{ quantum: "0.1", count: 1.5 }, "score.count"],
    [{ quantum: "0.1", count: -0 }, "score.count"],
    [{ quantum: "0.1", count: 2 ** 53 }, "score.count"],
    [{ quantum: "0.1", count: -895 }, "accepted"],
  ])("%j: %s", (value, expected) => {
    expect(messageOf(value)).toContain(expected)
  })
})
