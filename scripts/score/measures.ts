/** The measures of a reading against its gold, as counts that add up over documents. */
import type { SetAside, Statement } from '../../src/read/types.ts'
import { type Field, fields, headlineName, type Predicted, recordFields } from './compare.ts'
import { describeErrors } from './errors.ts'
import { expectedRole, type Gold, type GoldFigure } from './gold.ts'
import { best, key, type Stretch } from './stretch.ts'

/** What is scored of a reading; peers that only find spans give `figures` alone. */
export interface Scorable {
  text?: string
  figures: Predicted[]
  statements?: Pick<Statement, 'start' | 'end' | 'kind' | 'question'>[]
  setAside?: Pick<SetAside, 'start' | 'end' | 'reason'>[]
}

/** `right` of `gold` were found, among `read` things claimed. */
export interface Match {
  right: number
  read: number
  gold: number
}

/** `right` of `all`. */
export interface Share {
  right: number
  all: number
}

export interface Score {
  name: string
  span: Match
  record: Match
  catalogue: Match
  /** Of the figures whose span is right. */
  fields: Record<Field, Share>
  statements: Record<'covered' | 'exactSpan' | 'kind' | 'question', Share>
  /** Of the numerals in NAME.numerals.jsonl: accounted for at all; figure, qualifier or neither; why set aside. */
  numerals: Record<'covered' | 'role' | 'reason', Share>
  /** Runs of arabic digits in the whole text that a figure or a set-aside accounts for. */
  digits: Share
  errors: string[]
}

export const percent = ({ right, all }: Share) => (100 * right) / Math.max(1, all)
export const precision = ({ right, read }: Match) => (100 * right) / Math.max(1, read)
export const recall = ({ right, gold }: Match) => (100 * right) / Math.max(1, gold)
/** Harmonic mean of precision and recall, in percent. */
export function f1(match: Match): number {
  const p = precision(match)
  const r = recall(match)
  return p + r === 0 ? 0 : (2 * p * r) / (p + r)
}

const share = (outcomes: boolean[]): Share => ({ right: outcomes.filter(Boolean).length, all: outcomes.length })
const mapValues = <K extends string, V>(names: readonly K[], value: (name: K) => V) =>
  Object.fromEntries(names.map(name => [name, value(name)])) as Record<K, V>

/** Scores what was read of one document. */
export function score(gold: Gold, reading: Scorable): Score {
  const annotated = (item: Stretch) =>
    gold.ranges === null || gold.ranges.some(([start, end]) => item.start >= start && item.end <= end)
  const wanted = gold.figures.filter(annotated)
  // Without gold for figures in a document, its figures are no false alarms.
  const read = gold.figures.length ? reading.figures.filter(annotated) : []
  const byPlace = new Map(read.map(figure => [key(figure), figure]))
  const pairs = wanted.flatMap(figure => {
    const found = byPlace.get(key(figure))
    return found ? [[figure, found] as const] : []
  })
  const matched = (right: number): Match => ({ right, read: read.length, gold: wanted.length })
  const wrongFields = (g: GoldFigure, p: Predicted) => recordFields.filter(field => !fields[field](g, p))
  const named = pairs.filter(([g, p]) => headlineName(g.catalogue) && fields.catalogue(g, p))
  return {
    name: gold.name,
    span: matched(pairs.length),
    record: matched(pairs.filter(([g, p]) => wrongFields(g, p).length === 0).length),
    catalogue: {
      right: named.length,
      read: read.filter(figure => headlineName(figure.indicator?.name)).length,
      gold: wanted.filter(figure => headlineName(figure.catalogue)).length,
    },
    fields: mapValues(Object.keys(fields) as Field[], field => share(pairs.map(([g, p]) => fields[field](g, p)))),
    statements: scoreStatements(gold.statements.filter(annotated), reading.statements ?? []),
    numerals: scoreNumerals(gold, reading),
    digits: scoreDigits(reading),
    errors: describeErrors(gold, reading, { wanted, read, pairs, wrongFields }),
  }
}

function scoreStatements(gold: Gold['statements'], read: NonNullable<Scorable['statements']>): Score['statements'] {
  const pairs = gold.map(wanted => [wanted, best(read, wanted)] as const)
  return {
    covered: share(pairs.map(([, found]) => found !== undefined)),
    exactSpan: share(pairs.map(([wanted, found]) => found !== undefined && key(found) === key(wanted))),
    kind: share(pairs.map(([wanted, found]) => found?.kind === wanted.kind)),
    question: share(pairs.map(([wanted, found]) => (found?.question ?? null) === (wanted.question ?? null))),
  }
}

function scoreNumerals(gold: Gold, reading: Scorable): Score['numerals'] {
  const rows = gold.numerals.map(numeral => {
    const figure = best(reading.figures, numeral)
    const aside = best(reading.setAside ?? [], numeral)
    return { expected: expectedRole(numeral, gold), found: figure ? (figure.role ?? 'measure') : aside?.reason }
  })
  const isFigure = (role: string | undefined) => role === 'measure' || role === 'qualifier'
  return {
    covered: share(rows.map(row => row.found !== undefined)),
    role: share(
      rows.map(row => row.found !== undefined && (isFigure(row.expected) ? row.found === row.expected : !isFigure(row.found))),
    ),
    // The numerals' gold calls a count of what the sentence lists a name.
    reason: share(
      rows
        .filter(row => !isFigure(row.expected))
        .map(row => row.found === row.expected || (row.found === 'list' && row.expected === 'name')),
    ),
  }
}

function scoreDigits({ text, figures, setAside }: Scorable): Share {
  if (text === undefined || setAside === undefined) return { right: 0, all: 0 }
  const taken = new Uint8Array(text.length)
  for (const { start, end } of [...figures, ...setAside]) taken.fill(1, start, end)
  const runs = [...text.matchAll(/[0-9０-９]+/g)]
  return share(runs.map(run => taken.subarray(run.index, run.index + run[0].length).every(Boolean)))
}

/** The sum over documents: every figure counts the same. */
export function total(scores: Score[], name = 'total'): Score {
  const match = (pick: (s: Score) => Match): Match => ({
    right: sum(scores.map(s => pick(s).right)),
    read: sum(scores.map(s => pick(s).read)),
    gold: sum(scores.map(s => pick(s).gold)),
  })
  const part = (pick: (s: Score) => Share): Share => ({
    right: sum(scores.map(s => pick(s).right)),
    all: sum(scores.map(s => pick(s).all)),
  })
  return {
    name,
    span: match(s => s.span),
    record: match(s => s.record),
    catalogue: match(s => s.catalogue),
    fields: mapValues(Object.keys(fields) as Field[], field => part(s => s.fields[field])),
    statements: mapValues(['covered', 'exactSpan', 'kind', 'question'] as const, name => part(s => s.statements[name])),
    numerals: mapValues(['covered', 'role', 'reason'] as const, name => part(s => s.numerals[name])),
    digits: part(s => s.digits),
    errors: scores.flatMap(s => s.errors.map(error => `${s.name}: ${error}`)),
  }
}

const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
