/** Title, author and dates from the property set of a document (MS-OLEPS 2.21, SummaryInformation). */
import type { Metadata } from '../types.ts'

const keys: Record<number, keyof Metadata> = {
  2: 'title',
  4: 'author',
  5: 'keywords',
  12: 'created',
  13: 'modified',
  18: 'software',
}

/** Code pages of strings that Chinese systems write. */
const encodings: Record<number, string> = { 936: 'gb18030', 54936: 'gb18030', 950: 'big5', 65001: 'utf-8', 1200: 'utf-16le' }

export function summaryOf(stream: Buffer): Metadata {
  const out: Metadata = {}
  if (stream.length < 56) return out
  const set = stream.readUInt32LE(44)
  if (set + 8 > stream.length) return out
  const count = Math.min(stream.readUInt32LE(set + 4), 100)
  const entries: [id: number, at: number][] = []
  for (let i = 0; i < count && set + 16 + 8 * i <= stream.length; i++)
    entries.push([stream.readUInt32LE(set + 8 + 8 * i), set + stream.readUInt32LE(set + 12 + 8 * i)])
  const page = entries.find(([id]) => id === 1)?.[1]
  const encoding =
    encodings[page !== undefined && page + 6 <= stream.length ? stream.readUInt16LE(page + 4) : 0] ?? 'windows-1252'
  for (const [id, at] of entries) {
    const key = keys[id]
    const value = key && propertyAt(stream, at, encoding)
    if (key && value) out[key] = value
  }
  return out
}

function propertyAt(stream: Buffer, at: number, encoding: string): string | null {
  if (at + 12 > stream.length) return null
  const type = stream.readUInt16LE(at)
  if (type === 0x1e || type === 0x1f) {
    const size = stream.readUInt32LE(at + 4) * (type === 0x1f ? 2 : 1)
    if (at + 8 + size > stream.length) return null
    const text = new TextDecoder(type === 0x1f ? 'utf-16le' : encoding).decode(stream.subarray(at + 8, at + 8 + size))
    return text.replace(/\0[\s\S]*$/, '').trim()
  }
  if (type !== 0x40) return null
  // A FILETIME: tenths of a microsecond since 1601.
  const ticks = stream.readBigUInt64LE(at + 4)
  const date = new Date(Number(ticks / 10_000n) - 11_644_473_600_000)
  return ticks === 0n || Number.isNaN(date.getTime()) ? null : date.toISOString()
}
