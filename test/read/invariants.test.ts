import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { read } from '../../src/read/index.ts'
import { violations } from '../../src/read/invariants.ts'

const pieces = [
  '各位代表：',
  '一、2020年工作回顾',
  '增长',
  '16.4%',
  '第十三位',
  '、',
  '，',
  '。',
  '\n',
  '●',
  '十四五',
  '2021年',
  '百亿',
  '一般',
  '翻番',
  '（',
  '）',
  '“',
  '”',
  '万',
  '亿',
  '3',
  '.',
  ':',
  '家',
  '以上',
  '约',
  '其中',
  '分别',
  'GDP',
  '\ud800',
  '\0',
  '双',
  '百分之',
  '至',
  '—',
  '\\r\\n',
  '????',
]

describe('invariants', () => {
  it('hold for any mixture of the genre’s pieces', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 60 }), parts => {
        expect(violations(read(parts.join('')))).toEqual([])
      }),
      { numRuns: 400, seed: 2021 },
    )
  })
  it('hold for any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), text => {
        expect(violations(read(text))).toEqual([])
      }),
      { numRuns: 300, seed: 7 },
    )
  })
  it('gives the same reading twice', () => {
    const text = readFileSync(new URL('../../samples/county-2024-report.txt', import.meta.url), 'utf8')
    expect(JSON.stringify(read(text))).toBe(JSON.stringify(read(text)))
  })

  const corpus = process.env.JIEDU_CORPUS
  it.skipIf(!corpus)('hold on every real report (skipped where JIEDU_CORPUS is not set)', { timeout: 120_000 }, () => {
    const folder = join(corpus!, 'reports')
    const names = readdirSync(folder).filter(name => name.endsWith('.txt'))
    expect(names.length).toBeGreaterThan(200)
    for (const name of names) expect([name, violations(read(readFileSync(join(folder, name), 'utf8')))]).toEqual([name, []])
  })
})
