/**
 * How often the interesting region is reached. Of 10,000 samples of `turns`: a command falls 71 %, an id with two contents
 * 53 %, a correction falls 53 %, a correction stands 29 %, more than two commands stand 17 %, nothing of it 12 %.
 * In one run of the model, 300 times: asked and accepted 776, refused 94, for another version 490; sent again 956; altered
 * 913; tried again after a refusal 945, of which accepted 32; arrived late 1047, of which accepted 122, a repetition 115,
 * for another version 249; interrupted 991.
 */
import * as HashMap from "effect/HashMap"
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as Canonical from "../../src/foundation/Canonical.js"
import * as Decider from "../../src/process/Decider.js"
import * as Journal from "../../src/process/Journal.js"
import { days, instants, shuffled } from "./entries.js"
import { type Ask, actors, asks, at, day, type Happened, initial, type Lamp, lamp, rounds, turn } from "./lamp.js"

type Stream = Decider.Stream<Lamp, Ask>
type Turned = Journal.Entry<Decider.Turn<Ask, Happened>>

const plain = ({ state, version, answered }: Stream): unknown => ({
  state,
  version,
  answered: HashMap.toEntries(answered).sort(([a], [b]) => (a < b ? -1 : 1)),
})

const eventsOf = ({ payload, ...envelope }: Turned): ReadonlyArray<Journal.Entry<Happened>> =>
  payload.events.map((event) => ({ ...envelope, payload: event }))

/** When a command came, and under which id: in the order of days and instants, where nothing else is said. */
type Coming = Pick<Decider.Command<Ask>, "id" | "on" | "recordedAt">

const orderly = (_: Ask, index: number): Coming => ({
  id: `c${index}`,
  on: day(Math.floor(index / 3)),
  recordedAt: at(index),
})

/** Commands as they come, the stream after each, and what was recorded. */
const lived = (
  contents: ReadonlyArray<Ask>,
  comings: ReadonlyArray<Coming> = contents.map(orderly),
): { readonly streams: ReadonlyArray<Stream>; readonly entries: ReadonlyArray<Turned> } => {
  const streams = [Decider.start(lamp)]
  const entries: Array<Turned> = []
  for (const [index, content] of contents.entries()) {
    const command = { ...comings[index]!, actor: { post: "站长" }, content }
    const handled = Decider.handle(lamp, streams.at(-1)!, command)
    if (Result.isFailure(handled)) continue
    streams.push(handled.success.stream)
    entries.push(handled.success.entry!)
  }
  return { streams, entries }
}

// Commands of a day or two and a few instants, with ids in any order, so that no journal tells how they were accepted.
const crowded = rounds(20).chain((contents) =>
  fc.record({
    contents: fc.constant(contents),
    ids: shuffled(contents.map((_, index) => `c${String(index).padStart(2, "0")}`)),
    times: fc.array(fc.record({ on: fc.constantFrom(day(0), day(1)), recordedAt: fc.nat(2).map(at) }), {
      minLength: contents.length,
      maxLength: contents.length,
    }),
  }),
)

