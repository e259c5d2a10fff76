/**
 * The rows of a proof table (核对行): one for each printed item, with what the document says of it in words.
 *
 * Nodes with an id, label, clause or full mark have a row of their own and are named wherever else they stand. Lines, and
 * curves and cases of many or printed rows, have a table of their own, known by its number in document order.
 *
 * @since 0.1.0
 */
import * as Label from "../foundation/Label.js"
import * as ConditionText from "./ConditionText.js"
import type { Act, Acts, Cap, Case, Cite, Curve, Expression, FieldLeaf, When } from "./Expression.js"
import type { Rulebook } from "./Rulebook.js"
import { forms } from "./RulesTexts.js"
import * as SpanText from "./SpanText.js"
import { type Located, nodesOf, nodesOfWhen } from "./Structure.js"
import * as Wording from "./Wording.js"

// ---------------------------------------------------------------- models

/** What stands in a row; a cell that is absent is empty. Notes find the row by its id. @internal */
export interface Row {
  readonly id?: string
  readonly depth?: number
  readonly clause?: string
  readonly what: string
  readonly condition?: string
  readonly worth?: string
  readonly weight?: string
  readonly full?: string
  readonly limits?: string
  readonly repeats?: string
  readonly by?: string
}

/** A heading, and the tables under it; `worth` is what the column of worths is called. @internal */
export interface Sheet {
  readonly title: string
  readonly level: 2 | 3
  readonly worth: string
  readonly rows: ReadonlyArray<Row>
}

/** The book, the language, and the numbers of its tables. @internal */
export interface Telling extends ConditionText.Words {
  readonly book: Rulebook
  readonly numbers: ReadonlyMap<Expression, number>
}

// ---------------------------------------------------------------- constructors

/** How a book is told; no two nodes of it may be the same object, as each has its own number. @internal */
export const tellingOf = (book: Rulebook, nodes: ReadonlyArray<Located>, language: Label.Language): Telling => {
  const numbers = new Map(nodes.filter(({ e }) => isTable(e)).map(({ e }, index) => [e, index + 1]))
  const names = new Map(nodes.flatMap(({ e }) => (e.id === undefined ? [] : [[e.id, nameOf(e, language)] as const])))
  const told = (e: Expression): string | undefined => {
    if (isNamed(e)) return `“${nameOf(e, language)}”`
    if (e.op === "ref") return `“${names.get(e.to) ?? e.to}”`
    const number = numbers.get(e)
    return number === undefined ? undefined : tableText(number, language)
  }
  return { book, language, numbers, told }
}

// ---------------------------------------------------------------- guards

const isNamed = ({ id, label, cite, full }: Expression): boolean =>
  id !== undefined || label !== undefined || cite !== undefined || full !== undefined

/** Whether a node is told in a table of its own. @internal */
export const isTable = (e: Expression): e is Acts | Curve | Case => {
  switch (e.op) {
    case "acts":
      return true
    case "curve":
      return e.pieces.length > 3 || e.pieces.some(({ label, cite }) => label !== undefined || cite !== undefined)
    case "case":
      return e.rows.length > 2 || e.rows.some(({ cite }) => cite !== undefined)
    default:
      return false
  }
}

// ---------------------------------------------------------------- getters

/** One of two texts, by the language. @internal */
export const say = ({ language }: ConditionText.Words, zh: string, en: string): string => (language === "zh" ? zh : en)

const tableText = (number: number | undefined, language: Label.Language): string =>
  language === "zh" ? `表${number}` : `table ${number}`

const nameOf = (e: Expression, language: Label.Language): string => {
  if (e.label !== undefined) return Label.text(e.label, language)
  if (e.id !== undefined) return e.id
  if (e.op === "fact") return e.kind
  if (e.op === "param") return e.name
  if (e.op === "field") return e.field
  const form = e.form !== undefined && Object.hasOwn(forms, e.form) ? e.form : e.op
  return Label.text(forms[form] ?? { zh: form }, language)
}

/** A clause, with its document where that is not the book's first. @internal */
export const clauseText = (telling: Telling, cite: Cite | undefined): string => {
  if (cite === undefined) return ""
  const article = Wording.clauseText({ ...telling.book, sources: [] }, cite, telling.language)
  return cite.doc === telling.book.sources[0]?.id ? article : `${cite.doc} ${article}`
}

