/**
 * Laws of certificates and their verification. All books, subjects and facts are made up.
 */
import * as Result from "effect/Result"
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Certificate from "../../src/rules/Certificate.js"
import * as Evidence from "../../src/rules/Evidence.js"
import * as Interpreter from "../../src/rules/Interpreter.js"
import * as Verifier from "../../src/rules/Verifier.js"
import { inputs } from "./rulebookArbitrary.js"

type Input = Required<Interpreter.Input>

const saltOf = Evidence.saltsFrom("made up, for tests alone")

const issued = ({ book, period, at, seeds, subjects, facts, closures, results }: Input) => {
  const evidence = Evidence.sealUnsafe({ subjects, facts, closures, results }, saltOf)
  return { evidence, ...Result.getOrThrow(Certificate.issue({ book, period, at, evidence, seeds })) }
}

const any = fc.oneof(inputs(), inputs({ settled: true }))

test("a certificate is a document, and is verified from the records of the whole group", () => {
  fc.assert(
    fc.property(any, (input) => {
      const { evidence, certificates } = issued(input)
      const { book, seeds } = input
      for (const certificate of certificates) {
        const stored = Result.getOrThrow(Certificate.document.decode(JSON.parse(JSON.stringify(certificate))))
        expect(stored).toEqual(certificate)
        expect(Verifier.verify(stored, { book, evidence, others: "inEvidence", seeds })).toEqual({ is: "verified" })
      }
    }),
    { numRuns: 100 },
  )
})

test("a subject verifies with its own records and the table, and without the table given its digest", () => {
  fc.assert(
    fc.property(any, (input) => {
      const { evidence, certificates, table } = issued(input)
      const { book, seeds, at } = input
      const own = Evidence.about(evidence, at)
      for (const certificate of certificates) {
        const basis = { book, evidence: own.get(certificate.subject) ?? evidence, seeds }
        const digest = certificate.table
        expect(Verifier.verify(certificate, basis)).toEqual(
          digest === undefined ? { is: "verified" } : { is: "verifiedGiven", table: digest, seen: false },
        )
        if (table === undefined) continue
        expect(Verifier.verify(certificate, { ...basis, others: table })).toEqual({
          is: "verifiedGiven",
          table: digest,
          seen: true,
        })
      }
    }),
    { numRuns: 100 },
  )
})

test("an expansion holds the outcome: facts by digest, everything else as it was", () => {
  fc.assert(
    fc.property(any, (input) => {
      const { certificates, evidence } = issued(input)
      const named = (certificate: Certificate.Certificate): object => {
        const text = evidence.facts.reduce(
          (all, { digest, record }) => all.replaceAll(digest, record.id),
          JSON.stringify(certificate),
        )
        return JSON.parse(text) as object
      }
      for (const [index, outcome] of Interpreter.evaluate(input).outcomes.entries()) {
        const { unread, ...rest } = named(certificates[index]!) as Certificate.Certificate
        expect({ ...rest, unread: [...unread].sort() }).toMatchObject(outcome)
      }
    }),
    { numRuns: 60 },
  )
})

// ---------------------------------------------------------------- mutations

type Path = ReadonlyArray<string | number>

/** Every leaf and every list of a document, by path. */
const places = (part: unknown, path: Path = []): ReadonlyArray<Path> => {
  if (Array.isArray(part)) return [path, ...part.flatMap((item, index) => places(item, [...path, index]))]
  if (typeof part === "object" && part !== null) {
    return Object.entries(part).flatMap(([key, item]) => places(item, [...path, key]))
  }
  return [path]
}

const changed = (part: unknown, how: number): unknown => {
  if (Array.isArray(part)) return how % 2 === 0 ? part.slice(1) : [...part, ...part.slice(0, 1), "多"]
  if (typeof part === "boolean") return !part
  if (typeof part === "number") return part + 1
  if (typeof part !== "string") return "变"
  if (/^-?\d+(?:[./]\d+)?$/.test(part)) return how % 2 === 0 ? `${part}1` : "7777"
  const swaps: Readonly<Record<string, string>> = {
    rated: "unrated",
    unrated: "rated",
    yes: "no",
    no: "yes",
    unknown: "no",
    holds: "possible",
    possible: "holds",
    halfUp: "floor",
    level: "none",
  }
  if (part.startsWith("sha256:")) return `${part.slice(0, -1)}${part.endsWith("0") ? "1" : "0"}`
  return swaps[part] ?? `${part}变`
}

const set = (part: unknown, [key, ...rest]: Path, how: number): unknown => {
  if (key === undefined) return changed(part, how)
  if (Array.isArray(part)) return part.map((item, index) => (index === key ? set(item, rest, how) : item))
  const record = part as Readonly<Record<string, unknown>>
  return Object.fromEntries(
    Object.entries(record).map(([name, item]) => [name, name === key ? set(item, rest, how) : item]),
  )
}

