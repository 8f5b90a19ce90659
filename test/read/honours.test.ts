import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import type { Honour } from '../../src/read/types.ts'

const review = '2021年甲县人民政府工作报告\n各位代表：\n一、2020年工作回顾\n'

/** A sentence of a review, the text of its honour and what is known of it. */
const cases: [string, string, Partial<Record<keyof Honour, unknown>>][] = [
  ['我县荣获“全国双拥模范县”称号。', '荣获“全国双拥模范县”称号', { kind: 'award', verb: '荣获', holder: '我县', scope: '全国' }],
  [
    '东山村被农业农村部评为全国乡村治理示范村。',
    '被农业农村部评为全国乡村治理示范村',
    { kind: 'award', body: '农业农村部', title: '全国乡村治理示范村', holder: '东山村', scope: '全国' },
  ],
  [
    '连续三年入选全国百强县。',
    '入选全国百强县',
    { kind: 'listed', since: '连续三年', years: 3, title: '全国百强县', holder: null },
  ],
  [
    '第一中学荣获教育部“体育示范校”称号。',
    '荣获教育部“体育示范校”称号',
    { kind: 'award', body: '教育部', title: '“体育示范校”称号', holder: '第一中学' },
  ],
  [
    '我县连续五年被评为全国粮食生产大县。',
    '被评为全国粮食生产大县',
    { kind: 'award', since: '连续五年', years: 5, title: '全国粮食生产大县', holder: '我县' },
  ],
  ['稳就业工作获省政府督查激励。', '获省政府督查激励', { kind: 'commendation', body: '省政府', holder: '稳就业工作' }],
  ['建成全国首个县域数据中心。', '全国首个县域数据中心', { kind: 'first', scope: '全国' }],
  ['进出口增速居全省第二位。', '全省第二位', { kind: 'rank', rank: 2, scope: '全省' }],
  ['营商环境评价位居全市前列。', '营商环境评价位居全市前列', { kind: 'leading', scope: '全市', holder: '营商环境评价' }],
  ['上市公司实现零的突破。', '上市公司实现零的突破', { kind: 'record', title: '零的突破', holder: '上市公司' }],
  ['连续18年保持安全生产无重大事故。', '连续18年保持安全生产无重大事故', { kind: 'streak', since: '连续18年', years: 18 }],
]

describe('honours', () => {
  for (const [sentence, text, known] of cases)
    it(sentence, () => {
      const { honours } = read(review + sentence)
      expect(honours.map(h => h.text)).toEqual([text])
      for (const [slot, value] of Object.entries(known)) {
        const said = honours[0]![slot as keyof Honour]
        expect([slot, said !== null && typeof said === 'object' && 'text' in said ? said.text : said]).toEqual([slot, value])
      }
    })
  it('are not won by getting, entering or promising', () => {
    for (const sentence of ['群众获得感持续增强。', '项目进入建设阶段。', '获得贷款支持2亿元。'])
      expect([sentence, read(review + sentence).honours]).toEqual([sentence, []])
    expect(read(`${review}粮食增产。\n二、2021年重点工作\n争创全国文明城市。`).honours).toEqual([])
  })
})
