/** A report against the communiqué of its year: what agrees, what only rounds, what is at odds. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Compared, compared } from '../../src/check/compared.ts'
import { Check } from '../../src/check/context.ts'
import { decode } from '../../src/documents/index.ts'
import { read } from '../../src/read/index.ts'

const file = (path: string) => read(decode(readFileSync(path), path))
const sample = (name: string) => file(new URL(`../../samples/${name}`, import.meta.url).pathname)

const told = (all: Compared[]) => all.map(c => [c.relation, c.here.text, c.there.text])
const count = (all: Compared[]) => {
  const counts: Record<string, number> = {}
  for (const { relation } of all) counts[relation] = (counts[relation] ?? 0) + 1
  return counts
}

const report = (words: string) => read(`清水市政府工作报告\n——2021年1月12日\n一、2020年工作回顾\n${words}`)
const communique = (words: string) =>
  read(`清水市2020年国民经济和社会发展统计公报\n清水市统计局\n2021年3月28日\n一、综合\n${words}`)
const between = (here: string, there: string) => told(compared(new Check(report(here)), communique(there)))

describe('a fact in both', () => {
  it.each([
    ['增长7%', '工业增加值增长7%。', '规模以上工业增加值增长7.0%。', []],
    ['same', '规模以上工业增加值增长7%。', '规模以上工业增加值增长7.0%。', [['same', '7%', '7.0%']]],
    ['rounding', '地区生产总值1524.7亿元。', '地区生产总值1524.72亿元。', [['rounding', '1524.7亿元', '1524.72亿元']]],
    ['a bound', '地区生产总值超过1500亿元。', '地区生产总值1524.7亿元。', [['rounding', '1500亿元', '1524.7亿元']]],
    ['another unit', '新建城市道路20条。', '新建城市道路30公里。', []],
    ['units that convert', '森林面积150万亩。', '森林面积10万公顷。', [['same', '150万亩', '10万公顷']]],
    ['estimate', '预计外贸进出口总额30亿元。', '外贸进出口总额36亿元。', [['preliminary', '30亿元', '36亿元']]],
    ['a slip of a power of ten', '外贸进出口总额3.6亿元。', '外贸进出口总额36.1亿元。', [['magnitude', '3.6亿元', '36.1亿元']]],
    ['different', '城镇新增就业4120人。', '城镇新增就业4102人。', [['different', '4120人', '4102人']]],
    ['another year', '城镇新增就业4120人。', '2019年城镇新增就业4102人。', []],
    ['a rate of several years', '五年来地区生产总值年均增长6.1%。', '地区生产总值比上年增长1.2%。', []],
  ])('%s', (_, here, there, expected) => {
    expect(between(here, there)).toEqual(expected)
  })

  it('nominal and real rates are no contradiction', () => {
    const real = '城镇居民人均可支配收入比上年名义增长6.3%，扣除价格因素，实际增长6.1%。'
    expect(between('城镇居民人均可支配收入实际增长6.1%。', real)).toEqual([['same', '6.1%', '6.1%']])
    expect(between('城镇居民人均可支配收入增长6.3%。', real)).toEqual([['same', '6.3%', '6.3%']])
    const [other] = between('城镇居民人均可支配收入名义增长6.3%。', '城镇居民人均可支配收入实际增长6.1%。')
    expect(other).toEqual(['basis', '6.3%', '6.1%'])
  })
})

it('the county and its communiqué', () => {
  const all = compared(new Check(sample('county-2024-report.txt')), sample('against/county-2023-communique.txt'))
  expect(count(all)).toEqual({ same: 17, rounding: 7, magnitude: 1, different: 1 })
  for (const { here, there, relation, clause } of all) {
    expect(clause).toContain(there.text)
    if (relation === 'rounding') expect(there.decimals! > here.decimals! || here.comparator !== 'eq').toBe(true)
  }
})

const reports = join(process.env.JIEDU_CORPUS ?? '', 'reports')
const corpus = process.env.JIEDU_CORPUS !== undefined && existsSync(reports)

describe.skipIf(!corpus)('public reports (skipped where JIEDU_CORPUS is unset)', () => {
  const national = (name: string) => file(join(reports, `${name}.txt`))

  it('agree with the published figures of the year', () => {
    const published = file(new URL('national-2023-communique.txt', import.meta.url).pathname)
    const all = compared(new Check(national('national-2024')), published)
    expect(count(all)).toEqual({ same: 4, rounding: 2 })
  })

  it.each([
    ['national-2018', 'national-govcn-2018'],
    ['national-2018', 'national-zhseg-2018'],
    ['national-2017', 'national-govcn-2017'],
    ['hebei-2025', 'hebei-2025-b'],
  ])('%s says what %s, another copy of it, says', (one, two) => {
    const all = compared(new Check(national(one)), national(two))
    expect(all.length).toBeGreaterThan(20)
    expect(count(all)).toEqual({ same: all.length })
  })
})
