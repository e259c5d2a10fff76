/**
 * Who may act in orders (谁可以办): for each role of a scheme by which post and at which place somebody holds it, as
 * data; and what is held against it is what was known of posts, bodies and members on the day and at the instant of
 * the act.
 *
 * **Details**
 *
 * A scheme says that the grid claims, the branch dispatches and a member does it; who these are differs with the
 * order: the worker of its grid, the secretary of its branch, a member on the roll. Whoever acts gives the post or
 * capacity in which they do, and it must be theirs on that day: a post that ended yesterday is held no more, and one
 * whose end was recorded only tomorrow still is today.
 *
 * An order outlives its branch. Where the branch was merged or divided, whatever it became acts for it from that day on;
 * where nothing came after it, the body above it does.
 *
 * @since 0.1.0
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import { byText } from "../foundation/TextOrder.js"
import type { Actor } from "../process/Actor.js"
import type { Command, Decider } from "../process/Decider.js"
import { Id } from "../process/Guard.js"
import type { Field } from "../process/Workflow.js"
import { either } from "./OrderClock.js"
import { deedOf, movesOf, type OrderScheme } from "./OrderScheme.js"
import type { Standing, View, World } from "./OrderWorld.js"
import * as ServiceOrder from "./ServiceOrder.js"

// ---------------------------------------------------------------- models

/**
 * A place (岗位所在): the body that a field of the order or dispatch names, or a fixed one; that body itself, or any that
 * lies above or below it in its tree.
 *
 * **Details**
 *
 * A body that has ended reads as the bodies that have what it had (承继单位). Where there is none, `superior` says whether
 * the body above it acts in its place (上级代行): the nearest that stands, or what became of it, and none with a `reach`. Where
 * that is left unsaid it does for a field, since orders go on, and does not for a fixed body. The posts of a rule then have to name the kinds of
 * the superior's posts, too, if these are others; and members at such a place are those of the branches below it.
 *
 * @category models
 * @since 0.1.0
 */
export type Place = ({ readonly field: string } | { readonly body: string }) & {
  readonly reach?: "above" | "below"
  readonly superior?: boolean
}

interface Ruled {
  readonly posts: ReadonlyArray<string>
  readonly cite?: Citation
  readonly note?: string
}

/**
 * How a role is held. `posts` are the kinds of posts, or the capacities, in which somebody acts then; whoever gives
 * another does not hold it.
 *
 * **Details**
 *
 * `post`: the person holds a post of the kind, or has the duty in the grid, at the body for which they act; anywhere,
 * or at a place. With `unnamed` whoever gives no name holds it too, as far as somebody has the post. `body`: somebody
 * acts for the body itself (责任单位), whose people are in no register. `member`: a person on the roll of a branch: of
 * any branch whatever, unless a place is given, so that a branch dispatches to its own members only with
 * `at: { field: "branch" }`. `listed`: a person on a list (乡贤名单), each from a day on and up to, but without, another.
 * `resident`: anybody who gives a name. `unnamed`: anybody who gives none and acts for no body.
 *
 * @category models
 * @since 0.1.0
 */
export type RoleRule = Ruled &
  (
    | { readonly is: "post"; readonly at?: Place; readonly unnamed?: true }
    | { readonly is: "body"; readonly at: Place }
    | { readonly is: "member"; readonly at?: Place }
    | { readonly is: "listed"; readonly persons: ReadonlyArray<Listed> }
    | { readonly is: "resident" }
    | { readonly is: "unnamed" }
  )

/**
 * A person on a list, and since when: from a day on and, where they were taken off, up to but without another.
 *
 * @category models
 * @since 0.1.0
 */
export interface Listed {
  readonly person: string
  readonly from: CivilDate.CivilDate
  readonly to?: CivilDate.CivilDate
}

