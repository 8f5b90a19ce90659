/** An outcome as a link carries it, and the id of the link. */
import type { Document } from '../documents.ts'
import type { Outcome } from '../types.ts'
import type { Amount } from './amounts.ts'
import { type Clause, sentence } from './clauses.ts'
import type { Pledge } from './promised.ts'

/** An outcome told by an amount. A notice within the year is about its part of the year, whether the sentence says so or not. */
export function outcomeOf(document: Document, { figure, fact, clause }: Amount): Outcome {
  const part = document.kind === 'notice' && document.period?.startsWith(fact.period)
  return {
    ...sentence(document, clause.statement),
    mark: { start: figure.start, end: figure.end, text: figure.text },
    figure: figure.id,
    period: part ? document.period : fact.period,
  }
}

/** An outcome told in words. */
export const outcomeIn = (clause: Clause, period: string | null): Outcome => ({
  ...sentence(clause.document, clause.statement),
  mark: { start: clause.start, end: clause.end, text: clause.text },
  figure: null,
  period,
})

/** The same as long as the texts are. */
export function idOf({ promise }: Pledge, outcome: Outcome | null): string {
  const one = `${promise.document}@${promise.mark.start}-${promise.mark.end}`
  return outcome ? `${one}→${outcome.document}@${outcome.mark.start}-${outcome.mark.end}` : one
}