describe("reading from a journal", () => {
  it("gives the matter that handling gave, and at every prefix what it was then, whatever the days, instants and ids", () => {
    fc.assert(
      fc.property(crowded, ({ contents, ids, times }) => {
        const comings = times.map((time, index) => ({ id: ids[index]!, ...time }))
        const { streams, entries } = lived(contents, comings)
        for (const [count, stream] of streams.entries()) {
          expect(plain(Decider.replay(lamp, Journal.of(entries.slice(0, count))))).toEqual(plain(stream))
        }
      }),
    )
  })

  it("of turns with no versions, and of two streams, takes them as they are given", () => {
    fc.assert(
      fc.property(crowded, fc.constantFrom("none", "twice", "gap"), fc.nat(20), ({ contents }, how, place) => {
        const { entries } = lived(contents)
        fc.pre(entries.length > 2)
        const at = 1 + (place % (entries.length - 2))
        const versions = {
          none: (_: number, index: number) => (index === at ? undefined : index + 1),
          twice: (_: number, index: number) => (index < at ? index + 1 : index),
          gap: (_: number, index: number) => (index < at ? index + 1 : index + 2),
        }[how]
        const turned = entries.toReversed().map(({ payload: { content, events }, ...entry }, index) => {
          const version = versions(0, entries.length - 1 - index)
          return { ...entry, payload: { content, events, ...(version === undefined ? {} : { version }) } }
        })
        expect(plain(Decider.replay(lamp, turned))).toEqual(
          plain(
            Decider.replay(
              lamp,
              turned.map(({ payload: { content, events }, ...entry }) => ({ ...entry, payload: { content, events } })),
            ),
          ),
        )
      }),
    )
  })

  it("can be broken off anywhere and taken up again", () => {
    fc.assert(
      fc.property(rounds(20), fc.nat(20), (contents, cut) => {
        const { entries } = lived(contents)
        const half = Decider.replay(lamp, entries.slice(0, cut))
        expect(plain(Decider.replay(lamp, entries.slice(cut), half))).toEqual(plain(Decider.replay(lamp, entries)))
      }),
    )
  })

  it("gives the state that folding the events gives", () => {
    fc.assert(
      fc.property(rounds(20), (contents) => {
        const { entries } = lived(contents)
        expect(Decider.fold(lamp, entries.flatMap(eventsOf))).toEqual(Decider.replay(lamp, entries).state)
      }),
    )
  })
})

// Commands with times and ids of their own, lawful or not, some of them corrections: what two offices may bring together.
const turns: fc.Arbitrary<ReadonlyArray<Turned>> = rounds(10).chain((contents) =>
  fc
    .tuple(
      ...contents.map((content, index) =>
        fc.record({
          id: fc.oneof(
            { weight: 4, arbitrary: fc.constant(`c${index}`) },
            { weight: 1, arbitrary: fc.constantFrom("c0", "c1") },
          ),
          on: fc.oneof({ weight: 3, arbitrary: fc.constant(day(index)) }, { weight: 1, arbitrary: days }),
          recordedAt: fc.oneof({ weight: 3, arbitrary: fc.constant(at(index)) }, { weight: 1, arbitrary: instants }),
          actor: fc.constantFrom({ post: "站长" }, { post: "电工" }),
          content: fc.oneof({ weight: 5, arbitrary: fc.constant(content) }, { weight: 1, arbitrary: asks }),
          supersedes: fc.constantFrom(null, null, null, null, null, "c0", "c1", "c2"),
        }),
      ),
    )
    .map((drafts) => drafts.map(({ supersedes, ...command }) => turn(command, supersedes ?? undefined))),
)

const text = (value: unknown): string => Canonical.textUnsafe(value)

/** The definition, done with nothing but lists: every round from the beginning, until no correction falls. */
const slowSettle = (entries: ReadonlyArray<Turned>) => {
  const all = [...new Map(entries.map((each) => [text(each), each])).values()].sort((a, b) =>
    a.on !== b.on
      ? a.on < b.on
        ? -1
        : 1
      : a.recordedAt - b.recordedAt || (a.id !== b.id ? (a.id < b.id ? -1 : 1) : text(a) < text(b) ? -1 : 1),
  )
  const rivals = (each: Turned) => all.filter(({ id }) => id === each.id)
  const earliest = (each: Turned) => Math.min(...rivals(each).map(({ recordedAt }) => recordedAt))
  const standing = all.filter((each) => rivals(each).find(({ recordedAt }) => recordedAt === earliest(each)) === each)
  const asked = ({ on, actor, payload }: Turned) => text([on, actor, payload.content])
  const refused: Array<string> = all
    .filter((each) => !standing.includes(each) && asked(each) !== asked(standing.find(({ id }) => id === each.id)!))
    .map((each) => `${text(each)} decider.idTwice`)
  const fallen: Array<Turned> = []
  for (;;) {
    const there = standing.filter((each) => !fallen.includes(each))
    const live = there.filter(({ id }) => !there.some(({ supersedes }) => supersedes === id))
    let state = initial
    const kept: Array<string> = []
    const out: Array<readonly [Turned, string]> = []
    for (const each of live) {
      const { payload, ...envelope } = each
      const decided = lamp.decide(state, { ...envelope, content: payload.content })
      if (Result.isFailure(decided)) out.push([each, decided.failure.map(({ code }) => code).join(" ")])
      else {
        kept.push(each.id)
        for (const event of decided.success) state = lamp.evolve(state, { ...envelope, payload: event })
      }
    }
    const correction = out.find(([{ supersedes }]) => supersedes !== undefined)
    const told = (correction === undefined ? out : [correction]).map(([each, codes]) => `${text(each)} ${codes}`)
    refused.push(...told)
    if (correction === undefined) return { state, kept, refused: refused.sort() }
    fallen.push(correction[0])
  }
}