/**
 * Who holds the roles of a scheme, as a stored document. A role is held in any of the ways that are given for it, and
 * by nobody where there is none. `offsetMinutes` is the offset of the place, by which an instant of recording has its
 * day: nothing is recorded before the day on which it happened. `backdating` is after how many days at most it still is
 * (补录期限); without it there is no such limit.
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderRoles {
  readonly format: 1
  readonly id: string
  readonly label?: Label
  readonly cite?: Citation
  readonly note?: string
  readonly offsetMinutes: number
  readonly backdating?: number
  readonly roles: ReadonlyArray<{ readonly role: string; readonly by: ReadonlyArray<RoleRule> }>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with the document: a role twice, a person listed for no day; and held against a scheme: a role
 * that the scheme does not have (`noSuchRole`), one of it that nobody was thought of for (`noHolder`), a place told
 * by a field that names no body.
 *
 * And why a command is refused, besides what the scheme refuses it for: a day after that of its recording (`future`) or
 * too long before it (`backdated`), a person or body whom nobody knows, a body that does not stand on the day
 * (`dissolved`), and a person named to do it who is no member of a branch, or not of the one asked for, and may not take
 * it on in any other way either.
 *
 * @category errors
 * @since 0.1.0
 */
export type OrderRolesFault = Fault<
  | "orderRoles.roleTwice"
  | "orderRoles.emptySpan"
  | "orderRoles.noSuchRole"
  | "orderRoles.noHolder"
  | "orderRoles.notBody"
  | "orderRoles.future"
  | "orderRoles.backdated"
  | "orderRoles.noSuchPerson"
  | "orderRoles.noSuchBody"
  | "orderRoles.dissolved"
  | "orderRoles.notMember"
>

// ---------------------------------------------------------------- schemas

const reach = /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Literals(["above", "below"]))
const superior = /* @__PURE__ */ Schema.optionalKey(Schema.Boolean)

/**
 * The schema of {@link Place}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Place: Schema.Codec<Place> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ field: Id, reach, superior }),
  /* @__PURE__ */ Schema.Struct({ body: Id, reach, superior }),
])

const Listed = /* @__PURE__ */ Schema.Struct({
  person: Id,
  from: CivilDate.CivilDate,
  to: /* @__PURE__ */ Schema.optionalKey(CivilDate.CivilDate),
})

const posts = /* @__PURE__ */ Schema.NonEmptyArray(Id)
const cite = /* @__PURE__ */ Schema.optionalKey(Citation)
const note = /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString)
const at = /* @__PURE__ */ Schema.optionalKey(Place)

/**
 * The schema of {@link RoleRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const RoleRule: Schema.Codec<RoleRule> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("post"),
    posts,
    at,
    unnamed: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Literal(true)),
    cite,
    note,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("body"), posts, at: Place, cite, note }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("member"), posts, at, cite, note }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("listed"),
    posts,
    persons: /* @__PURE__ */ Schema.Array(Listed),
    cite,
    note,
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("resident"), posts, cite, note }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("unnamed"), posts, cite, note }),
])

/**
 * The roles as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<OrderRoles> = /* @__PURE__ */ Document.make<OrderRoles>({
  name: "OrderRoles",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Schema.Literal(1),
      id: Id,
      label: Schema.optionalKey(Label),
      cite,
      note,
      offsetMinutes: Schema.Int.check(Schema.isBetween({ minimum: -1080, maximum: 1080 })),
      backdating: Schema.optionalKey(Schema.Int.check(Schema.isGreaterThanOrEqualTo(0))),
      roles: Schema.Array(Schema.Struct({ role: Id, by: Schema.Array(RoleRule) })),
    }),
  check: (roles) => check(roles),
})

// ---------------------------------------------------------------- constructors

