/** The pilot village's points under the village-level rules of Wendeng: grade lists, one statement, certificates, plans. */
import { Citation, CivilDate, Coordinate, Label, Period } from "dangjian/foundation"
import { PointRegister, Sentence } from "dangjian/interop"
import { WendengVillage } from "dangjian/presets"
import {
  Certificate,
  ChangeTexts,
  Evidence,
  Explanation,
  Interpreter,
  LeastChange,
  Lint,
  type Outcome,
  Verifier,
} from "dangjian/rules"
import * as Result from "effect/Result"
import { flags, language, say } from "./flags.js"
import { type Column, table } from "./print.js"

const period = Period.yearUnsafe(2023)
const book = WendengVillage.rulebook

/** The point books of the village, or everything wrong with them. */
export const readPoints = (sources: ReadonlyArray<PointRegister.Source>) =>
  PointRegister.read(sources, { book, period, offsetMinutes: 8 * 60 })

type Names = PointRegister.Register["names"]

const namedBy = (id: string): string => {
  const label = book.effects.find((effect) => effect.id === id)?.label
  return label === undefined ? id : Label.text(label, language)
}

const stateText: Readonly<Record<Outcome.Applied["state"], string>> = {
  holds: "",
  repaired: say("（已修复）", " (repaired)"),
  possible: say("（待定）", " (open)"),
}

/** The grade list of a class: place, score, grade, and the grounds of a direct judgement. */
const gradeList = (outcomes: ReadonlyArray<Outcome.Outcome>, names: Names): string => {
  const rows = [...outcomes]
    .sort(byPlace)
    .map(({ subject, scores, level, effects, places: [place] }) => [
      place === undefined
        ? ""
        : (place.tied > 1 ? say("并列", "=") : "") + Explanation.valueText(place.place, language),
      subject,
      names[subject] ?? "",
      scores === undefined ? "" : Explanation.valueText(scores.rounded, language),
      Explanation.levelText(book, level, language),
      effects.map(({ effect, state }) => namedBy(effect) + stateText[state]).join(say("；", "; ")),
    ])
  const head: ReadonlyArray<Column> = [
    [say("名次", "Place"), "number"],
    [say("编号", "Id")],
    [say("姓名", "Name")],
    [say("得分", "Score"), "number"],
    [say("等次", "Grade")],
    [say("直接判级", "Direct judgement")],
  ]
  return table(head, rows)
}

/** By the place the rulebook gives, those without a certain one last. */
const byPlace = (a: Outcome.Outcome, b: Outcome.Outcome): number => placeOf(a) - placeOf(b)

const placeOf = ({ places: [first] }: Outcome.Outcome): number =>
  first?.place.is === "known" ? Number(first.place.q) : Number.POSITIVE_INFINITY

const statementOf = (outcome: Outcome.Outcome, names: Names): string => {
  const { rows, verdict, score, level } = Explanation.statement(book, outcome, language)
  const head: ReadonlyArray<Column> = [
    [say("日期", "Day")],
    [say("条目", "Article")],
    [say("内容", "What")],
    [say("应计", "Asked"), "number"],
    [say("实计", "Granted"), "number"],
    [say("说明", "Why less")],
  ]
  const cells = rows.map(({ on, clause, what, requested, granted, remark }) => [
    on ?? "",
    clause,
    what,
    requested,
    granted,
    remark,
  ])
  return [
    say(
      `个人积分明细：${outcome.subject} ${names[outcome.subject] ?? ""}`,
      `Points of ${outcome.subject} ${names[outcome.subject] ?? ""}`,
    ),
    "",
    ...(rows.length === 0 ? [] : [table(head, cells)]),
    ...verdict.map((sentence) => `  ${sentence}`),
    ...(score === "" ? [] : [say(`  得分${score}，${level}`, `  Score ${score}, ${level}`)]),
  ].join("\n")
}

