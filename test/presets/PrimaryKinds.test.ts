import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as OrganisationCode from "../../src/organisation/OrganisationCode.js"
import * as OrganisationKind from "../../src/organisation/OrganisationKind.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"

const decodes = <A>(schema: Schema.Codec<A>, value: unknown) =>
  Result.isSuccess(Schema.decodeUnknownResult(schema, { onExcessProperty: "error" })(value))

describe("the tables", () => {
  const tables = [
    ["kinds", OrganisationKind.OrganisationKind, PrimaryKinds.kinds],
    ["edges", OrganisationKind.Edge, PrimaryKinds.edges],
    ["capabilities", OrganisationKind.CapabilityRule, PrimaryKinds.capabilities],
    ["organisationCodes", OrganisationCode.CodeScheme, PrimaryKinds.organisationCodes],
    ["unitCodes", OrganisationCode.CodeScheme, PrimaryKinds.unitCodes],
  ] as const

  test.each(tables)("%s: every row is of its schema, and no id stands twice", (_, schema, rows) => {
    const codec: Schema.Codec<unknown> = schema
    for (const row of rows) expect(decodes(codec, row)).toBe(true)
    expect(new Set(rows.map(({ id }) => id)).size).toBe(rows.length)
  })

  test("edges and capabilities speak of kinds that are there", () => {
    const kinds = new Set(PrimaryKinds.kinds.map(({ id }) => id))
    const named = [
      ...PrimaryKinds.edges.flatMap(({ parent, child }) => [child, ...(parent === undefined ? [] : [parent])]),
      ...PrimaryKinds.capabilities.flatMap((rule) => rule.kinds),
    ]
    expect(named.filter((kind) => !kinds.has(kind))).toEqual([])
  })

  test("nothing stands under a Party group, and a Party group under branches alone", () => {
    const parents = PrimaryKinds.edges.filter(({ child }) => child === "partyGroup").map(({ parent }) => parent)
    expect(parents.every((parent) => parent?.toLowerCase().endsWith("branch"))).toBe(true)
    expect(parents).not.toContain("generalBranch")
    expect(PrimaryKinds.edges.filter(({ parent }) => parent === "partyGroup")).toEqual([])
  })
})