/** A name with its id, where neither the name nor the clause is the id already. @internal */
export const titled = (telling: Telling, name: string, id: string | undefined, cite?: Cite): string =>
  id === undefined || id === name || id === cite?.art ? name : `${name}${say(telling, `〔${id}〕`, ` [${id}]`)}`

/** What a clause of the verdict is called. @internal */
export const clauseName = (
  telling: Telling,
  { id, label, cite }: { readonly id: string; readonly label?: Label.Label; readonly cite?: Cite },
): string => titled(telling, label === undefined ? id : Label.text(label, telling.language), id, cite)

// ---------------------------------------------------------------- operations

interface Child {
  readonly e: Expression
  readonly weight?: string
}

/** The nodes right below a node; what stands inside lines belongs to their table. */
const childrenOf = (e: Expression): ReadonlyArray<Child> => {
  switch (e.op) {
    case "fact":
      return e.where === undefined ? [] : expressionsIn(e.where)
    case "sum":
      return e.of.map(({ w, e: part }) => ({ e: part, weight: w }))
    case "min":
    case "max":
      return e.of.map((part) => ({ e: part }))
    case "times":
      return [{ e: e.by }, { e: e.e }]
    case "ratio":
      return [{ e: e.num }, { e: e.den }]
    case "curve":
      return [{ e: e.of }]
    case "over":
    case "round":
      return [{ e: e.e }]
    case "peers":
      return [{ e: e.e }, ...e.ties.keys.map((key) => ({ e: key.e }))]
    case "case":
      return [
        ...e.rows.flatMap(({ when, gives }) => [...expressionsIn(when), { e: gives }]),
        ...(e.otherwise === null ? [] : [{ e: e.otherwise }]),
      ]
    default:
      return []
  }
}

const expressionsIn = (when: When): ReadonlyArray<Child> => {
  switch (when.test) {
    case "value":
      return [{ e: when.e }]
    case "not":
      return expressionsIn(when.of)
    case "all":
    case "any":
    case "atLeast":
      return when.of.flatMap(expressionsIn)
    default:
      return []
  }
}

/** The rows of the named nodes of an expression, itself first. @internal */
export const nodeRows = (telling: Telling, e: Expression, depth: number, weight?: string): ReadonlyArray<Row> => {
  const isOwn = isNamed(e)
  const below = childrenOf(e).flatMap((child) => nodeRows(telling, child.e, isOwn ? depth + 1 : depth, child.weight))
  return isOwn ? [nodeRow(telling, e, depth, weight), ...below] : below
}

/** The rows of the named nodes that a condition asks for. @internal */
export const whenRows = (telling: Telling, when: When | undefined, depth: number): ReadonlyArray<Row> =>
  when === undefined ? [] : expressionsIn(when).flatMap(({ e }) => nodeRows(telling, e, depth))

/** The row of a node. @internal */
export const nodeRow = (telling: Telling, e: Expression, depth: number, weight?: string): Row => ({
  ...(e.id === undefined ? {} : { id: e.id }),
  depth,
  clause: clauseText(telling, e.cite),
  what: titled(telling, nameOf(e, telling.language), e.id, e.cite),
  worth: worthText(telling, e),
  ...(weight === undefined || weight === "1" ? {} : { weight }),
  ...(e.full === undefined ? {} : { full: e.full }),
  by: deciderOf(e),
})

const deciderOf = (e: Expression): string => (e.op === "fact" || e.op === "field" ? (e.decidedBy ?? "") : "")

/** What a node comes to; who decides it has a column of its own. */
const worthText = (telling: Telling, e: Expression): string => {
  const number = telling.numbers.get(e)
  if (number === undefined) return ConditionText.ownText(undecided(e), telling)
  const table = say(telling, `见${tableText(number, "zh")}`, `see ${tableText(number, "en")}`)
  if (e.op !== "acts" || e.sameAct === "sum") return table
  return say(telling, `${table}；一事只计分值最大的一条`, `${table}; of the lines that fit one act, the largest counts`)
}

const undecided = (e: Expression): Expression => {
  if (e.op !== "fact" && e.op !== "field") return e
  const { decidedBy: _, ...rest } = e
  return rest
}

/** The tables of the nodes that have one. @internal */
export const sheetsOf = (telling: Telling, nodes: ReadonlyArray<Located>): ReadonlyArray<Sheet> =>
  nodes.flatMap((node) => sheetsOfNode(telling, nodes, node))

