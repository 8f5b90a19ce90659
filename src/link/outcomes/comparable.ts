/** Brings a promise and an outcome into one measure, where arithmetic can. */
import { conversion, unitNamed } from '../../catalogue/units.ts'
import type { Document } from '../documents.ts'
import { factsOf } from '../facts.ts'
import type { Fact, Words } from '../types.ts'

export interface Sides {
  promise: Fact
  outcome: Fact
  /** How one of them was worked out; null where both are as told. */
  derived: Derived | null
}

export interface Derived {
  formula: string
  /** How, in words. */
  words: Words
  /** Whether other amounts were needed: less sure than what one sentence gives. */
  fromOthers: boolean
}

/** Growth of these is told at constant prices: two amounts at current prices do not give it. */
const REAL = new Set([
  'gdp',
  'primary-value-added',
  'secondary-value-added',
  'tertiary-value-added',
  'industry-value-added',
  'income-per-head',
])

/** So far off that prices cannot explain it. */
const FAR = 8

/**
 * The two in one measure and unit.
 * @param from the promising document, for the level of the year before
 * @returns null where they cannot be held against each other
 */
export function comparable(promise: Fact, outcome: Fact, from: Document): Sides | null {
  if (!sameBase(promise, outcome)) return null
  if (promise.measure === outcome.measure) {
    const scaled = inUnit(outcome, promise.unit)
    return scaled
      ? { promise, outcome: scaled, derived: null }
      : sameUnit(promise, outcome)
        ? { promise, outcome, derived: null }
        : null
  }
  return asChange(promise, outcome) ?? asGrowth(promise, outcome, from)
}

/** Things are counted in 个, 项, 家 alike; other units compare where one turns into the other. */
export const sameUnit = (a: Fact, b: Fact): boolean =>
  a.unit === b.unit || (a.dimension === 'count' && b.dimension === 'count') || conversion(a.unit, b.unit) !== null

/** The fact told in another unit; null where the units measure different things. */
function inUnit(fact: Fact, unit: string): Fact | null {
  const factor = conversion(fact.unit, unit)
  if (factor === null || factor === 1) return factor === null ? null : fact
  const scale = (value: number): number => Number((value * factor).toPrecision(15))
  const scaled = (value: number | null): number | null => (value === null ? null : scale(value))
  return {
    ...fact,
    unit,
    value: scaled(fact.value),
    min: scaled(fact.min),
    max: scaled(fact.max),
    interval: fact.interval ? [scale(fact.interval[0]), scale(fact.interval[1])] : null,
  }
}

/** A rate against five years ago is none against last year. */
function sameBase(a: Fact, b: Fact): boolean {
  if (a.measure !== 'change' || b.measure !== 'change' || !a.baseline || !b.baseline) return true
  return a.baseline.slice(0, 4) === b.baseline.slice(0, 4)
}

/** 恢复到2019年的95% is a change of −5% against 2019. */
function asChange(promise: Fact, outcome: Fact): Sides | null {
  if (promise.measure !== 'multiple' || outcome.measure !== 'change' || promise.value === null) return null
  if (promise.baseline?.slice(0, 4) !== outcome.baseline?.slice(0, 4)) return null
  const percent = promise.dimension === 'percent'
  const change = (value: number): number => Number((percent ? value - 100 : (value - 1) * 100).toFixed(6))
  const [low, high] = promise.interval ?? [promise.value, promise.value]
  const value = change(promise.value)
  return {
    promise: { ...promise, measure: 'change', value, interval: [change(low), change(high)], dimension: 'percent', unit: '%' },
    outcome,
    derived: {
      formula: percent ? `${promise.value}% − 100% = ${value}%` : `(${promise.value} − 1) × 100% = ${value}%`,
      words: { zh: '恢复程度换算成增速', en: 'a share of the base turned into a rate' },
      fromOthers: false,
    },
  }
}

/** A rate promised, an amount told: the amount of the year before, as the promising document tells it, gives the rate. */
function asGrowth(promise: Fact, outcome: Fact, from: Document): Sides | null {
  if (promise.measure !== 'change' || outcome.measure !== 'level' || promise.indicator === null || outcome.value === null)
    return null
  if (!unitNamed(outcome.unit) || outcome.dimension === 'percent') return null
  const year = String(Number(outcome.period) - 1)
  const before = levelOf({ ...outcome, indicator: promise.indicator, place: promise.place }, year, from)
  if (!before) return null
  const rate = (a: number, b: number): number => Number(((a / b - 1) * 100).toFixed(2))
  const value = rate(outcome.value, before.value!)
  const [low, high] = outcome.interval ?? [outcome.value, outcome.value]
  const [least, most] = before.interval ?? [before.value!, before.value!]
  if (REAL.has(promise.indicator) && Math.abs(value - (promise.value ?? 0)) < FAR) return null
  return {
    promise,
    outcome: {
      ...outcome,
      measure: 'change',
      value,
      interval: [rate(low, most), rate(high, least)],
      dimension: 'percent',
      unit: '%',
      written: `${outcome.written}（比上年${before.written}${value < 0 ? '下降' : '增长'}${Math.abs(value)}%）`,
    },
    derived: {
      formula: `${outcome.written} ÷ ${before.written} − 1 = ${value}%`,
      words: { zh: '由前后两年数额推算', en: 'worked out from the amounts of two years' },
      fromOthers: true,
    },
  }
}

/** What was added to a stock in its year, by the stock of the year before as another document tells it; null where it does not. */
export function addedTo(stock: Fact, from: Document): Fact | null {
  if (stock.value === null || stock.interval === null) return null
  const year = String(Number(stock.period) - 1)
  const before = levelOf(stock, year, from)
  if (before?.comparator !== 'eq' || before.interval === null) return null
  return {
    ...stock,
    value: stock.value - before.value!,
    interval: [stock.interval[0] - before.interval[1], stock.interval[1] - before.interval[0]],
    written: `${stock.written}−${before.written}`,
  }
}

/** The facts of a document, made once: levels are looked for again and again. */
const known = new WeakMap<Document, readonly Fact[]>()

function factsIn(document: Document): readonly Fact[] {
  let facts = known.get(document)
  if (!facts) known.set(document, (facts = factsOf(document.reading, document)))
  return facts
}

/** The level of a year, of the same indicator, place and unit. */
const levelOf = (like: Fact, year: string, from: Document): Fact | undefined =>
  factsIn(from).find(
    f =>
      f.indicator === like.indicator &&
      f.measure === 'level' &&
      f.period === year &&
      sameUnit(f, like) &&
      f.status !== 'target' &&
      f.action === null &&
      f.place.name === like.place.name &&
      (f.value ?? 0) > 0,
  )
