/**
 * The verifier (复核): finds a certificate again from the rulebook and the records, slowly and obviously, and compares every
 * field, so that nobody has to trust whoever issued it.
 *
 * It knows nothing of faster ways to the same result. With the records of the whole group, or where no result depends on
 * others, it answers *verified*. With the group's table, or without it, it answers *verified given the table*, which it
 * names by its digest: everything that rests on the subject's own records was found again, and what others have was taken
 * from the table, or from what the certificate says of it.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import type * as Digest from "../foundation/Digest.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Certificate from "./Certificate.js"
import * as Evidence from "./Evidence.js"
import * as GroupTable from "./GroupTable.js"
import type { Input } from "./Interpreter.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import type { Rulebook } from "./Rulebook.js"
import type { VerifierCode } from "./RulesTexts.js"
import * as Value from "./Value.js"
import type { Others } from "./World.js"

// ---------------------------------------------------------------- models

/**
 * What a certificate is checked against: the rulebook, the sealed records, and the published seeds of draws. `others` says
 * where the rest of the group is: their records are in the evidence as well, or a table stands for them; absent, what the
 * certificate says of them is taken as given.
 *
 * @category models
 * @since 0.1.0
 */
export interface Basis {
  readonly book: Rulebook
  readonly evidence: Evidence.Evidence
  readonly others?: "inEvidence" | GroupTable.GroupTable
  readonly seeds?: Readonly<Record<string, string>>
}

/**
 * What the verifier answers. `seen` says whether the table itself was at hand.
 *
 * @category models
 * @since 0.1.0
 */
export type Verdict =
  | { readonly is: "verified" }
  | { readonly is: "verifiedGiven"; readonly table: Digest.Digest; readonly seen: boolean }
  | { readonly is: "refuted"; readonly because: ReadonlyArray<VerifierFault> }

// ---------------------------------------------------------------- errors

/**
 * What speaks against a certificate, with the place in it; or a seal of the evidence that is broken.
 *
 * @category errors
 * @since 0.1.0
 */
export type VerifierFault = Fault<VerifierCode> | Certificate.CertificateFault | Evidence.EvidenceFault

// ---------------------------------------------------------------- decisions

/**
 * Checks a certificate: finds it again, completeness of the records included, and compares every field.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Certificate, Evidence, Verifier } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const book = WendengVillage.rulebook
 * const labels = { 身份: ["党员"], 类别: ["党员"] }
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), recordedAt)
 * const register = {
 *   subjects: [{ id: "m1", labels }, { id: "m2", labels }], // made up
 *   facts: [{ id: "f1", subject: "m1", kind: "P-058", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt }],
 * }
 * const evidence = Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office"))
 * const issued = Result.getOrThrow(Certificate.issue({ book, period: Period.yearUnsafe(2023), at, evidence }))
 * const [certificate] = issued.certificates
 * assert.deepEqual(Verifier.verify(certificate!, { book, evidence, others: "inEvidence" }), { is: "verified" })
 *
 * // the member alone, with own records and the table of the group
 * const own = Evidence.about(evidence, at).get("m1")!
 * assert.equal(Verifier.verify(certificate!, { book, evidence: own, others: issued.table! }).is, "verifiedGiven")
 *
 * const forged = { ...certificate!, level: { is: "level", level: "五星" } } as const
 * const verdict = Verifier.verify(forged, { book, evidence, others: "inEvidence" })
 * assert.deepEqual(verdict.is === "refuted" && verdict.because.map(({ path }) => path), [["level", "level"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const verify = (certificate: Certificate.Certificate, basis: Basis): Verdict => {
  const broken = Evidence.check(basis.evidence)
  if (broken.length > 0) return { is: "refuted", because: broken }
  const { at, subject } = certificate
  const own = Evidence.about(basis.evidence, at).get(subject)
  const wrong = [...againstBook(certificate, basis.book), ...againstEvidence(certificate, own)]
  if (own === undefined || wrong.length > 0) return { is: "refuted", because: wrong }
  const found = find(certificate, basis, own)
  if (Result.isFailure(found)) return { is: "refuted", because: found.failure }
  const { outcome, table, seen } = found.success
  const again = Certificate.all([outcome], {
    book: basis.book,
    evidence: own,
    ...(table === undefined ? {} : { table }),
    ...(basis.seeds === undefined ? {} : { seeds: basis.seeds }),
  })
  if (Result.isFailure(again)) return { is: "refuted", because: again.failure }
  const because = differences(certificate, again.success[0], [])
  if (because.length > 0) return { is: "refuted", because }
  return table === undefined || seen === "records"
    ? { is: "verified" }
    : { is: "verifiedGiven", table, seen: seen === "table" }
}

const againstBook = ({ rulebook }: Certificate.Certificate, book: Rulebook): ReadonlyArray<VerifierFault> => {
  const digest = Certificate.digestOf(book)
  if (Result.isFailure(digest)) return digest.failure
  return digest.success === rulebook ? [] : [fault("verifier.otherBook", {}, ["rulebook"])]
}

const againstEvidence = (
  { evidence: stated }: Certificate.Certificate,
  own: Evidence.Evidence | undefined,
): ReadonlyArray<VerifierFault> => {
  const found = own === undefined ? undefined : Evidence.root(own)
  return found?.digest === stated.digest && found.count === stated.count
    ? []
    : [fault("verifier.otherEvidence", { stated: stated.count, found: found?.count ?? 0 }, ["evidence"])]
}

/** The outcome found again, and what the rest of the group was taken from. */
interface Again {
  readonly outcome: Outcome.Outcome
  readonly table?: Digest.Digest
  readonly seen: "records" | "table" | "nothing"
}

