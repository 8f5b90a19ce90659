import { describe, expect, it } from 'vitest'
import { documentsOf, factsOf, panelOf } from '../../src/link/index.ts'
import { read } from '../../src/read/index.ts'

const reading = (name: string, text: string) =>
  read({ source: { name, mediaType: 'text/plain', encoding: null, sha256: null, pages: null }, text, repairs: [] })

const report = (place: string, year: number, review: string, plan: string) =>
  reading(
    `${place}-${year}.txt`,
    `${place}政府工作报告\n——${year}年1月12日\n一、${year - 1}年工作回顾\n${review}\n二、${year}年工作安排\n${year}年主要预期目标是：${plan}\n`,
  )

const panel = (...readings: ReturnType<typeof reading>[]) => {
  const documents = documentsOf(readings)
  return panelOf(
    documents,
    documents.flatMap(d => factsOf(d.reading, d)),
  )
}

describe('the panel', () => {
  const { rows, indicators } = panel(
    report('咸宁市', 2022, '地区生产总值增长12.8%。', '地区生产总值增长8%以上，居民消费价格涨幅3%左右，城镇登记失业率4.5%以内。'),
    report(
      '咸宁市',
      2023,
      '全市生产总值突破1800亿元、稳居全省中游、增长4.4%。居民消费价格总体平稳。',
      '地区生产总值增长6.5%，居民消费价格涨幅控制在3%左右，城镇登记失业率4.5%以内。',
    ),
  )
  const [first, second] = rows

  it('has a row for each year that a report plans', () => {
    expect(rows.map(r => [r.place.name, r.year])).toEqual([
      ['咸宁市', 2022],
      ['咸宁市', 2023],
    ])
    expect(indicators.map(i => i.id)).toEqual(['gdp', 'cpi', 'unemployment-registered'])
  })
  it('puts the next report’s number beside the target', () => {
    expect(first!.cells.gdp!.target.facts[0]).toMatchObject({ written: '8%', comparator: 'ge' })
    expect(first!.cells.gdp!.outcome).toMatchObject({ state: 'stated', facts: [{ written: '4.4%', period: '2022' }] })
  })
  it('takes words where no number is given, and tells them from nothing said', () => {
    expect(first!.cells.cpi!.outcome).toMatchObject({ state: 'without-number', wordings: [{ written: '居民消费价格总体平稳' }] })
    expect(first!.cells['unemployment-registered']!.outcome.state).toBe('not-stated')
  })
  it('tells what no document can answer yet', () => {
    expect(Object.values(second!.cells).map(c => c.outcome.state)).toEqual(['no-report', 'no-report', 'no-report'])
  })
  it('grounds every cell', () => {
    for (const row of rows)
      for (const { target, outcome } of Object.values(row.cells))
        for (const one of [...target.facts, ...target.wordings, ...outcome.facts, ...outcome.wordings])
          expect(one.text.slice(one.mark.start - one.start, one.mark.end - one.start)).toBe(one.written)
  })
})

describe('a rate over five years', () => {
  it('is no outcome of a year', () => {
    const { rows } = panel(
      report('咸宁市', 2025, '地区生产总值增长5.8%。', '地区生产总值增长6%左右。'),
      report(
        '咸宁市',
        2026,
        '地区生产总值达到2000亿元，比2020年增长33.6%。全年地区生产总值增长5.5%。',
        '地区生产总值增长6%左右。',
      ),
    )
    expect(rows[0]!.cells.gdp!.outcome.facts.map(f => f.written)).toEqual(['5.5%'])
  })
})
