import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'

/** Figures of a sentence in the review of a report for 1965: text, value, unit, measure, period, baseline. */
function figures(sentence: string, heading = '一、1964年工作回顾') {
  const text = `1965年国务院政府工作报告\n各位代表：\n${heading}\n${sentence}\n二、1965年工作任务\n要努力增产。\n`
  return read(text).figures.map(f => [f.text, f.value, f.unit, f.measure, f.period, f.baseline])
}

describe('how earlier decades write figures', () => {
  it.each([
    ['万 on 万', '全国六万万人口穿上了棉衣。', [['六万万', 600000000, '', 'level', '1964', null]]],
    ['communes are counted with 个', '全国有五千个人民公社。', [['五千个', 5000, '个', 'level', '1964', null]]],
    ['公尺', '新建厂房三百平方公尺。', [['三百平方公尺', 300, '平方公尺', 'level', '1964', null]]],
    [
      'a share that fell to another',
      '私营商业的比重由一九五二年的百分之六十下降为一九五六年的百分之八。',
      [
        ['百分之六十', 60, '%', 'level', '1952', null],
        ['百分之八', 8, '%', 'level', '1956', null],
      ],
    ],
    [
      'a base that opens the sentence holds for all of it',
      '同1957年比较，主要产品的产量都有增长：原煤增长17%，焦炭增长22%。',
      [
        ['17%', 17, '%', 'change', '1964', '1957'],
        ['22%', 22, '%', 'change', '1964', '1957'],
      ],
    ],
    [
      'the same for multiples of growth',
      '1964年比1957年，棉布供应增加了两倍，胶鞋增加了1.9倍。',
      [
        ['两倍', 2, '倍', 'change', '1964', '1957'],
        ['1.9倍', 1.9, '倍', 'change', '1964', '1957'],
      ],
    ],
    [
      'the year of the prices is not the period',
      '农业总产值达到六百亿元（按一九五七年不变价格计算），比一九六三年增长百分之五。',
      [
        ['六百亿元', 60000000000, '元', 'level', '1964', null],
        ['百分之五', 5, '%', 'change', '1964', '1963'],
      ],
    ],
    [
      'what was planned of a year',
      '一九六三年投资比一九六二年增加百分之九，一九六四年计划的投资又比一九六三年增加百分之八。',
      [
        ['百分之九', 9, '%', 'change', '1963', '1962'],
        ['百分之八', 8, '%', 'change', '1964', '1963'],
      ],
    ],
    [
      '上年 before a year that is named',
      '一九六五年预算收入比上年增长百分之十。',
      [['百分之十', 10, '%', 'change', '1965', '1964']],
    ],
  ])('%s: %s', (_, sentence, wanted) => expect(figures(sentence)).toEqual(wanted))

  it('五年内 in a part on five years means those', () => {
    expect(figures('五年内建成水库三百座。', '一、第一个五年计划时期内的成就').map(f => f[4])).toEqual(['1953/1957'])
  })
  it('a sentence on parts is about the year that the one before it names', () => {
    const found = figures(
      '一九五八年工农业总产值达到二千亿元。其中，工业总产值达到一千二百亿元。',
      '一、第一个五年计划时期内的成就',
    )
    expect(found.map(f => f[4])).toEqual(['1958', '1958'])
  })
  it('what a programme asks for is no outcome', () => {
    const text =
      '1965年国务院政府工作报告\n各位代表：\n一、1964年工作回顾\n纲要规定每亩产量达到四百斤。去年每亩产量达到三百斤。\n'
    expect(read(text).figures.map(f => f.status)).toEqual(['context', 'actual'])
  })
  it('a plan for the year after, laid before the assembly in the year before, is about its own year', () => {
    const text =
      '关于1980、1981年国民经济计划安排的报告\n——1980年8月30日在第五届全国人民代表大会第三次会议上\n各位代表：\n我向第五届全国人民代表大会第三次会议作报告。\n一、1979年工作回顾\n煤炭产量达到6亿吨。\n二、1981年国民经济计划的主要指标\n煤炭产量6.3亿吨。\n'
    const reading = read(text)
    expect(reading.report.year).toBe(1980)
    expect(reading.figures.map(f => [f.status, f.period])).toEqual([
      ['actual', '1979'],
      ['target', '1981'],
    ])
  })
})
