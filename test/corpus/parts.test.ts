/** The parts of a corpus by themselves: the plan, the sketches, what documents are to each other, what is missing. */
import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it, onTestFinished } from 'vitest'
import { clock, lineOf } from '../../src/cli/corpus/progress.ts'
import { expectedIn, missingOf } from '../../src/corpus/missing.ts'
import { latestCode } from '../../src/corpus/places.ts'
import { planOf } from '../../src/corpus/plan.ts'
import { readUnit } from '../../src/corpus/read-unit.ts'
import type { DocumentRecord, FailureRecord } from '../../src/corpus/records.ts'
import { relate } from '../../src/corpus/relate.ts'
import { bandsOf, bare, novelty, similarity, sketchOf } from '../../src/corpus/sketch.ts'
import { joined, keep, kept, sketchesOf } from '../../src/corpus/unit-file.ts'
import { defaultLimits } from '../../src/documents/index.ts'
import { madeReport, madeReports } from './made.ts'

const scratch = () => {
  const path = mkdtempSync(join(tmpdir(), 'jiedu-corpus-'))
  onTestFinished(() => rmSync(path, { recursive: true, force: true }))
  return path
}

/** A text of characters that a seed decides. */
const random = (seed: number, length: number) => {
  let state = seed
  return Array.from({ length }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return String.fromCharCode(0x4e00 + ((state >>> 16) % 3000))
  }).join('')
}

describe('the plan', () => {
  it('leaves most units as they were when a file is added, changed or gone', async () => {
    const folder = scratch()
    for (let i = 0; i < 200; i++) writeFileSync(join(folder, `report-${i}.txt`), `${i}`)
    const keys = async () => new Set((await planOf(folder, 'x')).units.map(unit => unit.key))
    const before = await keys()
    expect(before.size).toBeGreaterThan(6)
    const fresh = async () => [...(await keys())].filter(key => !before.has(key)).length
    expect(await fresh()).toBe(0)
    writeFileSync(join(folder, 'report-55-b.txt'), 'x')
    expect(await fresh()).toBeLessThanOrEqual(2)
    writeFileSync(join(folder, 'report-150.txt'), 'longer')
    rmSync(join(folder, 'report-90.txt'))
    expect(await fresh()).toBeLessThanOrEqual(6)
    const other = await planOf(folder, 'another program')
    expect(other.units.filter(unit => before.has(unit.key))).toEqual([])
  })

  it('has every file once, in order, in units of bounded size', async () => {
    const folder = scratch()
    for (let i = 0; i < 150; i++) writeFileSync(join(folder, `${i}.txt`), 'x'.repeat(i % 10 === 0 ? 3_000_000 : 10))
    const plan = await planOf(folder, 'x')
    const names = plan.units.flatMap(unit => unit.files.map(file => file.name))
    expect(names).toEqual([...names].sort())
    expect(new Set(names).size).toBe(150)
    for (const { files } of plan.units) {
      expect(files.length).toBeLessThanOrEqual(32)
      expect(files.reduce((sum, file) => sum + file.size, 0)).toBeLessThanOrEqual(8_000_000)
    }
  })
})

describe('a unit', () => {
  const options = { limits: defaultLimits }
  const files = madeReports([2020, 2021])
    .slice(0, 4)
    .map((made, i) => ({ name: `${i}.txt`, bytes: Buffer.from(madeReport(made)) }))
  files.splice(2, 0, { name: 'bad.txt', bytes: Buffer.from('') })

  it('read file by file and joined is the unit read at one go', async () => {
    const whole = await readUnit({ files, options })
    const alone = await Promise.all(files.map(file => readUnit({ files: [file], options })))
    expect(Buffer.compare(joined(alone), whole)).toBe(0)
  })

  it('is there whole or not at all', async () => {
    const path = join(scratch(), 'x.unit')
    expect(kept(path)).toBeNull()
    const bytes = await readUnit({ files, options })
    keep(path, bytes)
    const unit = kept(path)!
    expect([unit.documents.length, unit.failures.length, unit.files.length]).toEqual([4, 1, 5])
    expect(sketchesOf(unit).map(sketch => sketch.length)).toEqual(unit.documents.map(document => document.sketch))
    for (const length of [bytes.length - 1, 500, 12, 3, 0]) {
      truncateSync(path, length)
      expect(kept(path)).toBeNull()
    }
  })
})

