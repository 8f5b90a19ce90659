/** Supervision notices: whether a text is one, and the stretch of time that it reports on. */
import type { Report } from '../types.ts'

const NOTICE = /督[办查]|(进展|推进|完成|落实|执行)情况/
/** What a document tells of its own kind stands in its title; an address to an assembly makes it a report. */
export function isNotice(report: Report, addressed: boolean): boolean {
  if (report.kind === 'notice') return true
  return report.kind !== 'digest' && report.kind !== 'communique' && !addressed && NOTICE.test(report.title ?? '')
}

const YEAR = /(20\d\d|19\d\d)\s*年/
const QUARTERS: Record<string, string> = { 一: 'Q1', 二: 'Q2', 三: 'Q3', 四: 'Q4', '1': 'Q1', '2': 'Q2', '3': 'Q3', '4': 'Q4' }
const MONTHS = /(?<!\d)1\s*月?\s*(?:[-—–~～－至到]|——)\s*(1[0-2]|[2-9])\s*月/
const FIRST_MONTHS = /前(十一|十|[二两三四五六七八九])个?月/
const HAN: Record<string, number> = { 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 十: 10, 十一: 11 }

const two = (n: number): string => String(n).padStart(2, '0')
const upTo = (year: string, month: number): string =>
  month === 3 ? `${year}-Q1` : month === 6 ? `${year}-H1` : month === 12 ? year : `${year}-01/${year}-${two(month)}`

/** The stretch of time that words name, counted within a year: 一季度, 上半年, 1—11月, 截至3月底, 全年; null where they name none. */
function named(words: string, year: string): string | null {
  const months = MONTHS.exec(words)
  if (months) return upTo(year, Number(months[1]))
  const first = FIRST_MONTHS.exec(words)
  if (first) return upTo(year, HAN[first[1]!]!)
  if (/前三季度|[1一]\s*[-—–至到]\s*[3三]季度/.test(words)) return upTo(year, 9)
  const quarter = /第?([一二三四1-4])季度(?!末再|末前)/.exec(words)
  if (quarter) return `${year}-${QUARTERS[quarter[1]!]}`
  if (/上半年/.test(words)) return `${year}-H1`
  if (/下半年/.test(words)) return `${year}-H2`
  const until = /截[至止]到?(?:20\d\d年)?\s*(1[0-2]|[1-9])月/.exec(words)
  if (until) return upTo(year, Number(until[1]))
  return /全年|年度/.test(words) ? year : null
}

/**
 * The stretch that a notice reports on: as its title names it, else its opening; the whole year where neither does.
 * @returns 2024-Q1, 2024-H1, 2024-01/2024-11 or 2024; null where no year is known
 */
export function noticePeriod(report: Report, opening: string): string | null {
  const title = report.title ?? ''
  const year = YEAR.exec(title)?.[1] ?? YEAR.exec(opening)?.[1] ?? (report.year === null ? null : String(report.year))
  if (year === null) return null
  return named(title, year) ?? named(opening, year) ?? year
}
