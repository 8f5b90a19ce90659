/** From the tokens of a statement to its figures. */
import {
  ACT,
  AFTER,
  BEFORE,
  type Bound,
  DOWN,
  dimensionOf,
  ESTIMATE,
  HEAD,
  type IndicatorEntry,
  type Lexicon,
  MODAL,
  PART,
  RANKV,
  SCOPE,
  STATE,
  TIME,
  UP,
  WEAK,
} from '../catalogue/lexicon.ts'
import { kindOf, STOP } from './chars.ts'
import { boundAfter, type Governor, governorOf, type Place, placeOf, REACH } from './clause.ts'
import { canonical } from './indicator.ts'
import { type PeriodContext, periodOf } from './period.ts'
import { type Phrase, phraseAfter, phraseBefore } from './phrase.ts'
import { exactOf, numberOf, type Quantity } from './quantity.ts'
import { roleOf } from './role.ts'
import { T_LIST, T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'
import type { Comparator, Figure, Indicator, Measure, Span, Statement, Status } from './types.ts'

const DURATION = new Set([
  '年',
  '个月',
  '天',
  '小时',
  '分钟',
  '周',
  '个工作日',
  '工作日',
  '秒',
  '个小时',
  '日',
  '年半',
  '个季度',
  '个星期',
])
const PERCENT = new Set(['%', '％', '‰', '个百分点', '百分点'])

/** What one statement hands on to the next: the subject spoken of last. */
export interface Carry {
  subject: Indicator | null
  /** Token indexes of the quantities that are qualifiers. */
  qualifiers: Set<number>
}

export interface FigureContext extends PeriodContext {
  lexicon: Lexicon
  nextId: () => string
}

interface Draft {
  figure: Figure
  place: Place
  governor: Governor
  phrase: Phrase | null
  action: Token | null
}

/** The figures of one statement, in order. */
export function figuresOf(text: string, statement: Statement, tokens: readonly Token[], context: FigureContext): Figure[] {
  const drafts: Draft[] = []
  const carry: Carry = { subject: null, qualifiers: new Set() }
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!
    if (token.type === T_QUANTITY) drafts.push(draft(text, statement, tokens, k, drafts, carry, context))
  }
  distribute(text, tokens, drafts, context.lexicon)
  return drafts.map(d => d.figure)
}

function draft(
  text: string,
  statement: Statement,
  tokens: readonly Token[],
  k: number,
  drafts: readonly Draft[],
  carry: Carry,
  context: FigureContext,
): Draft {
  const { lexicon } = context
  const token = tokens[k]!
  const q = token.quantity!
  const place = placeOf(text, tokens, k, statement.start, carry.qualifiers)
  const governor = governorOf(text, tokens, place)
  const after = boundAfter(lexicon, tokens, k)
  const last = drafts[drafts.length - 1]
  const continues = last !== undefined && listContinues(text, tokens, last.place.k, k)
  const comparator = comparatorOf(lexicon, q, governor, after?.bound ?? null)
  const role = roleOf(text, tokens, k, q, place, governor, statement.end)
  if (role === 'qualifier') carry.qualifiers.add(k)
  const phrase = role === 'qualifier' ? null : choosePhrase(text, tokens, k, q, place, governor, statement.end)
  let indicator = phrase ? named(text, phrase, lexicon) : null
  // 办理议案514件、提案614件: the act goes on over the list
  const listed = place.previous >= 0 && last !== undefined && last.place.k === place.previous && isListed(text, tokens, place)
  const action = phrase?.action ?? (listed ? last.action : null)
  const carried = !indicator || generic(text, indicator)
  const verbOnly = indicator !== null && (lexicon.trie.flags[lexicon.trie.find(indicator.text)]! & (ACT | WEAK)) !== 0
  if (verbOnly && place.previous >= 0 && carry.subject) indicator = carry.subject
  if (carried && carry.subject && (!indicator || carriesOver(text, indicator))) indicator = carry.subject
  let measure = measureOf(text, tokens, k, q, place, governor, indicator)
  if (
    continues &&
    last.figure.role === 'measure' &&
    last.figure.unit === q.unit &&
    governor.subjectEnd === token.start &&
    !governor.change
  )
    measure = last.figure.measure
  const sign =
    q.sign < 0 ||
    (governor.change && governor.change.flags & DOWN && !(governor.change.flags & UP) && measure.startsWith('change'))
      ? -1
      : 1
  const status = statusOf(text, tokens, place, statement, q, k)
  const when = periodOf(text, tokens, k, statement, place, measure, status, action, q, context, indicator)
  const cues: Span[] = []
  for (const t of [governor.bound, governor.change, governor.reach, governor.base, after?.token ?? null])
    if (t) cues.push(spanOf(text, t))
  cues.sort((a, b) => a.start - b.start)
  const figure: Figure = {
    id: context.nextId(),
    start: q.start,
    end: q.end,
    text: text.slice(q.start, q.end),
    statement: statement.id,
    role,
    ...numbers(q, sign),
    unit: q.unit,
    unitId: dimensionOf(q.unit) ? q.unit.replace('％', '%') : null,
    dimension: dimensionOf(q.unit),
    comparator,
    measure,
    status: role === 'qualifier' ? 'context' : (when.status ?? status),
    commitment: status === 'target' ? commitmentOf(text, tokens, place) : null,
    period: role === 'qualifier' ? null : when.period,
    periodSource: role === 'qualifier' ? null : when.source,
    baseline: role === 'qualifier' ? null : when.baseline,
    baselineSource: role === 'qualifier' ? null : when.baselineSource,
    indicator: role === 'qualifier' ? null : indicator,
    action: action ? spanOf(text, action) : null,
    place: null,
    scope: q.shape === 'rank' ? scopeOf(text, tokens, place) : null,
    partOf: partOf(tokens, place, drafts),
    cues,
  }
  if (role === 'measure' && indicator) carry.subject = indicator
  return { figure, place, governor, phrase, action }
}

