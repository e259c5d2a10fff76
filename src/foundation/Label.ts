/**
 * A name as people read it (名称): Chinese always, English where there is one.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"

// ---------------------------------------------------------------- models

/**
 * The two languages every sentence of the library exists in.
 *
 * @category models
 * @since 0.1.0
 */
export type Language = "zh" | "en"

/**
 * A name in Chinese and, where the field has one, in English.
 *
 * @category models
 * @since 0.1.0
 */
export interface Label {
  readonly zh: string
  readonly en?: string
}

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Label}; both texts are non-empty.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Label: Schema.Codec<Label> = /* @__PURE__ */ Schema.Struct({
  zh: Schema.NonEmptyString,
  en: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})

// ---------------------------------------------------------------- getters

/**
 * The text of a label in a language; the Chinese stands in where there is no English.
 *
 * @example
 * ```ts
 * import { Label } from "dangjian/foundation"
 * import assert from "node:assert/strict"
 *
 * assert.equal(Label.text({ zh: "党支部", en: "Party branch" }, "en"), "Party branch")
 * assert.equal(Label.text({ zh: "联四邻" }, "en"), "联四邻")
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const text = (self: Label, language: Language): string => (language === "en" ? (self.en ?? self.zh) : self.zh)
