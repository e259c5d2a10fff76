/**
 * The modules of `dangjian/foundation`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Label}: A name as people read it (名称): Chinese always, English where there is one.
 * - {@link Fault}: Faults (差错): what is wrong with an input, where, and what a person can read about it.
 * - {@link Exact}: Exact numbers (精确数): every score, weight and share is a rational number; no binary floating point decides anything.
 * - {@link Rounding}: Rounding (取舍): named modes, applied only where a rule declares a stage and a quantum.
 * - {@link Score}: Scores (得分): an integer count of a declared quantum (计分单位), so that 89.5 points on a scale of tenths is 895 steps of 0.1 and nothing else.
 * - {@link Unit}: Units of counting (计量单位): 件, 件次, 人次, 户次 and the rest.
 * - {@link Quantity}: Quantities (数量): an exact amount of one unit, exactly known or "at least" (余).
 * - {@link Rate}: Rates (比率): a numerator, a denominator, their units and the words that define the denominator.
 * - {@link Apportionment}: Apportionment (分摊): dividing a total by weights into amounts of a declared quantum, by a named method and with a stated leftover; and checking that published parts add up to their published total.
 * - {@link CivilDate}: Civil dates (公历日期): a day of the calendar that people sign, stamp and post by, without clock and without offset.
 * - {@link PartialDate}: Partial dates (不完整日期): what a paper archive knows of a day, which is often no more than the year or the month.
 * - {@link Period}: Periods (期间): a run of days, half-open: from its first day up to, but without, the day that follows its last.
 * - {@link WorkCalendar}: Work calendars (工作日历): which days are working days (工作日), given as data: the days of the weekend, and the dated exceptions of the yearly notice on holidays (节假日) and make-up working days (调休上班).
 * - {@link Coordinate}: The time coordinate (时间坐标): for which day a question is asked, and with the knowledge of which instant.
 * - {@link Absence}: Absence (缺值): why a figure is not there.
 * - {@link Citation}: Citations (出处): which text says so, and how far that text can be relied on.
 * - {@link Dated}: Dated values (分时段的值): a rule changes on a day, and what was in force before stays answerable, each value with the text that set it.
 * - {@link Finding}: Findings (检查发现): what a rule says about a state of affairs.
 * - {@link Canonical}: Canonical form (规范形式): the one text of a document, so that equal documents have equal texts and equal digests.
 * - {@link Digest}: Digests (摘要): a short text that stands for a document, and one that stands for a set of documents.
 * - {@link Audience}: Audiences (公开范围): who may see which field of a document, and how sensitive the field is (敏感程度).
 * - {@link Document}: Documents (文档): what is stored or sent, with the same five operations for each: `decode`, `encode`, `is`, `standard`, `jsonSchema`.
 * - {@link FoundationTexts}: The sentences of every fault that the foundation raises, in Chinese and English.
 *
 * @module foundation
 * @since 0.1.0
 */

/**
 * A name as people read it (名称): Chinese always, English where there is one.
 *
 * @since 0.1.0
 */
export * as Label from "./Label.js"

/**
 * Faults (差错): what is wrong with an input, where, and what a person can read about it.
 *
 * A fault holds fields, never a sentence: the sentence is computed from the fields, in Chinese or English. Codes are
 * stable; a decoder reports all faults at once.
 *
 * @since 0.1.0
 */
export * as Fault from "./Fault.js"

/**
 * Exact numbers (精确数): every score, weight and share is a rational number; no binary floating point decides anything.
 *
 * A safe integer is held as itself, which keeps whole-number books at machine speed; everything else is a fraction of
 * two big integers in lowest terms. As text a number is a decimal where one terminates (`0.1`) and `n/d` otherwise.
 *
 * @since 0.1.0
 */
export * as Exact from "./Exact.js"

/**
 * Rounding (取舍): named modes, applied only where a rule declares a stage and a quantum.
 *
 * @since 0.1.0
 */
export * as Rounding from "./Rounding.js"

/**
 * Scores (得分): an integer count of a declared quantum (计分单位), so that 89.5 points on a scale of tenths is 895 steps of
 * 0.1 and nothing else.
 *
 * @since 0.1.0
 */
export * as Score from "./Score.js"

/**
 * Units of counting (计量单位): 件, 件次, 人次, 户次 and the rest. The set is open; a unit is its id, its label is for
 * people.
 *
 * @since 0.1.0
 */
export * as Unit from "./Unit.js"

/**
 * Quantities (数量): an exact amount of one unit, exactly known or "at least" (余).
 *
 * Matters, dispatches and persons served are different things: quantities of different units do not add up, in the types
 * where the unit is known and at run time everywhere.
 *
 * @since 0.1.0
 */
export * as Quantity from "./Quantity.js"

/**
 * Rates (比率): a numerator, a denominator, their units and the words that define the denominator.
 *
 * A *share* (占比) counts part of its cohort: 21 of 23 villages. A *ratio* (比值) sets two different things against each
 * other: 10.6 households a member. On an empty denominator there is no value at all, never 0 % and never 100 %.
 *
 * @since 0.1.0
 */
