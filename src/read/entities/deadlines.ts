/** By when: 年内, 6月底前, 到2025年. */
import { DEADLINE } from '../../catalogue/signs.ts'
import type { Span } from '../types.ts'
import { dateFrom, type EntityContext } from './context.ts'
import { type Clause, spanAt } from './scan.ts'

/** The deadline that a clause names, or null: a word that is one, or a date with 前, 底, 内 behind it or 到 before it. */
export function deadlineIn(context: EntityContext, clause: Clause): Span | null {
  const { text, signs } = context
  for (let date = dateFrom(context, clause.start, clause.end); date; date = dateFrom(context, date.end, clause.end)) {
    const after = signs.afterDate.exec(text.slice(date.end, Math.min(clause.end, date.end + 6)))
    const to = /[到至]$/.test(text.slice(Math.max(clause.start, date.start - 1), date.start))
    if (!after && !to && !(date.date!.edge === 'end' && !text.startsWith('的', date.end))) continue
    if (after && AGO.test(text.slice(date.end, date.end + 6))) continue
    return spanAt(text, to ? date.start - 1 : date.start, date.end + (after?.[0].length ?? 0))
  }
  if (clause.bits & DEADLINE) for (const mark of clause.marks) if (mark.bits & DEADLINE) return spanAt(text, mark.start, mark.end)
  return null
}

/** 2020年以前的, 5年中: the time something dates from. */
const AGO = /^(?:以前的|之前的|前的|初期|中期|底的|末的|以来)/
