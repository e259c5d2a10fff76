/**
 * Laws of proceedings over workflows of every shape. Commands are judged by a model that keeps a list and searches it anew.
 *
 * Reach, of the first law over 1500 walks: 3774 commands accepted, 500 matters brought to an end; refused notFrom and
 * notBegun 2861, ended 5083, only 4043, guard 2583, before 1454, role 1457, needs 656, apart 534, noSuchMove 474, notAsked
 * 439, older 190, value 157 times. Of 1200 states some 970 moves are offered, 940 of them for certain; the clocks of 1500
 * walks run some 500 times and stand some 90 times.
 */
import * as Result from "effect/Result"
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type * as Limit from "../../src/process/Limit.js"
import * as Proceeding from "../../src/process/Proceeding.js"
import { hands } from "../../src/process/Separation.js"
import * as Workflow from "../../src/process/Workflow.js"
import { marksLike, marksOf, markUntold } from "../../src/process/WorkflowPlan.js"
import { after, attemptOf, begin, type Model, refuses } from "./proceedingModel.js"
import { byPost, commandOf, entryOf, goodFields, type Pick, picks } from "./walks.js"
import { workflows } from "./workflowArbitrary.js"
import { all } from "./workflows.js"

const codesOf = (faults: ReadonlyArray<Proceeding.ProceedingFault>) =>
  [...new Set(faults.map(({ code }) => code.replace("proceeding.", "")))].sort()

/** Walks a workflow by picks, and shows each step to a visitor. */
const walk = (
  workflow: Workflow.Workflow,
  list: ReadonlyArray<Pick>,
  visit: (at: {
    readonly state: Proceeding.State
    readonly model: Model
    readonly command: ReturnType<typeof commandOf>
    readonly told: ReadonlySet<string>
    readonly answer: ReturnType<ReturnType<typeof Proceeding.decider>["decide"]>
  }) => void,
): { readonly state: Proceeding.State; readonly model: Model } => {
  let told: ReadonlySet<string> = new Set()
  const { decide, evolve, initial } = Proceeding.decider(workflow, byPost, (name) => told.has(name))
  let state = initial
  let model = begin
  for (const [number, pick] of list.entries()) {
    told = new Set(pick.told)
    const command = commandOf(workflow, model, pick, number)
    const answer = decide(state, command)
    visit({ state, model, command, told, answer })
    if (Result.isFailure(answer)) continue
    for (const event of answer.success) state = evolve(state, { ...entryOf(command), payload: event })
    model = after(workflow, model, command)
  }
  return { state, model }
}

const anyWorkflow = fc.oneof({ weight: 5, arbitrary: workflows }, { weight: 1, arbitrary: fc.constantFrom(...all) })

