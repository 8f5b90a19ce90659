/** Sets a text as Chinese offices do: two characters of indent, even margins, punctuation kept off the line's start. */
export interface SetLine {
  text: string
  x: number
  /** Baseline, from the top. */
  y: number
  size: number
}

export interface SetPage {
  width: number
  height: number
  lines: SetLine[]
}

export interface Setting {
  size?: number
  columns?: number
  head?: string | null
  numbers?: boolean
  /** Lines to a page, to make many pages of a short text. */
  lines?: number
  width?(text: string, size: number): number
}

export interface SetText {
  pages: SetPage[]
  /** Page of each paragraph's first and last line, by the paragraph's number among those that are not empty. */
  places: { first: number; last: number }[]
}

const [pageWidth, pageHeight] = [595, 842]
const margin = 80

/** Half a square for ASCII, a whole one for all else: as in the fonts that reports are set in. */
export const evenWidth = (text: string, size: number) => [...text].reduce((sum, c) => sum + (c < '\x7f' ? 0.5 : 1) * size, 0)

export function setText(text: string, setting: Setting = {}): SetText {
  const { size = 14, columns = 1, head = null, numbers = false, width = evenWidth } = setting
  const gutter = 2 * size
  const column = (pageWidth - 2 * margin - (columns - 1) * gutter) / columns
  const pitch = 1.6 * size
  const most = setting.lines ?? Math.floor((pageHeight - 2 * margin) / pitch)
  const pages: SetPage[] = []
  const places: SetText['places'] = []
  let row = 0
  let at = 0
  const put = (words: string, indent: number, big: number) => {
    if (row === most) {
      row = 0
      at++
    }
    const page = Math.floor(at / columns)
    pages[page] ??= { width: pageWidth, height: pageHeight, lines: [] }
    pages[page].lines.push({
      text: words,
      x: margin + (at % columns) * (column + gutter) + indent,
      y: margin + size + row * pitch,
      size: big,
    })
    row++
    return page + 1
  }
  for (const [n, paragraph] of text
    .split('\n')
    .filter(line => line.trim() !== '')
    .entries()) {
    const said = paragraph.trim()
    // The first paragraph is the title.
    const title = n === 0
    const big = title ? size * 1.5 : size
    const lines = broken(said, column, title ? 0 : 2 * size, words => width(words, big))
    const first = put(lines[0]!, title ? (column - width(lines[0]!, big)) / 2 : 2 * size, big)
    let last = first
    for (const line of lines.slice(1)) last = put(line, 0, big)
    places.push({ first, last })
  }
  pages.forEach((page, i) => {
    if (head !== null) page.lines.unshift({ text: head, x: margin, y: 50, size: 9 })
    if (numbers) page.lines.push({ text: `— ${i + 1} —`, x: pageWidth / 2 - 15, y: pageHeight - 45, size: 10 })
  })
  return { pages, places }
}

const token = /[（《“‘「『〔]*(?:[A-Za-z0-9.,:%+\-/]+|——|……|.)[，。、；：！？）》”’」』〕%]*/gu

function broken(text: string, room: number, indent: number, width: (words: string) => number): string[] {
  const lines: string[] = []
  let line = ''
  let left = room - indent
  for (const [word] of text.matchAll(token)) {
    const wide = width(word)
    if (wide > left && line !== '') {
      lines.push(line)
      line = ''
      left = room
    }
    line += word
    left -= wide
  }
  return [...lines, line]
}
