/**
 * The sentences of every fault that the foundation raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { ApportionmentFault } from "./Apportionment.js"
import type { AudienceFault } from "./Audience.js"
import type { CanonicalFault } from "./Canonical.js"
import type { CitationCode } from "./Citation.js"
import type { CivilDateFault } from "./CivilDate.js"
import type { CoordinateFault } from "./Coordinate.js"
import type { DatedFault } from "./Dated.js"
import type { DigestFault } from "./Digest.js"
import type { DocumentFault } from "./Document.js"
import type { ExactFault } from "./Exact.js"
import type { Texts } from "./Fault.js"
import type { FindingCode } from "./Finding.js"
import type { PartialDateFault } from "./PartialDate.js"
import type { PeriodFault } from "./Period.js"
import type { QuantityFault } from "./Quantity.js"
import type { RateFault } from "./Rate.js"
import type { ScoreFault } from "./Score.js"
import type { UnitFault } from "./Unit.js"
import type { WorkCalendarFault } from "./WorkCalendar.js"

// ---------------------------------------------------------------- instances

type Code =
  | ExactFault["code"]
  | CanonicalFault["code"]
  | DigestFault["code"]
  | AudienceFault["code"]
  | DocumentFault["code"]
  | ScoreFault["code"]
  | UnitFault["code"]
  | QuantityFault["code"]
  | RateFault["code"]
  | ApportionmentFault["code"]
  | CitationCode
  | DatedFault["code"]
  | FindingCode
  | CoordinateFault["code"]
  | WorkCalendarFault["code"]
  | PeriodFault["code"]
  | PartialDateFault["code"]
  | CivilDateFault["code"]

/**
 * Code → sentence. `{name}` stands for a parameter of the fault.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
  "exact.malformed": { zh: "“{text}”不是数", en: '"{text}" is not a number' },
  "exact.notCanonical": { zh: "“{text}”不是规范写法", en: '"{text}" is not in canonical form' },
  "exact.notSafeInteger": { zh: "{value}不是可用的整数", en: "{value} is not a usable whole number" },
  "exact.divisionByZero": { zh: "除数为零", en: "division by zero" },
  "score.quantum": { zh: "计分单位{value}不是正数", en: "the quantum {value} is not above nought" },
  "score.offLattice": { zh: "{value}不是{quantum}的整数倍", en: "{value} is not a whole multiple of {quantum}" },
  "score.count": {
    zh: "得分的单位个数{value}不是可用的整数",
    en: "the count of steps {value} is not a usable whole number",
  },
  "score.quantumMismatch": {
    zh: "计分单位{first}与{second}不同，不能相加",
    en: "scores in steps of {first} and of {second} do not add up",
  },
  "unit.malformed": {
    zh: "“{text}”不能作计量单位的编号（1至40个字符，不含空白）",
    en: '"{text}" cannot be the id of a unit (1 to 40 characters without white space)',
  },
  "quantity.unitMismatch": { zh: "单位不同：{first}与{second}", en: "different units: {first} and {second}" },
  "quantity.count": { zh: "{amount}不是个数（零或正整数）", en: "{amount} is not a count (a whole number from 0)" },
  "rate.negative": { zh: "比率中的{value}小于零", en: "{value} in a rate is below nought" },
  "rate.cohort": { zh: "占比的分子大于分母", en: "the numerator of a share exceeds its denominator" },
  "rate.outsideCohort": { zh: "“{id}”不在分母的范围内", en: '"{id}" is not of the cohort' },
  "rate.unitMismatch": { zh: "比率中的单位不同", en: "the units in a rate differ" },
  "rate.atLeast": { zh: "“余”数算不出比率", en: "no rate follows from an amount only known as a least" },
  "rate.definitionMismatch": {
    zh: "分母口径不同：“{first}”与“{second}”",
    en: 'the denominators are defined differently: "{first}" and "{second}"',
  },
  "rate.noBase": { zh: "基数{amount}不是正数，算不出增长率", en: "no growth follows from a base of {amount}" },
  "rate.percent": {
    zh: "“{count}，{percent}”不是公布的占比",
    en: '"{count}, {percent}" is not a published share',
  },
  "apportionment.quantum": { zh: "分摊单位{quantum}不是正数", en: "the quantum {quantum} is not above nought" },
  "apportionment.negative": { zh: "{amount}小于零", en: "{amount} is below nought" },
  "apportionment.duplicateKey": { zh: "“{value}”重复", en: '"{value}" stands twice' },
  "apportionment.noWeight": { zh: "没有大于零的权数，无从分摊", en: "no weight is above nought" },
  "apportionment.sum": {
    zh: "各部分与余数之和不等于总数",
    en: "parts and leftover do not sum to the total",
  },
  "apportionment.unitMismatch": { zh: "单位不同：{first}与{second}", en: "different units: {first} and {second}" },
  "apportionment.atLeast": {
    zh: "{amount}是“余”数，无从核对",
    en: "{amount} is only known as a least and cannot be reconciled",
  },
  "citation.blank": { zh: "出处有空白项", en: "a field of the citation is blank" },
  "citation.webAddress": { zh: "出处不写网址", en: "a citation holds no web address" },
  "citation.bracketed": { zh: "标题不带书名号《》", en: "the title stands without its own 《》" },
  "citation.article": {
    zh: "条号应为1至9999的整数",
    en: "the number of an article is a whole number from 1 to 9999",
  },
  "dated.emptySpan": { zh: "有效期内没有一天", en: "the span in force holds no day" },
  "dated.overlap": {
    zh: "前一个值仍有效，又有一个值开始生效",
    en: "another value is still in force when this one begins",
  },
  "dated.unordered": { zh: "没有按生效日期的先后排列", en: "the values do not stand in the order of their first days" },
  "dated.gap": { zh: "{from}起至{to}前没有值", en: "no value from {from} until before {to}" },
  "finding.severity": {
    zh: "应当对应错误，一般对应提醒",
    en: "must makes an error and should a warning",
  },
  "civilDate.malformed": {
    zh: "“{text}”不是日期，应写作年-月-日，如2023-07-01",
    en: '"{text}" is not a date of the form 2023-07-01',
  },
  "civilDate.impossible": { zh: "没有“{text}”这一天", en: 'there is no day "{text}"' },
  "civilDate.outOfRange": {
    zh: "{date}加{by}，超出了0001年至9999年",
    en: "{date} moved by {by} leaves the years 0001 to 9999",
  },
  "civilDate.notWhole": { zh: "{value}不是整数", en: "{value} is not a whole number" },
  "civilDate.noSuchSerial": {
    zh: "表格日期序号{serial}没有对应的日期",
    en: "no day has the spreadsheet serial {serial}",
  },
  "civilDate.noSerial": {
    zh: "{date}早于1900年，没有表格日期序号",
    en: "{date} is before 1900 and has no spreadsheet serial",
  },
  "partialDate.malformed": {
    zh: "“{text}”不是年、年-月或年-月-日",
    en: '"{text}" is not a date of the form 2023, 2023-07 or 2023-07-01',
  },
  "partialDate.impossible": { zh: "日历上没有“{text}”", en: 'the calendar has no "{text}"' },
  "period.empty": {
    zh: "止日{value}不晚于起日，期间没有一天",
    en: "the end {value} is not after the beginning: the period has no day",
  },
  "period.malformed": {
    zh: "“{text}”不是期间，应写作2023、2023-H1、2023-Q2、2023-05或2023-05-04/2023-06-30",
    en: '"{text}" is not a period of the form 2023, 2023-H1, 2023-Q2, 2023-05 or 2023-05-04/2023-06-30',
  },
  "period.impossible": { zh: "日历上没有期间“{text}”", en: 'the calendar has no period "{text}"' },
  "period.outOfRange": { zh: "期间“{text}”超出了9999年", en: 'the period "{text}" goes past the year 9999' },
  "workCalendar.emptySpan": {
    zh: "止日{value}不晚于起日，工作日历没有一天",
    en: "the end {value} is not after the beginning: the work calendar has no day",
  },
  "workCalendar.weekdayTwice": { zh: "周末重复列出星期序号{value}", en: "the weekend lists weekday {value} twice" },
  "workCalendar.dayTwice": { zh: "工作日历重复列出{value}", en: "the work calendar lists {value} twice" },
  "workCalendar.contradiction": {
    zh: "工作日历把{value}既列为工作日，又列为休息日",
    en: "the work calendar lists {value} both as working and as not",
  },
  "workCalendar.dayOutside": {
    zh: "{value}不在工作日历的范围内",
    en: "{value} lies outside the work calendar",
  },
  "workCalendar.unknownDay": {
    zh: "工作日历不知道{date}是否工作日（已知{from}起，{to}前）",
    en: "the work calendar does not know {date} (known from {from}, before {to})",
  },
  "workCalendar.notCount": {
    zh: "期限{days}不是正整数天",
    en: "a limit of {days} is not a whole number of at least one day",
  },
  "coordinate.notInstant": {
    zh: "{value}不是时刻（1970年以来的毫秒数）",
    en: "{value} is not an instant in milliseconds since 1970",
  },
  "coordinate.notOffset": { zh: "{minutes}不是时差（分钟）", en: "{minutes} is not an offset in minutes" },
  "coordinate.idTwice": { zh: "编号“{id}”有两种内容", en: 'the id "{id}" has two contents' },
  "coordinate.supersedesUnknown": {
    zh: "“{id}”更正的“{supersedes}”不存在",
    en: '"{id}" supersedes "{supersedes}", which is not known',
  },
  "coordinate.supersedesRing": {
    zh: "记录互相更正，成了一圈：{ids}",
    en: "records supersede one another in a ring: {ids}",
  },
  "coordinate.supersedesLater": {
    zh: "“{id}”更正了在它之后登记的“{supersedes}”",
    en: '"{id}" supersedes "{supersedes}", which was recorded after it',
  },
  "canonical.loneSurrogate": { zh: "含有残缺的字符", en: "holds half of a character" },
  "canonical.notSafeInteger": {
    zh: "{value}不是可用的整数；小数应写成文本",
    en: "{value} is not a usable whole number; other numbers are written as text",
  },
  "canonical.notData": { zh: "不是数据（{kind}）", en: "is not data ({kind})" },
  "canonical.strayProperty": { zh: "带有数据之外的属性“{key}”", en: 'has a property "{key}" that is not data' },
  "canonical.accessor": { zh: "是存取器，不是数据", en: "is an accessor, not data" },
  "canonical.protoKey": { zh: "不能用作键名", en: "cannot be a key" },
  "canonical.cycle": { zh: "绕回了自身", en: "leads back into itself" },
  "canonical.unreadable": { zh: "无法读取", en: "cannot be read" },
  "canonical.tooDeep": { zh: "嵌套超过{limit}层", en: "is nested deeper than {limit} levels" },
  "canonical.tooLarge": { zh: "内容超过{limit}项", en: "has more than {limit} values" },
  "canonical.tooMuchText": { zh: "文字合计超过{limit}字", en: "has more than {limit} characters in all" },
  "canonical.textTooLong": {
    zh: "文字长{length}字，超过{limit}字",
    en: "is a text of {length} characters, more than {limit}",
  },
  "digest.malformed": { zh: "不是摘要", en: "is not a digest" },
  "digest.saltTooShort": {
    zh: "盐只有{bytes}字节，至少要{least}字节",
    en: "a salt of {bytes} bytes, fewer than {least}",
  },
  "digest.saltMalformed": { zh: "盐不是可用的文本或字节", en: "the salt is neither a usable text nor bytes" },
  "audience.beyondCeiling": {
    zh: "敏感程度为{sensitivity}的字段不能向{audience}公开",
    en: "a field that is {sensitivity} cannot be shown to {audience}",
  },
  "audience.hiddenTag": {
    zh: "{audience}看不到区分各种情形的字段，因此什么也看不到",
    en: "{audience} does not see the field that tells the variants apart and so sees none of it",
  },
  "document.format": { zh: "格式应为{expected}，实为{actual}", en: "format {actual} where {expected} is due" },
  "document.type": { zh: "应为{expected}，实为{actual}", en: "{actual} where {expected} is due" },
  "document.value": { zh: "“{actual}”不合要求：{expected}", en: '"{actual}" where {expected} is due' },
  "document.missing": { zh: "缺少“{key}”", en: '"{key}" is missing' },
  "document.unexpected": { zh: "多出了“{key}”", en: '"{key}" is not known here' },
  "document.noVariant": { zh: "“{actual}”不属于：{expected}", en: '"{actual}" is none of {expected}' },
  "document.tooDeep": { zh: "嵌套超过{limit}层", en: "is nested deeper than {limit} levels" },
  "document.tooLarge": { zh: "内容过多，超过{limit}", en: "has more in it than the limit of {limit}" },
  "document.textTooLong": {
    zh: "文字长{length}字，超过{limit}字",
    en: "is a text of {length} characters, more than {limit}",
  },
}
