/** What checking finds in the digest of a real report, where it is at hand. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { check } from '../../src/check/index.ts'
import { decode } from '../../src/documents/index.ts'
import { read } from '../../src/read/index.ts'

const path = join(process.env.JIEDU_CORPUS ?? '', 'xianning-2021-digest.txt')
const there = process.env.JIEDU_CORPUS !== undefined && existsSync(path)

describe.skipIf(!there)('the digest (JIEDU_CORPUS)', () => {
  const reading = there ? read(decode(readFileSync(path), 'xianning-2021-digest.txt')) : null
  const checked = reading ? check(reading) : null
  const found = () => checked!.findings.map(f => [f.rule, f.text.slice(0, 12)] as const)

  const whole = (rule: string) => checked!.findings.filter(f => f.rule === rule).map(f => f.text)

  it('is told of what is wrong in it', () => {
    expect(found()).toContainEqual(['misnamed-indicator', '居民价格消费价格指数'])
    expect(found()).toContainEqual(['implausible-magnitude', '114平方米'])
    expect(whole('cut-off')).toEqual([expect.stringMatching(/建设全国应$/)])
    expect(whole('split-quotation')).toEqual([expect.stringMatching(/绿水\s+青山/)])
    // plans under the heading of the year before
    expect(found().filter(f => f[0] === 'misplaced-section')).toHaveLength(2)
    for (const f of checked!.findings.filter(f => f.rule === 'misplaced-section'))
      expect(f.message.zh).toMatch(/计划，却放在回顾部分“2020年/)
    expect(found()).toContainEqual(['outcome-as-bound', '4.5%'])
  })

  it('has structures that add up, and nothing at error', () => {
    expect(checked!.sums.filter(s => s.rule === 'structure-sum').map(s => s.agreement)).toEqual(['exact', 'exact'])
    expect(checked!.findings.filter(f => f.severity === 'error')).toEqual([])
  })

  it('gives the values that follow from it, with their lineage', () => {
    const textOf = (id: string) => reading!.figures.find(f => f.id === id)!.text
    const derived = checked!.derived.map(d => [d.indicator, d.period, d.value, d.formula, d.figures.map(textOf)])
    expect(derived).toContainEqual(['高新技术企业总数', '2015', 100, '270 − 170 = 100', ['270家', '170家']])
    expect(derived).toContainEqual(['森林覆盖率', '2015', 49.32, '53.01 − 3.69 = 49.32', ['53.01%', '3.69个百分点']])
    expect(derived).toContainEqual(['居民人均预期寿命', '2015', 76.04, '78.05 − 2.01 = 76.04', ['78.05岁', '2.01岁']])
  })

  it('sets the yearly rate that the five-year target implies beside the one achieved', () => {
    const path = checked!.findings.find(f => f.rule === 'target-path')!
    expect(path.text).toBe('2000亿元')
    expect(path.message.en).toMatch(/5\.9%.*5\.3%/)
    expect(path.working!.formula).toMatch(/1500亿|2000亿/)
    expect(path.related).toHaveLength(2)
  })
})
