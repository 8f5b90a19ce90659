import type { Words } from './types.ts'

export type DocumentErrorCode =
  | 'empty'
  | 'binary'
  | 'unsupported'
  | 'not-chinese'
  | 'damaged'
  | 'too-large'
  | 'not-found'
  | 'unreadable'
  | 'no-texts'
  | 'no-match'
  | 'encrypted'
  | 'no-text'
  | 'over-limit'
  | 'unsafe'
  | 'classified'
  | 'defect'

/**
 * Why a document could not be taken: `what` is wrong, `where` (null when it is the file as a whole),
 * and what `todo` about it. `code` is stable; the words may change.
 */
export class DocumentError extends Error {
  override readonly name = 'DocumentError'
  readonly code: DocumentErrorCode
  readonly file: string
  readonly where: Words | null
  readonly what: Words
  readonly todo: Words

  constructor(code: DocumentErrorCode, file: string, said: { what: Words; todo: Words; where?: Words | null }) {
    super(`${file}: ${said.what.zh} (${said.what.en})`)
    this.code = code
    this.file = file
    this.where = said.where ?? null
    this.what = said.what
    this.todo = said.todo
  }
}

/** `第 3 行第 7 字` for an offset into a text: lines and characters are counted from 1. */
export function place(text: string, offset: number): Words {
  let line = 1
  let start = 0
  for (let at = text.indexOf('\n'); at !== -1 && at < offset; at = text.indexOf('\n', at + 1)) {
    line++
    start = at + 1
  }
  const column = offset - start + 1
  return { zh: `第 ${line} 行第 ${column} 字`, en: `line ${line}, character ${column}` }
}
