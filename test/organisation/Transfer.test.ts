import * as Result from "effect/Result"
import { describe, expect, test } from "vitest"
import * as Audience from "../../src/foundation/Audience.js"
import * as Transfer from "../../src/organisation/Transfer.js"
import { transfers } from "../../src/presets/MemberRules.js"
import { command, day, move, moving, type Taken, township } from "./memberBooks.js"

type Step = Taken<Transfer.TransferStep>

const row: Transfer.Standing = { person: "p1", affiliation: { in: "branch", branch: "b1" } }
const direct = { id: "town", capabilities: ["transferNationwide"] } as const
const receiver = (branch: string, more: Partial<Transfer.Receiver> = {}): Transfer.Receiver => ({
  branch,
  holdsMembers: true,
  ...more,
})
const on = (date: string, step: Transfer.TransferStep): Step => ({ on: date, step })
const propose = (date: string, transfer = "t1", to = "b2") => on(date, { is: "propose", transfer, row, to })
const issue = (date: string, more: Partial<Extract<Transfer.TransferStep, { readonly is: "issue" }>> = {}) =>
  on(date, { is: "issue", transfer: "t1", row, to: "b2", by: township, beyond: false, ...more })
const receive = (date: string, at = receiver("b2")) => on(date, { is: "receive", at })

