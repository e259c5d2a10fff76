/**
 * Development files (发展党员档案): the steps by which somebody came into the Party, each with its day, its documents and the
 * people in it; what is missing, what comes next, and by when.
 *
 * The file proves; `MemberLife` decides. What a file shows of mentors, sponsors, vetting and training is what the steps of
 * a life are asked with.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Audience from "../foundation/Audience.js"
import * as CivilDate from "../foundation/CivilDate.js"
import * as Coordinate from "../foundation/Coordinate.js"
import * as Document from "../foundation/Document.js"
import { type Fault, make as fault } from "../foundation/Fault.js"
import * as Finding from "../foundation/Finding.js"
import { Label } from "../foundation/Label.js"
import * as Member from "./Member.js"
import * as MemberRule from "./MemberRule.js"
import * as Provision from "./Provision.js"

// ---------------------------------------------------------------- models

/**
 * One step in a file: which, on which day, the documents it left, the people who acted in it (mentors, sponsors), and of
 * training how long it was. One that supersedes another corrects it.
 *
 * @category models
 * @since 0.1.0
 */
export interface FileStep extends Coordinate.Recorded {
  readonly step: string
  readonly documents: ReadonlyArray<string>
  readonly people?: ReadonlyArray<string>
  readonly days?: number
  readonly hours?: number
}

/**
 * The file of one person as a stored document.
 *
 * @category models
 * @since 0.1.0
 */
export interface DevelopmentFile {
  readonly format: 1
  readonly person: string
  readonly steps: ReadonlyArray<FileStep>
}

/**
 * What a rule asks of a step: the stage it belongs to, the steps it comes after, the documents it leaves, and its time.
 *
 * **Details**
 *
 * `within` is the longest time after the last of the steps before it, `notBefore` the shortest. `each` makes it a step
 * that is repeated: once in every such length from the first of the steps before it, until the step `until`.
 *
 * @category models
 * @since 0.1.0
 */
export interface StepRule extends Provision.Provision {
  readonly step: string
  readonly label: Label
  readonly stage: Member.Stage
  readonly after: ReadonlyArray<string>
  readonly documents: ReadonlyArray<string>
  readonly within?: MemberRule.Length
  readonly notBefore?: MemberRule.Length
  readonly each?: { readonly length: MemberRule.Length; readonly until: string }
}

/**
 * A step that is open: which, by the rule of which id, from which day on it may be and by which day it has to be done,
 * whether that day has passed, and the documents it is to leave.
 *
 * @category models
 * @since 0.1.0
 */
export interface Due {
  readonly step: string
  readonly rule: string
  readonly notBefore?: CivilDate.CivilDate
  readonly by?: CivilDate.CivilDate
  readonly overdue: boolean
  readonly documents: ReadonlyArray<string>
}

/**
 * What a file proves of the conditions of admission.
 *
 * @category models
 * @since 0.1.0
 */
export interface Evidence {
  readonly mentors: ReadonlyArray<string>
  readonly sponsors: ReadonlyArray<string>
  readonly vetted: boolean
  readonly training: { readonly days: number; readonly hours: number }
  readonly preReviewedOn?: CivilDate.CivilDate
}

/**
 * Which steps of a table prove which condition.
 *
 * @category models
 * @since 0.1.0
 */
export interface Proofs {
  readonly mentors: string
  readonly sponsors: string
  readonly vetting: string
  readonly training: string
  readonly preReview: string
}

// ---------------------------------------------------------------- errors

/**
 * What can be wrong with a file: a step that no rule knows, and a step that is done once and stands in it twice. What
 * `Coordinate.check` finds is found as well.
 *
 * @category errors
 * @since 0.1.0
 */
export type DevelopmentFileFault = Fault<
  "developmentFile.unknownStep" | "developmentFile.stepTwice" | Coordinate.CoordinateFault["code"]
>

/**
 * What is found about a file: a step that was late or is overdue, one that came too soon or before what has to precede
 * it, a repeated step that was left out, documents that are missing.
 *
 * @category errors
 * @since 0.1.0
 */
export type DevelopmentFileCode =
  | "developmentFile.late"
  | "developmentFile.overdue"
  | "developmentFile.tooSoon"
  | "developmentFile.outOfOrder"
  | "developmentFile.leftOut"
  | "developmentFile.noDocument"

// ---------------------------------------------------------------- schemas

const staffSee = /* @__PURE__ */ Audience.visibleTo("staff", "requester")
const personal = /* @__PURE__ */ Audience.sensitive("personal")
const internal = /* @__PURE__ */ Audience.sensitive("internal")

