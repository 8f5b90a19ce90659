/** Mistakes in numbers: a digit, two numbers swapped, a power of ten, a unit. */

import { pick, type Random } from '../random.ts'
import type { Kind, Mistake, Sower } from './mistakes.ts'
import { halfWidth, type Numeral, type Sentence, sentencesOf } from './numbers.ts'
import { bounded } from './ranges.ts'
import { type Relation, relationsIn, repeatedNumerals, structures } from './relations.ts'

interface Ground {
  sentences: Sentence[]
  /** The relations of each number, by where it starts. */
  relations: Map<number, Relation[]>
}

const grounds = new Map<string, Ground>()

function groundOf(text: string): Ground {
  const known = grounds.get(text)
  if (known) return known
  const sentences = sentencesOf(text)
  const relations = new Map<number, Relation[]>()
  const all = [
    ...sentences.flatMap(s => [...relationsIn(s), ...bounded(s)]),
    ...repeatedNumerals(sentences),
    ...structures(halfWidth(text)),
  ]
  for (const relation of all)
    for (const { start } of relation.numerals) relations.set(start, [...(relations.get(start) ?? []), relation])
  const ground = { sentences, relations }
  grounds.clear()
  grounds.set(text, ground)
  return ground
}

/** Another number of as many digits: one digit is another one. */
function otherDigit(digits: string, next: Random): string {
  const places = [...digits].flatMap((c, i) => (/\d/.test(c) ? [i] : []))
  const at = pick(places, next)
  const old = Number(digits[at])
  const least = at === 0 && digits.length > 1 && digits[1] !== '.' ? 1 : 0
  const choices = Array.from({ length: 10 - least }, (_, i) => i + least).filter(d => d !== old)
  return digits.slice(0, at) + pick(choices, next) + digits.slice(at + 1)
}

/** The number a power of ten larger or smaller, written as before. */
function otherMagnitude(digits: string, next: Random): string {
  const [whole, rest = ''] = digits.split('.') as [string, string?]
  if (next() < 0.5 || whole.length < 2)
    return rest ? `${whole}${rest[0]}${rest.length > 1 ? `.${rest.slice(1)}` : ''}` : `${whole}0`
  return `${whole.slice(0, -1)}.${whole.slice(-1)}${rest}`
}

/** The first relation that a number breaks when it becomes another; null where it breaks none. */
function broken(relations: readonly Relation[] | undefined, changed: ReadonlyMap<number, number>): Relation | null {
  return relations?.find(r => !r.holds(r.numerals.map(n => changed.get(n.start) ?? n.value))) ?? null
}

/** Where the numbers of a relation stand after the change. */
function placesOf(relation: Relation | null, start: number, end: number, put: string): [number, number][] {
  const by = put.length - (end - start)
  const move = (at: number) => (at >= end ? at + by : at)
  const own: [number, number] = [start, start + put.length]
  return [
    own,
    ...(relation?.numerals ?? []).filter(n => n.start !== start).map(n => [move(n.start), move(n.end)] as [number, number]),
  ]
}

const scaled = (numeral: Numeral, digits: string): number =>
  (Number(digits) / Number(numeral.digits)) * numeral.value || Number(digits)

/** Full-width digits stay full-width. */
const like = (text: string, numeral: Numeral, digits: string): string =>
  /[０-９]/.test(text.slice(numeral.start, numeral.end))
    ? digits.replace(/[\d.]/g, c => (c === '.' ? '．' : String.fromCharCode(c.charCodeAt(0) + 0xfee0)))
    : digits

function changedNumeral(
  kind: Kind,
  text: string,
  numeral: Numeral,
  digits: string,
  relations: readonly Relation[] | undefined,
): Mistake {
  const put = like(text, numeral, digits)
  const relation = broken(relations, new Map([[numeral.start, scaled(numeral, digits)]]))
  return {
    kind,
    start: numeral.start,
    end: numeral.end,
    put,
    where: placesOf(relation, numeral.start, numeral.end, put),
    rule: relation?.rule ?? null,
  }
}

