/** Whether a figure happened, is an estimate, a target or neither, and how firmly a target binds. */
import { BEFORE, DOWN, ESTIMATE, MODAL, STATE, TO, UP } from '../catalogue/lexicon.ts'
import { type Place, REACH } from './clause.ts'
import type { Quantity } from './quantity.ts'
import { T_WORD, type Token } from './tokens.ts'
import type { Figure, Statement, Status } from './types.ts'

/** Status by the statement, corrected by 预计 before it and by （目标…） round it. */
export function statusOf(
  text: string,
  tokens: readonly Token[],
  place: Place,
  statement: Statement,
  q: Quantity,
  k: number,
): Status {
  if (place.bracket && /^[^，。]{0,6}(目标|计划)/.test(text.slice(place.clauseStart, q.start))) return 'target'
  if (q.shape === 'structure' && /^[^，。；]{0,4}(优化|调整|变|转|演变|提升)/.test(text.slice(q.end, q.end + 8))) return 'context'
  const fromTo =
    /(由|从)[^，。；]{0,24}$/.test(text.slice(Math.max(place.clauseStart, q.start - 26), q.start)) &&
    /^(、\d[\d.]*[万亿]?[^，。；、\d]{0,3})*(，(?=[\u4e00-\u9fff]{2}[到至为]))?[^，。；、]{0,6}(提高|增加|上升|下降|降|增长|扩大|提升|增|[提调涨]至|[提调涨]到|优化|调整|减少|缩短|压缩|升|发展|变|整合|精简|达到|(到|至)(\d{4}|目前|现在|当前|去年|今年|[^，。；、]{0,6}的))/.test(
      text.slice(q.end, q.end + 16),
    )
  // 将现行16%的税率降至13%
  const disposed =
    /[将把][^，。；]{0,24}$/.test(text.slice(Math.max(place.clauseStart, q.start - 26), q.start)) &&
    /^[^，。；、]{0,6}(提高|降低?|上调|下调|增加|扩大|压缩|缩短|减少|压减|提升)[到至为]/.test(text.slice(q.end, q.end + 16))
  if (fromTo || disposed) return 'context'
  // 没有完成12.5%的预期目标: what was promised, told in the review
  if (/^(左右|以上|以内)?的(全年|年度|年初|预期|既定|规划|增长)*目标/.test(text.slice(q.end, q.end + 12))) return 'target'
  // 在连续两年增长13%的基础上: what is built on has been reached
  if (BASIS.test(text.slice(q.end, q.end + 8)) && /在[^，。；]{0,24}$/.test(text.slice(place.clauseStart, q.start)))
    return 'actual'
  if (statement.kind === 'plan') return foreseen(text, tokens, place, k) ? 'estimated' : 'target'
  for (let j = k - 1; j >= Math.max(0, k - REACH); j--)
    if (tokens[j]!.flags & ESTIMATE && estimates(text, tokens, j)) return 'estimated'
  if (statement.kind === 'context' && statement.question === null) return 'context'
  if (DEMANDED.test(text.slice(statement.start, q.start))) return 'context'
  if (statement.kind !== 'context' || !statement.question?.startsWith('plan')) return 'actual'
  return TOLD.test(text.slice(statement.start, q.start)) ? 'actual' : 'target'
}

/** 稳预期, 好于预期: what was expected is a noun unless a verb follows it. */
function estimates(text: string, tokens: readonly Token[], j: number): boolean {
  const t = tokens[j]!
  if (text.slice(t.start, t.end) !== '预期') return true
  const next = tokens[j + 1]
  return (
    next !== undefined && next.start === t.end && next.type === T_WORD && (next.flags & (UP | DOWN | TO | BEFORE | STATE)) !== 0
  )
}
const BASIS = /^(左右|以上|以内)?的?基础上/
/** Among the plans, what is said to have come about. */
const TOLD = /已(?!批|定|故)|(去年|上年|过去|几年来|解放)(?!的|水平)[^，。；]*了/
/** 纲要要求…达到: what a programme asked for. */
const DEMANDED = /(纲要|规划|计划)(草案|修正案|修正草案)?(所?要求|规定)[^。已了]*$/

/** 预计高校毕业生超过30万人: what will come of itself, told among the plans, is no promise. */
function foreseen(text: string, tokens: readonly Token[], place: Place, k: number): boolean {
  const clause = tokens.slice(place.clause, k)
  return clause.some(t => t.flags & ESTIMATE) && GIVEN.test(text.slice(place.clauseStart, tokens[k]!.start))
}
const GIVEN = /(毕业生|新成长劳动力|退休人员|考生|出生人口)(人数|规模)?(将|会|约|近|达到?|超过?|突破)*$/

export function commitmentOf(text: string, tokens: readonly Token[], place: Place): Figure['commitment'] {
  for (let j = place.k - 1; j >= place.clause; j--) {
    const t = tokens[j]!
    if (t.type !== T_WORD || !(t.flags & (MODAL | ESTIMATE))) continue
    const word = text.slice(t.start, t.end)
    if (/确保|保证|必须|力保|务必|坚决/.test(word)) return 'firm'
    if (/力争|争取|努力|有望/.test(word)) return 'striving'
  }
  return 'plain'
}
