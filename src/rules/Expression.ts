/**
 * Expressions and conditions (计分式与条件): the closed tree that a rulebook's score is made of.
 *
 * The constructors of `Builder` carry the kinds of the field; what stands in a document is this small tree, which the
 * interpreter, the verifier and systems in other languages face. There are no variables, no recursion and no product of
 * two unknowns. Everything that reads the world is a leaf; `acts` is the only node over single facts, `peers` the only
 * one over other subjects. Numbers are exact, as canonical text.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Absence } from "../foundation/Absence.js"
import { Text } from "../foundation/Exact.js"
import { Label } from "../foundation/Label.js"
import { Per } from "../foundation/Period.js"
import { Mode } from "../foundation/Rounding.js"
import { Span } from "./Span.js"

// ---------------------------------------------------------------- models

/**
 * Where a clause stands: a document of the rulebook's sources, and the article or line in it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cite {
  readonly doc: string
  readonly art: string
}

/**
 * The values a leaf can take: the multiples of `step` from `min` to `max` (`null`: no bound), and the unit. It is also
 * the interval that stands in for a value not yet known.
 *
 * @category models
 * @since 0.1.0
 */
export interface Domain {
  readonly unit: string
  readonly min: string | null
  readonly max: string | null
  readonly step: string
}

/**
 * What every node may carry: an id to be named by, its label, its clause, the full mark (满分) it is printed with, and
 * the kind of the field it was built as.
 *
 * @category models
 * @since 0.1.0
 */
export interface Printed {
  readonly id?: string
  readonly label?: Label
  readonly cite?: Cite
  readonly full?: string
  readonly form?: string
}

/**
 * A number of the text itself.
 *
 * @category models
 * @since 0.1.0
 */
export interface Constant extends Printed {
  readonly op: "const"
  readonly q: string
}

/**
 * What the facts of a kind say of the subject: the only value, the latest, how many facts, or the sum of a field.
 * `where` narrows the facts. `decidedBy` names who decides the value where people do (区间分由谁定); such a fact needs
 * its decider and reason. Without a fact the value is unknown; a count or sum is complete once its register is declared
 * closed, or once the period has ended.
 *
 * @category models
 * @since 0.1.0
 */
export interface FactLeaf extends Printed {
  readonly op: "fact"
  readonly kind: string
  readonly take: "only" | "latest" | "count" | "sum"
  readonly field?: string
  readonly where?: When
  readonly domain: Domain
  readonly decidedBy?: string
  readonly closedBy: "register" | "periodEnd"
}

/**
 * A number given per subject: a full mark, a base that depends on the class.
 *
 * @category models
 * @since 0.1.0
 */
export interface Parameter extends Printed {
  readonly op: "param"
  readonly name: string
  readonly domain: Domain
}

/**
 * The frozen result of a book for the same subject: of the same period (another book's result, imported), or of the one
 * before (history, roll-over): the last that ended before it and is as long, else the last of the longest. `node` is a
 * node's id or `score`.
 *
 * @category models
 * @since 0.1.0
 */
export interface ResultLeaf extends Printed {
  readonly op: "result"
  readonly book: string
  readonly node: string
  readonly at: "same" | "previous"
  readonly domain: Domain
}

/**
 * A field of the single fact under consideration; only inside `acts` and `where`.
 *
 * @category models
 * @since 0.1.0
 */
export interface FieldLeaf extends Printed {
  readonly op: "field"
  readonly field: string
  readonly domain: Domain
  readonly decidedBy?: string
}

/**
 * What the line under consideration asks for before caps; only inside the validity rows of `acts`.
 *
 * @category models
 * @since 0.1.0
 */
export interface RequestedLeaf extends Printed {
  readonly op: "requested"
}

/**
 * The value of a named node of the same book, for the same subject.
 *
 * @category models
 * @since 0.1.0
 */
export interface Reference extends Printed {
  readonly op: "ref"
  readonly to: string
}

/**
 * How many badges of the book the subject holds (已得单项星数).
 *
 * @category models
 * @since 0.1.0
 */
export interface BadgeCount extends Printed {
  readonly op: "badges"
}

/**
 * What stands in for an absent part: its domain as an interval (only for what is unknown), the other parts' weights
 * scaled up, the mean of the other peers that share a label (`null`: all), nothing at all (the whole is listed apart), or a value.
 *
 * @category models
 * @since 0.1.0
 */
