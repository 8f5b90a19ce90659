/** The cue words of the catalogue's table, as one expression a class; built once, on first use. */
import { rows } from '../../catalogue/table.ts'
import * as tables from '../../catalogue/tables.generated.ts'

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
  | 'announce'
  | 'targets'
  | 'plan-strong'
  | 'result-strong'
  | 'plan-open'
  | 'result-open'

let built: Map<string, RegExp> | null = null

/** The expression that finds any cue of a class. */
export function cue(name: CueClass): RegExp {
  if (!built) {
    const patterns = new Map<string, string[]>()
    for (const [use, pattern] of rows(tables.cues)) {
      const list = patterns.get(use!)
      if (list) list.push(pattern!)
      else patterns.set(use!, [pattern!])
    }
    built = new Map([...patterns].map(([use, list]) => [use, new RegExp(list.join('|'))]))
  }
  const found = built.get(name)
  if (!found) throw new Error(`table cues has no class ${name}`)
  return found
}
