import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Digest from "../../src/foundation/Digest.js"
import * as Chain from "../../src/process/Chain.js"
import type { Entry } from "../../src/process/Journal.js"
import { appended, deletion, erased, ground, NoteSchema, Notes, said, salt } from "./chains.js"
import type { Note } from "./entries.js"
import { at, day } from "./lamp.js"
import { verifyPortably } from "./portableVerifier.js"

// All of it is made up.

const note = (id: string, recordedAt: number, text: string, supersedes?: string): Entry<Note> => ({
  ...{ id, on: day(0), recordedAt: at(recordedAt), actor: { post: "站长", body: "station-3", person: "p7" } },
  ...(supersedes === undefined ? {} : { supersedes }),
  payload: { text },
})

const station = ["三盏", "四盏", "五盏"].reduce<Chain.Chain<Note>>(
  (chain, text, index) => appended(chain, "station-3", note(`s${index}`, index, text), index),
  Chain.of([]),
)
const both = appended(station, "hall-1", note("h0", 5, "井盖"), 9)

/** A line changed by whoever also writes its digest anew, as a forger would. */
const forged = (line: Chain.Line, change: Partial<Chain.Line>): Chain.Line => {
  const { digest: _, ...bare } = { ...line, ...change }
  return { ...bare, digest: Digest.ofUnsafe(bare) }
}

const replaced = (
  chain: Chain.Chain<Note>,
  place: number,
  ...by: ReadonlyArray<Chain.Sealed<Note>>
): Chain.Chain<Note> => ({
  format: 1,
  lines: chain.lines.toSpliced(place, 1, ...by),
})

const sealedAt = (chain: Chain.Chain<Note>, place: number): Chain.Sealed<Note> => chain.lines[place]!

describe("a chain", () => {
  test("has the lines of each origin in their numbers, each following on the one before", () => {
    expect(both.lines.map(({ line }) => `${line.origin} ${line.number} ${line.id}`)).toEqual([
      "hall-1 1 h0",
      "station-3 1 s0",
      "station-3 2 s1",
      "station-3 3 s2",
    ])
    expect(sealedAt(both, 1).line.previous).toBe(Chain.start("station-3").digest)
    expect(sealedAt(both, 2).line.previous).toBe(sealedAt(both, 1).line.digest)
  })

  test("shows neither person nor payload in its lines", () => {
    const lines = JSON.stringify(both.lines.map(({ line }) => line))
    for (const hidden of ["p7", "三盏", "井盖"]) expect(lines).not.toContain(hidden)
  })

  test("verifies, with the heads of its origins", () => {
    expect(Chain.verify(both)).toEqual(
      Result.succeed({ count: 4, heads: [Chain.head(both, "hall-1"), Chain.head(both, "station-3")] }),
    )
    expect(Chain.verify(Chain.of<Note>([]))).toEqual(Result.succeed({ count: 0, heads: [] }))
  })

  test("keeps its digests for ever", () => {
    // Computed once and by two programs; a change here breaks every stored chain.
    expect(Chain.start("station-3").digest).toBe(
      "sha256:6c013467b593aa275e71413030e82e915b54a840a342d1d50d268bbf0daa02e3",
    )
    expect(Chain.head(both, "station-3").digest).toBe(
      "sha256:a77cea118742f5b21c1e03828396a40ac878fa3f1cc95f0bfe6037f4823960e5",
    )
    expect(verifyPortably(JSON.parse(Result.getOrThrow(Chain.text(both))).lines)).toEqual(
      Result.getOrThrow(Chain.verify(both)),
    )
  })

  test("a salt that is too short and an entry that is no data are refused together", () => {
    const entry = { ...note("x", 0, "灯"), payload: { worth: 0.5 } }
    expect(Chain.append(Chain.start("station-3"), entry, "short")).toMatchObject({
      failure: [{ code: "digest.saltTooShort" }, { code: "canonical.notSafeInteger", path: ["payload", "worth"] }],
    })
  })

  test("an envelope that is no data is refused", () => {
    const entry = { ...note("x", 0, "灯"), id: "\ud800" }
    expect(Chain.append(Chain.start("station-3"), entry, salt(1))).toMatchObject({
      failure: [{ code: "canonical.loneSurrogate", path: ["id"] }],
    })
  })
})

