import { expect, test } from "vitest"
import { docFaults, docExamples } from "../house/docs.js"
import { run, typeFaults, write } from "../house/docExamples.js"
import { readTree } from "../house/tree.js"
import { annotationFaults } from "../house/annotations.js"
import { purityFaults } from "../house/purity.js"
import { orderFaults } from "../house/order.js"
import { nameFaults } from "../house/names.js"
import { weightFaults, verbs, weigh } from "../house/bundles.js"
import { sizeFaults, sectionFaults, proseFaults } from "../house/tidy.js"
const tree = readTree()
const mine = (list: ReadonlyArray<string>) => list.filter((one) => /Order(Clock|World|Roles)/.test(one))
test("examples", async () => {
  const written = write(docExamples(tree).filter(({ at }) => /Order(Clock|World|Roles)/.test(at)), "h3")
  expect(typeFaults(written)).toEqual([])
  const { failed, ran } = await run(written)
  expect(failed).toEqual([])
  console.log(ran.length)
})
test("tidy", () => {
  expect(mine(docFaults(tree))).toEqual([])
  expect(mine(sizeFaults(tree))).toEqual([])
  expect(mine(sectionFaults(tree))).toEqual([])
  expect(mine(proseFaults(tree))).toEqual([])
  expect(mine(annotationFaults(tree))).toEqual([])
  expect(mine(purityFaults(tree))).toEqual([])
  expect(mine(orderFaults(tree))).toEqual([])
  expect(mine(nameFaults(tree))).toEqual([])
})
