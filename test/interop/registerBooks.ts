import * as Period from "../../src/foundation/Period.js"
import type * as PointRegister from "../../src/interop/PointRegister.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import * as Builder from "../../src/rules/Builder.js"
import * as Scoring from "../../src/rules/Scoring.js"
import * as Veto from "../../src/rules/Veto.js"

// A made-up rulebook of a few lines in the manner of village rules.

const cite = (art: string) => ({ doc: "d", art })
const line = (id: string, kind = id) => ({ id, kind, label: { zh: id }, cite: cite(id) })
const times = Scoring.domain("次", "0", null, "1")
const people = Scoring.domain("人", "1", "20", "1")
const yuan = Scoring.domain("元", "1", null, "1")

export const book = Builder.bookUnsafe({
  id: "made-up",
  version: "1",
  title: { zh: "示例" },
  inForce: { from: Period.yearUnsafe(2020).from },
  sources: [{ id: "d", citation: { title: "示例", standing: "report" } }],
  score: { quantum: "0.1", round: "exact" },
  effects: [Veto.zero({ id: "直判", label: { zh: "直判" }, when: Scoring.happened("拒不改正"), cite: cite("29") })],
  total: Scoring.parts([
    Scoring.lines({
      id: "记分",
      sameAct: "largestRequested",
      acts: [
        Scoring.fixed({ ...line("P-1"), value: "1" }),
        Scoring.fixed({ ...line("P-2"), value: "-5" }),
        Scoring.perUnit({ ...line("P-3"), value: "-5", field: "人数", values: people }),
        Scoring.fixed({ ...line("P-4", "支部星级"), value: "5", when: Scoring.tagged("星级", "五星") }),
        Scoring.fixed({
          ...line("P-5", "采集员"),
          value: "30",
          when: { test: "all", of: [Scoring.is("职务", "信息采集员"), Scoring.tagged("星级", "五星")] },
        }),
        Scoring.fixed({ ...line("P-6", "采集员"), value: "5" }),
        Scoring.fixed({ ...line("P-7", "评级"), value: "5", when: Scoring.tagged("级", "甲", "乙") }),
        Scoring.perUnit({ ...line("P-8", "捐款"), value: "1", field: "金额", values: yuan, size: "100" }),
      ],
    }),
    Scoring.total({ kind: "志愿服务", field: "时长", domain: Scoring.domain("小时", "0", null, "0.5") }),
    Scoring.count({ kind: "走访", domain: times }),
  ]),
})

export const options: PointRegister.Options = { book, period: Period.yearUnsafe(2023), offsetMinutes: 480 }

/** A table from rows written with | between the cells. */
export const table = (file: string, ...rows: ReadonlyArray<string>): Sheet.Table => ({
  file,
  rows: rows.map((row, index) => ({ line: index + 1, cells: row.split("|") })),
})

export const roster = table(
  "人员名册.csv",
  "编号|姓名|身份|职务|类别|状态",
  "G01|甲一|党员|村党组织书记、村两委成员|村干部|",
  "D01|乙 二|党员||党员|在册",
  "D02|丙三|预备党员|信息采集员|党员|在校就读",
)
