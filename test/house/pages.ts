/** The pages of `docs` whose tables name modules: the river and the glossary. */
import { exportedNames } from "./tidy.js"
import { modules, parse, type Tree, textOf } from "./tree.js"

const rows = (text: string): ReadonlyArray<ReadonlyArray<string>> =>
  text
    .split("\n")
    .filter((line) => line.startsWith("|"))
    .slice(2)
    .map((line) =>
      line
        .slice(1, -1)
        .split("|")
        .map((cell) => cell.trim()),
    )

const spans = (cell: string): ReadonlyArray<string> => [...cell.matchAll(/`([^`]+)`/g)].map(([, span = ""]) => span)

/** Rows of the river that are incomplete, name no module, or stand out of the order of the house. */
export const flowFaults = (tree: Tree): ReadonlyArray<string> => {
  const order = modules(tree).map(({ name }) => name)
  const faults: Array<string> = []
  let last = -1
  for (const cells of rows(textOf(tree, "docs/flow.md"))) {
    const [stage = "", , , module = ""] = cells
    if (cells.length !== 5 || cells.some((cell) => cell === "")) faults.push(`${stage}: not the five columns`)
    const named = spans(module)
    if (named.length === 0) faults.push(`${stage}: names no module`)
    for (const name of named) {
      const rank = order.indexOf(name)
      if (rank === -1) faults.push(`${stage}: ${name} is no module`)
      else if (rank < last) faults.push(`${stage}: ${name} stands before the module above it`)
      last = Math.max(last, rank)
    }
  }
  const areasNamed = new Set(rows(textOf(tree, "docs/flow.md")).flatMap((cells) => spans(cells[3] ?? "")))
  const silent = [...new Set(modules(tree).map(({ area }) => area))].filter(
    (area) => !modules(tree).some((module) => module.area === area && areasNamed.has(module.name)),
  )
  return [...faults, ...silent.map((area) => `no stage of the river is in ${area}`)]
}

/** Rows of the glossary that are incomplete, told twice, or name what no module exports. */
export const termFaults = (tree: Tree): ReadonlyArray<string> => {
  const exported = new Map(
    modules(tree)
      .filter(({ path }) => tree.has(path))
      .map(({ name, path }) => [name, exportedNames(parse(path, textOf(tree, path)))]),
  )
  const seen = new Set<string>()
  return rows(textOf(tree, "docs/terms.md")).flatMap((cells) => {
    const [chinese = "", english = "", by = "", identifier = ""] = cells
    const twice = seen.has(chinese)
    seen.add(chinese)
    const unknown = spans(identifier).filter((span) => {
      const [module = "", member] = span.split(".")
      return member === undefined ? !exported.has(module) : !exported.get(module)?.includes(member)
    })
    return [
      ...(/\p{Script=Han}/u.test(chinese) && english !== "" && /^[OTP]$/.test(by) ? [] : [`${chinese}: incomplete`]),
      ...(spans(identifier).length > 0 ? [] : [`${chinese}: names nothing in the code`]),
      ...(twice ? [`${chinese}: told twice`] : []),
      ...unknown.map((span) => `${chinese}: ${span} is not exported`),
    ]
  })
}
