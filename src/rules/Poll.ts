/**
 * Polls (民主测评): the slips of a democratic appraisal as they were handed in, and the rules they are counted by.
 *
 * A poll is input, not the result: `Ballot` counts it, the count becomes facts, and the rulebook and the body that decides
 * make the result of them.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import { Label } from "../foundation/Label.js"
import { Mode } from "../foundation/Rounding.js"
import { Id } from "./Expression.js"
import * as Span from "./Span.js"

// ---------------------------------------------------------------- models

/**
 * A grade that can be marked, the best first, and what a vote for it is worth as a share of the full mark (好 1, 一般 0.8).
 *
 * @category models
 * @since 0.1.0
 */
export interface Grade {
  readonly id: string
  readonly label: Label
  readonly share: string
}

/**
 * A group of raters (测评主体): its weight among the groups, and the subjects it votes on where these are not all.
 *
 * @category models
 * @since 0.1.0
 */
export interface RaterGroup {
  readonly id: string
  readonly label: Label
  readonly weight: string
  readonly on?: ReadonlyArray<string>
}

/**
 * How many of a slip's marks may or must be of some grades: a count, or a share of the subjects that the rater was asked
 * about (`asked`) or graded (`graded`). A slip that breaks it is `spoiled` as a whole, or counted and `reported`. A slip
 * that is blank throughout abstains on everybody and breaks no limit, not even one of sense `least`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Limit {
  readonly id: string
  readonly grades: ReadonlyArray<string>
  readonly sense: "most" | "least"
  readonly of:
    | { readonly share: string; readonly round: Mode; readonly base: "asked" | "graded" }
    | { readonly count: number }
  readonly consequence: "spoiled" | "reported"
}

/**
 * The least that must be there: a share of the base, reached (`ge`) or exceeded (`gt`), a number, or both; of the whole
 * poll or of each group.
 *
 * @category models
 * @since 0.1.0
 */
export interface Quorum {
  readonly per: "poll" | "group"
  readonly share?: { readonly ge: string } | { readonly gt: string }
  readonly least?: number
}

/**
 * A band (档) by shares of the votes of all groups together: every share named has to lie on its span. Of bands whose
 * shares all fit the first counts; one that needs nothing takes what those before it leave. A subject without a vote in
 * the base has no shares and is in no band.
 *
 * @category models
 * @since 0.1.0
 */
export interface Band {
  readonly id: string
  readonly label: Label
  readonly needs: ReadonlyArray<{ readonly grades: ReadonlyArray<string>; readonly on: Span.Span }>
}

/**
 * The rules of a poll.
 *
 * **Details**
 *
 * A vote with more than one grade marked, or with a mark that is no grade, is spoiled: the `vote` alone, or with it the
 * whole `slip`. Blank is an abstention; on oneself, where that is not allowed, it is no vote at all, neither due nor
 * handed in. `self` says what a vote on oneself is: allowed, spoiled, or refused as a fault.
 * `base` is what scores and shares are out of: valid votes, these with the abstentions, all votes handed in, or all due.
 * `received` is asked of slips handed in against those due, `valid` of valid votes on each subject against votes
 * handed in. A rater group without a vote in its base has no score: then the subject has none either (`apart`), or the
 * other groups' weights are scaled up (`reweight`). A group that does not vote on the subject at all is none of its rater
 * groups and leaves no gap: the weights of those that do are taken in proportion, whatever `emptyGroup` says.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scheme {
  readonly id: string
  readonly title: Label
  readonly full: string
  readonly grades: ReadonlyArray<Grade>
  readonly groups: ReadonlyArray<RaterGroup>
  readonly spoils: "vote" | "slip"
  readonly self: "allowed" | "spoiled" | "refused"
  readonly base: "valid" | "validAndAbstained" | "handedIn" | "due"
  readonly emptyGroup: "apart" | "reweight"
  readonly limits: ReadonlyArray<Limit>
  readonly received?: Quorum
  readonly valid?: Quorum
  readonly bands: ReadonlyArray<Band>
}

/**
 * One slip (票): its number, the group it was handed to, the rater where the vote is not secret, and what is marked of
 * each subject: no grade is blank. A subject that is not on it counts as blank.
 *
 * @category models
 * @since 0.1.0
 */
