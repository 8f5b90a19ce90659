/** `jiedu read --table`: tasks, projects, honours, claims and headline targets as CSV. */
import { existsSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import type { Reading } from '../../src/read/types.ts'
import { setup } from './run.ts'
import { parseCsv } from './table.ts'

const { jiedu, file, at } = setup()

const report = `2021年清水市政府工作报告
各位代表：
一、2020年工作回顾
地区生产总值增长6%，居全省第二位。我市荣获“全国双拥模范城”称号。甲乙高速建成通车。全年未发生较大以上事故。
二、2021年重点工作
今年主要预期目标是：地区生产总值增长7%以上、力争达到8%，居民收入与经济增长同步。
6月底前，在东山镇新建水厂2座（牵头单位：市水利局；责任单位：东山镇）。
办好两件民生实事：一是建成公园2个，二是改造农房300户。
`

beforeAll(() => {
  file('report.txt', report)
})

const table = (name: string): Record<string, string>[] => {
  const { code, out } = jiedu(['read', 'report.txt', '--csv', '--table', name])
  expect(code).toBe(0)
  expect(out.startsWith('\uFEFF')).toBe(true)
  const [head = [], ...rows] = parseCsv(out.slice(1))
  return rows.map(row => Object.fromEntries(row.map((cell, i) => [head[i]!, cell])))
}
const reading = () => JSON.parse(jiedu(['read', 'report.txt', '--json']).out) as Reading

describe('--table', () => {
  it('holds one row an item of the reading, with its sentence', () => {
    const all = reading()
    for (const [name, items] of [
      ['tasks', all.tasks],
      ['projects', all.projects],
      ['honours', all.honours],
      ['claims', all.claims],
    ] as const) {
      const rows = table(name)
      expect(items.length, name).toBeGreaterThan(0)
      expect(rows.map(row => [row.id, row.text, row.start, row.end])).toEqual(
        items.map(i => [i.id, i.text, String(i.start), String(i.end)]),
      )
      for (const row of rows) expect(row.sentence, name).toContain(row.text)
    }
  })
  it('gives a task its slots', () => {
    expect(table('tasks').find(row => row.object === '水厂')).toMatchObject({
      status: 'planned',
      act: '新建',
      amounts: '2座',
      taskPlace: '东山镇',
      deadline: '6月底前',
      body: '市水利局',
      coBodies: '东山镇',
      rateable: 'measure|date|owner',
    })
    expect(
      table('tasks')
        .filter(row => row.list !== '')
        .map(row => row.item),
    ).toEqual(['1', '2'])
  })
  it('tells the state of each headline target', () => {
    const rows = table('targets')
    expect(rows.find(row => row.indicator === 'gdp')).toMatchObject({ state: 'set', amounts: '7%|8%' })
    expect(rows.find(row => row.indicator === 'income-per-head')).toMatchObject({ state: 'stated-without-number' })
    expect(rows.find(row => row.indicator === 'cpi')).toMatchObject({ state: 'not-set', amounts: '' })
  })
  it('is CSV without being asked, figures by name, and a file of its own in a folder', () => {
    expect(jiedu(['read', 'report.txt', '--table', 'figures']).out).toBe(jiedu(['read', 'report.txt', '--csv']).out)
    jiedu(['read', 'report.txt', '--table', 'tasks', '--json', '--out', 'made'])
    expect(existsSync(at('made/report.json'))).toBe(true)
    expect(readFileSync(at('made/report.tasks.csv'), 'utf8')).toBe(jiedu(['read', 'report.txt', '--table', 'tasks']).out)
  })
  it('names the tables there are when asked for another', () => {
    const { code, err } = jiedu(['read', 'report.txt', '--table', 'places'])
    expect(code).toBe(2)
    expect(err).toContain('places')
    expect(err).toContain('tasks')
  })
})
