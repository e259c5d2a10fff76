/**
 * The presets carry what the linter says of them: every error stands in a defect note of the book at its clause, and every
 * defect note, and every doubt with a code, is a finding. Where the readers of a transcription noted a defect that is a
 * warning to the linter, as on the sheets of Wendeng, the note stays; everywhere else the defect notes are the errors and
 * nothing besides.
 */
import { describe, expect, test } from "vitest"
import type { Note } from "../../src/rules/Clause.js"
import type { Defect } from "../../src/rules/Defect.js"
import * as Lint from "../../src/rules/Lint.js"
import type { Rulebook } from "../../src/rules/Rulebook.js"
import { books } from "../presets/books.js"

/** The clauses that a finding is about: the nearest one that its place lies in, and those it names. */
const clausesOf = (book: Rulebook, { at, params }: Defect): ReadonlyArray<string> => {
  let part: unknown = book
  let owner = ""
  for (const key of at) {
    part = typeof part === "object" && part !== null ? (part as Record<string, unknown>)[String(key)] : undefined
    if (typeof part === "object" && part !== null && "id" in part) owner = String(part.id)
  }
  return [...new Set([owner, ...String(params.where ?? "").split("、")])].filter((id) => id !== "")
}

const isAbout = (book: Rulebook, { on, code }: Note, defect: Defect): boolean =>
  code === defect.code && clausesOf(book, defect).includes(on)

describe.each(books)("%s", (name, book) => {
  const { defects } = Lint.lint(book)
  const errors = defects.filter(({ severity }) => severity === "error")
  const notes = book.notes.filter(({ kind }) => kind === "defect")
  const told = (defect: Defect) => `${defect.code} ${clausesOf(book, defect).join("、")}`

  test("hides no error", () => {
    const hidden = errors.filter((error) => !notes.some((note) => isAbout(book, note, error)))
    expect(hidden.map(told)).toEqual([])
  })

  test("invents no defect", () => {
    const coded = book.notes.filter(({ kind, code }) => kind === "defect" || code !== undefined)
    const invented = coded.filter((note) => !defects.some((defect) => isAbout(book, note, defect)))
    expect(invented.map(({ on, code }) => `${code} ${on}`)).toEqual([])
  })

  test("carries an error once, or once from each side", () => {
    if (name.startsWith("Wendeng")) return
    expect(notes.map(({ code }) => code).sort()).toEqual(errors.map(({ code }) => code).sort())
  })

  test("says where a machine can show it", () => {
    for (const error of errors) {
      if (error.evidence.is === "witness") expect([told(error), Lint.shows(book, error)]).toEqual([told(error), true])
    }
  })
})
