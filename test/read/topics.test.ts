import { describe, expect, it } from 'vitest'
import { topics } from '../../src/catalogue/index.ts'
import { read } from '../../src/read/index.ts'

const text = `政府工作报告

各位代表：
我代表县人民政府向大会报告工作，请予审议。
一、2023年工作回顾
（一）教育事业加快发展
新建幼儿园3所，新增学位1200个。
地区生产总值增长6%，地方一般公共预算收入增长8%。
整治农村饮水安全隐患12处，除险加固水库5座。
我们心怀感激。
二、2024年工作安排
今年要抓好各项工作。
`

describe('topics of a reading', () => {
  const reading = read(text)
  const of = (start: string) => reading.statements.find(s => s.text.startsWith(start))!.topics
  it('are those of a statement’s indicators and words, best first', () => {
    expect(of('新建幼儿园')[0]).toBe('science.education')
    expect(of('地区生产总值')).toEqual(['economy.macro', 'finance.fiscal'])
    expect(of('整治农村饮水')[0]).toBe('agriculture.water')
    expect(of('我们心怀感激')).toEqual([])
  })
  it('are given to sections by their headings', () => {
    const section = reading.sections.find(s => s.heading?.text.includes('教育事业'))!
    expect(section.topic).toBe('science.education')
    expect(reading.sections.find(s => s.heading?.text.includes('工作回顾'))!.topic).toBeNull()
  })
  it('are ids of the catalogue', () => {
    for (const s of reading.statements) for (const id of s.topics) expect(topics().has(id), id).toBe(true)
  })
})
