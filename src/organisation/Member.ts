/**
 * Members (党员) as the roll of a day shows them: three questions that are never one, how far membership has come, which
 * rights rest, and where the member is.
 *
 * @since 0.1.0
 */
import type * as CivilDate from "../foundation/CivilDate.js"

// ---------------------------------------------------------------- models

/**
 * How far somebody has come: applicant (入党申请人), activist (入党积极分子), candidate (发展对象), probationary member (预备党员),
 * full member (正式党员), or left.
 *
 * @category models
 * @since 0.1.0
 */
export type Stage = "applicant" | "activist" | "candidate" | "probationary" | "full" | "left"

/**
 * Which rights rest: none; probation within the Party (留党察看); rights suspended by the organisation (留置、逮捕); membership
 * suspended (停止党籍).
 *
 * @category models
 * @since 0.1.0
 */
export type Restriction = "none" | "disciplinaryProbation" | "suspendedByOrganisation" | "membershipSuspended"

/**
 * Where a member belongs on a day: in exactly one branch, or visibly on the way from one to another, in which case the
 * sending branch stays responsible.
 *
 * @category models
 * @since 0.1.0
 */
export type Affiliation =
  | { readonly in: "branch"; readonly branch: string; readonly group?: string }
  | { readonly in: "transit"; readonly from: string; readonly to: string; readonly transfer: string }

/**
 * A member on a day: probationary or full, where, with which rights, whether mobile (流动党员, still of the home branch),
 * the day of admission (the day of the branch meeting) and of full membership.
 *
 * @category models
 * @since 0.1.0
 */
export interface Member {
  readonly person: string
  readonly stage: "probationary" | "full"
  readonly affiliation: Affiliation
  readonly restriction: Restriction
  readonly mobile: boolean
  readonly admittedOn: CivilDate.CivilDate
  readonly fullFrom?: CivilDate.CivilDate
}
