import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { type Linked, link, type PanelCell } from '../../src/link/index.ts'
import { read } from '../../src/read/index.ts'

const folder = process.env.JIEDU_CORPUS ? join(process.env.JIEDU_CORPUS, 'reports') : ''
const here = folder !== '' && existsSync(folder)

interface Line {
  place: string
  indicator: string
  comparator: string
  target: string
  outcome: string
}

const lines: Line[] = readFileSync(new URL('../../gold/links/provinces-2025.tsv', import.meta.url), 'utf8')
  .split('\n')
  .filter(line => line !== '' && !line.startsWith('#'))
  .slice(1)
  .map(line => {
    const [place, indicator, comparator, target, outcome] = line.split('\t')
    return { place: place!, indicator: indicator!, comparator: comparator!, target: target!, outcome: outcome! }
  })

const plain = (text: string): string => text.replace('％', '%')

function outcomeOf({ outcome }: PanelCell): string {
  const [fact] = outcome.facts
  if (!fact) return outcome.wordings[0]?.written ?? ''
  const falls = fact.measure === 'change' && (fact.value ?? 0) < 0
  return plain(falls ? `-${fact.written}` : fact.written)
}

describe.skipIf(!here)('growth and prices of the 31 provinces (needs JIEDU_CORPUS)', () => {
  let linked: Linked
  const texts = new Map<string, string>()
  beforeAll(() => {
    const readings = readdirSync(folder)
      .filter(name => /-202[56]\.txt$/.test(name))
      .map(name => {
        const text = readFileSync(join(folder, name), 'utf8')
        texts.set(name, text)
        return read({ source: { name, mediaType: 'text/plain', encoding: null, sha256: null, pages: null }, text, repairs: [] })
      })
      .filter(reading => reading.report.place?.level === 'province')
    linked = link(readings, { indicators: ['gdp', 'cpi'] })
  })
  const cellOf = ({ place, indicator }: Line): PanelCell =>
    linked.panel.rows.find(row => row.place.name === place && row.year === 2025)!.cells[indicator]!

  it('have a target and an outcome as the reports write them, in 97 of 100 cells and more', () => {
    expect(new Set(lines.map(line => line.place)).size).toBe(31)
    const wrong = lines.flatMap(line => {
      const cell = cellOf(line)
      const [fact] = cell.target.facts
      const target = fact ? plain(fact.written) : (cell.target.wordings[0]?.written ?? '')
      const aim = target === line.target && (fact?.comparator ?? '') === line.comparator
      const told = outcomeOf(cell) === line.outcome
      return [
        aim ? [] : [`target ${line.place} ${line.indicator}: ${target}`],
        told ? [] : [`outcome ${line.place} ${line.indicator}: ${outcomeOf(cell)}`],
      ].flat()
    })
    expect(1 - wrong.length / (lines.length * 2), wrong.join('\n')).toBeGreaterThanOrEqual(0.97)
  })
  it('open both sentences from every cell', () => {
    for (const line of lines) {
      const { target, outcome } = cellOf(line)
      for (const said of [...target.facts, ...target.wordings, ...outcome.facts, ...outcome.wordings]) {
        expect(texts.get(said.document)!.slice(said.start, said.end)).toBe(said.text)
        expect(texts.get(said.document)!.slice(said.mark.start, said.mark.end)).toBe(said.written)
      }
    }
  })
})
