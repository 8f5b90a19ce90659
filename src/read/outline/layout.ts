/**
 * Lines into blocks: where the text proper begins and ends, which lines are headings, bullets or paragraphs,
 * which are page matter, which repeat what was there before.
 */

import { beginningWith, endingWith } from '../chars.ts'
import { stackedTables } from '../tables/stacked.ts'
import type { Repair, SourceTable } from '../types.ts'
import { hasCue } from './cues.ts'
import { headingStyle, isHeadingLine, MARKDOWN } from './headings.ts'
import { CONTINUES, goesOn, joined, joins, TERMINAL, unclosed } from './joins.ts'
import { type Line, linesOf } from './lines.ts'
import { firstOf, LONG, withoutRepeats } from './repeats.ts'

export type BlockKind = 'title' | 'furniture' | 'salutation' | 'heading' | 'bullet' | 'paragraph' | 'table' | 'glossary'

export interface Block {
  kind: BlockKind
  start: number
  end: number
  /** Where a heading stands in the numbering: 1 for 一、, 2 for （一） …; 0 for one without a number. */
  style: number
}

export interface Layout {
  blocks: Block[]
  repairs: Repair[]
  /** Lines before the text proper: titles, speaker, page matter. */
  front: Line[]
  /** Tables of which each cell stands on a line of its own. */
  stacked: SourceTable[]
}

const SALUTATION = /^各位(人大)?(代表|委员)/
const SALUTATION_INSIDE = /各位代表(、同志们)?[：:]/
const BULLET = beginningWith('●■◆▲★▪►◎○•·\uf0b7\uf06c\uf0d8☆□▶➤')
const TABLE_ROW = /\|.*\||\t.*\t/
/** A row of cells between bars. */
const BARRED = /^\|.*\|$|\|.*\|.*\|/

/** A line that the document itself marks as a heading; level 1 is the highest. */
export interface HeadingMark {
  start: number
  end: number
  level: number
}

/**
 * Lays a text out in blocks, in order and without overlap.
 * @param marks lines that the document marks as headings
 */
