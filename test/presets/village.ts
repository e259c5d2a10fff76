/** A made-up village's facts, and the two ledgers of the Wendeng rules to rate them by. */
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import { WendengVillage } from "../../src/presets/index.js"
import * as Builder from "../../src/rules/Builder.js"
import type { Fact, FrozenResult, Subject } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Outcome } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"

export const member: Subject = { id: "甲", labels: { 身份: ["党员"], 类别: ["党员"] } }
export const secretary: Subject = {
  id: "甲",
  labels: { 身份: ["党员"], 职务: ["村党组织书记"], 类别: ["村干部"] },
}
export const director: Subject = { id: "甲", labels: { 职务: ["村委会主任"], 类别: ["村干部"] } }

/** The district ledger: the same base, the lines of the district, and last year's village grade. */
export const district: Rulebook = Builder.bookUnsafe({
  id: "wendeng-district",
  version: "2020-01-01",
  title: { zh: "区级记分" },
  sources: WendengVillage.sources,
  inForce: { from: CivilDate.parseUnsafe("2020-01-01") },
  total: Scoring.parts([
    Scoring.base("1000"),
    WendengVillage.acts("district"),
    WendengVillage.volunteering("district"),
    WendengVillage.yearEnd(),
  ]),
})

type Told = Partial<Omit<Fact, "on" | "recordedAt" | "kind" | "until">> & {
  readonly until?: string
  readonly recorded?: string
}

const DAY = 86_400_000

/** An instant at the start of a day, in UTC. */
export const instant = (day: string): Coordinate.Instant =>
  Coordinate.instantUnsafe(CivilDate.dayNumber(CivilDate.parseUnsafe(day)) * DAY)

let made = 0

/** A fact about 甲, recorded on its day unless told otherwise. */
export const fact = (kind: string, on: string, told: Told = {}): Fact => {
  const { recorded, ...rest } = told
  return {
    id: `f${String(++made).padStart(6, "0")}`,
    subject: "甲",
    kind,
    on: CivilDate.parseUnsafe(on),
    recordedAt: instant(recorded ?? on),
    ...rest,
  } as Fact
}

export const gift = (yuan: string, on = "2023-03-05"): Fact => fact("捐款", on, { values: { 金额: yuan } })

interface Setting {
  readonly subject?: Subject
  readonly book?: Rulebook
  readonly year?: number
  readonly period?: Period.Period
  readonly day?: string
  readonly known?: string
  readonly results?: ReadonlyArray<FrozenResult>
}

/** The outcome of 甲 at the end of 2023, as it was known a year later, unless told otherwise. */
export const rate = (facts: ReadonlyArray<Fact>, setting: Setting = {}): Outcome => {
  const period = setting.period ?? Period.yearUnsafe(setting.year ?? 2023)
  const day = setting.day === undefined ? Period.lastDay(period) : CivilDate.parseUnsafe(setting.day)
  const { outcomes } = Interpreter.evaluate({
    book: setting.book ?? WendengVillage.rulebook,
    period,
    at: Coordinate.of(day, instant(setting.known ?? "2029-12-31")),
    subjects: [setting.subject ?? member],
    facts,
    results: setting.results ?? [],
  })
  const [outcome] = outcomes
  if (outcome === undefined) throw new Error("no outcome")
  return outcome
}

/** The rounded score as text: a number, `from–to`, or the code of a conflict. */
export const score = ({ scores }: Outcome): string => {
  const value = scores?.rounded
  if (value === undefined) return "none"
  if (value.is === "known") return value.q
  if (value.is === "between") return `${value.from ?? ""}–${value.to ?? ""}`
  return value.is === "conflict" ? value.code : value.why
}

/** Score and level, as the cases are told. */
export const verdict = (outcome: Outcome): readonly [score: string, level: string] => [
  score(outcome),
  outcome.level.is === "level" ? outcome.level.level : outcome.level.is,
]

/** What the named lines were granted, by act. */
export const granted = ({ lines }: Outcome): ReadonlyArray<readonly [act: string, granted: string]> =>
  lines.map(({ act, granted: value }) => [act, value.is === "known" ? value.q : value.is])
