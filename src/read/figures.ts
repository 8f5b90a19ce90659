/** From the tokens of a statement to its figures. */
import {
  ACT,
  BEFORE,
  DOWN,
  dimensionOf,
  HEAD,
  INDICATOR,
  type IndicatorEntry,
  type Lexicon,
  NOUN,
  PART,
  RANKV,
  SCOPE,
  STATE,
  UP,
  WEAK,
} from '../catalogue/lexicon.ts'
import { boundAfter, governorOf, type Place, placeOf, REACH } from './clause.ts'
import { distribute, listContinues } from './distribution.ts'
import type { Draft } from './draft.ts'
import { measureOf } from './measure.ts'
import { type PeriodContext, periodOf } from './period.ts'
import { roleOf } from './role.ts'
import { commitmentOf, statusOf } from './status.ts'
import { choosePhrase, generic, named } from './subject.ts'
import { T_LIST, T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'
import type { Figure, Indicator, Span, Statement } from './types.ts'
import { comparatorOf, numbers } from './values.ts'

/** What one statement hands on to the next: the subject spoken of last. */
export interface Carry {
  subject: Indicator | null
  /** The subject that the sentence before in the same paragraph ended with. */
  before: Indicator | null
  /** Token indexes of the quantities that are qualifiers. */
  qualifiers: Set<number>
  /** Where the words of the statement begin, after its number. */
  from: number
}

/** 1. or （一） or ① at the head of a statement. */
const ITEM_MARK = /^\s*([（(]?([\d０-９]{1,2}|[一二三四五六七八九十]{1,3})([）)]|[.．、](?!\d))|[①-⑳])\s*/

export interface FigureContext extends PeriodContext {
  lexicon: Lexicon
  nextId: () => string
}

/** The figures of one statement, in order. */
export function figuresOf(
  text: string,
  statement: Statement,
  tokens: readonly Token[],
  context: FigureContext,
  before: Indicator | null = null,
): Figure[] {
  const drafts: Draft[] = []
  const mark = ITEM_MARK.exec(statement.text.slice(0, 12))
  const carry: Carry = { subject: null, before, qualifiers: new Set(), from: statement.start + (mark?.[0].length ?? 0) }
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
  const place = placeOf(text, tokens, k, carry.from, carry.qualifiers)
  const governor = governorOf(text, tokens, place)
  const after = boundAfter(lexicon, tokens, k)
  const last = drafts[drafts.length - 1]
  const continues = last !== undefined && listContinues(text, tokens, last.place.k, k)
  const yard =
    q.unit === '倍' && text[q.start - 1] === '的' ? tokens.slice(place.segment, k).find(t => t.flags & BEFORE) : undefined
  // 不低于当地标准的1.6倍: the bound stands before the yardstick
  const comparator = (yard && lexicon.before.get(yard.node)) ?? comparatorOf(lexicon, q, governor, after?.bound ?? null)
  const role = roleOf(text, tokens, k, q, place, governor, statement.end)
  if (role === 'qualifier') carry.qualifiers.add(k)
  const phrase = role === 'qualifier' ? null : choosePhrase(text, tokens, k, q, place, governor, statement.end)
  let indicator = phrase ? named(text, phrase, lexicon) : null
  // 办理议案514件、提案614件: the act goes on over the list
  const listed =
    last !== undefined &&
    ((place.previous >= 0 && last.place.k === place.previous && isListed(text, tokens, place)) ||
      opensPart(tokens, place) ||
      (last.inPart && isListed(text, tokens, place)))
  const action = phrase?.action ?? (listed ? last.action : null)
  const own = indicator === null ? 0 : lexicon.trie.flags[lexicon.trie.find(indicator.text)]!
  const verbOnly = (own & (ACT | WEAK)) !== 0 && (own & (NOUN | INDICATOR | HEAD)) === 0
  if (verbOnly && carry.subject) indicator = carry.subject
  else if (!indicator || generic(text, indicator)) {
    const share = indicator !== null && /占比|比重/.test(indicator.text)
    indicator = carry.subject ?? spokenOf(text, tokens, place, lexicon) ?? indicator
    // a share of tax revenue is not tax revenue
    if (share && indicator) indicator = { ...indicator, id: null, name: null }
  }
  indicator ??=
    carry.before ??
    (q.unit !== '' && /[由从]/.test(text[place.clauseStart] ?? '')
      ? clauseBefore(text, tokens, place, carry.from, lexicon)
      : null)
  // GDP达500亿元，人均达到5万元: per head is another indicator than the one carried
  if (indicator && phrase === null && indicator.id && PER_HEAD.test(text.slice(place.segmentStart, place.segmentStart + 2)))
    indicator = { ...indicator, id: null, name: null }
  let measure = measureOf(text, tokens, k, q, place, governor, indicator)
  const goesOn = continues && last.figure.role === 'measure' && last.figure.unit === q.unit && !governor.change
  if (goesOn) measure = last.figure.measure
  const falls =
    (governor.change !== null && (governor.change.flags & DOWN) !== 0 && !(governor.change.flags & UP)) || (goesOn && last.falls)
  const sign = q.sign < 0 || (falls && measure.startsWith('change')) ? -1 : 1
  const wider =
    indicator && !indicator.id
      ? measure === 'change'
        ? lexicon.growth.get(indicator.text)
        : headOf(indicator.text, carry.subject, lexicon)
      : null
  if (indicator && wider) indicator = { ...indicator, id: wider.id, name: wider.name }
  // 增长6.8%（目标6.5%）: the target of the figure before the bracket
  const aim = place.bracket && last !== undefined && AIM.test(text.slice(place.clauseStart, q.start)) ? last.figure : null
  if (aim) {
    indicator = aim.indicator
    if (isShare(aim.unit) === isShare(q.unit)) measure = aim.measure
  }
  const status = statusOf(text, tokens, place, statement, q, k)
  const when = periodOf(text, tokens, k, statement, place, measure, status, action, q, context, indicator, last?.figure ?? null)
  const cues: Span[] = []
  for (const t of [governor.bound, governor.change, governor.reach, governor.base, after?.token ?? null])
    if (t) cues.push(spanOf(text, t))
  cues.sort((a, b) => a.start - b.start)
  if (indicator?.id && action && q.unit !== '' && NEW_ONES.test(text.slice(action.start, action.end)) && STOCK.test(q.unit))
    indicator = { ...indicator, id: null, name: null }
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
    period: role === 'qualifier' ? null : aim ? yearOfAim(aim.period, when.period) : when.period,
    periodSource: role === 'qualifier' ? null : when.source,
    baseline: role === 'qualifier' ? null : when.baseline,
    baselineSource: role === 'qualifier' ? null : when.baselineSource,
    indicator: role === 'qualifier' ? null : indicator,
    action: action ? spanOf(text, action) : null,
    place: null,
    scope: q.shape === 'rank' ? scopeOf(text, tokens, place) : null,
    partOf: opensPart(tokens, place) ? (last?.figure.id ?? null) : null,
    cues,
  }
  // 占预算103%: a share says of what, it is no subject of its own
  if (role === 'measure' && indicator && !indicator.text.startsWith('占')) carry.subject = indicator
  return { figure, place, governor, phrase, action, falls, inPart: opensPart(tokens, place) || (last?.inPart === true && listed) }
}

