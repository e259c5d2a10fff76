/**
 * Workflows of localities as test data. Names and order of the stages, who acts and who rates are those of the notices
 * named at each; numbers, limits and fields are made up where the notice says nothing.
 */
import type * as Workflow from "../../src/process/Workflow.js"

const zh = (text: string) => ({ zh: text })
const named = (pairs: Record<string, string>) => Object.entries(pairs).map(([id, text]) => ({ id, label: zh(text) }))

const open = (id: string, text: string): Workflow.Stage => ({ id, label: zh(text), kind: "open" })
const held = (id: string, text: string): Workflow.Stage => ({ id, label: zh(text), kind: "held" })
const end = (id: string, text: string, outcome: string): Workflow.Stage => ({
  id,
  label: zh(text),
  kind: "end",
  outcome,
})

type Parts = Omit<Workflow.Move, "id" | "label" | "to" | "by" | "needs"> & { readonly needs?: ReadonlyArray<string> }
const move = (id: string, text: string, by: string, to: Workflow.Move["to"], parts: Parts = {}): Workflow.Move => ({
  id,
  label: zh(text),
  to,
  by: by.split(" "),
  needs: [],
  ...parts,
})

const report = { title: "五单工作法报道", standing: "report" } as const

// ---- orders

const orderRoles = named({
  resident: "群众",
  grid: "网格员",
  branch: "党支部",
  member: "党员",
  committee: "镇党委",
})

const orderOutcomes = named({
  satisfied: "办结满意",
  unsatisfied: "办结不满意",
  unanswered: "办结未评",
  rejected: "不予受理",
  withdrawn: "撤单",
  merged: "并单",
})

const ratings = named({ good: "满意", fair: "基本满意", bad: "不满意" })

const orderFields: ReadonlyArray<Workflow.Field> = [
  { id: "what", label: zh("诉求"), of: "text", sensitivity: "protected" },
  { id: "actedFor", label: zh("代何人点单"), of: "person", sensitivity: "protected" },
  { id: "doer", label: zh("承办党员"), of: "person", sensitivity: "personal" },
  { id: "reason", label: zh("理由"), of: "text", sensitivity: "internal" },
  { id: "days", label: zh("延期天数"), of: "count", sensitivity: "open" },
  { id: "evidence", label: zh("办理佐证"), of: "reference", sensitivity: "internal" },
  { id: "rating", label: zh("评价"), of: "choice", choices: ratings, sensitivity: "open" },
  { id: "root", label: zh("并入何单"), of: "reference", sensitivity: "internal" },
]

const opening: ReadonlyArray<Workflow.Move> = [
  move("order", "点单", "resident", "requested", { needs: ["what"] }),
  move("orderFor", "代为点单", "grid", "requested", { needs: ["what", "actedFor"] }),
  move("patrol", "巡查发现", "grid", "requested", { needs: ["what"] }),
]

/** What every order can come to before it is done, wherever it stands. */
const exits = (from: ReadonlyArray<string>): ReadonlyArray<Workflow.Move> => [
  move("withdraw", "撤单", "resident", "withdrawn", { from, only: ["order", "actedFor"] }),
  move("merge", "并单", "grid", "merged", { from: [from[0]!], needs: ["root"] }),
  move("reject", "不予受理", "grid", "rejected", { from: [from[0]!], needs: ["reason"] }),
]

/** Returned no more than twice; then the committee decides who does it. */
const dispatching = (from: string, by: string): ReadonlyArray<Workflow.Move> => [
  move("dispatch", "派单", by, "dispatched", {
    from: [from],
    needs: ["doer"],
    when: { count: ["giveBack"], most: 1 },
  }),
  move("rule", "裁定承办人", "committee", "dispatched", {
    from: [from],
    needs: ["doer"],
    when: { count: ["giveBack"], least: 2 },
  }),
  move("giveBack", "退单", "member", from, {
    from: ["dispatched", "taken"],
    needs: ["reason"],
    only: ["doer"],
    when: { count: ["giveBack"], most: 1 },
  }),
  move("takeOn", "接单", "member", "taken", { from: ["dispatched"], only: ["doer"] }),
]

