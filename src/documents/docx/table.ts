/** Word tables: cells merged across (gridSpan) and down (vMerge), rows deleted by a revision. */
import type { TextBuilder } from '../formats/builder.ts'
import { type GridCell, laysOut, writeTable } from '../formats/table.ts'
import { childOf, elementsOf, isElement, type XmlElement } from '../formats/xml.ts'
import { plainText } from './notes.ts'
import { isOn } from './styles.ts'

/** More columns than any sheet of paper takes. */
const mostColumns = 1000

/** @param blocks adds what a cell holds */
export function tableOf(table: XmlElement, out: TextBuilder, blocks: (cell: XmlElement) => void): void {
  const rows: XmlElement[] = []
  for (const row of inside(table, 'tr')) {
    if (childOf(childOf(row, 'trPr'), 'del')) out.aside('deleted', plainText(row))
    else rows.push(row)
  }
  const cells = rows.map(row => [...inside(row, 'tc')])
  // A table in a cell is told as part of the cell; one that only lays the page out is text.
  if (out.inCell || laysOut(cells.map(measures))) {
    for (const cell of cells.flat()) blocks(cell)
    return
  }
  const open = new Map<number, GridCell>()
  const grid = cells.map((row, r) => {
    const header = isOn(childOf(childOf(rows[r]!, 'trPr'), 'tblHeader')) ?? false
    const given: GridCell[] = []
    let column = Math.min(Number(childOf(childOf(rows[r]!, 'trPr'), 'gridBefore')?.attributes.val ?? 0) || 0, mostColumns)
    for (const cell of row) {
      const properties = childOf(cell, 'tcPr')
      const wide = Number(childOf(properties, 'gridSpan')?.attributes.val ?? 1) || 1
      const columnSpan = Math.max(1, Math.min(wide, mostColumns))
      const merge = childOf(properties, 'vMerge')
      const above = merge && merge.attributes.val !== 'restart' ? open.get(column) : undefined
      if (above) above.rowSpan++
      else {
        const made: GridCell = { column, rowSpan: 1, columnSpan, header, write: () => blocks(cell) }
        if (merge) open.set(column, made)
        else open.delete(column)
        given.push(made)
      }
      column += columnSpan
    }
    return given
  })
  writeTable(out, grid)
}

/** Rows of a table, cells of a row, whatever wraps them. */
function* inside(element: XmlElement, name: string): Iterable<XmlElement> {
  for (const child of elementsOf(element)) {
    if (child.name === name) yield child
    else if (child.name === 'sdt' || child.name === 'sdtContent' || child.name === 'customXml' || child.name === 'ins')
      yield* inside(child, name)
  }
}

function measures(row: XmlElement[]): { length: number; longest: number; paragraphs: number } {
  let longest = 0
  let paragraphs = 0
  for (const cell of row) {
    longest = Math.max(longest, plainText(cell).length)
    paragraphs = Math.max(paragraphs, cell.children.filter(child => isElement(child) && child.name === 'p').length)
  }
  return { length: row.length, longest, paragraphs }
}
