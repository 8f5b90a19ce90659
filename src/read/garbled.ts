/**
 * Numerals whose separators a capture lost: `4.810.44.910.7个百分点`, `2019121日`, `202310月`. Where one number ends
 * and the next begins cannot be told, so none of them is read.
 */

import type { Token } from './tokens.ts'
import type { SetAside } from './types.ts'

interface Stretch {
  start: number
  end: number
}

/** A number; what may stand between the numbers of a ratio. */
const ratio = '(?:\\d+(?:\\.\\d+)?[:：∶︰])*'
const patterns = [
  // 42.041.7: a decimal has one point. Dates (2021.1.12), versions and clause numbers (1.2.3) have more.
  `(?<![\\d.A-Za-z第])${ratio}\\d+(?:\\.\\d+){2,}(?![\\d.])`,
  // -6.1%2.0%-0.3%: a percentage goes on without a mark between
  '(?<![\\d.])[-－+]?(?:\\d+(?:\\.\\d+)?[%％][-－+]?)+\\d+(?:\\.\\d+)?[%％]',
  // 2019121日, 202310月: a year without 年
  '(?<![\\d.])(?:19|20)\\d{2}\\d{2,4}日',
  '(?<![\\d.])(?:19|20)\\d{2}(?:1[0-2]|0?[1-9])月',
  // 128日前, 19月进展: no month and no day has such a number
  '(?<![\\d.第])[1-9]\\d{2}日(?=前|起|止|至|以前|以来)',
  '(?<![\\d.第])(?:1[3-9]|[2-9]\\d)月(?!龄|份?期间|[大]?[饼嫂])',
]
const all = new RegExp(patterns.map(each => `(?:${each})`).join('|'), 'g')

/** Where numerals of a text have lost what parted them, in order. */
export function garbled(text: string): { start: number; end: number }[] {
  const out: { start: number; end: number }[] = []
  all.lastIndex = 0
  for (let m = all.exec(text); m; m = all.exec(text)) {
    const said = m[0]
    if (said.includes('.') && !/[%％]/.test(said) && !lostPoint(text, m.index, said)) continue
    // -6.1%-0.3% is a range
    if (/[%％]/.test(said) && !/[%％]\d/.test(said)) continue
    out.push({ start: m.index, end: m.index + said.length })
  }
  return out
}

/** Whether the points of `1.23.4` are too many: not those of a date, a clause, a version or an address. */
function lostPoint(text: string, at: number, said: string): boolean {
  const groups = said
    .slice(said.search(/[^:：∶︰]*$/))
    .split('.')
    .map(Number)
  if (groups[0]! >= 1900 && groups[0]! <= 2100 && groups[1]! <= 12 && groups[2]! <= 31 && groups.length === 3) return false
  if (groups.slice(1, -1).every(group => group < 10) && !/[:：∶︰]/.test(said)) return false
  return /^\s*(?:[%％‰]|个?百分点|[万亿元倍]|[，。；、）)]|$)/.test(text.slice(at + said.length, at + said.length + 6))
}

/**
 * Takes garbled numerals out of a lexed statement: they are set aside as such, whatever the lexer made of them.
 * @param aside what the lexer set aside in the statement
 * @param setAside where all of it goes
 * @returns the tokens that are left
 */
export function withoutGarbled(
  text: string,
  statement: Stretch,
  tokens: Token[],
  aside: SetAside[],
  lost: readonly Stretch[],
  setAside: SetAside[],
): Token[] {
  const own: Stretch[] = []
  // they are in order: those before the statement are not gone through for each statement
  for (let k = firstFrom(lost, statement.start); k < lost.length && lost[k]!.start < statement.end; k++)
    if (lost[k]!.end <= statement.end) own.push(lost[k]!)
  if (own.length === 0) {
    setAside.push(...aside)
    return tokens
  }
  const out: SetAside[] = own.map(({ start, end }) => ({ start, end, text: text.slice(start, end), reason: 'garbled' }))
  // What reaches into a garbled stretch belongs to it: its unit, half of its digits.
  const touches = (each: Stretch) => own.findIndex(one => each.start < one.end && one.start < each.end)
  for (const each of [...aside, ...tokens.filter(token => token.quantity !== null)]) {
    const at = touches(each)
    if (at === -1) continue
    const into = out[at]!
    into.start = Math.min(into.start, each.start)
    into.end = Math.max(into.end, each.end)
    into.text = text.slice(into.start, into.end)
  }
  setAside.push(...[...aside.filter(each => touches(each) === -1), ...out].sort((a, b) => a.start - b.start))
  return tokens.filter(token => touches(token) === -1)
}

/** The first of stretches in order that does not start before `start`. */
function firstFrom(stretches: readonly Stretch[], start: number): number {
  let low = 0
  for (let high = stretches.length; low < high; ) {
    const middle = (low + high) >> 1
    if (stretches[middle]!.start < start) low = middle + 1
    else high = middle
  }
  return low
}
