import { describe, expect, it } from 'vitest'
import { periodNamed, placesNamed, planYears, sessionYear, table } from '../../src/catalogue/index.ts'
import { isCommonWord } from '../../src/catalogue/place-words.ts'

describe('named periods', () => {
  it('are whole, of a known kind, in order', () => {
    for (const row of table('periods')) {
      expect(['plan', 'assembly', 'congress'], row.name).toContain(row.kind)
      expect(Number(row.from), row.name).toBeLessThanOrEqual(Number(row.to))
      for (const year of row.sessions!.split('|').filter(Boolean)) {
        expect(Number(year), row.name).toBeGreaterThanOrEqual(Number(row.from))
        expect(Number(year), row.name).toBeLessThanOrEqual(Number(row.to))
      }
    }
  })
  it('follow each other without a gap from the sixth plan on', () => {
    const plans = table('periods').filter(row => row.kind === 'plan' && Number(row.from) >= 1981)
    for (const [i, plan] of plans.slice(1).entries()) expect(Number(plan.from), plan.name).toBe(Number(plans[i]!.to) + 1)
  })
  it.each([
    ['一五', [1953, 1957]],
    ['十五', [2001, 2005]],
    ['十三五', [2016, 2020]],
    ['十五五', [2026, 2030]],
  ])('%s', (name, years) => expect(planYears(name)).toEqual(years))
  it('knows no plan of another name', () => {
    expect([planYears('十大'), planYears('二十大'), periodNamed('百五')]).toEqual([null, null, null])
    expect(periodNamed('二十大')).toMatchObject({ kind: 'congress', from: 2022 })
  })
  it.each([
    ['一', '一', 1954],
    ['二', '三', 1962],
    ['十四', '三', 2025],
    ['四', null, 1975],
    ['八', null, null],
    ['八', '六', null],
  ])('session %s of term %s', (term, session, year) => expect(sessionYear(term, session)).toBe(year))
})

describe('place names that are also words', () => {
  it('are names of places, each listed once', () => {
    const forms = table('placeWords').flatMap(row => row.words!.split(' '))
    expect(new Set(forms).size, forms.filter((f, i) => forms.indexOf(f) !== i).join(' ')).toBe(forms.length)
    const unknown = forms.filter(form => placesNamed(form).length === 0)
    expect(unknown).toEqual([])
    expect([isCommonWord('安康'), isCommonWord('咸宁')]).toEqual([true, false])
  })
})
