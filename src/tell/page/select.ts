/** Which facts head a question: the indicators that every reader looks for, then what stands out. */
import type { Figure } from '../../read/types.ts'
import { type Fact, figuresOf } from './facts.ts'
import { headlineRank } from './indicators.ts'

const MOST = 8
const ROW = 4

/** How many cards: whole rows of four on a desktop, and none that would leave nothing below them. */
const wanted = (facts: number) => (facts >= 3 * MOST ? MOST : Math.min(ROW, facts))

/** The headline facts of a question, in the order of the headline indicators and then of the text. */
export function headlines(facts: readonly Fact[]): Fact[] {
  const ranked = facts
    .map((fact, order) => ({ fact, order, score: salience(fact) }))
    .filter(entry => entry.score > 0)
    .sort((a, b) => b.score - a.score || a.order - b.order)
  const chosen: typeof ranked = []
  for (const entry of ranked) {
    if (chosen.length === wanted(facts.length)) break
    if (chosen.filter(other => other.fact.statement === entry.fact.statement).length >= crowd(entry.fact)) continue
    if (chosen.some(other => sameIndicator(other.fact.main, entry.fact.main))) continue
    chosen.push(entry)
  }
  return chosen.sort((a, b) => place(a.fact) - place(b.fact) || a.order - b.order).map(entry => entry.fact)
}

/** One statement may give two cards; the statement that lists the targets of the year gives as many as it likes. */
const crowd = (fact: Fact) => (headlineRank(fact.main) === null ? 2 : MOST)
const place = (fact: Fact) => headlineRank(fact.main) ?? 1000
const sameIndicator = (a: Figure, b: Figure) =>
  a.indicator !== null && b.indicator !== null && (a.indicator.id ?? a.indicator.text) === (b.indicator.id ?? b.indicator.text)

/** How much a fact stands out; zero or less is no headline. Weights are a matter of taste, kept in one place. */
function salience(fact: Fact): number {
  const { main } = fact
  if (main.status === 'context' || main.indicator === null) return 0
  const rank = headlineRank(main)
  let score = 1
  if (rank !== null) score += 60 - rank
  else if (main.indicator.id !== null) score += 16
  if (main.place !== null) score -= 20
  if (figuresOf(fact).some(f => f.measure === 'rank' && f.value !== null && f.value <= 3)) score += 14
  if (main.measure === 'structure') score += 12
  if (main.measure === 'multiple') score += 6
  if (main.unit.endsWith('元') && main.value !== null && main.value > 1e7) score += Math.min(14, 2 * (Math.log10(main.value) - 7))
  // A long phrase is a description rather than an indicator, and does not fit a card.
  if (main.indicator.text.length > 14) score -= 8
  return score + 3 * Math.min(fact.others.length, 2)
}
