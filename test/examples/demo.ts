/** Runs of the example, and copies of its folder that a test may damage. */
import { spawnSync } from "node:child_process"
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import * as Result from "effect/Result"
import { expect, onTestFinished } from "vitest"
import * as Sheet from "../../src/interop/Sheet.js"
import { ROOT } from "../house/tree.js"
import { encoded } from "../house/villageBooks.js"

export const run = (...flags: ReadonlyArray<string>) => {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    ["--import", "tsx", "examples/01-town-year.ts", ...flags],
    { cwd: ROOT, encoding: "utf8", env: { ...process.env, TSX_TSCONFIG_PATH: "examples/tsconfig.json" } },
  )
  return { status, stdout, stderr }
}

const PILOT = "样例村"

/** A copy of the folder that a test may damage: the township's books by their names, the village's in its folder. */
export const copied = () => {
  const folder = mkdtempSync(join(tmpdir(), "town-"))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  cpSync(join(ROOT, "examples/town-2023"), folder, { recursive: true })
  const village = join(folder, PILOT)
  const pathOf = (file: string) => (existsSync(join(village, file)) ? join(village, file) : join(folder, file))
  const edit = (file: string, encoding: "utf8" | "bom" | "gb18030", change: (text: string) => string) => {
    const text = Result.getOrThrow(Sheet.text(new Uint8Array(readFileSync(pathOf(file)))))
    const next = change(text)
    if (next === text) throw new Error(`${file}: nothing was damaged`)
    writeFileSync(pathOf(file), encoded(next, encoding))
  }
  return { folder, village, edit }
}

/** The cells of the rows of a printed table: columns that stand two or more blanks apart. */
export const rows = (text: string, from: string, to: string): ReadonlyArray<ReadonlyArray<string>> =>
  text
    .slice(text.indexOf(from), text.indexOf(to))
    .split("\n")
    .filter((line) => /^ {2,}\S/.test(line) && !/^ {2}-/.test(line))
    .map((line) => line.trim().split(/ {2,}/))

/** The page with no flag but the language, run once each. */
const pages = new Map<string, ReturnType<typeof run>>()
export const page = (language: "zh" | "en"): string => {
  const known = pages.get(language) ?? run(...(language === "en" ? ["--en"] : []))
  pages.set(language, known)
  expect([known.status, known.stderr]).toEqual([0, ""])
  return known.stdout
}
