/**
 * The modules of `dangjian/interop`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * @module interop
 * @since 0.1.0
 */

export * as Sheet from "./Sheet.js"

export * as PointRegister from "./PointRegister.js"

export * as InteropTexts from "./InteropTexts.js"

export * as Sentence from "./Sentence.js"
