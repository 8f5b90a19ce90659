/**
 * What a table of the data set is. The rows as CSV, the columns in DuckDB, the codebook and the CSVW metadata all come from
 * these definitions, so that none of them can say what another does not.
 */
import type { Words } from '../../documents/index.ts'

export type Cell = string | number | boolean | null | undefined

export interface Column<R> {
  /** At most 32 characters of a–z, 0–9 and _, so that Stata, R and SQL take it as it stands. */
  name: string
  type: 'text' | 'integer' | 'number' | 'boolean'
  about: Words
  /** What may stand in it, where that is a closed list. */
  codes?: Readonly<Record<string, Words>>
  of: (row: R) => Cell
}

export interface Table<R = never, D = never> {
  name: string
  about: Words
  /** What one row is. */
  row: Words
  /** Whether it is split by level and year. */
  parted: boolean
  /** The columns that together name a row. */
  key: readonly string[]
  /** The columns that are the same for all rows of a document. */
  shared: readonly Column<D>[]
  columns: readonly Column<R>[]
}

/** All columns, in order. */
export const columnsOf = <R, D>(table: Table<R, D>): (Column<R> | Column<D>)[] => [...table.shared, ...table.columns]

/** The line with the names of the columns. */
export const headOf = <R, D>(table: Table<R, D>): string =>
  `${columnsOf(table)
    .map(column => column.name)
    .join(',')}\n`

/**
 * Writes rows: RFC 4180 but for the line end, which is LF. Unknown is an empty cell. Text stands as the document has it, so that
 * offsets hold: nothing is put before what a spreadsheet would run as a formula.
 * @param shared what all the rows share
 */
export function rowsOf<R, D>(table: Table<R, D>, shared: D, rows: Iterable<R>): { text: string; count: number } {
  const { columns } = table
  let prefix = ''
  for (const column of table.shared) prefix += `${written(column.of(shared))},`
  let text = ''
  let count = 0
  for (const row of rows) {
    text += prefix
    for (let i = 0; i < columns.length; i++) {
      if (i > 0) text += ','
      text += written(columns[i]!.of(row))
    }
    text += '\n'
    count++
  }
  return { text, count }
}

const special = /[",\r\n]/

function written(value: Cell): string {
  if (value == null || value === '') return ''
  if (typeof value !== 'string') return String(value)
  const text = value.length > longest ? value.slice(0, longest) : value
  return special.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Characters that a cell may hold: a text without full stops is one sentence, and would be repeated for each of its figures. */
const longest = 4000

/**
 * A passage for a cell: all of it, or where it is too long the part round what it is quoted for.
 * @returns `text`, and `start` where that stands in the document
 */
export function passage(whole: { start: number; text: string }, at: { start: number }): { start: number; text: string } {
  if (whole.text.length <= longest) return whole
  const from = Math.max(0, at.start - whole.start - longest / 2)
  return { start: whole.start + from, text: whole.text.slice(from, from + longest) }
}
