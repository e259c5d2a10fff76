/** Told cases of certificates and their verification: what took from whom, by which clause. All people are made up. */
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Period from "../../src/foundation/Period.js"
import * as Builder from "../../src/rules/Builder.js"
import * as Certificate from "../../src/rules/Certificate.js"
import * as Evidence from "../../src/rules/Evidence.js"
import * as Explanation from "../../src/rules/Explanation.js"
import type { Fact, Subject } from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Value } from "../../src/rules/Outcome.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Verifier from "../../src/rules/Verifier.js"
import * as Veto from "../../src/rules/Veto.js"
import { fact, instant, several, short, subject } from "./rating.js"

const cite = (art: string) => ({ doc: "办法", art })
const points = Scoring.domain("分", "0", "100", "0.01")
const line = (id: string, value: string) =>
  Scoring.fixed({ id, kind: id, label: { zh: id }, value, cite: cite(`条${id}`) })

/** A made-up book with everything that takes: a cap, a floor, a limit on a part, an effect, rounding and a quota. */
const book = Builder.bookUnsafe({
  id: "b",
  version: "1",
  title: { zh: "评星办法" },
  inForce: { from: CivilDate.parseUnsafe("2023-01-01") },
  sources: [{ id: "办法", citation: { title: "评星办法", standing: "transcription" } }],
  total: Scoring.parts([
    Scoring.within(Scoring.only({ kind: "工作", domain: points }, { id: "工作" }), "10", "80", { id: "工作封顶" }),
    Scoring.lines({
      id: "加分",
      acts: [line("献血", "5"), line("违纪", "-30")],
      caps: [
        Scoring.atMost("献血封顶", ["献血"], "period", "8", cite("二")),
        { id: "扣分保底", of: ["违纪"], per: "period", on: "malus", min: "-40", cite: cite("三") },
      ],
    }),
  ]),
  score: { quantum: "0.1", round: "halfUp", cite: cite("四") },
  effects: [
    Veto.deduct({ id: "迟报", label: { zh: "迟报" }, when: Scoring.happened("迟报"), cite: cite("五") }, "2"),
    Veto.holdAt({ id: "上访", label: { zh: "上访" }, when: Scoring.happened("上访"), cite: cite("六") }, "三星"),
  ],
  levels: [
    { id: "五星", label: { zh: "五星" }, on: { ge: "60" }, cite: cite("七") },
    { id: "四星", label: { zh: "四星" }, on: { ge: "40", lt: "60" }, cite: cite("七") },
    { id: "三星", label: { zh: "三星" }, on: { lt: "40" }, cite: cite("七") },
  ],
  quotas: [{ id: "五星名额", levels: ["五星"], sense: "most", of: { seats: 1 }, group: null, cite: cite("八") }],
  rankings: [
    {
      id: "排名",
      label: { zh: "排名" },
      group: null,
      ties: { keys: [], last: "share", method: "min" },
      cite: cite("九"),
    },
  ],
})

const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), instant(1))
const saltOf = Evidence.saltsFrom("made up, for tests alone")

const issue = (subjects: ReadonlyArray<Subject>, facts: ReadonlyArray<Fact>, of: Rulebook = book) => {
  const kinds = ["迟报", "上访"]
  const closures = kinds.map((kind) => ({ kind, through: at.validAt, recordedAt: instant(0) }))
  const evidence = Evidence.sealUnsafe({ subjects, facts, closures }, saltOf)
  return {
    evidence,
    ...Result.getOrThrow(Certificate.issue({ book: of, period: Period.yearUnsafe(2023), at, evidence })),
  }
}

const work = (id: string, value: string) => fact(id, "工作", "2023-11-01", { value })
const given = issue(
  [subject("甲"), subject("乙"), subject("丙")],
  [
    work("甲", "95.55"),
    ...several(2, "甲", "献血", "2023-03"),
    ...several(2, "甲", "违纪", "2023-04"),
    fact("甲", "迟报", "2023-05-01"),
    work("乙", "70.06"),
    work("丙", "65"),
    fact("丙", "上访", "2023-05-01"),
  ],
)
const [first, second, third] = ["甲", "乙", "丙"].map((id) => given.certificates.find((one) => one.subject === id)!)
const q = (value: Value | undefined) => short(value)

