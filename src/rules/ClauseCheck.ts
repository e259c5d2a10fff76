import { pointer } from "../foundation/Fault.js"
import { axisOf, type Box, boxesAgainst, boxesOf, meet, onAxis, ordered } from "./Box.js"
import type * as Defect from "./Defect.js"
import type { Acts, Expression, When } from "./Expression.js"
import { leavesOf } from "./LinePairs.js"
import type { Rulebook, RulebookFault } from "./Rulebook.js"
import { check as faultsOf } from "./Rulebook.js"
import { type Located, nodesOf, whensOf } from "./Structure.js"
import * as Trial from "./Trial.js"
import type { Path } from "./World.js"

// ---------------------------------------------------------------- decisions

/** @internal */
export const check = (book: Rulebook, context: Trial.Context): Defect.Checked => {
  const found = [
    ...(book.classes.length === 0 ? [] : [noClass(book, context), severalClasses(book, context)]),
    ...context.nodes.flatMap((located) => absence(book, context, located)),
  ]
  return { answers: found.flatMap(({ answers }) => answers), defects: found.flatMap(({ defects }) => defects) }
}

const one = (answer: Defect.Answer, ...defects: ReadonlyArray<Defect.Defect>): Defect.Checked => ({
  answers: [answer],
  defects,
})

const asked = (book: Rulebook, { nodes }: Trial.Context): ReadonlyArray<Extract<When, { test: "is" }>> => {
  const inside = nodes.flatMap(({ e }): ReadonlyArray<When | undefined> => {
    if (e.op === "fact") return [e.where]
    if (e.op === "case") return e.rows.map(({ when }) => when)
    return e.op === "acts" ? [...e.acts, ...e.validity].map(({ when }) => when) : []
  })
  return [...whensOf(book).map(({ when }) => when), ...inside].flatMap((when) =>
    when === undefined ? [] : leavesOf(when, "is"),
  )
}

/** Whoever has a label that the classes ask for, with a value that the book names, and is of no class. */
const noClass = (book: Rulebook, context: Trial.Context): Defect.Checked => {
  const path: Path = ["classes"]
  const labels = new Set(book.classes.flatMap(({ when }) => leavesOf(when, "is")).map(({ label }) => label))
  const named = new Map<string, readonly [string, string]>()
  for (const { label, in: values } of asked(book, context)) {
    if (labels.has(label)) for (const value of values) named.set(JSON.stringify([label, value]), [label, value])
  }
  const any: When = { test: "any", of: book.classes.map(({ when }) => when) }
  const none = boxesAgainst(any, context.reading)
  let isOpen = none === undefined
  const defects = [...named].sort(byKey).flatMap(([, [label, value]]) => {
    const [box] = ordered(meet(none, boxesOf({ test: "is", label, in: [value] }, context.reading)))
    const witness = box === undefined ? undefined : standingWitness(book, context, box)
    if (box !== undefined && witness === undefined) isOpen = true
    return witness === undefined
      ? []
      : [
          Trial.defect(book, "should", {
            code: "lint.classUndefined",
            at: path,
            params: { where: Trial.words(witness) },
            cite: book.classes[0]?.cite,
            evidence: witness,
            repair: {
              text: {
                zh: `写明“${value}”是否参评、属哪一类`,
                en: `say whether "${value}" is rated, and in which class`,
              },
            },
          }),
        ]
  })
  const rest = defects.length > 0 ? [] : restWithoutClass(book, context, none, labels.size > 0)
  if (none?.length !== 0) isOpen = true
  const all = [...defects, ...rest]
  return one(
    Trial.answer("lint.classUndefined", path, all.length > 0 ? "refuted" : isOpen ? "undecided" : "proven"),
    ...all,
  )
}

/**
 * Whoever is left over where no label tells who the text is about, such as a body without a last result. Where labels do,
 * those with none of the values that the text names may be none of its business.
 */
const restWithoutClass = (
  book: Rulebook,
  context: Trial.Context,
  none: Parameters<typeof ordered>[0],
  isByLabel: boolean,
): ReadonlyArray<Defect.Defect> => {
  const witness = isByLabel
    ? undefined
    : ordered(none)
        .slice(0, MOST_TRIALS)
        .flatMap((box) => standingWitness(book, context, box) ?? [])[0]
  if (witness === undefined) return []
  return [
    Trial.defect(book, "should", {
      code: "lint.classUndefined",
      at: ["classes"],
      params: { where: Trial.words(witness) },
      cite: book.classes[0]?.cite,
      evidence: witness,
      repair: {
        text: {
          zh: "写明其余对象（如新建、上期没有结果的）是否参评、属哪一类",
          en: "say whether all others, such as those without a last result, are rated, and in which class",
        },
      },
    }),
  ]
}

const byKey = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]): number => (a < b ? -1 : a > b ? 1 : 0)

