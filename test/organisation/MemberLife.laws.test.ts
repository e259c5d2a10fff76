/**
 * The decider of a life against a model of its own. In 300 runs of up to 100 commands over three persons about 5,000 steps
 * go through (550 with findings beside them), 7,800 are refused for 50 different reasons, 460 commands come twice and
 * 490 ids are used again for something else; every event happens, the rarest about ten times, and every way out is taken.
 * Of 200 sets of two or three journals written apart 175 have something of each office; 1,200 commands stand when they are
 * decided anew, 530 are refused, and in 90 sets the person is a member in the end.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as Finding from "../../src/foundation/Finding.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import * as MemberLife from "../../src/organisation/MemberLife.js"
import type * as MemberRecord from "../../src/organisation/MemberRecord.js"
import * as Roll from "../../src/organisation/Roll.js"
import { rules } from "../../src/presets/MemberRules.js"
import * as Decider from "../../src/process/Decider.js"
import { memberSteps } from "./memberArbitrary.js"
import { at, command, life, live, ways } from "./memberBooks.js"
import * as Model from "./memberModel.js"
import * as Offices from "./offices.js"

const START = CivilDate.dayNumber(CivilDate.parseUnsafe("2024-04-01"))
const ever = at(Number.MAX_SAFE_INTEGER)
const PERSONS = ["p1", "p2", "p3"] as const
const special: ReadonlyArray<Finding.Approval> = [{ id: "special", code: "memberLife.lateApproval" }]

interface World {
  readonly model: Readonly<Record<string, ReturnType<typeof Model.person>>>
}

interface Real {
  readonly streams: Record<string, Decider.Stream<MemberRecord.Life, MemberRecord.Content>>
  readonly sent: Array<{ readonly person: string; readonly asked: Decider.Command<MemberRecord.Content> }>
  clock: number
}

const seen = { accepted: 0, found: 0, refused: 0, repeated: 0, clash: 0 }
const happened = new Map<string, number>()
const codes = new Set<string>()
const exits = new Set<string>()

type Make = (on: CivilDate.CivilDate, life: MemberRecord.Life) => MemberRecord.Step

class Ask implements fc.Command<World, Real> {
  readonly person: (typeof PERSONS)[number]
  readonly jump: number
  readonly make: Make
  readonly special: boolean

  constructor(person: (typeof PERSONS)[number], jump: number, make: Make, isSpecial: boolean) {
    this.person = person
    this.jump = jump
    this.make = make
    this.special = isSpecial
  }

  check = () => true

  run({ model }: World, real: Real): void {
    const stream = real.streams[this.person]!
    real.clock = Math.max(START, real.clock + this.jump)
    const on = CivilDate.ofDayNumberUnsafe(real.clock)
    const step = this.make(on, stream.state)
    const id = `c${real.sent.length}`
    const asked = command(id, { on, step, ...(this.special ? { approvals: special } : {}) }, real.sent.length)
    real.sent.push({ person: this.person, asked })
    const who = model[this.person]!
    const expected = Model.attempt(who, on, step, this.special)
    const handled = Decider.handle(life, stream, asked)
    if (Result.isFailure(handled)) {
      expect(handled.failure.map(({ code }) => code.slice(11)).sort()).toEqual([...expected.no].sort())
      for (const code of expected.no) codes.add(code)
      seen.refused++
    } else {
      expect(expected.no).toEqual([])
      const [only] = handled.success.entry!.payload.events
      expect((only?.findings ?? []).map(({ code }) => code.slice(11)).sort()).toEqual([...expected.but].sort())
      for (const code of expected.but) codes.add(code)
      happened.set(only!.event.is, (happened.get(only!.event.is) ?? 0) + 1)
      if (only!.event.is === "left") exits.add(only!.event.exit)
      seen.accepted++
      seen.found += expected.but.length
      real.streams[this.person] = handled.success.stream
    }
    const { state } = real.streams[this.person]!
    expect({
      stage: state.stage,
      admittedOn: state.admittedOn ?? "",
      until: state.stage === "full" ? "" : (state.probationUntil ?? ""),
      fullFrom: state.fullFrom ?? "",
      extensions: state.extensions,
      rests: MemberLife.restriction(state),
      away: state.away !== undefined,
      lost: state.lost?.lastContact ?? "",
      waits: state.pending?.matter.is ?? "",
      exits: state.ended.map(({ exit }) => exit),
    }).toEqual({
      stage: who.stage,
      admittedOn: who.admittedOn,
      until: who.stage === "full" ? "" : who.until,
      fullFrom: who.fullFrom,
      extensions: who.extensions,
      rests: Model.rests(who),
      away: who.away,
      lost: who.lost,
      waits: who.waits?.matter.is ?? "",
      exits: who.exits.map(({ how }) => how),
    })
  }

  toString = () => `${this.person} ${this.jump}`
}

/** A command that was sent before comes again: nothing happens, or, with another content, it is refused. */
class Again implements fc.Command<World, Real> {
  readonly place: number
  readonly other: boolean