/**
 * Who holds the roles in a world: what a decider of orders asks, see `ServiceOrder.Holds`. It answers for the day and
 * the instant that it is asked about.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRoles, OrderWorld, ServiceOrder } from "dangjian/orders"
 * import { Grid } from "dangjian/organisation"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * // 示例：两个网格，各有网格员
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cell = { kind: "组", name: "示例", use: "comprehensive", organisations: [], covers: [], from } as const
 * const world = OrderWorld.of({
 *   grid: {
 *     ...Grid.empty,
 *     cells: [{ ...cell, id: "g1" }, { ...cell, id: "g2" }],
 *     duties: [
 *       { id: "d1", role: "worker", by: { person: "p1" }, at: { cell: "g1" }, from },
 *       { id: "d2", role: "worker", by: { person: "p2" }, at: { cell: "g2" }, from },
 *     ],
 *   },
 * })
 * const roles: OrderRoles.OrderRoles = {
 *   format: 1,
 *   id: "示例",
 *   offsetMinutes: 480,
 *   roles: [{ role: "grid", by: [{ is: "post", posts: ["worker"], at: { field: "grid" } }] }],
 * }
 * const holds = OrderRoles.holds(roles, world)
 * const { initial: order } = ServiceOrder.decider(FiveOrders.scheme, holds)
 * const at = { on: CivilDate.parseUnsafe("2023-03-01"), recordedAt: Coordinate.instantUnsafe(0) }
 * const claims = (person: string, body: string) =>
 *   holds("grid", { ...at, actor: { post: "worker", body, person } }, { order, fields: { grid: "g1" } })
 * assert.deepEqual([claims("p1", "g1"), claims("p2", "g2"), claims("p2", "g1")], [true, false, false])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const holds = ({ roles }: OrderRoles, world: World): ServiceOrder.Holds => {
  const byRole = rulesOf(roles)
  return (role, { actor, on, recordedAt }, { fields }) => {
    const asking = { view: world(on, recordedAt), on, fields }
    return (byRole.get(role) ?? []).some((rule) => isHeld(rule, actor, asking))
  }
}

/**
 * What a world tells of {@link facts}: that whoever is to do it stands, the branch and the unit that are filled in,
 * or else those that the order has already or what became of them, and the branch of the person. Nothing while it is not
 * known what is filled in, and where nobody is named.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRoles, OrderWorld, ServiceOrder } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const [from, to] = [CivilDate.parseUnsafe("2023-01-01"), CivilDate.parseUnsafe("2023-06-01")]
 * const tells = OrderRoles.tells(OrderWorld.of({ others: [{ id: "u1", from, to }] })) // 示例
 * const { initial: order } = ServiceOrder.decider(FiveOrders.scheme, () => true)
 * const stands = (on: string) => {
 *   const at = { on: CivilDate.parseUnsafe(on), recordedAt: Coordinate.instantUnsafe(0) }
 *   const question = { ...at, actor: { post: "书记" }, move: "dispatch", fields: { unit: "u1" } }
 *   return tells("承办单位存续", question, { order, fields: {} })
 * }
 * assert.deepEqual([stands("2023-05-31"), stands("2023-06-01")], [true, false])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const tells =
  (world: World): ServiceOrder.Tells =>
  (fact, { fields: given, on, recordedAt }, { fields: known }) => {
    if (fact !== facts.stands || given === undefined) return undefined
    const view = world(on, recordedAt)
    const doer = textIn(given, "doer")
    const named = (id: string) => {
      const body = textIn(given, id)
      if (body !== undefined) return [view.body(body)?.stands === true]
      const before = textIn(known, id)
      return before === undefined ? [] : [answering(view, before, false).length > 0]
    }
    const branch = doer === undefined ? undefined : view.branchOf(doer)
    const own = branch === undefined ? [] : [view.body(branch)?.stands === true]
    const standing = [...named("branch"), ...named("unit"), ...own]
    return standing.length === 0 ? undefined : standing.every((stands) => stands)
  }

/**
 * The decider of a scheme under these roles, in a world: `ServiceOrder.decider` with what only a world can refuse. A
 * day after that of the recording, a person or body that is named and that nobody knows, one that acts or is named and
 * does not stand on the day, a dispatch by such a branch, and a doer who may not take it on.
 *
 * **Details** What was named before and stands no longer holds nobody up: whoever acts for what became of the branch, or in
 * its place, dispatches, and a body above it rules.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { OrderRoles, OrderWorld } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const [from, to] = [CivilDate.parseUnsafe("2023-01-01"), CivilDate.parseUnsafe("2023-06-01")]
 * const world = OrderWorld.of({ others: [{ id: "b1", from, to }, { id: "b2", from: to }] }) // 示例
 * const roles: OrderRoles.OrderRoles = {
 *   format: 1,
 *   id: "示例",
 *   offsetMinutes: 480,
 *   roles: [{ role: "resident", by: [{ is: "resident", posts: ["群众"] }] }],
 * }
 * const { decide, initial } = OrderRoles.decider(FiveOrders.scheme, roles, world)
 * const ask = (branch: string) =>
 *   decide(initial, {
 *     id: "c1",
 *     on: to,
 *     recordedAt: Coordinate.instantUnsafe(1_685_577_600_000), // 六月一日
 *     actor: { post: "群众", person: "p1" },
 *     content: { order: "o1", move: "request", fields: { what: "路灯不亮", branch } },
 *   })
 * const refused = ask("b1")
 * assert.deepEqual(
 *   Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path]),
 *   [["orderRoles.dissolved", ["fields", "branch"]]],
 * )
 * assert.equal(Result.isSuccess(ask("b2")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const decider = (
  scheme: OrderScheme,
  roles: OrderRoles,
  world: World,
  told: ServiceOrder.Tells = () => undefined,
): Decider<
  ServiceOrder.State,
  ServiceOrder.Taken,
  ServiceOrder.Taken,
  ServiceOrder.ServiceOrderFault | OrderRolesFault
> => {
  const own = ServiceOrder.decider(scheme, holds(roles, world), either(told, tells(world)))
  const ground = groundOf(scheme, roles)
  return {
    ...own,
    decide: (state, command) => {
      const decided = own.decide(state, command)
      const found = refusals(ground, world(command.on, command.recordedAt), state, command)
      if (found.length === 0) return decided
      return Result.fail([...(Result.isFailure(decided) ? decided.failure : []), ...found])
    },
  }
}

type Rules = ReadonlyMap<string, ReadonlyArray<RoleRule>>

const rulesOf = (roles: OrderRoles["roles"]): Rules => {
  const byRole = new Map<string, Array<RoleRule>>()
  for (const { by, role } of roles) byRole.set(role, [...(byRole.get(role) ?? []), ...by])
  return byRole
}

type Fields = ServiceOrder.Place["fields"]

const textIn = (fields: Fields, id: string): string | undefined => {
  const value = Object.hasOwn(fields, id) ? fields[id] : undefined
  return typeof value === "string" && value.trim() !== "" ? value : undefined
}

interface Asking {
  readonly view: View
  readonly on: CivilDate.CivilDate
  readonly fields: Fields
}

/** Whether an actor holds a role by a rule: in its capacity, for a body that stands where they act for one, and as the rule says. */
const isHeld = (rule: RoleRule, actor: Actor, asking: Asking): boolean => {
  const { view } = asking
  const body = actor.body === undefined ? undefined : view.body(actor.body)
  if (actor.body !== undefined && body?.stands !== true) return false
  if (actor.person !== undefined && !view.knows(actor.person)) return false
  if (rule.is === "post") return body !== undefined && holdsPost(rule, actor, body, asking)
  if (!rule.posts.includes(actor.post)) return false
  switch (rule.is) {
    case "body":
      return body !== undefined && isPlaced(rule.at, body, asking)
    case "member": {
      const branch = actor.person === undefined ? undefined : branchOf(view, actor.person)
      return branch !== undefined && (body === undefined || body.id === branch.id) && isMember(rule.at, branch, asking)
    }
    case "listed":
      return isListed(rule.persons, actor.person, asking)
    case "resident":
      return actor.person !== undefined
    case "unnamed":
      return actor.person === undefined && body === undefined
  }
}

