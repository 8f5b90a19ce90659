/** The forms in which readings are given to other programs: what stands before, between and after them. */
import type { Reading } from '../read/types.ts'
import { csvHead, csvRows } from './csv.ts'

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

export type FormatName = keyof typeof formats

/** A format by name, widened to the interface. */
export function formatNamed(name: FormatName): Format {
  return formats[name]
}
