/** `jiedu read` as a process: every option, every form of output. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { Reading as Schema } from '../../src/read/schema.ts'
import type { Reading } from '../../src/read/types.ts'
import { encode } from '../documents/encode.ts'
import { report, setup } from './run.ts'
import { cells, parseCsv } from './table.ts'

const { jiedu, file, at } = setup()

beforeAll(() => {
  file('report.txt', report)
  file('reports/a.txt', report)
  file('reports/县/b.md', report.replaceAll('清水市', '明月县'))
  file('reports/notes.png', 'not looked at')
})

const one = () => JSON.parse(jiedu(['read', 'report.txt', '--json']).out) as Reading

describe('the summary', () => {
  it('is printed by default, without colour in a pipe, and nothing else', () => {
    const { code, out, err } = jiedu(['read', 'report.txt'])
    expect(code).toBe(0)
    expect(err).toBe('')
    expect(out).toContain('去年做成了什么')
    expect(out).toContain('今年要做什么')
    expect(out).toContain('1520.6亿元')
    expect(out).not.toContain('\u001b')
  })

  it('says how much was read', () => {
    const reading = one()
    const { out } = jiedu(['read', 'report.txt'])
    expect(out).toContain(`数据 ${reading.figures.length} ·`)
    expect(out).toContain(`未计入 ${reading.setAside.length}`)
  })

  it('speaks English when asked, or where the environment does', () => {
    for (const result of [
      jiedu(['read', 'report.txt', '--lang', 'en']),
      jiedu(['read', 'report.txt'], { env: { LC_ALL: 'en_US.UTF-8' } }),
    ]) {
      expect(result.out).toContain('What was done last year')
      expect(result.out).toContain('figures')
    }
    expect(jiedu(['read', 'report.txt', '--lang=zh'], { env: { LC_ALL: 'en_US.UTF-8' } }).out).toContain('去年做成了什么')
  })

  it('is coloured when asked', () => {
    expect(jiedu(['read', 'report.txt'], { env: { FORCE_COLOR: '1' } }).out).toContain('\u001b[')
    expect(jiedu(['read', 'report.txt', '--no-color'], { env: { FORCE_COLOR: '1' } }).out).not.toContain('\u001b[')
    expect(jiedu(['read', 'report.txt'], { env: { NO_COLOR: '1' } }).out).not.toContain('\u001b[')
    const plain = jiedu(['read', 'report.txt']).out
    expect(jiedu(['read', 'report.txt'], { env: { FORCE_COLOR: '1' } }).out.replace(/\u001b\[[\d;]*m/g, '')).toBe(plain)
  })

  it('shows more with --full, and says so', () => {
    const long = file(
      'long.txt',
      report.replace('粮食产量', `${Array.from({ length: 30 }, (_, i) => `新建公园${i + 2}个。`).join('')}粮食产量`),
    )
    const short = jiedu(['read', long]).out
    expect(short).toMatch(/还有 \d+ 项，用 --full/)
    const full = jiedu(['read', long, '--full']).out
    expect(full).not.toContain('--full')
    expect(full.split('\n').filter(line => line.includes('公园')).length).toBe(30)
  })

  it('becomes a table of one line each for many files', () => {
    for (let i = 0; i < 5; i++) file(`many/${i}.txt`, report)
    const { out, code } = jiedu(['read', 'many'])
    expect(code).toBe(0)
    const [table = '', account = ''] = out.split('\n\n')
    expect(table.split('\n')).toHaveLength(6)
    expect(account).toContain('读出 5：TXT 5\n')
    expect(out).not.toContain('去年做成了什么')
    expect(jiedu(['read', 'many', '--full']).out.match(/去年做成了什么/g)).toHaveLength(5)
  })
})

describe('JSON', () => {
  it('is one object that the schema accepts, for one file', () => {
    const reading = Schema.parse(one())
    expect(reading.text).toBe(report)
    expect(reading.source.name).toBe('report.txt')
    for (const figure of reading.figures) expect(report.slice(figure.start, figure.end)).toBe(figure.text)
    expect(reading.figures.map(figure => figure.text)).toEqual(expect.arrayContaining(['1520.6亿元', '3.2%', '3.7万人', '89个']))
  })

  it('is the same every time', () => {
    expect(jiedu(['read', 'report.txt', '--json']).out).toBe(
      jiedu(['read', 'report.txt', '--json'], { env: { LANG: 'en_US.UTF-8' } }).out,
    )
  })

  it.each([
    ['several files', ['report.txt', 'reports/a.txt'], ['report.txt', 'a.txt']],
    ['a folder', ['reports'], ['a.txt', '县/b.md']],
    ['a folder and a file in it', ['reports', 'reports/a.txt'], ['a.txt', '县/b.md']],
    ['a glob', ['reports/**/*.md'], ['b.md']],
  ])('is an array for %s', (_, paths, names) => {
    const { code, out } = jiedu(['read', ...paths, '--json'])
    expect(code).toBe(0)
    expect((JSON.parse(out) as Reading[]).map(reading => reading.source.name)).toEqual(names)
  })

  it('reads standard input', () => {
    const { code, out } = jiedu(['read', '-', '--json'], { input: encode(report, 'gb18030') })
    expect(code).toBe(0)
    expect(JSON.parse(out)).toMatchObject({ text: report, source: { name: 'stdin', encoding: 'gb18030' } })
  })

  it('as NDJSON is one line a reading', () => {
    const lines = jiedu(['read', 'reports', '--ndjson']).out.split('\n')
    expect(lines.pop()).toBe('')
    expect(lines.map(line => (JSON.parse(line) as Reading).source.name)).toEqual(['a.txt', '县/b.md'])
  })
})

