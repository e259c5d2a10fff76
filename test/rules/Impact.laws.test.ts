/**
 * Laws of the impact of changes. All books, subjects and facts are made up.
 *
 * Of 600 pairs 30 % move somebody: 25 % a score, 17 % a level, 10 % a standing, 8 % a place of a quota, 1 % a place in a
 * ranking; 8 % have no difference, 42 % one, 34 % two, 16 % three to six. A single one of several did it in 21 % of the pairs
 * (all of two or more in 2 %, two of three or more in 1 %). Every kind of clause of a text changes, levels, weights, nodes and
 * effects in 10 to 18 %, lines and caps in 3 %, rows, pieces and validities in under 1 %; facts in 19 %, subjects in 17 %.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import type { Expression } from "../../src/rules/Expression.js"
import * as Impact from "../../src/rules/Impact.js"
import { compare } from "../../src/rules/InputDifference.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Rulebook from "../../src/rules/Rulebook.js"
import { inputs } from "./rulebookArbitrary.js"

type Input = Required<Interpreter.Input>

// ---------------------------------------------------------------- changes

/** A change at the place that a number picks; the same input where there is none of the kind. */
type Edit = (input: Input, at: number) => Input

const inBook =
  (edit: (book: Rulebook.Rulebook, at: number) => Partial<Rulebook.Rulebook>): Edit =>
  (input, at) => ({ ...input, book: { ...input.book, ...edit(input.book, at) } })

const put = <A>(list: ReadonlyArray<A>, at: number, edit: (one: A) => A): ReadonlyArray<A> =>
  list.map((one, index) => (index === at % list.length ? edit(one) : one))

const without = <A>(list: ReadonlyArray<A>, at: number): ReadonlyArray<A> =>
  list.filter((_, index) => index !== at % Math.max(1, list.length))

/** The tree with one of its numbers another. */
const renumbered = (e: Expression, at: number): Expression => {
  let count = 0
  const target = at % Math.max(1, (JSON.stringify(e).match(/"q":"|"w":"|"max":"|"at":"/g) ?? []).length)
  return JSON.parse(JSON.stringify(e), (key, value) => {
    if (!["q", "w", "max", "at"].includes(key) || typeof value !== "string" || !/^-?\d/.test(value)) return value
    return count++ === target ? String(at % 7) : value
  }) as Expression
}

