/** What a quantity is a quantity of: the noun phrase before it, or the one that it counts after it. */
import {
  ACT,
  ADVERB,
  AFTER,
  BEFORE,
  DOWN,
  ESTIMATE,
  ETC,
  HEAD,
  INDICATOR,
  MODAL,
  NAME,
  NOUN,
  PART,
  PRED,
  RANKV,
  SCOPE,
  STATE,
  TIME,
  TO,
  UP,
  VADV,
  WEAK,
} from '../catalogue/lexicon.ts'
import { kindOf, LIST_COMMA, QUOTE, SPACE, STOP } from './chars.ts'
import type { Place } from './clause.ts'
import { T_BASE, T_DATE, T_LIST, T_QUANTITY, T_QUOTE, T_STOP, T_WORD, type Token } from './tokens.ts'

export interface Phrase {
  start: number
  end: number
  /** The verb that counts: 新增, 改造; null where the phrase is a plain subject. */
  action: Token | null
}

const KEPT = NOUN | INDICATOR | HEAD | NAME
const LEADING = SCOPE | TIME | ESTIMATE | MODAL | ADVERB | PART
const CONNECTIVE = '的了在对将和与及并把使让为从中上下里内于也还又再更由被以得着到至'

/** A note mark at the end of a phrase. */
const NOTE = /[[〔]\d{1,3}[\]〕]$/

/** Trims blanks, commas and connectives from both ends. */
function trim(text: string, start: number, end: number): [number, number] {
  while (start < end) {
    const kind = kindOf(text.charCodeAt(start))
    if (kind === SPACE || kind === LIST_COMMA || kind === STOP || text[start] === '的' || text[start] === '了') start++
    else break
  }
  while (end > start) {
    const kind = kindOf(text.charCodeAt(end - 1))
    if ((text[end - 1] === ']' || text[end - 1] === '〕') && NOTE.test(text.slice(Math.max(start, end - 6), end)))
      end -= NOTE.exec(text.slice(Math.max(start, end - 6), end))![0].length
    else if (kind === SPACE || kind === LIST_COMMA || kind === STOP || '的了等在仅'.includes(text[end - 1]!)) end--
    else break
  }
  return [start, end]
}

/** The subject or object that stands before the quantity, or null where the segment holds none. */
export function phraseBefore(text: string, tokens: readonly Token[], place: Place, subjectEnd: number): Phrase | null {
  let start = place.segmentStart
  let action: Token | null = null
  let j = place.segment
  // leading adverbs, dates and scope words; then the verbs that govern (新建、改扩建 is one act)
  for (; j < place.k; j++) {
    const token = tokens[j]!
    if (token.start >= subjectEnd) break
    if (token.start > start && !leadIn(text, start, token.start)) break
    if (token.type === T_WORD) {
      if (token.flags & (ACT | WEAK) && token.end < subjectEnd && !(token.flags & KEPT)) {
        action = action && tokens[j - 1]?.type !== T_LIST ? token : (action ?? token)
        start = token.end
        continue
      }
      // 占全部出口比重 is a share of what it names
      if (text[token.start] === '占') break
      if (token.flags & STATE && !(token.flags & KEPT) && token.end < subjectEnd) {
        start = token.end
        continue
      }
      if (token.flags & LEADING && !(token.flags & KEPT) && !modifies(text, token)) {
        start = token.end
        continue
      }
      break
    }
    if (token.type === T_LIST && action) {
      start = token.end
      continue
    }
    if (token.type === T_DATE || token.type === T_BASE || token.type === T_STOP) {
      start = token.end
      continue
    }
    if (token.type === T_QUOTE && tokens[j + 1]?.type === T_DATE) {
      start = token.end
      continue
    }
    if (token.type === T_QUOTE && tokens[j - 1]?.type === T_DATE) {
      start = token.end
      continue
    }
    break
  }
  // a strong verb further on cuts the phrase: 158个重点项目累计完成投资
  for (let m = place.k - 1; m >= j; m--) {
    const token = tokens[m]!
    if (token.type !== T_WORD || token.start < start || token.end >= subjectEnd || token.flags & KEPT) continue
    if (!(token.flags & (ACT | STATE))) continue
    if (token.flags & STATE && token.end - token.start < 2) continue
    if (quoted(text, tokens, m)) continue
    // 完成登记退捕渔船: the verb next to it is the act
    const next = tokens[m + 1]
    const inner =
      next &&
      next.type === T_WORD &&
      next.start === token.end &&
      next.flags & (ACT | WEAK) &&
      !(next.flags & KEPT) &&
      next.end < subjectEnd
        ? next
        : token
    const [s, e] = trim(text, inner.end, subjectEnd)
    if (e - s < 2 || !hasNoun(text, s, e) || onlyVerbs(tokens, m + 1, s, e)) continue
    start = inner.end
    action = inner.flags & (ACT | WEAK) ? inner : action
    break
  }
  // a second subject: 其中 and dates inside the segment cut too
  for (let m = place.k - 1; m >= j; m--) {
    const token = tokens[m]!
    if (token.start < start || token.end > subjectEnd) continue
    if (token.flags & PART || token.type === T_BASE) {
      start = token.end
      break
    }
  }
  ;[start, subjectEnd] = trim(text, start, subjectEnd)
  const verb = closingVerb(text, tokens, place, start, subjectEnd)
  if (verb) {
    action ??= verb.flags & ACT ? verb : null
    ;[start, subjectEnd] = trim(text, start, verb.start)
  }
  ;[start, subjectEnd] = unwrapLocative(text, start, subjectEnd)
  if (subjectEnd - start < 1 || (subjectEnd - start === 1 && CONNECTIVE.includes(text[start]!))) return null
  return { start, end: subjectEnd, action }
}

