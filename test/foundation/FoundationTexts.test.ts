import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Apportionment from "../../src/foundation/Apportionment.js"
import * as Audience from "../../src/foundation/Audience.js"
import * as Canonical from "../../src/foundation/Canonical.js"
import * as Citation from "../../src/foundation/Citation.js"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Dated from "../../src/foundation/Dated.js"
import * as Digest from "../../src/foundation/Digest.js"
import * as Document from "../../src/foundation/Document.js"
import * as Exact from "../../src/foundation/Exact.js"
import { type Fault, sentence } from "../../src/foundation/Fault.js"
import * as Finding from "../../src/foundation/Finding.js"
import { texts } from "../../src/foundation/FoundationTexts.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as Period from "../../src/foundation/Period.js"
import * as Quantity from "../../src/foundation/Quantity.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as Score from "../../src/foundation/Score.js"
import * as Unit from "../../src/foundation/Unit.js"
import * as WorkCalendar from "../../src/foundation/WorkCalendar.js"

const faultsOf = (result: Result.Result<unknown, Fault | ReadonlyArray<Fault>>): ReadonlyArray<Fault> => {
  if (Result.isSuccess(result)) return []
  return "code" in result.failure ? [result.failure] : result.failure
}

/** What the schema of a part refuses, as a document reports it. */
const refused = <A>(
  schema: Schema.Codec<A>,
  input: unknown,
  limits?: Partial<Canonical.Limits>,
): ReadonlyArray<Fault> =>
  faultsOf(
    Document.make<unknown>({ name: "Part", schema: () => schema as Schema.Codec<unknown> }).decode(input, limits),
  )

const q = Exact.parseUnsafe
const day = CivilDate.parseUnsafe
const { yuan, members } = { yuan: { id: "元", label: { zh: "元" } }, members: { id: "名", label: { zh: "名" } } }
const money = (amount: string) => Quantity.of(q(amount), yuan)
const heads = (amount: number) => Quantity.countUnsafe(amount, members)
const of = { zh: "全体党员" }
const span = (from: string, to: string) => ({ from: day(from), to: day(to) })
const cite: Citation.Citation = { title: "样例办法", standing: "transcription" }
const calendar = (more: Partial<WorkCalendar.WorkCalendar>): WorkCalendar.WorkCalendar => ({
  ...span("2023-01-01", "2024-01-01"),
  weekend: [6, 7],
  days: [],
  ...more,
})
const record = (id: string, recordedAt: number, more: object = {}): Coordinate.Recorded => ({
  id,
  on: day("2023-01-01"),
  recordedAt: Coordinate.instantUnsafe(recordedAt),
  ...more,
})
const claims = (...weights: ReadonlyArray<string>) =>
  weights.map((weight, index) => ({ key: `k${index}`, weight: q(weight) }))
const open = Audience.visibleTo("public")
const beyond = Schema.Struct({ telephone: open(Audience.sensitive("protected")(Schema.String)) })
const hidden = open(
  Schema.Union([
    Schema.Struct({ kind: open(Schema.Literal("visit")), on: open(Schema.String) }),
    Schema.Struct({ kind: Audience.visibleTo("staff")(Schema.Literal("call")), on: open(Schema.String) }),
  ]),
)
const Format = Document.make<unknown>({
  name: "Format",
  format: 1,
  schema: () =>
    Schema.Struct({ format: Schema.Literal(1), on: Schema.Literals(["a", "b"]) }) as unknown as Schema.Codec<unknown>,
})
const ring: Array<unknown> = []
ring.push(ring)

