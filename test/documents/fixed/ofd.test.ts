import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../src/documents/formats/limits.ts'
import { ofd } from '../../../src/documents/ofd/index.ts'
import { figuresOf, inOrder } from './compare.ts'
import { type OfdOptions, writeOfd } from './ofd.ts'
import { type Setting, setText } from './pages.ts'
import { paragraphs, rightPages, samples } from './samples.ts'

const read = async (bytes: Uint8Array, limits = {}) => ofd.read(bytes, { name: 'a.ofd', limits: { ...defaultLimits, ...limits } })
const made = (text: string, setting: Setting = {}, options: OfdOptions = {}) => writeOfd(setText(text, setting).pages, options)
const report = samples.find(sample => sample.name.startsWith('county'))!.text

const settings: Record<string, [Setting, OfdOptions]> = {
  'one column': [{}, {}],
  'one column, sizes by transformation': [{}, { ctm: true }],
  'one column, heads and numbers, many pages': [{ head: '青禾县人民政府文件', numbers: true, lines: 14 }, {}],
  'two columns, heads and numbers': [{ columns: 2, size: 10.5, head: '政府公报 2024 年第 3 期', numbers: true, lines: 20 }, {}],
}

describe.each(Object.entries(settings))('a report set in %s', (_, [setting, options]) => {
  test.each(samples)('$name comes back', async ({ text }) => {
    const set = setText(text, setting)
    const got = await read(writeOfd(set.pages, options))
    expect(inOrder(text, got.text)).toBeGreaterThan(0.99)
    expect(figuresOf(got.text)).toEqual(figuresOf(paragraphs(text).join('\n')))
    expect(got.text.trimEnd().split('\n')).toEqual(paragraphs(text))
    expect(got.pages).toBe(set.pages.length)
    rightPages(got, set)
    if (setting.numbers && set.pages.length > 1)
      expect(got.asides.filter(aside => aside.reason === 'page-number')).toHaveLength(set.pages.length)
    expect(got.warnings).toEqual([])
  })
})

test('what the document says of itself', async () => {
  expect((await read(made(report))).metadata).toEqual({ title: '政府工作报告', created: '2024-01-05' })
})

test('a figure is found by its box, in points', async () => {
  const got = await read(made('报告\n去年全县粮食总产量27.6万吨，增长3.2%。'))
  const at = got.text.indexOf('27.6')
  const [start, end, page, , box] = got.map.find(run => run[0] <= at && run[1] > at)!
  expect([got.text.slice(start, end), page]).toEqual(['27.6', 1])
  expect(box![0]).toBeCloseTo(80 + 11 * 14, 0)
  expect(box![2]).toBeCloseTo(4 * 7, 0)
})

test('a template behind the pages gives heads and feet, not text', async () => {
  const template = [{ text: '青禾县人民政府办公室', x: 80, y: 40, size: 9 }]
  const got = await read(made(report, {}, { template }))
  expect(got.text.trimEnd().split('\n')).toEqual(paragraphs(report))
  expect(got.asides.filter(aside => aside.reason === 'running-head')).toHaveLength(got.pages!)
})

test('attachments and annotations are listed', async () => {
  const got = await read(
    made(
      report,
      {},
      {
        tail: '<ofd:Annotations>Annots/Annotations.xml</ofd:Annotations><ofd:Attachments>/Doc_0/Attachs/Attachments.xml</ofd:Attachments>',
        extra: {
          'Doc_0/Attachs/Attachments.xml':
            '<ofd:Attachments xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Attachment ID="1" Name="任务分解表.xlsx"><ofd:FileLoc>a.xlsx</ofd:FileLoc></ofd:Attachment></ofd:Attachments>',
          'Doc_0/Annots/Annotations.xml':
            '<ofd:Annotations xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Page PageID="100001"><ofd:FileLoc>Page_1/Annotation.xml</ofd:FileLoc></ofd:Page></ofd:Annotations>',
          'Doc_0/Annots/Page_1/Annotation.xml':
            '<ofd:PageAnnot xmlns:ofd="http://www.ofdspec.org/2016"><ofd:Annot ID="9" Type="Highlight"><ofd:Remark>请核实</ofd:Remark></ofd:Annot><ofd:Annot ID="10" Type="Watermark"><ofd:Appearance><ofd:TextObject><ofd:TextCode>征求意见稿</ofd:TextCode></ofd:TextObject></ofd:Appearance></ofd:Annot></ofd:PageAnnot>',
        },
      },
    ),
  )
  expect(got.asides).toEqual([
    { reason: 'other', text: '附件：任务分解表.xlsx', at: null, page: null },
    { reason: 'annotation', text: '请核实', at: null, page: 2 },
    { reason: 'watermark', text: '征求意见稿', at: null, page: 2 },
  ])
})

