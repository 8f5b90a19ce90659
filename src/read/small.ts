/** Two to ten in Chinese characters before a measure word: a count of things, or what a named group or the sentence itself holds. */
import { ACT, BEFORE, STATE, WEAK } from '../catalogue/lexicon.ts'
import { isHan, kindOf, STOP } from './chars.ts'
import type { Quantity } from './quantity.ts'
import { T_LIST, T_QUANTITY, T_QUOTE, T_STOP, T_WORD, type Token } from './tokens.ts'

/** Whether a verb or a bound stands right before `start`. */
export function governed(tokens: readonly Token[], start: number): boolean {
  const last = tokens[tokens.length - 1]
  return (
    last !== undefined &&
    last.type === T_WORD &&
    (last.end === start || last.end + 1 === start) &&
    (last.flags & (ACT | WEAK | STATE | BEFORE)) !== 0
  )
}

/** What a small numeral numbers without counting: 三个方面, 五个关系. */
const ABSTRACT =
  /^(方面|领域|环节|层面|维度|阶段|关键|原则|重点|重要|重大|关系|翻番|翻一|问题|工作|时期|精准|更加|坚持|必须|突出|着力|注重|确保|“)/
/** Units of things that stand somewhere, which a text counts more often than it names groups of them. */
const CONCRETE = /^(座|条|所|家|台|辆|艘|架|栋|幢|处|口|眼|名|户|人|部|套)$/
/** Units of time and money: what they measure is never a group. */
const MEASURED = /^(个月|小时|分钟|岁|昼夜)$/
const ANY_COUNT = /^(座|条|所|家|台|辆|艘|架|栋|幢|处|口|眼|名|户|人|部|套|个|项|件|场|批|支|种|类)$/
/** After a concrete count and its noun: what became of them. */
const BECAME =
  /^[\u4e00-\u9fff]{1,10}?(全部|均|都|被|荣|已|先后|相继|实现|建成|投产|投运|投用|启动|竣工|完工|开工|升格|入选|落户|获|顺利|通车|进入)/
/** The things of a list go on with a count of more than ten, or of things that stand somewhere: 三座铁矿，八座炼焦炉. */
const GOES_ON =
  /^[\u4e00-\u9fff]{1,14}([，、和][二两三四五六七八九十]个[\u4e00-\u9fff]{1,14})*[，、]([一二三四五六七八九十百千]{2,}(个|座|条|所|家|台|处)|[二两三四五六七八九十](座|所|家|台))/

/** Whether two to ten before a measure word count something: a verb governs them, counts stand beside them, or it is told what became of what is counted. */
export function smallCount(text: string, from: number, limit: number, q: Quantity, tokens: readonly Token[]): boolean {
  if (Number(q.numeral.digits) <= 1) return false
  const after = text.slice(q.end, Math.min(limit, q.end + 40))
  if (ABSTRACT.test(after) || listedBeside(after, Number(q.numeral.digits)) || (q.unit === '篇' && after.startsWith('文章')))
    return false
  // 四里庄: a place named by its distance
  if (q.unit === '里' && /^[庄屯河店铺桥台坪营岗堡沟洼坡墩]/.test(after)) return false
  const before = text.slice(Math.max(from, q.start - 2), q.start)
  if (/[这那此该]$/.test(before)) return false
  // 二、三次管网: a second and a third
  if (q.unit === '次' && /[一二三]、$/.test(text.slice(Math.max(from, q.start - 2), q.start))) return false
  if (q.unit === '次' || q.unit === '届' || q.unit === '倍' || MEASURED.test(q.unit)) return true
  const clause = clauseBefore(text, q.start, tokens)
  const beside = clause.parallel || (CONCRETE.test(q.unit) && LIKE_BEFORE.test(text.slice(Math.max(from, q.start - 16), q.start)))
  if (
    /^(元|斤|公斤|吨|亩|米|公里|里)$/.test(q.unit) &&
    (BOUNDED.test(after) || (q.unit === '元' && kindOf(after.charCodeAt(0)) === STOP))
  )
    return true
  // 林权、农技等五项改革: more than the sentence names
  if (before.endsWith('等') && ANY_COUNT.test(q.unit) && !OF_POLICY.test(after) && isHan(text.charCodeAt(q.end)))
    if (namedBefore(text, from, q.start - 1) < Number(q.numeral.digits)) return true
  if (clause.broken) return ANY_COUNT.test(q.unit) && (beside || (!clause.inside && GOES_ON.test(after)))
  if (clause.counted || (governed(tokens, q.start) && from < q.start && !clause.listed)) return true
  // 经过三天, 出台十条支持政策
  if (q.unit === '天' && /(了|过|仅|用|经|历时|为期|长达|连续)$/.test(before)) return true
  if (q.unit === '条' && OF_POLICY.test(after) && before[before.length - 1] !== '等') return true
  if (!ANY_COUNT.test(q.unit) || /[这那此该等以下上述各]$/.test(before)) return false
  if (q.unit === '名' && /^[\u4e00-\u9fff]{2}/.test(after)) return true
  if (before === '其中' || (/^(个|家|户|名|人|所|座|条|台)$/.test(q.unit) && /^(?!规模)[\u4e00-\u9fff]{0,3}以上/.test(after)))
    return true
  if (beside || (!clause.inside && GOES_ON.test(after))) return true
  // 建成精品线路两条，: the count stands after what is counted
  const closes = after === '' || kindOf(after.charCodeAt(0)) === STOP
  if (
    closes &&
    clause.act &&
    (!clause.listed || CONCRETE.test(q.unit)) &&
    isHan(text.charCodeAt(q.start - 1)) &&
    !/^[：:]|^.?(一|第一|其一)/.test(after)
  )
    return true
  if (clause.act && BUILT.test(q.unit) && !/[和与及、，,]/.test(text.slice(Math.max(from, clause.actEnd), q.start))) return true
  return CONCRETE.test(q.unit) && BECAME.test(after)
}

