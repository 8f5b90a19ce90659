import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import type { Reading } from '../../src/read/types.ts'

const head = '2021年甲县人民政府工作报告\n各位代表：\n一、2020年工作回顾\n地区生产总值增长3.1%。\n二、2021年工作安排\n'

/** State and figures of a headline target: `set 6% 8%`. */
function target(reading: Reading, indicator: string): string {
  const found = reading.headlineTargets.find(t => t.indicator === indicator)!
  const figures = found.figures.map(id => reading.figures.find(f => f.id === id)!.text)
  const claims = found.claims.map(id => reading.claims.find(c => c.id === id)!.cue.text)
  return [found.state, ...figures, ...claims].join(' ')
}

describe('headline targets', () => {
  it('are set, said without a number, or not set, where a passage announces targets', () => {
    const reading = read(
      `${head}今年经济社会发展主要预期目标是：地区生产总值增长7%以上、力争达到8%；全部财政收入和一般公共预算收入均增长5%；城镇调查失业率控制在5.5%以内；居民收入与经济增长同步；固定资产投资稳步增长。`,
    )
    expect(target(reading, 'gdp')).toBe('set 7% 8%')
    expect(target(reading, 'budget-revenue')).toBe('set 5%')
    expect(target(reading, 'unemployment-surveyed')).toBe('set 5.5%')
    expect(target(reading, 'income-per-head')).toBe('stated-without-number 与经济增长同步')
    expect(target(reading, 'fixed-asset-investment')).toBe('stated-without-number 稳步增长')
    expect(target(reading, 'cpi')).toBe('not-set')
    expect(reading.headlineTargets[0]!.passage).not.toBeNull()
  })
  it('are not found where no passage announces them: then nothing is known', () => {
    const reading = read(`${head}新建农村公路30公里。`)
    expect(new Set(reading.headlineTargets.map(t => t.state))).toEqual(new Set(['not-found']))
    expect(reading.headlineTargets[0]!.passage).toBeNull()
  })
  it('are those of the year planned where a plan of five years stands beside it', () => {
    const reading = read(
      `${head}“十四五”时期主要目标是：地区生产总值年均增长9%，城镇新增就业累计5万人。\n2021年主要预期目标是：地区生产总值增长6.5%，居民消费价格涨幅3%左右，城镇新增就业9000人。`,
    )
    expect(target(reading, 'gdp')).toBe('set 6.5%')
    expect(target(reading, 'urban-jobs-new')).toBe('set 9000人')
    expect(target(reading, 'cpi')).toBe('set 3%')
  })
  it('may stand one a line, with commas alone, and under a heading that says nothing of the year', () => {
    const lines = read(
      `${head}今年主要预期目标为：\n地区生产总值增长6%；\n一般公共预算收入增长4%；\n居民消费价格涨幅控制在3%左右。`,
    )
    expect(['gdp', 'budget-revenue', 'cpi'].map(i => target(lines, i))).toEqual(['set 6%', 'set 4%', 'set 3%'])
    const commas = read(
      '2021年甲县人民政府工作报告\n各位代表：\n一、2020年工作回顾\n地区生产总值增长3.1%。\n二、牢记使命，奋力开创新局面\n全县经济社会发展的主要预期目标是：地区生产总值增长6%，一般公共预算收入增长4%，居民消费价格涨幅3%左右。\n新建公园2个。',
    )
    expect(['gdp', 'budget-revenue', 'cpi'].map(i => target(commas, i))).toEqual(['set 6%', 'set 4%', 'set 3%'])
    expect(commas.statements.at(-1)).toMatchObject({ kind: 'plan', question: 'plan-year' })
  })
  it('are not the results of the year before', () => {
    const reading = read(`${head}今年主要预期目标是：居民消费价格涨幅3%左右，城镇新增就业9000人。`)
    expect(target(reading, 'gdp')).toBe('not-set')
  })
})
