/** Tables: found, told apart, and each value read with its row and its column. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { violations } from '../../src/read/invariants.ts'
import { p, rawDocx } from '../documents/made/docx.ts'
import { only } from '../documents/made/open.ts'

const head = '清水市2021年政府工作报告\n各位代表：\n一、2020年工作回顾\n全市经济平稳增长。\n二、2021年工作安排\n做好全年工作。\n'
const rows = (...lines: string[]) => `${head}${lines.join('\n')}\n`
const said = (text: string) =>
  read(text).figures.map(f => [
    f.text,
    f.value,
    f.unit,
    f.indicator?.text,
    f.indicator?.id,
    f.comparator,
    f.measure,
    f.status,
    f.period,
  ])

describe('a table of indicators', () => {
  const text = rows(
    '表1 主要指标',
    '单位：亿元',
    '| 序号 | 指标 | 2020年完成 | 同比增长（%） | 2021年目标 |',
    '| 1 | 地区生产总值 | 1520.6 | 3.2 | 1640以上 |',
    '| 2 | 粮食产量（万吨） | 116.8 | -1.5 | 118 |',
    '| 3 | 城镇调查失业率 | 5.2% | - | 5.5%以内 |',
    '| 4 | 办好民生实事，新建幼儿园12所 |  |  |  |',
  )

  it('gives each value its indicator, unit, status and year', () => {
    expect(said(text)).toEqual([
      ['1520.6', 152060000000, '亿元', '地区生产总值', 'gdp', 'eq', 'level', 'actual', '2020'],
      ['3.2', 3.2, '%', '地区生产总值', 'gdp', 'eq', 'change', 'actual', '2020'],
      ['1640', 164000000000, '亿元', '地区生产总值', 'gdp', 'ge', 'level', 'target', '2021'],
      ['116.8', 1168000, '万吨', '粮食产量（万吨）', expect.anything(), 'eq', 'level', 'actual', '2020'],
      ['-1.5', -1.5, '%', '粮食产量（万吨）', expect.anything(), 'eq', 'change', 'actual', '2020'],
      ['118', 1180000, '万吨', '粮食产量（万吨）', expect.anything(), 'eq', 'level', 'target', '2021'],
      ['5.2%', 5.2, '%', '城镇调查失业率', expect.anything(), 'eq', 'level', 'actual', '2020'],
      ['5.5%', 5.5, '%', '城镇调查失业率', expect.anything(), 'le', 'level', 'target', '2021'],
      ['12所', 12, '所', '幼儿园', expect.anything(), 'eq', 'level', 'target', '2021'],
    ])
  })

  it('is in the reading with its kind, caption and cells', () => {
    const reading = read(text)
    expect(violations(reading)).toEqual([])
    expect(reading.tables).toHaveLength(1)
    const [table] = reading.tables
    expect(table).toMatchObject({ id: 't1', kind: 'indicators', rows: 5, columns: 5, caption: { text: '表1 主要指标' } })
    for (const cell of table!.cells) expect(text.slice(cell.start, cell.end)).toBe(cell.text)
    expect(reading.statements.filter(each => each.text.startsWith('|')).map(each => each.kind)).toEqual([
      'context',
      'plan',
      'plan',
      'plan',
      'plan',
    ])
  })

  it('reads the same from a Word document', async () => {
    const cells = (line: string) => line.slice(2, -2).split(' | ')
    const lines = text.split('\n').filter(line => line !== '')
    const table = lines
      .filter(line => line.startsWith('|'))
      .map(
        line =>
          `<w:tr>${cells(line)
            .map(cell => `<w:tc>${p(cell)}</w:tc>`)
            .join('')}</w:tr>`,
      )
    const document = await only(
      rawDocx(
        `${lines
          .filter(line => !line.startsWith('|'))
          .map(line => p(line))
          .join('')}<w:tbl>${table.join('')}</w:tbl>`,
      ),
    )
    const reading = read(document)
    expect(violations(reading)).toEqual([])
    expect(reading.tables.map(each => each.kind)).toEqual(['indicators'])
    expect(reading.figures.map(f => `${f.text} ${f.unit} ${f.period}`)).toEqual(
      read(text).figures.map(f => `${f.text} ${f.unit} ${f.period}`),
    )
  })
})

describe('other tables', () => {
  it.each([
    ['tasks', '序号\t目标任务\t牵头单位\t责任单位\t完成时限', '1\t改造老旧小区89个\t市住建局\t各区\t12月底前'],
    ['glossary', '| 名词 | 解释 |', '| “四上”企业 | 年主营业务收入2000万元以上的工业企业等 |'],
    ['projects', '| 项目名称 | 建设内容 | 总投资（亿元） |', '| 清水大桥 | 全长3.2公里 | 12.5 |'],
    ['other', '| 甲 | 乙 | 丙 |', '| 子 | 丑 | 寅 |'],
  ])('are told apart: %s', (kind, first, second) => {
    const reading = read(rows(first, second))
    expect(reading.tables.map(each => each.kind)).toEqual([kind])
    expect(violations(reading)).toEqual([])
  })

  it('of terms hold definitions, neither results nor plans', () => {
    const reading = read(rows('| 名词 | 解释 |', '| “四上”企业 | 年主营业务收入2000万元以上的工业企业等 |'))
    const inTable = reading.figures.filter(f => f.text.startsWith('2000'))
    expect(inTable.map(f => f.status)).toEqual(['context'])
  })

  it('are not seen in prose, in a single row or in a rule', () => {
    for (const line of ['阅读：12\t\t字号：大\t\t来源', '| 只有一行 | 两格 |', '甲|乙'])
      expect(read(rows(line)).tables).toEqual([])
  })
})
