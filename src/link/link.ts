/** Everything that linking makes of a set of readings. */
import type { Reading } from '../read/types.ts'
import { documentsOf } from './documents.ts'
import { type Drop, drops } from './drops.ts'
import { factsOf } from './facts.ts'
import { type LevelYear, levelsOf } from './levels.ts'
import { type LifeLine, lifeLines } from './life-lines.ts'
import { type Novelty, novelty } from './novelty.ts'
import { outcomes } from './outcomes/index.ts'
import { type Panel, panelOf } from './panel.ts'
import { seriesOf } from './series.ts'
import type { Fact, LinkDocument, OutcomeLink, Series } from './types.ts'

export interface Linked {
  schema: 'jiedu/link@1'
  documents: LinkDocument[]
  facts: Fact[]
  links: OutcomeLink[]
  /** Targets that were dropped, and those changed without a word. */
  drops: Drop[]
  /** Projects that two documents or more speak of. */
  lifeLines: LifeLine[]
  /** What each report says anew. */
  novelty: Novelty[]
  series: Series[]
  panel: Panel
  /** Growth targets by level of government, for each indicator that two levels have a target for. */
  levels: { indicator: string; name: string; years: LevelYear[] }[]
}

export interface LinkOptions {
  /** Ids of indicators: only their facts and links; all by default. */
  indicators?: readonly string[]
}

/**
 * Links readings of one or many places and years.
 * @returns the same for the same readings, whatever order they are given in
 */
export function link(readings: readonly Reading[], options: LinkOptions = {}): Linked {
  const documents = documentsOf(readings)
  const all = documents.flatMap(document => factsOf(document.reading, document))
  const wanted = options.indicators ? new Set(options.indicators) : null
  const facts = wanted ? all.filter(f => f.indicator !== null && wanted.has(f.indicator)) : all
  const every = outcomes(readings)
  const about = ({ promise }: { promise: OutcomeLink['promise'] }): boolean =>
    !wanted || (promise.indicator !== null && wanted.has(promise.indicator))
  const links = every.filter(about)
  return {
    schema: 'jiedu/link@1',
    documents: documents.map(({ reading, ...document }) => document),
    facts,
    links,
    drops: drops(readings, { links: every }).filter(about),
    lifeLines: wanted ? [] : lifeLines(readings),
    novelty: wanted ? [] : novelty(readings),
    series: seriesOf(facts),
    panel: panelOf(documents, facts, links, options.indicators),
    levels: levelsOfAll(facts),
  }
}

function levelsOfAll(facts: readonly Fact[]): Linked['levels'] {
  const names = new Map<string, string>()
  for (const fact of facts)
    if (fact.indicator !== null && fact.status === 'target' && fact.measure === 'change') names.set(fact.indicator, fact.name)
  return [...names].flatMap(([indicator, name]) => {
    const years = levelsOf(facts, indicator).filter(year => year.levels.length > 1)
    return years.length > 0 ? [{ indicator, name, years }] : []
  })
}
