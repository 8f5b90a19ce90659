/** What each statement is about, by the indicators of its figures and the words of its sentence; sections by their headings. */
import type { Lexicon } from '../catalogue/lexicon.ts'
import { eachTopicCue } from '../catalogue/topics.ts'
import type { Figure, Section, Statement } from './types.ts'

/** A named indicator says more of a statement's topic than a word does. */
const OF_INDICATOR = 3
/** How many topics a statement has at most, and how near to the best one a further topic must come. */
const MOST = 3
const NEAR = 0.4

let byId: Map<string, string> | null = null

/** Topic of an indicator by its id. */
function topicsOfIndicators(lexicon: Lexicon): Map<string, string> {
  if (!byId) {
    byId = new Map()
    for (const entry of lexicon.indicators) byId.set(entry.id, entry.topic)
  }
  return byId
}

/** Weight of a cue word: the longer, the less likely it is said of something else. */
const weightOf = (length: number): number => Math.min(2, length / 2)

/** Topics by weight, best first; of equals the one met first. */
function ranked(weights: Map<string, number>, most: number): string[] {
  // most statements have one topic or none
  if (weights.size <= 1) return [...weights.keys()]
  const order = [...weights].sort((a, b) => b[1] - a[1])
  const best = order[0]?.[1] ?? 0
  return order
    .filter(([, weight]) => weight >= best * NEAR)
    .slice(0, most)
    .map(([topic]) => topic)
}

/** Fills `topics` of statements, best first, and `topic` of sections from their headings. */
export function fillTopics(
  text: string,
  sections: readonly Section[],
  statements: readonly Statement[],
  figures: readonly Figure[],
  lexicon: Lexicon,
): void {
  const weights = new Map<string, number>()
  const add = (topic: string, weight: number): void => void weights.set(topic, (weights.get(topic) ?? 0) + weight)
  const ofIndicator = topicsOfIndicators(lexicon)
  let f = 0
  for (const statement of statements) {
    weights.clear()
    let seen: Set<string> | null = null
    for (; f < figures.length && figures[f]!.start < statement.end; f++) {
      const { indicator } = figures[f]!
      const topic = indicator?.id && !seen?.has(indicator.id) ? ofIndicator.get(indicator.id) : undefined
      if (!topic) continue
      seen ??= new Set()
      seen.add(indicator!.id!)
      add(topic, OF_INDICATOR)
    }
    eachTopicCue(text, statement.start, statement.end, (topic, length) => add(topic, weightOf(length)))
    statement.topics = ranked(weights, MOST)
  }
  for (const section of sections) {
    if (!section.heading) continue
    weights.clear()
    eachTopicCue(text, section.heading.start, section.heading.end, (topic, length) => add(topic, weightOf(length)))
    section.topic = ranked(weights, 1)[0] ?? null
  }
}
