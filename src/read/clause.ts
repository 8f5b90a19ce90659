/** The surroundings of one quantity: its clause, the stretch since the last quantity, the words that govern it. */
import {
  ADVERB,
  AFTER,
  BEFORE,
  type Bound,
  DIST,
  DOWN,
  ESTIMATE,
  HEAD,
  INDICATOR,
  type Lexicon,
  MODAL,
  NOUN,
  RANKV,
  SCOPE,
  STATE,
  TIME,
  TO,
  UP,
} from '../catalogue/lexicon.ts'
import { kindOf, SPACE } from './chars.ts'
import { T_BASE, T_DATE, T_LIST, T_QUANTITY, T_QUOTE, T_STOP, T_WORD, type Token } from './tokens.ts'

export interface Place {
  /** Index of the quantity among the statement's tokens. */
  k: number
  /** Index of the first token of its clause. */
  clause: number
  /** Where its clause starts in the text. */
  clauseStart: number
  /** Index of the first token after the last quantity of the clause (or the clause's first). */
  segment: number
  segmentStart: number
  /** The quantity before it in the clause, as a token index, or −1. */
  previous: number
  /** Opened by a bracket: （目标10.5%）. */
  bracket: boolean
}

/** How many tokens back anything is looked for: more than any sentence of the genre has, so that cost stays linear in a text without stops. */
export const REACH = 300

const OPEN = /[（(]/
const CLOSE = /[）)]/

/** Finds clause and segment of the quantity at `k`; `from` is where the statement starts; `qualifiers` are the quantities that bound nothing. */
export function placeOf(text: string, tokens: readonly Token[], k: number, from: number, qualifiers: ReadonlySet<number>): Place {
  let clause = k
  let depth = 0
  let bracket = false
  const floor = Math.max(0, k - REACH)
  while (clause > floor) {
    const token = tokens[clause - 1]!
    if (token.type === T_STOP) {
      const c = text[token.start]!
      // a bracket that closes before the quantity is passed over as a whole: 企业（含分公司）300家
      if (CLOSE.test(c)) depth++
      else if (OPEN.test(c) && depth > 0) depth--
      else if (depth === 0) {
        bracket = OPEN.test(c)
        break
      }
    }
    clause--
  }
  if (depth > 0) {
    clause = k
    while (clause > floor && tokens[clause - 1]!.type !== T_STOP) clause--
  }
  const clauseStart = clause > 0 ? tokens[clause - 1]!.end : from
  let previous = -1
  for (let j = k - 1; j >= clause; j--) {
    if (tokens[j]!.type === T_QUANTITY && !qualifiers.has(j)) {
      previous = j
      break
    }
  }
  let segment = clause
  if (previous >= 0) {
    segment = previous + 1
    while (segment < k && (tokens[segment]!.flags & AFTER || tokens[segment]!.type === T_LIST)) segment++
  }
  const segmentStart = segment > clause ? tokens[segment - 1]!.end : clauseStart
  return { k, clause, clauseStart, segment, segmentStart, previous, bracket }
}

/** Words left off at the right end of a subject, between it and its number. */
const TRAILING = BEFORE | TO | STATE | UP | DOWN | RANKV | ADVERB | DIST | MODAL | ESTIMATE | TIME
/** Words that are nouns whatever else they are. */
const KEPT = NOUN | INDICATOR | HEAD

/** Adjectives of difference after a base of comparison: up, or else down. */
const ADJECTIVE = /^(?:(多|高|快|长|大|好)|少|低|慢|短|小)(?:了|出|出了)?$/

export interface Governor {
  /** Index of the token that the subject ends before: the first of the words stripped. */
  subjectEnd: number
  bound: Token | null
  change: Token | null
  reach: Token | null
  state: Token | null
  rank: Token | null
  base: Token | null
  dist: boolean
}

const blank = (text: string, from: number, to: number): boolean => {
  for (let i = from; i < to; i++) {
    const kind = kindOf(text.charCodeAt(i))
    if (
      kind !== SPACE &&
      text[i] !== '了' &&
      text[i] !== '的' &&
      text[i] !== '到' &&
      text[i] !== '至' &&
      text[i] !== '在' &&
      text[i] !== '率'
    )
      return false
  }
  return true
}

/** 到, 下降为1952年的 */
const REACHED = /^([到至]|为([\d一二][^，。；]{3}年(底|末)?的?)?)$/

