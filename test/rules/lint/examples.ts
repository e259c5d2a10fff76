/** One small made-up book for each code of the linter, with the printed text it stands for; the pages in docs/lint show them. */
import type { Code } from "../../../src/rules/Defect.js"
import type { Acts, Expression, When } from "../../../src/rules/Expression.js"
import type * as Lint from "../../../src/rules/Lint.js"
import type { Rulebook } from "../../../src/rules/Rulebook.js"
import * as Scoring from "../../../src/rules/Scoring.js"
import * as Veto from "../../../src/rules/Veto.js"
import { book, cite, level, line, points, score } from "../sample.js"

/**
 * An example. `means` says what the finding is, `matters` why and to whom; `printed` is the clause as a text prints it and
 * `after` the same clause mended. `mended` is the book of `after` where the proposal leaves the choice to people. Findings
 * about several books are made on `books`.
 */
export interface Example {
  readonly title: string
  readonly means: string
  readonly matters: string
  readonly printed: string
  readonly after: string
  readonly book: Rulebook
  readonly mended?: Rulebook
  readonly options?: Lint.Options
  readonly books?: ReadonlyArray<Rulebook>
  readonly mendedBooks?: ReadonlyArray<Rulebook>
}

// ---------------------------------------------------------------- parts

const percent = (step = "1") => Scoring.domain("%", "0", "100", step)
const satisfaction = (step = "1"): Expression =>
  Scoring.only({ kind: "满意度", domain: percent(step) }, { id: "满意度", label: { zh: "满意度" } })
const amount: Expression = { op: "field", field: "金额", domain: Scoring.domain("元", "1", null, "1") }
const scored = (step: string): Expression => Scoring.only({ kind: "得分", domain: points("100", step) })
const lines = (...acts: Acts["acts"]): Acts => Scoring.lines({ id: "记分", acts })
const not = (of: When): When => ({ test: "not", of })
const grounds = (id: string, when: When) => ({ id, label: { zh: id }, when, cite: cite("10") })
const three = [level("优秀", { ge: "90" }), level("良好", { ge: "75", lt: "90" }), level("合格", { lt: "75" })]
const graded = (total: Expression, more: Parameters<typeof book>[1] = {}): Rulebook =>
  book(total, { levels: three, ...more })
const meeting = { keys: [], last: "meeting" as const, method: "min" as const, cite: cite("8") }
const quota = (
  id: string,
  levels: readonly [string, ...Array<string>],
  share: string,
  sense: "most" | "about" | "least" = "most",
) => ({
  id,
  levels,
  sense,
  of: { share, round: "floor" as const },
  group: null,
  cite: cite("7"),
})
const class_ = (id: string, when: When, standing: "rated" | "unrated" | "exempt" = "rated") => ({
  id,
  label: { zh: id },
  when,
  standing,
  cite: cite("2"),
})
const imported = (of: string, node = "score"): Expression => Scoring.imported(of, node, "same", points())
const named = (id: string, total: Expression): Rulebook => book(total, { id, title: { zh: id } })
const halfPoint = { quantum: "0.5", round: "exact" as const }
const toUnit = { quantum: "1", round: "halfUp" as const }

// ---------------------------------------------------------------- what no row holds, and what several hold

