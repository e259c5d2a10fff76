/**
 * Told ways through the schemes of service orders, and what brings them about through the real decider. All made up.
 *
 * A step is a move with, as far as it needs them, `@` the dispatch, `/` the role of who acts, `~` the person, `=` the
 * grade. Whoever holds a role is one person of that name, so that `member` is the same in every step and nobody is two.
 * What else has to be filled in is.
 */
import * as Result from "effect/Result"
import * as CivilDate from "../../src/foundation/CivilDate.js"
import * as Coordinate from "../../src/foundation/Coordinate.js"
import type { OrderScheme } from "../../src/orders/OrderScheme.js"
import * as ServiceOrder from "../../src/orders/ServiceOrder.js"
import * as FiveOrders from "../../src/presets/FiveOrders.js"
import * as GaopingOrders from "../../src/presets/GaopingOrders.js"
import * as LinglingOrders from "../../src/presets/LinglingOrders.js"
import * as LinyouOrders from "../../src/presets/LinyouOrders.js"
import * as ZiyunOrders from "../../src/presets/ZiyunOrders.js"
import type { Command } from "../../src/process/Decider.js"
import type { Entry } from "../../src/process/Journal.js"
import { moveOf, type Value } from "../../src/process/Workflow.js"

export type Asked = Command<ServiceOrder.Taken>

export interface ScriptStep {
  readonly move: string
  readonly dispatch?: string
  readonly role?: string
  readonly person?: string
  readonly choice?: string
  readonly on?: string
  readonly fields?: Readonly<Record<string, Value>>
}

/** The steps of a text. */
export const stepsOf = (text: string): ReadonlyArray<ScriptStep> =>
  text
    .trim()
    .split(/\s+/)
    .map((word) => {
      const found = /^(\w+)(?:@(\w+))?(?:\/(\w+))?(?:~(\w+))?(?:=(\w+))?$/.exec(word)
      if (found === null) throw new Error(`no step: ${word}`)
      const [, move, dispatch, role, person, choice] = found
      return {
        move: move!,
        ...(dispatch === undefined ? {} : { dispatch }),
        ...(role === undefined ? {} : { role }),
        ...(person === undefined ? {} : { person }),
        ...(choice === undefined ? {} : { choice }),
      }
    })

/** Whoever holds the post of a role holds the role. */
export const byPost: ServiceOrder.Holds = (role, { actor }) => actor.post === role

/** The body for which the holder of a role acts; it is the unit in charge for whoever acts for that. */
export const bodyOf = (role: string): string => (role === "unit" ? "unit1" : `body of ${role}`)

const VALUES: Readonly<Record<string, Value>> = {
  what: "路灯不亮",
  place: "示例路1号",
  contact: "mark1",
  actedFor: "villager",
  doer: "member",
  unit: "unit1",
  branch: "body of branch",
  reason: "示例理由",
  belongsTo: "示例单位",
  persons: 2,
  days: 3,
  evidence: "photo1",
  root: "o0",
  call: "示例事由",
  complaint: "示例投诉",
  rating: "satisfied",
}

/** The command of a step, the number of which says when it was recorded. */
export const commandOf = (scheme: OrderScheme, step: ScriptStep, number: number): Asked => {
  const [own, part] = [moveOf(scheme.order, step.move), moveOf(scheme.dispatch, step.move)]
  const role = step.role ?? own?.by[0] ?? part?.by[0] ?? "resident"
  const needs = [...new Set([...(own?.needs ?? []), ...(part?.needs ?? [])])]
  const valueOf = (id: string): Value =>
    id === "rating" && step.choice !== undefined ? step.choice : (VALUES[id] ?? "一")
  return {
    id: `c${String(number).padStart(4, "0")}`,
    on: CivilDate.parseUnsafe(step.on ?? "2024-03-01"),
    recordedAt: Coordinate.instantUnsafe(1709251200000 + number * 1000),
    actor: { post: role, person: step.person ?? role, body: bodyOf(role) },
    content: {
      order: "o1",
      ...(step.dispatch === undefined ? {} : { dispatch: step.dispatch }),
      move: step.move,
      fields: { ...Object.fromEntries(needs.map((id) => [id, valueOf(id)])), ...step.fields },
    },
  }
}

export const entryOf = ({ actor, content, id, on, recordedAt }: Asked): Entry<ServiceOrder.Taken> => ({
  id,
  on,
  recordedAt,
  actor,
  payload: content,
})

/** What a text comes to: every state on the way, and where it stops with which codes, if it is refused. */
export interface Walked {
  readonly states: ReadonlyArray<ServiceOrder.State>
  readonly refused?: { readonly step: number; readonly move: string; readonly codes: ReadonlyArray<string> }
}

