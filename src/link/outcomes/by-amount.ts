/** Finds the told amount that answers a promised one: by indicator, else by what is counted. */
import { indicatorOf } from '../../catalogue/indicators.ts'
import type { Document } from '../documents.ts'
import type { Fact } from '../types.ts'
import { amountMarks, amountOdds } from './amount-likeness.ts'
import type { Amount } from './amounts.ts'
import { addedTo, comparable, sameUnit } from './comparable.ts'
import { kindOf, type Pair, samePlace } from './pair.ts'
import { BEFORE, isAct } from './things.ts'
import { commonRun, pairs, plain, shared } from './words.ts'

export interface Answer {
  amount: Amount
  /** `indicator`: same id of the catalogue; `words`: same thing counted; `item`: told under the promise quoted; `beside`: next to another's answer; `stock`: from two stocks; `odds`: in other words. */
  by: 'indicator' | 'words' | 'item' | 'beside' | 'stock' | 'odds'
  /** How alike the words are, 0–1; 1 for the same indicator. */
  likeness: number
}

/** Least likeness of what is counted: at both sides at least half, at one nearly all. */
const LEAST = 0.5
const LEAST_BETTER = 0.75
/** The same of rates, which are told of fewer things than amounts are. */
const LEAST_RATE = 0.58
/** Of the promise's words: what it names and the other leaves out may be what it is about (智能制造标杆企业). */
const LEAST_THERE = 0.55

/** Areas, lengths and masses are said of fewer things than 个: the unit and the deed alike, less of the words will do. */
const LEAST_TELLING = 0.55
const TELLING = new Set(['area', 'length', 'mass', 'volume', 'power', 'energy'])

/** The other side may say more of a rate: 空气优良天数 as 空气质量优良天数比例. */
const LEAST_BACK = 0.38

/** With so much of the words in common the beginning may differ. */
const NEARLY = 0.75

/** The same for what stands beside another answer. */
const LEAST_BESIDE = 0.25

/** Words by which a stock is told, not what was added to it. */
const STOCK = /总数|总量|总计|增至|增加到|达到|达|保有量|累计|共有|已有|拥有/

/** Deeds that add to a stock. */
const ADDS = /^(?:净增|新增|新建|新认定|新培育|新设|新引进|增加|培育|认定|引进|新开工|新组建)/

const isBare = (words: string): boolean => words.length < 2 || isAct(words)

/** The told amount that answers a promised one; null where none does. */
export function answerOf(promised: Amount, period: string, pair: Pair): Answer | null {
  return (
    ofIndicator(promised, period, pair) ??
    ofWords(promised, period, pair) ??
    ofStock(promised, period, pair) ??
    ofOdds(promised, period, pair)
  )
}

/** Least odds, as their logarithm, at which an amount is taken to be the one promised. */
const LEAST_ODDS = 1

/** Amounts that can be the one promised, with the marks of their likeness; none under a promise that a notice quotes. */
export function candidatesFor(promised: Amount, period: string, pair: Pair): { amount: Amount; marks: number[] }[] {
  return (pair.byKind.get(kindOf(promised)) ?? [])
    .filter(amount => amount.clause.about === '' && fits(promised, amount, period, pair) && sameName(promised, amount, pair))
    .map(amount => ({ amount, marks: amountMarks(promised, amount, pair) }))
}

/** What has a name of its own (固定资产投资) is told under most of that name: 实际对外投资 is another thing. */
const LEAST_OF_NAME = 0.5

const sameName = (promised: Amount, told: Amount, { weights }: Pair): boolean =>
  promised.fact.indicator === null || shared(told.pairs, new Set(promised.pairs), weights).share >= LEAST_OF_NAME

/** Measure words that are said of most things; 条 and 座 are said of some. */
const OF_MOST = new Set(['个', '项', '件', '家', '户', '处'])

/** In other words the measure word must speak for the same thing: 20个项目 is not 13条产业链. */
const sameMeasureWord = ({ fact: a }: Amount, { fact: b }: Amount): boolean =>
  a.dimension !== 'count' || a.unit === b.unit || (OF_MOST.has(a.unit) && OF_MOST.has(b.unit))

