import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Document from "../../src/foundation/Document.js"
import * as MemberRecord from "../../src/organisation/MemberRecord.js"
import { admit, branch, live, ways } from "./memberBooks.js"

const steps = Document.make({ name: "Step", schema: () => MemberRecord.Step })
const read = (input: unknown) => {
  const decoded = steps.decode(input)
  return Result.isFailure(decoded) ? decoded.failure.map(({ code, path }) => [code, ...path]) : []
}

describe("steps as records", () => {
  test("what a branch meeting decides on, with everything in it", () => {
    expect(read({ is: "resolve", by: branch, carried: true, matter: admit })).toEqual([])
  })

  test("all that is wrong is told with its place", () => {
    const ground = {
      why: "default",
      defaults: [
        { kind: "dues", month: "2024-06-01" },
        { kind: "fun", month: "2024" },
      ],
    }
    const matter = { is: "strikeOff", ground }
    expect(read({ is: "resolve", by: { id: "", capabilities: ["fly"] }, carried: 1, matter })).toEqual([
      ["document.value", "by", "id"],
      ["document.noVariant", "by", "capabilities", 0],
      ["document.type", "carried"],
      ["memberLife.notMonth", "matter", "ground", "defaults", 0, "month"],
      ["document.noVariant", "matter", "ground", "defaults", 1, "kind"],
      ["memberLife.notMonth", "matter", "ground", "defaults", 1, "month"],
    ])
    expect(read({ is: "promote" })).toEqual([["document.noVariant", "is"]])
    expect(read({ is: "reportLost", lastContact: "2024-02-30" })).toEqual([["civilDate.impossible", "lastContact"]])
  })
})

describe("who sees what", () => {
  test("no field is opened wider than its sensitivity lets it", () => {
    for (const schema of [
      MemberRecord.Body,
      MemberRecord.Patron,
      MemberRecord.Default,
      MemberRecord.Ground,
      MemberRecord.Matter,
      MemberRecord.Step,
      MemberRecord.Content,
      MemberRecord.Happening,
      MemberRecord.Happened,
    ]) {
      expect(Audience.lint(schema)).toEqual([])
      expect(["internal", "protected"]).toContain(Audience.greatest(schema))
    }
  })

  test("the person concerned sees the step and not the findings beside it", () => {
    const { entries } = live(...ways.none, { on: "2024-05-10", step: { is: "apply", branch: "b" } })
    const [happened] = entries[0]!.payload.events
    expect(happened?.findings).toHaveLength(1)
    const view = JSON.stringify(Audience.project(MemberRecord.Happened, "requester")(happened!))
    expect(view).toMatch(/applied/)
    expect(view).not.toMatch(/ageUncertain/)
    expect(JSON.stringify(Audience.project(MemberRecord.Happened, "staff")(happened!))).toMatch(/ageUncertain/)
  })

  test("a reason for suspension shows neither to the public nor to villagers", () => {
    const event: MemberRecord.Happening = { is: "membershipSuspended", cause: "lostContact" }
    for (const audience of ["public", "villagers"] as const) {
      expect(JSON.stringify(Audience.project(MemberRecord.Happening, audience)(event) ?? {})).not.toMatch(/lostContact/)
    }
  })
})

test("every way out and every reason has a name in both languages", () => {
  for (const labels of [MemberRecord.exits, MemberRecord.suspensionCauses]) {
    for (const { zh, en } of Object.values(labels)) {
      expect(zh).toMatch(/\p{Script=Han}/u)
      expect(en).toBeTruthy()
    }
  }
  expect(Schema.is(MemberRecord.Body)({ id: "b", capabilities: [] })).toBe(true)
})
