/** Links over public texts, which are not part of the package: JIEDU_CORPUS names their folder. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { decode } from '../../src/documents/index.ts'
import { type OutcomeLink, outcomes } from '../../src/link/index.ts'
import { read } from '../../src/read/index.ts'

const corpus = process.env.JIEDU_CORPUS
const names = ['xianning-2021-digest.txt', 'xianning-2021-q1-notice.txt', 'xianning-2020-results-notice.txt']
const there = corpus !== undefined && names.every(name => existsSync(join(corpus, name)))

/** What a quarter's notice tells of a year's targets: subject, told, pace kept. */
const quarter: [subject: string, told: string, verdict: OutcomeLink['verdict']][] = [
  ['地区生产总值', '58.3%', 'in-progress'],
  ['全社会固定资产投资', '245.0%', 'in-progress'],
  ['规模以上工业增加值', '106.7%', 'in-progress'],
  ['地方一般公共预算收入', '95%', 'in-progress'],
  ['社会消费品零售总额', '53.4%', 'in-progress'],
  ['进出口总额', '187.9%', 'in-progress'],
  ['城镇登记失业率', '3.52%', 'in-progress'],
  ['居民消费价格涨幅', '-0.9%', 'in-progress'],
  ['投资10亿元以上项目', '24个', 'exceeded'],
  ['亿元以上项目', '68个', 'in-progress'],
  ['亿元以上产业项目', '36个', 'in-progress'],
]

describe.skipIf(!there)('a digest with what followed (skipped unless JIEDU_CORPUS is set)', () => {
  const readings = there ? names.map(name => read(decode(readFileSync(join(corpus, name)), name))) : []
  const links = outcomes(readings)
  const target = (subject: string) => links.find(l => l.promise.kind === 'target' && l.promise.subject === subject && l.outcome)

  it.each(quarter)('%s is met with its first-quarter figure %s: %s', (subject, told, verdict) => {
    const link = target(subject)
    expect(link?.outcome?.mark.text).toBe(told)
    expect(link?.verdict).toBe(verdict)
    expect(link?.pace).toMatchObject({ elapsed: 0.25, kept: true })
  })

  it('gives the share done of what adds up', () => {
    expect(target('亿元以上项目')?.pace?.done).toBe(0.68)
    expect(target('亿元以上产业项目')?.pace?.done).toBe(0.36)
    expect(target('投资10亿元以上项目')?.pace?.done).toBe(2.4)
  })

  it('says that the quoted targets agree, and what the low base explains', () => {
    expect(target('地区生产总值')?.reasons.map(r => r.zh)).toContain('通报所列目标与报告一致')
    expect(target('地区生产总值')?.baseEffect?.zh).toContain('2020年地区生产总值下降4.9%，基数低')
    expect(target('进出口总额')?.baseEffect).toBeNull()
  })

  it('meets the estimate of the year behind with the final figure, and shows that they agree', () => {
    const estimate = links.find(l => l.promise.kind === 'estimate')
    expect(estimate).toMatchObject({ verdict: 'met', promise: { mark: { text: '95%' } }, outcome: { mark: { text: '4.9%' } } })
    expect(estimate?.working?.formula).toBe('95% − 100% = -5%; -4.9 − -5 = 0.1')
  })
})
