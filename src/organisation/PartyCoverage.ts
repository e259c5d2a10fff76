/**
 * Coverage (党的组织覆盖和工作覆盖): how far units and grids are reached, with the denominator of every rate stated.
 *
 * Each unit of the base falls in exactly one class: an organisation of its own, a joint branch, or none. A joint branch
 * counts once for each unit that it covers. Partial counts of two places merge by their sets of units; what stands in
 * both is refused, never counted twice.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Document from "../foundation/Document.js"
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Label from "../foundation/Label.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import * as Unit from "../foundation/Unit.js"
import * as Span from "../rules/Span.js"
import type { HeadCount } from "./HeadCount.js"
import * as Provision from "./Provision.js"
import * as Threshold from "./Threshold.js"

// ---------------------------------------------------------------- models

/**
 * The class a unit falls in: its own committee, general branch or branch (单独建立); a joint branch (联合党支部); or none: one
 * that should have built and has not (应建未建), one with members too few for that (有党员未建), one without members.
 *
 * @category models
 * @since 0.1.0
 */
export type Class = "committee" | "generalBranch" | "branch" | "joint" | "shouldBuild" | "individuals" | "noMembers"

/**
 * What defines a base (分母口径): the words for it, the unit it counts in, the marks a unit must bear (`operating`, `premises`)
 * and those it must not (`shell`, `dormant`, `twiceRegistered`), and spans of counts (`staff`).
 *
 * @category models
 * @since 0.1.0
 */
export interface BaseRule extends Provision.Provision {
  readonly label: Label.Label
  readonly unit: string
  readonly marks: ReadonlyArray<string>
  readonly without: ReadonlyArray<string>
  readonly counts: ReadonlyArray<{ readonly of: string; readonly on: Span.Span }>
}

/**
 * As which class a kind of organisation counts for the unit it is set up in; `group` for Party groups (党小组), which are a
 * mark on the unit and no class.
 *
 * @category models
 * @since 0.1.0
 */
export interface ClassRule extends Provision.Provision {
  readonly kind: string
  readonly as: "committee" | "generalBranch" | "branch" | "joint" | "group"
}

/**
 * A means of work coverage (工作覆盖) for units without an organisation: an instructor (党建指导员), a liaison (联络员), a trade
 * union or Youth League body (群团组织).
 *
 * @category models
 * @since 0.1.0
 */
export interface MeansRule extends Provision.Provision {
  readonly means: string
  readonly label: Label.Label
}

/**
 * The tables that coverage goes by.
 *
 * @category models
 * @since 0.1.0
 */
export interface Tables {
  readonly thresholds: ReadonlyArray<Threshold.ThresholdRule>
  readonly classes: ReadonlyArray<ClassRule>
  readonly means: ReadonlyArray<MeansRule>
}

/**
 * A unit: its sector, its members, the marks it bears and the counts a base may ask for.
 *
 * @category models
 * @since 0.1.0
 */
export interface CoverageUnit {
  readonly id: string
  readonly sector: string
  readonly head: HeadCount
  readonly marks: ReadonlyArray<string>
  readonly counts: Readonly<Record<string, number>>
}

/**
 * What there is on the day: the units, the organisations with the units they are set up in, and the means of work.
 *
 * @category models
 * @since 0.1.0
 */
export interface Scene {
  readonly on: CivilDate.CivilDate
  readonly units: ReadonlyArray<CoverageUnit>
  readonly bodies: ReadonlyArray<{ readonly id: string; readonly kind: string; readonly units: ReadonlyArray<string> }>
  readonly works: ReadonlyArray<{ readonly means: string; readonly unit: string }>
}

/**
 * One unit of the base: its class, whether the rules demand an organisation of it, whether it has a Party group, and the
 * means of work that reach it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Row {
  readonly unit: string
  readonly class: Class
  readonly must: boolean
  readonly group: boolean
  readonly means: ReadonlyArray<string>
}

/**
 * Coverage as one stored document: the day, the base with its words, every unit of it, and the units left out of it.
 *
 * @category models
 * @since 0.1.0
 */
