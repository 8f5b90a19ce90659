/** Footnotes, endnotes and comments of a document, by id. */
import { elementsOf, isElement, type XmlElement } from '../formats/xml.ts'

/** Notes in the order of their part; the separators that Word keeps among them are none. */
export function notesOf(part: XmlElement | null): Map<string, XmlElement> {
  const out = new Map<string, XmlElement>()
  for (const note of part ? elementsOf(part) : []) {
    const { id, type } = note.attributes
    if (id !== undefined && (type === undefined || type === 'normal')) out.set(id, note)
  }
  return out
}

/** Comments as `AUTHOR: WORDS`. */
export function commentsOf(part: XmlElement | null): Map<string, string> {
  const out = new Map<string, string>()
  for (const comment of part ? elementsOf(part) : []) {
    const { id, author } = comment.attributes
    const words = plainText(comment)
    if (id !== undefined) out.set(id, author ? `${author}：${words}` : words)
  }
  return out
}

/** All words below an element, deleted ones included, its paragraphs one a line. */
export function plainText(element: XmlElement): string {
  let out = ''
  const walk = (node: XmlElement) => {
    if (node.name === 't' || node.name === 'delText') {
      for (const child of node.children) if (!isElement(child)) out += child
      return
    }
    if (node.name === 'tab' || node.name === 'br') out += ' '
    if (node.name === 'Fallback') return
    for (const child of node.children) if (isElement(child)) walk(child)
    if (node.name === 'p') out += '\n'
  }
  walk(element)
  return out.trim()
}