const isListed = (text: string, tokens: readonly Token[], place: Place): boolean => {
  const t = tokens[place.segment - 1]
  return t !== undefined && (t.type === T_LIST || /^[和及]/.test(text.slice(place.segmentStart, place.segmentStart + 1)))
}

const spanOf = (text: string, t: { start: number; end: number }): Span => ({
  start: t.start,
  end: t.end,
  text: text.slice(t.start, t.end),
})

/** Value fields: numbers, exact decimal, and the interval that rounds to what is written. */
function numbers(
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

function comparatorOf(lexicon: Lexicon, q: Quantity, governor: Governor, after: Bound | null): Comparator {
  if (q.shape === 'range') return 'range'
  if (q.within) return 'le'
  if (after) return after
  if (governor.bound) return lexicon.before.get(governor.bound.node) ?? 'eq'
  return q.numeral.more ? 'gt' : 'eq'
}

/** Whether the quantity at `k` only goes on a list of values begun at `j`: 增长8%、9%. */
function listContinues(text: string, tokens: readonly Token[], j: number, k: number): boolean {
  for (let m = j + 1; m < k; m++) {
    const t = tokens[m]!
    if (t.type !== T_LIST && !(t.flags & AFTER) && !/^[和与及，,]$/.test(text.slice(t.start, t.end))) return false
  }
  return tokens[k]!.start - tokens[j]!.end <= 4
}

function measureOf(
  text: string,
  tokens: readonly Token[],
  k: number,
  q: Quantity,
  place: Place,
  governor: Governor,
  indicator: Indicator | null,
): Measure {
  if (q.shape === 'rank') return 'rank'
  if (q.shape === 'structure') return 'structure'
  if (q.shape === 'fold' || q.unit === '倍' || q.unit === '番') return 'multiple'
  if (q.unit === '个百分点' || q.unit === '百分点') return 'change-points'
  const { change } = governor
  if (q.unit === '%' || q.unit === '％' || q.unit === '‰') {
    if (
      governor.base &&
      /同期/.test(governor.base.date ? text.slice(governor.base.start, governor.base.end) : '') &&
      tokens.slice(place.clause, k).some(t => t.type === T_WORD && /恢复|相当|达到/.test(text.slice(t.start, t.end)))
    )
      return 'multiple'
    if (
      indicator &&
      /(经济增长|涨幅|增速|增幅|增长率|增长速度|增长目标)$/.test(indicator.text) &&
      !/自然增长率$/.test(indicator.text)
    )
      return 'change'
    if (change && (!governor.reach || change.flags & HEAD || change.start > governor.reach.start)) return 'change'
    if (governor.reach) return 'level'
    if (indicator?.name && /价格指数$/.test(indicator.name) && Math.abs(numberOf(q.numeral)) < 50) return 'change'
    return /^的(速度|增速|增幅|增长)/.test(afterText(text, tokens, k)) ? 'change' : 'level'
  }
  if (DURATION.has(q.unit)) return change && change.flags & DOWN ? 'change-abs' : 'duration'
  if (
    change &&
    !(isCounter(q.unit) && change.end === q.start && followsNoun(text, tokens, k, q)) &&
    !(governor.reach && governor.reach.start > change.start) &&
    !(change.flags & HEAD && !(governor.subjectEnd < change.start)) &&
    !PERCENT.has(q.unit)
  )
    return 'change-abs'
  return 'level'
}

function afterText(text: string, tokens: readonly Token[], k: number): string {
  const next = tokens[k + 1]
  const from = next && next.flags & AFTER && next.start === tokens[k]!.end ? next.end : tokens[k]!.end
  return text.slice(from, from + 4)
}

/** Status by the statement, corrected by 预计 before it and by （目标…） round it. */
function statusOf(text: string, tokens: readonly Token[], place: Place, statement: Statement, q: Quantity, k: number): Status {
  if (place.bracket && /^[^，。]{0,6}(目标|计划)/.test(text.slice(place.clauseStart, q.start))) return 'target'
  if (q.shape === 'structure' && /^[^，。；]{0,4}(优化|调整|变|转|演变|提升)/.test(text.slice(q.end, q.end + 8))) return 'context'
  const fromTo =
    /(由|从)[^，。；]{0,14}$/.test(text.slice(Math.max(place.segmentStart, q.start - 16), q.start)) &&
    /^[^，。；、]{0,6}(提高|增加|上升|下降|降|增长|扩大|提升|增|优化|调整|减少|缩短|压缩|升|发展|变)/.test(
      text.slice(q.end, q.end + 10),
    )
  if (fromTo) return 'context'
  if (statement.kind === 'plan') return 'target'
  for (let j = k - 1; j >= Math.max(0, k - REACH); j--) if (tokens[j]!.flags & ESTIMATE) return 'estimated'
  return statement.kind === 'context' && statement.question?.startsWith('plan') ? 'target' : 'actual'
}

function commitmentOf(text: string, tokens: readonly Token[], place: Place): Figure['commitment'] {
  for (let j = place.k - 1; j >= place.clause; j--) {
    const t = tokens[j]!
    if (t.type !== T_WORD || !(t.flags & (MODAL | ESTIMATE))) continue
    const word = text.slice(t.start, t.end)
    if (/确保|保证|必须|力保|务必|坚决/.test(word)) return 'firm'
    if (/力争|争取|努力|有望/.test(word)) return 'striving'
  }
  return 'plain'
}

/** The noun phrase that names what the quantity measures. */
function choosePhrase(
  text: string,
  tokens: readonly Token[],
  k: number,
  q: Quantity,
  place: Place,
  governor: Governor,
  limit: number,
): Phrase | null {
  const before = phraseBefore(text, tokens, place, governor.subjectEnd)
  if (q.shape === 'rank' && before && text[place.segmentStart] === '在' && text[before.end] !== '中') return null
  const counted = q.shape === 'plain' || q.shape === 'range'
  if (!counted || q.unit === '倍' || q.unit === '个百分点') return before
  const percent = q.unit === '%' || q.unit === '％'
  const beforeText = before ? text.slice(before.start, before.end) : ''
  if (DURATION.has(q.unit) && q.unit === '年' && /连续$/.test(text.slice(place.segmentStart, q.start))) {
    return before && beforeText !== '连续' ? before : continuousAfter(text, tokens, k, limit)
  }
  const governed = governor.change !== null || governor.reach !== null
  const next = tokens[k + 1]
  // 10大类52项民生实事: two counts of the same thing
  if (next && next.type === T_QUANTITY && next.start === q.end && isCounter(q.unit) && !before)
    return phraseAfter(text, tokens, k + 1, limit)
  if (q.numeral.bare && before && /^(级|台阶|规模)/.test(text.slice(q.end, q.end + 2)) && (governor.bound || governor.reach))
    return before
  const direct = !governed || (governor.reach === null && before === null)
  if (direct && followsNoun(text, tokens, k, q)) {
    const after = phraseAfter(text, tokens, k, limit, percent || (q.unit === '次' && !before))
    if (after) {
      const money = /元$/.test(q.unit)
      const list = before !== null && (/[、]/.test(beforeText) || listBefore(text, q.start))
      if (!before || ((list || isCounter(q.unit)) && !money && !percent)) {
        const action = before?.action ?? leadingAction(tokens, place, governor) ?? after.action
        return { ...after, action }
      }
    }
  }
  if (before) return before
  const verb = leadingAction(tokens, place, governor)
  return verb ? { start: verb.start, end: verb.end, action: verb } : null
}

/** Whether a noun can follow: no stop, no list comma, no verb of change straight after the quantity. */
function followsNoun(text: string, tokens: readonly Token[], k: number, q: Quantity): boolean {
  const next = tokens[k + 1]
  let at = q.end
  if (next && next.start === at && next.flags & AFTER) at = next.end
  const char = text.charCodeAt(at)
  return at < text.length && kindOf(char) !== STOP && text[at] !== '、' && !(text[at] === '的' && /元$/.test(q.unit))
}

const listBefore = (text: string, at: number): boolean => /等(多个|多家)?$/.test(text.slice(Math.max(0, at - 3), at))

const isCounter = (unit: string): boolean => {
  const dimension = dimensionOf(unit)
  return (
    dimension === null ||
    /^(count|persons|households|person-times|length|area|containers|vehicles|livestock)/.test(dimension) ||
    dimension.startsWith('count')
  )
}

function continuousAfter(text: string, tokens: readonly Token[], k: number, limit: number): Phrase | null {
  const next = tokens[k + 1]
  if (next && next.type === T_WORD && next.start === tokens[k]!.end && next.flags & (STATE | BEFORE | UP | DOWN | TIME))
    return null
  return phraseAfter(text, tokens, k, limit, true)
}

/** The act that stands alone before its number: 投入4.4亿元, 惠及1.7万人. */
function leadingAction(tokens: readonly Token[], place: Place, governor: Governor): Token | null {
  for (let j = place.k - 1; j >= place.segment; j--) {
    const t = tokens[j]!
    if (t.type === T_WORD && t.flags & (ACT | WEAK) && t.end <= governor.subjectEnd) return t
    if (t.type !== T_WORD) break
  }
  return null
}

const named = (text: string, phrase: Phrase, lexicon: Lexicon): Indicator => {
  const entry: IndicatorEntry | null = canonical(text, phrase.start, phrase.end, lexicon)
  return {
    start: phrase.start,
    end: phrase.end,
    text: text.slice(phrase.start, phrase.end),
    id: entry?.id ?? null,
    name: entry?.name ?? null,
  }
}

/** A noun that says nothing without its carrier: 增速, 总量, 占比. */
const GENERIC = /^(全国|全省|全市)?(增速|增幅|涨幅|降幅|总量|位次|规模|增长|同比|连续|总产|均|增长率)$/
const generic = (text: string, indicator: Indicator): boolean =>
  indicator.end - indicator.start <= 4 && GENERIC.test(text.slice(indicator.start, indicator.end))
const carriesOver = generic

function scopeOf(text: string, tokens: readonly Token[], place: Place): string | null {
  for (let j = place.k - 1; j >= place.clause; j--) {
    const t = tokens[j]!
    if (t.flags & SCOPE) return text.slice(t.start, t.end)
    if (t.type === T_STOP || (t.type === T_WORD && !(t.flags & (RANKV | STATE)))) break
  }
  return null
}

function partOf(tokens: readonly Token[], place: Place, drafts: readonly Draft[]): string | null {
  for (let j = place.clause; j < place.k; j++) if (tokens[j]!.flags & PART) return drafts[drafts.length - 1]?.figure.id ?? null
  return null
}

/** 分别: the values of a run are given to the listed subjects in order, where the lengths agree. */
function distribute(text: string, tokens: readonly Token[], drafts: readonly Draft[], lexicon: Lexicon): void {
  for (let i = 0; i < drafts.length; i++) {
    const head = drafts[i]!
    if (!head.governor.dist || !head.phrase) continue
    const run = [head]
    while (i + 1 < drafts.length && listContinues(text, tokens, drafts[i]!.place.k, drafts[i + 1]!.place.k))
      run.push(drafts[++i]!)
    if (run.length < 2) continue
    const items = splitList(text, head.phrase.start, head.phrase.end)
    if (items.length !== run.length) {
      for (const d of run) d.figure.indicator = head.figure.indicator
      continue
    }
    run.forEach((d, n) => {
      const [start, end] = items[n]!
      d.figure.indicator = named(text, { start, end, action: null }, lexicon)
      d.figure.action = head.figure.action
    })
  }
}

/** Items of A、B和C. */
function splitList(text: string, start: number, end: number): [number, number][] {
  const items: [number, number][] = []
  let from = start
  for (let i = start; i < end; i++) {
    const c = text[i]!
    if (c === '、' || c === '，' || ((c === '和' || c === '与' || c === '及') && i > from + 1 && i < end - 2)) {
      items.push([from, c === '及' && text[i - 1] === '以' ? i - 1 : i])
      from = i + 1
    }
  }
  items.push([from, end])
  return items.filter(([a, b]) => b > a)
}