/** Whether the stretch from `s` to `e` is one act and nothing else, as 开行 in 中欧班列累计开行. */
function onlyVerbs(tokens: readonly Token[], from: number, s: number, e: number): boolean {
  const token = tokens[from]
  return (
    token !== undefined && token.start === s && token.end === e && (token.flags & (ACT | WEAK)) !== 0 && !(token.flags & KEPT)
  )
}

/** Verbs of giving money: who gives is not what is counted. */
const GIVES = /^(投入|发放|拨付|兑现|惠及|带动|拉动|撬动|减税|降费|减免|下达|筹集|筹措|融资|引进|引入|争取|到位|发展|完成|改造)/

/** 中欧班列开行, 五星级酒店新增, 政务公开进入: the verb that ends a phrase whose noun stands before it. */
function closingVerb(text: string, tokens: readonly Token[], place: Place, start: number, end: number): Token | null {
  let found: Token | null = null
  let to = end
  for (let m = place.k - 1; m >= place.segment; m--) {
    const token = tokens[m]!
    if (token.start >= to) continue
    if (token.type !== T_WORD || token.end !== to || token.start - start < 2) break
    if (token.flags & KEPT && !(token.flags & PRED)) break
    const parted = token.flags & WEAK && tokens[m - 1]?.end === token.start && tokens[m - 1]!.flags & (STATE | VADV)
    if (!(token.flags & (ACT | PRED)) && !parted) {
      // what stands between noun and verb goes with the verb: 累计开行
      if (found && token.flags & (VADV | TIME | ADVERB | STATE)) {
        found = { ...(found as Token), start: token.start }
        to = token.start
        continue
      }
      break
    }
    if (GIVES.test(text.slice(token.start, token.end))) break
    found = token
    to = token.start
  }
  return found && hasNoun(text, start, found.start) ? found : null
}

/** 国际友城, 国家公园: a scope word that is part of the name, unlike 全市 and 我省. */
const modifies = (text: string, token: Token): boolean =>
  (token.flags & SCOPE) !== 0 && !'全我本各区市县省'.includes(text[token.start]!)

/** 在…中 and 在…方面 name what is ranked or measured inside them. */
function unwrapLocative(text: string, start: number, end: number): [number, number] {
  if (text[start] === '在' || text[start] === '对') start++
  if (end - start > 3 && text[end - 1] === '中') end--
  return [start, end]
}

const leadIn = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (kind !== SPACE && !CONNECTIVE.includes(text[i]!)) return false
  }
  return true
}

const hasNoun = (text: string, start: number, end: number): boolean => /[\u4e00-\u9fffA-Za-z]{2}/.test(text.slice(start, end))

