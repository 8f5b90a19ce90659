/** The number of a figure: value, exact decimal, the interval that rounds to what is written, its bound. */
import type { Bound, Lexicon } from '../catalogue/lexicon.ts'
import type { Governor } from './clause.ts'
import { exactOf, numberOf, type Quantity } from './quantity.ts'
import type { Comparator, Figure } from './types.ts'

/** Value fields: numbers, exact decimal, and the interval that rounds to what is written. */
export function numbers(
  q: Quantity,
  sign: 1 | -1,
): Pick<Figure, 'value' | 'min' | 'max' | 'parts' | 'exact' | 'decimals' | 'magnitude' | 'interval'> {
  if (q.parts)
    return {
      value: null,
      min: null,
      max: null,
      parts: q.parts.map(Number),
      exact: null,
      decimals: Math.max(...q.parts.map(p => p.split('.')[1]?.length ?? 0)),
      magnitude: 0,
      interval: null,
    }
  if (q.upper)
    return {
      value: null,
      min: numberOf(q.numeral),
      max: numberOf(q.upper),
      parts: null,
      exact: null,
      decimals: q.numeral.decimals,
      magnitude: q.numeral.magnitude,
      interval: [numberOf(q.numeral), numberOf(q.upper)],
    }
  const value = sign * numberOf(q.numeral)
  const exact = exactOf(q.numeral)
  const half = 0.5 * 10 ** (q.numeral.magnitude - q.numeral.decimals)
  const counted = q.shape !== 'plain' || q.numeral.denominator > 0
  const interval: [number, number] = counted
    ? [value, value]
    : q.numeral.more
      ? [value, value + (firstPlace(q) || half)]
      : [value - half, value + half]
  return {
    value,
    min: null,
    max: null,
    parts: null,
    exact: exact === null ? null : sign < 0 ? `-${exact}` : exact,
    decimals: q.numeral.decimals,
    magnitude: q.numeral.magnitude,
    interval,
  }
}

/** 700多项 lies between 700 and 800: one step of the last digit that is not zero. */
function firstPlace(q: Quantity): number {
  const zeros = /0*$/.exec(q.numeral.digits)![0].length
  return q.numeral.decimals ? 10 ** (q.numeral.magnitude - q.numeral.decimals) : 10 ** (q.numeral.magnitude + zeros)
}

/** 迈上4个万亿元台阶: so many steps were taken, the verb bounds the height alone. */
export const STEPS = /^[^，。；、]{0,8}(台阶|大关|关口)/

export function comparatorOf(lexicon: Lexicon, text: string, q: Quantity, governor: Governor, after: Bound | null): Comparator {
  if (q.unit === '个' && !after && STEPS.test(text.slice(q.end, q.end + 14))) return 'eq'
  if (q.shape === 'range') return 'range'
  if (q.within) return 'le'
  if (after) return after
  if (governor.bound) return lexicon.before.get(governor.bound.node) ?? 'eq'
  return q.numeral.more ? 'gt' : 'eq'
}
