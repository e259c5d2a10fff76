/**
 * A made-up village's year under the village-level rules of Wendeng: its books in, its grade lists and one statement out.
 *
 *     npm run demo                        in Chinese
 *     npm run demo -- --en                in English
 *     npm run demo -- --person G01        another person's statement
 *     npm run demo -- --folder <path>     another folder of books
 *
 * Only reading, calling and printing happens here; everything decided is decided in the library.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { parseArgs } from "node:util"
import { CsvError, parse } from "csv-parse/sync"
import { CivilDate, Coordinate, Fault, Label, Period } from "dangjian/foundation"
import { PointRegister, Sentence, Sheet } from "dangjian/interop"
import { WendengVillage } from "dangjian/presets"
import { Explanation, Interpreter, type Outcome, Probe } from "dangjian/rules"
import * as Result from "effect/Result"
import stringWidth from "string-width"

const { values: flags } = parseArgs({
  options: {
    en: { type: "boolean", default: false },
    folder: { type: "string", default: fileURLToPath(new URL("village-2023", import.meta.url)) },
    person: { type: "string", default: "D16" },
  },
})
const language: Label.Language = flags.en ? "en" : "zh"
const say = (zh: string, en: string): string => Label.text({ zh, en }, language)

// ---------------------------------------------------------------- the books

/** The rows of a CSV text, each with the line it starts on; or the line of the row that is none. */
const rowsOf = (text: string): ReadonlyArray<Sheet.Row> | { readonly brokenAt: number } => {
  const rows: Array<Sheet.Row> = []
  let line = 1
  try {
    parse(text, {
      relax_column_count: true,
      record_delimiter: "\n",
      on_record: (cells: ReadonlyArray<string>, { lines }) => {
        rows.push({ line, cells })
        line = lines + 1
        return null
      },
    })
  } catch (error) {
    if (!(error instanceof CsvError)) throw error
    return { brokenAt: line }
  }
  return rows
}

const sourceOf = (file: string): PointRegister.Source => {
  const text = Sheet.text(readFileSync(join(flags.folder, file)))
  if (Result.isFailure(text)) return { file, faults: [Fault.placed({ file }, text.failure)] }
  const rows = rowsOf(text.success)
  return "brokenAt" in rows
    ? { file, faults: [Fault.make("sheet.syntax", {}, [], { file, line: rows.brokenAt })] }
    : { file, rows }
}

const period = Period.yearUnsafe(2023)
const book = WendengVillage.rulebook

/** Every file of the folder but notes: one that is no table is a fault, and not passed over. */
const filesOf = (folder: string): ReadonlyArray<string> => {
  if (!existsSync(folder)) {
    console.error(say(`没有文件夹“${folder}”`, `there is no folder "${folder}"`))
    process.exit(1)
  }
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|\.txt$/i.test(entry.name))
    .map(({ name }) => name)
}

const register = PointRegister.read(filesOf(flags.folder).map(sourceOf), { book, period, offsetMinutes: 8 * 60 })

// ---------------------------------------------------------------- printing

const padded = (text: string, width: number): string => text + " ".repeat(Math.max(0, width - stringWidth(text)))

/** Rows under a head, each column as wide as its widest cell on a screen where a Chinese character takes two places. */
const table = (head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => stringWidth(row[column] ?? ""))))
  const line = (row: ReadonlyArray<string>) =>
    `  ${row.map((cell, column) => padded(cell, widths[column] ?? 0)).join("  ")}`.trimEnd()
  return [line(head), `  ${widths.map((width) => "-".repeat(width)).join("  ")}`, ...rows.map(line)].join("\n")
}

type Names = PointRegister.Register["names"]

const namedBy = (id: string): string => {
  const label = book.effects.find((effect) => effect.id === id)?.label
  return label === undefined ? id : Label.text(label, language)
}

const stateText: Readonly<Record<Outcome.Applied["state"], string>> = {
  holds: "",
  repaired: say("（已修复）", " (repaired)"),
  possible: say("（待定）", " (open)"),
}

/** The grade list of a class: place, score, grade, and the grounds of a direct judgement. */
const gradeList = (outcomes: ReadonlyArray<Outcome.Outcome>, names: Names): string => {
  const rows = [...outcomes]
    .sort(byPlace)
    .map(({ subject, scores, level, effects, places: [place] }) => [
      place === undefined ? "" : Explanation.valueText(place.place, language) + (place.tied > 1 ? "=" : ""),
      subject,
      names[subject] ?? "",
      scores === undefined ? "" : Explanation.valueText(scores.rounded, language),
      Explanation.levelText(book, level, language),
      effects.map(({ effect, state }) => namedBy(effect) + stateText[state]).join(say("；", "; ")),
    ])
  const head = [
    say("名次", "Place"),
    say("编号", "Id"),
    say("姓名", "Name"),
    say("得分", "Score"),
    say("等次", "Grade"),
    say("直接判级", "Direct judgement"),
  ]
  return table(head, rows)
}

