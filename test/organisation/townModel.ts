/**
 * The township as plain lists, with no regard for cost: a change is tried on a copy, and the copy is then looked at as a
 * whole. Shares nothing with the library but the types.
 */
import type { Organisation } from "../../src/organisation/Organisation.js"
import type { Change, Placement } from "../../src/organisation/OrganisationChange.js"

interface Known {
  kind: string
  parent: string | undefined
  name: string
  stands: boolean
}

interface Passing {
  readonly from: string
  readonly to: ReadonlyArray<string>
  readonly stays: boolean
}

export interface Town {
  readonly bodies: Map<string, Known>
  readonly aliases: Map<string, string>
  readonly persons: Map<string, string>
  readonly log: Array<Passing>
}

export const empty = (): Town => ({ bodies: new Map(), aliases: new Map(), persons: new Map(), log: [] })

export const HOLDING = ["branch", "jointBranch"]
export const PAIRS = [
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
export const COUNTS: Readonly<Record<string, readonly [number, number]>> = {
  purposeServed: [0, 0],
  tooFewMembers: [0, 0],
  unitGone: [0, 0],
  merged: [1, 1],
  split: [2, 9],
  replaced: [1, 1],
  devolved: [1, 1],
}

export const resolve = (town: Town, id: string): string =>
  town.aliases.has(id) ? resolve(town, town.aliases.get(id)!) : id

const copy = ({ bodies, aliases, persons, log }: Town): Town => ({
  bodies: new Map([...bodies].map(([id, known]) => [id, { ...known }])),
  aliases: new Map(aliases),
  persons: new Map(persons),
  log: [...log],
})

class Refused extends Error {}
const need = (holds: boolean): void => {
  if (!holds) throw new Refused()
}

const standing = (town: Town, id: string): Known => {
  const known = town.bodies.get(resolve(town, id))
  need(known?.stands === true)
  return known!
}

const add = (town: Town, { id, kind, name, supervisedBy }: Organisation): void => {
  need(!town.bodies.has(id) && !town.aliases.has(id))
  const parent = supervisedBy === undefined ? undefined : resolve(town, supervisedBy)
  town.bodies.set(id, { kind, name, parent, stands: true })
}

const moveChildren = (town: Town, from: ReadonlyArray<string>, placement: Placement, ending: boolean): void => {
  const below = [...town.bodies].filter(([, known]) => known.stands && from.includes(known.parent ?? ""))
  const named = (placement.except ?? []).map(({ id, to }) => ({ id: resolve(town, id), to }))
  need(new Set(named.map(({ id }) => id)).size === named.length)
  need(named.every(({ id }) => below.some(([child]) => child === id)))
  for (const [id, known] of below) {
    if (ending && from.includes(id)) continue
    const to = named.find((row) => row.id === id)?.to ?? placement.to
    if (to !== undefined) known.parent = resolve(town, to)
  }
}

/** Who was in the bodies goes where it is said, and where some stay by themselves, the others stay at `stay`. */
const movePersons = (town: Town, from: ReadonlyArray<string>, members: Placement | undefined, stay?: string): void => {
  const there = [...town.persons].filter(([, branch]) => from.includes(branch)).map(([person]) => person)
  if (members === undefined) {
    need(stay !== undefined || there.length === 0)
    return
  }
  need(from.length > 0)
  const named = members.except ?? []
  need(new Set(named.map(({ id }) => id)).size === named.length)
  need(named.every(({ id }) => there.includes(id)))
  for (const to of [members.to ?? stay, ...named.map((row) => row.to)]) {
    if (to !== undefined) need(HOLDING.includes(standing(town, to).kind))
  }
  for (const person of there) {
    const to = named.find(({ id }) => id === person)?.to ?? members.to ?? stay
    need(to !== undefined)
    town.persons.set(person, resolve(town, to!))
  }
}

const isWhole = ({ bodies }: Town): boolean =>
  [...bodies].every(([id, known]) => {
    if (!known.stands) return true
    if (known.parent === undefined) return known.kind === "township"
    const parent = bodies.get(known.parent)
    if (parent?.stands !== true) return false
    let above: string | undefined = known.parent
    for (let step = 0; above !== undefined; step++) {
      if (step > bodies.size || above === id) return false
      above = bodies.get(above)?.parent
    }
    return PAIRS.some(([one, other]) => one === parent.kind && other === known.kind)
  })

const end = (town: Town, ids: ReadonlyArray<string>, to: ReadonlyArray<string>): void => {
  for (const id of ids) {
    town.bodies.get(id)!.stands = false
    if (to.length > 0) town.log.push({ from: id, to, stays: false })
  }
}

const change = (town: Town, asked: Change): void => {
  if (asked.change === "establish") add(town, asked.organisation)
  else if (asked.change === "rename") standing(town, asked.id).name = asked.name
  else if (asked.change === "reparent") {
    standing(town, asked.id).parent = asked.supervisedBy === undefined ? undefined : resolve(town, asked.supervisedBy)
  } else if (asked.change === "rekind") rekind(town, asked)
  else if (asked.change === "merge") merge(town, asked)
  else if (asked.change === "split") split(town, asked)
  else if (asked.change === "dissolve") dissolve(town, asked)
  else if (asked.change === "alias") alias(town, asked)
  else throw new Error(`the model knows no ${asked.change}`)
}

type Of<C extends Change["change"]> = Extract<Change, { readonly change: C }>

const rekind = (town: Town, { id, kind, name, below = [], members, children = {} }: Of<"rekind">): void => {
  const known = standing(town, id)
  const own = resolve(town, id)
  const leaves = HOLDING.includes(known.kind) && !HOLDING.includes(kind) && kind !== "sect"
  known.kind = kind
  if (name !== undefined) known.name = name
  moveChildren(town, [own], children, false)
  for (const body of below) add(town, body)
  movePersons(town, leaves ? [own] : [], members)
}

const merge = (town: Town, { ids, into, members, children }: Of<"merge">): void => {
  const sources = ids.map((id) => {
    standing(town, id)
    return resolve(town, id)
  })
  const heir = typeof into === "string" ? resolve(town, into) : into.id
  if (typeof into === "string") standing(town, into)
  need(new Set([...sources, heir]).size === sources.length + 1)
  need(sources.length + (typeof into === "string" ? 1 : 0) >= 2)
  const holding = sources.filter((id) => HOLDING.includes(town.bodies.get(id)!.kind))
  moveChildren(town, sources, { ...children, to: children?.to ?? heir }, true)
  if (typeof into !== "string") add(town, into)
  end(town, sources, [heir])
  movePersons(town, holding, members)
}

const split = (town: Town, { id, keeps, into, members, children = {} }: Of<"split">): void => {
  const own = resolve(town, id)
  const holds = HOLDING.includes(standing(town, id).kind)
  need(into.length + (keeps ? 1 : 0) >= 2)
  moveChildren(town, [own], children, !keeps)
  for (const body of into) add(town, body)
  const to = into.map((body) => body.id)
  if (!keeps) end(town, [own], to)
  else town.log.push({ from: own, to, stays: true })
  movePersons(town, holds ? [own] : [], members, keeps ? own : undefined)
}

const dissolve = (town: Town, { id, reason, successors, members, children = {} }: Of<"dissolve">): void => {
  const own = resolve(town, id)
  const holds = HOLDING.includes(standing(town, id).kind)
  const heirs = successors.map((heir) => resolve(town, heir))
  const [least, most] = COUNTS[reason]!
  need(heirs.length >= least && heirs.length <= most && new Set(heirs).size === heirs.length)
  moveChildren(town, [own], children, true)
  end(town, [own], heirs)
  for (const heir of heirs) standing(town, heir)
  movePersons(town, holds ? [own] : [], members)
}

const alias = (town: Town, { id, of }: Of<"alias">): void => {
  const target = resolve(town, of)
  if (town.aliases.has(id)) {
    need(resolve(town, id) === target)
    return
  }
  need(id !== target)
  const [own, other] = [town.bodies.get(id), town.bodies.get(target)]
  need(other !== undefined && (own === undefined || own.stands))
  town.aliases.set(id, target)
  if (own === undefined) return
  need(other?.stands === true && (!HOLDING.includes(own.kind) || HOLDING.includes(other.kind)))
  for (const known of town.bodies.values()) if (known.stands && known.parent === id) known.parent = target
  town.bodies.delete(id)
  for (const [person, branch] of town.persons) if (branch === id) town.persons.set(person, target)
}

/** The town after a change, or nothing where the change cannot be. */
export const attempt = (town: Town, asked: Change): Town | undefined => {
  const tried = copy(town)
  try {
    change(tried, asked)
  } catch (refused) {
    if (refused instanceof Refused) return undefined
    throw refused
  }
  return isWhole(tried) ? tried : undefined
}

/** Who has something of what a body ever had: by following the log from the first time that it passed something on. */
export const heirs = (town: Town, id: string, start = 0): ReadonlyArray<string> => {
  const own = resolve(town, id)
  for (let index = start; index < town.log.length; index++) {
    const { from, to, stays } = town.log[index]!
    if (resolve(town, from) !== own) continue
    const parts = to.map((heir) => resolve(town, heir)).filter((heir) => heir !== own)
    if (parts.length === 0) continue
    const further = parts.flatMap((heir) => heirs(town, heir, index + 1))
    return [...new Set([...further, ...(stays ? heirs(town, own, index + 1) : [])])].sort()
  }
  return town.bodies.get(own)?.stands === true ? [own] : []
}
