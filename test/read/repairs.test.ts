/**
 * Repairs are visible: each is listed with its place and reason, and what the document holds can be had back. In a text
 * nothing is changed at all; what a format's reader changes carries what stood there before.
 */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { violations } from '../../src/read/invariants.ts'
import { root } from '../cli/run.ts'
import { setText } from '../documents/fixed/pages.ts'
import { writePdf } from '../documents/fixed/pdf.ts'
import { docxOf, p, rawDocx } from '../documents/made/docx.ts'
import { only, restored } from '../documents/made/open.ts'

const county = readFileSync(join(root, 'samples', 'county-2024-report.txt'), 'utf8')
const body = county.slice(0, county.indexOf('名词解释')).replace('附件：', '')

/** Lines broken by force after so many characters, never before a mark that may not begin a line. */
function wrapped(text: string, width: number): string {
  return text
    .split('\n')
    .flatMap(line => line.match(new RegExp(`.{1,${width}}[，。；：、！？”）》%]*`, 'gu')) ?? [''])
    .join('\n')
}

const figures = (text: string) =>
  read(text).figures.map(f =>
    [f.text.replace(/\s/g, ''), f.exact, f.unit, f.status, f.period, f.indicator?.text.replace(/\s/g, '')].join(' '),
  )
const repairs = (text: string, kind: string) => {
  const reading = read(text)
  expect(violations(reading)).toEqual([])
  expect(reading.text).toBe(text)
  for (const repair of reading.repairs) expect(repair.note.length).toBeGreaterThan(10)
  return reading.repairs.filter(each => each.kind === kind)
}

describe('hard line breaks', () => {
  it.each([30, 38])('at %i characters are rejoined: the same figures, each join listed at its line end', width => {
    const hard = wrapped(body, width)
    const found = repairs(hard, 'joined-lines')
    expect(found.length).toBeGreaterThan(50)
    // From the end of one line to the start of the next: nothing but what parts lines.
    for (const { start, end } of found)
      expect([hard.slice(start, end).trim(), hard.slice(start, end).includes('\n')]).toEqual(['', true])
    const wanted = figures(body)
    const got = figures(hard)
    const missing = wanted.filter(each => !got.includes(each))
    expect([missing, got.length]).toEqual([[], wanted.length])
  })
})

const before =
  '各位代表：\n一、2020年工作回顾\n全市经济平稳增长，民生持续改善。\n新增就业3.7万人，完成年度任务。\n改造老旧小区89个，惠及居民。\n粮食产量116万吨，再获丰收。\n全市森林覆盖率达到53%。\n'

describe('other captures', () => {
  it('split quotations are read as one, and the break is listed', () => {
    const text = `清水市2021年政府工作报告\n${before}建成全国“双拥模范\n城”，新增学位3000个。\n`
    const [split, ...more] = repairs(text, 'split-quotation')
    expect(more).toEqual([])
    expect(text.slice(split!.start - 4, split!.end + 1)).toBe('双拥模范\n城')
    const at = read(text).statements.find(each => each.text.includes('双拥'))!
    expect(at.text).toBe('建成全国“双拥模范\n城”，新增学位3000个。')
  })

  it('cut-off sentences are flagged where they stop, and what there is of them is read', () => {
    const text = `清水市2021年政府工作报告\n${before}建成农村公路260公里，新建公园12个，开展全国应\n居民收入增长6.1%，快于经济增长。\n`
    const [cut, ...more] = [...repairs(text, 'cut-off'), ...repairs(text, 'joined-lines')]
    expect(more).toEqual([])
    expect(text.slice(cut!.start - 3, cut!.start)).toBe('全国应')
    expect(read(text).figures.map(f => f.text)).toEqual(expect.arrayContaining(['260公里', '12个']))
  })

  it('separators lost by a capture are flagged and never read', () => {
    const text = `清水市2021年政府工作报告\n${before}截至2019121日，三次产业分别拉动增长4.810.44.910.7个百分点。\n`
    expect(repairs(text, 'lost-separator').map(each => text.slice(each.start, each.end))).toEqual(['2019121日', '4.810.44.910.7'])
    expect(read(text).figures.some(f => f.start > text.indexOf('截至'))).toBe(false)
  })

  it('repeated bodies and full-width digits are listed with what they repeat and mean', () => {
    const text = `清水市2021年政府工作报告\n${before.repeat(3)}`
    const full = text.replace('116万吨', '１１６万吨')
    expect(repairs(full, 'full-width-digits').map(each => [full.slice(each.start, each.end), each.note.includes('116')])).toEqual(
      [['１１６', true]],
    )
    const long = `清水市2021年政府工作报告\n${`${before}${'全市上下凝心聚力、攻坚克难，各项工作取得新的成效，完成了年度任务。\n'}`.repeat(3)}`
    expect(repairs(long, 'repeated-body').length).toBeGreaterThan(0)
  })
})

describe('what a reader changes', () => {
  it('in a Word document can be had back', async () => {
    const numbering =
      '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    const item = (text: string) => p(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
    const document = await only(rawDocx(p('清水市2021年政府工作报告') + item('工作回顾') + item('工作安排'), { numbering }))
    expect(document.text).toBe('清水市2021年政府工作报告\n一、工作回顾\n二、工作安排\n')
    expect(restored(document)).toBe('清水市2021年政府工作报告\n工作回顾\n工作安排\n')
  })

  it('in a PDF can be had back: radicals, words broken at line ends', async () => {
    const lines = ['⼯作报告', `${'全县发展第三产业，'.repeat(3)}引进RCEP coop-`, 'eration项目118个。']
    const pages = setText('x').pages
    pages[0]!.lines = lines.map((text, i) => ({ text, x: i === 1 ? 108 : 80, y: 100 + 24 * i, size: 14 }))
    const document = await only(writePdf(pages, { font: 'map' }))
    expect(document.text.split('\n')[0]).toBe('工作报告')
    expect(document.text).toContain('cooperation项目')
    expect(restored(document)).toContain('⼯作报告')
    expect(restored(document)).toContain('coop-eration')
  })

  it('is nothing where the document holds just the text', async () => {
    const document = await only(await docxOf(body.split('\n').filter(line => line.trim() !== '')))
    expect(document.repairs).toEqual([])
  })
})