const doing: ReadonlyArray<Workflow.Move> = [
  move("hold", "挂起", "member", "held", { from: ["taken"], needs: ["reason"], only: ["doer"] }),
  move("resume", "恢复办理", "member", { way: "back" }, { from: ["held"], only: ["doer"] }),
  move(
    "extend",
    "延期",
    "branch",
    { way: "stay" },
    {
      from: ["taken"],
      needs: ["days"],
      when: { all: [{ told: "未超时限" }, { count: ["extend"], since: ["sendBack", "rateBad"], most: 0 }] },
      extends: { limit: "办理", by: "days" },
    },
  ),
  move("report", "办结", "member", "reported", { from: ["taken"], needs: ["evidence"], only: ["doer"] }),
  move("sendBack", "返工", "branch", "taken", {
    from: ["reported"],
    needs: ["reason"],
    judges: ["report"],
    apart: ["report", "doer"],
  }),
  move("accept", "验收", "branch", "accepted", {
    from: ["reported"],
    judges: ["report"],
    apart: ["report", "doer"],
  }),
]

const orderLimits: Workflow.Workflow["limits"] = [
  {
    id: "接单",
    amount: 1,
    unit: "workingDay",
    countsFirstDay: false,
    starts: "dispatched",
    ends: ["takeOn", "giveBack"],
    holds: [],
  },
  {
    id: "办理",
    amount: 5,
    unit: "workingDay",
    countsFirstDay: false,
    starts: "dispatch",
    ends: ["accept"],
    holds: ["held"],
    extension: { most: 10 },
  },
]

const rating = (parts: Parts): Parts => ({
  needs: ["rating"],
  only: ["order", "actedFor"],
  judges: ["report"],
  apart: ["report", "doer"],
  ...parts,
})

const order = (
  id: string,
  text: string,
  stages: ReadonlyArray<Workflow.Stage>,
  moves: ReadonlyArray<Workflow.Move>,
  rest: Partial<Workflow.Workflow> = {},
): Workflow.Workflow => ({
  format: 1,
  id,
  version: "1",
  label: zh(text),
  cite: report,
  roles: orderRoles,
  outcomes: orderOutcomes,
  fields: orderFields,
  stages,
  moves,
  attempts: ["sendBack", "rateBad"],
  limits: orderLimits,
  ...rest,
})

const early = [open("requested", "已点单"), open("claimed", "已领单"), open("dispatched", "已派单")]
const work = [open("taken", "办理中"), held("held", "挂起"), open("reported", "待验收"), open("accepted", "已验收")]
const closed = [
  end("satisfied", "满意办结", "satisfied"),
  end("unsatisfied", "不满意终结", "unsatisfied"),
  end("unanswered", "未评终结", "unanswered"),
  end("rejected", "不予受理终结", "rejected"),
  end("withdrawn", "撤单终结", "withdrawn"),
  end("merged", "并单终结", "merged"),
]

const claim = move("claim", "领单", "grid", "claimed", { from: ["requested"] })

/** The seed's five: 群众点单、网格领单、支部派单、党员晒单、群众评单. */
export const seed = order(
  "五单",
  "群众点单、网格领单、支部派单、党员晒单、群众评单",
  [...early, ...work, open("published", "已晒单"), ...closed],
  [
    ...opening,
    ...exits(["requested", "claimed", "dispatched", "taken"]),
    claim,
    ...dispatching("claimed", "branch"),
    ...doing,
    move("publish", "晒单", "member", "published", { from: ["accepted"] }),
    move(
      "rateGood",
      "评为满意",
      "resident",
      "satisfied",
      rating({ from: ["published"], when: { field: "rating", in: ["good", "fair"] } }),
    ),
    move(
      "rateBad",
      "评为不满意",
      "resident",
      "taken",
      rating({
        from: ["published"],
        when: {
          all: [
            { field: "rating", in: ["bad"] },
            { count: ["rateBad"], most: 0 },
          ],
        },
      }),
    ),
    move(
      "rateBadAgain",
      "再评不满意",
      "resident",
      "unsatisfied",
      rating({
        from: ["published"],
        when: {
          all: [
            { field: "rating", in: ["bad"] },
            { count: ["rateBad"], least: 1 },
          ],
        },
      }),
    ),
    move("lapse", "逾期未评", "grid", "unanswered", { from: ["published"], when: { told: "评价期满" } }),
  ],
)

