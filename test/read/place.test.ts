import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

/** What is read of a sentence in the review part of a report of the place and year. */
const reading = (sentence: string, where = '咸宁市第五届', year = 2021) =>
  read(`政府工作报告
——${year}年1月20日在${where}人民代表大会第六次会议上

各位代表：
我代表市人民政府向大会报告工作，请予审议。
一、${year - 1}年工作回顾
${sentence}
二、${year}年工作安排
今年要抓好各项工作，推动经济再上新台阶。
`)
const named = (sentence: string, where?: string, year?: number) =>
  reading(sentence, where, year).places.map(p => [p.text, p.name, p.code])

describe('places that a report names', () => {
  it('resolves a county of the own city by its name or short form', () => {
    expect(named('崇阳县新增企业12家，通山新建公路8公里。')).toEqual([
      ['崇阳县', '崇阳县', '421223'],
      ['通山', '通山县', '421224'],
    ])
  })
  it('leaves out the own place and takes the code of the year', () => {
    expect(named('咸宁与襄樊市签约项目3个。', '咸宁市第三届', 2008)).toEqual([['襄樊市', '襄樊市', '420600']])
    expect(named('咸宁与襄阳市签约项目3个。')).toEqual([['襄阳市', '襄阳市', '420600']])
  })
  it('takes an ambiguous district for the own city’s, or leaves it out', () => {
    expect(named('和平区改造小区5个。', '沈阳市第十六届', 2019)).toEqual([['和平区', '和平区', '210102']])
    expect(named('和平区改造小区5个。')).toEqual([])
    expect(named('引进天津市和平区企业5家。')).toEqual([
      ['天津市', '天津市', '120000'],
      ['和平区', '和平区', '120101'],
    ])
  })
  it('is not misled by words that are also names', () => {
    for (const words of [
      '人民生活安康，社会长治久安，城区新增绿地5万平方米。',
      '统筹发展和安全，治安新格局加快形成，新增城区停车位80个。',
      '沿海城市合作项目12个，支持合作市场建设3个。',
      '市委和县委坚强领导，示范县建设推进3项。',
      '保护长江和大运河，延长产业链5条。',
    ])
      expect(named(words), words).toEqual([])
  })
})

describe('the place of a figure', () => {
  const of = (sentence: string) => reading(sentence).figures.map(f => [f.text, f.place])
  it('is the place that heads its clause', () => {
    expect(of('崇阳县新增规上企业12家，全市新增企业90家。')).toEqual([
      ['12家', '崇阳县'],
      ['90家', null],
    ])
    expect(of('嘉鱼、赤壁建成产业园2个。')).toEqual([['2个', '嘉鱼、赤壁']])
    expect(of('完成投资30亿元，其中市区完成12亿元。').at(-1)).toEqual(['12亿元', '市区'])
  })
  it('is none where the place is part of another name, an object or the own place', () => {
    expect(of('武汉大学咸宁医院新增床位80张。')[0]![1]).toBeNull()
    expect(of('引进深圳企业12家。')).toEqual([['12家', null]])
    expect(of('咸宁市新增企业12家。')).toEqual([['12家', null]])
  })
})
