/**
 * Laws of post rolls, against a register that is asked day by day. All are made up.
 *
 * Of 2,000 registers on a day: a post is vacant in 74 %, since somebody left in 8 %, with one who acts in 14 %; somebody
 * holds two posts in 12 %; more holders than seats in 34 %, one person twice in a post in 42 %, one that ends before it
 * begins in 30 %, outside the life of its post in 58 %, to an unknown post in 31 %.
 */
import fc from "fast-check"
import { expect, test } from "vitest"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import * as Post from "../../src/organisation/Post.js"
import * as PostRoll from "../../src/organisation/PostRoll.js"
import { day, days, kinds, registers, shuffled } from "./postArbitrary.js"

const holds = ({ from, to }: Post.Appointment, on: string): boolean => from <= on && (to === undefined || on < to)

const regular = (register: PostRoll.Register, post: Post.Post, on: string): ReadonlyArray<Post.Appointment> =>
  register.appointments.filter((each) => each.post === post.id && each.manner !== "acting" && holds(each, on))

test("holders are the appointments that run on the day, to posts there are on it", () => {
  fc.assert(
    fc.property(registers, days, (register, on) => {
      const wanted = register.appointments.filter((each) => {
        const post = register.posts.find(({ id }) => id === each.post)
        const stands = post !== undefined && (post.from ?? on) <= on && (post.to === undefined || on < post.to)
        return stands && holds(each, on)
      })
      const found = PostRoll.at(register, on).holdings.map(({ appointment }) => appointment)
      expect(found.toSorted()).toEqual(wanted.map(({ id }) => id).sort())
    }),
    { numRuns: 500 },
  )
})

test("open seats are those not held that day, and they have been open since the day the walk back finds", () => {
  let vacant = 0
  fc.assert(
    fc.property(registers, days, (register, on) => {
      const { vacancies, posts } = PostRoll.at(register, on)
      for (const post of posts) {
        const seats = kinds.find(({ id }) => id === post.kind)?.seats
        const found = vacancies.find((each) => each.post.id === post.id)
        const open = seats === undefined ? 0 : Math.max(0, seats - regular(register, post, on).length)
        expect(found?.open ?? 0).toBe(open)
        if (found === undefined || seats === undefined) continue
        vacant++
        let back = 0
        while (day(back) < on) back++
        while (back >= 0 && regular(register, post, day(back)).length < seats) back--
        expect(found.since).toBe(back < 0 ? post.from : day(back + 1))
      }
    }),
    { numRuns: 500 },
  )
  expect(vacant).toBeGreaterThan(300)
})

test("a person holds several posts just if their appointments of the day name two", () => {
  fc.assert(
    fc.property(registers, days, (register, on) => {
      const roll = PostRoll.at(register, on)
      const several = [...new Set(roll.holdings.map(({ person }) => person))].filter(
        (person) => new Set(roll.holdings.filter((each) => each.person === person).map(({ post }) => post.id)).size > 1,
      )
      expect(PostRoll.concurrent(roll).map(({ person }) => person)).toEqual(several.sort())
    }),
  )
})

test("more holders than seats, and one person twice in a post, are found just if some day shows them", () => {
  let [crowded, twice] = [0, 0]
  fc.assert(
    fc.property(registers, (register) => {
      const all = Array.from({ length: 60 }, (_, index) => day(index))
      const over = register.posts.filter((post) => {
        const seats = kinds.find(({ id }) => id === post.kind)?.seats
        return seats !== undefined && all.some((on) => regular(register, post, on).length > seats)
      })
      const doubled = register.appointments.some((a) =>
        register.appointments.some(
          (b) =>
            a.id < b.id && a.post === b.post && a.person === b.person && all.some((on) => holds(a, on) && holds(b, on)),
        ),
      )
      const faults = PostRoll.check(register, new Set(["m1", "m2", "m3", "m4"]))
      const found = faults.filter(({ code }) => code === "postRoll.overSeats").map(({ params }) => params.post)
      expect([...new Set(found)].sort()).toEqual(over.map(({ id }) => id).sort())
      expect(faults.some(({ code }) => code === "postRoll.overlap")).toBe(doubled)
      if (over.length > 0) crowded++
      if (doubled) twice++
    }),
    { numRuns: 400 },
  )
  expect(Math.min(crowded, twice)).toBeGreaterThan(40)
})