const find = (
  certificate: Certificate.Certificate,
  { book, evidence, others, seeds }: Basis,
  own: Evidence.Evidence,
): Result.Result<Again, ReadonlyArray<VerifierFault>> => {
  const { subject, period, at } = certificate
  const input = (from: Evidence.Evidence): Input => ({
    book,
    period,
    at,
    ...Evidence.records(from),
    ...(seeds === undefined ? {} : { seeds }),
  })
  const isNeeded = GroupTable.isNeeded(book)
  if (isNeeded && others === undefined) {
    const outcome = asStated(certificate, input(own))
    const { table } = certificate
    return outcome === undefined || table === undefined
      ? Result.fail([fault("verifier.otherTable", {}, ["table"])])
      : Result.succeed({ outcome, table, seen: "nothing" })
  }
  const table = others === undefined || others === "inEvidence" ? GroupTable.of(input(evidence)) : others
  const digest = Certificate.digestOf(table)
  if (Result.isFailure(digest)) return Result.fail(digest.failure)
  if (isNeeded && digest.success !== certificate.table) {
    return Result.fail([fault("verifier.otherTable", {}, ["table"])])
  }
  const found = GroupTable.outcome(table, input(own), subject)
  if (found === undefined) return Result.fail([fault("verifier.otherEvidence", { stated: 0, found: 0 }, ["subject"])])
  if (isNeeded && found.differs.length > 0) {
    return Result.fail(found.differs.map((what) => fault("verifier.tableDiffers", { what }, ["table"])))
  }
  const seen = others === "inEvidence" ? "records" : "table"
  return Result.succeed({ outcome: found.outcome, seen, ...(isNeeded ? { table: digest.success } : {}) })
}

/**
 * The outcome from the subject's own records, with what the certificate says of the peers: the values taken from them, the
 * falls by quotas and the places.
 */
const asStated = (certificate: Certificate.Certificate, input: Input): Outcome.Outcome | undefined => {
  const { subject, period, peers = [], stages, places } = certificate
  const stated = new Map(peers.map((one) => [Judging.keyOf(one, period), Judging.valueOf(one.value)]))
  const missing = Value.conflict("rules.notInTable", { subject })
  const others: Others = {
    value: () => missing,
    verdict: () => "unknown",
    together: (_, key) => stated.get(key) ?? missing,
  }
  const judging = Judging.open(input, { others })
  const called = judging.called.find((one) => one.subject.id === subject)
  if (called === undefined) return undefined
  const judged = Judging.judged(judging, called)
  const { candidate } = judged
  const falls = stages
    .filter(({ stage }) => stage === "quota")
    .map(({ stage, by, to }) => ({
      stage,
      ...(by === undefined ? {} : { by }),
      to: Judging.levelsOf(input.book, to),
    }))
  const last = falls.at(-1)
  const settled =
    candidate === undefined
      ? []
      : [{ ...candidate, stages: [...candidate.stages, ...falls], levels: last?.to ?? candidate.levels }]
  return Judging.outcomeOf(judging, judged, {
    candidates: new Map(settled.map((one) => [subject, one])),
    places: new Map([[subject, places.map(({ label: _, cite: __, ...place }) => place)]]),
  })
}

/** Every place where one document says something else than the other, or says it at all. */
const differences = (stated: unknown, found: unknown, path: Fault["path"]): ReadonlyArray<VerifierFault> => {
  if (isRecord(stated) && isRecord(found)) {
    const keys = [...new Set([...Object.keys(stated), ...Object.keys(found)])].sort()
    return keys.flatMap((key) => differences(stated[key], found[key], [...path, key]))
  }
  if (Array.isArray(stated) && Array.isArray(found)) {
    return Array.from({ length: Math.max(stated.length, found.length) }, (_, index) =>
      differences(stated[index], found[index], [...path, index]),
    ).flat()
  }
  return stated === found ? [] : [fault("verifier.differs", { stated: shown(stated), found: shown(found) }, path)]
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value)

/** A part in short; nothing is said as a dash. */
const shown = (value: unknown): string => {
  if (value === undefined) return "—"
  const text = typeof value === "string" ? value : JSON.stringify(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
