/**
 * Saved web pages: the article is the text; navigation, buttons, the block of metadata, related links and the foot
 * of the site are told beside it, and what the page says of its document is read as metadata.
 */
import { TextBuilder } from '../formats/builder.ts'
import { damaged, withoutText } from '../formats/errors.ts'
import type { Extracted, FormatReader, ReadOptions } from '../formats/types.ts'
import type { Aside, Metadata, Warning } from '../types.ts'
import { articleOf, asideName, weigh } from './article.ts'
import { pageText } from './charset.ts'
import { furnitureOf } from './furniture.ts'
import { type Item, type Line, linesOf } from './lines.ts'
import { labelled, metaOf } from './metadata.ts'
import { tableOf } from './table.ts'
import { titleOf } from './title.ts'
import { attribute, type Element, elementsIn, isElement, namesOf, parsePage, textBelow } from './tree.ts'

export const html: FormatReader = { id: 'html', read }

function read(bytes: Uint8Array, options: ReadOptions): Extracted {
  const { text, encoding } = pageText(bytes, options.encoding)
  const root = parsePage(text, options).childNodes.find(isElement)
  const head = root?.childNodes.find((node): node is Element => isElement(node) && node.tagName === 'head')
  const body = root?.childNodes.find((node): node is Element => isElement(node) && /^(?:body|frameset)$/.test(node.tagName))
  if (!root || !body) throw damaged(options.name, 'HTML', { zh: '没有内容', en: 'it holds nothing' })
  if (body.tagName === 'frameset')
    throw withoutText(options.name, 'HTML', {
      zh: '这是框架页，正文在另一个文件里',
      en: 'a page of frames, its text is in another file',
    })

  const masses = weigh(body)
  const article = articleOf(body, masses)
  // Inside the article, elements named as page matter are set aside where they hold no sentence.
  const items = trimmed(linesOf(article, new Set(), element => asideName.test(namesOf(element)) && masses.of(element) === 0))
  const metadata: Metadata = head ? metaOf(head) : {}
  const windowTitle = head ? textBelow([...elementsIn(head)].find(each => each.tagName === 'title') ?? head) : ''
  const title = titleOf(body, article, items, metadata.title ?? null, windowTitle)

  const out = new TextBuilder(options)
  const outside = sides(body, article, title)
  for (const each of outside.before) out.asides.push({ ...each, at: 0, page: null })
  if (title) {
    out.add(textBelow(title))
    out.headings.push({ start: 0, end: out.length, level: 1 })
    out.endParagraph()
  }
  write(items, out)
  const built = out.finish()
  if (built.text.trim() === '')
    throw withoutText(options.name, 'HTML', {
      zh: '页面里没有文字，正文可能要靠脚本载入',
      en: 'the page holds none; a script may load it',
    })
  for (const each of outside.after) built.asides.push({ ...each, at: built.text.length, page: null })
  labelled([...outside.lines, ...headLines(items)], metadata)
  metadata.title ??= title ? textBelow(title) : windowTitle.split(/\s*[-_|—]+\s*/)[0] || undefined
  return { mediaType: 'text/html', encoding, pages: null, metadata: present(metadata), warnings: goesOn(article), ...built }
}

const present = (metadata: Metadata): Metadata =>
  Object.fromEntries(Object.entries(metadata).filter(([, value]) => value !== undefined))

const isProse = (item: Item): boolean =>
  item.kind === 'table' ||
  (item.kind === 'line' && item.text.length >= 16 && /[。；：！]/.test(item.text) && furnitureOf(item.text) === null)

type Trimmed = Item | { kind: 'aside'; reason: Aside['reason']; text: string }

/** Page matter at the head and the tail of the article: what content systems put into the same element as the text. */
function trimmed(items: Item[]): Trimmed[] {
  const first = items.findIndex(isProse)
  const last = items.findLastIndex(isProse)
  const labels = new Set(
    items.slice(Math.max(0, first), last + 1).flatMap(item => (item.kind === 'line' ? labelOf(item.text) : [])),
  )
  let reason: Aside['reason'] | null = null
  return items.map((item, n): Trimmed => {
    if (item.kind !== 'line') return item
    const inside = n >= first && n <= last
    // 主办单位：… under each of a list of tasks is the report's own, at its end as well.
    const own = labelOf(item.text).some(label => labels.has(label))
    const found = own ? null : furnitureOf(item.text)
    if (!inside && n > last && (reason === 'related' || found === 'related')) reason = 'related'
    else reason = inside && found !== 'controls' ? null : found
    return reason === null ? item : { kind: 'aside', reason, text: item.text }
  })
}

