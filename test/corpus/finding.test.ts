/**
 * A known finding from the panel's own output: growth targets rise from the nation to provinces to cities and counties (层层加码), and the
 * words are softer at the top. 周黎安 et al., “层层加码”与官员激励, 世界经济文汇 2015(1); 徐现祥、刘毓芸, 经济增长目标管理, 经济研究 2017(7).
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { opened, type Row, setupCorpus } from './setup.ts'

const corpus = process.env.JIEDU_CORPUS
const reports = corpus ? join(corpus, 'reports') : ''
const there = corpus !== undefined && existsSync(reports)
if (!there) console.log('the finding is not tested: JIEDU_CORPUS is not set')

const { jiedu, at } = setupCorpus()

/** A median of fewer places says nothing. */
const fewest = 4

describe.skipIf(!there)('growth targets', () => {
  let levels: Row[] = []
  let markups: Row[] = []

  beforeAll(async () => {
    jiedu(['corpus', reports, '--out', 'panel', '--format', 'parquet'])
  })

  const median = (year: unknown, level: string, places = fewest): number | null => {
    const row = levels.find(row => row.year === year && row.level === level && (row.places as number) >= places)
    return row ? (row.median_target as number) : null
  }

  it('are found for most reports since 2000', async () => {
    const query = await opened(at('panel'))
    levels = await query('FROM growth_targets_by_level')
    markups = await query('FROM growth_target_markups')
    const [share] = await query('SELECT sum(with_growth_target) / sum(reports) AS share FROM coverage WHERE year >= 2000')
    expect(share!.share).toBeGreaterThan(0.8)
  })

  it('rise from the nation to the provinces to the counties', () => {
    const years = [...new Set(levels.map(row => row.year))].filter(year => (year as number) >= 2000)
    const pairs = years.flatMap(year => {
      const [nation, provinces, counties] = [median(year, 'national', 1), median(year, 'province'), median(year, 'county')]
      return [
        { year, lower: provinces, upper: nation },
        { year, lower: counties, upper: nation },
        { year, lower: counties, upper: provinces },
      ].filter((pair): pair is { year: unknown; lower: number; upper: number } => pair.lower !== null && pair.upper !== null)
    })
    expect(pairs.length).toBeGreaterThanOrEqual(6)
    expect(pairs.filter(({ lower, upper }) => lower < upper)).toEqual([])
    expect(pairs.filter(({ lower, upper }) => lower > upper).length).toBe(pairs.length)
  })

  it('are set above those of the level above by most places', () => {
    const above = (column: string) => {
      const known = markups.filter(row => row[column] !== null && (row.year as number) >= 2000)
      return { known: known.length, share: known.filter(row => (row[column] as number) >= 0).length / known.length }
    }
    for (const column of ['above_nation', 'above_province', 'above_city']) {
      const { known, share } = above(column)
      expect([column, known > 10]).toEqual([column, true])
      expect([column, share > 0.9]).toEqual([column, true])
    }
  })

  it('are worded more softly at the top', () => {
    const share = (level: string, column: 'hard_share' | 'soft_share') => {
      const rows = levels.filter(row => row.level === level && (row.year as number) >= 2012)
      const places = rows.reduce((sum, row) => sum + (row.places as number), 0)
      return rows.reduce((sum, row) => sum + (row[column] as number) * (row.places as number), 0) / places
    }
    expect(share('national', 'hard_share')).toBeLessThan(share('county', 'hard_share'))
    expect(share('national', 'soft_share')).toBeGreaterThan(share('county', 'soft_share'))
  })
})
