/**
 * Packs the package, installs it in an empty folder outside the repository, and uses it as a stranger would:
 * `npm run test:package`. The tools it needs have a lockfile of their own here.
 */
import { spawnSync } from "node:child_process"
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { areas, modules, ROOT, readTree, sources, type Tree } from "../house/tree.js"

const HERE = join(ROOT, "test/consumer")
const BIN = join(HERE, "node_modules/.bin")

interface Run {
  readonly ok: boolean
  readonly stdout: string
  readonly output: string
}

const run = (command: string, args: ReadonlyArray<string>, cwd: string): Run => {
  const { status, stderr, stdout } = spawnSync(command, args, { cwd, encoding: "utf8", timeout: 600_000 })
  return { ok: status === 0, stdout, output: `${stdout}${stderr}` }
}

let [passed, failed] = [0, 0]

const step = (name: string, faults: ReadonlyArray<string>): void => {
  console.log(`${faults.length === 0 ? "ok" : "FAILED"}  ${name}`)
  for (const fault of faults) console.log(`        ${fault}`)
  if (faults.length === 0) passed++
  else failed++
}

const must = (name: string, { ok, output }: Run): void => {
  step(name, ok ? [] : output.split("\n"))
  if (!ok) throw new Error(`${name} failed`)
}