/** A bound after a measure: 二斤左右. */
const BOUNDED = /^(左右|以上|以下|以内|上下)/
/** Things that stand somewhere, which a verb further off may govern: 实施城区两座水厂改造. */
const BUILT = /^(座|所|家|台|辆|艘|架|栋|幢|处|口|眼|户)$/
/** An item of the same kind right before: 一条环路、两条步道. */
const LIKE_BEFORE = /[一二两三四五六七八九十](座|条|所|家|台|栋|处)[\u4e00-\u9fff]{1,12}[、，和]$/

/** 两个环境（发展环境、生态环境）: a bracket right after names as many things. */
function listedBeside(after: string, count: number): boolean {
  const list = /^[\u4e00-\u9fff]{2,8}[（(]([^（()）]{3,36})[）)]/.exec(after)
  return list !== null && list[1]!.split('、').length === count && !/\d/.test(list[1]!)
}

/** How many things the list that ends at `end` names. */
function namedBefore(text: string, from: number, end: number): number {
  const list = /[^，,。；;：:\n]*$/.exec(text.slice(from, end))![0]
  return list.split(/[、和与及]/).length
}

/** Policies, which are counted by their articles. */
const OF_POLICY = /^(支持|惠企|具体|扶持|优惠)?(政策|措施|举措|意见)/

interface Clause {
  /** A list or a quotation opens in it before the numeral. */
  broken: boolean
  counted: boolean
  /** It is an item of a list with a verb of its own. */
  listed: boolean
  /** A verb stands in it before the numeral; where the one nearest to it ends. */
  act: boolean
  actEnd: number
  /** Something stands in it before the numeral. */
  inside: boolean
  /** The numeral opens it, and the clause or item before opens with a count as well: 三十座电站，六条铁路. */
  parallel: boolean
}

/** What stands in the clause of the numeral at `start`, before it. */
function clauseBefore(text: string, start: number, tokens: readonly Token[]): Clause {
  const clause: Clause = { broken: false, counted: false, listed: false, act: false, actEnd: 0, inside: false, parallel: false }
  let k = tokens.length - 1
  for (; k >= 0 && k >= tokens.length - 60; k--) {
    const token = tokens[k]!
    if (token.type === T_STOP) break
    // 新建步道20公里、建成线路两条: a verb of its own behind the mark
    if (token.type === T_LIST && clause.act) {
      clause.listed = true
      break
    }
    if (token.type === T_LIST || token.type === T_QUOTE) {
      clause.broken = true
      break
    }
    if (token.type === T_QUANTITY) {
      clause.counted = true
      break
    }
    if (token.type === T_WORD && token.flags & (ACT | WEAK) && !clause.act) {
      clause.act = true
      clause.actEnd = token.end
    }
  }
  const mark = tokens[k]
  clause.inside = (mark?.end ?? -1) !== start
  if (!mark || clause.inside || mark.type === T_QUOTE || !'，,、'.includes(text[mark.start]!)) return clause
  for (let j = k - 1; j >= 0; j--) {
    const token = tokens[j]!
    if (token.type !== T_QUANTITY) continue
    const before = tokens[j - 1]
    clause.parallel =
      token.quantity!.numeral.han &&
      (before === undefined || before.type === T_STOP || before.type === T_LIST) &&
      (before?.end ?? token.start) === token.start
    break
  }
  for (let j = k - 1; j >= 0 && clause.parallel; j--) {
    const token = tokens[j]!
    if (token.type === T_QUANTITY) break
    if (token.type === T_STOP || token.type === T_LIST || token.type === T_QUOTE) clause.parallel = false
  }
  return clause
}