/** What the linter finds in the printed text, with the repair it proposes, and what its readers noted. */
const findings = (): string => {
  const { defects } = Lint.lint(book)
  const linted = defects.flatMap((defect) => [
    `  ${Sentence.brief(defect, language)}`,
    ...(defect.repair === undefined
      ? []
      : [`    ${say("建议：", "proposal: ")}${Label.text(defect.repair.text, language)}`]),
  ])
  const titles = book.sources.slice(0, 1).map(({ citation }) => Citation.text(citation, language))
  const printed = book.notes.filter(({ kind }) => kind === "defect")
  const pairs = printed.filter(({ on, with: other }) => other === undefined || on < other)
  const noted = pairs.map(({ on, with: other, text }) => [on, other ?? "", Label.text(text, language)])
  return [
    say(
      `条文检查：${titles}，${defects.length}处`,
      `What the linter finds in the rule text: ${titles}, ${defects.length}`,
    ),
    "",
    ...linted,
    "",
    say(
      `原文问题（照录）：${printed.length}行，${pairs.length}处`,
      `Defects of the printed text, carried over as they stand: ${printed.length} lines, ${pairs.length} places`,
    ),
    "",
    table([[say("条目", "Line")], [say("相对", "Against")], [say("说的是", "What")]], noted),
  ].join("\n")
}

/** The entries that no line of the rules takes, one a line, with the reason the library gives. */
const unreadOf = (
  register: PointRegister.Register,
  outcomes: ReadonlyArray<Outcome.Outcome>,
): ReadonlyArray<string> => {
  const unread = PointRegister.unread(register, book, outcomes)
  const head = say("没有落到条文上的登记", "Entries that no line takes")
  return [`${head}${say("：", ": ")}${unread.length}`, ...unread.map((one) => `  ${Sentence.text(one, language)}`)]
}

// ---------------------------------------------------------------- certificates and plans

/** Everybody's certificate, each checked against the sealed register, and the person's own as the person would check it. */
const certified = ({ subjects, facts, closures }: PointRegister.Register, at: Coordinate.Coordinate): string => {
  const secret = Evidence.saltsFrom("虚构样例的加盐口令，真实的口令由登记部门保管")
  const evidence = Evidence.sealUnsafe({ subjects, facts, closures }, secret)
  const { certificates, table } = Result.getOrThrow(Certificate.issue({ book, period, at, evidence }))
  const all = Verifier.verifyAll(certificates, { book, evidence, others: "inEvidence" })
  const right = all.filter((verdict) => verdict.is === "verified").length
  const own = certificates.find(({ subject }) => subject === flags.person)
  const records = Evidence.about(evidence, at).get(flags.person)
  if (own === undefined || records === undefined || table === undefined) return ""
  const verdict = Verifier.verify(own, { book, evidence: records, others: table })
  const answer = verdict.is === "verifiedGiven" ? say("相符", "the same") : say("不符", "not the same")
  const [first] = own.lines
  const forged = {
    ...own,
    lines: own.lines.map((line) => (line === first ? { ...line, granted: { is: "known", q: "9" } as const } : line)),
  }
  const refuted = Verifier.verify(forged, { book, evidence: records, others: table })
  const places = refuted.is === "refuted" ? refuted.because.map((fault) => `    ${Sentence.text(fault, language)}`) : []
  return [
    say(
      `评定凭证：${certificates.length}份，逐份由登记记录复算：${right}份相符`,
      `Certificates: ${certificates.length}, found again from the register one by one: ${right} the same`,
    ),
    "",
    say(
      `  ${flags.person}的凭证 ${own.number.slice(0, 19)}…，依据${own.evidence.count}条封存的记录、${own.nodes.length}个节点`,
      `  ${flags.person}: ${own.number.slice(0, 19)}…, resting on ${own.evidence.count} sealed records, ${own.nodes.length} nodes`,
    ),
    say(
      `  本人凭自己的记录和同组数据表复核：${answer}`,
      `  Checked by the person alone, with own records and the table of the group: ${answer}`,
    ),
    ...(first === undefined
      ? []
      : [
          say("  把凭证上第一条的实计改为9分再复核：", "  The same with 9 points written into its first line:"),
          ...places,
        ]),
  ].join("\n")
}

