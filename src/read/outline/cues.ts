/** The cue words of the catalogue's table, as one expression a class; built once, on first use. */

import { cueData } from '../../catalogue/compiled.ts'
import { AtNodes, Trie } from '../../catalogue/trie.ts'

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

/** A line of the table. Its expression is made when a text is met that may match. */
interface Cue {
  line: number
  source: string
  pattern: RegExp | null
}

interface Cues {
  byClass: ReadonlyMap<string, readonly Cue[]>
  /** Strings of which one stands in all that a line matches, and the lines. */
  needles: Trie
  linesAt: AtNodes<readonly number[]>
  always: readonly number[]
  /** For each line, the number of the last text that may match it. */
  met: Int32Array
}

let built: Cues | null = null
let text_ = ''
/** Number of the text that `met` was last marked for. */
let count = 0

function all(): Cues {
  if (built) return built
  const data = cueData()
  const byClass = new Map<string, Cue[]>()
  for (const [line, [use, source]] of data.patterns.entries()) {
    const own = byClass.get(use)
    const made: Cue = { line, source, pattern: null }
    if (own) own.push(made)
    else byClass.set(use, [made])
  }
  const needles = new Trie(data.trie)
  const linesAt = new AtNodes(needles, data.needle, data.lists)
  built = { byClass, needles, linesAt, always: data.always, met: new Int32Array(data.patterns.length) }
  return built
}

function ofClass(name: CueClass): readonly Cue[] {
  const found = all().byClass.get(name)
  if (!found) throw new Error(`table cues has no class ${name}`)
  return found
}

/** Marks the lines that may match `text`: one walk over it for all classes. */
function mark(text: string): void {
  if (count > 0 && text === text_) return
  text_ = text
  const { needles, linesAt, always, met } = all()
  count++
  for (const line of always) met[line] = count
  for (let i = 0; i < text.length; i++)
    for (let k = i, node = 0; k < text.length; k++) {
      node = needles.step(node, text.charCodeAt(k))
      if (node === 0) break
      for (const line of linesAt.get(node) ?? NO_LINES) met[line] = count
    }
}

const NO_LINES: readonly number[] = []

/** The expression that finds any cue of a class. */
export function cue(name: CueClass): RegExp {
  let found = whole.get(name)
  if (!found)
    whole.set(
      name,
      (found = new RegExp(
        ofClass(name)
          .map(({ source }) => source)
          .join('|'),
      )),
    )
  return found
}

const whole = new Map<CueClass, RegExp>()

/** The cue of a class that comes first in `text`; of two at one place, the one of the earlier line. */
export function firstCue(name: CueClass, text: string): RegExpExecArray | null {
  mark(text)
  let first: RegExpExecArray | null = null
  for (const each of ofClass(name)) {
    if (built!.met[each.line] !== count) continue
    const found = expressionOf(each).exec(text)
    if (found && (first === null || found.index < first.index)) first = found
  }
  return first
}

/**
 * Whether any cue of a class stands in `text`. Line by line: an expression that joins anchored patterns with others is
 * tried in full at every character, one by itself only where its first words stand.
 */
export function hasCue(name: CueClass, text: string): boolean {
  mark(text)
  for (const each of ofClass(name)) if (built!.met[each.line] === count && expressionOf(each).test(text)) return true
  return false
}

function expressionOf(each: Cue): RegExp {
  each.pattern ??= new RegExp(each.source)
  return each.pattern
}
