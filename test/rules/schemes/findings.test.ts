/**
 * The lint corpus of peers §6.2 and the texts beside it: at least the findings that careful readers made, and no further
 * one of the kinds gap, overlap, quota and tie.
 */
import { describe, expect, test } from "vitest"
import { pointer } from "../../../src/foundation/Fault.js"
import * as CityNotice2023 from "../../../src/presets/CityNotice2023.js"
import * as DaluStars from "../../../src/presets/DaluStars.js"
import * as HuaningStars from "../../../src/presets/HuaningStars.js"
import * as XiqingStars from "../../../src/presets/XiqingStars.js"
import type { Defect } from "../../../src/rules/Defect.js"
import * as Lint from "../../../src/rules/Lint.js"
import type { Rulebook } from "../../../src/rules/Rulebook.js"
import { fact, one, stand } from "../rating.js"
import * as members from "./memberPoints.js"
import * as printed from "./printed.js"
import * as stars from "./stars.js"

const KINDS = /Gap|Overlap|quota|Quota|ties/

const told = ({ code, at, params }: Defect): string =>
  [code.replace("lint.", ""), pointer(at), params.span ?? params.found ?? ""].filter((part) => part !== "").join(" ")

const findings = (book: Rulebook) =>
  Lint.lint(book)
    .defects.filter(({ code }) => KINDS.test(code))
    .map(told)
    .sort()

const wholeBands = ["levelGap levels[1] (89, 90)", "levelGap levels[2] (79, 80)", "levelGap levels[3] (69, 70)"]

const corpus: ReadonlyArray<readonly [string, Rulebook, ReadonlyArray<string>]> = [
  ["R1", printed.notice2023, [...wholeBands, "tiesUnsaid ties"]],
  ["T2", CityNotice2023.rulebook, [...wholeBands, "tiesUnsaid ties"]],
  [
    "R2",
    printed.fiveStars,
    [
      "levelGap levels[0] (90, 110]",
      "levelOverlap levels[1] [90, 90]",
      "levelOverlap levels[2] [80, 80]",
      ...[0, 1, 2, 3].map((index) => `quotaAgainstThreshold quotas[${index}]`),
    ],
  ],
  [
    "R3",
    printed.appraisal,
    [
      "levelGap levels[3] [0, 60)",
      "levelOverlap levels[1] [85, 85]",
      "levelOverlap levels[2] [75, 75]",
      "levelOverlap levels[3] [65, 65]",
    ],
  ],
  ["R4", printed.gridWorkers, ["curveGap total (89, 90)", "curveGap total (94, 95)"]],
  [
    "R6",
    printed.starManagement(),
    ["awardAgainstQuota awards[0]", "awardAgainstQuota awards[1]", "quotaRemainder quotas[0] 0.2"],
  ],
  ["R6, awards beside the quota", printed.starManagement(true), ["quotaRemainder quotas[0] 0.2"]],
  ["R7", printed.pukou, []],
  ["R8", printed.openEnded, []],
  [
    "T1",
    XiqingStars.rulebook,
    [
      "levelGap levels[1] (94, 95)",
      "levelGap levels[2] (84, 85)",
      "levelGap levels[3] (74, 75)",
      "levelGap levels[4] (64, 65)",
      "quotaAgainstThreshold quotas[1]",
      "quotaAgainstThreshold quotas[2]",
      "tiesUnsaid ties",
    ],
  ],
  [
    "P4 (C9)",
    HuaningStars.rulebook,
    [4, 3, 2, 1].map((at, index) => `levelGap levels[${at}] (${["69, 70", "79, 80", "89, 90", "95, 96"][index]})`),
  ],
  ["P7 (C13)", members.yongzhou, ["levelGap levels[1] (84, 85)"]],
  [
    "T4",
    DaluStars.rulebook,
    [
      "levelGap levels[0] (90, 110]",
      "levelOverlap levels[1] [90, 90]",
      "levelOverlap levels[2] [80, 80]",
      "levelOverlap levels[3] [70, 70]",
      ...[0, 1, 2, 3].map((index) => `quotaAgainstThreshold quotas[${index}]`),
    ],
  ],
  ["T4 repaired (C18)", stars.repairedDalu, [0, 1, 2, 3].map((index) => `quotaAgainstThreshold quotas[${index}]`)],
]

describe.each(corpus)("%s", (_, book, expected) => {
  test("has these gaps, overlaps, quotas and ties, and no others", () => {
    expect(findings(book)).toEqual([...expected].sort())
  })

  test("shows every finding that has a witness", () => {
    for (const defect of Lint.lint(book).defects) {
      if (defect.evidence.is === "witness") expect([defect.code, Lint.shows(book, defect)]).toEqual([defect.code, true])
    }
  })
})

const of = (book: Rulebook, code: Defect["code"]) => Lint.lint(book).defects.filter((defect) => defect.code === code)

test("R1 says nowhere how one rounds: 88 and 92 give 89.2, four stars when the total is rounded, five when its parts are", () => {
  const [found] = of(printed.notice2023, "lint.roundingUnsaid")
  expect(found?.params).toMatchObject({ witness: "89.2", exact: "rules.levelGap", total: "四星", parts: "五星" })
  expect(
    found?.evidence.is === "witness" && found.evidence.input.facts.map(({ kind, values }) => [kind, values?.value]),
  ).toEqual([
    ["基础分", "88"],
    ["评议分", "92"],
  ])
})

test("T1 (C17): 94.5 is between five stars and four", () => {
  expect(
    of(XiqingStars.rulebook, "lint.levelGap")
      .map(({ params }) => params.witness)
      .sort(),
  ).toEqual(["64.5", "74.5", "84.5", "94.5"])
})

test("C18: ninety-two without a project fits no row of the table as printed", () => {
  const total = fact("甲", "考评总分", "2019-06-01", { value: "92" })
  expect(stand(one(printed.fiveStars, { period: "2019", facts: [total] }))).toBe("rules.levelGap")
  const [found] = of(printed.fiveStars, "lint.levelGap")
  expect([found?.params.span, found?.params.where]).toEqual(["(90, 110]", "五星"])
  expect(found?.evidence.is === "witness" && found.evidence.input.facts.map(({ kind }) => kind)).toEqual(["考评总分"])
})

test("R8: nothing bounds what is added", () => {
  expect(of(printed.openEnded, "lint.unbounded").map(({ params, at }) => [params.where, pointer(at)])).toEqual([
    ["增减积分", "total.of[1].e"],
  ])
})
