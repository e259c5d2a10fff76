/** Compares the modules that typedoc wrote with the order of the house; the last step of `npm run docs`. */
import { readFileSync } from "node:fs"
import { join } from "node:path"
import { isMain, modules, ROOT, readTree, type Tree } from "./tree.js"

/** The parts of typedoc's own output that name modules. */
export interface Reflection {
  readonly name: string
  readonly kind: number
  readonly children?: ReadonlyArray<Reflection>
  readonly comment?: { readonly summary?: ReadonlyArray<unknown> }
}

const MODULE = 2
const NAMESPACE = 4

/** The modules of the house that typedoc does not show, does not describe, or shows beyond them. */
export const typedocFaults = (tree: Tree, project: Reflection): ReadonlyArray<string> => {
  const areas = (project.children ?? []).filter(({ kind }) => kind === MODULE)
  const shown = areas.flatMap((area) => {
    const inside = (area.children ?? []).filter(({ kind }) => kind === NAMESPACE)
    return inside.map((each) => ({ key: `${area.name}/${each.name}`, each }))
  })
  const wanted = modules(tree).map(({ area, name }) => `${area}/${name}`)
  return [
    ...wanted.filter((key) => !shown.some((one) => one.key === key)).map((key) => `typedoc shows no module ${key}`),
    ...shown.filter(({ key }) => !wanted.includes(key)).map(({ key }) => `typedoc shows ${key}, which is no module`),
    ...shown
      .filter(({ each }) => (each.comment?.summary ?? []).length === 0)
      .map(({ key }) => `typedoc shows ${key} without a word about it`),
  ]
}

if (isMain(import.meta.url)) {
  const project = JSON.parse(readFileSync(join(ROOT, "docs/site/api.json"), "utf8")) as Reflection
  const faults = typedocFaults(readTree(), project)
  for (const fault of faults) console.log(fault)
  if (faults.length === 0) console.log("typedoc shows the modules of the house")
  process.exitCode = faults.length === 0 ? 0 : 1
}
