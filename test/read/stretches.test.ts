import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

/** A sentence in a review of 2016 to 2020, and of each of its figures: text, period, baseline. */
const cases: [string, ...[string, string | null, string | null][]][] = [
  ['地区生产总值增长38%。', ['38%', '2020', '2015']],
  ['地区生产总值年均增长6.2%。', ['6.2%', '2016/2020', '2015']],
  [
    '农民收入由5000元增加到2020年的8000元，平均每年增长9%。',
    ['5000元', '2015', null],
    ['8000元', '2020', null],
    ['9%', '2016/2020', '2015'],
  ],
  ['生产总值是2015年的1.4倍，年均增速保持在7%以上。', ['1.4倍', '2020', '2015'], ['7%', '2016/2020', '2015']],
  ['累计完成投资200亿元，是上个五年的两倍。', ['200亿元', '2016/2020', null], ['两倍', '2016/2020', '2011/2015']],
  ['累计收入90亿元、较“十二五”增长16%。', ['90亿元', '2016/2020', null], ['16%', '2016/2020', '2011/2015']],
  ['农民收入增速连续6年高于全省。', ['6年', '2020', null]],
  ['环线等12条高速公路相继开通。', ['12条', '2016/2020', null]],
]

describe('periods in a review of several years', () => {
  it.each(cases)('%s', (sentence, ...wanted) => {
    const { figures } = read(
      `2021年某县政府工作报告\n各位代表：\n一、“十三五”时期工作回顾\n五年来，我们做了以下工作。\n${sentence}`,
    )
    expect(figures.map(f => [f.text, f.period, f.baseline])).toEqual(wanted)
  })
})

describe('targets and forecasts', () => {
  const plan = '2021年某县政府工作报告\n各位代表：\n一、2020年工作回顾\n经济平稳增长。\n二、2021年工作安排\n'
  it('compares a target in a bracket with the year that its figure is compared with', () => {
    const { figures } = read(plan.replace('经济平稳增长。', '生产总值增长6.5%（年度目标6%以上）。'))
    expect(figures.map(f => [f.status, f.period, f.baseline])).toEqual([
      ['actual', '2020', '2019'],
      ['target', '2020', '2019'],
    ])
  })
  it('makes no promise of what comes of itself', () => {
    const told = (sentence: string) => read(plan + sentence).figures.map(f => [f.status, f.period])
    expect(told('预计高校毕业生超过12万人，就业压力较大。')).toEqual([['estimated', '2021']])
    expect(told('预计完成投资30亿元。')).toEqual([['target', '2021']])
  })
})
