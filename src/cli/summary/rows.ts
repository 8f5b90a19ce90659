/** From figures to the rows of a summary: what one statement says of one indicator stands in one row. */
import type { Figure, Question, Reading, Section, Statement } from '../../read/types.ts'

export interface Row {
  /** What is measured, with the verb where the figure counts what was done. */
  label: string
  /** The quantity itself: a level, rank, multiple, structure or duration. */
  level: Figure | null
  /** How it changed. */
  change: Figure | null
  /** The figure the row is about: the level, else the change. */
  lead: Figure
  statement: Statement
  section: Section | null
}

/** `null` gathers what belongs to none of the four questions. */
export type Group = Question | null

/** The rows of a question in the order of the text. Qualifiers (投资10亿元以上项目) are no rows of their own. */
export function rowsOf(reading: Reading, index: ReadingIndex, group: Group): Row[] {
  const rows: Row[] = []
  for (const statement of reading.statements) {
    if (statement.question !== group) continue
    let open: Row | null = null
    for (const id of statement.figures) {
      const figure = index.figures.get(id)
      if (figure?.role !== 'measure') continue
      if (open && joins(open, figure)) {
        if (isChange(figure)) open.change = figure
        else open.level = figure
        open.lead = open.level ?? figure
        continue
      }
      const change = isChange(figure)
      open = {
        label: labelOf(reading, statement, figure),
        level: change ? null : figure,
        change: change ? figure : null,
        lead: figure,
        statement,
        section: index.sections.get(statement.section) ?? null,
      }
      rows.push(open)
    }
  }
  return rows
}

/** Look-ups by id, made once a reading. */
export interface ReadingIndex {
  figures: Map<string, Figure>
  sections: Map<string, Section>
}

export function indexOf(reading: Reading): ReadingIndex {
  return {
    figures: new Map(reading.figures.map(figure => [figure.id, figure])),
    sections: new Map(reading.sections.map(section => [section.id, section])),
  }
}

export function isChange(figure: Figure): boolean {
  return figure.measure === 'change' || figure.measure === 'change-points' || figure.measure === 'change-abs'
}

/** `GDP 1524亿元，增长8%` is one row: same indicator, place, status and period, and one place still free. */
function joins(row: Row, figure: Figure): boolean {
  const lead = row.lead
  const free = isChange(figure) ? row.change === null : row.level === null && figure.measure === 'level'
  return (
    free &&
    figure.indicator !== null &&
    lead.indicator !== null &&
    figure.indicator.start === lead.indicator.start &&
    figure.indicator.text === lead.indicator.text &&
    (row.level === null || row.level.measure === 'level') &&
    figure.place === lead.place &&
    figure.status === lead.status &&
    figure.period === lead.period
  )
}

/** Verb and object in the order of the text; without an indicator, the words just before the figure. */
function labelOf(reading: Reading, statement: Statement, figure: Figure): string {
  const { indicator, action } = figure
  if (!indicator) return action?.text ?? wordsBefore(reading.text.slice(statement.start, figure.start))
  if (!action || overlap(indicator, action)) return indicator.text
  // A verb behind its object and far from it (市场主体发展迅速，新增…) says what the figure counts all the same.
  return action.start < indicator.start ? action.text + indicator.text : indicator.text + action.text
}

function overlap(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return a.start < b.end && b.start < a.end
}

function wordsBefore(text: string): string {
  const clause =
    text
      .split(/[，。；！？,;●\n]/)
      .filter(part => part.trim() !== '')
      .at(-1) ?? ''
  return clause.trim()
}
