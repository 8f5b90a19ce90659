/**
 * Which indicator a figure has. Two tables of steps: where the indicator comes from, tried in turn until one
 * answers, and what is then set right about it. Each step says one thing and can be read alone.
 */
import {
  ACT,
  DOWN,
  HEAD,
  INDICATOR,
  type IndicatorEntry,
  type Lexicon,
  NOUN,
  PART,
  SCOPE,
  TIME,
  TO,
  UP,
  unitFits,
  WEAK,
} from '../catalogue/lexicon.ts'
import { clauseAhead, type Place, REACH } from './clause.ts'
import { KEPT, MEASURE_NOUN, type Phrase, TOLD } from './noun.ts'
import type { Quantity } from './quantity.ts'
import { circumstance, generic, named } from './subject.ts'
import { T_LIST, T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'
import { openingTopic } from './topic.ts'
import type { Figure, Indicator, Measure } from './types.ts'

/** What the steps look at. */
export interface Sought {
  text: string
  tokens: readonly Token[]
  lexicon: Lexicon
  place: Place
  q: Quantity
  /** The phrase found round the number, and its verb. */
  phrase: Phrase | null
  action: Token | null
  /** Whether a word says that the number was reached: 提高到, 达. */
  reaches: boolean
  /** The subject spoken of last in this statement, and the one that the sentence before ended with. */
  carried: Indicator | null
  before: Indicator | null
  /** The figure before this one in the statement. */
  last: Figure | null
  /** Where the words of the statement begin. */
  from: number
}

/** The own phrase where it names something; null where it is missing, a verb alone or a word such as 增速. */
function own(s: Sought): Indicator | null {
  if (!s.phrase) return null
  const indicator = named(s.text, s.phrase, s.lexicon)
  // 1200万人参保: what they did, where the subject carried is not of persons
  const follows = s.phrase.start >= s.q.end && s.last?.unit !== s.q.unit
  if (verbOnly(indicator, s.lexicon) && follows && PERSONS.test(s.q.unit)) return indicator
  if (verbOnly(indicator, s.lexicon)) return s.carried ? null : (topicBefore(s) ?? indicator)
  return generic(s.text, indicator) ? null : indicator
}

const PERSONS = /^(人|名|人次)$/

function verbOnly(indicator: Indicator, lexicon: Lexicon): boolean {
  const flags = lexicon.trie.flags[lexicon.trie.find(indicator.text)]!
  return (flags & (ACT | WEAK)) !== 0 && (flags & (NOUN | INDICATOR | HEAD)) === 0
}

/** 占国内生产总值比重从1.07%提高到1.49%: both ends of one change are of the same thing. */
function otherEnd({ place, phrase, last, reaches, tokens }: Sought): Indicator | null {
  if (phrase || !reaches || last?.status !== 'context' || place.previous < 0) return null
  return tokens[place.previous]!.start === last.start ? last.indicator : null
}

/** 化学需氧量、二氧化硫排放量首次双下降，比上年分别下降…: a clause without a number has named the subject since. */
function clauseSince(s: Sought): Indicator | null {
  const clause = s.last ? subjectBefore(s, s.last.end) : null
  return clause && clause.start >= s.last!.end ? clause : null
}

/** 粮食生产再获丰收，总产达到557亿斤: the indicator that an earlier clause of the sentence speaks of. */
function spokenOf({ text, tokens, place, lexicon }: Sought): Indicator | null {
  for (let j = place.clause - 1; j >= 0 && j >= place.clause - REACH; j--) {
    const t = tokens[j]!
    if (t.type === T_STOP && text[t.start] === '。') return null
    if (t.type === T_WORD && t.flags & INDICATOR) return named(text, { start: t.start, end: t.end, action: null }, lexicon)
  }
  return null
}

/** 人口覆盖率，由1997年的65%提高到…: the clause before names what rose. */
function clauseBefore(s: Sought): Indicator | null {
  const { text, tokens, place, q, from, lexicon } = s
  if (q.unit === '' && q.shape !== 'structure') return null
  if (!/^[将已则]?[由从]/.test(text.slice(place.clauseStart, place.clauseStart + 2))) return null
  const ahead = clauseAhead(text, tokens, place.clause, from)
  if (!ahead) return null
  const { first, stop, start } = ahead
  const opens = opening(s, first, stop)
  if (opens) return opens
  // 产业结构有所改善，由…调整为…: without what is told of it
  const whole = MEASURE_NOUN.test(text.slice(start, ahead.end))
  const verb = whole
    ? undefined
    : tokens.slice(first, stop).find(t => t.start - start >= 2 && !(t.flags & KEPT) && t.flags & TOLD)
  const end = verb ? verb.start : ahead.end
  return end - start >= 2 && end - start <= 40 ? named(text, { start, end, action: null }, lexicon) : null
}

/**
 * 职工养老保险缴费比例，各地可降至16%; 钢：从135万吨增加到412万吨: the clause right before is a noun that the number is said of.
 */
function topic({ text, tokens, place, from, lexicon, phrase, reaches, last }: Sought): Indicator | null {
  if (phrase) return null
  const ahead = clauseAhead(text, tokens, place.clause, from, reaches ? COLON_OR_COMMA : COLON)
  if (!ahead) return null
  const { first, end } = ahead
  const colon = COLON.test(text[end]!)
  for (let j = first; j < ahead.stop; j++)
    if (isVerbal(tokens[j]!) && !(j === first && opensChange(tokens[j]!, ahead.start))) return null
  const start = isVerb(tokens[first]!, UP | DOWN) ? tokens[first]!.end : skipBlanks(text, ahead.start)
  if (end <= start || (last !== null && last.end > start)) return null
  const words = text.slice(start, end)
  if (colon ? words.length > 6 || NO_TOPIC.test(words) : words.length > 20 || !MEASURE_NOUN.test(words)) return null
  return named(text, { start, end, action: null }, lexicon)
}

const isVerb = (t: Token, flags: number): boolean => t.type === T_WORD && !(t.flags & KEPT) && (t.flags & flags) !== 0
const isVerbal = (t: Token): boolean => isVerb(t, ACT | WEAK | UP | DOWN | TO)

/** 下调缴费比例，各地可降至16%: a verb of change at the head of the clause. */
const opensChange = (t: Token, start: number): boolean => (t.flags & (UP | DOWN)) !== 0 && t.start === start

const COLON = /[：:]/
const COLON_OR_COMMA = /[：:，,]/
/** What stands before a colon and is said of all that follows. */
const NO_TOPIC = /[^\u4e00-\u9fff]|目标|任务|如下|指标|情况|方面|要求|成就|代表|其中|[是有为的]$/
function skipBlanks(text: string, i: number): number {
  while (/\s/.test(text[i] ?? '')) i++
  return i
}
/** …；提高企业退休人员养老金，人均增加1680元: after a semicolon the indicator spoken of since goes before the subject of what it closed. */
function sinceSemicolon(s: Sought): Indicator | null {
  if (!s.last || !/[；;]/.test(s.text.slice(s.last.end, s.q.start))) return null
  const found = spokenOf(s)
  return found && /[；;]/.test(s.text.slice(s.last.end, found.start)) ? found : null
}

/** 农村公路建设掀起高潮，新修2.4万公里: for a verb alone, what the clause before opens with. */
function topicBefore({ text, tokens, place, lexicon, from }: Sought): Indicator | null {
  const ahead = clauseAhead(text, tokens, place.clause, from)
  return ahead && openingTopic(text, tokens, ahead.first, ahead.stop, ahead.start, lexicon)
}

/** Where an indicator comes from, in the order tried. */
const SOURCES: readonly ((s: Sought) => Indicator | null)[] = [
  own,
  otherEnd,
  clauseBefore,
  clauseSince,
  topic,
  sinceSemicolon,
  s => s.carried,
  spokenOf,
  s => (s.phrase && !circumstance(s.text, s.phrase) ? named(s.text, s.phrase, s.lexicon) : null),
  s => s.before,
]

/**
 * The subject of the nearest clause before that holds no number and opens with an indicator of the catalogue;
 * not looked for before `floor`, nor over the end of the sentence.
 */
function subjectBefore(s: Sought, floor: number): Indicator | null {
  const { text, tokens, place } = s
  let end = place.clause - 1
  while (end >= 0 && tokens[end]!.start >= floor) {
    const stop = tokens[end]!
    if (stop.type !== T_STOP || !/[，,]/.test(text[stop.start]!)) return null
    let j = end - 1
    while (j >= 0 && j > end - 40 && tokens[j]!.type !== T_STOP && tokens[j]!.type !== T_QUANTITY) j--
    if (j < 0 || tokens[j]!.type !== T_STOP) return null
    const found = opening(s, j + 1, end)
    if (found) return found
    end = j
  }
  return null
}

/** The indicator, or the list of them, that opens the clause of the tokens from `j` up to `end`. */
function opening({ text, tokens, lexicon, from }: Sought, j: number, end: number): Indicator | null {
  while (j < end && tokens[j]!.type === T_WORD && tokens[j]!.flags & (SCOPE | TIME | PART) && !(tokens[j]!.flags & INDICATOR)) j++
  const first = tokens[j]
  const clauseStart = tokens[j - 1]?.end ?? from
  if (j >= end || first!.start !== clauseStart) return null
  let to = -1
  for (let at = clauseStart; j < end; j++) {
    const t = tokens[j]!
    if (t.start !== at || (t.type !== T_LIST && !(t.flags & INDICATOR))) break
    at = t.end
    if (t.type !== T_LIST) to = t.end
  }
  return to < 0 ? null : named(text, { start: clauseStart, end: to, action: null }, lexicon)
}

/**
 * The indicator of a figure, as found in the text.
 * @param s what was found round the number
 * @returns the first source that answers, or null where the text names nothing
 */
export function indicatorOf(s: Sought): Indicator | null {
  for (const source of SOURCES) {
    const found = source(s)
    if (found) return found
  }
  return null
}

const entryOf = (form: string, lexicon: Lexicon): IndicatorEntry | undefined => lexicon.indicator.get(lexicon.trie.find(form))
const without = (indicator: Indicator): Indicator => ({ ...indicator, id: null, name: null })
const withEntry = (indicator: Indicator, entry: IndicatorEntry): Indicator => ({ ...indicator, id: entry.id, name: entry.name })

/** A share of tax revenue is not tax revenue. */
function shareOf(indicator: Indicator, s: Sought): Indicator {
  if (!s.phrase || indicator.start === s.phrase.start) return indicator
  return /占比|比重/.test(s.text.slice(s.phrase.start, s.phrase.end)) ? without(indicator) : indicator
}

/** GDP达500亿元，人均达到5万元: per head is another indicator than the one carried. */
function perHead(indicator: Indicator, s: Sought): Indicator {
  const at = s.place.segmentStart
  return s.phrase === null && indicator.id && PER_HEAD.test(s.text.slice(at, at + 2)) ? without(indicator) : indicator
}

/** Words that turn a carried subject into one per head. */
const PER_HEAD = /^(人均|户均|亩均|村均|地均)/

/** 投资增长7%: a wording that names the indicator only where a rate is stated; 产量 of the crop named before. */
function wider(indicator: Indicator, s: Sought, measure: Measure): Indicator {
  if (indicator.id) return indicator
  const entry =
    measure === 'change' && s.lexicon.growth.has(indicator.text)
      ? s.lexicon.growth.get(indicator.text)
      : [s.carried, spokenOf(s), s.before].map(subject => headOf(indicator.text, subject, s.lexicon)).find(each => each)
  return entry ? withEntry(indicator, entry) : indicator
}

/** 粮食播种面积3320万亩、产量1285万吨: a bare head takes what the subject before is of. */
function headOf(head: string, subject: Indicator | null, lexicon: Lexicon): IndicatorEntry | null {
  if (!subject || !/^(总?产量|总产|单产|产值|增加值|面积|销售额|销量|投资额?|收入|出栏|存栏)$/.test(head)) return null
  for (let n = Math.min(subject.text.length, 16); n >= 2; n--) {
    const entry = lexicon.indicator.get(lexicon.trie.find(subject.text.slice(0, n) + head))
    if (entry) return entry
  }
  return null
}

/** 新增高新技术企业5家: what is new is not the stock of the catalogue. */
function onlyNew(indicator: Indicator, s: Sought): Indicator {
  if (!s.action || !indicator.id || !STOCK.test(s.q.unit)) return indicator
  return NEW_ONES.test(s.text.slice(s.action.start, s.action.end)) ? without(indicator) : indicator
}

/** 新登记320万户、增长13%: the growth of what is new is not that of the stock. */
function growthOfNew(indicator: Indicator, s: Sought, measure: Measure): Indicator {
  if (measure !== 'change' || s.phrase !== null || !s.last?.action || s.last.indicator?.start !== indicator.start)
    return indicator
  return NEW_ONES.test(s.last.action.text) && STOCK.test(s.last.unit) ? without(indicator) : indicator
}

const NEW_ONES =
  /^(新增|新认定|认定|净增|培育|新培育|新培育认定|引进|新引进|招引|新登记|新注册|新评定|评定|获批|新获批|入选|晋升)/
const STOCK = /^(家|个|户|所|座|处)$/

/** 29.3部 is no number of the households that have a telephone: a unit that the indicator cannot have. */
function fitting(indicator: Indicator, s: Sought, measure: Measure): Indicator {
  if (measure !== 'level' && measure !== 'change-abs') return indicator
  if (unitFits(s.lexicon.entry.get(indicator.id!)!.unit, s.q.unit)) return indicator
  // 空气质量优良天数92.9%: the share of what the words count
  const share = s.q.unit === '%' || s.q.unit === '％' ? entryOf(`${indicator.name}比例`, s.lexicon) : undefined
  return share ? withEntry(indicator, share) : without(indicator)
}

/** What is set right about an indicator that has an entry, in order. */
const REFINEMENTS: readonly ((indicator: Indicator, s: Sought, measure: Measure) => Indicator)[] = [
  shareOf,
  perHead,
  wider,
  onlyNew,
  growthOfNew,
  (indicator, s, measure) => (indicator.id ? fitting(indicator, s, measure) : indicator),
]

/**
 * The indicator with the entry of the catalogue that it has for this measure.
 * @param indicator as `indicatorOf` found it
 */
export function refined(indicator: Indicator, s: Sought, measure: Measure): Indicator {
  let out = indicator
  for (const refine of REFINEMENTS) out = refine(out, s, measure)
  return out
}
