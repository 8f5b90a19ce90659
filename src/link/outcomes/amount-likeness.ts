/** How sure it is that a told amount is the one promised, where its words alone do not settle it. */
import type { Amount } from './amounts.ts'
import { sentence as sentenceOf } from './clauses.ts'
import { oddsFrom } from './odds.ts'
import { inCommon, type Pair } from './pair.ts'
import { shared } from './words.ts'

/** The marks, in the order of their values; what each says stands in likeness.tsv. */
export const AMOUNT_MARKS = [
  'amount-characters',
  'amount-told-pairs',
  'amount-rarest-pair',
  'amount-beginning',
  'amount-size',
  'amount-context',
  'amount-stock',
  'amount-percent',
  'amount-length',
  'amount-told-length',
] as const

/** Amounts this many times apart, as a logarithm, are as far apart as any. */
const FARTHEST = 3

/** Where sizes cannot be compared. */
const UNKNOWN = 2

/** As much context as counts. */
const MOST_CONTEXT = 40

/** The values of the marks, in their order. */
export function amountMarks(promised: Amount, told: Amount, pair: Pair): number[] {
  const own = new Set(promised.pairs)
  let rarest = 0
  for (const p of told.pairs) if (own.has(p)) rarest = Math.max(rarest, pair.weights.of(p))
  return [
    inCommon(new Set(promised.subject), s => told.clause.plain.includes(s), pair.signs),
    shared(told.pairs, own, pair.weights).share,
    rarest,
    promised.subject.slice(0, 2) === told.subject.slice(0, 2) ? 1 : 0,
    apart(promised.fact.value, told.fact.value),
    contextOf(promised, told, pair),
    promised.deed === '' && told.deed === '' ? 1 : 0,
    promised.fact.dimension === 'percent' ? 1 : 0,
    Math.log1p(promised.subject.length),
    Math.log1p(told.subject.length),
  ]
}

/** How many times one is the other, as a logarithm: what is promised and what is told are seldom far apart. */
const apart = (a: number | null, b: number | null): number =>
  a !== null && b !== null && a > 0 && b > 0 ? Math.min(FARTHEST, Math.abs(Math.log(a / b))) : UNKNOWN

/** What else the two sentences have in common. */
function contextOf(promised: Amount, told: Amount, pair: Pair): number {
  const sentence = pair.to.sentences.get(told.clause.statement.id)!
  const promising = sentenceOf(promised.clause.document, promised.clause.statement)
  let there = 0
  for (const p of pair.sentenceOf(promising).pairs)
    if (sentence.has(p) && !promised.clause.pairs.has(p) && !told.clause.pairs.has(p)) there += pair.weights.of(p)
  return Math.min(there, MOST_CONTEXT) / MOST_CONTEXT
}

/** The odds, as their logarithm, that an amount with these marks is the one promised. */
export const amountOdds = oddsFrom(AMOUNT_MARKS, 'amount-always')
