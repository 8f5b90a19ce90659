import { describe, expect, it } from 'vitest'
import { documentsOf, type Fact, factsOf, gridOf, levelsOf, predecessors, seriesOf } from '../../src/link/index.ts'
import { read } from '../../src/read/index.ts'

const reading = (name: string, text: string) =>
  read({ source: { name, mediaType: 'text/plain', encoding: null, sha256: null, pages: null }, text, repairs: [] })

const report = (place: string, year: number, review: string, plan: string) =>
  reading(
    `${place}-${year}.txt`,
    `${place}政府工作报告\n——${year}年1月12日\n一、${year - 1}年工作回顾\n${review}\n二、${year}年工作安排\n${plan}\n`,
  )

const all = (...readings: ReturnType<typeof reading>[]): Fact[] =>
  documentsOf(readings).flatMap(document => factsOf(document.reading, document))

describe('facts', () => {
  const facts = all(
    report(
      '湖北省',
      2022,
      '全年粮食产量达到552.9亿斤。预计地区生产总值增长12.9%。',
      '地区生产总值增长7%左右，粮食产量稳定在500亿斤以上。',
    ),
  )
  it('are told in the unit that the statistics office uses', () => {
    const grain = facts.find(f => f.indicator === 'grain-output' && f.status === 'actual')!
    expect(grain).toMatchObject({ value: 27645000, unit: '吨', written: '552.9亿斤', obsStatus: 'A', period: '2021' })
    expect(grain.interval).toEqual([27642500, 27647500])
  })
  it('tell estimates and targets from what was reached', () => {
    expect(facts.filter(f => f.indicator === 'gdp').map(f => [f.period, f.status, f.obsStatus, f.comparator])).toEqual([
      ['2021', 'estimated', 'E', 'eq'],
      ['2022', 'target', 'F', 'approx'],
    ])
  })
  it('have the place of the report, with its code, and stand in its sentences', () => {
    for (const fact of facts) {
      expect(fact.place).toEqual({ name: '湖北省', code: '420000', level: 'province' })
      expect(fact.text).toContain(fact.written)
    }
  })
})

describe('documents', () => {
  const notice = reading(
    'notice.txt',
    '2022年市政府工作报告主要目标任务一季度进展督办情况\n前三个月，规模以上工业增加值增长9.1%。',
  )
  it('without a place have that of the others, if there is one', () => {
    const ours = report('咸宁市', 2022, '财政收入增长8%。', '财政收入增长7%。')
    expect(documentsOf([notice, ours]).map(d => [d.key, d.place?.name, d.placeInferred])).toEqual([
      ['咸宁市-2022.txt', '咸宁市', false],
      ['notice.txt', '咸宁市', true],
    ])
    const others = report('襄阳市', 2022, '财政收入增长8%。', '财政收入增长7%。')
    expect(documentsOf([notice, ours, others]).find(d => d.key === 'notice.txt')!.place).toBeNull()
  })
  it('of one name are told apart', () => {
    expect(documentsOf([notice, notice]).map(d => d.key)).toEqual(['notice.txt', 'notice.txt#2'])
  })
})

describe('series', () => {
  const facts = all(
    report('湖北省', 2011, '粮食产量463亿斤，农民人均纯收入增长15.8%。', '粮食产量稳定在460亿斤。'),
    report('湖北省', 2015, '粮食产量2584万吨，农村居民人均可支配收入增长12%。', '粮食产量2500万吨以上。'),
  )
  it('join what is written in different units, with years that nothing is said of', () => {
    const [grain] = seriesOf(facts, { indicators: ['grain-output'] })
    expect(grain!.unit).toBe('吨')
    expect(grain!.points.map(p => [p.period, p.actuals[0]?.value ?? null, p.targets[0]?.value ?? null])).toEqual([
      ['2010', 23150000, null],
      ['2011', null, 23000000],
      ['2014', 25840000, null],
      ['2015', null, 25000000],
    ])
    expect(grain!.gaps).toEqual([2012, 2013])
  })
  it('end where an indicator gave way to another', () => {
    const names = seriesOf(facts).filter(s => s.measure === 'change')
    expect(names.map(s => s.indicator)).toEqual(['farmer-net-income', 'rural-income-per-head'])
    expect(predecessors('rural-income-per-head').map(b => [b.from, b.year])).toEqual([['farmer-net-income', 2013]])
  })
  it('name the breaks that fall within them', () => {
    const gdp = seriesOf(
      all(
        report('湖北省', 2018, '地区生产总值3.5万亿元。', '地区生产总值增长7%。'),
        report('湖北省', 2020, '地区生产总值4.58万亿元。', '地区生产总值增长7%。'),
      ),
      { indicators: ['gdp'] },
    ).find(s => s.measure === 'level')!
    expect(gdp.breaks.map(b => b.year)).toEqual([2018])
  })
})

describe('the grid of one report', () => {
  it('shows in which part an indicator is missing', () => {
    const rows = gridOf(all(report('湖北省', 2022, '进出口总额增长24.8%。', '地区生产总值增长7%，进出口总额增长8%。')))
    expect(rows.map(r => [r.indicator, r.missing])).toEqual([
      ['trade-total', ['review-period', 'plan-period']],
      ['gdp', ['review-period', 'review-year', 'plan-period']],
    ])
  })
})

describe('levels of government', () => {
  it('show how much more a place asks than the one above it', () => {
    const facts = all(
      report('湖北省', 2022, '工作稳步推进。', '地区生产总值增长7%左右。'),
      report('咸宁市', 2022, '工作稳步推进。', '地区生产总值增长7.5%—8.5%。'),
      report('嘉鱼县', 2022, '工作稳步推进。', '地区生产总值增长9%。'),
      report('曲阜市', 2022, '工作稳步推进。', '地区生产总值增长6%。'),
    )
    const [year] = levelsOf(facts, 'gdp')
    expect(year!.year).toBe('2022')
    expect(year!.levels.map(l => [l.level, l.places, l.median])).toEqual([
      ['province', 1, 7],
      ['city', 1, 8],
      ['county', 2, 7.5],
    ])
    expect(year!.targets.map(t => [t.fact.place.name, t.above?.fact.place.name ?? null, t.above?.more ?? null])).toEqual([
      ['湖北省', null, null],
      ['咸宁市', '湖北省', 1],
      ['曲阜市', null, null],
      ['嘉鱼县', '咸宁市', 1],
    ])
  })
})
