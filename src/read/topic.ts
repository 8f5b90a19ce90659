/** What a clause or a short sentence without a number opens with: 经营主体｜稳中培优, 农村公路建设｜掀起高潮. */
import { ACT, ADVERB, DOWN, type Lexicon, PRED, SCOPE, STATE, TIME, TO, UP, VADV, WEAK } from '../catalogue/lexicon.ts'
import { KEPT } from './noun.ts'
import { named } from './subject.ts'
import { T_QUANTITY, T_STOP, T_WORD, type Token } from './tokens.ts'
import type { Indicator } from './types.ts'

const VERBAL = ACT | WEAK | STATE | UP | DOWN | TO | PRED | VADV | ADVERB | TIME
/** Characters and words that a predicate opens with, of which no table knows. */
const OPENS = /(不断|持续|更加|更为|更|显著|明显|稳[中步定健固]|再[上创获添]|进一步|全面|加快|加速|蓬勃|日益|日趋|掀起|来之)/
const LONGEST_LEAD = 18

/** The topic of the tokens from `j` up to `end`, whose words begin at `start`; null where that is no indicator of the catalogue. */
export function openingTopic(
  text: string,
  tokens: readonly Token[],
  j: number,
  end: number,
  start: number,
  lexicon: Lexicon,
): Indicator | null {
  let from = start
  while (j < end && tokens[j]!.start === from && tokens[j]!.type === T_WORD && tokens[j]!.flags & SCOPE) from = tokens[j++]!.end
  let to = end < tokens.length ? tokens[end]!.start : from
  for (let m = j; m < end; m++) {
    const t = tokens[m]!
    if (t.type !== T_WORD) return null
    if (t.flags & KEPT || !(t.flags & VERBAL)) continue
    to = t.start
    break
  }
  const opens = OPENS.exec(text.slice(from, to))
  if (opens) to = from + opens.index
  if (to - from < 3 || to - from > 12) return null
  const found = named(text, { start: from, end: to, action: null }, lexicon)
  return found.id ? found : null
}

/** The topic of a short sentence without a number, which leads the sentences after it in the paragraph. */
export function leadOf(text: string, tokens: readonly Token[], start: number, end: number, lexicon: Lexicon): Indicator | null {
  if (end - start > LONGEST_LEAD || text[end - 1] !== '。' || tokens.some(t => t.type === T_QUANTITY)) return null
  const last = tokens.findIndex(t => t.type === T_STOP)
  return last < 0 ? null : openingTopic(text, tokens, 0, last, start, lexicon)
}