/** Any number of the text, whether something in the text depends on it or not. */
export const digits: Sower = (text, next) => {
  const { sentences, relations } = groundOf(text)
  return sentences
    .flatMap(s => s.numerals)
    .map(n => changedNumeral('digit', text, n, otherDigit(n.digits, next), relations.get(n.start)))
}

export const magnitudes: Sower = (text, next) => {
  const { sentences, relations } = groundOf(text)
  return sentences
    .flatMap(s => s.numerals)
    .filter(n => Number(n.digits) !== 0)
    .map(n => changedNumeral('magnitude', text, n, otherMagnitude(n.digits, next), relations.get(n.start)))
}

/** A digit of a number that takes part in a relation of the rules given. */
const related =
  (kind: Kind, rules: readonly string[]): Sower =>
  (text, next) => {
    const { relations } = groundOf(text)
    const all = new Set([...relations.values()].flat().filter(r => rules.includes(r.rule)))
    return [...all].flatMap(relation =>
      relation.numerals.flatMap(numeral => {
        const mistake = changedNumeral(kind, text, numeral, otherDigit(numeral.digits, next), [relation])
        return mistake.rule ? [mistake] : []
      }),
    )
  }

export const structureParts = related('structure', ['structure-sum'])
export const sums = related('sum', ['parts-total', 'count-share', 'nested-set'])
export const changes = related('change', ['from-to-change', 'level-change-base'])
export const saidTwice = related('said-twice', ['said-twice'])

/** Two numbers of one sentence in each other's place. */
export const swaps: Sower = (text, next) => {
  const { sentences, relations } = groundOf(text)
  return sentences.flatMap(({ numerals }) => {
    const i = Math.floor(next() * Math.max(1, numerals.length - 1))
    const [a, b] = [numerals[i], numerals[i + 1]]
    if (!a || !b || a.digits === b.digits || b.start - a.end > 80) return []
    const changed = new Map([
      [a.start, scaled(a, b.digits)],
      [b.start, scaled(b, a.digits)],
    ])
    const relation = broken(relations.get(a.start), changed) ?? broken(relations.get(b.start), changed)
    const [one, two] = [text.slice(a.start, a.end), text.slice(b.start, b.end)]
    const put = two + text.slice(a.end, b.start) + one
    return [
      {
        kind: 'swap' as const,
        start: a.start,
        end: b.end,
        put,
        where: placesOf(relation, a.start, b.end, put),
        rule: relation?.rule ?? null,
      },
    ]
  })
}

/** Names of totals, whose growth is told in per cent, and of rates, whose change is told in points. */
const GROWS =
  /(总值|增加值|总额|投资|收入|支出|产值|利润|销售额|产量|用电量|贷款|存款)(?![^，,。；;]*(率|速|比重|占))[^，,。；;\d]{0,8}(增长|增加|下降|减少)了?$/
const RATE_MOVES =
  /(率|比重|占比|比例)[^，,。；;\d]{0,6}([\d.]+%(左右|以上)?[，,、][^，,。；;\d]{0,10})?(提高|上升|下降|降低)了?$/

/** % for 百分点 and the reverse. */
export const unitsSwapped: Sower = text => {
  const half = halfWidth(text)
  return [...half.matchAll(/(?<=\d)(%|个百分点)/g)].map(match => {
    const [sign] = match
    const start = match.index
    const put = sign === '%' ? '个百分点' : '%'
    const digitsAt = /[\d.]+$/.exec(half.slice(0, start))!.index
    const before = half.slice(Math.max(0, digitsAt - 40), digitsAt)
    const clear = sign === '%' ? GROWS.test(before) : RATE_MOVES.test(before)
    return {
      kind: 'unit' as const,
      start,
      end: start + sign.length,
      put,
      where: [[digitsAt, start + put.length]],
      rule: clear ? 'percent-points' : null,
    }
  })
}
