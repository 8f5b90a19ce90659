import { describe, expect, it } from 'vitest'
import { table } from '../../src/catalogue/index.ts'
import { read } from '../../src/read/index.ts'

const TRADITIONAL = `各位代表：

現在，我代表縣人民委員會作工作報告。

一年來，全縣糧食産量達到一億二千萬斤，比一九五三年增長百分之八點五；修建公路三十公里，參加互助組的農戶已經有兩萬三千戶。等於五年前的二倍。`
const SIMPLIFIED = `各位代表：

现在，我代表县人民委员会作工作报告。

一年来，全县粮食产量达到一亿二千万斤，比一九五三年增长百分之八点五；修建公路三十公里，参加互助组的农户已经有两万三千户。等于五年前的二倍。`

describe('traditional characters', () => {
  it('are read as the simplified ones, at the same places, and told as they stand', () => {
    const [a, b] = [read(TRADITIONAL), read(SIMPLIFIED)]
    const figures = (reading: typeof a) => reading.figures.map(f => [f.start, f.end, f.value, f.unit, f.measure, f.period])
    expect(figures(a)).toEqual(figures(b))
    expect(a.statements.map(s => [s.start, s.kind])).toEqual(b.statements.map(s => [s.start, s.kind]))
    expect(a.text).toBe(TRADITIONAL)
    for (const item of [...a.figures, ...a.statements, ...a.setAside])
      expect(TRADITIONAL.slice(item.start, item.end)).toBe(item.text)
    expect(a.figures.map(f => f.text)).toContain('一億二千萬斤')
    expect(a.figures[0]!.indicator!.text).toBe('糧食産量')
  })
  it('are listed once among the repairs, with how many', () => {
    const told = (text: string) => read(text).repairs.filter(each => each.kind === 'traditional-characters')
    expect(told(SIMPLIFIED)).toEqual([])
    const [only, ...more] = told(TRADITIONAL)
    expect(more).toEqual([])
    expect(TRADITIONAL.slice(only!.start, only!.end)).toBe('現')
    expect(only!.note).toMatch(/^\d{2} traditional/)
  })
  it('keep what simplified writing has as well, unless the whole text is traditional', () => {
    const place = (text: string) => read(text).figures[0]!.indicator!.text
    expect(place('著名商標達到5件，全縣新增乾果基地3萬畝。')).toBe('著名商標')
    expect(read('于都县著名商标達到5件。').figures[0]!.indicator!.text).toContain('著名商标')
  })
  it('stand in the table once each, for one character each', () => {
    const rows = table('traditional')
    expect(new Set(rows.map(row => row.form)).size).toBe(rows.length)
    const simple = new Set(rows.filter(row => row.where === 'any').map(row => row.form))
    for (const { form, simplified, where } of rows) {
      expect(form).toHaveLength(1)
      expect(simplified).toHaveLength(1)
      expect(simple.has(simplified), `${form} becomes ${simplified}, which is traditional itself`).toBe(false)
      expect(['any', 'whole']).toContain(where)
    }
  })
})
