/**
 * Official codes (党组织编码、行政区划代码): an attribute that is checked and never relied on, since ids are opaque and real trees
 * break their schemes.
 *
 * A scheme is data: how long a code is at each level, of which signs, and how the code above follows from it. What breaks
 * a scheme is a finding as strong as the scheme speaks, as a rule a warning.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type * as CivilDate from "../foundation/CivilDate.js"
import * as Finding from "../foundation/Finding.js"
import type * as Label from "../foundation/Label.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import * as Unit from "../foundation/Unit.js"
import type { Forest } from "./Forest.js"
import type { PartyTree } from "./PartyTree.js"
import * as Provision from "./Provision.js"
import type { UnitTree } from "./UnitTree.js"

// ---------------------------------------------------------------- models

/**
 * A scheme (编码规则): how long the code is at each level from the top, and by how much every further level adds to it. The
 * code above is what is left when the last level is taken off (逐级截位).
 *
 * **Details**
 *
 * `padTo` is for codes that are filled up with noughts: 610100 in a scheme of 2, 4, 6 filled to 6 is of the second level.
 * `kinds` are the kinds it is for, all where they are absent; of two schemes the one that names the kind is followed, then
 * the one with the least id.
 *
 * @category models
 * @since 0.1.0
 */
export interface CodeScheme extends Provision.Provision {
  readonly kinds?: ReadonlyArray<string>
  readonly signs: "digits" | "digitsAndCapitals"
  readonly levels: ReadonlyArray<number>
  readonly further?: number
  readonly padTo?: number
}

/**
 * A code read by a scheme: how many levels it has, and what is left of it without what it is filled up with.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reading {
  readonly level: number
  readonly stem: string
}

// ---------------------------------------------------------------- errors

/**
 * What is found about codes: one that does not have the shape of the scheme (编码不合规则), one that stands twice (编码重复), one
 * that does not begin with the code above it (编码与隶属不符), one that does but with levels between that nobody has
 * (编码跳级).
 *
 * @category errors
 * @since 0.1.0
 */
export type OrganisationCodeCode =
  | "organisationCode.shape"
  | "organisationCode.twice"
  | "organisationCode.notUnderParent"
  | "organisationCode.skipsLevel"

// ---------------------------------------------------------------- schemas

const length = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isGreaterThan(0))

/**
 * The schema of {@link CodeScheme}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const CodeScheme: Schema.Codec<CodeScheme> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kinds: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  signs: Schema.Literals(["digits", "digitsAndCapitals"]),
  levels: Schema.Array(length),
  further: Schema.optionalKey(length),
  padTo: Schema.optionalKey(length),
}))

// ---------------------------------------------------------------- getters

const SIGNS = { digits: /^[0-9]+$/, digitsAndCapitals: /^[0-9A-Z]+$/ } as const

/**
 * A code read by a scheme; none where it does not have the shape of it.
 *
 * @example
 * ```ts
 * import { OrganisationCode } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const [places] = PrimaryKinds.unitCodes
 * assert.deepEqual(places && OrganisationCode.read(places, "610100"), { level: 2, stem: "6101" })
 * assert.deepEqual(places && OrganisationCode.read(places, "610102001"), { level: 4, stem: "610102001" })
 * assert.equal(places && OrganisationCode.read(places, "61010"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const read = ({ signs, levels, further, padTo = 0 }: CodeScheme, code: string): Reading | undefined => {
  if (!SIGNS[signs].test(code) || code.length < padTo) return undefined
  let [level, end] = [0, 0]
  for (
    let next = levels[0] ?? further;
    next !== undefined && next <= code.length;
    next = levels[level] ?? longer(end, further)
  ) {
    if (code.length === padTo && level > 0 && isNought(code, end)) break
    level++
    end = next
  }
  if (padTo > 0 && isNought(code.slice(0, levels[0] ?? further), 0)) return undefined
  const filled = code.length === padTo && isNought(code, end)
  return level > 0 && (end === code.length || filled) ? { level, stem: code.slice(0, end) } : undefined
}

const longer = (end: number, by: number | undefined): number | undefined => (by === undefined ? undefined : end + by)

/** Whether nothing but noughts is left from a place on. */
const isNought = (code: string, from: number): boolean => {
  for (let place = from; place < code.length; place++) if (code[place] !== "0") return false
  return true
}

