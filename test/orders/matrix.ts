/** The state × command matrix of a scheme of orders: every move tried in every state that the told ways bring about. */
import * as Result from "effect/Result"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import type { Workflow } from "../../src/process/Workflow.js"
import { byPost, commandOf, entryOf, type ScriptStep, walk } from "./scripts.js"

/**
 * Of each move, what it comes to, and in which stages: `→` the stage or stages that it leads to, for somebody, in some
 * state of the stage, or else the codes with which whoever comes nearest to taking it is refused. `none` is what has
 * not begun.
 */
export type Table = Readonly<Record<string, Readonly<Record<string, ReadonlyArray<string>>>>>

/**
 * Of a scheme: moves of the order by its stages, moves of a dispatch by its stages, and those of dispatches alone by
 * the stages of the order.
 */
export interface Matrix {
  readonly order: Table
  readonly dispatch: Table
  readonly resting: Table
}

interface Cell {
  readonly to: Set<string>
  nearest: ReadonlyArray<string> | undefined
}

type Cells = Map<string, Map<string, Cell>>

export const stageIds = ({ stages }: Workflow): ReadonlyArray<string> => ["none", ...stages.map(({ id }) => id)]

export const moveIds = ({ moves }: Workflow): ReadonlyArray<string> => moves.map(({ id }) => id)

/** The moves that are taken of dispatches alone. */
export const aloneIds = ({ dispatch, order }: OrderScheme): ReadonlyArray<string> =>
  moveIds(dispatch).filter((move) => !moveIds(order).includes(move))

const cellsFor = (moves: ReadonlyArray<string>, stages: ReadonlyArray<string>): Cells =>
  new Map(moves.map((move) => [move, new Map(stages.map((stage) => [stage, { to: new Set(), nearest: undefined }]))]))

const isNearer = (codes: ReadonlyArray<string>, than: ReadonlyArray<string> | undefined): boolean =>
  than === undefined || codes.length < than.length || (codes.length === than.length && codes.join() < than.join())

const note = (cells: Cells, move: string, stage: string, found: string | ReadonlyArray<string>): void => {
  const cell = cells.get(move)?.get(stage)
  if (cell === undefined) throw new Error(`no cell for ${move} in ${stage}`)
  if (typeof found === "string") cell.to.add(found)
  else if (isNearer(found, cell.nearest)) cell.nearest = found
}

const tableOf = (cells: Cells): Table =>
  Object.fromEntries(
    [...cells].map(([move, row]) => {
      const found: Record<string, Array<string>> = {}
      for (const [stage, { nearest, to }] of row) {
        const said = to.size > 0 ? `→ ${[...to].sort().join(" | ")}` : (nearest ?? ["?"]).join(" + ")
        found[said] = [...(found[said] ?? []), stage]
      }
      return [move, found]
    }),
  )

const keyOf = (state: ServiceOrder.State): string => {
  const { back, latest, stage, tally } = state.course
  const dispatches = ServiceOrder.dispatches(state).map(({ course }) => [course.stage, course.tally])
  return JSON.stringify([stage, back, latest, tally.map((times) => Math.min(times, 2)), dispatches])
}

/** Every state on the told ways, those that nothing tells apart once. */
export const statesOf = (
  scheme: OrderScheme,
  scripts: Readonly<Record<string, string>>,
): ReadonlyArray<ServiceOrder.State> => {
  const found = new Map<string, ServiceOrder.State>()
  for (const text of Object.values(scripts))
    for (const state of walk(scheme, text).states) if (!found.has(keyOf(state))) found.set(keyOf(state), state)
  return [...found.values()]
}

/**
 * Every way somebody could take a move: in each dispatch and a new one, in each role, as its holder or the one who
 * asked, with each grade.
 */
const asks = ({ dispatch, order }: OrderScheme, state: ServiceOrder.State, move: string): ReadonlyArray<ScriptStep> => {
  const [own, part] = [order, dispatch].map(({ moves }) => moves.find(({ id }) => id === move))
  const ids = part === undefined ? [undefined] : [...ServiceOrder.dispatches(state).map(({ id }) => id), "fresh"]
  const roles = [...new Set([...(own?.by ?? []), ...(part?.by ?? [])])]
  const grades = own?.needs.includes("rating") ? order.fields.find(({ id }) => id === "rating")!.choices! : [undefined]
  return ids.flatMap((id) =>
    roles.flatMap((role) =>
      [role, ...(role === "resident" ? ["villager"] : [])].flatMap((person) =>
        grades.map((grade) => ({
          move,
          role,
          person,
          ...(id === undefined ? {} : { dispatch: id }),
          ...(grade === undefined ? {} : { choice: grade.id }),
        })),
      ),
    ),
  )
}

const stageIn = (state: ServiceOrder.State, dispatch: string | undefined): string =>
  ServiceOrder.dispatches(state).find(({ id }) => id === dispatch)?.course.stage ?? "none"

/**
 * The matrix, by the decider as it is. Moves of dispatches are looked at in their own stages while the order is in
 * hand, or yet to be.
 */
export const matrixOf = (scheme: OrderScheme, scripts: Readonly<Record<string, string>>): Matrix => {
  const alone = aloneIds(scheme)
  const order = cellsFor(moveIds(scheme.order), stageIds(scheme.order))
  const dispatch = cellsFor(moveIds(scheme.dispatch), stageIds(scheme.dispatch))
  const resting = cellsFor(alone, stageIds(scheme.order))
  const deciders = [true, false].map((told) => ServiceOrder.decider(scheme, byPost, () => told))
  for (const state of statesOf(scheme, scripts)) {
    const stage = state.course.stage ?? "none"
    for (const move of new Set([...moveIds(scheme.order), ...alone]))
      for (const step of asks(scheme, state, move))
        for (const { decide, evolve } of deciders) {
          const command = commandOf(scheme, step, 9000)
          const answer = decide(state, command)
          const next = Result.isSuccess(answer) ? evolve(state, entryOf(command)) : undefined
          const codes = Result.isFailure(answer) ? [...new Set(answer.failure.map(({ code }) => code))].sort() : []
          if (order.has(move)) note(order, move, stage, next?.course.stage ?? codes)
          if (!dispatch.has(move)) continue
          const to = next === undefined ? codes : stageIn(next, step.dispatch)
          if (scheme.inHand.includes(stage)) note(dispatch, move, stageIn(state, step.dispatch), to)
          if (resting.has(move)) note(resting, move, stage, to)
        }
  }
  return { order: tableOf(order), dispatch: tableOf(dispatch), resting: tableOf(resting) }
}
