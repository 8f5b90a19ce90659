/** What was read knows the page it stands on, where the document has pages. */
import { describe, expect, it } from 'vitest'
import { pagesOf, read } from '../../src/read/index.ts'
import { Reading } from '../../src/read/schema.ts'
import type { MapRun } from '../../src/read/types.ts'
import { writeOfd } from '../documents/fixed/ofd.ts'
import { setText } from '../documents/fixed/pages.ts'
import { writePdf } from '../documents/fixed/pdf.ts'
import { p, rawDocx } from '../documents/made/docx.ts'
import { only } from '../documents/made/open.ts'

const lines = [
  '清水市2021年政府工作报告',
  '各位代表：',
  '一、2020年工作回顾',
  '全市生产总值1520.6亿元，增长3.2%。',
  '改造老旧小区89个。',
  '二、2021年工作安排',
  '新建公办幼儿园12所，改造农村公路260公里。',
  '粮食产量稳定在116万吨以上。',
]
const set = setText(lines.join('\n'), { lines: 3 })

describe.each([
  ['PDF', () => writePdf(set.pages)],
  ['OFD', () => writeOfd(set.pages)],
])('of a %s', (_, made) => {
  it('every item has the page of its first character', async () => {
    const reading = Reading.parse(read(await only(made())))
    const page = (item: { start: number }) => {
      const line = reading.text.slice(0, item.start).split('\n').length - 1
      return set.places[line]!.first
    }
    const { statements, figures, setAside, tasks } = reading
    expect(new Set(figures.map(each => each.page))).toEqual(new Set([2, 3]))
    for (const list of [statements, figures, setAside, tasks]) {
      expect(list.length).toBeGreaterThan(0)
      for (const item of list) expect([item.text, item.page]).toEqual([item.text, page(item)])
    }
  })
})

describe('pages of other documents', () => {
  it('are those that Word laid out last', async () => {
    const broken = '<w:p><w:r><w:lastRenderedPageBreak/><w:t>财政收入120亿元。</w:t></w:r></w:p>'
    const reading = read(await only(rawDocx(p('清水市2021年政府工作报告') + p('粮食产量116万吨。') + broken)))
    expect(reading.figures.map(each => [each.text, each.page])).toEqual([
      ['116万吨', 1],
      ['120亿元', 2],
    ])
  })
  it('are absent where there are none, not zero', async () => {
    for (const reading of [read(lines.join('\n')), read(await only(rawDocx(lines.map(line => p(line)).join(''))))])
      for (const item of [...reading.statements, ...reading.figures, ...reading.tasks]) expect(item).not.toHaveProperty('page')
  })
})

describe('the page of an offset', () => {
  const map: MapRun[] = [
    [0, 5, 1, 0, null],
    [6, 9, 1, 1, null],
    [12, 20, 3, 2, null],
  ]
  it.each([
    [0, 1],
    [4, 1],
    [5, 1],
    [8, 1],
    [9, 3],
    [12, 3],
    [19, 3],
    [99, 3],
  ])('%i is on page %i', (offset, page) => {
    expect(pagesOf(map)(offset)).toBe(page)
  })
  it('is not known without pages', () => {
    expect(pagesOf([])(0)).toBeNull()
    expect(pagesOf([[0, 5, null, 0, null]])(3)).toBeNull()
  })
})
