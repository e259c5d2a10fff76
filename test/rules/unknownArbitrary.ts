/**
 * Made-up books in which every unknown leaf is read once, and every way in which the unknown may turn out: no two leaves
 * share a kind, a parameter or a fact, and nothing refers to a named node.
 */
import fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import type { Award, Does, Effect, Level } from "../../src/rules/Clause.js"
import type { Act, Acts, Cap, Domain, Expression, Piece, When } from "../../src/rules/Expression.js"
import type { Fact, FrozenResult } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Outcome } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { instant } from "./rating.js"
import { simpleBook } from "./rulebookArbitrary.js"

// ---------------------------------------------------------------- leaves

/** An unknown and the values it may turn out to have: as a fact, a parameter, a number of facts, or a field of a fact. */
export interface Unknown {
  readonly as: "fact" | "param" | "count" | "field"
  readonly name: string
  readonly values: ReadonlyArray<string>
}

interface Made {
  readonly e: Expression
  readonly unknowns: ReadonlyArray<Unknown>
  readonly facts: ReadonlyArray<Fact>
}

const cite = { doc: "text", art: "1" }
const label = { zh: "虚构" }
const DAY = CivilDate.ofUnsafe(2023, 6, 1)
const of = <A>(...all: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...all)
const domain = (min: string, max: string, step: string): Domain => ({ unit: "分", min, max, step })

const DOMAINS: ReadonlyArray<readonly [Domain, ReadonlyArray<string>]> = [
  [domain("0", "1", "1"), ["0", "1"]],
  [domain("0", "10", "5"), ["0", "5", "10"]],
  [domain("-1", "1", "1"), ["-1", "0", "1"]],
  [domain("0.5", "2.7", "1"), ["1", "2"]],
  [domain("3", "4.5", "0.5"), ["3", "3.5", "4", "4.5"]],
  [domain("89", "90", "0.5"), ["89", "89.5", "90"]],
]

const fact = (id: string, kind: string, values: Readonly<Record<string, string>>, more: Partial<Fact> = {}): Fact => ({
  id,
  subject: "甲",
  kind,
  on: DAY,
  recordedAt: instant(0),
  values,
  ...more,
})

/** A leaf named by its place in the tree, so that no two are the same. */
const leaf = (name: string): fc.Arbitrary<Made> =>
  fc
    .tuple(
      of("fact" as const, "param" as const, "count" as const, "const" as const),
      of(...DOMAINS),
      of("0", "2", "-1", "0.5"),
    )
    .map(([as, [within, values], q]): Made => {
      if (as === "const") return { e: { op: "const", q }, unknowns: [], facts: [] }
      if (as === "param") {
        return { e: { op: "param", name, domain: within }, unknowns: [{ as, name, values }], facts: [] }
      }
      const read = { op: "fact" as const, kind: name, closedBy: "register" as const }
      if (as === "fact") {
        return { e: { ...read, take: "only", domain: within }, unknowns: [{ as, name, values }], facts: [] }
      }
      const counted = domain("0", "3", "1")
      const told = fact(`已有${name}`, name, {})
      return {
        e: { ...read, take: "count", domain: counted },
        unknowns: [{ as, name, values: ["0", "1", "2"] }],
        facts: [told],
      }
    })

// ---------------------------------------------------------------- trees

const joined = (parts: ReadonlyArray<Made>): Pick<Made, "unknowns" | "facts"> => ({
  unknowns: parts.flatMap(({ unknowns }) => unknowns),
  facts: parts.flatMap(({ facts }) => facts),
})

const span = fc.oneof(
  of("0", "1", "2", "3", "4", "5").map((ge) => ({ ge })),
  of("0", "1", "2", "3.5", "5", "89.5").map((lt) => ({ lt })),
  of({ gt: "0", lt: "1" }, { ge: "1", le: "3" }, { gt: "3", lt: "4" }, { gt: "89", lt: "90" }),
)

