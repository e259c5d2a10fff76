import { readdirSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { parse } from "csv-parse/sync"
import * as Result from "effect/Result"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as OrderBooks from "../../src/interop/OrderBooks.js"
import * as OrganisationBooks from "../../src/interop/OrganisationBooks.js"
import * as Sheet from "../../src/interop/Sheet.js"
import * as HeadCount from "../../src/organisation/HeadCount.js"
import * as Member from "../../src/organisation/Member.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import * as PostRules from "../../src/presets/PostRules.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import { townBooks, villages } from "../house/townBooks.js"
import { ROOT } from "../house/tree.js"
import { people } from "../house/villageBooks.js"

const folder = join(ROOT, "examples/town-2023")
const on = CivilDate.parseUnsafe("2023-12-31")

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(join(folder, file)))
const textOf = (file: string): string => Result.getOrThrow(Sheet.text(bytesOf(file)))

const files = readdirSync(folder, { withFileTypes: true })
  .filter((entry) => entry.isFile() && !entry.name.startsWith("."))
  .map(({ name }) => name)
  .sort()

const all = files.map((file): Sheet.Table => {
  const records: ReadonlyArray<ReadonlyArray<string>> = parse(textOf(file), { relax_column_count: true })
  return { file, rows: records.map((cells, index) => ({ line: index + 1, cells })) }
})

/** The books of the organisation; those of its orders are read by themselves. */
const tables = all.filter(({ file }) => !OrderBooks.isBook(file))

const books = Result.getOrThrow(
  OrganisationBooks.read(tables, { on, kinds: PrimaryKinds.kinds, postKinds: PostRules.kinds }),
)

test("the folder is what the script writes, byte for byte, and nothing else but the folder of the pilot village", () => {
  const made = townBooks()
  expect(files).toEqual([...made.keys()].sort())
  for (const [file, bytes] of made) expect(Buffer.compare(bytes, bytesOf(file)), file).toBe(0)
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name)).toEqual(["样例村"])
})

test("the files come as a township office has them: three encodings, a title above the header, line ends of Windows", () => {
  const isMarked = (file: string) => bytesOf(file)[0] === 0xef
  const isUtf8 = (file: string) => {
    const bytes = Buffer.from(bytesOf(file))
    return Buffer.from(bytes.toString("utf8")).equals(bytes)
  }
  expect(files.filter(isMarked)).toEqual([
    "任职台账.csv",
    "单位台账.csv",
    "批准台账.csv",
    "接转台账.csv",
    "派单台账.csv",
    "点单台账.csv",
  ])
  expect(files.filter((file) => !isUtf8(file))).toEqual(["党员名册.csv", "党组织名册.csv", "流转台账.csv"])
  for (const file of files) {
    expect(textOf(file), file).toMatch(/^样例镇[^\n,]+（全部虚构）\n/)
    expect(Buffer.from(bytesOf(file)).includes("\r\n"), file).toBe(true)
  }
})

test("the books are read without a fault: as many units, organisations, members, posts and links as they have rows", () => {
  const { appointments, approvals, grid, letters, members, organisations, persons, posts, terms, units } = books
  const rowsOf = (name: string) => textOf(`${name}.csv`).trimEnd().split("\n").length - 2
  expect([units.length, organisations.length, members.length, persons.length]).toEqual(
    ["单位台账", "党组织名册", "党员名册", "党员名册"].map(rowsOf),
  )
  expect([appointments.length, terms.length, letters.length, approvals.length, grid.cells.length]).toEqual(
    ["任职台账", "换届台账", "接转台账", "批准台账", "网格台账"].map(rowsOf),
  )
  expect([units.length, organisations.length, members.length, appointments.length]).toEqual([42, 53, 1222, 260])
  expect(posts.length).toBeLessThanOrEqual(appointments.length)
  expect(grid.households.length).toBe(units.reduce((sum, { households = 0 }) => sum + households, 0))
  expect([grid.households.length, grid.links.length]).toEqual([7508, 7496])
})

test("25 villages and communities, of every lawful form, on both sides of each threshold", () => {
  const places = books.units.filter(({ kind }) => kind === "村" || kind === "社区")
  expect([places.length, places.filter(({ kind }) => kind === "社区").length]).toEqual([25, 2])
  const kinds = new Map<string, number>()
  for (const { kind } of books.organisations) kinds.set(kind, (kinds.get(kind) ?? 0) + 1)
  expect(Object.fromEntries(kinds)).toEqual({
    townshipCommittee: 1,
    primaryCommittee: 2,
    generalBranch: 5,
    branch: 41,
    jointBranch: 1,
    projectBranch: 1,
    mobileMemberBranch: 1,
    temporaryBranch: 1,
  })
  const sizes = villages.map(({ branches }) => branches.reduce((sum, size) => sum + size, 0))
  for (const threshold of [50, 100]) {
    expect(
      sizes.filter((size) => size <= threshold && size > threshold - 25).length,
      String(threshold),
    ).toBeGreaterThan(0)
    expect(sizes.filter((size) => size > threshold && size < threshold + 25).length, String(threshold)).toBeGreaterThan(
      0,
    )
  }
})

test("every organisation stands under the township committee, which is responsible for all that counts", () => {
  const { faults, tree } = PartyTree.of(books.organisations, on, PrimaryKinds)
  expect(faults).toEqual([])
  const own = new Map<string, Array<Member.Member>>()
  for (const member of books.members) {
    const branch = Member.responsible(member)
    own.set(branch, [...(own.get(branch) ?? []), member])
  }
  const heads = PartyTree.headCounts(tree, new Map([...own].map(([id, list]) => [id, Member.headCount(list)])))
  expect(heads.get("B00")).toEqual(Member.headCount(books.members))
  expect(heads.get("B00")).toEqual(HeadCount.ofUnsafe({ full: 1207, probationary: 14 }))
})

test("members of the pilot village are the people of its own books, by id and name", () => {
  const own = new Map(people().map(({ id, name }) => [id, name]))
  const village = books.members.filter(({ affiliation }) => Member.responsible({ affiliation }).startsWith("B04"))
  const names = new Map(books.persons.map(({ id, name }) => [id, name]))
  const shared = village.filter(({ person }) => own.has(person))
  expect(village).toHaveLength(59)
  expect(shared.length).toBeGreaterThan(50)
  for (const { person } of shared) expect(names.get(person), person).toBe(own.get(person))
})

test("nobody is under age, and nobody was full sooner than a year after admission", () => {
  const born = new Map(books.persons.map((person) => [person.id, Number(person.born?.slice(0, 4))]))
  for (const { admittedOn, fullFrom, person } of books.members) {
    expect(CivilDate.year(admittedOn) - (born.get(person) ?? 0), person).toBeGreaterThanOrEqual(19)
    if (fullFrom !== undefined) expect(CivilDate.year(fullFrom), person).toBe(CivilDate.year(admittedOn) + 1)
  }
})
