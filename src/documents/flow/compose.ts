/** From pages whose lines are in order to one text: furniture and notes taken out of the way, paragraphs put together. */
import { TextBuilder } from '../formats/builder.ts'
import { writeTable } from '../formats/table.ts'
import type { ReadOptions } from '../formats/types.ts'
import type { Aside } from '../types.ts'
import { mended, needsMending } from './characters.ts'
import { furnitureOf } from './furniture.ts'
import { goesOn, joint, type Measures, measure, noteMark } from './paragraphs.ts'
import type { Block, LaidOut, Line, Table } from './types.ts'

interface Piece {
  item: Line | Table
  /** Whether it goes on with the paragraph before. */
  goesOn: boolean
  asides: { reason: Aside['reason']; text: string; page: number }[]
}

/** Writes the text. @throws DocumentError `over-limit` */
export function compose(pages: LaidOut[], options: ReadOptions): TextBuilder {
  const furniture = furnitureOf(pages)
  const measures = measure(pages, line => furniture.has(line))
  const pieces: Piece[] = []
  const asides: Piece['asides'] = []
  const notes: Piece[] = []
  let paragraph: { lines: Line[]; block: Block } | null = null
  const place = (piece: Piece) => pieces.push({ ...piece, asides: [...asides.splice(0), ...piece.asides] })

  for (const page of pages) {
    if (page.slanted !== '') asides.push({ reason: 'watermark', text: page.slanted, page: page.number })
    for (const block of page.blocks) {
      const here: Piece['asides'] = []
      for (const item of block.items) {
        const kind = item.kind === 'line' ? furniture.get(item) : undefined
        if (kind && item.kind === 'line') here.push({ reason: kind.reason, text: item.text, page: item.page })
      }
      const items = block.items.filter(item => item.kind !== 'line' || !furniture.has(item))
      const foot = notesAt(items, measures)
      items.slice(0, foot).forEach(item => {
        const joins: boolean =
          item.kind === 'line' && paragraph !== null && goesOn(paragraph.lines, item, paragraph.block, block, measures)
        place({ item, goesOn: joins, asides: here.splice(0) })
        if (item.kind === 'table') paragraph = null
        else paragraph = { lines: joins ? [...paragraph!.lines.slice(0, 1), ...paragraph!.lines.slice(-1), item] : [item], block }
      })
      asides.push(...here)
      notes.push(...notesOf(items.slice(foot) as Line[]))
    }
  }
  const builder = write(pieces, notes, measures, options)
  for (const { reason, text, page } of asides) {
    builder.page = page
    builder.aside(reason, text)
  }
  return builder
}

/** Where the notes at the foot of a block begin: its last lines, all small, the first of them with a mark. */
function notesAt(items: (Line | Table)[], { size }: Measures): number {
  let at = items.length
  while (at > 1) {
    const item = items[at - 1]!
    if (item.kind !== 'line' || item.size > 0.92 * size) break
    at--
  }
  while (at < items.length && !noteMark.test((items[at] as Line).text)) at++
  return at
}

function notesOf(lines: Line[]): Piece[] {
  return lines.map(item => ({ item, goesOn: !noteMark.test(item.text), asides: [] }))
}

function write(pieces: Piece[], notes: Piece[], measures: Measures, options: ReadOptions): TextBuilder {
  const builder = new TextBuilder(options)
  const levels = levelsOf(pieces, measures.size)
  let start = 0
  let lines: Line[] = []
  const close = () => {
    const [first] = lines
    const level = first && levels.get(Math.round(first.size))
    if (level && builder.length > start) builder.headings.push({ start, end: builder.length, level })
    builder.endParagraph()
    lines = []
  }
  const each = (piece: Piece, next: Piece | undefined) => {
    const { item } = piece
    if (!piece.goesOn) close()
    for (const { reason, text, page } of piece.asides) {
      builder.page = page
      builder.aside(reason, text)
    }
    if (item.kind === 'table') {
      writeTable(
        builder,
        item.rows.map(row =>
          row.map(({ lines: inside, ...cell }) => ({ ...cell, header: false, write: () => inCell(builder, inside) })),
        ),
      )
      return
    }
    if (!piece.goesOn) start = builder.length
    const joined = next?.goesOn && next.item.kind === 'line' ? next.item : null
    writeLine(builder, item, joined)
    lines.push(item)
  }
  pieces.forEach((piece, i) => {
    each(piece, pieces[i + 1])
  })
  close()
  if (notes.length === 0) return builder
  // As in other formats: notes follow the text under a heading that says what they are.
  const from = builder.length
  builder.glue('名词注释')
  builder.repairs.push({
    kind: 'reordered',
    start: from,
    end: builder.length,
    note: '各页脚注集中放在正文之后 (notes at the foot of pages are set here, after the text)',
    before: '',
  })
  builder.headings.push({ start: from, end: builder.length, level: 1 })
  builder.endParagraph()
  notes.forEach((note, i) => {
    each(note, notes[i + 1])
  })
  close()
  return builder
}

function inCell(builder: TextBuilder, lines: Line[]): void {
  lines.forEach((line, i) => {
    writeLine(builder, line, lines[i + 1] ?? null)
  })
}

function writeLine(builder: TextBuilder, line: Line, next: Line | null): void {
  builder.page = line.page
  const join = next ? joint(line.text, next.text) : null
  line.spans.forEach(({ text, box }, i) => {
    const last = join?.hyphen && i === line.spans.length - 1
    const said = last ? text.slice(0, -1) : text
    if (box === null) builder.glue(said)
    else addMended(builder, said, last ? [box[0], box[1], (box[2] * said.length) / text.length, box[3]] : box)
  })
  if (!next || !join) return
  const at = builder.length
  if (join.hyphen)
    builder.repairs.push({
      kind: 'joined-lines',
      start: at,
      end: at,
      note: '行末断开的词接上 (a word broken at the end of a line)',
      before: '-',
    })
  if (next.page !== line.page)
    builder.repairs.push({
      kind: 'joined-lines',
      start: at,
      end: at,
      note: `第 ${line.page} 页与第 ${next.page} 页之间的段落接上 (a paragraph goes on over the page)`,
    })
  if (join.between) builder.glue(join.between)
}

function addMended(builder: TextBuilder, text: string, box: NonNullable<Line['spans'][number]['box']>): void {
  if (!needsMending(text)) {
    builder.add(text, box)
    return
  }
  const from = builder.length
  const out = Array.from(text, mended).join('')
  builder.add(out, box)
  if (builder.length - from !== out.length) return
  for (let i = 0; i < out.length; i++) {
    if (out[i] === '\ufffd')
      builder.repairs.push({
        kind: 'unmapped-character',
        start: from + i,
        end: from + i + 1,
        note: '字体没有给出这个字符的编码 (the font does not say which character this is)',
      })
    else if (out[i] !== text[i])
      builder.repairs.push({
        kind: 'replaced-character',
        start: from + i,
        end: from + i + 1,
        note: '字体给出的是形近的部首或符号编码 (the font gives a radical or a private code)',
        before: text[i]!,
      })
  }
}

/** Sizes clearly above that of running text, the largest first: the levels of headings told by size. */
function levelsOf(pieces: Piece[], size: number): Map<number, number> {
  const sizes = new Set<number>()
  for (const { item } of pieces)
    if (item.kind === 'line' && item.size > 1.12 * size && item.text.length < 60) sizes.add(Math.round(item.size))
  return new Map([...sizes].sort((a, b) => b - a).map((each, i) => [each, i + 1]))
}
