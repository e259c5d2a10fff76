/**
 * Rules about grids (网格设置规则) and what they find: households without a link (应联未联), members with too many or too few,
 * cells without a chief, cells too large or too small, cells that overlap, units that no cell covers.
 *
 * The ranges differ from place to place, so each place has its own table. They bind those who serve, never residents.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Exact from "../foundation/Exact.js"
import * as Finding from "../foundation/Finding.js"
import type * as PartialDate from "../foundation/PartialDate.js"
import * as Span from "../rules/Span.js"
import * as Forest from "./Forest.js"
import * as Grid from "./Grid.js"
import * as LawfulPlace from "./LawfulPlace.js"
import type { Edge } from "./OrganisationKind.js"
import * as Person from "./Person.js"
import * as Provision from "./Provision.js"
import type { UnitTree } from "./UnitTree.js"

// ---------------------------------------------------------------- models

/**
 * What is counted: the households a member looks after, those who look after a household, the households and members of
 * a hub household, the hub households of a cell, the households and the people of a cell.
 *
 * @category models
 * @since 0.1.0
 */
export type Measure =
  | "householdsPerMember"
  | "linkersPerHousehold"
  | "householdsPerHub"
  | "membersPerHub"
  | "hubsPerCell"
  | "householdsPerCell"
  | "populationPerCell"

/**
 * A rule about grids.
 *
 * **Details**
 *
 * `count`: what is counted lies within a span; of cells, those of the levels (`kinds`) and areas it names, all where it
 * names none; of links, those that it counts (`by`). `exempt`: whoever is of the age or has the mark (infirm 年老体弱, away
 * 长期外出) need not look after households. `duty`: every cell of the levels has somebody in the role. `level`: a cell of the
 * level may lie within one of another level, or, without `within`, at the top. `covers`: every unit of the kinds has a
 * cell (全覆盖、无缝隙). `apart`: no two cells of one level cover the same unit (不交叉).
 *
 * @category models
 * @since 0.1.0
 */
export type GridRule = Provision.Provision &
  (
    | {
        readonly says: "count"
        readonly of: Measure
        readonly on: Span.Span
        readonly by?: ReadonlyArray<Grid.LinkKind>
        readonly kinds?: ReadonlyArray<string>
        readonly areas?: ReadonlyArray<string>
      }
    | { readonly says: "exempt"; readonly years: Span.Span }
    | { readonly says: "exempt"; readonly mark: string }
    | { readonly says: "duty"; readonly role: string; readonly kinds?: ReadonlyArray<string> }
    | { readonly says: "level"; readonly kind: string; readonly within?: string }
    | { readonly says: "covers"; readonly kinds: ReadonlyArray<string> }
    | { readonly says: "apart" }
  )

/**
 * A member who is to look after households: when born, as far as that is known, and the marks that may exempt.
 *
 * @category models
 * @since 0.1.0
 */
export interface Linker {
  readonly id: string
  readonly born?: PartialDate.PartialDate
  readonly marks: ReadonlyArray<string>
}

/**
 * What a grid is held against beside the rules: the members who are to look after households, the units there are, the
 * holders of posts on the day (a post that nobody holds does no duty), and the approvals in force.
 *
 * @category models
 * @since 0.1.0
 */
export interface Ground {
  readonly members?: ReadonlyArray<Linker>
  readonly units?: UnitTree
  readonly holders?: ReadonlyMap<string, ReadonlyArray<string>>
  readonly approvals?: Finding.Approvals
}

// ---------------------------------------------------------------- errors

/**
 * What is found: a count outside its span, a cell without somebody in a role, one within a level it may not lie in, one
 * at the top that may not be there, one that needs an approval, one that covers what another covers, a unit that no
 * cell covers.
 *
 * @category errors
 * @since 0.1.0
 */
export type GridRuleCode =
  | `gridRule.${Measure}`
  | "gridRule.noDuty"
  | "gridRule.level"
  | "gridRule.noCellAbove"
  | "gridRule.unapprovedLevel"
  | "gridRule.overlap"
  | "gridRule.uncovered"

// ---------------------------------------------------------------- schemas

const text = Schema.NonEmptyString

