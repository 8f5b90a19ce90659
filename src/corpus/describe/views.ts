/** views.sql: the tables as DuckDB sees them, and views for the usual questions. */
import type { CorpusFile } from '../corpus-file.ts'
import { type Description, tableNamed } from '../tables/index.ts'
import questions from './views-sql.ts'

const types = { text: 'VARCHAR', integer: 'INTEGER', number: 'DOUBLE', boolean: 'BOOLEAN' } as const

const head = `-- Views over this data set for DuckDB (https://duckdb.org).
-- 在本文件夹里 / in this folder:        duckdb -init views.sql
-- 在别处 / from elsewhere:              SET file_search_path = 'PATH/OF/THIS/FOLDER'; .read PATH/OF/THIS/FOLDER/views.sql
-- 从程序里 / from a program: 先设 file_search_path，再执行本文件 / set file_search_path, then execute this file.
`

/** The file for a data set: what its tables are, and what can be asked of them. */
export function viewsOf(corpus: CorpusFile): string {
  const base = corpus.tables.map(({ name, parts }) => `CREATE OR REPLACE VIEW ${name} AS\n${sourceOf(name, parts, corpus)};\n`)
  return `${head}\n${base.join('\n')}\n${questions}`
}

function sourceOf(name: string, parts: readonly string[], { formats }: CorpusFile): string {
  const table = tableNamed(name)
  // a table without a row has no file to take its columns from
  if (parts.length === 0) return `  SELECT ${table.columns.map(empty).join(', ')} WHERE false`
  const glob = table.parted ? `${name}/*/*/*` : name
  // level and year stand in the rows as well as in the names of the folders
  if (formats.includes('parquet')) return `  SELECT * FROM read_parquet('parquet/${glob}.parquet', hive_partitioning = false)`
  return `  SELECT * FROM read_csv('csv/${glob}.csv', columns = {${typed(table)}}, header = true, delim = ',', quote = '"',\n    escape = '"', nullstr = '', buffer_size = 8000000, max_line_size = 2000000, hive_partitioning = false)`
}

const empty = ({ name, type }: Description['columns'][number]) => `NULL::${types[type]} AS ${name}`

const typed = (table: Description) => table.columns.map(({ name, type }) => `'${name}': '${types[type]}'`).join(', ')