/** What is told in other words, of like size, in a like sentence. */
function ofOdds(promised: Amount, period: string, pair: Pair): Answer | null {
  let best: Answer | null = null
  let most = LEAST_ODDS
  for (const { amount, marks } of candidatesFor(promised, period, pair)) {
    const odds = amountOdds(marks)
    if (odds <= most || !sameMeasureWord(promised, amount)) continue
    best = { amount, by: 'odds', likeness: 1 / (1 + Math.exp(-odds)) }
    most = odds
  }
  return best
}

function ofIndicator(promised: Amount, period: string, pair: Pair): Answer | null {
  const { fact } = promised
  if (fact.indicator === null) return null
  let best: Answer | null = null
  let bestRank = -1
  for (const amount of pair.byIndicator.get(fact.indicator) ?? []) {
    if (!samePlace(amount.fact.place, fact.place) || !isOf(amount.fact, period, pair)) continue
    if (!sameKinds(amount.kinds, promised.kinds) || !sameDeed(promised, amount) || !sameThing(promised, amount)) continue
    if (isPart(promised, amount) || isShareOfStock(promised, amount, pair) || isOfLess(promised, amount)) continue
    if (isBrought(promised, amount)) continue
    const rank = rankOf(fact, amount.fact, pair.from)
    if (rank > bestRank) {
      best = { amount, by: 'indicator', likeness: 1 }
      bestRank = rank
    }
  }
  return best
}

/** What can be held against the promise before all; what stands for itself before parts (其中). */
function rankOf(wanted: Fact, told: Fact, from: Document): number {
  if (told.measure === 'rank' || told.measure === 'change-points' || told.measure === 'change-abs') return -1
  const same = told.measure === wanted.measure
  if (told.measure === 'change' && wanted.measure !== 'multiple' && !same) return -1
  if (same && !sameUnit(told, wanted)) return -1
  return (
    (same ? 8 : 0) +
    (comparable(wanted, told, from) ? 4 : 0) +
    (told.partOf === null ? 2 : 0) +
    (told.status === 'actual' ? 1 : 0) +
    // 10大类55项: the kinds and the things
    (told.unit === wanted.unit ? 0.5 : 0)
  )
}

/** Names of the catalogue gather wordings that count different things (断头路, 市政道路): things counted share a word. */
function sameThing(promised: Amount, told: Amount): boolean {
  if (promised.fact.dimension !== 'count' || promised.fact.measure !== 'level') return true
  const words = new Set(pairs(plain(told.figure.indicator!.text)))
  return pairs(plain(promised.figure.indicator!.text)).some(pair => words.has(pair))
}

/** Whether what is told is of the promise's time: the whole of it, or (in a notice) a part. */
function isOf(told: Fact, period: string, pair: Pair): boolean {
  if (told.period === period) return true
  return pair.to.document.kind === 'notice' && told.period.startsWith(period)
}

/** 其中新开工57个 is not answered by the whole. */
const isPart = (promised: Amount, told: Amount): boolean => promised.fact.partOf !== null && told.fact.partOf === null

/** 累计达到44万亩 is not answered by what a notice tells of the quarter. */
const isShareOfStock = (promised: Amount, told: Amount, pair: Pair): boolean =>
  pair.to.within &&
  promised.fact.measure === 'level' &&
  promised.fact.dimension !== 'percent' &&
  STOCK.test(promised.clause.text) &&
  !STOCK.test(told.clause.text) &&
  told.deed === ''

/** 中欧班列带动进出口415亿元 is what one thing brought, and not the whole. */
const BROUGHT = /带动|拉动|撬动/

const brought = ({ figure }: Amount): boolean => BROUGHT.test(`${figure.action?.text ?? ''}${figure.indicator!.text}`)

const isBrought = (promised: Amount, told: Amount): boolean => brought(told) && !brought(promised)

/** What stands before the indicator's name in its words: 沿边临港产业园区 of 工业投资. */
function scopeOf({ fact, figure }: Amount): string {
  const words = figure.indicator!.text.replace(SCOPE, '')
  for (let i = 0; i < words.length; i++) if (indicatorOf(words.slice(i))?.id === fact.indicator) return words.slice(0, i)
  return ''
}

/** Two indicators that both have a name, and not the same. */
const isOther = (a: Fact, b: Fact): boolean => a.indicator !== null && b.indicator !== null && a.indicator !== b.indicator

/** Words that say whose total it is. */
const SCOPE = /^(?:全[市省县区国州旗盟]|[我本][市省县区国]|[市省县区])/

