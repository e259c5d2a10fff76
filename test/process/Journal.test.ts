import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"
import * as Journal from "../../src/process/Journal.js"
import { NoteSchema } from "./chains.js"
import type { Note } from "./entries.js"
import { at, day } from "./lamp.js"

// All of it is made up.

const entry = (
  id: string,
  on: number,
  recordedAt: number,
  more: Partial<Journal.Entry<Note>> = {},
): Journal.Entry<Note> => ({
  ...{ id, on: day(on), recordedAt: at(recordedAt), actor: { post: "站长" }, payload: { text: id } },
  ...more,
})

const ids = (journal: Journal.Journal<Note>): string => journal.map(({ id }) => id).join(" ")

describe("the order", () => {
  test("is that of the days, then of the instants, then of the ids", () => {
    const entries = [entry("d", 1, 0), entry("c", 0, 2), entry("b", 0, 1), entry("a", 0, 1)]
    expect(ids(Journal.of(entries))).toBe("a b c d")
    expect(ids(Journal.of(new Set(entries)))).toBe("a b c d")
  })

  test("leaves a journal that is in order as it is", () => {
    const journal = Journal.of([entry("a", 0, 1), entry("b", 0, 1)])
    expect(Journal.of(journal)).toBe(journal)
  })
})

describe("an id with two contents", () => {
  const [first, other] = [entry("a", 1, 1), entry("a", 0, 5, { payload: { text: "另一内容" } })]
  const journal = Journal.of([first, other])

  test("keeps both in the journal, and that which was recorded first stands", () => {
    expect(journal).toEqual([other, first])
    expect(Journal.standing(journal)).toEqual([first])
    expect(Journal.known(journal, at(9))).toEqual([first])
  })

  test("is told with the number of contents", () => {
    expect(Journal.conflicts(journal)).toEqual([
      Finding.of("must", { code: "journal.idTwice", subject: "a", params: { id: "a", contents: 2 } }),
    ])
  })

  test("recorded in the same instant, that which is first in the order stands", () => {
    const earlier = entry("a", 0, 1, { payload: { text: "早一天" } })
    expect(Journal.standing(Journal.of([first, earlier]))).toEqual([earlier])
    const twin = entry("a", 1, 1, { payload: { text: "Z" } })
    expect(Journal.standing(Journal.of([first, twin]))).toEqual(Journal.standing(Journal.of([twin, first])))
  })

  test("one that does not stand supersedes nothing", () => {
    const [b, rival] = [entry("b", 0, 0), entry("a", 1, 5, { supersedes: "b" })]
    expect(ids(Journal.known(Journal.of([b, first, rival]), at(9)))).toBe("b a")
  })

  test("the same entry recorded at two instants is no contradiction, and the earlier recording stands", () => {
    const again = { ...first, recordedAt: at(7) }
    expect(Journal.conflicts(Journal.of([first, again]))).toEqual([])
    expect(Journal.standing(Journal.of([again, first]))).toEqual([first])
  })
})

describe("corrections", () => {
  test.each([
    ["of what nobody knows", [entry("a", 0, 1, { supersedes: "z" })], "coordinate.supersedesUnknown", "a"],
    [
      "of what was recorded later",
      [entry("a", 0, 1, { supersedes: "b" }), entry("b", 0, 2)],
      "coordinate.supersedesLater",
      "a",
    ],
    [
      "in a ring",
      [entry("a", 0, 1, { supersedes: "b" }), entry("b", 0, 1, { supersedes: "a" })],
      "coordinate.supersedesRing",
      undefined,
    ],
    [
      "side by side",
      [entry("a", 0, 1), entry("b", 0, 2, { supersedes: "a" }), entry("c", 0, 3, { supersedes: "a" })],
      "journal.supersededTwice",
      "a",
    ],
  ])("%s are told", (_, entries, code, subject) => {
    const found = Journal.conflicts(Journal.of(entries))
    expect(found.map((each) => [each.code, each.subject, each.severity])).toEqual([[code, subject, "error"]])
  })

  test("one after another are in order", () => {
    const chain = [entry("a", 0, 1), entry("b", 0, 2, { supersedes: "a" }), entry("c", 0, 3, { supersedes: "b" })]
    expect(Journal.conflicts(chain)).toEqual([])
    expect([1, 2, 3].map((instant) => ids(Journal.known(chain, at(instant))))).toEqual(["a", "b", "c"])
  })
})