export type AbsentRule =
  | "interval"
  | "reweight"
  | "apart"
  | { readonly peersMean: string | null }
  | { readonly value: string }

/**
 * What stands in for each kind of absence; a kind not named is listed apart, and the unknown stays an interval.
 *
 * @category models
 * @since 0.1.0
 */
export type AbsentPolicy = { readonly [Kind in Absence]?: AbsentRule }

/**
 * A weighted sum. `weights: "one"` says that the weights are meant to come to one.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sum extends Printed {
  readonly op: "sum"
  readonly of: ReadonlyArray<{ readonly w: string; readonly e: Expression }>
  readonly weights: "one" | "free"
  readonly absent?: AbsentPolicy
}

/**
 * The least or the greatest of the parts: floors, ceilings, gates.
 *
 * @category models
 * @since 0.1.0
 */
export interface Extreme extends Printed {
  readonly op: "min" | "max"
  readonly of: ReadonlyArray<Expression>
}

/**
 * An expression times a parameter of the subject.
 *
 * @category models
 * @since 0.1.0
 */
export interface Times extends Printed {
  readonly op: "times"
  readonly by: Parameter
  readonly e: Expression
}

/**
 * A quotient. On an empty denominator it is absent in the way stated, or a stated value: never silently 0 or 100 %.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ratio extends Printed {
  readonly op: "ratio"
  readonly num: Expression
  readonly den: Expression
  readonly empty: Absence | { readonly value: string }
}

/**
 * One piece of a curve: on a span of the argument the value is `at`, or `at + slope × (argument − from)`.
 *
 * @category models
 * @since 0.1.0
 */
export interface Piece {
  readonly on: Span
  readonly at: string
  readonly slope?: string
  readonly from?: string
  readonly label?: Label
  readonly cite?: Cite
}

/**
 * A function of one argument by pieces: steps, tiers, milestones, ladders, slopes, rank lists. A value that no piece
 * or more than one holds is a conflict.
 *
 * @category models
 * @since 0.1.0
 */
export interface Curve extends Printed {
  readonly op: "curve"
  readonly of: Expression
  readonly pieces: ReadonlyArray<Piece>
}

/**
 * A line of the rule text that gives or takes for a single fact of a kind. `repeat`: the same class again inside the
 * validity of the earlier line is worth so many times as much.
 *
 * @category models
 * @since 0.1.0
 */
export interface Act {
  readonly id: string
  readonly kind: string
  readonly label: Label
  readonly when?: When
  readonly worth: Expression
  readonly repeat?: { readonly class: string; readonly times: string }
  readonly cite: Cite
}

/**
 * A limit over lines: per single line, per calendar span, or per `period`, which is the rated period, or the span of
 * `over` that the lines stand in; on what they give (`bonus`), take (`malus`) or both together (`net`). Caps nest or stand
 * apart, they never cross; within a span the earliest lines are granted first.
 *
 * @category models
 * @since 0.1.0
 */
export interface Cap {
  readonly id: string
  readonly of: ReadonlyArray<string>
  readonly per: "line" | "period" | Per
  readonly on: "bonus" | "malus" | "net"
  readonly min?: string
  readonly max?: string
  readonly cite: Cite
}

/**
 * How long the lines that fit `when` count: so many months from the day of the fact, or from the day a continuing one
 * ends; rows may ask what the line is worth before it is doubled for repetition. A line that fits no row counts in the
 * rated period, or the span of `over` it stands in.
 *
 * @category models
 * @since 0.1.0
 */
export interface Validity {
  readonly when: When
  readonly months: number
  readonly cite: Cite
}

/**
 * While a continuing fact of these kinds runs, bonus lines dated since it began are recorded and give nothing; once it
 * has ended they count again. What runs is asked on the last day of the rated period that has come.
 *
 * @category models
 * @since 0.1.0
 */
export interface Suspension {
  readonly id: string
  readonly kinds: ReadonlyArray<string>
  readonly cite: Cite
}

/**
 * The sum of what single facts give and take. `sameAct: "largestRequested"`: of the lines of one sign that fit one act,
 * only the one that asks for most counts (一事不重复计). Lines stand as recorded by the day: what is still to be recorded of
 * a span that has begun is not guessed at; of a span that has not, all that the caps allow is possible.
 *
 * @category models
 * @since 0.1.0
 */
export interface Acts extends Printed {
  readonly op: "acts"
  readonly acts: ReadonlyArray<Act>
  readonly caps: ReadonlyArray<Cap>
  readonly sameAct: "sum" | "largestRequested"
  readonly validity: ReadonlyArray<Validity>
  readonly suspensions: ReadonlyArray<Suspension>
}