describe("a proceeding", () => {
  it("accepts and refuses exactly what the model does, for all its reasons, and comes to the same stage", () => {
    const seen = new Map<string, number>()
    const count = (key: string) => seen.set(key, (seen.get(key) ?? 0) + 1)
    fc.assert(
      fc.property(anyWorkflow, picks(25), (workflow, list) => {
        const { model, state } = walk(workflow, list, ({ answer, command, model, told }) => {
          const wanted = refuses(workflow, model, command, told)
          expect(Result.isFailure(answer) ? codesOf(answer.failure) : []).toEqual(wanted)
          for (const code of wanted.length === 0 ? ["accepted"] : wanted) count(code)
        })
        expect(state.stage).toBe(model.stage)
        expect(state.attempt).toBe(attemptOf(workflow, model))
        expect(Proceeding.history(state).map(({ entry, from, number, to }) => [entry.id, from, to, number])).toEqual(
          model.past.map(({ command, from, stage }, index) => [command.id, from, stage, index + 1]),
        )
        const ended = workflow.stages.find(({ id }) => id === model.stage)?.kind === "end"
        if (ended) count("at an end")
        expect(Proceeding.outcome(workflow, state) !== undefined).toBe(ended)
      }),
      { numRuns: 1500, seed: 4 },
    )
    for (const code of [
      "before",
      "older",
      "noSuchMove",
      "ended",
      "notBegun",
      "notFrom",
      "role",
      "apart",
      "unnamed",
      "only",
      "needs",
      "notAsked",
      "value",
      "guard",
    ])
      expect([code, (seen.get(code) ?? 0) > 100]).toEqual([code, true])
    expect(seen.get("accepted")).toBeGreaterThan(3000)
    expect(seen.get("at an end")).toBeGreaterThan(200)
  })

  it("that has ended accepts nothing and is changed by nothing", () => {
    let ends = 0
    fc.assert(
      fc.property(anyWorkflow, picks(25), picks(5), (workflow, list, more) => {
        const { model, state } = walk(workflow, list, () => undefined)
        if (Proceeding.outcome(workflow, state) === undefined) return
        ends++
        const { decide, evolve } = Proceeding.decider(
          workflow,
          () => true,
          () => true,
        )
        let after = state
        for (const [index, pick] of more.entries()) {
          const command = commandOf(workflow, model, { ...pick, blind: true }, 100 + index)
          expect(Result.isFailure(decide(state, command))).toBe(true)
          after = evolve(after, entryOf(command))
        }
        expect({ ...after, aside: undefined }).toEqual({ ...state, aside: undefined })
        expect(Proceeding.asides(after)).toHaveLength(more.length)
      }),
      { numRuns: 500 },
    )
    expect(ends).toBeGreaterThan(50)
  })

  it("offers what would be accepted with the right fields, and nothing that would be refused whatever is filled in", () => {
    let offered = 0
    let certain = 0
    fc.assert(
      fc.property(anyWorkflow, picks(20), picks(1, 1), (workflow, list, [pick]) => {
        const told = new Set(pick?.told)
        const { model, state } = walk(workflow, list, () => undefined)
        const tells = (name: string) => told.has(name)
        const { decide } = Proceeding.decider(workflow, byPost, tells)
        const possible = Proceeding.possible(workflow, byPost, tells)
        for (const move of workflow.moves) {
          const asked = { ...commandOf(workflow, model, { ...pick!, days: 1, junk: "none" }, 500) }
          const actor = { ...asked.actor, post: move.by[0]! }
          const found = possible(state, { ...asked, actor }).find((each) => each.move === move.id)
          const full = [...move.needs, ...(move.takes ?? [])].some(
            (id) => id === "choice" || id === "rating" || id === "kind" || id === "star",
          )
          const choices = full ? workflow.fields.flatMap(({ choices = [] }) => choices.map(({ id }) => id)) : ["x"]
          const answers = choices.flatMap((choice) => {
            const fields = goodFields(workflow, move, choice, "p1")
            const least = Object.fromEntries(Object.entries(fields).filter(([id]) => move.needs.includes(id)))
            return [fields, least].map((each) =>
              decide(state, { ...asked, actor, content: { move: move.id, fields: each } }),
            )
          })
          const isAccepted = answers.some(Result.isSuccess)
          if (found === undefined) expect(isAccepted).toBe(false)
          else if (found.certain) expect(answers.every(Result.isSuccess)).toBe(true)
          else
            for (const answer of answers)
              if (Result.isFailure(answer)) expect(codesOf(answer.failure)).toEqual(["guard"])
          if (found !== undefined) offered++
          if (found?.certain) certain++
        }
      }),
      { numRuns: 1200 },
    )
    expect(offered).toBeGreaterThan(500)
    expect(certain).toBeGreaterThan(300)
  })

  it("is harmed by no order and no repetition of events: what does not fit is put aside, and the steps stay lawful", () => {
    let aside = 0
    fc.assert(
      fc.property(
        anyWorkflow,
        picks(20).chain((list) => fc.tuple(fc.constant(list), fc.array(fc.nat(19), { maxLength: 40 }))),
        (workflow, [list, places]) => {
          const entries = walk(workflow, list, () => undefined).model.past.map(({ command }) => entryOf(command))
          const { evolve, initial } = Proceeding.decider(workflow, byPost)
          const ways = new Set(
            Workflow.transitions(workflow).map((way) => JSON.stringify([way.from ?? null, way.move, way.to])),
          )
          let state = initial
          for (const place of places) {
            const entry = entries[place % Math.max(1, entries.length)]
            if (entry === undefined) return
            const next = evolve(state, entry)
            if (next.last === state.last) expect({ ...next, aside: state.aside }).toEqual(state)
            state = next
          }
          const steps = Proceeding.history(state)
          for (const [index, { entry, from, to }] of steps.entries()) {
            expect(ways.has(JSON.stringify([from ?? null, entry.payload.move, to]))).toBe(true)
            expect(from).toBe(steps[index - 1]?.to)
          }
          expect(steps.length + Proceeding.asides(state).length).toBe(places.length)
          aside += Proceeding.asides(state).length
        },
      ),
      { numRuns: 500 },
    )
    expect(aside).toBeGreaterThan(1000)
  })

  it("comes to the same by every repetition of its events in order", () => {
    fc.assert(
      fc.property(anyWorkflow, picks(20), (workflow, list) => {
        const { model, state } = walk(workflow, list, () => undefined)
        const { evolve, initial } = Proceeding.decider(workflow, byPost)
        const twice = model.past.flatMap(({ command }) => [entryOf(command), entryOf(command)])
        expect({ ...twice.reduce(evolve, initial), aside: undefined }).toEqual(state)
      }),
      { numRuns: 300 },
    )
  })

  it("counts each transition as often as it was taken, and counts per attempt add up", () => {
    fc.assert(
      fc.property(anyWorkflow, fc.array(picks(15), { maxLength: 3 }), (workflow, lists) => {
        const walks = lists.map((list) => walk(workflow, list, () => undefined))
        const exercised = Proceeding.exercised(
          Workflow.transitions(workflow),
          walks.map(({ state }) => state),
        )
        for (const { from, move, times, to } of exercised) {
          const taken = walks.flatMap(({ model }) =>
            model.past.filter((step) => step.from === from && step.stage === to && step.command.content.move === move),
          )
          expect(times).toBe(taken.length)
        }
        expect(exercised.reduce((sum, { times }) => sum + times, 0)).toBe(
          walks.reduce((sum, { model }) => sum + model.past.length, 0),
        )
        for (const { model, state } of walks) {
          const whole = Proceeding.counts(workflow, state)
          for (const { id } of workflow.moves) {
            expect(whole.get(id)).toBe(model.past.filter(({ command }) => command.content.move === id).length)
            const parts = Array.from(
              { length: state.attempt },
              (_, attempt) => Proceeding.counts(workflow, state, attempt + 1).get(id) ?? 0,
            )
            expect(parts.reduce((a, b) => a + b, 0)).toBe(whole.get(id))
          }
        }
      }),
      { numRuns: 300 },
    )
  })
})

