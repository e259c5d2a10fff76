/**
 * The census (党内统计年报): whatever is counted, divided by what is asked about it, so that every division adds up to what
 * was counted and nothing unknown disappears.
 *
 * What is divided (members, secretaries, committee members, organisations, units) comes as things with fields; the
 * divisions (by sex, by education, by age bands, by kind) are data, since layouts change from year to year. What a
 * record does not tell stands in a line of its own.
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
import * as PartialDate from "../foundation/PartialDate.js"
import * as Quantity from "../foundation/Quantity.js"
import * as Rate from "../foundation/Rate.js"
import * as Unit from "../foundation/Unit.js"
import * as Span from "../rules/Span.js"

// ---------------------------------------------------------------- models

/**
 * One thing that is counted: its id, the body it is counted under, what is known of it by field, and, for age and Party
 * standing (党龄), the days from which years are counted. A field that nobody knows is absent.
 *
 * @category models
 * @since 0.1.0
 */
export interface Counted {
  readonly id: string
  readonly body: string
  readonly fields: Readonly<Record<string, string>>
  readonly since?: Readonly<Record<string, PartialDate.PartialDate>>
}

/**
 * A class of a division: the values of the field that belong to it, or the span of completed years.
 *
 * @category models
 * @since 0.1.0
 */
export type Class =
  | { readonly id: string; readonly label: Label.Label; readonly of: ReadonlyArray<string> }
  | { readonly id: string; readonly label: Label.Label; readonly years: Span.Span }

/**
 * A division (分类项目): what is asked, by which field, and the classes of the answer. Years are those completed on the
 * day of the census; where a date is known only to the year or month and two classes are possible, the thing counts as
 * unknown.
 *
 * @category models
 * @since 0.1.0
 */
export interface Division {
  readonly id: string
  readonly label: Label.Label
  readonly field: string
  readonly classes: ReadonlyArray<Class>
}

/**
 * A section of the layout: what is counted, in which unit, and how it is divided.
 *
 * @category models
 * @since 0.1.0
 */
export interface Section {
  readonly id: string
  readonly label: Label.Label
  readonly unit: string
  readonly divisions: ReadonlyArray<Division>
}

/**
 * One division carried out: how many of each class, how many are unknown (未知), how many have an answer that the layout has
 * no class for (其他).
 *
 * @category models
 * @since 0.1.0
 */
export interface Partition {
  readonly division: string
  readonly lines: ReadonlyArray<{ readonly class: string; readonly count: number }>
  readonly unknown: number
  readonly other: number
}

/**
 * A section filled in: how many there are, and every division of them.
 *
 * @category models
 * @since 0.1.0
 */
export interface Filled {
  readonly section: string
  readonly total: number
  readonly partitions: ReadonlyArray<Partition>
}

/**
 * A census as one stored document: the day, the layout, the bodies it covers, the filled sections.
 *
 * @category models
 * @since 0.1.0
 */
export interface Census {
  readonly format: 1
  readonly on: CivilDate.CivilDate
  readonly layout: ReadonlyArray<Section>
  readonly covers: ReadonlyArray<string>
  readonly sections: ReadonlyArray<Filled>
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a layout (an id twice, a value or a year in two classes), with what is counted (one thing
 * twice, a body that the census does not cover, a section that the layout does not have), with a filled table (the parts
 * do not make the total, a line missing or too many), or with two tables that are to be merged (another layout, another
 * day, a body covered by both).
 *
 * @category errors
 * @since 0.1.0
 */
export type CensusFault = Fault<
  | "census.idTwice"
  | "census.classesOverlap"
  | "census.countedTwice"
  | "census.bodyOutside"
  | "census.noSection"
  | "census.partsNotTotal"
  | "census.notLayout"
  | "census.negative"
  | "census.otherLayout"
  | "census.otherDay"
  | "census.coveredTwice"
>

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString
const whole = Schema.Int

/**
 * The schema of {@link Section}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Section: Schema.Codec<Section> = /* @__PURE__ */ Schema.Struct({
  id: text,
  label: Label.Label,
  unit: Unit.Id,
  divisions: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      id: text,
      label: Label.Label,
      field: text,
      classes: /* @__PURE__ */ Schema.Array(
        /* @__PURE__ */ Schema.Union([
          /* @__PURE__ */ Schema.Struct({
            id: text,
            label: Label.Label,
            of: /* @__PURE__ */ Schema.Array(Schema.String),
          }),
          /* @__PURE__ */ Schema.Struct({ id: text, label: Label.Label, years: Span.Span }),
        ]),
      ),
    }),
  ),
})

