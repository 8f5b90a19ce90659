/** The clauses of a document: what stands between two commas, with what it is about. */
import type { Figure, Statement } from '../../read/types.ts'
import type { Document } from '../documents.ts'
import type { At, Mark } from '../types.ts'
import { addPairs, plain } from './words.ts'

export interface Clause extends Mark {
  document: Document
  statement: Statement
  figures: Figure[]
  /** The heading or the quoted task under which a notice tells this, plain; '' where none. */
  about: string
  /** What is compared: the clause's own words, plain. */
  plain: string
  /** Where it stands among the document's clauses, 0–1. */
  readonly order: number
  /** The characters of `plain`, each once. */
  readonly signs: readonly string[]
  /** The pairs of `plain` and `about`; made when first asked for, since most clauses are never compared. */
  readonly pairs: ReadonlySet<string>
}

/** A class, and not a plain object with a getter: there are thousands of them. */
class ClauseOf implements Clause {
  readonly start: number
  readonly end: number
  readonly text: string
  readonly plain: string
  readonly document: Document
  readonly statement: Statement
  readonly figures: Figure[]
  readonly about: string
  order = 0
  #pairs: Set<string> | null = null
  #signs: string[] | null = null

  constructor(document: Document, statement: Statement, mark: Mark, figures: Figure[], about: string) {
    this.document = document
    this.statement = statement
    this.start = mark.start
    this.end = mark.end
    this.text = mark.text
    this.figures = figures
    this.about = about
    this.plain = plain(mark.text)
  }

  get signs(): readonly string[] {
    this.#signs ??= [...new Set(this.plain)]
    return this.#signs
  }

  get pairs(): ReadonlySet<string> {
    if (!this.#pairs) {
      this.#pairs = new Set()
      addPairs(this.plain, this.#pairs)
      addPairs(this.about, this.#pairs)
    }
    return this.#pairs
  }
}

const OPEN = '（(“「『《【['
const CLOSE = '）)”」』》】]'
const STOP = new Set('，,；;。！!？?：:')

/** The spans between the commas of a text; what stands in brackets and quotation marks is not cut, nor is 1,100. */
export function cut(text: string, from: number): Mark[] {
  const out: Mark[] = []
  let depth = 0
  let start = 0
  const push = (end: number) => {
    let a = start
    while (a < end && /\s/.test(text[a]!)) a++
    if (a < end) out.push({ start: from + a, end: from + end, text: text.slice(a, end) })
    start = end + 1
  }
  for (let i = 0; i < text.length; i++) {
    const c = text[i]!
    if (OPEN.includes(c)) depth++
    else if (CLOSE.includes(c)) depth = Math.max(0, depth - 1)
    else if (STOP.has(c) && depth === 0 && !(/\d/.test(text[i - 1] ?? '') && /\d/.test(text[i + 1] ?? ''))) push(i)
  }
  push(text.length)
  return out
}

/** A statement's sentence as links carry it. */
export const sentence = (document: Document, statement: Statement): At => ({
  document: document.key,
  statement: statement.id,
  start: statement.start,
  end: statement.end,
  text: statement.text,
})

/** The clauses of the statements chosen, in the order of the text. */
export function clausesOf(
  document: Document,
  statements: readonly Statement[],
  about: (statement: Statement) => string,
): Clause[] {
  const figures = new Map<string, Figure[]>()
  for (const figure of document.reading.figures) {
    const list = figures.get(figure.statement)
    if (list) list.push(figure)
    else figures.set(figure.statement, [figure])
  }
  const clauses = statements.flatMap(statement => {
    const of = plain(about(statement))
    const mine = figures.get(statement.id) ?? []
    return cut(statement.text, statement.start).map(mark => {
      const inside = mine.length > 0 ? mine.filter(f => f.start >= mark.start && f.end <= mark.end) : mine
      return new ClauseOf(document, statement, mark, inside, of)
    })
  })
  for (const [i, clause] of clauses.entries()) clause.order = i / clauses.length
  return clauses
}
