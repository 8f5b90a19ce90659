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
  /** Revenue, whose rate is often told on a basis that was changed to compare without saying so. */
  revenue: boolean
  /** The words name the change as a rate: 降幅近40%. */
  rate: boolean
}

const FROM = /(由|从)[^，,。；;由从]{0,14}$/
const RISE =
  /^(的|左右|以上)?(稳步|大幅|逐步|进一步)?(提高|增加|增长|上升|下降|减少|降低|降|增|升|扩大|提升|攀升|跃升|扩展|延长|压缩|缩短|压减|缩减|发展|拓展|上调|调整|增至)(到|至|为|了|到了|至了)?([^，,。；;\d]{0,6}\d{4}年)?[^，,。；;\d]{0,8}(的)?$/
const CHANGE =
  /^[，,、]?(同比|共|净|累计|五年|年均|平均每年|每年|增幅|降幅|涨幅|总共|比|较|是|为|达|达到|前|年|的|上年|去年|\d{4}|“|”|十[一二三四五]五|期末|底|末|翻了|翻|增长|提高|增加|上升|下降|减少|降低|减|增|降|提升|了|近|约|超过|了近|幅度|达|分别)*$/
const YEARLY = /年均|平均每年|每年/
/** Totals whose growth is computed at constant prices, and words for a basis that was changed to compare. */
export const REAL = /生产总值|增加值|GDP|总产值|经济总量|可比|同口径|不变价|实际|剔除|扣除|财力/

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
      if (!/[\d０-９]/.test(from.text) || !/[\d０-９]/.test(to.text)) continue
      if (from.value === null || to.value === null || from.dimension !== to.dimension || from.unit !== to.unit) continue
      if (!FROM.test(check.before(from, 20)) || !RISE.test(check.between(from, to))) continue
      const next = figures[i + 2]
      const change = next && next.end - to.end < 40 && CHANGE.test(check.between(to, next)) ? next : null
      const gap = change ? check.between(to, change) : ''
      const yearly = YEARLY.test(gap)
      if (/分别|全国|全省|全市|居|排/.test(gap) || /[约超]过?$/.test(gap)) continue
      const years = yearly ? yearsOf(check, from, to, change!) : null
      if (yearly && years === null) continue
      const about = `${from.indicator?.text ?? ''}${to.indicator?.text ?? ''}${check.clause(from)}${gap}${check.after(change ?? to, 12)}`
      yield {
        from,
        to,
        change,
        years,
        realTerms: REAL.test(about),
        more: /增长|增加|提高|上升|扩大/.test(gap),
        revenue: /预算收入|财政收入|税收/.test(about),
        rate: /[增降涨升跌]幅/.test(gap),
      }
    }
  }
}

const PLAN_END = /十([一二三四五])五[”"]?(规划)?(期)?末/

/** The years of a from–to: by the years in the words, else by a plan period or that of the rate itself. */
function yearsOf(check: Check, from: Figure, to: Figure, change: Figure): number | null {
  const words = check.text.slice(Math.max(check.statement(from.statement).start, from.start - 30), to.start)
  const years = [...words.matchAll(/(\d{4})年/g)].map(m => Number(m[1]))
  const end = to.period && /^\d{4}$/.test(to.period) ? Number(to.period) : check.reading.report.reviewYear
  const plan = PLAN_END.exec(words)
  if (years.length === 0 && plan) years.push(2000 + '零一二三四五'.indexOf(plan[1]!) * 5 + 5)
  if (years.length === 2 && years[1]! > years[0]!) return years[1]! - years[0]!
  // a year that is the plan's own last one was taken from the words about the start
  if (years.length === 1 && end && end > years[0]!) return end - years[0]!
  if (years.length === 1 && check.reading.report.reviewYear && check.reading.report.reviewYear > years[0]!)
    return check.reading.report.reviewYear - years[0]!
  const span = /^(\d{4})\/(\d{4})$/.exec(change.period ?? '')
  if (span && Number(span[2]) > Number(span[1])) return Number(span[2]) - Number(span[1]) + 1
  const periods = yearsBetween(from.period, to.period)
  return periods !== null && periods > 1 ? periods : null
}

export interface Increment {
  level: Figure
  added: Figure
  rate: Figure
}

const ADDED = /^[，,、（(]?(比|较|同比)?[^，,。；;\d]{0,8}(增加|增收|净增|增长|减少|减收|下降)了?$/
const RATE = /^[，,、]?(同比)?(增长|增幅|增幅为|增速|下降|降幅|提高)了?$/

/** A level, what was added to it, and at what rate: 374亿元，比上年增加50亿元，增长15.4%. */
export function* increments(check: Check): Generator<Increment> {
  for (const figures of check.figuresByStatement().values()) {
    for (let i = 0; i + 2 < figures.length; i++) {
      const [level, added, rate] = [figures[i]!, figures[i + 1]!, figures[i + 2]!]
      if (level.measure !== 'level' || level.unit !== added.unit || level.dimension === 'percent') continue
      if (!/[%％]/.test(rate.unit) || [level, added, rate].some(f => f.value === null || f.comparator !== 'eq')) continue
      const gap = check.between(level, added)
      if (!ADDED.test(gap) || /每年|年均|平均/.test(gap) || !RATE.test(check.between(added, rate))) continue
      // a number of which the thousands were cut off, and one that is itself the base: 较上年的9323亿元增加…
      if (/\d[，,]$|(比|较|由|从)[^，,。；;]*$/.test(check.before(level, 24))) continue
      if (Math.abs(added.value!) >= level.value! || REAL.test(check.after(rate, 8))) continue
      yield { level, added, rate }
    }
  }
}

export interface Difference {
  level: Figure
  base: Figure
  added: Figure
}

const OVER_BASE = /^[，,、]?(比|较)[^，,。；;\d]{0,14}的$/
const BY = /^(增加|增长|净增|提高|减少|下降|降低)了?$/

/** A level, its base and the difference: 达到720亿元，较“十三五”末的520亿元增加200亿元. */
export function* differences(check: Check): Generator<Difference> {
  for (const figures of check.figuresByStatement().values()) {
    for (let i = 0; i + 2 < figures.length; i++) {
      const [level, base, added] = [figures[i]!, figures[i + 1]!, figures[i + 2]!]
      if (level.value === null || base.value === null || added.value === null || level.unit !== base.unit) continue
      if (added.unit !== (level.dimension === 'percent' ? '个百分点' : level.unit)) continue
      if (OVER_BASE.test(check.between(level, base)) && BY.test(check.between(base, added))) yield { level, base, added }
    }
  }
}
