/**
 * How often the interesting region is reached (fc.statistics of `chains`, 10,000 samples): two origins 88 %, a deletion 75 %,
 * more than five lines 53 %, a deletion in another origin's chain 52 %, a deletion that is deleted itself 24 %.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Digest from "../../src/foundation/Digest.js"
import * as Chain from "../../src/process/Chain.js"
import * as Journal from "../../src/process/Journal.js"
import { appended, chains, deletion, erased, Notes, origins, said } from "./chains.js"
import { entry, instants, type Note, shuffled } from "./entries.js"
import { verifyPortably } from "./portableVerifier.js"

type Notebook = Chain.Chain<Note>

const textOf = (chain: Notebook): string => Result.getOrThrow(Chain.text(chain))
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Whether anything notices: the bytes, the reader or the verifier. */
const isFound = (bytes: Uint8Array): boolean => {
  let text: string
  try {
    text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes)
  } catch {
    return true
  }
  const parsed = Chain.parse(Notes, text)
  return Result.isFailure(parsed) || Result.isFailure(Chain.verify(parsed.success))
}

const changed = (bytes: Uint8Array, place: number, byte: number): Uint8Array => {
  const copy = Uint8Array.from(bytes)
  copy[place] = byte
  return copy
}

const portably = (chain: Notebook, heads: ReadonlyArray<Chain.Head> = []): unknown =>
  verifyPortably(JSON.parse(JSON.stringify(chain.lines)), heads)

/** What both verifiers say, in one form. */
const answer = (verified: Result.Result<Chain.Verified, Chain.ChainFault>): unknown => {
  if (Result.isSuccess(verified)) return verified.success
  const { code, params, path } = verified.failure
  const { origin, number } = params
  return path.length === 0 || code === "chain.kept" || code === "chain.missing"
    ? { code, origin, number }
    : { code, origin, number, index: path[1] }
}

