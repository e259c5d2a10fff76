import { readFileSync } from "node:fs"
import { join } from "node:path"
import { describe, expect, test } from "vitest"
import { ROOT } from "../house/tree.js"
import { golden } from "./golden.js"

describe("what is frozen", () => {
  test.each([...golden()])("%s stands as it was", (file, text) =>
    expect(readFileSync(join(ROOT, "test/golden", file), "utf8")).toBe(text),
  )

  test("the year shows every level that the village's books reach, and people who are not rated", () => {
    const levels = new Set((golden().get("semantics-1.txt") ?? "").split("\n").map((line) => line.split(" ")[2]))
    for (const level of ["五星", "四星", "三星", "二星", "一星", "零星", "none"]) expect(levels).toContain(level)
  })
})
