/**
 * The whole text as a document to read: headings, paragraphs, every figure underlined by its kind, every
 * numeral set aside dotted. Each figure's id is here exactly once; the links of the page lead to it.
 */
import type { Figure, Section, SetAside, Statement } from '../../read/types.ts'
import type { Context } from './context.ts'
import { type Html, html, raw } from './html.ts'
import { pageBreaks, pageMark } from './pages.ts'

type Mark = { start: number; end: number; link: boolean; open: (first: boolean) => string; close: string }

/** The id of a set-aside numeral, by its place in `reading.setAside`. */
export const setAsideId = (i: number) => `n${i + 1}`

export function source(context: Context): Html {
  const { reading } = context
  const headings = new Map<number, Section>()
  for (const section of reading.sections) if (section.heading) headings.set(section.heading.start, section)
  const { text } = reading
  const flow: Flow = {
    headings,
    statements: cursor(reading.statements),
    marks: cursor(marksOf(reading.figures, reading.setAside)),
    plain: plainly(context),
  }
  const out: string[] = []
  const titled = { title: reading.report.title }
  for (let from = 0; from <= text.length; ) {
    const newline = text.indexOf('\n', from)
    const to = newline < 0 ? text.length : newline
    const line = trimmed(text, from, to)
    if (line) out.push(block(text, line, flow, titled))
    from = to + 1
  }
  return raw(out.join('\n'))
}

/** What a line is made of, each walked once in the order of the text. */
interface Flow {
  headings: Map<number, Section>
  statements: Cursor<Statement>
  marks: Cursor<Mark>
  /** The text from `a` to `b`, with the numbers of the pages that begin in it; `a` alone gives that of a page beginning there. */
  plain(a: number, b: number, inLink?: boolean): string
}

function plainly({ reading: { text, map }, document }: Context): Flow['plain'] {
  const breaks = pageBreaks(map)
  let next = 0
  return (a, b, inLink = false) => {
    let out = ''
    let at = a
    for (; next < breaks.length && breaks[next]!.at < Math.max(b, a + 1); next++) {
      const to = Math.min(b, Math.max(at, breaks[next]!.at))
      out += html`${text.slice(at, to)}${pageMark(breaks[next]!.page, inLink ? undefined : document)}`.html
      at = to
    }
    return out + html`${text.slice(at, b)}`.html
  }
}

type Line = readonly [from: number, to: number]

function trimmed(text: string, from: number, to: number): Line | null {
  while (from < to && /\s/.test(text[from]!)) from++
  while (to > from && /\s/.test(text[to - 1]!)) to--
  return from < to ? [from, to] : null
}

function block(text: string, [from, to]: Line, flow: Flow, titled: { title: string | null }): string {
  const section = flow.headings.get(from)
  const inline = (a: number, b: number) => runs(a, b, flow)
  if (section?.heading) {
    const end = Math.min(section.heading.end, to)
    const rest = trimmed(text, end, to)
    const level = Math.min(6, Math.max(3, section.level + 2))
    if (!rest) return html`<h${level} id="${section.id}">${raw(inline(from, end))}</h${level}>`.html
    return html`<p><strong class="run-in" id="${section.id}">${raw(inline(from, end))}</strong>${raw(inline(end, to))}</p>`.html
  }
  if (titled.title !== null && text.slice(from, to) === titled.title) {
    titled.title = null
    return html`<p class="title">${raw(inline(from, to))}</p>`.html
  }
  const bullet = /^[●■▲◆•·—]/.test(text[from]!)
  return html`<p${bullet && raw(' class="bullet"')}>${raw(inline(from, to))}</p>`.html
}

/** A piece of a line, with its statements as spans and its marks inside them. */
function runs(from: number, to: number, flow: Flow): string {
  let out = ''
  let at = from
  for (const s of flow.statements(from, to)) {
    const [a, b] = [Math.max(s.start, from), Math.min(s.end, to)]
    out += marked(at, a, flow)
    // A statement broken over lines keeps its id on the first piece; every piece knows where it starts.
    const id = s.start >= from ? html` id="${s.id}"` : html``
    out += html`<span class="s"${id} data-of="${s.id}" data-at="${a}">${raw(marked(a, b, flow))}</span>`.html
    at = b
  }
  return out + marked(at, to, flow)
}

function marked(from: number, to: number, { marks, plain }: Flow): string {
  let out = ''
  let at = from
  for (const mark of marks(from, to)) {
    const [a, b] = [Math.max(mark.start, from), Math.min(mark.end, to)]
    // The number of a page that begins here stands before the mark: a link holds no other.
    out += plain(at, a) + plain(a, a) + mark.open(mark.start >= from) + plain(a, b, mark.link) + mark.close
    at = b
  }
  return out + plain(at, to)
}

function marksOf(figures: readonly Figure[], setAside: readonly SetAside[]): Mark[] {
  const own = figures.map(f => ({
    start: f.start,
    end: f.end,
    link: true,
    open: (first: boolean) =>
      html`<a class="f ${f.role === 'qualifier' ? 'qualifier' : f.status}"${first && html` id="${f.id}"`} href="#${f.id}">`.html,
    close: '</a>',
  }))
  const others = setAside.map((n, i) => ({
    start: n.start,
    end: n.end,
    link: false,
    open: (first: boolean) => html`<span class="n"${first && html` id="${setAsideId(i)}"`} data-reason="${n.reason}">`.html,
    close: '</span>',
  }))
  return [...own, ...others].sort((a, b) => a.start - b.start)
}

/** Items of a sorted list that touch [from, to). Calls come in the order of the text, so the list is walked once. */
type Cursor<T> = (from: number, to: number) => T[]

function cursor<T extends { start: number; end: number }>(items: readonly T[]): Cursor<T> {
  const sorted = [...items].sort((a, b) => a.start - b.start)
  let next = 0
  return (from, to) => {
    while (next < sorted.length && sorted[next]!.end <= from) next++
    const out: T[] = []
    for (let i = next; i < sorted.length && sorted[i]!.start < to; i++) if (sorted[i]!.end > from) out.push(sorted[i]!)
    return out
  }
}
