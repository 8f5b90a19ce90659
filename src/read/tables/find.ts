/** Tables of a text: those that the document marks as such, and rows of cells parted by bars or tabs in plain text. */
import type { SourceTable, TableCell } from '../types.ts'

/** A line of the text that is a row of a table. */
const barred = /^\|.*\||\|.*\|.*\|/
const tabbed = /\S\t+\S.*\t+\S/
/** The rule below the head of a table in Markdown. */
const rule = /^\|?[\s:|-]*-{2,}[\s:|-]*$/

/** @param given tables that the document marks */
export function findTables(text: string, given: readonly SourceTable[]): SourceTable[] {
  const out: SourceTable[] = [...given]
  // hardly a text has rows of cells: then no line is searched for them
  if (!text.includes('|') && !text.includes('\t')) return out.sort((a, b) => a.start - b.start)
  let rows: { start: number; end: number; by: RegExp }[] = []
  let ruled = -1
  const flush = () => {
    if (rows.length > 1) out.push(tableOf(text, rows, ruled))
    rows = []
    ruled = -1
  }
  for (let start = 0; start < text.length; ) {
    const at = text.indexOf('\n', start)
    const end = at === -1 ? text.length : at
    const inGiven = given.find(table => start < table.end && table.start <= start)
    if (inGiven) {
      flush()
      start = Math.max(end, inGiven.end) + 1
      continue
    }
    const line = end - start < 4000 ? text.slice(start, end).trim() : ''
    const by = barred.test(line) ? /\|/ : tabbed.test(line) ? /\t+/ : null
    if (by && rule.test(line)) ruled = rows.length
    else if (by && (rows.length === 0 || String(rows[0]!.by) === String(by))) rows.push({ start, end, by })
    else {
      flush()
      if (by) rows.push({ start, end, by })
    }
    start = end + 1
  }
  flush()
  return out.sort((a, b) => a.start - b.start)
}

function tableOf(text: string, rows: { start: number; end: number; by: RegExp }[], ruled: number): SourceTable {
  const cells: TableCell[] = []
  rows.forEach((row, r) => {
    let { start, end } = trimmed(text, row.start, row.end)
    if (text[start] === '|') start++
    if (text[end - 1] === '|') end--
    let column = 0
    for (let from = start; from <= end; column++) {
      const found = row.by.exec(text.slice(from, end))
      const to = found ? from + found.index : end
      const cell = trimmed(text, from, to)
      cells.push({
        row: r,
        column,
        rowSpan: 1,
        columnSpan: 1,
        header: r < ruled,
        ...cell,
        text: text.slice(cell.start, cell.end),
      })
      if (!found) break
      from = to + found[0].length
    }
  })
  const columns = cells.reduce((most, cell) => Math.max(most, cell.column + 1), 0)
  return { start: rows[0]!.start, end: rows.at(-1)!.end, rows: rows.length, columns, cells }
}

function trimmed(text: string, start: number, end: number): { start: number; end: number } {
  while (start < end && /[\s\u3000]/.test(text[start]!)) start++
  while (end > start && /[\s\u3000]/.test(text[end - 1]!)) end--
  return { start, end }
}
