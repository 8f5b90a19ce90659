/** Which document tells of which time. */
import type { Document } from '../documents.ts'

/**
 * The years that a document tells of which another one promised for, in the order of the promises' time: the report of the
 * next year, a notice within the year, a communiqué on it; and, for estimates, what settles the year before.
 */
export function tellsOf(document: Document, promising: Document): string[] {
  const year = yearTold(document)
  if (year === null || promising.year === null) return []
  // a promise for the end of a plan period may be years ahead; an estimate is settled by a notice or communiqué on its year
  if (year >= promising.year) return [String(year)]
  const settles = document.kind === 'notice' || document.kind === 'communique'
  return settles && year === promising.reviewYear ? [String(year)] : []
}

/** The year that a document looks back on. */
export function yearTold(document: Document): number | null {
  if (document.kind === 'notice') return document.period ? Number(document.period.slice(0, 4)) : document.year
  if (document.kind === 'plan') return null
  return document.reviewYear ?? (document.year === null ? null : document.year - 1)
}

/** The year by whose end a promise is due: 2025 of 2021/2025. */
export const dueYear = (period: string | null): string | null =>
  period ? period.slice(period.lastIndexOf('/') + 1).slice(0, 4) : null