/**
 * The code above (上级编码); none for a code of the first level or one that does not have the shape of the scheme.
 *
 * @example
 * ```ts
 * import { OrganisationCode } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const [bodies] = PrimaryKinds.organisationCodes
 * const [places] = PrimaryKinds.unitCodes
 * assert.equal(bodies && OrganisationCode.above(bodies, "001004012"), "001004")
 * assert.equal(places && OrganisationCode.above(places, "610102001"), "610102")
 * assert.equal(places && OrganisationCode.above(places, "610102"), "610100")
 * assert.equal(places && OrganisationCode.above(places, "610000"), undefined)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const above = (scheme: CodeScheme, code: string): string | undefined => {
  const reading = read(scheme, code)
  if (reading === undefined || reading.level < 2) return undefined
  const { levels, further = 0, padTo = 0 } = scheme
  const end = levels[reading.level - 2] ?? reading.stem.length - further
  return reading.stem.slice(0, end).padEnd(padTo, "0")
}

/**
 * All codes above one, the nearest first.
 *
 * @example
 * ```ts
 * import { OrganisationCode } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const [bodies] = PrimaryKinds.organisationCodes
 * assert.deepEqual(bodies && OrganisationCode.ancestors(bodies, "001004012"), ["001004", "001"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const ancestors = (scheme: CodeScheme, code: string): ReadonlyArray<string> => {
  const found: Array<string> = []
  for (let next = above(scheme, code); next !== undefined; next = above(scheme, next)) found.push(next)
  return found
}

/**
 * How many of the codes that a scheme speaks of keep it, out of all that have one.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate, Rate } from "dangjian/foundation"
 * import { OrganisationCode, PartyTree } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const established = PartialDate.parseUnsafe("2019")
 * const town = { id: "t", kind: "townshipCommittee", name: "镇党委", units: [], capabilities: [], established, code: "001" }
 * const branch = { ...town, id: "b", kind: "branch", supervisedBy: "t", code: "gov-17" } // made up
 * const { tree } = PartyTree.of([town, branch], on, PrimaryKinds)
 * const kept = OrganisationCode.kept(OrganisationCode.ofParties(PrimaryKinds.organisationCodes, tree), tree.forest.nodes)
 * assert.equal(Rate.percent(kept, 0, "halfUp"), "50%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const kept = (
  found: ReadonlyArray<Finding.Finding<OrganisationCodeCode>>,
  nodes: ReadonlyArray<{ readonly id: string; readonly code?: string }>,
): Rate.Rate => {
  const broken = new Set(found.map(({ subject }) => subject))
  const coded = nodes.filter(({ code }) => code !== undefined)
  const keeping = coded.filter(({ id }) => !broken.has(id))
  return Rate.shareUnsafe(
    Quantity.countUnsafe(keeping.length, Unit.known.piece),
    Quantity.countUnsafe(coded.length, Unit.known.piece),
    CODED,
  )
}

const CODED: Label.Label = { zh: "有编码的", en: "those that have a code" }

// ---------------------------------------------------------------- decisions

type Found = ReadonlyArray<Finding.Finding<OrganisationCodeCode>>

/**
 * What the schemes in force on the day of the tree find about the codes of organisations, each finding with its subject.
 * A body without a code is not judged; whoever stands under it is held against the nearest code above.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { OrganisationCode, PartyTree } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const established = PartialDate.parseUnsafe("2019")
 * const town = { id: "t", kind: "townshipCommittee", name: "镇党委", units: [], capabilities: [], established, code: "001" }
 * const branch = { ...town, id: "b1", kind: "branch", supervisedBy: "t", code: "002001" } // made up
 * const { tree } = PartyTree.of([town, branch], CivilDate.parseUnsafe("2024-06-30"), PrimaryKinds)
 * const found = OrganisationCode.ofParties(PrimaryKinds.organisationCodes, tree)
 * assert.deepEqual(found.map(({ code, severity, subject }) => [code, severity, subject]), [
 *   ["organisationCode.notUnderParent", "warning", "b1"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const ofParties = (schemes: ReadonlyArray<CodeScheme>, { forest, on }: PartyTree): Found =>
  lint(schemes, forest, on)

/**
 * What the schemes in force on the day of the tree find about the codes of units (行政区划代码), as {@link ofParties} does about
 * those of organisations.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OrganisationCode, UnitTree } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const town = { id: "t", kind: "乡镇", sector: "township", name: "示例镇", operating: true, code: "999901001" } // made up
 * const village = { ...town, id: "v", kind: "村", within: "t", code: "999901001200" }
 * const { tree } = UnitTree.of([village, town], CivilDate.parseUnsafe("2024-06-30"))
 * assert.deepEqual(OrganisationCode.ofUnits(PrimaryKinds.unitCodes, tree), [])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const ofUnits = (schemes: ReadonlyArray<CodeScheme>, { forest, on }: UnitTree): Found =>
  lint(schemes, forest, on)

interface Coded {
  readonly id: string
  readonly kind: string
  readonly code?: string
}

const lint = <N extends Coded>(
  schemes: ReadonlyArray<CodeScheme>,
  { nodes, above: over }: Forest<N>,
  on: CivilDate.CivilDate,
): Found => {
  const inForce = Provision.inForce(schemes, on)
  const holders = new Map<string, number>()
  for (const { code } of nodes) if (code !== undefined) holders.set(code, (holders.get(code) ?? 0) + 1)
  /** The place of the nearest above that has a code, or -1. A walk comes to what is above before what is below. */
  const coded = new Int32Array(nodes.length).fill(-1)
  const found: Array<Finding.Finding<OrganisationCodeCode> | undefined> = []
  for (const [place, node] of nodes.entries()) {
    const parent = over[place] as number
    const nearest = parent === -1 ? -1 : nodes[parent]?.code === undefined ? (coded[parent] as number) : parent
    coded[place] = nearest
    const scheme = node.code === undefined ? undefined : schemeOf(inForce, node.kind)
    if (scheme === undefined || node.code === undefined) continue
    const of = (code: OrganisationCodeCode, params: Finding.Finding["params"]) =>
      found.push(Provision.deviation(scheme, { code, subject: node.id, params: { code: node.code ?? "", ...params } }))
    const count = holders.get(node.code) ?? 0
    if (count > 1) of("organisationCode.twice", { count })
    const reading = read(scheme, node.code)
    if (reading === undefined) of("organisationCode.shape", {})
    else if (nearest !== -1) {
      const trouble = misplaced(scheme, node.code, nodes[nearest]?.code ?? "", nearest === parent)
      if (trouble !== undefined) of(trouble, { above: nodes[nearest]?.code ?? "" })
    }
  }
  return Finding.sort(found.filter((one) => one !== undefined))
}

const schemeOf = (schemes: ReadonlyArray<CodeScheme>, kind: string): CodeScheme | undefined =>
  schemes.find(({ kinds }) => kinds?.includes(kind) === true) ?? schemes.find(({ kinds }) => kinds === undefined)

/** What is wrong between a code and the nearest one above it; nothing where that one has no shape itself. */
const misplaced = (
  scheme: CodeScheme,
  code: string,
  over: string,
  isParent: boolean,
): OrganisationCodeCode | undefined => {
  if (read(scheme, over) === undefined) return undefined
  const up = above(scheme, code)
  if (up === over) return undefined
  if (!ancestors(scheme, code).includes(over)) return "organisationCode.notUnderParent"
  return isParent ? "organisationCode.skipsLevel" : undefined
}
