import { describe, expect, test } from "vitest"
import * as WendengVillage from "../../src/presets/WendengVillage.js"
import * as Explanation from "../../src/rules/Explanation.js"
import * as Numerals from "../../src/rules/Numerals.js"
import { fact, one, subject } from "./rating.js"
import { simpleBook } from "./rulebookArbitrary.js"

const read = (text: string) => Numerals.read(text).map(({ q = "?", about }) => (about ? `~${q}` : q))

describe("numbers of a text", () => {
  test.each([
    ["计+10分", ["10"]],
    ["应计−0.50分", ["-0.5"]],
    ["约9.03，1/3，-7/12", ["~9.03", "1/3", "-7/12"]],
    ["第二十三条、第一百一十条、第十条、第一千零七条、第二条", ["23", "110", "10", "1007", "2"]],
    ["2023年3月5日", ["2023", "3", "5"]],
    ["on 2023-03-05: about +2.50", ["2023", "3", "5", "~2.5"]],
    ["P-058、T1、f12 and v2.1", []],
    ["3至5，第1名，共3名", ["3", "5", "1", "3"]],
    ["100–200万元", ["100", "2000000"]],
    ["无数字", []],
    ["得分１０６０，－１．５，约９．０３，１／３", ["1060", "-1.5", "~9.03", "1/3"]],
    ["得分1,000,000，1,000.50分，约1,007", ["1000000", "1000.5", "~1007"]],
    ["1007points、1007.Next、3A、Score1007、place2", ["1007", "1007", "3", "1007", "2"]],
    ["1,00、12,3456、1.2.3、2023/3/5、3/0、7f3a、1e3、①、²、٣、5百二十分", Array<string>(11).fill("?")],
    ["得分九百，九十九分，一千零六十分，二〇二三件，两次，壹佰分", ["900", "99", "1060", "2023", "2", "100"]],
    ["得分为九百，得分：一千，得分一万零六十，三万五千名，十二条，五星", ["900", "1000", "10060", "35000", "12", "5"]],
    ["九十九点五分，负三分，三分之一，百分之六十，约九百分", ["99.5", "-3", "1/3", "60", "~900"]],
    ["得分一千二，一万二分，百百分，万分", ["?", "?", "?", "?"]],
    ["四舍五入，不在任何一档，一个值，二十三人，百分点，百分比", []],
    ["3百分点，2千分，1千万分", ["3", "2000", "10000000"]],
  ])("%s", (text, numbers) => {
    expect(read(text)).toEqual(numbers)
  })
})

const book = {
  ...simpleBook({
    op: "fact",
    kind: "得分",
    take: "only",
    domain: { unit: "分", min: "0", max: "100", step: "0.01" },
    closedBy: "register",
  }),
  score: { quantum: "0.1", round: "halfUp" as const },
}

test("a stage of rounding is told with its unit, and what it rounded", () => {
  const outcome = one(book, { facts: [fact("甲", "得分", "2023-05-01", { value: "88.25" })] })
  expect(Explanation.sentences(book, outcome, "zh")).toContain("取舍前88.25分，按0.1分为单位四舍五入。")
  expect(Explanation.sentences(book, outcome, "en")).toContain(
    "88.25 before rounding, rounded half up to steps of 0.1.",
  )
})

test("a text that says another number is found out, one that says the same is not", () => {
  const outcome = one(book, { facts: [fact("甲", "得分", "2023-05-01", { value: "88.25" })] })
  const text = Explanation.sentences(book, outcome, "zh").join("")
  expect(Numerals.unsupported(book, outcome, text)).toEqual([])
  expect(Numerals.unsupported(book, outcome, text.replace("88.25", "88.52")).map(({ q }) => q)).toEqual(["88.52"])
  expect(Numerals.unsupported(book, outcome, "约88.3分")).toEqual([])
  expect(Numerals.unsupported(book, outcome, "约88.2分").map(({ text: shown }) => shown)).toEqual(["约88.2"])
})