describe("a transfer", () => {
  test("goes from the proposal over the letter to the receipt", () => {
    const came = move(propose("2024-03-01"), issue("2024-03-10"), receive("2024-03-20"))
    expect([came.refused, came.state.phase, came.found]).toEqual([[], "received", []])
    expect(move(issue("2024-03-10")).state).toMatchObject({
      phase: "issued",
      from: "b1",
      to: "b2",
      issuedOn: "2024-03-10",
      validUntil: "2024-06-08",
    })
  })

  test("a letter is good for ninety days, and a receipt on the next is found to be late", () => {
    expect(move(issue("2024-03-10"), receive("2024-06-08")).found).toEqual([])
    const late = move(issue("2024-03-10"), receive("2024-06-09"))
    expect([late.refused, late.found, late.findings[0]?.severity]).toEqual([[], ["transfer.letterPast"], "warning"])
  })

  test("where the rule refuses what is late, a late receipt is refused", () => {
    const strict = Transfer.decider(transfers.map((rule) => ({ ...rule, breach: "refused" as const })))
    const { state } = move(issue("2024-03-10"))
    const asked = command<Transfer.TransferStep>("z", receive("2024-06-09"))
    expect(Result.isFailure(strict.decide(state, asked))).toBe(true)
  })

  test("a shorter term is the letter's own, a longer one is found", () => {
    expect(move(issue("2024-03-10", { days: 10 })).state.validUntil).toBe("2024-03-20")
    expect(move(issue("2024-03-10", { days: 90 })).found).toEqual([])
    expect(move(issue("2024-03-10", { days: 91 })).found).toEqual(["transfer.termTooLong"])
  })

  test("beyond the county only a committee with the capability sends by itself", () => {
    expect(move(issue("2024-03-10", { beyond: true })).refused).toEqual(["transfer.mayNotSend"])
    expect(move(issue("2024-03-10", { beyond: true, by: direct })).refused).toEqual([])
  })

  test("the expiry is recorded after the last day, not on it, and ends the transfer", () => {
    const expire = (date: string) => move(issue("2024-03-10"), on(date, { is: "expire" }))
    expect(expire("2024-06-08").refused).toEqual(["transfer.stillGood"])
    expect(expire("2024-06-09").state.phase).toBe("expired")
    const gone = on("2024-06-09", { is: "expire" })
    expect(move(issue("2024-03-10"), gone, receive("2024-06-10")).refused).toEqual(["transfer.notOpen"])
    const again = issue("2024-06-11", { transfer: "t2" })
    expect(move(issue("2024-03-10"), gone, again, receive("2024-06-20")).state.phase).toBe("received")
    expect(move(issue("2024-03-10"), gone, issue("2024-06-11")).refused).toEqual(["transfer.idUsed"])
  })

  test("a branch that was dissolved meanwhile takes nobody; the letter goes to another", () => {
    const dissolved = receive("2024-03-20", receiver("b2", { dissolvedOn: day("2024-03-20") }))
    expect(move(issue("2024-03-10"), dissolved).refused).toEqual(["transfer.dissolved"])
    const later = receive("2024-03-20", receiver("b2", { dissolvedOn: day("2024-03-21") }))
    expect(move(issue("2024-03-10"), later).refused).toEqual([])
    const redirect = on("2024-03-21", { is: "redirect", to: "b3" })
    expect(move(issue("2024-03-10"), redirect, receive("2024-03-22", receiver("b3"))).state.phase).toBe("received")
    expect(move(issue("2024-03-10"), on("2024-03-21", { is: "redirect", to: "b1" })).refused).toEqual([
      "transfer.sameBranch",
    ])
  })

  test("all that stands against a receipt is told at once", () => {
    const wrong = receive("2024-03-20", receiver("b9", { holdsMembers: false, dissolvedOn: day("2024-01-01") }))
    expect(move(issue("2024-03-10"), wrong).refused).toEqual([
      "transfer.dissolved",
      "transfer.holdsNoMembers",
      "transfer.otherBranch",
    ])
  })

  test("nobody in transit by the roll is sent again, and nobody to where they are", () => {
    const away: Transfer.Standing = {
      person: "p1",
      affiliation: { in: "transit", from: "b1", to: "b2", transfer: "t0" },
    }
    expect(move(issue("2024-03-10", { row: away })).refused).toEqual(["transfer.inTransit"])
    expect(move(issue("2024-03-10", { to: "b1" })).refused).toEqual(["transfer.sameBranch"])
    expect(move(propose("2024-03-01"), issue("2024-03-10", { to: "b3" })).refused).toEqual(["transfer.otherProposal"])
    expect(move(propose("2024-03-01"), issue("2024-02-10")).refused).toEqual(["transfer.outOfOrder"])
  })

  test("a letter that ends soon or has ended is found", () => {
    const { state } = move(issue("2024-03-10"))
    const reminder: Transfer.TransferRule = {
      ...transfers[0]!, // a committee's own, made up
      id: "reminder",
      says: { is: "reminder", length: { amount: 10, unit: "day" } },
    }
    const found = (date: string) =>
      Transfer.findings([...transfers, reminder], "p1", state, day(date)).map(({ code }) => code)
    expect([found("2024-05-28"), found("2024-05-29"), found("2024-06-08"), found("2024-06-09")]).toEqual([
      [],
      ["transfer.letterEnds"],
      ["transfer.letterEnds"],
      ["transfer.letterPast"],
    ])
    expect(Transfer.findings(transfers, "p1", move(propose("2024-03-01")).state, day("2025-01-01"))).toEqual([])
    expect(Transfer.findings(transfers, "p1", state, day("2024-06-08"))).toEqual([])
  })

  test("an approval for the member covers, one for somebody else does not", () => {
    const byCity = transfers.map((rule) => ({ ...rule, approvedBy: "市委组织部" })) // made up
    const send = (subject: string) => {
      const approvals = [{ id: "city-1", code: "transfer.mayNotSend", subject }]
      const asked = command<Transfer.TransferStep>("z", { ...issue("2024-03-10", { beyond: true }), approvals })
      return Transfer.decider(byCity, "p1").decide(move().state, asked)
    }
    const decided = send("p1")
    expect(Result.isSuccess(decided) && decided.success[0]?.findings).toMatchObject([
      { subject: "p1", coveredBy: "city-1" },
    ])
    expect(Result.isFailure(send("p2"))).toBe(true)
  })

  test("a journal goes through JSON and back, and nothing of it is public", () => {
    const { entries } = move(issue("2024-03-10"), on("2024-03-20", { is: "refuse", branch: "b2", reason: "材料不全" }))
    const stored = { format: 1, entries } as const
    expect(Result.getOrThrow(Transfer.document.decode(JSON.parse(JSON.stringify(stored))))).toEqual(stored)
    expect(Audience.lint(Transfer.Turn)).toEqual([])
    const last = entries.at(-1)!.payload
    expect(JSON.stringify(Audience.project(Transfer.Turn, "villagers")(last) ?? {})).not.toMatch(/b2|材料/)
    expect(JSON.stringify(Audience.project(Transfer.Turn, "staff")(last))).toMatch(/材料/)
  })
})

