/**
 * Writes the pages of the linter, `docs/lint`: one for each code with its example, and the list of all, from the table of
 * examples: `npm run lint-pages`.
 */
import { mkdirSync, readdirSync, rmSync, writeFileSync } from "node:fs"
import { join } from "node:path"
import { pointer } from "../../src/foundation/Fault.js"
import { sentence } from "../../src/foundation/Finding.js"
import { brief, texts } from "../../src/interop/Sentence.js"
import type { Code, Defect, Evidence, Shows, Witness } from "../../src/rules/Defect.js"
import * as Lint from "../../src/rules/Lint.js"
import { type Example, examples } from "../rules/lint/examples.js"
import { isMain, ROOT } from "./tree.js"

/** The pages, from the root. */
export const FOLDER = "docs/lint"

/** What is found of an example. */
export const defectsOf = (example: Example): ReadonlyArray<Defect> =>
  (example.books === undefined ? Lint.lint(example.book, example.options) : Lint.imports(example.books)).defects

const nameOf = (code: string): string => code.slice("lint.".length)

const showsText = (shows: Shows): string => {
  if ("conflict" in shows) return `the interpreter answers with the conflict \`${shows.conflict}\``
  if ("value" in shows) return `\`${shows.path}\` is ${shows.value}`
  if ("level" in shows) return `the level is ${shows.level}`
  if ("standing" in shows) return `the standing is \`${shows.standing}\``
  if ("quota" in shows) return `the quota ${shows.quota} is not met`
  if ("absent" in shows) return `\`${shows.path}\` is absent (\`${shows.absent}\`)`
  if ("unread" in shows) return "the fact is unread"
  if ("score" in shows) return `the score is ${shows.score}, and ${shows.otherwise} without one of the facts`
  return shows.lines.length === 0 ? "no line gives points" : `the lines ${shows.lines.join(" and ")} all give points`
}

const recordText = (all: Readonly<Record<string, unknown>>): ReadonlyArray<string> =>
  Object.entries(all).map(([name, value]) => `${name} ${Array.isArray(value) ? value.join("、") : value}`)

/** The people and facts of a witness, one a line; of many only the first. */
const witnessText = ({ input, subject, shows, book }: Witness): ReadonlyArray<string> => {
  const own = input.subjects.find(({ id }) => id === subject)
  const said = [...recordText(own?.labels ?? {}), ...recordText(own?.parameters ?? {})]
  const others = input.subjects.length - 1
  const facts = input.facts.slice(0, MOST_FACTS).map(({ kind, on, values, tags, absent }) => {
    const parts = [...recordText(tags ?? {}), ...recordText(values ?? {}), ...(absent === undefined ? [] : [absent])]
    return `- ${on} ${kind}${parts.length === 0 ? "" : `: ${parts.join(", ")}`}`
  })
  const rest = input.facts.length - facts.length
  return [
    `Somebody${said.length === 0 ? " without labels" : ` with ${said.join(", ")}`}${others > 0 ? `, and ${others} more` : ""}${facts.length === 0 ? ", and no fact." : ":"}`,
    ...(facts.length === 0 ? [] : ["", ...facts]),
    ...(rest > 0 ? [`- and ${rest} more`] : []),
    ...(input.results ?? []).map(({ book: of, period, values, level }) => {
      const parts = [...recordText(values), ...(level === undefined ? [] : [level])]
      return `- result of ${of} for ${period.from.slice(0, 4)}: ${parts.join(", ")}`
    }),
    "",
    `On ${book === undefined ? "this book" : "the clauses alone"} ${showsText(shows)}.`,
  ]
}

const MOST_FACTS = 6

const evidenceText = (evidence: Evidence): ReadonlyArray<string> => {
  switch (evidence.is) {
    case "witness":
      return witnessText(evidence)
    case "bound":
      return [
        `At ${evidence.found === undefined ? "no bound at all" : `most or least ${evidence.found}`}, where the text says ${evidence.asked}.`,
      ]
    case "place":
      return [`The places themselves: ${evidence.at.map((at) => `\`${at}\``).join(", ")}.`]
  }
}

/** The page of one code. */
export const page = (code: Code): string => {
  const example = examples[code]
  const defect = defectsOf(example).find((one) => one.code === code)
  if (defect === undefined) throw new Error(`the example of ${code} does not give it`)
  const patch = defect.repair?.patch ?? []
  const proposal =
    defect.repair === undefined
      ? ["None is proposed."]
      : [
          `${defect.repair.text.zh}。`,
          "",
          `In English: ${defect.repair.text.en}.`,
          ...(patch.length === 0
            ? ["", "Which way is for whoever issues the text; no machine can settle it."]
            : [
                "",
                "```json",
                ...patch.map(
                  ({ path, value }) =>
                    `${pointer(path)} = ${value === undefined ? "(taken out)" : JSON.stringify(value)}`,
                ),
                "```",
              ]),
        ]
  return [
    `# ${example.title}`,
    "",
    `Code \`${code}\` · ${defect.severity} · \`${sentence(texts, { ...defect, params: {} }, "zh")}\``,
    "",
    example.means,
    "",
    `**Why it matters.** ${example.matters}`,
    "",
    "## Example (made up)",
    "",
    `> ${example.printed}`,
    "",
    "## Finding",
    "",
    `- ${brief(defect, "zh")}`,
    `- ${brief(defect, "en")}`,
    "",
    `At \`${pointer(defect.at)}\`.`,
    "",
    "## Evidence",
    "",
    ...evidenceText(defect.evidence),
    "",
    "## Repair",
    "",
    ...proposal,
    "",
    "The clause after it:",
    "",
    `> ${example.after}`,
    "",
  ].join("\n")
}

const index = (codes: ReadonlyArray<Code>): string =>
  [
    "# What the linter finds",
    "",
    "A page for each code, with an example, its evidence and a repair. Written by `npm run lint-pages` from",
    "`test/rules/lint/examples.ts`; every example is run.",
    "",
    "| code | what it is | sentence |",
    "|---|---|---|",
    ...codes.map(
      (code) => `| [\`${code}\`](${nameOf(code)}.md) | ${examples[code].title} | ${texts[code]?.zh ?? ""} |`,
    ),
    "",
  ].join("\n")

/** All pages by their file names. */
export const lintPages = (): ReadonlyMap<string, string> => {
  const codes = (Object.keys(examples) as Array<Code>).sort()
  return new Map([
    ["README.md", index(codes)],
    ...codes.map((code): [string, string] => [`${nameOf(code)}.md`, page(code)]),
  ])
}

if (isMain(import.meta.url)) {
  const pages = lintPages()
  const folder = join(ROOT, FOLDER)
  mkdirSync(folder, { recursive: true })
  for (const name of readdirSync(folder)) if (!pages.has(name)) rmSync(join(folder, name))
  for (const [name, text] of pages) writeFileSync(join(folder, name), text)
}