export * as Rate from "./Rate.js"

/**
 * Apportionment (分摊): dividing a total by weights into amounts of a declared quantum, by a named method and with a stated
 * leftover; and checking that published parts add up to their published total.
 *
 * @since 0.1.0
 */
export * as Apportionment from "./Apportionment.js"

/**
 * Civil dates (公历日期): a day of the calendar that people sign, stamp and post by, without clock and without offset.
 *
 * A date is its ISO text `YYYY-MM-DD`, years 0001 to 9999 of the proleptic Gregorian calendar, so that texts sort as
 * days do and a document needs no conversion. Today is never known here: the caller says which day it is.
 *
 * @since 0.1.0
 */
export * as CivilDate from "./CivilDate.js"

/**
 * Partial dates (不完整日期): what a paper archive knows of a day, which is often no more than the year or the month.
 *
 * Nothing is filled in: a partial date stands for every day it may be, and a comparison says what holds for all of
 * them. As in Popolo, the text is `YYYY`, `YYYY-MM` or `YYYY-MM-DD`.
 *
 * @since 0.1.0
 */
export * as PartialDate from "./PartialDate.js"

/**
 * Periods (期间): a run of days, half-open: from its first day up to, but without, the day that follows its last.
 *
 * Half-open periods meet without gap or overlap: where one ends the next begins. Years, halves (半年), quarters (季度) and
 * months are the periods that work is planned and assessed by.
 *
 * @since 0.1.0
 */
export * as Period from "./Period.js"

/**
 * Work calendars (工作日历): which days are working days (工作日), given as data: the days of the weekend, and the dated
 * exceptions of the yearly notice on holidays (节假日) and make-up working days (调休上班).
 *
 * A calendar knows a stated run of days, as a rule the years whose notices are out. Asked about any other day it refuses;
 * it never falls back on the bare week, which would move limits by days without anyone noticing.
 *
 * @since 0.1.0
 */
export * as WorkCalendar from "./WorkCalendar.js"

/**
 * The time coordinate (时间坐标): for which day a question is asked, and with the knowledge of which instant.
 *
 * A stored fact has two times: the day it takes effect (生效日) and the instant it was recorded (登记时刻). An answer names
 * both, so that it can be given again years later as it was given then: what is recorded afterwards, corrections
 * included, never changes an answer at an earlier instant.
 *
 * @since 0.1.0
 */
export * as Coordinate from "./Coordinate.js"

/**
 * Absence (缺值): why a figure is not there. One vocabulary everywhere, and never a number.
 *
 * @since 0.1.0
 */
export * as Absence from "./Absence.js"

/**
 * Citations (出处): which text says so, and how far that text can be relied on.
 *
 * @since 0.1.0
 */
export * as Citation from "./Citation.js"

/**
 * Dated values (分时段的值): a rule changes on a day, and what was in force before stays answerable, each value with the text
 * that set it.
 *
 * @since 0.1.0
 */
export * as Dated from "./Dated.js"

/**
 * Findings (检查发现): what a rule says about a state of affairs. 应当 makes a deviation an error, 一般 a warning, 可以 nothing;
 * an approval that the rule provides for covers the deviation.
 *
 * @since 0.1.0
 */
export * as Finding from "./Finding.js"

/**
 * Canonical form (规范形式): the one text of a document, so that equal documents have equal texts and equal digests.
 *
 * A document is data: texts, safe integers, booleans, null, arrays and plain records. Whatever else stands in it is
 * refused with its place, all at once; nothing is left out, rounded or repaired.
 *
 * @since 0.1.0
 */
export * as Canonical from "./Canonical.js"

/**
 * Digests (摘要): a short text that stands for a document, and one that stands for a set of documents.
 *
 * A digest is the SHA-256 of the canonical text behind a prefix that says what was digested, so that the digest of a
 * document, of a salted document and of a set never coincide.
 *
 * @since 0.1.0
 */
export * as Digest from "./Digest.js"

/**
 * Audiences (公开范围): who may see which field of a document, and how sensitive the field is (敏感程度).
 *
 * Both stand as annotations on the fields of a schema. A view is made by whitelist: a field shows only to the audiences
 * that it names, a field that names none shows to nobody, and two documents that differ only in what an audience does
 * not see have the same view for it. Of texts it knows only the field: a name written into a visible remark is visible.
 *
 * Source: 《中华人民共和国个人信息保护法》第二十八条 (sensitive personal information), 《中国共产党党务公开条例（试行）》
 * (to whom Party affairs are open).
 *
 * @since 0.1.0
 */
export * as Audience from "./Audience.js"

/**
 * Documents (文档): what is stored or sent, with the same five operations for each: `decode`, `encode`, `is`,
 * `standard`, `jsonSchema`.
 *
 * A document is plain data with a `format` number. Input from outside is copied within limits before a schema sees it,
 * so that hostile input is refused like any other and never runs code. All faults come at once, each with its place.
 *
 * @since 0.1.0
 */
export * as Document from "./Document.js"

/**
 * The sentences of every fault that the foundation raises, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as FoundationTexts from "./FoundationTexts.js"
