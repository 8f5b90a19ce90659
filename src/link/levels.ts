/** Levels of government side by side: how a target grows on its way down (层层加码). */
import { covers } from '../catalogue/places.ts'
import type { PlaceLevel } from '../read/types.ts'
import type { Fact } from './types.ts'

const ORDER: PlaceLevel[] = ['national', 'province', 'city', 'county', 'township']

export interface LevelTarget {
  fact: Fact
  /** The number compared: the value, or the middle of a range. */
  value: number
  /** The nearest target above it of the same year, and how much this one asks more. */
  above: { fact: Fact; more: number } | null
}

export interface LevelYear {
  year: string
  levels: { level: PlaceLevel; places: number; median: number; low: number; high: number }[]
  targets: LevelTarget[]
}

const order = (fact: Fact): number => ORDER.indexOf(fact.place.level!)
const nameOf = (fact: Fact): string => fact.place.code ?? fact.place.name
const codeOrder = (a: Fact, b: Fact): number => (nameOf(a) < nameOf(b) ? -1 : 1)

const middle = (fact: Fact): number | null =>
  fact.value ?? (fact.min !== null && fact.max !== null ? (fact.min + fact.max) / 2 : null)

/**
 * One indicator's yearly targets by level of government.
 * @param facts of reports of several places
 * @param measure what kind of target: growth rates by default
 * @returns a year each, the earliest first, its targets by level and code; of several targets of a place for a year the first counts
 */
export function levelsOf(facts: readonly Fact[], indicator: string, measure: Fact['measure'] = 'change'): LevelYear[] {
  const years = new Map<string, LevelTarget[]>()
  const seen = new Set<string>()
  for (const fact of facts) {
    if (fact.indicator !== indicator || fact.measure !== measure || fact.status !== 'target' || fact.place.level === null)
      continue
    const value = middle(fact)
    const key = `${fact.period} ${nameOf(fact)}`
    if (value === null || !/^\d{4}$/.test(fact.period) || fact.partOf !== null || seen.has(key)) continue
    seen.add(key)
    const list = years.get(fact.period)
    if (list) list.push({ fact, value, above: null })
    else years.set(fact.period, [{ fact, value, above: null }])
  }
  return [...years]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([year, targets]) => {
      targets.sort((a, b) => order(a.fact) - order(b.fact) || codeOrder(a.fact, b.fact))
      for (const target of targets) target.above = aboveOf(target, targets)
      return { year, targets, levels: summary(targets) }
    })
}

function aboveOf(target: LevelTarget, targets: readonly LevelTarget[]): LevelTarget['above'] {
  const own = order(target.fact)
  let best: LevelTarget | null = null
  for (const other of targets) {
    const level = order(other.fact)
    if (level >= own || (best && level <= order(best.fact))) continue
    if (level > 0 && !(other.fact.place.code && target.fact.place.code && covers(other.fact.place.code, target.fact.place.code)))
      continue
    best = other
  }
  return best ? { fact: best.fact, more: Number((target.value - best.value).toPrecision(12)) } : null
}

function summary(targets: readonly LevelTarget[]): LevelYear['levels'] {
  return ORDER.flatMap(level => {
    const values = targets.filter(t => t.fact.place.level === level).map(t => t.value)
    if (!values.length) return []
    values.sort((a, b) => a - b)
    const half = values.length >> 1
    const median = values.length % 2 ? values[half]! : (values[half - 1]! + values[half]!) / 2
    return [{ level, places: values.length, median, low: values[0]!, high: values.at(-1)! }]
  })
}
