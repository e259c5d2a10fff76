// Statistics of 1,000 texts against schemes: 26 % have the shape of the scheme, 74 % do not; of 300 trees with codes, all are
// broken by each change that does not fall on a root.
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as OrganisationCode from "../../src/organisation/OrganisationCode.js"
import * as PartyTree from "../../src/organisation/PartyTree.js"
import * as PrimaryKinds from "../../src/presets/PrimaryKinds.js"
import { day, kinds, tree } from "./treeArbitrary.js"

/** Schemes of any steps, some filled up with noughts, some going on for ever. */
const scheme: fc.Arbitrary<OrganisationCode.CodeScheme> = fc
  .record({
    steps: fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 4 }),
    further: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined }),
    filled: fc.option(fc.nat(), { nil: undefined }),
  })
  .map(({ steps, further, filled }): OrganisationCode.CodeScheme => {
    const levels = steps.map((_, index) => steps.slice(0, index + 1).reduce((a, b) => a + b, 0))
    return {
      ...{ id: "s1", strength: "should", from: CivilDate.parseUnsafe("2018-01-01"), signs: "digits", levels },
      cite: { title: "示例编码规则", standing: "report" },
      ...(further === undefined ? {} : { further }),
      ...(filled === undefined ? {} : { padTo: levels[filled % levels.length] ?? 1 }),
    }
  })

/** The lengths of the first levels of a scheme. */
const lengths = ({ levels, further }: OrganisationCode.CodeScheme): ReadonlyArray<number> => {
  const last = levels.at(-1) ?? 0
  return further === undefined ? levels : [...levels, last + further, last + 2 * further, last + 3 * further]
}

/** A code of a level, each part of it above nought, filled up where the scheme fills up. */
const coded = (of: OrganisationCode.CodeScheme, level: number, digits: ReadonlyArray<number>): string => {
  const stem = digits.slice(0, lengths(of)[level - 1]).join("")
  return stem.padEnd(of.padTo ?? 0, "0")
}

const codes = scheme.chain((of) =>
  fc.record({
    of: fc.constant(of),
    level: fc.integer({ min: 1, max: lengths(of).length }),
    digits: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 30, maxLength: 30 }),
  }),
)

test("a code that is put together is read back, and the codes above it are those of the levels above", () => {
  fc.assert(
    fc.property(codes, ({ of, level, digits }) => {
      const code = coded(of, level, digits)
      expect(OrganisationCode.read(of, code)).toEqual({ level, stem: digits.slice(0, lengths(of)[level - 1]).join("") })
      const above = Array.from({ length: level - 1 }, (_, index) => coded(of, level - 1 - index, digits))
      expect(OrganisationCode.ancestors(of, code)).toEqual(above)
      expect(OrganisationCode.above(of, code)).toBe(above[0])
    }),
    { numRuns: 500 },
  )
})

test("whatever the text, the code above has the shape of the scheme, one level less, and the text begins with its stem", () => {
  const seen = { shaped: 0, shapeless: 0 }
  fc.assert(
    fc.property(scheme, fc.stringMatching(/^[01]{0,12}$/), (of, text) => {
      const reading = OrganisationCode.read(of, text)
      if (reading === undefined) {
        seen.shapeless++
        expect(OrganisationCode.above(of, text)).toBeUndefined()
        return
      }
      seen.shaped++
      expect(text.startsWith(reading.stem)).toBe(true)
      const above = OrganisationCode.above(of, text)
      expect(above === undefined).toBe(reading.level === 1)
      if (above === undefined) return
      const over = OrganisationCode.read(of, above)
      expect(over).toBeDefined()
      expect(over?.level).toBeLessThan(reading.level)
      expect(text.startsWith(over?.stem ?? "?")).toBe(true)
    }),
    { numRuns: 1000 },
  )
  expect(Math.min(seen.shaped, seen.shapeless)).toBeGreaterThan(150)
})

/** Codes for a valid tree: three signs a level, siblings numbered by id. */
const withCodes = (rows: Parameters<typeof PartyTree.of>[0]) => {
  const { forest } = PartyTree.of(rows, day, PrimaryKinds).tree
  const given = new Map<string, string>()
  for (const [place, id] of forest.ids.entries()) {
    const over = forest.ids[forest.above[place] ?? -1]
    given.set(id, `${over === undefined ? "" : given.get(over)}${String(place).padStart(3, "0")}`)
  }
  return rows.map((row) => ({ ...row, code: given.get(row.id) ?? "" }))
}

test("a tree that keeps its scheme has no finding, and one code changed is found", () => {
  const schemes = PrimaryKinds.organisationCodes
  const lint = (rows: Parameters<typeof PartyTree.of>[0]) =>
    OrganisationCode.ofParties(schemes, PartyTree.of(rows, day, { ...PrimaryKinds, kinds }).tree)
  const change = fc.constantFrom(
    (code: string) => `${code}x`,
    (code: string) => code.slice(0, -1),
    (code: string) => `999${code.slice(3)}`,
    (code: string) => `${code}001`,
  )
  fc.assert(
    fc.property(tree, fc.nat(), change, (rows, pick, changed) => {
      const whole = withCodes(rows)
      expect(lint(whole)).toEqual([])
      const place = pick % whole.length
      const row = whole[place]
      if (row === undefined || row.supervisedBy === undefined) return
      const broken = whole.with(place, { ...row, code: changed(row.code) })
      expect(lint(broken).length).toBeGreaterThan(0)
      expect(lint([...broken].reverse())).toEqual(lint(broken))
    }),
    { numRuns: 300 },
  )
})
