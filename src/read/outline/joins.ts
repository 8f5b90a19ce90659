/** Which lines belong together: sentences, quotations and numbers that were broken over lines. */
import { beginningWith, endingWith } from '../chars.ts'
import type { Repair } from '../types.ts'
import type { Line } from './lines.ts'

/** How a block ends that is whole. */
export const TERMINAL = endingWith('。！？!?；;：:…”』」）)】.')
const OPENED = endingWith('，,、—“（《')
/** How a line begins that goes on. */
export const CONTINUES = beginningWith('，。、；：！？）”』】》的')

/** Marks that end a sentence wherever they stand; others may stand at the end of a line that is merely full. */
const ENDS = endingWith('。！？!?…')
/** A line of at least this share of the usual width is full. */
const FULL = 0.8

/** Whether a block may go on in the next line: it has no end yet, or it stopped because its line was full. */
export function goesOn(before: string, last: Line, words: string, wrap: number): boolean {
  if (!TERMINAL.test(before)) return true
  if (wrap === 0 || ENDS.test(before)) return false
  // 41.⏎5万亩, 38.5:⏎44.3: a number goes on
  return /\d[.:：]$/.test(before) ? /^\d/.test(words) : last.end - last.start >= FULL * wrap
}

/** Whether an open line goes on in the next one. */
export function joins(before: string, words: string, wrap: number): boolean {
  if (wrap > 0 || OPENED.test(before) || CONTINUES.test(words)) return true
  if (unclosed(before)) return true
  return before.length >= 12 && /[\u4e00-\u9fff0-9]$/.test(before) && /^[\u4e00-\u9fff0-9]/.test(words)
}

/** Whether a quotation, a bracket or a title is open at the end: the last mark of its kind opens it. One walk back for all three kinds. */
export function unclosed(s: string): boolean {
  let closed = 0
  for (let i = s.length - 1; i >= 0 && closed < 7; i--) {
    const char = s.charCodeAt(i)
    // most characters are Han and no mark
    if (char >= 0x4e00 && char <= 0x9fff) continue
    const at = MARKS.indexOf(s[i]!)
    if (at < 0) continue
    const kind = 1 << (at >> 1)
    if ((at & 1) === 1) closed |= kind
    else if ((closed & kind) === 0) return true
  }
  return false
}

/** What opens and what closes, pair by pair. */
const MARKS = '“”（）《》'

/** What to say of a line that was joined to the block before it. */
export function joined(text: string, open: { start: number; end: number }, line: Line): Repair {
  const split = unclosed(text.slice(open.start, open.end))
  return {
    kind: split ? 'split-quotation' : 'joined-lines',
    start: open.end,
    end: line.start,
    note: split ? 'a quotation or bracket is broken over lines; read as one' : 'a sentence is broken over lines; read as one',
  }
}
