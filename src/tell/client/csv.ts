/** The figures shown, as a table that a spreadsheet opens with its Chinese intact. */
import type { PageData, PageFigure } from '../page/data.ts'

const COLUMNS = [
  'id',
  'text',
  'value',
  'min',
  'max',
  'unit',
  'comparator',
  'measure',
  'status',
  'commitment',
  'period',
  'baseline',
  'indicator',
  'catalogue',
  'action',
  'place',
  'scope',
  'question',
  'heading',
  'page',
  'start',
  'end',
  'source',
  'sha256',
] as const

/** One cell: quoted where it must be; a leading = + - @ of a text would be run as a formula, so it is kept from it. */
function cell(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value)
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** @param shown ids of the figures to write, in the order of the text */
export function table(data: PageData, shown: ReadonlySet<string>): string {
  const statements = new Map(data.statements.map(s => [s.id, s]))
  const line = (f: PageFigure) => {
    const statement = statements.get(f.statement)
    const row: Record<(typeof COLUMNS)[number], string | number | null | undefined> = {
      id: f.id,
      text: f.text,
      value: f.exact !== undefined ? Number(f.exact) : f.parts?.join(':'),
      min: f.min,
      max: f.max,
      unit: f.unit,
      comparator: f.comparator,
      measure: f.measure,
      status: f.status,
      commitment: f.commitment,
      period: f.period,
      baseline: f.baseline,
      indicator: f.indicator?.text,
      catalogue: f.indicator?.name,
      action: f.action?.text,
      place: f.place ?? data.place,
      scope: f.scope,
      question: statement?.question,
      heading: statement?.path.at(-1),
      page: f.page,
      start: f.start,
      end: f.end,
      source: data.source,
      sha256: data.sha256,
    }
    return COLUMNS.map(name => cell(row[name])).join(',')
  }
  return [COLUMNS.join(','), ...data.figures.filter(f => shown.has(f.id)).map(line)].join('\r\n')
}

export function csv(data: PageData, shown: ReadonlySet<string>): void {
  // The byte order mark tells a Chinese Excel that this is UTF-8.
  const url = URL.createObjectURL(new Blob([`\uFEFF${table(data, shown)}\r\n`], { type: 'text/csv;charset=utf-8' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${data.title}.csv`
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 1000)
}
