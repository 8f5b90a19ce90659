import { describe, expect, test } from 'vitest'
import { defaultLimits } from '../../../src/documents/formats/limits.ts'
import { pdf } from '../../../src/documents/pdf/index.ts'
import { figuresOf, inOrder } from './compare.ts'
import { type Setting, setText } from './pages.ts'
import { type PdfOptions, writePdf } from './pdf.ts'
import { paragraphs, rightPages, samples } from './samples.ts'

const read = async (bytes: Uint8Array, limits = {}) => pdf.read(bytes, { name: 'a.pdf', limits: { ...defaultLimits, ...limits } })
const made = (text: string, setting: Setting = {}, options: PdfOptions = {}) => writePdf(setText(text, setting).pages, options)

const settings: Record<string, Setting> = {
  'one column': {},
  'one column, heads and numbers, many pages': { head: '青禾县人民政府文件', numbers: true, lines: 14 },
  'two columns, heads and numbers': { columns: 2, size: 10.5, head: '政府公报 2024 年第 3 期', numbers: true, lines: 20 },
}

describe.each(Object.entries(settings))('a report printed in %s', (_, setting) => {
  test.each(samples)('$name comes back', async ({ text }) => {
    const set = setText(text, setting)
    const got = await read(writePdf(set.pages))
    expect(inOrder(text, got.text)).toBeGreaterThan(0.99)
    expect(figuresOf(got.text)).toEqual(figuresOf(paragraphs(text).join('\n')))
    expect(got.text.trimEnd().split('\n')).toEqual(paragraphs(text))
    expect(got.pages).toBe(set.pages.length)
    rightPages(got, set)
    if (setting.numbers && set.pages.length > 1) {
      expect(got.asides.filter(aside => aside.reason === 'page-number')).toHaveLength(set.pages.length)
      expect(got.asides.filter(aside => aside.reason === 'running-head')).toHaveLength(set.pages.length)
    }
    expect(got.warnings).toEqual([])
  })
})

const report = samples.find(sample => sample.name.startsWith('county'))!.text

describe('fonts', () => {
  test.each(['collection', 'gbk', 'map'] as const)('characters known by %s', async font => {
    const got = await read(made(report, {}, { font }))
    expect(inOrder(report, got.text)).toBeGreaterThan(0.99)
    expect(figuresOf(got.text)).toEqual(figuresOf(paragraphs(report).join('\n')))
  })

  test.each(['none', 'false'] as const)('characters not known (%s) are an error, not gibberish', async font => {
    await expect(read(made(report, {}, { font }))).rejects.toMatchObject({
      code: 'no-text',
      what: { zh: expect.stringContaining('Unicode') },
    })
  })

  test('what is drawn twice is read once', async () => {
    const got = await read(made(report, {}, { times: 3 }))
    expect(got.text.trimEnd().split('\n')).toEqual(paragraphs(report))
  })

  test('radicals are read as the characters they stand for, and said', async () => {
    const got = await read(made('⼯作报告\n我县⽔利⻓效管护⻅效。', {}, { font: 'map' }))
    expect(got.text).toBe('工作报告\n我县水利长效管护见效。\n')
    expect(got.repairs.map(repair => [repair.kind, repair.before, got.text.slice(repair.start, repair.end)])).toEqual([
      ['replaced-character', '⼯', '工'],
      ['replaced-character', '⽔', '水'],
      ['replaced-character', '⻓', '长'],
      ['replaced-character', '⻅', '见'],
    ])
  })

  test('a font that holds little but radicals is believed, the characters are those in use', async () => {
    const text = `⼯作报告\n${'全县⺠⽣⽔利⽐重⼾数⽓候，'.repeat(8)}`
    const got = await read(made(text, {}, { font: 'map' }))
    expect(got.text).toBe(`工作报告\n${'全县民生水利比重户数气候，'.repeat(8)}\n`)
  })

  test('text under a scan is told', async () => {
    const got = await read(made(report, {}, { mode: 3 }))
    expect(got.warnings.map(warning => warning.code)).toEqual(['recognised'])
  })
})

