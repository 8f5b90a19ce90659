/**
 * Lines that were broken by force, in the middle of words and numbers: the text is read as if they were whole, and what was
 * read is put back to its place in the text as it stands.
 */
import type { Reading, Repair, SourceText } from './types.ts'

interface Break {
  start: number
  end: number
}

/** The breaks to be read over, in order: those that the outline joined and that hold nothing but white space. */
export function breaksIn(text: string, repairs: readonly Repair[]): Break[] {
  const out: Break[] = []
  for (const { kind, start, end } of repairs) {
    if ((kind !== 'joined-lines' && kind !== 'split-quotation') || end <= start) continue
    if (start < (out.at(-1)?.end ?? 0) || text.slice(start, end).trim() !== '') continue
    // Two words of Latin letters keep a space between them.
    const words = /[A-Za-z]/.test(text[start - 1] ?? '') && /[A-Za-z]/.test(text[end] ?? '')
    if (!words) out.push({ start, end })
    else if (end - start > 1) out.push({ start: start + 1, end })
  }
  return out
}

export interface Rejoined {
  source: SourceText
  /** The offset in the text as it stands of a character of the text without breaks. */
  back(offset: number): number
}

/** A document without the breaks; its tables and headings follow, its map and repairs stay behind. */
export function withoutBreaks(given: SourceText, breaks: readonly Break[]): Rejoined {
  const parts: string[] = []
  /** Where each part begins, without breaks and with them. */
  const joined: number[] = []
  const stands: number[] = []
  let from = 0
  let length = 0
  for (const { start, end } of [...breaks, { start: given.text.length, end: given.text.length }]) {
    joined.push(length)
    stands.push(from)
    parts.push(given.text.slice(from, start))
    length += start - from
    from = end
  }
  const back = mapped(joined, stands)
  const there = mapped(stands, joined)
  const moved = <T extends { start: number; end: number }>(item: T): T => ({
    ...item,
    start: there(item.start),
    end: item.end > item.start ? there(item.end - 1) + 1 : there(item.start),
  })
  const text = parts.join('')
  const headings = given.headings?.map(moved)
  const tables = given.tables?.map(table => ({
    ...moved(table),
    cells: table.cells.map(cell => {
      const place = moved(cell)
      return { ...place, text: text.slice(place.start, place.end) }
    }),
  }))
  return {
    source: { source: given.source, text, repairs: [], ...(headings && { headings }), ...(tables && { tables }) },
    back,
  }
}

/** The same place counted from other beginnings. */
function mapped(from: readonly number[], to: readonly number[]): (offset: number) => number {
  // what is asked for stands mostly in the same part as what was asked for before
  let last = 0
  return offset => {
    if (from[last]! <= offset && !(from[last + 1]! <= offset)) return to[last]! + offset - from[last]!
    let low = 0
    let high = from.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if (from[middle]! <= offset) low = middle
      else high = middle - 1
    }
    last = low
    return to[low]! + offset - from[low]!
  }
}

/** Puts every span of a reading back to where it stands in the text with its breaks. */
export function putBack(reading: Reading, text: string, back: Rejoined['back']): void {
  // only spans are remembered: what holds none may be walked twice and stays as it is
  const moved = new Set<object>()
  const move = (span: { start: number; end: number; text?: unknown }): void => {
    const { start, end } = span
    span.start = back(start)
    span.end = end > start ? back(end - 1) + 1 : span.start
    if (typeof span.text === 'string') span.text = text.slice(span.start, span.end)
  }
  const walk = (item: object): void => {
    if (Array.isArray(item)) {
      for (let n = 0; n < item.length; n++) {
        // a list of words or numbers
        if (typeof item[n] !== 'object') return
        if (item[n] !== null) walk(item[n])
      }
      return
    }
    const span = item as { start?: unknown; end?: unknown }
    if (typeof span.start === 'number' && typeof span.end === 'number') {
      if (moved.has(item)) return
      moved.add(item)
      move(item as { start: number; end: number })
    }
    // for … in makes no list of the values, and a reading has a million of them
    for (const key in item) {
      const each = (item as Record<string, unknown>)[key]
      if (typeof each === 'object' && each !== null) walk(each)
    }
  }
  const { setAside, ...rest } = reading
  // the most of a reading's spans, none of them in two places
  for (const each of setAside) move(each)
  walk(rest)
}
