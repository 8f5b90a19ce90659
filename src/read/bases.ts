/** Bases of comparison (比上年, 较2019年同期, 比“十二五”期末, 是2015年的, 同比) become one token each. */
import { BEFORE, DOWN, HEAD, INDICATOR, type Lexicon, NOUN, TIME, UP } from '../catalogue/lexicon.ts'
import type { DateToken } from './dates.ts'
import { T_BASE, T_DATE, T_STOP, T_WORD, type Token } from './tokens.ts'

const TAIL =
  /^[”"’]?(规划)?(期末|末期|期初|同期|年底|年末|年初|时期|期间|底|末|时)?(的)?(年初预算|预算执行数|预算|计划|水平|平均水平|平均|基数)?(相比较?|比较|对比|增长|下降)?/
const SET_BESIDE = /(相比较?|比较|对比)$/
const RELATIVE: [RegExp, number, DateToken['edge']][] = [
  [/^(上一?年度?|去年|前一年|上年度)(同期|底|末|年末|年底)?/, -1, 'whole'],
  [/^(年初|今年初|1月初)/, -1, 'end'],
  [/^(前年)(同期)?/, -2, 'whole'],
]
const OTHERS =
  /^(上一?个五年|前五年|上届|计划|预期目标|目标|年初目标|年度目标|预算|全国|全省|全市|全区|全县|国家|省|市|世界|同类)[^，。；、]{0,8}?(平均水平|平均|水平|增速|均值|目标|任务)?/

const baseToken = (start: number, end: number, period: string | null, edge: DateToken['edge']): Token => ({
  type: T_BASE,
  start,
  end,
  flags: 0,
  node: 0,
  quantity: null,
  date: { start, end, period, edge },
})

/**
 * Replaces the tokens of each base of comparison by one `T_BASE` token. `year` is the year that 上年
 * and 同比 count from.
 */
export function markBases(text: string, tokens: Token[], year: number | null, lexicon: Lexicon): Token[] {
  if (!tokens.some(t => mayOpen(text, t))) return tokens
  const out: Token[] = []
  for (let k = 0; k < tokens.length; k++) {
    const token = tokens[k]!
    const base = isCandidate(text, token) ? baseAt(text, tokens, k, year) : null
    if (!base) {
      out.push(token)
      continue
    }
    if (out.length && out[out.length - 1]!.start >= base.start) out.pop()
    out.push(base)
    while (k + 1 < tokens.length && tokens[k + 1]!.start < base.end) k++
    // a word that only began inside the base (增长 after 期末) is read again from where the base ends
    const last = tokens[k]!
    if (last.end > base.end && last.type === T_WORD && last.start < base.end) {
      const end = lexicon.trie.longest(text, base.end, -1, last.end)
      if (end > 0)
        out.push({
          ...last,
          start: base.end,
          end,
          flags: lexicon.trie.flags[lexicon.trie.lastNode]!,
          node: lexicon.trie.lastNode,
        })
    }
  }
  return out
}

/** 高于全市平均水平1.2个百分点: words that compare with a reference value. */
const ABOVE = /^(高于|快于|好于|优于|多于|大于|领先|领先于|高出|超过|超出|超)$/
const BELOW = /^(低于|慢于|少于|小于|低出)$/

const mayOpen = (text: string, token: Token): boolean => {
  const c = text[token.start]
  return (
    token.type === T_DATE ||
    (token.type === T_WORD && (token.flags & TIME) !== 0) ||
    (token.type === T_WORD && (token.flags & (BEFORE | UP | DOWN)) !== 0 && '高快好优多大领超低慢少小'.includes(c!)) ||
    (token.type === T_WORD && (c === '比' || c === '较' || c === '同' || c === '环' || c === '与' || c === '对' || c === '相'))
  )
}

/** The first characters of all words that `baseAt` knows: it is asked of the tokens that begin with one, and of dates. */
const FIRST = new Set([...'同环比较对与高快好优多大领超低慢少小'].map(c => c.charCodeAt(0)))

const isCandidate = (text: string, token: Token): boolean =>
  token.type === T_DATE || (token.type === T_WORD && ((token.flags & TIME) !== 0 || FIRST.has(text.charCodeAt(token.start))))

function baseAt(text: string, tokens: Token[], k: number, year: number | null): Token | null {
  const token = tokens[k]!
  if (token.type === T_WORD && !(token.flags & TIME)) {
    const word = text.slice(token.start, token.end)
    if (word === '同比' || word === '同期相比')
      return baseToken(token.start, token.end, year === null ? null : String(year - 1), 'whole')
    if (word === '环比') return baseToken(token.start, token.end, null, 'whole')
    if (ABOVE.test(word) || BELOW.test(word)) return reference(text, tokens, k, ABOVE.test(word))
    if (word !== '比' && word !== '较' && word !== '对比' && word !== '与' && word !== '同') return null
    const body = text.slice(token.end, token.end + 24)
    const relative = RELATIVE.find(([pattern]) => pattern.test(body))
    if (relative) {
      const length = relative[0].exec(body)![0].length
      const more = TAIL.exec(body.slice(length))![0]
      if ((word === '与' || word === '同') && !SET_BESIDE.test(more)) return null
      return baseToken(
        token.start,
        token.end + length + tail(more),
        year === null ? null : String(year + relative[1]),
        relative[2],
      )
    }
    const next = tokens[k + 1]
    const after = tokens[k + 2]
    const date = next?.type === T_DATE ? next : after?.type === T_DATE && after.start - token.end <= 1 ? after : null
    // 产业比由2015年的…: a ratio, not a comparison
    if (date && !/[由从自为]/.test(text.slice(token.end, date.start))) {
      const more = TAIL.exec(text.slice(date.end, date.end + 14))![0]
      if ((word === '与' || word === '同') && !SET_BESIDE.test(more)) return null
      return baseToken(token.start, date.end + tail(more), basePeriod(date.date!, more), 'whole')
    }
    if (word === '比' || word === '较') {
      const other = OTHERS.exec(body)
      if (other && !crossesStop(tokens, k, token.end + other[0].length))
        return baseToken(token.start, token.end + other[0].length, null, 'whole')
      const end = beforeChange(text, tokens, k)
      if (end > 0) return baseToken(token.start, end, null, 'whole')
    }
    return null
  }
  // 是上年同期的2.2倍
  if (token.type === T_WORD && token.flags & TIME) {
    const relative = RELATIVE.find(([pattern]) => pattern.test(text.slice(token.start, token.end)))
    const tail = relative ? /^(同期|同月|末|底)?的/.exec(text.slice(token.end, token.end + 4)) : null
    if (!relative || !tail) return null
    const end = token.end + tail[0].length
    const next = tokens.slice(k + 1, k + 4).find(t => t.start >= end)
    return next?.start === end && next.quantity?.unit === '倍'
      ? baseToken(token.start, end, year === null ? null : String(year + relative[1]), relative[2])
      : null
  }
  // 是2015年的2.3倍, 恢复到2019年同期95%, 相当于“十二五”期末的
  if (token.type === T_DATE && token.date!.period) {
    const more = TAIL.exec(text.slice(token.end, token.end + 12))![0]
    const end = token.end + more.length + (text[token.end + more.length] === '的' ? 1 : 0)
    // 五年增长29倍 says over which years, not against which
    if (/(增长|下降)$/.test(more)) return null
    let n = k + 1
    while (n < tokens.length && tokens[n]!.start < end) n++
    const next = tokens[n]
    if (
      next &&
      next.start === end &&
      next.quantity &&
      (next.quantity.unit === '倍' || (/同期|水平/.test(more) && /^[%％]$/.test(next.quantity.unit)))
    ) {
      return baseToken(
        /[“"]/.test(text[token.start - 1] ?? '') ? token.start - 1 : token.start,
        end,
        basePeriod(token.date!, more),
        'whole',
      )
    }
  }
  return null
}

/** A base without a period, where a quantity of difference follows at once: 高于全国1.5个百分点. */
function reference(text: string, tokens: Token[], k: number, above: boolean): Token | null {
  const token = tokens[k]!
  const points = pointsAfter(text, tokens, k)
  if (points > 0) return { ...baseToken(token.start, points, null, 'whole'), flags: above ? UP : DOWN }
  const other = OTHERS.exec(text.slice(token.end, token.end + 24))
  const own =
    other ??
    /^(控制|年度|年初|省定|市定|既定|同期|上年|去年)[^，。；、]{0,8}?(目标|水平|任务|平均)/.exec(
      text.slice(token.end, token.end + 24),
    )
  if (!own) return null
  const end = token.end + own[0].length
  let n = k + 1
  while (n < tokens.length && (tokens[n]!.start < end || (tokens[n]!.flags & BEFORE && tokens[n]!.start - end <= 1))) n++
  const next = tokens[n]
  if (!next?.quantity || next.start - end > 3 || crossesStop(tokens, k, end)) return null
  if (!/^(个百分点|百分点|位|名|个位次|倍|天|元|岁|万元|亿元)$/.test(next.quantity.unit)) return null
  return { ...baseToken(token.start, end, null, 'whole'), flags: above ? UP : DOWN }
}

/** 高于规上工业2.3个百分点: where what is compared with ends, before a difference in points; 0 where none follows. */
function pointsAfter(text: string, tokens: Token[], k: number): number {
  const from = tokens[k]!.end
  let n = k + 1
  while (n < tokens.length && tokens[n]!.start - from < 24 && tokens[n]!.type !== T_STOP && !tokens[n]!.quantity) n++
  const q = tokens[n]?.quantity
  // 高于全省22.7和28.8个百分点: the unit may stand at the end of a list
  const points = (at: number): boolean => /^个?百分点$/.test(tokens[at]?.quantity?.unit ?? '')
  if (!q || !(points(n) || (q.unit === '' && (points(n + 1) || points(n + 2))))) return 0
  let end = q.start
  for (let m = n - 1; m > k && tokens[m]!.end === end && tokens[m]!.flags & BEFORE; m--) end = tokens[m]!.start
  return end - from >= 2 && /^[\u4e00-\u9fff（）()“”、A-Z]+$/.test(text.slice(from, end)) ? end : 0
}

/** 比改革前减少39%: the end of a base of any wording, where a verb of change follows it; 0 where none does. */
function beforeChange(text: string, tokens: Token[], k: number): number {
  const token = tokens[k]!
  if (/[性价存收]/.test(text[token.start - 1] ?? '')) return 0
  for (let m = k + 1; m < tokens.length && tokens[m]!.start - token.end <= 12; m++) {
    const t = tokens[m]!
    if (t.type !== T_WORD || t.quantity) return 0
    if (t.flags & (UP | DOWN) && !(t.flags & (NOUN | INDICATOR | HEAD)))
      return t.start - token.end >= 2 && tokens[m + 1]?.quantity ? t.start : 0
  }
  return 0
}

/** The tail's length without a change verb that only closed the pattern. */
const tail = (more: string): number => more.length - (/(增长|下降)$/.exec(more)?.[0].length ?? 0)

/** A plan as a base means its last year: “十二五”期末 and 比“十二五” alike. */
function basePeriod(date: DateToken, more: string): string | null {
  if (date.period === null) return null
  const slash = date.period.indexOf('/')
  if (slash < 0 || date.period.includes('-')) return date.period
  return /期初|年初/.test(more) ? date.period.slice(0, slash) : date.period.slice(slash + 1)
}

const crossesStop = (tokens: Token[], k: number, end: number): boolean => {
  for (let j = k + 1; j < tokens.length && tokens[j]!.start < end; j++)
    if (tokens[j]!.type === T_STOP || tokens[j]!.quantity) return true
  return false
}
