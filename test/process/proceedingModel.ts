/**
 * The obvious model of a proceeding: a list of what was accepted, searched anew for every question. Shares nothing with
 * the module but the types of documents.
 */
import type { Actor } from "../../src/process/Actor.js"
import type { Command } from "../../src/process/Decider.js"
import type { Guard } from "../../src/process/Guard.js"
import type { Taken } from "../../src/process/Proceeding.js"
import type { Move, Workflow } from "../../src/process/Workflow.js"

export interface Model {
  readonly stage: string | undefined
  readonly past: ReadonlyArray<{
    readonly command: Command<Taken>
    readonly stage: string
    readonly from: string | undefined
  }>
}

export const begin: Model = { stage: undefined, past: [] }

const moveOf = (workflow: Workflow, id: string) => workflow.moves.find((move) => move.id === id)
const kindOf = (workflow: Workflow, id: string | undefined) => workflow.stages.find((stage) => stage.id === id)?.kind

/** The stage before the hold that the matter is in: the last open one it was in. */
const origin = (workflow: Workflow, { past }: Model) =>
  past.findLast(({ stage }) => kindOf(workflow, stage) === "open")?.stage

export const target = (workflow: Workflow, model: Model, move: Move): string | undefined => {
  const fits = model.stage === undefined ? move.from === undefined : move.from?.includes(model.stage) === true
  if (!fits || kindOf(workflow, model.stage) === "end") return undefined
  if (typeof move.to === "string") return move.to
  return move.to.way === "stay" ? model.stage : origin(workflow, model)
}

/** Of one hand, of two, or, where only one of the two is named, not to be told. */
const handOf = (a: Actor, b: Actor): "apart" | "unnamed" | undefined => {
  if ((a.person === undefined) !== (b.person === undefined)) return "unnamed"
  const bodies = new Set([a.body, b.body].filter((body) => body !== undefined))
  const one = a.person === undefined ? a.post === b.post && bodies.size < 2 : a.person === b.person
  return one ? "apart" : undefined
}

/** Never the mere capacity in which somebody acts: without a person it takes a post and its body. */
const surelySame = (was: Actor, is: Actor) =>
  was.person === undefined
    ? was.body !== undefined && is.body === was.body && is.post === was.post
    : was.person === is.person

const filled = (value: unknown) => typeof value === "number" || (typeof value === "string" && value.trim() !== "")

const valueOf = (model: Model, field: string, since: ReadonlyArray<string> = []) => {
  const cut = model.past.findLastIndex(({ command }) => since.includes(command.content.move))
  return model.past.slice(cut + 1).findLast(({ command }) => filled(command.content.fields[field]))?.command.content
    .fields[field]
}

const holds = (guard: Guard, model: Model, given: Taken["fields"], told: ReadonlySet<string>): boolean => {
  if ("all" in guard) return guard.all.every((part) => holds(part, model, given, told))
  if ("any" in guard) return guard.any.some((part) => holds(part, model, given, told))
  if ("not" in guard) return !holds(guard.not, model, given, told)
  if ("told" in guard) return told.has(guard.told)
  if ("count" in guard) {
    const cut = model.past.findLastIndex(({ command }) => (guard.since ?? []).includes(command.content.move))
    const times = model.past.slice(cut + 1).filter(({ command }) => guard.count.includes(command.content.move)).length
    return times >= (guard.least ?? 0) && times <= (guard.most ?? Number.POSITIVE_INFINITY)
  }
  const id = "has" in guard ? guard.has : guard.field
  const value = filled(given[id]) ? given[id] : valueOf(model, id, guard.since)
  return "has" in guard ? value !== undefined : guard.in.includes(String(value))
}

const isGood = (workflow: Workflow, id: string, value: unknown): boolean => {
  const field = workflow.fields.find((each) => each.id === id)
  if (field?.of === "count") return Number.isInteger(value) && Number(value) >= 0
  if (field?.of === "choice") return field.choices?.some((choice) => choice.id === value) === true
  if (field?.of === "exact") return /^(0|-?[1-9]\d*|-?(0|[1-9]\d*)\.\d*[1-9])$/.test(String(value))
  if (field?.of === "day") return value === "2024-05-01"
  return typeof value === "string"
}