const pieces: fc.Arbitrary<ReadonlyArray<Piece>> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -2, max: 6 }), { minLength: 1, maxLength: 3 }),
    fc.array(fc.tuple(of("-3", "0", "1", "2", "7"), of(undefined, undefined, "1", "-1", "0.5")), {
      minLength: 4,
      maxLength: 4,
    }),
    fc.boolean(),
    fc.integer({ min: 0, max: 3 }).map((n) => n === 0),
  )
  .map(([raw, values, closed, gap]) => {
    const cuts = raw.sort((a, b) => a - b)
    return Array.from({ length: cuts.length + 1 }, (_, index): Piece => {
      const [from, to] = [cuts[index - 1], cuts[index]]
      const [at, slope] = values[index] ?? ["0", undefined]
      const low = from === undefined ? {} : closed ? { ge: String(from) } : { gt: String(from) }
      const end = to === undefined ? undefined : String(gap && index === 0 ? to - 1 : to)
      const high = end === undefined ? {} : closed ? { lt: end } : { le: end }
      return { on: { ...low, ...high }, at, ...(slope === undefined ? {} : { slope, from: "0" }) }
    })
  })

const condition = (
  depth: number,
  at: string,
): fc.Arbitrary<{ readonly when: When } & Pick<Made, "unknowns" | "facts">> => {
  const simple = fc.tuple(tree(depth - 1, `${at}e`), span).map(([made, on]) => ({
    when: { test: "value" as const, e: made.e, on },
    ...joined([made]),
  }))
  if (depth <= 1) return simple
  return fc.oneof(
    simple,
    fc
      .tuple(of("all" as const, "any" as const), condition(1, `${at}a`), condition(1, `${at}b`))
      .map(([test, a, b]) => ({
        when: { test, of: [a.when, b.when] },
        unknowns: [...a.unknowns, ...b.unknowns],
        facts: [...a.facts, ...b.facts],
      })),
    condition(1, `${at}n`).map(({ when, ...rest }) => ({ when: { test: "not" as const, of: when }, ...rest })),
  )
}

/** Lines over facts of which some fields are not known, under caps. */
const acts = (name: string): fc.Arbitrary<Made> =>
  fc
    .tuple(
      fc.array(
        fc.record({
          known: fc.boolean(),
          deed: of("事一", "事二", undefined),
          month: of(3, 6),
          fits: fc.boolean(),
          values: of(["0", "1", "4"], ["-2", "3"], ["-4", "-1", "2"]),
        }),
        { minLength: 1, maxLength: 3 },
      ),
      of("sum" as const, "largestRequested" as const),
      fc.subarray<Cap>([
        { id: "单", of: ["左"], per: "line", on: "bonus", max: "2", cite },
        { id: "月", of: ["左"], per: "month", on: "bonus", max: "3", cite },
        { id: "扣", of: ["左", "右"], per: "period", on: "malus", min: "-3", cite },
        { id: "净", of: ["左", "右"], per: "period", on: "net", min: "-2", max: "5", cite },
      ]),
    )
    .map(([lines, sameAct, caps]): Made => {
      const field = (id: string): Expression => ({ op: "field", field: id, domain: domain("-4", "4", "1") })
      const act = (id: string, when?: When): Act => ({
        id: `${name}${id}`,
        kind: name,
        label,
        worth: id === "左" ? field("value") : { op: "const", q: "1" },
        ...(when === undefined ? {} : { when }),
        cite,
      })
      const own = (cap: Cap): Cap => ({ ...cap, id: `${name}${cap.id}`, of: cap.of.map((id) => `${name}${id}`) })
      const node: Acts = {
        op: "acts",
        acts: [act("左"), act("右", { test: "value", e: field("fits"), on: { ge: "1" } })],
        caps: caps.map(own),
        sameAct,
        validity: [],
        suspensions: [],
      }
      const unknowns: Array<Unknown> = []
      const facts = lines.map(({ known, deed, month, fits, values }, index) => {
        const id = `${name}-${index}`
        if (!known)
          unknowns.push({ as: "field", name: `${id}.value`, values: ["-4", "-3", "-2", "-1", "0", "1", "2", "3", "4"] })
        return fact(
          id,
          name,
          { ...(known ? { value: values[0] ?? "0" } : {}), fits: fits ? "1" : "0" },
          { on: CivilDate.ofUnsafe(2023, month, 1 + index), ...(deed === undefined ? {} : { act: deed }) },
        )
      })
      return { e: node, unknowns, facts }
    })