export interface Slip {
  readonly id: string
  readonly group: string
  readonly rater?: string
  readonly marks: ReadonlyArray<{ readonly subject: string; readonly grades: ReadonlyArray<string> }>
}

/**
 * A poll (一次测评) as one stored document: its rules, who is voted on, how many slips are due from each group (应到人数),
 * and the slips handed in. Whoever votes and is not graded, such as a probationary member, is due and no subject.
 *
 * @category models
 * @since 0.1.0
 */
export interface Poll {
  readonly format: 1
  readonly id: string
  readonly scheme: Scheme
  readonly subjects: ReadonlyArray<string>
  readonly due: ReadonlyArray<{ readonly group: string; readonly slips: number }>
  readonly slips: ReadonlyArray<Slip>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a poll: ids that stand twice or name nothing, a full mark that is not above nought, weights that
 * do not come to one, shares that are none, a number of slips due that is missing, more slips than due, a rater counted twice, a subject marked twice on a
 * slip, a vote on whom the group does not vote on, and on oneself where that is refused.
 *
 * @category errors
 * @since 0.1.0
 */
export type PollFault = Fault<
  | "poll.twice"
  | "poll.noSuchId"
  | "poll.full"
  | "poll.weights"
  | "poll.share"
  | "poll.noDue"
  | "poll.moreThanDue"
  | "poll.raterTwice"
  | "poll.markedTwice"
  | "poll.outside"
  | "poll.self"
>

// ---------------------------------------------------------------- schemas

const ids = /* @__PURE__ */ Schema.Array(Id)
const whole = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 10_000_000 }))

const Quorum = /* @__PURE__ */ Schema.Struct({
  per: /* @__PURE__ */ Schema.Literals(["poll", "group"]),
  share: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Union([
      /* @__PURE__ */ Schema.Struct({ ge: Exact.Text }),
      /* @__PURE__ */ Schema.Struct({ gt: Exact.Text }),
    ]),
  ),
  least: /* @__PURE__ */ Schema.optionalKey(whole),
})

const Limit = /* @__PURE__ */ Schema.Struct({
  id: Id,
  grades: ids,
  sense: /* @__PURE__ */ Schema.Literals(["most", "least"]),
  of: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Struct({
      share: Exact.Text,
      round: Mode,
      base: /* @__PURE__ */ Schema.Literals(["asked", "graded"]),
    }),
    /* @__PURE__ */ Schema.Struct({ count: whole }),
  ]),
  consequence: /* @__PURE__ */ Schema.Literals(["spoiled", "reported"]),
})

/**
 * The schema of {@link Scheme}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Scheme: Schema.Codec<Scheme> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  title: Label,
  full: Exact.Text,
  grades: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ id: Id, label: Label, share: Exact.Text })),
  groups: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      id: Id,
      label: Label,
      weight: Exact.Text,
      on: /* @__PURE__ */ Schema.optionalKey(ids),
    }),
  ),
  spoils: /* @__PURE__ */ Schema.Literals(["vote", "slip"]),
  self: /* @__PURE__ */ Schema.Literals(["allowed", "spoiled", "refused"]),
  base: /* @__PURE__ */ Schema.Literals(["valid", "validAndAbstained", "handedIn", "due"]),
  emptyGroup: /* @__PURE__ */ Schema.Literals(["apart", "reweight"]),
  limits: /* @__PURE__ */ Schema.Array(Limit),
  received: /* @__PURE__ */ Schema.optionalKey(Quorum),
  valid: /* @__PURE__ */ Schema.optionalKey(Quorum),
  bands: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      id: Id,
      label: Label,
      needs: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ grades: ids, on: Span.Span })),
    }),
  ),
})

/**
 * The schema of {@link Poll}; {@link document} reads one from unknown input and checks it as a whole.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Poll: Schema.Codec<Poll> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  id: Id,
  scheme: Scheme,
  subjects: ids,
  due: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ group: Id, slips: whole })),
  slips: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      id: Id,
      group: Id,
      rater: /* @__PURE__ */ Schema.optionalKey(Id),
      marks: /* @__PURE__ */ Schema.Array(
        /* @__PURE__ */ Schema.Struct({ subject: Id, grades: /* @__PURE__ */ Schema.Array(Schema.String) }),
      ),
    }),
  ),
})

