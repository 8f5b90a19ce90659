/**
 * One left-to-right pass over a statement: words of the catalogue, quantities, dates, punctuation.
 * Every numeral ends up in a quantity or a date token or is set aside at once, with its reason.
 */
import { ACT, AFTER, BEFORE, HOLDS_NUMERAL, INDICATOR, type Lexicon, NAME, NOUN, TIME, WEAK, WORD } from '../catalogue/lexicon.ts'
import type { Trie } from '../catalogue/trie.ts'
import {
  DIGIT,
  HAN_MYRIAD,
  isFormal,
  isOpener,
  kindOf,
  LATIN,
  LIST_COMMA,
  opensNote,
  QUOTE,
  SPACE,
  STOP,
  startsNumeral,
} from './chars.ts'
import { type DateToken, digitDate, hanDate, spanDate, yearSpan } from './dates.ts'
import { bracketed, held, inGroup, isName, lasted, listMark } from './naming.ts'
import { madeNoun } from './noun.ts'
import { foldAt, numeralAt, type Quantity, quantityAt, unitEnd } from './quantity.ts'
import { speaksOfRank } from './ranking.ts'
import { formalReason, reasonOf } from './slogan.ts'
import { T_DATE, T_LIST, T_QUANTITY, T_QUOTE, T_STOP, T_WORD, type Token } from './tokens.ts'
import type { SetAside, SetAsideReason } from './types.ts'

/** What lexing needs to know of the report: the year that a bare month belongs to, and the year written in. */
export interface LexContext {
  lexicon: Lexicon
  year: number | null
  reportYear: number | null
  /** The stretch of years that the part is about, or null. */
  span?: string | null
}

/** 第一、第三产业: ordinals that share a noun. */
const SEVERAL = /^([、和与及]第[一二三四五六七八九十]{1,2})+(?![位名])[\u4e00-\u9fff]/

const C_DI = '第'.charCodeAt(0)
const C_QIAN = '前'.charCodeAt(0)
const C_FAN = '翻'.charCodeAt(0)

/** Lexes `text` from `start` to `end`; what is set aside is pushed to `aside`. */
export function lex(text: string, start: number, end: number, context: LexContext, aside: SetAside[]): Token[] {
  return new Lexer(text, start, end, context, aside).run()
}

/** One pass over one statement. A class, since as many functions inside `lex` would be made anew for every statement. */
class Lexer {
  private readonly trie: Trie
  private readonly tokens: Token[] = []
  private readonly text: string
  private readonly start: number
  private readonly end: number
  private readonly context: LexContext
  private readonly aside: SetAside[]

  constructor(text: string, start: number, end: number, context: LexContext, aside: SetAside[]) {
    this.trie = context.lexicon.trie
    this.text = text
    this.start = start
    this.end = end
    this.context = context
    this.aside = aside
  }

  run(): Token[] {
    const { text, end, context, trie, tokens, aside } = this
    let i = this.start
    while (i < end) {
      const char = text.charCodeAt(i)
      const kind = kindOf(char)
      if (kind >= DIGIT && kind <= HAN_MYRIAD) {
        i = kind === DIGIT ? this.digits(i) : this.han(i)
        continue
      }
      const note = opensNote(char) ? this.noteEnd(i) : 0
      if (note > 0) {
        i = note
        continue
      }
      if (kind === STOP || kind === LIST_COMMA || kind === QUOTE) {
        this.push(kind === STOP ? T_STOP : kind === LIST_COMMA ? T_LIST : T_QUOTE, i, i + 1)
        i++
        continue
      }
      if (kind === SPACE || kind === LATIN) {
        i++
        continue
      }
      const special = isOpener(char) ? this.specialAt(i, char) : 0
      if (special > 0) {
        i = special
        continue
      }
      let wordEnd = trie.longest(text, i, WORD, end)
      // 同一九五七年相比: 同 and a year
      if (wordEnd > 0 && text[wordEnd - 1] === '一' && hanDate(text, wordEnd - 1, end, context.year)?.period) wordEnd = 0
      const from = aside.length
      if (wordEnd > 0) this.word(i, wordEnd, trie.lastNode)
      const to = wordEnd > 0 ? wordEnd : i + 1
      // what a name set aside holds its 双 already
      if (aside.length === from)
        for (let k = i; k < to; k++)
          if (isFormal(text.charCodeAt(k))) this.setAside(k, k + 1, formalReason(text, this.start, end, k))
      i = to
    }
    return tokens
  }

  private push(
    type: number,
    start: number,
    end: number,
    flags = 0,
    node = 0,
    quantity: Quantity | null = null,
    date: DateToken | null = null,
  ): void {
    this.tokens.push({ type, start, end, flags, node, quantity, date })
  }

  private setAside(start: number, end: number, reason: SetAsideReason): void {
    this.aside.push({ start, end, text: this.text.slice(start, end), reason })
  }

  private pushDate(start: number, date: DateToken): void {
    this.push(T_DATE, start, date.end, 0, 0, null, date)
    this.setAside(start, date.end, 'date')
  }

