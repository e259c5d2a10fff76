/** The impact of changes: told cases. Facts and changes are made up; the texts that change are named. */
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import * as WendengVillage from "../../src/presets/WendengVillage.js"
import * as XiqingStars from "../../src/presets/XiqingStars.js"
import type { Expression } from "../../src/rules/Expression.js"
import type { Fact } from "../../src/rules/Fact.js"
import * as Impact from "../../src/rules/Impact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { fact, instant, several, subject } from "./rating.js"
import { book, cite, level, points, score } from "./sample.js"

const restOf = (people: ReadonlyArray<string>, facts: ReadonlyArray<Fact>): Omit<Interpreter.Input, "book"> => ({
  period: Period.yearUnsafe(2023),
  at: Coordinate.of(CivilDate.ofUnsafe(2023, 12, 31), instant(1)),
  subjects: people.map((id) => subject(id)),
  facts,
})

const marks = (scores: Readonly<Record<string, string>>, kind = "得分") =>
  restOf(
    Object.keys(scores),
    Object.entries(scores).map(([id, value]) => fact(id, kind, "2023-06-01", { value })),
  )

const line = (move: Impact.Move): string => {
  const side = (value: unknown): string => {
    if (typeof value !== "object" || value === null) return String(value)
    if ("q" in value) return String(value.q)
    if ("level" in value) return String(value.level)
    if ("code" in value) return String(value.code)
    if ("place" in value) return side(value.place)
    return JSON.stringify(value)
  }
  return `${move.subject} ${move.what} ${side(move.before)}→${side(move.after)} ${move.cause.is} ${move.cause.by.join("+")}`
}

const told = (impact: Impact.Impact) => impact.moves.map(line)
const changes = (impact: Impact.Impact) => impact.changes.map(({ key, is, moves }) => `${is} ${key} ${moves}`)