describe("a change of one byte", () => {
  it("is found, whichever byte and whatever it becomes", () => {
    fc.assert(
      fc.property(chains, fc.nat(), fc.integer({ min: 1, max: 255 }), (chain, place, by) => {
        const bytes = bytesOf(textOf(chain))
        expect(isFound(bytes)).toBe(false)
        const at = place % bytes.length
        expect(isFound(changed(bytes, at, bytes[at]! ^ by))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })

  it("is found at every byte of a chain with a deletion and a sign that JSON escapes", () => {
    const actor = { post: "站长", person: "p7" }
    const note = (id: string): Journal.Entry<Note> => ({
      ...{ id, on: deletion("", 1, 0).on, recordedAt: deletion("", 1, 0).recordedAt, actor },
      payload: { text: "\u000b灯", worth: 10 },
    })
    const two = appended(appended(Chain.of([]), "hall-1", note("a"), 1), "station-3", note("b"), 2)
    const bytes = bytesOf(textOf(erased(two, "hall-1", "station-3", 1, 3)))
    const unnoticed: Array<string> = []
    for (const [at, byte] of bytes.entries()) {
      for (const by of [1, 32]) {
        if (!isFound(changed(bytes, at, byte ^ by))) unnoticed.push(`${at} ^ ${by}`)
      }
    }
    expect(bytes.length).toBeGreaterThan(1000)
    expect(unnoticed).toEqual([])
  })
})

// What somebody might do who can write to the store: the lines as they stand, some of them tampered with, and some with
// digests made anew to hide it.
type Sealed = Chain.Sealed<Note>
type Tamper = (lines: ReadonlyArray<Sealed>, place: number, other: number) => ReadonlyArray<Sealed>

const resealed = ({ digest: _, ...bare }: Chain.Line): Chain.Line => ({ ...bare, digest: Digest.ofUnsafe(bare) })
const at = (lines: ReadonlyArray<Sealed>, place: number): Sealed => lines[place % lines.length]!
const set = (lines: ReadonlyArray<Sealed>, place: number, by: Sealed): ReadonlyArray<Sealed> =>
  lines.with(place % lines.length, by)
const withLine = (each: Sealed, line: Chain.Line): Sealed =>
  each.open === undefined ? { line } : { line, open: each.open }

const tampers: Readonly<Record<string, Tamper>> = {
  "another day": (lines, place) => {
    const each = at(lines, place)
    return set(lines, place, withLine(each, { ...each.line, recordedAt: deletion("", 1, 77).recordedAt }))
  },
  "another post, sealed anew": (lines, place) => {
    const each = at(lines, place)
    return set(lines, place, withLine(each, resealed({ ...each.line, post: "村民" })))
  },
  "another number, sealed anew": (lines, place, other) => {
    const each = at(lines, place)
    return set(lines, place, withLine(each, resealed({ ...each.line, number: each.line.number + 1 + (other % 3) })))
  },
  "another origin, sealed anew": (lines, place) => {
    const each = at(lines, place)
    return set(lines, place, withLine(each, resealed({ ...each.line, origin: "hall-2" })))
  },
  "another payload": (lines, place) => {
    const each = at(lines, place)
    if (each.open?.payload === undefined) return lines
    return set(lines, place, { line: each.line, open: { ...each.open, payload: { text: "无" } } })
  },
  "the payload of another line": (lines, place, other) => {
    const open = at(lines, other).open
    return open === undefined ? lines : set(lines, place, { line: at(lines, place).line, open })
  },
  "no payload": (lines, place) => set(lines, place, { line: at(lines, place).line }),
  "a line out": (lines, place) => lines.toSpliced(place % lines.length, 1),
  "a line between, sealed anew": (lines, place) => {
    const each = at(lines, place)
    return [...lines, withLine(each, resealed({ ...each.line, id: "slipped" }))]
  },
  "another target of a deletion, sealed anew": (lines, place) => {
    const index = lines.findIndex(({ line }) => line.erases !== undefined)
    const each = lines[index]
    if (each?.line.erases === undefined) return lines
    const digest = at(lines, place).line.secret
    return lines.with(index, withLine(each, resealed({ ...each.line, erases: { ...each.line.erases, digest } })))
  },
}

describe("the portable verifier, written from the text alone", () => {
  const acts = fc.constantFrom(...Object.keys(tampers))

  it("says what the library says of whole chains and their heads", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        const verified = Chain.verify(chain)
        expect(said(verified)).toBe("whole")
        expect(portably(chain)).toEqual(answer(verified))
      }),
    )
  })

  it("names the same first bad line, and with the heads that were deposited every tampering is found", () => {
    fc.assert(
      fc.property(chains, acts, fc.nat(20), fc.nat(20), (chain, act, place, other) => {
        const heads = origins.map((origin) => Chain.head(chain, origin))
        const lines = tampers[act]!(chain.lines, place, other)
        const tampered: Notebook = { format: 1, lines }
        const verified = Chain.verify(tampered, heads)
        expect(portably(tampered, heads)).toEqual(answer(verified))
        expect(Result.isSuccess(verified)).toBe(JSON.stringify(lines) === JSON.stringify(chain.lines))
      }),
      { numRuns: 1000 },
    )
  })

  it("says the same of lines in any order", () => {
    const orders = fc
      .tuple(chains, acts, fc.nat(20), fc.nat(20))
      .map(([chain, act, place, other]) => tampers[act]!(chain.lines, place, other))
      .chain((lines) => fc.tuple(fc.constant(lines), shuffled(lines)))
    fc.assert(
      fc.property(orders, ([lines, others]) => {
        expect(said(Chain.verify({ format: 1, lines: others }))).toBe(said(Chain.verify({ format: 1, lines })))
      }),
      { numRuns: 300 },
    )
  })
})

