import { describe, expect, it } from 'vitest'
import { covers, inForce, parentOf, placeNamed, placeOfCode, places, placesNamed, table } from '../../src/catalogue/index.ts'

describe('the table of places', () => {
  it('has every division in force, province to county, and their history', () => {
    const now = places().filter(p => p.to === null)
    const count = (level: string) => now.filter(p => p.level === level).length
    expect(count('province')).toBe(34)
    expect(count('city')).toBe(333)
    expect(count('county')).toBeGreaterThan(2830)
    expect(places().length).toBeGreaterThan(4300)
  })
  it('has codes of six digits, names in Chinese, years in order and successors that exist', () => {
    const codes = new Set(places().map(p => p.code))
    for (const row of table('places')) {
      expect(row.code, row.name).toMatch(/^[1-8]\d{5}$/)
      expect(row.name, row.code).toMatch(/^[\u4e00-\u9fff]{2,}$/)
      expect(`${row.from}|${row.to}`, row.name).toMatch(/^(\d{4})?\|(\d{4})?$/)
      if (row.from && row.to) expect(Number(row.from), row.name).toBeLessThanOrEqual(Number(row.to))
      if (row.successor) expect(codes, row.name).toContain(row.successor)
      for (const form of row.short!.split('|').filter(Boolean)) expect(form.length, row.name).toBeGreaterThan(1)
    }
  })
  it('has no code with two names in force at once, the year of a change apart', () => {
    const last = new Map<string, number | null>()
    for (const p of places()) {
      const before = last.get(p.code)
      if (before !== undefined) expect(before !== null && p.from !== null && before <= p.from, `${p.code} ${p.name}`).toBe(true)
      last.set(p.code, p.to)
    }
  })
  it('has a parent for every division', () => {
    for (const p of places()) if (p.level !== 'province') expect(parentOf(p, p.to), p.name).not.toBeNull()
  })
})

describe('looking a place up', () => {
  const code = (name: string, year: number | null, within: string | null = null) => placeNamed(name, year, within)?.code ?? null
  it.each([
    ['咸宁市', 2021, '421200'],
    ['咸宁', 2021, '421200'],
    ['崇阳县', 2021, '421223'],
    ['崇阳', 2021, '421223'],
    ['清苑县', 2013, '130622'],
    ['清苑区', 2020, '130608'],
    ['清苑县', 2020, null],
    ['襄樊市', 2008, '420600'],
    ['襄阳市', 2012, '420600'],
    ['莱芜市', 2017, '371200'],
    ['莱芜市', 2020, null],
    ['恩施州', 2020, '422800'],
    ['恩施', 2020, '422800'],
    ['天门市', 2020, '429006'],
    ['两江新区', 2026, '500157'],
    ['吉林', 2020, '220000'],
    ['吉林市', 2020, '220200'],
    ['蠡县', 2020, '130635'],
    ['和平区', 2020, null],
    ['乌有县', 2020, null],
  ])('%s in %d is %s', (name, year, expected) => expect(code(name, year)).toBe(expected))

  it('prefers the speaker’s own', () => {
    expect(code('和平区', 2020, '210100')).toBe('210102')
    expect(code('和平区', 2020, '120000')).toBe('120101')
    expect(code('桥西区', 2015, '130500')).toBe('130503')
    expect(placesNamed('鼓楼区', 2020, '320000').map(p => p.code)).toEqual(['320106', '320302'])
  })
  it('knows both codes in the year of a change, the older first', () => {
    expect(placesNamed('崇川区', 2020).map(p => p.code)).toEqual(['320602', '320613'])
    expect(code('崇川区', 2020)).toBe('320602')
    expect(code('崇川区', 2021)).toBe('320613')
  })
  it('gives level, parent and scope', () => {
    expect(placeNamed('安国市', 2020)).toMatchObject({ level: 'county', code: '130683' })
    expect(placeNamed('海淀区', 2020)).toMatchObject({ level: 'county' })
    expect(placeNamed('锡林郭勒盟', 2020)).toMatchObject({ level: 'city' })
    expect(parentOf(placeNamed('天门市', 2020)!, 2020)!.name).toBe('湖北省')
    expect(parentOf(placeNamed('崇阳县', 2020)!, 2020)!.name).toBe('咸宁市')
    expect([covers('421200', '421223'), covers('420000', '421223'), covers('421200', '420100')]).toEqual([true, true, false])
    expect(placeOfCode('420600', 2005)!.name).toBe('襄樊市')
    expect(placeOfCode('420600')!.name).toBe('襄阳市')
    expect(inForce(placeOfCode('421200')!, 2026)).toBe(true)
  })
})