describe('sketches', () => {
  it('estimate how much two texts share', () => {
    for (const share of [0, 0.3, 0.6, 0.9, 1]) {
      const length = 40_000
      const own = Math.round(length * (1 - share))
      const a = random(1, length)
      const b = a.slice(0, length - own) + random(2, own)
      const exact = (1 - own / length) / (1 + own / length)
      expect(Math.abs(similarity(sketchOf(a), sketchOf(b)) - exact)).toBeLessThan(0.05)
      expect(Math.abs(novelty(sketchOf(b), sketchOf(a))! - own / length)).toBeLessThan(0.05)
    }
  })

  it('do not look at blanks and marks', () => {
    const text = madeReport(madeReports([2021])[0]!)
    const other = text.replaceAll('，', ', ').replaceAll('。', '。\r\n')
    expect(sketchOf(bare(other))).toEqual(sketchOf(bare(text)))
  })

  it('rise, and are found by what they are of, not by where it stands', () => {
    fc.assert(
      fc.property(fc.integer(), fc.integer({ min: 0, max: 50 }), (seed, shift) => {
        const text = random(seed, 2000)
        const sketch = sketchOf(text)
        expect([...sketch]).toEqual([...new Set(sketch)].sort((a, b) => a - b))
        const later = new Set(sketchOf(random(seed + 1, shift) + text))
        for (const hash of sketch) expect(later.has(hash)).toBe(true)
      }),
      { numRuns: 30 },
    )
  })

  it('meet in a band where the texts are alike, and seldom where they are not', () => {
    let met = 0
    let strangers = 0
    for (let i = 0; i < 100; i++) {
      const a = random(i, 8000)
      const at = (i * 37) % 7000
      const b = a.slice(0, at) + random(i + 1000, 400) + a.slice(at + 400)
      const meet = (x: string, y: string) => bandsOf(sketchOf(x)).some(band => bandsOf(sketchOf(y)).includes(band))
      if (meet(a, b)) met++
      if (meet(a, random(i + 5000, 8000))) strangers++
    }
    expect(met).toBeGreaterThanOrEqual(98)
    expect(strangers).toBe(0)
  })

  it('of a text too short to say give no band and no novelty', () => {
    expect(bandsOf(sketchOf(random(1, 200)))).toEqual([])
    expect(novelty(sketchOf(random(1, 200)), sketchOf(random(1, 200)))).toBeNull()
  })
})

const record = (given: Partial<DocumentRecord>): DocumentRecord =>
  ({
    kind: 'report',
    placeCode: '421221',
    placeName: '嘉鱼县',
    level: 'county',
    year: 2021,
    facts: 10,
    withoutNumber: [],
    textHash: given.id,
    sha256: given.id,
    name: given.id,
    file: given.id,
    ...given,
  }) as DocumentRecord

