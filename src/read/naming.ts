/** Tells numerals that are names, codes, list marks or turns of phrase from those that state a quantity. */
import { BEFORE, countedAt, DOWN, STATE, TO, UP } from '../catalogue/lexicon.ts'
import { digitValue, isHan, kindOf, LATIN, STOP, startsNumeral } from './chars.ts'
import { bareName, CLASS_OF_AMOUNT, type Naming } from './magnitude.ts'
import { numberOf, type Quantity } from './quantity.ts'
import { inShortQuote } from './slogan.ts'
import { governed, smallCount } from './small.ts'
import { T_WORD, type Token } from './tokens.ts'

/** Units that number a thing rather than measure one. */
const NUMBERING = new Set(['号', '期', '届', '代', '级', '线', '路', '时', '周年', '版', '型', '楼', '#', '周', '局'])
const PLAN_NOUN =
  /^(来|以?来|教育|期|制|行动|计划|规划|攻坚|提升|工程|方案|大变样|变|建设|义务|一贯|毛入园率|发展|滚动|倍增|大|目标|任务|改革(?!开放)|禁|学制|如一日|前|后)/
const CAPACITY_UNIT =
  /^(吨|辆|千伏|千瓦|兆瓦|立方米|平方米|亩|公里|吨\/日|米|毫米|英寸|纳米|匹|马力|头|只|羽|床|千瓦时|度|伏|安|万吨|kV|MW|GW|GWh|MWh|吉瓦|吉瓦时|兆瓦时|标箱|克拉|升|kw|kV|KV|座|床位|℃)$/
const PROJECT_NOUN =
  /(项目|工程|电站|变电站|基地|生产线|码头|泊位|机组|电厂|水厂|处理厂|气田|油田|矿|煤矿|露天矿|装置|线路|输变电|货轮|船|铁路|水库|输电|煤电|风电|光伏|储能|热电|一期|二期|三期|扩建|技改)/

/**
 * Whether the numeral of `quantity` is no quantity, and why; null where it is one.
 * `tokens` are those already read in the statement.
 */
export function isName(text: string, from: number, limit: number, quantity: Quantity, tokens: readonly Token[]): Naming | null {
  return quantity.numeral.han ? hanName(text, from, limit, quantity, tokens) : digitName(text, from, limit, quantity, tokens)
}

