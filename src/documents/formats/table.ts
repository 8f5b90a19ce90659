/** Tables into text: a line for each row, `| CELL | CELL |`, and the cells with their places. */
import type { SourceCell } from '../types.ts'
import type { TextBuilder } from './builder.ts'

export interface GridCell {
  column: number
  rowSpan: number
  columnSpan: number
  header: boolean
  /** Adds what stands in the cell. */
  write(): void
}

/** Writes a table. Cells are given by row, those that continue from above left out. */
export function writeTable(builder: TextBuilder, rows: GridCell[][]): void {
  builder.endParagraph()
  const start = builder.length
  const cells: SourceCell[] = []
  rows.forEach((row, r) => {
    if (row.length === 0) return
    builder.glue('| ')
    row.forEach((each, n) => {
      if (n > 0) builder.glue(' | ')
      const start = builder.openCell()
      each.write()
      const end = builder.closeCell()
      const { column, rowSpan, columnSpan, header } = each
      cells.push({ row: r, column, rowSpan, columnSpan, header, start, end, text: '' })
    })
    builder.glue(' |')
    builder.endParagraph()
  })
  if (cells.length === 0) return
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + cell.columnSpan), 0)
  builder.tables.push({ start, end: builder.length - 1, rows: rows.length, columns, cells })
}

/** Whether a table only lays a page out: one cell a row, or cells that hold whole passages. */
export function laysOut(rows: { length: number; longest: number; paragraphs: number }[]): boolean {
  if (rows.every(row => row.length <= 1)) return true
  return rows.some(row => row.longest > 1500 && row.paragraphs > 8)
}
