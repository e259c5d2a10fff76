/** The township's organisations on the last day of the year: the tree, the roll, what the rules find, and the tables. */
import { CivilDate, Coordinate, Finding, Label, Rate, Unit } from "dangjian/foundation"
import { OrganisationBooks, Sentence } from "dangjian/interop"
import {
  type AdministrativeUnit,
  Census,
  DualRole,
  Establishment,
  Forest,
  Grid,
  GridCoverage,
  GridRule,
  HeadCount,
  type Leadership,
  type Member,
  MemberLife,
  type Organisation,
  OrganisationKind,
  PartyCoverage,
  PartyTree,
  PostRoll,
  PostRule,
  Provision,
  Roll,
  Tenure,
  Transfer,
} from "dangjian/organisation"
import {
  CoverageRules,
  GridRules,
  MemberRules,
  PostRules,
  PrimaryKinds,
  PrimaryTerms,
  PrimaryThresholds,
} from "dangjian/presets"
import { Decider, type Journal } from "dangjian/process"
import * as Result from "effect/Result"
import { language, say } from "./flags.js"
import { type Column, table } from "./print.js"

const day = CivilDate.parseUnsafe
const on = day("2023-12-31")
const opening = day("2023-01-01")

/** The books of the township, or everything wrong with them. */
export const readTown = (sources: ReadonlyArray<OrganisationBooks.Source>) =>
  OrganisationBooks.read(sources, { on, kinds: PrimaryKinds.kinds, postKinds: PostRules.kinds })

// ---------------------------------------------------------------- the roll

const actor = { post: "organisationMember", body: "B00" }
const recorded = (date: CivilDate.CivilDate): Coordinate.Instant =>
  Coordinate.instantUnsafe(CivilDate.dayNumber(date) * 86_400_000)

/** The journal of the commands of one matter, each accepted; one that is refused is for the office to mend. */
const journalOf = <S, C, E>(
  decider: Decider.Decider<S, C, E>,
  commands: ReadonlyArray<Decider.Command<C>>,
): { readonly entries: Journal.Journal<Decider.Turn<C, E>>; readonly state: S } => {
  let stream = Decider.start(decider)
  const entries: Array<Journal.Entry<Decider.Turn<C, E>>> = []
  for (const command of commands) {
    const handled = Result.getOrThrow(Decider.handle(decider, stream, command))
    stream = handled.stream
    if (handled.entry !== undefined) entries.push(handled.entry)
  }
  return { entries, state: stream.state }
}

const lives = MemberLife.decider(MemberRules.rules)
const transfers = Transfer.decider(MemberRules.transfers)

/** The branch a member was in before the letters of the year. */
const earlier = (letters: ReadonlyArray<OrganisationBooks.Letter>, now: string): string =>
  letters.find(({ answer }) => answer?.result === "received")?.from ?? now

const lifeOf = (member: Member.Member, letters: ReadonlyArray<OrganisationBooks.Letter>) => {
  const { admittedOn, affiliation, fullFrom, person } = member
  const branch = affiliation.in === "branch" ? earlier(letters, affiliation.branch) : affiliation.from
  const first = CivilDate.max(opening, fullFrom ?? admittedOn)
  const step = { is: "register", branch, admittedOn, ...(fullFrom === undefined ? {} : { fullFrom }) } as const
  const command = { id: `${person}/register`, on: first, recordedAt: recorded(first), actor, content: { step } }
  return journalOf(lives, [command]).entries
}

const letterOf = ({ answer, from, id, issuedOn, person, to }: OrganisationBooks.Letter) => {
  const row = { person, affiliation: { in: "branch", branch: from } } as const
  const by = { id: "B00", capabilities: [] }
  const of = (at: CivilDate.CivilDate, what: string, step: Transfer.TransferStep) => ({
    id: `${id}/${what}`,
    on: at,
    recordedAt: recorded(at),
    actor,
    content: { step },
  })
  const issued = of(issuedOn, "issue", { is: "issue", transfer: id, row, to, by, beyond: false })
  if (answer === undefined) return [issued]
  const receipt =
    answer.result === "received"
      ? ({ is: "receive", at: { branch: to, holdsMembers: true } } as const)
      : ({ is: "refuse", branch: to, reason: "材料不全（虚构）" } as const)
  return [issued, of(answer.on, "answer", receipt)]
}

