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
