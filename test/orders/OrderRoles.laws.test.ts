/**
 * FIGURES
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
import {
  booksOf,
  dayAt,
  holdsByHand,
  instantAt,
  LAST,
  type Moment,
  namesByHand,
  PEOPLE,
  type Rows,
  rolesOf,
  rows,
} from "./orderWorlds.js"

const { scheme } = FiveOrders
const MOVES = [...new Set([...scheme.order.moves, ...scheme.dispatch.moves].map(({ id }) => id))]
const ROLES = ["resident", "unnamed", "grid", "branch", "member", "responder", "committee", "reviewer", "nobody"]
const BODIES = ["b1", "b2", "town", "g1", "g2", "b9"]

const optional = <A>(arbitrary: fc.Arbitrary<A>, freq: number) => fc.option(arbitrary, { nil: undefined, freq })
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
    ...self.posts.flatMap(({ person, post: { body, kind } }) =>
      (["branch", "committee", "reviewer"] as const).map(
        (role) => [role, { post: kind, body, person }, { branch: role === "reviewer" ? "b1" : body }] as const,
      ),
    ),
    ...self.duties.map(({ cell, person }) => ["grid", { post: "worker", body: cell, person }, { grid: cell }] as const),
    ...self.members.flatMap(({ person }) =>
      ["b1", "b2"].map((branch) => ["member", { post: "member", person }, { branch }] as const),
    ),
    ["responder", { post: "responder", person: self.listed.person }, {}],
  ]
  const near = fc.record({ place: fc.nat({ max: own.length - 1 }), moment: moments }).map(({ moment, place }) => {
    const [role, actor, fields] = own[place]!
    return { role, actor, moment, fields }
  })
  return fc.oneof(questions, near)
}

const asked = rows.chain((self) =>
  fc.record({ self: fc.constant(self), all: fc.array(aimed(self), { minLength: 1, maxLength: 30 }) }),
)

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
  if (process.env.STATISTICS !== undefined) console.log(seen)
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
  branch: ["b1", "b2", "b9"],
  grid: ["g1", "g2", "g2"],
  doer: [...PEOPLE, "p1", "p9"],
  actedFor: ["p1", "p9"],
  belongsTo: ["b1", "b2", "town"],
  rating: ["satisfied", "unsatisfied"],
  persons: [1],
  days: [1],
}

interface Try {
  readonly move: string
  readonly actor: Actor | undefined
  readonly later: number
  readonly behind: number
  readonly fill: number
  readonly takes: boolean
}

const tries: fc.Arbitrary<Try> = fc.record({
  move: fc.constantFrom(...MOVES),
  actor: optional(actors, 2),
  later: fc.constantFrom(0, 0, 0, 1, 3),
  behind: fc.constantFrom(0, 0, 0, -2, 4),
  fill: fc.nat({ max: 99 }),
  takes: fc.boolean(),
})

/** Somebody who could hold a role of the move, by the rows. */
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
  return holders[fill % Math.max(1, holders.length)] ?? all[fill % all.length]!
}

it("nobody outside the declared holders ever takes a move, and nothing goes to whom or what is not there", () => {
  const seen: Record<string, number> = { accepted: 0, refused: 0 }
  const count = (key: string) => {
    seen[key] = (seen[key] ?? 0) + 1
  }
  fc.assert(
    fc.property(rows, fc.array(tries, { minLength: 30, maxLength: 80, size: "max" }), (self, list) => {
      const world = OrderWorld.of(booksOf(self))
      const { decide, evolve, initial: first } = OrderRoles.decider(scheme, rolesOf(self), world)
      let [state, day] = [first, 0]
      for (const [index, { actor: given, behind, fill, later, move, takes }] of list.entries()) {
        day = Math.min(LAST, day + later)
        const moment = { day, known: Math.min(LAST, Math.max(0, day + behind)) }
        const [own, part] = [moveOf(scheme.order, move), moveOf(scheme.dispatch, move)]
        const open = ServiceOrder.dispatches(state)
        const dispatch =
          part === undefined
            ? undefined
            : part.from === undefined
              ? `d${index}`
              : open[fill % Math.max(1, open.length)]?.id
        const ids = [own, part].flatMap((each) => [...(each?.needs ?? []), ...(takes ? (each?.takes ?? []) : [])])
        const fields = Object.fromEntries(
          ids.flatMap((id) => {
            const field = [...scheme.order.fields, ...scheme.dispatch.fields].find((each) => each.id === id)
            const values =
              FILL[id] ?? (field?.of === "body" ? ["b1"] : (field?.choices?.map((choice) => choice.id) ?? ["示例"]))
            return [[id, values[fill % values.length]!]]
          }),
        )
        const held = {
          ...(state.id === undefined ? fields : state.fields),
          ...(dispatch === undefined ? {} : open.find(({ id }) => id === dispatch)?.fields),
        }
        const roles = [...new Set([...(own?.by ?? []), ...(part?.by ?? [])])]
        const actor = given ?? likely(self, roles, moment, held, fill)
        const content: ServiceOrder.Taken = {
          order: "o1",
          ...(dispatch === undefined ? {} : { dispatch }),
          move,
          fields,
        }
        const command: Command<ServiceOrder.Taken> = { ...markOf(moment), id: `c${1000 + index}`, actor, content }
        const decided = decide(state, command)
        if (Result.isFailure(decided)) {
          count("refused")
          for (const code of new Set(decided.failure.map((fault) => fault.code)))
            if (code.startsWith("orderRoles")) count(code)
          continue
        }
        count("accepted")
        count(move)
        for (const each of [own, part]) {
          if (each === undefined) continue
          expect(each.by.some((role) => holdsByHand(self, role, actor, moment, held))).toBe(true)
        }
        for (const [id, value] of Object.entries(fields)) {
          if (["branch", "grid", "belongsTo", "unit", "village"].includes(id))
            expect(namesByHand(self, moment, String(value))).toBe(true)
          if (id === "doer" || id === "actedFor") expect(value).not.toBe("p9")
          if (id !== "doer") continue
          const may = ["member", "responder"].some((role) =>
            holdsByHand(self, role, { post: role, person: String(value) }, moment, held),
          )
          expect(may).toBe(true)
        }
        const { content: payload, ...envelope } = command
        state = evolve(state, { ...envelope, payload })
      }
    }),
    { numRuns: 150 },
  )
  if (process.env.STATISTICS !== undefined) console.log(seen)
  for (const key of [
    "accepted",
    "dispatch",
    "takeOn",
    "orderRoles.dissolved",
    "orderRoles.noSuchBody",
    "orderRoles.noSuchPerson",
    "orderRoles.notMember",
  ]) {
    expect([key, (seen[key] ?? 0) > 5]).toEqual([key, true])
  }
})
