/**
 * Choices (列判断) in a plan: whether values are on a span, conditions together, and the row of a table that holds.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { on } from "./Condition.js"
import {
  BETWEEN,
  boundsOf,
  type Column,
  type Draft,
  done,
  draft,
  exactAt,
  isAbsent,
  KNOWN,
  LAZY,
  merged,
  put,
  putValue,
  SIDE,
  valueAt,
} from "./PlanColumn.js"
import { aligned } from "./PlanOperators.js"
import * as Span from "./Span.js"
import * as Value from "./Value.js"

// ---------------------------------------------------------------- models

/** Whether a condition holds, cell by cell. @internal */
export type Verdicts = Uint8Array

/** @internal */
export const NO = 0
/** @internal */
export const YES = 1
/** Not known here: the interpreter is to be asked. @internal */
export const ASK = 2

/** A row of a table: where its condition holds, and what it gives. @internal */
export interface Given {
  readonly fits: Verdicts
  readonly gives: Column
}

// ---------------------------------------------------------------- operations

/** The row whose condition holds, or what holds otherwise. @internal */
export const table = (n: number, rows: ReadonlyArray<Given>, otherwise: Column | null): Column => {
  const columns = [...rows.map(({ gives }) => gives), ...(otherwise === null ? [] : [otherwise])]
  const scale = aligned(columns)
  const made = draft(n, scale?.d ?? 1)
  for (let i = 0; i < n; i++) {
    let [picked, isOdd, isAsked] = [otherwise === null ? -1 : rows.length, false, false]
    let held = 0
    for (let at = 0; at < rows.length; at++) {
      const fits = rows[at]!.fits[i]
      if (fits === NO) continue
      if (fits === ASK) isAsked = true
      if (held++ > 0) isOdd = true
      picked = at
    }
    if (isAsked || picked === -1) made.tag[i] = LAZY
    else if (isOdd) several(made, rows, i)
    else taken(made, columns[picked]!, i, scale?.by[picked])
  }
  return done(made)
}

const taken = (made: Draft, from: Column, i: number, by: number | undefined): void => {
  const tag = from.tag[i]!
  if (tag === KNOWN && by !== undefined) made.x[i] = from.x[i]! * by
  else if (tag <= SIDE) put(made, i, exactAt(from, i))
  else if (isAbsent(tag)) made.tag[i] = tag
  else {
    const value = valueAt(from, i)
    putValue(made, i, value === undefined ? undefined : Value.hull([value]))
  }
}

/** Several rows that hold: what is unusual, an absence, or the value if they agree. */
const several = (made: Draft, rows: ReadonlyArray<Given>, i: number): void => {
  const held = rows.filter(({ fits }) => fits[i] === YES).map(({ gives }) => gives)
  const tag = held.reduce((tag, column) => merged(tag, column.tag[i]!), KNOWN)
  if (isAbsent(tag)) {
    made.tag[i] = tag
    return
  }
  const values = tag <= SIDE ? held.map((column) => exactAt(column, i)) : []
  const [first] = values
  if (first !== undefined && values.every((q) => Exact.equals(q, first))) put(made, i, first)
  else made.tag[i] = LAZY
}

/** Whether the values are on a span; what is absent is on none. @internal */
export const onSpan = (n: number, of: Column, span: Span.Span): Verdicts => {
  const found = new Uint8Array(n)
  const { first, last } = boundsOf(span, of.d)
  for (let i = 0; i < n; i++) {
    const tag = of.tag[i]!
    if (tag === KNOWN) {
      const x = of.x[i]!
      if (x >= first && x <= last) found[i] = YES
    } else if (tag === SIDE) found[i] = Span.contains(span, exactAt(of, i)) ? YES : NO
    else if (tag >= BETWEEN) found[i] = openOn(valueAt(of, i), span)
  }
  return found
}

/** Whether an interval is on a span; where that is open, the interpreter is to be asked about the whole. */
const openOn = (value: Value.Numeric | undefined, span: Span.Span): number => {
  const fits = value === undefined ? "unknown" : on(value, span)
  return fits === "unknown" ? ASK : fits === "yes" ? YES : NO
}

/** At least so many of some conditions. @internal */
export const atLeast = (n: number, needed: number, parts: ReadonlyArray<Verdicts>): Verdicts => {
  const found = new Uint8Array(n)
  for (let i = 0; i < n; i++) {
    let [yes, open] = [0, 0]
    for (const part of parts) {
      if (part[i] === YES) yes++
      else if (part[i] === ASK) open++
    }
    found[i] = yes >= needed ? YES : yes + open >= needed ? ASK : NO
  }
  return found
}
