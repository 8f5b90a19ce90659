/**
 * Tables of which a capture put each cell on a line of its own: the headings one below the other, then the cells of the
 * first row, of the second … Only what can be told for certain is taken: rows counted by a first column of running
 * numbers, or rows of as many lines as there are headings whose units or deadlines stand where the headings have them.
 */
import type { Line } from '../outline/lines.ts'
import type { SourceTable, TableCell } from '../types.ts'
import { type Role, roleOf } from './columns.ts'

const LONGEST_HEADING = 12
const LEAST_COLUMNS = 3
const MOST_COLUMNS = 10
/** A cell of text may run over this many lines beyond its own. */
const EXTRA_LINES = 4

const BODY = /(?:局|委|办|厅|部|院|处|中心|公司|集团|政府|单位|部门|支队|大队|街道|银行|学校|[省市州盟县区旗乡镇])[）)]?$/
const UNTIL = /年|月|季度|[底前内]$|长期|持续/
/** What only a table has among its headings. */
const TELLING = new Set<Role>(['lead', 'support', 'leader', 'deadline', 'target', 'actual', 'progress', 'meaning'])

/** @param lines lines of the text that hold anything, in order */
export function stackedTables(text: string, lines: readonly Line[]): SourceTable[] {
  const out: SourceTable[] = []
  const say = (at: number): string => (at < lines.length ? text.slice(lines[at]!.start, lines[at]!.end) : '')
  for (let at = 0; at < lines.length; at++) {
    const roles = headingsAt(at, say, lines)
    if (roles === null) continue
    const rows = roles[0] === 'number' ? numbered(at, roles, say, lines.length) : shaped(at, roles, say, lines.length)
    if (rows.length < 2) continue
    const table = tableOf(text, lines, at, roles, rows)
    out.push(table)
    at = rows.at(-1)!.to - 1
  }
  return out
}

/** The roles of the headings that begin on a line, or null where it begins none. */
function headingsAt(at: number, say: (at: number) => string, lines: readonly Line[]): (Role | null)[] | null {
  const first = lines[at]!
  if (first.end - first.start > LONGEST_HEADING || roleOf(say(at)) === null) return null
  const roles: (Role | null)[] = []
  for (let i = at; i < lines.length && roles.length < MOST_COLUMNS; i++) {
    const words = say(i)
    const role = words.length <= LONGEST_HEADING && !/[\d。，；：、]/.test(words) ? roleOf(words) : null
    if (role === null || (role === 'number' && roles.length > 0)) break
    roles.push(role)
  }
  const kinds = new Set(roles)
  if (roles.length < LEAST_COLUMNS || kinds.size < 2 || !roles.some(role => role !== null && TELLING.has(role))) return null
  return roles
}

interface Rows {
  from: number
  to: number
}

const numberOf = (words: string): number | null => {
  const [, digits] = /^[（(]?(\d{1,3})[)）.．、]?$/.exec(words) ?? []
  return digits === undefined ? null : Number(digits)
}

/** Rows that begin with their running number. */
function numbered(at: number, roles: (Role | null)[], say: (at: number) => string, end: number): Rows[] {
  const rows: Rows[] = []
  let from = at + roles.length
  if (numberOf(say(from)) !== 1) return rows
  for (let number = 1; ; number++) {
    let next = from + 1
    const furthest = Math.min(end, from + roles.length + EXTRA_LINES)
    while (next <= furthest && numberOf(say(next)) !== number + 1) next++
    if (next > furthest) {
      // The last row has nothing below that would tell where it ends.
      if (from + roles.length <= end && fits(from, roles, say)) rows.push({ from, to: from + roles.length })
      return rows
    }
    rows.push({ from, to: next })
    from = next
  }
}

/** Rows of one line a heading, as long as what stands under units and deadlines is such. */
function shaped(at: number, roles: (Role | null)[], say: (at: number) => string, end: number): Rows[] {
  const rows: Rows[] = []
  if (!roles.some(role => role === 'lead' || role === 'support' || role === 'deadline')) return rows
  for (let from = at + roles.length; from + roles.length <= end && fits(from, roles, say); from += roles.length)
    rows.push({ from, to: from + roles.length })
  return rows
}

function fits(from: number, roles: (Role | null)[], say: (at: number) => string): boolean {
  return roles.every((role, n) => {
    const words = say(from + n)
    if (role === 'lead' || role === 'support') return words.length <= 80 && BODY.test(words)
    if (role === 'deadline') return words.length <= 20 && UNTIL.test(words)
    return true
  })
}

function tableOf(text: string, lines: readonly Line[], at: number, roles: (Role | null)[], rows: Rows[]): SourceTable {
  const cells: TableCell[] = []
  const add = (row: number, column: number, from: number, to: number) => {
    const [{ start }, { end }] = [lines[from]!, lines[to - 1]!]
    const span = { start, end, text: text.slice(start, end) }
    cells.push({ row, column, rowSpan: 1, columnSpan: 1, header: row === 0, ...span })
  }
  roles.forEach((_, column) => {
    add(0, column, at + column, at + column + 1)
  })
  const count = roles.length
  // Text is what runs over several lines; names of units and dates do not.
  const wide = Math.max(
    1,
    roles.findIndex(role => role === 'name' || role === 'content' || role === 'target'),
  )
  rows.forEach(({ from, to }, n) => {
    const extra = to - from - count
    for (let line = from, column = 0; line < to; column++) {
      const taken = column === wide && extra > 0 ? extra + 1 : 1
      // Where a cell is missing, it cannot be told which: what follows the first two stands under no heading.
      add(n + 1, extra < 0 && column > 1 ? count + column : column, line, line + taken)
      line += taken
    }
  })
  return { start: cells[0]!.start, end: cells.at(-1)!.end, rows: rows.length + 1, columns: count, cells }
}
