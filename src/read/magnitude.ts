/** A lone magnitude, 百, 千, 万, 亿: an amount, a turn of phrase, or a part of somebody's name. */
import { BEFORE } from '../catalogue/lexicon.ts'
import { isHan } from './chars.ts'
import { prefixesUnit } from './numeral.ts'
import type { Quantity } from './quantity.ts'
import type { Token } from './tokens.ts'
import type { SetAsideReason } from './types.ts'

/** Where what is no quantity ends, and why it is none. */
export interface Naming {
  end: number
  reason: SetAsideReason
}

/** What an amount may name a class of: 百亿产业, 千亿级集群. */
export const CLASS_OF_AMOUNT =
  /^(产业|集群|企业|园区|大关|台阶|规模|元|级|支柱|主导|[\u4e00-\u9fff]{0,6}(产业|集群|园区|企业|走廊|基地|板块))/

/** Units of what a plant makes or carries, which name it: 百兆瓦, 千伏. */
const OF_PLANT = /^(兆瓦|吉瓦|千伏|千瓦|兆瓦时|吉瓦时)$/

/** Units of what a work is to yield. */
const OF_WORK = /^(吨|头|只|羽|亩|斤|立方米|千瓦|兆瓦)$/

/** 亿元以上, 千亿, 百亿产业 are amounts; a lone 百, 千, 万 before a noun is a turn of phrase. */
export function bareName(text: string, q: Quantity, tokens: readonly Token[]): Naming | null {
  const run = text.slice(q.numeral.start, q.numeral.end)
  const rest = text.slice(q.end, q.end + 3)
  const last = tokens[tokens.length - 1]
  const bounded =
    /^(以上|及以上|级|以内|以下|左右)/.test(rest) ||
    q.unit.endsWith('级') ||
    (last !== undefined && last.end === q.start && (last.flags & BEFORE) !== 0)
  if (bounded && (q.unit !== '' || run.length > 1 || /^级/.test(rest) || run === '亿')) return null
  if (run === '亿' && q.unit === '元') return null
  // 千万吨奶工程: what the work is called by
  if (OF_WORK.test(q.unit) && /^[\u4e00-\u9fff]{0,5}(工程|计划|行动|战略)(?!量)/.test(text.slice(q.end, q.end + 9)))
    return { end: q.end, reason: 'name' }
  if (run.length > 1 && (q.unit !== '' || CLASS_OF_AMOUNT.test(text.slice(q.end, q.end + 10)))) {
    return /[百千十]/.test(run[0]!) || run === '万亿' ? null : { end: q.numeral.end, reason: 'idiom' }
  }
  if (run.length > 1 && /亿$/.test(run)) return null
  if (OF_PLANT.test(q.unit)) return { end: q.end, reason: 'name' }
  return {
    end: run.length > 1 ? q.numeral.end : q.end,
    reason: run.length === 1 && q.unit === '' && inProperName(text, q.numeral.end, q.start) ? 'name' : 'idiom',
  }
}

/** Before a lone magnitude: words that make it a vague number, 几千, 上万, 成千成万, and those of 双千, 每万. */
const VAGUE = /[几数上成每近过整好十双各零]$/

/**
 * Whether the magnitude before `end` is a syllable of a name: 万福河, 百克生物, 千喜鹤集团. The turns of phrase of the language are in
 * the table of names and are found before; what no turn of phrase claims and nothing counts was given to a river or a firm.
 */
function inProperName(text: string, end: number, start: number): boolean {
  if (VAGUE.test(text.slice(Math.max(0, start - 1), start))) return false
  if (!isHan(text.charCodeAt(end)) || !/[\u4e00-\u9fff\d、]/.test(text[end + 1] ?? '') || prefixesUnit(text, end - 1))
    return false
  return !NO_NAME.test(text.slice(end, end + 2))
}

/** What a lone magnitude counts or tells of in a figure of speech, with or without a noun: 千年, 百校, 万卡, 千兆. */
const NO_NAME =
  /^([年分方家户人名村县乡镇校企所社店场园城日天夜次里岁代载米亩吨倍种项件个条座支片兆卡难丈险帆钧川难言字行业尺度余多及以和与、]|差[万别]|城一)/