/**
 * The schema of {@link GridRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const GridRule: Schema.Codec<GridRule> = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
    ...fields,
    says: Schema.Literal("count"),
    of: Schema.Literals([
      "householdsPerMember",
      "linkersPerHousehold",
      "householdsPerHub",
      "membersPerHub",
      "hubsPerCell",
      "householdsPerCell",
      "populationPerCell",
    ]),
    on: Span.Span,
    by: Schema.optionalKey(Schema.Array(Schema.Literals(["household", "building", "hub"]))),
    kinds: Schema.optionalKey(Schema.Array(text)),
    areas: Schema.optionalKey(Schema.Array(text)),
  })),
  /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
    ...fields,
    says: Schema.Literal("exempt"),
    years: Span.Span,
  })),
  /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
    ...fields,
    says: Schema.Literal("exempt"),
    mark: text,
  })),
  /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
    ...fields,
    says: Schema.Literal("duty"),
    role: text,
    kinds: Schema.optionalKey(Schema.Array(text)),
  })),
  /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
    ...fields,
    says: Schema.Literal("level"),
    kind: text,
    within: Schema.optionalKey(text),
  })),
  /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
    ...fields,
    says: Schema.Literal("covers"),
    kinds: Schema.Array(text),
  })),
  /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({ ...fields, says: Schema.Literal("apart") })),
])

// ---------------------------------------------------------------- guards

/**
 * Whether a member need not look after households on the day, by the rules in force. An age that the known part of the
 * date of birth leaves open exempts nobody.
 *
 * @example
 * ```ts
 * import { CivilDate, PartialDate } from "dangjian/foundation"
 * import { GridRule } from "dangjian/organisation"
 * import { GridRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2023-07-01")
 * const born = (text: string) => ({ id: "m1", born: PartialDate.parseUnsafe(text), marks: [] }) // made up
 * assert.equal(GridRule.isExempt(GridRules.ninghai, born("1953-07-01"), on), true) // 70 years
 * assert.equal(GridRule.isExempt(GridRules.ninghai, born("1953-07-02"), on), false)
 * assert.equal(GridRule.isExempt(GridRules.ninghai, { id: "m2", marks: ["infirm"] }, on), true)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isExempt = (rules: ReadonlyArray<GridRule>, { born, marks }: Linker, on: Grid.GridView["on"]): boolean => {
  const age = born === undefined ? undefined : Person.age(born, on)
  return Provision.inForce(rules, on).some((rule) => {
    if (rule.says !== "exempt") return false
    if ("mark" in rule) return marks.includes(rule.mark)
    return age !== undefined && within(rule.years, age.least) && within(rule.years, age.most)
  })
}

const within = (span: Span.Span, value: number): boolean => Span.contains(span, Exact.integerUnsafe(value))

// ---------------------------------------------------------------- decisions

type Found = Finding.Finding<GridRuleCode> | undefined

/**
 * Everything that the rules in force on the day find about a grid, open errors first.
 *
 * **Details**
 *
 * Too few households are found for the members given, less those who are exempt; too many for whoever looks after them.
 * The households of a cell are those listed in it and in the cells within it; where none is listed, the number that the
 * cell states; where it states none either, nothing is judged.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Grid, GridRule } from "dangjian/organisation"
 * import { GridRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const from = CivilDate.parseUnsafe("2023-01-01")
 * const cells = [
 *   { id: "v", kind: "村", name: "示例村", use: "comprehensive", organisations: [], covers: [], from } as const, // made up
 * ]
 * const households = [{ id: "h1", cell: "v", persons: [], from }]
 * const { view } = Grid.of({ ...Grid.empty, cells, households }, from)
 * const found = GridRule.findings(GridRules.ninghai, view, { members: [{ id: "m1", marks: [] }] })
 * assert.deepEqual(found.map(({ code, subject, params }) => [code, subject, params.value]), [
 *   ["gridRule.linkersPerHousehold", "h1", 0],
 *   ["gridRule.householdsPerMember", "m1", 0],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<GridRule>,
  view: Grid.GridView,
  ground: Ground = {},
): ReadonlyArray<Finding.Finding<GridRuleCode>> => {
  const prepared = { ...ground, approvals: Finding.covering(ground.approvals ?? []) }
  const found = Provision.inForce(rules, view.on).flatMap((rule) => ofRule(rule, rules, view, prepared))
  return Finding.sort([...found.filter((one) => one !== undefined), ...misplaced(rules, view, prepared)])
}

const ofRule = (
  rule: GridRule,
  rules: ReadonlyArray<GridRule>,
  view: Grid.GridView,
  ground: Ground,
): ReadonlyArray<Found> => {
  switch (rule.says) {
    case "count":
      return counted(rule, rules, view, ground)
    case "duty":
      return withoutDuty(rule, view, ground)
    case "covers":
      return uncovered(rule, view, ground)
    case "apart":
      return overlapping(rule, view, ground)
    case "exempt":
    case "level":
      return []
  }
}

type RuleOf<Says extends GridRule["says"]> = Extract<GridRule, { readonly says: Says }>

/** A count with its subject; one that is exempt is not found too low. */
interface Counted {
  readonly subject: string
  readonly value: number
  readonly exempt?: boolean
}

