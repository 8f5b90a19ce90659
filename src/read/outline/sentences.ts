/** Blocks into statements: one a bullet, one a sentence in prose; headings and page matter are none. */
import { codesOf, digitValue } from '../chars.ts'
import type { Statement } from '../types.ts'
import type { Block } from './layout.ts'

const FULL_STOP = 0x3002
const ASK = 0x3f
const CALL = 0x21
const isStop = (char: number): boolean =>
  char === FULL_STOP || char === 0xff01 || char === 0xff1f || char === CALL || char === ASK // 。！？ and their ASCII twins
const opensBracket = (char: number): boolean => char === 0xff08 || char === 0x28
const closesBracket = (char: number): boolean => char === 0xff09 || char === 0x29
const CLOSING = codesOf('”’」』）)》】"')
/** What a sentence goes on with behind a quotation that ends in a stop. */
const GOES_ON = codesOf('的，,、；和与等为')
/** How far a bracket is followed before it counts as never closed. */
const BRACKET = 400

/**
 * Where a block's sentences end: at 。！？ with what closes after them, not inside brackets, not in a quotation that goes on.
 * By code units: a string of one Han character is made anew wherever one is taken out of a text.
 */
export function sentenceEnds(text: string, start: number, end: number): number[] {
  const out: number[] = []
  let bracket = -1
  for (let i = start; i < end; i++) {
    const c = text.charCodeAt(i)
    if (opensBracket(c)) {
      if (bracket < 0) bracket = i
    } else if (closesBracket(c)) bracket = -1
    if (!isStop(c)) continue
    // 1。8% in captures: a full stop for a decimal point
    if (c === FULL_STOP && isDigit(text, i - 1) && isDigit(text, i + 1) && i + 1 < end) continue
    // an ASCII mark between Latin letters is no sentence end
    if ((c === ASK || c === CALL) && !/[\u3000-\u9fff\uff00-\uffef”"]/.test(text[i - 1] ?? '')) continue
    let to = i + 1
    while (to < end && isStop(text.charCodeAt(to))) to++
    const closed = closesBracket(text.charCodeAt(to))
    if (bracket >= 0 && !closed && i - bracket < BRACKET && closesLater(text, to, Math.min(end, bracket + BRACKET))) continue
    while (to < end && CLOSING.has(text.charCodeAt(to))) {
      if (closesBracket(text.charCodeAt(to))) bracket = -1
      to++
    }
    if (to < end && to > i + 1 && GOES_ON.has(text.charCodeAt(to))) continue
    out.push(to)
    i = to - 1
  }
  if (out.at(-1) !== end) out.push(end)
  return out
}

const isDigit = (text: string, i: number): boolean => digitValue(text.charCodeAt(i)) >= 0

function closesLater(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    const c = text.charCodeAt(i)
    if (closesBracket(c)) return true
    if (opensBracket(c) || c === 0x0a) return false
  }
  return false
}

/** White space of any width; most characters are Han and ask no expression. */
const isBlank = (char: number): boolean => (char <= 0x3000 || char === 0xfeff) && /\s/.test(String.fromCharCode(char))
const MARK = /^[●■◆▲★▪►◎○•·\uf0b7\uf06c\uf0d8☆□▶➤]+\s*/

/** A block's statements, as spans. */
export function spansOf(text: string, block: Block): { start: number; end: number }[] {
  let { start } = block
  const { end } = block
  if (block.kind === 'bullet') start += MARK.exec(text.slice(start, Math.min(end, start + 12)))?.[0].length ?? 0
  if (block.kind === 'bullet' || block.kind === 'table') return start < end ? [{ start, end }] : []
  const out: { start: number; end: number }[] = []
  for (const stop of sentenceEnds(text, start, end)) {
    while (start < stop && isBlank(text.charCodeAt(start))) start++
    let to = stop
    while (to > start && isBlank(text.charCodeAt(to - 1))) to--
    if (to > start) out.push({ start, end: to })
    start = stop
  }
  return out
}

/** A statement with nothing read from it yet. */
export function bare(text: string, span: { start: number; end: number }, id: string, section: string): Statement {
  return {
    id,
    start: span.start,
    end: span.end,
    text: text.slice(span.start, span.end),
    section,
    kind: 'context',
    question: null,
    topics: [],
    figures: [],
    cues: [],
  }
}