const text = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(Schema.NonEmptyString))
const day = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(CivilDate.CivilDate))
const instant = /* @__PURE__ */ staffSee(/* @__PURE__ */ internal(Coordinate.Instant))
const textList = /* @__PURE__ */ staffSee(/* @__PURE__ */ personal(/* @__PURE__ */ Schema.Array(Schema.NonEmptyString)))
const amount = /* @__PURE__ */ staffSee(
  /* @__PURE__ */ internal(
    /* @__PURE__ */ Schema.Int.check(/* @__PURE__ */ Schema.isBetween({ minimum: 0, maximum: 10_000 })),
  ),
)
const optionalText = /* @__PURE__ */ Schema.optionalKey(text)
const optionalList = /* @__PURE__ */ Schema.optionalKey(textList)
const optionalAmount = /* @__PURE__ */ Schema.optionalKey(amount)

/**
 * The schema of {@link FileStep}. Staff and the person concerned see a step, nobody else.
 *
 * @category schemas
 * @since 0.1.0
 */
export const FileStep: Schema.Codec<FileStep> = /* @__PURE__ */ Schema.Struct({
  id: text,
  on: day,
  recordedAt: instant,
  supersedes: optionalText,
  step: text,
  documents: textList,
  people: optionalList,
  days: optionalAmount,
  hours: optionalAmount,
})

/**
 * The schema of {@link StepRule}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const StepRule: Schema.Codec<StepRule> = /* @__PURE__ */ Provision.Provision.mapFields((fields) => ({
  ...fields,
  step: Schema.NonEmptyString,
  label: Label,
  stage: Member.Stage,
  after: Schema.Array(Schema.NonEmptyString),
  documents: Schema.Array(Schema.NonEmptyString),
  within: Schema.optionalKey(MemberRule.Length),
  notBefore: Schema.optionalKey(MemberRule.Length),
  each: Schema.optionalKey(Schema.Struct({ length: MemberRule.Length, until: Schema.NonEmptyString })),
}))

/**
 * The file as a stored document: decode, encode, is, standard, jsonSchema.
 *
 * @category schemas
 * @since 0.1.0
 */
export const document: Document.Document<DevelopmentFile> = /* @__PURE__ */ Document.make<DevelopmentFile>({
  name: "DevelopmentFile",
  format: 1,
  schema: () =>
    Schema.Struct({
      format: Audience.visibleTo("staff", "requester")(Schema.Literal(1)),
      person: text,
      steps: Audience.visibleTo("staff", "requester")(Schema.Array(FileStep)),
    }),
})

// ---------------------------------------------------------------- getters

const daysOf = (steps: ReadonlyArray<FileStep>): ReadonlyMap<string, ReadonlyArray<CivilDate.CivilDate>> => {
  const days = new Map<string, Array<CivilDate.CivilDate>>()
  for (const { step, on } of steps.toSorted(Coordinate.order)) {
    const before = days.get(step)
    if (before === undefined) days.set(step, [on])
    else before.push(on)
  }
  return days
}

type Days = ReadonlyMap<string, ReadonlyArray<CivilDate.CivilDate>>

/** The day from which the time of a step runs: that of the last of the steps before it; none while one is open. */
const startOf = ({ after }: StepRule, days: Days): CivilDate.CivilDate | undefined => {
  const before = after.map((step) => days.get(step)?.[0])
  const known = before.filter((each) => each !== undefined)
  return known.length === 0 || known.length < before.length ? undefined : known.reduce(CivilDate.max)
}

