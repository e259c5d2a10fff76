/** Told cases of the check of rising scores. All books are made up. */
import { expect, test } from "vitest"
import type { Acts, Cap } from "../../src/rules/Expression.js"
import { check } from "../../src/rules/RiseCheck.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"
import { answers, defects } from "./checking.js"
import { book, cite, line } from "./sample.js"

const cap = (id: string, of: ReadonlyArray<string>, per: Cap["per"], max: string): Cap => ({
  id,
  of,
  per,
  on: "bonus",
  max,
  cite: cite("5"),
})
const lines = (...acts: Acts["acts"]) => Scoring.lines({ id: "记分", acts })
const good = line("表彰", "5")
const bad = line("违规", "-5")

test("bonuses and deductions that add up under nesting caps never fall with a good act", () => {
  const node = Scoring.lines({
    id: "记分",
    acts: [good, line("发明", "3"), bad],
    caps: [cap("月", ["表彰"], "month", "6"), cap("年", ["表彰", "发明"], "period", "20")],
  })
  expect(answers(check, book(Scoring.parts([Scoring.base("100"), node])), "lint.scoreFalls")).toEqual([
    "total.of[1].e proven",
  ])
})

test("of the lines of one act the largest counts by what it asks for: where a cap leaves it less, the act is worth less for it", () => {
  const node: Acts = {
    ...lines(line("小奖", "4"), line("大奖", "6")),
    sameAct: "largestRequested",
    caps: [cap("大奖顶", ["大奖"], "period", "1")],
  }
  const [found] = defects(check, book(node), "lint.scoreFalls")
  expect(found?.params).toMatchObject({ where: "小奖、大奖", score: "1", otherwise: "4" })
  const even: Acts = { ...node, caps: [cap("奖顶", ["小奖", "大奖"], "period", "5")] }
  expect(answers(check, book(even), "lint.scoreFalls")).toEqual(["total proven"])
})

test("a repetition worth half makes an earlier small act cost more than it gives", () => {
  const repeat = { class: "宣讲", times: "0.5" }
  const node = lines(line("小宣讲", "1", { repeat }), line("大宣讲", "10", { repeat }))
  const [found] = defects(check, book(node), "lint.scoreFalls")
  expect(found?.evidence.is === "witness" && found.evidence.shows).toMatchObject({ score: "6", otherwise: "10" })
  const doubled = { class: "违规", times: "2" }
  expect(
    answers(
      check,
      book(lines(line("迟到", "-1", { repeat: doubled }), line("缺席", "-2", { repeat: doubled }))),
      "lint.scoreFalls",
    ),
  ).toEqual(["total proven"])
})

test("a floor above nought gives something for a bad act", () => {
  const node: Acts = {
    ...lines(good, bad),
    caps: [{ id: "底", of: ["表彰", "违规"], per: "period", on: "net", min: "2", cite: cite("6") }],
  }
  const [found] = defects(check, book(node), "lint.scoreFalls")
  expect(found?.params).toMatchObject({ where: "违规", score: "2", otherwise: "0" })
})

test("what is taken off the score rises where its lines do: the account is looked at from the other side", () => {
  const off = Scoring.weighted([
    { w: "1", e: Scoring.base("100") },
    { w: "-1", e: lines(line("迟到", "1"), line("缺席", "2")) },
  ])
  expect(answers(check, book(off), "lint.scoreFalls")).toEqual(["total.of[1].e proven"])
})

test("where good acts lead into a deduction, nothing is certified", () => {
  const veto = Veto.deduct(
    { id: "超额", label: { zh: "超额" }, when: Scoring.on(Scoring.reference("记分"), { ge: "10" }), cite: cite("9") },
    "20",
  )
  expect(answers(check, book(lines(good, bad), { effects: [veto] }), "lint.scoreFalls")).toEqual(["total undecided"])
  const low = Veto.deduct(
    { id: "过低", label: { zh: "过低" }, when: Scoring.on(Scoring.reference("记分"), { lt: "-10" }), cite: cite("9") },
    "20",
  )
  expect(answers(check, book(lines(good, bad), { effects: [low] }), "lint.scoreFalls")).toEqual(["total proven"])
})

test("facts that are counted against the score elsewhere are not certified either", () => {
  const counted = Scoring.weighted([
    { w: "1", e: lines(good) },
    { w: "-1", e: Scoring.count({ kind: "表彰", domain: Scoring.domain("次", "0", null, "1") }) },
  ])
  expect(answers(check, book(counted), "lint.scoreFalls")).toEqual(["total.of[0].e undecided"])
})
