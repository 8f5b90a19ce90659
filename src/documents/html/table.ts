/** Tables of a page: rowspan and colspan laid out on the grid as the HTML standard has it. */
import type { TextBuilder } from '../formats/builder.ts'
import { type GridCell, writeTable } from '../formats/table.ts'
import { cellsOf, rowsOf } from './lines.ts'
import { attribute, type Element, textBelow } from './tree.ts'

/** Bounds of the HTML standard for the two attributes. */
const mostColumns = 1000
const mostRows = 65_534

export function tableOf(table: Element, out: TextBuilder): void {
  /** For each column, the row from which on it is free. */
  const taken: number[] = []
  const rows = rowsOf(table)
  const grid = rows.map((row, r) => {
    const inHead = row.parentNode !== null && 'tagName' in row.parentNode && row.parentNode.tagName === 'thead'
    let column = 0
    return cellsOf(row).map((cell): GridCell => {
      while ((taken[column] ?? 0) > r) column++
      const columnSpan = spanOf(cell, 'colspan', mostColumns)
      const rowSpan = Math.min(spanOf(cell, 'rowspan', mostRows), rows.length - r)
      for (let c = column; c < column + columnSpan && c < 10_000; c++) taken[c] = r + rowSpan
      const at = column
      column += columnSpan
      return {
        column: at,
        rowSpan,
        columnSpan,
        header: inHead || cell.tagName === 'th',
        write: () => out.add(textBelow(cell)),
      }
    })
  })
  writeTable(out, grid)
}

function spanOf(cell: Element, name: string, most: number): number {
  const value = Number.parseInt(attribute(cell, name), 10)
  return value >= 1 ? Math.min(value, most) : 1
}