describe('CSV', () => {
  it('holds every figure with its report and its sentence, and comes back as it went', () => {
    const { out } = jiedu(['read', 'reports', '--csv'])
    expect(out.startsWith('\uFEFF')).toBe(true)
    expect(out.indexOf('\uFEFF', 1)).toBe(-1)
    const [head = [], ...rows] = parseCsv(out.slice(1))
    const records = rows.map(row => Object.fromEntries(row.map((cell, i) => [head[i], cell])))
    const readings = JSON.parse(jiedu(['read', 'reports', '--json']).out) as Reading[]
    const cell = (value: unknown) => (value == null ? '' : String(value))
    const expected = readings.flatMap(reading =>
      reading.figures.map(figure => ({
        file: reading.source.name,
        place: cell(reading.report.place?.name),
        year: cell(reading.report.year),
        id: figure.id,
        text: figure.text,
        role: figure.role,
        value: cell(figure.value),
        min: cell(figure.min),
        max: cell(figure.max),
        parts: cell(figure.parts?.join(':')),
        unit: figure.unit,
        comparator: figure.comparator,
        measure: figure.measure,
        status: figure.status,
        period: cell(figure.period),
        baseline: cell(figure.baseline),
        indicator: cell(figure.indicator?.text),
        start: cell(figure.start),
        end: cell(figure.end),
        sentence: cell(reading.statements.find(each => each.id === figure.statement)?.text),
      })),
    )
    expect(expected.length).toBeGreaterThan(30)
    expect(records.length).toBe(expected.length)
    for (const [i, record] of records.entries()) expect(record).toMatchObject(expected[i]!)
  })

  it('quotes what must be quoted, and runs no formula', () => {
    file('marks.md', '# 清水市2021年政府工作报告\n\n- 新增"四上"企业41家，增长5%。\n\n=1+1，新增企业42家。\n')
    const [head = [], ...rows] = parseCsv(jiedu(['read', 'marks.md', '--csv']).out.slice(1))
    const sentences = rows.map(row => row[head.indexOf('sentence')]!)
    expect(sentences.some(sentence => sentence.includes('"四上"企业'))).toBe(true)
    for (const row of rows) for (const cell of row) expect(cell).not.toMatch(/^(?:[=@]|[+-](?![\d.]+%?$))/)
  })
})

describe('--out', () => {
  it('writes one file a reading in each format, folders kept', () => {
    const { code, out, err } = jiedu(['read', 'reports', 'report.txt', '--out', 'made/here', '--json', '--csv', '--ndjson'])
    expect([code, out]).toEqual([0, ''])
    expect(err).toContain('9')
    expect(readdirSync(at('made/here')).sort()).toEqual([
      'a.csv',
      'a.json',
      'a.ndjson',
      'report.csv',
      'report.json',
      'report.ndjson',
      '县',
    ])
    expect(JSON.parse(readFileSync(at('made/here/县/b.json'), 'utf8'))).toMatchObject({ source: { name: '县/b.md' } })
    expect(readFileSync(at('made/here/report.csv'), 'utf8')).toBe(jiedu(['read', 'report.txt', '--csv']).out)
  })

  it('writes JSON unless told otherwise, and never one reading over another', () => {
    file('reports2/a.txt', report)
    jiedu(['read', 'reports/a.txt', 'reports2/a.txt', '-o', 'twice', '--quiet'])
    expect(readdirSync(at('twice')).sort()).toEqual(['a-2.json', 'a.json'])
  })

  it('says nothing with --quiet', () => {
    expect(jiedu(['read', 'report.txt', '-o', 'silent', '-q'])).toMatchObject({ code: 0, out: '', err: '' })
    expect(existsSync(at('silent/report.json'))).toBe(true)
  })

  it('says where it cannot write', () => {
    file('taken', '')
    const { code, err } = jiedu(['read', 'report.txt', '--out', 'taken'])
    expect(code).toBe(1)
    expect(err).toMatch(/^jiedu: 不能写入 taken（EEXIST）；请.+\n$/)
  })
})

