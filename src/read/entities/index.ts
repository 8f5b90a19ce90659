/** What a report says besides its figures, statement by statement: claims and headline targets. */
import type { Lexicon } from '../../catalogue/lexicon.ts'
import { signs } from '../../catalogue/signs.ts'
import type { RowSlots } from '../tables/slots.ts'
import { T_DATE, type Token } from '../tokens.ts'
import type { Claim, Figure, HeadlineTarget, Honour, Project, Report, Statement, Task, TaskList } from '../types.ts'
import { claimsOf } from './claims.ts'
import type { EntityContext } from './context.ts'
import { announces, headlineTargets } from './headline.ts'
import { honoursOf } from './honours.ts'
import { listsOf } from './lists.ts'
import { projectsOf } from './projects.ts'
import { type Clause, clausesOf } from './scan.ts'
import { tasksOf } from './tasks.ts'

export interface Entities {
  tasks: Task[]
  lists: TaskList[]
  projects: Project[]
  honours: Honour[]
  claims: Claim[]
  headlineTargets: HeadlineTarget[]
}

export interface Collector {
  /** Takes a statement with its tokens and its figures in order; of a table's row also what its columns name. */
  take(statement: Statement, tokens: readonly Token[], figures: readonly Figure[], row?: RowSlots | null): void
  /** Call once, after the last statement. */
  end(report: Report, statements: readonly Statement[], figures: readonly Figure[]): Entities
}

/** Collects, over the statements of a text in order, what they say besides figures. */
export function collector(text: string, lexicon: Lexicon): Collector {
  const table = signs()
  const context: EntityContext = { text, signs: table, lexicon, dates: [] }
  const claims: Claim[] = []
  const tasks: Task[] = []
  const projects: Project[] = []
  const honours: Honour[] = []
  return {
    take(statement, tokens, figures, row = null) {
      const announced = announces(table, statement)
      if (statement.kind === 'context' && !announced) return
      context.dates = tokens.some(isDate) ? tokens.filter(isDate) : NO_DATES
      const clauses: Clause[] = []
      for (const part of row?.content ?? [statement])
        for (const clause of clausesOf(text, part.start, part.end, table)) if (clause.marks.length < MOST) clauses.push(clause)
      const measures = measuresOf(clauses, figures)
      for (const clause of clauses) number('c', claims, claimsOf(context, statement, clause, measures(clause), announced))
      if (statement.kind === 'context') return
      number('t', tasks, tasksOf(context, statement, clauses, measures, row))
      for (const clause of clauses) {
        const own = measures(clause)
        if (!clause.bracket) number('j', projects, projectsOf(context, statement, clause, own))
        if (statement.kind === 'result') number('h', honours, honoursOf(context, statement, clause, own))
      }
    },
    end(report, statements, figures) {
      const lists = listsOf(text, table, statements, tasks)
      return {
        tasks,
        lists,
        projects,
        honours,
        claims,
        headlineTargets: headlineTargets(context, report, statements, figures, claims),
      }
    },
  }
}

/** Gives new items their ids and adds them to the list. */
function number<T extends { id: string }>(letter: string, list: T[], items: readonly T[]): void {
  for (const item of items) {
    item.id = `${letter}${list.length + 1}`
    list.push(item)
  }
}

const isDate = (token: Token): boolean => token.type === T_DATE
const NO_DATES: readonly Token[] = []
const NONE: readonly Figure[] = []
/** More signs than any clause of the genre holds: what has more is no sentence, and is left alone so that cost stays linear. */
const MOST = 600

/** The measures of each clause, those in its brackets with it. */
function measuresOf(clauses: readonly Clause[], figures: readonly Figure[]): (clause: Clause) => readonly Figure[] {
  if (figures.length === 0) return () => NONE
  const by = new Map<Clause, Figure[]>()
  let at = 0
  for (const clause of clauses) {
    while (at < figures.length && figures[at]!.end <= clause.start) at++
    for (let i = at; i < figures.length && figures[i]!.start < clause.end; i++) {
      const figure = figures[i]!
      if (figure.role !== 'measure') continue
      const own = by.get(clause)
      if (own) own.push(figure)
      else by.set(clause, [figure])
    }
  }
  return clause => by.get(clause) ?? NONE
}