/** The roll of the last day, found from the registers of lives and the letters of the year, and letters that are open. */
const rollOf = ({ letters, members }: OrganisationBooks.OrganisationBooks) => {
  const books = members.map((member) => {
    const own = letters.filter(({ person }) => person === member.person)
    const sent = journalOf(transfers, own.flatMap(letterOf))
    const book = { person: member.person, life: lifeOf(member, own), transfers: sent.entries }
    return { book, open: Transfer.findings(MemberRules.transfers, member.person, sent.state, on) }
  })
  const sources = { books: books.map(({ book }) => book), successions: [] }
  const roll = Roll.of(sources, Coordinate.of(on, recorded(day("2024-01-10"))))
  return { roll, open: books.flatMap(({ open }) => open) }
}

// ---------------------------------------------------------------- what the rules find

interface Town extends Omit<OrganisationBooks.OrganisationBooks, "posts"> {
  readonly tree: PartyTree.PartyTree
  readonly heads: ReadonlyMap<string, HeadCount.HeadCount>
  readonly posts: ReturnType<typeof PostRoll.at>
}

const sectorOf = ({ units }: Town, organisation: Organisation.Organisation): string =>
  units.find(({ id }) => id === organisation.units[0])?.sector ?? ""

/** What approvals of the list are, as the rules ask for them: who, by the words of the rules. */
const setUpOf = ({ approvals }: Town, body: string) =>
  approvals
    .filter(({ matter, subject }) => matter === "设立基层党委" && subject === body)
    .map(({ id, on: approved }) => ({ id, kind: "primaryCommittee", by: "countyCommittee", on: approved }))

const termOf = (town: Town, organisation: Organisation.Organisation): Tenure.Tenure | undefined => {
  const term = town.terms.find(({ body }) => body === organisation.id)
  if (term === undefined) return undefined
  const { electedOn, extension, remindedOn } = term
  return {
    body: { id: organisation.id, kind: organisation.kind, sector: sectorOf(town, organisation) },
    electedOn,
    ...(remindedOn === undefined ? {} : { remindedOn }),
    ...(extension === undefined
      ? {}
      : {
          shifts: [
            {
              id: extension.approval,
              sense: "late",
              until: extension.until,
              approvedOn: extension.on,
              by: "superior",
            },
          ],
        }),
  }
}

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

const bodyOf = (town: Town, organisation: Organisation.Organisation): Establishment.Body => {
  const committee = town.terms.find(({ body }) => body === organisation.id)?.committee
  return {
    id: organisation.id,
    kind: organisation.kind,
    sector: sectorOf(town, organisation),
    head: town.heads.get(organisation.id) ?? HeadCount.ofUnsafe({ full: 0, probationary: 0 }),
    holders: holdersOf(town, organisation.id),
    units: organisation.units,
    approvals: setUpOf(town, organisation.id),
    ...(committee === undefined ? {} : { committee }),
    ...(organisation.kind === "projectBranch" ? { months: 9 } : {}),
  }
}

const operating = (town: Town) => {
  const heads = OrganisationBooks.headCounts(town)
  return town.units
    .filter(({ operating }) => operating)
    .map(({ id, sector }) => ({ id, sector, head: heads.get(id) ?? HeadCount.ofUnsafe({ full: 0, probationary: 0 }) }))
}

const linkersOf = ({ members, organisations, persons }: Town): ReadonlyArray<GridRule.Linker> => {
  const inVillage = new Set(organisations.filter(({ id }) => /^B(0[1-9]|1\d|2[0-5])/.test(id)).map(({ id }) => id))
  const born = new Map(persons.map((person) => [person.id, person.born]))
  return members.flatMap(({ affiliation, mobile, person }) => {
    if (affiliation.in !== "branch" || !inVillage.has(affiliation.branch)) return []
    const own = born.get(person)
    return [{ id: person, marks: mobile ? ["away"] : [], ...(own === undefined ? {} : { born: own }) }]
  })
}

