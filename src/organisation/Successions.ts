/**
 * Successions of branches (组织关系随转): what the changes of organisations mean for the members' roll, and who is in a body
 * when a change is decided. Both are read out of the same records, so that the register and the roll say the same.
 *
 * @since 0.1.0
 */
import type * as Journal from "../process/Journal.js"
import * as Member from "./Member.js"
import type { Happening, Law, Placement, Turn } from "./OrganisationChange.js"
import type { OrganisationKind } from "./OrganisationKind.js"
import type { Span, Spans, Succession } from "./Roll.js"

// ---------------------------------------------------------------- constructors

/**
 * The successions that changes of organisations come to, for the roll: where the members of a branch went that was merged,
 * split or dissolved, that became a kind which holds no members (改设), or whose id turned out to be another's (归并).
 *
 * **Details**
 *
 * All successions of one change carry the id of its entry. A body that has ended is one for good; one that became a kind
 * without members ends as a branch, and reopens where it becomes a branch again. An id that leads to another body ends, and
 * its members are those of the body from then on; where that has ended already, they are left to be told.
 *
 * **Gotchas** Take the turns of a register as known at the instant that the roll is asked for: there, corrections are
 * settled.
 *
 * @example
 * ```ts
 * import { CivilDate, Coordinate } from "dangjian/foundation"
 * import { type OrganisationChange, Successions } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * // 示例：西村党支部并入东村党支部
 * const content: OrganisationChange.Change = { change: "merge", ids: ["west"], into: "east", members: { to: "east" } }
 * const turn = {
 *   id: "e1",
 *   on: CivilDate.parseUnsafe("2024-01-01"),
 *   recordedAt: Coordinate.instantUnsafe(1),
 *   actor: { post: "组织委员" },
 *   payload: {
 *     content,
 *     events: [
 *       { happened: "placed", from: ["west"], members: { to: "east" } },
 *       { happened: "ended", id: "west", reason: "merged", successors: ["east"] },
 *     ],
 *   },
 * } as const
 * const [succession] = Successions.of([turn], [])
 * assert.deepEqual([succession?.id, succession?.from, succession?.to, succession?.ends], ["e1", "west", "east", true])
 * ```
 *
 * @category constructors
 * @since 0.1.0
 */
export const of = (turns: Journal.Journal<Turn>, kinds: ReadonlyArray<OrganisationKind>): ReadonlyArray<Succession> => {
  const known: Known = {
    holds: new Map(kinds.map(({ id, holdsMembers }) => [id, holdsMembers])),
    kinds: new Map(),
    ended: new Set(),
    closed: new Set(),
  }
  return turns.flatMap(({ id, on, recordedAt, payload }) => {
    const parts = new Map<string, Part>()
    for (const event of payload.events) note(known, parts, event)
    return [...parts].map(([from, { ends = false, reopens = false, placement }]): Succession => {
      const { to, except } = placement ?? {}
      return {
        id,
        on,
        recordedAt,
        from,
        ...(to === undefined ? {} : { to }),
        ...(except === undefined ? {} : { members: except.map((one) => ({ person: one.id, to: one.to })) }),
        ends,
        ...(reopens ? { reopens } : {}),
      }
    })
  })
}

interface Part {
  readonly ends?: boolean
  readonly reopens?: boolean
  readonly placement?: Placement
}

/** Which kinds hold members, of which kind each body is, which have ended, and which only as branches. */
interface Known {
  readonly holds: ReadonlyMap<string, boolean>
  readonly kinds: Map<string, string>
  readonly ended: Set<string>
  readonly closed: Set<string>
}

const note = (known: Known, parts: Map<string, Part>, event: Happening): void => {
  const add = (id: string, part: Part) => parts.set(id, { ...parts.get(id), ...part })
  switch (event.happened) {
    case "established":
      known.kinds.set(event.organisation.id, event.organisation.kind)
      return
    case "rekinded": {
      const before = known.holds.get(known.kinds.get(event.id) ?? "")
      const after = known.holds.get(event.kind)
      known.kinds.set(event.id, event.kind)
      if (before === true && after === false) {
        known.closed.add(event.id)
        add(event.id, { ends: true })
      } else if (after === true && known.closed.delete(event.id)) add(event.id, { reopens: true })
      return
    }
    case "placed":
      for (const from of event.from) add(from, { placement: event.members })
      return
    case "ended":
      known.ended.add(event.id)
      if (!known.closed.has(event.id)) add(event.id, { ends: true })
      return
    case "aliased":
      known.ended.add(event.id)
      if (known.closed.has(event.id)) return
      add(event.id, { ends: true, ...(known.ended.has(event.of) ? {} : { placement: { to: event.of } }) })
      return
    default:
      return
  }
}

// ---------------------------------------------------------------- getters

/**
 * Who belongs to a body on a day by the roll, in the order of their ids: those in it, and those in transit from it. It is
 * what `OrganisationChange.Law` asks before a change that moves members.
 *
 * **Gotchas** The roll must be that from before the change. A register that is settled anew is decided by a law without a
 * roll, since by then the members have gone: say with every body that ends where its members go, even where it has none.
 *
 * @example
 * ```ts
 * import { CivilDate } from "dangjian/foundation"
 * import { Successions } from "dangjian/organisation"
 * import assert from "node:assert/strict"
 *
 * const day = CivilDate.parseUnsafe
 * const row = { stage: "probationary", restriction: "none", mobile: false, admittedOn: day("2023-07-01") } as const
 * const span = { ...row, from: day("2023-07-01"), to: day("2024-01-01"), affiliation: { in: "branch", branch: "b1" } } as const
 * const personsIn = Successions.personsIn({ persons: [{ person: "p1", spans: [span] }], faults: [] }) // made up
 * assert.deepEqual(personsIn("b1", day("2023-12-31")), ["p1"])
 * assert.deepEqual(personsIn("b1", day("2024-01-01")), [])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const personsIn = ({ persons }: Spans): NonNullable<Law["personsIn"]> => {
  const byBody = new Map<string, Array<{ readonly person: string; readonly span: Span }>>()
  for (const { person, spans } of persons) {
    for (const span of spans) {
      const body = Member.responsible(span)
      const others = byBody.get(body)
      if (others === undefined) byBody.set(body, [{ person, span }])
      else others.push({ person, span })
    }
  }
  return (body, on) => {
    const here = (byBody.get(body) ?? []).filter(
      ({ span: { from, to } }) => from <= on && (to === undefined || on < to),
    )
    return here.map(({ person }) => person)
  }
}
