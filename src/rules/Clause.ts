/**
 * Clauses (条款) of the verdict: what turns a total into a level. They are a fixed set in a fixed order, not expressions:
 * classes, score effects, rounding, levels, level effects, direct awards, climb limit, quotas.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Text } from "../foundation/Exact.js"
import { Label } from "../foundation/Label.js"
import { Mode } from "../foundation/Rounding.js"
import { Cite, Id, Ties, When } from "./Expression.js"
import { Span } from "./Span.js"

// ---------------------------------------------------------------- models

/**
 * A class of subjects (人员或组织类别), by labels and frozen levels alone. `rated` is scored and graded, `unrated` is scored without a grade (new bodies
 * that rate themselves), `exempt` is not evaluated this period.
 *
 * @category models
 * @since 0.1.0
 */
export interface Class {
  readonly id: string
  readonly label: Label
  readonly when: When
  readonly standing: "rated" | "unrated" | "exempt"
  readonly cite: Cite
}

/**
 * What an effect does (一票否决按其效果分): sets the score to nought, takes off a number of points, or holds the level
 * down to a level at most. Direct grading, the lowest level and the bar from the top are all ceilings.
 *
 * @category models
 * @since 0.1.0
 */
export type Does = "zero" | { readonly deduct: string } | { readonly atMost: string }

/**
 * An effect: when its condition holds over the facts of the rated period, or over those that count for so many months from
 * their day or their end, it does what it does. Once the repair holds, it does that instead (`nothing`: it is lifted);
 * only facts since the last one that the effect rests on can repair it. `zero` never lifts a score below nought.
 *
 * @category models
 * @since 0.1.0
 */
export interface Effect {
  readonly id: string
  readonly label: Label
  readonly when: When
  readonly does: Does
  readonly lasts: "period" | { readonly months: number }
  readonly repair?: { readonly when: When; readonly does: Does | "nothing"; readonly cite: Cite }
  readonly cite: Cite
}

/**
 * A level (等次、星级) by the span of the rounded score, and a further condition where the text has one; `on: null` where
 * no score reaches it, only an effect, an award or a quota. The best level stands first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Level {
  readonly id: string
  readonly label: Label
  readonly on: Span | null
  readonly and?: When
  readonly cite: Cite
}

/**
 * A badge (单项星), earned alone, once the badges it needs are held.
 *
 * @category models
 * @since 0.1.0
 */
export interface Badge {
  readonly id: string
  readonly label: Label
  readonly when: When
  readonly needs: ReadonlyArray<string>
  readonly cite: Cite
}

/**
 * A direct award (直接晋级): the level at least, with or without a place of the quota (`overQuota`). Where the text does not
 * say whether it takes a place, the field is absent, and whoever stands at the cut stays open between both readings.
 *
 * @category models
 * @since 0.1.0
 */
export interface Award {
  readonly id: string
  readonly label: Label
  readonly when: When
  readonly atLeast: string
  readonly overQuota?: boolean
  readonly cite: Cite
}

/**
 * How many levels at most a subject climbs from its last frozen level; down there is no limit. A last level that the book
 * does not have is a conflict.
 *
 * @category models
 * @since 0.1.0
 */
export interface Climb {
  readonly steps: number
  readonly cite: Cite
}

/**
 * A quota on levels within each group of rated subjects (`group`: a label, `null`: all; `among` narrows them). `most`
 * limits one level, or several that follow one another together (五星、四星合计不超过40%): places go to the better level
 * first, then by score, and who stands behind falls to the next level below them. Quotas apply by the lowest level that
 * they limit, and on the same one in the order they stand. `noMore`, `least` and `about` are reported when missed;
 * nobody is moved for them. Who holds the level by an award beside the quota takes no place of `most` and `noMore`. The
 * size is a share of the group, rounded as stated, or a number of seats; `slack` widens `about`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Quota {
  readonly id: string
  readonly levels: ReadonlyArray<string>
  readonly sense: "most" | "noMore" | "least" | "about"
  readonly of: { readonly share: string; readonly round: Mode } | { readonly seats: number }
  readonly slack?: string
  readonly among?: When
  readonly group: string | null
  readonly cite: Cite
}

/**
 * A ranking of the rated subjects by score within each group.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ranking {
  readonly id: string
  readonly label: Label
  readonly among?: When
  readonly group: string | null
  readonly ties: Ties
  readonly cite: Cite
}

/**
 * Room that the text leaves for lines made locally: at most so many, each worth at most so much, into a node of acts.
 *
 * @category models
 * @since 0.1.0
 */
