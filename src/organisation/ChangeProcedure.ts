/**
 * The procedure of changes (设置程序): applied for, decided, elected, filed; what a rule says of a change that went otherwise.
 *
 * A change is lawful or not by what it leaves behind, which `OrganisationLife` decides. Whether the papers followed is
 * another question, and its answer may come months later: it is a finding.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Finding from "../foundation/Finding.js"
import * as PartialDate from "../foundation/PartialDate.js"
import type * as Journal from "../process/Journal.js"
import type { AdministrativeUnit } from "./AdministrativeUnit.js"
import type { Organisation } from "./Organisation.js"
import * as OrganisationBodies from "./OrganisationBodies.js"
import type { Change, Turn } from "./OrganisationChange.js"
import type { OrganisationRegister } from "./OrganisationRegister.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * What a rule of procedure says of changes of some sorts, of bodies of some kinds, set up in units of some sectors where it
 * names them. The bodies that come with one that becomes another kind (改设) are set up (成立) as any other.
 *
 * **Details**
 *
 * `approver` (批准权限): a body of one of the kinds decides. `decision` (批复时限): the decision comes within so many months of
 * the application; where nobody applied, a superior decided by itself, and there is no limit. `election` (选举产生): the
 * members' meeting elects, not before the decision. `filing` (备案): decision and result are filed with the superior of
 * whoever decided.
 *
 * @category models
 * @since 0.1.0
 */
export interface ProcedureRule extends Provision.Provision {
  readonly changes: ReadonlyArray<Change["change"]>
  readonly kinds?: ReadonlyArray<string>
  readonly sectors?: ReadonlyArray<string>
  readonly says:
    | { readonly is: "approver"; readonly kinds: ReadonlyArray<string> }
    | { readonly is: "decision"; readonly months: number }
    | { readonly is: "election" }
    | { readonly is: "filing" }
}

/**
 * A step on paper (程序记录) about the change of an entry, on its day: the application (申请), the election (选举), the filing
 * (备案) and with whom. The decision is the change itself.
 *
 * @category models
 * @since 0.1.0
 */
export interface Step extends Coordinate.Recorded {
  readonly about: string
  readonly step: "applied" | "elected" | "filed"
  readonly with?: string
}

/**
 * What the changes are held against: the rules, the steps on paper, the units that bodies are set up in, and what was
 * approved otherwise.
 *
 * @category models
 * @since 0.1.0
 */
export interface Papers {
  readonly rules: ReadonlyArray<ProcedureRule>
  readonly steps: ReadonlyArray<Step>
  readonly units?: ReadonlyArray<AdministrativeUnit>
  readonly approvals?: Finding.Approvals
}

// ---------------------------------------------------------------- errors

/**
 * What is found about the procedure: nobody is known to have decided, or somebody who may not; decided late; not elected,
 * or before the decision; not filed, or elsewhere; a step about an entry that does not stand.
 *
 * @category errors
 * @since 0.1.0
 */
export type ChangeProcedureCode =
  | "changeProcedure.noApprover"
  | "changeProcedure.approver"
  | "changeProcedure.late"
  | "changeProcedure.notElected"
  | "changeProcedure.electedBefore"
  | "changeProcedure.notFiled"
  | "changeProcedure.filedElsewhere"
  | "changeProcedure.about"

// ---------------------------------------------------------------- schemas

const texts = /* @__PURE__ */ Schema.Array(Schema.NonEmptyString)
const some = /* @__PURE__ */ Schema.optionalKey(texts)

const Saying = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("approver"), kinds: texts }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("decision"),
    months: /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 1_200 })),
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("election") }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("filing") }),
])

const Changes = /* @__PURE__ */ Schema.Array(
  /* @__PURE__ */ Schema.Literals([
    "establish",
    "rename",
    "reparent",
    "rekind",
    "serve",
    "grant",
    "withdraw",
    "recode",
    "merge",
    "split",
    "dissolve",
    "alias",
  ]),
)