const findingsOf = (town: Town, view: Grid.GridView): ReadonlyArray<Finding.Finding> => {
  const { appointments, members, organisations, posts, units } = town
  const state = { on, units: operating(town), bodies: organisations.map((one) => bodyOf(town, one)), approvals: [] }
  const tenures = organisations.flatMap((one) => termOf(town, one) ?? [])
  return [
    ...PartyTree.of(organisations, on, PrimaryKinds).findings,
    ...organisations.flatMap((one) => OrganisationKind.findings(PrimaryKinds.capabilities, one, on)),
    ...Result.getOrThrow(Establishment.findings(PrimaryThresholds.tables, state)),
    ...tenures.flatMap((tenure) => Result.getOrThrow(Tenure.findings(PrimaryTerms.rules, tenure, on))),
    ...PostRule.findings(PostRules.rules, { roll: posts, appointments, bodies: [...organisations, ...units], members }),
    ...GridRule.findings([...GridRules.ninghai, ...GridRules.setting], view, { members: linkersOf(town) }),
  ]
}

// ---------------------------------------------------------------- words

/** Names for the ids that findings speak of. */
const namesOf = ({ organisations, persons, units, grid }: Town): ReadonlyMap<string, string> => {
  const places = new Map(units.map(({ id, name }) => [id, name]))
  const households = (id: string): string => {
    const [unit = "", number = ""] = id.split("-")
    return `${places.get(unit) ?? unit}${say(`${number}号`, ` no. ${number}`)}`
  }
  return new Map<string, string>([
    ...[...PrimaryKinds.kinds, ...PostRules.kinds].map(({ id, label }) => [id, Label.text(label, language)] as const),
    ...Object.entries({ ...OrganisationKind.capabilityLabels, ...Provision.approvers }).map(
      ([id, label]) => [id, Label.text(label, language)] as const,
    ),
    ...grid.households.map(({ id }) => [id, households(id)] as const),
    ...[...organisations, ...units, ...grid.cells].map(({ id, name }) => [id, name] as const),
    ...persons.map(({ id, name }) => [id, `${name}（${id}）`] as const),
  ])
}

/** A line for each thing found, those that differ only in whom they concern together. */
const listed = (findings: ReadonlyArray<Finding.Finding>, names: ReadonlyMap<string, string>): ReadonlyArray<string> =>
  Finding.together(findings).map(({ finding, subjects: [first, ...others] }) => {
    const more = say(`等${others.length + 1}个`, ` and ${others.length} more`)
    const subject = `${names.get(first ?? "") ?? first ?? ""}${others.length === 0 ? "" : more}`
    return `  ${Sentence.named(subject === "" ? finding : { ...finding, subject }, names, language)}`
  })

// ---------------------------------------------------------------- the page

const villagesOf = ({ units }: Town): ReadonlyArray<AdministrativeUnit.AdministrativeUnit> =>
  units.filter(({ kind }) => kind === "村" || kind === "社区")

const stateOf: Readonly<Record<Tenure.Standing["state"], string>> = {
  running: "",
  due: say("将届满", "due"),
  extended: say("延期", "extended"),
  overdue: say("超期", "overdue"),
  followed: "",
}

const treeRows = (town: Town) => {
  const names = namesOf(town)
  const kinds = new Map(PrimaryKinds.kinds.map(({ id, label }) => [id, Label.text(label, language)]))
  return Forest.children(town.tree.forest, "B00").map((organisation) => {
    const head = town.heads.get(organisation.id)
    const [secretary] = PostRoll.holdersOf(town.posts, organisation.id, "secretary")
    const tenure = termOf(town, organisation)
    const standing =
      tenure === undefined ? undefined : Result.getOrThrow(Tenure.standing(PrimaryTerms.rules, tenure, on))
    return [
      organisation.name,
      kinds.get(organisation.kind) ?? organisation.kind,
      String(Forest.descendants(town.tree.forest, organisation.id).length || ""),
      String(head?.all ?? 0),
      String(head?.full ?? 0),
      secretary === undefined ? say("空缺", "vacant") : (names.get(secretary.person) ?? secretary.person),
      standing === undefined ? "" : `${standing.extendedTo ?? standing.endsOn} ${stateOf[standing.state]}`.trimEnd(),
    ]
  })
}

const treeHead: ReadonlyArray<Column> = [
  [say("党组织", "Organisation")],
  [say("类型", "Kind")],
  [say("支部", "Branches"), "number"],
  [say("党员", "Members"), "number"],
  [say("正式", "Full"), "number"],
  [say("书记", "Secretary")],
  [say("任期届满", "Term ends")],
]