export interface Slot {
  readonly id: string
  readonly into: string
  readonly sign: "bonus" | "malus"
  readonly items: number
  readonly each: string
  readonly cite: Cite
}

/**
 * What a careful reader noted on a clause of the source: a defect of the printed text, or a doubt that it does not
 * settle. Notes change no result.
 *
 * @category models
 * @since 0.1.0
 */
export interface Note {
  readonly on: string
  readonly kind: "defect" | "doubt" | "remark"
  readonly code?: string
  readonly with?: string
  readonly text: Label
}

// ---------------------------------------------------------------- schemas

const id = Id
const count = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 10_000 }))

/**
 * The schema of {@link Does}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Does: Schema.Codec<Does> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Literal("zero"),
  /* @__PURE__ */ Schema.Struct({ deduct: Text }),
  /* @__PURE__ */ Schema.Struct({ atMost: id }),
])

/**
 * The schema of {@link Class}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Class: Schema.Codec<Class> = /* @__PURE__ */ Schema.Struct({
  id,
  label: Label,
  when: When,
  standing: /* @__PURE__ */ Schema.Literals(["rated", "unrated", "exempt"]),
  cite: Cite,
})

/**
 * The schema of {@link Effect}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Effect: Schema.Codec<Effect> = /* @__PURE__ */ Schema.Struct({
  id,
  label: Label,
  when: When,
  does: Does,
  lasts: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Literal("period"),
    /* @__PURE__ */ Schema.Struct({ months: count }),
  ]),
  repair: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Struct({
      when: When,
      does: /* @__PURE__ */ Schema.Union([/* @__PURE__ */ Schema.Literal("nothing"), Does]),
      cite: Cite,
    }),
  ),
  cite: Cite,
})

/**
 * The schema of {@link Level}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Level: Schema.Codec<Level> = /* @__PURE__ */ Schema.Struct({
  id,
  label: Label,
  on: /* @__PURE__ */ Schema.NullOr(Span),
  and: /* @__PURE__ */ Schema.optionalKey(When),
  cite: Cite,
})

/**
 * The schema of {@link Badge}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Badge: Schema.Codec<Badge> = /* @__PURE__ */ Schema.Struct({
  id,
  label: Label,
  when: When,
  needs: /* @__PURE__ */ Schema.Array(id),
  cite: Cite,
})

/**
 * The schema of {@link Award}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Award: Schema.Codec<Award> = /* @__PURE__ */ Schema.Struct({
  id,
  label: Label,
  when: When,
  atLeast: id,
  overQuota: /* @__PURE__ */ Schema.optionalKey(Schema.Boolean),
  cite: Cite,
})

/**
 * The schema of {@link Climb}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Climb: Schema.Codec<Climb> = /* @__PURE__ */ Schema.Struct({ steps: count, cite: Cite })

/**
 * The schema of {@link Quota}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Quota: Schema.Codec<Quota> = /* @__PURE__ */ Schema.Struct({
  id,
  levels: /* @__PURE__ */ Schema.NonEmptyArray(id),
  sense: /* @__PURE__ */ Schema.Literals(["most", "noMore", "least", "about"]),
  of: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Struct({ share: Text, round: Mode }),
    /* @__PURE__ */ Schema.Struct({ seats: count }),
  ]),
  slack: /* @__PURE__ */ Schema.optionalKey(Text),
  among: /* @__PURE__ */ Schema.optionalKey(When),
  group: /* @__PURE__ */ Schema.NullOr(id),
  cite: Cite,
})

/**
 * The schema of {@link Ranking}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Ranking: Schema.Codec<Ranking> = /* @__PURE__ */ Schema.Struct({
  id,
  label: Label,
  among: /* @__PURE__ */ Schema.optionalKey(When),
  group: /* @__PURE__ */ Schema.NullOr(id),
  ties: Ties,
  cite: Cite,
})

/**
 * The schema of {@link Slot}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Slot: Schema.Codec<Slot> = /* @__PURE__ */ Schema.Struct({
  id,
  into: id,
  sign: /* @__PURE__ */ Schema.Literals(["bonus", "malus"]),
  items: count,
  each: Text,
  cite: Cite,
})

/**
 * The schema of {@link Note}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Note: Schema.Codec<Note> = /* @__PURE__ */ Schema.Struct({
  on: id,
  kind: /* @__PURE__ */ Schema.Literals(["defect", "doubt", "remark"]),
  code: /* @__PURE__ */ Schema.optionalKey(id),
  with: /* @__PURE__ */ Schema.optionalKey(id),
  text: Label,
})