describe("the first bad line is named", () => {
  const second = sealedAt(station, 1)
  const { line } = second
  const cases: ReadonlyArray<readonly [string, Chain.Chain<Note>, string]> = [
    [
      "a line changed",
      replaced(station, 1, { ...second, line: { ...line, post: "村民" } }),
      "chain.digest station-3 2",
    ],
    [
      "a digest changed",
      replaced(station, 1, { ...second, line: { ...line, digest: line.secret } }),
      "chain.digest station-3 2",
    ],
    [
      "a line changed with its digest: the next does not follow",
      replaced(station, 1, { ...second, line: forged(line, { post: "村民" }) }),
      "chain.previous station-3 3",
    ],
    [
      "the last line changed with its digest: only a deposited head tells",
      replaced(station, 2, { ...sealedAt(station, 2), line: forged(sealedAt(station, 2).line, { post: "村民" }) }),
      "whole",
    ],
    [
      "a payload changed",
      replaced(station, 1, { line, open: { ...second.open!, payload: { text: "九盏" } } }),
      "chain.secret station-3 2",
    ],
    [
      "a person changed",
      replaced(station, 1, { line, open: { ...second.open!, person: "p8" } }),
      "chain.secret station-3 2",
    ],
    [
      "a person left out",
      replaced(station, 1, { line, open: { salt: salt(1), payload: { text: "四盏" } } }),
      "chain.secret station-3 2",
    ],
    [
      "a salt changed",
      replaced(station, 1, { line, open: { ...second.open!, salt: salt(7) } }),
      "chain.secret station-3 2",
    ],
    [
      "a salt cut short",
      replaced(station, 1, { line, open: { ...second.open!, salt: "s" } }),
      "chain.secret station-3 2",
    ],
    ["a payload taken out", replaced(station, 1, { line }), "chain.missing station-3 2"],
    ["a line taken out", replaced(station, 1), "chain.gap station-3 3"],
    ["the first line taken out", replaced(station, 0), "chain.gap station-3 2"],
    ["the last line taken out: only a deposited head tells", replaced(station, 2), "whole"],
    [
      "a line slipped in beside another",
      replaced(
        station,
        1,
        second,
        appended(Chain.of(station.lines.slice(0, 1)), "station-3", note("x", 1, "零"), 8).lines[1]!,
      ),
      "chain.fork station-3 2",
    ],
    [
      "a first line that does not begin the chain of its origin",
      replaced(station, 0, {
        ...sealedAt(station, 0),
        line: forged(sealedAt(station, 0).line, { previous: Chain.start("hall-1").digest }),
      }),
      "chain.previous station-3 1",
    ],
    ["two lines in each other's places", { format: 1, lines: station.lines.toReversed() }, "whole"],
    [
      "two payloads in each other's places",
      {
        format: 1,
        lines: [
          { line: sealedAt(station, 0).line, open: second.open! },
          { line, open: sealedAt(station, 0).open! },
        ],
      },
      "chain.secret station-3 1",
    ],
  ]

  test.each(cases)("%s", (_, chain, wanted) => {
    expect(said(Chain.verify(chain))).toBe(wanted)
    const portable = verifyPortably(JSON.parse(JSON.stringify(chain.lines)))
    expect("code" in portable ? `${portable.code} ${portable.origin} ${portable.number}` : "whole").toBe(wanted)
  })

  test("by its place in the document, and among lines by its place there", () => {
    const chain = replaced(both, 2, { ...sealedAt(both, 2), line: { ...sealedAt(both, 2).line, id: "x" } })
    expect(Chain.verify(chain)).toMatchObject({
      failure: { code: "chain.digest", path: ["lines", 2], params: { origin: "station-3", number: 2 } },
    })
    expect(Chain.verifyLines(chain.lines.map(({ line }) => line))).toMatchObject({ failure: { path: [2] } })
    expect(Chain.verify({ format: 1, lines: chain.lines.toReversed() })).toMatchObject({
      failure: { path: ["lines", 1] },
    })
  })

  test("copies of a line count as one line, which is open where one of them is", () => {
    const bare = station.lines.map(({ line: only }) => ({ line: only }))
    for (const lines of [
      [...station.lines, ...bare],
      [...bare, ...station.lines, ...bare],
    ]) {
      expect(Chain.verify({ format: 1, lines })).toEqual(Chain.verify(station))
      expect(verifyPortably(JSON.parse(JSON.stringify(lines)))).toEqual(Result.getOrThrow(Chain.verify(station)))
    }
    expect(said(Chain.verify({ format: 1, lines: [...bare, ...bare] }))).toBe("chain.missing station-3 1")
  })

  test("a gap says which line is missing", () => {
    expect(Chain.verify(replaced(station, 1))).toMatchObject({ failure: { params: { number: 3, missing: 2 } } })
  })

  test("a deposited head shows what was cut off or written anew at the end", () => {
    const head = Chain.head(station, "station-3")
    expect(said(Chain.verify(station, [head]))).toBe("whole")
    expect(said(Chain.verify(replaced(station, 2), [head]))).toBe("chain.head station-3 3")
    expect(said(Chain.verify(Chain.of<Note>([]), [head]))).toBe("chain.head station-3 3")
    expect(said(Chain.verify(Chain.of<Note>([]), [Chain.start("station-3")]))).toBe("whole")
    const anew = appended(Chain.of(station.lines.slice(0, 2)), "station-3", note("x", 9, "无"), 8)
    expect(said(Chain.verify(anew))).toBe("whole")
    expect(said(Chain.verify(anew, [head]))).toBe("chain.head station-3 3")
    expect(said(Chain.verify(appended(station, "station-3", note("x", 9, "六盏"), 8), [head]))).toBe("whole")
  })
})

