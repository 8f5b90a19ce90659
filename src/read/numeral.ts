/**
 * Numerals as the genre writes them: 4692.1亿 · 3万4000 · 1,100万 · 一百二十余 · 近百万 · 百分之十二点五 ·
 * 二〇二一 · full-width digits. Values stay decimal strings until the end, so 4692.1亿 is 469210000000
 * and not a float near it.
 */
import { unitAt } from '../catalogue/lexicon.ts'
import { DIGIT, digitValue, HAN_DIGIT, HAN_MYRIAD, HAN_UNIT, isHan, kindOf } from './chars.ts'

export interface Numeral {
  start: number
  end: number
  /** Digits with at most one point, before the magnitude is multiplied in. */
  digits: string
  /** Power of ten that 万, 亿 … multiply by. */
  magnitude: number
  /** Decimal places as written. */
  decimals: number
  /** 多, 余, 几 stands inside: the number is a floor. */
  more: boolean
  /** Chinese numeral characters rather than digits. */
  han: boolean
  /** A bare magnitude word: 亿, 百亿, 千万. */
  bare: boolean
  /** A string of Chinese digits read digit by digit: 二〇二一. */
  spelled: boolean
  /** Written as 百分之 (2), 千分之 (3), 万分之 (4); else 0. */
  per: number
  /** Value of the denominator in a fraction 三分之二, else 0. */
  denominator: number
}

/** No numeral in Chinese characters is longer; the cap keeps a mile of 一一一 linear. */
const LONGEST = 40

const POINT = /[.．]/
const MORE = new Set(['多', '余', '几', '来'].map(c => c.charCodeAt(0)))
const HAN_VALUE: Record<string, number> = {
  〇: 0,
  '○': 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const HAN_POWER: Record<string, number> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8, 兆: 12 }

/** Whether 千 or 兆 at `i` begins a unit of its own: 千瓦, 千米, 兆帕. */
export const prefixesUnit = (text: string, i: number): boolean =>
  text[i] === '兆'
    ? '瓦帕伏赫焦字比'.includes(text[i + 1] ?? '#')
    : text[i] === '千' && '瓦米克伏赫焦卡升帕'.includes(text[i + 1] ?? '#')

/** Magnitude words at `i`: the place after them and the sum of their powers (万亿 is 12, 千万 is 7). */
function magnitudes(text: string, i: number, limit: number): { end: number; power: number } {
  let power = 0
  limit = Math.min(limit, i + 6)
  while (i < limit) {
    const p = HAN_POWER[text[i]!]
    if (p === undefined || prefixesUnit(text, i)) break
    power += p
    i++
  }
  return { end: i, power }
}

function make(start: number, end: number, digits: string, magnitude: number, more: boolean, han: boolean): Numeral {
  const point = digits.indexOf('.')
  return {
    start,
    end,
    digits,
    magnitude,
    decimals: point < 0 ? 0 : digits.length - point - 1,
    more,
    han,
    bare: false,
    spelled: false,
    per: 0,
    denominator: 0,
  }
}

/**
 * Captures of PDF pages put a blank or a line end into numbers: 1 7 00户, 36.5 9亿元. Whether one stands at `i`
 * between two pieces of one number; `piece` is where the piece before it starts.
 */
export function splitAt(text: string, piece: number, i: number, limit: number): boolean {
  const c = text[i]
  if ((c !== ' ' && c !== '\n') || i + 1 >= limit || digitValue(text.charCodeAt(i + 1)) < 0) return false
  let to = i + 1
  while (to < limit && to - i <= 4 && digitValue(text.charCodeAt(to)) >= 0) to++
  const left = i - piece
  const right = to - i - 1
  return left <= 3 && right <= 3 && (left === 1 || right <= 2)
}

