import { describe, expect, it } from 'vitest'
import type { Gold, GoldFigure } from '../../scripts/score/gold.ts'
import { f1, percent, precision, recall, type Scorable, score, total } from '../../scripts/score/measures.ts'
import { table } from '../../scripts/score/table.ts'
import { shortfalls } from '../../scripts/score/thresholds.ts'

//            0123456789 10
const text = '粮食产量120万吨，增长3%，2020年共5户。'

const figure = (start: number, end: number, rest: Partial<GoldFigure>): GoldFigure => ({
  start,
  end,
  text: text.slice(start, end),
  role: 'measure',
  unit: '',
  comparator: 'eq',
  measure: 'level',
  status: 'actual',
  period: '2020',
  baseline: null,
  indicator: ['粮食产量'],
  catalogue: '粮食产量',
  ...rest,
})
const harvest = figure(4, 9, { value: 1.2e6, unit: '吨' })
const growth = figure(12, 14, { value: 3, unit: '%', measure: 'change', baseline: '2019' })
const households = figure(21, 23, { value: 5, unit: ['户', '家'], indicator: ['农户', '户'], catalogue: null })

const gold: Gold = {
  name: 'small',
  folder: '',
  textPath: '',
  figures: [harvest, growth, households],
  statements: [{ start: 0, end: text.length, kind: 'result', question: 'review-year' }],
  numerals: [
    { start: 4, end: 9, text: '120万吨', role: 'measure', sub: 'stated' },
    { start: 15, end: 20, text: '2020年', role: 'date' },
  ],
  ranges: null,
}

const as = (g: GoldFigure) => ({
  ...g,
  value: g.value ?? null,
  min: null,
  max: null,
  parts: null,
  unit: [g.unit].flat()[0]!,
  period: '2020',
  baseline: g.baseline ?? null,
  indicator: { start: 0, end: 4, text: [g.indicator!].flat()[0]!, id: null, name: g.catalogue ?? null },
})
const perfect = {
  text,
  figures: gold.figures.map(as),
  statements: [{ start: 0, end: text.length, kind: 'result', question: 'review-year' }],
  setAside: [{ start: 15, end: 20, reason: 'date' }],
} satisfies Scorable

describe('score', () => {
  it('gives a perfect reading full marks everywhere', () => {
    const s = score(gold, perfect)
    expect([f1(s.span), f1(s.record), f1(s.catalogue)]).toEqual([100, 100, 100])
    for (const share of [...Object.values(s.fields), ...Object.values(s.statements), ...Object.values(s.numerals), s.digits])
      expect(percent(share)).toBe(100)
    expect(s.errors).toEqual([])
  })

  it('counts a missed and a spurious figure against recall and precision', () => {
    const s = score(gold, {
      ...perfect,
      figures: [as(harvest), as(growth), { ...as(households), end: 22 }, { start: 15, end: 19 }],
    })
    expect([s.span.right, s.span.read, s.span.gold]).toEqual([2, 4, 3])
    expect([precision(s.span), recall(s.span)]).toEqual([50, (100 * 2) / 3])
    expect(s.errors.map(e => e.split(' ')[0])).toEqual(['missed', 'spurious', 'spurious', 'numeral'])
  })

  it('takes a record for wrong by one field, and names the field', () => {
    const s = score(gold, { ...perfect, figures: [{ ...as(harvest), status: 'target' }, as(growth), as(households)] })
    expect(s.span.right).toBe(3)
    expect(s.record.right).toBe(2)
    expect(s.fields.status).toEqual({ right: 2, all: 3 })
    expect(s.errors).toEqual(['wrong     4 120万吨: status "target", gold "actual"'])
  })

  it('lets either of two right units and an indicator of nearly the same words pass', () => {
    const read = { ...as(households), unit: '家', indicator: { ...as(households).indicator, text: '户 ' } }
    const s = score(gold, { ...perfect, figures: [as(harvest), as(growth), read] })
    expect(s.record.right).toBe(3)
    const other = { ...as(harvest), indicator: { ...as(harvest).indicator, text: '全市粮食产量' } }
    const t = score(gold, { ...perfect, figures: [other, as(growth), as(households)] })
    expect(t.fields.indicator.right).toBe(2)
    expect(t.fields.indicatorSoft.right).toBe(3)
  })

  it('scores qualifiers on span, role, value, unit and comparator alone', () => {
    const qualifier: GoldFigure = { ...growth, role: 'qualifier' }
    const read = { ...as(growth), role: 'qualifier' as const, status: 'target' as const, period: null, indicator: null }
    const s = score({ ...gold, figures: [{ ...qualifier, catalogue: null }] }, { ...perfect, figures: [read] })
    expect(s.record.right).toBe(1)
  })

  it('looks at the annotated parts only', () => {
    const s = score({ ...gold, ranges: [[0, 10]] }, perfect)
    expect([s.span.right, s.span.read, s.span.gold]).toEqual([1, 1, 1])
  })

  it('sees numerals that nothing accounts for, and wrong reasons', () => {
    const s = score(gold, { ...perfect, setAside: [{ start: 15, end: 20, reason: 'name' }], figures: [as(growth)] })
    expect(s.numerals.covered).toEqual({ right: 1, all: 2 })
    expect(s.numerals.role).toEqual({ right: 1, all: 2 })
    expect(s.numerals.reason).toEqual({ right: 0, all: 1 })
    expect(s.digits).toEqual({ right: 2, all: 4 })
  })

  it('adds documents up figure by figure', () => {
    const none = score(gold, { ...perfect, figures: [] })
    const all = total([score(gold, perfect), none])
    expect([all.span.right, all.span.gold]).toEqual([3, 6])
    expect(percent(all.statements.kind)).toBe(100)
    expect(table([none, all]).split('\n')).toHaveLength(7)
  })
})

describe('thresholds', () => {
  const bad = score(gold, { ...perfect, figures: [as(harvest)] })
  it('names each measure that falls short, for a document and for all', () => {
    const lines = shortfalls([bad], total([bad]), { document: { span: 97, kind: 95 }, total: { span: 50.1 } })
    expect(lines).toEqual(['small: span 50.00 is below 97', 'total: span 50.00 is below 50.1'])
  })
  it('has nothing to say where the measure is reached or has no gold', () => {
    const without = score({ ...gold, statements: [] }, perfect)
    expect(shortfalls([without], total([without]), { document: { span: 100, kind: 100 }, total: {} })).toEqual([])
  })
  it('refuses a name that is no measure', () => {
    expect(() => shortfalls([bad], bad, { document: { spam: 1 } as object, total: {} })).toThrow(/spam is no measure/)
  })
})
