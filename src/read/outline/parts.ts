/** The four parts of a report: which question each heading, and where headings are silent each paragraph, answers. */
import { planYears } from '../../catalogue/periods.ts'
import type { Question, Report, Section } from '../types.ts'
import { cue } from './cues.ts'
import { isRole, withoutNumber } from './headings.ts'
import type { Block } from './layout.ts'
import { yearOf } from './year.ts'

export interface Part {
  question: Question | null
  period: string | null
}

export const NO_PART: Part = { question: null, period: null }

// not the 二五 of 二〇二五年, nor the 十五 of 第十五届
const PLAN_NAME = /(?<![〇○零Ｏ九第])[“"]?(十[一二三四五]五|(?<![〇○零Ｏ九])[一二六七八九]五|(?<!第)十五)[”"]?/
const startOf = (plan: string): number | undefined => planYears(plan)?.[0]
const YEARS =
  /(?:1[9９]|2[0０])\d\d(?=年|[—－-])|[１２][９０][０-９]{2}(?=年)|[一二][九〇○零Ｏ][一二三四五六七八九〇○零]{2}(?=年)/g
const STRETCH = /(过去|这|近|上)的?([三四五])年|([三四五])年来/

/** The part that a heading opens, or null where it opens none. `strong` asks for a year or a stretch of years to be named. */
export function partOf(heading: string, report: Report, current: Part, strong: boolean): Part | null {
  const words = withoutNumber(heading)
  if (words.length > 60) return null
  const { year, reviewYear } = report
  const review = cue('review').test(words)
  const plan = cue('plan').test(words)
  const plans = PLAN_NAME.exec(words)
  const stretch = STRETCH.exec(words)
  const years = [...words.matchAll(YEARS)].map(m => yearOf(m[0]))
  const named = /怎么|这五年/.test(words) || review || plan
  if (cue('ahead').test(words) && !review && (plan || /怎么办/.test(words) || !strong)) {
    const span = planSpan(words, plans, report, true)
    if (years.includes(year ?? 0) && plan && !plans) return planYear(report)
    return { question: 'plan-period', period: span }
  }
  if (plans && named) {
    const from = startOf(plans[1]!)
    const span = from === undefined ? null : `${from}/${from + 4}`
    const over = from !== undefined && year !== null && from + 4 <= year
    if (review && (over || from === undefined || year === null || from < year))
      return years.includes(reviewYear ?? 0) && /^.{0,3}\d{4}年/.test(words)
        ? reviewOf(report)
        : { question: 'review-period', period: span }
    if (plan || /怎么办/.test(words)) return over && from! + 4 < (year ?? 0) ? null : { question: 'plan-period', period: span }
  }
  if (stretch && (review || !plan) && !cue('ahead').test(words) && (named || !strong || /这五年/.test(words) === false)) {
    if (strong && !review) return null
    return {
      question: 'review-period',
      period: planSpan(words, null, report, false, '三四五'.indexOf(stretch[2] ?? stretch[3]!) + 3),
    }
  }
  if (/本届政府/.test(words) && review) return { question: 'review-period', period: planSpan(words, null, report, false, 5) }
  const thisYear = cue('this-year').test(words) || (year !== null && years.includes(year))
  const lastYear = cue('last-year').test(words) || years.some(y => year !== null && y < year)
  if (review && (lastYear || !thisYear)) return strong && !lastYear && !/工作回顾/.test(words) ? null : reviewOf(report)
  if (thisYear && (plan || /工作|怎么/.test(words))) return planYear(report)
  if (/怎么看/.test(words)) return reviewOf(report)
  if (/怎么干/.test(words)) return planYear(report)
  if (strong) return null
  if (lastYear && /工作|经济|建设|发展/.test(words)) return reviewOf(report)
  if (/自身建设/.test(words)) return current.question === 'plan-period' ? current : planYear(report)
  if (plan && (current.question === null || current.question.startsWith('review'))) return planYear(report)
  return null
}