/** Walks left from the quantity over verbs, bounds, adverbs and bases to where its subject ends. */
export function governorOf(text: string, tokens: readonly Token[], place: Place): Governor {
  const out: Governor = {
    // the 前 of 全国前三 stands outside the rank
    subjectEnd: tokens[place.k]!.start - (tokens[place.k]!.quantity?.within ? 1 : 0),
    bound: null,
    change: null,
    reach: null,
    state: null,
    rank: null,
    base: null,
    dist: false,
  }
  for (let j = place.k - 1; j >= place.segment; j--) {
    const token = tokens[j]!
    const word =
      tokens[j - 1]?.type === T_BASE && tokens[j - 1]!.end === token.start ? text.slice(token.start, out.subjectEnd) : ''
    const own = ADJECTIVE.exec(word)
    if (own) {
      out.change ??= { ...token, end: out.subjectEnd, flags: own[1] ? UP : DOWN }
      out.subjectEnd = token.start
      continue
    }
    const adjective = token.type === T_BASE ? ADJECTIVE.exec(text.slice(token.end, out.subjectEnd)) : null
    // 比上年多170家, 低0.3个百分点: the adjective is the verb of change
    if (adjective)
      out.change ??= { ...token, type: T_WORD, start: token.end, end: out.subjectEnd, flags: adjective[1] ? UP : DOWN }
    else if (!blank(text, token.end, out.subjectEnd)) break
    if (token.type === T_BASE) {
      out.base ??= token
      if (token.flags & (UP | DOWN)) out.change ??= token
    } else if (token.type === T_QUOTE && tokens[j - 1]?.type === T_DATE) continue
    else if (token.type === T_DATE) {
      // a date between subject and number belongs to neither
    } else if (token.type === T_WORD) {
      const { flags } = token
      if (flags & HEAD && flags & UP && out.change === null) {
        out.change = token
        break
      }
      if (flags & KEPT || !(flags & (TRAILING | SCOPE))) {
        break
      }
      if (flags & BEFORE && !out.bound && !out.change && !out.reach) out.bound = token
      else if (flags & TO) out.reach ??= token
      else if (flags & (UP | DOWN)) out.change ??= token
      else if (flags & RANKV) out.rank ??= token
      else if (flags & STATE) out.state ??= token
      if (flags & DIST || text.startsWith('分别', token.start)) out.dist = true
    } else break
    out.subjectEnd = token.start
  }
  // 提速到1个工作日: a verb of change and 到 tell what was reached
  if (out.change && !out.reach && REACHED.test(text.slice(out.change.end, tokens[place.k]!.start))) out.reach = out.change
  reachedBy(text, tokens, place, out)
  // 比上个五年增加投资12.9亿元: the verb stands between base and noun
  for (let j = place.k - 1; out.change === null && j > place.segment; j--) {
    const token = tokens[j]!
    const base = tokens[j - 1]!
    if (token.flags & (UP | DOWN) && token.type === T_WORD && base.type === T_BASE && base.end === token.start) {
      out.change = token
      out.base ??= base
    }
  }
  return out
}

/** 整合至11家, 扩面到8.5%: 至 or 到 right before the number makes a verb of reaching of any verb before it. */
function reachedBy(text: string, tokens: readonly Token[], place: Place, out: Governor): void {
  if (out.reach || out.bound || !/[至到]/.test(text[out.subjectEnd - 1] ?? '')) return
  const at = out.subjectEnd - 1
  if (/[乃甚直以截周不达得从由\d]/.test(text[at - 1] ?? '1') || at - 2 <= place.segmentStart) return
  const verb = tokens.slice(place.segment, place.k).find(t => t.end === at && t.type === T_WORD && !(t.flags & KEPT))
  const start = verb ? verb.start : at - 2
  if (!/^[\u4e00-\u9fff]+$/.test(text.slice(start, at))) return
  out.reach = { ...tokens[place.k]!, type: T_WORD, start, end: out.subjectEnd, flags: TO, quantity: null }
  out.subjectEnd = start
}

/** The bound after a quantity (以上, 左右), directly or after a bracket. */
export function boundAfter(lexicon: Lexicon, tokens: readonly Token[], k: number): { bound: Bound; token: Token } | null {
  const next = tokens[k + 1]
  if (next && next.start === tokens[k]!.end && next.flags & AFTER)
    return { bound: lexicon.after.get(next.node) ?? 'ge', token: next }
  return null
}

/** A clause without a number: its tokens from `first` up to its mark at `stop`, its words from `start` to `end`. */
export interface Ahead {
  first: number
  stop: number
  start: number
  end: number
}

/**
 * The clause right before the one whose first token is `clause`, where a comma parts the two and no number stands in it; else null.
 * @param from where the words of the statement begin
 * @param mark what may part the two
 */
export function clauseAhead(
  text: string,
  tokens: readonly Token[],
  clause: number,
  from: number,
  mark: RegExp = /[，,]/,
): Ahead | null {
  const stop = clause - 1
  const parting = tokens[stop]
  if (parting?.type !== T_STOP || !mark.test(text[parting.start]!)) return null
  let j = stop - 1
  for (; j >= 0 && tokens[j]!.type !== T_STOP; j--) if (tokens[j]!.type === T_QUANTITY || j < stop - REACH) return null
  return { first: j + 1, stop, start: j >= 0 ? tokens[j]!.end : from, end: parting.start }
}
