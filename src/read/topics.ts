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

/** The topics of one text with their weights, in the order in which they were met; lists, since they are few. */
class Tally {
  private readonly topics: string[] = []
  private readonly weights: number[] = []

  clear(): void {
    this.topics.length = 0
    this.weights.length = 0
  }

  add(topic: string, weight: number): void {
    const at = this.topics.indexOf(topic)
    if (at >= 0) this.weights[at]! += weight
    else {
      this.topics.push(topic)
      this.weights.push(weight)
    }
  }

  /** The heaviest, best first; of equals the one met first. What it gives is taken out. */
  best(most: number): string[] {
    if (this.topics.length <= 1) return this.topics.slice()
    const out: string[] = []
    const { topics, weights } = this
    let least = 0
    while (out.length < most) {
      let at = 0
      for (let n = 1; n < weights.length; n++) if (weights[n]! > weights[at]!) at = n
      const weight = weights[at]!
      if (weight === TAKEN || weight < least) break
      if (out.length === 0) least = weight * NEAR
      out.push(topics[at]!)
      weights[at] = TAKEN
    }
    return out.slice()
  }
}

const TAKEN = -1

/** Fills `topics` of statements, best first, and `topic` of sections from their headings. */
export function fillTopics(
  text: string,
  sections: readonly Section[],
  statements: readonly Statement[],
  figures: readonly Figure[],
  lexicon: Lexicon,
): void {
  const tally = new Tally()
  const add = (topic: string, length: number): void => tally.add(topic, weightOf(length))
  const ofIndicator = topicsOfIndicators(lexicon)
  let f = 0
  for (const statement of statements) {
    tally.clear()
    let seen: Set<string> | null = null
    for (; f < figures.length && figures[f]!.start < statement.end; f++) {
      const { indicator } = figures[f]!
      const topic = indicator?.id && !seen?.has(indicator.id) ? ofIndicator.get(indicator.id) : undefined
      if (!topic) continue
      seen ??= new Set()
      seen.add(indicator!.id!)
      tally.add(topic, OF_INDICATOR)
    }
    eachTopicCue(text, statement.start, statement.end, add)
    statement.topics = tally.best(MOST)
  }
  for (const section of sections) {
    if (!section.heading) continue
    tally.clear()
    eachTopicCue(text, section.heading.start, section.heading.end, add)
    section.topic = tally.best(1)[0] ?? null
  }
}
