/**
 * Membership dues (党费): brackets and tariffs of the national rules.
 *
 * From the rules on collecting, using and managing dues of 2008 (中国共产党党费收缴、使用和管理的规定), in copies made by others.
 * Farmers pay from 0.20 to 1 yuan a month; their province says how much, in a rule of the category `farmer` that is added to
 * the table. Shares remitted upward are not in the copies seen: they are added in the same way.
 *
 * **Gotchas** Weak: no text seen says how to round; half up to the fen is the choice of this library. That dues begin with
 * the month of admission itself is inferred from "from the day of the branch meeting". The copies give the year 2008; that
 * the rules are in force from 1 April is from memory. Where no article number was seen a rule names its paragraph.
 *
 * @since 0.1.0
 */
import type { Citation } from "../foundation/Citation.js"
import * as CivilDate from "../foundation/CivilDate.js"
import type { DuesDemand, DuesRule } from "../organisation/Dues.js"
import type { Span } from "../rules/Span.js"

// ---------------------------------------------------------------- instances

const text = (article?: number | string): Citation => ({
  title: "中国共产党党费收缴、使用和管理的规定",
  date: "2008",
  ...(article === undefined ? {} : { article }),
  standing: "transcription",
})

const from = /* @__PURE__ */ CivilDate.parseUnsafe("2008-04-01")

const rule = (
  id: string,
  article: number | string,
  says: DuesDemand,
  categories?: ReadonlyArray<string>,
  note?: string,
): DuesRule => ({
  id,
  strength: "must",
  from,
  cite: text(article),
  ...(note === undefined ? {} : { note }),
  ...(categories === undefined ? {} : { categories }),
  says,
})

const EARNERS = ["wage", "annualSalary", "irregular"]

const rate = (id: string, on: Span, share: string): DuesRule =>
  /* @__PURE__ */ rule(id, 2, { is: "rate", on, rate: share }, EARNERS)

/**
 * The rules of dues.
 *
 * @category instances
 * @since 0.1.0
 */
export const rules: ReadonlyArray<DuesRule> = [
  /* @__PURE__ */ rate("rate-1", { ge: "0", le: "3000" }, "0.005"),
  /* @__PURE__ */ rate("rate-2", { gt: "3000", le: "5000" }, "0.01"),
  /* @__PURE__ */ rate("rate-3", { gt: "5000", le: "10000" }, "0.015"),
  /* @__PURE__ */ rate("rate-4", { gt: "10000" }, "0.02"),
  /* @__PURE__ */ rule("retired-1", "离退休党员", { is: "rate", on: { ge: "0", le: "5000" }, rate: "0.005" }, [
    "retired",
  ]),
  /* @__PURE__ */ rule("retired-2", "离退休党员", { is: "rate", on: { gt: "5000" }, rate: "0.01" }, ["retired"]),
  /* @__PURE__ */ rule("farmer-range", "农民党员", { is: "range", least: 20, most: 100 }, ["farmer"]),
  /* @__PURE__ */ rule("fixed", "学生等党员", { is: "fixed", fen: 20 }, [
    "student",
    "laidOff",
    "relief",
    "minimumAllowance",
  ]),
  /* @__PURE__ */ rule("base-wage", 1, { is: "base", from: "wage" }, ["wage"], "新工资自领取的当月起作基数，见第十条"),
  /* @__PURE__ */ rule("base-retired", "离退休党员", { is: "base", from: "wage" }, ["retired"]),
  /* @__PURE__ */ rule("base-annual", "年薪制", { is: "base", from: "paid" }, ["annualSalary"]),
  /* @__PURE__ */ rule("base-irregular", "不按月取得收入", { is: "base", from: "previousQuarter" }, ["irregular"]),
  /* @__PURE__ */ rule(
    "round",
    "计算",
    { is: "round", mode: "halfUp", fen: 1 },
    undefined,
    "各文均未写明取舍办法，四舍五入到分为本册所定",
  ),
  /* @__PURE__ */ rule(
    "start",
    "预备党员",
    { is: "start", stages: ["probationary", "full"], month: "same" },
    undefined,
    "原文为“从支部大会通过之日起”，当月即交为本册所定",
  ),
  /* @__PURE__ */ rule("central", "大额党费", { is: "central", on: { ge: "1000" }, level: "centre" }),
  /* @__PURE__ */ rule(
    "reduction",
    "少交或免交",
    {
      is: "reduction",
      propose: ["branch", "jointBranch", "generalBranch"],
      approve: ["primaryCommittee", "townshipCommittee", "workingCommittee"],
    },
    undefined,
    "支部提出，上级党委批准；哪些党委有权未写明",
  ),
]
