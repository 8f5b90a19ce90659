/** Holds a told amount against a promised one: interval arithmetic in the words of the promise. */
import type { Fact, Verdict, Words } from '../types.ts'
import { directionOf } from './amounts.ts'

export interface Judgement {
  verdict: Extract<Verdict, 'exceeded' | 'met' | 'missed'>
  working: { formula: string; words: Words }
  /** Whether it rests on how far beyond a told bound the amount may lie: 7100以上 for a promise of 7140. */
  byBound: boolean
}

/** How far 左右 reaches: half a point of a rate, a twentieth of an amount. */
const NEAR_POINTS = 0.5
const NEAR_SHARE = 0.05

/** Half of the last place to which rates are published. */
const RATE_HALF = 0.05

const COUNTED = new Set(['count', 'persons', 'person-times', 'households'])

const isRate = (fact: Fact): boolean => fact.dimension === 'percent' || fact.dimension === 'points' || fact.measure === 'change'

/** A ceiling is kept or not; there is no exceeding it. Targets for prices and unemployment are ceilings by nature. */
export const isCeiling = (fact: Fact): boolean =>
  fact.comparator === 'le' ||
  fact.comparator === 'lt' ||
  directionOf(fact) === 'keep' ||
  /^unemployment/.test(fact.indicator ?? '')

/** Decreases are compared by their size: 降低3% is more than 降低2.5%. */
interface Size {
  low: number
  high: number
  value: number
}

/** How far off the written digits may be: rates are published to a tenth of a point (7% is 7.0%), and what is counted is counted. */
function halfOf(fact: Fact, written: number): number {
  if (isRate(fact)) return Math.min(RATE_HALF, written)
  return COUNTED.has(fact.dimension ?? '') && written <= 0.5 ? 0 : written
}

/** How far beyond a told bound the amount may lie: one point of a rate, a tenth of an amount. */
const beyond = (fact: Fact, value: number): number => (isRate(fact) ? 1 : Math.abs(value) / 10)

function told(fact: Fact, sign: 1 | -1): Size | null {
  const [a, b] = fact.interval ?? [fact.min ?? fact.value, fact.max ?? fact.value]
  if (a === null || b === null) return null
  const [least, most] = sign < 0 ? [-b, -a] : [a, b]
  const value = fact.value === null ? (least + most) / 2 : fact.value * sign
  const half = halfOf(fact, (most - least) / 2)
  const [low, high] = fact.comparator === 'range' ? [least, most] : [Math.max(least, value - half), Math.min(most, value + half)]
  switch (fact.comparator) {
    // 突破1800亿元 is somewhat more, not any amount more
    case 'gt':
    case 'ge':
      return { low: value, high: value + beyond(fact, value), value }
    case 'lt':
    case 'le':
      return { low: value - beyond(fact, value), high: value, value }
    case 'range':
      return { low: Math.min(fact.min ?? low, fact.max ?? high) * 1, high, value }
    default:
      return { low, high, value }
  }
}

/** The least and the most that keep the promise's words. */
function wanted(fact: Fact, sign: 1 | -1): { from: number; to: number } | null {
  if (fact.comparator === 'range' && fact.min !== null && fact.max !== null) {
    const ends = [fact.min * sign, fact.max * sign]
    return { from: Math.min(...ends), to: Math.max(...ends) }
  }
  if (fact.value === null) return null
  const value = fact.value * sign
  const slack = fact.comparator === 'approx' ? (isRate(fact) ? NEAR_POINTS : Math.abs(value) * NEAR_SHARE) : 0
  return { from: value - slack, to: value + slack }
}

/**
 * Whether an amount keeps a promise made in the same measure and unit.
 * @returns null where one of them has no number
 */
