/**
 * Kinds of orders (单类) as an open set of data: what people ask for, in which unit its cases are counted, and at which
 * level it is served. Errands on behalf (代办), convenience service of three levels (三级便民服务), mediation of disputes
 * (矛盾调解, in 起) and opinions (意见建议, in 条) are kinds beside the plain request (件).
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Citation } from "../foundation/Citation.js"
import { Label } from "../foundation/Label.js"
import { Id } from "../process/Guard.js"

// ---------------------------------------------------------------- models

/**
 * A kind: its name, the unit in which its orders are counted (an id of `Unit`: `case` 件, `incident` 起, `entry` 条), and
 * the level at which it is served, where the kind tells (`village`, `town`, `county`: an open set).
 *
 * @category models
 * @since 0.1.0
 */
export interface OrderKind {
  readonly id: string
  readonly label: Label
  readonly unit: string
  readonly level?: string
  readonly cite?: Citation
  readonly note?: string
}

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link OrderKind}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const OrderKind: Schema.Codec<OrderKind> = /* @__PURE__ */ Schema.Struct({
  id: Id,
  label: Label,
  unit: Id,
  level: /* @__PURE__ */ Schema.optionalKey(Id),
  cite: /* @__PURE__ */ Schema.optionalKey(Citation),
  note: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})