describe("a chain", () => {
  it("grows, and every chain it was is a part that verifies with its heads", () => {
    fc.assert(
      fc.property(fc.array(entry(20), { minLength: 1, maxLength: 8 }), (drafts) => {
        const entries = drafts.toSorted((a, b) => a.recordedAt - b.recordedAt)
        let chain: Notebook = Chain.of([])
        const heads: Array<Chain.Head> = []
        for (const [index, each] of entries.entries()) {
          chain = appended(chain, "station-3", each, index)
          heads.push(Chain.head(chain, "station-3"))
        }
        expect(said(Chain.verify(chain, heads))).toBe("whole")
        expect(Chain.entries(chain)).toEqual(Journal.of(entries))
        for (const [index, head] of heads.entries()) {
          const part = Chain.of(chain.lines.slice(0, index + 1))
          expect(Result.getOrThrow(Chain.verify(part))).toEqual({ count: index + 1, heads: [head] })
        }
      }),
      { numRuns: 50 },
    )
  })

  it("comes back from its text", () => {
    fc.assert(
      fc.property(chains, (chain) => {
        expect(Result.getOrThrow(Chain.parse(Notes, textOf(chain)))).toEqual(chain)
      }),
    )
  })

  it("verifies after any lawful deletion, which takes one entry and leaves all others", () => {
    fc.assert(
      fc.property(chains, fc.nat(20), fc.constantFrom(...origins), (chain, place, by) => {
        const open = chain.lines.filter((each) => each.open !== undefined)
        const target = open[place % open.length]!
        const less = erased(chain, by, target.line.origin, target.line.number, 50)
        expect(
          said(
            Chain.verify(
              less,
              origins.map((origin) => Chain.head(chain, origin)),
            ),
          ),
        ).toBe("whole")
        expect(less.lines).toHaveLength(chain.lines.length + 1)
        const left = chain.lines.filter(({ line }) => line.digest !== target.line.digest)
        expect(Chain.entries(less)).toEqual(Chain.entries({ format: 1, lines: left }))
        expect(textOf(less)).not.toContain(target.open!.salt)
      }),
    )
  })

  it("shows what a journal of its entries shows, as long as nothing is deleted", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(entry(20), fc.constantFrom(...origins)), { maxLength: 8 }),
        instants,
        (drafts, knownAt) => {
          const chain = drafts.reduce<Notebook>(
            (so, [each, origin], index) => appended(so, origin, each, index),
            Chain.of([]),
          )
          const distinct = new Set(drafts.map(([{ id }]) => id)).size === drafts.length
          if (distinct) expect(Chain.known(chain, knownAt)).toEqual(Journal.known(Chain.entries(chain), knownAt))
        },
      ),
    )
  })
})

describe("merging chains", () => {
  // Copies of one chain, each with some of its lines, some of them without their payloads: three offices out of touch.
  const copies = fc.tuple(chains, fc.infiniteStream(fc.nat(5))).map(([chain, chance]) => {
    const part = (): Notebook =>
      Chain.of(
        chain.lines.flatMap((each) => {
          const luck = chance.next().value ?? 0
          return luck === 0 ? [] : luck === 1 ? [{ line: each.line }] : [each]
        }),
      )
    return { chain, parts: [part(), part(), part()] as const }
  })

  it("is the same in any order, in any grouping and however often", () => {
    fc.assert(
      fc.property(copies, ({ parts: [a, b, c] }) => {
        const merged = Chain.merge(Chain.merge(a, b), c)
        expect(Chain.merge(a, Chain.merge(b, c))).toEqual(merged)
        expect(Chain.merge(c, Chain.merge(b, a))).toEqual(merged)
        expect(Chain.merge(merged, merged)).toEqual(merged)
        expect(Chain.merge(merged, a)).toEqual(merged)
        expect(Chain.merge(merged, Chain.of([]))).toEqual(merged)
      }),
    )
  })

  it("brings back the whole from any copies that have it all between them, and no payload that was deleted", () => {
    fc.assert(
      fc.property(copies, ({ chain, parts: [a, b] }) => {
        expect(Chain.merge(Chain.merge(a, b), chain)).toEqual(chain)
      }),
    )
    fc.assert(
      fc.property(chains, fc.nat(20), (chain, place) => {
        const open = chain.lines.filter((each) => each.open !== undefined)
        const { line } = open[place % open.length]!
        const less = erased(chain, "hall-1", line.origin, line.number, 60)
        expect(Chain.merge(chain, less)).toEqual(less)
      }),
    )
  })

  it("of two offices that went on writing gives both chains whole", () => {
    fc.assert(
      fc.property(chains, entry(20), entry(20), (chain, one, other) => {
        const [hall, station] = [appended(chain, "hall-1", one, 70), appended(chain, "station-3", other, 71)]
        const merged = Chain.merge(hall, station)
        expect(said(Chain.verify(merged, [Chain.head(hall, "hall-1"), Chain.head(station, "station-3")]))).toBe("whole")
      }),
    )
  })

  it("of two devices that wrote under one origin is found to be a fork", () => {
    fc.assert(
      fc.property(chains, entry(20), entry(20), (chain, one, other) => {
        const number = Chain.head(chain, "hall-1").count + 1
        const merged = Chain.merge(appended(chain, "hall-1", one, 80), appended(chain, "hall-1", other, 81))
        expect(said(Chain.verify(merged))).toBe(`chain.fork hall-1 ${number}`)
      }),
    )
  })
})