/**
 * The steps that are open on a day, the first due first: those that have not been done and whose steps before them have,
 * and of repeated ones the next. Give it the steps as of a coordinate (`Coordinate.asOf`).
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { DevelopmentFile } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const applied: DevelopmentFile.FileStep = {
 *   id: "s1", // made up
 *   on: CivilDate.parseUnsafe("2024-03-01"),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   step: "application",
 *   documents: ["入党申请书"],
 * }
 * const [first] = DevelopmentFile.next(MemberRules.steps, [applied], CivilDate.parseUnsafe("2024-04-02"))
 * assert.deepEqual([first?.step, first?.by, first?.overdue], ["interview", "2024-04-01", true])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const next = (
  rules: ReadonlyArray<StepRule>,
  steps: ReadonlyArray<FileStep>,
  on: CivilDate.CivilDate,
): ReadonlyArray<Due> => {
  const days = daysOf(steps)
  const open = Provision.inForce(rules, on).flatMap((rule) => dueOf(rule, days, on) ?? [])
  return open.sort((a, b) => {
    const [one, other] = [a.by ?? LAST, b.by ?? LAST]
    return one < other ? -1 : one > other ? 1 : a.rule < b.rule ? -1 : a.rule > b.rule ? 1 : 0
  })
}

const LAST = "9999-12-31"

const dueOf = (rule: StepRule, days: Days, on: CivilDate.CivilDate): Due | undefined => {
  const start = startOf(rule, days)
  if (rule.after.length > 0 && start === undefined) return undefined
  const common = { step: rule.step, rule: rule.id, documents: rule.documents }
  if (rule.each !== undefined) {
    if (start === undefined || days.has(rule.each.until)) return undefined
    const done = days.get(rule.step)?.findLast((each) => each > start) ?? start
    const { length } = rule.each
    const ends = slots(start, length, MemberRule.after(MemberRule.after(done, length), length))
    const by = ends.find((_, place) => (ends[place - 1] ?? start) >= done)
    return by === undefined ? undefined : { ...common, by, overdue: on > by }
  }
  if (days.has(rule.step)) return undefined
  const by = start !== undefined && rule.within !== undefined ? MemberRule.after(start, rule.within) : undefined
  const notBefore =
    start !== undefined && rule.notBefore !== undefined ? MemberRule.after(start, rule.notBefore) : undefined
  return {
    ...common,
    ...(notBefore === undefined ? {} : { notBefore }),
    ...(by === undefined ? {} : { by }),
    overdue: by !== undefined && on > by,
  }
}

/** The ends of the lengths from a day on, up to and with the last that lies on or before another. */
const slots = (
  from: CivilDate.CivilDate,
  { amount: size, unit }: MemberRule.Length,
  to: CivilDate.CivilDate,
): ReadonlyArray<CivilDate.CivilDate> => {
  const ends: Array<CivilDate.CivilDate> = []
  for (let count = 1; size > 0; count++) {
    const end = MemberRule.after(from, { amount: size * count, unit })
    if (end > to || end === ends.at(-1)) return ends
    ends.push(end)
  }
  return ends
}

/**
 * What a file proves of the conditions of admission, by the steps that prove them. The days and hours of several
 * trainings add up; of people named twice each counts once.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { DevelopmentFile } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const recordedAt = Coordinate.instantUnsafe(0)
 * const steps: ReadonlyArray<DevelopmentFile.FileStep> = [
 *   { id: "s1", on, recordedAt, step: "training", documents: [], days: 2 }, // made up
 *   { id: "s2", on, recordedAt, step: "training", documents: [], days: 1 },
 *   { id: "s3", on, recordedAt, step: "sponsors", documents: [], people: ["p8", "p9"] },
 * ]
 * const { training, sponsors, vetted } = DevelopmentFile.evidence(MemberRules.proofs, steps)
 * assert.deepEqual([training.days, sponsors, vetted], [3, ["p8", "p9"], false])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const evidence = (proofs: Proofs, steps: ReadonlyArray<FileStep>): Evidence => {
  const of = (step: string) => steps.filter((each) => each.step === step)
  const people = (step: string) => [...new Set(of(step).flatMap((each) => each.people ?? []))].sort()
  const training = of(proofs.training)
  const reviewed = daysOf(steps).get(proofs.preReview)?.at(-1)
  return {
    mentors: people(proofs.mentors),
    sponsors: people(proofs.sponsors),
    vetted: of(proofs.vetting).length > 0,
    training: {
      days: training.reduce((sum, { days = 0 }) => sum + days, 0),
      hours: training.reduce((sum, { hours = 0 }) => sum + hours, 0),
    },
    ...(reviewed === undefined ? {} : { preReviewedOn: reviewed }),
  }
}

// ---------------------------------------------------------------- decisions

/**
 * Everything that is wrong with a file as it was entered, all at once, each with its place.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { DevelopmentFile } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const on = CivilDate.parseUnsafe("2024-03-01")
 * const steps = [{ id: "s1", on, recordedAt: Coordinate.instantUnsafe(0), step: "dance", documents: [] }] // made up
 * const faults = DevelopmentFile.check(MemberRules.steps, { format: 1, person: "p1", steps })
 * assert.deepEqual(faults.map(({ code, path }) => [code, ...path]), [["developmentFile.unknownStep", "steps", 0, "step"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const check = (
  rules: ReadonlyArray<StepRule>,
  { steps }: DevelopmentFile,
): ReadonlyArray<DevelopmentFileFault> => {
  const repeated = new Set(rules.filter(({ each }) => each !== undefined).map(({ step }) => step))
  const known = new Set(rules.map(({ step }) => step))
  const superseded = new Set(steps.map(({ supersedes }) => supersedes))
  const seen = new Map<string, string>()
  const faults: Array<DevelopmentFileFault> = []
  for (const [index, { id, step, people, hours, days }] of steps.entries()) {
    if (!known.has(step)) faults.push(fault("developmentFile.unknownStep", { step }, ["steps", index, "step"]))
    if (superseded.has(id)) continue
    const again = people !== undefined || hours !== undefined || days !== undefined || repeated.has(step)
    const before = seen.get(step)
    if (before !== undefined && before !== id && !again) {
      faults.push(fault("developmentFile.stepTwice", { step }, ["steps", index, "step"]))
    }
    seen.set(step, id)
  }
  return [...faults, ...Coordinate.check(steps)]
}

/**
 * What is found about the file of a person on a day, ordered: steps that were late, are overdue, came too soon or out of
 * order, repeated steps left out, documents missing. Each finding speaks with the strength of its rule. A step that was
 * done goes by the rule in force on the day it was done, one that is open by that of the day.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { DevelopmentFile } from "dangjian/organisation"
 * import { MemberRules } from "dangjian/presets"
 * import assert from "node:assert/strict"
 *
 * const step = (name: string, on: string, documents: ReadonlyArray<string>): DevelopmentFile.FileStep => ({
 *   id: name, // made up
 *   on: CivilDate.parseUnsafe(on),
 *   recordedAt: Coordinate.instantUnsafe(0),
 *   step: name,
 *   documents,
 * })
 * const steps = [step("application", "2024-03-01", ["入党申请书"]), step("interview", "2024-04-05", ["谈话记录"])]
 * const found = DevelopmentFile.findings(MemberRules.steps, "p1", steps, CivilDate.parseUnsafe("2024-04-06"))
 * assert.deepEqual(found.map(({ code, params }) => [code, params.step]), [["developmentFile.late", "interview"]])
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const findings = (
  rules: ReadonlyArray<StepRule>,
  person: string,
  steps: ReadonlyArray<FileStep>,
  on: CivilDate.CivilDate,
  approvals: ReadonlyArray<Finding.Approval> = [],
): ReadonlyArray<Finding.Finding<DevelopmentFileCode>> => {
  const days = daysOf(steps)
  const found = rulesFor(rules, days, on).flatMap((rule) =>
    [...ofTime(rule, days, on), ...ofRepetition(rule, days, on), ...ofDocuments(rule, steps)].flatMap(
      ({ code, params }) =>
        Provision.deviation(rule, { code, subject: person, params: { step: rule.step, ...params } }, approvals) ?? [],
    ),
  )
  return Finding.sort(found)
}

/** The rules that a file goes by: of a step that was done those of its day, of one that is open those of the day asked. */
const rulesFor = (rules: ReadonlyArray<StepRule>, days: Days, on: CivilDate.CivilDate): ReadonlyArray<StepRule> =>
  rules.filter((rule) => {
    const done = days.get(rule.each?.until ?? rule.step)?.[0] ?? on
    return Provision.inForce([rule], CivilDate.min(done, on)).length > 0
  })

