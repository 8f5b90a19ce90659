/** Mistakes sown in the samples: what is sown, and that checking finds what can be found. */
import { describe, expect, it } from 'vitest'
import { apply, KINDS, type Kind } from '../../scripts/seeded/mistakes.ts'
import { numeralsOf, sentencesOf } from '../../scripts/seeded/numbers.ts'
import { relationsIn, structures } from '../../scripts/seeded/relations.ts'
import { sources } from '../../scripts/seeded/sources.ts'
import { sow } from '../../scripts/seeded/sow.ts'
import { seededScore, seededTable } from '../../scripts/seeded/table.ts'

const root = new URL('../..', import.meta.url).pathname
const samples = sources(root, undefined)

const rulesOf = (text: string) => sentencesOf(text).flatMap(s => relationsIn(s).map(r => r.rule))

describe('numbers by their digits alone', () => {
  it.each([
    ['产值达到186.4亿元', 186.4e8, '元', 0.05e8],
    ['比重１０．７％', 10.7, '%', 0.05],
    ['新建学校12所', 12, '所', 0],
  ])('%s', (text, value, unit, half) => {
    const [numeral] = sentencesOf(text)[0]!.numerals
    expect(numeral!.value).toBeCloseTo(value)
    expect(numeral!.half).toBeCloseTo(half)
    expect(numeral!.unit).toBe(unit)
  })
  it('leaves dates and names out', () => {
    expect(numeralsOf('2021年3月12日，5G基站，第3届')).toEqual([])
  })
})

describe('relations among numbers', () => {
  it.each([
    ['企业由80家增加到200家，增长150%', 'from-to-change'],
    ['产值由2015年的100亿元增加到2020年的150亿元，年均增长8.4%', 'from-to-change'],
    ['覆盖率由49.3%提高到53.0%，提高3.7个百分点', 'from-to-change'],
    ['教育经费374亿元，比上年增加50亿元，增长15.4%', 'from-to-change'],
    ['项目222项，其中达进度162项，占73.0%', 'count-share'],
    ['指标23项，其中约束性11项、预期性12项', 'parts-total'],
    ['项目150个，其中亿元以上120个', 'nested-set'],
  ])('%s: %s', (text, rule) => expect(rulesOf(text)).toContain(rule))
  it.each(['企业由80家增加到200家，增长130%', '项目222项，其中达进度162项，占78.0%', '新建学校12所、医院8所'])(
    'none of a sum in %s',
    text => {
      expect(rulesOf(text).filter(rule => rule !== 'nested-set')).toEqual([])
    },
  )
  it('finds structures that add to a hundred', () => {
    expect(structures('结构由17.9:38.1:44调整为17.2:38.5:44.9').map(r => r.numerals.map(n => n.digits))).toEqual([
      ['17.9', '38.1', '44'],
    ])
  })
})

describe('mistakes sown in the samples', () => {
  const sown = sow(samples, 150)
  const score = seededScore(sown)

  it('are the same on every run and others with another word', () => {
    const what = (list: typeof sown) => list.map(s => [s.document, s.kind, s.start, s.put])
    expect(what(sow(samples, 150))).toEqual(what(sown))
    expect(what(sow(samples, 150, 'another'))).not.toEqual(what(sown))
  })

  it('change the text where they say they do', () => {
    for (const mistake of sown) {
      const { text } = samples.find(s => s.name === mistake.document)!
      const changed = apply(text, mistake)
      expect(changed).not.toBe(text)
      expect(changed.length - text.length).toBe(mistake.put.length - (mistake.end - mistake.start))
    }
  })

  it('are of many kinds, and detectable only by rules there are', () => {
    const kinds = new Set<Kind>(sown.map(s => s.kind))
    expect(kinds.size).toBeGreaterThan(8)
    for (const kind of kinds) expect(KINDS).toContain(kind)
    expect(score.total.sown).toBe(150)
  })

  it('are found where they can be found, nine in ten and more', () => {
    expect(score.total.detectable).toBeGreaterThan(50)
    expect(score.total.caught / score.total.detectable).toBeGreaterThan(0.9)
    expect(seededTable(score)).toContain('structure-sum')
  })

  it('bring up hardly anything where nothing was sown', () => {
    expect(score.elsewhere).toBeLessThan(sown.length / 10)
  })
})