/**
 * The schema of {@link ProcedureRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const ProcedureRule: Schema.Codec<ProcedureRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  changes: Changes,
  kinds: some,
  sectors: some,
  says: Saying,
}))

/**
 * The schema of {@link Step}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Step: Schema.Codec<Step> = /* @__PURE__ */ Schema.Struct({
  id: Schema.NonEmptyString,
  on: CivilDate.CivilDate,
  recordedAt: Coordinate.Instant,
  supersedes: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  about: Schema.NonEmptyString,
  step: /* @__PURE__ */ Schema.Literals(["applied", "elected", "filed"]),
  with: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})

// ---------------------------------------------------------------- decisions

/**
 * What the rules find about the changes up to a day, with the steps known at the instant of the register, in the order of
 * `Finding.sort`. What has not been filed by the day is found as not filed, since no text sets a limit. A body that was
 * set up before it came into the register, as one of an opening list, left its papers elsewhere, and nothing is asked of it.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate, PartialDate } from "dangjian/foundation"
 * import { ChangeProcedure, OrganisationChange, OrganisationRegister } from "dangjian/organisation"
 * import * as Result from "effect/Result"
 * import assert from "node:assert/strict"
 *
 * // 示例：一月申请，三月批复
 * const [cite, from] = [{ title: "示例办法", standing: "transcription" } as const, CivilDate.parseUnsafe("2018-01-01")]
 * const branch = { id: "branch", label: { zh: "党支部" }, nature: "primary", leaders: "elected", holdsMembers: true } as const
 * const law = {
 *   kinds: [branch],
 *   edges: [{ id: "e1", strength: "must", from, cite, child: "branch" } as const],
 *   endings: OrganisationChange.endings,
 * }
 * const body = { id: "b1", kind: "branch", name: "东村党支部", units: [], capabilities: [] }
 * const [on, recordedAt] = [CivilDate.parseUnsafe("2024-03-01"), Coordinate.instantUnsafe(1)]
 * const opening = { id: "list", on, recordedAt, actor: { post: "组织委员" } }
 * const list = [{ ...body, established: PartialDate.parseUnsafe("2024") }]
 * const journal = Result.getOrThrow(OrganisationRegister.opening(law, list, opening))
 * const register = OrganisationRegister.of(law, journal, recordedAt)
 * const applied = { id: "s1", on: CivilDate.parseUnsafe("2024-01-31"), recordedAt, about: journal[0]!.id, step: "applied" } as const
 * const says = { is: "decision", months: 1 } as const
 * const rule = { id: "r1", strength: "should", from, cite, changes: ["establish"], says } as const
 * const [finding] = ChangeProcedure.findings(register, on, { rules: [rule], steps: [applied] })
 * assert.deepEqual([finding?.code, finding?.severity, finding?.params.due], ["changeProcedure.late", "warning", "2024-02-29"])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  register: OrganisationRegister,
  on: CivilDate.CivilDate,
  { rules, steps, units = [], approvals = [] }: Papers,
): ReadonlyArray<Finding.Finding<ChangeProcedureCode>> => {
  const known = Coordinate.asOf(steps, { validAt: on, knownAt: register.knownAt })
  const sectors = new Map(units.map(({ id, sector }) => [id, sector]))
  const stepsOf = new Map<string, Array<Step>>()
  for (const step of known) {
    const others = stepsOf.get(step.about)
    if (others === undefined) stepsOf.set(step.about, [step])
    else others.push(step)
  }
  const found: Array<Finding.Finding<ChangeProcedureCode>> = []
  const about = new Set<string>()
  const cover = Finding.covering(approvals)
  let bodies = OrganisationBodies.none()
  for (const turn of register.turns.filter((each) => each.on <= on)) {
    about.add(turn.id)
    const before = bodies
    bodies = OrganisationBodies.replay([turn], bodies)
    const own = stepsOf.get(turn.id) ?? []
    const inForce = Provision.inForce(rules, turn.on)
    for (const one of asked(turn.payload.content, turn.on, before)) {
      for (const rule of inForce.filter((each) => isFor(each, one, sectors))) {
        const deviation = deviationOf(rule, turn, own, before)
        if (deviation === undefined) continue
        const params = { entry: turn.id, ...deviation.params }
        const finding = Provision.deviation(rule, { code: deviation.code, subject: one.body.id, params }, cover)
        if (finding !== undefined) found.push(finding)
      }
    }
  }
  return Finding.sort([...found, ...astray(known, about)])
}

const astray = (
  steps: ReadonlyArray<Step>,
  about: ReadonlySet<string>,
): ReadonlyArray<Finding.Finding<ChangeProcedureCode>> =>
  steps
    .filter((step) => step.step !== "applied" && !about.has(step.about))
    .map(
      ({ id, about: entry }) => Finding.of("must", { code: "changeProcedure.about", subject: id, params: { entry } })!,
    )

interface Asked {
  readonly change: Change["change"]
  readonly body: Organisation
}

/**
 * What is asked about a change: the body that it is about, as it was before, or as it comes new, and those that are set up
 * with it; nothing where they only come into the register.
 */
