/**
 * Persons (人员): members, applicants, worthies (乡贤) and residents, told apart by an opaque id and never by their names.
 *
 * @since 0.1.0
 */
import type * as PartialDate from "../foundation/PartialDate.js"

// ---------------------------------------------------------------- models

/**
 * A person: what statistics and rules ask for, each where it is known. Who is a member, and who holds which post, is
 * recorded elsewhere.
 *
 * @category models
 * @since 0.1.0
 */
export interface Person {
  readonly id: string
  readonly name: string
  readonly sex?: "male" | "female"
  readonly born?: PartialDate.PartialDate
  readonly ethnicity?: string
  readonly education?: string
  readonly occupation?: string
  readonly kinds?: ReadonlyArray<string>
}
