/**
 * Staging (布置事实): facts, parameters and results that give unknowns the numbers chosen for them.
 *
 * @since 0.1.0
 */
import * as CivilDate from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import * as Period from "../foundation/Period.js"
import { type Box, boxesOf, type Numbers } from "./Box.js"
import type { Act, Acts, Expression, FactLeaf, FieldLeaf, Over } from "./Expression.js"
import type { Fact } from "./Fact.js"
import * as Range from "./Range.js"
import { nodesOf } from "./Structure.js"
import * as Trial from "./Trial.js"
import type { Ground, Unknown } from "./Unknowns.js"

// ---------------------------------------------------------------- models

/** How a part is brought to a number by facts of its own; for the spans of `over`. @internal */
export type Bring = (e: Expression, q: Exact.Exact) => ReadonlyArray<Fact> | undefined

// ---------------------------------------------------------------- operations

/** What gives every unknown its number and meets a box; nothing where no such facts are found. @internal */
export const staged = (
  from: Ground,
  box: Box,
  unknowns: ReadonlyArray<Unknown>,
  values: ReadonlyArray<Exact.Exact>,
  bring: Bring,
): Trial.Sample | undefined => {
  const numbers = new Map<string, Numbers>([...box.numbers].filter(([, one]) => one.is === "absent"))
  const plain = new Map<string, Record<string, string>>()
  const facts: Array<Fact> = []
  for (const [index, { key, e }] of unknowns.entries()) {
    const q = values[index]
    if (q === undefined) return undefined
    if (e.op === "fact" && isPlain(e)) plain.set(e.kind, { ...plain.get(e.kind), [e.field ?? "value"]: Exact.text(q) })
    else if (e.op === "acts" || e.op === "over") {
      const made = e.op === "acts" ? lines(from, e, q) : spans(from, e, q, bring)
      if (made === undefined) return undefined
      facts.push(...made)
    } else if (!isSettled(e, q)) {
      const at = { at: q, closed: true }
      numbers.set(key, { is: "between", e, low: at, high: at, step: undefined, orAbsent: false })
    }
  }
  const sample = Trial.sampleOf(from.book, { ...box, numbers }, from.context)
  if (sample === undefined) return undefined
  const told = [...plain].map(([kind, all]) => Trial.factOf(from.book, kind, { values: all }))
  return {
    ...sample,
    facts: [...sample.facts, ...told, ...facts].map((fact, index) => ({ ...fact, id: `f${index + 1}` })),
  }
}

/** Whether facts can be made up that give an unknown a number, as far as that is asked before all numbers are chosen. @internal */
export const isStaged = (from: Ground, { e }: Unknown, q: Exact.Exact): boolean =>
  e.op !== "acts" || lines(from, e, q) !== undefined

/** A value of one fact, of which other fields may be read as well. */
const isPlain = ({ take, where }: FactLeaf): boolean => (take === "only" || take === "latest") && where === undefined

/** Of no fact, nothing is counted and the sum is nought. */
const isSettled = (e: Expression, q: Exact.Exact): boolean =>
  e.op === "fact" && (e.take === "count" || e.take === "sum") && Exact.sign(q) === 0

/** The facts of an expression summed or averaged over spans: as even as its steps allow. */
const spans = (from: Ground, e: Over, q: Exact.Exact, bring: Bring): ReadonlyArray<Fact> | undefined => {
  const windows = Period.split(Trial.periodOf(from.book), e.each)
  const step = from.extents.get(from.pathOf(e.e))?.step
  const count = Exact.integerUnsafe(windows.length)
  const whole = e.fold === "sum" ? q : Exact.multiply(q, count)
  if (step == null) return undefined
  const each = Range.floor(Exact.divideUnsafe(whole, count), step)
  const more = Exact.divideUnsafe(Exact.subtract(whole, Exact.multiply(each, count)), step)
  const low = bring(e.e, each)
  const high = Exact.sign(more) === 0 ? low : bring(e.e, Exact.add(each, step))
  if (low === undefined || high === undefined || !Exact.isWhole(more)) return undefined
  return windows.flatMap((window, index) => {
    const all = Exact.compare(Exact.integerUnsafe(index), more) < 0 ? high : low
    const last = Period.lastDay(window)
    return all.map((fact) => ({ ...fact, on: CivilDate.min(last, CivilDate.addDaysUnsafe(window.from, 14)) }))
  })
}

