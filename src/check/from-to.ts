/** "From A to B, up by C": the pattern in which a report states a change three times over. */
import type { Figure } from '../read/types.ts'
import type { Check } from './context.ts'

export interface FromTo {
  from: Figure
  to: Figure
  /** The change stated after them, if any. */
  change: Figure | null
  /** How many years a yearly rate runs over; null where the change is over the whole. */
  years: number | null
  /** A total at constant prices or on a comparable basis: its rate does not follow from its amounts. */
  realTerms: boolean
  /** The change is told as what was added: 增长2.3倍. */
  more: boolean
}

const FROM = /(由|从)[^，,。；;由从]{0,14}$/
const RISE =
  /^(的|左右|以上)?(稳步|大幅|逐步|进一步)?(提高|增加|增长|上升|下降|减少|降低|降|增|升|扩大|提升|攀升|跃升|扩展|延长|压缩|缩短|压减|缩减|发展|拓展|上调|调整|增至)(到|至|为|了|到了|至了)?[^，,。；;\d]{0,8}(的)?$/
const CHANGE =
  /^[，,、]?(同比|共|净|累计|五年|年均|平均每年|每年|增幅|总共|比|较|是|为|达|达到|前|年|的|上年|去年|\d{4}|“|”|十[一二三四五]五|期末|底|末|翻了|翻|增长|提高|增加|上升|下降|减少|降低|减|增|降|提升|了|近|约|超过|了近|幅度|达|分别)*$/
const YEARLY = /年均|平均每年|每年/
/** Totals whose growth is computed at constant prices, and words for a basis that was changed to compare. */
export const REAL = /生产总值|增加值|GDP|总产值|经济总量|可比|同口径|不变价|实际|剔除|扣除|收入|财力/

/** The years between two periods, or null: 2015 → 2020 is 5. */
export function yearsBetween(from: string | null, to: string | null): number | null {
  const year = (period: string | null) => (period ? Number(/(\d{4})(?!.*\d{4})/.exec(period)?.[1] ?? Number.NaN) : Number.NaN)
  const years = year(to) - year(from)
  return years > 0 && years < 20 ? years : null
}

export function* fromTos(check: Check): Generator<FromTo> {
  for (const figures of check.figuresByStatement().values()) {
    for (let i = 0; i + 1 < figures.length; i++) {
      const from = figures[i]!
      const to = figures[i + 1]!
      // the numerals of old reports are not read well enough to do sums with
      if (!/\d/.test(from.text) || !/\d/.test(to.text)) continue
      if (from.value === null || to.value === null || from.dimension !== to.dimension || from.unit !== to.unit) continue
      if (!FROM.test(check.before(from, 20)) || !RISE.test(check.between(from, to))) continue
      const next = figures[i + 2]
      const change = next && next.end - to.end < 40 && CHANGE.test(check.between(to, next)) ? next : null
      const gap = change ? check.between(to, change) : ''
      const yearly = YEARLY.test(gap)
      if (/分别|全国|全省|全市|居|排/.test(gap) || /[近约超]$/.test(gap)) continue
      const years = yearly ? yearsOf(check, from, to) : null
      if (yearly && years === null) continue
      const about = `${from.indicator?.text ?? ''}${to.indicator?.text ?? ''}${check.clause(from)}${gap}${check.after(change ?? to, 12)}`
      yield { from, to, change, years, realTerms: REAL.test(about), more: /增长|增加|提高|上升|扩大/.test(gap) }
    }
  }
}

/** The years of a from–to: by the years in the words, else by a plan period. */
function yearsOf(check: Check, from: Figure, to: Figure): number | null {
  const years = [
    ...check.text.slice(Math.max(check.statement(from.statement).start, from.start - 30), to.start).matchAll(/(\d{4})年/g),
  ].map(m => Number(m[1]))
  if (years.length === 2 && years[1]! > years[0]!) return years[1]! - years[0]!
  if (years.length === 1 && to.period && /^\d{4}$/.test(to.period) && Number(to.period) > years[0]!)
    return Number(to.period) - years[0]!
  const periods = yearsBetween(from.period, to.period)
  return periods !== null && periods > 1 ? periods : null
}