const text = (n: number | null): string | null => (n === null ? null : String(n))
const reviewOf = (report: Report): Part => ({ question: 'review-year', period: text(report.reviewYear) })
const planYear = (report: Report): Part => ({ question: 'plan-year', period: text(report.year) })

/** The stretch of years meant: a plan by name, or five years up to the year reviewed or from the year planned. */
function planSpan(words: string, plans: RegExpExecArray | null, report: Report, ahead: boolean, length = 5): string | null {
  const plan = plans ?? PLAN_NAME.exec(words)
  const from = plan ? startOf(plan[1]!) : undefined
  if (from !== undefined && (ahead || report.year === null || from + 4 <= report.year)) return `${from}/${from + 4}`
  if (report.year === null) return null
  return ahead ? `${report.year}/${report.year + length - 1}` : `${report.year - length}/${report.year - 1}`
}

/** The part that a paragraph opens by its first words, in a text whose headings do not say. */
function partOfOpening(words: string, report: Report, current: Part): Part | null {
  const head = words.slice(0, 60)
  if (/^(“?十[一二三四五]五”?(时期|以来|期间)?[，,]|(过去|这)的?[五四]年|[五四]年来)/.test(head) && !/今后|未来/.test(head)) {
    const plan = PLAN_NAME.exec(head)
    const from = plan ? startOf(plan[1]!) : undefined
    if (from !== undefined && report.year !== null && from >= report.year)
      return { question: 'plan-period', period: `${from}/${from + 4}` }
    if (current.question === 'plan-year') return null
    return { question: 'review-period', period: planSpan(head, null, report, false, /四年/.test(head) ? 4 : 5) }
  }
  if (/^(今后|未来)(的)?[五三]年|^“?十[二三四五]五”?(时期|期间)?(是|，我们要|的|经济社会发展)/.test(head) && !/回顾/.test(head)) {
    const plan = PLAN_NAME.exec(head)
    const from = plan ? startOf(plan[1]!) : undefined
    if (from !== undefined && report.year !== null && from + 4 <= (report.reviewYear ?? 0)) return null
    return { question: 'plan-period', period: planSpan(head, null, report, true) }
  }
  if (cue('plan-open').test(head)) {
    const y = /\d{4}(?=年)/.exec(head)
    if (!y || report.year === null || Number(y[0]) === report.year) return planYear(report)
  }
  if (cue('result-open').test(head) && current.question !== 'plan-year') {
    const y = /\d{4}(?=年)/.exec(head)
    if (!y || report.year === null || Number(y[0]) < report.year) return reviewOf(report)
  }
  return null
}

export interface Parts {
  sections: Section[]
  /** For each block: index of its section, and the part it stands in. */
  sectionOf: Int32Array
  partOf: Part[]
}

