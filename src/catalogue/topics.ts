/** What statements are about, and the words that show it. */
import { topicData } from './compiled.ts'
import { topics as table } from './generated/topics.generated.ts'
import { rows } from './table.ts'
import { AtNodes, Trie } from './trie.ts'

export interface Topic {
  /** class or class.subclass: `economy`, `economy.macro`. */
  id: string
  name: string
  english: string
  parent: string | null
  /** The class or subclass of 国务院公文主题分类 that it falls under. */
  official: string
  /** Words that show the topic. */
  cues: readonly string[]
}

let all: Map<string, Topic> | null = null

/** All topics by id, in the order of the published classes. */
export function topics(): ReadonlyMap<string, Topic> {
  all ??= new Map(
    rows(table).map(([id, name, english, parent, official, cues]) => [
      id!,
      { id: id!, name: name!, english: english!, parent: parent || null, official: official!, cues: cues ? cues.split('|') : [] },
    ]),
  )
  return all
}

let words: { trie: Trie; topic: AtNodes<string> } | null = null

function cues(): NonNullable<typeof words> {
  if (words) return words
  const data = topicData()
  const trie = new Trie(data.trie)
  words = { trie, topic: new AtNodes(trie, data.topic, data.topics) }
  return words
}

/** Calls `found` for each cue word in `text[start, end)`, left to right, the longest first, with its topic and its length. */
export function eachTopicCue(text: string, start: number, end: number, found: (topic: string, length: number) => void): void {
  const { trie, topic } = cues()
  for (let i = start; i < end; ) {
    const to = trie.longest(text, i, 1, end)
    if (to < 0) i++
    else {
      found(topic.get(trie.lastNode)!, to - i)
      i = to
    }
  }
}