test("the order of posts and appointments changes nothing", () => {
  fc.assert(
    fc.property(
      registers.chain((register) =>
        fc.record({
          register: fc.constant(register),
          posts: shuffled(register.posts),
          appointments: shuffled(register.appointments),
        }),
      ),
      days,
      ({ register, posts, appointments }, on) => {
        expect(PostRoll.at({ ...register, posts, appointments }, on)).toEqual(PostRoll.at(register, on))
        const named = (each: PostRoll.Register) =>
          PostRoll.check(each, new Set(["m1", "m2"]))
            .map(({ code, params, path }) =>
              JSON.stringify([code, params, path[0] === "appointments" ? each.appointments[Number(path[1])]?.id : ""]),
            )
            .sort()
        expect(named({ ...register, posts, appointments })).toEqual(named(register))
      },
    ),
    { numRuns: 300 },
  )
})

test("withdrawing the last record of all leaves what was known without it, be it an end or an appointment", () => {
  let [endings, beginnings] = [0, 0]
  const plan = fc.array(fc.tuple(fc.constantFrom("a1", "a2", "a3"), fc.boolean()), { minLength: 1, maxLength: 8 })
  fc.assert(
    fc.property(plan, (steps) => {
      const records = steps.map(
        ([appointment, end], index): Post.PostRecord => ({
          id: `r${index}`,
          on: day(index),
          recordedAt: Coordinate.instantUnsafe(index),
          payload: end
            ? { is: "ended", appointment, reason: "resigned" }
            : { is: "appointed", appointment, post: "p1", person: "m1", manner: "elected" },
        }),
      )
      const last = records.at(-1)!
      if (last.payload.is === "ended") endings++
      else beginnings++
      const back: Post.PostRecord = {
        id: "back",
        on: day(20),
        recordedAt: Coordinate.instantUnsafe(20),
        supersedes: last.id,
        payload: { is: "withdrawn", why: "误登" },
      }
      const after = Post.appointments([...records, back], Coordinate.instantUnsafe(20))
      expect(after).toEqual(Post.appointments(records.slice(0, -1), Coordinate.instantUnsafe(20)))
      const again = { ...last, id: "again", recordedAt: Coordinate.instantUnsafe(21), supersedes: "back" }
      const restored = Post.appointments([...records, back, again], Coordinate.instantUnsafe(21))
      const before = Post.appointments(records, Coordinate.instantUnsafe(20))
      expect(restored.appointments).toEqual(before.appointments)
      expect(restored.faults.map(({ code }) => code)).toEqual(before.faults.map(({ code }) => code))
    }),
    { numRuns: 300 },
  )
  expect(Math.min(endings, beginnings)).toBeGreaterThan(50)
})

test("what was known at an instant stays as it was, whatever is recorded later", () => {
  const record = fc
    .record({
      id: fc.integer({ min: 0, max: 12 }).map((n) => `r${n}`),
      on: days,
      recordedAt: fc.integer({ min: 0, max: 9 }).map(Coordinate.instantUnsafe),
      appointment: fc.constantFrom("a1", "a2", "a3"),
      is: fc.constantFrom("appointed", "appointed", "ended", "withdrawn"),
      supersedes: fc.option(
        fc.integer({ min: 0, max: 12 }).map((n) => `r${n}`),
        { nil: undefined, freq: 2 },
      ),
    })
    .map(
      ({ appointment, is, supersedes, ...rest }): Post.PostRecord => ({
        ...rest,
        ...(supersedes === undefined ? {} : { supersedes }),
        payload:
          is === "ended"
            ? { is: "ended", appointment, reason: "resigned" }
            : is === "withdrawn"
              ? { is: "withdrawn", why: "误登" }
              : { is: "appointed", appointment, post: "p1", person: "m1", manner: "elected" },
      }),
    )
  const records = fc.uniqueArray(record, { selector: ({ id }) => id, maxLength: 8 })
  fc.assert(
    fc.property(records, records, fc.integer({ min: 0, max: 9 }), (some, more, known) => {
      const later = more.map((each, index) => ({
        ...each,
        id: `l${index}`,
        recordedAt: Coordinate.instantUnsafe(known + 1 + each.recordedAt),
      }))
      const at = Coordinate.instantUnsafe(known)
      expect(Post.appointments([...later, ...some], at)).toEqual(Post.appointments(some, at))
      expect(Post.appointments(some.toReversed(), at)).toEqual(Post.appointments(some, at))
    }),
  )
})
