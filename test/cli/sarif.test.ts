/** SARIF 2.1.0 as OASIS defines it: its types hold when this compiles, what types cannot say is checked here. */
import type { Log, Region } from 'sarif'
import { describe, expect, it } from 'vitest'
import { check, rules } from '../../src/check/index.ts'
import { sarif } from '../../src/cli/check/sarif.ts'
import { read } from '../../src/read/index.ts'

const text =
  '清水市政府工作报告\n——2021年1月12日\n一、2020年工作回顾\n三次产业结构调整为14.2:45.3:41.5。粮食产量116.8万吨。\n高新技术企业由80家增加到200家，\n增长120%。粮食产量118.6万吨。\n'
const reading = read(text)
reading.source.name = '报告 2021/终稿.txt'
const checked = check(reading)
const [first, ...open] = checked.findings
const results = [
  { reading, file: null, bytes: null, checked, open, dismissed: [{ ...first!, reason: '原表如此' }], changes: null },
]
const log: Log = sarif(results, '1.2.3', 'zh')

/** Property names that the standard gives the objects we write (sections 3.13 to 3.52). */
const known: Record<string, string[]> = {
  log: ['$schema', 'version', 'runs'],
  run: ['tool', 'columnKind', 'results', 'invocations', 'artifacts'],
  driver: ['name', 'version', 'informationUri', 'rules', 'semanticVersion'],
  rule: ['id', 'name', 'shortDescription', 'fullDescription', 'defaultConfiguration', 'help', 'helpUri'],
  result: [
    ...['ruleId', 'ruleIndex', 'level', 'message', 'locations', 'relatedLocations'],
    ...['partialFingerprints', 'suppressions', 'properties'],
  ],
  location: ['id', 'physicalLocation', 'message'],
  physicalLocation: ['artifactLocation', 'region'],
  region: ['startLine', 'startColumn', 'endLine', 'endColumn', 'charOffset', 'charLength', 'snippet'],
  suppression: ['kind', 'status', 'justification'],
}
const onlyKnown = (kind: string, object: object) =>
  expect(Object.keys(object).filter(key => !known[kind]!.includes(key))).toEqual([])

const run = log.runs[0]!
const all = run.results!

describe('a log', () => {
  it('has findings open and dismissed', () => {
    expect(all.length).toBe(checked.findings.length)
    expect(all.length).toBeGreaterThan(1)
    expect(all.filter(each => each.suppressions).map(each => each.suppressions)).toEqual([
      [{ kind: 'external', justification: '原表如此' }],
    ])
  })

  it('is one run of one tool, with every rule once', () => {
    expect([log.version, log.runs.length, run.columnKind]).toEqual(['2.1.0', 1, 'utf16CodeUnits'])
    const ids = run.tool.driver.rules!.map(rule => rule.id)
    expect(ids).toEqual(rules.map(rule => rule.id))
    onlyKnown('log', log)
    onlyKnown('run', run)
    onlyKnown('driver', run.tool.driver)
    for (const rule of run.tool.driver.rules!) {
      onlyKnown('rule', rule)
      expect([rule.shortDescription!.text.length > 0, rule.fullDescription!.text.length > 0]).toEqual([true, true])
      expect(['none', 'note', 'warning', 'error']).toContain(rule.defaultConfiguration!.level)
    }
  })

  it.each(all.map((result, i) => [i, result.ruleId, result] as const))('result %i, %s', (_, ruleId, result) => {
    onlyKnown('result', result)
    expect(run.tool.driver.rules![result.ruleIndex!]!.id).toBe(ruleId)
    expect(result.message.text).toMatch(/\S/)
    expect(['none', 'note', 'warning', 'error']).toContain(result.level)
    for (const suppression of result.suppressions ?? []) onlyKnown('suppression', suppression)
    const related = result.relatedLocations ?? []
    expect(new Set(related.map(each => each.id)).size).toBe(related.length)
    for (const location of [...result.locations!, ...related]) {
      onlyKnown('location', location)
      onlyKnown('physicalLocation', location.physicalLocation!)
      const { artifactLocation, region } = location.physicalLocation!
      expect(decodeURI(new URL(artifactLocation!.uri!, 'file:///folder/').pathname)).toBe('/folder/报告 2021/终稿.txt')
      onlyKnown('region', region!)
      says(region!)
    }
  })
})

/** Line, column and offset name the same words; the end column is one past the last character. */
function says(region: Region): void {
  const { startLine, startColumn, endLine, endColumn, charOffset, charLength, snippet } = region
  const lines = text.split('\n')
  const offset = (line: number, column: number) =>
    lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0) + column - 1
  expect(Math.min(startLine!, startColumn!, endLine!, endColumn!)).toBeGreaterThan(0)
  expect([offset(startLine!, startColumn!), offset(endLine!, endColumn!)]).toEqual([charOffset!, charOffset! + charLength!])
  expect(text.slice(charOffset!, charOffset! + charLength!)).toBe(snippet!.text)
}
