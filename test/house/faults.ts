/** Writes `docs/faults.md`, the page of all codes with their sentences, from the library's own tables: `npm run faults`. */
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import { texts } from "../../src/interop/Sentence.js"
import { isMain, ROOT } from "./tree.js"

const cell = (text: string): string => text.replaceAll("|", "\\|")

/** Codes grouped by what stands before the dot, each with both sentences. */
export const faultsPage = (all: typeof texts): string => {
  const codes = Object.keys(all).sort()
  const groups = [...new Set(codes.map((code) => code.slice(0, code.indexOf("."))))]
  const tables = groups.map((group) => {
    const rows = codes
      .filter((code) => code.startsWith(`${group}.`))
      .map((code) => `| \`${code}\` | ${cell(all[code]?.zh ?? "")} | ${cell(all[code]?.en ?? "")} |`)
    return [`## ${group}`, "", "| code | 中文 | English |", "|---|---|---|", ...rows].join("\n")
  })
  return [
    "# Codes",
    "",
    "Every fault, conflict and finding by its code. Codes are stable; `{name}` stands for a parameter. Written by",
    "`npm run faults` from the tables of the library.",
    "",
    tables.join("\n\n"),
    "",
  ].join("\n")
}

if (isMain(import.meta.url)) writeFileSync(join(ROOT, "docs/faults.md"), faultsPage(texts))