describe('documents among others', () => {
  const text = random(9, 9000)
  const almost = `${text.slice(0, 8600)}${random(10, 300)}`

  it('are told to be the same by bytes, by text, or nearly', () => {
    const records = [
      record({ id: 'a' }),
      record({ id: 'b', year: 2020 }),
      record({ id: 'c', sha256: 'a' }),
      record({ id: 'd', textHash: 'a' }),
      record({ id: 'e', facts: 12 }),
      record({ id: 'f', sha256: 'e' }),
    ]
    const sketches = [text, random(11, 9000), text, text, almost, almost].map(sketchOf)
    const { duplicates, documents } = relate(records, sketches)
    expect(duplicates.map(({ group, document, of, kind, samePlaceYear }) => [group, document, of, kind, samePlaceYear])).toEqual([
      [1, 'c', 'a', 'same-bytes', true],
      [1, 'd', 'a', 'same-text', true],
      [1, 'e', 'a', 'near', true],
      [1, 'f', 'a', 'same-bytes', true],
    ])
    expect(duplicates[2]!.similarity).toBeGreaterThan(0.85)
    expect(documents.filter(row => row.preferred).map(row => row.document.id)).toEqual(['b', 'e'])
    expect(documents.map(row => row.previous)).toEqual(['b', null, 'b', 'b', 'b', 'b'])
  })

  it('follow a place over a change of its code', () => {
    // 大兴县 became 大兴区 in 2001
    const records = [
      record({ id: 'a', placeCode: '110224', placeName: '大兴县', year: 2000 }),
      record({ id: 'b', placeCode: '110115', placeName: '大兴区', year: 2003 }),
    ]
    expect([latestCode('110224', 2000), latestCode('110115', 2003)]).toEqual(['110115', '110115'])
    const { documents } = relate(records, [text, almost].map(sketchOf))
    expect(documents[1]!.previous).toBe('a')
    expect(documents[1]!.novelty).toBeLessThan(0.2)
    const gaps = missingOf(documents, [], [])
    expect(gaps.map(row => row.year)).toEqual([2001, 2002])
  })
})

describe('what is missing', () => {
  const failure = (name: string) => ({ name, file: name, code: 'damaged' }) as FailureRecord
  const { documents } = relate(
    [record({ id: 'a', withoutNumber: ['gdp=not-set', 'cpi=not-found', 'grain-output=stated-without-number'] })],
    [sketchOf(random(1, 3000))],
  )

  it('is told by why', () => {
    const expected = expectedIn('place,year\n嘉鱼县,2019-2021\n421222,2021\n')
    if ('wrong' in expected) throw new Error('not read')
    const gaps = missingOf(documents, [failure('市县/嘉鱼2020年报告.pdf'), failure('other-2021.pdf')], expected)
    expect(gaps.map(row => [row.placeName, row.year, row.indicator, row.reason, row.file])).toEqual([
      ['嘉鱼县', 2019, null, 'no-report', null],
      ['嘉鱼县', 2020, null, 'not-parsed', '市县/嘉鱼2020年报告.pdf'],
      ['通城县', 2021, null, 'no-report', null],
      ['嘉鱼县', 2021, 'cpi', 'no-passage', null],
      ['嘉鱼县', 2021, 'gdp', 'no-target', null],
      ['嘉鱼县', 2021, 'grain-output', 'no-number', null],
    ])
  })

  it.each([
    ['name,year\n嘉鱼县,2021', 1],
    ['place,year\n嘉鱼县,soon', 2],
    ['place,year\n嘉鱼县,2021\n,2021', 3],
  ])('is not guessed from a list that makes no sense: %j', (text, wrong) => {
    expect(expectedIn(text)).toEqual({ wrong })
  })
})

describe('the line of progress', () => {
  const progress = { stage: 'read', done: 400, total: 1000, before: 100, bytes: 0, failures: 2 } as const
  it('says rate and time left, of this run alone', () => {
    expect(lineOf(progress, 10, { say: words => words.en })).toBe('read 400/1000 · 30.0 a second · 0:20 left · 2 failed')
    expect(lineOf({ ...progress, done: 100, failures: 0 }, 0, { say: words => words.zh })).toBe('解读 100/1000')
  })
  it.each([
    [0, '0:00'],
    [75, '1:15'],
    [4000, '1:06:40'],
  ])('%i seconds are %s', (seconds, said) => {
    expect(clock(seconds)).toBe(said)
  })
})
