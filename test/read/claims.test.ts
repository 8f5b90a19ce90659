import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

const review = '各位代表：\n一、2020年工作回顾\n'
const plan = '各位代表：\n二、2021年重点工作\n'

/** A sentence in the review or the plan of a report of 2021, and its claims: kind, subject, catalogue id, deciding words. */
const cases: [string, string, ...[string, string | null, string | null, string][]][] = [
  [review, '全年未发生较大以上安全事故。', ['none', null, null, '全年未发生较大以上安全事故']],
  [review, '水库无一垮坝，沿江干堤未溃一堤。', ['none', '水库', null, '无一垮坝'], ['none', '沿江干堤', null, '未溃一堤']],
  [review, '医护人员零感染。', ['none', '医护人员', null, '零感染']],
  [review, '建档立卡贫困村全部脱贫。', ['all', '建档立卡贫困村', null, '全部脱贫']],
  [review, '村级卫生室实现标准化全覆盖。', ['all', '村级卫生室', null, '实现标准化全覆盖']],
  [review, '低保对象基本实现应保尽保。', ['all', '低保对象', null, '基本实现应保尽保']],
  [plan, '守住不发生系统性风险的底线。', ['none', null, null, '不发生系统性风险']],
  [plan, '城乡居民收入与经济增长基本同步。', ['relative-target', '城乡居民收入', 'income-per-head', '与经济增长基本同步']],
  [
    plan,
    '规上工业增加值增速高于全省平均水平。',
    ['relative-target', '规上工业增加值增速', 'industry-value-added', '高于全省平均水平'],
  ],
  [plan, '单位GDP能耗完成省定目标。', ['unquantified-target', '单位GDP能耗', 'energy-intensity', '完成省定目标']],
  [plan, '粮食产量保持稳定。', ['unquantified-target', '粮食产量', 'grain-output', '保持稳定']],
  [plan, '“三公”经费只减不增。', ['unquantified-target', '“三公”经费', null, '只减不增']],
]

describe('claims without a number', () => {
  for (const [head, sentence, ...expected] of cases)
    it(sentence, () => {
      const { claims } = read(head + sentence)
      const said = claims.map(c => [c.claim, c.indicator?.text ?? null, c.indicator?.id ?? null, c.cue.text])
      // a subject that the catalogue may come to know is compared by its words
      expect(said.map(c => [c[0], c[1], c[3]])).toEqual(expected.map(c => [c[0], c[1], c[3]]))
      expected.forEach((c, i) => {
        if (c[2] !== null) expect(said[i]![2]).toBe(c[2])
      })
      expect(new Set(claims.map(c => c.status))).toEqual(new Set([head === plan ? 'target' : 'actual']))
    })

  it('are not made of ordinary words', () => {
    for (const sentence of [
      '社会消费品零售总额增长8%。',
      '全部财政收入12亿元。',
      '零工市场建成投用。',
      '同步实施配套管网改造。',
      '粮食产量稳定在100万吨以上。',
      '宗教与社会相适应。',
      '实施“村村通”工程。',
    ])
      expect([sentence, read(plan + sentence).claims]).toEqual([sentence, []])
  })
})
