/**
 * Kinds of Party organisation (党组织类型) and which kind may stand under which: data, since texts and places differ.
 *
 * @since 0.1.0
 */
import type * as Label from "../foundation/Label.js"
import type { Provision } from "./Provision.js"

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
 * A lawful place (隶属): a body of kind `child` may stand under one of kind `parent`; without `parent` it may be the root of
 * the modelled tree.
 *
 * @category models
 * @since 0.1.0
 */
export interface Edge extends Provision {
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
