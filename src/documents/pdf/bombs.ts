/**
 * Streams that expand beyond all measure. pdf.js expands what a page asks for without a bound, so streams are expanded
 * here first, one at a time, to see how large they become.
 */
import { inflateSync } from 'node:zlib'
import { overLimit } from '../formats/errors.ts'
import type { ReadOptions } from '../formats/types.ts'

/** Streams that stay below this size may expand by any ratio. */
const small = 4 * 1024 * 1024
/** A stream may be compressed again so many times. */
const deepest = 4

/** @throws DocumentError `over-limit` */
export function refuseBombs(bytes: Uint8Array, options: ReadOptions): void {
  const { name, limits } = options
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length)
  let budget = limits.expanded
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (at >= 3 && file.toString('latin1', at - 3, at) === 'end') continue
    let start = at + 6
    if (file[start] === 13) start++
    if (file[start] === 10) start++
    const head = file.toString('latin1', Math.max(0, at - 1500), at)
    const dictionary = head.slice(head.lastIndexOf(' obj') + 1)
    const found = file.indexOf('endstream', start)
    const body = file.subarray(start, found === -1 ? file.length : found)
    // Images are never decoded, so they count by themselves and not together.
    const image = /\/Subtype\s*\/Image/.test(dictionary)
    const size = /\/(?:LZWDecode|LZW)\b/.test(dictionary)
      ? lzwSize(body, limits.expanded)
      : inflated(body, image ? limits.expanded : budget)
    if (size === null) throw overLimit(name, 'expanded', limits.expanded)
    if (image) continue
    if (size > small && size > body.length * limits.ratio) throw overLimit(name, 'ratio', limits.ratio)
    budget -= size
  }
}

/** Bytes that a stream becomes, 0 where it is not compressed this way; null above the limit. */
function inflated(body: Uint8Array, limit: number, depth = 0): number | null {
  const [a, b] = [body[0] ?? 0, body[1] ?? 0]
  if ((a & 15) !== 8 || ((a << 8) | b) % 31 !== 0) return 0
  let out: Buffer
  try {
    // Cut-off streams give what they have.
    out = inflateSync(body, { maxOutputLength: Math.max(1, limit), finishFlush: 2 })
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE' ? null : 0
  }
  if (depth >= deepest) return out.length
  const inner = inflated(out, limit - out.length, depth + 1)
  return inner === null ? null : out.length + inner
}

/** Bytes that a stream of LZW codes becomes (ISO 32000-1, 7.4.4), counted without making them. */
function lzwSize(body: Uint8Array, limit: number): number | null {
  const lengths = new Uint32Array(4097)
  let [next, width, bits, held, before, total] = [258, 9, 0, 0, 0, 0]
  for (const byte of body) {
    held = ((held << 8) | byte) & 0xffffff
    bits += 8
    if (bits < width) continue
    bits -= width
    const code = (held >> bits) & ((1 << width) - 1)
    if (code === 257) break
    if (code === 256) {
      ;[next, width, before] = [258, 9, 0]
      continue
    }
    const length = code < 256 ? 1 : code < next ? lengths[code]! : before + 1
    total += length
    if (total > limit) return null
    if (before > 0 && next < 4096) lengths[next++] = before + 1
    before = length
    width = next + 1 >= 2048 ? 12 : next + 1 >= 1024 ? 11 : next + 1 >= 512 ? 10 : 9
  }
  return total
}
