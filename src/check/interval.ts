/**
 * Arithmetic on what a stated number can stand for. 53.01% is any value from 53.005 to 53.015, 突破1500亿元 any above; a
 * sum of such numbers is an interval too, and two statements contradict each other only where the intervals have no
 * value in common.
 */
import type { Figure } from '../read/types.ts'

export type Interval = readonly [low: number, high: number]

/** Whether the written digits agree, or only values that round to them, or none. */
export type Agreement = 'exact' | 'rounding' | 'no'

/** Slack for the error of binary arithmetic, as a share of the larger bound. */
const EPSILON = 1e-9

/** How far a number said to be approximate (左右, 约) may be off: readers take it as a few per cent. */
const APPROXIMATE = 0.03

/** Kinds of things that are counted one by one. */
const COUNTED = new Set(['count', 'persons', 'person-times'])

/**
 * The values that are written as a figure's digits are, its comparator left aside. 12所 is twelve and no other number;
 * 四十万 leaves open what is below 万.
 * @returns null for structures and figures without a number
 */
export function written(figure: Figure): Interval | null {
  const { interval, value, text } = figure
  if (!interval || value === null) return interval
  const chinese = /[一二三四五六七八九十百千]([万亿])(?!.*[一二三四五六七八九十百千万亿])/.exec(text)
  if (chinese && figure.magnitude === 0) {
    const half = chinese[1] === '亿' ? 0.5e8 : 0.5e4
    return [value - half, value + half]
  }
  const whole = figure.magnitude === 0 && figure.decimals === 0 && COUNTED.has(figure.dimension ?? '')
  if (whole && interval[1] - interval[0] <= 1 && !/(\d00|[０-９]００)[^\d０-９]*$/.test(text)) return [value, value]
  return interval
}

/**
 * The values a figure can stand for, its comparator taken into account.
 * @returns null for structures and figures without a number
 */
export function standsFor(figure: Figure): Interval | null {
  const digits = written(figure)
  if (!digits) return null
  const [low, high] = digits
  switch (figure.comparator) {
    case 'ge':
      return [low, Number.POSITIVE_INFINITY]
    case 'gt':
      // 700多项 has an upper bound of its own; 突破700 has none
      return /[多余来几]/.test(figure.text) ? [low, high] : [low, Number.POSITIVE_INFINITY]
    case 'le':
    case 'lt':
      return [Number.NEGATIVE_INFINITY, high]
    case 'approx': {
      const slack = Math.abs(figure.value ?? high) * APPROXIMATE
      return [low - slack, high + slack]
    }
    default:
      return [low, high]
  }
}

export const plus = (a: Interval, b: Interval): Interval => [a[0] + b[0], a[1] + b[1]]
export const minus = (a: Interval, b: Interval): Interval => [a[0] - b[1], a[1] - b[0]]
export const total = (list: readonly Interval[]): Interval => list.reduce(plus, [0, 0])

/** a / b for positive b; null where b may be zero or less. */
export function over(a: Interval, b: Interval): Interval | null {
  if (!(b[0] > 0)) return null
  const corners = [a[0] / b[0], a[0] / b[1], a[1] / b[0], a[1] / b[1]].filter(x => !Number.isNaN(x))
  return [Math.min(...corners), Math.max(...corners)]
}

/** Every bound put through a function that never falls. */
export const through = (a: Interval, rising: (x: number) => number): Interval => [rising(a[0]), rising(a[1])]

/** Whether two intervals have a value in common. */
export function meet(a: Interval, b: Interval): boolean {
  const scale = Math.max(...[...a, ...b].filter(Number.isFinite).map(Math.abs), 1e-300)
  return a[0] <= b[1] + scale * EPSILON && b[0] <= a[1] + scale * EPSILON
}

export const holds = (a: Interval, x: number): boolean => meet(a, [x, x])

/**
 * How a computed value agrees with a stated one.
 * @param nominal what the digits as written give
 * @param range what their intervals give
 */
export function agreement(stated: Interval, range: Interval, nominal: number): Agreement {
  if (!meet(stated, range)) return 'no'
  return holds(stated, nominal) ? 'exact' : 'rounding'
}

/** A number for reading: at most `decimals` places, without the noise of binary arithmetic. */
export function plain(value: number, decimals = 2): string {
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '-∞'
  const rounded = Number(value.toFixed(decimals))
  return String(Object.is(rounded, -0) ? 0 : rounded)
}

/** An amount with 万 or 亿 as reports write it: 1.52e11 → 1520亿. */
export function amount(value: number, decimals = 2): string {
  const size = Math.abs(value)
  if (size >= 1e8) return `${plain(value / 1e8, decimals)}亿`
  if (size >= 1e4) return `${plain(value / 1e4, Math.max(decimals, 4))}万`
  return plain(value, decimals)
}
