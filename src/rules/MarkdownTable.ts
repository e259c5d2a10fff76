/**
 * Tables in Markdown (表格): cells escaped, so that whatever a rule text says stays in its cell.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- models

/** A column: its heading, and what stands in it for a row. `always` keeps it where every cell is empty. @internal */
export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => string
  readonly always?: true
}

// ---------------------------------------------------------------- operations

/** A text that stands in one cell or on one line as it is. @internal */
export const escaped = (text: string): string =>
  text
    .replace(/[\\|*_`<~&]/g, "\\$&")
    .replaceAll("](", "]\\(")
    .replace(/\r\n|[\n\r\u0085\u2028\u2029]/g, "<br>")

/** The rows as a table, without the columns that say nothing. @internal */
export const table = <Row>(columns: ReadonlyArray<Column<Row>>, rows: ReadonlyArray<Row>): string => {
  const filled = columns
    .map(({ head, cell, always }) => ({ head, always, cells: rows.map((row) => escaped(cell(row))) }))
    .filter(({ always, cells }) => always === true || cells.some((cell) => cell !== ""))
  const line = (cells: ReadonlyArray<string>): string => `| ${cells.join(" | ")} |`
  return [
    line(filled.map(({ head }) => escaped(head))),
    line(filled.map(() => "---")),
    ...rows.map((_, index) => line(filled.map(({ cells }) => cells[index] ?? ""))),
  ].join("\n")
}
