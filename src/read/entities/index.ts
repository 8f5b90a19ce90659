/** What a report says besides its figures, statement by statement: claims and headline targets. */
import type { Lexicon } from '../../catalogue/lexicon.ts'
import { signs } from '../../catalogue/signs.ts'
import type { Claim, Figure, HeadlineTarget, Report, Statement } from '../types.ts'
import { claimsOf } from './claims.ts'
import { announces, headlineTargets } from './headline.ts'
import { clausesOf } from './scan.ts'

export interface Entities {
  claims: Claim[]
  headlineTargets: HeadlineTarget[]
}

export interface Collector {
  /** Takes a statement with its figures in order. */
  take(statement: Statement, figures: readonly Figure[]): void
  /** Call once, after the last statement. */
  end(report: Report, statements: readonly Statement[], figures: readonly Figure[]): Entities
}

/** Collects, over the statements of a text in order, what they say besides figures. */
export function collector(text: string, lexicon: Lexicon): Collector {
  const table = signs()
  const context = { text, signs: table, lexicon }
  const claims: Claim[] = []
  return {
    take(statement, figures) {
      const announced = announces(table, statement)
      if (statement.kind === 'context' && !announced) return
      let at = 0
      for (const clause of clausesOf(text, statement.start, statement.end, table)) {
        while (at < figures.length && figures[at]!.end <= clause.start) at++
        const own: Figure[] = []
        for (let i = at; i < figures.length && figures[i]!.start < clause.end; i++)
          if (figures[i]!.role === 'measure') own.push(figures[i]!)
        for (const draft of claimsOf(context, statement, clause, own, announced))
          claims.push({ id: `c${claims.length + 1}`, ...draft })
      }
    },
    end(report, statements, figures) {
      return { claims, headlineTargets: headlineTargets(context, report, statements, figures, claims) }
    },
  }
}
