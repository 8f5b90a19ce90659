/**
 * What may stand in one chart: the same kind of quantity, in the same unit, over the same period and
 * against the same base. Anything else is another chart, or none.
 */
import type { Figure } from '../../read/types.ts'
import { type Fact, figuresOf } from './facts.ts'
import { headlineRank } from './indicators.ts'

export interface Chart {
  unit: '%'
  period: string
  baseline: string | null
  /** Ends and tick marks of the axis, in the unit. */
  domain: [number, number]
  ticks: number[]
  rows: Figure[]
  /** How many more there are than the chart has room for. */
  more: number
}

const FEWEST = 3
const MOST = 12

/** Growth rates in %, one chart for each period and base that has at least three. */
export function growthCharts(facts: readonly Fact[], sorted: boolean): Chart[] {
  const groups = new Map<string, Figure[]>()
  for (const fact of facts)
    for (const figure of figuresOf(fact)) {
      if (!drawable(figure)) continue
      const key = `${figure.period} ${figure.baseline ?? ''} ${figure.status === 'target'}`
      groups.set(key, [...(groups.get(key) ?? []), figure])
    }
  return [...groups.values()].filter(rows => rows.length >= FEWEST).map(rows => chart(rows, sorted))
}

function drawable(figure: Figure): boolean {
  const percent = figure.unit === '%' || figure.unit === '％'
  return (
    percent &&
    figure.measure === 'change' &&
    figure.period !== null &&
    figure.status !== 'context' &&
    figure.indicator !== null &&
    figure.place === null &&
    ends(figure) !== null
  )
}

/** The lower and upper end of what a figure says, without its comparator: equal but for ranges. */
export function ends(figure: Figure): [number, number] | null {
  if (figure.min !== null && figure.max !== null) return [figure.min, figure.max]
  return figure.value === null ? null : [figure.value, figure.value]
}

function chart(figures: Figure[], sorted: boolean): Chart {
  const weight = (f: Figure) => headlineRank(f) ?? (f.indicator?.id != null ? 100 : 200)
  const kept = new Set([...figures].sort((a, b) => weight(a) - weight(b) || a.start - b.start).slice(0, MOST))
  const rows = figures.filter(f => kept.has(f))
  if (sorted) rows.sort((a, b) => ends(b)![0] - ends(a)![0] || a.start - b.start)
  const values = rows.flatMap(f => ends(f)!)
  const [domain, ticks] = axis(Math.min(0, ...values), Math.max(0, ...values))
  const { period, baseline } = rows[0]!
  return { unit: '%', period: period!, baseline, domain, ticks, rows, more: figures.length - rows.length }
}

/** Round ends that leave room for an open bound beyond the largest value, and three to six tick marks. */
export function axis(low: number, high: number): [domain: [number, number], ticks: number[]] {
  const span = high - low || 1
  const power = 10 ** Math.floor(Math.log10(span / 4))
  const step = [1, 2, 2.5, 5, 10].map(n => n * power).find(s => span / s <= 5) ?? 10 * power
  const from = Math.floor(low / step) * step
  const to = (Math.floor(high / step) + 1) * step
  const ticks: number[] = []
  for (let i = 0; from + i * step <= to + step / 1000; i++) ticks.push(Number((from + i * step).toPrecision(10)))
  return [[from, to], ticks]
}