describe("T1, stars of branches of Xiqing (津西党组发〔2016〕25号)", () => {
  const T1 = XiqingStars.rulebook
  const ten = (scores: Readonly<Record<string, string>>) => {
    const rest = Object.fromEntries(Array.from({ length: 10 }, (_, index) => [`支部${index}`, "70"]))
    return marks({ ...rest, ...scores }, "考评总分")
  }
  const from94: Rulebook = {
    ...T1,
    levels: T1.levels.map((one) => (one.id === "五星" ? { ...one, on: { ge: "94" } } : one)),
  }

  test("five stars from 94 instead of 95: who stood in the gap gets them, and 94 itself is on two lines", () => {
    const impact = Impact.ofBooks(T1, from94, ten({ 支部0: "94.5", 支部1: "94" }))
    expect(told(impact)).toEqual([
      "支部0 level rules.levelGap→五星 each level 五星",
      "支部1 level 四星→rules.levelOverlap each level 五星",
    ])
    expect(impact.changes).toEqual([
      {
        key: "level 五星",
        part: "level",
        is: "changed",
        id: "五星",
        path: "levels[0]",
        label: T1.levels[0]?.label,
        before: { doc: "通知", art: "星级" },
        after: { doc: "通知", art: "星级" },
        moves: 2,
      },
    ])
    const question = { before: { ...ten({}), book: T1 }, after: { ...ten({}), book: from94 } }
    expect(Impact.sentences(impact, question, "zh")).toEqual([
      "修改等次“五星（五好党支部）”（星级）：涉及变动2处。",
      "支部0：等次由得分94.5不属于任何等次变为五星（五好党支部），因等次“五星（五好党支部）”。",
      "支部1：等次由四星变为得分94同属五星、四星，因等次“五星（五好党支部）”。",
    ])
    expect(Impact.sentences(impact, question, "en")[0]).toBe(
      'Changed level "five stars (a branch good in five ways)" (星级): 2 moves.',
    )
  })

  test("the quota of five stars doubled: who stood behind it comes up, and the quota is named", () => {
    const wider: Rulebook = {
      ...T1,
      quotas: T1.quotas.map((one) =>
        one.id === "五星名额" ? { ...one, of: { share: "0.2", round: "floor" as const } } : one,
      ),
    }
    const impact = Impact.ofBooks(T1, wider, ten({ 支部0: "99", 支部1: "98" }))
    expect(told(impact)).toEqual([
      "支部1 level 四星→五星 each quota 五星名额",
      '支部1 quota ["五星名额"]→[] each quota 五星名额',
    ])
    expect(
      impact.quotas.map(({ quota, before, after }) => [quota, before?.places, after?.places, after?.held]),
    ).toEqual([["五星名额", 1, 2, 2]])
    expect(changes(impact)).toEqual(["changed quota 五星名额 2"])
  })

  test("a clause that changes nothing for anybody is listed and moves nobody", () => {
    const impact = Impact.ofBooks(
      T1,
      { ...T1, levels: T1.levels.map((one) => (one.id === "一星" ? { ...one, on: { ge: "61", le: "64" } } : one)) },
      ten({}),
    )
    expect([told(impact), changes(impact)]).toEqual([[], ["changed level 一星 0"]])
    const question = { before: { ...ten({}), book: T1 }, after: { ...ten({}), book: T1 } }
    expect(Impact.sentences(impact, question, "zh")).toEqual(["修改等次“一星”（星级）：没有人的结果因此变动。"])
    expect(Impact.sentences(impact, question, "en")).toEqual(['Changed level "one star" (星级): moves nobody.'])
  })

  test("a level under another name moves nobody, and the moves of others read on under the new one", () => {
    const rename = (rules: Rulebook): Rulebook => ({
      ...rules,
      levels: rules.levels.map((one) => (one.id === "五星" ? { ...one, id: "五好" } : one)),
      quotas: rules.quotas.map((one) => ({ ...one, levels: one.levels.map((id) => (id === "五星" ? "五好" : id)) })),
    })
    const rest = ten({ 支部0: "99", 支部1: "94.5" })
    const impact = Impact.ofBooks(T1, rename(T1), rest)
    expect([told(impact), impact.renamed, changes(impact)]).toEqual([
      [],
      { 五星: "五好" },
      ["renamed level 五好 五星 0"],
    ])
    const [before, after] = [T1, rename(T1)].map((rules) => Impact.seen(Interpreter.evaluate({ ...rest, book: rules })))
    expect(before?.[0]?.level).toEqual({ is: "level", level: "五星" })
    expect(Impact.apply(impact, before ?? [])).toEqual(after)
  })
})

