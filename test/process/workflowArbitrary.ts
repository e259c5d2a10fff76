/** Small workflows of every shape that the check lets through: holds, guards, fields, separation, limits. Made up. */
import * as fc from "fast-check"
import type * as Guard from "../../src/process/Guard.js"
import type * as Workflow from "../../src/process/Workflow.js"

const zh = (text: string) => ({ zh: text })

const ROLES = ["甲", "乙", "丙"]
const FIELDS: ReadonlyArray<Workflow.Field> = [
  {
    id: "choice",
    label: zh("选项"),
    of: "choice",
    choices: ["x", "y", "z"].map((id) => ({ id, label: zh(id) })),
    sensitivity: "open",
  },
  { id: "text", label: zh("文字"), of: "text", sensitivity: "internal" },
  { id: "who", label: zh("何人"), of: "person", sensitivity: "personal" },
  { id: "more", label: zh("多少"), of: "count", sensitivity: "open" },
]
export const TOLD = ["期满", "批准"]

const some = (ids: ReadonlyArray<string>, most = 2) =>
  fc.subarray([...ids], { minLength: 1, maxLength: Math.min(most, ids.length) })

const seldom = <A>(arbitrary: fc.Arbitrary<A>) =>
  fc.oneof({ weight: 2, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary })

const leaf = (moves: ReadonlyArray<string>): fc.Arbitrary<Guard.Guard> => {
  const since = fc.option(some(moves), { nil: undefined, freq: 2 })
  const sinceOf = (ids: ReadonlyArray<string> | undefined) => (ids === undefined ? {} : { since: ids })
  return fc.oneof(
    {
      weight: 4,
      arbitrary: fc
        .record({ count: some(moves), since, bound: fc.nat(2), sense: fc.constantFrom("least", "most", "both") })
        .map(({ bound, count, sense, since }) => ({
          count,
          ...sinceOf(since),
          ...(sense === "most" ? {} : { least: bound }),
          ...(sense === "least" ? {} : { most: bound }),
        })),
    },
    {
      weight: 2,
      arbitrary: fc
        .record({ in: some(["x", "y", "z"]), since })
        .map((it) => ({ field: "choice", in: it.in, ...sinceOf(it.since) })),
    },
    {
      weight: 1,
      arbitrary: fc
        .record({ has: fc.constantFrom("choice", "text"), since })
        .map((it) => ({ has: it.has, ...sinceOf(it.since) })),
    },
    { weight: 2, arbitrary: fc.constantFrom(...TOLD).map((told) => ({ told })) },
  )
}

/** A guard over some moves, at most three deep. */
export const guards = (moves: ReadonlyArray<string>): fc.Arbitrary<Guard.Guard> =>
  fc.letrec<{ tree: Guard.Guard }>((tie) => ({
    tree: fc.oneof(
      { maxDepth: 2, depthSize: "small" },
      leaf(moves),
      fc.array(tie("tree"), { minLength: 1, maxLength: 2 }).map((all) => ({ all })),
      fc.array(tie("tree"), { minLength: 1, maxLength: 2 }).map((any) => ({ any })),
      tie("tree").map((not) => ({ not })),
    ),
  })).tree

const optional = <A>(key: string, value: A | undefined) => (value === undefined ? {} : { [key]: value })

