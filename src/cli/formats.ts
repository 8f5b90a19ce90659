/** The forms in which readings are given to other programs: what stands before, between and after them. */
import type { Reading } from '../read/types.ts'
import { csvHead, csvRows } from './csv.ts'
import { type ItemTable, itemTables } from './csv-items.ts'

export interface Format {
  extension: string
  /** Around a list of readings. */
  list: { begin: string; between: string; end: string }
  /** Around one reading that stands alone. */
  alone: { begin: string; end: string }
  item(reading: Reading): string
}

const nothing = { begin: '', between: '', end: '' }

export const formats = {
  json: {
    extension: '.json',
    list: { begin: '[\n', between: ',\n', end: '\n]\n' },
    alone: { begin: '', end: '\n' },
    item: reading => JSON.stringify(reading, null, 2),
  },
  ndjson: {
    extension: '.ndjson',
    list: nothing,
    alone: nothing,
    item: reading => `${JSON.stringify(reading)}\n`,
  },
  csv: {
    extension: '.csv',
    list: { ...nothing, begin: csvHead },
    alone: { begin: csvHead, end: '' },
    item: csvRows,
  },
} satisfies Record<string, Format>

/** Figures as CSV are named `csv`; the other tables `csv-tasks` and so on. */
export type FormatName = keyof typeof formats | `csv-${ItemTable}`

/** What `--table` may name. */
export const tableNames = ['figures', ...(Object.keys(itemTables) as ItemTable[])] as const

/** A format by name, widened to the interface. */
export function formatNamed(name: FormatName): Format {
  if (name in formats) return formats[name as keyof typeof formats]
  const table = name.slice('csv-'.length) as ItemTable
  const { head, rows } = itemTables[table]
  return {
    extension: `.${table}.csv`,
    list: { ...nothing, begin: head },
    alone: { begin: head, end: '' },
    item: rows,
  }
}
