/**
 * Rows of the tables of foreign states (外部状态对照表的行): every cell of every row is written out, so that nothing is left to be guessed
 * when a table is read.
 *
 * @internal
 */
import type { ForeignState, Loss, Status, Suggestion, Wording } from "../orders/ForeignStates.js"
import type { Deed } from "../orders/OrderTerm.js"

// ---------------------------------------------------------------- constructors

/** A state with what it stands for. */
export const state = (
  id: string,
  zh: string,
  en: string,
  kind: ForeignState["kind"],
  stands?: ForeignState["stands"],
  losses: ReadonlyArray<Loss> = [],
): ForeignState => ({ id, label: { zh, en }, kind, ...(stands === undefined ? {} : { stands }), losses })

/** What leaves each state as it is. */
export const still = (states: ReadonlyArray<ForeignState>): Readonly<Record<string, string>> =>
  Object.fromEntries(states.map(({ id }) => [id, id]))

/** What leads from each of some states to one, and leaves the others as they are. */
export const leading = (
  states: ReadonlyArray<ForeignState>,
  to: string,
  from: (state: ForeignState) => boolean,
): Readonly<Record<string, string>> => Object.fromEntries(states.map((each) => [each.id, from(each) ? to : each.id]))

/** A row. */
export const status = (
  id: string,
  zh: string,
  en: string,
  by: Status["by"],
  cells: Status["in"],
  rest: Pick<Status, "also" | "proposes" | "note"> = {},
): Status => ({ id, label: { zh, en }, by, in: cells, ...rest })

/** Deeds to propose, the first that leads on before the others. */
export const first = (...deeds: ReadonlyArray<Deed>): ReadonlyArray<Suggestion> => deeds.map((deed) => ({ deed }))

/** How a standing is told. */
export const as = (to: string, ...losses: ReadonlyArray<Loss>): Wording => ({ state: to, losses })
