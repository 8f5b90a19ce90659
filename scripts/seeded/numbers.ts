/**
 * The numbers of a text by their digits alone. It shares no code with reading: what a mistake breaks has to be told without
 * the part that is measured. Full-width digits are taken as half-width ones, place by place.
 */
import { table } from '../../src/catalogue/index.ts'

export interface Numeral {
  /** The digits only, without magnitude and unit. */
  start: number
  end: number
  /** Behind magnitude and unit. */
  after: number
  digits: string
  value: number
  /** Half a step of the last digit, in the value's unit; 0 for things counted one by one. */
  half: number
  unit: string
}

export interface Sentence {
  start: number
  end: number
  text: string
  numerals: Numeral[]
}

const MAGNITUDE: Record<string, number> = { '': 1, 千: 1e3, 万: 1e4, 亿: 1e8, 千万: 1e7, 千亿: 1e11, 万亿: 1e12 }
const NUMERAL = /(?<![\d.A-Za-z])(\d+(?:\.\d+)?)(万亿|千亿|千万|亿|万|千)?([多余])?/g
/** Behind the digits of a date, an order or a name. */
const NOT_A_COUNT = /^[年月日号时点届期]|^\d|^[.:：∶-]\d|^[A-Za-z]/

let units: string[] | null = null

/** The unit at a place: the longest of the catalogue. */
function unitAt(text: string, at: number): string {
  units ??= table('units')
    .map(row => row.unit!)
    .sort((a, b) => b.length - a.length)
  return units.find(unit => text.startsWith(unit, at)) ?? ''
}

/** Characters of full width that numbers are written in, as those of half width: the length stays. */
export const halfWidth = (text: string): string =>
  text.replace(/[０-９．％]/g, c => (c === '．' ? '.' : c === '％' ? '%' : String.fromCharCode(c.charCodeAt(0) - 0xfee0)))

export function numeralsOf(text: string, offset = 0): Numeral[] {
  const found: Numeral[] = []
  for (const match of text.matchAll(NUMERAL)) {
    const [whole, digits, magnitude = ''] = match as unknown as [string, string, string?]
    const at = match.index + whole.length
    if (NOT_A_COUNT.test(text.slice(at, at + 3)) || /[:：∶第]$/.test(text.slice(0, match.index))) continue
    const unit = unitAt(text, at)
    const scale = MAGNITUDE[magnitude]!
    const decimals = digits.includes('.') ? digits.length - digits.indexOf('.') - 1 : 0
    const counted = scale === 1 && decimals === 0 && unit !== '%' && !/元|吨|米|亩|个百分点/.test(unit)
    found.push({
      start: offset + match.index,
      end: offset + match.index + digits.length,
      after: offset + at + unit.length,
      digits,
      value: Number(digits) * scale,
      half: counted ? 0 : 0.5 * 10 ** -decimals * scale,
      unit,
    })
  }
  return found
}

export function sentencesOf(text: string): Sentence[] {
  const half = halfWidth(text)
  return [...half.matchAll(/[^。\r\n]+/g)].map(match => ({
    start: match.index,
    end: match.index + match[0].length,
    text: match[0],
    numerals: numeralsOf(match[0], match.index),
  }))
}