/** The numeral in digits that starts at `start`; the caller has seen a digit there. */
export function digitNumeral(text: string, start: number, limit: number): Numeral {
  let i = start
  let piece = start
  let digits = ''
  while (i < limit) {
    const v = digitValue(text.charCodeAt(i))
    if (v >= 0) digits += v
    else if (splitAt(text, piece, i, limit)) {
      i++
      piece = i
      continue
    } else if (isGroupComma(text, start, i, limit)) {
      i++
      continue
    } else break
    i++
  }
  // 9.5, ９．５; captures also write 1·8% with a middle dot, and 9 ．5 with a blank before the wide point
  if (text[i] === ' ' && text[i + 1] === '．' && i + 2 < limit && digitValue(text.charCodeAt(i + 2)) >= 0) i++
  if (
    i + 1 < limit &&
    digitValue(text.charCodeAt(i + 1)) >= 0 &&
    (POINT.test(text[i]!) || (text[i] === '·' && dotted(text, i + 1, limit)))
  ) {
    digits += '.'
    i++
    const point = i
    while (i < limit && (digitValue(text.charCodeAt(i)) >= 0 || splitAt(text, point, i, limit))) {
      if (digitValue(text.charCodeAt(i)) >= 0) digits += digitValue(text.charCodeAt(i))
      i++
    }
  }
  return withMagnitude(text, start, i, limit, digits)
}

/** Adds 多, 万, 亿 and a lower part (3万4000) to the digits read up to `i`. */
function withMagnitude(text: string, start: number, i: number, limit: number, digits: string): Numeral {
  let more = false
  let j = i
  if (
    j < limit &&
    MORE.has(text.charCodeAt(j)) &&
    j + 1 < limit &&
    text[j] !== '几' &&
    kindOf(text.charCodeAt(j + 1)) >= HAN_UNIT &&
    kindOf(text.charCodeAt(j + 1)) <= HAN_MYRIAD
  ) {
    more = true
    j++
  }
  const spaced = text[j] === ' ' && kindOf(text.charCodeAt(j + 1)) === HAN_MYRIAD ? j + 1 : j
  const plain = magnitudes(text, spaced, limit)
  // 2千多万
  const inside = plain.power > 0 && plain.power < 4 && vagueMyriad(text, plain.end)
  if (inside) more = true
  const { end, power } = inside ? { end: plain.end + 2, power: plain.power + 4 } : plain
  if (power === 0) return trailing(text, make(start, i, digits, 0, false, false), limit)
  const whole = make(start, end, digits, power, more, false)
  // 3万4000, 1亿2000万: a lower part straight after the magnitude, only after a whole number
  if (!more && power >= 4 && !digits.includes('.') && end < limit && kindOf(text.charCodeAt(end)) === DIGIT) {
    let k = end
    let low = ''
    while (k < limit && digitValue(text.charCodeAt(k)) >= 0) low += digitValue(text.charCodeAt(k++))
    let lower = magnitudes(text, k, limit)
    // 1亿3千多万
    const vague = lower.power < 4 && vagueMyriad(text, lower.end)
    if (vague) lower = { end: lower.end + 2, power: lower.power + 4 }
    // 为390万65岁以上老人体检: two digits alone are another number
    if (low.length + lower.power <= power && (low.length >= 3 || lower.power > 0) && text[k] !== '.') {
      const value = (BigInt(digits) * 10n ** BigInt(power) + BigInt(low) * 10n ** BigInt(lower.power)).toString()
      return trailing(text, make(start, lower.end, value, 0, vague, false), limit)
    }
  }
  return trailing(text, whole, limit)
}

const vagueMyriad = (text: string, i: number): boolean => (text[i] === '多' || text[i] === '余') && text[i + 1] === '万'

/** 多 or 余 right after a numeral belongs to it (700多项, 60余场). */
function trailing(text: string, numeral: Numeral, limit: number): Numeral {
  // 6000 多家
  const gap = text[numeral.end] === ' ' && /[多余]/.test(text[numeral.end + 1] ?? '') ? 1 : 0
  const mark = text[numeral.end + gap]
  const next = text[numeral.end + gap + 1]
  // 余额 and 多元 are words of their own
  if (
    numeral.end < limit &&
    ((mark === '余' && next !== '额') ||
      (mark === '几' && numeral.han && numeral.end - numeral.start > 1 && /[十百千]/.test(text[numeral.end - 1]!)) ||
      (mark === '多' && !(next === '元' && text[numeral.end + gap + 2] === '化')))
  ) {
    return { ...numeral, end: numeral.end + gap + 1, more: true }
  }
  return numeral
}

