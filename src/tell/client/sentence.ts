/** A sentence cut into pieces by what is to be seen in it. Plain data; the panel makes elements of it. */
import type { PageFigure, SpanAt } from '../page/data.ts'

export interface Piece {
  text: string
  /** The figure asked for, its indicator, its act, the words that decided. */
  roles: ('hit' | 'indicator' | 'act' | 'cue')[]
  /** Another figure that stands here. */
  figure: string | null
}

/**
 * @param text a run of the source text that begins at offset `at`
 * @param focus the figure that is asked for
 * @param others all figures of the sentence
 */
export function pieces(text: string, at: number, focus: PageFigure | null, others: readonly PageFigure[]): Piece[] {
  const end = at + text.length
  const inside = (s: SpanAt) => s.start < end && s.end > at
  const spans: { start: number; end: number; role: Piece['roles'][number] | null; figure: string | null }[] = []
  const add = (span: SpanAt | undefined, role: Piece['roles'][number] | null, figure: string | null = null) => {
    if (span && inside(span)) spans.push({ start: Math.max(span.start, at), end: Math.min(span.end, end), role, figure })
  }
  if (focus) {
    add(focus, 'hit')
    add(focus.indicator, 'indicator')
    add(focus.action, 'act')
    for (const cue of focus.cues ?? []) add(cue, 'cue')
  }
  for (const other of others) if (other !== focus) add(other, null, other.id)
  const cuts = [...new Set([at, end, ...spans.flatMap(s => [s.start, s.end])])].sort((a, b) => a - b)
  return cuts.slice(0, -1).map((from, i) => {
    const to = cuts[i + 1]!
    const here = spans.filter(s => s.start <= from && s.end >= to)
    return {
      text: text.slice(from - at, to - at),
      roles: [...new Set(here.flatMap(s => (s.role ? [s.role] : [])))],
      figure: here.find(s => s.figure !== null)?.figure ?? null,
    }
  })
}
