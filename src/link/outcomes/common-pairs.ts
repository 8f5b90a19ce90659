/** How rare a pair of characters is in reports at large. */
import { rows } from '../../catalogue/table.ts'
import { commonPairs } from '../../catalogue/tables.generated.ts'

/** What is not listed stands in about so many of ten thousand clauses. */
const UNLISTED = 2

const ALL = 10_000

let known: Map<string, number> | null = null

/** The weight of a pair: the logarithm of how many clauses there are to one that has it. */
export function rarity(pair: string): number {
  if (!known) {
    known = new Map()
    for (const [often, run] of rows(commonPairs)) {
      const weight = Math.log(ALL / Number(often))
      for (let i = 0; i < run!.length; i += 2) known.set(run!.slice(i, i + 2), weight)
    }
  }
  return known.get(pair) ?? RARE
}

const RARE = Math.log(ALL / UNLISTED)
