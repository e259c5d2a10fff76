/**
 * Changes of Party organisations (党组织设置变更): what may be asked for, what then happens, and for which reason a body ends.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import type * as CivilDate from "../foundation/CivilDate.js"
import type { Fault } from "../foundation/Fault.js"
import type { Label } from "../foundation/Label.js"
import * as Decider from "../process/Decider.js"
import { Organisation } from "./Organisation.js"
import { Capability, type Edge, type OrganisationKind } from "./OrganisationKind.js"

// ---------------------------------------------------------------- models

/**
 * Why a body ends (撤销原因): its task is done, as of a temporary branch; it has too few members; its unit is gone; it was
 * merged; it was split; another took its place; what it did was handed to another.
 *
 * @category models
 * @since 0.1.0
 */
export type Reason = "purposeServed" | "tooFewMembers" | "unitGone" | "merged" | "split" | "replaced" | "devolved"

/**
 * What a reason asks for: how many bodies come after, at least and, where there is a bound, at most; and of which kinds
 * they must be, where only some will do.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ending {
  readonly reason: Reason
  readonly label: Label
  readonly least: number
  readonly most?: number
  readonly kinds?: ReadonlyArray<string>
}

/**
 * Where members or bodies go (去向): all to one body, except those that are named. Without `to` there are none besides
 * those named.
 *
 * @category models
 * @since 0.1.0
 */
export interface Placement {
  readonly to?: string
  readonly except?: ReadonlyArray<{ readonly id: string; readonly to: string }>
}

/**
 * What can be asked for.
 *
 * **Details**
 *
 * `establish` (成立), `rename` (更名), `reparent` (隶属关系调整, without `supervisedBy` to the root), `serve` (the units it is set
 * up in 所在单位), `grant` and `withdraw` (权限), `recode` (代码) and `alias` (this id is that body, 重复登记归并) leave the body
 * what it is: it keeps its id.
 *
 * `rekind` (改设) makes a branch a general branch, or a general branch a committee, or the other way; bodies that come with
 * it stand in `below`. A kind that holds no members leaves those of the body to `members`.
 *
 * `merge` (合并): bodies go into one that lives on, named by its id, or into a new one, given in full. `split` (分设): new
 * bodies out of one, which may itself live on (`keeps`). `dissolve` (撤销) for any reason, with the standing bodies that
 * come after it. In all three `members` says where the members go, and `children` where the bodies below go, which in a
 * merger go with their superior unless something else is said.
 *
 * `approvedBy` is the body that decided (批准单位).
 *
 * @category models
 * @since 0.1.0
 */
export type Change = { readonly approvedBy?: string } & (
  | { readonly change: "establish"; readonly organisation: Organisation }
  | { readonly change: "rename"; readonly id: string; readonly name: string }
  | { readonly change: "reparent"; readonly id: string; readonly supervisedBy?: string }
  | {
      readonly change: "rekind"
      readonly id: string
      readonly kind: string
      readonly name?: string
      readonly below?: ReadonlyArray<Organisation>
      readonly members?: Placement
      readonly children?: Placement
    }
  | { readonly change: "serve"; readonly id: string; readonly units: ReadonlyArray<string> }
  | { readonly change: "grant"; readonly id: string; readonly capabilities: ReadonlyArray<Capability> }
  | { readonly change: "withdraw"; readonly id: string; readonly capabilities: ReadonlyArray<Capability> }
  | { readonly change: "recode"; readonly id: string; readonly code?: string }
  | {
      readonly change: "merge"
      readonly ids: ReadonlyArray<string>
      readonly into: string | Organisation
      readonly members?: Placement
      readonly children?: Placement
    }
  | {
      readonly change: "split"
      readonly id: string
      readonly keeps: boolean
      readonly into: ReadonlyArray<Organisation>
      readonly members?: Placement
      readonly children?: Placement
    }
  | {
      readonly change: "dissolve"
      readonly id: string
      readonly reason: Reason
      readonly successors: ReadonlyArray<string>
      readonly members?: Placement
      readonly children?: Placement
    }
  | { readonly change: "alias"; readonly id: string; readonly of: string }
)

/**
 * What happened to one body. `empowered` gives all that it may do from then on; `placed` says where the members of the
 * bodies in `from` went; `divided` is a split that the body outlives.
 *
 * @category models
 * @since 0.1.0
 */
