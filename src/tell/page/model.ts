/**
 * What the page shows, before it is HTML: one panel a question, with its headline facts, its targets, and
 * everything else under the headings of the report. Every measure of a panel is in exactly one of these.
 */
import type { Claim, Figure, Honour, Project, Question, Reading, Section, Statement, Task } from '../../read/types.ts'
import { type Chart, growthCharts } from './chart-model.ts'
import { type Fact, factsOf } from './facts.ts'
import type { Lookup } from './lookup.ts'
import { headlines } from './select.ts'
import { type TargetRow, targetFacts, targetRows } from './targets.ts'

export type PanelId = Question | 'none'
export const PANELS: readonly PanelId[] = ['review-year', 'plan-year', 'review-period', 'plan-period', 'none']

export interface Group {
  section: Section
  facts: Fact[]
  /** Figures that only say which things are meant. */
  qualifiers: Figure[]
  /** Statements without a figure. */
  plain: Statement[]
}

export interface Panel {
  id: PanelId
  period: string | null
  /** Periods that need not be said again in it: its own, and the last year of a plan period. */
  usual: string[]
  statements: Statement[]
  figures: Figure[]
  cards: Fact[]
  targets: TargetRow[]
  charts: Chart[]
  groups: Group[]
  honours: Honour[]
  projects: Project[]
  tasks: Task[]
  claims: Claim[]
  /** Plans that stand under a heading of review: a fault of the text worth knowing. */
  misplaced: Statement[]
}

/** The panels that the report has something for, in the order of the four questions. */
export function panels(reading: Reading, known: Lookup): Panel[] {
  const inside = (s: Statement) => known.inStatement.get(s.id) ?? []
  return PANELS.flatMap(id => {
    const statements = reading.statements.filter(s => (s.question ?? 'none') === id)
    const figures = statements.flatMap(inside)
    const worthwhile = id === 'none' ? figures.length > 0 : statements.length > 0
    return worthwhile
      ? [
          panel(
            id,
            reading,
            known,
            statements,
            figures,
            statements.flatMap(s => factsOf(s, inside(s))),
          ),
        ]
      : []
  })
}

function panel(id: PanelId, reading: Reading, known: Lookup, statements: Statement[], figures: Figure[], facts: Fact[]): Panel {
  const inside = new Set(statements.map(s => s.id))
  const here = <T extends { statement: string }>(items: readonly T[]) => items.filter(item => inside.has(item.statement))
  const review = id === 'review-year' || id === 'review-period'
  const claims = here(reading.claims)
  const listed = review ? [] : targetFacts(facts)
  const cards = headlines(facts.filter(fact => !review || fact.main.status !== 'target'))
  const shown = new Set([...cards, ...listed].map(fact => fact.main))
  const period = periodOf(id, reading)
  return {
    id,
    period,
    usual: period === null ? [] : [period, ...period.split('/').slice(1)],
    statements,
    figures,
    cards,
    targets: targetRows(listed, review ? [] : claims, reading, known),
    charts: growthCharts(facts, review),
    groups: groups(
      statements,
      figures,
      facts.filter(fact => !shown.has(fact.main)),
      known,
    ),
    honours: here(reading.honours),
    projects: here(reading.projects),
    tasks: here(reading.tasks),
    claims: claims.filter(claim => review || claim.claim === 'all' || claim.claim === 'none'),
    misplaced: review ? statements.filter(s => s.kind === 'plan') : [],
  }
}

function groups(statements: Statement[], figures: Figure[], facts: Fact[], known: Lookup): Group[] {
  const out = new Map<string, Group>()
  const bare = new Set(statements.map(s => s.id))
  for (const figure of figures) bare.delete(figure.statement)
  const group = (statement: Statement): Group | undefined => {
    const section = known.sections.get(statement.section)
    if (!section) return undefined
    if (!out.has(section.id)) out.set(section.id, { section, facts: [], qualifiers: [], plain: [] })
    return out.get(section.id)
  }
  // Statements first, so that the groups come in the order of the text.
  for (const statement of statements) {
    const own = group(statement)
    if (bare.has(statement.id)) own?.plain.push(statement)
  }
  for (const fact of facts) group(fact.statement)?.facts.push(fact)
  for (const figure of figures) {
    const statement = known.statements.get(figure.statement)
    if (figure.role === 'qualifier' && statement) group(statement)?.qualifiers.push(figure)
  }
  return [...out.values()].filter(g => g.facts.length + g.qualifiers.length + g.plain.length > 0)
}

function periodOf(id: PanelId, reading: Reading): string | null {
  if (id === 'none') return null
  const section = reading.sections.find(s => s.question === id && s.period !== null)
  if (section) return section.period
  const year = id === 'review-year' ? reading.report.reviewYear : id === 'plan-year' ? reading.report.year : null
  return year === null ? null : String(year)
}
