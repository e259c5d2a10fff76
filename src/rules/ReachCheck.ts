/**
 * The check of reach (适用检查): items that no fact can meet, and facts that no item reads.
 *
 * @since 0.1.0
 */
import { type Boxes, boxesOf, isAttainable, meet, ordered, text } from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Act, Cite, Expression, When } from "./Expression.js"
import { removal } from "./LineRepair.js"
import { askedBy } from "./RowCheck.js"
import type { Rulebook } from "./Rulebook.js"
import { type Located, nodesOf, nodesOfWhen } from "./Structure.js"
import * as Trial from "./Trial.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- models

/** What a register records: the kinds of fact, and by kind the names of values and tags. @internal */
export interface Recorded {
  readonly kinds?: ReadonlyArray<string>
  readonly fields?: Readonly<Record<string, ReadonlyArray<string>>>
}

/** A clause with the condition under which it applies. */
interface Item {
  readonly name: string
  readonly path: Path
  readonly when: When | undefined
  readonly cite: Cite | undefined
  readonly kind?: string
  /** For a term of validity, the lines it may be a term of. */
  readonly acts?: ReadonlyArray<Act>
  readonly patch?: () => NonNullable<Defect.Repair["patch"]>
}

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (book: Rulebook, context: Trial.Context, recorded: Recorded = {}): Defect.Checked => {
  const kinds = recorded.kinds === undefined ? undefined : new Set(recorded.kinds)
  const scored = context.scored?.length === 0 ? boxesOf(undefined, context.reading) : context.scored
  let trials = MOST_SHOWN
  const items = [...clauses(book), ...context.nodes.flatMap(itemsOf)].map((item) => {
    const boxes = boxesAt(item, context, scored)
    const isSure = boxes?.some(isAttainable) === true || (trials-- > 0 && isTried(book, context, item, boxes))
    return met(book, item, boxes, isSure, kinds)
  })
  const unread = [...unreadKinds(book, context, recorded.kinds ?? []), ...unreadFields(book, context, recorded)]
  const isAsked = recorded.kinds !== undefined || recorded.fields !== undefined
  return {
    answers: [
      ...items.flatMap(({ answers }) => answers),
      ...(isAsked ? [Trial.answer("lint.factUnread", [], unread.length > 0 ? "refuted" : "proven")] : []),
    ],
    defects: [...items.flatMap(({ defects }) => defects), ...unread],
  }
}

const clauses = (book: Rulebook): ReadonlyArray<Item> => {
  const needed = new Set(book.badges.flatMap(({ needs }) => needs))
  const lists = { classes: book.classes, effects: book.effects, awards: book.awards, badges: book.badges }
  return Object.entries(lists).flatMap(([list, all]) =>
    all.map(({ id, when, cite }, index): Item => {
      const item = { name: id, path: [list, index], when, cite }
      return list === "badges" && needed.has(id) ? item : { ...item, patch: () => [{ path: [list, index] }] }
    }),
  )
}

const itemsOf = ({ e, path }: Located): ReadonlyArray<Item> => {
  if (e.op === "case") {
    return e.rows.map(({ when, cite }, index) => {
      const at = [...path, "rows", index]
      return {
        name: e.label?.zh ?? e.id ?? text(when),
        path: at,
        when,
        cite: cite ?? e.cite,
        patch: () => [{ path: at }],
      }
    })
  }
  if (e.op === "fact")
    return [{ name: e.label?.zh ?? e.id ?? e.kind, path, when: undefined, cite: e.cite, kind: e.kind }]
  if (e.op !== "acts") return []
  return [
    ...e.acts.map((act, index): Item => {
      const { id, when, cite, kind } = act
      const patch = () => removal({ node: e, path }, { act, index })
      return { name: id, path: [...path, "acts", index], when, cite, kind, patch }
    }),
    ...e.validity.map(({ when, cite, months }, index): Item => {
      const at = [...path, "validity", index]
      return { name: String(months), path: at, when, cite, acts: e.acts, patch: () => [{ path: at }] }
    }),
  ]
}

/** The alternatives under which an item applies. Who is exempt is asked by the classes alone. */
const boxesAt = ({ path, when, acts }: Item, { reading }: Trial.Context, scored: Boxes): Boxes => {
  const own = boxesOf(when, reading)
  if (acts === undefined) return path[0] === "classes" ? own : meet(scored, own)
  let found: Boxes = []
  for (const act of acts) {
    const boxes = askedBy(act, meet(scored, own), reading)
    if (boxes === undefined || boxes.some(isAttainable)) return boxes
    if (boxes.length > 0) found = boxes
  }
  return found
}

/** Whether the interpreter applies an effect, badge or line to what is made up for it. */
const isTried = (book: Rulebook, context: Trial.Context, { path, name, kind }: Item, boxes: Boxes): boolean =>
  ordered(boxes)
    .slice(0, MOST_TRIED)
    .some((box) => {
      const sample = Trial.sampleOf(book, box, context)
      if (sample === undefined) return false
      const facts = kind === undefined ? [] : [Trial.factOf(book, kind, sample.fact)]
      const outcome = Trial.outcomeOf(book, {
        is: "witness",
        subject: Trial.SUBJECT,
        input: Trial.inputOf(book, context, sample, facts),
        shows: { lines: [] },
      }).outcome
      if (path[0] === "effects")
        return outcome?.effects.some(({ effect, state }) => effect === name && state !== "possible")
      if (path[0] === "badges") return outcome?.badges.some(({ badge, held }) => badge === name && held === "yes")
      return outcome?.lines.some(({ act, fact }) => act === name && fact === Trial.FACT)
    })

