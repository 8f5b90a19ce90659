/** The head of the WordDocument stream (MS-DOC 2.5, File Information Block): where everything else lies. */
import { DocumentError } from '../error.ts'
import { damaged, encrypted } from '../formats/errors.ts'
import type { ReadOptions } from '../formats/types.ts'
import { format, type Streams } from './container.ts'

/** Numbers of the tables in FibRgFcLcb97. */
export const tables = {
  styles: 1,
  footnoteRefs: 2,
  footnotes: 3,
  commentRefs: 4,
  comments: 5,
  characters: 12,
  paragraphs: 13,
  pieces: 33,
  endnoteRefs: 46,
  endnotes: 47,
  lists: 73,
  listOverrides: 74,
} as const

export interface Fib {
  word: Buffer
  /** A table as a slice of the table stream; empty where the document has none. */
  part(n: number): Buffer
  /** From the start of a table to the end of its stream: some are followed by data that their length leaves out. */
  from(n: number): Buffer
  /** Characters of the parts of the document, in their order in the text. */
  lengths: { main: number; footnotes: number; heads: number; comments: number; endnotes: number; boxes: number }
}

/** @throws DocumentError */
export function fibOf(streams: Streams, options: ReadOptions): Fib {
  const { word } = streams
  const { name: file } = options
  if (word.length < 0x200 || word.readUInt16LE(0) !== 0xa5ec) {
    if (word.length > 4 && (word.readUInt16LE(0) === 0xa5dc || word.readUInt16LE(0) === 0xa59b)) throw tooOld(file)
    throw damaged(file, format, { zh: '文件头不对', en: 'its head is wrong' })
  }
  // Word 97 writes 193; versions before keep their text elsewhere and in another encoding.
  if (word.readUInt16LE(2) < 101) throw tooOld(file)
  const flags = word.readUInt16LE(0x0a)
  if (flags & 0x0100) throw encrypted(file, format)
  const table = streams.table(flags & 0x0200 ? '1Table' : '0Table')
  if (!table) throw damaged(file, format, { zh: '缺少目录流', en: 'its table stream is missing' })
  const entry = (n: number) => 0x9a + 8 * n
  const start = (n: number) => (entry(n) + 8 <= word.length ? word.readUInt32LE(entry(n)) : 0)
  const size = (n: number) => (entry(n) + 8 <= word.length ? word.readUInt32LE(entry(n) + 4) : 0)
  const length = (at: number) => Math.max(0, word.readInt32LE(at))
  return {
    word,
    part: n => table.subarray(start(n), start(n) + size(n)),
    from: n => (size(n) === 0 ? table.subarray(0, 0) : table.subarray(start(n))),
    lengths: {
      main: length(0x4c),
      footnotes: length(0x50),
      heads: length(0x54),
      comments: length(0x5c),
      endnotes: length(0x60),
      boxes: length(0x64),
    },
  }
}

function tooOld(file: string): DocumentError {
  return new DocumentError('unsupported', file, {
    what: { zh: '这是 Word 95 或更早的文件，不读这种格式', en: 'a file of Word 95 or earlier, which is not read' },
    todo: { zh: '请用 Word 或 WPS 打开，另存为 .docx 再读', en: 'open it in Word or WPS, save it as .docx and read that' },
  })
}

/** The positions of a PLC (MS-DOC 2.2.2) whose entries have `size` bytes. */
export function positions(plc: Buffer, size: number): number[] {
  const count = Math.floor((plc.length - 4) / (4 + size))
  return count < 1 ? [] : Array.from({ length: count + 1 }, (_, i) => plc.readUInt32LE(4 * i))
}
