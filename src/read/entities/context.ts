/** What reading the statements of one text needs to know besides the statement itself. */
import type { Lexicon } from '../../catalogue/lexicon.ts'
import type { Signs } from '../../catalogue/signs.ts'
import type { Token } from '../tokens.ts'

export interface EntityContext {
  text: string
  signs: Signs
  lexicon: Lexicon
  /** The date tokens of the statement that is being read. */
  dates: readonly Token[]
}

/** The first date of the statement that starts in `[from, to)`. */
export function dateFrom({ dates }: EntityContext, from: number, to: number): Token | undefined {
  let low = 0
  let high = dates.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (dates[middle]!.start < from) low = middle + 1
    else high = middle
  }
  const date = dates[low]
  return date && date.start < to ? date : undefined
}
