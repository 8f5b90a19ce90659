/** The body of a Word document into text: paragraphs, runs, fields, revisions, notes, text boxes. */
import type { TextBuilder } from '../formats/builder.ts'
import { childOf, elementsOf, isElement, textOf, type XmlElement } from '../formats/xml.ts'
import { plainText } from './notes.ts'
import type { Numbering } from './numbering.ts'
import { isOn, numberingOf, outlineOf, type Styles } from './styles.ts'
import { tableOf } from './table.ts'

export interface Parts {
  styles: Styles
  numbering: Numbering
  footnotes: Map<string, XmlElement>
  endnotes: Map<string, XmlElement>
  comments: Map<string, string>
  /** Whether the document tells where its pages began when it was last laid out. */
  paged: boolean
  /** Told from which element each piece of the text came. */
  trace?: Trace
}

/** From which element `text[start, end)` came. */
export type Trace = (element: XmlElement, start: number, end: number) => void

/** Run-level elements that only wrap others. */
const wrappers = new Set([
  'ins',
  'moveTo',
  'hyperlink',
  'smartTag',
  'customXml',
  'sdtContent',
  'fldSimple',
  'dir',
  'bdo',
  'rubyBase',
  'oMath',
  'oMathPara',
])

export class Body {
  /** Notes in the order of their marks in the text. */
  readonly notes: { mark: string; note: XmlElement; reference: XmlElement }[] = []
  /** Whether parts were met that cannot be read (embedded files). */
  embedded = 0
  readonly #out: TextBuilder
  readonly #parts: Parts
  /** Number of the paragraph, until its first characters come. */
  #label = ''
  /** Text boxes anchored in the paragraph: they follow it. */
  #boxes: XmlElement[] = []
  /** Fields that are open: their instructions are no text. */
  #fields: { shown: boolean }[] = []

  constructor(out: TextBuilder, parts: Parts) {
    this.#out = out
    this.#parts = parts
    if (parts.paged) out.page = 1
  }

  /** Block-level content: of the body, a cell, a note, a text box. */
  blocks(parent: XmlElement): void {
    for (const element of elementsOf(parent)) {
      if (element.name === 'p') this.paragraph(element)
      else if (element.name === 'tbl') tableOf(element, this.#out, cell => this.blocks(cell))
      else if (element.name === 'sdt') this.#structured(element)
      else if (element.name === 'altChunk') this.embedded++
      else if (element.name === 'AlternateContent') this.blocks(chosen(element))
      else if (element.name !== 'sectPr' && element.name !== 'tblPr' && element.name !== 'tcPr') this.blocks(element)
    }
  }

  #structured(element: XmlElement): void {
    const gallery = childOf(childOf(childOf(element, 'sdtPr'), 'docPartObj'), 'docPartGallery')?.attributes.val ?? ''
    const content = childOf(element, 'sdtContent')
    if (!content) return
    if (/table of contents/i.test(gallery)) this.#out.aside('navigation', plainText(content))
    else this.blocks(content)
  }

  paragraph(element: XmlElement): void {
    const out = this.#out
    const properties = childOf(element, 'pPr')
    const style = this.#parts.styles.of(childOf(properties, 'pStyle')?.attributes.val)
    if (style.contents) {
      out.aside('navigation', plainText(element))
      return
    }
    const own = numberingOf(properties)
    const numId = own.numId ?? style.numbering.numId
    this.#label =
      numId === null || numId === '0' ? '' : this.#parts.numbering.next(numId, own.level ?? style.numbering.level ?? 0)
    const start = out.length
    this.#inline(element)
    this.#label = ''
    const level = outlineOf(properties) ?? style.outline
    if (level !== null && out.length > start && !out.inCell) out.headings.push({ start, end: out.length, level })
    // A deleted paragraph mark joins the paragraph with the next one.
    if (!childOf(childOf(properties, 'rPr'), 'del')) out.endParagraph()
    const boxes = this.#boxes
    this.#boxes = []
    for (const box of boxes) this.blocks(box)
  }

