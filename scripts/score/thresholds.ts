/** The least that each measure must reach, in percent; gold/thresholds.json holds the numbers. */
import { f1, type Match, percent, type Score, type Share } from './measures.ts'

const measures = {
  span: s => ofMatch(s.span),
  record: s => ofMatch(s.record),
  catalogue: s => ofMatch(s.catalogue),
  statements: s => ofShare(s.statements.covered),
  kind: s => ofShare(s.statements.kind),
  question: s => ofShare(s.statements.question),
  digits: s => ofShare(s.digits),
  numerals: s => ofShare(s.numerals.covered),
  role: s => ofShare(s.numerals.role),
  reason: s => ofShare(s.numerals.reason),
} satisfies Record<string, (score: Score) => number | null>

/** null: the document has no gold for it. */
const ofMatch = (m: Match) => (m.gold ? f1(m) : null)
const ofShare = (s: Share) => (s.all ? percent(s) : null)

type Minimums = Partial<Record<keyof typeof measures, number>>

export interface Thresholds {
  /** For every document. */
  document: Minimums
  /** For all documents taken as one. */
  total: Minimums
  /** For the links of all pairs taken as one, targets and tasks together. */
  links?: { precision: number; recall: number; verdict: number }
}

/** One line for each measure that falls short; a name that is no measure is an error of the file. */
export function shortfalls(scores: Score[], all: Score, thresholds: Thresholds): string[] {
  const below = (score: Score, minimums: Minimums) =>
    Object.entries(minimums).flatMap(([name, least]) => {
      const measure = measures[name as keyof typeof measures]
      if (measure === undefined)
        throw new Error(`thresholds: ${name} is no measure; there are ${Object.keys(measures).join(', ')}`)
      const value = measure(score)
      return value !== null && value < least ? [`${score.name}: ${name} ${value.toFixed(2)} is below ${least}`] : []
    })
  return [...scores.flatMap(score => below(score, thresholds.document)), ...below(all, thresholds.total)]
}
