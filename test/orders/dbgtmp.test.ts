import * as fc from "fast-check"
import { test } from "vitest"
import { inDays, inHours, walk, picks, dueOf } from "./twins.js"
test("x", () => {
  const c: Record<string, number> = {}
  const up = (k: string) => { c[k] = (c[k] ?? 0) + 1 }
  for (const scheme of [inDays, inHours]) for (const p of fc.sample(picks(6, 30), 60)) {
    const w = walk(scheme, p)
    if (!w.entries.length) continue
    up("open " + w.entries[0]!.payload.content.move)
    const moves = w.entries.map(e => e.payload.content.move)
    if (moves.includes("extend")) up("extend")
    const a = dueOf(scheme, w.state, w.entries.at(-1)!, 2)
    up("due " + a.due?.state)
    if (w.entries.length<6) up("short")
  }
  console.log(c)
})
