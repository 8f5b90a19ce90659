/** Where on a page the article is: the element that holds the sentences. */
import { collapse, type Element, isBlock, isElement, isHidden, isText, isUnread, type Node, namesOf } from './tree.ts'

/** Names that content systems give to the element with the text. */
const contentName =
  /(?:^|[-_ ])(?:trs_?(?:u?editor|preappend)|zoom|ucap-?content|pages_?content|vsb_content\w*|(?:article|news|detail|main|text|info|page)[-_]?(?:con|cont|content|contents|body|text|txt|main)|article|contents?|con_?con|conTxt|bodytext|xl[-_]?con\w*)(?:$|[-_ ])/i

/** Names of what stands round a text, or inside it, and is none. */
export const asideName =
  /(?:^|[-_ ])(?:nav\w*|menu|crumbs?|bread_?crumbs?|position|location|dqwz|header|top_?bar|head|foot\w*|bottom|copyright|share\w*|bd_?share\w*|social\w*|print\w*|font_?size|zihao|tools?_?(?:bar|box)?|qr_?code|ewm|erweima|pager?|page_?nav|paging|relat\w*|xg(?:xx|wz|yd|jd|list)\w*|recommend\w*|hot\w*|rank\w*|sidebar|aside|side|comment\w*|search\w*|login|friend_?links?|links?|ad|ads|advert\w*)(?:$|[-_ ])/i

export interface Masses {
  /** Characters of sentences at and below an element, those in links left out. */
  of(element: Element): number
}

/** Weighs the elements of a page by the sentences in them: a line counts when it reads like one. */
export function weigh(body: Element): Masses {
  const masses = new Map<Element, number>()
  let line = ''
  let linked = 0
  const flush = (element: Element) => {
    const said = line.trim()
    if (said.length >= 10 && /[，。；：、！？,]/.test(said))
      masses.set(element, (masses.get(element) ?? 0) + Math.max(0, said.length - linked))
    line = ''
    linked = 0
  }
  const walk = (node: Node, block: Element, inLink: boolean) => {
    if (isText(node)) {
      const said = collapse(node.value)
      line += said
      if (inLink) linked += said.length
      return
    }
    if (!isElement(node) || isUnread(node) || isHidden(node)) return
    if (node.tagName === 'br') return flush(block)
    const own = isBlock(node)
    if (own) flush(block)
    for (const child of node.childNodes) walk(child, own ? node : block, inLink || node.tagName === 'a')
    if (own) flush(node)
  }
  walk(body, body, false)
  flush(body)
  const total = (element: Element): number => {
    let sum = masses.get(element) ?? 0
    for (const child of element.childNodes) if (isElement(child)) sum += total(child)
    masses.set(element, sum)
    return sum
  }
  total(body)
  return { of: element => masses.get(element) ?? 0 }
}

/**
 * The article of a page: an element that is named as such and holds half of the sentences, else the smallest
 * that holds three quarters of them.
 */
export function articleOf(body: Element, masses: Masses): Element {
  const all = masses.of(body)
  if (all === 0) return body
  const named = deepest(
    body,
    element => (element.tagName === 'article' || contentName.test(namesOf(element))) && masses.of(element) >= all / 2,
  )
  return descend(named ?? descend(body, masses, 0.75), masses, 0.95)
}

/** The innermost element for which the test holds. */
function deepest(element: Element, test: (element: Element) => boolean): Element | null {
  for (const child of element.childNodes) {
    if (!isElement(child) || isUnread(child)) continue
    const found = deepest(child, test)
    if (found) return found
  }
  return test(element) ? element : null
}

/** Goes down as long as one child holds this share of the sentences; tables are taken whole. */
function descend(from: Element, masses: Masses, share: number): Element {
  let at = from
  for (;;) {
    const least = masses.of(at) * share
    const next = at.childNodes.find((child): child is Element => isElement(child) && masses.of(child) >= least)
    if (!next || masses.of(next) === 0 || next.tagName === 'p') return at
    at = next
  }
}