describe("a deletion", () => {
  const less = erased(both, "hall-1", "station-3", 2, 1)

  test("takes person, payload and salt, and nothing else", () => {
    const text = Result.getOrThrow(Chain.text(less))
    expect(text).not.toContain("四盏")
    expect(text).not.toContain(salt(1))
    expect(Chain.entries(less)).toEqual(Chain.entries(both).filter(({ id }) => id !== "s1"))
    expect(less.lines.filter(({ line }) => line.erases === undefined).map(({ line }) => line)).toEqual(
      both.lines.map(({ line }) => line),
    )
  })

  test("is a line that says what, on what ground, by which post and when; the person stands apart", () => {
    const { line, open } = less.lines.find((each) => each.line.erases !== undefined)!
    expect(line).toMatchObject({ origin: "hall-1", number: 2, id: "d1", on: day(9), recordedAt: 1001, post: "档案员" })
    expect(line.erases).toEqual({ origin: "station-3", number: 2, digest: sealedAt(station, 1).line.digest, ground })
    expect(open).toEqual({ salt: salt(1001), person: "p9" })
  })

  test("leaves a chain that verifies, with the heads deposited before", () => {
    expect(said(Chain.verify(less, [Chain.head(both, "station-3"), Chain.head(both, "hall-1")]))).toBe("whole")
  })

  test("can be deleted itself, which takes the person out of it and keeps the record", () => {
    const twice = erased(less, "station-3", "hall-1", 2, 2)
    expect(said(Chain.verify(twice))).toBe("whole")
    expect(twice.lines.find(({ line }) => line.id === "d1")).toMatchObject({ line: { erases: { ground } } })
    expect(Result.getOrThrow(Chain.text(twice)).match(/"p9"/g)).toHaveLength(1)
  })

  test("of what there is not, or of what is deleted, is refused", () => {
    const codes = (chain: Chain.Chain<Note>, origin: string, number: number) => {
      const tried = Chain.erase(chain, "hall-1", deletion(origin, number, 5), salt(5))
      return Result.isFailure(tried) ? tried.failure.map(({ code }) => code) : "deleted"
    }
    expect(codes(both, "station-3", 4)).toEqual(["chain.noLine"])
    expect(codes(both, "station-4", 1)).toEqual(["chain.noLine"])
    expect(codes(less, "station-3", 2)).toEqual(["chain.erasedBefore"])
    expect(Chain.erase(both, "hall-1", deletion("station-3", 2, 5), "short")).toMatchObject({
      failure: [{ code: "digest.saltTooShort" }],
    })
  })

  test("can be recorded by a copy that has not got the payload", () => {
    const bare = replaced(station, 1, { line: sealedAt(station, 1).line })
    expect(said(Chain.verify(bare))).toBe("chain.missing station-3 2")
    expect(said(Chain.verify(erased(bare, "hall-1", "station-3", 2, 1)))).toBe("whole")
  })

  test("of a line written twice under one number closes one after the other", () => {
    const other = appended(Chain.of(station.lines.slice(0, 1)), "station-3", note("x", 1, "零"), 8).lines[1]!
    const once = erased(Chain.of([...station.lines, other]), "hall-1", "station-3", 2, 1)
    const twice = erased(once, "hall-1", "station-3", 2, 2)
    expect([once, twice].map((chain) => chain.lines.filter(({ open }) => open === undefined).length)).toEqual([1, 2])
  })

  test("is carried out in another copy when the two are merged, and only then is that copy in order", () => {
    const raw: Chain.Chain<Note> = {
      format: 1,
      lines: [...both.lines, ...less.lines.filter(({ line }) => line.id === "d1")],
    }
    expect(said(Chain.verify(raw))).toBe("chain.kept station-3 2")
    expect(Chain.merge(both, less)).toEqual(less)
    expect(Chain.merge(less, both)).toEqual(less)
  })

  test("that names a line by another digest is bad", () => {
    const at = less.lines.findIndex(({ line }) => line.id === "d1")
    const { line, open } = less.lines[at]!
    const erases = { ...line.erases!, digest: line.previous }
    const chain = replaced(less, at, { line: forged(line, { erases }), open: open! })
    expect(said(Chain.verify(chain))).toBe("chain.erases hall-1 2")
    expect(Chain.verify(chain)).toMatchObject({ failure: { params: { target: "station-3", place: 2 } } })
  })

  test("of a line that this copy has not got cannot be judged and is left alone", () => {
    const part = Chain.of(less.lines.filter(({ line }) => line.origin === "hall-1"))
    expect(said(Chain.verify(part))).toBe("whole")
  })
})

