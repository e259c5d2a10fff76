/**
 * Repeats (重复登记): rows and whole files of one book that say the same thing again, such as a copied file left beside the
 * original.
 *
 * @since 0.1.0
 */
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Sheet from "./Sheet.js"

// ---------------------------------------------------------------- models

/** A file of a book with what could be read of it. @internal */
export interface Opened {
  readonly table: Sheet.Table
  readonly scan: {
    readonly headers: object
    readonly order: ReadonlyArray<string>
    readonly entries: ReadonlyArray<{ readonly line: number; readonly sound: boolean; readonly values: object }>
  }
}

// ---------------------------------------------------------------- errors

/** A row, or every row of a file, that stands somewhere else in the same book. @internal */
export type RepeatFault = Fault<"pointRegister.sameRow" | "pointRegister.sameFile">

// ---------------------------------------------------------------- getters

interface Told {
  readonly line: number
  readonly sound: boolean
  readonly key: string
}

/** What each row says happened: its values but 序号 and the name that the id stands for; its cells where it is unsound. */
const toldBy = ({ table, scan }: Opened): ReadonlyArray<Told> => {
  const { serial } = scan.headers as { readonly serial?: string }
  const cells = new Map(table.rows.map((row) => [row.line, row.cells]))
  return scan.entries.map(({ line, sound, values }) => {
    const said = sound
      ? Object.entries(values)
          .filter(([key]) => key !== "serial" && key !== "name")
          .map(([key, value]) => [key, typeof value === "string" ? Sheet.narrow(value) : value])
          .sort(([a], [b]) => (String(a) < String(b) ? -1 : 1))
      : (cells.get(line) ?? []).map((cell, index) => (scan.order[index] === serial ? "" : Sheet.narrow(cell)))
    return { line, sound, key: JSON.stringify([sound, said]) }
  })
}

const isWithin = (told: ReadonlyArray<Told>, keys: ReadonlySet<string>): boolean =>
  told.length > 0 && told.every(({ key }) => keys.has(key))

// ---------------------------------------------------------------- decisions

/**
 * The files of a book without those that only repeat another, and a fault for each repeated file and each repeated row of
 * the rest. Of two files that hold the same the later in the list is the copy. @internal
 */
export const apart = <A extends Opened>(
  files: ReadonlyArray<A>,
): { readonly kept: ReadonlyArray<A>; readonly faults: ReadonlyArray<RepeatFault> } => {
  const all = files.map((opened) => {
    const told = toldBy(opened)
    return { opened, file: opened.table.file, told, keys: new Set(told.map(({ key }) => key)) }
  })
  const faults: Array<RepeatFault> = []
  const kept = all.filter(({ file, told, keys }, index) => {
    const other = all.find(
      (one, place) => place !== index && isWithin(told, one.keys) && (place < index || !isWithin(one.told, keys)),
    )
    if (other === undefined) return true
    faults.push(fault("pointRegister.sameFile", { other: other.file, rows: told.length }, [], { file }))
    return false
  })
  const first = new Map<string, { readonly file: string; readonly line: number }>()
  for (const { file, told } of kept) {
    for (const { key, line, sound } of told) {
      const known = first.get(key)
      if (known === undefined) first.set(key, { file, line })
      else if (sound) faults.push(fault("pointRegister.sameRow", { ...known }, [], { file, line }))
    }
  }
  return { kept: kept.map(({ opened }) => opened), faults }
}
