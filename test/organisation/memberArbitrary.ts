/** Steps in the life of a member as functions of the day and of how the person stands, so that many of them go through. */
import * as fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import type * as MemberRecord from "../../src/organisation/MemberRecord.js"
import { branch, patron, temporary, township, village } from "./memberBooks.js"

type Make = (on: CivilDate.CivilDate, life: MemberRecord.Life) => MemberRecord.Step

const around = (on: CivilDate.CivilDate, days: number) => CivilDate.addDaysUnsafe(on, days)
const offset = (min: number, max: number) => fc.integer({ min, max })
const rarely = <A>(often: A, ...seldom: ReadonlyArray<A>): fc.Arbitrary<A> =>
  fc.oneof({ weight: 8, arbitrary: fc.constant(often) }, { weight: 1, arbitrary: fc.constantFrom(...seldom) })

const born = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom("1980-02-29", "1990-05-01") },
  { weight: 1, arbitrary: fc.constantFrom("2005-03-15", "2012-06-01") },
)
const optional = <A>(arbitrary: fc.Arbitrary<A>) => fc.option(arbitrary, { nil: undefined, freq: 4 })
const weak = { ...patron("w"), restriction: "disciplinaryProbation" } as const
const patrons = fc.oneof(
  { weight: 8, arbitrary: fc.constant([patron("a"), patron("b")]) },
  { weight: 1, arbitrary: fc.constantFrom([], [patron("a")], [patron("a"), weak], ["a", "b", "c"].map(patron)) },
)
const affairs = fc.constantFrom("x", "y", "z")
const month = (on: CivilDate.CivilDate, back: number) =>
  PartialDate.parseUnsafe(CivilDate.addMonthsUnsafe(on, -back).slice(0, 7))

const ground: fc.Arbitrary<(on: CivilDate.CivilDate) => MemberRecord.Ground> = fc.oneof(
  fc
    .tuple(fc.constantFrom("life", "dues", "work"), fc.constantFrom(5, 6, 7), fc.nat(2))
    .map(([kind, count, skip]) => (on: CivilDate.CivilDate) => ({
      why: "default" as const,
      defaults: Array.from({ length: count }, (_, back) => ({ kind, month: month(on, back + skip) }) as const),
    })),
  fc.constant(() => ({ why: "lostContact" as const })),
  affairs.map((affair) => () => ({ why: "disposal" as const, affair })),
)

const matter: fc.Arbitrary<(on: CivilDate.CivilDate) => MemberRecord.Matter> = fc.oneof(
  fc
    .record({
      sponsors: patrons,
      vetted: rarely(true, false),
      training: rarely<MemberRecord.Matter & { is: "admit" } extends { training: infer T } ? T : never>(
        { days: 3 },
        { hours: 24 },
        { days: 2 },
        {},
      ),
      before: fc.option(offset(0, 40), { nil: undefined, freq: 9 }),
      leaves: fc.option(offset(60, 120), { nil: undefined, freq: 1 }),
    })
    .map(({ before, leaves, ...given }) => (on: CivilDate.CivilDate) => ({
      is: "admit" as const,
      branch: "branch",
      ...given,
      ...(before === undefined ? {} : { preReviewedOn: around(on, -before) }),
      ...(leaves === undefined ? {} : { leavesUnitOn: around(on, leaves) }),
    })),
  fc.constant(() => ({ is: "confirm" as const })),
  fc.constantFrom(5, 6, 12, 13).map((months) => () => ({ is: "extend" as const, months })),
  fc.constant(() => ({ is: "cancel" as const })),
  ground.map((make) => (on: CivilDate.CivilDate) => ({ is: "strikeOff" as const, ground: make(on) })),
  fc
    .record({
      penalty: fc.constantFrom("warning", "disciplinaryProbation", "disciplinaryProbation", "expelled"),
      affair: affairs,
      years: fc.option(fc.constantFrom(1, 2, 3), { nil: undefined }),
    })
    .map(({ years, ...given }) => () => ({
      is: "penalty" as const,
      ...given,
      ...(years === undefined ? {} : { years }),
    })),
)

/** What fits the stage most of the time. */
const fitting: fc.Arbitrary<Make> = fc
  .record({
    born,
    patrons,
    body: rarely(township, village, branch),
    report: fc.option(fc.nat(200), { nil: undefined }),
    matter,
    cancels: rarely(false, true),
  })
  .map(
    ({ born: on_, patrons: people, body, report, matter: make, cancels }) =>
      (on, { stage, pending, probationUntil }) => {
        const resolve = (of: MemberRecord.Matter): MemberRecord.Step => ({
          is: "resolve",
          by: branch,
          carried: true,
          matter: of,
        })
        if (pending !== undefined) {
          const reported = report === undefined ? {} : { reportedOn: CivilDate.min(on, around(pending.on, report)) }
          return { is: "approve", by: body, ...reported }
        }
        switch (stage) {
          case "none":
          case "left":
            return { is: "apply", branch: "branch", born: PartialDate.parseUnsafe(on_) }
          case "applicant":
            return { is: "cultivate", mentors: people }
          case "activist":
            return { is: "select" }
          case "candidate":
            return resolve({
              is: "admit",
              branch: "branch",
              sponsors: people,
              vetted: true,
              training: { hours: 24 },
              preReviewedOn: on,
            })
          case "probationary": {
            const over = probationUntil !== undefined && on >= probationUntil
            return resolve(cancels ? { is: "cancel" } : over ? { is: "confirm" } : { is: "extend", months: 6 })
          }
          case "full":
            return resolve(make(on))
        }
      },
  )

