/** What a quantity is a quantity of, where the noun phrase stands before it. */
import {
  ACT,
  ADVERB,
  AFTER,
  BEFORE,
  DOWN,
  ESTIMATE,
  INDICATOR,
  MODAL,
  PART,
  PRED,
  SCOPE,
  STATE,
  TIME,
  TO,
  UP,
  VADV,
  WEAK,
} from '../catalogue/lexicon.ts'
import { kindOf, SPACE } from './chars.ts'
import type { Place } from './clause.ts'
import { CONNECTIVE, KEPT, NO_PREPOSITION, type Phrase, trim } from './noun.ts'
import { T_BASE, T_DATE, T_LIST, T_QUOTE, T_STOP, T_WORD, type Token } from './tokens.ts'

const LEADING = SCOPE | TIME | ESTIMATE | MODAL | ADVERB | PART

/** The subject or object that stands before the quantity, or null where the segment holds none. */
export function phraseBefore(text: string, tokens: readonly Token[], place: Place, subjectEnd: number): Phrase | null {
  // 规模相当于此前总里程的50%: what is compared stands before the verb, its yardstick after
  const like = text[tokens[place.k]!.start - 1] === '的' ? text.slice(place.segmentStart, subjectEnd).indexOf('相当于') : -1
  if (like >= 2) subjectEnd = place.segmentStart + like
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
      // 根据情况变化取消14项: the reason is no subject
      if (REASON.test(text.slice(token.start, token.end))) {
        const verb = tokens
          .slice(j + 1, place.k)
          .find(t => t.type === T_WORD && t.flags & (ACT | WEAK | PRED) && !(t.flags & KEPT) && t.end <= subjectEnd)
        start = verb ? verb.end : subjectEnd
        action = verb ?? null
        break
      }
      if (
        token.flags & LEADING &&
        !(token.flags & KEPT) &&
        !modifies(text, token) &&
        !bounds(tokens, j) &&
        subjectEnd - token.end >= 2
      ) {
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
      // 2650亿元（不含所辖市，下同）、增长9%: what stands in a bracket before the subject is passed over
      const close = OPEN.test(text[token.start]!) ? closing(text, tokens, j, place.k) : -1
      if (close > 0) {
        j = close
        start = tokens[j]!.end
        continue
      }
      // 比上个五年增加投资: the verb goes with its base
      const verb = tokens[j + 1]
      if (
        token.type === T_BASE &&
        verb?.type === T_WORD &&
        verb.start === token.end &&
        verb.flags & (UP | DOWN) &&
        verb.end < subjectEnd
      ) {
        start = verb.end
        j++
      }
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
  const opens = start
  // a strong verb further on cuts the phrase: 158个重点项目累计完成投资
  for (let m = place.k - 1; m >= j; m--) {
    const token = tokens[m]!
    if (token.type !== T_WORD || token.start < start || token.end >= subjectEnd || token.flags & KEPT) continue
    if (!(token.flags & (ACT | STATE))) continue
    // 共清理规章: the total word goes with the verb after it
    const verbNext = tokens[m + 1]?.start === token.end && (tokens[m + 1]!.flags & (ACT | WEAK)) !== 0
    if (token.flags & STATE && token.end - token.start < 2 && !verbNext) continue
    if (quoted(text, tokens, m) || nominal(text, token, start, subjectEnd, tokens[place.k]!)) continue
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
    const next = tokens[m + 1]
    // 就业工程年内｜新增就业岗位
    const dated =
      token.type === T_WORD && token.flags & TIME && token.start > start && next?.start === token.end && next.flags & INDICATOR
    if (token.flags & PART || token.type === T_BASE || dated) {
      start = token.end
      break
    }
  }
  // 税金达到财政收入的50%, 标准不低于低保标准的1.6倍: the measure stands before the verb, its yardstick after
  if (text[tokens[place.k]!.start - 1] === '的') {
    const yard = tokens
      .slice(place.segment, place.k)
      .find(t => t.type === T_WORD && t.flags & (TO | BEFORE) && t.start > start + 1 && t.end < subjectEnd)
    if (yard) subjectEnd = yard.start
  }
  ;[start, subjectEnd] = trim(text, start, subjectEnd)
  const verb = LIGHT.test(text.slice(place.segmentStart, start)) ? null : closingVerb(text, tokens, place, start, subjectEnd)
  if (verb) {
    action ??= verb.flags & ACT ? verb : null
    ;[start, subjectEnd] = trim(text, start, verb.start)
  }
  // 新校区、总投资7100万元的学校: the head alone, it belongs to what follows
  const tail = text.slice(Math.max(start, subjectEnd - 6), subjectEnd)
  const comma = subjectEnd - tail.length + tail.lastIndexOf('、')
  // 建立包联机制、完成投资: nor is a second predicate behind a list mark the object of the first
  const item = tail.includes('、') && comma > start ? text.slice(comma + 1, subjectEnd) : ''
  if (/^(总?投资|总?面积|总?长度?|概算|总?造价)$/.test(item)) start = comma + 1
  else if (/^(完成|实现)(投资|产值|收入)$/.test(item)) start = comma + 3
  ;[start, subjectEnd] = unwrapLocative(text, start, subjectEnd)
  // 一般公共预算收入剔除一次性因素后: how it was reckoned is no part of it
  const reckoned = RECKONED.exec(text.slice(start, subjectEnd))
  if (reckoned && reckoned.index >= 2) subjectEnd = start + reckoned.index
  // 某县成为生产总值超千亿元县: what follows is what it became
  const became = text.slice(start, subjectEnd).indexOf('成为')
  if (became >= 0 && subjectEnd - start - became > 3) start += became + 2
  // 决定将人均收入3000元作为标准: what is disposed of stands after 将 or 把
  const taken = /(决定|明确|确定|要求|已|同意)[将把](?!来|关|握)/.exec(text.slice(start, subjectEnd))
  if (taken && subjectEnd - start - taken.index - taken[0].length >= 2) start += taken.index + taken[0].length
  // 完成年度目标的31.5%: the verb belongs to what the share is of
  const done = /(完成|占|实现)(年度|全年|年初|全部)?(预期)?(目标|任务|计划)(任务)?$/.exec(
    text.slice(place.segmentStart, subjectEnd),
  )
  if (done && place.segmentStart + done.index < start) start = place.segmentStart + done.index
  if (subjectEnd - start < 1 || (subjectEnd - start === 1 && NO_NOUN.includes(text[start]!))) return null
  if (isOwned(text, opens, start, subjectEnd)) return { start: opens, end: subjectEnd, action: null }
  return { start: withVerb(text, place, start, subjectEnd, action), end: subjectEnd, action }
}

/** 剔除…因素后, 扣除价格因素, 3年: a basis of comparison or a span of time behind a subject. */
const RECKONED = /(剔除|扣除|不含)[^，。；]{2,16}(因素|影响)(后|外)?$|\d{1,2}年$/

const OPEN = /[（(]/
const CLOSE = /[）)]/

/** The token that closes the bracket opened at `j`, or -1. */
function closing(text: string, tokens: readonly Token[], j: number, limit: number): number {
  for (let m = j + 1; m < limit; m++) if (tokens[m]!.type === T_STOP && CLOSE.test(text[tokens[m]!.start]!)) return m
  return -1
}

/** Single characters that a number may follow and that name nothing: 仅用, 就, 完成好. */
const NO_NOUN = `${CONNECTIVE}就仅均都共各只约位好照总年月日次期略虽`

/** Verbs that say no more than that it was done: what was done stands after them, as 房屋征收 in 完成房屋征收. */
const LIGHT = /(完成|实现|开展|推进|实施|进行|启动|落实)了?$/

/**
 * Whether a verb inside the phrase is part of a noun: 人才培养和科研项目, 每千人拥有床位数, and in rates, ranks and
 * changes 生活垃圾处置体系覆盖率, which no verb but one of causing governs.
 */
function nominal(text: string, verb: Token, start: number, end: number, of: Token): boolean {
  if (/[和与及或]/.test(text[verb.end]!)) return true
  const before = text.slice(start, verb.start)
  // 自主创新、结构调整、节能减排: an item of a list that ends in a verb is a noun
  if (text[verb.end] === '、' && /、[\u4e00-\u9fff]{2,6}$/.test(before)) return true
  if (/每[百千十]?万?(名|户|个|位)?(常住|城镇)*(人口?|居民|家庭|户|名)/.test(before)) return true
  // 学位授予单位, 垃圾收集设施: an act and who or what does it make a noun
  if (/[\u4e00-\u9fff]{2}$/.test(before) && AGENT.test(text.slice(verb.end, end)) && !DOES.test(text.slice(verb.start, verb.end)))
    return !/(全年|全市|全省|全县|全区|累计|共|已|年内|当年|其中|新)$/.test(before)
  const { shape, unit } = of.quantity!
  if (shape !== 'rank' && !/^([%％‰]|个?百分点)$/.test(unit)) return false
  return (
    /[\u4e00-\u9fff]{2}$/.test(before) &&
    !CAUSES.test(text.slice(verb.start, verb.end)) &&
    /(率|比重|占比|比例|数|数量|总量|量|总额|额|水平|度|指数|产值|收入|增加值|出口|进口|营收|利润|余额)$/.test(
      text.slice(verb.end, end),
    ) &&
    !/(全年|全市|全省|全县|全区|累计|共|已|年内|当年|其中)$/.test(before)
  )
}

const AGENT = /^(补贴等?|费用等?|单位|机构|基地|中心|平台|体系|设施|系统|场所|站点|服务点|网点|能力)$/
const DOES = /^(新|累计|完成|实施|建|改|扩|增|打造|创建|启动|提升|带动|获批|引进|培育|认定)/
const CAUSES = /^(带动|拉动|推动|促进|助力|撬动|引领|完成|实现|新增|超额完成)$/

/** 推广｜节能灯, 改造开发｜面积: a short rest says too little without the verb next to it, where another word stands before. */
function withVerb(text: string, place: Place, start: number, end: number, action: Token | null): number {
  if (!action || action.end !== start || action.start <= place.segmentStart) return start
  const joins = /[\u4e00-\u9fff]/.test(text[action.start - 1]!)
  return joins && (end - start === 1 || (end - start === 2 && VAGUE.test(text.slice(start, end)))) ? action.start : start
}

const VAGUE =
  /^(面积|工程|能力|资金|活动|任务|措施|补贴|里程|规模|标准|产品|行动|问题|体系|设施|机构|服务|人员|人数|系统|功能|水平|设备|项目|单位)$/

/** Prepositions of reason and ground. */
const REASON = /^(根据|按照|由于|随着|鉴于|因|为了|针对)$/

/** Whether the stretch from `s` to `e` is one act and nothing else, as 开行 in 中欧班列累计开行. */
function onlyVerbs(tokens: readonly Token[], from: number, s: number, e: number): boolean {
  const token = tokens[from]
  return (
    token !== undefined && token.start === s && token.end === e && (token.flags & (ACT | WEAK)) !== 0 && !(token.flags & KEPT)
  )
}

/** 服务业完成增加值: a measure that is nothing without the industry before its verb. */
function isOwned(text: string, opens: number, start: number, end: number): boolean {
  return start - opens <= 16 && OWNED.test(text.slice(start, end)) && OWNER.test(text.slice(opens, start))
}

const OWNER = /^[\u4e00-\u9fff]{2,12}?(累计|共)?(完成|实现|创造)$/

/** Measures of an industry's output. */
const OWNED = /^(增加值|总产值|产值|利税|利税总额|利润|利润总额|销售收入|主营业务收入|营业收入)$/

/** Verbs of giving money: who gives is not what is counted. */
const GIVES =
  /^(投入(?!运营|使用|运行|生产)|发放|拨付|兑现|惠及|带动|拉动|撬动|减税|降费|减免|下达|筹集|筹措|融资|引进|引入|争取|到位|发展|完成|改造)/

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

/** 市级以上园区: the level bounds the noun. */
const bounds = (tokens: readonly Token[], j: number): boolean =>
  tokens[j + 1] !== undefined && tokens[j + 1]!.start === tokens[j]!.end && (tokens[j + 1]!.flags & AFTER) !== 0

/** 国际友城, 国家公园: a scope word that is part of the name, unlike 全市 and 我省. */
const modifies = (text: string, token: Token): boolean =>
  (token.flags & SCOPE) !== 0 && !'全我本各区市县省'.includes(text[token.start]!)

/** 覆盖率由“十二五”末的30.6%: the plan that a change starts from. */
const FROM_PLAN = /(?<=.)[由从较比][“"‘]?[一二三四五六七八九十]{1,3}五[”"’]?(规划)?(时期|期间)?(末期|初期|期?[末初])?的?$/

/** 进出口在订单减少的情况下: in what circumstances is no part of the subject. */
const CIRCUMSTANCES = /在[^，。；、]{2,24}的?(情况|条件|背景|前提|形势)下$/

/** 在…中 and 在…方面 name what is ranked or measured inside them. */
function unwrapLocative(text: string, start: number, end: number): [number, number] {
  if (
    (text[start] === '在' && !NO_PREPOSITION.test(text.slice(start, start + 2))) ||
    (text[start] === '对' && !TOWARDS.test(text.slice(start, start + 2)))
  )
    start++
  if (text.startsWith('分别', end - 2) && end - start > 3) end -= 2
  const from = FROM_PLAN.exec(text.slice(Math.max(start, end - 12), end))
  if (from) end -= from[0].length
  if (end - start > 3 && text[end - 1] === '中' && !'高初完集'.includes(text[end - 2]!)) end--
  if (text[end - 1] === '下') {
    const at = text.slice(start, end).search(CIRCUMSTANCES)
    if (at > 1) end = start + at
  }
  return [start, end]
}

/** 对口支援, 对外投资: 对 as part of a noun. */
const TOWARDS = /^对(口|外|内|接|台|象|手|策|标|流|话|联)/

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