/** In the name of the kind or of the post itself, at the body under any id it ever had. */
const holdsPost = (
  { at: place, posts: kinds, unnamed }: Extract<RoleRule, { readonly is: "post" }>,
  { body: id = "", person, post }: Actor,
  body: Standing,
  asking: Asking,
): boolean => {
  const { view } = asking
  if (!isPlaced(place, body, asking)) return false
  if (person === undefined && unnamed !== true) return false
  const held = person === undefined ? [...view.heldAt(id), ...view.heldAt(body.id)] : view.heldBy(person)
  return held.some(
    (one) =>
      kinds.includes(one.kind) && (post === one.kind || post === one.post) && view.body(one.body)?.id === body.id,
  )
}

const isPlaced = (place: Place | undefined, body: Standing, { fields, view }: Asking): boolean => {
  if (place === undefined) return true
  const id = ("body" in place ? place.body : textIn(fields, place.field)) ?? ""
  const target = view.body(id)
  if (target === undefined) return false
  const targets = answering(view, id, place.reach === undefined && mayStandIn(place))
  if (place.reach === "above") return [target, ...targets].some(({ above }) => above.includes(body.id))
  if (place.reach === "below") return [target, ...targets].some((each) => body.above.includes(each.id))
  return targets.some((each) => each.id === body.id)
}