/** The words before a colon at the head of a line. */
const labelOf = (line: string): string[] => /^[^:：\s]{2,8}(?=[:：])/.exec(line) ?? []

function headLines(items: Trimmed[]): string[] {
  const out: string[] = []
  for (const item of items) {
    if (item.kind === 'aside' || (item.kind === 'line' && item.text.length < 80)) out.push(item.text)
    if (item.kind === 'line' && isProse(item)) break
  }
  return out
}

function write(items: Trimmed[], out: TextBuilder): void {
  for (const item of items) {
    if (item.kind === 'table') tableOf(item.element, out)
    else if (item.kind === 'aside') out.aside(item.reason, item.text)
    else if (item.kind === 'left') out.aside(item.reason === 'named' ? reasonOf(item.element) : item.reason, item.text)
    else line(item, out)
  }
}

function line({ text, heading, label }: Line, out: TextBuilder): void {
  const start = out.length
  if (label !== '') {
    out.add(label)
    out.repairs.push({ kind: 'numbering', start, end: out.length, note: 'a number that the browser counts out', before: '' })
  }
  out.add(text)
  if (heading !== null) out.headings.push({ start, end: out.length, level: heading })
  out.endParagraph()
}

function reasonOf(element: Element): Aside['reason'] {
  const names = namesOf(element)
  if (/share|social|print|font|zihao|tool|qr|ewm|erweima|search|login|comment/i.test(names)) return 'controls'
  if (/relat|xg|recommend|hot|rank/i.test(names)) return 'related'
  return /foot|bottom|copyright/i.test(names) ? 'page-footer' : 'navigation'
}

interface Sides {
  before: Pick<Aside, 'reason' | 'text'>[]
  after: Pick<Aside, 'reason' | 'text'>[]
  /** Their lines, for the labels in them. */
  lines: string[]
}

/** What stands before and after the article, neighbouring lines of one kind as one aside. */
function sides(body: Element, article: Element, title: Element | null): Sides {
  const out: Sides = { before: [], after: [], lines: [] }
  if (body === article) return out
  const mark: Line = { kind: 'line', text: '\0', linked: 0, heading: null, label: '' }
  const all = linesOf(body, new Set([article, ...(title ? [title] : [])]), () => false)
  const position = placeOf(body, article)
  const items: Item[] = [...all.slice(0, position), mark, ...all.slice(position)]
  let to = out.before
  for (const item of items) {
    if (item === mark) {
      to = out.after
      continue
    }
    const text = item.kind === 'table' ? textBelow(item.element) : item.text
    if (item.kind === 'table')
      out.lines.push(...[...elementsIn(item.element)].filter(each => /^t[dh]$/.test(each.tagName)).map(textBelow))
    else out.lines.push(text)
    const usual = to === out.before ? 'navigation' : 'related'
    const reason =
      item.kind === 'left' && item.reason !== 'named'
        ? item.reason
        : (furnitureOf(text) ?? (item.kind === 'table' ? 'metadata' : usual))
    const previous = to.at(-1)
    if (previous?.reason === reason) previous.text += `\n${text}`
    else to.push({ reason, text })
  }
  return out
}

/** How many lines of the page stand before the article. */
function placeOf(body: Element, article: Element): number {
  const after = new Set<Element>()
  let seen = false
  const walk = (element: Element) => {
    for (const child of element.childNodes) {
      if (!isElement(child)) continue
      if (child === article) seen = true
      else if (seen) after.add(child)
      else walk(child)
    }
  }
  walk(body)
  return linesOf(body, new Set([article, ...after]), () => false).length
}

/** A page that is one of several says so by a link to the next. */
function goesOn(article: Element): Warning[] {
  const around = article.parentNode && isElement(article.parentNode) ? article.parentNode : article
  for (const element of elementsIn(around)) {
    if (element.tagName !== 'a' || !/^(?:下一页|下页)[>»]?$/.test(textBelow(element))) continue
    const href = attribute(element, 'href')
    if (href === '' || href.startsWith('#')) continue
    return [
      {
        code: 'not-read',
        where: null,
        what: { zh: '文章分成几页，这里只是其中一页', en: 'the article goes on on further pages' },
        todo: { zh: '请把其余各页也存下来读', en: 'save the other pages too' },
      },
    ]
  }
  return []
}
