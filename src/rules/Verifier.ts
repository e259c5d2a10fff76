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
import * as Exact from "../foundation/Exact.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Certificate from "./Certificate.js"
import type { VerifierCode } from "./CertificateTexts.js"
import * as Evidence from "./Evidence.js"
import * as GroupTable from "./GroupTable.js"
import { evaluate, type Input } from "./Interpreter.js"
import * as Judging from "./Judging.js"
import type * as Outcome from "./Outcome.js"
import { isMember } from "./Population.js"
import type { Rulebook } from "./Rulebook.js"

import * as Value from "./Value.js"
import type { Candidate } from "./Verdict.js"
import { grouped, groupOf, groupText, type Others, own } from "./World.js"

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
export const verify = (certificate: Certificate.Certificate, basis: Basis): Verdict =>
  verifyAll([certificate], basis)[0] ?? { is: "refuted", because: [] }

/**
 * Checks many certificates on one basis, such as those of a whole rating: what they share is found again once.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, Period } from "dangjian/foundation"
 * import { Certificate, Evidence, Verifier } from "dangjian/rules"
 * import { WendengVillage } from "dangjian/presets"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const book = WendengVillage.rulebook
 * const labels = { 身份: ["党员"], 类别: ["党员"] }
 * const at = Coordinate.of(CivilDate.parseUnsafe("2023-12-31"), Coordinate.instantUnsafe(0))
 * const register = { subjects: [{ id: "m1", labels }, { id: "m2", labels }], facts: [] } // made up
 * const evidence = Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office"))
 * const { certificates } = Result.getOrThrow(Certificate.issue({ book, period: Period.yearUnsafe(2023), at, evidence }))
 * assert.deepEqual(Verifier.verifyAll(certificates, { book, evidence, others: "inEvidence" }), [
 *   { is: "verified" },
 *   { is: "verified" },
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const verifyAll = (
  certificates: ReadonlyArray<Certificate.Certificate>,
  basis: Basis,
): ReadonlyArray<Verdict> => {
  const refuted = (because: ReadonlyArray<VerifierFault>): Verdict => ({ is: "refuted", because })
  const rulebook = Certificate.digestOf(basis.book)
  const broken = [...Evidence.check(basis.evidence), ...(Result.isFailure(rulebook) ? rulebook.failure : [])]
  if (broken.length > 0 || Result.isFailure(rulebook)) return certificates.map(() => refuted(broken))
  const verdicts = new Map<Certificate.Certificate, Verdict>()
  for (const alike of grouped(certificates, ({ period, at }) => JSON.stringify([period, at])).values()) {
    for (const [one, verdict] of verifyAlike(alike, basis, rulebook.success)) verdicts.set(one, verdict)
  }
  return certificates.map((one) => verdicts.get(one) ?? refuted([]))
}

type Outcomes = Result.Result<Outcome.Outcome, ReadonlyArray<VerifierFault>>

/** What all certificates of one period and coordinate share, found again once. */
interface Shared {
  /** The digest of the table, where results depend on others and it is known. */
  readonly table?: Digest.Digest
  readonly seen: "records" | "table" | "nothing"
  readonly outcomeOf: (certificate: Certificate.Certificate, own: Evidence.Evidence) => Outcomes
}

const verifyAlike = (
  certificates: ReadonlyArray<Certificate.Certificate>,
  basis: Basis,
  rulebook: Digest.Digest,
): ReadonlyArray<readonly [Certificate.Certificate, Verdict]> => {
  const [first] = certificates
  if (first === undefined) return []
  const own = Evidence.about(basis.evidence, first.at)
  const shared = sharedBy(first, basis)
  const { book, seeds } = basis
  const issuers = new Map<string | undefined, Result.Result<Certificate.Issuer, ReadonlyArray<VerifierFault>>>()
  const issuerFor = (table: Digest.Digest | undefined) => {
    const found =
      issuers.get(table) ??
      Certificate.issuer({
        book,
        ...(table === undefined ? {} : { table }),
        ...(seeds === undefined ? {} : { seeds }),
      })
    issuers.set(table, found)
    return found
  }
  return certificates.map((one): readonly [Certificate.Certificate, Verdict] => {
    const records = own.get(one.subject)
    const wrong = [...(one.rulebook === rulebook ? [] : [otherBook]), ...againstEvidence(one, records)]
    if (records === undefined || wrong.length > 0) return [one, { is: "refuted", because: wrong }]
    const table = shared.seen === "nothing" ? one.table : shared.table
    if (GroupTable.isNeeded(book) && (table === undefined || table !== one.table)) {
      return [one, { is: "refuted", because: [otherTable] }]
    }
    const found = Result.flatMap(shared.outcomeOf(one, records), (outcome) =>
      Result.flatMap(issuerFor(table), (issue) => issue(outcome, records)),
    )
    if (Result.isFailure(found)) return [one, { is: "refuted", because: found.failure }]
    const because = differences(one, found.success, [])
    if (because.length > 0) return [one, { is: "refuted", because }]
    return [
      one,
      table === undefined || shared.seen === "records"
        ? { is: "verified" }
        : { is: "verifiedGiven", table, seen: shared.seen === "table" },
    ]
  })
}