/**
 * The schema of {@link Census}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Census: Schema.Codec<Census> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  on: CivilDate.CivilDate,
  layout: /* @__PURE__ */ Schema.Array(Section),
  covers: /* @__PURE__ */ Schema.Array(text),
  sections: /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({
      section: text,
      total: whole,
      partitions: /* @__PURE__ */ Schema.Array(
        /* @__PURE__ */ Schema.Struct({
          division: text,
          lines: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ class: text, count: whole })),
          unknown: whole,
          other: whole,
        }),
      ),
    }),
  ),
})

/**
 * The census as a stored document: a table whose parts do not make its totals is refused.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Census> = /* @__PURE__ */ Document.make<Census>({
  name: "Census",
  format: 1,
  schema: () => Census,
  check: (census) => check(census),
})

// ---------------------------------------------------------------- getters

/** Years completed on a day, by the first and the last day that the date may be; nought before it. */
const completed = (from: CivilDate.CivilDate, on: CivilDate.CivilDate): number => {
  const years = CivilDate.year(on) - CivilDate.year(from)
  const anniversary = CivilDate.addYears(from, years)
  const reached = Result.isSuccess(anniversary) && anniversary.success <= on
  return Math.max(0, reached ? years : years - 1)
}

/** What a record holds under a key of its own: a field may be called `constructor`. */
const valueOf = <V>(record: Readonly<Record<string, V>>, key: string): V | undefined =>
  Object.hasOwn(record, key) ? record[key] : undefined

/** What a thing answers: the place of its class, or that nobody knows, or that no class takes it. */
type Answer = number | "unknown" | "other"

/** The answer of each thing to one division, with what was answered before kept: few values come back many times. */
const answers = ({ field, classes }: Division, on: CivilDate.CivilDate): ((thing: Counted) => Answer) => {
  const known = new Map<string | number, Answer>()
  const keep = (key: string | number, place: number): Answer => {
    const answer = place < 0 ? "other" : place
    known.set(key, answer)
    return answer
  }
  const ofValue = (value: string): Answer =>
    known.get(value) ??
    keep(
      value,
      classes.findIndex((one) => "of" in one && one.of.includes(value)),
    )
  const ofYears = (years: number): Answer =>
    known.get(years) ??
    keep(
      years,
      classes.findIndex((one) => "years" in one && Span.contains(one.years, Exact.integerUnsafe(years))),
    )
  return ({ fields, since }) => {
    const from = since === undefined ? undefined : valueOf(since, field)
    if (from === undefined) {
      const value = valueOf(fields, field)
      return value === undefined ? "unknown" : ofValue(value)
    }
    const most = ofYears(completed(PartialDate.earliest(from), on))
    return most === ofYears(completed(PartialDate.latest(from), on)) ? most : "unknown"
  }
}