describe("what a chain shows", () => {
  const corrected = appended(station, "station-3", note("s3", 10, "更正", "s0"), 3)

  test("entries come back as they were written", () => {
    expect(Chain.entries(corrected).find(({ id }) => id === "s3")).toEqual(note("s3", 10, "更正", "s0"))
  })

  test("a deleted correction shows nothing and does not bring back what it corrected", () => {
    const less = erased(corrected, "station-3", "station-3", 4, 1)
    const ids = (chain: Chain.Chain<Note>, knownAt: number) => Chain.known(chain, at(knownAt)).map(({ id }) => id)
    expect(ids(corrected, 10)).toEqual(["s1", "s2", "s3"])
    expect(ids(less, 10)).toEqual(["s1", "s2"])
    expect(ids(less, 9)).toEqual(["s0", "s1", "s2"])
    expect(Chain.entries(less).map(({ id }) => id)).toEqual(["s0", "s1", "s2"])
  })

  test("a deletion uses up no id of an entry", () => {
    const same = { ...deletion("station-3", 1, 1), id: "s2", recordedAt: at(0) }
    const less = Result.getOrThrow(Chain.erase(station, "hall-1", same, salt(5)))
    expect(Chain.known(less, at(9)).map(({ id }) => id)).toEqual(["s1", "s2"])
  })

  test("as of a day, what takes effect later is left out", () => {
    const later = appended(station, "station-3", { ...note("s9", 3, "明日"), on: day(1) }, 4)
    const ids = (on: number) => Chain.asOf(later, { validAt: day(on), knownAt: at(3) }).map(({ id }) => id)
    expect([ids(0), ids(1)]).toEqual([
      ["s0", "s1", "s2"],
      ["s0", "s1", "s2", "s9"],
    ])
  })
})

