/** Through a Word document in the order of its text: the body, then its notes. */
import type { TextBuilder } from '../formats/builder.ts'
import { childOf, elementsOf, type XmlElement } from '../formats/xml.ts'
import { Body, type Trace } from './body.ts'
import { commentsOf, notesOf } from './notes.ts'
import { Numbering } from './numbering.ts'
import type { Package } from './package.ts'
import { Styles } from './styles.ts'

/**
 * Builds the text.
 * @param trace told from which element of the document each piece came; words of a note come from its mark
 * @returns how many embedded documents were not read
 */
export async function walk(opened: Package, out: TextBuilder, trace?: Trace): Promise<{ embedded: number }> {
  let inNote: XmlElement | null = null
  const body = new Body(out, {
    styles: new Styles(await opened.partOf('styles')),
    numbering: new Numbering(await opened.partOf('numbering')),
    footnotes: notesOf(await opened.partOf('footnotes')),
    endnotes: notesOf(await opened.partOf('endnotes')),
    comments: commentsOf(await opened.partOf('comments')),
    paged: has(opened.document, 'lastRenderedPageBreak'),
    ...(trace && { trace: (element, start, end) => trace(inNote ?? element, start, end) }),
  })
  const content = childOf(opened.document, 'body')
  if (content) body.blocks(content)
  if (body.notes.length === 0) return { embedded: body.embedded }
  // Notes follow the text, each on its line after its mark, under a heading that says what they are.
  out.openNotes()
  // Notes of notes do not exist; what a note adds to the list is not followed.
  for (const { mark, note, reference } of [...body.notes]) {
    inNote = reference
    out.add(mark)
    body.blocks(note)
  }
  return { embedded: body.embedded }
}

function has(element: XmlElement, name: string): boolean {
  for (const child of elementsOf(element)) if (child.name === name || has(child, name)) return true
  return false
}
