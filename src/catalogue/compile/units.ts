/** The tables of measure words and units, and the nouns that are counted without one, as a packed list. */
import { rows } from '../table.ts'
import * as tables from '../tables.generated.ts'
import type { PackedTrie } from '../trie.ts'
import { COUNTED, UNIT } from '../word-classes.ts'
import { Words } from './words.ts'

export interface UnitData {
  trie: PackedTrie
  /** Which of `dimensions` a unit has. */
  dimension: string
  dimensions: readonly string[]
}

export function compileUnits(): UnitData {
  const words = new Words()
  const dimension = new Map<string, string>()
  for (const [unit, name] of rows(tables.units)) {
    words.add(unit!, UNIT)
    dimension.set(unit!, name!)
  }
  for (const [form, cls] of rows(tables.words)) if (cls === 'counted') words.add(form!, COUNTED)
  const dimensions = [...new Set(dimension.values())]
  return { trie: words.pack(), dimension: words.values(unit => dimensions.indexOf(dimension.get(unit)!)), dimensions }
}
