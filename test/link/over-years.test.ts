import { describe, expect, it } from 'vitest'
import { drops, lifeLines, novelty } from '../../src/link/index.ts'
import { notice, report } from './documents.ts'

describe('dropped and changed targets', () => {
  const listed = drops([
    report(2023, '', '地区生产总值增长6%以上；固定资产投资增长8%；进出口总额增长5%；粮食产量27万吨。'),
    notice(2023, '一季度，地区生产总值增长6.2%（目标5.5%以上）；固定资产投资增长9%（目标8%）。'),
    report(2024, '地区生产总值增长6.1%；固定资产投资增长8.4%。', '地区生产总值增长5%；粮食产量27.5万吨。'),
  ])

  it('names what no later report tells or sets again', () => {
    expect(listed.filter(d => d.kind === 'dropped').map(d => d.promise.subject)).toEqual(['进出口总额'])
  })

  it('names a number that another document gives otherwise for the same year', () => {
    const changed = listed.filter(d => d.kind !== 'dropped')
    expect(changed.map(d => [d.kind, d.promise.mark.text, d.later?.mark.text])).toEqual([['lowered', '6%', '5.5%']])
    expect(changed[0]!.words.zh).toBe('地区生产总值（2023）：先为6%以上，后为5.5%以上')
  })

  it('names softer words for the same number', () => {
    const softened = drops([
      report(2023, '', '地区生产总值增长6%以上。'),
      notice(2023, '一季度，地区生产总值增长6.2%（目标6%左右）。'),
    ])
    expect(softened.map(d => d.kind)).toEqual(['softened'])
  })

  it('lists things that are no indicator only when asked', () => {
    const texts = [
      report(2023, '', '地区生产总值增长6%。', '新建蔬菜大棚2500座。'),
      report(2024, '地区生产总值增长6%。', '地区生产总值增长5%。'),
    ]
    expect(drops(texts)).toEqual([])
    expect(drops(texts, { all: true }).map(d => d.promise.mark.text)).toEqual(['2500座'])
  })
})

describe('novelty', () => {
  const old = '始终把群众满意作为衡量工作的最高标准，持续深化作风建设，努力建设人民满意的服务型政府。'
  const first = report(2023, '柳溪大桥建成通车，结束了两岸群众靠轮渡出行的历史。', '地区生产总值增长6%。', old)
  const second = report(2024, '青禾大米首次出口海外，订单排到来年三月。', '地区生产总值增长5%。', old)

  it('tells what is said anew from what is repeated', () => {
    const [of] = novelty([second, first])
    expect(of).toMatchObject({ document: '青禾县-2024.txt', against: '青禾县-2023.txt' })
    const isNew = (words: string) => {
      const at = second.statements.find(s => s.text.includes(words))!
      return of!.statements.find(s => s.statement === at.id)!.isNew
    }
    expect(isNew('青禾大米首次出口')).toBe(true)
    expect(isNew('始终把群众满意')).toBe(false)
    expect(of!.share).toBeGreaterThan(0)
    expect(of!.share).toBeLessThan(1)
  })

  it('counts a sentence with another number as repeated', () => {
    const roads = (length: number) => `继续实施农村道路畅通工程，全年新建和改建农村公路${length}公里以上。`
    const [of] = novelty([
      report(2023, '', '地区生产总值增长6%。', roads(90)),
      report(2024, '', '地区生产总值增长5%。', roads(120)),
    ])
    expect(of!.statements.at(-1)!.share).toBe(0)
  })

  it('is null for parts that the report lacks, and needs an earlier report', () => {
    expect(novelty([first])).toEqual([])
  })
})

describe('life lines', () => {
  const documents = [
    report(2022, '', '地区生产总值增长6%。', '推进柳溪大桥前期工作。'),
    report(2023, '柳溪大桥开工建设。', '地区生产总值增长6%。', '加快柳溪大桥建设，开工建设青禾机场。'),
    report(2024, '柳溪大桥加快建设。', '地区生产总值增长6%。', '建成柳溪大桥，开工建设青禾机场。'),
    report(2025, '柳溪大桥建成通车。', '地区生产总值增长6%。'),
  ]

  it('follow a project from its preparation to its use', () => {
    const bridge = lifeLines(documents).find(l => l.name === '柳溪大桥')!
    expect(bridge.points.map(p => [p.period, p.status, p.stage])).toEqual([
      ['2022', 'actual', 'started'],
      ['2022', 'target', 'preparation'],
      ['2023', 'actual', 'underway'],
      ['2023', 'target', 'underway'],
      ['2024', 'actual', 'in-use'],
      ['2024', 'target', 'built'],
    ])
    expect(bridge.reached).toBe('in-use')
    expect(bridge.setbacks).toEqual([])
  })

  it('say where a start is planned again', () => {
    const airport = lifeLines(documents).find(l => l.name === '青禾机场')!
    expect(airport.reached).toBeNull()
    expect(airport.setbacks.map(s => s.words.zh)).toEqual(['2023年计划开工，2024年再次计划开工'])
  })

  it('say where a later report tells less', () => {
    const line = lifeLines([
      report(2023, '柳溪大桥建成通车。', '地区生产总值增长6%。'),
      report(2024, '柳溪大桥加快建设。', '地区生产总值增长6%。'),
    ])
    expect(line[0]!.setbacks.map(s => s.kind)).toEqual(['back'])
  })

  it('keep two phases of one undertaking apart', () => {
    const lines = lifeLines([
      report(2023, '青禾食品产业园一期建成投产。', '地区生产总值增长6%。', '开工建设青禾食品产业园二期。'),
      report(2024, '青禾食品产业园二期开工建设。', '地区生产总值增长6%。'),
    ])
    expect(lines.map(l => l.points.map(p => p.mark.text))).toEqual([['青禾食品产业园二期', '青禾食品产业园二期']])
  })
})
