/** Figures of a table: each cell is read with what its row and its column say of it. */

import { type FigureContext, figuresOf } from '../figures.ts'
import { canonical } from '../indicator.ts'
import { lex } from '../lexer.ts'
import type { Figure, Indicator, SetAside, Statement, TableCell } from '../types.ts'
import type { Columns } from './columns.ts'

/** A cell that holds one number, with words of closeness round it at most. */
const VALUE =
  /^(约|超过?|近|达到?|突破|不低于|不少于|不高于|控制在|[≥≤>＞<＜])?\s*([-－+]?\d+(?:\.\d+)?(?:\s*[-—～~]\s*\d+(?:\.\d+)?)?)\s*(%|％|‰|个百分点)?\s*(以上|以内|以下|左右|上下)?$/
const UNIT_IN_NAME = /[（(]\s*(?:单位[:：]\s*)?([^（）()\d]{1,8})\s*[）)]\s*$/
const signs: Record<string, string> = { '≥': '不低于', '≤': '不高于', '>': '超过', '＞': '超过', '<': '低于', '＜': '低于' }

export interface Row {
  cells: readonly TableCell[]
  columns: Columns
  statement: Statement
  /** The unit that a caption gives for the whole table, or ''. */
  unit: string
}

/** The figures of a row of values, in order. Cells that hold no bare value are left to be read as prose. */
export function valuesOf(row: Row, context: FigureContext): { figures: Figure[]; read: Set<TableCell> } {
  const read = new Set<TableCell>()
  const figures: Figure[] = []
  const { columns, cells, statement } = row
  const name = cells.find(cell => columns.roles[cell.column] === 'name' && cell.text !== '') ?? cells.find(isName)
  if (!name) return { figures, read }
  const unitCell = cells.find(cell => columns.roles[cell.column] === 'unit' && cell.text !== '' && cell.text !== '-')
  for (const cell of cells) {
    const role = columns.roles[cell.column] ?? null
    if (cell === name || role === 'number' || role === 'unit') continue
    const value = VALUE.exec(cell.text)
    if (!value) continue
    const figure = figureOf(row, cell, value, name, unitCell, role, context)
    if (!figure) continue
    figure.statement = statement.id
    figures.push(figure)
    read.add(cell)
  }
  return { figures, read }
}

const isName = (cell: TableCell): boolean => /[\u4e00-\u9fff]{2}/.test(cell.text) && !/\d/.test(cell.text)

function figureOf(
  row: Row,
  cell: TableCell,
  value: RegExpExecArray,
  name: TableCell,
  unitCell: TableCell | undefined,
  role: string | null,
  context: FigureContext,
): Figure | null {
  const heading = row.columns.headings[cell.column] ?? ''
  // Growth belongs to the value before it, unless its heading says otherwise.
  const of = role === 'change' && !/\d{4}|目标|预期|计划|预计/.test(heading) ? valueBefore(row, cell.column) : cell.column
  const over = row.columns.headings[of] ?? ''
  const status = statusOf(row.columns.roles[of] ?? null, over, row.statement)
  const year = yearOf(over, status, context)
  const words = name.text.replace(UNIT_IN_NAME, '').trim()
  const own = value[3] ?? ''
  const grows = role === 'change' || /(?:增长|增速|增幅|涨幅)(?:率)?$/.test(words)
  const unit =
    own ||
    UNIT_IN_NAME.exec(heading)?.[1] ||
    (grows && /[%％]/.test(heading) ? '%' : '') ||
    unitCell?.text ||
    UNIT_IN_NAME.exec(name.text)?.[1] ||
    row.unit
  const before = signs[value[1] ?? ''] ?? value[1] ?? ''
  // Said as a sentence says it, so that one grammar reads both.
  const said = `${words}${grows && !/增长$/.test(words) ? '增长' : ''}${before}${value[2]}${unit}${value[4] ?? ''}`
  const statement: Statement = {
    ...row.statement,
    start: 0,
    end: said.length,
    text: said,
    kind: status === 'target' ? 'plan' : 'result',
    question: status === 'target' ? 'plan-year' : 'review-year',
    figures: [],
    cues: [],
  }
  let id = ''
  const within: FigureContext = {
    ...context,
    nextId: () => id || (id = context.nextId()),
    sectionPeriod: () => (year === null ? null : String(year)),
  }
  const aside: SetAside[] = []
  const tokens = lex(said, 0, said.length, { lexicon: context.lexicon, year, reportYear: context.year }, aside)
  const made = figuresOf(said, statement, tokens, within).filter(
    each => each.end > said.length - unit.length - (value[4]?.length ?? 0) - 1,
  )
  const figure = made[0]
  if (!figure || made.length > 1) return null
  const at = cell.start + cell.text.indexOf(value[2]!)
  const indicator: Indicator = { start: name.start, end: name.end, text: name.text, id: null, name: null }
  const entry = canonical(said, 0, words.length, context.lexicon)
  if (entry) Object.assign(indicator, { id: entry.id, name: entry.name })
  else if (figure.indicator) Object.assign(indicator, { id: figure.indicator.id, name: figure.indicator.name })
  const end =
    at + value[2]!.length + (own === '' ? 0 : cell.text.slice(at - cell.start + value[2]!.length).indexOf(own) + own.length)
  return {
    ...figure,
    start: at,
    end,
    text: cell.text.slice(at - cell.start, end - cell.start),
    role: 'measure',
    unit,
    status,
    commitment: status === 'target' ? (figure.commitment ?? 'plain') : null,
    period: year === null ? figure.period : String(year),
    periodSource: year === null ? figure.periodSource : 'section',
    baseline: figure.baseline,
    baselineSource: figure.baseline === null ? null : figure.baselineSource && 'section',
    indicator,
    action: null,
    place: null,
    partOf: null,
    cues: [],
  }
}

/** The column to the left that holds values with a status. */
function valueBefore({ columns }: Row, column: number): number {
  for (let at = column - 1; at >= 0; at--) if (/^(?:target|actual|estimated)$/.test(columns.roles[at] ?? '')) return at
  return column
}

function statusOf(role: string | null, heading: string, statement: Statement): Figure['status'] {
  if (role === 'target') return 'target'
  if (role === 'estimated') return 'estimated'
  if (role === 'actual') return 'actual'
  if (/目标|预期|计划/.test(heading)) return 'target'
  if (/预计/.test(heading)) return 'estimated'
  return statement.kind === 'plan' ? 'target' : statement.kind === 'result' ? 'actual' : 'context'
}

function yearOf(heading: string, status: Figure['status'], context: FigureContext): number | null {
  const stated = /(?:19|20)\d{2}(?=\s*年|\s*$|\D)/.exec(heading)
  if (stated) return Number(stated[0])
  if (/今年|本年/.test(heading)) return context.year
  if (/去年|上年/.test(heading) && !/比上年|较上年/.test(heading)) return context.reviewYear
  return status === 'target' ? context.year : context.reviewYear
}
