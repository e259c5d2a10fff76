import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Finding from "../../src/foundation/Finding.js"
import * as Chain from "../../src/process/Chain.js"
import * as Decider from "../../src/process/Decider.js"
import * as Journal from "../../src/process/Journal.js"
import { type Ask, at, day, type Happened, type Lamp, lamp, turn } from "./lamp.js"

// All of it is made up: see lamp.ts.

const post = { post: "网格员" }
const report: Ask = { does: "report", lamps: 2 }

const command = (id: string, content: Ask, more: Partial<Decider.Command<Ask>> = {}): Decider.Command<Ask> => ({
  ...{ id, on: day(0), recordedAt: at(100), actor: post, content },
  ...more,
})

type Stream = Decider.Stream<Lamp, Ask>

const following = (stream: Stream, ...commands: ReadonlyArray<Decider.Command<Ask>>): Stream =>
  commands.reduce((before, each) => Result.getOrThrow(Decider.handle(lamp, before, each)).stream, stream)

/** What a command comes to: the state after it and the version, "nothing", or the codes of the refusals. */
const outcome = (stream: Stream, each: Decider.Command<Ask>): string => {
  const handled = Decider.handle(lamp, stream, each)
  if (Result.isFailure(handled)) return handled.failure.map(({ code }) => code).join(" ")
  const { entry, stream: next } = handled.success
  if (entry === undefined) return next === stream ? "nothing" : "changed without an entry"
  return `${next.state.stage} ${next.version}`
}

describe("what a command comes to, every state of the matter against every kind of command", () => {
  const empty = Decider.start(lamp)
  const states = {
    "before anything": empty,
    "after one command": following(empty, command("c1", report)),
    "after two": following(empty, command("c1", report), command("c2", { does: "assign", worker: "w1" })),
  }
  const commands = {
    "a lawful one": (stream: Stream) =>
      command(
        "new",
        stream.version === 0 ? report : stream.version === 1 ? { does: "assign", worker: "w2" } : { does: "mend" },
      ),
    "an unlawful one": (_: Stream) => command("new", { does: "check", good: true }),
    "one with several things wrong": (_: Stream) => command("new", { does: "report", lamps: 0 }),
    "a lawful one made for this version": (stream: Stream) => ({
      ...commands["a lawful one"](stream),
      expects: stream.version,
    }),
    "a lawful one made for another version": (stream: Stream) => ({
      ...commands["a lawful one"](stream),
      expects: stream.version + 1,
    }),
    "an unlawful one made for another version": (stream: Stream) => ({
      ...commands["an unlawful one"](stream),
      expects: stream.version + 1,
    }),
    "the first one again": (_: Stream) => command("c1", report),
    "the first one again, later": (_: Stream) => command("c1", report, { recordedAt: at(900) }),
    "the first one again, made for the version it saw": (_: Stream) => command("c1", report, { expects: 0 }),
    "the first one with other content": (_: Stream) => command("c1", { does: "report", lamps: 3 }),
    "the first one for another day": (_: Stream) => command("c1", report, { on: day(1) }),
    "the first one by another post": (_: Stream) => command("c1", report, { actor: { post: "站长" } }),
    "the first one by a person of the post": (_: Stream) => command("c1", report, { actor: { ...post, person: "p7" } }),
    "the first one with other content, made for another version": (_: Stream) =>
      command("c1", { does: "report", lamps: 3 }, { expects: 9 }),
  } as const
  const matrix: Record<keyof typeof commands, Record<keyof typeof states, string>> = {
    "a lawful one": { "before anything": "reported 1", "after one command": "assigned 2", "after two": "mended 3" },
    "an unlawful one": {
      "before anything": "lamp.notMended",
      "after one command": "lamp.notMended",
      "after two": "lamp.notMended",
    },
    "one with several things wrong": {
      "before anything": "lamp.none",
      "after one command": "lamp.notLit lamp.none",
      "after two": "lamp.notLit lamp.none",
    },
    "a lawful one made for this version": {
      "before anything": "reported 1",
      "after one command": "assigned 2",
      "after two": "mended 3",
    },
    "a lawful one made for another version": {
      "before anything": "decider.version",
      "after one command": "decider.version",
      "after two": "decider.version",
    },
    "an unlawful one made for another version": {
      "before anything": "decider.version",
      "after one command": "decider.version",
      "after two": "decider.version",
    },
    "the first one again": { "before anything": "reported 1", "after one command": "nothing", "after two": "nothing" },
    "the first one again, later": {
      "before anything": "reported 1",
      "after one command": "nothing",
      "after two": "nothing",
    },
    "the first one again, made for the version it saw": {
      "before anything": "reported 1",
      "after one command": "nothing",
      "after two": "nothing",
    },
    "the first one with other content": {
      "before anything": "reported 1",
      "after one command": "decider.idTwice",
      "after two": "decider.idTwice",
    },
    "the first one for another day": {
      "before anything": "reported 1",
      "after one command": "decider.idTwice",
      "after two": "decider.idTwice",
    },
    "the first one by another post": {
      "before anything": "reported 1",
      "after one command": "decider.idTwice",
      "after two": "decider.idTwice",
    },
    "the first one by a person of the post": {
      "before anything": "reported 1",
      "after one command": "decider.idTwice",
      "after two": "decider.idTwice",
    },
    "the first one with other content, made for another version": {
      "before anything": "decider.version",
      "after one command": "decider.idTwice",
      "after two": "decider.idTwice",
    },
  }
  for (const [kind, row] of Object.entries(matrix)) {
    test.each(Object.entries(row))(`${kind}, %s`, (state, wanted) => {
      const stream = states[state as keyof typeof states]
      expect(outcome(stream, commands[kind as keyof typeof commands](stream))).toBe(wanted)
    })
  }
})