describe("what took from a result, and by which clause", () => {
  test("a limit on a part: what it asked for, what was granted, what the cap took", () => {
    const held = first?.nodes.find(({ op }) => op === "min")
    expect([q(held?.requested), q(held?.value), held?.took?.map(({ by, took }) => [by, q(took)])]).toEqual([
      "95.55",
      "80",
      [["cap", "15.55"]],
    ])
  })

  test("caps over lines, on the node and on each line, with their articles", () => {
    const acts = first?.nodes.find(({ id }) => id === "加分")
    expect([q(acts?.requested), q(acts?.value)]).toEqual(["-50", "-32"])
    expect(acts?.took?.map(({ by, id, cite: clause, took }) => [by, id, clause?.art, q(took)])).toEqual([
      ["cap", "扣分保底", "三", "-20"],
      ["cap", "献血封顶", "二", "2"],
    ])
    expect(first?.lines.map(({ label, cuts }) => [label?.zh, cuts.map(({ cite: clause }) => clause?.art)])).toEqual([
      ["献血", []],
      ["献血", ["二"]],
      ["违纪", []],
      ["违纪", ["三"]],
    ])
  })

  test("effects on the score, and the stage of rounding with its article", () => {
    expect([q(first?.scores?.total), q(first?.scores?.tookByEffects), q(first?.scores?.effective)]).toEqual([
      "48",
      "2",
      "46",
    ])
    expect(first?.effects.map(({ label, cite: clause, does }) => [label?.zh, clause?.art, does])).toEqual([
      ["迟报", "五", { deduct: "2" }],
    ])
    expect([second?.scores?.rounding, q(second?.scores?.tookByRounding)]).toEqual([
      { mode: "halfUp", step: "0.1", cite: cite("四") },
      "-0.04",
    ])
  })

  test("a ceiling and a quota, stage by stage", () => {
    expect(third?.stages.map(({ stage, cite: clause, to }) => [stage, clause?.art, to])).toEqual([
      ["score", "七", { is: "level", level: "五星" }],
      ["effect", "六", { is: "level", level: "三星" }],
    ])
    const rival = issue([subject("甲"), subject("乙")], [work("甲", "70"), work("乙", "66")]).certificates[0]
    expect(rival?.stages.map(({ stage, by, cite: clause, to }) => [stage, by, clause?.art, to])).toEqual([
      ["score", undefined, "七", { is: "level", level: "五星" }],
      ["quota", "五星名额", "八", { is: "level", level: "四星" }],
    ])
    expect(rival?.places).toMatchObject([{ ranking: "排名", label: { zh: "排名" }, cite: cite("九"), of: 2 }])
  })

  test("facts are told by digest alone", () => {
    const text = JSON.stringify(given.certificates)
    expect(given.evidence.facts.some(({ record }) => text.includes(JSON.stringify(record.id)))).toBe(false)
    expect(first?.nodes.find(({ id }) => id === "工作")?.facts).toEqual(
      given.evidence.facts
        .filter(({ record }) => record.kind === "工作" && record.subject === "甲")
        .map(({ digest }) => digest),
    )
  })
})

test("an explanation from a certificate is the one from its outcome", () => {
  const { subjects, facts, closures } = Evidence.records(given.evidence)
  const { outcomes } = Interpreter.evaluate({ book, period: Period.yearUnsafe(2023), at, subjects, facts, closures })
  for (const [index, certificate] of given.certificates.entries()) {
    for (const language of ["zh", "en"] as const) {
      expect(Explanation.sentences(book, certificate, language)).toEqual(
        Explanation.sentences(book, outcomes[index]!, language),
      )
    }
  }
  expect(Explanation.sentences(book, second!, "zh")).toContain("取舍前70.06分，按0.1分为单位四舍五入（四）。")
})

const alone = { ...book, quotas: [], rankings: [] }
const period = Period.yearUnsafe(2023)

