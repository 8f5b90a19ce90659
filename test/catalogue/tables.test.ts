import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { compile } from '../../scripts/catalogue.mjs'
import { table, tableNames } from '../../src/catalogue/index.ts'

describe('the catalogue', () => {
  it('is compiled from its tables as they stand', () => {
    const generated = readFileSync(new URL('../../src/catalogue/tables.generated.ts', import.meta.url), 'utf8')
    expect(generated).toBe(compile())
  })
  it('has the tables that reading needs', () => {
    expect(tableNames).toEqual(expect.arrayContaining(['comparators', 'cues', 'indicators', 'names', 'units', 'verbs', 'words']))
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
  it('has cue expressions that compile', () => {
    for (const row of table('cues')) expect(() => new RegExp(row.pattern!), row.use).not.toThrow()
  })
})
