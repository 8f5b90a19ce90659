/** Whether a quantity is stated (measure) or only says which things are meant (qualifier). */
import { ACT, AFTER, BEFORE, dimensionOf, MODAL, RANKV, STATE, WEAK } from '../catalogue/lexicon.ts'
import { kindOf, QUOTE, SPACE, STOP } from './chars.ts'
import type { Governor, Place } from './clause.ts'
import type { Quantity } from './quantity.ts'
import { T_LIST, T_QUANTITY, T_STOP, type Token } from './tokens.ts'

const THRESHOLD = /^(money|area|age|length|mass|volume|power|energy|count|persons|time|households)/
const SPEC_UNIT = /^(英寸|纳米|毫米|伏|千伏|分钟|小时|寸|米|千瓦|兆瓦|克拉|千赫|kV|MW)$/
const SPEC_NOUN =
  /^(过境免签|免签|急救圈|医疗圈|生活圈|服务圈|通勤圈|交通圈|经济圈|健身圈|便民|文化|公共|商圈|养老|阅读|托育|就业|出行|物流|硅|级|高性能|芯片|制程|晶圆|大口径|快递|达|都市圈|朝发|“?[^，。；]{0,8}圈)/

/** The role of the quantity at `k`; `limit` is the end of its statement. */
export function roleOf(
  text: string,
  tokens: readonly Token[],
  k: number,
  q: Quantity,
  place: Place,
  governor: Governor,
  limit: number,
): 'measure' | 'qualifier' {
  if (q.shape === 'rank' || q.shape === 'structure' || q.shape === 'fold') return 'measure'
  const next = tokens[k + 1]
  const bounded = next !== undefined && next.start === q.end && (next.flags & AFTER) !== 0
  const at = bounded ? next.end : q.end
  const reached = governor.reach !== null || (governor.bound !== null && governor.bound.end === q.start)
  // 25度以下52万亩: a bound that another quantity follows says which
  if (bounded && tokens[k + 2]?.type === T_QUANTITY && at < limit && /^\s?$/.test(text.slice(at, tokens[k + 2]!.start)))
    return 'qualifier'
  if (q.numeral.bare && counts(text, tokens, k, q, bounded)) return 'measure'
  if (q.numeral.bare || (q.numeral.han && q.unit === '' && text[q.end - 1] === '亿'))
    return bareRole(text, q, at, limit, reached, bounded)
  const dimension = dimensionOf(q.unit) ?? 'count'
  if (
    bounded &&
    nounAt(text, at, limit) &&
    THRESHOLD.test(dimension) &&
    !/^的(增长|增速|速度|增幅)/.test(text.slice(at, at + 4)) &&
    !governor.change &&
    !countedByVerb(tokens, k, dimension) &&
    !(PLAIN_COUNT.test(q.unit) && countsAlone(tokens, k))
  ) {
    // 投资10亿元以上项目, 80岁以上老人; but 完成投资10亿元以上的基础上
    return next!.end - next!.start >= 2 || dimension === 'money' || dimension === 'age' ? 'qualifier' : 'measure'
  }
  // 预增产值过10亿元的增长点
  if (
    governor.bound &&
    text[q.end] === '的' &&
    /元$/.test(q.unit) &&
    nounAt(text, q.end + 1, limit) &&
    !/^的(目标|任务|大关|预期)/.test(text.slice(q.end, q.end + 3))
  )
    return 'qualifier'
  if (
    governor.bound &&
    text.slice(governor.bound.start, governor.bound.end) === '过' &&
    /元$/.test(q.unit) &&
    place.previous >= 0
  )
    return 'qualifier'
  // 谋划投资过5亿元项目7个: a bound amount right before what it bounds
  if (governor.bound && /元$/.test(q.unit) && BOUNDED_NOUN.test(text.slice(q.end, q.end + 8))) return 'qualifier'
  if (/^(公里|米)$/.test(q.unit) && /^[^，。；、]{0,8}圈/.test(text.slice(q.end, q.end + 10))) return 'qualifier'
  if (SPEC_UNIT.test(q.unit) && SPEC_NOUN.test(text.slice(q.end, q.end + 10))) return 'qualifier'
  // 占比超过10%的有44种: the share says which
  if (
    /^的?(共|约|已)?(有|达|占)/.test(text.slice(at, at + 3)) &&
    tokens[k + 1] !== undefined &&
    /^%|％$/.test(q.unit) &&
    soon(tokens, k, at)
  )
    return 'qualifier'
  // 时速250公里列车; 再延长30年试点
  if (/时速$/.test(text.slice(q.start - 2, q.start)) && nounAt(text, at, limit)) return 'qualifier'
  if (
    q.unit === '年' &&
    /^(试点|政策|整[省县市区])/.test(text.slice(at, at + 2)) &&
    /延长$/.test(text.slice(q.start - 2, q.start))
  )
    return 'qualifier'
  // 3年翻一番: over how long
  if (q.unit === '年' && text[q.end] === '翻') return 'qualifier'
  if (poolOfRank(text, tokens, k, q)) return 'qualifier'
  return 'measure'
}

