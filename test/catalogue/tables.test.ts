import { describe, expect, it } from 'vitest'
import { compile, compiled } from '../../scripts/catalogue.mjs'
import { table, tableNames } from '../../src/catalogue/index.ts'

describe('the catalogue', () => {
  it('is compiled from its tables as they stand', () => {
    expect(compiled()).toEqual(compile())
  })
  it('has the tables that reading needs', () => {
    expect(tableNames).toEqual(
      expect.arrayContaining(['comparators', 'cues', 'indicators', 'names', 'places', 'units', 'verbs', 'words']),
    )
  })
  it('has a whole row for every line of every table', () => {
    for (const name of tableNames) for (const row of table(name)) expect(Object.values(row)[0], name).not.toBe('')
  })
  it('knows 500 indicators and more, each by one id, each wording for one indicator', () => {
    const rows = table('indicators')
    expect(rows.length).toBeGreaterThanOrEqual(500)
    expect(new Set(rows.map(r => r.id)).size).toBe(rows.length)
    const owner = new Map<string, string>()
    for (const row of rows) {
      for (const form of [row.name!, ...row.aliases!.split('|').filter(Boolean)]) {
        expect(owner.get(form) ?? row.id, form).toBe(row.id)
        owner.set(form, row.id!)
      }
    }
  })
  it('gives every indicator a unit that it knows, and a direction', () => {
    const units = new Set(table('units').map(r => r.unit))
    for (const row of table('indicators')) {
      if (row.unit) expect(units, row.name).toContain(row.unit)
      expect(['more', 'less', 'keep', 'neutral', ''], row.name).toContain(row.direction)
    }
  })
  it('has expressions that compile', () => {
    for (const name of ['cues', 'claims', 'headlineOpeners', 'serviceLists'] as const)
      for (const row of table(name)) expect(() => new RegExp(row.pattern!, 'u'), row.pattern).not.toThrow()
  })
  it('has one line a word and class in the tables of tasks, projects, honours and claims', () => {
    for (const [name, column, classes] of [
      ['acts', 'class', ['deed', 'push', 'aid', 'lead', 'adverb', 'prep', 'noun', 'end']],
      ['projects', 'class', ['head', 'suffix', 'common', 'programme']],
      ['stages', 'stage', ['preparation', 'started', 'underway', 'built', 'in-use']],
      ['honours', 'class', ['award', 'passive', 'listed', 'commend', 'first', 'streak', 'leading', 'record', 'title']],
      ['deadlines', 'class', ['whole', 'after']],
      ['owners', 'class', ['label', 'co-label', 'verb', 'unit']],
    ] as const) {
      const rows = table(name)
      expect(new Set(rows.map(r => `${r.form} ${r.class ?? ''}`)).size, name).toBe(rows.length)
      for (const row of rows) expect(classes, `${name}: ${row.form}`).toContain(row[column])
    }
    for (const row of table('claims')) {
      expect(['all', 'none', 'relative-target', 'unquantified-target'], row.pattern).toContain(row.claim)
      expect(['', 'subject', 'indicator'], row.pattern).toContain(row.need)
      expect(row.trigger, row.pattern).not.toBe('')
    }
  })
  it('has headline indicators that the table of indicators knows', () => {
    const known = new Set(table('indicators').map(r => r.id))
    for (const row of table('headlines'))
      for (const id of [row.indicator!, ...row.members!.split('|')]) expect(known).toContain(id)
  })
})