/**
 * An expression once per calendar span of the rated period, added up or averaged. A continuing fact counts in every span
 * it touches.
 *
 * @category models
 * @since 0.1.0
 */
export interface Over extends Printed {
  readonly op: "over"
  readonly each: Per
  readonly e: Expression
  readonly fold: "sum" | "mean"
  readonly absent: AbsentPolicy
}

/**
 * How equals are settled: keys one after the other, then the place is shared, a meeting decides, or a draw from a
 * published seed does. `method` says which place those who share take: the first of them, the last, the mean, the number
 * of classes ahead and one; `ordinal` numbers them one after the other by id and leaves the order open for people.
 * `cite` is where the text says so; ties that nobody wrote a rule for have none.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ties {
  readonly keys: ReadonlyArray<{ readonly e: Expression; readonly best: "high" | "low" }>
  readonly last: "share" | "meeting" | { readonly draw: string }
  readonly method: "min" | "max" | "average" | "dense" | "ordinal"
  readonly cite?: Cite
}

/**
 * What the peers that share the subject's values of a label (`null`: all) have together: the mean, the best, the number
 * of them, the sum; or the subject's place among them. Peers are those who are scored, rated or unrated, the subject
 * included; those for whom the value is absent do not count.
 *
 * @category models
 * @since 0.1.0
 */
export interface Peers extends Printed {
  readonly op: "peers"
  readonly e: Expression
  readonly fold: "mean" | "best" | "rank" | "count" | "sum"
  readonly group: string | null
  readonly best: "high" | "low"
  readonly ties: Ties
}

/**
 * The row whose condition holds. Two rows that hold with different values are a conflict; where none holds, `otherwise`,
 * and without it a conflict.
 *
 * @category models
 * @since 0.1.0
 */
export interface Case extends Printed {
  readonly op: "case"
  readonly rows: ReadonlyArray<{ readonly when: When; readonly gives: Expression; readonly cite?: Cite }>
  readonly otherwise: Expression | null
}

/**
 * Rounding at a declared stage.
 *
 * @category models
 * @since 0.1.0
 */
export interface Round extends Printed {
  readonly op: "round"
  readonly e: Expression
  readonly mode: Mode
  readonly step: string
}

/**
 * The closed tree.
 *
 * @category models
 * @since 0.1.0
 */
export type Expression =
  | Constant
  | FactLeaf
  | Parameter
  | ResultLeaf
  | FieldLeaf
  | RequestedLeaf
  | Reference
  | BadgeCount
  | Sum
  | Extreme
  | Times
  | Ratio
  | Curve
  | Acts
  | Over
  | Peers
  | Case
  | Round

/**
 * A condition, three-valued: a label of the subject, a tag of the fact under consideration, the level of a frozen
 * result, a value on a span, or conditions together.
 *
 * @category models
 * @since 0.1.0
 */
export type When =
  | { readonly test: "is"; readonly label: string; readonly in: ReadonlyArray<string> }
  | { readonly test: "tag"; readonly tag: string; readonly in: ReadonlyArray<string> }
  | {
      readonly test: "level"
      readonly book: string
      readonly at: "same" | "previous"
      readonly in: ReadonlyArray<string>
    }
  | { readonly test: "value"; readonly e: Expression; readonly on: Span }
  | { readonly test: "atLeast"; readonly n: number; readonly of: ReadonlyArray<When> }
  | { readonly test: "all"; readonly of: ReadonlyArray<When> }
  | { readonly test: "any"; readonly of: ReadonlyArray<When> }
  | { readonly test: "not"; readonly of: When }

// ---------------------------------------------------------------- schemas

/**
 * A name in a rulebook or register: of a node, line, kind, field, label or subject. Not empty, without control characters
 * (`rulebook.badId`).
 *
 * @category schemas
 * @since 0.1.0
 */
export const Id: Schema.Codec<string> = /* @__PURE__ */ Schema.NonEmptyString.check(
  /* @__PURE__ */ Schema.makeFilter((id: string) => !hasControl(id) || "rulebook.badId"),
)

const hasControl = (id: string): boolean =>
  Array.from(id).some((character) => character < " " || (character >= "\u007f" && character <= "\u009f"))

/**
 * The schema of {@link Cite}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Cite: Schema.Codec<Cite> = /* @__PURE__ */ Schema.Struct({
  doc: Id,
  art: Id,
})

