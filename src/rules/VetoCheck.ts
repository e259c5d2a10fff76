/**
 * Vetoes that change nothing (虚设的否决): effects that whenever they hold leave score and level where another that holds too
 * takes them already.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import { boxesAgainst, boxesOf, meet, ordered } from "./Box.js"
import type { Does, Effect } from "./Clause.js"
import type * as Defect from "./Defect.js"
import type { When } from "./Expression.js"
import { leavesOf } from "./LinePairs.js"
import type { Rulebook } from "./Rulebook.js"
import * as Span from "./Span.js"
import { nodesOfWhen } from "./Structure.js"
import * as Trial from "./Trial.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- decisions

/** Every effect, held against those that it can have to do with: many vetoes read nothing in common. @internal */
export const check = (book: Rulebook, context: Trial.Context): Defect.Checked => {
  const found = shadows(book, context)
  return { answers: found.flatMap(({ answers }) => answers), defects: found.flatMap(({ defects }) => defects) }
}

const shadows = (book: Rulebook, context: Trial.Context): ReadonlyArray<Defect.Checked> => {
  const free = book.effects.map(({ when }) => {
    const own = meet(context.scored, boxesOf(when, context.reading))
    const against = boxesAgainst(when, context.reading)
    const mayFail = own !== undefined && against !== undefined && own.length > 0 && against.length > 0
    return mayFail ? readsOf(when) : undefined
  })
  return book.effects.map((_, index) => {
    const reads = free[index]
    const rivals = [...book.effects.entries()].filter(([at]) => at !== index && !areApart(reads, free[at]))
    return shadow(book, context, index, rivals)
  })
}

/** An effect that changes nothing whenever it holds, by itself or because another that holds too goes as far. */
const shadow = (
  book: Rulebook,
  context: Trial.Context,
  index: number,
  among: ReadonlyArray<readonly [index: number, effect: Effect]>,
): Defect.Checked => {
  const effect = book.effects[index]
  const path: Path = ["effects", index]
  if (effect === undefined) return { answers: [], defects: [] }
  const here = (answer: Defect.Answer["answer"]) => Trial.answer("lint.vetoShadowed", path, answer)
  const made = (by: string, ...more: ReadonlyArray<Path>) =>
    one(
      here("refuted"),
      Trial.defect(book, "should", {
        code: "lint.vetoShadowed",
        at: path,
        params: { where: effect.id, by },
        cite: effect.cite,
        evidence: Trial.places(path, ...more),
        repair: {
          text: { zh: `删去“${effect.id}”，或加重其后果`, en: `strike out "${effect.id}", or let it do more` },
          patch: [{ path }],
        },
      }),
    )
  const idle = idleBy(book, effect)
  if (idle !== undefined) return made(idle)
  let isOpen = false
  const rivals = [...among].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1))
  for (const [at, other] of rivals) {
    if (!goesAsFar(book, context, effect, other)) continue
    const implied = implies(book, effect, other, context)
    const isMutual = goesAsFar(book, context, other, effect) && implies(book, other, effect, context) === "yes"
    if (implied === "yes" && !(isMutual && effect.id < other.id)) return made(other.id, ["effects", at])
    if (implied === "unknown") isOpen = true
  }
  return one(here(isOpen ? "undecided" : "proven"))
}

/** What makes an effect idle by itself: a ceiling at the best level, a deduction of nothing. */
const idleBy = (book: Rulebook, { does, repair }: Effect): string | undefined => {
  if (repair !== undefined && repair.does !== "nothing") return undefined
  if (typeof does !== "object") return undefined
  if ("atMost" in does) return does.atMost === book.levels[0]?.id ? does.atMost : undefined
  return Exact.sign(Exact.parseUnsafe(does.deduct)) === 0 ? does.deduct : undefined
}

