/** Numbers whose size is bounded: those that follow the name of an indicator for which the catalogue has a range. */
import { table } from '../../src/catalogue/index.ts'
import type { Numeral, Sentence } from './numbers.ts'
import type { Relation } from './relations.ts'

interface Bounds {
  unit: string
  low: number
  high: number
}

const MAGNITUDE: Record<string, number> = { '': 1, 千: 1e3, 万: 1e4, 亿: 1e8, 万亿: 1e12 }
const OWN = /(^|[，,；;：:、])(预计|全年|年末|全[市省区县州旗国]|[我本][市省区县州旗国])*$/
const VERB = /(达到|达|为|是|实现|完成)?$/

let bounds: Map<string, Bounds> | null = null
let longest = 0

/** The widest of the four levels' ranges, by name and alias: what is outside is wrong for any place. */
function build(): Map<string, Bounds> {
  if (bounds) return bounds
  bounds = new Map()
  for (const row of table('indicators')) {
    const ranges = ['national', 'province', 'city', 'county'].map(level => row[level]!).filter(Boolean)
    if (!ranges.length || !row.unit) continue
    const ends = ranges.map(range => range.split('..').map(numberOf))
    const one = { unit: row.unit, low: Math.min(...ends.map(e => e[0]!)), high: Math.max(...ends.map(e => e[1]!)) }
    for (const name of [row.name!, ...row.aliases!.split('|')].filter(name => name && !name.includes('@'))) {
      bounds.set(name, one)
      longest = Math.max(longest, name.length)
    }
  }
  return bounds
}

function numberOf(text: string): number {
  const [, digits = '', magnitude = ''] = /^(-?[\d.]+)(千|万亿|万|亿)?$/.exec(text) ?? []
  return Number(digits) * MAGNITUDE[magnitude]!
}

/** The bounds of each number of a sentence that has some. */
export function bounded(sentence: Sentence): Relation[] {
  const found: Relation[] = []
  for (const numeral of sentence.numerals) {
    const range = rangeOf(sentence, numeral)
    if (!range) continue
    const relation: Relation = {
      rule: 'implausible-magnitude',
      numerals: [numeral],
      holds: ([x]) => x! >= range.low && x! <= range.high,
    }
    if (relation.holds([numeral.value])) found.push(relation)
  }
  return found
}

function rangeOf(sentence: Sentence, numeral: Numeral): Bounds | null {
  const all = build()
  const before = sentence.text.slice(0, numeral.start - sentence.start).replace(VERB, '')
  for (let length = Math.min(longest, before.length); length > 2; length--) {
    const range = all.get(before.slice(-length))
    if (range) return range.unit === numeral.unit && OWN.test(before.slice(0, -length)) ? range : null
  }
  return null
}
