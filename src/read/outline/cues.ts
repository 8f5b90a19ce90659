/** The cue words of the catalogue's table, as one expression a class; built once, on first use. */

import { cues as table } from '../../catalogue/generated/cues.generated.ts'
import { rows } from '../../catalogue/table.ts'

export type CueClass =
  | 'furniture'
  | 'head'
  | 'tail'
  | 'glossary'
  | 'annex'
  | 'repeat'
  | 'review'
  | 'plan'
  | 'ahead'
  | 'behind'
  | 'this-year'
  | 'last-year'
  | 'context'
  | 'context-start'
  | 'summary'
  | 'problem'
  | 'situation'
  | 'sure'
  | 'principles'
  | 'announce'
  | 'targets'
  | 'plan-strong'
  | 'result-strong'
  | 'plan-open'
  | 'result-open'

interface Cues {
  /** All patterns of the class in one expression: where it matches is what comes first in the text. */
  whole: RegExp
  /** One expression a line of the table. */
  each: readonly RegExp[]
}

let built: Map<string, Cues> | null = null

function cues(name: CueClass): Cues {
  if (!built) {
    const patterns = new Map<string, string[]>()
    for (const [use, pattern] of rows(table)) {
      const list = patterns.get(use!)
      if (list) list.push(pattern!)
      else patterns.set(use!, [pattern!])
    }
    built = new Map(
      [...patterns].map(([use, list]) => [
        use,
        { whole: new RegExp(list.join('|')), each: list.map(pattern => new RegExp(pattern)) },
      ]),
    )
  }
  const found = built.get(name)
  if (!found) throw new Error(`table cues has no class ${name}`)
  return found
}

/** The expression that finds any cue of a class. */
export const cue = (name: CueClass): RegExp => cues(name).whole

/**
 * Whether any cue of a class stands in `text`. Line by line: an expression that joins anchored patterns with others is
 * tried in full at every character, one by itself only where its first words stand.
 */
export function hasCue(name: CueClass, text: string): boolean {
  for (const pattern of cues(name).each) if (pattern.test(text)) return true
  return false
}
