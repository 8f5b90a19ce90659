/** What styles say that matters to a text: outline level, numbering, hidden, contents lines. */
import { childOf, elementsOf, type XmlElement } from '../formats/xml.ts'

export interface NumberingRef {
  numId: string | null
  level: number | null
}

export interface Style {
  /** Outline level from 1, null for body text. */
  outline: number | null
  numbering: NumberingRef
  hidden: boolean
  /** A line of the table of contents. */
  contents: boolean
}

const plain: Style = { outline: null, numbering: { numId: null, level: null }, hidden: false, contents: false }

export class Styles {
  readonly #elements = new Map<string, XmlElement>()
  readonly #known = new Map<string, Style>()

  constructor(part: XmlElement | null) {
    for (const style of part ? elementsOf(part) : [])
      if (style.name === 'style' && style.attributes.styleId) this.#elements.set(style.attributes.styleId, style)
  }

  /** The style with what it takes from those it is based on. */
  of(id: string | undefined): Style {
    if (id === undefined) return plain
    const known = this.#known.get(id)
    if (known) return known
    const element = this.#elements.get(id)
    if (!element) return plain
    this.#known.set(id, plain) // a style based on itself ends here
    const base = this.of(childOf(element, 'basedOn')?.attributes.val)
    const paragraph = childOf(element, 'pPr')
    const name = childOf(element, 'name')?.attributes.val ?? ''
    const own = numberingOf(paragraph)
    const style: Style = {
      outline: outlineOf(paragraph) ?? headingLevel(name) ?? base.outline,
      numbering: { numId: own.numId ?? base.numbering.numId, level: own.level ?? base.numbering.level },
      hidden: isOn(childOf(childOf(element, 'rPr'), 'vanish')) ?? base.hidden,
      contents: /^toc(?: \d| heading)/i.test(name) || base.contents,
    }
    this.#known.set(id, style)
    return style
  }
}

export function numberingOf(properties: XmlElement | null): NumberingRef {
  const element = childOf(properties, 'numPr')
  const level = childOf(element, 'ilvl')?.attributes.val
  return { numId: childOf(element, 'numId')?.attributes.val ?? null, level: level === undefined ? null : Number(level) || 0 }
}

/** Outline level from 1; 10 means body text in the file (9 counted from 0). */
export function outlineOf(properties: XmlElement | null): number | null {
  const value = childOf(properties, 'outlineLvl')?.attributes.val
  if (value === undefined) return null
  const level = Number(value)
  return level >= 0 && level < 9 ? level + 1 : null
}

function headingLevel(name: string): number | null {
  const level = Number(/^(?:heading|标题) ?(\d)$/i.exec(name)?.[1])
  return level >= 1 ? level : null
}

/** An on/off property: present without a value means on; null where it is absent. */
export function isOn(element: XmlElement | null): boolean | null {
  if (!element) return null
  return !/^(?:0|false|off)$/i.test(element.attributes.val ?? '1')
}
