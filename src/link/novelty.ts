/** Novelty: what a report says anew, and what it repeats from the one before. */
import type { Reading, Statement } from '../read/types.ts'
import { type Document, documentsOf, placeKey } from './documents.ts'
import { plain } from './outcomes/words.ts'

export interface StatementNovelty {
  statement: string
  start: number
  end: number
  /** Share of its shingles that the earlier report lacks, 0–1. */
  share: number
  isNew: boolean
}

export interface Novelty {
  document: string
  /** The report that it is held against: that of the year before, else the nearest earlier. */
  against: string
  /** Share of the statements that are new, by their length. */
  share: number
  /** Of what is promised and of what is told, apart: repeated plans are the commoner. */
  plans: number | null
  results: number | null
  statements: StatementNovelty[]
}

/** Characters of a shingle: longer than most words, shorter than most phrases. */
const SHINGLE = 5

/** A statement is new where at least half of it is. */
const NEW = 0.5

/** Numbers change from year to year in sentences that do not: they count as one sign. */
const NUMBERS = /[\d.%％]+/g

/** Statements of fewer shingles say too little to be told apart (各位代表). */
const LEAST = 4

function shingles(text: string): string[] {
  const words = plain(text).replace(NUMBERS, '0')
  const out: string[] = []
  for (let i = 0; i + SHINGLE <= words.length; i++) out.push(words.slice(i, i + SHINGLE))
  return out
}

/**
 * The novelty of each report of a place that has an earlier one.
 * @param readings of any number of places and years
 * @returns in the order of the documents
 */
export function novelty(readings: readonly Reading[]): Novelty[] {
  const groups = new Map<string, Document[]>()
  for (const document of documentsOf(readings)) {
    if (document.kind !== 'report' || document.year === null) continue
    const key = placeKey(document.place)
    groups.set(key, [...(groups.get(key) ?? []), document])
  }
  return [...groups.values()].flatMap(group =>
    group.flatMap((document, i) => {
      const before = group
        .slice(0, i)
        .filter(d => d.year! < document.year!)
        .at(-1)
      return before ? [noveltyOf(document, before)] : []
    }),
  )
}

function noveltyOf(document: Document, before: Document): Novelty {
  const known = new Set<string>()
  for (const statement of before.reading.statements) for (const shingle of shingles(statement.text)) known.add(shingle)
  const lengths = new Map<string, number>()
  const statements: StatementNovelty[] = []
  for (const statement of document.reading.statements) {
    const own = shingles(statement.text)
    if (own.length < LEAST) continue
    const share = Number((own.filter(s => !known.has(s)).length / own.length).toFixed(4))
    lengths.set(statement.id, own.length)
    statements.push({ statement: statement.id, start: statement.start, end: statement.end, share, isNew: share >= NEW })
  }
  const kinds = new Map(document.reading.statements.map(s => [s.id, s.kind]))
  const shareOf = (which: (kind: Statement['kind']) => boolean): number | null => {
    let all = 0
    let fresh = 0
    for (const { statement, isNew } of statements) {
      if (!which(kinds.get(statement)!)) continue
      all += lengths.get(statement)!
      if (isNew) fresh += lengths.get(statement)!
    }
    return all > 0 ? Number((fresh / all).toFixed(4)) : null
  }
  return {
    document: document.key,
    against: before.key,
    share: shareOf(() => true) ?? 0,
    plans: shareOf(kind => kind === 'plan'),
    results: shareOf(kind => kind === 'result'),
    statements,
  }
}
