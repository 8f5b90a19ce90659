/** The names and short forms of all divisions as a packed list, each with the lines of the table that have it. */

import { places as table } from '../generated/places.generated.ts'
import { rows } from '../table.ts'
import type { PackedTrie } from '../trie.ts'
import { Words } from './words.ts'

export interface PlaceData {
  trie: PackedTrie
  /** Which of `lines` has the divisions of a form. */
  form: string
  /** Lists of lines of the table, counted from 0 behind its head, in order. */
  lines: readonly (number | readonly number[])[]
}

export function compilePlaces(): PlaceData {
  const words = new Words()
  const linesOf = new Map<string, number[]>()
  for (const [line, [, name, short]] of rows(table).entries())
    for (const form of [name!, ...(short ? short.split('|') : [])]) {
      words.add(form, 1)
      const lines = linesOf.get(form)
      if (lines) lines.push(line)
      else linesOf.set(form, [line])
    }
  const lists = [...new Set([...linesOf.values()].map(String))]
  return {
    trie: words.pack(),
    form: words.values(form => lists.indexOf(String(linesOf.get(form)!))),
    lines: lists.map(list => (list.includes(',') ? list.split(',').map(Number) : Number(list))),
  }
}
