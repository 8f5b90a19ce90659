/**
 * Numbered lists of services to the public (十件民生实事): how many are announced, the items with their
 * own parts, and which tasks stand in which item. Items may follow in one sentence or over paragraphs.
 */
import type { Signs } from '../../catalogue/signs.ts'
import { matchesOf } from '../matches.ts'
import type { Span, Statement, Task, TaskList } from '../types.ts'
import { spanAt } from './scan.ts'

/** The first item stands in the announcing sentence or at most this many sentences after it. */
const NEAR = 2
/** A list holds at most this many sentences. */
const LONGEST = 240

/** A mark of enumeration, by style: circled, bracketed or plain digits, 一是, （一）, 第一; last, what a conversion leaves of ⑪ and above. */
const MARK =
  /([①-⑳⑴-⒇])|[（(](\d{1,2})[）)]|(?<=^|[；;。：:\s])(\d{1,2})[.．、](?!\d)|(?<=^|[；;。：:，\s])([一二三四五六七八九十]{1,3})是|[（(]([一二三四五六七八九十]{1,3})[）)]|(?<=^|[；;。\s])第([一二三四五六七八九十]{1,3})[，,、]|(?<=[；;。])([?？\ufffd])(?=[\u4e00-\u9fff]|$)/g

/** The style of a mark that was lost. */
const LOST = 6

interface Item {
  number: number
  style: number
  start: number
  /** Where what is enumerated begins. */
  body: number
}

/** Finds the lists, and tells each task in one its list and item. */
export function listsOf(text: string, signs: Signs, statements: readonly Statement[], tasks: readonly Task[]): TaskList[] {
  const out: TaskList[] = []
  let task = 0
  for (let i = 0; i < statements.length; i++) {
    const statement = statements[i]!
    if (statement.question?.startsWith('review') || !ANNOUNCES.test(statement.text)) continue
    const said = signs.serviceList.exec(statement.text)
    if (!said) continue
    const { n, sub } = said.groups!
    const announced = n ? count(n) : null
    const from = statement.start + said.index + said[0].length
    const found = itemsFrom(text, statements, i, from, announced) ?? unnumbered(text, statement, i, from, announced)
    if (!found) continue
    const list: TaskList = {
      id: `l${out.length + 1}`,
      start: statement.start + said.index,
      end: statement.start + said.index + said[0].length,
      text: said[0],
      statement: statement.id,
      announced,
      announcedParts: sub ? count(sub) : null,
      items: found.items,
    }
    for (const item of list.items) {
      while (task < tasks.length && tasks[task]!.start < item.start) task++
      for (; task < tasks.length && tasks[task]!.start < item.end; task++) {
        const own = tasks[task]!
        own.list = list.id
        own.item = item.number
        item.tasks.push(own.id)
      }
    }
    out.push(list)
    i = found.last
  }
  return out
}

const ANNOUNCES = /实事|民心|民生工程|惠民工程|民生项目/