const holes = {
  "lint.levelGap": {
    title: "A score that belongs to no level",
    means:
      "Between two levels, or beyond the outermost ones, lies a score that can be reached and that no level holds.",
    matters: "Whoever scores it has no level: the branch has to ask, and two offices may answer differently.",
    printed: "90分以上为五星，80—89分为四星，80分以下为三星。得分以0.5分为单位。",
    after: "90分以上为五星，80分以上不足90分为四星，80分以下为三星。",
    book: book(scored("0.5"), {
      score: halfPoint,
      levels: [level("五星", { ge: "90" }), level("四星", { ge: "80", le: "89" }), level("三星", { lt: "80" })],
    }),
  },
  "lint.curveGap": {
    title: "A value on no row of a table",
    means: "The measure can have a value for which the table gives no points.",
    matters: "The item cannot be scored, and with it the total of whoever has that value.",
    printed: "满意度90%以上得5分，89%以下得0分。满意度精确到0.5%。",
    after: "满意度90%以上得5分，不足90%得0分。",
    book: book(
      Scoring.stepTable(
        satisfaction("0.5"),
        [
          { on: { ge: "90" }, gives: "5" },
          { on: { le: "89" }, gives: "0" },
        ],
        { id: "满意得分", label: { zh: "满意度得分" }, cite: cite("5") },
      ),
    ),
  },
  "lint.caseGap": {
    title: "A case that no row provides for",
    means: "A table of cases has no row for somebody whom the text scores, and does not say what all others get.",
    matters: "Whoever is in none of the cases has no total at all.",
    printed: "村（社区）党员基准分100分，机关党员基准分80分。",
    after: "村（社区）党员基准分100分，其他党员基准分80分。",
    book: book({
      op: "case",
      id: "基准分",
      label: { zh: "基准分" },
      rows: [
        { when: Scoring.is("类别", "村（社区）"), gives: { op: "const", q: "100" }, cite: cite("4") },
        {
          when: { test: "all", of: [Scoring.is("类别", "机关"), not(Scoring.is("类别", "村（社区）"))] },
          gives: { op: "const", q: "80" },
          cite: cite("4"),
        },
      ],
      otherwise: null,
    }),
    mended: book({
      op: "case",
      id: "基准分",
      rows: [{ when: Scoring.is("类别", "村（社区）"), gives: { op: "const", q: "100" }, cite: cite("4") }],
      otherwise: { op: "const", q: "80" },
    }),
  },
  "lint.lineGap": {
    title: "An amount between two lines",
    means: "Lines about one thing are printed for spans of an amount, and an amount between them has no line.",
    matters: "The deed gives nothing although smaller and larger ones do.",
    printed: "拾金不昧100元以下加1分，101元以上不足1000元的加2分，1001元以上加5分。",
    after: "拾金不昧100元以下加1分，101元以上不足1001元的加2分，1001元以上加5分。",
    book: book(
      lines(
        line("3-1", "1", { kind: "拾金不昧", when: Scoring.on(amount, { le: "100" }) }),
        line("3-2", "2", { kind: "拾金不昧", when: Scoring.on(amount, { ge: "101", lt: "1000" }) }),
        line("3-3", "5", { kind: "拾金不昧", when: Scoring.on(amount, { ge: "1001" }) }),
      ),
    ),
  },
  "lint.levelOverlap": {
    title: "A score in two levels",
    means: "One score lies in the spans of two levels.",
    matters: "Both levels can be claimed; which one is given depends on who decides.",
    printed: "优秀：90分以上；良好：75—90分；合格：75分以下。",
    after: "优秀：90分以上；良好：75分以上不足90分；合格：不足75分。",
    book: book(score, {
      levels: [level("优秀", { ge: "90" }), level("良好", { ge: "75", le: "90" }), level("合格", { lt: "75" })],
    }),
  },
  "lint.curveOverlap": {
    title: "A value on two rows of a table",
    means: "Two rows of a table hold one value and give different points.",
    matters: "The item can be scored in two ways.",
    printed: "满意度85%以上得5分，85%以下得0分。",
    after: "满意度85%以上得5分，不足85%得0分。",
    book: book(
      Scoring.stepTable(
        satisfaction(),
        [
          { on: { ge: "85" }, gives: "5" },
          { on: { le: "85" }, gives: "0" },
        ],
        { id: "满意得分", label: { zh: "满意度得分" }, cite: cite("5") },
      ),
    ),
  },
  "lint.caseOverlap": {
    title: "Two cases that hold together",
    means: "Two rows of a table of cases can hold for one person, with different results and no order between them.",
    matters: "The same person gets one or the other, as the reader likes.",
    printed: "党员基准分100分，预备党员基准分80分，其他60分。",
    after: "党员基准分100分，不是党员的预备党员基准分80分，其他60分。",
    book: book({
      op: "case",
      id: "基准分",
      label: { zh: "基准分" },
      rows: [
        { when: Scoring.is("身份", "党员"), gives: { op: "const", q: "100" }, cite: cite("4") },
        { when: Scoring.is("身份", "预备党员"), gives: { op: "const", q: "80" }, cite: cite("4") },
      ],
      otherwise: { op: "const", q: "60" },
    }),
  },
  "lint.lineOverlap": {
    title: "An amount on two lines",
    means: "Lines about one thing are printed for spans of an amount, and two of the spans share an amount.",
    matters: "Exactly 100 yuan gives the points of one line, of the other, or of both.",
    printed: "拾金不昧100元以下加1分，100元以上加2分。",
    after: "拾金不昧不足100元加1分，100元以上加2分。",
    book: book(
      lines(
        line("3-1", "1", { kind: "拾金不昧", when: Scoring.on(amount, { le: "100" }) }),
        line("3-2", "2", { kind: "拾金不昧", when: Scoring.on(amount, { ge: "100" }) }),
      ),
    ),
  },
  "lint.validityOverlap": {
    title: "Two terms of validity for one entry",
    means: "Two rows of the table of terms hold for one line, so that it counts for two different times.",
    matters: "On the day the shorter term ends it is open whether the entry still counts.",
    printed: "扣40分以下的保留12个月，扣40分以上的保留24个月。",
    after: "扣40分以上的保留24个月，扣分不足40分的保留12个月。",
    book: book(
      Scoring.lines({
        id: "记分",
        acts: [line("9-1", "-40", { kind: "失信" })],
        validity: [
          { when: Scoring.on({ op: "requested" }, { ge: "-40", lt: "0" }), months: 12, cite: cite("12") },
          { when: Scoring.on({ op: "requested" }, { le: "-40" }), months: 24, cite: cite("12") },
        ],
      }),
    ),
  },
} satisfies Partial<Record<Code, Example>>