describe("deciding anew", () => {
  it("gives what the definition gives", () => {
    fc.assert(
      fc.property(turns, (entries) => {
        const settled = Decider.settle(lamp, Journal.of(entries))
        const refused = settled.refused.map(
          ({ entry, reasons }) => `${text(entry)} ${reasons.map(({ code }) => code).join(" ")}`,
        )
        expect({
          state: settled.stream.state,
          kept: settled.journal.map(({ id }) => id),
          refused: [...refused].sort(),
        }).toEqual(slowSettle(entries))
        expect(settled.refused.map(({ entry }) => entry)).toEqual(Journal.of(settled.refused.map(({ entry }) => entry)))
      }),
      { numRuns: 500 },
    )
  })

  it("does not depend on which office wrote what, nor on the order of arrival", () => {
    const parted = turns.chain((entries) => fc.tuple(fc.constant(entries), shuffled(entries), fc.nat(10)))
    fc.assert(
      fc.property(parted, ([entries, other, cut]) => {
        const [one, two] = [Journal.of(other.slice(0, cut)), Journal.of(other.slice(cut))]
        const settled = Decider.settle(lamp, Journal.merge(two, Journal.merge(one, two)))
        const wanted = Decider.settle(lamp, Journal.of(entries))
        expect({ ...settled, stream: plain(settled.stream) }).toEqual({ ...wanted, stream: plain(wanted.stream) })
      }),
    )
  })

  it("of what was recorded for one day at one instant changes nothing, whatever the ids", () => {
    fc.assert(
      fc.property(crowded, ({ contents, ids }) => {
        const comings = ids.map((id) => ({ id, on: day(0), recordedAt: at(0) }))
        const { streams, entries } = lived(contents, comings)
        const { stream, journal, refused } = Decider.settle(lamp, Journal.of(entries))
        expect([plain(stream), journal, refused]).toEqual([plain(streams.at(-1)!), entries, []])
      }),
    )
  })

  it("of what was recorded in order changes nothing", () => {
    fc.assert(
      fc.property(rounds(20), (contents) => {
        const { streams, entries } = lived(contents)
        const { stream, journal, refused } = Decider.settle(lamp, entries)
        expect([plain(stream), journal, refused]).toEqual([plain(streams.at(-1)!), entries, []])
      }),
    )
  })

  it("leaves a journal that reads as it was decided, and in which nothing more falls", () => {
    fc.assert(
      fc.property(turns, (entries) => {
        const settled = Decider.settle(lamp, Journal.of(entries))
        expect(plain(Decider.replay(lamp, settled.journal))).toEqual(plain(settled.stream))
        const again = Decider.settle(lamp, settled.journal)
        expect([plain(again.stream), again.journal, again.refused]).toEqual([
          plain(settled.stream),
          settled.journal,
          [],
        ])
      }),
    )
  })
})

