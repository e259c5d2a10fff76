/**
 * Kinds of Party organisation (党组织类型): which kind may stand under which, and what bodies of a kind may do. All of it is
 * data, since texts and places differ.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type * as CivilDate from "../foundation/CivilDate.js"
import * as Finding from "../foundation/Finding.js"
import * as Label from "../foundation/Label.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * A kind (类型): how its leaders come to their posts, and what it is: a local committee (地方委员会), an appointed body
 * (派出机关, 党组), a primary organisation (基层党组织), or a subdivision of a branch, which is no level of organisation (党小组).
 * `holdsMembers` says whether members belong to bodies of the kind directly.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrganisationKind {
  readonly id: string
  readonly label: Label.Label
  readonly nature: "local" | "appointed" | "primary" | "subdivision"
  readonly leaders: "elected" | "appointed" | "designated"
  readonly holdsMembers: boolean
}

/**
 * A lawful place (隶属): a body, unit or cell of kind `child` may stand under one of kind `parent`; without `parent` it may
 * be the root of the modelled tree.
 *
 * @category models
 * @since 0.1.0
 */
export interface Edge extends Provision.Provision {
  readonly parent?: string
  readonly child: string
}

/**
 * What an organisation may do (权限). It belongs to the organisation, not to its kind: of two village committees one may
 * have been given what the other has not.
 *
 * @category models
 * @since 0.1.0
 */
export type Capability =
  | "admit"
  | "approveProbationary"
  | "discipline"
  | "disposeOfMembers"
  | "collectDues"
  | "electDelegates"
  | "holdTermElections"
  | "holdFiles"
  | "transferNationwide"

/**
 * A rule about a capability (权限): bodies of these kinds, of these sectors (领域) where it names some, may have it (`may`),
 * have it (`has`: under `must` one that has not is found), or have it not (`hasNot`: 不得 under `must`, 一般不 under
 * `should`).
 *
 * @category models
 * @since 0.1.0
 */
export interface CapabilityRule extends Provision.Provision {
  readonly kinds: ReadonlyArray<string>
  readonly sectors?: ReadonlyArray<string>
  readonly capability: Capability
  readonly says: "has" | "hasNot"
}

/**
 * A body as its capabilities are judged: what it has been given, and the sector of the unit it is set up in, where that is
 * known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Bearer {
  readonly id: string
  readonly kind: string
  readonly sector?: string
  readonly capabilities: ReadonlyArray<Capability>
}

// ---------------------------------------------------------------- errors

/**
 * What is found about capabilities: one that bodies of the kind do not have (不具有该项权限), one that they have and this body
 * was not given (未赋予), one that was exercised without having been given (无权行使).
 *
 * @category errors
 * @since 0.1.0
 */
export type OrganisationKindCode =
  | "organisationKind.notOfKind"
  | "organisationKind.notGiven"
  | "organisationKind.exercisedWithout"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString

/**
 * The schema of {@link OrganisationKind}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const OrganisationKind: Schema.Codec<OrganisationKind> = /* @__PURE__ */ Schema.Struct({
  id: text,
  label: Label.Label,
  nature: /* @__PURE__ */ Schema.Literals(["local", "appointed", "primary", "subdivision"]),
  leaders: /* @__PURE__ */ Schema.Literals(["elected", "appointed", "designated"]),
  holdsMembers: Schema.Boolean,
})

/**
 * The schema of {@link Edge}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Edge: Schema.Codec<Edge> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  parent: Schema.optionalKey(text),
  child: text,
}))

/**
 * The schema of {@link Capability}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Capability: Schema.Codec<Capability> = /* @__PURE__ */ Schema.Literals([
  "admit",
  "approveProbationary",
  "discipline",
  "disposeOfMembers",
  "collectDues",
  "electDelegates",
  "holdTermElections",
  "holdFiles",
  "transferNationwide",
])

