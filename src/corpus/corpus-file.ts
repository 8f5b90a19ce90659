/** corpus.json: what a data set says of itself. */

export type DataFormat = 'csv' | 'parquet'

/** A table of the data set as it was written. */
export interface Written {
  name: string
  rows: number
  /** Paths below the folder of a format, without the ending. */
  parts: string[]
  /** SHA-256 over the CSV of its parts, one after the other. */
  sha256: string
}

/** What corpus.json says. */
export interface CorpusFile {
  schema: 'jiedu/corpus@1'
  program: string
  snapshot: { sha256: string; files: number; bytes: number }
  documents: number
  failures: number
  formats: DataFormat[]
  tables: Written[]
}
