/** Our scorer and the one that comes with the gold of JIEDU_GOLD give the same numbers for the same reading. */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { headline, type Predicted } from '../../scripts/score/compare.ts'
import { findGold, type Gold } from '../../scripts/score/gold.ts'
import { f1, percent, precision, recall, type Scorable, score } from '../../scripts/score/measures.ts'
import { read } from '../../src/read/index.ts'

const folder = process.env.JIEDU_GOLD
const reference = folder === undefined ? undefined : join(folder, 'score.mjs')
const available = folder !== undefined && reference !== undefined && existsSync(reference)
const root = fileURLToPath(new URL('../..', import.meta.url))
const golds = available ? findGold(root, process.env).gold.filter(gold => gold.figures.length) : []

/** A reading made from gold with every kind of mistake in it, the same each time. */
function spoiled(gold: Gold): Scorable {
  const figures = gold.figures.flatMap((figure, i): Predicted[] => {
    const indicator = {
      start: 0,
      end: 0,
      text: [figure.indicator ?? ''].flat()[0] ?? '',
      id: null,
      name: figure.catalogue ?? null,
    }
    const whole = {
      ...figure,
      value: figure.value ?? null,
      min: figure.min ?? null,
      max: figure.max ?? null,
      parts: figure.parts ?? null,
      unit: [figure.unit].flat()[0] ?? '',
      period: [figure.period ?? null].flat()[0] ?? null,
      baseline: figure.baseline ?? null,
      indicator,
    }
    // A reading names its indicator once, in `indicator.name`.
    const { catalogue: _, ...base } = whole
    switch (i % 13) {
      case 1:
        return []
      case 2:
        return [{ ...base, end: base.end + 1 }]
      case 3:
        return [{ ...base, value: (base.value ?? 0) * 10, unit: `${base.unit}个` }]
      case 4:
        return [{ ...base, comparator: 'approx' as const, role: 'qualifier' as const }]
      case 5:
        return [{ ...base, period: '1901', baseline: '1900' }]
      case 6:
        return [{ ...base, indicator: { ...indicator, text: `的${indicator.text}（）`, name: '粮食产量' } }]
      case 7:
        return [{ ...base, indicator: { ...indicator, text: indicator.text.slice(1), name: '不在其中' } }]
      case 8:
        return [{ ...base, measure: 'multiple' as const, status: 'context' as const, indicator: null }]
      case 9:
        return [base, { ...base, start: base.start + 1 }]
      default:
        return [base]
    }
  })
  const statements = gold.statements.flatMap((statement, i) => {
    const base = { ...statement, question: statement.question ?? null }
    if (i % 7 === 1) return []
    if (i % 7 === 2) return [{ ...base, kind: 'context' as const, start: base.start + 2 }]
    if (i % 7 === 3) return [{ ...base, question: null }]
    if (i % 7 === 4) {
      const middle = Math.floor((base.start + base.end) / 2)
      return [
        { ...base, end: middle },
        { ...base, start: middle, kind: 'plan' as const },
      ]
    }
    return [base]
  })
  return { figures, statements }
}

describe.skipIf(!available)('the scorer of JIEDU_GOLD (set JIEDU_GOLD and JIEDU_CORPUS to run this)', () => {
  let scratch = ''
  beforeAll(() => {
    scratch = mkdtempSync(join(tmpdir(), 'jiedu-score-'))
  })
  afterAll(() => rmSync(scratch, { recursive: true, force: true }))

  const other = (gold: Gold, reading: Scorable) => {
    const path = join(scratch, `${gold.name}.json`)
    writeFileSync(path, JSON.stringify(reading))
    const out = execFileSync(process.execPath, [reference!, join(gold.folder, gold.name), path, '--json'], { encoding: 'utf8' })
    return JSON.parse(out) as Record<string, number> &
      Record<'span' | 'record' | 'catalogueF1', { p: number; r: number; f1: number }> & {
        statements?: Record<'covered' | 'exactSpan' | 'kind' | 'question', number>
      }
  }

  function agree(gold: Gold, reading: Scorable) {
    const ours = score(gold, reading)
    const theirs = other(gold, reading)
    for (const [mine, yours] of [
      [ours.span, theirs.span],
      [ours.record, theirs.record],
      [ours.catalogue, theirs.catalogueF1],
    ] as const) {
      expect(precision(mine)).toBeCloseTo(100 * yours.p, 9)
      expect(recall(mine)).toBeCloseTo(100 * yours.r, 9)
      expect(f1(mine)).toBeCloseTo(100 * yours.f1, 9)
    }
    for (const [field, share] of Object.entries(ours.fields))
      expect([field, percent(share)]).toEqual([field, expect.closeTo(100 * theirs[field]!, 9)])
    if (theirs.statements)
      for (const [name, share] of Object.entries(ours.statements))
        expect([name, percent(share)]).toEqual([name, expect.closeTo(100 * theirs.statements[name as 'kind'], 9)])
    return ours
  }

  it('finds gold to compare on', () => expect(golds.length).toBeGreaterThan(2))

  it.each(golds.map(gold => [gold.name, gold] as const))('%s, spoiled', (_, gold) => {
    const ours = agree(gold, spoiled(gold))
    expect(f1(ours.span)).toBeGreaterThan(50)
    expect(f1(ours.record)).toBeLessThan(f1(ours.span))
  })

  it.each(golds.map(gold => [gold.name, gold] as const))('%s, as read', (_, gold) => {
    agree(gold, read(readFileSync(gold.textPath, 'utf8')))
  })

  it('has the same headline indicators', () => {
    const path = join(folder!, 'headline-indicators.txt')
    const names = readFileSync(path, 'utf8').split('\n').filter(Boolean)
    expect([...headline].sort()).toEqual(names.sort())
  })
})
