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
const BREAK = /\r?\n|\r|\\r\\n|\\n|\\r|\?{3,}|<br\s*\/?>|(?:<U\+00A0>\s*){2,}/y

/** The characters that such a break begins with. */
const OPENERS = ['\n', '\r', '\\', '?', '<'] as const

/** What R writes for a space that it cannot show in its locale; captures saved from it indent every paragraph so. */
const ESCAPED_SPACE = '<U+00A0>'

/** No paragraph is as long: such a line is a whole text whose line breaks were lost. */
const WHOLE = 4000

/** Where the lines of such a text began: at a numbered heading, at a heading's end, at an indent, an address, a dash. */
const LOST_BREAK =
  /(?<=[。！；])(?=[一二三四五六七八九十]{1,2}、|[（(][一二三四五六七八九十]{1,2}[）)]|——|[ \u3000]{2}|各位代表[！：])|(?<=各位代表[：！，])(?=现在)|(?<=[。！][一二三四五六七八九]、(?:\d{4}年)?[\u4e00-\u9fff]{0,12}(?:工作回顾|总体部署|重点工作|工作安排|主要任务|工作任务|目标任务|总体要求|主要目标|工作建议))/g

/** The lines that a text written in one held. */
function pieces(text: string, from: number, to: number): Line[] {
  const out: Line[] = []
  let at = from
  const push = (end: number): void => {
    let start = at
    let last = end
    while (start < last && blank(text.charCodeAt(start))) start++
    while (last > start && blank(text.charCodeAt(last - 1))) last--
    if (last > start) out.push({ start, end: last })
    at = end
  }
  for (const m of text.slice(from, to).matchAll(LOST_BREAK)) push(from + m.index)
  push(to)
  return out
}

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
    if (to - from > WHOLE) for (const piece of pieces(text, from, to)) out.push(piece)
    else if (to > from) out.push({ start: from, end: to })
  }
  let from = 0
  // the expression is tried where a break may begin: for the next of each character the engine looks fastest
  const next = OPENERS.map(opener => text.indexOf(opener))
  for (;;) {
    let first = -1
    for (let k = 0; k < next.length; k++) if (next[k]! >= 0 && (first < 0 || next[k]! < next[first]!)) first = k
    if (first < 0) break
    const at = next[first]!
    BREAK.lastIndex = at
    const end = OPENERS[first] === '\n' ? at + 1 : BREAK.test(text) ? BREAK.lastIndex : at
    if (end > at) {
      add(from, at)
      from = end
    }
    const on = Math.max(end, at + 1)
    for (let k = 0; k < next.length; k++) if (next[k]! >= 0 && next[k]! < on) next[k] = text.indexOf(OPENERS[k]!, on)
  }
  add(from, text.length)
  return out
}
