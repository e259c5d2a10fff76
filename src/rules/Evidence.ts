/**
 * Evidence (凭据): the records that results rest on, each sealed by a salted digest, so that a certificate can point at a
 * record without showing it, and so that nothing can be slipped in or left out afterwards.
 *
 * A record is sealed once, when it is taken in. Its salt is the caller's, one for each record: a register holds few
 * different records of a kind, and without a salt they could be guessed from their digests. Whoever is to recheck a result
 * is given the sealed records it concerns, and learns nothing of the others.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import * as Schema from "effect/Schema"
import * as Canonical from "../foundation/Canonical.js"
import type { Coordinate } from "../foundation/Coordinate.js"
import * as Digest from "../foundation/Digest.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault, getOrThrow, under } from "../foundation/Fault.js"
import { Closure, Fact, FrozenResult, type Register, Subject } from "./Fact.js"
import { sole } from "./Judging.js"

// ---------------------------------------------------------------- models

/**
 * A record with its salt and the digest of both.
 *
 * @category models
 * @since 0.1.0
 */
export interface Sealed<Record> {
  readonly record: Record
  readonly salt: string
  readonly digest: Digest.Digest
}

/**
 * The records of a register, sealed.
 *
 * @category models
 * @since 0.1.0
 */
export interface Evidence {
  readonly format: 1
  readonly subjects: ReadonlyArray<Sealed<Subject>>
  readonly facts: ReadonlyArray<Sealed<Fact>>
  readonly closures: ReadonlyArray<Sealed<Closure>>
  readonly results: ReadonlyArray<Sealed<FrozenResult>>
}

/**
 * What kind of record a seal is for.
 *
 * @category models
 * @since 0.1.0
 */
export type Kind = "subject" | "fact" | "closure" | "result"

// ---------------------------------------------------------------- errors

/**
 * A digest that is not that of its record and salt (`evidence.broken`), an id of a subject or fact that is sealed twice
 * (`evidence.twice`: of two records only one would count), or a record or salt that cannot be digested.
 *
 * @category errors
 * @since 0.1.0
 */
export type EvidenceFault = Fault<"evidence.broken" | "evidence.twice"> | Digest.DigestFault | Canonical.CanonicalFault

// ---------------------------------------------------------------- schemas

const sealed = <A>(record: Schema.Codec<A>) =>
  /* @__PURE__ */ Schema.Array(
    /* @__PURE__ */ Schema.Struct({ record, salt: Schema.NonEmptyString, digest: Digest.Digest }),
  )

/**
 * The schema of {@link Evidence}; {@link document} checks every seal.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Evidence: Schema.Codec<Evidence> = /* @__PURE__ */ Schema.Struct({
  format: /* @__PURE__ */ Schema.Literal(1),
  subjects: /* @__PURE__ */ sealed(Subject),
  facts: /* @__PURE__ */ sealed(Fact),
  closures: /* @__PURE__ */ sealed(Closure),
  results: /* @__PURE__ */ sealed(FrozenResult),
})

/**
 * Evidence as a stored document: decode, encode, is, standard, jsonSchema. Decoding checks every seal.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<Evidence> = /* @__PURE__ */ Document.make<Evidence>({
  name: "Evidence",
  format: 1,
  schema: () => Evidence,
  check: (evidence) => check(evidence),
})

// ---------------------------------------------------------------- constructors

