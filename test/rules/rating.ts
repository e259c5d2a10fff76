/** Made-up facts and one evaluation over them, all registers closed unless said otherwise. */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import type { Closure, Fact, FrozenResult, Subject } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Outcome, Value } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { nodesOfBook } from "../../src/rules/Structure.js"

export const instant = Coordinate.instantUnsafe

type More = Partial<Omit<Fact, "on" | "until" | "values">> & {
  readonly until?: string
  readonly values?: Readonly<Record<string, string>>
  readonly value?: string
}

/** A fact; `value` is its value, decided by the branch meeting with a reason. */
export const fact = (subject: string, kind: string, on: string, more: More = {}): Fact => {
  const { until, value, values, ...rest } = more
  const all = value === undefined ? values : { value, ...values }
  const key = [subject, kind, on, rest.act ?? "", value ?? "", JSON.stringify(rest.tags ?? {}), until ?? ""].join("/")
  return {
    id: key,
    subject,
    kind,
    on: CivilDate.parseUnsafe(on),
    recordedAt: instant(0),
    decidedBy: "支部委员会",
    reason: "会议记录",
    ...(until === undefined ? {} : { until: until === "open" ? until : CivilDate.parseUnsafe(until) }),
    ...(all === undefined ? {} : { values: all }),
    ...rest,
  }
}

/** So many facts of a kind about one subject, on days of one month. */
export const several = (count: number, subject: string, kind: string, month: string, more: More = {}): Array<Fact> =>
  Array.from({ length: count }, (_, index) =>
    fact(subject, kind, `${month}-${String(index + 1).padStart(2, "0")}`, {
      ...more,
      id: `${subject}/${kind}/${month}/${index}`,
    }),
  )

export const subject = (id: string, labels: Subject["labels"] = {}, parameters?: Subject["parameters"]): Subject =>
  parameters === undefined ? { id, labels } : { id, labels, parameters }

export interface Case {
  readonly period?: string
  readonly day?: string
  readonly knownAt?: number
  readonly subjects?: ReadonlyArray<Subject>
  readonly facts?: ReadonlyArray<Fact>
  readonly open?: ReadonlyArray<string>
  readonly results?: ReadonlyArray<FrozenResult>
  readonly seeds?: Readonly<Record<string, string>>
}

export const rate = (book: Rulebook, given: Case): Interpreter.Rating => {
  const period = Period.parseUnsafe(given.period ?? "2023")
  const day = given.day === undefined ? Period.lastDay(period) : CivilDate.parseUnsafe(given.day)
  const kinds = nodesOfBook(book).flatMap(({ e }) => (e.op === "fact" ? [e.kind] : []))
  const closures = [...new Set(kinds)]
    .filter((kind) => !(given.open ?? []).includes(kind))
    .map((kind): Closure => ({ kind, through: CivilDate.max(day, Period.lastDay(period)), recordedAt: instant(0) }))
  return Interpreter.evaluate({
    book,
    period,
    at: Coordinate.of(day, instant(given.knownAt ?? 1)),
    subjects: given.subjects ?? [subject("甲")],
    facts: given.facts ?? [],
    closures,
    ...(given.results === undefined ? {} : { results: given.results }),
    ...(given.seeds === undefined ? {} : { seeds: given.seeds }),
  })
}

/** The outcome of one subject, the first unless named. */
export const one = (book: Rulebook, given: Case, id?: string): Outcome => {
  const { outcomes } = rate(book, given)
  const found = id === undefined ? outcomes[0] : outcomes.find((outcome) => outcome.subject === id)
  if (found === undefined) throw new Error(`no outcome of ${id}`)
  return found
}

/** A value in short: its number, `from–to`, `absent why` or the code of a conflict. */
export const short = (value: Value | undefined): string => {
  if (value === undefined) return "none"
  if (value.is === "known") return value.q
  if (value.is === "between") return `${value.from ?? "−∞"}–${value.to ?? "∞"}`
  return value.is === "absent" ? `absent ${value.why}` : value.code
}

export const score = (outcome: Outcome): string => short(outcome.scores?.rounded)

/** A standing in short: the level, the levels still possible, or the code of a conflict. */
export const stand = ({ level }: Outcome): string =>
  level.is === "level"
    ? level.level
    : level.is === "among"
      ? level.levels.join("|")
      : level.is === "none"
        ? "none"
        : level.code

/** The value of a named node for the whole period. */
export const node = (outcome: Outcome, id: string): string =>
  short(outcome.nodes.find((found) => found.id === id && found.window === undefined)?.value)