/** 零陵: 点单、派单、接单、评单、晒单. The rating comes before the publication, so that both results are published. */
export const lingling = order(
  "零陵五单",
  "点单、派单、接单、评单、晒单",
  [
    ...early.filter(({ id }) => id !== "claimed"),
    ...work,
    open("liked", "评为满意待晒"),
    open("disliked", "评为不满意待晒"),
    ...closed.filter(({ id }) => id !== "unanswered"),
  ],
  [
    ...opening,
    ...exits(["requested", "dispatched", "taken"]),
    ...dispatching("requested", "branch"),
    ...doing,
    move("rateGood", "评为满意", "resident branch", "liked", {
      from: ["accepted"],
      needs: ["rating"],
      judges: ["report"],
      apart: ["report", "doer"],
      when: { field: "rating", in: ["good", "fair"] },
    }),
    move("rateBad", "评为不满意", "resident branch", "disliked", {
      from: ["accepted"],
      needs: ["rating"],
      judges: ["report"],
      apart: ["report", "doer"],
      when: { field: "rating", in: ["bad"] },
    }),
    move("publish", "晒单", "member", "satisfied", { from: ["liked"] }),
    move("publishBad", "晒单（不满意）", "member", "unsatisfied", { from: ["disliked"] }),
  ],
  { outcomes: orderOutcomes.filter(({ id }) => id !== "unanswered"), attempts: ["sendBack"] },
)

/** 麟游: 点单、派单、单位接单、评单. Units take orders; the organisation department rates by telephone, then 销号. */
export const linyou = order(
  "麟游四单",
  "点单、派单、单位接单、评单",
  [
    open("requested", "已点单"),
    open("dispatched", "已派单"),
    open("taken", "办理中"),
    open("reported", "待回访"),
    open("surveyed", "已回访"),
    end("satisfied", "销号", "satisfied"),
    end("unsatisfied", "不满意终结", "unsatisfied"),
    end("unanswered", "回访无人应答终结", "unanswered"),
    end("withdrawn", "撤单终结", "withdrawn"),
  ],
  [
    move("order", "点单", "resident", "requested", { needs: ["what"] }),
    move("withdraw", "撤单", "resident", "withdrawn", { from: ["requested", "dispatched"], only: ["order"] }),
    move("dispatch", "派单", "branch", "dispatched", { from: ["requested"], needs: ["unit"] }),
    move("takeOn", "单位接单", "unit", "taken", { from: ["dispatched"], only: ["unit"] }),
    move("giveBack", "退回派单", "unit", "requested", { from: ["dispatched"], needs: ["reason"], only: ["unit"] }),
    move("report", "办结", "unit", "reported", { from: ["taken"], needs: ["evidence"], only: ["unit"] }),
    move("survey", "电话回访", "department", "surveyed", {
      from: ["reported"],
      needs: ["rating"],
      judges: ["report"],
      apart: ["report", "unit"],
    }),
    move("noAnswer", "回访无人应答", "department", "unanswered", { from: ["reported"] }),
    move("strike", "销号", "department", "satisfied", {
      from: ["surveyed"],
      when: { field: "rating", in: ["good", "fair"] },
    }),
    move("redo", "重办", "department", "taken", {
      from: ["surveyed"],
      when: {
        all: [
          { field: "rating", in: ["bad"] },
          { count: ["redo"], most: 1 },
        ],
      },
    }),
    move("giveUp", "终结", "department", "unsatisfied", {
      from: ["surveyed"],
      when: { all: [{ field: "rating", in: ["bad"] }, { not: { count: ["redo"], most: 1 } }] },
    }),
  ],
  {
    roles: named({ resident: "群众", branch: "党组织", unit: "责任单位", department: "组织部" }),
    outcomes: orderOutcomes.filter(({ id }) => ["satisfied", "unsatisfied", "unanswered", "withdrawn"].includes(id)),
    fields: [
      ...orderFields.filter(({ id }) => ["what", "reason", "evidence", "rating"].includes(id)),
      { id: "unit", label: zh("责任单位"), of: "body", sensitivity: "open" },
    ],
    attempts: ["redo"],
    limits: [
      {
        id: "总时限",
        amount: 10,
        unit: "workingDay",
        countsFirstDay: false,
        starts: "order",
        ends: ["satisfied", "unsatisfied"],
        holds: [],
      },
      {
        id: "本次时限",
        amount: 24,
        unit: "clockHour",
        countsFirstDay: false,
        starts: "taken",
        ends: ["report"],
        holds: [],
      },
    ],
  },
)

