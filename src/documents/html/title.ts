/** The heading of an article that stands outside the element with its text. */
import type { Item } from './lines.ts'
import { type Element, elementsIn, isUnread, namesOf, textBelow } from './tree.ts'

const titleName = /(?:^|[-_ ])(?:\w*title\w*|bt|biaoti|headline)(?:$|[-_ ])/i
const plain = (text: string) => text.replace(/\s+/g, '')

/**
 * @param stated the title that the page states of its article, if it does
 * @param windowTitle the title of the page's window, which begins with that of the article and goes on with the site's
 * @returns null where there is none or the article begins with it
 */
export function titleOf(
  body: Element,
  article: Element,
  items: readonly (Item | { kind: 'aside' })[],
  stated: string | null,
  windowTitle: string,
): Element | null {
  const opening = plain(
    items
      .flatMap(item => (item.kind === 'line' ? [item.text] : []))
      .slice(0, 4)
      .join(''),
  )
  const wanted = [stated, windowTitle].map(text => plain(text ?? ''))
  let best: Element | null = null
  let bestScore = 0
  for (const element of elementsIn(body)) {
    if (element === article) break
    if (isUnread(element) || !(/^h[1-3]$/.test(element.tagName) || titleName.test(namesOf(element)))) continue
    const said = plain(textBelow(element))
    if (said.length < 4 || said.length > 120) continue
    const score =
      said === wanted[0]
        ? 4
        : wanted[1]!.startsWith(said)
          ? 3
          : /工作报告|公报|通报|解读|公告|通知/.test(said)
            ? 2
            : element.tagName === 'h1'
              ? 1
              : 0
    // Of elements inside each other, the inner one.
    if (score > 0 && score >= bestScore) [best, bestScore] = [element, score]
  }
  return best !== null && !opening.startsWith(plain(textBelow(best))) ? best : null
}
