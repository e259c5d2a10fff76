/**
 * Findings (检查发现): what a rule says about a state of affairs. 应当 makes a deviation an error, 一般 a warning, 可以 nothing;
 * an approval that the rule provides for covers the deviation.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import * as Citation from "./Citation.js"
import * as Fault from "./Fault.js"
import * as Label from "./Label.js"

// ---------------------------------------------------------------- models

/**
 * How strongly a rule speaks: `must` (应当、必须), `should` (一般、原则上), `may` (可以、根据工作需要).
 *
 * @category models
 * @since 0.1.0
 */
export type Strength = "must" | "should" | "may"

/**
 * What a deviation from a rule is: an error (不符合) or a warning (需说明).
 *
 * @category models
 * @since 0.1.0
 */
export type Severity = "error" | "warning"

/**
 * A deviation as a rule finds it, before its strength makes it a finding: a stable code, whom it concerns (an opaque
 * id), the values its sentence needs, and the provision.
 *
 * @category models
 * @since 0.1.0
 */
export interface Deviation<Code extends string = string> {
  readonly code: Code
  readonly subject?: string
  readonly params: Readonly<Record<string, string | number>>
  readonly cite?: Citation.Citation
}

/**
 * A finding (检查发现). `coveredBy` is the id of the approval record that permits the deviation: a covered finding stays on
 * record with its severity, and counts neither as an error nor as a warning.
 *
 * @category models
 * @since 0.1.0
 */
export interface Finding<Code extends string = string> extends Deviation<Code> {
  readonly severity: Severity
  readonly strength: "must" | "should"
  readonly coveredBy?: string
}

/**
 * What an approval record (批准记录) permits: deviations of one code, of one subject or of none.
 *
 * @category models
 * @since 0.1.0
 */
export interface Approval {
  readonly id: string
  readonly code: string
  readonly subject?: string
}

/**
 * What holds a finding against approval records, as {@link covering} prepares it.
 *
 * @category models
 * @since 0.1.0
 */
export type Covering = <Code extends string>(finding: Finding<Code>) => Finding<Code>

/**
 * Approval records, as they are or prepared for many findings.
 *
 * @category models
 * @since 0.1.0
 */
export type Approvals = ReadonlyArray<Approval> | Covering

// ---------------------------------------------------------------- errors

/**
 * The codes that the schema of findings refuses with: an error on a 一般, or a warning on an 应当.
 *
 * @category errors
 * @since 0.1.0
 */
export type FindingCode = "finding.severity"

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Strength}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Strength: Schema.Codec<Strength> = /* @__PURE__ */ Schema.Literals(["must", "should", "may"])

/**
 * The schema of {@link Finding}; a severity that the strength does not give is refused with `finding.severity`.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Finding: Schema.Codec<Finding> = /* @__PURE__ */ Schema.Struct({
  code: Schema.NonEmptyString,
  severity: /* @__PURE__ */ Schema.Literals(["error", "warning"]),
  strength: /* @__PURE__ */ Schema.Literals(["must", "should"]),
  subject: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  params: /* @__PURE__ */ Schema.Record(Schema.String, /* @__PURE__ */ Schema.Union([Schema.String, Schema.Int])),
  cite: /* @__PURE__ */ Schema.optionalKey(Citation.Citation),
  coveredBy: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
}).check(
  /* @__PURE__ */ Schema.makeFilter((finding: Finding) =>
    finding.severity === SEVERITY[finding.strength] ? true : { path: ["severity"], issue: "finding.severity" },
  ),
)

const SEVERITY = { must: "error", should: "warning" } as const

// ---------------------------------------------------------------- constructors

/**
 * The finding that a deviation makes under a strength: an error under `must`, a warning under `should`, and `undefined`
 * under `may`.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const size = { code: "demo.size", subject: "branch-1", params: { members: 51, most: 50 } }
 * assert.equal(Finding.of("must", size)?.severity, "error")
 * assert.equal(Finding.of("should", size)?.severity, "warning")
 * assert.equal(Finding.of("may", size), undefined)
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = <Code extends string>(strength: Strength, deviation: Deviation<Code>): Finding<Code> | undefined => {
  if (strength === "may") return undefined
  const { code, subject, params, cite } = deviation
  return {
    code,
    severity: SEVERITY[strength],
    strength,
    ...(subject === undefined ? {} : { subject }),
    params,
    ...(cite === undefined ? {} : { cite }),
  }
}

// ---------------------------------------------------------------- guards

/**
 * Whether a finding still calls for something: no approval record covers it.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const finding = { code: "demo.size", severity: "warning", strength: "should", params: {} } as const
 * assert.equal(Finding.isOpen(finding), true)
 * assert.equal(Finding.isOpen({ ...finding, coveredBy: "approval-7" }), false)
 * ```
 *
 * @category guards
 * @since 0.1.0
 */