export type Happening =
  | { readonly happened: "established"; readonly organisation: Organisation }
  | { readonly happened: "renamed"; readonly id: string; readonly name: string }
  | { readonly happened: "reparented"; readonly id: string; readonly supervisedBy?: string }
  | { readonly happened: "rekinded"; readonly id: string; readonly kind: string }
  | { readonly happened: "served"; readonly id: string; readonly units: ReadonlyArray<string> }
  | { readonly happened: "empowered"; readonly id: string; readonly capabilities: ReadonlyArray<Capability> }
  | { readonly happened: "recoded"; readonly id: string; readonly code?: string }
  | { readonly happened: "placed"; readonly from: ReadonlyArray<string>; readonly members: Placement }
  | { readonly happened: "divided"; readonly id: string; readonly into: ReadonlyArray<string> }
  | {
      readonly happened: "ended"
      readonly id: string
      readonly reason: Reason
      readonly successors: ReadonlyArray<string>
    }
  | { readonly happened: "aliased"; readonly id: string; readonly of: string }

/**
 * What an accepted change leaves in the journal.
 *
 * @category models
 * @since 0.1.0
 */
export type Turn = Decider.Turn<Change, Happening>

/**
 * What changes are decided by: the kinds, the lawful places, what the reasons ask for, and the roll where it is at hand:
 * `personsIn` gives the ids of the members that belong to a body on a day, so that nobody is forgotten.
 *
 * @category models
 * @since 0.1.0
 */
export interface Law {
  readonly kinds: ReadonlyArray<OrganisationKind>
  readonly edges: ReadonlyArray<Edge>
  readonly endings: ReadonlyArray<Ending>
  readonly personsIn?: (body: string, on: CivilDate.CivilDate) => ReadonlyArray<string>
}

// ---------------------------------------------------------------- errors

/**
 * Why a change is refused.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrganisationChangeFault = Fault<
  | "organisationChange.unknown"
  | "organisationChange.ended"
  | "organisationChange.idTaken"
  | "organisationChange.idTwice"
  | "organisationChange.kind"
  | "organisationChange.place"
  | "organisationChange.root"
  | "organisationChange.cycle"
  | "organisationChange.orphan"
  | "organisationChange.notBelow"
  | "organisationChange.members"
  | "organisationChange.membersLeft"
  | "organisationChange.holdsNone"
  | "organisationChange.noneToPlace"
  | "organisationChange.notThere"
  | "organisationChange.alone"
  | "organisationChange.reason"
  | "organisationChange.successors"
  | "organisationChange.successorKind"
  | "organisationChange.unitTwice"
  | "organisationChange.capabilityTwice"
  | "organisationChange.notYet"
  | "organisationChange.aliasTwice"
  | "organisationChange.aliasRing"
>

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const someText = /* @__PURE__ */ Schema.optionalKey(text)
const capabilities = /* @__PURE__ */ Schema.Array(Capability)
const bodies = /* @__PURE__ */ Schema.Array(Organisation)

/**
 * The schema of {@link Reason}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Reason: Schema.Codec<Reason> = /* @__PURE__ */ Schema.Literals([
  "purposeServed",
  "tooFewMembers",
  "unitGone",
  "merged",
  "split",
  "replaced",
  "devolved",
])

/**
 * The schema of {@link Placement}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Placement: Schema.Codec<Placement> = /* @__PURE__ */ Schema.Struct({
  to: someText,
  except: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ id: text, to: text })),
  ),
})
const somePlacement = /* @__PURE__ */ Schema.optionalKey(Placement)

/**
 * The schema of {@link Change}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Change: Schema.Codec<Change> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("establish"),
    organisation: Organisation,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("rename"),
    id: text,
    name: text,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("reparent"),
    id: text,
    supervisedBy: someText,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("rekind"),
    id: text,
    kind: text,
    name: someText,
    below: /* @__PURE__ */ Schema.optionalKey(bodies),
    members: somePlacement,
    children: somePlacement,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("serve"),
    id: text,
    units: texts,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("grant"),
    id: text,
    capabilities,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("withdraw"),
    id: text,
    capabilities,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("recode"),
    id: text,
    code: someText,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("merge"),
    ids: texts,
    into: /* @__PURE__ */ Schema.Union([text, Organisation]),
    members: somePlacement,
    children: somePlacement,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("split"),
    id: text,
    keeps: Schema.Boolean,
    into: bodies,
    members: somePlacement,
    children: somePlacement,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("dissolve"),
    id: text,
    reason: Reason,
    successors: texts,
    members: somePlacement,
    children: somePlacement,
    approvedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({
    change: /* @__PURE__ */ Schema.Literal("alias"),
    id: text,
    of: text,
    approvedBy: someText,
  }),
])

