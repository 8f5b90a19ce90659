/** Finds the clause that tells what came of a task. */
import type { Clause } from './clauses.ts'
import { formOf, marksOf, oddsOf, type Wanted, wantedOf } from './likeness.ts'
import type { Pair } from './pair.ts'
import { isUndone, reachOf } from './progress.ts'
import type { Pledge } from './promised.ts'
import type { Thing } from './things.ts'

export interface Told {
  clause: Clause
  /** How much of the thing promised the clause names, 0–1. */
  share: number
  /** The logarithm of the odds that it tells of it. */
  odds: number
}

/** A clause that may tell of a thing, with the marks of likeness. */
export interface Candidate extends Told {
  marks: number[]
}

/**
 * Least odds, as their logarithm, at which a clause is taken to tell of the promise. An exhortation (深化改革) has words in common with much
 * that is no answer to it; an amount is mostly answered by an amount.
 */
const LEAST_ODDS = { named: 0, other: 1, amount: 1.5, begun: -1.2 }

const leastOf = ({ amount, checkable }: Pledge): number => {
  if (amount) return LEAST_ODDS.amount
  return checkable ? LEAST_ODDS.named : LEAST_ODDS.other
}

/** What a clause must have of a thing to be looked at. */
const LEAST_SHARE = 0.2

/**
 * The clauses that tell of what was promised: of each thing of a list the one that tells most.
 * @returns the best first; empty where none tells of any
 */
export function toldOf(pledge: Pledge, pair: Pair): Told[] {
  const wanted = wantedOf(pledge, pair)
  const found = pledge.things.flatMap(
    thing => bestOf(thing, wanted, leastOf(pledge), pledge.things.length === 1 && !pledge.amount) ?? [],
  )
  return found.sort((a, b) => b.rank - a.rank)
}

type Ranked = Told & { rank: number }

function bestOf(thing: Thing, wanted: Wanted, least: number, alone: boolean): Ranked | null {
  let best: Ranked | null = null
  for (const { clause, share, odds } of candidatesOf(thing, wanted)) {
    if (odds < least && (odds < LEAST_ODDS.begun || !alone || !begins(clause, thing))) continue
    // under the promise as a notice quotes it every clause is about it: the first that tells most
    const rank = (clause.about === '' ? odds : share * ITEM) + tells(clause)
    if (!best || rank > best.rank) best = { clause, share, odds, rank }
  }
  return best
}

/** How far from its beginning a clause can name what it is about: 成功举办…. */
const BEGINNING = 4

function begins({ plain }: Clause, { words }: Thing): boolean {
  const at = plain.indexOf(words)
  return at >= 0 && at <= BEGINNING
}

/** More than any odds. */
const ITEM = 100

/** Between clauses that are as alike: the one with words that say how far it is. */
const tells = ({ text, statement }: Clause): number =>
  (reachOf(text) ? 0.3 : 0) + (isUndone(text) ? 0.3 : 0) - (statement.kind === 'context' ? 0.6 : 0)

/** Every clause that has something of the thing, each with its marks. */
export function candidatesOf(thing: Thing, wanted: Wanted): Candidate[] {
  const out: Candidate[] = []
  for (const words of new Set([thing.words, thing.whole ?? thing.words])) {
    const form = formOf(thing, words)
    for (const hit of wanted.pair.search.find(form.pairs, LEAST_SHARE)) {
      const marks = marksOf(form, hit, wanted)
      if (marks) out.push({ clause: hit.clause, share: hit.share, odds: oddsOf(marks), marks })
    }
  }
  return out
}
