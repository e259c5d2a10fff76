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
  doerMarks,
  type Facts,
  grouped,
  idsOf,
  type Raised,
  type Rated,
  raterMarks,
  type Work,
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

const worksByOrder = ({ works }: Facts): ReadonlyMap<string, ReadonlyArray<Work>> => grouped(works, ({ of }) => [of.id])

/** A rating that bears a mark of somebody who worked under the order. */
export const ownRatings = ({ marks }: OwnRatingRule, facts: Facts): ReadonlyArray<Raised> => {
  const byOrder = worksByOrder(facts)
  return facts.ratings.flatMap((rated) => {
    const rater = raterMarks(facts.evidence, rated)
    const shared = (work: Work): Mark | undefined => {
      const doer = doerMarks(facts.evidence, work.entry)
      return MARKS.find((mark) => marks.includes(mark) && rater[mark] !== undefined && rater[mark] === doer[mark])
    }
    const own = (byOrder.get(rated.of.id) ?? []).filter((work) => shared(work) !== undefined)
    const mark = MARKS.find((one) => own.some((work) => shared(work) === one))
    if (mark === undefined) return []
    return [{ subject: rated.of.id, entries: idsOf([...own, rated].map(({ entry }) => entry)), params: { mark } }]
  })
}

const pair = (one: string, other: string): string => JSON.stringify(one < other ? [one, other] : [other, one])

/** A rating by somebody who is related to one who worked under the order. */
export const relativeRatings = ({ relations }: RelativeRatingRule, facts: Facts): ReadonlyArray<Raised> => {
  const related = new Map<string, string>()
  for (const { one, other, relation } of facts.evidence.relations ?? []) {
    if (relations !== undefined && !relations.includes(relation)) continue
    const known = related.get(pair(one, other))
    if (known === undefined || relation < known) related.set(pair(one, other), relation)
  }
  const byOrder = related.size === 0 ? new Map<string, ReadonlyArray<Work>>() : worksByOrder(facts)
  return facts.ratings.flatMap((rated) => {
    const { person } = rated.entry.actor
    if (person === undefined) return []
    const relationTo = ({ entry: { actor } }: Work): string | undefined =>
      actor.person === undefined ? undefined : related.get(pair(actor.person, person))
    const theirs = (byOrder.get(rated.of.id) ?? []).filter((work) => relationTo(work) !== undefined)
    const [relation] = theirs.map((work) => relationTo(work)!).sort(byText)
    if (relation === undefined) return []
    const entries = idsOf([...theirs, rated].map(({ entry }) => entry))
    return [{ subject: rated.of.id, entries, params: { relation } }]
  })
}

const byBody = (
  { evidence, ratings }: Facts,
  field: BodyField,
): ReadonlyArray<readonly [string, ReadonlyArray<Rated>]> => [
  ...grouped(ratings, ({ of }) => bodiesOf(evidence, of, field)),
]

const MINUTE = 60_000

/** Nearly all ratings of a body one grade, given at once. */
export const defaultRatings = (rule: DefaultRatingRule, facts: Facts): ReadonlyArray<Raised> => {
  const from = Exact.parseUnsafe(rule.from)
  const isQuick = ({ entry, since }: Rated): boolean => {
    const span = since === undefined ? -1 : entry.recordedAt - since.recordedAt
    return span >= 0 && span < rule.minutes * MINUTE
  }
  return byBody(facts, rule.body).flatMap(([subject, ratings]) =>
    [...grouped(ratings.filter(isQuick), ({ rating }) => [rating])].flatMap(([rating, same]) => {
      if (same.length < rule.least || Exact.compare(shareOf(same.length, ratings.length), from) < 0) return []
      const params = { rating, count: same.length, all: ratings.length, minutes: rule.minutes }
      return [{ subject, entries: idsOf(same.flatMap(({ entry, since }) => [entry, since!])), params }]
    }),
  )
}

/** Many orders of a body rated at once. */
export const bulkRatings = ({ body, least, seconds }: BulkRatingRule, facts: Facts): ReadonlyArray<Raised> =>
  byBody(facts, body).flatMap(([subject, ratings]) => {
    const window = { least, within: seconds * 1000 }
    return crowds(
      ratings,
      ({ entry }) => entry.recordedAt,
      ({ of }) => of.id,
      window,
    ).map((crowd) => ({
      subject,
      entries: idsOf(crowd.map(({ entry }) => entry)),
      params: { count: new Set(crowd.map(({ of }) => of.id)).size, seconds },
    }))
  })

/** One account that rates for many who asked. What several marks of it show is told once. */
export const oneAccounts = ({ days, least, marks }: OneAccountRule, facts: Facts): ReadonlyArray<Raised> => {
  const found = new Map<string, Raised>()
  for (const mark of MARKS) {
    if (!marks.includes(mark)) continue
    const accounts = grouped(facts.ratings, (rated) => {
      const account = raterMarks(facts.evidence, rated)[mark]
      return account === undefined ? [] : [account]
    })
    for (const ratings of accounts.values())
      for (const crowd of crowds(ratings, ({ entry: { on } }) => dayNumber(on), askerOf, { least, within: days - 1 })) {
        const entries = idsOf(crowd.map(({ entry }) => entry))
        const [subject] = crowd.map(({ entry, of }) => entry.actor.person ?? of.id).sort(byText)
        const params = { mark, count: new Set(crowd.map(askerOf)).size }
        const key = JSON.stringify(entries)
        if (subject !== undefined && !found.has(key)) found.set(key, { subject, entries, params })
      }
  }
  return [...found.values()]
}

const askerOf = ({ of }: Rated): string => (of.requester === undefined ? `order ${of.id}` : `person ${of.requester}`)
