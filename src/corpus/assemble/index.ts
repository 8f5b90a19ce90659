/** From the units that were read to the data set: tables in CSV and Parquet, and what describes them. */
import { createHash } from 'node:crypto'
import { mkdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { indicatorEntry } from '../../catalogue/indicators.ts'
import type { CorpusFile, DataFormat, Written } from '../corpus-file.ts'
import { describe } from '../describe/index.ts'
import { type Expected, missingOf } from '../missing.ts'
import type { FileRecord } from '../records.ts'
import { relate } from '../relate.ts'
import { documents } from '../tables/documents.ts'
import { type PartedName, tableNamed } from '../tables/index.ts'
import { duplicates, failures, files, indicators, missing } from '../tables/small.ts'
import { headOf, rowsOf, type Table } from '../tables/table.ts'
import { type KeptUnit, sketchesOf } from '../unit-file.ts'
import { mostConnections, parquetWriter } from './parquet.ts'
import { csvPath, type Part, parquetPath, partPath, partsOf, writePart } from './parts.ts'

export interface Assembly {
  /** The units in the order of the plan. */
  units: readonly KeptUnit[]
  /** An empty folder that the data set is written into. */
  into: string
  /** A folder for what is needed on the way. */
  scratch: string
  formats: readonly DataFormat[]
  expected: readonly Expected[]
  /** How many files may be written at once. */
  width: number
  /** `jiedu 1.2.3`. */
  program: string
  onPart?(done: number, total: number): void
}

/** Writes the data set. */
export async function assemble(assembly: Assembly): Promise<CorpusFile> {
  const { units, into, formats } = assembly
  mkdirSync(into, { recursive: true })
  const tables = [...(await writeParted(assembly)), ...(await writeSmall(assembly))]
  const all = units.flatMap(unit => unit.files)
  const snapshot = writeSnapshot(all, into)
  const corpus: CorpusFile = {
    schema: 'jiedu/corpus@1',
    program: assembly.program,
    snapshot,
    documents: units.reduce((sum, unit) => sum + unit.documents.length, 0),
    failures: units.reduce((sum, unit) => sum + unit.failures.length, 0),
    formats: [...formats],
    tables,
  }
  for (const [name, text] of describe(corpus)) {
    mkdirSync(dirname(join(into, name)), { recursive: true })
    writeFileSync(join(into, name), text)
  }
  if (!formats.includes('csv')) rmSync(join(into, 'csv'), { recursive: true, force: true })
  return corpus
}

async function writeParted(assembly: Assembly): Promise<Written[]> {
  const { into, formats, scratch, onPart } = assembly
  const width = Math.min(assembly.width, mostConnections)
  const parts = partsOf(assembly.units)
  const hashes = new Map<Part, string>()
  const writer = formats.includes('parquet') ? await parquetWriter(scratch, width) : null
  let next = 0
  let done = 0
  const work = async () => {
    for (let part = parts[next++]; part !== undefined; part = parts[next++]) {
      const path = partPath(part)
      hashes.set(part, writePart(part, csvPath(into, path)))
      await writer?.write(tableNamed(part.table), csvPath(into, path), parquetPath(into, path))
      if (!formats.includes('csv')) rmSync(csvPath(into, path))
      onPart?.(++done, parts.length)
    }
  }
  try {
    await Promise.all(Array.from({ length: width }, work))
  } finally {
    writer?.close()
  }
  return (['facts', 'targets', 'tasks'] satisfies PartedName[]).map(name => {
    const own = parts.filter(part => part.table === name)
    return {
      name,
      rows: own.reduce((sum, part) => sum + part.rows, 0),
      parts: own.map(partPath),
      sha256: sha(own.map(part => hashes.get(part)!).join('\n')),
    }
  })
}

const sha = (text: string) => createHash('sha256').update(text).digest('hex')

async function writeSmall(assembly: Assembly): Promise<Written[]> {
  const { units, into, formats, scratch, expected } = assembly
  const records = units.flatMap(unit => unit.documents)
  const related = relate(records, units.flatMap(sketchesOf))
  const failed = units.flatMap(unit => unit.failures)
  const gaps = missingOf(related.documents, failed, expected)
  const text = [
    small(documents, related.documents, row => row.document),
    small(indicators, indicatorsIn(units)),
    small(
      files,
      units.flatMap(unit => unit.files),
    ),
    small(failures, failed),
    small(duplicates, related.duplicates),
    small(missing, gaps),
  ]
  const writer = formats.includes('parquet') ? await parquetWriter(scratch, 1) : null
  const written: Written[] = []
  for (const { name, csv, rows } of text) {
    const path = csvPath(into, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, csv)
    await writer?.write(tableNamed(name), path, parquetPath(into, name))
    written.push({ name, rows, parts: [name], sha256: sha(sha(csv)) })
  }
  writer?.close()
  return written
}

/** A table as one CSV file. `shared` gives what its shared columns are made of. */
function small<R, D>(
  table: Table<R, D>,
  rows: readonly R[],
  shared?: (row: R) => D,
): { name: string; csv: string; rows: number } {
  const csv = rows.map(row => rowsOf(table, shared?.(row) as D, [row]).text).join('')
  return { name: table.name, csv: headOf(table) + csv, rows: rows.length }
}

/** The catalogue’s entries of the indicators that occur. */
function indicatorsIn(units: readonly KeptUnit[]) {
  const ids = new Set(units.flatMap(unit => unit.indicators))
  return [...ids].sort().flatMap(id => indicatorEntry(id) ?? [])
}

/** Writes the hashes of all files as `sha256sum` does, so that `sha256sum -c` in the folder proves the snapshot. */
function writeSnapshot(all: readonly FileRecord[], into: string): CorpusFile['snapshot'] {
  const text = all.flatMap(({ name, sha256 }) => (sha256 === null ? [] : [`${sha256}  ${name}\n`])).join('')
  writeFileSync(join(into, 'snapshot.sha256'), text)
  return { sha256: sha(text), files: all.length, bytes: all.reduce((sum, file) => sum + file.bytes, 0) }
}

/** Size of what was written, in bytes. */
export function sizeOf(folder: string, corpus: CorpusFile): number {
  const path = { csv: csvPath, parquet: parquetPath }
  return corpus.formats.reduce(
    (sum, format) =>
      sum + corpus.tables.flatMap(table => table.parts).reduce((own, part) => own + statSync(path[format](folder, part)).size, 0),
    0,
  )
}