describe("the village ledger of Wendeng", () => {
  const rules = WendengVillage.rulebook
  const member = { 身份: ["党员"], 类别: ["党员"] }
  const people = (count: number) => Array.from({ length: count }, (_, index) => subject(`m${index}`, member))

  /** The book with its node of lines another. */
  const withLines = (edit: (e: Extract<Expression, { op: "acts" }>) => Expression): Rulebook => {
    const walk = (e: Expression): Expression => {
      if (e.op === "acts") return edit(e)
      return e.op === "sum" ? { ...e, of: e.of.map((one) => ({ ...one, e: walk(one.e) })) } : e
    }
    return { ...rules, total: walk(rules.total) }
  }
  const lines =
    rules.total.op === "sum" ? rules.total.of.flatMap(({ e }) => (e.op === "acts" ? [e] : []))[0] : undefined
  const cap = lines?.caps.find(({ of, max }) => of.length === 1 && max !== undefined)

  test("a cap raised: only who had run into it moves, with the line's cap named and cited", () => {
    const act = lines?.acts.find(({ id }) => id === cap?.of[0])
    if (cap === undefined || act === undefined) throw new Error("no capped line")
    const raised = withLines((e) => ({
      ...e,
      caps: e.caps.map((one) => (one.id === cap.id ? { ...one, max: "900" } : one)),
    }))
    const given = { 人数: "40", 金额: "100000" }
    const rest = {
      ...restOf(
        [],
        [
          ...several(20, "m0", act.kind, "2023-03", { values: given }),
          fact("m1", act.kind, "2023-03-01", { values: given }),
        ],
      ),
      subjects: people(3),
    }
    const impact = Impact.ofBooks(rules, raised, rest)
    expect(changes(impact)).toEqual([`changed cap ${cap.id} ${impact.moves.length}`])
    expect(impact.changes[0]?.after).toEqual(cap.cite)
    expect(new Set(impact.moves.map((move) => move.subject))).toContain("m0")
    expect(impact.moves.find(({ subject: who, what }) => who === "m0" && what === "score")?.cause).toEqual({
      is: "each",
      by: [`cap ${cap.id}`],
    })
  })

  test("a line added and another taken out: each member's move is due to their own line", () => {
    const [first] = lines?.acts.filter(({ worth, when }) => worth.op === "const" && when === undefined) ?? []
    if (first === undefined) throw new Error("no plain line")
    const other = withLines((e) => ({
      ...e,
      acts: [
        ...e.acts.filter(({ id }) => id !== first.id),
        { ...first, id: "新增", kind: "新增", worth: { op: "const", q: "3" } },
      ],
      caps: e.caps
        .map((one) => ({ ...one, of: one.of.filter((id) => id !== first.id) }))
        .filter(({ of }) => of.length > 0),
    }))
    const rest = {
      ...restOf([], [fact("m0", first.kind, "2023-03-01"), fact("m1", "新增", "2023-03-01")]),
      subjects: people(2),
    }
    const impact = Impact.ofBooks(rules, other, rest)
    const cause = (who: string) =>
      impact.moves.find(({ subject: id, what }) => id === who && what === "score")?.cause.by
    expect([cause("m0"), cause("m1")]).toEqual([[`act ${first.id}`], ["act 新增"]])
  })

  test("a thousand members and three changed clauses within a few seconds", () => {
    const raised = withLines((e) => ({
      ...e,
      caps: e.caps.map((one) => (one.id === cap?.id ? { ...one, max: "900" } : one)),
      acts: e.acts.map((one) => (one.id === "P-058" ? { ...one, worth: { op: "const", q: "12" } } : one)),
    }))
    const other: Rulebook = {
      ...raised,
      levels: raised.levels.map((one) => (one.id === "五星" ? { ...one, on: { gt: "1061" } } : one)),
    }
    const rest = {
      ...restOf(
        [],
        people(1000).flatMap(({ id }, index) =>
          index % 10 === 0 ? several(1 + (index % 7), id, "P-058", "2023-03") : [],
        ),
      ),
      subjects: people(1000),
    }
    const impact = Impact.ofBooks(rules, other, rest)
    expect(impact.moves.filter(({ what }) => what === "score")).toHaveLength(100)
    expect(new Set(impact.moves.map(({ cause }) => cause.by.join()))).toEqual(new Set(["act P-058"]))
  })
})