// ---------------------------------------------------------------- amounts

const capped = (
  of: ReadonlyArray<string>,
  max: string,
  more: Partial<Acts["caps"][number]> = {},
): Acts["caps"][number] => ({
  ...Scoring.atMost("封顶", of, "period", max, cite("6")),
  ...more,
})

const places = Scoring.place(score, null, "high", meeting)

const amounts = {
  "lint.beyondFull": {
    title: "More than the full mark",
    means: "The parts of an item can come to more than the full mark that is printed with it.",
    matters: "One item can outweigh others that the text gave more weight.",
    printed: "组织建设（满分10分）：基础工作8分，特色工作最高5分。",
    after: "组织建设（满分10分）：基础工作8分，特色工作最高5分，合计最高10分。",
    book: book(
      Scoring.parts([Scoring.base("8"), Scoring.only({ kind: "特色工作", domain: points("5") })], {
        id: "组织建设",
        label: { zh: "组织建设" },
        full: "10",
        cite: cite("3"),
      }),
    ),
  },
  "lint.belowFull": {
    title: "A full mark that nobody can have",
    means: "Whatever the facts, the item stays below its printed full mark.",
    matters: "Full marks are promised and withheld from everybody.",
    printed: "宣传工作（满分10分）：市级刊用5分，县级刊用3分。",
    after: "宣传工作（满分8分）：市级刊用5分，县级刊用3分。",
    book: book(
      Scoring.parts(
        [
          Scoring.only({ kind: "市级刊用", domain: points("5") }),
          Scoring.only({ kind: "县级刊用", domain: points("3") }),
        ],
        { id: "宣传工作", label: { zh: "宣传工作" }, full: "10", cite: cite("3") },
      ),
    ),
  },
  "lint.weightsNotOne": {
    title: "Weights that do not come to one",
    means: "Parts are put together by weight, and the weights do not add up to one.",
    matters: "The best total is not what the levels were written for.",
    printed: "总分＝日常考核×60%＋民主测评×30%。",
    after: "总分＝日常考核×60%＋民主测评×40%。",
    book: book(
      Scoring.weighted(
        [
          { w: "0.6", e: Scoring.only({ kind: "日常考核", domain: points() }) },
          { w: "0.3", e: Scoring.only({ kind: "民主测评", domain: points() }) },
        ],
        { id: "总分", label: { zh: "总分" }, cite: cite("3") },
      ),
    ),
    mended: book(
      Scoring.weighted(
        [
          { w: "0.6", e: Scoring.only({ kind: "日常考核", domain: points() }) },
          { w: "0.4", e: Scoring.only({ kind: "民主测评", domain: points() }) },
        ],
        { id: "总分", cite: cite("3") },
      ),
      { score: toUnit },
    ),
  },
  "lint.partsNotFull": {
    title: "Full marks of parts that do not come to the whole",
    means: "The full marks printed with the parts do not add up to the one printed with the whole.",
    matters: "Either a part is missing or a number is wrong; nobody can tell from the text.",
    printed: "党建工作（100分）：组织建设40分，队伍建设50分。",
    after: "党建工作（90分）：组织建设40分，队伍建设50分。",
    book: book(
      Scoring.parts(
        [
          Scoring.only({ kind: "组织建设", domain: points("40") }, { id: "组织建设", full: "40" }),
          Scoring.only({ kind: "队伍建设", domain: points("50") }, { id: "队伍建设", full: "50" }),
        ],
        { id: "党建工作", label: { zh: "党建工作" }, full: "100", cite: cite("3") },
      ),
    ),
  },
  "lint.capsCross": {
    title: "Caps that cross",
    means: "Two caps share lines, and neither holds all lines of the other.",
    matters: "With crossing caps one more good act can cost points; such a draft is refused.",
    printed: "学习、宣传两项合计最高5分；宣传、服务两项合计最高5分。",
    after: "学习、宣传两项合计最高5分；学习、宣传、服务三项合计最高5分。",
    book: {
      ...book(lines(line("学习", "3"), line("宣传", "3"), line("服务", "3"))),
      total: {
        ...lines(line("学习", "3"), line("宣传", "3"), line("服务", "3")),
        caps: [capped(["学习", "宣传"], "5", { id: "封顶一" }), capped(["宣传", "服务"], "5", { id: "封顶二" })],
      },
    },
  },
  "lint.capNeverBinds": {
    title: "A cap that never takes anything",
    means: "What the lines can give at most stays within the cap, whatever happens.",
    matters: "The limit promises an order that does not exist; often one of the two numbers is a slip.",
    printed: "建言献策由支部评2分，每年限计一次；该项全年最高10分。",
    after: "建言献策由支部评2分，每年限计一次。",
    book: book(
      Scoring.lines({
        id: "记分",
        acts: [line("建言献策", "2")],
        caps: [
          capped(["建言献策"], "2", { id: "限一次", per: "year" }),
          capped(["建言献策"], "10", { id: "全年封顶", per: "period" }),
        ],
      }),
    ),
  },
  "lint.capAlwaysBinds": {
    title: "A cap below every line under it",
    means: "Each line asks for more than the cap allows, so that the printed points are never given.",
    matters: "The text promises points that it takes back at once.",
    printed: "无偿献血每次加10分，该项全年最高5分。",
    after: "无偿献血每次加5分，该项全年最高5分。",
    book: book(Scoring.lines({ id: "记分", acts: [line("无偿献血", "10")], caps: [capped(["无偿献血"], "5")] })),
    mended: book(Scoring.lines({ id: "记分", acts: [line("无偿献血", "5")], caps: [capped(["无偿献血"], "5")] })),
  },
  "lint.unbounded": {
    title: "Bonuses without a limit",
    means: "Lines give points as often as something happens, and nothing limits them.",
    matters: "One kind of deed, repeated, outweighs everything else in the text.",
    printed: "志愿服务每次加2分。",
    after: "志愿服务每次加2分，全年最高20分。",
    book: book(lines(line("志愿服务", "2"))),
    mended: book(Scoring.lines({ id: "记分", acts: [line("志愿服务", "2")], caps: [capped(["志愿服务"], "20")] })),
  },
  "lint.ladderFalls": {
    title: "A ladder that turns back",
    means: "Along the measure the points rise and then fall, or fall and then rise.",
    matters: "The better result gives less; usually two numbers were exchanged.",
    printed: "满意度90%以上得5分，80%以上得8分，80%以下得0分。",
    after: "满意度90%以上得8分，80%以上得5分，80%以下得0分。",
    book: book(
      Scoring.stepTable(
        satisfaction(),
        [
          { on: { ge: "90" }, gives: "5" },
          { on: { ge: "80", lt: "90" }, gives: "8" },
          { on: { lt: "80" }, gives: "0" },
        ],
        { id: "满意得分", label: { zh: "满意度得分" }, cite: cite("5") },
      ),
    ),
    mended: book(
      Scoring.stepTable(satisfaction(), [
        { on: { ge: "90" }, gives: "8" },
        { on: { ge: "80", lt: "90" }, gives: "5" },
        { on: { lt: "80" }, gives: "0" },
      ]),
    ),
  },
  "lint.rankBelowNought": {
    title: "Places that come to less than nought",
    means: "Points fall by a fixed amount with each place, and the last places fall below nought.",
    matters: "A place at the end takes points that the text meant only to withhold.",
    printed: "第一名得10分，以后每名递减2分。",
    after: "第一名得10分，以后每名递减2分，最低0分。",
    book: book({
      op: "curve",
      id: "名次分",
      label: { zh: "名次分" },
      of: places,
      pieces: [{ on: { ge: "1" }, at: "10", slope: "-2", from: "1" }],
      cite: cite("5"),
    }),
  },
} satisfies Partial<Record<Code, Example>>

