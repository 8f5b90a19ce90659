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
  | 'foreign'
  | 'argues'
  | 'refers'
  | 'asks'

/** A line of the table. Its expression is made when a text is met that may match. */
interface Cue {
  line: number
  source: string
  pattern: RegExp | null
  /** The same, to find all. */
  every: RegExp | null
}

interface Cues {
  byClass: ReadonlyMap<string, CuesOfClass>
  /** The class of each line, as its bit. */
  bitOf: Int32Array
  /** Strings of which one stands in all that a line matches, and the lines. */
  needles: Trie
  linesAt: AtNodes<readonly number[]>
  always: readonly number[]
  /** The bits of the classes of those. */
  alwaysBits: number
  /** For each line, the number of the last text that may match it. */
  met: Int32Array
}

interface CuesOfClass {
  bit: number
  lines: Cue[]
}

let built: Cues | null = null
let text_ = ''
/** Number of the text that `met` was last marked for, and the classes that have a line which may match it. */
let count = 0
let classes = 0

function all(): Cues {
  if (built) return built
  const data = cueData()
  const byClass = new Map<string, CuesOfClass>()
  const bitOf = new Int32Array(data.patterns.length)
  for (const [line, [use, source]] of data.patterns.entries()) {
    let own = byClass.get(use)
    if (!own) byClass.set(use, (own = { bit: 1 << byClass.size, lines: [] }))
    own.lines.push({ line, source, pattern: null, every: null })
    bitOf[line] = own.bit
  }
  const needles = new Trie(data.trie)
  const linesAt = new AtNodes(needles, data.needle, data.lists)
  const alwaysBits = data.always.reduce((bits, line) => bits | bitOf[line]!, 0)
  built = { byClass, bitOf, needles, linesAt, always: data.always, alwaysBits, met: new Int32Array(data.patterns.length) }
  return built
}

function ofClass(name: CueClass): CuesOfClass {
  const found = all().byClass.get(name)
  if (!found) throw new Error(`table cues has no class ${name}`)
  return found
}

/** Marks the lines that may match `text`: one walk over it for all classes. */
function mark(text: string): void {
  if (count > 0 && text === text_) return
  text_ = text
  const { needles, linesAt, always, alwaysBits, bitOf, met } = all()
  count++
  classes = alwaysBits
  for (let n = 0; n < always.length; n++) met[always[n]!] = count
  for (let i = 0; i < text.length; i++)
    for (let k = i, node = 0; k < text.length; k++) {
      node = needles.step(node, text.charCodeAt(k))
      if (node === 0) break
      const lines = linesAt.get(node)
      if (lines === undefined) continue
      for (let n = 0; n < lines.length; n++) {
        const line = lines[n]!
        met[line] = count
        classes |= bitOf[line]!
      }
    }
}

/** The expression that finds any cue of a class. */
export function cue(name: CueClass): RegExp {
  let found = whole.get(name)
  if (!found)
    whole.set(
      name,
      (found = new RegExp(
        ofClass(name)
          .lines.map(({ source }) => source)
          .join('|'),
      )),
    )
  return found
}

const whole = new Map<CueClass, RegExp>()

/** The cue of a class that comes first in `text`; of two at one place, the one of the earlier line. */
export function firstCue(name: CueClass, text: string): RegExpExecArray | null {
  mark(text)
  const { bit, lines } = ofClass(name)
  let first: RegExpExecArray | null = null
  if ((classes & bit) === 0) return first
  for (const each of lines) {
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
  const { bit, lines } = ofClass(name)
  // of most texts no line of a class need be tried
  if ((classes & bit) === 0) return false
  for (const each of lines) if (built!.met[each.line] === count && expressionOf(each).test(text)) return true
  return false
}

/** How often cues of a class stand in `text`; those of different lines are counted apart. */
export function occurrences(name: CueClass, text: string): number {
  let n = 0
  // not by marks: the text is asked for this class alone
  for (const each of ofClass(name).lines) {
    each.every ??= new RegExp(each.source, 'g')
    n += text.match(each.every)?.length ?? 0
  }
  return n
}

function expressionOf(each: Cue): RegExp {
  each.pattern ??= new RegExp(each.source)
  return each.pattern
}
