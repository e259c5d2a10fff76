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
import { byText } from "../foundation/TextOrder.js"
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
 * the day, or is not known at all.
 *
 * @category errors
 * @since 0.1.0
 */
export type PersonCode = "person.underAge" | "person.ageUncertain" | "person.birthUnknown"

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
)(/* @__PURE__ */ Audience.sensitive("personal")(/* @__PURE__ */ Schema.Array(Schema.NonEmptyString)))
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
export const AgeRule: Schema.Codec<AgeRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  years: Schema.Int.check(Schema.isBetween({ minimum: 0, maximum: 150 })),
}))

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
  conceal: IdentityNumber.concealed,
})

// ---------------------------------------------------------------- getters

/**
 * The age on a day in completed years: one number where the day of birth is known, else a span. `undefined` where the
 * person may not be born yet. Whoever was born on the 29th of February is a year older on the 28th in a common year.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { Person } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * assert.deepEqual(Person.age(PartialDate.parseUnsafe("1958-07-01"), on), { least: 65, most: 65 })
 * assert.deepEqual(Person.age(PartialDate.parseUnsafe("1958"), on), { least: 65, most: 66 })
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const age = (born: PartialDate.PartialDate, on: CivilDate.CivilDate): Age | undefined => {
  const latest = PartialDate.latest(born)
  return latest > on ? undefined : { least: years(latest, on), most: years(PartialDate.earliest(born), on) }
}

const years = (born: CivilDate.CivilDate, on: CivilDate.CivilDate): number => {
  const difference = CivilDate.year(on) - CivilDate.year(born)
  return CivilDate.addYearsUnsafe(born, difference) <= on ? difference : difference - 1
}

/**
 * Whether somebody has completed so many years on a day; `uncertain` where the known part of the date of birth leaves it
 * open, and where nothing is known.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { Person } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const born = (text: string) => ({ born: PartialDate.parseUnsafe(text) })
 * assert.equal(Person.isOfAge(born("2006-06-30"), 18, on), "yes")
 * assert.equal(Person.isOfAge(born("2006-07"), 18, on), "no")
 * assert.equal(Person.isOfAge(born("2006"), 18, on), "uncertain")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const isOfAge = (
  { born }: Pick<Person, "born">,
  least: number,
  on: CivilDate.CivilDate,
): "yes" | "no" | "uncertain" => {
  if (born === undefined) return "uncertain"
  if (PartialDate.earliest(born) > on || years(PartialDate.earliest(born), on) < least) return "no"
  return PartialDate.latest(born) <= on && years(PartialDate.latest(born), on) >= least ? "yes" : "uncertain"
}

/**
 * Those who share a name, each name with its ids, by name. Spaces inside a name do not count, since registers write names
 * of two characters with one between them, and neither does which dot a name is parted by.
 *
 * @example
 * ```ts
 * import { Person } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const persons = [{ id: "p1", name: "张三" }, { id: "p2", name: "李四" }, { id: "p3", name: "张 三" }] // made up
 * assert.deepEqual(Person.sameNames(persons), [{ name: "张三", ids: ["p1", "p3"] }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sameNames = (persons: ReadonlyArray<Pick<Person, "id" | "name">>): ReadonlyArray<Namesakes> => {
  const byName = new Map<string, Set<string>>()
  for (const { id, name } of persons) {
    const key = plainName(name)
    byName.set(key, (byName.get(key) ?? new Set()).add(id))
  }
  return [...byName]
    .filter(([, ids]) => ids.size > 1)
    .sort(([a], [b]) => byText(a, b))
    .map(([name, ids]) => ({ name, ids: [...ids].sort(byText) }))
}

const plainName = (name: string): string =>
  name
    .normalize("NFKC")
    .replace(/\s+/gu, "")
    .replace(/[•・‧∙⋅]/gu, "·")

// ---------------------------------------------------------------- decisions

/**
 * What is wrong with a list of persons, all at once, each with its place; with a day, also whoever is born after it. Of
 * rows with one id every one after the first is named.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { Person } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const persons = [
 *   { id: "p1", name: "张三" }, // made up
 *   { id: "p1", name: "李四", born: PartialDate.parseUnsafe("2031") },
 * ]
 * assert.deepEqual(
 *   Person.check(persons, CivilDate.parseUnsafe("2024-06-30")).map(({ code, path }) => [code, path]),
 *   [
 *     ["person.twice", [1, "id"]],
 *     ["person.bornLater", [1, "born"]],
 *   ],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (persons: ReadonlyArray<Person>, on?: CivilDate.CivilDate): ReadonlyArray<PersonFault> => {
  const seen = new Set<string>()
  const owner = new Map<string, string>()
  return persons.flatMap((person, index) => {
    const { id, born, identity } = person
    const other = identity === undefined ? undefined : owner.get(identity.digest)
    const faults: Array<PersonFault> = []
    if (seen.has(id)) faults.push(fault("person.twice", { id: unmasked(id) }, [index, "id"]))
    if (other !== undefined && other !== id) {
      faults.push(fault("person.identityTwice", { id: unmasked(id), other: unmasked(other) }, [index, "identity"]))
    }
    if (on !== undefined && born !== undefined && PartialDate.earliest(born) > on) {
      faults.push(fault("person.bornLater", { born, on }, [index, "born"]))
    }
    faults.push(...numbersIn(person).map((field) => fault("person.numberInText", { field }, [index, field])))
    seen.add(id)
    if (identity !== undefined && other === undefined) owner.set(identity.digest, id)
    return faults
  })
}

const TEXTS = ["id", "name", "ethnicity", "education", "occupation", "kinds"] as const

const numbersIn = (person: Person): ReadonlyArray<string> =>
  TEXTS.filter((field) => [person[field] ?? []].flat().some(IdentityNumber.isIn))

const unmasked = (id: string): string => (IdentityNumber.isIn(id) ? "*" : id)

/**
 * Where a person and the identity number that was shown for them do not agree: another date of birth, another sex. What
 * is not known contradicts nothing.
 *
 * @example
 * ```ts
 * import { PartialDate } from "dangjian/foundation"
 * import { IdentityNumber, Person } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // made up: no region has the code 000000
 * const number = IdentityNumber.parseUnsafe("00000019490307005X")
 * const person = { id: "p1", name: "张三", sex: "male", born: PartialDate.parseUnsafe("1949") } as const
 * assert.deepEqual(Person.disagreements(person, number), [])
 * assert.equal(Person.disagreements({ ...person, sex: "female" }, number)[0]?.code, "person.otherSex")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const disagreements = (
  { born, sex }: Pick<Person, "born" | "sex">,
  number: IdentityNumber.IdentityNumber,
): ReadonlyArray<PersonFault> => [
  ...(born === undefined || PartialDate.covers(born, IdentityNumber.birthDate(number))
    ? []
    : [fault("person.otherBirth", { born }, ["born"])]),
  ...(sex === undefined || sex === IdentityNumber.sex(number) ? [] : [fault("person.otherSex", { sex }, ["sex"])]),
]

/**
 * Who falls short of the age that a rule asks for on a day. Whoever certainly does is found with the strength of the
 * rule; whoever may, because the date of birth is not known to the day or not at all, with a warning. On a day on which
 * the rule is not in force nobody is found.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { Person } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const cite = { title: "示例章程", article: 1, standing: "transcription" } as const // made up
 * const rule = { id: "age", strength: "must", from: CivilDate.parseUnsafe("2020-01-01"), cite, years: 18 } as const
 * const born = (id: string, text: string) => ({ id, name: id, born: PartialDate.parseUnsafe(text) })
 * const found = Person.underAge(rule, [born("p1", "2006-07-01"), born("p2", "2006")], CivilDate.parseUnsafe("2024-06-30"))
 * assert.deepEqual(
 *   found.map(({ code, severity, subject }) => [code, severity, subject]),
 *   [
 *     ["person.underAge", "error", "p1"],
 *     ["person.ageUncertain", "warning", "p2"],
 *   ],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const underAge = (
  rule: AgeRule,
  persons: ReadonlyArray<Person>,
  on: CivilDate.CivilDate,
): ReadonlyArray<Finding.Finding<PersonCode>> =>
  Finding.sort(
    Provision.inForce([rule], on).flatMap((each) =>
      persons.flatMap((person) => {
        const found = shortOfAge(each, person, on)
        return found === undefined ? [] : [found]
      }),
    ),
  )

const shortOfAge = (
  rule: AgeRule,
  { id: subject, born }: Person,
  on: CivilDate.CivilDate,
): Finding.Finding<PersonCode> | undefined => {
  const params = { least: rule.years, on }
  const lenient = { ...rule, strength: rule.strength === "may" ? "may" : "should" } as const
  if (born === undefined) return Provision.deviation(lenient, { code: "person.birthUnknown", subject, params })
  switch (isOfAge({ born }, rule.years, on)) {
    case "yes":
      return undefined
    case "no":
      return Provision.deviation(rule, { code: "person.underAge", subject, params: { ...params, born } })
    case "uncertain":
      return Provision.deviation(lenient, { code: "person.ageUncertain", subject, params: { ...params, born } })
  }
}

// ---------------------------------------------------------------- instances

/**
 * The usual kinds of persons (人员类别): the set is open.
 *
 * @category instances
 * @since 0.1.0
 */
export const kinds: Readonly<Record<"member" | "applicant" | "worthy" | "resident", Label>> = {
  member: { zh: "党员", en: "Party member" },
  applicant: { zh: "入党申请人", en: "applicant for membership" },
  worthy: { zh: "乡贤", en: "local worthy" },
  resident: { zh: "居民", en: "resident" },
}
