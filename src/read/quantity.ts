/** A quantity as written: numeral, magnitude, unit; or a range, a structure a:b:c, a rank, a fold. */
import { unitAt } from '../catalogue/lexicon.ts'
import { DASH, DIGIT, digitValue, HAN_MYRIAD, kindOf, startsNumeral } from './chars.ts'
import { digitNumeral, hanNumeral, type Numeral, prefixesUnit, shift } from './numeral.ts'

export type Shape = 'plain' | 'range' | 'structure' | 'rank' | 'fold'

export interface Quantity {
  start: number
  end: number
  shape: Shape
  numeral: Numeral
  /** The upper end of a range. */
  upper: Numeral | null
  parts: string[] | null
  unit: string
  /** −1 where a minus sign stands before the number. */
  sign: 1 | -1
  /** 前10位, 前三: the place or a better one. */
  within: boolean
}

/** Percent by its written prefix: 百分之十 has the unit %. */
const PER_UNIT = ['', '', '%', '‰', '万分之']

const BARE_UNIT =
  /^(.{0,2}元|户|家|人|人次|名|吨|斤|亩|千瓦|平方米|平米|公里|立方米|千瓦时|头|只|株|册|辆|台|件|标箱|标准箱|次|个|岁|kW|列|班列|班次|架次|场|场次|张|条|座|栋|套|所|艘|部|项|宗|起|例|公顷|公斤|箱|枚|盏|户次|人份|瓶|盒|羽|种|吨级|千瓦级)$/

/** Nouns that begin like a measure word: 台 and 方. */
const NO_UNIT = /^(台阶|方面)/

/** A structure has few parts; a longer run of colons is no statistic. */
const MOST_PARTS = 8

const RATIO = (c: string | undefined): boolean => c === ':' || c === '：' || c === '∶' || c === '︰'

export function numeralAt(text: string, i: number, limit: number): Numeral {
  return kindOf(text.charCodeAt(i)) === DIGIT ? digitNumeral(text, i, limit) : hanNumeral(text, i, limit)
}

/** The end of the unit that starts at `i` (one blank may stand before it), or `i` where none does. */
export function unitEnd(text: string, i: number, limit: number): number {
  // 514升级, 7.21集中安置: words whose first character looks like a unit
  if (/^(升级|集[中团聚体])/.test(text.slice(i, i + 2))) return i
  const end = unitAt(text, i, limit)
  if (end >= 0) return end
  if (text[i] === ' ' || text[i] === '\u3000') {
    const spaced = unitAt(text, i + 1, Math.min(limit, i + 8))
    // 220 千伏: 千 belongs to the unit
    if (spaced >= 0 && (!startsNumeral(text.charCodeAt(i + 1)) || prefixesUnit(text, i + 1))) return spaced
  }
  return i
}

/** The quantity whose first numeral starts at `start`: widest reading first (structure, range, plain). */
export function quantityAt(text: string, start: number, limit: number): Quantity {
  const numeral = numeralAt(text, start, limit)
  const sign = signBefore(text, start)
  const fraction = fractionAt(text, start, numeral)
  if (fraction) return fraction
  const structure = structureAt(text, start, numeral, limit)
  if (structure) return structure
  let end = unitEnd(text, numeral.end, limit)
  // 千亿级: what follows a bare magnitude is seldom its unit; 5万亿台阶, 7方面 name no unit at all
  if (numeral.bare && !BARE_UNIT.test(text.slice(numeral.end, end))) end = numeral.end
  if (NO_UNIT.test(text.slice(numeral.end, numeral.end + 2))) end = numeral.end
  // 1个多月, 两个多小时: 多 stands inside the unit
  const more = numeral.per || numeral.bare ? null : INNER_MORE.exec(text.slice(numeral.end, numeral.end + 5))
  if (more) return { ...moreOf(numeral), start, end: numeral.end + more[0].length, unit: `个${more[1]}` }
  const unit = numeral.per ? PER_UNIT[numeral.per]! : text.slice(numeral.end, end).trim()
  const plain: Quantity = {
    start: sign < 0 ? start - 1 : start,
    end: numeral.per ? numeral.end : end,
    shape: 'plain',
    numeral,
    upper: null,
    parts: null,
    unit,
    sign,
    within: false,
  }
  return (numeral.per ? perRange(text, plain, limit) : rangeAt(text, plain, limit)) || plain
}

/** 百分之十到二十, 百分之五至百分之八: a range of shares, its upper end with the prefix or without. */
function perRange(text: string, low: Quantity, limit: number): Quantity | null {
  const i = low.end + 1
  if (!/[到至]/.test(text[low.end] ?? '') || i >= limit || !startsNumeral(text.charCodeAt(i))) return null
  const upper = numeralAt(text, i, limit)
  if (!upper.han || (upper.per !== 0 && upper.per !== low.numeral.per) || upper.denominator > 0) return null
  if (upper.per === 0 && (upper.more || unitEnd(text, upper.end, limit) > upper.end)) return null
  return numberOf(low.numeral) < numberOf(upper) ? { ...low, end: upper.end, shape: 'range', upper } : null
}

const INNER_MORE = /^个[多余](月|小时|星期|季度|工作日|百分点)/

const moreOf = (numeral: Numeral): Quantity => ({
  start: numeral.start,
  end: numeral.end,
  shape: 'plain',
  numeral: { ...numeral, more: true },
  upper: null,
  parts: null,
  unit: '',
  sign: 1,
  within: false,
})