/** 紫云: 点单、派单、接单. Nobody rates; taking on and doing are stages all the same. */
export const ziyun = order(
  "紫云三单",
  "点单、派单、接单",
  [
    open("requested", "已点单"),
    open("dispatched", "已派单"),
    open("taken", "办理中"),
    open("reported", "待验收"),
    end("done", "办结", "done"),
    end("withdrawn", "撤单终结", "withdrawn"),
  ],
  [
    move("order", "点单", "resident", "requested", { needs: ["what"] }),
    move("withdraw", "撤单", "resident", "withdrawn", { from: ["requested", "dispatched"], only: ["order"] }),
    move("dispatch", "派单", "branch", "dispatched", { from: ["requested"], needs: ["doer"] }),
    move("takeOn", "接单", "member", "taken", { from: ["dispatched"], only: ["doer"] }),
    move("report", "办结", "member", "reported", { from: ["taken"], needs: ["evidence"], only: ["doer"] }),
    move("accept", "验收", "branch", "done", { from: ["reported"], judges: ["report"], apart: ["report", "doer"] }),
  ],
  {
    roles: named({ resident: "群众", branch: "党支部", member: "党员" }),
    outcomes: named({ done: "办结", withdrawn: "撤单" }),
    fields: orderFields.filter(({ id }) => ["what", "doer", "evidence"].includes(id)),
    attempts: [],
    limits: [],
  },
)

// ---- other matters

/** An item of a problem list (销号): accepted by somebody else than its owner, or sent back. After 浮山 五账 and 洪洞. */
export const listItem: Workflow.Workflow = {
  format: 1,
  id: "问题清单",
  version: "1",
  label: zh("问题整改销号"),
  roles: named({ inspector: "检查组", owner: "责任人", acceptor: "验收人", supervisor: "督办单位" }),
  outcomes: named({ settled: "已销号", invalid: "不属问题" }),
  fields: [
    { id: "problem", label: zh("问题"), of: "text", sensitivity: "internal" },
    { id: "owner", label: zh("责任岗位"), of: "post", sensitivity: "open" },
    { id: "deadline", label: zh("整改期限"), of: "day", sensitivity: "open" },
    { id: "measure", label: zh("措施"), of: "text", sensitivity: "open" },
    { id: "proof", label: zh("佐证"), of: "reference", sensitivity: "internal" },
    { id: "reason", label: zh("理由"), of: "text", sensitivity: "internal" },
  ],
  stages: [
    open("found", "已发现"),
    open("registered", "已建账"),
    open("inHand", "整改中"),
    open("reported", "待验收"),
    end("settled", "销号", "settled"),
    end("invalid", "不属问题终结", "invalid"),
  ],
  moves: [
    move("find", "发现问题", "inspector", "found", { needs: ["problem"] }),
    move("dismiss", "核实不属问题", "acceptor", "invalid", {
      from: ["found"],
      needs: ["reason"],
      judges: ["find"],
      apart: ["find"],
    }),
    move("register", "建账", "acceptor", "registered", { from: ["found"], needs: ["owner", "deadline"] }),
    move("begin", "整改", "owner", "inHand", { from: ["registered"], needs: ["measure"], only: ["owner"] }),
    move("addMeasure", "补充措施", "owner", { way: "stay" }, { from: ["inHand"], needs: ["measure"], only: ["owner"] }),
    move("urge", "督办", "supervisor", { way: "stay" }, { from: ["registered", "inHand"], when: { told: "已逾期" } }),
    move(
      "criticise",
      "通报批评",
      "supervisor",
      { way: "stay" },
      { from: ["registered", "inHand"], when: { count: ["urge"], since: ["sendBack"], least: 2 } },
    ),
    move("done", "报告办结", "owner", "reported", { from: ["inHand"], needs: ["proof"], only: ["owner"] }),
    move("sendBack", "退回整改", "acceptor", "inHand", {
      from: ["reported"],
      needs: ["reason"],
      judges: ["done"],
      apart: ["done", "owner"],
    }),
    move("settle", "验收销号", "acceptor", "settled", {
      from: ["reported"],
      judges: ["done"],
      apart: ["done", "owner"],
    }),
  ],
  attempts: ["sendBack"],
  limits: [
    { id: "整改", amount: 1, unit: "month", countsFirstDay: false, starts: "register", ends: ["done"], holds: [] },
  ],
}