describe("writing", () => {
  test("adds at the front, in the middle and at the end, and the same entry never twice", () => {
    const [a, b, c] = [entry("a", 0, 1), entry("b", 1, 1), entry("c", 2, 1)]
    expect(ids(Journal.add([b, c], a))).toBe("a b c")
    expect(ids(Journal.add([a, c], b))).toBe("a b c")
    expect(ids(Journal.add([a, b], c))).toBe("a b c")
    const journal = Journal.of([a, b, c])
    expect(Journal.add(journal, entry("b", 1, 1))).toBe(journal)
  })

  test("does not change the runs that it starts from", () => {
    const before = Journal.write(Journal.runs<Note>([]), entry("a", 0, 1))
    Journal.write(before, entry("b", 0, 1))
    expect(ids(Journal.whole(before))).toBe("a")
  })

  test("moves each entry about as often as the number of entries can be halved, whatever the order they come in", () => {
    const count = 4096
    const places = {
      rising: (index: number) => index,
      falling: (index: number) => count - index,
      mixed: (index: number) => (index * 2731) % count,
    }
    for (const place of Object.values(places)) {
      let runs: Journal.Runs<Note> = []
      let moved = 0
      for (let index = 0; index < count; index++) {
        const before = new Set(runs)
        runs = Journal.write(runs, entry(`e${place(index)}`, 0, place(index)))
        for (const run of runs) if (!before.has(run)) moved += run.length
        expect(runs.length).toBeLessThanOrEqual(13)
      }
      expect(moved).toBeLessThanOrEqual(count * 13)
      expect(Journal.whole(runs)).toHaveLength(count)
    }
  })
})

describe("reading a log", () => {
  const read = Journal.reader(NoteSchema)

  test("names every fault of every bad line by the index of the line, and keeps the others", () => {
    const good = entry("a", 0, 1)
    const { faults, journal } = read([
      { ...good, recordedAt: -1, actor: {} },
      good,
      "a line",
      { ...good, payload: { text: 7, more: 1 } },
      entry("b", 0, 1),
    ])
    expect(ids(journal)).toBe("a b")
    expect(faults.map(({ code, path }) => `${code} ${path.join(".")}`).sort()).toEqual([
      "coordinate.notInstant 0.recordedAt",
      "document.missing 0.actor.post",
      "document.type 2",
      "document.type 3.payload.text",
      "document.unexpected 3.payload.more",
    ])
  })

  test("takes lines one by one, more than one document may hold", () => {
    const lines = function* () {
      for (let index = 0; index < 300; index++) yield entry(`e${index}`, 0, 300 - index)
    }
    expect(read(lines(), { nodes: 20 }).journal).toHaveLength(300)
    expect(read([entry("a", 0, 1)], { nodes: 3 }).faults).toMatchObject([{ code: "document.tooLarge", path: [0] }])
  })
})

describe("the stored document", () => {
  const Notes = Journal.document("Notes", NoteSchema)

  test("comes back as it was", () => {
    const stored = { format: 1 as const, entries: [entry("a", 0, 1), entry("b", 0, 1, { supersedes: "a" })] }
    expect(Result.getOrThrow(Notes.decode(JSON.parse(JSON.stringify(stored))))).toEqual(stored)
  })

  test("tells every fault with its place", () => {
    const bad = Notes.decode({
      format: 1,
      entries: [
        { ...entry("a", 0, 1), id: "" },
        { ...entry("b", 0, 1), on: "2024-02-30" },
      ],
    })
    expect(Result.isFailure(bad) && bad.failure.map(({ path }) => path.join("."))).toEqual([
      "entries.0.id",
      "entries.1.on",
    ])
  })
})
