/**
 * State diagrams (状态图): a workflow as a Mermaid text, each way through it once.
 *
 * @since 0.1.0
 */
import * as Label from "../foundation/Label.js"
import { moveOf, type Transition, transitions, type Workflow } from "./Workflow.js"

// ---------------------------------------------------------------- getters

/**
 * The Mermaid text of a workflow in a language: a line for each stage, then one for each of `Workflow.transitions` in
 * its order, then one for each end. Opening moves come from the dot. Stages stand under numbers (`s0`, `s1`, …), since an
 * id may be a word that Mermaid keeps for itself; labels keep their text, whatever signs it holds.
 *
 * @example
 * ```ts
 * import { StateDiagram, type Workflow } from "dangjian/process"
 * import assert from "node:assert/strict"
 *
 * const workflow: Workflow.Workflow = {
 *   format: 1,
 *   id: "代办", // made up
 *   version: "1",
 *   label: { zh: "代办" },
 *   roles: [
 *     { id: "resident", label: { zh: "群众" } },
 *     { id: "member", label: { zh: "党员" } },
 *   ],
 *   outcomes: [{ id: "done", label: { zh: "办结" } }],
 *   fields: [{ id: "what", label: { zh: "事项" }, of: "text", sensitivity: "internal" }],
 *   stages: [
 *     { id: "asked", label: { zh: "已申请" }, kind: "open" },
 *     { id: "closed", label: { zh: "已办结" }, kind: "end", outcome: "done" },
 *   ],
 *   moves: [
 *     { id: "ask", label: { zh: "申请" }, to: "asked", by: ["resident"], needs: ["what"] },
 *     { id: "do", label: { zh: "办理" }, from: ["asked"], to: "closed", by: ["member"], needs: [], apart: ["ask"] },
 *   ],
 *   attempts: [],
 *   limits: [],
 * }
 * assert.deepEqual(StateDiagram.mermaid(workflow, "zh").trimEnd().split("\n"), [
 *   "stateDiagram-v2",
 *   '  state "已申请" as s0',
 *   '  state "已办结" as s1',
 *   "  [*] --> s0 : 申请",
 *   "  s0 --> s1 : 办理",
 *   "  s1 --> [*]",
 * ])
 * ```
 *
 * @category getters
 * @since 0.1.0
 */
export const mermaid = (workflow: Workflow, language: Label.Language): string => {
  const { stages } = workflow
  const names = new Map(stages.map(({ id }, index) => [id, `s${index}`]))
  const labelled = stages.map(({ label }, index) => `state "${escaped(Label.text(label, language))}" as s${index}`)
  const ways = transitions(workflow).map((way) => wayLine(workflow, names, way, language))
  const ends = stages.flatMap(({ kind }, index) => (kind === "end" ? [`s${index} --> [*]`] : []))
  return ["stateDiagram-v2", ...[...labelled, ...ways, ...ends].map((line) => `  ${line}`), ""].join("\n")
}

const wayLine = (
  workflow: Workflow,
  names: ReadonlyMap<string, string>,
  { from, move, to }: Transition,
  language: Label.Language,
): string => {
  const label = moveOf(workflow, move)?.label ?? { zh: move }
  const name = (stage: string | undefined): string => (stage === undefined ? "[*]" : (names.get(stage) ?? "[*]"))
  return `${name(from)} --> ${name(to)} : ${escaped(Label.text(label, language))}`
}

const PLAIN = /[^\p{L}\p{N}\p{M} _，。、（）《》“”]/gu
const DIRECTION = /d(?=irection\s)/giu

/**
 * A text in which nothing can be read as syntax: every sign but letters, digits and the Chinese marks stands as its
 * number, and so does the first letter of the one word that Mermaid reads anywhere in a line.
 */
const escaped = (text: string): string =>
  text.replace(/\s+/gu, " ").replace(PLAIN, numbered).replace(DIRECTION, numbered)

const numbered = (sign: string): string => `#${sign.codePointAt(0)};`
