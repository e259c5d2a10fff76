/** What a user's bundler keeps for one verb: no schema beside a pure function. */
import { join } from "node:path"
import { type BuildFailure, build } from "esbuild"
import ts from "typescript"
import { modules, parse, ROOT, type Tree, textOf } from "./tree.js"

export interface Verb {
  readonly path: string
  readonly name: string
}

/** What the bundle of one verb weighs, minified, and how much of it is effect's schema code or a module's own schemas. */
export interface Weight {
  readonly verb: string
  readonly bytes: number
  readonly schemaBytes: number
}

const isFunctionValue = (declaration: ts.VariableDeclaration): boolean => {
  const { initializer } = declaration
  return initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer))
}

const isExported = (node: ts.Statement): boolean =>
  ts.canHaveModifiers(node) && (ts.getModifiers(node) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

/** The exported functions of the listed modules. */
export const verbs = (tree: Tree): ReadonlyArray<Verb> =>
  modules(tree)
    .filter(({ path }) => tree.has(path))
    .flatMap(({ path }) =>
      parse(path, textOf(tree, path))
        .statements.filter(isExported)
        .flatMap((statement): ReadonlyArray<Verb> => {
          if (ts.isFunctionDeclaration(statement)) return [{ path, name: statement.name?.text ?? "" }]
          if (!ts.isVariableStatement(statement)) return []
          return statement.declarationList.declarations
            .filter(isFunctionValue)
            .map((declaration) => ({ path, name: declaration.name.getText() }))
        }),
    )

const SCHEMA = /node_modules\/effect\/dist\/(Schema\w*|internal\/schema\/.*)\.js$/

/**
 * Bundles each verb alone, in one pass over files that are parsed once. `files` lays texts over those on the disk.
 */
export const weigh = async (
  list: ReadonlyArray<Verb>,
  files: Readonly<Record<string, string>> = {},
): Promise<ReadonlyArray<Weight>> => {
  const result = await build({
    entryPoints: Array.from(list.keys(), (index) => ({ in: `verb:${index}`, out: String(index) })),
    bundle: true,
    format: "esm",
    minify: true,
    charset: "utf8",
    write: false,
    metafile: true,
    outdir: "out",
    absWorkingDir: ROOT,
    logLevel: "silent",
    plugins: [
      {
        name: "verbs",
        setup: ({ onLoad, onResolve }) => {
          onResolve({ filter: /^verb:/ }, ({ path }) => ({ path, namespace: "verb" }))
          onLoad({ filter: /.*/, namespace: "verb" }, ({ path }) => {
            const verb = list[Number(path.slice("verb:".length))]
            return { contents: `export { ${verb?.name} } from "./${verb?.path}"`, resolveDir: ROOT, loader: "ts" }
          })
          onResolve({ filter: /^\.\/src\// }, ({ path, resolveDir }) =>
            path.slice(2) in files ? { path: join(resolveDir, path), sideEffects: false } : undefined,
          )
          onLoad({ filter: /\/src\/.*\.ts$/ }, ({ path }) => {
            const contents = files[path.slice(ROOT.length)]
            return contents === undefined ? undefined : { contents, loader: "ts" }
          })
        },
      },
    ],
  })
  return list.map(({ name, path }, index) => {
    const output = result.metafile.outputs[`out/${index}.js`]
    const inputs = Object.entries(output?.inputs ?? {})
    return {
      verb: `${path.replace(/^src\/|\.ts$/g, "")}.${name}`,
      bytes: output?.bytes ?? 0,
      schemaBytes: inputs.reduce(
        (sum, [input, { bytesInOutput }]) => sum + (SCHEMA.test(input) ? bytesInOutput : 0),
        0,
      ),
    }
  })
}

/** What keeps the whole library from being bundled for a place without Node: imports that nothing there resolves. */
export const neutralFaults = async (contents: string): Promise<ReadonlyArray<string>> => {
  try {
    await build({
      stdin: { contents, resolveDir: ROOT, loader: "ts" },
      bundle: true,
      format: "esm",
      platform: "browser",
      write: false,
      logLevel: "silent",
    })
    return []
  } catch (error) {
    return (error as BuildFailure).errors.map(({ text }) => text)
  }
}

/**
 * Bundles that hold schema code and are not on the list, over-long bundles, and entries of the list that hold none. An
 * entry is a verb (`foundation/Exact.add`) or a whole module (`foundation/Document`), with the reason. `heavier` are
 * modules with a limit of their own.
 */
export const weightFaults = (
  weights: ReadonlyArray<Weight>,
  limit: number,
  usesSchemas: Readonly<Record<string, string>>,
  heavier: Readonly<Record<string, number>> = {},
): ReadonlyArray<string> => {
  const reasonFor = (verb: string): string | undefined => usesSchemas[verb] ?? usesSchemas[verb.replace(/\.\w+$/, "")]
  const users = new Set<string>()
  const faults: Array<string> = []
  for (const { bytes, schemaBytes, verb } of weights) {
    if (schemaBytes > 0) users.add(verb).add(verb.replace(/\.\w+$/, ""))
    if (reasonFor(verb) !== undefined && schemaBytes > 0) continue
    if (schemaBytes > 0) faults.push(`${verb}: ${schemaBytes} bytes of schema code`)
    else {
      const most = heavier[verb.replace(/\.\w+$/, "")] ?? limit
      if (bytes > most) faults.push(`${verb}: ${bytes} bytes, more than ${most}`)
    }
  }
  for (const [entry, reason] of Object.entries(usesSchemas)) {
    if (!users.has(entry)) faults.push(`${entry}: is listed as a user of schemas and is none`)
    if (reason.length < 15) faults.push(`${entry}: is listed without a reason`)
  }
  return faults
}
