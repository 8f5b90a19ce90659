/** Whether a number may be a rank, by the words before it. */
import { RANKV, SCOPE, UP } from '../catalogue/lexicon.ts'
import { T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'

/** Whether the clause up to `at` speaks of a field or of ranking. */
export function speaksOfRank(text: string, tokens: readonly Token[], at: number): boolean {
  for (let k = tokens.length - 1; k >= 0 && tokens[k]!.start >= at - 18; k--) {
    const token = tokens[k]!
    if (token.type === T_STOP && /[。；;]/.test(text[token.start]!)) return false
    if (token.type === T_WORD && token.flags & (SCOPE | RANKV | UP)) return true
    if (token.type === T_QUANTITY && token.quantity!.shape === 'rank') return true
  }
  return false
}