const befalling: fc.Arbitrary<Make> = fc.oneof(
  offset(-400, 5).map(
    (days): Make =>
      (on) => ({ is: "reportLost", lastContact: around(on, days) }),
  ),
  fc.constant<Make>(() => ({ is: "reportFound" })),
  fc
    .record({
      cause: fc.constantFrom("lostContact", "lostContact", "settledAbroad", "studyAbroad"),
      searched: rarely(true, false),
      since: fc.option(offset(-2000, 2), { nil: undefined, freq: 6 }),
    })
    .map(
      ({ since, ...given }): Make =>
        (on) => ({ is: "suspendMembership", ...given, ...(since === undefined ? {} : { since: around(on, since) }) }),
    ),
  fc.constant<Make>(() => ({ is: "restoreMembership" })),
  fc.constantFrom("detained", "arrested").map(
    (cause): Make =>
      () => ({ is: "suspendRights", cause }),
  ),
  fc.constantFrom("suspension", "disciplinaryProbation").map(
    (after): Make =>
      () => ({ is: "restoreRights", after }),
  ),
  fc.tuple(affairs, offset(-3, 400)).map(
    ([affair, days]): Make =>
      (on) => ({ is: "demandCorrection", affair, until: around(on, days) }),
  ),
  fc.constant<Make>(() => ({ is: "closeCorrection" })),
  affairs.map(
    (affair): Make =>
      (_, { correction }) => ({ is: "advise", affair: correction?.affair ?? affair }),
  ),
  affairs.map(
    (affair): Make =>
      (_, { advised }) => ({
        is: "resolve",
        by: branch,
        carried: true,
        matter: { is: "strikeOff", ground: { why: "disposal", affair: advised?.affair ?? affair } },
      }),
  ),
  fc
    .record({
      since: offset(-300, 2),
      until: fc.option(offset(-320, 400), { nil: undefined }),
      fixedPlace: fc.boolean(),
      cause: fc.constantFrom("work", "graduated", "studyAbroad"),
    })
    .map(
      ({ since, until, ...given }): Make =>
        (on) => ({
          is: "registerMobile",
          since: around(on, since),
          ...(until === undefined ? {} : { until: around(on, until) }),
          ...given,
        }),
    ),
  fc.constant<Make>(() => ({ is: "contact" })),
  fc.constant<Make>(() => ({ is: "endMobile" })),
)

const wild: fc.Arbitrary<Make> = fc.oneof(
  fc.record({ admitted: offset(-800, 5), full: optional(offset(-400, 5)), born: optional(born) }).map(
    ({ admitted, full, born: birth }): Make =>
      (on) => ({
        is: "register",
        branch: "branch",
        admittedOn: around(on, admitted),
        ...(full === undefined ? {} : { fullFrom: around(on, full) }),
        ...(birth === undefined ? {} : { born: PartialDate.parseUnsafe(birth) }),
      }),
  ),
  optional(born).map(
    (birth): Make =>
      () => ({
        is: "apply",
        branch: "branch",
        ...(birth === undefined ? {} : { born: PartialDate.parseUnsafe(birth) }),
      }),
  ),
  patrons.map(
    (mentors): Make =>
      () => ({ is: "cultivate", mentors }),
  ),
  fc.constantFrom<MemberRecord.Step>({ is: "select" }, { is: "discontinue" }, { is: "die" }).map(
    (step): Make =>
      () =>
        step,
  ),
  fc.record({ by: fc.constantFrom(branch, temporary), carried: rarely(true, false), matter }).map(
    ({ by, carried, matter: make }): Make =>
      (on) => ({ is: "resolve", by, carried, matter: make(on) }),
  ),
  fc.constantFrom(township, village, branch).map(
    (by): Make =>
      () => ({ is: "reject", by }),
  ),
  fc.tuple(fc.constantFrom(township, village, branch), optional(offset(-300, 3))).map(
    ([by, days]): Make =>
      (on) => ({ is: "approve", by, ...(days === undefined ? {} : { reportedOn: around(on, days) }) }),
  ),
  optional(offset(-2, 9)).map(
    (days): Make =>
      (on) => ({ is: "withdraw", ...(days === undefined ? {} : { filedOn: around(on, days) }) }),
  ),
)

/** A step from the day and from how the person stands: mostly one that may go through there. */
export const memberSteps: fc.Arbitrary<Make> = fc
  .record({ fitting, befalling, wild, pick: fc.nat(19) })
  .map(({ pick, ...makes }) => (on, standing) => {
    const isMember = standing.stage === "probationary" || standing.stage === "full"
    if (pick > 16) return makes.wild(on, standing)
    return isMember && pick > 6 ? makes.befalling(on, standing) : makes.fitting(on, standing)
  })
