/** State diagrams, read back by a reader of the few kinds of line that Mermaid's grammar has for them. */
import * as fc from "fast-check"
import { describe, expect, it } from "vitest"
import * as StateDiagram from "../../src/process/StateDiagram.js"
import * as Workflow from "../../src/process/Workflow.js"
import { workflows } from "./workflowArbitrary.js"
import { all, ziyun } from "./workflows.js"

const plain = (text: string) => text.replace(/#(\d+);/g, (_, code) => String.fromCodePoint(Number(code)))

/** What a text says, or an error at the first line that is none. Labels hold no sign that the grammar gives a meaning. */
const read = (text: string) => {
  const [head, ...lines] = text.trimEnd().split("\n")
  expect(head).toBe("stateDiagram-v2")
  const names = new Map<string, string>()
  const ways: Array<{ readonly from: string; readonly to: string; readonly label: string }> = []
  for (const line of lines) {
    const bare = line.replace(/#\d+;/g, "")
    expect(bare).not.toMatch(/direction\s|%%|<<|\[\[|;|#/i)
    const state = /^ {2}state "([^":\n]*)" as (s\d+)$/.exec(line)
    const way = /^ {2}(\[\*\]|s\d+) --> (\[\*\]|s\d+)(?: : ([^\n]*))?$/.exec(line)
    if (state !== null) {
      expect(names.has(state[2]!)).toBe(false)
      names.set(state[2]!, plain(state[1]!))
    } else {
      expect([line, way !== null]).toEqual([line, true])
      expect((way![3] ?? "").replace(/#\d+;/g, "")).not.toMatch(/[:;"[\]{}<>%-]/)
      ways.push({ from: way![1]!, to: way![2]!, label: plain(way![3] ?? "") })
    }
  }
  for (const { from, to } of ways) for (const name of [from, to]) expect(name === "[*]" || names.has(name)).toBe(true)
  return { names, ways }
}

const holdsAll = (workflow: Workflow.Workflow) => {
  const { names, ways } = read(StateDiagram.mermaid(workflow, "zh"))
  const tidy = (text: string) => text.replace(/\s+/gu, " ")
  expect([...names.values()]).toEqual(workflow.stages.map(({ label }) => tidy(label.zh)))
  const nameOf = (id: string | undefined) =>
    id === undefined ? "[*]" : `s${workflow.stages.findIndex((stage) => stage.id === id)}`
  const wanted = [
    ...Workflow.transitions(workflow).map(({ from, move, to }) => ({
      from: nameOf(from),
      to: nameOf(to),
      label: tidy(Workflow.moveOf(workflow, move)!.label.zh),
    })),
    ...workflow.stages
      .filter(({ kind }) => kind === "end")
      .map(({ id }) => ({ from: nameOf(id), to: "[*]", label: "" })),
  ]
  expect(ways).toEqual(wanted)
}

describe("a state diagram", () => {
  it("is this for the orders of 紫云", () => {
    expect(StateDiagram.mermaid(ziyun, "zh").split("\n")).toEqual([
      "stateDiagram-v2",
      '  state "已点单" as s0',
      '  state "已派单" as s1',
      '  state "办理中" as s2',
      '  state "待验收" as s3',
      '  state "办结" as s4',
      '  state "撤单终结" as s5',
      "  [*] --> s0 : 点单",
      "  s0 --> s5 : 撤单",
      "  s1 --> s5 : 撤单",
      "  s0 --> s1 : 派单",
      "  s1 --> s2 : 接单",
      "  s2 --> s3 : 办结",
      "  s3 --> s4 : 验收",
      "  s4 --> [*]",
      "  s5 --> [*]",
      "",
    ])
  })

  it("holds every stage and every transition once, in their order", () => {
    for (const workflow of all) holdsAll(workflow)
    fc.assert(fc.property(workflows, holdsAll))
  })

  it("keeps labels whatever signs they hold", () => {
    const odd = fc.oneof(
      fc.constantFrom(
        "end",
        'state "x"',
        "a: b",
        "[*] --> s1",
        "direction TB",
        "%% 注",
        "#35;",
        "<<fork>>",
        "第一行\n第二行",
        "退回；重办",
        "note left of s0",
      ),
      fc.string({ minLength: 1, unit: "grapheme" }),
    )
    fc.assert(
      fc.property(fc.array(odd, { minLength: 13, maxLength: 13 }), (labels) => {
        const label = (index: number) => ({ zh: labels[index]! })
        holdsAll({
          ...ziyun,
          stages: ziyun.stages.map((stage, index) => ({ ...stage, label: label(index) })),
          moves: ziyun.moves.map((move, index) => ({ ...move, label: label(6 + index) })),
        })
      }),
      { numRuns: 500 },
    )
  })

  it("speaks English where there is English", () => {
    const english = {
      ...ziyun,
      stages: ziyun.stages.map((stage, index) =>
        index === 0 ? { ...stage, label: { zh: "已点单", en: "asked for" } } : stage,
      ),
    }
    expect(StateDiagram.mermaid(english, "en")).toContain('state "asked for" as s0')
    expect(StateDiagram.mermaid(english, "en")).toContain('state "已派单" as s1')
  })
})
