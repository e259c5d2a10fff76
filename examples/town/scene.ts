/** The township on the last day of the year, as the rules ask about it. */
import type { Finding } from "dangjian/foundation"
import { OrganisationBooks } from "dangjian/interop"
import {
  type AdministrativeUnit,
  type Establishment,
  Grid,
  type GridRule,
  HeadCount,
  type Leadership,
  type Member,
  type Organisation,
  PartyTree,
  PostRoll,
  Roll,
  type Tenure,
} from "dangjian/organisation"
import { PostRules, PrimaryKinds } from "dangjian/presets"
import { type Members, on } from "./roll.js"

/** The committee of the township. */
export const TOP = "B00"

export interface Town extends Omit<OrganisationBooks.OrganisationBooks, "posts"> {
  readonly tree: PartyTree.PartyTree
  readonly heads: ReadonlyMap<string, HeadCount.HeadCount>
  readonly posts: PostRoll.PostRoll
  readonly view: Grid.GridView
  readonly found: ReadonlyArray<Finding.Finding>
  readonly sources: Roll.Sources
  readonly offices: OrganisationBooks.OrganisationBooks["posts"]
}

export const townOf = (books: OrganisationBooks.OrganisationBooks, { found, members, sources }: Members): Town => {
  const { appointments, grid, organisations, posts } = books
  const { tree } = PartyTree.of(organisations, on, PrimaryKinds)
  const counts = Roll.counts(members)
  const own = new Map(counts.map(({ branch, here, inTransit }) => [branch, HeadCount.sum([here, inTransit])]))
  return {
    ...books,
    members,
    found,
    sources,
    offices: posts,
    tree,
    heads: PartyTree.headCounts(tree, own),
    posts: PostRoll.at({ kinds: PostRules.kinds, posts, appointments }, on),
    view: Grid.of(grid, on).view,
  }
}

export const nobody = HeadCount.ofUnsafe({ full: 0, probationary: 0 })

export const villagesOf = ({ units }: Town): ReadonlyArray<AdministrativeUnit.AdministrativeUnit> =>
  units.filter(({ kind }) => kind === "村" || kind === "社区")

/** The organisation of a unit that stands directly under the township. */
export const bodyOfUnit = ({ organisations }: Town, unit: string): string =>
  organisations.find(({ supervisedBy, units }) => supervisedBy === TOP && units.length === 1 && units[0] === unit)
    ?.id ?? ""

const sectorOf = ({ units }: Town, organisation: Organisation.Organisation): string =>
  units.find(({ id }) => id === organisation.units[0])?.sector ?? ""

// ---------------------------------------------------------------- terms

/** The last election of a body. */
const lastTerm = ({ terms }: Town, id: string): OrganisationBooks.Term | undefined =>
  terms
    .filter(({ body, electedOn }) => body === id && electedOn <= on)
    .toSorted((a, b) => (a.electedOn < b.electedOn ? 1 : -1))[0]

export const tenureOf = (town: Town, organisation: Organisation.Organisation): Tenure.Tenure | undefined => {
  const term = lastTerm(town, organisation.id)
  if (term === undefined) return undefined
  const { electedOn, extension, remindedOn } = term
  const body = { id: organisation.id, kind: organisation.kind, sector: sectorOf(town, organisation) }
  const reminded = remindedOn === undefined ? {} : { remindedOn }
  if (extension === undefined) return { body, electedOn, ...reminded }
  const { approval, on: approvedOn, until } = extension
  return { body, electedOn, ...reminded, shifts: [{ id: approval, sense: "late", until, approvedOn, by: "superior" }] }
}

// ---------------------------------------------------------------- bodies, units, members

/** Who approves, as the rules call them, by the words of the list. */
const APPROVERS: Readonly<Record<string, string>> = { 样例县委: "countyCommittee" }

const setUpOf = ({ approvals }: Town, body: string) =>
  approvals
    .filter(({ matter, subject }) => matter === "设立基层党委" && subject === body)
    .map(({ by, id, on: approved }) => ({ id, kind: "primaryCommittee", by: APPROVERS[by] ?? by, on: approved }))

const holdersOf = ({ members, posts }: Town, body: string): ReadonlyArray<Leadership.Holder> =>
  posts.holdings
    .filter(({ post }) => post.body === body)
    .map(({ person, post }) => {
      const member = members.find((row) => row.person === person)
      return {
        post: post.kind,
        person,
        ...(member === undefined ? {} : { stage: member.stage }),
        ...(member?.fullFrom === undefined ? {} : { fullFrom: member.fullFrom }),
      }
    })

/** A body; how many months a project is to run is made up here, since no book of the township tells it. */
export const bodyOf = (town: Town, organisation: Organisation.Organisation): Establishment.Body => {
  const { id, kind, units } = organisation
  const committee = lastTerm(town, id)?.committee
  return {
    id,
    kind,
    sector: sectorOf(town, organisation),
    head: town.heads.get(id) ?? nobody,
    holders: holdersOf(town, id),
    units,
    approvals: setUpOf(town, id),
    ...(committee === undefined ? {} : { committee }),
    ...(kind === "projectBranch" ? { months: 9 } : {}),
  }
}

/** The units with the members who work in them; one that is closed has none for whom it would need an organisation. */
export const unitsOf = (town: Town) => {
  const heads = OrganisationBooks.headCounts(town)
  return town.units.map(({ id, operating, sector }) => ({
    id,
    sector,
    head: operating ? (heads.get(id) ?? nobody) : nobody,
    marks: operating ? ["operating"] : [],
  }))
}

const isHere = ({ affiliation }: Member.Member, branches: ReadonlySet<string>): boolean =>
  affiliation.in === "branch" && branches.has(affiliation.branch)

/** The members of the villages, who are to look after households. */
export const linkersOf = (town: Town): ReadonlyArray<GridRule.Linker> => {
  const villages = new Set(villagesOf(town).map(({ id }) => id))
  const branches = new Set(
    town.organisations.filter(({ units: [unit = ""] }) => villages.has(unit)).map(({ id }) => id),
  )
  const born = new Map(town.persons.map((person) => [person.id, person.born]))
  return town.members
    .filter((member) => isHere(member, branches))
    .map(({ mobile, person }) => {
      const own = born.get(person)
      return { id: person, marks: mobile ? ["away"] : [], ...(own === undefined ? {} : { born: own }) }
    })
}