describe("what is left behind", () => {
  test("an accepted command is an entry under its id, with what was asked and what it came to", () => {
    const each = command("c1", report, { expects: 0, actor: { post: "站长", body: "station-3", person: "p7" } })
    expect(Result.getOrThrow(Decider.handle(lamp, Decider.start(lamp), each)).entry).toEqual({
      id: "c1",
      on: day(0),
      recordedAt: at(100),
      actor: { post: "站长", body: "station-3", person: "p7" },
      payload: { content: report, events: [{ is: "reported", lamps: 2 }], version: 1 },
    })
  })

  test("nothing of a command but what an entry has, whatever else stands in it", () => {
    const stray = { ...command("c1", report), payload: "?", junk: 1 }
    const { entry } = Result.getOrThrow(Decider.handle(lamp, Decider.start(lamp), stray))
    expect(Object.keys(entry!).sort()).toEqual(["actor", "id", "on", "payload", "recordedAt"])
  })

  test("the order of acceptance, which neither the ids nor the instants of one day tell", () => {
    const later = command("a", { does: "assign", worker: "w1" }, { recordedAt: at(50) })
    for (const first of [command("z", report, { recordedAt: at(50) }), command("c1", report, { recordedAt: at(90) })]) {
      const one = Result.getOrThrow(Decider.handle(lamp, Decider.start(lamp), first))
      const two = Result.getOrThrow(Decider.handle(lamp, one.stream, later))
      const journal = Journal.of([one.entry!, two.entry!])
      expect(journal[0]).toBe(two.entry)
      expect(Decider.replay(lamp, journal).state).toEqual(two.stream.state)
    }
  })

  test("a refused command leaves its id free", () => {
    const empty = Decider.start(lamp)
    expect(outcome(empty, command("c1", { does: "mend" }))).toBe("lamp.notAssigned")
    expect(outcome(empty, command("c1", report))).toBe("reported 1")
  })

  test("the keys of a content may stand in any order", () => {
    const stream = following(Decider.start(lamp), command("c1", report))
    expect(outcome(stream, command("c1", { lamps: 2, does: "report" }))).toBe("nothing")
  })

  test("a command that comes to no event is still one turn, and its id is used", () => {
    const silent: Decider.Decider<number, "look", never> = {
      initial: 0,
      decide: () => Result.succeed([]),
      evolve: (state) => state,
    }
    const look = { id: "c1", on: day(0), recordedAt: at(1), actor: post, content: "look" } as const
    const { stream, entry } = Result.getOrThrow(Decider.handle(silent, Decider.start(silent), look))
    expect([stream.state, stream.version, entry?.payload.events]).toEqual([0, 1, []])
    expect(Result.getOrThrow(Decider.handle(silent, stream, look)).entry).toBeUndefined()
  })

  test("of faults, the version says which was expected and which there is", () => {
    const stream = following(Decider.start(lamp), command("c1", report))
    const handled = Decider.handle(lamp, stream, command("c2", { does: "assign", worker: "w1" }, { expects: 0 }))
    expect(handled).toMatchObject({
      failure: [{ code: "decider.version", path: ["expects"], params: { expected: 0, actual: 1 } }],
    })
  })
})

