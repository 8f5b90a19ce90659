/** The outline of a report: its identity, heading tree, parts and statements, before any figure is read. */
import type { Repair, Report, Section, Statement } from '../types.ts'
import { identity } from './identity.ts'
import { kinds, type Placed } from './kind.ts'
import { type Block, layout } from './layout.ts'
import { type Part, parts } from './parts.ts'
import { bare, spansOf } from './sentences.ts'

export type { Block } from './layout.ts'

export interface Outline {
  report: Report
  sections: Section[]
  blocks: Block[]
  repairs: Repair[]
  /** For each block, the index of its section and its part. */
  sectionOf: Int32Array
  partOf: Part[]
}

/**
 * Finds the structure of a text.
 * @param text the decoded text
 * @param name the file's name; its year counts least among the signs of the year
 */
export function outline(text: string, name = ''): Outline {
  const { blocks, repairs, front } = layout(text)
  const report = identity(text, blocks, front, name)
  const { sections, sectionOf, partOf } = parts(text, blocks, report)
  return { report, sections, blocks, repairs, sectionOf, partOf }
}

/** The statements of an outlined text, with kind and question, in order and without overlap. */
export function statements(text: string, plan: Outline): Statement[] {
  const placed: Placed[] = []
  plan.blocks.forEach((block, b) => {
    if (block.kind === 'title' || block.kind === 'furniture' || block.kind === 'heading' || block.kind === 'salutation') return
    const section = plan.sections[plan.sectionOf[b]!]!
    for (const span of spansOf(text, block)) {
      placed.push({
        statement: bare(text, span, `s${placed.length + 1}`, section.id),
        question: plan.partOf[b]!.question,
        section: plan.sectionOf[b]!,
        bullet: block.kind === 'bullet',
        glossary: block.kind === 'glossary',
        block: b,
        heading: section.heading?.text ?? null,
      })
    }
  })
  kinds(placed)
  return placed.map(p => p.statement)
}
