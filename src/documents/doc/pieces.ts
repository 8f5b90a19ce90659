/** The text as the piece table (MS-DOC 2.4.1) puts it together, with the place of each character in the file. */
import { damaged, overLimit } from '../formats/errors.ts'
import type { ReadOptions } from '../formats/types.ts'
import { format } from './container.ts'
import { type Fib, positions, tables } from './fib.ts'

export interface Pieces {
  text: string
  /** File offset of a character, for looking up its properties. */
  offset(cp: number): number
}

interface Piece {
  start: number
  end: number
  at: number
  /** Bytes a character takes. */
  width: 1 | 2
}

/** @throws DocumentError */
export function piecesOf(fib: Fib, options: ReadOptions): Pieces {
  const plc = pieceTable(fib.part(tables.pieces))
  if (!plc) throw damaged(options.name, format, { zh: '找不到正文的位置', en: 'where its text lies is not to be found' })
  const ends = positions(plc, 8)
  const pieces: Piece[] = []
  const parts: string[] = []
  let length = 0
  for (let i = 0; i + 1 < ends.length; i++) {
    const start = ends[i]!
    const end = ends[i + 1]!
    const word = plc.readUInt32LE(4 * ends.length + 8 * i + 2)
    const compressed = (word & 0x40000000) !== 0
    const at = compressed ? (word & 0x3fffffff) >>> 1 : word & 0x3fffffff
    const width = compressed ? 1 : 2
    if (start !== length || end < start || at + (end - start) * width > fib.word.length)
      throw damaged(options.name, format, { zh: '正文不完整', en: 'its text is cut off' })
    length = end
    if (length > options.limits.characters) throw overLimit(options.name, 'characters', options.limits.characters)
    pieces.push({ start, end, at, width })
    parts.push(decoded(fib.word.subarray(at, at + (end - start) * width), width))
  }
  let last = pieces[0]
  return {
    text: parts.join(''),
    offset(cp) {
      if (!last || cp < last.start || cp >= last.end) last = pieces.find(each => cp >= each.start && cp < each.end)
      return last ? last.at + (cp - last.start) * last.width : 0
    },
  }
}

function pieceTable(clx: Buffer): Buffer | null {
  for (let at = 0; at + 5 <= clx.length; ) {
    if (clx[at] === 2) return clx.subarray(at + 5, at + 5 + clx.readUInt32LE(at + 1))
    if (clx[at] !== 1) return null
    at += 3 + clx.readUInt16LE(at + 1)
  }
  return null
}

/** Pieces of one byte a character hold Windows-1252. */
function decoded(bytes: Buffer, width: 1 | 2): string {
  return width === 2 ? bytes.toString('utf16le') : new TextDecoder('windows-1252').decode(bytes)
}
