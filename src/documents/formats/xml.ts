/**
 * XML from strangers as a tree. saxes resolves no external and no defined entity, so there is nothing to expand;
 * depth is bounded here, size by the archive it comes from.
 */
import { type SaxesAttributeNS, SaxesParser } from 'saxes'
import { damaged, overLimit } from './errors.ts'
import type { ReadOptions } from './types.ts'

export interface XmlElement {
  /** Local name, without prefix. */
  name: string
  /** Namespace URI, "" where there is none. */
  uri: string
  /** By local name; those of the relationships namespace as `r:id`. */
  attributes: Record<string, string>
  children: (XmlElement | string)[]
  /** Where it stands in the XML, where that was asked for. */
  at?: XmlPlace
}

/** Offsets of an element into the XML it was parsed from: `<a>` begins at `open` and ends at `inside`, `</a>` at `close` and `end`. */
export interface XmlPlace {
  open: number
  inside: number
  close: number
  end: number
}

const relationships = /\/relationships$/

/**
 * Parses a part of a document.
 * @param part its name, for messages
 * @throws DocumentError `damaged` or `over-limit`
 */
export function parseXml(bytes: Uint8Array, part: string, format: string, options: ReadOptions): XmlElement {
  return parseXmlText(xmlText(bytes), part, format, options, false)
}

/**
 * Parses XML that is decoded already.
 * @param placed whether each element tells where it stands
 * @throws DocumentError `damaged` or `over-limit`
 */
export function parseXmlText(xml: string, part: string, format: string, options: ReadOptions, placed: boolean): XmlElement {
  const parser = new SaxesParser({ xmlns: true, position: true })
  const stack: XmlElement[] = []
  let root: XmlElement | null = null
  parser.on('opentag', tag => {
    const attributes: Record<string, string> = Object.create(null)
    for (const each of Object.values(tag.attributes) as SaxesAttributeNS[])
      attributes[relationships.test(each.uri) ? `r:${each.local}` : each.local] ??= each.value
    const element: XmlElement = { name: tag.local, uri: tag.uri, attributes, children: [] }
    if (placed) {
      const inside = parser.position
      // no `<` stands in a tag, its attributes included
      element.at = { open: xml.lastIndexOf('<', inside - 1), inside, close: inside, end: inside }
    }
    const parent = stack.at(-1)
    if (parent) parent.children.push(element)
    else root ??= element
    stack.push(element)
    if (stack.length > options.limits.depth) throw overLimit(options.name, 'depth', options.limits.depth)
  })
  parser.on('closetag', tag => {
    const { at } = stack.pop()!
    if (!at || tag.isSelfClosing) return
    at.end = parser.position
    at.close = xml.lastIndexOf('<', at.end - 1)
  })
  const text = (said: string) => {
    stack.at(-1)?.children.push(said)
  }
  parser.on('text', text)
  parser.on('cdata', text)
  parser.on('error', error => {
    throw damaged(options.name, format, { zh: `${part} 不是完整的 XML`, en: `${part} is no well-formed XML (${error.message})` })
  })
  parser.write(xml).close()
  if (root === null) throw damaged(options.name, format, { zh: `${part} 是空的`, en: `${part} is empty` })
  return root
}

/** XML says its encoding by a byte-order mark or in its declaration; without either it is UTF-8. */
export function xmlText(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(200, bytes.length)).toString('latin1')
  const marked = head.startsWith('\xff\xfe') ? 'utf-16le' : head.startsWith('\xfe\xff') ? 'utf-16be' : null
  const declared = /^(?:\xef\xbb\xbf)?<\?xml[^>]*encoding=["']([\w-]+)["']/.exec(head)?.[1]
  let decoder: TextDecoder
  try {
    decoder = new TextDecoder(marked ?? declared ?? 'utf-8')
  } catch {
    decoder = new TextDecoder('utf-8')
  }
  return decoder.decode(bytes)
}

export const isElement = (node: XmlElement | string): node is XmlElement => typeof node !== 'string'

export function* elementsOf(element: XmlElement): Iterable<XmlElement> {
  for (const child of element.children) if (typeof child !== 'string') yield child
}

/** The first child of this local name. */
export function childOf(element: XmlElement | null | undefined, name: string): XmlElement | null {
  for (const child of element?.children ?? []) if (typeof child !== 'string' && child.name === name) return child
  return null
}

/** All text inside, in order. */
export function textOf(element: XmlElement): string {
  let out = ''
  for (const child of element.children) out += typeof child === 'string' ? child : textOf(child)
  return out
}