const percent = (rate: Rate.Rate): string =>
  `${rate.numerator.amount}/${rate.denominator.amount} = ${Rate.percent(rate, 1, "halfUp") ?? say("无", "none")}`

const rates = (town: Town, view: Grid.GridView): ReadonlyArray<string> => {
  const pairs = villagesOf(town).map(({ id }) => ({ organisation: `B${id.slice(1)}`, unit: id }))
  const { dual } = DualRole.observe(town.posts, pairs, { secretary: "secretary", head: "villageDirector" })
  const heads = OrganisationBooks.headCounts(town)
  const firms = town.units.filter(({ sector }) => sector === "twoNew")
  const scene = {
    on,
    units: firms.map(({ id, operating, sector }) => ({
      id,
      sector,
      head: heads.get(id) ?? HeadCount.ofUnsafe({ full: 0, probationary: 0 }),
      marks: operating ? ["operating"] : [],
      counts: {},
    })),
    bodies: town.organisations.flatMap(({ id, kind, units }) => {
      const covered = units.filter((unit) => firms.some((firm) => firm.id === unit))
      return covered.length === 0 ? [] : [{ id, kind, units: covered }]
    }),
    works: town.posts.holdings
      .filter(({ post }) => post.kind === "instructor")
      .map(({ post }) => ({ means: "instructor", unit: post.body })),
  }
  const coverage = Result.getOrThrow(PartyCoverage.of(CoverageRules.tables, CoverageRules.operating, scene))
  const { organisation, own, work, built } = PartyCoverage.rates(coverage)
  const linked = Result.getOrThrow(
    GridCoverage.households(
      Grid.level(view, "组"),
      view.links.flatMap(({ at, person }) => ("household" in at ? [{ household: at.household, person }] : [])),
    ),
  )
  const line = (zh: string, en: string, rate: Rate.Rate): string =>
    `  ${say(zh, en)}${say("：", ": ")}${percent(rate)}${say("（以", " (of ")}${Label.text(rate.of, language)}${say("为基数）", ")")}`
  return [
    line("书记、主任一肩挑", "One person shouldering both posts", dual),
    line("两新组织覆盖率", "Organisation coverage of firms and social organisations", organisation),
    line("单独组建率", "Own organisations", own),
    line("工作覆盖率", "Work coverage", work),
    line("应建已建", "Built where one must be", built),
    line("联户到户", "Households linked to a member", GridCoverage.rate(linked)),
  ]
}

// ---------------------------------------------------------------- the yearly table

/** The divisions of this example are made up: bands and classes differ from year to year. */
const layout: ReadonlyArray<Census.Section> = (() => {
  const sex: Census.Division = {
    id: "sex",
    label: { zh: "性别", en: "sex" },
    field: "sex",
    classes: [
      { id: "women", label: { zh: "女", en: "women" }, of: ["female"] },
      { id: "men", label: { zh: "男", en: "men" }, of: ["male"] },
    ],
  }
  const age: Census.Division = {
    id: "age",
    label: { zh: "年龄", en: "age" },
    field: "born",
    classes: [
      { id: "to35", label: { zh: "35岁及以下", en: "35 and younger" }, years: { le: "35" } },
      { id: "to60", label: { zh: "36至60岁", en: "36 to 60" }, years: { ge: "36", le: "60" } },
      { id: "from61", label: { zh: "61岁及以上", en: "61 and older" }, years: { ge: "61" } },
    ],
  }
  const education: Census.Division = {
    id: "education",
    label: { zh: "学历", en: "education" },
    field: "education",
    classes: [
      { id: "college", label: { zh: "大专及以上", en: "college and above" }, of: ["大专", "本科"] },
      { id: "middle", label: { zh: "高中", en: "upper middle school" }, of: ["高中"] },
      { id: "below", label: { zh: "初中及以下", en: "below" }, of: ["初中", "小学"] },
    ],
  }
  const divisions = [sex, age, education]
  return [
    { id: "members", label: { zh: "党员", en: "members" }, unit: "person", divisions },
    { id: "secretaries", label: { zh: "党组织书记", en: "secretaries" }, unit: "person", divisions },
    { id: "committees", label: { zh: "班子成员", en: "committee members" }, unit: "person", divisions },
  ]
})()

