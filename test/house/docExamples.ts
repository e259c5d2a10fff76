/** Writes the examples of the doc comments out as files, type-checks them in one program, and runs them. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import type { Example } from "./docs.js"
import { ROOT } from "./tree.js"

/** An example with the file it was written to. */
export interface Written extends Example {
  readonly file: string
}

/** Writes the examples into a folder that git ignores, each as a module that says its place once it has run. */
export const write = (examples: ReadonlyArray<Example>, folder: string): ReadonlyArray<Written> => {
  const target = join(ROOT, "test/.examples", folder)
  rmSync(target, { recursive: true, force: true })
  mkdirSync(target, { recursive: true })
  return examples.map((example) => {
    const file = join(target, `${example.at.replace(/^src\//, "").replace(/\W+/g, "-")}.ts`)
    writeFileSync(file, `${example.code}\nexport const ran = ${JSON.stringify(example.at)}\n`)
    return { ...example, file }
  })
}

const options = (): ts.CompilerOptions => {
  const path = join(ROOT, "test/tsconfig.json")
  const parsed = ts.parseJsonConfigFileContent(
    ts.readConfigFile(path, ts.sys.readFile).config,
    ts.sys,
    join(ROOT, "test"),
  )
  return parsed.options
}

/** What the compiler says about the written examples, under the places they come from. */
export const typeFaults = (written: ReadonlyArray<Written>): ReadonlyArray<string> => {
  const program = ts.createProgram(
    written.map(({ file }) => file),
    options(),
  )
  const places = new Map(written.map(({ at, file }) => [file, at]))
  return written.flatMap(({ file }) => {
    const source = program.getSourceFile(file)
    const diagnostics = [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)]
    return diagnostics.map(
      ({ messageText }) => `${places.get(file)}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`,
    )
  })
}

/** Runs the written examples; the places of those that ran to their end, and the failures of the others. */
export const run = async (
  written: ReadonlyArray<Written>,
): Promise<{ readonly ran: ReadonlyArray<string>; readonly failed: ReadonlyArray<string> }> => {
  const ran: Array<string> = []
  const failed: Array<string> = []
  for (const { at, file } of written) {
    try {
      const module = (await import(/* @vite-ignore */ file)) as { readonly ran: string }
      ran.push(module.ran)
    } catch (error) {
      failed.push(`${at}: ${error instanceof Error ? error.message : String(error)}`)
    }
  }
  return { ran, failed }
}
