/** A reading for the eye: a title line, then the four questions with their figures in aligned columns. */
import type { Reading } from '../../read/types.ts'
import { indicatorName } from '../../tell/page/indicators.ts'
import type { Language } from '../terminal.ts'
import { type Cell, changeCell, legend, mark, note, periodWords, picture, quantity } from './cells.ts'
import { choose } from './choose.ts'
import { treatment, whatWas } from './document.ts'
import { clip, type Ink, type Paint, pad, painter, width } from './layout.ts'
import { type Group, indexOf, type ReadingIndex, type Row, rowsOf } from './rows.ts'
import { counts, kindWords, others, questionWords, words } from './words.ts'

export interface SummaryOptions {
  language: Language
  columns: number
  colour: boolean
  /** Every figure instead of the best of each question. */
  full: boolean
}

/** Rows of a question that are shown unless `full`. */
const shownRows = 12
const narrowest = 60
const widest = 140
const order: Group[] = ['review-year', 'plan-year', 'review-period', 'plan-period', null]

interface Page extends SummaryOptions {
  reading: Reading
  index: ReadingIndex
  paint: Paint
}

/** The summary of a reading as lines of at most `columns` cells, with a line end after each. */
export function summary(reading: Reading, options: SummaryOptions): string {
  const columns = Math.min(widest, Math.max(narrowest, options.columns))
  const page: Page = { ...options, columns, reading, index: indexOf(reading), paint: painter(options.colour) }
  const lines = [...titleLines(page), ...order.flatMap(group => groupLines(page, group))]
  return `${lines.map(line => line.trimEnd()).join('\n')}\n`
}

/** `咸宁市 · 2021 · 政府工作报告解读`: what is known of place, year and kind. */
export function titleOf(reading: Reading, language: Language): string {
  const { place, year, kind, title } = reading.report
  const known = [place?.name, year === null ? null : language === 'zh' ? `${year}年` : String(year), kindWords[language][kind]]
  const text = known.filter(part => part != null).join(' ')
  return place === null && year === null && title ? title : text
}

function titleLines(page: Page): string[] {
  const { reading, language, columns, paint } = page
  const name = clip(reading.source.name, Math.floor(columns / 3))
  const title = clip(titleOf(reading, language), columns - width(name) - 3)
  const gap = ' '.repeat(columns - 1 - width(title) - width(name))
  const numbers = counts(reading, language)
  const marks = legend[language]
  const room = columns - 1 - width(numbers) - width(marks)
  const document = [whatWas(reading, language), ...treatment(reading, language)]
  const told = reading.source.mediaType === 'text/plain' && document.length === 1 ? [] : document
  return [
    ` ${paint(title, 'bold')}${gap}${paint(name, 'dim')}`,
    ...told.map(words => ` ${paint(clip(words, columns - 2), 'dim')}`),
    ...(room >= 2 ? [` ${numbers}${' '.repeat(room)}${paint(marks, 'dim')}`] : [` ${numbers}`, ` ${paint(marks, 'dim')}`]),
  ]
}

function groupLines(page: Page, group: Group): string[] {
  const { reading, language, paint, columns, full, index } = page
  const rows = rowsOf(reading, index, group)
  const numbers = numbersIn(reading, group)
  if (rows.length === 0 && numbers.tasks === 0) return []
  const period = mainPeriod(rows)
  const chosen = choose(rows, full ? Number.POSITIVE_INFINITY : shownRows)
  const lines = ['', headingLine(page, group, period, rows.length, numbers)]
  const table = tableOf(page, period)
  if (chosen.headline.length > 0) {
    lines.push(` ${paint(words.headline[language], 'dim')}`)
    for (const row of chosen.headline) lines.push(table(row, group === 'plan-year' ? lastYear(page, row) : null))
  }
  let section: string | null = null
  for (const row of chosen.others) {
    const heading = row.section?.heading?.text.trim() ?? null
    // Text without headings is not told so line by line; only where it follows a heading must it be set off.
    if (heading !== section) lines.push(` ${paint(clip(heading ?? words.untitled[language], columns - 2), 'dim')}`)
    section = heading
    lines.push(table(row, null))
  }
  if (group === 'plan-year') lines.push(...withoutNumber(page), ...promiseLine(page))
  if (chosen.left > 0) lines.push(` ${paint(words.more(chosen.left)[language], 'dim')}`)
  return lines
}

function headingLine(
  { columns, language, paint }: Page,
  group: Group,
  period: string | null,
  figures: number,
  { tasks, projects, honours }: Numbers,
): string {
  const name = group === null ? others[language] : questionWords[language][group]
  const title = [name, period === null ? null : periodWords(period, language)].filter(Boolean).join(' · ')
  const count = words.count(figures, tasks, projects, honours)[language]
  const rule = '─'.repeat(Math.max(1, columns - width(title) - width(count) - 5))
  return `${paint(`━ ${title} `, 'bold')}${paint(`${rule} ${count}`, 'dim')}`
}