const standingWitness = (book: Rulebook, context: Trial.Context, box: Box): Defect.Witness | undefined => {
  const sample = Trial.sampleOf(book, box, context)
  if (sample === undefined) return undefined
  const input = Trial.inputOf(book, context, sample)
  const witness: Defect.Witness = { is: "witness", subject: Trial.SUBJECT, input, shows: { standing: "unclassed" } }
  return Trial.shows(book, witness) ? witness : undefined
}

/** Whoever is of a class that is graded and of one that is only scored; where a class is exempt, that one counts. */
const severalClasses = (book: Rulebook, context: Trial.Context): Defect.Checked => {
  const of = (standing: string) =>
    [...book.classes.entries()]
      .filter(([, one]) => one.standing === standing)
      .map(([index, { id, when, cite }]) => ({ index, id, when, cite }))
  const exempt: When = { test: "any", of: of("exempt").map(({ when }) => when) }
  const free = boxesAgainst(exempt, context.reading)
  let isOpen = false
  const defects = of("rated").flatMap((rated) =>
    of("unrated").flatMap((unrated) => {
      const both = meet(free, meet(boxesOf(rated.when, context.reading), boxesOf(unrated.when, context.reading)))
      if (both?.length === 0) return []
      const [box] = ordered(both)
      const witness = box === undefined ? undefined : standingWitness(book, context, box)
      if (witness === undefined) isOpen = true
      return witness === undefined ? [] : [classesDefect(book, rated, unrated, witness)]
    }),
  )
  const answer = defects.length > 0 ? "refuted" : isOpen ? "undecided" : "proven"
  return one(Trial.answer("lint.classOverlap", ["classes"], answer), ...defects)
}

type Classed = Pick<Rulebook["classes"][number], "id" | "when" | "cite"> & { readonly index: number }

const classesDefect = (book: Rulebook, rated: Classed, unrated: Classed, witness: Defect.Witness): Defect.Defect =>
  Trial.defect(book, "must", {
    code: "lint.classOverlap",
    at: ["classes", rated.index],
    params: { where: Trial.words(witness), classes: [rated.id, unrated.id].join("、") },
    cite: rated.cite,
    evidence: witness,
    repair: {
      text: {
        zh: `写明兼属两类的按哪一类，例如按“${unrated.id}”`,
        en: `say which class counts for whoever is of both, for example "${unrated.id}"`,
      },
      patch: [
        {
          path: ["classes", rated.index, "when"],
          value: { test: "all", of: [rated.when, { test: "not", of: Trial.unnamed(unrated.when) }] },
        },
      ],
    },
  })

/** A value that the book itself says may be missing: a frozen result of who is new, a quotient of nothing. */
const absence = (
  book: Rulebook,
  context: Trial.Context,
  { e, path, inside }: Located,
): ReadonlyArray<Defect.Checked> => {
  const why = e.op === "result" ? "new" : e.op === "ratio" && typeof e.empty === "string" ? e.empty : undefined
  if (why === undefined || inside !== "book" || path[0] !== "total") return []
  const here = (answer: Defect.Answer["answer"]) => Trial.answer("lint.absenceUnsaid", path, answer)
  if (isProvidedFor(book, path, why)) return [one(here("proven"))]
  const witness = absenceWitness(book, context, e, why)
  if (witness === undefined) return [one(here("undecided"))]
  const sum = nearestSum(book, path)
  return [
    one(
      here("refuted"),
      Trial.defect(book, "should", {
        code: "lint.absenceUnsaid",
        at: path,
        params: { where: nameOf(book, e, path), why },
        cite: e.cite ?? book.levels[0]?.cite ?? book.score.cite,
        evidence: witness,
        repair: {
          text: {
            zh: "写明没有这一项的怎样计分，例如其余各项按权重折算",
            en: "say how whoever lacks this part is scored, for example by scaling up the others",
          },
          ...(sum === undefined ? {} : { patch: [{ path: [...sum, "absent", why], value: "reweight" }] }),
        },
      }),
    ),
  ]
}

/** Somebody scored for whom the value is missing and the total with it. */
const absenceWitness = (
  book: Rulebook,
  context: Trial.Context,
  e: Expression,
  why: string,
): Defect.Witness | undefined => {
  for (const box of ordered(context.scored).slice(0, MOST_TRIALS)) {
    const sample = Trial.sampleOf(book, e.op === "ratio" ? emptyOf(box, e.den) : box, context)
    if (sample === undefined) continue
    const witness: Defect.Witness = {
      is: "witness",
      subject: Trial.SUBJECT,
      input: Trial.inputOf(book, context, sample),
      shows: { absent: why, path: "total" },
    }
    if (Trial.shows(book, witness)) return witness
  }
  return undefined
}