export interface Coverage {
  readonly format: 1
  readonly on: CivilDate.CivilDate
  readonly base: { readonly id: string; readonly label: Label.Label; readonly unit: string }
  readonly rows: ReadonlyArray<Row>
  readonly outside: ReadonlyArray<string>
}

/**
 * The rates of a coverage: organisation coverage (组织覆盖率), units with their own organisation (单独组建率), work coverage
 * (工作覆盖率, those with an organisation included), and built of those that must have one (组建率).
 *
 * @category models
 * @since 0.1.0
 */
export interface Rates {
  readonly organisation: Rate.Rate
  readonly own: Rate.Rate
  readonly work: Rate.Rate
  readonly built: Rate.Rate
}

/**
 * How many units fall in each class, and how many of all have a Party group or an instructor or other means.
 *
 * @category models
 * @since 0.1.0
 */
export interface Partition {
  readonly total: number
  readonly classes: Readonly<Record<Class, number>>
  readonly withGroup: number
  readonly withMeans: Readonly<Record<string, number>>
}

/**
 * Figures as a report gives them, as far as it does: units operating, with their own organisation, in joint ones, covered
 * in all, reached by work alone, that must have an organisation and that have built it; and organisations.
 *
 * @category models
 * @since 0.1.0
 */
export interface Published {
  readonly operating?: number
  readonly own?: number
  readonly joint?: number
  readonly covered?: number
  readonly workOnly?: number
  readonly must?: number
  readonly built?: number
  readonly organisations?: number
}

/**
 * A rate that follows from published figures, or the figures it lacks.
 *
 * @category models
 * @since 0.1.0
 */
export type Derived =
  | { readonly is: "known"; readonly rate: Rate.Rate }
  | { readonly is: "lacking"; readonly lacks: ReadonlyArray<keyof Published> }

// ---------------------------------------------------------------- errors

/**
 * What can be wrong: an id that stands twice, an organisation or a means in a unit that is not there, a count of a unit
 * that counts nothing (a fraction, below nought), a kind without a class, an organisation of one unit's own that names several, figures that contradict one another, and, in merging,
 * another day, another base, or a unit in both parts.
 *
 * @category errors
 * @since 0.1.0
 */
export type PartyCoverageFault = Fault<
  | "partyCoverage.idTwice"
  | "partyCoverage.noSuchUnit"
  | "partyCoverage.count"
  | "partyCoverage.noClass"
  | "partyCoverage.ownOfSeveral"
  | "partyCoverage.figures"
  | "partyCoverage.otherDay"
  | "partyCoverage.otherBase"
  | "partyCoverage.overlap"
>

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const texts = /* @__PURE__ */ Schema.Array(text)

/**
 * The schema of {@link Class}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Class: Schema.Codec<Class> = /* @__PURE__ */ Schema.Literals([
  "committee",
  "generalBranch",
  "branch",
  "joint",
  "shouldBuild",
  "individuals",
  "noMembers",
])

/**
 * The schema of {@link BaseRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const BaseRule: Schema.Codec<BaseRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  label: Label.Label,
  unit: Unit.Id,
  marks: texts,
  without: texts,
  counts: Schema.Array(Schema.Struct({ of: text, on: Span.Span })),
}))

/**
 * The schema of {@link ClassRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ClassRule: Schema.Codec<ClassRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  kind: text,
  as: Schema.Literals(["committee", "generalBranch", "branch", "joint", "group"]),
}))

/**
 * The schema of {@link MeansRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const MeansRule: Schema.Codec<MeansRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  means: text,
  label: Label.Label,
}))

/**
 * Coverage as a stored document: decode, encode, is, standard, jsonSchema. A unit that stands twice is refused.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Coverage> = /* @__PURE__ */ Document.make<Coverage>({
  name: "Coverage",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Schema.Literal(1),
      on: CivilDate.CivilDate,
      base: Schema.Struct({ id: text, label: Label.Label, unit: Unit.Id }),
      rows: Schema.Array(
        Schema.Struct({ unit: text, class: Class, must: Schema.Boolean, group: Schema.Boolean, means: texts }),
      ),
      outside: texts,
    }),
  check: ({ rows, outside }) => {
    const seen = new Set<string>()
    return [
      ...twice(
        rows.map(({ unit }) => unit),
        ["rows"],
        seen,
      ),
      ...twice(outside, ["outside"], seen),
    ]
  },
})

