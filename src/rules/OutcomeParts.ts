/**
 * The parts of outcomes (结果的各部分) as fields of schemas: an outcome is made of them, and a certificate says more of each.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"
import { Absence } from "../foundation/Absence.js"
import { CivilDate } from "../foundation/CivilDate.js"
import { Coordinate } from "../foundation/Coordinate.js"
import { Text } from "../foundation/Exact.js"
import { Period } from "../foundation/Period.js"

// ---------------------------------------------------------------- schemas

const id = Schema.NonEmptyString
const params = /* @__PURE__ */ Schema.Record(Schema.String, /* @__PURE__ */ Schema.Union([Schema.String, Schema.Int]))
const conflict = /* @__PURE__ */ Schema.Struct({
  is: /* @__PURE__ */ Schema.Literal("conflict"),
  code: id,
  params,
})

/** @internal */
export const value = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("known"), q: Text }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("between"),
    from: /* @__PURE__ */ Schema.optionalKey(Text),
    to: /* @__PURE__ */ Schema.optionalKey(Text),
    because: /* @__PURE__ */ Schema.Array(Schema.String),
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("absent"), why: Absence }),
  conflict,
])

/** @internal */
export const standing = /* @__PURE__ */ Schema.Union([
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("level"), level: id }),
  /* @__PURE__ */ Schema.Struct({
    is: /* @__PURE__ */ Schema.Literal("among"),
    levels: /* @__PURE__ */ Schema.Array(id),
  }),
  /* @__PURE__ */ Schema.Struct({ is: /* @__PURE__ */ Schema.Literal("none") }),
  conflict,
])

const window = /* @__PURE__ */ Schema.optionalKey(id)

/** Where something is read, as a table of the group and the values taken from peers say it. @internal */
export const reading = {
  path: id,
  window,
  months: /* @__PURE__ */ Schema.optionalKey(Schema.Int),
  since: /* @__PURE__ */ Schema.optionalKey(CivilDate),
}

/** What needs no more said of it. @internal */
export const head = {
  format: /* @__PURE__ */ Schema.Literal(1),
  semantics: /* @__PURE__ */ Schema.Literal(1),
  book: id,
  version: id,
  subject: id,
  period: Period,
  at: Coordinate,
  classes: /* @__PURE__ */ Schema.Array(id),
  standing: /* @__PURE__ */ Schema.Literals(["rated", "unrated", "exempt", "unclassed"]),
  peers: /* @__PURE__ */ Schema.optionalKey(
    /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ ...reading, value })),
  ),
  unread: /* @__PURE__ */ Schema.Array(id),
  level: standing,
}

/** @internal */
export const node = {
  path: id,
  id: /* @__PURE__ */ Schema.optionalKey(id),
  window,
  facts: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(id)),
  value,
}

/** @internal */
export const cut = {
  by: /* @__PURE__ */ Schema.Literals(["cap", "sameAct", "suspension", "repeat"]),
  id,
  took: value,
}

/** @internal */
export const line = {
  node: id,
  window,
  act: id,
  fact: id,
  on: CivilDate,
  parts: /* @__PURE__ */ Schema.Array(/* @__PURE__ */ Schema.Struct({ id, value })),
  requested: value,
  granted: value,
}

/** @internal */
export const adjustment = { node: id, window, cap: id, bucket: id, by: value }

/** @internal */
export const effect = {
  effect: id,
  state: /* @__PURE__ */ Schema.Literals(["holds", "repaired", "possible"]),
  from: /* @__PURE__ */ Schema.optionalKey(/* @__PURE__ */ Schema.Array(id)),
}

/** @internal */
export const scores = { total: value, effective: value, rounded: value }

/** @internal */
export const stage = {
  stage: /* @__PURE__ */ Schema.Literals(["score", "effect", "award", "climb", "quota"]),
  by: /* @__PURE__ */ Schema.optionalKey(id),
  to: standing,
}

/** @internal */
export const badge = { badge: id, held: /* @__PURE__ */ Schema.Literals(["yes", "no", "unknown"]) }

/** @internal */
export const place = {
  ranking: id,
  group: Schema.String,
  place: value,
  of: Schema.Int,
  tied: Schema.Int,
  open: Schema.Boolean,
}

// ---------------------------------------------------------------- operations

/**
 * A schema of the fields of both. A spread where a schema is made would count as a side effect, and the schema would stay in
 * every bundle that holds a verb of its module. @internal
 */
export const struct = <A extends Schema.Struct.Fields, B extends Schema.Struct.Fields>(a: A, b: B) =>
  Schema.Struct({ ...a, ...b })