  /** The end of a note mark such as [3] or 〔12〕 at `i`, its number set aside; 0 where there is none. */
  private noteEnd(at: number): number {
    const { text, end } = this
    const close = '[〔［【'.indexOf(text[at]!)
    let to = at + 1
    while (to < end && to - at <= 4 && kindOf(text.charCodeAt(to)) === DIGIT) to++
    if (to === at + 1 || text[to] !== ']〕］】'[close]) return 0
    this.setAside(at + 1, to, 'list')
    return to + 1
  }

  /** A word of the catalogue; numerals that it holds (一般公共预算收入) are set aside. */
  private word(s: number, e: number, node: number): void {
    const { text, start, end, context, trie } = this
    const flags = trie.flags[node]! & (ACT | WEAK) && madeNoun(text, e, end) ? NOUN : trie.flags[node]!
    this.push(T_WORD, s, e, flags, node)
    if (!(flags & HOLDS_NUMERAL)) return
    if (flags & NAME) {
      this.setAside(s, e, reasonOf(text, start, end, s, e, context.lexicon.reason.get(node)!))
      return
    }
    const reason = flags & INDICATOR ? 'name' : flags & TIME ? 'date' : 'idiom'
    for (let k = s; k < e; k++) {
      if (!startsNumeral(text.charCodeAt(k))) continue
      let to = k + 1
      while (to < e && startsNumeral(text.charCodeAt(to))) to++
      this.setAside(k, to, text[to] === '般' || text[k] === '零' ? 'idiom' : reason)
      k = to
    }
  }

  /** 第…, 前…, 翻番 and spans of years, which begin with a character that is no numeral. */
  private specialAt(at: number, char: number): number {
    const { text, end, context } = this
    if (char === C_FAN) {
      const fold = foldAt(text, at)
      if (fold && inGroup(text, at)) {
        this.setAside(at, fold.end, 'name')
        this.push(T_WORD, at, fold.end, NAME, 0)
        return fold.end
      }
      if (fold) {
        this.push(T_QUANTITY, at, fold.end, 0, 0, fold)
        return fold.end
      }
      return 0
    }
    if (char !== C_DI) {
      const span = yearSpan(text, at, end)
      // 学前三年教育: years before school
      if (span && char === C_QIAN && text[at - 1] === '学') {
        this.push(T_WORD, at, span.end, NAME, 0)
        this.setAside(at, span.end, 'name')
        return span.end
      }
      if (span) {
        this.pushDate(at, spanDate(at, span, context))
        return span.end
      }
    }
    if (char === C_QIAN && at + 1 < end && startsNumeral(text.charCodeAt(at + 1))) {
      const date = hanDate(text, at, end, context.year)
      if (date) {
        this.pushDate(at, date)
        return date.end
      }
      const within = this.rankAt(at, true)
      if (within) return within
    }
    if (char === C_DI && at + 1 < end && startsNumeral(text.charCodeAt(this.afterGap(at + 1)))) return this.ordinal(at)
    return 0
  }

  /** The place after one blank or line end at `i`, or `i`. */
  private afterGap(i: number): number {
    const { text } = this
    return text[i] === ' ' || text[i] === '\n' ? i + 1 : i
  }

  /** 第三, 第十三位, 第18: a rank where a field or a verb of ranking stands before it, else an ordinal. */
  private ordinal(at: number): number {
    const { text, end, context, trie } = this
    if (this.opensPoint(at)) {
      const { end: to } = numeralAt(text, this.afterGap(at + 1), end)
      this.push(T_WORD, at, to, NAME, 0)
      this.setAside(at, to, 'list')
      return to
    }
    let named = trie.longest(text, at, NAME, end)
    // 第一 is first of all; 第一个, 第一批 number things
    if (named === at + 2 && unitEnd(text, named, end) > named) named = -1
    const rank = this.rankAt(at, false)
    if (rank && named < 0) return rank
    if (named > 0) {
      if (rank && rank >= named) return rank
      this.push(T_WORD, at, named, trie.flags[trie.lastNode]!, trie.lastNode)
      this.setAside(at, named, context.lexicon.reason.get(trie.lastNode) ?? 'ordinal')
      return named
    }
    const date = hanDate(text, at, end, context.year)
    if (date) {
      this.pushDate(at, date)
      return date.end
    }
    const numeral = numeralAt(text, this.afterGap(at + 1), end)
    const to = unitEnd(text, numeral.end, end)
    this.push(T_WORD, at, to, NAME, 0)
    this.setAside(at, to, 'ordinal')
    return to
  }

  /** 第一，… or 第二、… at the start of the statement or of a clause: a list mark. */
  private opensPoint(at: number): boolean {
    const { text, start, end, tokens } = this
    const { end: to } = numeralAt(text, this.afterGap(at + 1), end)
    if (to >= end || !'，,、：:'.includes(text[to]!) || text[at - 1] === '、') return false
    const last = tokens[tokens.length - 1]
    return (
      at === start || (last !== undefined && last.end === at && last.type === T_STOP && !'，,（('.includes(text[last.start]!))
    )
  }

