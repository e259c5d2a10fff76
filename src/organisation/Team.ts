/**
 * Teams (工作组、服务队) made of named roles: four-person groups (四人工作组), one cadre, one member and several worthies
 * (1+1+N). Which roles a team has, and of whom, is data.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import * as Label from "../foundation/Label.js"
import type { Person } from "./Person.js"
import type { PostRoll } from "./PostRoll.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * A role in a team: how many have it, exactly or at least; and of whom they come: holders of posts of these kinds in one
 * of the bodies of the team, or persons of these kinds (乡贤). Who fits either fits; without both anybody does.
 *
 * @category models
 * @since 0.1.0
 */
export interface Role {
  readonly id: string
  readonly label: Label.Label
  readonly count: { readonly exactly: number } | { readonly atLeast: number }
  readonly posts?: ReadonlyArray<string>
  readonly persons?: ReadonlyArray<string>
}

/**
 * What a team of a kind consists of. One person has one role in it.
 *
 * @category models
 * @since 0.1.0
 */
export interface TeamPlan extends Provision.Provision {
  readonly label: Label.Label
  readonly roles: ReadonlyArray<Role>
}

/**
 * Who has which role in a team, from a day on and, where it has ended, up to but without another.
 *
 * @category models
 * @since 0.1.0
 */
export interface TeamMember {
  readonly person: string
  readonly role: string
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * A team: its plan, the bodies it is of (a village team is of the village organisation, the village and the township
 * committee that sends its liaison member), and who had which role when.
 *
 * @category models
 * @since 0.1.0
 */
export interface Team {
  readonly id: string
  readonly plan: string
  readonly bodies: ReadonlyArray<string>
  readonly members: ReadonlyArray<TeamMember>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with teams as they were entered: an id twice; a plan, role or person that is not known; a membership
 * that ends before or on the day it begins; one person twice in one role at a time.
 *
 * @category errors
 * @since 0.1.0
 */
export type TeamFault = Fault<
  "team.twice" | "team.unknownPlan" | "team.unknownRole" | "team.unknownPerson" | "team.endsBefore" | "team.memberTwice"
>

/**
 * What can be found about a team: too few or too many in a role, one person in two roles, somebody in a role who is not
 * one of those it is for.
 *
 * @category errors
 * @since 0.1.0
 */
export type TeamCode = "team.tooFew" | "team.tooMany" | "team.twoRoles" | "team.notOfRole"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)
const someTexts = /* @__PURE__ */ Schema.optionalKey(texts)
const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 10_000 }))

/**
 * The schema of {@link Role}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Role: Schema.Codec<Role> = /* @__PURE__ */ Schema.Struct({
  id: text,
  label: Label.Label,
  count: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Struct({ exactly: whole }),
    /* @__PURE__ */ Schema.Struct({ atLeast: whole }),
  ]),
  posts: someTexts,
  persons: someTexts,
})

/**
 * The schema of {@link TeamPlan}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const TeamPlan: Schema.Codec<TeamPlan> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  label: Label.Label,
  roles: Schema.Array(Role),
}))

/**
 * The schema of {@link Team}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Team: Schema.Codec<Team> = /* @__PURE__ */ Schema.Struct({
  id: text,
  plan: text,
  bodies: texts,
  members: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      person: text,
      role: text,
      from: CivilDate.CivilDate,
      to: /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate),
    }),
  ),
})

// ---------------------------------------------------------------- getters

