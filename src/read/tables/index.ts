/** Tables: found, told apart by their columns, and read row by row. */
import { type FigureContext, figuresOf } from '../figures.ts'
import { garbled, withoutGarbled } from '../garbled.ts'
import { lex } from '../lexer.ts'
import type { Token } from '../tokens.ts'
import type { Figure, SetAside, SourceTable, Span, Statement, Table, TableCell } from '../types.ts'
import { columnsOf, kindOf } from './columns.ts'
import { findTables } from './find.ts'
import type { Grid, TableRow } from './row.ts'
import { valuesOf } from './rows.ts'

export { slotsOf } from './slots.ts'

export interface Tables {
  list: Table[]
  /** The row that a statement is, or null. */
  rowOf(statement: Statement): TableRow | null
}

/** @param given tables that the document marks */
export function tablesIn(text: string, given: readonly SourceTable[]): Tables {
  const grids = findTables(text, given).map((source, n): Grid => {
    const columns = columnsOf(source)
    const { caption, unit } = above(text, source.start)
    return { table: { id: `t${n + 1}`, kind: kindOf(columns), caption, ...source }, columns, unit }
  })
  return {
    list: grids.map(({ table }) => table),
    rowOf(statement) {
      const grid = grids.find(({ table }) => statement.start < table.end && table.start < statement.end)
      const cells = grid?.table.cells.filter(cell => cell.start >= statement.start && cell.end <= statement.end) ?? []
      if (!grid || cells.length === 0) return null
      const context = cells.every(cell => cell.row < grid.columns.heads) || grid.table.kind === 'glossary'
      return { ...grid, cells, context, plans: !context && plans(grid) }
    },
  }
}

/** 任务分解表 and the like: tasks without a column for what has become of them. */
const plans = ({ table, columns: { roles } }: Grid): boolean =>
  table.kind === 'tasks' && !roles.some(role => role === 'progress' || role === 'actual')

/** The line over a table as its caption, past one that only gives the unit. */
function above(text: string, start: number): { caption: Span | null; unit: string } {
  let unit = ''
  let end = start
  for (let n = 0; n < 3 && end > 0; n++) {
    const from = text.lastIndexOf('\n', end - 2) + 1
    const line = text.slice(from, end)
    const words = line.trim()
    end = from
    if (words === '') continue
    const stated = /^[（(]?单位[:：]\s*([^\s）)]{1,8})[）)]?$/.exec(words)
    if (stated) {
      unit = stated[1]!
      continue
    }
    if (words.length > 60 || /[。；，]$/.test(words) || words.includes('|')) break
    const at = from + line.indexOf(words)
    return { caption: { start: at, end: at + words.length, text: words }, unit }
  }
  return { caption: null, unit }
}

/** Reads a row: bare values with what row and column say of them, other cells as prose of their own. */
export function readRow(
  text: string,
  statement: Statement,
  row: TableRow,
  context: FigureContext,
  year: number | null,
): { figures: Figure[]; setAside: SetAside[]; tokens: Token[] } {
  const setAside: SetAside[] = []
  const all: Token[] = []
  const { figures, read } = row.context
    ? { figures: [], read: new Set<TableCell>() }
    : valuesOf({ cells: row.cells, columns: row.columns, statement, unit: row.unit }, context)
  const lexed = { lexicon: context.lexicon, year, reportYear: context.year }
  for (const cell of row.cells) {
    if (read.has(cell) || cell.start === cell.end) continue
    const own = { ...statement, start: cell.start, end: cell.end, text: cell.text }
    const aside: SetAside[] = []
    const tokens = withoutGarbled(
      text,
      own,
      lex(text, cell.start, cell.end, lexed, aside),
      aside,
      garbled(text.slice(cell.start, cell.end)).map(each => ({ start: each.start + cell.start, end: each.end + cell.start })),
      setAside,
    )
    const head = cell.row < row.columns.heads
    const role = row.columns.roles[cell.column]
    if (head || role === 'number' || role === 'unit') {
      for (const token of tokens)
        if (token.quantity)
          setAside.push({
            start: token.start,
            end: token.end,
            text: text.slice(token.start, token.end),
            reason: head ? 'name' : 'ordinal',
          })
      continue
    }
    all.push(...tokens)
    figures.push(...figuresOf(text, own, tokens, context))
  }
  figures.sort((a, b) => a.start - b.start)
  setAside.sort((a, b) => a.start - b.start)
  return { figures, setAside, tokens: all }
}
