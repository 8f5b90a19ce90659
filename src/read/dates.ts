/**
 * Calendar references: what the text dates itself by. They are never figures; each is set aside as
 * `date` and, where it names a period, kept as one. Periods are written 2020 · 2020-11 · 2021-Q1 ·
 * 2020-H1 · 2020-01/2020-11 · 2016/2020.
 */
import { planYears } from '../catalogue/periods.ts'
import { DASH, digitValue, HAN_DIGIT, HAN_UNIT, kindOf } from './chars.ts'
import { splitAt } from './numeral.ts'

export interface DateToken {
  start: number
  end: number
  /** The period named, or null where only a calendar day without consequence is meant. */
  period: string | null
  /** The point of the period that is meant: 2025年底, “十二五”期末 are `end`. */
  edge: 'whole' | 'end' | 'start' | 'since'
}

const two = (n: number): string => String(n).padStart(2, '0')

/** The end of the digits that start at `i`. */
function digitsEnd(text: string, i: number, limit: number): number {
  let piece = i
  while (i < limit && (digitValue(text.charCodeAt(i)) >= 0 || splitAt(text, piece, i, limit))) {
    if (digitValue(text.charCodeAt(i)) < 0) piece = i + 1
    i++
  }
  return i
}

const numberAt = (text: string, start: number, end: number): number => {
  let n = 0
  for (let i = start; i < end; i++) if (digitValue(text.charCodeAt(i)) >= 0) n = n * 10 + digitValue(text.charCodeAt(i))
  return n
}

/** The end of the dash, of one sign or of more, or of 至 or 到 at `i`. */
function dashEnd(text: string, i: number): number {
  let to = i + 1
  if (kindOf(text.charCodeAt(i)) === DASH) while (kindOf(text.charCodeAt(to)) === DASH) to++
  return to
}

const isYear = (n: number, length: number): boolean => length === 4 && n >= 1900 && n <= 2100

/** What stands after a year: the edge it means and where the mention ends. */
function edgeAfter(text: string, i: number): { end: number; edge: DateToken['edge'] } {
  if (text[i] === '度') return { end: i + 1, edge: 'whole' }
  for (const [word, edge] of [
    ['年底', 'end'],
    ['年末', 'end'],
    ['底', 'end'],
    ['末', 'end'],
    ['年初', 'start'],
    ['初', 'start'],
    ['以来', 'since'],
  ] as const) {
    if (text.startsWith(word, i)) return { end: i + word.length, edge }
  }
  return { end: i, edge: 'whole' }
}

/** 回望2024, 2025回望: a year without 年 beside a word of looking back or ahead. */
const YEAR_LOOKED_AT = /^(回望|回首|回眸|回顾|展望)$/

