/**
 * Made-up rulebooks over every operator, condition and clause, and all that they are evaluated on.
 *
 * `settled` books are those in which a missing number can only become a number: curves without gap or overlap, one row
 * to a table, quotients that say what an empty denominator gives, no policy that puts something in the place of the
 * unknown, no tie that a meeting settles. Their unknown leaves read kinds of their own (`u…`, `c…`), their lines `k…`.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import type { Award, Badge, Class, Does, Effect, Level, Quota, Ranking } from "../../src/rules/Clause.js"
import type {
  AbsentPolicy,
  Act,
  Acts,
  Cap,
  Domain,
  Expression,
  FactLeaf,
  Piece,
  Ties,
  When,
} from "../../src/rules/Expression.js"
import type { Closure, Fact, FrozenResult, Subject } from "../../src/rules/Fact.js"
import type { Input } from "../../src/rules/Interpreter.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"

// ---------------------------------------------------------------- vocabulary

const cite = { doc: "text", art: "1" }
const label = { zh: "虚构" }

export const UNITS: Domain = { unit: "分", min: "0", max: "10", step: "1" }
const SIGNED: Domain = { unit: "分", min: "-5", max: "5", step: "1" }
const ANY: Domain = { unit: "分", min: null, max: null, step: "1" }
const OPEN: Domain = { unit: "分", min: "0", max: null, step: "0.5" }
const DOMAINS: Readonly<Record<string, Domain>> = { value: UNITS, f: SIGNED, hours: OPEN }

const of = <A>(...all: ReadonlyArray<A>): fc.Arbitrary<A> => fc.constantFrom(...all)
const ABSENCES = ["unknown", "notApplicable", "exempt", "new"] as const
const MODES = ["halfUp", "halfEven", "up", "down", "floor", "ceiling"] as const
const SPANS = ["line", "month", "quarter", "half", "year", "period"] as const

/** The same tree with no cap wider than the span it stands in. */
const narrowed = (e: Expression, each: Period.Per): Expression =>
  JSON.parse(JSON.stringify(e), (key, value) =>
    key === "per" && SPANS.indexOf(value) > SPANS.indexOf(each) ? "period" : value,
  ) as Expression

/** The value one time in so many, else nothing. */
const rarely = <A>(times: number, value: fc.Arbitrary<A>): fc.Arbitrary<A | undefined> =>
  fc.oneof({ weight: times - 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: value })

const integers = (min: number, max: number): fc.Arbitrary<string> => fc.integer({ min, max }).map(String)
const numbers: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: integers(-6, 12) },
  { weight: 1, arbitrary: of("0.5", "1/3", "-2.5", "0.1") },
)
const weights: fc.Arbitrary<string> = of("1", "1", "0.5", "2", "-1", "1/3", "0")

interface Place {
  readonly settled: boolean
  readonly inside: "book" | "fact" | "validity"
  readonly names: ReadonlyArray<string>
  readonly depth: number
}

const deeper = (at: Place): Place => ({ ...at, depth: at.depth - 1 })

// ---------------------------------------------------------------- conditions

const span = (): fc.Arbitrary<{ ge?: string; gt?: string; lt?: string; le?: string }> =>
  fc.oneof(
    integers(-4, 8).map((ge) => ({ ge })),
    integers(-4, 8).map((lt) => ({ lt })),
    fc.tuple(fc.integer({ min: -6, max: 6 }), fc.integer({ min: 1, max: 8 })).map(([gt, run]) => ({
      gt: String(gt),
      le: String(gt + run),
    })),
  )

/** A condition that no missing number can leave open. */
const certain: fc.Arbitrary<When> = fc.oneof(
  fc.subarray(["x", "y"]).map((values): When => ({ test: "is", label: "组", in: values })),
  fc.subarray(["p", "q"]).map((values): When => ({ test: "is", label: "类", in: values })),
)

export const whens = (at: Place): fc.Arbitrary<When> => {
  const simple: Array<fc.Arbitrary<When>> = [
    certain,
    fc
      .tuple(of("self", "other"), of("same" as const, "previous" as const), fc.subarray(["L0", "L1", "L2", "L3"]))
      .map(([book, when, levels]): When => ({ test: "level", book, at: when, in: levels })),
  ]
  if (at.inside !== "book") {
    simple.push(fc.subarray(["a", "b"]).map((values): When => ({ test: "tag", tag: "t", in: values })))
  }
  if (at.depth <= 0) return fc.oneof(...simple)
  const below = fc.array(whens(deeper(at)), { maxLength: 3 })
  return fc.oneof(
    ...simple,
    fc.tuple(expressions(deeper(at)), span()).map(([e, on]): When => ({ test: "value", e, on })),
    fc.tuple(expressions(deeper(at)), span()).map(([e, on]): When => ({ test: "value", e, on })),
    fc.tuple(of("all" as const, "any" as const), below).map(([test, parts]): When => ({ test, of: parts })),
    fc.tuple(fc.integer({ min: 1, max: 3 }), below).map(([n, parts]): When => ({ test: "atLeast", n, of: parts })),
    whens(deeper(at)).map((part): When => ({ test: "not", of: part })),
  )
}

