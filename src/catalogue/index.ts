/** The catalogue for programs: each table as rows of named cells, just as the table's file has them. */
import * as compiled from './tables.generated.ts'

export { type Department, departmentNamed, departments } from './departments.ts'
export { type NamedPeriod, type PeriodKind, periodNamed, planYears, sessionYear } from './periods.ts'
export {
  covers,
  type DivisionLevel,
  inForce,
  levelOf,
  type Place,
  parentOf,
  placeNamed,
  placeOfCode,
  places,
  placesNamed,
} from './places.ts'
export { eachTopicCue, type Topic, topics } from './topics.ts'

export type TableName = keyof typeof compiled

const texts: Record<string, string> = { ...compiled }

/** The tables there are: `units`, `indicators`, `verbs` … */
export const tableNames = Object.keys(compiled).sort() as TableName[]

/**
 * A table of the catalogue.
 * @returns one object a line, by column name; `|` separates the items of a cell; a cell left empty is ''
 */
export function table(name: TableName): Record<string, string>[] {
  const [head = '', ...lines] = texts[name]!.split('\n')
  const columns = head.split('\t')
  return lines.map(line => {
    const cells = line.split('\t')
    return Object.fromEntries(columns.map((column, i) => [column, cells[i] ?? '']))
  })
}
