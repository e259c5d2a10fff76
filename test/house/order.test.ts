import { describe, expect, test } from "vitest"
import { orderFaults } from "./order.js"
import { changed, readTree, treeOf } from "./tree.js"

test("the house stands in order", () => expect(orderFaults(readTree())).toEqual([]))

const house = treeOf({
  "src/index.ts": [
    "// ---------------------------------------------------------------- foundation",
    'export * as First from "./foundation/First.js"',
    'export * as Second from "./foundation/Second.js"',
    "// ---------------------------------------------------------------- orders",
    'export * as Case from "./orders/Case.js"',
    "// ---------------------------------------------------------------- points",
    'export * as Ledger from "./points/Ledger.js"',
    "",
  ].join("\n"),
  "src/foundation/First.ts": "export const one = 1\n",
  "src/foundation/Second.ts": 'import { one } from "./First.js"\nexport const two = one + one\n',
  "src/orders/Case.ts": 'import * as Second from "../foundation/Second.js"\nexport const three = Second.two\n',
  "src/points/Ledger.ts": "export type Four = 4\n",
})

const faultsWith = (path: string, text: string): ReadonlyArray<string> => orderFaults(changed(house, { [path]: text }))

describe("on a bad input", () => {
  test("the sample is in order", () => expect(orderFaults(house)).toEqual([]))

  test("one inverted import is found", () => {
    expect(
      faultsWith("src/foundation/First.ts", 'import { two } from "./Second.js"\nexport const one = two\n'),
    ).toEqual(["src/foundation/First.ts:1: imports src/foundation/Second.ts, which is not on an earlier line"])
  })

  test.each([
    ["a type import", 'import type { two } from "./Second.js"\n'],
    ["an import type", 'export type Two = typeof import("./Second.js").two\n'],
    ["an export from", 'export { two } from "./Second.js"\n'],
    ["a dynamic import", 'export const two = () => import("./Second.js")\n'],
  ])("%s of a later module is found", (_, text) => {
    expect(faultsWith("src/foundation/First.ts", text)).toHaveLength(1)
  })

  test("a cycle of type imports is found", () => {
    const cycle = changed(house, {
      "src/foundation/First.ts": 'import type { Two } from "./Second.js"\nexport type One = Two\n',
      "src/foundation/Second.ts": 'import type { One } from "./First.js"\nexport type Two = One\n',
    })
    expect(orderFaults(cycle)).toHaveLength(1)
  })

  test("a module that imports itself is found", () => {
    expect(faultsWith("src/foundation/First.ts", 'import { one } from "./First.js"\nexport { one }\n')).toHaveLength(1)
  })

  test("one domain that imports another is found, although it stands later", () => {
    expect(faultsWith("src/points/Ledger.ts", 'import type * as Case from "../orders/Case.js"\n')).toEqual([
      "src/points/Ledger.ts:1: the domain points imports the domain orders",
    ])
  })

  test("an import from a later area is found", () => {
    expect(faultsWith("src/foundation/Second.ts", 'import "../points/Ledger.js"\n')).toEqual([
      "src/foundation/Second.ts:1: imports src/points/Ledger.ts of the later area points",
    ])
  })

  test("a module that is not published has its place in the order too", () => {
    const index = (house.get("src/index.ts") ?? "").replace(/export \* as First from "(.*)"/, "// inside $1")
    const inside = changed(house, { "src/index.ts": index })
    expect(orderFaults(inside)).toEqual([])
    const inverted = 'import { two } from "./Second.js"\nexport const one = two\n'
    expect(orderFaults(changed(inside, { "src/foundation/First.ts": inverted }))).toHaveLength(1)
  })

  test("an import of a list is found", () => {
    expect(faultsWith("src/orders/Case.ts", 'import { First } from "../foundation/index.js"\n')).toHaveLength(1)
    expect(faultsWith("src/orders/Case.ts", 'import { First } from "../index.js"\n')).toHaveLength(1)
  })

  test("an import of a file outside the list, or without its ending, is found", () => {
    expect(faultsWith("src/orders/Case.ts", 'import "../foundation/Attic.js"\n')).toHaveLength(1)
    expect(faultsWith("src/orders/Case.ts", 'import "../foundation/First"\n')).toHaveLength(1)
  })

  test("an area below a later one, an unknown area and a wrong banner are found", () => {
    const lines = (house.get("src/index.ts") ?? "").split("\n")
    const turned = [...lines.slice(3), ...lines.slice(0, 3)].join("\n")
    expect(
      orderFaults(changed(house, { "src/index.ts": turned })).some((fault) => fault.includes("below a later area")),
    ).toBe(true)
    const attic = `${house.get("src/index.ts")}export * as Trunk from "./attic/Trunk.js"\n`
    expect(orderFaults(changed(house, { "src/index.ts": attic }))).toEqual([
      "src/index.ts: attic is no area of the house",
      'src/index.ts: src/attic/Trunk.ts stands under the banner "points"',
    ])
  })
})
