import { describe, expect, it } from 'vitest'
import { departmentNamed, departments, eachTopicCue, table, topics } from '../../src/catalogue/index.ts'

describe('topics', () => {
  it('are the 22 classes and their subclasses, each under its class', () => {
    const all = [...topics().values()]
    expect(all.filter(t => t.parent === null)).toHaveLength(22)
    for (const t of all) {
      expect(t.id.split('.')[0], t.id).toBe(t.parent ?? t.id)
      if (t.parent) expect(topics().has(t.parent), t.id).toBe(true)
      expect([t.name, t.english, t.official].every(Boolean), t.id).toBe(true)
    }
  })
  it('have each cue once, of two characters or more', () => {
    const cues = [...topics().values()].flatMap(t => t.cues)
    expect(new Set(cues).size).toBe(cues.length)
    for (const cue of cues) expect(cue.length, cue).toBeGreaterThan(1)
  })
  it('are known for every indicator', () => {
    for (const row of table('indicators')) expect(topics().has(row.topic!), `${row.name} ${row.topic}`).toBe(true)
  })
  it('are told by the longest cue', () => {
    const found: string[] = []
    eachTopicCue('地方一般公共预算收入与农村饮水安全', 0, 17, topic => found.push(topic))
    expect(found).toEqual(['finance.fiscal', 'agriculture.water'])
  })
})

describe('departments', () => {
  it('are sixty and more, each by one id and name, leading known topics', () => {
    expect(departments().length).toBeGreaterThan(60)
    expect(new Set(departments().map(d => d.id)).size).toBe(departments().length)
    for (const d of departments()) {
      expect(d.topics.length, d.name).toBeGreaterThan(0)
      for (const topic of d.topics) expect(topics().has(topic), `${d.name} ${topic}`).toBe(true)
      for (const b of d.before) expect([b.name, b.from !== null || b.to !== null], d.name).toEqual([b.name, true])
    }
  })
  it('are known for every indicator that names one', () => {
    const ids = new Set(departments().map(d => d.id))
    for (const row of table('indicators'))
      for (const id of row.department!.split('|').filter(Boolean)) expect(ids, row.name).toContain(id)
  })
  it.each([
    ['市发改委', null, 'development-reform'],
    ['省住房和城乡建设厅', null, 'housing'],
    ['崇阳县水利局', null, 'water'],
    ['市自然资源和规划局', 2020, 'natural-resources'],
    ['市国土资源局', 2015, 'natural-resources'],
    ['市国土资源局', 2021, null],
    ['县卫计委', null, null],
    ['市卫生和计划生育委员会', 2016, 'health'],
    ['某某有限公司', null, null],
  ])('%s in %s', (name, year, id) => expect(departmentNamed(name, year)?.id ?? null).toBe(id))
})
