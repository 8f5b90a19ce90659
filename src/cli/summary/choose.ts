/** Which rows a reader should see first, when not all are shown. */
import { headlineRank } from '../../tell/page/indicators.ts'
import type { Row } from './rows.ts'

export interface Chosen {
  /** Rows of the headline indicators, in the order of the headline list. */
  headline: Row[]
  /** The others, in the order of the text. */
  others: Row[]
  /** Rows left out. */
  left: number
}

/** Rows kept for what is no headline indicator: a report of headline rows alone would look like any other. */
const leastOthers = 4

/**
 * Headline indicators first, then the rows that say most: what the catalogue knows, ranks, large sums,
 * multiples and shares, and something of every section before a second row of one.
 *
 * @param most rows to show, give or take two; Infinity shows all, said twice or not
 */
export function choose(rows: Row[], most: number): Chosen {
  const unlike = most === Number.POSITIVE_INFINITY ? rows : withoutRepeats(rows)
  const headline = unlike
    .filter(({ lead }) => headlineRank(lead) !== null && lead.place === null)
    .sort((a, b) => headlineRank(a.lead)! - headlineRank(b.lead)!)
    .slice(0, most - leastOthers + 2)
  const rest = unlike.filter(row => !headline.includes(row))
  const seen = new Map<string, number>()
  const worth = new Map(
    rest.map(row => {
      const section = row.section?.id ?? ''
      const nth = seen.get(section) ?? 0
      seen.set(section, nth + 1)
      return [row, worthOf(row) - Math.min(nth, 6) * 2]
    }),
  )
  const kept = new Set(
    [...rest].sort((a, b) => worth.get(b)! - worth.get(a)!).slice(0, Math.max(leastOthers, most - headline.length)),
  )
  return { headline, others: rest.filter(row => kept.has(row)), left: rows.length - headline.length - kept.size }
}

function worthOf(row: Row): number {
  const { lead, change } = row
  let worth = 0
  if (lead.indicator?.id) worth += 8
  if (!lead.indicator) worth -= 12
  if (lead.measure === 'rank') worth += lead.value !== null && lead.value <= 3 ? 9 : 4
  if (lead.measure === 'multiple') worth += 6
  if (lead.measure === 'structure') worth += 5
  if (change) worth += 4
  if (lead.unit === '%' && lead.measure === 'level') worth += 3
  if (lead.dimension === 'money' || lead.unit.endsWith('元'))
    worth += Math.min(6, Math.max(0, Math.log10(Math.abs(lead.value ?? 1)) - 6))
  if (lead.status === 'context') worth -= 15
  if (lead.place) worth -= 3
  if (lead.measure === 'duration') worth -= 2
  return worth
}

/** The same figure said again (in the opening summary and in its section) is shown once. */
function withoutRepeats(rows: Row[]): Row[] {
  const seen = new Set<string>()
  return rows.filter(({ lead, change, label }) => {
    const key = [lead.indicator?.id ?? label, lead.measure, lead.text, change?.text, lead.period, lead.place, lead.scope].join(
      '\t',
    )
    return !seen.has(key) && seen.add(key)
  })
}
