/**
 * The tree of Party supervision (党组织隶属树): which organisation stands under which on a day.
 *
 * It is one of three graphs that are never one. The unit an organisation is set up in stands in another, and the grid it
 * serves in a third; the three may disagree, and where they must not, a finding says so.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import { byText } from "../foundation/TextOrder.js"
import * as Forest from "./Forest.js"
import type { AllMembers, FullMembers, HeadCount } from "./HeadCount.js"
import * as LawfulPlace from "./LawfulPlace.js"
import type { Organisation } from "./Organisation.js"
import type { Edge, OrganisationKind } from "./OrganisationKind.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * The organisations of a day in their tree.
 *
 * @category models
 * @since 0.1.0
 */
export interface PartyTree {
  readonly graph: "party"
  readonly on: CivilDate.CivilDate
  readonly forest: Forest.Forest<Organisation>
}

/**
 * The rules a tree is held against: the kinds, the lawful places, and the approvals there are. `units` are the ids of the
 * units known, where organisations should be held against those too.
 *
 * @category models
 * @since 0.1.0
 */
export interface Rules {
  readonly kinds: ReadonlyArray<OrganisationKind>
  readonly edges: ReadonlyArray<Edge>
  readonly approvals?: Finding.Approvals
  readonly units?: ReadonlySet<string>
}

/**
 * What organisations come to: their tree, what is wrong with the rows, and where the tree does not keep the rules.
 *
 * @category models
 * @since 0.1.0
 */