describe("a journal decided anew", () => {
  const asked = (id: string, on: number, recordedAt: number, content: Ask, supersedes?: string) =>
    turn({ id, on: day(on), recordedAt: at(recordedAt), actor: post, content }, supersedes)
  const settle = (...entries: ReadonlyArray<Journal.Entry<Decider.Turn<Ask, Happened>>>) => {
    const settled = Decider.settle(lamp, Journal.of(entries))
    return {
      stage: settled.stream.state.stage,
      kept: settled.journal.map(({ id }) => id).join(" "),
      refused: settled.refused.map(({ entry, reasons }) => `${entry.id}: ${reasons.map(({ code }) => code).join(" ")}`),
    }
  }

  test("two offices report the same lamp: the later report is left out and told", () => {
    expect(settle(asked("hall", 0, 2, report), asked("station", 0, 1, report))).toEqual({
      stage: "reported",
      kept: "station",
      refused: ["hall: lamp.notLit"],
    })
  })

  test("an entry dated before others is decided at its day", () => {
    const [reported, mended] = [asked("a", 0, 1, report), asked("c", 2, 2, { does: "mend" })]
    expect(settle(reported, mended).refused).toEqual(["c: lamp.notAssigned"])
    expect(settle(reported, mended, asked("b", 1, 9, { does: "assign", worker: "w1" }))).toEqual({
      stage: "mended",
      kept: "a b c",
      refused: [],
    })
  })

  test("events are those that the commands come to now, and not those that were recorded", () => {
    const stale = { ...asked("a", 0, 1, report), payload: { content: report, events: [{ is: "mended" } as const] } }
    const settled = Decider.settle(lamp, [stale])
    expect(settled.journal[0]?.payload.events).toEqual([{ is: "reported", lamps: 2 }])
    expect(Decider.replay(lamp, [stale]).state.stage).toBe("mended")
  })

  test("of an id with two contents the one recorded first stands, though the other is dated before it", () => {
    const [first, other] = [asked("a", 1, 1, report), asked("a", 0, 2, { does: "report", lamps: 3 })]
    const settled = Decider.settle(lamp, Journal.of([first, other]))
    expect(settled.stream.state.lamps).toBe(2)
    expect(settled.refused).toMatchObject([{ entry: other, reasons: [{ code: "decider.idTwice" }] }])
  })

  test("the same command recorded by two offices is one command, and nothing to tell", () => {
    expect(settle(asked("a", 0, 1, report), asked("a", 0, 5, report))).toEqual({
      stage: "reported",
      kept: "a",
      refused: [],
    })
  })

  test("what a correction supersedes is as if it had never been", () => {
    const settled = Decider.settle(
      lamp,
      Journal.of([asked("a", 0, 1, report), asked("b", 0, 2, { does: "report", lamps: 3 }, "a")]),
    )
    expect([settled.stream.state.lamps, settled.stream.version]).toEqual([3, 1])
    expect(settled.journal.map(({ supersedes }) => supersedes)).toEqual(["a"])
  })

  test("a correction that is refused corrects nothing", () => {
    expect(settle(asked("a", 0, 1, report), asked("b", 0, 2, { does: "report", lamps: 0 }, "a"))).toEqual({
      stage: "reported",
      kept: "a",
      refused: ["b: lamp.none"],
    })
  })

  test("a correction refused because of another that falls has a second trial", () => {
    // b corrects a and is refused, which brings a back; d corrects c and only stands where a does.
    const settled = settle(
      asked("a", 0, 1, report),
      asked("b", 0, 2, { does: "report", lamps: 0 }, "a"),
      asked("c", 1, 3, { does: "assign", worker: "w1" }),
      asked("d", 1, 4, { does: "assign", worker: "w2" }, "c"),
    )
    expect(settled).toEqual({ stage: "assigned", kept: "a d", refused: ["b: lamp.none"] })
  })

  test("what no longer stands is an error under the id of the command, with the codes of all reasons", () => {
    const settled = Decider.settle(
      lamp,
      Journal.of([asked("a", 0, 1, report), asked("b", 0, 2, { does: "report", lamps: 0 })]),
    )
    expect(Decider.findings(settled)).toEqual([
      Finding.of("must", {
        code: "decider.refused",
        subject: "b",
        params: { id: "b", codes: "lamp.none、lamp.notLit" },
      }),
    ])
  })
})

describe("a matter at a coordinate", () => {
  const asked = (id: string, on: number, recordedAt: number, content: Ask, supersedes?: string) =>
    turn({ id, on: day(on), recordedAt: at(recordedAt), actor: post, content }, supersedes)
  const journal = Journal.of([
    asked("a", 0, 1, report),
    asked("b", 2, 5, { does: "report", lamps: 3 }, "a"), // It was two days later, and three lamps.
  ])
  const lamps = (on: number, knownAt: number) =>
    Decider.asOf(lamp, journal, { validAt: day(on), knownAt: at(knownAt) }).state.lamps

  test("a correction to a later day takes the entry out of the earlier one", () => {
    expect([lamps(0, 4), lamps(0, 5), lamps(1, 5), lamps(2, 5)]).toEqual([2, 0, 0, 3])
  })

  test("nothing recorded yet is the beginning", () => expect(lamps(9, 0)).toBe(0))
})