describe("the stored document", () => {
  const text = Result.getOrThrow(Chain.text(both))

  test("comes back from its text", () => expect(Chain.parse(Notes, text)).toEqual(Result.succeed(both)))

  test("has one text, whatever the order of its lines", () => {
    expect(Chain.text({ format: 1, lines: both.lines.toReversed() })).toEqual(Result.succeed(text))
  })

  test.each([
    ["no JSON", text.slice(1), ["chain.notJson"]],
    ["another format", text.replace('"format":1', '"format":2'), ["document.format"]],
    ["white space", `${text}\n`, ["chain.notCanonical"]],
    ["an escape that need not be", text.replace("井盖", "\\u4e95盖"), ["chain.notCanonical"]],
    ["a payload of another kind", text.replace('"text":"三盏"', '"text":3'), ["document.type"]],
    ["two bad lines", text.replaceAll(/"(三|四)盏"/g, "7"), ["document.type", "document.type"]],
    ["no text", "null", ["document.type"]],
  ])("with %s is refused", (_, bad, codes) => {
    const parsed = Chain.parse(Notes, bad)
    expect(Result.isFailure(parsed) ? parsed.failure.map(({ code }) => code) : []).toEqual(codes)
  })

  test("past the limits is refused, in reading and in writing", () => {
    expect(Chain.parse(Notes, text, { nodes: 10 })).toMatchObject({ failure: [{ code: "document.tooLarge" }] })
    expect(Chain.text(both, { nodes: 10 })).toMatchObject({ failure: [{ code: "canonical.tooLarge" }] })
  })

  test("a deletion line with a payload does not verify", () => {
    const less = erased(both, "hall-1", "station-3", 2, 1)
    const lines = less.lines.map((each) =>
      each.line.erases === undefined ? each : { line: each.line, open: { ...each.open!, payload: { text: "多" } } },
    )
    expect(said(Chain.verify({ format: 1, lines }))).toBe("chain.secret hall-1 2")
  })

  test("takes the schema of any payload", () => {
    expect(Chain.document("Notes", NoteSchema).is(both)).toBe(true)
    expect(Notes.jsonSchema().title).toBe("Notes")
  })
})

describe("the clock of an origin", () => {
  const one = { id: "e1", on: day(0), recordedAt: at(1000), actor: { post: "站长" }, payload: { text: "一" } }
  const first = Result.getOrThrow(Chain.append(Chain.start("station-9"), one, salt(1)))
  const back = { ...one, id: "e2", recordedAt: at(500), supersedes: "e1" }

  test("never runs backwards: what was known at an instant does not change", () => {
    const refused = Chain.append(first.head, back, salt(2))
    expect(Result.isFailure(refused) && refused.failure.map(({ code }) => code)).toEqual(["chain.clock"])
    const { recordedAt: _, ...blind } = first.head
    const { sealed } = Result.getOrThrow(Chain.append(blind, back, salt(2)))
    expect(said(Chain.verify(Chain.of([first.sealed, sealed])))).toBe("chain.clock station-9 2")
    const same = Result.getOrThrow(Chain.append(first.head, { ...back, recordedAt: at(1000) }, salt(2)))
    expect(said(Chain.verify(Chain.of([first.sealed, same.sealed])))).toBe("whole")
  })

  test("of the bad lines the first is told, whatever is wrong with the others", () => {
    const lines = [first.sealed]
    let { head } = first
    for (let count = 2; count < 7; count++) {
      const next = Result.getOrThrow(Chain.append(head, { ...one, id: `e${count}` }, salt(count)))
      head = next.head
      lines.push(next.sealed)
    }
    const last = lines[5]!
    const forged = { ...last, line: { ...last.line, post: "村民" } }
    const bad = [...lines.slice(0, 1), ...lines.slice(2, 5), forged]
    expect(said(Chain.verify(Chain.of(bad)))).toBe("chain.gap station-9 3")
  })
})
