/**
 * How often the interesting region is reached, of 150 logs written out as books: with an
 * order that ended 101, with services 124, with several orders 117, with all orders open 20. Of 150 books with one cell
 * overwritten: told 100, of these at the row itself 93, still lawful 50.
 */

import * as Result from "effect/Result"
import * as fc from "fast-check"
import { expect, it } from "vitest"
import { contentText } from "../../src/foundation/ContentText.js"
import * as OrderBooks from "../../src/interop/OrderBooks.js"
import type * as Sheet from "../../src/interop/Sheet.js"
import * as OrderLog from "../../src/orders/OrderLog.js"
import type * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import type * as Decider from "../../src/process/Decider.js"
import { decider, life, linesOf } from "../orders/orderLogs.js"
import { booksOf, options, placeOf } from "./orderTables.js"

type Line = Decider.Command<ServiceOrder.Taken>

/** Up to five orders that go their way, some broken off, at eight in the morning of some day and after. */
const lives: fc.Arbitrary<ReadonlyArray<Line>> = fc
  .array(fc.record({ day: fc.nat({ max: 300 }), services: fc.nat({ max: 3 }), steps: fc.nat({ max: 14 }) }), {
    minLength: 1,
    maxLength: 5,
  })
  .map((orders) =>
    orders.flatMap(({ day, services, steps }, place) =>
      linesOf(`o${place + 1}`, life(`o${place + 1}`, services).slice(0, steps + 1), day),
    ),
  )

/** What happened to each order, without the ids, which the books give by file and line. */
const told = ({ orders }: OrderLog.OrderLog) =>
  [...orders].map(([id, { journal, stream }]) => [
    id,
    stream.state.course.stage,
    journal.map(({ actor, on, payload, recordedAt }) => contentText([on, recordedAt, actor, payload.content])),
  ])

const read = (sources: ReadonlyArray<Sheet.Table>) => OrderBooks.read(sources, options)

/** The rows of each book under its head in another order, on the lines they come to stand on. */
const turned = (tables: ReadonlyArray<Sheet.Table>): ReadonlyArray<Sheet.Table> =>
  tables.toReversed().map(({ file, rows: [head, ...rows] }) => ({
    file,
    rows: [head!, ...rows.toReversed()].map(({ cells }, index) => ({ line: index + 1, cells })),
  }))

it("orders written out as books and read are the orders", () => {
  const reached = { ended: 0, open: 0, services: 0, severalOrders: 0 }
  fc.assert(
    fc.property(lives, (lines) => {
      const log = OrderLog.read(decider, lines)
      const books = Result.getOrThrow(read(booksOf(lines)))
      expect(told(books.log)).toEqual(told(log))
      expect(books.lines.every(({ id }) => books.places[id] !== undefined)).toBe(true)
      if (lines.some(({ content }) => content.move === "close")) reached.ended++
      if (lines.length < 9) reached.open++
      if (lines.some(({ content }) => content.move === "serve")) reached.services++
      if (log.orders.size > 1) reached.severalOrders++
    }),
    { numRuns: 150, seed: 8 },
  )
  if (process.env.FIGURES !== undefined) console.log(JSON.stringify(reached))
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(10)
})

it("the order of files and of timed rows changes nothing, nor does parting a book into two files", () => {
  fc.assert(
    fc.property(lives, fc.nat({ max: 20 }), (lines, cut) => {
      const tables = booksOf(lines)
      const whole = told(Result.getOrThrow(read(tables)).log)
      expect(told(Result.getOrThrow(read(turned(tables))).log)).toEqual(whole)
      const parted = tables.flatMap(({ file, rows: [head, ...rows] }) =>
        cut === 0 || cut >= rows.length
          ? [{ file, rows: [head!, ...rows] }]
          : [
              { file, rows: [head!, ...rows.slice(0, cut)] },
              { file: file.replace(".csv", "-二.csv"), rows: [head!, ...rows.slice(cut)] },
            ],
      )
      expect(told(Result.getOrThrow(read(parted)).log)).toEqual(whole)
    }),
    { numRuns: 50 },
  )
})

it("the same books give the same answer in whatever order they are handed over", () => {
  fc.assert(
    fc.property(lives, fc.nat(), (lines, place) => {
      const tables = damaged(booksOf(lines), place, "不是编号的字").tables
      expect(read(tables.toReversed())).toEqual(read(tables))
    }),
    { numRuns: 50 },
  )
})

/** The books with one cell overwritten, and where it stands. */
const damaged = (tables: ReadonlyArray<Sheet.Table>, place: number, text: string) => {
  const cells = tables.flatMap(({ file, rows }) =>
    rows.slice(1).flatMap(({ cells: row, line }) => row.map((_, column) => ({ file, line, column }))),
  )
  const hit = cells[place % cells.length]!
  const next = tables.map(({ file, rows }) => ({
    file,
    rows: rows.map((row) =>
      file === hit.file && row.line === hit.line ? { line: row.line, cells: row.cells.with(hit.column, text) } : row,
    ),
  }))
  return { hit, tables: next }
}

it("a cell overwritten is told with a place in the books, or says something lawful; nothing else of the books is lost", () => {
  const reached = { told: 0, lawful: 0, atTheRow: 0 }
  fc.assert(
    fc.property(lives, fc.nat(), fc.constantFrom("", "不是编号的字", "9:30"), (lines, place, text) => {
      const { hit, tables } = damaged(booksOf(lines), place, text)
      const books = read(tables)
      if (Result.isSuccess(books)) {
        reached.lawful++
        expect(books.success.lines).toHaveLength(lines.length)
        return
      }
      reached.told++
      const rowCount = new Map(tables.map(({ file, rows }) => [file, rows.length]))
      for (const { at, code } of books.failure) {
        expect(at?.line, code).toBeGreaterThan(1)
        expect(at?.line).toBeLessThanOrEqual(rowCount.get(at?.file ?? "") ?? 0)
      }
      expect(new Set(books.failure.map(placeOf)).size).toBe(books.failure.length)
      if (books.failure.some(({ at }) => at?.file === hit.file && at.line === hit.line)) reached.atTheRow++
    }),
    { numRuns: 150, seed: 9 },
  )
  if (process.env.FIGURES !== undefined) console.log(JSON.stringify(reached))
  expect(Math.min(...Object.values(reached))).toBeGreaterThan(20)
})