const nameOf = (book: Rulebook, e: Expression, path: Path): string => {
  if (e.op === "result") return e.label?.zh ?? e.id ?? `${e.book}.${e.node}`
  const named = [...around(book, path).map((one) => one.e), e].findLast(
    ({ id, label }) => (label?.zh ?? id) !== undefined,
  )
  return named?.label?.zh ?? named?.id ?? pointer(path)
}

/** The nodes around a place, outermost first, with the keys by which the place lies in each. */
const around = (
  book: Rulebook,
  path: Path,
): ReadonlyArray<{ readonly e: Expression; readonly at: Path; readonly key: unknown }> => {
  const found: Array<{ readonly e: Expression; readonly at: Path; readonly key: unknown }> = []
  let part: unknown = book
  for (const [index, key] of path.entries()) {
    if (typeof part !== "object" || part === null) return found
    if ("op" in part) found.push({ e: part as Expression, at: path.slice(0, index), key })
    part = (part as Readonly<Record<string | number, unknown>>)[key]
  }
  return found
}

/** Whether a clause around it says what stands in for an absence, or only a condition or the peers ask for the value. */
const isProvidedFor = (book: Rulebook, path: Path, why: "unknown" | "notApplicable" | "exempt" | "new"): boolean =>
  path.some((key) => key === "when" || key === "where") ||
  around(book, path).some(({ e }) => {
    if (e.op === "sum" || e.op === "over") return e.absent?.[why] !== undefined
    return e.op === "peers" && e.fold !== "rank"
  })

/** A weighted sum of several parts around a place, the nearest. */
const nearestSum = (book: Rulebook, path: Path): Path | undefined =>
  around(book, path).findLast(({ e }) => e.op === "sum" && e.weights === "one" && e.of.length > 1)?.at

/** The box with every leaf of a denominator at its least. */
const emptyOf = (box: Box, den: Expression): Box => {
  const numbers = new Map(box.numbers)
  for (const { e } of nodesOf(den, [])) {
    if (e.op !== "fact" && e.op !== "param" && e.op !== "result") continue
    const key = axisOf(e)
    const whole = onAxis(key, e, {})?.[0]?.numbers.get(key)
    if (whole !== undefined && !numbers.has(key)) numbers.set(key, whole)
  }
  return { ...box, numbers }
}

/** The caps that cross, of the faults of a draft. @internal */
export const checkCaps = (book: Rulebook, faults: ReadonlyArray<RulebookFault>): Defect.Checked => {
  const crossing = faults.filter(({ code }) => code === "rulebook.crossingCaps")
  if (crossing.length === 0) return one(Trial.answer("lint.capsCross", [], "proven"))
  const found = crossing.map(({ path, params }) => {
    const node = path.slice(0, -2)
    const { e, at } = around(book, path).at(-1) ?? {}
    const caps = e?.op === "acts" ? e.caps : []
    const pair = [params.first, params.second].map((id) => caps.findIndex((cap) => cap.id === id))
    const [first = -1, second = -1] = pair
    const patch = at === undefined || e?.op !== "acts" ? undefined : nested(book, e, at, first, second)
    return one(
      Trial.answer("lint.capsCross", path, "refuted"),
      Trial.defect(book, "must", {
        code: "lint.capsCross",
        at: path,
        params: { first: String(params.first), second: String(params.second) },
        cite: caps[second]?.cite,
        evidence: Trial.places([...node, "caps", first], [...node, "caps", second]),
        repair: {
          text: {
            zh: "让一个封顶整个套在另一个之内：范围大的把另一个的条目都列上，或期间取得一样",
            en: "let one cap lie within the other: the larger one names all lines of the smaller, or their spans are made equal",
          },
          ...(patch === undefined ? {} : { patch }),
        },
      }),
    )
  })
  return { answers: found.flatMap(({ answers }) => answers), defects: found.flatMap(({ defects }) => defects) }
}

/** The larger cap over the lines of both, or the smaller in the span of the larger, whichever mends it. */
const nested = (book: Rulebook, { caps }: Acts, path: Path, first: number, second: number) => {
  const [a, b] = [caps[first], caps[second]]
  if (a === undefined || b === undefined) return undefined
  const [inner, outer, innerAt, outerAt] = a.of.length < b.of.length ? [a, b, first, second] : [b, a, second, first]
  const of = [...outer.of, ...inner.of.filter((id) => !outer.of.includes(id))]
  const patches = [
    [{ path: [...path, "caps", outerAt, "of"], value: of }],
    [{ path: [...path, "caps", innerAt, "per"], value: outer.per }],
  ]
  return patches.find((patch) =>
    faultsOf(Trial.patched(book, patch)).every(({ code, params }) => {
      const pair = [params.first, params.second]
      return code !== "rulebook.crossingCaps" || !(pair.includes(a.id) && pair.includes(b.id))
    }),
  )
}

const MOST_TRIALS = 8
