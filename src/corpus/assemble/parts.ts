/** Where the parts of a table lie: one folder for each level and year, as Hive, Spark, DuckDB and Arrow name them. */

import { createHash, type Hash } from 'node:crypto'
import { closeSync, mkdirSync, openSync, writeSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type PartedName, partedTables } from '../tables/index.ts'
import { headOf } from '../tables/table.ts'
import { bytesAt, type KeptUnit } from '../unit-file.ts'

export interface Part {
  table: PartedName
  level: string
  year: number | null
  rows: number
  pieces: { path: string; start: number; length: number }[]
}

/** What Hive calls a partition without a value. */
const noValue = '__HIVE_DEFAULT_PARTITION__'

/** The path of a part below the folder of a format, without the ending. */
export const partPath = ({ table, level, year }: Pick<Part, 'table' | 'level' | 'year'>): string =>
  `${table}/level=${level}/year=${year ?? noValue}/part-0`

/** The parts of all tables: what each unit has of each, in the order of the units. */
export function partsOf(units: readonly KeptUnit[]): Part[] {
  const parts = new Map<string, Part>()
  for (const unit of units) {
    let start = unit.start
    for (const { table, level, year, rows, length } of unit.sections) {
      const own = { table: table as PartedName, level, year }
      const path = partPath(own)
      const part = parts.get(path) ?? { ...own, rows: 0, pieces: [] }
      part.pieces.push({ path: unit.path, start, length })
      part.rows += rows
      parts.set(path, part)
      start += length
    }
  }
  return [...parts.entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, part]) => part)
}

/** Writes a part as a CSV file and gives its hash. */
export function writePart(part: Part, path: string): string {
  mkdirSync(dirname(path), { recursive: true })
  const hash = createHash('sha256')
  const file = openSync(path, 'w')
  try {
    put(file, Buffer.from(headOf(partedTables[part.table] as never)), hash)
    for (const piece of part.pieces) put(file, bytesAt(piece.path, piece.start, piece.length), hash)
  } finally {
    closeSync(file)
  }
  return hash.digest('hex')
}

function put(file: number, bytes: Buffer, hash: Hash): void {
  hash.update(bytes)
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at)
}

export const csvPath = (folder: string, path: string): string => join(folder, 'csv', `${path}.csv`)
export const parquetPath = (folder: string, path: string): string => join(folder, 'parquet', `${path}.parquet`)
