/** Made-up elections for the tests of the decider: a branch of so many members, and commands that are right unless changed. */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type * as Election from "../../src/organisation/Election.js"
import * as ElectionDecider from "../../src/organisation/ElectionDecider.js"
import * as ElectionRule from "../../src/organisation/ElectionRule.js"
import type * as Franchise from "../../src/organisation/Franchise.js"
import type * as Tally from "../../src/organisation/Tally.js"
import { tables } from "../../src/presets/PrimaryVotes.js"
import type { Command, Decider } from "../../src/process/Decider.js"

export const ON = CivilDate.parseUnsafe("2024-03-01")
export const BODY = "b1"
export const SUPERIOR = "t1"

export const schemeOf = (office: string, assembly: ElectionRule.Assembly = "membersMeeting"): ElectionRule.Scheme =>
  Result.getOrThrow(ElectionRule.scheme(tables, office, assembly, ON))

export type Deciding = Decider<
  Election.Election,
  Election.ElectionCommand,
  Election.ElectionEvent,
  Election.ElectionFault
>

export const committee: Deciding = ElectionDecider.decider(schemeOf("committeeMember"), {
  body: BODY,
  superior: SUPERIOR,
})
export const secretary: Deciding = ElectionDecider.decider(schemeOf("secretary"), {
  body: BODY,
  superior: SUPERIOR,
})

export const members = (count: number): ReadonlyArray<Franchise.Voter> =>
  Array.from({ length: count }, (_, index) => ({ person: `m${index}`, stage: "full", restriction: "none" }))

export const names = (count: number): ReadonlyArray<string> => members(count).map(({ person }) => person)

export const command = (
  content: Election.ElectionCommand,
  body: string,
  id = "c1",
): Command<Election.ElectionCommand> => ({
  id,
  on: ON,
  recordedAt: Coordinate.instantUnsafe(1_709_251_200_000),
  actor: { post: "secretary", body },
  content,
})

const BY_SUPERIOR: ReadonlyArray<string> = ["approveCandidates", "confirm", "annul", "designate"]

/** What a command of the right body comes to: the state after it, or the codes it is refused with. */
export const step = (
  { decide, evolve }: Deciding,
  state: Election.Election,
  content: Election.ElectionCommand,
  body = BY_SUPERIOR.includes(content.is) ? SUPERIOR : BODY,
): { readonly state: Election.Election; readonly refused: ReadonlyArray<string> } => {
  const result = decide(state, command(content, body))
  if (Result.isFailure(result)) return { state, refused: result.failure.map(({ code }) => code) }
  const { id, on, recordedAt, actor } = command(content, body)
  return {
    state: result.success.reduce((now, payload) => evolve(now, { id, on, recordedAt, actor, payload }), state),
    refused: [],
  }
}

export const run = (decider: Deciding, ...commands: ReadonlyArray<Election.ElectionCommand>): Election.Election =>
  commands.reduce<Election.Election>((state, content) => {
    const next = step(decider, state, content)
    if (next.refused.length > 0) throw new Error(`${content.is}: ${next.refused.join(" ")}`)
    return next.state
  }, decider.initial)

/** A tally of papers that are all valid: ayes by name, the rest opposed. */
export const tally = (
  papers: number,
  ayes: Readonly<Record<string, number>>,
  more: Partial<Tally.Tally> = {},
): Tally.Tally => ({
  issued: papers,
  returned: papers,
  valid: papers,
  votes: Object.entries(ayes).map(([person, own]) => ({
    person,
    ayes: own,
    noes: papers - own,
    abstentions: 0,
    writtenIn: false,
  })),
  ...more,
})

export const call = (seats: number): Election.ElectionCommand => ({ is: "call", body: BODY, superior: SUPERIOR, seats })

export const nominate = (...candidates: ReadonlyArray<string>): Election.ElectionCommand => ({
  is: "nominate",
  candidates,
  roll: members(10),
})

export const hold = (
  ayes: Readonly<Record<string, number>>,
  more: Partial<Extract<Election.ElectionCommand, { readonly is: "hold" }>> = {},
): Election.ElectionCommand => ({
  is: "hold",
  roll: members(10),
  exclusions: [],
  present: names(9),
  tally: tally(9, ayes),
  ...more,
})