describe('other options', () => {
  it('--encoding', () => {
    file('gbk.txt', encode(report, 'gb18030'))
    expect(JSON.parse(jiedu(['read', 'gbk.txt', '--json', '--encoding', 'GBK']).out)).toMatchObject({
      text: report,
      source: { encoding: 'gb18030' },
    })
    expect(jiedu(['read', 'gbk.txt', '--encoding', 'utf-8']).code).toBe(1)
    expect(jiedu(['read', 'gbk.txt', '--encoding', 'latin1']).code).toBe(2)
  })

  it('--max-size', () => {
    const { code, err } = jiedu(['read', 'report.txt', '--max-size', '1KB'])
    expect(code).toBe(1)
    expect(err).toMatch(/^report\.txt: 文件太大：.+KB，上限 1 KB；.+--max-size/)
    expect(jiedu(['read', 'report.txt', '--max-size', '5000']).code).toBe(0)
    expect(jiedu(['read', '-', '--max-size', '100'], { input: report }).code).toBe(1)
    for (const size of ['much', '0', '-1', '1TB'])
      expect([size, jiedu(['read', 'report.txt', `--max-size=${size}`]).code]).toEqual([size, 2])
  })

  it('--lenient', () => {
    file('nul.txt', report.replace('粮食', '\0粮食'))
    expect(jiedu(['read', 'nul.txt', '--json'])).toMatchObject({ code: 1, out: '' })
    const { code, out, err } = jiedu(['read', 'nul.txt', '--json', '--lenient'])
    expect(code).toBe(0)
    expect(err).toMatch(/^nul\.txt: 文本已损坏：含 1 个空字符（NUL）；第 \d+ 行第 \d+ 字；.+\n$/)
    expect(Schema.parse(JSON.parse(out)).text).toContain('\0粮食')
  })
})

describe('rows', () => {
  it.each([60, 80, 100, 120, 200])('stand in columns at %i cells, and fit', async columns => {
    const { columnsOf } = await import('../../src/cli/summary/index.ts')
    const { out } = jiedu(['read', 'report.txt', '--full'], { env: { COLUMNS: String(columns) } })
    const drawn = Math.min(140, columns)
    const lines = out.split('\n').map(cells)
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(drawn)
    const rows = lines.filter(line => line[0] === ' ' && /[●◐◇·]/.test(line[1] ?? '') && line[2] === ' ' && line.length > 20)
    const { label, value } = columnsOf(drawn)
    const valueEnd = 3 + label + 1 + value
    expect(rows.length).toBeGreaterThan(15)
    for (const row of rows) {
      const shown = row.join('')
      // No wide character stands across a border, and the borders are blank.
      expect([shown, row[3 + label], row[valueEnd] ?? ' ', row[valueEnd + 1] ?? ' ']).toEqual([shown, ' ', ' ', ' '])
      // Values end flush right: only an empty value leaves the last cells blank.
      const valueCells = row.slice(3 + label + 1, valueEnd).join('')
      if (valueCells.trim() !== '') expect([shown, valueCells.endsWith(' ')]).toEqual([shown, false])
    }
  })

  it('draw shares as bars, changes as arrows, ranks as numbers, structures side by side', () => {
    const { out } = jiedu(['read', 'report.txt', '--full'])
    expect(out).toMatch(/78\.2% {2}█+[▏▎▍▌▋▊▉]?·*/)
    expect(out).toMatch(/1520\.6亿元 {2}▲ \+3\.2%/)
    expect(out).toMatch(/◐ .*社会消费品零售总额 .*▼ −4\.5% .*预计/)
    expect(out).toMatch(/第三位 {2}#3/)
    expect(out).toMatch(/14\.2:45\.3:40\.5 {2}░+▓+█+/)
    expect(out).toMatch(/◇ .*▲ \+8%以上/)
  })
})