/** What an amount bounds where it stands right before it. */
const BOUNDED_NOUN = /^的?(重点|重大|工业|产业|商贸|龙头|骨干|招商|签约|开工)*(项目|企业|产业|集群|园区|大户)/

const COUNTED = /^(count|persons|households|traffic)/

/** 取缔近万辆三轮车: a bare magnitude with a measure word, under a bound or an act and with no other count after it. */
function counts(text: string, tokens: readonly Token[], k: number, q: Quantity, bounded: boolean): boolean {
  if (bounded || q.unit === '' || text[q.end] === '级') return false
  if (!COUNTED.test(dimensionOf(q.unit) ?? '') && !(/^(公里|米)$/.test(q.unit) && text[q.end] === '的')) return false
  const last = tokens[k - 1]
  if (!last || last.end !== q.start || !(last.flags & (ACT | WEAK | STATE | BEFORE))) return false
  return countsAlone(tokens, k)
}

/** Whether no other quantity follows before the clause or its item of a list ends. */
function countsAlone(tokens: readonly Token[], k: number): boolean {
  for (let j = k + 1; j < tokens.length; j++) {
    if (tokens[j]!.type === T_QUANTITY) return false
    if (tokens[j]!.type === T_STOP || tokens[j]!.type === T_LIST) return true
  }
  return true
}

/** Whether another quantity follows within a few characters. */
const soon = (tokens: readonly Token[], k: number, at: number): boolean => {
  const next = tokens.slice(k + 1, k + 5).find(t => t.type === T_QUANTITY)
  return next !== undefined && next.start - at <= 4
}

/** Measure words that bound nothing: 5个以上装备制造项目 counts projects. */
const PLAIN_COUNT = /^(个|家|项|条|座|所|处|件|场|套|只|支)$/

/** 实施40个以上技改项目: a count under a verb, with no other count after it, states how many. */
function countedByVerb(tokens: readonly Token[], k: number, dimension: string): boolean {
  if (!/^(count|households)/.test(dimension)) return false
  const last = tokens[k - 1]
  if (!last || last.end !== tokens[k]!.start || !(last.flags & (ACT | WEAK | STATE | MODAL))) return false
  return countsAlone(tokens, k)
}

const MAKING = /(打造|建设|建成|培育|创建|培植)[^，。；、]{2,12}$/

/** 亿元以上项目, 百亿产业, 千亿级集群 say which; 突破千亿 states. */
function bareRole(
  text: string,
  q: Quantity,
  at: number,
  limit: number,
  reached: boolean,
  bounded: boolean,
): 'measure' | 'qualifier' {
  if (bounded) return nounAt(text, at, limit) ? 'qualifier' : 'measure'
  // 打造产值超千亿工业强县: what is to be made is the county
  if (
    reached &&
    MAKING.test(text.slice(Math.max(0, q.start - 18), q.start)) &&
    nounAt(text, at, limit) &&
    !/^(元?的?(大关|台阶|规模|目标|门槛))/.test(text.slice(at, at + 4))
  )
    return 'qualifier'
  // 过亿元项目 says which; 突破千亿元大关 states
  if (reached)
    return nounAt(text, at, limit) &&
      !/^(大关|台阶|规模|门槛|级规模|级[，。、；\n]|的(目标|大关|台阶)|的?[^，。；、]{0,4}(县|市|省份|省|区|队伍|人口|城市|大市)[，。；、])/.test(
        text.slice(at, at + 9),
      )
      ? 'qualifier'
      : 'measure'
  if (text[at] === '级' || nounAt(text, at, limit)) return /^(户|家|人|个|亩|吨)/.test(q.unit) ? 'measure' : 'qualifier'
  return 'measure'
}

/** Whether a noun follows at `i`. */
function nounAt(text: string, i: number, limit: number): boolean {
  if (i >= limit) return false
  if (text[i] === '的') i++
  const char = text.charCodeAt(i)
  const kind = kindOf(char)
  if (kind === STOP || kind === SPACE || text[i] === '、') return false
  if (kind === QUOTE) return '“‘《'.includes(text[i]!)
  return !/^(和|与|及|以及|，|并|且|而|也|又|但)/.test(text.slice(i, i + 2))
}

/** 168个重点城市排名第18位: the field ranked in. */
function poolOfRank(text: string, tokens: readonly Token[], k: number, q: Quantity): boolean {
  if (dimensionOf(q.unit)?.startsWith('count') === false) return false
  for (let j = k + 1; j < tokens.length && j <= k + 8; j++) {
    const t = tokens[j]!
    if (t.type === T_STOP) return false
    if (t.type === T_QUANTITY)
      return (
        t.quantity!.shape === 'rank' &&
        tokens.slice(k + 1, j).some(m => m.flags & (RANKV | BEFORE)) &&
        !'，、'.includes(text[q.end]!) &&
        /在|中(?![国央心部])/.test(`${text.slice(Math.max(0, q.start - 6), q.start)}，${text.slice(q.end, t.start)}`)
      )
  }
  return false
}
