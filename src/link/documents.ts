/** The documents that are linked: which, of what place and year, in what order. */
import type { Reading } from '../read/types.ts'
import type { FactPlace, LinkDocument } from './types.ts'

export interface Document extends LinkDocument {
  reading: Reading
}

/**
 * Names each reading and says what it is of. A text that names no place (市政府工作报告…进展情况) has that of the others,
 * if they are all of one place.
 * @returns one for each reading, in the order of their years and dates, and of the names where these are the same
 */
export function documentsOf(readings: readonly Reading[]): Document[] {
  const only = onlyPlace(readings)
  const used = new Map<string, number>()
  const documents = readings.map((reading): Document => {
    const { report, source } = reading
    const count = (used.get(source.name) ?? 0) + 1
    used.set(source.name, count)
    return {
      key: count === 1 ? source.name : `${source.name}#${count}`,
      kind: report.kind,
      title: report.title,
      place: report.place ?? only,
      placeInferred: report.place === null && only !== null,
      year: report.year,
      reviewYear: report.reviewYear,
      date: report.date,
      period: report.period ?? null,
      reading,
    }
  })
  return documents.sort((a, b) => order(a, b))
}

function onlyPlace(readings: readonly Reading[]): FactPlace | null {
  let only: FactPlace | null = null
  for (const { report } of readings) {
    if (!report.place) continue
    if (only && only.name !== report.place.name) return null
    only = report.place
  }
  return only
}

/** The last day that a document can know of, as text that sorts. */
function when(document: LinkDocument): string {
  const { kind, period, year, reviewYear, date } = document
  if (kind === 'notice' && period) return endOf(period)
  if (kind === 'communique') return `${reviewYear ?? year ?? 0}-12-32`
  return date ?? `${year ?? 0}-01`
}

/** 2021-Q1 → 2021-04, so that it stands after January's report and before the half year. */
function endOf(period: string): string {
  const last = period.slice(period.lastIndexOf('/') + 1)
  const [, year, part] = /^(\d{4})(?:-(Q\d|H\d|\d\d))?/.exec(last) ?? []
  if (!year) return last
  if (!part) return `${year}-12-32`
  const month = part.startsWith('Q') ? Number(part[1]) * 3 : part.startsWith('H') ? Number(part[1]) * 6 : Number(part)
  return `${year}-${String(month).padStart(2, '0')}-31`
}

function order(a: LinkDocument, b: LinkDocument): number {
  const [one, two] = [when(a), when(b)]
  return one < two ? -1 : one > two ? 1 : a.key < b.key ? -1 : a.key > b.key ? 1 : 0
}

/** What tells two places apart: the code where it is known, else the name. */
export const placeKey = (place: FactPlace | null): string => (place ? (place.code ?? place.name) : '')