function quoted(text: string, tokens: readonly Token[], m: number): boolean {
  let open = false
  for (let j = m - 1; j >= m - 60 && j >= 0 && tokens[j]!.type !== T_STOP; j--) {
    if (tokens[j]!.type === T_QUOTE) {
      open = '“‘《「"'.includes(text[tokens[j]!.start]!)
      break
    }
  }
  return open
}

/** The noun that the quantity counts, straight after it: 158个｜市级以上重点项目. Null where none follows. */
export function phraseAfter(
  text: string,
  tokens: readonly Token[],
  k: number,
  limit: number,
  throughVerb = false,
): Phrase | null {
  const token = tokens[k]!
  let start = token.end
  let j = k + 1
  if (tokens[j] && tokens[j]!.start === start && tokens[j]!.flags & AFTER) start = tokens[j++]!.end
  if (text[start] === '的') start++
  let end = start
  let sawQualifier = false
  let verbAfter: Token | null = null
  let quoted = false
  for (; ; j++) {
    const next = tokens[j]
    const gapEnd = next ? next.start : limit
    // what stands in a quotation is one name, whatever words it holds
    if (quoted && next && next.type !== T_STOP && next.type !== T_QUOTE) {
      end = next.end
      continue
    }
    const cut = text.slice(end, gapEnd).search(/[的了]/)
    if (cut >= 0 && !throughVerb && !(sawQualifier && end + cut + 1 < gapEnd)) {
      if (end + cut > start) return phrase(text, start, end + cut)
    }
    end = gapEnd
    if (!next) break
    if (next.type === T_STOP || next.type === T_LIST || next.type === T_BASE) break
    if (next.type === T_QUOTE) quoted = OPENING.includes(text[next.start]!)
    if (!throughVerb && (end > start + 1 || (end > start && ONE_NOUN.includes(text[start]!))) && predicates(text, tokens, j)) {
      verbAfter = next.flags & (ACT | WEAK) ? next : verbAfter
      break
    }
    if (next.type === T_QUANTITY) {
      const bounded = tokens[j - 1]!.flags & BEFORE || (tokens[j + 1]?.flags ?? 0) & AFTER
      if (
        !bounded ||
        (!(tokens[j - 1]!.flags & BEFORE) &&
          !/[\u4e00-\u9fff]{2}/.test(text.slice(start, next.start).replace(/以上|以内|左右|以下/g, '')))
      )
        break
      sawQualifier = true
      end = next.end
      continue
    }
    if (next.type === T_WORD && !(next.flags & KEPT)) {
      const verb = next.flags & (ACT | WEAK | STATE | TO | UP | DOWN | RANKV)
      if (!throughVerb) {
        if (next.flags & BEFORE && tokens[j + 1]?.type === T_QUANTITY) {
          end = next.end
          continue
        }
        const single = next.end - next.start === 1
        // 700个大棚要全部投产
        if (single && end > start + 1 && /[要将已均都可须应]/.test(text[next.start]!) && opensVerb(tokens, j)) break
        const strong = verb && !(next.flags & WEAK && !(next.flags & (STATE | TO | UP | DOWN | RANKV)))
        if (next.flags & (ACT | WEAK) && end > start + 1) verbAfter = next
        // 既有建筑, 平价超市: a single character is a verb only right before a number
        if (
          strong &&
          !(single && !(tokens[j + 1]?.type === T_QUANTITY && tokens[j + 1]!.start === next.end)) &&
          (end > start + 1 || next.flags & (STATE | TO | UP | DOWN | RANKV) || next.start === start)
        )
          break
        // 15项改革成果: a weak verb forms a noun with what follows it
        if (verb && !strong && next.start === start && !formsNoun(text, tokens, j, limit)) break
        if (next.flags & (VADV | MODAL | DIST_PART) && !single && end > start && !nounPlan(text, tokens, j)) {
          const verbNext = tokens[j + 1]
          if (verbNext && verbNext.flags & (ACT | WEAK)) verbAfter = verbNext
          break
        }
        if (next.flags & (VADV | TIME) && next.start === start) break
      } else if (verb && end > start + 3 && next.flags & (STATE | UP | DOWN)) break
    }
    if (next.type === T_DATE && !throughVerb) break
    end = next.end
  }
  if (!throughVerb && tokens[j]?.type === T_QUANTITY) {
    const own = OWN_PREDICATE.exec(text.slice(start, end))
    if (own && own.index >= 2) end = start + own.index
  }
  const found = phrase(text, start, end)
  return found && { ...found, action: verbAfter }
}

