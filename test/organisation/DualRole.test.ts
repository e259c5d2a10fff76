/** One person shouldering both posts, observed from made-up posts, and against a count village by village. */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Rate from "../../src/foundation/Rate.js"
import * as DualRole from "../../src/organisation/DualRole.js"
import type * as Post from "../../src/organisation/Post.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import { dualRole, kinds } from "../../src/presets/PostRules.js"

const on = CivilDate.parseUnsafe("2024-06-30")
const PAIR = { secretary: "secretary", head: "villageDirector" }

type Holder = readonly [person: string, manner: Post.Manner] | undefined

const observe = (villages: ReadonlyArray<readonly [secretary: Holder, head: Holder]>) => {
  const posts = villages.flatMap((_, index) => [
    { id: `s${index}`, kind: "secretary", body: `b${index}` },
    { id: `h${index}`, kind: "villageDirector", body: `v${index}` },
  ])
  const appointments = villages.flatMap(([secretary, head], index) =>
    (
      [
        [`s${index}`, secretary],
        [`h${index}`, head],
      ] as const
    ).flatMap(([post, holder]) =>
      holder === undefined ? [] : [{ id: post, post, person: holder[0], manner: holder[1], from: on }],
    ),
  )
  const named = villages.map((_, index) => ({ organisation: `b${index}`, unit: `v${index}` }))
  return DualRole.observe(PostRoll.at({ kinds, posts, appointments }, on), named, PAIR)
}

test("both elected, both in one hand otherwise, two persons, an acting one, nobody", () => {
  const seen = observe([
    [
      ["m1", "elected"],
      ["m1", "elected"],
    ],
    [
      ["m2", "designated"],
      ["m2", "elected"],
    ],
    [
      ["m3", "elected"],
      ["m4", "elected"],
    ],
    [
      ["m5", "elected"],
      ["m5", "acting"],
    ],
    [undefined, ["m6", "elected"]],
  ])
  expect(seen.villages.map(({ state, person, elected }) => [state, person, elected])).toEqual([
    ["dual", "m1", true],
    ["dual", "m2", false],
    ["apart", undefined, false],
    ["vacant", undefined, false],
    ["vacant", undefined, false],
  ])
  expect([seen.dual, seen.elected].map((rate) => Rate.percent(rate, 0, "halfUp"))).toEqual(["40%", "20%"])
  expect(seen.dual.denominator.amount).toBe("5")
})

test("of no villages there is no share", () => expect(Rate.value(observe([]).dual)).toBeUndefined())

test("a unit named twice counts once", () => {
  const roll = PostRoll.at({ kinds, posts: [], appointments: [] }, on)
  const twice = [
    { organisation: "b2", unit: "v1" },
    { organisation: "b1", unit: "v1" },
  ]
  expect(DualRole.observe(roll, twice, PAIR)).toEqual(DualRole.observe(roll, twice.toReversed(), PAIR))
  expect(DualRole.observe(roll, twice, PAIR).villages.map(({ organisation }) => organisation)).toEqual(["b1"])
})

test("the share is that of the villages whose two regular holders are one", () => {
  const holder = fc.option(
    fc.tuple(fc.constantFrom("m1", "m2"), fc.constantFrom<Post.Manner>("elected", "elected", "designated", "acting")),
    { nil: undefined, freq: 6 },
  )
  fc.assert(
    fc.property(fc.array(fc.tuple(holder, holder), { minLength: 1, maxLength: 6 }), (villages) => {
      const dual = villages.filter(
        ([a, b]) => a !== undefined && b !== undefined && a[0] === b[0] && a[1] !== "acting" && b[1] !== "acting",
      )
      const elected = dual.filter((pair) => pair.every((each) => each?.[1] === "elected"))
      const seen = observe(villages)
      expect([seen.dual.numerator.amount, seen.elected.numerator.amount, seen.dual.denominator.amount]).toEqual(
        [dual.length, elected.length, villages.length].map(String),
      )
    }),
  )
})

test("two persons are found once for each rule that names their posts, a vacant post and one hand are not", () => {
  const posts = [
    { id: "s1", kind: "secretary", body: "b1" },
    { id: "h1", kind: "villageDirector", body: "v1" },
    { id: "c1", kind: "collectiveHead", body: "v1" },
  ]
  const found = (director: string, head?: string) => {
    const held = [["s1", "m1"], ["h1", director], ...(head === undefined ? [] : [["c1", head]])]
    const appointments = held.map(([post, person]) => ({
      id: post!,
      post: post!,
      person: person!,
      manner: "elected" as const,
      from: on,
    }))
    const roll = PostRoll.at({ kinds, posts, appointments }, on)
    return DualRole.findings(dualRole, roll, [{ organisation: "b1", unit: "v1" }]).map(
      ({ code, subject, severity }) => [code, subject, severity],
    )
  }
  const apart = ["dualRole.apart", "v1", "error"]
  expect([found("m1", "m1"), found("m2", "m1"), found("m2", "m2"), found("m2")]).toEqual([
    [],
    [apart],
    [apart, apart],
    [apart],
  ])
})
