/** The gate itself, run in an empty folder with stand-ins for npm and git that do as they are told. */
import { spawnSync } from "node:child_process"
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { afterAll, beforeAll, describe, expect, test } from "vitest"
import { readTree, textOf } from "./tree.js"

const tree = readTree()
let folder = ""

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "dangjian-gate-"))
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

interface Gate {
  readonly status: number | null
  readonly last: string
  readonly asked: ReadonlyArray<string>
}

/** Runs the gate; `line` is what the tests print, `fails` the command that fails. */
const gate = (line: string, fails = "none", readme = textOf(tree, "README.md")): Gate => {
  const home = mkdtempSync(join(folder, "run-"))
  mkdirSync(join(home, ".ci"))
  writeFileSync(join(home, ".ci/run"), textOf(tree, ".ci/run"))
  writeFileSync(join(home, "README.md"), readme)
  const standIn = `#!/usr/bin/env bash
name="$(basename "$0")"
echo "asked: $name $*"
[ "$*" = test ] && printf '%s\\n' "$LINE"
[ "$name $*" != "$FAILS" ]
`
  for (const name of ["npm", "git"]) {
    writeFileSync(join(home, name), standIn)
    chmodSync(join(home, name), 0o755)
  }
  const { status, stdout } = spawnSync("bash", [".ci/run"], {
    cwd: home,
    encoding: "utf8",
    env: { ...process.env, PATH: `${home}:${process.env.PATH}`, LINE: line, FAILS: fails },
  })
  const lines = stdout.trimEnd().split("\n")
  const asked = lines.filter((each) => each.startsWith("asked: ")).map((each) => each.slice("asked: ".length))
  return { status, last: lines.at(-1) ?? "", asked }
}

const GOOD = "      Tests  12 passed (12)"

describe("the gate", () => {
  test("runs the README's two lines and every step, and counts them", () => {
    const { asked, last, status } = gate(GOOD)
    expect(asked.filter((command) => !command.includes("--version"))).toEqual([
      "npm ci",
      "npm test",
      "npm ci",
      "npm run demo",
      "npm run lint",
      "npm run typecheck",
      "npm run build",
      "npm run docs",
      "npm run examples",
      "npm run test:package",
      "git diff --exit-code",
    ])
    expect([status, last]).toEqual([0, "20 passed, 0 failed"])
  })

  test.each([
    ["a failing test", "      Tests  1 failed | 11 passed (12)", "npm test", "19 passed, 1 failed"],
    ["a skipped test", "      Tests  11 passed | 1 skipped (12)", "none", "19 passed, 1 failed"],
    ["a test still to be written", "      Tests  11 passed | 1 todo (12)", "none", "19 passed, 1 failed"],
    ["tests that print no totals", "", "none", "8 passed, 1 failed"],
    ["a runner that fails although the tests pass", GOOD, "npm test", "20 passed, 1 failed"],
    ["a lint that fails", GOOD, "npm run lint", "19 passed, 1 failed"],
    ["a packed package that fails", GOOD, "npm run test:package", "19 passed, 1 failed"],
    ["a demo that fails", GOOD, "npm run demo", "19 passed, 1 failed"],
    ["a generated file that differs", GOOD, "git diff --exit-code", "19 passed, 1 failed"],
  ])("%s is counted and turns the gate red", (_, line, fails, wanted) => {
    const { last, status } = gate(line, fails)
    expect([status, last]).toEqual([1, wanted])
  })

  test("colours do not hide the totals", () => {
    expect(gate("\u001b[2m      Tests \u001b[22m \u001b[32m12 passed\u001b[39m (12)").last).toBe("20 passed, 0 failed")
  })

  test("a README without its two lines turns it red", () => {
    const { last, status } = gate(GOOD, "none", "```sh\nnpm test\n```\n")
    expect([status, last]).toEqual([1, "0 passed, 1 failed"])
  })
})
