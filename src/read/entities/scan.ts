/** A statement as clauses, each with the signs in it: one walk over its characters for all that is read besides figures. */
import { SIGN, type Signs } from '../../catalogue/signs.ts'
import { kindOf, LIST_COMMA, QUOTE, SPACE, STOP } from '../chars.ts'
import type { Span } from '../types.ts'

/** A sign at its place; `bits` 0 is a list comma or a quotation mark, told apart by the character. */
export interface Mark {
  start: number
  end: number
  bits: number
  node: number
}

export interface Clause {
  start: number
  end: number
  marks: Mark[]
  /** All class bits of its signs together. */
  bits: number
  /** Whether it stands in brackets. */
  bracket: boolean
  /** The character that ends it, or '' at the statement's end. */
  stop: string
  /** Where its list commas stand, in order. */
  commas: number[]
}

const open = (start: number, bracket: boolean): Clause => {
  return { start, end: start, marks: [], bits: 0, bracket, stop: '', commas: [] }
}

/** The clauses of `text[start, end)`: a bracket is one of its own, and the clause round it goes on behind it. */
export function clausesOf(text: string, start: number, end: number, { trie }: Signs): Clause[] {
  const out: Clause[] = []
  let clause = open(start, false)
  let outer: Clause | null = null
  let brackets = false
  const close = (at: number, stop: string): void => {
    clause.end = at
    clause.stop = stop
    trim(text, clause)
    if (clause.end > clause.start) out.push(clause)
  }
  let i = start
  while (i < end) {
    const code = text.charCodeAt(i)
    const kind = kindOf(code)
    if (kind === STOP) {
      const c = text[i]!
      if ((c === '（' || c === '(') && !outer) {
        brackets = true
        outer = clause
        clause = open(i + 1, true)
      } else if ((c === '）' || c === ')') && outer) {
        close(i, c)
        clause = outer
        outer = null
      } else {
        close(i, c)
        clause = open(i + 1, outer !== null)
      }
      i++
      continue
    }
    if (kind === LIST_COMMA || kind === QUOTE) {
      if (kind === LIST_COMMA) clause.commas.push(i)
      clause.marks.push({ start: i, end: i + 1, bits: 0, node: 0 })
      i++
      continue
    }
    const to = trie.longest(text, i, SIGN, end)
    if (to > 0) {
      const node = trie.lastNode
      const bits = trie.flags[node]!
      clause.marks.push({ start: i, end: to, bits, node })
      clause.bits |= bits
      i = to
    } else i++
  }
  close(end, '')
  if (outer) {
    // a bracket never closed: what stood before it ends where it opens
    clause = outer
    const first = out.findIndex(c => c.bracket && c.start > clause.start)
    close(first < 0 ? end : Math.max(clause.start, out[first]!.start - 1), '')
  }
  // without a bracket they are in order as they were found
  return brackets ? out.sort((a, b) => a.start - b.start) : out
}

function trim(text: string, clause: Clause): void {
  while (clause.start < clause.end && kindOf(text.charCodeAt(clause.start)) === SPACE) clause.start++
  while (clause.end > clause.start && kindOf(text.charCodeAt(clause.end - 1)) === SPACE) clause.end--
}

/** The span from `start` to `end`, without blanks, list commas and one-sided quotation marks at its ends, or null where nothing is left. */
export function spanAt(text: string, start: number, end: number): Span | null {
  while (start < end && (loose(text, start) || CLOSES.includes(text[start]!))) start++
  while (end > start && (loose(text, end - 1) || OPENS.includes(text[end - 1]!))) {
    // （二期） at the end belongs to what it closes
    if ('）)'.includes(text[end - 1]!) && /[（(]/.test(text.slice(start, end))) break
    end--
  }
  return end > start ? { start, end, text: text.slice(start, end) } : null
}

const OPENS = '“‘「『《（('
const CLOSES = '”’」』》）)'

function loose(text: string, i: number): boolean {
  const kind = kindOf(text.charCodeAt(i))
  return kind === SPACE || kind === LIST_COMMA || kind === STOP
}
