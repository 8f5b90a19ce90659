/** A part of a page as what a reader sees: lines in order, tables between them. */
import { laysOut } from '../formats/table.ts'
import {
  attribute,
  collapse,
  type Element,
  elementsIn,
  isBlock,
  isElement,
  isHidden,
  isText,
  isUnread,
  type Node,
  textBelow,
} from './tree.ts'

export interface Line {
  kind: 'line'
  text: string
  /** Characters of it that are links. */
  linked: number
  /** Level of the heading it is, or null. */
  heading: number | null
  /** Number that the browser puts before it (ordered lists), or ''. */
  label: string
}

export interface Table {
  kind: 'table'
  element: Element
}

export interface Left {
  kind: 'left'
  element: Element
  reason: 'hidden' | 'picture' | 'named'
  text: string
}

export type Item = Line | Table | Left

/**
 * @param skip elements that are left out altogether
 * @param named elements that are told apart by their names: navigation, share buttons …
 */
export function linesOf(root: Element, skip: Set<Node>, named: (element: Element) => boolean): Item[] {
  const out: Item[] = []
  let line: Line = fresh()
  const flush = () => {
    line.text = line.text.replace(/^[\s\u3000]+|[\s\u3000]+$/g, '')
    if (line.text !== '') out.push(line)
    line = fresh()
  }
  const walk = (node: Node, context: { link: boolean; heading: number | null }) => {
    if (skip.has(node)) return flush()
    if (isText(node)) {
      const said = collapse(node.value)
      const added = line.text === '' || line.text.endsWith(' ') ? said.trimStart() : said
      line.text += added
      if (context.link) line.linked += added.trim().length
      if (line.heading === null) line.heading = context.heading
      return
    }
    if (!isElement(node)) return
    if (node.tagName === 'img') {
      const alt = attribute(node, 'alt').trim()
      if (alt !== '') out.push({ kind: 'left', element: node, reason: 'picture', text: alt })
      return
    }
    if (isUnread(node)) return
    if (node.tagName === 'br' || node.tagName === 'hr') return flush()
    const reason = isHidden(node) ? 'hidden' : node !== root && named(node) ? 'named' : null
    if (reason) {
      if (isBlock(node)) flush()
      const text = textBelow(node)
      if (text !== '') out.push({ kind: 'left', element: node, reason, text })
      return
    }
    const own = isBlock(node)
    if (own) flush()
    if (node.tagName === 'table' && !laysOut(rowsOf(node).map(measures))) {
      out.push({ kind: 'table', element: node })
      return
    }
    const label = node.tagName === 'li' ? labelOf(node) : ''
    if (label !== '') line.label = label
    const heading = /^h([1-6])$/.exec(node.tagName)
    const inner = { link: context.link || node.tagName === 'a', heading: heading ? Number(heading[1]) : context.heading }
    for (const child of node.childNodes) walk(child, inner)
    if (own) flush()
  }
  walk(root, { link: false, heading: null })
  flush()
  return out
}

const fresh = (): Line => ({ kind: 'line', text: '', linked: 0, heading: null, label: '' })

/** The number that a browser shows before an item of an ordered list. */
function labelOf(item: Element): string {
  const list = item.parentNode
  if (!list || !isElement(list) || list.tagName !== 'ol' || /list-style(?:-type)?\s*:\s*none/i.test(attribute(list, 'style')))
    return ''
  const before = list.childNodes.filter(child => isElement(child) && child.tagName === 'li')
  const start = Number(attribute(list, 'start') || 1)
  return `${(Number.isInteger(start) ? start : 1) + before.indexOf(item)}. `
}

/** The rows of a table, those of tables inside it left out. */
export function rowsOf(table: Element): Element[] {
  const out: Element[] = []
  for (const child of table.childNodes) {
    if (!isElement(child)) continue
    if (child.tagName === 'tr') out.push(child)
    else if (/^t(?:body|head|foot)$/.test(child.tagName)) out.push(...rowsOf(child))
  }
  return out
}

export const cellsOf = (row: Element): Element[] =>
  row.childNodes.filter((child): child is Element => isElement(child) && (child.tagName === 'td' || child.tagName === 'th'))

function measures(row: Element): { length: number; longest: number; paragraphs: number } {
  const cells = cellsOf(row)
  let longest = 0
  let paragraphs = 0
  for (const cell of cells) {
    const inside = [...elementsIn(cell)]
    // A table that holds tables lays them out.
    if (inside.some(each => each.tagName === 'table')) paragraphs = 1000
    longest = Math.max(longest, paragraphs >= 1000 ? 10_000 : textBelow(cell).length)
    paragraphs = Math.max(
      paragraphs,
      inside.filter(each => each.tagName === 'p' || each.tagName === 'br' || each.tagName === 'div').length,
    )
  }
  return { length: cells.length, longest, paragraphs }
}