/** Every way in which a fault of the foundation comes about, with made-up input. */
const raised: ReadonlyArray<Fault> = [
  ...["1,5", "0.50"].flatMap((text) => refused(Exact.Text, text)),
  ...faultsOf(Exact.parse("x")),
  ...faultsOf(Exact.integer(0.5)),
  ...faultsOf(Exact.divide(Exact.one, Exact.zero)),
  ...faultsOf(Score.of(Exact.one, Exact.zero)),
  ...faultsOf(Score.of(q("0.5"), Exact.one)),
  ...faultsOf(Score.of(q("9007199254740992"), Exact.one)),
  ...faultsOf(Score.add({ quantum: "1", count: 1 }, { quantum: "0.1", count: 1 })),
  ...refused(Score.Score, { quantum: "0", count: 0.5 }),
  ...faultsOf(Unit.make("a b", { zh: "单位" })),
  ...refused(Unit.Unit, { id: "", label: { zh: "单位" } }),
  ...faultsOf(Quantity.add(money("1") as Quantity.Quantity, heads(1) as Quantity.Quantity)),
  ...faultsOf(Quantity.count(0.5, members)),
  ...faultsOf(Rate.share(Quantity.of(q("-1"), members), heads(1), of)),
  ...faultsOf(Rate.share(heads(2), heads(1), of)),
  ...faultsOf(Rate.share(Quantity.atLeast(heads(1)), heads(2), of)),
  ...faultsOf(Rate.share(heads(1) as Quantity.Quantity, money("2") as Quantity.Quantity, of)),
  ...faultsOf(Rate.shareOfIds(["m2"], ["m1"], members, of)),
  ...faultsOf(
    Rate.merge(Rate.shareUnsafe(heads(1), heads(2), of), Rate.shareUnsafe(heads(1), heads(2), { zh: "预备党员" })),
  ),
  ...faultsOf(Rate.growth(money("0"), money("1"))),
  ...faultsOf(Rate.basesConsistentWith([{ count: -1, percent: "x" }], 10, "halfUp")),
  ...faultsOf(Apportionment.apportion(q("1"), claims("1"), Exact.zero, "eachDown")),
  ...faultsOf(Apportionment.apportion(q("-1"), claims("1"), Exact.one, "eachDown")),
  ...faultsOf(Apportionment.apportion(q("1"), claims("0"), Exact.one, "eachDown")),
  ...faultsOf(Apportionment.apportion(q("1"), [...claims("1"), ...claims("1")], Exact.one, "eachDown")),
  ...refused(Apportionment.Apportionment, {
    ...Apportionment.apportionUnsafe(q("2"), claims("1", "1"), Exact.one, "eachDown"),
    leftover: "9",
  }),
  ...faultsOf(Apportionment.reconcile([heads(1) as Quantity.Quantity], money("3") as Quantity.Quantity, Exact.zero)),
  ...faultsOf(Apportionment.reconcile([money("1")], Quantity.atLeast(money("3")), Exact.zero)),
  ...[{ title: " " }, { title: "www.example" }, { title: "《样例》" }, { article: 0 }].flatMap((more) =>
    refused(Citation.Citation, { ...cite, ...more }),
  ),
  ...refused(Dated.schema(Schema.String), [
    { ...span("2023-01-01", "2023-06-01"), value: "a", cite },
    { ...span("2022-03-01", "2022-06-01"), value: "b", cite },
    { from: "2023-02-01", to: "2023-02-01", value: "c", cite },
  ]),
  ...refused(Dated.schema(Schema.String), [
    { from: "2022-01-01", value: "a", cite },
    { from: "2023-01-01", value: "b", cite },
  ]),
  ...Dated.gaps([
    { ...span("2023-01-01", "2023-02-01"), value: "a", cite },
    { ...span("2023-03-01", "2023-04-01"), value: "b", cite },
  ]),
  ...refused(Finding.Finding, { code: "demo.a", severity: "error", strength: "should", params: {} }),
  ...["x", "2023-02-29"].flatMap((text) => refused(CivilDate.CivilDate, text)),
  ...faultsOf(CivilDate.addDays(day("9999-12-31"), 1)),
  ...faultsOf(CivilDate.addDays(day("2023-01-01"), 0.5)),
  ...faultsOf(CivilDate.ofSerial(60)),
  ...faultsOf(CivilDate.serial(day("1899-12-31"))),
  ...["x", "2023-13"].flatMap((text) => refused(PartialDate.PartialDate, text)),
  ...refused(Period.Period, { from: "2023-01-01", to: "2023-01-01" }),
  ...faultsOf(Period.of(day("2023-01-01"), day("2023-01-01"))),
  ...["x", "2023-Q5", "9999"].flatMap((text) => faultsOf(Period.parse(text))),
  ...faultsOf(Period.month(2023, 13)),
  ...refused(
    WorkCalendar.WorkCalendar,
    calendar({
      to: day("2023-01-01"),
      weekend: [6, 6],
      days: [
        { on: day("2023-01-02"), working: true },
        { on: day("2023-01-02"), working: true },
        { on: day("2023-01-03"), working: true },
        { on: day("2023-01-03"), working: false },
      ],
    }),
  ),
  ...faultsOf(WorkCalendar.isWorkingDay(calendar({}), day("2024-01-01"))),
  ...faultsOf(WorkCalendar.addWorkingDays(calendar({}), day("2023-01-01"), 0, true)),
  ...faultsOf(Coordinate.instant(0.5)),
  ...refused(Coordinate.Instant, 0.5),
  ...faultsOf(Coordinate.dayOf(Coordinate.instantUnsafe(0), 0.5)),
  ...Coordinate.check([
    record("a", 1),
    record("a", 2),
    record("b", 1, { supersedes: "z" }),
    record("c", 1, { supersedes: "d" }),
    record("d", 1, { supersedes: "c" }),
    record("e", 1, { supersedes: "f" }),
    record("f", 2),
  ]),
  ...[
    "\ud800",
    0.5,
    () => 1,
    Object.assign([1], { extra: 1 }),
    Object.defineProperty({}, "a", { get: () => 1, enumerable: true }),
    JSON.parse('{"__proto__": 1}'),
    ring,
    new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error("no")
        },
      },
    ),
  ].flatMap((value) => Canonical.read(value).faults),
  ...Canonical.read([[1]], { depth: 1 }).faults,
  ...Canonical.read([1, 2], { nodes: 1 }).faults,
  ...Canonical.read(["ab", "cd"], { total: 3 }).faults,
  ...Canonical.read("abc", { text: 2 }).faults,
  ...refused(Digest.Digest, "x"),
  ...faultsOf(Digest.root(["x" as Digest.Digest])),
  ...faultsOf(Digest.salted("short", {})),
  ...faultsOf(Digest.salted("\ud800".repeat(40), {})),
  ...Audience.lint(beyond),
  ...Audience.lint(Schema.Struct({ act: hidden })),
  ...faultsOf(Format.decode({ format: 2 })),
  ...faultsOf(Format.decode({ format: 1, on: "c", extra: 1 })),
  ...faultsOf(Format.decode({ format: 1 })),
  ...refused(Schema.Struct({ a: Schema.String, b: Schema.NonEmptyString }), { a: 1, b: "" }),
  ...refused(Schema.Unknown as unknown as Schema.Codec<unknown>, [[1]], { depth: 1 }),
  ...refused(Schema.Unknown as unknown as Schema.Codec<unknown>, [1, 2], { nodes: 1 }),
  ...refused(Schema.Unknown as unknown as Schema.Codec<unknown>, "abc", { text: 2 }),
]

const placeholders = (text: string) => [...new Set(text.match(/\{\w+\}/g))].sort()

describe("every code has a sentence in both languages", () => {
  test.each(Object.entries(texts))("%s", (code, { zh, en }) => {
    expect(code).toMatch(/^[a-z]\w*\.[a-z]\w*$/)
    expect(zh).toMatch(/\p{Script=Han}/u)
    expect(en).not.toMatch(/\p{Script=Han}/u)
    expect(placeholders(zh)).toEqual(placeholders(en))
    expect(`${zh}${en}`).not.toMatch(/[。.]$/)
  })
})

describe("what is raised supplies what its sentence needs, in code and in documents", () => {
  test.each(raised.map((fault) => [fault.code, fault] as const))("%s", (code, fault) => {
    expect(Object.keys(texts)).toContain(code)
    expect(placeholders(sentence(texts, fault, "zh") + sentence(texts, fault, "en"))).toEqual([])
  })
  test("every code was raised", () => {
    const codes = new Set(raised.map(({ code }) => code))
    expect(Object.keys(texts).filter((code) => !codes.has(code))).toEqual([])
  })
})