const isGroupComma = (text: string, start: number, i: number, limit: number): boolean => {
  const c = text[i]
  if ((c !== ',' && c !== '，') || i - start > 3 + 4 * 4 || i === start) return false
  let n = 0
  while (n < 4 && i + 1 + n < limit && digitValue(text.charCodeAt(i + 1 + n)) >= 0) n++
  if (n !== 3) return false
  const firstComma = text.slice(start, i).search(/[,，]/)
  // the first group has one to three digits; a full-width comma must be followed by a magnitude-free number to be told from a clause end
  // ３，９８９亿: a full-width comma joins full-width digits, between others it ends a clause
  const wide = text.charCodeAt(i - 1) >= 0xff10 && text.charCodeAt(i + 1) >= 0xff10
  return (firstComma < 0 ? i - start : firstComma) <= 3 && (c === ',' || wide || commaInside(text, start, i, limit))
}

/** 钢产量3，500万吨: between digits of usual width a full-width comma joins where nothing was counted before it and a unit follows. */
function commaInside(text: string, start: number, i: number, limit: number): boolean {
  if (start === 0 || !isHan(text.charCodeAt(start - 1)) || '第前号年月'.includes(text[start - 1]!)) return false
  const after = i + 4
  if (text[after] === '，') return isGroupComma(text, start, after, limit)
  return /^[亿万多余]/.test(text[after] ?? '') || unitAt(text, after, limit) > after
}

const dotted = (text: string, i: number, limit: number): boolean => {
  while (i < limit && digitValue(text.charCodeAt(i)) >= 0) i++
  return text[i] === '%' || text[i] === '％' || text[i] === '‰' || text[i] === '亿' || text[i] === '万'
}

/** The numeral in Chinese characters that starts at `start`; the caller has seen one there. */
export function hanNumeral(text: string, start: number, limit: number): Numeral {
  return perPrefix(text, start, limit) ?? half(text, start, limit) ?? hanRun(text, start, limit)
}

/** 一半 is a fraction: 减少一半, 占全国一半以上. One of two parts (一半是山，一半是水; 另一半) counts nothing. */
function half(text: string, start: number, limit: number): Numeral | null {
  if (!text.startsWith('一半', start) || start + 2 > limit || /[一另]/.test(text[start - 1] ?? '')) return null
  if (/^[是在靠的]/.test(text.slice(start + 2, start + 3))) return null
  return { ...make(start, start + 2, '1', 0, false, true), denominator: 2 }
}

/** A Chinese numeral without 百分之 before it. */
function hanRun(text: string, start: number, limit: number): Numeral {
  let i = start
  let digitsOnly = true
  limit = Math.min(limit, start + LONGEST)
  while (i < limit) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind === HAN_DIGIT) i++
    else if (i > start && prefixesUnit(text, i)) break
    else if (kind === HAN_UNIT || kind === HAN_MYRIAD) {
      digitsOnly = false
      i++
    } else if (
      (text[i] === '余' || text[i] === '多' || text[i] === '几') &&
      i > start &&
      i + 1 < limit &&
      (kindOf(text.charCodeAt(i + 1)) === HAN_MYRIAD || (text[i] === '几' && kindOf(text.charCodeAt(i + 1)) === HAN_UNIT))
    )
      i++
    else break
  }
  const run = text.slice(start, i)
  if (digitsOnly) {
    let digits = ''
    for (const c of run) digits += HAN_VALUE[c]
    const numeral = make(start, i, digits, 0, false, true)
    numeral.spelled = run.length > 1
    return run.length === 1 ? trailing(text, hanPoint(text, numeral, limit), limit) : numeral
  }
  const more = /[余多几]/.test(run)
  // 一百几十亿 is more than 一百亿
  const clean = more ? run.replace(/几[十百千]?|[余多]/g, '') : run
  const bare = !/[一二两三四五六七八九]/.test(clean) && clean !== '十'
  const numeral = make(start, i, String(hanValue(clean)), 0, more, true)
  numeral.bare = bare
  return trailing(text, hanPoint(text, numeral, limit), limit)
}