const counted = (
  rule: RuleOf<"count">,
  rules: ReadonlyArray<GridRule>,
  view: Grid.GridView,
  { members = [], approvals }: Ground,
): ReadonlyArray<Found> => {
  const lower = Span.lower(rule.on)
  return counts(rule, rules, view, members).map(({ subject, value, exempt }) => {
    const exact = Exact.integerUnsafe(value)
    if (Span.contains(rule.on, exact)) return undefined
    const isLow = lower !== undefined && Exact.compare(exact, lower.at) <= 0
    if (isLow && exempt === true) return undefined
    const params = { value, on: Span.text(rule.on), side: isLow ? "under" : "over" }
    return Provision.deviation(rule, { code: `gridRule.${rule.of}` as const, subject, params }, approvals)
  })
}

const counts = (
  { of, by = ["household"], kinds, areas }: RuleOf<"count">,
  rules: ReadonlyArray<GridRule>,
  view: Grid.GridView,
  members: ReadonlyArray<Linker>,
): ReadonlyArray<Counted> => {
  const cells = view.forest.nodes.filter(
    ({ kind, area }) =>
      (kinds === undefined || kinds.includes(kind)) && (areas === undefined || areas.includes(area ?? "")),
  )
  switch (of) {
    case "householdsPerMember":
      return perMember(Grid.linkage(view, by), rules, view, members)
    case "linkersPerHousehold": {
      const { byHousehold } = Grid.linkage(view, by)
      return [...view.households.keys()].map((id) => ({ subject: id, value: byHousehold.get(id)?.size ?? 0 }))
    }
    case "householdsPerHub":
      return view.hubs.map(({ id, households }) => ({ subject: id, value: new Set(households).size }))
    case "membersPerHub":
      return view.hubs.map(({ id, members: gathered }) => ({ subject: id, value: new Set(gathered).size }))
    case "hubsPerCell": {
      const hubs = hubsByCell(view)
      const totals = Forest.rollUp(view.forest, (_, id) => hubs.get(id) ?? 0, sum)
      return cells.map(({ id }) => ({ subject: id, value: totals.get(id) ?? 0 }))
    }
    case "householdsPerCell": {
      const listed = Forest.rollUp(view.forest, (_, id) => view.inCell.get(id)?.length ?? 0, sum)
      return cells.flatMap(({ id, households }) => {
        const value = listed.get(id) || households
        return value === undefined ? [] : [{ subject: id, value }]
      })
    }
    case "populationPerCell":
      return cells.flatMap(({ id, population }) =>
        population === undefined ? [] : [{ subject: id, value: population }],
      )
  }
}

const sum = (a: number, b: number): number => a + b

const perMember = (
  { byLinker }: Grid.Linkage,
  rules: ReadonlyArray<GridRule>,
  { on, hubs }: Grid.GridView,
  members: ReadonlyArray<Linker>,
): ReadonlyArray<Counted> => {
  const asked = new Map(members.map((member) => [member.id, member]))
  const isHub = new Set(hubs.map(({ id }) => id))
  const linkers = new Set([...asked.keys(), ...[...byLinker.keys()].filter((id) => !isHub.has(id))])
  return [...linkers].map((id) => {
    const member = asked.get(id)
    const exempt = member === undefined || isExempt(rules, member, on)
    return { subject: id, value: byLinker.get(id)?.size ?? 0, exempt }
  })
}

const hubsByCell = ({ hubs, households }: Grid.GridView): ReadonlyMap<string, number> => {
  const found = new Map<string, number>()
  for (const { household } of hubs) {
    const cell = households.get(household)?.cell
    if (cell !== undefined) found.set(cell, (found.get(cell) ?? 0) + 1)
  }
  return found
}

const withoutDuty = (
  rule: RuleOf<"duty">,
  { forest, duties }: Grid.GridView,
  { holders, approvals }: Ground,
): ReadonlyArray<Found> => {
  const done = new Set<string>()
  for (const { role, by, at } of duties) {
    const isVacant = "post" in by && holders !== undefined && (holders.get(by.post)?.length ?? 0) === 0
    if (role === rule.role && "cell" in at && !isVacant) done.add(at.cell)
  }
  return forest.nodes
    .filter(({ id, kind }) => !done.has(id) && (rule.kinds === undefined || rule.kinds.includes(kind)))
    .map(({ id, kind }) =>
      Provision.deviation(
        rule,
        { code: "gridRule.noDuty", subject: id, params: { role: rule.role, kind } } as const,
        approvals,
      ),
    )
}

