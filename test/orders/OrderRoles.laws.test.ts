/**
 * How often the interesting region is reached. In one run of the walks: 2,005 commands accepted, among them 248 claims, 225
 * dispatches, 155 takings on, 68 reports and 25 acceptances; refused for the role 2,121 times, for a doer who may not take it
 * on 922, for a body that does not stand 587 and for one that nobody knows 293, for a person whom nobody knows 301.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import * as OrderRoles from "../../src/orders/OrderRoles.js"
import * as OrderWorld from "../../src/orders/OrderWorld.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import { moveOf, type Value } from "../../src/process/Workflow.js"
import { waysOn } from "./orderClocks.js"
import {
  booksOf,
  dayAt,
  holdsByHand,
  instantAt,
  LAST,
  type Moment,
  PEOPLE,
  peopled,
  type Rows,
  rolesOf,
  rows,
  standsByHand,
} from "./orderWorlds.js"

const { scheme } = FiveOrders
const MOVES = [...new Set([...scheme.order.moves, ...scheme.dispatch.moves].map(({ id }) => id))]
const ROLES = ["resident", "unnamed", "grid", "branch", "member", "responder", "committee", "reviewer", "nobody"]
const BODIES = ["b1", "b2", "town", "g1", "g2", "b9"]

/** So many times as likely there as not. */
const optional = <A>(arbitrary: fc.Arbitrary<A>, times: number): fc.Arbitrary<A | undefined> =>
  fc.oneof({ weight: times * 5, arbitrary }, { weight: 5, arbitrary: fc.constant(undefined) })
const actors: fc.Arbitrary<Actor> = fc
  .record({
    post: fc.constantFrom("resident", "worker", "secretary", "member", "responder", "reviewer"),
    body: optional(fc.constantFrom(...BODIES), 6),
    person: optional(fc.constantFrom(...PEOPLE, "p1", "p9"), 8),
  })
  .map(({ body, person, post }) => ({
    post,
    ...(body === undefined ? {} : { body }),
    ...(person === undefined ? {} : { person }),
  }))
const moments: fc.Arbitrary<Moment> = fc.record({
  day: fc.integer({ min: 0, max: LAST }),
  known: fc.integer({ min: 0, max: LAST }),
})
const places = fc.record(
  { branch: fc.constantFrom("b1", "b2", "b9", " "), grid: fc.constantFrom("g1", "g2") },
  { requiredKeys: [] },
)

const { initial } = ServiceOrder.decider(scheme, () => false)
const markOf = ({ day, known }: Moment) => ({ on: dayAt(day), recordedAt: instantAt(known) })

interface Question {
  readonly role: string
  readonly actor: Actor
  readonly moment: Moment
  readonly fields: Readonly<Record<string, Value>>
}

const questions: fc.Arbitrary<Question> = fc.record({
  role: fc.constantFrom(...ROLES),
  actor: actors,
  moment: moments,
  fields: places,
})

/** Half of the questions are asked of somebody who has something to show for themselves. */
const aimed = (self: Rows): fc.Arbitrary<Question> => {
  const own: ReadonlyArray<readonly [string, Actor, Readonly<Record<string, Value>>]> = [
    ...self.posts.map(({ person, post: { body, kind } }) => {
      const role = kind === "reviewer" ? "reviewer" : body === "town" ? "committee" : "branch"
      return [role, { post: kind, body, person }, { branch: role === "branch" ? body : "b1" }] as const
    }),
    ["committee", { post: "secretary", body: "town" }, {}],
    ...self.duties.map(({ cell, person }) => ["grid", { post: "worker", body: cell, person }, { grid: cell }] as const),
    ...self.members.flatMap(({ person }) =>
      ["b1", "b2"].map((branch) => ["member", { post: "member", person }, { branch }] as const),
    ),
    ["responder", { post: "responder", person: self.listed.person }, {}],
    ["resident", { post: "resident", person: "p1" }, {}],
    ["unnamed", { post: "resident" }, {}],
  ]
  const near = fc.record({ of: fc.nat(), place: fc.nat(), moment: moments }).map(({ moment, of, place }) => {
    const kinds = [...new Set(own.map(([role]) => role))]
    const alike = own.filter(([role]) => role === kinds[of % kinds.length])
    const [role, actor, fields] = alike[place % alike.length]!
    return { role, actor, moment, fields }
  })
  return fc.oneof(questions, near)
}

const asked = fc
  .oneof(rows, rows.map(peopled))
  .chain((self) => fc.record({ self: fc.constant(self), all: fc.array(aimed(self), { minLength: 10, maxLength: 30 }) }))

