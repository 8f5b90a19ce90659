/** Word documents: what stands in the text, what stands beside it, and the way back. */
import { describe, expect, it } from 'vitest'
import type { Decoded } from '../../src/documents/types.ts'
import { docxOf, p, rawDocx } from './made/docx.ts'
import { only, restored } from './made/open.ts'

const textOf = async (body: string, parts?: Record<string, string>) => (await only(rawDocx(body, parts))).text
const asidesOf = (document: Decoded) => document.asides.map(each => `${each.reason}: ${each.text}`)

describe('text of a Word document', () => {
  it('is its paragraphs, one a line, each mapped', async () => {
    const document = await only(rawDocx(p('全市生产总值增长百分之八。') + p('') + p('粮食产量一百万吨。')))
    expect(document.text).toBe('全市生产总值增长百分之八。\n粮食产量一百万吨。\n')
    expect(document.map).toEqual([
      [0, 13, null, 0, null],
      [14, 23, null, 1, null],
    ])
    expect(document.source).toMatchObject({ encoding: null, pages: null })
    expect(document.source.mediaType).toContain('wordprocessingml')
  })

  it('joins runs, keeps line breaks and tabs, drops soft hyphens and field instructions', async () => {
    const field = (type: string) => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
    const body = `<w:p><w:r><w:t>增长</w:t></w:r><w:r><w:t xml:space="preserve"> 8</w:t><w:softHyphen/><w:t>%</w:t><w:br/><w:t>第二行</w:t><w:tab/><w:t>后</w:t></w:r>
      ${field('begin')}<w:r><w:instrText>PAGEREF x</w:instrText></w:r>${field('separate')}<w:r><w:t>见附件</w:t></w:r>${field('end')}</w:p>`
    expect(await textOf(body)).toBe('增长 8%\n第二行\t后见附件\n')
  })

  it('counts automatic numbers out and says so', async () => {
    const level = (n: number, format: string, text: string, more = '') =>
      `<w:lvl w:ilvl="${n}"><w:start w:val="1"/><w:numFmt w:val="${format}"/>${more}<w:lvlText w:val="${text}"/></w:lvl>`
    const numbering = `<w:abstractNum w:abstractNumId="0">${level(0, 'chineseCountingThousand', '%1、')}${level(1, 'japaneseCounting', '（%2）')}${level(2, 'decimal', '%3.')}</w:abstractNum>
      <w:abstractNum w:abstractNumId="1">${level(0, 'bullet', '&#xF06C;')}</w:abstractNum>
      <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
      <w:num w:numId="3"><w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="11"/></w:lvlOverride></w:num>`
    const item = (text: string, num: number, at: number) =>
      p(text, `<w:numPr><w:ilvl w:val="${at}"/><w:numId w:val="${num}"/></w:numPr>`)
    const items = [
      item('回顾', 1, 0),
      item('工业', 1, 1),
      item('农业', 1, 1),
      item('种植', 1, 2),
      item('安排', 1, 0),
      item('投资', 1, 1),
      item('点', 2, 0),
      item('其他', 3, 0),
    ]
    const document = await only(rawDocx(`${items.join('')}${p('二〇二四年政府工作安排')}`, { numbering }))
    expect(document.text.split('\n')).toEqual([
      '一、回顾',
      '（一）工业',
      '（二）农业',
      '1. 种植',
      '二、安排',
      '（一）投资',
      '● 点',
      '十一、其他',
      '二〇二四年政府工作安排',
      '',
    ])
    expect(document.repairs).toHaveLength(8)
    for (const repair of document.repairs) expect(repair).toMatchObject({ kind: 'numbering', before: '' })
    expect(restored(document)).toBe('回顾\n工业\n农业\n种植\n安排\n投资\n点\n其他\n二〇二四年政府工作安排\n')
  })

  it('is what stands after all tracked changes; the rest is told', async () => {
    const body = `<w:p><w:r><w:t>增长</w:t></w:r><w:del w:author="甲"><w:r><w:delText>7</w:delText></w:r></w:del><w:ins w:author="甲"><w:r><w:t>8</w:t></w:r></w:ins><w:r><w:t>%，</w:t></w:r></w:p>
      <w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr><w:moveFrom><w:r><w:t>旧处</w:t></w:r></w:moveFrom><w:r><w:t>并入</w:t></w:r></w:p><w:p><w:moveTo><w:r><w:t>下段。</w:t></w:r></w:moveTo></w:p>`
    const document = await only(rawDocx(`${body}${p('全市政府工作报告')}`))
    expect(document.text).toBe('增长8%，\n并入下段。\n全市政府工作报告\n')
    expect(asidesOf(document)).toEqual(['deleted: 7', 'moved: 旧处'])
    expect(document.asides[0]!.at).toBe(2)
  })

  it('leaves comments, hidden words, contents, running heads and pictures beside it', async () => {
    const body = `<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr><w:sdtContent>${p('一、回顾 1')}</w:sdtContent></w:sdt>
      <w:p><w:r><w:t>生产总值</w:t><w:commentReference w:id="0"/></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>内部口径</w:t></w:r><w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>增长</w:t></w:r></w:p>
      <w:p><w:r><w:drawing><a><docPr descr="走势图"/></a></w:drawing></w:r></w:p>`
    const comments = '<w:comment w:id="0" w:author="审核人"><w:p><w:r><w:t>请核对</w:t></w:r></w:p></w:comment>'
    const document = await only(rawDocx(body, { comments, header1: p('政府工作报告'), footer1: p('— 1 —') }))
    expect(document.text).toBe('生产总值增长\n')
    expect(asidesOf(document)).toEqual([
      'navigation: 一、回顾 1',
      'comment: 审核人：请核对',
      'hidden: 内部口径',
      'picture: 走势图',
      'running-head: 政府工作报告',
      'page-number: — 1 —',
    ])
  })

  it('sets notes after the text, each with its mark', async () => {
    const body = `<w:p><w:r><w:t>培育“四上”企业</w:t><w:footnoteReference w:id="2"/><w:t>。</w:t></w:r></w:p>`
    const footnotes = `<w:footnote w:id="0" w:type="separator"><w:p/></w:footnote><w:footnote w:id="2"><w:p><w:r><w:footnoteRef/><w:t>指四类规模以上企业。</w:t></w:r></w:p></w:footnote>`
    const document = await only(rawDocx(body, { footnotes }))
    expect(document.text).toBe('培育“四上”企业[1]。\n名词注释\n[1]指四类规模以上企业。\n')
    expect(document.repairs.map(each => each.kind)).toEqual(['numbering', 'reordered'])
  })

  it('reads text boxes once, formulas, symbols, links and content controls', async () => {
    const body = `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><x><w:txbxContent>${p('框内文字')}</w:txbxContent></x></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${p('框内文字')}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent><w:t>正文</w:t><w:sym w:font="Wingdings" w:char="F06C"/></w:r>
      <w:hyperlink r:id="x"><w:r><w:t>链接</w:t></w:r></w:hyperlink><w:sdt><w:sdtContent><w:r><w:t>控件</w:t></w:r></w:sdtContent></w:sdt></w:p>`
    expect(await textOf(body)).toBe('正文●链接控件\n框内文字\n')
  })

  it('knows the pages of the last layout', async () => {
    const body = `${p('第一页有这些文字')}<w:p><w:r><w:lastRenderedPageBreak/><w:t>第二页</w:t><w:lastRenderedPageBreak/><w:t>第三页</w:t></w:r></w:p>`
    const document = await only(rawDocx(body))
    expect(document.source.pages).toBe(3)
    expect(document.map.map(run => run[2])).toEqual([1, 2, 3])
  })
})