test('a table drawn with lines comes cell by cell', async () => {
  const set = setText('报告\n主要指标见下表。')
  const words = ['指标', '目标', '生产总值', '6.5%', '粮食', '27万吨']
  set.pages[0]!.lines.push(
    ...words.map((text, i) => ({ text, x: 110 + 150 * (i % 2), y: 220 + 30 * Math.floor(i / 2), size: 12 })),
  )
  const mm = (n: number) => (n / 72) * 25.4
  const path = (x0: number, y0: number, x1: number, y1: number) =>
    `<ofd:PathObject ID="7" Boundary="${mm(x0)} ${mm(y0)} ${mm(x1 - x0)} ${mm(y1 - y0)}"><ofd:AbbreviatedData>M 0 0 L ${mm(x1 - x0)} ${mm(y1 - y0)}</ofd:AbbreviatedData></ofd:PathObject>`
  const lines = [0, 1, 2, 3].map(i => path(100, 200 + 30 * i, 400, 200 + 30 * i))
  const posts = [100, 250, 400].map(x => path(x, 200, x, 290))
  const got = await read(writeOfd(set.pages, { objects: [...lines, ...posts].join('') }))
  expect(got.text).toBe('报告\n主要指标见下表。\n| 指标 | 目标 |\n| 生产总值 | 6.5% |\n| 粮食 | 27万吨 |\n')
})

describe('what cannot be read', () => {
  const image = '<ofd:ImageObject ID="8" Boundary="0 0 210 297" ResourceID="4"/>'

  test('a scan', async () => {
    const bytes = writeOfd([{ width: 595, height: 842, lines: [] }], { objects: image })
    await expect(read(bytes)).rejects.toMatchObject({ code: 'no-text', what: { zh: expect.stringContaining('扫描') } })
  })

  test('an encrypted container', async () => {
    const bytes = made(report, {}, { extra: { 'OFD.xml': '<OFD/>', 'Doc_0/Encryptions.xml': '<Encryptions/>' } })
    await expect(read(bytes)).rejects.toMatchObject({ code: 'encrypted' })
  })

  test('pages that are missing are named', async () => {
    const set = setText(report, { lines: 14 })
    const got = await read(writeOfd(set.pages, { extra: { 'Doc_0/Document.xml': documentOf(set.pages.length + 1) } }))
    expect(got.warnings).toMatchObject([{ code: 'damaged', where: { zh: `第 ${set.pages.length + 1} 页` } }])
  })

  test('too many pages', async () => {
    await expect(read(made('报告', {}, { extra: { 'Doc_0/Document.xml': documentOf(3000) } }))).rejects.toMatchObject({
      code: 'over-limit',
    })
  })

  test('an entity bomb is refused, not expanded', async () => {
    const bomb = `<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "啊啊啊啊啊啊啊啊"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><ofd:Page xmlns:ofd="o"><ofd:Content>&b;</ofd:Content></ofd:Page>`
    await expect(read(made(report, {}, { extra: { 'Doc_0/Pages/Page_0/Content.xml': bomb } }))).rejects.toMatchObject({
      code: 'damaged',
    })
  })

  test('deep nesting', async () => {
    const deep = '<a>'.repeat(100_000)
    await expect(read(made(report, {}, { extra: { 'Doc_0/Pages/Page_0/Content.xml': deep } }))).rejects.toMatchObject({
      code: 'over-limit',
    })
  })

  test('a page that expands a thousandfold', async () => {
    const bomb = `<a>${' '.repeat(30_000_000)}</a>`
    await expect(read(made(report, {}, { extra: { 'Doc_0/Pages/Page_0/Content.xml': bomb } }))).rejects.toMatchObject({
      code: 'over-limit',
    })
  })

  test('composite objects that hold themselves', async () => {
    const unit =
      '<ofd:Res xmlns:ofd="o"><ofd:CompositeGraphicUnits><ofd:CompositeGraphicUnit ID="9"><ofd:Content><ofd:CompositeObject ResourceID="9"/><ofd:CompositeObject ResourceID="9"/></ofd:Content></ofd:CompositeGraphicUnit></ofd:CompositeGraphicUnits></ofd:Res>'
    const bytes = made(
      '报告\n全文。',
      {},
      { objects: '<ofd:CompositeObject ResourceID="9"/>', extra: { 'Doc_0/PublicRes.xml': unit } },
    )
    expect((await read(bytes)).text).toBe('报告\n全文。\n')
  })

  const documentOf = (pages: number) =>
    `<ofd:Document xmlns:ofd="o"><ofd:CommonData><ofd:PageArea><ofd:PhysicalBox>0 0 210 297</ofd:PhysicalBox></ofd:PageArea></ofd:CommonData><ofd:Pages>${Array.from({ length: pages }, (_, i) => `<ofd:Page ID="${i}" BaseLoc="Pages/Page_${i}/Content.xml"/>`).join('')}</ofd:Pages></ofd:Document>`
})