/** A date in digits at `start`, or null. `year` is the year that a bare month belongs to. */
export function digitDate(text: string, start: number, limit: number, year: number | null): DateToken | null {
  const run = digitsEnd(text, start, limit)
  const n = numberAt(text, start, run)
  const length = String(n).length + (text[start] === '0' ? 1 : 0)
  // 2011 年, 12 月: a blank before the unit
  const a = text[run] === ' ' && /[年月日]/.test(text[run + 1] ?? '') ? run + 1 : run
  const next = text[a]
  if (isYear(n, length)) {
    if (next === '年') return afterYear(text, start, a + 1, limit, String(n))
    if (YEAR_LOOKED_AT.test(text.slice(a, a + 2))) return { start, end: a, period: String(n), edge: 'whole' }
    // 2016—2020年, 2021/2025年, 2021-01-12, 2021.1.12
    if (
      next !== undefined &&
      (kindOf(text.charCodeAt(a)) === DASH || next === '/' || next === '至' || next === '到' || next === '.' || next === '、')
    ) {
      const b = digitsEnd(text, a + 1, limit)
      const second = numberAt(text, a + 1, b)
      if (isYear(second, b - a - 1) && text[b] === '年') {
        if (next === '、') return { start, end: a, period: String(n), edge: 'whole' }
        return second > n ? { start, end: b + 1, period: `${n}/${second}`, edge: 'whole' } : null
      }
      if (b - a - 1 >= 1 && b - a - 1 <= 2 && second >= 1 && second <= 12 && text[b] === next) {
        const c = digitsEnd(text, b + 1, limit)
        const day = numberAt(text, b + 1, c)
        if (c > b + 1 && c - b - 1 <= 2 && day >= 1 && day <= 31)
          return { start, end: c, period: `${n}-${two(second)}-${two(day)}`, edge: 'whole' }
      }
    }
    return null
  }
  if (length > 2) return null
  if (next === '月') return monthDate(text, start, a, limit, n, year)
  // 1—11月, 1至9月, 1——5月
  if (next !== undefined && (kindOf(text.charCodeAt(a)) === DASH || next === '至' || next === '到')) {
    const from = dashEnd(text, a)
    const b = digitsEnd(text, from, limit)
    if (b > from && b - from <= 2 && text[b] === '月') {
      const m = numberAt(text, from, b)
      if (n >= 1 && m > n && m <= 12) {
        const end = text[b + 1] === '份' ? b + 2 : b + 1
        return { start, end, period: year === null ? null : `${year}-${two(n)}/${year}-${two(m)}`, edge: 'whole' }
      }
    }
  }
  if (next === '日' && n >= 1 && n <= 31 && !/^日(均|产|处|供|照|游|常)/.test(text.slice(a, a + 2)))
    return { start, end: a + 1, period: null, edge: 'whole' }
  if (next === '时' && /^时(\d{1,2}分|许|整)/.test(text.slice(a, a + 4)))
    return { start, end: a + 1, period: null, edge: 'whole' }
  if ((next === '世' && text[a + 1] === '纪') || (next === '年' && text[a + 1] === '代'))
    return { start, end: a + 2, period: null, edge: 'whole' }
  return null
}

/** 2020年 and what may follow it: 2020年底, 2020年1—11月, 2016年至2020年, 2021年1月12日. */
function afterYear(text: string, start: number, i: number, limit: number, year: string): DateToken {
  const y = Number(year)
  const c = text.charCodeAt(i)
  const second = digitValue(c) >= 0 ? digitsEnd(text, i, limit) : i
  if (second > i && second - i <= 2) {
    const inner = digitDate(text, i, limit, y)
    if (inner?.period) return { start, end: inner.end, period: inner.period, edge: 'whole' }
  }
  if ((kindOf(c) === DASH || text[i] === '至' || text[i] === '到') && digitValue(text.charCodeAt(i + 1)) >= 0) {
    const b = digitsEnd(text, i + 1, limit)
    const second = numberAt(text, i + 1, b)
    if (isYear(second, b - i - 1) && text[b] === '年' && second > y)
      return { start, end: b + 1, period: `${year}/${second}`, edge: 'whole' }
  }
  const part = /^(第?[一二三四1-4]季度|前三季度|上半年|下半年|一至三季度)/.exec(text.slice(i, i + 5))
  if (part) return { start, end: i + part[0].length, period: partOfYear(part[0], y), edge: 'whole' }
  const { end, edge } = edgeAfter(text, i)
  return { start, end, period: year, edge }
}

function monthDate(text: string, start: number, a: number, limit: number, month: number, year: number | null): DateToken | null {
  if (month < 1 || month > 12) return null
  let end = a + 1
  if (text[end] === '份') end++
  const period = year === null ? null : `${year}-${two(month)}`
  const b = digitsEnd(text, end, limit)
  if (b > end && b - end <= 2 && text[b] === '日')
    return { start, end: b + 1, period: period && `${period}-${two(numberAt(text, end, b))}`, edge: 'whole' }
  if (text[end] === '底' || text[end] === '末') return { start, end: end + 1, period, edge: 'end' }
  return { start, end, period, edge: 'whole' }
}

/** 一季度, 上半年, 前三季度, 前11个月 of a year. */
export function partOfYear(words: string, year: number | null): string | null {
  if (year === null) return null
  if (words.startsWith('上半年')) return `${year}-H1`
  if (words.startsWith('下半年')) return `${year}-H2`
  if (words.startsWith('前三季度') || words.startsWith('一至三季度') || words.startsWith('前3季度'))
    return `${year}-01/${year}-09`
  const quarter = /([一二三四1-4])季度/.exec(words)
  if (quarter) return `${year}-Q${Math.max('一二三四'.indexOf(quarter[1]!) + 1, Number(quarter[1]) || 0)}`
  const months = /前([一二三四五六七八九十1-9][一二0-2]?)个月/.exec(words)
  if (!months) return null
  const n =
    Number(months[1]) || (months[1] === '十一' ? 11 : months[1] === '十' ? 10 : '一二三四五六七八九'.indexOf(months[1]!) + 1)
  return n === 3 ? `${year}-Q1` : n === 6 ? `${year}-H1` : `${year}-01/${year}-${two(n)}`
}