/**
 * The poll as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Poll> = /* @__PURE__ */ Document.make<Poll>({
  name: "Poll",
  format: 1,
  schema: () => Poll,
  check: (poll) => check(poll),
})

// ---------------------------------------------------------------- getters

/**
 * The subjects that a rater group votes on.
 *
 * @example
 * ```ts
 * import { Poll } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const groups = [{ id: "群众", label: { zh: "群众代表" }, weight: "1", on: ["书记"] }] // made up
 * assert.deepEqual(Poll.asked({ scheme: { groups }, subjects: ["书记", "委员"] }, "群众"), ["书记"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const asked = (
  { scheme, subjects }: { readonly scheme: Pick<Scheme, "groups">; readonly subjects: ReadonlyArray<string> },
  group: string,
): ReadonlyArray<string> => {
  const on = scheme.groups.find(({ id }) => id === group)?.on
  return on === undefined ? subjects : subjects.filter((subject) => on.includes(subject))
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a poll as it was entered, all at once, each with its place; none for a sound one. Spoiled
 * votes are no faults: they are part of the count.
 *
 * @example
 * ```ts
 * import { Poll } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const scheme: Poll.Scheme = {
 *   id: "评议",
 *   title: { zh: "民主评议" }, // made up
 *   full: "100",
 *   grades: [{ id: "好", label: { zh: "好" }, share: "1" }],
 *   groups: [{ id: "党员", label: { zh: "党员" }, weight: "1" }],
 *   spoils: "vote",
 *   self: "allowed",
 *   base: "valid",
 *   emptyGroup: "apart",
 *   limits: [],
 *   bands: [],
 * }
 * const slip = { id: "1号", group: "群众", marks: [] }
 * const due = [{ group: "党员", slips: 20 }]
 * const faults = Poll.check({ format: 1, id: "2023", scheme, subjects: ["甲"], due, slips: [slip] })
 * assert.deepEqual(faults.map(({ code, path }) => [code, path]), [["poll.noSuchId", ["slips", 0, "group"]]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: Poll): ReadonlyArray<PollFault> => [
  ...checkScheme(self),
  ...twice(self.subjects, ["subjects"]),
  ...twice(
    self.due.map(({ group }) => group),
    ["due"],
    "group",
  ),
  ...checkDue(self),
  ...checkSlips(self),
]

type Path = Fault["path"]

const twice = (all: ReadonlyArray<string>, path: Path, key?: string): ReadonlyArray<PollFault> => {
  const seen = new Set<string>()
  return all.flatMap((id, index) => {
    const isTwice = seen.has(id)
    seen.add(id)
    return isTwice ? [fault("poll.twice", { id }, [...path, index, ...(key === undefined ? [] : [key])])] : []
  })
}

const strangers = (all: ReadonlyArray<string>, known: ReadonlyArray<string>, path: Path): ReadonlyArray<PollFault> =>
  all.flatMap((id, index) => (known.includes(id) ? [] : [fault("poll.noSuchId", { id }, [...path, index])]))

const badShare = (text: string, path: Path): ReadonlyArray<PollFault> =>
  Span.contains(WHOLE, Exact.parseUnsafe(text)) ? [] : [fault("poll.share", { share: text }, path)]

const WHOLE: Span.Span = { ge: "0", le: "1" }

const checkScheme = ({ scheme, subjects }: Poll): ReadonlyArray<PollFault> => {
  const { full, grades, groups, limits, bands } = scheme
  const at = (...keys: Path): Path => ["scheme", ...keys]
  const known = grades.map(({ id }) => id)
  const idsOf = (all: ReadonlyArray<{ readonly id: string }>) => all.map(({ id }) => id)
  const sum = Exact.sum(groups.map(({ weight }) => Exact.parseUnsafe(weight)))
  const quorum = (asks: Quorum | undefined, path: Path) =>
    asks?.share === undefined
      ? []
      : badShare("ge" in asks.share ? asks.share.ge : asks.share.gt, [
          ...path,
          "share",
          "ge" in asks.share ? "ge" : "gt",
        ])
  return [
    ...twice(idsOf(grades), at("grades"), "id"),
    ...twice(idsOf(groups), at("groups"), "id"),
    ...twice(idsOf(limits), at("limits"), "id"),
    ...twice(idsOf(bands), at("bands"), "id"),
    ...(Exact.sign(Exact.parseUnsafe(full)) > 0 ? [] : [fault("poll.full", { full }, at("full"))]),
    ...grades.flatMap(({ share: part }, index) => badShare(part, at("grades", index, "share"))),
    ...groups.flatMap(({ weight, on = [] }, index) => [
      ...badShare(weight, at("groups", index, "weight")),
      ...strangers(on, subjects, at("groups", index, "on")),
    ]),
    ...(Exact.equals(sum, Exact.one) ? [] : [fault("poll.weights", { sum: Exact.text(sum) }, at("groups"))]),
    ...limits.flatMap(({ grades: of, of: size }, index) => [
      ...strangers(of, known, at("limits", index, "grades")),
      ...("share" in size ? badShare(size.share, at("limits", index, "of", "share")) : []),
    ]),
    ...quorum(scheme.received, at("received")),
    ...quorum(scheme.valid, at("valid")),
    ...bands.flatMap(({ needs }, index) =>
      needs.flatMap(({ grades: of }, need) => strangers(of, known, at("bands", index, "needs", need, "grades"))),
    ),
  ]
}

const checkDue = ({ scheme, due, slips }: Poll): ReadonlyArray<PollFault> => [
  ...scheme.groups.flatMap(({ id: group }) =>
    due.some((one) => one.group === group) ? [] : [fault("poll.noDue", { group }, ["due"])],
  ),
  ...due.flatMap(({ group, slips: most }, index) => {
    const found = slips.filter((slip) => slip.group === group).length
    return [
      ...(scheme.groups.some(({ id }) => id === group)
        ? []
        : [fault("poll.noSuchId", { id: group }, ["due", index, "group"])]),
      ...(found > most ? [fault("poll.moreThanDue", { group, due: most, found }, ["due", index, "slips"])] : []),
    ]
  }),
]

const checkSlips = (self: Poll): ReadonlyArray<PollFault> => {
  const raters = new Set<string>()
  return [
    ...twice(
      self.slips.map(({ id }) => id),
      ["slips"],
      "id",
    ),
    ...self.slips.flatMap((slip, index) => {
      const { rater, group } = slip
      const isAgain = rater !== undefined && raters.has(rater)
      if (rater !== undefined) raters.add(rater)
      return [
        ...(isAgain ? [fault("poll.raterTwice", { rater }, ["slips", index, "rater"])] : []),
        ...(self.scheme.groups.some(({ id }) => id === group)
          ? checkMarks(slip, self, ["slips", index, "marks"])
          : [fault("poll.noSuchId", { id: group }, ["slips", index, "group"])]),
      ]
    }),
  ]
}

const checkMarks = (slip: Slip, self: Poll, path: Path): ReadonlyArray<PollFault> => {
  const { scheme, subjects } = self
  const due = asked(self, slip.group)
  const seen = new Set<string>()
  return slip.marks.flatMap(({ subject, grades }, index): ReadonlyArray<PollFault> => {
    const here = [...path, index, "subject"]
    const isAgain = seen.has(subject)
    seen.add(subject)
    if (!subjects.includes(subject)) return [fault("poll.noSuchId", { id: subject }, here)]
    const isMarked = grades.length > 0
    return [
      ...(isAgain ? [fault("poll.markedTwice", { slip: slip.id, subject }, here)] : []),
      ...(isMarked && !due.includes(subject) ? [fault("poll.outside", { group: slip.group, subject }, here)] : []),
      ...(isMarked && scheme.self === "refused" && slip.rater === subject
        ? [fault("poll.self", { slip: slip.id, subject }, here)]
        : []),
    ]
  })
}