const misplaced = (
  rules: ReadonlyArray<GridRule>,
  { forest, on }: Grid.GridView,
  { approvals = [] }: Ground,
): ReadonlyArray<Finding.Finding<GridRuleCode>> => {
  const edges = rules.flatMap((rule): ReadonlyArray<Edge> => {
    if (rule.says !== "level") return []
    const { says: _, kind, within: over, ...provision } = rule
    return [{ ...provision, child: kind, ...(over === undefined ? {} : { parent: over }) }]
  })
  return LawfulPlace.findings(forest, edges, on, CODES, approvals)
}

const CODES = {
  unlawful: "gridRule.level",
  rootless: "gridRule.noCellAbove",
  unapproved: "gridRule.unapprovedLevel",
} as const

/**
 * The units of the kinds that no cell covers: none lies in it or covers it or a unit around it, and not all units in it
 * are covered either.
 */
const uncovered = (
  rule: RuleOf<"covers">,
  { forest }: Grid.GridView,
  { units, approvals }: Ground,
): ReadonlyArray<Found> => {
  if (units === undefined) return []
  const { nodes, above } = units.forest
  const whole = new Set(forest.nodes.flatMap(({ covers }) => covers))
  const touched = new Set(forest.nodes.flatMap(({ unit }) => unit ?? []))
  const covered = nodes.map(({ id }) => whole.has(id))
  for (let place = 0; place < nodes.length; place++) {
    const over = above[place] as number
    if (over !== -1 && covered[over] === true) covered[place] = true
  }
  const [open, some] = [new Uint8Array(nodes.length), new Uint8Array(nodes.length)]
  for (let place = nodes.length - 1; place >= 0; place--) {
    const isMet =
      covered[place] === true || touched.has(nodes[place]?.id ?? "") || (some[place] === 1 && open[place] === 0)
    covered[place] = isMet
    const over = above[place] as number
    if (over === -1) continue
    some[over] = 1
    if (!isMet) open[over] = 1
  }
  return nodes
    .filter(({ kind }, place) => covered[place] !== true && rule.kinds.includes(kind))
    .map(({ id, kind }) =>
      Provision.deviation(rule, { code: "gridRule.uncovered", subject: id, params: { kind } } as const, approvals),
    )
}

/**
 * The cells that cover what one of their own level covers already, the unit itself or one around it: of each level the
 * first cell at the nearest unit stands for all.
 */
const overlapping = (
  rule: RuleOf<"apart">,
  { forest }: Grid.GridView,
  { units, approvals }: Ground,
): ReadonlyArray<Found> => {
  const byUnit = new Map<string, Array<Grid.Cell>>()
  for (const cell of [...forest.nodes].sort((a, b) => (a.id < b.id ? -1 : 1))) {
    for (const unit of new Set(cell.covers)) {
      const list = byUnit.get(unit)
      if (list === undefined) byUnit.set(unit, [cell])
      else list.push(cell)
    }
  }
  const found: Array<Found> = []
  const at = (unit: string, around: ByLevel): ByLevel => {
    const cells = byUnit.get(unit)
    if (cells === undefined) return around
    const own = new Map<string, Grid.Cell>()
    for (const cell of cells) {
      const other = own.get(cell.kind) ?? around.get(cell.kind)
      if (!own.has(cell.kind)) own.set(cell.kind, cell)
      if (other === undefined || other.id === cell.id) continue
      const params = { other: other.id, unit }
      found.push(Provision.deviation(rule, { code: "gridRule.overlap", subject: cell.id, params } as const, approvals))
    }
    return new Map([...around, ...own])
  }
  const { ids, above, places } = units?.forest ?? NOWHERE
  const reach: Array<ByLevel> = []
  for (const [place, id] of ids.entries()) reach.push(at(id, reach[above[place] as number] ?? NOBODY))
  for (const unit of byUnit.keys()) if (!places.has(unit)) at(unit, NOBODY)
  return found
}

/** The cell that stands for each level. */
type ByLevel = ReadonlyMap<string, Grid.Cell>

const NOBODY: ByLevel = /* @__PURE__ */ new Map()
const NOWHERE: Pick<UnitTree["forest"], "ids" | "above" | "places"> = {
  ids: [],
  above: [],
  places: /* @__PURE__ */ new Map(),
}