const census = (town: Town, roll: Roll.Roll): string => {
  const persons = new Map(town.persons.map((person) => [person.id, person]))
  const counted = (ids: Iterable<string>): ReadonlyArray<Census.Counted> =>
    [...new Set(ids)].map((id) => {
      const { born, education, sex } = persons.get(id) ?? {}
      return {
        id,
        body: "B00",
        fields: { ...(sex === undefined ? {} : { sex }), ...(education === undefined ? {} : { education }) },
        ...(born === undefined ? {} : { since: { born } }),
      }
    })
  const leading = (only: (kind: string) => boolean) =>
    town.posts.holdings.flatMap(({ person, post }) => (only(post.kind) ? [person] : []))
  const seats = new Set(PostRules.kinds.filter(({ committee, of }) => committee && of === "party").map(({ id }) => id))
  const filled = Census.fill(layout, {
    on,
    covers: ["B00"],
    things: {
      members: counted(roll.members.map(({ person }) => person)),
      secretaries: counted(leading((kind) => kind === "secretary")),
      committees: counted(leading((kind) => seats.has(kind))),
    },
  })
  const { sections } = Result.getOrThrow(filled)
  const rows = layout.flatMap(({ divisions, label }, index) => {
    const section = sections[index]
    return divisions.flatMap((division, place) => {
      const partition = section?.partitions[place]
      if (section === undefined || partition === undefined) return []
      const base = Census.shares(partition, Unit.known.person, "all", { zh: "总数", en: "all" })
      return [
        [
          place === 0 ? `${Label.text(label, language)} ${section.total}` : "",
          Label.text(division.label, language),
          ...division.classes.map((one, column) => {
            const rate = base[column]?.rate
            const share = rate === undefined ? "" : (Rate.percent(rate, 1, "halfUp") ?? "")
            return `${Label.text(one.label, language)} ${partition.lines[column]?.count ?? 0} (${share})`
          }),
          ...(division.classes.length === 2 ? [""] : []),
          String(partition.unknown || ""),
        ],
      ]
    })
  })
  const head: ReadonlyArray<Column> = [
    [say("人员", "Who")],
    [say("按", "By")],
    [""],
    [""],
    [""],
    [say("不详", "Unknown"), "number"],
  ]
  return table(head, rows)
}

/** Everything the township's books have to show. */
export const townPage = (books: OrganisationBooks.OrganisationBooks): string => {
  const { roll, open } = rollOf(books)
  const { tree } = PartyTree.of(books.organisations, on, PrimaryKinds)
  const own = new Map(
    Roll.counts(roll.members).map(({ branch, here, inTransit }) => [branch, HeadCount.sum([here, inTransit])]),
  )
  const { appointments, posts } = books
  const town: Town = {
    ...books,
    members: roll.members,
    tree,
    heads: PartyTree.headCounts(tree, own),
    posts: PostRoll.at({ kinds: PostRules.kinds, posts, appointments }, on),
  }
  const { view } = Grid.of(books.grid, on)
  const names = namesOf(town)
  const found = findingsOf(town, view)
  const errors = [...found, ...open].filter((one) => Finding.isOpen(one) && one.severity === "error").length
  const moving = roll.members.filter(({ affiliation }) => affiliation.in === "transit")
  const total = town.heads.get("B00")
  return [
    say("样例镇2023年度（全部虚构）", "Sample township, 2023 (everything made up)"),
    say(
      `党组织${books.organisations.length}个，村、社区${villagesOf(town).length}个，截至${on}`,
      `${books.organisations.length} Party organisations, ${villagesOf(town).length} villages and communities, on ${on}`,
    ),
    say(
      `党员${total?.all ?? 0}名，其中正式党员${total?.full ?? 0}名，接转途中${moving.length}名；停止党籍的不计入`,
      `${total?.all ?? 0} members, ${total?.full ?? 0} of them full, ${moving.length} in transit; suspended memberships are not counted`,
    ),
    "",
    table(treeHead, treeRows(town)),
    "",
    say(
      `检查发现：${found.length + open.length}条，其中不符合${errors}条`,
      `Findings: ${found.length + open.length}, ${errors} of them errors`,
    ),
    "",
    ...listed([...found, ...open], names),
    "",
    say("比率", "Rates"),
    "",
    ...rates(town, view),
    "",
    say("年报（栏目为示例）", "The yearly table (its divisions are made up)"),
    "",
    census(town, roll),
  ].join("\n")
}