/** The indicator of a part (产业园区工业投资) is none of the whole. */
function isOfLess(promised: Amount, told: Amount): boolean {
  const scope = scopeOf(told)
  return scope.length >= LEAST_SCOPE && !promised.figure.indicator!.text.includes(scope)
}

/** Shorter words before a name are ways to say it. */
const LEAST_SCOPE = 4

const adds = (a: Amount): boolean => ADDS.test(a.deed) || ADDS.test(a.figure.indicator!.text)

/** So many times what was promised is a stock. */
const MUCH_MORE = 5

/** 新增100家 is not answered by 达到1306家: one adds to a stock, the other is the stock. */
function sameDeed(promised: Amount, told: Amount): boolean {
  if (promised.fact.measure !== 'level' || told.fact.measure !== 'level') return true
  // 建设高标准农田300万亩 is not answered by 高标准农田达到4800万亩: so much more is all there is
  const all = promised.deed !== '' && told.deed === '' && STOCK.test(told.clause.text)
  if (all && (told.fact.value ?? 0) > (promised.fact.value ?? 0) * MUCH_MORE) return false
  const one = adds(promised)
  const other = adds(told)
  if (one === other) return true
  const stock = one ? told : promised
  return stock.deed !== '' ? !STOCK.test(stock.deed) : !STOCK.test(stock.clause.text)
}

/** Whether a told amount can be the one promised, whatever its words: same place, time and kind of thing. */
function fits(promised: Amount, told: Amount, period: string, pair: Pair): boolean {
  const { fact, clause } = told
  if (!samePlace(fact.place, promised.fact.place) || !isOf(fact, period, pair)) return false
  if (isOther(promised.fact, fact) || (fact.indicator !== null && isOfLess(promised, told))) return false
  if (isPart(promised, told) || isShareOfStock(promised, told, pair) || isBrought(promised, told)) return false
  const kinds = told.kinds || (clause.about !== '' ? promised.kinds : '')
  return sameKinds(promised.kinds, kinds) && sameDeed(promised, told)
}

function ofWords(promised: Amount, period: string, pair: Pair): Answer | null {
  let best: Answer | null = null
  const context = new Set([...pairs(promised.clause.plain), ...promised.pairs])
  for (const amount of pair.byKind.get(kindOf(promised)) ?? []) {
    if (!fits(promised, amount, period, pair)) continue
    const likeness = alike(promised, amount, context, pair)
    if (likeness === null || (best && best.likeness >= likeness)) continue
    best = { amount, by: amount.clause.about ? 'item' : 'words', likeness }
  }
  return best && { ...best, amount: summed(promised, best.amount, context, pair) }
}

/** 世界500强、中国500强或上市公司的项目不少于3个 is answered by the sum of what is told of each kind in one clause. */
function summed(promised: Amount, told: Amount, context: ReadonlySet<string>, pair: Pair): Amount {
  if (!/[、或]/.test(promised.figure.indicator!.text)) return told
  const parts = (pair.byKind.get(kindOf(promised)) ?? []).filter(
    a => a.clause === told.clause && a.fact.value !== null && shared(a.pairs, context, pair.weights).share >= LEAST_BETTER,
  )
  if (parts.length < 2) return told
  const sum = (of: (fact: Fact) => number) => parts.reduce((n, p) => n + of(p.fact), 0)
  const fact: Fact = {
    ...told.fact,
    value: sum(f => f.value!),
    interval: [sum(f => f.value!), sum(f => f.value!)],
    written: parts.map(p => p.fact.written).join('+'),
  }
  return { ...told, fact }
}

/** A stock told at the end of the year answers what was to be added, where the promising report tells the stock before. */
function ofStock(promised: Amount, period: string, pair: Pair): Answer | null {
  const { fact } = promised
  if (fact.measure !== 'level' || !adds(promised) || pair.to.within) return null
  for (const amount of pair.byKind.get(kindOf(promised)) ?? []) {
    const same = fact.indicator !== null ? amount.fact.indicator === fact.indicator : amount.subject === promised.subject
    if (!same || amount.fact.indicator === null) continue
    const told = amount.fact
    if (told.measure !== 'level' || told.period !== period || adds(amount) || !samePlace(told.place, fact.place)) continue
    const added = told.comparator === 'eq' ? addedTo(told, pair.from) : null
    if (added) return { amount: { ...amount, fact: added }, by: 'stock', likeness: 1 }
  }
  return null
}

