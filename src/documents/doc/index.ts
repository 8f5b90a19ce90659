/**
 * Word documents before 2007 and those of WPS (MS-DOC): read from the piece table and the formatting pages, so that
 * deleted and hidden words, notes, numbers of lists and the cells of tables are told apart as in a docx.
 */
import { TextBuilder } from '../formats/builder.ts'
import { withoutText } from '../formats/errors.ts'
import type { Extracted, FormatReader, ReadOptions } from '../formats/types.ts'
import { format, openContainer } from './container.ts'
import { type Fib, fibOf, positions, tables } from './fib.ts'
import { Lists } from './lists.ts'
import { type Document, paragraphsOf, wordsOf } from './paragraphs.ts'
import { piecesOf } from './pieces.ts'
import { characterRuns, paragraphRuns } from './properties.ts'
import { stylesOf } from './styles.ts'
import { summaryOf } from './summary.ts'
import { type Context, writeParagraphs } from './write.ts'

export const doc: FormatReader = { id: 'doc', read }

function read(bytes: Uint8Array, options: ReadOptions): Extracted {
  const streams = openContainer(bytes, options)
  const fib = fibOf(streams, options)
  const document: Document = {
    pieces: piecesOf(fib, options),
    characters: characterRuns(fib),
    paragraphs: paragraphRuns(fib, stylesOf(fib)),
  }
  const out = new TextBuilder(options)
  const { main, footnotes, heads, comments, endnotes, boxes } = fib.lengths
  // The parts follow each other in the text; between headers and comments lies one that is never used.
  const startOf = { footnotes: main, heads: main + footnotes, comments: main + footnotes + heads, endnotes: 0, boxes: 0 }
  startOf.endnotes = startOf.comments + comments
  startOf.boxes = startOf.endnotes + endnotes

  const notes: [start: number, end: number, mark: string][] = []
  const bodies = [
    { refs: notesOf(fib, tables.footnoteRefs, 2, tables.footnotes), at: startOf.footnotes },
    { refs: notesOf(fib, tables.endnoteRefs, 2, tables.endnotes), at: startOf.endnotes },
  ]
  const remarks = notesOf(fib, tables.commentRefs, 30, tables.comments)
  const context: Context = {
    out,
    lists: new Lists(fib),
    mark(cp) {
      const remark = remarks.get(cp)
      if (remark) {
        const said = wordsOf(paragraphsOf(document, startOf.comments + remark[0], startOf.comments + remark[1]))
        out.aside('comment', said)
        return ''
      }
      for (const { refs, at } of bodies) {
        const found = refs.get(cp)
        if (!found) continue
        const mark = `[${notes.length + 1}]`
        notes.push([at + found[0], at + found[1], mark])
        return mark
      }
      return ''
    },
  }
  writeParagraphs(paragraphsOf(document, 0, main), context)
  if (boxes > 0) writeParagraphs(paragraphsOf(document, startOf.boxes, startOf.boxes + boxes), context)
  writeNotes(document, notes, context)
  const running = new Set(paragraphsOf(document, startOf.heads, startOf.heads + heads).map(each => wordsOf([each])))
  for (const text of running) {
    const reason = /^[-—–\s第页/共\d]*$/.test(text) ? 'page-number' : 'running-head'
    if (text !== '') out.asides.push({ reason, text, at: null, page: null })
  }
  const built = out.finish()
  if (built.text.trim() === '') {
    const pictures = built.asides.some(each => each.reason === 'picture')
    throw withoutText(
      options.name,
      format,
      pictures ? { zh: '只有图片', en: 'it holds pictures only' } : { zh: '正文是空的', en: 'its body is empty' },
    )
  }
  const metadata = streams.summary ? summaryOf(streams.summary) : {}
  return { mediaType: 'application/msword', encoding: null, pages: null, metadata, warnings: [], ...built }
}

/** Where notes are marked in the text, and where their own text lies in its part. */
function notesOf(fib: Fib, refs: number, size: number, texts: number): Map<number, [number, number]> {
  const marked = positions(fib.part(refs), size)
  const bounds = fib.part(texts)
  const out = new Map<number, [number, number]>()
  for (let i = 0; i + 1 < marked.length && 4 * (i + 2) <= bounds.length; i++)
    out.set(marked[i]!, [bounds.readUInt32LE(4 * i), bounds.readUInt32LE(4 * (i + 1))])
  return out
}

function writeNotes(document: Document, notes: [number, number, string][], context: Context): void {
  const { out } = context
  if (notes.length === 0) return
  out.openNotes()
  for (const [from, to, mark] of [...notes]) {
    out.add(mark)
    // The note begins with its own mark, which is no mark of another.
    writeParagraphs(paragraphsOf(document, from, Math.min(to, from + 1_000_000)), { ...context, mark: () => '' })
  }
}
