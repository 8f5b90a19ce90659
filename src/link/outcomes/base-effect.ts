/** The base effect: a rate that the year before explains. */
import { indicatorEntry } from '../../catalogue/indicators.ts'
import type { Fact, Words } from '../types.ts'

/** A rate this many points above its target wants explaining. */
const FAR = 5

const number = (x: number): string => String(Number(x.toFixed(2)))

/**
 * Names the year before where it explains a growth rate: a fall before makes a leap after, a leap before a poor rate.
 * @param before the same rate of the year before, of the same place; null where no document tells it
 * @returns null where nothing wants explaining
 */
export function baseEffect(promise: Fact, outcome: Fact, before: Fact | null): Words | null {
  if (!before || promise.measure !== 'change' || outcome.measure !== 'change') return null
  const [target, rate, base] = [promise.value ?? promise.min, outcome.value, before.value]
  if (target === null || rate === null || base === null) return null
  const low = base < 0 && rate > 0 && rate - Math.max(target, 0) >= FAR
  const high = base > 0 && base >= 2 * Math.max(target, 0) + FAR && rate < target
  if (!low && !high) return null
  const name = outcome.name
  const english = (outcome.indicator && indicatorEntry(outcome.indicator)?.english) || name
  const mean = (Math.sqrt((1 + base / 100) * (1 + rate / 100)) - 1) * 100
  const year = before.period
  // the two years' mean is a mean only where both rates are of a whole year
  const whole = /^\d{4}$/.test(outcome.period)
  return low
    ? {
        zh: `${year}年${name}下降${number(-base)}%，基数低，${whole ? `两年平均增长${number(mean)}%` : '高增速中有基数因素，不宜照此推算全年'}`,
        en: `${english} changed by ${number(base)}% in ${year}: the base is low${whole ? `, two years’ mean ${number(mean)}%` : ', so part of the rate is the base’s, and the year’s should not be inferred from it'}`,
      }
    : {
        zh: `${year}年${name}增长${number(base)}%，基数高${whole ? `，两年平均增长${number(mean)}%` : ''}`,
        en: `${english} grew by ${number(base)}% in ${year}: the base is high${whole ? `, two years’ mean ${number(mean)}%` : ''}`,
      }
}