// ---------------------------------------------------------------- expressions

const policies = (at: Place): fc.Arbitrary<AbsentPolicy> => {
  const rule = fc.oneof(
    of("reweight" as const, "apart" as const),
    of({ peersMean: "组" }),
    integers(0, 5).map((value) => ({ value })),
  )
  const kinds = at.settled ? { notApplicable: rule, exempt: rule } : Object.fromEntries(ABSENCES.map((k) => [k, rule]))
  return fc.record(kinds, { requiredKeys: [] })
}

const leaves = (at: Place): fc.Arbitrary<Expression> => {
  const kinds = (...own: ReadonlyArray<string>) => of(...(at.settled ? own : ["k0", "k1", "u0", "u1", "c0", "c1"]))
  const fields = at.settled ? of("value") : of("value", "f", "hours")
  const where = (inside: Place): fc.Arbitrary<When> => (at.settled ? certain : whens({ ...inside, inside: "fact" }))
  const closedBy = of("register" as const, "periodEnd" as const)
  const one = fc
    .record({ kind: kinds("u0", "u1"), take: of("only" as const, "latest" as const), field: fields, closedBy })
    .map((leaf): FactLeaf => ({ op: "fact", ...leaf, domain: DOMAINS[leaf.field] ?? UNITS }))
  const many = fc
    .record({
      kind: kinds("c0", "c1"),
      take: of("count" as const, "sum" as const),
      closedBy,
      domain: at.settled ? of(OPEN) : of(UNITS, OPEN),
    })
    .map((leaf): FactLeaf => ({ op: "fact", field: "value", ...leaf }))
  const narrowed = fc
    .tuple(fc.oneof(many, ...(at.settled ? [] : [one])), where(deeper(at)))
    .map(([leaf, when]): Expression => ({ ...leaf, where: when }))
  const decided = one.map((leaf): Expression => ({ ...leaf, decidedBy: "支部委员会" }))
  return fc.oneof(
    numbers.map((q): Expression => ({ op: "const", q })),
    numbers.map((q): Expression => ({ op: "const", q })),
    one,
    one,
    many,
    many,
    of("p0", "p1").map((name): Expression => ({ op: "param", name, domain: UNITS })),
    ...(at.depth > 0 ? [narrowed] : []),
    decided,
    of("p0", "p1").map((name): Expression => ({ op: "param", name, domain: UNITS })),
    fc
      .tuple(of("self", "other"), of("n0", "score"), of("same" as const, "previous" as const), of(UNITS, ANY))
      .map(([book, node, when, domain]): Expression => ({ op: "result", book, node, at: when, domain })),
    ...(at.inside === "book"
      ? at.names.map((to) => of<Expression>({ op: "ref", to }))
      : [1, 2, 3].map(() =>
          of("value", "f", "hours").map(
            (field): Expression => ({ op: "field", field, domain: DOMAINS[field] ?? UNITS }),
          ),
        )),
    ...(at.inside === "validity" ? [1, 2, 3].map(() => of<Expression>({ op: "requested" })) : []),
  )
}

const curvePieces = (at: Place): fc.Arbitrary<ReadonlyArray<Piece>> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: -5, max: 12 }), { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(integers(-3, 10), fc.option(of("1", "-1", "0.5"), { nil: undefined }), integers(0, 4)), {
        minLength: 4,
        maxLength: 4,
      }),
      fc.boolean(),
      at.settled ? fc.constant("none") : of("none", "none", "gap", "overlap"),
    )
    .map(([raw, values, closed, defect]) => {
      const cuts = raw.sort((a, b) => a - b)
      return Array.from({ length: cuts.length + 1 }, (_, index): Piece => {
        const [from, to] = [cuts[index - 1], cuts[index]]
        const [value = "0", slope, start] = values[index] ?? []
        const low = from === undefined ? {} : closed ? { ge: String(from) } : { gt: String(from) }
        const shift = index === 0 ? (defect === "gap" ? -1 : defect === "overlap" ? 1 : 0) : 0
        const end = to === undefined ? undefined : String(to + shift)
        const high = end === undefined ? {} : closed ? { lt: end } : { le: end }
        const line = slope === undefined ? {} : { slope, ...(start === undefined ? {} : { from: start }) }
        return { on: { ...low, ...high }, at: value, ...line }
      })
    })

const ties = (at: Place): fc.Arbitrary<Ties> =>
  fc.record({
    keys: fc.array(fc.record({ e: expressions(deeper({ ...at, inside: "book" })), best: of("high", "low") }), {
      maxLength: 1,
    }),
    last: at.settled
      ? of<Ties["last"]>("share", { draw: "摇号" })
      : of<Ties["last"]>("share", "meeting", { draw: "摇号" }, { draw: "未公布" }),
    method: of("min", "max", "average", "dense", "ordinal"),
  }) as fc.Arbitrary<Ties>