export function layout(text: string, marks: readonly HeadingMark[] = []): Layout {
  const all = linesOf(text)
  const say = (line: Line): string => text.slice(line.start, line.end)
  const blocks: Block[] = []
  const repairs: Repair[] = []
  const push = (kind: BlockKind, start: number, end: number, style = 0): Block => {
    const block = { kind, start, end, style }
    blocks.push(block)
    return block
  }

  const stacked = stackedTables(text, all)
  const rows = rowsOf(stacked)
  const { first, offset } = bodyStart(text, all, say, rows)
  const front = all.slice(0, first)
  if (offset > 0) front.push({ start: all[first]!.start, end: all[first]!.start + offset })
  for (const line of front)
    push(isTitle(say(line)) ? 'title' : 'furniture', line.start + (MARKDOWN.exec(say(line))?.[0].length ?? 0), line.end)
  const rest = all.slice(first)
  if (offset > 0 && rest.length) rest[0] = { start: rest[0]!.start + offset, end: rest[0]!.end }
  const before = firstOf(rest, say)
  const last = bodyEnd(rest, say, before)
  // A text that begins inside its line has that line's head before it; its repetition has too.
  const whole = offset > 0 ? say(all[first]!) : null
  const marked = withoutRepeats(rest, say, repairs, text, before, whole)
  const body = marked.slice(0, last)
  const wrap = wrapWidth(body, say)
  const bulleted = body.filter(l => BULLET.test(text.slice(l.start, l.end))).length >= 8

  // hardly a text has rows of cells: then no line is searched for them
  const cells = text.includes('|') || text.includes('\t')
  const listed = nameLists(body, say)
  const levels = new Map(marks.map(mark => [mark.start, mark.level]))
  let glossary = false
  let open: Block | null = null
  for (let i = 0; i < body.length; i++) {
    const line = body[i]!
    const words = say(line)
    const next = body[i + 1] ? say(body[i + 1]!) : null
    const row = rows.get(line.start)
    if (row !== undefined && !line.repeated) {
      open = null
      push('table', line.start, row)
      while (i + 1 < body.length && body[i + 1]!.start < row) i++
      continue
    }
    if (line.repeated || listed.has(line) || isFurniture(words)) {
      push('furniture', line.start, line.end)
      continue
    }
    if (!glossary && words.length < 40 && i > body.length * 0.4 && opensGlossary(words, next)) {
      glossary = true
      open = null
      push('heading', line.start, line.end, 1)
      continue
    }
    if (i > body.length * 0.4 && hasCue('annex', words) && (!glossary || promisesNext(next))) {
      open = null
      glossary = false
      push('heading', line.start, line.end, 1)
      continue
    }
    const kind: BlockKind = glossary ? 'glossary' : 'paragraph'
    if (BULLET.test(words)) {
      open = push('bullet', line.start, line.end)
      continue
    }
    if (cells && BARRED.test(words)) {
      open = null
      push('table', line.start, line.end)
      continue
    }
    const style = headingStyle(words)
    const isOpen: boolean = open !== null && goesOn(text.slice(open.start, open.end), body[i - 1]!, words, wrap)
    const level = levels.get(line.start)
    const byMark = level !== undefined && words.length <= 64 && !/[。；！]/.test(words.slice(0, -1))
    const heading =
      byMark ||
      (isHeadingLine(words, {
        style,
        next,
        prevOpen: isOpen && !(bulleted && next !== null && BULLET.test(next)),
        wrap,
        glossary,
      }) &&
        // a quotation that the next line closes in a whole sentence is prose that was broken
        !(style === 0 && next !== null && unclosed(words) && /[。；]/.test(next)))
    if (heading || brokenHeading(words, style, next)) {
      if (SALUTATION.test(words)) push('salutation', line.start, line.end)
      else {
        const start = line.start + (MARKDOWN.exec(words)?.[0].length ?? 0)
        const to = headingEnd(text, body, i)
        const block = push('heading', start, body[to]!.end, style || (level ?? 0))
        if (to > i)
          repairs.push({
            kind: 'joined-lines',
            start: line.end,
            end: block.end,
            note: 'a heading is broken over lines; read as one',
          })
        i = to
      }
      open = null
      continue
    }
    if (open && isOpen && style === 0 && joins(text.slice(open.start, open.end), words, wrap)) {
      repairs.push(joined(text, open, line))
      open.end = line.end
      continue
    }
    if (cells && TABLE_ROW.test(words)) {
      open = null
      push('table', line.start, line.end)
      continue
    }
    const salutation = SALUTATION.test(words) && words.length < 16
    const block: Block = push(salutation ? 'salutation' : kind, line.start, line.end, style)
    open = salutation ? null : block
  }
  for (const line of rest.slice(last)) push('furniture', line.start, line.end)
  cutOffs(text, blocks, repairs)
  return { blocks, repairs, front, stacked }
}

/** Where rows of stacked tables begin, each with its end. */
function rowsOf(tables: readonly SourceTable[]): Map<number, number> {
  const rows = new Map<number, number>()
  for (const { cells } of tables) {
    let first = cells[0]!
    for (const cell of cells) {
      if (cell.row !== first.row) first = cell
      rows.set(first.start, cell.end)
    }
  }
  return rows
}

/** A numbered line that stops at a comma, with the rest of its heading on a short line below: 一、回顾去年，⏎迈出新步伐 */
function brokenHeading(words: string, style: number, next: string | null): boolean {
  return (
    (style === 1 || style === 2) &&
    words.length <= 44 &&
    /[，、]$/.test(words) &&
    !/[。；：]/.test(words) &&
    next !== null &&
    next.length <= 40 &&
    !/[。；：]|[，、]$/.test(next) &&
    headingStyle(next) === 0
  )
}

