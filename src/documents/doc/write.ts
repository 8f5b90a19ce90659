/** Paragraphs and tables of an old Word document into text. */
import type { TextBuilder } from '../formats/builder.ts'
import { type GridCell, laysOut, writeTable } from '../formats/table.ts'
import type { Lists } from './lists.ts'
import { type Paragraph, wordsOf } from './paragraphs.ts'

export interface Context {
  out: TextBuilder
  lists: Lists
  /** The mark that a note gets in the text, or '' (a comment); called in the order of the text. */
  mark(cp: number): string
}

export function writeParagraphs(paragraphs: Paragraph[], context: Context): void {
  for (let i = 0; i < paragraphs.length; ) {
    if (!paragraphs[i]!.properties?.inTable) {
      writeParagraph(paragraphs[i]!, context)
      i++
      continue
    }
    let end = i
    while (end < paragraphs.length && paragraphs[end]!.properties?.inTable) end++
    writeRows(paragraphs.slice(i, end), context)
    i = end
  }
}

export function writeParagraph({ parts, properties }: Paragraph, { out, lists, mark }: Context): void {
  const counted = properties?.list ? lists.next(properties.list, properties.level) : ''
  let label = counted
  const start = out.length
  for (const part of parts) {
    if (part.kind === 'break') out.breakLine()
    else if (part.kind === 'picture') out.aside('picture', '图')
    else if (part.kind === 'mark') added(out, mark(part.cp), 'mark of a note; the note stands at the end')
    else if (part.kind !== 'words') out.aside(part.kind, part.text)
    else {
      if (part.text.trim() !== '') {
        added(out, label, 'a number that the document counts out itself')
        label = ''
      }
      out.add(part.text)
    }
  }
  if (properties?.outline && out.length > start && !out.inCell)
    out.headings.push({ start, end: out.length, level: properties.outline })
  out.endParagraph()
}

function added(out: TextBuilder, text: string, note: string): void {
  const start = out.length
  out.add(text)
  if (out.length > start) out.repairs.push({ kind: 'numbering', start, end: out.length, note, before: '' })
}

interface Row {
  cells: Paragraph[][]
  edges: { edge: number; above: boolean }[]
}

/** Rows end at paragraphs that are marked so; cells at their marks. Tables in cells belong to their cell. */
function writeRows(paragraphs: Paragraph[], context: Context): void {
  const rows: Row[] = []
  let cells: Paragraph[][] = []
  let cell: Paragraph[] = []
  for (const paragraph of paragraphs) {
    const { properties, ends } = paragraph
    if (properties?.rowEnd) {
      rows.push({ cells, edges: properties.cells ?? [] })
      cells = []
      cell = []
      continue
    }
    cell.push(paragraph)
    if (ends === 'cell' && (properties?.depth ?? 1) <= 1) {
      cells.push(cell)
      cell = []
    }
  }
  if (cell.length > 0) cells.push(cell)
  if (cells.length > 0) rows.push({ cells, edges: [] })
  const sizes = rows.map(row => ({
    length: row.cells.length,
    longest: Math.max(0, ...row.cells.map(each => wordsOf(each).length)),
    paragraphs: Math.max(0, ...row.cells.map(each => each.length)),
  }))
  if (laysOut(sizes)) {
    for (const row of rows) for (const paragraph of row.cells.flat()) writeParagraph(paragraph, context)
    return
  }
  writeTable(context.out, grid(rows, context))
}

/** Cells on a grid: columns are the edges that the rows of the table have between them. */
function grid(rows: Row[], context: Context): GridCell[][] {
  const edges: number[] = []
  for (const { edge } of rows.flatMap(row => row.edges).toSorted((a, b) => a.edge - b.edge))
    if (edges.length === 0 || edge - edges.at(-1)! > tolerance) edges.push(edge)
  const columnOf = (edge: number) => edges.findIndex(each => Math.abs(each - edge) <= tolerance)
  const open = new Map<number, GridCell>()
  return rows.map(({ cells, edges: own }) => {
    const out: GridCell[] = []
    let column = 0
    cells.forEach((cell, n) => {
      const right = own.length === cells.length ? columnOf(own[n]!.edge) : column
      const columnSpan = Math.max(1, right - column + 1)
      const above = own[n]?.above ? open.get(column) : undefined
      if (above) above.rowSpan++
      else {
        const write = () => {
          for (const paragraph of cell) writeParagraph(paragraph, context)
        }
        const made: GridCell = { column, rowSpan: 1, columnSpan, header: false, write }
        open.set(column, made)
        out.push(made)
      }
      column += columnSpan
    })
    return out
  })
}

/** Edges closer than this (in twentieths of a point) are one. */
const tolerance = 30