const asked = (
  content: Change,
  on: CivilDate.CivilDate,
  before: OrganisationBodies.OrganisationBodies,
): ReadonlyArray<Asked> => {
  const { change } = content
  const setUp = (bodies: ReadonlyArray<Organisation>) =>
    bodies
      .filter(({ established }) => !PartialDate.certainlyBefore(established, on))
      .map((body): Asked => ({ change: "establish", body }))
  if (change === "establish") return setUp([content.organisation])
  if (change === "merge" && typeof content.into !== "string") return [{ change, body: content.into }]
  const id = change === "merge" ? content.into : content.id
  const body = OrganisationBodies.find(before, String(id))?.organisation
  return [...(body === undefined ? [] : [{ change, body }]), ...setUp(change === "rekind" ? (content.below ?? []) : [])]
}

const isFor = (
  { changes, kinds, sectors }: ProcedureRule,
  { body: { kind, units }, change }: Asked,
  sectorOf: ReadonlyMap<string, string>,
): boolean =>
  changes.includes(change) &&
  (kinds === undefined || kinds.includes(kind)) &&
  (sectors === undefined || units.some((unit) => sectors.includes(sectorOf.get(unit) ?? "")))

type Found = Pick<Finding.Deviation<ChangeProcedureCode>, "code" | "params"> | undefined

const deviationOf = (
  { says }: ProcedureRule,
  { on, payload: { content } }: Journal.Entry<Turn>,
  steps: ReadonlyArray<Step>,
  before: OrganisationBodies.OrganisationBodies,
): Found => {
  const by = content.approvedBy
  const approver = by === undefined ? undefined : OrganisationBodies.find(before, by)?.organisation
  switch (says.is) {
    case "approver": {
      if (by === undefined) return { code: "changeProcedure.noApprover", params: {} }
      if (approver === undefined || says.kinds.includes(approver.kind)) return undefined
      return { code: "changeProcedure.approver", params: { by, kind: approver.kind } }
    }
    case "decision": {
      const applied = steps.find(({ step }) => step === "applied")?.on
      const due = applied === undefined ? undefined : CivilDate.addMonthsUnsafe(applied, says.months)
      if (applied === undefined || due === undefined || on <= due) return undefined
      return { code: "changeProcedure.late", params: { applied, due, decided: on } }
    }
    case "election": {
      const days = steps.filter(({ step }) => step === "elected").map((step) => step.on)
      const elected = days.reduce((last, day) => CivilDate.max(last, day), days[0] ?? on)
      if (days.length === 0) return { code: "changeProcedure.notElected", params: {} }
      return elected < on ? { code: "changeProcedure.electedBefore", params: { elected, decided: on } } : undefined
    }
    case "filing":
      return filing(steps, approver)
  }
}

const filing = (steps: ReadonlyArray<Step>, approver: Organisation | undefined): Found => {
  const filed = steps.filter(({ step }) => step === "filed")
  if (filed.length === 0) return { code: "changeProcedure.notFiled", params: {} }
  const due = approver?.supervisedBy
  const [first] = filed
  if (due === undefined || filed.some((step) => step.with === due)) return undefined
  return { code: "changeProcedure.filedElsewhere", params: { with: first?.with ?? "", due } }
}
