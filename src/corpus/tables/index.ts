/** All tables of the data set, in the order in which they are told. */
import { documents } from './documents.ts'
import { facts } from './facts.ts'
import { duplicates, failures, files, indicators, missing } from './small.ts'
import type { Column, Table } from './table.ts'
import { targets } from './targets.ts'
import { tasks } from './tasks.ts'

export const partedTables = { facts, targets, tasks }
export type PartedName = keyof typeof partedTables

/** The tables as descriptions: what a row holds does not matter here. */
export interface Description extends Omit<Table, 'shared' | 'columns'> {
  columns: Omit<Column<never>, 'of'>[]
}

const described = ({ name, about, row, parted, key, shared, columns }: Table<never, never>): Description => ({
  name,
  about,
  row,
  parted,
  key,
  columns: [...shared, ...columns],
})

export const tables: Description[] = [facts, targets, tasks, documents, indicators, files, failures, duplicates, missing].map(
  table => described(table as unknown as Table<never, never>),
)

/** @throws where there is no such table */
export function tableNamed(name: string): Description {
  const found = tables.find(table => table.name === name)
  if (!found) throw new Error(`no table ${name}`)
  return found
}