// ---------------------------------------------------------------- lines, facts and clauses

const secretary = Scoring.is("职务", "书记")
const director = Scoring.is("职务", "主任")

const clauses = {
  "lint.lineTwice": {
    title: "The same thing listed twice",
    means: "Two lines about one thing give the same points, and both fit one fact.",
    matters: "Who enters by the list counts the deed twice; who knows the text counts it once.",
    printed: "第8项：缺席议事会，扣2分。第21项：不参加议事会，扣2分。",
    after: "第21项：不参加议事会，扣2分。",
    book: book(lines(line("8", "-2", { kind: "缺席议事会" }), line("21", "-2", { kind: "缺席议事会" }))),
  },
  "lint.lineContradiction": {
    title: "The same thing with two values",
    means: "Two lines about one thing give different points, and nothing tells them apart.",
    matters: "Whoever did it can point to either line.",
    printed: "第11项：建成廉政文化街，加10分。第12项：建成廉政文化街，加5分。",
    after: "第11项：建成廉政文化街，加10分。",
    book: book(lines(line("11", "10", { kind: "廉政文化街" }), line("12", "5", { kind: "廉政文化街" }))),
    mended: book(lines(line("11", "10", { kind: "廉政文化街" }))),
  },
  "lint.linePosts": {
    title: "Lines for two posts that one person may hold",
    means: "Lines for different posts are about one thing, and both fit whoever holds both posts.",
    matters: "Where the secretary is the director as well, it is open which line counts, or whether both do.",
    printed: "两委成员违纪：村党组织书记扣5分，村委会主任扣3分。",
    after: "两委成员违纪：村党组织书记扣5分，村委会主任扣3分；一人兼任的扣5分。",
    book: book(
      lines(
        line("书记", "-5", { kind: "两委违纪", when: secretary }),
        line("主任", "-3", { kind: "两委违纪", when: director }),
      ),
    ),
  },
  "lint.lineUnmet": {
    title: "An item that no fact can meet",
    means:
      "The conditions of an item exclude each other, or ask for what is never registered or for people who are not rated.",
    matters: "The item stands in the text and never counts; nobody notices until somebody claims it.",
    printed: "在校学生不参加评定。……在校学生参加假期志愿服务的加2分。",
    after: "在校学生不参加评定。",
    book: book(lines(line("假期服务", "2", { when: Scoring.is("身份", "在校学生") }), line("志愿服务", "1")), {
      classes: [
        class_("不参评", Scoring.is("身份", "在校学生"), "exempt"),
        class_("参评", not(Scoring.is("身份", "在校学生"))),
      ],
    }),
  },
  "lint.factUnread": {
    title: "Facts that no item reads",
    means: "A register asks for something that no clause of the text uses.",
    matters: "People at the grassroots fill in what nobody needs: it can be dropped.",
    printed: "登记簿设“走访记录”一栏；办法各项均不涉及走访。",
    after: "登记簿不设“走访记录”一栏。",
    book: book(lines(line("志愿服务", "1"))),
    options: { kinds: ["志愿服务", "走访记录"] },
    mended: book(lines(line("志愿服务", "1"), line("走访记录", "1"))),
  },
  "lint.vetoShadowed": {
    title: "A veto that changes nothing",
    means: "Whenever the effect holds, another one holds that takes the score or level at least as far.",
    matters: "The graver case looks provided for and is treated like the milder one, or milder.",
    printed: "违纪一次的，等次最高为合格；违纪两次的，等次最高为良好。",
    after: "违纪一次的，等次最高为合格。",
    book: graded(score, {
      effects: [
        Veto.holdAt(grounds("违纪一次", Scoring.happened("违纪")), "合格"),
        Veto.holdAt(grounds("违纪两次", Scoring.happened("违纪", 2)), "良好"),
      ],
    }),
  },
  "lint.classUndefined": {
    title: "People of no class",
    means: "The text names somebody of a kind that its classes ask about, and puts them in none of the classes.",
    matters: "They collect points and get no level, without a word why.",
    printed: "村干部（书记、主任）参加评定。……书记、调解员化解矛盾的加1分。",
    after: "村干部（书记、主任）参加评定，调解员只记分、不评等次。……书记、调解员化解矛盾的加1分。",
    book: graded(lines(line("化解矛盾", "1", { when: Scoring.is("职务", "书记", "调解员") })), {
      classes: [class_("村干部", Scoring.is("职务", "书记", "主任"))],
    }),
    mended: graded(lines(line("化解矛盾", "1", { when: Scoring.is("职务", "书记", "调解员") })), {
      classes: [
        class_("村干部", Scoring.is("职务", "书记", "主任")),
        class_(
          "调解员",
          { test: "all", of: [Scoring.is("职务", "调解员"), not(Scoring.is("职务", "书记", "主任"))] },
          "unrated",
        ),
      ],
    }),
  },
  "lint.classOverlap": {
    title: "People of two classes that are treated differently",
    means: "Somebody can be of a class that is graded and of one that is scored without a grade.",
    matters: "Whether they get a level is open.",
    printed: "村级组织评定星级；新建组织只自评、不定星。",
    after: "新建组织只自评、不定星；其他村级组织评定星级。",
    book: graded(score, {
      classes: [
        class_("村级组织", Scoring.is("类型", "村")),
        class_("新建组织", Scoring.is("建立", "新建"), "unrated"),
      ],
    }),
  },
  "lint.absenceUnsaid": {
    title: "A part that may be missing, and nothing said about it",
    means:
      "A part of the score is absent for some (a body founded this year has no last result; nothing was due), and the text does not say what then.",
    matters: "Their whole score is missing with that part.",
    printed: "总分＝本年得分×70%＋上年得分×30%。",
    after: "总分＝本年得分×70%＋上年得分×30%；上年没有得分的，按本年得分计。",
    book: graded(
      Scoring.weighted(
        [
          { w: "0.7", e: score },
          { w: "0.3", e: Scoring.imported("样例", "score", "previous", points(), { label: { zh: "上年得分" } }) },
        ],
        { id: "总分", label: { zh: "总分" }, cite: cite("3") },
      ),
      { score: toUnit },
    ),
  },
  "lint.importCycle": {
    title: "Results that wait for each other",
    means: "Two texts each read the other's result of the same period.",
    matters: "Neither can be finished first; in practice one is estimated.",
    printed: "《村级办法》：镇级考核得分计入总分。《镇级办法》：所辖村得分计入总分。",
    after: "《镇级办法》：所辖村上期得分计入总分。",
    book: named("村级办法", imported("镇级办法")),
    books: [named("村级办法", imported("镇级办法")), named("镇级办法", imported("村级办法"))],
    mendedBooks: [
      named("村级办法", imported("镇级办法")),
      named("镇级办法", Scoring.imported("村级办法", "score", "previous", points())),
    ],
  },
  "lint.importMissing": {
    title: "A result that the other text does not have",
    means: "A text reads a part of another text's result that is not there, or a text that is not there.",
    matters: "The part is always missing, and nobody is told.",
    printed: "《村级办法》：镇级考核中“党建”一项的得分计入总分。（《镇级办法》没有这一项。）",
    after: "《村级办法》：镇级考核的总分计入总分。",
    book: named("村级办法", imported("镇级办法", "党建")),
    books: [named("村级办法", imported("镇级办法", "党建")), named("镇级办法", score)],
    mendedBooks: [named("村级办法", imported("镇级办法")), named("镇级办法", score)],
  },
} satisfies Partial<Record<Code, Example>>

