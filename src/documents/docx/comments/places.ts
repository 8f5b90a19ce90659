/** From characters of the text to places in the document's XML at which a comment may begin and end. */
import type { TextBuilder } from '../../formats/builder.ts'
import { elementsOf, type XmlElement, type XmlPlace } from '../../formats/xml.ts'
import type { Package } from '../package.ts'
import { walk } from '../walk.ts'

/** A place in the XML. Where a run has to be cut there, `before` ends its first part and `after` begins its second. */
export interface Cut {
  at: number
  before: string
  after: string
}

interface Traced {
  element: XmlElement
  start: number
  end: number
}

/** Elements of a paragraph that hold runs and may hold the ends of a comment beside them. */
const holders = new Set(['ins', 'moveTo', 'hyperlink', 'smartTag', 'customXml', 'sdt', 'sdtContent', 'fldSimple', 'dir', 'bdo'])

export class Places {
  /** The whole text. */
  readonly text: string
  /** White space at the end or the beginning of a cut word: where its element has to be told to keep it. */
  readonly kept = new Set<number>()
  readonly #xml: string
  readonly #traced: Traced[]
  readonly #parents = new Map<XmlElement, XmlElement>()

  private constructor(opened: Package, text: string, traced: Traced[]) {
    this.#xml = opened.xml
    this.text = text
    this.#traced = traced
    const note = (element: XmlElement): void => {
      for (const child of elementsOf(element)) {
        this.#parents.set(child, element)
        note(child)
      }
    }
    note(opened.document)
  }

  /** @param opened a package whose elements tell where they stand */
  static async of(opened: Package, out: TextBuilder): Promise<Places> {
    const traced: Traced[] = []
    await walk(opened, out, (element, start, end) => traced.push({ element, start, end }))
    return new Places(opened, out.finish().text, traced)
  }

  /** Where a comment on `text[start, end)` begins and ends; null in a document without words. */
  around(start: number, end: number): [Cut, Cut] | null {
    const inside = this.#traced.filter(each => each.start < end && each.end > start)
    // a place that the document does not hold, as a number that Word counts out, is told at the words after it
    const near = this.#traced.find(each => each.start >= end) ?? this.#traced.at(-1)
    const first = inside[0] ?? near
    const last = inside.at(-1) ?? near
    if (!first || !last) return null
    const from = this.#start(first, start)
    const to = this.#end(last, end)
    return to.at > from.at ? [from, to] : [from, whole(placeOf(this.#unit(last.element))).end]
  }

  #start(traced: Traced, from: number): Cut {
    const unit = this.#unit(traced.element)
    const before = words(this.text.slice(traced.start, Math.max(traced.start, from)))
    const content = this.#content(traced.element, unit)
    if (!content) return whole(placeOf(unit)).start
    // only white space of it lies in the place
    if (before > 0 && before >= content.length) return this.#tail(traced.element, unit)
    if (before > 0) return this.#inside(traced.element, unit, content[before]![0])
    return this.#head(traced.element, unit)
  }

  /** Right before an element of a run: before the run where nothing precedes it there. */
  #head(element: XmlElement, unit: XmlElement): Cut {
    return isFirst(unit, element) ? whole(placeOf(unit)).start : this.#between(unit, placeOf(element).open)
  }

  #end(traced: Traced, to: number): Cut {
    const unit = this.#unit(traced.element)
    const upTo = words(this.text.slice(traced.start, Math.min(traced.end, to)))
    const content = this.#content(traced.element, unit)
    if (!content) return whole(placeOf(unit)).end
    // only white space of it lies in the place
    if (upTo === 0 && content.length > 0) return this.#head(traced.element, unit)
    if (upTo < content.length) return this.#inside(traced.element, unit, content[upTo - 1]![1])
    return this.#tail(traced.element, unit)
  }

  /** Right after an element of a run: after the run where nothing follows it there. */
  #tail(element: XmlElement, unit: XmlElement): Cut {
    return unit.children.at(-1) === element ? whole(placeOf(unit)).end : this.#between(unit, placeOf(element).end)
  }

  /**
   * What a comment can stand beside: the run, or what holds it that cannot be parted, as a formula, ruby or a text box. Of nested
   * paragraphs, as in a text box, it is the outer one's.
   */
  #unit(element: XmlElement): XmlElement {
    const path = [element]
    for (let up = this.#parents.get(element); up; up = this.#parents.get(up)) path.unshift(up)
    let at = path.findIndex(each => each.name === 'p') + 1
    while (at < path.length - 1 && holders.has(path[at]!.name)) at++
    return path[at] ?? element
  }

  /**
   * The words of a `t` that stands in its run and may be cut: begin and end in the XML of each character that is no white space.
   * Null for anything else.
   */
  #content(element: XmlElement, unit: XmlElement): [number, number][] | null {
    if (element.name !== 't' || unit.name !== 'r' || this.#parents.get(element) !== unit) return null
    const { inside, close } = placeOf(element)
    const raw = this.#xml.slice(inside, close)
    if (raw.includes('<')) return null
    const out: [number, number][] = []
    for (const match of raw.matchAll(/&#(x?)([0-9a-f]+);|&\w+;|[\s\S]/gi)) {
      const [said, hex, number] = match
      const code = number === undefined ? 0 : Number.parseInt(number, hex ? 16 : 10)
      const from = inside + match.index
      const place: [number, number] = [from, from + said.length]
      if (number === undefined ? /\s/.test(said) : /\s/.test(String.fromCodePoint(code))) continue
      out.push(place)
      if (code > 0xffff) out.push(place)
    }
    return out
  }

  /** A cut through the words of a `t`. */
  #inside(element: XmlElement, run: XmlElement, at: number): Cut {
    const { inside, close, end } = placeOf(element)
    const tail = this.#xml.slice(close, end)
    if (!/xml:space/.test(this.#xml.slice(placeOf(element).open, inside))) this.kept.add(inside - 1)
    const again = `${tail.replace('</', '<').replace(/\s*>$/, '')} xml:space="preserve">`
    const { before, after } = this.#between(run, at)
    return { at, before: tail + before, after: after + again }
  }

  /** A cut through a run, between two of its parts. */
  #between(run: XmlElement, at: number): Cut {
    const { open, inside, close, end } = placeOf(run)
    const properties = [...elementsOf(run)].find(child => child.name === 'rPr')
    const same = properties ? this.#xml.slice(placeOf(properties).open, placeOf(properties).end) : ''
    return { at, before: this.#xml.slice(close, end), after: this.#xml.slice(open, inside) + same }
  }
}

const placeOf = (element: XmlElement): XmlPlace => element.at!

const whole = ({ open, end }: XmlPlace): { start: Cut; end: Cut } => ({
  start: { at: open, before: '', after: '' },
  end: { at: end, before: '', after: '' },
})

/** Whether nothing but properties stands before an element of a run. */
function isFirst(run: XmlElement, element: XmlElement): boolean {
  for (const child of elementsOf(run)) {
    if (child === element) return true
    if (child.name !== 'rPr') return false
  }
  return false
}

/** Characters that are no white space: the text of a cell has less of it than the document. */
const words = (text: string): number => text.replace(/\s/g, '').length