interface Told {
  readonly code: DevelopmentFileCode
  readonly params: Fault["params"]
}

const ofTime = (rule: StepRule, days: Days, on: CivilDate.CivilDate): ReadonlyArray<Told> => {
  const start = startOf(rule, days)
  const done = days.get(rule.step)?.[0]
  if (done !== undefined && rule.after.some((step) => (days.get(step)?.[0] ?? LAST) > done)) {
    return [{ code: "developmentFile.outOfOrder", params: { on: done } }]
  }
  if (start === undefined || rule.each !== undefined) return []
  const by = rule.within === undefined ? undefined : MemberRule.after(start, rule.within)
  const notBefore = rule.notBefore === undefined ? undefined : MemberRule.after(start, rule.notBefore)
  if (done === undefined) {
    return by !== undefined && on > by ? [{ code: "developmentFile.overdue", params: { by } }] : []
  }
  if (by !== undefined && done > by) return [{ code: "developmentFile.late", params: { on: done, by } }]
  if (notBefore !== undefined && done < notBefore) {
    return [{ code: "developmentFile.tooSoon", params: { on: done, notBefore } }]
  }
  return []
}

/** Of a repeated step, every length of time that passed without it. */
const ofRepetition = (rule: StepRule, days: Days, on: CivilDate.CivilDate): ReadonlyArray<Told> => {
  const start = startOf(rule, days)
  if (rule.each === undefined || start === undefined) return []
  const done = days.get(rule.step) ?? []
  const end = CivilDate.min(on, days.get(rule.each.until)?.[0] ?? on)
  return slots(start, rule.each.length, end).flatMap((to, place, all): ReadonlyArray<Told> => {
    const from = all[place - 1] ?? start
    if (to === on && on === end && !days.has(rule.each!.until)) return []
    return done.some((each) => from < each && each <= to)
      ? []
      : [{ code: "developmentFile.leftOut", params: { from, to } }]
  })
}

const ofDocuments = (rule: StepRule, steps: ReadonlyArray<FileStep>): ReadonlyArray<Told> =>
  steps
    .filter(({ step }) => step === rule.step)
    .flatMap(({ documents, on }) =>
      rule.documents
        .filter((each) => !documents.includes(each))
        .map((each): Told => ({ code: "developmentFile.noDocument", params: { on, document: each } })),
    )
