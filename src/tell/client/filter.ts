/** Which figures and statements pass: a plain function, so that it can be tested without a browser. */
import type { PageData, PageFigure, PageStatement } from '../page/data.ts'

export interface Filter {
  text: string
  status: string
  measure: string
  topic: string
}

export const NO_FILTER: Filter = { text: '', status: '', measure: '', topic: '' }
export const isOn = (filter: Filter): boolean => Object.values(filter).some(value => value !== '')

/** Full-width letters and digits, case and spaces make no difference to a search. */
export const folded = (text: string): string =>
  text.replace(/[\uFF01-\uFF5E]/g, c => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).toLowerCase()

export interface Matches {
  figures: Set<string>
  /** Statements that pass by their words; none where the filter asks for a kind of figure. */
  statements: Set<string>
}

/** @param words the words of a statement, by id */
export function matches(data: PageData, filter: Filter, words: (statement: string) => string): Matches {
  const terms = folded(filter.text).split(/\s+/).filter(Boolean)
  const topical = (s: PageStatement | undefined) => filter.topic === '' || (s?.topics.includes(filter.topic) ?? false)
  const has = (text: string) => terms.every(term => text.includes(term))
  const by = new Map(data.statements.map(s => [s.id, s]))
  const haystacks = new Map(
    data.statements.map(s => [s.id, terms.length === 0 ? '' : folded(`${words(s.id)} ${s.path.join(' ')}`)]),
  )
  const figure = (f: PageFigure) =>
    (filter.status === '' || f.status === filter.status) &&
    (filter.measure === '' || f.measure === filter.measure) &&
    topical(by.get(f.statement)) &&
    has(
      `${haystacks.get(f.statement) ?? ''} ${terms.length === 0 ? '' : folded(`${f.indicator?.text ?? ''} ${f.indicator?.name ?? ''} ${f.indicator?.en ?? ''}`)}`,
    )
  const ofFigures = filter.status !== '' || filter.measure !== ''
  return {
    figures: new Set(data.figures.filter(figure).map(f => f.id)),
    statements: new Set(ofFigures ? [] : data.statements.filter(s => topical(s) && has(haystacks.get(s.id)!)).map(s => s.id)),
  }
}