/** A points entry: proposed, verified, posted, effective. The proposer never verifies alone; an objection holds it. */
export const pointsEntry: Workflow.Workflow = {
  format: 1,
  id: "积分登记",
  version: "1",
  label: zh("积分登记"),
  roles: named({ person: "本人", organisation: "党组织", scorer: "记分小组", secretary: "书记" }),
  outcomes: named({ effective: "生效", rejected: "不予认定", withdrawn: "撤回" }),
  fields: [
    { id: "item", label: zh("条目"), of: "reference", sensitivity: "open" },
    { id: "points", label: zh("分值"), of: "exact", sensitivity: "open" },
    {
      id: "kind",
      label: zh("性质"),
      of: "choice",
      choices: named({ bonus: "加分", penalty: "扣分" }),
      sensitivity: "open",
    },
    { id: "reason", label: zh("理由"), of: "text", sensitivity: "internal" },
  ],
  stages: [
    open("proposed", "已申报"),
    open("verified", "已核实"),
    open("posted", "公示中"),
    held("disputed", "有异议"),
    end("effective", "生效", "effective"),
    end("rejected", "不予认定", "rejected"),
    end("withdrawn", "撤回", "withdrawn"),
  ],
  moves: [
    move("apply", "本人申报", "person", "proposed", {
      needs: ["item", "points", "kind"],
      when: { field: "kind", in: ["bonus"] },
    }),
    move("recognise", "组织认定", "organisation", "proposed", { needs: ["item", "points", "kind"] }),
    move("withdraw", "撤回", "person organisation", "withdrawn", {
      from: ["proposed", "verified"],
      only: ["apply", "recognise"],
    }),
    move("verify", "核实", "scorer", "verified", {
      from: ["proposed"],
      judges: ["apply", "recognise"],
      apart: ["apply", "recognise"],
    }),
    move("reject", "不予认定", "scorer secretary", "rejected", {
      from: ["proposed", "verified", "disputed"],
      needs: ["reason"],
      judges: ["apply", "recognise"],
      apart: ["apply", "recognise"],
    }),
    move("post", "公示", "secretary", "posted", { from: ["verified"], judges: ["verify"], apart: ["verify"] }),
    move("object", "提出异议", "person", "disputed", { from: ["posted"], needs: ["reason"] }),
    move("objectToo", "另提异议", "person", { way: "stay" }, { from: ["disputed"], needs: ["reason"] }),
    move(
      "settle",
      "异议不成立",
      "secretary",
      { way: "back" },
      { from: ["disputed"], judges: ["object"], apart: ["object"] },
    ),
    move("correct", "更正", "scorer", "verified", { from: ["disputed"], needs: ["points"], takes: ["reason"] }),
    move("effect", "生效", "secretary", "effective", { from: ["posted"], when: { told: "公示期满" } }),
  ],
  attempts: ["correct"],
  limits: [
    {
      id: "公示",
      amount: 5,
      unit: "workingDay",
      countsFirstDay: false,
      starts: "posted",
      ends: ["effect"],
      holds: ["disputed"],
    },
  ],
}

