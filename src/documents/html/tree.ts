/** Web pages as trees, by the parsing rules of the HTML standard (parse5), with a bound on how deep they nest. */
import { type DefaultTreeAdapterMap, defaultTreeAdapter, parse } from 'parse5'
import { overLimit } from '../formats/errors.ts'
import type { ReadOptions } from '../formats/types.ts'

export type Node = DefaultTreeAdapterMap['node']
export type Element = DefaultTreeAdapterMap['element']
export type TextNode = DefaultTreeAdapterMap['textNode']
type Parent = DefaultTreeAdapterMap['parentNode']

export const isText = (node: Node): node is TextNode => node.nodeName === '#text'
export const isElement = (node: Node): node is Element => 'tagName' in node

/** @throws DocumentError `over-limit` */
export function parsePage(text: string, options: ReadOptions): DefaultTreeAdapterMap['document'] {
  const depths = new WeakMap<object, number>()
  const deeper = (parent: Parent, child: Node) => {
    const depth = (depths.get(parent) ?? 0) + 1
    if (depth > options.limits.depth) throw overLimit(options.name, 'depth', options.limits.depth)
    depths.set(child, depth)
  }
  const treeAdapter = {
    ...defaultTreeAdapter,
    appendChild(parent: Parent, child: DefaultTreeAdapterMap['childNode']) {
      deeper(parent, child)
      defaultTreeAdapter.appendChild(parent, child)
    },
    insertBefore(parent: Parent, child: DefaultTreeAdapterMap['childNode'], before: DefaultTreeAdapterMap['childNode']) {
      deeper(parent, child)
      defaultTreeAdapter.insertBefore(parent, child, before)
    },
  }
  return parse(text, { treeAdapter, scriptingEnabled: false })
}

export function attribute(element: Element, name: string): string {
  return element.attrs.find(each => each.name === name)?.value ?? ''
}

/** Class and id together, for telling what an element is for. */
export function namesOf(element: Element): string {
  return `${attribute(element, 'id')} ${attribute(element, 'class')}`
}

export function* elementsIn(node: Node): Generator<Element> {
  if (!('childNodes' in node)) return
  for (const child of node.childNodes) {
    if (!isElement(child)) continue
    yield child
    yield* elementsIn(child)
  }
}

/** Elements whose content is no text of the page. */
const unread = new Set([
  'script',
  'style',
  'noscript',
  'template',
  'svg',
  'math',
  'iframe',
  'object',
  'embed',
  'head',
  'select',
  'button',
  'input',
  'textarea',
  'audio',
  'video',
  'canvas',
  'map',
])

export const isUnread = (element: Element): boolean => unread.has(element.tagName)

const blocks = new Set(
  (
    'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form ' +
    'h1 h2 h3 h4 h5 h6 header hgroup hr html legend li main menu nav ol p pre section summary table tbody td tfoot th thead tr ul caption'
  ).split(' '),
)

export const isBlock = (element: Element): boolean => blocks.has(element.tagName)

export function isHidden(element: Element): boolean {
  return (
    element.attrs.some(each => each.name === 'hidden') ||
    /display\s*:\s*none|visibility\s*:\s*hidden/i.test(attribute(element, 'style'))
  )
}

/** White space as a browser shows it: runs are one space. */
export const collapse = (text: string): string => text.replace(/[ \t\r\n\f\u00a0]+/g, ' ')

/** All text below a node on one line. */
export function textBelow(node: Node): string {
  let out = ''
  const walk = (each: Node) => {
    if (isText(each)) out += each.value
    else if ('childNodes' in each && !(isElement(each) && isUnread(each))) {
      const apart = isElement(each) && isBlock(each)
      if (apart) out += ' '
      for (const child of each.childNodes) walk(child)
      if (apart) out += ' '
    }
  }
  walk(node)
  return collapse(out).trim()
}