describe("which clause did it", () => {
  const bands = [level("优秀", { ge: "90" }), level("合格", { ge: "60", lt: "90" }), level("不合格", { lt: "60" })]

  test("two clauses that only together make a move are named together, none of them alone", () => {
    const shifted = [level("优秀", { ge: "85" }), level("合格", { ge: "60", lt: "85" }), level("不合格", { lt: "60" })]
    const impact = Impact.ofBooks(
      book(score, { levels: bands }),
      book(score, { levels: shifted }),
      marks({ 甲: "87", 乙: "70" }),
    )
    expect(told(impact)).toEqual(["甲 level 合格→优秀 together level 优秀+level 合格"])
    expect(changes(impact)).toEqual(["changed level 优秀 1", "changed level 合格 1"])
  })

  test("beyond the budget it is all together", () => {
    const shifted = [level("优秀", { ge: "85" }), level("合格", { ge: "55", lt: "85" }), level("不合格", { lt: "55" })]
    const [old, now] = [book(score, { levels: bands }), book(score, { levels: shifted })]
    expect(told(Impact.ofBooks(old, now, marks({ 甲: "87" })))).toEqual([
      "甲 level 合格→优秀 together level 优秀+level 合格",
    ])
    expect(told(Impact.ofBooks(old, now, marks({ 甲: "87" }), 3))).toEqual([
      "甲 level 合格→优秀 all level 不合格+level 优秀+level 合格",
    ])
  })

  test("a weight, a constant inside the tree, the rounding and an effect: each by its own name", () => {
    const total = (w: string, q: string): Expression => ({
      op: "sum",
      of: [
        { w, e: { ...score, id: "考核" } },
        { w: "1", e: { op: "const", q, id: "起点" } },
      ],
      weights: "free",
    })
    const effects = [
      Veto.deduct({ id: "扣", label: { zh: "违规扣分" }, when: Scoring.happened("违规"), cite: cite("9") }, "5"),
    ]
    const old = book(total("1", "0"), { effects })
    const now = { ...book(total("0.5", "10"), { score: { quantum: "5", round: "floor" } }) }
    const rest = { ...marks({ 甲: "20", 乙: "33" }) }
    const facts = [...rest.facts, fact("乙", "违规", "2023-05-01")]
    const impact = Impact.ofBooks(old, now, {
      ...rest,
      facts,
      closures: [{ kind: "违规", through: CivilDate.ofUnsafe(2023, 12, 31), recordedAt: instant(0) }],
    })
    expect(impact.changes.map(({ key, is }) => `${is} ${key}`)).toEqual([
      "removed effect 扣",
      "changed node 起点",
      "changed rounding score",
      "changed weight 考核",
    ])
    expect(told(impact).filter((move) => move.startsWith("甲"))).toEqual([])
    expect(told(impact).filter((move) => move.startsWith("乙 total"))).toEqual([
      "乙 total 33→26.5 together node 起点+weight 考核",
    ])
  })

  test("changed facts are named like clauses, and only those about the subject", () => {
    const rules = book(score, { levels: bands })
    const before = { ...marks({ 甲: "95", 乙: "50" }), book: rules }
    const after = { ...marks({ 甲: "80", 乙: "50", 丙: "60" }), book: rules }
    const keys = new Map(
      [...before.facts, ...after.facts].map(({ id, subject: who, values }) => [`${who}${values?.value}`, `fact ${id}`]),
    )
    const impact = Impact.of({ before, after })
    const scores = impact.moves.filter(({ what }) => what === "score")
    expect(scores.map(({ subject: who, cause }) => [who, cause.is, new Set(cause.by)])).toEqual([
      ["丙", "each", new Set(["subject 丙"])],
      ["甲", "together", new Set([keys.get("甲95"), keys.get("甲80")])],
    ])
    expect(impact.moves.filter(({ what }) => what === "standing").map(line)).toEqual([
      "丙 standing undefined→rated each subject 丙",
    ])
  })

  test("a record that takes the id of another subject's moves that subject, and nothing beside it does", () => {
    const rest = { ...marks({}), subjects: [subject("甲"), subject("乙")] }
    const own = { ...fact("甲", "得分", "2023-06-01", { id: "同号", value: "9" }), recordedAt: instant(1) }
    const before = { ...rest, book: book(score), facts: [own] }
    const after = {
      ...before,
      facts: [
        own,
        fact("乙", "得分", "2023-06-01", { id: "同号", value: "7" }),
        fact("甲", "无关", "2023-06-01", { id: "另" }),
      ],
    }
    const move = Impact.of({ before, after }).moves.find((one) => one.subject === "甲" && one.what === "score")
    expect(move?.cause).toEqual({ is: "each", by: ["fact 同号"] })
  })

  test("who becomes exempt, and by which class", () => {
    const classes = [
      { id: "新建", label: { zh: "新建" }, when: Scoring.is("类", "新"), standing: "exempt" as const, cite: cite("3") },
      {
        id: "其他",
        label: { zh: "其他" },
        when: { test: "not" as const, of: Scoring.is("类", "新") },
        standing: "rated" as const,
        cite: cite("3"),
      },
    ]
    const rest = { ...marks({ 甲: "95", 乙: "50" }), subjects: [subject("甲", { 类: ["新"] }), subject("乙")] }
    const impact = Impact.ofBooks(book(score, { levels: bands }), book(score, { levels: bands, classes }), rest)
    expect(told(impact)).toEqual(
      [
        "甲 standing rated→exempt each class 新建",
        "甲 total 95→undefined each class 新建",
        "甲 score 95→undefined each class 新建",
        "甲 level 优秀→undefined each class 其他+class 新建",
      ].map((text) => text.replace("优秀→undefined", '优秀→{"is":"none"}')),
    )
  })

  test("places in a ranking", () => {
    const ranking = (ties: "min" | "dense") => ({
      id: "全区",
      label: { zh: "全区排名" },
      group: null,
      ties: { keys: [], last: "share" as const, method: ties },
      cite: cite("8"),
    })
    const [old, now] = [book(score, { rankings: [ranking("min")] }), book(score, { rankings: [ranking("dense")] })]
    expect(told(Impact.ofBooks(old, now, marks({ 甲: "9", 乙: "9", 丙: "8" })))).toEqual([
      "丙 place 3→2 each ranking 全区",
    ])
  })
})