/** Whether one effect holds wherever another does; that it does not is shown by the interpreter. */
const implies = (book: Rulebook, effect: Effect, other: Effect, context: Trial.Context): "yes" | "no" | "unknown" => {
  const own = meet(context.scored, boxesOf(effect.when, context.reading))
  if (own?.length === 0) return "no"
  const beside = meet(own, boxesAgainst(other.when, context.reading))
  if (beside?.length === 0) return "yes"
  const isApart = ordered(beside)
    .slice(0, MOST_TRIALS)
    .some((box) => {
      const sample = Trial.sampleOf(book, box, context)
      if (sample === undefined) return false
      const input = Trial.inputOf(book, context, sample)
      const shows = { lines: [] }
      const { outcome } = Trial.outcomeOf(book, { is: "witness", subject: Trial.SUBJECT, input, shows })
      const applied = outcome?.effects ?? []
      const isHeld = applied.some((one) => one.effect === effect.id && one.state !== "possible")
      return isHeld && applied.every((one) => one.effect !== other.id)
    })
  return isApart === true ? "no" : "unknown"
}

const MOST_TRIALS = 8

/** Whether two conditions that can hold and fail read nothing in common, so that each may hold whatever the other does. */
const areApart = (a: ReadonlySet<string> | undefined, b: ReadonlySet<string> | undefined): boolean =>
  a !== undefined && b !== undefined && [...a].every((one) => !b.has(one))

/** What a condition reads by itself: kinds of fact and parameters; nothing where it asks for more than these. */
const readsOf = (when: When): ReadonlySet<string> | undefined => {
  const asks = (test: "is" | "tag" | "level") => leavesOf(when, test).length > 0
  if (asks("is") || asks("tag") || asks("level")) return undefined
  const found = new Set<string>()
  for (const { e } of nodesOfWhen(when, [])) {
    if (e.op === "fact" && e.where === undefined) found.add(`fact ${e.kind}`)
    else if (e.op === "param") found.add(`param ${e.name}`)
    else if (e.op !== "const") return undefined
  }
  return found
}

/** Whether an effect, while the other holds, takes the score or level nowhere that the other does not. */
const goesAsFar = (book: Rulebook, context: Trial.Context, effect: Effect, other: Effect): boolean =>
  other.repair === undefined &&
  JSON.stringify(effect.lasts) === JSON.stringify(other.lasts) &&
  [effect.does, effect.repair?.does ?? "nothing"].every((does) => isWithin(book, context, does, other.does))

const isWithin = (book: Rulebook, { reading }: Trial.Context, does: Does | "nothing", other: Does): boolean => {
  if (does === "nothing") return true
  if (does === "zero") return other === "zero"
  const rank = (id: string) => book.levels.findIndex((level) => level.id === id)
  if ("atMost" in does) {
    if (other === "zero") return ranksBelow(book, rank(does.atMost))
    return "atMost" in other && rank(other.atMost) >= rank(does.atMost)
  }
  const least = reading.range?.(book.total)?.low ?? null
  return other === "zero" && least !== null && Exact.compare(least, mostDeducted(book)) >= 0
}

/** Whether every level that a score of nought or less can have is at or below a level. */
const ranksBelow = ({ levels }: Rulebook, rank: number): boolean => {
  const low = levels.flatMap(({ on, and }, index) => {
    const from = on === null ? undefined : Span.lower(on)
    const reaches = on !== null && (from === undefined || Exact.sign(from.at) < 0 || Span.contains(on, Exact.zero))
    return reaches ? [{ index, isPlain: and === undefined, holds: Span.contains(on, Exact.zero) }] : []
  })
  return low.some(({ holds, isPlain }) => holds && isPlain) && low.every(({ index }) => index >= rank)
}

const mostDeducted = ({ effects }: Rulebook): Exact.Exact =>
  Exact.sum(
    effects.flatMap(({ does, repair }) => {
      const all = [does, repair?.does].flatMap((one) =>
        typeof one === "object" && "deduct" in one ? [Exact.parseUnsafe(one.deduct)] : [],
      )
      return all.length === 0 ? [] : [all.reduce(Exact.max)]
    }),
  )

const one = (answer: Defect.Answer, ...defects: ReadonlyArray<Defect.Defect>): Defect.Checked => ({
  answers: [answer],
  defects,
})
