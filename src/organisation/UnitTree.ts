/**
 * The tree of administrative units (单位隶属树): which unit lies in which on a day.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"
import type * as Finding from "../foundation/Finding.js"
import type { AdministrativeUnit } from "./AdministrativeUnit.js"
import * as Forest from "./Forest.js"
import * as LawfulPlace from "./LawfulPlace.js"
import type { Edge } from "./OrganisationKind.js"

// ---------------------------------------------------------------- models

/**
 * The units of a day in their tree.
 *
 * @category models
 * @since 0.1.0
 */
export interface UnitTree {
  readonly graph: "units"
  readonly on: CivilDate.CivilDate
  readonly forest: Forest.Forest<AdministrativeUnit>
}

/**
 * What units come to: their tree, what is wrong with the rows, and where the tree does not keep the rules.
 *
 * @category models
 * @since 0.1.0
 */
export interface Built {
  readonly tree: UnitTree
  readonly faults: ReadonlyArray<Forest.ForestFault>
  readonly findings: ReadonlyArray<Finding.Finding<UnitTreeCode>>
}

// ---------------------------------------------------------------- errors

/**
 * Where a tree of units does not keep the rules: a unit in a kind that it may not lie in, one at the top that may not be
 * there, one whose place needs an approval that is not there.
 *
 * @category errors
 * @since 0.1.0
 */
export type UnitTreeCode = "unitTree.unlawfulPlace" | "unitTree.orphan" | "unitTree.unapprovedPlace"

// ---------------------------------------------------------------- constructors

const CODES = {
  unlawful: "unitTree.unlawfulPlace",
  rootless: "unitTree.orphan",
  unapproved: "unitTree.unapprovedPlace",
} as const

/**
 * The tree of the units of a day, every fault of the rows and every finding, all at once. Kinds of units are an open set:
 * one that no edge names may lie anywhere.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Forest, UnitTree } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const unit = (id: string, kind: string, within?: string) => ({ // made up
 *   id,
 *   kind,
 *   sector: "village",
 *   name: id,
 *   operating: true,
 *   ...(within === undefined ? {} : { within }),
 * })
 * const rows = [unit("village-1", "村", "town"), unit("town", "乡镇"), unit("firm", "非公有制企业", "village-1")]
 * const { tree, faults } = UnitTree.of(rows, CivilDate.parseUnsafe("2023-12-31"))
 * assert.deepEqual(faults, [])
 * assert.deepEqual(Forest.ancestors(tree.forest, "firm").map(({ id }) => id), ["village-1", "town"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (
  units: ReadonlyArray<AdministrativeUnit>,
  on: CivilDate.CivilDate,
  edges: ReadonlyArray<Edge> = [],
  approvals: Finding.Approvals = [],
): Built => {
  const { forest, faults } = Forest.build(units, {
    id: ({ id }) => id,
    parent: ({ within }) => within,
    content: (unit) => JSON.stringify(unit),
  })
  const findings = LawfulPlace.findings(forest, edges, on, CODES, approvals)
  return { tree: { graph: "units", on, forest }, faults, findings }
}
