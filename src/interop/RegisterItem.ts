/**
 * Items (条目): what each line of a rulebook asks of the register that it is entered in.
 *
 * @since 0.1.0
 */
import * as Exact from "../foundation/Exact.js"
import * as Rounding from "../foundation/Rounding.js"
import type { Act, Domain, When } from "../rules/Expression.js"
import type { Fact } from "../rules/Fact.js"
import type { Rulebook } from "../rules/Rulebook.js"
import { nodesOf, nodesOfBook, nodesOfWhen } from "../rules/Structure.js"

// ---------------------------------------------------------------- models

/** The kind of a line's facts, the fields it measures, the tags that its number fixes. @internal */
export interface Item {
  readonly kind: string
  readonly fields: ReadonlyMap<string, Domain>
  readonly tags: Readonly<Record<string, string>>
  /** Whether the line tests a tag that its number alone does not fix. */
  readonly open: boolean
}

// ---------------------------------------------------------------- guards

/** Whether a number is one that a domain holds. @internal */
export const isOn = (domain: Domain, value: Exact.Exact): boolean =>
  (domain.min === null || Exact.compare(value, Exact.parseUnsafe(domain.min)) >= 0) &&
  (domain.max === null || Exact.compare(value, Exact.parseUnsafe(domain.max)) <= 0) &&
  Rounding.isMultiple(value, Exact.parseUnsafe(domain.step))

// ---------------------------------------------------------------- getters

const fieldsOf = (found: ReturnType<typeof nodesOf>): ReadonlyArray<readonly [string, Domain]> =>
  found.flatMap(({ e }) => (e.op === "field" ? [[e.field, e.domain] as const] : []))

/** The tags that hold wherever the condition does, where one value alone fits; and whether another is tested. */
const tagsOf = (when: When | undefined): { readonly tags: Record<string, string>; readonly open: boolean } => {
  if (when === undefined) return { tags: {}, open: false }
  const [only] = when.test === "tag" ? when.in : []
  if (when.test === "tag") {
    return when.in.length === 1 && only !== undefined
      ? { tags: { [when.tag]: only }, open: false }
      : { tags: {}, open: true }
  }
  if (when.test === "all") {
    const parts = when.of.map(tagsOf)
    return { tags: Object.assign({}, ...parts.map(({ tags }) => tags)), open: parts.some(({ open }) => open) }
  }
  if (when.test === "not") return { tags: {}, open: hasTag(when.of) }
  return { tags: {}, open: hasTag(when) }
}

const hasTag = (when: When): boolean =>
  when.test === "tag" ||
  (when.test === "not" ? hasTag(when.of) : "of" in when && Array.isArray(when.of) && when.of.some(hasTag))

const itemOf = (act: Act): Item => {
  const found = [...nodesOf(act.worth, []), ...(act.when === undefined ? [] : nodesOfWhen(act.when, []))]
  return { kind: act.kind, fields: new Map(fieldsOf(found)), ...tagsOf(act.when) }
}

/** Every line of a rulebook by its id, and every kind of fact by its own name. @internal */
export const itemsOf = (book: Rulebook): ReadonlyMap<string, Item> => {
  const all = nodesOfBook(book).map(({ e }) => e)
  const acts = all.flatMap((e) => (e.op === "acts" ? e.acts : []))
  const kinds = new Map<string, Item>()
  const add = (kind: string, fields: ReadonlyArray<readonly [string, Domain]>) => {
    const known = kinds.get(kind)?.fields ?? new Map()
    kinds.set(kind, { kind, fields: new Map([...known, ...fields]), tags: {}, open: false })
  }
  for (const e of all) {
    if (e.op === "fact") add(e.kind, e.field === undefined ? [] : [[e.field, e.domain]])
    if (e.op === "acts") for (const kind of e.suspensions.flatMap((one) => one.kinds)) add(kind, [])
  }
  for (const act of acts) add(act.kind, [...itemOf(act).fields])
  return new Map([...kinds, ...acts.map((act): [string, Item] => [act.id, itemOf(act)])])
}

// ---------------------------------------------------------------- decisions

type Fit = "yes" | "no" | "open"

/** Whether the tags of a fact alone already hold or break a condition. */
const tagsFit = (when: When | undefined, tags: Fact["tags"]): Fit => {
  if (when === undefined) return "open"
  switch (when.test) {
    case "tag":
      return when.in.includes(tags?.[when.tag] ?? "") ? "yes" : "no"
    case "not": {
      const of = tagsFit(when.of, tags)
      return of === "open" ? of : of === "yes" ? "no" : "yes"
    }
    case "all":
    case "any":
    case "atLeast": {
      const fits = when.of.map((one) => tagsFit(one, tags))
      const needed = when.test === "all" ? fits.length : when.test === "any" ? 1 : when.n
      if (fits.filter((fit) => fit === "yes").length >= needed) return "yes"
      return fits.filter((fit) => fit !== "no").length < needed ? "no" : "open"
    }
    default:
      return "open"
  }
}

/**
 * Why a book does not ask a subject for a fact, and the lines that come near it: none is of its kind, none is for its tags,
 * or those that are, are for other people. @internal
 */
export const whyUnread = (
  book: Rulebook,
  { kind, tags }: Fact,
): { readonly why: "kind" | "tag" | "person"; readonly items: ReadonlyArray<string> } => {
  const acts = nodesOfBook(book).flatMap(({ e }) => (e.op === "acts" ? e.acts.filter((act) => act.kind === kind) : []))
  if (acts.length === 0) return { why: "kind", items: [kind] }
  const fitting = acts.filter(({ when }) => tagsFit(when, tags) !== "no")
  return fitting.length === 0
    ? { why: "tag", items: acts.map(({ id }) => id) }
    : { why: "person", items: fitting.map(({ id }) => id) }
}
