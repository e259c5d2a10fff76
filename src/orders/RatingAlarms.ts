/**
 * Alarms of how work was rated (评价预警): by the doer, by a relative, by nobody, by one for many.
 *
 * @internal
 */
import { dayNumber } from "../foundation/CivilDate.js"
import * as Exact from "../foundation/Exact.js"
import { byText } from "../foundation/TextOrder.js"
import {
  bodiesOf,
  crowds,
  type Did,
  doerMarks,
  type Facts,
  fieldOf,
  grouped,
  idsOf,
  isRecordedOnItsDay,
  type Raised,
  type Rated,
  raterMarks,
  spanOf,
} from "./AlarmFacts.js"
import type {
  BodyField,
  BulkRatingRule,
  DefaultRatingRule,
  Mark,
  OneAccountRule,
  OwnRatingRule,
  RelativeRatingRule,
} from "./AlarmRule.js"
import { shareOf } from "./WorkAlarms.js"

// ---------------------------------------------------------------- decisions

const MARKS: ReadonlyArray<Mark> = ["person", "contact", "device"]

const doersByOrder = ({ doers }: Facts): ReadonlyMap<string, ReadonlyArray<Did>> => grouped(doers, ({ of }) => [of.id])

/** A rating that bears a mark of somebody who did the work under the order. */
export const ownRatings = ({ marks }: OwnRatingRule, facts: Facts): ReadonlyArray<Raised> => {
  const byOrder = doersByOrder(facts)
  return facts.ratings.flatMap((rated) => {
    const rater = raterMarks(facts.evidence, rated)
    const shared = (did: Did): Mark | undefined => {
      const doer = doerMarks(facts.evidence, did)
      return MARKS.find((mark) => marks.includes(mark) && rater[mark].some((one) => doer[mark].includes(one)))
    }
    const own = (byOrder.get(rated.of.id) ?? []).flatMap((did) => {
      const mark = shared(did)
      return mark === undefined ? [] : [{ entry: did.entry, mark }]
    })
    const mark = MARKS.find((one) => own.some((did) => did.mark === one))
    if (mark === undefined) return []
    return [{ subject: rated.of.id, entries: idsOf([...own, rated].map(({ entry }) => entry)), params: { mark } }]
  })
}

const pair = (one: string, other: string): string => JSON.stringify(one < other ? [one, other] : [other, one])

/** A rating by somebody who is related to one who did the work under the order. */
export const relativeRatings = ({ relations }: RelativeRatingRule, facts: Facts): ReadonlyArray<Raised> => {
  const related = new Map<string, string>()
  for (const { one, other, relation } of facts.evidence.relations ?? []) {
    if (relations !== undefined && !relations.includes(relation)) continue
    const known = related.get(pair(one, other))
    if (known === undefined || relation < known) related.set(pair(one, other), relation)
  }
  const byOrder = related.size === 0 ? new Map<string, ReadonlyArray<Did>>() : doersByOrder(facts)
  return facts.ratings.flatMap((rated) => {
    const { person } = rated.entry.actor
    if (person === undefined) return []
    const relationTo = (did: Did): string | undefined =>
      did.person === undefined ? undefined : related.get(pair(did.person, person))
    const theirs = (byOrder.get(rated.of.id) ?? []).filter((did) => relationTo(did) !== undefined)
    const [relation] = theirs.map((did) => relationTo(did)!).sort(byText)
    if (relation === undefined) return []
    const entries = idsOf([...theirs, rated].map(({ entry }) => entry))
    return [{ subject: rated.of.id, entries, params: { relation } }]
  })
}

const byBody = (
  { evidence, ratings }: Facts,
  field: BodyField,
): ReadonlyArray<readonly [string, ReadonlyArray<Rated>]> => [
  ...grouped(ratings, ({ attempt, of }) => bodiesOf(evidence, of, field, attempt)),
]

const MINUTE = 60_000

/** Nearly all ratings of a body one grade, given at once. */
export const defaultRatings = (rule: DefaultRatingRule, facts: Facts): ReadonlyArray<Raised> => {
  const from = Exact.parseUnsafe(rule.from)
  const isQuick = ({ entry, since }: Rated): boolean => {
    const span = since === undefined ? undefined : spanOf(facts.evidence, since, entry)
    return span !== undefined && span < rule.minutes * MINUTE
  }
  return byBody(facts, rule.body).flatMap(([subject, ratings]) =>
    [...grouped(ratings.filter(isQuick), ({ rating }) => [rating])].flatMap(([rating, same]) => {
      if (same.length < rule.least || Exact.compare(shareOf(same.length, ratings.length), from) < 0) return []
      const params = { rating, count: same.length, all: ratings.length, minutes: rule.minutes }
      return [{ subject, entries: idsOf(same.flatMap(({ entry, since }) => [entry, since!])), params }]
    }),
  )
}

/** Many orders of a body rated at once, of those whose ratings were recorded on their day. */
export const bulkRatings = ({ body, least, seconds }: BulkRatingRule, facts: Facts): ReadonlyArray<Raised> =>
  byBody(facts, body).flatMap(([subject, ratings]) => {
    const { evidence } = facts
    const window = { least, within: seconds * 1000 }
    const recorded = ratings.filter(({ entry }) => isRecordedOnItsDay(evidence, entry))
    // Where the clocks are not known what lies on two days may have been typed from paper at once.
    const byDay = grouped(recorded, ({ entry: { on } }) => [evidence.offsetMinutes === undefined ? on : ""])
    return [...byDay.values()].flatMap((same) =>
      crowds(
        same,
        ({ entry }) => entry.recordedAt,
        ({ of }) => of.id,
        window,
      ).map(({ most, things }) => ({
        subject,
        entries: idsOf(things.map(({ entry }) => entry)),
        params: { count: most, seconds },
      })),
    )
  })

/** One account that rates for many who asked. What several marks of it show is told once. */
export const oneAccounts = ({ days, least, marks }: OneAccountRule, facts: Facts): ReadonlyArray<Raised> => {
  const found = new Map<string, Raised>()
  const asked = facts.ratings.filter(({ by }) => by === "requester")
  for (const mark of MARKS) {
    if (!marks.includes(mark)) continue
    const accounts = grouped(asked, (rated) => raterMarks(facts.evidence, rated)[mark])
    for (const [account, ratings] of accounts)
      for (const { things } of crowds(ratings, ({ entry: { on } }) => dayNumber(on), askerOf, {
        least,
        within: days - 1,
      })) {
        const entries = idsOf(things.map(({ entry }) => entry))
        const [first = ""] = things.map(({ of }) => of.id).sort(byText)
        const subject = mark === "person" ? account : first
        const params = { mark, count: new Set(things.map(askerOf)).size }
        const key = JSON.stringify(entries)
        if (!found.has(key)) found.set(key, { subject, entries, params })
      }
  }
  return [...found.values()]
}

/** Whoever asked: the person, or the contact of whoever is not named, or somebody of whom nothing is known. */
const askerOf = ({ of }: Rated): string => {
  if (of.requester !== undefined) return `person ${of.requester}`
  const contact = fieldOf(of, "contact")
  return contact === undefined ? "nobody" : `contact ${contact}`
}