const EDITS: ReadonlyArray<readonly [name: string, edit: Edit]> = [
  ["total", inBook(({ total }, at) => ({ total: renumbered(total, at) }))],
  ["total", inBook(({ total }, at) => ({ total: renumbered(total, at + 1) }))],
  [
    "term",
    inBook(({ total }) => ({
      total: total.op === "sum" ? { ...total, of: [...total.of, { w: "1", e: { op: "const", q: "2" } }] } : total,
    })),
  ],
  [
    "weight",
    inBook(({ total }, at) => ({
      total: total.op === "sum" ? { ...total, of: put(total.of, at, (one) => ({ ...one, w: "2" })) } : total,
    })),
  ],
  ["effect", inBook(({ effects }, at) => ({ effects: without(effects, at) }))],
  [
    "effect",
    inBook(({ effects }, at) => ({ effects: put(effects, at, (one) => ({ ...one, does: { deduct: "3" } })) })),
  ],
  ["award", inBook(({ awards }, at) => ({ awards: without(awards, at) }))],
  [
    "quota",
    inBook(({ quotas }, at) => ({ quotas: put(quotas, at, (one) => ({ ...one, of: { seats: 1 + (at % 2) } })) })),
  ],
  [
    "level",
    inBook(({ levels }, at) => {
      const one = at % Math.max(1, levels.length - 1)
      const shift = (q: string | undefined) => (q === undefined ? {} : { q: String(Number(q) - 1) })
      return {
        levels: levels.map((level, index) => {
          if (level.on === null) return level
          const ge = index === one ? shift(level.on.ge).q : level.on.ge
          const lt = index === one + 1 && levels[one]?.on?.ge !== undefined ? shift(level.on.lt).q : level.on.lt
          return { ...level, on: { ...(ge === undefined ? {} : { ge }), ...(lt === undefined ? {} : { lt }) } }
        }),
      }
    }),
  ],
  [
    "renamed",
    inBook((book) => {
      const { levels, effects, awards, quotas } = book
      return JSON.parse(
        JSON.stringify({ levels, effects, awards, quotas }, (key, value) =>
          key === "when" || key === "and" || key === "among" ? JSON.stringify(value) : value === "L1" ? "L1新" : value,
        ),
        (key, value) =>
          (key === "when" || key === "and" || key === "among") && typeof value === "string" ? JSON.parse(value) : value,
      )
    }),
  ],
  ["rounding", inBook(({ score }) => ({ score: { ...score, quantum: "2", round: "floor" } }))],
  ["climb", inBook(({ climb }) => ({ climb: climb === null ? { steps: 1, cite: { doc: "text", art: "1" } } : null }))],
  ["ties", inBook(({ ties }) => ({ ties: { ...ties, keys: [], last: "share" } }))],
  ["class", inBook(({ classes }, at) => ({ classes: without(classes, at) }))],
  ["printed", inBook(() => ({ version: "2", title: { zh: "改名办法" } }))],
  [
    "fact",
    (input, at) => ({
      ...input,
      facts: put(input.facts, at, (one) => ({ ...one, values: { ...one.values, value: String(at % 9) } })),
    }),
  ],
  ["fact", (input, at) => ({ ...input, facts: without(input.facts, at) })],
  [
    "subject",
    (input, at) => ({ ...input, subjects: put(input.subjects, at, (one) => ({ ...one, parameters: { p0: "1" } })) }),
  ],
  ["left", (input, at) => (input.subjects.length < 2 ? input : { ...input, subjects: without(input.subjects, at) })],
  ["closure", (input, at) => ({ ...input, closures: without(input.closures, at) })],
]

const changed: fc.Arbitrary<{ readonly before: Input; readonly after: Input; readonly edits: ReadonlyArray<string> }> =
  inputs()
    .chain((before) =>
      fc.array(fc.tuple(fc.nat(EDITS.length - 1), fc.nat(40)), { minLength: 1, maxLength: 3 }).map((picks) => ({
        before,
        after: picks.reduce<Input>((input, [edit, at]) => EDITS[edit]?.[1](input, at) ?? input, before),
        edits: picks.map(([edit]) => EDITS[edit]?.[0] ?? ""),
      })),
    )
    .filter(({ after }) => Rulebook.check(after.book).length === 0)

// ---------------------------------------------------------------- laws

const rated = (input: Interpreter.Input) => Impact.seen(Interpreter.evaluate(input))

test("reading the moves off on what is seen before gives what is seen after, conflicts and absences too", () => {
  fc.assert(
    fc.property(changed, ({ before, after }) => {
      expect(Impact.apply(Impact.of({ before, after }), rated(before))).toEqual(rated(after))
    }),
    { numRuns: 120 },
  )
})

const SWAPPED = { added: "removed", removed: "added", changed: "changed", renamed: "renamed" } as const

test("the impact of the way back is the mirror of it, with the same causes", () => {
  const swap = <A extends { readonly before?: unknown; readonly after?: unknown }>({ before, after, ...rest }: A) => ({
    ...rest,
    ...(after === undefined ? {} : { before: after }),
    ...(before === undefined ? {} : { after: before }),
  })
  fc.assert(
    fc.property(changed, ({ before, after }) => {
      const [there, back] = [Impact.of({ before, after }), Impact.of({ before: after, after: before })]
      expect(back.moves).toEqual(there.moves.map(swap))
      const bare = ({ path: _, id: __, label: ___, ...change }: Impact.Change) => change
      expect(back.changes.map(bare)).toEqual(
        there.changes.map((change) => bare({ ...swap(change), is: SWAPPED[change.is] } as Impact.Change)),
      )
      expect(back.quotas).toEqual(there.quotas.map(swap))
      expect(back.renamed).toEqual(Object.fromEntries(Object.entries(there.renamed).map(([a, b]) => [b, a])))
    }),
    { numRuns: 80 },
  )
})

