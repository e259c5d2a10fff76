/**
 * The proof table (核对表): a whole rulebook in Markdown, to be laid beside the printed text and ticked off line by line.
 *
 * Every item of the document stands in one row with its clause, and every number stands as it does in the document, so
 * that a slip of the hand shows. What a reader noted on an item stands in the last cell of its row.
 *
 * @since 0.1.0
 */
import * as Citation from "../foundation/Citation.js"
import * as Label from "../foundation/Label.js"
import type { Note } from "./Clause.js"
import { escaped, table } from "./MarkdownTable.js"
import { sections } from "./ProofClause.js"
import { type Row, type Sheet, say, sheetsOf, type Telling, tellingOf } from "./ProofRow.js"
import type { Rulebook } from "./Rulebook.js"
import { nodesOfBook } from "./Structure.js"

// ---------------------------------------------------------------- operations

/**
 * A rulebook as Markdown: its head and sources, then a table for each kind of clause in the order in which they are
 * applied, and a numbered table for the lines, steps and cases that the score refers to.
 *
 * **Details**
 *
 * Spans stand in the notation of intervals and in words, with their ends said outright. A name in quotes has a row of its
 * own. A limit over several lines has its own row and is repeated beside each of them; one over all lines of an account
 * has its own row only. Columns that a table has nothing for are left out.
 *
 * @example
 * ```ts
 * import { ProofTable } from "dangjian/rules"
 * import { XiqingStars } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const text = ProofTable.markdown(XiqingStars.rulebook, "zh")
 * assert.ok(text.startsWith("# 西青区党支部评星定级\n"))
 * assert.ok(text.includes("[85, 94]　85（含）至94（含）"))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const markdown = (book: Rulebook, language: Label.Language): string => {
  const own: Rulebook = JSON.parse(JSON.stringify(book)) // each node an object of its own, as its table has its own number
  const telling = tellingOf(own, nodesOfBook(own), language)
  const sheets = sections(telling).flatMap(({ sheet, nodes }) => [sheet, ...sheetsOf(telling, nodes)])
  return [head(telling), sources(telling), ...noted(telling, sheets), ""].join("\n\n")
}

const head = (telling: Telling): string => {
  const { book, language } = telling
  const { from, to } = book.inForce
  const lines = [
    [say(telling, "编号", "id"), book.id],
    [say(telling, "版本", "version"), book.version],
    [
      say(telling, "施行", "in force"),
      say(
        telling,
        `自${from}${to === undefined ? "" : `至${to}（不含）`}`,
        `from ${from}${to === undefined ? "" : ` to ${to}, excluded`}`,
      ),
    ],
    [
      say(telling, "完整性", "completeness"),
      book.completeness === "complete"
        ? say(telling, "完整", "complete")
        : say(telling, "部分（只含已知条款）", "partial (the known clauses only)"),
    ],
    [
      say(telling, "期内文本有变时", "when the text changes within a period"),
      book.factsUnder === "factDate"
        ? say(telling, "适用事实发生日的文本", "facts fall under the text of their day")
        : say(telling, "适用期末的文本", "facts fall under the text at its end"),
    ],
    [
      say(telling, "格式", "format"),
      say(telling, `${book.format}，语义${book.semantics}`, `${book.format}, semantics ${book.semantics}`),
    ],
  ] as const
  const colon = say(telling, "：", ": ")
  return [
    `# ${escaped(Label.text(book.title, language))}`,
    "",
    ...lines.map(([name, value]) => `- ${name}${colon}${escaped(value)}`),
  ].join("\n")
}

const sources = (telling: Telling): string => {
  const { book, language } = telling
  if (book.sources.length === 0) return `## ${say(telling, "出处：未载", "Sources: none stated")}`
  const columns = [
    { head: say(telling, "代号", "as"), cell: ({ id }: Rulebook["sources"][number]) => id, always: true as const },
    {
      head: say(telling, "出处", "source"),
      cell: ({ citation }: Rulebook["sources"][number]) => Citation.text(citation, language),
      always: true as const,
    },
    {
      head: say(telling, "性质", "standing"),
      cell: ({ citation }: Rulebook["sources"][number]) => Citation.standingText(citation.standing, language),
    },
    { head: say(telling, "说明", "note"), cell: ({ citation }: Rulebook["sources"][number]) => citation.note ?? "" },
  ]
  return `## ${say(telling, "出处", "Sources")}\n\n${table(columns, book.sources)}`
}

/** The tables with each note at the first row of its id, and a table of the notes that no row is for. */
const noted = (telling: Telling, sheets: ReadonlyArray<Sheet>): ReadonlyArray<string> => {
  const open = new Map<string, Array<Note>>()
  for (const note of telling.book.notes) open.set(note.on, [...(open.get(note.on) ?? []), note])
  const told = sheets.map((sheet) => {
    const rows = sheet.rows.map((row) => {
      const notes = row.id === undefined ? [] : (open.get(row.id) ?? [])
      if (row.id !== undefined) open.delete(row.id)
      return { ...row, remarks: notes.map((note) => noteText(telling, note)).join(say(telling, "；", "; ")) }
    })
    return sheetText(telling, { ...sheet, rows })
  })
  const rest = [...open.values()].flat().map((note) => ({ what: note.on, remarks: noteText(telling, note) }))
  if (rest.length === 0) return told
  return [
    ...told,
    sheetText(telling, { title: say(telling, "其他说明", "Other notes"), level: 2, worth: "", rows: rest }),
  ]
}

const KINDS: Readonly<Record<Note["kind"], Label.Label>> = {
  defect: { zh: "缺陷", en: "defect" },
  doubt: { zh: "存疑", en: "doubt" },
  remark: { zh: "说明", en: "remark" },
}

const noteText = (telling: Telling, { kind, code, with: other, text }: Note): string => {
  const { language } = telling
  const against = other === undefined ? [] : [say(telling, `与${other}`, `with ${other}`)]
  const aside = [...(code === undefined ? [] : [code]), ...against].join(say(telling, "，", ", "))
  const name = Label.text(KINDS[kind], language)
  return `${name}${aside === "" ? "" : say(telling, `（${aside}）`, ` (${aside})`)}${say(telling, "：", ": ")}${Label.text(text, language)}`
}

interface Remarked extends Row {
  readonly remarks: string
}

const sheetText = (
  telling: Telling,
  { title, level, worth, rows }: Omit<Sheet, "rows"> & { readonly rows: ReadonlyArray<Remarked> },
): string => {
  const cell = (key: Exclude<keyof Remarked, "depth" | "what">, zh: string, en: string) => ({
    head: say(telling, zh, en),
    cell: (row: Remarked) => row[key] ?? "",
  })
  const columns = [
    { head: say(telling, "核", "ok"), cell: () => "☐" },
    cell("clause", "条款", "clause"),
    { head: say(telling, "内容", "item"), cell: ({ what, depth }: Remarked) => `${"· ".repeat(depth ?? 0)}${what}` },
    cell("condition", "条件", "condition"),
    cell("worth", worth, worth),
    cell("weight", "权重", "weight"),
    cell("full", "满分", "full mark"),
    cell("limits", "封顶保底", "caps and floors"),
    cell("repeats", "重复与有效期", "repetition and term"),
    cell("by", "由谁定", "decided by"),
    cell("remarks", "备注", "remarks"),
  ]
  return `${"#".repeat(level)} ${escaped(title)}\n\n${rows.length === 0 ? say(telling, "（无）", "(none)") : table(columns, rows)}`
}
