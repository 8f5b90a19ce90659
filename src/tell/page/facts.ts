/**
 * Figures put together as a reader sees them: `粮食产量120万吨，增长2%，居全省第三` is one fact with
 * a value, a change and a rank. A view of the reading; nothing is computed from the numbers.
 */
import type { Figure, Statement } from '../../read/types.ts'

export interface Fact {
  statement: Statement
  /** The figure that speaks for the fact: its level where it has one. */
  main: Figure
  /** What else is said of the same indicator in the same statement, in the order of the text. */
  others: Figure[]
}

/** Which of the figures on one indicator leads. */
const LEADS: Figure['measure'][] = ['level', 'structure', 'multiple', 'change', 'change-points', 'change-abs', 'rank', 'duration']
/** What may follow a leading figure; two levels of one indicator stay two facts. */
const FOLLOWS = new Set<Figure['measure']>(['change', 'change-points', 'change-abs', 'rank', 'multiple'])

/** The facts of one statement, from its measures in the order of the text; qualifiers are left out. */
export function factsOf(statement: Statement, figures: readonly Figure[]): Fact[] {
  const out: Fact[] = []
  const open = new Map<string, Fact>()
  for (const figure of figures) {
    if (figure.role !== 'measure') continue
    const subject = subjectOf(figure)
    const fact = open.get(subject)
    if (!fact || !joins(fact, figure)) {
      const next = { statement, main: figure, others: [] }
      out.push(next)
      open.set(subject, next)
    } else if (leads(figure, fact.main)) {
      fact.others.unshift(fact.main)
      fact.main = figure
    } else fact.others.push(figure)
  }
  return out
}

export const figuresOf = (fact: Fact): Figure[] => [fact.main, ...fact.others]

/** The figure on the other side of a structure's change: 由A优化为B. */
export const before = (fact: Fact): Figure | undefined =>
  fact.main.measure === 'structure' ? fact.others.find(f => f.measure === 'structure') : undefined

function joins(fact: Fact, figure: Figure): boolean {
  const all = figuresOf(fact)
  if (figure.measure === 'structure') return all.length === 1 && fact.main.measure === 'structure'
  // One figure of a kind: a second change is about something else, or about another period.
  if (all.some(known => known.measure === figure.measure)) return false
  return FOLLOWS.has(figure.measure) || (figure.measure === 'level' && all.every(known => FOLLOWS.has(known.measure)))
}

/** Figures with the same subject are about one thing; a figure without an indicator has none to share. */
function subjectOf(figure: Figure): string {
  if (!figure.indicator) return figure.id
  return [figure.indicator.start, figure.indicator.end, figure.place ?? '', figure.status === 'target'].join(' ')
}

function leads(a: Figure, b: Figure): boolean {
  // 由A优化为B: the outcome leads, the base follows.
  if (a.measure === b.measure) return b.status === 'context' && a.status !== 'context'
  return LEADS.indexOf(a.measure) < LEADS.indexOf(b.measure)
}