/** Files that the tarball must hold and may hold. */
const fileFaults = (tree: Tree, packed: ReadonlyArray<string>): ReadonlyArray<string> => {
  const code = [...sources(tree), "src/index.ts", ...areas(tree).map((area) => `src/${area}/index.ts`)]
  const built = code.flatMap((path) => {
    const stem = path.replace(/^src\//, "dist/").replace(/\.ts$/, "")
    return [`${stem}.js`, `${stem}.js.map`, `${stem}.d.ts`, `${stem}.d.ts.map`]
  })
  const top = ["package.json", "README.md", "README.zh-CN.md", "LICENSE", "CHANGELOG.md", "CONTRIBUTING.md"]
  const pages = [...tree.keys()].filter((path) => /^docs\/(?:lint\/)?[^/]+\.md$/.test(path))
  const wanted = new Set([...code, ...built, ...top, ...pages])
  return [
    ...[...wanted].filter((path) => !packed.includes(path)).map((path) => `${path} is not packed`),
    ...packed.filter((path) => !wanted.has(path)).map((path) => `${path} is packed and should not be`),
  ]
}

const names = (tree: Tree): Record<string, ReadonlyArray<string>> => ({
  dangjian: modules(tree).map(({ name }) => name),
  ...Object.fromEntries(
    areas(tree).map((area) => [
      `dangjian/${area}`,
      modules(tree)
        .filter((module) => module.area === area)
        .map(({ name }) => name),
    ]),
  ),
})

const BODY = `
const found = {}
for (const [specifier, wanted] of Object.entries(WANTED)) {
  const loaded = LOAD(specifier)
  assert.deepEqual(Object.keys(loaded).filter((key) => key !== "__esModule").sort(), [...wanted].sort(), specifier)
  for (const name of wanted) assert.equal(typeof loaded[name], "object", specifier + " " + name)
  found[specifier] = loaded
}
const { Exact } = found["dangjian/foundation"]
assert.equal(found.dangjian.Exact.add, Exact.add)
assert.equal(Exact.text(Exact.add(Exact.parseUnsafe("0.1"), Exact.parseUnsafe("0.2"))), "0.3")
console.log(Object.keys(found).length)
`

/** Programs that load the root and every area, as a module and through require(esm). */
const writePrograms = (tree: Tree, folder: string): void => {
  const wanted = `const WANTED = ${JSON.stringify(names(tree))}\n`
  const refused = `const refused = { code: "ERR_PACKAGE_PATH_NOT_EXPORTED" }\n`
  writeFileSync(
    join(folder, "load.mjs"),
    `import assert from "node:assert/strict"\n${wanted}${refused}${BODY.replace("LOAD(specifier)", "await import(specifier)")}
await assert.rejects(import("dangjian/foundation/Exact"), refused)
await assert.rejects(import("dangjian/dist/index.js"), refused)\n`,
  )
  writeFileSync(
    join(folder, "load.cjs"),
    `const assert = require("node:assert/strict")\n${wanted}${refused}${BODY.replace("LOAD(specifier)", "require(specifier)")}
assert.throws(() => require("dangjian/foundation/Exact"), refused)
assert.equal(require("dangjian/package.json").name, "dangjian")\n`,
  )
}

const loadFaults = (tree: Tree, file: string, folder: string): ReadonlyArray<string> => {
  const { ok, output, stdout } = run(process.execPath, [file], folder)
  const wanted = String(areas(tree).length + 1)
  if (!ok) return output.split("\n")
  return stdout.trim() === wanted && output === stdout ? [] : [`wanted ${wanted}, found ${output}`]
}

interface Resolution {
  readonly name: string
  readonly options: Readonly<Record<string, unknown>>
  readonly files: ReadonlyArray<string>
}

const BOTH = ["consumer.mts", "consumer.cts"]

const RESOLUTIONS: ReadonlyArray<Resolution> = [
  { name: "node20", options: { module: "node20" }, files: BOTH },
  { name: "nodenext", options: { module: "nodenext" }, files: BOTH },
  { name: "bundler", options: { module: "esnext", moduleResolution: "bundler" }, files: ["consumer.mts"] },
]

/** What the compiler says about a consumer that checks the declarations of its libraries too. */
const typeFaults = ({ files, name, options }: Resolution, folder: string): ReadonlyArray<string> => {
  const config = join(folder, `tsconfig.${name}.json`)
  const compilerOptions = {
    strict: true,
    noEmit: true,
    target: "es2022",
    lib: ["ES2023", "DOM"],
    types: [],
    ...options,
  }
  const check = (skipLibCheck: boolean): ReadonlyArray<string> => {
    writeFileSync(config, JSON.stringify({ compilerOptions: { ...compilerOptions, skipLibCheck }, files }))
    const { ok, stdout } = run(join(BIN, "tsc"), ["-p", config, "--pretty", "false"], folder)
    const lines = stdout.split("\n").filter((line) => /error TS/.test(line))
    return ok || lines.length > 0 ? lines : [stdout]
  }
  const whole = check(false)
  const others = whole.filter((line) => /^node_modules\/(?!dangjian\/)/.test(line))
  if (others.length > 0) console.log(`        ${name}: ${others.length} errors in declarations of other packages`)
  return [...check(true), ...whole.filter((line) => !others.includes(line))]
}

const check = (folder: string): void => {
  const tree = readTree()
  must("npm ci of the tools", run("npm", ["ci"], HERE))
  const packed = run("npm", ["pack", "--json", "--pack-destination", folder], ROOT)
  must("npm pack", packed)
  const parsed = JSON.parse(packed.stdout) as unknown
  const [report] = (Array.isArray(parsed) ? parsed : Object.values(parsed as object)) as ReadonlyArray<{
    readonly filename: string
    readonly files: ReadonlyArray<{ readonly path: string }>
  }>
  if (report === undefined) throw new Error("npm pack reported nothing")
  const tarball = join(folder, report.filename)
  step(
    "the tarball holds what it should",
    fileFaults(
      tree,
      report.files.map(({ path }) => path),
    ),
  )

  const empty = join(folder, "empty")
  mkdirSync(empty)
  writeFileSync(join(empty, "package.json"), JSON.stringify({ name: "stranger", private: true, type: "module" }))
  const { devDependencies } = JSON.parse(readFileSync(join(HERE, "package.json"), "utf8")) as {
    readonly devDependencies: { readonly effect: string }
  }
  must("install in an empty folder", run("npm", ["install", tarball, `effect@${devDependencies.effect}`], empty))
  writePrograms(tree, empty)
  step("import of the root and every area", loadFaults(tree, "load.mjs", empty))
  step("require of the root and every area", loadFaults(tree, "load.cjs", empty))

  copyFileSync(join(HERE, "fixtures/consumer.ts"), join(empty, "consumer.mts"))
  copyFileSync(join(HERE, "fixtures/consumer.cts"), join(empty, "consumer.cts"))
  for (const resolution of RESOLUTIONS) step(`types under ${resolution.name}`, typeFaults(resolution, empty))

  const publint = run(join(BIN, "publint"), ["run", tarball, "--strict"], HERE)
  step("publint", publint.ok && /All good!/.test(publint.output) ? [] : publint.output.split("\n"))
  const attw = run(join(BIN, "attw"), [tarball, "--profile", "esm-only", "--quiet"], HERE)
  step("attw", attw.ok && attw.output.trim() === "" ? [] : attw.output.split("\n"))
}

const folder = mkdtempSync(join(tmpdir(), "dangjian-"))
try {
  check(folder)
} catch (error) {
  console.log(String(error))
  failed++
} finally {
  rmSync(folder, { recursive: true, force: true })
}
console.log(`${passed} checks of the package passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
