/** What documents are to each other: duplicates, the one to take for a place and year, the one before, and what is new against it. */
import { latestCode } from './places.ts'
import type { DocumentRecord } from './records.ts'
import { bandsOf, novelty, similarity } from './sketch.ts'
import type { DocumentRow } from './tables/documents.ts'
import type { DuplicateRow } from './tables/small.ts'

/** From here on two texts are called nearly the same. */
const near = 0.8

export interface Related {
  documents: DocumentRow[]
  duplicates: DuplicateRow[]
}

/**
 * Relates documents, in the order given. The cost grows in line with their number: a document is compared only with the first of
 * each group that it shares a band with.
 */
export function relate(records: readonly DocumentRecord[], sketches: readonly Uint32Array[]): Related {
  const documents = records.map(
    (document): DocumentRow => ({
      document,
      duplicateOf: null,
      duplicateKind: null,
      preferred: false,
      previous: null,
      novelty: null,
    }),
  )
  const duplicates = findDuplicates(records, sketches)
  const byId = new Map(documents.map(row => [row.document.id, row]))
  for (const { document, of, kind } of duplicates) Object.assign(byId.get(document)!, { duplicateOf: of, duplicateKind: kind })
  prefer(documents)
  follow(documents, new Map(records.map((record, i) => [record.id, sketches[i]!])))
  return { documents, duplicates }
}

function findDuplicates(records: readonly DocumentRecord[], sketches: readonly Uint32Array[]): DuplicateRow[] {
  const bySha = new Map<string, number>()
  const byText = new Map<string, number>()
  const byBand = new Map<string, number[]>()
  const groups = new Map<number, number>()
  const rows: DuplicateRow[] = []
  for (const [i, record] of records.entries()) {
    const sketch = sketches[i]!
    const bands = bandsOf(sketch)
    let found: { first: number; kind: DuplicateRow['kind']; similarity: number } | null = null
    const sameBytes = bySha.get(record.sha256)
    const sameText = byText.get(record.textHash)
    if (sameBytes !== undefined) found = { first: sameBytes, kind: 'same-bytes', similarity: 1 }
    else if (sameText !== undefined) found = { first: sameText, kind: 'same-text', similarity: 1 }
    else found = nearest(i, bands, byBand, sketches)
    if (found) {
      const { first, kind, similarity } = found
      const group = groups.get(first) ?? groups.size + 1
      groups.set(first, group)
      const of = records[first]!
      rows.push({
        group,
        document: record.id,
        name: record.name,
        of: of.id,
        kind,
        similarity: Math.round(similarity * 1e4) / 1e4,
        samePlaceYear: placeOf(record) !== null && placeYear(record) === placeYear(of),
      })
    }
    const first = found ? found.first : i
    if (!bySha.has(record.sha256)) bySha.set(record.sha256, first)
    if (!byText.has(record.textHash)) byText.set(record.textHash, first)
    if (!found) for (const band of bands) byBand.set(band, [...(byBand.get(band) ?? []), i])
  }
  return rows
}

/** The first document of the group nearest to document `i`; null where none is near. */
function nearest(i: number, bands: readonly string[], byBand: ReadonlyMap<string, number[]>, sketches: readonly Uint32Array[]) {
  let best: { first: number; kind: 'near'; similarity: number } | null = null
  for (const first of new Set(bands.flatMap(band => byBand.get(band) ?? []))) {
    const like = similarity(sketches[i]!, sketches[first]!)
    if (like >= near && like > (best?.similarity ?? 0)) best = { first, kind: 'near', similarity: like }
  }
  return best
}

/** What one place is known by over its years; null where a document names none. */
function placeOf(record: DocumentRecord): string | null {
  return latestCode(record.placeCode, record.year) ?? record.placeName
}

const placeYear = (record: DocumentRecord): string => [placeOf(record), record.kind, record.year].join(' ')

/** Of the documents of one place, year and kind: the one with most facts, and the first of those. */
function prefer(rows: readonly DocumentRow[]): void {
  const best = new Map<string, DocumentRow>()
  for (const row of rows) {
    const { document } = row
    if (placeOf(document) === null || document.year === null) continue
    const key = placeYear(document)
    const other = best.get(key)
    if (!other || document.facts > other.document.facts) best.set(key, row)
  }
  for (const row of best.values()) row.preferred = true
}

/** Links each document with the preferred one before it, of its place and kind. */
function follow(rows: readonly DocumentRow[], sketches: ReadonlyMap<string, Uint32Array>): void {
  const runs = new Map<string, DocumentRow[]>()
  for (const row of rows) {
    if (!row.preferred) continue
    const key = `${placeOf(row.document)} ${row.document.kind}`
    const run = runs.get(key)
    if (run) run.push(row)
    else runs.set(key, [row])
  }
  for (const run of runs.values()) run.sort((a, b) => a.document.year! - b.document.year!)
  for (const row of rows) {
    const { document } = row
    if (document.year === null) continue
    const run = runs.get(`${placeOf(document)} ${document.kind}`) ?? []
    const before = run.findLast(other => other.document.year! < document.year!)
    if (!before) continue
    row.previous = before.document.id
    const share = novelty(sketches.get(document.id)!, sketches.get(before.document.id)!)
    row.novelty = share === null ? null : Math.round(share * 1e4) / 1e4
  }
}
