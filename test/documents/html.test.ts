/** Saved pages: the article is found, what stands round it is set aside, what it says of itself is read. */
import { strToU8 } from 'fflate'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { report } from '../cli/run.ts'
import { encode } from './encode.ts'
import { oldSite, plainSite, portal } from './made/html.ts'
import { only, opened, refused, restored } from './made/open.ts'

const [title = '', ...lines] = report.split('\n').filter(line => line !== '')
const article = `${[title, ...lines].join('\n')}\n`
const figures = (text: string) => read(text).figures.map(f => `${f.text} ${f.indicator?.text}`)

describe('the article of a page', () => {
  it.each([
    ['a portal', strToU8(portal(title, lines))],
    ['an old site in GBK', encode(oldSite(title, lines), 'gb18030')],
    ['a site without names', strToU8(plainSite(title, lines))],
    ['a portal in UTF-16', Uint8Array.from([0xff, 0xfe, ...Buffer.from(portal(title, lines), 'utf16le')])],
    ['a page saved in UTF-8 that still says GBK', strToU8(oldSite(title, lines))],
  ])('of %s is the text, and nothing else', async (_, bytes) => {
    const document = await only(bytes, 'a.html')
    expect(document.text).toBe(article)
    expect(document.source.mediaType).toBe('text/html')
    expect(figures(document.text)).toEqual(figures(report))
    for (const [start, end] of document.map) expect(document.text.slice(start, end)).not.toMatch(/\n/)
  })

  it('leaves everything else in the asides, with its reason', async () => {
    const { asides } = await only(strToU8(portal(title, lines)))
    const said = (reason: string) =>
      asides
        .filter(each => each.reason === reason)
        .map(each => each.text)
        .join('\n')
    expect(said('navigation')).toMatch(/办事服务[\s\S]*您当前的位置/)
    expect(said('metadata')).toMatch(/索 引 号[\s\S]*责任编辑/)
    expect(said('controls')).toMatch(/分享到/)
    expect(said('related')).toMatch(/一图读懂/)
    expect(said('page-footer')).toMatch(/网站标识码[\s\S]*ICP/)
    expect(asides.map(each => each.text).join()).not.toContain('99%')
  })

  it('keeps a label at its end that the report uses throughout', async () => {
    const tasks = [
      '（一）改造老旧小区八十九个，完善配套设施。',
      '主办单位：市住建局',
      '（二）新建公办幼儿园十二所，增加学位。',
      '主办单位：市教育局',
    ]
    const document = await only(strToU8(portal(title, [...lines, ...tasks])))
    expect(document.text).toBe(`${article}${tasks.join('\n')}\n`)
    expect(
      document.asides
        .filter(each => each.reason === 'page-footer')
        .map(each => each.text)
        .join(),
    ).toContain('清水市人民政府办公室')
  })

  it('keeps headings, numbers of ordered lists, and hidden words apart', async () => {
    const page = `<body><div class="article"><h2>一、工作回顾</h2><p>全市生产总值增长百分之八，居民收入稳步提高。</p><ol start="3"><li>建成幼儿园十二所，学位充足；</li><li>改造小区八十九个。</li></ol><p style="display: none">内部提示，请勿公开。</p><p>完成<!-- 注 -->投资<b>三</b>亿元，<span>用于</span>民生。</p></div></body>`
    const document = await only(strToU8(`<!doctype html>${page}`))
    expect(document.text).toBe(
      '一、工作回顾\n全市生产总值增长百分之八，居民收入稳步提高。\n3. 建成幼儿园十二所，学位充足；\n4. 改造小区八十九个。\n完成投资三亿元，用于民生。\n',
    )
    expect(document.headings).toEqual([{ start: 0, end: 6, level: 2 }])
    expect(restored(document)).not.toMatch(/[34]\. /)
    expect(document.asides).toEqual([{ reason: 'hidden', text: '内部提示，请勿公开。', at: expect.any(Number), page: null }])
  })

  it('says when it goes on on another page', async () => {
    const page = portal(title, lines, '<div><a href="2.html">下一页</a></div>')
    expect((await only(strToU8(page))).warnings.map(each => each.code)).toEqual(['not-read'])
    expect((await only(strToU8(portal(title, lines)))).warnings).toEqual([])
  })
})

describe('metadata of a page', () => {
  it('come from its meta elements and its block of labels', async () => {
    expect((await only(strToU8(portal(title, lines)))).metadata).toEqual({
      title,
      indexNumber: '000014349/2021-00012',
      documentNumber: '清政发〔2021〕1号',
      issuer: '清水市人民政府',
      topic: '综合政务',
      written: '2021年01月12日',
      validity: '有效',
      published: '2021-01-20 09:30',
      origin: '市政府办公室',
    })
  })
  it('come from a table of labels, with values in the next cell or on the same line', async () => {
    const table =
      '<table><tr><td>索引号</td><td>K123</td><td>公开日期</td><td>2021-02-01</td></tr><tr><td>文号：</td><td></td></tr></table>'
    const page = plainSite(title, lines).replace('<div><div><h2>', `${table}<p>发布机构：市府办　浏览次数：8</p><div><div><h2>`)
    const document = await only(strToU8(page))
    expect(document.metadata).toMatchObject({ indexNumber: 'K123', published: '2021-02-01', issuer: '市府办' })
    expect(document.metadata.documentNumber).toBeUndefined()
    expect(document.text).toBe(article)
  })
})

describe('tables of a page', () => {
  it('have their cells in the text, spans laid out', async () => {
    const table =
      '<table><thead><tr><th rowspan="2">指标</th><th colspan="2">2021年目标</th></tr><tr><th>数值</th><th>单位</th></tr></thead><tbody><tr><td>粮食产量</td><td> 116 </td><td><p>万</p><p>吨</p></td></tr></tbody></table>'
    const document = await only(strToU8(portal(title, lines, table)))
    expect(document.text).toBe(`${article}| 指标 | 2021年目标 |\n| 数值 | 单位 |\n| 粮食产量 | 116 | 万 吨 |\n`)
    const [made] = document.tables
    expect(made).toMatchObject({ rows: 3, columns: 3 })
    expect(made!.cells.map(c => [c.row, c.column, c.rowSpan, c.columnSpan, c.header, c.text])).toEqual([
      [0, 0, 2, 1, true, '指标'],
      [0, 1, 1, 2, true, '2021年目标'],
      [1, 1, 1, 1, true, '数值'],
      [1, 2, 1, 1, true, '单位'],
      [2, 0, 1, 1, false, '粮食产量'],
      [2, 1, 1, 1, false, '116'],
      [2, 2, 1, 1, false, '万 吨'],
    ])
  })
})

describe('what is no page to read', () => {
  it.each([
    ['frames', '<html><frameset><frame src="a.html"></frameset></html>', 'no-text'],
    ['an empty page', '<!doctype html><html><body><div id="app"></div><script>load("正文")</script></body></html>', 'no-text'],
    ['tags without end', `<html><body>${'<div>'.repeat(5000)}`, 'over-limit'],
    ['another language', '<html><body><p>The economy grew by 8%, and income rose.</p></body></html>', 'not-chinese'],
  ])('%s', async (_, page, code) => {
    expect((await refused(strToU8(page))).code).toBe(code)
  })
  it('is told from text about tags', async () => {
    const [one] = await opened(strToU8('全市开展<div>标签</div>培训，增长百分之八。'), 'a.html')
    expect(one).toMatchObject({ text: expect.stringContaining('<div>') })
  })
})
