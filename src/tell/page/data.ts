/** What the script in the page needs to know, embedded once as JSON. The text itself is not repeated. */
import type { Figure, Question, StatementKind } from '../../read/types.ts'
import type { Context } from './context.ts'
import type { SourceDocument } from './pages.ts'

type Plain = Omit<Figure, 'decimals' | 'magnitude' | 'unitId' | 'dimension' | 'indicator' | 'action' | 'cues'>
/** What is null is left out. */
type Present<T> = { [K in keyof T as null extends T[K] ? K : never]?: NonNullable<T[K]> } & {
  [K in keyof T as null extends T[K] ? never : K]: T[K]
}

/** A figure without what is null or follows from the page. */
export type PageFigure = Present<Plain> & {
  indicator?: SpanAt & { name?: string; en?: string }
  action?: SpanAt
  cues?: SpanAt[]
}

export interface SpanAt {
  start: number
  end: number
  text: string
}

export interface PageStatement {
  id: string
  question: Question | null
  kind: StatementKind
  topics: string[]
  page?: number | undefined
  /** Headings above it, outermost first. */
  path: string[]
}

export interface PageData {
  title: string
  source: string
  sha256: string | null
  place: string | null
  document?: SourceDocument | undefined
  figures: PageFigure[]
  statements: PageStatement[]
}

export function data(context: Context, title: string): PageData {
  const { reading, known } = context
  const paths = new Map(reading.sections.map(s => [s.id, known.path(s.id).map(p => p.heading!.text)]))
  return {
    title,
    source: reading.source.name,
    sha256: reading.source.sha256,
    place: reading.report.place?.name ?? null,
    document: context.document,
    figures: reading.figures.map(f => slim(context, f)),
    statements: reading.statements.map(({ id, question, kind, topics, page, section }) => ({
      id,
      question,
      kind,
      topics,
      page,
      path: paths.get(section) ?? [],
    })),
  }
}

const span = ({ start, end, text }: SpanAt): SpanAt => ({ start, end, text })

function slim(context: Context, f: Figure): PageFigure {
  const { decimals: _, magnitude: __, unitId: ___, dimension: ____, indicator, action, cues, ...rest } = f
  const present = Object.fromEntries(Object.entries(rest).filter(([, value]) => value !== null)) as unknown as PageFigure
  if (indicator) {
    const en = context.english(f)
    present.indicator = {
      ...span(indicator),
      ...(indicator.name !== null && { name: indicator.name }),
      ...(en !== null && { en }),
    }
  }
  if (action) present.action = span(action)
  if (cues.length > 0) present.cues = cues.map(span)
  return present
}