const answer = (holds: ServiceOrder.Holds, { actor, fields, moment, role }: Question): boolean =>
  holds(role, { actor, ...markOf(moment) }, { order: initial, fields })

it("a role is held by those of whom the rows say so, and by nobody else", () => {
  const seen: Record<string, number> = {}
  fc.assert(
    fc.property(asked, ({ all, self }) => {
      const holds = OrderRoles.holds(rolesOf(self), OrderWorld.of(booksOf(self)))
      for (const question of all) {
        const { actor, fields, moment, role } = question
        const expected = holdsByHand(self, role, actor, moment, fields)
        const key = `${role} ${expected ? "held" : "not"}`
        seen[key] = (seen[key] ?? 0) + 1
        expect([question, answer(holds, question)]).toEqual([question, expected])
      }
    }),
    { numRuns: 300 },
  )
  for (const role of ROLES.slice(0, -1)) {
    for (const how of ["held", "not"])
      expect([role, how, (seen[`${role} ${how}`] ?? 0) > 10]).toEqual([role, how, true])
  }
})

it("an answer depends on the day and the instant alone: neither on what was asked before nor on what was recorded later", () => {
  fc.assert(
    fc.property(asked, ({ all, self }) => {
      const roles = rolesOf(self)
      const holds = OrderRoles.holds(roles, OrderWorld.of(booksOf(self)))
      const forwards = all.map((question) => answer(holds, question))
      const other = OrderRoles.holds(roles, OrderWorld.of(booksOf(self)))
      const backwards = all.toReversed().map((question) => answer(other, question))
      expect(backwards.toReversed()).toEqual(forwards)
      for (const [index, question] of all.slice(0, 8).entries()) {
        const then = OrderWorld.of(booksOf(self, instantAt(question.moment.known)))
        expect(answer(OrderRoles.holds(roles, then), question)).toBe(forwards[index])
      }
    }),
    { numRuns: 60 },
  )
})

const FILL: Readonly<Record<string, ReadonlyArray<Value>>> = {
  branch: ["b1", "b2", "b1", "b2", "b1", "b2", "b9"],
  grid: ["g1", "g2"],
  doer: [...PEOPLE, ...PEOPLE, ...PEOPLE, "p1", "p9"],
  actedFor: ["p1", "p1", "p1", "p9"],
  belongsTo: ["b1", "b2", "town"],
  rating: ["satisfied", "unsatisfied"],
  persons: [1],
}

interface Try {
  readonly pick: number
  readonly move: string | undefined
  readonly actor: Actor | undefined
  readonly later: number
  readonly behind: number
  readonly fill: number
  readonly takes: boolean
}

const tries: fc.Arbitrary<Try> = fc.record({
  pick: fc.nat({ max: 999 }),
  move: optional(fc.constantFrom(...MOVES), 0.2),
  actor: optional(actors, 0.2),
  later: fc.constantFrom(0, 0, 0, 0, 1, 2),
  behind: fc.constantFrom(0, 0, 0, 0, 2, -2, 4),
  fill: fc.nat({ max: 999 }),
  takes: fc.boolean(),
})

/** Somebody who could hold a role of the move, by the rows, and rather the one to whom it went. */
const likely = (
  self: Rows,
  roles: ReadonlyArray<string>,
  moment: Moment,
  fields: Readonly<Record<string, Value>>,
  fill: number,
): Actor => {
  const all: ReadonlyArray<Actor> = [
    ...self.posts.map(({ person, post: { body, kind } }) => ({ post: kind, body, person })),
    ...self.duties.map(({ cell, person }) => ({ post: "worker", body: cell, person })),
    ...PEOPLE.flatMap((person) => ["member", "responder"].map((post) => ({ post, person }))),
    { post: "resident", person: "p1" },
    { post: "resident" },
  ]
  const holders = all.filter((actor) => roles.some((role) => holdsByHand(self, role, actor, moment, fields)))
  const own = holders.find(({ person, post }) => person === fields.doer && post !== "secretary")
  return own ?? holders[fill % Math.max(1, holders.length)] ?? all[fill % all.length]!
}

interface Tried {
  readonly command: Command<ServiceOrder.Taken>
  readonly held: Readonly<Record<string, Value>>
  readonly moment: Moment
}