export const isOpen = (self: Finding): boolean => self.coveredBy === undefined

// ---------------------------------------------------------------- getters

/**
 * The sentence of a finding from the texts of its code, without severity, subject or citation. An unknown code is shown
 * as it is, with its parameters.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const texts = { "demo.size": { zh: "党员{members}名，一般不超过{most}名", en: "{members} members, generally at most {most}" } }
 * const finding = Finding.of("should", { code: "demo.size", params: { members: 51, most: 50 } })!
 * assert.equal(Finding.sentence(texts, finding, "zh"), "党员51名，一般不超过50名")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const sentence = (texts: Fault.Texts, self: Finding, language: Label.Language): string =>
  Fault.sentence(texts, Fault.make(self.code, self.params), language)

/**
 * A finding as people read it: severity, subject, sentence, provision, and the approval where one covers it.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const texts = { "demo.size": { zh: "党员{members}名", en: "{members} members" } }
 * const cite = { title: "中国共产党支部工作条例（试行）", article: 4, standing: "transcription" } as const
 * const finding = Finding.of("should", { code: "demo.size", subject: "branch-1", params: { members: 51 }, cite })!
 * assert.equal(Finding.say(texts, finding, "zh"), "提醒：branch-1：党员51名（《中国共产党支部工作条例（试行）》第四条）")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const say = (texts: Fault.Texts, self: Finding, language: Label.Language): string => {
  const [colon, open, close] = language === "zh" ? ["：", "（", "）"] : [": ", " (", ")"]
  const subject = self.subject === undefined ? "" : `${self.subject}${colon}`
  const cite = self.cite === undefined ? "" : `${open}${Citation.text(self.cite, language)}${close}`
  const covered = language === "zh" ? "经批准" : "approved"
  const approval = self.coveredBy === undefined ? "" : `${open}${covered}${colon}${self.coveredBy}${close}`
  const severity = Label.text(severities[self.severity], language)
  return `${severity}${colon}${subject}${sentence(texts, self, language)}${cite}${approval}`
}

// ---------------------------------------------------------------- operations

/**
 * A finding held against approval records: the one that names its code and exactly its subject covers it. Of several the
 * one with the least id is named, whatever their order; without any the finding stays as it is.
 *
 * **When to use** Only for provisions that let a superior approve the deviation (经上级党组织批准), and only with records in
 * force on the day that the finding is about.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const finding = Finding.of("must", { code: "demo.size", subject: "branch-1", params: {} })!
 * const approval = { id: "approval-7", code: "demo.size", subject: "branch-1" }
 * assert.equal(Finding.cover(finding, [approval]).coveredBy, "approval-7")
 * assert.equal(Finding.cover(finding, [{ ...approval, subject: "branch-2" }]).coveredBy, undefined)
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const cover = <Code extends string>(self: Finding<Code>, approvals: Approvals): Finding<Code> => {
  if (typeof approvals === "function") return approvals(self)
  const [first] = approvals
    .filter(({ code, subject }) => code === self.code && subject === self.subject)
    .map(({ id }) => id)
    .sort()
  return coveredBy(self, first)
}

const coveredBy = <Code extends string>(self: Finding<Code>, id: string | undefined): Finding<Code> =>
  id === undefined || self.coveredBy !== undefined ? self : { ...self, coveredBy: id }

/**
 * Approval records prepared for many findings: what comes of it does the same as {@link cover} with the records, and looks
 * through them once only.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const finding = Finding.of("must", { code: "demo.size", subject: "branch-1", params: {} })!
 * const cover = Finding.covering([{ id: "approval-7", code: "demo.size", subject: "branch-1" }])
 * assert.equal(cover(finding).coveredBy, "approval-7")
 * assert.deepEqual(Finding.cover(finding, cover), cover(finding))
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const covering = (approvals: Approvals): Covering => {
  if (typeof approvals === "function") return approvals
  const least = new Map<string, string>()
  for (const { id, code, subject } of approvals) {
    const key = keyOf(code, subject)
    const other = least.get(key)
    if (other === undefined || id < other) least.set(key, id)
  }
  return (finding) => coveredBy(finding, least.get(keyOf(finding.code, finding.subject)))
}

const keyOf = (code: string, subject: string | undefined): string =>
  JSON.stringify(subject === undefined ? [code] : [code, subject])

/**
 * Findings in an order that does not depend on how they came: open before covered, errors before warnings, then by code,
 * subject and everything else, as texts compare.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const warning = Finding.of("should", { code: "demo.a", params: {} })!
 * const error = Finding.of("must", { code: "demo.b", params: {} })!
 * assert.deepEqual(Finding.sort([warning, error]), [error, warning])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const sort = <F extends Finding>(findings: ReadonlyArray<F>): ReadonlyArray<F> =>
  findings
    .map((finding) => ({ finding, key: sortKey(finding) }))
    .sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0))
    .map(({ finding }) => finding)

const sortKey = ({ code, severity, subject, coveredBy, params, cite }: Finding): string =>
  JSON.stringify([
    coveredBy === undefined ? 0 : 1,
    severity === "error" ? 0 : 1,
    code,
    subject ?? "",
    inKeyOrder(params),
    cite === undefined ? [] : inKeyOrder(cite),
    coveredBy ?? "",
  ])

const inKeyOrder = (fields: object): ReadonlyArray<readonly [string, unknown]> =>
  Object.entries(fields).sort(([a], [b]) => (a < b ? -1 : 1))

/**
 * Findings that say the same of several subjects, told once (同类合并): of each the first subject's finding and all subjects, in
 * the order of {@link sort}. One that concerns nobody stands alone, and what was found twice is told once.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const of = (subject: string) => Finding.of("must", { code: "demo.alone", subject, params: { least: 1 } })!
 * const [only] = Finding.together([of("house-2"), of("house-1")])
 * assert.deepEqual(only?.subjects, ["house-1", "house-2"])
 * ```
 *
 * @category operations
 * @since 0.1.0
 */