/**
 * The schema of {@link Domain}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Domain: Schema.Codec<Domain> = /* @__PURE__ */ Schema.Struct({
  unit: Id,
  min: /* @__PURE__ */ Schema.NullOr(Text),
  max: /* @__PURE__ */ Schema.NullOr(Text),
  step: Text,
})

const anyExpression = /* @__PURE__ */ Schema.suspend((): Schema.Codec<Expression> => Expression)
const anyWhen = /* @__PURE__ */ Schema.suspend((): Schema.Codec<When> => When)
const texts = /* @__PURE__ */ Schema.Array(Id)
const count = /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 1, maximum: 10_000 }))
const best = /* @__PURE__ */ Schema.Literals(["high", "low"])

const printed = {
  id: /* @__PURE__ */ Schema.optionalKey(Id),
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  cite: /* @__PURE__ */ Schema.optionalKey(Cite),
  full: /* @__PURE__ */ Schema.optionalKey(Text),
  form: /* @__PURE__ */ Schema.optionalKey(Id),
}

const AbsentRule = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Literals(["interval", "reweight", "apart"]),
  /* @__PURE__ */ Schema.Struct({ peersMean: /* @__PURE__ */ Schema.NullOr(Id) }),
  /* @__PURE__ */ Schema.Struct({ value: Text }),
])

const AbsentPolicy = /* @__PURE__ */ Schema.Struct({
  unknown: /* @__PURE__ */ Schema.optionalKey(AbsentRule),
  notApplicable: /* @__PURE__ */ Schema.optionalKey(AbsentRule),
  exempt: /* @__PURE__ */ Schema.optionalKey(AbsentRule),
  new: /* @__PURE__ */ Schema.optionalKey(AbsentRule),
})

const Parameter = /* @__PURE__ */ Schema.Struct({
  op: /* @__PURE__ */ Schema.Literal("param"),
  name: Id,
  domain: Domain,
  ...printed,
})

const Act = /* @__PURE__ */ Schema.Struct({
  id: Id,
  kind: Id,
  label: Label,
  when: /* @__PURE__ */ Schema.optionalKey(anyWhen),
  worth: anyExpression,
  repeat: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Struct({ class: Id, times: Text })),
  cite: Cite,
})

const Cap = /* @__PURE__ */ Schema.Struct({
  id: Id,
  of: texts,
  per: /* @__PURE__ */ Schema.Union([/* @__PURE__ */ Schema.Literals(["line", "period"]), Per]),
  on: /* @__PURE__ */ Schema.Literals(["bonus", "malus", "net"]),
  min: /* @__PURE__ */ Schema.optionalKey(Text),
  max: /* @__PURE__ */ Schema.optionalKey(Text),
  cite: Cite,
})

const Piece = /* @__PURE__ */ Schema.Struct({
  on: Span,
  at: Text,
  slope: /* @__PURE__ */ Schema.optionalKey(Text),
  from: /* @__PURE__ */ Schema.optionalKey(Text),
  label: /* @__PURE__ */ Schema.optionalKey(Label),
  cite: /* @__PURE__ */ Schema.optionalKey(Cite),
})

/**
 * The schema of {@link Ties}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Ties: Schema.Codec<Ties> = /* @__PURE__ */ Schema.Struct({
  keys: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ e: anyExpression, best })),
  last: /* @__PURE__ */ Schema.Union([
    /* @__PURE__ */ Schema.Literals(["share", "meeting"]),
    /* @__PURE__ */ Schema.Struct({ draw: Id }),
  ]),
  method: /* @__PURE__ */ Schema.Literals(["min", "max", "average", "dense", "ordinal"]),
  cite: /* @__PURE__ */ Schema.optionalKey(Cite),
})