/** 1/4, 1／3: one digit over another of at most two; dates and codes have more, or a letter beside them. */
const FRACTION = /^(\d|[０-９])[/／](\d{1,2}|[０-９]{1,2})(?![\d０-９/／年月日.．A-Za-z])/

function fractionAt(text: string, start: number, numeral: Numeral): Quantity | null {
  if (numeral.han || numeral.digits.length !== 1) return null
  const found = FRACTION.exec(text.slice(start, start + 6))
  if (!found || !/[\u4e00-\u9fff]/.test(text[start - 1] ?? '')) return null
  const low = Number(found[2]!.normalize('NFKC'))
  if (low < 2 || Number(numeral.digits) >= low) return null
  const end = start + found[0].length
  return { ...moreOf({ ...numeral, end, denominator: low }), end, numeral: { ...numeral, end, denominator: low } }
}

/** A minus sign directly before the number, after a word or bracket and not after another number: 增长-4.9%. */
function signBefore(text: string, start: number): 1 | -1 {
  if (start === 0) return 1
  const c = text[start - 1]
  if (c !== '-' && c !== '－' && c !== '−') return 1
  const before = start > 1 ? text.charCodeAt(start - 2) : 32
  const kind = kindOf(before)
  if (kind === DIGIT || kind === DASH || text[start - 2] === '%' || text[start - 2] === '％') return 1
  return /[\u4e00-\u9fff（(：:、，,]/.test(text[start - 2] ?? '') && !/[年月日期号]/.test(text[start - 2]!) ? -1 : 1
}

function structureAt(text: string, start: number, first: Numeral, limit: number): Quantity | null {
  if (!RATIO(text[first.end]) || first.han || first.magnitude) return null
  const parts = [first.digits]
  let end = first.end
  while (parts.length <= MOST_PARTS && RATIO(text[end]) && end + 1 < limit && digitValue(text.charCodeAt(end + 1)) >= 0) {
    const next = digitNumeral(text, end + 1, limit)
    parts.push(next.digits)
    end = next.end
  }
  if (parts.length < 2 || parts.length > MOST_PARTS) return null
  // 8:30 is a time of day; two parts make a structure only with a decimal or a word of proportion near
  if (
    parts.length === 2 &&
    !parts.some(p => p.includes('.')) &&
    !/比例?[为达是约调由]?/.test(text.slice(Math.max(0, start - 8), start))
  )
    return null
  return { start, end, shape: 'structure', numeral: first, upper: null, parts, unit: '', sign: 1, within: false }
}

function rangeAt(text: string, low: Quantity, limit: number): Quantity | null {
  const c = text[low.end]
  if (c === undefined) return null
  let i = low.end
  if (kindOf(text.charCodeAt(i)) === DASH) while (kindOf(text.charCodeAt(i)) === DASH) i++
  else if (c === '至' || c === '到') i++
  else return null
  if (i >= limit || !startsNumeral(text.charCodeAt(i))) return null
  const kind = kindOf(text.charCodeAt(i))
  if ((kind === DIGIT) === low.numeral.han || (kind !== DIGIT && kind > HAN_MYRIAD)) return null
  const upper = numeralAt(text, i, limit)
  const end = unitEnd(text, upper.end, limit)
  const unit = text.slice(upper.end, end).trim()
  if (low.unit !== '' && low.unit !== unit) return null
  if (unit === '' && !(upper.magnitude || low.numeral.decimals)) return null
  if (/^(年|月|日|号|时)$/.test(unit) && (upper.digits.length === 4 || unit !== '年')) return null
  if (low.numeral.magnitude === 0 && upper.magnitude > 0 && low.unit === '')
    low = { ...low, numeral: { ...low.numeral, magnitude: upper.magnitude } }
  if (!(numberOf(low.numeral) < numberOf(upper))) return null
  return { ...low, end, shape: 'range', upper, unit }
}

/** The value of a numeral as a number, correctly rounded from its exact decimal. */
export function numberOf(numeral: Numeral): number {
  const value = Number(numeral.magnitude ? `${numeral.digits}e${numeral.magnitude}` : numeral.digits)
  return numeral.denominator ? value / numeral.denominator : value
}

/** The value as an exact decimal string, magnitude multiplied out; null for a fraction that has none. */
export function exactOf(numeral: Numeral): string | null {
  return numeral.denominator ? null : shift(numeral.digits, numeral.magnitude)
}

const FOLD = /^翻(了)?([一二两三四五六1-6])?番/

/** 翻番, 翻一番, 翻两番 at `start`: a multiple of 2, 2, 4; or null. */
export function foldAt(text: string, start: number): Quantity | null {
  const m = FOLD.exec(text.slice(start, start + 4))
  if (!m) return null
  const n = m[2] ? Number(m[2]) || '一二三四五六'.indexOf(m[2].replace('两', '二')) + 1 : 1
  const numeral: Numeral = {
    start,
    end: start + m[0].length,
    digits: String(2 ** n),
    magnitude: 0,
    decimals: 0,
    more: false,
    han: true,
    bare: false,
    spelled: false,
    per: 0,
    denominator: 0,
  }
  return { start, end: numeral.end, shape: 'fold', numeral, upper: null, parts: null, unit: '番', sign: 1, within: false }
}
