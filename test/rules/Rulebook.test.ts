import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type { Fault } from "../../src/foundation/Fault.js"
import type * as Builder from "../../src/rules/Builder.js"
import type { Quota } from "../../src/rules/Clause.js"
import type { Acts, Cap, Expression, Parameter, When } from "../../src/rules/Expression.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { book, cite, level, levels, line, places, points, score } from "./sample.js"

const sound = book(score, { levels })

/** Places of the faults of a sound made-up book in which some fields were changed. */
const broken = (change: Partial<Rulebook.Rulebook>) => places(Rulebook.check({ ...sound, ...change }))

const lines = (more: Partial<Acts>): Acts => ({
  ...Scoring.lines({ id: "记分", acts: [line("甲", "1"), line("乙", "-1")] }),
  ...more,
})

const cap = (id: string, of: ReadonlyArray<string>, more: Partial<Cap> = {}): Cap => ({
  id,
  of,
  per: "period",
  on: "bonus",
  max: "5",
  cite: cite("9"),
  ...more,
})

const named = (id: string) => ({ id, label: { zh: id }, cite: cite("1") })
const always: When = { test: "all", of: [] }

describe("ids", () => {
  test("one id twice in each list of clauses", () => {
    const twice = <A>(one: A): ReadonlyArray<A> => [one, one]
    const quota: Quota = {
      id: "名额",
      levels: ["优秀"],
      sense: "most",
      of: { seats: 1 },
      group: null,
      cite: cite("21"),
    }
    expect(
      broken({
        classes: twice({ ...named("党员"), when: always, standing: "rated" }),
        effects: twice(Veto.zero({ ...named("否决"), when: always })),
        levels: twice(level("优秀", { ge: "90" })).concat(level("合格", { lt: "90" })),
        badges: twice({ ...named("单项"), when: always, needs: [] }),
        awards: twice({ ...named("直升"), when: always, atLeast: "优秀", overQuota: false }),
        quotas: twice(quota),
        rankings: twice({ ...named("排名"), group: null, ties: { keys: [], last: "share", method: "min" } }),
        slots: twice({ id: "自设", into: "记分", sign: "bonus", items: 1, each: "1", cite: cite("8") }),
        sources: twice({ id: "办法", citation: { title: "样例办法", standing: "transcription" } }),
        total: lines({}),
      }),
    ).toEqual(
      ["classes", "effects", "levels", "badges", "awards", "quotas", "rankings", "slots", "sources"].map((list) => [
        "rulebook.duplicateId",
        [list, 1, "id"],
      ]),
    )
  })
  test("nodes, lines, caps and suspensions share one space of names", () => {
    const suspension = { id: "甲", kinds: ["处分"], cite: cite("9") }
    const total = Scoring.parts([
      Scoring.base("1", { id: "记分" }),
      lines({ acts: [line("甲", "1"), line("甲", "2")], caps: [cap("甲", ["甲"])], suspensions: [suspension] }),
    ])
    expect(broken({ total })).toEqual([
      ["rulebook.duplicateId", ["total", "of", 1, "e", "id"]],
      ["rulebook.duplicateId", ["total", "of", 1, "e", "acts", 1, "id"]],
      ["rulebook.duplicateId", ["total", "of", 1, "e", "caps", 0, "id"]],
      ["rulebook.duplicateId", ["total", "of", 1, "e", "suspensions", 0, "id"]],
    ])
  })
  test("ids that name nothing, wherever one is named", () => {
    const quota: Quota = {
      id: "名额",
      levels: ["优秀", "无"],
      sense: "about",
      of: { seats: 1 },
      group: null,
      cite: cite("21"),
    }
    expect(
      broken({
        total: lines({ caps: [cap("限", ["甲", "无"])] }),
        badges: [
          { ...named("先"), when: always, needs: ["后"] },
          { ...named("后"), when: always, needs: ["先", "无"] },
        ],
        effects: [
          {
            ...Veto.holdAt({ ...named("否决"), when: always }, "无"),
            repair: { when: always, does: { atMost: "没有" }, cite: cite("2") },
          },
        ],
        awards: [
          { ...named("直升"), when: Scoring.on(Scoring.reference("无"), { ge: "1" }), atLeast: "无", overQuota: true },
        ],
        quotas: [quota],
        slots: [{ id: "自设", into: "无", sign: "bonus", items: 1, each: "1", cite: cite("8") }],
      }),
    ).toEqual(
      [
        ["total", "caps", 0, "of", 1],
        ["awards", 0, "when", "e", "to"],
        ["effects", 0, "does"],
        ["effects", 0, "repair", "does"],
        ["awards", 0, "atLeast"],
        ["badges", 0, "needs", 0],
        ["badges", 1, "needs", 1],
        ["quotas", 0, "levels", 1],
        ["slots", 0, "into"],
      ].map((path) => ["rulebook.noSuchId", path]),
    )
  })
  test("a slot into a node that holds no lines", () => {
    const slots = [{ id: "自设", into: "底", sign: "bonus", items: 1, each: "1", cite: cite("8") }] as const
    expect(broken({ total: Scoring.base("1", { id: "底" }), slots })).toEqual([
      ["rulebook.noSuchId", ["slots", 0, "into"]],
    ])
  })
  test("every citation of a document that is no source, at its place", () => {
    const lost = { doc: "无", art: "1" }
    const total = Scoring.parts(
      [
        Scoring.stepTable(score, [{ on: {}, gives: "1", cite: lost }]),
        { op: "case", rows: [{ when: always, gives: Scoring.base("1"), cite: lost }], otherwise: null },
        lines({
          acts: [line("甲", "1", { cite: lost })],
          caps: [cap("限", ["甲"], { cite: lost })],
          validity: [{ when: always, months: 1, cite: lost }],
          suspensions: [{ id: "停", kinds: ["处分"], cite: lost }],
        }),
      ],
      { cite: lost },
    )
    const effect = {
      ...Veto.zero({ ...named("否决"), when: always }),
      repair: { when: always, does: "nothing", cite: lost },
    } as const
    const found = broken({
      total,
      effects: [effect],
      climb: { steps: 1, cite: lost },
      score: { quantum: "1", round: "exact", cite: lost },
    })
    expect(found).toEqual(
      [
        ["total", "of", 0, "e", "pieces", 0],
        ["total", "of", 1, "e", "rows", 0],
        ["total", "of", 2, "e", "acts", 0],
        ["total", "of", 2, "e", "caps", 0],
        ["total", "of", 2, "e", "validity", 0],
        ["total", "of", 2, "e", "suspensions", 0],
        ["total"],
        ["score"],
        ["effects", 0, "repair"],
        ["climb"],
      ].map((path) => ["rulebook.noSuchId", [...path, "cite", "doc"]]),
    )
  })
})

