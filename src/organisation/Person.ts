/**
 * Persons (人员): members, applicants, worthies (乡贤) and residents, told apart by an opaque id and never by their names.
 *
 * Many people share a name; many are known by no more than a year of birth. So names decide nothing here, and an age is a
 * span of years wherever the day of birth is not known.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import type { Label } from "../foundation/Label.js"
import * as PartialDate from "../foundation/PartialDate.js"
import * as IdentityNumber from "./IdentityNumber.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * A person: what statistics and rules ask for, each where it is known. Who is a member, and who holds which post, is
 * recorded elsewhere. `kinds` is an open set ({@link kinds} names the usual ones), `education` and `ethnicity` are codes
 * of the tables that the statistics use, `identity` is what may be kept of the identity number.
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
  readonly identity?: IdentityNumber.Sealed
}

/**
 * A list of persons as one stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface People {
  readonly format: 1
  readonly persons: ReadonlyArray<Person>
}

/**
 * An age in completed years (周岁): from the least to the most that the known part of the date of birth allows.
 *
 * @category models
 * @since 0.1.0
 */
export interface Age {
  readonly least: number
  readonly most: number
}

/**
 * Persons of one name who have to be told apart by their ids.
 *
 * @category models
 * @since 0.1.0
 */
export interface Namesakes {
  readonly name: string
  readonly ids: ReadonlyArray<string>
}

/**
 * A rule that asks for an age: at least so many completed years on the day in question.
 *
 * @category models
 * @since 0.1.0
 */
export interface AgeRule extends Provision.Provision {
  readonly years: number
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a list of persons: an id that stands twice, one sealed identity number under two ids, a person
 * born after the day in question, an identity number in a text that is shown, a date of birth or a sex other than the
 * identity number states.
 *
 * @category errors
 * @since 0.1.0
 */
export type PersonFault = Fault<
  | "person.twice"
  | "person.identityTwice"
  | "person.bornLater"
  | "person.numberInText"
  | "person.otherBirth"
  | "person.otherSex"
>

/**
 * What can be found about the age of a person: too young, or perhaps too young, since the date of birth is not known to
 * the day.
 *
 * @category errors
 * @since 0.1.0
 */
export type PersonCode = "person.underAge" | "person.ageUncertain"

// ---------------------------------------------------------------- schemas

const idText = /* @__PURE__ */ Audience.visibleTo("staff", "requester")(Schema.NonEmptyString)
const nameText = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Audience.sensitive("personal")(Schema.NonEmptyString))
const sexText = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Audience.sensitive("personal")(/* @__PURE__ */ Schema.Literals(["male", "female"])))
const bornText = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Audience.sensitive("protected")(PartialDate.PartialDate))
const personalText = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Audience.sensitive("personal")(Schema.NonEmptyString))
const kindsList = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(
  /* @__PURE__ */ Audience.sensitive("personal")(
    /* @__PURE__ */ Schema.Array(Schema.NonEmptyString),
  ),
)
const identityField = /* @__PURE__ */ Audience.visibleTo(
  "staff",
  "requester",
)(/* @__PURE__ */ Audience.sensitive("protected")(IdentityNumber.Sealed))

/**
 * The schema of {@link Person}. By its annotations staff and the person concerned see a row, the public and the village
 * see nothing of it: which names are public is for the domain that publishes them to say.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Person: Schema.Codec<Person> = /* @__PURE__ */ Schema.Struct({
  id: idText,
  name: nameText,
  sex: /* @__PURE__ */ Schema.optionalKey(sexText),
  born: /* @__PURE__ */ Schema.optionalKey(bornText),
  ethnicity: /* @__PURE__ */ Schema.optionalKey(personalText),
  education: /* @__PURE__ */ Schema.optionalKey(personalText),
  occupation: /* @__PURE__ */ Schema.optionalKey(personalText),
  kinds: /* @__PURE__ */ Schema.optionalKey(kindsList),
  identity: /* @__PURE__ */ Schema.optionalKey(identityField),
})

/**
 * The schema of {@link AgeRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const AgeRule: Schema.Codec<AgeRule> = /* @__PURE__ */ Provision.extended({
  years: /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 150 })),
})

/**
 * A list of persons as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<People> = /* @__PURE__ */ Document.make<People>({
  name: "People",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Schema.Literal(1),
      persons: Audience.visibleTo("staff", "requester")(Schema.Array(Person)),
    }),
  check: ({ persons }) => check(persons).map((found) => ({ ...found, path: ["persons", ...found.path] })),
})