export interface Built {
  readonly tree: PartyTree
  readonly faults: ReadonlyArray<PartyTreeFault>
  readonly findings: ReadonlyArray<Finding.Finding<PartyTreeCode>>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with the rows: what can be wrong with any forest, a kind that the table does not have, a unit that is
 * not there or stands twice. The path begins with the index of the row.
 *
 * @category errors
 * @since 0.1.0
 */
export type PartyTreeFault =
  | Forest.ForestFault
  | Fault<"partyTree.noSuchKind" | "partyTree.noSuchUnit" | "partyTree.unitTwice">

/**
 * Where a tree does not keep the rules: an organisation under a kind that it may not stand under (隶属不当), one that stands
 * under nothing and may not (无隶属), one whose place needs an approval that is not there, one of a kind that has no place in
 * the tree at all (党组).
 *
 * @category errors
 * @since 0.1.0
 */
export type PartyTreeCode =
  | "partyTree.unlawfulPlace"
  | "partyTree.orphan"
  | "partyTree.unapprovedPlace"
  | "partyTree.noPlace"

// ---------------------------------------------------------------- constructors

/**
 * The tree of the organisations of a day, every fault of the rows and every finding, all at once. The order of the rows
 * changes nothing but the places in the faults.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { PartyTree } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const body = (id: string, kind: string, supervisedBy?: string) => ({ // made up
 *   id,
 *   kind,
 *   name: id,
 *   units: [],
 *   capabilities: [],
 *   established: PartialDate.parseUnsafe("2019"),
 *   ...(supervisedBy === undefined ? {} : { supervisedBy }),
 * })
 * const rows = [
 *   body("town", "townshipCommittee"),
 *   body("group", "partyGroup", "town"),
 *   body("branch", "branch", "nowhere"),
 * ]
 * const { faults, findings } = PartyTree.of(rows, CivilDate.parseUnsafe("2023-12-31"), PrimaryKinds)
 * assert.deepEqual(faults.map(({ code, path }) => [code, ...path]), [["forest.noSuchParent", 2]])
 * assert.deepEqual(findings.map(({ code, subject }) => [code, subject]), [["partyTree.unlawfulPlace", "group"]])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (organisations: ReadonlyArray<Organisation>, on: CivilDate.CivilDate, rules: Rules): Built => {
  const { forest, faults } = Forest.build(organisations, {
    id: ({ id }) => id,
    parent: ({ supervisedBy }) => supervisedBy,
    content: (organisation) => JSON.stringify(organisation),
  })
  const { kinds, edges, units, approvals = [] } = rules
  const known = new Set(kinds.map(({ id }) => id))
  const own = organisations.flatMap((row, index) => rowFaults(row, index, known, units))
  const all = own.length === 0 ? faults : [...faults, ...own].sort((a, b) => Number(a.path[0]) - Number(b.path[0]))
  const findings = [
    ...LawfulPlace.findings(forest, edges, on, CODES, approvals),
    ...placeless(forest, known, Provision.inForce(edges, on)),
  ]
  return { tree: { graph: "party", on, forest }, faults: all, findings: sorted(findings) }
}

/** Those of a known kind that no edge in force gives a place, where any edge is in force. */
const placeless = (
  { nodes }: Forest.Forest<Organisation>,
  kinds: ReadonlySet<string>,
  edges: ReadonlyArray<Edge>,
): ReadonlyArray<Finding.Finding<PartyTreeCode>> => {
  const placed = new Set(edges.map(({ child }) => child))
  if (placed.size === 0) return []
  return nodes.flatMap(({ id, kind }) => {
    if (placed.has(kind) || !kinds.has(kind)) return []
    const finding = Finding.of("must", { code: "partyTree.noPlace", subject: id, params: { kind } } as const)
    return finding === undefined ? [] : [finding]
  })
}

const CODES = {
  unlawful: "partyTree.unlawfulPlace",
  rootless: "partyTree.orphan",
  unapproved: "partyTree.unapprovedPlace",
} as const

const sorted = (findings: ReadonlyArray<Finding.Finding<PartyTreeCode>>) =>
  [...findings].sort((a, b) => byText(a.code, b.code) || byText(a.subject ?? "", b.subject ?? ""))

const rowFaults = (
  { id, kind, units }: Organisation,
  index: number,
  kinds: ReadonlySet<string>,
  known: ReadonlySet<string> | undefined,
): ReadonlyArray<PartyTreeFault> => {
  if (kinds.has(kind) && units.length < 2 && (known === undefined || units.every((unit) => known.has(unit)))) return []
  const faults: Array<PartyTreeFault> = []
  if (!kinds.has(kind)) faults.push(fault("partyTree.noSuchKind", { id, kind }, [index, "kind"]))
  for (const [place, unit] of units.entries()) {
    if (known !== undefined && !known.has(unit)) {
      faults.push(fault("partyTree.noSuchUnit", { id, unit }, [index, "units", place]))
    }
    if (units.indexOf(unit) < place) faults.push(fault("partyTree.unitTwice", { id, unit }, [index, "units", place]))
  }
  return faults
}

// ---------------------------------------------------------------- getters

/**
 * How many organisations there are of each kind, under one organisation and itself, or in the whole tree; kinds that are
 * not there are not listed.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { PartyTree } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const established = PartialDate.parseUnsafe("2019")
 * const town = { id: "t", kind: "townshipCommittee", name: "镇党委", units: [], capabilities: [], established } // made up
 * const branch = { ...town, id: "b", kind: "branch", name: "支部", supervisedBy: "t" }
 * const { tree } = PartyTree.of([town, branch], CivilDate.parseUnsafe("2023-12-31"), { kinds: [], edges: [] })
 * assert.deepEqual([...PartyTree.kinds(tree)], [["branch", 1], ["townshipCommittee", 1]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const kinds = ({ forest }: PartyTree, under?: string): ReadonlyMap<string, number> => {
  const top = under === undefined ? undefined : Forest.get(forest, under)
  const within =
    under === undefined ? forest.nodes : top === undefined ? [] : [top, ...Forest.descendants(forest, under)]
  const counts = new Map<string, number>()
  for (const { kind } of within) counts.set(kind, (counts.get(kind) ?? 0) + 1)
  return new Map([...counts].sort(([a], [b]) => byText(a, b)))
}

// ---------------------------------------------------------------- operations

/**
 * The head-counts of every organisation with all under it, from those of its own members. Full members and all members
 * are kept apart all the way up.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { HeadCount, PartyTree } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const established = PartialDate.parseUnsafe("2019")
 * const town = { id: "t", kind: "townshipCommittee", name: "镇党委", units: [], capabilities: [], established } // made up
 * const branch = { ...town, id: "b", kind: "branch", name: "支部", supervisedBy: "t" }
 * const { tree } = PartyTree.of([town, branch], CivilDate.parseUnsafe("2023-12-31"), { kinds: [], edges: [] })
 * const own = new Map([["b", HeadCount.ofUnsafe({ full: 38, probationary: 2 })]])
 * assert.deepEqual(PartyTree.headCounts(tree, own).get("t"), { full: 38, all: 40 })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const headCounts = (
  { forest }: PartyTree,
  own: ReadonlyMap<string, HeadCount>,
): ReadonlyMap<string, HeadCount> => Forest.rollUp(forest, (_, id) => own.get(id) ?? NOBODY, together)

const NOBODY: HeadCount = { full: 0 as FullMembers, all: 0 as AllMembers }

const together = (a: HeadCount, b: HeadCount): HeadCount => ({
  full: (a.full + b.full) as FullMembers,
  all: (a.all + b.all) as AllMembers,
})
