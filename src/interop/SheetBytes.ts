/**
 * Bytes (字节) of a file as text: which encoding they are in, and where they are broken.
 *
 * @since 0.1.0
 */
import * as Result from "effect/Result"
import { type Fault, make as fault } from "../foundation/Fault.js"

// ---------------------------------------------------------------- errors

/** What can be wrong with the bytes of a sheet. @internal */
export type BytesFault = Fault<
  "sheet.workbook" | "sheet.encoding" | "sheet.badByte" | "sheet.wideEncoding" | "sheet.nul" | "sheet.lostCharacters"
>

// ---------------------------------------------------------------- constructors

declare const TextDecoder: new (
  label: string,
  options: { readonly fatal: boolean },
) => { readonly decode: (bytes: Uint8Array) => string }

/** The text of a file in UTF-8 or GB18030, lines ending in a line feed. @internal */
export const textOf = (bytes: Uint8Array): Result.Result<string, BytesFault> => {
  const [first, second] = bytes
  if (WORKBOOKS.some((magic) => magic.every((byte, index) => bytes[index] === byte))) {
    return Result.fail(fault("sheet.workbook"))
  }
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return Result.fail(fault("sheet.wideEncoding"))
  }
  const nul = bytes.indexOf(0)
  if (nul !== -1) return Result.fail(fault("sheet.nul", { byte: nul + 1 }))
  const utf8 = decode("utf-8", bytes)
  const damaged = utf8 === undefined ? damagedAt(bytes, 10) : undefined
  if (damaged !== undefined) return Result.fail(fault("sheet.badByte", { line: damaged }))
  const decoded = utf8 ?? decode("gb18030", bytes)
  if (decoded === undefined) {
    const line = damagedAt(bytes, 1)
    return Result.fail(line === undefined ? fault("sheet.encoding") : fault("sheet.badByte", { line }))
  }
  const lost = decoded.indexOf(LOST)
  if (lost !== -1) return Result.fail(fault("sheet.lostCharacters", { line: lineAt(decoded, lost) }))
  return Result.succeed(decoded.replace(/^\uFEFF/, "").replace(/\r\n?/g, "\n"))
}
const LOST = "\uFFFD"

/** How the files of spreadsheet programs begin: a zip archive, and the compound file of before. */
const WORKBOOKS = [
  [0x50, 0x4b, 0x03, 0x04],
  [0xd0, 0xcf, 0x11, 0xe0],
]

const lineAt = (decoded: string, index: number): number => decoded.slice(0, index).split(/\r\n?|\n/).length

/** The first line that is not UTF-8 where the rest is: it has the mark, or enough Chinese characters to each bad place. */
const damagedAt = (bytes: Uint8Array, sound: number): number | undefined => {
  const loose = new TextDecoder("utf-8", { fatal: false }).decode(bytes)
  const isMarked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf
  const [bad, han] = [/\uFFFD/g, /\p{Script=Han}/gu].map((sign) => loose.match(sign)?.length ?? 0)
  return isMarked || (han ?? 0) > sound * (bad ?? 0) ? lineAt(loose, loose.indexOf(LOST)) : undefined
}

const decode = (label: string, bytes: Uint8Array): string | undefined => {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}
