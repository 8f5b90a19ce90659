/** A report with the places marked that checking found, as one HTML file without scripts. */
import type { FactChange } from '../check/changes.ts'
import { rules } from '../check/index.ts'
import type { Checked, Finding, Severity, Words } from '../check/types.ts'
import type { Reading, Section } from '../read/types.ts'
import { MARKED_STYLE } from './marked-style.ts'
import { type Html, html, raw } from './page/html.ts'

export interface MarkedOptions {
  lang?: 'zh' | 'en'
  generatedBy?: string
  /** What became of an earlier version, where there is one. */
  changes?: readonly FactChange[] | null
}

type Say = (words: Words) => string

const NAME: Record<Severity, Words> = {
  error: { zh: '错误', en: 'Error' },
  warning: { zh: '提醒', en: 'Warning' },
  note: { zh: '提示', en: 'Note' },
}
const CHANGED: Record<FactChange['kind'], Words> = {
  added: { zh: '新增', en: 'Added' },
  dropped: { zh: '删去', en: 'Dropped' },
  changed: { zh: '改动', en: 'Changed' },
}

/** A place of the text with what is said of it; numbered from 1 in the order of the text. */
interface Mark {
  start: number
  end: number
  number: number
  kind: Severity | 'change'
  text: string
  note: Html
  /** In one line, for the list at the head. */
  brief: string
}

/**
 * The text of a report with numbered marks, and what was found beside each paragraph.
 * @returns a whole HTML document; write it as UTF-8
 */
export function marked(reading: Reading, checked: Checked, options: MarkedOptions = {}): string {
  const lang = options.lang ?? 'zh'
  const say = (words: Words) => words[lang]
  const marks = marksOf(checked.findings, options.changes ?? [], say)
  const colon = lang === 'zh' ? '：' : ': '
  const title = `${say({ zh: '校对', en: 'Checked' })}${colon}${reading.report.title ?? reading.source.name}`
  const body = html`${head(reading, checked, marks, options.changes ?? null, say)}
<article lang="zh">${article(reading, marks, say)}</article>
<footer>${options.generatedBy}${options.generatedBy && ' · '}${say({
    zh: '只提示，不改动原文；由人决定。',
    en: 'A finding proposes, the person decides; the text is as it was.',
  })}</footer>`
  return `<!doctype html>\n${
    html`<html lang="${lang === 'zh' ? 'zh-Hans' : 'en'}"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${title}</title><style>${raw(MARKED_STYLE)}</style></head><body>${body}</body></html>`
      .html
  }\n`
}

function marksOf(findings: readonly Finding[], changes: readonly FactChange[], say: Say): Mark[] {
  const marks = [
    ...findings.map(f => ({ start: f.start, end: f.end, kind: f.severity, text: f.text, said: f as Finding | FactChange })),
    ...changes.flatMap(c =>
      c.at ? [{ start: c.at.start, end: c.at.end, kind: 'change' as const, text: c.at.text, said: c }] : [],
    ),
  ].sort((a, b) => a.start - b.start || a.end - b.end)
  return marks.map(({ said, ...mark }, i) => {
    const number = i + 1
    const note = 'rule' in said ? findingNote(said, number, say) : changeNote(said, number, say)
    return { ...mark, number, note, brief: 'rule' in said ? say(said.message) : changeLine(said, say) }
  })
}

function findingNote(finding: Finding, number: number, say: Say): Html {
  const { severity, rule, message, working, proposal, against } = finding
  const title = rules.find(each => each.id === rule)?.title
  return html`<li class="${severity}" id="f${number}"><p class="head"><a class="number" href="#m${number}">${number}</a><b>${say(NAME[severity])}</b>${title && say(title)}<code>${rule}</code></p><p>${say(message)}</p>${
    working && html`<p class="sum">${say({ zh: '算式', en: 'Working' })} <span>${working.formula}</span></p>`
  }${proposal && html`<p class="sum">${say({ zh: '建议', en: 'Proposal' })} <span>${say(proposal)}</span></p>`}${
    against && html`<p class="sum">${against.name} <span>${against.text}</span></p>`
  }</li>`
}

const changeLine = ({ name, before, after, rounding }: FactChange, say: Say): string => {
  const values = before !== null && after !== null ? `${before} → ${after}` : (after ?? before)
  return `${say(name)} ${values}${rounding ? say({ zh: '（只差舍入）', en: ' (rounding alone)' }) : ''}`
}

const changeNote = (change: FactChange, number: number, say: Say): Html =>
  html`<li class="change" id="f${number}"><p class="head"><a class="number" href="#m${number}">${number}</a><b>${say(CHANGED[change.kind])}</b></p><p>${changeLine(change, say)}</p></li>`