/**
 * One division of things on a day. The lines, `unknown` and `other` always add up to the number of things.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { Census } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const age: Census.Division = { // made up
 *   id: "age",
 *   label: { zh: "年龄" },
 *   field: "born",
 *   classes: [
 *     { id: "to35", label: { zh: "35岁及以下" }, years: { le: "35" } },
 *     { id: "from36", label: { zh: "36岁及以上" }, years: { ge: "36" } },
 *   ],
 * }
 * const born = (id: string, text: string) => ({ id, body: "b", fields: {}, since: { born: PartialDate.parseUnsafe(text) } })
 * const people = [born("a", "1987-12-31"), born("b", "1988-01-01"), born("c", "1987")]
 * const { lines, unknown } = Census.divide(age, people, CivilDate.parseUnsafe("2023-12-30"))
 * assert.deepEqual(lines.map(({ count }) => count), [2, 0])
 * assert.equal(unknown, 1) // born in 1987: 35 or 36, nobody knows
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const divide = (division: Division, things: Iterable<Counted>, on: CivilDate.CivilDate): Partition => {
  const counts = division.classes.map(() => 0)
  let [unknown, other] = [0, 0]
  const answerTo = answers(division, on)
  for (const thing of things) {
    const answer = answerTo(thing)
    if (answer === "unknown") unknown++
    else if (answer === "other") other++
    else counts[answer] = (counts[answer] ?? 0) + 1
  }
  const lines = division.classes.map(({ id }, place) => ({ class: id, count: counts[place] ?? 0 }))
  return { division: division.id, lines, unknown, other }
}

/**
 * The share of each class among those whose answer is known, or among all: the words of the denominator say which.
 *
 * @example
 * ```ts
 * import { Rate, Unit } from "dangjian/foundation"
 * import { Census } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const partition = { division: "sex", lines: [{ class: "women", count: 9 }, { class: "men", count: 21 }], unknown: 2, other: 0 }
 * const [women] = Census.shares(partition, Unit.known.person, "known", { zh: "性别已登记的党员" }) // made up
 * assert.equal(women && Rate.percent(women.rate, 1, "halfUp"), "30.0%")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const shares = <U extends string>(
  { lines, unknown, other }: Partition,
  unit: Unit.Unit<U>,
  base: "known" | "all",
  of: Label.Label,
): ReadonlyArray<{ readonly class: string; readonly rate: Rate.Rate<U, U> }> => {
  const known = lines.reduce((sum, { count }) => sum + count, other)
  const denominator = Quantity.countUnsafe(base === "known" ? known : known + unknown, unit)
  return lines.map((line) => ({
    class: line.class,
    rate: Rate.shareUnsafe(Quantity.countUnsafe(line.count, unit), denominator, of),
  }))
}

// ---------------------------------------------------------------- operations

/**
 * Fills a layout in: of each section what is counted under the bodies covered. Fails with all faults of the layout, and
 * with `census.noSection`, `census.countedTwice` and `census.bodyOutside`, each at its place.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Census } from "dangjian/organisation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const sex = {
 *   id: "sex",
 *   label: { zh: "性别" },
 *   field: "sex",
 *   classes: [{ id: "women", label: { zh: "女" }, of: ["female"] }, { id: "men", label: { zh: "男" }, of: ["male"] }],
 * }
 * const layout = [{ id: "members", label: { zh: "党员" }, unit: "person", divisions: [sex] }]
 * const members = [{ id: "m1", body: "b1", fields: { sex: "female" } }, { id: "m2", body: "b1", fields: {} }] // made up
 * const filled = Census.fill(layout, { on: CivilDate.parseUnsafe("2023-12-31"), covers: ["b1"], things: { members } })
 * assert.deepEqual(Result.getOrThrow(filled).sections[0], {
 *   section: "members",
 *   total: 2,
 *   partitions: [{ division: "sex", lines: [{ class: "women", count: 1 }, { class: "men", count: 0 }], unknown: 1, other: 0 }],
 * })
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const fill = (
  layout: ReadonlyArray<Section>,
  {
    on,
    covers,
    things,
  }: {
    readonly on: CivilDate.CivilDate
    readonly covers: ReadonlyArray<string>
    readonly things: Readonly<Record<string, ReadonlyArray<Counted>>>
  },
): Result.Result<Census, ReadonlyArray<CensusFault>> => {
  const faults: Array<CensusFault> = [...layoutFaults(layout), ...doubles(covers, "census.coveredTwice", ["covers"])]
  const covered = new Set(covers)
  const known = new Set(layout.map(({ id }) => id))
  for (const [section, list] of Object.entries(things)) {
    if (!known.has(section)) faults.push(fault("census.noSection", { section }, ["things", section]))
    faults.push(...countedFaults(section, list, covered))
  }
  if (faults.length > 0) return Result.fail(faults)
  const sections = layout.map(({ id, divisions }): Filled => {
    const list = valueOf(things, id) ?? []
    return { section: id, total: list.length, partitions: divisions.map((one) => divide(one, list, on)) }
  })
  return Result.succeed({ format: 1, on, layout, covers: [...covers].sort(), sections })
}

const countedFaults = (
  section: string,
  list: ReadonlyArray<Counted>,
  covered: ReadonlySet<string>,
): ReadonlyArray<CensusFault> => {
  const outside = list.flatMap(({ id, body }, index) =>
    covered.has(body) ? [] : [fault("census.bodyOutside", { id, body }, ["things", section, index])],
  )
  return [
    ...doubles(
      list.map(({ id }) => id),
      "census.countedTwice",
      ["things", section],
    ),
    ...outside,
  ]
}

const doubles = <const Code extends CensusFault["code"]>(
  ids: ReadonlyArray<string>,
  code: Code,
  path: Fault["path"],
): ReadonlyArray<Fault<Code>> => {
  const seen = new Set<string>()
  return ids.flatMap((id, index) => {
    if (seen.has(id)) return [fault(code, { id }, [...path, index])]
    seen.add(id)
    return []
  })
}

/**
 * The table of a township from those of its villages: counts add up, and no body may be covered twice. Commutative and
 * associative; of labels that differ between the layouts the same are kept whatever the order. Fails with all of `census.otherLayout`, `census.otherDay` and `census.coveredTwice`.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Census } from "dangjian/organisation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const layout = [{ id: "members", label: { zh: "党员" }, unit: "person", divisions: [] }]
 * const of = (body: string) => // made up
 *   Result.getOrThrow(Census.fill(layout, {
 *     on: CivilDate.parseUnsafe("2023-12-31"),
 *     covers: [body],
 *     things: { members: [{ id: `m-${body}`, body, fields: {} }] },
 *   }))
 * assert.equal(Result.getOrThrow(Census.merge(of("b1"), of("b2"))).sections[0]?.total, 2)
 * assert.equal(Result.isFailure(Census.merge(of("b1"), of("b1"))), true)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const merge = (a: Census, b: Census): Result.Result<Census, ReadonlyArray<CensusFault>> => {
  const faults: Array<CensusFault> = []
  if (a.on !== b.on) faults.push(fault("census.otherDay", { first: a.on, second: b.on }, ["on"]))
  if (!sameLayout(a.layout, b.layout)) faults.push(fault("census.otherLayout", {}, ["layout"]))
  const own = new Set(a.covers)
  for (const [index, id] of b.covers.entries()) {
    if (own.has(id)) faults.push(fault("census.coveredTwice", { id }, ["covers", index]))
  }
  if (faults.length > 0) return Result.fail(faults)
  const sections = a.sections.map((one, index) => added(one, b.sections[index] ?? one))
  const layout = JSON.stringify(b.layout) < JSON.stringify(a.layout) ? b.layout : a.layout
  return Result.succeed({ ...a, layout, covers: [...a.covers, ...b.covers].sort(), sections })
}

const added = (a: Filled, b: Filled): Filled => ({
  section: a.section,
  total: a.total + b.total,
  partitions: a.partitions.map((one, index) => {
    const two = b.partitions[index] ?? one
    const lines = one.lines.map((line, place) => ({
      class: line.class,
      count: line.count + (two.lines[place]?.count ?? 0),
    }))
    return { division: one.division, lines, unknown: one.unknown + two.unknown, other: one.other + two.other }
  }),
})

const sameLayout = (a: ReadonlyArray<Section>, b: ReadonlyArray<Section>): boolean =>
  JSON.stringify(a.map(shape)) === JSON.stringify(b.map(shape))

const ends = ({ gt, ge, lt, le }: Span.Span): unknown => [gt, ge, lt, le]

const shape = ({ id, unit, divisions }: Section): unknown => [
  id,
  unit,
  divisions.map((one) => [
    one.id,
    one.field,
    one.classes.map((row) => [row.id, "of" in row ? [...row.of].sort() : ends(row.years)]),
  ]),
]

// ---------------------------------------------------------------- decisions

/**
 * Everything wrong with a table, as it was filled in or typed: faults of its layout, lines that the layout does not have
 * or that are missing, counts below nought, and every division whose parts do not make its total.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Census } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const sex = { id: "sex", label: { zh: "性别" }, field: "sex", classes: [{ id: "women", label: { zh: "女" }, of: ["female"] }] }
 * const faults = Census.check({ // made up
 *   format: 1,
 *   on: CivilDate.parseUnsafe("2023-12-31"),
 *   layout: [{ id: "members", label: { zh: "党员" }, unit: "person", divisions: [sex] }],
 *   covers: ["b1"],
 *   sections: [
 *     { section: "members", total: 30, partitions: [{ division: "sex", lines: [{ class: "women", count: 9 }], unknown: 0, other: 20 }] },
 *   ],
 * })
 * assert.deepEqual(faults.map(({ code, params }) => [code, params.sum, params.total]), [["census.partsNotTotal", 29, 30]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = ({ layout, covers, sections }: Census): ReadonlyArray<CensusFault> => {
  const faults: Array<CensusFault> = [...layoutFaults(layout), ...doubles(covers, "census.coveredTwice", ["covers"])]
  if (
    !sameList(
      layout.map(({ id }) => id),
      sections.map(({ section }) => section),
    )
  ) {
    return [...faults, fault("census.notLayout", { where: "sections" }, ["sections"])]
  }
  for (const [index, { total, partitions }] of sections.entries()) {
    const path = ["sections", index] as const
    const { divisions = [] } = layout[index] ?? {}
    if (total < 0) faults.push(fault("census.negative", { count: total }, [...path, "total"]))
    if (
      !sameList(
        divisions.map(({ id }) => id),
        partitions.map(({ division }) => division),
      )
    ) {
      faults.push(fault("census.notLayout", { where: "partitions" }, [...path, "partitions"]))
      continue
    }
    for (const [place, partition] of partitions.entries()) {
      faults.push(...partitionFaults(partition, divisions[place], total, [...path, "partitions", place]))
    }
  }
  return faults
}

const partitionFaults = (
  { lines, unknown, other }: Partition,
  division: Division | undefined,
  total: number,
  path: Fault["path"],
): ReadonlyArray<CensusFault> => {
  const faults: Array<CensusFault> = []
  if (
    !sameList(
      division?.classes.map(({ id }) => id) ?? [],
      lines.map((line) => line.class),
    )
  ) {
    faults.push(fault("census.notLayout", { where: "lines" }, [...path, "lines"]))
  }
  const counts = [...lines.map(({ count }) => count), unknown, other]
  for (const count of counts) if (count < 0) faults.push(fault("census.negative", { count }, path))
  const sum = counts.reduce((a, b) => a + b, 0)
  if (sum !== total) faults.push(fault("census.partsNotTotal", { sum, total }, path))
  return faults
}

const sameList = (a: ReadonlyArray<string>, b: ReadonlyArray<string>): boolean =>
  a.length === b.length && a.every((id, index) => id === b[index])

const layoutFaults = (layout: ReadonlyArray<Section>): ReadonlyArray<CensusFault> => [
  ...doubles(
    layout.map(({ id }) => id),
    "census.idTwice",
    ["layout"],
  ),
  ...layout.flatMap(({ divisions }, section) => [
    ...doubles(
      divisions.map(({ id }) => id),
      "census.idTwice",
      ["layout", section, "divisions"],
    ),
    ...divisions.flatMap(({ classes }, division) => {
      const path = ["layout", section, "divisions", division, "classes"]
      return [
        ...doubles(
          classes.map(({ id }) => id),
          "census.idTwice",
          path,
        ),
        ...overlaps(classes, path),
      ]
    }),
  ]),
]

/** Two classes that one answer would belong to: a value in both, or a number of years in both. */
const overlaps = (classes: ReadonlyArray<Class>, path: Fault["path"]): ReadonlyArray<CensusFault> =>
  classes.flatMap((second, index) =>
    classes.slice(0, index).flatMap((first) => {
      const shared = sharedBy(first, second)
      return shared === undefined
        ? []
        : [fault("census.classesOverlap", { first: first.id, second: second.id, shared }, [...path, index])]
    }),
  )

const sharedBy = (a: Class, b: Class): string | undefined => {
  if ("of" in a && "of" in b) return a.of.find((value) => b.of.includes(value))
  if (!("years" in a && "years" in b)) return undefined
  const least = [Span.least(a.years, Exact.one), Span.least(b.years, Exact.one)].map((years) => years ?? Exact.zero)
  const found = least.find((years) => Span.contains(a.years, years) && Span.contains(b.years, years))
  return found === undefined ? undefined : Exact.text(found)
}
