/** The style sheet (MS-DOC 2.9.271, STSH): the paragraph modifiers of each style, those it is based on first. */
import { type Fib, tables } from './fib.ts'

export function stylesOf(fib: Fib): (style: number) => Buffer[] {
  const sheet = fib.part(tables.styles)
  const styles: ({ base: number; own: Buffer } | null)[] = []
  if (sheet.length >= 6) {
    const head = sheet.readUInt16LE(0)
    const fixed = sheet.readUInt16LE(4)
    for (let at = 2 + head; at + 2 <= sheet.length; ) {
      const size = sheet.readUInt16LE(at)
      at += 2
      styles.push(size === 0 ? null : styleOf(sheet.subarray(at, at + size), fixed))
      at += size + (size & 1)
    }
  }
  const known = new Map<number, Buffer[]>()
  const chain = (style: number): Buffer[] => {
    const made = known.get(style)
    if (made) return made
    known.set(style, []) // a style based on itself ends here
    const found = styles[style]
    const out = found ? [...chain(found.base), found.own] : []
    known.set(style, out)
    return out
  }
  return chain
}

function styleOf(std: Buffer, fixed: number): { base: number; own: Buffer } | null {
  if (std.length < 10) return null
  const kind = std.readUInt16LE(2)
  if ((kind & 15) !== 1) return null // no paragraph style
  let at = fixed
  if (at + 2 > std.length) return null
  at += 2 + 2 * std.readUInt16LE(at) + 2 // its name and a zero
  if (at + 4 > std.length) return { base: kind >> 4, own: std.subarray(0, 0) }
  const size = std.readUInt16LE(at)
  // The modifiers follow the style's own number.
  return { base: kind >> 4, own: std.subarray(at + 4, at + 2 + size) }
}