describe("references", () => {
  const ref = Scoring.reference
  const group = (id: string, ...of: ReadonlyArray<Expression>) => Scoring.parts(of, { id })
  test("a node that refers to itself, at any depth", () => {
    const total = group("甲", Scoring.within(Scoring.rounded(ref("甲"), "up", "1"), "0", "9"))
    expect(broken({ total })).toEqual([["rulebook.cycle", ["total"]]])
  })
  test("a ring through sums, named once, at the node it comes back to", () => {
    const total = group("总", ref("丙"), group("甲", ref("乙")), group("乙", ref("丙")), group("丙", ref("甲")))
    expect(broken({ total })).toEqual([["rulebook.cycle", ["total", "of", 3, "e"]]])
    expect(Rulebook.check({ ...sound, total }).map(({ params }) => params)).toEqual([{ id: "丙" }])
  })
  test("two rings are two faults; a ring outside the way there is found at its own place", () => {
    const total = Scoring.parts([group("始", ref("环")), group("环", ref("环")), group("另", ref("另"))])
    expect(broken({ total })).toEqual([
      ["rulebook.cycle", ["total", "of", 1, "e"]],
      ["rulebook.cycle", ["total", "of", 2, "e"]],
    ])
  })
  test("a ring through a condition, and one through tie keys", () => {
    const byCase: Expression = {
      op: "case",
      id: "甲",
      rows: [{ when: Scoring.on(ref("甲"), {}), gives: score }],
      otherwise: null,
    }
    expect(broken({ total: byCase })).toEqual([["rulebook.cycle", ["total"]]])
    const ties = { keys: [{ e: ref("名次"), best: "high" }], last: "share", method: "min" } as const
    expect(broken({ total: Scoring.place(score, null, "high", ties, { id: "名次" }) })).toEqual([
      ["rulebook.cycle", ["total"]],
    ])
  })
  test("a badge that asks how many badges are held", () => {
    const counted: When = Scoring.on({ op: "badges" }, { ge: "1" })
    expect(broken({ badges: [{ ...named("综合"), when: counted, needs: [] }] })).toEqual([
      ["rulebook.cycle", ["badges"]],
    ])
    const through = { ...named("综合"), when: Scoring.on(ref("星数"), { ge: "1" }), needs: [] }
    expect(broken({ total: group("星数", { op: "badges" }), badges: [through] })).toEqual([
      ["rulebook.cycle", ["total"]],
    ])
    expect(broken({ total: { op: "badges" }, badges: [{ ...named("单项"), when: always, needs: [] }] })).toEqual([])
  })
  test("one node read in many places is no ring", () => {
    const total = Scoring.parts([
      group("甲", score),
      group("乙", ref("甲"), ref("甲")),
      group("丙", ref("甲"), ref("乙")),
    ])
    expect(broken({ total })).toEqual([])
  })
  test("thousands of references on end are no deep call", () => {
    const chain = Array.from({ length: 3000 }, (_, index) => group(`n${index}`, ref(`n${(index + 1) % 3000}`)))
    expect(broken({ total: Scoring.parts(chain) }).map(([code]) => code)).toEqual([
      "rulebook.cycle",
      "rulebook.longChain",
    ])
  })
  test("a chain of 64 references is read, one of 65 is refused where it becomes too long", () => {
    const chain = (length: number) =>
      Array.from({ length }, (_, index) =>
        index === 0 ? group("n0", Scoring.base("1")) : group(`n${index}`, ref(`n${index - 1}`)),
      )
    expect(broken({ total: Scoring.parts(chain(64)) })).toEqual([])
    expect(broken({ total: Scoring.parts(chain(70)) })).toEqual([["rulebook.longChain", ["total", "of", 64, "e"]]])
  })
})