const mayStandIn = (place: Place): boolean => place.superior ?? "field" in place

/**
 * Who answers for a body on the day: itself where it stands, else those that have what it had, else, where that may be,
 * the nearest body above it that stands or has such heirs.
 */
const answering = (view: View, id: string, maySuperior: boolean): ReadonlyArray<Standing> => {
  const body = view.body(id)
  if (body === undefined) return []
  const own = successors(view, body)
  if (own.length > 0 || !maySuperior) return own
  for (const above of body.above) {
    const next = view.body(above)
    const found = next === undefined ? [] : successors(view, next)
    if (found.length > 0) return found
  }
  return []
}

const successors = (view: View, body: Standing): ReadonlyArray<Standing> => {
  if (body.stands) return [body]
  return (body.heirs ?? []).flatMap((id) => {
    const heir = view.body(id)
    return heir?.stands === true ? [heir] : []
  })
}

const branchOf = (view: View, person: string): Standing | undefined => {
  const branch = view.branchOf(person)
  return branch === undefined ? undefined : view.body(branch)
}

/** Where a superior acts in the place of a branch that is no more, the members of all branches below it may. */
const isMember = (place: Place | undefined, branch: Standing, asking: Asking): boolean => {
  if (!branch.stands) return false
  if (isPlaced(place, branch, asking)) return true
  if (place === undefined || place.reach !== undefined || !mayStandIn(place)) return false
  const id = ("body" in place ? place.body : textIn(asking.fields, place.field)) ?? ""
  if (answering(asking.view, id, false).length > 0) return false
  return answering(asking.view, id, true).some((superior) => branch.above.includes(superior.id))
}