describe("one conflict in the place of another", () => {
  const [old, now] = [
    [level("上", { ge: "95" }), level("下", { lt: "90" })],
    [level("上", { ge: "91" }), level("下", { lt: "95" })],
  ].map((levels) => book(score, { levels }))
  const rest = marks({ 甲: "91", 乙: "80" })

  test("a score that was on no level and is on two now is a move, and reads on", () => {
    if (old === undefined || now === undefined) throw new Error("no book")
    const impact = Impact.ofBooks(old, now, rest)
    expect(told(impact)).toEqual(["甲 level rules.levelGap→rules.levelOverlap together level 上+level 下"])
    const [before, after] = [old, now].map((rules) => Impact.seen(Interpreter.evaluate({ ...rest, book: rules })))
    expect(before?.at(-1)?.level).toMatchObject({ is: "conflict", code: "rules.levelGap" })
    expect(Impact.apply(impact, before ?? [])).toEqual(after)
  })

  test("which of two conflicts of a score is named rests on the order of a sum, which is then a change", () => {
    const part: Expression = { op: "curve", of: { op: "const", q: "5" }, pieces: [] }
    const other: Expression = { op: "fact", kind: "得分", take: "only", domain: points("10"), closedBy: "register" }
    const sum = (parts: ReadonlyArray<Expression>): Rulebook => ({
      ...book(score),
      total: { op: "sum", of: parts.map((e) => ({ w: "1", e })), weights: "free" },
    })
    const [first, second] = [sum([part, other]), sum([other, part])]
    const impact = Impact.ofBooks(first, second, marks({ 甲: "91" }))
    expect(told(impact)).toEqual([
      "甲 total rules.gap→rules.outOfDomain each order",
      "甲 score rules.gap→rules.outOfDomain each order",
    ])
    expect(changes(impact)).toEqual(["changed order 2"])
    expect(Impact.isEmpty(Impact.ofBooks(first, second, marks({})))).toBe(true)
    const question = {
      before: { ...marks({ 甲: "91" }), book: first },
      after: { ...marks({ 甲: "91" }), book: second },
    }
    expect(Impact.sentences(impact, question, "zh")[0]).toBe("修改次序：涉及变动2处。")
  })
})

