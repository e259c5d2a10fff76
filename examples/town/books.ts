/** The files of a folder as tables. */
import { readdirSync, readFileSync, statSync } from "node:fs"
import { join } from "node:path"
import { CsvError, parse } from "csv-parse/sync"
import { Fault } from "dangjian/foundation"
import { type PointRegister, Sheet } from "dangjian/interop"
import * as Result from "effect/Result"

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

const sourceOf = (folder: string, file: string): PointRegister.Source => {
  const text = Sheet.text(readFileSync(join(folder, file)))
  if (Result.isFailure(text)) return { file, faults: [Fault.placed({ file }, text.failure)] }
  const rows = rowsOf(text.success)
  return "brokenAt" in rows
    ? { file, faults: [Fault.make("sheet.syntax", {}, [], { file, line: rows.brokenAt })] }
    : { file, rows }
}

/** Every file of the folder but notes: one that is no table is a fault, and not passed over. */
const filesOf = (folder: string): ReadonlyArray<string> =>
  readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile() && !/^\.|^~\$|\.txt$/i.test(entry.name))
    .map(({ name }) => name)

export const isFolder = (path: string): boolean => statSync(path, { throwIfNoEntry: false })?.isDirectory() === true

export const sourcesOf = (folder: string): ReadonlyArray<PointRegister.Source> =>
  filesOf(folder).map((file) => sourceOf(folder, file))
