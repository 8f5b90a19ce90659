/** Long passages that no heading and no opening gives to a part: what each paragraph of them does, by its sentences. */
import { sessionYear } from '../../catalogue/periods.ts'
import type { Question, Report, Section } from '../types.ts'
import { onForeignAffairs, pastYears, sense } from './argued.ts'
import { hasCue } from './cues.ts'
import type { Block } from './layout.ts'
import { NO_PART, type Part, planYear, reviewOf } from './roles.ts'
import { spansOf } from './sentences.ts'
import { side, stretches } from './stretches.ts'

/** What presents a report or closes it is shorter, in characters. */
const LONG = 1500

/**
 * Gives the paragraphs of such passages their parts, and sections the part that most of them has.
 * @returns whether there are such passages
 */
export function byPassage(text: string, blocks: readonly Block[], report: Report, outlined: Outlined): boolean {
  if (report.year === null || !HAN.test(text)) return false
  let any = false
  const { partOf } = outlined
  for (let from = 0; from < blocks.length; from++) {
    let to = from
    let length = 0
    while (to < blocks.length && partOf[to]!.question === null && blocks[to]!.kind !== 'glossary') {
      if (isProse(blocks[to]!)) length += blocks[to]!.end - blocks[to]!.start
      to++
    }
    if (length >= LONG) {
      fill(text, blocks, report, outlined, from, to)
      any = true
    }
    from = Math.max(from, to)
  }
  return any
}

interface Outlined {
  sections: Section[]
  sectionOf: Int32Array
  partOf: Part[]
}

const HAN = /[\u4e00-\u9fff]{4}/
const isProse = (block: Block): boolean => block.kind === 'paragraph' || block.kind === 'bullet'

type Sense = 'review' | 'plan'

/** What a paragraph does, and how clearly: the share of its text that does so. */
interface Weighed {
  sense: Sense | null
  share: number
  foreign: boolean
  /** Whether it sums up what stands before it, or tells what is not yet well. */
  closes: boolean
}

const SUMS_UP = /^(以上|这些|上述|总之|总的来说|根据(上述|以上))/

function fill(text: string, blocks: readonly Block[], report: Report, outlined: Outlined, from: number, to: number): void {
  const past = pastYears(report.year!)
  const prose = blocks.slice(from, to).filter(isProse)
  const weighed = prose.map(block => weighOf(text, block, past))
  settle(weighed)
  const told = prose.filter((_, i) => weighed[i]!.sense === 'review').map(block => text.slice(block.start, block.end))
  const review = reviewPart(report, told)
  const plan = planYear(report)
  let last = NO_PART
  for (let i = from, n = 0; i < to; i++) {
    if (isProse(blocks[i]!)) {
      const { sense } = weighed[n++]!
      last = sense === 'review' ? review : sense === 'plan' ? plan : NO_PART
    } else if (blocks[i]!.kind === 'heading' || blocks[i]!.kind === 'salutation') {
      // a heading and an address open what follows them
      const next = weighed[n]?.sense
      last = next === 'review' ? review : next === 'plan' ? plan : NO_PART
    }
    outlined.partOf[i] = last
  }
  for (const section of outlined.sections) giveMost(section, blocks, outlined)
}

/** What most of a paragraph does, by the length of its sentences; nothing for one that only argues. */
function weighOf(text: string, block: Block, past: RegExp): Weighed {
  const sums = { review: 0, plan: 0, none: 0 }
  for (const { start, end } of spansOf(text, block)) sums[sense(text.slice(start, end), past) ?? 'none'] += end - start
  const most = Math.max(sums.review, sums.plan)
  const all = sums.review + sums.plan + sums.none
  const found = most === 0 || most * LEAST < sums.none ? null : sums.plan > sums.review ? 'plan' : 'review'
  const words = text.slice(block.start, block.end)
  return {
    sense: found,
    share: most / all,
    foreign: onForeignAffairs(words),
    closes: SUMS_UP.test(words) || hasCue('problem', words),
  }
}

/** A paragraph that does something less clearly than this is taken for what those round it do. */
const CLEAR = 0.6

/** What stands alone between two paragraphs of one sense, or neither tells nor asks, goes with them; foreign affairs go with none. */
function settle(weighed: Weighed[]): void {
  const firm = weighed.map(({ sense, share, foreign }) => (foreign || share < CLEAR ? null : sense))
  weighed.forEach((own, i) => {
    const before = firm.slice(0, i).findLast(each => each !== null) ?? null
    const after = firm.slice(i + 1).find(each => each !== null) ?? null
    if (own.foreign) {
      // one such paragraph among deeds is one of them
      const alone = !weighed[i - 1]?.foreign && !weighed[i + 1]?.foreign
      if (!(alone && own.sense === 'review' && before === 'review')) own.sense = null
    } else if (firm[i] === null && before !== null && before === after) own.sense = before
    else if (own.sense === null && own.closes && before === 'review') own.sense = before
  })
}

/** A paragraph of which less than one part in so many tells or asks argues. */
const LEAST = 3

const SINCE = /第?([一二三四五六七八九十]{1,2})届(?:全国人民代表大会|全国人大|人大)(?:第([一二三四五])次会议)?(?:以[来后]|闭幕)/
const YEARS_SINCE = /([一两二三四五六七八九十])年(?:多)?(?:以来|来|了)|(?:过去|这)([一两二三四五六七八九十])年/
const NUMBERS = '一二三四五六七八九十'

/** What is reviewed: since an earlier session, or so many years, by what the passage says first; else the year past. */
function reviewPart(report: Report, told: readonly string[]): Part {
  const last = report.reviewYear ?? report.year! - 1
  const over = (from: number): Part => (from < last ? { question: 'review-period', period: `${from}/${last}` } : reviewOf(report))
  for (const passage of told) {
    const since = SINCE.exec(passage)
    const session = since && sessionYear(since[1]!, since[2] ?? '一')
    // of the year of a session some years back, that session still planned
    if (session && session <= last) return over(session < last ? session + 1 : session)
    const years = YEARS_SINCE.exec(passage)
    if (years) return over(report.year! - (NUMBERS.indexOf((years[1] ?? years[2]!).replace('两', '二')) + 1))
    const named = stretches(passage.slice(0, 60), report).find(s => s.to - s.from >= 2 && side(s, report) === 'behind')
    if (named && named.to === last) return over(named.from)
  }
  return reviewOf(report)
}

/** A section answers the question that most of its text does. */
function giveMost(section: Section, blocks: readonly Block[], { sections, sectionOf, partOf }: Outlined): void {
  if (section.question !== null || section.level === 0) return
  const sums = new Map<Question | null, { length: number; part: Part }>()
  let all = 0
  blocks.forEach((block, i) => {
    if (!isProse(block) || block.start < section.start || block.end > section.end || sections[sectionOf[i]!] === undefined) return
    const length = block.end - block.start
    all += length
    const own = sums.get(partOf[i]!.question)
    if (own) own.length += length
    else sums.set(partOf[i]!.question, { length, part: partOf[i]! })
  })
  for (const { length, part } of sums.values())
    if (part.question !== null && length * 2 > all) [section.question, section.period] = [part.question, part.period]
}
