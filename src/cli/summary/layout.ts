/** Columns for text in which a Han character takes two cells, and colour that never takes part in the counting. */
import { eastAsianWidth } from 'get-east-asian-width'

const segmentless = /^[\x20-\x7e]*$/

/** Cells that a text takes in a terminal. Ambiguous characters (“ ▲ █) count one, as terminals draw them by default. */
export function width(text: string): number {
  if (segmentless.test(text)) return text.length
  let cells = 0
  for (const char of text) cells += cellsOf(char)
  return cells
}

function cellsOf(char: string): number {
  const code = char.codePointAt(0)!
  // Nearly all there is: Han characters, ASCII, dashes and quotation marks, Chinese stops. The expression below takes long to make.
  if (code >= 0x4e00 && code <= 0x9fff) return 2
  if ((code >= 0xa0 && code < 0x300 && code !== 0xad) || (code >= 0x2010 && code <= 0x2027) || (code >= 0x2500 && code <= 0x259f))
    return eastAsianWidth(code)
  if ((code >= 0x3001 && code <= 0x301f) || (code >= 0xff01 && code <= 0xff60)) return 2
  if (code >= 0x20 && code < 0x7f) return 1
  if (code < 0x20 || (code >= 0x7f && code < 0xa0) || /\p{Mn}|\p{Me}|\p{Cf}/u.test(char)) return 0
  return eastAsianWidth(code)
}

/** The text cut to `cells` with an ellipsis, and filled up with spaces: always exactly `cells` wide. */
export function pad(text: string, cells: number, align: 'left' | 'right' = 'left'): string {
  const cut = clip(text, cells)
  const space = ' '.repeat(Math.max(0, cells - width(cut)))
  return align === 'left' ? cut + space : space + cut
}

/** The text cut to at most `cells`, with an ellipsis where something was cut. Control characters become spaces. */
export function clip(text: string, cells: number): string {
  const clean = text.replace(/[\x00-\x1f\x7f-\x9f]+/g, ' ')
  if (width(clean) <= cells) return clean
  let kept = ''
  let used = 0
  for (const char of clean) {
    const more = cellsOf(char)
    if (used + more > cells - 1) break
    kept += char
    used += more
  }
  return cells > 0 ? `${kept}…` : ''
}

/** A share of 0–100 as a bar of exactly `cells` cells, in eighths of a cell. */
export function bar(share: number, cells: number): string {
  const eighths = Math.round((Math.min(100, Math.max(0, share)) / 100) * cells * 8)
  const part = eighths % 8
  const whole = '█'.repeat(Math.floor(eighths / 8)) + (part > 0 ? '▏▎▍▌▋▊▉'[part - 1] : '')
  return whole.padEnd(cells, '·')
}

/** Parts of a whole (15:47:38) side by side in `cells` cells, each with its own shade; a part above zero is seen. */
export function stacked(parts: number[], cells: number): string {
  const sum = parts.reduce((a, b) => a + b, 0)
  if (!(sum > 0) || parts.some(part => part < 0)) return ''
  let drawn = ''
  let upTo = 0
  parts.forEach((part, i) => {
    upTo += part
    const end = i === parts.length - 1 ? cells : Math.max(drawn.length + (part > 0 ? 1 : 0), Math.round((upTo / sum) * cells))
    drawn += '░▓█▒'[i % 4]!.repeat(Math.max(0, Math.min(cells, end) - drawn.length))
  })
  return drawn
}

export type Ink = 'bold' | 'dim' | 'up' | 'down' | 'share' | 'estimated' | 'target' | 'heading'

const codes: Record<Ink, string> = {
  bold: '1',
  dim: '2',
  up: '36',
  down: '35',
  share: '34',
  estimated: '33',
  target: '32',
  heading: '1;7',
}

export type Paint = (text: string, ink: Ink) => string

/** Paints with SGR codes, or leaves the text as it is. */
export function painter(colour: boolean): Paint {
  return colour ? (text, ink) => (text.trim() === '' ? text : `\x1b[${codes[ink]}m${text}\x1b[0m`) : text => text
}