describe("reading from a journal", () => {
  test("an id counts once", () => {
    const entry = turn(command("c1", report))
    const stream = Decider.replay(lamp, [entry, entry])
    expect([stream.version, stream.state.lamps, HashMap.size(stream.answered)]).toEqual([1, 2, 1])
  })

  test("goes on from where a stream stands and leaves that as it was", () => {
    const first = Decider.replay(lamp, [turn(command("c1", report))])
    const next = Decider.replay(lamp, [turn(command("c2", { does: "assign", worker: "w1" }))], first)
    expect([first.version, HashMap.size(first.answered)]).toEqual([1, 1])
    expect([next.version, next.state.stage, HashMap.size(next.answered)]).toEqual([2, "assigned", 2])
  })

  test("events see no correction, whichever way they come about", () => {
    const seen: Array<string | undefined> = []
    const spy: Decider.Decider<number, Ask, Happened> = {
      initial: 0,
      decide: () => Result.succeed([{ is: "mended" }]),
      evolve: (state, { supersedes }) => {
        seen.push(supersedes)
        return state
      },
    }
    const corrected = turn(command("b", { does: "mend" }), "a")
    Decider.replay(spy, [corrected])
    Decider.settle(spy, [corrected])
    expect(seen).toEqual([undefined, undefined])
  })
})

describe("what was deleted (M2: a deletion joined with a decider)", () => {
  const seal = (head: Chain.Head, entry: Journal.Entry<Decider.Turn<Ask, Happened>>, count: number) =>
    Result.getOrThrow(Chain.append(head, entry, `salt-${String(count).padStart(16, "0")}`))

  test("a command that was deleted is not accepted again, and the others keep their order and versions", () => {
    const accepted: Array<Journal.Entry<Decider.Turn<Ask, Happened>>> = []
    let stream = Decider.start(lamp)
    let head = Chain.start("hall-1")
    const lines: Array<Chain.Sealed<Decider.Turn<Ask, Happened>>> = []
    const asks: ReadonlyArray<Ask> = [report, { does: "assign", worker: "w1" }, { does: "mend" }]
    for (const [index, each] of asks.entries()) {
      const handled = Result.getOrThrow(Decider.handle(lamp, stream, command(`z${9 - index}`, each)))
      stream = handled.stream
      accepted.push(handled.entry!)
      const appended = seal(head, handled.entry!, index)
      head = appended.head
      lines.push(appended.sealed)
    }
    const ground = { title: "示例办法", article: 9, standing: "transcription" } as const
    const deletion = { id: "d1", on: day(1), recordedAt: at(200), actor: post, origin: "hall-1", number: 2, ground }
    const chain = Result.getOrThrow(Chain.erase(Chain.of(lines), "hall-1", deletion, "salt-of-the-deletion"))
    expect(Chain.erasedIds(chain)).toEqual(["z8"])
    const from = Decider.erased(Decider.start(lamp), Chain.erasedIds(chain))
    const read = Decider.replay(lamp, Chain.entries(chain), from)
    expect([read.version, read.state.lamps, read.state.mends]).toEqual([3, 2, 1])
    expect(outcome(read, command("z8", asks[1]!))).toBe("decider.erased")
    expect(outcome(read, command("z9", report))).toBe("nothing")
    expect(outcome(read, command("new", { does: "check", good: true }))).toBe("lit 4")
  })
})

describe("the journal of a matter that was settled", () => {
  test("put together once more with one that it was made of has nothing to tell, and settles as before", () => {
    const hall = [turn(command("h1", report)), turn(command("h2", { does: "mend" }, { recordedAt: at(400) }))]
    const station = [turn(command("s1", { does: "assign", worker: "w1" }, { recordedAt: at(200) }))]
    const numbered = hall.map((entry, index) => ({ ...entry, payload: { ...entry.payload, version: index + 1 } }))
    const settled = Decider.settle(lamp, Journal.merge(numbered, station))
    expect(settled.journal.map(({ id, payload }) => [id, payload.version])).toEqual([
      ["h1", 1],
      ["s1", 2],
      ["h2", 3],
    ])
    const again = Journal.merge(settled.journal, numbered)
    expect(Journal.conflicts(again)).toEqual([])
    expect(Decider.settle(lamp, again).stream.state).toEqual(settled.stream.state)
    expect(Decider.settle(lamp, again).refused).toEqual([])
  })
})
