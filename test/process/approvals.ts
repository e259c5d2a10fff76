/** A made-up procedure and its actors, for the tests of approval. */
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Actor } from "../../src/process/Actor.js"
import * as Approval from "../../src/process/Approval.js"
import type { ApprovalProcedure } from "../../src/process/ApprovalProcedure.js"
import type { Command } from "../../src/process/Decider.js"
import { dayAt, limit } from "./clocks.js"

/** The township committee deliberates, the county committee approves within five days or it lapses, the department files. */
export const procedure: ApprovalProcedure = {
  format: 1,
  id: "超额设置",
  title: { zh: "超额设置审批" },
  steps: [
    { id: "审议", kind: "deliberate", body: "镇党委", after: [] },
    {
      id: "批准",
      kind: "approve",
      body: "县委",
      after: ["审议"],
      limit: limit({ id: "批准", amount: 5, unit: "calendarDay" }),
      lapses: true,
    },
    { id: "备案", kind: "file", body: "组织部", after: ["批准"] },
  ],
  resubmission: limit({ id: "补正", amount: 10, unit: "calendarDay" }),
}

export const decider = Approval.decider(procedure, {})

const actor = (post: string, body: string, person: string): Actor => ({ post, body, person })
export const village = actor("村书记", "甲村", "p0")
export const town = actor("镇书记", "镇党委", "p1")
export const county = actor("县委书记", "县委", "p2")
export const office = actor("科员", "组织部", "p3")

export const petition: Approval.Petition = {
  id: "a1",
  code: "demo.size",
  subject: "branch-1",
  from: dayAt(0),
  to: dayAt(400),
}

export const ask = (id: string, day: number, by: Actor, content: Approval.Content): Command<Approval.Content> => ({
  id,
  on: dayAt(day),
  recordedAt: Coordinate.instantUnsafe(1577836800000 + day),
  actor: by,
  content,
})

export const decide = (
  step: string,
  outcome: Approval.StepOutcome,
  fields: Partial<Extract<Approval.Content, { readonly kind: "decide" }>> = {},
): Approval.Content => ({
  kind: "decide",
  step,
  outcome,
  ...(outcome === "refused" || outcome === "returned" ? { reason: "材料不全" } : {}),
  ...fields,
})
