/** CSV to Parquet by DuckDB, in the process. */
import { mkdirSync } from 'node:fs'
import { dirname } from 'node:path'
import type { DuckDBConnection, DuckDBInstance } from '@duckdb/node-api'
import type { Description } from '../tables/index.ts'

const types = { text: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', boolean: 'BOOLEAN' } as const

/** Megabytes that DuckDB may take for each part that is written; a part needs up to 100, however many rows it has. */
const memory = 128
/** How many parts are written at once at most, so that the whole stays in bounds on a machine with many cores. */
export const mostConnections = 4

/** Rows that DuckDB gathers before it writes them: with its own 122,880 two parts at once did not fit into the memory. */
const rowGroup = 20_480

/** A text as SQL has it. */
export const quoted = (text: string): string => `'${text.replaceAll("'", "''")}'`

export interface Writer {
  /** Writes the rows of a CSV file as Parquet, in their order. */
  write(table: Description, from: string, to: string): Promise<void>
  close(): void
}

/**
 * Opens DuckDB. One thread a connection: rows keep their order and the file has the same bytes each time. Several connections work
 * side by side.
 */
export async function parquetWriter(scratch: string, connections: number): Promise<Writer> {
  const { DuckDBInstance } = await import('@duckdb/node-api')
  const instance: DuckDBInstance = await DuckDBInstance.create(':memory:', {
    threads: '1',
    memory_limit: `${memory * Math.max(2, connections)}MB`,
    temp_directory: scratch,
    preserve_insertion_order: 'true',
  })
  const free: DuckDBConnection[] = []
  for (let i = 0; i < connections; i++) free.push(await instance.connect())
  return {
    async write(table, from, to) {
      const connection = free.pop()
      if (!connection) throw new Error('more writes at once than connections')
      mkdirSync(dirname(to), { recursive: true })
      try {
        await connection.run(copy(table, from, to))
      } finally {
        free.push(connection)
      }
    },
    close() {
      for (const connection of free) connection.closeSync()
      instance.closeSync()
    },
  }
}

function copy(table: Description, from: string, to: string): string {
  const columns = table.columns.map(({ name, type }) => `${quoted(name)}: ${quoted(types[type])}`).join(', ')
  return `COPY (SELECT * FROM read_csv(${quoted(from)}, columns = {${columns}}, header = true, auto_detect = false, delim = ',',
    quote = '"', escape = '"', new_line = '\\n', nullstr = '', buffer_size = 8000000, max_line_size = 2000000, parallel = false, hive_partitioning = false))
    TO ${quoted(to)} (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rowGroup})`
}