function digitName(text: string, from: number, limit: number, q: Quantity, tokens: readonly Token[]): Naming | null {
  const { start, end } = q
  const before = start > from ? text[start - 1]! : ''
  const next = text[end] ?? ''
  const name = (to = end): Naming => ({ end: to, reason: 'name' })
  // no statistic has more digits than this; identity and account numbers do
  if (q.numeral.digits.length > 16) return name(q.numeral.end)
  // 14.2025年10件实事: a list mark that runs into a year
  if (q.unit === '年' && q.numeral.decimals === 4 && /^(19|20)\d\d$/.test(q.numeral.digits.split('.')[1]!))
    return { end: start + q.numeral.digits.indexOf('.'), reason: 'list' }
  if (q.shape === 'structure' || q.shape === 'range') return null
  if (bracketed(text, start, q.numeral.end) && q.unit === '') return { end: q.numeral.end, reason: 'list' }
  if (q.unit === '' && lineMark(text, from, start, q.numeral.end)) return { end: q.numeral.end, reason: 'list' }
  // <U+00A0> is what some captures write for a blank
  if (before === '+' && text.startsWith('<U', start - 3))
    return { end: end + Math.max(0, text.slice(end, end + 5).indexOf('>')), reason: 'furniture' }
  const code = text.charCodeAt(start - 1)
  if (q.unit === '' && /PM[\s_（(]{1,3}$/.test(text.slice(Math.max(from, start - 6), start))) return name(q.numeral.end)
  const latinBefore =
    start > from &&
    (kindOf(code) === LATIN ||
      ((before === '-' || before === '.' || before === '—') && kindOf(text.charCodeAt(start - 2)) === LATIN))
  if (latinBefore && (q.unit === '' || q.numeral.magnitude === 0)) {
    // PM2.5分别下降: the number of the particles, and no minutes
    return name(q.unit === '' || text.startsWith('PM', start - 2) ? q.numeral.end : end)
  }
  if (next === '+' || next === '＋' || before === '+' || before === '＋') {
    if (q.unit === '') return name()
  }
  if (q.numeral.denominator) return null
  if (q.unit === '' && /^[\u4e00-\u9fff]{0,8}热线/.test(text.slice(end, end + 10))) return name()
  // “2.28”大会, “30条”政策, 5.0版: days, nicknames and versions
  if (nickname(text, q)) return name(q.unit === '方' ? q.numeral.end : end)
  if (q.unit === '') {
    // 3400多贫困户: no name is so vague
    if (q.numeral.more && isHan(text.charCodeAt(end))) return null
    if (q.numeral.magnitude > 0) return /[级元]/.test(next) || q.numeral.magnitude >= 4 ? null : name()
    if (q.numeral.decimals > 0 && kindOf(text.charCodeAt(end)) !== LATIN && next !== '.') return null
    if (
      (countedAt(text, text[end] === ' ' ? end + 1 : end, limit) && !/^(19|20)\d\d$/.test(q.numeral.digits)) ||
      statesNumber(text, q, tokens, limit) ||
      inListOf(text, q, tokens) ||
      besideLike(text, q)
    )
      return null
    return name()
  }
  if (/^[GKADVXSBTM]$/.test(q.unit)) return name()
  // 6.8级地震: a class of stages has no decimals
  if (q.unit === '级' && q.numeral.decimals > 0) return null
  if (NUMBERING.has(q.unit)) {
    if (q.unit === '期' && taught(text, from, q)) return null
    if (q.unit === '届' || q.unit === '期') return governed(tokens, start) ? null : { end, reason: 'ordinal' }
    return { end, reason: q.unit === '时' ? 'date' : 'name' }
  }
  if (q.unit === '年') {
    const rest = text.slice(end, end + 4)
    if (q.numeral.digits.length === 4 && q.numeral.magnitude === 0 && q.numeral.decimals === 0) return { end, reason: 'date' }
    // 20年来最好水平, 5年提升10.6个百分点: a stretch of time
    if (/^(以?来|提升[0-9])/.test(rest)) return { end, reason: 'date' }
    if (rest.startsWith('如一日') || lasted(text, from, start)) return null
    // 新10年扶贫纲要
    if (before === '新' && isHan(text.charCodeAt(end))) return name()
    // 相当于5年前
    if (/^[前后](?!景)/.test(rest)) return { end: end + 1, reason: 'date' }
    if (PLAN_NOUN.test(rest)) return name()
    return null
  }
  // 以下14个方面的工作: counts what the text itself lists
  if (/(以下|如下)$/.test(text.slice(Math.max(from, start - 2), start)) && /^(个|项|件|条|点)?$/.test(q.unit))
    return { end, reason: 'list' }
  // 重点做好9个方面工作：
  if (/^[个项]?$/.test(q.unit) && ANNOUNCED.test(text.slice(end, end + 9))) return { end, reason: 'list' }
  if (q.unit === '日' || q.unit === '月' || q.unit === '点')
    return { end, reason: q.unit === '点' && q.numeral.decimals ? 'name' : 'date' }
  if (q.unit === '分' && /[时点]$/.test(before)) return { end, reason: 'date' }
  if (capacityInName(text, q, limit)) return name()
  // 10kV、0.4kV线路
  if (/^(kV|KV|kv|千伏)$/.test(q.unit) && VOLTAGE_OF.test(text.slice(end, end + 24))) return name()
  if (/[路街巷]$/.test(before) && q.unit === '号') return name()
  return null
}

/** What a list of work to come is announced with. */
const ANNOUNCED = /^(个?方面)?的?(重点|主要)?(工作|任务|工作任务)[：:]/

const OPENING = '“"‘《「'
const CLOSING = '”"’》」'

/** “2.28”, “30条”, “稳经济20条”, 3.0方案, “3个100”: numerals that only name. */
function nickname(text: string, q: Quantity): boolean {
  const { digits, decimals, end } = q.numeral
  if (
    decimals === 1 &&
    digits.length === 3 &&
    digits.endsWith('.0') &&
    (VERSIONED.test(text.slice(end, end + 2)) || (q.unit === '' && isHan(text.charCodeAt(end))))
  )
    return true
  // 7.21集中安置, 5.12特大地震: a day that something happened on
  if (
    q.unit === '' &&
    DAY.test(digits) &&
    /^(集中|片区|灾后|特大|洪|水灾|暴雨|地震|大|事|火灾|专项|台风)/.test(text.slice(end, end + 2))
  )
    return true
  const gap = text[q.start - 1] === ' ' ? 1 : 0
  const quoted = OPENING.includes(text[q.start - 1 - gap] ?? '#')
  if (quoted && q.unit === '个' && startsNumeral(text.charCodeAt(q.end))) return true
  if (CLOSING.includes(text[q.end + (text[q.end] === ' ' ? gap : 0)] ?? '#')) {
    // “0.1微克”行动
    if (quoted && /^(行动|工程|计划|攻坚)/.test(text.slice(q.end + 1, q.end + 3))) return true
    if (quoted && q.unit === '' && decimals > 0) return true
    if (q.unit === '条' && /[“"‘][\u4e00-\u9fff]{0,12}$/.test(text.slice(Math.max(0, q.start - 14), q.start))) return true
  }
  return inGroup(text, q.start)
}

const DAY = /^(1[0-2]|[1-9])\.([12]\d|3[01]|[1-9])$/
const VERSIONED = /^(版|方案|时代|政策|模式|行动|系统|平台|计划|工程|建设|阶段)/

/** Whether the numeral at `at` stands right after N个 in quotation marks: “3个100”, “四个翻番”. */
export const inGroup = (text: string, at: number): boolean =>
  (text[at - 1] === '个' || text[at - 2] === '个') &&
  /[“"‘][一二两三四五六七八九十\d]{1,2}个[ ]?$/.test(text.slice(Math.max(0, at - 6), at))

/** 提高15、22个百分点: an integer without a unit under a verb of change, the unit stands at the list's end. */
function inListOf(text: string, q: Quantity, tokens: readonly Token[]): boolean {
  const last = tokens[tokens.length - 1]
  return (
    last?.end === q.start &&
    (last.flags & (UP | DOWN | TO | BEFORE)) !== 0 &&
    /^([、和与及]\d+(\.\d+)?)+(个百分点|百分点|倍|%|％)/.test(text.slice(q.end, q.end + 30))
  )
}

/** 2金、4银、8铜 and 8镇9乡: medals and townships are counted without a measure word where two kinds stand side by side. */
function besideLike(text: string, q: Quantity): boolean {
  if (q.numeral.decimals > 0 || q.numeral.digits.length > 3) return false
  const around = text.slice(q.numeral.end, q.numeral.end + 8)
  const before = text.slice(Math.max(0, q.start - 6), q.start)
  return (
    (MEDAL.test(around) && (/\d[金银铜][牌、和，]?$/.test(before) || /^[金银铜][牌、和]?\d+[金银铜]/.test(around))) ||
    (TOWNSHIP.test(around) &&
      (/\d(个)?(镇|乡|街道|社区|村)[、和]?$/.test(before) ||
        /^(镇|乡|街道|社区|村)[、和]?\d+(个)?(镇|乡|街道|社区|村)/.test(around)))
  )
}

const MEDAL = /^[金银铜](?![融])/
const TOWNSHIP = /^(镇|乡|街道|社区|村)/

/** 举办培训班124期: so many were held; a building has few stages. */
function taught(text: string, from: number, q: Quantity): boolean {
  if (text[q.start - 1] === '第') return false
  return (
    numberOf(q.numeral) >= 10 ||
    held(text, q.start) ||
    /(班|培训|讲座|论坛|讲堂|沙龙|活动)[ ]?$/.test(text.slice(Math.max(from, q.start - 5), q.start))
  )
}

/** A bare integer is a value only where the text says what it is the value of. */
function statesNumber(text: string, q: Quantity, tokens: readonly Token[], limit: number): boolean {
  const last = tokens[tokens.length - 1]
  if (!last || last.end !== q.start) return false
  if (kindOf(text.charCodeAt(q.end)) === LATIN || text[q.end] === '.') return false
  if (q.end < limit && isHan(text.charCodeAt(q.end))) {
    // 以上, 左右 or a bound may follow; a noun makes it a name (达到500强)
    if (!/^(以上|左右|以内|以下|的|和|及)/.test(text.slice(q.end, q.end + 2))) return false
  }
  return last.type === T_WORD && (last.flags & (TO | STATE | BEFORE)) !== 0
}

export function bracketed(text: string, start: number, end: number): boolean {
  const open = text[start - 1]
  const close = text[end]
  return (
    (open === '（' || open === '(' || open === '[' || open === '［' || open === '〔' || open === '【') &&
    (close === '）' || close === ')' || close === ']' || close === '］' || close === '〕' || close === '】')
  )
}

/** 1. or 1、 or 1． at the start of a statement or after a stop. */
function lineMark(text: string, from: number, start: number, end: number): boolean {
  const mark = text[end]
  if (mark !== '.' && mark !== '．' && mark !== '、' && mark !== ')' && mark !== '）') return false
  if (digitValue(text.charCodeAt(end + 1)) >= 0) return false
  for (let i = start - 1; i >= from; i--) {
    const c = text[i]!
    if (c === ' ' || c === '\u3000') continue
    return c === '。' || c === '；' || c === '：' || c === '\n' || c === ';' || c === ':'
  }
  return end - start <= 2
}

const VOLTAGE_OF = /^(、[\d.]+(kV|KV|kv|千伏))*(及以上|以上)?[\u4e00-\u9fff]{0,6}(线路|变电|输变电|电网|供电|电缆|工程)/

/** 大唐700万吨露天矿项目: a capacity that names the project it stands in. */
function capacityInName(text: string, q: Quantity, limit: number): boolean {
  // 5000多万千瓦机组: no name is so vague
  if (!CAPACITY_UNIT.test(q.unit) || q.numeral.more) return false
  // 关停300万千瓦小火电机组: so much of it was dealt with
  if (/(关停|淘汰|新增|退出|压减|化解|拆除)$/.test(text.slice(Math.max(0, q.start - 2), q.start)) && !/伏$/.test(q.unit))
    return false
  const from = q.end
  if (from >= limit || !isHan(text.charCodeAt(from)) || /^[以的及和左、]/.test(text[from]!)) return false
  let to = from
  while (
    to < limit &&
    to < from + 14 &&
    kindOf(text.charCodeAt(to)) !== STOP &&
    text[to] !== '、' &&
    digitValue(text.charCodeAt(to)) < 0
  )
    to++
  const noun = PROJECT_NOUN.exec(text.slice(from, to))
  if (!noun) return false
  if (q.unit === '千伏' || q.unit === '伏') return true
  // 新建12公里管网工程 counts, where the act governs it; a length before its noun is a measure
  return !/^(公里|亩|平方米|座|头|只|床|米)$/.test(q.unit) && !/[建成设造增]$/.test(text.slice(q.start - 1, q.start))
}

/** Measure words that a small Chinese numeral counts with; other nouns after it make a name (三农, 两山). */
const COUNTERS =
  /^(次|届|倍|成|家|个|项|条|座|所|件|场|名|位|人|户|村|年|天|小时|公里|万|亿|亩|吨|元|岁|期|批|轮|类|种|大类|枚|部|处|支|套|艘|辆|架|台|块|张|段|颗|笔|间|幢|栋|宗|起|例|篇|首|册|幅|片|口|眼|对|周|个月|个百分点|百分点|分钟|平方米|平方公里|立方米|公斤|斤|米|里|项次|人次|昼夜)/

function hanName(text: string, from: number, limit: number, q: Quantity, tokens: readonly Token[]): Naming | null {
  const { numeral, start } = q
  const idiom: Naming = { end: numeral.end, reason: 'idiom' }
  const name: Naming = { end: numeral.end, reason: 'name' }
  if (q.shape !== 'plain' || numeral.per || numeral.denominator) return null
  const before = start > from ? text[start - 1]! : ''
  const next = text[q.end] ?? ''
  if (text.slice(start, numeral.end) === '零') return idiom
  if (bracketed(text, start, numeral.end)) return { end: numeral.end, reason: 'list' }
  if (listMark(text, from, start, numeral.end)) return { end: numeral.end, reason: 'list' }
  if (
    /^(届|次)$/.test(q.unit) &&
    // 举办三届全国性赛事: so many were held
    !(
      q.unit === '届' &&
      Number(numeral.digits) < 10 &&
      HELD.test(text.slice(Math.max(from, start - 3), start)) &&
      !/^(全国)?人民代表|^全国人大|^全国委员会/.test(text.slice(q.end, q.end + 6))
    ) &&
    !(q.unit === '次' && text.startsWith('会议', q.end) && !/[大协会届]/.test(before)) &&
    /^(中央|历次|[省市县区旗州]委|全体|[一二三四五六七八九十]+次|全国|全运会|全会|中全会|一中|二中|三中|四中|五中|六中|七中|人大|人民代表|会议|政协|委员会|党代)/.test(
      text.slice(q.end, q.end + 4),
    )
  )
    return { end: q.end, reason: 'ordinal' }
  // 十一届十次、十一次全会
  if (
    q.unit === '次' &&
    (before === '届' ||
      /[一二三四五六七八九十]次[、和]$/.test(text.slice(Math.max(from, start - 3), start)) ||
      /^([、和及]?[一二三四五六七八九十]+次)*全(体)?会/.test(text.slice(q.end, q.end + 16)))
  )
    return { end: q.end, reason: 'ordinal' }
  // 两三年内
  if (numeral.spelled && q.unit === '年' && run2(text, numeral)) return { end: q.end, reason: 'date' }
  if (numeral.spelled || inGroup(text, start)) return name
  if ((before === '数' || before === '几') && (numeral.bare || numeral.digits === '10')) return idiom
  const quoted = inShortQuote(text, from, limit, start, numeral.end)
  if (quoted && !/^(以上|左右|以内)/.test(text.slice(q.end, q.end + 2))) return name
  if (numeral.bare && q.unit === '' && SLOGAN.test(text.slice(numeral.end, numeral.end + 3)) && insideQuote(text, from, start))
    return name
  if (numeral.bare && capacityInName(text, q, limit)) return { end: q.end, reason: 'name' }
  if (numeral.bare) return bareName(text, q, tokens)
  // 六亿多人民
  if (q.unit === '' && numeral.more && isHan(text.charCodeAt(q.end))) return null
  // 五百亿产业集群: an amount that names a class, as 百亿产业 does
  if (q.unit === '' && /[亿]$/.test(text.slice(start, numeral.end)) && CLASS_OF_AMOUNT.test(text.slice(q.end, q.end + 10)))
    return null
  // 三十万手工业者, 人口达到十一亿: no name is so large
  if (q.unit === '' && Number(numeral.digits) >= 10_000) return null
  if (q.unit === '' && numeral.digits === '1' && idleOne(text, start)) return idiom
  if (q.unit === '') return numeral.magnitude >= 4 || valueLike(numeral.digits) ? (/^[级元亿]/.test(next) ? null : name) : name
  if (q.unit === '%' || q.unit === '倍' || q.unit === '成') return null
  if (NUMBERING.has(q.unit)) {
    if ((q.unit === '届' || q.unit === '期') && (governed(tokens, start) || (q.unit === '期' && held(text, start)))) return null
    return { end: q.end, reason: q.unit === '届' || q.unit === '期' ? 'ordinal' : 'name' }
  }
  if (q.unit === '年') {
    if (/^[前后](?!景)/.test(text.slice(q.end, q.end + 2))) return { end: q.end + 1, reason: 'date' }
    if (/^以?来/.test(text.slice(q.end, q.end + 2))) return { end: q.end, reason: 'date' }
    if (PLAN_NOUN.test(text.slice(q.end, q.end + 4))) return { end: q.end, reason: 'name' }
    return lasted(text, from, start) ||
      /^(时间|之久)/.test(text.slice(q.end, q.end + 2)) ||
      /再延长/.test(text.slice(q.end, q.end + 4))
      ? null
      : { end: q.end, reason: 'date' }
  }
  const value = Number(numeral.digits)
  if (value > 10 || numeral.more) return null
  // 十件民生实事 is a count that is settled at the year's end
  if (
    q.unit === '件' &&
    value > 1 &&
    before !== '这' &&
    /^(重点)?(民生|惠民|为民|利民)?(实事|好事)/.test(text.slice(q.end, q.end + 6))
  )
    return null
  if (!COUNTERS.test(q.unit)) return { end: q.end, reason: value <= 1 ? 'idiom' : 'name' }
  return smallCount(text, from, limit, q, tokens) ? null : { end: q.end, reason: value <= 1 ? 'idiom' : 'name' }
}

/** Verbs of holding a meeting or a match. */
const HELD = /(举办|承办|主办|举行|连办)(了|过)?$/

/** Whether two digits that follow each other stand for one or the other: 两三, 五六. */
const run2 = (text: string, numeral: Quantity['numeral']): boolean =>
  /^(一[二两]|[二两]三|三[四五]|四五|五六|六七|七八|八九)$/.test(text.slice(numeral.start, numeral.end))

/** 百亿提升、千亿跨越: a verb of two characters between marks. */
const SLOGAN = /^[\u4e00-\u9fff]{2}[、，”’》"]/

/** Whether a quotation opened within the last thirty characters is open at `at`. */
function insideQuote(text: string, from: number, at: number): boolean {
  const before = text.slice(Math.max(from, at - 30), at)
  return /[“‘《][^”’》。；]*$/.test(before)
}

const valueLike = (digits: string): boolean => digits.length > 2

/** Before a number of years: words that make it a duration. */
/** Whether what stands before the number of years at `start` makes it a duration. */
export const lasted = (text: string, from: number, start: number): boolean =>
  LASTED.test(text.slice(Math.max(from, start - 2), start))

const LASTED = /(连续|提前|延长|时间|历时|费时|耗时|时隔|长达|闲置|停滞|搁置|拖延|不到|不足|用)$/

/** 连续三期, 举办两期: so many issues or courses, where a building has its third stage. */
export const held = (text: string, start: number): boolean =>
  /(举办|开办|举行|播出|连续|已办|分)[ ]?$/.test(text.slice(Math.max(0, start - 3), start))

/** 说一说, 走一走; 20年一遇; 《…》一书; 未倒一堤: one that counts nothing. */
const idleOne = (text: string, start: number): boolean =>
  (text[start - 1] === text[start + 1] && isHan(text.charCodeAt(start + 1))) ||
  /^(遇|书|文)/.test(text.slice(start + 1, start + 2)) ||
  /(未|不|无|没有?)[\u4e00-\u9fff]$/.test(text.slice(Math.max(0, start - 3), start))

/** 一、 or （一） or 一是 at the start of a statement or clause: a list mark. */
export function listMark(text: string, from: number, start: number, end: number): boolean {
  const mark = text[end]
  if (mark === '是' || mark === '要' || mark === '则')
    return start === from || kindOf(text.charCodeAt(start - 1)) === STOP || text[start - 1] === '、'
  if (mark !== '、' && mark !== '.' && mark !== '．') return false
  for (let i = start - 1; i >= from; i--) {
    const c = text[i]!
    if (c === ' ' || c === '\u3000') continue
    return c === '。' || c === '\n' || c === '；'
  }
  return true
}
