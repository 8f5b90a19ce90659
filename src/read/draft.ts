import type { Governor, Place } from './clause.ts'
import type { Phrase } from './noun.ts'
import type { Token } from './tokens.ts'
import type { Figure } from './types.ts'

/** A figure in the making, with what was found around it. */
export interface Draft {
  figure: Figure
  place: Place
  governor: Governor
  phrase: Phrase | null
  action: Token | null
  /** Governed by a verb of decrease. */
  falls: boolean
  /** Where it stands in a list that 其中 opened: the id of the whole. */
  whole: string | null
}
