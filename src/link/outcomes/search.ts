/** Finds the clauses that speak of the same thing: an inverted index over pairs of characters. */
import type { Clause } from './clauses.ts'
import type { Weights } from './words.ts'

/** Pairs that more clauses than this share have find nothing by themselves: cost stays near the number of rare pairs. */
const COMMON = 0.1

export interface Hit {
  clause: Clause
  /** How much of what was looked for the clause has, 0–1, by weight. */
  share: number
  /** The weight that both have: how telling the common words are. */
  weight: number
}

export class Search {
  readonly #clauses: readonly Clause[]
  readonly #weights: Weights
  readonly #at = new Map<string, number[]>()

  constructor(clauses: readonly Clause[], weights: Weights) {
    this.#clauses = clauses
    this.#weights = weights
    clauses.forEach((clause, i) => {
      for (const pair of clause.pairs) {
        const list = this.#at.get(pair)
        if (list) list.push(i)
        else this.#at.set(pair, [i])
      }
    })
  }

  /**
   * The clauses that have at least this share of the pairs.
   * @returns in the order of the text
   */
  find(pairs: readonly string[], least: number): Hit[] {
    const all = this.#weights.sum(pairs)
    if (all <= 0) return []
    const limit = Math.max(3, this.#clauses.length * COMMON)
    const found = new Set<number>()
    for (const pair of pairs) {
      const list = this.#at.get(pair)
      if (list && list.length <= limit) for (const i of list) found.add(i)
    }
    const hits: Hit[] = []
    for (const i of [...found].sort((a, b) => a - b)) {
      const clause = this.#clauses[i]!
      let weight = 0
      for (const pair of pairs) if (clause.pairs.has(pair)) weight += this.#weights.of(pair)
      if (weight / all >= least) hits.push({ clause, share: weight / all, weight })
    }
    return hits
  }
}
