/** The four parts of a report: which question each heading, and where headings are silent each paragraph, answers. */
import type { Question, Report, Section } from '../types.ts'
import { onForeignAffairs } from './argued.ts'
import { hasCue } from './cues.ts'
import { isRole, withoutNumber } from './headings.ts'
import { type Block, promisesNext } from './layout.ts'
import { announcesYear, partOfOpening } from './openings.ts'
import { NO_PART, type Part, partByWords, partsNamed, planYear } from './roles.ts'
import { weigh } from './weigh.ts'

export type { Part } from './roles.ts'

export interface Parts {
  sections: Section[]
  /** For each block: index of its section, and the part it stands in. */
  sectionOf: Int32Array
  partOf: Part[]
}

/** In a review of years the year past has a passage of its own; a plain 2016年， only dates a figure. */
const LOOKS_BACK = /^(各位代表[，,！!：:、]?)?(刚刚)?(过去的?(一年|[12一二])|一年来|去年|20\d\d年是)/

const isReview = (part: Part): boolean => part.question?.startsWith('review') ?? false

/** Where a section at a heading ends: at the next heading of its level or above. */
function stretchOf(blocks: Block[], i: number, top: readonly boolean[]): number {
  let j = i + 1
  while (j < blocks.length && !(blocks[j]!.kind === 'heading' && top[j])) j++
  return j
}

/** Builds the heading tree and gives every block its section and its part. */
export function parts(source: string, blocks: Block[], report: Report): Parts {
  const said = (b: Block): string => source.slice(b.start, b.end)
  const headings = blocks.filter(b => b.kind === 'heading')
  const highest = headings.some(b => b.style === 1 || (b.style === 0 && isRole(said(b))))
  // a report numbered from （一） on is divided by those
  const divides = headings.some(b => b.style === 2) && !highest ? 2 : 1
  const numbered =
    divides === 2 ||
    headings.some(b => b.style === 1 && isRole(withoutNumber(said(b)))) ||
    headings.filter(b => b.style === 1).length >= 3
  const top = blocks.map(b => b.kind === 'heading' && (b.style === divides || (b.style === 0 && isRole(said(b)))))
  const glossary = blocks.map((b, i) => b.kind === 'heading' && blocks[i + 1]?.kind === 'glossary')
  const named = blocks.map((b, i) => (b.kind === 'heading' && !glossary[i] ? partsNamed(said(b), report, top[i]!) : []))
  /** Whether a heading after a block names a part that answers the question. */
  const last = new Map<Question, number>()
  named.forEach((found, i) => {
    for (const part of found) if (part.question && top[i]) last.set(part.question, i)
  })
  const later = (question: Question, i: number): boolean => (last.get(question) ?? -1) > i

  const sections: Section[] = [
    { id: 'p0', level: 0, heading: null, start: 0, end: source.length, parent: null, question: null, period: null, topic: null },
  ]
  const sectionOf = new Int32Array(blocks.length)
  const partAt: Part[] = []
  const stack = [0]
  let current = NO_PART
  /** The parts that the heading in force names; paragraphs may change between them. */
  let open: Part[] = []
  /** Whether the heading in force is one that names no part. */
  let silent = true
  let numberedLevel = 1
  /** Level of the heading that opened the part. */
  let opener = 0
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
  const anyNamed = named.some((found, i) => top[i] && found.length > 0)
  const opening = (i: number): Part | null => {
    // what stands before the first heading of a report with headings presents the report
    if (anyNamed && sections.length === 1) return null
    // five years of war and peace abroad open no review of the government's work
    if (current.question === null && onForeignAffairs(said(blocks[i]!))) return null
    const part = partOfOpening(
      said(blocks[i]!).slice(0, 160),
      report,
      current.question !== null && (silent || current.question === 'plan-period' || open.some(p => p.question === 'plan-period')),
    )
    if (!part?.question || part.question === current.question) return null
    const listed = open.find(p => p.question === part.question)
    if (listed) return listed
    // the first paragraph under a heading sets the scene for the part that the heading names
    if (open.length && blocks[i - 1]?.kind === 'heading') return null
    if (current.question === null) return part
    const { question } = part
    if (isReview(part)) {
      if (!isReview(current) || later(question, i)) return null
      return question === 'review-period' || LOOKS_BACK.test(said(blocks[i]!).slice(0, 40).replace(/\s+/g, '')) ? part : null
    }
    if (isReview(current)) return silent || !(later('plan-year', i) || later('plan-period', i)) ? part : null
    return !later(question, i) && (question === 'plan-year' || (silent && !last.has(question))) ? part : null
  }
  /** The part of a heading of the dividing level that names none: by its first paragraph, else by what its section says. */
  const bySection = (i: number): Part | null => {
    const end = stretchOf(blocks, i, top)
    const first = blocks[i + 1]?.kind === 'paragraph' ? opening(i + 1) : null
    if (first) return first
    if (current.question !== null && !isReview(current)) return null
    if (isReview(current) && (later('plan-year', i) || later('plan-period', i))) return null
    const words = source.slice(blocks[i]!.end, blocks[Math.min(end, blocks.length) - 1]!.end)
    if (announcesYear(words, report, current)) return planYear(report)
    return weigh(words) === 'plan' && report.year !== null ? planYear(report) : null
  }
  blocks.forEach((block, i) => {
    if (block.kind === 'heading') {
      const words = said(block)
      if (block.style > 0) numberedLevel = block.style
      let part: Part | null = named[i]![0] ?? null
      // an annex that lists what will be done belongs to the plan, wherever it stands
      if (!part && hasCue('annex', words) && blocks[i + 1] && promisesNext(said(blocks[i + 1]!))) part = planYear(report)
      if (glossary[i]) {
        current = NO_PART
        open = []
        silent = false
      } else if (part) {
        current = part
        open = named[i]!
        silent = false
        opener = block.style
      } else if (top[i] && (block.style === 0 || numbered)) {
        open = []
        silent = block.style <= opener || opener === 0
        part = partByWords(words, report, current) ?? bySection(i)
        if (part) {
          current = part
          silent = false
        }
      }
      const level =
        block.style === 0
          ? top[i] && !(numbered && numberedLevel >= 1 && !part)
            ? 1
            : Math.min(numbered ? numberedLevel + 1 : 2, 6)
          : block.style
      enter(level, block.start, block, current)
    } else if (block.kind === 'paragraph' || block.kind === 'bullet') {
      current = opening(i) ?? current
      if (current.question !== 'plan-year' && announcesYear(said(block), report, current)) current = planYear(report)
      if (block.style > 0 && block.style <= 2 && current.question === null) {
        const head = said(block)
          .slice(0, 40)
          .split(/[。；：]/)[0]!
        current = partsNamed(head, report, false)[0] ?? current
      }
      if (block.style > 0) runIn(source, block, current, enter)
    }
    sectionOf[i] = stack.at(-1)!
    partAt.push(block.kind === 'glossary' ? NO_PART : current)
  })
  while (stack.length > 1) sections[stack.pop()!]!.end = source.length
  return { sections, sectionOf, partOf: partAt }
}

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