/**
 * A salt for each record from one secret, so that the salt of one record says nothing about another's.
 *
 * **Gotchas**
 *
 * Whoever has the secret can find every salt: it stays with the office that keeps the register. At least 16 bytes.
 *
 * @example
 * ```ts
 * import { Evidence } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const saltOf = Evidence.saltsFrom("made up, and far too well known")
 * assert.equal(saltOf("fact", "f1"), saltOf("fact", "f1"))
 * assert.notEqual(saltOf("fact", "f1"), saltOf("fact", "f2"))
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const saltsFrom =
  (secret: string | Uint8Array): ((kind: Kind, key: string) => string) =>
  (kind, key) =>
    Result.getOrElse(Digest.salted(secret, { kind, key }), () => "")

/**
 * Seals the records of a register. `saltOf` gives the salt of a record by its kind and key: the id of a subject or fact,
 * the canonical text of a closure or result.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Evidence } from "dangjian/rules"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * const register = {
 *   subjects: [{ id: "m1", labels: {} }], // made up
 *   facts: [
 *     { id: "f1", subject: "m1", kind: "献血", on: CivilDate.parseUnsafe("2023-03-05"), recordedAt: Coordinate.instantUnsafe(0) },
 *   ],
 * }
 * const evidence = Result.getOrThrow(Evidence.seal(register, Evidence.saltsFrom("a secret of the office")))
 * assert.match(evidence.facts[0]?.digest ?? "", /^sha256:/)
 * assert.equal(Result.isFailure(Evidence.seal(register, () => "short")), true)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const seal = (
  register: Pick<Register, "subjects" | "facts"> & Partial<Pick<Register, "closures" | "results">>,
  saltOf: (kind: Kind, key: string) => string,
): Result.Result<Evidence, ReadonlyArray<EvidenceFault>> => {
  const faults: Array<EvidenceFault> = []
  const all = <A>(kind: Kind, name: string, records: ReadonlyArray<A>, keyOf: (record: A) => string) =>
    records.flatMap((record, index): ReadonlyArray<Sealed<A>> => {
      const salt = saltOf(kind, keyOf(record))
      const digest = digestOf(kind, record, salt)
      if (Result.isSuccess(digest)) return [{ record, salt, digest: digest.success }]
      faults.push(...digest.failure.map((one) => under([name, index], one)))
      return []
    })
  const id = ({ id }: { readonly id: string }) => id
  const text = (record: Closure | FrozenResult) => Result.getOrElse(Canonical.text(record), () => "")
  const evidence: Evidence = {
    format: 1,
    subjects: all("subject", "subjects", register.subjects, id),
    facts: all("fact", "facts", register.facts, id),
    closures: all("closure", "closures", register.closures ?? [], text),
    results: all("result", "results", register.results ?? [], text),
  }
  faults.push(...twice("subjects", register.subjects), ...twice("facts", register.facts))
  return faults.length > 0 ? Result.fail(faults) : Result.succeed(evidence)
}

/** Ids that stand twice. */
const twice = (name: string, records: ReadonlyArray<{ readonly id: string }>): ReadonlyArray<EvidenceFault> => {
  const seen = new Set<string>()
  return records.flatMap(({ id }, index) => {
    if (seen.has(id)) return [fault("evidence.twice", { id }, [name, index])]
    seen.add(id)
    return []
  })
}

const digestOf = (
  kind: Kind,
  record: unknown,
  salt: string,
): Result.Result<Digest.Digest, ReadonlyArray<Digest.DigestFault | Canonical.CanonicalFault>> =>
  Digest.salted(salt, { kind, record })

