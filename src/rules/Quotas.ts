/**
 * Quotas (名额) looked back on: how a rating stands to the places that its rulebook gives, with everything that calls for a
 * decision of people.
 *
 * Quotas are applied, or only reported, by the interpreter; nobody is ever pushed up or down to fill one. Everything said
 * here is read from the rating.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Finding from "../foundation/Finding.js"
import type { Quota } from "./Clause.js"
import type { Rating } from "./Interpreter.js"
import type * as Outcome from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import * as Span from "./Span.js"
import { citationOf } from "./Trial.js"

// ---------------------------------------------------------------- models

/**
 * What a quota can come to in a group.
 *
 * **Details**
 *
 * Not kept: `exceeded` (more hold the levels than there are places), `short` (fewer than asked for), `aboutMissed`
 * (further from the size than the slack). At the cut: `crowded` (more came to the levels than there are places, and who
 * fell), `tieDropped` (equals across the cut share no place, so places stay empty), `tieOpen` (they wait for a meeting
 * or a draw). Against the thresholds or another quota: `placesFree` (places for which nobody, or of seats too few, reach
 * the level), `tooSmall` (the share of the group is not one place), `beyondGroup` (more asked for than the group has),
 * `againstQuota` (more asked for than another quota on the same group lets through). `open`: it is not settled, with how
 * many may still count; `openFacts` names what is not yet known, `openGroup` says of how many it is not known that they
 * are of the group.
 *
 * @category models
 * @since 0.1.0
 */
export type Code =
  | "quotas.exceeded"
  | "quotas.short"
  | "quotas.aboutMissed"
  | "quotas.crowded"
  | "quotas.tieDropped"
  | "quotas.tieOpen"
  | "quotas.placesFree"
  | "quotas.tooSmall"
  | "quotas.beyondGroup"
  | "quotas.againstQuota"
  | "quotas.open"
  | "quotas.openFacts"
  | "quotas.openGroup"

/** A quota in a group, and what is read of it. */
interface Case {
  readonly book: Rulebook
  readonly quota: Quota
  readonly report: Outcome.QuotaReport
  readonly outcomes: ReadonlyMap<string, Outcome.Outcome>
  readonly others: ReadonlyArray<{ readonly quota: Quota; readonly report: Outcome.QuotaReport }>
}

type Said = Omit<Finding.Deviation<Code>, "subject" | "cite"> & { readonly strength: "must" | "should" }

// ---------------------------------------------------------------- decisions

/**
 * What there is to say of every quota in every group, in the order of `Finding.sort`. Findings are about a group, named as
 * subject where the quota has groups; a broken quota is an error, everything else a warning.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Builder, Interpreter, Quotas, Scoring } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * // made up: at most one first prize, for ninety points or more
 * const cite = { doc: "text", art: "1" }
 * const book = Builder.bookUnsafe({
 *   id: "奖", version: "1", title: { zh: "评奖" }, completeness: "complete",
 *   inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
 *   sources: [{ id: "text", citation: { title: "评奖办法", standing: "transcription" } }],
 *   total: Scoring.only({ kind: "得分", domain: Scoring.domain("分", "0", "100", "1") }),
 *   levels: [
 *     { id: "一等", label: { zh: "一等" }, on: { ge: "90" }, cite },
 *     { id: "二等", label: { zh: "二等" }, on: { lt: "90" }, cite },
 *   ],
 *   quotas: [{ id: "一等席位", levels: ["一等"], sense: "most", of: { seats: 1 }, group: null, cite }],
 *   ties: { keys: [], last: "share", method: "min" },
 * })
 * const on = CivilDate.parseUnsafe("2023-12-01")
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const scores = { 甲村: "95", 乙村: "93", 丙村: "80" }
 * const rating = Interpreter.evaluate({
 *   book, period: Period.yearUnsafe(2023), at: Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt),
 *   subjects: Object.keys(scores).map((id) => ({ id, labels: {} })),
 *   facts: Object.entries(scores).map(([id, value]) => ({ id, subject: id, kind: "得分", on, recordedAt, values: { value } })),
 * })
 * const [crowded] = Quotas.findings(book, rating)
 * assert.deepEqual([crowded?.code, crowded?.params.who], ["quotas.crowded", "乙村"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (book: Rulebook, rating: Rating): ReadonlyArray<Finding.Finding<Code>> => {
  const outcomes = new Map(rating.outcomes.map((outcome) => [outcome.subject, outcome]))
  const others = rating.quotas.flatMap((report) => {
    const quota = book.quotas.find(({ id }) => id === report.quota)
    return quota === undefined ? [] : [{ quota, report }]
  })
  return Finding.sort(
    others.flatMap(({ quota, report }) => {
      const cite = citationOf(book, quota.cite)
      const about = {
        ...(report.group === "" ? {} : { subject: report.group }),
        ...(cite === undefined ? {} : { cite }),
      }
      return said({ book, quota, report, outcomes, others }).flatMap(({ strength, code, params }) => {
        const named = { quota: quota.id, levels: quota.levels.join("、"), places: report.places, ...params }
        return Finding.of(strength, { code, params: named, ...about }) ?? []
      })
    }),
  )
}

const said = (one: Case): ReadonlyArray<Said> => [
  ...broken(one),
  ...atTheCut(one),
  ...againstThresholds(one),
  ...againstOthers(one),
  ...open(one),
]

const must = (code: Code, params: Said["params"]): Said => ({ strength: "must", code, params })
const should = (code: Code, params: Said["params"]): Said => ({ strength: "should", code, params })

const broken = ({ quota, report }: Case): ReadonlyArray<Said> => {
  const { met, held, possible, places, size } = report
  if (met !== "no") return []
  switch (quota.sense) {
    case "most":
    case "noMore":
      return [must("quotas.exceeded", { held, over: held - places })]
    case "least":
      return [must("quotas.short", { held, possible, missing: places - possible })]
    case "about": {
      const due = sizeOf(quota, size)
      const isOver = Exact.compare(Exact.integerUnsafe(held), due) > 0
      const off = Exact.subtract(Exact.integerUnsafe(isOver ? held : possible), due)
      const distance = isOver ? off : Exact.negate(off)
      const slack = quota.slack ?? "0"
      const beyond = Exact.subtract(distance, Exact.parseUnsafe(slack))
      const numbers = { held, possible, due: Exact.text(due), off: Exact.text(distance), slack }
      return [should("quotas.aboutMissed", { ...numbers, beyond: Exact.text(beyond) })]
    }
  }
}

/** The size of a quota before rounding. */
const sizeOf = ({ of }: Quota, size: number): Exact.Exact =>
  "seats" in of ? Exact.integerUnsafe(of.seats) : Exact.multiply(Exact.parseUnsafe(of.share), Exact.integerUnsafe(size))

