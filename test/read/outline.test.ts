import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { outline, statements } from '../../src/read/outline/index.ts'

const sample = (name: string): string => readFileSync(new URL(`../../samples/${name}`, import.meta.url), 'utf8')

describe('the outline of a digest', () => {
  const text = sample('xianning-2021.md')
  const plan = outline(text)
  const said = statements(text, plan)

  it('knows whose report it is', () => {
    expect(plan.report).toMatchObject({
      kind: 'digest',
      year: 2021,
      reviewYear: 2020,
      date: '2021-01-12',
      place: { name: '咸宁市', level: 'city' },
    })
  })
  it('finds the four questions with their periods', () => {
    expect(plan.sections.filter(s => s.level === 1).map(s => [s.question, s.period])).toEqual([
      ['review-year', '2020'],
      ['plan-year', '2021'],
      ['review-period', '2016/2020'],
      ['plan-period', '2021/2025'],
    ])
  })
  it('moves promises under the review heading to the plan', () => {
    const moved = said.find(s => s.text.startsWith('谋划推进一批高铁'))!
    expect([moved.kind, moved.question]).toEqual(['plan', 'plan-year'])
    expect(plan.sections.find(s => s.id === moved.section)!.question).toBe('review-year')
  })
  it('joins a quotation that is broken over lines, and says so', () => {
    expect(said.filter(s => s.text.includes('创建“绿水') && s.text.includes('示范县。'))).toHaveLength(1)
    expect(plan.repairs.map(r => r.kind)).toContain('split-quotation')
  })
  it('reports the bullet that is cut off', () => {
    const cut = plan.repairs.filter(r => r.kind === 'cut-off')
    expect(cut.map(r => text.slice(r.start - 4, r.start))).toEqual(['设全国应'])
  })
})

describe('the outline of a full report', () => {
  const text = sample('county-2024-report.txt')
  const plan = outline(text)
  const said = statements(text, plan)
  const of = (start: string) => said.find(s => s.text.startsWith(start))!

  it('knows whose report it is', () => {
    expect(plan.report).toMatchObject({
      kind: 'report',
      year: 2024,
      date: '2024-01-09',
      place: { name: '青禾县', level: 'county' },
    })
  })
  it('tells results, promises and neither apart', () => {
    expect([of('改造老旧小区14个').kind, of('今年全县经济社会').kind, of('在看到成绩').kind, of('现在，我代表').kind]).toEqual([
      'result',
      'plan',
      'context',
      'context',
    ])
  })
  it('keeps an appendix of terms out of results and promises', () => {
    expect([of('1.规上工业企业').kind, of('1.规上工业企业').question]).toEqual(['context', null])
  })
})

describe('captures', () => {
  it('reads a body that stands twice only once', () => {
    const body = sample('county-2024-report.txt').split('名词解释')[0]!.replace('附件：', '')
    const twice = outline(`${body}\n${body.slice(body.indexOf('现在，我代表'))}`)
    expect(twice.repairs.map(r => r.kind)).toContain('repeated-body')
    expect(statements(`${body}\n${body.slice(body.indexOf('现在，我代表'))}`, twice).length).toBeLessThan(
      statements(body, outline(body)).length + 3,
    )
  })
  it('takes a session in December for the next year', () => {
    expect(
      outline('政府工作报告\n——2022年12月20日在青禾县第十七届人民代表大会第二次会议上\n各位代表：\n我们要努力。').report.year,
    ).toBe(2023)
  })
})