describe('tables of a Word document', () => {
  const cell = (text: string, properties = '') =>
    `<w:tc><w:tcPr>${properties}</w:tcPr>${text
      .split('\n')
      .map(line => p(line))
      .join('')}</w:tc>`
  const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
  const table = (...rows: string[]) => `<w:tbl>${rows.join('')}</w:tbl>`

  it('stand a row a line, each cell with its place; merged cells span', async () => {
    const rows = table(
      `<w:tr><w:trPr><w:tblHeader/></w:trPr>${cell('指标')}${cell('目标', '<w:gridSpan w:val="2"/>')}</w:tr>`,
      row(cell('生产总值', '<w:vMerge w:val="restart"/>'), cell('8%'), cell('市发改委\n市统计局')),
      row(cell('', '<w:vMerge/>'), cell(''), cell('万元')),
    )
    const document = await only(rawDocx(`${p('附表')}${rows}${p('完')}`))
    expect(document.text).toBe('附表\n| 指标 | 目标 |\n| 生产总值 | 8% | 市发改委 市统计局 |\n|  | 万元 |\n完\n')
    const [made] = document.tables
    expect(made).toMatchObject({ rows: 3, columns: 3 })
    expect(made!.cells.map(c => [c.row, c.column, c.rowSpan, c.columnSpan, c.header, c.text])).toEqual([
      [0, 0, 1, 1, true, '指标'],
      [0, 1, 1, 2, true, '目标'],
      [1, 0, 2, 1, false, '生产总值'],
      [1, 1, 1, 1, false, '8%'],
      [1, 2, 1, 1, false, '市发改委 市统计局'],
      [2, 1, 1, 1, false, ''],
      [2, 2, 1, 1, false, '万元'],
    ])
    for (const { start, end, text } of made!.cells) expect(document.text.slice(start, end)).toBe(text)
  })

  it('that only lay a page out are paragraphs; nested ones belong to their cell', async () => {
    expect(await textOf(table(row(cell('全市经济运行平稳\n民生改善'))))).toBe('全市经济运行平稳\n民生改善\n')
    const nested = `<w:tc>${table(row(cell('里一'), cell('里二')))}${p('')}</w:tc>`
    expect(await textOf(table(row(cell('外一'), nested)))).toBe('| 外一 | 里一 里二 |\n')
  })
})

describe('a report written by the docx library', () => {
  it('reads back whole, headings marked', async () => {
    const lines = [
      '清水市政府工作报告',
      '各位代表：',
      '一、2020年工作回顾',
      '全市生产总值增长3.2%。',
      '二、2021年工作安排',
      '生产总值增长8%以上。',
    ]
    const document = await only(await docxOf(lines))
    expect(document.text).toBe(`${lines.join('\n')}\n`)
    expect(document.headings.map(each => [document.text.slice(each.start, each.end), each.level])).toEqual([
      ['一、2020年工作回顾', 1],
      ['二、2021年工作安排', 1],
    ])
    expect(document.metadata.created).toMatch(/^\d{4}-/)
  })
})
