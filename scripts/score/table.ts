/** The scores as a table for the terminal. */
import { type Field, fields } from './compare.ts'
import { f1, type Match, percent, precision, recall, type Score, type Share } from './measures.ts'

const number = (value: number) => value.toFixed(1)
const ofShare = (share: Share) => (share.all ? number(percent(share)) : '–')
const ofMatch = (match: Match, measure: (m: Match) => number) => (match.gold + match.read ? number(measure(match)) : '–')

const columns: [heading: string, cell: (score: Score) => string][] = [
  ['document', s => s.name],
  ['gold', s => String(s.span.gold)],
  ['read', s => String(s.span.read)],
  ['span P', s => ofMatch(s.span, precision)],
  ['R', s => ofMatch(s.span, recall)],
  ['F1', s => ofMatch(s.span, f1)],
  ['record F1', s => ofMatch(s.record, f1)],
  ['catalogue F1', s => ofMatch(s.catalogue, f1)],
  ['statements', s => ofShare(s.statements.covered)],
  ['exact', s => ofShare(s.statements.exactSpan)],
  ['kind', s => ofShare(s.statements.kind)],
  ['question', s => ofShare(s.statements.question)],
  ['digits', s => ofShare(s.digits)],
  ['numerals', s => ofShare(s.numerals.covered)],
  ['role', s => ofShare(s.numerals.role)],
  ['reason', s => ofShare(s.numerals.reason)],
]

const fieldColumns: typeof columns = [
  ['of the matched spans', s => s.name],
  ...(Object.keys(fields) as Field[]).map((field): (typeof columns)[number] => [
    field === 'indicatorSoft' ? 'indicator ≥.75' : field,
    s => ofShare(s.fields[field]),
  ]),
]

function draw(headings: typeof columns, scores: Score[]): string {
  const rows = [headings.map(([heading]) => heading), ...scores.map(s => headings.map(([, cell]) => cell(s)))]
  const widths = headings.map((_, i) => Math.max(...rows.map(row => row[i]!.length)))
  return rows
    .map(row =>
      row
        .map((cell, i) => (i ? cell.padStart(widths[i]!) : cell.padEnd(widths[i]!)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

/** Two tables, one line a document and a last line for all: what was found, and its fields. Percent. */
export const table = (scores: Score[]) => `${draw(columns, scores)}\n\n${draw(fieldColumns, scores)}`

/** The same numbers, rounded to two places, for programs. */
export function summary(score: Score) {
  const round = (value: number) => Math.round(value * 100) / 100
  const match = (m: Match) => ({ ...m, precision: round(precision(m)), recall: round(recall(m)), f1: round(f1(m)) })
  const shares = <K extends string>(of: Record<K, Share>) =>
    Object.fromEntries(Object.entries<Share>(of).map(([name, s]) => [name, s.all ? round(percent(s)) : null]))
  return {
    document: score.name,
    span: match(score.span),
    record: match(score.record),
    catalogue: match(score.catalogue),
    fields: shares(score.fields),
    statements: shares(score.statements),
    numerals: shares(score.numerals),
    digits: score.digits.all ? round(percent(score.digits)) : null,
  }
}