export const expressions = (at: Place): fc.Arbitrary<Expression> => {
  if (at.depth <= 0) return leaves(at)
  const e = expressions(deeper(at))
  const list = fc.array(e, { minLength: 1, maxLength: 3 })
  const everywhere: ReadonlyArray<fc.Arbitrary<Expression>> = [
    fc
      .record(
        {
          of: fc.array(fc.record({ w: weights, e }), { maxLength: 3 }),
          weights: of("one" as const, "free" as const),
          absent: policies(at),
        },
        { requiredKeys: ["of", "weights"] },
      )
      .map((sum): Expression => ({ op: "sum", ...sum })),
    fc
      .tuple(of("min" as const, "max" as const), list)
      .map(([op, parts]): Expression => ({ op, of: parts as [Expression, ...Array<Expression>] })),
    fc
      .tuple(of("p0", "p1"), e)
      .map(([name, part]): Expression => ({ op: "times", by: { op: "param", name, domain: UNITS }, e: part })),
    fc
      .tuple(e, e, at.settled ? of({ value: "0" }) : fc.oneof(of(...ABSENCES), of({ value: "0" })))
      .map(([num, den, empty]): Expression => ({ op: "ratio", num, den, empty })),
    fc
      .tuple(e, curvePieces(at))
      .map(([part, pieces]): Expression => ({ op: "curve", of: part, pieces: pieces as [Piece, ...Array<Piece>] })),
    fc
      .tuple(
        fc.array(fc.record({ when: whens(deeper(at)), gives: e }), { maxLength: at.settled ? 1 : 3 }),
        at.settled ? e : fc.option(e, { nil: null }),
      )
      .map(([rows, otherwise]): Expression => ({ op: "case", rows, otherwise })),
    fc
      .tuple(e, of(...MODES), of("1", "0.5", "1/3"))
      .map(([part, mode, step]): Expression => ({ op: "round", e: part, mode, step })),
  ]
  if (at.inside !== "book") return fc.oneof(leaves(at), ...everywhere)
  return fc.oneof(
    leaves(at),
    ...everywhere,
    acts(at),
    fc
      .record({
        each: of("month" as const, "quarter" as const, "half" as const, "year" as const),
        e,
        fold: of("sum" as const, "mean" as const),
        absent: policies(at),
      })
      .map(({ e: inside, ...over }): Expression => ({ op: "over", ...over, e: narrowed(inside, over.each) })),
    fc
      .record({
        e,
        fold: of("mean" as const, "best" as const, "rank" as const, "count" as const, "sum" as const),
        group: of("组", null),
        best: of("high" as const, "low" as const),
        ties: ties(at),
      })
      .map((peers): Expression => ({ op: "peers", ...peers })),
  )
}

// ---------------------------------------------------------------- acts

const act = (at: Place, index: number): fc.Arbitrary<Act> => {
  const inside: Place = { ...at, inside: "fact", depth: Math.min(at.depth - 1, 1) }
  const worth = fc.oneof(
    { weight: 3, arbitrary: integers(-5, 5).map((q): Expression => ({ op: "const", q })) },
    {
      weight: 3,
      arbitrary: of("value", "f").map(
        (field): Expression => ({ op: "field", id: "件", field, domain: DOMAINS[field] ?? UNITS }),
      ),
    },
    { weight: 1, arbitrary: expressions(inside) },
  )
  return fc
    .record({
      kind: of("k0", "k1", "k2"),
      worth,
      when: rarely(2, fc.oneof(of<When>({ test: "tag", tag: "t", in: ["a", "b"] }), whens(inside))),
      repeat: rarely(2, fc.record({ class: of("r0", "r1"), times: of("2", "0.5", "3") })),
    })
    .map(
      ({ when, repeat, ...rest }): Act => ({
        id: `a${index}`,
        label,
        cite,
        ...rest,
        ...(when === undefined ? {} : { when }),
        ...(repeat === undefined ? {} : { repeat }),
      }),
    )
}

/** Caps over growing runs of lines in spans that grow with them; the last of a row may be on the net. */
const caps = (lines: ReadonlyArray<string>, prefix: string, netSpan?: Cap["per"]): fc.Arbitrary<ReadonlyArray<Cap>> => {
  const bounds = fc.record({ on: of("bonus" as const, "malus" as const), q: fc.integer({ min: 0, max: 7 }) })
  const gross = fc.array(
    fc.record({ size: fc.integer({ min: 1, max: lines.length }), per: fc.integer({ min: 0, max: 5 }), bounds }),
    { maxLength: 3 },
  )
  const net = fc.option(
    fc.record({ min: fc.integer({ min: -8, max: 0 }), max: fc.integer({ min: 0, max: 6 }) }, { requiredKeys: ["min"] }),
    { nil: undefined },
  )
  return fc.tuple(gross, net).map(([rows, whole]) => {
    const sizes = rows.map(({ size }) => size).sort((a, b) => a - b)
    const spans = rows.map(({ per }) => per).sort((a, b) => a - b)
    const made = rows.map(({ bounds: { on, q } }, index): Cap => {
      const base = {
        id: `${prefix}${index}`,
        of: lines.slice(0, sizes[index]),
        per: SPANS[spans[index] ?? 0] ?? "line",
      }
      return on === "bonus" ? { ...base, on, max: String(q), cite } : { ...base, on, min: String(0 - q), cite }
    })
    if (whole === undefined) return made
    const most = whole.max === undefined ? {} : { max: String(whole.max) }
    const per = netSpan ?? SPANS[spans.at(-1) ?? 1] ?? "period"
    return [...made, { id: `${prefix}净`, of: lines, per, on: "net", min: String(whole.min), ...most, cite }]
  })
}

