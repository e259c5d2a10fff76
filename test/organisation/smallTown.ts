/** A made-up township with villages, and the law that its bodies are changed by. */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as PartialDate from "../../src/foundation/PartialDate.js"
import type { Organisation } from "../../src/organisation/Organisation.js"
import type { OrganisationBodies } from "../../src/organisation/OrganisationBodies.js"
import { type Change, endings, type Law, type Turn } from "../../src/organisation/OrganisationChange.js"
import type { Edge, OrganisationKind } from "../../src/organisation/OrganisationKind.js"
import * as OrganisationLife from "../../src/organisation/OrganisationLife.js"
import * as Decider from "../../src/process/Decider.js"
import type * as Journal from "../../src/process/Journal.js"

export const day = CivilDate.parseUnsafe
export const at = Coordinate.instantUnsafe

const kind = (id: string, zh: string, holdsMembers: boolean): OrganisationKind => ({
  id,
  label: { zh },
  nature: id === "group" ? "subdivision" : "primary",
  leaders: "elected",
  holdsMembers,
})

export const kinds = [
  kind("township", "乡镇党委", false),
  kind("committee", "基层党委", false),
  kind("generalBranch", "党总支", false),
  kind("branch", "党支部", true),
  kind("jointBranch", "联合党支部", true),
  kind("group", "党小组", false),
]

const cite = { title: "示例办法", standing: "transcription" } as const
const lawful: ReadonlyArray<readonly [string | undefined, string]> = [
  [undefined, "township"],
  ["township", "committee"],
  ["township", "generalBranch"],
  ["township", "branch"],
  ["township", "jointBranch"],
  ["committee", "generalBranch"],
  ["committee", "branch"],
  ["generalBranch", "branch"],
  ["branch", "group"],
  ["jointBranch", "group"],
]

export const edges = lawful.map(([parent, child], index): Edge => {
  const rule = { id: `edge-${index}`, strength: "must", from: day("2012-01-01"), cite, child } as const
  return parent === undefined ? rule : { ...rule, parent }
})

export const law: Law = { kinds, edges, endings }
export const life = OrganisationLife.decider(law)

export const organisation = (
  id: string,
  of: string,
  supervisedBy?: string,
  more: Partial<Organisation> = {},
): Organisation => ({
  id,
  kind: of,
  name: `示例${id}`,
  units: [],
  capabilities: [],
  established: PartialDate.parseUnsafe("1958"),
  ...(supervisedBy === undefined ? {} : { supervisedBy }),
  ...more,
})

export const establish = (id: string, of: string, supervisedBy?: string, more: Partial<Organisation> = {}): Change => ({
  change: "establish",
  organisation: organisation(id, of, supervisedBy, more),
})

export const command = (id: string, on: string, content: Change, recordedAt = 0): Decider.Command<Change> => ({
  id,
  on: day(on),
  recordedAt: at(recordedAt),
  actor: { post: "组织委员" },
  content,
})

/** The journal of changes that are all accepted, one after another; throws at the first that is not. */
export const journalOf = (
  steps: ReadonlyArray<readonly [on: string, change: Change, recordedAt?: number]>,
  decider = life,
): Journal.Journal<Turn> => {
  let stream = Decider.start(decider)
  return steps.flatMap(([on, change, recordedAt], index) => {
    const id = `e${String(index).padStart(3, "0")}`
    const handled = Decider.handle(decider, stream, command(id, on, change, recordedAt ?? index))
    if (Result.isFailure(handled)) throw new Error(`${id}: ${JSON.stringify(handled.failure)}`)
    stream = handled.success.stream
    return handled.success.entry === undefined ? [] : [handled.success.entry]
  })
}

export const bodiesOf = (
  steps: ReadonlyArray<readonly [on: string, change: Change, recordedAt?: number]>,
  decider = life,
): OrganisationBodies => Decider.replay(decider, journalOf(steps, decider)).state

/** The codes of a refusal with the paths they point at, or none where the change is accepted. */
export const refusal = (
  state: OrganisationBodies,
  change: Change,
  on = "2024-01-01",
  decider = life,
): ReadonlyArray<string> => {
  const decided = decider.decide(state, command("asked", on, change))
  if (Result.isSuccess(decided)) return []
  return decided.failure.map(({ code, path }) => `${code.slice("organisationChange.".length)} ${path.join(".")}`)
}

/** The bodies after a change that is accepted. */
export const done = (
  state: OrganisationBodies,
  change: Change,
  on = "2024-01-01",
  decider = life,
): OrganisationBodies => {
  const asked = command("asked", on, change)
  const { content: _, ...envelope } = asked
  const events = Result.getOrThrowWith(decider.decide(state, asked), (faults) => new Error(JSON.stringify(faults)))
  return events.reduce((bodies, payload) => decider.evolve(bodies, { ...envelope, payload }), state)
}
