/** A text as lines: what a line is in files, captures and single-line cells, trimmed of spaces of every width. */
import { kindOf, SPACE } from '../chars.ts'

export interface Line {
  start: number
  end: number
}

const blank = (char: number): boolean =>
  kindOf(char) === SPACE || char === 13 || char === 0xfeff || (char >= 0x2000 && char <= 0x200f) || char === 0x202f || char === 0

/**
 * Line breaks as texts have them: LF, CR LF, the two characters `\n` of a cell that was exported escaped, and
 * a run of question marks, which is what a lossy conversion leaves of a run of spaces.
 */
const BREAK = /\r?\n|\r|\\r\\n|\\n|\\r|\?{3,}|<br\s*\/?>|(?:<U\+00A0>\s*){2,}/g

/** What R writes for a space that it cannot show in its locale; captures saved from it indent every paragraph so. */
const ESCAPED_SPACE = '<U+00A0>'

/** The lines of a text that hold anything, trimmed. */
export function linesOf(text: string): Line[] {
  const out: Line[] = []
  const add = (from: number, to: number): void => {
    while (from < to) {
      if (blank(text.charCodeAt(from))) from++
      else if (text.startsWith(ESCAPED_SPACE, from)) from = Math.min(to, from + ESCAPED_SPACE.length)
      else break
    }
    while (to > from && blank(text.charCodeAt(to - 1))) to--
    if (to > from) out.push({ start: from, end: to })
  }
  let from = 0
  BREAK.lastIndex = 0
  for (let m = BREAK.exec(text); m; m = BREAK.exec(text)) {
    add(from, m.index)
    from = m.index + m[0].length
  }
  add(from, text.length)
  return out
}
