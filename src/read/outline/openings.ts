/** Which part the first words of a paragraph open, where headings do not say. */
import type { Report } from '../types.ts'
import { cue, hasCue } from './cues.ts'
import { type Part, partFor, planYear, reviewOf } from './roles.ts'
import { side, stretches } from './stretches.ts'

const ADDRESS = /^(各位(人大)?代表|同志们)[，,！!：:、\s]*/
const YEARS_BEHIND =
  /^(在?(过去|这|刚刚过去)的?[四五]年|[四五]年来|五年间|(回望|回顾|回首)(过去|这|走过)?的?[四五]年|(这|走过).{0,10}的[四五]年|本届政府)/
/** The second sentence looks back after the first has closed the year: 标志着“十四五”收官。五年来 … */
const THEN_BEHIND = /^.{0,40}(收官|完成|结束|之年)[^。]{0,20}。.{0,12}([四五]年来|(过去|这|走过)的?[四五]年|回首|回望)/
const YEARS_AHEAD = /^(今后|未来)(的)?[五三]年/
/** A draft plan is laid before the assembly: 根据…第十四个五年规划的建议, 《纲要（草案）》提出 */
const LONG_PLAN = /^(根据|按照|《)[^。]{0,60}(五年(规划|计划)|规划纲要|纲要)/

/**
 * The part that a paragraph opens by its first words, or null.
 * @param ahead whether a plan of several years may begin here: the heading names one, or names nothing
 */
export function partOfOpening(paragraph: string, report: Report, ahead: boolean): Part | null {
  const words = paragraph
    .replace(/\s+/g, '')
    .replace(/[０-９]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(ADDRESS, '')
  if (/工作报告$/.test(words)) return null
  const head = words.slice(0, 60)
  const { year } = report
  const first = stretches(head, report)[0]
  const leads = first !== undefined && first.at <= 2 && first.to - first.from >= 3
  if (leads && side(first, report) === 'behind' && !/^.{0,14}(目标|规划|计划)(提前|如期)/.test(head))
    return partFor(first, 'review', report)
  if (YEARS_AHEAD.test(head) && year !== null) return { question: 'plan-period', period: `${year}/${year + 4}` }
  if (leads && side(first, report) === 'ahead' && first.from === year && !/回顾/.test(head)) return partFor(first, 'plan', report)
  if (leads && side(first, report) === 'across' && ahead) return partFor(first, 'plan', report)
  if (ahead && LONG_PLAN.test(words.slice(0, 100))) {
    const plan = stretches(words.slice(0, 100), report).find(s => s.to - s.from === 4 && s.to >= (year ?? 0))
    if (plan) return partFor(plan, 'plan', report)
  }
  if ((YEARS_BEHIND.test(head) || THEN_BEHIND.test(words.slice(0, 120))) && year !== null) {
    const length = /四年/.test(words.slice(0, 80)) ? 4 : 5
    return { question: 'review-period', period: `${year - length}/${year - 1}` }
  }
  if (hasCue('plan-open', head)) {
    const y = /\d{4}(?=年)/.exec(head)
    if (!y || year === null || Number(y[0]) === year) return planYear(report)
  }
  if (hasCue('result-open', head)) {
    const y = /\d{4}(?=年)/.exec(head)
    if (!y || year === null || Number(y[0]) === year - 1) return reviewOf(report)
  }
  return null
}

/** Whether a passage announces the targets of the year planned, which no review does; among the plans of several years only by name. */
export function announcesYear(words: string, report: Report, current: Part): boolean {
  const m = words.includes('目标') ? cue('targets').exec(words) : null
  if (!m || (current.question === 'plan-period' && !/今年|\d{4}年/.test(m[0]))) return false
  const year = /((?:19|20)\d\d)年/.exec(m[0])
  return !hasCue('last-year', m[0]) && (!year || report.year === null || Number(year[1]) === report.year)
}