export const acts = (at: Place): fc.Arbitrary<Acts> => {
  const inside: Place = { ...at, inside: "validity", depth: Math.min(at.depth - 1, 1) }
  return fc.integer({ min: 1, max: 5 }).chain((count) => {
    const ids = Array.from({ length: count }, (_, index) => `a${index}`)
    const half = Math.ceil(count / 2)
    return fc
      .record({
        acts: fc.tuple(...ids.map((_, index) => act(at, index))),
        left: caps(ids.slice(0, half), "左"),
        right: half < count ? caps(ids.slice(half), "右") : fc.constant([]),
        outer: fc.option(caps(ids, "外", "period"), { nil: undefined }),
        sameAct: of("sum" as const, "largestRequested" as const),
        validity: fc.oneof(
          { weight: 2, arbitrary: fc.constant([]) },
          {
            weight: 1,
            arbitrary: fc.array(fc.record({ when: whens(inside), months: of(1, 3, 12, 24), cite: fc.constant(cite) }), {
              minLength: 1,
              maxLength: at.settled ? 1 : 2,
            }),
          },
        ),
        suspensions: rarely(4, of({ id: "停", kinds: ["k2"], cite })).map((one) => (one === undefined ? [] : [one])),
      })
      .map(({ left, right, outer, ...rest }): Acts => {
        const net = (outer ?? []).filter(({ on }) => on === "net")
        return { op: "acts", ...rest, caps: [...left, ...right, ...net] }
      })
  })
}

/** Lines, caps and suspensions of different nodes under different names. */
const renamed = <A>(book: A): A => {
  let count = 0
  const walk = (part: unknown): unknown => {
    if (Array.isArray(part)) return part.map(walk)
    if (typeof part !== "object" || part === null) return part
    const own = Object.fromEntries(Object.entries(part).map(([key, value]) => [key, walk(value)]))
    if (!("op" in own) || own.op !== "acts") return own
    const node = own as unknown as Acts
    const prefix = `节${count++}/`
    const name = <B extends { readonly id: string }>(one: B): B => ({ ...one, id: prefix + one.id })
    return {
      ...node,
      acts: node.acts.map((one, index) => {
        const worth = one.worth.id === undefined ? one.worth : { ...one.worth, id: `${prefix}${one.worth.id}${index}` }
        return { ...name(one), worth }
      }),
      caps: node.caps.map((cap) => ({ ...name(cap), of: cap.of.map((id) => prefix + id) })),
      suspensions: node.suspensions.map(name),
    }
  }
  return walk(book) as A
}

// ---------------------------------------------------------------- clauses

const does = (levels: number): fc.Arbitrary<Does> =>
  fc.oneof(
    of<Does>("zero"),
    integers(0, 6).map((deduct): Does => ({ deduct })),
    fc.integer({ min: 0, max: levels - 1 }).map((at): Does => ({ atMost: `L${at}` })),
  )

const effect = (at: Place, levels: number, index: number): fc.Arbitrary<Effect> =>
  fc
    .record(
      {
        when: whens(at),
        does: does(levels),
        lasts: of<Effect["lasts"]>("period", { months: 3 }, { months: 10_000 }),
        repair: fc.record({
          when: whens(at),
          does: fc.oneof(of("nothing" as const), does(levels)),
          cite: fc.constant(cite),
        }),
      },
      { requiredKeys: ["when", "does", "lasts"] },
    )
    .map((rest): Effect => ({ id: `E${index}`, label, cite, ...rest }))

const levelsOf = (at: Place, count: number): fc.Arbitrary<ReadonlyArray<Level>> =>
  fc
    .tuple(
      fc.uniqueArray(fc.integer({ min: -6, max: 24 }), { minLength: count - 1, maxLength: count - 1 }),
      at.settled ? fc.constant("none") : of("none", "none", "none", "gap", "overlap", "awarded"),
      fc.array(rarely(6, whens(at)), { minLength: count, maxLength: count }),
      rarely(4, fc.constant(true)),
    )
    .map(([raw, defect, further, vetoed]) => {
      const cuts = raw.sort((a, b) => b - a)
      const never: ReadonlyArray<Level> = vetoed === true ? [{ id: `L${count}`, label, on: null, cite }] : []
      const banded = Array.from({ length: count }, (_, index): Level => {
        const [low, high] = [cuts[index], cuts[index - 1]]
        const shift = index === 0 ? (defect === "gap" ? 2 : defect === "overlap" ? -2 : 0) : 0
        const on = {
          ...(low === undefined ? {} : { ge: String(low + shift) }),
          ...(high === undefined ? {} : { lt: String(high) }),
        }
        const and = index > 0 && !at.settled ? further[index] : undefined
        return {
          id: `L${index}`,
          label,
          on: index === 0 && defect === "awarded" ? null : on,
          cite,
          ...(and === undefined ? {} : { and }),
        }
      })
      return [...banded, ...never]
    })

