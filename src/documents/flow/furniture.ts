/**
 * What stands on every page and belongs to none: running heads and feet, page numbers. Told by repetition over the pages
 * (left and right pages apart), and by numbers that rise with the pages.
 */
import type { LaidOut, Line } from './types.ts'

export interface Furniture {
  reason: 'running-head' | 'running-foot' | 'page-number'
}

/** How many lines from the page's edge are looked at. */
const edge = 3

const number =
  /^[^\p{L}\p{N}]*(?:第\s*)?(\d{1,4}|[ivxlc]{1,7}|[一二三四五六七八九十百○〇零]{1,5})(?:\s*页)?(?:[\s/／，,·]*(?:共|of)?\s*\d{1,4}\s*页?)?[^\p{L}\p{N}]*$/iu

/** The lines that are furniture, over all pages. */
export function furnitureOf(pages: LaidOut[]): Map<Line, Furniture> {
  const out = new Map<Line, Furniture>()
  // Twice, so that what stands beneath a page number or above a running head is reached.
  for (let round = 0; round < 2; round++)
    for (const side of ['head', 'foot'] as const) {
      const candidates = pages.map(page => ({ page, lines: edgeLines(page, side, out) }))
      numbers(candidates, out)
      repeated(candidates, side, out)
      marked(candidates, side, out)
    }
  return out
}

interface Candidates {
  page: LaidOut
  lines: Line[]
}

function edgeLines(page: LaidOut, side: 'head' | 'foot', taken: Map<Line, Furniture>): Line[] {
  const all = page.blocks
    .flatMap(block => block.items)
    .filter((item): item is Line => item.kind === 'line' && !taken.has(item))
    .sort((a, b) => (side === 'head' ? a.y - b.y : b.y - a.y))
  const within = (line: Line) => (side === 'head' ? line.y < 0.2 * page.height : line.y > 0.8 * page.height)
  return all.slice(0, edge).filter(within)
}

/** Numbers that follow the pages: the same difference to the page on two pages or more, or between dashes. */
function numbers(candidates: Candidates[], out: Map<Line, Furniture>): void {
  const found: { line: Line; offset: number; dashed: boolean }[] = []
  for (const { page, lines } of candidates)
    for (const line of lines.slice(0, 2)) {
      const said = number.exec(line.text.trim())?.[1]
      const value = said === undefined ? null : worthOf(said)
      if (value !== null)
        found.push({ line, offset: page.number - value, dashed: /^[-—–－―·•].*[-—–－―·•]$|页/.test(line.text.trim()) })
    }
  const counts = new Map<number, Set<number>>()
  for (const { line, offset } of found) {
    const pages = counts.get(offset) ?? new Set()
    counts.set(offset, pages.add(line.page))
  }
  for (const { line, offset, dashed } of found)
    if (dashed || counts.get(offset)!.size > 1) out.set(line, { reason: 'page-number' })
}

function worthOf(said: string): number | null {
  if (/^\d+$/.test(said)) return Number(said)
  const roman = romanOf(said.toLowerCase())
  if (roman !== null) return roman
  let value = 0
  let digit = 0
  for (const c of said) {
    const n = '○一二三四五六七八九'.indexOf(c === '〇' || c === '零' ? '○' : c)
    if (n >= 0) digit = n
    else {
      value += (digit || 1) * (c === '百' ? 100 : 10)
      digit = 0
    }
  }
  return value + digit
}

function romanOf(said: string): number | null {
  if (!/^[ivxlc]+$/.test(said)) return null
  const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100 }
  let value = 0
  for (let i = 0; i < said.length; i++) {
    const n = worth[said[i]!]!
    value += n < (worth[said[i + 1] ?? ''] ?? 0) ? -n : n
  }
  return value
}

/** The same words at the same height on several pages; figures in them may differ. */
function repeated(candidates: Candidates[], side: 'head' | 'foot', out: Map<Line, Furniture>): void {
  const seen = new Map<string, Line[]>()
  for (const { lines } of candidates)
    for (const line of lines) {
      const key = `${line.text.replace(/[\d０-９]+/g, '#').replace(/\s/g, '')}@${Math.round(line.y / 6)}`
      seen.set(key, [...(seen.get(key) ?? []), line])
    }
  // A head may change with the chapters and differ on left and right pages.
  const enough = candidates.length <= 3 ? 2 : Math.max(3, Math.min(6, Math.ceil(candidates.length / 4)))
  for (const lines of seen.values()) {
    const pages = new Set(lines.map(line => line.page)).size
    if (pages < enough || pages < lines.length) continue
    for (const line of lines) if (!out.has(line)) out.set(line, { reason: side === 'head' ? 'running-head' : 'running-foot' })
  }
}

/** Lines that the document itself marks as no content, if they stand where heads and feet stand. */
function marked(candidates: Candidates[], side: 'head' | 'foot', out: Map<Line, Furniture>): void {
  for (const { page, lines } of candidates)
    for (const line of lines) {
      const margin = side === 'head' ? line.y < 0.12 * page.height : line.y > 0.88 * page.height
      if (line.artifact && margin && !out.has(line)) out.set(line, { reason: side === 'head' ? 'running-head' : 'running-foot' })
    }
}
