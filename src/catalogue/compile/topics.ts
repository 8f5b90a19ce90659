/** The cue words of the table of topics as a packed list. */

import { topics as table } from '../generated/topics.generated.ts'
import { rows } from '../table.ts'
import type { PackedTrie } from '../trie.ts'
import { Words } from './words.ts'

export interface TopicData {
  trie: PackedTrie
  /** Which of `topics` a cue word shows. */
  topic: string
  /** Their ids. */
  topics: readonly string[]
}

export function compileTopics(): TopicData {
  const words = new Words()
  const topic = new Map<string, number>()
  const topics: string[] = []
  for (const [id, , , , , cues] of rows(table)) {
    for (const cue of cues ? cues.split('|') : []) {
      words.add(cue, 1)
      topic.set(cue, topics.length)
    }
    topics.push(id!)
  }
  return { trie: words.pack(), topic: words.values(cue => topic.get(cue)), topics }
}