/** The items that begin after `from` in the sentence `at` or in those behind it. */
function itemsFrom(
  text: string,
  statements: readonly Statement[],
  at: number,
  from: number,
  announced: number | null,
): { items: TaskList['items']; last: number } | null {
  const marks: Item[] = []
  const inner: Item[] = []
  let last = at
  let before = 0
  for (let i = at; i < statements.length && i - at < LONGEST; i++) {
    const statement = statements[i]!
    const start = i === at ? from : statement.start
    const found = marksIn(text, start, statement.end)
    let grew = false
    for (const written of found) {
      const lost = written.style === LOST
      // ⑩ is the last that older encodings have
      if (lost && (marks[0]?.style !== 0 || before < 10 || (announced !== null && marks.length >= announced))) continue
      const mark = lost ? { ...written, style: 0, number: before + 1 } : written
      const same = marks.length > 0 && mark.style === marks[0]!.style
      const next = marks.length === 0 ? mark.number === 1 : same && mark.number === before + 1
      // a list by fields begins its count again in each: 交通3项：(1)…教育2项：(1)…
      const again = same && mark.number === 1 && announced !== null && marks.length < announced
      if (next || again) {
        before = mark.number
        marks.push({ ...mark, number: marks.length + 1 })
        grew = true
      } else if (marks.length > 0 && mark.style !== marks[0]!.style) inner.push(mark)
    }
    if (grew) last = i
    else if (marks.length === 0) {
      if (i - at >= NEAR) return null
    } else if (found.length > 0 && found[0]!.style === marks[0]!.style && found[0]!.style !== LOST && found[0]!.number <= before)
      break
    else if (i - last > 12) break
  }
  if (marks.length < 2) return null
  // the last item may have as many sentences as the longest before it, in the same paragraph and section
  let most = 0
  let own = 0
  for (let i = at, k = 0; i < last; i++) {
    while (k < marks.length && marks[k]!.start < statements[i]!.end) {
      k++
      own = 0
    }
    if (k > 0) most = Math.max(most, own++)
  }
  for (; most > 0 && last + 1 < statements.length; most--, last++) {
    const next = statements[last + 1]!
    if (next.section !== statements[last]!.section || /\n|\\n/.test(text.slice(statements[last]!.end, next.start))) break
  }
  const end = statements[last]!.end
  const items = marks.map((mark, k) => item(text, mark, marks[k + 1]?.start ?? end, inner))
  return { items, last }
}

/** A list without numbers: as many parts between semicolons as are announced. */
function unnumbered(
  text: string,
  statement: Statement,
  at: number,
  from: number,
  announced: number | null,
): { items: TaskList['items']; last: number } | null {
  const lead = /^[^：:；;]{0,16}[：:]/.exec(text.slice(from, statement.end))
  if (!lead || announced === null || announced < 2) return null
  const items: TaskList['items'] = []
  let start = from + lead[0].length
  for (const piece of text.slice(start, statement.end).split(/[；;]/)) {
    items.push(item(text, { number: items.length + 1, style: -1, start, body: start }, start + piece.length, []))
    start += piece.length + 1
    if (items.length > announced) return null
  }
  return items.length === announced ? { items, last: at } : null
}

function marksIn(text: string, start: number, end: number): Item[] {
  const out: Item[] = []
  for (const m of matchesOf(MARK, text.slice(start, end))) {
    const style = m.slice(1).findIndex(g => g !== undefined)
    const written = m[style + 1]!
    const number = style === 0 ? circled(written.charCodeAt(0)) : style === LOST ? 0 : count(written)
    if (number !== null) out.push({ number, style, start: start + m.index, body: start + m.index + m[0].length })
  }
  return out
}

/** ① is 1, and so is ⑴. */
const circled = (code: number): number => code - (code >= 0x2474 ? 0x2473 : 0x245f)

function item(text: string, mark: Item, end: number, inner: readonly Item[]): TaskList['items'][number] {
  const whole = spanAt(text, mark.start, end) ?? { start: mark.start, end: mark.body, text: text.slice(mark.start, mark.body) }
  const stop = text.slice(mark.body, whole.end).search(/[。：:；;，,\n]/)
  const name = spanAt(text, mark.body, stop > 0 ? mark.body + stop : whole.end) ?? whole
  const own = inner.filter(m => m.start > mark.start && m.start < end)
  const parts: Span[] = own.flatMap((m, k) => spanAt(text, m.body, own[k + 1]?.start ?? end) ?? [])
  return { number: mark.number, start: whole.start, end: whole.end, text: whole.text, name, parts, tasks: [] }
}

const HAN = '零一二三四五六七八九'

/** A written count: 12, １２, 十二, 二十. */
function count(written: string): number | null {
  const digits = written.replace(/[０-９]/g, d => String.fromCharCode(d.charCodeAt(0) - 0xfee0))
  if (/^\d+$/.test(digits)) return Number(digits)
  const m = /^(?:([一二三四五六七八九两])?(十))?([一二三四五六七八九两])?$/.exec(written)
  if (!m || written === '') return null
  const value = (c: string | undefined): number => (c === '两' ? 2 : c ? HAN.indexOf(c) : 0)
  return (m[2] ? (m[1] ? value(m[1]) : 1) * 10 : 0) + value(m[3])
}
