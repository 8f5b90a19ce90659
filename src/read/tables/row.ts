/** A row of a table with what is known of the table. */
import type { Table, TableCell } from '../types.ts'
import type { Columns } from './columns.ts'

export interface Grid {
  table: Table
  columns: Columns
  /** Unit that the lines over the table give for all of it, or ''. */
  unit: string
}

export interface TableRow extends Grid {
  cells: TableCell[]
  /** Whether the row holds headings, or words of a glossary: what it says is no result and no plan. */
  context: boolean
  /** Whether the row is of a table that says who is to do what, and not how far it has come. */
  plans: boolean
}