describe("a matter at a coordinate", () => {
  it("is what deciding anew gives of what was recorded by then, up to the day", () => {
    fc.assert(
      fc.property(turns, instants, days, (entries, knownAt, validAt) => {
        const recorded = entries.filter(({ recordedAt }) => recordedAt <= knownAt)
        const { journal } = Decider.settle(lamp, Journal.of(recorded))
        const { kept } = slowSettle(recorded)
        const stream = Decider.asOf(lamp, Journal.of(entries), { validAt, knownAt })
        const there = journal.filter(({ on }) => on <= validAt).map(({ id }) => id)
        expect(
          HashMap.toEntries(stream.answered)
            .map(([id]) => id)
            .sort(),
        ).toEqual([...there].sort())
        expect(stream.version).toBe(kept.indexOf(there.at(-1) ?? "") + 1)
      }),
    )
  })

  it("is never changed by what is recorded later, whatever it corrects or contests", () => {
    fc.assert(
      fc.property(turns, turns, instants, days, (entries, more, knownAt, validAt) => {
        const later = more.map((each) => ({ ...each, recordedAt: at(each.recordedAt + knownAt + 1) }))
        const coordinate = { validAt, knownAt }
        expect(plain(Decider.asOf(lamp, Journal.of([...entries, ...later]), coordinate))).toEqual(
          plain(Decider.asOf(lamp, Journal.of(entries), coordinate)),
        )
      }),
    )
  })
})

/** The obvious model: a list of what was accepted, searched and folded from its beginning each time. */
interface Model {
  clock: number
  readonly accepted: Array<Decider.Command<Ask>>
  readonly refused: Array<Decider.Command<Ask>>
  readonly underway: Array<Decider.Command<Ask>>
}

interface Real {
  stream: Stream
  journal: ReadonlyArray<Turned>
}

const met = new Map<string, number>()

const stateOf = ({ accepted }: Model): Lamp => {
  let state = initial
  for (const command of accepted) {
    const decided = lamp.decide(state, command)
    if (Result.isFailure(decided)) throw new Error("the model accepted what it refuses")
    const { id, on, recordedAt, actor } = command
    for (const payload of decided.success) state = lamp.evolve(state, { id, on, recordedAt, actor, payload })
  }
  return state
}

const predicted = (model: Model, command: Decider.Command<Ask>): string => {
  const before = model.accepted.find(({ id }) => id === command.id)
  const same = (other: Decider.Command<Ask>) => text([other.on, other.actor, other.content])
  if (before !== undefined) return same(before) === same(command) ? "nothing" : "decider.idTwice"
  if (command.expects !== undefined && command.expects !== model.accepted.length) return "decider.version"
  const decided = lamp.decide(stateOf(model), command)
  return Result.isFailure(decided) ? decided.failure.map(({ code }) => code).join(" ") : "accepted"
}

const send = (model: Model, real: Real, command: Decider.Command<Ask>, how: string): void => {
  const wanted = predicted(model, command)
  const before = plain(real.stream)
  const handled = Decider.handle(lamp, real.stream, command)
  const kind = wanted.startsWith("lamp.") ? "refused" : wanted
  met.set(`${how}: ${kind}`, (met.get(`${how}: ${kind}`) ?? 0) + 1)
  if (Result.isFailure(handled)) {
    expect(handled.failure.map(({ code }) => code).join(" ")).toBe(wanted)
    expect(plain(real.stream)).toEqual(before)
    if (wanted !== "decider.idTwice") model.refused.push(command)
    return
  }
  expect(handled.success.entry === undefined ? "nothing" : "accepted").toBe(wanted)
  real.stream = handled.success.stream
  if (wanted === "accepted") {
    model.accepted.push(command)
    real.journal = Journal.add(real.journal, handled.success.entry!)
  }
  expect(real.stream.state).toEqual(stateOf(model))
  expect(real.stream.version).toBe(model.accepted.length)
}

const drafted = (
  model: Model,
  content: Ask,
  actor: Decider.Command<Ask>["actor"],
  id: string,
): Decider.Command<Ask> => {
  const clock = model.clock++
  return { id, on: day(0), recordedAt: at(clock), actor, content }
}

type Step = fc.Command<Model, Real>

const step = (name: string, check: (model: Model) => boolean, run: (model: Model, real: Real) => void): Step => ({
  check: (model) => check(model),
  run,
  toString: () => name,
})

const always = (): boolean => true
const pick = <A>(list: ReadonlyArray<A>, place: number): A => list[place % list.length]!
const again = (model: Model, command: Decider.Command<Ask>): Decider.Command<Ask> => ({
  ...command,
  recordedAt: at(model.clock++),
})