const twice = (
  ids: ReadonlyArray<string>,
  path: Fault["path"],
  seen: Set<string> = new Set(),
): ReadonlyArray<PartyCoverageFault> =>
  ids.flatMap((id, index) => {
    const again = seen.has(id)
    seen.add(id)
    return again ? [fault("partyCoverage.idTwice", { id }, [...path, index])] : []
  })

// ---------------------------------------------------------------- constructors

/**
 * The coverage of the units that are of a base, each in its class. Fails with all faults of what is given.
 *
 * **Details**
 *
 * Of several organisations in one unit the largest is its class: committee, general branch, branch, joint branch. A unit
 * without any that must have its own is `shouldBuild`; the rest have members or have none.
 *
 * @example
 * ```ts
 * import { CivilDate, Rate } from "dangjian/foundation"
 * import { HeadCount, PartyCoverage } from "dangjian/organisation"
 * import { CoverageRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const unit = (id: string, full: number) => ({
 *   id, // made up
 *   sector: "twoNew",
 *   head: HeadCount.ofUnsafe({ full, probationary: 0 }),
 *   marks: ["operating"],
 *   counts: {},
 * })
 * const scene = {
 *   on: CivilDate.parseUnsafe("2024-06-30"),
 *   units: [unit("u1", 3), unit("u2", 2), unit("u3", 2), unit("u4", 0)],
 *   bodies: [
 *     { id: "b1", kind: "branch", units: ["u1"] },
 *     { id: "b2", kind: "jointBranch", units: ["u2", "u3"] },
 *   ],
 *   works: [{ means: "instructor", unit: "u4" }],
 * }
 * const coverage = Result.getOrThrow(PartyCoverage.of(CoverageRules.tables, CoverageRules.operating, scene))
 * const { organisation, own, work } = PartyCoverage.rates(coverage)
 * assert.deepEqual([organisation, own, work].map((rate) => Rate.percent(rate, 0, "halfUp")), ["75%", "25%", "100%"])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (
  tables: Tables,
  base: BaseRule,
  scene: Scene,
): Result.Result<Coverage, ReadonlyArray<PartyCoverageFault>> => {
  const { on, units, bodies, works } = scene
  const classes = new Map(Provision.inForce(tables.classes, on).map(({ kind, as }) => [kind, as]))
  const faults = check(scene, classes)
  if (faults.length > 0) return Result.fail(faults)
  const found = new Map(units.map(({ id }) => [id, { as: new Set<string>(), means: new Set<string>() }]))
  for (const { kind, units: covered } of bodies) {
    for (const unit of covered) found.get(unit)?.as.add(classes.get(kind) ?? "")
  }
  const known = new Set(Provision.inForce(tables.means, on).map(({ means }) => means))
  for (const { means, unit } of works) if (known.has(means)) found.get(unit)?.means.add(means)
  const inside = units.filter((unit) => isOf(base, unit))
  const rows = inside.map(({ id, sector, head }): Row => {
    const { as = new Set<string>(), means = [] } = found.get(id) ?? {}
    const must = Threshold.permittedKinds(tables.thresholds, { sector, head, on }).some(
      (each) => each.duty === "must" && Threshold.isSettled(each) && classes.get(each.kind) !== "joint",
    )
    const own = BY_SIZE.find((each) => as.has(each))
    const none = must ? "shouldBuild" : head.all > 0 ? "individuals" : "noMembers"
    return { unit: id, class: own ?? none, must, group: as.has("group"), means: [...means].sort() }
  })
  return Result.succeed({
    format: 1,
    on,
    base: { id: base.id, label: base.label, unit: base.unit },
    rows: rows.sort(byUnit),
    outside: units
      .filter((unit) => !isOf(base, unit))
      .map(({ id }) => id)
      .sort(),
  })
}

const BY_SIZE = ["committee", "generalBranch", "branch", "joint"] as const

const byUnit = (a: Row, b: Row): number => (a.unit < b.unit ? -1 : a.unit > b.unit ? 1 : 0)

const check = (
  { units, bodies, works }: Scene,
  classes: ReadonlyMap<string, ClassRule["as"]>,
): ReadonlyArray<PartyCoverageFault> => {
  const known = new Set(units.map(({ id }) => id))
  const missing = (unit: string, path: Fault["path"]): ReadonlyArray<PartyCoverageFault> =>
    known.has(unit) ? [] : [fault("partyCoverage.noSuchUnit", { unit }, path)]
  return [
    ...twice(
      units.map(({ id }) => id),
      ["units"],
    ),
    ...twice(
      bodies.map(({ id }) => id),
      ["bodies"],
    ),
    ...units.flatMap(({ id, counts }, index) =>
      Object.entries(counts)
        .filter(([, value]) => !Number.isSafeInteger(value) || value < 0)
        .map(([of, value]) =>
          fault("partyCoverage.count", { id, of, value: String(value) }, ["units", index, "counts", of]),
        ),
    ),
    ...bodies.flatMap(({ id, kind, units: covered }, index): ReadonlyArray<PartyCoverageFault> => {
      const as = classes.get(kind)
      const several = new Set(covered).size > 1 && as !== "joint" && as !== undefined
      return [
        ...(as === undefined ? [fault("partyCoverage.noClass", { id, kind }, ["bodies", index, "kind"])] : []),
        ...(several ? [fault("partyCoverage.ownOfSeveral", { id, kind }, ["bodies", index, "units"])] : []),
        ...covered.flatMap((unit, at) => missing(unit, ["bodies", index, "units", at])),
      ]
    }),
    ...works.flatMap(({ unit }, index) => missing(unit, ["works", index, "unit"])),
  ]
}

// ---------------------------------------------------------------- guards

/**
 * Whether a unit is of a base: it bears all its marks and none of those it excludes, and its counts lie on the spans. A
 * count that nobody told is not on a span.
 *
 * @example
 * ```ts
 * import { PartyCoverage } from "dangjian/organisation"
 * import { CoverageRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const screened = CoverageRules.threeHaves
 * assert.equal(PartyCoverage.isOf(screened, { marks: ["operating", "premises"], counts: { staff: 10 } }), true)
 * assert.equal(PartyCoverage.isOf(screened, { marks: ["operating", "premises"], counts: { staff: 9 } }), false)
 * assert.equal(PartyCoverage.isOf(screened, { marks: ["operating", "premises"], counts: {} }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isOf = (base: BaseRule, { marks, counts }: Pick<CoverageUnit, "marks" | "counts">): boolean =>
  base.marks.every((mark) => marks.includes(mark)) &&
  !base.without.some((mark) => marks.includes(mark)) &&
  base.counts.every(({ of, on }) => {
    const count = Object.hasOwn(counts, of) ? counts[of] : undefined
    return count !== undefined && Number.isSafeInteger(count) && Span.contains(on, Exact.integerUnsafe(count))
  })

// ---------------------------------------------------------------- getters

const CLASSES = [...BY_SIZE, "shouldBuild", "individuals", "noMembers"] as const

const isOwn = ({ class: is }: Row): boolean => is === "committee" || is === "generalBranch" || is === "branch"
const isCovered = (row: Row): boolean => isOwn(row) || row.class === "joint"

/**
 * How many units fall in each class; the classes add up to all of them.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PartyCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const row = { class: "joint", must: false, group: false, means: ["instructor"] } as const
 * const coverage: PartyCoverage.Coverage = {
 *   format: 1,
 *   on: CivilDate.parseUnsafe("2024-06-30"),
 *   base: { id: "operating", label: { zh: "实际运营的单位" }, unit: "firm" },
 *   rows: [{ ...row, unit: "u1" }, { ...row, unit: "u2" }], // made up
 *   outside: [],
 * }
 * const { total, classes, withMeans } = PartyCoverage.partition(coverage)
 * assert.deepEqual([total, classes.joint, withMeans], [2, 2, { instructor: 2 }])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const partition = ({ rows }: Coverage): Partition => {
  const count = (is: Class): number => rows.filter((row) => row.class === is).length
  const classes = CLASSES.reduce<Record<string, number>>((made, is) => {
    made[is] = count(is)
    return made
  }, {}) as Record<Class, number>
  const means = new Map<string, number>()
  for (const each of rows.flatMap((row) => row.means)) means.set(each, (means.get(each) ?? 0) + 1)
  const withMeans = Object.fromEntries([...means].sort(([a], [b]) => (a < b ? -1 : 1)))
  return { total: rows.length, classes, withGroup: rows.filter(({ group }) => group).length, withMeans }
}

/**
 * The four rates of a coverage, each with the definition of its denominator in words: three are out of the base, the last
 * out of those units of the base that must have an organisation.
 *
 * **Gotchas** 组建率 is sometimes reported as coverage; it has another denominator and another value.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PartyCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const rates = PartyCoverage.rates({
 *   format: 1,
 *   on: CivilDate.parseUnsafe("2024-06-30"),
 *   base: { id: "operating", label: { zh: "实际运营的单位" }, unit: "firm" },
 *   rows: [{ unit: "u1", class: "shouldBuild", must: true, group: false, means: [] }], // made up
 *   outside: [],
 * })
 * assert.equal(rates.built.of.zh, "实际运营的单位中应建党组织的")
 * assert.deepEqual([rates.built.numerator.amount, rates.built.denominator.amount], ["0", "1"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const rates = ({ base, rows }: Coverage): Rates => {
  const must = rows.filter((row) => row.must)
  const share = (some: (row: Row) => boolean, all: ReadonlyArray<Row>, of: Label.Label): Rate.Rate =>
    Rate.shareUnsafe(counted(all.filter(some).length, base), counted(all.length, base), of)
  return {
    organisation: share(isCovered, rows, base.label),
    own: share(isOwn, rows, base.label),
    work: share((row) => isCovered(row) || row.means.length > 0, rows, base.label),
    built: share(isCovered, must, mustBuild(base.label)),
  }
}

const counted = (count: number, { unit, label }: Coverage["base"]): Quantity.Quantity =>
  Quantity.countUnsafe(count, { id: unit, label })

const mustBuild = ({ zh, en }: Label.Label): Label.Label => ({
  zh: `${zh}中应建党组织的`,
  ...(en === undefined ? {} : { en: `${en} that must have an organisation` }),
})

/**
 * What follows from published figures, and what each rate lacks where it does not: how many firms an organisation covers
 * says nothing of how many firms have their own. Fails with `partyCoverage.figures` where own and joint do not make
 * covered, and with the faults of `Rate` where a part exceeds its whole or a figure is no count.
 *
 * @example
 * ```ts
 * import { Rate } from "dangjian/foundation"
 * import { PartyCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const base = { id: "firms", label: { zh: "企业" }, unit: "firm" }
 * const derived = Result.getOrThrow(PartyCoverage.derive({ organisations: 5140, covered: 25625 }, base)) // Hefei
 * const { perOrganisation, own } = derived
 * assert.equal(perOrganisation.is === "known" && Rate.figure(perOrganisation.rate, 2, "halfUp"), "4.99")
 * assert.deepEqual(own.is === "lacking" && own.lacks, ["own", "operating"])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const derive = (
  published: Published,
  base: Coverage["base"],
): Result.Result<
  Readonly<Record<keyof Rates | "perOrganisation", Derived>>,
  ReadonlyArray<PartyCoverageFault | Rate.RateFault | Quantity.QuantityFault>
> => {
  const figures = completed(published)
  const { own, joint, covered } = figures
  if (own !== undefined && joint !== undefined && covered !== own + joint) {
    return Result.fail([fault("partyCoverage.figures", { own, joint, covered: covered ?? 0 })])
  }
  return Result.gen(function* () {
    const share = (part: keyof Published, whole: keyof Published, of: Label.Label) =>
      derived(figures, part, whole, base, of)
    const organisation = yield* share("covered", "operating", base.label)
    const ownShare = yield* share("own", "operating", base.label)
    const built = yield* share("built", "must", mustBuild(base.label))
    const perOrganisation = yield* derived(figures, "covered", "organisations", base, ORGANISATIONS)
    const work = yield* workShare(figures, base)
    return { organisation, own: ownShare, work, built, perOrganisation }
  })
}

const ORGANISATIONS: Label.Label = { zh: "党组织", en: "Party organisations" }

const completed = (published: Published): Published => {
  const { own, joint, covered } = published
  return covered === undefined && own !== undefined && joint !== undefined
    ? { ...published, covered: own + joint }
    : published
}

type Deriving = Result.Result<Derived, ReadonlyArray<Rate.RateFault | Quantity.QuantityFault>>

const derived = (
  figures: Published,
  part: keyof Published,
  whole: keyof Published,
  base: Coverage["base"],
  of: Label.Label,
): Deriving => {
  const [top, bottom] = [figures[part], figures[whole]]
  if (top === undefined || bottom === undefined) {
    return Result.succeed({ is: "lacking", lacks: [part, whole].filter((key) => figures[key] === undefined) })
  }
  const unit = { id: base.unit, label: base.label }
  return Result.gen(function* () {
    const numerator = yield* counting(top, unit)
    const denominator = yield* counting(bottom, whole === "organisations" ? Unit.known.organisation : unit)
    const rate = yield* whole === "organisations"
      ? Rate.ratio(numerator, denominator, of)
      : Rate.share(numerator, denominator, of)
    return { is: "known", rate } as const
  })
}

const counting = (
  count: number,
  unit: Unit.Unit,
): Result.Result<Quantity.Quantity, ReadonlyArray<Quantity.QuantityFault>> =>
  Result.mapError(Quantity.count(count, unit), (failure) => [failure])

const workShare = (figures: Published, base: Coverage["base"]): Deriving => {
  const { covered, workOnly } = figures
  const lacks = (["covered", "workOnly", "operating"] as const).filter((key) => figures[key] === undefined)
  return covered === undefined || workOnly === undefined || lacks.length > 0
    ? Result.succeed({ is: "lacking", lacks })
    : derived({ ...figures, covered: covered + workOnly }, "covered", "operating", base, base.label)
}

// ---------------------------------------------------------------- operations

/**
 * The coverage of two places together: the union of their units. Fails with all of `partyCoverage.otherDay`,
 * `partyCoverage.otherBase`, and one `partyCoverage.overlap` for each unit that stands in both, in the order of the ids.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { PartyCoverage } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 * import * as Result from "effect/Result"
 *
 * const of = (unit: string): PartyCoverage.Coverage => ({
 *   format: 1,
 *   on: CivilDate.parseUnsafe("2024-06-30"),
 *   base: { id: "operating", label: { zh: "实际运营的单位" }, unit: "firm" },
 *   rows: [{ unit, class: "branch", must: true, group: false, means: [] }], // made up
 *   outside: [],
 * })
 * assert.equal(Result.getOrThrow(PartyCoverage.merge(of("u1"), of("u2"))).rows.length, 2)
 * const twice = PartyCoverage.merge(of("u1"), of("u1"))
 * assert.equal(Result.isFailure(twice) && twice.failure[0]?.code, "partyCoverage.overlap")
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const merge = (a: Coverage, b: Coverage): Result.Result<Coverage, ReadonlyArray<PartyCoverageFault>> => {
  const ids = ({ rows, outside }: Coverage) => [...rows.map(({ unit }) => unit), ...outside]
  const first = new Set(ids(a))
  const faults: ReadonlyArray<PartyCoverageFault> = [
    ...(a.on === b.on ? [] : [fault("partyCoverage.otherDay", { first: a.on, second: b.on })]),
    ...(sameBase(a.base, b.base) ? [] : [fault("partyCoverage.otherBase", { first: a.base.id, second: b.base.id })]),
    ...ids(b)
      .filter((id) => first.has(id))
      .sort()
      .map((id) => fault("partyCoverage.overlap", { id })),
  ]
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed({
    ...a,
    rows: [...a.rows, ...b.rows].sort(byUnit),
    outside: [...a.outside, ...b.outside].sort(),
  })
}

const sameBase = (a: Coverage["base"], b: Coverage["base"]): boolean =>
  a.id === b.id && a.unit === b.unit && a.label.zh === b.label.zh && a.label.en === b.label.en
