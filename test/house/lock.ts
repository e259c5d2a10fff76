/** The lockfiles: without the address of a registry, and complete, so that `npm ci` works on a fresh clone. */
import { type Tree, textOf } from "./tree.js"

interface Entry {
  readonly version?: string
  readonly resolved?: string
  readonly link?: boolean
  readonly dependencies?: Readonly<Record<string, string>>
  readonly devDependencies?: Readonly<Record<string, string>>
  readonly optionalDependencies?: Readonly<Record<string, string>>
}

/** Where Node would look for a package from a folder of the lock, nearest first. */
const candidates = (from: string, name: string): ReadonlyArray<string> => {
  const parts = from === "" ? [] : from.split(/\/(?=node_modules\/)/)
  const nested = parts.map((_, index) => `${parts.slice(0, parts.length - index).join("/")}/node_modules/${name}`)
  return [...nested, `node_modules/${name}`]
}

/**
 * Addresses, and packages that another one names and the lock does not hold. Packages for other platforms count: where
 * the entry of one is missing, `npm ci` refuses the lock on every platform.
 */
export const lockFaults = (tree: Tree): ReadonlyArray<string> =>
  [...tree.keys()]
    .filter((path) => path.endsWith("package-lock.json"))
    .flatMap((path) => {
      const { packages } = JSON.parse(textOf(tree, path)) as { readonly packages: Readonly<Record<string, Entry>> }
      return Object.entries(packages).flatMap(([from, entry]) => {
        const needed = Object.keys({ ...entry.dependencies, ...entry.devDependencies, ...entry.optionalDependencies })
        const found = (name: string): boolean =>
          candidates(from, name).some((key) => packages[key]?.version !== undefined)
        return [
          ...(entry.resolved === undefined ? [] : [`${path}: ${from} has an address`]),
          ...needed
            .filter((name) => !found(name))
            .map((name) => `${path}: ${name}, which ${from || "the root"} needs, is missing`),
        ]
      })
    })