describe('places', () => {
  test('a figure is found on its page by its box', async () => {
    const set = setText('报告\n去年全县粮食总产量27.6万吨，增长3.2%。')
    const got = await read(writePdf(set.pages))
    const at = got.text.indexOf('27.6')
    const [start, end, page, , box] = got.map.find(run => run[0] <= at && run[1] > at)!
    expect(got.text.slice(start, end)).toBe('27.6')
    // After two squares of indent and nine characters of 14 points.
    expect(page).toBe(1)
    expect(box![0]).toBeCloseTo(80 + 11 * 14, 0)
    expect(box![2]).toBeCloseTo(4 * 7, 0)
    expect(box![1] + box![3]).toBeGreaterThan(set.pages[0]!.lines[1]!.y)
  })

  test('headings are told by their size', async () => {
    const got = await read(made(report))
    expect(got.headings.map(each => [each.level, got.text.slice(each.start, each.end)])).toEqual([[1, '政府工作报告']])
  })

  test('a page of a few short lines keeps them apart', async () => {
    const lines = ['报告', '一、去年工作', '粮食产量116万吨，增长3.2%。', '改造老旧小区89个。', '二、今年工作']
    expect((await read(made(lines.join('\n')))).text.trimEnd().split('\n')).toEqual(lines)
  })

  test('notes at the foot of a page do not cut the sentence above', async () => {
    const body = `政府工作报告\n${'全县经济运行总体平稳、稳中有进，主要指标符合预期，'.repeat(40)}圆满收官。`
    const set = setText(body, { lines: 12 })
    set.pages[0]!.lines.push({ text: '①重点项目：指投资一亿元以上的项目。', x: 80, y: 700, size: 9 })
    const got = await read(writePdf(set.pages))
    expect(got.text.split('\n').filter(Boolean)).toEqual([...body.split('\n'), '名词注释', '①重点项目：指投资一亿元以上的项目。'])
  })

  test('a table drawn with lines comes cell by cell', async () => {
    const set = setText('报告\n主要指标见下表。')
    const page = set.pages[0]!
    const words = ['指标', '目标', '生产总值', '6.5%', '粮食', '27万吨']
    page.lines.push(...words.map((text, i) => ({ text, x: 110 + 150 * (i % 2), y: 220 + 30 * Math.floor(i / 2), size: 12 })))
    const rules = [0, 1, 2, 3].map(i => `100 ${842 - 200 - 30 * i} m 400 ${842 - 200 - 30 * i} l S`)
    const posts = [100, 250, 400].map(x => `${x} ${842 - 200} m ${x} ${842 - 290} l S`)
    const got = await read(writePdf(set.pages, { drawing: [...rules, ...posts].join('\n') }))
    expect(got.text).toBe('报告\n主要指标见下表。\n| 指标 | 目标 |\n| 生产总值 | 6.5% |\n| 粮食 | 27万吨 |\n')
    expect(got.tables[0]).toMatchObject({ rows: 3, columns: 2 })
    expect(got.tables[0]!.cells.map(cell => cell.text)).toEqual(words)
  })
})

describe('what cannot be read', () => {
  test('an encrypted file', async () => {
    await expect(read(made(report, {}, { encrypt: true }))).rejects.toMatchObject({ code: 'encrypted' })
  })

  test('a scan', async () => {
    const bytes = Buffer.from(made('政府工作报告', {}, { compress: false }))
    const blank = Buffer.from(
      bytes
        .toString('latin1')
        .replace(/<[0-9a-f]{8,}> Tj/g, m => ' '.repeat(m.length))
        .replace('%%EOF', '% /Subtype /Image\n%%EOF'),
      'latin1',
    )
    await expect(read(blank)).rejects.toMatchObject({ code: 'no-text', what: { zh: expect.stringContaining('扫描') } })
  })

  test('too many pages', async () => {
    await expect(read(made(report), { pages: 2 })).rejects.toMatchObject({ code: 'over-limit' })
  })

  test('ten thousand pages are refused by their number, before they are read', async () => {
    const [page] = setText(report).pages
    const bytes = writePdf(Array.from({ length: 10_000 }, () => ({ ...page!, lines: page!.lines.slice(0, 2) })))
    await expect(read(bytes)).rejects.toMatchObject({ code: 'over-limit', what: { zh: '超过 2000 页' } })
  })

  test('too many characters', async () => {
    await expect(read(made(report), { characters: 1000 })).rejects.toMatchObject({ code: 'over-limit' })
  })

  test('a file cut off in its middle is read as far as it goes, or refused', async () => {
    const bytes = made(report, { lines: 10 })
    for (const share of [0.2, 0.5, 0.9]) {
      const got = await read(bytes.subarray(0, Math.floor(bytes.length * share))).catch(error => error)
      if (got instanceof Error) expect(got).toMatchObject({ name: 'DocumentError' })
      else expect(report.replace(/\s/g, '')).toContain(got.text.replace(/\s/g, '').slice(0, 50))
    }
  })

  test('what the document says of itself', async () => {
    const got = await read(made(report, {}, { title: '2024年政府工作报告' }))
    expect(got.metadata).toEqual({ title: '2024年政府工作报告', created: '2024-01-05T09:30:00+08:00' })
  })
})