/** Cells of the columns of a row: mark, label, value (right-aligned), change or picture, note. */
export function columnsOf(columns: number): { label: number; value: number; drawn: number; note: number } {
  const value = 16
  const drawn = 16
  const label = Math.min(44, Math.max(20, Math.round((columns - 6 - value - drawn) * 0.6)))
  return { label, value, drawn, note: columns - 3 - label - 1 - value - 2 - drawn - 1 }
}

function tableOf({ columns, language, paint }: Page, period: string | null): (row: Row, aside: string | null) => string {
  const { label, value, drawn, note: room } = columnsOf(columns)
  const inked = ({ text, ink }: Cell, cells: number) => {
    const shown = clip(text, cells)
    return (ink ? paint(shown, ink) : shown) + ' '.repeat(cells - width(shown))
  }
  return (row, aside) => {
    const { level, change, lead } = row
    const shown = change ? changeCell(change, language) : level ? picture(level, 10) : null
    const remark = [pageIn(language, lead), note(row, language, period), aside]
      .filter(Boolean)
      .join(language === 'zh' ? '，' : ', ')
    const ink: Ink = lead.status === 'estimated' ? 'estimated' : 'dim'
    return [
      ` ${inked(mark(lead), 1)} `,
      pad(labelIn(language, row), label),
      ' ',
      paint(pad(level ? quantity(level, language) : '', value, 'right'), 'bold'),
      '  ',
      inked(shown ?? { text: '', ink: null }, drawn),
      ' ',
      paint(clip(remark, room), ink),
    ].join('')
  }
}

/** The page that the figure stands on, where the document has pages. */
const pageIn = (language: Language, { page }: Row['lead']): string =>
  page === undefined ? '' : language === 'zh' ? `第${page}页` : `p. ${page}`

/** The catalogue's English name where there is one; what is counted otherwise keeps the words of the text. */
function labelIn(language: Language, { label, lead }: Row): string {
  return (language === 'en' && lead.indicator?.id && indicatorName(lead.indicator.id)?.en) || label
}

/** What the year under review reached, beside this year's target: what a reader looks for first. */
function lastYear(page: Page, row: Row): string | null {
  const { reading, language } = page
  const year = reading.report.reviewYear
  if (year === null) return null
  const wanted = row.lead.indicator
  const measure = (row.change ?? row.lead).measure
  const before = reading.figures.find(
    figure =>
      figure.measure === measure &&
      figure.place === null &&
      figure.period === String(year) &&
      (row.change === null || figure.baseline === String(year - 1)) &&
      (figure.status === 'actual' || figure.status === 'estimated') &&
      (figure.indicator?.id ? figure.indicator.id === wanted?.id : figure.indicator?.text === wanted?.text),
  )
  if (!before) return null
  const said = row.change ? changeCell(before, language).text : quantity(before, language)
  return `${words.lastYear[language]} ${said.replace('▲ ', '').replace('▼ ', '')}`
}

/** Without a target these tell nothing: another wording of the same, or one of a pair of which the other is set. */
const SECOND = new Set(['unemployment-registered', 'fiscal-total-revenue', 'urban-income-per-head', 'rural-income-per-head'])

/** Headline indicators with a target in words only, or with none in the passage of targets. */
function withoutNumber({ reading, language, columns, paint }: Page): string[] {
  const named = (state: string) =>
    reading.headlineTargets
      .filter(each => each.state === state && !(state === 'not-set' && SECOND.has(each.indicator)))
      .map(each => indicatorName(each.indicator)?.[language] ?? each.indicator)
  const lines: string[] = []
  for (const [state, text] of [
    ['stated-without-number', words.withoutNumber],
    ['not-set', words.notSet],
  ] as const) {
    const names = named(state)
    if (names.length > 0)
      lines.push(` ${paint(clip(`${text[language]}${names.join(language === 'zh' ? '、' : ', ')}`, columns - 2), 'target')}`)
  }
  return lines
}

/** How many promises there are, and the share of those that can be judged when the time has come. */
function promiseLine({ reading, language, columns, paint }: Page): string[] {
  const { total, rateable } = reading.promises
  if (total === 0) return []
  const share = Math.round((rateable / total) * 100)
  return [` ${paint(clip(words.promises(total, rateable, share)[language], columns - 2), 'dim')}`]
}

interface Numbers {
  tasks: number
  projects: number
  honours: number
}

/** What a question has besides figures: the tasks of its promises, its projects and honours. */
function numbersIn(reading: Reading, group: Group): Numbers {
  const own = new Map(reading.statements.filter(each => each.question === group).map(each => [each.id, each.kind]))
  return {
    tasks: reading.tasks.filter(task => own.get(task.statement) === 'plan').length,
    projects: reading.projects.filter(project => own.has(project.statement)).length,
    honours: reading.honours.filter(honour => own.has(honour.statement)).length,
  }
}

/** The period that most of the rows are about; it stands in the heading and is not said again. */
function mainPeriod(rows: Row[]): string | null {
  const tally = new Map<string, number>()
  for (const { lead } of rows) if (lead.period) tally.set(lead.period, (tally.get(lead.period) ?? 0) + 1)
  let best: string | null = null
  for (const [period, count] of tally) if (best === null || count > tally.get(best)!) best = period
  return best
}
