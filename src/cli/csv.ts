/** Readings as a table: one row a figure, for spreadsheets. */
import type { Figure, Reading, Section, Statement } from '../read/types.ts'

interface Context {
  reading: Reading
  statement: Statement | undefined
  section: Section | undefined
}

export type Value = string | number | null | undefined

/** The columns, in order, with what stands in each; names are those of the JSON. */
const columns: Record<string, (figure: Figure, context: Context) => Value> = {
  file: (_, { reading }) => reading.source.name,
  title: (_, { reading }) => free(reading.report.title),
  kind: (_, { reading }) => reading.report.kind,
  place: (_, { reading }) => reading.report.place?.name,
  placeCode: (_, { reading }) => reading.report.place?.code,
  year: (_, { reading }) => reading.report.year,
  reviewYear: (_, { reading }) => reading.report.reviewYear,
  question: (_, { statement }) => statement?.question,
  heading: (_, { section }) => free(section?.heading?.text),
  id: figure => figure.id,
  text: figure => free(figure.text),
  role: figure => figure.role,
  value: figure => figure.value,
  min: figure => figure.min,
  max: figure => figure.max,
  parts: figure => figure.parts?.join(':'),
  exact: figure => figure.exact,
  decimals: figure => figure.decimals,
  magnitude: figure => figure.magnitude,
  intervalFrom: figure => figure.interval?.[0],
  intervalTo: figure => figure.interval?.[1],
  unit: figure => figure.unit,
  unitId: figure => figure.unitId,
  dimension: figure => figure.dimension,
  comparator: figure => figure.comparator,
  measure: figure => figure.measure,
  status: figure => figure.status,
  commitment: figure => figure.commitment,
  period: figure => figure.period,
  periodSource: figure => free(figure.periodSource),
  baseline: figure => figure.baseline,
  baselineSource: figure => free(figure.baselineSource),
  indicator: figure => free(figure.indicator?.text),
  indicatorId: figure => figure.indicator?.id,
  indicatorName: figure => figure.indicator?.name,
  action: figure => free(figure.action?.text),
  figurePlace: figure => free(figure.place),
  scope: figure => free(figure.scope),
  partOf: figure => figure.partOf,
  cues: figure => free(figure.cues.map(cue => cue.text).join(' ')),
  statement: figure => figure.statement,
  statementKind: (_, { statement }) => statement?.kind,
  page: figure => figure.page,
  start: figure => figure.start,
  end: figure => figure.end,
  sentence: (_, { statement }) => free(statement?.text),
}

/** The byte-order mark by which Excel knows UTF-8, and the names of the columns. */
export const csvHead = `\uFEFF${Object.keys(columns).join(',')}\r\n`

/** One line a figure, RFC 4180: CRLF, quotes where needed, unknown is an empty cell. */
export function csvRows(reading: Reading): string {
  const statements = new Map(reading.statements.map(each => [each.id, each]))
  const sections = new Map(reading.sections.map(each => [each.id, each]))
  const cells = Object.values(columns)
  return reading.figures
    .map(figure => {
      const statement = statements.get(figure.statement)
      const context = { reading, statement, section: sections.get(statement?.section ?? '') }
      return `${cells.map(cell => quoted(cell(figure, context))).join(',')}\r\n`
    })
    .join('')
}

export function quoted(value: Value): string {
  const text = value == null ? '' : String(value)
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Text of the document that a spreadsheet would run as a formula (=…, @…, - 新增…) gets a leading apostrophe. */
export function free(text: string | null | undefined): string | null | undefined {
  return text && /^(?:[=@\t\r]|[+-](?![\d.]+%?$))/.test(text) ? `'${text}` : text
}