describe("leaves where they cannot be read", () => {
  const field: Expression = { op: "field", field: "时长", domain: points() }
  const requested: Expression = { op: "requested" }
  const inside = (worth: Expression) => lines({ acts: [{ ...line("甲", "1"), worth }] })
  test("a field and what is asked for, outside single facts", () => {
    expect(broken({ total: Scoring.parts([field, requested]) })).toEqual([
      ["rulebook.misplacedLeaf", ["total", "of", 0, "e"]],
      ["rulebook.misplacedLeaf", ["total", "of", 1, "e"]],
    ])
  })
  test("what is asked for only in the terms of validity, a field there and in lines", () => {
    const validity = [{ when: Scoring.on(Scoring.parts([requested, field]), { ge: "5" }), months: 12, cite: cite("9") }]
    expect(broken({ total: lines({ validity }) })).toEqual([])
    expect(broken({ total: inside(field) })).toEqual([])
    expect(broken({ total: inside(requested) })).toEqual([["rulebook.misplacedLeaf", ["total", "acts", 0, "worth"]]])
  })
  test("lines, spans, peers and references inside a single fact", () => {
    const peers = Scoring.place(score, null, "high", { keys: [], last: "share", method: "min" })
    for (const worth of [Scoring.lines({ acts: [] }), Scoring.subPeriods("month", score, "sum"), peers]) {
      expect(broken({ total: inside(worth) })).toEqual([["rulebook.misplacedLeaf", ["total", "acts", 0, "worth"]]])
    }
    const total = Scoring.parts([Scoring.base("1", { id: "底" }), inside(Scoring.reference("底"))])
    expect(broken({ total })).toEqual([["rulebook.misplacedLeaf", ["total", "of", 1, "e", "acts", 0, "worth"]]])
  })
  test("a reference from outside to a part of a line's worth", () => {
    const total = Scoring.parts([inside(Scoring.base("1", { id: "段" })), Scoring.reference("段")])
    expect(broken({ total })).toEqual([["rulebook.misplacedLeaf", ["total", "of", 1, "e"]]])
  })
  test("a tag where there is no single fact: in classes, in a row of a case, below not and all", () => {
    const tag = Scoring.tagged("轻重", "重")
    const total: Expression = { op: "case", rows: [{ when: { test: "not", of: tag }, gives: score }], otherwise: null }
    const classes = [{ ...named("党员"), when: { test: "all", of: [always, tag] }, standing: "rated" }] as const
    expect(broken({ total, classes })).toEqual([
      ["rulebook.misplacedTag", ["total", "rows", 0, "when", "of"]],
      ["rulebook.misplacedTag", ["classes", 0, "when", "of", 1]],
    ])
  })
  test("a tag of the facts that a leaf counts, and of a line, is read", () => {
    const total = Scoring.parts([
      Scoring.count({ kind: "谈话", domain: points(), where: Scoring.tagged("轻重", "重") }),
      lines({ acts: [line("甲", "1", { when: Scoring.tagged("轻重", "重") })] }),
    ])
    expect(broken({ total })).toEqual([])
  })
})