describe("in words", () => {
  test("places by the ranking's label, and quotas that no longer hold somebody back", () => {
    const ranking = {
      id: "全镇",
      label: { zh: "全镇排名", en: "place in the town" },
      group: null,
      ties: { keys: [], last: "share" as const, method: "min" as const },
      cite: cite("8"),
    }
    const quota = (seats: number) => [
      { id: "名额一", levels: ["优秀"], sense: "most" as const, of: { seats }, group: null, cite: cite("7") },
    ]
    const levels = [level("优秀", { ge: "90" }), level("合格", { lt: "90" })]
    const before = {
      ...marks({ 甲: "99", 乙: "95" }),
      book: book(score, { levels, quotas: quota(1), rankings: [ranking] }),
    }
    const after = { ...before, book: book(score, { levels, quotas: quota(2), rankings: [ranking] }) }
    const question = { before, after }
    expect(Impact.sentences(Impact.of(question), question, "zh").slice(1)).toEqual([
      "乙：等次由合格变为优秀，因名额“名额一”。",
      "乙：不再受“名额一”所限，因名额“名额一”。",
    ])
    expect(Impact.sentences(Impact.of(question), question, "en").at(-1)).toBe(
      '乙: no longer held back by "名额一", because of quota "名额一".',
    )
    const back = { before: after, after: before }
    expect(Impact.sentences(Impact.of(back), back, "zh").at(-1)).toBe("乙：受“名额一”所限，因名额“名额一”。")
    const better = {
      before: after,
      after: { ...after, facts: [...after.facts.slice(0, 1), fact("乙", "得分", "2023-06-01", { value: "100" })] },
    }
    const said = Impact.sentences(Impact.of(better), better, "zh")
    expect(said.some((one) => one.startsWith("乙：全镇排名由第2名变为第1名，因"))).toBe(true)
    expect(
      Impact.sentences(Impact.of(better), better, "en").some((one) =>
        one.startsWith("乙: place in the town from place 2 to place 1"),
      ),
    ).toBe(true)
  })
})

describe("ids that are names of what every object has", () => {
  test.each(["constructor", "toString", "__proto__", "hasOwnProperty"])(
    "a ranking called %s moves like any other",
    (id) => {
      const ranking = (method: "min" | "dense") => ({
        id,
        label: { zh: "排名" },
        group: null,
        ties: { keys: [], last: "share" as const, method },
        cite: cite("8"),
      })
      const [none, old, now] = [[], [ranking("min")], [ranking("dense")]].map((rankings) => book(score, { rankings }))
      if (none === undefined || old === undefined || now === undefined) throw new Error("no book")
      const rest = marks({ 甲: "9", 乙: "9", 丙: "8" })
      expect(told(Impact.ofBooks(old, now, rest))).toEqual([`丙 place 3→2 each ranking ${id}`])
      const added = Impact.ofBooks(none, now, rest)
      expect(added.moves.map(({ what }) => what)).toEqual(["place", "place", "place"])
      const [before, after] = [none, now].map((rules) => Impact.seen(Interpreter.evaluate({ ...rest, book: rules })))
      expect(Impact.apply(added, before ?? [])).toEqual(after)
    },
  )
})

describe("equal versions", () => {
  test("a renamed version string, other notes and lists in another order", () => {
    const rules = XiqingStars.rulebook
    const rest = marks({ 甲: "95" }, "考评总分")
    expect(
      Impact.ofBooks(rules, { ...rules, version: "2017", notes: [], quotas: [...rules.quotas].reverse() }, rest),
    ).toEqual({
      changes: [],
      moves: [],
      renamed: {},
      quotas: [],
    })
    expect(Impact.isEmpty(Impact.ofBooks(rules, rules, rest))).toBe(true)
  })

  test("the order of levels says which is better, and is a clause of its own", () => {
    const bands = [level("甲等", { ge: "50" }), level("乙等", { lt: "50" })]
    const quotas = [
      { id: "限", levels: ["甲等"], sense: "most" as const, of: { seats: 1 }, group: null, cite: cite("7") },
    ]
    const [old, now] = [book(score, { levels: bands, quotas }), book(score, { levels: bands, quotas })]
    const turned = { ...now, levels: [...bands].reverse() }
    const impact = Impact.ofBooks(old, turned, marks({ 甲: "60", 乙: "70" }))
    expect(changes(impact)[0]).toContain("changed order level")
  })
})
