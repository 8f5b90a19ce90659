/** From the tokens of a statement to its figures. */
import { BEFORE, DOWN, dimensionOf, type Lexicon, PART, RANKV, SCOPE, STATE, UP } from '../catalogue/lexicon.ts'
import { boundAfter, type Governor, governorOf, type Place, placeOf } from './clause.ts'
import { distribute, listContinues } from './distribution.ts'
import type { Draft } from './draft.ts'
import { indicatorOf, refined, type Sought } from './indicator-of.ts'
import { measureOf } from './measure.ts'
import { type PeriodContext, periodOf } from './period.ts'
import { roleOf } from './role.ts'
import { commitmentOf, statusOf } from './status.ts'
import { choosePhrase } from './subject.ts'
import { T_LIST, T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'
import type { Figure, Indicator, Span, Statement } from './types.ts'
import { comparatorOf, numbers } from './values.ts'

/** What the figures of one statement hand on to the next. */
export interface Carry {
  /** The subject spoken of last. */
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

const isQuantity = (token: Token): boolean => token.type === T_QUANTITY

/** The figures of one statement, in order. */
export function figuresOf(
  text: string,
  statement: Statement,
  tokens: readonly Token[],
  context: FigureContext,
  before: Indicator | null = null,
): Figure[] {
  const drafts: Draft[] = []
  if (!tokens.some(isQuantity)) return []
  const mark = ITEM_MARK.exec(statement.text.slice(0, 12))
  const carry: Carry = { subject: null, before, qualifiers: new Set(), from: statement.start + (mark?.[0].length ?? 0) }
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!
    if (token.type === T_QUANTITY) drafts.push(draft(text, statement, tokens, k, drafts, carry, context))
  }
  distribute(text, tokens, drafts, context.lexicon)
  shareUnit(text, tokens, drafts)
  return drafts.map(d => d.figure)
}

/** 提高11.1、11.2个百分点: the unit at the end of a list says what its first values are, too. */
function shareUnit(text: string, tokens: readonly Token[], drafts: readonly Draft[]): void {
  for (let i = drafts.length - 2; i >= 0; i--) {
    const { figure, place } = drafts[i]!
    const next = drafts[i + 1]!
    if (figure.unit !== '' || next.figure.unit === '' || figure.role !== 'measure' || next.figure.role !== 'measure') continue
    if (figure.magnitude !== 0 || !listContinues(text, tokens, place.k, next.place.k)) continue
    const { measure, period, periodSource, baseline, baselineSource } = next.figure
    Object.assign(figure, { measure, period, periodSource, baseline, baselineSource })
  }
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
  const q = tokens[k]!.quantity!
  const place = placeOf(text, tokens, k, carry.from, carry.qualifiers)
  const governor = governorOf(text, tokens, place)
  const after = boundAfter(lexicon, tokens, k)
  const last = drafts[drafts.length - 1]
  const role = roleOf(text, tokens, k, q, place, governor, statement.end)
  // 不低于当地标准的1.6倍: the bound stands before the yardstick
  const yard =
    q.unit === '倍' && text[q.start - 1] === '的' ? tokens.slice(place.segment, k).find(t => t.flags & BEFORE) : undefined
  const comparator = (yard && lexicon.before.get(yard.node)) ?? comparatorOf(lexicon, text, q, governor, after?.bound ?? null)
  const phrase = role === 'qualifier' ? null : choosePhrase(text, tokens, k, q, place, governor, statement.end)
  const whole = wholeOf(text, tokens, place, drafts)
  const listed = whole !== null || (last !== undefined && last.place.k === place.previous && isListed(text, tokens, place))
  // 办理议案514件、提案614件: the act goes on over the list, but not to the stock (净增48万户、达680万户)
  const action = phrase?.action ?? (listed && !governor.reach ? last!.action : null)
  const sought: Sought = {
    text,
    tokens,
    lexicon,
    place,
    q,
    phrase,
    action,
    reaches: governor.reach !== null,
    carried: carry.subject,
    before: carry.before,
    last: last?.figure ?? null,
    from: carry.from,
  }
  const found = indicatorOf(sought)
  let indicator = found
  let measure = measureOf(text, tokens, k, q, place, governor, indicator, lexicon)
  const continues = last !== undefined && listContinues(text, tokens, last.place.k, k)
  // 分别增加60万人次、4亿元: the differences of a list may have units of their own
  const alike =
    last?.figure.unit === q.unit ||
    (last?.figure.measure === 'change-abs' && last.governor.dist && !isShare(q.unit) && measure === 'level')
  const goesOn = continues && last.figure.role === 'measure' && alike && !governor.change
  if (goesOn) measure = last.figure.measure
  const falls = fallsBy(governor) || (goesOn && last.falls)
  const sign = q.sign < 0 || (falls && measure.startsWith('change')) ? -1 : 1
  if (indicator) indicator = refined(indicator, sought, measure)
  // 增长6.8%（目标6.5%）: the target of the figure before the bracket
  const aim = place.bracket && last !== undefined && AIM.test(text.slice(place.clauseStart, q.start)) ? last.figure : null
  if (aim) [indicator, measure] = [aim.indicator, isShare(aim.unit) === isShare(q.unit) ? aim.measure : measure]
  const status = statusOf(text, tokens, place, statement, q, k)
  const qualifies = role === 'qualifier'
  if (qualifies) carry.qualifiers.add(k)
  const when = qualifies
    ? null
    : periodOf(text, tokens, k, statement, place, measure, status, action, q, context, indicator, last?.figure ?? null)
  const dimension = dimensionOf(q.unit)
  // one literal with its fields in the order of the schema: a figure is made for every number of a text
  const figure: Figure = {
    id: context.nextId(),
    start: q.start,
    end: q.end,
    text: text.slice(q.start, q.end),
    statement: statement.id,
    role,
    ...numbers(q, sign),
    unit: q.unit,
    unitId: dimension ? q.unit.replace('％', '%') : null,
    dimension,
    comparator,
    measure,
    status: when ? (when.status ?? status) : 'context',
    commitment: status === 'target' ? commitmentOf(text, tokens, place) : null,
    period: when && (aim ? yearOfAim(aim.period, when.period) : when.period),
    periodSource: when?.source ?? null,
    baseline: aim && measure === aim.measure ? aim.baseline : (when?.baseline ?? null),
    baselineSource: when?.baselineSource ?? null,
    indicator: qualifies ? null : indicator,
    action: action ? spanOf(text, action) : null,
    place: null,
    scope: q.shape === 'rank' ? scopeOf(text, tokens, place) : null,
    partOf: qualifies ? null : whole,
    cues: cuesOf(text, governor, after?.token ?? null),
  }
  // 占预算103%: a share says of what, it is no subject of its own
  if (figure.indicator && !figure.indicator.text.startsWith('占')) carry.subject = subjectOf(found!, figure.indicator)
  return { figure, place, governor, phrase, action, falls, whole }
}

/** What goes on as the subject: 生产总值跨越3个台阶，达到1.5万亿元 loses its entry for the count of steps alone. */
const subjectOf = (found: Indicator, refined: Indicator): Indicator =>
  found.start === refined.start && found.id !== null ? found : refined

/** The words round the number that decided its fields, in order. */
function cuesOf(text: string, governor: Governor, after: Token | null): Span[] {
  const words = [governor.bound, governor.change, governor.reach, governor.base, after].filter(t => t !== null)
  const cues = words.map(t => spanOf(text, t))
  return cues.length > 1 ? cues.sort((a, b) => a.start - b.start) : cues
}

/** Whether only verbs of decrease govern the number. */
const fallsBy = ({ change }: Governor): boolean => change !== null && (change.flags & DOWN) !== 0 && !(change.flags & UP)

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

/** The figure that this one is a part of: the one before 其中, for every part that the list after it names. */
function wholeOf(text: string, tokens: readonly Token[], place: Place, drafts: readonly Draft[]): string | null {
  const last = drafts[drafts.length - 1]
  if (!last) return null
  for (let j = place.segment; j < place.k; j++)
    if (tokens[j]!.flags & PART) return drafts.findLast(d => d.figure.role === 'measure')?.figure.id ?? null
  return last.whole !== null && isListed(text, tokens, place) ? last.whole : null
}
