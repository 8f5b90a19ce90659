/** Stretches of the text into paragraphs: marks, fields, notes and revisions told apart from words. */
import type { Pieces } from './pieces.ts'
import type { CharacterRun, ParagraphRun, Runs } from './properties.ts'

export type Part =
  | { kind: 'words'; text: string }
  | { kind: 'deleted' | 'hidden'; text: string }
  | { kind: 'break' }
  | { kind: 'picture' }
  /** A mark of a note or a comment. */
  | { kind: 'mark'; cp: number }

export interface Paragraph {
  parts: Part[]
  properties: ParagraphRun | null
  /** What ends it: a paragraph mark, or the mark of a cell or a row. */
  ends: 'paragraph' | 'cell'
}

export interface Document {
  pieces: Pieces
  characters: Runs<CharacterRun>
  paragraphs: Runs<ParagraphRun>
}

/** The paragraphs of the characters from `start` to `end`. */
export function paragraphsOf({ pieces, characters, paragraphs }: Document, start: number, end: number): Paragraph[] {
  const out: Paragraph[] = []
  let parts: Part[] = []
  /** Fields that are open; their instructions come before their separator and are no text. */
  const fields: { shown: boolean }[] = []
  const say = (kind: 'words' | 'deleted' | 'hidden', char: string) => {
    const last = parts.at(-1)
    if (last?.kind === kind) last.text += char
    else parts.push({ kind, text: char })
  }
  for (let cp = start; cp < end; cp++) {
    const code = pieces.text.charCodeAt(cp)
    const offset = pieces.offset(cp)
    if (code === 0x0d || code === 0x07 || (code === 0x0c && cp + 1 < end)) {
      out.push({ parts, properties: paragraphs.at(offset), ends: code === 0x07 ? 'cell' : 'paragraph' })
      parts = []
      continue
    }
    if (code === 0x13) fields.push({ shown: false })
    else if (code === 0x14 && fields.length > 0) fields.at(-1)!.shown = true
    else if (code === 0x15) fields.pop()
    if (code >= 0x13 && code <= 0x15) continue
    const run = characters.at(offset)
    const kind = run?.deleted ? 'deleted' : run?.hidden ? 'hidden' : 'words'
    if (fields.some(field => !field.shown)) continue
    if (code === 0x0b || code === 0x0e || code === 0x0c) parts.push({ kind: 'break' })
    else if (code === 0x02 || code === 0x05) parts.push({ kind: 'mark', cp })
    else if (code === 0x01 || code === 0x08) parts.push({ kind: 'picture' })
    else if (code === 0x1e) say(kind, '-')
    else if (code === 0x28 && run?.special && run.symbol !== null) say(kind, symbolOf(run.symbol))
    else if (code === 0x09 || code >= 0x20) say(kind, pieces.text[cp]!)
  }
  if (parts.length > 0) out.push({ parts, properties: null, ends: 'paragraph' })
  return out
}

/** List marks of symbol fonts as marks; others keep their place in the private use area. */
function symbolOf(code: number): string {
  return [0x6c, 0xb7].includes(code & 0xff) ? '●' : [0x6e].includes(code & 0xff) ? '■' : String.fromCharCode(code)
}

/** The words of paragraphs on one line, deleted ones left out. */
export function wordsOf(paragraphs: Paragraph[]): string {
  const lines = paragraphs.map(({ parts }) =>
    parts
      .map(part => (part.kind === 'words' ? part.text : ''))
      .join('')
      .trim(),
  )
  return lines.filter(line => line !== '').join(' ')
}
