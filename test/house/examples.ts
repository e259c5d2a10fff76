/** Runs every numbered example, in Chinese and with `--en`: `npm run examples`. */
import { spawnSync } from "node:child_process"
import { importsOf } from "./order.js"
import { isMain, parse, place, ROOT, readTree, type Tree, textOf } from "./tree.js"

/** The examples in reading order. */
export const numbered = (tree: Tree): ReadonlyArray<string> =>
  [...tree.keys()].filter((path) => /^examples\/\d\d-[a-z0-9-]+\.ts$/.test(path)).sort()

/** Examples without a number, gaps in the numbers, and imports that a reader of the package does not have. */
export const numberFaults = (tree: Tree): ReadonlyArray<string> => {
  const list = numbered(tree)
  const faults = [...tree.keys()]
    .filter((path) => /^examples\/[^/]+\.ts$/.test(path) && !list.includes(path))
    .map((path) => `${path}: an example is named 01-what-it-shows.ts`)
  for (const [index, path] of list.entries()) {
    const wanted = String(index + 1).padStart(2, "0")
    if (!path.startsWith(`examples/${wanted}-`)) faults.push(`${path}: should have the number ${wanted}`)
    const file = parse(path, textOf(tree, path))
    for (const { specifier, node } of importsOf(file)) {
      if (/^\.\.?\//.test(specifier) && !specifier.startsWith("./"))
        faults.push(`${place(file, node)}: imports ${specifier}`)
    }
  }
  return faults
}

/** Runs one example; what it wrote and how it ended. */
export const runExample = (path: string, language: "zh" | "en"): { readonly ok: boolean; readonly output: string } => {
  const flags = language === "en" ? ["--en"] : []
  const { status, stderr, stdout } = spawnSync(process.execPath, ["--import", "tsx", path, ...flags], {
    cwd: ROOT,
    encoding: "utf8",
    timeout: 120_000,
    env: { ...process.env, TSX_TSCONFIG_PATH: "examples/tsconfig.json" },
  })
  return { ok: status === 0 && stdout.trim() !== "", output: stdout + stderr }
}

if (isMain(import.meta.url)) {
  const tree = readTree()
  let [passed, failed] = [0, 0]
  for (const path of numbered(tree)) {
    const outputs = (["zh", "en"] as const).map((language) => {
      const { ok, output } = runExample(path, language)
      console.log(`${ok ? "ok" : "FAILED"}  ${path}${language === "en" ? " --en" : ""}`)
      if (!ok) console.log(output)
      if (ok) passed++
      else failed++
      return output
    })
    if (outputs[0] === outputs[1]) {
      console.log(`FAILED  ${path}: says the same in both languages`)
      failed++
    }
  }
  if (passed === 0) failed++
  console.log(`${passed} runs passed, ${failed} failed`)
  process.exitCode = failed === 0 ? 0 : 1
}