const isListed = (persons: ReadonlyArray<Listed>, person: string | undefined, { on }: Asking): boolean =>
  persons.some((row) => row.person === person && row.from <= on && (row.to === undefined || on < row.to))

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with the roles, all at once, each with its place; with a scheme also whether they are the
 * roles of the scheme and the fields are fields of it that name bodies.
 *
 * @example
 * ```ts
 * import { OrderRoles } from "dangjian/orders"
 * import { FiveOrders } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const roles: OrderRoles.OrderRoles = { // 示例
 *   format: 1,
 *   id: "示例",
 *   offsetMinutes: 480,
 *   roles: [{ role: "grid", by: [{ is: "post", posts: ["worker"], at: { field: "what" } }] }],
 * }
 * assert.deepEqual(OrderRoles.check(roles), [])
 * const faults = OrderRoles.check(roles, FiveOrders.scheme)
 * assert.deepEqual(faults[0]?.path, ["roles", 0, "by", 0, "at", "field"])
 * assert.equal(faults.some(({ code, params }) => code === "orderRoles.noHolder" && params.role === "branch"), true)
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = ({ roles }: OrderRoles, scheme?: OrderScheme): ReadonlyArray<OrderRolesFault> => [
  ...roles.flatMap(({ by, role }, place) => [
    ...(roles.findIndex((one) => one.role === role) < place
      ? [fault("orderRoles.roleTwice", { role }, ["roles", place, "role"])]
      : []),
    ...by.flatMap((rule, index) =>
      rule.is !== "listed"
        ? []
        : rule.persons.flatMap(({ from, person, to }, row) =>
            to === undefined || from < to
              ? []
              : [fault("orderRoles.emptySpan", { person }, ["roles", place, "by", index, "persons", row, "to"])],
          ),
    ),
  ]),
  ...(scheme === undefined ? [] : schemeFaults(roles, scheme)),
]

const schemeFaults = (roles: OrderRoles["roles"], scheme: OrderScheme): ReadonlyArray<OrderRolesFault> => {
  const kinds = kindsOf(scheme)
  const asked = new Set([...scheme.order.moves, ...scheme.dispatch.moves].flatMap(({ by }) => by))
  return [
    ...roles.flatMap(({ by, role }, place) => [
      ...(asked.has(role) ? [] : [fault("orderRoles.noSuchRole", { role }, ["roles", place, "role"])]),
      ...by.flatMap((rule, index) => {
        const field = "at" in rule && rule.at !== undefined && "field" in rule.at ? rule.at.field : undefined
        return field === undefined || kinds.get(field) === "body"
          ? []
          : [fault("orderRoles.notBody", { field }, ["roles", place, "by", index, "at", "field"])]
      }),
    ]),
    ...[...asked]
      .filter((role) => !roles.some((one) => one.role === role))
      .sort(byText)
      .map((role) => fault("orderRoles.noHolder", { role }, ["roles"])),
  ]
}

const kindsOf = ({ dispatch, order }: OrderScheme): ReadonlyMap<string, Field["of"]> =>
  new Map([...dispatch.fields, ...order.fields].map(({ id, of }) => [id, of]))

/** A scheme and its roles made ready: what fields hold, which moves dispatch, and how it is taken on. */
interface Ground {
  readonly kinds: ReadonlyMap<string, Field["of"]>
  readonly dispatches: (move: string) => boolean
  readonly taking: ReadonlyArray<RoleRule>
  readonly offsetMinutes: number
  readonly backdating: number | undefined
}

const groundOf = (scheme: OrderScheme, { backdating, offsetMinutes, roles }: OrderRoles): Ground => {
  const [byRole, takesOn] = [rulesOf(roles), movesOf(scheme, "takeOn")]
  const takers = new Set(scheme.dispatch.moves.flatMap(({ by, id }) => (takesOn.includes(id) ? by : [])))
  return {
    kinds: kindsOf(scheme),
    dispatches: (move) => deedOf(scheme, move) === "dispatch",
    taking: [...takers].flatMap((role) => byRole.get(role) ?? []),
    offsetMinutes,
    backdating,
  }
}

const refusals = (
  ground: Ground,
  view: View,
  state: ServiceOrder.State,
  command: Command<ServiceOrder.Taken>,
): ReadonlyArray<OrderRolesFault> => {
  const { actor, on } = command
  const { dispatch, fields: given } = command.content
  const isKnown = dispatch !== undefined && HashMap.has(state.dispatches, dispatch)
  const known = isKnown ? HashMap.getUnsafe(state.dispatches, dispatch).fields : {}
  const fields = { ...state.fields, ...known, ...given }
  return [
    ...ofDay(ground, command),
    ...ofPerson(view, actor.person, ["actor", "person"]),
    ...ofBody(view, actor.body, ["actor", "body"]),
    ...ofOwnBranch(ground, view, command, fields),
    ...Object.keys(given)
      .sort(byText)
      .flatMap((id): ReadonlyArray<OrderRolesFault> => {
        const value = textIn(given, id)
        const path = ["fields", id]
        if (ground.kinds.get(id) === "body") return ofBody(view, value, path)
        if (ground.kinds.get(id) !== "person") return []
        const unknown = ofPerson(view, value, path)
        if (id !== "doer" || value === undefined || unknown.length > 0) return unknown
        return ofDoer(ground.taking, value, { view, on, fields }, path)
      }),
  ]
}

/** What is recorded has happened, and not too long ago. */
const ofDay = (
  { backdating, offsetMinutes }: Ground,
  { on, recordedAt }: Command<ServiceOrder.Taken>,
): ReadonlyArray<OrderRolesFault> => {
  const found = Coordinate.dayOf(recordedAt, offsetMinutes)
  if (Result.isFailure(found)) return []
  const recorded = found.success
  if (on > recorded) return [fault("orderRoles.future", { on, recorded }, ["on"])]
  if (backdating === undefined || CivilDate.dayNumber(recorded) - CivilDate.dayNumber(on) <= backdating) return []
  return [fault("orderRoles.backdated", { on, recorded, days: backdating }, ["on"])]
}

/** A branch that is no more dispatches nothing, though it is that of the order and not named anew. */
const ofOwnBranch = (
  { dispatches }: Ground,
  view: View,
  { actor, content: { fields: given, move } }: Command<ServiceOrder.Taken>,
  fields: Fields,
): ReadonlyArray<OrderRolesFault> => {
  const branch = textIn(fields, "branch")
  if (branch === undefined || actor.body === undefined || textIn(given, "branch") !== undefined) return []
  const isOwn = dispatches(move) && view.body(actor.body)?.id === view.body(branch)?.id
  return isOwn ? ofBody(view, branch, ["fields", "branch"]) : []
}

const ofPerson = (view: View, person: string | undefined, path: Fault["path"]): ReadonlyArray<OrderRolesFault> =>
  person === undefined || view.knows(person) ? [] : [fault("orderRoles.noSuchPerson", { person }, path)]

const ofBody = (view: View, body: string | undefined, path: Fault["path"]): ReadonlyArray<OrderRolesFault> => {
  if (body === undefined) return []
  const found = view.body(body)
  if (found === undefined) return [fault("orderRoles.noSuchBody", { body }, path)]
  return found.stands ? [] : [fault("orderRoles.dissolved", { body }, path)]
}

/** Whoever is to do it is somebody who may take it on in one of the ways there are. */
const ofDoer = (
  taking: ReadonlyArray<RoleRule>,
  person: string,
  asking: Asking,
  path: Fault["path"],
): ReadonlyArray<OrderRolesFault> => {
  if (taking.some((rule) => mayTakeOn(rule, person, asking))) return []
  const branch = asking.view.branchOf(person)
  const gone = ofBody(asking.view, branch, path)
  return gone.length > 0 ? gone : [fault("orderRoles.notMember", { person }, path)]
}

const mayTakeOn = (rule: RoleRule, person: string, asking: Asking): boolean => {
  const { view } = asking
  switch (rule.is) {
    case "post":
      return view.heldBy(person).some(({ body: id, kind }) => {
        const body = view.body(id)
        return rule.posts.includes(kind) && body?.stands === true && isPlaced(rule.at, body, asking)
      })
    case "member": {
      const branch = branchOf(view, person)
      return branch !== undefined && isMember(rule.at, branch, asking)
    }
    case "listed":
      return isListed(rule.persons, person, asking)
    case "body":
    case "resident":
      return true
    case "unnamed":
      return false
  }
}

// ---------------------------------------------------------------- instances

/**
 * The fact that guards may name: that the body which is to do it stands on the day.
 *
 * @category instances
 * @since 0.1.0
 */
export const facts = { stands: "承办单位存续" } as const
