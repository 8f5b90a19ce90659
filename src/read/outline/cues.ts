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
  /** One expression a line of the table. */
  each: readonly RegExp[]
  /** All of them in one, made when it is asked for. */
  whole: RegExp | null
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
    built = new Map([...patterns].map(([use, list]) => [use, { each: list.map(pattern => new RegExp(pattern)), whole: null }]))
  }
  const found = built.get(name)
  if (!found) throw new Error(`table cues has no class ${name}`)
  return found
}

/** The expression that finds any cue of a class. */
export function cue(name: CueClass): RegExp {
  const own = cues(name)
  own.whole ??= new RegExp(own.each.map(pattern => pattern.source).join('|'))
  return own.whole
}

/** The cue of a class that comes first in `text`; of two at one place, the one of the earlier line. */
export function firstCue(name: CueClass, text: string): RegExpExecArray | null {
  let first: RegExpExecArray | null = null
  for (const pattern of cues(name).each) {
    const found = pattern.exec(text)
    if (found && (first === null || found.index < first.index)) first = found
  }
  return first
}

/**
 * Whether any cue of a class stands in `text`. Line by line: an expression that joins anchored patterns with others is
 * tried in full at every character, one by itself only where its first words stand.
 */
export function hasCue(name: CueClass, text: string): boolean {
  for (const pattern of cues(name).each) if (pattern.test(text)) return true
  return false
}
