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
  const checked = there ? check(read(decode(readFileSync(path), 'xianning-2021-digest.txt'))) : null
  const found = () => checked!.findings.map(f => [f.rule, f.text.slice(0, 12)] as const)

  it('is told of what is wrong in it', () => {
    expect(found()).toContainEqual(['misnamed-indicator', '居民价格消费价格指数'])
    expect(found()).toContainEqual(['implausible-magnitude', '114平方米'])
    expect(found().map(f => f[0])).toContain('cut-off')
    expect(found().map(f => f[0])).toContain('split-quotation')
    expect(found().filter(f => f[0] === 'misplaced-section')).toHaveLength(2)
    expect(found()).toContainEqual(['outcome-as-bound', '4.5%'])
  })

  it('has structures that add up, and nothing at error', () => {
    expect(checked!.sums.filter(s => s.rule === 'structure-sum').map(s => s.agreement)).toEqual(['exact', 'exact'])
    expect(checked!.findings.filter(f => f.severity === 'error')).toEqual([])
  })

  it('gives the values that follow from it, with their lineage', () => {
    const derived = checked!.derived.map(d => [d.indicatorId, d.period, d.value, d.figures.length])
    expect(derived).toContainEqual(['high-tech-firms', '2015', 100, 2])
    expect(derived).toContainEqual(['forest-cover', '2015', 49.32, 2])
    expect(derived.some(d => d[1] === '2015' && d[2] === 76.04)).toBe(true)
  })

  it('sets the yearly rate that the five-year target implies beside the one achieved', () => {
    const path = checked!.findings.find(f => f.rule === 'target-path')!
    expect(path.text).toBe('2000亿元')
    expect(path.message.en).toMatch(/5\.9%.*5\.3%/)
  })
})