const ownOf = (workflow: Workflow, name: string, actor: Actor) => {
  const field = workflow.fields.find((each) => each.id === name)
  return (
    field && { of: field.of, own: field.of === "person" ? actor.person : field.of === "post" ? actor.post : actor.body }
  )
}

const takersOf = (model: Model, name: string) =>
  model.past.filter(({ command }) => command.content.move === name).map(({ command }) => command.actor)

const barred = (workflow: Workflow, model: Model, name: string, actor: Actor): ReadonlyArray<"apart" | "unnamed"> => {
  const field = ownOf(workflow, name, actor)
  if (field === undefined) return takersOf(model, name).flatMap((taker) => handOf(taker, actor) ?? [])
  const value = valueOf(model, name)
  if (value === undefined) return []
  if (field.own === undefined) return [field.of === "person" ? "unnamed" : "apart"]
  return field.own === value ? ["apart"] : []
}

const meant = (workflow: Workflow, model: Model, name: string, actor: Actor): boolean => {
  const field = ownOf(workflow, name, actor)
  if (field === undefined)
    return takersOf(model, name)
      .slice(-1)
      .some((taker) => surelySame(taker, actor))
  return field.own !== undefined && field.own === valueOf(model, name)
}

/** Every code that a command is refused with, in the order of the alphabet, each once. */
export const refuses = (
  workflow: Workflow,
  model: Model,
  command: Command<Taken>,
  told: ReadonlySet<string>,
): ReadonlyArray<string> => {
  const { actor, content, id, on, recordedAt } = command
  const codes = new Set<string>()
  const [first, last] = [model.past[0]?.command, model.past.at(-1)?.command]
  if (first !== undefined && on < first.on) codes.add("before")
  else if (last !== undefined) {
    const mark = (it: typeof command) => [it.on, String(it.recordedAt).padStart(16, "0"), it.id].join(" ")
    if (mark({ ...command, id, on, recordedAt }) <= mark(last)) codes.add("older")
  }
  const move = moveOf(workflow, content.move)
  if (move === undefined) return [...codes, "noSuchMove"].sort()
  const ended = kindOf(workflow, model.stage) === "end"
  const leads = target(workflow, model, move) !== undefined
  if (!leads) codes.add(ended ? "ended" : model.stage === undefined ? "notBegun" : "notFrom")
  if (!move.by.includes(actor.post)) codes.add("role")
  const hands = (move.apart ?? []).flatMap((name) => barred(workflow, model, name, actor))
  if (hands.length > 0) codes.add(hands.includes("apart") ? "apart" : "unnamed")
  if (move.only !== undefined && !move.only.some((name) => meant(workflow, model, name, actor))) codes.add("only")
  if (move.needs.some((field) => !filled(content.fields[field]))) codes.add("needs")
  const allowed = [...move.needs, ...(move.takes ?? [])]
  for (const [field, value] of Object.entries(content.fields)) {
    if (!allowed.includes(field)) codes.add("notAsked")
    else if (filled(value) && !isGood(workflow, field, value)) codes.add("value")
  }
  if (leads && move.when !== undefined && !holds(move.when, model, content.fields, told)) codes.add("guard")
  return [...codes].sort()
}

/** The model after a command that was accepted. */
export const after = (workflow: Workflow, model: Model, command: Command<Taken>): Model => {
  const stage = target(workflow, model, moveOf(workflow, command.content.move)!)!
  return { stage, past: [...model.past, { command, stage, from: model.stage }] }
}

export const attemptOf = (workflow: Workflow, { past }: Model): number =>
  past.length === 0
    ? 0
    : 1 + past.slice(1).filter(({ command }) => workflow.attempts.includes(command.content.move)).length
