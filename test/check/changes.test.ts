/** Two versions of one report: what was added, dropped and changed. */
import { describe, expect, it } from 'vitest'
import { againstAs } from '../../src/check/against.ts'
import { factChanges } from '../../src/check/changes.ts'
import { read } from '../../src/read/index.ts'

const report = (review: string, plan = '新建幼儿园12所。') =>
  read(`咸宁市政府工作报告\n——2021年1月12日\n一、2020年工作回顾\n${review}\n二、2021年工作安排\n${plan}`)

const told = (before: string, after: string) =>
  factChanges(report(before), report(after)).map(c => [c.kind, c.before, c.after, c.rounding])

describe('figures', () => {
  it('are the same however they are written', () => {
    expect(told('完成投资1.5亿元，粮食产量116.8万吨。', '完成投资15000万元，粮食产量 116.8 万吨。')).toEqual([])
    expect(told('城镇新增就业3.7万人，粮食产量116.8万吨。', '粮食产量116.8万吨。城镇新增就业3.7万人。')).toEqual([])
    expect(told('城镇新增就业增长8％。', '城镇新增就业增长8%。')).toEqual([])
  })
  it('that changed come with both values and both places', () => {
    const [before, after] = [report('粮食产量116.8万吨。'), report('粮食产量118.6万吨。')]
    const [change, ...more] = factChanges(before, after)
    expect(more).toEqual([])
    expect(change).toMatchObject({ kind: 'changed', before: '116.8万吨', after: '118.6万吨', rounding: false })
    expect(before.text.slice(change!.was!.start, change!.was!.end)).toBe('116.8万吨')
    expect(after.text.slice(change!.at!.start, change!.at!.end)).toBe('118.6万吨')
  })
  it('that changed by rounding are told apart', () => {
    expect(told('粮食产量116.83万吨。', '粮食产量116.8万吨。')).toEqual([['changed', '116.83万吨', '116.8万吨', true]])
    expect(told('投资突破100亿元。', '投资100亿元左右。')).toEqual([['changed', '>100亿元', '≈100亿元', false]])
  })
  it('that came or went', () => {
    expect(told('粮食产量116.8万吨。', '粮食产量116.8万吨，城镇新增就业3.7万人。')).toEqual([['added', null, '3.7万人', false]])
    expect(told('粮食产量116.8万吨，城镇新增就业3.7万人。', '粮食产量116.8万吨。')).toEqual([['dropped', '3.7万人', null, false]])
  })
})

describe('promises', () => {
  const plans = (before: string, after: string) =>
    factChanges(report('粮食产量116.8万吨。', before), report('粮食产量116.8万吨。', after))
      .filter(c => c.what === 'promise')
      .map(c => [c.kind, c.before, c.after])

  it('are not gone where their sentences are parted in another way', () => {
    expect(plans('加快推进高速公路建设；大力发展数字经济。', '加快推进高速公路建设。大力发展数字经济。')).toEqual([])
  })
  it('that changed are told with both wordings', () => {
    const [was, is] = ['确保咸宁大桥年底前建成通车，启动连接线建设。', '力争咸宁大桥年底前建成通车，启动连接线建设。']
    expect(plans(was, is)).toEqual([['changed', was, is]])
  })
  it('that came or went', () => {
    expect(plans('大力发展数字经济。支持青年人才创业就业。', '大力发展数字经济。')).toEqual([
      ['dropped', '支持青年人才创业就业。', null],
    ])
  })
})

it('another document is a version, a communiqué, an earlier report or none of them', () => {
  const one = report('粮食产量116.8万吨。')
  expect(againstAs(one, report('粮食产量118.6万吨。'))).toBe('version')
  const communique = read('咸宁市2020年国民经济和社会发展统计公报\n咸宁市统计局\n2021年3月28日\n一、综合\n粮食产量116.8万吨。')
  expect(communique.report).toMatchObject({ kind: 'communique', year: 2021, place: { name: '咸宁市', code: '421200' } })
  expect(againstAs(one, communique)).toBe('communique')
  const other = (place: string, year: number) =>
    read(`${place}政府工作报告\n——${year}年1月12日\n一、${year - 1}年工作回顾\n粮食产量116.8万吨。`)
  expect(againstAs(one, other('咸宁市', 2020))).toBe('earlier')
  expect(againstAs(one, other('咸宁市', 2022))).toBe(null)
  expect(againstAs(one, other('黄冈市', 2020))).toBe(null)
})