  private rankAt(at: number, within: boolean): number {
    const { text, end, tokens } = this
    const numeral = numeralAt(text, this.afterGap(at + 1), end)
    if (numeral.magnitude || numeral.decimals || SEVERAL.test(text.slice(numeral.end, numeral.end + 8))) return 0
    let to = numeral.end
    if (/[位名]/.test(text[this.afterGap(to)] ?? '')) to = this.afterGap(to) + 1
    else if (text[to] === '强' && within) return 0
    const next = text.charCodeAt(to)
    const plain = to === numeral.end
    if (
      plain &&
      !(
        to >= end ||
        kindOf(next) === STOP ||
        kindOf(next) === LIST_COMMA ||
        kindOf(next) === QUOTE ||
        text[to] === '的' ||
        text[to] === '和'
      )
    )
      return 0
    if (plain || within) {
      if (!speaksOfRank(text, tokens, at)) return 0
    } else if (
      text[to - 1] === '名' &&
      /[一-鿿]/.test(text[to] ?? '') &&
      !/[的，。、；和及为]/.test(text[to]!) &&
      !speaksOfRank(text, tokens, at)
    )
      return 0
    const s = within ? at + 1 : at
    const quantity: Quantity = {
      start: s,
      end: to,
      shape: 'rank',
      numeral,
      upper: null,
      parts: null,
      unit: text.slice(numeral.end, to).trim(),
      sign: 1,
      within,
    }
    this.push(T_QUANTITY, s, to, 0, 0, quantity)
    return to
  }

  private digits(at: number): number {
    const { text, start, end, context, tokens } = this
    const date = digitDate(text, at, end, context.year)
    if (date && !(text[at - 1] === '第')) {
      this.pushDate(at, date)
      return date.end
    }
    const span = /\d/.test(text[at]!) && text[at + 1] === '年' ? yearSpan(text, at, end) : null
    if (span) {
      this.pushDate(at, spanDate(at, span, context))
      return span.end
    }
    const quantity = quantityAt(text, at, end)
    const reason = isName(text, start, end, quantity, tokens)
    if (reason) {
      this.setAside(quantity.start, reason.end, reason.reason)
      this.push(T_WORD, at, reason.end, NAME, 0)
      return reason.end
    }
    this.push(T_QUANTITY, quantity.start, quantity.end, 0, 0, quantity)
    return quantity.end
  }

  private han(at: number): number {
    const { text, start, end, context, trie, tokens } = this
    const date = hanDate(text, at, end, context.year)
    if (date) {
      this.pushDate(at, date)
      return date.end
    }
    const wordEnd = trie.longest(text, at, WORD, end)
    const node = trie.lastNode
    const quantity = quantityAt(text, at, end)
    const run = quantity.numeral.end
    const bound =
      quantity.end > run ||
      quantity.shape !== 'plain' ||
      quantity.numeral.per > 0 ||
      quantity.numeral.denominator > 0 ||
      // 十一亿, of which 十一 is a name
      (wordEnd > at && wordEnd < run && /^[万亿]/.test(text.slice(wordEnd, run)))
    // 十一是 at the head of a point, 提前一年
    const own =
      (wordEnd > 0 && wordEnd <= run && (listMark(text, start, at, run) || bracketed(text, at, run))) ||
      (quantity.unit === '年' && lasted(text, start, at))
    // a name wins over a numeral unless the numeral reads on past it, as 十五 does in 十五个
    if (wordEnd > 0 && !own && (wordEnd > run || !bound) && !(wordEnd <= run && quantity.numeral.bare === false && bound)) {
      // 召开三次会议 counts; 十五届人大三次会议 does not
      const counted =
        (text.startsWith('次会议', at + 1) && !/[大协会届]/.test(text[at - 1] ?? '')) ||
        (text[at + 1] === '期' && wordEnd === at + 2 && text[at] !== '一' && held(text, at))
      if (!counted && (!this.thresholdFollows(quantity) || wordEnd > quantity.end)) {
        this.word(at, wordEnd, node)
        return wordEnd
      }
    }
    const span = yearSpan(text, at, end)
    if (span) {
      this.pushDate(at, spanDate(at, span, context))
      return span.end
    }
    const reason = isName(text, start, end, quantity, tokens)
    if (reason) {
      this.setAside(at, reason.end, reason.reason)
      this.push(T_WORD, at, reason.end, NAME, 0)
      return reason.end
    }
    this.push(T_QUANTITY, at, quantity.end, 0, 0, quantity)
    return quantity.end
  }

  /** 万元以上, 千亩以上: a bare magnitude made a number by the bound that follows or precedes it. */
  private thresholdFollows(quantity: Quantity): boolean {
    const { text, end, trie, tokens } = this
    if (!quantity.numeral.bare) return false
    const after = trie.longest(text, quantity.end, AFTER, end)
    if (after > 0 || quantity.unit.endsWith('级')) return true
    // 千万级, 万亩级
    if (text[quantity.end] === '级' && quantity.end - quantity.start > 1) return true
    const last = tokens[tokens.length - 1]
    return last !== undefined && last.end === quantity.start && (last.flags & BEFORE) !== 0
  }
}