test("an outcome that rests on a fact without a seal is refused, the fact named", () => {
  const facts = [work("甲", "50")]
  const { outcomes } = Interpreter.evaluate({ book: alone, period, at, subjects: [subject("甲")], facts })
  const evidence = Evidence.sealUnsafe({ subjects: [subject("甲")], facts: [] }, saltOf)
  const refused = Certificate.all(outcomes, { book: alone, evidence })
  expect(Result.isFailure(refused) && refused.failure.map(({ code, params }) => [code, params.id])).toEqual([
    ["certificate.notSealed", facts[0]?.id],
  ])
  const nobody = Certificate.all(outcomes, { book: alone, evidence: { ...evidence, subjects: [] } })
  expect(Result.isFailure(nobody) && nobody.failure.map(({ path }) => path)).toEqual([["subject"]])
})

test("where results depend on others, nothing is certified without the table of the group", () => {
  const { outcomes } = Interpreter.evaluate({ book, period, at, subjects: [subject("甲")], facts: [] })
  const evidence = Evidence.sealUnsafe({ subjects: [subject("甲")], facts: [] }, saltOf)
  const refused = Certificate.all(outcomes, { book, evidence })
  expect(Result.isFailure(refused) && refused.failure.map(({ code }) => code)).toEqual(["certificate.noTable"])
})

test("outcomes of several coordinates are each certified at their own", () => {
  const facts = [work("甲", "50"), fact("甲", "献血", "2023-03-01", { recordedAt: instant(9) })]
  const closures = [{ kind: "迟报", through: at.validAt, recordedAt: instant(0) }]
  const register = { subjects: [subject("甲")], facts, closures }
  const outcomes = [1, 10].flatMap(
    (knownAt) =>
      Interpreter.evaluate({ book: alone, period, at: { ...at, knownAt: instant(knownAt) }, ...register }).outcomes,
  )
  const evidence = Evidence.sealUnsafe(register, saltOf)
  const made = Result.getOrThrow(Certificate.all(outcomes, { book: alone, evidence }))
  expect(made.map((one) => [one.evidence.count, short(one.scores?.rounded)])).toEqual([
    [3, "50"],
    [4, "55"],
  ])
  expect(Verifier.verifyAll(made, { book: alone, evidence }).map(({ is }) => is)).toEqual(["verified", "verified"])
})

test("a fact that lacks its decision is told by digest in the certificate, and not at all in the table", () => {
  const range = Scoring.inRange({
    id: "临时加分",
    kind: "临时加分",
    label: { zh: "临时加分" },
    field: "value",
    values: points,
    by: "支委会",
    cite: cite("十"),
  })
  const of = { ...book, total: Scoring.parts([Scoring.lines({ id: "记分", acts: [range] })]) }
  const { decidedBy: _, ...undecided } = fact("甲", "临时加分", "2023-05-01", { value: "3", id: "不该外露的编号" })
  const made = issue([subject("甲"), subject("乙")], [undecided], of)
  expect(made.certificates.some(({ scores }) => scores?.total.is === "conflict")).toBe(true)
  expect(JSON.stringify([made.certificates, made.table])).not.toContain("不该外露的编号")
  const basis = { book: of, evidence: made.evidence, others: "inEvidence" as const }
  expect(Verifier.verifyAll(made.certificates, basis).map(({ is }) => is)).toEqual(["verified", "verified"])
})

