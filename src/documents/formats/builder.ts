/** Builds a text together with its map, so that no reader counts offsets by hand. */
import type { Aside, Box, MapRun, Repair, SourceTable } from '../types.ts'
import { overLimit } from './errors.ts'
import type { ReadOptions } from './types.ts'

export class TextBuilder {
  readonly map: MapRun[] = []
  readonly repairs: Repair[] = []
  readonly tables: SourceTable[] = []
  readonly asides: Aside[] = []
  /** Page that what is added stands on, counted from 1; null where the format has no pages. */
  page: number | null = null
  #paragraph = 0
  #parts: string[] = []
  #length = 0
  #last = ''
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

  /** Adds characters that the document holds, on the current page. @throws DocumentError `over-limit` */
  add(text: string, box: Box | null = null): void {
    if (text === '') return
    const start = this.#length
    this.#push(text)
    const last = this.map.at(-1)
    if (last && last[1] === start && last[2] === this.page && last[3] === this.#paragraph && last[4] === null && box === null)
      last[1] = this.#length
    else this.map.push([start, this.#length, this.page, this.#paragraph, box])
  }

  /** Adds characters that only hold the text together (line ends, ` | `): they belong to no place. */
  glue(text: string): void {
    this.#push(text)
  }

  /** Ends the paragraph, if anything stands on its line. */
  endParagraph(): void {
    if (this.atLineStart) return
    this.glue('\n')
    this.#paragraph++
  }

  /** Notes what was left out here. */
  aside(reason: Aside['reason'], text: string): void {
    const said = text.trim()
    if (said !== '') this.asides.push({ reason, text: said, at: this.#length, page: this.page })
  }

  text(): string {
    return this.#parts.join('')
  }

  #push(text: string): void {
    if (text === '') return
    this.#parts.push(text)
    this.#length += text.length
    this.#last = text[text.length - 1]!
    if (this.#length > this.#options.limits.characters)
      throw overLimit(this.#options.name, 'characters', this.#options.limits.characters)
  }
}
