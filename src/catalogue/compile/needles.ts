/**
 * What a text must hold for a regular expression to match: strings of which one stands in every match. Whoever looks for these first
 * need not try the expression on most texts.
 */

/** What is known of a part of an expression; null where nothing is. */
interface Known {
  /** All that it can match; '' for what takes no character. */
  exact: readonly string[] | null
  /** Strings of which one stands in all that it matches. */
  needed: readonly string[] | null
}

const NOTHING: Known = { exact: null, needed: null }
const EMPTY: Known = { exact: [''], needed: null }
/** Longer lists are not followed. */
const MOST = 48

/** Strings of which one stands in every match of `pattern`, without flags; null where there are none, or where it is not understood. */
export function needles(pattern: string): readonly string[] | null {
  const reader = new Reader(pattern)
  const known = reader.alternatives()
  return reader.understood && reader.at === pattern.length ? musts(known) : null
}

const musts = ({ exact, needed }: Known): readonly string[] | null => (exact && !exact.includes('') ? exact : needed)

/** How often one of the strings is met, roughly: a single character often, a word of three seldom. */
const frequency = (strings: readonly string[]): number =>
  strings.reduce((sum, each) => sum + (each.length === 1 ? 0.02 : each.length === 2 ? 0.002 : 0.0004), 0)

const rarest = (lists: readonly (readonly string[])[]): readonly string[] | null =>
  lists.reduce<readonly string[] | null>((best, list) => (best && frequency(best) <= frequency(list) ? best : list), null)

const joined = (a: readonly string[], b: readonly string[]): string[] => [...new Set(a.flatMap(x => b.map(y => x + y)))]

/** Parts one after the other. */
function sequence(parts: readonly Known[]): Known {
  const found: (readonly string[])[] = []
  let run: readonly string[] = ['']
  let whole = true
  const close = (): void => {
    if (!run.includes('')) found.push(run)
  }
  for (const part of parts) {
    if (part.exact && run.length * part.exact.length <= MOST) {
      run = joined(run, part.exact)
      continue
    }
    close()
    whole = false
    run = part.exact ?? ['']
    if (!part.exact && part.needed) found.push(part.needed)
  }
  close()
  return { exact: whole ? run : null, needed: rarest(found) }
}

/** One of several. */
function choice(parts: readonly Known[]): Known {
  if (parts.length === 1) return parts[0]!
  const exact = parts.every(part => part.exact) ? [...new Set(parts.flatMap(part => part.exact!))] : null
  const needed = parts.map(musts)
  return {
    exact: exact && exact.length <= MOST ? exact : null,
    needed: needed.every(list => list !== null) ? [...new Set(needed.flat())] : null,
  }
}

function repeated(part: Known, least: number, most: number): Known {
  if (least === 1 && most === 1) return part
  if (least === 0) return most === 1 && part.exact ? { exact: [...new Set(['', ...part.exact])], needed: null } : NOTHING
  return { exact: null, needed: musts(part) }
}

class Reader {
  at = 0
  understood = true
  private readonly pattern: string

  constructor(pattern: string) {
    this.pattern = pattern
  }

  alternatives(): Known {
    const parts: Known[] = []
    do parts.push(this.sequence())
    while (this.took('|'))
    return choice(parts)
  }

  private sequence(): Known {
    const parts: Known[] = []
    while (this.at < this.pattern.length && !/[|)]/.test(this.pattern[this.at]!)) parts.push(this.repeatable())
    return sequence(parts)
  }

  private repeatable(): Known {
    const part = this.single()
    const [mark, least = '', comma, most = ''] = this.taken(/[*+?]|\{(\d+)(,?)(\d*)\}/y) ?? []
    if (!mark) return part
    this.took('?')
    if (mark === '*') return repeated(part, 0, Infinity)
    if (mark === '+') return repeated(part, 1, Infinity)
    if (mark === '?') return repeated(part, 0, 1)
    return repeated(part, Number(least), comma ? (most ? Number(most) : Infinity) : Number(least))
  }

  private single(): Known {
    if (this.taken(/\(\?<?[=!]/y)) {
      this.closed(this.alternatives())
      return EMPTY
    }
    if (this.taken(/\((\?:)?(?!\?)/y)) return this.closed(this.alternatives())
    if (this.taken(/[\^$]|\\[bB]/y)) return EMPTY
    const set = this.taken(/\[(\^?)((?:\\.|[^\]\\])*)\]/y)
    if (set) return set[1] ? NOTHING : membersOf(set[2]!)
    if (this.taken(/\.|\\[dDsSwW]/y)) return NOTHING
    const [, escaped, plain] = this.taken(/\\([^A-Za-z0-9])|([^\\()[\]{}*+?|.^$])/y) ?? []
    if (escaped ?? plain) return { exact: [(escaped ?? plain)!], needed: null }
    this.understood = false
    this.at++
    return NOTHING
  }

  private closed(part: Known): Known {
    if (!this.took(')')) this.understood = false
    return part
  }

  private took(char: string): boolean {
    if (this.pattern[this.at] !== char) return false
    this.at++
    return true
  }

  private taken(expected: RegExp): RegExpExecArray | null {
    expected.lastIndex = this.at
    const found = expected.exec(this.pattern)
    if (found) this.at = expected.lastIndex
    return found
  }
}

/** The members of a set of characters, where they are few and plain. */
function membersOf(inside: string): Known {
  if (/\\|.-./.test(inside)) return NOTHING
  const members = [...new Set(inside.split(''))]
  return members.length <= MOST ? { exact: members, needed: null } : NOTHING
}
