/**
 * Which encoding a Chinese text is in. A byte-order mark or valid UTF-8 settles it; what is left is
 * told apart by reading a sample each way and looking how much of it is everyday Chinese: the wrong
 * table turns common characters into rare ones, so the right one stands out after a few words.
 */
import { isUtf8 } from 'node:buffer'
import { commonCharacters } from './common-characters.ts'
import type { Encoding } from './types.ts'

export interface Detected {
  encoding: Encoding
  /** Bytes of the byte-order mark, which is no part of the text. */
  bom: 0 | 2 | 3
  /** False where the sample does not look like Chinese in any encoding. */
  sure: boolean
}

const sampleBytes = 65_536
const common = new Set(commonCharacters)

/** Finds the encoding of `bytes`; the first 64 KB of its Chinese decide. */
export function detect(bytes: Uint8Array): Detected {
  const [a, b, c] = bytes
  if (a === 0xef && b === 0xbb && c === 0xbf) return { encoding: 'utf-8', bom: 3, sure: true }
  if (a === 0xff && b === 0xfe) return { encoding: 'utf-16le', bom: 2, sure: true }
  if (a === 0xfe && b === 0xff) return { encoding: 'utf-16be', bom: 2, sure: true }
  const valid = isUtf8(bytes)
  // ASCII pairs look like Han characters in UTF-16, so a valid UTF-8 text without NULs is not asked.
  if (valid && !bytes.includes(0)) return { encoding: 'utf-8', bom: 0, sure: true }
  const wide = utf16(bytes)
  if (wide !== null) return { encoding: wide, bom: 0, sure: true }
  if (valid) return { encoding: 'utf-8', bom: 0, sure: true }
  return byWords(bytes)
}

/** The encoding under a label that people use for it, or null: GBK and GB2312 are part of GB18030. */
export function encodingNamed(label: string): Encoding | null {
  switch (label.toLowerCase().replace(/[-_ ]/g, '')) {
    case 'utf8':
    case 'utf8bom':
      return 'utf-8'
    case 'utf16':
    case 'utf16le':
      return 'utf-16le'
    case 'utf16be':
      return 'utf-16be'
    case 'gb18030':
    case 'gbk':
    case 'gb2312':
    case 'cp936':
    case 'euccn':
      return 'gb18030'
    case 'big5':
    case 'cp950':
      return 'big5'
    default:
      return null
  }
}

/** UTF-16 without a mark: nearly every unit is ASCII, a Han character or CJK punctuation in one byte order. */
function utf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | null {
  const end = Math.min(bytes.length, sampleBytes) & ~1
  if (end < 4) return null
  let little = 0
  let big = 0
  for (let i = 0; i < end; i += 2) {
    const x = bytes[i]!
    const y = bytes[i + 1]!
    if (plausible((y << 8) | x)) little++
    if (plausible((x << 8) | y)) big++
  }
  const units = end / 2
  if (little > big && little / units > 0.9) return 'utf-16le'
  if (big > little && big / units > 0.9) return 'utf-16be'
  return null
}

function plausible(unit: number): boolean {
  if (unit < 0x80) return unit >= 0x20 || unit === 9 || unit === 10 || unit === 13
  return (
    (unit >= 0x4e00 && unit <= 0x9fff) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    (unit >= 0x2010 && unit <= 0x206f) ||
    unit === 0xb7 ||
    unit === 0xa0
  )
}

function byWords(bytes: Uint8Array): Detected {
  // In all of these encodings a first byte above ASCII begins a character.
  const from = bytes.findIndex(byte => byte >= 0x80)
  const sample = bytes.subarray(from, from + sampleBytes)
  const units = bytes.subarray(0, sampleBytes)
  let best: Encoding = 'gb18030'
  let top = Number.NEGATIVE_INFINITY
  for (const encoding of ['gb18030', 'utf-8', 'big5', 'utf-16le', 'utf-16be'] as const) {
    const wide = encoding.startsWith('utf-16')
    const score = everyday(new TextDecoder(encoding).decode(wide ? units : sample))
    // Nearly any bytes are UTF-16, so only a text that reads well is taken for it.
    if (score > top && (!wide || score > 0.3)) {
      top = score
      best = encoding
    }
  }
  return { encoding: best, bom: 0, sure: top > 0.15 }
}

/** Everyday characters less damage and rarities, as a share of all that is not ASCII: 0.5 to 0.8 in a report. */
function everyday(text: string): number {
  let seen = 0
  let score = 0
  for (const char of text) {
    const code = char.codePointAt(0)!
    if (code < 0x80) continue
    seen++
    if (common.has(char)) score += 1
    else if (code === 0xfffd) score -= 2
    else if (code >= 0xe000 && code <= 0xf8ff) score -= 1
  }
  return seen === 0 ? 0 : score / seen
}
