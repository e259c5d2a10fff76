/**
 * How often the interesting region is reached. Of 1,000 samples each: deeds with several findings 39 %, with one 23 %, with
 * none 38 %; tenures with several findings 25 %, with one 10 %, with none 65 %.
 */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import type { Actor } from "../../src/process/Actor.js"
import * as Separation from "../../src/process/Separation.js"
import { cite, dayAt } from "./clocks.js"

const duties = fc.constantFrom("a", "b", "c")
const actors: fc.Arbitrary<Actor> = fc.record(
  { post: fc.constantFrom("p", "q"), body: fc.constantFrom("x", "y"), person: fc.constantFrom("1", "2") },
  { requiredKeys: ["post"] },
)
const rulesOf = (within: Separation.Rule["within"]): fc.Arbitrary<ReadonlyArray<Separation.Rule>> =>
  fc
    .array(
      fc.record({
        duty: duties,
        against: fc.uniqueArray(duties, { minLength: 1 }),
        from: fc.nat(2),
        to: fc.integer({ min: 6, max: 10 }),
      }),
      { minLength: 1, maxLength: 2 },
    )
    .map((all) =>
      all.map(({ duty, against, from, to }, index) => ({
        id: `r${index}`,
        within,
        duty,
        against,
        strength: "must" as const,
        from: dayAt(from),
        to: dayAt(to),
        cite,
      })),
    )
const deeds: fc.Arbitrary<ReadonlyArray<Separation.Deed>> = fc
  .array(fc.record({ matter: fc.constantFrom("m", "n"), duty: duties, actor: actors, on: fc.nat(9) }), {
    minLength: 3,
    maxLength: 12,
  })
  .map((all) => all.map(({ on, ...fields }, index) => ({ ...fields, id: `d${index}`, on: dayAt(on) })))
const tenures: fc.Arbitrary<ReadonlyArray<Separation.Tenure>> = fc
  .array(
    fc.record({
      duty: duties,
      actor: actors,
      from: fc.nat(5),
      length: fc.option(fc.integer({ min: 1, max: 5 }), { nil: undefined }),
    }),
    {
      minLength: 3,
      maxLength: 12,
    },
  )
  .map((all) =>
    all.map(({ from, length, ...fields }, index) => ({
      ...fields,
      id: `t${index}`,
      from: dayAt(from),
      ...(length === undefined ? {} : { to: dayAt(from + length) }),
    })),
  )

const apart = ({ duty, against }: Separation.Rule, one: string, other: string): boolean =>
  (duty === one && against.includes(other)) || (duty === other && against.includes(one))

/** Of one hand, not to be told, or of two, by what the head of the module says. */
const handOf = (a: Actor, b: Actor): "sameHand" | "unnamed" | undefined => {
  if ((a.person === undefined) !== (b.person === undefined)) return "unnamed"
  const bodies = new Set([a.body, b.body].filter((body) => body !== undefined))
  const one = a.person === undefined ? a.post === b.post && bodies.size < 2 : a.person === b.person
  return one ? "sameHand" : undefined
}

const earlier = (a: Separation.Deed, b: Separation.Deed): boolean => a.on < b.on || (a.on === b.on && a.id < b.id)

// The definition, read aloud: of each rule and deed the first earlier deed of the matter in the same hand that it stands against.
const slowly = (rules: ReadonlyArray<Separation.Rule>, all: ReadonlyArray<Separation.Deed>): ReadonlyArray<string> =>
  rules.flatMap((rule) =>
    all.flatMap((second) => {
      if (second.on < rule.from || second.on >= rule.to!) return []
      const before = all
        .filter((one) => one.matter === second.matter && earlier(one, second) && apart(rule, one.duty, second.duty))
        .sort((a, b) => (earlier(a, b) ? -1 : 1))
      const same = before.find((one) => handOf(one.actor, second.actor) === "sameHand")
      const first = same ?? before.find((one) => handOf(one.actor, second.actor) === "unnamed")
      return first === undefined ? [] : [`${same ? "sameHand" : "unnamed"} ${rule.id} ${first.id} ${second.id}`]
    }),
  )

const told = (findings: ReturnType<typeof Separation.findings>) =>
  findings.map(({ code, params }) => `${code.slice(11)} ${params.rule} ${params.first} ${params.second}`).sort()

describe("separation of duties", () => {
  it("finds in deeds what the definition finds, in any order of them", () => {
    let found = 0
    fc.assert(
      fc.property(rulesOf("matter"), deeds, (rules, all) => {
        const findings = Separation.findings(rules, all)
        expect(told(findings)).toEqual([...slowly(rules, all)].sort())
        expect(Separation.findings(rules.toReversed(), all.toReversed())).toEqual(findings)
        found += findings.length
      }),
      { numRuns: 800 },
    )
    expect(found).toBeGreaterThan(400)
  })

  it("lets nobody act whose deed would then be found, and everybody else", () => {
    fc.assert(
      fc.property(rulesOf("matter"), deeds, (rules, all) => {
        const [last, ...before] = all.toSorted((a, b) => (earlier(a, b) ? 1 : -1))
        if (last === undefined) return
        const after = told(Separation.findings(rules, all)).filter((text) => text.endsWith(` ${last.id}`))
        expect(told(Separation.mayAct(rules, before, last))).toEqual(after)
      }),
      { numRuns: 400 },
    )
  })

  it("finds in what is held every pair that the definition finds", () => {
    let found = 0
    fc.assert(
      fc.property(rulesOf("held"), tenures, fc.nat(9), (rules, all, on) => {
        const day = dayAt(on)
        const held = all.filter(({ from, to }) => from <= day && (to === undefined || day < to))
        const slow = rules
          .filter(({ from, to }) => from <= day && day < to!)
          .flatMap((rule) =>
            held.flatMap((one) =>
              held
                .filter((other) => one.id < other.id && apart(rule, one.duty, other.duty))
                .flatMap((other) => {
                  const hand = handOf(one.actor, other.actor)
                  const code = hand === "sameHand" ? "heldTogether" : hand
                  return code === undefined ? [] : [`${code} ${rule.id} ${one.id} ${other.id}`]
                }),
            ),
          )
        const findings = Separation.heldTogether(rules, all, day)
        expect(told(findings)).toEqual(slow.sort())
        expect(Separation.heldTogether(rules, all.toReversed(), day)).toEqual(findings)
        found += findings.length
      }),
      { numRuns: 800 },
    )
    expect(found).toBeGreaterThan(400)
  })

  it("takes its time in step with the deeds: ten thousand of one hand in one matter", () => {
    const many = Array.from({ length: 10_000 }, (_, index) => ({
      id: `d${index}`,
      matter: "m",
      duty: index % 2 === 0 ? "a" : "b",
      actor: { post: "p", person: "1" },
      on: dayAt(0),
    }))
    const rule = {
      id: "r",
      within: "matter",
      duty: "a",
      against: ["b"],
      strength: "must",
      from: dayAt(0),
      cite,
    } as const
    expect(Separation.findings([rule], many).length).toBe(9_999)
  })
})
