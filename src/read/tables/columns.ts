/** What the columns of a table hold, by the words over them. */

import { columns as table } from '../../catalogue/generated/columns.generated.ts'
import { rows as rowsOf } from '../../catalogue/table.ts'
import type { SourceTable, Table } from '../types.ts'

export type Role = string

let patterns: [Role, RegExp][] | null = null

/** What a column with this heading holds, or null where the tables of words do not say. */
export function roleOf(heading: string): Role | null {
  patterns ??= [...rowsOf(table)].map(([role, pattern]) => [role!, new RegExp(pattern!)])
  const words = heading.replace(/\s+/g, '')
  return patterns.find(([, pattern]) => pattern.test(words))?.[0] ?? null
}

export interface Columns {
  /** Rows of headings at the top. */
  heads: number
  /** The words over each column, those of several rows joined. */
  headings: string[]
  roles: (Role | null)[]
}

const NUMBER = /^[约超近达]?\s*[-－+]?\d[\d.,，]*\s*(?:%|％|以上|以内|左右)?$/

/** Finds the headings of a table: the rows that it marks as such, else the first row when its words are headings. */
export function columnsOf(table: SourceTable): Columns {
  let heads = 0
  for (const cell of table.cells) if (cell.header) heads = Math.max(heads, cell.row + cell.rowSpan)
  const first = table.cells.filter(cell => cell.row === 0)
  if (heads === 0 && first.length > 1 && !first.some(cell => NUMBER.test(cell.text))) {
    const known = first.filter(cell => cell.text !== '' && cell.text.length <= 24 && roleOf(cell.text) !== null).length
    if (known * 2 >= first.filter(cell => cell.text !== '').length)
      heads = first.reduce((most, cell) => Math.max(most, cell.rowSpan), 1)
  }
  if (heads >= table.rows) heads = 0
  const columns = Math.min(table.columns, 200)
  const headings = Array.from({ length: columns }, (_, column) =>
    table.cells
      .filter(cell => cell.row < heads && cell.column <= column && column < cell.column + cell.columnSpan && cell.text !== '')
      .map(cell => cell.text)
      .join(' '),
  )
  const roles = headings.map(heading => (heading === '' ? null : roleOf(heading)))
  return { heads, headings, roles }
}

/** What a table is, by its columns. */
export function kindOf({ roles }: Columns): Table['kind'] {
  const has = (...wanted: Role[]) => wanted.some(role => roles.includes(role))
  if (has('meaning') && has('term', 'name')) return 'glossary'
  if (has('project') || (has('money', 'place') && has('content', 'name'))) return 'projects'
  if (has('lead', 'support', 'leader', 'deadline') && has('name', 'target', 'content', 'progress')) return 'tasks'
  if (has('target', 'actual', 'estimated', 'change') && (has('name', 'unit') || roles.length >= 2)) return 'indicators'
  return 'other'
}
