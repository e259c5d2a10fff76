/**
 * The modules of `dangjian/interop`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link Sheet}: Sheets (表格): a table as cells with their places goes in, typed rows come out, and everything wrong with it is said at once, by file, line and column.
 * - {@link PointRegister}: Point registers (积分登记簿): the books that a village office keeps by hand, read as subjects, facts and closures that a rulebook is evaluated on.
 * - {@link OrganisationBooks}: Books of organisation (组织台账): the lists that a township office keeps of its units, organisations, members, posts, terms, transfers, approvals, grids and household links, read from its files into what the organisation side reckons with.
 * - {@link OrderBooks}: Books of orders (五单台账): the lists that a township office keeps of its requests, dispatches, services and of every other step, read from its files into a log of orders, and decided.
 * - {@link InteropTexts}: The sentences of every fault that reading registers raises, in Chinese and English.
 * - {@link Sentence}: Sentences (语句): every fault, conflict and finding of the library in words, in Chinese and English.
 *
 * @module interop
 * @since 0.1.0
 */

/**
 * Sheets (表格): a table as cells with their places goes in, typed rows come out, and everything wrong with it is said at
 * once, by file, line and column.
 *
 * A village office keeps its books in whatever its computer writes: GB18030 or UTF-8, full-width digits, day numbers of a
 * spreadsheet, thousands separators, a row of totals (合计) at the end. What is accepted is declared per column; what is
 * not declared is refused, never guessed. Numbers are exact from the first digit on.
 *
 * @since 0.1.0
 */
export * as Sheet from "./Sheet.js"

/**
 * Point registers (积分登记簿): the books that a village office keeps by hand, read as subjects, facts and closures that a
 * rulebook is evaluated on.
 *
 * There is one list of people (人员名册), one book of lines entered by their number in the rule text (加扣分登记), a book for
 * each thing that is measured (捐款, 拾金, 志愿服务 and so on), and the declaration of how far the books are complete
 * (登记截止). Which lines there are, what they measure and on what lattice is read from the rulebook. Names of people stay
 * outside: subjects and facts know ids, and a map for the page is handed over apart.
 *
 * @since 0.1.0
 */
export * as PointRegister from "./PointRegister.js"

/**
 * Books of organisation (组织台账): the lists that a township office keeps of its units, organisations, members, posts, terms,
 * transfers, approvals, grids and household links, read from its files into what the organisation side reckons with.
 *
 * The lists name one another, so they are read together: what one list names and another does not have is said at the
 * cell, with everything else that is wrong, at once.
 *
 * @since 0.1.0
 */
export * as OrganisationBooks from "./OrganisationBooks.js"

/**
 * Books of orders (五单台账): the lists that a township office keeps of its requests, dispatches, services and of every
 * other step, read from its files into a log of orders, and decided.
 *
 * **Details**
 *
 * A row of 点单台账 is a request (件), a row of 派单台账 a dispatch (件次), a row of 服务台账 a service with its person-times (人次),
 * so that each total is the length or the sum of one list and none is mixed with another. Everything else that is done
 * (领单、接单、退单、 办结、验收、晒单、评单、回访、返工…) is a row of 流转台账, in the words of the scheme. One wide row an order with a column for
 * each day would be shorter, and could not tell a second return, a second attempt or a further rating.
 *
 * What the scheme refuses is told at the row that says it, with everything else that is wrong, at once.
 *
 * @since 0.1.0
 */
export * as OrderBooks from "./OrderBooks.js"

/**
 * The sentences of every fault that reading registers raises, in Chinese and English.
 *
 * @since 0.1.0
 */
export * as InteropTexts from "./InteropTexts.js"

/**
 * Sentences (语句): every fault, conflict and finding of the library in words, in Chinese and English.
 *
 * The tables of all areas are put together here, late in the house, so that a program that shows no sentences carries
 * none.
 *
 * @since 0.1.0
 */
export * as Sentence from "./Sentence.js"