describe("steps, domains and caps", () => {
  test("steps of nought and below, a least above the greatest, a sum of no field", () => {
    const total = Scoring.parts([
      Scoring.only({ kind: "a", domain: { unit: "分", min: "0", max: "1", step: "0" } }),
      Scoring.parameter("b", { unit: "分", min: "2", max: "1", step: "1" }),
      Scoring.imported("c", "score", "same", { unit: "分", min: "0", max: null, step: "-1" }),
      Scoring.rounded(score, "up", "0"),
      { op: "fact", kind: "d", take: "sum", domain: points(), closedBy: "register" },
    ])
    const slots = [{ id: "自设", into: "无", sign: "bonus", items: 1, each: "0", cite: cite("8") }] as const
    expect(broken({ total, score: { quantum: "0", round: "exact" }, slots })).toEqual([
      ["rulebook.badStep", ["total", "of", 0, "e", "domain", "step"]],
      ["rulebook.badDomain", ["total", "of", 1, "e", "domain"]],
      ["rulebook.badStep", ["total", "of", 2, "e", "domain", "step"]],
      ["rulebook.badStep", ["total", "of", 3, "e", "step"]],
      ["rulebook.missingField", ["total", "of", 4, "e"]],
      ["rulebook.badStep", ["score", "quantum"]],
      ["rulebook.noSuchId", ["slots", 0, "into"]],
      ["rulebook.badStep", ["slots", 0, "each"]],
    ])
  })
  const three = [line("甲", "1"), line("乙", "1"), line("丙", "-1")]
  const capped = (...caps: ReadonlyArray<Cap>) => broken({ total: lines({ acts: three, caps }) })
  const at = (index: number) => ["total", "caps", index]
  test("caps that cross, at the later one; nested ones and those of two signs do not", () => {
    expect(capped(cap("a", ["甲", "乙"]), cap("b", ["乙", "丙"]))).toEqual([["rulebook.crossingCaps", at(1)]])
    expect(capped(cap("a", ["甲", "乙"]), cap("b", ["乙"]), cap("c", ["丙"]), cap("d", ["甲", "乙", "丙"]))).toEqual([])
    const { max: _, ...malus } = cap("b", ["乙", "丙"], { on: "malus", min: "-5" })
    expect(capped(cap("a", ["甲", "乙"]), malus)).toEqual([])
  })
  test("a net cap inside a gross one; over the same lines or outside it is sound", () => {
    expect(capped(cap("内", ["甲"], { on: "net" }), cap("外", ["甲", "乙"]))).toEqual([
      ["rulebook.netInsideGross", at(1)],
    ])
    expect(capped(cap("内", ["甲"]), cap("外", ["甲", "乙"], { on: "net" }))).toEqual([])
  })
  test("a cap without a bound, and bounds that cannot hold", () => {
    const { max: _, ...empty } = cap("空", ["甲"])
    expect(capped(empty)).toEqual([["rulebook.emptyCap", at(0)]])
    const bad: ReadonlyArray<Cap> = [
      cap("a", ["甲"], { max: "-1" }),
      cap("b", ["甲"], { min: "1" }),
      cap("c", ["丙"], { on: "malus" }),
      cap("d", ["丙"], { on: "net", min: "6" }),
    ]
    for (const one of bad) expect(capped(one)).toEqual([["rulebook.badCap", at(0)]])
    expect(capped(cap("e", ["甲"], { max: "0" }), cap("f", ["丙"], { on: "net", min: "5" }))).toEqual([])
  })
  test("a line twice in one cap", () => {
    expect(capped(cap("a", ["甲", "甲"]))).toEqual([["rulebook.duplicateId", [...at(0), "of", 1]]])
  })
})