/** 粮食生产再获丰收，总产达到557亿斤: the indicator that an earlier clause of the statement speaks of. */
function spokenOf(text: string, tokens: readonly Token[], place: Place, lexicon: Lexicon): Indicator | null {
  for (let j = place.clause - 1; j >= 0 && j >= place.clause - REACH; j--) {
    const t = tokens[j]!
    if (t.type === T_STOP && text[t.start] === '。') return null
    if (t.type === T_WORD && t.flags & INDICATOR) return named(text, { start: t.start, end: t.end, action: null }, lexicon)
  }
  return null
}

/** 人口覆盖率，由1997年的65%提高到…: the clause before names what rose. */
function clauseBefore(text: string, tokens: readonly Token[], place: Place, from: number, lexicon: Lexicon): Indicator | null {
  const stop = tokens[place.clause - 1]
  if (!stop || stop.type !== T_STOP || !/[，,]/.test(text[stop.start]!)) return null
  let j = place.clause - 2
  while (j >= 0 && j > place.clause - 30 && tokens[j]!.type !== T_STOP) j--
  const start = j >= 0 ? tokens[j]!.end : from
  return stop.start - start >= 2 && stop.start - start <= 30
    ? named(text, { start, end: stop.start, action: null }, lexicon)
    : null
}

/** 粮食播种面积3320万亩、产量1285万吨: a bare head takes what the subject before is of. */
function headOf(head: string, subject: Indicator | null, lexicon: Lexicon): IndicatorEntry | null {
  if (!subject || !/^(总?产量|总产|单产|产值|增加值|面积|销售额|销量|投资额?|收入)$/.test(head)) return null
  for (let n = Math.min(subject.text.length - 2, 16); n >= 2; n--) {
    const entry = lexicon.indicator.get(lexicon.trie.find(subject.text.slice(0, n) + head))
    if (entry) return entry
  }
  return null
}

/** Words that turn a carried subject into one per head. */
const PER_HEAD = /^(人均|户均|亩均|村均|地均)/

/** Verbs that count only what is new, so that the stock of the catalogue is not what is stated. */
const NEW_ONES =
  /^(新增|新认定|认定|净增|培育|新培育|新培育认定|引进|新引进|招引|新登记|新注册|新评定|评定|获批|新获批|入选|晋升)/
const STOCK = /^(家|个|户|所|座|处)$/

/** What opens a bracket with the target of the figure before it. */
const AIM = /^(全年|年度|年初|预期|省定|市定)?(预期)?(目标|计划|任务)(值|为|是)?[：:]?[^，。；]{0,4}$/

/** A target in a bracket is for the whole year of its figure: 2024-Q1 → 2024. */
const yearOfAim = (period: string | null, own: string | null): string | null =>
  period && /^\d{4}/.test(period) && !period.includes('/') ? period.slice(0, 4) : own

const isShare = (unit: string): boolean => unit === '%' || unit === '％' || unit === '‰'

const isListed = (text: string, tokens: readonly Token[], place: Place): boolean => {
  const t = tokens[place.segment - 1]
  return t !== undefined && (t.type === T_LIST || /^[和及]/.test(text.slice(place.segmentStart, place.segmentStart + 1)))
}

const spanOf = (text: string, t: { start: number; end: number }): Span => ({
  start: t.start,
  end: t.end,
  text: text.slice(t.start, t.end),
})

function scopeOf(text: string, tokens: readonly Token[], place: Place): string | null {
  for (let j = place.k - 1; j >= place.clause; j--) {
    const t = tokens[j]!
    if (t.flags & SCOPE) return text.slice(t.start, t.end)
    if (t.type === T_STOP || (t.type === T_WORD && !(t.flags & (RANKV | STATE)))) break
  }
  return null
}

/** Whether 其中 stands before the quantity in its clause. */
function opensPart(tokens: readonly Token[], place: Place): boolean {
  for (let j = place.clause; j < place.k; j++) if (tokens[j]!.flags & PART) return true
  return false
}
