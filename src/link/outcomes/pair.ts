/** One promising document and one telling one, made ready to be compared. */
import type { Document } from '../documents.ts'
import { placeKey } from '../documents.ts'
import type { At, FactPlace } from '../types.ts'
import { type Amount, amountsOf } from './amounts.ts'
import type { Clause } from './clauses.ts'
import { withinYear } from './pace.ts'
import type { Pledge } from './promised.ts'
import { Search } from './search.ts'
import { toldBy } from './told.ts'
import { pairs, plain, Weights } from './words.ts'

export interface Telling {
  document: Document
  /** Whether it tells of a part of the year only. */
  within: boolean
  clauses: Clause[]
  /** The pairs of each of its sentences, by the statement's id. */
  sentences: ReadonlyMap<string, ReadonlySet<string>>
  /** What is told to be so. */
  amounts: Amount[]
  /** What it quotes or sets as targets. */
  targets: Amount[]
}

/**
 * What a document tells: made once, used for every document that promises.
 * @param pledges what the document itself promises or quotes
 */
export function telling(document: Document, pledges: readonly Pledge[]): Telling {
  const clauses = toldBy(document)
  const amounts = amountsOf(document, clauses)
  return {
    document,
    within: document.kind === 'notice' && withinYear(document),
    clauses,
    sentences: sentencesOf(clauses),
    amounts: amounts.filter(a => a.fact.status !== 'target'),
    targets: pledges.flatMap(p => (p.amount && p.promise.kind === 'target' ? [p.amount] : [])),
  }
}

/** A sentence, plain. */
export interface Sentence {
  pairs: readonly string[]
  signs: ReadonlySet<string>
}

export interface Pair {
  from: Document
  to: Telling
  /** How much pairs of characters tell, and single ones. */
  weights: Weights
  signs: Weights
  /** The pairs and the characters of a promising sentence. */
  sentenceOf: (sentence: At) => Sentence
  /** Where a pledge stands among those of its document, 0–1. */
  orderOf: (pledge: Pledge) => number
  search: Search
  byIndicator: Map<string, Amount[]>
  byKind: Map<string, Amount[]>
}

/** By what amounts without an indicator of the catalogue are looked up: only like is compared with like. */
export const kindOf = ({ fact }: Amount): string => `${fact.measure} ${fact.dimension ?? fact.unit}`

export function pairOf(from: Document, pledges: readonly Pledge[], to: Telling): Pair {
  const weights = new Weights()
  const signs = new Weights()
  for (const clause of to.clauses) {
    weights.add(clause.pairs)
    signs.add(clause.signs)
  }
  for (const pledge of pledges) {
    weights.add(pairs(pledge.clause))
    signs.add(new Set(pledge.clause))
  }
  const byIndicator = new Map<string, Amount[]>()
  const byKind = new Map<string, Amount[]>()
  const put = (map: Map<string, Amount[]>, key: string, amount: Amount) => {
    const list = map.get(key)
    if (list) list.push(amount)
    else map.set(key, [amount])
  }
  for (const amount of to.amounts) {
    if (amount.fact.indicator !== null) put(byIndicator, amount.fact.indicator, amount)
    put(byKind, kindOf(amount), amount)
  }
  const ahead = pledges.filter(({ promise }) => promise.kind !== 'estimate')
  const first = ahead[0]?.promise.start ?? 0
  const length = (ahead.at(-1)?.promise.end ?? 0) - first
  const orderOf = ({ promise }: Pledge): number => (length > 0 ? (promise.mark.start - first) / length : 0)
  const said = new Map<string, Sentence>()
  const sentenceOf = ({ statement, text }: At): Sentence => {
    let known = said.get(statement)
    if (!known) {
      const words = plain(text)
      said.set(statement, (known = { pairs: pairs(words), signs: new Set(words) }))
    }
    return known
  }
  return {
    from,
    to,
    weights,
    signs,
    orderOf,
    sentenceOf,
    search: new Search(to.clauses, weights),
    byIndicator,
    byKind,
  }
}

/** The share of characters that are there, by how rare they are. */
export function inCommon(signs: Iterable<string>, there: (sign: string) => boolean, weights: Weights): number {
  let all = 0
  let found = 0
  for (const sign of signs) {
    const weight = weights.of(sign)
    all += weight
    if (there(sign)) found += weight
  }
  return all > 0 ? found / all : 0
}

function sentencesOf(clauses: readonly Clause[]): Map<string, Set<string>> {
  const out = new Map<string, Set<string>>()
  for (const clause of clauses) {
    let sentence = out.get(clause.statement.id)
    if (!sentence) out.set(clause.statement.id, (sentence = new Set()))
    for (const p of clause.pairs) sentence.add(p)
  }
  return out
}

export const samePlace = (a: FactPlace, b: FactPlace): boolean => placeKey(a) === placeKey(b)