/** The last line of a heading: a quotation or title left open, or a comma at the end, goes on below. */
function headingEnd(text: string, lines: readonly Line[], i: number): number {
  const { start } = lines[i]!
  for (let j = i; j < Math.min(lines.length, i + 4); j++) {
    const words = text.slice(start, lines[j]!.end)
    if (words.length > 90 || /[。！？]/.test(words)) return i
    if (!unclosed(words) && !/[，、]$/.test(words)) {
      const after = lines[j + 1]
      // a closing mark at the head of the next line still belongs to it
      if (j > i && after && CONTINUES.test(text.slice(after.start, after.start + 1)) && after.end - after.start < 40) continue
      return j
    }
  }
  return i
}

/** What an annex promises stands in the plan; any other annex explains. */
const PROMISES = /实事|任务|清单|项目|工程|安排/

/** Whether a line opens the explanation of terms: by its words, or as a bare 附件 over anything but tasks. */
function opensGlossary(words: string, next: string | null): boolean {
  return hasCue('glossary', words) || (hasCue('annex', words) && !promisesNext(next))
}

export const promisesNext = (next: string | null): boolean => next !== null && next.length < 40 && PROMISES.test(next)

/** The line on which the text proper begins, and how far into it. */
function bodyStart(
  text: string,
  lines: Line[],
  say: (line: Line) => string,
  rows: ReadonlyMap<number, number>,
): { first: number; offset: number } {
  const reach = Math.min(lines.length, 400)
  for (let i = 0; i < reach; i++) {
    if (!SALUTATION.test(text.slice(lines[i]!.start, lines[i]!.start + 8))) continue
    // an address in mid-report is no beginning: a capture may have lost its own
    if (prose(lines.slice(0, i)) > LATE && !/^.{4,20}[：:]$/.test(say(lines[i]!))) break
    return { first: i, offset: 0 }
  }
  for (let i = 0; i < reach; i++) {
    const at = text.slice(lines[i]!.start, Math.min(lines[i]!.end, lines[i]!.start + 400)).search(SALUTATION_INSIDE)
    if (at >= 0 && prose(lines.slice(0, i)) > LATE) break
    // an abstract quotes the opening and ends in dots; the text itself follows
    if (at >= 0 && !/(\.{3}|…)$/.test(text.slice(lines[i]!.start, lines[i]!.end))) return { first: i, offset: at }
  }
  let i = 0
  while (i < Math.min(lines.length, 40)) {
    const words = say(lines[i]!)
    if (rows.has(lines[i]!.start)) break
    if (words.length >= 40 || /[。；！]$/.test(words) || (headingStyle(words) > 0 && !/^#\s/.test(words)) || BULLET.test(words))
      break
    if (i > 0 && (hasCue('review', words) || hasCue('plan', words)) && !isTitle(words)) break
    i++
  }
  return { first: i < lines.length ? i : 0, offset: 0 }
}

/** So many characters in whole sentences before the address are text of the report. */
const LATE = 1200

/** Characters in lines that end as sentences do. */
function prose(lines: readonly Line[]): number {
  let sum = 0
  for (const line of lines) if (line.end - line.start > 40) sum += line.end - line.start
  return sum
}

const TITLE =
  /政府工作报告|政\s*府\s*工\s*作\s*报\s*告|工作报告|公报|通报|解读|通知|督[办查]|(?:进展|推进|完成|落实|执行)情况$|规划|方案|会议上|^[（(]?[\d〇○零一二]{4}\s*年\s*[\d一二三四五六七八九十]+\s*月/

export function isTitle(words: string): boolean {
  return words.length <= 90 && TITLE.test(words) && !hasCue('head', words) && !hasCue('furniture', words)
}

function isFurniture(words: string): boolean {
  return hasCue('furniture', words) || (words.length < 4 && !/[\u4e00-\u9fff]/.test(words))
}

/** The title of a report on a line of its own; two of them close together below a text are a page's list of others. */
const OTHER_TITLE = /^(?:\d{4}年[\u4e00-\u9fff]{2,14}|[\u4e00-\u9fff]{2,14}\d{4}年)(?:人民)?政府工作报告$/

/** Index of the first line that no longer belongs to the text: what a page shows below it. */
function bodyEnd(lines: Line[], say: (line: Line) => string, before: Int32Array): number {
  // by lines or by characters, whichever comes first: a page may show more lines below its text than the text has
  const middle = ((lines[0]?.start ?? 0) + (lines.at(-1)?.end ?? 0)) / 2
  const from = Math.min(
    Math.floor(lines.length / 2),
    lines.findIndex(line => line.end > middle),
  )
  let prose: readonly number[] | null = null
  /** Beginnings of lines that close no page here. */
  const passed = new Set<string>()
  for (let i = Math.max(0, from); i < lines.length; i++) {
    const line = lines[i]!
    if (line.end - line.start > 120) continue
    const words = say(line)
    if (hasCue('tail', words) && !passed.has(words.slice(0, 4))) {
      prose ??= proseOf(lines, say)
      if (!textBelow(i, prose, before)) return i
      passed.add(words.slice(0, 4))
    }
    if (OTHER_TITLE.test(words) && lines.slice(i + 1, i + 6).some(l => OTHER_TITLE.test(say(l)))) return i
  }
  return lines.length
}

const BARE_NAME = /^[\u4e00-\u9fff（）()]{2,16}$/
/** So many bare names one under the other are a page's menu: of places, of departments. */
const MENU = 8

/** The lines of a page's menus: long runs of bare names, without a mark or a number among them. */
function nameLists(lines: readonly Line[], say: (line: Line) => string): Set<Line> {
  const out = new Set<Line>()
  for (let i = 0; i < lines.length; i++) {
    let end = i
    while (end < lines.length && lines[end]!.end - lines[end]!.start <= 16 && BARE_NAME.test(say(lines[end]!))) end++
    if (end - i >= MENU) for (const line of lines.slice(i, end)) out.add(line)
    i = end
  }
  return out
}

const WHOLE = endingWith('。；')

/** The lines that are prose, by number. */
function proseOf(lines: readonly Line[], say: (line: Line) => string): number[] {
  const out: number[] = []
  for (const [n, line] of lines.entries()) {
    if (line.end - line.start < LONG) continue
    const words = say(line)
    if (WHOLE.test(words) && !CONTINUES.test(words)) out.push(n)
  }
  return out
}

/** Whether the text goes on below line `i`: 主办单位：省教育厅 closes a page, or a task in a list of them. */
function textBelow(i: number, prose: readonly number[], before: Int32Array): boolean {
  let below = 0
  let fresh = 0
  for (let k = prose.length - 1; k >= 0 && prose[k]! > i; k--) {
    below++
    // a page that shows its text twice has little below it that was not there before
    if (before[prose[k]!]! >= i) fresh++
  }
  return below >= 2 && fresh > below / 2
}

/** The width at which lines are wrapped, or 0 where lines are paragraphs. */
function wrapWidth(lines: Line[], say: (line: Line) => string): number {
  const lengths: number[] = []
  let open = 0
  for (const line of lines) {
    const length = line.end - line.start
    if (length < 15) continue
    lengths.push(length)
    if (!TERMINAL.test(say(line))) open++
  }
  if (lengths.length < 20 || open / lengths.length < 0.3) return 0
  lengths.sort((a, b) => a - b)
  const width = lengths[Math.floor(lengths.length * 0.9)]!
  return width <= 120 ? width : 0
}

/** Reports blocks that stop in mid-sentence where their neighbours do not. */
function cutOffs(text: string, blocks: Block[], repairs: Repair[]): void {
  for (const kind of ['bullet', 'paragraph'] as const) {
    const of = blocks.filter(b => b.kind === kind && b.end - b.start >= 12)
    const open = of.filter(b => !TERMINAL.test(text.slice(b.start, b.end)))
    if (of.length < 5 || open.length > of.length * 0.2) continue
    for (const b of open) repairs.push({ kind: 'cut-off', start: b.end, end: b.end, note: 'the sentence stops without an end' })
  }
  repairs.sort((a, b) => a.start - b.start || a.end - b.end)
}
