/** A fact's amount in words: as written, with its sign and its bound. */
import type { Fact, Linked, OutcomeLink } from '../../link/index.ts'
import { comparatorWords } from '../page/format.ts'
import type { Label } from './words.ts'

/** 下降4.9% is −4.9%; 7%以上 and ≥ 7% say the same. */
export function comparatorText(fact: Pick<Fact, 'written' | 'comparator' | 'measure' | 'value' | 'unit'>): Label {
  const written = fact.written.replace(/\s+/g, '').replace('％', '%')
  const falls = fact.measure.startsWith('change') && (fact.value ?? 0) < 0 && !/^[-−－]/.test(written)
  const amount = `${falls ? '−' : ''}${written}`
  const { before, after } = comparatorWords({ text: written, comparator: fact.comparator })
  return {
    zh: `${before?.zh ?? ''}${amount}${after?.zh ?? ''}`,
    en: `${before ? `${before.en} ` : ''}${amount}${after ? ` ${after.en}` : ''}`,
  }
}

/** One side of a link. */
type Side = Pick<OutcomeLink['promise'], 'document' | 'figure' | 'mark'>

/**
 * How the sides of links are written: an amount with its sign and bound, as 下降4.9% is −4.9%, else the words themselves.
 */
export function sidesOf({ facts }: Pick<Linked, 'facts'>): (side: Side) => Label {
  const known = new Map(facts.map(fact => [fact.id, fact]))
  return ({ document, figure, mark }) => {
    const fact = figure === null ? undefined : known.get(`${document}#${figure}`)
    return fact && fact.mark.start === mark.start ? comparatorText(fact) : { zh: mark.text, en: mark.text }
  }
}