/**
 * The schema of {@link CapabilityRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const CapabilityRule: Schema.Codec<CapabilityRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kinds: Schema.Array(text),
  sectors: Schema.optionalKey(Schema.Array(text)),
  capability: Capability,
  says: Schema.Literals(["has", "hasNot"]),
}))

// ---------------------------------------------------------------- guards

/**
 * Whether a body may do something: it was given the capability, and no rule in force that no approval covers says that
 * bodies of its kind must not have it. What they only generally have not (一般不) may have been given.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OrganisationKind } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const may = (kind: string, sector?: string) =>
 *   OrganisationKind.may(
 *     PrimaryKinds.capabilities,
 *     { id: "o1", kind, capabilities: ["approveProbationary"], ...(sector === undefined ? {} : { sector }) },
 *     "approveProbationary",
 *     on,
 *   )
 * assert.equal(may("townshipCommittee"), true)
 * assert.equal(may("primaryCommittee", "village"), false) // it may only deliberate (审议)
 * assert.equal(may("generalBranch"), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const may = (
  rules: ReadonlyArray<CapabilityRule>,
  bearer: Bearer,
  capability: Capability,
  on: CivilDate.CivilDate,
  approvals: Finding.Approvals = [],
): boolean =>
  bearer.capabilities.includes(capability) &&
  exercise(rules, bearer, capability, on, approvals).every(
    (finding) => finding.severity === "warning" || !Finding.isOpen(finding),
  )

// ---------------------------------------------------------------- decisions

type Found = Finding.Finding<OrganisationKindCode>

/**
 * What the rules find about the capabilities a body has been given, open errors first: those that bodies of its kind must
 * not or generally do not have, and those that they have and it has not.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OrganisationKind } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const body = { id: "t1", kind: "temporaryBranch", capabilities: ["admit", "collectDues"] } as const // made up
 * const found = OrganisationKind.findings(PrimaryKinds.capabilities, body, CivilDate.parseUnsafe("2024-06-30"))
 * assert.deepEqual(found.map(({ severity, params }) => [severity, params.capability]), [
 *   ["error", "admit"],
 *   ["warning", "collectDues"],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<CapabilityRule>,
  bearer: Bearer,
  on: CivilDate.CivilDate,
  approvals: Finding.Approvals = [],
): ReadonlyArray<Found> => {
  const found = speaking(rules, bearer, on).flatMap((rule): ReadonlyArray<Found | undefined> => {
    const given = bearer.capabilities.includes(rule.capability)
    if (given === (rule.says === "has")) return []
    const code = given ? "organisationKind.notOfKind" : "organisationKind.notGiven"
    return [deviation(rule, code, bearer, approvals)]
  })
  return Finding.sort(found.filter((one) => one !== undefined))
}

/**
 * What is found when a body does something: a rule that bodies of its kind must not or generally do not, or, where no
 * rule says so, that it was never given the capability.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { OrganisationKind } from "dangjian/organisation"
 * import { PrimaryKinds } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const body = { id: "b1", kind: "branch", capabilities: ["collectDues"] } as const // made up
 * const codes = (capability: OrganisationKind.Capability) =>
 *   OrganisationKind.exercise(PrimaryKinds.capabilities, body, capability, on).map(({ code }) => code)
 * assert.deepEqual(codes("collectDues"), [])
 * assert.deepEqual(codes("holdFiles"), ["organisationKind.exercisedWithout"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const exercise = (
  rules: ReadonlyArray<CapabilityRule>,
  bearer: Bearer,
  capability: Capability,
  on: CivilDate.CivilDate,
  approvals: Finding.Approvals = [],
): ReadonlyArray<Found> => {
  const barred = speaking(rules, bearer, on)
    .filter((rule) => rule.capability === capability && rule.says === "hasNot")
    .map((rule) => deviation(rule, "organisationKind.notOfKind", bearer, approvals))
    .filter((one) => one !== undefined)
  if (barred.length > 0 || bearer.capabilities.includes(capability)) return Finding.sort(barred)
  const params = { kind: bearer.kind, capability }
  const without = Finding.of("must", { code: "organisationKind.exercisedWithout", subject: bearer.id, params } as const)
  return without === undefined ? [] : [without]
}

/** The rules in force that speak of a body; one that names sectors does not speak of a body whose sector nobody knows. */
const speaking = (
  rules: ReadonlyArray<CapabilityRule>,
  { kind, sector }: Bearer,
  on: CivilDate.CivilDate,
): ReadonlyArray<CapabilityRule> =>
  Provision.inForce(rules, on).filter(
    ({ kinds, sectors }) =>
      kinds.includes(kind) && (sectors === undefined || (sector !== undefined && sectors.includes(sector))),
  )

const deviation = (
  rule: CapabilityRule,
  code: OrganisationKindCode,
  { id, kind }: Bearer,
  approvals: Finding.Approvals,
): Found | undefined =>
  Provision.deviation(rule, { code, subject: id, params: { kind, capability: rule.capability } }, approvals)

// ---------------------------------------------------------------- instances

/**
 * The names of the capabilities.
 *
 * @category instances
 * @since 0.1.0
 */
export const capabilityLabels: Readonly<Record<Capability, Label.Label>> = {
  admit: { zh: "接收预备党员", en: "admit probationary members" },
  approveProbationary: { zh: "审批预备党员", en: "approve probationary members" },
  discipline: { zh: "作出党纪处分", en: "discipline members" },
  disposeOfMembers: { zh: "处置不合格党员", en: "dispose of members who do not qualify" },
  collectDues: { zh: "收缴党费", en: "collect dues" },
  electDelegates: { zh: "选举党代表", en: "elect delegates" },
  holdTermElections: { zh: "换届选举", en: "hold term elections" },
  holdFiles: { zh: "管理党员组织关系", en: "hold the affiliation of members" },
  transferNationwide: { zh: "全国范围直接转移组织关系", en: "transfer affiliation directly nationwide" },
}

/**
 * The names of what a kind is.
 *
 * @category instances
 * @since 0.1.0
 */
export const natureLabels: Readonly<Record<OrganisationKind["nature"], Label.Label>> = {
  local: { zh: "地方党委", en: "local committee" },
  appointed: { zh: "派出机关或党组", en: "appointed body" },
  primary: { zh: "基层党组织", en: "primary organisation" },
  subdivision: { zh: "党支部的下设小组", en: "subdivision of a branch" },
}

/**
 * The names of how leaders come to their posts.
 *
 * @category instances
 * @since 0.1.0
 */
export const leadersLabels: Readonly<Record<OrganisationKind["leaders"], Label.Label>> = {
  elected: { zh: "选举", en: "elected" },
  appointed: { zh: "任命", en: "appointed" },
  designated: { zh: "指定", en: "designated" },
}
