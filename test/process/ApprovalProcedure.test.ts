import * as Result from "effect/Result"
import { describe, expect, it } from "vitest"
import * as ApprovalProcedure from "../../src/process/ApprovalProcedure.js"
import { procedure } from "./approvals.js"
import { codesOf } from "./clocks.js"

const step = (id: string, fields: Partial<ApprovalProcedure.Step> = {}): ApprovalProcedure.Step => ({
  id,
  kind: "approve",
  body: "镇党委",
  after: [],
  ...fields,
})
const of = (...steps: ReadonlyArray<ApprovalProcedure.Step>): ApprovalProcedure.ApprovalProcedure => ({
  format: 1,
  id: "示例",
  title: { zh: "示例" },
  steps,
})

describe("a procedure", () => {
  it("is a document that reads what it writes", () => {
    const written = Result.getOrThrow(ApprovalProcedure.document.encode(procedure))
    expect(ApprovalProcedure.document.decode(JSON.parse(JSON.stringify(written)))).toEqual(Result.succeed(procedure))
  })

  it("is refused with everything that is wrong at once, each with its place", () => {
    const { body: _, ...unmanned } = step("d")
    const bad = of(step("a", { after: ["b", "x"] }), step("b", { after: ["a"] }), step("a", { lapses: true }), unmanned)
    expect(ApprovalProcedure.check(bad).map(({ code, path }) => [code, ...path])).toEqual([
      ["approvalProcedure.afterUnknown", "steps", 0, "after", 1],
      ["approvalProcedure.idTwice", "steps", 2, "id"],
      ["approvalProcedure.lapsesWithoutLimit", "steps", 2, "lapses"],
      ["approvalProcedure.nobody", "steps", 3],
      ["approvalProcedure.ring", "steps"],
    ])
    expect(codesOf(ApprovalProcedure.document.decode(of()))).toEqual(["approvalProcedure.noStep"])
  })

  it("names the steps of a ring, and what waits for them, and no others", () => {
    const ring = of(step("c", { after: ["b"] }), step("a", { after: ["b"] }), step("b", { after: ["a"] }), step("free"))
    expect(ApprovalProcedure.check(ring).map(({ params }) => params.ids)).toEqual(["a、b、c"])
    expect(ApprovalProcedure.check(of(step("a", { after: ["a"] }))).length).toBe(1)
    expect(ApprovalProcedure.check(of(step("a", { after: ["b"] }), step("b")))).toEqual([])
  })
})

describe("a procedure of two thousand steps, one after another", () => {
  it("is checked in the time of passes, not of passes times steps times steps", () => {
    const steps = Array.from({ length: 2000 }, (_, index) =>
      step(`s${index}`, index === 0 ? {} : { after: [`s${index - 1}`] }),
    )
    expect(ApprovalProcedure.check(of(...steps))).toEqual([])
    // It took six and a half seconds where every pass searched the steps for every step.
  })
})

describe("what an approval cannot do without", () => {
  it("is every step but the filings that no other waits for", () => {
    expect(ApprovalProcedure.needed(procedure)).toEqual(["审议", "批准"])
    const waited = of(step("备案", { kind: "file" }), step("批准", { after: ["备案"] }), step("备查", { kind: "file" }))
    expect(ApprovalProcedure.needed(waited)).toEqual(["备案", "批准"])
  })

  it("is everything where all are filings", () => {
    expect(
      ApprovalProcedure.needed(of(step("a", { kind: "file" }), step("b", { kind: "file", after: ["a"] }))),
    ).toEqual(["a", "b"])
  })
})
