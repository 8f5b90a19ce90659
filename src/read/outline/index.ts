/** The outline of a report: its identity, heading tree, parts and statements, before any figure is read. */
import type { Repair, Report, Section, SourceTable, Statement } from '../types.ts'
import { onForeignAffairs } from './argued.ts'
import { identity } from './identity.ts'
import { kinds, type Placed } from './kind.ts'
import { type Block, type HeadingMark, type Layout, layout } from './layout.ts'
import { isNotice, noticePeriod } from './notice.ts'
import { type Part, parts } from './parts.ts'
import { byPassage } from './passages.ts'
import { bare, spansOf } from './sentences.ts'

export type { Block } from './layout.ts'

export interface Outline {
  report: Report
  sections: Section[]
  blocks: Block[]
  repairs: Repair[]
  /** Tables of which a capture put each cell on a line of its own. */
  stacked: SourceTable[]
  /** For each block, the index of its section and its part. */
  sectionOf: Int32Array
  partOf: Part[]
  /** Whether it has long passages that no heading gives to a part. */
  argued: boolean
}

/**
 * Finds the structure of a text.
 * @param text the decoded text
 * @param name the file's name; its year counts least among the signs of the year
 * @param marks lines that the document marks as headings
 * @param laid the layout of the text, where it is known
 */
export function outline(
  text: string,
  name = '',
  marks: readonly HeadingMark[] = [],
  laid: Layout = layout(text, marks),
): Outline {
  const { blocks, repairs, front, stacked } = laid
  const report = identity(text, blocks, front, name)
  const { sections, sectionOf, partOf } = parts(text, blocks, report)
  const argued = report.kind === 'report' && byPassage(text, blocks, report, { sections, sectionOf, partOf })
  if (
    isNotice(
      report,
      blocks.some(b => b.kind === 'salutation'),
    )
  )
    asNotice(text, report, blocks, sections, partOf)
  return { report, sections, blocks, repairs, stacked, sectionOf, partOf, argued }
}

/** How much of a notice opens it. */
const OPENING = 240

/** A notice answers none of the four questions: every part of it tells of the notice's own stretch of time. */
function asNotice(text: string, report: Report, blocks: Block[], sections: Section[], partOf: Part[]): void {
  const first = blocks.find(b => b.kind === 'paragraph' || b.kind === 'bullet')
  const period = noticePeriod(report, first ? text.slice(first.start, Math.min(first.end, first.start + OPENING)) : '')
  report.kind = 'notice'
  report.period = period
  for (const section of sections) {
    section.question = null
    section.period = period
  }
  partOf.fill({ question: null, period })
}

/** The statements of an outlined text, with kind and question, in order and without overlap. */
export function statements(text: string, plan: Outline): Statement[] {
  const placed: Placed[] = []
  plan.blocks.forEach((block, b) => {
    if (block.kind === 'title' || block.kind === 'furniture' || block.kind === 'heading') return
    // the address that opens the report is part of its head; one in the middle of it is a sentence
    if (block.kind === 'salutation' && placed.length === 0) return
    const section = plan.sections[plan.sectionOf[b]!]!
    spansOf(text, block).forEach((span, n) => {
      placed.push({
        statement: bare(text, span, `s${placed.length + 1}`, section.id),
        question: plan.partOf[b]!.question,
        section: plan.sectionOf[b]!,
        bullet: block.kind === 'bullet',
        row: block.kind === 'table',
        glossary: block.kind === 'glossary',
        block: b,
        heading: section.heading?.text ?? null,
        item: n === 0 && block.style >= 3 && plan.report.kind === 'notice',
      })
    })
  })
  const foreign = new Map<number, boolean>()
  const isForeign = (b: number): boolean => {
    let found = foreign.get(b)
    if (found === undefined) foreign.set(b, (found = onForeignAffairs(text.slice(plan.blocks[b]!.start, plan.blocks[b]!.end))))
    return found
  }
  kinds(placed, plan.report.year, { argued: plan.argued, foreign: isForeign })
  return placed.map(p => p.statement)
}