/** The tables of a node, under the nearest name. */
const sheetsOfNode = (telling: Telling, nodes: ReadonlyArray<Located>, { e, path }: Located): ReadonlyArray<Sheet> => {
  if (!isTable(e)) return []
  const above = nodes.filter((node) => isNamed(node.e) && isWithin(path, node.path)).at(-1)?.e
  const own = nameOf(e, telling.language)
  const name =
    above === undefined || above === e ? own : `${nameOf(above, telling.language)}${say(telling, "：", ": ")}${own}`
  const number = capital(tableText(telling.numbers.get(e), telling.language))
  const title = `${number}${say(telling, "　", ". ")}${name}`
  const under = (rows: ReadonlyArray<Row>, more = ""): Sheet => ({
    title: `${title}${more}`,
    level: 3,
    worth: say(telling, "分值", "points"),
    rows,
  })
  switch (e.op) {
    case "acts":
      return actsSheets(telling, e, under)
    case "curve":
      return [under(pieceRows(telling, e), ofText(telling, e))]
    case "case":
      return [under(caseRows(telling, e))]
  }
}

const isWithin = (path: Located["path"], outer: Located["path"]): boolean =>
  outer.length <= path.length && outer.every((key, index) => key === path[index])

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const ofText = (telling: Telling, e: Curve): string => {
  const text = ConditionText.expressionText(e.of, telling)
  return say(telling, `：按${text}`, `: by ${text}`)
}

const pieceRows = (telling: Telling, e: Curve): ReadonlyArray<Row> =>
  e.pieces.map((piece) => ({
    clause: clauseText(telling, piece.cite),
    what: piece.label === undefined ? "" : Label.text(piece.label, telling.language),
    condition: SpanText.spanBoth(piece.on, telling.language),
    worth: ConditionText.pieceText(piece, ConditionText.argumentText(e, telling), telling),
  }))

const caseRows = (telling: Telling, e: Case): ReadonlyArray<Row> => [
  ...e.rows.map(({ when, gives, cite }) => ({
    clause: clauseText(telling, cite),
    what: "",
    condition: ConditionText.conditionText(when, telling),
    worth: ConditionText.expressionText(gives, telling),
  })),
  {
    what: "",
    condition: say(telling, "其他", "else"),
    worth: e.otherwise === null ? say(telling, "未写", "not said") : ConditionText.expressionText(e.otherwise, telling),
  },
]

type Under = (rows: ReadonlyArray<Row>, more?: string) => Sheet

const actsSheets = (outside: Telling, e: Acts, under: Under): ReadonlyArray<Sheet> => {
  const telling: Telling = { ...outside, apart: true }
  const more = (zh: string, en: string) => say(telling, `：${zh}`, `: ${en}`)
  const sheets: ReadonlyArray<Sheet> = [
    under(e.acts.flatMap((act) => actRows(telling, e, act))),
    under(
      e.caps.map((cap) => capRow(telling, e, cap)),
      more("封顶与保底", "caps and floors"),
    ),
    under(
      [
        ...e.validity.flatMap(({ when, months, cite }) => [
          {
            clause: clauseText(telling, cite),
            what: say(telling, "有效期", "term"),
            condition: ConditionText.conditionText(when, telling),
            repeats: say(telling, `${months}个月`, `${months} months`),
          },
          ...whenRows(telling, when, 1),
        ]),
        ...e.suspensions.map(({ id, kinds, cite }) => ({
          id,
          clause: clauseText(telling, cite),
          what: titled(telling, say(telling, "暂缓加分", "bonuses held back"), id, cite),
          condition: say(
            telling,
            `${Wording.listText(
              kinds.map((kind) => `“${kind}”`),
              "zh",
            )}持续期间`,
            `while ${kinds.map((kind) => `“${kind}”`).join(" or ")} lasts`,
          ),
          worth: say(telling, "其后的加分只记不计", "bonuses dated since are recorded and give nothing"),
        })),
      ],
      more("有效期与暂缓", "terms and suspension"),
    ),
    under(fieldRows(outside, e), more("登记的数值", "entered values")),
  ]
  return sheets.filter(({ rows }, index) => index === 0 || rows.length > 0)
}