/** The amount of the statements given that counts the like and shares a word with what is promised; null where none does. */
export function beside(
  promised: Amount,
  period: string,
  statements: ReadonlySet<string>,
  used: ReadonlySet<string | null>,
  pair: Pair,
): Answer | null {
  for (const amount of pair.byKind.get(kindOf(promised)) ?? []) {
    if (!statements.has(amount.clause.statement.id) || used.has(amount.figure.id)) continue
    if (!sameUnit(amount.fact, promised.fact) || !isOf(amount.fact, period, pair)) continue
    if (!samePlace(amount.fact.place, promised.fact.place) || !sameKinds(promised.kinds, amount.kinds)) continue
    if (isOther(promised.fact, amount.fact)) continue
    const { share } = shared(promised.pairs, new Set(amount.pairs), pair.weights)
    const back = shared(amount.pairs, new Set(promised.pairs), pair.weights).share
    const same =
      share > 0 && (amount.fact.value === promised.fact.value || amount.subject.slice(-2) === promised.subject.slice(-2))
    if ((same || Math.min(share, back) >= LEAST_BESIDE) && adds(promised) === adds(amount) && !isPart(promised, amount))
      return { amount, by: 'beside', likeness: Math.max(share, 0.5) }
  }
  return null
}

/** How alike the better side must be: less for units and measures that are said of fewer things. */
function leastOf({ fact, deed }: Amount, told: Amount, sameLead: boolean): number {
  if (TELLING.has(fact.dimension ?? '') && deed === told.deed) return LEAST_TELLING
  return sameLead && fact.measure === 'change' ? LEAST_RATE : LEAST_BETTER
}

/** How alike two amounts are by what they count; null where too little. */
function alike(promised: Amount, told: Amount, context: ReadonlySet<string>, pair: Pair): number | null {
  const { clause } = told
  const item = clause.about !== ''
  const there = shared(promised.pairs, clause.pairs, pair.weights).share
  if (item) {
    // under the promise as the notice quotes it, 已签约6个 leaves out what is signed
    const bare = isBare(told.subject)
    const back = bare ? 1 : shared(told.pairs, context, pair.weights).share
    return there >= LEAST_BETTER && back > 0 ? there * (bare ? 1 : 0.8 + 0.2 * back) : null
  }
  if (isShort(promised.subject, told.subject, promised.fact.value === told.fact.value ? 2 : 1)) return CONTRACTED
  if (isHeadOf(promised.subject, told.subject)) return SHORTENED
  const back = shared(told.pairs, context, pair.weights).share
  const run = commonRun(promised.subject, told.subject).length
  const need = Math.min(3, promised.subject.length, told.subject.length)
  if (run < need) return null
  // a thing differs by its beginning: 燃气老旧管网 is not 城镇老旧管网
  const lead = promised.subject.replace(BEFORE, '').slice(0, 2)
  if (there < NEARLY && !clause.pairs.has(lead)) return null
  const better = leastOf(promised, told, clause.pairs.has(lead))
  const leastBack = promised.fact.dimension === 'percent' && there >= NEARLY ? LEAST_BACK : LEAST
  if (there < LEAST || back < leastBack || there < LEAST_THERE || Math.max(there, back) < better) return null
  return (there + back) / 2
}

/** 市政路 is short for 市政道路: the same beginning, and all its characters in their order. */
function isShort(a: string, b: string, left: number): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (short.length < 3 || long.length > short.length + left) return false
  if (!long.startsWith(short.slice(0, 2)) || !long.endsWith(short.at(-1)!)) return false
  let i = 0
  for (const c of long) if (c === short[i]) i++
  return i === short.length
}

const CONTRACTED = 0.8

/** 合作助老餐厅和助餐点 told as 助老餐厅: what the name ends in, and most of it. */
function isHeadOf(promised: string, told: string): boolean {
  const parts = promised.split(/(?<=.{3})[和与及、](?=.{3})/)
  return told.length >= 4 && parts.some(part => part.endsWith(told) && told.length * 2 > part.length)
}

const SHORTENED = 0.75

const sameKinds = (a: string, b: string): boolean => {
  const one = new Set(a.split(' '))
  const other = new Set(b.split(' '))
  return [...one].every(x => other.has(x)) && [...other].every(x => one.has(x))
}
