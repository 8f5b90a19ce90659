/** How sure it is that a clause tells of a thing promised: a few marks of likeness, each with a weight. */
import type { Clause } from './clauses.ts'
import { rarity } from './common-pairs.ts'
import { oddsFrom } from './odds.ts'
import { inCommon, type Pair, type Sentence } from './pair.ts'
import type { Pledge } from './promised.ts'
import type { Hit } from './search.ts'
import type { Thing } from './things.ts'
import { pairs } from './words.ts'

/** The marks, in the order of their values; what each says stands in likeness.tsv. */
export const MARKS = [
  'thing-characters',
  'thing-beginning',
  'thing-pairs',
  'rarest-pair',
  'thing-weight',
  'name',
  'name-pairs',
  'told-characters',
  'told-besides',
  'told-besides-name',
  'told-besides-weight',
  'common-words',
  'context',
  'order',
  'several-years',
  'promise-length',
] as const

/** What of a promise is looked for in each clause: made once for a promise. */
export interface Wanted {
  pair: Pair
  /** The clause of the promise: its pairs, and its characters. */
  pairs: ReadonlySet<string>
  signs: ReadonlySet<string>
  length: number
  sentence: Sentence
  /** Where in its document's promises it stands, 0–1. */
  order: number
  /** The marks that say nothing of a single thing, by clause. */
  known: Map<Clause, Besides>
}

/** How a clause is like the promise as a whole. */
interface Besides {
  toldSigns: number
  toldBesides: number
  commonWords: number
  context: number
  order: number
}

/** As much context as counts. */
const MOST_CONTEXT = 40

export function wantedOf(pledge: Pledge, pair: Pair): Wanted {
  const own = new Set(pairs(pledge.clause))
  const sentence = pair.sentenceOf(pledge.promise)
  return {
    pair,
    pairs: own,
    signs: new Set(pledge.clause),
    length: pledge.clause.length,
    sentence,
    order: pair.orderOf(pledge),
    known: new Map(),
  }
}

/** A thing in one of its forms: made once for a promise. */
export interface Form {
  thing: Thing
  pairs: readonly string[]
  signs: readonly string[]
  beginning: readonly string[]
  /** How rare its rarest pair is in reports at large. */
  rarity: number
}

export const formOf = (thing: Thing, words: string): Form => ({
  thing,
  pairs: pairs(words),
  signs: [...new Set(words)],
  beginning: [...new Set(words.slice(0, Math.ceil(words.length / 2)))],
  rarity: Math.max(0, ...pairs(words).map(rarity)),
})

/** With less of a thing's characters no clause tells of it. */
const LEAST_SIGNS = 0.35

/** The values of the marks, in their order; null for a clause that has too little of the thing to be looked at. */
export function marksOf(form: Form, { clause, share, weight }: Hit, wanted: Wanted): number[] | null {
  const { pair } = wanted
  const text = clause.plain + clause.about
  const signs = inCommon(form.signs, s => text.includes(s), pair.signs)
  if (signs < LEAST_SIGNS) return null
  let count = 0
  let rarest = 0
  for (const p of form.pairs) {
    if (!clause.pairs.has(p)) continue
    count++
    rarest = Math.max(rarest, pair.weights.of(p))
  }
  const named = form.thing.named ? 1 : 0
  const besides = besidesOf(clause, wanted)
  const says = Math.log1p(share > 0 ? weight / share : 0)
  return [
    signs,
    inCommon(form.beginning, s => text.includes(s), pair.signs),
    Math.log1p(count),
    rarest,
    says,
    named,
    named * share,
    besides.toldSigns,
    besides.toldBesides,
    named * besides.toldBesides,
    says * besides.toldBesides,
    besides.commonWords,
    besides.context,
    besides.order,
    clause.statement.question === 'review-period' ? 1 : 0,
    Math.log1p(wanted.length),
  ]
}

function besidesOf(clause: Clause, wanted: Wanted): Besides {
  let known = wanted.known.get(clause)
  if (known) return known
  const { pair } = wanted
  let common = 0
  for (const p of wanted.pairs) if (clause.pairs.has(p)) common += rarity(p)
  const sentence = pair.to.sentences.get(clause.statement.id)!
  let context = 0
  for (const p of wanted.sentence.pairs)
    if (!wanted.pairs.has(p) && sentence.has(p) && !clause.pairs.has(p)) context += pair.weights.of(p)
  known = {
    toldSigns: inCommon(clause.signs, s => wanted.signs.has(s), pair.signs),
    toldBesides: Math.log1p(besides(clause.plain, wanted.sentence.signs, pair)),
    commonWords: Math.log1p(common),
    context: Math.min(context, MOST_CONTEXT) / MOST_CONTEXT,
    order: Math.abs(wanted.order - clause.order),
  }
  wanted.known.set(clause, known)
  return known
}

/** The weight of the longest stretch of a clause that has no character of the promise's sentence. */
function besides(text: string, around: ReadonlySet<string>, pair: Pair): number {
  let most = 0
  let stretch = 0
  for (const sign of text) {
    stretch = around.has(sign) ? 0 : stretch + pair.signs.of(sign)
    most = Math.max(most, stretch)
  }
  return most
}

/** The odds, as their logarithm, that a clause with these marks tells of the thing. */
export const oddsOf = oddsFrom(MARKS, 'always')
