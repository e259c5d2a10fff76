/** The grammar of doc comments, and the examples inside them. */
import ts from "typescript"
import { SECTIONS } from "./tidy.js"
import { modules, parse, place, type Tree, textOf } from "./tree.js"

/** An example of a doc comment or of a page, with the place it stands at. */
export interface Example {
  readonly at: string
  readonly code: string
}

const inner = (comment: string): string =>
  comment
    .replace(/^\/\*\*|\*\/$/g, "")
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")

/** The doc comment of an export; the comment at the head of the file is the module's. */
const commentOf = (node: ts.Node): string | undefined => {
  const comment = ts.getJSDocCommentsAndTags(node).filter(ts.isJSDoc).at(-1)
  return comment === undefined || comment.getStart() === 0 ? undefined : comment.getText()
}

const isFunctionStatement = (statement: ts.Statement): boolean =>
  ts.isFunctionDeclaration(statement) ||
  (ts.isVariableStatement(statement) &&
    statement.declarationList.declarations.some(
      ({ initializer }) =>
        initializer !== undefined && (ts.isArrowFunction(initializer) || ts.isFunctionExpression(initializer)),
    ))

const isExported = (statement: ts.Statement): boolean =>
  ts.canHaveModifiers(statement) &&
  (ts.getModifiers(statement) ?? []).some(({ kind }) => kind === ts.SyntaxKind.ExportKeyword)

const PARTS = ["When to use", "Details", "Gotchas"]

const partFaults = (text: string): ReadonlyArray<string> => {
  const found = [...text.matchAll(/^\*\*([^*]+)\*\*\s*$/gm)].map(([, name = ""]) => name)
  const ranks = found.map((name) => PARTS.indexOf(name))
  return ranks.some((rank, index) => rank === -1 || (index > 0 && rank <= (ranks[index - 1] ?? -1)))
    ? [`the parts are ${PARTS.join(", ")}, in this order`]
    : []
}

/** What is wrong with the comment of one export. */
const grammarFaults = (comment: string | undefined, isFunction: boolean): ReadonlyArray<string> => {
  if (comment === undefined) return ["no doc comment"]
  const text = inner(comment)
  const summary = (text.split(/\n\s*\n|\n(?=@)/)[0] ?? "").trim()
  const category = /^@category (.+)$/m.exec(text)?.[1]
  const faults: Array<string> = [...partFaults(text)]
  if (summary === "" || summary.startsWith("@") || summary.startsWith("**")) faults.push("no first paragraph")
  else if (!/[.:。：]\)?$/.test(summary)) faults.push("the first paragraph is no sentence")
  if (category === undefined) faults.push("no @category")
  else if (!SECTIONS.includes(category)) faults.push(`the category ${category} is no section`)
  if (!/^@since \d+\.\d+\.\d+$/m.test(text)) faults.push("no @since")
  if (isFunction && !/^@example\s*\n+```ts\n/m.test(text)) faults.push("no @example")
  return faults
}

const exportFaults = (file: ts.SourceFile, statement: ts.Statement): ReadonlyArray<string> => {
  if (ts.isExportDeclaration(statement) || ts.isExportAssignment(statement))
    return [`${place(file, statement)}: an export stands where it is declared`]
  if (!isExported(statement)) return []
  return grammarFaults(commentOf(statement), isFunctionStatement(statement)).map(
    (fault) => `${place(file, statement)}: ${fault}`,
  )
}

/** Exports without a proper comment, and modules without one at their head. */
export const docFaults = (tree: Tree): ReadonlyArray<string> =>
  modules(tree)
    .filter(({ path }) => tree.has(path))
    .flatMap(({ path }) => {
      const text = textOf(tree, path)
      const file = parse(path, text)
      const head = /^\/\*\*[\s\S]*?\*\//.exec(text)?.[0]
      const headFaults =
        head === undefined
          ? [`${path}: no comment at its head`]
          : [
              ...(/^@since \d+\.\d+\.\d+$/m.test(inner(head)) ? [] : [`${path}: no @since at its head`]),
              ...(inner(head).trim().startsWith("@") ? [`${path}: no first paragraph at its head`] : []),
            ]
      return [...headFaults, ...file.statements.flatMap((statement) => exportFaults(file, statement))]
    })

/** How many examples the doc comments announce. */
export const announced = (tree: Tree): number =>
  modules(tree)
    .filter(({ path }) => tree.has(path))
    .reduce((sum, { path }) => sum + [...textOf(tree, path).matchAll(/^\s*\* @example\b/gm)].length, 0)

const lineAt = (text: string, index: number): number => text.slice(0, index).split("\n").length

/** The examples of the doc comments. An announced example without a `ts` block is left out, so that the counts differ. */
export const docExamples = (tree: Tree): ReadonlyArray<Example> =>
  modules(tree)
    .filter(({ path }) => tree.has(path))
    .flatMap(({ path }) => {
      const text = textOf(tree, path)
      return [...text.matchAll(/^\s*\* @example\s*\n(?:\s*\*\s*\n)*\s*\* ```ts\n([\s\S]*?)\n\s*\* ```$/gm)].map(
        (match) => ({
          at: `${path}:${lineAt(text, match.index)}`,
          code: inner(match[1] ?? ""),
        }),
      )
    })

/** The `ts` blocks of the READMEs' English text: a reader will paste them. */
export const pageExamples = (tree: Tree): ReadonlyArray<Example> =>
  ["README.md"].flatMap((page) => {
    const text = textOf(tree, page)
    return [...text.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map((match) => ({
      at: `${page}:${lineAt(text, match.index)}`,
      code: match[1] ?? "",
    }))
  })

const IMPORTS = /^(dangjian(\/\w+)?|effect\/\w+|node:assert\/strict|fast-check)$/

/** Examples that assert nothing, that cannot fail, or that import what a reader does not have. */
export const exampleFaults = (examples: ReadonlyArray<Example>): ReadonlyArray<string> =>
  examples.flatMap(({ at, code }) => {
    const specifiers = [...code.matchAll(/\bfrom "([^"]+)"/g)].map(([, specifier = ""]) => specifier)
    return [
      ...specifiers.filter((each) => !IMPORTS.test(each)).map((each) => `${at}: imports ${each}`),
      ...(specifiers.some((each) => each.startsWith("dangjian")) ? [] : [`${at}: does not import dangjian`]),
      ...(/\bassert(\.\w+)?\(/.test(code) ? [] : [`${at}: asserts nothing`]),
      ...(/assert(\.ok)?\(true\)/.test(code) ? [`${at}: asserts what cannot fail`] : []),
    ]
  })

/** Code in `docs/` that stands in no example and no test. */
export const typedCode = (tree: Tree): ReadonlyArray<string> =>
  [...tree].flatMap(([page, text]) => {
    if (!/^docs\/.*\.md$/.test(page)) return []
    return [...text.matchAll(/^```(?:ts|typescript|js)\n([\s\S]*?)\n```$/gm)].flatMap((match) => {
      const code = match[1] ?? ""
      const kept = [...tree].some(([path, source]) => /^(examples|test)\/.*\.ts$/.test(path) && source.includes(code))
      return kept ? [] : [`${page}:${lineAt(text, match.index)}: code that stands in no example or test`]
    })
  })