/** 十二点五: a point between Chinese digits. */
function hanPoint(text: string, numeral: Numeral, limit: number): Numeral {
  let i = numeral.end
  if ((text[i] !== '点' && text[i] !== '點') || i + 1 >= limit || kindOf(text.charCodeAt(i + 1)) !== HAN_DIGIT) return numeral
  let fraction = ''
  for (i++; i < limit && kindOf(text.charCodeAt(i)) === HAN_DIGIT; i++) fraction += HAN_VALUE[text[i]!]
  const { end, power } = magnitudes(text, i, limit)
  return { ...numeral, end, digits: `${numeral.digits}.${fraction}`, decimals: fraction.length, magnitude: power }
}

/** 百分之…, 千分之…, and fractions like 三分之二. */
function perPrefix(text: string, start: number, limit: number): Numeral | null {
  const offset = text.slice(start, start + 6).indexOf('分之')
  if (offset < 1 || offset > 3) return null
  const two = start + offset
  const head = text.slice(start, two)
  const after = two + 2
  if (after >= limit) return null
  const kind = kindOf(text.charCodeAt(after))
  if (kind < DIGIT || kind > HAN_MYRIAD) return null
  const rest = kind === DIGIT ? digitNumeral(text, after, limit) : hanRun(text, after, limit)
  const per = head === '百' ? 2 : head === '千' ? 3 : head === '万' ? 4 : 0
  if (per) return { ...rest, start, per, han: true }
  for (const c of head) if (HAN_VALUE[c] === undefined && HAN_POWER[c] === undefined) return null
  const denominator = hanValue(head)
  return denominator > 1 ? { ...rest, start, denominator, han: true } : null
}

/** The value of a Chinese numeral with units: 一百二十 is 120, 三千五百万 is 35000000, 百万 is 1000000. */
export function hanValue(run: string): number {
  let yi = 0 // closed by 亿 or 兆
  let wan = 0 // closed by 万
  let section = 0 // below 万
  let digit = -1
  let before = ''
  for (const c of run) {
    const power = HAN_POWER[c]
    if (power === undefined || power < 4) before = ''
    if (power === undefined) {
      digit = Math.max(digit, 0) * (digit > 0 ? 10 : 0) + HAN_VALUE[c]!
      continue
    }
    if (power < 4) {
      section += (digit < 0 ? 1 : digit) * 10 ** power
      digit = -1
      continue
    }
    // 六万万: 万 after 万 multiplies what it closed
    if (power === 4 && before === '万') {
      wan *= 10 ** 4
      continue
    }
    before = c
    const below = section + Math.max(digit, 0)
    section = 0
    digit = -1
    // 七十二亿六千万: 万 multiplies what stands after 亿, 亿 all that stands before it
    if (power === 4) wan += (below || 1) * 10 ** 4
    else {
      yi = (yi + wan + below || 1) * 10 ** power
      wan = 0
    }
  }
  return yi + wan + section + Math.max(digit, 0)
}

/** `digits × 10^power` as a plain decimal string without exponent: shift('4692.1', 8) is 469210000000. */
export function shift(digits: string, power: number): string {
  const point = digits.indexOf('.')
  const whole = point < 0 ? digits : digits.slice(0, point)
  const fraction = point < 0 ? '' : digits.slice(point + 1)
  const moved =
    power >= fraction.length
      ? whole + fraction.padEnd(power, '0')
      : `${whole}${fraction.slice(0, power)}.${fraction.slice(power)}`
  const trimmed = moved.replace(/^0+(?=\d)/, '')
  return trimmed.includes('.') ? trimmed.replace(/\.?0+$/, '') : trimmed
}