/**
 * Who has a role in a team on a day.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Team } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const members = [
 *   { person: "m1", role: "secretary", from: day("2023-01-01"), to: day("2024-03-01") },
 *   { person: "m2", role: "secretary", from: day("2024-03-01") },
 * ]
 * const who = (on: string) => Team.membersOn({ members }, day(on)).map(({ person }) => person)
 * assert.deepEqual([who("2022-12-31"), who("2024-02-29"), who("2024-03-01")], [[], ["m1"], ["m2"]])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const membersOn = ({ members }: Pick<Team, "members">, on: CivilDate.CivilDate): ReadonlyArray<TeamMember> =>
  members.filter(({ from, to }) => from <= on && (to === undefined || on < to))

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with teams as they were entered, all at once, each with its place.
 *
 * @example
 * ```ts
 * import { Team } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const team = { id: "t1", plan: "none", bodies: ["b1"], members: [] }
 * assert.deepEqual(
 *   Team.check([], [team], new Set()).map(({ code, path }) => [code, path]),
 *   [["team.unknownPlan", [0, "plan"]]],
 * )
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (
  plans: ReadonlyArray<TeamPlan>,
  teams: ReadonlyArray<Team>,
  persons: ReadonlySet<string>,
): ReadonlyArray<TeamFault> => {
  const seen = new Set<string>()
  return teams.flatMap(({ id, plan, members }, index) => {
    const faults: Array<TeamFault> = []
    if (seen.has(id)) faults.push(fault("team.twice", { id }, [index, "id"]))
    seen.add(id)
    const known = plans.find((each) => each.id === plan)
    if (known === undefined) faults.push(fault("team.unknownPlan", { plan }, [index, "plan"]))
    for (const [place, member] of members.entries()) {
      const { person, role, from, to } = member
      const at = [index, "members", place]
      if (to !== undefined && to <= from) faults.push(fault("team.endsBefore", { from, to }, [...at, "to"]))
      if (members.slice(0, place).some((other) => overlaps(other, member))) {
        faults.push(fault("team.memberTwice", { person, role }, at))
      }
      if (!persons.has(person))
        faults.push(fault("team.unknownPerson", { person }, [index, "members", place, "person"]))
      if (known !== undefined && !known.roles.some((each) => each.id === role)) {
        faults.push(fault("team.unknownRole", { role, plan }, [index, "members", place, "role"]))
      }
    }
    return faults
  })
}

const overlaps = (a: TeamMember, b: TeamMember): boolean =>
  a.person === b.person &&
  a.role === b.role &&
  (a.to === undefined || b.from < a.to) &&
  (b.to === undefined || a.from < b.to)

type Found = Omit<Finding.Deviation<TeamCode>, "cite">

/**
 * What the plans in force on the day of the roll find about teams as they are on it, open errors first; the subject is
 * the team.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PostRoll, Team } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-06-30")
 * const cite = { title: "示例方案", standing: "report" } as const // made up
 * const roles = [
 *   { id: "worthy", label: { zh: "乡贤" }, count: { atLeast: 1 }, persons: ["worthy"] },
 *   { id: "member", label: { zh: "党员" }, count: { exactly: 1 }, persons: ["member"] },
 * ]
 * const plan: Team.TeamPlan = { id: "squad", strength: "should", from: on, cite, label: { zh: "服务队" }, roles }
 * const team = { id: "t1", plan: "squad", bodies: ["b1"], members: [{ person: "m1", role: "worthy", from: on }] }
 * const roll = PostRoll.at({ kinds: [], posts: [], appointments: [] }, on)
 * const found = Team.findings([plan], [team], roll, [{ id: "m1", name: "张三", kinds: ["resident"] }])
 * assert.deepEqual(found.map(({ code }) => code), ["team.notOfRole", "team.tooFew"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  plans: ReadonlyArray<TeamPlan>,
  teams: ReadonlyArray<Team>,
  roll: PostRoll,
  persons: ReadonlyArray<Person>,
): ReadonlyArray<Finding.Finding<TeamCode>> => {
  const kindsOf = new Map(persons.map(({ id, kinds = [] }) => [id, kinds]))
  return Finding.sort(
    Provision.inForce(plans, roll.on).flatMap((plan) =>
      teams
        .filter((team) => team.plan === plan.id)
        .map((team) => ({ ...team, members: membersOn(team, roll.on) }))
        .flatMap((team) => [
          ...plan.roles.flatMap((role) => counted(role, team)),
          ...twoRoles(team),
          ...plan.roles.flatMap((role) => notOfRole(role, team, roll, kindsOf)),
        ])
        .flatMap((found) => {
          const finding = Provision.deviation(plan, found)
          return finding === undefined ? [] : [finding]
        }),
    ),
  )
}

const holdersOf = (role: Role, team: Team): ReadonlyArray<string> => [
  ...new Set(team.members.filter((member) => member.role === role.id).map(({ person }) => person)),
]

const counted = (role: Role, team: Team): ReadonlyArray<Found> => {
  const found = holdersOf(role, team).length
  const least = "exactly" in role.count ? role.count.exactly : role.count.atLeast
  const params = { role: role.id, found }
  if (found < least) return [{ code: "team.tooFew", subject: team.id, params: { ...params, least } }]
  return "exactly" in role.count && found > least
    ? [{ code: "team.tooMany", subject: team.id, params: { ...params, most: least } }]
    : []
}

const twoRoles = (team: Team): ReadonlyArray<Found> => {
  const roles = new Map<string, Set<string>>()
  for (const { person, role } of team.members) roles.set(person, (roles.get(person) ?? new Set()).add(role))
  return [...roles]
    .filter(([, { size }]) => size > 1)
    .map(([person, all]) => ({
      code: "team.twoRoles",
      subject: team.id,
      params: { person, roles: [...all].sort().join(" ") },
    }))
}

const notOfRole = (
  role: Role,
  team: Team,
  roll: PostRoll,
  kindsOf: ReadonlyMap<string, ReadonlyArray<string>>,
): ReadonlyArray<Found> => {
  const { posts, persons } = role
  if (posts === undefined && persons === undefined) return []
  const holds = (person: string): boolean =>
    roll.holdings.some(
      (each) => each.person === person && posts?.includes(each.post.kind) && team.bodies.includes(each.post.body),
    )
  return holdersOf(role, team)
    .filter((person) => !holds(person) && !kindsOf.get(person)?.some((kind) => persons?.includes(kind)))
    .map((person) => ({ code: "team.notOfRole", subject: team.id, params: { role: role.id, person } }))
}
