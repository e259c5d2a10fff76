import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Grid from "../../src/organisation/Grid.js"
import * as OrganisationCode from "../../src/organisation/OrganisationCode.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import * as UnitTree from "../../src/organisation/UnitTree.js"

const on = CivilDate.parseUnsafe("2024-06-30")
const { tree: parties } = PartyTree.of([], on, { kinds: [], edges: [] })
const { tree: units } = UnitTree.of([], on)
const { view: grid } = Grid.of(Grid.empty, on)

export const kept = [
  OrganisationCode.ofParties([], parties),
  OrganisationCode.ofUnits([], units),
  Grid.level(grid, "村"),
]

// @ts-expect-error the tree of units does not pass for that of supervision
export const unitsAsParties: PartyTree.PartyTree = units
// @ts-expect-error nor the other way
export const partiesAsUnits: UnitTree.UnitTree = parties
// @ts-expect-error nor the grid for either
export const gridAsParties: PartyTree.PartyTree = grid
// @ts-expect-error nor the grid for either
export const gridAsUnits: UnitTree.UnitTree = grid
// @ts-expect-error nor a tree for the grid
export const partiesAsGrid: Grid.GridView = parties
// @ts-expect-error codes of organisations are not looked for among units
export const codes = OrganisationCode.ofParties([], units)