const steps = [
  fc.tuple(rounds(1), actors, fc.constantFrom("free", "right", "wrong")).map(([[content], actor, version]) =>
    step(`ask ${content?.does} ${version}`, always, (model, real) => {
      const next: ReadonlyArray<Ask> = [
        { does: "report", lamps: 2 },
        { does: "assign", worker: "w1" },
        { does: "mend" },
        { does: "check", good: true },
      ]
      const likely = next[["lit", "reported", "assigned", "mended"].indexOf(stateOf(model).stage)]!
      const expects = {
        free: {},
        right: { expects: model.accepted.length },
        wrong: { expects: model.accepted.length + 1 },
      }[version]
      send(
        model,
        real,
        { ...drafted(model, content?.does === "report" ? likely : content!, actor, `a${model.clock}`), ...expects },
        "ask",
      )
    }),
  ),
  fc.nat(20).map((place) =>
    step(
      `resend ${place}`,
      ({ accepted }) => accepted.length > 0,
      (model, real) => send(model, real, again(model, pick(model.accepted, place)), "resend"),
    ),
  ),
  fc.tuple(fc.nat(20), fc.constantFrom("content", "day", "actor")).map(([place, what]) =>
    step(
      `alter ${what} of ${place}`,
      ({ accepted }) => accepted.length > 0,
      (model, real) => {
        const command = again(model, pick(model.accepted, place))
        const altered = {
          content: { ...command, content: { does: "report", lamps: 9 } as const },
          day: { ...command, on: day(4) },
          actor: { ...command, actor: { post: "村民" } },
        }[what]
        send(model, real, altered!, "alter")
      },
    ),
  ),
  fc.nat(20).map((place) =>
    step(
      `retry ${place}`,
      ({ refused }) => refused.length > 0,
      (model, real) => send(model, real, again(model, pick(model.refused, place)), "retry"),
    ),
  ),
  // Written now and sent, but on its way: it arrives later, after others, and may arrive more than once.
  fc.tuple(asks, actors).map(([content, actor]) =>
    step(`draft ${content.does}`, always, (model) => {
      model.underway.push({ ...drafted(model, content, actor, `d${model.clock}`), expects: model.accepted.length })
    }),
  ),
  fc.tuple(fc.nat(20), fc.boolean()).map(([place, free]) =>
    step(
      `arrival ${place}`,
      ({ underway }) => underway.length > 0,
      (model, real) => {
        const { expects, ...command } = again(model, pick(model.underway, place))
        send(model, real, free || expects === undefined ? command : { ...command, expects }, "arrival")
      },
    ),
  ),
  // The program stops: all that is left is what was written down, in whatever order it is read.
  fc.nat(20).map((place) =>
    step("interruption", always, (model, real) => {
      const before = plain(real.stream)
      const turned = [...real.journal.slice(place % 7), ...real.journal.slice(0, place % 7)]
      real.stream = Decider.replay(lamp, Journal.of(turned))
      expect(plain(real.stream)).toEqual(before)
      expect(plain(Decider.settle(lamp, turned).stream)).toEqual(before)
      met.set("interruption", (met.get("interruption") ?? 0) + (model.accepted.length > 0 ? 1 : 0))
    }),
  ),
]

describe("a matter under duplicates, reordering and interruption", () => {
  it("is what the list of accepted commands says", () => {
    fc.assert(
      fc.property(fc.commands(steps, { maxCommands: 60, size: "max" }), (commands) => {
        const setup = () => ({
          model: { clock: 0, accepted: [], refused: [], underway: [] } as Model,
          real: { stream: Decider.start(lamp), journal: [] } as Real,
        })
        fc.modelRun(setup, commands)
      }),
      { numRuns: 300 },
    )
    const wanted = [
      "ask: accepted",
      "ask: refused",
      "ask: decider.version",
      "resend: nothing",
      "alter: decider.idTwice",
    ]
    const late = [
      "retry: accepted",
      "retry: refused",
      "arrival: accepted",
      "arrival: nothing",
      "arrival: decider.version",
    ]
    for (const each of [...wanted, ...late, "interruption"]) expect(met.get(each) ?? 0, each).toBeGreaterThan(0)
  })
})
