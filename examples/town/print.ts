/** Tables on a terminal. */
import stringWidth from "string-width"

const padded = (text: string, width: number, isNumber: boolean): string => {
  const blanks = " ".repeat(Math.max(0, width - stringWidth(text)))
  return isNumber ? blanks + text : text + blanks
}

/** A column: its head, and whether it holds numbers, which stand to the right. */
export type Column = readonly [head: string, isNumber?: "number"]

/** Rows under a head, each column as wide as its widest cell on a screen where a Chinese character takes two places. */
export const table = (columns: ReadonlyArray<Column>, rows: ReadonlyArray<ReadonlyArray<string>>): string => {
  const head = columns.map(([name]) => name)
  const widths = head.map((_, column) => Math.max(...[head, ...rows].map((row) => stringWidth(row[column] ?? ""))))
  const line = (row: ReadonlyArray<string>) =>
    `  ${row
      .map((cell, column) => padded(cell, widths[column] ?? 0, columns[column]?.[1] === "number"))
      .join("  ")}`.trimEnd()
  return [line(head), `  ${widths.map((width) => "-".repeat(width)).join("  ")}`, ...rows.map(line)].join("\n")
}