const otherBook: VerifierFault = /* @__PURE__ */ fault("verifier.otherBook", {}, ["rulebook"])
const otherTable: VerifierFault = /* @__PURE__ */ fault("verifier.otherTable", {}, ["table"])

const againstEvidence = (
  { evidence: stated }: Certificate.Certificate,
  own: Evidence.Evidence | undefined,
): ReadonlyArray<VerifierFault> => {
  const found = own === undefined ? undefined : Evidence.root(own)
  return found?.digest === stated.digest && found.count === stated.count
    ? []
    : [fault("verifier.otherEvidence", { stated: stated.count, found: found?.count ?? 0 }, ["evidence"])]
}

const sharedBy = ({ period, at }: Certificate.Certificate, { book, evidence, others, seeds }: Basis): Shared => {
  const input = (from: Evidence.Evidence): Input => ({
    book,
    period,
    at,
    ...Evidence.records(from),
    ...(seeds === undefined ? {} : { seeds }),
  })
  const isNeeded = GroupTable.isNeeded(book)
  if (!isNeeded || others === "inEvidence") {
    const outcomes = new Map(evaluate(input(evidence)).outcomes.map((outcome) => [outcome.subject, outcome]))
    const table = isNeeded ? Result.getOrUndefined(Certificate.digestOf(GroupTable.of(input(evidence)))) : undefined
    return {
      seen: "records",
      ...(table === undefined ? {} : { table }),
      outcomeOf: ({ subject }) => Result.fromNullishOr(outcomes.get(subject), () => []),
    }
  }
  if (others === undefined) {
    return {
      seen: "nothing",
      outcomeOf: (certificate, own) => asStated(certificate, input(own)),
    }
  }
  const table = Result.getOrUndefined(Certificate.digestOf(others))
  return {
    seen: "table",
    ...(table === undefined ? {} : { table }),
    outcomeOf: ({ subject }, own) => {
      const found = GroupTable.outcome(others, input(own), subject)
      if (found === undefined) return Result.fail([])
      return found.differs.length === 0
        ? Result.succeed(found.outcome)
        : Result.fail(found.differs.map((what) => fault("verifier.tableDiffers", { what }, ["table"])))
    },
  }
}

/**
 * The outcome from the subject's own records, with what the certificate says of the peers: the values taken from them, the
 * falls by quotas and the places, as far as the rulebook allows for them.
 */
const asStated = (certificate: Certificate.Certificate, input: Input): Outcomes => {
  const { subject, period, peers = [] } = certificate
  const stated = new Map(peers.map((one) => [Judging.keyOf(one, period), Judging.valueOf(one.value)]))
  const missing = Value.conflict("rules.notInTable", { subject })
  const others: Others = {
    value: (id, _, find) => (id === subject ? find() : missing),
    verdict: (id, _, find) => (id === subject ? find() : "unknown"),
    together: (_, key) => stated.get(key) ?? missing,
  }
  const judging = Judging.open(input, { others })
  const called = judging.called.find((one) => one.subject.id === subject)
  if (called === undefined) return Result.fail([])
  const judged = Judging.judged(judging, called)
  const { candidate } = judged
  if (candidate === undefined) {
    return Result.succeed(Judging.outcomeOf(judging, judged, { candidates: new Map(), places: new Map() }))
  }
  const fallen = fallAsStated(certificate, input.book, candidate)
  const misplaced = placesOutside(certificate, input.book, candidate)
  if (Result.isFailure(fallen) || misplaced.length > 0) {
    return Result.fail([...(Result.isFailure(fallen) ? fallen.failure : []), ...misplaced])
  }
  const places = certificate.places.map(({ label: _, cite: __, ...place }) => place)
  return Result.succeed(
    Judging.outcomeOf(judging, judged, {
      candidates: new Map([[subject, fallen.success]]),
      places: new Map([[subject, places]]),
    }),
  )
}

