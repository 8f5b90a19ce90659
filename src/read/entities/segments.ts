/** A clause cut where its list has amounts of its own. */
import type { Figure } from '../types.ts'
import type { Clause, Mark } from './scan.ts'

/** A part of a clause with an amount of its own: 新建幼儿园5所、小学3所 has two. */
export interface Segment {
  start: number
  end: number
  marks: Mark[]
  figures: readonly Figure[]
}

/** The segments of a clause, in order; one where its list has no amounts of their own. */
export function segmentsOf(clause: Clause, figures: readonly Figure[]): Segment[] {
  // each cut has an amount on both sides, that on the left since the last cut
  const cuts: number[] = []
  for (let c = 0, f = 0; figures.length > 1 && c < clause.commas.length; c++) {
    const comma = clause.commas[c]!
    const next = clause.commas[c + 1] ?? clause.end
    const from = cuts.at(-1) ?? clause.start
    while (f < figures.length && figures[f]!.start < comma) f++
    const left = f > 0 && figures[f - 1]!.start >= from && figures[f - 1]!.end <= comma
    if (left && f < figures.length && figures[f]!.start < next) cuts.push(comma + 1)
  }
  if (cuts.length === 0) return [{ start: clause.start, end: clause.end, marks: clause.marks, figures }]
  const out: Segment[] = []
  let start = clause.start
  let mark = 0
  let figure = 0
  for (const end of [...cuts, clause.end]) {
    const marks: Mark[] = []
    const own: Figure[] = []
    for (; mark < clause.marks.length && clause.marks[mark]!.end <= end; mark++) marks.push(clause.marks[mark]!)
    for (; figure < figures.length && figures[figure]!.start < end; figure++) own.push(figures[figure]!)
    out.push({ start, end, marks, figures: own })
    start = end
  }
  return out
}