/** What is tried next: mostly something that leads on, by somebody who may. */
const triedOf = (self: Rows, state: ServiceOrder.State, day: number, index: number, one: Try): Tried => {
  const { actor, behind, fill, move: any, pick, takes } = one
  const moment = { day, known: Math.min(LAST, Math.max(0, day + behind)) }
  const ways = waysOn(state, pick % 23 === 0, `d${index}`)
  const [place, way] = [ServiceOrder.dispatches(state), ways[pick % Math.max(1, ways.length)]]
  const move = any ?? way?.move ?? "request"
  const [own, part] = [moveOf(scheme.order, move), moveOf(scheme.dispatch, move)]
  const fresh = part?.from === undefined ? `d${index}` : place[fill % Math.max(1, place.length)]?.id
  const dispatch = part === undefined ? undefined : any === undefined ? way?.dispatch : fresh
  const ids = [own, part].flatMap((each) => [
    ...(each?.needs ?? []),
    ...(takes || state.id === undefined ? (each?.takes ?? []) : []),
  ])
  const fields = Object.fromEntries(ids.map((id, at) => [id, valueOf(id, fill + at)]))
  const known = place.find(({ id }) => id === dispatch)?.fields
  const held = { ...(state.id === undefined ? fields : state.fields), ...known }
  const roles = [...new Set([...(own?.by ?? []), ...(part?.by ?? [])])]
  const content = { order: "o1", ...(dispatch === undefined ? {} : { dispatch }), move, fields }
  const by = actor ?? likely(self, roles, moment, held, fill)
  return { command: { ...markOf(moment), id: `c${1000 + index}`, actor: by, content }, held, moment }
}

const FIELDS = [...scheme.order.fields, ...scheme.dispatch.fields]

const valueOf = (id: string, fill: number): Value => {
  const field = FIELDS.find((each) => each.id === id)
  const choices = field?.of === "body" ? ["b1"] : field?.choices?.map((choice) => choice.id)
  const values = FILL[id] ?? choices ?? ["示例"]
  return values[fill % values.length]!
}

/** Who took it held a role of it in either workflow, and whatever is named is there. */
const expectLawful = (self: Rows, { command: { actor, content }, held, moment }: Tried): void => {
  const { fields, move } = content
  for (const each of [moveOf(scheme.order, move), moveOf(scheme.dispatch, move)]) {
    if (each !== undefined) expect(each.by.some((role) => holdsByHand(self, role, actor, moment, held))).toBe(true)
  }
  for (const [id, value] of Object.entries(fields)) {
    const of = FIELDS.find((field) => field.id === id)?.of
    if (of === "body" && value !== " ") expect(standsByHand(self, String(value), moment)).toBe(true)
    if (of === "person") expect(value).not.toBe("p9")
  }
  if (move === "dispatch" || move === "rule") {
    const doer = { person: String(fields.doer) }
    const may = (role: string) => holdsByHand(self, role, { post: role, ...doer }, moment, held)
    expect(may("member") || may("responder")).toBe(true)
    expect(actor.body === undefined || standsByHand(self, actor.body, moment)).toBe(true)
  }
  expect([0, 1, 2, 3]).toContain(moment.known - moment.day)
}

it("nobody outside the declared holders ever takes a move, and nothing goes to whom or what is not there", () => {
  const seen: Record<string, number> = {}
  const count = (key: string): void => {
    seen[key] = (seen[key] ?? 0) + 1
  }
  fc.assert(
    fc.property(rows.map(peopled), fc.array(tries, { minLength: 30, maxLength: 80, size: "max" }), (self, list) => {
      const orders = OrderRoles.decider(scheme, rolesOf(self), OrderWorld.of(booksOf(self)))
      let [state, day] = [orders.initial, 0]
      for (const [index, one] of list.entries()) {
        day = Math.min(LAST, day + one.later)
        const tried = triedOf(self, state, day, index, one)
        const { content, ...envelope } = tried.command
        const decided = orders.decide(state, tried.command)
        if (Result.isFailure(decided)) {
          for (const code of new Set(decided.failure.map((fault) => fault.code))) count(code)
          continue
        }
        count("accepted")
        count(content.move)
        expectLawful(self, tried)
        state = orders.evolve(state, { ...envelope, payload: content })
        if (ServiceOrder.outcome(scheme, state) !== undefined) state = orders.initial
      }
    }),
    { numRuns: 150 },
  )
  const reached = ["dispatch", "takeOn", "report", "accept", "proceeding.role"]
  const codes = ["future", "backdated", "dissolved", "noSuchBody", "noSuchPerson", "notMember"].map(
    (code) => `orderRoles.${code}`,
  )
  for (const key of [...reached, ...codes]) expect([key, (seen[key] ?? 0) > 4]).toEqual([key, true])
})