/** Whether a verb or adverb follows the one-character token at `j` at once. */
function opensVerb(tokens: readonly Token[], j: number): boolean {
  const next = tokens[j + 1]
  return next !== undefined && next.start === tokens[j]!.end && next.type === T_WORD && (next.flags & (VERBAL | VADV)) !== 0
}

/** Whether a weak verb at the head of a phrase is followed by a noun in the same breath. */
function formsNoun(text: string, tokens: readonly Token[], j: number, limit: number): boolean {
  const { end } = tokens[j]!
  const next = tokens[j + 1]
  if (end >= limit || !/[\u4e00-\u9fff]/.test(text[end]!) || /[了至到]/.test(text[end]!)) return false
  return !next || next.start > end || (next.type === T_WORD && (next.flags & KEPT) !== 0)
}

/** 完成投资, 实现产值 inside a phrase that another number follows: what was counted ended before it. */
const OWN_PREDICATE = /(累计|已|共|预计|年度|全部|当年)*(完成|实现|达到|总投资|计划投资)/

const VERBAL = ACT | WEAK | STATE | TO | UP | DOWN | RANKV | PRED
const DIST_PART = PART | ETC
/** Nouns of one character. */
const ONE_NOUN = '市县区乡镇村社校人户家厂'
const OPENING = '“‘《「'
/** Prepositions, and words that one of them only closes or opens: 存在, 在建, 自由, 由来. */
const PREPOSITION = '在被由按向将把'
const NO_PREPOSITION =
  /^(存在|现在|所在|正在|在[建册岗校园库线编职读籍营]|自由|由来|按[时期]|方向|面向|向阳|导向|取向|意向|去向|志向)$/

/** Whether the token at `j` opens a predicate, so that the noun phrase before it has ended. */
function predicates(text: string, tokens: readonly Token[], j: number): boolean {
  const token = tokens[j]!
  if (token.type !== T_WORD) return false
  if (token.flags & PRED) return true
  if (token.end - token.start > 1 || !PREPOSITION.includes(text[token.start]!)) return false
  const at = token.start
  return !NO_PREPOSITION.test(text.slice(at - 1, at + 1)) && !NO_PREPOSITION.test(text.slice(at, at + 2))
}

/** 行动计划, 资金安排: a noun where no verb follows. */
function nounPlan(text: string, tokens: readonly Token[], j: number): boolean {
  const token = tokens[j]!
  if (!/^(计划|安排)$/.test(text.slice(token.start, token.end))) return false
  const next = tokens[j + 1]
  return !(next && next.start === token.end && next.type === T_WORD && next.flags & (ACT | WEAK | TO | HEAD | STATE))
}

function phrase(text: string, start: number, end: number): Phrase | null {
  let [s, e] = trim(text, start, end)
  // 6个垃圾箱和80个: the word that joins two counts belongs to neither
  while (
    e > s &&
    /[和与及或]/.test(text[e - 1]!) &&
    !/(饱和|共和|协和|平和|祥和|温和|缓和|参与|普及|涉及)$/.test(text.slice(s, e))
  )
    [s, e] = trim(text, s, e - (text[e - 1] === '及' && text[e - 2] === '以' ? 2 : 1))
  while (e > s && kindOf(text.charCodeAt(e - 1)) === QUOTE && !'”’》"'.includes(text[e - 1]!)) return phrase(text, s, e - 1)
  // 64项任务中: the locative is no part of what is counted
  if (e - s > 2 && text[e - 1] === '中' && !/(高|初|集|空|其|途)中$/.test(text.slice(s, e))) return phrase(text, s, e - 1)
  return e - s >= 1 && hasNoun2(text, s, e) ? { start: s, end: e, action: null } : null
}

const hasNoun2 = (text: string, start: number, end: number): boolean => /[\u4e00-\u9fffA-Za-z]/.test(text.slice(start, end))