const quota = (at: Place, levels: number, index: number): fc.Arbitrary<Quota> =>
  fc
    .record(
      {
        sense: of("most" as const, "most" as const, "noMore" as const, "least" as const, "about" as const),
        level: fc.integer({ min: 0, max: levels - 2 }),
        of: fc.oneof(
          fc.record({ share: of("0", "1/3", "0.5", "0.2", "1"), round: of(...MODES) }),
          fc.record({ seats: fc.integer({ min: 1, max: 2 }) }),
        ),
        slack: of("0", "0.5", "1"),
        among: whens(deeper(at)),
        group: of("组", null),
        several: of(true, false),
      },
      { requiredKeys: ["sense", "level", "of", "group", "several"] },
    )
    .map(
      ({ level, several, ...rest }): Quota => ({
        id: `Q${index}`,
        levels:
          rest.sense === "most" && !(several && level + 2 < levels) ? [`L${level}`] : [`L${level}`, `L${level + 1}`],
        cite,
        ...rest,
      }),
    )

const ranking = (at: Place, index: number): fc.Arbitrary<Ranking> =>
  fc
    .record({ among: whens(deeper(at)), group: of("组", null), ties: ties(at) }, { requiredKeys: ["group", "ties"] })
    .map((rest): Ranking => ({ id: `R${index}`, label, cite, ...rest }))

const award = (at: Place, levels: number, index: number): fc.Arbitrary<Award> =>
  fc
    .record({ when: whens(at), at: fc.integer({ min: 0, max: levels - 1 }), overQuota: fc.boolean() })
    .map(({ at: level, ...rest }): Award => ({ id: `W${index}`, label, cite, atLeast: `L${level}`, ...rest }))

const badge = (at: Place, index: number): fc.Arbitrary<Badge> =>
  fc
    .tuple(whens(at), fc.subarray(Array.from({ length: index }, (_, one) => `B${one}`)))
    .map(([when, needs]): Badge => ({ id: `B${index}`, label, cite, when, needs }))

const classes = (at: Place): fc.Arbitrary<ReadonlyArray<Class>> => {
  const one = (id: string, when: When, standing: Class["standing"]): Class => ({ id, label, cite, when, standing })
  return fc.oneof(
    { weight: 2, arbitrary: of<ReadonlyArray<Class>>([]) },
    {
      weight: 1,
      arbitrary: of([
        one("C0", { test: "is", label: "类", in: ["p", "q"] }, "rated"),
        one("C1", { test: "is", label: "类", in: ["q"] }, "unrated"),
        one("C2", { test: "is", label: "类", in: ["z"] }, "exempt"),
      ]),
    },
    { weight: 1, arbitrary: of([one("C0", { test: "not", of: { test: "is", label: "类", in: ["z"] } }, "rated")]) },
    {
      weight: at.settled ? 0 : 1,
      arbitrary: of<When>(
        { test: "is", label: "类", in: ["p", "r"] },
        { test: "level", book: "self", at: "previous", in: ["L0"] },
        {
          test: "any",
          of: [
            { test: "is", label: "组", in: ["a"] },
            { test: "level", book: "self", at: "same", in: ["L1"] },
          ],
        },
      ).map((when) => [one("C0", when, "rated"), one("C1", { test: "not", of: when }, "exempt")]),
    },
  )
}

// ---------------------------------------------------------------- books