const move = (
  id: string,
  stages: ReadonlyArray<Workflow.Stage>,
  moves: ReadonlyArray<string>,
  opens: boolean,
): fc.Arbitrary<Workflow.Move> => {
  const ids = (...kinds: ReadonlyArray<Workflow.Stage["kind"]>) =>
    stages.filter(({ kind }) => kinds.includes(kind)).map((stage) => stage.id)
  const from = ids("open", "held")
  return fc
    .record({
      from: some(from, 3),
      to: fc.oneof(
        { weight: 4, arbitrary: fc.constantFrom(...(opens ? ids("open") : ids("open", "held"))) },
        { weight: 1, arbitrary: fc.constantFrom(...ids("end")) },
      ),
      way: fc.constantFrom(undefined, undefined, undefined, "stay" as const, "back" as const),
      by: some(ROLES),
      needs: fc.subarray(["choice", "text", "who", "more"], { maxLength: 1 }),
      takes: fc.option(fc.subarray(["choice", "text", "who"], { maxLength: 1 }), { nil: undefined }),
      when: seldom(guards(moves)),
      judges: seldom(some(moves)),
      apart: seldom(some([...moves, "who"])),
      only: seldom(some([...moves, "who"], 3)),
    })
    .map(({ apart, by, from, judges, needs, only, takes, to, way, when }) => {
      const held = from.filter((stage) => stages.find(({ id }) => id === stage)?.kind === "held")
      const back = way === "back" && held.length > 0
      return {
        id,
        label: zh(id),
        ...(opens ? {} : { from: back ? held : from }),
        to: opens || way === undefined || (way === "back" && !back) ? to : { way },
        by,
        needs,
        ...optional(
          "takes",
          takes?.filter((field) => !needs.includes(field)),
        ),
        ...optional("when", when),
        ...optional("judges", judges),
        ...optional("apart", apart),
        ...(opens ? {} : optional("only", only)),
      }
    })
}

const KINDS = ["open", "open", "open", "held"] as const

/** Workflows that the check finds no fault with; most have something that the lint finds. */
export const workflows: fc.Arbitrary<Workflow.Workflow> = fc
  .record({
    kinds: fc.array(fc.constantFrom(...KINDS), { minLength: 1, maxLength: 4 }),
    ends: fc.integer({ min: 1, max: 2 }),
    moves: fc.integer({ min: 2, max: 9 }),
    openings: fc.integer({ min: 1, max: 2 }),
  })
  .chain(({ ends, kinds, moves: many, openings }) => {
    const rest: ReadonlyArray<Workflow.Stage["kind"]> = ["open", ...kinds]
    const stages: ReadonlyArray<Workflow.Stage> = [
      ...rest.map((kind, index) => ({ id: `s${index}`, label: zh(`环节${index}`), kind })),
      ...Array.from({ length: ends }, (_, index) => ({
        id: `e${index}`,
        label: zh(`终结${index}`),
        kind: "end" as const,
        outcome: `o${index}`,
      })),
    ]
    const ids = Array.from({ length: many + openings }, (_, index) => `m${index}`)
    return fc
      .record({
        moves: fc.tuple(...ids.map((id, index) => move(id, stages, ids, index < openings))),
        attempts: fc.subarray(ids, { maxLength: 1 }),
        limit: fc.record({
          starts: fc.constantFrom("m0", "s0", "s0", "s1", ...ids),
          ends: some([...ids, "e0"]),
          holds: fc.subarray(["s1"]),
        }),
      })
      .map(({ attempts, limit, moves }) => ({
        format: 1 as const,
        id: "流程",
        version: "1",
        label: zh("流程"),
        roles: ROLES.map((id) => ({ id, label: zh(id) })),
        outcomes: Array.from({ length: ends }, (_, index) => ({ id: `o${index}`, label: zh(`结果${index}`) })),
        fields: FIELDS,
        stages,
        moves,
        attempts,
        limits: [{ id: "时限", amount: 5, unit: "calendarDay" as const, countsFirstDay: false, ...limit }],
      }))
  })

/** The same with a spine of moves from stage to stage up to an end, one of them perhaps guarded, so that most can end. */
export const spined: fc.Arbitrary<Workflow.Workflow> = workflows.chain((workflow) => {
  const open = workflow.stages.filter(({ kind }) => kind !== "end").map(({ id }) => id)
  return fc
    .record({ place: fc.nat(open.length), when: guards(workflow.moves.map(({ id }) => id)) })
    .map(({ place, when }) => {
      const spine = open.map((stage, index) => ({
        id: `n${index}`,
        label: zh(`n${index}`),
        from: [stage],
        to: open[index + 1] ?? "e0",
        by: [ROLES[index % ROLES.length]!],
        needs: [],
        ...(index === place ? { when } : {}),
      }))
      return { ...workflow, moves: [...workflow.moves, ...spine] }
    })
})
