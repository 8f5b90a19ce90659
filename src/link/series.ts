/** Series: one indicator of one place over time; and the same facts by the parts of a report. */
import { indicatorEntry } from '../catalogue/indicators.ts'
import { breaksBetween } from './breaks.ts'
import { placeKey } from './documents.ts'
import type { Fact, Point, Series } from './types.ts'

/** What has to agree for two facts to stand in one series. An amount of a deed (新增) and a stock never do. */
export function seriesKey(fact: Fact): string {
  const what = fact.indicator ?? `\u0000${fact.name}`
  return [placeKey(fact.place), what, fact.measure, fact.unit, fact.action ?? ''].join('\u0001')
}

export interface SeriesOptions {
  /** Only these indicators of the catalogue. */
  indicators?: readonly string[]
  /** Also what the catalogue does not know, by its words. */
  unknown?: boolean
}

/**
 * Joins facts of any number of documents into series. Targets, estimates and what was reached stay apart; within one period
 * the documents' words stand in the order given.
 * @returns in the order in which the indicators first appear
 */
export function seriesOf(facts: readonly Fact[], options: SeriesOptions = {}): Series[] {
  const wanted = options.indicators ? new Set(options.indicators) : null
  const all = new Map<string, { first: Fact; points: Map<string, Point> }>()
  for (const fact of facts) {
    if (fact.partOf !== null || fact.measure === 'duration') continue
    if (wanted ? fact.indicator === null || !wanted.has(fact.indicator) : fact.indicator === null && !options.unknown) continue
    const key = seriesKey(fact)
    let series = all.get(key)
    if (!series) all.set(key, (series = { first: fact, points: new Map() }))
    let point = series.points.get(fact.period)
    if (!point) series.points.set(fact.period, (point = { period: fact.period, targets: [], estimates: [], actuals: [] }))
    const list = fact.status === 'target' ? point.targets : fact.status === 'estimated' ? point.estimates : point.actuals
    list.push(fact)
  }
  return [...all.values()].map(({ first, points }) => {
    const sorted = [...points.values()].sort((a, b) => (a.period < b.period ? -1 : 1))
    const years = sorted
      .map(p => p.period)
      .filter(isYear)
      .map(Number)
    const [from, to] = [Math.min(...years), Math.max(...years)]
    const had = new Set(years)
    const gaps: number[] = []
    for (let year = from + 1; year < to; year++) if (!had.has(year)) gaps.push(year)
    return {
      indicator: first.indicator,
      name: first.name,
      english: first.indicator === null ? null : (indicatorEntry(first.indicator)?.english ?? null),
      place: first.place,
      measure: first.measure,
      unit: first.unit,
      points: sorted,
      gaps,
      breaks: first.indicator === null || years.length < 2 ? [] : breaksBetween(first.indicator, from, to),
    }
  })
}

export const isYear = (period: string): boolean => /^\d{4}$/.test(period)

/** The parts of a report that a grid has as columns. */
export const PARTS = ['review-period', 'review-year', 'plan-year', 'plan-period'] as const
export type Part = (typeof PARTS)[number]

export interface GridRow {
  indicator: string
  name: string
  cells: Record<Part, Fact[]>
  /** Parts in which it is not named. */
  missing: Part[]
}

/**
 * Which indicator is named in which part of one report: what was promised for the period and not told of again shows as a gap.
 * @param facts of one document
 * @returns indicators of the catalogue, in the order of the text
 */
export function gridOf(facts: readonly Fact[]): GridRow[] {
  const all = new Map<string, GridRow>()
  for (const fact of facts) {
    if (fact.indicator === null || fact.question === null || fact.measure === 'duration') continue
    let row = all.get(fact.indicator)
    if (!row) {
      const cells = { 'review-period': [], 'review-year': [], 'plan-year': [], 'plan-period': [] }
      all.set(fact.indicator, (row = { indicator: fact.indicator, name: fact.name, cells, missing: [] }))
    }
    row.cells[fact.question].push(fact)
  }
  for (const row of all.values()) row.missing = PARTS.filter(part => row.cells[part].length === 0)
  return [...all.values()]
}
