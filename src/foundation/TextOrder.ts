/**
 * The order of texts (文本次序): by their code units, the same in every place and language, so that a result does not depend
 * on who computes it.
 *
 * @since 0.1.0
 */

// ---------------------------------------------------------------- operations

/** Compares two texts. @internal */
export const byText = (a: string, b: string): -1 | 0 | 1 => (a < b ? -1 : a > b ? 1 : 0)
