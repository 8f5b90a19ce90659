/** Targets without a number, held against the numbers that tell of them. */
import type { OutcomeLink } from '../types.ts'
import type { Amount } from './amounts.ts'
import { directionOf } from './amounts.ts'
import { idOf, outcomeOf } from './outcome.ts'
import type { Pair } from './pair.ts'
import type { Pledge } from './promised.ts'
import { confidenceOf } from './reasons.ts'

/** 与经济增长同步 holds where the rate is not more than this below the other, in points. */
const IN_STEP = 0.5

const WITH_ECONOMY = /(?:经济增长|经济发展|生产总值).{0,6}(?:同步|相当|匹配)|同步.{0,6}经济|[快高]于.{0,4}(?:经济|生产总值)/

/** Told for town and country apart, where the promise was made for all. */
const PARTS: Record<string, readonly string[]> = { 'income-per-head': ['urban-income-per-head', 'rural-income-per-head'] }

/**
 * Judges a claim by the rate of its indicator: 与经济增长同步 against the growth of the economy, 稳步增长 by its sign.
 * @returns null where the later document tells no rate of it
 */
export function judgeClaim(pledge: Pledge, pair: Pair, year: string): OutcomeLink | null {
  const { promise } = pledge
  if (promise.indicator === null || pair.to.document.kind === 'notice') return null
  const rate = rateOf(promise.indicator, pair, year) ?? leastOf(PARTS[promise.indicator] ?? [], pair, year)
  if (!rate || rate.fact.value === null) return null
  const is = rate.fact.value
  const better = directionOf(rate.fact) === 'less' ? -1 : 1
  const economy = WITH_ECONOMY.test(promise.mark.text) && promise.indicator !== 'gdp' ? rateOf('gdp', pair, year) : null
  const bar = economy ? economy.fact.value! : 0
  const met = economy ? is >= bar - IN_STEP : is * better > 0
  const outcome = outcomeOf(rate.clause.document, rate)
  return {
    id: idOf(pledge, outcome),
    promise,
    outcome,
    verdict: met ? 'met' : 'missed',
    working: {
      formula: `${is} − ${bar} = ${Number((is - bar).toFixed(6))}`,
      words: economy
        ? {
            zh: `${rate.fact.name}${is}%，经济增长${bar}%（相差不超过${IN_STEP}个百分点视为同步）`,
            en: `${is}% against ${bar}% of the economy (in step within ${IN_STEP} points)`,
          }
        : { zh: `${rate.fact.name}变动${is}%`, en: `changed by ${is}%` },
    },
    pace: null,
    baseEffect: null,
    ...confidenceOf({ by: 'claim', likeness: 1, derived: null, quoted: null }),
    confirmed: null,
  }
}

/** The lower of the rates of the parts, where all of them are told. */
function leastOf(parts: readonly string[], pair: Pair, year: string): Amount | null {
  const rates = parts.map(part => rateOf(part, pair, year))
  if (rates.length === 0 || rates.includes(null)) return null
  return rates.reduce((a, b) => (b!.fact.value! < a!.fact.value! ? b : a))
}

function rateOf(indicator: string, pair: Pair, year: string): Amount | null {
  const found = (pair.byIndicator.get(indicator) ?? []).filter(
    a => a.fact.measure === 'change' && a.fact.period === year && a.fact.value !== null,
  )
  return found.find(a => a.fact.partOf === null) ?? found[0] ?? null
}
