/** The public surface as a picture: every export of every module with its kind and its type. `npm run surface` */
import { createHash } from "node:crypto"
import { writeFileSync } from "node:fs"
import { join } from "node:path"
import ts from "typescript"
import { type HouseModule, isMain, modules, ROOT, readTree, type Tree } from "./tree.js"

export const PICTURE = "test/house/surface.txt"

const FLAGS = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseSingleQuotesForStringLiteralType

/** Types of tables are long: past this length the picture keeps the beginning and a digest of the whole. */
const LONGEST = 600

const shortened = (text: string): string => {
  const line = text.replace(/\s+/g, " ")
  if (line.length <= LONGEST) return line
  return `${line.slice(0, LONGEST)}… ${createHash("sha256").update(line).digest("hex").slice(0, 16)}`
}

const printer = ts.createPrinter({ removeComments: true, omitTrailingSemicolon: true })

const plain = (node: ts.Node): string => printer.printNode(ts.EmitHint.Unspecified, node, node.getSourceFile())

const printed = (declaration: ts.Declaration): string => plain(declaration).replace(/^export (declare )?/, "")

const classText = (checker: ts.TypeChecker, symbol: ts.Symbol, declaration: ts.ClassDeclaration): string => {
  const members = checker
    .getPropertiesOfType(checker.getDeclaredTypeOfSymbol(symbol))
    .filter((member) => member.declarations?.some(({ parent }) => parent === declaration))
    .map((member) => `${member.name}: ${checker.typeToString(checker.getTypeOfSymbol(member), undefined, FLAGS)}`)
  const made = checker
    .getTypeOfSymbol(symbol)
    .getConstructSignatures()
    .map((signature) => `new ${checker.signatureToString(signature, undefined, FLAGS)}`)
  const heritage = (declaration.heritageClauses ?? []).map((clause) => ` ${clause.getText()}`).join("")
  return `class ${symbol.name}${heritage} { ${[...made, ...members].join("; ")} }`
}

/**
 * The type as it is written, where it is written in full: the checker orders the members of a union by the modules it
 * has seen before, so that its words change with their neighbours.
 */
const writtenType = (declaration: ts.Declaration | undefined): string | undefined => {
  if (declaration === undefined) return undefined
  if (ts.isVariableDeclaration(declaration) && declaration.type !== undefined) return plain(declaration.type)
  const made = ts.isVariableDeclaration(declaration) ? declaration.initializer : declaration
  if (made === undefined || !(ts.isArrowFunction(made) || ts.isFunctionDeclaration(made))) return undefined
  if (made.type === undefined || made.parameters.some(({ type }) => type === undefined)) return undefined
  const generics = made.typeParameters === undefined ? "" : `<${made.typeParameters.map(plain).join(", ")}>`
  return `${generics}(${made.parameters.map(plain).join(", ")}) => ${plain(made.type)}`
}

/** The lines of one export: a value and a type may share a name. */
const linesOf = (checker: ts.TypeChecker, symbol: ts.Symbol): ReadonlyArray<string> => {
  const declarations = symbol.declarations ?? []
  const lines: Array<string> = []
  for (const declaration of declarations) {
    if (ts.isTypeAliasDeclaration(declaration) || ts.isInterfaceDeclaration(declaration))
      lines.push(printed(declaration))
    else if (ts.isClassDeclaration(declaration)) lines.push(classText(checker, symbol, declaration))
  }
  if ((symbol.flags & (ts.SymbolFlags.Variable | ts.SymbolFlags.Function)) !== 0) {
    const kind = (symbol.flags & ts.SymbolFlags.Function) !== 0 ? "function" : "const"
    const inferred = (): string => checker.typeToString(checker.getTypeOfSymbol(symbol), undefined, FLAGS)
    lines.push(`${kind} ${symbol.name}: ${writtenType(symbol.valueDeclaration) ?? inferred()}`)
  }
  return lines.map(shortened)
}

/** The picture of the listed modules as a program of the compiler sees them. */
export const picture = (
  program: ts.Program,
  list: ReadonlyArray<HouseModule>,
  pathOf: (path: string) => string,
): string => {
  const checker = program.getTypeChecker()
  const blocks = list.map(({ area, name, path }) => {
    const file = program.getSourceFile(pathOf(path))
    const symbol = file === undefined ? undefined : checker.getSymbolAtLocation(file)
    if (symbol === undefined) return `${area}/${name}\n  (no module)`
    const lines = [...checker.getExportsOfModule(symbol)]
      .sort((a, b) => (a.name < b.name ? -1 : 1))
      .flatMap((each) => linesOf(checker, each))
    return [`${area}/${name}`, ...lines.map((line) => `  ${line}`)].join("\n")
  })
  return `${blocks.join("\n\n")}\n`
}

/** The picture of the repository. */
export const housePicture = (tree: Tree): string => {
  const config = ts.readConfigFile(join(ROOT, "tsconfig.json"), ts.sys.readFile).config as object
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, ROOT)
  const program = ts.createProgram([join(ROOT, "src/index.ts")], options)
  return picture(program, modules(tree), (path) => join(ROOT, path))
}

const keyed = (text: string): ReadonlyArray<string> => {
  let module = ""
  return text.split("\n").flatMap((line) => {
    if (/^\S/.test(line)) module = line
    return line.trim() === "" ? [] : [line.startsWith(" ") ? `${module}: ${line.trim()}` : module]
  })
}

/** What stands in one picture and not in the other. */
export const surfaceFaults = (committed: string, found: string): ReadonlyArray<string> => {
  const [old, now] = [keyed(committed), keyed(found)]
  const [oldSet, nowSet] = [new Set(old), new Set(now)]
  const differ = [
    ...old.filter((line) => !nowSet.has(line)).map((line) => `gone: ${line}`),
    ...now.filter((line) => !oldSet.has(line)).map((line) => `new: ${line}`),
  ]
  return differ.length === 0 && committed !== found ? ["the picture is in another order"] : differ
}

if (isMain(import.meta.url)) {
  writeFileSync(join(ROOT, PICTURE), housePicture(readTree()))
  console.log(`wrote ${PICTURE}`)
}
