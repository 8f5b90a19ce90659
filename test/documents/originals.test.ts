/** Published originals read to the same figures as the plain text of the same report. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { type Figure, read } from '../../src/read/index.ts'
import { chinese, office } from '../house/programs.ts'
import { only } from './made/open.ts'
import { byOffice } from './made/print.ts'

const corpus = process.env.JIEDU_CORPUS
const at = (...parts: string[]) => join(corpus ?? '', ...parts)

/**
 * `same`: every figure with its reading. `values`: the same values and units; the note says why their reading or
 * their count differs; `but` are values that one of the two has alone, explained by the note.
 */
const pairs: { original: string; report: string; compare: 'same' | 'values'; note?: string; but?: string[] }[] = [
  { original: 'docx/2025年上海市政府工作报告.docx', report: 'shanghai-2025', compare: 'same' },
  { original: 'docx/2025年云南省政府工作报告.docx', report: 'yunnan-2025', compare: 'same' },
  { original: 'docx/2025年广东省政府工作报告.docx', report: 'guangdong-2025', compare: 'same' },
  { original: 'docx/2025年湖北省政府工作报告.docx', report: 'hubei-2025', compare: 'same' },
  { original: 'csv/2026_湖北省_政府工作报告.csv', report: 'hubei-2026', compare: 'same' },
  { original: 'gb18030/hailaer-2012.txt', report: 'hailaer-2012', compare: 'same' },
  { original: 'gb18030/hailaer-2014.txt', report: 'hailaer-2014', compare: 'same' },
  { original: 'gb18030/hailaer-2017.txt', report: 'hailaer-2017', compare: 'same' },
  { original: 'gb18030/hailaer-2019.txt', report: 'hailaer-2019', compare: 'same' },
  { original: 'gb18030/national-capture-1960.txt', report: 'national-1960', compare: 'same' },
  {
    original: 'gb18030/national-capture-2005.txt',
    report: 'national-2005',
    compare: 'values',
    note: 'the capture writes digits in full width, the other text in half width',
  },
  {
    original: 'gb18030/national-capture-2014.txt',
    report: 'national-2014',
    compare: 'values',
    note: 'the capture holds the text twice, its parts in another order; the other text breaks PM2.5 over lines',
    but: ['2.5 '],
  },
]

const value = (f: Figure) => `${f.exact ?? f.parts?.join(':') ?? `${f.min}~${f.max}`} ${f.unit.replace('％', '%')}`
const whole = (f: Figure) => [f.text, value(f), f.indicator?.text, f.measure, f.status, f.period].join(' | ')

describe.skipIf(!corpus || !existsSync(at('originals')))('originals (JIEDU_CORPUS)', () => {
  it.each(pairs)('$original', async ({ original, report, compare, but }) => {
    const key = compare === 'same' ? whole : value
    const figures = async (path: string) => {
      const name = path.slice(path.lastIndexOf('/') + 1)
      return new Set(
        read(await only(readFileSync(path), name))
          .figures.map(key)
          .filter(each => !but?.includes(each)),
      )
    }
    const found = await figures(at('originals', original))
    const wanted = await figures(at('reports', `${report}.txt`))
    expect(wanted.size).toBeGreaterThan(20)
    expect([...found].filter(each => !wanted.has(each))).toEqual([])
    expect([...wanted].filter(each => !found.has(each))).toEqual([])
  })

  const there = office !== null && chinese
  it.skipIf(!there).each(['pdf', 'doc:MS Word 97'])(
    `a published docx reads the same as %s by LibreOffice${there ? '' : ' (which is not installed)'}`,
    async format => {
      const docx = readFileSync(at('originals', 'docx', '2025年湖北省政府工作报告.docx'))
      const seen = (f: Figure) => whole(f).replace(/\s/g, '')
      const figures = async (bytes: Uint8Array) => [...new Set(read(await only(bytes, 'a')).figures.map(seen))].sort()
      expect(await figures(byOffice(docx, format))).toEqual(await figures(docx))
    },
  )
})