/**
 * {@link seal}, throwing a `FaultError`.
 *
 * @example
 * ```ts
 * import { Evidence } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const evidence = Evidence.sealUnsafe({ subjects: [], facts: [] }, Evidence.saltsFrom("a secret of the office"))
 * assert.deepEqual(Evidence.root(evidence).count, 0)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const sealUnsafe = (...[register, saltOf]: Parameters<typeof seal>): Evidence =>
  getOrThrow(seal(register, saltOf))

// ---------------------------------------------------------------- getters

/**
 * The root of all seals: it stands for the set, so that a record that was left out or slipped in is noticed.
 *
 * @example
 * ```ts
 * import { Evidence } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const of = (...ids: ReadonlyArray<string>) => {
 *   const subjects = ids.map((id) => ({ id, labels: {} })) // made up
 *   return Evidence.root(Evidence.sealUnsafe({ subjects, facts: [] }, Evidence.saltsFrom("a secret of the office")))
 * }
 * assert.deepEqual(of("a", "b"), of("b", "a"))
 * assert.notDeepEqual(of("a", "b"), of("a"))
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const root = (self: Evidence): Digest.Root => Digest.rootUnsafe(seals(self).map(({ digest }) => digest))

const seals = ({ subjects, facts, closures, results }: Evidence): ReadonlyArray<Sealed<unknown>> => [
  ...subjects,
  ...facts,
  ...closures,
  ...results,
]

/**
 * The records by themselves, as an evaluation takes them.
 *
 * @example
 * ```ts
 * import { Evidence } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const register = { subjects: [{ id: "m1", labels: {} }], facts: [], closures: [], results: [] } // made up
 * const evidence = Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office"))
 * assert.deepEqual(Evidence.records(evidence), register)
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const records = (self: Evidence): Omit<Register, "format"> => {
  const bare = <A>(all: ReadonlyArray<Sealed<A>>): ReadonlyArray<A> => all.map(({ record }) => record)
  return {
    subjects: bare(self.subjects),
    facts: bare(self.facts),
    closures: bare(self.closures),
    results: bare(self.results),
  }
}

// ---------------------------------------------------------------- operations

/**
 * For each subject the evidence of its result at a coordinate: its own record, facts and results, the facts that take the
 * place of its own, and the closures that are about it or about everybody, as far as they were recorded by then.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { Evidence } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2023-03-05")
 * const early = Coordinate.instantUnsafe(0)
 * const register = {
 *   subjects: [{ id: "m1", labels: {} }, { id: "m2", labels: {} }], // made up
 *   facts: [
 *     { id: "f1", subject: "m1", kind: "献血", on, recordedAt: early },
 *     { id: "f2", subject: "m2", kind: "献血", on, recordedAt: early },
 *     { id: "f3", subject: "m1", kind: "献血", on, recordedAt: Coordinate.instantUnsafe(9) },
 *   ],
 * }
 * const evidence = Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office"))
 * const own = Evidence.about(evidence, Coordinate.of(on, early)).get("m1")
 * assert.deepEqual(own?.facts.map(({ record }) => record.id), ["f1"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const about = (self: Evidence, { knownAt }: Coordinate): ReadonlyMap<string, Evidence> => {
  const known = <A extends { readonly recordedAt: number }>(all: ReadonlyArray<Sealed<A>>) =>
    all.filter(({ record }) => record.recordedAt <= knownAt)
  const facts = soleSeals(known(self.facts))
  const closures = known(self.closures)
  const ofAll = closures.filter(({ record }) => record.subject === undefined)
  const ofOne = gathered(closures, ({ subject }) => (subject === undefined ? [] : [subject]))
  const results = gathered(known(self.results), ({ subject }) => [subject])
  const owners = new Map(facts.map(({ record }) => [record.id, record.subject]))
  const ownFacts = gathered(facts, ({ subject, supersedes }) => {
    const owner = supersedes === undefined ? undefined : owners.get(supersedes)
    return owner === undefined || owner === subject ? [subject] : [subject, owner]
  })
  return new Map(
    soleSeals(self.subjects).map((subject): readonly [string, Evidence] => {
      const { id } = subject.record
      return [
        id,
        {
          format: 1,
          subjects: [subject],
          facts: ownFacts.get(id) ?? [],
          closures: [...ofAll, ...(ofOne.get(id) ?? [])],
          results: results.get(id) ?? [],
        },
      ]
    }),
  )
}

/** One of each id, as in an evaluation. */
const soleSeals = <A extends { readonly id: string; readonly recordedAt?: number }>(
  all: ReadonlyArray<Sealed<A>>,
): ReadonlyArray<Sealed<A>> => {
  const seals = new Map(all.map((one) => [one.record, one]))
  return sole(all.map(({ record }) => record)).flatMap((record) => seals.get(record) ?? [])
}

const gathered = <A>(
  all: ReadonlyArray<Sealed<A>>,
  owners: (record: A) => ReadonlyArray<string>,
): ReadonlyMap<string, ReadonlyArray<Sealed<A>>> => {
  const found = new Map<string, Array<Sealed<A>>>()
  for (const one of all) {
    for (const owner of owners(one.record)) {
      const mine = found.get(owner)
      if (mine === undefined) found.set(owner, [one])
      else mine.push(one)
    }
  }
  return found
}

// ---------------------------------------------------------------- decisions

/**
 * Every seal that is not that of its record, and every id that is sealed twice, by place.
 *
 * @example
 * ```ts
 * import { Evidence } from "dangjian/rules"
 * import assert from "node:assert/strict"
 *
 * const register = { subjects: [{ id: "m1", labels: {} }], facts: [] } // made up
 * const evidence = Evidence.sealUnsafe(register, Evidence.saltsFrom("a secret of the office"))
 * assert.deepEqual(Evidence.check(evidence), [])
 * const forged = { ...evidence, subjects: evidence.subjects.map((one) => ({ ...one, record: { id: "m2", labels: {} } })) }
 * assert.deepEqual(Evidence.check(forged).map(({ code, path }) => [code, path]), [
 *   ["evidence.broken", ["subjects", 0, "digest"]],
 * ])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (self: Evidence): ReadonlyArray<EvidenceFault> => {
  const list = (kind: Kind, name: string, all: ReadonlyArray<Sealed<unknown>>) =>
    all.flatMap(({ record, salt, digest }, index): ReadonlyArray<EvidenceFault> => {
      const found = digestOf(kind, record, salt)
      if (Result.isFailure(found)) return found.failure.map((one) => under([name, index], one))
      return found.success === digest ? [] : [fault("evidence.broken", {}, [name, index, "digest"])]
    })
  return [
    ...list("subject", "subjects", self.subjects),
    ...list("fact", "facts", self.facts),
    ...list("closure", "closures", self.closures),
    ...list("result", "results", self.results),
    ...twice(
      "subjects",
      self.subjects.map(({ record }) => record),
    ),
    ...twice(
      "facts",
      self.facts.map(({ record }) => record),
    ),
  ]
}