const upTo = <A>(most: number, one: (index: number) => fc.Arbitrary<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.integer({ min: 0, max: most }).chain((count) => fc.tuple(...Array.from({ length: count }, (_, at) => one(at))))

export interface Options {
  readonly settled?: boolean
  readonly depth?: number
}

export const rulebooks = ({ settled = false, depth = 2 }: Options = {}): fc.Arbitrary<Rulebook> => {
  const at = (...names: ReadonlyArray<string>): Place => ({ settled, inside: "book", names, depth })
  const all = at("n0", "n1")
  const conditions = { ...all, depth: 1 }
  return fc.integer({ min: 2, max: 4 }).chain((count) =>
    fc
      .record({
        first: expressions(at()),
        second: expressions(at("n0")),
        lines: fc.option(acts(at("n0")), { nil: undefined, freq: 9 }),
        policy: policies(all),
        factsUnder: of("factDate" as const, "periodEnd" as const, "periodEnd" as const, "periodEnd" as const),
        ends: fc.boolean(),
        score: fc.record({
          quantum: of("1", "0.5", "0.1"),
          round: settled ? of(...MODES) : of("exact" as const, ...MODES),
        }),
        classes: classes(conditions),
        effects: upTo(2, (index) => effect(conditions, count, index)),
        levels: fc.oneof(
          { weight: 6, arbitrary: levelsOf(conditions, count) },
          { weight: 0, arbitrary: fc.constant([]) },
        ),
        badges: upTo(2, (index) => badge(conditions, index)),
        counted: fc.boolean(),
        awards: upTo(2, (index) => award(conditions, count, index)),
        climb: of(null, { steps: 1, cite }, { steps: 1, cite }, { steps: 2, cite }),
        quotas: upTo(2, (index) => quota(conditions, count, index)),
        ties: ties(conditions),
        rankings: upTo(1, (index) => ranking(conditions, index)),
      })
      .map(({ first, second, lines, policy, ends, counted, ...rest }): Rulebook => {
        const named = (e: Expression, id: string): Expression => ({ ...e, id })
        const parts = [
          { w: "1", e: named(first, "n0") },
          { w: "1", e: named(second, "n1") },
          ...(lines === undefined ? [] : [{ w: "1", e: lines }]),
          ...(counted ? [{ w: "1", e: { op: "badges" } as const }] : []),
        ]
        return renamed({
          format: 1,
          semantics: 1,
          id: "self",
          version: "1",
          title: { zh: "虚构办法" },
          completeness: "complete",
          sources: [{ id: "text", citation: { title: "虚构办法", standing: "transcription" } }],
          inForce: {
            from: CivilDate.ofUnsafe(2023, 2, 1),
            ...(ends ? { to: CivilDate.ofUnsafe(2023, 12, 1) } : {}),
          },
          total: { op: "sum", of: parts, weights: "free", absent: policy },
          slots: [],
          notes: [],
          ...rest,
        })
      }),
  )
}

// ---------------------------------------------------------------- what is evaluated

const PERIODS = ["2023", "2023", "2023-Q2", "2023-03-15/2023-05-20", "2023-06", "2024-H1"].map(Period.parseUnsafe)

/** A day so many days from another, or the last there is. */
const daysFrom = (day: CivilDate.CivilDate, days: number): CivilDate.CivilDate =>
  Result.getOrElse(CivilDate.addDays(day, days), () => CivilDate.ofUnsafe(days < 0 ? 1 : 9999, 1, 1))

/** Days about a period: its edges, inside, and up to two years beside it. */
const daysAbout = (period: Period.Period): fc.Arbitrary<CivilDate.CivilDate> => {
  const length = Period.days(period)
  return fc
    .oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: length - 1 }) },
      { weight: 2, arbitrary: of(-1, 0, 1, length - 2, length - 1, length) },
      { weight: 1, arbitrary: fc.integer({ min: -760, max: length + 400 }) },
    )
    .map((days) => daysFrom(period.from, days))
}

const values = (settled: boolean): fc.Arbitrary<Record<string, string>> => {
  const missing = { requiredKeys: [] as [] }
  if (settled) return fc.record({ value: integers(0, 10), f: integers(-5, 5), hours: integers(0, 6) }, missing)
  const any = fc.oneof({ weight: 8, arbitrary: integers(0, 5) }, { weight: 1, arbitrary: numbers })
  return fc.record({ value: any, f: any, hours: any }, missing)
}

/** What all facts of a kind say in settled books, so that telling more of them brings no two to contradict each other. */
export const AGREED: Readonly<Record<string, string>> = { u0: "4", u1: "7" }

export const instant = Coordinate.instantUnsafe

const facts = (
  period: Period.Period,
  subjects: ReadonlyArray<string>,
  settled: boolean,
): fc.Arbitrary<ReadonlyArray<Fact>> => {
  const day = daysAbout(period)
  const plain = fc.record({
    subject: of(...subjects),
    kind: of("k0", "k1", "k2", "k0", "k1", "u0", "u1", "c0", "c1"),
    on: day,
    recordedAt: fc.oneof(
      { weight: 6, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: 0, max: 9 }) },
    ),
    values: values(settled),
    tags: fc.record({ t: of("a", "b", "c") }, { requiredKeys: [] }),
    act: rarely(2, of("事一", "事二")),
    until: rarely(4, fc.oneof(of("open" as const), day)),
    by: fc.integer({ min: 0, max: 5 }),
    absent: rarely(24, of(...ABSENCES)),
    supersedes: rarely(12, fc.integer({ min: 0, max: 6 })),
    isVoid: fc.integer({ min: 0, max: 20 }).map((n) => n === 0),
  })

  return fc.array(plain, { minLength: 3, maxLength: 16, size: "max" }).map((all) =>
    all.map((one, index): Fact => {
      const { act, until, by, absent, supersedes, isVoid, recordedAt, ...rest } = one
      const same = AGREED[rest.kind]
      return {
        id: `f${index}`,
        ...rest,
        values:
          settled && same !== undefined && rest.values.value !== undefined
            ? { ...rest.values, value: same }
            : rest.values,
        recordedAt: instant(recordedAt),
        ...(act === undefined ? {} : { act }),
        ...(until === undefined ? {} : { until }),
        ...(by === 0 && !settled ? {} : { decidedBy: "支部委员会", reason: "会议记录" }),
        ...(absent === undefined ? {} : { absent }),
        ...(supersedes === undefined || supersedes >= index ? {} : { supersedes: `f${supersedes}` }),
        ...(isVoid ? { void: true as const } : {}),
      }
    }),
  )
}

