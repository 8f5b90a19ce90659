/** The compound file (MS-CFB) that Office used before 2007: which program wrote it, and its streams. */
import CFB from 'cfb'
import { unsupported } from '../formats/detect.ts'
import { damaged, encrypted } from '../formats/errors.ts'
import type { ReadOptions } from '../formats/types.ts'

export interface Streams {
  word: Buffer
  /** The stream with the tables of the document: `0Table` or `1Table`. */
  table(name: '0Table' | '1Table'): Buffer | null
  summary: Buffer | null
}

export const format = 'Word 97–2003'

/** @throws DocumentError `damaged`, `encrypted` (a docx under a password lies in the same container) or `unsupported` */
export function openContainer(bytes: Uint8Array, options: ReadOptions): Streams {
  const { name: file } = options
  let container: CFB.CFB$Container
  try {
    container = CFB.read(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), { type: 'buffer' })
  } catch (error) {
    throw damaged(file, format, {
      zh: '目录读不出来，文件可能不完整',
      en: `its directory cannot be read (${(error as Error).message})`,
    })
  }
  // Only entries of the root: embedded objects are documents of their own.
  const root = container.FullPaths[0] ?? ''
  const stream = (name: string): Buffer | null => {
    const at = container.FullPaths.findIndex(path => path.toLowerCase() === `${root}${name}`.toLowerCase())
    const content = at === -1 ? undefined : container.FileIndex[at]?.content
    return content ? Buffer.from(content as Uint8Array) : null
  }
  if (stream('EncryptedPackage')) throw encrypted(file, 'Word')
  const word = stream('WordDocument')
  if (!word) {
    if (stream('Workbook') ?? stream('Book')) throw unsupported('Excel 97–2003', file)
    if (stream('PowerPoint Document')) throw unsupported('PowerPoint 97–2003', file)
    if (stream('MatOST') ?? stream('CONTENTS')) throw unsupported('Microsoft Works', file)
    throw damaged(file, format, { zh: '里面没有 Word 正文', en: 'it holds no Word document' })
  }
  return { word, table: stream, summary: stream('\u0005SummaryInformation') }
}
