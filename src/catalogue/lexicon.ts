/** All words that reading looks for, from all tables, in one trie; made on first use. */
import { lexiconData, unitData } from './compiled.ts'
import { AtNodes, Trie } from './trie.ts'
import { type AsideReason, type Bound, COUNTED, type IndicatorEntry, UNIT } from './word-classes.ts'

export * from './word-classes.ts'

export interface Lexicon {
  trie: Trie
  before: AtNodes<Bound>
  after: AtNodes<Bound>
  reason: AtNodes<AsideReason>
  indicator: AtNodes<IndicatorEntry>
  /** All indicators, in the table's order. */
  indicators: readonly IndicatorEntry[]
  /** The same by their id. */
  entry: ReadonlyMap<string, IndicatorEntry>
  /** Wordings that name an indicator only where a growth rate is stated. */
  growth: ReadonlyMap<string, IndicatorEntry>
}

let built: Lexicon | null = null

/** The lexicon of all tables. */
export function lexicon(): Lexicon {
  if (built) return built
  const data = lexiconData()
  const trie = new Trie(data.trie)
  const indicators = data.indicators.split('\n').map((line): IndicatorEntry => {
    const [id, name, english, unit, topic] = line.split('\t')
    return { id: id!, name: name!, english: english!, unit: unit!, topic: topic! }
  })
  built = {
    trie,
    before: new AtNodes(trie, data.before, data.bounds),
    after: new AtNodes(trie, data.after, data.bounds),
    reason: new AtNodes(trie, data.reason, data.reasons),
    indicator: new AtNodes(trie, data.indicator, indicators),
    indicators,
    entry: new Map(indicators.map(each => [each.id, each])),
    growth: new Map(data.growth.map(([form, line]) => [form, indicators[line]!])),
  }
  return built
}

let units: { trie: Trie; dimension: AtNodes<string> } | null = null

function unitWords(): NonNullable<typeof units> {
  if (units) return units
  const data = unitData()
  const trie = new Trie(data.trie)
  units = { trie, dimension: new AtNodes(trie, data.dimension, data.dimensions) }
  return units
}

/** The end of the measure word or unit at `i`, or -1; none stands in 群众 or 家庭. */
export function unitAt(text: string, i: number, limit: number): number {
  const { trie } = unitWords()
  // 5个人民公社: 个 counts communes, it begins no 个人
  const end = trie.longest(text, i, UNIT | COUNTED, text.startsWith('个人民', i) ? i + 1 : limit)
  return end >= 0 && trie.flags[trie.lastNode]! & UNIT ? end : -1
}

/** Whether a noun that is counted without a measure word stands at `i`: 5万群众, 3000人才; 5个人民公社 are counted with one. */
export const countedAt = (text: string, i: number, limit: number): boolean =>
  unitWords().trie.longest(text, i, COUNTED, limit) >= 0 && !text.startsWith('个人民', i)

/** The dimension of a unit as written, or null for a unit that the catalogue does not know. */
export function dimensionOf(unit: string): string | null {
  const { trie, dimension } = unitWords()
  return dimension.get(trie.find(unit.includes('％') ? unit.replace('％', '%') : unit)) ?? null
}

/** Families of units that never measure the same thing; a count and a length may, as 条 and 公里 of roads. */
function familyOf(unit: string): 'share' | 'money' | 'other' | null {
  // 前移6位 is of a rank, whatever 位 counts elsewhere
  if (unit === '' || unit === '位' || unit === '名') return null
  const dimension = dimensionOf(unit)
  if (dimension === null || dimension === 'rank') return null
  if (dimension === 'percent' || dimension === 'points') return 'share'
  return dimension.endsWith('money') || unit.startsWith('元/') ? 'money' : 'other'
}

/** Whether a level in `unit` can be one of an indicator that is measured in `own`: a share is no amount of money. */
export function unitFits(own: string, unit: string): boolean {
  const a = familyOf(own)
  const b = familyOf(unit)
  return a === null || b === null || a === b
}
