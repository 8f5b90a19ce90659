/** Many readings at a glance: one line each, with the numbers and the growth reached and aimed at. */
import type { Words } from '../../documents/types.ts'
import type { Figure, Reading } from '../../read/types.ts'
import type { Terminal } from '../terminal.ts'
import { changeCell } from './cells.ts'
import { treatment, whatWas } from './document.ts'
import { clip, pad, painter } from './layout.ts'
import { numbersOf } from './words.ts'

interface Column {
  head: Words
  cells: number
  align?: 'right'
  /** Only where there is room for it. */
  wide?: true
  of(reading: Reading, terminal: Terminal): string
}

const count = (head: Words, of: (reading: Reading) => number, wide?: true): Column => ({
  head,
  cells: 6,
  align: 'right',
  of: reading => String(of(reading)),
  ...(wide && { wide }),
})

const columns: Column[] = [
  { head: { zh: '格式', en: 'Format' }, cells: 13, of: (reading, { language }) => whatWas(reading, language) },
  { head: { zh: '地区', en: 'Place' }, cells: 14, of: ({ report }) => report.place?.name ?? '—' },
  { head: { zh: '年份', en: 'Year' }, cells: 4, of: ({ report }) => (report.year === null ? '—' : String(report.year)) },
  count({ zh: '数据', en: 'Figs' }, reading => numbersOf(reading).figures),
  count({ zh: '目标', en: 'Aims' }, reading => numbersOf(reading).targets),
  count({ zh: '任务', en: 'Tasks' }, reading => numbersOf(reading).tasks),
  count({ zh: '未计入', en: 'Aside' }, reading => numbersOf(reading).setAside, true),
  {
    head: { zh: 'GDP 上年', en: 'GDP was' },
    cells: 12,
    wide: true,
    of: (reading, { language }) => growth(reading, false, language),
  },
  { head: { zh: 'GDP 目标', en: 'GDP aim' }, cells: 12, of: (reading, { language }) => growth(reading, true, language) },
]

/** From this width on all columns are shown. */
const wideFrom = 120

export function tableHead(terminal: Terminal): string {
  const paint = painter(terminal.colour)
  return `${paint(
    line(terminal, column => column.head[terminal.language], terminal.say({ zh: '文件', en: 'File' })),
    'dim',
  )}\n`
}

/** A line for the document, and further ones for what was mended in it or left out of its text. */
export function tableRow(reading: Reading, terminal: Terminal): string {
  const paint = painter(terminal.colour)
  const more = treatment(reading, terminal.language).map(words => paint(`   ${words}`, 'dim'))
  const own = line(terminal, column => column.of(reading, terminal), reading.source.name).trimEnd()
  return [own, ...more].map(each => `${each}\n`).join('')
}

function line(terminal: Terminal, cell: (column: Column) => string, file: string): string {
  const shown = columns.filter(column => !column.wide || terminal.columns >= wideFrom)
  const cells = shown.map(column => pad(cell(column), column.cells, column.align))
  const used = shown.reduce((sum, column) => sum + column.cells + 2, 1)
  return ` ${cells.join('  ')}  ${clip(file, Math.max(12, terminal.columns - used))}`
}

/** Growth of regional GDP in the year reviewed, or aimed at for the year planned; the first that the text states. */
function growth(reading: Reading, aim: boolean, language: Terminal['language']): string {
  const { year, reviewYear } = reading.report
  const found = reading.figures.find((figure: Figure) => {
    if (figure.indicator?.id !== 'gdp' || figure.measure !== 'change' || figure.place !== null) return false
    return aim
      ? figure.status === 'target' && figure.period === String(year)
      : figure.status !== 'target' && figure.period === String(reviewYear)
  })
  return found ? changeCell(found, language).text : '—'
}
