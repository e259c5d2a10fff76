/** What the rules find about the township, in words. */
import { Finding, Label } from "dangjian/foundation"
import { Sentence } from "dangjian/interop"
import {
  Establishment,
  GridRule,
  OrganisationKind,
  PartyTree,
  PostRule,
  Provision,
  Tenure,
} from "dangjian/organisation"
import { GridRules, PostRules, PrimaryKinds, PrimaryTerms, PrimaryThresholds } from "dangjian/presets"
import * as Result from "effect/Result"
import { type Checked, faultsIn } from "./faults.js"
import { language, say } from "./flags.js"
import { on } from "./roll.js"
import { bodyOf, linkersOf, type Town, tenureOf, unitsOf } from "./scene.js"

type Found = Checked<ReadonlyArray<Finding.Finding>>

const termFindings = (town: Town): Found => {
  const found = town.organisations.flatMap((one) => {
    const tenure = tenureOf(town, one)
    return tenure === undefined ? [] : [{ id: one.id, told: Tenure.findings(PrimaryTerms.rules, tenure, on) }]
  })
  const faults = found.flatMap(({ id, told }) =>
    Result.isFailure(told) ? [{ ...told.failure, path: ["换届台账", id] }] : [],
  )
  if (faults.length > 0) return Result.fail(faults)
  return Result.succeed(found.flatMap(({ told }) => Result.getOrElse(told, () => [])))
}

const builtFindings = (town: Town): Found => {
  const bodies = town.organisations.map((one) => bodyOf(town, one))
  return Establishment.findings(PrimaryThresholds.tables, { on, units: unitsOf(town), bodies, approvals: [] })
}

/** Everything that the rules find, or what keeps them from being asked. */
export const findingsOf = (town: Town): Found => {
  const { appointments, found, members, organisations, posts, units, view } = town
  const [built, terms] = [builtFindings(town), termFindings(town)]
  if (Result.isFailure(built) || Result.isFailure(terms)) {
    return Result.fail(faultsIn(built, terms))
  }
  return Result.succeed([
    ...PartyTree.of(organisations, on, PrimaryKinds).findings,
    ...organisations.flatMap((one) => OrganisationKind.findings(PrimaryKinds.capabilities, one, on)),
    ...built.success,
    ...terms.success,
    ...PostRule.findings(PostRules.rules, { roll: posts, appointments, bodies: [...organisations, ...units], members }),
    ...GridRule.findings([...GridRules.ninghai, ...GridRules.setting], view, { members: linkersOf(town) }),
    ...found,
  ])
}

// ---------------------------------------------------------------- words

const bracketed = (name: string, id: string): string => say(`${name}（${id}）`, `${name} (${id})`)

/** Names for the ids that findings speak of. */
export const namesOf = ({ grid, organisations, persons, units }: Town): ReadonlyMap<string, string> => {
  const labels = [...PrimaryKinds.kinds, ...PostRules.kinds].map(({ id, label }) => [id, label] as const)
  const others = Object.entries({ ...OrganisationKind.capabilityLabels, ...Provision.approvers })
  const places = new Map(units.map(({ id, name }) => [id, name]))
  const houses = grid.households.map(({ id }) => {
    const [unit = "", number = ""] = id.split("-")
    return [id, `${places.get(unit) ?? unit}${say(`${number}号`, ` no. ${number}`)}`] as const
  })
  return new Map<string, string>([
    ...[...labels, ...others].map(([id, label]) => [id, Label.text(label, language)] as const),
    ...houses,
    ...[...organisations, ...units, ...grid.cells].map(({ id, name }) => [id, name] as const),
    ...persons.map(({ id, name }) => [id, bracketed(name, id)] as const),
  ])
}

/** A line for each thing found, those that differ only in whom they concern together. */
const listed = (town: Town, findings: ReadonlyArray<Finding.Finding>): ReadonlyArray<string> => {
  const names = namesOf(town)
  const houses = new Set(town.grid.households.map(({ id }) => id))
  return Finding.together(findings).map(({ finding, subjects: [first = "", ...others] }) => {
    const unit = houses.has(first) ? "户" : "个"
    const more = say(`等${others.length + 1}${unit}`, ` and others, ${others.length + 1} in all`)
    const subject = `${names.get(first) ?? first}${others.length === 0 ? "" : more}`
    return `  ${Sentence.named(subject === "" ? finding : { ...finding, subject }, names, language)}`
  })
}

/** How many things were found, of which kinds, and a line for each. */
export const findingsPage = (town: Town, findings: ReadonlyArray<Finding.Finding>): ReadonlyArray<string> => {
  const open = findings.filter(Finding.isOpen)
  const errors = open.filter(({ severity }) => severity === "error").length
  const [warnings, covered] = [open.length - errors, findings.length - open.length]
  return [
    say(
      `检查发现${findings.length}条：不符合${errors}条，提醒${warnings}条，经批准${covered}条（只有对象不同的合为一行）`,
      `Findings: ${findings.length}; ${errors} errors, ${warnings} warnings, ${covered} approved (those that differ only in whom they concern share a line)`,
    ),
    "",
    ...listed(town, findings),
  ]
}
