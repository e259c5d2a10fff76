/**
 * The modules of `dangjian/interop`, earliest first. Written by `npm run exports` from `src/index.ts`.
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

export * as PointRegister from "./PointRegister.js"

export * as InteropTexts from "./InteropTexts.js"

export * as Sentence from "./Sentence.js"