describe("verification", () => {
  const others = "inEvidence"
  const { evidence, table } = given

  test("with the records of all: verified; with own records and the table: given the table", () => {
    for (const certificate of given.certificates) {
      expect(Verifier.verify(certificate, { book, evidence, others })).toEqual({ is: "verified" })
      const own = Evidence.about(evidence, at).get(certificate.subject)!
      const digest = certificate.table
      expect(Verifier.verify(certificate, { book, evidence: own, others: table! })).toEqual({
        is: "verifiedGiven",
        table: digest,
        seen: true,
      })
      expect(Verifier.verify(certificate, { book, evidence: own })).toEqual({
        is: "verifiedGiven",
        table: digest,
        seen: false,
      })
    }
  })

  const codes = (verdict: Verifier.Verdict): ReadonlyArray<readonly [string, string]> =>
    verdict.is === "refuted" ? verdict.because.map(({ code, path }) => [code, path.join(".")]) : [[verdict.is, ""]]

  test("a lifted score is refuted at its place; another coordinate under the old number as well", () => {
    const forged = { ...second!, scores: { ...second!.scores!, rounded: { is: "known", q: "80" } } } as const
    expect(codes(Verifier.verify(forged, { book, evidence, others }))).toEqual([
      ["verifier.differs", "scores.rounded.q"],
    ])
    const later = { ...second!, at: { ...second!.at, knownAt: instant(2) } }
    expect(codes(Verifier.verify(later, { book, evidence })).map(([, path]) => path)).toEqual(["number"])
  })

  test("another book, an incomplete set of records, a forged seal, a table of others are refuted by name", () => {
    expect(codes(Verifier.verify(first!, { book: { ...book, version: "2" }, evidence, others }))).toEqual([
      ["verifier.otherBook", "rulebook"],
    ])
    const less = { ...evidence, facts: evidence.facts.slice(1) }
    expect(codes(Verifier.verify(first!, { book, evidence: less, others }))).toEqual([
      ["verifier.otherEvidence", "evidence"],
    ])
    const [seal, ...rest] = evidence.facts
    const forged = { ...evidence, facts: [{ ...seal!, record: { ...seal!.record, kind: "别的" } }, ...rest] }
    expect(codes(Verifier.verify(first!, { book, evidence: forged, others }))).toEqual([
      ["evidence.broken", "facts.0.digest"],
    ])
    const other = { ...table!, rows: table!.rows.slice(1) }
    expect(codes(Verifier.verify(first!, { book, evidence, others: other }))).toEqual([
      ["verifier.otherTable", "table"],
    ])
  })

  test("a table that disagrees with the subject's own records is found out even under its own digest", () => {
    const rows = table!.rows.map((row) =>
      row.subject === "乙" ? { ...row, entry: { ...row.entry!, score: { is: "known", q: "99" } as const } } : row,
    )
    const forged = { ...table!, rows }
    const { number: _, ...rest } = { ...second!, table: Result.getOrThrow(Certificate.digestOf(forged)) }
    const mutant = { ...rest, number: Result.getOrThrow(Certificate.digestOf(rest)) }
    expect(codes(Verifier.verify(mutant, { book, evidence, others: forged }))).toEqual([
      ["verifier.tableDiffers", "table"],
    ])
  })

  test("a book under which nobody depends on others needs no table", () => {
    const made = issue([subject("甲")], [work("甲", "50")], alone)
    expect([made.table, made.certificates[0]?.table]).toEqual([undefined, undefined])
    expect(Verifier.verify(made.certificates[0]!, { book: alone, evidence: made.evidence })).toEqual({ is: "verified" })
  })

  const numbered = (rest: Omit<Certificate.Certificate, "number">): Certificate.Certificate => ({
    ...rest,
    number: Result.getOrThrow(Certificate.digestOf(rest)),
  })
  const forgedFrom = (certificate: Certificate.Certificate, change: Partial<Certificate.Certificate>) => {
    const { number: _, ...rest } = { ...certificate, ...change }
    return numbered(rest)
  }
  const owns = (id: string) => Evidence.about(evidence, at).get(id)!

  test("without the table, a fall that lifts, or by no quota, and a place that cannot be, are refuted", () => {
    const fall = (by: string, level: string) => ({ stage: "quota", by, to: { is: "level", level } }) as const
    const withFall = (by: string, level: string) =>
      codes(
        Verifier.verify(
          forgedFrom(third!, {
            stages: [...third!.stages, fall(by, level)],
            level: { is: "level", level },
          }),
          { book, evidence: owns("丙") },
        ),
      )
    expect(withFall("五星名额", "五星")).toEqual([["verifier.badFall", "stages.2"]])
    expect(withFall("没有的名额", "三星")).toEqual([["verifier.badFall", "stages.2"]])
    expect(withFall("五星名额", "四星")).toEqual([["verifier.badFall", "stages.2"]])
    const [place] = second!.places
    const withPlaces = (places: Certificate.Certificate["places"]) =>
      codes(Verifier.verify(forgedFrom(second!, { places }), { book, evidence: owns("乙") }))
    const bad = [["verifier.badPlace", "places.0"]]
    expect(withPlaces([{ ...place!, ranking: "虚构榜" }])).toEqual(bad)
    expect(withPlaces([{ ...place!, of: -3 }])).toEqual(bad)
    expect(withPlaces([{ ...place!, tied: 9 }])).toEqual(bad)
    expect(withPlaces([{ ...place!, place: { is: "known", q: "0" } }])).toEqual(bad)
    expect(withPlaces([{ ...place!, group: "别组" }])).toEqual(bad)
    expect(withPlaces([])).toEqual([["verifier.badPlace", "places"]])
    expect(withPlaces([place!, place!])).toEqual([["verifier.badPlace", "places.1"]])
  })

  test("an id that is sealed twice is refused, so that no fact hides behind another's", () => {
    const ghost = fact("幽灵", "无关", "2023-01-01", { id: "f1" })
    const bad = fact("甲", "违纪", "2023-02-01", { id: "f1", recordedAt: instant(1) })
    const refused = Evidence.seal({ subjects: [subject("甲")], facts: [bad, ghost] }, saltOf)
    expect(Result.isFailure(refused) && refused.failure.map(({ code, path }) => [code, path])).toEqual([
      ["evidence.twice", ["facts", 1]],
    ])
    const twice = { ...evidence, facts: [...evidence.facts, ...evidence.facts.slice(0, 1)] }
    expect(codes(Verifier.verify(first!, { book, evidence: twice, others })).map(([code]) => code)).toEqual([
      "evidence.twice",
    ])
  })

  test("a table of another book, period or coordinate, or with other labels or values of the subject, is refuted", () => {
    const against = (forged: NonNullable<typeof table>) => {
      const digest = Result.getOrThrow(Certificate.digestOf(forged))
      return codes(
        Verifier.verify(forgedFrom(second!, { table: digest }), { book, evidence: owns("乙"), others: forged }),
      )
    }
    const differs = [["verifier.tableDiffers", "table"]]
    expect(against({ ...table!, book: "另一本" })).toEqual(differs)
    expect(against({ ...table!, version: "0" })).toEqual(differs)
    expect(against({ ...table!, period: Period.yearUnsafe(2010) })).toEqual(differs)
    expect(against({ ...table!, at: { ...at, knownAt: instant(0) } })).toEqual(differs)
    const rows = (change: Partial<NonNullable<typeof table>["rows"][number]>) => ({
      ...table!,
      rows: table!.rows.map((row) => (row.subject === "乙" ? { ...row, ...change } : row)),
    })
    expect(against(rows({ labels: { 组: ["A"] } }))).toEqual(differs)
    expect(against(rows({ values: [{ path: "total", value: { is: "known", q: "1" } }] }))).toEqual(differs)
    expect(against(rows({ conditions: [{ path: "levels[0].and", holds: "yes" }] }))).toEqual(differs)
    expect(against({ ...table!, rows: [...table!.rows, ...table!.rows.slice(0, 1)] })).toEqual(differs)
  })

  test("names that objects have of themselves are compared like others", () => {
    const seeds = { constructor: "x" }
    const forged = forgedFrom(first!, { seeds })
    const verdict = Verifier.verify(forged, { book, evidence, others, seeds: { a: "b" } })
    expect(codes(verdict).map(([, path]) => path)).toEqual(["number", "seeds.a", "seeds.constructor"])
    const extra = JSON.parse(`{"__proto__": {}, ${JSON.stringify(first).slice(1)}`) as Certificate.Certificate
    expect(codes(Verifier.verify(extra, { book, evidence, others })).map(([, path]) => path)).toEqual(["__proto__"])
  })
})