  #inline(parent: XmlElement): void {
    for (const element of elementsOf(parent)) {
      const { name } = element
      if (name === 'r') this.#run(element)
      else if (wrappers.has(name)) this.#inline(element)
      else if (name === 'sdt') this.#inline(childOf(element, 'sdtContent') ?? { ...element, children: [] })
      else if (name === 'del') this.#out.aside('deleted', plainText(element))
      else if (name === 'moveFrom') this.#out.aside('moved', plainText(element))
      else if (name === 'AlternateContent') this.#inline(chosen(element))
      else if (name === 't') this.#words(textOf(element), element)
      else if (name === 'subDoc') this.embedded++
      // The parts of a formula: their runs hold the words.
      else if (!name.endsWith('Pr') && element.uri.includes('/math')) this.#inline(element)
    }
  }

  #run(run: XmlElement): void {
    const properties = childOf(run, 'rPr')
    const style = this.#parts.styles.of(childOf(properties, 'rStyle')?.attributes.val)
    if (isOn(childOf(properties, 'vanish')) ?? style.hidden) {
      this.#out.aside('hidden', plainText(run))
      return
    }
    for (const element of elementsOf(run)) this.#piece(element)
  }

  #piece(element: XmlElement): void {
    const out = this.#out
    switch (element.name) {
      case 't':
        this.#words(textOf(element).replace(/[\r\n\t]+/g, ' '), element)
        break
      case 'delText':
        out.aside('deleted', textOf(element))
        break
      case 'tab':
      case 'ptab':
        this.#words(out.inCell ? ' ' : '\t', element)
        break
      case 'noBreakHyphen':
        this.#words('-', element)
        break
      case 'sym':
        this.#words(symbol(element), element)
        break
      case 'br':
      case 'cr':
        if (element.attributes.type !== 'page' && element.attributes.type !== 'column') out.breakLine()
        break
      case 'lastRenderedPageBreak':
        if (out.page !== null) out.page++
        break
      case 'fldChar':
        this.#field(element.attributes.fldCharType)
        break
      case 'footnoteReference':
        this.#note(this.#parts.footnotes.get(element.attributes.id ?? ''), element)
        break
      case 'endnoteReference':
        this.#note(this.#parts.endnotes.get(element.attributes.id ?? ''), element)
        break
      case 'commentReference':
        out.aside('comment', this.#parts.comments.get(element.attributes.id ?? '') ?? '')
        break
      case 'AlternateContent':
        for (const child of elementsOf(chosen(element))) this.#piece(child)
        break
      case 'drawing':
      case 'pict':
      case 'object':
        this.#drawing(element)
        break
      case 'ruby':
        this.#inline(childOf(element, 'rubyBase') ?? element)
        break
    }
  }

  /** Between a field's beginning and its separator stand instructions, after the separator what it shows. */
  #field(type: string | undefined): void {
    if (type === 'begin') this.#fields.push({ shown: false })
    else if (type === 'separate') this.#fields.at(-1)!.shown = true
    else if (type === 'end') this.#fields.pop()
  }

  #words(text: string, source: XmlElement): void {
    if (text === '' || this.#fields.some(field => !field.shown)) return
    const out = this.#out
    if (this.#label !== '' && text.trim() !== '') {
      const start = out.length
      out.add(this.#label)
      if (out.length > start)
        out.repairs.push({
          kind: 'numbering',
          start,
          end: out.length,
          note: 'a number that the document counts out itself',
          before: '',
        })
      this.#label = ''
    }
    const start = out.length
    out.add(text)
    if (out.length > start) this.#parts.trace?.(source, start, out.length)
  }

  #note(note: XmlElement | undefined, reference: XmlElement): void {
    if (!note) return
    const mark = `[${this.notes.length + 1}]`
    this.notes.push({ mark, note, reference })
    const start = this.#out.length
    this.#words(mark, reference)
    if (this.#out.length > start)
      this.#out.repairs.push({
        kind: 'numbering',
        start,
        end: this.#out.length,
        note: 'mark of a note; the note stands at the end',
        before: '',
      })
  }

  #drawing(element: XmlElement): void {
    const boxes = [...below(element, 'txbxContent')]
    this.#boxes.push(...boxes)
    if (boxes.length > 0) return
    const described = [...below(element, 'docPr')][0]?.attributes
    this.#out.aside('picture', described?.descr || described?.title || described?.name || '图')
  }
}

/** Of alternatives for older programs, the first that is offered. */
function chosen(element: XmlElement): XmlElement {
  return childOf(element, 'Choice') ?? childOf(element, 'Fallback') ?? { ...element, children: [] }
}

/** Elements of a name below one, those inside each other not counted twice. */
function* below(element: XmlElement, name: string): Iterable<XmlElement> {
  const within = element.name === 'AlternateContent' ? chosen(element) : element
  for (const child of within.children) {
    if (!isElement(child)) continue
    if (child.name === name) yield child
    else yield* below(child, name)
  }
}

/** Characters of symbol fonts stand in the private use area; those for list marks are shown as such. */
function symbol(element: XmlElement): string {
  const code = Number.parseInt(element.attributes.char ?? '', 16)
  if (Number.isNaN(code)) return ''
  const low = code & 0xff
  if (/wingdings|symbol/i.test(element.attributes.font ?? '')) return symbols[low] ?? String.fromCharCode(0xf000 | low)
  return String.fromCodePoint(Math.min(code, 0xffff))
}

const symbols: Record<number, string> = { 108: '●', 110: '■', 117: '◆', 183: '●', 216: '➤', 168: '□', 254: '☑', 118: '◆' }
