/**
 * Pictures of what is frozen: the format of stored documents as JSON Schema, and what `semantics: 1` makes of the made-up
 * village's year. `npx tsx test/golden/golden.ts` writes them; a difference is a new format or a new semantics.
 */
import { readdirSync, readFileSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Digest from "../../src/foundation/Digest.js"
import * as Period from "../../src/foundation/Period.js"
import * as PointRegister from "../../src/interop/PointRegister.js"
import * as Sheet from "../../src/interop/Sheet.js"
import * as WendengVillage from "../../src/presets/WendengVillage.js"
import * as Fact from "../../src/rules/Fact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Outcome from "../../src/rules/Outcome.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import { isMain, ROOT } from "../house/tree.js"

const FOLDER = join(ROOT, "examples/town-2023/样例村")

const tableOf = (file: string): Sheet.Table => {
  const text = Result.getOrThrow(Sheet.text(new Uint8Array(readFileSync(join(FOLDER, file)))))
  const records: ReadonlyArray<ReadonlyArray<string>> = parse(text, {
    relax_column_count: true,
    record_delimiter: "\n",
  })
  return { file, rows: records.map((cells, index) => ({ line: index + 1, cells })) }
}

/** One line a person: id, score, level, digest of the whole outcome; last the digest of the rulebook. */
const semantics = (): string => {
  const [book, period] = [WendengVillage.rulebook, Period.yearUnsafe(2023)]
  const tables = readdirSync(FOLDER)
    .filter((file) => file.endsWith(".csv"))
    .map(tableOf)
  const { subjects, facts, closures } = Result.getOrThrow(
    PointRegister.read(tables, { book, period, offsetMinutes: 480 }),
  )
  const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(1_704_816_000_000))
  const { outcomes } = Interpreter.evaluate({ book, period, at, subjects, facts, closures })
  const lines = outcomes.map((outcome) => {
    const score = outcome.scores?.rounded.is === "known" ? outcome.scores.rounded.q : "-"
    const level = outcome.level.is === "level" ? outcome.level.level : outcome.level.is
    return `${outcome.subject} ${score} ${level} ${Digest.ofUnsafe(outcome)}`
  })
  return [...lines, `${book.id} ${book.version} ${Digest.ofUnsafe(book)}`, ""].join("\n")
}

const schema = (document: { readonly jsonSchema: () => unknown }): string =>
  `${JSON.stringify(document.jsonSchema(), null, 1)}\n`

/** The pictures by file name, as they should stand beside this file. */
export const golden = (): ReadonlyMap<string, string> =>
  new Map([
    ["rulebook-1.schema.json", schema(Rulebook.document)],
    ["register-1.schema.json", schema(Fact.document)],
    ["outcome-1.schema.json", schema(Outcome.document)],
    ["semantics-1.txt", semantics()],
  ])

if (isMain(import.meta.url)) {
  for (const [file, text] of golden()) writeFileSync(join(ROOT, "test/golden", file), text)
}