/**
 * A candidate after the falls that a certificate states: each by a quota that limits a level it may hold, in the order
 * in which quotas apply, to the level below the limited ones, perhaps beside those it had.
 */
const fallAsStated = (
  { stages }: Certificate.Certificate,
  book: Rulebook,
  candidate: Candidate,
): Result.Result<Candidate, ReadonlyArray<VerifierFault>> => {
  let [one, turn] = [candidate, -1]
  for (const [index, { stage, by = "", to }] of stages.entries()) {
    if (stage !== "quota") continue
    const impossible = fault("verifier.badFall", { by }, ["stages", index])
    const at = book.quotas.findIndex(({ id }) => id === by)
    const quota = book.quotas[at]
    const [before, after] = [one.levels, Judging.levelsOf(book, to)]
    if (quota?.sense !== "most" || candidate.standing !== "rated") return Result.fail([impossible])
    if (before.is !== "possible" || after.is !== "possible") return Result.fail([impossible])
    const limited = quota.levels.map((level) => book.levels.findIndex(({ id }) => id === level))
    const lowest = Math.max(...limited)
    const now = lowest * book.quotas.length + at
    const isFall =
      now > turn &&
      before.at.some((level) => limited.includes(level)) &&
      (one.overQuota === undefined || one.overQuota > lowest) &&
      after.at.includes(lowest + 1) &&
      after.at.every((level) => level === lowest + 1 || before.at.includes(level))
    if (!isFall) return Result.fail([impossible])
    turn = now
    one = { ...one, levels: after, stages: [...one.stages, { stage, by, to: after }] }
  }
  return Result.succeed(one)
}

/** The places of a certificate that the subject cannot have: exactly one in each ranking it is of, within its group. */
const placesOutside = (
  { places }: Certificate.Certificate,
  book: Rulebook,
  candidate: Candidate,
): ReadonlyArray<VerifierFault> => {
  const { standing, subject, score } = candidate
  const ranked =
    standing === "rated" && Value.isNumeric(score)
      ? book.rankings.filter(
          (ranking, index) => isMember(candidate, ranking.among, ["rankings", index, "among"]) !== "no",
        )
      : []
  const isWithin = (place: Outcome.Place, group: string | null): boolean => {
    const { place: value, of, tied } = place
    const ends = value.is === "known" ? [value.q, value.q] : value.is === "between" ? [value.from, value.to] : []
    const [low, high] = ends.map((end) => (end === undefined ? undefined : Exact.parseUnsafe(end)))
    return (
      place.group === groupText(groupOf(subject, group)) &&
      of >= 1 &&
      tied >= 1 &&
      tied <= of &&
      low !== undefined &&
      high !== undefined &&
      Exact.compare(low, Exact.one) >= 0 &&
      Exact.compare(high, Exact.integerUnsafe(of)) <= 0
    )
  }
  const wrong = places.flatMap((place, index) => {
    const ranking = ranked.filter(({ id }) => id === place.ranking)[0]
    const isRight = ranked[index]?.id === place.ranking && ranking !== undefined && isWithin(place, ranking.group)
    return isRight ? [] : [fault("verifier.badPlace", { ranking: place.ranking }, ["places", index])]
  })
  const absent = ranked.slice(places.length).map(({ id }) => fault("verifier.badPlace", { ranking: id }, ["places"]))
  return [...wrong, ...absent]
}

/** Every place where one document says something else than the other, or says something at all. */
const differences = (stated: unknown, found: unknown, path: Fault["path"]): ReadonlyArray<VerifierFault> => {
  if (isRecord(stated) && isRecord(found)) {
    const keys = [...new Set([...Object.keys(stated), ...Object.keys(found)])].sort()
    return keys.flatMap((key) => differences(own(stated, key), own(found, key), [...path, key]))
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
  if (Array.isArray(value)) return `[${value.length}]`
  if (isRecord(value)) return `{${Object.keys(value).join(", ").slice(0, 60)}}`
  const text = String(value)
  return text.length > 80 ? `${text.slice(0, 79)}…` : text
}
