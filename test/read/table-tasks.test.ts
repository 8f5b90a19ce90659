/** 任务分解表: what a row says is to be done, by whom and until when; with bars, in Word, and one cell a line. */
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { violations } from '../../src/read/invariants.ts'
import type { Reading } from '../../src/read/types.ts'
import { p, rawDocx } from '../documents/made/docx.ts'
import { only } from '../documents/made/open.ts'

const title = '清水市2021年政府工作报告目标任务分解表'
const headings = ['序号', '目标任务', '牵头单位', '责任单位', '完成时限']
const rows = [
  ['1', '改造老旧小区89个', '市住建局', '市财政局、各区', '12月底前'],
  ['2', '地区生产总值增长8%以上', '市发改委', '市统计局', '全年'],
  ['3', '新建公办幼儿园12所，新增学位3000个', '市教育局', '市自然资源局，各县（市、区）', '2021年9月'],
]
const wanted = [
  ['改造', '老旧小区', ['89个'], '市住建局', ['市财政局', '各区'], '12月底前', 'planned'],
  ['增长', '地区生产总值', ['8%'], '市发改委', ['市统计局'], '全年', 'planned'],
  ['新建', '公办幼儿园', ['12所'], '市教育局', ['市自然资源局', '各县（市、区）'], '2021年9月', 'planned'],
  ['新增', '学位', ['3000个'], '市教育局', ['市自然资源局', '各县（市、区）'], '2021年9月', 'planned'],
]

const tasks = (reading: Reading) => {
  expect(violations(reading)).toEqual([])
  const figure = new Map(reading.figures.map(each => [each.id, each.text]))
  return reading.tasks.map(t => [
    t.act.text,
    t.object?.text,
    t.figures.map(id => figure.get(id)),
    t.body?.text,
    t.coBodies.map(each => each.text),
    t.deadline?.text,
    t.status,
  ])
}
const barred = (table: string[][]) => table.map(row => `| ${row.join(' | ')} |`).join('\n')

describe('a table of tasks', () => {
  it.each([
    ['with bars', `${title}\n${barred([headings, ...rows])}\n`],
    ['with tabs', `${title}\n${[headings, ...rows].map(row => row.join('\t')).join('\n')}\n`],
    ['with one cell a line', `${title}\n${[headings, ...rows].flat().join('\n')}\n`],
    ['with one cell a line, blank lines between', `${title}\n\n${[headings, ...rows].flat().join('\n\n')}\n`],
  ])('%s gives tasks with their units and deadlines', (_, text) => {
    const reading = read(text)
    expect(tasks(reading)).toEqual(wanted)
    expect(reading.tables.map(each => [each.kind, each.rows, each.columns])).toEqual([['tasks', 4, 5]])
    for (const t of reading.tasks) expect(t.rateable.slice(0, 3)).toEqual(['measure', 'date', 'owner'])
    // Each name is where it stands in its cell.
    const [task] = reading.tasks
    const cell = reading.tables[0]!.cells.find(each => each.text === '市财政局、各区')!
    for (const each of task!.coBodies) expect(each.start >= cell.start && each.end <= cell.end).toBe(true)
  })

  it('of a Word document, a unit merged over rows, gives each row its unit', async () => {
    const cell = (text: string, merge = '') => `<w:tc><w:tcPr>${merge}</w:tcPr>${p(text)}</w:tc>`
    const row = (...cells: string[]) => `<w:tr>${cells.join('')}</w:tr>`
    const table = [
      row(cell('工作任务'), cell('责任单位'), cell('完成时限')),
      row(cell('新建公园5个'), cell('市城管委', '<w:vMerge w:val="restart"/>'), cell('年底前')),
      row(cell('改造公厕30座'), cell('', '<w:vMerge/>'), cell('6月底前')),
    ].join('')
    const reading = read(await only(rawDocx(`${p(title)}<w:tbl>${table}</w:tbl>`)))
    expect(tasks(reading).map(each => [each[0], each[3], each[5]])).toEqual([
      ['新建', '市城管委', '年底前'],
      ['改造', '市城管委', '6月底前'],
    ])
  })

  it('names those who lead and those who help inside a cell, by their labels', () => {
    const cell = '牵头单位：市水利局；配合单位：市财政局、各乡镇'
    const [task] = tasks(
      read(
        `${title}\n${barred([
          ['工作任务', '责任单位'],
          ['整治河道18公里', cell],
          ['新建水库2座', '市水利局等'],
        ])}\n`,
      ),
    )
    expect(task!.slice(3, 5)).toEqual(['市水利局', ['市财政局', '各乡镇']])
  })

  it('with a column of progress says what was done, not what is planned', () => {
    const table = [
      ['序号', '工作任务', '责任单位', '进展情况'],
      ['1', '改造老旧小区89个', '市住建局', '已开工60个'],
    ]
    const reading = read(`清水市2021年重点工作进展情况通报\n各县、区：\n${barred(table)}\n`)
    expect(violations(reading)).toEqual([])
    expect(reading.statements.filter(each => each.text.includes('老旧')).map(each => each.kind)).not.toContain('plan')
  })

  it('leaves an unknown unit null: nothing is taken from a dash or an empty cell', () => {
    const table = [headings, ['1', '改造老旧小区89个', '—', '', '12月底前'], ['2', '新建公园5个', '无', '', '']]
    const reading = read(`${title}\n${barred(table)}\n`)
    expect(reading.tasks.map(each => [each.body, each.coBodies, each.deadline?.text ?? null])).toEqual([
      [null, [], '12月底前'],
      [null, [], null],
    ])
  })
})

