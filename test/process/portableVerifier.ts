/**
 * A verifier of chains after the text at `Chain.verify` and nothing else: no line of it is the library's. It takes what
 * `JSON.parse` gives.
 */
import { createHash } from "node:crypto"

type Json = string | number | boolean | null | ReadonlyArray<Json> | { readonly [key: string]: Json }
type Line = { readonly [key: string]: Json } & {
  readonly origin: string
  readonly number: number
  readonly digest: string
  readonly recordedAt: number
}
type Item = { readonly line: Line; readonly open?: { readonly [key: string]: Json } }

export type Answer =
  | {
      readonly count: number
      readonly heads: ReadonlyArray<{
        readonly origin: string
        readonly count: number
        readonly digest: string
        readonly recordedAt: number
      }>
    }
  | { readonly code: string; readonly origin: string; readonly number: number; readonly index?: number }

// 1
const canonical = (value: Json): string => {
  if (typeof value !== "object" || value === null) return JSON.stringify(value)
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`
  const record = value as { readonly [key: string]: Json }
  return `{${Object.keys(record)
    .sort()
    .map((name) => `${JSON.stringify(name)}:${canonical(record[name]!)}`)
    .join(",")}}`
}

const sha = (bytes: string): string => `sha256:${createHash("sha256").update(bytes, "utf8").digest("hex")}`

// 2
const digest = (value: Json): string => sha(`dangjian:document:1\n${canonical(value)}`)

const without = (record: { readonly [key: string]: Json }, name: string): Json =>
  Object.fromEntries(Object.entries(record).filter(([key]) => key !== name))

const compare = (a: string | number, b: string | number): number => (a < b ? -1 : a > b ? 1 : 0)

const named = (of: { readonly [key: string]: Json }): string => JSON.stringify([of.origin, of.number, of.digest])

export const verifyPortably = (
  items: ReadonlyArray<Item>,
  deposited: ReadonlyArray<{ readonly origin: string; readonly count: number; readonly digest: string }> = [],
): Answer => {
  const bad = (code: string, { origin, number }: Line, index?: number): Answer =>
    index === undefined ? { code, origin, number } : { code, origin, number, index }
  // 3
  const order = items
    .map((item, index) => ({ ...item, index }))
    .sort(
      (a, b) =>
        compare(a.line.origin, b.line.origin) ||
        compare(a.line.number, b.line.number) ||
        compare(a.line.digest, b.line.digest),
    )
  // 4
  const alone = ({ line, open, index }: (typeof order)[number]): Answer | undefined => {
    if (digest(without(line, "digest")) !== line.digest) return bad("chain.digest", line, index)
    if (open === undefined) return undefined
    const bytes = Buffer.byteLength(String(open.salt), "utf8")
    const secret = sha(`dangjian:salted:1\n${bytes}\n${open.salt}${canonical(without(open, "salt"))}`)
    return bytes < 16 || secret !== line.secret ? bad("chain.secret", line, index) : undefined
  }
  // 5
  const lines = order.filter(({ line }, place) => place === 0 || named(line) !== named(order[place - 1]!.line))
  const erasures = lines.flatMap(({ line }) => (line.erases === undefined ? [] : [line.erases as Line]))
  for (const [place, { line, index }] of lines.entries()) {
    for (const copy of order.filter((each) => named(each.line) === named(line))) {
      const wrong = alone(copy)
      if (wrong !== undefined) return wrong
    }
    const last = lines[place - 1]?.line
    const before = last !== undefined && last.origin === line.origin ? last : undefined
    if (before !== undefined && before.number === line.number) return bad("chain.fork", line, index)
    if (line.number !== (before === undefined ? 1 : before.number + 1)) return bad("chain.gap", line, index)
    const previous = before === undefined ? digest({ format: 1, origin: line.origin }) : before.digest
    if (line.previous !== previous) return bad("chain.previous", line, index)
    if (before !== undefined && line.recordedAt < before.recordedAt) return bad("chain.clock", line, index)
    if (line.erases !== undefined) {
      const target = line.erases as Line
      const there = lines.filter((each) => each.line.origin === target.origin && each.line.number === target.number)
      if (there.length > 0 && !there.some((each) => each.line.digest === target.digest))
        return bad("chain.erases", line, index)
    }
    const isErased = erasures.some((erased) => named(erased) === named(line))
    const isOpen = order.some((each) => named(each.line) === named(line) && each.open !== undefined)
    if (isErased && isOpen) return bad("chain.kept", line)
    if (!isErased && !isOpen) return bad("chain.missing", line)
  }
  // 6
  for (const { origin, count, digest: wanted } of deposited) {
    const there = lines.some(({ line }) => line.origin === origin && line.number === count && line.digest === wanted)
    if (count > 0 && !there) return { code: "chain.head", origin, number: count }
  }
  const heads = lines.filter(({ line }, place) => lines[place + 1]?.line.origin !== line.origin)
  return {
    count: lines.length,
    heads: heads.map(({ line }) => ({
      origin: line.origin,
      count: line.number,
      digest: line.digest,
      recordedAt: line.recordedAt,
    })),
  }
}