const states = {
  none: [],
  proposed: [propose("2024-03-01")],
  issued: [issue("2024-03-10")],
  "issued, past": [issue("2023-03-10")],
  received: [issue("2024-03-10"), receive("2024-03-20")],
  refused: [issue("2024-03-10"), on("2024-03-20", { is: "refuse", branch: "b2", reason: "r" })],
  expired: [issue("2023-03-10"), on("2024-03-20", { is: "expire" })],
  withdrawn: [propose("2024-03-10"), on("2024-03-20", { is: "withdraw" })],
} satisfies Readonly<Record<string, ReadonlyArray<Step>>>

const ON = "2024-04-01"
const steps: Readonly<Record<Transfer.TransferStep["is"], Transfer.TransferStep>> = {
  propose: propose(ON, "t9").step,
  issue: issue(ON, { transfer: "t9" }).step,
  redirect: { is: "redirect", to: "b3" },
  receive: receive(ON).step,
  refuse: { is: "refuse", branch: "b2", reason: "r" },
  expire: { is: "expire" },
  withdraw: { is: "withdraw" },
}

type Row = Readonly<Record<Transfer.TransferStep["is"], string>>

const closed: Row = {
  propose: "proposed",
  issue: "issued",
  redirect: "! notOpen",
  receive: "! notOpen",
  refuse: "! notOpen",
  expire: "! notOpen",
  withdraw: "! notOpen",
}

/** What each step comes to in each state. */
const matrix: Readonly<Record<keyof typeof states, Row>> = {
  none: closed,
  proposed: {
    propose: "! open",
    issue: "! otherProposal",
    redirect: "! notIssued",
    receive: "! notIssued",
    refuse: "refused",
    expire: "! notIssued",
    withdraw: "withdrawn",
  },
  issued: {
    propose: "! open",
    issue: "! open",
    redirect: "issued",
    receive: "received",
    refuse: "refused",
    expire: "! stillGood",
    withdraw: "withdrawn",
  },
  "issued, past": {
    propose: "! open",
    issue: "! open",
    redirect: "issued",
    receive: "received",
    refuse: "refused",
    expire: "expired",
    withdraw: "withdrawn",
  },
  received: closed,
  refused: closed,
  expired: closed,
  withdrawn: closed,
}

describe("every step in every state", () => {
  test.each(Object.entries(matrix))("%s", (state, expected) => {
    const from = move(...states[state as keyof typeof states]).state
    expect(state.startsWith(from.phase)).toBe(true)
    for (const [name, step] of Object.entries(steps)) {
      const asked = command("z", { on: ON, step })
      const decided = moving.decide(from, asked)
      const { id, on: date, recordedAt, actor } = asked
      const shown = Result.isFailure(decided)
        ? `! ${decided.failure.map(({ code }) => code.slice(9)).join(" ")}`
        : decided.success.reduce(
            (each, payload) => moving.evolve(each, { id, on: date, recordedAt, actor, payload }),
            from,
          ).phase
      expect([name, shown]).toEqual([name, expected[name as keyof Row]])
    }
  })

  test("there is a state for every phase", () => {
    expect(new Set(Object.values(states).map((steps_) => move(...steps_).state.phase))).toEqual(
      new Set(Object.keys(Transfer.phases)),
    )
  })
})
