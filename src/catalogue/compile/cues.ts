/** The table of cues, with a packed list of what must stand in a text for a pattern to be worth trying. */
import { cues as table } from '../generated/cues.generated.ts'
import { rows } from '../table.ts'
import type { PackedTrie } from '../trie.ts'
import { needles } from './needles.ts'
import { Words } from './words.ts'

export interface CueData {
  /** Class and expression of each line. */
  patterns: readonly (readonly [use: string, pattern: string])[]
  /** The lines that may match any text. */
  always: readonly number[]
  trie: PackedTrie
  /** Which of `lists` has the lines that a string of the list belongs to. */
  needle: string
  lists: readonly (readonly number[])[]
}

export function compileCues(): CueData {
  const words = new Words()
  const linesOf = new Map<string, number[]>()
  const always: number[] = []
  const patterns = rows(table).map(([use, pattern]) => [use!, pattern!] as const)
  for (const [line, [, pattern]] of patterns.entries()) {
    const found = needles(pattern)
    if (!found) always.push(line)
    for (const each of found ?? []) {
      words.add(each, 1)
      const lines = linesOf.get(each)
      if (lines) lines.push(line)
      else linesOf.set(each, [line])
    }
  }
  const lists = [...new Set([...linesOf.values()].map(String))]
  return {
    patterns,
    always,
    trie: words.pack(),
    needle: words.values(form => lists.indexOf(String(linesOf.get(form)!))),
    lists: lists.map(list => list.split(',').map(Number)),
  }
}
