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
const LEADING = SCOPE | TIME | ESTIMATE | MODAL | ADVERB | PART | BEFORE
const CONNECTIVE = '的了在对将和与及并把使让为从中上下里内于也还又再更由被以得着到至'

/** Trims blanks, commas and connectives from both ends. */
function trim(text: string, start: number, end: number): [number, number] {
  while (start < end) {
    const kind = kindOf(text.charCodeAt(start))
    if (kind === SPACE || kind === LIST_COMMA || kind === STOP || text[start] === '的' || text[start] === '了') start++
    else break
  }
  while (end > start) {
    const kind = kindOf(text.charCodeAt(end - 1))
    if (kind === SPACE || kind === LIST_COMMA || kind === STOP || '的了等在仅'.includes(text[end - 1]!)) end--
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
    if (e - s < 2 || !hasNoun(text, s, e)) continue
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
  ;[start, subjectEnd] = unwrapLocative(text, start, subjectEnd)
  if (subjectEnd - start < 1) return null
  return { start, end: subjectEnd, action }
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
  for (; ; j++) {
    const next = tokens[j]
    const gapEnd = next ? next.start : limit
    const cut = text.slice(end, gapEnd).search(/[的了]/)
    if (cut >= 0 && !throughVerb && !(sawQualifier && end + cut + 1 < gapEnd)) {
      if (end + cut > start) return phrase(text, start, end + cut)
    }
    end = gapEnd
    if (!next) break
    if (next.type === T_STOP || next.type === T_LIST || next.type === T_BASE) break
    if (next.type === T_QUANTITY) {
      const bounded = tokens[j - 1]!.flags & BEFORE || (tokens[j + 1]?.flags ?? 0) & AFTER
      if (!bounded) break
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
        const strong = verb && !(next.flags & WEAK && !(next.flags & (STATE | TO | UP | DOWN | RANKV)))
        if (next.flags & (ACT | WEAK) && end > start + 1) verbAfter = next
        // 既有建筑, 平价超市: a single character is a verb only right before a number
        if (
          strong &&
          !(single && !(tokens[j + 1]?.type === T_QUANTITY && tokens[j + 1]!.start === next.end)) &&
          (end > start + 1 || next.flags & (STATE | TO | UP | DOWN | RANKV) || next.start === start)
        )
          break
        if (verb && !strong && next.start === start) break
        if (next.flags & (VADV | MODAL | DIST_PART) && !single && end > start) {
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
  const found = phrase(text, start, end)
  return found && { ...found, action: verbAfter }
}

const DIST_PART = PART | ETC

function phrase(text: string, start: number, end: number): Phrase | null {
  const [s, e] = trim(text, start, end)
  while (e > s && kindOf(text.charCodeAt(e - 1)) === QUOTE && !'”’》"'.includes(text[e - 1]!)) return phrase(text, s, e - 1)
  return e - s >= 1 && hasNoun2(text, s, e) ? { start: s, end: e, action: null } : null
}

const hasNoun2 = (text: string, start: number, end: number): boolean => /[\u4e00-\u9fffA-Za-z]/.test(text.slice(start, end))
