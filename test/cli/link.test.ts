import { describe, expect, it } from 'vitest'
import { report, setup } from './run.ts'

const { jiedu, file } = setup()

/** What the same city tells a year later. */
const later = `清水市政府工作报告

——2022年1月14日在清水市第六届人民代表大会第六次会议上

各位代表：

现在，我代表市人民政府向大会报告工作，请予审议。

一、2021年工作回顾

过去一年，全市地区生产总值增长8.6%，居民消费价格上涨0.9%，城镇新增就业3.3万人。

开工建设亿元以上项目131个，完成投资288亿元。新建公办幼儿园12所，改造农村公路274公里。

二、2022年工作安排

今年全市经济社会发展的主要预期目标是：地区生产总值增长7.5%左右，居民消费价格涨幅控制在3%左右，城镇新增就业3.5万人以上。
`

const notice = `2021年市政府工作报告主要目标任务上半年进展情况

上半年，全市地区生产总值增长12.1%（目标8%）。城镇新增就业1.9万人，改造农村公路96公里。
`

interface Made {
  schema: string
  documents: { key: string; placeInferred: boolean }[]
  links: {
    id: string
    verdict: string
    confirmed: boolean | null
    promise: { indicator: string | null; mark: { text: string } }
    outcome: { document: string; mark: { text: string } } | null
    pace: { kept: boolean } | null
  }[]
}

const given = () => [file('2021.txt', report), file('2022.txt', later), file('上半年.txt', notice)]
const made = (...args: string[]): Made => JSON.parse(jiedu(['link', ...given(), '--json', ...args]).out) as Made

describe('jiedu link', () => {
  it('holds targets against what later documents tell', () => {
    const { schema, links } = made()
    expect(schema).toBe('jiedu/link@1')
    const of = (indicator: string) =>
      links
        .filter(l => l.promise.indicator === indicator && l.outcome?.document === '2022.txt')
        .map(l => [l.promise.mark.text, l.outcome!.mark.text, l.verdict])
    expect(of('gdp')).toEqual([['8%', '8.6%', 'exceeded']])
    expect(of('cpi')).toEqual([['3%', '0.9%', 'met']])
    expect(of('urban-jobs-new')).toEqual([['3.5万人', '3.3万人', 'missed']])
  })
  it('gives a notice without a place that of the reports, and judges its pace', () => {
    const { documents, links } = made()
    expect(documents.find(d => d.key === '上半年.txt')!.placeInferred).toBe(true)
    const jobs = links.find(l => l.promise.indicator === 'urban-jobs-new' && l.outcome?.document === '上半年.txt')!
    expect(jobs).toMatchObject({ verdict: 'in-progress', pace: { kept: true }, outcome: { mark: { text: '1.9万人' } } })
  })
  it('takes only the indicators that are named, in words or by id', () => {
    const { links } = made('--indicator', '地区生产总值,cpi')
    expect(new Set(links.map(l => l.promise.indicator))).toEqual(new Set(['gdp', 'cpi']))
    const wrong = jiedu(['link', ...given(), '--indicator', '幸福指数感'])
    expect(wrong.code).toBe(2)
    expect(wrong.err).toContain('指标表里没有 幸福指数感')
  })
  it('shows them in the terminal, in both languages', () => {
    const zh = jiedu(['link', ...given()])
    expect(zh.code).toBe(0)
    expect(zh.out).toContain('承诺与结果')
    expect(zh.out).toMatch(/◆ 超额完成 +地区生产总值 +8%以上 +→ 8\.6%/)
    const en = jiedu(['link', ...given(), '--lang', 'en'])
    expect(en.out).toContain('promises and outcomes')
    expect(en.out).toMatch(/missed +new urban jobs/i)
  })
  it('prints each of its tables as CSV', () => {
    for (const [table, column] of [
      ['links', 'verdict'],
      ['panel', 'targetState'],
      ['series', 'obsStatus'],
      ['facts', 'comparator'],
    ]) {
      const { out } = jiedu(['link', ...given(), '--csv', '--table', table!])
      const [head, ...rows] = out.trimEnd().split('\r\n')
      expect(head!.replace('\uFEFF', '').split(',')).toContain(column)
      expect(rows.length).toBeGreaterThan(3)
    }
    expect(jiedu(['link', ...given(), '--csv', '--table', 'rows']).err).toContain('links、panel、series、facts')
  })
  it('keeps a person’s word beside the document that promises, through edits elsewhere', () => {
    const paths = given()
    const { links } = made()
    const jobs = links.find(l => l.promise.indicator === 'urban-jobs-new' && l.outcome?.document === '2022.txt')!
    const kept = jiedu(['link', ...paths, '--reject', jobs.id, '--reason', '口径不同', '--json'])
    expect(kept.code).toBe(0)
    expect(kept.err).toContain('2021.txt.jiedu-links.json')
    file('2022.txt', later.replace('各位代表：', '各位代表、同志们：'))
    const again = JSON.parse(jiedu(['link', ...paths, '--json']).out) as Made
    const same = again.links.filter(l => l.confirmed !== null)
    expect(same.map(l => [l.promise.mark.text, l.outcome!.mark.text, l.confirmed])).toEqual([['3.5万人', '3.3万人', false]])
    const unknown = jiedu(['link', ...paths, '--confirm', 'nothing-of-the-kind'])
    expect(unknown.code).toBe(2)
  })
  it('gives the same in whatever order the files come', () => {
    const [a, b, c] = given()
    const one = jiedu(['link', a!, b!, c!, '--json']).out
    expect(jiedu(['link', c!, b!, a!, '--json']).out).toBe(one)
  })
  it('goes on where a file cannot be read, and says so', () => {
    const { code, out, err } = jiedu(['link', ...given(), 'missing.txt'])
    expect(code).toBe(1)
    expect(err).toContain('missing.txt')
    expect(out).toContain('承诺与结果')
  })
  it('asks for documents, and for one form of output', () => {
    expect(jiedu(['link']).code).toBe(2)
    expect(jiedu(['link', ...given(), '--json', '--csv']).code).toBe(2)
  })
})