test("all differences made are the new version, none the old one, and every cause named undoes or makes its move", () => {
  fc.assert(
    fc.property(changed, ({ before, after }) => {
      const { differences, mix, renamed } = compare(before, after)
      const keys = differences.map(({ key }) => key)
      const [old, now] = [rated(before), rated(after)]
      expect(rated(mix(new Set()))).toEqual(old)
      expect(rated(mix(new Set(keys)))).toEqual(now)
      const impact = Impact.of({ before, after })
      for (const move of impact.moves.filter(({ cause }) => cause.is !== "all")) {
        const sets = move.cause.is === "each" ? move.cause.by.map((key) => [key]) : [move.cause.by]
        for (const set of sets) {
          const [undone, made] = [keys.filter((key) => !set.includes(key)), set].map((chosen) =>
            rated(mix(new Set(chosen))).find(({ subject }) => subject === move.subject),
          )
          const aspect = (one: Impact.Seen | undefined): string => {
            const named = JSON.stringify(one, (_, value) =>
              typeof value === "string" ? (renamed.get(value) ?? value) : value,
            )
            const all = named === undefined ? undefined : (JSON.parse(named) as Impact.Seen)
            switch (move.what) {
              case "place":
                return JSON.stringify(all?.places[move.ranking])
              case "quota":
                return JSON.stringify(all?.behind)
              default:
                return JSON.stringify(all?.[move.what])
            }
          }
          const [was, is] = [old, now].map((all) => aspect(all.find(({ subject }) => subject === move.subject)))
          expect(aspect(undone) === was || aspect(made) === is).toBe(true)
        }
      }
    }),
    { numRuns: 60 },
  )
})

test("equal versions have no impact: names and notes may differ, and the order of lists as long as it does not show", () => {
  const turned = inputs().map((input) => {
    const reverse = (part: unknown, key: string): unknown => {
      if (Array.isArray(part)) {
        const parts = part.map((one) => reverse(one, ""))
        const isFree = ["of", "in", "rows", "pieces", "caps", "suspensions", "needs"].includes(key)
        return isFree ? parts.reverse() : parts
      }
      if (typeof part !== "object" || part === null) return part
      return Object.fromEntries(Object.entries(part).map(([inner, value]) => [inner, reverse(value, inner)]))
    }
    const { book } = input
    const other: Rulebook.Rulebook = {
      ...book,
      version: "另一版",
      title: { zh: "另名" },
      total: reverse(book.total, "") as Expression,
      effects: [...book.effects].reverse().map((one) => reverse(one, "") as typeof one),
      awards: [...book.awards].reverse(),
      classes: [...book.classes].reverse(),
      rankings: [...book.rankings].reverse(),
      levels: book.levels.map((one) => ({ ...one, label: { zh: "另名" }, cite: { doc: "text", art: "9" } })),
    }
    return { before: input, after: { ...input, book: other, facts: [...input.facts].reverse() } }
  })
  fc.assert(
    fc.property(turned, ({ before, after }) => {
      const impact = Impact.of({ before, after })
      const [old, now] = [rated(before), rated(after)]
      expect(Impact.apply(impact, old)).toEqual(now)
      if (JSON.stringify(old) === JSON.stringify(now)) {
        expect(impact).toEqual({ changes: [], moves: [], renamed: {}, quotas: [] })
      } else expect(impact.changes.map(({ part }) => part)).toEqual(["order"])
    }),
    { numRuns: 80 },
  )
})
