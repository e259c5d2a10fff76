/**
 * Actors (行为人): who does something, told by the post that lets them do it (职务), and not by name.
 *
 * @since 0.1.0
 */
import * as Schema from "effect/Schema"

// ---------------------------------------------------------------- models

/**
 * Who acts: an opaque id of the post held, or of the capacity in which somebody acts who holds none (a resident 群众,
 * the person concerned 本人); the body for which it is done; and the opaque id of the person, where it must be known that
 * two acts are not of one hand.
 *
 * @category models
 * @since 0.1.0
 */
export interface Actor {
  readonly post: string
  readonly body?: string
  readonly person?: string
}

// ---------------------------------------------------------------- schemas

/**
 * The schema of {@link Actor}.
 *
 * @category schemas
 * @since 0.1.0
 */
export const Actor: Schema.Codec<Actor> = /* @__PURE__ */ Schema.Struct({
  post: Schema.NonEmptyString,
  body: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
  person: /* @__PURE__ */ Schema.optionalKey(Schema.NonEmptyString),
})
