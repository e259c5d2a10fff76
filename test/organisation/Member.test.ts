import { readFileSync } from "node:fs"
import { describe, expect, test } from "vitest"
import * as Citation from "../../src/foundation/Citation.js"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Member from "../../src/organisation/Member.js"

interface Told extends Member.Rights {
  readonly case: number
  readonly says: string
  readonly stage: "probationary" | "full"
  readonly restriction: Member.Restriction
}

const { rights: told } = JSON.parse(readFileSync(new URL("./cases/members.json", import.meta.url), "utf8")) as {
  readonly rights: ReadonlyArray<Told>
}
const day = CivilDate.parseUnsafe

describe("rights", () => {
  test.each(told.map((each) => [`${each.case} ${each.says}`, each] as const))("%s", (_, each) => {
    const { vote, elect, stand, countsAsFull, counts } = each
    expect(Member.rights(each)).toMatchObject({ vote, elect, stand, countsAsFull, counts })
  })

  test("the table has every stage under every restriction once, and cites", () => {
    const pairs = Member.rightsTable.map(({ stage, restriction }) => `${stage} ${restriction}`)
    const wanted = ["full", "probationary"].flatMap((stage) =>
      Object.keys(Member.restrictions).map((restriction) => `${stage} ${restriction}`),
    )
    expect(pairs.toSorted()).toEqual(wanted.toSorted())
    for (const { cite } of Member.rightsTable) expect(Citation.text(cite, "zh")).toMatch(/《中国共产党/)
  })

  test("only a full member without any restriction votes, elects or stands", () => {
    for (const { stage, restriction, rights } of Member.rightsTable) {
      expect(rights.vote || rights.elect || rights.stand).toBe(stage === "full" && restriction === "none")
      if (rights.countsAsFull) expect([stage, rights.counts]).toEqual(["full", true])
    }
  })
})

describe("the rows of a roll", () => {
  // made up
  const row: Member.Member = {
    person: "p1",
    stage: "full",
    affiliation: { in: "branch", branch: "b1" },
    restriction: "none",
    mobile: false,
    admittedOn: day("2019-07-01"),
    fullFrom: day("2020-07-01"),
  }
  const codes = (...rows: ReadonlyArray<Member.Member>) =>
    Member.check(rows, day("2024-06-30")).map(({ code, path }) => [code.slice(7), ...path])
  const { fullFrom: _, ...without } = row

  test("are sound", () => expect(codes(row, { ...row, person: "p2" })).toEqual([]))

  test.each<[string, ReadonlyArray<Member.Member>, ReadonlyArray<ReadonlyArray<string | number>>]>([
    ["a person twice", [row, row], [["twice", 1, "person"]]],
    [
      "a person in two branches",
      [row, { ...row, affiliation: { in: "transit", from: "b2", to: "b1", transfer: "t" } }],
      [["twoBranches", 1, "affiliation"]],
    ],
    ["no day of full membership", [without], [["noFullDay", 0, "fullFrom"]]],
    ["such a day too soon", [{ ...row, stage: "probationary" }], [["fullDayTooSoon", 0, "fullFrom"]]],
    ["full before admission", [{ ...row, fullFrom: day("2018-07-01") }], [["fullBeforeAdmission", 0, "fullFrom"]]],
    [
      "days after that of the roll",
      [{ ...row, admittedOn: day("2024-07-01"), fullFrom: day("2025-07-01") }],
      [
        ["later", 0, "admittedOn"],
        ["later", 0, "fullFrom"],
      ],
    ],
  ])("%s is found", (_name, rows, expected) => expect(codes(...rows)).toEqual(expected))

  test("all at once", () =>
    expect(codes(without, row, { ...row, person: "p3", stage: "probationary" })).toHaveLength(3))
})
