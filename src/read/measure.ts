/** What kind of quantity a figure is: level, change, points, multiple, rank … */
import { AFTER, DOWN, dimensionOf, HEAD, type Lexicon, UP, unitFits } from '../catalogue/lexicon.ts'
import { kindOf, STOP } from './chars.ts'
import type { Governor, Place } from './clause.ts'
import { numberOf, type Quantity } from './quantity.ts'
import type { Token } from './tokens.ts'
import type { Indicator, Measure } from './types.ts'

export const DURATION = new Set([
  '年',
  '个月',
  '天',
  '小时',
  '分钟',
  '周',
  '个工作日',
  '工作日',
  '个工作小时',
  '工作小时',
  '秒',
  '个小时',
  '日',
  '年半',
  '个季度',
  '个星期',
])
const PERCENT = new Set(['%', '％', '‰', '个百分点', '百分点'])

export function measureOf(
  text: string,
  tokens: readonly Token[],
  k: number,
  q: Quantity,
  place: Place,
  governor: Governor,
  indicator: Indicator | null,
  lexicon: Lexicon,
): Measure {
  if (q.shape === 'rank') return 'rank'
  if (q.shape === 'structure') return 'structure'
  // 增长两倍 says by how much, 是…的两倍 says how many times
  if (q.unit === '倍' && governor.change && governor.change.flags & UP && !governor.reach) return 'change'
  if (q.shape === 'fold' || q.unit === '倍' || q.unit === '番') return 'multiple'
  // 下降超3成
  if (q.unit === '成' && governor.change && governor.change.flags & (UP | DOWN) && !governor.reach) return 'change'
  // 精简四分之一: a part of what there was
  if (q.numeral.denominator && q.unit === '' && governor.change && !governor.reach) return 'change'
  if (q.unit === '个百分点' || q.unit === '百分点') return 'change-points'
  const { change } = governor
  if (q.unit === '%' || q.unit === '％' || q.unit === '‰') {
    if (
      governor.base &&
      /同期|水平/.test(governor.base.date ? text.slice(governor.base.start, governor.base.end) : '') &&
      /恢复|相当|达到|回到|回升/.test(text.slice(place.clauseStart, q.start))
    )
      return 'multiple'
    // 规模相当于此前总里程的50%
    if (/相当于[^，。；]{2,24}的$/.test(text.slice(place.segmentStart, q.start))) return 'multiple'
    if (
      indicator &&
      /(经济增长|涨幅|增速|增幅|增长率|增长速度|增长目标)(的?(主要)?(预期)?目标)?$/.test(indicator.text) &&
      !/自然增长率$/.test(indicator.text)
    )
      return 'change'
    if (change && (!governor.reach || change.flags & HEAD || change.start > governor.reach.start)) return 'change'
    const rate = RATE_OF.test(text.slice(Math.max(place.segmentStart, q.start - 8), q.start))
    if (governor.reach && !rate) return 'level'
    if (indicator?.name && /价格指数$/.test(indicator.name) && Math.abs(numberOf(q.numeral)) < 50) return 'change'
    const rest = afterText(text, tokens, k)
    // 降幅近40%; 保持40%以上增长
    if (rate) return 'change'
    if (/^的?(速度|增速|增幅|增长(?![到至为]))/.test(rest)) return 'change'
    // 没有完成12%的预期目标: of what is no share itself, the target was a growth rate
    const own = indicator?.id ? lexicon.entry.get(indicator.id)!.unit : ''
    return AIMED.test(rest) && !unitFits(own, q.unit) ? 'change' : 'level'
  }
  // 五年增量超过1万亿元: a difference, whatever verb it has
  if (MORE_BY.test(text.slice(Math.max(place.segmentStart, q.start - 8), q.start))) return 'change-abs'
  if (DURATION.has(q.unit) && !(indicator && /天数$/.test(indicator.text) && !change))
    return change &&
      !text.endsWith('连续', q.start) &&
      change !== governor.reach &&
      !text.startsWith('延', change.start) &&
      !text.startsWith('提前', change.start)
      ? 'change-abs'
      : 'duration'
  if (
    change &&
    !(isCounter(q.unit) && change.end === q.start && followsNoun(text, tokens, k, q)) &&
    !(governor.reach && governor.reach.start >= change.start) &&
    !(change.flags & HEAD && !(governor.subjectEnd < change.start)) &&
    !PERCENT.has(q.unit) &&
    // 农房风貌提升26.4万户: what was improved, not by how much
    !(/^(提升|改善)$/.test(text.slice(change.start, change.end)) && /^(户|个|条|座|所|处|家|栋|套|公里)$/.test(q.unit))
  )
    return 'change-abs'
  return 'level'
}

const RATE_OF =
  /(降低率|下降率|削减率|降幅|增幅|涨幅|增速|(?<!自然)增长率|增长速度)(均|都|已|约|近|超过?|达到?|为|在|保持|高达|稳定|左右)*$/
const MORE_BY = /增量(均|都|已|约|近|超过?|达到?|为|突破|高达)*$/
const AIMED = /^的.{0,4}(目标|任务)/

function afterText(text: string, tokens: readonly Token[], k: number): string {
  const next = tokens[k + 1]
  const from = next && next.flags & AFTER && next.start === tokens[k]!.end ? next.end : tokens[k]!.end
  return text.slice(from, from + 8)
}

/** Whether a noun can follow: no stop, no list comma, no verb of change straight after the quantity. */
export function followsNoun(text: string, tokens: readonly Token[], k: number, q: Quantity): boolean {
  const next = tokens[k + 1]
  let at = q.end
  if (next && next.start === at && next.flags & AFTER) at = next.end
  // 新增就业3.7万人的任务: what follows is what the number is of, not what it counts
  if (
    /^(的(任务|目标|要求|水平|规模|速度|比例|标准|幅度)|的?(大关|台阶|关口|门槛|基础上|情况下|条件下|前提下))/.test(
      text.slice(at, at + 4),
    )
  )
    return false
  at += /^[（(][段处个条座项家所户人]{1,2}[）)]/.exec(text.slice(at, at + 6))?.[0].length ?? 0
  const char = text.charCodeAt(at)
  if (/^[和与及或]\d/.test(text.slice(at, at + 2))) return false
  return at < text.length && kindOf(char) !== STOP && text[at] !== '、' && !(text[at] === '的' && /元$/.test(q.unit))
}

export const isCounter = (unit: string): boolean => {
  const dimension = dimensionOf(unit)
  return (
    dimension === null ||
    /^(count|persons|households|person-times|length|area|containers|vehicles|livestock)/.test(dimension) ||
    dimension.startsWith('count')
  )
}
