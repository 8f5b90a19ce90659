/** Damage for files, the same every time, and what has to hold of a reader that is given them. */
import { strToU8 } from 'fflate'
import { expect } from 'vitest'
import { DocumentError } from '../../../src/documents/error.ts'
import { defaultLimits } from '../../../src/documents/formats/limits.ts'
import type { Extracted } from '../../../src/documents/formats/types.ts'

/** Changes some bytes, drops or repeats a stretch, cuts the end off, or puts words in that parsers stumble over. */
export function mutated(bytes: Uint8Array, next: () => number, words: string[]): Uint8Array {
  let out = Buffer.from(bytes)
  const at = () => Math.floor(next() * out.length)
  for (let n = 1 + Math.floor(next() * 4); n > 0 && out.length > 8; n--) {
    const [a, b] = [at(), Math.min(out.length, at())]
    switch (Math.floor(next() * 6)) {
      case 0:
        for (let i = 0; i < 8; i++) out[at()] = Math.floor(next() * 256)
        break
      case 1:
        out = Buffer.concat([out.subarray(0, a), out.subarray(Math.min(out.length, a + Math.floor(next() * 200)))])
        break
      case 2:
        out = Buffer.concat([out.subarray(0, a), out.subarray(b, b + 300), out.subarray(a)])
        break
      case 3:
        out = out.subarray(0, Math.max(8, a))
        break
      default: {
        const word = words[Math.floor(next() * words.length)]!
        out = Buffer.concat([out.subarray(0, a), Buffer.from(word), out.subarray(a + Math.floor(next() * word.length))])
      }
    }
  }
  return out
}

export interface Outcome {
  read: number
  refused: number
  /** Milliseconds of work that the slowest case took, which a busy machine does not change, and which case it was. */
  slowest: number
  slow: string
  others: string[]
}

/** Limits that bound one damaged file. */
export const limits = { ...defaultLimits, seconds: 10, pages: 200, characters: 100_000, expanded: 20_000_000 }

/**
 * Reads damaged files one after the other.
 * @param read takes the bytes of one case; what it throws must be a DocumentError
 */
export async function outcomeOf(
  read: (bytes: Uint8Array) => Promise<Extracted[]> | Extracted[],
  cases: Iterable<[string, Uint8Array]>,
): Promise<Outcome> {
  const out: Outcome = { read: 0, refused: 0, slowest: 0, slow: '', others: [] }
  for (const [name, bytes] of cases) {
    const start = process.cpuUsage()
    try {
      for (const one of await ended(read(bytes))) whole(one)
      out.read++
    } catch (error) {
      if (error instanceof DocumentError && error.code !== 'defect') out.refused++
      else out.others.push(`${name}: ${error instanceof Error ? error.stack?.split('\n').slice(0, 4).join(' | ') : error}`)
    }
    const { user, system } = process.cpuUsage(start)
    const time = (user + system) / 1000
    if (time > out.slowest) Object.assign(out, { slowest: time, slow: name })
  }
  return out
}

/** A reader that waits for ever fails the case and not the whole test. */
function ended<T>(reading: Promise<T> | T): Promise<T> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('never ends')), 20_000)
    Promise.resolve(reading)
      .then(resolve, reject)
      .finally(() => clearTimeout(timer))
  })
}

/** What holds of every text that a reader gives. */
function whole({ text: said, map, asides, tables, pages: count }: Extracted): void {
  let last = 0
  for (const [start, end, page] of map) {
    if (start < last || end <= start || end > said.length) throw new Error('map out of order')
    if (page === null ? count !== null : page < 1 || page > count!) throw new Error('page out of range')
    last = end
  }
  for (const { at } of asides) if (at !== null && (at < 0 || at > said.length)) throw new Error('aside out of range')
  for (const { cells } of tables)
    for (const cell of cells) if (said.slice(cell.start, cell.end) !== cell.text) throw new Error('cell')
}

export const xmlWords = [
  '<',
  '>',
  '&',
  '&#0;',
  '&#x10ffff;',
  ']]>',
  '<![CDATA[',
  '1e308',
  '-1',
  'NaN',
  'g 999999999 1',
  'g',
  '0 0 0 0',
  '"',
  ' ID="',
  '../../../../etc/passwd',
  '/',
  '<!DOCTYPE a [<!ENTITY b "c">]>',
  '\ufffe',
  'CTM="1e300 0 0 1e300 0 0"',
  'Size="1e9"',
  '<ofd:TextObject>',
  '</ofd:Layer>',
  'ResourceID="9"',
  '<?xml version="1.1"?>',
]

const values = [
  '',
  '0',
  '-1',
  '1e300',
  'NaN',
  '0 0 0 0',
  '1 0 0',
  '-5 0 0 -5 0 0',
  '1e9 1e9 -1e9 1e9 5 5',
  'g 99999999 1',
  'g g g',
  '3',
  '9',
  '../..',
  '/',
  'Doc_0/Document.xml',
  'false',
  '180',
  '90',
  '\u{20000}',
]

/** Changes some values and drops some elements, so that it stays well-formed and the walk over it is reached. */
export function revalued(xml: Uint8Array, next: () => number): Uint8Array {
  let out = Buffer.from(xml).toString('utf8')
  const share = next() < 0.5 ? 0.01 : 0.2
  out = out.replace(/="[^"]*"/g, was =>
    next() < share && !was.includes('http') ? `="${values[Math.floor(next() * values.length)]}"` : was,
  )
  if (next() < 0.3)
    out = out.replace(/>[^<>]+</g, was => (next() < share ? `>${values[Math.floor(next() * values.length)]}<` : was))
  return strToU8(out)
}

/**
 * Damages every case and asserts what has to hold of a reader: no error but its own, both readings and refusals, bounded time and memory.
 */
export async function holdsUp(
  read: Parameters<typeof outcomeOf>[0],
  cases: Parameters<typeof outcomeOf>[1],
  count: number,
): Promise<void> {
  const before = process.memoryUsage().rss
  const outcome = await outcomeOf(read, cases)
  expect(outcome.others).toEqual([])
  expect(outcome.read).toBeGreaterThan(count / 20)
  expect(outcome.refused).toBeGreaterThan(count / 20)
  expect([outcome.slow, outcome.slowest < 8000]).toEqual([outcome.slow, true])
  expect(process.memoryUsage().rss - before).toBeLessThan(700 * 1024 * 1024)
  console.info(`${outcome.read} read, ${outcome.refused} refused, slowest ${Math.round(outcome.slowest)} ms: ${outcome.slow}`)
}
