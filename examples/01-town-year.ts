/**
 * A made-up township's year: its books in; its organisations with findings, and the points of its pilot village, out.
 *
 *     npm run demo                        in Chinese
 *     npm run demo -- --en                in English
 *     npm run demo -- --person G01        another person's points
 *     npm run demo -- --folder <path>     another folder of books
 *
 * Only reading, calling and printing happens here; everything decided is decided in the library.
 */
import { join } from "node:path"
import { Fault } from "dangjian/foundation"
import { Sentence } from "dangjian/interop"
import * as Result from "effect/Result"
import { sourcesOf } from "./town/books.js"
import { flags, language, say } from "./town/flags.js"
import { readTown, townPage } from "./town/tree.js"
import { readPoints, villagePage } from "./town/village.js"

const town = readTown(sourcesOf(flags.folder))
const register = readPoints(sourcesOf(join(flags.folder, "样例村")))
const faults = [
  ...(Result.isFailure(town) ? town.failure : []),
  ...(Result.isFailure(register) ? register.failure : []),
]

if (Result.isFailure(town) || Result.isFailure(register)) {
  for (const fault of faults) console.error(Sentence.text(fault, language))
  process.exitCode = 1
} else {
  const village = villagePage(register.success)
  if (village === undefined) {
    const person = Fault.shown(flags.person)
    console.error(say(`名册里没有编号“${person}”`, `the list of people has no "${person}"`))
    process.exitCode = 1
  } else console.log(`${townPage(town.success)}\n\n${village}`)
}