/** A star review with rectification inside the cycle (含山 2022): self-rating, targets, rectification, acceptance, stars. */
export const starReview: Workflow.Workflow = {
  format: 1,
  id: "评星定级",
  version: "1",
  label: zh("评星定级"),
  roles: named({ branch: "党支部", committee: "镇党委", members: "党员大会", superior: "组织部" }),
  outcomes: named({ rated: "定级", unrated: "不定级" }),
  fields: [
    { id: "own", label: zh("自评得分"), of: "exact", sensitivity: "open" },
    { id: "score", label: zh("评定得分"), of: "exact", sensitivity: "open" },
    {
      id: "star",
      label: zh("星级"),
      of: "choice",
      choices: named({ s5: "五星", s4: "四星", s3: "三星" }),
      sensitivity: "open",
    },
    { id: "targets", label: zh("整改事项"), of: "count", sensitivity: "open" },
    { id: "reason", label: zh("理由"), of: "text", sensitivity: "internal" },
  ],
  stages: [
    open("rating", "自评"),
    open("review", "考核评星"),
    open("rectifying", "整改"),
    open("recheck", "复核"),
    open("posted", "公示"),
    end("rated", "定级", "rated"),
    end("unrated", "不定级", "unrated"),
  ],
  moves: [
    move("start", "启动评星", "committee", "rating"),
    move("rateSelf", "自评荐星", "branch", "review", { from: ["rating"], needs: ["own"] }),
    move("stayOut", "新建支部自评不定级", "committee", "unrated", { from: ["review"], when: { told: "新建不满一年" } }),
    move("visit", "实地查看", "committee", { way: "stay" }, { from: ["review"], when: { count: ["visit"], most: 0 } }),
    move(
      "appraise",
      "党员评议",
      "members",
      { way: "stay" },
      { from: ["review"], when: { all: [{ told: "到会人数符合规定" }, { count: ["appraise"], most: 0 }] } },
    ),
    move("target", "列出整改事项", "committee", "rectifying", {
      from: ["review"],
      needs: ["targets"],
      when: { count: ["target"], most: 0 },
    }),
    move("rectify", "整改销号", "branch", "review", { from: ["rectifying"] }),
    move("grade", "考核评分", "committee", "recheck", {
      from: ["review"],
      needs: ["score", "star"],
      judges: ["rateSelf", "rectify"],
      apart: ["rateSelf", "rectify"],
      when: {
        all: [
          { count: ["visit"], least: 1 },
          { count: ["appraise"], least: 1 },
        ],
      },
    }),
    move("confirm", "复核定星", "superior", "posted", { from: ["recheck"], judges: ["grade"], apart: ["grade"] }),
    move("lower", "复核降级", "superior", "posted", {
      from: ["recheck"],
      needs: ["star", "reason"],
      judges: ["grade"],
      apart: ["grade"],
      when: { not: { field: "star", in: ["s5"] } },
    }),
    move("object", "异议成立", "superior", "recheck", {
      from: ["posted"],
      needs: ["reason"],
      when: { count: ["object"], most: 1 },
    }),
    move("decide", "命名亮星", "committee", "rated", { from: ["posted"], when: { told: "公示期满无异议" } }),
  ],
  attempts: ["object"],
  limits: [
    {
      id: "公示",
      amount: 5,
      unit: "calendarDay",
      countsFirstDay: false,
      starts: "posted",
      ends: ["object", "decide"],
      holds: [],
    },
  ],
}

export const all: ReadonlyArray<Workflow.Workflow> = [seed, lingling, linyou, ziyun, listItem, pointsEntry, starReview]