describe("quotas and force", () => {
  const quota = (more: Partial<Quota>): Quota => ({
    id: "名额",
    levels: ["优秀"],
    sense: "most",
    of: { share: "0.2", round: "down" },
    group: null,
    cite: cite("21"),
    ...more,
  })
  test("a limit on the last level, and on several that do not follow one another", () => {
    expect(broken({ quotas: [quota({ levels: ["合格"] })] })).toEqual([["rulebook.quotaOnLastLevel", ["quotas", 0]]])
    const several = (...levels: [string, ...ReadonlyArray<string>]) => broken({ quotas: [quota({ levels })] })
    expect(several("良好", "优秀")).toEqual([])
    expect(several("优秀", "优秀")).toEqual([["rulebook.quotaOnSeveral", ["quotas", 0]]])
    expect(several("优秀", "无此等次")).toEqual([["rulebook.noSuchId", ["quotas", 0, "levels", 1]]])
    expect(several("优秀", "合格")).toEqual([
      ["rulebook.quotaOnSeveral", ["quotas", 0]],
      ["rulebook.quotaOnLastLevel", ["quotas", 0]],
    ])
    for (const sense of ["least", "about", "noMore"] as const) {
      expect(broken({ quotas: [quota({ levels: ["优秀", "合格"], sense })] })).toEqual([])
    }
  })
  test("a share beyond the whole, a slack below nought", () => {
    const share = (text: string) => ({ share: text, round: "down" }) as const
    expect(
      broken({ quotas: [quota({ of: share("1.1") }), quota({ id: "二", of: share("-0.1"), slack: "-1" })] }),
    ).toEqual([
      ["rulebook.badQuota", ["quotas", 0, "of", "share"]],
      ["rulebook.badQuota", ["quotas", 1, "of", "share"]],
      ["rulebook.badQuota", ["quotas", 1, "slack"]],
    ])
    expect(broken({ quotas: [quota({ of: share("1"), slack: "0" }), quota({ id: "二", of: share("0") })] })).toEqual([])
  })
  test("deductions below nought, of effects and of repairs", () => {
    const effect = (deduct: string) => ({
      id: "扣",
      label: { zh: "扣分" },
      when: { test: "all", of: [] } as const,
      does: { deduct },
      lasts: "period" as const,
      repair: { when: { test: "any", of: [] } as const, does: { deduct }, cite: cite("9") },
      cite: cite("9"),
    })
    expect(broken({ effects: [effect("-0.1")] })).toEqual([
      ["rulebook.badDeduct", ["effects", 0, "does"]],
      ["rulebook.badDeduct", ["effects", 0, "repair", "does"]],
    ])
    expect(broken({ effects: [effect("0")] })).toEqual([])
  })
  test("in force to a day that is not after the first", () => {
    const [first, second] = ["2023-01-01", "2023-01-02"].map(CivilDate.parseUnsafe) as [
      CivilDate.CivilDate,
      CivilDate.CivilDate,
    ]
    for (const to of [first, CivilDate.parseUnsafe("2022-12-31")]) {
      expect(broken({ inForce: { from: first, to } })).toEqual([["rulebook.forceEnds", ["inForce", "to"]]])
    }
    expect(broken({ inForce: { from: first, to: second } })).toEqual([])
  })
})