// ---------------------------------------------------------------- levels, quotas, rounding

const third: Expression = {
  op: "ratio",
  id: "到会率",
  label: { zh: "到会率" },
  num: Scoring.only({ kind: "到会人数", domain: Scoring.domain("人", "0", "30", "1") }),
  den: Scoring.only({ kind: "应到人数", domain: Scoring.domain("人", "1", "30", "1") }),
  empty: { value: "0" },
  cite: cite("4"),
}
const attendance = { op: "sum", of: [{ w: "100", e: third }], weights: "free" } as Expression
const halves = (share: string): Expression => ({
  op: "sum",
  of: [{ w: share, e: score }],
  weights: "free",
  id: "总分",
  label: { zh: "总分" },
  cite: cite("3"),
})

const stars = [
  level("五星", { ge: "90" }),
  level("四星", { ge: "80", lt: "90" }),
  level("三星", { ge: "70", lt: "80" }),
]

const standings = {
  "lint.scoreFalls": {
    title: "One more good act, and a lower score",
    means: "Caps, repetition or the rule for one act make the score fall when one more good act is entered.",
    matters: "Whoever does better is worse off, and can see it.",
    printed: "一件事符合几条的，只按分值最高的一条计。省级荣誉加10分，该项全年最高3分；县级荣誉加5分。",
    after: "一件事符合几条的，只按分值最高的一条计。省级荣誉加10分；县级荣誉加5分。",
    book: book(
      Scoring.lines({
        id: "记分",
        acts: [line("省级荣誉", "10"), line("县级荣誉", "5")],
        caps: [capped(["省级荣誉"], "3")],
        sameAct: "largestRequested",
      }),
    ),
    mended: book(
      Scoring.lines({
        id: "记分",
        acts: [line("省级荣誉", "10"), line("县级荣誉", "5")],
        sameAct: "largestRequested",
      }),
    ),
  },
  "lint.ratioUnrounded": {
    title: "A quotient that is nowhere rounded",
    means: "A quotient goes into the score without a rule for its decimals.",
    matters: "Two people who reckon with different places get different scores.",
    printed: "到会率＝到会人数÷应到人数×100，计入得分。",
    after: "到会率＝到会人数÷应到人数×100，四舍五入取整数，计入得分。",
    book: graded(attendance, { score: { quantum: "1", round: "exact" } }),
    mended: graded(Scoring.rounded(attendance, "halfUp", "1"), { score: { quantum: "1", round: "exact" } }),
  },
  "lint.roundingUnsaid": {
    title: "Rounding that the text does not settle",
    means:
      "The total can lie between the units in which scores are given, and the text does not say how it is rounded.",
    matters: "At the end of a band the level depends on who rounds.",
    printed: "总分＝考核得分×0.85，得分以1分为单位。",
    after: "总分＝考核得分×0.85，四舍五入取整数。",
    book: graded(halves("0.85"), { score: { quantum: "1", round: "exact" } }),
    mended: graded(halves("0.85"), { score: toUnit }),
  },
  "lint.levelUnreachable": {
    title: "A level that nobody can reach",
    means: "No score that can be had lies in the level, and no award or effect leads to it.",
    matters: "The level is promised in vain.",
    printed: "满分90分。优秀：95分以上；良好：75分以上；合格：75分以下。",
    after: "满分90分。优秀：85分以上；良好：75分以上；合格：75分以下。",
    book: book(Scoring.only({ kind: "得分", domain: points("90") }), {
      levels: [level("优秀", { ge: "95" }), level("良好", { ge: "75", lt: "95" }), level("合格", { lt: "75" })],
    }),
    mended: book(Scoring.only({ kind: "得分", domain: points("90") }), {
      levels: [level("优秀", { ge: "85" }), level("良好", { ge: "75", lt: "85" }), level("合格", { lt: "75" })],
    }),
  },
  "lint.quotaAgainstThreshold": {
    title: "A share against the thresholds",
    means: "A level is given by score and limited or asked for by share, and the two can disagree.",
    matters: "All may be good, or none: then either the scores or the shares are broken.",
    printed: "90分以上为优秀。优秀约占30%。",
    after: "90分以上为优秀。优秀不超过30%，超过的按得分取前。",
    book: graded(score, { ties: meeting, quotas: [{ ...quota("优秀比例", ["优秀"], "0.3", "about"), slack: "1" }] }),
    mended: graded(score, { ties: meeting, quotas: [quota("优秀比例", ["优秀"], "0.3")] }),
  },
  "lint.quotaAgainstQuota": {
    title: "Shares that exclude each other",
    means: "The shares of several levels cannot be kept together.",
    matters: "Whatever is decided breaks one of them.",
    printed: "优秀不少于60%，良好不少于50%。",
    after: "优秀不少于40%，良好不少于50%。",
    book: graded(score, {
      ties: meeting,
      quotas: [quota("优秀比例", ["优秀"], "0.6", "least"), quota("良好比例", ["良好"], "0.5", "least")],
    }),
    mended: graded(score, { ties: meeting, quotas: [quota("优秀比例", ["优秀"], "0.4", "least")] }),
  },
  "lint.quotaRemainder": {
    title: "Shares that leave some over",
    means:
      "Every level but the last is limited by a share, and the shares do not come to the whole: some fall to the last level whatever they score.",
    matters: "Somebody has to be in the last level even if all do well, and the text does not say so.",
    printed: "五星不超过10%，四星不超过40%，三星不超过30%。",
    after: "五星不超过10%，四星不超过40%，其余的按得分定为三星或不定星。",
    book: book(score, {
      ties: meeting,
      levels: [...stars, level("不定星", { lt: "70" })],
      quotas: [
        quota("五星比例", ["五星"], "0.1"),
        quota("四星比例", ["四星"], "0.4"),
        quota("三星比例", ["三星"], "0.3"),
      ],
    }),
    mended: book(score, {
      ties: meeting,
      levels: [...stars, level("不定星", { lt: "70" })],
      quotas: [quota("五星比例", ["五星"], "0.1"), quota("四星比例", ["四星"], "0.4")],
    }),
  },
  "lint.awardAgainstQuota": {
    title: "An award and a limited level",
    means:
      "A direct award gives a level whose places are limited, and the text does not say whether it takes one of them.",
    matters: "Whoever stands at the cut is in or out by one reading or the other.",
    printed: "优秀不超过20%。获县级以上表彰的直接评为优秀。",
    after: "优秀不超过20%。获县级以上表彰的直接评为优秀，不占名额。",
    book: graded(score, {
      ties: meeting,
      awards: [{ ...grounds("表彰", Scoring.happened("县级以上表彰")), atLeast: "优秀" }],
      quotas: [quota("优秀名额", ["优秀"], "0.2")],
    }),
    mended: graded(score, {
      ties: meeting,
      awards: [{ ...grounds("表彰", Scoring.happened("县级以上表彰")), atLeast: "优秀", overQuota: true }],
      quotas: [quota("优秀名额", ["优秀"], "0.2")],
    }),
  },
  "lint.tiesUnsaid": {
    title: "Equals, and nothing said about them",
    means: "Places are limited or numbered, and the text does not say what is done with equal scores.",
    matters: "At the cut the same score is in for one and out for another.",
    printed: "优秀不超过20%，按得分从高到低确定。",
    after: "优秀不超过20%，按得分从高到低确定；同分的由支部大会决定。",
    book: graded(score, { quotas: [quota("优秀名额", ["优秀"], "0.2")] }),
    mended: graded(score, { ties: meeting, quotas: [quota("优秀名额", ["优秀"], "0.2")] }),
  },
} satisfies Partial<Record<Code, Example>>

// ---------------------------------------------------------------- all of them

/** An example for each code. */
export const examples: Readonly<Record<Code, Example>> = { ...holes, ...amounts, ...standings, ...clauses }