const tree = (depth: number, at: string): fc.Arbitrary<Made> => {
  if (depth <= 0) return leaf(at)
  const part = (name: string) => tree(depth - 1, `${at}${name}`)
  const below = fc
    .tuple(part("0"), part("1"), part("2"), fc.integer({ min: 1, max: 3 }))
    .map(([a, b, c, count]) => [a, b, c].slice(0, count))
  return fc.oneof(
    leaf(at),
    fc.tuple(below, fc.array(of("1", "2", "-1", "0.5", "0.7", "0"), { minLength: 3, maxLength: 3 })).map(
      ([parts, w]): Made => ({
        e: { op: "sum", of: parts.map(({ e }, index) => ({ w: w[index] ?? "1", e })), weights: "free" },
        ...joined(parts),
      }),
    ),
    fc.tuple(of("min" as const, "max" as const), below).map(([op, parts]): Made => {
      const [first, ...rest] = parts.map(({ e }) => e)
      return { e: { op, of: [first ?? { op: "const", q: "0" }, ...rest] }, ...joined(parts) }
    }),
    fc.tuple(of(...DOMAINS), part("0")).map(
      ([[within, values], made]): Made => ({
        e: { op: "times", by: { op: "param", name: `${at}by`, domain: within }, e: made.e },
        unknowns: [{ as: "param", name: `${at}by`, values }, ...made.unknowns],
        facts: made.facts,
      }),
    ),
    fc.tuple(part("0"), part("1")).map(
      ([num, den]): Made => ({
        e: { op: "ratio", num: num.e, den: den.e, empty: { value: "7" } },
        ...joined([num, den]),
      }),
    ),
    fc.tuple(part("0"), pieces).map(
      ([made, all]): Made => ({
        e: { op: "curve", of: made.e, pieces: all as [Piece, ...Array<Piece>] },
        ...joined([made]),
      }),
    ),
    fc.tuple(part("0"), pieces).map(
      ([made, all]): Made => ({
        e: { op: "curve", of: made.e, pieces: all as [Piece, ...Array<Piece>] },
        ...joined([made]),
      }),
    ),
    fc.tuple(condition(depth - 1, `${at}w`), part("0"), part("1")).map(
      ([{ when, ...read }, yes, no]): Made => ({
        e: { op: "case", rows: [{ when, gives: yes.e }], otherwise: no.e },
        unknowns: [...read.unknowns, ...joined([yes, no]).unknowns],
        facts: [...read.facts, ...joined([yes, no]).facts],
      }),
    ),
    fc
      .tuple(
        part("0"),
        of("halfUp" as const, "floor" as const, "ceiling" as const, "halfEven" as const),
        of("1", "2", "0.5", "1/3"),
      )
      .map(([made, mode, step]): Made => ({ e: { op: "round", e: made.e, mode, step }, ...joined([made]) })),
    acts(`${at}行`),
  )
}

// ---------------------------------------------------------------- books

export interface Case {
  readonly book: Rulebook
  readonly unknowns: ReadonlyArray<Unknown>
  readonly facts: ReadonlyArray<Fact>
  readonly results: ReadonlyArray<FrozenResult>
}

