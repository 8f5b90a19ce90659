/** Positioned text to running text, for every format that fixes its pages. */
import { blocksOf } from './columns.ts'
import { runsOf } from './runs.ts'
import { takeTables } from './tables.ts'
import type { LaidOut, Page } from './types.ts'

export { Belief } from './belief.ts'
export { compose } from './compose.ts'
export { addBar, addLine, type Matrix, times } from './geometry.ts'
export { isWide, type JudgedGlyph, type LaidOut, type Page, type Rule } from './types.ts'

/**
 * Puts a page's text into reading order.
 * @param strips of the document: what earlier pages told of its columns; give the same set for every page
 */
export function layOut(page: Page, strips: Set<number>): LaidOut {
  const { number, width, height, slanted } = page
  const { tables, rest } = takeTables(page)
  return { number, width, height, slanted, blocks: blocksOf(runsOf(rest), tables, number, strips) }
}