/** Builds the heading tree and gives every block its section and its part. */
export function parts(source: string, blocks: Block[], report: Report): Parts {
  const said = (b: Block): string => source.slice(b.start, b.end)
  const headings = blocks.filter(b => b.kind === 'heading')
  const numbered =
    headings.some(b => b.style === 1 && isRole(withoutNumber(said(b)))) || headings.filter(b => b.style === 1).length >= 3
  const sections: Section[] = [
    { id: 'p0', level: 0, heading: null, start: 0, end: source.length, parent: null, question: null, period: null, topic: null },
  ]
  const sectionOf = new Int32Array(blocks.length)
  const partAt: Part[] = []
  const stack = [0]
  let current = NO_PART
  // a part whose heading names two stretches (回顾 of the plan and of the year) is told apart by its paragraphs
  let mixed = true
  let numberedLevel = 1
  // sections whose heading names no part: they stand in the part before them until their text says otherwise
  const silent = new Set<number>()
  const enter = (level: number, start: number, heading: { start: number; end: number } | null, part: Part): void => {
    while (stack.length > 1 && sections[stack.at(-1)!]!.level >= level) sections[stack.pop()!]!.end = start
    const parent = sections[stack.at(-1)!]!
    sections.push({
      id: `p${sections.length}`,
      level,
      heading: heading && { start: heading.start, end: heading.end, text: source.slice(heading.start, heading.end) },
      start,
      end: source.length,
      parent: parent.id,
      question: part.question,
      period: part.period,
      topic: null,
    })
    stack.push(sections.length - 1)
  }
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') {
      const words = said(block)
      const glossary = blocks[i + 1]?.kind === 'glossary'
      const top = block.style === 1 || (block.style === 0 && isRole(words))
      if (block.style > 0) numberedLevel = block.style
      const part = glossary
        ? NO_PART
        : partOf(words, report, current, !(top && block.style <= 1 && (numbered || block.style === 0)))
      if (part) {
        current = part
        mixed = isMixed(words)
      } else if (glossary) {
        current = NO_PART
        mixed = false
      }
      const level =
        block.style === 0
          ? top && !(numbered && numberedLevel >= 1 && !part)
            ? 1
            : Math.min(numbered ? numberedLevel + 1 : 2, 6)
          : block.style
      enter(level, block.start, block, current)
      if (!part && !glossary) silent.add(stack.at(-1)!)
    } else if (block.kind === 'paragraph' || block.kind === 'bullet') {
      const words = said(block)
      if (mixed || current.question === null || block.style === 1) {
        const part =
          (block.style === 1 && !mixed && current.question !== null ? null : partOfOpening(words, report, current)) ??
          (block.style > 0 && block.style <= 2 ? partOf(words.slice(0, 40).split(/[。；：]/)[0]!, report, current, true) : null)
        if (part && part.question !== current.question) {
          current = part
          if (sections[stack.at(-1)!]!.question === null && stack.length === 1) sections[0]!.question = null
        }
      }
      if (current.question !== 'plan-year' && announcesYear(words, report, current)) {
        const review = current.question !== 'plan-period'
        current = planYear(report)
        if (review) turn(sections, stack, silent, current)
        const from =
          review && sections[stack[1] ?? 0]!.question === current.question ? sections[stack[1] ?? 0]!.start : block.start
        for (let k = i - 1; k >= 0 && blocks[k]!.start >= from; k--) partAt[k] = current
      }
      if (block.style > 0) runIn(source, block, current, enter)
    }
    sectionOf[i] = stack.at(-1)!
    partAt.push(block.kind === 'glossary' ? NO_PART : current)
  })
  while (stack.length > 1) sections[stack.pop()!]!.end = source.length
  return { sections, sectionOf, partOf: partAt }
}

/** Whether a paragraph announces the targets of the year planned, which no review does; among the plans of several years only by name. */
function announcesYear(words: string, report: Report, current: Part): boolean {
  const m = words.includes('目标') ? cue('targets').exec(words) : null
  if (!m || (current.question === 'plan-period' && !/今年|\d{4}年/.test(m[0]))) return false
  const year = /((?:19|20)\d\d)年/.exec(m[0])
  return !cue('last-year').test(m[0]) && (!year || report.year === null || Number(year[1]) === report.year)
}

/** Gives the chapter that is open, where its heading names no part, and what stands in it, the part that its text turns out to be. */
function turn(sections: Section[], stack: readonly number[], silent: ReadonlySet<number>, part: Part): void {
  const top = stack[1]
  if (top === undefined || !silent.has(top)) return
  for (let k = top; k < sections.length; k++) Object.assign(sections[k]!, part)
}

/** Whether a heading names a stretch of years and a single year together. */
const isMixed = (words: string): boolean =>
  /(五|年).{0,12}(和|及|与|、|暨).{0,10}(\d{4}|今|去|明)年|\d{4}年.{0,12}(和|及|与|、).{0,6}“?十/.test(words)

/** A numbered paragraph whose first sentence is its heading: （一）稳增长。正文. */
function runIn(
  source: string,
  block: Block,
  part: Part,
  enter: (level: number, start: number, heading: { start: number; end: number } | null, part: Part) => void,
): void {
  const stop = source.slice(block.start, Math.min(block.end, block.start + 64)).search(/[。！：]/)
  if (stop < 0 || block.start + stop + 1 >= block.end) return
  enter(block.style, block.start, { start: block.start, end: block.start + stop }, part)
}