  constructor(place: number, other: boolean) {
    this.place = place
    this.other = other
  }

  check = () => true

  run(_: World, real: Real): void {
    const before = real.sent[this.place % Math.max(1, real.sent.length)]
    if (before === undefined) return
    const stream = real.streams[before.person]!
    const wasAccepted = Result.isSuccess(Decider.handle(life, stream, before.asked))
    if (!wasAccepted) return
    const asked = this.other ? { ...before.asked, content: { step: { is: "contact" } as const } } : before.asked
    const handled = Decider.handle(life, stream, asked)
    if (this.other && before.asked.content.step.is !== "contact") {
      const known = Result.isFailure(handled) && handled.failure.some(({ code }) => code === "decider.idTwice")
      if (known) seen.clash++
      return
    }
    if (Result.isSuccess(handled) && handled.success.entry === undefined) {
      expect(handled.success.stream).toBe(stream)
      seen.repeated++
    }
  }

  toString = () => `again ${this.place}`
}

const ask = fc
  .tuple(
    fc.constantFrom(...PERSONS),
    fc.oneof(
      { weight: 6, arbitrary: fc.integer({ min: 0, max: 40 }) },
      { weight: 3, arbitrary: fc.constantFrom(90, 181, 182, 183, 184, 365, 366, 730, 1826) },
      { weight: 1, arbitrary: fc.integer({ min: -60, max: -1 }) },
    ),
    memberSteps,
    fc.boolean(),
  )
  .map(([person, jump, make, isSpecial]) => new Ask(person, jump, make, isSpecial))
const again = fc.tuple(fc.nat(200), fc.boolean()).map(([place, other]) => new Again(place, other))

const commands = fc.commands([ask, ask, ask, ask, ask, ask, again], { maxCommands: 100, size: "max" })

/** p1 begins as nobody, p2 as a full member, p3 as a probationary one, on record with the library and with the model. */
const setup = () => {
  const model = Object.fromEntries(PERSONS.map((id) => [id, Model.person()]))
  const streams = Object.fromEntries(PERSONS.map((id) => [id, Decider.start(life)]))
  for (const [person, way] of [
    ["p2", ways.full],
    ["p3", ways.probationary],
  ] as const) {
    const { on, step } = way[0]!
    Model.attempt(model[person]!, on, step, false)
    const handled = Decider.handle(life, streams[person]!, command<MemberRecord.Step>(person, { on, step }))
    streams[person] = Result.getOrThrow(handled).stream
  }
  return { model: { model }, real: { streams, sent: [], clock: START } satisfies Real }
}

