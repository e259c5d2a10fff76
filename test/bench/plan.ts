/**
 * What a compiled plan costs, beside a program written by hand for the same book and beside the interpreter, and what the
 * replay of a year's service orders does beside a loop written by hand: `npx tsx test/bench/plan.ts`, or with
 * `--expose-gc` to see what is retained. All data are made up.
 *
 * Every contender is run once and its checksum compared; then all take turns, and the median of their times is told, as a
 * ratio to the program by hand in the same run.
 */
import * as Exact from "../../src/foundation/Exact.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import type { Outcome } from "../../src/rules/Outcome.js"
import * as Plan from "../../src/rules/Plan.js"
import * as Orders from "./orders.js"
import { book, byHand, input } from "./sheet.js"

const ROUNDS = 7
const LEVELS = book.levels.map(({ id }) => id)

interface Contender {
  readonly name: string
  /** How many of the subjects it is run on; the time is told for all. */
  readonly of: number
  readonly run: () => unknown
  readonly checksum: (result: never) => string
}

const contender = <A>(name: string, of: number, run: () => A, checksum: (result: A) => string): Contender => ({
  name,
  of,
  run,
  checksum: checksum as (result: never) => string,
})

const tenths = (value: Outcome["scores"]): number =>
  value?.rounded.is === "known"
    ? Number(Exact.text(Exact.multiply(Exact.parseUnsafe(value.rounded.q), Exact.integerUnsafe(10))))
    : Number.NaN

const added = (scores: Iterable<number>, levels: Iterable<number>): string => {
  let [sum, mixed, count] = [0, 0, 0]
  for (const one of scores) sum += one * (1 + (count++ % 97))
  count = 0
  for (const one of levels) mixed += (one + 1) * (1 + (count++ % 89))
  return `${sum} ${mixed}`
}

const ofRatings = (ratings: Plan.Ratings): string => {
  const rated = Plan.ids(ratings).filter((id) => Plan.standing(ratings, id)?.standing === "rated")
  const levelOf = (id: string) => {
    const level = Plan.level(ratings, id)
    return level?.is === "level" ? LEVELS.indexOf(level.level) : -9
  }
  return added(
    rated.map((id) => tenths(Plan.score(ratings, id))),
    rated.map(levelOf),
  )
}

const ofOutcomes = (outcomes: ReadonlyArray<Outcome>): string => {
  const rated = outcomes.filter(({ standing }) => standing === "rated")
  return added(
    rated.map(({ scores }) => tenths(scores)),
    rated.map(({ level }) => (level.is === "level" ? LEVELS.indexOf(level.level) : -9)),
  )
}

const median = (all: ReadonlyArray<number>): number => [...all].sort((a, b) => a - b)[all.length >> 1] ?? 0

const time = (run: () => unknown): number => {
  const start = process.hrtime.bigint()
  run()
  return Number(process.hrtime.bigint() - start) / 1e6
}

const contenders = (count: number, isWhole: boolean): ReadonlyArray<Contender> => {
  const all = input(count)
  const few = input(Math.max(1, count / 10))
  const plan = Plan.compile(book)
  const main = [
    contender(
      "written by hand",
      1,
      () => byHand(all),
      ({ score, level }) => added(score, level),
    ),
    contender("plan", 1, () => Plan.rate(plan, all), ofRatings),
  ]
  if (!isWhole) return main
  return [
    ...main,
    contender("plan, every outcome expanded", 1, () => Plan.outcomes(Plan.rate(plan, all)), ofOutcomes),
    contender("interpreter, on a tenth", 10, () => Interpreter.evaluate({ book, ...few }).outcomes, ofOutcomes),
  ]
}

const retained = (run: () => unknown): number | undefined => {
  const collect = (globalThis as { gc?: () => void }).gc
  if (collect === undefined) return undefined
  collect()
  const before = process.memoryUsage()
  const held = run()
  collect()
  collect()
  const after = process.memoryUsage()
  const bytes = after.heapUsed + after.arrayBuffers - before.heapUsed - before.arrayBuffers
  return held === undefined ? undefined : bytes
}

/** The replay of the orders of a year, each by itself. */
const replays = (count: number): ReadonlyArray<Contender> => {
  const all = Orders.events(count)
  return [
    contender("written by hand", 1, () => Orders.byHand(all), Orders.ofOrders),
    contender("service orders: replay of a year's orders", 1, () => Orders.byScheme(all), Orders.ofStates),
  ]
}

const told = (count: number, all: ReadonlyArray<Contender>, rounds: number): void => {
  const sums = new Map<number, Set<string>>()
  for (const { name, of, run, checksum } of all) {
    const sum = checksum(run() as never)
    const same = sums.get(of) ?? new Set([sum])
    sums.set(of, same.add(sum))
    if (same.size > 1) throw new Error(`${name} comes to another result`)
  }
  const times = new Map(all.map(({ name }) => [name, [] as Array<number>]))
  for (let round = 0; round < rounds; round++) {
    for (const { name, of, run } of all) times.get(name)?.push(time(run) * of)
  }
  const limit = times.get("written by hand") ?? []
  for (const { name, run } of all) {
    const own = times.get(name) ?? []
    const bytes = name === "plan" ? retained(run) : undefined
    const each = bytes === undefined ? "" : `${Math.round(bytes / count)}`
    const [mid, best] = [median(own) / median(limit), Math.min(...own) / Math.min(...limit)]
    console.log(`| ${count} | ${name} | ${median(own).toFixed(1)} | ${mid.toFixed(2)} | ${best.toFixed(2)} | ${each} |`)
  }
}

console.log("| subjects | contender | median ms | x by hand | best round x | bytes a subject |")
console.log("|---:|---|---:|---:|---:|---:|")
const quick = process.argv.includes("--quick")
told(1_000, contenders(1_000, false), quick ? 7 : ROUNDS)
told(10_000, contenders(10_000, !quick), ROUNDS)
if (!quick) told(100_000, contenders(100_000, false), 3)
told(2_000, replays(2_000), 2 * ROUNDS + 1)
