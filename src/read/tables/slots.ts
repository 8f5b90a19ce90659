/** Who is to do what a row says, and until when: 牵头单位, 责任单位, 完成时限 in columns of their own. */
import type { Span, TableCell } from '../types.ts'
import type { TableRow } from './row.ts'

export interface RowSlots {
  /** The cells that say what is to be done. */
  content: { start: number; end: number }[]
  lead: Span | null
  others: Span[]
  deadline: Span | null
}

/** Cells of these roles say what is done, besides those without a role. */
const CONTENT = new Set<string | null>(['name', 'target', 'content', 'project', 'progress', 'actual', 'note', null])
/** 牵头单位 leads where 责任单位 stands beside it. */
const LEADS = /牵头|主办|主责/

/** What a row of tasks names in its columns; null for a row of a table that has no such columns. */
export function slotsOf(row: TableRow): RowSlots | null {
  const { roles, headings } = row.columns
  if (row.context || !roles.some(role => role === 'lead' || role === 'support' || role === 'deadline')) return null
  const at = row.cells[0]!.row
  const over = (role: string, wanted?: (heading: string) => boolean): TableCell[] =>
    row.table.cells.filter(
      cell =>
        cell.row <= at &&
        at < cell.row + cell.rowSpan &&
        cell.text !== '' &&
        roles[cell.column] === role &&
        (!wanted || wanted(headings[cell.column]!)),
    )
  const leads = [...over('lead', heading => LEADS.test(heading)), ...over('lead', heading => !LEADS.test(heading))]
  const named = leads.map(namesIn)
  const [lead = null, ...others] = named.flatMap(each => each.lead)
  const rest = [
    ...named.flatMap(each => each.others),
    ...over('support').flatMap(cell => [...namesIn(cell).lead, ...namesIn(cell).others]),
  ]
  const [deadline] = over('deadline')
  return {
    content: row.cells.filter(cell => cell.text !== '' && CONTENT.has(roles[cell.column] ?? null)),
    lead,
    others: [...others, ...rest],
    deadline: deadline ? { start: deadline.start, end: deadline.end, text: deadline.text } : null,
  }
}

/** A label inside the cell: 牵头单位：…；配合单位：… */
const LABEL = /^(?:(牵头|主办|责任)|(配合|协办|参与|协同))(?:单位|部门)?[:：]/

/** The names of a cell, those behind a label of helpers apart; each is a span of the text. */
function namesIn(cell: TableCell): { lead: Span[]; others: Span[] } {
  const out = { lead: [] as Span[], others: [] as Span[] }
  let into = out.lead
  for (const [start, end] of pieces(cell.text)) {
    let from = start
    const label = LABEL.exec(cell.text.slice(start, end))
    if (label) {
      into = label[2] ? out.others : out.lead
      from += label[0].length
    }
    const text = cell.text.slice(from, end).replace(/等$/, '')
    if (/^[\s\-—–/无]*$/.test(text)) continue
    into.push({ start: cell.start + from, end: cell.start + from + text.length, text })
  }
  return out
}

/** Parted by list commas, stops and blanks, but not inside brackets: 各县（市、区） is one. */
function pieces(text: string): [number, number][] {
  const out: [number, number][] = []
  let depth = 0
  let start = -1
  for (let i = 0; i <= text.length; i++) {
    const c = text[i] ?? ' '
    if (c === '（' || c === '(') depth++
    if (c === '）' || c === ')') depth = Math.max(0, depth - 1)
    const parts = i === text.length || (depth === 0 && /[、，,；;\s]/.test(c))
    if (parts && start >= 0) {
      out.push([start, i])
      start = -1
    } else if (!parts && start < 0) start = i
  }
  return out
}