test("a sound book has no fault, and many faults come at once", () => {
  expect(Rulebook.check(sound)).toEqual([])
  const change: Partial<Rulebook.Rulebook> = {
    total: Scoring.reference("无"),
    score: { quantum: "0", round: "exact" },
    levels: [level("优秀", {}), level("优秀", {})],
  }
  expect(broken(change).map(([code]) => code)).toEqual([
    "rulebook.duplicateId",
    "rulebook.noSuchId",
    "rulebook.badStep",
  ])
})

describe("labels and clauses by id", () => {
  const many = book(lines({ caps: [cap("限", ["甲"])] }), { levels })
  test("of a line, a level and a cap; of nothing there is none", () => {
    expect(Rulebook.labelOf(many, "甲")?.zh).toBe("甲事项")
    expect(Rulebook.labelOf(many, "优秀")?.zh).toBe("优秀")
    expect(Rulebook.labelOf(many, "限")).toBeUndefined()
    expect(Rulebook.citeOf(many, "限")).toEqual(cite("9"))
    expect(Rulebook.citeOf(many, "无")).toBeUndefined()
  })
})

describe("unknown input", () => {
  const plain = JSON.parse(JSON.stringify(sound)) as Record<string, unknown>
  const refused = (input: unknown) => {
    const result = Rulebook.document.decode(input)
    return Result.isFailure(result) ? places(result.failure) : "accepted"
  }
  const with_ = (change: Record<string, unknown>) => refused({ ...plain, ...change })
  const sum = (depth: number): unknown =>
    depth === 0 ? { op: "const", q: "1" } : { op: "sum", weights: "free", of: [{ w: "1", e: sum(depth - 1) }] }

  test("a book goes through JSON and comes back equal", () => {
    const back = Rulebook.document.decode(JSON.parse(JSON.stringify(sound)))
    expect(Result.getOrThrow(back)).toStrictEqual(sound)
    expect(Result.getOrThrow(Rulebook.document.encode(sound))).toStrictEqual(sound)
  })
  test("the structure is checked on what decodes", () => {
    expect(with_({ total: { op: "ref", to: "无" } })).toEqual([["rulebook.noSuchId", ["total", "to"]]])
  })
  test.each<[string, Record<string, unknown>, ReadonlyArray<readonly [string, Fault["path"]]>]>([
    ["a number where exact text is due", { total: { op: "const", q: 1 } }, [["document.type", ["total", "q"]]]],
    ["a number that is not canonical", { total: { op: "const", q: "1.0" } }, [["exact.notCanonical", ["total", "q"]]]],
    ["a number in words", { total: { op: "const", q: "NaN" } }, [["exact.malformed", ["total", "q"]]]],
    ["a day that is none", { inForce: { from: "2023-02-30" } }, [["civilDate.impossible", ["inForce", "from"]]]],
    ["an operator that is none", { total: { op: "eval", code: "1" } }, [["document.noVariant", ["total", "op"]]]],
    ["a node without an operator", { total: { q: "1" } }, [["document.missing", ["total", "op"]]]],
    ["a list for a node", { total: [] }, [["document.noVariant", ["total"]]]],
    ["an unknown key", { total: { op: "const", q: "1", eval: "x" } }, [["document.unexpected", ["total", "eval"]]]],
    ["another format", { format: 2 }, [["document.format", ["format"]]]],
    ["another semantics", { semantics: 2 }, [["document.value", ["semantics"]]]],
    [
      "a span with two lower ends",
      { levels: [{ ...levels[0], on: { gt: "1", ge: "1" } }] },
      [["span.twoEnds", ["levels", 0, "on"]]],
    ],
    [
      "a span without a number",
      { levels: [{ ...levels[0], on: { gt: "1", lt: "1" } }] },
      [["span.empty", ["levels", 0, "on"]]],
    ],
    ["a count of nought steps", { climb: { steps: 0, cite: cite("1") } }, [["document.value", ["climb", "steps"]]]],
    ["a title that is blank", { title: { zh: "" } }, [["document.value", ["title", "zh"]]]],
  ])("%s", (_, change, expected) => expect(with_(change)).toEqual(expected))
  test("nesting up to the limit is read, beyond it refused and not followed", () => {
    expect(with_({ total: sum(20) })).toBe("accepted")
    const result = Rulebook.document.decode({ ...plain, total: sum(5000) })
    expect(Result.isFailure(result) && result.failure.map(({ code }) => code)).toEqual(["document.tooDeep"])
  })
  test("keys that reach for prototypes", () => {
    const hostile = JSON.parse(`{"__proto__": {"polluted": true}, ${JSON.stringify(plain).slice(1)}`) as unknown
    expect(refused(hostile)).toEqual([["canonical.protoKey", ["__proto__"]]])
    expect(({} as Record<string, unknown>).polluted).toBeUndefined()
    expect(with_({ total: JSON.parse('{"op": "const", "q": "1", "__proto__": {"q": "2"}}') })).toEqual([
      ["canonical.protoKey", ["total", "__proto__"]],
    ])
  })
  test.each([null, 1, "x", [], true, undefined])("the whole is %j", (input) => {
    expect(refused(input)).toHaveLength(1)
    expect(Rulebook.document.is(input)).toBe(false)
  })
  test("getters run no code, and a book that leads back into itself is refused", () => {
    const trap = Object.defineProperty({ ...plain }, "total", {
      enumerable: true,
      get: () => {
        throw new Error("ran")
      },
    })
    expect(refused(trap)).toContainEqual(["canonical.accessor", ["total"]])
    const ring: { op: string; of: Array<unknown>; weights: string } = { op: "sum", of: [], weights: "free" }
    ring.of.push({ w: "1", e: ring })
    expect(with_({ total: ring })).toContainEqual(["canonical.cycle", ["total", "of", 0, "e"]])
  })
  test("is", () => {
    expect(Rulebook.document.is(plain)).toBe(true)
    expect(Rulebook.document.is({ ...plain, total: { op: "ref", to: "无" } })).toBe(false)
  })
  test("the standard schema gives the value, or issues with paths", () => {
    const standard = Rulebook.document.standard["~standard"]
    expect(standard.validate(plain)).toEqual({ value: sound })
    expect(standard.validate({ ...plain, total: { op: "const", q: 1 } })).toMatchObject({
      issues: [{ path: ["total", "q"] }],
    })
  })
  test("the JSON Schema names the trees and closes every object", () => {
    const schema = Rulebook.document.jsonSchema() as {
      readonly title: string
      readonly required: ReadonlyArray<string>
      readonly $defs: Record<
        string,
        { readonly anyOf: ReadonlyArray<{ readonly properties: object; readonly additionalProperties: boolean }> }
      >
    }
    expect(schema.title).toBe("Rulebook")
    expect([...schema.required].sort()).toEqual(Object.keys(sound).sort())
    expect(Object.keys(schema.$defs)).toEqual(expect.arrayContaining(["Expression", "When"]))
    const nodes = schema.$defs.Expression?.anyOf ?? []
    expect(nodes.length).toBeGreaterThan(15)
    expect(nodes.every(({ additionalProperties }) => additionalProperties === false)).toBe(true)
    expect(JSON.parse(JSON.stringify(schema))).toEqual(schema)
  })
})

test("a parameter can be told from the node that multiplies by it", () => {
  const by = Scoring.parameter("倍", points()) satisfies Parameter
  const draft: Builder.Draft["total"] = { op: "times", by, e: score }
  expect(broken({ total: draft })).toEqual([])
})
