/** What the page asks the catalogue: the names of units and topics. */
import { type TableName, table, tableNames } from '../../catalogue/index.ts'
import type { Label } from './labels.ts'

const name = (row: Record<string, string>, zh: string): Label => ({
  zh: row[zh] || row.id || '',
  en: row.english || row[zh] || '',
})

/** A table by one of its columns, made when first asked for. */
function by(tableName: string, key: string, zh: string): (id: string) => Label | null {
  let known: Map<string, Label> | null = null
  return id => {
    known ??= new Map(
      (tableNames.includes(tableName as TableName) ? table(tableName as TableName) : []).map(row => [
        row[key] ?? '',
        name(row, zh),
      ]),
    )
    return known.get(id) ?? null
  }
}

/** A unit by its Chinese name. */
export const unitName = by('units', 'unit', 'unit')
const topic = by('topics', 'id', 'name')
/** A topic by id, as the catalogue names it; its id where the catalogue has none. */
export const topicName = (id: string): Label => topic(id) ?? { zh: id, en: id }
