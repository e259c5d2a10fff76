/** `src` imports effect by subpath, and only from modules that effect marks stable. */
import { existsSync, readFileSync } from "node:fs"
import { join } from "node:path"
import { importsOf } from "./order.js"
import { parse, place, ROOT, sources, type Tree, textOf } from "./tree.js"

/** The stability effect declares at the head of a module, or `undefined` where there is no such module. */
export type Stability = (name: string) => string | undefined

/** Reads the head of the installed module: the comment before its first import. */
export const installed: Stability = (name) => {
  const path = join(ROOT, "node_modules/effect/src", `${name}.ts`)
  if (!existsSync(path)) return undefined
  const head = /^\s*\/\*\*([\s\S]*?)\*\//.exec(readFileSync(path, "utf8"))?.[1] ?? ""
  return /@stability (\w+)/.exec(head)?.[1] ?? "undeclared"
}

/** Every import of effect that a minor release of effect may break. */
export const effectFaults = (tree: Tree, stability: Stability = installed): ReadonlyArray<string> => {
  const faults: Array<string> = []
  for (const path of sources(tree)) {
    const file = parse(path, textOf(tree, path))
    for (const { specifier, node } of importsOf(file)) {
      if (specifier === "effect") faults.push(`${place(file, node)}: imports effect without a subpath`)
      if (!specifier.startsWith("effect/")) continue
      const name = specifier.slice("effect/".length)
      const found = stability(name)
      if (found === undefined) faults.push(`${place(file, node)}: effect has no module ${name}`)
      else if (found !== "stable") faults.push(`${place(file, node)}: effect/${name} is ${found}`)
    }
  }
  return faults
}