/** What a branch still offers in the last quarter (made up), by the line it would be entered under. */
const offered = (
  [
    ["党课", "P-021", 1],
    ["帮邻里", "P-045", 2],
    ["献血", "P-058", 1],
    ["节庆演赛", "P-036", 2],
    ["拥军优属", "P-035", 2],
  ] as const
).map(
  ([id, kind, times]): LeastChange.Possible => ({
    fact: { id, kind, on: CivilDate.parseUnsafe("2023-10-08") },
    times,
    by: CivilDate.parseUnsafe("2023-12-20"),
  }),
)

/** What the person could still do for three stars, as it was known at the end of September. */
const plans = ({ subjects, facts, closures }: PointRegister.Register): string => {
  const day = CivilDate.parseUnsafe("2023-09-30")
  const at = Coordinate.of(day, Coordinate.instantUnsafe(Date.UTC(2023, 8, 30, 16)))
  const input = { book, period, at, subjects, facts, closures }
  const outcome = Interpreter.evaluate(input).outcomes.find(({ subject }) => subject === flags.person)
  if (outcome === undefined) return ""
  const found = LeastChange.findUnsafe(input, outcome, { level: "三星" }, offered)
  return [
    say(
      `差距清单：${flags.person}到${day}，以三星为目标`,
      `What ${flags.person} could still do for three stars, on ${day}`,
    ),
    "",
    ...ChangeTexts.sentences(book, offered, found, language).map((sentence) => `  ${sentence}`),
  ].join("\n")
}

/** What the village has to show; nothing where nobody has the id that is asked for. */
export const villagePage = (register: PointRegister.Register): string | undefined => {
  const { subjects, facts, closures, names } = register
  const day = CivilDate.parseUnsafe("2023-12-31")
  const knownAt = Coordinate.instantUnsafe(Date.UTC(2024, 0, 10, 0, 0) - 8 * 3_600_000)
  const at = Coordinate.of(day, knownAt)
  const { outcomes } = Interpreter.evaluate({ book, period, at, subjects, facts, closures })
  const own = outcomes.find(({ subject }) => subject === flags.person)
  if (own === undefined) return undefined
  const rated = outcomes.filter(({ standing }) => standing === "rated")
  const cadres = rated.filter(({ classes }) => classes.includes("村干部"))
  const others = rated.filter((outcome) => !cadres.includes(outcome))
  const exempt = outcomes.filter(({ standing }) => standing === "exempt")
  const known = facts.filter(({ recordedAt }) => recordedAt <= knownAt).length
  return [
    say("样例村2023年度（全部虚构）", "Sample village, 2023 (everything made up)"),
    Label.text(book.title, language),
    say(
      `名册${subjects.length}人；登记${facts.length}条，其中到2024年1月10日已登记${known}条，按这些评到2023年12月31日`,
      `${subjects.length} people; ${facts.length} entries, ${known} of them registered by 2024-01-10; rated up to ${day} on these`,
    ),
    "",
    say("村干部", "Village cadres"),
    "",
    gradeList(cadres, names),
    "",
    say("其他党员", "Other Party members"),
    "",
    gradeList(others, names),
    "",
    say("不参评", "Not rated this year") +
      say("：", ": ") +
      exempt.map(({ subject }) => `${subject} ${names[subject] ?? ""}`).join(say("、", ", ")),
    ...unreadOf(register, outcomes),
    "",
    statementOf(own, names),
    "",
    ...(own.standing === "rated" ? [plans(register), ""] : []),
    certified(register, at),
    "",
    findings(),
  ].join("\n")
}
