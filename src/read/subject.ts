/** The indicator of a figure: the phrase before the number or after it, and the catalogue's entry for it. */
import {
  ACT,
  ADVERB,
  BEFORE,
  DOWN,
  type IndicatorEntry,
  type Lexicon,
  PRED,
  RANKV,
  SCOPE,
  STATE,
  TIME,
  UP,
  VADV,
  WEAK,
} from '../catalogue/lexicon.ts'
import type { Governor, Place } from './clause.ts'
import { phraseAfter } from './counted.ts'
import { canonical } from './indicator.ts'
import { DURATION, followsNoun, isCounter } from './measure.ts'
import type { Phrase } from './noun.ts'
import { phraseBefore } from './phrase.ts'
import type { Quantity } from './quantity.ts'
import { T_BASE, T_LIST, T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'
import type { Indicator } from './types.ts'
import { STEPS } from './values.ts'

/** The noun phrase that names what the quantity measures. */
export function choosePhrase(
  text: string,
  tokens: readonly Token[],
  k: number,
  q: Quantity,
  place: Place,
  governor: Governor,
  limit: number,
): Phrase | null {
  // 达到5.53万亿元、稳居全国前十、增长4.8%: a place in a ranking is no subject of what is not one
  const ranking = q.shape !== 'rank' && /^[\u4e00-\u9fff]?[居列]$/.test(firstWord(text, tokens, place, RANKV))
  const before = ranking ? null : phraseBefore(text, tokens, place, governor.subjectEnd)
  // 在168个重点城市中列第18位: the field is not what is ranked
  if (q.shape === 'rank' && before && text[place.segmentStart] === '在')
    if (text[before.end] !== '中' || /\d/.test(text.slice(before.start, before.end))) return null
  const counted = q.shape === 'plain' || q.shape === 'range'
  if (!counted || q.unit === '倍' || q.unit === '个百分点') return before
  const percent = q.unit === '%' || q.unit === '％'
  const beforeText = before ? text.slice(before.start, before.end) : ''
  if (DURATION.has(q.unit) && q.unit === '年' && /连续$/.test(text.slice(place.segmentStart, q.start))) {
    return before && beforeText !== '连续' ? before : continuousAfter(text, tokens, k, limit)
  }
  // 向银行争取3亿元的支持: the money of what follows
  const given = /元$/.test(q.unit) ? GIVEN.exec(text.slice(q.end, q.end + 8)) : null
  if (given) return { start: q.end + 1, end: q.end + given[0].length, action: before?.action ?? null }
  // 迈上4个万亿元台阶: the steps are those of what climbs them
  if (before && q.unit === '个' && STEPS.test(text.slice(q.end, q.end + 14))) return before
  const governed = governor.change !== null || governor.reach !== null
  const next = tokens[k + 1]
  // 10大类52项民生实事: two counts of the same thing
  if (
    next &&
    next.type === T_QUANTITY &&
    next.start === q.end &&
    isCounter(q.unit) &&
    (!before || (!next.quantity!.numeral.bare && onlyVerb(tokens, place, before)))
  )
    return phraseAfter(text, tokens, k + 1, limit)
  // 监测对象2613户5894人全部实现帮扶: households and their people, whom the same noun before them names
  if (!before && q.unit === '人' && pairedHouseholds(text, tokens, k, place)) return null
  // 1.2万户、150万平方米棚改任务: what follows the second count is what both are of
  const beside = next?.type === T_LIST && next.start === q.end ? tokens[k + 2] : undefined
  if (
    !before &&
    beside?.type === T_QUANTITY &&
    beside.start === next!.end &&
    beside.quantity!.unit !== q.unit &&
    isCounter(q.unit) &&
    isCounter(beside.quantity!.unit) &&
    followsNoun(text, tokens, k + 2, beside.quantity!)
  )
    return phraseAfter(text, tokens, k + 2, limit)
  const size = q.numeral.bare || q.unit === '' ? /^(级|台阶|规模)/ : /^台阶/
  if (before && size.test(text.slice(q.end, q.end + 2)) && (governor.bound || governor.reach)) return before
  const direct = !governed || (governor.reach === null && before === null)
  if (direct && followsNoun(text, tokens, k, q)) {
    const after = phraseAfter(
      text,
      tokens,
      k,
      limit,
      percent || (q.unit === '次' && (!before || /先后$/.test(text.slice(place.segmentStart, q.start)))),
      makes(text, tokens, k),
    )
    if (after) {
      const money = /元$/.test(q.unit)
      // 建成总长9公里的道路: a measure of what follows, though a verb stands before it
      if (before && text[after.start - 1] === '的' && DESCRIBES.test(beforeText)) return before
      // 奶牛存栏20多万头的大市: what follows 的 is described by the number, not counted
      const which = percent && verbNear(text, tokens, place)
      if (before && !before.action && !which && text[after.start - 1] === '的' && !onlyVerb(tokens, place, before)) return before
      // 每年设立400万元防贫保险: money under a verb is the money of what follows
      if (money && gives(text, tokens, k)) return { ...upToUse(text, after), action: tokens[k - 1]! }
      const list = before !== null && (/[、]/.test(beforeText) || listBefore(text, q.start))
      if (!before || ((list || isCounter(q.unit)) && !money && !percent)) {
        const action = before?.action ?? leadingAction(tokens, place, governor) ?? after.action
        return { ...after, action }
      }
    } else if (!before && isCounter(q.unit) && q.unit !== '次' && governs(tokens, k)) {
      // 推出35个对接大市场的重点平台: what was put forward is a noun, whatever verb it begins with
      const object = phraseAfter(text, tokens, k, limit, true)
      if (object) return { ...object, action: tokens[k - 1]! }
    }
  }
  // 惠及90%的在校生: a verb alone is no subject where the noun follows
  const bareVerb = before === null || (before.action === null && onlyVerb(tokens, place, before)) || verbNear(text, tokens, place)
  if (percent && bareVerb && text[q.end] === '的') {
    const after = phraseAfter(text, tokens, k, limit)
    if (after) return { ...after, action: leadingAction(tokens, place, governor) }
  }
  if (!before && /^(人|名|户|人次|位|多人|余人)$/.test(q.unit)) {
    const did = doing(tokens, k, limit)
    if (did) return did
  }
  // 38天成功牵手: how long a deed took
  if (!before && SPENT.test(q.unit) && !/(连续|至|到|于|在|为)$/.test(text.slice(place.segmentStart, q.start))) {
    const did = took(tokens, k, limit)
    if (did) return did
  }
  if (before) return before
  const led = leadingAction(tokens, place, governor)
  // 统筹20亿元实施重大专项: with no verb before it, what is done with it
  const did = led || !/元$/.test(q.unit) ? null : doing(tokens, k, limit)
  if (did) return did
  const verb = led ?? verbAfter(tokens, k)
  return verb ? { start: verb.start, end: verb.end, action: verb } : null
}

function firstWord(text: string, tokens: readonly Token[], place: Place, flag: number): string {
  const token = tokens[place.segment]
  const first = token && token.type === T_WORD && token.flags & flag && token.start === place.segmentStart
  return first ? text.slice(token.start, token.end) : ''
}
/** Nouns that measure the thing named after them. */
const DESCRIBES = /^(总长度?|全长|总里程|总?面积|总?建筑面积|总?占地(面积)?|总?库容|总?装机(容量)?|设计能力)$/

/** Whether a verb of making stands right before the number, so that all that follows is its object. */
const makes = (text: string, tokens: readonly Token[], k: number): boolean =>
  governs(tokens, k) && MAKING.test(text.slice(tokens[k - 1]!.start, tokens[k - 1]!.end))

const MAKING =
  /^(打造|建设|(?:新建|改建|扩建|改造|新改建|改扩建)+|建成|创建|新增|实施|谋划实施|滚动实施|推进|加快推进|开展|启动|启动实施|出台|推出|制定|认定|布局|组建|设立)$/

/** Whether an act stands right before the number. */
const governs = (tokens: readonly Token[], k: number): boolean =>
  tokens[k - 1] !== undefined && tokens[k - 1]!.end === tokens[k]!.start && (tokens[k - 1]!.flags & ACT) !== 0

/** 国债支持灾后重建: what the money is, without what it is for. */
function upToUse(text: string, phrase: Phrase): Phrase {
  const use = /(用于|支持|帮助|保障|推动|促进|扶持)/.exec(text.slice(phrase.start, phrase.end))
  return use && use.index >= 2 ? { ...phrase, end: phrase.start + use.index } : phrase
}

const listBefore = (text: string, at: number): boolean => /等(多个|多家)?$/.test(text.slice(Math.max(0, at - 3), at))

function continuousAfter(text: string, tokens: readonly Token[], k: number, limit: number): Phrase | null {
  const next = tokens[k + 1]
  if (
    next &&
    next.type === T_WORD &&
    next.start === tokens[k]!.end &&
    (next.flags & (STATE | BEFORE | UP | DOWN | TIME | RANKV) || AWARDED.test(text.slice(next.start, next.end)))
  ) {
    // 连续三年增加企业退休人员养老金: what was raised
    if (next.flags & (UP | DOWN) && text[next.end - 1] !== '于' && raises(tokens, k))
      return phraseAfter(text, tokens, k + 1, limit, true)
    // 连续14年保持命案全破 names what was kept, 连续12年稳定在500亿斤 does not
    const named = /^(保持|实现)$/.test(text.slice(next.start, next.end)) || AWARDED.test(text.slice(next.start, next.end))
    for (let j = k + 2; named && tokens[j] && tokens[j]!.type !== T_STOP; j++) if (tokens[j]!.type === T_QUANTITY) return null
    return named ? phraseAfter(text, tokens, k + 1, limit, true) : null
  }
  const after = phraseAfter(text, tokens, k, limit, true)
  if (!after || text[after.start] !== '在') return after
  // 连续3年在首个工作日召开大会: where and when it was done is no part of it
  const verb = tokens
    .slice(k + 1, k + 12)
    .find(t => t.start > after.start && t.end < after.end && t.type === T_WORD && t.flags & ACT)
  return verb ? { ...after, start: verb.start } : after
}

/** Whether what follows the verb after the years at `k` goes on with a noun and no number to the end of its clause. */
function raises(tokens: readonly Token[], k: number): boolean {
  const verb = tokens[k + 1]!
  const next = tokens[k + 2]
  if (!next || next.type === T_STOP || next.start > verb.end + 4) return false
  for (let j = k + 2; tokens[j] && tokens[j]!.type !== T_STOP; j++) if (tokens[j]!.type === T_QUANTITY) return false
  return true
}

/** What money is given as. */
const GIVEN = /^的(资金|信贷|财政|专项)?(支持|扶持|补助|补贴|资助|奖励|贷款|授信)/

/** Verbs of being honoured: the honour is what the years are of. */
const AWARDED = /^(获得?|荣获|获评|被评为|评为|蝉联|入选|荣膺|被命名为|位列|跻身)$/

/** Whether a verb of giving, setting up or raising money stands right before the quantity. */
function gives(text: string, tokens: readonly Token[], k: number): boolean {
  const last = tokens[k - 1]
  if (!last || last.end !== tokens[k]!.start) return false
  // 增发1万亿元国债, 拿出1800万元补偿基金; but not 安排450亿元支持…
  const next = tokens[k + 1]
  const verb = next?.start === tokens[k]!.end && next.type === T_WORD && (next.flags & (ACT | WEAK | PRED | VADV | STATE)) !== 0
  return (
    (last.flags & ACT &&
      !verb &&
      !text.startsWith('投入', last.end - 2) &&
      /^(?!用于|用来|支持|作为|左右|以上|以内|等|为|对|给|来|的)[\u4e00-\u9fff]{2}/.test(
        text.slice(tokens[k]!.end, tokens[k]!.end + 2),
      )) ||
    /(设立|发放|拨付|安排|争取|争得|落实|下达|发行|兑现|减免|筹集|筹措|清欠|化解|争取到|新增|提供|授信|募集|补助|撬动|带动)$/.test(
      text.slice(last.start, last.end),
    )
  )
}

/** 34万人得到城乡最低生活保障: of people without a subject, what they did or got. */
function doing(tokens: readonly Token[], k: number, limit: number): Phrase | null {
  const next = tokens[k + 1]
  if (!next || next.start !== tokens[k]!.end || next.type !== T_WORD || !(next.flags & (PRED | ACT | WEAK | VADV))) return null
  let end = next.end
  for (let j = k + 2; ; j++) {
    const t = tokens[j]
    const to = t ? t.start : limit
    end = Math.max(end, to)
    if (!t || t.type === T_STOP || t.type === T_LIST || t.type === T_QUANTITY || t.type === T_BASE) break
    end = t.end
  }
  return end - next.start >= 2 && end - next.start <= 16 ? { start: next.start, end, action: null } : null
}

/** Whether households stand right before the people at `k`, with what both are of before them in the clause. */
function pairedHouseholds(text: string, tokens: readonly Token[], k: number, place: Place): boolean {
  const households = tokens[k - 1]
  const noun = tokens[k - 2]
  if (households?.quantity?.unit !== '户' || households.end !== tokens[k]!.start) return false
  return (
    /[\u4e00-\u9fff]{2}$/.test(text.slice(place.clauseStart, households.start)) &&
    !(noun?.end === households.start && noun.type === T_WORD && (noun.flags & (ACT | WEAK | STATE | BEFORE)) !== 0)
  )
}

const SPENT = /^(天|个月|个?小时|个?工作日|周|分钟)$/

/** What was done within a time, from its adverb or verb to the end of the clause. */
function took(tokens: readonly Token[], k: number, limit: number): Phrase | null {
  const next = tokens[k + 1]
  if (!next || next.start !== tokens[k]!.end || next.type !== T_WORD) return null
  if (!(next.flags & (ADVERB | VADV))) return next.flags & (ACT | WEAK | PRED) ? doing(tokens, k, limit) : null
  const stop = tokens.slice(k + 2).find(t => t.type === T_STOP || t.type === T_LIST || t.type === T_QUANTITY)
  const end = stop?.start ?? limit
  return end - next.end >= 2 && end - next.end <= 16 ? { start: next.end, end, action: null } : null
}

/** 承担了全省80%的基础研究项目: an act right before the number, but for 了 and whose total it is. */
function verbNear(text: string, tokens: readonly Token[], place: Place): boolean {
  let at = tokens[place.k]!.start
  for (let j = place.k - 1; j >= place.segment; j--) {
    const t = tokens[j]!
    if (t.type !== T_WORD || !/^了?$/.test(text.slice(t.end, at))) return false
    const parted = t.end < tokens[place.k]!.start
    if (t.flags & (parted ? ACT | WEAK : ACT) && !(t.flags & (STATE | UP | DOWN))) return true
    if (!(t.flags & SCOPE)) return false
    at = t.start
  }
  return false
}

/** Whether a phrase is one verb and nothing else. */
function onlyVerb(tokens: readonly Token[], place: Place, phrase: Phrase): boolean {
  return tokens
    .slice(place.segment, place.k)
    .some(t => t.start === phrase.start && t.end === phrase.end && t.flags & (ACT | WEAK))
}

/** 1446户2414人稳定脱贫, 完成770户拆迁: where no noun is named, the verb that follows says what was counted. */
function verbAfter(tokens: readonly Token[], k: number): Token | null {
  let at = tokens[k]!.end
  for (let j = k + 1; tokens[j] && j <= k + 3; j++) {
    const t = tokens[j]!
    if (t.start !== at && t.type !== T_QUANTITY) return null
    if (t.type === T_STOP) return null
    if (t.type === T_WORD && t.flags & (ACT | WEAK)) return t
    at = t.end
  }
  return null
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

export const named = (text: string, phrase: Phrase, lexicon: Lexicon): Indicator => {
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
const GENERIC =
  /^(世界|全球|全国|全省|全市|全县|全区)?(排名|幅度|预期目标|年度目标|总里程|里程|占比|比重|增速|增幅|涨幅|降幅|总量|位次|规模|增长|同比|连续|总产|均|增长率|丰收|增产|总和|增量|在建|其余|其他|(上一?个|前|上)五年)$/
/** 5亿元以上 among 投资亿元以上项目: a bound alone, which says of which but not of what. */
const BOUND_ALONE = /^[\d.．万亿千百]+元?((及?以上|以下|以内)的?|级?(台阶|大关))$|^[一二两三四五六七八九十]个$/
/** 在去年增长8%的基础上, 在下降超3成的情况下: what only says on what ground names nothing. */
const CIRCUMSTANCE = /^.{0,4}((情况|条件|背景|前提|形势)下|基础上)$/
export const circumstance = (text: string, { start, end }: { start: number; end: number }): boolean =>
  end - start <= 8 && CIRCUMSTANCE.test(text.slice(start, end))

export const generic = (text: string, indicator: Indicator): boolean =>
  indicator.end - indicator.start <= 12 &&
  (GENERIC.test(text.slice(indicator.start, indicator.end)) ||
    BOUND_ALONE.test(text.slice(indicator.start, indicator.end)) ||
    circumstance(text, indicator))