const LEAD = /^(前三季度|前[一二三四五六七八九十两\d]{1,2}个月|第?[一二三四1-4]季度|一至三季度)/
const SPELLED = /^([一二][〇○零Ｏ九八][〇○零一二三四五六七八九]{2})年/
const CENTURY = /^二?十[一二三四五六七八九]?世纪/
/** 一九五三和一九五四两年: a year without its 年. */
const SPELLED_BARE =
  /^(一九[〇○零Ｏ一二三四五六七八九]|二[〇○零Ｏ][〇○零Ｏ一二三])[〇○零Ｏ一二三四五六七八九](?![〇○零Ｏ一二三四五六七八九十百千万亿点])/
const spelledYear = (word: string): string =>
  [...word].map(c => '〇一二三四五六七八九'.indexOf(/[○零Ｏ]/.test(c) ? '〇' : c)).join('')
const SPELLED_DAY = /^([一二三四五六七八九十]{1,2})月(份|([一二三四五六七八九十]{1,3})日)?/
const PLAN = /^(十[一二三四五六]五|[一二三四五六七八九]五|十五)/
const PLAN_AFTER =
  /^[”"’]?(时期|期间|期末|末|规划|计划|以来|收官|开局|经济社会|国民经济|之初|初期|头|这|各项|主要|目标|及|和|前|后|发展|[，,。、；])/
const SPAN_YEARS =
  /^(过去|今后|未来|这|近|前|最近|往后|后|上)?([一二三四五六七八九十两\d]{1,2})(多|余)?年(来|间|以来|内|之内|里|前|后|之间|的时间里|的时间)?/

/** A date that starts with a Chinese character (numeral or 过去, 今后 …), or null. */
export function hanDate(text: string, start: number, limit: number, year: number | null): DateToken | null {
  const window = text.slice(start, Math.min(limit, start + 16))
  const spelled = SPELLED.exec(window)
  if (spelled) {
    const digits = spelledYear(spelled[1]!)
    const day = SPELLED_DAY.exec(window.slice(spelled[0].length))
    if (day) return { start, end: start + spelled[0].length + day[0].length, period: digits, edge: 'whole' }
    const { end, edge } = edgeAfter(text, start + spelled[0].length)
    return { start, end, period: digits, edge }
  }
  const bare = SPELLED_BARE.exec(window)
  if (bare) return { start, end: start + 4, period: spelledYear(bare[0]), edge: 'whole' }
  const century = CENTURY.exec(window)
  if (century) return { start, end: start + century[0].length, period: null, edge: 'whole' }
  const lead = LEAD.exec(window)
  if (lead) return { start, end: start + lead[0].length, period: partOfYear(lead[0], year), edge: 'whole' }
  const plan = PLAN.exec(window)
  const years = plan && planYears(plan[0])
  if (years) {
    const quoted = '“"‘'.includes(text[start - 1] ?? '#') && '”"’'.includes(text[start + plan[0].length] ?? '#')
    const after = text.slice(start + plan[0].length, start + plan[0].length + 6)
    const long = plan[0].length === 3
    if (
      (long && (quoted || PLAN_AFTER.test(after) || !/^[^\u4e00-\u9fff]*[年个项名家]/.test(after))) ||
      (quoted && PLAN_AFTER.test(after) && !/^[”"’]?普法/.test(after))
    ) {
      const [from, to] = years
      const tail = /^[”"’]?(规划)?(期末|末期|末)/.exec(after)
      const end = start + plan[0].length
      if (tail) return { start, end, period: String(to), edge: 'end' }
      return { start, end, period: `${from}/${to}`, edge: /^[”"’]?(期间|时期)?以来/.test(after) ? 'since' : 'whole' }
    }
  }
  const month = SPELLED_DAY.exec(window)
  if (
    month &&
    (month[2] ||
      (/((今|去|前|明|同|本|当)年|[到至从自])$/.test(text.slice(Math.max(0, start - 2), start)) &&
        !/^(革命|[三市])/.test(window.slice(month[0].length))) ||
      /^(以来|间|底|末|初|[上中下]旬|前|起|，|,|。)/.test(window.slice(month[0].length))) &&
    kindOf(text.charCodeAt(start)) >= HAN_DIGIT &&
    kindOf(text.charCodeAt(start)) <= HAN_UNIT
  ) {
    return { start, end: start + month[0].length, period: null, edge: 'whole' }
  }
  return null
}

/** What a bare stretch of years at the head of a clause may not go on with: a word that it is part of, or one that makes it a duration. */
const NOT_OVER =
  /^(制|期|级|行|计|规|攻|提[升质]|工程|方|大|小|变|义|一|毛|滚|倍|目|任|改革|禁|学|如|后|前|多|余|以|间|内|来|左|时|的|里|之|任|再|就|才|仅|不|没|走|跨|过|辛|努|奋|发展[纲规目]|见|强|上台|翻|有|为|是|磨|轮|[0-9一二三四五六七八九十])/
/** 支出五年累计1.6万亿元: the stretch between a subject and its total. */
const SUMMED = /^(累计|共计|总计|合计|共|年均|平均|净增|新增|增加|增长(?!计划|目标)|提高|下降|减少)/

/** A stretch of years up to or from the report. */
export interface YearSpan {
  end: number
  years: number
  ahead: boolean
  /** Said by 内 or by the place alone: looks ahead in a plan and back in a review. */
  within: boolean
}

/** “过去五年”, “五年来”, “近三年”: a stretch of years up to or from the report, or null. The caller decides what it spans. */
export function yearSpan(text: string, start: number, limit: number): YearSpan | null {
  const m = SPAN_YEARS.exec(text.slice(start, Math.min(limit, start + 14)))
  if (!m) return null
  // 五年共投入…, 五年建成新线…: a stretch of three years or more that opens its clause
  const next = text.slice(start + m[0].length, start + m[0].length + 3)
  const bare = !m[1] && !m[4] && !m[3] && /^([两二三四五六七八九十]|[2-9])$/.test(m[2]!)
  const opens =
    bare &&
    (/[\u4e00-\u9fff\d“"”)）》]/.test(text[start - 1] ?? '')
      ? SUMMED.test(next) && !/[续第每近这满达了于为前到]/.test(text[start - 1]!)
      : /^[\u4e00-\u9fff]/.test(next) && !NOT_OVER.test(next))
  if (!m[1] && !m[4] && !opens) return null
  if (!m[1] && (m[4] === '前' || m[4] === '后' || m[4] === '的时间' || (m[4] === '内' && !/[五5四4]/.test(m[2]!)))) return null
  const digits = m[2]!
  const years = Number(digits) || ([...digits].length === 1 ? '一二三四五六七八九十'.indexOf(digits.replace('两', '二')) + 1 : 10)
  return { end: start + m[0].length, years, ahead: /^(今后|未来|往后|后)/.test(m[0]), within: opens || (!m[1] && m[4] === '内') }
}

/**
 * The years that a stretch spans.
 * @param around the year written in, and the year that a bare month belongs to: they are the same in a plan
 */
export function spanDate(
  start: number,
  span: YearSpan,
  around: { reportYear: number | null; year: number | null; span?: string | null },
): DateToken {
  const { reportYear } = around
  // 五年内 in a part on five years: those
  const [from, to] = span.within ? (around.span ?? '').split('/').map(Number) : []
  if (from && to && to - from + 1 === span.years) return { start, end: span.end, period: `${from}/${to}`, edge: 'whole' }
  const ahead = span.ahead || (span.within && around.year === reportYear)
  const period =
    reportYear === null || span.years > 20
      ? null
      : ahead
        ? `${reportYear}/${reportYear + span.years - 1}`
        : span.years === 1
          ? String(reportYear - 1)
          : `${reportYear - span.years}/${reportYear - 1}`
  return { start, end: span.end, period, edge: 'whole' }
}
