/**
 * Traditional characters are read as their simplified forms, one for one, on a copy; what was read is put back to the text as it
 * stands. Captures of the reports of the fifties are written so, or mix both.
 */
import { simplifiedForms } from '../catalogue/traditional.ts'
import type { Repair, SourceText } from './types.ts'

/** One such character in so many makes a text traditional as a whole. */
const WHOLE = 20

/** The text with simplified characters, of the same length, and what to say of it; null for a text that has none but such. */
export function simplified(text: string): { text: string; repair: Repair } | null {
  const { anywhere, inWholeText } = simplifiedForms()
  let first = -1
  let count = 0
  for (let i = 0; i < text.length; i++) {
    if (anywhere[text.charCodeAt(i)] === 0) continue
    if (first < 0) first = i
    count++
  }
  if (first < 0) return null
  const whole = count * WHOLE > text.length
  // most texts hold a few: what stands between them is taken as it is
  const parts: string[] = []
  let from = 0
  for (let i = whole ? 0 : first; i < text.length; i++) {
    const char = text.charCodeAt(i)
    const simple = anywhere[char]! || (whole ? inWholeText[char]! : 0)
    if (simple === 0) continue
    parts.push(text.slice(from, i), String.fromCharCode(simple))
    from = i + 1
  }
  parts.push(text.slice(from))
  const copy = parts.join('')
  return {
    text: copy,
    repair: {
      kind: 'traditional-characters',
      start: first,
      end: first + 1,
      note: `${count} traditional or variant characters from here on, read as the simplified ones: ${text[first]} as ${copy[first]}`,
    },
  }
}

/** The document with its text, and the text of its tables, in simplified characters. */
export function withText(given: SourceText, text: string): SourceText {
  const tables = given.tables?.map(table => ({
    ...table,
    cells: table.cells.map(cell => ({ ...cell, text: text.slice(cell.start, cell.end) })),
  }))
  return { ...given, text, ...(tables && { tables }) }
}
