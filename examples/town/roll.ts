/** Who is where on the last day of the year: the list of members, with the letters of the year. */
import { CivilDate, Coordinate, Fault, type Finding } from "dangjian/foundation"
import type { OrganisationBooks } from "dangjian/interop"
import { Member, MemberLife, Roll, Transfer } from "dangjian/organisation"
import { MemberRules } from "dangjian/presets"
import { Decider, type Journal } from "dangjian/process"
import * as Result from "effect/Result"
import type { Checked } from "./faults.js"

const day = CivilDate.parseUnsafe
export const on = day("2023-12-31")
const opening = day("2023-01-01")

const actor = { post: "organisationMember", body: "B00" }
export const recorded = (date: CivilDate.CivilDate): Coordinate.Instant =>
  Coordinate.instantUnsafe(CivilDate.dayNumber(date) * 86_400_000)

interface Kept<S, P> {
  readonly entries: Journal.Journal<P>
  readonly state: S
  readonly refused: ReadonlyArray<Fault.Fault>
}

/** The journal of the commands of one matter, up to the first that is refused; the book is where the office mends it. */
const journalOf = <S, C, E>(
  book: string,
  decider: Decider.Decider<S, C, E>,
  commands: ReadonlyArray<Decider.Command<C>>,
): Kept<S, Decider.Turn<C, E>> => {
  let stream = Decider.start(decider)
  const entries: Array<Journal.Entry<Decider.Turn<C, E>>> = []
  for (const command of commands) {
    const handled = Decider.handle(decider, stream, command)
    if (Result.isFailure(handled)) {
      const refused = handled.failure.map(({ code, params }) => Fault.make(code, params, [book, command.id]))
      return { entries, state: stream.state, refused }
    }
    stream = handled.success.stream
    if (handled.success.entry !== undefined) entries.push(handled.success.entry)
  }
  return { entries, state: stream.state, refused: [] }
}

const lives = MemberLife.decider(MemberRules.rules)
const transfers = Transfer.decider(MemberRules.transfers)

type Letters = ReadonlyArray<OrganisationBooks.Letter>

/** The branch a member was in before the letters of the year. */
const earlier = ([first]: Letters, now: string): string => first?.from ?? now

const lifeOf = (member: Member.Member, letters: Letters) => {
  const { admittedOn, affiliation, fullFrom, person } = member
  const first = CivilDate.max(opening, admittedOn)
  const branch = earlier(letters, Member.responsible({ affiliation }))
  const isFull = fullFrom !== undefined && fullFrom <= first
  const step = { is: "register", branch, admittedOn, ...(isFull ? { fullFrom } : {}) } as const
  return journalOf("党员名册", lives, [
    { id: person, on: first, recordedAt: recorded(first), actor, content: { step } },
  ])
}

const stepsOf = ({ answer, from, id, issuedOn, person, to }: OrganisationBooks.Letter) => {
  const row = { person, affiliation: { in: "branch", branch: from } } as const
  const by = { id: "B00", capabilities: [] }
  const of = (at: CivilDate.CivilDate, what: string, step: Transfer.TransferStep) => ({
    id: `${id}${what}`,
    on: at,
    recordedAt: recorded(at),
    actor,
    content: { step },
  })
  const issued = of(issuedOn, "", { is: "issue", transfer: id, row, to, by, beyond: false })
  if (answer === undefined) return [issued]
  const receipt =
    answer.result === "received"
      ? ({ is: "receive", at: { branch: to, holdsMembers: true } } as const)
      : ({ is: "refuse", branch: to, reason: "材料不全（虚构）" } as const)
  return [issued, of(answer.on, "回执", receipt)]
}

const byDay = (a: OrganisationBooks.Letter, b: OrganisationBooks.Letter): number =>
  CivilDate.compare(a.issuedOn, b.issuedOn) || (a.id < b.id ? -1 : 1)

const bookOf = (member: Member.Member, letters: Letters) => {
  const { person } = member
  const own = letters.filter((letter) => letter.person === person).toSorted(byDay)
  const life = lifeOf(member, own)
  const sent = journalOf("接转台账", transfers, own.flatMap(stepsOf))
  const noted = sent.entries.flatMap(({ payload }) => payload.events.flatMap(({ findings = [] }) => findings))
  return {
    book: { person, life: life.entries, transfers: sent.entries },
    refused: [...life.refused, ...sent.refused],
    found: [
      ...noted.map((finding) => ({ ...finding, subject: person })),
      ...Transfer.findings(MemberRules.transfers, person, sent.state, on),
    ],
  }
}

/** The members of the last day, the journals that tell of all days, and what is found about them. */
export interface Members {
  readonly members: ReadonlyArray<Member.Member>
  readonly sources: Roll.Sources
  readonly found: ReadonlyArray<Finding.Finding>
}

/** Where everybody is comes from the letters, all else from the list. What the rules refuse is for the office to mend. */
export const rollOf = ({ letters, members, persons }: OrganisationBooks.OrganisationBooks): Checked<Members> => {
  const books = members.map((member) => bookOf(member, letters))
  const sources = { books: books.map(({ book }) => book), successions: [] }
  const { faults, ...spans } = Roll.spans(sources, recorded(day("2024-01-10")))
  const refused = [
    ...books.flatMap((one) => one.refused),
    ...faults.map(({ code, params }) => Fault.make(code, params)),
  ]
  if (refused.length > 0) return Result.fail(refused)
  const at = new Map(Roll.onDay({ ...spans, faults }, on).members.map((row) => [row.person, row.affiliation]))
  const here = members.map((row) => ({ ...row, affiliation: at.get(row.person) ?? row.affiliation }))
  const young = Roll.underAge(MemberRules.rules, here, persons)
  return Result.succeed({ members: here, sources, found: [...books.flatMap(({ found }) => found), ...young] })
}