export const walk = (
  scheme: OrderScheme,
  steps: string | ReadonlyArray<ScriptStep>,
  holds: ServiceOrder.Holds = byPost,
  tells: ServiceOrder.Tells = () => true,
): Walked => {
  const { decide, evolve, initial } = ServiceOrder.decider(scheme, holds, tells)
  const states = [initial]
  for (const [index, step] of (typeof steps === "string" ? stepsOf(steps) : steps).entries()) {
    const state = states[states.length - 1]!
    const command = commandOf(scheme, step, index + 1)
    const answer = decide(state, command)
    if (Result.isFailure(answer)) {
      const codes = [...new Set(answer.failure.map(({ code }) => code))].sort()
      return { states, refused: { step: index + 1, move: step.move, codes } }
    }
    states.push(evolve(state, entryOf(command)))
  }
  return { states }
}

// How a dispatch goes its ways, in any scheme. `begun` is an order that can be dispatched, `judge` brings one with an accepted result to an end.
const dispatchScripts = (begun: string, judge: string): Readonly<Record<string, string>> => {
  const twice = `${begun} dispatch@d1 giveBack@d1 dispatch@d2 takeOn@d2 giveBack@d2`
  return {
    "returned twice, then ruled": `${twice} rule@d3 takeOn@d3 report@d3 sendBack@d3 hold@d3 resume@d3 serve@d3 serve@d3 report@d3 accept@d3 ${judge}`,
    "not ours, re-assigned from everywhere": `${begun} dispatch@d1 disown@d1 dispatch@d2 reassign@d2 dispatch@d3 takeOn@d3 reassign@d3 dispatch@d4 takeOn@d4 hold@d4 reassign@d4 withdraw`,
    "ruled, re-assigned, ruled again": `${twice} rule@d3 reassign@d3 rule@d4 takeOn@d4 report@d4 accept@d4 ${judge}`,
    "two dispatches side by side": `${begun} dispatch@d1 dispatch@d2 takeOn@d1 takeOn@d2 report@d2 report@d1 accept@d1 accept@d2 ${judge}`,
  }
}

/** What every locality has beside the way of its own: ways in and out, merging, shelving. */
const commonScripts = (begun: string): Readonly<Record<string, string>> => ({
  "withdrawn as requested": "request withdraw",
  "on behalf, withdrawn by the other": "requestFor withdraw~villager",
  "unnamed, refused": "requestUnnamed refuse",
  "found on patrol, not ours": "patrol refer",
  "excluded as requested": "request exclude",
  "excluded in hand": `${begun} dispatch@d1 exclude`,
  "merged and closed with the root": "request merge settle",
  "merged, taken out, withdrawn": "request merge separate merge withdraw",
  "shelved and withdrawn": `${begun} dispatch@d1 shelve withdraw`,
  "shelved, resumed, not feasible": `${begun} dispatch@d1 shelve unshelve giveBack@d1 abandon`,
  "complained in hand": `${begun} dispatch@d1 complain answer complain withdraw`,
  "complained as requested, and as merged": "request complain answer merge complain answer settle/committee",
  "complained as shelved": `${begun} dispatch@d1 shelve complain answer withdraw`,
})

const DONE = "dispatch@d1 takeOn@d1 report@d1 accept@d1"
const RULED = "dispatch@d1 giveBack@d1 dispatch@d2 giveBack@d2 rule@d3 takeOn@d3 report@d3 accept@d3"

const five = (): Readonly<Record<string, string>> => {
  const begun = "request claim"
  const published = `${begun} ${DONE} publish`
  const again = "rework dispatch@d9 takeOn@d9 report@d9 accept@d9 publish"
  return {
    ...dispatchScripts(begun, "publish rate=satisfied close"),
    ...commonScripts(begun),
    "verified, claimed, merged": "request verify claim merge rateJoined=unsatisfied settle",
    "directed, whistled for and answered": `${begun} direct whistle answerCall@d1 serve@d1/responder report@d1/responder accept@d1 publish/responder rate=basically close`,
    "directed to another branch wherever it waits": `${begun} dispatch@d1 giveBack@d1 lift direct rule@d2 shelve direct unshelve takeOn@d2 report@d2 accept@d2 publish direct rate=satisfied direct close`,
    "whistled for in hand": `${begun} dispatch@d1 direct whistle answerCall@d2 giveBack@d2/responder takeOn@d1 report@d1 accept@d1 publish/branch lapse`,
    "withdrawn as claimed": `${begun} withdraw`,
    "excluded as claimed": `${begun} exclude`,
    "not ours as claimed": `${begun} refer`,
    "lifted and handed down, then ruled": `${begun} lift handDown rule@d1 takeOn@d1 report@d1 accept@d1 publish rate=satisfied close`,
    "lifted in hand, ruled by the committee": `${begun} dispatch@d1 giveBack@d1 lift rule@d2 withdraw`,
    "lifted, not ours": `${begun} lift refer`,
    "lifted, not feasible": `${begun} lift abandon`,
    "lifted, withdrawn": `${begun} lift withdraw`,
    "surveyed in vain, then rated": `${published} revisitUnanswered=unanswered revisit=satisfied complain answer close`,
    "complained of as published": `${published} complain answer rate~resident=satisfied exclude`,
    "excluded as published": `${published} exclude`,
    "unsatisfied twice": `${published} rate=unsatisfied ${again} rate=unsatisfied closeUnsatisfied`,
    "complained as claimed and as lifted": `${begun} complain answer lift complain answer abandon`,
    "found on patrol, nobody to rate": `patrol claim ${DONE} publish closeUnrated`,
    "unnamed, nobody to rate, closed by the branch": `requestUnnamed claim ${DONE} publish closeUnrated/branch`,
    "on behalf, rated by the other": `requestFor claim ${DONE} publish rate~villager=satisfied close/committee`,
  }
}