describe("the life of a member", () => {
  it("goes as the model says, step by step", () => {
    fc.assert(
      fc.property(commands, (list) => {
        fc.modelRun(setup, list)
      }),
      { numRuns: 300 },
    )
    expect(seen.accepted).toBeGreaterThan(2000)
    expect(seen.refused).toBeGreaterThan(2000)
    expect(seen.found).toBeGreaterThan(100)
    expect(seen.repeated).toBeGreaterThan(50)
    expect(seen.clash).toBeGreaterThan(50)
    expect(happened.size).toBe(24)
    expect(exits.size).toBe(7)
    expect(codes.size).toBeGreaterThan(40)
  })

  it("written by two or three offices apart, merged and decided anew, is one life, whichever journal came first", () => {
    const jumps = fc.oneof(
      { weight: 6, arbitrary: fc.nat(40) },
      { weight: 1, arbitrary: fc.constantFrom(181, 366, 730) },
    )
    const acts = fc.array(fc.record({ jump: jumps, make: memberSteps }), { minLength: 3, maxLength: 12 })
    const begun = fc.constantFrom(ways.candidate, ways.probationary, ways.full)
    const seen = { both: 0, refused: 0, members: 0, kept: 0 }
    fc.assert(
      fc.property(begun, fc.array(acts, { minLength: 2, maxLength: 3 }), (way, offices) => {
        const journals = Offices.apart(life, live(...way).entries, offices)
        const { journal, refused, stream } = Offices.settled(life, journals)
        if (journals.every(({ length }) => length > way.length)) seen.both++
        seen.refused += refused.length
        seen.kept += journal.length - way.length
        const book = { person: "p1", life: journal, transfers: [] }
        const spans = Roll.spans({ books: [book], successions: [] }, ever)
        expect(spans.faults).toEqual([])
        const last = spans.persons[0]?.spans.at(-1)
        const row = MemberLife.row(stream.state)
        expect(last?.to === undefined && last !== undefined).toBe(row !== undefined)
        if (row === undefined || last === undefined) return
        seen.members++
        expect([last.stage, last.restriction, last.mobile]).toEqual([row.stage, row.restriction, row.mobile])
      }),
      { numRuns: 200 },
    )
    expect(Math.min(seen.both, seen.refused, seen.members, seen.kept)).toBeGreaterThan(50)
  })

  it("without rules nothing is refused but what cannot be", () => {
    fc.assert(
      fc.property(memberSteps, fc.nat(3000), (make, offset) => {
        const on = CivilDate.ofDayNumberUnsafe(START + offset)
        const decided = MemberLife.decider([]).decide(life.initial, command("c", { on, step: make(on, life.initial) }))
        const told = Result.isFailure(decided) ? decided.failure.map(({ code }) => code) : []
        expect(["memberLife.stage", "memberLife.date", "memberLife.noRule"]).toEqual(
          expect.arrayContaining([...new Set(told)]),
        )
      }),
    )
  })

  it("deemed withdrawal is six months in a row of one kind, found the slow way", () => {
    const all = Array.from({ length: 12 }, (_, month) =>
      PartialDate.parseUnsafe(`2024-${String(month + 1).padStart(2, "0")}`),
    )
    const months = fc
      .array(fc.tuple(fc.constantFrom("life", "dues", "work"), fc.subarray(all, { minLength: 5 })), { maxLength: 3 })
      .map((kinds) => kinds.flatMap(([kind, each]) => each.map((month) => ({ kind, month }) as const)))
    let triggered = 0
    fc.assert(
      fc.property(months, fc.integer({ min: 1, max: 12 }), (defaults: ReadonlyArray<MemberRecord.Default>, month) => {
        const on = CivilDate.ofUnsafe(2024, month, 15)
        const slow = (["life", "dues", "work"] as const).some((kind) =>
          Array.from({ length: 7 }, (_, first) => first + 1).some((first) =>
            Array.from({ length: 6 }, (_, index) => first + index).every(
              (each) =>
                each < month &&
                defaults.some((one) => one.kind === kind && one.month === `2024-${String(each).padStart(2, "0")}`),
            ),
          ),
        )
        if (slow) triggered++
        expect(MemberLife.deemedWithdrawal(rules, defaults, on).triggers).toBe(slow)
      }),
      { numRuns: 2000 },
    )
    expect(triggered).toBeGreaterThan(20)
  })
})
