/** Defects of a capture that the reading works round, each listed with its place. The text stays as it is. */
import type { Repair } from './types.ts'

const FULL_WIDTH = /[０-９](?:[０-９．]*[０-９])?[％‰]?/g

/** Numerals in full width, which are read as those in half width. */
export function fullWidth(text: string): Repair[] {
  const out: Repair[] = []
  FULL_WIDTH.lastIndex = 0
  for (let m = FULL_WIDTH.exec(text); m; m = FULL_WIDTH.exec(text)) {
    const plain = m[0].replace(/[０-９．％]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    out.push({
      kind: 'full-width-digits',
      start: m.index,
      end: m.index + m[0].length,
      note: `digits in full width, read as ${plain}`,
    })
  }
  return out
}

export function lostSeparators(spans: { start: number; end: number }[]): Repair[] {
  return spans.map(({ start, end }) => ({
    kind: 'lost-separator',
    start,
    end,
    note: 'what parted these numbers was lost; none of them is read',
  }))
}