/**
 * The schema of {@link Happening}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Happening: Schema.Codec<Happening> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    happened: /* @__PURE__ */ Schema.Literal("established"),
    organisation: Organisation,
  }),
  /* @__PURE__ */ Schema.Struct({ happened: /* @__PURE__ */ Schema.Literal("renamed"), id: text, name: text }),
  /* @__PURE__ */ Schema.Struct({
    happened: /* @__PURE__ */ Schema.Literal("reparented"),
    id: text,
    supervisedBy: someText,
  }),
  /* @__PURE__ */ Schema.Struct({ happened: /* @__PURE__ */ Schema.Literal("rekinded"), id: text, kind: text }),
  /* @__PURE__ */ Schema.Struct({ happened: /* @__PURE__ */ Schema.Literal("served"), id: text, units: texts }),
  /* @__PURE__ */ Schema.Struct({ happened: /* @__PURE__ */ Schema.Literal("empowered"), id: text, capabilities }),
  /* @__PURE__ */ Schema.Struct({ happened: /* @__PURE__ */ Schema.Literal("recoded"), id: text, code: someText }),
  /* @__PURE__ */ Schema.Struct({
    happened: /* @__PURE__ */ Schema.Literal("placed"),
    from: texts,
    members: Placement,
  }),
  /* @__PURE__ */ Schema.Struct({ happened: /* @__PURE__ */ Schema.Literal("divided"), id: text, into: texts }),
  /* @__PURE__ */ Schema.Struct({
    happened: /* @__PURE__ */ Schema.Literal("ended"),
    id: text,
    reason: Reason,
    successors: texts,
  }),
  /* @__PURE__ */ Schema.Struct({ happened: /* @__PURE__ */ Schema.Literal("aliased"), id: text, of: text }),
])

const versionField = /* @__PURE__ */ Schema.optionalKey(Decider.Version)

/**
 * The schema of {@link Turn}, with which a journal of changes is stored: `Journal.document("…", OrganisationChange.Turn)`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Turn: Schema.Codec<Turn> = /* @__PURE__ */ Schema.Struct({
  content: Change,
  events: /* @__PURE__ */ Schema.Array(Happening),
  version: versionField,
})

// ---------------------------------------------------------------- getters

/**
 * Where a member or a body goes under a placement; `undefined` where it says nothing.
 *
 * @example
 * ```ts
 * import { OrganisationChange } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const members = { to: "branch-2", except: [{ id: "p7", to: "branch-3" }] } // 示例
 * assert.equal(OrganisationChange.destination(members, "p1"), "branch-2")
 * assert.equal(OrganisationChange.destination(members, "p7"), "branch-3")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const destination = (placement: Placement, id: string): string | undefined =>
  placement.except?.find((exception) => exception.id === id)?.to ?? placement.to

// ---------------------------------------------------------------- instances

/**
 * The names of the reasons (撤销原因).
 *
 * @category instances
 * @since 0.1.0
 */
export const reasons: Readonly<Record<Reason, Label>> = {
  purposeServed: { zh: "任务完成", en: "purpose served" },
  tooFewMembers: { zh: "党员人数不足", en: "too few members" },
  unitGone: { zh: "所在单位撤销", en: "unit gone" },
  merged: { zh: "合并", en: "merged" },
  split: { zh: "分设", en: "split" },
  replaced: { zh: "改设", en: "replaced" },
  devolved: { zh: "移交", en: "handed over" },
}

/**
 * The reasons with what the words themselves ask for: what is merged, replaced or handed over has exactly one body after
 * it, what is split two or more, and all else none. A place that hands over only to bodies of some kinds names them in a
 * row of its own.
 *
 * @category instances
 * @since 0.1.0
 */
export const endings: ReadonlyArray<Ending> = [
  { reason: "purposeServed", label: reasons.purposeServed, least: 0, most: 0 },
  { reason: "tooFewMembers", label: reasons.tooFewMembers, least: 0, most: 0 },
  { reason: "unitGone", label: reasons.unitGone, least: 0, most: 0 },
  { reason: "merged", label: reasons.merged, least: 1, most: 1 },
  { reason: "split", label: reasons.split, least: 2 },
  { reason: "replaced", label: reasons.replaced, least: 1, most: 1 },
  { reason: "devolved", label: reasons.devolved, least: 1, most: 1 },
]
