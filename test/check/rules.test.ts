/** Every rule's own examples: it fires where it says it does and is quiet where it says it is. */
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { rulesPage } from '../../scripts/rules/page.ts'
import { checkBy, rules } from '../../src/check/index.ts'
import { read } from '../../src/read/index.ts'

describe.each(rules.map(rule => [rule.id, rule] as const))('%s', (id, rule) => {
  it.each(rule.fires.map(e => [e.text.slice(-24), e] as const))('fires on …%s', (_, { text, at, against }) => {
    const { findings } = checkBy([rule], read(text), against === undefined ? [] : [read(against)])
    expect(findings.map(f => f.rule)).toContain(id)
    if (at !== undefined) expect(findings.map(f => f.text)).toContain(at)
    for (const f of findings) expect(text.slice(f.start, f.end)).toBe(f.text)
  })
  it.each(rule.quiet.map(e => [e.text.slice(-24), e] as const))('is quiet on …%s', (_, { text, against }) => {
    expect(checkBy([rule], read(text), against === undefined ? [] : [read(against)]).findings).toEqual([])
  })
})

describe('the rules', () => {
  it('have ids of their own, in words joined by hyphens', () => {
    const ids = rules.map(rule => rule.id)
    expect(new Set(ids).size).toBe(ids.length)
    for (const id of ids) expect(id).toMatch(/^[a-z]+(-[a-z]+)*$/)
  })
  it('each have an example that fires and one that does not', () => {
    for (const rule of rules) expect([rule.id, rule.fires.length > 0, rule.quiet.length > 0]).toEqual([rule.id, true, true])
  })
  it('are documented as they are: npm run rules', () => {
    expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(rulesPage(rules))
  })
})
