/** What is missing, as data: reports that should be there, and targets that reports do not set. */
import { levelOf, placeNamed, placeOfCode } from '../catalogue/index.ts'
import { read } from '../read/index.ts'
import { latestCode } from './places.ts'
import type { FailureRecord } from './records.ts'
import type { DocumentRow } from './tables/documents.ts'
import type { MissingRow } from './tables/small.ts'

/** A report that should be there. */
export interface Expected {
  placeCode: string | null
  placeName: string
  level: string
  year: number
}

const reasonOf: Record<string, MissingRow['reason']> = {
  'not-set': 'no-target',
  'not-found': 'no-passage',
  'stated-without-number': 'no-number',
}

/**
 * The gaps: within the run of years of each place, in the list of what is expected, and among the headline targets of the reports
 * that are there.
 */
export function missingOf(
  documents: readonly DocumentRow[],
  failures: readonly FailureRecord[],
  expected: readonly Expected[],
): MissingRow[] {
  const reports = documents.filter(row => row.preferred && row.document.kind === 'report')
  const there = new Set(reports.map(({ document }) => keyOf(document.placeCode, document.placeName!, document.year!)))
  const lost = failures.map(failure => ({
    failure,
    year: read({ ...nothing, source: { ...nothing.source, name: failure.name } }).report.year,
  }))
  const rows: MissingRow[] = []
  const add = (place: Expected, by: MissingRow['expected']) => {
    const key = keyOf(place.placeCode, place.placeName, place.year)
    if (there.has(key)) return
    there.add(key)
    const file = lost.find(({ failure, year }) => year === place.year && namesPlace(failure.name, place))?.failure.name ?? null
    const reason = file === null ? 'no-report' : 'not-parsed'
    rows.push({ ...place, indicator: null, reason, expected: by, document: null, file })
  }
  for (const place of expected) add(place, 'list')
  for (const place of withinRuns(reports)) add(place, 'run')
  for (const { document } of reports) {
    for (const said of document.withoutNumber) {
      const [indicator, state] = said.split('=') as [string, string]
      const { placeCode, placeName, level, year, id } = document
      const place = { placeCode, placeName: placeName!, level, year: year! }
      rows.push({ ...place, indicator, reason: reasonOf[state]!, expected: 'run', document: id, file: null })
    }
  }
  return rows.sort((a, b) => compare(sortKey(a), sortKey(b)))
}

const nothing = {
  source: { name: '', mediaType: 'text/plain', encoding: null, sha256: null, pages: null },
  text: '',
  repairs: [],
}

const keyOf = (code: string | null, name: string, year: number) => `${latestCode(code, year) ?? name} ${year}`

const sortKey = (row: MissingRow) =>
  [row.indicator === null ? 0 : 1, row.placeCode ?? '~', row.placeName, row.year, row.indicator ?? ''].join('\t')

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0)

/** The years between the first and the last report of each place. */
function* withinRuns(reports: readonly DocumentRow[]): Iterable<Expected> {
  const runs = new Map<string, { years: number[]; code: string | null; name: string; level: string }>()
  for (const { document } of reports) {
    const { placeCode, placeName, level, year } = document
    const key = latestCode(placeCode, year) ?? placeName!
    const run = runs.get(key) ?? { years: [], code: latestCode(placeCode, year), name: placeName!, level }
    run.years.push(year!)
    runs.set(key, run)
  }
  for (const { years, code, name, level } of runs.values()) {
    for (let year = Math.min(...years); year < Math.max(...years); year++) {
      if (years.includes(year)) continue
      yield { placeCode: code, placeName: name, level, year }
    }
  }
}

function namesPlace(file: string, { placeCode, placeName }: Expected): boolean {
  const place = placeCode ? placeOfCode(placeCode) : null
  return [placeName, ...(place?.short ?? [])].some(form => file.includes(form))
}

/**
 * Reads a list of expected reports: CSV with the columns `place` (a name or a code of GB/T 2260) and `year` (2021 or 2016-2021).
 * @returns the list, or the number of the first line that makes no sense
 */
export function expectedIn(text: string): Expected[] | { wrong: number } {
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/)
  const head = lines[0]!.split(',').map(cell => cell.trim())
  const [placeAt, yearAt] = [head.indexOf('place'), head.indexOf('year')]
  if (placeAt === -1 || yearAt === -1) return { wrong: 1 }
  const found: Expected[] = []
  for (const [i, line] of lines.entries()) {
    if (i === 0 || line.trim() === '') continue
    const cells = line.split(',').map(cell => cell.trim())
    const years = /^(\d{4})(?:-(\d{4}))?$/.exec(cells[yearAt] ?? '')
    const place = cells[placeAt]
    if (!years || !place) return { wrong: i + 1 }
    for (let year = Number(years[1]); year <= Number(years[2] ?? years[1]); year++) found.push(expectedPlace(place, year))
  }
  return found
}

function expectedPlace(said: string, year: number): Expected {
  if (/^(?:全国|中国|000000)$/.test(said)) return { placeCode: '000000', placeName: '全国', level: 'national', year }
  const place = /^\d{6}$/.test(said) ? (placeOfCode(said, year) ?? placeOfCode(said)) : placeNamed(said, year)
  if (!place) return { placeCode: null, placeName: said, level: 'unknown', year }
  return { placeCode: place.code, placeName: place.name, level: levelOf(place.code), year }
}