export const together = <F extends Finding>(
  findings: ReadonlyArray<F>,
): ReadonlyArray<{ readonly finding: F; readonly subjects: ReadonlyArray<string> }> => {
  const groups = new Map<string, { readonly finding: F; readonly subjects: Array<string> }>()
  for (const finding of sort(findings)) {
    const { subject } = finding
    const key = `${subject === undefined ? "" : "of "}${sortKey({ ...finding, subject: "" })}`
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { finding, subjects: subject === undefined ? [] : [subject] })
    else if (subject !== undefined && group.subjects.at(-1) !== subject) group.subjects.push(subject)
  }
  return [...groups.values()]
}

// ---------------------------------------------------------------- decisions

/**
 * What a list of findings comes to: `error` where an open error is left, else `warning` where an open warning is, else
 * `clear`. Covered findings do not count.
 *
 * @example
 * ```ts
 * import { Finding } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * const error = Finding.of("must", { code: "demo.b", params: {} })!
 * assert.equal(Finding.verdict([error]), "error")
 * assert.equal(Finding.verdict([{ ...error, coveredBy: "approval-7" }]), "clear")
 * ```
 *
 * @category decisions
 * @since 0.1.0
 */
export const verdict = (findings: ReadonlyArray<Finding>): Severity | "clear" => {
  const open = findings.filter(isOpen)
  if (open.some(({ severity }) => severity === "error")) return "error"
  return open.length > 0 ? "warning" : "clear"
}

// ---------------------------------------------------------------- instances

/**
 * The names of the severities.
 *
 * @category instances
 * @since 0.1.0
 */
export const severities: Readonly<Record<Severity, Label.Label>> = {
  error: { zh: "不符合", en: "error" },
  warning: { zh: "提醒", en: "warning" },
}

/**
 * The words by which provisions speak with each strength.
 *
 * @category instances
 * @since 0.1.0
 */
export const strengths: Readonly<Record<Strength, Label.Label>> = {
  must: { zh: "应当", en: "must" },
  should: { zh: "一般", en: "should" },
  may: { zh: "可以", en: "may" },
}