/** By the place the rulebook gives, those without a certain one last. */
const byPlace = (a: Outcome.Outcome, b: Outcome.Outcome): number => placeOf(a) - placeOf(b)

const placeOf = ({ places: [first] }: Outcome.Outcome): number =>
  first?.place.is === "known" ? Number(first.place.q) : Number.POSITIVE_INFINITY

const statementOf = (outcome: Outcome.Outcome, names: Names): string => {
  const { rows, verdict, score, level } = Explanation.statement(book, outcome, language)
  const head = [
    say("日期", "Day"),
    say("条目", "Article"),
    say("内容", "What"),
    say("应计", "Asked"),
    say("实计", "Granted"),
    say("说明", "Why less"),
  ]
  const cells = rows.map(({ on, clause, what, requested, granted, remark }) => [
    on ?? "",
    clause,
    what,
    requested,
    granted,
    remark,
  ])
  return [
    say(
      `对账单：${outcome.subject} ${names[outcome.subject] ?? ""}`,
      `Statement of ${outcome.subject} ${names[outcome.subject] ?? ""}`,
    ),
    "",
    table(head, cells),
    ...verdict.map((sentence) => `  ${sentence}`),
    say(`  得分${score}，${level}`, `  Score ${score}, ${level}`),
  ].join("\n")
}

/** What the printed text is found to say at its edges, and what its readers noted. */
const findings = (): string => {
  const probed = Probe.probe(book).map((finding) => `  ${Sentence.finding(finding, language)}`)
  const defects = book.notes.filter(({ kind }) => kind === "defect")
  const pairs = defects.filter(({ on, with: other }) => other === undefined || on < other)
  const noted = pairs.map(({ on, with: other, text }) => [on, other ?? "", Label.text(text, language)])
  return [
    say(`条文检查：${probed.length}处`, `What the rule text does at its edges: ${probed.length}`),
    "",
    ...probed,
    "",
    say(
      `抄本里照印的毛病：${defects.length}行，${pairs.length}处`,
      `Defects of the printed text, carried over as they stand: ${defects.length} lines, ${pairs.length} places`,
    ),
    "",
    table([say("条目", "Line"), say("相对", "Against"), say("说的是", "What")], noted),
  ].join("\n")
}

const page = ({ subjects, facts, closures, names }: PointRegister.Register): string | undefined => {
  const day = CivilDate.parseUnsafe("2023-12-31")
  const knownAt = Coordinate.instantUnsafe(Date.UTC(2024, 0, 10, 0, 0) - 8 * 3_600_000)
  const at = Coordinate.of(day, knownAt)
  const { outcomes } = Interpreter.evaluate({ book, period, at, subjects, facts, closures })
  const own = outcomes.find(({ subject }) => subject === flags.person)
  if (own === undefined) return undefined
  const rated = outcomes.filter(({ standing }) => standing === "rated")
  const cadres = rated.filter(({ classes }) => classes.includes("村干部"))
  const others = rated.filter((outcome) => !cadres.includes(outcome))
  const exempt = outcomes.filter(({ standing }) => standing === "exempt")
  const unread = outcomes.flatMap(({ unread: ids }) => ids)
  return [
    say("样例村2023年度（全部虚构）", "Sample village, 2023 (everything made up)"),
    Label.text(book.title, language),
    say(
      `名册${subjects.length}人，登记${facts.length}条；按2024年1月10日已登记的事实评到${day}`,
      `${subjects.length} people, ${facts.length} entries; rated up to ${day} on what was registered by 2024-01-10`,
    ),
    "",
    say("村干部", "Village cadres"),
    "",
    gradeList(cadres, names),
    "",
    say("其他党员", "Other Party members"),
    "",
    gradeList(others, names),
    "",
    say("不参评", "Not rated this year") +
      say("：", ": ") +
      exempt.map(({ subject }) => `${subject} ${names[subject] ?? ""}`).join(say("、", ", ")),
    say("没有落到条文上的登记", "Entries that no line takes") + say("：", ": ") + unread.join(say("、", ", ")),
    "",
    statementOf(own, names),
    "",
    findings(),
  ].join("\n")
}

if (Result.isFailure(register)) {
  for (const fault of register.failure) console.error(Sentence.text(fault, language))
  process.exitCode = 1
} else {
  const text = page(register.success)
  if (text === undefined) {
    console.error(say(`名册里没有编号${flags.person}`, `the list of people has no ${flags.person}`))
    process.exitCode = 1
  } else console.log(text)
}
