/** A clause cut where its list has amounts of its own. */
import type { Figure } from '../types.ts'
import type { Clause, Mark } from './scan.ts'

/** A part of a clause with an amount of its own: 新建幼儿园5所、小学3所 has two. */
export interface Segment {
  start: number
  end: number
  marks: Mark[]
  figures: Figure[]
}

/** The segments of a clause, in order; one where its list has no amounts of their own. */
export function segmentsOf(clause: Clause, figures: readonly Figure[]): Segment[] {
  const cuts: number[] = []
  if (figures.length > 1)
    for (const mark of clause.marks)
      if (mark.bits === 0 && mark.end > clause.start && isListComma(mark, clause) && between(figures, cuts, clause, mark))
        cuts.push(mark.end)
  const out: Segment[] = []
  let start = clause.start
  for (const end of [...cuts, clause.end]) {
    out.push({
      start,
      end,
      marks: clause.marks.filter(m => m.start >= start && m.end <= end),
      figures: figures.filter(f => f.start >= start && f.start < end),
    })
    start = end
  }
  return out
}

const isListComma = (mark: Mark, clause: Clause): boolean => clause.commas.has(mark.start)

/** Whether a list comma has an amount on both sides, that of the left since the last cut. */
function between(figures: readonly Figure[], cuts: readonly number[], clause: Clause, mark: Mark): boolean {
  const from = cuts.at(-1) ?? clause.start
  let next = clause.end
  for (const comma of clause.commas)
    if (comma > mark.start) {
      next = comma
      break
    }
  return figures.some(f => f.start >= from && f.end <= mark.start) && figures.some(f => f.start >= mark.end && f.start < next)
}
