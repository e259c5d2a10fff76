/**
 * What is lawful in one locality is refused in another: for every two of the shipped schemes a told way that the one
 * lets through, and the step at which the other stops it, and why. Everybody holds every role here, so that nothing but
 * the way itself decides.
 */
import { describe, expect, it } from "vitest"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import { SCHEMES, stepsOf, walk } from "./scripts.js"

const DONE = "dispatch@d1 takeOn@d1 report@d1 accept@d1"

/** A way of each scheme from the request to the end that it takes most often. */
const WAYS: Readonly<Record<string, string>> = {
  FiveOrders: `request claim ${DONE} publish/member rate=satisfied close/grid`,
  LinglingOrders: `request ${DONE} rate=satisfied publish/member close/branch`,
  GaopingOrders: `request ${DONE} supervise/supervisor publish/member rate=satisfied close/branch`,
  LinyouOrders: `request ${DONE} revisit/department=satisfied close/department`,
  ZiyunOrders: `request ${DONE} close/branch`,
}

const REFUSED: ReadonlyArray<readonly [way: string, other: string, step: number, move: string, code: string]> = [
  ["FiveOrders", "LinglingOrders", 2, "claim", "proceeding.noSuchMove"],
  ["FiveOrders", "GaopingOrders", 2, "claim", "proceeding.noSuchMove"],
  ["FiveOrders", "LinyouOrders", 2, "claim", "proceeding.noSuchMove"],
  ["FiveOrders", "ZiyunOrders", 2, "claim", "proceeding.noSuchMove"],
  ["LinglingOrders", "FiveOrders", 2, "dispatch", "proceeding.notFrom"],
  ["LinglingOrders", "GaopingOrders", 6, "rate", "proceeding.notFrom"],
  ["LinglingOrders", "LinyouOrders", 6, "rate", "proceeding.noSuchMove"],
  ["LinglingOrders", "ZiyunOrders", 6, "rate", "proceeding.noSuchMove"],
  ["GaopingOrders", "FiveOrders", 2, "dispatch", "proceeding.notFrom"],
  ["GaopingOrders", "LinglingOrders", 6, "supervise", "proceeding.noSuchMove"],
  ["GaopingOrders", "LinyouOrders", 6, "supervise", "proceeding.noSuchMove"],
  ["GaopingOrders", "ZiyunOrders", 6, "supervise", "proceeding.noSuchMove"],
  ["LinyouOrders", "FiveOrders", 2, "dispatch", "proceeding.notFrom"],
  ["LinyouOrders", "LinglingOrders", 6, "revisit", "proceeding.noSuchMove"],
  ["LinyouOrders", "GaopingOrders", 6, "revisit", "proceeding.noSuchMove"],
  ["LinyouOrders", "ZiyunOrders", 6, "revisit", "proceeding.noSuchMove"],
  ["ZiyunOrders", "FiveOrders", 2, "dispatch", "proceeding.notFrom"],
  ["ZiyunOrders", "LinglingOrders", 6, "close", "proceeding.notFrom"],
  ["ZiyunOrders", "GaopingOrders", 6, "close", "proceeding.notFrom"],
  ["ZiyunOrders", "LinyouOrders", 6, "close", "proceeding.notFrom"],
]

const anyRole: ServiceOrder.Holds = () => true

const schemeOf = (name: string) => SCHEMES.find((each) => each.name === name)!.scheme

describe("a told way", () => {
  it.each(Object.entries(WAYS))("of %s is lawful there", (name, way) => {
    const { refused, states } = walk(schemeOf(name), way)
    expect(refused).toBeUndefined()
    expect(states).toHaveLength(stepsOf(way).length + 1)
    expect(ServiceOrder.outcome(schemeOf(name), states[states.length - 1]!)).toBe(
      name === "ZiyunOrders" ? "done" : "satisfied",
    )
  })

  it.each(REFUSED)("of %s is refused in %s at step %i, %s: %s", (name, other, step, move, code) => {
    const { refused } = walk(schemeOf(other), WAYS[name]!, anyRole)
    expect(refused).toMatchObject({ step, move })
    expect(refused?.codes).toContain(code)
  })

  it("is told of every two schemes, either way round", () => {
    const names = SCHEMES.map(({ name }) => name)
    const pairs = names.flatMap((one) => names.filter((two) => two !== one).map((two) => `${one} ${two}`))
    expect(REFUSED.map(([one, two]) => `${one} ${two}`).sort()).toEqual(pairs.sort())
  })

  it("is stopped where published before rated in Lingling, and where published unsupervised in Gaoping", () => {
    const done = `request ${DONE} publish/member`
    expect(walk(schemeOf("LinglingOrders"), done).refused).toEqual({
      step: 6,
      move: "publish",
      codes: ["proceeding.notFrom"],
    })
    expect(walk(schemeOf("GaopingOrders"), done).refused).toEqual({
      step: 6,
      move: "publish",
      codes: ["proceeding.notFrom"],
    })
  })
})
