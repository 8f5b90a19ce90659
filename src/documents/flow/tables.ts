/** Tables drawn with lines: cells are what the lines enclose, spans what they leave open. */
import { linesOf, runsOf } from './runs.ts'
import type { Glyph, Page, Rule, Table, TableCell } from './types.ts'

/** Lines nearer than this are one line, drawn twice or in pieces. */
const near = 3
/** More cells than any table of a report has; a drawing of so many lines is no table. */
const mostCells = 4000

interface Grid {
  xs: number[]
  ys: number[]
  rules: Rule[]
}

/** Finds the tables of a page and takes their glyphs out of the rest. */
export function takeTables(page: Page): { tables: Table[]; rest: Glyph[] } {
  const tables: Table[] = []
  let rest = page.glyphs
  for (const grid of gridsOf(page.rules)) {
    const { xs, ys } = grid
    const [x0, x1, top, bottom] = [xs[0]!, xs.at(-1)!, ys[0]!, ys.at(-1)!]
    const inside = rest.filter(glyph => within(glyph, x0, x1, top, bottom))
    const table = tableOf(grid, inside, page.number)
    if (table === null) continue
    const taken = new Set(inside)
    rest = rest.filter(glyph => !taken.has(glyph))
    tables.push(table)
  }
  return { tables: tables.sort((a, b) => a.top - b.top), rest }
}

function within({ x, y, width, size }: Glyph, x0: number, x1: number, top: number, bottom: number): boolean {
  const [cx, cy] = [x + width / 2, y - 0.35 * size]
  return cx > x0 && cx < x1 && cy > top && cy < bottom
}

/** Groups of lines that touch, with at least two rows and two columns between them. */
function gridsOf(rules: Rule[]): Grid[] {
  if (rules.length < 6 || rules.length > 20_000) return []
  const groups: Rule[][] = []
  for (const rule of [...rules].sort((a, b) => a.y0 - b.y0)) {
    const touching = groups.filter(group => group.some(each => touches(each, rule)))
    if (touching.length === 0) groups.push([rule])
    else {
      const [into, ...others] = touching as [Rule[], ...Rule[][]]
      into.push(rule)
      for (const other of others) {
        into.push(...other)
        groups.splice(groups.indexOf(other), 1)
      }
    }
    if (groups.length > 200) return []
  }
  const grids: Grid[] = []
  for (const group of groups) {
    const xs = merged(group.filter(rule => rule.x0 === rule.x1).map(rule => rule.x0))
    const ys = merged(group.filter(rule => rule.y0 === rule.y1).map(rule => rule.y0))
    if (xs.length >= 3 && ys.length >= 3 && (xs.length - 1) * (ys.length - 1) <= mostCells) grids.push({ xs, ys, rules: group })
  }
  return grids
}

function touches(a: Rule, b: Rule): boolean {
  return a.x0 <= b.x1 + near && b.x0 <= a.x1 + near && a.y0 <= b.y1 + near && b.y0 <= a.y1 + near
}

function merged(values: number[]): number[] {
  const out: number[] = []
  for (const value of values.sort((a, b) => a - b)) if (out.length === 0 || value - out.at(-1)! > near) out.push(value)
  return out
}

function tableOf({ xs, ys, rules }: Grid, glyphs: Glyph[], page: number): Table | null {
  const columns = xs.length - 1
  const lines = ys.length - 1
  const drawn = (vertical: boolean, at: number, middle: number) =>
    rules.some(rule =>
      vertical
        ? rule.x0 === rule.x1 && Math.abs(rule.x0 - at) <= near && rule.y0 < middle && rule.y1 > middle
        : rule.y0 === rule.y1 && Math.abs(rule.y0 - at) <= near && rule.x0 < middle && rule.x1 > middle,
    )
  const taken = new Set<number>()
  const rows: TableCell[][] = []
  let filled = 0
  for (let r = 0; r < lines; r++) {
    const row: TableCell[] = []
    for (let c = 0; c < columns; c++) {
      if (taken.has(r * columns + c)) continue
      let columnSpan = 1
      let rowSpan = 1
      const middleY = (ys[r]! + ys[r + 1]!) / 2
      const middleX = (xs[c]! + xs[c + 1]!) / 2
      while (c + columnSpan < columns && !taken.has(r * columns + c + columnSpan) && !drawn(true, xs[c + columnSpan]!, middleY))
        columnSpan++
      while (r + rowSpan < lines && !drawn(false, ys[r + rowSpan]!, middleX)) rowSpan++
      for (let i = 0; i < rowSpan; i++) for (let j = 0; j < columnSpan; j++) taken.add((r + i) * columns + c + j)
      const mine = glyphs.filter(glyph => within(glyph, xs[c]!, xs[c + columnSpan]!, ys[r]!, ys[r + rowSpan]!))
      if (mine.length > 0) filled++
      row.push({ column: c, rowSpan, columnSpan, lines: linesOf(runsOf(mine), page) })
    }
    rows.push(row)
  }
  // A frame round a page or a box round a passage is no table.
  if (filled < 3 || rows.every(row => row.length <= 1)) return null
  return { kind: 'table', page, rows, x0: xs[0]!, x1: xs.at(-1)!, top: ys[0]!, bottom: ys.at(-1)! }
}
