import { expect, test } from "vitest"
import { run, typeFaults, write } from "./house/docExamples.js"
import { docExamples, docFaults } from "./house/docs.js"
import { readTree } from "./house/tree.js"
import { verbs, weigh } from "./house/bundles.js"
const mine = /organisation\/(Member\w*|DevelopmentFile|DevelopmentPlan|Transfer|Roll|Affiliations)\.ts/
const tree = readTree()
test("examples", async () => {
  const examples = docExamples(tree).filter(({ at }) => mine.test(at))
  expect(docFaults(tree).filter((t) => mine.test(t) || /presets.MemberRules/.test(t))).toEqual([])
  const written = write(examples, "mine")
  expect(typeFaults(written)).toEqual([])
  const { failed, ran } = await run(written)
  expect(failed).toEqual([])
  console.log(ran.length, "examples")
}, 60000)
test("weights", async () => {
  const list = verbs(tree).filter(({ path }) => mine.test(path))
  const w = await weigh(list)
  expect(w.filter((x) => x.schemaBytes > 0)).toEqual([])
  console.log(Math.max(...w.map((x) => x.bytes)))
}, 60000)