const named = (ids: ReadonlyArray<string>): string => [...ids].sort().join("、")

/** Whom a quota moved, for certain or perhaps. */
const movedBy = ({ quota, report, outcomes }: Case) => {
  const stages = report.members.flatMap((id) => {
    const stage = outcomes.get(id)?.stages.find(({ stage, by }) => stage === "quota" && by === quota.id)
    return stage === undefined ? [] : [{ id, to: stage.to }]
  })
  return {
    fallen: stages.flatMap(({ id, to }) => (to.is === "level" ? [id] : [])),
    open: stages.flatMap(({ id, to }) => (to.is === "level" ? [] : [id])),
  }
}

const atTheCut = (one: Case): ReadonlyArray<Said> => {
  const { across, reached, places } = one.report
  const { fallen, open } = movedBy(one)
  const free = places - (reached - fallen.length - open.length)
  const isOpen = across.some((id) => open.includes(id))
  return [
    ...(fallen.length === 0 ? [] : [should("quotas.crowded", { reached, fell: fallen.length, who: named(fallen) })]),
    ...(across.length === 0
      ? []
      : [should(isOpen ? "quotas.tieOpen" : "quotas.tieDropped", { who: named(across), tied: across.length, free })]),
  ]
}

/** Places that the thresholds leave empty, and a share that is no place. */
const againstThresholds = ({ book, quota, report }: Case): ReadonlyArray<Said> => {
  const { size, places, reached } = report
  if (quota.sense !== "most" && quota.sense !== "noMore") return []
  if ("share" in quota.of && places === 0) {
    return quota.of.share === "0" ? [] : [should("quotas.tooSmall", { size, share: quota.of.share })]
  }
  const isEmpty = "seats" in quota.of ? reached < places : reached === 0
  if (!isEmpty) return []
  const spans = book.levels.flatMap(({ id, on }) => (quota.levels.includes(id) && on !== null ? [Span.text(on)] : []))
  return [should("quotas.placesFree", { reached, free: places - reached, floor: spans.join("、") })]
}

/** More asked for than the group has, or than a limit on the same group lets through. */
const againstOthers = ({ quota, report, others }: Case): ReadonlyArray<Said> => {
  const { places, size } = report
  if (quota.sense !== "least") return []
  if (places > size) return [must("quotas.beyondGroup", { size })]
  const roofs = others.filter(
    (other) =>
      (other.quota.sense === "most" || other.quota.sense === "noMore") &&
      quota.levels.every((level) => other.quota.levels.includes(level)) &&
      named(other.report.members) === named(report.members) &&
      other.report.places < places,
  )
  return roofs.map((other) => must("quotas.againstQuota", { limit: other.quota.id, most: other.report.places }))
}

const open = (one: Case): ReadonlyArray<Said> => {
  const { report, outcomes } = one
  const { held, possible, unsure, members, across, met } = report
  const waiting = movedBy(one).open.filter((id) => !across.includes(id))
  if ((met !== "unknown" || across.length > 0) && waiting.length === 0) return []
  const why = members.flatMap((id) => {
    const rounded = outcomes.get(id)?.scores?.rounded
    return rounded?.is === "between" ? rounded.because : []
  })
  return [
    should("quotas.open", { held, possible, waiting: waiting.length }),
    ...(why.length === 0 ? [] : [should("quotas.openFacts", { why: named([...new Set(why)]) })]),
    ...(unsure.length === 0 ? [] : [should("quotas.openGroup", { unsure: unsure.length, who: named(unsure) })]),
  ]
}
