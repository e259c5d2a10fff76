/** Commands for members and transfers, and streams that take several of them. Everything is made up. */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { Fault } from "../../src/foundation/Fault.js"
import type * as Finding from "../../src/foundation/Finding.js"
import * as MemberLife from "../../src/organisation/MemberLife.js"
import type * as MemberRecord from "../../src/organisation/MemberRecord.js"
import * as Transfer from "../../src/organisation/Transfer.js"
import { rules, transfers } from "../../src/presets/MemberRules.js"
import * as Decider from "../../src/process/Decider.js"
import type * as Journal from "../../src/process/Journal.js"

export const day = CivilDate.parseUnsafe
export const at = Coordinate.instantUnsafe
export const actor = { post: "组织委员" }

export const life = MemberLife.decider(rules)
export const moving = Transfer.decider(transfers)

export const branch: MemberRecord.Body = { id: "branch", capabilities: ["admit", "discipline", "disposeOfMembers"] }
export const temporary: MemberRecord.Body = { id: "temporary", capabilities: [] }
export const village: MemberRecord.Body = { id: "village", capabilities: ["admit", "discipline", "disposeOfMembers"] }
export const township: MemberRecord.Body = { id: "township", capabilities: ["approveProbationary"] }

export const patron = (person: string): MemberRecord.Patron => ({ person, stage: "full", restriction: "none" })

export const admit: Extract<MemberRecord.Matter, { readonly is: "admit" }> = {
  is: "admit",
  branch: "branch",
  sponsors: [patron("s1"), patron("s2")],
  vetted: true,
  training: { days: 3 },
  preReviewedOn: day("2024-01-02"),
}

export interface Taken<S> {
  readonly on: string
  readonly step: S
  readonly approvals?: ReadonlyArray<Finding.Approval>
}

/** What the last of some steps came to: the state, the codes found beside it, or the codes of its refusal. */
export interface Came<St> {
  readonly state: St
  readonly found: ReadonlyArray<string>
  readonly findings: ReadonlyArray<Finding.Finding>
  readonly refused: ReadonlyArray<string>
  readonly faults: ReadonlyArray<Fault>
}

interface Content<S> {
  readonly step: S
  readonly approvals?: ReadonlyArray<Finding.Approval>
}

export const command = <S>(id: string, { on, step, approvals }: Taken<S>, at_ = 0): Decider.Command<Content<S>> => ({
  id,
  on: day(on),
  recordedAt: at(at_),
  actor,
  content: { step, ...(approvals === undefined ? {} : { approvals }) },
})

const take = <S, St, E extends { readonly findings?: ReadonlyArray<Finding.Finding> }>(
  decider: Decider.Decider<St, Content<S>, E, Fault>,
  steps: ReadonlyArray<Taken<S>>,
): Came<St> & { readonly entries: ReadonlyArray<Journal.Entry<Decider.Turn<Content<S>, E>>> } => {
  let stream = Decider.start(decider)
  const entries: Array<Journal.Entry<Decider.Turn<Content<S>, E>>> = []
  for (const [index, step] of steps.entries()) {
    const handled = Decider.handle(decider, stream, command(`c${index}`, step, index))
    if (Result.isFailure(handled)) {
      if (index < steps.length - 1) {
        throw new Error(`step ${index} is refused: ${handled.failure.map(({ code }) => code).join()}`)
      }
      const refused = handled.failure.map(({ code }) => code).sort()
      return { state: stream.state, found: [], findings: [], refused, faults: handled.failure, entries }
    }
    stream = handled.success.stream
    if (handled.success.entry !== undefined) entries.push(handled.success.entry)
  }
  const findings = entries.at(-1)?.payload.events.flatMap((each) => each.findings ?? []) ?? []
  return { state: stream.state, found: findings.map(({ code }) => code), findings, refused: [], faults: [], entries }
}

export const live = (...steps: ReadonlyArray<Taken<MemberRecord.Step>>) => take(life, steps)

export const move = (...steps: ReadonlyArray<Taken<Transfer.TransferStep>>) => take(moving, steps)

type Way = ReadonlyArray<Taken<MemberRecord.Step>>

const applied: Taken<MemberRecord.Step> = {
  on: "2022-06-01",
  step: { is: "apply", branch: "branch", born: day("1990-05-01") },
}
const cultivated: Taken<MemberRecord.Step> = { on: "2022-08-01", step: { is: "cultivate", mentors: [patron("m1")] } }
const selected: Taken<MemberRecord.Step> = { on: "2023-10-01", step: { is: "select" } }

/** Ways to the states that tests begin from. */
export const ways: Readonly<Record<"none" | "applicant" | "activist" | "candidate" | "probationary" | "full", Way>> = {
  none: [],
  applicant: [applied],
  activist: [applied, cultivated],
  candidate: [applied, cultivated, selected],
  probationary: [
    {
      on: "2024-04-01",
      step: { is: "register", branch: "branch", admittedOn: day("2024-03-15"), born: day("1990-05-01") },
    },
  ],
  full: [
    {
      on: "2024-01-01",
      step: {
        is: "register",
        branch: "branch",
        admittedOn: day("2010-07-01"),
        fullFrom: day("2011-07-01"),
        born: day("1985-01-01"),
      },
    },
  ],
}