describe('cells one a line', () => {
  it('are rows where a text runs over lines, and where a cell is missing nobody is named', () => {
    const text = [
      title,
      ...headings,
      ...['1', '改造老旧小区89个，', '新建公园5个', '市住建局', '各区', '12月底前'],
      ...['2', '新建水库2座', '市水利局', '年底前'],
      ...['3', '整治河道18公里', '市水利局', '各县', '年底前'],
      '特此通知。',
    ].join('\n')
    const reading = read(text)
    expect(tasks(reading).map(each => [each[0], each[3], each[5]])).toEqual([
      ['改造', '市住建局', '12月底前'],
      ['新建', '市住建局', '12月底前'],
      ['新建', undefined, undefined],
      ['整治', '市水利局', '年底前'],
    ])
    expect(reading.statements.at(-1)!.text).toBe('特此通知。')
  })

  it('without running numbers are told by their units and deadlines', () => {
    const columns = ['工作任务', '牵头单位', '完成时限']
    const cells = [
      ['新建公园5个', '市城管委', '年底前'],
      ['整治河道18公里', '市水利局', '11月底前'],
    ]
    const text = [title, ...columns, ...cells.flat(), '各单位要按月报送进展。'].join('\n')
    const reading = read(text)
    expect(reading.tables.map(each => [each.kind, each.rows])).toEqual([['tasks', 3]])
    expect(tasks(reading).map(each => [each[0], each[3]])).toEqual([
      ['新建', '市城管委'],
      ['整治', '市水利局'],
      ...tasks(reading)
        .slice(2)
        .map(each => [each[0], each[3]]),
    ])
  })

  it.each([
    ['a list of short lines', ['目标', '完成', '进度', '改造小区', '新建公园', '整治河道']],
    ['headings without rows', [...headings, '本表由市政府办公室负责解释。']],
    ['a single row', [...headings, ...rows[0]!, '特此通知。']],
    [
      'numbers that do not run',
      [...headings, '3', '新建公园5个', '市城管委', '各区', '年底前', '7', '整治河道', '市水利局', '各县', '年底前'],
    ],
  ])('are not seen in %s', (_, lines) => {
    const reading = read(`${title}\n各位代表：\n${lines.join('\n')}\n`)
    expect(violations(reading)).toEqual([])
    expect(reading.tables).toEqual([])
  })
})

describe('a glossary', () => {
  it.each([
    [
      'as a list',
      '名词解释\n1.“四上”企业：指年主营业务收入2000万元以上的工业企业等。\n2.“两癌”筛查：为35至64岁妇女免费检查2次。\n',
    ],
    [
      'as a table',
      '名词解释\n| 名词 | 解释 |\n| “四上”企业 | 年主营业务收入2000万元以上的工业企业等 |\n| “两癌”筛查 | 为35至64岁妇女免费检查2次 |\n',
    ],
    [
      'one cell a line',
      '名词解释\n序号\n名词\n解释\n1\n“四上”企业\n年主营业务收入2000万元以上的工业企业等\n2\n“两癌”筛查\n为35至64岁妇女免费检查2次\n',
    ],
  ])('%s defines: its figures are no results and no targets, and nobody is to do anything', (_, glossary) => {
    const body = '各位代表：\n一、2020年工作回顾\n新增“四上”企业41家。全市经济平稳增长。\n二、2021年工作安排\n做好全年工作。\n'
    const reading = read(`清水市2021年政府工作报告\n${body.repeat(1)}${'抓好各项任务落实。\n'.repeat(1)}${glossary}`)
    expect(violations(reading)).toEqual([])
    const from = reading.text.indexOf('名词解释')
    const inside = reading.figures.filter(each => each.start > from)
    expect(inside.map(each => each.text)).toEqual(expect.arrayContaining([expect.stringContaining('2000万元')]))
    for (const figure of inside) expect([figure.text, figure.status]).toEqual([figure.text, 'context'])
    for (const statement of reading.statements.filter(each => each.start > from))
      expect([statement.text, statement.kind, statement.question]).toEqual([statement.text, 'context', null])
    expect(reading.tasks.filter(each => each.start > from)).toEqual([])
  })
})