const upTo2 = <A>(one: (index: number) => fc.Arbitrary<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.tuple(one(0), one(1), fc.integer({ min: 0, max: 2 })).map(([a, b, count]) => [a, b].slice(0, count))

export const cases: fc.Arbitrary<Case> = fc
  .record({
    total: tree(2, "t"),
    badges: upTo2((index) => condition(1, `b${index}`)),
    effects: upTo2((index) =>
      fc.tuple(
        condition(1, `e${index}`),
        of<Does>("zero", { deduct: "2" }, { deduct: "5" }, { atMost: "L1" }, { atMost: "L2" }),
      ),
    ),
    awards: upTo2((index) => fc.tuple(condition(1, `w${index}`), of("L0", "L1", "L2"))),
    climb: of(null, { steps: 1, cite }),
    last: of("L1", "L2", "L3"),
    cuts: fc.uniqueArray(fc.integer({ min: -4, max: 12 }), { minLength: 3, maxLength: 3 }),
    further: fc.option(condition(1, "l"), { nil: undefined, freq: 2 }),
    quantum: of("1", "0.5", "5"),
    mode: of("halfUp" as const, "floor" as const),
  })
  .map(({ total, badges, effects, awards, climb, last, cuts, further, quantum, mode }): Case => {
    const [a = 0, b = 0, c = 0] = cuts.sort((x, y) => y - x).map(String)
    const level = (id: string, on: Level["on"], and?: When): Level => ({
      id,
      label,
      on,
      cite,
      ...(and === undefined ? {} : { and }),
    })
    const e: Expression =
      badges.length === 0
        ? total.e
        : {
            op: "sum",
            of: [
              { w: "1", e: total.e },
              { w: "1", e: { op: "badges" } },
            ],
            weights: "free",
          }
    const book: Rulebook = {
      ...simpleBook(e),
      score: { quantum, round: mode },
      badges: badges.map(({ when }, index) => ({
        id: `B${index}`,
        label,
        when,
        needs: index === 1 ? ["B0"] : [],
        cite,
      })),
      effects: effects.map(
        ([{ when }, does], index): Effect => ({ id: `E${index}`, label, when, does, lasts: "period", cite }),
      ),
      awards: awards.map(
        ([{ when }, atLeast], index): Award => ({ id: `W${index}`, label, when, atLeast, overQuota: true, cite }),
      ),
      climb,
      levels: [
        level("L0", { ge: String(a) }, further?.when),
        level("L1", { ge: String(b), lt: String(a) }),
        level("L2", { ge: String(c), lt: String(b) }),
        level("L3", { lt: String(c) }),
      ],
    }
    const conditions = [
      ...badges,
      ...effects.map(([one]) => one),
      ...awards.map(([one]) => one),
      ...(further === undefined ? [] : [further]),
    ]
    return {
      book,
      unknowns: [...total.unknowns, ...conditions.flatMap(({ unknowns }) => unknowns)],
      facts: [...total.facts, ...conditions.flatMap(({ facts }) => facts)],
      results: [
        {
          book: "self",
          subject: "甲",
          period: Period.yearUnsafe(2022),
          values: {},
          level: last,
          recordedAt: instant(0),
        },
      ],
    }
  })
  .filter(({ unknowns }) => {
    const turns = unknowns.reduce((count, { values }) => count * values.length, 1)
    return turns > 1 && turns <= 400
  })

export const run = (
  { book, facts, results }: Case,
  parameters: Readonly<Record<string, string>>,
  closed: ReadonlyArray<string>,
) =>
  Interpreter.evaluate({
    book,
    period: Period.yearUnsafe(2023),
    at: Coordinate.of(CivilDate.ofUnsafe(2023, 12, 31), instant(1)),
    subjects: [{ id: "甲", labels: {}, parameters }],
    facts,
    results,
    closures: closed.map((kind) => ({ kind, through: CivilDate.ofUnsafe(2024, 1, 1), recordedAt: instant(0) })),
  }).outcomes[0] as Outcome

/** The outcome where the unknowns have these values; one without a value stays unknown. */
export const turned = (given: Case, values: ReadonlyArray<string | undefined>): Outcome => {
  const parameters: Record<string, string> = {}
  const closed: Array<string> = []
  let facts = [...given.facts]
  for (const [index, { as, name }] of given.unknowns.entries()) {
    const value = values[index]
    if (value === undefined) continue
    if (as === "param") parameters[name] = value
    if (as === "fact") facts.push(fact(`告${name}`, name, { value }))
    if (as === "count") {
      closed.push(name)
      for (let more = 0; more < Number(value); more++) facts.push(fact(`告${name}${more}`, name, {}))
    }
    if (as === "field") {
      const [id, field = ""] = name.split(".")
      facts = facts.map((one) => (one.id === id ? { ...one, values: { ...one.values, [field]: value } } : one))
    }
  }
  return run({ ...given, facts }, parameters, closed)
}

export const turns = (unknowns: ReadonlyArray<Unknown>): ReadonlyArray<ReadonlyArray<string>> =>
  unknowns.reduce<ReadonlyArray<ReadonlyArray<string>>>(
    (all, { values }) => all.flatMap((before) => values.map((value) => [...before, value])),
    [[]],
  )
