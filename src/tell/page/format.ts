/** Values, periods and numbers in words. Pure, and free of the locale: the same bytes everywhere. */
import type { Figure } from '../../read/types.ts'
import type { Label } from './labels.ts'

/** The fields of a figure that decide how its value is written. */
export type Valued = Pick<Figure, 'text' | 'value' | 'min' | 'parts' | 'exact' | 'unit' | 'comparator' | 'measure' | 'scope'>

/** 1234567.5 → 1,234,567.5; takes a decimal string, so nothing is rounded. */
export function grouped(decimal: string): string {
  const [, sign = '', whole = '', rest = ''] = /^(-?)(\d+)(.*)$/.exec(decimal) ?? []
  return whole === '' ? decimal : sign + whole.replace(/\B(?=(\d{3})+$)/g, ',') + rest
}

/** The numeral and what follows it, so that the unit can be set smaller: 4692.1亿元 → [4692.1, 亿元]. */
export function splitValue(text: string, unit: string): [numeral: string, unit: string] {
  if (unit !== '' && text.endsWith(unit) && text.length > unit.length) {
    const head = text.slice(0, -unit.length)
    const magnitude = /^(.*?[\d０-９])([十百千万亿余多]+)$/.exec(head)
    return magnitude ? [magnitude[1]!, magnitude[2]! + unit] : [head, unit]
  }
  const digits = /^([\d０-９.．,，]+)([十百千万亿余多]*)$/.exec(text)
  return digits ? [digits[1]!, digits[2]!] : [text, '']
}

/** What stands before and after a value for its comparator; English uses the signs. */
export function comparatorWords(f: Pick<Valued, 'text' | 'comparator'>): { before: Label | null; after: Label | null } {
  const none = { before: null, after: null }
  // 700多项 carries its comparator inside the span.
  if (/[多余]/.test(f.text)) return none
  switch (f.comparator) {
    case 'ge':
      return { before: null, after: { zh: '以上', en: 'or more' } }
    case 'gt':
      return { before: { zh: '超', en: 'over' }, after: null }
    case 'le':
      return { before: null, after: { zh: '以内', en: 'or less' } }
    case 'lt':
      return { before: { zh: '不足', en: 'under' }, after: null }
    case 'approx':
      return { before: { zh: '约', en: 'about' }, after: null }
    default:
      return none
  }
}

/** 1 up, −1 down, 0 neither: only changes have a direction. */
export function direction(f: Valued): 1 | -1 | 0 {
  if (f.measure !== 'change' && f.measure !== 'change-points' && f.measure !== 'change-abs') return 0
  const value = f.value ?? f.min
  return value === null || value === 0 ? 0 : value > 0 ? 1 : -1
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const QUARTERS = ['一', '二', '三', '四']

/** A period in words: `2020`, `2016/2020`, `2021-Q1`, `2020-H1`, `2020-11`, `2021-01-12`. */
export function period(text: string): Label {
  const span = /^(\d{4})\/(\d{4})$/.exec(text)
  if (span) return { zh: `${span[1]}–${span[2]}年`, en: `${span[1]}–${span[2]}` }
  if (text.includes('/')) {
    const [from, to] = text.split('/').map(period)
    return { zh: `${from!.zh}至${to!.zh}`, en: `${from!.en} to ${to!.en}` }
  }
  const [, year, tail] = /^(\d{4})(?:-(.+))?$/.exec(text) ?? []
  if (year === undefined) return { zh: text, en: text }
  if (tail === undefined) return { zh: `${year}年`, en: year }
  const quarter = /^Q([1-4])$/.exec(tail)
  if (quarter) return { zh: `${year}年${QUARTERS[Number(quarter[1]) - 1]}季度`, en: `${tail} ${year}` }
  if (tail === 'H1') return { zh: `${year}年上半年`, en: `first half of ${year}` }
  if (tail === 'H2') return { zh: `${year}年下半年`, en: `second half of ${year}` }
  const day = /^(\d\d?)(?:-(\d\d?))?$/.exec(tail)
  const month = day ? MONTHS[Number(day[1]) - 1] : undefined
  if (!day || !month) return { zh: text, en: text }
  const d = day[2] ? Number(day[2]) : null
  return { zh: `${year}年${Number(day[1])}月${d ? `${d}日` : ''}`, en: `${d ? `${d} ` : ''}${month} ${year}` }
}

/**
 * The value spelt out for a reader of English: 65.14亿元 → CNY 6.514 billion. Null where what is written needs no help.
 * @param unit the unit's English name, null where none is known
 */
export function englishValue(f: Valued, unit: string | null): string | null {
  if (!/[\u4e00-\u9fff]/.test(f.text)) return null
  if (f.measure === 'rank') return f.value === null ? null : `No. ${f.value}`
  if (f.exact === null) return null
  const amount = scaled(f.exact.replace(/^-/, ''))
  if (f.measure === 'multiple') return `×${amount}`
  if (f.unit === '元') return `CNY ${amount}`
  return unit === null ? null : `${amount}${unit === '' ? '' : ` ${unit}`}`
}

function scaled(decimal: string): string {
  const whole = decimal.split('.')[0]!.length
  const step = whole > 12 ? 12 : whole > 9 ? 9 : whole > 6 ? 6 : 0
  return step === 0 ? grouped(decimal) : `${shift(decimal, step)} ${{ 6: 'million', 9: 'billion', 12: 'trillion' }[step]}`
}

/** Moves the decimal point of a decimal string to the left, exactly. */
function shift(decimal: string, places: number): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  const digits = whole.padStart(places + 1, '0') + fraction
  const at = digits.length - fraction.length - places
  const tail = digits.slice(at).replace(/0+$/, '')
  return grouped(digits.slice(0, at)) + (tail === '' ? '' : `.${tail}`)
}
