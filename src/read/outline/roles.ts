/** Which of the four parts a heading opens, by the years it names and by its words of review or plan. */
import type { Question, Report } from '../types.ts'
import { cue } from './cues.ts'
import { withoutNumber } from './headings.ts'
import { periodText, type Stretch, side, stretches } from './stretches.ts'

export interface Part {
  question: Question | null
  period: string | null
}

export const NO_PART: Part = { question: null, period: null }

const text = (n: number | null): string | null => (n === null ? null : String(n))
export const reviewOf = (report: Report): Part => ({ question: 'review-year', period: text(report.reviewYear) })
export const planYear = (report: Report): Part => ({ question: 'plan-year', period: text(report.year) })

/** A stretch of one year or of more, seen back on or planned. */
export function partFor(stretch: Stretch, role: 'review' | 'plan', report: Report): Part {
  if (stretch.from === stretch.to) {
    if (stretch.from === report.year && role === 'plan') return planYear(report)
    if (stretch.from === report.reviewYear && role === 'review') return reviewOf(report)
    return { question: role === 'plan' ? 'plan-year' : 'review-year', period: periodText(stretch) }
  }
  return { question: role === 'plan' ? 'plan-period' : 'review-period', period: periodText(stretch) }
}

/** Longer than any heading that names its part. */
const LONGEST = 60
const NEUTRAL = /工作|怎么|经济|建设|发展|成就|历程|这[四五]年/
/** What a sub-heading must say to open the part over a stretch of years: its tasks are often headings of the year's plan. */
const WHOLE_PLAN = /目标|总体要求|指导思想|基本思路|总体思路|主要任务|愿景|蓝图/

/**
 * The parts that a heading names, in its order; more than one for 五年工作回顾和今年工作安排. Empty where it names none.
 * @param top whether it stands at the level that divides the report; a heading below must say more to open a part
 */
export function partsNamed(heading: string, report: Report, top: boolean): Part[] {
  const words = withoutNumber(heading).replace(/\s+/g, '')
  if (words.length > LONGEST) return []
  const review = cue('review')
  const plan = cue('plan')
  const found = stretches(words, report)
  const whole = roleOf(words, review, plan)
  if (whole === null && !(top && NEUTRAL.test(words))) return []
  const out: Part[] = []
  found.forEach((stretch, i) => {
    const after = words.slice(stretch.end, found[i + 1]?.at ?? words.length)
    const own = roleOf(after, review, plan)
    const place = side(stretch, report)
    // a plan that begins after this year is drafted in it, not carried out
    if (place === 'ahead' && report.year !== null && stretch.from > report.year && !(top && isNext(stretch, report.year, after)))
      return
    const role = place === 'behind' ? 'review' : place === 'ahead' ? 'plan' : (own ?? whole)
    if (role === null) return
    // tasks of a year that is over: the heading of another year's report, not of this one
    if (place === 'behind' && stretch.to === stretch.from && whole === 'plan' && !NEUTRAL.test(after)) return
    if (place === 'ahead' && own === 'review' && whole === 'review') return
    // 决胜“十四五” in the heading over a year: the plan that runs is no part beside the year's own
    if (place === 'across' && stretch.to > stretch.from && own === null && found.some(s => s !== stretch && s.from === s.to))
      return
    // the year beside its plan in one breath: “十五五”开局之年
    if (/^[”"]?(开|起|收|首|第一|迈|决战|决胜|新篇|良好|之年)/.test(after) && found.length > 1 && stretch.to > stretch.from)
      return
    if (!top && stretch.to > stretch.from && role === 'plan' && !WHOLE_PLAN.test(after)) return
    if (!top && own === null && i < found.length - 1) return
    const part = partFor(stretch, role, report)
    if (!out.some(p => p.question === part.question)) out.push(part)
  })
  return out
}

/** 1981年国民经济计划 in a report of 1980: a plan laid before the assembly in the year before. */
const isNext = (stretch: Stretch, year: number, after: string): boolean =>
  stretch.from === year + 1 &&
  stretch.to === stretch.from &&
  /^年?度?(国民经济|经济社会|国民经济和社会)[^，。]{0,4}计划/.test(after)

function roleOf(words: string, review: RegExp, plan: RegExp): 'review' | 'plan' | null {
  const r = words.search(review)
  const p = words.search(plan)
  if (r < 0) return p < 0 ? null : 'plan'
  return p < 0 || r <= p ? 'review' : 'plan'
}

/** The part of a heading that names no year: by its words alone, given the part before. */
export function partByWords(heading: string, report: Report, current: Part): Part | null {
  const words = withoutNumber(heading)
  if (words.length > LONGEST) return null
  if (/怎么看/.test(words)) return reviewOf(report)
  if (/怎么干/.test(words)) return planYear(report)
  if (/怎么办/.test(words) && report.year !== null)
    return { question: 'plan-period', period: `${report.year}/${report.year + 4}` }
  if (/干得怎么样/.test(words) && report.year !== null)
    return { question: 'review-period', period: `${report.year - 5}/${report.year - 1}` }
  const role = roleOf(words, cue('review'), cue('plan'))
  const behind = current.question === null || current.question.startsWith('review')
  if (role === 'review') return current.question === null ? reviewOf(report) : null
  if (/自身建设/.test(words)) return null
  // 当前形势和任务 tells first how things stand
  if (role === 'plan' && current.question === null && /形势[^，。]{0,6}和/.test(words)) return null
  return role === 'plan' && behind ? planYear(report) : null
}