const subjectsOf: fc.Arbitrary<ReadonlyArray<Subject>> = fc
  .array(
    fc.record({
      组: fc.subarray(["x", "y"]),
      类: fc.oneof({ weight: 4, arbitrary: of(["p"], ["p"], ["q"]) }, { weight: 1, arbitrary: of(["z"], []) }),
      p0: fc.option(integers(0, 10), { nil: undefined, freq: 3 }),
      p1: fc.option(integers(0, 3), { nil: undefined, freq: 8 }),
    }),
    { minLength: 1, maxLength: 5 },
  )
  .map((all) =>
    all.map(({ 组, 类, p0, p1 }, index) => ({
      id: `s${index}`,
      labels: { 组, 类 },
      parameters: { ...(p0 === undefined ? {} : { p0 }), ...(p1 === undefined ? {} : { p1 }) },
    })),
  )

const results = (
  period: Period.Period,
  subjects: ReadonlyArray<string>,
  settled: boolean,
): fc.Arbitrary<ReadonlyArray<FrozenResult>> => {
  const before = Period.ofUnsafe(daysFrom(period.from, -30), period.from)
  const earlier = Period.ofUnsafe(daysFrom(period.from, -60), daysFrom(period.from, -30))
  const one: fc.Arbitrary<FrozenResult> = fc.record({
    book: of("self", "self", "other"),
    subject: of(...subjects),
    period: of(before, before, earlier, period),
    values: fc.record({ n0: integers(0, 10), score: integers(0, 10) }, { requiredKeys: [] }),
    level: of("L0", "L1", "L2", "L3", "L3"),
    recordedAt: of(0, 0, 3, 9).map(instant),
  })
  const sameTwice = (result: FrozenResult) => `${result.book} ${result.subject} ${result.period.from}`
  return settled
    ? fc.uniqueArray(one, { selector: sameTwice, maxLength: 6, size: "max" })
    : fc.array(one, { minLength: 1, maxLength: 6, size: "max" })
}

const closures = (period: Period.Period): fc.Arbitrary<ReadonlyArray<Closure>> =>
  fc.array(
    fc
      .record({
        kind: of("c0", "c1", "k0", "k1", "u0"),
        through: of(Period.lastDay(period), Period.lastDay(period), period.to, period.from),
        recordedAt: of(0, 0, 0, 9).map(instant),
        subject: rarely(3, of("s0", "s1")),
      })
      .map(({ subject, ...rest }) => (subject === undefined ? rest : { ...rest, subject })),
    { maxLength: 4 },
  )

export const inputsOf = (book: fc.Arbitrary<Rulebook>, settled = false): fc.Arbitrary<Required<Input>> =>
  fc.tuple(of(...PERIODS), subjectsOf).chain(([period, subjects]) => {
    const ids = subjects.map(({ id }) => id)
    return fc.record({
      book,
      period: fc.constant(period),
      at: fc.record({
        validAt: fc.oneof(
          { weight: 3, arbitrary: fc.constant(Period.lastDay(period)) },
          { weight: 3, arbitrary: daysAbout(period) },
        ),
        knownAt: fc.constant(instant(5)),
      }),
      subjects: fc.constant(subjects),
      facts: facts(period, [...ids, ...ids, "无此人"], settled),
      closures: closures(period),
      results: results(period, ids, settled),
      seeds: of({ 摇号: "2023-12-31 公布" }),
    })
  })

export const inputs = (options: Options = {}): fc.Arbitrary<Required<Input>> =>
  inputsOf(rulebooks(options), options.settled ?? false)

/** Names that every object answers to, days at both ends of the calendar, numbers as long as a document may hold. */
export const hostile: fc.Arbitrary<Required<Input>> = fc
  .record({
    input: inputs(),
    period: of("0001", "9998", "0001-01-01/0001-01-01", "9999-11-30/9999-12-30", "9999-H1").map(Period.parseUnsafe),
    day: of("0001-01-01", "9999-12-31", "2023-06-30").map(CivilDate.parseUnsafe),
    name: of("constructor", "toString", "__proto__", "hasOwnProperty"),
    huge: of("9".repeat(400), `-${"7".repeat(399)}`, `1/${"3".repeat(400)}`, `0.${"0".repeat(399)}1`),
  })
  .map(({ input, period, day, name, huge }) => {
    const text = JSON.stringify(input.book)
    const renamedBook = JSON.parse(
      text
        .replaceAll('"组"', `"${name}"`)
        .replaceAll('"p0"', `"${name}"`)
        .replaceAll('"field":"value"', `"field":"${name}"`),
    ) as Rulebook
    const longBook = JSON.parse(
      text.replaceAll('"max":"10"', '"max":null').replaceAll('"q":"2"', `"q":"${huge}"`),
    ) as Rulebook
    const book = huge.length % 2 === 0 ? renamedBook : longBook
    return {
      ...input,
      book,
      period,
      at: { ...input.at, validAt: day },
      facts: input.facts.map((fact, index) => ({
        ...fact,
        subject: index === 0 ? name : fact.subject,
        on: index % 3 === 0 ? day : index % 3 === 1 ? period.from : fact.on,
        ...(index % 2 === 0 ? { values: { ...fact.values, value: huge } } : {}),
      })),
      subjects: [...input.subjects.map((one) => ({ ...one, parameters: { p0: huge } })), { id: name, labels: {} }],
    }
  })
  .map((input) => ({ ...input, subjects: [...input.subjects].sort((a, b) => (a.id < b.id ? -1 : 1)) }))

