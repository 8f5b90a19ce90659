/** What time a figure is about and what it is compared with, always with the words that say so. */
import { ACT, INDICATOR, STATE, TIME, WEAK } from '../catalogue/lexicon.ts'
import { type Place, REACH } from './clause.ts'
import type { Quantity } from './quantity.ts'
import { T_BASE, T_DATE, T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'
import type { Figure, Indicator, Measure, Statement, Status } from './types.ts'

export interface PeriodContext {
  /** The year planned. */
  year: number | null
  reviewYear: number | null
  /** The default period of the section that the statement being read stands in. */
  sectionPeriod: () => string | null
}

export interface When {
  period: string | null
  source: string | null
  baseline: string | null
  baselineSource: string | null
  /** Set where an explicit date overrules the status that the section suggests. */
  status: Status | null
}

const NOT_A_PERIOD =
  /^[”"’]?(不变价|可比价|价格|规划|计划(?!的|增|完成|达|安排|新|实|在|投)|普法|收官|开局|圆满|之年|纲要|以来最|起|开始|年度计划|重点项目|版)/
const RELATIVE_YEAR: Record<string, number> = { 去年: -1, 上年: -1, 前年: -2, 今年: 0, 明年: 1 }

/** Period and baseline of the quantity at `k`. */
export function periodOf(
  text: string,
  tokens: readonly Token[],
  k: number,
  statement: Statement,
  place: Place,
  measure: Measure,
  status: Status,
  action: Token | null,
  q: Quantity,
  context: PeriodContext,
  indicator: Indicator | null,
  last: Figure | null,
): When {
  const found = explicit(text, tokens, k, context)
  // 是1950年到1997年总和的1.7倍: the year is what is compared with
  const yardstick = found && measure === 'multiple' && found.at >= place.clause ? found : null
  const from = status === 'context' ? fromYear(text, tokens, k) : null
  const section = context.sectionPeriod()
  // 园区2008年获批，基础设施累计投资5亿元: a total runs over the part's years, not the year of an earlier clause
  const total =
    found && found.at < place.clause - 1 && section?.includes('/') && TOTAL.test(text.slice(place.clauseStart, q.start))
  // 由5160元增加到2002年的7703元，平均每年增长8%: a yearly average runs over the stretch, not the year of an earlier clause
  const average =
    found && found.at < place.clause && section?.includes('/') && PER_YEAR.test(text.slice(place.clauseStart, q.start))
  const named = from ?? (yardstick || average || (total && /^\d{4}$/.test(found.period)) ? null : found)
  let status2: Status | null = null
  let period: string | null
  let source: string | null
  if (named) {
    period = named.period
    source = named.source
    const last = Number(lastYear(named.period))
    if (status === 'target' && context.year !== null && last < context.year && statement.question !== 'plan-period')
      status2 = 'actual'
    if (status === 'actual' && context.year !== null && last > context.year) status2 = 'target'
  } else {
    period = defaultPeriod(statement, status, section, context)
    source = period === null ? null : 'section'
  }
  // 五年来, “十三五”时期: the text says itself that it speaks of the whole stretch
  const stretch = named !== null && named.at >= place.clause - 6 && named.period.includes('/') && !named.period.includes('-')
  const span = period?.includes('/') && !period.includes('-') ? period : null
  if (status === 'context' && !named && period) period = beforeStart(period)
  else if (span && measure === 'level' && !TOTAL.test(text.slice(place.clauseStart, q.start)) && comparedAfter(text, tokens, k))
    period = lastYear(span)
  else if (span) period = withinSpan(span, measure, status, action, tokens, place, text, indicator, stretch, q.unit)
  if (yardstick)
    return {
      period: sameSentence(text, last, q) && last!.period ? last!.period : period,
      source,
      baseline: lastYear(yardstick.period),
      baselineSource: yardstick.source,
      status: status2,
    }
  // 建成新线5944公里，复线4603公里: what a list goes on with was done over the same years
  if (span && period !== span && measure === 'level' && last?.period === span && last.measure === 'level' && lists(text, last, q))
    period = span
  const base = COMPARES.has(measure) ? ownBase(baseOf(text, tokens, k, place, q, measure), named) : null
  // 比上个五年增长: the years compared are those of the part
  if (base && span && /五年|上届/.test(base.source))
    return { period: span, source, baseline: yearsBefore(span), baselineSource: base.source, status: status2 }
  // 五年累计1.6万亿元、较“十三五”增长16%: a total against the total of the stretch before
  if (base && period !== null && period === span && base.period === beforeStart(span) && !/末|底|\d{4}/.test(base.source))
    return { period, source, baseline: yearsBefore(span), baselineSource: base.source, status: status2 }
  if (base) return { period, source, baseline: base.period, baselineSource: base.source, status: status2 }
  // 是上个五年的两倍
  if (span && measure === 'multiple' && /(上一?个|前)五年的$/.test(text.slice(place.clauseStart, q.start)))
    return { period: span, source, baseline: yearsBefore(span), baselineSource: '五年', status: status2 }
  if (measure !== 'change' && measure !== 'change-points' && measure !== 'change-abs')
    return { period, source, baseline: null, baselineSource: null, status: status2 }
  const year =
    period && /^\d{4}$/.test(period) ? Number(period) : period && /^\d{4}-/.test(period) ? Number(period.slice(0, 4)) : null
  // 五年增长35%, 年均增长6.2%: against the year before the stretch began
  if (span && status !== 'context')
    return { period, source, baseline: beforeStart(span), baselineSource: 'section', status: status2 }
  if (span || year === null) return { period, source, baseline: null, baselineSource: null, status: status2 }
  const part = /^\d{4}(-[QH]\d|-\d\d)$/.exec(period!)
  return { period, source, baseline: `${year - 1}${part?.[1] ?? ''}`, baselineSource: 'section', status: status2 }
}

const TOTAL = /累计|五年/
const PER_YEAR = /年均|平均每年|每年平均|年平均(?!浓度)/

/** Whether `last` stands in the same sentence as the quantity. */
const sameSentence = (text: string, last: Figure | null, q: Quantity): boolean =>
  last !== null && q.start - last.end < 80 && !/[。；;\n]/.test(text.slice(last.end, q.start))

/** Whether the quantity goes on a list after `last`, without a word that makes it a state reached. */
const lists = (text: string, last: Figure, q: Quantity): boolean =>
  sameSentence(text, last, q) &&
  !/[%％‰]/.test(q.unit) &&
  !/(达|到|至|有|为|是|总|超过|突破|稳定|保持|目前|居)/.test(text.slice(last.end, q.start))

/** The five years before a stretch: 2012/2016 → 2007/2011. */
const yearsBefore = (span: string): string => {
  const [from, to] = span.split('/').map(Number) as [number, number]
  return `${from - (to - from + 1)}/${from - 1}`
}

const lastYear = (period: string): string => period.slice(period.lastIndexOf('/') + 1).slice(0, 4)

function defaultPeriod(statement: Statement, status: Status, section: string | null, context: PeriodContext): string | null {
  const { year, reviewYear } = context
  switch (statement.question) {
    case 'review-year':
      return status === 'target' ? str(year) : (section ?? str(reviewYear))
    case 'plan-year':
      // a promise moved out of the review keeps nothing of the review's year
      return status === 'actual' || (status === 'estimated' && statement.kind !== 'plan')
        ? str(reviewYear)
        : section === null || section === str(reviewYear)
          ? str(year)
          : section
    case 'review-period':
    case 'plan-period':
      return section
    default:
      // a notice answers no question; its parts have the period that it reports on
      return status === 'target' ? str(year) : (section ?? str(reviewYear))
  }
}

const str = (n: number | null): string | null => (n === null ? null : String(n))

/** 完成56亿元，是2005年的2.1倍: what is compared with one year is itself of one year. */
function comparedAfter(text: string, tokens: readonly Token[], k: number): boolean {
  // 完成出口总值170亿美元，年均增长30%: the growth of what is told is to its level in the last year
  if (/^[，,、](五年)?(年均|平均每年|年平均)(增长|递增|增幅)/.test(text.slice(tokens[k]!.end, tokens[k]!.end + 10))) return true
  for (let j = k + 1; j < tokens.length && j <= k + 5; j++) {
    const t = tokens[j]!
    if (t.type === T_BASE) return t.date?.period != null && /^\d{4}$/.test(t.date.period)
    if (t.type === T_QUANTITY || (t.type === T_STOP && !/[，,]/.test(text[t.start]!))) return false
  }
  return false
}

/** Nouns of deeds: a count of them is what was done over the years, not what there is. */
const DEED = /(植树|绿化|造林|改造|改厕|整治|修复|演出|培训|安置|搬迁|治理|工程|行动|活动|投资)$/

const BECAME = /^(相继|先后|陆续|顺利|全部|如期)*(开通|通车|建成|竣工|完工|投产|投用|投入使用|开工)/

/** Whether a verb that also forms nouns ends where the counted phrase begins. */
const doneTo = (tokens: readonly Token[], place: Place, start: number): boolean =>
  tokens
    .slice(place.clause, place.k)
    .some(t => t.type === T_WORD && t.end === start && (t.flags & WEAK) !== 0 && !(t.flags & (STATE | INDICATOR)))

/** Measures that are taken against a base. */
const COMPARES = new Set<Measure>(['change', 'change-points', 'change-abs', 'multiple'])

/** In a plan period stocks and rates belong to its last year, deeds and flows to the whole. */
function withinSpan(
  span: string,
  measure: Measure,
  status: Status,
  action: Token | null,
  tokens: readonly Token[],
  place: Place,
  text: string,
  indicator: Indicator | null,
  overStretch: boolean,
  unit: string,
): string {
  const last = span.slice(span.indexOf('/') + 1)
  const clause = text.slice(place.clauseStart, tokens[place.k]!.start)
  if (/累计/.test(clause) || PER_YEAR.test(clause)) return span
  // 参合县扩大到139个: what was reached, whatever verb stands in the subject
  if (measure === 'level' && /(扩大|增加|提高|上升|发展|提升|增长|增|减少|下降)[到至]$/.test(clause)) return last
  // 五年内造林2787万公顷: said of the whole stretch, and not a stock reached at its end
  if (
    overStretch &&
    measure === 'level' &&
    !/[%％‰]/.test(unit) &&
    !/(达到?|为|突破|超过|有|至|到|是|保持|稳定)在?$/.test(clause)
  )
    return span
  const before = text.slice(
    place.clauseStart,
    indicator ? Math.min(indicator.start, tokens[place.k]!.start) : tokens[place.k]!.start,
  )
  if (measure === 'level' && indicator && /新增|累计/.test(indicator.text)) return span
  // 完成农村危房改造1328户, 文化演出3000场: deeds, though no verb of doing governs the number
  if (measure === 'level' && status !== 'target' && (/完成$/.test(before) || (indicator && DEED.test(indicator.text))))
    return span
  // 180家企业完成改制: what was counted did it over the years
  if (
    measure === 'level' &&
    status !== 'target' &&
    indicator &&
    indicator.start >= tokens[place.k]!.end &&
    /^(先后|已|全部|顺利)?(完成|通过)/.test(text.slice(indicator.end, indicator.end + 4))
  )
    return span
  // 共清理规章2300件: a verb of doing stands right before what is counted
  if (
    measure === 'level' &&
    status !== 'target' &&
    indicator &&
    indicator.end <= tokens[place.k]!.start &&
    doneTo(tokens, place, indicator.start)
  )
    return span
  // 40条高速公路相继开通: what became of what is counted is a deed as well
  if (
    measure === 'level' &&
    status !== 'target' &&
    indicator &&
    indicator.start >= tokens[place.k]!.end &&
    BECAME.test(text.slice(indicator.end, indicator.end + 10))
  )
    return span
  if (
    measure === 'level' &&
    action &&
    !/[%％‰]/.test(unit) &&
    action.flags & (ACT | WEAK) &&
    !/^(拥有|现有|共有|已有|保持|涉及|包括|涵盖|占地)$/.test(text.slice(action.start, action.end))
  )
    return status === 'target' && /总数|总量/.test(clause) ? last : span
  return last
}

/** The state that 由A优化为B starts from: the year before the period. */
const beforeStart = (period: string): string => String(Number(period.slice(0, 4)) - 1)

const AT_PRICES = /^(年?的?)?(不变|可比|固定|当年)?价(格)?(计算)?/
/** 由1997年的3252亿美元, 从“十二五”末的30.6%: what opens the value that a change starts from. */
const FROM = /[从由自][“"‘]?$/

const SINCE = /^[^，。；]{1,26}以来[，,]/

/** The date named before the quantity in its sentence, nearest first. */
function explicit(
  text: string,
  tokens: readonly Token[],
  k: number,
  context: PeriodContext,
): { period: string; source: string; at: number } | null {
  let past = false
  let whole = false
  for (let j = k - 1; j >= Math.max(0, k - REACH); j--) {
    const t = tokens[j]!
    if (t.type === T_STOP && /[。；;]/.test(text[t.start]!)) return null
    if (t.type === T_QUANTITY) past = true
    // 三季度增速回落，全年增长4.9%: the whole year, whatever part of it was named before
    if (t.type === T_WORD && t.flags & TIME && text[t.start] === '全' && text[t.start + 1] === '年') whole = true
    // 对2000年底以前发布的756件: when what is counted came about, not when it was counted
    if (t.type === T_DATE && /^(年?底|年?末)?(以前|之前|前)/.test(text.slice(t.end, t.end + 4))) continue
    // 从2015年的45亿元增长到70亿元: the year belongs to the first value alone
    if (past && t.type === T_DATE && FROM.test(text.slice(Math.max(0, t.start - 2), t.start).trimEnd())) continue
    // 2007年新农合开展以来: the year only begins the stretch
    if (t.type === T_DATE && SINCE.test(text.slice(t.end, t.end + 30))) continue
    // 1999年以来，三次提高标准: what was done so many times was done over the years since
    const since = t.type === T_DATE && t.date!.edge === 'since' && tokens[k]!.quantity?.unit === '次' ? Number(t.date!.period) : 0
    if (since > 0 && context.reviewYear !== null && since < context.reviewYear)
      return { period: `${since}/${context.reviewYear}`, source: text.slice(t.start, t.end), at: j }
    const period = t.type === T_DATE && t.date!.edge !== 'since' ? t.date!.period : null
    if (period) {
      if (/^\d{4}-\d\d-\d\d$/.test(period)) continue
      // 按1952年不变价格计算: the year of the prices
      if (AT_PRICES.test(text.slice(t.end, t.end + 8))) continue
      if (NOT_A_PERIOD.test(text.slice(t.end, t.end + 6))) continue
      if (whole && /^\d{4}-[QH\d]/.test(period)) return { period: period.slice(0, 4), source: '全年', at: j }
      return { period: t.date!.edge === 'end' ? lastYear(period) : period, source: text.slice(t.start, t.end), at: j }
    }
    if (t.type === T_WORD && t.flags & TIME && context.year !== null) {
      const shift = RELATIVE_YEAR[text.slice(t.start, t.end)]
      if (shift !== undefined && shift !== 0)
        return { period: String(context.year + shift), source: text.slice(t.start, t.end), at: j }
    }
  }
  return null
}

/** 由1997年的3252亿美元增加到…，排名由第十位上升: the year that the sentence's values start from. */
function fromYear(text: string, tokens: readonly Token[], k: number): { period: string; source: string; at: number } | null {
  for (let j = k - 1; j >= Math.max(0, k - REACH); j--) {
    const t = tokens[j]!
    if (t.type === T_STOP && /[。；;]/.test(text[t.start]!)) return null
    if (t.type === T_DATE && t.date!.period && FROM.test(text.slice(Math.max(0, t.start - 2), t.start).trimEnd()))
      return { period: t.date!.period, source: text.slice(t.start, t.end), at: j }
  }
  return null
}

/** 1965年收支比上年增长: 上年 is the one before the year that the sentence names. */
function ownBase<T extends { period: string | null; source: string }>(
  base: T | null,
  named: { period: string } | null,
): T | null {
  if (!base || !named || !/^\d{4}$/.test(named.period) || !/上一?年(度)?$/.test(base.source)) return base
  return { ...base, period: String(Number(named.period) - 1) }
}

/** The base of comparison: in the clause, or carried over from an earlier clause of the sentence. */
function baseOf(
  text: string,
  tokens: readonly Token[],
  k: number,
  place: Place,
  q: Quantity,
  measure: Measure,
): { period: string | null; source: string } | null {
  for (let j = k - 1; j >= Math.max(0, k - REACH); j--) {
    const t = tokens[j]!
    if (t.type === T_STOP && /[。；;]/.test(text[t.start]!)) return null
    if (t.type === T_BASE && (j >= place.clause || ((q.unit !== '倍' || measure === 'change') && t.date!.period !== null)))
      return { period: t.date!.period, source: text.slice(t.start, t.end) }
  }
  return null
}
