/**
 * The sentences of every fault that reading registers raises, in Chinese and English.
 *
 * @since 0.1.0
 */
import type { Texts } from "../foundation/Fault.js"
import type { OrderBooksFault } from "./OrderBooks.js"
import type { OrganisationBooksFault } from "./OrganisationBooks.js"
import type { PointRegisterFault } from "./PointRegister.js"
import type { SheetFault } from "./Sheet.js"

// ---------------------------------------------------------------- instances

type Code = SheetFault["code"] | PointRegisterFault["code"] | OrganisationBooksFault["code"] | OrderBooksFault["code"]

/**
 * Code → sentence. `{name}` stands for a parameter of the fault.
 *
 * @category instances
 * @since 0.1.0
 */
export const texts: Texts<Code> = {
  "sheet.workbook": {
    zh: "是电子表格文件，不是CSV；请在表格软件里另存为CSV",
    en: "is a workbook of a spreadsheet program and not CSV; save it as CSV there",
  },
  "sheet.badByte": {
    zh: "第{line}行有坏字节，其余是UTF-8",
    en: "line {line} holds a broken byte; the rest is UTF-8",
  },
  "sheet.encoding": { zh: "既不是UTF-8，也不是GB18030", en: "neither UTF-8 nor GB18030" },
  "sheet.wideEncoding": {
    zh: "是UTF-16编码，请另存为UTF-8或GB18030",
    en: "is in UTF-16; save it as UTF-8 or GB18030",
  },
  "sheet.nul": {
    zh: "第{byte}个字节为零，不是文本文件",
    en: "byte {byte} is nought, so it is no text file",
  },
  "sheet.lostCharacters": {
    zh: "第{line}行有转码时丢失的字",
    en: "line {line} holds the sign of characters lost in an earlier conversion",
  },
  "sheet.syntax": { zh: "读不成表格（引号未成对等）", en: "cannot be read as a table (unpaired quotes or the like)" },
  "sheet.empty": { zh: "没有表头", en: "has no header row" },
  "sheet.semicolons": {
    zh: "找不到各列：看来是用分号分隔的，请另存为用逗号分隔的CSV",
    en: "the columns were not found: the file seems to be separated by semicolons; save it with commas",
  },
  "sheet.tabs": {
    zh: "找不到各列：看来是用制表符分隔的，请另存为用逗号分隔的CSV",
    en: "the columns were not found: the file seems to be separated by tabs; save it with commas",
  },
  "sheet.missingHeader": { zh: "缺少“{header}”列", en: 'the column "{header}" is missing' },
  "sheet.blankHeader": { zh: "表头空着", en: "the header is blank" },
  "sheet.unknownHeader": { zh: "不认识表头“{header}”", en: 'unknown header "{header}"' },
  "sheet.duplicateHeader": { zh: "表头“{header}”重复", en: 'the header "{header}" stands twice' },
  "sheet.shortRow": { zh: "只有{cells}格，表头有{columns}格", en: "{cells} cells under {columns} headers" },
  "sheet.longRow": { zh: "有{cells}格，表头只有{columns}格", en: "{cells} cells under only {columns} headers" },
  "sheet.notEntry": { zh: "此行不是登记内容", en: "this row is no entry" },
  "sheet.blank": { zh: "没有填", en: "is blank" },
  "sheet.notInList": { zh: "“{text}”不在可填的范围内：{list}", en: '"{text}" is none of {list}' },
  "sheet.twiceInList": { zh: "“{text}”填了两遍", en: '"{text}" stands twice' },
  "sheet.badNumber": { zh: "“{text}”不是数", en: '"{text}" is not a number' },
  "sheet.wrongUnit": {
    zh: "“{text}”带了不收的单位“{unit}”",
    en: '"{text}" carries the unit "{unit}", which is not taken here',
  },
  "sheet.offLattice": { zh: "{value}不是{step}的整数倍", en: "{value} is not a whole multiple of {step}" },
  "sheet.notWhole": { zh: "{value}不是整数", en: "{value} is not a whole number" },
  "sheet.belowMinimum": { zh: "{value}：不能小于{min}", en: "{value}: must not be less than {min}" },
  "sheet.aboveMaximum": { zh: "{value}：不能大于{max}", en: "{value}: must not be more than {max}" },
  "sheet.outOfBounds": { zh: "{value}不在{min}至{max}之间", en: "{value} is not between {min} and {max}" },
  "sheet.badDate": { zh: "“{text}”不是日期", en: '"{text}" is not a date' },
  "sheet.impossibleDate": { zh: "“{text}”这一天不存在", en: '"{text}": there is no such day' },
  "sheet.dateOutside": { zh: "{date}不在{from}至{through}之间", en: "{date} is not between {from} and {through}" },
  "sheet.duplicateKey": { zh: "“{key}”与第{first}行重复", en: '"{key}" stands on line {first} already' },
  "sheet.total": {
    zh: "合计写的是{stated}，上面各行相加是{computed}",
    en: "the total says {stated}, the rows above come to {computed}",
  },
  "pointRegister.noPeople": { zh: "没有“{book}”", en: 'there is no list of people ("{book}")' },
  "pointRegister.unknownFile": {
    zh: "文件名不以登记簿名开头：{books}",
    en: "the name begins with none of the books: {books}",
  },
  "pointRegister.fileTwice": { zh: "“{name}”交了两份", en: '"{name}" was handed over twice' },
  "pointRegister.personTwice": { zh: "编号“{id}”在另一份名册里已有", en: '"{id}" stands in another list already' },
  "pointRegister.peopleTwice": {
    zh: "有{count}人在“{other}”里已有；名册只交一份",
    en: '{count} people stand in "{other}" already; hand over one list',
  },
  "pointRegister.sameRow": {
    zh: "与{file}第{line}行登记的完全相同；若确是两件事，请在“说明”里写明各是哪一件",
    en: 'the same as {file} line {line}; if these are two deeds, tell them apart under "说明"',
  },
  "pointRegister.sameFile": {
    zh: "全部{rows}行在“{other}”里都已登记，是重复的文件",
    en: 'all of its {rows} rows stand in "{other}" already: the file is a copy',
  },
  "pointRegister.unknownPerson": { zh: "名册里没有编号“{id}”", en: 'the list of people has no "{id}"' },
  "pointRegister.otherName": {
    zh: "编号“{id}”在名册里是“{known}”，这里是“{name}”",
    en: '"{id}" is "{known}" in the list of people and "{name}" here',
  },
  "pointRegister.unknownClerk": { zh: "经办人编号“{id}”不在名册里", en: 'the list of people has no "{id}"' },
  "pointRegister.unknownItem": { zh: "评价办法里没有条目“{item}”", en: 'the rules have no line "{item}"' },
  "pointRegister.otherBook": {
    zh: "条目“{item}”要记在专门的登记簿里：{book}",
    en: 'the line "{item}" is kept in a book of its own: {book}',
  },
  "pointRegister.numberMissing": { zh: "条目“{item}”要填{field}", en: 'the line "{item}" asks for {field}' },
  "pointRegister.numberUncalled": {
    zh: "条目“{item}”按次计，不填数；多次请逐次登记，同一天的在“说明”里写明各是哪一次",
    en: 'the line "{item}" counts each occurrence and takes no number; enter each one, told apart under "说明"',
  },
  "pointRegister.outsideDomain": {
    zh: "{value}{unit}不合评价办法：{min}至{max}，每{step}一档",
    en: "{value} {unit} does not fit the rules: {min} to {max} in steps of {step}",
  },
  "pointRegister.outsideSteps": {
    zh: "{value}{unit}不合评价办法：应从{min}起，每{step}一档",
    en: "{value} {unit} does not fit the rules: from {min} on in steps of {step}",
  },
  "pointRegister.notWhole": {
    zh: "{value}{unit}不合评价办法：应为不小于{min}的整数",
    en: "{value} {unit} does not fit the rules: a whole number not less than {min}",
  },
  "pointRegister.notWholeBetween": {
    zh: "{value}{unit}不合评价办法：应为{min}至{max}的整数",
    en: "{value} {unit} does not fit the rules: a whole number from {min} to {max}",
  },
  "pointRegister.outsidePeriod": {
    zh: "{date}不在评价期{from}至{through}内",
    en: "{date} is outside the rated period {from} to {through}",
  },
  "pointRegister.registeredBefore": {
    zh: "登记日期{recorded}早于发生日期{date}",
    en: "registered on {recorded}, before it happened on {date}",
  },
  "pointRegister.closedBefore": {
    zh: "登记日期{recorded}早于截止日{date}",
    en: "declared on {recorded}, before the last day {date}",
  },
  "pointRegister.endsAfterRegistered": {
    zh: "止日{until}晚于登记日期{recorded}：先登记“未改”，改好后另记一行更正",
    en: 'ends on {until}, after it was registered on {recorded}: enter "未改" first, and a correcting row once it is over',
  },
  "pointRegister.unknownBook": { zh: "没有登记簿“{book}”", en: 'there is no book "{book}"' },
  "pointRegister.unreadKind": {
    zh: "{name}（{person}），{date}，{items}，评价办法没有记这类事的条目",
    en: "{name} ({person}), {date}, {items}: the rules have no line for this kind",
  },
  "pointRegister.unreadTag": {
    zh: "{name}（{person}），{date}，{items}，各条都不对应所登记的类别",
    en: "{name} ({person}), {date}, {items}: none of the lines is for what it is marked with",
  },
  "pointRegister.unreadPerson": {
    zh: "{name}（{person}），{date}，{items}，此条不适用于本人",
    en: "{name} ({person}), {date}, {items}: the line is not for this person",
  },
  "organisationBooks.unknownFile": {
    zh: "不是组织台账；台账的文件名以这些开头：{books}",
    en: "is no book of organisation; their names begin with {books}",
  },
  "organisationBooks.noBook": { zh: "缺“{book}”", en: 'the book "{book}" is missing' },
  "organisationBooks.sameRow": {
    zh: "与{file}第{line}行完全相同，请删去一行",
    en: "the same as {file} line {line}; take one of them out",
  },
  "organisationBooks.keyTwice": {
    zh: "“{key}”在{file}第{line}行已有",
    en: '"{key}" stands in {file} line {line} already',
  },
  "organisationBooks.noLabel": { zh: "没有“{label}”这一类", en: 'the tables have no "{label}"' },
  "organisationBooks.date": {
    zh: "“{text}”不是日期，也不是年月或年份",
    en: '"{text}" is neither a date nor a month or year',
  },
  "organisationBooks.noOrganisation": { zh: "党组织名册里没有“{id}”", en: 'the list of organisations has no "{id}"' },
  "organisationBooks.noUnit": { zh: "单位台账里没有“{id}”", en: 'the list of units has no "{id}"' },
  "organisationBooks.noPerson": { zh: "党员名册里没有“{id}”", en: 'the list of members has no "{id}"' },
  "organisationBooks.noBody": {
    zh: "党组织名册和单位台账里都没有“{id}”",
    en: 'neither the list of organisations nor that of units has "{id}"',
  },
  "organisationBooks.noAppointment": {
    zh: "任职“{id}”没有写任职日期或方式",
    en: 'the appointment "{id}" does not say from when or how',
  },
  "organisationBooks.noHolder": {
    zh: "任职“{id}”没有写人员；职务空缺的，任职日期、免职日期和方式也应空着",
    en: 'the appointment "{id}" names nobody; where a post is vacant, leave its days and its manner blank too',
  },
  "organisationBooks.sameBranch": { zh: "转出和转入是同一支部“{id}”", en: 'from "{id}" to itself' },
  "organisationBooks.answeredBefore": {
    zh: "回执日期{on}早于开具日期{issued}",
    en: "answered on {on}, before it was issued on {issued}",
  },
  "organisationBooks.otherBranch": {
    zh: "按此介绍信，“{id}”应在“{branch}”，党员名册里在“{listed}”",
    en: 'after this letter "{id}" should be in "{branch}"; the list of members has "{listed}"',
  },
  "organisationBooks.halfRun": {
    zh: "户号须同时写明单位、起户号和止户号",
    en: "a run of house numbers needs its unit, its first and its last number",
  },
  "organisationBooks.backwardRun": {
    zh: "止户号{last}小于起户号{first}",
    en: "the last house number {last} is less than the first, {first}",
  },
  "organisationBooks.halfAnswer": {
    zh: "接转“{id}”的回执日期和结果须同时填写",
    en: 'the transfer "{id}" has a day of receipt or a result without the other',
  },
  "organisationBooks.halfExtension": {
    zh: "延期须写明延期至、批准文号、批准日期和批准机关",
    en: "an extension needs its day, the approval, its day and who approved",
  },
  // OrderBooks
  "orderBooks.unknownFile": {
    zh: "不是五单台账；台账的文件名以这些开头：{books}",
    en: "is no book of orders; their names begin with {books}",
  },
  "orderBooks.noBook": { zh: "缺“{book}”", en: 'the book "{book}" is missing' },
  "orderBooks.noPost": { zh: "没有“{post}”这一职务或身份", en: 'there is no post "{post}"' },
  "orderBooks.manyMoves": { zh: "“{move}”可指几个步骤，无法分清", en: '"{move}" is the name of several steps' },
  "orderBooks.noOrder": { zh: "点单台账里没有“{id}”", en: 'the list of requests has no "{id}"' },
  "orderBooks.noDispatch": { zh: "派单台账里没有“{id}”", en: 'the list of dispatches has no "{id}"' },
  "orderBooks.otherOrder": {
    zh: "派单台账里“{id}”属于工单“{order}”",
    en: 'in the list of dispatches "{id}" is of the order "{order}"',
  },
  "orderBooks.nothingNamed": { zh: "应写明工单或派单", en: "must name an order or a dispatch" },
  "orderBooks.badTime": {
    zh: "“{text}”不是一天中的时间，应写成9:30、15:20、9点30分或下午3:20",
    en: '"{text}" is no time of a day; write 9:30 or 15:20',
  },
  "orderBooks.badId": {
    zh: "“{text}”不能作编号：编号不超过{longest}个字，不以=、+、-、@开头，不含看不见的字符，也不能是“合计”一类字样",
    en: '"{text}" cannot be a number: at most {longest} signs, no =, +, - or @ in front, nothing invisible, and no word for a total',
  },
  "orderBooks.sameTime": {
    zh: "工单“{order}”在{on}的这一时间，“{file}”第{line}行另有步骤，分不清先后；请按先后错开时间",
    en: 'the order "{order}" has a step of the same time on {on} in {file}, line {line}: write times that tell which came first',
  },
  "orderBooks.noTime": {
    zh: "工单“{order}”在{on}还有别的步骤，应写明时间，使先后能分清",
    en: 'the order "{order}" has further steps on {on}: write the time, so that it can be told which came first',
  },
}