const lingling = (): Readonly<Record<string, string>> => {
  const done = `request ${DONE}`
  const again = "rework dispatch@d9 takeOn@d9 report@d9 accept@d9"
  return {
    ...dispatchScripts("request", "rate=satisfied publish close"),
    ...commonScripts("request"),
    "merged and rated": "request merge rateJoined=unsatisfied settle",
    "published by the branch": `${done} rate=basically complain answer publish/branch complain answer close`,
    "not rated": `${done} lapse`,
    "found on patrol, nobody to rate": `patrol ${DONE} closeUnrated`,
    "unsatisfied twice": `${done} rate=unsatisfied ${again} rate=unsatisfied publish closeUnsatisfied`,
    "returned twice, done anew, ruled anew": `request ${RULED} rate=unsatisfied rework rule@d4 takeOn@d4 report@d4 accept@d4 lapse`,
    "excluded as rated": `${done} rate=unsatisfied exclude`,
    "excluded as published": `${done} rate=satisfied publish exclude`,
  }
}

const gaoping = (): Readonly<Record<string, string>> => {
  const supervised = `request ${DONE} supervise`
  const again = "rework dispatch@d9 takeOn@d9 report@d9 accept@d9 supervise publish"
  return {
    ...dispatchScripts("request", "supervise publish rate=satisfied close"),
    ...commonScripts("request"),
    "merged and rated": "request merge rateJoined=unsatisfied settle",
    "complained of all along": `${supervised} complain answer publish/branch complain answer rate=basically complain answer close`,
    "not rated": `${supervised} publish lapse`,
    "unnamed, nobody to rate": `requestUnnamed ${DONE} supervise publish closeUnrated`,
    "unsatisfied twice": `${supervised} publish rate=unsatisfied ${again} rate=unsatisfied closeUnsatisfied`,
    "returned twice, done anew, ruled anew": `request ${RULED} supervise publish rate=unsatisfied rework rule@d4 withdraw`,
    "excluded as supervised": `${supervised} exclude`,
    "excluded as published": `${supervised} publish exclude`,
    "excluded as rated": `${supervised} publish rate=unsatisfied exclude`,
  }
}

const linyou = (): Readonly<Record<string, string>> => {
  const done = `request ${DONE}`
  const again = "rework dispatch@d9 takeOn@d9 report@d9 accept@d9"
  return {
    ...dispatchScripts("request", "revisit=satisfied close"),
    ...commonScripts("request"),
    "merged and surveyed": "request merge revisitJoined=unsatisfied settle",
    "assigned to members": `request dispatch@d1 takeOn@d1 assign@d1 serve@d1/member report@d1 accept@d1 revisit=basically complain answer close`,
    "surveyed in vain": `${done} revisitUnanswered=unanswered lapse`,
    "found on patrol, nobody to ask": `patrol ${DONE} closeUnrated`,
    "unsatisfied twice": `${done} revisit=unsatisfied ${again} revisit=unsatisfied closeUnsatisfied`,
    "returned twice, done anew, ruled anew": `request ${RULED} revisit=unsatisfied rework rule@d4 takeOn@d4 report@d4 accept@d4 lapse`,
    "excluded as rated": `${done} revisit=unsatisfied exclude`,
  }
}

const ziyun = (): Readonly<Record<string, string>> => ({
  ...dispatchScripts("request", "close"),
  ...commonScripts("request"),
})

/** The schemes that are shipped, each with told ways through it that take every transition of both its workflows. */
export const SCHEMES: ReadonlyArray<{
  readonly name: string
  readonly scheme: OrderScheme
  readonly scripts: Readonly<Record<string, string>>
}> = [
  { name: "FiveOrders", scheme: FiveOrders.scheme, scripts: five() },
  { name: "LinglingOrders", scheme: LinglingOrders.scheme, scripts: lingling() },
  { name: "GaopingOrders", scheme: GaopingOrders.scheme, scripts: gaoping() },
  { name: "LinyouOrders", scheme: LinyouOrders.scheme, scripts: linyou() },
  { name: "ZiyunOrders", scheme: ZiyunOrders.scheme, scripts: ziyun() },
]