/** The fields that lines read and the values they can have, each once for a kind of fact. */
const fieldRows = (telling: Telling, e: Acts): ReadonlyArray<Row> => {
  const rows = e.acts.flatMap(({ kind, when, worth }) =>
    [
      ...(when === undefined ? [] : nodesOfWhen(when, [])),
      ...(isEntered(telling, worth) ? [] : nodesOf(worth, [])),
    ].flatMap(({ e: node }) => (node.op === "field" ? [fieldRow(telling, kind, node)] : [])),
  )
  const asked = e.validity.flatMap(({ when }) =>
    nodesOfWhen(when, []).flatMap(({ e: node }) => (node.op === "field" ? [fieldRow(telling, undefined, node)] : [])),
  )
  return [...new Map([...rows, ...asked].map((row) => [`${row.what}\n${row.worth}`, row])).values()]
}

/** Whether a line is worth what its facts say, within the range that its row states. */
const isEntered = (telling: Telling, worth: Expression): boolean =>
  worth.op === "field" && telling.told(worth) === undefined

const valueName = (telling: Telling, kind: string | undefined, field: string): string => {
  if (kind === undefined) return `“${field}”`
  return field === "value" ? `“${kind}”` : say(telling, `“${kind}”的“${field}”`, `“${field}” of “${kind}”`)
}

const fieldRow = (telling: Telling, kind: string | undefined, { field, domain }: FieldLeaf): Row => ({
  what: valueName(telling, kind, field),
  worth: SpanText.domainText(domain, telling.language),
})

const actRows = (telling: Telling, e: Acts, act: Act): ReadonlyArray<Row> => {
  const { id, kind, label, when, worth, repeat, cite } = act
  const name = titled(telling, Label.text(label, telling.language), id, cite)
  const caps = e.caps.filter(({ of }) => of.includes(id) && of.length < e.acts.length)
  const isPlain = worth.op === "const" && telling.told(worth) === undefined
  const { apart: _, ...inline } = telling
  const within: Telling = isEntered(telling, worth) ? inline : telling
  return [
    {
      id,
      clause: clauseText(telling, cite),
      what: kind === id ? name : `${name}${say(telling, `（事实“${kind}”）`, ` (facts “${kind}”)`)}`,
      ...(when === undefined ? {} : { condition: ConditionText.conditionText(when, telling) }),
      worth: isPlain ? signed(worth.q) : ConditionText.expressionText(undecided(worth), within),
      limits: caps.map((cap) => limitText(telling, cap, id)).join(say(telling, "；", "; ")),
      ...(repeat === undefined ? {} : { repeats: repeatText(telling, repeat) }),
      by: telling.told(worth) === undefined ? deciderOf(worth) : "",
    },
    ...whenRows(telling, when, 1),
    ...nodeRows(telling, worth, 1),
  ]
}

const signed = (q: string): string => (q.startsWith("-") || q === "0" ? q : `+${q}`)

const repeatText = (telling: Telling, { class: of, times }: NonNullable<Act["repeat"]>): string =>
  say(
    telling,
    `同类“${of}”在有效期内再次发生，按${times}倍计`,
    `counted ${times} times when the class “${of}” recurs within its term`,
  )

/** A limit as a line sees it, with the lines that share it. */
const limitText = (telling: Telling, cap: Cap, id: string): string => {
  const others = cap.of.filter((other) => other !== id)
  const shared =
    others.length === 0
      ? ""
      : Wording.bracketed(
          `${say(telling, "与", "with ")}${Wording.listText(others, telling.language)}${say(telling, "合计", "")}`,
          telling.language,
        )
  return `${boundText(telling, cap)}${shared}`
}

const boundText = (telling: Telling, { per, on, min, max }: Cap): string => {
  const span = SpanText.perText(per, telling.language)
  const what = {
    bonus: say(telling, "加分", "bonuses"),
    malus: say(telling, "扣分", "deductions"),
    net: say(telling, "增减", "the net"),
  }[on]
  const bounds = [
    ...(max === undefined ? [] : [say(telling, `不超过${max}`, `at most ${max}`)]),
    ...(min === undefined ? [] : [say(telling, `不低于${min}`, `at least ${min}`)]),
  ].join(say(telling, "、", ", "))
  return say(telling, `每${span}${what}${bounds}`, `${what} per ${span} ${bounds}`)
}

const capRow = (telling: Telling, e: Acts, cap: Cap): Row => {
  const isWhole = e.acts.every(({ id }) => cap.of.includes(id))
  const of = isWhole ? say(telling, "全部条目", "all lines") : Wording.listText(cap.of, telling.language)
  return {
    id: cap.id,
    clause: clauseText(telling, cap.cite),
    what: titled(telling, of, cap.id, cap.cite),
    limits: boundText(telling, cap),
  }
}