function head(reading: Reading, checked: Checked, marks: Mark[], changes: readonly FactChange[] | null, say: Say): Html {
  const { findings, promises, sums } = checked
  const count = (severity: Severity) => findings.filter(f => f.severity === severity).length
  const dropped = changes?.filter(c => c.at === null) ?? []
  const agreed = sums.filter(sum => sum.agreement !== 'no').length
  return html`<header><small>${say({ zh: '校对结果', en: 'Checked' })} · ${reading.source.name}</small><h1>${reading.report.title ?? reading.source.name}</h1>
<ul class="counts">${(['error', 'warning', 'note'] as const).map(
    severity => html`<li class="${severity}">${say(NAME[severity])} <b>${count(severity)}</b></li>`,
  )}<li>${say({ zh: '核对算式', en: 'Sums done' })} <b>${sums.length}</b>${say({ zh: '，相符', en: ', agreeing' })} <b>${agreed}</b></li><li>${say(
    { zh: '可核验的承诺', en: 'Promises that can be judged' },
  )} <b>${promises.rateable}</b> / ${promises.total}</li>${
    changes &&
    html`<li class="change">${say({ zh: '与另一稿不同', en: 'Differences from the other version' })} <b>${changes.length}</b></li>`
  }</ul>
${
  marks.length > 0 &&
  html`<details${marks.length <= 12 && raw(' open')}><summary>${say({ zh: '一览', en: 'At a glance' })}</summary><ol>${marks.map(
    mark =>
      html`<li class="${mark.kind}"><a class="number" href="#m${mark.number}">${mark.number}</a><a href="#m${mark.number}"><span class="said">${brief(mark.text)}</span> <span class="soft">${brief(mark.brief, 60)}</span></a></li>`,
  )}</ol></details>`
}${
  dropped.length > 0 &&
  html`<details><summary>${say({ zh: '另一稿有、这一稿没有的', en: 'In the other version and not in this' })} ${dropped.length}</summary><ol>${dropped.map(
    change => html`<li class="change"><span class="number">−</span><span>${changeLine(change, say)}</span></li>`,
  )}</ol></details>`
}</header>`
}

const brief = (text: string, length = 24): string => {
  const said = text.replace(/\s+/g, ' ').trim()
  return said.length > length ? `${said.slice(0, length)}…` : said
}

/** The lines of the text, each with the notes on what is marked in it: without its tags the text is what it was. */
function article(reading: Reading, marks: readonly Mark[], say: Say): Html[] {
  const { text } = reading
  const headings = new Map(reading.sections.flatMap(s => (s.heading ? [[s.heading.start, s] as const] : [])))
  const parts: Html[] = []
  let next = 0
  /** Marks that began in a line before and go on. */
  let running: Mark[] = []
  for (let from = 0; from <= text.length; ) {
    const found = text.indexOf('\n', from)
    const to = found < 0 ? text.length : found
    const notes: Mark[] = []
    for (; next < marks.length && marks[next]!.start <= to; next++) notes.push(marks[next]!)
    const within = [...running, ...notes].sort((a, b) => a.start - b.start || b.end - a.end || a.number - b.number)
    const pieces = filled(text, Math.max(from, 0), to, within, from, say)
    parts.push(line(pieces, notes, classOf(reading, headings, from, to), from === to))
    if (to === text.length) break
    running = within.filter(mark => mark.end > to + 1)
    parts.push(html`\n`)
    from = to + 1
  }
  return parts
}

/** `text[from, to)` with marks in it, a mark within another inside that one; of marks that cross, the later one begins where the first ends. */
function filled(text: string, from: number, to: number, marks: readonly Mark[], lineStart: number, say: Say): Html[] {
  const pieces: Html[] = []
  let at = from
  for (let i = 0; i < marks.length; ) {
    const mark = marks[i]!
    const start = Math.min(Math.max(mark.start, at), to)
    const end = Math.min(Math.max(mark.end, start), to)
    let inner = i + 1
    while (inner < marks.length && marks[inner]!.end <= mark.end && marks[inner]!.start < mark.end) inner++
    pieces.push(html`${text.slice(at, start)}`)
    const begins = mark.start >= lineStart
    // a number is not parted from the last character before it
    const tail = begins && inner === i + 1 && end > start ? end - 1 : end
    const content = filled(text, start, tail, marks.slice(i + 1, inner), lineStart, say)
    const number = begins && html`<span class="tail">${text.slice(tail, end)}${reference(mark, say)}</span>`
    pieces.push(
      html`<mark class="${mark.kind}${mark.text.length > 40 && ' long'}"${begins && html` id="m${mark.number}"`}>${content}${number}</mark>`,
    )
    at = end
    i = inner
  }
  return [...pieces, html`${text.slice(at, to)}`]
}

const reference = ({ number }: Mark, say: Say): Html =>
  html`<sup><a href="#f${number}" aria-label="${say({ zh: '批注', en: 'Note' })} ${number}">${number}</a></sup>`

function line(pieces: Html[], notes: Mark[], kind: string | null, empty: boolean): Html {
  if (empty && notes.length === 0) return html``
  return html`<div class="line"><p${kind && html` class="${kind}"`}>${pieces}</p>${
    notes.length > 0 && html`<ul class="notes">${notes.map(mark => mark.note)}</ul>`
  }</div>`
}

/** How a line is set: as the title, as a heading of its level, or as text. */
function classOf(reading: Reading, headings: ReadonlyMap<number, Section>, from: number, to: number): string | null {
  const said = reading.text.slice(from, to).trim()
  const { title } = reading.report
  if (title !== null && said !== '' && said.replace(/^#+\s*/, '') === title) return 'title'
  for (let at = from; at < to; at++) {
    const section = headings.get(at)
    // a heading that runs into its paragraph is set as text
    if (section) return section.heading!.text.length * 1.5 > said.length ? `h${Math.min(Math.max(section.level, 1), 3)}` : null
  }
  return null
}
