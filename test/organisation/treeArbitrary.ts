/** Valid trees of Party organisations over a small table of kinds, and every way of breaking one edge. Made up. */
import fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import type { Organisation } from "../../src/organisation/Organisation.js"
import type { Edge, OrganisationKind } from "../../src/organisation/OrganisationKind.js"

export const day = CivilDate.parseUnsafe("2023-12-31")

const kind = (id: string, zh: string, nature: OrganisationKind["nature"], holdsMembers: boolean): OrganisationKind => ({
  id,
  label: { zh },
  nature,
  leaders: nature === "appointed" ? "appointed" : "elected",
  holdsMembers,
})

export const kinds: ReadonlyArray<OrganisationKind> = [
  kind("countyCommittee", "县委", "local", false),
  kind("townshipCommittee", "乡镇党委", "primary", false),
  kind("primaryCommittee", "基层党委", "primary", false),
  kind("generalBranch", "党总支", "primary", false),
  kind("branch", "党支部", "primary", true),
  kind("partyGroup", "党小组", "subdivision", false),
]

const LAWFUL: ReadonlyArray<readonly [parent: string | undefined, child: string]> = [
  [undefined, "countyCommittee"],
  [undefined, "townshipCommittee"],
  ["countyCommittee", "townshipCommittee"],
  ["townshipCommittee", "primaryCommittee"],
  ["townshipCommittee", "generalBranch"],
  ["townshipCommittee", "branch"],
  ["primaryCommittee", "generalBranch"],
  ["primaryCommittee", "branch"],
  ["generalBranch", "branch"],
  ["branch", "partyGroup"],
]

export const edges: ReadonlyArray<Edge> = LAWFUL.map(([parent, child]) => ({
  id: `${parent ?? ""}/${child}`,
  strength: "may",
  from: CivilDate.parseUnsafe("2018-10-28"),
  cite: { title: "示例条例", article: 2, standing: "transcription" },
  ...(parent === undefined ? {} : { parent }),
  child,
}))

export const isLawful = (child: string, parent: string | undefined): boolean =>
  LAWFUL.some(([over, own]) => over === parent && own === child)

export const organisation = (id: string, of: string, supervisedBy?: string): Organisation => ({
  id,
  kind: of,
  name: `示例${id}`,
  units: [],
  capabilities: [],
  established: PartialDate.parseUnsafe("2019"),
  ...(supervisedBy === undefined ? {} : { supervisedBy }),
})

/** A valid tree with at least two bodies, its rows in any order. */
export const tree: fc.Arbitrary<ReadonlyArray<Organisation>> = fc
  .tuple(fc.boolean(), fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 24, size: "max" }))
  .chain(([fromCounty, steps]) => {
    const rows: Array<Organisation> = [organisation("o0", fromCounty ? "countyCommittee" : "townshipCommittee")]
    for (const [at, which] of steps) {
      const able = rows.filter((row) => LAWFUL.some(([over]) => over === row.kind))
      const over = able[at % able.length]
      if (over === undefined) continue
      const below = LAWFUL.filter(([parent]) => parent === over.kind)
      const child = below[which % below.length]?.[1] ?? "branch"
      rows.push(organisation(`o${rows.length}`, child, over.id))
    }
    return fc.shuffledSubarray(rows, { minLength: rows.length, maxLength: rows.length })
  })

/** The ways of breaking one edge of a tree, by name. Each gives rows in which something is wrong that was right before. */
export const breakings = ["unknown", "itself", "descendant", "unlawful", "dropped", "twice", "secondParent"] as const

/** Breaks the edge of one row, or gives nothing where the tree has no row that can be broken so. */
export const broken = (
  rows: ReadonlyArray<Organisation>,
  how: (typeof breakings)[number],
  pick: number,
): { readonly rows: ReadonlyArray<Organisation>; readonly id: string } | undefined => {
  const under = (row: Organisation): ReadonlyArray<Organisation> => {
    const own = rows.filter(({ supervisedBy }) => supervisedBy === row.id)
    return [...own, ...own.flatMap(under)]
  }
  const able = rows.filter((row) => {
    if (how === "descendant") return under(row).length > 0
    if (how === "unlawful") return rows.some((other) => !isLawful(row.kind, other.kind) && other.id !== row.id)
    if (how === "dropped") return row.supervisedBy !== undefined && !isLawful(row.kind, undefined)
    if (how === "secondParent") return row.supervisedBy !== undefined && rows.length > 2
    return true
  })
  const row = able[pick % Math.max(1, able.length)]
  if (row === undefined) return undefined
  const put = (changed: Organisation) => rows.map((one) => (one === row ? changed : one))
  const { supervisedBy, ...rest } = row
  switch (how) {
    case "unknown":
      return { rows: put({ ...row, supervisedBy: "nowhere" }), id: row.id }
    case "itself":
      return { rows: put({ ...row, supervisedBy: row.id }), id: row.id }
    case "descendant":
      return { rows: put({ ...row, supervisedBy: under(row)[pick % under(row).length]?.id ?? "" }), id: row.id }
    case "unlawful": {
      const inside = new Set([row, ...under(row)])
      const other = rows.find((one) => !isLawful(row.kind, one.kind) && !inside.has(one))
      return other === undefined ? undefined : { rows: put({ ...row, supervisedBy: other.id }), id: row.id }
    }
    case "dropped":
      return { rows: put(rest), id: row.id }
    case "twice":
      return { rows: [...rows, row], id: row.id }
    case "secondParent": {
      const other = rows.find(({ id }) => id !== supervisedBy && id !== row.id)
      return other === undefined ? undefined : { rows: [...rows, { ...row, supervisedBy: other.id }], id: row.id }
    }
  }
}
