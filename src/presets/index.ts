/**
 * The modules of `dangjian/presets`, earliest first. Written by `npm run exports` from `src/index.ts`.
 *
 * @module presets
 * @since 0.1.0
 */

export * as WendengVillage from "./WendengVillage.js"
