/**
 * A made-up township's year: its books in; its organisations with findings, its service orders, and the points of its
 * pilot village, out.
 *
 *     npm run demo                        in Chinese
 *     npm run demo -- --en                in English
 *     npm run demo -- --person G01        another person's points
 *     npm run demo -- --folder <path>     another folder of books, with the pilot village's in 样例村 within
 *
 * Only reading, calling and printing happens here; everything decided is decided in the library.
 */
import { join } from "node:path"
import { Fault } from "dangjian/foundation"
import { OrderBooks, Sentence } from "dangjian/interop"
import * as Result from "effect/Result"
import { isFolder, sourcesOf } from "./town/books.js"
import { faultsIn } from "./town/faults.js"
import { flags, language, say } from "./town/flags.js"
import { ordersPage } from "./town/orders.js"
import { readTown, townPage } from "./town/tree.js"
import { readPoints, villagePage } from "./town/village.js"

const VILLAGE = "样例村"

const failed = (...lines: ReadonlyArray<string>): void => {
  for (const line of lines) console.error(line)
  process.exitCode = 1
}

const show = (folder: string): void => {
  const sources = sourcesOf(folder)
  const town = readTown(sources.filter(({ file }) => !OrderBooks.isBook(file)))
  const page = Result.flatMap(town, townPage)
  const orders = ordersPage(
    sources.filter(({ file }) => OrderBooks.isBook(file)),
    Result.getOrUndefined(town),
  )
  const register = readPoints(sourcesOf(join(folder, VILLAGE)))
  if (Result.isFailure(page) || Result.isFailure(orders) || Result.isFailure(register)) {
    failed(...faultsIn(page, orders, register).map((fault) => Sentence.text(fault, language)))
    return
  }
  const village = villagePage(register.success)
  const person = Fault.shown(flags.person)
  if (village === undefined) failed(say(`名册里没有编号“${person}”`, `the list of people has no "${person}"`))
  else console.log([page.success, orders.success, village].join("\n\n"))
}

const { folder } = flags
const path = Fault.shown(folder)
if (!isFolder(folder)) failed(say(`没有文件夹“${path}”`, `there is no folder "${path}"`))
else if (!isFolder(join(folder, VILLAGE))) {
  failed(
    say(
      `文件夹“${path}”里没有“${VILLAGE}”：试点村的积分台账应放在这个文件夹里`,
      `the folder "${path}" has no "${VILLAGE}": the point books of the pilot village belong in a folder of that name`,
    ),
  )
} else show(folder)