it("the marks by which a matter knows its hands tell exactly those apart whom separation tells apart", () => {
  const some = [undefined, "1", "2"]
  const actors = some.flatMap((person) =>
    some.flatMap((body) =>
      ["p", "q"].map((post) => ({
        post,
        ...(body === undefined ? {} : { body }),
        ...(person === undefined ? {} : { person }),
      })),
    ),
  )
  for (const earlier of actors) {
    for (const later of actors) {
      const left = marksOf("m", earlier)
      const isKnown = marksLike("m", later).some((mark) => left.includes(mark))
      const hand = isKnown ? "one" : left.includes(markUntold("m", later)) ? "untold" : "two"
      expect([earlier, later, hand]).toEqual([earlier, later, hands(earlier, later)])
      expect(marksLike("n", later).some((mark) => left.includes(mark))).toBe(false)
    }
  }
})

describe("the clock of a limit", () => {
  // For every step by itself: does the clock run, and does it stand, after this step?
  const slowly = (workflow: Workflow.Workflow, limit: Limit.Limit, { past }: Model) => {
    const names = past.map(({ command: { content }, stage }) => {
      const to = workflow.moves.find(({ id }) => id === content.move)?.to
      return typeof to === "object" ? [content.move] : [content.move, stage]
    })
    const final = (stage: string) => workflow.stages.find(({ id }) => id === stage)?.kind === "end"
    let running = false
    return past.map(({ stage }, index) => {
      const stops = final(stage) || names[index]!.some((name) => limit.ends.includes(name))
      const ended = running && stops
      if (ended) running = false
      const started = !running && names[index]!.includes(limit.starts) && !final(stage)
      if (started) running = true
      return { ended, started, running, stands: running && limit.holds.includes(stage) }
    })
  }

  it("runs, stops and stands as each step by itself says", () => {
    let runs = 0
    let stands = 0
    fc.assert(
      fc.property(anyWorkflow, picks(25), (workflow, list) => {
        const { model, state } = walk(workflow, list, () => undefined)
        for (const limit of workflow.limits) {
          const found = Proceeding.clock(workflow, limit, state)
          const slow = slowly(workflow, limit, model)
          const marks = model.past.map(({ command: { on, recordedAt } }) => ({ on, recordedAt }))
          const of = (key: "started" | "ended") => marks.filter((_, index) => slow[index]![key])
          expect(found.map(({ started }) => started)).toEqual(of("started"))
          expect(found.flatMap(({ ended }) => (ended === undefined ? [] : [ended]))).toEqual(of("ended"))
          const inside = (at: Proceeding.Mark, from: Proceeding.Mark, to: Proceeding.Mark | undefined) =>
            at.recordedAt >= from.recordedAt && (to === undefined || at.recordedAt < to.recordedAt)
          for (const [index, mark] of marks.entries()) {
            expect(found.some(({ ended, started }) => inside(mark, started, ended))).toBe(slow[index]!.running)
            expect(found.some(({ holds }) => holds.some(({ from, to }) => inside(mark, from, to)))).toBe(
              slow[index]!.stands,
            )
          }
          runs += found.length
          stands += found.flatMap(({ holds }) => holds).length
        }
      }),
      { numRuns: 1500 },
    )
    expect(runs).toBeGreaterThan(300)
    expect(stands).toBeGreaterThan(30)
  })
})