/**
 * The schema of {@link Expression}. Each operator is a variant of its own, told by `op`, so that a fault inside a tree is
 * reported at its place.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Expression: Schema.Codec<Expression> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ op: /* @__PURE__ */ Schema.Literal("const"), q: Text, ...printed }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("fact"),
    kind: Id,
    take: /* @__PURE__ */ Schema.Literals(["only", "latest", "count", "sum"]),
    field: /* @__PURE__ */ Schema.optionalKey(Id),
    where: /* @__PURE__ */ Schema.optionalKey(anyWhen),
    domain: Domain,
    decidedBy: /* @__PURE__ */ Schema.optionalKey(Id),
    closedBy: /* @__PURE__ */ Schema.Literals(["register", "periodEnd"]),
    ...printed,
  }),
  Parameter,
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("result"),
    book: Id,
    node: Id,
    at: /* @__PURE__ */ Schema.Literals(["same", "previous"]),
    domain: Domain,
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("field"),
    field: Id,
    domain: Domain,
    decidedBy: /* @__PURE__ */ Schema.optionalKey(Id),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({ op: /* @__PURE__ */ Schema.Literal("requested"), ...printed }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("ref"),
    to: Id,
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({ op: /* @__PURE__ */ Schema.Literal("badges"), ...printed }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("sum"),
    of: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ w: Text, e: anyExpression })),
    weights: /* @__PURE__ */ Schema.Literals(["one", "free"]),
    absent: /* @__PURE__ */ Schema.optionalKey(AbsentPolicy),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("min"),
    of: /* @__PURE__ */ Schema.NonEmptyArray(anyExpression),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("max"),
    of: /* @__PURE__ */ Schema.NonEmptyArray(anyExpression),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("times"),
    by: Parameter,
    e: anyExpression,
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("ratio"),
    num: anyExpression,
    den: anyExpression,
    empty: /* @__PURE__ */ Schema.Union([Absence, /* @__PURE__ */ Schema.Struct({ value: Text })]),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("curve"),
    of: anyExpression,
    pieces: /* @__PURE__ */ Schema.NonEmptyArray(Piece),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("acts"),
    acts: /* @__PURE__ */ Schema.Array(Act),
    caps: /* @__PURE__ */ Schema.Array(Cap),
    sameAct: /* @__PURE__ */ Schema.Literals(["sum", "largestRequested"]),
    validity: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ when: anyWhen, months: count, cite: Cite })),
    suspensions: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ id: Id, kinds: texts, cite: Cite })),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("over"),
    each: Per,
    e: anyExpression,
    fold: /* @__PURE__ */ Schema.Literals(["sum", "mean"]),
    absent: AbsentPolicy,
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("peers"),
    e: anyExpression,
    fold: /* @__PURE__ */ Schema.Literals(["mean", "best", "rank", "count", "sum"]),
    group: /* @__PURE__ */ Schema.NullOr(Id),
    best,
    ties: Ties,
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("case"),
    rows: /* @__PURE__ */ Schema.Array(
      /* @__PURE__ */ Schema.Struct({
        when: anyWhen,
        gives: anyExpression,
        cite: /* @__PURE__ */ Schema.optionalKey(Cite),
      }),
    ),
    otherwise: /* @__PURE__ */ Schema.NullOr(anyExpression),
    ...printed,
  }),
  /* @__PURE__ */ Schema.Struct({
    op: /* @__PURE__ */ Schema.Literal("round"),
    e: anyExpression,
    mode: Mode,
    step: Text,
    ...printed,
  }),
]).annotate({ identifier: "Expression" })

/**
 * The schema of {@link When}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const When: Schema.Codec<When> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({
    test: /* @__PURE__ */ Schema.Literal("is"),
    label: Id,
    in: texts,
  }),
  /* @__PURE__ */ Schema.Struct({
    test: /* @__PURE__ */ Schema.Literal("tag"),
    tag: Id,
    in: texts,
  }),
  /* @__PURE__ */ Schema.Struct({
    test: /* @__PURE__ */ Schema.Literal("level"),
    book: Id,
    at: /* @__PURE__ */ Schema.Literals(["same", "previous"]),
    in: texts,
  }),
  /* @__PURE__ */ Schema.Struct({ test: /* @__PURE__ */ Schema.Literal("value"), e: anyExpression, on: Span }),
  /* @__PURE__ */ Schema.Struct({
    test: /* @__PURE__ */ Schema.Literal("atLeast"),
    n: count,
    of: /* @__PURE__ */ Schema.Array(anyWhen),
  }),
  /* @__PURE__ */ Schema.Struct({
    test: /* @__PURE__ */ Schema.Literal("all"),
    of: /* @__PURE__ */ Schema.Array(anyWhen),
  }),
  /* @__PURE__ */ Schema.Struct({
    test: /* @__PURE__ */ Schema.Literal("any"),
    of: /* @__PURE__ */ Schema.Array(anyWhen),
  }),
  /* @__PURE__ */ Schema.Struct({ test: /* @__PURE__ */ Schema.Literal("not"), of: anyWhen }),
]).annotate({ identifier: "When" })
