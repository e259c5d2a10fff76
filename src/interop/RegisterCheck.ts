/**
 * Checks (核对) of a row against the list of people, the rated period and what a line measures.
 *
 * @since 0.1.0
 */
import type { CivilDate } from "../foundation/CivilDate.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Period from "../foundation/Period.js"
import type { Domain } from "../rules/Expression.js"
import type { Subject } from "../rules/Fact.js"
import * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- models

/** What a file is: its rows as read, and the headers its columns stand under. @internal */
export interface Opened {
  readonly file: string
  readonly headers: Readonly<Record<string, string | undefined>>
}

/** The people as far as they could be read; `isWhole` when every id could. @internal */
export interface People {
  readonly subjects: Map<string, Subject>
  readonly names: Map<string, string>
  isWhole: boolean
}

/** A row of any book of facts; what is blank or could not be read is absent. @internal */
export interface Written {
  readonly serial?: string
  readonly on?: CivilDate
  readonly recorded?: CivilDate
  readonly person?: string
  readonly name?: string
  readonly deed?: string
  readonly replaces?: string
  readonly clerk?: string
  readonly reason?: string
  readonly item?: string
  readonly number?: string
  readonly until?: CivilDate | "未改"
  readonly value?: string
  readonly tag?: string
}

/** A fault at the column of a key. @internal */
export type Tell<Code extends string> = <C extends Code>(code: C, key: string, params: Fault["params"]) => Fault<C>

// ---------------------------------------------------------------- errors

type Code =
  | "pointRegister.unknownPerson"
  | "pointRegister.otherName"
  | "pointRegister.unknownClerk"
  | "pointRegister.outsideDomain"
  | "pointRegister.outsideSteps"
  | "pointRegister.notWhole"
  | "pointRegister.notWholeBetween"
  | "pointRegister.outsidePeriod"
  | "pointRegister.registeredBefore"
  | "pointRegister.endsAfterRegistered"

/** What can be wrong with a row that can be read. @internal */
export type CheckFault = Fault<Code>

// ---------------------------------------------------------------- getters

/** A name without the blanks and wide signs that it may be written with. @internal */
export const plainName = (name: string): string => Sheet.narrow(name).replaceAll(" ", "")

/** What tells faults of one row. @internal */
export const teller =
  <Code extends string>({ file, headers }: Opened, line: number): Tell<Code> =>
  (code, key, params) => {
    const column = headers[key]
    return fault(code, params, [], column === undefined ? { file, line } : { file, line, column })
  }

// ---------------------------------------------------------------- decisions

/** Who the row is about and who decided, held against the list. @internal */
export const personFaults = (
  { person, name, clerk }: Written,
  { subjects, names, isWhole }: People,
  tell: Tell<Code>,
): ReadonlyArray<CheckFault> => {
  const faults: Array<CheckFault> = []
  if (person !== undefined && isWhole && !subjects.has(person)) {
    faults.push(tell("pointRegister.unknownPerson", "person", { id: person }))
  }
  const known = person === undefined ? undefined : names.get(person)
  if (person !== undefined && name !== undefined && known !== undefined && known !== plainName(name)) {
    faults.push(tell("pointRegister.otherName", "name", { id: person, name, known }))
  }
  if (clerk !== undefined && isWhole && !subjects.has(clerk)) {
    faults.push(tell("pointRegister.unknownClerk", "clerk", { id: clerk }))
  }
  return faults
}

/** The days of a row, held against one another and the rated period. @internal */
export const dayFaults = (
  { on, recorded, until }: Written,
  period: Period.Period,
  tell: Tell<Code>,
): ReadonlyArray<CheckFault> => {
  if (on === undefined) return []
  const faults: Array<CheckFault> = []
  const runsOn = until !== undefined && on < period.to && (until === "未改" || until > period.from)
  if (!Period.contains(period, on) && !runsOn) {
    const through = Period.lastDay(period)
    faults.push(tell("pointRegister.outsidePeriod", "on", { date: on, from: period.from, through }))
  }
  if (recorded !== undefined && recorded < on) {
    faults.push(tell("pointRegister.registeredBefore", "recorded", { date: on, recorded }))
  }
  if (recorded !== undefined && until !== undefined && until !== "未改" && until > recorded) {
    faults.push(tell("pointRegister.endsAfterRegistered", "until", { until, recorded }))
  }
  return faults
}

/** What a number should have been. @internal */
export const outside = (tell: Tell<Code>, key: string, value: string, { unit, min, max, step }: Domain): CheckFault => {
  if (min !== null && max === null) {
    return step === "1"
      ? tell("pointRegister.notWhole", key, { value, unit, min })
      : tell("pointRegister.outsideSteps", key, { value, unit, min, step })
  }
  if (min !== null && max !== null && step === "1") {
    return tell("pointRegister.notWholeBetween", key, { value, unit, min, max })
  }
  return tell("pointRegister.outsideDomain", key, { value, unit, min: min ?? "−∞", max: max ?? "∞", step })
}
