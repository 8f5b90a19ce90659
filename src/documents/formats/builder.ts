/** Builds a text together with its map, so that no reader counts offsets by hand. */
import type { Aside, Box, HeadingMark, MapRun, Repair, SourceTable } from '../types.ts'
import { overLimit } from './errors.ts'
import type { Extracted, ReadOptions } from './types.ts'

export class TextBuilder {
  readonly map: MapRun[] = []
  readonly repairs: Repair[] = []
  readonly tables: SourceTable[] = []
  readonly asides: Aside[] = []
  readonly headings: HeadingMark[] = []
  /** Page that what is added stands on, counted from 1; null where the format has no pages. */
  page: number | null = null
  #paragraph = 0
  #parts: string[] = []
  #length = 0
  #last = ''
  /** Where the cell that is open begins, null outside tables. */
  #cell: number | null = null
  /** A space that parts two paragraphs of a cell, if another follows. */
  #gap = false
  readonly #options: ReadOptions

  constructor(options: ReadOptions) {
    this.#options = options
  }

  /** Characters so far: the offset of what is added next. */
  get length(): number {
    return this.#length
  }

  /** The paragraph being built, counted from 0. */
  get paragraph(): number {
    return this.#paragraph
  }

  get atLineStart(): boolean {
    return this.#length === 0 || this.#last === '\n'
  }

  get inCell(): boolean {
    return this.#cell !== null
  }

  /** Adds characters that the document holds, on the current page. @throws DocumentError `over-limit` */
  add(text: string, box: Box | null = null): void {
    let said = text
    if (this.#cell !== null) {
      if (said.includes('\n')) said = said.replace(/\s*\n\s*/g, ' ')
      if (this.#length === this.#cell || this.#gap) said = said.trimStart()
    }
    if (said === '') return
    if (this.#gap && this.#length > this.#cell!) this.#push(' ')
    this.#gap = false
    const start = this.#length
    this.#push(said)
    const last = this.map.at(-1)
    if (last && last[1] === start && last[2] === this.page && last[3] === this.#paragraph && last[4] === null && box === null)
      last[1] = this.#length
    else this.map.push([start, this.#length, this.page, this.#paragraph, box])
  }

  /** Adds characters that only hold the text together (line ends, ` | `): they belong to no place. */
  glue(text: string): void {
    this.#push(text)
  }

  /** A line end inside a paragraph; in a cell, a space. */
  breakLine(): void {
    if (this.inCell) this.#gap = true
    else if (!this.atLineStart) this.glue('\n')
  }

  /** Opens the part for footnotes and endnotes, which follow the text under a heading that says what they are. */
  openNotes(): void {
    this.endParagraph()
    const start = this.length
    this.add('名词注释')
    this.repairs.push({
      kind: 'reordered',
      start,
      end: this.length,
      note: 'footnotes and endnotes are set here, after the text',
      before: '',
    })
    this.headings.push({ start, end: this.length, level: 1 })
    this.endParagraph()
  }

  /** Ends the paragraph, if anything stands on its line; in a cell its paragraphs are parted by a space. */
  endParagraph(): void {
    if (this.inCell) {
      this.#gap = true
      this.#paragraph++
      return
    }
    if (this.atLineStart) return
    this.glue('\n')
    this.#paragraph++
  }

  /** Begins a cell: what is added until `closeCell` stands on one line. @returns its start */
  openCell(): number {
    this.#cell = this.#length
    this.#gap = false
    return this.#length
  }

  /** Ends the cell, without the white space at its end. @returns its end */
  closeCell(): number {
    this.#trim(this.#cell ?? 0)
    this.#cell = null
    this.#gap = false
    return this.#length
  }

  /** Notes what was left out here. */
  aside(reason: Aside['reason'], text: string): void {
    const said = text.trim()
    if (said !== '') this.asides.push({ reason, text: said, at: this.#length, page: this.page })
  }

  /** What was built, with the words of its cells. */
  finish(): Pick<Extracted, 'text' | 'map' | 'repairs' | 'tables' | 'asides' | 'headings'> {
    const text = this.#parts.join('')
    const { map, repairs, tables, asides, headings } = this
    for (const table of tables) for (const cell of table.cells) cell.text = text.slice(cell.start, cell.end)
    return { text, map, repairs, tables, asides, headings }
  }

  #push(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#length += text.length
    this.#last = text[text.length - 1]!
    if (this.#length > this.#options.limits.characters)
      throw overLimit(this.#options.name, 'characters', this.#options.limits.characters)
  }

  #trim(from: number): void {
    while (this.#length > from) {
      const part = this.#parts.at(-1)!
      const kept = part.trimEnd()
      this.#length -= part.length - kept.length
      this.#parts[this.#parts.length - 1] = kept
      if (kept !== '') break
      this.#parts.pop()
    }
    this.#last = this.#parts.at(-1)?.at(-1) ?? ''
    for (let run = this.map.at(-1); run && run[1] > this.#length; run = this.map.at(-1)) {
      run[1] = this.#length
      if (run[0] < run[1]) break
      this.map.pop()
    }
  }
}