export function judge(promise: Fact, outcome: Fact): Judgement | null {
  const falls = promise.measure === 'change' && (promise.value ?? promise.max ?? 0) < 0 && !risesBest(promise)
  const sign = falls ? -1 : 1
  const target = wanted(promise, sign)
  const result = told(outcome, sign)
  if (!target || !result) return null
  // a decrease wanted: the more the better, whatever the indicator
  const less = !falls && (directionOf(promise) === 'less' || isCeiling(promise))
  const verdict = less ? below(target, result, isCeiling(promise)) : above(target, result)
  const short = less ? result.value > target.to + noise(target.to) : result.value < target.from - noise(target.from)
  const byBound = verdict === 'met' && short && BOUNDS.has(outcome.comparator)
  return { verdict, byBound, working: working(promise, outcome, byBound ? BY_BOUND : SAID[verdict], sign) }
}

/** A fall of what is better higher is nobody's wish: 恢复到95% is held against as a rate like any other. */
const risesBest = (fact: Fact): boolean => fact.indicator !== null && directionOf(fact) === 'more'

const noise = (x: number): number => Math.abs(x) * 1e-9

function above(target: { from: number; to: number }, result: Size): Judgement['verdict'] {
  if (result.low > target.to + noise(target.to)) return 'exceeded'
  return result.high >= target.from - noise(target.from) ? 'met' : 'missed'
}

function below(target: { from: number; to: number }, result: Size, ceiling: boolean): Judgement['verdict'] {
  if (result.high < target.from - noise(target.from)) return ceiling ? 'met' : 'exceeded'
  return result.low <= target.to + noise(target.to) ? 'met' : 'missed'
}

const number = (x: number): string => String(Number(x.toPrecision(12)))

/** 7.2 − 8 = −0.8 for rates, 112 ÷ 100 = 112% for amounts. */
function working(promise: Fact, outcome: Fact, said: Words, sign: 1 | -1): Judgement['working'] {
  const of = promise.value ?? (sign > 0 ? promise.min : promise.max)!
  const is = outcome.value ?? outcome.min!
  if (isRate(promise) || of === 0) {
    const by = Number((is - of).toFixed(6))
    const points = promise.dimension === 'percent' || promise.measure === 'change'
    return {
      formula: `${number(is)} − ${number(of)} = ${number(by)}`,
      words: {
        zh: `目标${promise.written}${COMPARED[promise.comparator].zh}，实际${outcome.written}，相差${number(Math.abs(by))}${points ? '个百分点' : ''}：${said.zh}`,
        en: `target ${COMPARED[promise.comparator].en}${promise.written}, outcome ${outcome.written}, ${number(Math.abs(by))}${points ? ' points' : ''} apart: ${said.en}`,
      },
    }
  }
  const share = number(Number(((is / of) * 100).toFixed(1)))
  return {
    formula: `${number(is)} ÷ ${number(of)} = ${share}%`,
    words: {
      zh: `目标${promise.written}${COMPARED[promise.comparator].zh}，实际${outcome.written}，为目标的${share}%：${said.zh}`,
      en: `target ${COMPARED[promise.comparator].en}${promise.written}, outcome ${outcome.written}, ${share}% of the target: ${said.en}`,
    },
  }
}

const SAID: Record<Judgement['verdict'], Words> = {
  exceeded: { zh: '超过目标', en: 'more than promised' },
  met: { zh: '达到目标', en: 'as promised' },
  missed: { zh: '未达目标', en: 'less than promised' },
}

const BY_BOUND: Words = { zh: '只报了界限，可能达到目标', en: 'only a bound is told, it may be as promised' }

const BOUNDS: ReadonlySet<Fact['comparator']> = new Set(['ge', 'gt', 'le', 'lt'])

const COMPARED: Record<Fact['comparator'], Words> = {
  eq: { zh: '', en: '' },
  ge: { zh: '以上', en: 'at least ' },
  gt: { zh: '以上（不含）', en: 'more than ' },
  le: { zh: '以内', en: 'at most ' },
  lt: { zh: '以下（不含）', en: 'less than ' },
  approx: { zh: '左右', en: 'about ' },
  range: { zh: '', en: '' },
}