/** More lines than this are not made up. */
const MOST_LINES = 60

/** Facts whose lines come to a number: one of a line that gives it, or so many of those that give parts of it. */
const lines = (from: Ground, node: Acts, q: Exact.Exact): ReadonlyArray<Fact> | undefined => {
  if (Exact.sign(q) === 0) return []
  const capped = new Set(node.caps.flatMap(({ of }) => of))
  const acts = [...node.acts].sort((a, b) => Number(capped.has(a.id)) - Number(capped.has(b.id)))
  for (const act of acts) {
    const field = fieldOf(act.worth)
    const fact = field === undefined ? undefined : factOf(from, act, field, q)
    if (fact !== undefined) return [fact]
  }
  const coins = acts
    .flatMap((act) => {
      const worth = act.worth.op === "const" ? Exact.parseUnsafe(act.worth.q) : Exact.zero
      const isFree = !capped.has(act.id) && act.repeat === undefined
      return Exact.sign(worth) === Exact.sign(q) && act.repeat === undefined ? [{ act, worth, isFree }] : []
    })
    .sort((a, b) => Number(b.isFree) - Number(a.isFree) || Exact.compare(Range.size(b.worth), Range.size(a.worth)))
  const rooms = roomsOf(node, q)
  const made: Array<Fact> = []
  let left = q
  for (const { act, worth } of coins) {
    const all = rooms.get(act.id) ?? []
    const most = [Range.size(left), ...all.map(({ room }) => room)].reduce(Exact.min)
    const count = Range.floor(Exact.divideUnsafe(most, Range.size(worth)), Exact.one)
    if (Exact.compare(count, Exact.integerUnsafe(MOST_LINES - made.length)) > 0) return undefined
    const fact = Exact.sign(count) > 0 ? factOf(from, act, undefined, worth) : undefined
    if (fact === undefined) continue
    made.push(...Array.from({ length: Number(Exact.text(count)) }, () => fact))
    const given = Exact.multiply(count, worth)
    left = Exact.subtract(left, given)
    for (const one of all) one.room = Exact.subtract(one.room, Range.size(given))
  }
  return Exact.sign(left) === 0 ? made : undefined
}

/** How much the caps of each act still let through, on the side of a number. */
const roomsOf = ({ caps }: Acts, q: Exact.Exact): ReadonlyMap<string, ReadonlyArray<{ room: Exact.Exact }>> => {
  const found = new Map<string, Array<{ room: Exact.Exact }>>()
  for (const { on, of, min, max, per } of caps) {
    const bound = Exact.sign(q) > 0 ? max : min
    if (bound === undefined || per === "line" || on === (Exact.sign(q) > 0 ? "malus" : "bonus")) continue
    const room = { room: Range.size(Exact.parseUnsafe(bound)) }
    for (const id of of) found.set(id, [...(found.get(id) ?? []), room])
  }
  return found
}

/** The field that a line gives as it is. */
const fieldOf = (worth: Expression): FieldLeaf | undefined => (worth.op === "field" ? worth : undefined)

/** A fact of a line that meets its condition, with a field of this value. @internal */
export const factOf = (
  { book, context }: Ground,
  act: Act,
  field: FieldLeaf | undefined,
  q: Exact.Exact,
): Fact | undefined => {
  if (field !== undefined && !isIn(field, q)) return undefined
  const read = nodesOf(act.worth, []).flatMap(({ e }) => (e.op === "field" ? [e] : []))
  const base = Object.fromEntries(read.map((one) => [one.field, one.domain.min ?? one.domain.max ?? "0"]))
  const own = field === undefined ? {} : { [field.field]: Exact.text(q) }
  const box = boxesOf(act.when, context.reading)?.[0]
  const sample = box === undefined ? undefined : Trial.sampleOf(book, box, context)
  if (sample === undefined || sample.facts.length > 0) return undefined
  return Trial.factOf(book, act.kind, { tags: sample.fact.tags, values: { ...base, ...sample.fact.values, ...own } })
}

const isIn = ({ domain: { min, max, step } }: FieldLeaf, q: Exact.Exact): boolean =>
  (min === null || Exact.compare(q, Exact.parseUnsafe(min)) >= 0) &&
  (max === null || Exact.compare(q, Exact.parseUnsafe(max)) <= 0) &&
  Range.isOn(q, Exact.parseUnsafe(step))
