/** Made-up inputs in which most is known, so that a plan has something to do by itself. */
import fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Exact from "../../src/foundation/Exact.js"
import * as Period from "../../src/foundation/Period.js"
import * as Rounding from "../../src/foundation/Rounding.js"
import type { Domain } from "../../src/rules/Expression.js"
import type { Closure, Fact, FrozenResult, Subject } from "../../src/rules/Fact.js"
import type { Input } from "../../src/rules/Interpreter.js"
import { ABSENCES } from "../../src/rules/PlanColumn.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { nodesOfBook } from "../../src/rules/Structure.js"

const instant = Coordinate.instantUnsafe

type Next = (sides: number) => number

/** Numbers one after the other, over and over. */
const rolled = <A>(make: (next: Next) => A): fc.Arbitrary<A> =>
  fc.array(fc.nat(99_999), { minLength: 80, maxLength: 240, size: "max" }).map((numbers) => {
    let at = 0
    return make((sides) => ((numbers[at % numbers.length] ?? 0) + 7919 * Math.floor(at++ / numbers.length)) % sides)
  })

/** The same book and subjects with nearly all that may be missing told, at the end of the period. */
export const told = (input: Required<Input>): fc.Arbitrary<Required<Input>> =>
  rolled((next) => {
    const { period } = input
    const last = Period.lastDay(period)
    const values = (given: Fact["values"]) => ({
      value: String(next(11)),
      f: String(next(11) - 5),
      hours: String(next(7)),
      ...given,
    })
    const kept = input.facts.flatMap((fact): ReadonlyArray<Fact> => {
      if (fact.kind.startsWith("u")) return []
      const { until, ...rest } = fact
      const ends = until === undefined || (until === "open" && next(3) > 0) ? {} : { until }
      return [{ ...rest, ...ends, decidedBy: "支部委员会", reason: "会议记录", values: values(fact.values) }]
    })
    const more = input.subjects.flatMap(({ id }) =>
      ["u0", "u1"].flatMap((kind): ReadonlyArray<Fact> => {
        if (next(12) === 0) return []
        const why = ABSENCES[next(40)]
        const made = { id: `补-${kind}-${id}`, subject: id, kind, on: period.from, recordedAt: instant(0) }
        const absent = why === undefined ? {} : { absent: why }
        return [{ ...made, values: values({}), decidedBy: "支部委员会", reason: "会议记录", ...absent }]
      }),
    )
    const kinds = ["c0", "c1", "k0", "k1", "u0", "u1"]
    return {
      ...input,
      at: { ...input.at, validAt: next(8) === 0 ? input.at.validAt : last },
      facts: [...kept, ...more],
      closures: [...input.closures, ...kinds.map((kind): Closure => ({ kind, through: last, recordedAt: instant(0) }))],
      subjects: input.subjects.map((one) => ({
        ...one,
        parameters: { p0: String(next(11)), p1: String(next(4)), ...one.parameters },
      })),
      results: input.results.map((one) => ({
        ...one,
        values: { n0: String(next(11)), score: String(next(11)), ...one.values },
      })),
    }
  })

/** What the conditions of a book ask for under a name: the labels of subjects, or the tags of facts. */
const askedFor = (part: unknown, test: "is" | "tag", name: "label" | "tag", found = new Map<string, Set<string>>()) => {
  if (Array.isArray(part)) for (const one of part) askedFor(one, test, name, found)
  else if (typeof part === "object" && part !== null) {
    const own = part as Readonly<Record<string, unknown>>
    if (own.test === test && typeof own[name] === "string" && Array.isArray(own.in)) {
      const all = found.get(own[name]) ?? new Set<string>()
      for (const value of own.in) all.add(String(value))
      found.set(own[name], all)
    }
    for (const one of Object.values(own)) askedFor(one, test, name, found)
  }
  return found
}

/** A number of a leaf's lattice, now and then one beside it. */
const valueIn = ({ min, max, step }: Domain, next: Next): string => {
  const unit = Exact.parseUnsafe(step)
  const steps = (q: string) =>
    Number(Exact.numerator(Rounding.whole(Exact.divideUnsafe(Exact.parseUnsafe(q), unit), "up")))
  const least = min === null ? -12 : steps(min)
  const most = max === null ? least + [12, 60, 4000, 60_000][next(4)]! : steps(max)
  const at = least + next(Math.max(1, Math.min(most - least + 1, 99_991)))
  const value = Exact.multiply(Exact.integerUnsafe(at), unit)
  return Exact.text(next(60) === 0 ? Exact.add(value, Exact.parseUnsafe("1/3")) : value)
}

