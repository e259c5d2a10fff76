import { expect, test } from "vitest"
import { run, typeFaults, write } from "./house/docExamples.js"
import { docExamples, docFaults, exampleFaults } from "./house/docs.js"
import { readTree } from "./house/tree.js"
import { sizeFaults } from "./house/tidy.js"
import { annotationFaults } from "./house/annotations.js"
import * as tidy from "./house/tidy.js"
import * as purity from "./house/purity.js"
import * as order from "./house/order.js"
const mine = /process\/(Limit|OfficeHours|Counting|Escalation|Separation|Approval|ApprovalProcedure|Posting|ProcessTexts)\.ts/
const tree = readTree()
const pick = (l: readonly string[]) => l.filter((x) => mine.test(x))
test("x", async () => {
  const out: any = {}
  out.doc = pick(docFaults(tree)); out.size = pick(sizeFaults(tree)); out.ann = pick(annotationFaults(tree))
  for (const [n, m] of Object.entries({ tidy, purity, order })) for (const [k, f] of Object.entries(m)) if (typeof f === "function" && /aults|dead/i.test(k)) try { out[`${n}.${k}`] = pick((f as any)(tree)) } catch (e) { out[`${n}.${k}`] = String(e).slice(0,100) }
  const ex = docExamples(tree).filter((e) => mine.test(e.at))
  const w = write(ex, "limits")
  out.exf = exampleFaults(ex); out.types = typeFaults(w)
  const r = await run(w)
  out.failed = r.failed; out.ran = r.ran.length; out.of = ex.length
  console.log(JSON.stringify(out, null, 1))
})