describe("what a hand edit says", () => {
  const village = WendengVillage.rulebook
  const outcome = one(village, { subjects: [subject("甲", { 身份: ["党员"], 类别: ["党员"] })] })
  const [zh, en] = (["zh", "en"] as const).map((language) =>
    Explanation.sentences(village, outcome, language).join(language === "zh" ? "" : " "),
  ) as [string, string]
  const edited = (text: string, from: string, to: string) => {
    expect(text).toContain(from)
    return Numerals.unsupported(village, outcome, text.replace(from, to)).map(({ text: shown }) => shown)
  }

  test("the sentences as they are told are borne out", () => {
    expect(Numerals.unsupported(village, outcome, zh)).toEqual([])
    expect(Numerals.unsupported(village, outcome, en)).toEqual([])
  })

  test.each([
    ["得分１０６０", "１０６０"],
    ["得分1,000,000", "1,000,000"],
    ["得分九百", "九百"],
    ["得分1040", "1040"],
    ["得分1060", "1060"],
    ["得分：1060", "1060"],
    ["得分为1060", "1060"],
    ["得分约1060", "约1060"],
    ["得分-1000", "-1000"],
    ["得分1000至1060", "1060"],
    ["得分1007points", "1007"],
    ["得分1007.Next", "1007"],
    ["得分1,00", "1,00"],
    ["得分①", "①"],
  ])("得分1000 → %s", (to, found) => {
    expect(edited(zh, "得分1000", to)).toEqual([found])
  })

  test("more digits than are read are reported, in a score and alone", () => {
    const long = "1".repeat(3000)
    expect(edited(zh, "得分1000", `得分${long}`)).toEqual([long])
    expect(read(`${long}，${"九".repeat(3000)}分`)).toEqual(["?", "?"])
  })

  test.each([
    ["Score 1060", "1060"],
    ["Score: 1040", "1040"],
    ["Score1060", "1060"],
    ["Score 1000 to 1060", "1060"],
    ["Score about 1060", "about 1060"],
  ])("Score 1000 → %s", (to, found) => {
    expect(edited(en, "Score 1000", to)).toEqual([found])
  })

  test.each(["得分１０００", "得分1,000", "得分一千", "得分：1000", "得分约1000"])("the same score as %s", (to) => {
    expect(edited(zh, "得分1000", to)).toEqual([])
  })
})

test("a place and how many there are, each where it stands", () => {
  const ranked = {
    ...book,
    rankings: [
      {
        id: "排名",
        label: { zh: "全年排名", en: "place of the year" },
        group: null,
        ties: { keys: [], last: "share" as const, method: "min" as const },
        cite: { doc: "办法", art: "5" },
      },
    ],
  }
  const outcome = one(
    ranked,
    {
      subjects: ["甲", "乙", "丙"].map((id) => subject(id)),
      facts: [
        fact("甲", "得分", "2023-05-01", { value: "88" }),
        fact("乙", "得分", "2023-05-01", { value: "90" }),
        fact("丙", "得分", "2023-05-01", { value: "70" }),
      ],
    },
    "甲",
  )
  const of = (text: string) => Numerals.unsupported(ranked, outcome, text).map(({ text: shown }) => shown)
  expect(of("全年排名：第2名，共3名。得分88。")).toEqual([])
  expect(of("全年排名：第二名，共三名。得分八十八。")).toEqual([])
  expect(of("全年排名：第3名，共88名。")).toEqual(["3", "88"])
  expect(of("全年排名：第88名，共2名。")).toEqual(["88", "2"])
  expect(of("全年排名：第2至88名，共3名。")).toEqual(["88"])
  expect(of("Place of the year: place 2 of 3.")).toEqual([])
  expect(of("Place of the year: place 88 of 2.")).toEqual(["88", "2"])
})

test("a label that holds a number bears it out as it stands, and no other number in its place", () => {
  const labelled = { ...book, title: { zh: "获第1名者加分办法①", en: "bonus of place 1" } }
  const outcome = one(labelled, { facts: [fact("甲", "得分", "2023-05-01", { value: "88" })] })
  const of = (text: string) => Numerals.unsupported(labelled, outcome, text).map(({ text: shown }) => shown)
  expect(of("按获第1名者加分办法①，得分88。By the bonus of place 1.")).toEqual([])
  expect(of("按获第88名者加分办法②，得分1。By the bonus of place 88.")).toEqual(["88", "②", "1", "88"])
})

test("what is about so much is borne out at any number of places", () => {
  const outcome = one(book, { facts: [fact("甲", "得分", "2023-05-01", { value: "88.25" })] })
  const of = (text: string) => Numerals.unsupported(book, outcome, text).map(({ text: shown }) => shown)
  expect(of("约1.0000000000000000000000001")).toEqual(["约1.0000000000000000000000001"])
  expect(of(`约88.${"25".padEnd(300, "0")}`)).toEqual([])
  expect(of("约八十八点三分，约1/7")).toEqual(["约1/7"])
})

test("an effect that makes the score nought says so beside the score", () => {
  const zeroed = {
    ...book,
    effects: [
      {
        id: "一票否决",
        label: { zh: "一票否决" },
        when: { test: "is", label: "类", in: ["一"] } as const,
        does: "zero" as const,
        lasts: "period" as const,
        cite: { doc: "办法", art: "9" },
      },
    ],
  }
  const of = (type: string, text: string) => {
    const given = {
      subjects: [subject("甲", { 类: [type] })],
      facts: [fact("甲", "得分", "2023-05-01", { value: "88" })],
    }
    return Numerals.unsupported(zeroed, one(zeroed, given), text).map(({ text: shown }) => shown)
  }
  expect(of("一", "一票否决：成立，得分计为零分。得分0。")).toEqual([])
  expect(of("二", "一票否决：成立，得分计为零分。得分88。")).toEqual(["零"])
  expect(of("一", "The score is 0. Score 88.")).toEqual(["88"])
})