// ---------------------------------------------------------------- nodes of acts alone

/** A book that is one expression and nothing else. */
export const simpleBook = (total: Expression): Rulebook => ({
  format: 1,
  semantics: 1,
  id: "self",
  version: "1",
  title: { zh: "虚构办法" },
  completeness: "complete",
  sources: [{ id: "text", citation: { title: "虚构办法", standing: "transcription" } }],
  inForce: { from: CivilDate.ofUnsafe(2020, 1, 1) },
  factsUnder: "periodEnd",
  classes: [],
  total,
  score: { quantum: "1", round: "halfUp" },
  effects: [],
  levels: [],
  badges: [],
  awards: [],
  climb: null,
  quotas: [],
  ties: { keys: [], last: "share", method: "min" },
  rankings: [],
  slots: [],
  notes: [],
})

const simpleAct = (index: number): fc.Arbitrary<Act> =>
  fc
    .record({
      kind: of("k0", "k1"),
      worth: fc.oneof(
        integers(-5, 5).map((q): Expression => ({ op: "const", q })),
        of<Expression>({ op: "field", field: "value", domain: { ...UNITS, min: "-10" } }),
      ),
      when: rarely(
        3,
        fc.subarray(["a", "b"]).map((tags): When => ({ test: "tag", tag: "t", in: tags })),
      ),
      repeat: rarely(3, of({ class: "r", times: "2" })),
    })
    .map(({ when, repeat, ...rest }) => ({
      id: `a${index}`,
      label,
      cite,
      ...rest,
      ...(when === undefined ? {} : { when }),
      ...(repeat === undefined ? {} : { repeat }),
    }))

const bySize: Acts["validity"] = [
  { when: { test: "value", e: { op: "requested" }, on: { ge: "3" } }, months: 12, cite },
  { when: { test: "value", e: { op: "requested" }, on: { lt: "-2" } }, months: 3, cite },
]

/** Nodes whose worths are whole numbers, with every kind of cap, and all numbers known. */
export const simpleActs: fc.Arbitrary<Acts> = fc.integer({ min: 1, max: 5 }).chain((count) => {
  const ids = Array.from({ length: count }, (_, index) => `a${index}`)
  const half = Math.ceil(count / 2)
  return fc
    .record({
      acts: fc.tuple(...ids.map((_, index) => simpleAct(index))),
      left: caps(ids.slice(0, half), "左"),
      right: half < count ? caps(ids.slice(half), "右") : fc.constant([]),
      outer: caps(ids, "外", "period"),
      sameAct: of("sum" as const, "largestRequested" as const),
      validity: of<Acts["validity"]>([], [], bySize),
      suspensions: rarely(3, of({ id: "停", kinds: ["k2"], cite })).map((one) => (one === undefined ? [] : [one])),
    })
    .map(({ left, right, outer, ...rest }): Acts => {
      const net = outer.filter(({ on }) => on === "net")
      return { op: "acts", ...rest, caps: [...left, ...right, ...net] }
    })
})

const plain = (id: string, kind: string): Fact => ({
  id,
  subject: "s0",
  kind,
  on: CivilDate.ofUnsafe(2023, 3, 1),
  recordedAt: instant(0),
})

/** Facts about one subject, crowded into few days of three years, all recorded and whole. */
export const simpleFacts = {
  instant: instant(0),
  plain,
  facts: fc
    .array(
      fc.record({
        kind: of("k0", "k1", "k0", "k1", "k2"),
        on: of(
          "2022-11-30",
          "2022-12-31",
          "2023-01-01",
          "2023-01-15",
          "2023-02-28",
          "2023-03-01",
          "2023-03-02",
          "2023-06-30",
          "2023-07-01",
          "2023-12-31",
          "2024-01-01",
        ),
        value: integers(-8, 8),
        t: of("a", "b", "c"),
        act: rarely(2, of("事一", "事二")),
        until: rarely(4, of("open", "2023-01-02", "2023-04-01", "2024-02-01")),
      }),
      { maxLength: 9, size: "max" },
    )
    .map((all) =>
      all.map(
        ({ kind, on, value, t, act: deed, until }, index): Fact => ({
          ...plain(`f${index}`, kind),
          on: CivilDate.parseUnsafe(on),
          values: { value },
          tags: { t },
          ...(deed === undefined ? {} : { act: deed }),
          ...(until === undefined || (until !== "open" && until < on)
            ? {}
            : { until: until === "open" ? until : CivilDate.parseUnsafe(until) }),
        }),
      ),
    ),
}
