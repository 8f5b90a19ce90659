/** Numerals that a capture ran together are flagged and never read; repairs are listed with their places. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { violations } from '../../src/read/invariants.ts'

const reading = (text: string) => {
  const made = read(text)
  expect(violations(made)).toEqual([])
  return made
}
const lost = (text: string) =>
  reading(text)
    .repairs.filter(each => each.kind === 'lost-separator')
    .map(each => text.slice(each.start, each.end))

describe('separators lost by a capture', () => {
  it.each([
    ['三次产业分别拉动增长4.810.44.910.7个百分点。', '4.810.44.910.7'],
    ['截至2019121日，完成投资。', '2019121日'],
    ['202310月份开工。', '202310月'],
    ['各县增速为-6.1%2.0%-0.3%。', '-6.1%2.0%-0.3%'],
    ['三次产业结构为16.3:42.041.7，持续优化。', '16.3:42.041.7'],
    ['请于128日前报送。', '128日'],
    ['19月进展情况如下。', '19月'],
  ])('are flagged and nothing is read: %s', (text, said) => {
    expect(lost(text)).toEqual([said])
    const { figures, setAside } = reading(text)
    expect(figures.filter(f => f.start < text.indexOf(said) + said.length && f.end > text.indexOf(said))).toEqual([])
    expect(setAside.some(each => each.reason === 'garbled' && each.text.includes(said))).toBe(true)
  })

  it.each([
    ['2021.1.12召开会议，增长5.5%-6.1%。'],
    ['版本1.2.3上线，地址10.0.0.1。'],
    ['三次产业结构为14.2:45.3:40.5。'],
    ['增长8%、9%，2023年10月完成，工期12个月。'],
    ['1月28日前完成，1-9月增长8.5%。'],
    ['第128日，2000多万人次。'],
  ])('are not seen where there are none: %s', text => {
    expect(lost(text)).toEqual([])
  })

  it('leave the rest of the sentence read', () => {
    const { figures } = reading('全市生产总值增长8.2%，三次产业分别拉动4.810.44.9个百分点，财政收入120亿元。')
    expect(figures.map(f => f.text)).toEqual(['8.2%', '120亿元'])
  })
})

describe('other repairs', () => {
  it('list digits in full width with what they are read as', () => {
    const text = '全市生产总值增长８．４％，达到１２０亿元。'
    const { repairs, figures } = reading(text)
    expect(repairs.map(each => [each.kind, text.slice(each.start, each.end), each.note.split(' ').at(-1)])).toEqual([
      ['full-width-digits', '８．４％', '8.4%'],
      ['full-width-digits', '１２０', '120'],
    ])
    expect(figures.map(f => f.value)).toEqual([8.4, 12000000000])
  })

  const body = [
    '各位代表：',
    ...Array.from(
      { length: 12 },
      (_, i) => `${i + 1}月份全市完成投资${i + 20}亿元，同比增长${i + 3}%，保持了平稳较快的良好势头。`,
    ),
  ]

  it.each([2, 6, 12])('count a body that was captured %i times once', times => {
    const once = reading(`清水市2021年政府工作报告\n${body.join('\n')}\n`)
    const many = reading(`清水市2021年政府工作报告\n${Array.from({ length: times }, () => body.join('\n')).join('\n')}\n`)
    expect(many.figures.map(f => f.text)).toEqual(once.figures.map(f => f.text))
    const covered = many.repairs
      .filter(each => each.kind === 'repeated-body')
      .reduce((sum, each) => sum + each.end - each.start, 0)
    expect(covered).toBeGreaterThan((times - 1) * body.join('\n').length * 0.95)
  })

  it('count a body once that was captured twice on lines of its own', () => {
    const line = body.join('')
    const once = reading(`清水市2021年政府工作报告\n（2021年1月12日）${line}\n`)
    const twice = reading(`清水市2021年政府工作报告\n（2021年1月12日）${line}\n下载\n（2021年1月12日）${line}\n`)
    expect(twice.figures.map(f => f.text)).toEqual(once.figures.map(f => f.text))
    expect(twice.repairs.map(each => each.kind)).toContain('repeated-body')
  })
})
