/**
 * The modules of `dangjian/presets`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * - {@link WendengVillage}: The village ledger of the credit rules for rural residents of Wendeng, Weihai (威海市文登区农村居民信用积分评价办法), for Party members and village cadres, in force since 2020-01-01.
 *
 * @module presets
 * @since 0.1.0
 */

/**
 * The village ledger of the credit rules for rural residents of Wendeng, Weihai (威海市文登区农村居民信用积分评价办法), for
 * Party members and village cadres, in force since 2020-01-01.
 *
 * Every printed line is carried over with its id, slips included; what a careful reader doubts stands in the notes of the
 * rulebook, and nothing is corrected. Lines that deduct from ordinary residents or reward informing on others are left
 * out on purpose, so the book is partial.
 *
 * @since 0.1.0
 */
export * as WendengVillage from "./WendengVillage.js"
