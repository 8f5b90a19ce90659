/** What the two kinds of noun phrase share: their form, their ends, the words that never belong to them. */
import { DOWN, HEAD, INDICATOR, NAME, NOUN, PRED, STATE, TO, UP, VADV } from '../catalogue/lexicon.ts'
import { kindOf, LIST_COMMA, SPACE, STOP } from './chars.ts'
import type { Token } from './tokens.ts'

export interface Phrase {
  start: number
  end: number
  /** The verb that counts: 新增, 改造; null where the phrase is a plain subject. */
  action: Token | null
}

export const KEPT = NOUN | INDICATOR | HEAD | NAME
/** What tells something of the noun before it. */
export const TOLD = UP | DOWN | TO | STATE | PRED | VADV
export const CONNECTIVE = '的了在对将和与及并把使让为从中上下里内于也还又再更由被以得着到至'

/** A note mark at the end of a phrase. */
const NOTE = /[[〔［（(]\d{1,3}[\]〕］）)]$/

const closes = (text: string, start: number, end: number): boolean => {
  const c = text[end - 1]
  return (c === '）' || c === ')') && text.slice(start, end).lastIndexOf(c === ')' ? '(' : '（') > 0
}

/** Trims blanks, commas and connectives from both ends. */
export function trim(text: string, start: number, end: number): [number, number] {
  while (start < end) {
    const kind = kindOf(text.charCodeAt(start))
    if (kind === SPACE || kind === LIST_COMMA || kind === STOP || text[start] === '的' || text[start] === '了') start++
    else break
  }
  while (end > start) {
    const kind = kindOf(text.charCodeAt(end - 1))
    if ('])〕）］'.includes(text[end - 1]!) && NOTE.test(text.slice(Math.max(start, end - 6), end)))
      end -= NOTE.exec(text.slice(Math.max(start, end - 6), end))![0].length
    // 县（市、区）: a bracket that opened inside the phrase belongs to it
    else if (closes(text, start, end)) break
    else if (kind === SPACE || kind === LIST_COMMA || kind === STOP || '的了等在仅'.includes(text[end - 1]!)) end--
    else break
  }
  return [start, end]
}

/** Prepositions, and words that one of them only closes or opens: 存在, 在建, 自由, 由来. */
export const PREPOSITION = '在被由按向将把'
export const NO_PREPOSITION =
  /^(存在|现在|所在|正在|在[建册岗校园库线编职读籍营]|自由|由来|按[时期]|方向|面向|向阳|导向|取向|意向|去向|志向)$/

/** 治愈率, 成交额, 参保者: a verb made a noun by what follows it, at `at`. */
export function madeNoun(text: string, at: number, limit: number): boolean {
  const c = text[at]
  return (
    at < limit &&
    (c === '率' ||
      c === '额' ||
      c === '者' ||
      c === '权' ||
      (c === '面' && !'向积临对'.includes(text[at + 1] ?? '#')) ||
      c === '型' ||
      (c === '量' && text[at + 1] !== '化') ||
      (c === '数' && !'字据控智学'.includes(text[at + 1] ?? '#')) ||
      (c === '费' && text[at + 1] !== '用'))
  )
}

/** Nouns that measure something by themselves. */
export const MEASURE_NOUN =
  /(率|额|量|数|值|收入|支出|投资|面积|比重|比例|余额|水平|浓度|指数|里程|规模|消费|出口|进口|贷款|存款|标准|价格|年限|人口|人次|游客|旅客)$/
