/** What a report says besides its figures, statement by statement: claims and headline targets. */
import type { Lexicon } from '../../catalogue/lexicon.ts'
import { signs } from '../../catalogue/signs.ts'
import { T_DATE, type Token } from '../tokens.ts'
import type { Claim, Figure, HeadlineTarget, Report, Statement, Task } from '../types.ts'
import { claimsOf } from './claims.ts'
import type { EntityContext } from './context.ts'
import { announces, headlineTargets } from './headline.ts'
import { type Clause, clausesOf } from './scan.ts'
import { tasksOf } from './tasks.ts'

export interface Entities {
  tasks: Task[]
  claims: Claim[]
  headlineTargets: HeadlineTarget[]
}

export interface Collector {
  /** Takes a statement with its tokens and its figures in order. */
  take(statement: Statement, tokens: readonly Token[], figures: readonly Figure[]): void
  /** Call once, after the last statement. */
  end(report: Report, statements: readonly Statement[], figures: readonly Figure[]): Entities
}

/** Collects, over the statements of a text in order, what they say besides figures. */
export function collector(text: string, lexicon: Lexicon): Collector {
  const table = signs()
  const context: EntityContext = { text, signs: table, lexicon, dates: [] }
  const claims: Claim[] = []
  const tasks: Task[] = []
  return {
    take(statement, tokens, figures) {
      const announced = announces(table, statement)
      if (statement.kind === 'context' && !announced) return
      context.dates = tokens.filter(t => t.type === T_DATE)
      const clauses = clausesOf(text, statement.start, statement.end, table)
      const measures = measuresOf(clauses, figures)
      for (const clause of clauses)
        for (const draft of claimsOf(context, statement, clause, measures(clause), announced))
          claims.push({ id: `c${claims.length + 1}`, ...draft })
      if (statement.kind === 'context') return
      for (const draft of tasksOf(context, statement, clauses, measures))
        tasks.push({ id: `t${tasks.length + 1}`, ...draft, list: null, item: null })
    },
    end(report, statements, figures) {
      return { tasks, claims, headlineTargets: headlineTargets(context, report, statements, figures, claims) }
    },
  }
}

const NONE: readonly Figure[] = []

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