/** Facts of the kinds that a book reads, about a few subjects of the labels it asks for. */
export const inputsFor = (book: Rulebook): fc.Arbitrary<Required<Input>> => {
  const nodes = nodesOfBook(book).map(({ e }) => e)
  const labels = [...askedFor(book, "is", "label")]
  const tags = [...askedFor(book, "tag", "tag")]
  const groups = nodes.flatMap((e) => (e.op === "peers" && e.group !== null ? [e.group] : []))
  const domains = new Map(nodes.flatMap((e) => (e.op === "field" ? [[e.field, e.domain] as const] : [])))
  const leaves = nodes.flatMap((e) => (e.op === "fact" ? [e] : []))
  const params = nodes.flatMap((e) => (e.op === "param" ? [e] : []))
  const frozen = nodes.flatMap((e) => (e.op === "result" ? [e] : []))
  const acts = nodes.flatMap((e) => (e.op === "acts" ? e.acts.map(({ kind }) => kind) : []))
  return rolled((next) => {
    const period = Period.yearUnsafe(2023)
    const day = () => CivilDate.addDaysUnsafe(period.from, next(14) === 0 ? next(900) - 400 : next(365))
    const oneOf = (all: Iterable<string>): ReadonlyArray<string> => {
      const list = [...all]
      return next(6) === 0 ? [] : [list[next(list.length)] ?? ""]
    }
    const subjects = Array.from({ length: 1 + next(7) }, (_, index): Subject => {
      const own = new Map(labels.map(([name, all]) => [name, oneOf(all)]))
      for (const group of [...groups, ...book.rankings.map((one) => one.group)]) {
        if (group !== null && !own.has(group)) own.set(group, [["东", "西"][next(2)]!])
      }
      return {
        id: `组织${index}`,
        labels: Object.fromEntries(own),
        parameters: Object.fromEntries(params.map(({ name, domain }) => [name, valueIn(domain, next)])),
      }
    })
    const facts: Array<Fact> = []
    const add = (subject: string, kind: string, values: Readonly<Record<string, string>>) =>
      facts.push({
        id: `f${String(facts.length).padStart(5, "0")}`,
        subject,
        kind,
        on: day(),
        recordedAt: instant(next(40) === 0 ? 9 : next(5)),
        values,
        tags: Object.fromEntries(tags.map(([name, all]) => [name, oneOf(all)[0] ?? "无"])),
        decidedBy: "支部委员会",
        ...(next(40) === 0 ? {} : { reason: "会议记录" }),
        ...(next(12) === 0 ? { until: next(3) === 0 ? "open" : CivilDate.addDaysUnsafe(period.to, -next(200)) } : {}),
        ...(next(20) === 0 ? { act: `事${next(3)}` } : {}),
        ...(next(40) === 0 ? { absent: ABSENCES[next(4)]! } : {}),
      })
    for (const { id } of subjects) {
      for (const { kind, field = "value", domain, take } of leaves) {
        const isOne = take === "only" || take === "latest"
        if (isOne && facts.some((one) => one.subject === id && one.kind === kind)) continue
        for (let count = isOne ? (next(25) === 0 ? 0 : 1) : next(3); count > 0; count--) {
          add(id, kind, { [field]: valueIn(domain, next) })
        }
      }
      for (let count = next(14); count > 0 && acts.length > 0; count--) {
        const values = [...domains].map(([name, domain]) => [name, valueIn(domain, next)] as const)
        add(id, acts[next(acts.length)]!, Object.fromEntries(next(20) === 0 ? [] : values))
      }
    }
    const results = subjects.flatMap(({ id }): ReadonlyArray<FrozenResult> => {
      const level = book.levels[next(1 + book.levels.length)]?.id
      const values = Object.fromEntries(frozen.map(({ node, domain }) => [node, valueIn(domain, next)]))
      const made = (of: string): FrozenResult => ({
        book: of,
        subject: id,
        period: Period.yearUnsafe(2022),
        values,
        recordedAt: instant(0),
        ...(level === undefined ? {} : { level }),
      })
      return next(4) === 0 ? [] : [...new Set([book.id, ...frozen.map((one) => one.book)])].map(made)
    })
    return {
      book,
      period,
      at: Coordinate.of(next(10) === 0 ? day() : Period.lastDay(period), instant(5)),
      subjects,
      facts,
      closures: leaves.map(({ kind }) => ({ kind, through: Period.lastDay(period), recordedAt: instant(0) })),
      results,
      seeds: { 摇号: "2023-12-31 公布" },
    }
  })
}
