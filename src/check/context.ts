/** A reading with the look-ups that rules share, each made on first use. */
import { withoutScope } from '../catalogue/indicators.ts'
import type { Figure, Reading, Section, Statement } from '../read/types.ts'

export interface Line {
  start: number
  end: number
  text: string
}

export class Check {
  readonly reading: Reading
  readonly text: string
  readonly against: readonly Reading[]
  readonly figures: readonly Figure[]
  #figure: Map<string, Figure> | null = null
  #statement: Map<string, Statement> | null = null
  #section: Map<string, Section> | null = null
  #lines: Line[] | null = null
  #ofStatement: Map<string, Figure[]> | null = null

  constructor(reading: Reading, against: readonly Reading[] = []) {
    this.reading = reading
    this.text = reading.text
    this.against = against
    this.figures = reading.figures
  }

  figure(id: string): Figure | undefined {
    this.#figure ??= new Map(this.figures.map(f => [f.id, f]))
    return this.#figure.get(id)
  }

  statement(id: string): Statement {
    this.#statement ??= new Map(this.reading.statements.map(s => [s.id, s]))
    return this.#statement.get(id)!
  }

  section(id: string): Section | undefined {
    this.#section ??= new Map(this.reading.sections.map(s => [s.id, s]))
    return this.#section.get(id)
  }

  /** The figures of each statement, in the order of the text. */
  figuresByStatement(): ReadonlyMap<string, readonly Figure[]> {
    if (!this.#ofStatement) {
      this.#ofStatement = new Map()
      for (const figure of this.figures) {
        const list = this.#ofStatement.get(figure.statement)
        if (list) list.push(figure)
        else this.#ofStatement.set(figure.statement, [figure])
      }
    }
    return this.#ofStatement
  }

  /** The lines that are not empty. */
  lines(): readonly Line[] {
    if (!this.#lines) {
      this.#lines = []
      for (const match of this.text.matchAll(/[^\r\n]+/g)) {
        if (match[0].trim()) this.#lines.push({ start: match.index, end: match.index + match[0].length, text: match[0] })
      }
    }
    return this.#lines
  }

  /** Whether a line holds part of a statement: matter of the page does not. */
  isRead(line: { start: number; end: number }): boolean {
    const { statements } = this.reading
    let low = 0
    let high = statements.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (statements[middle]!.end <= line.start) low = middle + 1
      else high = middle
    }
    return low < statements.length && statements[low]!.start < line.end
  }

  /** The words of its statement before a figure. */
  before(figure: Figure, length = 40): string {
    return this.text.slice(Math.max(this.statement(figure.statement).start, figure.start - length), figure.start)
  }

  /** The words of its statement after a figure. */
  after(figure: Figure, length = 20): string {
    return this.text.slice(figure.end, Math.min(this.statement(figure.statement).end, figure.end + length))
  }

  between(a: Figure, b: Figure): string {
    return this.text.slice(a.end, b.start)
  }

  /** The clause around a figure: from the ，；。 before it to the one after it. */
  clause(figure: Figure): string {
    const { start, end } = this.statement(figure.statement)
    const head = /[^，,；;。：:]*$/.exec(this.text.slice(start, figure.start))![0]
    const tail = /^[^，,；;。]*/.exec(this.text.slice(figure.end, end))![0]
    return head + figure.text + tail
  }
}

/** What is measured, without words that only say whose total it is; null where the reading does not know. */
export function subject(figure: Figure): string | null {
  const text = figure.indicator?.text
  return text ? withoutScope(text) : null
}

/** Whether the figure states what is or was, not what is wanted. */
export const isStated = (figure: Figure): boolean =>
  figure.role === 'measure' && (figure.status === 'actual' || figure.status === 'estimated')