const MOST_TRIED = 4

const met = (
  book: Rulebook,
  item: Item,
  boxes: Boxes,
  isSure: boolean,
  kinds: ReadonlySet<string> | undefined,
): Defect.Checked => {
  const { name, path, when, kind } = item
  const isRecorded = kind === undefined || kinds === undefined || kinds.has(kind)
  if (isRecorded && boxes?.length !== 0) {
    return { answers: [Trial.answer("lint.lineUnmet", path, isSure ? "proven" : "undecided")], defects: [] }
  }
  const why = isRecorded ? text(when) : `${kind}`
  const defect = Trial.defect(book, "should", {
    code: "lint.lineUnmet",
    at: path,
    params: { where: name, why },
    cite: item.cite,
    evidence: Trial.places(path),
    repair: repairOf(item, isRecorded),
  })
  return { answers: [Trial.answer("lint.lineUnmet", path, "refuted")], defects: [defect] }
}

const repairOf = ({ name, patch }: Item, isRecorded: boolean): Defect.Repair =>
  isRecorded
    ? {
        text: { zh: `改写“${name}”的条件，或删去这一条`, en: `rewrite the condition of "${name}", or strike it out` },
        ...(patch === undefined ? {} : { patch: patch() }),
      }
    : { text: { zh: `为“${name}”设登记项目，或删去这一条`, en: `register what "${name}" asks for, or strike it out` } }

const unreadKinds = (
  book: Rulebook,
  context: Trial.Context,
  kinds: ReadonlyArray<string>,
): ReadonlyArray<Defect.Defect> => {
  const read = new Set(context.nodes.flatMap(({ e }) => kindsOf(e)))
  const box = ordered(context.scored)[0]
  const sample = box === undefined ? undefined : Trial.sampleOf(book, box, context)
  const missing = [...new Set(kinds)].filter((kind) => !read.has(kind)).sort()
  return missing.map((kind, index) => {
    const witness: Defect.Witness | undefined =
      sample === undefined
        ? undefined
        : {
            is: "witness",
            subject: Trial.SUBJECT,
            input: Trial.inputOf(book, context, sample, [Trial.factOf(book, kind)]),
            shows: { unread: Trial.FACT },
          }
    const isShown = witness !== undefined && index < MOST_SHOWN && Trial.shows(book, witness)
    const evidence = isShown ? witness : Trial.places([])
    return unread(book, kind, evidence)
  })
}

/** Of more kinds than this that nothing reads the place stands for a trial. */
const MOST_SHOWN = 64

const unread = (book: Rulebook, what: string, evidence: Defect.Evidence): Defect.Defect =>
  Trial.defect(book, "should", {
    code: "lint.factUnread",
    at: [],
    params: { what },
    cite: book.levels[0]?.cite ?? book.score.cite,
    evidence,
    repair: {
      text: { zh: `不再要求登记“${what}”，或写明它怎样计分`, en: `stop asking for "${what}", or say what it gives` },
    },
  })

const kindsOf = (e: Expression): ReadonlyArray<string> => {
  if (e.op === "fact") return [e.kind]
  if (e.op !== "acts") return []
  return [...e.acts.map(({ kind }) => kind), ...e.suspensions.flatMap(({ kinds }) => kinds)]
}

const unreadFields = (book: Rulebook, context: Trial.Context, { fields }: Recorded): ReadonlyArray<Defect.Defect> => {
  if (fields === undefined) return []
  const asked = new Map<string, Set<string>>()
  for (const { e } of context.nodes) {
    for (const [kind, name] of namesOf(e)) asked.set(kind, (asked.get(kind) ?? new Set<string>()).add(name))
  }
  return Object.entries(fields)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([kind, names]) => {
      const read = asked.get(kind)
      return read === undefined
        ? []
        : [...new Set(names)]
            .sort()
            .filter((name) => !read.has(name))
            .map((name) => unread(book, `${kind}.${name}`, Trial.places([])))
    })
}

/** The values and tags that a node asks of facts, by kind; a kind alone counts with the empty name. */
const namesOf = (e: Expression): ReadonlyArray<readonly [kind: string, name: string]> => {
  if (e.op === "fact") {
    const own = e.take === "count" ? [] : [e.field ?? "value"]
    return [...own, ...(e.where === undefined ? [] : namesIn(e.where, [])), ""].map((name) => [e.kind, name])
  }
  if (e.op !== "acts") return []
  const shared = e.validity.flatMap(({ when }) => namesIn(when, []))
  return e.acts.flatMap(({ kind, when, worth }) =>
    [
      ...(when === undefined ? [] : namesIn(when, [])),
      ...fieldsIn(nodesOf(worth, [])),
      ...tagsInside(worth),
      ...shared,
      "",
    ].map((name) => [kind, name] as const),
  )
}

const fieldsIn = (nodes: ReadonlyArray<Located>): ReadonlyArray<string> =>
  nodes.flatMap(({ e }) => (e.op === "field" ? [e.field] : []))

const tagsInside = (worth: Expression): ReadonlyArray<string> =>
  nodesOf(worth, []).flatMap(({ e }) => (e.op === "case" ? e.rows.flatMap(({ when }) => namesIn(when, [])) : []))

const namesIn = (when: When, path: Path): ReadonlyArray<string> => [
  ...tagsOf(when),
  ...fieldsIn(nodesOfWhen(when, path)),
]

const tagsOf = (when: When): ReadonlyArray<string> => {
  switch (when.test) {
    case "tag":
      return [when.tag]
    case "not":
      return tagsOf(when.of)
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap(tagsOf)
    default:
      return []
  }
}
