/** What the tests of the corpus share: the command with its threads, folders of reports, and DuckDB over what it wrote. */
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { DuckDBInstance } from '@duckdb/node-api'
import { onTestFinished } from 'vitest'
import { setup } from '../cli/run.ts'

/** The command with the threads that it starts. */
export const setupCorpus = () =>
  setup({ 'corpus-worker': 'src/corpus/worker.ts', 'documents-worker': 'src/documents/worker/main.ts' })

/** Writes files below a folder. Their last change is set, so that a copy of the folder is the same to a run. */
export function writeFiles(folder: string, files: readonly [string, Uint8Array][]): void {
  for (const [name, bytes] of files) {
    const path = join(folder, name)
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, bytes)
    utimesSync(path, 1_600_000_000, 1_600_000_000)
  }
}

/** Every file below a folder but hidden ones: path and SHA-256. */
export function hashes(folder: string): Record<string, string> {
  const found: Record<string, string> = {}
  const walk = (at: string) => {
    for (const name of readdirSync(at).sort()) {
      if (name.startsWith('.')) continue
      const path = join(at, name)
      if (statSync(path).isDirectory()) walk(path)
      else found[relative(folder, path)] = createHash('sha256').update(readFileSync(path)).digest('hex')
    }
  }
  walk(folder)
  return found
}

export type Row = Record<string, unknown>
export type Query = (sql: string) => Promise<Row[]>

/** DuckDB with the views of a data set. */
export async function opened(folder: string): Promise<Query> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1', memory_limit: '256MB' })
  const connection = await instance.connect()
  onTestFinished(() => {
    connection.closeSync()
    instance.closeSync()
  })
  await connection.run(`SET file_search_path = '${folder}'`)
  await connection.run(readFileSync(join(folder, 'views.sql'), 'utf8'))
  return async sql => {
    const rows = (await connection.runAndReadAll(sql)).getRowObjects()
    return rows.map(row =>
      Object.fromEntries(Object.entries(row).map(([name, value]) => [name, typeof value === 'bigint' ? Number(value) : value])),
    )
  }
}
