/** Made-up posts and appointments, small enough that holders crowd, gaps open and rows contradict each other. */
import fc from "fast-check"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import type * as Post from "../../src/organisation/Post.js"
import type * as PostRoll from "../../src/organisation/PostRoll.js"

const FIRST = 19_000

export const day = (offset: number): CivilDate.CivilDate => CivilDate.ofDayNumberUnsafe(FIRST + offset)
export const days: fc.Arbitrary<CivilDate.CivilDate> = fc.integer({ min: 0, max: 24 }).map(day)

export const kinds: ReadonlyArray<Post.PostKind> = [
  { id: "secretary", label: { zh: "书记" }, of: "party", seats: 1, leading: "first", committee: true },
  { id: "member", label: { zh: "委员" }, of: "party", seats: 2, committee: true },
  { id: "instructor", label: { zh: "党建指导员" }, of: "unit", committee: false },
]

const idOf = (letter: string, size: number) => fc.integer({ min: 1, max: size }).map((number) => `${letter}${number}`)

const posts: fc.Arbitrary<ReadonlyArray<Post.Post>> = fc.uniqueArray(
  fc
    .record(
      {
        id: idOf("p", 5),
        kind: fc.constantFrom("secretary", "member", "instructor", "secretary", "member"),
        body: idOf("b", 2),
        from: fc.integer({ min: 0, max: 4 }).map(day),
        to: fc.integer({ min: 18, max: 24 }).map(day),
      },
      { requiredKeys: ["id", "kind", "body"] },
    )
    .map(({ to, ...post }) => (to === undefined || to > day(20) ? post : { ...post, to })),
  { selector: ({ id }) => id, minLength: 1, maxLength: 5 },
)

const appointment = (ids: fc.Arbitrary<string>): fc.Arbitrary<Post.Appointment> =>
  fc
    .record({
      id: idOf("a", 40),
      post: ids,
      person: idOf("m", 4),
      from: fc.integer({ min: 0, max: 20 }),
      length: fc.option(fc.integer({ min: -1, max: 12 }), { freq: 2 }),
      manner: fc.constantFrom("elected" as const, "elected" as const, "designated" as const, "acting" as const),
    })
    .map(({ from, length, ...rest }) =>
      length === null ? { ...rest, from: day(from) } : { ...rest, from: day(from), to: day(from + length) },
    )

export const registers: fc.Arbitrary<PostRoll.Register> = posts.chain((all) =>
  fc.record({
    kinds: fc.constant(kinds),
    posts: fc.constant(all),
    appointments: fc.uniqueArray(
      appointment(
        fc.oneof(
          { weight: 12, arbitrary: fc.constantFrom(...all.map(({ id }) => id)) },
          { weight: 1, arbitrary: fc.constant("p9") },
        ),
      ),
      {
        selector: ({ id }) => id,
        maxLength: 10,
      },
    ),
  }),
)

export const shuffled = <A>(list: ReadonlyArray<A>): fc.Arbitrary<ReadonlyArray<A>> =>
  fc.shuffledSubarray([...list], { minLength: list.length, maxLength: list.length })
