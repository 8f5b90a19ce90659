/**
 * Columns: a page is cut along white strips that running text leaves free on both sides for several lines. Tables leave
 * such strips too, but their cells do not fill them; those are read across.
 */
import { linesOf } from './runs.ts'
import type { Block, Line, Run, Table } from './types.ts'

/** A column has at least so many lines and is at least so wide, in sizes of its type. */
const fewestLines = 4
const narrowest = 8
/** Share of a column's width that its longer lines fill. */
const filled = 0.75
/** Columns of one page differ in width at most by this factor. */
const unlike = 1.7

/**
 * Blocks of a page in reading order.
 * @param strips middles of the white strips found on earlier pages: there a short column is one too; added to
 */
export function blocksOf(runs: Run[], tables: Table[], page: number, strips: Set<number>, depth = 0): Block[] {
  const cut = depth < 4 ? columnsOf(runs, tables, strips) : null
  if (cut === null) return block(runs, tables, page)
  if (strips.size < 20) strips.add(Math.round(cut.at))
  const { top, bottom, at } = cut
  const above = split(runs, tables, (y, _x) => y < top)
  const left = split(runs, tables, (y, x) => y >= top && y <= bottom && x < at)
  const right = split(runs, tables, (y, x) => y >= top && y <= bottom && x >= at)
  const below = split(runs, tables, (y, _x) => y > bottom)
  return [above, left, right, below].flatMap(part => blocksOf(part.runs, part.tables, page, strips, depth + 1))
}

function split(runs: Run[], tables: Table[], inside: (y: number, x: number) => boolean): { runs: Run[]; tables: Table[] } {
  return {
    runs: runs.filter(run => inside(run.y, run.x0)),
    tables: tables.filter(table => inside(table.bottom, table.x0)),
  }
}

function block(runs: Run[], tables: Table[], page: number): Block[] {
  const items: (Line | Table)[] = linesOf(runs, page)
  // A table stands where its lower edge is: what is beside it in height comes before.
  for (const table of tables) {
    const at = items.findIndex(item => item.kind === 'line' && item.y > (table.top + table.bottom) / 2)
    if (at === -1) items.push(table)
    else items.splice(at, 0, table)
  }
  if (items.length === 0) return []
  return [{ items, x0: Math.min(...items.map(each => each.x0)), x1: Math.max(...items.map(each => each.x1)) }]
}

interface Row {
  y: number
  x0: number
  x1: number
  size: number
}

interface Cut {
  top: number
  bottom: number
  at: number
}

/** The tallest stretch of lines beside a white strip, and the strip's middle. */
function columnsOf(runs: Run[], tables: Table[], strips: Set<number>): Cut | null {
  if (runs.length <= fewestLines) return null
  // What touches is one piece of a line, wherever its runs end; gaps narrower than a character are no strip.
  const rows = pieces(runs)
  for (const { x0, x1, bottom } of tables) rows.push({ y: bottom, x0, x1, size: 1 })
  rows.sort((a, b) => a.y - b.y)
  const left = Math.min(...rows.map(row => row.x0))
  const right = Math.max(...rows.map(row => row.x1))
  let best: (Cut & { lines: number }) | null = null
  const step = Math.max(3, (right - left) / 200)
  const places: [number, boolean][] = [...strips].map(at => [at, true])
  for (let at = left + step; at < right; at += step) places.push([at, false])
  for (const [at, known] of places) {
    let stretch: Row[] = []
    for (const row of [...rows, null]) {
      if (row !== null && (row.x1 <= at || row.x0 >= at)) {
        stretch.push(row)
        continue
      }
      const found = judge(stretch, at, known)
      if (found !== null && (best === null || found.lines > best.lines)) best = found
      stretch = []
    }
  }
  return best
}

function pieces(runs: Run[]): Row[] {
  const sorted = [...runs].sort((a, b) => Math.round(a.y) - Math.round(b.y) || a.x0 - b.x0)
  const rows: Row[] = []
  for (const { y, x0, x1, size } of sorted) {
    const last = rows.at(-1)
    if (last && Math.abs(last.y - y) < 0.5 * size && x0 - last.x1 < 1.2 * size && x0 >= last.x0) last.x1 = Math.max(last.x1, x1)
    else rows.push({ y, x0, x1, size })
  }
  return rows
}

function judge(stretch: Row[], at: number, known: boolean): (Cut & { lines: number }) | null {
  let rows = stretch
  const fewest = known ? 1 : fewestLines
  // Only where both sides have text side by side: headings and last lines above and below stay with the whole page.
  const sides = () => [rows.filter(row => row.x1 <= at), rows.filter(row => row.x0 >= at)] as const
  let [a, b] = sides()
  if (a.length < fewestLines || b.length < fewest) return null
  const top = Math.max(a[0]!.y, b[0]!.y) - 2 * a[0]!.size
  const bottom = Math.max(a.at(-1)!.y, b.at(-1)!.y)
  rows = rows.filter(row => row.y >= top && row.y <= bottom)
  ;[a, b] = sides()
  if (a.length < fewestLines || b.length < fewest) return null
  const [wa, wb] = [widthOf(a), widthOf(b)]
  if (Math.min(wa, known ? wa : wb) < narrowest * a[0]!.size || wb > unlike * wa) return null
  if (!known && (wa > unlike * wb || longer(a) < filled * wa || longer(b) < filled * wb)) return null
  const strip = (Math.max(...a.map(row => row.x1)) + Math.min(...b.map(row => row.x0))) / 2
  return { top: rows[0]!.y, bottom, at: strip, lines: Math.min(a.length, b.length) }
}

function widthOf(rows: Row[]): number {
  return Math.max(...rows.map(row => row.x1)) - Math.min(...rows.map(row => row.x0))
}

/** Width that two lines in five reach. */
function longer(rows: Row[]): number {
  const widths = rows.map(row => row.x1 - row.x0).sort((x, y) => x - y)
  return widths[Math.floor(widths.length * 0.6)]!
}
