import * as Schema from "effect/Schema"
import { describe, expect, test } from "vitest"
import * as Document from "../../src/foundation/Document.js"
import * as Actor from "../../src/process/Actor.js"

const Actors = Document.make({ name: "Actor", schema: () => Actor.Actor })

describe("an actor", () => {
  test.each([
    ["a post alone", { post: "网格员" }],
    ["a post of a body", { post: "站长", body: "station-3" }],
    ["a post of a body, held by somebody", { post: "站长", body: "station-3", person: "p7" }],
  ])("can be %s", (_, actor) => expect(Schema.decodeUnknownSync(Actor.Actor)(actor)).toEqual(actor))

  test.each([
    ["without a post", { person: "p7" }, ["document.missing", "post"]],
    ["with a blank post", { post: "" }, ["document.value", "post"]],
    ["with a blank body", { post: "站长", body: "" }, ["document.value", "body"]],
    ["with a blank person", { post: "站长", person: "" }, ["document.value", "person"]],
    ["with a name", { post: "站长", name: "某甲" }, ["document.unexpected", "name"]],
  ])("%s is refused", (_, actor, [code, key]) => {
    const decoded = Actors.decode(actor)
    expect(decoded).toMatchObject({ failure: [{ code, path: [key] }] })
  })
})