const without = (part: unknown, [key, ...rest]: Path): unknown => {
  if (key === undefined) return part
  if (Array.isArray(part)) {
    return rest.length === 0
      ? part.filter((_, index) => index !== key)
      : part.map((item, index) => (index === key ? without(item, rest) : item))
  }
  const entries = Object.entries(part as Readonly<Record<string, unknown>>)
  return Object.fromEntries(
    entries.flatMap(([name, item]) =>
      name !== key ? [[name, item]] : rest.length === 0 ? [] : [[name, without(item, rest)]],
    ),
  )
}

const isCaught = (input: Input, evidence: Evidence.Evidence, mutant: unknown): boolean => {
  const decoded = Certificate.document.decode(mutant)
  if (Result.isFailure(decoded)) return true
  const { book, seeds } = input
  return Verifier.verify(decoded.success, { book, evidence, others: "inEvidence", seeds }).is === "refuted"
}

test("every field that is changed or taken away is caught", () => {
  const caught = { decoding: 0, verifying: 0 }
  const picks = fc.array(fc.nat(), { minLength: 12, maxLength: 12 })
  fc.assert(
    fc.property(any, picks, (input, numbers) => {
      const { certificates, evidence } = issued(input)
      for (const [index, pick] of numbers.entries()) {
        const certificate = certificates[pick % certificates.length]!
        const all = places(certificate)
        const path = all[pick % all.length]!
        const mutant = index % 3 === 2 ? without(certificate, path) : set(certificate, path, pick)
        if (JSON.stringify(mutant) === JSON.stringify(certificate)) continue
        caught[Result.isFailure(Certificate.document.decode(mutant)) ? "decoding" : "verifying"]++
        expect([path.join("."), isCaught(input, evidence, mutant)]).toEqual([path.join("."), true])
      }
    }),
    { numRuns: 60 },
  )
  expect(Math.min(caught.decoding, caught.verifying)).toBeGreaterThan(20)
})

test("a forger who numbers it anew is caught as well, unless it truly answers for another coordinate", () => {
  const picks = fc.array(fc.nat(), { minLength: 12, maxLength: 12 })
  let refuted = 0
  fc.assert(
    fc.property(any, picks, (input, numbers) => {
      const { certificates, evidence } = issued(input)
      for (const pick of numbers) {
        const certificate = certificates[pick % certificates.length]!
        const all = places(certificate)
        const path = all[pick % all.length]!
        const changedOne = set(certificate, path, pick) as Certificate.Certificate
        if (JSON.stringify(changedOne) === JSON.stringify(certificate)) continue
        const { number: _, ...rest } = changedOne
        const digest = Certificate.digestOf(rest)
        const mutant = { ...rest, number: Result.isSuccess(digest) ? digest.success : "" }
        const isOther = path[0] === "at" || path[0] === "period" || path[0] === "number"
        const caught = isCaught(input, evidence, mutant)
        if (caught) refuted++
        expect([path.join("."), caught || isOther]).toEqual([path.join("."), true])
      }
    }),
    { numRuns: 60 },
  )
  expect(refuted).toBeGreaterThan(300)
})

test("a fact that is left out, slipped in or altered is caught", () => {
  fc.assert(
    fc.property(inputs(), fc.nat(), (input, pick) => {
      const { certificates, evidence } = issued(input)
      const known = evidence.facts.filter(
        ({ record }) => record.recordedAt <= input.at.knownAt && input.subjects.some(({ id }) => id === record.subject),
      )
      fc.pre(known.length > 0)
      const seal = known[pick % known.length]!
      const certificate = certificates.find(({ subject }) => subject === seal.record.subject)!
      const others = evidence.facts.filter((one) => one !== seal)
      const forged = { ...seal, record: { ...seal.record, kind: "另一件事" } }
      const { book, seeds } = input
      for (const facts of [others, [...others, forged]]) {
        const verdict = Verifier.verify(certificate, {
          book,
          evidence: { ...evidence, facts },
          others: "inEvidence",
          seeds,
        })
        expect(verdict.is).toBe("refuted")
      }
    }),
    { numRuns: 60 },
  )
})

test("another rulebook is caught", () => {
  fc.assert(
    fc.property(inputs(), (input) => {
      const { certificates, evidence } = issued(input)
      const book = { ...input.book, title: { zh: "另一本办法" } }
      const verdict = Verifier.verify(certificates[0]!, { book, evidence, others: "inEvidence", seeds: input.seeds })
      expect(verdict.is === "refuted" && verdict.because.map(({ code }) => code)).toEqual(["verifier.otherBook"])
    }),
    { numRuns: 20 },
  )
})
