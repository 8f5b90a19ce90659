/** Glyphs to runs: what is drawn twice is taken once, and what follows without a gap hangs together. */
import { type Glyph, isWide, type Line, type Run, type Span } from './types.ts'

/** A gap of this share of the size, and one between letters and digits, parts words. */
const wideGap = 0.6
const narrowGap = 0.18
/** A gap of this share of the size ends a run. */
const runGap = 1

/**
 * Runs in the order in which the document draws them. Characters drawn again at the same place (how some programs make
 * bold or shadow) are left out.
 */
export function runsOf(glyphs: Glyph[]): Run[] {
  const runs: Run[] = []
  let run: Run | null = null
  for (const glyph of once(glyphs)) {
    if (run !== null && follows(run, glyph)) {
      run.glyphs.push(glyph)
      run.x1 = Math.max(run.x1, glyph.x + glyph.width)
      run.size = Math.max(run.size, glyph.size)
    } else {
      run = { glyphs: [glyph], x0: glyph.x, x1: glyph.x + glyph.width, y: glyph.y, size: glyph.size }
      runs.push(run)
    }
  }
  return runs.filter(each => each.glyphs.some(({ text }) => text.trim() !== ''))
}

function follows(run: Run, glyph: Glyph): boolean {
  const gap = glyph.x - run.x1
  return Math.abs(glyph.y - run.y) < 0.1 * run.size && gap < runGap * glyph.size && gap > -0.5 * glyph.size
}

function once(glyphs: Glyph[]): Glyph[] {
  const seen = new Map<string, Glyph[]>()
  return glyphs.filter(glyph => {
    if (glyph.text.trim() === '') return true
    const key = `${glyph.text}${Math.round(glyph.y / 4)}`
    const same = seen.get(key)
    if (same === undefined) {
      seen.set(key, [glyph])
      return true
    }
    const { x, y, size } = glyph
    // Only the last few can lie here: repeated drawing follows at once, or on the next line of drawing.
    if (same.some(each => Math.abs(each.x - x) < 0.2 * size && Math.abs(each.y - y) < 0.15 * size)) return false
    same.push(glyph)
    return true
  })
}

/**
 * Runs to lines: those on one baseline, from left to right; raised and lowered small ones go with the line they overlap.
 */
export function linesOf(runs: Run[], page: number): Line[] {
  // The largest first: notes' raised marks then find the line they belong to.
  const sorted = [...runs].sort((a, b) => a.y - b.y || a.x0 - b.x0)
  const rows: { y: number; size: number; runs: Run[] }[] = []
  for (const run of sorted.filter(each => !isSmall(each, sorted)).concat(sorted.filter(each => isSmall(each, sorted)))) {
    let best: (typeof rows)[number] | null = null
    for (const row of rows) {
      const distance = Math.abs(row.y - run.y)
      if (distance <= 0.5 * Math.max(row.size, run.size) && (best === null || distance < Math.abs(best.y - run.y))) best = row
    }
    if (best) best.runs.push(run)
    else rows.push({ y: run.y, size: run.size, runs: [run] })
  }
  rows.sort((a, b) => a.y - b.y)
  return rows.map(row => lineOf(row.runs, page)).filter(line => line.text.trim() !== '')
}

const isSmall = (run: Run, among: Run[]): boolean => run.size < 0.75 * sizeOfMost(among)

const sizes = new WeakMap<Run[], number>()

function sizeOfMost(runs: Run[]): number {
  let size = sizes.get(runs)
  if (size === undefined) sizes.set(runs, (size = mostly(runs.flatMap(run => run.glyphs))))
  return size
}

/** The size of most characters. */
export function mostly(glyphs: Glyph[]): number {
  const count = new Map<number, number>()
  for (const { text, size } of glyphs)
    if (text.trim() !== '') count.set(Math.round(size * 2) / 2, (count.get(Math.round(size * 2) / 2) ?? 0) + text.length)
  let best = 0
  let most = 0
  for (const [size, n] of count) if (n > most || (n === most && size > best)) [best, most] = [size, n]
  return best
}

function lineOf(runs: Run[], page: number): Line {
  const glyphs = runs.sort((a, b) => a.x0 - b.x0).flatMap(run => run.glyphs)
  const spans: Span[] = []
  let before: Glyph | null = null
  let space = false
  for (const glyph of glyphs) {
    if (glyph.text.trim() === '') {
      space = true
      continue
    }
    if (before !== null && parts(before, glyph, space)) spans.push({ text: ' ', box: null })
    append(spans, glyph)
    before = glyph
    space = false
  }
  const shown = glyphs.filter(({ text }) => text.trim() !== '')
  const size = mostly(shown)
  const base = shown.find(glyph => Math.abs(glyph.size - size) < 1) ?? shown[0]
  return {
    kind: 'line',
    page,
    text: spans.map(span => span.text).join(''),
    spans,
    x0: shown[0]?.x ?? 0,
    x1: shown.reduce((most, { x, width }) => Math.max(most, x + width), 0),
    y: base?.y ?? 0,
    size,
    artifact: shown.every(glyph => glyph.artifact),
  }
}

/** Whether a space stands between two glyphs: one that the document draws (`space`), or a gap. */
function parts(before: Glyph, after: Glyph, space: boolean): boolean {
  const size = Math.max(before.size, after.size)
  const gap = after.x - (before.x + before.width)
  const wide = isWide(before.text) || isWide(after.text)
  // A space of the document counts unless it has no width: justified lines are full of those.
  if (space && gap > 0.05 * size) return true
  return gap > (wide ? wideGap : narrowGap) * size
}

/** Characters that advance evenly share a span, so that the place of each follows from its box. */
function append(spans: Span[], { text, x, y, width, size }: Glyph): void {
  const last = spans.at(-1)
  const box = last?.box
  const advance = width / text.length
  const top = round(y - 0.88 * size)
  if (last && box && Math.abs(box[1] - top) < 0.5) {
    const each = box[2] / last.text.length
    if (Math.abs(each - advance) < 0.04 * size && Math.abs(box[0] + box[2] - x) < 0.1 * size) {
      last.text += text
      box[2] = round(x + width - box[0])
      return
    }
  }
  spans.push({ text, box: [round(x), top, round(width), round(size)] })
}

const round = (n: number) => Math.round(n * 100) / 100
