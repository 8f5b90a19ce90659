/**
 * Where paragraphs end. A line that had room for the next line's first word ended one, whatever the punctuation; a full
 * line goes on unless the next is set off by indent, size or distance. This is how Chinese documents are set: two
 * characters of indent, both margins even, no space between paragraphs.
 */
import { type Block, isWide, type LaidOut, type Line } from './types.ts'

export interface Edges {
  left: number
  right: number
}

export interface Measures {
  /** Size of running text. */
  size: number
  /** Distance of its lines. */
  pitch: number
  edges: Map<Block, Edges>
}

const terminal = /[。！？!?；;：:…」』”’）)》]$/
const marker =
  /^(?:[●○■□◆◇▪•·▲△★☆※➢✓]|[-—–]{1,2}(?=\p{L})|[（(][一二三四五六七八九十\d]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．]|\d{1,2}[、.．](?!\d)|[①-⑳]|第[一二三四五六七八九十]+[章节条部])/u
const firstWord = /^[（(《“‘「『〔[]*(?:[A-Za-z0-9０-９.,:+\-/]+[%％‰]?|.)[，。、；：！？）)》”’」』〕\]%％…]*/u

/** What is usual in a document, `furniture` left out. */
export function measure(pages: LaidOut[], skip: (line: Line) => boolean): Measures {
  const sizes = new Map<number, number>()
  const pitches = new Map<number, number>()
  const own = new Map<Block, { edges: Edges; lines: number; page: number; across: number }>()
  for (const page of pages)
    for (const block of page.blocks) {
      const lines = block.items.filter((item): item is Line => item.kind === 'line' && !skip(item))
      lines.forEach((line, i) => {
        count(sizes, half(line.size), line.text.length)
        const before = lines[i - 1]
        if (before && half(before.size) === half(line.size)) count(pitches, half(line.y - before.y), line.text.length)
      })
      if (lines.length > 0)
        own.set(block, {
          edges: edgesOf(lines),
          lines: lines.length,
          page: page.number,
          across: page.blocks.length === 1 ? page.width : 0,
        })
    }
  const size = commonest(sizes) ?? 12
  const edges = new Map<Block, Edges>()
  for (const [block, mine] of own) {
    // Pages of a few lines take their edges from their like: same side of the sheet, same column.
    const like = [...own.values()].filter(
      each => each.lines >= 5 && each.page % 2 === mine.page % 2 && Math.abs(each.edges.left - mine.edges.left) < 3 * size,
    )
    if (mine.lines >= 12) edges.set(block, mine.edges)
    else if (like.length > 0) edges.set(block, { left: usual(like, 'left'), right: usual(like, 'right') })
    // A few short lines reach no edge; margins are even, and what looks like the left edge may be an indent.
    else edges.set(block, { ...mine.edges, right: Math.max(mine.edges.right, mine.across - mine.edges.left - 1.5 * size) })
  }
  return { size, pitch: commonest(pitches) ?? 1.5 * size, edges }
}

function usual(like: { edges: Edges; lines: number }[], side: keyof Edges): number {
  const seen = new Map<number, number>()
  for (const each of like) count(seen, half(each.edges[side]), each.lines)
  return commonest(seen)!
}

/** The outermost edges that two lines at least share; a single line that sticks out makes none. */
function edgesOf(lines: Line[]): Edges {
  const shared = (values: number[], near: number) => {
    const found = values.find((value, i) => i + 1 < values.length && Math.abs(values[i + 1]! - value) < near)
    return found ?? values[0]!
  }
  const size = lines[0]!.size
  return {
    left: shared(
      lines.map(line => line.x0).sort((a, b) => a - b),
      0.3 * size,
    ),
    right: shared(
      lines.map(line => line.x1).sort((a, b) => b - a),
      1.2 * size,
    ),
  }
}

/** Whether `next` goes on with the paragraph whose lines so far are given. */
export function goesOn(paragraph: Line[], next: Line, from: Block, to: Block, measures: Measures): boolean {
  const last = paragraph.at(-1)!
  const size = last.size
  if (Math.abs(next.size - size) > 0.08 * Math.max(next.size, size)) return false
  const ends = terminal.test(last.text)
  if (from === to) {
    const pitch = (next.y - last.y) / Math.max(measures.pitch, 1.1 * size)
    if (pitch > 1.6 || (ends && pitch > 1.22)) return false
  }
  const before = measures.edges.get(from)
  const here = measures.edges.get(to)
  if (!before || !here) return false
  if (before.right - last.x1 > widthOf(next, firstWord.exec(next.text)?.[0].length ?? 1) + 0.3 * size) return false
  const indent = next.x0 - here.left
  if (indent >= 1.2 * size) {
    const first = paragraph[0]!
    const hanging = paragraph.length === 1 && marker.test(first.text) && last.x0 - before.left < indent - 0.5 * size
    // Two characters are the indent of a first line; a passage set in as a whole has another.
    const firstLine = indent > 1.6 * size && indent < 2.4 * size && paragraph.length === 1
    const inset = Math.abs(indent - (last.x0 - before.left)) < 0.5 * size && !firstLine
    return hanging || (inset && !(ends && marker.test(next.text)))
  }
  return !(ends && marker.test(next.text))
}

/** Width of a line's first characters. */
function widthOf(line: Line, characters: number): number {
  let left = characters
  let end = line.x0
  for (const { text, box } of line.spans) {
    if (box) end = box[0] + (box[2] * Math.min(left, text.length)) / text.length
    left -= text.length
    if (left <= 0) break
  }
  return end - line.x0
}

/**
 * What parts two lines of one paragraph when they are put together: nothing in Chinese and in broken figures, a space
 * between words of Latin letters. `hyphen` tells that the first line's hyphen only broke a word.
 */
export function joint(last: string, next: string): { between: '' | ' '; hyphen: boolean } {
  const [a, b] = [last.at(-1) ?? '', next[0] ?? '']
  if (/\p{Script=Latin}-$/u.test(last) && /\p{Ll}/u.test(b)) return { between: '', hyphen: true }
  if (isWide(a) || isWide(b) || (/\d$/.test(a) && /\d/.test(b))) return { between: '', hyphen: false }
  return { between: /[\p{L}\p{N},;:.!?]/u.test(a) && /[\p{L}\p{N}]/u.test(b) && !/[\d.,]/.test(a) ? ' ' : '', hyphen: false }
}

/** Whether lines look like a note at the foot of a page: small, and it begins with a mark. */
export const noteMark = /^(?:[①-⑳]|[[〔［]\d{1,3}[\]〕］]|\d{1,2}(?!\d)[\s．.、]?|[*＊※]|注)/

const half = (n: number) => Math.round(n * 2) / 2

function count(seen: Map<number, number>, key: number, n: number): void {
  seen.set(key, (seen.get(key) ?? 0) + n)
}

function commonest(seen: Map<number, number>): number | null {
  let best: number | null = null
  for (const [key, n] of seen) if (best === null || n > seen.get(best)!) best = key
  return best
}
